/* test-no-memory.c - every allocation of this room, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/json.h>
#include <perfeval/rulebook_measure.h>

#include "scarce.h"

/* Prepared with enough memory. */
static pe_rule *prepared;

static pe_status
add_records (pe_rule_builder *builder, pe_error **error)
{
  pe_band   bands[2];
  pe_status status = PE_OK;

  for (size_t i = 0; i < 2; i++)
    {
      pe_band_init (&bands[i], sizeof bands[i]);
      bands[i].id = i == 0 ? "a" : "b";
      bands[i].name_zh = "档";
      bands[i].name_en = "band";
      bands[i].low_end = bands[i].high_end = PE_END_CLOSED;
      bands[i].high.coefficient = 1;
    }
  status = pe_rule_builder_add_bands (builder, bands, 2, error);
  if (status == PE_OK)
    status = pe_rule_builder_set_policy (builder, PE_STATE_TEXT, PE_POLICY_ZERO, error);
  return status;
}

static pe_status
make_graded (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_status        status = pe_rule_builder_new (&builder, "graded", 1, error);

  if (status == PE_OK)
    status = add_records (builder, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, NULL, error);
  scarce_end ();
  assert_int_equal (rule != NULL, status == PE_OK);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
  return status;
}

static pe_status
refuse_steps (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_findings     *findings = NULL;
  pe_step          steps[2];
  pe_status        status = pe_rule_builder_new (&builder, "steps", 1, error);

  for (size_t i = 0; i < 2; i++)
    {
      pe_step_init (&steps[i], sizeof steps[i]);
      steps[i].lower_end = i == 0 ? PE_END_UNBOUNDED : PE_END_CLOSED;
      steps[i].upper_end = i == 0 ? PE_END_CLOSED : PE_END_UNBOUNDED;
    }
  if (status == PE_OK)
    status = pe_rule_builder_bind_fact (builder, "value", "x", error);
  if (status == PE_OK)
    status = pe_rule_builder_add_steps (builder, steps, 2, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, &findings, error);
  scarce_end ();
  assert_null (rule);
  pe_findings_unref (findings);
  pe_rule_builder_free (builder);
  return status;
}

static pe_status
score_line (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_fact          facts[2];
  pe_ratio        *points = NULL;
  pe_status        status;

  for (size_t i = 0; i < 2; i++)
    {
      pe_fact_init (&facts[i], sizeof facts[i]);
      facts[i].name = i == 0 ? "actual" : "target";
      facts[i].figure.state = PE_STATE_VALUE;
      facts[i].figure.value.coefficient = 3;
    }
  status = pe_rule_score (&points, prepared, &marks, facts, 2, NULL, error);
  scarce_end ();
  assert_int_equal (points != NULL, status == PE_OK);
  pe_ratio_unref (points);
  return status;
}

static pe_status
miss_fact (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_ratio        *points = NULL;
  pe_status        status = pe_rule_score (&points, prepared, &marks, NULL, 0, NULL, error);

  scarce_end ();
  assert_null (points);
  return status;
}

/* Rules: every table that one can have */

typedef pe_status fill_rule (pe_rule_builder *builder, pe_error **error);

static pe_status
try_rule (const char *shape, fill_rule *fill, pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_status        status = pe_rule_builder_new (&builder, shape, 1, error);

  if (status == PE_OK)
    status = fill (builder, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rule, builder, NULL, error);
  scarce_end ();
  assert_int_equal (rule != NULL, status == PE_OK);
  pe_rule_unref (rule);
  pe_rule_builder_free (builder);
  return status;
}

static pe_status
fill_checklist (pe_rule_builder *builder, pe_error **error)
{
  pe_item items[3];

  for (size_t i = 0; i < G_N_ELEMENTS (items); i++)
    {
      pe_item_init (&items[i], sizeof items[i]);
      items[i].id = i == 0 ? "a" : i == 1 ? "b" : "c";
      items[i].name_zh = "项";
      items[i].points.coefficient = 1;
    }
  return pe_rule_builder_add_items (builder, items, G_N_ELEMENTS (items), error);
}

