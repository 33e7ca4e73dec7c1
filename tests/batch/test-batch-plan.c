/* test-batch-plan.c - compiling a rulebook for columns
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

static pe_rulebook *
read_rulebook (const char *name)
{
  char        *path = g_build_filename (g_getenv ("PERFEVAL_SOURCE"), "rulebooks", name, NULL);
  char        *bytes = NULL;
  gsize        size = 0;
  pe_rulebook *out = NULL;

  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  assert_int_equal (pe_rulebook_from_json (&out, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  g_free (path);
  return out;
}

static void
test_inputs (void **state)
{
  pe_rulebook   *rulebook = read_rulebook ("hunan-department-yueyang.json");
  pe_batch_plan *plan = NULL;
  pe_batch_input input;
  size_t         index;

  (void) state;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  assert_ptr_equal (pe_batch_plan_get_rulebook (plan), rulebook);
  assert_int_equal (pe_batch_plan_get_n_nodes (plan), pe_rulebook_get_n_indicators (rulebook) + 1);
  assert_true (pe_batch_plan_get_level (plan) >= PE_BATCH_LEVEL_INTEGER);
  pe_batch_input_init (&input, sizeof input);
  for (size_t i = 0; i < pe_batch_plan_get_n_inputs (plan); i++)
    {
      assert_int_equal (pe_batch_plan_get_input (&input, plan, i, NULL), PE_OK);
      assert_int_equal (pe_batch_plan_find_input (&index, plan, input.path, NULL), PE_OK);
      assert_int_equal (index, i);
      assert_true (input.kind >= PE_BATCH_INPUT_FACT && input.kind <= PE_BATCH_INPUT_REASON);
      assert_true (input.type >= PE_BATCH_INPUT_NUMBER && input.type <= PE_BATCH_INPUT_TEXT);
    }
  assert_int_equal (pe_batch_plan_get_input (&input, plan, index + 1000, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_batch_plan_find_input (&index, plan, "nothing", NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_batch_plan_get_scale (plan, G_MAXSIZE), -1);
  pe_batch_plan_unref (pe_batch_plan_ref (plan));
  pe_batch_plan_unref (plan);
  pe_batch_plan_unref (NULL);
  pe_rulebook_unref (rulebook);
}

/* Slots have no columns: refused by name, or their points are one. */
static void
test_records (void **state)
{
  pe_rulebook          *rulebook = read_rulebook ("central-project-ratio-80-60.json");
  pe_batch_plan        *plan = NULL;
  pe_batch_plan_options options;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;

  (void) state;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, &findings, &error), PE_ERROR_BATCH_LEAF);
  assert_null (plan);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "slot"));
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) >= 1);
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_batch_plan_options_init (&options, sizeof options);
  options.records = PE_BATCH_RECORDS_POINTS;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_OK);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
}

#define FORMULA_RULES(formula)                                                                                    \
  "{\"format\":\"perfeval-rulebook/1\",\"id\":\"records\",\"edition\":\"1\",\"title\":{\"zh\":\"记录\"},"         \
  "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","                \
  "\"full_marks\":\"10.00\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"                          \
  "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"       \
  "\"measures\":[{\"id\":\"measure.paid\",\"name\":{\"zh\":\"付\"},\"formula\":\"count(procurement.payments)\"}," \
  "{\"id\":\"measure.spent\",\"name\":{\"zh\":\"支\"},\"formula\":\"budget.executed / "                           \
  "budget.adjusted\",\"zero_denominator\":\"policy\"}],"                                                          \
  "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"10.00\",\"rule\":"                   \
  "{\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"" formula                                              \
  "\"},\"target\":\"9\",\"policies\":{\"missing\":\"zero\",\"zero_denominator\":\"zero\"}}}]}"

