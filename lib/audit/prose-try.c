/* prose-try.c - whether a reading of a sentence gives the printed digits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <perfeval/relation.h>

#include "../base/decimal-private.h"

/* Thousands of readings are tried in a long report, on a few short figures each: 128 bits without allocation. What does
 * not fit is PE_FIT_UNKNOWN, and no reading; the verdict on a relation that is kept is the auditor's own, which has no
 * such bound. All numbers are doubled, so that half a unit of the last digit is whole. */
typedef struct pe_try
{
  const pe_prose_relation *relation;
  const pe_prose_item     *items[PE_PROSE_OPERANDS];
  const pe_prose_item     *result;
  pe_int128                values[PE_PROSE_OPERANDS];
  pe_int128                halves[PE_PROSE_OPERANDS]; /* what rounding may have taken away */
  gboolean                 broken;
} pe_try;

static pe_int128
multiply (pe_try *self, pe_int128 a, pe_int128 b)
{
  pe_int128 out = 0;

  if (__builtin_mul_overflow (a, b, &out))
    self->broken = TRUE;
  return out;
}

static pe_int128
add (pe_try *self, pe_int128 a, pe_int128 b)
{
  pe_int128 out = 0;

  if (__builtin_add_overflow (a, b, &out))
    self->broken = TRUE;
  return out;
}

static pe_int128
shift (pe_try *self, pe_int128 a, int n)
{
  for (; n > 0 && !self->broken; n--)
    a = multiply (self, a, 10);
  return a;
}

static int
last_digit (const pe_prose_item *item)
{
  return item->exponent - item->scale;
}

static gboolean
is_exact (const pe_prose_item *item, int digit)
{
  return (item->unit == PE_PROSE_UNIT_COUNT || item->unit == PE_PROSE_UNIT_SCORE || item->unit == PE_PROSE_UNIT_PRICE)
         && digit == 0;
}

/* The finest last digit among the operands of one unit: 30+30+29.99 are all known to a hundredth. */
static int
finest (const pe_try *self, guint32 i)
{
  int digit = last_digit (self->items[i]);

  for (guint32 k = 0; k < self->relation->n; k++)
    if (self->items[k]->unit == self->items[i]->unit && self->items[k]->exponent == self->items[i]->exponent)
      digit = MIN (digit, last_digit (self->items[k]));
  return digit;
}

/* Brings the operands to one power of ten, which is returned. */
static int
align (pe_try *self, int least)
{
  int digit = 0;

  for (guint32 i = 0; i < self->relation->n; i++)
    least = MIN (least, last_digit (self->items[i]));
  for (guint32 i = 0; i < self->relation->n; i++)
    {
      /* Most stand beside one of their own unit. */
      if (i == 0 || self->items[i]->unit != self->items[i - 1]->unit
          || self->items[i]->exponent != self->items[i - 1]->exponent)
        digit = finest (self, i);
      self->values[i] = shift (self, (pe_int128) self->items[i]->coefficient * 2, last_digit (self->items[i]) - least);
      self->halves[i] = is_exact (self->items[i], digit) ? 0 : shift (self, 1, digit - least);
    }
  return least;
}

/* A value between two bounds, all as numerators over one positive denominator each, against the printed p: the value is
 * a / b in units of the last printed digit. */
static pe_prose_fit
judge (pe_try *self, const pe_int128 a[3], const pe_int128 b[3], pe_int128 p)
{
  pe_int128 twice = multiply (self, a[0], 2), below, above, floor;
  gboolean  up;

  if (self->broken || b[0] <= 0 || b[1] <= 0 || b[2] <= 0)
    return PE_FIT_UNKNOWN;
  below = multiply (self, 2 * p - 1, b[0]);
  above = multiply (self, 2 * p + 1, b[0]);
  floor = a[0] / b[0];
  up = floor + 1 == p && a[0] % b[0] != 0;
  if (self->broken)
    return PE_FIT_UNKNOWN;
  if (a[0] == multiply (self, p, b[0]))
    return PE_FIT_EXACT;
  if (twice >= below && twice < above)
    return PE_FIT_HALF;
  if (floor == p)
    return PE_FIT_DOWN;
  below = multiply (self, 2 * p - 1, b[2]);
  above = multiply (self, 2 * p + 1, b[1]);
  if (multiply (self, a[1], 2) < above && multiply (self, a[2], 2) > below && !self->broken)
    return up ? PE_FIT_UP : PE_FIT_ROUNDED;
  if (self->broken)
    return PE_FIT_UNKNOWN;
  return up ? PE_FIT_UP : PE_FIT_NOT;
}

