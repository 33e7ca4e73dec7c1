/* dossier-reader-private.h - the parts of a dossier, read one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"

/* Owned; NULL when a fault was reported. root is the dossier that the part stands in: paths of findings begin there. */
pe_budget      *pe_budget_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit);
pe_procurement *pe_procurement_read (pe_document *document, pe_json_index value, pe_json_index root,
                                     pe_unit money_unit);
pe_assets      *pe_assets_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit);

/* These add what they read to a builder. An absent value adds nothing. */
void pe_facts_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_rows_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_declared_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_readings_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_adjustments_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_registers_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_events_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);
void pe_narratives_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder);

/* Reads a dossier whose format was checked: owned; NULL when a fault was reported. */
pe_dossier *pe_dossier_read (pe_document *document, pe_json_index value);
/* Reads the dossier of a rulebook's case, which has no format and need not say its unit, year and kind: owned, without
 * places; NULL when a fault was reported. */
pe_dossier *pe_case_dossier_read (pe_document *document, pe_json_index value, const pe_dossier_head *defaults);

/* TRUE when the name of a member is a code; else it is reported. */
gboolean pe_code_read_name (pe_document *document, pe_json_index member);
