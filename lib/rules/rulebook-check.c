/* rulebook-check.c - whether a rulebook could mis-score
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "adjustment-rule-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/rational-private.h"
#include "review-check-private.h"
#include "rulebook-measure-private.h"
#include "rulebook-report-private.h"
#include "shape-private.h"

#define NO_INDICATOR PE_NO_INDICATOR

typedef struct checking
{
  const pe_rulebook *rulebook;
  pe_collector      *collector;
  uint32_t          *n_below; /* of each indicator: how many stand right below it */
} checking;

/* Findings */

static void add (checking *self, pe_status code, size_t indicator, const char *suffix, ...) G_GNUC_NULL_TERMINATED;

static void
add (checking *self, pe_status code, size_t indicator, const char *suffix, ...)
{
  va_list pairs;

  va_start (pairs, suffix);
  pe_rulebook_report_pairs (self->rulebook, self->collector, code, indicator, suffix, pairs);
  va_end (pairs);
}

static void
add_no_memory (checking *self)
{
  pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
}

/* "/grades/1/from" */
static char *
print_table_path (const char *table, size_t index, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_string (&buffer, table);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

/* Names that must be unique */

static void
check_ids (checking *self, const pe_vector *vector, size_t offset, const char *table)
{
  pe_name_index names;
  size_t        at = 0, index;

  if (pe_name_index_init (&names, vector->data, vector->size, vector->element_size, offset) != PE_OK)
    {
      add_no_memory (self);
      return;
    }
  while (pe_name_index_next_double (&names, &at, &index))
    {
      char *path = print_table_path (table, index, "/id");

      if (path == NULL)
        add_no_memory (self);
      else
        add (self, PE_ERROR_CODE_DUPLICATE, NO_INDICATOR, path, "code", names.names[at - 1].name, NULL);
      g_free (path);
    }
  pe_name_index_clear (&names);
}

static void
check_codes (checking *self)
{
  size_t at = 0, index;

  while (pe_name_index_next_double (&self->rulebook->codes, &at, &index))
    add (self, PE_ERROR_CODE_DUPLICATE, index, "/code", "code", pe_rulebook_at (self->rulebook, index)->code, NULL);
}

/* Marks */

/* sum: exact. */
static void
add_marks_mismatch (checking *self, size_t indicator, const pe_rational *sum, const pe_decimal *total)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char      total_text[PE_DECIMAL_PRINT_SIZE];
  char     *sum_text;

  pe_decimal_print (total_text, sizeof total_text, total, NULL);
  pe_rational_print_truncated (sum, PE_DECIMAL_MAX_SCALE, &buffer);
  sum_text = pe_buffer_steal (&buffer);
  if (sum_text == NULL)
    add_no_memory (self);
  else
    add (self, PE_ERROR_MARKS_MISMATCH, indicator, "/full_marks", "sum", sum_text, "total", total_text, "code",
         indicator != NO_INDICATOR ? pe_rulebook_at (self->rulebook, indicator)->code : NULL, NULL);
  g_free (sum_text);
}

/* Compares what stands below a node (or, for NO_INDICATOR, at the top) with the node's own marks. */
static void
compare_sum (checking *self, size_t indicator, const pe_rational *sum)
{
  const pe_decimal *total = indicator != NO_INDICATOR ? &pe_rulebook_at (self->rulebook, indicator)->full_marks
                                                      : &self->rulebook->content.head.full_marks;
  pe_rational       wanted;

  pe_rational_init (&wanted);
  pe_rational_set_decimal (&wanted, total);
  if (pe_rational_compare (sum, &wanted) != 0)
    add_marks_mismatch (self, indicator, sum, total);
  pe_rational_clear (&wanted);
}

