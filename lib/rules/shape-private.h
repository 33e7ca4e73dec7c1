/* shape-private.h - what a shape does, and the rule that it does it with
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/text-private.h"
#include "name-index-private.h"
#include "record-private.h"
#include "rule-private.h"

#define PE_SHAPE_MAX_PARAMETERS 8
/* Sums of marks are checked without a limit of their own: they are as long as their parts. */
#define PE_RULE_CHECK_BITS (G_MAXUINT32 / 4)

/* One parameter as a rule gives it. */
typedef struct pe_setting
{
  pe_binding_kind                   binding; /* of an argument */
  size_t                            measure; /* with PE_BINDING_MEASURE */
  char                             *text;   /* the name of the fact or measure, or a word; owned; NULL when not given */
  pe_figure                         figure; /* a fixed argument, or a number; missing when not given */
  struct pe_expression             *expression; /* with PE_BINDING_FORMULA: a reference; text is its text */
  const struct pe_rulebook_measure *own; /* the formula is this measure of the rulebook, which it holds; else NULL */
} pe_setting;

/* Bounds on what formulas and tables may cost, from pe_limits. */
typedef struct pe_rule_limits
{
  uint64_t table_steps;
  uint32_t formula_depth;
  uint32_t formula_names;
  uint32_t table_rules;
  /* Nullable: the steps that are left to all rules of a document together; borrowed by the builder, no rule has it. */
  uint64_t *steps_left;
} pe_rule_limits;

/* A builder holds one of these that is not finished; a rule is a finished copy. */
struct pe_rule
{
  gint                      references; /* atomic */
  size_t                    shape;
  pe_setting                settings[PE_SHAPE_MAX_PARAMETERS]; /* in the order of the shape's parameters */
  pe_policy                 policies[PE_STATE_INVALID + 1];    /* by state; 0 when not set */
  pe_unit                   unit;
  pe_vector                 steps;                               /* of pe_step, as given */
  pe_vector                 items;                               /* of pe_item, texts owned */
  pe_vector                 bands;                               /* of pe_band, texts owned */
  pe_vector                 points;                              /* of pe_point, as given */
  pe_vector                 milestones;                          /* of pe_milestone, texts owned */
  pe_vector                 alternatives;                        /* of pe_alternative, ids owned, references to rules */
  pe_vector                 declarations;                        /* of pe_fact_declaration, names owned */
  struct pe_decision_table *table;                               /* a reference; NULL where nothing was added to it */
  pe_rule                  *sign_rules[PE_SIGN_QUALITATIVE + 1]; /* references; by sign */
  size_t                   *step_order;        /* the steps from the lowest up; made when the rule is finished */
  pe_name_index             item_index;        /* made when the rule is finished */
  pe_name_index             band_index;        /* likewise */
  pe_name_index             milestone_index;   /* likewise */
  pe_name_index             alternative_index; /* likewise */
  pe_name_index             fact_index;        /* likewise, of all facts that it or an alternative reads */
  pe_rule_limits            limits;
  uint8_t                   digest[PE_DIGEST_SIZE];
};

/* A rule that is being applied. The first failure sticks, and later steps do nothing. */
typedef struct pe_application
{
  const pe_rule        *rule;
  const pe_rational    *full_marks;
  const pe_fact_source *source;
  uint32_t              bits;
  pe_outcome           *out;
  pe_status             status;
  pe_error            **error;
  const char           *formula; /* nullable: that in which a fault arises which is none of a figure's */
} pe_application;

/* What an argument came to. */
typedef struct pe_argument
{
  gboolean    is_given; /* FALSE: the rule does not bind it */
  gboolean    is_rate;  /* a measure that is a share */
  gboolean    is_fixed; /* by the rule itself */
  pe_unit     unit;     /* of a rate: none */
  size_t      input;    /* its first input */
  pe_rational value;    /* in the base unit of its dimension */
} pe_argument;

/* A formula under construction. */
typedef struct pe_formula
{
  const pe_rule     *rule;
  const pe_rational *full_marks;
  const pe_outcome  *outcome;
  pe_language        language;
  pe_buffer         *out;
} pe_formula;

