/* test-no-memory.c - every allocation of this room, failing in turn
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

#include "base/finding-private.h"
#include "model/place-map-private.h"
#include "records.h"
#include "scarce.h"

typedef pe_status attempt (pe_error **error);

/* One to be run, behind a pointer. */
typedef struct occasion
{
  attempt *run;
} occasion;

/* What an attempt makes it gives back itself: there is no text to compare. */
static pe_status
attempt_once (const void *argument, pe_text **out, pe_error **error)
{
  const occasion *self = argument;

  *out = NULL;
  return self->run (error);
}

/* Refuses each allocation alone, then each and all that follow it: the attempt answers that memory ran out, each time. */
static void
fail_in_turn (attempt *run, pe_status expected)
{
  const occasion given = { run };

  assert_true (scarce_walk (attempt_once, &given, expected) > 0);
}

static pe_status
make_budget_of_all (pe_budget **out, pe_error **error)
{
  static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_budget_line         lines[3];
  pe_budget_builder     *builder = NULL, *copy = NULL;
  pe_budget             *budget = NULL;
  pe_status              status;

  for (uint32_t i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      pe_budget_line_init (&lines[i], sizeof lines[i]);
      lines[i].name = "支出";
      lines[i].parent = i;
      lines[i].complete = 1;
    }
  lines[0].category = PE_BUDGET_TOTAL;
  lines[2].executed = one;
  status = pe_budget_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_budget_builder_add_many (builder, lines, G_N_ELEMENTS (lines), error);
  if (status == PE_OK)
    status = pe_budget_builder_build (&budget, builder, NULL, error);
  if (status == PE_OK)
    status = pe_budget_builder_new (&copy, budget, error);
  if (status == PE_OK)
    status = pe_budget_builder_build (out, copy, NULL, error);
  pe_budget_builder_free (builder);
  pe_budget_builder_free (copy);
  pe_budget_unref (budget);
  return status;
}

static pe_status
run_budget (pe_error **error)
{
  pe_budget *budget = NULL;
  pe_status  status = make_budget_of_all (&budget, error);

  pe_budget_unref (budget);
  return status;
}

static void
test_budget (void **state)
{
  (void) state;
  fail_in_turn (run_budget, PE_OK);
}

