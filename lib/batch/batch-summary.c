/* batch-summary.c - what many units came to: counts, and sums in 128 bits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "summary-private.h"

#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/rational-private.h"
#include "../base/text-private.h"
#include "plan-private.h"

/* Bytes: all numbers little-endian, the last 32 bytes being the SHA-256 of those before them. */
#define MAGIC "PEBSUM1\n"
#define MAGIC_SIZE 8
#define HEAD_SIZE (MAGIC_SIZE + PE_DIGEST_SIZE + 3 * 4 + 2 * 8)
#define NODE_SIZE (1 + PE_SUMMARY_STATES * 8 + 16)
/* More than any rulebook has: pe_limits::items is 10^7 by default. */
#define MOST_NODES (1U << 27)
/* A sum of 126 bits and a power of ten below 2^60. */
#define SUM_BITS 256

/* Life */

static gboolean
allocate (pe_batch_summary *self)
{
  self->grades = g_try_new0 (uint64_t, (gsize) self->n_grades + 1);
  self->states = g_try_new0 (uint64_t, (gsize) self->n_nodes *PE_SUMMARY_STATES);
  self->sums = g_try_new0 (pe_int128, self->n_nodes);
  self->has_points = g_try_new0 (uint8_t, self->n_nodes);
  return self->grades != NULL && self->states != NULL && self->sums != NULL && self->has_points != NULL;
}

pe_status
pe_batch_summary_new (pe_batch_summary **out, const pe_batch_plan *plan, pe_error **error)
{
  pe_batch_summary *self;

  if (out == NULL || plan == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "plan", "not NULL");
  self = g_try_new0 (pe_batch_summary, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_rulebook_get_digest (plan->rulebook, self->digest);
  self->n_nodes = (uint32_t) plan->n_nodes;
  self->n_grades = (uint32_t) pe_rulebook_get_n_grades (plan->rulebook);
  self->scale = plan->scale;
  if (!allocate (self))
    {
      pe_batch_summary_free (self);
      return pe_error_set_no_memory (error);
    }
  for (size_t i = 0; i < plan->n_nodes; i++)
    self->has_points[i] = plan->has_points[pe_plan_get_level (plan, i)] ? 1 : 0;
  *out = self;
  return PE_OK;
}

void
pe_batch_summary_free (pe_batch_summary *self)
{
  if (self == NULL)
    return;
  g_free (self->grades);
  g_free (self->states);
  g_free (self->sums);
  g_free (self->has_points);
  g_free (self);
}

/* Adding */

void
pe_batch_summary_add_node (pe_batch_summary *self, size_t node, const int64_t *points, const uint8_t *states,
                           const int32_t *statuses, size_t n)
{
  uint64_t *counts = &self->states[node * PE_SUMMARY_STATES];
  int64_t   sum
      = 0; /* of one block: 2^12 × 2^61 would not fit, and points are below 2^61 / 2^12 in all but silly scales */

  for (size_t i = 0; i < n; i++)
    counts[states[i]]++;
  if (self->has_points[node] == 0)
    return;
  for (size_t i = 0; i < n; i++)
    {
      if (statuses[i] != PE_OK)
        continue;
      if (__builtin_add_overflow (sum, points[i], &sum))
        {
          /* The wrapped part is put right in 128 bits. */
          self->sums[node] += (pe_int128) points[i] - sum;
          sum = 0;
        }
    }
  self->sums[node] += sum;
}

void
pe_batch_summary_add_units (pe_batch_summary *self, const int32_t *grades, const int32_t *statuses, size_t n)
{
  self->n_units += n;
  for (size_t i = 0; i < n; i++)
    {
      if (statuses[i] != PE_OK)
        continue;
      self->n_scored++;
      self->grades[grades[i] < 0 ? self->n_grades : (uint32_t) grades[i]]++;
    }
}

gboolean
pe_batch_summary_matches (const pe_batch_summary *self, const pe_batch_summary *other)
{
  return memcmp (self->digest, other->digest, PE_DIGEST_SIZE) == 0 && self->n_nodes == other->n_nodes
         && self->n_grades == other->n_grades && self->scale == other->scale
         && memcmp (self->has_points, other->has_points, self->n_nodes) == 0;
}

/* Sums stay inside 126 bits, so that two of them never overflow. */
static gboolean
is_moderate (pe_int128 sum)
{
  const pe_int128 most = (pe_int128) 1 << 126;

  return sum < most && sum > -most;
}

static gboolean
can_add (const pe_batch_summary *self, const pe_batch_summary *other)
{
  if (self->n_units > (uint64_t) G_MAXINT64 - MIN (other->n_units, (uint64_t) G_MAXINT64))
    return FALSE;
  for (size_t i = 0; i < self->n_nodes; i++)
    if (!is_moderate (self->sums[i] + other->sums[i]))
      return FALSE;
  return TRUE;
}

pe_status
pe_batch_summary_merge (pe_batch_summary *self, const pe_batch_summary *other, pe_error **error)
{
  if (self == NULL || other == NULL)
    return pe_error_set_argument (error, self == NULL ? "self" : "other", "not NULL");
  if (!pe_batch_summary_matches (self, other))
    {
      char expected[PE_DIGEST_HEX_SIZE], found[PE_DIGEST_HEX_SIZE];

      pe_digest_print (expected, self->digest);
      pe_digest_print (found, other->digest);
      return pe_error_set (error, PE_ERROR_RULEBOOK_DIFFERS, NULL, "name", "summary", "found", found, "expected",
                           expected, NULL);
    }
  if (!can_add (self, other))
    return pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "name", "other", NULL);
  self->n_units += other->n_units;
  self->n_scored += other->n_scored;
  for (size_t i = 0; i <= self->n_grades; i++)
    self->grades[i] += other->grades[i];
  for (size_t i = 0; i < (size_t) self->n_nodes * PE_SUMMARY_STATES; i++)
    self->states[i] += other->states[i];
  for (size_t i = 0; i < self->n_nodes; i++)
    self->sums[i] += other->sums[i];
  return PE_OK;
}

