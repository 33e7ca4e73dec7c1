/* procurement-table-private.h - what procurement and its builder share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/procurement.h>

#include "../base/buffer-private.h"
#include "../base/vector-private.h"
#include "../base/arena-private.h"
#include "money-private.h"

struct pe_procurement
{
  gint                   references;
  pe_arena               texts;
  pe_procurement_record *records;
  size_t                 n_records;
  pe_payment            *payments; /* by record, then as added; nullable */
  size_t                 n_payments;
  pe_procurement_summary summary;
  uint8_t                digest[PE_DIGEST_SIZE];
};

/* As pe_procurement_builder_build(), but the records are the object's own afterwards, without a copy, and the builder is
 * empty whatever comes out. */
pe_status pe_procurement_builder_finish (pe_procurement **out, pe_procurement_builder *self, pe_findings **findings,
                                         pe_error **error);
/* What a record has in a total: not applicable where it has no part in it, missing where that cannot be told. */
const pe_figure *pe_procurement_get_part (const pe_procurement_record *record, pe_procurement_total total);
/* The payments of a record: how many, and the first one. */
size_t pe_procurement_find_payments (const pe_procurement *self, size_t record, size_t *first);
/* Adds "/procurement/records/3/payments/0". */
void pe_procurement_print_payment_path (const pe_procurement *self, size_t payment, pe_buffer *out);
/* Adds what the records have in a total. */
void pe_procurement_sum_records (pe_money_sum *sum, const pe_procurement *self, pe_procurement_total total);
/* TRUE when such a sum says what the total is. */
gboolean pe_procurement_is_known (const pe_money_sum *sum);
/* A total by the records alone: missing when one of them leaves it open, or there are none. PE_OK, PE_ERROR_OVERFLOW. */
pe_status        pe_procurement_total_records (pe_figure *out, const pe_procurement *self, pe_procurement_total total,
                                               pe_error **error);
const pe_figure *pe_procurement_summary_get (const pe_procurement_summary *self, pe_procurement_total total);
