/* test-measure.c - named numbers derived from the records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "model/measure-private.h"
#include "records.h"

/* summary: reserve and contracts with small firms, or NULL for no procurement. */
static pe_dossier *
make_dossier (const pe_budget_line *lines, size_t n, const char *reserve, const char *sme, const char *contracts)
{
  const pe_dossier_head   head = make_head (2023);
  pe_dossier_builder     *builder = NULL;
  pe_procurement_builder *procurement_builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_procurement_summary  summary;
  pe_dossier             *dossier = NULL;
  pe_budget              *budget = lines != NULL ? make_budget (lines, n) : NULL;

  if (reserve != NULL)
    {
      pe_procurement_summary_init (&summary, sizeof summary);
      summary.reserved_for_sme = figure (reserve);
      summary.sme_contracts = figure (sme);
      summary.contracts = figure (contracts);
      assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
      assert_int_equal (pe_procurement_builder_set_summary (procurement_builder, &summary, NULL), PE_OK);
      assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
      pe_procurement_builder_free (procurement_builder);
    }
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  pe_budget_unref (budget);
  pe_procurement_unref (procurement);
  return dossier;
}

static void
assert_measure (const pe_dossier *dossier, const char *id, pe_state state, const char *numerator,
                const char *denominator)
{
  pe_measure_value value;

  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive (&value, id, dossier, NULL), PE_OK);
  assert_int_equal (value.state, state);
  assert_figure (&value.numerator, numerator);
  assert_figure (&value.denominator, denominator);
}

static void
test_zengcheng (void **state)
{
  pe_budget_line lines[N_ZENGCHENG];
  pe_dossier    *dossier;

  (void) state;
  make_zengcheng (lines);
  dossier = make_dossier (lines, N_ZENGCHENG, "258.83万元", "187.61万元", "");
  assert_measure (dossier, "budget.execution_rate", PE_STATE_VALUE, "2149.56万元", "2155.61万元");
  assert_measure (dossier, "budget.basic_execution_rate", PE_STATE_VALUE, "1549.83万元", "1555.88万元");
  assert_measure (dossier, "budget.project_execution_rate", PE_STATE_VALUE, "599.73万元", "599.73万元");
  assert_measure (dossier, "budget.execution_rate_initial", PE_STATE_MISSING, "2149.56万元", "");
  assert_measure (dossier, "budget.adjustment_rate", PE_STATE_MISSING, "", "");
  assert_measure (dossier, "procurement.sme_reserve_achievement", PE_STATE_VALUE, "187.61万元", "258.83万元");
  assert_measure (dossier, "procurement.sme_share", PE_STATE_MISSING, "187.61万元", "");
  pe_dossier_unref (dossier);
}

/* Without records every measure is missing. */
static void
assert_nothing (const pe_dossier *bare)
{
  pe_measure_options options;
  pe_calendar_spec   spec;
  pe_calendar       *calendar = NULL;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2023;
  assert_int_equal (pe_calendar_new (&calendar, &spec, NULL), PE_OK);
  pe_measure_options_init (&options, sizeof options);
  options.calendar = calendar;
  for (size_t i = 0; i < pe_measure_get_count (); i++)
    {
      pe_measure_value value;

      pe_measure_value_init (&value, sizeof value);
      assert_int_equal (pe_measure_derive_with (&value, pe_measure_get_id (i), bare, &options, NULL), PE_OK);
      assert_int_equal (value.state, PE_STATE_MISSING);
      assert_int_equal (value.numerator.state, PE_STATE_MISSING);
      assert_int_equal (pe_measure_has_any (i, bare), 0);
    }
  pe_calendar_unref (calendar);
}