/* No column has records: a formula that reads any, by itself or by a measure that it names, is none for columns. */
static void
test_formulas_of_records (void **state)
{
  static const struct
  {
    const char *rules;
    pe_status   status;
  } rows[] = {
    { FORMULA_RULES ("1 + 1"), PE_OK },
    { FORMULA_RULES ("number"), PE_OK },
    { FORMULA_RULES ("budget.executed / budget.adjusted"), PE_OK },
    { FORMULA_RULES ("measure.spent + 1"), PE_OK },
    { FORMULA_RULES ("budget.execution_rate"), PE_OK },
    { FORMULA_RULES ("measure.paid"), PE_ERROR_BATCH_LEAF },
    { FORMULA_RULES ("count(procurement.payments)"), PE_ERROR_BATCH_LEAF },
    { FORMULA_RULES ("if assets.stocktake = null then 0 else 9"), PE_ERROR_BATCH_LEAF },
    { FORMULA_RULES ("procurement.savings_rate"), PE_ERROR_BATCH_LEAF },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_rulebook   *rulebook = NULL;
      pe_batch_plan *plan = NULL;

      assert_int_equal (pe_rulebook_from_json (&rulebook, rows[i].rules, strlen (rows[i].rules), NULL, NULL, NULL),
                        PE_OK);
      assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), rows[i].status);
      pe_batch_plan_unref (plan);
      pe_rulebook_unref (rulebook);
    }
}

/* Sixteen layers of measures, each of which names every one of the layer below twice. */
#define LAYERS 16
#define WIDTH 6

static void
put_measure (GString *text, int layer, int place)
{
  g_string_append_printf (
      text, "%s{\"id\":\"measure.m%d_%d\",\"name\":{\"zh\":\"度\"},\"zero_denominator\":\"policy\",\"formula\":\"",
      layer + place > 0 ? "," : "", layer, place);
  if (layer == 0)
    g_string_append (text, "budget.executed / budget.adjusted");
  for (int i = 0; layer > 0 && i < 2 * WIDTH; i++)
    g_string_append_printf (text, "%smeasure.m%d_%d", i > 0 ? " + " : "", layer - 1, i % WIDTH);
  g_string_append (text, "\"}");
}

static pe_rulebook *
make_layers (void)
{
  GString *text = g_string_new (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"layers\",\"edition\":\"1\",\"title\":{\"zh\":\"层\"},"
      "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","
      "\"full_marks\":\"10.00\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"
      "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"
      "\"measures\":[");
  pe_rulebook *out = NULL;

  for (int layer = 0; layer < LAYERS; layer++)
    for (int place = 0; place < WIDTH; place++)
      put_measure (text, layer, place);
  g_string_append_printf (
      text,
      "],\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"10.00\","
      "\"declared\":\"if_facts_missing\",\"rule\":{\"shape\":\"capped_ratio/"
      "1\",\"actual\":{\"measure\":\"measure.m%d_0\"},"
      "\"policies\":{\"missing\":\"zero\",\"zero_denominator\":\"zero\"}}}]}",
      LAYERS - 1);
  assert_int_equal (pe_rulebook_from_json (&out, text->str, text->len, NULL, NULL, NULL), PE_OK);
  g_string_free (text, TRUE);
  return out;
}

/* What they read is found once, for the columns and for a score that stands where none of it is there. */
static void
test_measures (void **state)
{
  static const char json[]
      = "{\"format\":\"perfeval-dossier/1\",\"kind\":\"department\",\"unit\":{\"name\":\"甲\"},\"fiscal_year\":2023,"
        "\"declared\":[{\"indicator\":\"1\",\"scorer\":\"self\",\"score\":\"7.25\",\"evidence\":\"材料\"}]}";
  pe_rulebook   *rulebook = make_layers ();
  pe_batch_plan *plan = NULL;
  pe_dossier    *dossier = NULL;
  pe_evaluation *evaluation = NULL;
  pe_decimal     total;

  (void) state;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_get_n_inputs (plan), 3);
  pe_batch_plan_unref (plan);
  assert_int_equal (pe_dossier_from_json (&dossier, json, sizeof json - 1, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, NULL), PE_OK);
  assert_true (total.coefficient == 725 && total.scale == 2);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static void
test_arguments (void **state)
{
  pe_rulebook          *rulebook = read_rulebook ("hunan-department-yueyang.json");
  pe_batch_plan        *plan = NULL;
  pe_batch_plan_options options;

  (void) state;
  assert_int_equal (pe_batch_plan_new (NULL, rulebook, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_batch_plan_new (&plan, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_plan_options_init (&options, sizeof options);
  options.level = 9;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_plan_options_init (&options, sizeof options);
  options.records = 9;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_plan_options_init (&options, sizeof options);
  options.fiscal_year = -1;
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (plan);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_inputs),   cmocka_unit_test (test_records),   cmocka_unit_test (test_formulas_of_records),
    cmocka_unit_test (test_measures), cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
