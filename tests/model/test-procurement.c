/* test-procurement.c - what a unit bought, how, from whom and when
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
#include <string.h>

#include "model/dossier-private.h"
#include "records.h"

static pe_procurement_builder *
make_builder (void)
{
  pe_procurement_builder *builder = NULL;

  assert_int_equal (pe_procurement_builder_new (&builder, NULL, NULL), PE_OK);
  return builder;
}

static pe_procurement_summary
make_summary (const char *budget, const char *reserve, const char *contracts, const char *sme)
{
  pe_procurement_summary summary;

  pe_procurement_summary_init (&summary, sizeof summary);
  summary.budget = figure (budget);
  summary.reserved_for_sme = figure (reserve);
  summary.contracts = figure (contracts);
  summary.sme_contracts = figure (sme);
  return summary;
}

/* summary: nullable. */
static pe_status
build (pe_procurement **out, const pe_procurement_record *records, size_t n, const pe_procurement_summary *summary,
       pe_findings **findings, pe_error **error)
{
  pe_procurement_builder *builder = make_builder ();
  pe_status               status;

  assert_int_equal (pe_procurement_builder_add_many (builder, records, n, NULL), PE_OK);
  if (summary != NULL)
    assert_int_equal (pe_procurement_builder_set_summary (builder, summary, NULL), PE_OK);
  status = pe_procurement_builder_build (out, builder, findings, error);
  pe_procurement_builder_free (builder);
  return status;
}

static void
assert_total (const pe_procurement *procurement, pe_procurement_total total, const char *expected)
{
  pe_figure found;

  assert_int_equal (pe_procurement_compute_total (&found, procurement, total, NULL), PE_OK);
  assert_figure (&found, expected);
}

