/* rulebook-adjust.c - the over-achievements, caps, bonuses and vetoes of a rulebook: their order, digest and checks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "adjustment-rule-private.h"
#include "expression-private.h"
#include "rulebook-report-private.h"
#include "shape-private.h"

/* Order */

/* Records whose first text is the code of an indicator, in the order of the indicators: a counting sort, which keeps
 * those of one indicator as they were added. Those of an unknown code stand at the end. */
typedef struct ordering
{
  const pe_rulebook *rulebook;
  pe_vector         *records;
  size_t             offset; /* of the code */
  uint32_t          *first;  /* by indicator, and one behind */
} ordering;

static size_t
find_place (const ordering *self, size_t record)
{
  const char *const *code
      = (const char *const *) (const void *) ((const char *) self->records->data + record * self->records->element_size
                                              + self->offset);
  size_t index;

  return pe_name_index_find (&self->rulebook->codes, *code, &index) ? index : self->rulebook->content.indicators.size;
}

static pe_status
order (const ordering *self)
{
  const size_t n = self->rulebook->content.indicators.size, size = self->records->element_size;
  char        *ordered = g_try_malloc0_n (self->records->size + 1, size);
  uint32_t    *next = g_try_new0 (uint32_t, n + 2);

  if (ordered == NULL || next == NULL)
    {
      g_free (ordered);
      g_free (next);
      return PE_ERROR_NO_MEMORY;
    }
  for (size_t i = 0; i < self->records->size; i++)
    next[find_place (self, i) + 1]++;
  for (size_t i = 0; i <= n; i++)
    next[i + 1] += next[i];
  memcpy (self->first, next, (n + 1) * sizeof *next);
  for (size_t i = 0; i < self->records->size; i++)
    memcpy (ordered + size * next[find_place (self, i)]++, (const char *) self->records->data + i * size, size);
  if (self->records->size > 0)
    memcpy (self->records->data, ordered, self->records->size * size);
  g_free (ordered);
  g_free (next);
  return PE_OK;
}

/* The rule of a cap's leaf; NULL where there is no such leaf. */
static const pe_rule *
find_rule (const pe_rulebook *self, const pe_cap *cap)
{
  size_t index;

  return pe_name_index_find (&self->codes, cap->indicator, &index) ? pe_rulebook_at (self, index)->rule : NULL;
}

/* The condition of a cap, in which facts are what the leaf's rule declares them to be. */
static pe_status
compile_condition (const pe_rulebook *self, const pe_cap *cap, pe_expression **out, pe_error **error)
{
  const pe_rule      *rule = find_rule (self, cap);
  pe_expression_scope scope = {
    .wanted = PE_TYPE_BOOLEAN,
    .measures = self->content.measures.data,
    .n_measures = self->content.measures.size,
  };

  if (rule != NULL)
    {
      scope.facts = pe_rule_get_declarations (rule, &scope.n_facts);
      scope.depth = rule->limits.formula_depth;
      scope.names = rule->limits.formula_names;
    }
  return pe_expression_new (out, cap->if_formula, &scope, error);
}

