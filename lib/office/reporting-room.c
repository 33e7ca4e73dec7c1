/* reporting-room.c - what the elements of a template cost before anything is written
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/asset.h>
#include <perfeval/procurement.h>
#include <perfeval/register.h>

#include "reporting-private.h"

/* A picture has hundreds of strokes, and is drawn in 300 dots an inch. */
#define CHART_PARTS 10000
/* How much may be looked through for the room of one part; the checks of a review look through all of it some forty times. */
#define LOOKED_THROUGH 32

/* What elements go through: nodes and entries of the evaluation, rows, lines and texts of the dossier. */
static uint64_t
count_listed (const pe_reporting *self)
{
  return (uint64_t) pe_evaluation_get_n_nodes (self->evaluation)
         + pe_ledger_get_size (pe_evaluation_get_ledger (self->evaluation)) + pe_dossier_get_n_rows (self->dossier)
         + pe_budget_get_n_lines (pe_dossier_get_budget (self->dossier)) + pe_dossier_get_n_readings (self->dossier)
         + pe_dossier_get_n_narratives (self->dossier);
}

/* All that a review goes through. */
static uint64_t
count_reviewed (const pe_reporting *self)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (self->dossier);
  uint64_t              n
      = count_listed (self) + pe_dossier_get_n_facts (self->dossier) + pe_procurement_get_n_records (procurement)
        + pe_procurement_get_n_payments (procurement) + pe_assets_get_n_records (pe_dossier_get_assets (self->dossier));

  for (size_t i = 0; i < pe_dossier_get_n_registers (self->dossier); i++)
    n += pe_register_get_n_rows (pe_dossier_get_register (self->dossier, i));
  return n;
}

gboolean
pe_reporting_take_item (pe_reporting *self, const pe_report_item *item)
{
  switch (item->kind)
    {
    case PE_REPORT_TITLE:
    case PE_REPORT_STATUS:
    case PE_REPORT_SECTION:
    case PE_REPORT_P:
    case PE_REPORT_NOTE:
    case PE_REPORT_PAGE:
      return pe_report_take (self->document, 1);
    case PE_REPORT_REVIEW:
      return pe_report_take (self->document, 1 + count_reviewed (self));
    case PE_REPORT_CHART:
      return pe_report_take (self->document, CHART_PARTS + count_listed (self) / LOOKED_THROUGH);
    default:
      return pe_report_take (self->document, 1 + count_listed (self) / LOOKED_THROUGH);
    }
}
