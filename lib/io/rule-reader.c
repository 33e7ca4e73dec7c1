/* rule-reader.c - a rule from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include <perfeval/rulebook_measure.h>

#include "../rules/rule-private.h"
#include "figure-reader-private.h"
#include "rulebook-reader-private.h"

/* Members that a rule has whatever its shape; the shape's parameters follow. */
enum
{
  RULE_SHAPE,
  RULE_POLICIES,
  RULE_UNIT,
  RULE_TYPES,
  RULE_INTENDED,
  N_RULE
};

/* A rule under way. */
typedef struct
{
  pe_document       *document;
  const pe_vector   *measures; /* references to those of the rulebook */
  pe_json_index      value;
  size_t             shape;
  size_t             n_parameters;
  pe_shape_parameter parameters[PE_DOCUMENT_MAX_MEMBERS];
  pe_json_index      members[PE_DOCUMENT_MAX_MEMBERS];
  pe_rule_builder   *builder;
} rule_reader;

/* Policies */

enum
{
  N_STATES = 5
};

void
pe_policies_read (pe_document *document, pe_json_index value, pe_set_policy set, void *builder)
{
  pe_member_rule rules[N_STATES];
  pe_json_index  members[N_STATES];

  if (value == PE_JSON_NONE)
    return;
  for (size_t i = 0; i < N_STATES; i++)
    rules[i] = (pe_member_rule) { pe_words_policy_state[i].word, PE_MEMBER_OPTIONAL };
  pe_document_read_object (document, value, rules, N_STATES, PE_ERROR_MEMBER_UNKNOWN, members);
  for (size_t i = 0; i < N_STATES; i++)
    {
      const pe_policy policy = pe_document_read_word (document, members[i], pe_words_policy);
      pe_error       *error = NULL;

      if (policy != 0 && set (builder, pe_words_policy_state[i].value - 1, policy, &error) != PE_OK)
        pe_document_take_error (document, error, members[i]);
    }
}

static pe_status
set_policy (void *builder, pe_state state, pe_policy policy, pe_error **error)
{
  return pe_rule_builder_set_policy (builder, state, policy, error);
}

/* Arguments, numbers and words */

enum
{
  ARGUMENT_MEASURE,
  ARGUMENT_FACT,
  ARGUMENT_FORMULA,
  N_ARGUMENT
};

static const pe_member_rule argument_members[N_ARGUMENT] = {
  { "measure", PE_MEMBER_OPTIONAL },
  { "fact", PE_MEMBER_OPTIONAL },
  { "formula", PE_MEMBER_OPTIONAL },
};

static const pe_figure_surroundings of_fact = { PE_FIGURE_FACT, PE_UNIT_NONE, NULL };

/* error: what the builder left, NULL when it took the value. */
static void
take (rule_reader *self, pe_json_index value, pe_error *error)
{
  if (error != NULL)
    pe_document_take_error (self->document, error, value);
}

/* A {"measure"}, a {"fact"} or a {"formula"}. */
static void
bind_name (rule_reader *self, pe_json_index value, const char *argument)
{
  static pe_status (*const binds[N_ARGUMENT]) (pe_rule_builder *, const char *, const char *, pe_error **)
      = { pe_rule_builder_bind_measure, pe_rule_builder_bind_fact, pe_rule_builder_bind_formula };
  const uint64_t n_errors = pe_document_get_n_errors (self->document);
  pe_json_index  members[N_ARGUMENT];
  pe_error      *error = NULL;
  size_t         n = 0, chosen = 0;

  pe_document_read_object (self->document, value, argument_members, N_ARGUMENT, PE_ERROR_MEMBER_UNKNOWN, members);
  for (size_t i = 0; i < N_ARGUMENT; i++)
    if (pe_document_read_text (self->document, members[i]) != NULL)
      {
        n++;
        chosen = i;
      }
  if (pe_document_get_n_errors (self->document) > n_errors)
    return;
  if (n > 1)
    pe_document_report (self->document, value, PE_ERROR_STATE_CONFLICT, "expected", "one of measure, fact and formula",
                        "expected_zh", "measure、fact、formula 三者之一", NULL);
  else if (n == 1)
    binds[chosen](self->builder, argument, pe_document_read_text (self->document, members[chosen]), &error);
  else
    pe_document_report (self->document, value, PE_ERROR_MEMBER_MISSING, "name", "measure", NULL);
  take (self, members[chosen], error);
}

