/* target-ledger.c - a ledger of procurement from any bytes: read in one piece, in two and byte by byte, it comes to the same
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

static const char *const ids[] = { "procurement.sme_share" };

/* What a reading came to. */
typedef struct outcome
{
  pe_status        status;
  uint64_t         n_records;
  size_t           n_passed_over;
  pe_measure_value value;
} outcome;

/* A failed ledger is left: it would only repeat itself. */
static pe_status
feed (pe_ledger_csv *ledger, const char *bytes, size_t size, size_t piece)
{
  pe_error *error = NULL;
  pe_status status = PE_OK;
  size_t    at = 0;

  do
    {
      const size_t n = piece < size - at ? piece : size - at;

      status = pe_ledger_csv_feed (ledger, bytes + at, n, at + n == size, &error);
      at += n;
    }
  while (status == PE_OK && at < size);
  if (status != PE_OK)
    check_failure (status, NULL, error);
  return status;
}

static outcome
read_in_pieces (const char *bytes, size_t size, size_t piece)
{
  pe_measure_stream *stream = NULL;
  pe_ledger_csv     *ledger = NULL;
  outcome            self = { .status = PE_OK };

  HOLDS (pe_measure_stream_new (&stream, ids, 1, NULL, NULL) == PE_OK);
  HOLDS (pe_ledger_csv_new (&ledger, stream, NULL) == PE_OK);
  self.status = feed (ledger, bytes, size, piece > 0 ? piece : 1);
  self.n_records = pe_measure_stream_get_count (stream);
  self.n_passed_over = pe_ledger_csv_get_n_passed_over (ledger);
  pe_measure_value_init (&self.value, sizeof self.value);
  HOLDS (pe_measure_stream_get_value (&self.value, stream, 0, NULL) == PE_OK);
  pe_ledger_csv_free (ledger);
  pe_measure_stream_free (stream);
  return self;
}

static void
check_same_figure (const pe_figure *a, const pe_figure *b)
{
  HOLDS (a->state == b->state && a->unit == b->unit);
  HOLDS (a->value.coefficient == b->value.coefficient && a->value.scale == b->value.scale);
}

static void
check_same (const outcome *whole, const outcome *other)
{
  HOLDS (whole->status == other->status && whole->n_records == other->n_records);
  HOLDS (whole->n_passed_over == other->n_passed_over);
  check_same_figure (&whole->value.numerator, &other->value.numerator);
  check_same_figure (&whole->value.denominator, &other->value.denominator);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *bytes = (const char *) data;
  outcome     whole = read_in_pieces (bytes, size, size), other;

  for (size_t piece = 1; piece < size && piece <= 1 << 16; piece = piece * 7 + 1)
    {
      other = read_in_pieces (bytes, size, piece);
      check_same (&whole, &other);
    }
  return 0;
}
