/* pairs.c - a batch and pe_evaluate() beside each other
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <stdio.h>
#include <string.h>

pe_rulebook *
read_leaf (const char *leaf)
{
  char *text = g_strdup_printf (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"lanes\",\"edition\":\"1\",\"title\":{\"zh\":\"列\"},"
      "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","
      "\"full_marks\":\"10.00\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},"
      "\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,\"total\":null,\"rank_on\":\"rounded\"},"
      "\"indicators\":[{\"code\":\"1\",\"name\":{\"zh\":\"组\"},\"full_marks\":\"10.00\",\"indicators\":["
      "{\"code\":\"1.1\",\"name\":{\"zh\":\"项\"},\"full_marks\":\"10.00\",%s}]}]}",
      leaf);
  pe_rulebook *out = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&out, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s\n%s", pe_error_get_message (error, PE_LANGUAGE_EN), text);
  g_free (text);
  return out;
}

/* Results */

void
all_results_init (all_results *self, const pe_batch_plan *plan, size_t n)
{
  memset (self, 0, sizeof *self);
  self->n_units = n;
  self->n_nodes = pe_batch_plan_get_n_nodes (plan);
  self->outputs = g_new0 (pe_batch_output, self->n_nodes);
  for (size_t i = 0; i < self->n_nodes; i++)
    {
      pe_batch_output_init (&self->outputs[i], sizeof self->outputs[i]);
      if (pe_batch_plan_get_scale (plan, i) >= 0)
        self->outputs[i].points = g_new0 (int64_t, n + 1);
      self->outputs[i].states = g_new0 (uint8_t, n + 1);
    }
  self->grades = g_new0 (int32_t, n + 1);
  self->statuses = g_new0 (int32_t, n + 1);
  pe_batch_results_init (&self->results, sizeof self->results);
  self->results.nodes = self->outputs;
  self->results.n_nodes = self->n_nodes;
  self->results.grades = self->grades;
  self->results.statuses = self->statuses;
}

void
all_results_clear (all_results *self)
{
  for (size_t i = 0; i < self->n_nodes; i++)
    {
      g_free (self->outputs[i].points);
      g_free (self->outputs[i].states);
    }
  g_free (self->outputs);
  g_free (self->grades);
  g_free (self->statuses);
}

gboolean
all_results_equal (const all_results *a, const all_results *b)
{
  const size_t n = a->n_units;

  for (size_t i = 0; i < a->n_nodes; i++)
    if ((a->outputs[i].points != NULL
         && memcmp (a->outputs[i].points, b->outputs[i].points, n * sizeof *a->outputs[i].points) != 0)
        || memcmp (a->outputs[i].states, b->outputs[i].states, n) != 0)
      return FALSE;
  return memcmp (a->grades, b->grades, n * sizeof *a->grades) == 0
         && memcmp (a->statuses, b->statuses, n * sizeof *a->statuses) == 0;
}

/* Comparing */

static void
show (const pair *self)
{
  pe_text *text = NULL;

  fprintf (stderr, "seed %" G_GUINT64_FORMAT ", unit %zu\n", self->seed, self->unit);
  for (size_t i = 0; i < self->columns->n_inputs; i++)
    fprintf (stderr, "  %s: state %d, %" G_GINT64_FORMAT " / 10^%d, unit %d\n", self->columns->inputs[i].path,
             self->columns->states[i][self->unit], self->columns->numbers[i][self->unit],
             self->columns->columns[i].scale, self->columns->columns[i].unit);
  if (pe_rulebook_to_json (&text, pe_batch_plan_get_rulebook (self->plan), NULL) == PE_OK)
    fprintf (stderr, "%s\n", pe_text_get_data (text));
  pe_text_unref (text);
}

static void
compare_node (const pair *self, const pe_evaluation *evaluation, size_t index)
{
  const pe_batch_output *output = &self->results->outputs[index];
  const int32_t          scale = pe_batch_plan_get_scale (self->plan, index);
  pe_node                node;
  pe_decimal             points;
  int32_t                order = 0;

  pe_node_init (&node, sizeof node);
  assert_int_equal (pe_evaluation_get_node (&node, evaluation, index, NULL), PE_OK);
  if (node.state != output->states[self->unit])
    {
      show (self);
      fail_msg ("node %s: state %d, and %d in the batch", node.code, node.state, output->states[self->unit]);
    }
  if (scale < 0)
    return;
  assert_int_equal (pe_evaluation_get_points (&points, evaluation, index, PE_POINTS_SCORE, NULL), PE_OK);
  assert_int_equal (pe_decimal_compare (&order, &points, &(pe_decimal) { output->points[self->unit], scale, 0 }, NULL),
                    PE_OK);
  if (order != 0)
    {
      show (self);
      fail_msg ("node %s: %" G_GINT64_FORMAT " / 10^%d, and %" G_GINT64_FORMAT " / 10^%d in the batch", node.code,
                points.coefficient, points.scale, output->points[self->unit], scale);
    }
}

