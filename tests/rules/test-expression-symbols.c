/* test-expression-symbols.c - the figures and records of a dossier in formulas
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "formulas.h"

#include <perfeval/json.h>

#include "rules/expression-tables-private.h"

static const char document[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": "
      "\"department\","
      " \"money_unit\": \"万元\","
      " \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\", \"complete\": true, \"initial\": "
      "\"100\","
      "   \"adjusted\": \"120\", \"executed\": \"90\", \"lines\": ["
      "   {\"name\": \"基本\", \"category\": \"basic\", \"initial\": \"60\", \"adjusted\": \"70\", \"executed\": "
      "\"70\"},"
      "   {\"name\": \"项目\", \"category\": \"project\", \"initial\": \"40\", \"adjusted\": \"50\","
      "    \"executed\": \"20\"}]}]},"
      " \"procurement\": {\"records\": ["
      "   {\"name\": \"甲\", \"method\": \"open_tender\", \"supplier_size\": \"small\", \"budget\": \"10\","
      "    \"reserved_for_sme\": \"10\", \"contract\": \"9\", \"signing\": \"2023-03-01\", \"filing\": \"2023-03-03\","
      "    \"intent_exemption\": \"紧急\", \"reserve_exemption\": \"\"},"
      "   {\"name\": \"乙\", \"method\": \"single_source\", \"supplier_size\": \"large\", \"budget\": \"20\","
      "    \"reserved_for_sme\": \"0\", \"contract\": \"20\", \"signing\": \"2023-05-01\","
      "    \"intent_exemption\": \" \"}]},"
      " \"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, \"kind\": \"department\","
      "   \"money_unit\": \"元\", \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\","
      "   \"executed\": \"500000\"}]}}}";

static pe_dossier *
read_dossier (void)
{
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  if (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return dossier;
}

/* Amounts are in yuan. */
static void
test_figures (void **state)
{
  static const expected_value values[] = {
    { "budget.initial", "1000000" },
    { "budget.adjusted", "1200000" },
    { "budget . executed", "900000" },
    { "budget.basic.executed", "700000" },
    { "budget.project.executed", "200000" },
    { "budget.other.executed", "missing" },
    { "budget.basic.personnel.executed", "missing" },
    { "(budget.executed - budget.initial) / budget.initial", "-1/10" },
    { "budget.execution_rate", "3/4" },
    { "budget.execution_rate = budget.executed / budget.adjusted", "true" },
    { "procurement.contracts", "290000" },
    { "procurement.sme_contracts", "90000" },
    { "procurement.sme_share", "9/29" },
    { "procurement.contract_count", "2" },
    { "prior.budget.executed", "500000" },
    { "budget.executed / prior.budget.executed", "9/5" },
    { "prior.budget.initial", "missing" },
    { "prior.procurement.contracts", "missing" },
    { "prior.budget.execution_rate", "missing" },
  };
  pe_dossier               *dossier = read_dossier ();
  const setting_of_formulas setting = { NULL, NULL, 0, dossier };

  (void) state;
  assert_values (&setting, values, G_N_ELEMENTS (values));
  pe_dossier_unref (dossier);
}

