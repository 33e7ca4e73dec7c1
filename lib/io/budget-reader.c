/* budget-reader.c - the budget of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"
#include "figure-reader-private.h"

enum
{
  BUDGET_UNIT,
  BUDGET_LINES,
  N_BUDGET
};

static const pe_member_rule budget_members[N_BUDGET] = {
  { "unit", PE_MEMBER_OPTIONAL },
  { "lines", PE_MEMBER_OPTIONAL },
};

enum
{
  LINE_NAME,
  LINE_CATEGORY,
  LINE_COMPLETE,
  LINE_INITIAL,
  LINE_ADJUSTED,
  LINE_EXECUTED,
  LINE_LINES,
  N_LINE
};

static const pe_member_rule line_members[N_LINE] = {
  { "name", PE_MEMBER_REQUIRED },    { "category", PE_MEMBER_OPTIONAL }, { "complete", PE_MEMBER_OPTIONAL },
  { "initial", PE_MEMBER_OPTIONAL }, { "adjusted", PE_MEMBER_OPTIONAL }, { "executed", PE_MEMBER_OPTIONAL },
  { "lines", PE_MEMBER_OPTIONAL },
};

/* Reads one line; answers the array of the lines below it. */
static pe_json_index
read_line (pe_document *document, pe_json_index value, const pe_figure_surroundings *money, pe_budget_line *line)
{
  pe_json_index members[N_LINE];

  pe_document_read_object (document, value, line_members, N_LINE, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_budget_line_init (line, sizeof *line);
  line->name = pe_document_read_text (document, members[LINE_NAME]);
  line->category = pe_document_read_word (document, members[LINE_CATEGORY], pe_words_budget_category);
  line->complete = pe_document_read_bool (document, members[LINE_COMPLETE], FALSE);
  pe_figure_read (document, members[LINE_INITIAL], money, &line->initial, NULL);
  pe_figure_read (document, members[LINE_ADJUSTED], money, &line->adjusted, NULL);
  pe_figure_read (document, members[LINE_EXECUTED], money, &line->executed, NULL);
  return members[LINE_LINES];
}

static void
read_lines (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, pe_document_table *table)
{
  pe_document_walk walk;
  pe_json_index    value;
  uint32_t         parent;

  pe_document_walk_init (&walk, document);
  pe_document_walk_enter (&walk, array, 0);
  while (pe_document_walk_next (&walk, &value, &parent))
    {
      pe_budget_line *line = pe_document_table_append (document, table, value);
      pe_json_index   below;

      if (line == NULL)
        break;
      below = read_line (document, value, money, line);
      line->parent = parent;
      /* Items are limited to less than 2^32 when the text is read. */
      pe_document_walk_enter (&walk, below, (uint32_t) table->items.size);
    }
  pe_document_walk_clear (&walk);
}

static pe_status
add_lines (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_budget_builder_add_many (builder, items, n, error);
}

static pe_budget *
build (pe_document *document, const pe_document_table *table, pe_json_index root)
{
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;
  uint64_t           n_errors = pe_document_get_n_errors (document);

  if (pe_budget_builder_new (&builder, NULL, &error) != PE_OK)
    {
      pe_document_take_error (document, error, root);
      return NULL;
    }
  pe_document_table_add_to (document, table, add_lines, builder);
  if (pe_document_get_n_errors (document) == n_errors)
    {
      pe_budget_builder_build (&budget, builder, &findings, &error);
      pe_document_take_findings (document, findings, error, root);
    }
  pe_budget_builder_free (builder);
  return budget;
}

pe_budget *
pe_budget_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit)
{
  pe_document_table      table = PE_DOCUMENT_TABLE_INIT (pe_budget_line, G_STRUCT_OFFSET (pe_budget_line, parent));
  pe_figure_surroundings money = { PE_FIGURE_MONEY, money_unit, NULL };
  pe_json_index          members[N_BUDGET];
  pe_budget             *budget = NULL;
  uint64_t               n_errors = pe_document_get_n_errors (document);

  pe_document_read_object (document, value, budget_members, N_BUDGET, PE_ERROR_MEMBER_UNKNOWN, members);
  if (members[BUDGET_UNIT] != PE_JSON_NONE)
    money.unit = pe_figure_read_money_unit (document, members[BUDGET_UNIT]);
  /* Without the unit every amount would be reported as well. */
  if (pe_document_get_n_errors (document) == n_errors)
    read_lines (document, members[BUDGET_LINES], &money, &table);
  if (pe_document_get_n_errors (document) == n_errors)
    budget = build (document, &table, root);
  pe_document_table_clear (&table);
  return budget;
}