/* Reading */

const uint8_t *
pe_batch_summary_get_rulebook_digest (const pe_batch_summary *self)
{
  return self != NULL ? self->digest : NULL;
}

uint64_t
pe_batch_summary_get_n_units (const pe_batch_summary *self)
{
  return self != NULL ? self->n_units : 0;
}

uint64_t
pe_batch_summary_get_n_scored (const pe_batch_summary *self)
{
  return self != NULL ? self->n_scored : 0;
}

uint64_t
pe_batch_summary_count_grade (const pe_batch_summary *self, int32_t grade)
{
  if (self == NULL || grade < -1 || grade >= (int32_t) self->n_grades)
    return 0;
  return self->grades[grade < 0 ? self->n_grades : (uint32_t) grade];
}

uint64_t
pe_batch_summary_count_state (const pe_batch_summary *self, size_t node, pe_state state)
{
  if (self == NULL || node >= self->n_nodes || state < 0 || state >= PE_SUMMARY_STATES)
    return 0;
  return self->states[node * PE_SUMMARY_STATES + (size_t) state];
}

pe_status
pe_batch_summary_get_sum (pe_ratio **out, const pe_batch_summary *self, size_t node, pe_error **error)
{
  pe_rational sum, power;
  pe_status   status;

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (node >= self->n_nodes)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", "node", NULL);
  if (self->has_points[node] == 0)
    return pe_error_set (error, PE_ERROR_BATCH_NO_SCALE, NULL, "name", "node", NULL);
  pe_rational_init (&sum);
  pe_rational_init (&power);
  sum.numerator = self->sums[node];
  status = pe_rational_set_power_of_ten (&power, -self->scale, SUM_BITS);
  if (status == PE_OK)
    status = pe_rational_multiply (&sum, &sum, &power, SUM_BITS);
  if (status == PE_OK)
    status = pe_ratio_new_rational (out, &sum, error);
  pe_rational_clear (&power);
  pe_rational_clear (&sum);
  return status;
}

/* Writing */

static void
put (pe_buffer *out, uint64_t number, size_t size)
{
  for (size_t i = 0; i < size; i++)
    pe_buffer_add_char (out, (char) (unsigned char) (number >> (8 * i) & 0xff));
}

static void
checksum (const char *bytes, size_t size, uint8_t out[PE_DIGEST_SIZE])
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize      length = PE_DIGEST_SIZE;

  for (size_t at = 0; at < size; at += G_MAXINT)
    g_checksum_update (sum, (const guchar *) bytes + at, (gssize) MIN (size - at, (size_t) G_MAXINT));
  g_checksum_get_digest (sum, out, &length);
  g_checksum_free (sum);
}

static void
put_node (pe_buffer *out, const pe_batch_summary *self, size_t node)
{
  const pe_uint128 sum = (pe_uint128) self->sums[node];

  put (out, self->has_points[node], 1);
  for (size_t i = 0; i < PE_SUMMARY_STATES; i++)
    put (out, self->states[node * PE_SUMMARY_STATES + i], 8);
  put (out, (uint64_t) sum, 8);
  put (out, (uint64_t) (sum >> 64), 8);
}

pe_status
pe_batch_summary_to_bytes (pe_text **out, const pe_batch_summary *self, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  uint8_t   sum[PE_DIGEST_SIZE];

  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  pe_buffer_add (&buffer, MAGIC, MAGIC_SIZE);
  pe_buffer_add (&buffer, (const char *) self->digest, PE_DIGEST_SIZE);
  put (&buffer, self->n_nodes, 4);
  put (&buffer, self->n_grades, 4);
  put (&buffer, (uint32_t) self->scale, 4);
  put (&buffer, self->n_units, 8);
  put (&buffer, self->n_scored, 8);
  for (size_t i = 0; i <= self->n_grades; i++)
    put (&buffer, self->grades[i], 8);
  for (size_t i = 0; i < self->n_nodes; i++)
    put_node (&buffer, self, i);
  if (buffer.status == PE_OK)
    {
      checksum (buffer.data, buffer.size, sum);
      pe_buffer_add (&buffer, (const char *) sum, sizeof sum);
    }
  return pe_buffer_finish (&buffer, out, error);
}

