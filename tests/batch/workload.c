/* workload.c - the workload of the bench
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "workload.h"

#include <string.h>

const workload_leaf workload_leaves[WORKLOAD_LEAVES] = {
  { WORKLOAD_RATIO, 5, 0, 0 },  { WORKLOAD_RATIO, 5, 0, 2 },      { WORKLOAD_RATIO, 5, 0, 4 },
  { WORKLOAD_RATIO, 5, 0, 6 },  { WORKLOAD_RATIO, 5, 0, 8 },      { WORKLOAD_INVERSE, 5, 0, 10 },
  { WORKLOAD_STEPS, 5, 0, 12 }, { WORKLOAD_STEPS, 5, 0, 14 },     { WORKLOAD_COUNT, 4, 0, 16 },
  { WORKLOAD_COUNT, 4, 0, 17 }, { WORKLOAD_CONDITION, 2, 0, 18 }, { WORKLOAD_RATIO, 5, 1, 19 },
  { WORKLOAD_RATIO, 5, 1, 21 }, { WORKLOAD_RATIO, 5, 1, 23 },     { WORKLOAD_RATIO, 5, 1, 25 },
  { WORKLOAD_RATIO, 5, 1, 27 }, { WORKLOAD_INVERSE, 4, 1, 29 },   { WORKLOAD_INVERSE, 4, 1, 31 },
  { WORKLOAD_STEPS, 3, 1, 33 }, { WORKLOAD_STEPS, 3, 1, 35 },     { WORKLOAD_COUNT, 3, 1, 37 },
  { WORKLOAD_COUNT, 3, 1, 38 }, { WORKLOAD_CONDITION, 2, 1, 39 }, { WORKLOAD_CONDITION, 3, 1, 40 },
};
const uint32_t workload_bounds[4] = { 60, 70, 80, 90 };
const uint32_t workload_tenths[5] = { 0, 4, 6, 8, 10 };

/* The rulebook */

static void
put_rule (GString *text, const workload_leaf *leaf)
{
  switch (leaf->shape)
    {
    case WORKLOAD_RATIO:
    case WORKLOAD_INVERSE:
      g_string_append_printf (
          text, "{\"shape\":\"%s/1\",\"actual\":{\"fact\":\"actual\"},\"target\":{\"fact\":\"target\"}}",
          leaf->shape == WORKLOAD_RATIO ? "capped_ratio" : "inverse_ratio");
      break;
    case WORKLOAD_STEPS:
      g_string_append (text, "{\"shape\":\"steps/1\",\"value\":{\"formula\":\"actual / target\"},\"steps\":[");
      for (size_t i = 0; i < G_N_ELEMENTS (workload_tenths); i++)
        {
          g_string_append_printf (text, "%s{\"ends\":\"%c)\",\"points\":\"%u.%u\"", i > 0 ? "," : "", i > 0 ? '[' : '(',
                                  leaf->marks * workload_tenths[i] / 10, leaf->marks * workload_tenths[i] % 10);
          if (i > 0)
            g_string_append_printf (text, ",\"from\":\"0.%u\"", workload_bounds[i - 1]);
          if (i < G_N_ELEMENTS (workload_bounds))
            g_string_append_printf (text, ",\"to\":\"0.%u\"", workload_bounds[i]);
          g_string_append (text, "}");
        }
      g_string_append (text, "]}");
      break;
    case WORKLOAD_COUNT:
      g_string_append (text, "{\"shape\":\"per_violation/1\",\"items\":[{\"id\":\"count\",\"name\":{\"zh\":\"违规\"},"
                             "\"points\":\"0.5\"}]}");
      break;
    case WORKLOAD_CONDITION:
    default:
      g_string_append (text, "{\"shape\":\"binary/1\",\"value\":{\"fact\":\"done\"}}");
    }
}

