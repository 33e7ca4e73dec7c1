/* scarcely.c - what the tests of this room evaluate and roll up, refused its memory in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <perfeval/json.h>
#include <perfeval/rollup_json.h>

#include "scarce.h"
#include "scarcely.h"

/* Of a larger table only the first nodes and entries are explained. */
#define MOST_EXPLAINED 40
/* Of a test that draws its cases by the thousand only the first are walked. */
#define MOST_WALKED 200

static int n_evaluated, n_explained;

typedef struct
{
  pe_rulebook               *rulebook;
  pe_dossier                *dossier;
  const pe_evaluate_options *options;
} evaluation_case;

typedef struct
{
  const pe_rollup_unit    *units;
  size_t                   n;
  const pe_rollup_options *options;
} rollup_case;

typedef struct
{
  const pe_evaluation *evaluation;
  const pe_rollup     *rollup;
  size_t               index;
  pe_language          language;
} words_case;

/* Evaluations */

/* The findings are there on every failure, and say so. */
static void
check_findings (pe_findings *findings, pe_status status)
{
  assert_non_null (findings);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == 0, status == PE_OK);
  pe_findings_unref (findings);
}

static pe_status
evaluate_once (const void *argument, pe_text **out, pe_error **error)
{
  const evaluation_case *self = argument;
  pe_evaluation         *evaluation = NULL;
  pe_findings           *findings = NULL;
  pe_status status = pe_evaluate (&evaluation, self->rulebook, self->dossier, self->options, &findings, error);

  scarce_end ();
  check_findings (findings, status);
  assert_int_equal (evaluation != NULL, status == PE_OK);
  if (evaluation != NULL)
    assert_int_equal (pe_evaluation_to_json (out, evaluation, NULL), PE_OK);
  pe_evaluation_unref (evaluation);
  return status;
}

void
evaluate_scarcely (pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluate_options *options, pe_status expected)
{
  const evaluation_case self = { rulebook, dossier, options };

  if (n_evaluated++ < MOST_WALKED)
    assert_true (scarce_walk (evaluate_once, &self, expected) > 0);
}

static pe_status
run_cases_once (const void *argument, pe_text **out, pe_error **error)
{
  const evaluation_case *self = argument;
  pe_findings           *findings = NULL;
  pe_status              status = pe_rulebook_run_cases (&findings, self->rulebook, self->options, error);

  scarce_end ();
  assert_int_equal (findings != NULL, status == PE_OK);
  if (findings != NULL)
    assert_int_equal (pe_findings_to_json (out, findings, NULL), PE_OK);
  pe_findings_unref (findings);
  return status;
}

void
run_cases_scarcely (pe_rulebook *rulebook, const pe_evaluate_options *options)
{
  const evaluation_case self = { rulebook, NULL, options };

  (void) scarce_walk (run_cases_once, &self, PE_OK);
}

/* Roll-ups */

static pe_status
roll_up_once (const void *argument, pe_text **out, pe_error **error)
{
  const rollup_case *self = argument;
  pe_rollup         *rollup = NULL;
  pe_findings       *findings = NULL;
  pe_status          status = pe_roll_up (&rollup, self->units, self->n, self->options, &findings, error);

  scarce_end ();
  check_findings (findings, status);
  assert_int_equal (rollup != NULL, status == PE_OK);
  if (rollup != NULL)
    assert_int_equal (pe_rollup_to_json (out, rollup, NULL), PE_OK);
  pe_rollup_unref (rollup);
  return status;
}

void
roll_up_scarcely (const pe_rollup_unit *units, size_t n, const pe_rollup_options *options, pe_status expected)
{
  const rollup_case self = { units, n, options };

  assert_true (scarce_walk (roll_up_once, &self, expected) > 0);
}

/* Words */

static pe_status
explain_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_evaluation_explain (out, self->evaluation, self->index, self->language, error);
}

static pe_status
print_formula_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_evaluation_print_formula (out, self->evaluation, self->index, self->language, error);
}

static pe_status
print_rate_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_evaluation_print_rate (out, self->evaluation, self->index, error);
}