static pe_status
make_checklist (pe_error **error)
{
  return try_rule ("checklist", fill_checklist, error);
}

static pe_status
fill_points (pe_rule_builder *builder, pe_error **error)
{
  pe_point  points[3];
  pe_status status = pe_rule_builder_bind_fact (builder, "value", "x", error);

  for (size_t i = 0; i < G_N_ELEMENTS (points); i++)
    {
      pe_point_init (&points[i], sizeof points[i]);
      points[i].at.coefficient = points[i].points.coefficient = (int64_t) i;
    }
  return status == PE_OK ? pe_rule_builder_add_points (builder, points, G_N_ELEMENTS (points), error) : status;
}

static pe_status
make_piecewise (pe_error **error)
{
  return try_rule ("piecewise_linear", fill_points, error);
}

static pe_status
fill_milestones (pe_rule_builder *builder, pe_error **error)
{
  pe_milestone milestones[3];

  for (size_t i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      pe_milestone_init (&milestones[i], sizeof milestones[i]);
      milestones[i].id = i == 0 ? "a" : i == 1 ? "b" : "c";
      milestones[i].name_zh = "进度";
      milestones[i].date = 630 + 100 * (pe_date) i;
      milestones[i].share = (pe_decimal) { 5, 1, 0 };
      milestones[i].points.coefficient = 1;
    }
  return pe_rule_builder_add_milestones (builder, milestones, G_N_ELEMENTS (milestones), error);
}

static pe_status
make_milestones (pe_error **error)
{
  return try_rule ("milestones", fill_milestones, error);
}

static pe_status
fill_alternatives (pe_rule_builder *builder, pe_error **error)
{
  static const char *const ids[] = { "a", "b", "c" };
  pe_status                status = pe_rule_builder_set_word (builder, "choice", "declared", error);

  for (size_t i = 0; i < G_N_ELEMENTS (ids) && status == PE_OK; i++)
    status = pe_rule_builder_add_alternative (builder, ids[i], prepared, error);
  return status;
}

static pe_status
make_alternatives (pe_error **error)
{
  return try_rule ("alternative", fill_alternatives, error);
}

static pe_status
add_tests (pe_rule_builder *builder, const char *number, const char *text, pe_error **error)
{
  const char *const when[] = { number, text };
  pe_decision       decision;

  pe_decision_init (&decision, sizeof decision);
  decision.when = when;
  decision.n_when = 2;
  decision.points.coefficient = 1;
  return pe_rule_builder_add_decisions (builder, &decision, 1, error);
}

/* Two inputs, of which one is a declared text. */
static pe_status
begin_decisions (pe_rule_builder *builder, const char *hit, pe_error **error)
{
  pe_table_input inputs[2];
  pe_status      status = pe_rule_builder_set_word (builder, "hit", hit, error);

  for (size_t i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      pe_table_input_init (&inputs[i], sizeof inputs[i]);
      inputs[i].id = inputs[i].formula = i == 0 ? "rate" : "grade";
    }
  if (status == PE_OK)
    status = pe_rule_builder_declare_fact (builder, "grade", PE_FACT_STRING, error);
  if (status == PE_OK)
    status = pe_rule_builder_declare_fact (builder, "day", PE_FACT_DATE, error);
  return status == PE_OK ? pe_rule_builder_add_inputs (builder, inputs, G_N_ELEMENTS (inputs), error) : status;
}

static pe_status
fill_decisions (pe_rule_builder *builder, pe_error **error)
{
  const pe_decimal ranks[] = { { 2, 0, 0 }, { 1, 0, 0 } };
  pe_status        status = begin_decisions (builder, "P", error);

  if (status == PE_OK)
    status = add_tests (builder, "[1..2), 3", "not(\"a\")", error);
  if (status == PE_OK)
    status = add_tests (builder, "not([1..2), 3)", "-", error);
  if (status == PE_OK)
    status = add_tests (builder, "[1..2), 3", "\"a\"", error);
  return status == PE_OK ? pe_rule_builder_add_priority (builder, ranks, 2, error) : status;
}