/* A formula that is at fault is named by pe_rulebook_check_adjustments(). */
static pe_status
compile_conditions (pe_rulebook *self)
{
  const size_t n = self->content.caps.size;

  self->cap_conditions = g_try_new0 (pe_expression *, n + 1);
  if (self->cap_conditions == NULL)
    return PE_ERROR_NO_MEMORY;
  for (size_t i = 0; i < n; i++)
    {
      const pe_cap *cap = pe_rulebook_peek_cap (self, i);

      if (cap->if_formula != NULL
          && compile_condition (self, cap, &self->cap_conditions[i], NULL) == PE_ERROR_NO_MEMORY)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

void
pe_rulebook_clear_conditions (pe_rulebook *self)
{
  for (size_t i = 0; self->cap_conditions != NULL && i < self->content.caps.size; i++)
    pe_expression_unref (self->cap_conditions[i]);
  g_free (self->cap_conditions);
  self->cap_conditions = NULL;
}

const struct pe_expression *
pe_rulebook_peek_cap_condition (const pe_rulebook *self, size_t index)
{
  return self->cap_conditions[index];
}

pe_status
pe_rulebook_order_adjustments (pe_rulebook *self)
{
  const size_t n = self->content.indicators.size;
  ordering     overs = { self, &self->content.over_achievements, offsetof (pe_over_achievement, indicator), NULL };
  ordering     caps = { self, &self->content.caps, offsetof (pe_cap, indicator), NULL };
  pe_status    status;

  self->first_over = overs.first = g_try_new0 (uint32_t, n + 1);
  self->first_cap = caps.first = g_try_new0 (uint32_t, n + 1);
  if (overs.first == NULL || caps.first == NULL)
    return PE_ERROR_NO_MEMORY;
  status = order (&overs);
  if (status == PE_OK)
    status = order (&caps);
  if (status == PE_OK)
    status = compile_conditions (self);
  if (status == PE_OK)
    status = pe_name_index_init (
        &self->vetoes, self->content.vetoes.data, self->content.vetoes.size, sizeof (pe_veto), offsetof (pe_veto, id));
  if (status == PE_OK)
    status = pe_name_index_init (&self->grades, self->content.grades.data, self->content.grades.size, sizeof (pe_grade),
                                 offsetof (pe_grade, id));
  return status;
}

/* Digest: docs/digest.md, "perfeval-rulebook/1" */

static void
add_deductions (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  size_t n = 0;

  for (size_t i = 0; i < content->indicators.size; i++)
    n += pe_vector_at (&content->indicators, const pe_indicator, i)->manual_deduction != 0;
  if (n == 0)
    return;
  pe_digest_stream_add_text (stream, "manual_deduction");
  pe_digest_stream_begin_list (stream, n);
  for (size_t i = 0; i < content->indicators.size; i++)
    if (pe_vector_at (&content->indicators, const pe_indicator, i)->manual_deduction != 0)
      pe_digest_stream_add_int (stream, (int64_t) i + 1);
}

static void
add_overs (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  if (content->over_achievements.size == 0)
    return;
  pe_digest_stream_add_text (stream, "over_achievements");
  pe_digest_stream_begin_list (stream, content->over_achievements.size);
  for (size_t i = 0; i < content->over_achievements.size; i++)
    {
      const pe_over_achievement *over = pe_vector_at (&content->over_achievements, const pe_over_achievement, i);

      pe_digest_stream_add_text (stream, over->indicator);
      pe_digest_stream_add_int (stream, over->sign);
      pe_digest_stream_add_int (stream, over->action);
      pe_digest_stream_add_int (stream, over->if_no_reason);
      pe_digest_stream_add_decimal (stream, &over->from);
      pe_digest_stream_add_decimal (stream, &over->per);
      pe_digest_stream_add_decimal (stream, &over->cap);
    }
}

static void
add_caps (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  if (content->caps.size == 0)
    return;
  pe_digest_stream_add_text (stream, "caps");
  pe_digest_stream_begin_list (stream, content->caps.size);
  for (size_t i = 0; i < content->caps.size; i++)
    {
      const pe_cap *cap = pe_vector_at (&content->caps, const pe_cap, i);

      pe_digest_stream_add_text (stream, cap->indicator);
      pe_digest_stream_add_text (stream, cap->if_fact);
      pe_digest_stream_add_text (stream, cap->reason_zh);
      pe_digest_stream_add_text (stream, cap->reason_en);
      pe_digest_stream_add_decimal (stream, &cap->points);
    }
}

/* Behind the caps, so that those by a fact have the digest that they had before there were any others. */
static void
add_cap_formulas (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  size_t n = 0;

  for (size_t i = 0; i < content->caps.size; i++)
    n += pe_vector_at (&content->caps, const pe_cap, i)->if_formula != NULL;
  if (n == 0)
    return;
  pe_digest_stream_add_text (stream, "cap_formulas");
  pe_digest_stream_begin_list (stream, n);
  for (size_t i = 0; i < content->caps.size; i++)
    {
      const char *formula = pe_vector_at (&content->caps, const pe_cap, i)->if_formula;

      if (formula == NULL)
        continue;
      pe_digest_stream_add_int (stream, (int64_t) i + 1);
      pe_digest_stream_add_text (stream, formula);
    }
}

static void
add_vetoes (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  if (content->vetoes.size == 0)
    return;
  pe_digest_stream_add_text (stream, "vetoes");
  pe_digest_stream_begin_list (stream, content->vetoes.size);
  for (size_t i = 0; i < content->vetoes.size; i++)
    {
      const pe_veto *veto = pe_vector_at (&content->vetoes, const pe_veto, i);

      pe_digest_stream_add_int (stream, veto->effect);
      pe_digest_stream_add_text (stream, veto->id);
      pe_digest_stream_add_text (stream, veto->name_zh);
      pe_digest_stream_add_text (stream, veto->name_en);
      pe_digest_stream_add_text (stream, veto->grade);
    }
}

void
pe_rulebook_digest_adjustments (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  add_deductions (content, stream);
  add_overs (content, stream);
  add_caps (content, stream);
  add_cap_formulas (content, stream);
  if (content->has_bonus)
    {
      pe_digest_stream_add_text (stream, "bonus");
      pe_digest_stream_add_decimal (stream, &content->bonus.limit);
      pe_digest_stream_add_decimal (stream, &content->bonus.ceiling);
    }
  add_vetoes (content, stream);
}

/* Reading */

const pe_over_achievement *
pe_rulebook_peek_over (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.over_achievements, const pe_over_achievement, index);
}

const pe_cap *
pe_rulebook_peek_cap (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.caps, const pe_cap, index);
}

