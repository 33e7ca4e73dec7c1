/* formulas.h - formulas as a test writes them, and what they come to
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "given.h"

#include "rules/expression-private.h"

/* What formulas are evaluated with: facts, of which some have types, and a dossier. */
typedef struct setting_of_formulas
{
  const given               *facts;
  const pe_fact_declaration *types;
  size_t                     n_types;
  const pe_dossier          *dossier;
} setting_of_formulas;

typedef struct expected_value
{
  const char *formula;
  const char
      *value; /* "3", "1/3", "true", "\"text\"", or a state: "missing", "not applicable", "zero", "text", "invalid" */
} expected_value;

typedef struct expected_fault
{
  const char *formula;
  pe_status   status;
  const char *place; /* "line:column", NULL where there is none */
} expected_fault;

pe_expression *compile (const setting_of_formulas *setting, const char *formula);
/* The value as expected_value writes it; owned (g_free). inputs: nullable, an initialised vector of pe_scored_input. */
char *evaluate (const setting_of_formulas *setting, const char *formula, pe_vector *inputs);
void  clear_inputs (pe_vector *inputs);
void  assert_values (const setting_of_formulas *setting, const expected_value *values, size_t n);
void  assert_faults (const setting_of_formulas *setting, const expected_fault *faults, size_t n);
/* The status of an evaluation that fails. */
pe_status evaluate_status (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps);
/* And its error, owned; NULL before. */
pe_status evaluate_error (const setting_of_formulas *setting, const char *formula, uint32_t bits, uint64_t steps,
                          pe_error **error);
