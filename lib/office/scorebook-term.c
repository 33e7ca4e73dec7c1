/* scorebook-term.c - a formula of a spreadsheet together with its exact value
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scorebook-term-private.h"

#include <perfeval/text.h>
#include <string.h>

/* A longer formula is not one that a person reads, and no cell takes more than 8,192 characters. */
#define TEXT_MOST 4000
/* Products stay below 2^126, so that sums of two stay below 2^127. */
#define BITS_MOST 126
/* Binary numbers up to these are off by less than half of 10^-9 after a few steps. */
#define VALUE_MOST 100000
#define SCALED_MOST 1000000
#define DUST_PLACES "9"
#define SCALED_DUST_PLACES "7"
/* What is not equal has to differ by so much: ten times the dust. */
#define APART 100000000
#define SCALED_APART 1000000
#define EXACT_MOST (G_GINT64_CONSTANT (1) << 52)

static pe_int128
absolute (pe_int128 a)
{
  return a < 0 ? -a : a;
}

static int
count_bits (pe_int128 a)
{
  int n = 0;

  for (a = absolute (a); a > 0; a >>= 1)
    n++;
  return n;
}

static gboolean
multiply (pe_int128 *out, pe_int128 a, pe_int128 b)
{
  if (count_bits (a) + count_bits (b) > BITS_MOST)
    return FALSE;
  *out = a * b;
  return TRUE;
}

static pe_int128
power_of_ten (int32_t exponent)
{
  pe_int128 power = 1;

  for (; exponent > 0; exponent--)
    power *= 10;
  return power;
}

pe_scorebook_term
pe_term_refuse (void)
{
  return (pe_scorebook_term) { NULL, FALSE, 0, 1 };
}

void
pe_term_clear (pe_scorebook_term *self)
{
  g_clear_pointer (&self->text, g_free);
}

pe_scorebook_term
pe_term_copy (const pe_scorebook_term *self)
{
  pe_scorebook_term copy = *self;

  copy.text = g_strdup (self->text);
  return copy;
}

gboolean
pe_term_is_refused (const pe_scorebook_term *self)
{
  return self->text == NULL;
}

/* Takes the text over; in lowest terms. */
static pe_scorebook_term
make (char *text, pe_int128 numerator, pe_int128 denominator)
{
  pe_int128 a = absolute (numerator), b = absolute (denominator);

  if (text == NULL || denominator == 0 || strlen (text) > TEXT_MOST)
    {
      g_free (text);
      return pe_term_refuse ();
    }
  while (b != 0)
    {
      const pe_int128 rest = a % b;

      a = b;
      b = rest;
    }
  if (denominator < 0)
    a = -a;
  return (pe_scorebook_term) { text, FALSE, numerator / a, denominator / a };
}

pe_scorebook_term
pe_term_of_cell (const char *text, const pe_decimal *decimal)
{
  pe_scorebook_term term = make (g_strdup (text), decimal->coefficient, power_of_ten (decimal->scale));

  term.is_cell = TRUE;
  return term;
}

pe_scorebook_term
pe_term_of_decimal (const pe_decimal *decimal)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  if (pe_decimal_print (text, sizeof text, decimal, NULL) != PE_OK)
    return pe_term_refuse ();
  if (decimal->coefficient >= 0)
    return pe_term_of_cell (text, decimal);
  {
    char             *braced = g_strconcat ("(", text, ")", NULL);
    pe_scorebook_term term = pe_term_of_cell (braced, decimal);

    g_free (braced);
    return term;
  }
}

pe_scorebook_term
pe_term_of_integer (int64_t number)
{
  const pe_decimal decimal = { number, 0, 0 };

  return pe_term_of_decimal (&decimal);
}

/* FALSE beyond BITS_MOST bits. */
static gboolean
parse (pe_int128 *out, const char *text)
{
  const gboolean negative = text[0] == '-';

  *out = 0;
  for (text += negative; *text != '\0'; text++)
    {
      if (!multiply (out, *out, 10))
        return FALSE;
      *out += *text - '0';
    }
  if (negative)
    *out = -*out;
  return TRUE;
}

/* PE_OK, PE_ERROR_OVERFLOW where it is too long, or PE_ERROR_NO_MEMORY. */
static pe_status
read_ratio (const pe_ratio *ratio, pe_int128 *numerator, pe_int128 *denominator)
{
  pe_text  *above = NULL, *below = NULL;
  pe_status status = pe_ratio_print_numerator (&above, ratio, NULL);

  if (status == PE_OK)
    status = pe_ratio_print_denominator (&below, ratio, NULL);
  if (status == PE_OK)
    status = parse (numerator, pe_text_get_data (above)) && parse (denominator, pe_text_get_data (below))
                 ? PE_OK
                 : PE_ERROR_OVERFLOW;
  pe_text_unref (above);
  pe_text_unref (below);
  return status;
}

