/* report.h - claims and relations built by hand
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
#include <perfeval/perfeval.h>

#define REPORT_MAX 64

typedef struct report
{
  pe_audit_builder *builder;
  pe_audit         *audit; /* report_build() */
} report;

void report_init (report *self);
void report_clear (report *self);
/* Answers the index. */
uint32_t report_claim (report *self, const char *text);
uint32_t report_claim_as (report *self, const char *text, pe_claim_nature nature, const char *name);
/* operands: figures parted by blanks; result: a figure, or NULL. Answers the index of the relation. */
size_t report_relate (report *self, pe_relation_kind kind, pe_relation_form form, const char *operands,
                      const char *result);
/* The same over claims that are there, result PE_NO_CLAIM for none. */
size_t report_add (report *self, pe_relation_kind kind, pe_relation_form form, pe_comparison comparison,
                   const uint32_t *operands, uint32_t n, uint32_t result);
void   report_build (report *self);

pe_verdict report_get_verdict (const report *self, size_t relation);
/* The verdict on one relation alone; as_printed and as_rounded, the class. */
void check_relation (pe_relation_kind kind, pe_relation_form form, const char *operands, const char *result,
                     pe_modes as_printed, pe_modes as_rounded, pe_audit_class audit_class);
void check_exact (const report *self, size_t relation, const char *numerator, const char *denominator);
/* How many findings have the code. */
size_t report_count (const report *self, pe_status code);
void   check_text (pe_text *text, const char *expected);