/* A shape: one for each name and revision, static. */
typedef struct pe_shape
{
  const char               *name;
  int32_t                   revision;
  const char               *title_zh;
  const char               *title_en;
  const char               *definition_zh;
  const char               *definition_en;
  const char               *source;
  const pe_shape_parameter *parameters;
  size_t                    n_parameters;
  const char *const        *facts;           /* asked for besides bound facts and items; NULL-terminated, nullable */
  gboolean                  items_are_facts; /* each item's id is the name of a fact */
  gboolean                  has_unit;        /* a rule may name the unit of what it fixes */
  /* Checks what parameters say together, when a rule is built. Paths are the rule's own. Nullable. */
  void (*check) (const pe_rule *rule, pe_collector *collector);
  /* Checks them against the full marks; findings at path + "/...". Nullable. */
  void (*check_full_marks) (const pe_rule *rule, const pe_decimal *full_marks, const char *path,
                            pe_collector *collector);
  /* Makes points, or a state. NULL for a shape that is scored elsewhere. */
  void (*apply) (pe_application *self);
  /* Writes the calculation of an outcome that has a value. NULL where apply is. */
  void (*print_formula) (pe_formula *self);
  gboolean formula_has_points; /* it says the points itself, as a table that was looked up does */
  /* Some figures could make it divide by zero, apart from measures that are rates. Nullable: none can. */
  gboolean (*can_divide_by_zero) (const pe_rule *rule);
  /* The revision that mended this one; 0: none. */
  int32_t superseded_by;
} pe_shape;

extern const pe_shape pe_shape_capped_ratio;
extern const pe_shape pe_shape_inverse_ratio;
extern const pe_shape pe_shape_steps;
extern const pe_shape pe_shape_per_violation;
extern const pe_shape pe_shape_checklist;
extern const pe_shape pe_shape_binary;
extern const pe_shape pe_shape_on_time_share;
extern const pe_shape pe_shape_graded;
extern const pe_shape pe_shape_slot;
extern const pe_shape pe_shape_attested;
extern const pe_shape pe_shape_inverse_linear;
extern const pe_shape pe_shape_equality;
extern const pe_shape pe_shape_per_unit_excess;
extern const pe_shape pe_shape_per_unit_deviation;
extern const pe_shape pe_shape_deviation_steps;
extern const pe_shape pe_shape_piecewise_linear;
extern const pe_shape pe_shape_last_year;
extern const pe_shape pe_shape_milestones;
extern const pe_shape pe_shape_alternative;
extern const pe_shape pe_shape_external_score;
extern const pe_shape pe_shape_decision_table;

extern const pe_shape *const pe_shapes[];

/* index is valid. */
static inline const pe_shape *
pe_shape_peek (size_t index)
{
  return pe_shapes[index];
}

static inline const pe_shape *
pe_rule_peek_shape (const pe_rule *self)
{
  return pe_shape_peek (self->shape);
}

/* The index of a parameter; FALSE when the shape has none of this name. */
static inline gboolean
pe_shape_find_parameter (const pe_shape *self, const char *name, size_t *index)
{
  for (*index = 0; *index < self->n_parameters; ++*index)
    if (pe_name_equals (self->parameters[*index].name, name))
      return TRUE;
  return FALSE;
}

gboolean pe_shape_has_kind (const pe_shape *self, pe_parameter_kind kind);

/* Rules under construction (rule.c) */

#define PE_ITEM_N_TEXTS 3
#define PE_BAND_N_TEXTS 3
#define PE_MILESTONE_N_TEXTS 4
extern const pe_text_member pe_item_texts[PE_ITEM_N_TEXTS];
extern const pe_text_member pe_band_texts[PE_BAND_N_TEXTS];
extern const pe_text_member pe_milestone_texts[PE_MILESTONE_N_TEXTS];

void pe_rule_init (pe_rule *self, size_t shape);
void pe_rule_clear (pe_rule *self);
/* out is as pe_rule_init() leaves it; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rule_copy (pe_rule *out, const pe_rule *self);
/* Says what is missing of a finished rule, or else what its shape finds. */
void pe_rule_check (const pe_rule *self, pe_collector *collector);
/* Makes the indexes, the order of the steps and the digest; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_rule_finish (pe_rule *self);
/* The shape has the parameter. */
static inline const pe_setting *
pe_rule_get_setting (const pe_rule *self, const char *name)
{
  size_t index;

  (void) pe_shape_find_parameter (pe_rule_peek_shape (self), name, &index);
  return &self->settings[index];
}

gboolean pe_setting_is_given (const pe_setting *self);
/* TRUE when the rule asks for facts (or fixes figures) alone: neither measures nor records. */
gboolean pe_rule_is_self_contained (const pe_rule *self);
/* The facts that it asks for. */
size_t      pe_rule_get_n_facts (const pe_rule *self);
const char *pe_rule_get_fact_name (const pe_rule *self, size_t index);

/* Findings about rules */

void pe_rule_add_missing (pe_collector *collector, const pe_rule *rule, const char *parameter);
void pe_rule_add_range (pe_collector *collector, const pe_rule *rule, const char *path, const char *parameter,
                        const pe_decimal *found, const char *expected, const char *expected_zh);

