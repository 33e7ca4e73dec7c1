/* documents.c - documents for tests, from files and with marked places
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "documents.h"

char *
read_source_file (const char *path, size_t *size)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *whole = g_build_filename (source != NULL ? source : ".", path, NULL);
  char       *bytes = NULL;

  if (!g_file_get_contents (whole, &bytes, size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", whole);
  g_free (whole);
  return bytes;
}

pe_status
read_dossier (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error)
{
  pe_dossier *dossier = NULL;
  pe_status   status = pe_dossier_from_json (&dossier, bytes, size, options, findings, error);

  assert_true ((status == PE_OK) == (dossier != NULL));
  pe_dossier_unref (dossier);
  return status;
}

pe_status
read_rulebook (const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error)
{
  pe_rulebook *rulebook = NULL;
  pe_status    status = pe_rulebook_from_json (&rulebook, bytes, size, options, findings, error);

  assert_true ((status == PE_OK) == (rulebook != NULL));
  pe_rulebook_unref (rulebook);
  return status;
}

static void
fail_with (const pe_error *error)
{
  const pe_place *place = pe_finding_get_place (pe_error_get_finding (error), 0);

  fail_msg ("%s at %s, line %d, column %d: %s", pe_status_name (pe_error_get_status (error)), pe_place_get_what (place),
            (int) pe_place_get_line (place), (int) pe_place_get_column (place),
            pe_error_get_message (error, PE_LANGUAGE_EN));
}

pe_dossier *
dossier_from (const char *text)
{
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  if (pe_dossier_from_json (&dossier, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_with (error);
  return dossier;
}

pe_rulebook *
rulebook_from (const char *text)
{
  pe_rulebook *rulebook = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&rulebook, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_with (error);
  return rulebook;
}

pe_dossier *
dossier_from_file (const char *path)
{
  char       *text = read_source_file (path, NULL);
  pe_dossier *dossier = dossier_from (text);

  g_free (text);
  return dossier;
}

pe_rulebook *
rulebook_from_file (const char *path)
{
  char        *text = read_source_file (path, NULL);
  pe_rulebook *rulebook = rulebook_from (text);

  g_free (text);
  return rulebook;
}

pe_text *
text_of_dossier (const pe_dossier *dossier)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  if (pe_dossier_to_json (&text, dossier, &error) != PE_OK)
    fail_with (error);
  return text;
}

pe_text *
text_of_rulebook (const pe_rulebook *rulebook)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;

  if (pe_rulebook_to_json (&text, rulebook, &error) != PE_OK)
    fail_with (error);
  return text;
}

/* Cases */

#define MAX_MARKS 9

typedef struct
{
  uint64_t line[MAX_MARKS];
  uint64_t column[MAX_MARKS];
  GString *text;
} marked_text;

/* Takes the marks ① to ⑨ out of a text and notes where they stood. */
static void
take_marks (marked_text *self, const char *text)
{
  uint64_t line = 1, column = 1;

  memset (self, 0, sizeof *self);
  self->text = g_string_new (NULL);
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (c >= 0x2460 && c < 0x2460 + MAX_MARKS)
        {
          self->line[c - 0x2460] = line;
          self->column[c - 0x2460] = column;
          continue;
        }
      g_string_append_unichar (self->text, c);
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n';
    }
}

static void
print_findings (const char *name, const pe_findings *findings)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);
      const pe_place   *place = pe_finding_get_place (finding, 0);

      print_message ("  %s: %s %s %d:%d %s\n", name, pe_status_name (pe_finding_get_code (finding)),
                     pe_place_get_what (place), (int) pe_place_get_line (place), (int) pe_place_get_column (place),
                     pe_finding_get_message (finding, PE_LANGUAGE_EN));
    }
}

/* expected: "PE_ERROR_NAME /pointer" */
static gboolean
finding_is (const pe_finding *finding, const char *expected, const marked_text *marked, size_t index)
{
  const pe_place *place = pe_finding_get_place (finding, 0);
  char          **words = g_strsplit (expected, " ", 2);
  const char     *pointer = strcmp (words[1], "-") == 0 ? "" : words[1];
  gboolean        is
      = strcmp (words[0], pe_status_name (pe_finding_get_code (finding))) == 0
        && strcmp (pointer, pe_place_get_what (place)) == 0 && g_strcmp0 (pe_place_get_file (place), "case.json") == 0
        && pe_place_get_line (place) == marked->line[index] && pe_place_get_column (place) == marked->column[index];

  g_strfreev (words);
  return is;
}

