/* collector.c - the findings of one call, as they are met
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "finding-private.h"

#include "buffer-private.h"

void
pe_collector_init (pe_collector *self, const pe_limits *limits)
{
  pe_limits defaults;

  pe_limits_init (&defaults, sizeof defaults);
  /* The list is made with the first finding: most calls have none. */
  self->findings = NULL;
  self->limit = MAX ((limits != NULL ? limits : &defaults)->findings, 1);
  self->broken = PE_OK;
}

/* The list, or NULL when memory runs out; it has not before. */
static pe_findings *
get_list (pe_collector *self)
{
  if (self->findings == NULL)
    self->findings = pe_findings_new ();
  if (self->findings == NULL)
    self->broken = PE_ERROR_NO_MEMORY;
  return self->findings;
}

/* Counts a finding that is about to come. TRUE when it has to be made: to be kept, or as the first error. */
static gboolean
count_finding (pe_collector *self, pe_status code)
{
  pe_severity  severity = pe_status_get_severity (code);
  pe_findings *list;

  /* A finding that says that memory ran out is not worth the memory that it would take. */
  if (code == PE_ERROR_NO_MEMORY)
    self->broken = PE_ERROR_NO_MEMORY;
  if (self->broken != PE_OK)
    return FALSE;
  list = get_list (self);
  if (list == NULL)
    return FALSE;
  list->counts[severity - PE_SEVERITY_NOTE]++;
  return list->list.size < self->limit || (severity == PE_SEVERITY_ERROR && list->first_error == NULL);
}

/* Takes a finding over, which count_finding() has called for. */
static void
keep_finding (pe_collector *self, pe_finding *finding)
{
  pe_findings *list = self->findings;

  if (list->first_error == NULL && pe_finding_get_severity (finding) == PE_SEVERITY_ERROR)
    list->first_error = pe_finding_ref (finding);
  if (list->list.size < self->limit && pe_vector_push (&list->list, &finding) == PE_OK)
    return;
  if (list->list.size < self->limit)
    self->broken = PE_ERROR_NO_MEMORY;
  pe_finding_unref (finding);
}

void
pe_collector_add_init (pe_collector *self, const pe_finding_init *init)
{
  pe_finding *finding;

  if (!count_finding (self, init->code))
    return;
  if (pe_finding_new (&finding, init) == PE_OK)
    keep_finding (self, finding);
  else
    self->broken = PE_ERROR_NO_MEMORY;
}

void
pe_collector_add (pe_collector *self, pe_status code, const pe_place *place, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { code, place, place != NULL ? 1 : 0, parameters, 0 };
  va_list           pairs;

  va_start (pairs, place);
  init.n_parameters = pe_parameters_collect (parameters, pairs);
  va_end (pairs);
  pe_collector_add_init (self, &init);
}

void
pe_collector_take_error (pe_collector *self, pe_error *error, const pe_place *place)
{
  pe_finding *finding = (pe_finding *) pe_error_get_finding (error);
  pe_finding *moved;

  if (finding != NULL && count_finding (self, pe_finding_get_code (finding)))
    {
      if (place == NULL)
        keep_finding (self, pe_finding_ref (finding));
      else if (pe_finding_new_at (&moved, finding, place) == PE_OK)
        keep_finding (self, moved);
      else
        self->broken = PE_ERROR_NO_MEMORY;
    }
  pe_error_unref (error);
}

/* Counts what another list counted and no longer holds. */
static void
add_left_out (pe_collector *self, const pe_findings *findings)
{
  uint64_t     listed[3] = { 0, 0, 0 };
  pe_findings *list = self->findings;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    listed[pe_finding_get_severity (pe_findings_get (findings, i)) - PE_SEVERITY_NOTE]++;
  for (size_t i = 0; i < G_N_ELEMENTS (listed); i++)
    list->counts[i] += findings->counts[i] - listed[i];
  if (list->first_error == NULL && findings->first_error != NULL)
    list->first_error = pe_finding_ref (findings->first_error);
}

