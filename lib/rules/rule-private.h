/* rule-private.h - applying a rule, and what the library knows about rules beyond the door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/calendar.h>
#include <perfeval/rule.h>

#include "../base/arena-private.h"
#include "../base/finding-private.h"
#include "../base/rational-private.h"
#include "../base/vector-private.h"
#include "../model/dossier-private.h"
#include "../model/measure-private.h"
#include "name-index-private.h"

/* The steps of the formulas of an evaluation. */
typedef struct pe_formula_steps
{
  uint64_t each; /* pe_limits::formula_steps */
  uint64_t all;  /* of all formulas together */
  uint64_t left; /* of these */
} pe_formula_steps;

/* All together have twenty times those of each. */
void pe_formula_steps_init (pe_formula_steps *self, uint64_t each);

/* The most steps that formulas can take over figures, whatever these are (rule-steps.c). */
typedef struct pe_rule_steps
{
  uint64_t longest; /* of one formula; G_MAXUINT64: nothing is told of it */
  uint64_t all;     /* of all, each ending where it has taken those that one formula may */
} pe_rule_steps;

struct pe_expression;
/* each: the steps that one formula may take. No formula is of records. */
void pe_rule_steps_add (pe_rule_steps *self, const struct pe_expression *formula, uint64_t each);
void pe_rule_steps_add_rule (pe_rule_steps *self, const pe_rule *rule, uint64_t each);

/* Where a rule finds its figures: the facts of an indicator, a row of a slot, or a caller's array. */
typedef struct pe_fact_source
{
  /* The fact of a name, or NULL. */
  const pe_fact *(*find) (const struct pe_fact_source *self, const char *name);
  /* Adds the fact's path, whether it is there or not. */
  void (*print_path) (const struct pe_fact_source *self, const char *name, pe_buffer *out);
  /* Nullable: the fact's path where it is known, and outlives every arena of an outcome; else NULL. */
  const char *(*get_path) (const struct pe_fact_source *self, const char *name);
  const pe_dossier  *dossier;  /* nullable: then measures and records cannot be had */
  const pe_calendar *calendar; /* nullable */
  const void        *data;     /* find's and the paths' own */
  /* Nullable: the figures come from columns. Then there is no dossier, and what explains an outcome (paths, what would
   * have been right) is not recorded: a unit is scored without an allocation. */
  const struct pe_column_source *columns;
  pe_formula_steps              *steps; /* nullable: each formula has the default, and all together no bound */
} pe_fact_source;

/* What a dossier would have said besides facts. */
typedef struct pe_column_source
{
  void (*find_amount) (const struct pe_column_source *self, const pe_amount_name *name, pe_figure *out);
  int32_t fiscal_year; /* 0: not known */
} pe_column_source;

/* A measure of the amounts that the columns have. */
pe_status pe_column_source_derive (const pe_column_source *self, gboolean is_prior, size_t measure,
                                   pe_measure_value *out, pe_error **error);

/* A figure that was used, in the order in which it was asked for. */
typedef struct pe_scored_input
{
  const char *name;    /* the argument, the item's id, ...; borrowed from the rule or static */
  const char *measure; /* the measure whose part it is, or NULL; static */
  const char *text;    /* the figure's text, or NULL; borrowed from the source */
  const char *unit;    /* the unit's word as the source has it ("人"), or NULL for the unit's own; borrowed likewise */
  const char *path;    /* pe_inputs_take_path() says whose it is; NULL when the rule fixes the figure */
  pe_figure   figure;
  pe_date     day;                       /* of a milestone: the day by which it counts; 0 where that is not known */
  const struct pe_rule *rule;            /* the alternative that asked for it, borrowed; NULL: the rule itself */
  gboolean              is_of_formula;   /* a formula asked for it; the name is the one that the formula uses */
  gboolean              is_table;        /* it stands for all records of a table */
  const struct pe_rulebook_measure *own; /* nullable: what the figure is the value of; borrowed from the rule */
} pe_scored_input;

/* A path for an input of a list: in the list's arena, or else on the heap; NULL when memory ran out. A list in an arena may
 * hold paths of others as well, which outlive it. */
const char *pe_inputs_take_path (const pe_vector *inputs, pe_buffer *path);
void        pe_inputs_free_path (const pe_vector *inputs, const char *path);
/* The first figure that was read, from an index on; G_MAXSIZE where none was: what a measure of the rulebook came to was
 * computed. */