/* A budget that does not add up, with a category twice: the findings need memory as well. */
static pe_status
run_conflicts (pe_error **error)
{
  static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN },
                         two = { { 2, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_budget_line     lines[2];
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_status          status;

  for (uint32_t i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      pe_budget_line_init (&lines[i], sizeof lines[i]);
      lines[i].name = "支出";
      lines[i].parent = i;
      lines[i].complete = 1;
      lines[i].category = PE_BUDGET_TOTAL;
      lines[i].executed = i == 0 ? one : two;
    }
  status = pe_budget_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_budget_builder_add_many (builder, lines, G_N_ELEMENTS (lines), error);
  if (status == PE_OK)
    status = pe_budget_builder_build (&budget, builder, &findings, error);
  pe_findings_unref (findings);
  pe_budget_builder_free (builder);
  return status;
}

static void
test_conflicts (void **state)
{
  (void) state;
  fail_in_turn (run_conflicts, PE_ERROR_CATEGORY_CONFLICT);
}

static pe_status
run_refused (pe_error **error)
{
  pe_budget_line     line;
  pe_budget_builder *builder = NULL;
  pe_status          status = pe_budget_builder_new (&builder, NULL, error);

  pe_budget_line_init (&line, sizeof line);
  line.name = "支出";
  line.category = 99;
  if (status == PE_OK)
    status = pe_budget_builder_add_many (builder, &line, 1, error);
  pe_budget_builder_free (builder);
  return status;
}

static void
test_refused (void **state)
{
  (void) state;
  fail_in_turn (run_refused, PE_ERROR_INVALID_ARGUMENT);
}

static pe_status
make_procurement_of_all (pe_procurement **out, pe_error **error)
{
  static const pe_figure  one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_procurement_record   record;
  pe_procurement_summary  summary;
  pe_procurement_builder *builder = NULL, *copy = NULL;
  pe_procurement         *procurement = NULL;
  pe_status               status;

  pe_procurement_record_init (&record, sizeof record);
  pe_procurement_summary_init (&summary, sizeof summary);
  record.name = "采购";
  record.number = "1";
  record.budget = summary.budget = one;
  status = pe_procurement_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_procurement_builder_add_many (builder, &record, 1, error);
  if (status == PE_OK)
    status = pe_procurement_builder_set_summary (builder, &summary, error);
  if (status == PE_OK)
    status = pe_procurement_builder_build (&procurement, builder, NULL, error);
  if (status == PE_OK)
    status = pe_procurement_builder_new (&copy, procurement, error);
  if (status == PE_OK)
    status = pe_procurement_builder_build (out, copy, NULL, error);
  pe_procurement_builder_free (builder);
  pe_procurement_builder_free (copy);
  pe_procurement_unref (procurement);
  return status;
}

static pe_status
run_procurement (pe_error **error)
{
  pe_procurement *procurement = NULL;
  pe_status       status = make_procurement_of_all (&procurement, error);

  pe_procurement_unref (procurement);
  return status;
}

static void
test_procurement (void **state)
{
  (void) state;
  fail_in_turn (run_procurement, PE_OK);
}

static pe_status
make_assets_of_all (pe_assets **out, pe_error **error)
{
  static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE }, two = { { 2, 0, 0 }, PE_STATE_VALUE, 0 };
  pe_asset_record        record;
  pe_assets_builder     *builder = NULL, *copy = NULL;
  pe_assets             *assets = NULL;
  pe_findings           *findings = NULL;
  pe_status              status;

  pe_asset_record_init (&record, sizeof record);
  record.name = "桌";
  record.book_count = one;
  record.found_count = two;
  status = pe_assets_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_assets_builder_add_many (builder, &record, 1, error);
  if (status == PE_OK)
    status = pe_assets_builder_build (&assets, builder, &findings, error);
  if (status == PE_OK)
    status = pe_assets_builder_new (&copy, assets, error);
  if (status == PE_OK)
    status = pe_assets_builder_build (out, copy, NULL, error);
  pe_findings_unref (findings);
  pe_assets_builder_free (builder);
  pe_assets_builder_free (copy);
  pe_assets_unref (assets);
  return status;
}

static pe_status
run_assets (pe_error **error)
{
  pe_assets *assets = NULL;
  pe_status  status = make_assets_of_all (&assets, error);

  pe_assets_unref (assets);
  return status;
}

static void
test_assets (void **state)
{
  (void) state;
  fail_in_turn (run_assets, PE_OK);
}

/* Two rows, in different units where the second is to be refused. */
static pe_status
make_register (pe_unit second, pe_register **out, pe_error **error)
{
  pe_register_column   column;
  pe_register_cell     cells[2];
  pe_register_builder *builder = NULL, *copy = NULL;
  pe_register         *made = NULL;
  pe_status            status;

  pe_register_column_init (&column, sizeof column);
  column.id = "amount";
  column.name = "金额";
  column.type = PE_COLUMN_NUMBER;
  for (size_t i = 0; i < 2; i++)
    {
      pe_register_cell_init (&cells[i], sizeof cells[i]);
      cells[i].figure = (pe_figure) { { 1, 0, 0 }, PE_STATE_VALUE, i == 0 ? PE_UNIT_YUAN : second };
    }
  status = pe_register_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_register_builder_set_head (builder, "projects", "项目", error);
  if (status == PE_OK)
    status = pe_register_builder_add_columns (builder, &column, 1, error);
  if (status == PE_OK)
    status = pe_register_builder_add_rows (builder, cells, 2, error);
  if (status == PE_OK)
    status = pe_register_builder_build (&made, builder, NULL, error);
  if (status == PE_OK)
    status = pe_register_builder_new (&copy, made, error);
  if (status == PE_OK)
    status = pe_register_builder_build (out, copy, NULL, error);
  pe_register_builder_free (builder);
  pe_register_builder_free (copy);
  pe_register_unref (made);
  return status;
}

static pe_status
run_register (pe_error **error)
{
  pe_register *made = NULL;
  pe_status    status = make_register (PE_UNIT_YUAN, &made, error);

  pe_register_unref (made);
  return status;
}

