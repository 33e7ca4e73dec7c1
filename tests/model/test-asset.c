/* test-asset.c - assets: what a unit owns by its books, and what was found
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

static pe_asset_record
make_asset (const char *name, pe_asset_use use, const char *book, const char *found, const char *value)
{
  pe_asset_record record;

  pe_asset_record_init (&record, sizeof record);
  record.name = name;
  record.use = use;
  record.book_count = figure (book);
  record.found_count = figure (found);
  record.book_value = figure (value);
  return record;
}

static pe_assets *
make_assets (const pe_asset_record *records, size_t n, pe_findings **findings)
{
  pe_assets_builder *builder = NULL;
  pe_assets         *assets = NULL;

  assert_int_equal (pe_assets_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_add_many (builder, records, n, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_set_stocktake (builder, 20231130, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_build (&assets, builder, findings, NULL), PE_OK);
  pe_assets_builder_free (builder);
  return assets;
}

static void
test_read_back (void **state)
{
  pe_asset_record    records[2] = { make_asset ("办公桌", PE_ASSET_IN_USE, "10", "10个", "2万元"),
                                    make_asset ("复印机", PE_ASSET_IDLE, "1", "", "0.5万元") };
  pe_assets         *assets, *again = NULL;
  pe_assets_builder *builder = NULL;
  pe_asset_record    out;

  (void) state;
  records[1].number = "TY2023000001";
  records[1].acquired = 20200229;
  records[1].category = PE_ASSET_EQUIPMENT;
  records[1].difference_reason = "未盘点";
  assets = make_assets (records, 2, NULL);
  pe_asset_record_init (&out, sizeof out);
  assert_int_equal (pe_assets_get_n_records (assets), 2);
  assert_int_equal (pe_assets_get_stocktake (assets), 20231130);
  assert_int_equal (pe_assets_get_record (&out, assets, 1, NULL), PE_OK);
  assert_string_equal (out.name, "复印机");
  assert_string_equal (out.number, "TY2023000001");
  assert_int_equal (out.acquired, 20200229);
  assert_figure (&out.book_value, "0.5万元");
  assert_figure (&out.found_count, "");
  assert_int_equal (pe_assets_builder_new (&builder, assets, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_assets_is_equal (assets, again), 1);
  assert_int_equal (pe_assets_builder_set_stocktake (builder, 0, NULL), PE_OK);
  pe_assets_unref (again);
  assert_int_equal (pe_assets_builder_build (&again, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_assets_is_equal (assets, again), 0);
  pe_assets_builder_free (builder);
  pe_assets_unref (again);
  pe_assets_unref (assets);
}

/* A difference without a reason is a note, at the figure that was found. */
static void
test_differences (void **state)
{
  pe_asset_record records[4]
      = { make_asset ("桌", PE_ASSET_IN_USE, "10", "9", "2万元"), make_asset ("椅", PE_ASSET_IN_USE, "10", "9", ""),
          make_asset ("车", PE_ASSET_IN_USE, "1", "1", "20万元"),
          make_asset ("屏", PE_ASSET_IN_USE, "1", "1", "1万元") };
  pe_findings *findings = NULL;
  pe_assets   *assets;

  (void) state;
  records[1].difference_reason = "一把已报废";
  records[2].found_value = figure ("19.5万元");
  records[3].found_value = figure ("10000元"); /* the same amount */
  assets = make_assets (records, 4, &findings);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_finding (findings, 0, PE_NOTE_ASSET_DIFFERENCE, "/assets/records/0/found_count", NULL);
  assert_finding (findings, 1, PE_NOTE_ASSET_DIFFERENCE, "/assets/records/2/found_value", NULL);
  pe_findings_unref (findings);
  pe_assets_unref (assets);
}

static void
test_refused_records (void **state)
{
  static const struct
  {
    const char *count;
    pe_status   expected;
  } counts[] = { { "1.5", PE_ERROR_COUNT_INVALID },
                 { "-1", PE_ERROR_COUNT_INVALID },
                 { "3天", PE_ERROR_UNIT_MISMATCH },
                 { "2.0", PE_OK },
                 { "-", PE_OK } };
  pe_assets_builder *builder = NULL;
  pe_asset_record    record = make_asset ("桌", PE_ASSET_IN_USE, "1", "1", "1万元");
  pe_error          *error = NULL;

  (void) state;
  assert_int_equal (pe_assets_builder_new (&builder, NULL, NULL), PE_OK);
  for (size_t i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      record.found_count = figure (counts[i].count);
      if (counts[i].expected == PE_OK)
        assert_int_equal (pe_assets_builder_add_many (builder, &record, 1, NULL), PE_OK);
      else
        assert_refused (pe_assets_builder_add_many (builder, &record, 1, &error), &error, counts[i].expected,
                        "/assets/records/0/found_count");
    }
  record.found_count = figure ("1");
  record.use = 5;
  assert_refused (pe_assets_builder_add_many (builder, &record, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  "/assets/records/0/use");
  record.use = 0;
  record.name = " ";
  assert_refused (pe_assets_builder_add_many (builder, &record, 1, &error), &error, PE_ERROR_TEXT_EMPTY,
                  "/assets/records/0/name");
  record.name = "桌";
  record.acquired = 20230229;
  assert_refused (pe_assets_builder_add_many (builder, &record, 1, &error), &error, PE_ERROR_DATE_RANGE,
                  "/assets/records/0/acquired");
  assert_refused (pe_assets_builder_set_stocktake (builder, 20231301, &error), &error, PE_ERROR_DATE_RANGE,
                  "/assets/stocktake");
  pe_assets_builder_free (builder);
}

static void
test_arguments (void **state)
{
  const pe_asset_record record = make_asset ("桌", PE_ASSET_IN_USE, "1", "1", "1万元");
  pe_assets_builder    *builder = NULL;
  pe_assets            *assets = make_assets (&record, 1, NULL), *made = NULL;
  pe_asset_record       out;
  pe_error             *error = NULL;
  uint8_t               digest[PE_DIGEST_SIZE] = { 1 };

  (void) state;
  assert_int_equal (pe_assets_builder_new (&builder, NULL, NULL), PE_OK);
  pe_asset_record_init (NULL, sizeof out);
  pe_asset_record_init (&out, sizeof out);
  assert_refused (pe_assets_builder_new (NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_builder_add_many (NULL, &record, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_builder_add_many (builder, NULL, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_builder_set_stocktake (NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_builder_build (NULL, builder, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_builder_build (&made, NULL, NULL, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_get_record (&out, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_assets_get_record (&out, assets, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_assets_get_record (NULL, assets, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_assets_get_n_records (NULL), 0);
  assert_int_equal (pe_assets_get_stocktake (NULL), 0);
  assert_int_equal (pe_assets_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_assets_is_equal (assets, NULL), 0);
  pe_assets_get_digest (NULL, digest);
  assert_int_equal (digest[0], 1);
  assert_null (pe_assets_ref (NULL));
  pe_assets_unref (NULL);
  pe_assets_builder_free (NULL);
  pe_assets_builder_free (builder);
  pe_assets_unref (pe_assets_ref (assets));
  pe_assets_unref (assets);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_read_back),
    cmocka_unit_test (test_differences),
    cmocka_unit_test (test_refused_records),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
