/* pairs.h - random rulebooks and units, scored by pe_evaluate() and by a batch
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/perfeval.h>

/* A generator of numbers that is the same everywhere: splitmix64. */
typedef struct dice
{
  uint64_t state;
} dice;

uint64_t dice_roll (dice *self);
/* 0 to n - 1 */
uint64_t dice_below (dice *self, uint64_t n);
/* A number with its lowest digits, in binary, cut off: from least to least + n - 1 of them. */
uint64_t dice_roll_length (dice *self, uint64_t least, uint64_t n);
/* TRUE in so many of a hundred. */
gboolean dice_strikes (dice *self, uint32_t percent);
/* One of the words of a blank-separated list; a newly allocated string. */
char *dice_choose (dice *self, const char *words);

/* What the figures of a leaf are. */
typedef enum
{
  FIGURES_BARE,
  FIGURES_MONEY,
  FIGURES_PERCENT,
  FIGURES_COUNT,
  N_FIGURES
} figures;

/* A formula that gives a number, and the rest of a rule that is a decision table, inside a text of JSON (random-formula.c). */
#define RANDOM_TYPES "\"types\":{\"s\":\"string\",\"u\":\"string\",\"t\":\"boolean\",\"d\":\"date\"}"
void put_random_number (GString *text, dice *roll, int depth);
void put_random_truth (GString *text, dice *roll, int depth);
void put_random_table (GString *text, dice *roll, int64_t marks);

/* A rulebook of one leaf, 1.1 of ten points: what it has beside its code, name and marks, as JSON. */
pe_rulebook *read_leaf (const char *leaf);

#define MOST_LEAVES 12
#define MOST_INPUTS 96

/* A rulebook made up of one number. */
typedef struct random_scheme
{
  pe_rulebook *rulebook;
  figures      figures[MOST_LEAVES * 2]; /* by indicator */
  gboolean     has_powers;               /* roots are powers too */
} random_scheme;

void random_scheme_init (random_scheme *self, dice *roll);
void random_scheme_clear (random_scheme *self);

/* Columns for a plan of it, with n units. */
typedef struct random_columns
{
  size_t          n_inputs;
  size_t          n_units;
  pe_batch_input  inputs[MOST_INPUTS];
  pe_batch_column columns[MOST_INPUTS];
  int64_t        *numbers[MOST_INPUTS];
  uint8_t        *validity[MOST_INPUTS];
  uint8_t        *states[MOST_INPUTS];
} random_columns;

void random_columns_init (random_columns *self, const random_scheme *scheme, const pe_batch_plan *plan, size_t n,
                          dice *roll);
void random_columns_clear (random_columns *self);
/* The dossier that says what a unit's cells say. */
pe_dossier *random_columns_build_dossier (const random_columns *self, size_t unit);

/* What a batch writes, with room for everything. */
typedef struct all_results
{
  pe_batch_output *outputs;
  size_t           n_nodes;
  size_t           n_units;
  int32_t         *grades;
  int32_t         *statuses;
  pe_batch_results results;
} all_results;

void all_results_init (all_results *self, const pe_batch_plan *plan, size_t n);
void all_results_clear (all_results *self);
/* TRUE when both hold the same bytes. */
gboolean all_results_equal (const all_results *a, const all_results *b);

/* A unit of a batch. */
typedef struct pair
{
  uint64_t              seed; /* of its rulebook, for messages */
  const pe_batch_plan  *plan;
  const random_columns *columns;
  const all_results    *results;
  size_t                unit;
  const pe_limits      *limits; /* nullable: those of pe_evaluate() */
} pair;

/* Scores it by pe_evaluate() too, and counts it where that gives points. Fails the test at a difference. */
void pair_compare (const pair *self, size_t *n_scored);
/* Scores units of the rulebook of a seed both ways; returns how many were compared. Fails the test at a difference. */
size_t compare_pairs (uint64_t seed, size_t n_units, size_t *n_scored);
