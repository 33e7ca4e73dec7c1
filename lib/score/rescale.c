/* rescale.c - moving the marks of what does not apply to the rest
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scoring-private.h"

/* docs/formats.md, "Not applicable": the rest is measured by the marks that are left and brought back to the whole. */
pe_status
pe_rescale (pe_rational *out, const pe_rational *sum, const pe_rational *whole, const pe_rational *dropped,
            uint32_t bits)
{
  pe_rational left, product;
  pe_status   status;

  pe_rational_init (&left);
  pe_rational_init (&product);
  status = pe_rational_subtract (&left, whole, dropped, bits);
  if (status == PE_OK)
    status = pe_rational_multiply (&product, sum, whole, bits);
  if (status == PE_OK)
    status = pe_rational_divide (out, &product, &left, bits);
  pe_rational_clear (&left);
  pe_rational_clear (&product);
  return status == PE_ERROR_DIVIDE_BY_ZERO ? PE_ERROR_NOTHING_APPLICABLE : status;
}

pe_status
pe_rescale_node (pe_scoring *self, uint32_t node)
{
  pe_scored_node *scored = pe_evaluation_peek_node (self->evaluation, node);

  if (pe_rational_sign (&scored->dropped) != 0)
    return pe_rescale (&scored->unrounded, &scored->sum, &scored->full_marks, &scored->dropped, self->bits);
  pe_rational_copy (&scored->unrounded, &scored->sum);
  return PE_OK;
}
