/* template.c - a workbook that a clerk fills in
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval-office/template.h>

#include <perfeval/batch_plan.h>
#include <perfeval/rule_argument.h>
#include <perfeval/rulebook_measure.h>
#include <perfeval/shape.h>
#include <perfeval/table_kind.h>
#include <string.h>

#include "xlsx-private.h"

/* Rows of a sheet, from 0: what to fill in, the headers, the first to fill in, how many. */
enum
{
  TITLE_ROW = 0,
  NOTE_ROW = 1,
  HEADER_ROW = 2,
  FIRST_ROW = 3,
  ROWS = 60
};

#define MONEY_UNIT "万元"
#define WIDTH_TEXT 24
#define WIDTH_OTHER 15

typedef enum
{
  FORMAT_TITLE,
  FORMAT_NOTE,
  FORMAT_HEADER,
  FORMAT_TEXT,
  FORMAT_MONEY,
  FORMAT_DATE,
  FORMAT_OTHER,
  FORMAT_GIVEN,
  FORMAT_TOTAL,
  FORMAT_TOTAL_NAME,
  N_FORMATS
} format_kind;

typedef struct
{
  pe_office_file     file;
  const pe_rulebook *rulebook;
  gboolean           zh;
  lxw_format        *formats[N_FORMATS];
} writer;

/* A sheet under way. */
typedef struct
{
  writer        *all;
  size_t         kind;
  pe_table_kind  about;
  lxw_worksheet *sheet;
  lxw_row_t      n_given; /* rows that the rulebook gives */
} table;

/* Formats: what is to be filled in is white and open, everything else is locked. */

static void
make_formats (writer *self)
{
  for (size_t i = 0; i < N_FORMATS; i++)
    {
      lxw_format *format = self->formats[i] = workbook_add_format (self->file.workbook);

      if (i != FORMAT_TITLE && i != FORMAT_NOTE)
        format_set_border (format, LXW_BORDER_THIN);
      format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
      if (i >= FORMAT_TEXT && i <= FORMAT_OTHER)
        format_set_unlocked (format);
    }
  format_set_bold (self->formats[FORMAT_TITLE]);
  format_set_font_size (self->formats[FORMAT_TITLE], 14);
  format_set_font_color (self->formats[FORMAT_NOTE], 0x606060);
  format_set_font_size (self->formats[FORMAT_NOTE], 9);
  format_set_text_wrap (self->formats[FORMAT_NOTE]);
  format_set_align (self->formats[FORMAT_NOTE], LXW_ALIGN_VERTICAL_BOTTOM);
  format_set_bold (self->formats[FORMAT_HEADER]);
  format_set_text_wrap (self->formats[FORMAT_HEADER]);
  format_set_align (self->formats[FORMAT_HEADER], LXW_ALIGN_CENTER);
  format_set_bg_color (self->formats[FORMAT_HEADER], 0xDDEBF7);
  format_set_num_format (self->formats[FORMAT_TEXT], "@");
  format_set_text_wrap (self->formats[FORMAT_TEXT]);
  format_set_num_format (self->formats[FORMAT_MONEY], "#,##0.00");
  format_set_num_format (self->formats[FORMAT_DATE], "yyyy-mm-dd");
  format_set_num_format (self->formats[FORMAT_GIVEN], "@");
  format_set_text_wrap (self->formats[FORMAT_GIVEN]);
  format_set_bg_color (self->formats[FORMAT_GIVEN], 0xF2F2F2);
  format_set_num_format (self->formats[FORMAT_TOTAL], "#,##0.00");
  format_set_bold (self->formats[FORMAT_TOTAL]);
  format_set_bg_color (self->formats[FORMAT_TOTAL], 0xF2F2F2);
  format_set_bold (self->formats[FORMAT_TOTAL_NAME]);
  format_set_bg_color (self->formats[FORMAT_TOTAL_NAME], 0xF2F2F2);
}

