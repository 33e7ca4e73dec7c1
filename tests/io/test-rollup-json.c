/* test-rollup-json.c - a roll-up as JSON: what stands where, in both modes
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

/* The bureau of the report twice, 2 parts and 1 part: every mean is its own score. */
static char *
write_both (pe_rollup_mode mode)
{
  pe_dossier       *dossier = dossier_from_file ("examples/data/zengcheng-2023.json");
  pe_rulebook      *rulebook = rulebook_from_file ("rulebooks/guangdong-2023.json");
  pe_evaluation    *evaluation = NULL;
  pe_rollup        *rollup = NULL;
  pe_rollup_unit    units[2];
  pe_rollup_options options;
  pe_text          *text = NULL;
  char             *out;

  assert_int_equal (pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, NULL), PE_OK);
  for (size_t i = 0; i < 2; i++)
    {
      pe_rollup_unit_init (&units[i], sizeof units[i]);
      units[i].evaluation = evaluation;
      units[i].weight.value.coefficient = i == 0 ? 2 : 1;
      units[i].weight.state = PE_STATE_VALUE;
    }
  pe_rollup_options_init (&options, sizeof options);
  options.mode = mode;
  options.weighting = PE_WEIGHTING_BY_POINTS;
  options.unit_name = "两个单位";
  options.unit_code = "9";
  assert_int_equal (pe_roll_up (&rollup, units, 2, &options, NULL, NULL), PE_OK);
  assert_int_equal (pe_rollup_to_json (&text, rollup, NULL), PE_OK);
  out = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_rollup_unref (rollup);
  pe_evaluation_unref (evaluation);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return out;
}

static void
test_scores_first (void **state)
{
  char *text = write_both (PE_ROLLUP_SCORES_FIRST);

  (void) state;
  assert_non_null (strstr (text, "\"format\": \"perfeval-rollup/1\",\n  \"mode\": \"scores_first\",\n  \"weighting\": "
                                 "\"points\",\n  \"unit\": {\n    \"name\": \"两个单位\",\n    \"code\": \"9\"\n  }"));
  assert_non_null (strstr (text, "\"score\": \"99.69\""));
  assert_non_null (strstr (text, "\"share\": {\"num\": \"2\", \"den\": \"3\", \"shown\": \"0.6666666\"}"));
  assert_non_null (strstr (text, "\"origin\": \"weighted\""));
  assert_non_null (strstr (text, "\"unit\": 1,\n      \"kind\": \"leaf\",\n      \"amount\": \"-0.01\""));
  assert_non_null (strstr (text, "\"evaluation\": null"));
  g_free (text);
}

static void
test_totals_first (void **state)
{
  char *text = write_both (PE_ROLLUP_TOTALS_FIRST);

  (void) state;
  assert_non_null (strstr (text, "\"mode\": \"totals_first\""));
  assert_non_null (strstr (text, "\"unit\": null,\n      \"kind\": \"leaf\",\n      \"amount\": \"-0.03\""));
  assert_non_null (strstr (text, "\"evaluation\": {\n    \"format\": \"perfeval-evaluation/1\""));
  g_free (text);
}

static void
test_arguments (void **state)
{
  pe_text *text = NULL;

  (void) state;
  assert_int_equal (pe_rollup_to_json (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_scores_first),
    cmocka_unit_test (test_totals_first),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
