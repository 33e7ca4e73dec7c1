/* rule-builder.c - a rule under construction
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#include "../base/figure-private.h"
#include "../base/nearest-private.h"
#include "../base/limits-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "../model/measure-private.h"
#include "decision-table-private.h"
#include "rulebook-measure-private.h"

/* A rule that is not finished. */
struct pe_rule_builder
{
  pe_rule   draft;
  pe_vector measures; /* references to measures of its rulebook */
};

pe_status
pe_rule_builder_new (pe_rule_builder **out, const char *shape, int32_t revision, pe_error **error)
{
  pe_rule_builder *self;
  size_t           index;
  pe_status        status;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if (shape == NULL)
    return pe_error_set_argument (error, "shape", "not NULL");
  status = pe_shape_find (&index, shape, revision, error);
  if (status != PE_OK)
    return status;
  self = g_try_new (pe_rule_builder, 1);
  if (self == NULL)
    return pe_error_set_no_memory (error);
  pe_rule_init (&self->draft, index);
  self->measures = (pe_vector) PE_VECTOR_INIT (pe_rulebook_measure *);
  *out = self;
  return PE_OK;
}

void
pe_rule_builder_free (pe_rule_builder *self)
{
  if (self == NULL)
    return;
  pe_rule_clear (&self->draft);
  pe_own_set_clear (&self->measures);
  g_free (self);
}

pe_status
pe_rule_builder_set_limits (pe_rule_builder *self, const pe_limits *limits, pe_error **error)
{
  pe_limits ours;
  pe_status status;

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  status = pe_limits_import (&ours, limits, error);
  if (status != PE_OK)
    return status;
  self->draft.limits = (pe_rule_limits) { ours.table_steps, ours.formula_depth, ours.formula_names, ours.table_rules,
                                          self->draft.limits.steps_left };
  return PE_OK;
}

void
pe_rule_builder_share_steps (pe_rule_builder *self, uint64_t *left)
{
  self->draft.limits.steps_left = left;
}

pe_status
pe_rule_builder_add_measures (pe_rule_builder *self, pe_rulebook_measure *const *measures, size_t n, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  return pe_own_set_add (&self->measures, measures, n, error);
}

/* Settings */