static pe_status
print_reason_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_ledger_print_reason (out, pe_evaluation_get_ledger (self->evaluation), self->index, self->language, error);
}

void
explain_scarcely (const pe_evaluation *self)
{
  if (n_explained++ >= MOST_WALKED)
    return;
  for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
    {
      for (size_t i = 0; i < MIN (pe_evaluation_get_n_nodes (self), MOST_EXPLAINED); i++)
        {
          const words_case words = { self, NULL, i, language };

          (void) scarce_walk (explain_once, &words, PE_OK);
          (void) scarce_walk (print_formula_once, &words, PE_OK);
          (void) scarce_walk (print_rate_once, &words, PE_OK);
        }
      for (size_t i = 0; i < MIN (pe_ledger_get_size (pe_evaluation_get_ledger (self)), MOST_EXPLAINED); i++)
        (void) scarce_walk (print_reason_once, &(const words_case) { self, NULL, i, language }, PE_OK);
    }
}

static pe_status
explain_rollup_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_rollup_explain (out, self->rollup, self->index, self->language, error);
}

static pe_status
print_rollup_formula_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_rollup_print_formula (out, self->rollup, self->index, self->language, error);
}

static pe_status
print_rollup_reason_once (const void *argument, pe_text **out, pe_error **error)
{
  const words_case *self = argument;

  return pe_rollup_print_reason (out, self->rollup, self->index, self->language, error);
}

void
explain_rollup_scarcely (const pe_rollup *self)
{
  for (pe_language language = PE_LANGUAGE_ZH; language <= PE_LANGUAGE_EN; language++)
    {
      for (size_t i = 0; i < MIN (pe_rollup_get_n_nodes (self), MOST_EXPLAINED); i++)
        {
          const words_case words = { NULL, self, i, language };

          (void) scarce_walk (explain_rollup_once, &words, PE_OK);
          (void) scarce_walk (print_rollup_formula_once, &words, PE_OK);
        }
      for (size_t i = 0; i < MIN (pe_rollup_get_n_entries (self), MOST_EXPLAINED); i++)
        (void) scarce_walk (print_rollup_reason_once, &(const words_case) { NULL, self, i, language }, PE_OK);
    }
}

/* Limits on numbers */

#define LEAST_BITS 256
#define MOST_BITS 8192

void
evaluate_within_limits (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluate_options options;
  pe_limits           limits;
  pe_status           status = PE_ERROR_LIMIT;

  pe_limits_init (&limits, sizeof limits);
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  limits.number_bits = LEAST_BITS;
  evaluate_scarcely (rulebook, dossier, &options, PE_ERROR_LIMIT);
  for (; status == PE_ERROR_LIMIT && limits.number_bits <= MOST_BITS; limits.number_bits++)
    {
      pe_evaluation *out = NULL;
      pe_findings   *findings = NULL;

      status = pe_evaluate (&out, rulebook, dossier, &options, &findings, NULL);
      assert_int_equal (out != NULL, status == PE_OK);
      check_findings (findings, status);
      pe_evaluation_unref (out);
    }
  assert_int_equal (status, PE_OK);
}

void
roll_up_within_limits (const pe_rollup_unit *units, size_t n, const pe_rollup_options *options)
{
  pe_rollup_options ours = *options;
  pe_limits         limits;
  pe_status         status = PE_ERROR_LIMIT;

  pe_limits_init (&limits, sizeof limits);
  ours.limits = &limits;
  limits.number_bits = LEAST_BITS;
  roll_up_scarcely (units, n, &ours, PE_ERROR_LIMIT);
  for (; status == PE_ERROR_LIMIT && limits.number_bits <= MOST_BITS; limits.number_bits++)
    {
      pe_rollup   *out = NULL;
      pe_findings *findings = NULL;

      status = pe_roll_up (&out, units, n, &ours, &findings, NULL);
      assert_int_equal (out != NULL, status == PE_OK);
      check_findings (findings, status);
      pe_rollup_unref (out);
    }
  assert_int_equal (status, PE_OK);
}
