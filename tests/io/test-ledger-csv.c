/* test-ledger-csv.c - a procurement ledger from CSV, piece by piece
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "documents.h"

static const char *const ids[] = { "procurement.sme_share", "procurement.contract_count", "procurement.signing_days" };

static pe_status
feed (const char *text, size_t size, size_t piece, pe_measure_stream **stream, pe_error **error)
{
  pe_ledger_csv *ledger = NULL;
  pe_status      status = PE_OK;

  assert_int_equal (pe_measure_stream_new (stream, ids, G_N_ELEMENTS (ids), NULL, NULL), PE_OK);
  assert_int_equal (pe_ledger_csv_new (&ledger, *stream, NULL), PE_OK);
  for (size_t at = 0; at < size && status == PE_OK; at += piece)
    status = pe_ledger_csv_feed (ledger, text + at, MIN (piece, size - at), 0, error);
  if (status == PE_OK)
    status = pe_ledger_csv_feed (ledger, NULL, 0, 1, error);
  else
    assert_int_equal (pe_ledger_csv_feed (ledger, NULL, 0, 1, NULL), status);
  pe_ledger_csv_free (ledger);
  return status;
}

/* In whatever pieces it comes: 90,000 + 5,000.5 of 100,000.5 yuan, three contracts, 30 + 31 + 1 days. */
static void
test_pieces (void **state)
{
  (void) state;

  static const char text[]
      = "\xEF\xBB\xBF采购项目名称,备注,供应商规模,合同金额（万元）,Award notice,signing\r\n"
        "\"空调, \"\"甲\"\"\",x,小型企业,9,2023-01-01,2023-01-31\r\n"
        "\"会\n务\",,medium,\"0.50005\",2023-01-01,2023-02-01\r\n"
        "\r\n"
        "印刷,\"\",大型企业,5000元,2023-01-01,2023-01-02";
  static const int64_t numerators[] = { 950005, 3, 62 };

  for (size_t piece = 1; piece <= sizeof text; piece++)
    {
      pe_measure_stream *stream = NULL;
      pe_error          *error = NULL;
      pe_measure_value   value;
      const pe_status    status = feed (text, sizeof text - 1, piece, &stream, &error);

      /* 5000元 stands under 万元: the column has one unit. */
      assert_int_equal (status, PE_ERROR_UNIT_CONFLICT);
      assert_int_equal (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)), 6);
      pe_error_unref (error);
      pe_measure_stream_free (stream);
      (void) value;
    }
  {
    char **parts = g_strsplit (text, "5000元", 2);
    char  *mended = g_strjoinv ("0.5", parts);

    for (size_t piece = 1; piece <= strlen (mended); piece++)
      {
        pe_measure_stream *stream = NULL;

        assert_int_equal (feed (mended, strlen (mended), piece, &stream, NULL), PE_OK);
        assert_int_equal (pe_measure_stream_get_count (stream), 3);
        for (size_t i = 0; i < G_N_ELEMENTS (ids); i++)
          {
            pe_measure_value value;

            pe_measure_value_init (&value, sizeof value);
            assert_int_equal (pe_measure_stream_get_value (&value, stream, i, NULL), PE_OK);
            assert_int_equal (value.numerator.value.coefficient, numerators[i]);
          }
        pe_measure_stream_free (stream);
      }
    g_strfreev (parts);
    g_free (mended);
  }
}

/* A second byte order mark belongs to the first header, wherever the file is cut. */
static void
test_two_marks (void **state)
{
  static const char text[] = "\xEF\xBB\xBF\xEF\xBB\xBF采购项目名称\n甲\n";

  (void) state;
  for (size_t piece = 1; piece <= sizeof text; piece++)
    {
      pe_measure_stream *stream = NULL;

      assert_int_equal (feed (text, sizeof text - 1, piece, &stream, NULL), PE_ERROR_COLUMN_MISSING);
      pe_measure_stream_free (stream);
    }
}

