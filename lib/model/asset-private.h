/* asset-private.h - what the library knows about assets beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/asset.h>

#include "../base/arena-private.h"

struct pe_assets
{
  gint             references;
  pe_arena         texts;
  pe_asset_record *records;
  size_t           n_records;
  pe_date          stocktake;
  uint8_t          digest[PE_DIGEST_SIZE];
};

const pe_asset_record *pe_assets_peek_record (const pe_assets *self, size_t index);
