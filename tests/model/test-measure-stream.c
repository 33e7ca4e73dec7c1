/* test-measure-stream.c - measures over records: derived, streamed and traced, all the same
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

#include <perfeval/measure_stream.h>

#define N_RECORDS 6

/* Counted by hand in the comments below. Working days are Monday to Friday of 2023, without holidays. */
static void
make_records (pe_procurement_record records[N_RECORDS])
{
  records[0] = make_record ("一", "10万元", "10万元", "9.5万元", PE_SUPPLIER_MICRO);
  records[1] = make_record ("二", "20万元", "", "20万元", PE_SUPPLIER_MEDIUM);
  records[2] = make_record ("三", "300000元", "", "290000元", PE_SUPPLIER_LARGE);
  records[3] = make_record ("四", "5万元", "", "4万元", PE_SUPPLIER_SMALL);
  records[4] = make_record ("五", "8万元", "", "", 0);
  records[5] = make_record ("六", "7万元", "", "7万元", PE_SUPPLIER_LARGE);
  for (size_t i = 0; i < N_RECORDS; i++)
    records[i].method = i == 2 ? PE_METHOD_SINGLE_SOURCE : PE_METHOD_OPEN_TENDER;
  /* Intent: 30 days, 29 days, exempt, 31 days; the fifth begins in 40 days; the sixth never began. */
  records[0].intent = 20230102;
  records[0].start = 20230201;
  records[1].intent = 20230103;
  records[1].start = 20230201;
  records[2].start = 20230201;
  records[2].intent_exemption = "紧急";
  records[3].intent = 20230101;
  records[3].start = 20230201;
  records[4].intent = 20230101;
  records[4].start = 20230210;
  /* Award to signing: 30 days, 31 days, 0 days, 10 days. */
  records[0].award = 20230301;
  records[0].signing = 20230331; /* a Friday */
  records[1].award = 20230301;
  records[1].signing = 20230401; /* a Saturday */
  records[2].award = records[2].signing = 20230301;
  records[3].award = 20230305;
  records[3].signing = 20230315;
  /* Publication: Tuesday is the second working day; Monday is the first; secret; the third working day. */
  records[0].publication = 20230404;
  records[1].publication = 20230403;
  records[2].publication_exemption = "国家秘密";
  records[3].publication = 20230320;
  /* Filing: 7 working days, 6, 8, 7. */
  records[0].filing = 20230411;
  records[1].filing = 20230410;
  records[2].filing = 20230313;
  records[3].filing = 20230324;
}

