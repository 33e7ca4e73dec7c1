/* expression-work.c - the steps that long numbers, texts and lists take
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

#include <string.h>

#include "../base/rational-big-private.h"

/* A step is about what two short numbers take to be added. What long ones take grows with their length, and as far as
 * schoolbook multiplication goes, which is about this many times the next length, with its square. */
#define WORD_BITS 64
#define SQUARE_WORDS 128
#define MOST_SQUARES 16
/* What is taken for numbers that need memory, and for a root, however short they are. */
#define MEMORY_STEPS 8
#define ROOT_STEPS 16
/* Bytes of a text that are looked at, and words of a number that are copied, in a step. */
#define BYTES_A_STEP 256
#define WORDS_A_STEP 32

uint64_t
pe_bits_weigh (uint64_t bits)
{
  const uint64_t words = bits / WORD_BITS;

  if (bits <= PE_RATIONAL_SMALL_BITS)
    return 0;
  return MEMORY_STEPS + words * (1 + MIN (words / SQUARE_WORDS, MOST_SQUARES));
}

uint64_t
pe_number_weigh (const pe_rational *a, const pe_rational *b)
{
  if (!a->big && !b->big)
    return 0;
  return pe_bits_weigh (MAX (pe_big_get_bits (a), pe_big_get_bits (b)));
}

/* How many bits stand under the root, or in the result where there is none, at most; too many are refused before they are
 * calculated. */
static uint64_t
count_power_bits (const pe_rational *base, mpq_srcptr exponent, uint64_t most)
{
  const uint64_t degree = mpz_fits_ulong_p (mpq_denref (exponent)) ? mpz_get_ui (mpq_denref (exponent)) : most;
  const uint64_t power = mpz_sizeinbase (mpq_numref (exponent), 2) <= 32 ? mpz_get_ui (mpq_numref (exponent)) : most;
  const uint64_t drawn = degree > 1 ? 1 + pe_big_power_of_ten_bits (PE_EXPRESSION_ROOT_PLACES) : 0;

  if (pe_big_get_bits (base) == 1)
    return 1;
  return MIN (pe_big_get_bits (base) * MIN (power, most), most) + drawn * MIN (degree, most / (drawn + 1));
}

uint64_t
pe_power_weigh (const pe_rational *base, const pe_rational *exponent, uint32_t bits)
{
  const uint64_t most = pe_rational_is_integer (exponent) ? bits : (uint64_t) bits * PE_EXPRESSION_ROOT_BITS;
  mpq_t          value;
  uint64_t       found;

  mpq_init (value);
  pe_big_get (value, exponent);
  found = count_power_bits (base, value, most);
  mpq_clear (value);
  return pe_bits_weigh (MIN (found, most)) + (pe_rational_is_integer (exponent) ? 0 : ROOT_STEPS);
}

uint64_t
pe_length_weigh (size_t length)
{
  return length / BYTES_A_STEP;
}

uint64_t
pe_comparison_weigh (const pe_value *a, const pe_value *b)
{
  if (a->type.kind == PE_TYPE_STRING)
    return pe_length_weigh (strlen (a->text));
  return pe_number_weigh (&a->number, &b->number);
}

/* What is copied is a constant, what a symbol reads, or an item: the only lists among them are tables, whose records have no
 * numbers of their own. */
uint64_t
pe_copy_weigh (const pe_value *value)
{
  return value->items.size + (value->number.big ? pe_big_get_bits (&value->number) / (WORD_BITS * WORDS_A_STEP) : 0);
}
