/* audit-findings.c - what an audit has to say
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "audit-private.h"
#include "relation-private.h"
#include "verdict-private.h"

/* Places of one finding: the figure that it is about, and so many of the others. */
#define MAX_PLACES 9
#define MAX_TEXTS 12

pe_audit_class
pe_audit_classify (pe_status code)
{
  switch (code)
    {
    case PE_WARNING_FIGURE_CONTRADICTED:
    case PE_WARNING_FIGURE_UPSTREAM:
    case PE_WARNING_FIGURE_MALFORMED:
      return PE_CLASS_CONTRADICTION;
    case PE_NOTE_ROUNDING_MODE:
    case PE_NOTE_ROUNDING_OPERANDS:
    case PE_NOTE_ROUNDING_PLACES:
    case PE_NOTE_ROUNDING_MIXED:
      return PE_CLASS_ROUNDING;
    case PE_NOTE_NOT_LISTED:
    case PE_NOTE_TWO_NAMES:
    case PE_NOTE_TARGET_EXCEEDED:
    case PE_NOTE_FULL_SCORE:
    case PE_NOTE_RELATION_DOUBTFUL:
    case PE_NOTE_NOT_COMPUTED:
      return PE_CLASS_REMARK;
    default:
      return 0;
    }
}

/* A finding under construction. The texts are its own. */
typedef struct report_draft
{
  pe_collector     *collector;
  const pe_audit   *audit;
  pe_place          places[MAX_PLACES];
  size_t            n_places;
  pe_parameter_init parameters[MAX_TEXTS];
  size_t            n_parameters;
  char             *texts[MAX_TEXTS + MAX_PLACES];
  size_t            n_texts;
  gboolean          failed;
} report_draft;

static void
report_init (report_draft *self, pe_collector *collector, const pe_audit *audit)
{
  memset (self, 0, sizeof *self);
  self->collector = collector;
  self->audit = audit;
}

static const char *
keep_text (report_draft *self, pe_buffer *buffer)
{
  char *text = pe_buffer_steal (buffer);

  if (text == NULL)
    self->failed = TRUE;
  else
    self->texts[self->n_texts++] = text;
  return text;
}

static void
give (report_draft *self, const char *name, const char *text)
{
  if (text != NULL)
    self->parameters[self->n_parameters++] = (pe_parameter_init) { name, text };
}

static void
give_buffer (report_draft *self, const char *name, pe_buffer *buffer)
{
  give (self, name, keep_text (self, buffer));
}

static void
give_uint (report_draft *self, const char *name, uint64_t number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_uint (&buffer, number);
  give_buffer (self, name, &buffer);
}

static const pe_claim *
get_claim (const report_draft *self, uint32_t index)
{
  return &pe_store_claim (&self->audit->store, index)->claim;
}

static void
give_claim (report_draft *self, const char *name, uint32_t index)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_claim_add_text (&buffer, get_claim (self, index));
  give_buffer (self, name, &buffer);
}

static void
give_number (report_draft *self, const char *name, uint32_t claim, const pe_decimal *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_claim_add_number (&buffer, get_claim (self, claim), number);
  give_buffer (self, name, &buffer);
}

static void
give_computation (report_draft *self, size_t relation)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_audit_add_computation (&buffer, self->audit, relation, PE_LANGUAGE_EN);
  give_buffer (self, "computation", &buffer);
  pe_audit_add_computation (&buffer, self->audit, relation, PE_LANGUAGE_ZH);
  give_buffer (self, "computation_zh", &buffer);
}

static void
give_modes (report_draft *self, pe_modes modes)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_modes_add (&buffer, modes, PE_LANGUAGE_EN);
  give_buffer (self, "modes", &buffer);
  pe_modes_add (&buffer, modes, PE_LANGUAGE_ZH);
  give_buffer (self, "modes_zh", &buffer);
}

static void
add_place (report_draft *self, uint32_t index)
{
  const pe_claim *claim = get_claim (self, index);
  const char     *path = claim->path;
  pe_buffer       buffer = PE_BUFFER_INIT;

  if (self->n_places == MAX_PLACES)
    return;
  if (path == NULL)
    {
      pe_buffer_add_string (&buffer, "/claims/");
      pe_buffer_add_uint (&buffer, index);
      path = keep_text (self, &buffer);
    }
  self->places[self->n_places++] = (pe_place) {
    path != NULL ? path : "", claim->file, claim->cell, claim->line, claim->column, claim->offset, claim->length
  };
}

static void
finish (report_draft *self, pe_status code)
{
  pe_finding_init init = { code, self->places, self->n_places, self->parameters, self->n_parameters };

  if (self->failed)
    self->collector->broken = PE_ERROR_NO_MEMORY;
  else
    pe_collector_add_init (self->collector, &init);
  for (size_t i = 0; i < self->n_texts; i++)
    g_free (self->texts[i]);
}

