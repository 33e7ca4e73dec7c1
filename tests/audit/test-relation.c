/* test-relation.c - kinds and forms, and what each of them takes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

#include "audit/relation-private.h"

static void
test_names (void **state)
{
  GHashTable *seen = g_hash_table_new (g_str_hash, g_str_equal);
  int         n = 0;

  (void) state;
  for (pe_relation_kind kind = -2; kind < 100; kind++)
    {
      const char *name = pe_relation_kind_get_name (kind);
      uint32_t    least, most;

      assert_int_equal (name != NULL, kind >= PE_RELATION_SUM && kind <= PE_RELATION_COUNTERPART);
      assert_int_equal (name != NULL, pe_relation_get_arity (kind, PE_FORM_PLAIN, &least, &most));
      if (name == NULL)
        {
          assert_null (pe_relation_kind_get_title (kind, PE_LANGUAGE_ZH));
          continue;
        }
      assert_true (g_hash_table_add (seen, (gpointer) name));
      assert_true (g_str_is_ascii (pe_relation_kind_get_title (kind, PE_LANGUAGE_EN)));
      assert_false (g_str_is_ascii (pe_relation_kind_get_title (kind, PE_LANGUAGE_ZH)));
      assert_true (least >= 1 && least <= most);
      n++;
    }
  assert_int_equal (n, 18);
  assert_string_equal (pe_relation_form_get_name (PE_FORM_PLAIN), "plain");
  assert_string_equal (pe_relation_form_get_name (PE_FORM_NEW_CHANGE), "new_change");
  assert_null (pe_relation_form_get_name (3));
  assert_null (pe_relation_form_get_name (-1));
  g_hash_table_unref (seen);
}

/* What a builder says to a relation over three claims. */
static pe_status
try_relation (pe_relation relation)
{
  static const uint32_t operands[] = { 0, 1, 2 };
  report                self;
  pe_error             *error = NULL;
  pe_status             status;

  report_init (&self);
  report_claim (&self, "1");
  report_claim (&self, "2");
  report_claim (&self, "3");
  if (relation.operands == NULL)
    relation.operands = operands;
  status = pe_audit_builder_add_relations (self.builder, &relation, 1, &error);
  assert_int_equal (pe_error_get_status (error), status);
  if (status != PE_OK)
    assert_true (
        g_str_has_prefix (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/relations/0"));
  pe_error_unref (error);
  report_clear (&self);
  return status;
}

static pe_relation
make_relation (pe_relation_kind kind, pe_relation_form form, uint32_t n)
{
  pe_relation relation;

  pe_relation_init (&relation, sizeof relation);
  assert_int_equal (relation.result, PE_NO_CLAIM);
  relation.kind = kind;
  relation.form = form;
  relation.n_operands = n;
  return relation;
}

static void
test_operands (void **state)
{
  static const uint32_t unknown[] = { 0, 3 };
  pe_relation           relation;

  (void) state;
  assert_int_equal (try_relation (make_relation (PE_RELATION_SUM, 0, 3)), PE_OK);
  assert_int_equal (try_relation (make_relation (PE_RELATION_SUM, 0, 0)), PE_ERROR_RELATION_OPERANDS);
  assert_int_equal (try_relation (make_relation (PE_RELATION_RATE, 0, 2)), PE_OK);
  assert_int_equal (try_relation (make_relation (PE_RELATION_RATE, 0, 3)), PE_ERROR_RELATION_OPERANDS);
  assert_int_equal (try_relation (make_relation (PE_RELATION_RATE, PE_FORM_PARTS_OVER, 3)), PE_OK);
  assert_int_equal (try_relation (make_relation (PE_RELATION_SAME_QUANTITY, 0, 1)), PE_ERROR_RELATION_OPERANDS);
  assert_int_equal (try_relation (make_relation (PE_RELATION_SAME_QUANTITY, 0, 2)), PE_OK);
  assert_int_equal (try_relation (make_relation (PE_RELATION_RATE, PE_FORM_NEW_OLD, 2)), PE_ERROR_RELATION_KIND);
  assert_int_equal (try_relation (make_relation (0, 0, 2)), PE_ERROR_RELATION_KIND);
  assert_int_equal (try_relation (make_relation (19, 0, 2)), PE_ERROR_RELATION_KIND);
  relation = make_relation (PE_RELATION_SUM, 0, 2);
  relation.operands = unknown;
  assert_int_equal (try_relation (relation), PE_ERROR_REFERENCE_UNKNOWN);
  relation = make_relation (PE_RELATION_SUM, 0, 2);
  relation.result = 3;
  assert_int_equal (try_relation (relation), PE_ERROR_REFERENCE_UNKNOWN);
}

static void
test_parameters (void **state)
{
  static const int32_t signs[] = { 1, -1, 1 }, bad[] = { 1, 0, 1 };
  pe_relation          relation;

  (void) state;
  relation = make_relation (PE_RELATION_SUM, PE_FORM_SIGNED, 3);
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation.signs = bad;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation.signs = signs;
  assert_int_equal (try_relation (relation), PE_OK);
  relation.form = PE_FORM_PLAIN;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation = make_relation (PE_RELATION_BOUND, 0, 3);
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation.comparison = 6;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation.comparison = PE_COMPARE_AT_MOST;
  assert_int_equal (try_relation (relation), PE_OK);
  relation.kind = PE_RELATION_SUM;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation = make_relation (PE_RELATION_RATE, PE_FORM_DIVIDED, 1);
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  relation.constant = (pe_decimal) { 365, 0, 0 };
  assert_int_equal (try_relation (relation), PE_OK);
}

/* The faulty one of several is named by its place among all. */
static void
test_place (void **state)
{
  static const uint32_t operands[] = { 0, 1, 2 };
  pe_relation           relations[3];
  report                self;
  pe_error             *error = NULL;

  (void) state;
  report_init (&self);
  for (size_t i = 0; i < 3; i++)
    {
      report_claim (&self, "1");
      relations[i] = make_relation (PE_RELATION_SUM, 0, 2);
      relations[i].operands = operands;
    }
  assert_int_equal (pe_audit_builder_add_relations (self.builder, relations, 3, NULL), PE_OK);
  relations[1].operands = &(const uint32_t[]) { 0, 7 }[0];
  assert_int_not_equal (pe_audit_builder_add_relations (self.builder, relations, 3, &error), PE_OK);
  assert_true (
      g_str_has_prefix (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "/relations/4"));
  pe_error_unref (error);
  report_clear (&self);
}

/* A score below the lowest band has no grade, whatever is printed. */
static void
test_below_the_bands (void **state)
{
  const uint32_t operand = 0;
  pe_audit_band  bands[2];
  pe_relation    relation = make_relation (PE_RELATION_GRADE, 0, 1);
  report         self;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      pe_audit_band_init (&bands[i], sizeof bands[i]);
      bands[i].name = i == 0 ? "好" : "中";
      bands[i].at_least = (pe_decimal) { i == 0 ? 80 : 60, 0, 0 };
    }
  report_init (&self);
  report_claim (&self, "59分");
  report_claim (&self, "中");
  relation.operands = &operand;
  relation.result = 1;
  relation.bands = bands;
  relation.n_bands = G_N_ELEMENTS (bands);
  assert_int_equal (pe_audit_builder_add_relations (self.builder, &relation, 1, NULL), PE_OK);
  report_build (&self);
  assert_int_equal (report_get_verdict (&self, 0).audit_class, PE_CLASS_CONTRADICTION);
  report_clear (&self);
}

static void
test_bands (void **state)
{
  pe_audit_band bands[2];
  pe_relation   relation = make_relation (PE_RELATION_GRADE, 0, 1);

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (bands); i++)
    pe_audit_band_init (&bands[i], sizeof bands[i]);
  relation.bands = bands;
  relation.n_bands = 2;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  bands[0].name = "好";
  bands[1].name = "差";
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
  bands[0].at_least = (pe_decimal) { 60, 0, 0 };
  assert_int_equal (try_relation (relation), PE_OK);
  relation.kind = PE_RELATION_SUM;
  assert_int_equal (try_relation (relation), PE_ERROR_RELATION_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_names), cmocka_unit_test (test_operands),        cmocka_unit_test (test_parameters),
    cmocka_unit_test (test_bands), cmocka_unit_test (test_below_the_bands), cmocka_unit_test (test_place),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
