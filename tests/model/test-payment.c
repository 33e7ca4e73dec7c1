/* test-payment.c - the further members of procurement records, and payments
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

#include "records.h"

static pe_payment
make_payment (uint32_t record, pe_date due, pe_date paid, const char *amount)
{
  pe_payment payment;

  pe_payment_init (&payment, sizeof payment);
  payment.record = record;
  payment.due = due;
  payment.paid = paid;
  payment.amount = figure (amount);
  return payment;
}

static pe_status
build (pe_procurement **out, const pe_procurement_record *records, size_t n, const pe_payment *payments,
       size_t n_payments, pe_findings **findings, pe_error **error)
{
  pe_procurement_builder *builder = NULL;
  pe_status               status;

  assert_int_equal (pe_procurement_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_payments (builder, payments, n_payments, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_many (builder, records, n, NULL), PE_OK);
  status = pe_procurement_builder_build (out, builder, findings, error);
  pe_procurement_builder_free (builder);
  return status;
}

/* By record, those of one in the order of adding, whatever order they came in. */
static void
test_order (void **state)
{
  const pe_procurement_record records[2]
      = { make_record ("一", "3元", "", "2元", PE_SUPPLIER_SMALL), make_record ("二", "3元", "", "2元", 0) };
  const pe_payment        payments[3] = { make_payment (2, 0, 20230601, "1元"), make_payment (1, 20230501, 0, ""),
                                          make_payment (2, 0, 20230201, "1元") };
  pe_procurement         *procurement = NULL, *again = NULL;
  pe_procurement_builder *builder = NULL;
  pe_payment              out;

  (void) state;
  assert_int_equal (build (&procurement, records, 2, payments, 3, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_get_n_payments (procurement), 3);
  pe_payment_init (&out, sizeof out);
  assert_int_equal (pe_procurement_get_payment (&out, procurement, 0, NULL), PE_OK);
  assert_int_equal (out.record, 1);
  assert_int_equal (out.due, 20230501);
  assert_int_equal (pe_procurement_get_payment (&out, procurement, 1, NULL), PE_OK);
  assert_int_equal (out.paid, 20230601);
  assert_int_equal (pe_procurement_get_payment (&out, procurement, 2, NULL), PE_OK);
  assert_int_equal (out.paid, 20230201);
  assert_int_equal (pe_procurement_builder_new (&builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_is_equal (procurement, again), 1);
  pe_procurement_builder_free (builder);
  pe_procurement_unref (again);
  pe_procurement_unref (procurement);
}

static void
test_refused_payments (void **state)
{
  const pe_procurement_record record = make_record ("一", "3元", "", "2元", 0);
  pe_payment                  payments[2] = { make_payment (1, 0, 0, "1元"), make_payment (3, 0, 0, "1元") };
  pe_procurement             *procurement = NULL;
  pe_procurement_builder     *builder = NULL;
  pe_error                   *error = NULL;
  pe_payment                  out;

  (void) state;
  assert_refused (build (&procurement, &record, 1, payments, 2, NULL, &error), &error, PE_ERROR_REFERENCE_UNKNOWN,
                  "/procurement/payments/1/record");
  assert_int_equal (pe_procurement_builder_new (&builder, NULL, NULL), PE_OK);
  payments[0].record = 0;
  assert_refused (pe_procurement_builder_add_payments (builder, payments, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/procurement/payments/0/record");
  payments[0].record = 1;
  payments[0].paid = 20230230;
  assert_refused (pe_procurement_builder_add_payments (builder, payments, 1, &error), &error, PE_ERROR_DATE_RANGE,
                  "/procurement/payments/0/paid");
  payments[0].paid = 0;
  payments[0].amount = figure ("-1元");
  assert_refused (pe_procurement_builder_add_payments (builder, payments, 1, &error), &error, PE_ERROR_NEGATIVE_AMOUNT,
                  "/procurement/payments/0/amount");
  assert_refused (pe_procurement_builder_add_payments (NULL, payments, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_int_equal (pe_procurement_builder_add_many (builder, &record, 1, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  pe_payment_init (&out, sizeof out);
  assert_refused (pe_procurement_get_payment (&out, procurement, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_procurement_get_payment (&out, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_procurement_get_n_payments (NULL), 0);
  pe_procurement_builder_free (builder);
  pe_procurement_unref (procurement);
}

/* What goes to small firms through a consortium counts by its part, whatever the supplier's size. */
static void
test_parts (void **state)
{
  pe_procurement_record records[3]
      = { make_record ("联合体", "100万元", "30万元", "90万元", PE_SUPPLIER_LARGE),
          make_record ("小", "10万元", "", "10万元", PE_SUPPLIER_SMALL),
          make_record ("大", "10万元", "", "10万元", PE_SUPPLIER_LARGE) };
  pe_procurement *procurement = NULL;
  pe_findings    *findings = NULL;
  pe_error       *error = NULL;
  pe_figure       total;

  (void) state;
  records[0].reserve_mode = PE_RESERVE_CONSORTIUM;
  records[0].contract_sme = figure ("300000元");
  assert_int_equal (build (&procurement, records, 3, NULL, 0, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_compute_total (&total, procurement, PE_PROCUREMENT_SME_CONTRACTS, NULL), PE_OK);
  assert_figure (&total, "400000元");
  pe_procurement_unref (procurement);
  procurement = NULL;
  records[0].contract_sme = figure ("90.01万元");
  assert_refused (build (&procurement, records, 3, NULL, 0, &findings, &error), &error, PE_ERROR_SUM_MISMATCH, NULL);
  assert_finding (findings, 0, PE_ERROR_SUM_MISMATCH, "/procurement/records/0/contract_sme",
                  "/procurement/records/0/contract");
  pe_findings_unref (findings);
}

static void
test_acceptance (void **state)
{
  pe_procurement_record record = make_record ("一", "3元", "", "2元", 0);
  pe_procurement       *procurement = NULL;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;

  (void) state;
  record.signing = 20230601;
  record.acceptance = 20230531;
  assert_refused (build (&procurement, &record, 1, NULL, 0, &findings, &error), &error, PE_ERROR_DATE_ORDER, NULL);
  assert_finding (findings, 0, PE_ERROR_DATE_ORDER, "/procurement/records/0/acceptance",
                  "/procurement/records/0/signing");
  pe_findings_unref (findings);
}

/* A program that was compiled when records had fourteen columns still adds and reads them. */
static void
test_first_form (void **state)
{
  pe_procurement_record   record = make_record ("一", "3元", "", "2元", PE_SUPPLIER_SMALL), out;
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_error               *error = NULL;
  const uint32_t          first = offsetof (pe_procurement_record, reserve_mode);

  (void) state;
  assert_int_equal (pe_procurement_builder_new (&builder, NULL, NULL), PE_OK);
  record.supplier = "not to be read";
  record.struct_size = first;
  assert_int_equal (pe_procurement_builder_add_many (builder, &record, 1, NULL), PE_OK);
  record.struct_size = first - 1;
  assert_refused (pe_procurement_builder_add_many (builder, &record, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/procurement/records/0");
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  memset (&out, 0x55, sizeof out);
  pe_procurement_record_init (&out, first);
  assert_int_equal (pe_procurement_get_record (&out, procurement, 0, NULL), PE_OK);
  assert_int_equal (out.reserve_mode, 0x55555555);
  pe_procurement_record_init (&out, sizeof out);
  assert_int_equal (pe_procurement_get_record (&out, procurement, 0, NULL), PE_OK);
  assert_null (out.supplier);
  assert_string_equal (out.name, "一");
  pe_procurement_builder_free (builder);
  pe_procurement_unref (procurement);
}

/* The digest is that of the first form where nothing else is said. */
static void
test_digests (void **state)
{
  pe_procurement_record record = make_record ("一", "3元", "", "2元", PE_SUPPLIER_SMALL);
  const pe_payment      payment = make_payment (1, 0, 0, "1元");
  pe_procurement       *plain = NULL, *more = NULL, *paid = NULL;

  (void) state;
  assert_int_equal (build (&plain, &record, 1, NULL, 0, NULL, NULL), PE_OK);
  assert_int_equal (build (&paid, &record, 1, &payment, 1, NULL, NULL), PE_OK);
  record.supplier = "某公司";
  assert_int_equal (build (&more, &record, 1, NULL, 0, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_is_equal (plain, more), 0);
  assert_int_equal (pe_procurement_is_equal (plain, paid), 0);
  assert_int_equal (pe_procurement_is_equal (more, paid), 0);
  pe_procurement_unref (plain);
  pe_procurement_unref (more);
  pe_procurement_unref (paid);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order),      cmocka_unit_test (test_refused_payments), cmocka_unit_test (test_parts),
    cmocka_unit_test (test_acceptance), cmocka_unit_test (test_first_form),       cmocka_unit_test (test_digests),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
