/* facts-reader.c - facts, rows, declared scores, readings and narratives of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../rules/record-private.h"
#include "dossier-reader-private.h"
#include "figure-reader-private.h"

gboolean
pe_code_read_name (pe_document *document, pe_json_index member)
{
  pe_error *error = NULL;

  if (pe_code_is_valid (pe_json_get_name (document->json, member, NULL)))
    return TRUE;
  pe_code_set_error (&error, pe_json_get_name (document->json, member, NULL), "");
  pe_document_take_error (document, error, member);
  return FALSE;
}

/* Facts */

static const pe_figure_surroundings of_fact = { PE_FIGURE_FACT, PE_UNIT_NONE, NULL };

static void
read_facts_of (pe_document *document, pe_json_index indicator, pe_document_table *table)
{
  if (!pe_code_read_name (document, indicator) || !pe_document_read_names (document, indicator))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, indicator); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_fact *fact = pe_document_table_append (document, table, value);

      if (fact == NULL)
        return;
      pe_fact_init (fact, sizeof *fact);
      fact->indicator = pe_json_get_name (document->json, indicator, NULL);
      fact->name = pe_json_get_name (document->json, value, NULL);
      pe_figure_read (document, value, &of_fact, &fact->figure, &fact->text);
    }
}

static pe_status
add_facts (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_facts (builder, items, n, error);
}

void
pe_facts_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_fact, G_MAXSIZE);

  if (!pe_document_read_names (document, value))
    return;
  for (value = pe_json_get_first (document->json, value); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    read_facts_of (document, value, &table);
  pe_document_table_add_to (document, &table, add_facts, builder);
  pe_document_table_clear (&table);
}

/* Rows */

enum
{
  ROW_NAME,
  ROW_NATURE,
  ROW_SIGN,
  ROW_UNIT,
  ROW_MARKS,
  ROW_TARGET,
  ROW_ADJUSTED_TARGET,
  ROW_ACTUAL,
  ROW_GRADE,
  ROW_SCORE,
  ROW_REASON,
  ROW_EVIDENCE,
  ROW_WITHDRAWN,
  ROW_ROWS,
  N_ROW
};

static const pe_member_rule row_members[N_ROW] = {
  { "name", PE_MEMBER_REQUIRED },
  { "nature", PE_MEMBER_OPTIONAL },
  { "sign", PE_MEMBER_OPTIONAL },
  { "unit", PE_MEMBER_OPTIONAL },
  { "marks", PE_MEMBER_OPTIONAL },
  { "target", PE_MEMBER_OPTIONAL },
  { "adjusted_target", PE_MEMBER_OPTIONAL },
  { "actual", PE_MEMBER_OPTIONAL },
  { "grade", PE_MEMBER_OPTIONAL },
  { "score", PE_MEMBER_OPTIONAL },
  { "reason", PE_MEMBER_OPTIONAL },
  { "evidence", PE_MEMBER_OPTIONAL },
  { "withdrawn", PE_MEMBER_OPTIONAL },
  { "rows", PE_MEMBER_OPTIONAL },
};

static const pe_figure_surroundings of_points = { PE_FIGURE_POINTS, PE_UNIT_NONE, NULL };

static void
read_figures (pe_document *document, const pe_json_index members[N_ROW], pe_row *row)
{
  const pe_figure_surroundings of_row = { PE_FIGURE_FACT, pe_figure_find_unit (row->unit), row->unit };

  pe_figure_read (document, members[ROW_TARGET], &of_row, &row->target, &row->target_text);
  pe_figure_read (document, members[ROW_ADJUSTED_TARGET], &of_row, &row->adjusted_target, &row->adjusted_text);
  pe_figure_read (document, members[ROW_ACTUAL], &of_row, &row->actual, &row->actual_text);
  pe_figure_read (document, members[ROW_MARKS], &of_points, &row->marks, NULL);
  pe_figure_read (document, members[ROW_SCORE], &of_points, &row->score, NULL);
}

