/* facts.c - indicator facts, rows, declared scores and readings: defaults, checks and copies
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "facts-private.h"

#include "../base/buffer-private.h"
#include "../base/decimal-private.h"
#include "../base/figure-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"

void
pe_fact_init (pe_fact *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_row_init (pe_row *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_declared_score_init (pe_declared_score *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_reading_init (pe_reading *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

typedef enum
{
  TEXT_NULLABLE,
  TEXT_REQUIRED,
  TEXT_CODE
} text_kind;

static char *
join (const char *path, const char *member)
{
  pe_buffer joined = PE_BUFFER_INIT;

  pe_buffer_add_string (&joined, path);
  pe_buffer_add_char (&joined, '/');
  pe_buffer_add_string (&joined, member);
  return pe_buffer_steal (&joined);
}

static pe_status
take_text (pe_arena *texts, const char **text, text_kind kind, const char *path, const char *member, pe_error **error)
{
  char     *at = join (path, member);
  pe_status status;

  if (at == NULL)
    status = pe_error_set_no_memory (error);
  else if (kind == TEXT_CODE)
    status = pe_arena_take_code (texts, text, at, error);
  else if (kind == TEXT_REQUIRED)
    status = pe_arena_take_required (texts, text, at, error);
  else
    status = pe_arena_take (texts, text, at, error);
  g_free (at);
  return status;
}

/* A figure of a fact or row may be a text, and then there is one. */
static pe_status
check_figure (const pe_figure *figure, const char *text, const char *path, const char *member, pe_error **error)
{
  gboolean  good = pe_figure_is_well_formed (figure) && figure->state <= PE_STATE_TEXT
                  && (figure->state == PE_STATE_TEXT) == (text != NULL);
  char     *at;
  pe_place  place;
  pe_status status;

  if (good)
    return PE_OK;
  at     = join (path, member);
  place  = PE_PLACE_WHAT (at);
  status = pe_error_set (error, PE_ERROR_STATE_CONFLICT, &place, "name", member, "expected",
                         "a value, nothing, \"not applicable\", or a text with its state", "expected_zh",
                         "数值、空白、“不适用”，或与状态相符的文字", NULL);
  g_free (at);
  return status;
}

/* A figure that can be no text, in points. */
static pe_status
check_points (const pe_figure *figure, const char *path, const char *member, pe_error **error)
{
  pe_status status = check_figure (figure, NULL, path, member, error);
  char     *at;
  pe_place  place;

  if (status != PE_OK || figure->unit == PE_UNIT_NONE || figure->unit == PE_UNIT_POINT)
    return status;
  at     = join (path, member);
  place  = PE_PLACE_WHAT (at);
  status = pe_error_set (error, PE_ERROR_UNIT_MISMATCH, &place, "name", member, "found", pe_unit_get_name (figure->unit),
                         "expected", "分", NULL);
  g_free (at);
  return status;
}

pe_status
pe_fact_take (pe_fact *self, pe_arena *texts, const char *path, pe_error **error)
{
  pe_status status = take_text (texts, &self->indicator, TEXT_CODE, path, "indicator", error);

  if (status == PE_OK)
    status = take_text (texts, &self->name, TEXT_CODE, path, "name", error);
  if (status == PE_OK)
    status = check_figure (&self->figure, self->text, path, "figure", error);
  if (status == PE_OK)
    status = take_text (texts, &self->text, TEXT_NULLABLE, path, "text", error);
  return status;
}

static pe_status
check_row_words (const pe_row *self, pe_error **error)
{
  if (self->nature < 0 || self->nature > PE_NATURE_QUALITATIVE)
    return pe_error_set_argument (error, "nature", "a pe_nature or 0");
  if (self->sign < 0 || self->sign > PE_SIGN_GREATER)
    return pe_error_set_argument (error, "sign", "a pe_sign that a row can have, or 0");
  if (self->withdrawn != 0 && self->withdrawn != 1)
    return pe_error_set_argument (error, "withdrawn", "0 or 1");
  return PE_OK;
}

