/* review-text.c - what a reviewer asks about the text of the report
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../rules/name-index-private.h"
#include "review-private.h"

/* what the audit found about kinds of relations */

static gboolean
is_percentage (pe_relation_kind kind)
{
  return kind == PE_RELATION_RATE || kind == PE_RELATION_SHARE || kind == PE_RELATION_GROWTH
         || kind == PE_RELATION_COMPLETION;
}

static gboolean
is_derived (pe_relation_kind kind)
{
  return !is_percentage (kind) && kind != PE_RELATION_SAME_QUANTITY && kind != PE_RELATION_COUNTERPART
         && kind != PE_RELATION_GRADE && kind != PE_RELATION_BOUND;
}

static gboolean
is_same_quantity (pe_relation_kind kind)
{
  return kind == PE_RELATION_SAME_QUANTITY;
}

static pe_relation
get_relation (const pe_reviewing *self, size_t index)
{
  pe_relation relation;

  pe_relation_init (&relation, sizeof relation);
  (void) pe_audit_get_relation (&relation, self->options.report, index, NULL);
  return relation;
}

/* The relation that a finding is about; the number of relations where it is about none. */
static size_t
find_relation (const pe_reviewing *self, const pe_finding *finding)
{
  const size_t n = pe_audit_get_n_relations (self->options.report);

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), "relation") == 0)
      {
        size_t number = 0;

        for (const char *digit = pe_finding_get_parameter_text (finding, i); *digit >= '0' && *digit <= '9'; digit++)
          number = MIN (number * 10 + (size_t) (*digit - '0'), n);
        return number;
      }
  return n;
}

/* A matter of rounding is a note, whatever the check is: the figure may be right. */
static void
take_findings (pe_reviewing *self, gboolean (*is_meant) (pe_relation_kind kind))
{
  const pe_findings *findings = pe_audit_get_findings (self->options.report);
  const size_t       n = pe_audit_get_n_relations (self->options.report);

  for (size_t i = 0; i < n; i++)
    if (is_meant (get_relation (self, i).kind))
      pe_reviewing_examine (self);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding    *finding = pe_findings_get (findings, i);
      const pe_audit_class found = pe_audit_classify (pe_finding_get_code (finding));
      const size_t         relation = find_relation (self, finding);

      if (relation < n && found > PE_CLASS_REMARK && is_meant (get_relation (self, relation).kind))
        pe_reviewing_take (self, found == PE_CLASS_ROUNDING ? PE_SEVERITY_NOTE : 0, finding);
    }
}

void
pe_review_percentages (pe_reviewing *self)
{
  if (self->options.report != NULL)
    take_findings (self, is_percentage);
}

void
pe_review_counts (pe_reviewing *self)
{
  if (self->options.report != NULL)
    take_findings (self, is_derived);
}

/* the text against what the dossier says was taken from it */

/* A reading of the dossier, the figure that stands at its path, and what the text has for its words. */
typedef struct taken
{
  const char *path;    /* borrowed from the dossier */
  const char *printed; /* likewise */
  pe_figure   figure;
  gboolean    is_printed; /* the text has figures of this name */
  gboolean    agrees;     /* one of them is this figure */
  uint32_t    claim;      /* the first that is not */
} taken;

typedef struct comparison
{
  pe_reviewing *reviewing;
  taken        *taken;
  size_t        n;
  pe_name_index paths;
  pe_name_index names;
} comparison;

static gboolean
comparison_init (comparison *self, pe_reviewing *reviewing)
{
  *self = (comparison) { .reviewing = reviewing, .n = pe_dossier_get_n_readings (reviewing->dossier) };
  self->taken = g_try_new0 (taken, self->n + 1);
  if (self->taken == NULL)
    return FALSE;
  for (size_t i = 0; i < self->n; i++)
    {
      pe_reading reading;

      pe_reading_init (&reading, sizeof reading);
      (void) pe_dossier_get_reading (&reading, reviewing->dossier, i, NULL);
      self->taken[i].path = reading.path;
      self->taken[i].printed = reading.printed;
    }
  return pe_name_index_init (&self->paths, self->taken, self->n, sizeof (taken), offsetof (taken, path)) == PE_OK
         && pe_name_index_init (&self->names, self->taken, self->n, sizeof (taken), offsetof (taken, printed)) == PE_OK;
}

static void
comparison_clear (comparison *self)
{
  pe_name_index_clear (&self->paths);
  pe_name_index_clear (&self->names);
  g_free (self->taken);
}

/* Gives the reading of a path, which is freed, its figure. */
static void
set_figure (comparison *self, char *path, const pe_figure *figure)
{
  size_t index;

  if (path == NULL)
    pe_reviewing_try (self->reviewing, PE_ERROR_NO_MEMORY);
  else if (pe_name_index_find (&self->paths, path, &index))
    self->taken[index].figure = *figure;
  g_free (path);
}

static void
set_budget (comparison *self)
{
  const pe_budget *budget = pe_dossier_get_budget (self->reviewing->dossier);

  for (size_t i = 0; i < pe_budget_get_n_lines (budget); i++)
    {
      const pe_budget_line *line = pe_budget_peek_line (budget, i);

      set_figure (self, pe_reviewing_print_line_path (self->reviewing, i, "/initial"), &line->initial);
      set_figure (self, pe_reviewing_print_line_path (self->reviewing, i, "/adjusted"), &line->adjusted);
      set_figure (self, pe_reviewing_print_line_path (self->reviewing, i, "/executed"), &line->executed);
    }
}