/* A figure of the exact form has other members than a name. */
static gboolean
is_figure (const rule_reader *self, pe_json_index value)
{
  return pe_json_get_kind (self->document->json, value) != PE_JSON_OBJECT
         || pe_document_find (self->document, value, "/value") != value;
}

static void
read_argument (rule_reader *self, pe_json_index value, const char *argument)
{
  pe_error *error = NULL;
  pe_figure figure;

  if (!is_figure (self, value))
    bind_name (self, value, argument);
  else if (pe_figure_read (self->document, value, &of_fact, &figure, NULL))
    pe_rule_builder_bind_figure (self->builder, argument, &figure, &error);
  take (self, value, error);
}

static void
read_number (rule_reader *self, pe_json_index value, const char *name)
{
  pe_error  *error = NULL;
  pe_decimal number;

  if (pe_document_read_decimal (self->document, value, &number))
    pe_rule_builder_set_number (self->builder, name, &number, &error);
  take (self, value, error);
}

static void
read_word (rule_reader *self, pe_json_index value, const char *name)
{
  pe_error   *error = NULL;
  const char *word = pe_document_read_text (self->document, value);

  if (word != NULL)
    pe_rule_builder_set_word (self->builder, name, word, &error);
  take (self, value, error);
}

/* Steps */

enum
{
  STEP_FROM,
  STEP_TO,
  STEP_ENDS,
  STEP_POINTS,
  N_STEP
};

static const pe_member_rule step_members[N_STEP] = {
  { "from", PE_MEMBER_OPTIONAL },
  { "to", PE_MEMBER_OPTIONAL },
  { "ends", PE_MEMBER_REQUIRED },
  { "points", PE_MEMBER_REQUIRED },
};

/* "[)": whether each bound belongs to the interval. A side without a bound is open, and is written so. */
static void
read_ends (pe_document *document, pe_json_index value, gboolean has_from, gboolean has_to, pe_end *lower, pe_end *upper)
{
  char           excerpt[PE_EXCERPT_SIZE];
  const char    *ends = pe_document_read_text (document, value);
  const gboolean known
      = ends != NULL && strlen (ends) == 2 && strchr ("[(", ends[0]) != NULL && strchr ("])", ends[1]) != NULL;

  *lower = *upper = PE_END_OPEN;
  if (ends == NULL)
    return;
  if (!known || (!has_from && ends[0] == '[') || (!has_to && ends[1] == ']'))
    {
      pe_document_report (
          document, value, PE_ERROR_VALUE_UNKNOWN, "name", "ends", "found", pe_excerpt (excerpt, ends, strlen (ends)),
          "expected", "[ or ( and then ] or ), round where there is no bound", "expected_zh",
          "[ 或 ( 之后接 ] 或 )，没有界限的一侧用圆括号", NULL);
      return;
    }
  *lower = !has_from ? PE_END_UNBOUNDED : ends[0] == '[' ? PE_END_CLOSED : PE_END_OPEN;
  *upper = !has_to ? PE_END_UNBOUNDED : ends[1] == ']' ? PE_END_CLOSED : PE_END_OPEN;
}