/* sums[0] is of the top ones, sums[i] of those below the number i. */
static void
add_up (const checking *self, pe_rational *sums)
{
  pe_rational part;

  pe_rational_init (&part);
  for (size_t i = 0; i < self->rulebook->content.indicators.size; i++)
    {
      const pe_indicator *indicator = pe_rulebook_at (self->rulebook, i);

      /* As many decimals as there can be indicators add up to far fewer bits. */
      pe_rational_set_decimal (&part, &indicator->full_marks);
      (void) pe_rational_add (&sums[indicator->parent], &sums[indicator->parent], &part, PE_RULE_CHECK_BITS);
    }
  pe_rational_clear (&part);
}

static void
check_marks (checking *self)
{
  const size_t n = self->rulebook->content.indicators.size;
  pe_rational *sums = g_try_new (pe_rational, n + 1);

  if (sums == NULL)
    {
      add_no_memory (self);
      return;
    }
  for (size_t i = 0; i <= n; i++)
    pe_rational_init (&sums[i]);
  add_up (self, sums);
  compare_sum (self, NO_INDICATOR, &sums[0]);
  for (size_t i = 0; i < n; i++)
    if (self->n_below[i] > 0)
      compare_sum (self, i, &sums[i + 1]);
  for (size_t i = 0; i <= n; i++)
    pe_rational_clear (&sums[i]);
  g_free (sums);
}

/* Grades */

static void
add_grade_order (checking *self, size_t index, const pe_decimal *limit)
{
  const pe_grade *grade = pe_rulebook_peek_grade (self->rulebook, index);
  char            found[PE_DECIMAL_PRINT_SIZE], limit_text[PE_DECIMAL_PRINT_SIZE];
  char           *path = print_table_path ("grades", index, "/from");

  pe_decimal_print (found, sizeof found, &grade->from, NULL);
  if (limit != NULL)
    pe_decimal_print (limit_text, sizeof limit_text, limit, NULL);
  if (path == NULL)
    add_no_memory (self);
  else
    add (self, PE_ERROR_GRADE_ORDER, NO_INDICATOR, path, "name", grade->id, "found", found, "limit",
         limit != NULL ? limit_text : NULL, NULL);
  g_free (path);
}

/* Descending, the first within the full marks, the last from 0: each can be reached, and every total has one. */
static void
check_grades (checking *self)
{
  static const pe_decimal zero = { 0, 0, 0 };
  const size_t            n = pe_rulebook_get_n_grades (self->rulebook);
  const pe_decimal       *above = NULL;

  for (size_t i = 0; i < n; i++)
    {
      const pe_decimal *from = &pe_rulebook_peek_grade (self->rulebook, i)->from;

      if (above == NULL && pe_decimal_order (from, &self->rulebook->content.head.full_marks) > 0)
        add_grade_order (self, i, &self->rulebook->content.head.full_marks);
      else if (above != NULL && pe_decimal_order (from, above) >= 0)
        add_grade_order (self, i, above);
      else if (i == n - 1 && pe_decimal_order (from, &zero) != 0)
        add_grade_order (self, i, NULL);
      above = from;
    }
}

/* Leaves */

/* Moves findings about a rule, whose paths begin with "/rule", to the leaf that has it. */
static void
take_rule_findings (checking *self, size_t indicator, const pe_findings *findings)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      pe_finding *finding = (pe_finding *) pe_findings_get (findings, i);
      pe_error   *error = NULL;
      pe_place    place;
      char       *path;

      if (!pe_rulebook_is_place_needed (self->collector, pe_finding_get_code (finding)))
        {
          pe_collector_add (self->collector, pe_finding_get_code (finding), NULL, NULL);
          continue;
        }
      path = pe_rulebook_print_suffixed_path (
          self->rulebook, indicator, pe_place_get_what (pe_finding_get_place (finding, 0)));
      if (path == NULL || pe_error_set_finding (&error, finding, 1) == PE_ERROR_NO_MEMORY)
        add_no_memory (self);
      else
        {
          place = pe_rulebook_find_nearest_place (self->rulebook, path);
          pe_collector_take_error (self->collector, error, &place);
          error = NULL;
        }
      pe_error_unref (error);
      g_free (path);
    }
}

