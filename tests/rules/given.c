/* given.c - facts as a test writes them, and what a rule makes of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include <perfeval/digest.h>

#include "scarce.h"

const char *
get_error_text (const pe_error *error, const char *name)
{
  const pe_finding *finding = pe_error_get_finding (error);

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      return pe_finding_get_parameter_text (finding, i);
  return "";
}

pe_decimal
decimal (const char *text)
{
  pe_decimal number;

  assert_ok (pe_decimal_parse (&number, text, strlen (text), NULL));
  return number;
}

pe_figure
figure (const char *text)
{
  pe_figure number;

  assert_ok (pe_figure_parse (&number, text, strlen (text), NULL));
  return number;
}

size_t
given_to_facts (pe_fact facts[MAX_GIVEN], const given *givens)
{
  size_t n = 0;

  for (; givens[n].name != NULL; n++)
    {
      assert_true (n < MAX_GIVEN);
      pe_fact_init (&facts[n], sizeof facts[n]);
      facts[n].name = givens[n].name;
      if (givens[n].figure[0] == ':')
        {
          facts[n].text = givens[n].figure + 1;
          facts[n].figure.state = PE_STATE_TEXT;
        }
      else
        facts[n].figure = figure (givens[n].figure);
    }
  return n;
}

/* Building */

pe_rule_builder *
begin (const char *shape)
{
  pe_rule_builder *builder = NULL;

  assert_ok (pe_rule_builder_new (&builder, shape, 1, NULL));
  return builder;
}

void
bind (pe_rule_builder *builder, const char *argument, const char *fact)
{
  assert_ok (pe_rule_builder_bind_fact (builder, argument, fact, NULL));
}

void
fix (pe_rule_builder *builder, const char *argument, const char *text)
{
  const pe_figure fixed = figure (text);

  assert_ok (pe_rule_builder_bind_figure (builder, argument, &fixed, NULL));
}

void
measure (pe_rule_builder *builder, const char *argument, const char *id)
{
  assert_ok (pe_rule_builder_bind_measure (builder, argument, id, NULL));
}

void
word (pe_rule_builder *builder, const char *name, const char *text)
{
  assert_ok (pe_rule_builder_set_word (builder, name, text, NULL));
}

void
number (pe_rule_builder *builder, const char *name, const char *text)
{
  const pe_decimal value = decimal (text);

  assert_ok (pe_rule_builder_set_number (builder, name, &value, NULL));
}

/* Takes "[80, 90)" apart. */
static void
read_interval (const char *interval, pe_end ends[2], pe_decimal bounds[2])
{
  char **parts;
  char  *inside = g_strndup (interval + 1, strlen (interval) - 2);

  parts = g_strsplit (inside, ", ", 2);
  ends[0] = interval[0] == '[' ? PE_END_CLOSED : PE_END_OPEN;
  ends[1] = interval[strlen (interval) - 1] == ']' ? PE_END_CLOSED : PE_END_OPEN;
  for (size_t i = 0; i < 2; i++)
    if (strcmp (parts[i], "-") == 0)
      {
        ends[i] = PE_END_UNBOUNDED;
        bounds[i] = (pe_decimal) { 0, 0, 0 };
      }
    else
      bounds[i] = decimal (parts[i]);
  g_strfreev (parts);
  g_free (inside);
}

void
add_step (pe_rule_builder *builder, const char *interval, const char *points)
{
  pe_step    step;
  pe_end     ends[2];
  pe_decimal bounds[2];

  read_interval (interval, ends, bounds);
  pe_step_init (&step, sizeof step);
  step.lower_end = ends[0];
  step.lower = bounds[0];
  step.upper_end = ends[1];
  step.upper = bounds[1];
  step.points = decimal (points);
  assert_ok (pe_rule_builder_add_steps (builder, &step, 1, NULL));
}

void
add_item (pe_rule_builder *builder, const char *id, const char *points, const char *cap)
{
  pe_item item;

  pe_item_init (&item, sizeof item);
  item.id = id;
  item.name_zh = "项";
  item.name_en = "item";
  item.points = decimal (points);
  if (cap != NULL)
    item.cap = figure (cap);
  assert_ok (pe_rule_builder_add_items (builder, &item, 1, NULL));
}

void
add_band (pe_rule_builder *builder, const char *id, const char *interval)
{
  pe_band    band;
  pe_end     ends[2];
  pe_decimal bounds[2];

  read_interval (interval, ends, bounds);
  pe_band_init (&band, sizeof band);
  band.id = id;
  band.name_zh = "档";
  band.name_en = "band";
  band.low_end = ends[0];
  band.low = bounds[0];
  band.high_end = ends[1];
  band.high = bounds[1];
  assert_ok (pe_rule_builder_add_bands (builder, &band, 1, NULL));
}

pe_rule *
build (pe_rule_builder *builder)
{
  pe_rule  *rule = NULL;
  pe_error *error = NULL;

  if (pe_rule_builder_build (&rule, builder, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rule_builder_free (builder);
  return rule;
}

void
refuse (pe_rule_builder *builder, pe_status code, const char *what)
{
  pe_rule     *rule = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  assert_int_equal (pe_rule_builder_build (&rule, builder, &findings, &error), code);
  assert_null (rule);
  assert_int_equal (pe_error_get_status (error), code);
  assert_true (pe_findings_get_size (findings) >= 1);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_findings_get (findings, 0), 0)), what);
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_rule_builder_free (builder);
}