/* PE_ERROR_PARAMETER_UNKNOWN, at the path "/<name>". */
static pe_status
set_unknown (const pe_rule *rule, const char *name, pe_error **error)
{
  const pe_shape *shape = pe_rule_peek_shape (rule);
  pe_buffer       buffer = PE_BUFFER_INIT;
  char           *expected;
  char            excerpt[PE_EXCERPT_SIZE];
  pe_status       status;

  for (size_t i = 0; i < shape->n_parameters; i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      pe_buffer_add_string (&buffer, shape->parameters[i].name);
    }
  expected = pe_buffer_steal (&buffer);
  if (expected == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (error, PE_ERROR_PARAMETER_UNKNOWN, NULL, "name", pe_excerpt (excerpt, name, strlen (name)),
                         "shape", shape->name, "expected", expected[0] != '\0' ? expected : NULL, NULL);
  g_free (expected);
  return status;
}

/* The setting of a parameter of a kind. */
static pe_status
find_setting (pe_rule_builder *self, const char *name, pe_parameter_kind kind, size_t *index, pe_error **error)
{
  const pe_shape *shape;

  *index = 0;
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (name == NULL)
    return pe_error_set_argument (error, kind == PE_PARAMETER_ARGUMENT ? "argument" : "name", "not NULL");
  shape = pe_rule_peek_shape (&self->draft);
  if (!pe_shape_find_parameter (shape, name, index) || shape->parameters[*index].kind != kind)
    return set_unknown (&self->draft, name, error);
  return PE_OK;
}

/* "a whole number from 1 to 3", "a number of 0 or more", "a number above 0" */
static void
add_range (pe_buffer *out, const pe_shape_parameter *parameter, gboolean is_zh)
{
  static const char *const before[][2] = { { "of ", "不小于 " }, { "from ", "" }, { "above ", "大于 " } };
  const size_t             form = parameter->minimum_excluded ? 2 : parameter->maximum != NULL;

  if (!is_zh)
    pe_buffer_add_string (out, parameter->whole ? "a whole number " : "a number ");
  pe_buffer_add_string (out, before[form][is_zh]);
  pe_buffer_add_string (out, parameter->minimum);
  if (parameter->maximum != NULL)
    {
      pe_buffer_add_string (out, is_zh ? " 至 " : " to ");
      pe_buffer_add_string (out, parameter->maximum);
    }
  else if (!is_zh && form == 0)
    pe_buffer_add_string (out, " or more");
  if (is_zh)
    pe_buffer_add_string (out, parameter->whole ? " 的整数" : " 的数");
}

static pe_status
set_range_error (const pe_rule *rule, const pe_shape_parameter *parameter, const pe_decimal *number, pe_error **error)
{
  char      found[PE_DECIMAL_PRINT_SIZE];
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *expected, *expected_zh;
  pe_status status;

  pe_decimal_print (found, sizeof found, number, NULL);
  add_range (&buffer, parameter, FALSE);
  expected = pe_buffer_steal (&buffer);
  add_range (&buffer, parameter, TRUE);
  expected_zh = pe_buffer_steal (&buffer);
  if (expected == NULL || expected_zh == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (error, PE_ERROR_PARAMETER_RANGE, NULL, "name", parameter->name, "found", found, "shape",
                           pe_rule_peek_shape (rule)->name, "expected", expected, "expected_zh", expected_zh, NULL);
  g_free (expected);
  g_free (expected_zh);
  return status;
}

/* Every number has a least one. */
static gboolean
number_is_allowed (const pe_shape_parameter *parameter, const pe_decimal *number)
{
  pe_decimal bound, whole = *number;

  (void) pe_decimal_quantize (&whole, number, 0, PE_ROUND_DOWN, NULL);
  if (parameter->whole && pe_decimal_order (&whole, number) != 0)
    return FALSE;
  pe_decimal_parse (&bound, parameter->minimum, strlen (parameter->minimum), NULL);
  if (pe_decimal_order (number, &bound) < (parameter->minimum_excluded ? 1 : 0))
    return FALSE;
  if (parameter->maximum == NULL)
    return TRUE;
  pe_decimal_parse (&bound, parameter->maximum, strlen (parameter->maximum), NULL);
  return pe_decimal_order (number, &bound) <= 0;
}

pe_status
pe_rule_builder_set_number (pe_rule_builder *self, const char *name, const pe_decimal *number, pe_error **error)
{
  size_t                    index;
  const pe_shape_parameter *parameter;
  pe_status                 status = find_setting (self, name, PE_PARAMETER_NUMBER, &index, error);

  if (status != PE_OK)
    return status;
  if (number == NULL || !pe_decimal_is_well_formed (number))
    return pe_error_set_argument (error, "number", "a well-formed pe_decimal");
  parameter = &pe_rule_peek_shape (&self->draft)->parameters[index];
  if (!number_is_allowed (parameter, number))
    return set_range_error (&self->draft, parameter, number, error);
  self->draft.settings[index].figure = (pe_figure) { *number, PE_STATE_VALUE, PE_UNIT_NONE };
  return PE_OK;
}

/* TRUE for one of words that are parted by blanks. */
static gboolean
is_word_of (const char *words, const char *word)
{
  const size_t size = strlen (word);

  if (size == 0 || strchr (word, ' ') != NULL)
    return FALSE;
  for (const char *at = strstr (words, word); at != NULL; at = strstr (at + 1, word))
    if ((at == words || at[-1] == ' ') && (at[size] == ' ' || at[size] == '\0'))
      return TRUE;
  return FALSE;
}

pe_status
pe_rule_builder_set_word (pe_rule_builder *self, const char *name, const char *word, pe_error **error)
{
  char        excerpt[PE_EXCERPT_SIZE];
  const char *words;
  char       *copy;
  size_t      index;
  pe_status   status = find_setting (self, name, PE_PARAMETER_WORD, &index, error);

  if (status != PE_OK)
    return status;
  if (word == NULL)
    return pe_error_set_argument (error, "word", "not NULL");
  words = pe_rule_peek_shape (&self->draft)->parameters[index].words;
  if (!is_word_of (words, word))
    return pe_error_set (error, PE_ERROR_VALUE_UNKNOWN, NULL, "found", pe_excerpt (excerpt, word, strlen (word)),
                         "name", name, "expected", words, NULL);
  copy = pe_string_copy (word);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  g_free (self->draft.settings[index].text);
  self->draft.settings[index].text = copy;
  return PE_OK;
}

/* Takes text over. */
static void
bind (pe_rule_builder *self, size_t index, pe_binding_kind binding, size_t measure, char *text, const pe_figure *figure)
{
  pe_setting *setting = &self->draft.settings[index];

  g_free (setting->text);
  pe_expression_unref (setting->expression);
  memset (setting, 0, sizeof *setting);
  setting->binding = binding;
  setting->measure = measure;
  setting->text = text;
  if (figure != NULL)
    setting->figure = *figure;
}

/* Names the one that was probably meant, else those that there are. */
static pe_status
set_measure_unknown (const pe_rule_builder *self, const char *measure, pe_error **error)
{
  pe_buffer  buffer = PE_BUFFER_INIT;
  char       excerpt[PE_EXCERPT_SIZE];
  char      *expected;
  pe_nearest nearest;
  pe_status  status;

  pe_nearest_init (&nearest, measure, strlen (measure));
  for (size_t i = 0; i < pe_measure_get_count (); i++)
    pe_nearest_offer (&nearest, pe_measure_get_id (i));
  for (size_t i = 0; i < self->measures.size; i++)
    pe_nearest_offer (&nearest, (*pe_vector_at (&self->measures, pe_rulebook_measure *, i))->id);
  for (size_t i = 0; i < pe_measure_get_count () && nearest.found == NULL; i++)
    {
      pe_buffer_add_string (&buffer, i > 0 ? ", " : "");
      pe_buffer_add_string (&buffer, pe_measure_get_id (i));
    }
  if (nearest.found != NULL)
    pe_buffer_add_string (&buffer, nearest.found);
  expected = pe_buffer_steal (&buffer);
  if (expected == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (error, PE_ERROR_MEASURE_UNKNOWN, NULL, "name", pe_excerpt (excerpt, measure, strlen (measure)),
                         "expected", expected, NULL);
  g_free (expected);
  return status;
}

/* A measure of the rulebook is the formula that names it. */
static pe_status
bind_own (pe_rule_builder *self, const char *argument, size_t index, const pe_rulebook_measure *own, pe_error **error)
{
  pe_status status = pe_rule_builder_bind_formula (self, argument, own->id, error);

  if (status == PE_OK)
    self->draft.settings[index].own = own;
  return status;
}

pe_status
pe_rule_builder_bind_measure (pe_rule_builder *self, const char *argument, const char *measure, pe_error **error)
{
  const pe_rulebook_measure *own;
  char                      *copy;
  size_t                     index, found;
  pe_status                  status = find_setting (self, argument, PE_PARAMETER_ARGUMENT, &index, error);

  if (status != PE_OK)
    return status;
  if (measure == NULL)
    return pe_error_set_argument (error, "measure", "not NULL");
  own = pe_own_find (self->measures.data, self->measures.size, measure);
  if (own != NULL)
    return bind_own (self, argument, index, own, error);
  if (!pe_measure_find (measure, &found))
    return set_measure_unknown (self, measure, error);
  copy = pe_string_copy (measure);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  bind (self, index, PE_BINDING_MEASURE, found, copy, NULL);
  return PE_OK;
}

pe_status
pe_rule_builder_bind_fact (pe_rule_builder *self, const char *argument, const char *fact, pe_error **error)
{
  char     *copy;
  size_t    index;
  pe_status status = find_setting (self, argument, PE_PARAMETER_ARGUMENT, &index, error);

  if (status != PE_OK)
    return status;
  if (fact == NULL)
    return pe_error_set_argument (error, "fact", "not NULL");
  if (!pe_code_is_valid (fact))
    return pe_code_set_error (error, fact, "/fact");
  copy = pe_string_copy (fact);
  if (copy == NULL)
    return pe_error_set_no_memory (error);
  bind (self, index, PE_BINDING_FACT, 0, copy, NULL);
  return PE_OK;
}

pe_status
pe_rule_builder_bind_figure (pe_rule_builder *self, const char *argument, const pe_figure *figure, pe_error **error)
{
  size_t    index;
  pe_status status = find_setting (self, argument, PE_PARAMETER_ARGUMENT, &index, error);

  if (status != PE_OK)
    return status;
  if (figure == NULL || !pe_figure_is_well_formed (figure))
    return pe_error_set_argument (error, "figure", "a well-formed pe_figure");
  if (figure->state != PE_STATE_VALUE)
    return pe_error_set (error, PE_ERROR_STATE_CONFLICT, NULL, "name", "figure", "expected", "a figure with a value",
                         "expected_zh", "有数值的数据", NULL);
  bind (self, index, PE_BINDING_FIGURE, 0, NULL, figure);
  return PE_OK;
}

/* Formulas */

static pe_expression_scope
get_scope (const pe_rule_builder *self, pe_type_kind wanted)
{
  return (pe_expression_scope) {
    .facts = self->draft.declarations.data,
    .n_facts = self->draft.declarations.size,
    .wanted = wanted,
    .depth = self->draft.limits.formula_depth,
    .names = self->draft.limits.formula_names,
    .measures = self->measures.data,
    .n_measures = self->measures.size,
  };
}

pe_status
pe_rule_builder_bind_formula (pe_rule_builder *self, const char *argument, const char *text, pe_error **error)
{
  pe_expression_scope scope;
  pe_expression      *expression = NULL;
  char               *copy;
  size_t              index;
  pe_status           status = find_setting (self, argument, PE_PARAMETER_ARGUMENT, &index, error);

  if (status != PE_OK)
    return status;
  if (text == NULL)
    return pe_error_set_argument (error, "text", "not NULL");
  scope = get_scope (self, PE_TYPE_NUMBER);
  status = pe_expression_new (&expression, text, &scope, error);
  if (status != PE_OK)
    return status;
  copy = pe_string_copy (text);
  if (copy == NULL)
    {
      pe_expression_unref (expression);
      return pe_error_set_no_memory (error);
    }
  bind (self, index, PE_BINDING_FORMULA, 0, copy, NULL);
  self->draft.settings[index].expression = expression;
  return PE_OK;
}

pe_status
pe_rule_builder_declare_fact (pe_rule_builder *self, const char *fact, pe_fact_type type, pe_error **error)
{
  pe_fact_declaration added = { NULL, type };

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (fact == NULL)
    return pe_error_set_argument (error, "fact", "not NULL");
  if (type < PE_FACT_NUMBER || type > PE_FACT_DATE)
    return pe_error_set_argument (error, "type", "a pe_fact_type");
  if (pe_rule_has_formulas (&self->draft))
    return pe_error_set_argument (error, "self", "a builder to which no formula was bound yet");
  if (!pe_code_is_valid (fact))
    return pe_code_set_error (error, fact, "/fact");
  for (size_t i = 0; i < self->draft.declarations.size; i++)
    if (strcmp (pe_vector_at (&self->draft.declarations, pe_fact_declaration, i)->name, fact) == 0)
      return pe_error_set (error, PE_ERROR_CODE_DUPLICATE, NULL, "code", fact, NULL);
  added.name = pe_string_copy (fact);
  if (added.name != NULL && pe_vector_push (&self->draft.declarations, &added) == PE_OK)
    return PE_OK;
  g_free (added.name);
  return pe_error_set_no_memory (error);
}

pe_status
pe_rule_builder_set_policy (pe_rule_builder *self, pe_state state, pe_policy policy, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (state < PE_STATE_MISSING || state > PE_STATE_INVALID || state == PE_STATE_VALUE)
    return pe_error_set_argument (error, "state", "a pe_state other than PE_STATE_VALUE");
  if (policy < PE_POLICY_ERROR || policy > PE_POLICY_DROP)
    return pe_error_set_argument (error, "policy", "a pe_policy");
  self->draft.policies[state] = policy;
  return PE_OK;
}

pe_status
pe_rule_builder_set_unit (pe_rule_builder *self, pe_unit unit, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  /* Words of other units are not known here, and a yes or no is measured by nothing. */
  if (pe_unit_get_name (unit) == NULL || unit == PE_UNIT_OTHER || unit == PE_UNIT_TRUTH)
    return pe_error_set_argument (error, "unit", "a pe_unit of numbers");
  if (!pe_rule_peek_shape (&self->draft)->has_unit)
    return set_unknown (&self->draft, "unit", error);
  self->draft.unit = unit;
  return PE_OK;
}

/* Tables */

/* What every add function is given. */
static pe_status
check_table (const pe_rule_builder *self, const void *items, size_t n, pe_parameter_kind kind, const char *name,
             pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (items == NULL && n > 0)
    return pe_error_set_argument (error, "items", "not NULL");
  if (!pe_shape_has_kind (pe_rule_peek_shape (&self->draft), kind))
    return set_unknown (&self->draft, name, error);
  return PE_OK;
}

static gboolean
end_is_known (pe_end end, gboolean may_be_unbounded)
{
  return end == PE_END_CLOSED || end == PE_END_OPEN || (may_be_unbounded && end == PE_END_UNBOUNDED);
}

static pe_status
check_step (pe_step *step, size_t index, pe_error **error)
{
  if (!end_is_known (step->lower_end, TRUE))
    return pe_record_set_error (error, "steps", index, "lower_end", "a pe_end");
  if (!end_is_known (step->upper_end, TRUE))
    return pe_record_set_error (error, "steps", index, "upper_end", "a pe_end");
  if (step->reserved != 0)
    return pe_record_set_error (error, "steps", index, "reserved", "0");
  if (step->lower_end == PE_END_UNBOUNDED)
    step->lower = (pe_decimal) { 0, 0, 0 };
  if (step->upper_end == PE_END_UNBOUNDED)
    step->upper = (pe_decimal) { 0, 0, 0 };
  if (!pe_decimal_is_well_formed (&step->lower))
    return pe_record_set_error (error, "steps", index, "lower", "a well-formed pe_decimal");
  if (!pe_decimal_is_well_formed (&step->upper) || !pe_step_is_inhabited (step))
    return pe_record_set_error (error, "steps", index, "upper", "a bound that leaves some figure in the interval");
  if (!pe_decimal_is_well_formed (&step->points) || step->points.coefficient < 0)
    return pe_record_set_error (error, "steps", index, "points", "0 or more");
  return PE_OK;
}

pe_status
pe_rule_builder_add_steps (pe_rule_builder *self, const pe_step *items, size_t n, pe_error **error)
{
  pe_step  *first;
  size_t    before;
  pe_status status = check_table (self, items, n, PE_PARAMETER_STEPS, "steps", error);

  if (status != PE_OK)
    return status;
  before = self->draft.steps.size;
  if (pe_vector_grow (&self->draft.steps, n, (void **) &first) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      status = pe_struct_import_at (&first[i], sizeof *first, items, i, sizeof *first, "items", error);
      if (status == PE_OK)
        status = check_step (&first[i], i, error);
    }
  if (status != PE_OK)
    self->draft.steps.size = before;
  return status;
}

/* Missing, or a number of points. */
static gboolean
cap_is_allowed (const pe_figure *cap)
{
  if (!pe_figure_is_well_formed (cap) || (cap->unit != PE_UNIT_NONE && cap->unit != PE_UNIT_POINT))
    return FALSE;
  return cap->state == PE_STATE_MISSING || (cap->state == PE_STATE_VALUE && cap->value.coefficient > 0);
}

static pe_status
check_item (const pe_item *item, size_t index, pe_error **error)
{
  if (item->reserved != 0)
    return pe_record_set_error (error, "items", index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&item->points) || item->points.coefficient <= 0)
    return pe_record_set_error (error, "items", index, "points", "above 0");
  if (!cap_is_allowed (&item->cap))
    return pe_record_set_error (error, "items", index, "cap", "missing, or points above 0");
  return PE_OK;
}

static pe_status
check_band (const pe_band *band, size_t index, pe_error **error)
{
  static const pe_decimal one = { 1, 0, 0 };
  const pe_step           interval = { sizeof interval, band->low_end, band->high_end, 0, band->low, band->high, one };

  if (!end_is_known (band->low_end, FALSE))
    return pe_record_set_error (error, "bands", index, "low_end", "PE_END_CLOSED or PE_END_OPEN");
  if (!end_is_known (band->high_end, FALSE))
    return pe_record_set_error (error, "bands", index, "high_end", "PE_END_CLOSED or PE_END_OPEN");
  if (band->reserved != 0)
    return pe_record_set_error (error, "bands", index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&band->low) || band->low.coefficient < 0)
    return pe_record_set_error (error, "bands", index, "low", "0 to 1");
  if (!pe_decimal_is_well_formed (&band->high) || pe_decimal_order (&band->high, &one) > 0
      || !pe_step_is_inhabited (&interval))
    return pe_record_set_error (
        error, "bands", index, "high", "a share up to 1, above the low one, or equal to it with both ends closed");
  return PE_OK;
}

/* Takes records away again. */
static void
cut_records (pe_vector *vector, size_t size, const pe_text_member *members, size_t n_members)
{
  for (size_t i = size; i < vector->size; i++)
    pe_record_free_texts ((char *) vector->data + i * vector->element_size, members, n_members);
  vector->size = size;
}

/* PE_ERROR_CODE_DUPLICATE when an id stands twice; `before` is where the new ones begin. */
static pe_status
check_ids (const pe_vector *vector, size_t offset, const char *table, size_t before, pe_error **error)
{
  pe_name_index names;
  size_t        at = 0, index;
  pe_buffer     buffer = PE_BUFFER_INIT;
  char         *path;
  const char   *id;
  pe_status     status = pe_name_index_init (&names, vector->data, vector->size, vector->element_size, offset);

  if (status != PE_OK)
    return pe_error_set_no_memory (error);
  if (pe_name_index_next_double (&names, &at, &index))
    {
      memcpy (&id, (const char *) vector->data + index * vector->element_size + offset, sizeof id);
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_string (&buffer, table);
      pe_buffer_add_char (&buffer, '/');
      pe_buffer_add_uint (&buffer, index - before);
      pe_buffer_add_string (&buffer, "/id");
      path = pe_buffer_steal (&buffer);
      status = path == NULL ? pe_error_set_no_memory (error)
                            : pe_error_set (error, PE_ERROR_CODE_DUPLICATE, &PE_PLACE_WHAT (path), "code", id, NULL);
      g_free (path);
    }
  pe_name_index_clear (&names);
  return status;
}

pe_status
pe_rule_builder_add_items (pe_rule_builder *self, const pe_item *items, size_t n, pe_error **error)
{
  pe_vector *vector;
  size_t     before;
  pe_status  status = check_table (self, items, n, PE_PARAMETER_ITEMS, "items", error);

  if (status != PE_OK)
    return status;
  vector = &self->draft.items;
  before = vector->size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_item item;

      status = pe_struct_import_at (&item, sizeof item, items, i, sizeof item, "items", error);
      if (status == PE_OK)
        status = check_item (&item, i, error);
      if (status == PE_OK)
        status = pe_record_copy_texts (&item, pe_item_texts, PE_ITEM_N_TEXTS, "items", i, error);
      if (status == PE_OK && pe_vector_push (vector, &item) != PE_OK)
        {
          pe_record_free_texts (&item, pe_item_texts, PE_ITEM_N_TEXTS);
          status = pe_error_set_no_memory (error);
        }
    }
  if (status == PE_OK)
    status = check_ids (vector, offsetof (pe_item, id), "items", before, error);
  if (status != PE_OK)
    cut_records (vector, before, pe_item_texts, PE_ITEM_N_TEXTS);
  return status;
}

