/* test-shape-milestones.c - shares that are due by a day
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/calendar.h>

static void
init_milestone (pe_milestone *self, const char *id, const char *share, const char *points)
{
  pe_milestone_init (self, sizeof *self);
  self->id = id;
  self->name_zh = "拨付进度";
  self->name_en = "paid out";
  self->share = decimal (share);
  self->points = decimal (points);
}

/* 支付进度 [P1] w 3: 50% of the special funds before the Spring Festival, all by the end of June; each late one costs
 * 0.5. day: the name, or NULL for the date. */
static pe_rule_builder *
begin_rule (const char *day, pe_date date)
{
  pe_rule_builder *builder = begin ("milestones");
  pe_milestone     milestones[2];

  init_milestone (&milestones[0], "spring", "0.5", "0.5");
  milestones[0].day = day;
  milestones[0].date = day == NULL ? 20230122 : 0;
  init_milestone (&milestones[1], "june", "1", "0.5");
  milestones[1].date = date;
  assert_ok (pe_rule_builder_add_milestones (builder, milestones, 2, NULL));
  return builder;
}

static void
test_points (void **state)
{
  pe_rule *rule = build (begin_rule (NULL, 20230630));

  (void) state;
  assert_points (rule, "3", GIVEN ({ "spring", "50%" }, { "june", "100%" }), "3/1");
  assert_points (rule, "3", GIVEN ({ "spring", "49.99%" }, { "june", "100%" }), "5/2");
  assert_points (rule, "3", GIVEN ({ "spring", "500‰" }, { "june", "99.9%" }), "5/2");
  assert_points (rule, "3", GIVEN ({ "spring", "0%" }, { "june", "0%" }), "2/1");
  assert_points (rule, "0.8", GIVEN ({ "spring", "0%" }, { "june", "0%" }), "0/1");
  assert_true (pe_rule_is_self_contained (rule));
  assert_true (pe_rule_uses_fact (rule, "june"));
  assert_false (pe_rule_uses_fact (rule, "may"));
  assert_int_equal (pe_rule_get_n_facts (rule), 2);
  assert_string_equal (pe_rule_get_fact_name (rule, 1), "june");
  pe_rule_unref (rule);
}

static void
test_states (void **state)
{
  pe_rule *rule = build (begin_rule (NULL, 630)), *named = build (begin_rule ("春节", 630));

  (void) state;
  assert_fault (rule, "3", GIVEN ({ "spring", "50%" }), PE_ERROR_FIGURE_MISSING);
  assert_fault (rule, "3", GIVEN ({ "spring", "-" }, { "june", "1%" }), PE_ERROR_NOT_APPLICABLE);
  /* 48 could be 48% as well as 4800%. */
  assert_fault (rule, "3", GIVEN ({ "spring", "48" }, { "june", "1%" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "3", GIVEN ({ "spring", "-1%" }, { "june", "1%" }), PE_ERROR_NEGATIVE_AMOUNT);
  /* A day with a name is a day of a fiscal year, which a line by itself does not have. */
  assert_fault (named, "3", GIVEN ({ "spring", "50%" }, { "june", "100%" }), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_unref (named);
  pe_rule_unref (rule);
}

static pe_dossier *
new_dossier (void)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;
  pe_dossier_head     head;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_calendar *
new_calendar (const char *name, pe_date date)
{
  const pe_named_day day = { sizeof day, date, name };
  pe_calendar       *calendar = NULL;
  pe_calendar_spec   spec;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = 2022;
  spec.last_year = 2023;
  spec.named_days = &day;
  spec.n_named_days = 1;
  assert_ok (pe_calendar_new (&calendar, &spec, NULL));
  return calendar;
}

/* A calendar does not say which year is meant where there is no dossier. */
static void
test_no_year (void **state)
{
  pe_rule     *rule = build (begin_rule ("春节", 630));
  pe_calendar *calendar = new_calendar ("春节", 20230122);
  pe_outcome   outcome;

  (void) state;
  apply (&outcome, rule, "3", GIVEN ({ "spring", "48%" }, { "june", "99.5%" }), NULL, calendar);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_CALENDAR_MISSING, "/facts/1/spring");
  pe_outcome_clear (&outcome);
  pe_calendar_unref (calendar);
  pe_rule_unref (rule);
}

/* In 2023 the Spring Festival was on 22 January. */
static void
test_named_day (void **state)
{
  pe_rule     *rule = build (begin_rule ("春节", 630));
  pe_dossier  *dossier = new_dossier ();
  pe_calendar *calendar = new_calendar ("春节", 20230122), *other = new_calendar ("春节", 20220201);
  const given *facts = GIVEN ({ "spring", "48%" }, { "june", "99.5%" });
  pe_outcome   outcome;

  (void) state;
  apply (&outcome, rule, "3", facts, dossier, calendar);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  assert_rational (&outcome.points, "2/1");
  assert_outcome_formula (
      rule, "3", &outcome, "3 − 0.5（48% < 50%，春节 2023-01-22） − 0.5（99.5% < 100%，2023-06-30）",
      "3 − 0.5 (48% < 50%, 春节 2023-01-22) − 0.5 (99.5% < 100%, 2023-06-30)");
  pe_outcome_clear (&outcome);
  apply (&outcome, rule, "3", facts, dossier, NULL);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_CALENDAR_MISSING, "/facts/1/spring");
  pe_outcome_clear (&outcome);
  /* It stands in the calendar for another year. */
  apply (&outcome, rule, "3", facts, dossier, other);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_NOT_FOUND, "/fiscal_year");
  pe_outcome_clear (&outcome);
  pe_calendar_unref (other);
  pe_calendar_unref (calendar);
  pe_dossier_unref (dossier);
  pe_rule_unref (rule);
}