static void
test_records (void **state)
{
  static const expected_value values[] = {
    { "count(procurement.records)", "2" },
    { "sum(procurement.records.contract)", "290000" },
    { "sum(procurement.records[supplier_size in (\"micro\", \"small\", \"medium\")].contract)", "90000" },
    { "sum(procurement.records[supplier_size != \"large\"].contract) / sum(procurement.records.contract)", "9/29" },
    { "count(procurement.records[method = \"single_source\"])", "1" },
    { "count(procurement.records[item.contract = budget])", "1" },
    { "count(procurement.records[contract > 0.1 * budget.executed])", "1" },
    { "some r in procurement.records satisfies r.contract > 100000", "true" },
    { "every r in procurement.records satisfies r.contract <= r.budget", "true" },
    { "every r in procurement.records[contract < budget] satisfies r.name = \"甲\"", "true" },
    { "max(procurement.records.signing) - min(procurement.records.signing)", "61" },
    { "count(procurement.records[filing - signing <= 2])", "missing" }, /* 乙 has no filing */
    { "count(procurement.records[filing != null and filing - signing <= 2])", "1" },
    { "count(procurement.records[filing = null])", "1" },
    { "count(procurement.records[intent_exemption != null])",
      "1" }, /* a blank reason is none, and so is an empty one */
    { "count(procurement.records[reserve_exemption = null])", "2" },
    { "count(procurement.records[intent_exemption = \"紧急\"])", "missing" },
    { "every r in procurement.records satisfies r.filing - r.signing <= 2", "missing" },
    { "every r in procurement.records satisfies r.filing - r.signing <= 1", "false" }, /* one decides */
    { "sum(procurement.records[contract > 1000000].contract)", "0" },
    { "mean(procurement.records[contract > 1000000].contract)", "zero" },
    { "count(budget.lines)", "3" },
    { "sum(budget.lines[category = \"project\"].executed)", "200000" },
    { "count(budget.lines[some r in procurement.records satisfies r.contract = executed])", "1" },
    { "count(procurement.records[number = null])", "2" },
    { "count(prior.procurement.records)", "missing" },
    { "count(prior.budget.lines)", "1" },
    { "prior.procurement.records = null", "true" },
    { "procurement.records != null", "true" },
    { "\"甲\" in procurement.records.name", "true" },
    { "250000 in procurement.records.contract", "false" },
    { "date(\"2023-03-03\") in procurement.records.filing", "true" },
    { "date(\"2023-03-04\") in procurement.records.filing", "missing" },
  };
  pe_dossier               *dossier = read_dossier ();
  const setting_of_formulas setting = { NULL, NULL, 0, dossier };

  (void) state;
  assert_values (&setting, values, G_N_ELEMENTS (values));
  pe_dossier_unref (dossier);
}

static void
test_facts (void **state)
{
  static const pe_fact_declaration types[] = {
    { (char *) "grade", PE_FACT_STRING }, { (char *) "done", PE_FACT_BOOLEAN }, { (char *) "day", PE_FACT_DATE }
  };
  static const given facts[]
      = { { "a", "98%" },     { "b", "3万元" }, { "none", "-" },          { "empty", "" }, { "words", ":已完成" },
          { "grade", ":好" }, { "done", "是" }, { "day", ":2023-01-31" }, { "x.y", "7" },  { NULL, NULL } };
  static const expected_value values[] = {
    { "a", "49/50" },
    { "b", "30000" },
    { "x.y + 1", "8" },
    { "c", "missing" },
    { "none", "not applicable" },
    { "empty", "missing" },
    { "words", "text" },
    { "done", "true" },
    { "grade", "\"好\"" },
    { "grade = \"好\"", "true" },
    { "if grade in (\"好\", \"较好\") then 1 else 0", "1" },
    { "day - date(\"2023-01-01\")", "30" },
    { "a + none", "not applicable" },
    { "none + a", "not applicable" },
    { "none + c", "missing" }, /* what is missing must not hide behind what does not apply */
    { "c + none", "missing" },
    { "count([none, c][item > 1])", "missing" }, /* nor in a filter, which would end at the first */
    { "count([c, none][item > 1])", "missing" },
    { "count([none, a][item > 1])", "not applicable" },
    { "count([none, b][item > 1])", "not applicable" },
    { "c > 1", "missing" },
    { "c = a", "missing" },
    { "c = null", "true" },
    { "c != null", "false" },
    { "none = null", "true" },
    { "a = null", "false" },
    { "1 / (a - a) = null", "true" },
    { "if c = null then 0 else c", "0" },
    { "if c != null then c else a", "49/50" },
    { "if c > 1 then 1 else 2", "missing" },
    { "if a > 1 then c else 2", "2" }, /* only the branch that is taken is read */
    { "c != null and c > 1", "false" },
    { "c > 1 and c != null", "false" }, /* as in FEEL, one side may decide alone */
    { "c = null or c > 1", "true" },
    { "c > 1 or a < 1", "true" },
    { "c > 1 or a > 1", "missing" },
    { "not(c > 1)", "missing" },
    { "max(a, c)", "missing" },
    { "a in (c, 0.98)", "true" },
    { "a in (c, 1)", "missing" },
    { "a in [0..c]", "missing" },
    { "a in [1..c]", "false" },
  };
  static const setting_of_formulas setting = { facts, types, G_N_ELEMENTS (types), NULL };

  (void) state;
  assert_values (&setting, values, G_N_ELEMENTS (values));
}

