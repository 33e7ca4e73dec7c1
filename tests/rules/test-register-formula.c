/* test-register-formula.c - registers in formulas: counts, sums, shares and growth from records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

#include <perfeval/json.h>
#include <perfeval/lamp.h>

/* A project pipeline as an office keeps it: n projects, of which some were approved and some signed. */
static void
add_register (GString *text, int n, int approved, int signed_ones)
{
  g_string_append (text, "\"registers\": {\"projects\": {\"columns\": ["
                         "{\"id\": \"approved\", \"type\": \"date\"}, {\"id\": \"signed\", \"type\": \"date\"},"
                         "{\"id\": \"investment\", \"type\": \"number\", \"unit\": \"亿元\"},"
                         "{\"id\": \"field\", \"type\": \"string\"}, {\"id\": \"key\", \"type\": \"boolean\"}],"
                         "\"rows\": [");
  for (int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",{\"key\": true" : "{\"key\": true");
      if (i < approved)
        g_string_append (text, ", \"approved\": \"2023-05-01\", \"investment\": \"0.5\"");
      if (i < signed_ones)
        g_string_append (text, ", \"signed\": \"2023-05-20\", \"field\": \"芯显车\"");
      else
        g_string_append (text, ", \"field\": \"\""); /* not filled in */
      g_string_append_c (text, '}');
    }
  g_string_append (text, "]}, \"visits\": {\"columns\": []}}");
}