static lxw_format *
format_of (const writer *self, int32_t type)
{
  switch (type)
    {
    case PE_COLUMN_MONEY:
      return self->formats[FORMAT_MONEY];
    case PE_COLUMN_DATE:
      return self->formats[FORMAT_DATE];
    case PE_COLUMN_TEXT:
    case PE_TABLE_CODE:
    case PE_TABLE_FIGURE:
      return self->formats[FORMAT_TEXT];
    default:
      return self->formats[FORMAT_OTHER];
    }
}

/* What may be typed */

static void
validate_list (const table *self, const pe_table_column *column, size_t index, lxw_row_t first, lxw_row_t last,
               lxw_col_t at)
{
  lxw_data_validation validation;
  const char         *words[64];
  uint32_t            n = 0;

  memset (&validation, 0, sizeof validation);
  for (; column->type == PE_COLUMN_WORD && n < MIN (column->n_words, 63); n++)
    words[n] = pe_table_kind_get_word (self->kind, index, n, self->all->zh ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN);
  if (column->type == PE_COLUMN_TRUTH)
    {
      words[n++] = self->all->zh ? "是" : "yes";
      words[n++] = self->all->zh ? "否" : "no";
    }
  words[n] = NULL;
  validation.validate = LXW_VALIDATION_TYPE_LIST;
  validation.value_list = (char **) words; /* it is copied */
  worksheet_data_validation_range (self->sheet, first, at, last, at, &validation);
}

static void
validate_number (const table *self, int32_t type, lxw_row_t first, lxw_row_t last, lxw_col_t at)
{
  lxw_data_validation validation;

  memset (&validation, 0, sizeof validation);
  validation.validate = type == PE_COLUMN_MONEY ? LXW_VALIDATION_TYPE_DECIMAL : LXW_VALIDATION_TYPE_INTEGER;
  validation.criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
  validation.value_number = type == PE_TABLE_LEVEL ? 1 : 0;
  if (type == PE_TABLE_YEAR)
    {
      validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      validation.minimum_number = 1900;
      validation.maximum_number = 9999;
    }
  validation.error_title = (char *) (self->all->zh ? "请填写数字" : "A number, please");
  validation.error_message = (char *) (self->all->zh ? "此处应为不小于零的数字，单位见表头。"
                                                     : "A number of zero or more, in the unit of the header.");
  worksheet_data_validation_range (self->sheet, first, at, last, at, &validation);
}

static void
validate_date (const table *self, lxw_row_t first, lxw_row_t last, lxw_col_t at)
{
  lxw_data_validation validation;

  memset (&validation, 0, sizeof validation);
  validation.validate = LXW_VALIDATION_TYPE_DATE;
  validation.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  validation.minimum_datetime = (lxw_datetime) { 1900, 1, 1, 0, 0, 0 };
  validation.maximum_datetime = (lxw_datetime) { 9999, 12, 31, 0, 0, 0 };
  validation.error_title = (char *) (self->all->zh ? "请填写日期" : "A date, please");
  validation.error_message
      = (char *) (self->all->zh ? "应为实际存在的日期，如 2023-12-31。" : "A day that there is, e.g. 2023-12-31.");
  worksheet_data_validation_range (self->sheet, first, at, last, at, &validation);
}

static void
validate (const table *self, const pe_table_column *column, size_t index, lxw_row_t first, lxw_row_t last, lxw_col_t at)
{
  if (column->type == PE_COLUMN_WORD || column->type == PE_COLUMN_TRUTH)
    validate_list (self, column, index, first, last, at);
  else if (column->type == PE_COLUMN_DATE)
    validate_date (self, first, last, at);
  else if (column->type == PE_COLUMN_MONEY || column->type == PE_COLUMN_COUNT || column->type == PE_TABLE_LEVEL
           || column->type == PE_TABLE_YEAR)
    validate_number (self, column->type, first, last, at);
}