/* What does not apply does not hide what is missing. */
static void
test_states (void **state)
{
  const pe_budget_line lines[] = {
    make_line (0, PE_BUDGET_TOTAL, 0, "合计", "100万元 900000元 0元"),
    make_line (1, PE_BUDGET_BASIC, 0, "基本支出", ". 0元 1元"),
    make_line (1, PE_BUDGET_PROJECT, 0, "项目支出", ". - ."),
  };
  pe_dossier *dossier = make_dossier (lines, 3, "-", "3元", "0元"), *bare = make_dossier (NULL, 0, NULL, NULL, NULL);

  (void) state;
  assert_measure (dossier, "budget.execution_rate", PE_STATE_VALUE, "0元", "900000元");
  assert_measure (dossier, "budget.execution_rate_initial", PE_STATE_VALUE, "0元", "100万元");
  /* 90 万元 - 100 万元, in the unit of the first. */
  assert_measure (dossier, "budget.adjustment_rate", PE_STATE_VALUE, "-100000元", "100万元");
  assert_measure (dossier, "budget.basic_execution_rate", PE_STATE_ZERO_DENOMINATOR, "1元", "0元");
  assert_measure (dossier, "budget.project_execution_rate", PE_STATE_MISSING, "", "-");
  assert_measure (dossier, "procurement.sme_reserve_achievement", PE_STATE_NOT_APPLICABLE, "3元", "-");
  assert_measure (dossier, "procurement.sme_share", PE_STATE_ZERO_DENOMINATOR, "3元", "0元");
  assert_nothing (bare);
  pe_dossier_unref (dossier);
  pe_dossier_unref (bare);
}

static void
assert_description (size_t index)
{
  pe_measure_info info;

  pe_measure_info_init (&info, sizeof info);
  assert_int_equal (pe_measure_describe (&info, index, NULL), PE_OK);
  assert_int_equal (info.kind == PE_MEASURE_RATE, pe_measure_is_rate (index));
  assert_int_equal (info.kind == PE_MEASURE_RATE, info.base_zh != NULL && info.base_en != NULL);
  assert_int_equal (info.kind == PE_MEASURE_RATE, info.zero_state != 0);
  assert_string_equal (info.id, pe_measure_get_id (index));
  assert_non_null (pe_record_kind_get_id (info.records));
  assert_true (!info.uses_calendar || info.is_streamed);
  assert_true (!info.uses_prior || !info.is_streamed);
}