/* What stands before a fault is in the stream, wherever the file is cut; of two faults the first one is told. */
static void
test_before_a_fault (void **state)
{
  static const char text[] = "采购项目名称,合同金额（元）\n甲,1\n乙,2\n\r,3\n丙,1.2.3\n";

  (void) state;
  for (size_t piece = 1; piece <= sizeof text; piece++)
    {
      pe_measure_stream *stream = NULL;
      pe_error          *error = NULL;

      assert_int_equal (feed (text, sizeof text - 1, piece, &stream, &error), PE_ERROR_TEXT_EMPTY);
      assert_int_equal (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)), 4);
      assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), "name");
      assert_int_equal (pe_measure_stream_get_count (stream), 2);
      pe_error_unref (error);
      pe_measure_stream_free (stream);
      assert_int_equal (feed (text, sizeof text - 1, piece, &stream, NULL), PE_ERROR_TEXT_EMPTY);
      pe_measure_stream_free (stream);
    }
}

/* Each with its code, its line and the name of its column. */
static void
test_faults (void **state)
{
  (void) state;

  static const struct
  {
    const char *text;
    pe_status   code;
    uint64_t    line;
    const char *what;
  } faults[] = {
    { "", PE_ERROR_COLUMN_MISSING, 1, "" },
    { "合同金额（元）\n1\n", PE_ERROR_COLUMN_MISSING, 1, "" },
    { "采购项目名称,Name\n", PE_ERROR_COLUMN_DUPLICATE, 1, "Name" },
    { "采购项目名称,合同金额（斤）\n", PE_ERROR_UNIT_UNKNOWN, 1, NULL },
    { "采购项目名称,合同金额\na,1\n", PE_ERROR_UNIT_MISMATCH, 2, "合同金额" },
    { "采购项目名称,合同金额（元）\na,1\nb,1.2.3\n", PE_ERROR_NUMBER_SYNTAX, 3, "合同金额" },
    { "采购项目名称,采购方式\na,抽签\n", PE_ERROR_VALUE_UNKNOWN, 2, "采购方式" },
    { "采购项目名称,合同签订日期\na,2023-02-30\n", PE_ERROR_DATE_RANGE, 2, "合同签订日期" },
    { "采购项目名称\n\"a\n\nb", PE_ERROR_CSV_QUOTE, 2, "" },
    { "采购项目名称\n\"a\"b\n", PE_ERROR_CSV_QUOTE, 2, "" },
    { "采购项目名称\na\xFF\n", PE_ERROR_INVALID_UTF8, 2, "" },
    { "采购项目名称,采购方式\n,公开招标\n", PE_ERROR_TEXT_EMPTY, 2, "采购项目名称" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      pe_measure_stream *stream = NULL;
      pe_error          *error = NULL;
      const pe_place    *place;

      if (feed (faults[i].text, strlen (faults[i].text), 7, &stream, &error) != faults[i].code)
        fail_msg ("%s: %s", faults[i].text, pe_status_name (pe_error_get_status (error)));
      place = pe_finding_get_place (pe_error_get_finding (error), 0);
      if (faults[i].line > 0)
        assert_int_equal (pe_place_get_line (place), faults[i].line);
      if (faults[i].what != NULL)
        assert_string_equal (pe_place_get_what (place), faults[i].what);
      pe_error_unref (error);
      pe_measure_stream_free (stream);
    }
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_measure_stream *stream = NULL;
  pe_ledger_csv     *ledger = NULL;

  assert_int_equal (pe_measure_stream_new (&stream, ids, 1, NULL, NULL), PE_OK);
  assert_int_equal (pe_ledger_csv_new (NULL, stream, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_csv_new (&ledger, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_csv_new (&ledger, stream, NULL), PE_OK);
  assert_int_equal (pe_ledger_csv_feed (NULL, "", 0, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_csv_feed (ledger, NULL, 1, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_csv_feed (ledger, "采购项目名称,x\na,b\n", 24, 1, NULL), PE_OK);
  assert_int_equal (pe_ledger_csv_get_n_passed_over (ledger), 1);
  assert_int_equal (pe_measure_stream_get_count (stream), 1);
  assert_int_equal (pe_ledger_csv_feed (ledger, NULL, 0, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_csv_get_n_passed_over (NULL), 0);
  pe_ledger_csv_free (ledger);
  pe_ledger_csv_free (NULL);
  pe_measure_stream_free (stream);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_pieces), cmocka_unit_test (test_two_marks), cmocka_unit_test (test_before_a_fault),
    cmocka_unit_test (test_faults), cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