/* 160 projects, 50 approved (48 the year before), 40 signed. */
static pe_dossier *
make_dossier (void)
{
  static const char head[] = "\"unit\": {\"name\": \"某局\"}, \"kind\": \"department\", \"fiscal_year\": ";
  GString          *text = g_string_new ("{\"format\": \"perfeval-dossier/1\", ");
  pe_dossier       *dossier = NULL;
  pe_error         *error = NULL;

  g_string_append_printf (text, "%s2023, ", head);
  add_register (text, 160, 50, 40);
  g_string_append_printf (text, ", \"prior\": {%s2022, ", head);
  add_register (text, 100, 48, 10);
  g_string_append (text, "}}");
  if (pe_dossier_from_json (&dossier, text->str, text->len, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  g_string_free (text, TRUE);
  return dossier;
}

static const pe_fact_declaration types[] = {
  { (char *) "register.projects.approved", PE_FACT_DATE },
  { (char *) "register.projects.signed", PE_FACT_DATE },
  { (char *) "register.projects.investment", PE_FACT_NUMBER },
  { (char *) "register.projects.field", PE_FACT_STRING },
  { (char *) "register.projects.key", PE_FACT_BOOLEAN },
  { (char *) "register.projects.gone", PE_FACT_NUMBER },
  { (char *) "register.visits.approved", PE_FACT_DATE },
  { (char *) "register.projects.wrong.x", PE_FACT_DATE },
  /* Names that begin alike are names of their own. */
  { (char *) "register.projectsx.gone", PE_FACT_DATE },
  { (char *) "register.projects.sign", PE_FACT_NUMBER },
};

/* The sentence of a report: 160 projects, 50 approved, +4.17 %, 40 signed, 80 %. */
static void
test_pipeline (void **state)
{
  static const expected_value values[] = {
    { "count(register.projects)", "160" },
    { "count(register.projects[approved != null])", "50" },
    { "count(register.projects[approved != null]) / count(prior.register.projects[approved != null]) - 1", "1/24" },
    { "round half up((count(register.projects[approved != null]) / count(prior.register.projects[approved != null]) - "
      "1) "
      "* 100, 2)",
      "417/100" },
    { "count(register.projects[signed != null])", "40" },
    { "count(register.projects[signed != null]) / count(register.projects[approved != null])", "4/5" },
    { "sum(register.projects[approved != null].investment)", "2500000000" },
    { "count(register.projects[field != null and field = \"芯显车\"])", "40" },
    { "count(register.projects[signed != null and signed - approved <= 19])", "40" },
    { "count(register.projects[field != null])", "40" },
    { "every p in register.projects satisfies p.key", "true" },
    { "some p in register.projects satisfies p.approved = null", "true" },
    /* A number of a register is a number as any other. */
    { "some p in register.projects satisfies (if p.approved != null then p.investment else 0) > 1", "true" },
    { "count(register.projects[approved != null and max([investment, 1]) > 1])", "50" },
    /* A register without rows says that there are none; one that is not there is missing. */
    { "count(register.visits)", "0" },
    { "count(register.others)", "missing" },
    { "sum(register.projects.investment)", "missing" },
    /* The rule declares a column that the register has not. */
    { "sum(register.projects.gone)", "invalid" },
    { "count(register.projects[signed != null]) + sum(register.projects.sign)", "invalid" },
  };
  pe_dossier               *dossier = make_dossier ();
  const setting_of_formulas setting = { NULL, types, G_N_ELEMENTS (types), dossier };

  (void) state;
  assert_values (&setting, values, G_N_ELEMENTS (values));
  pe_dossier_unref (dossier);
}

static void
test_faults (void **state)
{
  static const expected_fault faults[] = {
    { "count(register.projects[amount > 1])", PE_OK, NULL },               /* a fact of the indicator */
    { "sum(register.projects.amount)", PE_ERROR_EXPRESSION_NAME, "1:23" }, /* not declared */
    { "count(register.projects[approved = 1])", PE_ERROR_EXPRESSION_TYPE, "1:34" },
    { "register", PE_ERROR_EXPRESSION_NAME, "1:1" },
    { "assets.nothing", PE_ERROR_EXPRESSION_NAME, "1:1" },
  };
  const setting_of_formulas setting = { NULL, types, G_N_ELEMENTS (types), NULL };

  (void) state;
  assert_faults (&setting, faults + 1, G_N_ELEMENTS (faults) - 1);
  pe_expression_unref (compile (&setting, faults[0].formula));
}

/* The place of the cell that leaves a sum open. */
static void
test_places (void **state)
{
  pe_dossier               *dossier = make_dossier ();
  const setting_of_formulas setting = { NULL, types, G_N_ELEMENTS (types), dossier };
  pe_vector                 inputs = PE_VECTOR_INIT (pe_scored_input);

  (void) state;
  g_free (evaluate (&setting, "sum(register.projects.investment)", &inputs));
  assert_int_equal (inputs.size, 2);
  assert_string_equal (pe_vector_at (&inputs, pe_scored_input, 0)->path, "/registers/projects");
  assert_string_equal (pe_vector_at (&inputs, pe_scored_input, 1)->path, "/registers/projects/rows/50/investment");
  clear_inputs (&inputs);
  g_free (evaluate (&setting, "sum(prior.register.projects.investment)", &inputs));
  assert_string_equal (pe_vector_at (&inputs, pe_scored_input, 1)->path,
                       "/prior/registers/projects/rows/48/investment");
  clear_inputs (&inputs);
  pe_vector_clear (&inputs);
  pe_dossier_unref (dossier);
}

/* The other tables, by the same words as the documents. */
static void
test_tables (void **state)
{
  static const char document[]
      = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": "
        "\"department\", \"money_unit\": \"元\","
        "\"budget\": {\"lines\": [{\"name\": \"招商\", \"project\": \"P1\", \"funding\": \"own\", \"executed\": 6, "
        "\"carry_over\": 2, \"category\": \"total\", \"complete\": true}],"
        " \"three_public\": {\"abroad\": {\"executed\": 7}, \"reception\": {\"executed\": 1}}},"
        "\"procurement\": {\"records\": [{\"name\": \"a\", \"supplier\": \"某公司\", \"payments\": "
        "[{\"due\": \"2023-05-01\", \"paid\": \"2023-05-03\", \"amount\": 4}]}]},"
        "\"assets\": {\"stocktake\": \"2023-11-30\", \"records\": [{\"name\": \"桌\", \"use\": \"idle\", "
        "\"book_count\": 10, \"found_count\": 9}]}}";
  static const expected_value values[] = {
    { "sum(budget.lines[project = \"P1\" and funding = \"own\"].executed)", "6" },
    { "count(budget.lines[complete])", "1" },
    { "budget.carry_over", "2" },
    { "sum(budget.three_public[item.item != \"abroad\"].executed)", "1" },
    { "sum(procurement.payments[paid > due].amount)", "4" },
    { "count(procurement.records[supplier = \"某公司\"])", "1" },
    { "sum(assets.records[use = \"idle\"].book_count)", "10" },
    { "assets.stocktake >= date(\"2023-11-01\")", "true" },
    { "assets.agreement_rate", "0" },
    { "procurement.payment_delay_days", "2" },
  };
  pe_dossier         *dossier = NULL;
  setting_of_formulas setting = { NULL, NULL, 0, NULL };

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, NULL), PE_OK);
  setting.dossier = dossier;
  assert_values (&setting, values, G_N_ELEMENTS (values));
  pe_dossier_unref (dossier);
}

/* Execution in the middle of the year, against time. */
static void
test_lamp (void **state)
{
  const pe_figure    six = { { 6, 0, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN };
  pe_figure          months[6] = { six, six, six, six, six, six }, progress;
  pe_budget_line     line;
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;
  pe_lamp            lamp = 0;

  (void) state;
  pe_budget_line_init (&line, sizeof line);
  line.name = "项目";
  line.adjusted = (pe_figure) { { 100, 0, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN };
  line.months = months;
  line.n_months = 6;
  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (builder, &line, 1, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_compute_progress (&progress, budget, 6, NULL), PE_OK);
  /* 36 of the 50 due by June: 72 %. */
  assert_int_equal (pe_lamp_compute (&lamp, PE_LAMP_FOR_BUDGET, &progress, &line.adjusted, 6, NULL, NULL), PE_OK);
  assert_int_equal (lamp, PE_LAMP_YELLOW);
  pe_budget_builder_free (builder);
  pe_budget_unref (budget);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_pipeline), cmocka_unit_test (test_faults), cmocka_unit_test (test_places),
    cmocka_unit_test (test_tables),   cmocka_unit_test (test_lamp),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
