/* prose.c - the door of the reader of report prose
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"

/* Flat positions are 32 bits wide. */
#define MOST_BYTES (G_MAXUINT32 - 1)

struct pe_prose
{
  gint             references;
  pe_audit        *audit;
  pe_prose_summary summary;
  pe_vector        related; /* guint8 for each claim */
  pe_vector        names;   /* const char * for each relation: a pattern's, static or one of texts */
  pe_vector        texts;   /* char *: what was copied from the caller */
};

void
pe_prose_options_init (pe_prose_options *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_prose_word_init (pe_prose_word *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_prose_pattern_init (pe_prose_pattern *self, uint32_t struct_size)
{
  static const pe_prose_pattern defaults = { .reach = PE_PROSE_SENTENCE };

  pe_struct_init (self, struct_size, &defaults, sizeof *self);
}

void
pe_prose_summary_init (pe_prose_summary *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static void
free_texts (pe_vector *texts)
{
  for (size_t i = 0; i < texts->size; i++)
    g_free (*pe_vector_at (texts, char *, i));
  pe_vector_clear (texts);
}

/* What the caller brings, checked and copied. */
typedef struct pe_intake
{
  pe_prose_options options;
  pe_limits        limits;
  pe_vector        words; /* pe_prose_entry */
  pe_vector       *texts;
} pe_intake;

/* Copies a word or phrase: the flat text has no white space, so that it may have none either. */
static pe_status
take_phrase (const char **out, const char *phrase, const char *what, pe_vector *texts, pe_error **error)
{
  char     *copy = NULL;
  pe_status status;

  if (phrase == NULL || phrase[0] == '\0')
    return pe_error_set_argument (error, what, "1 to 64 bytes of UTF-8 without white space");
  status = pe_utf8_copy (&copy, phrase, PE_PROSE_PHRASE_BYTES, what, error);
  if (status != PE_OK)
    return status;
  if (!pe_prose_is_phrase (copy))
    {
      g_free (copy);
      return pe_error_set_argument (error, what, "1 to 64 bytes of UTF-8 without white space");
    }
  if (pe_vector_push (texts, &copy) != PE_OK)
    {
      g_free (copy);
      return pe_error_set_no_memory (error);
    }
  *out = copy;
  return PE_OK;
}

static pe_status
take_word (pe_intake *self, size_t index, pe_error **error)
{
  pe_prose_word  word;
  pe_prose_entry entry;
  pe_status status = pe_struct_import_at (&word, sizeof word, self->options.words, index, sizeof word, "words", error);

  if (status != PE_OK)
    return status;
  entry.marks = pe_prose_meaning_marks (word.meaning);
  if (entry.marks == 0)
    return pe_error_set_argument (error, "words", "a pe_prose_meaning");
  status = take_phrase (&entry.text, word.text, "words", self->texts, error);
  if (status == PE_OK && pe_vector_push (&self->words, &entry) != PE_OK)
    status = pe_error_set_no_memory (error);
  return status;
}

static pe_status
take_pattern (pe_intake *self, pe_prose_reading *reading, size_t index, pe_error **error)
{
  pe_prose_pattern pattern;
  pe_prose_custom  custom;
  uint32_t         least, most;
  pe_status        status = pe_struct_import_at (
      &pattern, sizeof pattern, self->options.patterns, index, sizeof pattern, "patterns", error);

  if (status != PE_OK)
    return status;
  if (!pe_prose_get_arity (pattern.kind, pattern.form, &least, &most) || pattern.n_operands < least
      || pattern.n_operands > most || pattern.reach < PE_PROSE_SENTENCE || pattern.reach > PE_PROSE_TEXT)
    return pe_error_set_argument (
        error, "patterns", "a kind and form that are computed, with their operands, and a reach");
  memset (&custom, 0, sizeof custom);
  custom.kind = pattern.kind;
  custom.form = pattern.form;
  custom.reach = pattern.reach;
  custom.strict = pattern.is_strict != 0;
  custom.n_operands = pattern.n_operands;
  status = take_phrase (&custom.name, pattern.name, "patterns", self->texts, error);
  if (status == PE_OK)
    status = take_phrase (&custom.result, pattern.result, "patterns", self->texts, error);
  for (guint32 i = 0; i < custom.n_operands && status == PE_OK; i++)
    status = take_phrase (&custom.operands[i], pattern.operands[i], "patterns", self->texts, error);
  if (status == PE_OK && pe_vector_push (&reading->customs, &custom) != PE_OK)
    status = pe_error_set_no_memory (error);
  return status;
}

static pe_status
take_options (pe_intake *self, pe_prose_reading *reading, const pe_prose_options *options, pe_error **error)
{
  const pe_audit_options *audit;
  pe_status               status = PE_OK;

  pe_prose_options_init (&self->options, sizeof self->options);
  if (options != NULL)
    status = pe_struct_import (&self->options, sizeof self->options, options, sizeof self->options, "options", error);
  if (status != PE_OK)
    return status;
  audit = self->options.audit;
  status = pe_limits_import (&self->limits, audit != NULL ? audit->limits : NULL, error);
  if (status != PE_OK)
    return status;
  if (self->options.reserved != 0 || self->options.n_words > PE_PROSE_WORDS
      || self->options.n_patterns > PE_PROSE_PATTERNS || (self->options.words == NULL && self->options.n_words > 0)
      || (self->options.patterns == NULL && self->options.n_patterns > 0))
    return pe_error_set_argument (error, "options", "at most 4096 words and 256 patterns");
  for (size_t i = 0; i < self->options.n_words && status == PE_OK; i++)
    status = take_word (self, i, error);
  for (size_t i = 0; i < self->options.n_patterns && status == PE_OK; i++)
    status = take_pattern (self, reading, i, error);
  return status;
}

/* Where a byte of the text stands. */
static pe_place
place_of (const pe_intake *self, const char *text, size_t offset, size_t length)
{
  pe_prose_spot spot = PE_PROSE_SPOT_INIT;
  pe_place      place = PE_PLACE_WHAT ("");

  pe_prose_spot_move (&spot, text, (guint32) offset);
  place.file = self->options.file;
  place.line = spot.line;
  place.column = spot.column;
  place.offset = offset;
  place.length = length;
  return place;
}

static pe_status
refuse_size (const pe_intake *self, size_t size, pe_error **error)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer found = PE_BUFFER_INIT, limit = PE_BUFFER_INIT;
  pe_status status;

  place.file = self->options.file;
  pe_buffer_add_uint (&found, size);
  pe_buffer_add_char (&found, '\0');
  pe_buffer_add_uint (&limit, MIN (self->limits.bytes, MOST_BYTES));
  pe_buffer_add_char (&limit, '\0');
  status = pe_error_set (error, PE_ERROR_LIMIT_BYTES, &place, "found", found.data, "limit", limit.data, NULL);
  pe_buffer_clear (&found);
  pe_buffer_clear (&limit);
  return status;
}

static pe_status
refuse_encoding (const pe_intake *self, const char *text, size_t size, size_t offset, pe_error **error)
{
  const pe_place place = place_of (self, text, offset, 1);
  char           found[PE_EXCERPT_SIZE];
  pe_buffer      digits = PE_BUFFER_INIT;
  pe_status      status;

  pe_buffer_add_uint (&digits, offset);
  pe_buffer_add_char (&digits, '\0');
  status = pe_error_set (error, PE_ERROR_INVALID_UTF8, &place, "offset", digits.data, "found",
                         pe_excerpt (found, text + offset, MIN (size - offset, 8)), NULL);
  pe_buffer_clear (&digits);
  return status;
}

static pe_status
check_text (const char *text, size_t size, const pe_intake *intake, pe_error **error)
{
  size_t offset = 0;

  if (text == NULL && size > 0)
    return pe_error_set_argument (error, "text", "UTF-8 text");
  if (intake->options.file != NULL && !pe_utf8_validate (intake->options.file, strlen (intake->options.file), &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", "options.file", NULL);
  if (size > intake->limits.bytes || size > MOST_BYTES)
    return refuse_size (intake, size, error);
  if (size > 0 && !pe_utf8_validate (text, size, &offset))
    return refuse_encoding (intake, text, size, offset, error);
  return PE_OK;
}

/* The claims' and relations' own facts, beside the audit. */
static pe_status
note_facts (pe_prose *self, const pe_prose_reading *reading)
{
  const pe_prose_item *items = reading->items.data;
  pe_status            status = PE_OK;

  for (size_t i = 0; i < reading->items.size && status == PE_OK; i++)
    {
      guint8 related = items[i].claims > 0;

      if (items[i].unit == PE_PROSE_UNIT_NO_QUANTITY)
        self->summary.n_skipped++;
      else
        status = pe_vector_push (&self->related, &related);
      if (items[i].unit == PE_PROSE_UNIT_NO_QUANTITY || items[i].unit == PE_PROSE_UNIT_WORD)
        continue;
      self->summary.n_figures++;
      self->summary.n_related += related;
    }
  self->summary.n_left = self->summary.n_figures - self->summary.n_related;
  self->summary.n_relations = reading->relations.size;
  for (size_t i = 0; i < reading->relations.size && status == PE_OK; i++)
    {
      const pe_prose_relation *relation = pe_vector_at (&reading->relations, pe_prose_relation, i);
      const char              *name = pe_prose_pattern_name (reading, relation);

      self->summary.n_accused += relation->accused;
      status = pe_vector_push (&self->names, &name);
    }
  return status;
}

static void
count_text (pe_prose *self, const pe_prose_reading *reading)
{
  const guchar *text = reading->source.text.data;

  for (size_t i = 0; i < reading->source.text.size; i++)
    self->summary.n_characters += (text[i] & 0xC0) != 0x80;
  self->summary.n_sentences = reading->n_sentences;
}

/* A limit that the caller may raise, and one that stays. */
static const char *
limit_name (pe_status status, const pe_limits *limits)
{
  if (status == PE_ERROR_LIMIT)
    return "steps";
  return limits->items < PE_PROSE_FIGURES ? "limit" : "total";
}

static pe_status
refuse_reading (pe_status status, const pe_intake *intake, const pe_prose_reading *reading, pe_error **error)
{
  const pe_prose_source *source = &reading->source;
  const guint32          n = reading->stop_end - reading->stop_at;
  guint32                offset, length;
  char                   text[PE_EXCERPT_SIZE];
  pe_buffer              number = PE_BUFFER_INIT;
  pe_place               place;

  if (status == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  pe_prose_source_range (source, reading->stop_at, reading->stop_end, &offset, &length);
  place = place_of (intake, source->bytes, offset, length);
  pe_buffer_add_uint (&number, status == PE_ERROR_LIMIT ? PE_PROSE_CUSTOM_STEPS : reading->most_items);
  pe_buffer_add_char (&number, '\0');
  status = pe_error_set (error, status, &place, "name", status == PE_ERROR_LIMIT ? "patterns" : "figures", "text",
                         pe_excerpt (text, (const char *) source->text.data + reading->stop_at, n),
                         limit_name (status, &intake->limits), number.data, NULL);
  pe_buffer_clear (&number);
  return status;
}

static pe_status
read_into (pe_prose *self, pe_prose_reading *reading, pe_intake *intake, const char *text, size_t size,
           pe_error **error)
{
  pe_audit_builder *builder = NULL;
  pe_status         status;

  reading->most_items = MIN (intake->limits.items, PE_PROSE_FIGURES);
  status = pe_prose_reading_run (reading, text, size, intake->words.data, intake->words.size);
  if (status != PE_OK)
    return refuse_reading (status, intake, reading, error);
  if (note_facts (self, reading) != PE_OK)
    return pe_error_set_no_memory (error);
  count_text (self, reading);
  status = pe_audit_builder_new (&builder, NULL, intake->options.audit, error);
  if (status == PE_OK)
    status = pe_prose_fill (builder, reading, intake->options.file, error);
  if (status == PE_OK)
    status = pe_audit_builder_build (&self->audit, builder, error);
  pe_audit_builder_free (builder);
  return status;
}

pe_status
pe_prose_read (pe_prose **out, const char *text, size_t size, const pe_prose_options *options, pe_error **error)
{
  static const pe_prose empty
      = { .references = 1,
          .related = PE_VECTOR_INIT (guint8),
          .names = PE_VECTOR_INIT (const char *),
          .texts = PE_VECTOR_INIT (char *) };
  pe_intake        intake = { .words = PE_VECTOR_INIT (pe_prose_entry) };
  pe_prose_reading reading;
  pe_prose        *self;
  pe_status        status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "a place for the result");
  self = g_try_new (pe_prose, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  *self = empty;
  intake.texts = &self->texts;
  pe_prose_reading_init (&reading);
  status = take_options (&intake, &reading, options, error);
  if (status == PE_OK)
    status = check_text (text, size, &intake, error);
  if (status == PE_OK)
    status = read_into (self, &reading, &intake, text, size, error);
  pe_prose_reading_clear (&reading);
  pe_vector_clear (&intake.words);
  if (status == PE_OK)
    *out = self;
  else
    pe_prose_unref (self);
  return status;
}

pe_prose *
pe_prose_ref (pe_prose *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_prose_unref (pe_prose *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_audit_unref (self->audit);
  pe_vector_clear (&self->related);
  pe_vector_clear (&self->names);
  free_texts (&self->texts);
  g_free (self);
}

const pe_audit *
pe_prose_get_audit (const pe_prose *self)
{
  return self != NULL ? self->audit : NULL;
}

pe_status
pe_prose_get_summary (pe_prose_summary *out, const pe_prose *self, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "a text that was read");
  return pe_struct_export (out, &self->summary, sizeof self->summary, sizeof self->summary, "out", error);
}

int32_t
pe_prose_is_related (const pe_prose *self, size_t claim)
{
  return self != NULL && claim < self->related.size ? *pe_vector_at (&self->related, guint8, claim) : 0;
}

const char *
pe_prose_get_pattern (const pe_prose *self, size_t relation)
{
  return self != NULL && relation < self->names.size ? *pe_vector_at (&self->names, const char *, relation) : NULL;
}
