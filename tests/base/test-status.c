/* test-status.c - every code has a name and a meaning
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/status.h>
#include <string.h>

#define CASE(code) \
  case code:       \
    return #code

/* A constant that the header has and this list has not is an error of the compiler. */
#pragma GCC diagnostic push
#pragma GCC diagnostic error "-Wswitch"
static const char *
name_in_header (enum pe_status_value status)
{
  switch (status)
    {
      CASE (PE_OK);
      CASE (PE_ERROR_INVALID_ARGUMENT);
      CASE (PE_ERROR_UNSUPPORTED);
      CASE (PE_ERROR_NOT_FOUND);
      CASE (PE_ERROR_NO_MEMORY);
      CASE (PE_ERROR_LIMIT);
      CASE (PE_ERROR_LIMIT_BYTES);
      CASE (PE_ERROR_LIMIT_DEPTH);
      CASE (PE_ERROR_LIMIT_DIGITS);
      CASE (PE_ERROR_LIMIT_ITEMS);
      CASE (PE_ERROR_LIMIT_TEXT);
      CASE (PE_ERROR_FILE);
      CASE (PE_ERROR_OVERFLOW);
      CASE (PE_ERROR_DIVIDE_BY_ZERO);
      CASE (PE_ERROR_INVALID_UTF8);
      CASE (PE_ERROR_NUMBER_SYNTAX);
      CASE (PE_ERROR_NUMBER_EXPONENT);
      CASE (PE_ERROR_THOUSANDS_SEPARATOR);
      CASE (PE_ERROR_DATE_SYNTAX);
      CASE (PE_ERROR_DATE_RANGE);
      CASE (PE_ERROR_CALENDAR_RANGE);
      CASE (PE_ERROR_TEXT_EMPTY);
      CASE (PE_ERROR_UNIT_UNKNOWN);
      CASE (PE_ERROR_UNIT_MISMATCH);
      CASE (PE_ERROR_UNIT_CONFLICT);
      CASE (PE_ERROR_JSON_SYNTAX);
      CASE (PE_ERROR_JSON_TRUNCATED);
      CASE (PE_ERROR_JSON_DUPLICATE_KEY);
      CASE (PE_ERROR_JSON_NUL);
      CASE (PE_ERROR_ENCODING_TRUNCATED);
      CASE (PE_ERROR_ENCODING_INVALID);
      CASE (PE_ERROR_ENCODING_UNREPRESENTABLE);
      CASE (PE_ERROR_CSV_QUOTE);
      CASE (PE_ERROR_CSV_NUL);
      CASE (PE_ERROR_ZIP_DAMAGED);
      CASE (PE_ERROR_ZIP_CHECKSUM);
      CASE (PE_ERROR_ZIP_NAME);
      CASE (PE_ERROR_ZIP_ENCRYPTED);
      CASE (PE_ERROR_ZIP_RATIO);
      CASE (PE_ERROR_XML_SYNTAX);
      CASE (PE_ERROR_XML_DOCTYPE);
      CASE (PE_ERROR_XLSX_ENCRYPTED);
      CASE (PE_ERROR_XLSX_PART);
      CASE (PE_ERROR_XLSX_CELL);
      CASE (PE_ERROR_OCDS);
      CASE (PE_ERROR_PROVIDER);
      CASE (PE_ERROR_FORMAT_UNKNOWN);
      CASE (PE_ERROR_MEMBER_UNKNOWN);
      CASE (PE_ERROR_MEMBER_MISSING);
      CASE (PE_ERROR_MEMBER_TYPE);
      CASE (PE_ERROR_VALUE_UNKNOWN);
      CASE (PE_ERROR_CODE_DUPLICATE);
      CASE (PE_ERROR_REFERENCE_UNKNOWN);
      CASE (PE_ERROR_CODE_SYNTAX);
      CASE (PE_ERROR_TABLE_MISSING);
      CASE (PE_ERROR_TABLE_DUPLICATE);
      CASE (PE_ERROR_COLUMN_MISSING);
      CASE (PE_ERROR_COLUMN_DUPLICATE);
      CASE (PE_ERROR_CELL_UNNAMED);
      CASE (PE_ERROR_CELL_VALUE);
      CASE (PE_ERROR_LEVEL);
      CASE (PE_ERROR_TOTAL_MISMATCH);
      CASE (PE_ERROR_TOTAL_ZERO);
      CASE (PE_ERROR_TOTAL_UNIT);
      CASE (PE_ERROR_UNIT_MIXED);
      CASE (PE_ERROR_SUM_MISMATCH);
      CASE (PE_ERROR_NEGATIVE_AMOUNT);
      CASE (PE_ERROR_CATEGORY_CONFLICT);
      CASE (PE_ERROR_DATE_ORDER);
      CASE (PE_ERROR_STATE_CONFLICT);
      CASE (PE_ERROR_MARKS_MISMATCH);
      CASE (PE_ERROR_MEASURE_UNKNOWN);
      CASE (PE_ERROR_SHAPE_UNKNOWN);
      CASE (PE_ERROR_PARAMETER_MISSING);
      CASE (PE_ERROR_PARAMETER_RANGE);
      CASE (PE_ERROR_PARAMETER_UNKNOWN);
      CASE (PE_ERROR_STEPS_GAP);
      CASE (PE_ERROR_STEPS_OVERLAP);
      CASE (PE_ERROR_GRADE_ORDER);
      CASE (PE_ERROR_POLICY_MISSING);
      CASE (PE_ERROR_TREE);
      CASE (PE_ERROR_EXPRESSION_SYNTAX);
      CASE (PE_ERROR_EXPRESSION_NAME);
      CASE (PE_ERROR_EXPRESSION_TYPE);
      CASE (PE_ERROR_EXPRESSION_FUNCTION);
      CASE (PE_ERROR_TABLE_GAP);
      CASE (PE_ERROR_TABLE_OVERLAP);
      CASE (PE_ERROR_CASE_EXPECTATION);
      CASE (PE_ERROR_CASE_FAILED);
      CASE (PE_ERROR_EDITION_OVERLAP);
      CASE (PE_ERROR_RULEBOOK_AMBIGUOUS);
      CASE (PE_ERROR_FIGURE_MISSING);
      CASE (PE_ERROR_FIGURE_TEXT);
      CASE (PE_ERROR_NOT_APPLICABLE);
      CASE (PE_ERROR_ZERO_DENOMINATOR);
      CASE (PE_ERROR_SCORE_MISSING);
      CASE (PE_ERROR_SCORE_ABOVE_MARKS);
      CASE (PE_ERROR_SCORE_NEGATIVE);
      CASE (PE_ERROR_SCORE_OUTSIDE_BAND);
      CASE (PE_ERROR_GRADE_UNKNOWN);
      CASE (PE_ERROR_CALENDAR_MISSING);
      CASE (PE_ERROR_FISCAL_YEAR);
      CASE (PE_ERROR_SLOT_EMPTY);
      CASE (PE_ERROR_SLOT_ROWS);
      CASE (PE_ERROR_COUNT_INVALID);
      CASE (PE_ERROR_NOTHING_APPLICABLE);
      CASE (PE_ERROR_ADJUSTMENT_REFUSED);
      CASE (PE_ERROR_REASON_MISSING);
      CASE (PE_ERROR_RULEBOOK_DIFFERS);
      CASE (PE_ERROR_MERGE_CONFLICT);
      CASE (PE_ERROR_WEIGHTS_ZERO);
      CASE (PE_ERROR_MEAN_UNROUNDED);
      CASE (PE_ERROR_RELATION_KIND);
      CASE (PE_ERROR_RELATION_OPERANDS);
      CASE (PE_ERROR_RELATION_PARAMETER);
      CASE (PE_ERROR_BATCH_LEAF);
      CASE (PE_ERROR_BATCH_LEVEL);
      CASE (PE_ERROR_BATCH_COLUMN_MISSING);
      CASE (PE_ERROR_CANCELLED);
      CASE (PE_ERROR_BATCH_NO_SCALE);
      CASE (PE_ERROR_SUMMARY_FORMAT);
      CASE (PE_ERROR_BATCH_SCALE);
      CASE (PE_ERROR_BATCH_COLUMN_INVALID);
      CASE (PE_ERROR_BATCH_ARROW);
      CASE (PE_ERROR_BATCH_ARROW_TYPE);
      CASE (PE_ERROR_BATCH_HEADER);
      CASE (PE_ERROR_BATCH_CELLS);
      CASE (PE_WARNING_ABOVE_BUDGET);
      CASE (PE_WARNING_DECLARED_DIFFERS);
      CASE (PE_WARNING_DECLARED_UNUSED);
      CASE (PE_WARNING_FACT_UNUSED);
      CASE (PE_WARNING_STATE_POLICY);
      CASE (PE_WARNING_OVER_ACHIEVED);
      CASE (PE_WARNING_REASON_MISSING);
      CASE (PE_WARNING_RULEBOOK_STATUS);
      CASE (PE_WARNING_TEXT_MISSING);
      CASE (PE_WARNING_NOT_EQUAL);
      CASE (PE_WARNING_VETO);
      CASE (PE_WARNING_MARKS_ROUNDED);
      CASE (PE_WARNING_SOURCE_MISSING);
      CASE (PE_WARNING_MEASURE_UNUSED);
      CASE (PE_WARNING_MEASURE_IDLE);
      CASE (PE_WARNING_NOT_WRITTEN);
      CASE (PE_WARNING_BANDS_GAP);
      CASE (PE_WARNING_BANDS_OVERLAP);
      CASE (PE_WARNING_BAND_UNREACHABLE);
      CASE (PE_WARNING_GRADE_UNREACHABLE);
      CASE (PE_WARNING_MARKS_UNREACHABLE);
      CASE (PE_WARNING_SHAPE_SUPERSEDED);
      CASE (PE_WARNING_CASES_MISSING);
      CASE (PE_WARNING_TABLE_UNUSED);
      CASE (PE_WARNING_COLUMN_UNUSED);
      CASE (PE_WARNING_FORMULA_CACHED);
      CASE (PE_WARNING_HIDDEN);
      CASE (PE_WARNING_FIGURE_CONTRADICTED);
      CASE (PE_WARNING_FIGURE_UPSTREAM);
      CASE (PE_WARNING_FIGURE_MALFORMED);
      CASE (PE_NOTE_DECLARED);
      CASE (PE_NOTE_NOT_ITEMISED);
      CASE (PE_NOTE_FINDINGS_CUT);
      CASE (PE_NOTE_EMPTY_SLOT);
      CASE (PE_NOTE_WITHDRAWN);
      CASE (PE_NOTE_ADJUSTMENT_UNUSED);
      CASE (PE_NOTE_NOT_MERGED);
      CASE (PE_NOTE_MEAN_ROUNDED);
      CASE (PE_NOTE_ENCODING);
      CASE (PE_NOTE_NOT_TAKEN);
      CASE (PE_ERROR_REVIEW_SETTING);
      CASE (PE_WARNING_REVIEW_MARKS);
      CASE (PE_WARNING_REVIEW_MARKS_ZERO);
      CASE (PE_WARNING_REVIEW_SCORE_RANGE);
      CASE (PE_WARNING_REVIEW_SCORE_DIFFERS);
      CASE (PE_WARNING_REVIEW_NO_REASON);
      CASE (PE_WARNING_REVIEW_FULL_THOUGH_MISSED);
      CASE (PE_WARNING_REVIEW_NO_EVIDENCE);
      CASE (PE_WARNING_REVIEW_NOT_NUMERIC);
      CASE (PE_WARNING_REVIEW_OVER_ACHIEVED);
      CASE (PE_WARNING_REVIEW_OUTRUNS);
      CASE (PE_WARNING_REVIEW_UNSPENT);
      CASE (PE_WARNING_REVIEW_NO_BUDGET);
      CASE (PE_WARNING_REVIEW_LOW_EXECUTION);
      CASE (PE_WARNING_REVIEW_OVERSPENT);
      CASE (PE_WARNING_REVIEW_LINES);
      CASE (PE_WARNING_REVIEW_TOTAL);
      CASE (PE_WARNING_REVIEW_GRADE);
      CASE (PE_WARNING_REVIEW_TARGET_CHANGED);
      CASE (PE_WARNING_REVIEW_PROCUREMENT);
      CASE (PE_NOTE_REVIEW_REASON_UNNEEDED);
      CASE (PE_NOTE_REVIEW_EXCEEDED);
      CASE (PE_NOTE_REVIEW_NOT_ITEMISED);
      CASE (PE_NOTE_REVIEW_CONCENTRATED);
      CASE (PE_NOTE_REVIEW_SME_SHARE);
      CASE (PE_NOTE_ASSET_DIFFERENCE);
      CASE (PE_NOTE_ROUNDING_MODE);
      CASE (PE_NOTE_ROUNDING_OPERANDS);
      CASE (PE_NOTE_ROUNDING_PLACES);
      CASE (PE_NOTE_ROUNDING_MIXED);
      CASE (PE_NOTE_NOT_LISTED);
      CASE (PE_NOTE_TWO_NAMES);
      CASE (PE_NOTE_TARGET_EXCEEDED);
      CASE (PE_NOTE_FULL_SCORE);
      CASE (PE_NOTE_RELATION_DOUBTFUL);
      CASE (PE_NOTE_NOT_COMPUTED);
      CASE (PE_NOTE_BATCH_EXACT);
      CASE (PE_ERROR_MEASURE_NOT_STREAMED);
      CASE (PE_WARNING_REVIEW_TEXT_DIFFERS);
      CASE (PE_WARNING_REVIEW_ASSETS);
      CASE (PE_NOTE_BATCH_CARRIED);
      CASE (PE_NOTE_BATCH_UNUSED);
    }
  return "PE_STATUS_UNKNOWN";
}
#pragma GCC diagnostic pop