/* Sheets */

static void
get_column (const table *self, size_t index, pe_table_column *out)
{
  pe_table_column_init (out, sizeof *out);
  pe_table_kind_get_column (out, self->kind, index, NULL);
}

static const char *
note_of (const table *self, const pe_table_column *column)
{
  return self->all->zh ? column->note_zh : column->note_en;
}

/* "全年预算数（万元）*"; owned. */
static char *
header_of (const table *self, const pe_table_column *column)
{
  const char *name = self->all->zh ? column->name_zh : column->name_en;
  const char *unit
      = column->type == PE_COLUMN_MONEY ? (self->all->zh ? "（" MONEY_UNIT "）" : " (" MONEY_UNIT ")") : "";

  return g_strconcat (name, unit, column->is_required ? " *" : "", NULL);
}

static void
protect (const table *self)
{
  lxw_protection allowed;

  memset (&allowed, 0, sizeof allowed);
  allowed.format_columns = LXW_TRUE;
  allowed.format_rows = LXW_TRUE;
  worksheet_protect (self->sheet, NULL, &allowed);
}

static void
write_title (const table *self)
{
  worksheet_set_row (self->sheet, TITLE_ROW, 24, NULL);
  worksheet_write_string (self->sheet, TITLE_ROW, 0, self->all->zh ? self->about.name_zh : self->about.name_en,
                          self->all->formats[FORMAT_TITLE]);
}

/* The sum of what was filled in; of a budget, of its top level. */
static void
write_total (const table *self, lxw_row_t row, lxw_col_t at, const char *level)
{
  char  first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  char *formula;

  lxw_rowcol_to_cell (first, FIRST_ROW, at);
  lxw_rowcol_to_cell (last, row - 1, at);
  if (level != NULL)
    formula = g_strconcat ("=SUMIF(", level, ",1,", first, ":", last, ")", NULL);
  else
    formula = g_strconcat ("=SUM(", first, ":", last, ")", NULL);
  worksheet_write_formula (self->sheet, row, at, formula, self->all->formats[FORMAT_TOTAL]);
  g_free (formula);
}

static gboolean
has_money (const table *self)
{
  pe_table_column column;

  for (size_t i = 0; i < self->about.n_columns; i++)
    {
      get_column (self, i, &column);
      if (column.type == PE_COLUMN_MONEY)
        return TRUE;
    }
  return FALSE;
}

static void
write_totals (const table *self, lxw_row_t row)
{
  const gboolean  is_tree = self->about.shape == PE_TABLE_TREE;
  char            first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  char           *level;
  pe_table_column column;

  lxw_rowcol_to_cell_abs (first, FIRST_ROW, 0, LXW_TRUE, LXW_TRUE);
  lxw_rowcol_to_cell_abs (last, row - 1, 0, LXW_TRUE, LXW_TRUE);
  level = g_strconcat (first, ":", last, NULL);
  for (size_t i = 0; i < self->about.n_columns; i++)
    {
      get_column (self, i, &column);
      if (column.type == PE_COLUMN_MONEY)
        write_total (self, row, (lxw_col_t) i, is_tree ? level : NULL);
      else
        worksheet_write_string (
            self->sheet, row, (lxw_col_t) i, i == (is_tree ? 1 : 0) ? (self->all->zh ? "合计" : "total") : "",
            self->all->formats[FORMAT_TOTAL_NAME]);
    }
  g_free (level);
}