/* Warnings and notes may stand between the errors. */
static gboolean
findings_are (const pe_findings *findings, char **expected, const marked_text *marked)
{
  size_t n = g_strv_length (expected), found = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (pe_finding_get_severity (finding) != PE_SEVERITY_ERROR)
        continue;
      if (found == n || !finding_is (finding, expected[found], marked, found))
        return FALSE;
      found++;
    }
  return found == n && pe_findings_get_count (findings, PE_SEVERITY_ERROR) == n;
}

static gboolean
check_case (const char *name, char **expected, const char *text, read_document read)
{
  pe_read_options options;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  marked_text     marked;
  pe_status       status;
  gboolean        good;

  pe_read_options_init (&options, sizeof options);
  options.file = "case.json";
  take_marks (&marked, text);
  status = read (marked.text->str, marked.text->len, &options, &findings, &error);
  good = findings_are (findings, expected, &marked) && status != PE_OK && pe_error_get_status (error) == status
         && g_str_has_prefix (expected[0], pe_status_name (status))
         && pe_error_get_count (error) == g_strv_length (expected);
  if (!good)
    {
      print_findings (name, findings);
      for (size_t i = 0; expected[i] != NULL; i++)
        print_message ("  expected %s %d:%d\n", expected[i], (int) marked.line[i], (int) marked.column[i]);
    }
  g_string_free (marked.text, TRUE);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return good;
}

/* "what is wrong\nPE_ERROR_… /…\n---\ndocument" */
static gboolean
check_block (const char *block, const char *head, read_document read)
{
  char   **halves = g_strsplit (block, "\n---\n", 2);
  char   **lines = g_strsplit (halves[0], "\n", -1);
  GString *text = g_string_new (halves[1]);
  gboolean good;

  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);
  g_string_replace (text, "@@", head, 0);
  good = check_case (lines[0], lines + 1, text->str, read);
  g_string_free (text, TRUE);
  g_strfreev (lines);
  g_strfreev (halves);
  return good;
}

void
check_faults (const char *data, read_document read)
{
  char       *path = g_build_filename ("tests/io/data", data, NULL);
  char       *text = read_source_file (path, NULL);
  char      **blocks = g_strsplit (text, "=== ", -1);
  const char *head = g_strchomp (strstr (blocks[0], "@@ ") + strlen ("@@ "));
  size_t      n = g_strv_length (blocks) - 1, n_bad = 0;

  assert_true (n > 0);
  for (size_t i = 1; i <= n; i++)
    n_bad += !check_block (blocks[i], head, read);
  print_message ("%s: %d cases\n", data, (int) n);
  assert_int_equal (n_bad, 0);
  g_strfreev (blocks);
  g_free (text);
  g_free (path);
}

/* Damage */

static void
read_copy (const char *bytes, size_t size, read_document read)
{
  /* A block of just this size, so that reading past its end is seen. */
  char        *copy = size > 0 ? g_memdup2 (bytes, size) : g_malloc (1);
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = read (copy, size, NULL, &findings, &error);

  assert_non_null (findings);
  assert_int_equal (pe_error_get_status (error), status);
  assert_true (status == PE_OK || pe_findings_get_count (findings, PE_SEVERITY_ERROR) > 0);
  pe_findings_unref (findings);
  pe_error_unref (error);
  g_free (copy);
}

void
check_damage (const char *bytes, size_t size, read_document read)
{
  static const char marks[] = { '"', '{', ']', ',', '\\', '-', '9', '\xC3', '\0' };
  char             *copy = g_memdup2 (bytes, size);

  for (size_t i = 0; i < size; i++)
    {
      read_copy (bytes, i, read);
      copy[i] = (char) (bytes[i] ^ (1 << (i % 8)));
      read_copy (copy, size, read);
      copy[i] = marks[i % sizeof marks];
      read_copy (copy, size, read);
      copy[i] = bytes[i];
    }
  g_free (copy);
}