static pe_prose_fit
try_sum (pe_try *self)
{
  int       least = align (self, last_digit (self->result)), up = last_digit (self->result) - least;
  pe_int128 total = 0, half = 0, unit = shift (self, 2, up), a[3], b[3];

  for (guint32 i = 0; i < self->relation->n; i++)
    {
      gboolean minus = self->relation->kind == PE_RELATION_DIFFERENCE || self->relation->kind == PE_RELATION_DEDUCTION
                           ? i > 0
                           : self->relation->form == PE_FORM_SIGNED && self->relation->signs[i] < 0;

      total = add (self, total, minus ? -self->values[i] : self->values[i]);
      half = add (self, half, self->halves[i]);
    }
  /* The numbers of one relation have one sign, or the difference is the other way round. */
  if (total < 0)
    return self->broken ? PE_FIT_UNKNOWN : PE_FIT_NOT;
  a[0] = total;
  a[1] = add (self, total, -half);
  a[2] = add (self, total, half);
  b[0] = b[1] = b[2] = unit;
  return judge (self, a, b, self->result->coefficient);
}

/* The sign in which each operand moves the ratio; the first letter is for the first operand, the last for the rest. */
static const char *
slopes (const pe_prose_relation *relation)
{
  switch (relation->form)
    {
    case PE_FORM_PARTS_OVER:
      return "+";
    case PE_FORM_OVER_DIFFERENCE:
    case PE_FORM_NEW_CHANGE:
    case PE_FORM_DOWN_NEW_CHANGE:
    case PE_FORM_DOWN_NEW_OLD:
      return "-+";
    default:
      return "+-";
    }
}

static void
ratio_of (pe_try *self, const pe_int128 *x, pe_int128 *a, pe_int128 *b)
{
  guint32 n = self->relation->n;

  *a = x[0];
  *b = x[n - 1];
  switch (self->relation->form)
    {
    case PE_FORM_OVER_SUM:
      for (guint32 i = 1; i + 1 < n; i++)
        *b = add (self, *b, x[i]);
      break;
    case PE_FORM_PARTS_OVER:
      for (guint32 i = 1; i + 1 < n; i++)
        *a = add (self, *a, x[i]);
      break;
    case PE_FORM_OVER_DIFFERENCE:
      *b = add (self, x[0], -x[1]);
      break;
    case PE_FORM_NEW_OLD:
      *a = add (self, x[0], -x[1]);
      break;
    case PE_FORM_DOWN_NEW_OLD:
      *a = add (self, x[1], -x[0]);
      break;
    case PE_FORM_NEW_CHANGE:
      *a = x[1];
      *b = add (self, x[0], -x[1]);
      break;
    case PE_FORM_DOWN_NEW_CHANGE:
      *a = x[1];
      *b = add (self, x[0], x[1]);
      break;
    default:
      break;
    }
}

static pe_prose_fit
try_ratio (pe_try *self)
{
  const char *signs = slopes (self->relation);
  guint32     n = self->relation->n;
  pe_int128   a[3], b[3];

  if (n < 2)
    return PE_FIT_UNKNOWN;
  align (self, last_digit (self->items[0]));
  for (int step = 0; step < 3; step++)
    {
      pe_int128 x[PE_PROSE_OPERANDS];

      for (guint32 i = 0; i < n; i++)
        {
          gboolean up = signs[signs[1] != '\0' && i > 0 ? 1 : 0] == '+';

          if (signs[1] == '\0' && i == n - 1)
            up = FALSE;
          if (i > 0 && self->relation->operands[i] == self->relation->operands[0])
            up = signs[0] == '+'; /* one figure in two places moves as one */
          if (step == 1)
            up = !up;
          x[i] = add (self, self->values[i], step == 0 ? 0 : up ? self->halves[i] : -self->halves[i]);
        }
      ratio_of (self, x, &a[step], &b[step]);
      a[step] = shift (self, a[step], MAX (-last_digit (self->result), 0));
      b[step] = shift (self, b[step], MAX (last_digit (self->result), 0));
    }
  if (a[0] < 0)
    return PE_FIT_NOT;
  return judge (self, a, b, self->result->coefficient);
}

