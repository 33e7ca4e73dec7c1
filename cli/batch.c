/* batch.c - perfeval batch
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "batch.h"
#include "chart.h"

static cli_exit
make_plan (pe_batch_plan **out, pe_rulebook *rulebook, pe_calendar *calendar, const cli_batch_options *options)
{
  pe_batch_plan_options plan;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;
  pe_status             status;

  pe_batch_plan_options_init (&plan, sizeof plan);
  /* What is scored from rows or records is scored elsewhere, and comes as a column of points. */
  plan.records = PE_BATCH_RECORDS_POINTS;
  plan.fiscal_year = options->fiscal_year;
  plan.calendar = calendar;
  status = pe_batch_plan_new (out, rulebook, &plan, &findings, &error);
  cli_print_findings (findings, &options->common);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return status == PE_OK ? CLI_EXIT_OK : cli_exit_of_status (status);
}

static cli_exit
print_template (const pe_batch_plan *plan, const cli_batch_options *options)
{
  pe_text *text = NULL;
  cli_exit code = CLI_EXIT_RESOURCE;

  if (pe_batch_csv_print_template (&text, plan, NULL) == PE_OK)
    code = cli_write (pe_text_get_data (text), pe_text_get_size (text), options->common.output);
  pe_text_unref (text);
  return code;
}

static cli_exit
score_units (pe_batch_plan *plan, const cli_batch_options *options)
{
  cli_batch_state state;
  cli_exit        code = cli_batch_state_init (&state, plan);

  if (code == CLI_EXIT_OK)
    code = cli_batch_run (&state, options, plan);
  if (code == CLI_EXIT_OK)
    code = cli_batch_report (&state, options, plan);
  if (code == CLI_EXIT_OK && options->chart != NULL)
    code = cli_draw_grades (state.summary, pe_batch_plan_get_rulebook (plan), options->chart, &options->common);
  /* Rows that were rejected are no success, and no failure of the others. */
  if (code == CLI_EXIT_OK && state.n_rejected > 0)
    code = CLI_EXIT_INPUT;
  cli_batch_state_clear (&state);
  return code;
}

cli_exit
cli_batch (int argc, char **argv)
{
  pe_rulebook      *rulebook = NULL;
  pe_calendar      *calendar = NULL;
  pe_batch_plan    *plan = NULL;
  cli_batch_options options;
  cli_exit          code = cli_batch_options_parse (&options, argc, argv);

  if (code == CLI_EXIT_OK && !options.common.help)
    {
      code = cli_load_rulebook (&rulebook, options.common.rulebook, &options.common);
      if (code == CLI_EXIT_OK)
        code = cli_load_calendar (&calendar, &options.common);
      if (code == CLI_EXIT_OK)
        code = make_plan (&plan, rulebook, calendar, &options);
      if (code == CLI_EXIT_OK)
        code = options.print_template ? print_template (plan, &options) : score_units (plan, &options);
    }
  pe_batch_plan_unref (plan);
  pe_calendar_unref (calendar);
  pe_rulebook_unref (rulebook);
  cli_batch_options_clear (&options);
  return code;
}