/* Reads one row; answers the array of the rows below it. */
static pe_json_index
read_row (pe_document *document, pe_json_index value, pe_row *row)
{
  pe_json_index members[N_ROW];

  pe_document_read_object (document, value, row_members, N_ROW, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_row_init (row, sizeof *row);
  row->name = pe_document_read_text (document, members[ROW_NAME]);
  row->nature = pe_document_read_word (document, members[ROW_NATURE], pe_words_nature);
  row->sign = pe_document_read_word (document, members[ROW_SIGN], pe_words_sign);
  row->withdrawn = pe_document_read_bool (document, members[ROW_WITHDRAWN], FALSE);
  row->unit = pe_document_read_text (document, members[ROW_UNIT]);
  row->grade = pe_document_read_text (document, members[ROW_GRADE]);
  row->reason = pe_document_read_text (document, members[ROW_REASON]);
  row->evidence = pe_document_read_text (document, members[ROW_EVIDENCE]);
  read_figures (document, members, row);
  return members[ROW_ROWS];
}

static void
read_slot (pe_document *document, pe_json_index slot, pe_document_table *table)
{
  const size_t     first = table->items.size;
  pe_document_walk walk;
  pe_json_index    value;
  uint32_t         parent;

  if (!pe_code_read_name (document, slot))
    return;
  pe_document_walk_init (&walk, document);
  pe_document_walk_enter (&walk, slot, 0);
  while (pe_document_walk_next (&walk, &value, &parent))
    {
      pe_row       *row = pe_document_table_append (document, table, value);
      pe_json_index below;

      if (row == NULL)
        break;
      below = read_row (document, value, row);
      row->slot = pe_json_get_name (document->json, slot, NULL);
      row->parent = parent;
      pe_document_walk_enter (&walk, below, (uint32_t) (table->items.size - first));
    }
  pe_document_walk_clear (&walk);
}

static pe_status
add_rows (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_rows (builder, items, n, error);
}

void
pe_rows_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_row, G_STRUCT_OFFSET (pe_row, parent));
  const uint64_t    n_errors = pe_document_get_n_errors (document);

  if (!pe_document_read_names (document, value))
    return;
  for (value = pe_json_get_first (document->json, value); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    read_slot (document, value, &table);
  if (pe_document_get_n_errors (document) == n_errors)
    pe_document_table_add_to (document, &table, add_rows, builder);
  pe_document_table_clear (&table);
}

/* Declared scores */

enum
{
  DECLARED_INDICATOR,
  DECLARED_SCORER,
  DECLARED_SCORE,
  DECLARED_EVIDENCE,
  DECLARED_REASON,
  N_DECLARED
};

static const pe_member_rule declared_members[N_DECLARED] = {
  { "indicator", PE_MEMBER_REQUIRED }, { "scorer", PE_MEMBER_REQUIRED }, { "score", PE_MEMBER_REQUIRED },
  { "evidence", PE_MEMBER_OPTIONAL },  { "reason", PE_MEMBER_OPTIONAL },
};

static void
read_declared (pe_document *document, pe_json_index value, void *item)
{
  pe_declared_score *declared = item;
  pe_json_index      members[N_DECLARED];

  pe_document_read_object (document, value, declared_members, N_DECLARED, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_declared_score_init (declared, sizeof *declared);
  declared->indicator = pe_document_read_text (document, members[DECLARED_INDICATOR]);
  declared->scorer = pe_document_read_word (document, members[DECLARED_SCORER], pe_words_scorer);
  pe_document_read_decimal (document, members[DECLARED_SCORE], &declared->score);
  declared->evidence = pe_document_read_text (document, members[DECLARED_EVIDENCE]);
  declared->reason = pe_document_read_text (document, members[DECLARED_REASON]);
}

static pe_status
add_declared (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_declared_scores (builder, items, n, error);
}

void
pe_declared_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_declared_score, G_MAXSIZE);

  pe_document_table_read (document, value, &table, read_declared, add_declared, builder);
}

/* Readings */

enum
{
  READING_PATH,
  READING_PRINTED,
  READING_MEANING,
  N_READING
};

static const pe_member_rule reading_members[N_READING] = {
  { "path", PE_MEMBER_REQUIRED },
  { "printed", PE_MEMBER_REQUIRED },
  { "meaning", PE_MEMBER_REQUIRED },
};

static void
read_reading (pe_document *document, pe_json_index value, void *item)
{
  pe_reading   *reading = item;
  pe_json_index members[N_READING];

  pe_document_read_object (document, value, reading_members, N_READING, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_reading_init (reading, sizeof *reading);
  reading->path = pe_document_read_text (document, members[READING_PATH]);
  reading->printed = pe_document_read_text (document, members[READING_PRINTED]);
  reading->meaning = pe_document_read_text (document, members[READING_MEANING]);
}

static pe_status
add_readings (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_readings (builder, items, n, error);
}

void
pe_readings_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_reading, G_MAXSIZE);

  pe_document_table_read (document, value, &table, read_reading, add_readings, builder);
}

/* Narratives */

static const pe_member_rule narrative_members[] = { { "section", PE_MEMBER_REQUIRED }, { "text", PE_MEMBER_REQUIRED } };

static void
read_narrative (pe_document *document, pe_json_index value, void *item)
{
  pe_narrative *narrative = item;
  pe_json_index members[G_N_ELEMENTS (narrative_members)];

  pe_document_read_object (
      document, value, narrative_members, G_N_ELEMENTS (narrative_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_narrative_init (narrative, sizeof *narrative);
  narrative->section = pe_document_read_text (document, members[0]);
  narrative->text = pe_document_read_text (document, members[1]);
}

static pe_status
add_narratives (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_dossier_builder_add_narratives (builder, items, n, error);
}

void
pe_narratives_read (pe_document *document, pe_json_index value, pe_dossier_builder *builder)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_narrative, G_MAXSIZE);

  pe_document_table_read (document, value, &table, read_narrative, add_narratives, builder);
}
