/* rulebook-facts.c - what a rulebook knows of the facts that its leaves read before there is a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-object-private.h"

/* The names that the rule of an indicator reads; none for a group. */
static const pe_name_index *
get_names (const pe_rulebook *self, size_t indicator)
{
  static const pe_name_index none = { NULL, 0 };
  const pe_rule             *rule = pe_rulebook_peek_indicator (self, indicator)->rule;

  return rule != NULL ? pe_rule_peek_fact_names (rule) : &none;
}

/* The path of a fact in a dossier; NULL when memory ran out. */
static const char *
make_path (pe_rulebook *self, const char *code, const char *name)
{
  char      room[PE_PATH_ROOM] PE_UNSET;
  pe_buffer path = PE_BUFFER_INIT_IN (room);

  pe_dossier_print_fact_path (code, name, &path);
  return pe_buffer_steal_in (&path, &self->arena);
}

static pe_status
make_paths (pe_rulebook *self, size_t indicator)
{
  const pe_name_index *names = get_names (self, indicator);
  const char         **paths = self->fact_paths + self->first_fact[indicator];

  for (size_t i = 0; i < names->n; i++)
    {
      paths[i] = make_path (self, pe_rulebook_peek_indicator (self, indicator)->code, names->names[i].name);
      if (paths[i] == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

pe_status
pe_rulebook_make_fact_paths (pe_rulebook *self)
{
  const size_t n = self->content.indicators.size;
  size_t       total = 0;
  pe_status    status = PE_OK;

  self->first_fact = g_try_new (size_t, n + 1);
  if (self->first_fact == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    {
      self->first_fact[i] = total;
      total += get_names (self, i)->n;
    }
  self->first_fact[n] = total;
  self->fact_paths = g_try_new (const char *, MAX (total, 1));
  if (self->fact_paths == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    status = make_paths (self, i);
  return status;
}

const char *const *
pe_rulebook_peek_fact_paths (const pe_rulebook *self, size_t indicator, size_t *first)
{
  *first = self->first_fact[indicator];
  return self->fact_paths + *first;
}

size_t
pe_rulebook_get_n_facts (const pe_rulebook *self)
{
  return self->first_fact[self->content.indicators.size];
}

/* Remarks */

pe_findings *
pe_rulebook_peek_remarks (const pe_rulebook *self)
{
  return g_atomic_pointer_get (&((pe_rulebook *) self)->remarks);
}

pe_findings *
pe_rulebook_keep_remarks (const pe_rulebook *self, pe_findings *remarks)
{
  pe_rulebook *changed = (pe_rulebook *) self;

  if (g_atomic_pointer_compare_and_exchange (&changed->remarks, NULL, remarks))
    return remarks;
  /* Another thread was here first: what it says is the same. */
  pe_findings_unref (remarks);
  return pe_rulebook_peek_remarks (self);
}
