/* input.c - files to objects
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"
#ifdef PERFEVAL_HAVE_OFFICE
#include <perfeval-office/perfeval-office.h>
#endif

#define STANDARD_INPUT "<stdin>"

typedef struct cli_document
{
  char   *name; /* for places */
  GBytes *bytes;
} cli_document;

cli_exit
cli_cannot_read (const char *name, int number)
{
  cli_complain (_ ("%s cannot be read: %s; expected a file that can be read"), name, g_strerror (number));
  return CLI_EXIT_FILE;
}

/* One byte beyond the limit is enough for the library to refuse; what never ends must not be read for ever. */
static cli_exit
read_all (GBytes **out, int fd, const char *name, size_t most)
{
  char   *bytes = NULL;
  size_t  size = 0, room = 0;
  ssize_t n = 1;

  while (n > 0 && size < most)
    {
      if (size == room)
        {
          size_t more = MIN (MAX (room * 2, (size_t) 65536), most);
          char  *grown = g_try_realloc (bytes, more);

          if (grown == NULL)
            {
              g_free (bytes);
              cli_complain (_ ("memory ran out while %s was read"), name);
              return CLI_EXIT_RESOURCE;
            }
          bytes = grown;
          room = more;
        }
      do
        /* static: nullPointerArithmetic: the first turn makes room */
        n = read (fd, bytes + size, room - size);
      while (n < 0 && errno == EINTR);
      size += n > 0 ? (size_t) n : 0;
    }
  if (n < 0)
    {
      int number = errno;

      g_free (bytes);
      return cli_cannot_read (name, number);
    }
  *out = g_bytes_new_take (bytes, size);
  return CLI_EXIT_OK;
}

/* A file beyond the limit is mapped, so that the library refuses it by its true size without reading it. */
static cli_exit
map_all (GBytes **out, int fd, const char *name)
{
  GError      *error = NULL;
  GMappedFile *file = g_mapped_file_new_from_fd (fd, FALSE, &error);

  if (file == NULL)
    {
      cli_complain (_ ("%s cannot be read: %s; expected a file that can be read"), name, error->message);
      g_error_free (error);
      return CLI_EXIT_FILE;
    }
  *out = g_mapped_file_get_bytes (file);
  g_mapped_file_unref (file);
  return CLI_EXIT_OK;
}

static cli_exit
load_from (GBytes **out, int fd, const char *name)
{
  struct stat about;
  pe_limits   limits;

  pe_limits_init (&limits, sizeof limits);
  if (fstat (fd, &about) != 0)
    return cli_cannot_read (name, errno);
  if (S_ISDIR (about.st_mode))
    {
      cli_complain (_ ("%s is a directory; expected a file"), name);
      return CLI_EXIT_FILE;
    }
  if (S_ISREG (about.st_mode) && (uint64_t) about.st_size > limits.bytes)
    return map_all (out, fd, name);
  return read_all (out, fd, name, (size_t) limits.bytes + 1);
}

/* Standard input is "-". */
static cli_exit
load (cli_document *self, const char *path)
{
  gboolean standard = strcmp (path, "-") == 0;
  int      fd = standard ? STDIN_FILENO : g_open (path, O_RDONLY | O_CLOEXEC, 0);
  cli_exit code;

  self->bytes = NULL;
  self->name = standard ? g_strdup (STANDARD_INPUT) : g_filename_display_name (path);
  if (fd < 0)
    return cli_cannot_read (self->name, errno);
  code = load_from (&self->bytes, fd, self->name);
  if (!standard)
    close (fd);
  return code;
}

static void
unload (cli_document *self)
{
  if (self->bytes != NULL)
    g_bytes_unref (self->bytes);
  g_free (self->name);
}

static const char *
get_bytes (const cli_document *self, gsize *size)
{
  const char *data = g_bytes_get_data (self->bytes, size);

  return data != NULL ? data : "";
}

static cli_exit
finish (pe_status status, pe_findings *findings, pe_error *error, const cli_options *options)
{
  cli_print_findings (findings, options);
  if (status != PE_OK && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0)
    cli_print_error (error, options->language);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return cli_exit_of_status (status);
}

cli_exit
cli_load_rulebook (pe_rulebook **out, const char *name, const cli_options *options)
{
  char           *path = cli_find_rulebook (name);
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  cli_document    document;
  pe_read_options read;
  cli_exit        code;
  gsize           size;

  if (path == NULL)
    return CLI_EXIT_FILE;
  code = load (&document, path);
  if (code == CLI_EXIT_OK)
    {
      const char *bytes = get_bytes (&document, &size);
      pe_status   status;

      pe_read_options_init (&read, sizeof read);
      read.file = document.name;
      status = pe_rulebook_from_json (out, bytes, size, &read, &findings, &error);
      code = finish (status, findings, error, options);
    }
  unload (&document);
  g_free (path);
  return code;
}

