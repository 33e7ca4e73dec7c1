/* dectest-tally.c - counts what was run, what was wrong and what was skipped, by kind
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "dectest.h"

void
dectest_tally_skip (dectest_tally *self, const char *kind)
{
  size_t *n = g_hash_table_lookup (self->skipped, kind);

  if (n == NULL)
    {
      n = g_new0 (size_t, 1);
      g_hash_table_insert (self->skipped, g_strdup (kind), n);
    }
  ++*n;
}

void
dectest_tally_case (dectest_tally *self, const dectest_case *c, gboolean right, const char *found)
{
  dectest_number expected;

  self->run++;
  if (!right)
    {
      self->wrong++;
      print_message ("wrong: %s %s %s %s %s -> %s, not %.60s\n", c->file, c->id, c->operation, c->operands[0],
                     c->n_operands > 1 ? c->operands[1] : "", c->result, found);
    }
  if (dectest_number_read (&expected, c->result))
    {
      self->zero_signs += expected.negative && strcmp (expected.digits, "0") == 0;
      dectest_number_clear (&expected);
    }
}

static gboolean
is_finite (const char *text)
{
  dectest_number number;

  if (!dectest_number_read (&number, text))
    return FALSE;
  dectest_number_clear (&number);
  return TRUE;
}

const char *
dectest_find_obstacle (const dectest_case *c)
{
  static const char *const conditions[] = { "overflow", "underflow", "subnormal", "clamped" };
  static const char *const special = "special value (NaN, Infinity, an encoding or no result)";
  size_t                   i;

  for (i = 0; i < c->n_operands; i++)
    if (!is_finite (c->operands[i]))
      return special;
  for (i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (dectest_has_condition (c, conditions[i]))
      return conditions[i];
  if (!is_finite (c->result))
    return special;
  return c->rounding == 0 ? "rounding mode 05up" : NULL;
}

int32_t
dectest_get_exponent (const char *text)
{
  dectest_number number;
  int64_t        exponent;

  assert_true (dectest_number_read (&number, text));
  exponent = number.exponent;
  dectest_number_clear (&number);
  return (int32_t) CLAMP (exponent, -G_MAXINT32, G_MAXINT32);
}