pe_status
pe_rule_builder_add_bands (pe_rule_builder *self, const pe_band *items, size_t n, pe_error **error)
{
  pe_vector *vector;
  size_t     before;
  pe_status  status = check_table (self, items, n, PE_PARAMETER_BANDS, "bands", error);

  if (status != PE_OK)
    return status;
  vector = &self->draft.bands;
  before = vector->size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_band band;

      status = pe_struct_import_at (&band, sizeof band, items, i, sizeof band, "items", error);
      if (status == PE_OK)
        status = check_band (&band, i, error);
      if (status == PE_OK)
        status = pe_record_copy_texts (&band, pe_band_texts, PE_BAND_N_TEXTS, "bands", i, error);
      if (status == PE_OK && pe_vector_push (vector, &band) != PE_OK)
        {
          pe_record_free_texts (&band, pe_band_texts, PE_BAND_N_TEXTS);
          status = pe_error_set_no_memory (error);
        }
    }
  if (status == PE_OK)
    status = check_ids (vector, offsetof (pe_band, id), "bands", before, error);
  if (status != PE_OK)
    cut_records (vector, before, pe_band_texts, PE_BAND_N_TEXTS);
  return status;
}

static pe_status
check_point (const pe_point *point, size_t index, pe_error **error)
{
  if (point->reserved != 0)
    return pe_record_set_error (error, "points", index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&point->at))
    return pe_record_set_error (error, "points", index, "at", "a well-formed pe_decimal");
  if (!pe_decimal_is_well_formed (&point->points) || point->points.coefficient < 0)
    return pe_record_set_error (error, "points", index, "points", "0 or more");
  return PE_OK;
}

