/* measure-trace.c - the records behind the value of a measure
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/vector-private.h"
#include "budget-tree-private.h"
#include "dossier-private.h"
#include "intake-private.h"
#include "measure-catalogue-private.h"
#include "procurement-table-private.h"
#include "record-layout-private.h"

static const pe_figure none = { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_NONE };

/* A contribution, and which member of its record it is. */
typedef struct trace_entry
{
  pe_contribution contribution;
  const char     *member; /* nullable: the record itself; static */
} trace_entry;

struct pe_measure_trace
{
  gint        references;
  pe_dossier *dossier;
  pe_vector   entries; /* of trace_entry */
};

/* What is under way. */
typedef struct tracing
{
  pe_measure_trace      *trace;
  const pe_part_term    *term;
  gboolean               of_numerator;
  const pe_dossier      *dossier; /* the year's, or the one of the year before */
  const pe_measure_part *part;
} tracing;

void
pe_contribution_init (pe_contribution *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static pe_status
add_entry (pe_measure_trace *self, pe_record_kind kind, gboolean prior, size_t index, const pe_figure *numerator,
           const pe_figure *denominator, const char *member)
{
  const trace_entry entry = { { sizeof (pe_contribution), kind, prior, 0, index, *numerator, *denominator }, member };

  return pe_vector_push (&self->entries, &entry);
}

/* An amount of a term, with its sign, in the part that is traced. */
static pe_status
add_amount (const tracing *self, pe_record_kind kind, size_t index, const pe_figure *amount)
{
  pe_figure figure = *amount;

  if (self->term->less)
    figure.value.coefficient = -figure.value.coefficient;
  return add_entry (self->trace, kind, self->term->prior, index, self->of_numerator ? &figure : &none,
                    self->of_numerator ? &none : &figure, pe_budget_name_amount (self->term->amount));
}

/* Budgets: a line that gives an amount, or those below it that it is derived from. needed: by index; lines stand before
 * those below them. */
static pe_status
add_lines (const tracing *self, const pe_budget *budget, uint8_t *needed)
{
  const pe_amount amount = self->term->amount;
  pe_status       status = PE_OK;

  for (size_t i = 0; i < budget->n_lines && status == PE_OK; i++)
    {
      uint32_t number;

      if (!needed[i])
        continue;
      if (!pe_budget_is_derived (budget, i, amount))
        status = add_amount (self, PE_RECORD_BUDGET_LINE, i, pe_budget_line_get (&budget->lines[i], amount));
      else if (budget->lines[i].complete == 1)
        for (number = budget->first_below[i]; number != 0; number = budget->next[number - 1])
          needed[number - 1] = 1;
      else
        needed[budget->of_category[PE_BUDGET_BASIC_PERSONNEL] - 1]
            = needed[budget->of_category[PE_BUDGET_BASIC_PUBLIC] - 1] = 1;
    }
  return status;
}

static pe_status
trace_budget (const tracing *self, const pe_budget *budget)
{
  uint8_t  *needed = g_try_new0 (uint8_t, budget->n_lines + 1);
  uint32_t  number;
  size_t    index;
  pe_status status;

  if (needed == NULL)
    return PE_ERROR_NO_MEMORY;
  if (pe_budget_find_category (budget, self->part->item, &index) != NULL)
    needed[index] = 1;
  else if (self->part->item == PE_BUDGET_TOTAL)
    for (number = budget->first_top; number != 0; number = budget->next[number - 1])
      needed[number - 1] = 1;
  status = add_lines (self, budget, needed);
  g_free (needed);
  return status;
}

/* 三公经费: the total as given, or its parts; vehicles as given, or theirs. */
static pe_status
trace_three_public (const tracing *self, const pe_budget *budget)
{
  static const pe_three_public items[]
      = { PE_THREE_PUBLIC_TOTAL,    PE_THREE_PUBLIC_ABROAD,  PE_THREE_PUBLIC_VEHICLES,
          PE_THREE_PUBLIC_PURCHASE, PE_THREE_PUBLIC_RUNNING, PE_THREE_PUBLIC_RECEPTION };
  gboolean  total_given = FALSE, vehicles_given = FALSE;
  pe_status status = PE_OK;

  for (size_t i = 0; i < G_N_ELEMENTS (items) && status == PE_OK && !total_given; i++)
    {
      size_t                      index;
      const pe_three_public_line *line = pe_budget_find_three_public (budget, items[i], &index);
      const pe_figure            *given = line != NULL ? pe_three_public_line_get (line, self->term->amount) : NULL;
      const gboolean              is_part = items[i] == PE_THREE_PUBLIC_PURCHASE || items[i] == PE_THREE_PUBLIC_RUNNING;

      if (given == NULL || given->state == PE_STATE_MISSING || (is_part && vehicles_given))
        continue;
      total_given = items[i] == PE_THREE_PUBLIC_TOTAL;
      vehicles_given = vehicles_given || items[i] == PE_THREE_PUBLIC_VEHICLES;
      status = add_amount (self, PE_RECORD_THREE_PUBLIC, index, given);
    }
  return status;
}

static pe_status
trace_amounts (pe_measure_trace *trace, const pe_measure_part *part, gboolean of_numerator)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < PE_PART_MAX_TERMS && part->terms[i].amount != 0 && status == PE_OK; i++)
    {
      const pe_part_term *term = &part->terms[i];
      const pe_dossier   *dossier = term->prior ? pe_dossier_get_prior (trace->dossier) : trace->dossier;
      const pe_budget    *budget = pe_dossier_get_budget (dossier);
      const tracing       self = { trace, term, of_numerator, dossier, part };

      if (budget == NULL)
        continue;
      status = part->source == PE_PART_BUDGET ? trace_budget (&self, budget) : trace_three_public (&self, budget);
    }
  return status;
}