/* The claim at which a reader looks first. */
static uint32_t
get_subject (const pe_relation *relation)
{
  return relation->result != PE_NO_CLAIM ? relation->result : relation->operands[0];
}

static void
add_places (report_draft *self, const pe_relation *relation)
{
  add_place (self, get_subject (relation));
  for (uint32_t i = 0; i < relation->n_operands && self->n_places < MAX_PLACES; i++)
    if (relation->operands[i] != get_subject (relation))
      add_place (self, relation->operands[i]);
}

/* Relations */

static pe_status
get_rounding_code (const pe_verdict *verdict)
{
  if (verdict->as_printed != 0)
    return PE_NOTE_ROUNDING_MODE;
  return verdict->as_rounded != 0 ? PE_NOTE_ROUNDING_OPERANDS : PE_NOTE_ROUNDING_PLACES;
}

static void
give_excess (report_draft *self, const pe_audited *audited, const pe_relation *relation)
{
  pe_rational percent;
  pe_decimal  shown;
  pe_buffer   buffer = PE_BUFFER_INIT;

  if (audited->remark == PE_NOTE_NOT_LISTED)
    {
      if (pe_rational_to_decimal (&shown, &audited->excess, PE_DECIMAL_MAX_SCALE, PE_ROUND_DOWN) != PE_OK
          && pe_rational_to_decimal (&shown, &audited->excess, 6, PE_ROUND_DOWN) != PE_OK)
        return;
      (void) pe_rational_is_decimal (&shown, &audited->excess);
      give_number (self, "value", relation->result, &shown);
    }
  if (audited->remark != PE_NOTE_TARGET_EXCEEDED)
    return;
  give_claim (self, "value", relation->operands[0]);
  pe_rational_init (&percent);
  pe_rational_set_int (&percent, 100);
  if (pe_rational_multiply (&percent, &percent, &audited->excess, self->audit->store.limits.number_bits) == PE_OK)
    {
      pe_rational_print_truncated (&percent, 2, &buffer);
      pe_buffer_add_char (&buffer, '%');
      give_buffer (self, "rate", &buffer);
    }
  pe_rational_clear (&percent);
}

static void
report_relation (pe_collector *collector, const pe_audit *audit, size_t index, pe_status code)
{
  const pe_relation *relation = pe_store_relation (&audit->store, index);
  const pe_audited  *audited = &audit->audited[index];
  const pe_verdict  *verdict = &audited->verdict;
  report_draft       report;

  report_init (&report, collector, audit);
  add_places (&report, relation);
  give_claim (&report, "found", get_subject (relation));
  give_computation (&report, index);
  give_uint (&report, "relation", index);
  give (&report, "name", relation->name);
  if (verdict->has_nearest)
    give_number (&report, "nearest", relation->result, &verdict->nearest);
  if (code == PE_NOTE_ROUNDING_MODE)
    give_modes (&report, verdict->as_printed);
  if (code == PE_NOTE_ROUNDING_PLACES)
    give_uint (&report, "count", (uint64_t) verdict->coarse_places);
  give_excess (&report, audited, relation);
  finish (&report, code);
}

static void
report_not_computed (pe_collector *collector, const pe_audit *audit, size_t index, const char *expected,
                     const char *expected_zh)
{
  const pe_relation *relation = pe_store_relation (&audit->store, index);
  report_draft       report;

  report_init (&report, collector, audit);
  add_places (&report, relation);
  give_computation (&report, index);
  give_uint (&report, "relation", index);
  give (&report, "name", relation->name);
  give (&report, "expected", expected);
  give (&report, "expected_zh", expected_zh);
  finish (&report, PE_NOTE_NOT_COMPUTED);
}

static void
report_verdict (pe_collector *collector, const pe_audit *audit, size_t index, const gboolean *is_upstream)
{
  const pe_audited *audited = &audit->audited[index];
  const pe_verdict *verdict = &audited->verdict;

  if (verdict->state == PE_VERDICT_ZERO_DENOMINATOR)
    report_not_computed (collector, audit, index, "a divisor that is not zero", "分母不为零");
  else if (verdict->state == PE_VERDICT_UNIT_MISMATCH)
    report_not_computed (collector, audit, index, "figures in units that go together", "各数据单位一致");
  else if (verdict->state == PE_VERDICT_LIMIT)
    report_not_computed (collector, audit, index, "shorter numbers, or a higher limit", "较短的数字，或调高限额");
  else if (verdict->state == PE_VERDICT_NOT_A_NUMBER)
    report_not_computed (collector, audit, index, "figures that are numbers", "各数据均为数字");
  else if (verdict->audit_class == PE_CLASS_CONTRADICTION
           && (verdict->cause == PE_NO_CLAIM || !is_upstream[verdict->cause]))
    report_relation (collector, audit, index, PE_WARNING_FIGURE_CONTRADICTED);
  else if (verdict->audit_class == PE_CLASS_ROUNDING)
    report_relation (collector, audit, index, get_rounding_code (verdict));
  else if (verdict->audit_class == PE_CLASS_REMARK)
    report_relation (collector, audit, index, audited->remark);
}

