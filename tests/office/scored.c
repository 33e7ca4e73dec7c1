/* scored.c - evaluations for tests of charts and workbooks
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

#include "scored.h"

char *
read_source (const char *path, size_t *size)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *whole = g_build_filename (source != NULL ? source : ".", path, NULL), *bytes = NULL;

  if (!g_file_get_contents (whole, &bytes, size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", whole);
  g_free (whole);
  return bytes;
}

pe_rulebook *
rulebook_of_file (const char *path)
{
  pe_rulebook *rulebook = NULL;
  size_t       size;
  char        *bytes = read_source (path, &size);

  assert_int_equal (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  return rulebook;
}

pe_dossier *
dossier_of_file (const char *path)
{
  pe_dossier *dossier = NULL;
  size_t      size;
  char       *bytes = read_source (path, &size);

  assert_int_equal (pe_dossier_from_json (&dossier, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  return dossier;
}

static pe_evaluation *
score (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluation *evaluation = NULL;
  pe_error      *error = NULL;

  if (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return evaluation;
}

pe_evaluation *
score_zengcheng (void)
{
  return score (rulebook_of_file ("rulebooks/guangdong-2023.json"),
                dossier_of_file ("examples/data/zengcheng-2023.json"));
}

pe_evaluation *
score_texts (const char *rules, const char *facts)
{
  pe_rulebook *rulebook = NULL;
  pe_dossier  *dossier = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&rulebook, rules, strlen (rules), NULL, NULL, &error) != PE_OK
      || pe_dossier_from_json (&dossier, facts, strlen (facts), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return score (rulebook, dossier);
}

pe_evaluation *
score_many (guint n, const char *name, const char *score_text)
{
  GString       *rules = g_string_new (NULL), *facts = g_string_new (NULL);
  pe_evaluation *evaluation;

  g_string_printf (
      rules,
      "{\"format\": \"perfeval-rulebook/1\", \"id\": \"many\", \"edition\": \"1\", \"title\": {\"zh\": \"多项\"}, "
      "\"kind\":"
      " \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2024}, \"status\": \"sample\", \"full_marks\":"
      " \"%u\", \"rounding\": {\"rate\": {\"places\": 2, \"mode\": \"half_up\"}, \"leaf\": {\"places\": 2, \"mode\":"
      " \"half_up\"}, \"subtotal\": null, \"total\": {\"places\": 2, \"mode\": \"half_up\"}, \"rank_on\": \"rounded\"},"
      " \"policies\": {\"missing\": \"zero\", \"not_applicable\": \"error\", \"zero_denominator\": \"error\", \"text\":"
      " \"error\", \"invalid\": \"error\"}, \"grades\": [{\"id\": \"a\", \"name\": {\"zh\": \"有\"}, \"from\": \"0\"}],"
      " \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"全部\"}, \"full_marks\": \"%u\", \"indicators\": [",
      2 * n, 2 * n);
  g_string_assign (facts, "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"单位\"}, \"fiscal_year\": 2023,"
                          " \"kind\": \"department\", \"declared\": [");
  for (guint i = 1; i <= n; i++)
    {
      g_string_append_printf (
          rules,
          "%s{\"code\": \"1.%u\", \"name\": {\"zh\": \"%u%s\"}, \"full_marks\": \"2\", \"declared\":"
          " \"only\", \"rule\": {\"shape\": \"attested/1\"}}",
          i > 1 ? ", " : "", i, i, name);
      g_string_append_printf (facts, "%s{\"indicator\": \"1.%u\", \"scorer\": \"self\", \"score\": \"%s\"}",
                              i > 1 ? ", " : "", i, score_text);
    }
  g_string_append (rules, "]}]}");
  g_string_append (facts, "]}");
  evaluation = score_texts (rules->str, facts->str);
  g_string_free (rules, TRUE);
  g_string_free (facts, TRUE);
  return evaluation;
}