static void
read_step (pe_document *document, pe_json_index value, void *item)
{
  pe_step      *step = item;
  pe_json_index members[N_STEP];

  pe_document_read_object (document, value, step_members, N_STEP, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_step_init (step, sizeof *step);
  read_ends (document, members[STEP_ENDS], members[STEP_FROM] != PE_JSON_NONE, members[STEP_TO] != PE_JSON_NONE,
             &step->lower_end, &step->upper_end);
  pe_document_read_decimal (document, members[STEP_FROM], &step->lower);
  pe_document_read_decimal (document, members[STEP_TO], &step->upper);
  pe_document_read_decimal (document, members[STEP_POINTS], &step->points);
}

static pe_status
add_steps (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rule_builder_add_steps (builder, items, n, error);
}

/* Items */

enum
{
  ITEM_ID,
  ITEM_NAME,
  ITEM_POINTS,
  ITEM_CAP,
  N_ITEM
};

static const pe_member_rule item_members[N_ITEM] = {
  { "id", PE_MEMBER_REQUIRED },
  { "name", PE_MEMBER_REQUIRED },
  { "points", PE_MEMBER_REQUIRED },
  { "cap", PE_MEMBER_OPTIONAL },
};

static const pe_figure_surroundings of_points = { PE_FIGURE_POINTS, PE_UNIT_NONE, NULL };

static void
read_item (pe_document *document, pe_json_index value, void *item)
{
  pe_item      *self = item;
  pe_json_index members[N_ITEM];

  pe_document_read_object (document, value, item_members, N_ITEM, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_item_init (self, sizeof *self);
  self->id = pe_document_read_text (document, members[ITEM_ID]);
  pe_document_read_both (document, members[ITEM_NAME], TRUE, &self->name_zh, &self->name_en);
  pe_document_read_decimal (document, members[ITEM_POINTS], &self->points);
  pe_figure_read (document, members[ITEM_CAP], &of_points, &self->cap, NULL);
}

static pe_status
add_items (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rule_builder_add_items (builder, items, n, error);
}

/* Bands */

enum
{
  BAND_ID,
  BAND_NAME,
  BAND_FROM,
  BAND_TO,
  BAND_ENDS,
  N_BAND
};

static const pe_member_rule band_members[N_BAND] = {
  { "id", PE_MEMBER_REQUIRED }, { "name", PE_MEMBER_REQUIRED }, { "from", PE_MEMBER_REQUIRED },
  { "to", PE_MEMBER_REQUIRED }, { "ends", PE_MEMBER_REQUIRED },
};

static void
read_band (pe_document *document, pe_json_index value, void *item)
{
  pe_band      *band = item;
  pe_json_index members[N_BAND];

  pe_document_read_object (document, value, band_members, N_BAND, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_band_init (band, sizeof *band);
  band->id = pe_document_read_text (document, members[BAND_ID]);
  pe_document_read_both (document, members[BAND_NAME], TRUE, &band->name_zh, &band->name_en);
  pe_document_read_decimal (document, members[BAND_FROM], &band->low);
  pe_document_read_decimal (document, members[BAND_TO], &band->high);
  read_ends (document, members[BAND_ENDS], TRUE, TRUE, &band->low_end, &band->high_end);
}

static pe_status
add_bands (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rule_builder_add_bands (builder, items, n, error);
}

/* Points of a line */

enum
{
  POINT_AT,
  POINT_POINTS,
  N_POINT
};

static const pe_member_rule point_members[N_POINT] = {
  { "at", PE_MEMBER_REQUIRED },
  { "points", PE_MEMBER_REQUIRED },
};

static void
read_point (pe_document *document, pe_json_index value, void *item)
{
  pe_point     *point = item;
  pe_json_index members[N_POINT];

  pe_document_read_object (document, value, point_members, N_POINT, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_point_init (point, sizeof *point);
  pe_document_read_decimal (document, members[POINT_AT], &point->at);
  pe_document_read_decimal (document, members[POINT_POINTS], &point->points);
}

static pe_status
add_points (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rule_builder_add_points (builder, items, n, error);
}

/* Milestones */

enum
{
  MILESTONE_ID,
  MILESTONE_NAME,
  MILESTONE_SHARE,
  MILESTONE_POINTS,
  MILESTONE_DATE,
  MILESTONE_DAY,
  N_MILESTONE
};

static const pe_member_rule milestone_members[N_MILESTONE] = {
  { "id", PE_MEMBER_REQUIRED },     { "name", PE_MEMBER_REQUIRED }, { "share", PE_MEMBER_REQUIRED },
  { "points", PE_MEMBER_REQUIRED }, { "date", PE_MEMBER_OPTIONAL }, { "day", PE_MEMBER_OPTIONAL },
};

/* "06-30" is the day in each year: 630. A common year tells what is a day in each. */
static pe_date
read_due_date (pe_document *document, pe_json_index value)
{
  static const char common_year[] = "2001-";
  char              full[sizeof common_year + 5];
  const char       *text = pe_document_read_text (document, value);
  pe_date           date;

  if (text == NULL || strlen (text) != 5)
    return text == NULL ? 0 : pe_document_read_date (document, value);
  memcpy (full, common_year, sizeof common_year - 1);
  memcpy (full + sizeof common_year - 1, text, 6);
  if (pe_date_parse (&date, full, sizeof full - 1, NULL) == PE_OK)
    return date % 10000;
  return pe_document_read_date (document, value);
}

static void
read_milestone (pe_document *document, pe_json_index value, void *item)
{
  pe_milestone *milestone = item;
  pe_json_index members[N_MILESTONE];

  pe_document_read_object (document, value, milestone_members, N_MILESTONE, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_milestone_init (milestone, sizeof *milestone);
  milestone->id = pe_document_read_text (document, members[MILESTONE_ID]);
  pe_document_read_both (document, members[MILESTONE_NAME], TRUE, &milestone->name_zh, &milestone->name_en);
  pe_document_read_decimal (document, members[MILESTONE_SHARE], &milestone->share);
  pe_document_read_decimal (document, members[MILESTONE_POINTS], &milestone->points);
  milestone->date = read_due_date (document, members[MILESTONE_DATE]);
  milestone->day = pe_document_read_text (document, members[MILESTONE_DAY]);
}

static pe_status
add_milestones (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rule_builder_add_milestones (builder, items, n, error);
}

/* Reads an array of records into the builder, unless one of them is at fault. */
static void
read_table (rule_reader *self, pe_json_index array, pe_document_table *table,
            void (*read) (pe_document *, pe_json_index, void *), pe_add_many add)
{
  const uint64_t n_errors = pe_document_get_n_errors (self->document);

  if (!pe_document_read_array (self->document, array))
    return;
  for (pe_json_index value = pe_json_get_first (self->document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (self->document->json, value))
    {
      void *item = pe_document_table_append (self->document, table, value);

      if (item == NULL)
        break;
      read (self->document, value, item);
    }
  if (pe_document_get_n_errors (self->document) == n_errors)
    pe_document_table_add_to (self->document, table, add, self->builder);
}

static void
read_steps (rule_reader *self, pe_json_index array)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_step, G_MAXSIZE);

  read_table (self, array, &table, read_step, add_steps);
  pe_document_table_clear (&table);
}

static void
read_items (rule_reader *self, pe_json_index array)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_item, G_MAXSIZE);

  read_table (self, array, &table, read_item, add_items);
  pe_document_table_clear (&table);
}

static void
read_bands (rule_reader *self, pe_json_index array)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_band, G_MAXSIZE);

  read_table (self, array, &table, read_band, add_bands);
  pe_document_table_clear (&table);
}