/* The published totals: 187.61 of 258.83 万元. */
static void
test_summary (void **state)
{
  const pe_procurement_summary summary = make_summary ("", "258.83万元", "-", "187.61万元");
  pe_procurement_summary       out;
  pe_procurement              *procurement = NULL, *empty = NULL;

  (void) state;
  assert_int_equal (build (&procurement, NULL, 0, &summary, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_n_records (procurement), 0);
  assert_total (procurement, PE_PROCUREMENT_RESERVED_FOR_SME, "258.83万元");
  assert_total (procurement, PE_PROCUREMENT_SME_CONTRACTS, "187.61万元");
  assert_total (procurement, PE_PROCUREMENT_BUDGET, "");
  assert_total (procurement, PE_PROCUREMENT_CONTRACTS, "-");
  pe_procurement_summary_init (&out, sizeof out);
  assert_int_equal (pe_procurement_get_summary (&out, procurement, NULL), PE_OK);
  assert_figure (&out.sme_contracts, "187.61万元");
  assert_figure (&pe_procurement_peek_summary (procurement)->sme_contracts, "187.61万元");
  assert_int_equal (build (&empty, NULL, 0, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_summary (&out, empty, NULL), PE_OK);
  assert_figure (&out.sme_contracts, "");
  assert_total (empty, PE_PROCUREMENT_SME_CONTRACTS, "");
  pe_procurement_unref (empty);
  pe_procurement_unref (procurement);
}

static void
test_records (void **state)
{
  pe_procurement_record records[] = {
    make_record ("一", "100万元", "60万元", "99.5万元", PE_SUPPLIER_SMALL),
    make_record ("二", "50万元", "0元", "45万元", PE_SUPPLIER_LARGE),
    make_record ("三", "30万元", "100000元", "", 0),
  };
  pe_procurement *procurement = NULL;

  (void) state;
  assert_int_equal (build (&procurement, records, 3, NULL, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_BUDGET, "180万元");
  assert_total (procurement, PE_PROCUREMENT_RESERVED_FOR_SME, "70.0000万元");
  /* The third has no contract yet. */
  assert_total (procurement, PE_PROCUREMENT_CONTRACTS, "144.5万元");
  assert_total (procurement, PE_PROCUREMENT_SME_CONTRACTS, "99.5万元");
  assert_string_equal (pe_procurement_peek_record (procurement, 2)->name, "三");
  pe_procurement_unref (procurement);

  /* Signed without an amount: the totals of contracts are open. */
  records[2].signing = 20230601;
  assert_int_equal (build (&procurement, records, 3, NULL, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_CONTRACTS, "");
  assert_total (procurement, PE_PROCUREMENT_SME_CONTRACTS, "");
  pe_procurement_unref (procurement);

  /* A contract with a supplier whose size is not known leaves the share of small firms open. */
  records[2].contract = figure ("5.50万元");
  assert_int_equal (build (&procurement, records, 3, NULL, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_CONTRACTS, "150.00万元");
  assert_total (procurement, PE_PROCUREMENT_SME_CONTRACTS, "");
  pe_procurement_unref (procurement);
}

/* Only large suppliers, or nothing signed, or a reserve that applies nowhere: the records have zero of it. */
static void
test_none (void **state)
{
  const pe_procurement_record large = make_record ("一", "1万元", "-", "1万元", PE_SUPPLIER_LARGE),
                              open = make_record ("一", "1万元", "-", "", 0);
  const pe_procurement_summary same = make_summary ("", "0亿元", "-", "0万元"),
                               wrong = make_summary ("", "5万元", "", "1万元");
  pe_procurement *procurement = NULL;
  pe_findings    *findings = NULL;

  (void) state;
  assert_int_equal (build (&procurement, &large, 1, NULL, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_SME_CONTRACTS, "0元");
  assert_total (procurement, PE_PROCUREMENT_RESERVED_FOR_SME, "0元");
  pe_procurement_unref (procurement);
  assert_int_equal (build (&procurement, &open, 1, &same, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_CONTRACTS, "0元");
  pe_procurement_unref (procurement);
  assert_int_equal (build (&procurement, &large, 1, &wrong, &findings, NULL), PE_ERROR_SUM_MISMATCH);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/procurement/summary/reserved_for_sme", "/procurement/records");
  assert_finding (findings, 1, PE_ERROR_SUM_MISMATCH, "/procurement/summary/sme_contracts", "/procurement/records");
  pe_findings_unref (findings);
}

/* All of it at once: each total that differs, each reserve above its budget. */
static void
test_mismatches (void **state)
{
  const pe_procurement_record records[] = {
    make_record ("一", "100万元", "1000001元", "10万元", PE_SUPPLIER_MICRO),
    make_record ("二", "0.5亿元", "5000万元", "20万元", PE_SUPPLIER_MEDIUM),
  };
  const pe_procurement_summary summary = make_summary ("5100.00万元", "5100.0002万元", "300000.00元", "30.01万元");
  pe_procurement              *procurement = NULL;
  pe_findings                 *findings = NULL;
  pe_error                    *error = NULL;
  const char                  *message;

  (void) state;
  assert_int_equal (build (&procurement, records, 2, &summary, &findings, &error), PE_ERROR_SUM_MISMATCH);
  assert_null (procurement);
  assert_int_equal (pe_findings_get_size (findings), 3);
  assert_int_equal (pe_error_get_count (error), 3);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/procurement/records/0/reserved_for_sme",
                  "/procurement/records/0/budget");
  message = pe_finding_get_message (pe_findings_get (findings, 0), PE_LANGUAGE_ZH);
  assert_non_null (strstr (message, "100.0001"));
  assert_finding (findings, 1, PE_ERROR_SUM_MISMATCH, "/procurement/summary/reserved_for_sme", "/procurement/records");
  message = pe_finding_get_message (pe_findings_get (findings, 1), PE_LANGUAGE_EN);
  assert_non_null (strstr (message, "5100.0001"));
  assert_non_null (strstr (message, "5100.0002"));
  assert_finding (findings, 2, PE_ERROR_SUM_MISMATCH, "/procurement/summary/sme_contracts", "/procurement/records");
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static void
test_overflow (void **state)
{
  pe_procurement_record  records[] = { make_record ("一", "1元", "", "", 0), make_record ("二", "1元", "", "", 0) };
  pe_procurement_summary summary = make_summary ("1元", "", "", "");
  pe_procurement        *procurement = NULL;
  pe_error              *error = NULL;
  pe_figure              out = { { 7, 0, 0 }, PE_STATE_VALUE, PE_UNIT_DAY };

  (void) state;
  records[0].budget.value.coefficient = records[1].budget.value.coefficient = INT64_MAX;
  assert_refused (build (&procurement, records, 2, &summary, NULL, &error), &error, PE_ERROR_OVERFLOW,
                  "/procurement/summary/budget");
  assert_int_equal (build (&procurement, records, 2, NULL, NULL, NULL), PE_OK);
  assert_refused (pe_procurement_compute_total (&out, procurement, PE_PROCUREMENT_BUDGET, &error), &error,
                  PE_ERROR_OVERFLOW, NULL);
  assert_int_equal (out.value.coefficient, 7);
  pe_procurement_unref (procurement);
  /* A reserve that does not fit in the budget's unit is above it all the same. */
  records[0].reserved_for_sme = (pe_figure) { { INT64_MAX, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YI_YUAN };
  assert_refused (build (&procurement, records, 1, NULL, NULL, &error), &error, PE_ERROR_OVERFLOW,
                  "/procurement/records/0/reserved_for_sme");
}

/* intent, start, award, signing, publication, filing. */
static void
test_dates (void **state)
{
  static const struct
  {
    pe_date     dates[6];
    const char *late;
    const char *early;
  } cases[] = {
    { { 20230101, 20230201, 20230301, 20230401, 20230402, 20230403 }, NULL, NULL },
    { { 20230101, 20230101, 20230101, 20230101, 20230101, 20230101 }, NULL, NULL },
    { { 0, 0, 0, 0, 0, 0 }, NULL, NULL },
    { { 0, 0, 0, 20230401, 20230403, 20230402 }, NULL, NULL },
    { { 0, 0, 0, 0, 20230403, 20230402 }, NULL, NULL },
    { { 20230101, 20221231, 0, 0, 0, 0 }, "start", "intent" },
    { { 20230101, 0, 20221231, 0, 0, 0 }, "award", "intent" },
    { { 0, 20230201, 20230131, 20230202, 0, 0 }, "award", "start" },
    { { 0, 0, 20230201, 20230131, 0, 0 }, "signing", "award" },
    { { 0, 0, 0, 20230401, 20230331, 0 }, "publication", "signing" },
    { { 0, 0, 0, 20230401, 0, 20230331 }, "filing", "signing" },
    { { 0, 0, 20230401, 0, 0, 20230331 }, "filing", "award" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_procurement_record record = make_record ("一", "", "", "", 0);
      pe_procurement       *procurement = NULL;
      pe_findings          *findings = NULL;
      char                 *late, *early;

      record.intent = cases[i].dates[0];
      record.start = cases[i].dates[1];
      record.award = cases[i].dates[2];
      record.signing = cases[i].dates[3];
      record.publication = cases[i].dates[4];
      record.filing = cases[i].dates[5];
      assert_int_equal (build (&procurement, &record, 1, NULL, &findings, NULL),
                        cases[i].late == NULL ? PE_OK : PE_ERROR_DATE_ORDER);
      assert_int_equal (pe_findings_get_size (findings), cases[i].late == NULL ? 0 : 1);
      late = g_strconcat ("/procurement/records/0/", cases[i].late, NULL);
      early = g_strconcat ("/procurement/records/0/", cases[i].early, NULL);
      if (cases[i].late != NULL)
        assert_finding (findings, 0, PE_ERROR_DATE_ORDER, late, early);
      g_free (late);
      g_free (early);
      pe_findings_unref (findings);
      pe_procurement_unref (procurement);
    }
}

static void
assert_record_refused (const pe_procurement_record *record, pe_status expected, const char *path)
{
  pe_procurement_record   records[2] = { make_record ("好", "1元", "", "", 0), *record };
  pe_procurement_builder *builder = make_builder ();
  pe_procurement         *procurement = NULL;
  pe_error               *error = NULL;

  assert_int_equal (pe_procurement_builder_add_many (builder, records, 1, NULL), PE_OK);
  assert_refused (pe_procurement_builder_add_many (builder, records, 2, &error), &error, expected, path);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_n_records (procurement), 1);
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (builder);
}

static void
test_refused_records (void **state)
{
  const pe_procurement_record good = make_record ("一", "", "", "", 0);
  pe_procurement_record       record = good;

  (void) state;
  record.name = NULL;
  assert_record_refused (&record, PE_ERROR_INVALID_ARGUMENT, "/procurement/records/1/name");
  record.name = "";
  assert_record_refused (&record, PE_ERROR_TEXT_EMPTY, "/procurement/records/1/name");
  record = good;
  record.number = "\xc0\x80";
  assert_record_refused (&record, PE_ERROR_INVALID_UTF8, "/procurement/records/1/number");
  record = good;
  record.method = PE_METHOD_OTHER + 1;
  assert_record_refused (&record, PE_ERROR_INVALID_ARGUMENT, "/procurement/records/1/method");
  record = good;
  record.category = -1;
  assert_record_refused (&record, PE_ERROR_INVALID_ARGUMENT, "/procurement/records/1/category");
  record = good;
  record.supplier_size = 5;
  assert_record_refused (&record, PE_ERROR_INVALID_ARGUMENT, "/procurement/records/1/supplier_size");
  record = good;
  record.budget = figure ("1");
  assert_record_refused (&record, PE_ERROR_UNIT_MISMATCH, "/procurement/records/1/budget");
  record = good;
  record.reserved_for_sme = figure ("-1元");
  assert_record_refused (&record, PE_ERROR_NEGATIVE_AMOUNT, "/procurement/records/1/reserved_for_sme");
  record = good;
  record.contract.state = PE_STATE_INVALID;
  assert_record_refused (&record, PE_ERROR_STATE_CONFLICT, "/procurement/records/1/contract");
  record = good;
  record.filing = 20230230;
  assert_record_refused (&record, PE_ERROR_DATE_RANGE, "/procurement/records/1/filing");
}

/* A summary that is refused leaves the earlier one; a good one replaces it. */
static void
test_set_summary (void **state)
{
  pe_procurement_builder *builder = make_builder ();
  pe_procurement_summary  summary = make_summary ("1元", "", "", "");
  pe_procurement         *procurement = NULL;
  pe_error               *error = NULL;
  struct
  {
    pe_procurement_summary summary;
    uint64_t               more;
  } longer = { make_summary ("3元", "", "", ""), 1 };

  (void) state;
  assert_int_equal (pe_procurement_builder_set_summary (builder, &summary, NULL), PE_OK);
  summary.sme_contracts = figure ("2");
  assert_refused (pe_procurement_builder_set_summary (builder, &summary, &error), &error, PE_ERROR_UNIT_MISMATCH,
                  "/procurement/summary/sme_contracts");
  summary = make_summary ("2元", "-1元", "", "");
  assert_refused (pe_procurement_builder_set_summary (builder, &summary, &error), &error, PE_ERROR_NEGATIVE_AMOUNT,
                  "/procurement/summary/reserved_for_sme");
  summary = make_summary ("2元", "", "", "");
  summary.reserved = 1;
  assert_refused (pe_procurement_builder_set_summary (builder, &summary, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/procurement/summary/reserved");
  summary = make_summary ("2元", "", "", "");
  summary.contracts.state = PE_STATE_TEXT;
  assert_refused (pe_procurement_builder_set_summary (builder, &summary, &error), &error, PE_ERROR_STATE_CONFLICT,
                  "/procurement/summary/contracts");
  longer.summary.struct_size = sizeof longer;
  assert_refused (pe_procurement_builder_set_summary (builder, &longer.summary, &error), &error, PE_ERROR_UNSUPPORTED,
                  NULL);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_BUDGET, "1元");
  pe_procurement_unref (procurement);
  longer.more = 0;
  assert_int_equal (pe_procurement_builder_set_summary (builder, &longer.summary, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_BUDGET, "3元");
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (builder);
}

static void
test_arguments (void **state)
{
  pe_procurement_builder *builder = make_builder ();
  pe_procurement_record   record = make_record ("一", "", "", "", 0);
  pe_procurement_summary  summary = make_summary ("", "", "", "");
  pe_procurement         *procurement = NULL;
  pe_findings            *findings = NULL;
  pe_error               *error = NULL;
  pe_figure               out;
  uint8_t                 digest[PE_DIGEST_SIZE] = { 1 };
  const pe_status         bad = PE_ERROR_INVALID_ARGUMENT;

  (void) state;
  assert_refused (pe_procurement_builder_new (NULL, NULL, &error), &error, bad, NULL);
  assert_refused (pe_procurement_builder_add_many (NULL, &record, 1, &error), &error, bad, NULL);
  assert_refused (pe_procurement_builder_add_many (builder, NULL, 1, &error), &error, bad, NULL);
  assert_int_equal (pe_procurement_builder_add_many (builder, NULL, 0, NULL), PE_OK);
  assert_refused (pe_procurement_builder_set_summary (NULL, &summary, &error), &error, bad, NULL);
  assert_refused (pe_procurement_builder_set_summary (builder, NULL, &error), &error, bad, NULL);
  assert_refused (pe_procurement_builder_build (NULL, builder, NULL, &error), &error, bad, NULL);
  assert_refused (pe_procurement_builder_build (&procurement, NULL, &findings, &error), &error, bad, NULL);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  assert_int_equal (pe_procurement_builder_add_many (builder, &record, 1, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  assert_refused (pe_procurement_get_record (NULL, procurement, 0, &error), &error, bad, NULL);
  assert_refused (pe_procurement_get_record (&record, NULL, 0, &error), &error, bad, NULL);
  assert_refused (pe_procurement_get_record (&record, procurement, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_int_equal (pe_procurement_get_record (&record, procurement, 0, NULL), PE_OK);
  record.struct_size = 4;
  assert_refused (pe_procurement_get_record (&record, procurement, 0, &error), &error, bad, NULL);
  assert_refused (pe_procurement_get_summary (NULL, procurement, &error), &error, bad, NULL);
  assert_refused (pe_procurement_get_summary (&summary, NULL, &error), &error, bad, NULL);
  summary.struct_size = 4;
  assert_refused (pe_procurement_get_summary (&summary, procurement, &error), &error, bad, NULL);
  assert_refused (pe_procurement_compute_total (NULL, procurement, 1, &error), &error, bad, NULL);
  assert_refused (pe_procurement_compute_total (&out, NULL, 1, &error), &error, bad, NULL);
  assert_refused (pe_procurement_compute_total (&out, procurement, 0, &error), &error, bad, NULL);
  assert_refused (pe_procurement_compute_total (&out, procurement, 5, &error), &error, bad, NULL);
  pe_procurement_get_digest (NULL, digest);
  assert_int_equal (digest[0], 1);
  pe_procurement_get_digest (procurement, NULL);
  pe_procurement_record_init (NULL, 100);
  pe_procurement_summary_init (NULL, 100);
  assert_int_equal (pe_procurement_get_n_records (NULL), 0);
  assert_int_equal (pe_procurement_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_procurement_is_equal (NULL, procurement), 0);
  assert_int_equal (pe_procurement_is_equal (procurement, NULL), 0);
  assert_null (pe_procurement_ref (NULL));
  pe_procurement_unref (NULL);
  pe_procurement_builder_free (NULL);
  pe_procurement_unref (procurement);
  pe_procurement_builder_free (builder);
}

static void
test_ownership (void **state)
{
  char                         name[] = "甲", number[] = "ZC-1";
  pe_procurement_record        record = make_record (name, "1元", "0元", "1元", PE_SUPPLIER_MICRO);
  const pe_procurement_summary summary = make_summary ("1.00元", "", "", "");
  pe_procurement_builder      *builder = NULL;
  pe_procurement              *first = NULL, *second = NULL, *third = NULL;

  (void) state;
  record.number = number;
  assert_int_equal (build (&first, &record, 1, &summary, NULL, NULL), PE_OK);
  name[0] = number[0] = 'x';
  assert_int_equal (pe_procurement_builder_new (&builder, first, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&second, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_is_equal (first, second), 1);
  assert_ptr_equal (pe_procurement_ref (first), first);
  pe_procurement_unref (first);
  pe_procurement_unref (first);
  record.name = "乙";
  record.budget = figure ("0元");
  assert_int_equal (pe_procurement_builder_add_many (builder, &record, 1, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&third, builder, NULL, NULL), PE_OK);
  pe_procurement_builder_free (builder);
  assert_int_equal (pe_procurement_is_equal (third, second), 0);
  assert_string_equal (pe_procurement_peek_record (second, 0)->name, "甲");
  assert_string_equal (pe_procurement_peek_record (second, 0)->number, "ZC-1");
  assert_int_equal (pe_procurement_get_n_records (second), 1);
  assert_int_equal (pe_procurement_get_n_records (third), 2);
  pe_procurement_unref (second);
  pe_procurement_unref (third);
}

/* docs/digest.md, byte by byte: no records and the published summary. */
static void
test_digest_bytes (void **state)
{
  static const char stream[]
      = "O"
        "T\x16\0\0\0\0\0\0\0perfeval-procurement/1"
        "L\0\0\0\0\0\0\0\0"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "F\x01\0\0\0\x02\0\0\0D\x1b\x65\0\0\0\0\0\0\x02"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "F\x01\0\0\0\x02\0\0\0D\x49\x49\0\0\0\0\0\0\x02";
  const pe_procurement_summary summary = make_summary ("", "258.83万元", "", "187.61万元");
  pe_procurement              *procurement = NULL;
  uint8_t                      digest[PE_DIGEST_SIZE];
  char                         hex[PE_DIGEST_HEX_SIZE];
  char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) stream, sizeof stream - 1);

  (void) state;
  assert_int_equal (build (&procurement, NULL, 0, &summary, NULL, NULL), PE_OK);
  pe_procurement_get_digest (procurement, digest);
  pe_digest_print (hex, digest);
  assert_string_equal (hex, expected);
  g_free (expected);
  pe_procurement_unref (procurement);
}

static void
test_many (void **state)
{
  enum
  {
    N = 100000
  };
  pe_procurement_record *records = g_new (pe_procurement_record, N);
  pe_procurement        *procurement = NULL;

  (void) state;
  for (size_t i = 0; i < N; i++)
    records[i] = make_record ("一", "1.01元", "1.01元", "1元", PE_SUPPLIER_MICRO);
  assert_int_equal (build (&procurement, records, N, NULL, NULL, NULL), PE_OK);
  assert_total (procurement, PE_PROCUREMENT_BUDGET, "101000.00元");
  pe_procurement_unref (procurement);
  g_free (records);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_summary),         cmocka_unit_test (test_records),      cmocka_unit_test (test_none),
    cmocka_unit_test (test_mismatches),      cmocka_unit_test (test_overflow),     cmocka_unit_test (test_dates),
    cmocka_unit_test (test_refused_records), cmocka_unit_test (test_set_summary),  cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_ownership),       cmocka_unit_test (test_digest_bytes), cmocka_unit_test (test_many),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