/* Claims */

static void
report_blame (pe_collector *collector, const pe_audit *audit, const pe_blame *blame, const pe_incidence *incidence)
{
  report_draft report;

  report_init (&report, collector, audit);
  add_place (&report, blame->claim);
  for (size_t i = incidence->first[blame->claim]; i < incidence->last[blame->claim]; i++)
    {
      const uint32_t index = incidence->relations[i];
      const uint32_t subject = get_subject (pe_store_relation (&audit->store, index));

      if (audit->audited[index].verdict.audit_class == PE_CLASS_CONTRADICTION
          && audit->audited[index].verdict.cause == blame->claim && subject != blame->claim)
        add_place (&report, subject);
    }
  give_claim (&report, "found", blame->claim);
  give_uint (&report, "count", blame->n_relations);
  give_number (&report, "value", blame->claim, &blame->value);
  give_uint (&report, "claim", blame->claim);
  give (&report, "name", get_claim (&report, blame->claim)->name);
  finish (&report, PE_WARNING_FIGURE_UPSTREAM);
}

static void
report_malformed (pe_collector *collector, const pe_audit *audit, uint32_t index)
{
  report_draft report;

  report_init (&report, collector, audit);
  add_place (&report, index);
  give (&report, "found", get_claim (&report, index)->text);
  give_uint (&report, "claim", index);
  give (&report, "name", get_claim (&report, index)->name);
  finish (&report, PE_WARNING_FIGURE_MALFORMED);
}

/* Figures under two names */

/* Two figures that a relation sets against each other. */
typedef struct pair
{
  uint32_t subject;
  uint32_t counterpart;
} pair;

typedef struct pair_list
{
  const pe_audit *audit;
  pe_vector       pairs;
} pair_list;

static pe_status
add_pair (pair_list *self, uint32_t subject, uint32_t counterpart)
{
  const pair one = { subject, counterpart };

  if (pe_store_claim (&self->audit->store, subject)->claim.name == NULL || subject == counterpart)
    return PE_OK;
  return pe_vector_push (&self->pairs, &one);
}

static pe_status
add_pairs (pair_list *self, const pe_relation *relation)
{
  const uint32_t first = relation->n_operands == 3 ? 1 : 0;
  const gboolean is_rate = pe_relation_is_quotient (relation->kind, relation->form) && relation->form == PE_FORM_PLAIN
                           && relation->kind != PE_RELATION_GROWTH;
  const gboolean is_score = relation->kind == PE_RELATION_EXECUTION_SCORE || relation->kind == PE_RELATION_RULE_SCORE;
  pe_status      status = PE_OK;

  if (relation->n_operands != first + 2
      || !(is_rate || (is_score && first == 1) || relation->kind == PE_RELATION_COUNTERPART))
    return PE_OK;
  status = add_pair (self, relation->operands[first], relation->operands[first + 1]);
  if (status == PE_OK)
    status = add_pair (self, relation->operands[first + 1], relation->operands[first]);
  return status;
}

static int
order_figures (const pe_claim_entry *a, const pe_claim_entry *b)
{
  if (a->unit.word != b->unit.word)
    return a->unit.word < b->unit.word ? -1 : 1;
  if (a->quantity.exponent != b->quantity.exponent)
    return a->quantity.exponent < b->quantity.exponent ? -1 : 1;
  if (a->claim.state != b->claim.state)
    return a->claim.state < b->claim.state ? -1 : 1;
  return pe_decimal_order (&a->claim.value, &b->claim.value);
}

/* A pair with what qsort() needs to look at. */
typedef struct named_pair
{
  const pe_claim_entry *subject;
  const pe_claim_entry *counterpart;
  pair                  pair;
} named_pair;

static int
compare_pairs (const named_pair *a, const named_pair *b)
{
  const int order = order_figures (a->subject, b->subject);

  return order != 0 ? order : order_figures (a->counterpart, b->counterpart);
}

static int
order_pairs (const void *a, const void *b)
{
  const named_pair *left = a, *right = b;
  const int         order = compare_pairs (left, right);

  if (order != 0)
    return order;
  return (left->pair.subject > right->pair.subject) - (left->pair.subject < right->pair.subject);
}