/* A fact that is not what it was declared as is invalid, not missing. */
static void
test_wrong_facts (void **state)
{
  static const pe_fact_declaration types[]
      = { { (char *) "grade", PE_FACT_STRING },
          { (char *) "done", PE_FACT_BOOLEAN },
          { (char *) "day", PE_FACT_DATE },
          { (char *) "date_of_no_text", PE_FACT_DATE } };
  static const given facts[]
      = { { "grade", "1" },           { "done", "1" }, { "day", ":31.01.2023" }, { "number", "是" },
          { "date_of_no_text", "5" }, { NULL, NULL } };
  static const expected_value values[]
      = { { "grade = \"1\"", "invalid" },
          { "done or false", "invalid" },
          { "day - day", "invalid" },
          { "date_of_no_text - day", "invalid" },
          { "number + 1", "invalid" } };
  static const setting_of_formulas setting = { facts, types, G_N_ELEMENTS (types), NULL };

  (void) state;
  assert_values (&setting, values, G_N_ELEMENTS (values));
}

static void
assert_input (const pe_vector *inputs, size_t index, const char *name, const char *measure, const char *path)
{
  const pe_scored_input *input = pe_vector_at (inputs, const pe_scored_input, index);

  assert_true (index < inputs->size);
  assert_string_equal (input->name, name);
  assert_string_equal (input->path, path);
  assert_int_equal (input->measure != NULL, measure != NULL);
  if (measure != NULL)
    assert_string_equal (input->measure, measure);
  assert_true (input->is_of_formula);
}

/* Each figure is recorded once, where it is first read, with the place that it came from. */
static void
test_inputs (void **state)
{
  pe_dossier               *dossier = read_dossier ();
  const setting_of_formulas setting = { NULL, NULL, 0, dossier };
  pe_vector                 inputs = PE_VECTOR_INIT (pe_scored_input);

  (void) state;
  g_free (evaluate (&setting, "budget.initial + budget.initial * prior.budget.executed + a + budget.execution_rate",
                    &inputs));
  assert_int_equal (inputs.size, 5);
  assert_input (&inputs, 0, "budget.initial", "budget.initial", "/budget/lines/0/initial");
  assert_input (&inputs, 1, "prior.budget.executed", "prior.budget.executed", "/prior/budget/lines/0/executed");
  assert_input (&inputs, 2, "a", NULL, "/facts/1/a");
  assert_input (&inputs, 3, "budget.execution_rate", "budget.execution_rate", "/budget/lines/0/executed");
  assert_input (&inputs, 4, "budget.execution_rate", "budget.execution_rate", "/budget/lines/0/adjusted");
  clear_inputs (&inputs);
  g_free (evaluate (&setting, "if true then budget.initial else budget.executed", &inputs));
  assert_int_equal (inputs.size, 1);
  clear_inputs (&inputs);
  g_free (evaluate (&setting, "procurement.contracts + procurement.sme_contracts", &inputs));
  assert_input (&inputs, 0, "procurement.contracts", "procurement.contracts", "/procurement/records");
  clear_inputs (&inputs);
  /* The column of the record that is to blame. */
  g_free (evaluate (&setting, "count(procurement.records[filing - signing <= 2])", &inputs));
  assert_int_equal (inputs.size, 2);
  assert_input (&inputs, 0, "procurement.records", "procurement.records", "/procurement/records");
  assert_input (&inputs, 1, "procurement.records", "procurement.records", "/procurement/records/1/filing");
  clear_inputs (&inputs);
  pe_dossier_unref (dossier);
}