const pe_veto *
pe_rulebook_peek_veto (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.vetoes, const pe_veto, index);
}

const pe_bonus *
pe_rulebook_peek_bonus (const pe_rulebook *self)
{
  return self->content.has_bonus ? &self->content.bonus : NULL;
}

const pe_over_achievement *
pe_rulebook_get_overs (const pe_rulebook *self, size_t indicator, size_t *n, size_t *first)
{
  *first = self->first_over[indicator];
  *n = self->first_over[indicator + 1] - *first;
  return *n > 0 ? pe_rulebook_peek_over (self, *first) : NULL;
}

const pe_over_achievement *
pe_rulebook_find_over (const pe_rulebook *self, size_t indicator, pe_sign sign, size_t *index)
{
  size_t                     n, first;
  const pe_over_achievement *overs = pe_rulebook_get_overs (self, indicator, &n, &first);

  for (size_t i = 0; i < n; i++)
    if (overs[i].sign == 0 || overs[i].sign == sign)
      {
        *index = first + i;
        return &overs[i];
      }
  return NULL;
}

const pe_cap *
pe_rulebook_get_caps (const pe_rulebook *self, size_t indicator, size_t *n, size_t *first)
{
  *first = self->first_cap[indicator];
  *n = self->first_cap[indicator + 1] - *first;
  return *n > 0 ? pe_rulebook_peek_cap (self, *first) : NULL;
}

const pe_veto *
pe_rulebook_find_veto (const pe_rulebook *self, const char *id)
{
  size_t index;

  return pe_name_index_find (&self->vetoes, id, &index) ? pe_rulebook_peek_veto (self, index) : NULL;
}

int32_t
pe_rulebook_find_grade (const pe_rulebook *self, const char *id)
{
  size_t index;

  return pe_name_index_find (&self->grades, id, &index) ? (int32_t) index : -1;
}

