/* cases.c - a rulebook held to its cases
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/cases.h>

#include <string.h>

#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../rules/rulebook-report-private.h"
#include "label-private.h"
#include "scoring-private.h"

/* The cases of one call. */
typedef struct
{
  pe_rulebook               *rulebook;
  const pe_evaluate_options *options;
  pe_collector               collector;
  guchar                    *wanted; /* of each indicator, for one case */
  uint32_t                  *nodes;  /* of each indicator, for one case */
  pe_formula_steps           steps;  /* of the formulas of all cases */
} cases_run;

/* A case of it. */
typedef struct
{
  size_t                  index;
  const pe_rulebook_case *proof;
  size_t                  first_score;
  size_t                  n_scores;
} case_run;

static void
add_no_memory (cases_run *self)
{
  pe_collector_add (&self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

/* Findings */

/* member: where the expectation stands in the case, scores by their codes. code: of an indicator; nullable. */
static void
report (cases_run *self, const case_run *run, const char *member, const char *code, const char *found,
        const char *expected)
{
  const pe_rulebook_case *proof = run->proof;
  const gboolean          is_score = strcmp (member, "/expect/scores") == 0;
  char                   *path = pe_rulebook_print_case_path (run->index, member, is_score ? code : NULL);

  if (path == NULL || found == NULL)
    add_no_memory (self);
  else
    pe_rulebook_report (self->rulebook, &self->collector, PE_ERROR_CASE_FAILED, PE_NO_INDICATOR, path, "name",
                        proof->name_en != NULL ? proof->name_en : proof->name_zh, "name_zh", proof->name_zh, "code",
                        code, "found", found, "expected", expected, NULL);
  g_free (path);
}

/* An error of the evaluation, at its place in the dossier of the case. */
static void
report_error (cases_run *self, const case_run *run, pe_finding *finding)
{
  const char *what = pe_place_get_what (pe_finding_get_place (finding, 0));
  pe_error   *error = NULL;
  pe_buffer   buffer = PE_BUFFER_INIT;
  char       *path;
  pe_place    place;

  pe_buffer_add_string (&buffer, "/cases/");
  pe_buffer_add_uint (&buffer, run->index);
  pe_buffer_add_string (&buffer, "/dossier");
  pe_buffer_add_string (&buffer, what);
  path = pe_buffer_steal (&buffer);
  if (path == NULL || pe_error_set_finding (&error, finding, 1) == PE_ERROR_NO_MEMORY)
    add_no_memory (self);
  else
    {
      place = pe_rulebook_find_nearest_place (self->rulebook, path);
      pe_collector_take_error (&self->collector, error, &place);
      error = NULL;
    }
  pe_error_unref (error);
  g_free (path);
}

static void
report_errors (cases_run *self, const case_run *run, const pe_findings *findings)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      pe_finding *finding = (pe_finding *) pe_findings_get (findings, i);

      if (pe_finding_get_severity (finding) != PE_SEVERITY_ERROR)
        continue;
      if (pe_rulebook_is_place_needed (&self->collector, pe_finding_get_code (finding)))
        report_error (self, run, finding);
      else
        pe_collector_add (&self->collector, pe_finding_get_code (finding), NULL, NULL);
    }
}

/* Comparing */

static void
compare_number (cases_run *self, const case_run *run, const char *member, const char *code, const pe_rational *computed,
                const pe_decimal *wanted)
{
  pe_buffer   buffer = PE_BUFFER_INIT;
  char        expected[PE_DECIMAL_PRINT_SIZE];
  char       *found;
  pe_rational number;
  int         order;

  pe_rational_init (&number);
  pe_rational_set_decimal (&number, wanted);
  order = pe_rational_compare (computed, &number);
  pe_rational_clear (&number);
  if (order == 0)
    return;
  (void) pe_decimal_print (expected, sizeof expected, wanted, NULL);
  pe_label_add_number (computed, &buffer);
  found = pe_buffer_steal (&buffer);
  report (self, run, member, code, found, expected);
  g_free (found);
}