size_t pe_inputs_find_read (const pe_vector *inputs, size_t from);

/* What a formula gave for an argument. */
typedef struct pe_computed
{
  const char *argument; /* static */
  pe_rational value;
} pe_computed;

/* The path of a fact for a list of inputs; NULL where the figures come from columns. PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_fact_source_take_path (const pe_fact_source *self, const char *name, const pe_vector *inputs,
                                    const char **path);

/* Why there are no points: what decides, or what is wrong beside it with another figure. */
typedef struct pe_outcome_fault
{
  pe_state    state;
  pe_status   fault;
  size_t      culprit;
  char       *expected; /* nullable; owned (g_free) where an outcome lists it */
  const char *formula;  /* nullable */
} pe_outcome_fault;

/* The outcome of one application of a rule, with all that is needed to explain it. */
typedef struct pe_outcome
{
  pe_state    state;        /* PE_STATE_VALUE: points are set */
  pe_status   fault;        /* PE_OK with a value, else the error that the state is under PE_POLICY_ERROR */
  size_t      culprit;      /* with a fault: which input, or G_MAXSIZE */
  char       *expected;     /* with a fault: nullable, what would be right, for the message; owned (g_free) */
  const char *formula;      /* with a fault: nullable, the rule's formula that it arose in, by no input alone */
  pe_rational points;       /* exact, before any rounding; 0 to the full marks */
  gboolean    has_rate;     /* the rule has a rate, and it is set */
  pe_rational rate;         /* e.g. executed / adjusted, not capped */
  gboolean    has_reached;  /* the rule holds a result against a target above 0, and it is set */
  pe_rational reached;      /* actual / target, not capped */
  pe_vector   inputs;       /* of pe_scored_input */
  pe_status   notice;       /* with a value: a warning that the rule gives, about the first input; else PE_OK */
  size_t      chosen;       /* which alternative gave the points, or G_MAXSIZE */
  size_t      chosen_first; /* the first of its inputs */
  size_t      chosen_n;     /* how many it has */
  pe_vector   computed;     /* of pe_computed: what formulas gave */
  pe_vector   hits;         /* of uint32_t: the rules of a decision table that gave the points, in their order */
  pe_vector   further;      /* of pe_outcome_fault: with a fault, those of other figures, each of one place */
} pe_outcome;

void pe_outcome_init (pe_outcome *self);
/* As init; what the outcome lists lies in an arena (nullable), which outlives it. */
void pe_outcome_init_in (pe_outcome *self, pe_arena *arena);
void pe_outcome_clear (pe_outcome *self);
/* As clear, but keeps the memory of the inputs for the next application. */
void pe_outcome_reset (pe_outcome *self);
/* Makes what an outcome keeps for its explanation, inputs apart, that of another one; PE_OK or PE_ERROR_NO_MEMORY. */
pe_status pe_outcome_copy_details (pe_outcome *self, const pe_outcome *from);

/* Applies a rule that is neither a slot nor attested. PE_OK also when the outcome is a state; PE_ERROR_LIMIT and
 * PE_ERROR_NO_MEMORY are failures. */
pe_status pe_rule_apply (const pe_rule *self, const pe_rational *full_marks, const pe_fact_source *source,
                         uint32_t bits, pe_outcome *out, pe_error **error);

/* The calculation with the outcome's figures put in, e.g. "10 × min(1, 2149.56 / 2155.61)": no rounding, and no result but
 * where pe_rule_formula_has_points(). */
void pe_rule_print_formula (const pe_rule *self, const pe_rational *full_marks, const pe_outcome *outcome,
                            pe_language language, pe_buffer *out);
/* TRUE when the formula is one that says its points, e.g. "85.2% ∈ [80, 90) → 4". */
gboolean pe_rule_formula_has_points (const pe_rule *self);
/* A figure as a person reads it, with the unit's word as it is printed in the source where that is known. */
void pe_scored_input_print (const pe_scored_input *self, pe_buffer *out);
/* What the rule takes as this input, as the words of a message: a number, a yes or no, a grade. */
void pe_rule_describe_input (const pe_rule *self, const pe_scored_input *input, const char **en, const char **zh);

/* The search for gaps and overlaps takes its steps from those that are left to a whole document; left: borrowed. */
void pe_rule_builder_share_steps (struct pe_rule_builder *self, uint64_t *left);

