/* test-measure-derivation.c - what a rulebook's measure comes to, and from which records
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
#include <perfeval/perfeval.h>
#include <string.h>

static const char document[]
    = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\","
      "\"money_unit\":\"万元\",\"budget\":{\"lines\":[{\"name\":\"总\",\"category\":\"total\",\"executed\":\"30\"}]},"
      "\"procurement\":{\"records\":["
      "{\"name\":\"a\",\"method\":\"single_source\",\"contract\":\"1\",\"payments\":[{\"amount\":\"1\"}]},"
      "{\"name\":\"b\",\"method\":\"inquiry\",\"contract\":\"2\"},{\"name\":\"c\",\"method\":\"single_source\"}]}}";

static pe_dossier *
read (void)
{
  pe_dossier *dossier = NULL;

  assert_int_equal (pe_dossier_from_json (&dossier, document, sizeof document - 1, NULL, NULL, NULL), PE_OK);
  return dossier;
}

static pe_measure_derivation *
derive (const char *formula, pe_unit unit, pe_state zero_state)
{
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;
  pe_measure_derivation   *derivation = NULL;
  pe_dossier              *dossier = read ();

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.m";
  spec.name_zh = "度量";
  spec.formula = formula;
  spec.unit = unit;
  spec.zero_state = zero_state;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_OK);
  assert_int_equal (pe_measure_derivation_new (&derivation, measure, dossier, NULL, NULL), PE_OK);
  pe_rulebook_measure_unref (measure);
  pe_dossier_unref (dossier);
  return derivation;
}

/* A value "n/d" and paths parted by blanks. */
static void
assert_value (const char *formula, pe_unit unit, const char *value, const char *paths)
{
  pe_measure_derivation *derivation = derive (formula, unit, PE_STATE_ZERO_DENOMINATOR);
  pe_ratio              *ratio = NULL;
  pe_text               *numerator = NULL, *denominator = NULL;
  GString               *found = g_string_new (NULL);
  char                  *printed;

  assert_int_equal (pe_measure_derivation_get_state (derivation), PE_STATE_VALUE);
  assert_int_equal (pe_measure_derivation_compute_value (&ratio, derivation, NULL), PE_OK);
  assert_int_equal (pe_ratio_print_numerator (&numerator, ratio, NULL), PE_OK);
  assert_int_equal (pe_ratio_print_denominator (&denominator, ratio, NULL), PE_OK);
  printed = g_strconcat (pe_text_get_data (numerator), "/", pe_text_get_data (denominator), NULL);
  assert_string_equal (printed, value);
  for (size_t i = 0; i < pe_measure_derivation_get_size (derivation); i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "", pe_measure_derivation_get_path (derivation, i));
  assert_string_equal (found->str, paths);
  g_free (printed);
  g_string_free (found, TRUE);
  pe_text_unref (numerator);
  pe_text_unref (denominator);
  pe_ratio_unref (ratio);
  pe_measure_derivation_unref (derivation);
}

static void
test_values (void **state)
{
  (void) state;

  /* 1 of 3, in %: the two that passed the filter, then the third one that all of them have. */
  assert_value ("count(procurement.records[method = \"single_source\"]) / count(procurement.records)", PE_UNIT_PERCENT,
                "200/3", "/procurement/records/0 /procurement/records/2 /procurement/records/1");
  /* 10,000 + 20,000 yuan are 3 万元. */
  assert_value ("sum(procurement.records[contract != null].contract)", PE_UNIT_WAN_YUAN, "3/1",
                "/procurement/records/0 /procurement/records/1");
  /* 30,000 of 300,000 yuan. */
  assert_value ("sum(procurement.records[contract != null].contract) / budget.executed", PE_UNIT_NONE, "1/10",
                "/procurement/records/0 /procurement/records/1 /budget/lines/0/executed");
  /* 0.05 is 5 个百分点. */
  assert_value ("budget.executed / budget.executed - 0.95", PE_UNIT_PERCENTAGE_POINT, "5/1",
                "/budget/lines/0/executed");
  assert_value ("if some r in procurement.payments satisfies r.amount > 5000 then 1 else 0", PE_UNIT_NONE, "1/1",
                "/procurement/records/0/payments/0");
}