cli_exit
cli_lint_file (pe_findings **out, pe_rulebook **rulebook, const char *name, const pe_lint_options *lint)
{
  char           *path = cli_find_rulebook (name);
  cli_document    document;
  pe_read_options read;
  cli_exit        code;
  gsize           size;

  if (path == NULL)
    return CLI_EXIT_FILE;
  code = load (&document, path);
  if (code == CLI_EXIT_OK)
    {
      const char *bytes = get_bytes (&document, &size);

      pe_read_options_init (&read, sizeof read);
      read.file = document.name;
      code = cli_exit_of_status (pe_rulebook_lint_json (out, rulebook, bytes, size, &read, lint, NULL));
      if (code != CLI_EXIT_OK)
        cli_complain (_ ("memory ran out while %s was read"), document.name);
    }
  unload (&document);
  g_free (path);
  return code;
}

cli_exit
cli_load_bytes (GBytes **out, char **shown, const char *name)
{
  cli_document document;
  cli_exit     code = load (&document, name);

  if (code == CLI_EXIT_OK)
    {
      *out = g_steal_pointer (&document.bytes);
      *shown = g_steal_pointer (&document.name);
    }
  unload (&document);
  return code;
}

cli_exit
cli_finish_reading (pe_status status, pe_findings *findings, pe_error *error, const cli_options *options)
{
  return finish (status, findings, error, options);
}

const char *
cli_name_of_places (const cli_options *options, const char *shown)
{
  const char *slash = options->bare && shown != NULL ? strrchr (shown, '/') : NULL;

  return slash != NULL ? slash + 1 : shown;
}

static cli_exit
read_dossier (pe_dossier **out, const cli_document *document, const cli_options *options)
{
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  gsize           size;
  const char     *bytes = get_bytes (document, &size);
  pe_read_options read;
  pe_status       status;

  pe_read_options_init (&read, sizeof read);
  read.file = cli_name_of_places (options, document->name);
  status = pe_dossier_from_json (out, bytes, size, &read, &findings, &error);
  return finish (status, findings, error, options);
}

cli_exit
cli_load_dossier (pe_dossier **out, const char *name, const cli_options *options)
{
  cli_document document;
  cli_exit     code;
  gsize        size;

  if (strcmp (name, "-") != 0 && cli_is_tables (name, NULL, 0))
    return cli_load_dossier_from_tables (out, name, options);
  code = load (&document, name);
  if (code == CLI_EXIT_OK && strcmp (name, "-") != 0
      && cli_is_tables (name, get_bytes (&document, &size), g_bytes_get_size (document.bytes)))
    code = cli_load_dossier_from_tables (out, name, options);
  else if (code == CLI_EXIT_OK)
    code = read_dossier (out, &document, options);
  unload (&document);
  return code;
}

cli_exit
cli_load_calendar (pe_calendar **out, const cli_options *options)
{
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  cli_document    document;
  pe_read_options read;
  cli_exit        code;
  gsize           size;

  if (options->calendar == NULL)
    return CLI_EXIT_OK;
  code = load (&document, options->calendar);
  if (code == CLI_EXIT_OK)
    {
      const char *bytes = get_bytes (&document, &size);
      pe_status   status;

      pe_read_options_init (&read, sizeof read);
      read.file = document.name;
      status = pe_calendar_from_json (out, bytes, size, &read, &findings, &error);
      code = finish (status, findings, error, options);
    }
  unload (&document);
  return code;
}

/* By its name: what a DOCX file, a workbook or a page is, is told by its ending. */
static gboolean
has_ending (const char *name, const char *ending)
{
  const size_t size = strlen (name), n = strlen (ending);

  return size > n && g_ascii_strcasecmp (name + size - n, ending) == 0;
}

#ifdef PERFEVAL_HAVE_OFFICE
static pe_status
read_workbook_text (pe_text **out, const char *bytes, gsize size, const pe_xlsx_options *options, pe_error **error)
{
  pe_tables *tables = NULL;
  pe_status  status = pe_tables_from_xlsx (&tables, bytes, size, options, NULL, error);

  if (status == PE_OK)
    status = pe_report_text_from_tables (out, tables, error);
  pe_tables_unref (tables);
  return status;
}

