/* test-expression-no-memory.c - every allocation of formulas and decision tables, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/json.h>
#include <perfeval/measure_derivation.h>
#include <perfeval/rulebook_measure.h>

#include "rules/decision-table-private.h"
#include "scarce.h"

static const pe_fact *
find (const pe_fact_source *self, const char *name)
{
  static const pe_fact fact = { sizeof fact, 0, "1", "x", NULL, { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE } };

  (void) self;
  (void) name;
  return &fact;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, name);
}

static const pe_fact_source source = { find, print_path, NULL, NULL, NULL, NULL, NULL, 0 };

static const char formula_text[]
    = "if x in ([1..3], < 0, 7) or \"a\" = \"b\" then sum([1, x, 90%][item > 2]) else if some r in [1, 2] "
      "satisfies r = x then min(x, 3) else round half up(y + x * 2, 2)";

static pe_status
evaluate_formula (pe_error **error)
{
  const pe_expression_scope scope = { .wanted = PE_TYPE_NUMBER };
  pe_vector                 inputs = PE_VECTOR_INIT (pe_scored_input);
  pe_expression_context     context = { &source, &inputs, 65536, 10000, 0, NULL };
  pe_expression            *expression = NULL;
  pe_value                  value;
  pe_status                 status = pe_expression_new (&expression, formula_text, &scope, error);

  pe_value_init (&value);
  if (status == PE_OK)
    status = pe_expression_evaluate (expression, &context, &value, error);
  for (size_t i = 0; i < inputs.size; i++)
    pe_inputs_free_path (&inputs, pe_vector_at (&inputs, pe_scored_input, i)->path);
  pe_vector_clear (&inputs);
  pe_value_clear (&value);
  pe_expression_unref (expression);
  scarce_end ();
  return status;
}

static pe_status
refuse_formula (pe_error **error)
{
  const pe_expression_scope scope = { .wanted = PE_TYPE_NUMBER };
  pe_expression            *expression = NULL;
  pe_status                 status = pe_expression_new (&expression, "x +", &scope, error);

  scarce_end ();
  assert_null (expression);
  return status;
}

/* Records, registers and measures of the rulebook, whose results have places */

static const char document[]
    = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\","
      "\"money_unit\":\"元\",\"budget\":{\"lines\":[{\"name\":\"总\",\"category\":\"total\",\"adjusted\":\"40\","
      "\"executed\":\"30\"}]},"
      "\"procurement\":{\"records\":[{\"name\":\"a\",\"contract\":\"1\"},{\"name\":\"b\",\"contract\":\"2\"},"
      "{\"name\":\"c\"}]}}";

static pe_dossier          *dossier;
static pe_rulebook_measure *own_measure;

static void
prepare (void)
{
  pe_rulebook_measure_spec spec;

  assert_ok (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, NULL));
  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.a";
  spec.name_zh = "度量";
  spec.formula = "(sum(procurement.records[contract != null].contract) + budget.executed * budget.execution_rate) / 7";
  spec.unit = PE_UNIT_YUAN;
  spec.zero_state = PE_STATE_ZERO_DENOMINATOR;
  assert_ok (pe_rulebook_measure_new (&own_measure, &spec, NULL));
}

/* What a formula comes to over the dossier, and the state that it has. */
static pe_status
evaluate_over_records (const char *text, pe_state state, pe_error **error)
{
  const pe_fact_source      whole = { find, print_path, NULL, dossier, NULL, NULL, NULL, 0 };
  const pe_expression_scope scope = { .wanted = PE_TYPE_NUMBER, .measures = &own_measure, .n_measures = 1 };
  pe_vector                 inputs = PE_VECTOR_INIT (pe_scored_input), records = PE_VECTOR_INIT (pe_read_record);
  pe_expression_context     context = { &whole, &inputs, 65536, 10000, 0, &records };
  pe_expression            *expression = NULL;
  pe_value                  value;
  pe_status                 status = pe_expression_new (&expression, text, &scope, error);

  pe_value_init (&value);
  if (status == PE_OK)
    status = pe_expression_evaluate (expression, &context, &value, error);
  scarce_end ();
  if (status == PE_OK)
    assert_int_equal (value.state, state);
  for (size_t i = 0; i < inputs.size; i++)
    pe_inputs_free_path (&inputs, pe_vector_at (&inputs, pe_scored_input, i)->path);
  pe_vector_clear (&inputs);
  pe_vector_clear (&records);
  pe_value_clear (&value);
  pe_expression_unref (expression);
  return status;
}

