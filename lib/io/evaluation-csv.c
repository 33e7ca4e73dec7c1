/* evaluation-csv.c - the score table of an evaluation as CSV
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/json.h>
#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "words-private.h"

/* RFC 4180. Spreadsheet programs tell UTF-8 by the mark alone. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define LINE_BREAK "\r\n"

/* Places of a score that no decimal holds. */
#define SHOWN_PLACES 7

enum
{
  N_COLUMNS = 9
};

static const char *const header_zh[N_COLUMNS]
    = { "指标编号", "级次", "指标名称", "满分", "得分", "扣分", "得分来源", "比率", "扣分原因" };
static const char *const header_en[N_COLUMNS]
    = { "code", "level", "name", "full marks", "score", "lost", "origin", "rate", "reason" };

/* Each with the word that a table in that language has. */
static const pe_word origins_zh[] = {
  { "合计", PE_ORIGIN_SUM },
  { "计算", PE_ORIGIN_COMPUTED },
  { "填报", PE_ORIGIN_DECLARED },
  { "按规定处理", PE_ORIGIN_POLICY },
  { "不适用，未计分", PE_ORIGIN_DROPPED },
  { "加权", PE_ORIGIN_WEIGHTED },
  { NULL, 0 },
};

/* A table under way. */
typedef struct
{
  pe_buffer            buffer;
  const pe_evaluation *evaluation;
  pe_language          language;
  pe_status            status;
  gboolean             has_cell; /* on this line */
} table;

/* "-0.31": what a spreadsheet reads as a number cannot be a formula. */
static gboolean
is_number (const char *text)
{
  const char *digits = text + (text[0] == '-' ? 1 : 0);
  gboolean    has_point = FALSE;

  if (!g_ascii_isdigit (digits[0]))
    return FALSE;
  for (; *digits != '\0'; digits++)
    if (*digits == '.' && !has_point && g_ascii_isdigit (digits[1]))
      has_point = TRUE;
    else if (!g_ascii_isdigit (*digits))
      return FALSE;
  return TRUE;
}

/* A spreadsheet takes a cell that begins so for a formula, and runs it (CWE-1236). */
static gboolean
needs_guard (const char *text)
{
  return text[0] != '\0' && strchr ("=+-@\t\r", text[0]) != NULL && !is_number (text);
}

static void
begin_cell (table *self)
{
  if (self->has_cell)
    pe_buffer_add_char (&self->buffer, ',');
  self->has_cell = TRUE;
}

/* A cell; NULL is an empty one. */
static void
add_cell (table *self, const char *text)
{
  begin_cell (self);
  if (text == NULL)
    return;
  if (!needs_guard (text) && strpbrk (text, ",\"\r\n") == NULL)
    {
      pe_buffer_add_string (&self->buffer, text);
      return;
    }
  pe_buffer_add_char (&self->buffer, '"');
  if (needs_guard (text))
    pe_buffer_add_char (&self->buffer, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        pe_buffer_add_char (&self->buffer, '"');
      pe_buffer_add_char (&self->buffer, *text);
    }
  pe_buffer_add_char (&self->buffer, '"');
}

static void
end_line (table *self)
{
  pe_buffer_add_string (&self->buffer, LINE_BREAK);
  self->has_cell = FALSE;
}

/* FALSE, remembered, when a call from below failed: with arguments that are good, that is memory. */
static gboolean
check (table *self, pe_status status)
{
  if (status != PE_OK)
    self->status = PE_ERROR_NO_MEMORY;
  return status == PE_OK;
}

/* Takes a text over. */
static void
add_text (table *self, pe_text *text)
{
  add_cell (self, text != NULL ? pe_text_get_data (text) : NULL);
  pe_text_unref (text);
}

static void
add_points (table *self, size_t node, pe_points points)
{
  char       printed[PE_DECIMAL_PRINT_SIZE];
  pe_decimal decimal;
  pe_ratio  *ratio = NULL;
  pe_text   *text = NULL;

  if (pe_evaluation_get_points (&decimal, self->evaluation, node, points, NULL) == PE_OK)
    {
      pe_decimal_print (printed, sizeof printed, &decimal, NULL);
      add_cell (self, printed);
      return;
    }
  if (check (self, pe_evaluation_compute_points (&ratio, self->evaluation, node, points, NULL))
      && check (self, pe_ratio_print_truncated (&text, ratio, SHOWN_PLACES, NULL)))
    add_text (self, text);
  pe_ratio_unref (ratio);
}

/* The ledger's entries stand in the order of the nodes. Answers the first one behind those of this node. */
static size_t
add_reasons (table *self, size_t node, size_t entry_index)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self->evaluation);
  pe_ledger_entry  entry;
  pe_buffer        reasons = PE_BUFFER_INIT;
  char            *text;

  pe_ledger_entry_init (&entry, sizeof entry);
  for (; pe_ledger_get_entry (&entry, ledger, entry_index, NULL) == PE_OK && entry.node <= node; entry_index++)
    {
      pe_text *reason = NULL;

      if (entry.node < node
          || !check (self, pe_ledger_print_reason (&reason, ledger, entry_index, self->language, NULL)))
        continue;
      if (reasons.size > 0)
        pe_buffer_add_string (&reasons, self->language == PE_LANGUAGE_ZH ? "；" : "; ");
      pe_buffer_add (&reasons, pe_text_get_data (reason), pe_text_get_size (reason));
      pe_text_unref (reason);
    }
  text = pe_buffer_steal (&reasons);
  if (text == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    add_cell (self, text);
  g_free (text);
  return entry_index;
}

static const char *
get_origin (const table *self, pe_origin origin)
{
  return pe_word_get (self->language == PE_LANGUAGE_ZH ? origins_zh : pe_words_origin, origin);
}

/* Answers the first entry of the ledger behind those of this node. */
static size_t
add_node (table *self, size_t index, size_t entry_index)
{
  pe_node  node;
  pe_text *rate = NULL;

  pe_node_init (&node, sizeof node);
  if (!check (self, pe_evaluation_get_node (&node, self->evaluation, index, NULL)))
    return entry_index;
  add_cell (self, node.code);
  begin_cell (self);
  pe_buffer_add_uint (&self->buffer, node.depth);
  add_cell (self, self->language == PE_LANGUAGE_ZH ? node.name_zh : node.name_en);
  add_points (self, index, PE_POINTS_FULL_MARKS);
  add_points (self, index, PE_POINTS_SCORE);
  add_points (self, index, PE_POINTS_LOST);
  add_cell (self, get_origin (self, node.origin));
  check (self, pe_evaluation_print_rate (&rate, self->evaluation, index, NULL));
  add_text (self, rate);
  entry_index = add_reasons (self, index, entry_index);
  end_line (self);
  return entry_index;
}

static void
add_table (table *self)
{
  size_t entry_index = 0;

  pe_buffer_add_string (&self->buffer, BYTE_ORDER_MARK);
  for (size_t i = 0; i < N_COLUMNS; i++)
    add_cell (self, self->language == PE_LANGUAGE_ZH ? header_zh[i] : header_en[i]);
  end_line (self);
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    entry_index = add_node (self, i, entry_index);
}

pe_status
pe_evaluation_to_csv (pe_text **out, const pe_evaluation *self, pe_language language, pe_error **error)
{
  table writer = { PE_BUFFER_INIT, self, language, PE_OK, FALSE };

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  add_table (&writer);
  if (writer.status == PE_OK)
    return pe_buffer_finish (&writer.buffer, out, error);
  pe_buffer_clear (&writer.buffer);
  return pe_error_set_no_memory (error);
}