static void
check_rule_marks (checking *self, size_t indicator)
{
  const pe_indicator *leaf = pe_rulebook_at (self->rulebook, indicator);
  pe_collector        collector;
  pe_findings        *findings = NULL;

  pe_collector_init (&collector, NULL);
  pe_rule_check_full_marks (leaf->rule, &leaf->full_marks, "/rule", &collector);
  pe_collector_finish (&collector, &findings, NULL);
  take_rule_findings (self, indicator, findings);
  pe_findings_unref (findings);
}

static void
check_leaf (checking *self, size_t index)
{
  const pe_indicator *leaf = pe_rulebook_at (self->rulebook, index);
  const gboolean      is_attested = pe_rule_is_attested (leaf->rule);

  check_rule_marks (self, index);
  if (is_attested && leaf->declared != PE_DECLARED_ONLY)
    add (self, PE_ERROR_PARAMETER_RANGE, index, "/declared", "name", "declared", "code", leaf->code, "shape",
         "attested/1", "expected", "only", NULL);
  if (!is_attested && leaf->intended != NULL)
    add (self, PE_ERROR_PARAMETER_RANGE, index, "/rule/intended", "name", "intended", "code", leaf->code, "expected",
         "the rule's own shape, which says it", "expected_zh", "仅人工评分的指标可注明拟用的计分方式", NULL);
  if (pe_rule_can_divide_by_zero (leaf->rule) && pe_rule_get_policy (leaf->rule, PE_STATE_ZERO_DENOMINATOR) == 0
      && pe_rulebook_get_policy (self->rulebook, PE_STATE_ZERO_DENOMINATOR) == 0)
    add (self, PE_ERROR_POLICY_MISSING, index, "/rule/policies", "state", "zero_denominator", "state_zh", "分母为零",
         "code", leaf->code, "name", leaf->name_en != NULL ? leaf->name_en : leaf->name_zh, "name_zh", leaf->name_zh,
         NULL);
}

static void
check_group (checking *self, size_t index)
{
  const pe_indicator *group = pe_rulebook_at (self->rulebook, index);

  if (group->declared != 0)
    add (self, PE_ERROR_TREE, index, "/declared", "code", group->code, "expected", "declared on leaves alone",
         "expected_zh", "仅末级指标可设 declared", NULL);
}

static void
check_tree (checking *self)
{
  const size_t n = self->rulebook->content.indicators.size;

  for (size_t i = 0; i < n; i++)
    {
      const pe_indicator *indicator = pe_rulebook_at (self->rulebook, i);
      const gboolean      is_group = self->n_below[i] > 0;

      if (is_group && indicator->rule != NULL)
        add (self, PE_ERROR_TREE, i, "/rule", "code", indicator->code, "expected", "indicators below it or a rule",
             "expected_zh", "下级指标或评分标准，二者取一", NULL);
      else if (is_group)
        check_group (self, i);
      else if (indicator->rule == NULL)
        add (self, PE_ERROR_TREE, i, "", "code", indicator->code, "expected", "a rule, or indicators below it",
             "expected_zh", "评分标准或下级指标", NULL);
      else
        check_leaf (self, i);
    }
}

static void
check_sources (checking *self)
{
  const pe_vector *sources = &self->rulebook->content.sources;
  pe_name_index    names;
  size_t           found;

  if (pe_name_index_init (&names, sources->data, sources->size, sizeof (pe_source), offsetof (pe_source, id)) != PE_OK)
    {
      add_no_memory (self);
      return;
    }
  for (size_t i = 0; i < self->rulebook->content.indicators.size; i++)
    {
      const pe_indicator *indicator = pe_rulebook_at (self->rulebook, i);

      if (indicator->source != NULL && !pe_name_index_find (&names, indicator->source, &found))
        add (self, PE_ERROR_REFERENCE_UNKNOWN, i, "/source", "code", indicator->source, "name", "source", "expected",
             "the id of a source", "expected_zh", "sources 中某一来源的 id", NULL);
    }
  pe_name_index_clear (&names);
}