pe_status
pe_rule_builder_add_points (pe_rule_builder *self, const pe_point *items, size_t n, pe_error **error)
{
  pe_point *first;
  size_t    before;
  pe_status status = check_table (self, items, n, PE_PARAMETER_POINTS, "points", error);

  if (status != PE_OK)
    return status;
  before = self->draft.points.size;
  if (pe_vector_grow (&self->draft.points, n, (void **) &first) != PE_OK)
    return pe_error_set_no_memory (error);
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      status = pe_struct_import_at (&first[i], sizeof *first, items, i, sizeof *first, "items", error);
      if (status == PE_OK)
        status = check_point (&first[i], i, error);
    }
  if (status != PE_OK)
    self->draft.points.size = before;
  return status;
}

/* 630 is 30 June of any year; 29 February is a day of some years alone. */
static gboolean
date_is_due (pe_date date)
{
  static const pe_date common_year = 20010000;

  return pe_date_is_valid (date) || (date > 0 && date < 10000 && pe_date_is_valid (common_year + date));
}

static pe_status
check_milestone (const pe_milestone *milestone, size_t index, pe_error **error)
{
  static const pe_decimal one = { 1, 0, 0 };

  if ((milestone->date != 0) == (milestone->day != NULL))
    return pe_record_set_error (error, "milestones", index, "day", "either a date or a named day");
  if (milestone->day != NULL && milestone->day[0] == '\0')
    return pe_record_set_error (error, "milestones", index, "day", "a name, or NULL with a date");
  if (milestone->date != 0 && !date_is_due (milestone->date))
    return pe_record_set_error (error, "milestones", index, "date", "a day, or a month and a day of every year");
  if (!pe_decimal_is_well_formed (&milestone->share) || milestone->share.coefficient <= 0
      || pe_decimal_order (&milestone->share, &one) > 0)
    return pe_record_set_error (error, "milestones", index, "share", "above 0 and at most 1");
  if (!pe_decimal_is_well_formed (&milestone->points) || milestone->points.coefficient <= 0)
    return pe_record_set_error (error, "milestones", index, "points", "above 0");
  return PE_OK;
}