pe_status
pe_term_of_ratio (pe_scorebook_term *out, const char *text, const pe_ratio *ratio)
{
  pe_int128 numerator, denominator;
  pe_status status = read_ratio (ratio, &numerator, &denominator);

  *out = status == PE_OK ? make (g_strdup (text), numerator, denominator) : pe_term_refuse ();
  return status;
}

pe_status
pe_term_is_ratio (gboolean *out, const pe_scorebook_term *self, const pe_ratio *ratio)
{
  pe_int128 numerator, denominator;
  pe_status status = self->text != NULL ? read_ratio (ratio, &numerator, &denominator) : PE_ERROR_OVERFLOW;

  *out = status == PE_OK && numerator == self->numerator && denominator == self->denominator;
  return status;
}

/* "(a+b)"; NULL where one was refused. Takes both over. */
static char *
join (const char *before, pe_scorebook_term *a, const char *between, pe_scorebook_term *b, const char *after)
{
  char *text = a->text != NULL && b->text != NULL ? g_strconcat (before, a->text, between, b->text, after, NULL) : NULL;

  pe_term_clear (a);
  pe_term_clear (b);
  return text;
}

static pe_scorebook_term
sum (pe_scorebook_term a, pe_scorebook_term b, int sign, const char *between)
{
  pe_int128 left, right, below;
  char     *text = join ("(", &a, between, &b, ")");

  if (!multiply (&left, a.numerator, b.denominator) || !multiply (&right, b.numerator, a.denominator)
      || !multiply (&below, a.denominator, b.denominator))
    g_clear_pointer (&text, g_free);
  return text != NULL ? make (text, left + sign * right, below) : pe_term_refuse ();
}

pe_scorebook_term
pe_term_add (pe_scorebook_term a, pe_scorebook_term b)
{
  return sum (a, b, 1, "+");
}

pe_scorebook_term
pe_term_subtract (pe_scorebook_term a, pe_scorebook_term b)
{
  return sum (a, b, -1, "-");
}

pe_scorebook_term
pe_term_multiply (pe_scorebook_term a, pe_scorebook_term b)
{
  pe_int128 above, below;
  char     *text = join ("", &a, "*", &b, "");

  if (!multiply (&above, a.numerator, b.numerator) || !multiply (&below, a.denominator, b.denominator))
    g_clear_pointer (&text, g_free);
  return text != NULL ? make (text, above, below) : pe_term_refuse ();
}

pe_scorebook_term
pe_term_divide (pe_scorebook_term a, pe_scorebook_term b)
{
  pe_int128 above, below;
  char     *text = b.is_cell ? join ("(", &a, "/", &b, ")") : join ("(", &a, "/(", &b, "))");

  if (b.numerator == 0 || !multiply (&above, a.numerator, b.denominator)
      || !multiply (&below, a.denominator, b.numerator))
    g_clear_pointer (&text, g_free);
  return text != NULL ? make (text, above, below) : pe_term_refuse ();
}

int
pe_term_compare_values (const pe_scorebook_term *a, const pe_scorebook_term *b)
{
  pe_int128 left, right;

  /* Beyond the bits: nobody asks, since what is compared was refused before. */
  if (!multiply (&left, a->numerator, b->denominator) || !multiply (&right, b->numerator, a->denominator))
    return 0;
  return left < right ? -1 : left > right;
}

gboolean
pe_term_get_shown (const pe_scorebook_term *self, pe_decimal *out)
{
  pe_int128 scaled;

  if (self->text == NULL || absolute (self->numerator) / self->denominator >= SCALED_MOST
      || !multiply (&scaled, self->numerator, power_of_ten (9)))
    return FALSE;
  *out = (pe_decimal) { (int64_t) (scaled / self->denominator), 9, 0 };
  return TRUE;
}

static pe_scorebook_term
pick (pe_scorebook_term a, pe_scorebook_term b, int sign, const char *name)
{
  const pe_scorebook_term chosen = pe_term_compare_values (&a, &b) * sign <= 0 ? a : b;
  char                   *before = g_strconcat (name, "(", NULL), *text = join (before, &a, ",", &b, ")");

  g_free (before);
  return text != NULL ? make (text, chosen.numerator, chosen.denominator) : pe_term_refuse ();
}