static pe_prose_fit
try_product (pe_try *self)
{
  pe_int128 a[3] = { 1, 1, 1 }, b[3];
  int       digit = 0, up;

  for (guint32 i = 0; i < self->relation->n; i++)
    {
      const pe_prose_item *item = self->items[i];
      pe_int128            half = item->unit == PE_PROSE_UNIT_MONEY || is_exact (item, last_digit (item)) ? 0 : 1;

      digit += last_digit (item);
      a[0] = multiply (self, a[0], (pe_int128) item->coefficient * 2);
      a[1] = multiply (self, a[1], (pe_int128) item->coefficient * 2 - half);
      a[2] = multiply (self, a[2], (pe_int128) item->coefficient * 2 + half);
    }
  up = last_digit (self->result) - digit;
  b[0] = shift (self, (pe_int128) 1 << self->relation->n, up > 0 ? up : 0);
  b[1] = b[2] = b[0];
  for (int i = 0; i < 3 && up < 0; i++)
    a[i] = shift (self, a[i], -up);
  return judge (self, a, b, self->result->coefficient);
}

/* Both in one power of ten: 1 when the first is greater. */
static int
compare (pe_try *self)
{
  int       a = last_digit (self->result), b = last_digit (self->items[0]), least = MIN (a, b);
  pe_int128 x = shift (self, self->result->coefficient, a - least),
            y = shift (self, self->items[0]->coefficient, b - least);

  return x > y ? 1 : x < y ? -1 : 0;
}

static pe_prose_fit
try_bound (pe_try *self)
{
  int order = compare (self);

  if (self->broken)
    return PE_FIT_UNKNOWN;
  return order == 0 || (order > 0) == (self->relation->form == PE_FORM_MEETS_MIN) ? PE_FIT_EXACT : PE_FIT_NOT;
}

static pe_prose_fit
try_grade (pe_try *self, const pe_prose_reading *reading)
{
  static const struct
  {
    const char *name;
    gint64      least;
  } bands[] = { { "优", 90 }, { "良", 80 }, { "中", 60 }, { "差", 0 } };
  pe_int128 score = shift (self, self->items[0]->coefficient, 18 - self->items[0]->scale);

  for (size_t i = 0; i < G_N_ELEMENTS (bands); i++)
    if (score >= shift (self, bands[i].least, 18))
      return pe_prose_has (&reading->source, self->result->at, bands[i].name) ? PE_FIT_EXACT : PE_FIT_NOT;
  return PE_FIT_UNKNOWN;
}

/* Growth of a count alone: whether some whole number can be what it grew from. */
static pe_prose_fit
try_implied_base (pe_try *self)
{
  gboolean     down = self->relation->form == PE_FORM_DOWN_IMPLIED_BASE;
  pe_int128    n = self->items[0]->coefficient, p = self->result->coefficient, one, base;
  pe_prose_fit best = PE_FIT_NOT;

  if (last_digit (self->items[0]) != 0 || last_digit (self->result) > 0)
    return PE_FIT_UNKNOWN;
  one = shift (self, 1, -last_digit (self->result));
  if (self->broken || (down ? one - p : one + p) <= 0)
    return PE_FIT_UNKNOWN;
  base = multiply (self, n, one) / (down ? one - p : one + p);
  for (pe_int128 k = MAX (base - 2, 1); k <= base + 3; k++)
    {
      pe_int128    a = multiply (self, down ? k - n : n - k, one), as[3] = { a, a, a }, bs[3] = { k, k, k };
      pe_prose_fit fit = a < 0 ? PE_FIT_NOT : judge (self, as, bs, p);

      best = MAX (best, fit);
    }
  return self->broken ? PE_FIT_UNKNOWN : best;
}

