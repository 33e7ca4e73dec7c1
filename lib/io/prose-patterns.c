/* prose-patterns.c - a caller's words and patterns for the reader of prose, from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/prose_patterns.h>

#include <stddef.h>
#include <string.h>

#include "../audit/prose-private.h"
#include "../base/text-private.h"
#include "document-private.h"

#define FORMAT "perfeval-prose/1"

struct pe_prose_patterns
{
  gint      references;
  pe_vector words;    /* pe_prose_word */
  pe_vector patterns; /* pe_prose_pattern */
  pe_vector texts;    /* char *: what both point at */
};

static const pe_word meanings[] = {
  { "parts", PE_PROSE_PARTS },
  { "total", PE_PROSE_TOTAL },
  { "sum", PE_PROSE_SUM },
  { "share", PE_PROSE_SHARE },
  { "rise", PE_PROSE_RISE },
  { "fall", PE_PROSE_FALL },
  { "compared", PE_PROSE_COMPARED },
  { "former", PE_PROSE_FORMER },
  { "rate", PE_PROSE_RATE },
  { "execution", PE_PROSE_EXECUTION },
  { "save_rate", PE_PROSE_SAVE_RATE },
  { "saved", PE_PROSE_SAVED },
  { "left", PE_PROSE_LEFT },
  { "planned", PE_PROSE_PLANNED },
  { "spent", PE_PROSE_SPENT },
  { "received", PE_PROSE_RECEIVED },
  { "target", PE_PROSE_TARGET },
  { "reached", PE_PROSE_REACHED },
  { "full", PE_PROSE_FULL },
  { "score", PE_PROSE_SCORE },
  { "lost", PE_PROSE_LOST },
  { "grade", PE_PROSE_GRADE },
  { "each", PE_PROSE_EACH },
  { "nothing", PE_PROSE_NOTHING },
  { NULL, 0 },
};

static const pe_word reaches[] = {
  { "sentence", PE_PROSE_SENTENCE },
  { "paragraph", PE_PROSE_PARAGRAPH },
  { "text", PE_PROSE_TEXT },
  { NULL, 0 },
};

enum
{
  DOCUMENT_FORMAT,
  DOCUMENT_SOURCE,
  DOCUMENT_WORDS,
  DOCUMENT_PATTERNS,
  N_DOCUMENT
};

static const pe_member_rule document_members[N_DOCUMENT] = {
  { "format", PE_MEMBER_REQUIRED },
  { "source", PE_MEMBER_OPTIONAL },
  { "words", PE_MEMBER_OPTIONAL },
  { "patterns", PE_MEMBER_OPTIONAL },
};

static const pe_member_rule word_members[] = { { "text", PE_MEMBER_REQUIRED }, { "meaning", PE_MEMBER_REQUIRED } };

enum
{
  PATTERN_NAME,
  PATTERN_KIND,
  PATTERN_FORM,
  PATTERN_REACH,
  PATTERN_STRICT,
  PATTERN_RESULT,
  PATTERN_OPERANDS,
  N_PATTERN
};

static const pe_member_rule pattern_members[N_PATTERN] = {
  { "name", PE_MEMBER_REQUIRED },     { "kind", PE_MEMBER_REQUIRED },   { "form", PE_MEMBER_OPTIONAL },
  { "reach", PE_MEMBER_OPTIONAL },    { "strict", PE_MEMBER_OPTIONAL }, { "result", PE_MEMBER_REQUIRED },
  { "operands", PE_MEMBER_REQUIRED },
};

/* A copy that lives as long as the object; NULL, reported, where there is no text or memory ran out. */
static const char *
keep_text (pe_document *document, pe_json_index value, pe_vector *texts)
{
  const char *text = pe_document_read_text (document, value);
  char       *copy;

  if (text == NULL)
    return NULL;
  if (!pe_prose_is_phrase (text))
    {
      pe_document_report (document, value, PE_ERROR_VALUE_UNKNOWN, "found", text, "expected",
                          "1 to 64 bytes without white space", "expected_zh", "1 至 64 字节，不含空白", NULL);
      return NULL;
    }
  copy = pe_string_copy (text);
  if (copy == NULL || pe_vector_push (texts, &copy) != PE_OK)
    {
      g_free (copy);
      pe_document_report_no_memory (document);
      return NULL;
    }
  return copy;
}