/* The list above is complete, or it would not compile: each code in it, and no other, has its name in the library. */
static void
test_names (void **state)
{
  (void) state;

  for (int32_t status = -10; status < 10000; status++)
    assert_string_equal (pe_status_name (status), name_in_header ((enum pe_status_value) status));
}

static void
test_unknown (void **state)
{
  (void) state;

  const int32_t unknown[] = { -1, 1, 100, 999999, INT32_MAX, INT32_MIN };

  for (size_t i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      assert_string_equal (pe_status_name (unknown[i]), "PE_STATUS_UNKNOWN");
      assert_string_equal (pe_status_describe (unknown[i], PE_LANGUAGE_EN), "An unknown code.");
      assert_string_equal (pe_status_describe (unknown[i], PE_LANGUAGE_ZH), "未知的代码。");
    }
}

static void
test_descriptions (void **state)
{
  (void) state;

  for (int32_t status = 0; status < 10000; status++)
    {
      const char *en = pe_status_describe (status, PE_LANGUAGE_EN);
      const char *zh = pe_status_describe (status, PE_LANGUAGE_ZH);

      assert_true (g_str_has_suffix (en, "."));
      assert_true (g_str_has_suffix (zh, "。"));
      assert_true (g_str_is_ascii (en));
      assert_true (g_utf8_validate (zh, -1, NULL));
      assert_null (strpbrk (en, "{}[]\n"));
      assert_null (strpbrk (zh, "{}[]\n"));
      assert_ptr_equal (pe_status_describe (status, 0), en);
      assert_ptr_equal (pe_status_describe (status, 77), en);
    }
  assert_string_equal (pe_status_describe (PE_ERROR_DIVIDE_BY_ZERO, PE_LANGUAGE_EN), "A divisor is zero.");
  assert_string_equal (pe_status_describe (PE_ERROR_DIVIDE_BY_ZERO, PE_LANGUAGE_ZH), "除数为零。");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_unknown),
    cmocka_unit_test (test_descriptions),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
