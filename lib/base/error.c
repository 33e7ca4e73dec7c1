/* error.c - why a call failed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/error.h>

#include "finding-private.h"

struct pe_error
{
  gint        references; /* 0: static and immortal */
  pe_finding *finding;
  uint64_t    count;
};

/* Never written to: its count of references says that nobody may. */
static const pe_error no_memory = { .finding = (pe_finding *) &pe_finding_no_memory, .count = 1 };

pe_status
pe_error_set_no_memory (pe_error **error)
{
  if (error != NULL)
    *error = (pe_error *) &no_memory;
  return PE_ERROR_NO_MEMORY;
}

pe_status
pe_error_set_finding (pe_error **error, pe_finding *finding, uint64_t count)
{
  pe_error *self;

  if (error == NULL)
    return pe_finding_get_code (finding);
  if (pe_finding_get_code (finding) == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  self = g_try_new (pe_error, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);

  self->references = 1;
  self->finding = pe_finding_ref (finding);
  self->count = count;
  *error = self;
  return pe_finding_get_code (finding);
}

static pe_status
set_error (pe_error **error, pe_status code, const pe_place *place, va_list pairs)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { code, place, place != NULL ? 1 : 0, parameters, 0 };
  pe_finding       *finding;
  pe_status         status;

  init.n_parameters = pe_parameters_collect (parameters, pairs);
  if (pe_finding_new (&finding, &init) != PE_OK)
    return pe_error_set_no_memory (error);
  status = pe_error_set_finding (error, finding, 1);
  pe_finding_unref (finding);
  return status;
}

pe_status
pe_error_set (pe_error **error, pe_status code, const pe_place *place, ...)
{
  va_list   pairs;
  pe_status status;

  if (error == NULL)
    return code;
  if (code == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  va_start (pairs, place);
  status = set_error (error, code, place, pairs);
  va_end (pairs);
  return status;
}

pe_status
pe_error_set_argument (pe_error **error, const char *argument, const char *expected)
{
  return pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, NULL, "name", argument, "expected", expected, NULL);
}

pe_status
pe_error_get_status (const pe_error *self)
{
  return self != NULL ? pe_finding_get_code (self->finding) : PE_OK;
}

const char *
pe_error_get_message (const pe_error *self, pe_language language)
{
  return self != NULL ? pe_finding_get_message (self->finding, language) : "";
}

const pe_finding *
pe_error_get_finding (const pe_error *self)
{
  return self != NULL ? self->finding : NULL;
}

uint64_t
pe_error_get_count (const pe_error *self)
{
  return self != NULL ? self->count : 0;
}

pe_error *
pe_error_ref (pe_error *self)
{
  if (self != NULL && g_atomic_int_get (&self->references) != 0)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_error_unref (pe_error *self)
{
  if (self == NULL || g_atomic_int_get (&self->references) == 0 || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_finding_unref (self->finding);
  g_free (self);
}

/* Joining */

pe_status
pe_findings_join (pe_findings **out, pe_findings *const *lists, size_t n, pe_error **error)
{
  pe_collector collector;
  pe_findings *joined = NULL;

  if (out == NULL || (lists == NULL && n > 0))
    return pe_error_set_argument (error, out == NULL ? "out" : "lists", "not NULL");
  pe_collector_init (&collector, NULL);
  collector.limit = G_MAXUINT32;
  for (size_t i = 0; i < n; i++)
    pe_collector_add_all (&collector, lists[i]);
  if (pe_collector_finish (&collector, &joined, NULL) == PE_ERROR_NO_MEMORY)
    {
      pe_findings_unref (joined);
      return pe_error_set_no_memory (error);
    }
  *out = joined;
  return PE_OK;
}