static void
read_word (pe_document *document, pe_json_index value, pe_prose_patterns *self)
{
  pe_prose_word word;
  pe_json_index members[G_N_ELEMENTS (word_members)];

  if (!pe_document_read_object (
          document, value, word_members, G_N_ELEMENTS (word_members), PE_ERROR_MEMBER_UNKNOWN, members))
    return;
  pe_prose_word_init (&word, sizeof word);
  word.text = keep_text (document, members[0], &self->texts);
  word.meaning = pe_document_read_word (document, members[1], meanings);
  if (pe_vector_push (&self->words, &word) != PE_OK)
    pe_document_report_no_memory (document);
}

/* The name of a kind or a form among those that the library has; 0, reported, for no such name. */
static int32_t
read_name (pe_document *document, pe_json_index value, const char *(*name_of) (int32_t), const char *expected,
           const char *expected_zh)
{
  const char *text = pe_document_read_text (document, value);

  for (int32_t i = 0; text != NULL && i < 64; i++)
    if (name_of (i) != NULL && strcmp (name_of (i), text) == 0)
      return i;
  if (text != NULL)
    pe_document_report (document, value, PE_ERROR_VALUE_UNKNOWN, "found", text, "expected", expected, "expected_zh",
                        expected_zh, NULL);
  return 0;
}

static void
read_operands (pe_document *document, pe_json_index array, pe_prose_pattern *pattern, pe_prose_patterns *self)
{
  pe_json *const json = document->json;

  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (json, value))
    {
      if (pattern->n_operands == PE_PROSE_PATTERN_OPERANDS)
        {
          pe_document_report_type (document, array, "at most 8 operands", "至多 8 个操作数");
          return;
        }
      pattern->operands[pattern->n_operands++] = keep_text (document, value, &self->texts);
    }
}

/* A relation that is not computed, or has other operands, would be met only where a text has all of its phrases. */
static void
check_operands (pe_document *document, const pe_json_index *members, const pe_prose_pattern *pattern)
{
  const gboolean has_form = members[PATTERN_FORM] != PE_JSON_NONE;
  const char    *form = pe_relation_form_get_name (pattern->form);
  uint32_t       least = 0, most = 0;

  if (pattern->kind == 0 || form == NULL)
    return;
  if (!pe_prose_get_arity (pattern->kind, pattern->form, &least, &most))
    pe_document_report (document, members[has_form ? PATTERN_FORM : PATTERN_KIND], PE_ERROR_VALUE_UNKNOWN, "found",
                        has_form ? form : pe_relation_kind_get_name (pattern->kind), "expected",
                        "a kind and form that are read", "expected_zh", "可以识别的关系类型和形式", NULL);
  else if (pattern->n_operands < least || pattern->n_operands > most)
    pe_document_report (document, members[PATTERN_OPERANDS], PE_ERROR_RELATION_OPERANDS, "name", "operands", "expected",
                        pe_relation_kind_get_name (pattern->kind), NULL);
}