/* A bonus with more places than an unrounded total can have in a column: the one answer that is a batch's own. */
static gboolean
is_too_fine (const pair *self, const pe_evaluation *evaluation)
{
  pe_decimal total;

  return self->results->statuses[self->unit] == PE_ERROR_BATCH_SCALE && evaluation != NULL
         && pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, NULL) == PE_OK
         && total.scale > pe_batch_plan_get_scale (self->plan, 0);
}

void
pair_compare (const pair *self, size_t *n_scored)
{
  pe_dossier         *dossier = random_columns_build_dossier (self->columns, self->unit);
  pe_evaluation      *evaluation = NULL;
  pe_error           *error = NULL;
  pe_evaluate_options options;
  pe_status           status;

  pe_evaluate_options_init (&options, sizeof options);
  options.limits = self->limits;
  status = pe_evaluate (&evaluation, pe_batch_plan_get_rulebook (self->plan), dossier, &options, NULL, &error);

  if (status != self->results->statuses[self->unit] && !is_too_fine (self, evaluation))
    {
      show (self);
      fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
      fail_msg ("%s, and %s in the batch", pe_status_name (status),
                pe_status_name (self->results->statuses[self->unit]));
    }
  if (status == PE_OK && self->results->statuses[self->unit] == PE_OK)
    {
      const int32_t found = pe_evaluation_get_grade (evaluation);

      for (size_t i = 0; i < self->results->n_nodes; i++)
        compare_node (self, evaluation, i);
      if (found != self->results->grades[self->unit])
        {
          show (self);
          fail_msg ("grade %d, and %d in the batch", found, self->results->grades[self->unit]);
        }
      ++*n_scored;
    }
  pe_error_unref (error);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
}

/* FALSE when the columns have units that their rules cannot take, which no run does. */
static gboolean
run (const pe_batch_plan *plan, const random_columns *columns, all_results *out)
{
  pe_error       *error = NULL;
  const pe_status status
      = pe_batch_run (NULL, plan, columns->columns, columns->n_inputs, &out->results, columns->n_units, NULL, &error);

  if (status != PE_OK && status != PE_ERROR_UNIT_MISMATCH)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  return status == PE_OK;
}

/* At the level asked for, or at the processor's best where it lacks that one. */
static void
make_plan (pe_batch_plan **out, pe_rulebook *rulebook, pe_batch_plan_options *options)
{
  if (pe_batch_plan_new (out, rulebook, options, NULL, NULL) == PE_ERROR_BATCH_LEVEL)
    options->level = 0;
  if (*out == NULL)
    assert_int_equal (pe_batch_plan_new (out, rulebook, options, NULL, NULL), PE_OK);
}

/* Columns that no run takes have units that their rules cannot take: who evaluates the units one by one is told so. */
static void
expect_mismatch (const pair *first)
{
  gboolean found = FALSE;

  for (size_t i = 0; i < first->columns->n_units && !found; i++)
    {
      pe_dossier    *dossier = random_columns_build_dossier (first->columns, i);
      pe_evaluation *evaluation = NULL;
      pe_findings   *findings = NULL;

      pe_evaluate (&evaluation, pe_batch_plan_get_rulebook (first->plan), dossier, NULL, &findings, NULL);
      for (size_t k = 0; k < pe_findings_get_size (findings); k++)
        found = found || pe_finding_get_code (pe_findings_get (findings, k)) == PE_ERROR_UNIT_MISMATCH;
      pe_findings_unref (findings);
      pe_evaluation_unref (evaluation);
      pe_dossier_unref (dossier);
    }
  if (!found)
    {
      show (first);
      fail_msg ("the columns are refused for their units, and no unit is");
    }
}

size_t
compare_pairs (uint64_t seed, size_t n_units, size_t *n_scored)
{
  dice                  roll = { seed };
  pe_batch_plan_options options;
  random_scheme         scheme;
  random_columns        columns;
  pe_batch_plan        *plan = NULL;
  all_results           results;

  random_scheme_init (&scheme, &roll);
  pe_batch_plan_options_init (&options, sizeof options);
  options.fiscal_year = 2023;
  options.level = (pe_batch_level) dice_below (&roll, 3);
  make_plan (&plan, scheme.rulebook, &options);
  random_columns_init (&columns, &scheme, plan, n_units, &roll);
  all_results_init (&results, plan, n_units);
  if (!run (plan, &columns, &results))
    {
      expect_mismatch (&(pair) { seed, plan, &columns, &results, 0, NULL });
      n_units = 0;
    }
  for (size_t i = 0; i < n_units; i++)
    pair_compare (&(pair) { seed, plan, &columns, &results, i, NULL }, n_scored);
  all_results_clear (&results);
  random_columns_clear (&columns);
  pe_batch_plan_unref (plan);
  random_scheme_clear (&scheme);
  return n_units;
}