pe_status
pe_rule_builder_add_milestones (pe_rule_builder *self, const pe_milestone *items, size_t n, pe_error **error)
{
  pe_vector *vector;
  size_t     before;
  pe_status  status = check_table (self, items, n, PE_PARAMETER_MILESTONES, "milestones", error);

  if (status != PE_OK)
    return status;
  vector = &self->draft.milestones;
  before = vector->size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_milestone milestone;

      status = pe_struct_import_at (&milestone, sizeof milestone, items, i, sizeof milestone, "items", error);
      if (status == PE_OK)
        status = check_milestone (&milestone, i, error);
      if (status == PE_OK)
        status = pe_record_copy_texts (&milestone, pe_milestone_texts, PE_MILESTONE_N_TEXTS, "milestones", i, error);
      if (status == PE_OK && pe_vector_push (vector, &milestone) != PE_OK)
        {
          pe_record_free_texts (&milestone, pe_milestone_texts, PE_MILESTONE_N_TEXTS);
          status = pe_error_set_no_memory (error);
        }
    }
  if (status == PE_OK)
    status = check_ids (vector, offsetof (pe_milestone, id), "milestones", before, error);
  if (status != PE_OK)
    cut_records (vector, before, pe_milestone_texts, PE_MILESTONE_N_TEXTS);
  return status;
}