/* The page's bytes as UTF-8, and then its text. */
static pe_status
read_page_text (cli_text *out, const char *bytes, gsize size, const pe_read_options *read, pe_encoding encoding,
                pe_error **error)
{
  pe_text  *page = NULL;
  pe_status status = pe_encoding_decode (&page, &out->encoding, bytes, size, encoding, read, error);

  if (status == PE_OK)
    status = pe_report_text_from_html (&out->text, pe_text_get_data (page), pe_text_get_size (page), read, error);
  pe_text_unref (page);
  return status;
}
#endif

static pe_status
read_text (cli_text *out, const char *name, const char *bytes, gsize size, const pe_read_options *read,
           pe_encoding encoding, pe_error **error)
{
#ifdef PERFEVAL_HAVE_OFFICE
  pe_xlsx_options office;

  pe_xlsx_options_init (&office, sizeof office);
  office.read = read;
  if (has_ending (name, ".docx"))
    return pe_report_text_from_docx (&out->text, bytes, size, &office, error);
  if (has_ending (name, ".xlsx"))
    return read_workbook_text (&out->text, bytes, size, &office, error);
  if (has_ending (name, ".html") || has_ending (name, ".htm"))
    return read_page_text (out, bytes, size, read, encoding, error);
#else
  if (has_ending (name, ".docx") || has_ending (name, ".xlsx") || has_ending (name, ".html")
      || has_ending (name, ".htm"))
    cli_complain ("%s", _ ("this program was built without office files; the file is read as plain text"));
#endif
  return pe_encoding_decode (&out->text, &out->encoding, bytes, size, encoding, read, error);
}

cli_exit
cli_load_patterns (pe_prose_patterns **out, const cli_options *options)
{
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  cli_document    document;
  pe_read_options read;
  cli_exit        code;
  gsize           size;

  if (options->patterns == NULL)
    return CLI_EXIT_OK;
  code = load (&document, options->patterns);
  if (code == CLI_EXIT_OK)
    {
      const char *bytes = get_bytes (&document, &size);
      pe_status   status;

      pe_read_options_init (&read, sizeof read);
      read.file = document.name;
      status = pe_prose_patterns_from_json (out, bytes, size, &read, &findings, &error);
      code = finish (status, findings, error, options);
    }
  unload (&document);
  return code;
}

cli_exit
cli_load_text (cli_text *out, const char *name, const cli_options *options)
{
  pe_error       *error = NULL;
  cli_document    document;
  pe_read_options read;
  cli_exit        code = load (&document, name);
  gsize           size;

  *out = (cli_text) { NULL, NULL, 0 };
  if (code == CLI_EXIT_OK)
    {
      const char *bytes = get_bytes (&document, &size);

      pe_read_options_init (&read, sizeof read);
      read.file = document.name;
      code = cli_exit_of_status (read_text (out, name, bytes, size, &read, options->encoding, &error));
      out->file = strcmp (name, "-") == 0 ? NULL : g_strdup (document.name);
      if (error != NULL)
        cli_print_error (error, options->language);
    }
  pe_error_unref (error);
  unload (&document);
  return code;
}

void
cli_text_clear (cli_text *self)
{
  pe_text_unref (self->text);
  g_free (self->file);
}

/* What every dossier is scored by. */
typedef struct cli_scheme
{
  pe_rulebook *rulebook;
  pe_calendar *calendar; /* nullable */
} cli_scheme;

static cli_exit
load_scheme (cli_scheme *self, const cli_options *options)
{
  cli_exit code = cli_load_rulebook (&self->rulebook, options->rulebook, options);

  return code == CLI_EXIT_OK ? cli_load_calendar (&self->calendar, options) : code;
}

static void
unload_scheme (cli_scheme *self)
{
  pe_calendar_unref (self->calendar);
  pe_rulebook_unref (self->rulebook);
}

static cli_exit
evaluate (pe_evaluation **out, const cli_scheme *scheme, const char *name, const cli_options *options)
{
  pe_dossier         *dossier = NULL;
  pe_findings        *findings = NULL;
  pe_error           *error = NULL;
  pe_evaluate_options evaluate;
  cli_exit            code = cli_load_dossier (&dossier, name, options);

  if (code == CLI_EXIT_OK)
    {
      pe_status status;

      pe_evaluate_options_init (&evaluate, sizeof evaluate);
      evaluate.scorer = options->scorer;
      evaluate.calendar = scheme->calendar;
      status = pe_evaluate (out, scheme->rulebook, dossier, &evaluate, &findings, &error);
      code = finish (status, findings, error, options);
    }
  pe_dossier_unref (dossier);
  return code;
}