static pe_prose_fit
try_same (pe_try *self)
{
  pe_int128 a[3], b[3];

  if (compare (self) == 0)
    return self->broken ? PE_FIT_UNKNOWN : PE_FIT_EXACT;
  if (last_digit (self->items[0]) == last_digit (self->result))
    return PE_FIT_NOT;
  align (self, MIN (last_digit (self->result), last_digit (self->items[0])));
  b[0] = shift (self, 2, last_digit (self->result) - MIN (last_digit (self->result), last_digit (self->items[0])));
  b[1] = b[2] = b[0];
  a[0] = self->values[0];
  a[1] = a[0] - self->halves[0];
  a[2] = a[0] + self->halves[0];
  return judge (self, a, b, self->result->coefficient);
}

static void
start (pe_try *self, const pe_prose_reading *reading, const pe_prose_relation *relation)
{
  if (reading->work != NULL)
    *reading->work += 1 + relation->n;
  self->relation = relation;
  self->broken = FALSE;
  self->result = pe_vector_at (&reading->items, pe_prose_item, relation->result);
  for (guint32 i = 0; i < relation->n; i++)
    self->items[i] = pe_vector_at (&reading->items, pe_prose_item, relation->operands[i]);
}

pe_prose_fit
pe_prose_try (const pe_prose_reading *reading, const pe_prose_relation *relation)
{
  pe_try self;

  start (&self, reading, relation);
  if (relation->form == PE_FORM_MEETS_MIN || relation->form == PE_FORM_MEETS_MAX)
    return try_bound (&self);
  switch (relation->kind)
    {
    case PE_RELATION_SUM:
    case PE_RELATION_COUNT:
    case PE_RELATION_SCORE_SUM:
    case PE_RELATION_MARKS:
    case PE_RELATION_DIFFERENCE:
    case PE_RELATION_DEDUCTION:
      return try_sum (&self);
    case PE_RELATION_PRODUCT:
      return try_product (&self);
    case PE_RELATION_GRADE:
      return try_grade (&self, reading);
    case PE_RELATION_SAME_QUANTITY:
    case PE_RELATION_CONVERSION:
      return try_same (&self);
    case PE_RELATION_GROWTH:
      if (relation->form == PE_FORM_IMPLIED_BASE || relation->form == PE_FORM_DOWN_IMPLIED_BASE)
        return try_implied_base (&self);
      return try_ratio (&self);
    default:
      return try_ratio (&self);
    }
}

/* One by one, each sum anew: for numbers so large that one more may not fit. */
static guint32
try_fewest_apart (const pe_prose_reading *reading, const pe_prose_relation *relation)
{
  pe_prose_relation fewer = *relation;

  for (fewer.n = 2; fewer.n <= relation->n; fewer.n++)
    if (pe_prose_try (reading, &fewer) == PE_FIT_EXACT)
      return fewer.n;
  return 0;
}

/* The values are brought to one power of ten once, not again for each number of operands. */
guint32
pe_prose_try_fewest (const pe_prose_reading *reading, const pe_prose_relation *relation)
{
  const pe_int128 most = (pe_int128) 1 << 100;
  pe_int128       printed, sum = 0;
  pe_try          self;
  int             least;

  start (&self, reading, relation);
  least = align (&self, last_digit (self.result));
  printed = shift (&self, (pe_int128) self.result->coefficient * 2, last_digit (self.result) - least);
  for (guint32 i = 0; i < relation->n && !self.broken; i++)
    {
      self.broken = self.values[i] > most || printed > most;
      sum += self.values[i];
      if (i > 0 && sum == printed && !self.broken)
        return i + 1;
    }
  return self.broken ? try_fewest_apart (reading, relation) : 0;
}

pe_status
pe_prose_relate (pe_prose_reading *self, const pe_prose_relation *relation)
{
  pe_prose_item *items = self->items.data;

  items[relation->result].is_result = TRUE;
  items[relation->result].claims++;
  for (guint32 i = 0; i < relation->n; i++)
    items[relation->operands[i]].claims++;
  if (relation->n == 2)
    items[relation->operands[0]].peer = relation->operands[1] + 1;
  return pe_vector_push (&self->relations, relation);
}
