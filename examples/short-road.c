/* short-road.c - bytes in, evaluation, bytes out: four calls
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   score 99.69 of 100
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <stdlib.h>

/* A host has its own way to bytes; here they come from files. */
static char *
read_file (const char *path, size_t *size)
{
  char *bytes = NULL;
  FILE *file = fopen (path, "rb");
  long  end;

  if (file == NULL)
    return NULL;
  if (fseek (file, 0, SEEK_END) == 0 && (end = ftell (file)) >= 0 && fseek (file, 0, SEEK_SET) == 0)
    {
      bytes = malloc ((size_t) end + 1);
      *size = bytes != NULL ? fread (bytes, 1, (size_t) end, file) : 0;
    }
  fclose (file);
  return bytes;
}

int
main (void)
{
  size_t         rules_size = 0, facts_size = 0;
  char          *rules = read_file ("rulebooks/guangdong-2023.json", &rules_size);
  char          *facts = read_file ("examples/data/zengcheng-2023.json", &facts_size);
  pe_rulebook   *rulebook = NULL;
  pe_dossier    *dossier = NULL;
  pe_evaluation *evaluation = NULL;
  pe_text       *json = NULL;
  pe_error      *error = NULL;
  pe_decimal     score;
  char           shown[PE_DECIMAL_PRINT_SIZE];
  int            failed = 1;

  if (pe_rulebook_from_json (&rulebook, rules, rules_size, NULL, NULL, &error) == PE_OK
      && pe_dossier_from_json (&dossier, facts, facts_size, NULL, NULL, &error) == PE_OK
      && pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error) == PE_OK
      && pe_evaluation_to_json (&json, evaluation, &error) == PE_OK)
    {
      /* json now holds the whole result; here only its total is shown. */
      failed = pe_evaluation_get_points (&score, evaluation, 0, PE_POINTS_SCORE, NULL) != PE_OK
               || pe_decimal_print (shown, sizeof shown, &score, NULL) != PE_OK
               || printf ("score %s of 100\n", shown) < 0;
    }
  if (error != NULL)
    fprintf (stderr, "%s\n", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
  pe_text_unref (json);
  pe_evaluation_unref (evaluation);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
  free (facts);
  free (rules);
  return failed;
}