static void
read_points (rule_reader *self, pe_json_index array)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_point, G_MAXSIZE);

  read_table (self, array, &table, read_point, add_points);
  pe_document_table_clear (&table);
}

static void
read_milestones (rule_reader *self, pe_json_index array)
{
  pe_document_table table = PE_DOCUMENT_TABLE_INIT (pe_milestone, G_MAXSIZE);

  read_table (self, array, &table, read_milestone, add_milestones);
  pe_document_table_clear (&table);
}

/* Everything but the rules in a rule. */
static void
read_parameter (rule_reader *self, const pe_shape_parameter *parameter, pe_json_index value)
{
  switch (parameter->kind)
    {
    case PE_PARAMETER_ARGUMENT:
      read_argument (self, value, parameter->name);
      break;
    case PE_PARAMETER_NUMBER:
      read_number (self, value, parameter->name);
      break;
    case PE_PARAMETER_WORD:
      read_word (self, value, parameter->name);
      break;
    case PE_PARAMETER_STEPS:
      read_steps (self, value);
      break;
    case PE_PARAMETER_ITEMS:
      read_items (self, value);
      break;
    case PE_PARAMETER_BANDS:
      read_bands (self, value);
      break;
    case PE_PARAMETER_POINTS:
      read_points (self, value);
      break;
    case PE_PARAMETER_MILESTONES:
      read_milestones (self, value);
      break;
    case PE_PARAMETER_INPUTS:
      pe_table_inputs_read (self->document, value, self->builder);
      break;
    case PE_PARAMETER_DECISIONS:
      pe_decisions_read (self->document, value, self->builder);
      break;
    case PE_PARAMETER_PRIORITY:
      pe_priority_read (self->document, value, self->builder);
      break;
    default:
      break;
    }
}