static void
compare_scores (cases_run *self, const case_run *run, const pe_evaluation *evaluation)
{
  const size_t n = pe_evaluation_get_n_nodes (evaluation);

  for (uint32_t i = 0; i < n; i++)
    {
      const pe_scored_node *node = pe_evaluation_peek_node (evaluation, i);

      if (node->indicator >= 0 && node->row < 0)
        self->nodes[node->indicator] = i;
    }
  for (size_t i = run->first_score; i < run->first_score + run->n_scores; i++)
    {
      const pe_case_score *score = pe_rulebook_peek_case_score (self->rulebook, i);
      size_t               index;

      if (pe_rulebook_find_indicator (&index, self->rulebook, score->indicator, NULL) == PE_OK)
        compare_number (self, run, "/expect/scores", score->indicator,
                        &pe_evaluation_peek_node (evaluation, self->nodes[index])->score, &score->score);
    }
}

static void
compare_grade (cases_run *self, const case_run *run, const pe_evaluation *evaluation)
{
  const int32_t   index = pe_evaluation_get_grade (evaluation);
  const pe_grade *grade = index >= 0 ? pe_rulebook_peek_grade (self->rulebook, (size_t) index) : NULL;
  const char     *found = grade != NULL ? grade->id : "";

  if (run->proof->grade != NULL && strcmp (run->proof->grade, found) != 0)
    report (self, run, "/expect/grade", NULL, found, run->proof->grade);
}

static void
compare_all (cases_run *self, const case_run *run, const pe_evaluation *evaluation)
{
  compare_scores (self, run, evaluation);
  if (run->proof->total.state == PE_STATE_VALUE)
    compare_number (self, run, "/expect/total", NULL, &pe_evaluation_peek_node (evaluation, 0)->score,
                    &run->proof->total.value);
  compare_grade (self, run, evaluation);
}

/* Running */

static void
want (cases_run *self, const char *code)
{
  size_t index;

  if (pe_rulebook_find_indicator (&index, self->rulebook, code, NULL) == PE_OK)
    self->wanted[index] = 1;
}

/* What the case names, and what stands below it: in preorder that comes later. */
static void
choose_leaves (cases_run *self, const case_run *run)
{
  const size_t n = pe_rulebook_get_n_indicators (self->rulebook);

  memset (self->wanted, 0, n);
  for (size_t i = run->first_score; i < run->first_score + run->n_scores; i++)
    want (self, pe_rulebook_peek_case_score (self->rulebook, i)->indicator);
  if (run->proof->at != NULL)
    want (self, run->proof->at);
  for (size_t i = 0; i < n; i++)
    {
      const uint32_t parent = pe_rulebook_peek_indicator (self->rulebook, i)->parent;

      if (parent != 0 && self->wanted[parent - 1])
        self->wanted[i] = 1;
    }
}

static gboolean
is_of_leaves (const pe_rulebook_case *proof)
{
  if (proof->error != PE_OK)
    return proof->at != NULL;
  return proof->total.state != PE_STATE_VALUE && proof->grade == NULL;
}

static void
run_case (cases_run *self, size_t index)
{
  case_run       run = { index, pe_rulebook_peek_case (self->rulebook, index), 0, 0 };
  const gboolean of_leaves = is_of_leaves (run.proof);
  pe_evaluation *evaluation = NULL;
  pe_findings   *findings = NULL;
  pe_status      status;

  run.n_scores = pe_rulebook_find_case_scores (self->rulebook, index, &run.first_score);
  if (of_leaves)
    choose_leaves (self, &run);
  status = pe_evaluate_leaves (&evaluation, self->rulebook, run.proof->dossier, self->options,
                               of_leaves ? self->wanted : NULL, &self->steps, &findings, NULL);
  if (status == PE_ERROR_NO_MEMORY)
    add_no_memory (self);
  else if (status != run.proof->error)
    {
      report (self, &run, run.proof->error != PE_OK ? "/expect/error" : "/expect", run.proof->at,
              pe_status_name (status), pe_status_name (run.proof->error));
      report_errors (self, &run, findings);
    }
  else if (status == PE_OK)
    compare_all (self, &run, evaluation);
  pe_findings_unref (findings);
  pe_evaluation_unref (evaluation);
}