static void
test_formula (void **state)
{
  pe_rule *rule = build (begin_rule (NULL, 630));

  (void) state;
  assert_formula (rule, "3", GIVEN ({ "spring", "50%" }, { "june", "100%" }), "3 − 0", "3 − 0");
  assert_formula (rule, "3", GIVEN ({ "spring", "50%" }, { "june", "9%" }), "3 − 0.5（9% < 100%，06-30）",
                  "3 − 0.5 (9% < 100%, 06-30)");
  assert_formula (rule, "0.5", GIVEN ({ "spring", "50%" }, { "june", "9%" }), "max(0, 0.5 − 0.5（9% < 100%，06-30）)",
                  "max(0, 0.5 − 0.5 (9% < 100%, 06-30))");
  pe_rule_unref (rule);
}

/* The stream of docs/digest.md, packed and hashed by Python's struct and hashlib. */
static void
test_digest (void **state)
{
  pe_rule *rule = build (begin_rule ("春节", 630));

  (void) state;
  assert_digest (rule, "ecadd4af38dabdcdeb52147846c056b3cc3bba8ceda352c81e6cb245c332321a");
  pe_rule_unref (rule);
}

static void
refuse_milestone (pe_milestone *milestone, pe_status code)
{
  pe_rule_builder *builder = begin ("milestones");

  assert_error (pe_rule_builder_add_milestones (builder, milestone, 1, &error), code);
  pe_rule_builder_free (builder);
}

static void
test_build (void **state)
{
  static const struct
  {
    pe_date     date;
    const char *day, *share, *points;
  } wrong[] = {
    { 0, NULL, "0.5", "1" },   { 20230630, "春节", "0.5", "1" }, { 20230631, NULL, "0.5", "1" },
    { 229, NULL, "0.5", "1" }, { 1331, NULL, "0.5", "1" },       { -1, NULL, "0.5", "1" },
    { 0, "", "0.5", "1" },     { 630, NULL, "0", "1" },          { 630, NULL, "1.01", "1" },
    { 630, NULL, "0.5", "0" }, { 630, NULL, "0.5", "-1" },
  };
  pe_rule_builder *builder = begin_rule (NULL, 630);
  pe_milestone     milestone;

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      init_milestone (&milestone, "a", wrong[i].share, wrong[i].points);
      milestone.date = wrong[i].date;
      milestone.day = wrong[i].day;
      refuse_milestone (&milestone, PE_ERROR_INVALID_ARGUMENT);
    }
  init_milestone (&milestone, "june", "0.5", "1");
  milestone.date = 630;
  assert_error (pe_rule_builder_add_milestones (builder, &milestone, 1, &error), PE_ERROR_CODE_DUPLICATE);
  milestone.id = "a b";
  refuse_milestone (&milestone, PE_ERROR_CODE_SYNTAX);
  milestone.id = "a";
  milestone.name_zh = " ";
  refuse_milestone (&milestone, PE_ERROR_TEXT_EMPTY);
  milestone.name_zh = NULL;
  refuse_milestone (&milestone, PE_ERROR_INVALID_ARGUMENT);
  milestone.name_zh = "\xff";
  refuse_milestone (&milestone, PE_ERROR_INVALID_UTF8);
  refuse_milestone (NULL, PE_ERROR_INVALID_ARGUMENT);
  milestone.struct_size = 4;
  refuse_milestone (&milestone, PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rule_builder_add_milestones (NULL, &milestone, 1, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_rule_builder_free (builder);
  refuse (begin ("milestones"), PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("binary");
  assert_error (pe_rule_builder_add_milestones (builder, NULL, 0, &error), PE_ERROR_PARAMETER_UNKNOWN);
  pe_rule_builder_free (builder);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_points),  cmocka_unit_test (test_states), cmocka_unit_test (test_named_day),
    cmocka_unit_test (test_formula), cmocka_unit_test (test_build),  cmocka_unit_test (test_digest),
    cmocka_unit_test (test_no_year),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