static void
read_pattern (pe_document *document, pe_json_index value, pe_prose_patterns *self)
{
  pe_prose_pattern pattern;
  pe_json_index    members[N_PATTERN];

  if (!pe_document_read_object (document, value, pattern_members, N_PATTERN, PE_ERROR_MEMBER_UNKNOWN, members))
    return;
  pe_prose_pattern_init (&pattern, sizeof pattern);
  pattern.name = keep_text (document, members[PATTERN_NAME], &self->texts);
  pattern.kind = read_name (document, members[PATTERN_KIND], pe_relation_kind_get_name,
                            "the name of a pe_relation_kind", "pe_relation_kind 的名称");
  if (members[PATTERN_FORM] != PE_JSON_NONE)
    pattern.form = read_name (document, members[PATTERN_FORM], pe_relation_form_get_name,
                              "the name of a pe_relation_form", "pe_relation_form 的名称");
  if (members[PATTERN_REACH] != PE_JSON_NONE)
    pattern.reach = pe_document_read_word (document, members[PATTERN_REACH], reaches);
  pattern.is_strict = pe_document_read_bool (document, members[PATTERN_STRICT], FALSE);
  pattern.result = keep_text (document, members[PATTERN_RESULT], &self->texts);
  read_operands (document, members[PATTERN_OPERANDS], &pattern, self);
  check_operands (document, members, &pattern);
  if (pe_vector_push (&self->patterns, &pattern) != PE_OK)
    pe_document_report_no_memory (document);
}

static void
read_each (pe_document *document, pe_json_index array, size_t most,
           void (*read) (pe_document *, pe_json_index, pe_prose_patterns *), pe_prose_patterns *self)
{
  pe_json *const json = document->json;
  size_t         n = 0;

  if (array == PE_JSON_NONE || !pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (json, value))
    if (n++ < most)
      read (document, value, self);
    else
      {
        pe_document_report (document, value, PE_ERROR_LIMIT_ITEMS, "total", most == PE_PROSE_WORDS ? "4096" : "256",
                            NULL);
        return;
      }
}

static void
read_patterns (pe_document *document, pe_prose_patterns *self)
{
  pe_json_index members[N_DOCUMENT];

  pe_document_read_object (document, 0, document_members, N_DOCUMENT, PE_ERROR_MEMBER_UNKNOWN, members);
  (void) pe_document_read_text (document, members[DOCUMENT_SOURCE]);
  read_each (document, members[DOCUMENT_WORDS], PE_PROSE_WORDS, read_word, self);
  read_each (document, members[DOCUMENT_PATTERNS], PE_PROSE_PATTERNS, read_pattern, self);
}

pe_status
pe_prose_patterns_from_json (pe_prose_patterns **out, const char *bytes, size_t size, const pe_read_options *options,
                             pe_findings **findings, pe_error **error)
{
  static const pe_prose_patterns empty
      = { 1, PE_VECTOR_INIT (pe_prose_word), PE_VECTOR_INIT (pe_prose_pattern), PE_VECTOR_INIT (char *) };
  pe_prose_patterns *self = g_try_new (pe_prose_patterns, 1);
  pe_document        document;
  pe_status          status;

  pe_document_open (&document, out != NULL, bytes, size, options);
  if (self == NULL)
    pe_document_report_no_memory (&document);
  else
    {
      *self = empty;
      if (document.json != NULL && pe_document_check_format (&document, FORMAT))
        read_patterns (&document, self);
    }
  status = pe_document_close (&document, findings, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_prose_patterns_unref (self);
  return status;
}

pe_prose_patterns *
pe_prose_patterns_ref (pe_prose_patterns *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_prose_patterns_unref (pe_prose_patterns *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->texts.size; i++)
    g_free (*pe_vector_at (&self->texts, char *, i));
  pe_vector_clear (&self->texts);
  pe_vector_clear (&self->words);
  pe_vector_clear (&self->patterns);
  g_free (self);
}

pe_status
pe_prose_patterns_lend (const pe_prose_patterns *self, pe_prose_options *options, pe_error **error)
{
  const size_t needed = offsetof (pe_prose_options, n_patterns) + sizeof options->n_patterns;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "words and patterns");
  if (options == NULL || options->struct_size < needed)
    return pe_error_set_argument (error, "options", "filled by pe_prose_options_init()");
  options->words = self->words.data;
  options->n_words = self->words.size;
  options->patterns = self->patterns.data;
  options->n_patterns = self->patterns.size;
  return PE_OK;
}