static pe_dossier *
make_dossier (const pe_procurement_record *records, size_t n, const pe_payment *payments, size_t n_payments,
              pe_assets *assets)
{
  const pe_dossier_head   head = make_head (2023);
  pe_procurement_builder *procurement_builder = NULL;
  pe_dossier_builder     *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_dossier             *dossier = NULL;

  assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_many (procurement_builder, records, n, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_payments (procurement_builder, payments, n_payments, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_assets (builder, assets, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_procurement_builder_free (procurement_builder);
  pe_procurement_unref (procurement);
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_calendar *
make_calendar (void)
{
  pe_calendar_spec spec;
  pe_calendar     *calendar = NULL;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2023;
  assert_int_equal (pe_calendar_new (&calendar, &spec, NULL), PE_OK);
  return calendar;
}

static pe_measure_options
make_options (const pe_calendar *calendar)
{
  pe_measure_options options;

  pe_measure_options_init (&options, sizeof options);
  options.calendar = calendar;
  return options;
}

static void
assert_value (const pe_measure_value *value, pe_state state, const char *numerator, const char *denominator)
{
  assert_int_equal (value->state, state);
  assert_figure (&value->numerator, numerator);
  assert_figure (&value->denominator, denominator);
}

typedef struct
{
  const char *id;
  pe_state    state;
  const char *numerator;
  const char *denominator;
  size_t      n_traced;
} expectation;

static const expectation expected[] = {
  { "procurement.sme_share", PE_STATE_VALUE, "33.5万元", "69.5000万元", 5 },
  { "procurement.small_micro_share", PE_STATE_VALUE, "13.5万元", "33.5万元", 3 },
  { "procurement.small_micro_share_of_all", PE_STATE_VALUE, "13.5万元", "69.5000万元", 5 },
  { "procurement.single_source_share", PE_STATE_VALUE, "290000元", "69.5000万元", 5 },
  { "procurement.single_source_share_count", PE_STATE_VALUE, "1个", "5个", 5 },
  { "procurement.savings_rate", PE_STATE_VALUE, "2.5000万元", "72.0000万元", 5 },
  { "procurement.savings", PE_STATE_VALUE, "2.5000万元", "1", 5 },
  { "procurement.contract_count", PE_STATE_VALUE, "5个", "1", 5 },
  { "procurement.intent_in_time", PE_STATE_VALUE, "3个", "4个", 4 },
  { "procurement.intent_lead_days", PE_STATE_VALUE, "130天", "4个", 4 }, /* 30 + 29 + 31 + 40 */
  { "procurement.signing_in_time", PE_STATE_VALUE, "3个", "4个", 4 },
  { "procurement.signing_days", PE_STATE_VALUE, "71天", "4个", 4 }, /* 30 + 31 + 0 + 10 */
  { "procurement.publication_in_time", PE_STATE_VALUE, "2个", "3个", 3 },
  { "procurement.filing_in_time", PE_STATE_VALUE, "3个", "4个", 4 },
};

/* Derived from the dossier, and streamed in two arrays: the same, and as counted by hand. */
static void
test_procurement (void **state)
{
  pe_procurement_record    records[N_RECORDS];
  pe_calendar             *calendar = make_calendar ();
  const pe_measure_options options = make_options (calendar);
  const char              *ids[G_N_ELEMENTS (expected)];
  pe_measure_stream       *stream = NULL;
  pe_measure_value         value;
  pe_dossier              *dossier;

  (void) state;
  make_records (records);
  dossier = make_dossier (records, N_RECORDS, NULL, 0, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    ids[i] = expected[i].id;
  assert_int_equal (pe_measure_stream_new (&stream, ids, G_N_ELEMENTS (ids), &options, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_add_procurement (stream, records, 2, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_add_procurement (stream, records + 2, N_RECORDS - 2, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_get_count (stream), N_RECORDS);
  pe_measure_value_init (&value, sizeof value);
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      assert_int_equal (pe_measure_derive_with (&value, ids[i], dossier, &options, NULL), PE_OK);
      assert_value (&value, expected[i].state, expected[i].numerator, expected[i].denominator);
      assert_int_equal (pe_measure_stream_get_value (&value, stream, i, NULL), PE_OK);
      assert_value (&value, expected[i].state, expected[i].numerator, expected[i].denominator);
    }
  pe_measure_stream_free (stream);
  pe_dossier_unref (dossier);
  pe_calendar_unref (calendar);
}

/* What the records contribute adds up to the value. */
static void
assert_trace (pe_dossier *dossier, const expectation *wanted, const pe_measure_options *options)
{
  const pe_figure   denominator = figure (wanted->denominator);
  pe_measure_trace *trace = NULL;
  pe_contribution   contribution;
  int64_t           numerator_sum = 0, denominator_sum = 0;

  assert_int_equal (pe_measure_trace_new (&trace, wanted->id, dossier, options, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_get_size (trace), wanted->n_traced);
  pe_contribution_init (&contribution, sizeof contribution);
  for (size_t i = 0; i < wanted->n_traced; i++)
    {
      assert_int_equal (pe_measure_trace_get (&contribution, trace, i, NULL), PE_OK);
      assert_int_equal (contribution.records, PE_RECORD_PROCUREMENT);
      if (denominator.unit != PE_UNIT_COUNT)
        continue;
      numerator_sum += contribution.numerator.value.coefficient;
      denominator_sum += contribution.denominator.value.coefficient;
    }
  if (denominator.unit == PE_UNIT_COUNT)
    {
      assert_int_equal (numerator_sum, figure (wanted->numerator).value.coefficient);
      assert_int_equal (denominator_sum, denominator.value.coefficient);
    }
  pe_measure_trace_unref (trace);
}

static void
test_trace (void **state)
{
  pe_procurement_record    records[N_RECORDS];
  pe_calendar             *calendar = make_calendar ();
  const pe_measure_options options = make_options (calendar);
  pe_measure_trace        *trace = NULL;
  pe_contribution          contribution;
  pe_text                 *path = NULL;
  pe_dossier              *dossier;

  (void) state;
  make_records (records);
  dossier = make_dossier (records, N_RECORDS, NULL, 0, NULL);
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    assert_trace (dossier, &expected[i], &options);
  assert_int_equal (pe_measure_trace_new (&trace, "procurement.publication_in_time", dossier, &options, NULL), PE_OK);
  pe_contribution_init (&contribution, sizeof contribution);
  assert_int_equal (pe_measure_trace_get (&contribution, trace, 2, NULL), PE_OK);
  assert_int_equal (contribution.index, 3);
  assert_figure (&contribution.numerator, "0个");
  assert_int_equal (pe_measure_trace_print_path (&path, trace, 2, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (path), "/procurement/records/3");
  assert_null (pe_measure_trace_find_place (trace, 2)); /* it came from no file */
  pe_text_unref (path);
  pe_measure_trace_unref (trace);
  pe_dossier_unref (dossier);
  pe_calendar_unref (calendar);
}

static void
test_missing (void **state)
{
  pe_procurement_record    records[N_RECORDS];
  pe_calendar             *calendar = make_calendar ();
  const pe_measure_options options = make_options (calendar);
  pe_measure_trace        *trace = NULL;
  pe_measure_value         value;
  pe_contribution          contribution;
  pe_dossier              *dossier;

  (void) state;
  make_records (records);
  records[1].signing = records[1].publication = records[1].filing = 0;
  records[3].supplier_size = 0;
  dossier = make_dossier (records, N_RECORDS, NULL, 0, NULL);
  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive_with (&value, "procurement.signing_in_time", dossier, &options, NULL), PE_OK);
  assert_value (&value, PE_STATE_MISSING, "", "4个");
  assert_int_equal (pe_measure_derive_with (&value, "procurement.small_micro_share", dossier, &options, NULL), PE_OK);
  assert_int_equal (value.state, PE_STATE_MISSING);
  /* The record that leaves it open is named. */
  assert_int_equal (pe_measure_trace_new (&trace, "procurement.signing_in_time", dossier, &options, NULL), PE_OK);
  pe_contribution_init (&contribution, sizeof contribution);
  assert_int_equal (pe_measure_trace_get (&contribution, trace, 1, NULL), PE_OK);
  assert_int_equal (contribution.index, 1);
  assert_figure (&contribution.numerator, "");
  pe_measure_trace_unref (trace);
  pe_dossier_unref (dossier);

  /* No case of it at all, and no contract at all. */
  records[0] = make_record ("一", "10万元", "", "", 0);
  dossier = make_dossier (records, 1, NULL, 0, NULL);
  assert_int_equal (pe_measure_derive_with (&value, "procurement.signing_in_time", dossier, &options, NULL), PE_OK);
  assert_value (&value, PE_STATE_NOT_APPLICABLE, "0个", "0个");
  assert_int_equal (pe_measure_derive_with (&value, "procurement.single_source_share", dossier, &options, NULL), PE_OK);
  assert_value (&value, PE_STATE_ZERO_DENOMINATOR, "0元", "0元");
  assert_int_equal (pe_measure_derive_with (&value, "procurement.contract_count", dossier, &options, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "0个", "1");
  pe_dossier_unref (dossier);
  pe_calendar_unref (calendar);
}

static pe_payment
make_payment (uint32_t record, pe_date due, pe_date paid)
{
  pe_payment payment;

  pe_payment_init (&payment, sizeof payment);
  payment.record = record;
  payment.due = due;
  payment.paid = paid;
  return payment;
}

/* Due by agreement, or 30 days after acceptance. */
static void
test_payments (void **state)
{
  pe_procurement_record records[2];
  const pe_payment      payments[4] = { make_payment (1, 20230501, 20230501), make_payment (1, 20230501, 20230511),
                                        make_payment (2, 0, 20230701), make_payment (2, 0, 20230703) };
  const char           *ids[] = { "procurement.payment_in_time", "procurement.payment_delay_days" };
  pe_measure_stream    *stream = NULL;
  pe_measure_trace     *trace = NULL;
  pe_measure_value      value;
  pe_text              *path = NULL;
  pe_dossier           *dossier;

  (void) state;
  records[0] = make_record ("一", "10元", "", "10元", 0);
  records[1] = make_record ("二", "10元", "", "10元", 0);
  records[1].acceptance = 20230601;
  dossier = make_dossier (records, 2, payments, 4, NULL);
  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_derive (&value, ids[0], dossier, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "2个", "4个");
  assert_int_equal (pe_measure_derive (&value, ids[1], dossier, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "12天", "4个"); /* 0 + 10 + 0 + 2 */
  assert_int_equal (pe_measure_trace_new (&trace, ids[1], dossier, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_trace_print_path (&path, trace, 3, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (path), "/procurement/records/1/payments/1");
  pe_text_unref (path);
  pe_measure_trace_unref (trace);
  pe_dossier_unref (dossier);
  assert_int_equal (pe_measure_stream_new (&stream, ids, 2, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_add_payments (stream, payments, 2, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_get_value (&value, stream, 1, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "10天", "2个");
  /* The record, and so the day of acceptance, is not at hand. */
  assert_int_equal (pe_measure_stream_add_payments (stream, payments + 2, 1, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_get_value (&value, stream, 0, NULL), PE_OK);
  assert_int_equal (value.state, PE_STATE_MISSING);
  pe_measure_stream_free (stream);
}

static void
test_assets (void **state)
{
  pe_asset_record records[3];
  const char     *ids[]
      = { "assets.agreement_rate", "assets.value_difference", "assets.unexplained_count", "assets.utilisation_rate" };
  const char *const  wanted[][2] = { { "1个", "3个" }, { "-0.3万元", "1" }, { "1个", "1" }, { "3.0万元", "3.5万元" } };
  pe_assets_builder *builder = NULL;
  pe_assets         *assets = NULL;
  pe_measure_stream *stream = NULL;
  pe_measure_value   value;
  pe_dossier        *dossier;

  (void) state;
  for (size_t i = 0; i < 3; i++)
    {
      pe_asset_record_init (&records[i], sizeof records[i]);
      records[i].name = "桌";
      records[i].use = i == 2 ? PE_ASSET_IDLE : PE_ASSET_IN_USE;
      records[i].book_count = figure ("10");
      records[i].found_count = figure (i == 0 ? "10个" : "9");
      records[i].book_value = figure (i == 2 ? "0.5万元" : "1.5万元");
      records[i].found_value = figure (i == 2 ? "0.2万元" : "1.5万元");
    }
  records[1].difference_reason = "已报废";
  assert_int_equal (pe_assets_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_add_many (builder, records, 3, NULL), PE_OK);
  assert_int_equal (pe_assets_builder_build (&assets, builder, NULL, NULL), PE_OK);
  dossier = make_dossier (NULL, 0, NULL, 0, assets);
  assert_int_equal (pe_measure_stream_new (&stream, ids, 4, NULL, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_add_assets (stream, records, 3, NULL), PE_OK);
  pe_measure_value_init (&value, sizeof value);
  for (size_t i = 0; i < 4; i++)
    {
      assert_int_equal (pe_measure_derive (&value, ids[i], dossier, NULL), PE_OK);
      assert_value (&value, PE_STATE_VALUE, wanted[i][0], wanted[i][1]);
      assert_int_equal (pe_measure_stream_get_value (&value, stream, i, NULL), PE_OK);
      assert_value (&value, PE_STATE_VALUE, wanted[i][0], wanted[i][1]);
    }
  pe_measure_stream_free (stream);
  pe_dossier_unref (dossier);
  pe_assets_unref (assets);
  pe_assets_builder_free (builder);
}

/* A card to which one figure does not apply is no case, but not where the other is not filled in, whichever comes first. */
static void
test_assets_open (void **state)
{
  static const char *const figures[][2] = { { "-", "9" }, { "9", "-" }, { "-", "-" }, { "-", "" }, { "", "-" } };
  static const char *const ids[] = { "assets.agreement_rate", "assets.value_difference", "assets.unexplained_count" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (figures) * G_N_ELEMENTS (ids); i++)
    {
      const char *const *written = figures[i / G_N_ELEMENTS (ids)];
      int                is_open = written[0][0] == '\0' || written[1][0] == '\0';
      pe_state           none = i % G_N_ELEMENTS (ids) == 0 ? PE_STATE_NOT_APPLICABLE : PE_STATE_VALUE;
      pe_asset_record    record;
      pe_measure_stream *stream = NULL;
      pe_measure_value   value;

      pe_asset_record_init (&record, sizeof record);
      record.name = "桌";
      record.book_count = figure (written[0]);
      record.found_count = figure (written[1]);
      record.book_value = figure (written[0][0] == '9' ? "9元" : written[0]);
      record.found_value = figure (written[1][0] == '9' ? "9元" : written[1]);
      assert_int_equal (pe_measure_stream_new (&stream, &ids[i % G_N_ELEMENTS (ids)], 1, NULL, NULL), PE_OK);
      assert_int_equal (pe_measure_stream_add_assets (stream, &record, 1, NULL), PE_OK);
      pe_measure_value_init (&value, sizeof value);
      assert_int_equal (pe_measure_stream_get_value (&value, stream, 0, NULL), PE_OK);
      assert_int_equal (value.state, is_open ? PE_STATE_MISSING : none);
      pe_measure_stream_free (stream);
    }
}

/* A second pass over the records says which ones stand behind a value, and adds nothing. */
static void
test_examine (void **state)
{
  pe_procurement_record records[N_RECORDS];
  const char           *id = "procurement.intent_in_time";
  pe_measure_stream    *stream = NULL;
  pe_contribution       contribution;
  pe_measure_options    options = make_options (NULL);
  pe_measure_value      value;
  size_t                n_late = 0;

  (void) state;
  make_records (records);
  options.intent_days = 31;
  assert_int_equal (pe_measure_stream_new (&stream, &id, 1, &options, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_add_procurement (stream, records, N_RECORDS, NULL), PE_OK);
  pe_contribution_init (&contribution, sizeof contribution);
  for (size_t i = 0; i < N_RECORDS; i++)
    {
      assert_int_equal (pe_measure_stream_examine_procurement (&contribution, stream, 0, &records[i], NULL), PE_OK);
      n_late += contribution.denominator.state == PE_STATE_VALUE && contribution.numerator.value.coefficient == 0;
    }
  assert_int_equal (n_late, 2);
  assert_int_equal (pe_measure_stream_get_count (stream), N_RECORDS);
  pe_measure_value_init (&value, sizeof value);
  assert_int_equal (pe_measure_stream_get_value (&value, stream, 0, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "2个", "4个");
  pe_measure_stream_free (stream);
}

static void
test_refused (void **state)
{
  pe_procurement_record records[N_RECORDS];
  const char           *ids[2] = { "procurement.filing_in_time", "assets.agreement_rate" };
  const pe_asset_record no_asset = { 0 };
  pe_calendar          *calendar = make_calendar ();
  pe_measure_options    options = make_options (calendar);
  pe_measure_stream    *stream = NULL;
  pe_measure_trace     *trace = NULL;
  pe_measure_value      value;
  pe_contribution       contribution;
  pe_error             *error = NULL;
  pe_dossier           *dossier;

  (void) state;
  make_records (records);
  dossier = make_dossier (records, N_RECORDS, NULL, 0, NULL);
  pe_measure_value_init (&value, sizeof value);
  pe_contribution_init (&contribution, sizeof contribution);
  assert_refused (pe_measure_derive (&value, ids[0], dossier, &error), &error, PE_ERROR_CALENDAR_MISSING, NULL);
  assert_refused (pe_measure_trace_new (&trace, ids[0], dossier, NULL, &error), &error, PE_ERROR_CALENDAR_MISSING,
                  NULL);
  assert_refused (pe_measure_stream_new (&stream, ids, 1, NULL, &error), &error, PE_ERROR_CALENDAR_MISSING, NULL);
  assert_refused (pe_measure_stream_new (&stream, ids, 2, &options, &error), &error, PE_ERROR_MEASURE_NOT_STREAMED,
                  NULL);
  ids[1] = "budget.execution_rate";
  assert_refused (pe_measure_stream_new (&stream, ids + 1, 1, &options, &error), &error, PE_ERROR_MEASURE_NOT_STREAMED,
                  NULL);
  ids[1] = "budget.none";
  assert_refused (pe_measure_stream_new (&stream, ids + 1, 1, &options, &error), &error, PE_ERROR_MEASURE_UNKNOWN,
                  NULL);
  assert_refused (pe_measure_stream_new (&stream, ids, 0, &options, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_int_equal (pe_measure_stream_new (&stream, ids, 1, &options, NULL), PE_OK);
  assert_refused (pe_measure_stream_add_assets (stream, &no_asset, 1, &error), &error, PE_ERROR_MEASURE_NOT_STREAMED,
                  NULL);
  /* All of an array or none of it. */
  records[3].filing = 20240102;
  assert_refused (pe_measure_stream_add_procurement (stream, records, N_RECORDS, &error), &error,
                  PE_ERROR_CALENDAR_RANGE, NULL);
  assert_int_equal (pe_measure_stream_get_count (stream), 0);
  records[3].filing = 20230324;
  records[5].name = NULL;
  assert_refused (pe_measure_stream_add_procurement (stream, records, N_RECORDS, &error), &error,
                  PE_ERROR_INVALID_ARGUMENT, "/procurement/records/5/name");
  assert_int_equal (pe_measure_stream_add_procurement (stream, records, 4, NULL), PE_OK);
  assert_int_equal (pe_measure_stream_get_value (&value, stream, 0, NULL), PE_OK);
  assert_value (&value, PE_STATE_VALUE, "3个", "4个");
  assert_refused (pe_measure_stream_get_value (&value, stream, 1, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_measure_stream_get_value (&value, NULL, 0, &error), &error, PE_ERROR_INVALID_ARGUMENT, NULL);
  assert_refused (pe_measure_stream_examine_procurement (&contribution, stream, 1, records, &error), &error,
                  PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_measure_stream_add_procurement (NULL, records, 1, &error), &error, PE_ERROR_INVALID_ARGUMENT,
                  NULL);
  assert_int_equal (pe_measure_stream_get_count (NULL), 0);
  pe_measure_stream_free (NULL);
  pe_measure_stream_free (stream);
  pe_dossier_unref (dossier);
  pe_calendar_unref (calendar);
}

static void
check_options (const pe_measure_options *options, pe_status wanted)
{
  const char        *id = "procurement.filing_in_time";
  pe_measure_stream *stream = NULL;
  pe_error          *error = NULL;

  assert_int_equal (pe_measure_stream_new (&stream, &id, 1, options, &error), wanted);
  assert_int_equal (pe_error_get_status (error), wanted);
  assert_int_equal (stream != NULL, wanted == PE_OK);
  pe_error_unref (error);
  pe_measure_stream_free (stream);
}

/* Each day is 0 or more, each kind one of the two. */
static void
test_options (void **state)
{
  pe_calendar       *calendar = make_calendar ();
  pe_measure_options options = make_options (calendar);
  int32_t *const     days[] = { &options.intent_days, &options.signing_days, &options.publication_days,
                                &options.filing_days, &options.payment_days };
  pe_day_kind *const kinds[] = { &options.signing_kind, &options.publication_kind, &options.filing_kind };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const int32_t kept = *days[i];

      *days[i] = -1;
      check_options (&options, PE_ERROR_INVALID_ARGUMENT);
      *days[i] = 0;
      check_options (&options, PE_OK);
      *days[i] = kept;
    }
  for (size_t i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      *kinds[i] = 0;
      check_options (&options, PE_ERROR_INVALID_ARGUMENT);
      *kinds[i] = 3;
      check_options (&options, PE_ERROR_INVALID_ARGUMENT);
      *kinds[i] = PE_DAYS_CALENDAR;
      check_options (&options, PE_OK);
      *kinds[i] = PE_DAYS_WORKING;
      check_options (&options, PE_OK);
    }
  options.reserved = 1;
  check_options (&options, PE_ERROR_INVALID_ARGUMENT);
  pe_calendar_unref (calendar);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_procurement), cmocka_unit_test (test_trace),   cmocka_unit_test (test_missing),
    cmocka_unit_test (test_payments),    cmocka_unit_test (test_assets),  cmocka_unit_test (test_assets_open),
    cmocka_unit_test (test_examine),     cmocka_unit_test (test_refused), cmocka_unit_test (test_options),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
