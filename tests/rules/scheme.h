/* scheme.h - a rulebook as a test writes it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "given.h"

#include "rules/rulebook-object-private.h"

/* An indicator: marks, and a leaf's rule, which is taken over. */
typedef struct node
{
  uint32_t    parent;
  const char *code;
  const char *marks;
  pe_rule    *rule;
} node;

pe_rulebook_head     make_head (const char *full_marks);
pe_rounding_contract make_contract (void);
pe_rule             *make_attested (void);
/* A builder with a head, a contract and the nodes; rules are unreferenced. */
pe_rulebook_builder *begin_rulebook (const char *full_marks, const node *nodes, size_t n);
void                 add_grade (pe_rulebook_builder *builder, const char *id, const char *from);
/* Builds and frees the builder. */
pe_rulebook *build_rulebook (pe_rulebook_builder *builder);
/* The builder does not build; it is freed. Its first finding of severity error has this code and place, and there are
 * so many errors. */
void refuse_rulebook (pe_rulebook_builder *builder, pe_status code, const char *what, uint64_t n_errors);
/* TRUE when a finding has this code and place. */
gboolean has_finding (const pe_findings *findings, pe_status code, const char *what);