pe_scorebook_term
pe_term_min (pe_scorebook_term a, pe_scorebook_term b)
{
  return pick (a, b, 1, "MIN");
}

pe_scorebook_term
pe_term_max (pe_scorebook_term a, pe_scorebook_term b)
{
  return pick (a, b, -1, "MAX");
}

/* "NAME(a)" with another value. */
static pe_scorebook_term
wrap (pe_scorebook_term a, const char *before, const char *after, pe_int128 numerator, pe_int128 denominator)
{
  char *text = a.text != NULL ? g_strconcat (before, a.text, after, NULL) : NULL;

  pe_term_clear (&a);
  return text != NULL ? make (text, numerator, denominator) : pe_term_refuse ();
}

pe_scorebook_term
pe_term_absolute (pe_scorebook_term a)
{
  return wrap (a, "ABS(", ")", absolute (a.numerator), a.denominator);
}

static pe_int128
floor_of (pe_int128 a, pe_int128 b)
{
  return a / b - (a % b < 0);
}

/* Whether a / b is the whole number k, or far enough from every one: 1 / apart at the least, and not too large. */
static gboolean
is_clear_of_whole (pe_int128 a, pe_int128 b, pe_int128 most, pe_int128 apart)
{
  const pe_int128 rest = a - floor_of (a, b) * b;
  pe_int128       scaled;

  if (absolute (a) / b > most)
    return FALSE;
  return rest == 0 || (multiply (&scaled, MIN (rest, b - rest), apart) && scaled >= b);
}

static pe_scorebook_term
refuse (pe_scorebook_term a)
{
  pe_term_clear (&a);
  return pe_term_refuse ();
}

pe_scorebook_term
pe_term_floor (pe_scorebook_term a)
{
  if (!is_clear_of_whole (a.numerator, a.denominator, VALUE_MOST, APART))
    return refuse (a);
  return wrap (a, "INT(ROUND(", "," DUST_PLACES "))", floor_of (a.numerator, a.denominator), 1);
}

pe_scorebook_term
pe_term_ceiling (pe_scorebook_term a)
{
  if (!is_clear_of_whole (a.numerator, a.denominator, VALUE_MOST, APART))
    return refuse (a);
  return wrap (a, "(-INT(-ROUND(", "," DUST_PLACES ")))", -floor_of (-a.numerator, a.denominator), 1);
}

/* "100*" and "/100"; nothing for no places. */
static char *
print_power (const char *before, int32_t places, const char *after)
{
  const pe_decimal power = { (int64_t) power_of_ten (places), 0, 0 };
  char             text[PE_DECIMAL_PRINT_SIZE];

  pe_decimal_print (text, sizeof text, &power, NULL);
  return places == 0 ? g_strdup ("") : g_strconcat (before, text, after, NULL);
}

/* The sheet first takes the dust off, then meets a tie as what it is: k + 1/2 is a binary number. */
pe_scorebook_term
pe_term_round (pe_scorebook_term a, int32_t places)
{
  pe_int128         scaled, twice, whole;
  char             *times, *by, *before, *after;
  pe_scorebook_term result;

  if (places > 9 || !multiply (&scaled, a.numerator, power_of_ten (places)) || !multiply (&twice, scaled, 2)
      || absolute (scaled) / a.denominator > SCALED_MOST
      || !is_clear_of_whole (twice, a.denominator, 2 * SCALED_MOST, SCALED_APART))
    return refuse (a);
  whole = floor_of (2 * absolute (scaled) + a.denominator, 2 * a.denominator);
  times = print_power ("", places, "*");
  by = print_power ("/", places, "");
  before = g_strconcat ("ROUND(ROUND(", times, NULL);
  after = g_strconcat ("," SCALED_DUST_PLACES "),0)", by, NULL);
  result = wrap (a, before, after, scaled < 0 ? -whole : whole, power_of_ten (places));
  g_free (times);
  g_free (by);
  g_free (before);
  g_free (after);
  return result;
}

pe_scorebook_term
pe_term_tidy (pe_scorebook_term a)
{
  if (power_of_ten (9) % a.denominator != 0 || absolute (a.numerator) / a.denominator > VALUE_MOST)
    return refuse (a);
  return wrap (a, "ROUND(", "," DUST_PLACES ")", a.numerator, a.denominator);
}

/* Conditions */

static gboolean
stands (int compared, const char *op)
{
  if (op[0] == '=')
    return compared == 0;
  if (compared == 0)
    return op[1] == '=';
  return op[0] == '<' ? compared < 0 : compared > 0;
}

