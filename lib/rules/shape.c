/* shape.c - the rule shapes that this library knows
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "record-private.h"

/* One a line; the order is that of pe_shape_get_name(), and new ones go to the end. */
/* clang-format off */
const pe_shape *const pe_shapes[] = {
  &pe_shape_capped_ratio,
  &pe_shape_inverse_ratio,
  &pe_shape_steps,
  &pe_shape_per_violation,
  &pe_shape_checklist,
  &pe_shape_binary,
  &pe_shape_on_time_share,
  &pe_shape_graded,
  &pe_shape_slot,
  &pe_shape_attested,
  &pe_shape_inverse_linear,
  &pe_shape_equality,
  &pe_shape_per_unit_excess,
  &pe_shape_per_unit_deviation,
  &pe_shape_deviation_steps,
  &pe_shape_piecewise_linear,
  &pe_shape_last_year,
  &pe_shape_milestones,
  &pe_shape_alternative,
  &pe_shape_external_score,
  &pe_shape_decision_table,
};
/* clang-format on */

gboolean
pe_shape_has_kind (const pe_shape *self, pe_parameter_kind kind)
{
  for (size_t i = 0; i < self->n_parameters; i++)
    if (self->parameters[i].kind == kind)
      return TRUE;
  return FALSE;
}

void
pe_shape_parameter_init (pe_shape_parameter *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_shape_get_count (void)
{
  return G_N_ELEMENTS (pe_shapes);
}

/* "capped_ratio/1, …" */
static char *
print_known (void)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  for (size_t i = 0; i < G_N_ELEMENTS (pe_shapes); i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      pe_buffer_add_string (&buffer, pe_shapes[i]->name);
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_int (&buffer, pe_shapes[i]->revision);
    }
  return pe_buffer_steal (&buffer);
}

static pe_status
set_unknown (pe_error **error, const char *name, int32_t revision)
{
  char      excerpt[PE_EXCERPT_SIZE];
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text, *known;
  pe_status status;

  pe_buffer_add_string (&buffer, pe_excerpt (excerpt, name, strlen (name)));
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_int (&buffer, revision);
  text = pe_buffer_steal (&buffer);
  known = print_known ();
  if (text == NULL || known == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (
        error, PE_ERROR_SHAPE_UNKNOWN, NULL, "shape", text, "expected", known, "expected_zh", known, NULL);
  g_free (known);
  g_free (text);
  return status;
}

pe_status
pe_shape_find (size_t *out, const char *name, int32_t revision, pe_error **error)
{
  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (name == NULL)
    return pe_error_set_argument (error, "name", "not NULL");
  for (size_t i = 0; i < G_N_ELEMENTS (pe_shapes); i++)
    if (pe_shapes[i]->revision == revision && strcmp (pe_shapes[i]->name, name) == 0)
      {
        *out = i;
        return PE_OK;
      }
  return set_unknown (error, name, revision);
}

const char *
pe_shape_get_name (size_t shape)
{
  return shape < G_N_ELEMENTS (pe_shapes) ? pe_shapes[shape]->name : NULL;
}

int32_t
pe_shape_get_revision (size_t shape)
{
  return shape < G_N_ELEMENTS (pe_shapes) ? pe_shapes[shape]->revision : 0;
}

int32_t
pe_shape_get_superseded_by (size_t shape)
{
  return shape < G_N_ELEMENTS (pe_shapes) ? pe_shapes[shape]->superseded_by : 0;
}

const char *
pe_shape_get_title (size_t shape, pe_language language)
{
  if (shape >= G_N_ELEMENTS (pe_shapes))
    return NULL;
  return language == PE_LANGUAGE_ZH ? pe_shapes[shape]->title_zh : pe_shapes[shape]->title_en;
}

const char *
pe_shape_get_definition (size_t shape, pe_language language)
{
  if (shape >= G_N_ELEMENTS (pe_shapes))
    return NULL;
  return language == PE_LANGUAGE_ZH ? pe_shapes[shape]->definition_zh : pe_shapes[shape]->definition_en;
}

const char *
pe_shape_get_source (size_t shape)
{
  return shape < G_N_ELEMENTS (pe_shapes) ? pe_shapes[shape]->source : NULL;
}

size_t
pe_shape_get_n_parameters (size_t shape)
{
  return shape < G_N_ELEMENTS (pe_shapes) ? pe_shapes[shape]->n_parameters : 0;
}

pe_status
pe_shape_get_parameter (pe_shape_parameter *out, size_t shape, size_t index, pe_error **error)
{
  if (out != NULL && index >= pe_shape_get_n_parameters (shape))
    return pe_index_set_not_found (error, index, pe_shape_get_n_parameters (shape));
  /* Without an `out` there is nothing to fill, and no parameter is looked at. */
  return pe_record_export (out, out != NULL ? &pe_shapes[shape]->parameters[index] : NULL, sizeof *out, error);
}