cli_exit
cli_load_and_evaluate (pe_evaluation **out, const cli_options *options)
{
  cli_scheme scheme = { NULL, NULL };
  cli_exit   code = load_scheme (&scheme, options);

  if (code == CLI_EXIT_OK)
    code = evaluate (out, &scheme, options->arguments[0], options);
  unload_scheme (&scheme);
  return code;
}

/* A dossier that cannot be evaluated is reviewed as well: why it cannot be is told, and is no reason to stop. */
static pe_evaluation *
try_to_evaluate (const cli_scheme *scheme, pe_dossier *dossier, const cli_options *options)
{
  pe_evaluate_options evaluate;
  pe_evaluation      *evaluation = NULL;
  pe_findings        *findings = NULL;

  pe_evaluate_options_init (&evaluate, sizeof evaluate);
  evaluate.scorer = options->scorer;
  evaluate.calendar = scheme->calendar;
  if (pe_evaluate (&evaluation, scheme->rulebook, dossier, &evaluate, &findings, NULL) != PE_OK)
    cli_print_findings (findings, options);
  pe_findings_unref (findings);
  return evaluation;
}

/* The report that the dossier goes with, read; *out stays NULL where the options name none. */
static cli_exit
read_report (pe_prose **out, const cli_options *options)
{
  pe_prose_options read;
  pe_error        *error = NULL;
  cli_text         text;
  cli_exit         code;

  if (options->text == NULL)
    return CLI_EXIT_OK;
  code = cli_load_text (&text, options->text, options);
  if (code == CLI_EXIT_OK)
    {
      pe_prose_options_init (&read, sizeof read);
      read.file = text.file;
      code = cli_exit_of_status (
          pe_prose_read (out, pe_text_get_data (text.text), pe_text_get_size (text.text), &read, &error));
      if (error != NULL)
        cli_print_error (error, options->language);
    }
  pe_error_unref (error);
  cli_text_clear (&text);
  return code;
}

static cli_exit
review (pe_review **out, const cli_scheme *scheme, pe_dossier *dossier, const pe_audit *report,
        const cli_options *options)
{
  pe_review_options review;
  pe_evaluation    *evaluation = NULL;
  pe_error         *error = NULL;
  pe_decimal        total = { 0, 0, 0 };
  cli_exit          code = CLI_EXIT_USAGE;

  pe_review_options_init (&review, sizeof review);
  review.scorer = options->scorer;
  review.report = report;
  review.declared_grade = options->grade;
  review.declared_total = options->total != NULL ? &total : NULL;
  if (options->total == NULL || pe_decimal_parse (&total, options->total, strlen (options->total), &error) == PE_OK)
    {
      evaluation = try_to_evaluate (scheme, dossier, options);
      code = cli_exit_of_status (pe_review_new (out, scheme->rulebook, dossier, evaluation, &review, &error));
    }
  if (error != NULL)
    cli_print_error (error, options->language);
  pe_error_unref (error);
  pe_evaluation_unref (evaluation);
  return code;
}

cli_exit
cli_load_and_review (pe_review **out, char **file, const cli_options *options)
{
  cli_scheme  scheme = { NULL, NULL };
  pe_dossier *dossier = NULL;
  pe_prose   *prose = NULL;
  cli_exit    code = load_scheme (&scheme, options);

  *file = strcmp (options->arguments[0], "-") == 0 ? NULL : g_filename_display_name (options->arguments[0]);
  if (code == CLI_EXIT_OK)
    code = cli_load_dossier (&dossier, options->arguments[0], options);
  if (code == CLI_EXIT_OK)
    code = read_report (&prose, options);
  if (code == CLI_EXIT_OK)
    code = review (out, &scheme, dossier, pe_prose_get_audit (prose), options);
  pe_prose_unref (prose);
  pe_dossier_unref (dossier);
  unload_scheme (&scheme);
  return code;
}

cli_exit
cli_load_and_evaluate_all (GPtrArray *out, const cli_options *options)
{
  cli_scheme scheme = { NULL, NULL };
  cli_exit   code = load_scheme (&scheme, options);

  /* What is wrong with one does not keep what is wrong with the next from being seen. */
  for (char **name = options->arguments; scheme.rulebook != NULL && *name != NULL; name++)
    {
      pe_evaluation *evaluation = NULL;
      const cli_exit one = evaluate (&evaluation, &scheme, *name, options);

      code = MAX (code, one); /* a macro, which would evaluate a call twice */
      if (evaluation != NULL)
        g_ptr_array_add (out, evaluation);
    }
  unload_scheme (&scheme);
  return code;
}