static uint64_t
take (const uint8_t **at, size_t size)
{
  uint64_t number = 0;

  for (size_t i = 0; i < size; i++)
    number |= (uint64_t) *(*at)++ << (8 * i);
  return number;
}

static pe_status
refuse (const char *expected, pe_error **error)
{
  return pe_error_set (error, PE_ERROR_SUMMARY_FORMAT, NULL, "expected", expected, NULL);
}

/* The size that a summary of so many nodes and grades has. */
static uint64_t
get_size (uint32_t n_nodes, uint32_t n_grades)
{
  return HEAD_SIZE + ((uint64_t) n_grades + 1) * 8 + (uint64_t) n_nodes * NODE_SIZE + PE_DIGEST_SIZE;
}

/* Counts that contradict each other would be damage that the checksum was made over. */
static gboolean
is_consistent (const pe_batch_summary *self)
{
  uint64_t scored = 0;

  if (self->n_units > (uint64_t) G_MAXINT64 || self->n_scored > self->n_units || self->scale < -1 || self->scale > 18)
    return FALSE;
  for (size_t i = 0; i <= self->n_grades; i++)
    {
      if (self->grades[i] > self->n_units)
        return FALSE;
      scored += self->grades[i];
    }
  for (size_t i = 0; i < self->n_nodes; i++)
    {
      uint64_t units = 0;

      for (size_t state = 0; state < PE_SUMMARY_STATES; state++)
        {
          const uint64_t count = self->states[i * PE_SUMMARY_STATES + state];

          if (count > self->n_units)
            return FALSE;
          units += count;
        }
      if (units != self->n_units || self->has_points[i] > 1 || !is_moderate (self->sums[i])
          || (self->has_points[i] == 0 && self->sums[i] != 0))
        return FALSE;
    }
  return scored == self->n_scored;
}

static void
take_nodes (pe_batch_summary *self, const uint8_t *at)
{
  for (size_t i = 0; i <= self->n_grades; i++)
    self->grades[i] = take (&at, 8);
  for (size_t i = 0; i < self->n_nodes; i++)
    {
      uint64_t low;

      self->has_points[i] = (uint8_t) take (&at, 1);
      for (size_t state = 0; state < PE_SUMMARY_STATES; state++)
        self->states[i * PE_SUMMARY_STATES + state] = take (&at, 8);
      low = take (&at, 8);
      self->sums[i] = (pe_int128) ((pe_uint128) take (&at, 8) << 64 | low);
    }
}

static pe_status
read_summary (pe_batch_summary *self, const uint8_t *bytes, size_t size, pe_error **error)
{
  const uint8_t *at = bytes + MAGIC_SIZE + PE_DIGEST_SIZE;

  memcpy (self->digest, bytes + MAGIC_SIZE, PE_DIGEST_SIZE);
  self->n_nodes = (uint32_t) take (&at, 4);
  self->n_grades = (uint32_t) take (&at, 4);
  self->scale = (int32_t) (uint32_t) take (&at, 4);
  self->n_units = take (&at, 8);
  self->n_scored = take (&at, 8);
  if (self->n_nodes == 0 || self->n_nodes > MOST_NODES || self->n_grades > MOST_NODES
      || get_size (self->n_nodes, self->n_grades) != size)
    return refuse ("as many bytes as its nodes and grades need", error);
  if (!allocate (self))
    return pe_error_set_no_memory (error);
  take_nodes (self, at);
  return is_consistent (self) ? PE_OK : refuse ("counts that add up", error);
}

pe_status
pe_batch_summary_from_bytes (pe_batch_summary **out, const uint8_t *bytes, size_t size, pe_error **error)
{
  pe_batch_summary *self;
  uint8_t           sum[PE_DIGEST_SIZE];
  pe_status         status;

  if (out == NULL || bytes == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "bytes", "not NULL");
  if (size < get_size (1, 0) || memcmp (bytes, MAGIC, MAGIC_SIZE) != 0)
    return refuse ("the bytes of pe_batch_summary_to_bytes()", error);
  checksum ((const char *) bytes, size - PE_DIGEST_SIZE, sum);
  if (memcmp (sum, bytes + size - PE_DIGEST_SIZE, PE_DIGEST_SIZE) != 0)
    return refuse ("bytes that agree with their checksum", error);
  self = g_try_new0 (pe_batch_summary, 1);
  status = self == NULL ? pe_error_set_no_memory (error) : read_summary (self, bytes, size, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_batch_summary_free (self);
  return status;
}