/* FALSE, and a finding, when the cases ask for more nodes than the limit. */
static gboolean
check_size (cases_run *self, uint64_t limit)
{
  const uint64_t n = pe_rulebook_get_n_cases (self->rulebook), each = pe_rulebook_get_n_indicators (self->rulebook) + 1;
  pe_buffer      buffer = PE_BUFFER_INIT;
  char          *found, *most;

  if (n <= limit / each)
    return TRUE;
  pe_buffer_add_uint (&buffer, n * each);
  found = pe_buffer_steal (&buffer);
  pe_buffer_add_uint (&buffer, limit);
  most = pe_buffer_steal (&buffer);
  if (found == NULL || most == NULL)
    add_no_memory (self);
  else
    pe_rulebook_report (self->rulebook, &self->collector, PE_ERROR_LIMIT_ITEMS, PE_NO_INDICATOR, "/cases", "name",
                        "cases", "found", found, "limit", most, NULL);
  g_free (found);
  g_free (most);
  return FALSE;
}

static void
run_all (cases_run *self, uint64_t limit)
{
  const size_t n = pe_rulebook_get_n_indicators (self->rulebook);

  if (!check_size (self, limit))
    return;
  self->wanted = g_try_malloc (n + 1);
  self->nodes = g_try_new0 (uint32_t, n + 1);
  if (self->wanted == NULL || self->nodes == NULL)
    add_no_memory (self);
  else
    for (size_t i = 0; i < pe_rulebook_get_n_cases (self->rulebook) && self->collector.broken == PE_OK; i++)
      run_case (self, i);
  g_free (self->wanted);
  g_free (self->nodes);
}

/* The call */

static pe_status
import_options (pe_evaluate_options *ours, pe_limits *limits, const pe_evaluate_options *theirs, pe_error **error)
{
  pe_status status = PE_OK;

  pe_evaluate_options_init (ours, sizeof *ours);
  if (theirs != NULL)
    status = pe_struct_import (ours, sizeof *ours, theirs, sizeof *ours, "options", error);
  if (status != PE_OK)
    return status;
  if (ours->scorer < PE_SCORER_SELF || ours->scorer > PE_SCORER_EXTERNAL)
    return pe_error_set_argument (error, "options.scorer", "a value of pe_scorer");
  return pe_limits_import (limits, ours->limits, error);
}

pe_status
pe_rulebook_run_cases (pe_findings **out, pe_rulebook *rulebook, const pe_evaluate_options *options, pe_error **error)
{
  pe_evaluate_options ours;
  pe_limits           limits;
  cases_run           self = { rulebook, &ours, { NULL, 0, PE_OK }, NULL, NULL, { 0, 0, 0 } };
  pe_findings        *findings = NULL;
  pe_status           status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  if (rulebook == NULL)
    return pe_error_set_argument (error, "rulebook", "a pe_rulebook");
  status = import_options (&ours, &limits, options, error);
  if (status != PE_OK)
    return status;
  pe_collector_init (&self.collector, &limits);
  pe_formula_steps_init (&self.steps, limits.formula_steps);
  run_all (&self, limits.items);
  if (pe_collector_finish (&self.collector, &findings, NULL) == PE_ERROR_NO_MEMORY)
    {
      pe_findings_unref (findings);
      return pe_error_set_no_memory (error);
    }
  *out = findings;
  return PE_OK;
}