/* The table that the first rule shares is copied before it grows. */
static pe_status
make_decisions_twice (pe_error **error)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *rules[2] = { NULL, NULL };
  pe_status        status = pe_rule_builder_new (&builder, "decision_table", 1, error);

  if (status == PE_OK)
    status = fill_decisions (builder, error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rules[0], builder, NULL, error);
  if (status == PE_OK)
    status = add_tests (builder, "> 100", "-", error);
  if (status == PE_OK)
    status = pe_rule_builder_build (&rules[1], builder, NULL, error);
  scarce_end ();
  assert_int_equal (rules[1] != NULL, status == PE_OK);
  pe_rule_unref (rules[0]);
  pe_rule_unref (rules[1]);
  pe_rule_builder_free (builder);
  return status;
}

/* not() takes one span more than the tests in it: of the sixth rule it is the one that lets the list grow. */
static pe_status
fill_inverted (pe_rule_builder *builder, pe_error **error)
{
  pe_status status = begin_decisions (builder, "F", error);

  for (int i = 0; i < 6 && status == PE_OK; i++)
    status = add_tests (builder, "not(1)", "not(\"a\")", error);
  return status == PE_OK ? add_tests (builder, "-", "-", error) : status;
}

static pe_status
make_inverted (pe_error **error)
{
  return try_rule ("decision_table", fill_inverted, error);
}

static pe_status
fill_overlap (pe_rule_builder *builder, pe_error **error)
{
  pe_status status = begin_decisions (builder, "U", error);

  if (status == PE_OK)
    status = add_tests (builder, "-", "-", error);
  return status == PE_OK ? add_tests (builder, "> 1", "\"a\"", error) : status;
}

static pe_status
refuse_overlap (pe_error **error)
{
  return try_rule ("decision_table", fill_overlap, error);
}

static pe_status
fill_wrong_test (pe_rule_builder *builder, pe_error **error)
{
  pe_status status = begin_decisions (builder, "U", error);

  return status == PE_OK ? add_tests (builder, "> 1,", "-", error) : status;
}

static pe_status
refuse_test (pe_error **error)
{
  return try_rule ("decision_table", fill_wrong_test, error);
}

static pe_status
fill_wrong_number (pe_rule_builder *builder, pe_error **error)
{
  const pe_decimal depth = { 4, 0, 0 };

  return pe_rule_builder_set_number (builder, "depth", &depth, error);
}

static pe_status
refuse_number (pe_error **error)
{
  return try_rule ("slot", fill_wrong_number, error);
}

static pe_status
refuse_shape (pe_error **error)
{
  return try_rule ("step", fill_wrong_number, error);
}

