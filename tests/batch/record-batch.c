/* record-batch.c - a record batch of Arrow built by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-batch.h"

#include <string.h>

#include "arrow.h"

static const char ratio[]
    = "{\"format\":\"perfeval-rulebook/1\",\"id\":\"one-line\",\"edition\":\"1\",\"title\":{\"zh\":\"一项\"},"
      "\"kind\":\"project\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":"
      "\"10\","
      "\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,\"mode\":\"half_up\"},"
      "\"subtotal\":null,\"total\":{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},"
      "\"policies\":{\"missing\":\"zero\",\"not_applicable\":\"error\",\"zero_denominator\":\"error\",\"text\":"
      "\"error\","
      "\"invalid\":\"error\"},\"grades\":[{\"id\":\"good\",\"name\":{\"zh\":\"优\"},\"from\":\"9\"},"
      "{\"id\":\"poor\",\"name\":{\"zh\":\"差\"},\"from\":\"0\"}],\"indicators\":[{\"code\":\"1\","
      "\"name\":{\"zh\":\"率\"},\"full_marks\":\"10\",\"rule\":{\"shape\":\"capped_ratio/1\","
      "\"actual\":{\"fact\":\"actual\"},\"target\":{\"fact\":\"target\"}}}]}";

pe_batch_plan *
make_ratio_plan (void)
{
  pe_rulebook   *rulebook = NULL;
  pe_batch_plan *plan = NULL;

  if (pe_rulebook_from_json (&rulebook, ratio, strlen (ratio), NULL, NULL, NULL) == PE_OK)
    pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL);
  pe_rulebook_unref (rulebook);
  return plan;
}

static const int64_t hundreds[] = { 100, 100, 100, 100, 100, 100, 100, 100 };

void
batch_init (batch *self, const char *format, const void *values)
{
  memset (self, 0, sizeof *self);
  arrow_describe_batch (&self->schema, &self->array, ROWS, 2, self->field_pointers, self->column_pointers,
                        self->no_buffers, &self->n_released);
  for (size_t i = 0; i < 2; i++)
    {
      self->field_pointers[i] = &self->fields[i];
      self->column_pointers[i] = &self->columns[i];
      arrow_describe_field (&self->fields[i], &self->columns[i], i == 0 ? format : "l",
                            i == 0 ? "1/actual" : "1/target", ROWS, 2, self->buffers[i]);
    }
  self->buffers[0][1] = values;
  self->buffers[1][1] = hundreds;
}

void
batch_add_dictionary (batch *self, const char *format, int64_t n_words, const void *values, const void *data)
{
  arrow_describe_field (&self->words_schema, &self->words, format, NULL, n_words, data != NULL ? 3 : 2,
                        self->words_buffers);
  self->words_buffers[0] = NULL;
  self->words_buffers[1] = values;
  self->words_buffers[2] = data;
  self->fields[0].dictionary = &self->words_schema;
  self->columns[0].dictionary = &self->words;
}