pe_status
pe_rule_builder_add_alternative (pe_rule_builder *self, const char *id, pe_rule *rule, pe_error **error)
{
  pe_alternative alternative = { NULL, rule };

  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (id == NULL)
    return pe_error_set_argument (error, "id", "not NULL");
  if (rule == NULL)
    return pe_error_set_argument (error, "rule", "not NULL");
  if (!pe_shape_has_kind (pe_rule_peek_shape (&self->draft), PE_PARAMETER_ALTERNATIVES))
    return set_unknown (&self->draft, "alternatives", error);
  /* Rules would nest without end, and a person's score is no calculation to choose. */
  if (pe_rule_has_rules (rule) || pe_rule_is_attested (rule))
    return pe_record_set_error (error, NULL, 0, "rule", "a rule that computes and has no rules in it");
  if (!pe_code_is_valid (id))
    return pe_code_set_error (error, id, "/id");
  /* One that stands twice is found when the rule is built. */
  alternative.id = pe_string_copy (id);
  if (alternative.id == NULL || pe_vector_push (&self->draft.alternatives, &alternative) != PE_OK)
    {
      g_free ((char *) alternative.id);
      return pe_error_set_no_memory (error);
    }
  pe_rule_ref (rule);
  return PE_OK;
}

/* Decision tables */

