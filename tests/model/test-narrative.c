/* test-narrative.c - paragraphs of a report in the office's own words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <perfeval/dossier.h>
#include <perfeval/dossier_tables.h>
#include <perfeval/json.h>
#include <string.h>

static pe_dossier_builder *
make_builder (void)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier_head     head;

  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  return builder;
}

static pe_dossier *
build (pe_dossier_builder *builder)
{
  pe_dossier *dossier = NULL;

  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_status
add (pe_dossier_builder *builder, const char *section, const char *text)
{
  pe_narrative narrative;

  pe_narrative_init (&narrative, sizeof narrative);
  narrative.section = section;
  narrative.text = text;
  return pe_dossier_builder_add_narratives (builder, &narrative, 1, NULL);
}

static pe_dossier *
make_dossier (void)
{
  pe_dossier_builder *builder = make_builder ();

  assert_int_equal (add (builder, "department", "主要职能\n<b>&\""), PE_OK);
  assert_int_equal (add (builder, "department", "第二段"), PE_OK);
  assert_int_equal (add (builder, "work", "=1+1"), PE_OK);
  return build (builder);
}

static void
check_content (const pe_dossier *dossier)
{
  const char *const expected[][2]
      = { { "department", "主要职能\n<b>&\"" }, { "department", "第二段" }, { "work", "=1+1" } };
  pe_narrative narrative;

  assert_int_equal (pe_dossier_get_n_narratives (dossier), 3);
  pe_narrative_init (&narrative, sizeof narrative);
  for (size_t i = 0; i < 3; i++)
    {
      assert_int_equal (pe_dossier_get_narrative (&narrative, dossier, i, NULL), PE_OK);
      assert_string_equal (narrative.section, expected[i][0]);
      assert_string_equal (narrative.text, expected[i][1]);
    }
  assert_int_equal (pe_dossier_get_narrative (&narrative, dossier, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_dossier_get_n_narratives (NULL), 0);
}

static void
test_content (void **state)
{
  (void) state;

  pe_dossier         *dossier = make_dossier ();
  pe_dossier_builder *builder = NULL;
  pe_dossier         *copy = NULL;

  check_content (dossier);
  assert_int_equal (pe_dossier_builder_new (&builder, dossier, NULL), PE_OK);
  copy = build (builder);
  check_content (copy);
  assert_int_equal (pe_dossier_is_equal (copy, dossier), 1);
  pe_dossier_unref (copy);
  pe_dossier_unref (dossier);
}

static void
test_refusals (void **state)
{
  (void) state;

  pe_dossier_builder *builder = make_builder ();
  pe_narrative        narrative;

  assert_int_equal (add (builder, NULL, "text"), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (add (builder, "two words", "text"), PE_ERROR_CODE_SYNTAX);
  assert_int_equal (add (builder, "work", NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (add (builder, "work", " "), PE_ERROR_TEXT_EMPTY);
  assert_int_equal (add (builder, "work", "\xFF"), PE_ERROR_INVALID_UTF8);
  pe_narrative_init (&narrative, sizeof narrative);
  narrative.section = "work";
  narrative.text = "text";
  narrative.reserved = 1;
  assert_int_equal (pe_dossier_builder_add_narratives (builder, &narrative, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_builder_add_narratives (NULL, &narrative, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_dossier_builder_free (builder);
}

/* As a document and as tables, and the digest of a dossier without one stays what it was. */
static void
test_forms (void **state)
{
  (void) state;

  pe_dossier *dossier = make_dossier (), *plain = build (make_builder ()), *again = NULL;
  pe_text    *json = NULL;
  pe_tables  *tables = NULL;

  assert_int_equal (pe_dossier_to_json (&json, dossier, NULL), PE_OK);
  assert_non_null (strstr (pe_text_get_data (json), "\"narrative\""));
  assert_int_equal (pe_dossier_from_json (&again, pe_text_get_data (json), pe_text_get_size (json), NULL, NULL, NULL),
                    PE_OK);
  check_content (again);
  assert_int_equal (pe_dossier_is_equal (again, dossier), 1);
  pe_dossier_unref (again);

  again = NULL;
  assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_from_tables (&again, tables, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_is_equal (again, dossier), 1);
  assert_int_equal (pe_dossier_is_equal (plain, dossier), 0);
  assert_int_equal (pe_dossier_get_n_narratives (plain), 0);

  pe_tables_unref (tables);
  pe_text_unref (json);
  pe_dossier_unref (again);
  pe_dossier_unref (plain);
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_content),
    cmocka_unit_test (test_refusals),
    cmocka_unit_test (test_forms),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