static pe_status
check_row_figures (const pe_row *self, const char *path, pe_error **error)
{
  pe_status status = check_points (&self->marks, path, "marks", error);

  if (status == PE_OK)
    status = check_figure (&self->target, self->target_text, path, "target", error);
  if (status == PE_OK)
    status = check_figure (&self->adjusted_target, self->adjusted_text, path, "adjusted_target", error);
  if (status == PE_OK)
    status = check_figure (&self->actual, self->actual_text, path, "actual", error);
  if (status == PE_OK)
    status = check_points (&self->score, path, "score", error);
  return status;
}

pe_status
pe_row_take (pe_row *self, pe_arena *texts, const char *path, pe_error **error)
{
  static const struct
  {
    const char *member;
    text_kind   kind;
  } members[PE_ROW_N_TEXTS] = { { "slot", TEXT_CODE },        { "name", TEXT_REQUIRED },         { "unit", TEXT_NULLABLE },
                                { "target", TEXT_NULLABLE },  { "adjusted_target", TEXT_NULLABLE }, { "actual", TEXT_NULLABLE },
                                { "grade", TEXT_NULLABLE },   { "reason", TEXT_NULLABLE },       { "evidence", TEXT_NULLABLE } };
  const char **list[PE_ROW_N_TEXTS];
  pe_status    status = check_row_words (self, error);
  size_t       i;

  pe_row_list_texts (self, list);
  for (i = 0; i < PE_ROW_N_TEXTS && status == PE_OK; i++)
    status = take_text (texts, list[i], members[i].kind, path, members[i].member, error);
  return status == PE_OK ? check_row_figures (self, path, error) : status;
}

pe_status
pe_declared_score_take (pe_declared_score *self, pe_arena *texts, const char *path, pe_error **error)
{
  pe_status status;

  if (self->scorer < PE_SCORER_SELF || self->scorer > PE_SCORER_EXTERNAL)
    return pe_error_set_argument (error, "scorer", "a pe_scorer");
  if (!pe_decimal_is_well_formed (&self->score))
    return pe_error_set_argument (error, "score", "a decimal with 0 to 18 places");
  status = take_text (texts, &self->indicator, TEXT_CODE, path, "indicator", error);
  if (status == PE_OK)
    status = take_text (texts, &self->evidence, TEXT_NULLABLE, path, "evidence", error);
  if (status == PE_OK)
    status = take_text (texts, &self->reason, TEXT_NULLABLE, path, "reason", error);
  return status;
}

pe_status
pe_reading_take (pe_reading *self, pe_arena *texts, const char *path, pe_error **error)
{
  pe_status status = take_text (texts, &self->path, TEXT_REQUIRED, path, "path", error);

  if (status == PE_OK)
    status = take_text (texts, &self->printed, TEXT_REQUIRED, path, "printed", error);
  if (status == PE_OK)
    status = take_text (texts, &self->meaning, TEXT_REQUIRED, path, "meaning", error);
  return status;
}

void
pe_fact_list_texts (pe_fact *self, const char **out[PE_FACT_N_TEXTS])
{
  out[0] = &self->indicator;
  out[1] = &self->name;
  out[2] = &self->text;
}

void
pe_row_list_texts (pe_row *self, const char **out[PE_ROW_N_TEXTS])
{
  out[0] = &self->slot;
  out[1] = &self->name;
  out[2] = &self->unit;
  out[3] = &self->target_text;
  out[4] = &self->adjusted_text;
  out[5] = &self->actual_text;
  out[6] = &self->grade;
  out[7] = &self->reason;
  out[8] = &self->evidence;
}

void
pe_declared_score_list_texts (pe_declared_score *self, const char **out[PE_DECLARED_SCORE_N_TEXTS])
{
  out[0] = &self->indicator;
  out[1] = &self->evidence;
  out[2] = &self->reason;
}

void
pe_reading_list_texts (pe_reading *self, const char **out[PE_READING_N_TEXTS])
{
  out[0] = &self->path;
  out[1] = &self->printed;
  out[2] = &self->meaning;
}
