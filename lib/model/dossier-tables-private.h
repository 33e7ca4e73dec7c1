/* dossier-tables-private.h - what dossiers and their builders share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/finding-private.h"
#include "../base/vector-private.h"
#include "../base/arena-private.h"
#include "dossier-private.h"

struct pe_dossier
{
  gint               references;
  pe_arena           texts;
  pe_dossier_head    head;
  pe_budget         *budget;
  pe_procurement    *procurement;
  pe_assets         *assets;
  pe_register      **registers; /* by id; nullable */
  size_t             n_registers;
  pe_dossier        *prior;
  pe_place_map      *places;
  pe_fact           *facts;        /* by indicator, then name */
  pe_row            *rows;         /* by slot, then in printed order */
  uint32_t          *row_position; /* among the rows with the same parent */
  pe_declared_score *declared;
  size_t            *declared_order; /* by indicator, then scorer */
  pe_reading        *readings;
  size_t             n_facts;
  size_t             n_rows;
  size_t             n_declared;
  size_t             n_readings;
  pe_adjustment     *adjustments;
  size_t            *adjustment_order; /* by indicator, bonuses first, then as added */
  pe_event          *events;
  size_t             n_adjustments;
  size_t             n_events;
  pe_narrative      *narratives; /* as added */
  size_t             n_narratives;
  uint8_t            digest[PE_DIGEST_SIZE];
};

/* Takes the rows in, by slot and in printed order, and checks that each one's parent stands before it. FALSE when memory
 * ran out. */
gboolean pe_dossier_take_rows (pe_dossier *self, const pe_vector *rows, pe_collector *collector);
/* docs/digest.md, perfeval-dossier/1. FALSE when memory ran out. */
gboolean pe_dossier_take_digest (pe_dossier *self);