pe_rulebook *
workload_build_rulebook (void)
{
  GString *text = g_string_new (
      "{\"format\":\"perfeval-rulebook/1\",\"id\":\"workload\",\"edition\":\"1\",\"title\":{\"zh\":\"批量\"},\"kind\":"
      "\"project\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",\"full_marks\":\"100\","
      "\"rounding\":"
      "{\"rate\":{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,\"mode\":\"half_up\"},\"subtotal\":null,"
      "\"total\":"
      "{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},\"policies\":{\"missing\":\"zero\",\"not_"
      "applicable\":"
      "\"error\",\"zero_denominator\":\"zero\",\"text\":\"error\",\"invalid\":\"error\"},\"grades\":["
      "{\"id\":\"a\",\"name\":{\"zh\":\"优\"},\"from\":\"90\"},{\"id\":\"b\",\"name\":{\"zh\":\"良\"},\"from\":\"80\"},"
      "{\"id\":\"c\",\"name\":{\"zh\":\"中\"},\"from\":\"60\"},{\"id\":\"d\",\"name\":{\"zh\":\"差\"},\"from\":\"0\"}],"
      "\"indicators\":[");
  pe_rulebook *out = NULL;

  for (uint32_t group = 0; group < WORKLOAD_GROUPS; group++)
    {
      gboolean any = FALSE;

      g_string_append_printf (
          text, "%s{\"code\":\"%u\",\"name\":{\"zh\":\"组\"},\"full_marks\":\"50\",\"indicators\":[",
          group > 0 ? "," : "", group + 1);
      for (uint32_t i = 0; i < WORKLOAD_LEAVES; i++)
        {
          if (workload_leaves[i].group != group)
            continue;
          g_string_append_printf (
              text, "%s{\"code\":\"%u.%u\",\"name\":{\"zh\":\"指标\"},\"full_marks\":\"%u\",\"rule\":", any ? "," : "",
              group + 1, i + 1, workload_leaves[i].marks);
          put_rule (text, &workload_leaves[i]);
          g_string_append (text, "}");
          any = TRUE;
        }
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  (void) pe_rulebook_from_json (&out, text->str, text->len, NULL, NULL, NULL);
  g_string_free (text, TRUE);
  return out;
}

/* Data */

static uint64_t
roll (uint64_t *state)
{
  uint64_t z = *state += UINT64_C (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/* A quarter of the budgets are round, half have two decimals in wan yuan, the rest are in fen. */
static int64_t
roll_budget (uint64_t *state)
{
  switch (roll (state) % 4)
    {
    case 0:
      return (int64_t) (1 + roll (state) % 100) * 1000000 * (roll (state) % 2 == 0 ? 100 : 10);
    case 1:
    case 2:
      return (int64_t) (1 + roll (state) % 1000000) * 10000;
    default:
      return (int64_t) (1 + roll (state) % 10000000000);
    }
}

static void
roll_real (uint64_t *state, int64_t *actual, int64_t *target)
{
  *target = roll_budget (state);
  switch (roll (state) % 4)
    {
    case 0: /* a round share of it */
      *actual = *target / 1000 * (int64_t) (600 + roll (state) % 500);
      break;
    case 1:
      *actual = *target;
      break;
    default:
      *actual = (int64_t) ((double) *target * (0.5 + (double) (roll (state) % 600000) / 1e6));
    }
}

/* Halves of a hundredth for marks of 5 lie at odd multiples of 1/1000 of the target. */
static void
roll_adversarial (uint64_t *state, int64_t *actual, int64_t *target)
{
  const int64_t thousandth = (int64_t) (1 + roll (state) % 5000000000);

  *target = thousandth * 1000 + (roll (state) % 8 == 0 ? (int64_t) (roll (state) % 3) - 1 : 0);
  if (roll (state) % 8 == 0)
    *target = INT64_C (10000000000000) - 1 + (int64_t) (roll (state) % 3);
  switch (roll (state) % 4)
    {
    case 0:
      *actual = *target / 1000 * (int64_t) (2 * (roll (state) % 500) + 1) - 1 + (int64_t) (roll (state) % 3);
      break;
    case 1: /* an edge of the steps */
      *actual = *target / 100 * (int64_t) (60 + 10 * (roll (state) % 4)) - 1 + (int64_t) (roll (state) % 3);
      break;
    case 2:
      *actual = *target - 1 + (int64_t) (roll (state) % 3);
      break;
    default:
      *actual = (int64_t) (roll (state) % (uint64_t) (*target + *target / 4));
    }
}

static void
roll_leaf (workload *self, const workload_leaf *leaf, workload_kind kind, size_t unit, uint64_t *state)
{
  int64_t *const *columns = &self->columns[leaf->column];

  if (leaf->shape == WORKLOAD_COUNT)
    columns[0][unit] = roll (state) % 3 == 0 ? (int64_t) (roll (state) % 12) : 0;
  else if (leaf->shape == WORKLOAD_CONDITION)
    columns[0][unit] = roll (state) % 5 != 0;
  else if (kind == WORKLOAD_REAL)
    roll_real (state, &columns[0][unit], &columns[1][unit]);
  else
    roll_adversarial (state, &columns[0][unit], &columns[1][unit]);
}

void
workload_init (workload *self, workload_kind kind, size_t n, uint64_t seed)
{
  uint64_t state = seed;

  memset (self, 0, sizeof *self);
  self->n = n;
  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      self->columns[i] = g_new0 (int64_t, n);
      self->bitmaps[i] = g_malloc (n / 8 + 9);
      memset (self->bitmaps[i], 0xff, n / 8 + 9);
    }
  for (size_t unit = 0; unit < n; unit++)
    {
      for (size_t i = 0; i < WORKLOAD_LEAVES; i++)
        roll_leaf (self, &workload_leaves[i], kind, unit, &state);
      /* In one unit of a hundred something is missing. */
      if (roll (&state) % 100 == 0)
        self->bitmaps[roll (&state) % WORKLOAD_COLUMNS][unit / 8] &= (uint8_t) ~(1 << (unit % 8));
    }
}

void
workload_clear (workload *self)
{
  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      g_free (self->columns[i]);
      g_free (self->bitmaps[i]);
    }
}

void
workload_describe (const workload *self, const pe_batch_plan *plan, pe_batch_column out[WORKLOAD_COLUMNS])
{
  for (size_t i = 0; i < WORKLOAD_COLUMNS; i++)
    {
      pe_batch_input input;

      pe_batch_input_init (&input, sizeof input);
      (void) pe_batch_plan_get_input (&input, plan, i, NULL);
      pe_batch_column_init (&out[i], sizeof out[i]);
      out[i].type = PE_BATCH_INT64;
      out[i].values = self->columns[i];
      out[i].validity = self->bitmaps[i];
      out[i].unit = input.unit != PE_UNIT_NONE ? input.unit : PE_UNIT_YUAN;
      out[i].scale = out[i].unit == PE_UNIT_YUAN ? 2 : 0;
    }
}