/* A total that stands in the summary alone. */
static pe_status
trace_summary (pe_measure_trace *self, const pe_measure_part *part, gboolean of_numerator)
{
  static const char *const names[] = { "", "budget", "reserved_for_sme", "contracts", "sme_contracts" };
  const pe_procurement    *procurement = pe_dossier_get_procurement (self->dossier);
  const pe_figure *given = procurement != NULL ? pe_procurement_summary_get (&procurement->summary, part->item) : NULL;

  if (given == NULL || given->state == PE_STATE_MISSING)
    return PE_OK;
  return add_entry (self, 0, FALSE, 0, of_numerator ? given : &none, of_numerator ? &none : given, names[part->item]);
}

/* TRUE when the records have the total: see pe_procurement_compute_total(). */
static gboolean
records_have (const pe_dossier *dossier, const pe_measure_part *part)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (dossier);
  pe_figure             total;

  if (part->source != PE_PART_TOTAL)
    return TRUE;
  return procurement != NULL && pe_procurement_total_records (&total, procurement, part->item, NULL) == PE_OK
         && total.state == PE_STATE_VALUE;
}

/* A part whose records leave it open, but which the summary has, is the summary's. */
static gboolean
is_of_summary (const pe_dossier *dossier, const pe_measure_part *part)
{
  const pe_procurement *procurement = pe_dossier_get_procurement (dossier);

  return part->source == PE_PART_TOTAL && procurement != NULL && !records_have (dossier, part)
         && pe_procurement_summary_get (&procurement->summary, part->item)->state != PE_STATE_MISSING;
}

static pe_status
trace_records (pe_measure_trace *self, const pe_measure_definition *measure, const pe_measure_options *options,
               pe_error **error)
{
  const gboolean numerator_given = is_of_summary (self->dossier, &measure->numerator);
  const gboolean denominator_given = is_of_summary (self->dossier, &measure->denominator);
  pe_record_walk walk = { self->dossier, options, measure->records, 0, 0 };
  pe_examined    examined;
  pe_status      status = PE_OK;

  if (numerator_given)
    status = trace_summary (self, &measure->numerator, TRUE);
  if (status == PE_OK && denominator_given)
    status = trace_summary (self, &measure->denominator, FALSE);
  while (status == PE_OK && pe_record_walk_next (&walk, &examined))
    {
      pe_figure numerator, denominator;

      status = pe_measure_examine (measure, &examined, &numerator, &denominator, error);
      if (status != PE_OK)
        return status;
      numerator = numerator_given ? none : numerator;
      denominator = denominator_given ? none : denominator;
      if (numerator.state != PE_STATE_NOT_APPLICABLE || denominator.state != PE_STATE_NOT_APPLICABLE)
        status = add_entry (self, measure->records, FALSE, walk.index, &numerator, &denominator, NULL);
    }
  return status == PE_ERROR_NO_MEMORY ? pe_error_set_no_memory (error) : status;
}

