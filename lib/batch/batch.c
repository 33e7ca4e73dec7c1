/* batch.c - a run: what the caller hands over is checked, then blocks of units go to threads
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "run-private.h"

#include <string.h>

#include "../base/struct-private.h"

#define MOST_THREADS 1024
/* Blocks from one report of progress to the next: a quarter of a million units. */
#define BLOCKS_OF_PROGRESS 64
/* Steps of formulas in a block, at most, where it has several units: whoever cancels a run waits for the blocks that were
 * begun, and these are some seconds. */
#define BLOCK_STEPS 100000000

void
pe_batch_column_init (pe_batch_column *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_batch_output_init (pe_batch_output *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_batch_results_init (pe_batch_results *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_batch_options_init (pe_batch_options *self, uint32_t struct_size)
{
  const pe_batch_options defaults = { .threads = 1 };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

void
pe_batch_counts_init (pe_batch_counts *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

/* On some processors of 32 bits numbers of 64 lie where no single instruction reaches them, unless they are told not to. */
typedef uint64_t shared_count __attribute__ ((aligned (8)));

/* What the threads of a run work through */
typedef struct work
{
  const pe_run           *run;
  pe_room                *rooms; /* one for each job */
  uint32_t                n_rooms;
  const pe_batch_options *options;
  uint64_t                block; /* units of one, the last excepted */
  uint64_t                n_blocks;
  shared_count            next;   /* the first block that nobody has begun */
  shared_count            done;   /* how many are finished */
  shared_count            broken; /* the first one that ran out of memory */
  gint                    stops;
  gint                    is_cancelled;
  gint                    reports; /* somebody is talking to the caller */
} work;

/* Checks */

static pe_status
check_sink (const pe_batch_plan *plan, size_t node, const pe_batch_output *output, pe_error **error)
{
  if (output->points != NULL && pe_batch_plan_get_scale (plan, node) < 0)
    return pe_error_set (error, PE_ERROR_BATCH_NO_SCALE, NULL, "name", "points", NULL);
  if (output->points_stride != 0
      && (output->points_stride % (int64_t) sizeof (int64_t) != 0 || output->points_stride < 0))
    return pe_error_set_argument (error, "results.nodes.points_stride", "a multiple of 8, not below 0");
  return PE_OK;
}

static pe_status
import_sinks (pe_run *run, const pe_batch_results *results, pe_error **error)
{
  pe_status status = PE_OK;

  if (results->n_nodes > run->plan->n_nodes)
    return pe_error_set_argument (error, "results.n_nodes", "at most the number of nodes of the plan");
  if (results->n_nodes > 0 && results->nodes == NULL)
    return pe_error_set_argument (error, "results.nodes", "not NULL");
  run->sinks = g_try_new0 (pe_sink, run->plan->n_nodes);
  if (run->sinks == NULL)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < results->n_nodes && status == PE_OK; i++)
    {
      pe_batch_output output;
      pe_sink        *sink = &run->sinks[i];

      status = pe_struct_import_at (&output, sizeof output, results->nodes, i, sizeof output, "results.nodes", error);
      if (status == PE_OK)
        status = check_sink (run->plan, i, &output, error);
      if (status != PE_OK)
        break;
      sink->points = (char *) output.points;
      sink->stride = output.points_stride != 0 ? output.points_stride : (int64_t) sizeof (int64_t);
      sink->is_plain = sink->stride == sizeof (int64_t) && ((uintptr_t) output.points & (sizeof (int64_t) - 1)) == 0;
      sink->states = output.states;
    }
  return status;
}

static pe_status
import_options (pe_batch_options *out, const pe_batch_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  pe_batch_options_init (out, sizeof *out);
  if (options != NULL)
    status = pe_struct_import (out, sizeof *out, options, sizeof *out, "options", error);
  if (status == PE_OK && (out->threads < 1 || out->threads > MOST_THREADS))
    return pe_error_set_argument (error, "options.threads", "1 to 1,024");
  return status;
}

/* The cells of every column have to have addresses. */
static pe_status
check_size (const pe_run *run, pe_error **error)
{
  for (size_t i = 0; i < run->plan->inputs.size; i++)
    {
      const pe_batch_column *column = &run->columns[i].given;
      int64_t                end;

      if (column->type != 0
          && (__builtin_mul_overflow ((int64_t) run->n_units, column->stride, &end)
              || __builtin_add_overflow ((int64_t) run->n_units, column->offset, &end)))
        return pe_error_set_argument (error, "n_units", "no more than have an address");
    }
  for (size_t i = 0; i < run->plan->n_nodes; i++)
    {
      int64_t end;

      if (run->sinks[i].points != NULL && __builtin_mul_overflow ((int64_t) run->n_units, run->sinks[i].stride, &end))
        return pe_error_set_argument (error, "n_units", "no more than have an address");
    }
  return PE_OK;
}

/* Whether the units of the columns can stand together is asked of each rule, once, with ones for figures: which no shape
 * takes for a special case. */
static void
make_ones (const pe_column *columns, size_t n, pe_column *ones)
{
  static const int64_t one = 1;

  for (size_t i = 0; i < n; i++)
    {
      ones[i] = columns[i];
      if (ones[i].given.type == 0)
        continue;
      ones[i].given.type = PE_BATCH_INT64;
      ones[i].given.values = &one;
      ones[i].given.validity = ones[i].given.states = NULL;
    }
}

pe_status
pe_columns_probe (const pe_column *columns, const pe_batch_plan *plan, uint8_t *mismatches, pe_error **error)
{
  pe_column *ones = g_try_new (pe_column, MAX (plan->inputs.size, 1));
  pe_single  unit;
  pe_status  status;

  if (ones == NULL)
    return pe_error_set_no_memory (error);
  make_ones (columns, plan->inputs.size, ones);
  status = pe_single_init (&unit, plan, ones);
  for (size_t i = 0; i < plan->leaves.size && status == PE_OK; i++)
    {
      status = pe_single_score_leaf (&unit, i);
      mismatches[i] = unit.leaves[i].fault == PE_ERROR_UNIT_MISMATCH ? 1 : 0;
    }
  pe_single_clear (&unit);
  g_free (ones);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

static pe_status
refuse_mismatch (const pe_run *run, pe_error **error)
{
  const size_t n = run->plan->leaves.size;
  uint8_t     *mismatches = g_try_new0 (uint8_t, MAX (n, 1));
  pe_status    status;

  if (mismatches == NULL)
    return pe_error_set_no_memory (error);
  status = pe_columns_probe (run->columns, run->plan, mismatches, error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      const char *code = pe_plan_leaf_at (run->plan, i)->about->code;

      if (mismatches[i] != 0)
        status = pe_error_set (error, PE_ERROR_UNIT_MISMATCH, &PE_PLACE_WHAT (code), "name", code, NULL);
    }
  g_free (mismatches);
  return status;
}

/* Grades and rounding */

/* The least whole number of points that is not below a cut-off. */
static int64_t
round_up (const pe_decimal *from, int32_t scale)
{
  pe_decimal up;

  if (pe_decimal_quantize (&up, from, MAX (scale, 0), PE_ROUND_CEILING, NULL) != PE_OK)
    return from->coefficient > 0 ? G_MAXINT64 : G_MININT64;
  return up.coefficient;
}

static int64_t
get_divisor (const pe_batch_plan *plan, int32_t places, pe_rounding rounding)
{
  const int32_t cut = plan->scale - places;

  return rounding == 0 || cut <= 0 ? 1 : pe_decimal_power_of_ten (cut);
}

pe_status
pe_run_prepare (pe_run *run, pe_error **error)
{
  const pe_batch_plan        *plan = run->plan;
  const pe_rounding_contract *contract = plan->contract;

  run->n_grades = pe_rulebook_get_n_grades (plan->rulebook);
  run->grade_from = g_try_new (int64_t, MAX (run->n_grades, 1));
  if (run->grade_from == NULL || pe_binding_init (&run->binding, plan, run->columns) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < run->n_grades; i++)
    run->grade_from[i] = round_up (&pe_rulebook_peek_grade (plan->rulebook, i)->from, plan->scale);
  run->group_divisor = get_divisor (plan, contract->subtotal_places, contract->subtotal_rounding);
  run->total_divisor = get_divisor (plan, contract->total_places, contract->total_rounding);
  return PE_OK;
}

void
pe_run_clear (pe_run *self)
{
  pe_binding_clear (&self->binding);
  g_free (self->columns);
  g_free (self->sinks);
  g_free (self->grade_from);
}

/* Work */

/* GLib's own operations stop at 32 bits. */
static uint64_t
load (const shared_count *number)
{
  return __atomic_load_n (number, __ATOMIC_SEQ_CST);
}

/* What it was before. */
static uint64_t
count_up (shared_count *number)
{
  return __atomic_fetch_add (number, 1, __ATOMIC_SEQ_CST);
}

static void
mark_broken (work *self, uint64_t block)
{
  uint64_t first = load (&self->broken);

  while (block < first
         && !__atomic_compare_exchange_n (&self->broken, &first, block, FALSE, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
    ;
  g_atomic_int_set (&self->stops, TRUE);
}

/* One thread at a time talks to the caller; the others go on. */
static void
report (work *self, uint64_t done)
{
  const pe_batch_options *options = self->options;
  const uint64_t          units = MIN (done * self->block, self->run->n_units);
  const uint64_t          every = self->block == PE_BLOCK ? BLOCKS_OF_PROGRESS : 1;

  if (options->progress == NULL || (done % every != 0 && done != self->n_blocks)
      || !g_atomic_int_compare_and_exchange (&self->reports, FALSE, TRUE))
    return;
  if (options->progress (options->progress_data, units, self->run->n_units) != 0 && done < self->n_blocks)
    {
      g_atomic_int_set (&self->is_cancelled, TRUE);
      g_atomic_int_set (&self->stops, TRUE);
    }
  g_atomic_int_set (&self->reports, FALSE);
}

/* Takes one block after the other. A block that was begun is finished, so that what is done has no holes. */
static void
do_blocks (void *job, uint32_t index)
{
  work    *self = job;
  pe_room *room = &self->rooms[index];

  while (!g_atomic_int_get (&self->stops))
    {
      const uint64_t block = count_up (&self->next);
      const uint64_t first = block * self->block;

      if (block >= self->n_blocks)
        return;
      if (pe_room_score (room, first, (size_t) MIN (self->run->n_units - first, self->block)) != PE_OK)
        {
          mark_broken (self, block);
          return;
        }
      report (self, count_up (&self->done) + 1);
    }
}

/* A thread of our own. */
typedef struct helper
{
  work    *work;
  GThread *thread;
  uint32_t index;
} helper;

static gpointer
run_helper (gpointer data)
{
  helper *self = data;

  do_blocks (self->work, self->index);
  return NULL;
}

/* The calling thread is one of them. A thread that cannot be had is done without. */
static void
run_threads (work *self, helper *helpers)
{
  for (uint32_t i = 1; i < self->n_rooms; i++)
    {
      helpers[i] = (helper) { self, NULL, i };
      helpers[i].thread = g_thread_try_new ("perfeval", run_helper, &helpers[i], NULL);
    }
  do_blocks (self, 0);
  for (uint32_t i = 1; i < self->n_rooms; i++)
    if (helpers[i].thread != NULL)
      g_thread_join (helpers[i].thread);
}

/* Memory for all threads is there before the first unit is written. */
static pe_status
run_work (work *self, pe_error **error)
{
  helper   *helpers = g_try_new (helper, self->n_rooms);
  pe_status status = helpers != NULL ? PE_OK : PE_ERROR_NO_MEMORY;

  self->rooms = g_try_new0 (pe_room, self->n_rooms);
  if (self->rooms == NULL)
    status = PE_ERROR_NO_MEMORY;
  for (uint32_t i = 0; i < self->n_rooms && status == PE_OK; i++)
    status = pe_room_init (&self->rooms[i], self->run);
  if (status == PE_OK && self->options->executor != NULL)
    {
      self->options->executor (self->options->executor_data, do_blocks, self, self->n_rooms);
      /* What a host that ran too few jobs has left over. */
      do_blocks (self, 0);
    }
  else if (status == PE_OK)
    run_threads (self, helpers);
  g_free (helpers);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

/* The end */

static void
count (const work *self, pe_batch_counts *out)
{
  const uint64_t begun = MIN (load (&self->next), self->n_blocks);
  const uint64_t blocks = MIN (begun, load (&self->broken));

  out->units_done = MIN (blocks * self->block, self->run->n_units);
  for (uint32_t i = 0; self->rooms != NULL && i < self->n_rooms; i++)
    {
      out->units_scored += self->rooms[i].n_scored;
      out->cells_exact += self->rooms[i].n_exact;
      out->units_big += self->rooms[i].n_big;
    }
}

static pe_status
gather (const work *self, pe_error **error)
{
  const gboolean is_broken = load (&self->broken) != UINT64_MAX;
  pe_status      status = PE_OK;

  if (is_broken)
    return pe_error_set_no_memory (error);
  for (uint32_t i = 0; i < self->n_rooms && self->options->summary != NULL && status == PE_OK; i++)
    status = pe_batch_summary_merge (self->options->summary, self->rooms[i].summary, error);
  if (status == PE_OK && g_atomic_int_get (&self->is_cancelled))
    return pe_error_set (error, PE_ERROR_CANCELLED, NULL, NULL);
  return status;
}

/* Fewer units where each of them can be dear. */
static uint64_t
choose_block (const pe_batch_plan *plan)
{
  return CLAMP (BLOCK_STEPS / MAX (plan->rule_steps, 1), 1, PE_BLOCK);
}

static pe_status
work_through (const pe_run *run, const pe_batch_options *options, pe_batch_counts *counts, pe_error **error)
{
  work all = {
    .run = run,
    .options = options,
    .block = choose_block (run->plan),
    .broken = UINT64_MAX,
  };
  pe_status status;

  all.n_blocks = run->n_units / all.block + (run->n_units % all.block != 0 ? 1 : 0);
  all.n_rooms = (uint32_t) MIN (MAX (all.n_blocks, 1), options->threads);
  status = run_work (&all, error);
  count (&all, counts);
  if (status == PE_OK)
    status = gather (&all, error);
  for (uint32_t i = 0; all.rooms != NULL && i < all.n_rooms; i++)
    pe_room_clear (&all.rooms[i]);
  g_free (all.rooms);
  return status;
}

static pe_status
check_summary (const pe_batch_options *options, const pe_batch_plan *plan, uint64_t n_units, pe_error **error)
{
  pe_batch_summary *none = NULL;
  pe_status         status;

  if (options->summary == NULL)
    return PE_OK;
  if (options->summary->n_units > (uint64_t) G_MAXINT64 - n_units)
    return pe_error_set (error, PE_ERROR_OVERFLOW, NULL, "name", "summary", NULL);
  status = pe_batch_summary_new (&none, plan, error);
  if (status == PE_OK)
    status = pe_batch_summary_merge (options->summary, none, error);
  pe_batch_summary_free (none);
  return status;
}

static pe_status
import_all (pe_run *run, const pe_batch_column *columns, size_t n_columns, const pe_batch_results *results,
            pe_error **error)
{
  pe_batch_results imported;
  pe_status        status = pe_struct_import (&imported, sizeof imported, results, sizeof imported, "results", error);

  if (status != PE_OK)
    return status;
  run->grades = imported.grades;
  run->statuses = imported.statuses;
  run->columns = g_try_new0 (pe_column, MAX (n_columns, 1));
  if (run->columns == NULL)
    return pe_error_set_no_memory (error);
  status = pe_columns_import (run->columns, run->plan, columns, n_columns, error);
  if (status == PE_OK)
    status = import_sinks (run, &imported, error);
  if (status == PE_OK)
    status = check_size (run, error);
  if (status == PE_OK)
    status = refuse_mismatch (run, error);
  return status == PE_OK ? pe_run_prepare (run, error) : status;
}

pe_status
pe_batch_run (pe_batch_counts *counts, const pe_batch_plan *plan, const pe_batch_column *columns, size_t n_columns,
              const pe_batch_results *results, uint64_t n_units, const pe_batch_options *options, pe_error **error)
{
  pe_batch_options imported;
  pe_batch_counts  counted = { .struct_size = sizeof counted };
  pe_run           run = { .plan = plan, .n_units = n_units };
  pe_status        status;
  gboolean         has_run = FALSE;

  if (plan == NULL || results == NULL)
    return pe_error_set_argument (error, plan == NULL ? "plan" : "results", "not NULL");
  if (n_units > (uint64_t) G_MAXINT64)
    return pe_error_set_argument (error, "n_units", "at most 2^63 - 1");
  if (counts != NULL && counts->struct_size < sizeof counted)
    return pe_error_set_argument (error, "counts", "what its _init filled");
  status = import_options (&imported, options, error);
  if (status == PE_OK)
    status = check_summary (&imported, plan, n_units, error);
  run.has_summary = imported.summary != NULL;
  if (status == PE_OK)
    status = import_all (&run, columns, n_columns, results, error);
  if (status == PE_OK)
    {
      has_run = TRUE;
      status = work_through (&run, &imported, &counted, error);
    }
  if (has_run && counts != NULL)
    pe_struct_export (counts, &counted, sizeof counted, sizeof counted, "counts", NULL);
  pe_run_clear (&run);
  return status;
}
