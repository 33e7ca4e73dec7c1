/* prose-lexer.c - the flat text as figures, words, stops and brackets
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

/* A line that is shorter than this is a heading or a cell, and ends what it says. */
#define SHORT_LINE 12
/* And a line that begins with the number of a heading, when it is shorter than this. */
#define LONG_HEADING 28

static guint8
flags_at (const pe_prose_reading *self, guint32 at)
{
  return ((const guint8 *) self->source.flags.data)[at];
}

/* Heads of a paragraph: "一、", "(二)", "第三", "1.", "附件". */
static gboolean
is_heading (const pe_prose_reading *self, guint32 at)
{
  static const char *const numerals[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十" };
  const pe_prose_source   *source = &self->source;
  gboolean                 bracket = pe_prose_has (source, at, "(");
  guint32                  next = at + (bracket ? 1 : 0);
  gboolean                 numeral = FALSE;

  for (guint i = 0; i < 3; i++)
    for (size_t n = 0; n < G_N_ELEMENTS (numerals); n++)
      if (pe_prose_has (source, next, numerals[n]))
        {
          next += 3;
          numeral = TRUE;
          break;
        }
  return numeral && (bracket ? pe_prose_has (source, next, ")") : pe_prose_has (source, next, "、"));
}

static gboolean
is_list_head (const pe_prose_reading *self, guint32 at)
{
  const char *text = self->source.text.data;
  guint32     next = at + (text[at] == '(' ? 1 : 0);

  if (next >= self->source.text.size || text[next] < '0' || text[next] > '9')
    return FALSE;
  while (next < self->source.text.size && text[next] >= '0' && text[next] <= '9' && next < at + 4)
    next++;
  return pe_prose_has (&self->source, next, "、") || (pe_prose_has (&self->source, next, ")"))
         || (pe_prose_has (&self->source, next, ".") && next + 1 < self->source.text.size
             && (text[next + 1] < '0' || text[next + 1] > '9'));
}

/* Whether the line break before a place ends the sentence: what follows is a heading, or what stands before was a short
 * line of its own. Long lines are wrapped anywhere, even inside a figure. */
static gboolean
is_end_of_paragraph (const pe_prose_reading *self, guint32 at, guint32 line)
{
  guint32 characters = 0;

  if (is_heading (self, at) || is_list_head (self, at))
    return TRUE;
  for (guint32 i = line; i < at && characters < LONG_HEADING; i += pe_prose_char_length (&self->source, i))
    characters++;
  return characters < (is_heading (self, line) ? LONG_HEADING : SHORT_LINE);
}

static guint32
punctuation_at (const pe_prose_reading *self, guint32 at, guint32 *kind)
{
  static const struct
  {
    const char *text;
    guint32     kind;
  } marks[] = {
    { "，", PE_PROSE_TOKEN_COMMA },    { ",", PE_PROSE_TOKEN_COMMA },     { "、", PE_PROSE_TOKEN_PAUSE },
    { ";", PE_PROSE_TOKEN_SEMICOLON }, { ":", PE_PROSE_TOKEN_COLON },     { "。", PE_PROSE_TOKEN_STOP },
    { "!", PE_PROSE_TOKEN_STOP },      { "?", PE_PROSE_TOKEN_STOP },      { "(", PE_PROSE_TOKEN_OPEN },
    { ")", PE_PROSE_TOKEN_CLOSE },     { "[", PE_PROSE_TOKEN_OPEN },      { "]", PE_PROSE_TOKEN_CLOSE },
    { "…", PE_PROSE_TOKEN_COMMA },     { "|", PE_PROSE_TOKEN_SEMICOLON },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (marks); i++)
    if (pe_prose_has (&self->source, at, marks[i].text))
      {
        *kind = marks[i].kind;
        return (guint32) strlen (marks[i].text);
      }
  return 0;
}

static void
tell_token (pe_prose_reading *self, guint32 kind, guint32 at, guint32 end, guint64 marks, guint32 item)
{
  const pe_prose_token token = { at, end, marks, item, kind };

  if (kind == PE_PROSE_TOKEN_STOP && self->last_kind != PE_PROSE_TOKEN_STOP)
    self->n_sentences++;
  self->last_kind = kind;
  self->hear (self->listener, &token);
}

/* Each figure has a few hundred bytes, a digit of the text one: the limit has to hold while they are read. */
static pe_status
keep_figure (pe_prose_reading *self, guint32 at, guint32 end, const pe_prose_item *item)
{
  pe_status status = PE_OK;

  if (self->most_items > 0 && self->items.size >= self->most_items)
    {
      self->stop_at = item->at;
      self->stop_end = item->end;
      return PE_ERROR_LIMIT_ITEMS;
    }
  status = pe_vector_push (&self->items, item);
  if (status == PE_OK)
    tell_token (self, PE_PROSE_TOKEN_FIGURE, at, end, 0, (guint32) self->items.size - 1);
  return status;
}

static pe_status
lex_figure (pe_prose_reading *self, guint32 *at)
{
  pe_prose_item item;
  guint32       from = *at;

  pe_prose_figure_read (&self->source, from, &item, at);
  return keep_figure (self, from, *at, &item);
}

/* What these say is not part of the name of a figure. */
#define DULL                                                                                                         \
  (PE_MARK_PARTS | PE_MARK_ALIGN | PE_MARK_SHARE | PE_MARK_DIRECTION | PE_MARK_THAN | PE_MARK_TOTAL | PE_MARK_SUM    \
   | PE_MARK_ALL | PE_MARK_CUT | PE_MARK_TO | PE_MARK_FROM | PE_MARK_MIN | PE_MARK_MAX | PE_MARK_OPEN | PE_MARK_ALSO \
   | PE_MARK_PLUS)

static void
lex_word (pe_prose_reading *self, guint32 at, guint32 length, guint64 marks)
{
  guint8 *flags = self->source.flags.data;

  /* 总收入 names something, 总额 does not. */
  if ((marks & DULL) != 0 && (marks & (PE_MARK_INCOME | PE_MARK_SPENT | PE_MARK_BUDGET)) == 0)
    for (guint32 i = at; i < at + length; i++)
      flags[i] |= PE_FLAT_DULL;
  tell_token (self, PE_PROSE_TOKEN_WORD, at, at + length, marks, 0);
}

/* 优, 良, 中, 差 behind "等级为": a result that is no number. */
static guint32
grade_at (const pe_prose_reading *self, guint32 at, guint32 *from)
{
  static const char *const before[] = { "为", "是", ":", "“", "\"", "'", "「", "结果", "等级", "等次" };
  static const char *const grades[] = { "优秀", "良好", "中等", "优", "良", "中", "差" };
  static const char *const behind[] = { "。", "，", ",", ";", ")", "”", "\"", "等", "、", "级", "!", "」", "(", "档" };

  for (guint step = 0; step < 3; step++)
    for (size_t i = 0; i < G_N_ELEMENTS (before); i++)
      if (pe_prose_has (&self->source, at, before[i]))
        at += (guint32) strlen (before[i]);
  *from = at;
  for (size_t i = 0; i < G_N_ELEMENTS (grades); i++)
    if (pe_prose_has (&self->source, at, grades[i]))
      {
        guint32 end = at + (guint32) strlen (grades[i]);

        if (end == self->source.text.size)
          return end - at;
        for (size_t n = 0; n < G_N_ELEMENTS (behind); n++)
          if (pe_prose_has (&self->source, end, behind[n]))
            return end - at;
        return 0;
      }
  return 0;
}

static pe_status
lex_grade (pe_prose_reading *self, guint32 *at)
{
  pe_prose_item item = { .owner = PE_PROSE_NONE, .total = PE_PROSE_NONE, .unit = PE_PROSE_UNIT_WORD };
  guint32       from, length = grade_at (self, *at, &from);

  if (length == 0)
    return PE_OK;
  item.at = item.number_end = from;
  *at = item.end = from + length;
  return keep_figure (self, from, item.end, &item);
}

/* One token, or a character that is none. */
static pe_status
lex_one (pe_prose_reading *self, guint32 *at)
{
  const char *text = self->source.text.data;
  guint32     kind = 0, length;
  guint64     marks = 0;

  if (self->work != NULL)
    ++*self->work;
  if (text[*at] >= '0' && text[*at] <= '9')
    return lex_figure (self, at);
  length = punctuation_at (self, *at, &kind);
  if (length > 0)
    tell_token (self, kind, *at, *at + length, 0, 0);
  else
    {
      length = pe_prose_lexicon_find (&self->lexicon, &self->source, *at, &marks, self->work);
      if (length > 0)
        lex_word (self, *at, length, marks);
      else
        length = pe_prose_char_length (&self->source, *at);
    }
  *at += length;
  return (marks & PE_MARK_GRADE) != 0 ? lex_grade (self, at) : PE_OK;
}

pe_status
pe_prose_lex (pe_prose_reading *self, pe_prose_hear hear, void *listener)
{
  guint32   at = 0, line = 0, n = (guint32) self->source.text.size;
  pe_status status = PE_OK;

  self->hear = hear;
  self->listener = listener;
  while (at < n && status == PE_OK)
    {
      if ((flags_at (self, at) & PE_GAP_LINE) != 0 && at > 0)
        {
          tell_token (self, is_end_of_paragraph (self, at, line) ? PE_PROSE_TOKEN_STOP : PE_PROSE_TOKEN_LINE, at, at, 0,
                      (guint32) is_heading (self, at));
          line = at;
        }
      status = lex_one (self, &at);
    }
  if (self->last_kind != 0 && self->last_kind != PE_PROSE_TOKEN_STOP)
    self->n_sentences++;
  return status;
}