/* Checks what depends on the full marks: items and steps against them. Findings at path + "/...". */
void pe_rule_check_full_marks (const pe_rule *self, const pe_decimal *full_marks, const char *path,
                               pe_collector *collector);

/* The rule's own policy for a state, or 0. */
pe_policy pe_rule_get_policy (const pe_rule *self, pe_state state);
/* TRUE when some figures could make it divide by zero. */
gboolean pe_rule_can_divide_by_zero (const pe_rule *self);
gboolean pe_rule_is_slot (const pe_rule *self);
gboolean pe_rule_is_attested (const pe_rule *self);
/* TRUE when the source has nothing at all of what the rule asks for (for PE_DECLARED_IF_FACTS_MISSING). */
gboolean pe_rule_lacks_facts (const pe_rule *self, const pe_fact_source *source);
/* The names of the facts that it, or an alternative, reads, in their order; one that is read twice stands twice. */
const pe_name_index *pe_rule_peek_fact_names (const pe_rule *self);
/* TRUE when the rule asks for a fact of this name (to name facts that no rule uses). */
gboolean pe_rule_uses_fact (const pe_rule *self, const char *name);

/* A slot's parameters. */
typedef enum
{
  PE_SLOT_MARKS_EQUAL,
  PE_SLOT_MARKS_BY_WEIGHT,
  PE_SLOT_MARKS_BY_UNIT
} pe_slot_marks;

typedef struct pe_slot
{
  uint32_t      depth; /* 1 to 3 */
  pe_slot_marks marks;
  gboolean      by_rows; /* score: rows; else mean */
  uint64_t      min_rows;
  uint64_t      max_rows; /* G_MAXUINT64: no limit */
  pe_policy     empty;
} pe_slot;

/* The rule is a slot. */
void           pe_rule_get_slot (const pe_rule *self, pe_slot *out);
const pe_rule *pe_rule_get_sign_rule (const pe_rule *self, pe_sign sign); /* borrowed, NULL when there is none */

/* Reading a rule back, for the JSON writer. Each answers FALSE when the rule does not have it. */
typedef enum
{
  PE_BINDING_NONE,
  PE_BINDING_MEASURE,
  PE_BINDING_FACT,
  PE_BINDING_FIGURE,
  PE_BINDING_FORMULA /* the name is its text */
} pe_binding_kind;

pe_binding_kind pe_rule_get_binding (const pe_rule *self, const char *argument, const char **name, pe_figure *figure);
gboolean        pe_rule_get_number (const pe_rule *self, const char *name, pe_decimal *out);
const char     *pe_rule_get_word (const pe_rule *self, const char *name); /* borrowed, NULL when not set */
pe_unit         pe_rule_get_unit (const pe_rule *self);
const pe_step  *pe_rule_get_steps (const pe_rule *self, size_t *n);
const pe_item  *pe_rule_get_items (const pe_rule *self, size_t *n);
const pe_band  *pe_rule_get_bands (const pe_rule *self, size_t *n);
const pe_point *pe_rule_get_points (const pe_rule *self, size_t *n);
const pe_milestone *pe_rule_get_milestones (const pe_rule *self, size_t *n);
/* "春节 2023-01-22", "2023-06-30"; day: as it was found, 0 when it was not. */
void pe_milestone_print_day (const pe_milestone *self, pe_date day, pe_buffer *out);

/* One of the rules to choose from; both are the rule's own. */
typedef struct pe_alternative
{
  const char *id;
  pe_rule    *rule;
} pe_alternative;

const pe_alternative *pe_rule_get_alternatives (const pe_rule *self, size_t *n);
/* TRUE when the rule has rules in it: then it cannot be one itself. */
gboolean pe_rule_has_rules (const pe_rule *self);

/* The band of the grade that an outcome was refused for (PE_ERROR_SCORE_OUTSIDE_BAND), and the rule that has it (an
 * alternative, or the rule itself); NULL when there is none. */
const pe_band *pe_outcome_find_band (const pe_outcome *self, const pe_rule *rule, const pe_rule **owner);

/* What a rule declares its facts to be to its formulas. */
const struct pe_fact_declaration *pe_rule_get_declarations (const pe_rule *self, size_t *n);
/* NULL when the rule has none. */
const struct pe_decision_table *pe_rule_get_table (const pe_rule *self);