/* The rule as a whole */

/* Takes "capped_ratio/1" apart; -1 when it is not written so. */
static int32_t
split_shape (const char *text, char name[PE_EXCERPT_SIZE])
{
  const char  *slash = strrchr (text, '/');
  const size_t size = slash != NULL ? (size_t) (slash - text) : 0;
  pe_decimal   revision;

  if (size == 0 || size >= PE_EXCERPT_SIZE || !g_ascii_isdigit (slash[1])
      || pe_decimal_parse (&revision, slash + 1, strlen (slash + 1), NULL) != PE_OK || revision.scale != 0
      || revision.coefficient < 1 || revision.coefficient > G_MAXINT32 || strpbrk (slash, ",+") != NULL
      || slash[1] == '0')
    return -1;
  memcpy (name, text, size);
  name[size] = '\0';
  return (int32_t) revision.coefficient;
}

/* Finds the shape that the rule names. FALSE when a fault was reported. */
static gboolean
read_shape (rule_reader *self)
{
  char                name[PE_EXCERPT_SIZE], excerpt[PE_EXCERPT_SIZE];
  const pe_json_index member = pe_document_find (self->document, self->value, "/shape");
  pe_error           *error = NULL;
  const char         *text;
  int32_t             revision;

  if (member == self->value)
    {
      pe_document_report (self->document, self->value, PE_ERROR_MEMBER_MISSING, "name", "shape", NULL);
      return FALSE;
    }
  text = pe_document_read_text (self->document, member);
  if (text == NULL)
    return FALSE;
  revision = split_shape (text, name);
  if (revision < 0)
    pe_document_report (
        self->document, member, PE_ERROR_SHAPE_UNKNOWN, "shape", pe_excerpt (excerpt, text, strlen (text)), "expected",
        "a name and a revision, e.g. capped_ratio/1", "expected_zh", "名称和版次，如 capped_ratio/1", NULL);
  else if (pe_shape_find (&self->shape, name, revision, &error) != PE_OK)
    pe_document_take_error (self->document, error, member);
  else
    return TRUE;
  return FALSE;
}