static void
set_rows (comparison *self)
{
  for (size_t i = 0; i < pe_dossier_get_n_rows (self->reviewing->dossier); i++)
    {
      const pe_row *row = pe_dossier_peek_row (self->reviewing->dossier, i);

      set_figure (self, pe_reviewing_print_row_path (self->reviewing, i, "/target"), &row->target);
      set_figure (self, pe_reviewing_print_row_path (self->reviewing, i, "/actual"), &row->actual);
    }
}

static void
set_procurement (comparison *self)
{
  const pe_procurement  *procurement = pe_dossier_get_procurement (self->reviewing->dossier);
  pe_procurement_summary summary;

  if (procurement == NULL)
    return;
  pe_procurement_summary_init (&summary, sizeof summary);
  (void) pe_procurement_get_summary (&summary, procurement, NULL);
  set_figure (self, pe_string_copy ("/procurement/summary/budget"), &summary.budget);
  set_figure (self, pe_string_copy ("/procurement/summary/reserved_for_sme"), &summary.reserved_for_sme);
  set_figure (self, pe_string_copy ("/procurement/summary/contracts"), &summary.contracts);
  set_figure (self, pe_string_copy ("/procurement/summary/sme_contracts"), &summary.sme_contracts);
}

/* Whether a printed figure can stand for a figure of the dossier: within a unit of its last digit, however it was
 * rounded. */
static gboolean
can_be (pe_reviewing *self, const pe_claim *claim, const pe_figure *figure)
{
  const uint32_t bits = self->limits.number_bits;
  pe_rational    printed, power, unit;
  gboolean       well;

  pe_rational_init (&printed);
  pe_rational_init (&power);
  pe_rational_init (&unit);
  pe_rational_set_decimal (&printed, &claim->value);
  well = pe_reviewing_try (self, pe_rational_set_power_of_ten (&power, claim->exponent, bits))
         && pe_reviewing_try (self, pe_rational_multiply (&printed, &printed, &power, bits))
         && pe_reviewing_try (self, pe_rational_set_power_of_ten (&unit, claim->exponent - claim->value.scale, bits))
         && pe_reviewing_get_base (self, figure, &power)
         && pe_reviewing_try (self, pe_rational_subtract (&power, &power, &printed, bits));
  if (well && pe_rational_sign (&power) < 0)
    pe_rational_negate (&power, &power);
  well = well && (pe_rational_sign (&power) == 0 || (!claim->is_exact && pe_rational_compare (&power, &unit) < 0));
  pe_rational_clear (&printed);
  pe_rational_clear (&power);
  pe_rational_clear (&unit);
  return well;
}

static void
meet (comparison *self, uint32_t index, const pe_claim *claim, taken *it)
{
  if (it->figure.state != PE_STATE_VALUE || claim->state != PE_STATE_VALUE
      || pe_unit_get_dimension (claim->unit_kind) != pe_unit_get_dimension (it->figure.unit))
    return;
  if (can_be (self->reviewing, claim, &it->figure))
    it->agrees = TRUE;
  else if (!it->is_printed || it->agrees)
    it->claim = index;
  it->is_printed = TRUE;
}

/* A name of the text may say more in front: 本单位的全年预算收入. */
#define MOST_BYTES_OF_A_NAME 192

static void
meet_claim (comparison *self, uint32_t index)
{
  pe_claim claim;
  size_t   found;

  pe_claim_init (&claim, sizeof claim);
  (void) pe_audit_get_claim (&claim, self->reviewing->options.report, index, NULL);
  if (claim.name == NULL || strlen (claim.name) > MOST_BYTES_OF_A_NAME)
    return;
  for (const char *name = claim.name; *name != '\0'; name++)
    if ((*name & 0xC0) != 0x80 && pe_name_index_find (&self->names, name, &found))
      {
        meet (self, index, &claim, &self->taken[found]);
        return;
      }
}

static void
report_taken (comparison *self, const taken *it)
{
  pe_claim claim;
  char    *expected = pe_reviewing_print_figure (&it->figure, NULL);

  pe_claim_init (&claim, sizeof claim);
  (void) pe_audit_get_claim (&claim, self->reviewing->options.report, it->claim, NULL);
  pe_reviewing_add (self->reviewing, 0, PE_WARNING_REVIEW_TEXT_DIFFERS, pe_string_copy (it->path), "name", it->printed,
                    "found", claim.text, "expected", expected, NULL);
  g_free (expected);
}

static void
compare_readings (comparison *self)
{
  set_budget (self);
  set_rows (self);
  set_procurement (self);
  for (size_t i = 0; i < pe_audit_get_n_claims (self->reviewing->options.report); i++)
    meet_claim (self, (uint32_t) i);
  for (size_t i = 0; i < self->n; i++)
    if (self->taken[i].is_printed)
      {
        pe_reviewing_examine (self->reviewing);
        if (!self->taken[i].agrees)
          report_taken (self, &self->taken[i]);
      }
}

void
pe_review_narrative (pe_reviewing *self)
{
  const pe_findings *findings;
  comparison         compared;

  if (self->options.report == NULL)
    return;
  take_findings (self, is_same_quantity);
  findings = pe_audit_get_findings (self->options.report);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    if (pe_finding_get_code (pe_findings_get (findings, i)) == PE_NOTE_TWO_NAMES)
      pe_reviewing_take (self, PE_SEVERITY_NOTE, pe_findings_get (findings, i));
  if (comparison_init (&compared, self))
    compare_readings (&compared);
  else
    pe_reviewing_try (self, PE_ERROR_NO_MEMORY);
  comparison_clear (&compared);
}