/* Steps */

/* TRUE when some figure lies in the interval. */
gboolean pe_step_is_inhabited (const pe_step *self);
/* Order of two steps on the line, by their lower ends; for qsort() through an array of pe_step pointers. */
int pe_step_compare (const void *a, const void *b);
/* Reports gaps and overlaps; from_zero: what lies below 0 need not be covered. */
void pe_steps_check (const pe_rule *rule, gboolean from_zero, pe_collector *collector);
/* No step above the full marks, and one that gives them. */
void pe_steps_check_full_marks (const pe_rule *rule, const pe_decimal *full_marks, const char *path,
                                pe_collector *collector);
/* The step that holds x, in the rule's unit, which the steps cover. */
const pe_step *pe_steps_find (const pe_rule *rule, const pe_rational *x);
/* "[80, 90)"; unit: what follows each bound. */
void pe_steps_print (pe_formula *formula, const pe_step *step, const char *unit);
/* "/steps/1/points" below a path; PE_ERROR_PARAMETER_RANGE. index G_MAXSIZE: "/steps". */
void pe_rule_add_row_range (pe_collector *collector, const pe_rule *rule, const char *path, const char *table,
                            size_t index, const char *member, const pe_decimal *found, const char *expected,
                            const char *expected_zh);

/* Applying (rule-apply.c) */

void pe_argument_init (pe_argument *self);
void pe_argument_clear (pe_argument *self);
/* FALSE when it has no value: the outcome then has the state. One that is not bound is TRUE and not given. */
gboolean pe_application_get_argument (pe_application *self, const char *name, pe_argument *out);
/* The fact, recorded as an input named `argument`; NULL when it is not there. */
const pe_fact *pe_application_get_fact (pe_application *self, const char *argument, const char *name, size_t *input);
/* FALSE when the figure has no value: the outcome then has the state. */
gboolean pe_application_check_figure (pe_application *self, const pe_figure *figure, size_t input);
/* Appends an input; path is taken over, and NULL for a figure that the rule fixes. Returns its index. */
size_t pe_application_add_input (pe_application *self, const char *name, const char *measure, const pe_figure *figure,
                                 const char *path);
/* A path under construction as an input's; a failed allocation becomes the failure. */
const char *pe_application_take_path (pe_application *self, pe_buffer *path);
/* TRUE when the outcome would take the state, and not keep the one that it has. */
gboolean pe_outcome_gives_way (const pe_outcome *self, pe_state state);
/* The outcome has no value. "Not applicable" gives way to any other state: what is missing must not hide behind it. What does
 * not decide is kept beside what does, once for each place. */
void pe_application_set_state (pe_application *self, pe_state state, pe_status fault, size_t culprit);
/* PE_STATE_INVALID; expected: nullable, copied. */
void pe_application_refuse (pe_application *self, pe_status fault, size_t culprit, const char *expected);
/* Takes over what an outcome has beside what decides; first: where its figures begin. */
void pe_application_take_further (pe_application *self, const pe_outcome *from, size_t first);
/* Forgets what does not decide. */
void pe_outcome_clear_further (pe_outcome *self);
/* The same, with a text under construction, which is taken over. */
void pe_application_refuse_with (pe_application *self, pe_status fault, size_t culprit, pe_buffer *expected);
/* TRUE while there is neither a failure nor a state other than a value. */
gboolean pe_application_is_well (const pe_application *self);
/* TRUE when the two can be divided and compared; else the outcome is a unit mismatch of the second, or of the first
 * where the second is not given. */
gboolean pe_application_check_units (pe_application *self, const pe_argument *a, const pe_argument *b);
/* A target below 0 is wrong beside an actual figure that has no value as well; where that does not apply, nothing is. */
void pe_application_check_beside (pe_application *self, gboolean has_actual, gboolean has_target,
                                  const pe_argument *target);
/* The arguments "actual" and "target", which can be compared and of which the second is not negative unless it may be.
 * FALSE when they are not: the outcome then has the state. */
gboolean pe_application_get_comparison (pe_application *self, pe_argument *actual, pe_argument *target,
                                        gboolean target_may_be_negative);
/* TRUE when a figure can be held against what the rule fixes in its unit; else the outcome is a unit mismatch. */
gboolean pe_application_check_rule_unit (pe_application *self, const pe_argument *value);
/* TRUE for 0, 1, 2, …: a bare number or something counted; else the outcome is invalid. */
gboolean pe_application_check_count (pe_application *self, const pe_figure *figure, size_t input);
void     pe_application_set_rate (pe_application *self, const pe_rational *rate);
/* actual / target, for what happens to a result far above its target. */
void pe_application_set_reached (pe_application *self, const pe_rational *reached);