static pe_status
run_mixed_register (pe_error **error)
{
  pe_register *made = NULL;

  return make_register (PE_UNIT_WAN_YUAN, &made, error);
}

static void
test_register (void **state)
{
  (void) state;
  fail_in_turn (run_register, PE_OK);
  fail_in_turn (run_mixed_register, PE_ERROR_UNIT_MIXED);
}

/* Payments, months, parts of 三公经费, a trace and a stream over it all. */
static pe_status
add_more (pe_procurement_builder *procurement, pe_budget_builder *budget, pe_error **error)
{
  static const pe_figure one = { { 1, 0, 0 }, PE_STATE_VALUE, PE_UNIT_YUAN };
  pe_procurement_record  record;
  pe_payment             payment;
  pe_budget_line         line;
  pe_three_public_line   part;
  pe_status              status;

  pe_procurement_record_init (&record, sizeof record);
  record.name = record.supplier = "采购";
  record.contract = one;
  record.supplier_size = PE_SUPPLIER_SMALL;
  pe_payment_init (&payment, sizeof payment);
  payment.record = 1;
  pe_budget_line_init (&line, sizeof line);
  line.name = line.project = "支出";
  line.months = &one;
  line.n_months = 1;
  line.executed = one;
  pe_three_public_line_init (&part, sizeof part);
  part.item = PE_THREE_PUBLIC_ABROAD;
  status = pe_procurement_builder_add_many (procurement, &record, 1, error);
  if (status == PE_OK)
    status = pe_procurement_builder_add_payments (procurement, &payment, 1, error);
  if (status == PE_OK)
    status = pe_budget_builder_add_many (budget, &line, 1, error);
  if (status == PE_OK)
    status = pe_budget_builder_add_three_public (budget, &part, 1, error);
  return status;
}

static pe_status
build_more (pe_dossier **out, pe_error **error)
{
  pe_procurement_builder *procurement_builder = NULL;
  pe_budget_builder      *budget_builder = NULL;
  pe_dossier_builder     *builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_budget              *budget = NULL;
  pe_dossier_head         year;
  pe_status               status = pe_procurement_builder_new (&procurement_builder, NULL, error);

  pe_dossier_head_init (&year, sizeof year);
  year.unit_name = "某局";
  year.fiscal_year = 2023;
  year.kind = PE_KIND_DEPARTMENT;
  if (status == PE_OK)
    status = pe_budget_builder_new (&budget_builder, NULL, error);
  if (status == PE_OK)
    status = add_more (procurement_builder, budget_builder, error);
  if (status == PE_OK)
    status = pe_procurement_builder_build (&procurement, procurement_builder, NULL, error);
  if (status == PE_OK)
    status = pe_budget_builder_build (&budget, budget_builder, NULL, error);
  if (status == PE_OK)
    status = pe_dossier_builder_new (&builder, NULL, error);
  if (status == PE_OK)
    status = pe_dossier_builder_set_head (builder, &year, error);
  if (status == PE_OK)
    status = pe_dossier_builder_set_procurement (builder, procurement, error);
  if (status == PE_OK)
    status = pe_dossier_builder_set_budget (builder, budget, error);
  if (status == PE_OK)
    status = pe_dossier_builder_build (out, builder, NULL, error);
  pe_procurement_builder_free (procurement_builder);
  pe_budget_builder_free (budget_builder);
  pe_dossier_builder_free (builder);
  pe_procurement_unref (procurement);
  pe_budget_unref (budget);
  return status;
}

static pe_status
run_measures (pe_error **error)
{
  static const char *const id = "procurement.sme_share";
  pe_dossier              *dossier = NULL;
  pe_measure_trace        *lines = NULL, *records = NULL;
  pe_measure_stream       *stream = NULL;
  pe_procurement_record    record;
  pe_text                 *path = NULL;
  pe_status                status = build_more (&dossier, error);

  pe_procurement_record_init (&record, sizeof record);
  record.name = "采购";
  if (status == PE_OK)
    status = pe_measure_trace_new (&lines, "budget.execution_rate", dossier, NULL, error);
  if (status == PE_OK)
    status = pe_measure_trace_new (&records, id, dossier, NULL, error);
  if (status == PE_OK)
    status = pe_measure_trace_print_path (&path, records, 0, error);
  if (status == PE_OK)
    status = pe_measure_stream_new (&stream, &id, 1, NULL, error);
  if (status == PE_OK)
    status = pe_measure_stream_add_procurement (stream, &record, 1, error);
  pe_text_unref (path);
  pe_measure_stream_free (stream);
  pe_measure_trace_unref (lines);
  pe_measure_trace_unref (records);
  pe_dossier_unref (dossier);
  return status;
}

