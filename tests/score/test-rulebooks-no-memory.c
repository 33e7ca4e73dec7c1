/* test-rulebooks-no-memory.c - every shape, policy and adjustment of the rulebooks that come with the library, with each
 * allocation refused in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scarcely.h"
#include "units.h"

#include <perfeval/json.h>

static char *
read_source (const char *directory, const char *name, size_t *size)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *path = g_build_filename (source != NULL ? source : ".", directory, name, NULL), *bytes = NULL;

  if (!g_file_get_contents (path, &bytes, size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", path);
  g_free (path);
  return bytes;
}

static pe_rulebook *
read_rulebook (const char *name)
{
  pe_rulebook *out = NULL;
  size_t       size;
  char        *bytes = read_source ("rulebooks", name, &size);

  WELL (pe_rulebook_from_json (&out, bytes, size, NULL, NULL, &error));
  g_free (bytes);
  return out;
}

static pe_dossier *
read_dossier (const char *name)
{
  pe_dossier *out = NULL;
  size_t      size;
  char       *bytes = read_source ("examples/data", name, &size);

  WELL (pe_dossier_from_json (&out, bytes, size, NULL, NULL, &error));
  g_free (bytes);
  return out;
}

/* Each shape has a case in these. */
static void
test_cases (void **state)
{
  static const char *const names[] = { "sample-shapes.json", "hubei-department-2020.json", "county-60-2019.json" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pe_rulebook *rules = read_rulebook (names[i]);

      run_cases_scarcely (rules, NULL);
      pe_rulebook_unref (rules);
    }
}

static void
evaluate_and_roll_up (const char *rulebook, const char *name)
{
  pe_rulebook   *rules = read_rulebook (rulebook);
  pe_dossier    *dossier = read_dossier (name);
  pe_evaluation *evaluation = evaluate (rules, dossier);

  for (pe_rollup_mode mode = PE_ROLLUP_TOTALS_FIRST; mode <= PE_ROLLUP_SCORES_FIRST; mode++)
    {
      batch units;

      batch_init (&units, mode, PE_WEIGHTING_BY_POINTS);
      units.options.mean_rounding = PE_ROUND_HALF_UP;
      units.options.mean_places = 2;
      batch_add (&units, pe_evaluation_ref (evaluation), "1");
      batch_add (&units, pe_evaluation_ref (evaluation), "2");
      pe_rollup_unref (roll (&units));
    }
  pe_evaluation_unref (evaluation);
}

static void
test_dossiers (void **state)
{
  (void) state;
  evaluate_and_roll_up ("sample-department.json", "sample-department.json");
  evaluate_and_roll_up ("guangdong-2023.json", "zengcheng-2023.json");
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_cases), cmocka_unit_test (test_dossiers) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
