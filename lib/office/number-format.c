/* number-format.c - what a cell's number format makes a person see
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "number-format-private.h"

#include <string.h>

static const pe_number_format general = { PE_FORMAT_NUMBER, -1, 0, PE_UNIT_NONE };

/* A code being gone through. Of several sections, the one for positive numbers counts. */
typedef struct
{
  const char *at;
  int32_t     behind;      /* digits behind a point; -1 before one */
  int32_t     behind_mark; /* digits behind a point that is only a text, which moves the number: 0!.0, */
  int32_t     commas;      /* behind the last digit so far: each divides by a thousand */
  gboolean    has_digit;
  gboolean    has_day; /* y, m, d */
  gboolean    has_minutes;
  gboolean    has_clock; /* h, s */
  gboolean    has_percent;
  char        shown[64]; /* what stands beside the number */
  size_t      n_shown;
} scanner;

static void
show (scanner *self, char c)
{
  if (self->n_shown + 1 < sizeof self->shown)
    self->shown[self->n_shown++] = c;
}

static void
take_text (scanner *self, const char *text, size_t length)
{
  if (length == 1 && text[0] == '.' && self->has_digit && self->behind < 0)
    {
      self->behind_mark = MAX (self->behind_mark, 0);
      return;
    }
  for (size_t i = 0; i < length; i++)
    show (self, text[i]);
}

static size_t
character_length (const char *text)
{
  size_t n = text[0] != '\0' ? 1 : 0;

  while (n > 0 && ((guchar) text[n] & 0xC0) == 0x80)
    n++;
  return n;
}

static void
take_digit (scanner *self)
{
  self->has_digit = TRUE;
  self->commas = 0;
  if (self->behind >= 0)
    self->behind++;
  else if (self->behind_mark >= 0)
    self->behind_mark++;
}

/* Quoted and escaped texts, widths and colours; FALSE when there is none here. */
static gboolean
take_decoration (scanner *self)
{
  const char  c = *self->at;
  const char *end;

  if (c == '"')
    {
      end = strchr (self->at + 1, '"');
      end = end != NULL ? end : self->at + strlen (self->at);
      take_text (self, self->at + 1, (size_t) (end - self->at - 1));
      self->at = *end != '\0' ? end + 1 : end;
      return TRUE;
    }
  if (c == '[')
    {
      end = strchr (self->at, ']');
      /* [h]: a span of time, and no date. */
      self->has_clock |= strchr ("hHsS", self->at[1]) != NULL && self->at[1] != '\0';
      self->at = end != NULL ? end + 1 : self->at + strlen (self->at);
      return TRUE;
    }
  if (c == '\\' || c == '!' || c == '_' || c == '*')
    {
      const size_t length = character_length (self->at + 1);

      if (c == '\\' || c == '!')
        take_text (self, self->at + 1, length);
      self->at += 1 + length;
      return TRUE;
    }
  return FALSE;
}

static void
take_plain (scanner *self)
{
  const char c = *self->at++;

  if (strchr ("0#?", c) != NULL)
    take_digit (self);
  else if (c == '.' && self->has_digit)
    self->behind = MAX (self->behind, 0);
  else if (c == ',')
    self->commas++;
  else if (c == '%')
    self->has_percent = TRUE;
  else if ((c == 'E' || c == 'e') && (*self->at == '+' || *self->at == '-'))
    self->at += 1 + strspn (self->at + 1, "0#?");
  else if (strchr ("yYdD", c) != NULL)
    self->has_day = TRUE;
  else if (c == 'm' || c == 'M')
    self->has_minutes = TRUE;
  else if (strchr ("hHsS", c) != NULL)
    self->has_clock = TRUE;
  else if ((guchar) c >= 0x80)
    show (self, c);
}

static pe_unit
unit_of (const scanner *self)
{
  static const struct
  {
    const char *word;
    pe_unit     unit;
  } words[] = {
    { "亿", PE_UNIT_YI_YUAN }, { "万", PE_UNIT_WAN_YUAN }, { "元", PE_UNIT_YUAN },
    { "%", PE_UNIT_PERCENT },  { "‰", PE_UNIT_PERMILLE },
  };

  if (self->has_percent)
    return PE_UNIT_PERCENT;
  for (size_t i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (self->shown, words[i].word) != NULL)
      return words[i].unit;
  return PE_UNIT_NONE;
}

