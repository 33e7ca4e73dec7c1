/* scheme.h - rulebooks and dossiers by the typed API, in few words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/evaluation.h>

/* Fails the test when a call does, with the message of its error. */
#define WELL(call)                                                                \
  do                                                                              \
    {                                                                             \
      pe_error *error = NULL;                                                     \
                                                                                  \
      if ((call) != PE_OK)                                                        \
        fail_msg ("%s: %s", #call, pe_error_get_message (error, PE_LANGUAGE_EN)); \
    }                                                                             \
  while (0)

/* "2.50" */
pe_decimal number (const char *text);
/* "2149.56万元"; "" is missing, "-" is not applicable. A text that is no figure becomes one of state text. */
pe_figure figure (const char *text);

/* A rulebook of kind department for 2023, not rounded anywhere but 2 places half up at rates, leaves and the total. */
typedef struct scheme
{
  pe_rulebook_head     head;
  pe_rounding_contract rounding;
  pe_rulebook_builder *builder;
  uint32_t             n; /* indicators so far */
} scheme;

void scheme_init (scheme *self, const char *full_marks);
/* The same, with the policy that a rate of nothing is an error. */
void scheme_begin (scheme *self, const char *full_marks);
/* Answers its number, for parent. */
uint32_t scheme_add_group (scheme *self, uint32_t parent, const char *code, const char *full_marks);
/* Takes the rule over. reason_zh: nullable. */
void         scheme_add_leaf (scheme *self, uint32_t parent, const char *code, const char *full_marks, pe_rule *rule,
                              pe_declared_policy declared, const char *reason_zh);
void         scheme_add_grade (scheme *self, const char *id, const char *name, const char *from);
pe_rulebook *scheme_build (scheme *self);

pe_rule *new_attested (void);
/* capped_ratio of a measure; or of the facts "actual" and "target" for NULL. The policies are for missing, not
 * applicable, text and zero denominators; 0 sets none. */
pe_rule *new_ratio (const char *measure, pe_policy policy);
/* A slot whose rows with the sign ≥ are new_ratio (NULL, row_policy). */
pe_rule *new_slot (const char *marks, const char *score, const char *depth, const char *empty, pe_policy row_policy);

/* A dossier of kind department for 2023. */
typedef struct material
{
  pe_dossier_head     head;
  pe_dossier_builder *builder;
} material;

void material_init (material *self);
void material_add_fact (material *self, const char *indicator, const char *name, const char *text);
/* A quantitative row of sign ≥. marks: "" for none. */
void material_add_row (material *self, const char *slot, uint32_t parent, const char *name, const char *marks,
                       const char *target, const char *actual);
void material_add_withdrawn (material *self, const char *slot, uint32_t parent, const char *name, const char *marks);
void material_declare (material *self, const char *indicator, const char *score, const char *reason);
void material_set_budget (material *self, const char *adjusted, const char *executed);
pe_dossier *material_build (material *self);

/* Evaluates, which has to succeed, and gives both back. */
pe_evaluation *evaluate (pe_rulebook *rulebook, pe_dossier *dossier);
/* Evaluates, which has to fail with this code; the findings are the caller's. */
pe_findings *refuse (pe_rulebook *rulebook, pe_dossier *dossier, pe_status status);

/* The node of a code; it has to be there. */
size_t find_node (const pe_evaluation *self, const char *code);
/* Points of the node of a code; expected is "9.97" or "428/3". */
void check_points (const pe_evaluation *self, const char *code, pe_points points, const char *expected);
/* Entry index of the ledger: on the node of a code, of a kind, of an amount. */
void check_entry (const pe_evaluation *self, size_t index, const char *code, pe_entry_kind kind, const char *amount);
/* The first finding of a code; NULL when there is none. */
const pe_finding *find_finding (const pe_findings *self, pe_status code);
size_t            count_findings (const pe_findings *self, pe_status code);
/* The text of a finding's parameter; it has to be there. */
const char *get_parameter (const pe_finding *self, const char *name);
const char *get_path (const pe_finding *self);
/* Compares a text, and gives it back. */
void check_text (pe_text *text, const char *expected);
/* Whether a text holds a part. */
void check_part (pe_text *text, const char *part);