/* TRUE when the formula of a cap reads a fact of this name. */
static gboolean
reads_fact (const pe_rulebook *self, size_t cap, const char *name)
{
  const pe_expression *condition = self->cap_conditions[cap];
  size_t               n = 0;
  const pe_symbol     *symbols = condition == NULL ? NULL : pe_expression_get_symbols (condition, &n);

  for (size_t i = 0; i < n; i++)
    if (symbols[i].kind == PE_SYMBOL_FACT && strcmp (symbols[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

gboolean
pe_rulebook_adjusts_by_fact (const pe_rulebook *self, size_t indicator, const char *name)
{
  size_t                     n_overs, n_caps, first;
  const pe_over_achievement *overs = pe_rulebook_get_overs (self, indicator, &n_overs, &first);
  const pe_cap              *caps = pe_rulebook_get_caps (self, indicator, &n_caps, &first);

  for (size_t i = 0; i < n_overs; i++)
    if (overs[i].sign == 0 && overs[i].action == PE_OVER_REASON && strcmp (name, PE_OVER_REASON_FACT) == 0)
      return TRUE;
  for (size_t i = 0; i < n_caps; i++)
    if (caps[i].if_fact != NULL ? strcmp (caps[i].if_fact, name) == 0 : reads_fact (self, first + i, name))
      return TRUE;
  return FALSE;
}

/* Checks */

/* Where a record stands: in the table of a leaf, or, when it has no leaf, in the rulebook's. */
typedef struct site
{
  const pe_rulebook *rulebook;
  pe_collector      *collector;
  const char        *code;      /* of the leaf, or NULL */
  size_t             indicator; /* or G_MAXSIZE */
  const char        *table;     /* "over_achievement", "caps" */
  size_t             index;     /* in its table, or G_MAXSIZE */
  pe_sign            sign;      /* of a slot's rows, or 0 */
} site;

static const char *
get_sign_name (pe_sign sign)
{
  static const char *const names[] = { "", ">=", "<=", "=", "<", ">" };

  return names[sign];
}

static char *
print_path (const site *self, const char *member)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (self->indicator != G_MAXSIZE)
    pe_rulebook_print_path (self->rulebook, self->indicator, &buffer);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_string (&buffer, self->table);
  if (self->sign != 0)
    {
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_string (&buffer, get_sign_name (self->sign));
    }
  if (self->index != G_MAXSIZE)
    {
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_uint (&buffer, self->index);
    }
  pe_buffer_add_string (&buffer, member);
  return pe_buffer_steal (&buffer);
}

static void add (const site *self, pe_status code, const char *member, ...) G_GNUC_NULL_TERMINATED;

static void
add (const site *self, pe_status code, const char *member, ...)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { code, NULL, 1, parameters, 0 };
  char             *path;
  pe_place          place;
  va_list           pairs;

  if (!pe_rulebook_is_place_needed (self->collector, code))
    {
      pe_collector_add (self->collector, code, NULL, NULL);
      return;
    }
  path = print_path (self, member);
  if (path == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    {
      place = pe_rulebook_find_nearest_place (self->rulebook, path);
      init.places = &place;
      va_start (pairs, member);
      init.n_parameters = pe_parameters_collect (parameters, pairs);
      va_end (pairs);
      pe_collector_add_init (self->collector, &init);
    }
  g_free (path);
}

static void
add_range (const site *self, const char *member, const pe_decimal *found, const char *expected, const char *expected_zh)
{
  char text[PE_DECIMAL_PRINT_SIZE];

  if (found != NULL)
    (void) pe_decimal_print (text, sizeof text, found, NULL);
  add (self, PE_ERROR_PARAMETER_RANGE, member, "name", member[0] == '/' ? member + 1 : self->table, "code", self->code,
       "found", found != NULL ? text : NULL, "expected", expected, "expected_zh", expected_zh, NULL);
}

static void
add_unknown (const site *self, const char *member, const char *code, const char *expected)
{
  add (self, PE_ERROR_REFERENCE_UNKNOWN, member, "code", code, "name", member + 1, "expected", expected, NULL);
}

/* A text whose Chinese is there and whose English may not be. */
static void
check_languages (const site *self, const char *member_en, const char *zh, const char *en)
{
  if (en == NULL || en[0] == '\0')
    add (self, PE_WARNING_TEXT_MISSING, member_en, "name", zh, "language", "en", NULL);
}

static gboolean
reaches_target (const pe_rule *rule)
{
  const char *name = rule == NULL ? "" : pe_rule_peek_shape (rule)->name;

  return strcmp (name, "capped_ratio") == 0 || strcmp (name, "equality") == 0;
}

/* Whether a result can be held against a target there. */
static gboolean
can_over_achieve (const pe_rule *rule, pe_sign sign)
{
  if (rule == NULL || !pe_rule_is_slot (rule))
    return sign == 0 && reaches_target (rule);
  if (sign != 0)
    return reaches_target (pe_rule_get_sign_rule (rule, sign));
  for (pe_sign any = PE_SIGN_AT_LEAST; any <= PE_SIGN_GREATER; any++)
    if (reaches_target (pe_rule_get_sign_rule (rule, any)))
      return TRUE;
  return FALSE;
}

static void
check_over_numbers (const site *self, const pe_over_achievement *over)
{
  static const pe_decimal zero = { 0, 0, 0 }, one = { 1, 0, 0 };
  const gboolean          reduces = over->action == PE_OVER_REDUCE;

  if (pe_decimal_order (&over->from, &one) <= 0)
    add_range (self, "/from", &over->from, "a share above 1", "大于 1 的比例");
  if (reduces && pe_decimal_order (&over->per, &zero) <= 0)
    add_range (self, "/per", &over->per, "a share above 0, with the action reduce",
               "大于 0 的比例（action 为 reduce 时必填）");
  if (!reduces && over->per.coefficient != 0)
    add_range (self, "/per", &over->per, "it with the action reduce only", "仅在 action 为 reduce 时填写");
  if (reduces && (pe_decimal_order (&over->cap, &zero) <= 0 || pe_decimal_order (&over->cap, &one) > 0))
    add_range (self, "/cap", &over->cap, "a share above 0 and at most 1, with the action reduce",
               "大于 0 且不超过 1 的比例（action 为 reduce 时必填）");
  if (!reduces && over->cap.coefficient != 0)
    add_range (self, "/cap", &over->cap, "it with the action reduce only", "仅在 action 为 reduce 时填写");
}

/* others: those of its leaf, of which it is the one with the index. */
static void
check_over (const site *self, const pe_over_achievement *over, const pe_over_achievement *others, size_t index)
{
  const pe_rule *rule = pe_rulebook_at (self->rulebook, self->indicator)->rule;

  if (!can_over_achieve (rule, over->sign))
    add_range (self, "", NULL, "a rule of the shape capped_ratio or equality, or a slot with one for the sign",
               "评分标准应为封顶比例或等于目标，或该符号有此类标准的部门自定指标");
  for (size_t i = 0; i < index; i++)
    if (others[i].sign == 0 || over->sign == 0 || others[i].sign == over->sign)
      {
        add (self, PE_ERROR_CODE_DUPLICATE, "", "code", over->indicator, "name", self->table, NULL);
        break;
      }
  check_over_numbers (self, over);
  if (over->action == PE_OVER_REASON && over->if_no_reason == 0)
    add_range (self, "/if_no_reason", NULL, "flag, zero or error, with the action reason",
               "flag、zero 或 error（action 为 reason 时必填）");
  if (over->action != PE_OVER_REASON && over->if_no_reason != 0)
    add_range (self, "/if_no_reason", NULL, "it with the action reason only", "仅在 action 为 reason 时填写");
}

static void
check_overs (const pe_rulebook *self, pe_collector *collector, size_t indicator)
{
  size_t                     n, first;
  const pe_over_achievement *overs = pe_rulebook_get_overs (self, indicator, &n, &first);

  for (size_t i = 0; i < n; i++)
    {
      const site at = { self, collector, overs[i].indicator, indicator, "over_achievement", G_MAXSIZE, overs[i].sign };

      check_over (&at, &overs[i], overs, i);
    }
}

/* A formula that is at fault, at its own place; one that can divide by zero needs a policy for that. */
static void
check_condition (const site *self, const pe_cap *cap, size_t index)
{
  const pe_rule *rule = pe_rulebook_at (self->rulebook, self->indicator)->rule;
  pe_expression *condition = self->rulebook->cap_conditions[index];
  pe_expression *again = NULL;
  pe_error      *error = NULL;
  char          *path;
  pe_place       place;

  if (cap->if_formula == NULL)
    return;
  if (condition != NULL)
    {
      if (pe_expression_can_divide_by_zero (condition) && rule != NULL
          && pe_rule_get_policy (rule, PE_STATE_ZERO_DENOMINATOR) == 0
          && pe_rulebook_get_policy (self->rulebook, PE_STATE_ZERO_DENOMINATOR) == 0)
        add (self, PE_ERROR_POLICY_MISSING, "/if_formula", "state", "zero_denominator", "state_zh", "分母为零", "code",
             self->code, NULL);
      return;
    }
  if (compile_condition (self->rulebook, cap, &again, &error) == PE_OK)
    {
      pe_expression_unref (again);
      return;
    }
  path = print_path (self, "/if_formula");
  if (path == NULL)
    {
      pe_error_unref (error);
      pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  place = pe_rulebook_find_nearest_place (self->rulebook, path);
  pe_collector_take_error (self->collector, error, &place);
  g_free (path);
}

static void
check_caps (const pe_rulebook *self, pe_collector *collector, size_t indicator)
{
  const pe_indicator *leaf = pe_rulebook_at (self, indicator);
  size_t              n, first;
  const pe_cap       *caps = pe_rulebook_get_caps (self, indicator, &n, &first);

  for (size_t i = 0; i < n; i++)
    {
      const site at = { self, collector, leaf->code, indicator, "caps", i, 0 };

      if (leaf->rule == NULL)
        add_unknown (&at, "/indicator", leaf->code, "the code of a leaf");
      if (caps[i].points.coefficient < 0 || pe_decimal_order (&caps[i].points, &leaf->full_marks) >= 0)
        add_range (&at, "/points", &caps[i].points, "0 or more, and less than the full marks", "不小于 0 且小于满分");
      check_condition (&at, &caps[i], first + i);
      check_languages (&at, "/reason/en", caps[i].reason_zh, caps[i].reason_en);
    }
}

/* Those of an unknown code stand behind all others. */
static void
check_strays (const pe_rulebook *self, pe_collector *collector)
{
  const size_t n = self->content.indicators.size;

  for (size_t i = self->first_over[n]; i < self->content.over_achievements.size; i++)
    {
      const site at = { self, collector, NULL, G_MAXSIZE, "over_achievements", i, 0 };

      add_unknown (&at, "/indicator", pe_rulebook_peek_over (self, i)->indicator, "the code of a leaf");
    }
  for (size_t i = self->first_cap[n]; i < self->content.caps.size; i++)
    {
      const site at = { self, collector, NULL, G_MAXSIZE, "caps", i, 0 };

      add_unknown (&at, "/indicator", pe_rulebook_peek_cap (self, i)->indicator, "the code of a leaf");
    }
}

static void
check_bonus (const pe_rulebook *self, pe_collector *collector)
{
  const site at = { self, collector, NULL, G_MAXSIZE, "bonus", G_MAXSIZE, 0 };

  if (self->content.has_bonus && pe_decimal_order (&self->content.bonus.ceiling, &self->content.head.full_marks) < 0)
    add_range (&at, "/ceiling", &self->content.bonus.ceiling, "the full marks of the whole, or more", "不小于总分满分");
}

static void
check_veto (const site *self, const pe_veto *veto)
{
  const int32_t grade = veto->grade == NULL ? -1 : pe_rulebook_find_grade (self->rulebook, veto->grade);

  if (veto->effect == PE_VETO_ZERO && veto->grade != NULL)
    add_range (self, "/grade", NULL, "it with the effect ceiling only", "仅在 effect 为 ceiling 时填写");
  else if (veto->effect == PE_VETO_CEILING && veto->grade == NULL)
    add_range (self, "/grade", NULL, "the id of a grade, with the effect ceiling",
               "等级的 id（effect 为 ceiling 时必填）");
  else if (veto->effect == PE_VETO_CEILING && grade < 0)
    add_unknown (self, "/grade", veto->grade, "the id of a grade");
  else if (veto->effect == PE_VETO_CEILING && grade == 0)
    add_range (self, "/grade", NULL, "a grade below the highest, which limits nothing", "低于最高等级的等级");
  check_languages (self, "/name/en", veto->name_zh, veto->name_en);
}

void
pe_rulebook_check_adjustments (const pe_rulebook *self, pe_collector *collector)
{
  for (size_t i = 0; i < self->content.indicators.size; i++)
    {
      const pe_indicator *indicator = pe_rulebook_at (self, i);
      const site          at = { self, collector, indicator->code, i, "manual_deduction", G_MAXSIZE, 0 };

      if (indicator->rule == NULL && indicator->manual_deduction != 0)
        add (&at, PE_ERROR_TREE, "", "code", indicator->code, "expected", "manual_deduction on leaves alone",
             "expected_zh", "仅末级指标可设 manual_deduction", NULL);
      check_overs (self, collector, i);
      check_caps (self, collector, i);
    }
  check_strays (self, collector);
  check_bonus (self, collector);
  for (size_t i = 0; i < self->content.vetoes.size; i++)
    {
      const site at = { self, collector, NULL, G_MAXSIZE, "vetoes", i, 0 };

      check_veto (&at, pe_rulebook_peek_veto (self, i));
    }
}