void
pe_collector_add_all (pe_collector *self, const pe_findings *findings)
{
  pe_collector_add_below (self, findings, NULL);
}

void
pe_collector_add_below (pe_collector *self, const pe_findings *findings, const char *above)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      pe_finding *finding = (pe_finding *) pe_findings_get (findings, i);
      pe_status   code = pe_finding_get_code (finding);

      /* A cut list ends in a note about itself; this list writes its own. */
      if (code == PE_NOTE_FINDINGS_CUT || !count_finding (self, code))
        continue;
      if (above == NULL)
        keep_finding (self, pe_finding_ref (finding));
      else if (pe_finding_new_below (&finding, finding, above) == PE_OK)
        keep_finding (self, finding);
      else
        self->broken = PE_ERROR_NO_MEMORY;
    }
  if (pe_findings_get_size (findings) > 0 && self->findings != NULL)
    add_left_out (self, findings);
}

uint64_t
pe_collector_get_n_errors (const pe_collector *self)
{
  return pe_findings_get_count (self->findings, PE_SEVERITY_ERROR) + (self->broken != PE_OK ? 1 : 0);
}

/* Ends a list from which findings were left out with a note that says how many. */
static void
add_cut_note (pe_collector *self)
{
  pe_findings      *list = self->findings;
  uint64_t          left_out = list->counts[0] + list->counts[1] + list->counts[2] - list->list.size;
  pe_buffer         count = PE_BUFFER_INIT, limit = PE_BUFFER_INIT;
  pe_parameter_init parameters[2] = { { "count", NULL }, { "limit", NULL } };
  pe_finding_init   init = { PE_NOTE_FINDINGS_CUT, NULL, 0, parameters, G_N_ELEMENTS (parameters) };
  char             *count_text, *limit_text;
  pe_finding       *note = NULL;

  if (left_out == 0)
    return;
  pe_buffer_add_uint (&count, left_out);
  pe_buffer_add_uint (&limit, list->list.size);
  parameters[0].text = count_text = pe_buffer_steal (&count);
  parameters[1].text = limit_text = pe_buffer_steal (&limit);
  if (count_text == NULL || limit_text == NULL || pe_finding_new (&note, &init) != PE_OK
      || pe_vector_push (&list->list, &note) != PE_OK)
    {
      pe_finding_unref (note);
      self->broken = PE_ERROR_NO_MEMORY;
    }
  else
    list->counts[0]++;
  g_free (count_text);
  g_free (limit_text);
}

/* Writes the error of a collection that went wrong, and returns its code. */
static pe_status
set_error (const pe_collector *self, pe_error **error)
{
  if (self->broken != PE_OK)
    return pe_error_set_no_memory (error);
  if (self->findings == NULL || self->findings->first_error == NULL)
    return PE_OK;
  return pe_error_set_finding (error, self->findings->first_error, pe_collector_get_n_errors (self));
}

/* Hands over the list, complete with what is to be said about the list itself. */
static pe_findings *
finish_list (pe_collector *self)
{
  pe_finding *no_memory = (pe_finding *) &pe_finding_no_memory;

  if (self->broken == PE_OK)
    return self->findings != NULL ? g_steal_pointer (&self->findings) : pe_findings_get_empty ();
  if (self->findings == NULL || pe_vector_push (&self->findings->list, &no_memory) != PE_OK)
    return pe_findings_get_no_memory ();
  self->findings->counts[PE_SEVERITY_ERROR - PE_SEVERITY_NOTE]++;
  return g_steal_pointer (&self->findings);
}

pe_status
pe_collector_finish (pe_collector *self, pe_findings **findings, pe_error **error)
{
  pe_status status;

  if (findings != NULL && self->findings != NULL && self->broken == PE_OK)
    add_cut_note (self);
  status = set_error (self, error);
  if (findings != NULL)
    *findings = finish_list (self);
  pe_collector_clear (self);
  return status;
}

void
pe_collector_clear (pe_collector *self)
{
  pe_findings_unref (self->findings);
  self->findings = NULL;
  self->broken = PE_OK;
}