pe_number_format
pe_number_format_parse (const char *code)
{
  scanner          self = { code, -1, -1, 0, FALSE, FALSE, FALSE, FALSE, FALSE, "", 0 };
  pe_number_format format = general;

  if (g_ascii_strncasecmp (code, "general", 7) == 0)
    return general;
  while (*self.at != '\0' && *self.at != ';')
    if (!take_decoration (&self))
      take_plain (&self);
  self.shown[self.n_shown] = '\0';
  if (!self.has_digit)
    {
      /* m alone is a month, beside h or s it is minutes. */
      if (self.has_day || (self.has_minutes && !self.has_clock))
        format.kind = PE_FORMAT_DATE;
      return format;
    }
  format.places = MAX (MAX (self.behind, self.behind_mark), 0);
  format.shift = (self.has_percent ? 2 : 0) - 3 * self.commas - MAX (self.behind_mark, 0);
  format.unit = unit_of (&self);
  return format;
}

pe_number_format
pe_number_format_builtin (uint32_t number)
{
  static const char *const codes[] = {
    "General", "0", "0.00", "#,##0", "#,##0.00", "General", "General", "General", "General", "0%", "0.00%", "0.00E+00",
  };

  if (number < G_N_ELEMENTS (codes))
    return pe_number_format_parse (codes[number]);
  /* 14 to 17 and 22 are dates everywhere, 27 to 31, 36, 50 to 54, 57 and 58 in East Asia. */
  if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36
      || (number >= 50 && number <= 54) || number == 57 || number == 58)
    return pe_number_format_parse ("yyyy-mm-dd");
  if (number == 37 || number == 38)
    return pe_number_format_parse ("#,##0");
  if (number == 39 || number == 40 || number == 43 || number == 44)
    return pe_number_format_parse ("#,##0.00");
  return general;
}

/* Numbers as text, digit by digit: a double would have to be made of them and unmade again. */

#define DIGITS_MAX 15 /* that a spreadsheet shows */
#define EXPONENT_MAX 308

typedef struct
{
  gboolean negative;
  char     digits[DIGITS_MAX]; /* 1 to 9 first; n 0 is zero */
  int32_t  n;
  int32_t  point; /* how many digits stand before the point; may be negative, or more than n */
} stored_number;