static void
test_catalogue (void **state)
{
  size_t n = pe_measure_get_count (), index = 0;

  (void) state;
  assert_true (n >= 7);
  for (size_t i = 0; i < n; i++)
    {
      assert_true (pe_measure_find (pe_measure_get_id (i), &index));
      assert_int_equal (index, i);
      assert_description (i);
      assert_true (pe_measure_get_name (i, PE_LANGUAGE_ZH)[0] != '\0');
      assert_string_not_equal (pe_measure_get_name (i, PE_LANGUAGE_ZH), pe_measure_get_name (i, PE_LANGUAGE_EN));
      assert_ptr_equal (pe_measure_get_name (i, 99), pe_measure_get_name (i, PE_LANGUAGE_EN));
      assert_string_not_equal (
          pe_measure_get_definition (i, PE_LANGUAGE_ZH), pe_measure_get_definition (i, PE_LANGUAGE_EN));
      assert_ptr_equal (pe_measure_get_definition (i, 0), pe_measure_get_definition (i, PE_LANGUAGE_EN));
    }
  assert_null (pe_measure_get_id (n));
  assert_null (pe_measure_get_name (n, PE_LANGUAGE_ZH));
  assert_null (pe_measure_get_definition (n, PE_LANGUAGE_ZH));
  assert_null (pe_measure_get_id (G_MAXSIZE));
  assert_int_equal (pe_measure_describe (NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_describe (NULL, n, NULL), PE_ERROR_NOT_FOUND);
  assert_false (pe_measure_find ("budget", &index));
  assert_false (pe_measure_is_rate (n));
}

static void
assert_paths (const pe_dossier *dossier, const char *id, const char *numerator, const char *denominator)
{
  pe_buffer          first = PE_BUFFER_INIT, second = PE_BUFFER_INIT;
  pe_measure_options options;
  pe_measure_value   value;
  char              *text;
  size_t             index = 0;

  pe_measure_options_set (&options, NULL);

  assert_true (pe_measure_find (id, &index));
  assert_int_equal (pe_measure_derive_parts (&value, index, dossier, &options, &first, &second, NULL), PE_OK);
  text = pe_buffer_steal (&first);
  assert_string_equal (text, numerator);
  g_free (text);
  text = pe_buffer_steal (&second);
  assert_string_equal (text, denominator);
  g_free (text);
}

/* The record behind each part, or the table of the records. */
static void
test_paths (void **state)
{
  const pe_budget_line unknown[] = { make_line (0, PE_BUDGET_TOTAL, 0, "合计", ". 1元 1元") };
  const pe_budget_line derived[] = { make_line (0, PE_BUDGET_TOTAL, 1, "合计", ". 1元 ."),
                                     make_line (1, PE_BUDGET_OTHER, 0, "其他支出", "1元 1元 1元") };
  pe_budget_line       lines[N_ZENGCHENG];
  pe_dossier          *dossier;

  (void) state;
  make_zengcheng (lines);
  dossier = make_dossier (lines, N_ZENGCHENG, "1元", "1元", "1元");
  assert_paths (dossier, "budget.execution_rate", "/budget/lines", "/budget/lines");
  assert_paths (dossier, "budget.project_execution_rate", "/budget/lines/1/executed", "/budget/lines/1/adjusted");
  assert_paths (dossier, "procurement.sme_share", "/procurement/summary/sme_contracts",
                "/procurement/summary/contracts");
  pe_dossier_unref (dossier);
  dossier = make_dossier (unknown, 1, NULL, NULL, NULL); /* the change lacks what it is measured from */
  assert_paths (dossier, "budget.adjustment_rate", "/budget/lines/0/initial", "/budget/lines/0/initial");
  pe_dossier_unref (dossier);
  dossier = make_dossier (derived, 2, NULL, NULL, NULL);
  assert_paths (dossier, "budget.execution_rate", "/budget/lines/0/lines", "/budget/lines/0/adjusted");
  assert_paths (dossier, "procurement.sme_reserve_achievement", "/procurement/summary/sme_contracts",
                "/procurement/summary/reserved_for_sme");
  pe_dossier_unref (dossier);
}

static void
test_record_paths (void **state)
{
  const pe_procurement_record record = make_record ("一", "3元", "", "2元", PE_SUPPLIER_SMALL);
  const pe_dossier_head       head = make_head (2023);
  pe_procurement_builder     *procurement_builder = NULL;
  pe_procurement             *procurement = NULL;
  pe_dossier_builder         *builder = NULL;
  pe_dossier                 *dossier = NULL;

  (void) state;
  assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_many (procurement_builder, &record, 1, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
  pe_procurement_builder_free (procurement_builder);
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  assert_paths (dossier, "procurement.sme_reserve_achievement", "/procurement/records",
                "/procurement/summary/reserved_for_sme");
  assert_measure (dossier, "procurement.sme_share", PE_STATE_VALUE, "2元", "2元");
  pe_dossier_builder_free (builder);
  pe_procurement_unref (procurement);
  pe_dossier_unref (dossier);
}

static void
test_refused (void **state)
{
  pe_budget_line   lines[] = { make_line (0, 0, 0, "一", ". 1元 1元"), make_line (0, 0, 0, "二", ". 1元 1元") };
  pe_dossier      *dossier;
  pe_measure_value value;
  pe_error        *error = NULL;
  const char      *id = "budget.execution_rate";

  (void) state;
  lines[0].executed.value.coefficient = lines[1].executed.value.coefficient = INT64_MAX;
  dossier = make_dossier (lines, 2, NULL, NULL, NULL);
  pe_measure_value_init (NULL, sizeof value);
  pe_measure_value_init (&value, sizeof value);
  value.state = PE_STATE_INVALID;
  assert_refused (pe_measure_derive (&value, id, dossier, &error), &error, PE_ERROR_OVERFLOW, NULL);
  assert_refused (pe_measure_derive (&value, "budget.nothing", dossier, &error), &error, PE_ERROR_MEASURE_UNKNOWN,
                  NULL);
  assert_refused (pe_measure_derive (NULL, id, dossier, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_measure_derive (&value, NULL, dossier, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_measure_derive (&value, id, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (value.state, PE_STATE_INVALID);
  value.struct_size = 8;
  assert_refused (pe_measure_derive (&value, "budget.adjustment_rate", dossier, &error), &error,
                  PE_ERROR_INVALID_ARGUMENT, NULL);
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_zengcheng), cmocka_unit_test (test_states),       cmocka_unit_test (test_catalogue),
    cmocka_unit_test (test_paths),     cmocka_unit_test (test_record_paths), cmocka_unit_test (test_refused),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