/* A table of the builder's own: one that a rule shares is copied before it changes. */
static pe_status
open_table (pe_rule_builder *self, const void *items, size_t n, pe_parameter_kind kind, const char *name,
            pe_error **error)
{
  pe_decision_table *own = NULL;
  pe_status          status = check_table (self, items, n, kind, name, error);

  if (status != PE_OK)
    return status;
  if (self->draft.table == NULL)
    self->draft.table = pe_decision_table_new ();
  else if (g_atomic_int_get (&self->draft.table->references) > 1)
    {
      if (pe_decision_table_copy (&own, self->draft.table) != PE_OK)
        return pe_error_set_no_memory (error);
      pe_decision_table_unref (self->draft.table);
      self->draft.table = own;
    }
  return self->draft.table != NULL ? PE_OK : pe_error_set_no_memory (error);
}

pe_status
pe_rule_builder_add_inputs (pe_rule_builder *self, const pe_table_input *items, size_t n, pe_error **error)
{
  pe_expression_scope scope;
  pe_decision_table  *table;
  size_t              before;
  pe_status           status = open_table (self, items, n, PE_PARAMETER_INPUTS, "inputs", error);

  if (status != PE_OK)
    return status;
  scope = get_scope (self, PE_TYPE_NULL);
  table = self->draft.table;
  before = table->inputs.size;
  if (table->points.size > 0)
    return pe_error_set_argument (error, "self", "a builder to which no rule of the table was added yet");
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_table_input input;

      status = pe_struct_import_at (&input, sizeof input, items, i, sizeof input, "items", error);
      if (status == PE_OK)
        status = pe_decision_table_add_input (table, &input, i, &scope, error);
    }
  if (status != PE_OK)
    pe_decision_table_cut_inputs (table, before);
  return status;
}