static gboolean
read_exponent (const char *text, size_t length, size_t i, int32_t *out)
{
  gboolean negative = FALSE;

  *out = 0;
  if (i == length)
    return TRUE;
  if (text[i++] != 'E' && text[i - 1] != 'e')
    return FALSE;
  if (i < length && (text[i] == '-' || text[i] == '+'))
    negative = text[i++] == '-';
  if (i == length || length - i > 4)
    return FALSE;
  for (; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      *out = *out * 10 + (text[i] - '0');
    else
      return FALSE;
  *out = negative ? -*out : *out;
  return TRUE;
}

/* One more in the last digit: 999 becomes 1 with a point one further. */
static void
round_up (stored_number *self)
{
  int32_t i = self->n - 1;

  while (i >= 0 && self->digits[i] == '9')
    i--;
  if (i < 0)
    {
      self->digits[0] = '1';
      self->n = 1;
      self->point++;
      return;
    }
  self->digits[i]++;
  self->n = i + 1;
}

/* Half up, as a spreadsheet does. */
static gboolean
read_digits (stored_number *self, const char *text, size_t length, size_t *end, gboolean *rounded)
{
  size_t   i = *end;
  gboolean seen_point = FALSE, any = FALSE, up = FALSE;

  for (; i < length && (g_ascii_isdigit (text[i]) || (text[i] == '.' && !seen_point)); i++)
    {
      if (text[i] == '.')
        {
          seen_point = TRUE;
          continue;
        }
      any = TRUE;
      if (self->n == 0 && text[i] == '0')
        {
          self->point -= seen_point;
          continue;
        }
      self->point += !seen_point;
      if (self->n < DIGITS_MAX)
        self->digits[self->n++] = text[i];
      else if (!*rounded)
        {
          *rounded = TRUE;
          up = text[i] >= '5';
        }
    }
  if (up)
    round_up (self);
  while (self->n > 0 && self->digits[self->n - 1] == '0')
    self->n--;
  *end = i;
  return any;
}

static gboolean
read_number (stored_number *self, const char *text, size_t length, gboolean *rounded)
{
  size_t  i = 0;
  int32_t exponent;

  memset (self, 0, sizeof *self);
  *rounded = FALSE;
  if (length > 0 && (text[0] == '-' || text[0] == '+'))
    self->negative = text[i++] == '-';
  if (!read_digits (self, text, length, &i, rounded) || !read_exponent (text, length, i, &exponent))
    return FALSE;
  self->point += exponent;
  return self->n == 0 || (self->point <= EXPONENT_MAX + 1 && self->point >= -EXPONENT_MAX);
}

static void
add (pe_vector *out, char c, pe_status *status)
{
  if (*status == PE_OK)
    *status = pe_vector_push (out, &c);
}

gboolean
pe_stored_number_print (pe_vector *out, const char *text, size_t length, const pe_number_format *format,
                        gboolean *rounded, pe_status *status)
{
  stored_number number;
  int32_t       places;

  if (!read_number (&number, text, length, rounded))
    return FALSE;
  number.point = number.n > 0 ? number.point + format->shift : 1;
  places = MAX (MAX (number.n - number.point, format->places), 0);
  if (number.negative && number.n > 0)
    add (out, '-', status);
  if (number.point <= 0)
    add (out, '0', status);
  for (int32_t i = 0; i < number.point; i++)
    add (out, i < number.n ? number.digits[i] : '0', status);
  if (places > 0)
    add (out, '.', status);
  for (int32_t i = number.point; i < number.point + places; i++)
    add (out, i >= 0 && i < number.n ? number.digits[i] : '0', status);
  return TRUE;
}

/* Dates */

/* Whole days and the seconds of the rest, rounded, of a number that is not negative. */
static gboolean
read_days (const char *text, size_t length, int64_t *days, int32_t *seconds)
{
  stored_number number;
  gboolean      rounded;
  int64_t       whole = 0, part = 0, unit = 1;

  if (!read_number (&number, text, length, &rounded) || (number.negative && number.n > 0) || number.point > 8)
    return FALSE;
  for (int32_t i = 0; i < number.point; i++)
    whole = whole * 10 + (i < number.n ? number.digits[i] - '0' : 0);
  for (int32_t i = number.point; number.n > 0 && unit < G_GINT64_CONSTANT (1000000000000); i++, unit *= 10)
    part = part * 10 + (i >= 0 && i < number.n ? number.digits[i] - '0' : 0);
  *seconds = (int32_t) ((part * 86400 + unit / 2) / unit);
  *days = whole + *seconds / 86400;
  *seconds %= 86400;
  return TRUE;
}

static void
add_padded (pe_vector *out, int32_t number, int32_t width, pe_status *status)
{
  int32_t unit = 1;

  while (--width > 0)
    unit *= 10;
  for (; unit > 0; unit /= 10)
    add (out, (char) ('0' + number / unit % 10), status);
}

/* Days since 0000-03-01 to a day of the proleptic Gregorian calendar: 400 years are 146,097 days, and a leap day is the
 * last of the year when years begin in March. */
static void
add_day (pe_vector *out, int64_t days, pe_status *status)
{
  const int64_t era = days / 146097, of_era = days % 146097;
  const int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int64_t of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month_from_march = (5 * of_year + 2) / 153;
  const int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;

  add_padded (out, (int32_t) (year_of_era + era * 400 + (month <= 2)), 4, status);
  add (out, '-', status);
  add_padded (out, (int32_t) month, 2, status);
  add (out, '-', status);
  add_padded (out, (int32_t) (of_year - (153 * month_from_march + 2) / 5 + 1), 2, status);
}

/* Days from 0000-03-01 to the days numbered 0. */
#define EPOCH_1900 693899 /* 1899-12-30 */
#define EPOCH_1904 695361 /* 1904-01-01 */
#define LAST_DAY 3652364  /* 9999-12-31 */
#define NO_SUCH_DAY 60    /* 1900-02-29 */

gboolean
pe_stored_date_print (pe_vector *out, const char *text, size_t length, gboolean since_1904, pe_status *status)
{
  int64_t days;
  int32_t seconds;

  if (!read_days (text, length, &days, &seconds))
    return FALSE;
  if (!since_1904 && (days == NO_SUCH_DAY || days == 0))
    return FALSE;
  /* Before the day that is none the count is one behind. */
  days += since_1904 ? EPOCH_1904 : EPOCH_1900 + (days < NO_SUCH_DAY);
  if (days > LAST_DAY)
    return FALSE;
  add_day (out, days, status);
  if (seconds == 0)
    return TRUE;
  add (out, ' ', status);
  add_padded (out, seconds / 3600, 2, status);
  add (out, ':', status);
  add_padded (out, seconds / 60 % 60, 2, status);
  add (out, ':', status);
  add_padded (out, seconds % 60, 2, status);
  return TRUE;
}
