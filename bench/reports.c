/* reports.c - how long many reports take, from the dossier's bytes to the file's, and how much memory
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Usage: bench-reports RULEBOOK.json TEMPLATE.xml DOSSIER.json html|md|pdf|docx|xlsx COUNT
 * Each report is of a unit with a name of its own. One thread; elapsed time, the greatest resident size, and that at a tenth.
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include <perfeval-office/perfeval-office.h>
#include <perfeval/perfeval.h>

typedef struct
{
  pe_rulebook *rulebook;
  pe_report_template *template;
  char       *before, *after; /* the dossier's bytes up to and from the end of the unit's name */
  const char *format;
} bench;

static char *
load (const char *path)
{
  char *bytes = NULL;

  if (!g_file_get_contents (path, &bytes, NULL, NULL))
    exit (EXIT_FAILURE);
  return bytes;
}

static void
check (pe_status status, const pe_error *error)
{
  if (status == PE_OK)
    return;
  fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
  exit (EXIT_FAILURE);
}

static pe_status
write_report (const bench *self, const pe_report *report, pe_text **out, pe_error **error)
{
  if (strcmp (self->format, "docx") == 0)
    return pe_report_to_docx (out, report, error);
  if (strcmp (self->format, "pdf") == 0)
    return pe_report_to_pdf (out, report, error);
  if (strcmp (self->format, "md") == 0)
    return pe_report_to_markdown (out, report, error);
  return pe_report_to_html (out, report, error);
}

/* One unit: read, scored, reported, written; answers the bytes of the file. */
static size_t
make_one (const bench *self, long number)
{
  char             *json = g_strdup_printf ("%s%ld%s", self->before, number, self->after);
  pe_dossier       *dossier = NULL;
  pe_evaluation    *evaluation = NULL;
  pe_report        *report = NULL;
  pe_text          *text = NULL;
  pe_error         *error = NULL;
  pe_report_options options;
  size_t            size;

  pe_report_options_init (&options, sizeof options);
  options.date = "2024-03-15";
  check (pe_dossier_from_json (&dossier, json, strlen (json), NULL, NULL, &error), error);
  check (pe_evaluate (&evaluation, self->rulebook, dossier, NULL, NULL, &error), error);
  if (strcmp (self->format, "xlsx") == 0)
    check (pe_evaluation_to_xlsx (&text, evaluation, PE_LANGUAGE_ZH, &error), error);
  else
    {
      check (pe_report_make (&report, self->template, evaluation, &options, &error), error);
      check (write_report (self, report, &text, &error), error);
    }
  size = pe_text_get_size (text);
  pe_text_unref (text);
  pe_report_unref (report);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  g_free (json);
  return size;
}

static long
get_resident (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

int
main (int argc, char **argv)
{
  bench    self = { .format = argc > 4 ? argv[4] : "html" };
  long     count = argc > 5 ? strtol (argv[5], NULL, 10) : 10000, tenth = 0;
  char    *rules, *xml, *name;
  uint64_t bytes = 0;
  gint64   start;
  double   seconds;

  if (argc < 4 || count < 10)
    return EXIT_FAILURE;
  rules = load (argv[1]);
  xml = load (argv[2]);
  self.before = load (argv[3]);
  check (pe_rulebook_from_json (&self.rulebook, rules, strlen (rules), NULL, NULL, NULL), NULL);
  check (pe_report_template_from_xml (&self.template, xml, strlen (xml), NULL, NULL), NULL);
  name = strstr (self.before, "局\"");
  if (name == NULL)
    return EXIT_FAILURE;
  name += strlen ("局");
  self.after = g_strdup (name);
  *name = '\0';
  start = g_get_monotonic_time ();
  for (long i = 0; i < count; i++)
    {
      bytes += make_one (&self, i);
      tenth = i == count / 10 ? get_resident () : tenth;
    }
  seconds = (double) (g_get_monotonic_time () - start) * 1e-6;
  printf ("%s: %ld reports in %.1f s, %.1f a second, %lu bytes each, at most %ld MB resident (%ld MB after a tenth)\n",
          self.format, count, seconds, (double) count / seconds, (unsigned long) (bytes / (uint64_t) count),
          get_resident (), tenth);
  pe_report_template_unref (self.template);
  pe_rulebook_unref (self.rulebook);
  g_free (self.before);
  g_free (self.after);
  g_free (xml);
  g_free (rules);
  return EXIT_SUCCESS;
}