static void
write_records (const table *self)
{
  const lxw_row_t last = FIRST_ROW + MAX (ROWS, self->n_given + 10) - 1;
  pe_table_column column;

  worksheet_set_row (self->sheet, NOTE_ROW, 40, NULL);
  worksheet_set_row (self->sheet, HEADER_ROW, 34, NULL);
  for (size_t i = 0; i < self->about.n_columns; i++)
    {
      char *header;

      get_column (self, i, &column);
      header = header_of (self, &column);
      worksheet_set_column (
          self->sheet, (lxw_col_t) i, (lxw_col_t) i,
          column.type == PE_COLUMN_TEXT || strcmp (column.id, "name") == 0 ? WIDTH_TEXT : WIDTH_OTHER, NULL);
      worksheet_write_string (
          self->sheet, NOTE_ROW, (lxw_col_t) i, note_of (self, &column), self->all->formats[FORMAT_NOTE]);
      worksheet_write_string (self->sheet, HEADER_ROW, (lxw_col_t) i, header, self->all->formats[FORMAT_HEADER]);
      for (lxw_row_t row = FIRST_ROW + self->n_given; row <= last; row++)
        worksheet_write_blank (self->sheet, row, (lxw_col_t) i, format_of (self->all, column.type));
      validate (self, &column, i, FIRST_ROW, last, (lxw_col_t) i);
      g_free (header);
    }
  if (has_money (self))
    write_totals (self, last + 1);
  worksheet_freeze_panes (self->sheet, FIRST_ROW, self->about.shape == PE_TABLE_TREE ? 2 : 1);
}

/* Items below each other. */
static void
write_pairs (const table *self, const pe_rulebook_head *head)
{
  worksheet_set_column (self->sheet, 0, 0, 34, NULL);
  worksheet_set_column (self->sheet, 1, 1, 40, NULL);
  worksheet_set_column (self->sheet, 2, 2, 40, NULL);
  for (size_t i = 0; i < self->about.n_columns; i++)
    {
      const lxw_row_t row = (lxw_row_t) i + 1;
      pe_table_column column;
      char           *header;
      lxw_format     *format;

      get_column (self, i, &column);
      header = header_of (self, &column);
      format = format_of (self->all, column.type);
      worksheet_write_string (self->sheet, row, 0, header, self->all->formats[FORMAT_HEADER]);
      worksheet_write_blank (self->sheet, row, 1, format);
      worksheet_write_string (self->sheet, row, 2, note_of (self, &column), self->all->formats[FORMAT_NOTE]);
      validate (self, &column, i, row, row, 1);
      if (head != NULL && strcmp (column.id, "fiscal_year") == 0)
        worksheet_write_number (self->sheet, row, 1, head->last_year, format);
      if (head != NULL && strcmp (column.id, "kind") == 0)
        worksheet_write_string (self->sheet, row, 1,
                                pe_table_kind_get_word (self->kind, i, (size_t) head->kind - 1,
                                                        self->all->zh ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN),
                                format);
      if (strcmp (column.id, "money_unit") == 0)
        worksheet_write_string (self->sheet, row, 1, MONEY_UNIT, format);
      g_free (header);
    }
}

/* The indicators of a shape, with their codes. */
static void
give_indicators (table *self, const char *shape)
{
  for (size_t i = 0; i < pe_rulebook_get_n_indicators (self->all->rulebook); i++)
    {
      pe_indicator    indicator;
      pe_table_column column;
      const char     *name;

      pe_indicator_init (&indicator, sizeof indicator);
      if (pe_rulebook_get_indicator (&indicator, self->all->rulebook, i, NULL) != PE_OK || indicator.rule == NULL)
        continue;
      name = pe_shape_get_name (pe_rule_get_shape (indicator.rule));
      if (name == NULL || strcmp (name, shape) != 0)
        continue;
      for (size_t k = 0; k < self->about.n_columns; k++)
        {
          const lxw_row_t row = FIRST_ROW + self->n_given;
          const char     *text = NULL;

          get_column (self, k, &column);
          if (k == 0)
            text = indicator.code;
          else if (strcmp (column.id, "title") == 0)
            text = self->all->zh || indicator.name_en == NULL ? indicator.name_zh : indicator.name_en;
          else if (strcmp (column.id, "scorer") == 0)
            text = pe_table_kind_get_word (self->kind, k, 0, self->all->zh ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN);
          if (text != NULL)
            worksheet_write_string (self->sheet, row, (lxw_col_t) k, text,
                                    strcmp (column.id, "scorer") == 0 ? format_of (self->all, column.type)
                                                                      : self->all->formats[FORMAT_GIVEN]);
          else
            worksheet_write_blank (self->sheet, row, (lxw_col_t) k, format_of (self->all, column.type));
        }
      self->n_given++;
    }
}

