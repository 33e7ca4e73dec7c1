/* test-culprit.c - which column is to blame for a unit that cannot be scored
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

#include "batch/culprit-private.h"

#define ZERO ",\"policies\":{\"zero_denominator\":\"zero\"}"
#define RULE(rule) "\"declared\":\"never\",\"rule\":{" rule ZERO "}"
#define FORMULA(formula) RULE ("\"shape\":\"capped_ratio/1\",\"actual\":{\"formula\":\"" formula "\"}")
#define RATIO(actual) \
  "\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"" actual "\"},\"target\":{\"fact\":\"" actual "t\"}"
#define EITHER(choice)                                     \
  RULE ("\"shape\":\"alternative/1\",\"choice\":\"" choice \
        "\",\"alternatives\":[{\"id\":\"x\",\"rule\":{" RATIO ("a") "}},{\"id\":\"y\",\"rule\":{" RATIO ("b") "}}]")

/* What is not filled in, with blanks around each path, and behind a minus what is -1; and what is to blame; every other cell
 * is 1. */
typedef struct unit
{
  const char *leaf;
  const char *missing;
  const char *culprit; /* NULL: none */
  pe_status   status;
} unit;

static const unit units[] = {
  { FORMULA ("a + b"), " 1.1/b ", "1.1/b", PE_ERROR_FIGURE_MISSING },
  { FORMULA ("a + b"), " 1.1/b 1.1/a ", "1.1/a", PE_ERROR_FIGURE_MISSING },
  { FORMULA ("if a = null then b else c"), " 1.1/a 1.1/b ", "1.1/b", PE_ERROR_FIGURE_MISSING },
  { FORMULA ("if a = 1 then null else a"), " ", NULL, PE_ERROR_FIGURE_MISSING },
  { FORMULA ("a + b"), " ", NULL, PE_OK },
  { FORMULA ("sqrt(a - b - c)"), " ", "1.1/a", PE_ERROR_EXPRESSION_FUNCTION },
  { FORMULA ("budget.execution_rate + a"), " budget.adjusted ", "budget.adjusted", PE_ERROR_FIGURE_MISSING },
  { RULE ("\"shape\":\"capped_ratio/1\",\"actual\":{\"measure\":\"budget.execution_rate\"}"), " budget.adjusted ",
    "budget.adjusted", PE_ERROR_FIGURE_MISSING },
  { RULE ("\"shape\":\"capped_ratio/1\",\"actual\":{\"measure\":\"budget.adjustment_rate\"}"), " budget.initial ",
    "budget.initial", PE_ERROR_FIGURE_MISSING },
  { RULE (RATIO ("a")), " 1.1/at ", "1.1/at", PE_ERROR_FIGURE_MISSING },
  { EITHER ("best"), " 1.1/at 1.1/b ", "1.1/at", PE_ERROR_FIGURE_MISSING },
  { EITHER ("best"), " 1.1/at ", NULL, PE_OK },
  { EITHER ("declared"), " 1.1/choice 1.1/a ", "1.1/choice", PE_ERROR_FIGURE_MISSING },
  { EITHER ("declared"), " 1.1/a 1.1/bt ", "1.1/bt", PE_ERROR_FIGURE_MISSING },
  { RULE ("\"shape\":\"external_score/1\",\"score\":{\"fact\":\"a\"}"), " 1.1/evidence ", "1.1/evidence",
    PE_ERROR_FIGURE_MISSING },
  { "\"declared\":\"only\",\"rule\":{\"shape\":\"attested/1\"}", " 1.1/points ", "1.1/points", PE_ERROR_SCORE_MISSING },
  { RULE (RATIO (
        "a")) ",\"caps\":[{\"if_formula\":\"budget.executed > b\",\"points\":\"5\",\"reason\":{\"zh\":\"封顶\"}}]",
    " 1.1/b 1.1/a ", "1.1/b", PE_ERROR_FIGURE_MISSING },
  { RULE (RATIO ("a")) ",\"caps\":[{\"if_fact\":\"c\",\"points\":\"5\",\"reason\":{\"zh\":\"封顶\"}}]", " 1.1/c 1.1/a ",
    "1.1/c", PE_ERROR_FIGURE_MISSING },
  /* A negative fact may be right, a negative amount is none, whatever reads it. */
  { FORMULA ("budget.executed + a"), " -budget.executed ", "budget.executed", PE_ERROR_NEGATIVE_AMOUNT },
  { FORMULA ("budget.executed + a"), " -1.1/a ", NULL, PE_OK },
  { FORMULA ("budget.executed + a"), " -budget.executed budget.executed ", "budget.executed", PE_ERROR_FIGURE_MISSING },
  { FORMULA ("if budget.executed > 0 then sqrt(0 - a) else b"), " -budget.executed 1.1/b ", "budget.executed",
    PE_ERROR_NEGATIVE_AMOUNT },
  { RULE ("\"shape\":\"capped_ratio/1\",\"actual\":{\"measure\":\"budget.execution_rate\"}"),
    " -budget.executed -budget.adjusted ", "budget.executed", PE_ERROR_NEGATIVE_AMOUNT },
};

/* Texts choose the second alternative. */
static void
fill_column (const pe_batch_input *input, const char *missing, pe_batch_column *column, uint8_t *state)
{
  static const int64_t     one = 1, less = -1;
  static const char *const words[] = { "x", "y" };
  char                    *path = g_strconcat (" ", input->path, " ", NULL);
  char                    *negative = g_strconcat (" -", input->path, " ", NULL);

  *state = strstr (missing, path) != NULL ? PE_STATE_MISSING : PE_STATE_VALUE;
  pe_batch_column_init (column, sizeof *column);
  column->type = PE_BATCH_INT64;
  column->unit = input->unit;
  column->values = strstr (missing, negative) != NULL ? &less : &one;
  column->states = state;
  column->words = words;
  column->n_words = G_N_ELEMENTS (words);
  g_free (negative);
  g_free (path);
}

static void
check_unit (const unit *given)
{
  pe_rulebook    *rulebook = read_leaf (given->leaf);
  pe_batch_plan  *plan = NULL;
  pe_batch_input  input;
  pe_batch_column columns[MOST_INPUTS];
  uint8_t         states[MOST_INPUTS];
  uint32_t        culprit;
  size_t          n;
  all_results     results;

  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  n = pe_batch_plan_get_n_inputs (plan);
  pe_batch_input_init (&input, sizeof input);
  for (size_t i = 0; i < n; i++)
    {
      pe_batch_plan_get_input (&input, plan, i, NULL);
      fill_column (&input, given->missing, &columns[i], &states[i]);
    }
  all_results_init (&results, plan, 1);
  assert_int_equal (pe_batch_run (NULL, plan, columns, n, &results.results, 1, NULL, NULL), PE_OK);
  if (results.statuses[0] != given->status)
    fail_msg ("%s without%s: %s", given->leaf, given->missing, pe_status_name (results.statuses[0]));
  assert_int_equal (pe_batch_find_culprits (&culprit, plan, columns, n, results.statuses, 1, NULL), PE_OK);
  if (culprit != PE_NO_CULPRIT)
    assert_int_equal (pe_batch_plan_get_input (&input, plan, culprit, NULL), PE_OK);
  if (g_strcmp0 (culprit != PE_NO_CULPRIT ? input.path : NULL, given->culprit) != 0)
    fail_msg ("%s without%s: %s", given->leaf, given->missing, culprit != PE_NO_CULPRIT ? input.path : "none");
  all_results_clear (&results);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
}

static void
test_culprits (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    check_unit (&units[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_culprits),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