/* A person's score outside its band. */
static pe_status
miss_band (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_fact          facts[2];
  pe_ratio        *points = NULL;
  pe_status        status;

  for (size_t i = 0; i < 2; i++)
    pe_fact_init (&facts[i], sizeof facts[i]);
  facts[0].name = "grade";
  facts[0].text = "a";
  facts[0].figure.state = PE_STATE_TEXT;
  facts[1].name = "score";
  facts[1].figure = (pe_figure) { { 3, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  status = pe_rule_score (&points, prepared, &marks, facts, 2, NULL, error);
  scarce_end ();
  assert_null (points);
  return status;
}

/* Points that do not add up to the full marks. */
static pe_status
miss_marks (pe_error **error)
{
  const pe_decimal marks = { 10, 0, 0 };
  pe_ratio        *points = NULL;
  pe_status        status = pe_rule_score (&points, prepared, &marks, NULL, 0, NULL, error);

  scarce_end ();
  assert_null (points);
  return status;
}

/* Applying: over a dossier, or over facts that are all 5%, but for a grade */

static pe_dossier *dossier;
static pe_state    expected_state;

static const pe_fact *
find_five (const pe_fact_source *self, const char *name)
{
  static const pe_fact fact = { sizeof fact, 0, "1", "x", NULL, { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_PERCENT } };

  static const pe_fact grade = { sizeof grade, 0, "1", "x", "a", { { 0, 0, 0 }, PE_STATE_TEXT, PE_UNIT_NONE } };

  (void) self;
  return strcmp (name, "grade") == 0 ? &grade : &fact;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, name);
}

static pe_status
apply_prepared (pe_error **error)
{
  const pe_fact_source source = { find_five, print_path, NULL, dossier, NULL, NULL, NULL, 0 };
  pe_rational          marks;
  pe_outcome           outcome;
  pe_status            status;

  pe_rational_init (&marks);
  pe_rational_set_int (&marks, 10);
  pe_outcome_init (&outcome);
  status = pe_rule_apply (prepared, &marks, &source, 65536, &outcome, error);
  scarce_end ();
  if (status == PE_OK)
    assert_int_equal (outcome.state, expected_state);
  pe_outcome_clear (&outcome);
  pe_rational_clear (&marks);
  return status;
}

static void
fail_to_apply (pe_rule *rule, pe_state state)
{
  prepared = rule;
  expected_state = state;
  fail_in_turn (apply_prepared, PE_OK);
  g_clear_pointer (&prepared, pe_rule_unref);
}

/* An outcome that has hits and a value that was computed. */
static pe_status
copy_details (pe_error **error)
{
  pe_outcome  from, to;
  pe_computed computed = { "actual", { 0 } };
  uint32_t    hit = 3;
  pe_status   status;

  pe_rational_init (&computed.value);
  pe_outcome_init (&from);
  pe_outcome_init (&to);
  status = pe_vector_push (&from.hits, &hit);
  if (status == PE_OK)
    status = pe_vector_push (&from.computed, &computed);
  if (status == PE_OK)
    status = pe_outcome_copy_details (&to, &from);
  scarce_end ();
  if (status == PE_OK)
    assert_int_equal (*pe_vector_at (&to.hits, uint32_t, 0), 3);
  else
    pe_error_set_no_memory (error);
  pe_outcome_clear (&from);
  pe_outcome_clear (&to);
  return status;
}

static pe_rule *
build_filled (const char *shape, fill_rule *fill)
{
  pe_rule_builder *builder = begin (shape);

  assert_ok (fill (builder, NULL));
  return build (builder);
}

static pe_status
fill_hits (pe_rule_builder *builder, const char *hit, pe_error **error)
{
  pe_status status = begin_decisions (builder, hit, error);

  if (status == PE_OK)
    status = add_tests (builder, "-", "-", error);
  return status == PE_OK ? add_tests (builder, "-", "-", error) : status;
}

static pe_status
fill_first (pe_rule_builder *builder, pe_error **error)
{
  return fill_hits (builder, "F", error);
}

static pe_status
fill_sum (pe_rule_builder *builder, pe_error **error)
{
  return fill_hits (builder, "C+", error);
}

static pe_status
fill_records (pe_rule_builder *builder, pe_error **error)
{
  const pe_decimal limit = { 30, 0, 0 };

  assert_ok (pe_rule_builder_set_word (builder, "from", "award", error));
  assert_ok (pe_rule_builder_set_word (builder, "to", "signing", error));
  assert_ok (pe_rule_builder_set_word (builder, "days", "calendar", error));
  return pe_rule_builder_set_number (builder, "limit", &limit, error);
}

/* Rulebooks */

static pe_status
fill_rulebook (pe_rulebook_builder *builder, int64_t marks, pe_error **error)
{
  pe_rulebook_head     head;
  pe_rounding_contract contract;
  pe_indicator         indicators[2];
  pe_grade             grade;
  pe_status            status;

  pe_rulebook_head_init (&head, sizeof head);
  head.id = head.edition = "x";
  head.title_zh = "名";
  head.kind = PE_KIND_PROJECT;
  head.status = PE_RULEBOOK_SAMPLE;
  head.first_year = head.last_year = 2023;
  head.full_marks.coefficient = marks;
  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rank_on = PE_RANK_ON_EXACT;
  for (size_t i = 0; i < 2; i++)
    {
      pe_indicator_init (&indicators[i], sizeof indicators[i]);
      indicators[i].parent = (uint32_t) i;
      indicators[i].code = i == 0 ? "1" : "1.1";
      indicators[i].name_zh = "指标";
      indicators[i].full_marks.coefficient = 10;
      indicators[i].rule = i == 0 ? NULL : prepared;
    }
  pe_grade_init (&grade, sizeof grade);
  grade.id = "a";
  grade.name_zh = "级";
  status = pe_rulebook_builder_set_head (builder, &head, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_set_rounding (builder, &contract, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_set_policy (builder, PE_STATE_ZERO_DENOMINATOR, PE_POLICY_FULL, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_add_indicators (builder, indicators, 2, error);
  return status == PE_OK ? pe_rulebook_builder_add_grades (builder, &grade, 1, error) : status;
}

static pe_status
try_rulebook (int64_t marks, pe_error **error)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_findings         *findings = NULL;
  pe_status            status = pe_rulebook_builder_new (&builder, NULL, error);

  if (status == PE_OK)
    status = fill_rulebook (builder, marks, error);
  if (status == PE_OK)
    status = pe_rulebook_builder_build (&rulebook, builder, &findings, error);
  scarce_end ();
  assert_int_equal (rulebook != NULL, status == PE_OK);
  pe_findings_unref (findings);
  pe_rulebook_unref (rulebook);
  pe_rulebook_builder_free (builder);
  return status;
}

static pe_status
make_rulebook (pe_error **error)
{
  return try_rulebook (10, error);
}

static pe_status
refuse_marks (pe_error **error)
{
  return try_rulebook (11, error);
}

static pe_status
make_measure (pe_error **error)
{
  static const char *const columns[] = { "register.projects.signed", "register.projects.amount" };
  const pe_fact_type       types[] = { PE_FACT_DATE, PE_FACT_NUMBER };
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;
  pe_status                status;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.a";
  spec.name_zh = "度量";
  spec.name_en = "a measure";
  spec.source = "report";
  spec.formula = "sum(register.projects[signed != null].amount)";
  spec.columns = columns;
  spec.types = types;
  spec.n_columns = G_N_ELEMENTS (columns);
  status = pe_rulebook_measure_new (&measure, &spec, error);
  scarce_end ();
  assert_int_equal (measure != NULL, status == PE_OK);
  pe_rulebook_measure_unref (measure);
  return status;
}

/* One that names another reads what that reads, and something of its own behind it. */
static pe_status
make_rulebook_of_measures (pe_error **error)
{
  static const char rules[]
      = "{\"format\":\"perfeval-rulebook/"
        "1\",\"id\":\"m\",\"edition\":\"1\",\"title\":{\"zh\":\"度\"},\"kind\":\"department\","
        "\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":\"1\","
        "\"rounding\":{\"rate\":null,\"leaf\":null,\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"
        "\"measures\":["
        "{\"id\":\"measure.a\",\"name\":{\"zh\":\"甲\"},\"formula\":\"budget.executed / "
        "budget.adjusted\",\"zero_denominator\":\"policy\"},"
        "{\"id\":\"measure.b\",\"name\":{\"zh\":\"乙\"},\"formula\":\"measure.a + budget.initial / "
        "budget.adjusted\",\"zero_denominator\":\"policy\"}],"
        "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"1\",\"rule\":"
        "{\"shape\":\"capped_ratio/"
        "1\",\"actual\":{\"measure\":\"measure.b\"},\"target\":\"9\",\"policies\":{\"missing\":\"zero\",\"zero_"
        "denominator\":\"zero\"}}}]}";
  pe_rulebook *rulebook = NULL;
  pe_status    status = pe_rulebook_from_json (&rulebook, rules, sizeof rules - 1, NULL, NULL, error);

  scarce_end ();
  assert_int_equal (rulebook != NULL, status == PE_OK);
  pe_rulebook_unref (rulebook);
  return status;
}

static void
test_measures (void **state)
{
  (void) state;
  fail_in_turn (make_measure, PE_OK);
  fail_in_turn (make_rulebook_of_measures, PE_OK);
}

/* What earns more the nearer it comes to its target: the rule that the attempts share. */
static void
prepare_ratio (void)
{
  pe_rule_builder *builder = begin ("capped_ratio");

  bind (builder, "actual", "actual");
  bind (builder, "target", "target");
  prepared = build (builder);
}

static void
test_rules (void **state)
{
  (void) state;
  fail_in_turn (make_graded, PE_OK);
  fail_in_turn (refuse_steps, PE_ERROR_STEPS_OVERLAP);
  fail_in_turn (make_checklist, PE_OK);
  fail_in_turn (make_piecewise, PE_OK);
  fail_in_turn (make_milestones, PE_OK);
  fail_in_turn (refuse_number, PE_ERROR_PARAMETER_RANGE);
  fail_in_turn (refuse_shape, PE_ERROR_SHAPE_UNKNOWN);
  prepare_ratio ();
  fail_in_turn (make_alternatives, PE_OK);
  g_clear_pointer (&prepared, pe_rule_unref);
}

#define RECORDS(first)                                                                                            \
  "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\"," \
  "\"money_unit\":\"元\",\"procurement\":{\"records\":[{\"name\":\"a\",\"award\":\"2023-03-01\"" first "},"       \
  "{\"name\":\"b\",\"award\":\"2023-03-01\",\"signing\":\"2023-06-20\"}]}}"

static void
test_applying (void **state)
{
  static const char document[] = RECORDS (",\"signing\":\"2023-03-20\""), unsigned_contract[] = RECORDS ("");

  (void) state;
  fail_in_turn (copy_details, PE_OK);
  fail_to_apply (build_filled ("milestones", fill_milestones), PE_STATE_VALUE);
  assert_ok (pe_dossier_from_json (&dossier, document, strlen (document), NULL, NULL, NULL));
  fail_to_apply (build_filled ("on_time_share", fill_records), PE_STATE_VALUE);
  pe_dossier_unref (dossier);
  /* The first one was never signed: its date is to blame. */
  assert_ok (pe_dossier_from_json (&dossier, unsigned_contract, strlen (unsigned_contract), NULL, NULL, NULL));
  fail_to_apply (build_filled ("on_time_share", fill_records), PE_STATE_MISSING);
  g_clear_pointer (&dossier, pe_dossier_unref);
}

static void
test_applying_tables (void **state)
{
  (void) state;
  fail_to_apply (build_filled ("decision_table", fill_first), PE_STATE_VALUE);
  fail_to_apply (build_filled ("decision_table", fill_sum), PE_STATE_VALUE);
}

static void
test_decision_tables (void **state)
{
  (void) state;
  fail_in_turn (make_decisions_twice, PE_OK);
  fail_in_turn (make_inverted, PE_OK);
  fail_in_turn (refuse_overlap, PE_ERROR_TABLE_OVERLAP);
  fail_in_turn (refuse_test, PE_ERROR_EXPRESSION_SYNTAX);
}

static void
test_scores (void **state)
{
  pe_rule_builder *builder;

  (void) state;
  prepare_ratio ();
  fail_in_turn (score_line, PE_OK);
  fail_in_turn (miss_fact, PE_ERROR_FIGURE_MISSING);
  g_clear_pointer (&prepared, pe_rule_unref);
  builder = begin ("graded");
  add_band (builder, "a", "[0.8, 1]");
  prepared = build (builder);
  fail_in_turn (miss_band, PE_ERROR_SCORE_OUTSIDE_BAND);
  g_clear_pointer (&prepared, pe_rule_unref);
  builder = begin ("checklist");
  add_item (builder, "a", "9", NULL);
  prepared = build (builder);
  fail_in_turn (miss_marks, PE_ERROR_MARKS_MISMATCH);
  g_clear_pointer (&prepared, pe_rule_unref);
}

static void
test_rulebooks (void **state)
{
  (void) state;
  prepare_ratio ();
  fail_in_turn (make_rulebook, PE_OK);
  fail_in_turn (refuse_marks, PE_ERROR_MARKS_MISMATCH);
  g_clear_pointer (&prepared, pe_rule_unref);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_rules),           cmocka_unit_test (test_scores),          cmocka_unit_test (test_rulebooks),
    cmocka_unit_test (test_measures),        cmocka_unit_test (test_decision_tables), cmocka_unit_test (test_applying),
    cmocka_unit_test (test_applying_tables),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