/* Warnings */

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* A text that is given in one language and not in the other. suffix: without the language. */
static void
check_languages (checking *self, size_t indicator, const char *suffix, const char *zh, const char *en)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path;

  if (is_empty (zh) == is_empty (en))
    return;
  pe_buffer_add_string (&buffer, suffix);
  pe_buffer_add_string (&buffer, is_empty (en) ? "/en" : "/zh");
  path = pe_buffer_steal (&buffer);
  if (path == NULL)
    add_no_memory (self);
  else
    add (self, PE_WARNING_TEXT_MISSING, indicator, path, "name", is_empty (en) ? zh : en, "language",
         is_empty (en) ? "en" : "zh", NULL);
  g_free (path);
}

static void
check_table_languages (checking *self, size_t indicator, const char *table, size_t index, const char *member,
                       const char *zh, const char *en)
{
  char *path;

  if (is_empty (zh) == is_empty (en))
    return;
  path = print_table_path (table, index, member);
  if (path == NULL)
    add_no_memory (self);
  else
    check_languages (self, indicator, path, zh, en);
  g_free (path);
}

/* The items' and bands' names of a rule; prefix: where the rule stands below its indicator. */
static void
check_rule_languages (checking *self, size_t indicator, const pe_rule *rule, const char *prefix)
{
  size_t              n_items, n_bands, n_milestones;
  const pe_item      *items = pe_rule_get_items (rule, &n_items);
  const pe_band      *bands = pe_rule_get_bands (rule, &n_bands);
  const pe_milestone *milestones = pe_rule_get_milestones (rule, &n_milestones);
  pe_buffer           buffer = PE_BUFFER_INIT;
  char               *table;

  pe_buffer_add_string (&buffer, prefix);
  pe_buffer_add_string (&buffer, n_items > 0 ? "/items" : n_bands > 0 ? "/bands" : "/milestones");
  table = pe_buffer_steal (&buffer);
  if (table == NULL)
    add_no_memory (self);
  for (size_t i = 0; table != NULL && i < n_items; i++)
    check_table_languages (self, indicator, table, i, "/name", items[i].name_zh, items[i].name_en);
  for (size_t i = 0; table != NULL && i < n_bands; i++)
    check_table_languages (self, indicator, table, i, "/name", bands[i].name_zh, bands[i].name_en);
  for (size_t i = 0; table != NULL && i < n_milestones; i++)
    check_table_languages (self, indicator, table, i, "/name", milestones[i].name_zh, milestones[i].name_en);
  g_free (table);
}

static void
check_alternative_languages (checking *self, size_t indicator, const pe_rule *rule)
{
  size_t                n;
  const pe_alternative *alternatives = pe_rule_get_alternatives (rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      char *prefix = print_table_path ("rule/alternatives", i, "/rule");

      if (prefix == NULL)
        add_no_memory (self);
      else
        check_rule_languages (self, indicator, alternatives[i].rule, prefix);
      g_free (prefix);
    }
}

static void
check_indicator_languages (checking *self, size_t index)
{
  static const char *const prefixes[] = {
    [PE_SIGN_AT_LEAST] = "rule/rules/>=", [PE_SIGN_AT_MOST] = "rule/rules/<=",
    [PE_SIGN_EQUAL] = "rule/rules/=",     [PE_SIGN_LESS] = "rule/rules/<",
    [PE_SIGN_GREATER] = "rule/rules/>",   [PE_SIGN_QUALITATIVE] = "rule/rules/qualitative",
  };
  const pe_indicator *indicator = pe_rulebook_at (self->rulebook, index);

  check_languages (self, index, "/name", indicator->name_zh, indicator->name_en);
  check_languages (self, index, "/standard", indicator->standard_zh, indicator->standard_en);
  check_languages (self, index, "/reason", indicator->reason_zh, indicator->reason_en);
  if (indicator->rule == NULL)
    return;
  check_rule_languages (self, index, indicator->rule, "rule");
  check_alternative_languages (self, index, indicator->rule);
  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    if (pe_rule_get_sign_rule (indicator->rule, sign) != NULL)
      check_rule_languages (self, index, pe_rule_get_sign_rule (indicator->rule, sign), prefixes[sign]);
}