/* The facts that the leaves read; what an indicator is called stands in a comment. */

static void
give_fact (table *self, const pe_indicator *indicator, const char *name)
{
  const lxw_row_t row = FIRST_ROW + self->n_given++;

  worksheet_write_string (self->sheet, row, 0, indicator->code, self->all->formats[FORMAT_GIVEN]);
  worksheet_write_comment (
      self->sheet, row, 0, self->all->zh || indicator->name_en == NULL ? indicator->name_zh : indicator->name_en);
  worksheet_write_string (self->sheet, row, 1, name, self->all->formats[FORMAT_GIVEN]);
  worksheet_write_blank (self->sheet, row, 2, self->all->formats[FORMAT_TEXT]);
}

/* The facts that a rule's arguments are; those of a slot are members of its rows. */
static void
give_arguments (table *self, const pe_indicator *indicator)
{
  const size_t       shape = pe_rule_get_shape (indicator->rule);
  pe_shape_parameter parameter;
  pe_rule_argument   argument;

  pe_shape_parameter_init (&parameter, sizeof parameter);
  pe_rule_argument_init (&argument, sizeof argument);
  for (size_t i = 0; strcmp (pe_shape_get_name (shape), "slot") != 0 && i < pe_shape_get_n_parameters (shape); i++)
    if (pe_shape_get_parameter (&parameter, shape, i, NULL) == PE_OK && parameter.kind == PE_PARAMETER_ARGUMENT
        && pe_rule_read_argument (&argument, indicator->rule, parameter.name, NULL) == PE_OK
        && argument.source == PE_ARGUMENT_FACT)
      give_fact (self, indicator, argument.name);
}

/* A leaf that no kernel scores has its arguments; every other one what the plan says, which knows formulas as well. */
static void
give_leaf (table *self, const pe_batch_plan *plan, size_t index)
{
  const lxw_row_t before = self->n_given;
  pe_indicator    indicator;
  pe_batch_input  input;

  pe_indicator_init (&indicator, sizeof indicator);
  pe_batch_input_init (&input, sizeof input);
  if (pe_rulebook_get_indicator (&indicator, self->all->rulebook, index, NULL) != PE_OK || indicator.rule == NULL)
    return;
  for (size_t i = 0; i < pe_batch_plan_get_n_inputs (plan); i++)
    if (pe_batch_plan_get_input (&input, plan, i, NULL) == PE_OK && input.kind == PE_BATCH_INPUT_FACT
        && input.indicator >= 0 && (size_t) input.indicator == index)
      give_fact (self, &indicator, input.name);
  if (self->n_given == before)
    give_arguments (self, &indicator);
}

static pe_status
give_facts (table *self, const pe_rulebook_head *head, pe_error **error)
{
  pe_batch_plan_options options;
  pe_batch_plan        *plan = NULL;
  pe_status             status;

  pe_batch_plan_options_init (&options, sizeof options);
  options.records = PE_BATCH_RECORDS_POINTS;
  options.fiscal_year = head->last_year;
  status = pe_batch_plan_new (&plan, (pe_rulebook *) self->all->rulebook, &options, NULL, error);
  for (size_t i = 0; status == PE_OK && i < pe_rulebook_get_n_indicators (self->all->rulebook); i++)
    give_leaf (self, plan, i);
  pe_batch_plan_unref (plan);
  return status;
}

/* Registers: the columns that the measures of the rulebook read */

#define REGISTER_HEAD "register."