/* Cells are compared as they stand: two decimals that differ are two binary numbers that differ, in the same order. What was
 * calculated is compared by a difference without dust. */
pe_condition
pe_term_compare (pe_scorebook_term a, const char *op, pe_scorebook_term b)
{
  const gboolean    holds = stands (pe_term_compare_values (&a, &b), op), plain = a.is_cell && b.is_cell;
  pe_scorebook_term difference;
  char             *text;

  if (plain)
    return (pe_condition) { join ("", &a, op, &b, ""), holds };
  difference = pe_term_subtract (a, b);
  if (difference.text == NULL
      || (difference.numerator != 0 && absolute (difference.numerator) / difference.denominator == 0
          && !is_clear_of_whole (difference.numerator, difference.denominator, VALUE_MOST, APART))
      || absolute (difference.numerator) / difference.denominator > VALUE_MOST)
    {
      pe_term_clear (&difference);
      return (pe_condition) { NULL, FALSE };
    }
  text = g_strconcat ("ROUND(", difference.text, "," DUST_PLACES ")", op, "0", NULL);
  pe_term_clear (&difference);
  return (pe_condition) { text, holds };
}

pe_condition
pe_condition_and (pe_condition a, pe_condition b)
{
  pe_condition both = { NULL, a.holds && b.holds };

  if (a.text != NULL && b.text != NULL)
    both.text = g_strconcat ("AND(", a.text, ",", b.text, ")", NULL);
  g_free (a.text);
  g_free (b.text);
  return both;
}

pe_scorebook_term
pe_term_if (pe_condition condition, pe_scorebook_term then, pe_scorebook_term otherwise)
{
  const pe_scorebook_term chosen = condition.holds ? then : otherwise;
  char                   *before = condition.text != NULL ? g_strconcat ("IF(", condition.text, ",", NULL) : NULL;
  char                   *text = join (before != NULL ? before : "", &then, ",", &otherwise, ")");

  if (before == NULL)
    g_clear_pointer (&text, g_free);
  g_free (before);
  g_free (condition.text);
  return text != NULL ? make (text, chosen.numerator, chosen.denominator) : pe_term_refuse ();
}

/* Shares */

/* The least power of ten that makes both whole, with room for places that a person may type. */
static gboolean
choose_scale (const pe_scorebook_term *full, const pe_scorebook_term *part, const pe_scorebook_term *whole,
              int32_t places, int32_t *scale)
{
  for (*scale = 6; *scale >= 0; --*scale)
    {
      const pe_int128 power = power_of_ten (*scale);
      pe_int128       below, product, marks;

      if (power % part->denominator != 0 || power % whole->denominator != 0)
        return FALSE;
      if (power_of_ten (places) % full->denominator != 0)
        return FALSE;
      marks = full->numerator * (power_of_ten (places) / full->denominator);
      if (multiply (&below, whole->numerator, power / whole->denominator) && multiply (&product, marks, below)
          && product < EXACT_MOST)
        return TRUE;
    }
  return FALSE;
}

static char *
print_whole (const pe_scorebook_term *term, int32_t scale)
{
  char *power = print_power ("*", scale, ""), *text = g_strconcat ("ROUND(", term->text, power, ",0)", NULL);

  g_free (power);
  return text;
}

pe_scorebook_term
pe_term_round_share (const pe_scorebook_term *full, const pe_scorebook_term *part, const pe_scorebook_term *whole,
                     int32_t places)
{
  int32_t           scale = 0;
  pe_int128         above, below, points;
  char             *a, *t, *w, *by, *text;
  pe_scorebook_term capped = pe_term_compare_values (part, whole) > 0 ? *whole : *part;

  if (full->text == NULL || part->text == NULL || whole->text == NULL || !part->is_cell || !whole->is_cell || places > 6
      || part->numerator < 0 || whole->numerator <= 0 || full->numerator <= 0
      || !choose_scale (full, part, whole, places, &scale))
    return pe_term_refuse ();
  above = full->numerator * (power_of_ten (places) / full->denominator) * capped.numerator
          * (power_of_ten (scale) / capped.denominator);
  below = whole->numerator * (power_of_ten (scale) / whole->denominator);
  points = floor_of (2 * above + below, 2 * below);
  a = print_whole (part, scale);
  t = print_whole (whole, scale);
  w = print_whole (full, places);
  by = print_power ("/", places, "");
  text = g_strconcat ("ROUND(", w, "*MIN(", a, ",", t, ")/", t, ",0)", by, NULL);
  g_free (a);
  g_free (t);
  g_free (w);
  g_free (by);
  return make (text, points, power_of_ten (places));
}
