/* lanes-private.h - a program and the columns of one run: what is done with whole numbers, lane by lane
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * A number of the program becomes whole numbers: numerator / denominator × 10^exponent, the exponent being one for all lanes.
 * It is never reduced, and divided only where it is rounded.
 *
 * THE PROOF THAT NOTHING OVERFLOWS. A number is loaded where it lies inside (-2^k, 2^k); elsewhere, and where the cell has no
 * value, the lane is marked and 0 is loaded. So every loaded number is below 2^k, in every lane, marked or not. From there
 * pe_lanes_new() carries a bound along: a register of n bits holds |x| < 2^n. A sum of numbers below 2^m and 2^n is below
 * 2^(max (m, n) + 1); a product below 2^(m + n); a choice below 2^max (m, n); a quotient that is rounded is at most its
 * numerator (the denominator being 1 or more), or, where the denominator is at least 2^d, below 2^(m - d) + 1; a root of a
 * number below 2^m is below 2^((m + 1) / 2). A
 * denominator is made 1 where it is 0, and such a lane is marked. A register of at most 63 bits is an int64_t, one of at most
 * 126 a 128-bit integer; a program that needs more is not bound to these columns, or with a smaller k. Nothing is therefore
 * checked while lanes are calculated. The points of a lane that is not marked are at most the full marks, and fit 64 bits
 * whatever the bound of their register is; those of other lanes may be cut off.
 *
 * Nothing rounds but where the rule does, so a lane that is not marked has the very number that the rule has.
 */
#pragma once

#include "column-private.h"
#include "program-private.h"

/* Units that go through the whole program before the next ones do: their registers stay in the processor's caches. */
#define PE_STRIP 256

/* The kinds of registers: by lane an int64_t, a 128-bit integer, or a pe_mark. A truth is a number, 0 or 1. */
typedef enum
{
  PE_LANE_NARROW,
  PE_LANE_WIDE,
  PE_LANE_MARK,
  PE_LANE_N_KINDS
} pe_lane_kind;

typedef enum
{
  PE_LANE_CONSTANT, /* out = number */
  PE_LANE_LOAD,     /* out = the cells, second = their marks */
  PE_LANE_WIDEN,    /* out = a, which is narrow */
  PE_LANE_SHORTEN,  /* out = the lower 64 bits of a, which is wide */
  PE_LANE_ADD,
  PE_LANE_SUBTRACT,
  PE_LANE_MULTIPLY,
  PE_LANE_MULTIPLY_WIDE, /* of two narrow ones */
  PE_LANE_ABSOLUTE,
  PE_LANE_SIGN,         /* out = b < 0 ? -a : a */
  PE_LANE_NOT_ZERO,     /* out = |a|, or 1 where that is 0 */
  PE_LANE_BELOW,        /* truths: a < b */
  PE_LANE_UP_TO,        /* a <= b */
  PE_LANE_SAME,         /* a == b */
  PE_LANE_SELECT,       /* out = a ? b : c; a is a truth */
  PE_LANE_DIVIDE,       /* out = a / b, rounded */
  PE_LANE_ROOT_DIVISOR, /* out = b where the root of a / b is rational, else 1 */
  PE_LANE_ROOT,         /* out = the root of a / b, times c, and the root of number: of wide ones (lanes-root.c) */
  PE_LANE_AND,          /* truths */
  PE_LANE_OR,
  PE_LANE_NOT,
  PE_LANE_IS_NULL,     /* truths: whether the mark a is no value */
  PE_LANE_MARK_JOIN,   /* marks: the greater of a and b */
  PE_LANE_MARK_ZERO,   /* the mark a; unknown where the number b is 0 */
  PE_LANE_MARK_DECIDE, /* of a truth a (mark c) and one b (mark d), of which one that is `number` decides */
  PE_LANE_MARK_SELECT, /* the mark a, and where that is a value, of the truth b, the mark c or d */
  PE_LANE_MARK_UNKNOWN /* the mark a where it is unknown, else a value */
} pe_lane_code;

/* Operands are registers until memory is given out, and offsets into it from then on. */
typedef struct pe_lane_instruction
{
  pe_lane_code     code;
  pe_lane_kind     kind; /* of the numbers that it works on */
  uint32_t         out;
  uint32_t         second;
  uint32_t         a;
  uint32_t         b;
  uint32_t         c;
  uint32_t         d;
  pe_int128        number;
  pe_rounding      rounding;
  pe_type_kind     type; /* of what is loaded */
  const pe_column *column;
  const int64_t   *words; /* of a column of texts: what each stands for; G_MININT64: none */
} pe_lane_instruction;

/* For one run; immutable once it is made. */
typedef struct pe_lanes
{
  pe_vector code;          /* of pe_lane_instruction */
  pe_vector words;         /* of int64_t *, owned */
  int32_t   bits;          /* the k of the proof */
  gboolean  keeps_missing; /* a cell that is missing is marked so, not unknown */
  size_t    size;          /* of the memory that a strip needs */
  uint32_t  points;        /* where it leaves them, at the places of the program */
  uint32_t  marks;
} pe_lanes;

/* *out is NULL where the columns do not suit the program. PE_OK or PE_ERROR_NO_MEMORY. The columns are borrowed. */
pe_status pe_lanes_new (pe_lanes **out, const pe_program *program, const pe_column *columns);
void      pe_lanes_free (pe_lanes *self); /* NULL does nothing */

/* Gives the registers of the code, of which there are as many as kinds, offsets into memory, where those that do not overlap in
 * time share it (lanes-memory.c). points and marks have to outlive the code. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_lanes_lay_out (pe_lanes *self, const pe_lane_kind *kinds, size_t n);

/* Makes the points and marks of n units, at most PE_STRIP, from one on, in memory of self->size bytes that is aligned to 64: for each
 * level of kernels (lanes-body-private.h). */
void pe_lanes_run_baseline (const pe_lanes *self, uint64_t first, size_t n, char *memory);
void pe_lanes_run_v3 (const pe_lanes *self, uint64_t first, size_t n, char *memory);
void pe_lanes_run_v4 (const pe_lanes *self, uint64_t first, size_t n, char *memory);

/* Roots, for every level alike (lanes-root.c). FALSE for an instruction that is none of these. */
gboolean pe_lanes_draw_roots (const pe_lane_instruction *instruction, size_t n, char *memory);

/* Cells (lanes-load.c) */

/* The whole numbers of the cells, in place or copied into room. */
const int64_t *pe_lanes_read (const pe_lane_instruction *load, uint64_t first, size_t n, int64_t *room);
/* Truths, days and texts from the cells, which may be the numbers themselves. */
void pe_lanes_translate (const pe_lane_instruction *load, const int64_t *cells, size_t n, int64_t *numbers,
                         uint8_t *marks);
/* Marks the cells that have no value, and makes their numbers 0. */
void pe_lanes_mask (const pe_lanes *self, const pe_lane_instruction *load, uint64_t first, size_t n, int64_t *numbers,
                    uint8_t *marks);