static gboolean
has_same_name (const pe_claim_entry *a, const pe_claim_entry *b)
{
  return a->claim.name == NULL || b->claim.name == NULL || strcmp (a->claim.name, b->claim.name) == 0;
}

static void
report_names (pe_collector *collector, const pe_audit *audit, const named_pair *first, const named_pair *second)
{
  report_draft report;

  report_init (&report, collector, audit);
  add_place (&report, first->pair.subject);
  add_place (&report, second->pair.subject);
  give_claim (&report, "found", first->pair.subject);
  give (&report, "name", first->subject->claim.name);
  give (&report, "expected", second->subject->claim.name);
  give_claim (&report, "count", first->pair.counterpart);
  finish (&report, PE_NOTE_TWO_NAMES);
}

static pe_status
find_names (pe_collector *collector, const pe_audit *audit)
{
  pair_list   list = { audit, PE_VECTOR_INIT (pair) };
  named_pair *pairs = NULL;
  pe_status   status = PE_OK;

  for (size_t i = 0; i < audit->store.relations.size && status == PE_OK; i++)
    status = add_pairs (&list, pe_store_relation (&audit->store, i));
  if (status == PE_OK && list.pairs.size > 1)
    {
      pairs = g_try_new (named_pair, list.pairs.size);
      if (pairs == NULL)
        status = PE_ERROR_NO_MEMORY;
    }
  for (size_t i = 0; pairs != NULL && i < list.pairs.size; i++)
    {
      const pair *one = pe_vector_at (&list.pairs, pair, i);

      pairs[i] = (named_pair) { pe_store_claim (&audit->store, one->subject),
                                pe_store_claim (&audit->store, one->counterpart), *one };
    }
  if (pairs != NULL)
    qsort (pairs, list.pairs.size, sizeof *pairs, order_pairs);
  for (size_t i = 1; pairs != NULL && i < list.pairs.size; i++)
    if (compare_pairs (&pairs[i - 1], &pairs[i]) == 0 && !has_same_name (pairs[i - 1].subject, pairs[i].subject)
        && has_same_name (pairs[i - 1].counterpart, pairs[i].counterpart)
        && order_figures (pairs[i].subject, pairs[i].counterpart) != 0)
      report_names (collector, audit, &pairs[i - 1], &pairs[i]);
  g_free (pairs);
  pe_vector_clear (&list.pairs);
  return status;
}

/* The whole */

static void
report_modes (pe_collector *collector, const pe_audit *audit)
{
  report_draft report;

  if (audit->summary.modes != 0)
    return;
  report_init (&report, collector, audit);
  for (size_t i = 0; i < audit->store.relations.size && report.n_places < MAX_PLACES; i++)
    {
      const pe_verdict *verdict = &audit->audited[i].verdict;

      if (verdict->as_rounded != 0 && (verdict->as_rounded & audit->summary.best_modes) == 0)
        add_place (&report, get_subject (pe_store_relation (&audit->store, i)));
    }
  give_modes (&report, audit->summary.best_modes);
  give_uint (&report, "count", audit->summary.n_exceptions);
  finish (&report, PE_NOTE_ROUNDING_MIXED);
}

/* Figures to blame for several contradictions, which are then not reported one by one: by claim. */
static void
report_blames (pe_collector *collector, const pe_audit *audit, const pe_incidence *incidence, gboolean *is_upstream)
{
  for (size_t i = 0; i < audit->blames.size; i++)
    {
      const pe_blame *blame = pe_vector_at (&audit->blames, pe_blame, i);

      if (blame->n_relations < 2 || !blame->has_value)
        continue;
      is_upstream[blame->claim] = TRUE;
      report_blame (collector, audit, blame, incidence);
    }
}

pe_status
pe_audit_write_findings (pe_audit *self, const pe_incidence *incidence, pe_error **error)
{
  gboolean    *is_upstream = g_try_new0 (gboolean, self->store.claims.size + 1);
  pe_collector collector;
  pe_status    status;

  if (is_upstream == NULL)
    return pe_error_set_no_memory (error);
  pe_collector_init (&collector, &self->store.limits);
  for (uint32_t i = 0; i < self->store.claims.size; i++)
    if (pe_store_claim (&self->store, i)->claim.state == PE_STATE_INVALID)
      report_malformed (&collector, self, i);
  report_blames (&collector, self, incidence, is_upstream);
  for (size_t i = 0; i < self->store.relations.size; i++)
    report_verdict (&collector, self, i, is_upstream);
  if (find_names (&collector, self) != PE_OK)
    collector.broken = PE_ERROR_NO_MEMORY;
  report_modes (&collector, self);
  g_free (is_upstream);
  status = pe_collector_finish (&collector, &self->findings, error);
  return status == PE_ERROR_NO_MEMORY ? status : PE_OK;
}