static void
test_places (void **state)
{
  pe_measure_derivation *derivation = derive ("count(procurement.records[method = \"inquiry\"])", PE_UNIT_COUNT, 0);

  (void) state;
  assert_non_null (pe_measure_derivation_find_place (derivation, 0));
  assert_int_equal (pe_place_get_line (pe_measure_derivation_find_place (derivation, 0)), 1);
  assert_null (pe_measure_derivation_find_place (derivation, 1));
  assert_null (pe_measure_derivation_get_path (derivation, 1));
  pe_measure_derivation_unref (pe_measure_derivation_ref (derivation));
  pe_measure_derivation_unref (derivation);
}

static void
test_states (void **state)
{
  static const char zero[] = "1 / count(procurement.records[method = \"framework\"])";
  pe_ratio         *ratio = NULL;

  (void) state;
  for (pe_state policy = PE_STATE_NOT_APPLICABLE; policy <= PE_STATE_ZERO_DENOMINATOR; policy++)
    if (policy == PE_STATE_NOT_APPLICABLE || policy == PE_STATE_ZERO_DENOMINATOR)
      {
        pe_measure_derivation *derivation = derive (zero, PE_UNIT_NONE, policy);

        assert_int_equal (pe_measure_derivation_get_state (derivation), policy);
        assert_int_equal (pe_measure_derivation_compute_value (&ratio, derivation, NULL), PE_ERROR_NOT_FOUND);
        pe_measure_derivation_unref (derivation);
      }
  {
    pe_measure_derivation *derivation = derive ("sum(procurement.records.contract)", PE_UNIT_YUAN, 0);

    assert_int_equal (pe_measure_derivation_get_state (derivation), PE_STATE_MISSING);
    pe_measure_derivation_unref (derivation);
  }
}

/* One that fails fails just as the measure of the catalogue does that it names, with the same words. */
static void
assert_as_measure (const char *formula, const char *id, const pe_dossier *dossier, const pe_calendar *calendar,
                   pe_dossier *whole, pe_status status)
{
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;
  pe_measure_derivation   *derivation = NULL;
  pe_measure_options       options;
  pe_measure_value         value;
  pe_error                *error = NULL, *own = NULL;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = "measure.m";
  spec.name_zh = "度量";
  spec.formula = formula;
  spec.zero_state = PE_STATE_NOT_APPLICABLE;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_OK);
  pe_measure_options_init (&options, sizeof options);
  options.calendar = calendar;
  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive_with (&value, id, dossier, &options, &error), status);
  assert_int_equal (pe_measure_derivation_new (&derivation, measure, whole, calendar, &own), status);
  if (status != PE_OK)
    {
      assert_null (derivation);
      assert_int_equal (pe_error_get_status (own), status);
      assert_string_equal (pe_error_get_message (own, PE_LANGUAGE_EN), pe_error_get_message (error, PE_LANGUAGE_EN));
    }
  pe_measure_derivation_unref (derivation);
  pe_error_unref (own);
  pe_error_unref (error);
  pe_rulebook_measure_unref (measure);
}

/* Signed on Friday, 2022-06-10 and published on Monday: one working day, in a calendar that knows the year. */
static void
test_calendars (void **state)
{
#define SIGNED(year)                                                                 \
  "\"fiscal_year\":" year ",\"kind\":\"department\",\"procurement\":{\"records\":[{" \
  "\"name\":\"a\",\"contract\":\"1元\",\"signing\":\"" year "-06-10\",\"publication\":\"" year "-06-13\"}]}"
  static const char text[] = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"}," SIGNED (
      "2022") ",\"prior\":{\"unit\":{\"name\":\"某局\"}," SIGNED ("2021") "}}";
#undef SIGNED
  static const char id[] = "procurement.publication_in_time";
  pe_calendar      *calendar = NULL;
  pe_calendar_spec  spec;
  pe_dossier       *dossier = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, text, sizeof text - 1, NULL, NULL, NULL), PE_OK);
  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2022;
  assert_int_equal (pe_calendar_new (&calendar, &spec, NULL), PE_OK);
  assert_as_measure ("1 - procurement.publication_in_time", id, dossier, NULL, dossier, PE_ERROR_CALENDAR_MISSING);
  assert_as_measure ("1 - procurement.publication_in_time", id, dossier, calendar, dossier, PE_OK);
  assert_as_measure ("min([3, 2 + procurement.publication_in_time])", id, dossier, NULL, dossier,
                     PE_ERROR_CALENDAR_MISSING);
  assert_as_measure ("if some r in procurement.records satisfies r.contract > 0 and procurement.publication_in_time in "
                     "[0..1] then 1 else 0",
                     id, dossier, NULL, dossier, PE_ERROR_CALENDAR_MISSING);
  assert_as_measure ("prior.procurement.publication_in_time", id, pe_dossier_get_prior (dossier), NULL, dossier,
                     PE_ERROR_CALENDAR_MISSING);
  assert_as_measure ("procurement.publication_in_time - prior.procurement.publication_in_time", id,
                     pe_dossier_get_prior (dossier), calendar, dossier, PE_ERROR_CALENDAR_RANGE);
  pe_calendar_unref (calendar);
  pe_dossier_unref (dossier);
}

