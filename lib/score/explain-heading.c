/* explain-heading.c - how an explanation begins: what is explained, its full marks and its standard
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "explain-private.h"

#include <string.h>

#include "label-private.h"

typedef struct heading
{
  const char        *code; /* empty for the total */
  const char        *name;
  const pe_rational *full_marks;
  const char        *standard; /* nullable */
} heading;

void
pe_explanation_join_line (pe_buffer *out, size_t line)
{
  const size_t end = out->status == PE_OK ? out->size : 0;
  char        *at;

  for (; line < end && (at = memchr (out->data + line, '\n', end - line)) != NULL; line = (size_t) (at - out->data))
    *at = ' ';
}

static void
add_title (const heading *self, pe_language language, pe_buffer *out)
{
  const size_t line = out->size;

  if (*self->code != '\0')
    {
      pe_buffer_add_string (out, self->code);
      pe_buffer_add_char (out, ' ');
    }
  pe_buffer_add_string (out, self->name);
  pe_buffer_add_words (out, language, "（满分 ", " (full marks ");
  pe_label_add_number (self->full_marks, out);
  pe_buffer_add_words (out, language, " 分）", ")");
  pe_explanation_join_line (out, line);
}

static void
add_heading (const heading *self, pe_language language, pe_buffer *out)
{
  size_t line;

  add_title (self, language, out);
  if (self->standard == NULL)
    return;
  pe_buffer_add_char (out, '\n');
  line = out->size;
  pe_buffer_add_words (out, language, "评分标准：", "Rule: ");
  pe_buffer_add_string (out, self->standard);
  pe_explanation_join_line (out, line);
}

/* Those of a rulebook's indicators */

static void
add_indicator (const pe_indicator *indicator, pe_language language, pe_buffer *out)
{
  pe_rational full_marks;
  heading     made = { indicator->code, NULL, &full_marks, NULL };

  pe_rational_init (&full_marks);
  pe_rational_set_decimal (&full_marks, &indicator->full_marks);
  made.name = pe_label_choose (language, indicator->name_zh, indicator->name_en);
  if (indicator->rule != NULL)
    made.standard = pe_label_choose (language, indicator->standard_zh, indicator->standard_en);
  add_heading (&made, language, out);
  pe_rational_clear (&full_marks);
}

/* NULL when memory ran out. */
static pe_headings *
make_headings (const pe_rulebook *rulebook, pe_language language)
{
  const size_t n = pe_rulebook_get_n_indicators (rulebook);
  pe_headings *headings = g_try_new0 (pe_headings, 1);
  pe_buffer    text = PE_BUFFER_INIT;

  if (headings == NULL)
    return NULL;
  headings->ends = g_try_new (size_t, MAX (n, 1));
  for (size_t i = 0; i < n && headings->ends != NULL; i++)
    {
      add_indicator (pe_rulebook_peek_indicator (rulebook, i), language, &text);
      headings->ends[i] = text.size;
    }
  headings->text = pe_buffer_steal (&text);
  if (headings->ends != NULL && headings->text != NULL)
    return headings;
  pe_headings_free (headings);
  return NULL;
}

/* The first explanation in a language writes them, the others share them. NULL when memory ran out. */
static const pe_headings *
find_headings (const pe_rulebook *rulebook, pe_language language)
{
  const pe_headings *found = pe_rulebook_peek_headings (rulebook, language);
  pe_headings       *made = found == NULL ? make_headings (rulebook, language) : NULL;

  return made != NULL ? pe_rulebook_keep_headings (rulebook, language, made) : found;
}

/* FALSE when memory ran out. */
static gboolean
add_known (const pe_rulebook *rulebook, size_t indicator, pe_language language, pe_buffer *out)
{
  const pe_headings *headings = find_headings (rulebook, language);
  size_t             start;

  if (headings == NULL)
    return FALSE;
  start = indicator > 0 ? headings->ends[indicator - 1] : 0;
  pe_buffer_add (out, headings->text + start, headings->ends[indicator] - start);
  return TRUE;
}

/* The total, or a row of a slot or a group of rows, which has a name of its own and is scored by the slot's standard. */
static void
add_own (const pe_evaluation *self, size_t node, pe_language language, pe_buffer *out)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (self, node);
  const pe_indicator   *indicator = pe_evaluation_peek_indicator (self, node);
  heading               made = { NULL, NULL, &scored->full_marks, NULL };

  made.code = pe_evaluation_get_code (self, node);
  made.name = pe_evaluation_get_name (self, node, language);
  if (indicator != NULL && scored->kind != PE_NODE_GROUP)
    made.standard = pe_label_choose (language, indicator->standard_zh, indicator->standard_en);
  add_heading (&made, language, out);
}

void
pe_explanation_add_heading (const pe_evaluation *evaluation, size_t node, pe_language language, pe_buffer *out)
{
  const pe_scored_node *scored = pe_evaluation_peek_node (evaluation, node);

  if (scored->indicator < 0 || scored->row >= 0
      || !add_known (evaluation->rulebook, (size_t) scored->indicator, language, out))
    add_own (evaluation, node, language, out);
}