/* Presence: whether anything of a symbol is there. */

static const pe_fact *
find_fact (const pe_fact_source *self, const char *name)
{
  static const pe_fact facts[] = {
    { sizeof *facts, 0, "1", "given", NULL, { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE } },
    { sizeof *facts, 0, "1", "empty", NULL, { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE } },
  };

  (void) self;
  for (size_t i = 0; i < G_N_ELEMENTS (facts); i++)
    if (strcmp (facts[i].name, name) == 0)
      return &facts[i];
  return NULL;
}

static void
print_fact_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, name);
}

/* Of the one symbol of a formula. */
static gboolean
is_there (const char *formula, const pe_dossier *dossier)
{
  const pe_fact_source source = { find_fact, print_fact_path, NULL, dossier, NULL, NULL, NULL, 0 };
  pe_expression       *expression = compile (&(const setting_of_formulas) { NULL, NULL, 0, NULL }, formula);
  size_t               n;
  const pe_symbol     *symbols = pe_expression_get_symbols (expression, &n);
  gboolean             found;

  assert_int_equal (n, 1);
  found = pe_symbol_is_there (symbols, &source);
  pe_expression_unref (expression);
  return found;
}

/* Amounts whose sum no decimal holds are there all the same. */
static const char overflowing[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": "
      "\"department\", \"money_unit\": \"元\", \"budget\": {\"lines\": ["
      "{\"name\": \"基本\", \"category\": \"basic\", \"executed\": \"9000000000000000000\"},"
      "{\"name\": \"项目\", \"category\": \"project\", \"executed\": \"9000000000000000000\"}]}}";

static void
test_presence (void **state)
{
  static const struct
  {
    const char *formula;
    gboolean    whole, huge; /* in the dossier above, and in the one whose sums are too large */
  } cases[] = {
    { "given", TRUE, TRUE },
    { "empty", FALSE, FALSE },
    { "unknown", FALSE, FALSE },
    { "budget.executed", TRUE, TRUE },
    { "budget.other.executed", FALSE, FALSE },
    { "prior.budget.executed", TRUE, FALSE },
    { "procurement.contracts", TRUE, FALSE },
    { "prior.procurement.contracts", FALSE, FALSE },
    { "budget.execution_rate", TRUE, TRUE },
    { "count(procurement.records)", TRUE, FALSE },
  };
  static const char empty[] = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, "
                              "\"fiscal_year\": 2023, \"kind\": \"department\"}";
  pe_dossier       *dossier = read_dossier (), *huge = NULL, *nothing = NULL;

  (void) state;
  assert_ok (pe_dossier_from_json (&huge, overflowing, strlen (overflowing), NULL, NULL, NULL));
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    if (is_there (cases[i].formula, dossier) != cases[i].whole || is_there (cases[i].formula, huge) != cases[i].huge)
      fail_msg ("%s", cases[i].formula);
  assert_false (is_there ("budget.executed", NULL));
  assert_ok (pe_dossier_from_json (&nothing, empty, strlen (empty), NULL, NULL, NULL));
  for (size_t i = 1; i < G_N_ELEMENTS (cases); i++)
    assert_false (is_there (cases[i].formula, nothing));
  pe_dossier_unref (nothing);
  pe_dossier_unref (dossier);
  pe_dossier_unref (huge);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_figures),     cmocka_unit_test (test_records), cmocka_unit_test (test_facts),
    cmocka_unit_test (test_wrong_facts), cmocka_unit_test (test_inputs),  cmocka_unit_test (test_presence),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
