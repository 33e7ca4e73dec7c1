/* workload.h - the workload of the bench: 24 indicators, 41 columns, as a rulebook that is built at run time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/perfeval.h>

/* Ten capped ratios, three inverse ratios, four tables of five steps, four kinds of violation, three conditions: 100 points
 * in two groups of 50. */
#define WORKLOAD_LEAVES 24
#define WORKLOAD_GROUPS 2
#define WORKLOAD_COLUMNS 41
#define WORKLOAD_NODES (1 + WORKLOAD_GROUPS + WORKLOAD_LEAVES)

typedef enum
{
  WORKLOAD_REAL,       /* round budgets, amounts of two decimals in wan yuan, fen: ties as they occur */
  WORKLOAD_ADVERSARIAL /* ties, ties give or take a fen, edges of steps, amounts of 10^13 fen */
} workload_kind;

/* What each leaf is; the columns of a leaf follow those of the one before. */
typedef enum
{
  WORKLOAD_RATIO,    /* actual, target */
  WORKLOAD_INVERSE,  /* actual, target */
  WORKLOAD_STEPS,    /* actual, target: their rate in five steps */
  WORKLOAD_COUNT,    /* a count; each costs half a point */
  WORKLOAD_CONDITION /* 1 or 0 */
} workload_shape;

typedef struct workload_leaf
{
  workload_shape shape;
  uint32_t       marks; /* in points */
  uint32_t       group;
  uint32_t       column; /* the first one */
} workload_leaf;

extern const workload_leaf workload_leaves[WORKLOAD_LEAVES];
/* Of the steps, in percent; and the tenths of the marks that each step gives. */
extern const uint32_t workload_bounds[4];
extern const uint32_t workload_tenths[5];

/* Figures that are missing give nothing (a zero policy). */
pe_rulebook *workload_build_rulebook (void);

typedef struct workload
{
  size_t   n;
  int64_t *columns[WORKLOAD_COLUMNS]; /* amounts in fen, counts, conditions */
  uint8_t *bitmaps[WORKLOAD_COLUMNS]; /* 1 for a cell that is there, the lowest bit of a byte first */
} workload;

void workload_init (workload *self, workload_kind kind, size_t n, uint64_t seed);
void workload_clear (workload *self);
/* The columns in the order of a plan's inputs. */
void workload_describe (const workload *self, const pe_batch_plan *plan, pe_batch_column out[WORKLOAD_COLUMNS]);

/* What the rules give for a unit, in hundredths of a point and in 128-bit integers: written from the rules alone, to be held
 * against the library. points: WORKLOAD_NODES of them, the total, then each group before its leaves. */
void workload_score (const workload *self, size_t unit, int64_t *points, uint8_t *states, int32_t *grade);
