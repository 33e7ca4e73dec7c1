/* target-batch.c - a batch file from any bytes: scored whole, and cut at two places, it comes to the same
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

/* What a file came to, as texts one behind the other. */
typedef struct outcome
{
  pe_status         status;
  size_t            n_units, n_rejected, n_lines;
  char             *texts[2]; /* scores, and records that were rejected */
  size_t            sizes[2];
  pe_batch_summary *summary;
} outcome;

static void
add_text (outcome *self, size_t which, pe_text *text)
{
  const size_t size = pe_text_get_size (text);

  self->texts[which] = realloc (self->texts[which], self->sizes[which] + size + 1);
  HOLDS (self->texts[which] != NULL);
  memcpy (self->texts[which] + self->sizes[which], pe_text_get_data (text), size);
  self->sizes[which] += size;
  pe_text_unref (text);
}

static void
add_block (outcome *self, pe_batch_csv *form, const char *bytes, size_t size, uint64_t line)
{
  pe_batch_block *block = NULL;
  pe_text        *scores = NULL, *rejected = NULL;
  size_t          length;

  HOLDS (pe_batch_block_read (&block, form, bytes, size, line + self->n_lines, self->summary, NULL) == PE_OK);
  HOLDS (pe_batch_block_print_scores (&scores, block, NULL) == PE_OK);
  HOLDS (pe_batch_block_print_rejected (&rejected, block, PE_LANGUAGE_ZH, NULL) == PE_OK);
  for (size_t i = 0; i < pe_batch_block_get_n_units (block); i++)
    HOLDS (pe_batch_block_get_key (&length, block, i) != NULL);
  add_text (self, 0, scores);
  add_text (self, 1, rejected);
  self->n_units += pe_batch_block_get_n_units (block);
  self->n_rejected += pe_batch_block_get_n_rejected (block);
  self->n_lines += (size_t) pe_batch_block_get_n_lines (block);
  pe_batch_block_free (block);
}

/* Reads to each of the places in turn; the last one is the end of the file. */
static outcome
score (pe_batch_csv *form, const char *bytes, const size_t *places, size_t n, uint64_t line)
{
  outcome   self = { .status = PE_OK };
  pe_error *error = NULL;
  size_t    from = 0;

  HOLDS (pe_batch_summary_new (&self.summary, pe_batch_csv_get_plan (form), NULL) == PE_OK);
  for (size_t i = 0; i < n; i++)
    {
      size_t whole = 0;

      self.status = pe_batch_csv_split (&whole, form, bytes + from, places[i] - from, i == n - 1, &error);
      if (self.status != PE_OK)
        {
          check_failure (self.status, NULL, error);
          break;
        }
      HOLDS (whole <= places[i] - from && (i < n - 1 || whole == places[i] - from));
      if (whole > 0)
        add_block (&self, form, bytes + from, whole, line);
      from += whole;
    }
  return self;
}

static void
clear (outcome *self)
{
  for (size_t i = 0; i < 2; i++)
    free (self->texts[i]);
  pe_batch_summary_free (self->summary);
}

static void
check_equal (const outcome *a, const outcome *b)
{
  pe_text *one = NULL, *other = NULL;

  HOLDS (a->n_units == b->n_units && a->n_rejected == b->n_rejected && a->n_lines == b->n_lines);
  for (size_t i = 0; i < 2; i++)
    HOLDS (a->sizes[i] == b->sizes[i] && (a->sizes[i] == 0 || memcmp (a->texts[i], b->texts[i], a->sizes[i]) == 0));
  HOLDS (pe_batch_summary_get_n_scored (a->summary) == a->n_units);
  HOLDS (pe_batch_summary_to_bytes (&one, a->summary, NULL) == PE_OK);
  HOLDS (pe_batch_summary_to_bytes (&other, b->summary, NULL) == PE_OK);
  HOLDS (pe_text_get_size (one) == pe_text_get_size (other));
  HOLDS (memcmp (pe_text_get_data (one), pe_text_get_data (other), pe_text_get_size (one)) == 0);
  pe_text_unref (one);
  pe_text_unref (other);
}

/* The places come from the content, so that every change of a byte moves them. */
static void
use (pe_batch_csv *form, const char *bytes, size_t size, uint64_t line)
{
  uint32_t hash = 2166136261;
  size_t   places[3] = { 0, 0, size };
  outcome  whole = score (form, bytes, &size, 1, line), parts;

  for (size_t i = 0; i < size; i++)
    hash = (hash ^ (uint8_t) bytes[i]) * 16777619;
  places[1] = hash % (size + 1);
  places[0] = (hash >> 7) % (places[1] + 1);
  parts = score (form, bytes, places, 3, line);
  HOLDS (whole.status == parts.status);
  if (whole.status == PE_OK)
    check_equal (&whole, &parts);
  clear (&whole);
  clear (&parts);
}

static pe_batch_plan *
new_plan (void)
{
  pe_rulebook   *rulebook = read_rulebook ("../tests/fuzz/batch-rulebook.json");
  pe_batch_plan *plan = NULL;

  HOLDS (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL) == PE_OK);
  pe_rulebook_unref (rulebook);
  return plan;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static pe_batch_plan *plan; /* compiled once: the inputs are what is new */
  pe_batch_csv_options  options;
  pe_batch_csv         *form = NULL;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;
  size_t                head = 0;
  pe_status             status;

  if (plan == NULL)
    plan = new_plan ();
  pe_batch_csv_options_init (&options, sizeof options);
  options.detail = PE_BATCH_NODES;
  status = pe_batch_csv_new (&form, &head, plan, (const char *) data, size, &options, &findings, &error);
  HOLDS (findings != NULL);
  if (status == PE_OK)
    {
      HOLDS (head <= size);
      use (form, (const char *) data + head, size - head, 2);
    }
  else
    check_failure (status, form, error);
  pe_findings_unref (findings);
  pe_batch_csv_unref (form);
  return 0;
}
