/* target-summary.c - a summary from any bytes; one that is read is written as the same bytes, and merges
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An input is read as it is, and once more with the checksum of its own bytes at its end: no damage comes past the
 * checksum otherwise, and nothing behind it would ever be tried.
 */
#include "fuzz.h"

#include <glib.h>
#include <string.h>

static void
check_bytes (const pe_batch_summary *summary, const uint8_t *data, size_t size)
{
  pe_text *bytes = NULL;

  HOLDS (pe_batch_summary_to_bytes (&bytes, summary, NULL) == PE_OK);
  HOLDS (pe_text_get_size (bytes) == size && memcmp (pe_text_get_data (bytes), data, size) == 0);
  pe_text_unref (bytes);
}

static void
check_counts (const pe_batch_summary *summary)
{
  pe_ratio *sum = NULL;
  uint64_t  n = 0;

  for (int32_t grade = -1; grade < 64; grade++)
    n += pe_batch_summary_count_grade (summary, grade);
  HOLDS (n <= pe_batch_summary_get_n_scored (summary));
  HOLDS (pe_batch_summary_get_n_scored (summary) <= pe_batch_summary_get_n_units (summary));
  for (size_t node = 0; pe_batch_summary_get_sum (&sum, summary, node, NULL) == PE_OK; node++)
    {
      HOLDS (pe_batch_summary_count_state (summary, node, PE_STATE_VALUE) <= pe_batch_summary_get_n_units (summary));
      pe_ratio_unref (sum);
      sum = NULL;
    }
}

/* Twice itself is twice the units, or is refused and leaves it as it was. */
static void
check_merge (pe_batch_summary *summary, const uint8_t *data, size_t size)
{
  const uint64_t n = pe_batch_summary_get_n_units (summary);
  pe_error      *error = NULL;
  pe_status      status = pe_batch_summary_merge (summary, summary, &error);

  if (status == PE_OK)
    {
      HOLDS (pe_batch_summary_get_n_units (summary) == 2 * n);
      return;
    }
  HOLDS (status == PE_ERROR_OVERFLOW);
  check_failure (status, NULL, error);
  check_bytes (summary, data, size);
}

static void
read_summary (const uint8_t *data, size_t size)
{
  pe_batch_summary *summary = NULL;
  pe_error         *error = NULL;
  pe_status         status = pe_batch_summary_from_bytes (&summary, data, size, &error);

  if (status == PE_OK)
    {
      check_bytes (summary, data, size);
      check_counts (summary);
      check_merge (summary, data, size);
    }
  else
    check_failure (status, summary, error);
  pe_batch_summary_free (summary);
}

static void
seal (uint8_t *bytes, size_t size)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize      length = PE_DIGEST_SIZE;

  g_checksum_update (sum, bytes, (gssize) (size - PE_DIGEST_SIZE));
  g_checksum_get_digest (sum, bytes + size - PE_DIGEST_SIZE, &length);
  g_checksum_free (sum);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  uint8_t *copy;

  read_summary (data, size);
  if (size < PE_DIGEST_SIZE)
    return 0;
  copy = malloc (size);
  HOLDS (copy != NULL);
  memcpy (copy, data, size);
  seal (copy, size);
  read_summary (copy, size);
  free (copy);
  return 0;
}