/* Reads the members that a rule of this shape has. */
static void
read_members (rule_reader *self, gboolean may_intend)
{
  pe_member_rule rules[PE_DOCUMENT_MAX_MEMBERS] = {
    { "shape", PE_MEMBER_REQUIRED }, { "policies", PE_MEMBER_OPTIONAL }, { "unit", PE_MEMBER_OPTIONAL },
    { "types", PE_MEMBER_OPTIONAL }, { "intended", PE_MEMBER_OPTIONAL },
  };
  const size_t fixed = may_intend ? N_RULE : RULE_INTENDED;

  self->members[RULE_INTENDED] = PE_JSON_NONE;
  self->n_parameters = MIN (pe_shape_get_n_parameters (self->shape), PE_DOCUMENT_MAX_MEMBERS - N_RULE);
  for (size_t i = 0; i < self->n_parameters; i++)
    {
      pe_shape_parameter_init (&self->parameters[i], sizeof self->parameters[i]);
      pe_shape_get_parameter (&self->parameters[i], self->shape, i, NULL);
      /* One that is missing is the builder's to report. */
      rules[fixed + i] = (pe_member_rule) { self->parameters[i].name, PE_MEMBER_OPTIONAL };
    }
  pe_document_read_object (
      self->document, self->value, rules, fixed + self->n_parameters, PE_ERROR_PARAMETER_UNKNOWN, self->members);
  if (!may_intend)
    {
      memmove (self->members + N_RULE, self->members + fixed, self->n_parameters * sizeof self->members[0]);
      self->members[RULE_INTENDED] = PE_JSON_NONE;
    }
}

static void
read_unit (rule_reader *self)
{
  const pe_json_index value = self->members[RULE_UNIT];
  const char         *word = pe_document_read_text (self->document, value);
  pe_error           *error = NULL;
  pe_unit             unit;

  if (word == NULL)
    return;
  if (pe_unit_parse (&unit, word, strlen (word), &error) != PE_OK
      || pe_rule_builder_set_unit (self->builder, unit, &error) != PE_OK)
    pe_document_take_error (self->document, error, value);
}

/* Starts on a rule: finds its shape and its members and makes a builder. FALSE when a fault was reported. */
static gboolean
begin (rule_reader *self, pe_document *document, pe_json_index value, const pe_vector *measures, gboolean may_intend)
{
  pe_error *error = NULL;

  self->document = document;
  self->measures = measures;
  self->value = value;
  self->builder = NULL;
  if (!pe_document_read_names (document, value) || !read_shape (self))
    return FALSE;
  if (pe_rule_builder_new (&self->builder, pe_shape_get_name (self->shape), pe_shape_get_revision (self->shape), &error)
      != PE_OK)
    {
      pe_document_take_error (document, error, value);
      return FALSE;
    }
  (void) pe_rule_builder_set_limits (self->builder, &document->limits, NULL);
  pe_rule_builder_share_steps (self->builder, &document->table_steps);
  if (pe_rule_builder_add_measures (self->builder, measures->data, measures->size, &error) != PE_OK)
    pe_document_take_error (document, error, value);
  read_members (self, may_intend);
  read_unit (self);
  pe_types_read (document, self->members[RULE_TYPES], self->builder);
  pe_policies_read (document, self->members[RULE_POLICIES], set_policy, self->builder);
  for (size_t i = 0; i < self->n_parameters; i++)
    if (self->members[N_RULE + i] != PE_JSON_NONE)
      read_parameter (self, &self->parameters[i], self->members[N_RULE + i]);
  return TRUE;
}

/* Builds the rule unless there were faults in it, and frees the builder. */
static pe_rule *
end (rule_reader *self, uint64_t n_errors)
{
  pe_rule     *rule = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  if (self->builder != NULL && pe_document_get_n_errors (self->document) == n_errors)
    {
      pe_rule_builder_build (&rule, self->builder, &findings, &error);
      pe_document_take_findings (self->document, findings, error, self->value);
    }
  pe_rule_builder_free (self->builder);
  return rule;
}

/* Rules in a rule have none themselves, so that a rule is at most two deep. */

static gboolean
is_of_rules (const pe_shape_parameter *parameter)
{
  return parameter->kind == PE_PARAMETER_RULES || parameter->kind == PE_PARAMETER_ALTERNATIVES;
}

static pe_rule *
read_held_rule (const rule_reader *self, pe_json_index value)
{
  pe_document   *document = self->document;
  const uint64_t n_errors = pe_document_get_n_errors (document);
  rule_reader    reader;

  if (begin (&reader, document, value, self->measures, FALSE))
    for (size_t i = 0; i < reader.n_parameters; i++)
      if (is_of_rules (&reader.parameters[i]))
        {
          pe_document_report (document, pe_document_find (document, value, "/shape"), PE_ERROR_PARAMETER_RANGE, "name",
                              "shape", "found", pe_shape_get_name (reader.shape), "expected",
                              "a shape that has no rules in it", "expected_zh", "本身不含评分标准的计分方式", NULL);
          break;
        }
  return end (&reader, n_errors);
}

