/* budget-reader.c - the budget of a dossier from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "dossier-reader-private.h"
#include "record-reader-private.h"

enum
{
  BUDGET_UNIT,
  BUDGET_LINES,
  BUDGET_THREE_PUBLIC,
  N_BUDGET
};

static const pe_member_rule budget_members[N_BUDGET] = {
  { "unit", PE_MEMBER_OPTIONAL },
  { "lines", PE_MEMBER_OPTIONAL },
  { "three_public", PE_MEMBER_OPTIONAL },
};

#define N_MONTHS 12

/* What the lines' months are read into: all lines' together, so that the array may move until every line is read. */
typedef struct
{
  pe_document_table lines;
  pe_vector         months; /* of pe_figure */
} budget_tables;

static void
read_months (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, pe_budget_line *line,
             pe_vector *months)
{
  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    {
      pe_figure month;

      if (line->n_months == N_MONTHS)
        {
          pe_document_report (document, value, PE_ERROR_LIMIT_ITEMS, "name", "months", "limit", "12", NULL);
          return;
        }
      pe_figure_read (document, value, money, &month, NULL);
      if (pe_vector_push (months, &month) != PE_OK)
        {
          pe_document_report_no_memory (document);
          return;
        }
      line->n_months++;
    }
}

/* Reads one line; answers the array of the lines below it. */
static pe_json_index
read_line (pe_document *document, pe_json_index value, const pe_figure_surroundings *money, pe_budget_line *line,
           pe_vector *months)
{
  static const char *const names[] = { "lines", "months" };
  pe_json_index            extras[G_N_ELEMENTS (names)];

  pe_record_read (document, value, pe_record_layout_get (PE_RECORD_BUDGET_LINE), money, line, names, extras,
                  G_N_ELEMENTS (names));
  read_months (document, extras[1], money, line, months);
  return extras[0];
}

/* The months stay where they are now. */
static void
link_months (budget_tables *self)
{
  const pe_figure *next = self->months.data;

  for (size_t i = 0; i < self->lines.items.size; i++)
    {
      pe_budget_line *line = pe_vector_at (&self->lines.items, pe_budget_line, i);

      line->months = line->n_months > 0 ? next : NULL;
      next = line->n_months > 0 ? next + line->n_months : next;
    }
}

static void
read_lines (pe_document *document, pe_json_index array, const pe_figure_surroundings *money, budget_tables *tables)
{
  pe_document_table *table = &tables->lines;
  pe_document_walk   walk;
  pe_json_index      value;
  uint32_t           parent;

  pe_document_walk_init (&walk, document);
  pe_document_walk_enter (&walk, array, 0);
  while (pe_document_walk_next (&walk, &value, &parent))
    {
      pe_budget_line *line = pe_document_table_append (document, table, value);
      pe_json_index   below;

      if (line == NULL)
        break;
      below = read_line (document, value, money, line, &tables->months);
      line->parent = parent;
      /* Items are limited to less than 2^32 when the text is read. */
      pe_document_walk_enter (&walk, below, (uint32_t) table->items.size);
    }
  pe_document_walk_clear (&walk);
  link_months (tables);
}

/* 三公经费: {"abroad": {"initial": "10", "executed": "8"}} */
static void
read_three_public (pe_document *document, pe_json_index value, const pe_figure_surroundings *money,
                   pe_document_table *table)
{
  static const pe_member_rule amounts[]
      = { { "initial", PE_MEMBER_OPTIONAL }, { "adjusted", PE_MEMBER_OPTIONAL }, { "executed", PE_MEMBER_OPTIONAL } };
  pe_member_rule items[PE_THREE_PUBLIC_RECEPTION];
  pe_json_index  values[PE_THREE_PUBLIC_RECEPTION], members[G_N_ELEMENTS (amounts)];

  for (int32_t i = 0; i < PE_THREE_PUBLIC_RECEPTION; i++)
    items[i] = (pe_member_rule) { pe_record_kind_get_word (PE_RECORD_THREE_PUBLIC, 0, i + 1), PE_MEMBER_OPTIONAL };
  if (value == PE_JSON_NONE
      || !pe_document_read_object (document, value, items, G_N_ELEMENTS (items), PE_ERROR_MEMBER_UNKNOWN, values))
    return;
  for (int32_t i = 0; i < PE_THREE_PUBLIC_RECEPTION; i++)
    {
      pe_three_public_line *line
          = values[i] != PE_JSON_NONE ? pe_document_table_append (document, table, values[i]) : NULL;

      if (line == NULL)
        continue;
      pe_document_read_object (document, values[i], amounts, G_N_ELEMENTS (amounts), PE_ERROR_MEMBER_UNKNOWN, members);
      pe_three_public_line_init (line, sizeof *line);
      line->item = i + 1;
      pe_figure_read (document, members[0], money, &line->initial, NULL);
      pe_figure_read (document, members[1], money, &line->adjusted, NULL);
      pe_figure_read (document, members[2], money, &line->executed, NULL);
    }
}

static pe_status
add_three_public (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_budget_builder_add_three_public (builder, items, n, error);
}

static pe_status
add_lines (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_budget_builder_add_many (builder, items, n, error);
}

static pe_budget *
build (pe_document *document, const budget_tables *tables, const pe_document_table *three_public, pe_json_index root)
{
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;

  if (pe_budget_builder_new (&builder, NULL, &error) != PE_OK)
    {
      pe_document_take_error (document, error, root);
      return NULL;
    }
  pe_document_table_add_to (document, &tables->lines, add_lines, builder);
  pe_document_table_add_to (document, three_public, add_three_public, builder);
  pe_budget_builder_build (&budget, builder, &findings, &error);
  pe_document_take_findings (document, findings, error, root);
  pe_budget_builder_free (builder);
  return budget;
}

pe_budget *
pe_budget_read (pe_document *document, pe_json_index value, pe_json_index root, pe_unit money_unit)
{
  budget_tables          tables = { PE_DOCUMENT_TABLE_INIT (pe_budget_line, G_STRUCT_OFFSET (pe_budget_line, parent)),
                                    PE_VECTOR_INIT (pe_figure) };
  pe_document_table      three_public = PE_DOCUMENT_TABLE_INIT (pe_three_public_line, G_MAXSIZE);
  pe_figure_surroundings money = { PE_FIGURE_MONEY, money_unit, NULL };
  pe_json_index          members[N_BUDGET];
  pe_budget             *budget = NULL;
  pe_budget_line         blank;

  pe_budget_line_init (&blank, sizeof blank);
  blank.name = "-";
  tables.lines.blank = &blank;
  pe_document_read_object (document, value, budget_members, N_BUDGET, PE_ERROR_MEMBER_UNKNOWN, members);
  if (members[BUDGET_UNIT] != PE_JSON_NONE)
    money.unit = pe_figure_read_money_unit (document, members[BUDGET_UNIT]);
  /* Without the unit every amount would be reported as well. */
  if (members[BUDGET_UNIT] == PE_JSON_NONE || money.unit != PE_UNIT_NONE)
    {
      read_lines (document, members[BUDGET_LINES], &money, &tables);
      read_three_public (document, members[BUDGET_THREE_PUBLIC], &money, &three_public);
      budget = build (document, &tables, &three_public, root);
    }
  pe_document_table_clear (&three_public);
  pe_document_table_clear (&tables.lines);
  pe_vector_clear (&tables.months);
  return budget;
}
