/* chart-change.c - the change between two years
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define ABSENT ((size_t) -1)

/* Where the node of a code stands. */
typedef struct entry
{
  const char *code;
  size_t      node;
} entry;

typedef struct change
{
  const pe_evaluation *before, *after;
  pe_vector            codes_before, codes_after; /* entry, in the order of codes */
  pe_rows              rows;
  size_t               left;
} change;

static int
compare (const void *a, const void *b)
{
  return strcmp (((const entry *) a)->code, ((const entry *) b)->code);
}

static pe_status
index_codes (pe_vector *out, const pe_evaluation *evaluation)
{
  const size_t n = pe_evaluation_get_n_nodes (evaluation);
  void        *first;
  pe_node      node;

  *out = (pe_vector) PE_VECTOR_INIT (entry);
  if (pe_vector_grow (out, n, &first) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    {
      pe_chart_read_node (&node, evaluation, i);
      *pe_vector_at (out, entry, i) = (entry) { node.code, i };
    }
  qsort (out->data, n, sizeof (entry), compare);
  return PE_OK;
}

/* By the code; names change from year to year. */
static size_t
find (const pe_vector *codes, const char *code)
{
  const entry  wanted = { code, 0 };
  const entry *found = bsearch (&wanted, codes->data, codes->size, sizeof wanted, compare);

  return found != NULL ? found->node : ABSENT;
}

/* "+0.31"; "" where one is no decimal. */
static char *
print_difference (const change *self, size_t before, size_t after)
{
  pe_decimal a, b, difference;
  char       text[PE_DECIMAL_PRINT_SIZE];

  if (before == ABSENT || after == ABSENT
      || pe_evaluation_get_points (&a, self->before, before, PE_POINTS_SCORE, NULL) != PE_OK
      || pe_evaluation_get_points (&b, self->after, after, PE_POINTS_SCORE, NULL) != PE_OK
      || pe_decimal_subtract (&difference, &b, &a, NULL) != PE_OK
      || pe_decimal_print (text, sizeof text, &difference, NULL) != PE_OK)
    return g_strdup ("");
  return g_strconcat (self->rows.options->language == PE_LANGUAGE_EN ? " (" : "（",
                      difference.coefficient > 0 ? "+" : "", text,
                      self->rows.options->language == PE_LANGUAGE_EN ? ")" : "）", NULL);
}

static char *
print_score (const pe_evaluation *evaluation, size_t node)
{
  return node != ABSENT ? pe_chart_print_points (evaluation, node, PE_POINTS_SCORE) : g_strdup ("—");
}

/* "96.50 → 99.69（+3.19）" */
static char *
print_change (const change *self, size_t before, size_t after)
{
  char *first = print_score (self->before, before), *second = print_score (self->after, after);
  char *difference = print_difference (self, before, after), *result = NULL;

  if (first != NULL && second != NULL)
    result = g_strconcat (first, " → ", second, difference, NULL);
  g_free (first);
  g_free (second);
  g_free (difference);
  return result;
}

static void
add_bars (pe_rows *rows, pe_chart_row *row, guint lane, pe_fill fill, const pe_evaluation *evaluation, size_t node)
{
  if (node == ABSENT)
    return;
  pe_chart_row_add_bar (row, lane, PE_FILL_FRAME, 0,
                        pe_chart_value_of_points (rows, evaluation, node, PE_POINTS_FULL_MARKS));
  pe_chart_row_add_bar (row, lane, fill, 0, pe_chart_value_of_points (rows, evaluation, node, PE_POINTS_SCORE));
}

static void
add_pair (change *self, size_t before, size_t after)
{
  const pe_evaluation *named = after != ABSENT ? self->after : self->before;
  pe_node              node;
  pe_chart_row        *row;

  if (self->rows.rows.size >= PE_CHART_ROWS_MOST)
    {
      self->left++;
      return;
    }
  pe_chart_read_node (&node, named, after != ABSENT ? after : before);
  row = pe_rows_add (&self->rows, pe_chart_name_node (&node, self->rows.options->language),
                     print_change (self, before, after));
  add_bars (&self->rows, row, 0, PE_FILL_BEFORE, self->before, before);
  add_bars (&self->rows, row, 1, PE_FILL_SCORE, self->after, after);
  if (row != NULL)
    row->strong = after == 0;
}

/* What the later year has, in its order; then what only the earlier one had. */
static void
add_pairs (change *self)
{
  pe_node node;

  add_pair (self, 0, 0);
  for (size_t i = 1; i < pe_evaluation_get_n_nodes (self->after); i++)
    if (pe_chart_is_dimension (self->after, i, self->rows.options->depth))
      {
        pe_chart_read_node (&node, self->after, i);
        add_pair (self, find (&self->codes_before, node.code), i);
      }
  for (size_t i = 1; i < pe_evaluation_get_n_nodes (self->before); i++)
    if (pe_chart_is_dimension (self->before, i, self->rows.options->depth))
      {
        pe_chart_read_node (&node, self->before, i);
        if (find (&self->codes_after, node.code) == ABSENT)
          add_pair (self, i, ABSENT);
      }
}

static char *
name_year (int32_t year, gboolean zh)
{
  char number[24];

  return g_strconcat (pe_office_print_number (number, (uint64_t) year), zh ? " 年度" : "", NULL);
}

/* By their years; two of the same year by their order. */
static void
name_both (const change *self, gboolean zh, char **before, char **after)
{
  const int32_t earlier = pe_chart_year (pe_evaluation_get_dossier (self->before));
  const int32_t later = pe_chart_year (pe_evaluation_get_dossier (self->after));

  *before = earlier != later ? name_year (earlier, zh) : g_strdup (zh ? "前次评价" : "the one before");
  *after = earlier != later ? name_year (later, zh) : g_strdup (zh ? "本次评价" : "this one");
}

static char *
remark (const change *self, gboolean zh)
{
  const pe_rulebook *before = pe_evaluation_get_rulebook (self->before);
  char              *left = pe_chart_remark_left (self->left, zh), *result;
  uint8_t            a[PE_DIGEST_SIZE], b[PE_DIGEST_SIZE];

  pe_rulebook_get_digest (before, a);
  pe_rulebook_get_digest (pe_evaluation_get_rulebook (self->after), b);
  if (memcmp (a, b, sizeof a) == 0)
    return left;
  result = g_strconcat (zh ? "两个年度所用的评分规则不同，得分的差额包含规则变动的影响。"
                           : "The two were scored by different rulebooks; the differences include what that changed. ",
                        left, NULL);
  g_free (left);
  return result;
}

static pe_status
finish (change *self, pe_chart **out, pe_error **error)
{
  const pe_chart_options *options = self->rows.options;
  const gboolean          zh = options->language != PE_LANGUAGE_EN;
  char                   *before, *after;
  pe_status               status;

  name_both (self, zh, &before, &after);
  pe_rows_add_legend (&self->rows, PE_FILL_BEFORE, before);
  pe_rows_add_legend (&self->rows, PE_FILL_SCORE, after);
  pe_rows_add_legend (&self->rows, PE_FILL_FRAME, zh ? "满分" : "full marks");
  self->rows.axis = zh ? "分" : "points";
  self->rows.title = pe_chart_title (options, "得分的年度对比", "Scores of two years", 0);
  self->rows.note
      = pe_chart_note (pe_evaluation_get_dossier (self->after), pe_evaluation_get_rulebook (self->after), options);
  self->rows.remark = remark (self, zh);
  status = pe_rows_finish (&self->rows, out, error);
  g_free (before);
  g_free (after);
  return status;
}

pe_status
pe_chart_new_change (pe_chart **out, const pe_evaluation *before, const pe_evaluation *after,
                     const pe_chart_options *options, pe_error **error)
{
  pe_chart_options ours;
  change           data = { .before = before, .after = after };
  pe_status        status;

  if (out == NULL || before == NULL || after == NULL)
    return pe_office_refuse_argument (
        error,
        out == NULL      ? "out"
        : before == NULL ? "before"
                         : "after",
        "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  pe_rows_init (&data.rows, &ours);
  data.rows.n_lanes = 2;
  data.rows.status = index_codes (&data.codes_before, before);
  if (data.rows.status == PE_OK)
    data.rows.status = index_codes (&data.codes_after, after);
  if (data.rows.status == PE_OK)
    add_pairs (&data);
  status = finish (&data, out, error);
  pe_vector_clear (&data.codes_before);
  pe_vector_clear (&data.codes_after);
  return status;
}