static void
test_arguments (void **state)
{
  pe_measure_derivation *derivation = NULL;
  pe_dossier            *dossier = read ();
  pe_ratio              *ratio = NULL;

  (void) state;
  assert_int_equal (pe_measure_derivation_new (NULL, NULL, dossier, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_derivation_new (&derivation, NULL, dossier, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_derivation_compute_value (&ratio, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_derivation_get_state (NULL), PE_STATE_MISSING);
  assert_int_equal (pe_measure_derivation_get_size (NULL), 0);
  assert_null (pe_measure_derivation_get_path (NULL, 0));
  assert_null (pe_measure_derivation_find_place (NULL, 0));
  assert_null (pe_measure_derivation_ref (NULL));
  pe_measure_derivation_unref (NULL);
  pe_dossier_unref (dossier);
}

/* 30 / 30 less 0.9 is 10 个百分点, as the fact beside it is: both reach the step that begins at 5, and 10 of 20 is half. */
static void
test_percentage_points (void **state)
{
  static const char rules[]
      = "{\"format\":\"perfeval-rulebook/1\",\"id\":\"r\",\"edition\":\"1\",\"title\":{\"zh\":\"题\"},\"kind\":"
        "\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":\"2\","
        "\"rounding\":{\"rate\":null,\"leaf\":null,\"subtotal\":null,\"total\":null,\"rank_on\":\"exact\"},"
        "\"measures\":"
        "[{\"id\":\"measure.rise\",\"name\":{\"zh\":\"提高\"},\"unit\":\"百分点\",\"zero_denominator\":\"policy\","
        "\"formula\":\"budget.executed / budget.executed - 0.9\"}],\"indicators\":[{\"code\":\"a\",\"name\":{\"zh\":"
        "\"a\"},\"full_marks\":\"1\",\"rule\":{\"shape\":\"steps/1\",\"value\":{\"measure\":\"measure.rise\"},\"unit\":"
        "\"百分点\",\"policies\":{\"zero_denominator\":\"zero\"},\"steps\":[{\"to\":\"5\",\"ends\":\"()\",\"points\":"
        "\"0\"},{\"from\":\"5\",\"ends\":\"[)\",\"points\":\"1\"}]}},{\"code\":\"b\",\"name\":{\"zh\":\"b\"},"
        "\"full_marks\":\"1\",\"rule\":{\"shape\":\"capped_ratio/"
        "1\",\"actual\":{\"measure\":\"measure.rise\"},\"target\":"
        "\"20百分点\",\"policies\":{\"zero_denominator\":\"zero\"}}}]}";
  static const char *const expected[] = { "1", "0.5" };
  pe_rulebook             *rulebook = NULL;
  pe_dossier              *dossier = read ();
  pe_evaluation           *evaluation = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_from_json (&rulebook, rules, sizeof rules - 1, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  for (size_t i = 0; i < 2; i++)
    {
      pe_decimal points, wanted;
      int32_t    order = 1;

      assert_int_equal (pe_evaluation_get_points (&points, evaluation, i + 1, PE_POINTS_SCORE, NULL), PE_OK);
      assert_int_equal (pe_decimal_parse (&wanted, expected[i], strlen (expected[i]), NULL), PE_OK);
      assert_int_equal (pe_decimal_compare (&order, &points, &wanted, NULL), PE_OK);
      assert_int_equal (order, 0);
    }
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

static pe_rulebook_measure *
make (const char *id, const char *formula, pe_unit unit, pe_rulebook_measure *const *before, uint64_t steps)
{
  pe_rulebook_measure_spec spec;
  pe_rulebook_measure     *measure = NULL;
  pe_limits                limits;

  pe_limits_init (&limits, sizeof limits);
  limits.formula_steps = steps;
  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = id;
  spec.name_zh = "度量";
  spec.formula = formula;
  spec.unit = unit;
  spec.zero_state = PE_STATE_ZERO_DENOMINATOR;
  spec.before = before;
  spec.n_before = before != NULL;
  spec.limits = &limits;
  assert_int_equal (pe_rulebook_measure_new (&measure, &spec, NULL), PE_OK);
  return measure;
}

/* The steps of a measure and of the one that it names are counted together: whichever is the last one that they may take,
 * it is said, to a caller who asks and to one who does not. */
static void
test_each_step (void **state)
{
  pe_rulebook_measure *inner = make (
      "measure.a", "round half up(sum(procurement.records[contract != null].contract), 0)", PE_UNIT_YUAN, NULL, 0);
  pe_dossier *dossier = read ();
  pe_status   status = PE_ERROR_LIMIT;
  uint64_t    n;

  (void) state;
  for (n = 1; n < 1000 && status != PE_OK; n++)
    {
      pe_rulebook_measure *outer
          = make ("measure.b", "measure.a + count(procurement.records)", PE_UNIT_YUAN, &inner, n);
      pe_measure_derivation *derivation = NULL;
      pe_error              *error = NULL;

      status = pe_measure_derivation_new (&derivation, outer, dossier, NULL, &error);
      assert_int_equal (pe_error_get_status (error), status);
      if (status != PE_OK)
        {
          assert_int_equal (status, PE_ERROR_LIMIT);
          assert_null (derivation);
          assert_int_equal (pe_measure_derivation_new (&derivation, outer, dossier, NULL, NULL), status);
        }
      assert_int_equal (derivation != NULL, status == PE_OK);
      pe_error_unref (error);
      pe_measure_derivation_unref (derivation);
      pe_rulebook_measure_unref (outer);
    }
  assert_true (n > 10 && n < 1000);
  pe_rulebook_measure_unref (inner);
  pe_dossier_unref (dossier);
}

/* What a measure of the rulebook read stands in its place, and one place stands once. */
static void
test_nested (void **state)
{
  static const char *const expected[]
      = { "/procurement/records/0", "/procurement/records/1", "/budget/lines/0/executed" };
  pe_rulebook_measure *inner
      = make ("measure.a", "sum(procurement.records[contract != null].contract)", PE_UNIT_YUAN, NULL, 0);
  pe_rulebook_measure *outer
      = make ("measure.b", "(measure.a + budget.executed) / budget.executed", PE_UNIT_NONE, &inner, 0);
  pe_measure_derivation *derivation = NULL;
  pe_dossier            *dossier = read ();

  (void) state;
  assert_int_equal (pe_measure_derivation_new (&derivation, outer, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_derivation_new (&derivation, outer, dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_derivation_compute_value (NULL, derivation, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_measure_derivation_get_size (derivation), G_N_ELEMENTS (expected));
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_string_equal (pe_measure_derivation_get_path (derivation, i), expected[i]);
  pe_measure_derivation_unref (derivation);
  pe_rulebook_measure_unref (outer);
  pe_rulebook_measure_unref (inner);
  pe_dossier_unref (dossier);
}

/* 92233720368547758.07 元 less 0.001 元 need three places: 92233720368547758069 is above 2^63 - 1. */
static void
test_overflow (void **state)
{
  static const char text[]
      = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\","
        "\"budget\":{\"lines\":[{\"name\":\"总\",\"category\":\"total\",\"adjusted\":\"92233720368547758.07元\","
        "\"initial\":\"0.001元\"}]}}";
  pe_rulebook_measure   *measure = make ("measure.a", "1 + budget.adjustment_rate", PE_UNIT_NONE, NULL, 0);
  pe_measure_derivation *derivation = NULL;
  pe_dossier            *dossier = NULL;
  pe_error              *error = NULL;

  (void) state;
  assert_int_equal (pe_dossier_from_json (&dossier, text, sizeof text - 1, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_derivation_new (&derivation, measure, dossier, NULL, &error), PE_ERROR_OVERFLOW);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_OVERFLOW);
  pe_error_unref (error);
  pe_rulebook_measure_unref (measure);
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_percentage_points),
    cmocka_unit_test (test_values),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_states),
    cmocka_unit_test (test_calendars),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_each_step),
    cmocka_unit_test (test_nested),
    cmocka_unit_test (test_overflow),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
