/* dectest.h - reads the test cases of the General Decimal Arithmetic specification (*.decTest)
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/decimal.h>

#define DECTEST_MAX_OPERANDS 3

/* One case, with the directives in force where it stands. Everything lives as long as the call. */
typedef struct dectest_case
{
  const char *file;
  const char *id;
  const char *operation; /* in lower case */
  const char *operands[DECTEST_MAX_OPERANDS];
  size_t      n_operands;
  const char *result;
  const char *conditions; /* in lower case, each with a blank before and behind it */
  int32_t     precision;
  pe_rounding rounding; /* 0: a mode that pe_rounding does not have */
} dectest_case;

typedef void (*dectest_function) (const dectest_case *c, void *data);

/* Calls for each case of each file of a directory, in the order of the names. How many files were read. */
size_t dectest_read_directory (const char *directory, dectest_function function, void *data);

gboolean dectest_has_condition (const dectest_case *c, const char *condition);

/* A finite number, taken apart: digits * 10^exponent. */
typedef struct dectest_number
{
  gboolean negative;
  char    *digits;   /* without leading zeros, "0" for zero */
  int64_t  exponent; /* saturated */
} dectest_number;

/* FALSE for what is no finite number; else free with dectest_number_clear(). */
gboolean dectest_number_read (dectest_number *out, const char *text);
void     dectest_number_clear (dectest_number *self);
/* Without an exponent, "-0.0012"; NULL when that would take more than 200 characters. Free with g_free(). */
char *dectest_number_print (const dectest_number *self);

/* How many cases were skipped, by kind. */
typedef struct
{
  GHashTable *skipped; /* of size_t */
  size_t      run;
  size_t      wrong;
  size_t      zero_signs; /* run, but the sign of the zero that comes out is not compared */
} dectest_tally;

void dectest_tally_skip (dectest_tally *self, const char *kind);
/* found: what came out, for the message when it is not right */
void dectest_tally_case (dectest_tally *self, const dectest_case *c, gboolean right, const char *found);

/* The kind of what neither a decimal nor a rational has; NULL when there is nothing of it in the case. */
const char *dectest_find_obstacle (const dectest_case *c);
/* Of a finite number, within 32 bits. */
int32_t dectest_get_exponent (const char *text);

/* Runs one case and counts it; data is a dectest_tally. */
void dectest_on_rational (const dectest_case *c, void *data);
void dectest_at_door (const dectest_case *c, void *data);
