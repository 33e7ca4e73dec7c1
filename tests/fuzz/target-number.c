/* target-number.c - decimals, figures, units, dates, claims and the texts of an evaluator from any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

/* What is printed is read as the same decimal, places and all. */
static void
use (const pe_decimal *number)
{
  char       text[PE_DECIMAL_PRINT_SIZE];
  pe_decimal again;

  HOLDS (number->scale >= 0 && number->scale <= 18 && number->reserved == 0);
  HOLDS (pe_decimal_print (text, sizeof text, number, NULL) == PE_OK);
  HOLDS (pe_decimal_parse (&again, text, strlen (text), NULL) == PE_OK);
  HOLDS (again.coefficient == number->coefficient && again.scale == number->scale);
}

/* A claim is a number, a word, or no number and why. Blank texts and those that are not UTF-8 are refused. */
static pe_status
check_claim (const char *text, const char *unit, pe_claim_nature nature)
{
  pe_claim  claim;
  pe_error *error = NULL;
  pe_status status;

  pe_claim_init (&claim, sizeof claim);
  claim.text = text;
  claim.unit = unit;
  claim.nature = nature;
  status = pe_claim_read (&claim, &error);
  if (status != PE_OK)
    {
      HOLDS (status == PE_ERROR_TEXT_EMPTY || status == PE_ERROR_INVALID_UTF8);
      check_failure (status, NULL, error);
      return status;
    }
  HOLDS (claim.state == PE_STATE_VALUE || claim.state == PE_STATE_TEXT || claim.state == PE_STATE_INVALID);
  HOLDS ((claim.state == PE_STATE_INVALID) == (claim.status != PE_OK));
  HOLDS (strcmp (pe_status_name (claim.status), "PE_STATUS_UNKNOWN") != 0);
  HOLDS (nature != PE_CLAIM_WORD || claim.state == PE_STATE_TEXT);
  HOLDS (claim.text == text && claim.unit == unit && claim.nature == nature);
  HOLDS (claim.comparison >= 0 && claim.comparison <= PE_COMPARE_ABOVE);
  HOLDS ((claim.is_exact == 0 || claim.is_exact == 1) && pe_unit_get_name (claim.unit_kind) != NULL);
  if (claim.state == PE_STATE_VALUE)
    use (&claim.value);
  return status;
}

static void
set_usual (pe_evaluator *evaluator, const pe_batch_plan *plan, size_t index)
{
  pe_batch_input input;
  pe_figure      figure = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };

  pe_batch_input_init (&input, sizeof input);
  HOLDS (pe_batch_plan_get_input (&input, plan, index, NULL) == PE_OK);
  if (input.type == PE_BATCH_INPUT_TRUTH)
    figure.unit = PE_UNIT_TRUTH;
  else if (input.kind == PE_BATCH_INPUT_AMOUNT)
    figure.unit = PE_UNIT_YUAN;
  HOLDS (pe_evaluator_set_figures (evaluator, index, &figure, 1, NULL) == PE_OK);
}

/* Compiled once: the texts are what is new. The plan is left to the evaluator. */
static pe_evaluator *
get_evaluator (pe_batch_plan **plan)
{
  static pe_evaluator  *evaluator;
  static pe_batch_plan *compiled;
  pe_rulebook          *rulebook;

  if (evaluator == NULL)
    {
      rulebook = read_rulebook ("../tests/fuzz/batch-rulebook.json");
      HOLDS (pe_batch_plan_new (&compiled, rulebook, NULL, NULL, NULL) == PE_OK);
      HOLDS (pe_evaluator_new (&evaluator, compiled, NULL) == PE_OK);
      for (size_t i = 0; i < pe_batch_plan_get_n_inputs (compiled); i++)
        set_usual (evaluator, compiled, i);
      pe_rulebook_unref (rulebook);
    }
  *plan = compiled;
  return evaluator;
}

/* Full marks, as from the usual figures. */
static void
check_usual (pe_evaluator *evaluator)
{
  pe_decimal total;

  HOLDS (pe_evaluator_run (evaluator, NULL) == PE_OK && pe_evaluator_get_status (evaluator) == PE_OK);
  HOLDS (pe_evaluator_get_points (&total, evaluator, 0, NULL) == PE_OK);
  HOLDS (total.coefficient == 2500 && total.scale == 2);
}

/* A text where a number was due leaves no total, and with the number back in its place nothing of it is left. */
static pe_status
check_evaluator (const char *text, size_t index)
{
  pe_batch_plan *plan = NULL;
  pe_evaluator  *evaluator = get_evaluator (&plan);
  pe_error      *error = NULL;
  pe_status      status;

  index %= pe_batch_plan_get_n_inputs (plan);
  status = pe_evaluator_set_text (evaluator, index, text, &error);
  if (status == PE_OK)
    {
      HOLDS (pe_evaluator_run (evaluator, NULL) == PE_OK && pe_evaluator_get_status (evaluator) != PE_OK);
      set_usual (evaluator, plan, index);
    }
  else
    {
      HOLDS (status == PE_ERROR_INVALID_UTF8 || status == PE_ERROR_LIMIT_TEXT);
      check_failure (status, NULL, error);
    }
  check_usual (evaluator);
  return status;
}

/* Texts that end in NUL; both readers say of one whether it is UTF-8. */
static void
use_text (const char *data, size_t size)
{
  char     *text = malloc (size + 1);
  pe_status claim, cell;

  HOLDS (text != NULL);
  memcpy (text, data, size);
  text[size] = '\0';
  claim = check_claim (text, NULL, 0);
  check_claim (text, "万元", (pe_claim_nature) (size % (PE_CLAIM_WORD + 1)));
  check_claim ("2,155.61", text, 0);
  cell = check_evaluator (text, size);
  HOLDS (cell == PE_ERROR_LIMIT_TEXT || (claim == PE_ERROR_INVALID_UTF8) == (cell == PE_ERROR_INVALID_UTF8));
  free (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  pe_decimal  number;
  pe_figure   figure;
  pe_unit     unit;
  pe_date     date;
  pe_error   *error = NULL;
  pe_status   status = pe_decimal_parse (&number, text, size, &error);

  if (status == PE_OK)
    use (&number);
  else
    check_failure (status, NULL, error);
  if (pe_figure_parse (&figure, text, size, NULL) == PE_OK && figure.state == PE_STATE_VALUE)
    use (&figure.value);
  if (pe_unit_parse (&unit, text, size, NULL) == PE_OK)
    HOLDS (pe_unit_get_name (unit) != NULL);
  if (pe_date_parse (&date, text, size, NULL) == PE_OK)
    HOLDS (pe_date_is_valid (date));
  use_text (text, size);
  return 0;
}
