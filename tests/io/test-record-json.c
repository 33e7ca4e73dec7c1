/* test-record-json.c - every member of every record from JSON and back
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

static const char whole[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": "
      "\"department\", \"money_unit\": \"万元\",\n"
      "\"budget\": {\"lines\": [{\"name\": \"招商\", \"initial\": 9, \"adjusted\": 12, \"executed\": 6, \"funding\": "
      "\"own\", \"economic_class\": \"302\", \"project\": \"P1\", \"carried_in\": 1, \"added\": 2, \"carry_over\": "
      "\"3.50\", \"surplus\": 1, \"months\": [1, null, \"-\", 5]}],\n"
      "  \"three_public\": {\"total\": {\"initial\": 5}, \"running\": {\"initial\": 3, \"executed\": \"2.80\"}}},\n"
      "\"procurement\": {\"records\": [{\"name\": \"空调\", \"reserve_mode\": \"subcontract\", \"acceptance\": "
      "\"2023-07-01\", \"awarded\": 9, \"contract\": 9, \"contract_sme\": 4, \"supplier\": \"某公司\", "
      "\"intent_exemption\": \"紧急\", \"publication_exemption\": \"涉密\", \"reserve_exemption\": \"不适宜\", "
      "\"payments\": [{\"due\": \"2023-08-01\", \"amount\": 4}, {\"paid\": \"2023-08-02\"}]},\n"
      "  {\"name\": \"打印\", \"payments\": [{\"amount\": 1}]}]},\n"
      "\"assets\": {\"stocktake\": \"2023-11-30\", \"records\": [{\"name\": \"桌\", \"number\": \"A1\", "
      "\"category\": \"furniture\", \"use\": \"idle\", \"acquired\": \"2020-02-29\", \"book_count\": 10, "
      "\"found_count\": \"9个\", \"book_value\": 2, \"found_value\": \"1.8\", \"difference_reason\": \"报废\"}]},\n"
      "\"registers\": {\"projects\": {\"title\": \"招商项目\", \"columns\": [{\"id\": \"name\", \"name\": "
      "\"名称\", \"type\": \"string\"}, {\"id\": \"sum\", \"type\": \"number\", \"unit\": \"亿元\"}, {\"id\": "
      "\"signed\", \"type\": \"date\"}, {\"id\": \"big\", \"type\": \"boolean\"}],\n"
      "    \"rows\": [{\"name\": \"一号\", \"sum\": \"1.20\", \"signed\": \"2023-06-01\", \"big\": true}, "
      "{\"sum\": \"-\", \"big\": false, \"signed\": \"不适用\"}, {}]}, \"visits\": {\"columns\": []}}}\n";

static pe_dossier *
read (const char *text)
{
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  if (pe_dossier_from_json (&dossier, text, strlen (text), NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  return dossier;
}

static void
check_budget (const pe_dossier *dossier)
{
  pe_budget_line       line;
  pe_three_public_line part;

  pe_budget_line_init (&line, sizeof line);
  assert_int_equal (pe_budget_get_line (&line, pe_dossier_get_budget (dossier), 0, NULL), PE_OK);
  assert_int_equal (line.funding, PE_FUNDING_OWN);
  assert_string_equal (line.economic_class, "302");
  assert_string_equal (line.project, "P1");
  assert_int_equal (line.carried_in.value.coefficient, 1);
  assert_int_equal (line.added.value.coefficient, 2);
  assert_int_equal (line.carry_over.value.coefficient, 350);
  assert_int_equal (line.surplus.unit, PE_UNIT_WAN_YUAN);
  assert_int_equal (line.n_months, 4);
  assert_int_equal (line.months[1].state, PE_STATE_MISSING);
  assert_int_equal (line.months[2].state, PE_STATE_NOT_APPLICABLE);
  assert_int_equal (line.months[3].value.coefficient, 5);
  pe_three_public_line_init (&part, sizeof part);
  assert_int_equal (pe_budget_get_three_public (&part, pe_dossier_get_budget (dossier), 1, NULL), PE_OK);
  assert_int_equal (part.item, PE_THREE_PUBLIC_RUNNING);
  assert_int_equal (part.executed.value.coefficient, 280);
}

static void
check_procurement (const pe_dossier *dossier)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (dossier);
  pe_procurement_record record;
  pe_payment            payment;

  pe_procurement_record_init (&record, sizeof record);
  assert_int_equal (pe_procurement_get_record (&record, procurement, 0, NULL), PE_OK);
  assert_int_equal (record.reserve_mode, PE_RESERVE_SUBCONTRACT);
  assert_int_equal (record.acceptance, 20230701);
  assert_int_equal (record.awarded.value.coefficient, 9);
  assert_int_equal (record.contract_sme.value.coefficient, 4);
  assert_string_equal (record.supplier, "某公司");
  assert_string_equal (record.intent_exemption, "紧急");
  assert_string_equal (record.publication_exemption, "涉密");
  assert_string_equal (record.reserve_exemption, "不适宜");
  assert_int_equal (pe_procurement_get_n_payments (procurement), 3);
  pe_payment_init (&payment, sizeof payment);
  assert_int_equal (pe_procurement_get_payment (&payment, procurement, 2, NULL), PE_OK);
  assert_int_equal (payment.record, 2);
  assert_int_equal (pe_place_get_line (pe_dossier_find_place (dossier, "/procurement/records/1/payments/0/amount")), 5);
}

static void
check_others (const pe_dossier *dossier)
{
  const pe_register *projects = pe_dossier_find_register (dossier, "projects");
  pe_asset_record    asset;
  pe_register_cell   cell;

  pe_asset_record_init (&asset, sizeof asset);
  assert_int_equal (pe_assets_get_record (&asset, pe_dossier_get_assets (dossier), 0, NULL), PE_OK);
  assert_int_equal (asset.category, PE_ASSET_FURNITURE);
  assert_int_equal (asset.use, PE_ASSET_IDLE);
  assert_int_equal (asset.found_count.unit, PE_UNIT_COUNT);
  assert_int_equal (asset.found_value.value.coefficient, 18);
  assert_int_equal (pe_assets_get_stocktake (pe_dossier_get_assets (dossier)), 20231130);
  assert_int_equal (pe_dossier_get_n_registers (dossier), 2);
  assert_string_equal (pe_register_get_id (pe_dossier_get_register (dossier, 1)), "visits");
  assert_null (pe_dossier_get_register (dossier, 2));
  assert_null (pe_dossier_find_register (dossier, "none"));
  assert_int_equal (pe_register_get_n_rows (projects), 3);
  pe_register_cell_init (&cell, sizeof cell);
  assert_int_equal (pe_register_get_cell (&cell, projects, 0, 1, NULL), PE_OK);
  assert_int_equal (cell.figure.unit, PE_UNIT_YI_YUAN);
  assert_int_equal (pe_register_get_cell (&cell, projects, 1, 2, NULL), PE_OK);
  assert_int_equal (cell.figure.state, PE_STATE_NOT_APPLICABLE);
  assert_int_equal (pe_register_get_cell (&cell, projects, 1, 3, NULL), PE_OK);
  assert_int_equal (cell.figure.unit, PE_UNIT_TRUTH);
}

/* What is written is read back the same, digest and all. */
static void
test_whole (void **state)
{
  pe_dossier *dossier = read (whole), *again;
  pe_text    *text = NULL;

  (void) state;
  check_budget (dossier);
  check_procurement (dossier);
  check_others (dossier);
  assert_int_equal (pe_dossier_to_json (&text, dossier, NULL), PE_OK);
  again = read (pe_text_get_data (text));
  assert_int_equal (pe_dossier_is_equal (dossier, again), 1);
  assert_int_equal (pe_budget_is_equal (pe_dossier_get_budget (dossier), pe_dossier_get_budget (again)), 1);
  pe_text_unref (text);
  pe_dossier_unref (again);
  pe_dossier_unref (dossier);
}

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("record-faults.txt", read_dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_whole), cmocka_unit_test (test_faults) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
