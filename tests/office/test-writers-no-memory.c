/* test-writers-no-memory.c - charts, reports, scorebooks and templates, with each allocation refused in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A file for which memory ran out is not written at all; one that was written in spite of it is the same, byte for byte.
 * PDF is left to test-report.c, whose leaks of cairo's are let pass.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "scarce.h"
#include "scored.h"

#define DATE "2024-03-15"
/* Refusals of a walk: each draws or writes a file. */
#define MOST 24
/* The same for what Pango draws. */
#define FEW 8

/* An evaluation with its language, and what else a call takes. */
typedef struct
{
  const pe_evaluation *evaluation;
  const pe_evaluation *prior; /* nullable */
  pe_language          language;
  const pe_report_template *template;
  const pe_report *report;
} sheet;

/* Evaluations */

static pe_evaluation *
score_sample (void)
{
  pe_rulebook   *rulebook = rulebook_of_file ("rulebooks/sample-department.json");
  pe_dossier    *dossier = dossier_of_file ("examples/data/sample-department.json");
  pe_evaluation *out = NULL;

  assert_int_equal (pe_evaluate (&out, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return out;
}

/* The first case of a rulebook that is expected to have a total. */
static pe_evaluation *
score_case (const char *path)
{
  pe_rulebook   *rulebook = rulebook_of_file (path);
  pe_evaluation *out = NULL;

  for (size_t i = 0; out == NULL; i++)
    {
      pe_rulebook_case proof;

      pe_rulebook_case_init (&proof, sizeof proof);
      assert_int_equal (pe_rulebook_get_case (&proof, rulebook, i, NULL), PE_OK);
      if (proof.total.state == PE_STATE_VALUE)
        assert_int_equal (pe_evaluate (&out, rulebook, proof.dossier, NULL, NULL, NULL), PE_OK);
    }
  pe_rulebook_unref (rulebook);
  return out;
}

/* Charts */

static pe_status
draw (pe_chart *chart, pe_status status, pe_text **out, pe_error **error)
{
  if (status == PE_OK)
    status = pe_chart_to_svg (out, chart, error);
  pe_chart_unref (chart);
  return status;
}

static pe_chart_options
options_of (const sheet *self)
{
  pe_chart_options options;

  pe_chart_options_init (&options, sizeof options);
  options.language = self->language;
  options.depth = 2;
  return options;
}

static pe_status
draw_dimensions (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status        status = pe_chart_new_dimensions (&chart, self->evaluation, &options, error);

  return draw (chart, status, out, error);
}

static pe_status
draw_losses (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status        status = pe_chart_new_losses (&chart, self->evaluation, &options, error);

  return draw (chart, status, out, error);
}

static pe_status
draw_execution (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status status = pe_chart_new_execution (&chart, pe_evaluation_get_dossier (self->evaluation), &options, error);

  return draw (chart, status, out, error);
}

static pe_status
draw_targets (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status        status = pe_chart_new_targets (&chart, self->evaluation, &options, error);

  return draw (chart, status, out, error);
}

static pe_status
draw_change (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status        status = pe_chart_new_change (&chart, self->prior, self->evaluation, &options, error);

  return draw (chart, status, out, error);
}

static pe_status
draw_png (const void *argument, pe_text **out, pe_error **error)
{
  const sheet     *self = argument;
  pe_chart_options options = options_of (self);
  pe_chart        *chart = NULL;
  pe_status        status = pe_chart_new_dimensions (&chart, self->evaluation, &options, error);

  if (status == PE_OK)
    status = pe_chart_to_png (out, chart, 400, error);
  pe_chart_unref (chart);
  return status;
}

static void
test_charts (void **state)
{
  scarce_call *const calls[] = { draw_dimensions, draw_losses, draw_execution, draw_targets, draw_change, draw_png };
  pe_evaluation     *evaluations[] = { score_zengcheng (), score_sample () };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (evaluations); i++)
    for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
      for (size_t k = 0; k < G_N_ELEMENTS (calls); k++)
        {
          const sheet self = { evaluations[i], evaluations[i], language, NULL, NULL };

          assert_true (scarce_walk_some (calls[k], &self, PE_OK, FEW) > 0);
        }
  for (size_t i = 0; i < G_N_ELEMENTS (evaluations); i++)
    pe_evaluation_unref (evaluations[i]);
}

/* Workbooks */

static pe_status
write_scorebook (const void *argument, pe_text **out, pe_error **error)
{
  const sheet *self = argument;

  return pe_evaluation_to_xlsx (out, self->evaluation, self->language, error);
}

static pe_status
write_template (const void *argument, pe_text **out, pe_error **error)
{
  const sheet *self = argument;

  return pe_template_to_xlsx (out, pe_evaluation_get_rulebook (self->evaluation), self->language, error);
}

static void
test_workbooks (void **state)
{
  pe_evaluation *evaluations[]
      = { score_zengcheng (), score_sample (), score_case ("rulebooks/central-project-ratio-80-50.json") };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (evaluations); i++)
    {
      for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
        {
          const sheet self = { evaluations[i], NULL, language, NULL, NULL };

          assert_true (scarce_walk_some (write_scorebook, &self, PE_OK, MOST) > 0);
          assert_true (scarce_walk_some (write_template, &self, PE_OK, MOST) > 0);
        }
      pe_evaluation_unref (evaluations[i]);
    }
}

