/* audit-view-private.h - what the writers of audits share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval/audit_report.h>

#include "../base/buffer-private.h"
#include "text-position-private.h"

/* An audit with the text that it is of. */
typedef struct pe_audit_view
{
  const pe_audit         *audit;
  pe_audit_report_options options;
  pe_text_index           index; /* empty without a text */
  gboolean                chinese;
} pe_audit_view;

#define PE_NO_RELATION G_MAXSIZE

/* Checks what a writer was given and takes it in: as the writers' errors say. Clear in any case. */
pe_status pe_audit_report_import (pe_audit_report_options *out, const pe_audit_report_options *options,
                                  pe_error **error);
pe_status pe_audit_view_init (pe_audit_view *self, const void *out, const pe_audit *audit,
                              const pe_audit_report_options *options, pe_error **error);
void      pe_audit_view_clear (pe_audit_view *self);

/* One of two, by the language. */
const char *pe_audit_view_choose (const pe_audit_view *self, const char *zh, const char *en);
/* TRUE where a range of bytes lies in the text. */
gboolean pe_audit_view_has_range (const pe_audit_view *self, uint64_t offset, uint64_t length);
/* The relation or the claim that a finding is about; PE_NO_RELATION where it is about none. */
size_t pe_finding_get_relation (const pe_finding *finding);
size_t pe_finding_get_claim (const pe_finding *finding);
/* Reading by an index that exists. */
pe_relation pe_audit_view_get_relation (const pe_audit_view *self, size_t index);
pe_claim    pe_audit_view_get_claim (const pe_audit_view *self, size_t index);
pe_verdict  pe_audit_view_get_verdict (const pe_audit_view *self, size_t index);
/* The bytes of the passage that a finding is about: its relation's, else its first place's; FALSE where there is none. */
gboolean pe_audit_view_find_passage (const pe_audit_view *self, const pe_finding *finding, uint64_t *offset,
                                     uint64_t *length);
/* The figure that a finding is about: the relation's result, else its claim; FALSE where there is none in the text. */
gboolean pe_audit_view_find_figure (const pe_audit_view *self, const pe_finding *finding, uint64_t *offset,
                                    uint64_t *length);
/* A part of the text with white space as single blanks, cut in the middle where it is longer than so many characters. */
void pe_audit_view_add_quote (const pe_audit_view *self, uint64_t offset, uint64_t length, size_t most, pe_buffer *out);
/* A number in the unit of a printed figure, e.g. "99.72%". */
void pe_audit_view_add_figure (const pe_claim *claim, const pe_decimal *number, pe_buffer *out);
/* What a finding says, without what stands beside it anyway: the name of its relation in front and its index behind. */
void pe_audit_view_add_message (const pe_audit_view *self, const pe_finding *finding, pe_buffer *out);
/* How a relation was read; the kind's title where nothing else is said. */
const char *pe_audit_view_get_reading (const pe_audit_view *self, const pe_relation *relation);
