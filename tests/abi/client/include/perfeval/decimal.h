/* perfeval/decimal.h - an exact decimal number, kept as written
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_DECIMAL_H
#define PERFEVAL_DECIMAL_H

#include <perfeval/error.h>

PE_BEGIN_DECLS

/**
 * @file decimal.h
 * @brief Exact decimal numbers for amounts, marks and points.
 *
 * There is no `double` in this library's numbers. A decimal keeps the digits
 * that were written: 2.50 has two places and 2.5 has one; they compare equal
 * and score the same, but they are different documents, and an auditor needs
 * the difference. What a decimal cannot hold (a third, a square) is a
 * #pe_ratio.
 *
 * @par Chosen over
 * An opaque number (a handle for each amount is too dear for a table of a
 * million rows), IEEE decimal (not in C99, not in Python's ctypes) and a fixed
 * two places (rates and weights need more).
 */

/**
 * An exact decimal: value = coefficient / 10^scale. Frozen: 16 bytes, always
 * passed by pointer. Zeroed memory is the number 0. Since: 1.0
 */
typedef struct pe_decimal
{
  int64_t coefficient; /**< The digits, with the sign. */
  int32_t scale;       /**< How many of them stand after the point: 0 to 18. */
  int32_t reserved;    /**< 0. */
} pe_decimal;

/** Bytes that pe_decimal_print() needs at the most, its NUL included. */
#define PE_DECIMAL_PRINT_SIZE 24

/** How a number is rounded to fewer places. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_rounding;

/** Values of #pe_rounding. */
enum pe_rounding_value
{
  PE_ROUND_HALF_UP   = 1, /**< 四舍五入: to the nearest, ties away from zero. */
  PE_ROUND_HALF_EVEN = 2, /**< 四舍六入五成双: to the nearest, ties to the even digit. */
  PE_ROUND_HALF_DOWN = 3, /**< To the nearest, ties toward zero. */
  PE_ROUND_DOWN      = 4, /**< 截断: toward zero. */
  PE_ROUND_UP        = 5, /**< Away from zero. */
  PE_ROUND_FLOOR     = 6, /**< Toward minus infinity. */
  PE_ROUND_CEILING   = 7  /**< Toward plus infinity. */
};

/**
 * Reads a decimal number.
 *
 * Accepted: an optional sign (+ or -), digits, optionally a point and digits;
 * thousands separators "," only where well placed (groups of three, the first
 * of one to three, none after the point). At least one digit before the point
 * and, where there is a point, one after it. Nothing else: no blanks, no
 * exponent, no unit, no full-width digits.
 *
 * @code
 * pe_decimal amount;
 * assert (pe_decimal_parse (&amount, "2,149.56", 8, NULL) == PE_OK);
 * assert (amount.coefficient == 214956 && amount.scale == 2);
 * assert (pe_decimal_parse (&amount, "7,00.0,77", 9, NULL) == PE_ERROR_THOUSANDS_SEPARATOR);
 * @endcode
 *
 * @param[out] out     the number
 * @param      text    UTF-8, copied; need not end in NUL
 * @param      length  its bytes
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                         @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT     @p out or @p text is NULL
 * @retval PE_ERROR_NUMBER_SYNTAX        not a decimal number
 * @retval PE_ERROR_NUMBER_EXPONENT      written with an exponent
 * @retval PE_ERROR_THOUSANDS_SEPARATOR  a separator stands in the wrong place
 * @retval PE_ERROR_LIMIT_DIGITS         more than 18 places, or the digits do not fit 64 bits
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_parse (pe_decimal *out, const char *text, size_t length, pe_error **error);

/**
 * Writes a decimal number with all its places, without separators, e.g. "2.50".
 *
 * @param[out] out    where to write, NUL-terminated
 * @param      size   bytes at @p out; #PE_DECIMAL_PRINT_SIZE is always enough
 * @param      self   the number
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is written
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, @p self is malformed, or @p size is too small
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_print (char *out, size_t size, const pe_decimal *self, pe_error **error);

/**
 * Compares two numbers by value: 2.50 equals 2.5.
 *
 * @param[out] out    -1, 0 or 1: @p a is less than, equal to or greater than @p b
 * @param      a      a number
 * @param      b      a number
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_compare (int32_t *out, const pe_decimal *a, const pe_decimal *b, pe_error **error);

/**
 * Adds. The result has the places of the operand that has more.
 *
 * @param[out] out    a + b, exact; may be one of the operands
 * @param      a      a number
 * @param      b      a number
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 * @retval PE_ERROR_OVERFLOW          the sum does not fit 64 bits at that many places
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_add (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error);

/**
 * Subtracts. The result has the places of the operand that has more.
 *
 * @param[out] out    a - b, exact; may be one of the operands
 * @param      a      a number
 * @param      b      a number
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 * @retval PE_ERROR_OVERFLOW          the difference does not fit 64 bits at that many places
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_subtract (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error);

/**
 * Multiplies. The result has the places of both operands together; where that
 * passes 18 places or 64 bits, zeros are taken off its end until it fits.
 *
 * @param[out] out    a * b, exact; may be one of the operands
 * @param      a      a number
 * @param      b      a number
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or malformed
 * @retval PE_ERROR_OVERFLOW          the product does not fit; nothing was rounded away
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_multiply (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error);

/**
 * Gives a number exactly @p places places, rounding or adding zeros.
 *
 * There is no default rounding: two offices may differ by one in the last digit
 * on the same table, and the caller has to say which it follows.
 *
 * @code
 * pe_decimal rate = { 997193, 4, 0 }, shown; // 99.7193 %
 * assert (pe_decimal_quantize (&shown, &rate, 2, PE_ROUND_HALF_UP, NULL) == PE_OK);
 * assert (shown.coefficient == 9972);
 * assert (pe_decimal_quantize (&shown, &rate, 2, PE_ROUND_DOWN, NULL) == PE_OK);
 * assert (shown.coefficient == 9971);
 * @endcode
 *
 * @param[out] out       the number with @p places places; may be @p self
 * @param      self      a number
 * @param      places    0 to 18
 * @param      rounding  a #pe_rounding
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, malformed or out of range
 * @retval PE_ERROR_OVERFLOW          the digits do not fit 64 bits at that many places
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_decimal_quantize (pe_decimal *out, const pe_decimal *self, int32_t places, pe_rounding rounding,
                               pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_DECIMAL_H */