/* The column of the third record is to blame: its input is the ninth, for which the list of inputs grows. */
static pe_status
miss_column (pe_error **error)
{
  return evaluate_over_records (
      "sum(procurement.records.contract) + a + b + c + d + e + f + g", PE_STATE_MISSING, error);
}

static pe_status
evaluate_own (pe_error **error)
{
  return evaluate_over_records ("round half up(measure.a * 2, 0) + count(procurement.records)", PE_STATE_VALUE, error);
}

static pe_status
derive (pe_error **error)
{
  pe_measure_derivation *derivation = NULL;
  pe_status              status = pe_measure_derivation_new (&derivation, own_measure, dossier, NULL, error);

  scarce_end ();
  assert_int_equal (derivation != NULL, status == PE_OK);
  if (derivation != NULL)
    assert_int_equal (pe_measure_derivation_get_size (derivation), 4);
  pe_measure_derivation_unref (derivation);
  return status;
}

static pe_status
fill_table (pe_decision_table *table)
{
  static const char *const when[][2]
      = { { "[1..3), 4", "\"a\", \"b\"" }, { ">= 7", "not(\"a\")" }, { "< 1", "\"c\"" } };
  const pe_expression_scope scope = { .wanted = PE_TYPE_NULL };
  const pe_table_input      inputs[]
      = { { sizeof *inputs, 0, "n", "x + 1" }, { sizeof *inputs, 0, "t", "if x = 5 then \"b\" else \"c\"" } };
  pe_status status = PE_OK;

  for (size_t i = 0; status == PE_OK && i < G_N_ELEMENTS (inputs); i++)
    status = pe_decision_table_add_input (table, &inputs[i], i, &scope, NULL);
  for (size_t i = 0; status == PE_OK && i < G_N_ELEMENTS (when); i++)
    {
      const pe_decision decision = { sizeof decision, 2, when[i], { 1, 0, 0 } };

      status = pe_decision_table_add_decision (table, &decision, i, G_MAXSIZE, NULL);
    }
  return status;
}

/* The digest of a rule is made by GLib, which aborts (docs/memory.md); so the table stands here without its rule. */
static pe_status
make_table (pe_error **error)
{
  const pe_sweep_order order = { PE_HIT_UNIQUE, TRUE, NULL, "", NULL };
  pe_decision_table   *table = pe_decision_table_new (), *copy = NULL;
  pe_status            status = table == NULL ? PE_ERROR_NO_MEMORY : fill_table (table);
  pe_collector         collector;

  if (status == PE_OK)
    status = pe_decision_table_copy (&copy, table);
  pe_collector_init (&collector, NULL);
  if (status == PE_OK)
    pe_decision_table_sweep (NULL, copy, &order, &collector);
  if (status == PE_OK)
    status = pe_collector_finish (&collector, NULL, NULL);
  else
    pe_collector_clear (&collector);
  pe_decision_table_unref (copy);
  pe_decision_table_unref (table);
  scarce_end ();
  if (status != PE_OK)
    pe_error_set_no_memory (error);
  return status;
}

static void
test_formula (void **state)
{
  (void) state;
  fail_in_turn (evaluate_formula, PE_OK);
  fail_in_turn (refuse_formula, PE_ERROR_EXPRESSION_SYNTAX);
}

static void
test_records (void **state)
{
  (void) state;
  prepare ();
  fail_in_turn (miss_column, PE_OK);
  fail_in_turn (evaluate_own, PE_OK);
  fail_in_turn (derive, PE_OK);
  g_clear_pointer (&own_measure, pe_rulebook_measure_unref);
  g_clear_pointer (&dossier, pe_dossier_unref);
}

static void
test_table (void **state)
{
  (void) state;
  fail_in_turn (make_table, PE_OK);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_formula), cmocka_unit_test (test_records), cmocka_unit_test (test_table) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