/* A column "register.projects.signed" of a measure. */
typedef struct
{
  char        *id; /* of the register; owned */
  const char  *column;
  pe_fact_type type;
} register_column;

static gboolean
is_known (const GArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const register_column *known = &g_array_index (columns, register_column, i);
      const char            *rest = name + strlen (REGISTER_HEAD);

      if (g_str_has_prefix (rest, known->id) && rest[strlen (known->id)] == '.'
          && strcmp (known->column, strrchr (rest, '.') + 1) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_columns (GArray *columns, const pe_rulebook_measure *measure)
{
  pe_rulebook_measure_spec spec;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  if (pe_rulebook_measure_describe (&spec, measure, NULL) != PE_OK)
    return;
  for (size_t i = 0; i < spec.n_columns; i++)
    {
      const char     *rest = spec.columns[i] + strlen (REGISTER_HEAD), *dot = strrchr (rest, '.');
      register_column added = { NULL, NULL, spec.types[i] };

      if (dot == NULL || is_known (columns, spec.columns[i]))
        continue;
      added.id = g_strndup (rest, (gsize) (dot - rest));
      added.column = dot + 1;
      g_array_append_val (columns, added); /* static: memleak: the array owns it now */
    }
}

static GArray *
find_columns (const pe_rulebook *rulebook)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (register_column));

  for (size_t i = 0; i < pe_rulebook_get_n_measures (rulebook); i++)
    add_columns (columns, pe_rulebook_get_measure (rulebook, i));
  return columns;
}

static void
free_columns (GArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    g_free (g_array_index (columns, register_column, i).id);
  g_array_free (columns, TRUE);
}

/* The number of the word for a type, and the type of the cells. */
static size_t
find_type (pe_fact_type type, int32_t *cells)
{
  static const struct
  {
    size_t  word;
    int32_t cells;
  } types[] = {
    [PE_FACT_NUMBER] = { 1, PE_COLUMN_NUMBER },
    [PE_FACT_STRING] = { 0, PE_COLUMN_TEXT },
    [PE_FACT_BOOLEAN] = { 3, PE_COLUMN_TRUTH },
    [PE_FACT_DATE] = { 2, PE_COLUMN_DATE },
  };

  *cells = types[type].cells;
  return types[type].word;
}

static void
give_columns (table *self)
{
  GArray         *columns = find_columns (self->all->rulebook);
  pe_table_column column;
  int32_t         cells;

  for (guint i = 0; i < columns->len; i++, self->n_given++)
    for (size_t k = 0; k < self->about.n_columns; k++)
      {
        const register_column *given = &g_array_index (columns, register_column, i);
        const lxw_row_t        row = FIRST_ROW + self->n_given;
        const char            *text = NULL;

        get_column (self, k, &column);
        if (k == 0)
          text = given->id;
        else if (strcmp (column.id, "id") == 0)
          text = given->column;
        else if (strcmp (column.id, "type") == 0)
          text = pe_table_kind_get_word (
              self->kind, k, find_type (given->type, &cells), self->all->zh ? PE_LANGUAGE_ZH : PE_LANGUAGE_EN);
        if (text != NULL)
          worksheet_write_string (self->sheet, row, (lxw_col_t) k, text, self->all->formats[FORMAT_GIVEN]);
        else
          worksheet_write_blank (self->sheet, row, (lxw_col_t) k, format_of (self->all, column.type));
      }
  free_columns (columns);
}