static void
test_measures (void **state)
{
  (void) state;
  fail_in_turn (run_measures, PE_OK);
}

/* Nothing in the helpers of this room may meet a failing allocation. */
static pe_fact           fact;
static pe_row            rows[2];
static pe_declared_score scores[2];
static pe_reading        reading;
static pe_dossier_head   head;

static pe_status
add_tables (pe_dossier_builder *builder, size_t n_scores, pe_error **error)
{
  pe_status status = pe_dossier_builder_set_head (builder, &head, error);

  if (status == PE_OK)
    status = pe_dossier_builder_add_facts (builder, &fact, 1, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_rows (builder, rows, G_N_ELEMENTS (rows), error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_declared_scores (builder, scores, n_scores, error);
  if (status == PE_OK)
    status = pe_dossier_builder_add_readings (builder, &reading, 1, error);
  return status;
}

static pe_status
build_dossier (size_t n_scores, pe_error **error)
{
  pe_dossier_builder *builder = NULL, *copy = NULL;
  pe_dossier         *dossier = NULL, *second = NULL;
  pe_findings        *findings = NULL;
  pe_status           status = pe_dossier_builder_new (&builder, NULL, error);

  if (status == PE_OK)
    status = add_tables (builder, n_scores, error);
  if (status == PE_OK)
    status = pe_dossier_builder_build (&dossier, builder, &findings, error);
  pe_findings_unref (findings);
  findings = NULL;
  if (status == PE_OK)
    status = pe_dossier_builder_new (&copy, dossier, error);
  if (status == PE_OK)
    status = pe_dossier_builder_build (&second, copy, &findings, error);
  pe_findings_unref (findings);
  pe_dossier_builder_free (builder);
  pe_dossier_builder_free (copy);
  pe_dossier_unref (dossier);
  pe_dossier_unref (second);
  return status;
}

static pe_status
run_dossier (pe_error **error)
{
  return build_dossier (1, error);
}

static pe_status
run_duplicate (pe_error **error)
{
  return build_dossier (2, error);
}

static void
test_dossier (void **state)
{
  (void) state;
  fact = make_fact ("1", "a", "1");
  rows[0] = make_row ("2", 0, "甲");
  rows[1] = make_row ("2", 1, "乙");
  scores[0] = scores[1] = make_score ("3", PE_SCORER_SELF, 1);
  reading = make_reading ("/a");
  head = make_head (2023);
  fail_in_turn (run_dossier, PE_OK);
  fail_in_turn (run_duplicate, PE_ERROR_CODE_DUPLICATE);
}

static pe_status
run_places (pe_error **error)
{
  static const pe_place first = { "/b", NULL, NULL, 1, 1, 0, 1 }, second = { "/a", NULL, NULL, 1, 1, 0, 1 };
  pe_place_map         *map = pe_place_map_new ("a.json");
  pe_status             status = PE_ERROR_NO_MEMORY;

  if (map != NULL)
    status = pe_place_map_add (map, &first);
  if (map != NULL && status == PE_OK)
    status = pe_place_map_add (map, &second);
  if (map != NULL && status == PE_OK)
    status = pe_place_map_seal (map);
  pe_place_map_free (map);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static void
test_places (void **state)
{
  (void) state;
  fail_in_turn (run_places, PE_OK);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_budget),      cmocka_unit_test (test_conflicts), cmocka_unit_test (test_refused),
    cmocka_unit_test (test_procurement), cmocka_unit_test (test_dossier),   cmocka_unit_test (test_places),
    cmocka_unit_test (test_assets),      cmocka_unit_test (test_register),  cmocka_unit_test (test_measures),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