/* Reports */

static pe_status
make (const void *argument, pe_text **out, pe_error **error)
{
  const sheet      *self = argument;
  pe_report        *report = NULL;
  pe_report_options options;
  pe_status         status;

  pe_report_options_init (&options, sizeof options);
  options.language = self->language;
  options.date = DATE;
  options.prior = self->prior;
  status = pe_report_make (&report, self->template, self->evaluation, &options, error);
  scarce_end ();
  assert_int_equal (report != NULL, status == PE_OK);
  if (report != NULL)
    assert_int_equal (pe_report_to_markdown (out, report, NULL), PE_OK);
  pe_report_unref (report);
  return status;
}

static pe_status
write_docx (const void *argument, pe_text **out, pe_error **error)
{
  const sheet *self = argument;

  return pe_report_to_docx (out, self->report, error);
}

static pe_status
write_html (const void *argument, pe_text **out, pe_error **error)
{
  const sheet *self = argument;

  return pe_report_to_html (out, self->report, error);
}

static pe_status
write_markdown (const void *argument, pe_text **out, pe_error **error)
{
  const sheet *self = argument;

  return pe_report_to_markdown (out, self->report, error);
}

static void
write_all (sheet *self)
{
  pe_report        *report = NULL;
  pe_report_options options;

  pe_report_options_init (&options, sizeof options);
  options.language = self->language;
  options.date = DATE;
  assert_int_equal (pe_report_make (&report, self->template, self->evaluation, &options, NULL), PE_OK);
  self->report = report;
  assert_true (scarce_walk_some (write_docx, self, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (write_html, self, PE_OK, MOST) > 0);
  assert_true (scarce_walk_some (write_markdown, self, PE_OK, MOST) > 0);
  pe_report_unref (report);
}

static pe_status
read_template (const void *argument, pe_text **out, pe_error **error)
{
  const GString *xml = argument;
  pe_report_template *template = NULL;
  pe_status status = pe_report_template_from_xml (&template, xml->str, xml->len, NULL, error);

  (void) out;
  pe_report_template_unref (template);
  return status;
}

/* reports: whether the formats are written too, and not only what they hold. */
static void
report_scarcely (const char *path, pe_evaluation *evaluation, gboolean is_written)
{
  size_t   size;
  char    *bytes = read_source (path, &size);
  GString *xml = g_string_new_len (bytes, (gssize) size);
  pe_report_template *template = NULL;

  assert_true (scarce_walk_some (read_template, xml, PE_OK, MOST) > 0);
  assert_int_equal (pe_report_template_from_xml (&template, xml->str, xml->len, NULL, NULL), PE_OK);
  for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
    {
      sheet self = { evaluation, evaluation, language, template, NULL };

      assert_true (scarce_walk_some (make, &self, PE_OK, MOST) > 0);
      if (is_written && language == PE_LANGUAGE_ZH)
        write_all (&self);
    }
  pe_report_template_unref (template);
  g_string_free (xml, TRUE);
  g_free (bytes);
}

static void
test_reports (void **state)
{
  pe_evaluation *zengcheng = score_zengcheng (), *sample = score_sample ();
  pe_evaluation *project = score_case ("rulebooks/central-project-ratio-80-50.json");

  (void) state;
  report_scarcely ("reports/department.xml", zengcheng, TRUE);
  report_scarcely ("reports/department.xml", sample, FALSE);
  report_scarcely ("reports/department-hunan.xml", sample, FALSE);
  report_scarcely ("reports/opinion.xml", sample, FALSE);
  report_scarcely ("reports/project-central.xml", project, TRUE);
  report_scarcely ("reports/project-sichuan.xml", project, FALSE);
  report_scarcely ("reports/project-yunnan.xml", project, FALSE);
  pe_evaluation_unref (zengcheng);
  pe_evaluation_unref (sample);
  pe_evaluation_unref (project);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_charts),
    cmocka_unit_test (test_workbooks),
    cmocka_unit_test (test_reports),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