pe_status
pe_rule_builder_add_decisions (pe_rule_builder *self, const pe_decision *items, size_t n, pe_error **error)
{
  pe_decision_table *table;
  size_t             before;
  pe_status          status = open_table (self, items, n, PE_PARAMETER_DECISIONS, "rules", error);

  if (status != PE_OK)
    return status;
  table = self->draft.table;
  before = table->points.size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      pe_decision decision;

      status = pe_struct_import_at (&decision, sizeof decision, items, i, sizeof decision, "items", error);
      if (status == PE_OK)
        status = pe_decision_table_add_decision (table, &decision, i, self->draft.limits.table_rules, error);
    }
  if (status != PE_OK)
    pe_decision_table_cut_decisions (table, before);
  return status;
}

static pe_status
check_priority (const pe_vector *priority, const pe_decimal *points, pe_error **error)
{
  if (!pe_decimal_is_well_formed (points))
    return pe_error_set_argument (error, "points", "well-formed pe_decimals");
  for (size_t i = 0; i < priority->size; i++)
    if (pe_decimal_order (pe_vector_at (priority, const pe_decimal, i), points) == 0)
      return pe_error_set_argument (error, "points", "each number once");
  if (priority->size == PE_TABLE_MAX_PRIORITIES)
    return pe_error_set (error, PE_ERROR_LIMIT_ITEMS, NULL, "limit", "1000", NULL);
  return PE_OK;
}

pe_status
pe_rule_builder_add_priority (pe_rule_builder *self, const pe_decimal *points, size_t n, pe_error **error)
{
  pe_vector *priority;
  size_t     before;
  pe_status  status = open_table (self, points, n, PE_PARAMETER_PRIORITY, "priority", error);

  if (status != PE_OK)
    return status;
  priority = &self->draft.table->priority;
  before = priority->size;
  for (size_t i = 0; i < n && status == PE_OK; i++)
    {
      status = check_priority (priority, &points[i], error);
      if (status == PE_OK && pe_vector_push (priority, &points[i]) != PE_OK)
        status = pe_error_set_no_memory (error);
    }
  if (status != PE_OK)
    priority->size = before;
  return status;
}

pe_status
pe_rule_builder_set_sign_rule (pe_rule_builder *self, pe_sign sign, pe_rule *rule, pe_error **error)
{
  if (self == NULL)
    return pe_error_set_argument (error, "self", "not NULL");
  if (rule == NULL)
    return pe_error_set_argument (error, "rule", "not NULL");
  if (sign < PE_SIGN_AT_LEAST || sign > PE_SIGN_QUALITATIVE)
    return pe_error_set_argument (error, "sign", "a pe_sign");
  if (!pe_shape_has_kind (pe_rule_peek_shape (&self->draft), PE_PARAMETER_RULES))
    return set_unknown (&self->draft, "rules", error);
  /* A slot in a slot would be the depth of the rows twice over, and rules would nest without end. */
  if (pe_rule_has_rules (rule))
    return pe_error_set_argument (error, "rule", "a rule that has no rules in it");
  pe_rule_ref (rule);
  pe_rule_unref (self->draft.sign_rules[sign]);
  self->draft.sign_rules[sign] = rule;
  return PE_OK;
}

/* Building */

pe_status
pe_rule_builder_build (pe_rule **out, const pe_rule_builder *self, pe_findings **findings, pe_error **error)
{
  pe_collector collector;
  pe_rule     *rule;
  pe_status    status;

  pe_collector_init (&collector, NULL);
  if (out == NULL || self == NULL)
    pe_collector_add (&collector, PE_ERROR_INVALID_ARGUMENT, NULL, "name", out == NULL ? "out" : "self", "expected",
                      "not NULL", "expected_zh", "非空指针", NULL);
  if (out == NULL || self == NULL)
    return pe_collector_finish (&collector, findings, error);
  rule = g_try_new (pe_rule, 1);
  if (rule != NULL)
    pe_rule_init (rule, self->draft.shape);
  if (rule == NULL || pe_rule_copy (rule, &self->draft) != PE_OK || pe_rule_finish (rule) != PE_OK)
    pe_collector_add (&collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rule_check (rule, &collector);
  if (rule != NULL)
    rule->limits.steps_left = NULL;
  status = pe_collector_finish (&collector, findings, error);
  if (status == PE_OK)
    *out = rule;
  else
    pe_rule_unref (rule);
  return status;
}