/* The sheet of one register, whose columns are those of its id. */
static pe_status
write_register (writer *self, const GArray *columns, const char *id, pe_error **error)
{
  table           data = { self, 0, { 0 }, NULL, 0 };
  const lxw_row_t last = FIRST_ROW + ROWS - 1;
  lxw_col_t       at = 0;

  data.sheet = workbook_add_worksheet (self->file.workbook, id);
  if (data.sheet == NULL)
    return pe_office_fail (error, PE_ERROR_FILE, NULL, NULL);
  worksheet_write_string (data.sheet, TITLE_ROW, 0, id, self->formats[FORMAT_TITLE]);
  for (guint i = 0; i < columns->len; i++)
    {
      const register_column *given = &g_array_index (columns, register_column, i);
      pe_table_column        column = { .struct_size = sizeof column };

      if (strcmp (given->id, id) != 0)
        continue;
      find_type (given->type, &column.type);
      worksheet_write_string (data.sheet, HEADER_ROW, at, given->column, self->formats[FORMAT_HEADER]);
      worksheet_set_column (data.sheet, at, at, WIDTH_OTHER, NULL);
      for (lxw_row_t row = FIRST_ROW; row <= last; row++)
        worksheet_write_blank (data.sheet, row, at, format_of (self, column.type));
      validate (&data, &column, 0, FIRST_ROW, last, at++);
    }
  worksheet_freeze_panes (data.sheet, FIRST_ROW, 0);
  protect (&data);
  return PE_OK;
}

static pe_status
write_registers (writer *self, pe_error **error)
{
  GArray   *columns = find_columns (self->rulebook);
  pe_status status = PE_OK;

  for (guint i = 0; i < columns->len && status == PE_OK; i++)
    {
      const char *id = g_array_index (columns, register_column, i).id;
      guint       first = 0;

      while (strcmp (g_array_index (columns, register_column, first).id, id) != 0)
        first++;
      if (first == i)
        status = write_register (self, columns, id, error);
    }
  free_columns (columns);
  return status;
}

static pe_status
write_kind (writer *self, size_t kind, const pe_rulebook_head *head, pe_error **error)
{
  table     data = { self, kind, { 0 }, NULL, 0 };
  pe_status status = PE_OK;

  pe_table_kind_init (&data.about, sizeof data.about);
  pe_table_kind_get (&data.about, kind, NULL);
  data.sheet = workbook_add_worksheet (self->file.workbook, self->zh ? data.about.name_zh : data.about.name_en);
  if (data.sheet == NULL)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  write_title (&data);
  if (strcmp (data.about.id, "declared") == 0)
    give_indicators (&data, "attested");
  else if (strcmp (data.about.id, "rows") == 0)
    give_indicators (&data, "slot");
  else if (strcmp (data.about.id, "facts") == 0)
    status = give_facts (&data, head, error);
  else if (strcmp (data.about.id, "register_columns") == 0)
    give_columns (&data);
  if (data.about.shape == PE_TABLE_PAIRS)
    write_pairs (&data, strcmp (data.about.id, "head") == 0 ? head : NULL);
  else
    write_records (&data);
  protect (&data);
  worksheet_set_landscape (data.sheet);
  worksheet_set_paper (data.sheet, 9); /* A4 */
  if (data.about.n_columns <= 12)
    worksheet_fit_to_pages (data.sheet, 1, 0);
  return status;
}

pe_status
pe_template_to_xlsx (pe_text **out, const pe_rulebook *rulebook, pe_language language, pe_error **error)
{
  writer           data = { { -1, NULL }, rulebook, language != PE_LANGUAGE_EN, { NULL } };
  pe_rulebook_head head;
  pe_status        status;

  if (out == NULL || rulebook == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "rulebook", "not NULL", "非空指针");
  pe_rulebook_head_init (&head, sizeof head);
  status = pe_rulebook_get_head (&head, rulebook, error);
  if (status == PE_OK)
    status = pe_office_file_open (&data.file, error);
  if (status == PE_OK)
    make_formats (&data);
  for (size_t i = 0; i < pe_table_kind_get_n () && status == PE_OK; i++)
    status = write_kind (&data, i, &head, error);
  if (status == PE_OK)
    status = write_registers (&data, error);
  if (status == PE_OK)
    return pe_office_file_finish (&data.file, out, error);
  pe_office_file_clear (&data.file);
  return status;
}
