/* measure-json.c - the measures that a rulebook declares from JSON and to it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "measure-json-private.h"

#include <string.h>

#include "../rules/rulebook-measure-private.h"

enum
{
  MEASURE_ID,
  MEASURE_NAME,
  MEASURE_UNIT,
  MEASURE_ZERO,
  MEASURE_SOURCE,
  MEASURE_TYPES,
  MEASURE_FORMULA,
  N_MEASURE
};

static const pe_member_rule measure_members[N_MEASURE] = {
  { "id", PE_MEMBER_REQUIRED },      { "name", PE_MEMBER_REQUIRED },
  { "unit", PE_MEMBER_OPTIONAL },    { "zero_denominator", PE_MEMBER_OPTIONAL },
  { "source", PE_MEMBER_OPTIONAL },  { "types", PE_MEMBER_OPTIONAL },
  { "formula", PE_MEMBER_REQUIRED },
};

static const pe_word zero_words[] = {
  { "policy", PE_STATE_ZERO_DENOMINATOR },
  { "not_applicable", PE_STATE_NOT_APPLICABLE },
  { NULL, 0 },
};

/* Columns: {"register.projects.signed": "boolean"} */

typedef struct
{
  pe_vector names; /* of const char *, borrowed from the document */
  pe_vector types; /* of pe_fact_type */
} columns;

static void
read_columns (pe_document *document, pe_json_index value, columns *out)
{
  if (value == PE_JSON_NONE || !pe_document_read_names (document, value))
    return;
  for (pe_json_index type = pe_json_get_first (document->json, value); type != PE_JSON_NONE;
       type = pe_json_get_next (document->json, type))
    {
      const pe_fact_type number = pe_document_read_word (document, type, pe_words_fact_type);
      const char        *name = pe_json_get_name (document->json, type, NULL);

      if (number != 0
          && (pe_vector_push (&out->names, &name) != PE_OK || pe_vector_push (&out->types, &number) != PE_OK))
        pe_document_report_no_memory (document);
    }
}

static pe_unit
read_unit (pe_document *document, pe_json_index value)
{
  const char *word = pe_document_read_text (document, value);
  pe_error   *error = NULL;
  pe_unit     unit = PE_UNIT_NONE;

  if (word != NULL && pe_unit_parse (&unit, word, strlen (word), &error) != PE_OK)
    pe_document_take_error (document, error, value);
  return unit;
}

/* The member that an error of the library's is about: its place names that of the structure. */
static pe_json_index
find_member (pe_json_index value, const pe_json_index *members, const pe_error *error)
{
  static const struct
  {
    const char *path;
    int         member;
  } paths[] = {
    { "/id", MEASURE_ID },           { "/name_zh", MEASURE_NAME },    { "/name_en", MEASURE_NAME },
    { "/unit", MEASURE_UNIT },       { "/zero_state", MEASURE_ZERO }, { "/source", MEASURE_SOURCE },
    { "/formula", MEASURE_FORMULA }, { "/columns", MEASURE_TYPES },
  };
  const pe_place *place = pe_finding_get_place (pe_error_get_finding (error), 0);
  const char     *what = place != NULL ? pe_place_get_what (place) : NULL;

  for (size_t i = 0; what != NULL && i < G_N_ELEMENTS (paths); i++)
    if (strcmp (paths[i].path, what) == 0 && members[paths[i].member] != PE_JSON_NONE)
      return members[paths[i].member];
  return value;
}

static void
add (pe_document *document, pe_json_index value, pe_rulebook_builder *builder, pe_rulebook_measure *measure)
{
  pe_error *error = NULL;

  if (pe_rulebook_builder_add_measures (builder, &measure, 1, &error) != PE_OK)
    pe_document_take_error (document, error, pe_document_find (document, value, "/id"));
}

static void
add_stand_in (pe_document *document, pe_json_index value, const char *id, pe_rulebook_builder *builder)
{
  pe_rulebook_measure     *measure = NULL;
  pe_rulebook_measure_spec spec;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = id;
  spec.name_zh = "?";
  spec.formula = "0";
  if (id != NULL && pe_rulebook_measure_new (&measure, &spec, NULL) == PE_OK)
    add (document, value, builder, measure);
  pe_rulebook_measure_unref (measure);
}

