/* target-template.c - a template of reports from any bytes; one that is read makes a report in each language
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "office.h"

#include <glib.h>

/* The department of Zengcheng, scored once. */
static const pe_evaluation *
get_evaluation (void)
{
  static pe_evaluation *evaluation;
  pe_dossier           *dossier = NULL;
  pe_rulebook          *rulebook;
  char                 *bytes = NULL;
  gsize                 size;

  if (evaluation != NULL)
    return evaluation;
  rulebook = read_rulebook ("guangdong-2023.json");
  HOLDS (g_file_get_contents (FUZZ_SOURCE "/examples/data/zengcheng-2023.json", &bytes, &size, NULL));
  HOLDS (pe_dossier_from_json (&dossier, bytes, size, NULL, NULL, NULL) == PE_OK);
  HOLDS (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL) == PE_OK);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
  g_free (bytes);
  return evaluation;
}

static void
check_text (pe_text *text)
{
  HOLDS (g_utf8_validate_len (pe_text_get_data (text), pe_text_get_size (text), NULL));
  pe_text_unref (text);
}

static void
make_report (const pe_report_template *template, pe_language language)
{
  pe_report_options options;
  pe_report        *report = NULL;
  pe_text          *markdown = NULL, *page = NULL;
  pe_error         *error = NULL;
  pe_status         status;

  pe_report_options_init (&options, sizeof options);
  options.language = language;
  options.date = "2024-03-15";
  status = pe_report_make (&report, template, get_evaluation (), &options, &error);
  if (status != PE_OK)
    {
      check_failure (status, report, error);
      return;
    }
  HOLDS (pe_report_to_markdown (&markdown, report, NULL) == PE_OK);
  check_text (markdown);
  HOLDS (pe_report_to_html (&page, report, NULL) == PE_OK);
  check_text (page);
  pe_report_unref (report);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_report_template *template = NULL;
  pe_error *error = NULL;
  pe_status status = pe_report_template_from_xml (&template, (const char *) data, size, NULL, &error);

  if (status != PE_OK)
    {
      check_failure (status, template, error);
      return 0;
    }
  HOLDS (pe_report_template_get_name (template, PE_LANGUAGE_ZH) != NULL);
  for (size_t i = 0; i < pe_report_template_get_n_narratives (template); i++)
    HOLDS (pe_report_template_get_narrative (template, i) != NULL);
  make_report (template, PE_LANGUAGE_ZH);
  make_report (template, PE_LANGUAGE_EN);
  pe_report_template_unref (template);
  return 0;
}