static void
check_all_languages (checking *self)
{
  const pe_rulebook_content *content = &self->rulebook->content;

  check_languages (self, NO_INDICATOR, "/title", content->head.title_zh, content->head.title_en);
  for (size_t i = 0; i < content->assumptions.size; i++)
    {
      const pe_assumption *assumption = pe_vector_at (&content->assumptions, const pe_assumption, i);

      check_table_languages (self, NO_INDICATOR, "assumptions", i, "", assumption->text_zh, assumption->text_en);
    }
  for (size_t i = 0; i < content->grades.size; i++)
    {
      const pe_grade *grade = pe_vector_at (&content->grades, const pe_grade, i);

      check_table_languages (self, NO_INDICATOR, "grades", i, "/name", grade->name_zh, grade->name_en);
    }
  for (size_t i = 0; i < pe_rulebook_get_n_measures (self->rulebook); i++)
    {
      const pe_rulebook_measure *measure = pe_rulebook_get_measure (self->rulebook, i);

      check_table_languages (self, NO_INDICATOR, "measures", i, "/name", measure->name_zh, measure->name_en);
    }
  for (size_t i = 0; i < content->cases.size; i++)
    {
      const pe_rulebook_case *proof = pe_vector_at (&content->cases, const pe_rulebook_case, i);

      check_table_languages (self, NO_INDICATOR, "cases", i, "/name", proof->name_zh, proof->name_en);
    }
  for (size_t i = 0; i < content->indicators.size; i++)
    check_indicator_languages (self, i);
}

static void
check_status (checking *self)
{
  const pe_rulebook_head *head = &self->rulebook->content.head;

  if (head->status != PE_RULEBOOK_OFFICIAL)
    add (self, PE_WARNING_RULEBOOK_STATUS, NO_INDICATOR, "/status", "found",
         head->status == PE_RULEBOOK_SAMPLE ? "sample" : "reconstructed", "found_zh",
         head->status == PE_RULEBOOK_SAMPLE ? "示例" : "复原", "name", head->id, NULL);
}

static gboolean
count_below (checking *self)
{
  const size_t n = self->rulebook->content.indicators.size;

  self->n_below = g_try_new0 (uint32_t, n + 1);
  if (self->n_below == NULL)
    return FALSE;
  for (size_t i = 0; i < n; i++)
    {
      const uint32_t parent = pe_rulebook_at (self->rulebook, i)->parent;

      if (parent != 0)
        self->n_below[parent - 1]++;
    }
  return TRUE;
}

void
pe_rulebook_check (const pe_rulebook *self, pe_collector *collector)
{
  checking state = { self, collector, NULL };

  if (!count_below (&state))
    {
      add_no_memory (&state);
      return;
    }
  /* Errors first: a list that is cut must not lose them to warnings. */
  check_codes (&state);
  check_ids (&state, &self->content.sources, offsetof (pe_source, id), "sources");
  check_ids (&state, &self->content.assumptions, offsetof (pe_assumption, id), "assumptions");
  check_ids (&state, &self->content.grades, offsetof (pe_grade, id), "grades");
  check_ids (&state, &self->content.vetoes, offsetof (pe_veto, id), "vetoes");
  check_marks (&state);
  check_tree (&state);
  check_sources (&state);
  check_grades (&state);
  pe_rulebook_check_adjustments (self, collector);
  pe_rulebook_check_review (self, collector);
  pe_rulebook_check_measures (self, collector);
  pe_rulebook_check_cases (self, collector);
  check_status (&state);
  check_all_languages (&state);
  g_free (state.n_below);
}