static pe_status
trace (pe_measure_trace *self, const pe_measure_definition *measure, const pe_measure_options *options,
       pe_error **error)
{
  pe_status status;

  if (options->calendar == NULL && pe_measure_needs_calendar (measure, options))
    return pe_error_set (error, PE_ERROR_CALENDAR_MISSING, NULL, NULL);
  if (pe_measure_is_streamed (measure))
    return trace_records (self, measure, options, error);
  status = trace_amounts (self, &measure->numerator, TRUE);
  if (status == PE_OK)
    status = trace_amounts (self, &measure->denominator, FALSE);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

pe_status
pe_measure_trace_new (pe_measure_trace **out, const char *id, pe_dossier *dossier, const pe_measure_options *options,
                      pe_error **error)
{
  pe_measure_options ours;
  pe_measure_trace  *self;
  pe_status          status;
  size_t             index;

  if (out == NULL || id == NULL || dossier == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : id == NULL ? "id" : "dossier", "not NULL");
  status = pe_measure_options_import (&ours, options, error);
  if (status != PE_OK)
    return status;
  if (!pe_measure_find (id, &index))
    return pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", id, NULL);
  self = g_try_new0 (pe_measure_trace, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  self->references = 1;
  self->dossier = pe_dossier_ref (dossier);
  self->entries.element_size = sizeof (trace_entry);
  status = trace (self, &pe_measure_definitions[index], &ours, error);
  if (status == PE_OK)
    *out = self;
  else
    pe_measure_trace_unref (self);
  return status;
}

size_t
pe_measure_trace_get_size (const pe_measure_trace *self)
{
  return self != NULL ? self->entries.size : 0;
}

static pe_status
find_entry (const pe_measure_trace *self, size_t index, const trace_entry **entry, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (index >= self->entries.size)
    return pe_intake_refuse_index (index, self->entries.size, error);
  *entry = pe_vector_at (&self->entries, const trace_entry, index);
  return PE_OK;
}

pe_status
pe_measure_trace_get (pe_contribution *out, const pe_measure_trace *self, size_t index, pe_error **error)
{
  const trace_entry *entry = NULL;
  const pe_status    status = find_entry (self, index, &entry, error);

  if (status != PE_OK)
    return status;
  return pe_struct_export (out, &entry->contribution, sizeof *out, sizeof *out, "out", error);
}

static void
print_path (const pe_measure_trace *self, const trace_entry *entry, pe_buffer *out)
{
  const pe_contribution *contribution = &entry->contribution;
  /* static: analyzer-null-dereference: find_entry() answered PE_OK, so that there is one */
  const size_t      index = (size_t) contribution->index; /* of a record in memory */
  const pe_dossier *dossier = contribution->is_prior ? pe_dossier_get_prior (self->dossier) : self->dossier;

  pe_buffer_add_string (out, contribution->is_prior ? "/prior" : "");
  switch (contribution->records)
    {
    case 0:
      pe_buffer_add_string (out, "/procurement/summary");
      break;
    case PE_RECORD_BUDGET_LINE:
      pe_budget_print_path (pe_dossier_get_budget (dossier), index, out);
      break;
    case PE_RECORD_THREE_PUBLIC:
      pe_budget_print_three_public_path (pe_dossier_get_budget (dossier), index, out);
      break;
    case PE_RECORD_PAYMENT:
      pe_procurement_print_payment_path (pe_dossier_get_procurement (dossier), index, out);
      break;
    default:
      pe_buffer_add_string (out, pe_record_layout_get (contribution->records)->path);
      pe_buffer_add_char (out, '/');
      pe_buffer_add_uint (out, contribution->index);
    }
  if (entry->member == NULL)
    return;
  pe_buffer_add_char (out, '/');
  pe_buffer_add_string (out, entry->member);
}

pe_status
pe_measure_trace_print_path (pe_text **out, const pe_measure_trace *self, size_t index, pe_error **error)
{
  const trace_entry *entry = NULL;
  pe_buffer          path = PE_BUFFER_INIT;
  pe_status          status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  status = find_entry (self, index, &entry, error);
  if (status != PE_OK)
    return status;
  print_path (self, entry, &path);
  return pe_buffer_finish (&path, out, error);
}

/* A prior dossier has a map of its own, whose paths begin in it. */
const pe_place *
pe_measure_trace_find_place (const pe_measure_trace *self, size_t index)
{
  const pe_place *place = NULL;
  pe_buffer       path = PE_BUFFER_INIT;
  char           *text;

  if (index >= pe_measure_trace_get_size (self))
    return NULL;
  print_path (self, pe_vector_at (&self->entries, const trace_entry, index), &path);
  text = pe_buffer_steal (&path);
  if (text != NULL)
    place = pe_dossier_find_place (self->dossier, text);
  g_free (text);
  return place;
}

pe_measure_trace *
pe_measure_trace_ref (pe_measure_trace *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_measure_trace_unref (pe_measure_trace *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  pe_vector_clear (&self->entries);
  pe_dossier_unref (self->dossier);
  g_free (self);
}