static void
make (pe_document *document, pe_json_index value, const pe_json_index *members, const pe_rulebook_measure_spec *spec,
      pe_rulebook_builder *builder)
{
  pe_rulebook_measure *measure = NULL;
  pe_error            *error = NULL;

  if (pe_rulebook_measure_new (&measure, spec, &error) == PE_OK)
    add (document, value, builder, measure);
  else
    {
      pe_document_take_error (document, error, find_member (value, members, error));
      add_stand_in (document, value, spec->id, builder);
    }
  pe_rulebook_measure_unref (measure);
}

static void
read_measure (pe_document *document, pe_json_index value, pe_rulebook_builder *builder)
{
  const uint64_t           n_errors = pe_document_get_n_errors (document);
  columns                  read = { PE_VECTOR_INIT (const char *), PE_VECTOR_INIT (pe_fact_type) };
  const pe_vector         *before = pe_rulebook_builder_peek_measures (builder);
  pe_json_index            members[N_MEASURE];
  pe_rulebook_measure_spec spec;

  pe_document_read_object (document, value, measure_members, N_MEASURE, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  spec.id = pe_document_read_text (document, members[MEASURE_ID]);
  pe_document_read_both (document, members[MEASURE_NAME], TRUE, &spec.name_zh, &spec.name_en);
  spec.unit = read_unit (document, members[MEASURE_UNIT]);
  spec.zero_state = pe_document_read_word (document, members[MEASURE_ZERO], zero_words);
  spec.source = pe_document_read_text (document, members[MEASURE_SOURCE]);
  spec.formula = pe_document_read_text (document, members[MEASURE_FORMULA]);
  read_columns (document, members[MEASURE_TYPES], &read);
  spec.columns = read.names.data;
  spec.types = read.types.data;
  spec.n_columns = read.types.size;
  spec.before = before->data;
  spec.n_before = before->size;
  spec.limits = &document->limits;
  if (pe_document_get_n_errors (document) == n_errors)
    make (document, value, members, &spec, builder);
  else
    add_stand_in (document, value, spec.id, builder);
  pe_vector_clear (&read.names);
  pe_vector_clear (&read.types);
}

void
pe_measures_read (pe_document *document, pe_json_index array, pe_rulebook_builder *builder)
{
  if (!pe_document_read_array (document, array))
    return;
  for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (document->json, value))
    read_measure (document, value, builder);
}

/* Writing */

static void
write_types (pe_writer *self, const pe_rulebook_measure_spec *spec)
{
  if (spec->n_columns == 0)
    return;
  pe_json_writer_name (&self->json, "types");
  pe_json_writer_begin_object (&self->json);
  for (size_t i = 0; i < spec->n_columns; i++)
    pe_writer_member_word (self, spec->columns[i], pe_words_fact_type, spec->types[i]);
  pe_json_writer_end_object (&self->json);
}

static void
write_measure (pe_writer *self, const pe_rulebook_measure *measure)
{
  pe_rulebook_measure_spec spec;

  pe_rulebook_measure_spec_init (&spec, sizeof spec);
  (void) pe_rulebook_measure_describe (&spec, measure, NULL);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "id", spec.id);
  pe_writer_member_both (self, "name", spec.name_zh, spec.name_en);
  if (spec.unit != PE_UNIT_NONE)
    pe_json_writer_member_string (&self->json, "unit", pe_unit_get_name (spec.unit));
  pe_writer_member_word (self, "zero_denominator", zero_words, spec.zero_state);
  pe_json_writer_member_string (&self->json, "source", spec.source);
  write_types (self, &spec);
  pe_json_writer_member_string (&self->json, "formula", spec.formula);
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_measures (pe_writer *self, const pe_rulebook *rulebook)
{
  const size_t n = pe_rulebook_get_n_measures (rulebook);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "measures");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    write_measure (self, pe_rulebook_get_measure (rulebook, i));
  pe_json_writer_end_array (&self->json);
}
