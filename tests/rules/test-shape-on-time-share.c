/* test-shape-on-time-share.c - the share that was done in time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/calendar.h>

static pe_rule *
make_counts (void)
{
  pe_rule_builder *builder = begin ("on_time_share");

  bind (builder, "on_time", "on_time");
  bind (builder, "applicable", "applicable");
  return build (builder);
}

static pe_rule *
make_records (const char *from, const char *to, const char *limit, const char *days, const char *bound)
{
  pe_rule_builder *builder = begin ("on_time_share");

  word (builder, "from", from);
  word (builder, "to", to);
  number (builder, "limit", limit);
  word (builder, "days", days);
  if (bound != NULL)
    word (builder, "bound", bound);
  return build (builder);
}

static void
test_counts (void **state)
{
  pe_rule *rule = make_counts ();

  (void) state;
  /* 3 × 4 / 5 = 2.4 */
  assert_points (rule, "3", GIVEN ({ "on_time", "4" }, { "applicable", "5" }), "12/5");
  assert_points (rule, "3", GIVEN ({ "on_time", "0" }, { "applicable", "5个" }), "0/1");
  assert_points (rule, "3", GIVEN ({ "on_time", "5" }, { "applicable", "5" }), "3/1");
  assert_fault (rule, "3", GIVEN ({ "on_time", "0" }, { "applicable", "0" }), PE_ERROR_ZERO_DENOMINATOR);
  assert_fault (rule, "3", GIVEN ({ "on_time", "6" }, { "applicable", "5" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "3", GIVEN ({ "on_time", "-1" }, { "applicable", "5" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "3", GIVEN ({ "on_time", "1" }, { "applicable", "5.5" }), PE_ERROR_COUNT_INVALID);
  assert_fault (rule, "3", GIVEN ({ "on_time", "1" }, { "applicable", "5万元" }), PE_ERROR_UNIT_MISMATCH);
  assert_fault (rule, "3", GIVEN ({ "on_time", "1" }), PE_ERROR_FIGURE_MISSING);
  assert_formula (rule, "3", GIVEN ({ "on_time", "4" }, { "applicable", "5" }), "3 × 4 / 5", "3 × 4 / 5");
  assert_rate (rule, "3", GIVEN ({ "on_time", "4" }, { "applicable", "5" }), "4/5");
  assert_true (pe_rule_can_divide_by_zero (rule));
  pe_rule_unref (rule);
  for (int i = 0; i < 2; i++)
    {
      pe_rule_builder *builder = begin ("on_time_share");

      bind (builder, "on_time", "on_time");
      fix (builder, "applicable", i == 0 ? "5" : "0");
      rule = build (builder);
      assert_int_equal (pe_rule_can_divide_by_zero (rule), i == 1);
      pe_rule_unref (rule);
    }
}

typedef struct dates
{
  pe_date intent, start, award, signing, publication;
} dates;

static pe_dossier *
make_dossier (const dates *records, size_t n, const char *summary)
{
  pe_procurement_builder *procurement_builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_dossier_builder     *builder = NULL;
  pe_dossier             *dossier = NULL;
  pe_dossier_head         head;

  assert_ok (pe_procurement_builder_new (&procurement_builder, NULL, NULL));
  for (size_t i = 0; i < n; i++)
    {
      pe_procurement_record record;

      pe_procurement_record_init (&record, sizeof record);
      record.name = "采购";
      record.intent = records[i].intent;
      record.start = records[i].start;
      record.award = records[i].award;
      record.signing = records[i].signing;
      record.publication = records[i].publication;
      assert_ok (pe_procurement_builder_add_many (procurement_builder, &record, 1, NULL));
    }
  if (summary != NULL)
    {
      pe_procurement_summary totals;

      pe_procurement_summary_init (&totals, sizeof totals);
      totals.contracts = figure (summary);
      assert_ok (pe_procurement_builder_set_summary (procurement_builder, &totals, NULL));
    }
  assert_ok (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL));
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2024;
  head.kind = PE_KIND_DEPARTMENT;
  assert_ok (pe_dossier_builder_new (&builder, NULL, NULL));
  assert_ok (pe_dossier_builder_set_head (builder, &head, NULL));
  assert_ok (pe_dossier_builder_set_procurement (builder, procurement, NULL));
  assert_ok (pe_dossier_builder_build (&dossier, builder, NULL, NULL));
  pe_dossier_builder_free (builder);
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (procurement_builder);
  return dossier;
}

static void
assert_record_points (const pe_rule *rule, const pe_dossier *dossier, const pe_calendar *calendar, const char *exact)
{
  pe_outcome outcome;

  apply (&outcome, rule, "3", NOTHING, dossier, calendar);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  assert_rational (&outcome.points, exact);
  pe_outcome_clear (&outcome);
}

static void
assert_record_state (const pe_rule *rule, const pe_dossier *dossier, const pe_calendar *calendar, pe_state expected,
                     pe_status fault, const char *culprit)
{
  pe_outcome outcome;

  apply (&outcome, rule, "3", NOTHING, dossier, calendar);
  assert_state (&outcome, expected, fault, culprit);
  pe_outcome_clear (&outcome);
}

static void
test_calendar_days (void **state)
{
  static const dates records[] = {
    { .award = 20240301, .signing = 20240331 }, /* 30 days */
    { .award = 20240301, .signing = 20240401 }, /* 31 days */
    { .award = 20240301, .signing = 20240301 }, /* the same day */
    { .signing = 20240301 },                    /* no award: does not count */
  };
  pe_dossier *dossier = make_dossier (records, G_N_ELEMENTS (records), NULL);
  pe_rule    *rule = make_records ("award", "signing", "30", "calendar", NULL);
  pe_outcome  outcome;

  (void) state;
  /* 3 × 2 / 3 */
  assert_record_points (rule, dossier, NULL, "2/1");
  apply (&outcome, rule, "3", NOTHING, dossier, NULL);
  assert_outcome_formula (rule, "3", &outcome, "3 × 2 / 3", "3 × 2 / 3");
  assert_rational (&outcome.rate, "2/3");
  assert_string_equal (pe_vector_at (&outcome.inputs, pe_scored_input, 0)->name, "on_time");
  assert_string_equal (pe_vector_at (&outcome.inputs, pe_scored_input, 1)->path, "/procurement/records");
  pe_outcome_clear (&outcome);
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_at_least (void **state)
{
  static const dates records[] = {
    { .intent = 20240101, .start = 20240131 }, /* 30 days before */
    { .intent = 20240101, .start = 20240130 }, /* 29 days before */
  };
  pe_dossier *dossier = make_dossier (records, G_N_ELEMENTS (records), NULL);
  pe_rule    *rule = make_records ("intent", "start", "30", "calendar", "at_least");

  (void) state;
  assert_record_points (rule, dossier, NULL, "3/2");
  pe_rule_unref (rule);
  pe_dossier_unref (dossier);
}

static void
test_working_days (void **state)
{
  static const dates records[] = {
    { .signing = 20240105, .publication = 20240109 }, /* Friday to Tuesday: 2 working days */
    { .signing = 20240105, .publication = 20240110 }, /* to Wednesday: 3 */
  };
  static const dates late[] = { { .signing = 20241231, .publication = 20250102 } };
  pe_dossier        *dossier = make_dossier (records, G_N_ELEMENTS (records), NULL);
  pe_dossier        *beyond = make_dossier (late, G_N_ELEMENTS (late), NULL);
  pe_rule           *rule = make_records ("signing", "publication", "2", "working", "at_most");
  pe_calendar       *calendar = NULL;
  pe_calendar_spec   spec;
  pe_outcome         outcome;

  (void) state;
  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2024;
  assert_ok (pe_calendar_new (&calendar, &spec, NULL));
  assert_record_points (rule, dossier, calendar, "3/2");
  assert_record_state (rule, dossier, NULL, PE_STATE_INVALID, PE_ERROR_CALENDAR_MISSING, NULL);
  apply (&outcome, rule, "3", NOTHING, beyond, calendar);
  assert_state (&outcome, PE_STATE_INVALID, PE_ERROR_CALENDAR_RANGE, "/procurement/records/0/publication");
  assert_true (pe_vector_at (&outcome.inputs, pe_scored_input, outcome.culprit)->figure.value.coefficient == 2025);
  pe_outcome_clear (&outcome);
  pe_calendar_unref (calendar);
  pe_rule_unref (rule);
  pe_dossier_unref (beyond);
  pe_dossier_unref (dossier);
}

static void
test_record_states (void **state)
{
  static const dates unsigned_yet[] = { { .award = 20240301, .signing = 20240302 }, { .award = 20240301 } };
  static const dates not_awarded[] = { { .signing = 20240302 } };
  pe_rule           *rule = make_records ("award", "signing", "30", "calendar", NULL);
  pe_dossier        *dossier = make_dossier (unsigned_yet, 2, NULL);

  (void) state;
  assert_record_state (rule, dossier, NULL, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING,
                       "/procurement/records/1/signing");
  pe_dossier_unref (dossier);
  dossier = make_dossier (not_awarded, 1, NULL);
  assert_record_state (rule, dossier, NULL, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR,
                       "/procurement/records");
  pe_dossier_unref (dossier);
  /* Totals without records: something was bought and it is not known when; or nothing was. */
  dossier = make_dossier (NULL, 0, "10万元");
  assert_record_state (rule, dossier, NULL, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, "/procurement/records");
  pe_dossier_unref (dossier);
  dossier = make_dossier (NULL, 0, "0万元");
  assert_record_state (rule, dossier, NULL, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR,
                       "/procurement/records");
  pe_dossier_unref (dossier);
  assert_record_state (rule, NULL, NULL, PE_STATE_MISSING, PE_ERROR_FIGURE_MISSING, "/procurement/records");
  pe_rule_unref (rule);
}

static void
test_parameters (void **state)
{
  pe_rule_builder *builder = begin ("on_time_share");

  (void) state;
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("on_time_share");
  bind (builder, "on_time", "n");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("on_time_share");
  word (builder, "from", "award");
  word (builder, "to", "signing");
  number (builder, "limit", "30");
  refuse (builder, PE_ERROR_PARAMETER_MISSING, "");
  builder = begin ("on_time_share");
  word (builder, "from", "award");
  word (builder, "to", "award");
  number (builder, "limit", "30");
  word (builder, "days", "calendar");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/to");
  builder = begin ("on_time_share");
  bind (builder, "on_time", "n");
  bind (builder, "applicable", "m");
  word (builder, "bound", "at_least");
  refuse (builder, PE_ERROR_PARAMETER_RANGE, "/on_time");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_counts),       cmocka_unit_test (test_calendar_days), cmocka_unit_test (test_at_least),
    cmocka_unit_test (test_working_days), cmocka_unit_test (test_record_states), cmocka_unit_test (test_parameters),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
