/* procurement-measures.c - a procurement ledger, its measures, and the contracts behind one of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   面向中小企业采购占比 9.5 万元 / 29.5 万元
 *   合同按时签订率 1 个 / 2 个
 *   late: 物业服务 at /procurement/records/1
 */
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <string.h>

static const char ledger[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": "
      "\"department\","
      " \"money_unit\": \"万元\", \"procurement\": {\"records\": ["
      "  {\"name\": \"空调\", \"supplier_size\": \"small\", \"contract\": \"9.5\", \"award\": \"2023-03-01\","
      "   \"signing\": \"2023-03-31\"},"
      "  {\"name\": \"物业服务\", \"supplier_size\": \"large\", \"contract\": \"20.0\", \"award\": \"2023-03-01\","
      "   \"signing\": \"2023-04-01\"}]}}";

static void
show (const char *id, const char *name, const pe_dossier *dossier)
{
  pe_measure_value value;
  char             above[PE_DECIMAL_PRINT_SIZE], below[PE_DECIMAL_PRINT_SIZE];

  pe_measure_value_init (&value, sizeof value);
  if (pe_measure_derive (&value, id, dossier, NULL) == PE_OK && value.state == PE_STATE_VALUE
      && pe_decimal_print (above, sizeof above, &value.numerator.value, NULL) == PE_OK
      && pe_decimal_print (below, sizeof below, &value.denominator.value, NULL) == PE_OK)
    printf ("%s %s %s / %s %s\n", name, above, pe_unit_get_name (value.numerator.unit), below,
            pe_unit_get_name (value.denominator.unit));
}

/* Which contracts were signed later than 30 days after the award? */
static void
show_late (pe_dossier *dossier)
{
  pe_measure_trace     *trace = NULL;
  pe_contribution       contribution;
  pe_procurement_record record;
  pe_text              *path = NULL;
  size_t                i;

  pe_contribution_init (&contribution, sizeof contribution);
  pe_procurement_record_init (&record, sizeof record);
  if (pe_measure_trace_new (&trace, "procurement.signing_in_time", dossier, NULL, NULL) != PE_OK)
    return;
  for (i = 0; i < pe_measure_trace_get_size (trace); i++)
    if (pe_measure_trace_get (&contribution, trace, i, NULL) == PE_OK && contribution.numerator.value.coefficient == 0
        && pe_procurement_get_record (&record, pe_dossier_get_procurement (dossier), (size_t) contribution.index, NULL)
               == PE_OK
        && pe_measure_trace_print_path (&path, trace, i, NULL) == PE_OK)
      {
        printf ("late: %s at %s\n", record.name, pe_text_get_data (path));
        pe_text_unref (path);
      }
  pe_measure_trace_unref (trace);
}

int
main (void)
{
  pe_dossier *dossier = NULL;

  if (pe_dossier_from_json (&dossier, ledger, strlen (ledger), NULL, NULL, NULL) != PE_OK)
    return 1;
  show ("procurement.sme_share", "面向中小企业采购占比", dossier);
  show ("procurement.signing_in_time", "合同按时签订率", dossier);
  show_late (dossier);
  pe_dossier_unref (dossier);
  return 0;
}
