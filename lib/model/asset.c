/* asset.c - assets: what a unit owns by its books, and what was found
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "asset-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"

void
pe_asset_record_init (pe_asset_record *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_assets_get_n_records (const pe_assets *self)
{
  return self != NULL ? self->n_records : 0;
}

pe_status
pe_assets_get_record (pe_asset_record *out, const pe_assets *self, size_t index, pe_error **error)
{
  return pe_intake_export (
      out, self != NULL ? self->records : NULL, pe_assets_get_n_records (self), index, sizeof *out, error);
}

const pe_asset_record *
pe_assets_peek_record (const pe_assets *self, size_t index)
{
  return &self->records[index];
}

pe_date
pe_assets_get_stocktake (const pe_assets *self)
{
  return self != NULL ? self->stocktake : 0;
}

void
pe_assets_get_digest (const pe_assets *self, uint8_t *out)
{
  if (self != NULL && out != NULL)
    memcpy (out, self->digest, PE_DIGEST_SIZE);
}

int32_t
pe_assets_is_equal (const pe_assets *a, const pe_assets *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return memcmp (a->digest, b->digest, PE_DIGEST_SIZE) == 0;
}

pe_assets *
pe_assets_ref (pe_assets *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_assets_unref (pe_assets *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_arena_clear (&self->texts);
  g_free (self->records);
  g_free (self);
}