/* Arithmetic that does nothing after a failure. */
void pe_application_add (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_application_subtract (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_application_multiply (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
void pe_application_divide (pe_application *self, pe_rational *out, const pe_rational *a, const pe_rational *b);
/* out = a * 10^exponent */
void pe_application_shift (pe_application *self, pe_rational *out, const pe_rational *a, int32_t exponent);
/* points = w × min (1, x), not below 0. */
void pe_application_give_share (pe_application *self, const pe_rational *x);
/* The full marks or nothing. */
void pe_application_give (pe_application *self, gboolean holds);

/* A bound of a graded band in points, as a score is compared with it: PE_OK or PE_ERROR_LIMIT. */
pe_status pe_graded_compute_bound (const pe_rule *rule, const pe_rational *full_marks, const pe_decimal *share,
                                   uint32_t bits, pe_rational *out);

/* Formulas that a rule reads its figures by (rule-expression.c) */

gboolean pe_rule_has_formulas (const pe_rule *self);
gboolean pe_rule_formulas_can_divide_by_zero (const pe_rule *self);
gboolean pe_rule_formulas_need_dossier (const pe_rule *self);
struct pe_symbol;
/* The index-th symbol of a kind (a fact, or anything else); NULL past the last. */
const struct pe_symbol *pe_rule_get_formula_symbol (const pe_rule *self, gboolean is_fact, size_t index);
/* TRUE when the source has anything, facts apart, that they read. */
gboolean pe_rule_formulas_find_records (const pe_rule *self, const pe_fact_source *source);
/* The facts that they read, one formula after the other; NULL past the last. */
const char *pe_rule_get_formula_fact (const pe_rule *self, size_t index);
size_t      pe_rule_count_formula_facts (const pe_rule *self);
struct pe_expression;
struct pe_value;
/* FALSE when the formula has no value: the outcome then has the state. *input: the first that it read, or G_MAXSIZE. */
gboolean pe_application_evaluate (pe_application *self, const struct pe_expression *expression, struct pe_value *out,
                                  size_t *input);
gboolean pe_application_get_formula (pe_application *self, const char *name, const pe_setting *setting,
                                     pe_argument *out);
/* TRUE when an argument is bound, to whatever. */
gboolean pe_formula_has_argument (const pe_formula *self, const char *name);

/* Formulas (rule-formula.c) */

G_ALWAYS_INLINE static inline void
pe_formula_add (pe_formula *self, const char *text)
{
  pe_buffer_add_string (self->out, text);
}

G_ALWAYS_INLINE static inline void
pe_formula_add_words (pe_formula *self, const char *zh, const char *en)
{
  pe_buffer_add_words (self->out, self->language, zh, en);
}

void pe_formula_add_number (pe_formula *self, const pe_rational *number);
void pe_formula_add_marks (pe_formula *self);
/* The first input of a name, and how many follow each other with it. */
const pe_scored_input *pe_formula_find_input (const pe_formula *self, const char *name, size_t *n);
/* An argument as written: "98%", "2149.56 / 2155.61". bare: without its unit, where it has one. */
void pe_formula_add_argument (pe_formula *self, const char *name, gboolean bare);
/* The value of an argument in the rule's unit, as when it was applied; FALSE when it cannot be had. */
gboolean pe_formula_compute (const pe_formula *self, const char *name, pe_rational *out);
/* TRUE where the argument is known to be 0, as a figure or by its formula. */
gboolean pe_formula_is_zero (const pe_formula *self, const char *name);
/* "(a / b)" for a rate, else as pe_formula_add_argument (). */
void pe_formula_add_operand (pe_formula *self, const char *name);
void pe_formula_add_figure (pe_formula *self, const pe_figure *figure, gboolean bare);
/* TRUE when both are single figures of one unit. */
gboolean pe_formula_is_of_one_unit (const pe_formula *self, const char *a, const char *b);
/* "6 − 5": in the unit of the first. */
void pe_formula_add_difference (pe_formula *self, const char *a, const char *b, gboolean bare);
/* Two arguments with something between them, in one unit where they can be: "187.61 / 258.83", "(a / b) ≤ 95%". */
void pe_formula_add_pair (pe_formula *self, const char *a, const char *between, const char *b);
/* "[80, 90)" */
void pe_formula_add_interval (pe_formula *self, pe_end lower_end, const pe_rational *lower, pe_end upper_end,
                              const pe_rational *upper, const char *unit);