void
assert_digest (const pe_rule *rule, const char *hex)
{
  uint8_t digest[PE_DIGEST_SIZE];
  char    text[PE_DIGEST_HEX_SIZE];

  pe_rule_get_digest (rule, digest);
  pe_digest_print (text, digest);
  assert_string_equal (text, hex);
}

/* Scoring */

static pe_status
score (pe_ratio **out, const pe_rule *rule, const char *full_marks, const given *givens, pe_error **error)
{
  const pe_decimal marks = decimal (full_marks);
  pe_fact          facts[MAX_GIVEN];
  const size_t     n = given_to_facts (facts, givens);

  return pe_rule_score (out, rule, &marks, facts, n, NULL, error);
}

void
assert_rational (const pe_rational *value, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_rational_print_numerator (value, &buffer);
  pe_buffer_add_char (&buffer, '/');
  pe_rational_print_denominator (value, &buffer);
  text = pe_buffer_steal (&buffer);
  assert_string_equal (text, expected);
  g_free (text);
}

void
assert_points (const pe_rule *rule, const char *full_marks, const given *givens, const char *exact)
{
  pe_ratio *points = NULL;
  pe_error *error = NULL;

  if (score (&points, rule, full_marks, givens, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  assert_rational (pe_ratio_peek (points), exact);
  pe_ratio_unref (points);
}

void
assert_rounded (const pe_rule *rule, const char *full_marks, const given *givens, const char *expected)
{
  pe_ratio  *points = NULL;
  pe_decimal rounded;
  char       text[PE_DECIMAL_PRINT_SIZE];

  assert_ok (score (&points, rule, full_marks, givens, NULL));
  assert_ok (pe_ratio_round (&rounded, points, 2, PE_ROUND_HALF_UP, NULL));
  assert_ok (pe_decimal_print (text, sizeof text, &rounded, NULL));
  assert_string_equal (text, expected);
  pe_ratio_unref (points);
}

void
assert_fault (const pe_rule *rule, const char *full_marks, const given *givens, pe_status code)
{
  pe_ratio *points = NULL;

  assert_error (score (&points, rule, full_marks, givens, &error), code);
  assert_null (points);
}

typedef struct fact_array
{
  pe_fact facts[MAX_GIVEN];
  size_t  n;
} fact_array;

static const pe_fact *
find (const pe_fact_source *self, const char *name)
{
  const fact_array *array = self->data;

  for (size_t i = 0; i < array->n; i++)
    if (strcmp (array->facts[i].name, name) == 0)
      return &array->facts[i];
  return NULL;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, "/facts/1/");
  pe_buffer_add_string (out, name);
}

void
apply (pe_outcome *out, const pe_rule *rule, const char *full_marks, const given *givens, const pe_dossier *dossier,
       const pe_calendar *calendar)
{
  const pe_decimal number = decimal (full_marks);
  fact_array       array;
  pe_fact_source   source = { find, print_path, NULL, dossier, calendar, &array, NULL, 0 };
  pe_rational      marks;

  array.n = given_to_facts (array.facts, givens);
  pe_outcome_init (out);
  pe_rational_init (&marks);
  pe_rational_set_decimal (&marks, &number);
  assert_ok (pe_rule_apply (rule, &marks, &source, 65536, out, NULL));
  pe_rational_clear (&marks);
}

void
assert_outcome_formula (const pe_rule *rule, const char *full_marks, const pe_outcome *outcome, const char *zh,
                        const char *en)
{
  const pe_decimal number = decimal (full_marks);
  const char      *expected[] = { zh, en };
  pe_rational      marks;

  pe_rational_init (&marks);
  pe_rational_set_decimal (&marks, &number);
  for (size_t i = 0; i < 2; i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;
      char     *text;

      pe_rule_print_formula (rule, &marks, outcome, i == 0 ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN, &buffer);
      text = pe_buffer_steal (&buffer);
      assert_string_equal (text, expected[i]);
      g_free (text);
    }
  pe_rational_clear (&marks);
}

void
assert_formula (const pe_rule *rule, const char *full_marks, const given *givens, const char *zh, const char *en)
{
  pe_outcome outcome;

  apply (&outcome, rule, full_marks, givens, NULL, NULL);
  assert_int_equal (outcome.state, PE_STATE_VALUE);
  assert_outcome_formula (rule, full_marks, &outcome, zh, en);
  pe_outcome_clear (&outcome);
}

void
assert_rate (const pe_rule *rule, const char *full_marks, const given *givens, const char *rate)
{
  pe_outcome outcome;

  apply (&outcome, rule, full_marks, givens, NULL, NULL);
  assert_int_equal (outcome.has_rate, rate != NULL);
  if (rate != NULL)
    assert_rational (&outcome.rate, rate);
  pe_outcome_clear (&outcome);
}

void
assert_state (const pe_outcome *outcome, pe_state state, pe_status fault, const char *culprit)
{
  assert_int_equal (outcome->state, state);
  assert_int_equal (outcome->fault, fault);
  if (culprit == NULL)
    {
      assert_true (outcome->culprit == G_MAXSIZE);
      return;
    }
  assert_true (outcome->culprit < outcome->inputs.size);
  assert_string_equal (pe_vector_at (&outcome->inputs, pe_scored_input, outcome->culprit)->path, culprit);
}

/* Without memory */

static pe_status
call_attempt (const void *argument, pe_text **out, pe_error **error)
{
  attempt *const *run = argument;

  (void) out;
  return (*run) (error);
}

void
fail_in_turn (attempt *run, pe_status expected)
{
  assert_true (scarce_walk (call_attempt, &run, expected) > 0);
}
