/* facts.c - indicator facts, rows, declared scores and readings: defaults, checks and copies
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "facts-private.h"

#include "../base/decimal-private.h"
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

/* A figure and the text that may stand in its place, which says something where it is there. */
static pe_status
take_figure (const pe_intake *intake, const char *member, pe_figure *figure, const char *text_member, const char **text,
             pe_error **error)
{
  pe_status status = pe_intake_take_figure (intake, member, figure, *text, error);

  if (status == PE_OK && *text != NULL)
    status = pe_intake_take_text (intake, text_member, text, PE_INTAKE_REQUIRED, error);
  return status;
}

pe_status
pe_fact_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_fact  *self = record;
  pe_status status = pe_intake_check_range (intake, "reserved", self->reserved, 0, 0, error);

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "indicator", &self->indicator, PE_INTAKE_CODE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "name", &self->name, PE_INTAKE_CODE, error);
  if (status == PE_OK)
    status = take_figure (intake, "figure", &self->figure, "text", &self->text, error);
  return status;
}

/* The parent is checked when the rows of its slot are known. */
static pe_status
check_row_words (const pe_intake *intake, const pe_row *self, pe_error **error)
{
  pe_status status = pe_intake_check_range (intake, "reserved", self->reserved, 0, 0, error);

  if (status == PE_OK)
    status = pe_intake_check_range (intake, "nature", self->nature, 0, PE_NATURE_QUALITATIVE, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "sign", self->sign, 0, PE_SIGN_GREATER, error);
  if (status == PE_OK)
    status = pe_intake_check_range (intake, "withdrawn", self->withdrawn, 0, 1, error);
  return status;
}

static pe_status
take_row_texts (const pe_intake *intake, pe_row *self, pe_error **error)
{
  pe_status status = pe_intake_take_text (intake, "slot", &self->slot, PE_INTAKE_CODE, error);

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "name", &self->name, PE_INTAKE_REQUIRED, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "unit", &self->unit, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "grade", &self->grade, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "reason", &self->reason, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "evidence", &self->evidence, PE_INTAKE_NULLABLE, error);
  return status;
}

pe_status
pe_row_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_row   *self = record;
  pe_status status = take_row_texts (intake, self, error);

  if (status == PE_OK)
    status = check_row_words (intake, self, error);
  if (status == PE_OK)
    status = pe_intake_take_points (intake, "marks", &self->marks, error);
  if (status == PE_OK)
    status = take_figure (intake, "target", &self->target, "target", &self->target_text, error);
  if (status == PE_OK)
    status = take_figure (intake, "adjusted_target", &self->adjusted_target, "adjusted_target", &self->adjusted_text,
                          error);
  if (status == PE_OK)
    status = take_figure (intake, "actual", &self->actual, "actual", &self->actual_text, error);
  if (status == PE_OK)
    status = pe_intake_take_points (intake, "score", &self->score, error);
  return status;
}

pe_status
pe_declared_score_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_declared_score *self = record;
  pe_status status = pe_intake_check_range (intake, "scorer", self->scorer, PE_SCORER_SELF, PE_SCORER_EXTERNAL, error);

  if (status == PE_OK && !pe_decimal_is_well_formed (&self->score))
    status = pe_intake_refuse (
        intake, "score", PE_ERROR_INVALID_ARGUMENT, error, "name", "score", "expected",
        "a decimal of 0 to 18 places, reserved 0", "expected_zh", "0 至 18 位小数的数，保留项为 0", NULL);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "indicator", &self->indicator, PE_INTAKE_CODE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "evidence", &self->evidence, PE_INTAKE_NULLABLE, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "reason", &self->reason, PE_INTAKE_NULLABLE, error);
  return status;
}

pe_status
pe_reading_take (void *record, const pe_intake *intake, pe_error **error)
{
  pe_reading *self = record;
  pe_status   status = pe_intake_check_range (intake, "reserved", self->reserved, 0, 0, error);

  if (status == PE_OK)
    status = pe_intake_take_text (intake, "path", &self->path, PE_INTAKE_REQUIRED, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "printed", &self->printed, PE_INTAKE_REQUIRED, error);
  if (status == PE_OK)
    status = pe_intake_take_text (intake, "meaning", &self->meaning, PE_INTAKE_REQUIRED, error);
  return status;
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