static void
set_sign_rule (rule_reader *self, pe_json_index value, pe_sign sign)
{
  pe_rule  *rule = read_held_rule (self, value);
  pe_error *error = NULL;

  if (rule != NULL && pe_rule_builder_set_sign_rule (self->builder, sign, rule, &error) != PE_OK)
    pe_document_take_error (self->document, error, value);
  pe_rule_unref (rule);
}

static void
read_sign_rules (rule_reader *self, pe_json_index value)
{
  pe_member_rule rules[PE_SIGN_QUALITATIVE];
  pe_json_index  members[PE_SIGN_QUALITATIVE];

  for (size_t i = 0; i < PE_SIGN_QUALITATIVE; i++)
    rules[i] = (pe_member_rule) { pe_words_rule_sign[i].word, PE_MEMBER_OPTIONAL };
  pe_document_read_object (self->document, value, rules, PE_SIGN_QUALITATIVE, PE_ERROR_MEMBER_UNKNOWN, members);
  for (size_t i = 0; i < PE_SIGN_QUALITATIVE; i++)
    if (members[i] != PE_JSON_NONE)
      set_sign_rule (self, members[i], pe_words_rule_sign[i].value);
}

enum
{
  ALTERNATIVE_ID,
  ALTERNATIVE_RULE,
  N_ALTERNATIVE
};

static const pe_member_rule alternative_members[N_ALTERNATIVE] = {
  { "id", PE_MEMBER_REQUIRED },
  { "rule", PE_MEMBER_REQUIRED },
};

static void
read_alternative (rule_reader *self, pe_json_index value)
{
  pe_json_index members[N_ALTERNATIVE];
  pe_error     *error = NULL;
  const char   *id;
  pe_rule      *rule = NULL;

  pe_document_read_object (self->document, value, alternative_members, N_ALTERNATIVE, PE_ERROR_MEMBER_UNKNOWN, members);
  id = pe_document_read_text (self->document, members[ALTERNATIVE_ID]);
  if (members[ALTERNATIVE_RULE] != PE_JSON_NONE)
    rule = read_held_rule (self, members[ALTERNATIVE_RULE]);
  if (id != NULL && rule != NULL && pe_rule_builder_add_alternative (self->builder, id, rule, &error) != PE_OK)
    pe_document_take_member_error (self->document, error, value);
  pe_rule_unref (rule);
}

static void
read_alternatives (rule_reader *self, pe_json_index array)
{
  if (!pe_document_read_array (self->document, array))
    return;
  for (pe_json_index value = pe_json_get_first (self->document->json, array); value != PE_JSON_NONE;
       value = pe_json_get_next (self->document->json, value))
    read_alternative (self, value);
}

pe_rule *
pe_rule_read (pe_document *document, pe_json_index value, const pe_vector *measures, const char **intended)
{
  const uint64_t n_errors = pe_document_get_n_errors (document);
  rule_reader    reader;

  *intended = NULL;
  if (begin (&reader, document, value, measures, TRUE))
    {
      for (size_t i = 0; i < reader.n_parameters; i++)
        {
          if (reader.parameters[i].kind == PE_PARAMETER_RULES && reader.members[N_RULE + i] != PE_JSON_NONE)
            read_sign_rules (&reader, reader.members[N_RULE + i]);
          if (reader.parameters[i].kind == PE_PARAMETER_ALTERNATIVES && reader.members[N_RULE + i] != PE_JSON_NONE)
            read_alternatives (&reader, reader.members[N_RULE + i]);
        }
      *intended = pe_document_read_text (document, reader.members[RULE_INTENDED]);
    }
  return end (&reader, n_errors);
}
