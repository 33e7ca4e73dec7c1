/* rule-argument.c - what a rule was told, read back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/rule_argument.h>

#include "../base/struct-private.h"
#include "rule-private.h"

void
pe_rule_argument_init (pe_rule_argument *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
check (const void *out, const pe_rule *self, const char *name, pe_error **error)
{
  if (out == NULL || self == NULL || name == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : self == NULL ? "self" : "name", "not NULL");
  return PE_OK;
}

pe_status
pe_rule_read_argument (pe_rule_argument *out, const pe_rule *self, const char *name, pe_error **error)
{
  static const pe_argument_source sources[]
      = { [PE_BINDING_MEASURE] = PE_ARGUMENT_MEASURE,
          [PE_BINDING_FACT] = PE_ARGUMENT_FACT,
          [PE_BINDING_FIGURE] = PE_ARGUMENT_FIGURE,
          [PE_BINDING_FORMULA] = PE_ARGUMENT_FORMULA };
  pe_rule_argument ours = { .struct_size = sizeof ours };
  pe_binding_kind  kind;
  pe_status        status = check (out, self, name, error);

  if (status != PE_OK)
    return status;
  kind = pe_rule_get_binding (self, name, &ours.name, &ours.figure);
  if (kind == PE_BINDING_NONE)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", name, NULL);
  ours.source = sources[kind];
  return pe_struct_export (out, &ours, sizeof ours, sizeof ours, "out", error);
}

pe_status
pe_rule_read_number (pe_decimal *out, const pe_rule *self, const char *name, pe_error **error)
{
  pe_status status = check (out, self, name, error);

  if (status == PE_OK && !pe_rule_get_number (self, name, out))
    status = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", name, NULL);
  return status;
}

const char *
pe_rule_find_word (const pe_rule *self, const char *name)
{
  return self != NULL && name != NULL ? pe_rule_get_word (self, name) : NULL;
}

pe_unit
pe_rule_get_bound_unit (const pe_rule *self)
{
  return self != NULL ? pe_rule_get_unit (self) : PE_UNIT_NONE;
}

const pe_rule *
pe_rule_find_sign_rule (const pe_rule *self, pe_sign sign)
{
  return self != NULL ? pe_rule_get_sign_rule (self, sign) : NULL;
}

/* One of n elements of a size. */
static pe_status
read_element (void *out, const pe_rule *self, const void *elements, size_t n, size_t size, size_t index,
              pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= n)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, NULL);
  return pe_struct_export (out, (const char *) elements + index * size, size, size, "out", error);
}

size_t
pe_rule_get_n_steps (const pe_rule *self)
{
  size_t n = 0;

  if (self != NULL)
    pe_rule_get_steps (self, &n);
  return n;
}

pe_status
pe_rule_get_step (pe_step *out, const pe_rule *self, size_t index, pe_error **error)
{
  size_t         n = 0;
  const pe_step *steps = self != NULL ? pe_rule_get_steps (self, &n) : NULL;

  return read_element (out, self, steps, n, sizeof *steps, index, error);
}

size_t
pe_rule_get_n_items (const pe_rule *self)
{
  size_t n = 0;

  if (self != NULL)
    pe_rule_get_items (self, &n);
  return n;
}

pe_status
pe_rule_get_item (pe_item *out, const pe_rule *self, size_t index, pe_error **error)
{
  size_t         n = 0;
  const pe_item *items = self != NULL ? pe_rule_get_items (self, &n) : NULL;

  return read_element (out, self, items, n, sizeof *items, index, error);
}
