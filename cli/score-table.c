/* score-table.c - the aligned table of an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "cli.h"

/* Widths that leave the name what remains of 80 columns. */
enum
{
  NAME_LEAST = 24,
  NUMBER_LEAST = 7,
  COLUMNS = 80
};

typedef struct table_layout
{
  int         code;
  int         name;
  int         number;
  int         origin;
  pe_language language;
  gboolean    colour;
} table_layout;

/* A decimal where one holds it; else truncated and marked so. */
char *
cli_points_text (const pe_evaluation *evaluation, size_t node, pe_points points)
{
  char       buffer[PE_DECIMAL_PRINT_SIZE];
  pe_decimal number;
  pe_ratio  *ratio = NULL;
  pe_text   *text = NULL;
  char      *result = NULL;

  if (pe_evaluation_get_points (&number, evaluation, node, points, NULL) == PE_OK
      && pe_decimal_print (buffer, sizeof buffer, &number, NULL) == PE_OK)
    return g_strdup (points == PE_POINTS_LOST && number.coefficient == 0 ? "—" : buffer);
  if (pe_evaluation_compute_points (&ratio, evaluation, node, points, NULL) == PE_OK
      && pe_ratio_print_truncated (&text, ratio, 4, NULL) == PE_OK)
    result = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_ratio_unref (ratio);
  return result != NULL ? result : g_strdup ("?");
}

static void
read_node (pe_node *node, const pe_evaluation *evaluation, size_t index)
{
  pe_node_init (node, sizeof *node);
  pe_evaluation_get_node (node, evaluation, index, NULL);
}

static int
widest_points (const pe_evaluation *evaluation)
{
  int    widest = NUMBER_LEAST;
  size_t i;

  for (i = 0; i < pe_evaluation_get_n_nodes (evaluation); i++)
    for (pe_points which = PE_POINTS_FULL_MARKS; which <= PE_POINTS_LOST; which++)
      if (which != PE_POINTS_UNROUNDED)
        {
          char *text = cli_points_text (evaluation, i, which);

          widest = MAX (widest, cli_text_width (text) + 1);
          g_free (text);
        }
  return widest;
}

static void
lay_out (table_layout *self, const pe_evaluation *evaluation, pe_language language, gboolean colour)
{
  size_t i;

  self->language = language;
  self->colour = colour;
  self->code = cli_text_width (cli_word_get (CLI_WORD_CODE, language)) + 1;
  self->origin = language == PE_LANGUAGE_ZH ? 6 : 8;
  self->number = widest_points (evaluation);
  for (i = 0; i < pe_evaluation_get_n_nodes (evaluation); i++)
    {
      pe_node node;

      read_node (&node, evaluation, i);
      self->code = MAX (self->code, MIN (cli_text_width (node.code), 16) + 1);
    }
  self->name = MAX (NAME_LEAST, COLUMNS - self->code - 3 * self->number - 2 - self->origin);
}

static void
append_number (GString *out, const table_layout *layout, const char *text, cli_style style)
{
  GString *padded = g_string_new (NULL);

  cli_append_padded (padded, text, -layout->number);
  cli_append_styled (out, padded->str, style, layout->colour);
  g_string_free (padded, TRUE);
}

static void
append_points (GString *out, const table_layout *layout, const pe_evaluation *evaluation, size_t index)
{
  static const pe_points columns[] = { PE_POINTS_FULL_MARKS, PE_POINTS_SCORE, PE_POINTS_LOST };
  size_t                 i;

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      char    *text = cli_points_text (evaluation, index, columns[i]);
      gboolean loss = columns[i] == PE_POINTS_LOST && strcmp (text, "—") != 0;

      append_number (out, layout, text, loss ? CLI_STYLE_LOSS : CLI_STYLE_PLAIN);
      g_free (text);
    }
}

static void
trim_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

/* The name is wrapped in its column; the numbers stand on its first line. */
static void
append_row (GString *out, const table_layout *layout, const pe_evaluation *evaluation, size_t index,
            const pe_node *node)
{
  const char *name = layout->language == PE_LANGUAGE_ZH ? node->name_zh : node->name_en;
  int         indent = (int) MIN (node->depth > 0 ? node->depth - 1 : 0, 6) * 2;
  GString    *safe = g_string_new (NULL);
  const char *p;
  gboolean    first = TRUE;

  cli_append_safe (safe, name);
  for (p = safe->str; first || *p != '\0';)
    {
      const char *end = cli_text_break (p, layout->name - indent - 1);
      char       *head = g_strndup (p, (gsize) (end - p));
      cli_style bold = node->kind == PE_NODE_GROUP || node->kind == PE_NODE_TOTAL ? CLI_STYLE_STRONG : CLI_STYLE_PLAIN;
      int       pad = layout->name - indent - cli_text_width (head);

      cli_append_padded (out, first ? node->code : "", layout->code);
      cli_append_padded (out, "", indent);
      cli_append_styled (out, head, bold, layout->colour);
      if (first)
        {
          cli_append_padded (out, "", pad);
          append_points (out, layout, evaluation, index);
          g_string_append_printf (out, "  %s", cli_origin_word (node->origin, layout->language));
        }
      trim_line (out);
      g_free (head);
      first = FALSE;
      p = end;
    }
  g_string_free (safe, TRUE);
}

static void
append_heading (GString *out, const table_layout *layout)
{
  cli_append_padded (out, cli_word_get (CLI_WORD_CODE, layout->language), layout->code);
  cli_append_padded (out, cli_word_get (CLI_WORD_INDICATOR, layout->language), layout->name);
  cli_append_padded (out, cli_word_get (CLI_WORD_FULL_MARKS, layout->language), -layout->number);
  cli_append_padded (out, cli_word_get (CLI_WORD_SCORE, layout->language), -layout->number);
  cli_append_padded (out, cli_word_get (CLI_WORD_LOST, layout->language), -layout->number);
  g_string_append_printf (out, "  %s\n", cli_word_get (CLI_WORD_ORIGIN, layout->language));
}

void
cli_append_score_table (GString *out, const pe_evaluation *evaluation, pe_language language, gboolean colour)
{
  table_layout layout;
  pe_node      node;
  size_t       i;

  lay_out (&layout, evaluation, language, colour);
  append_heading (out, &layout);
  for (i = 0; i < COLUMNS; i++)
    g_string_append (out, "-");
  g_string_append_c (out, '\n');
  for (i = 1; i < pe_evaluation_get_n_nodes (evaluation); i++)
    {
      read_node (&node, evaluation, i);
      append_row (out, &layout, evaluation, i, &node);
    }
  read_node (&node, evaluation, 0);
  append_row (out, &layout, evaluation, 0, &node);
}
