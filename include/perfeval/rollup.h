/* perfeval/rollup.h - several units taken together
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ROLLUP_H
#define PERFEVAL_ROLLUP_H

#include <perfeval/evaluation.h>

PE_BEGIN_DECLS

/**
 * @file rollup.h
 * @brief A roll-up (汇总评价): one score for several units that were evaluated by one rulebook.
 *
 * A project that several units carry out, or a department with its subordinate
 * units, is scored as a whole. Two ways are in use and give different scores, so
 * the caller names one:
 *
 * - "totals first, then score" (先汇总后评分, #PE_ROLLUP_TOTALS_FIRST): the units'
 *   figures are taken together and scored as if they were one unit's. Amounts and
 *   counts (绝对值) are added up; rates (相对值, in % or ‰) and what a person scored
 *   (定性) are averaged by weight. Notes to self-evaluation forms of projects with
 *   several units ask for this way, weighted by funds.
 * - "score first, then weight" (先评分后加权, #PE_ROLLUP_SCORES_FIRST): the score of
 *   each unit stands, and the whole has their weighted mean,
 *   sum (a × s) / sum (a), at every node of the tree, exactly; the total is
 *   rounded once, by the contract for the total.
 *
 * @par How totals are taken together
 * A figure counts in units of its own kind: %, ‰ and percentage points are averaged, each
 * among its like, money is added up whatever its unit, counts, days and the rest are added
 * up in the same unit (3人 and 4个 of one fact are counts, 7). Figures in units that the library does not know (#PE_UNIT_OTHER) are
 * added up in rows whose pe_row::unit is the word for it; a fact keeps no word, so that
 * nothing says whether 3 公里 and 4 吨 are alike, and two of them are
 * #PE_ERROR_MERGE_CONFLICT. A bare number says neither. It is added up where the rule holds two
 * facts of the unit against each other (actual and target, on time and applicable), or
 * counts violations; elsewhere, against a bound of the scheme or a measure, it is
 * #PE_ERROR_MERGE_CONFLICT: write it with its unit. What a person scored is averaged,
 * 18 beside 14 分 as well, since points are written either way: scores
 * of graded and external indicators (and what the latter are out of), declared scores,
 * deductions and bonuses; of the last three those of the scorer alone. Yes and no, and texts,
 * have to be the same wherever they stand, and go with no number; evidence and reasons, and the
 * texts of qualitative rows, are put one behind the other. A missing figure of one unit is
 * missing for the whole; what does not apply to a unit is left out, and does not apply to the
 * whole where it applies to none, or to none that weighs anything. What no rule asks for is
 * left out. The rows of a slot are taken together by their names; those of one name agree in
 * nature, sign, unit and marks, and a row that one unit withdrew counts for the others. Where
 * grades differ, the whole has the grade in whose band the averaged score lies; of rows as far
 * as their marks are stated and are points. Budgets are added up line by line (lines without a
 * category by their names), with the months that all lines have, procurement records are put
 * one behind the other, with their payments and with the totals that units state beside them.
 * Assets, registers, events, and what some units have and others lack are not merged: each is a
 * #PE_NOTE_NOT_MERGED.
 *
 * An average that no decimal holds is rounded: a rate as the rulebook's contract
 * shows rates, points as it rounds leaves, unless pe_rollup_options say otherwise;
 * each is a #PE_NOTE_MEAN_ROUNDED. Where neither says how, it is #PE_ERROR_MEAN_UNROUNDED.
 *
 * @par The ledger
 * At every node, exactly: full marks + the entries at it and below it = its score.
 * Under "score first" an entry of a unit counts for its share of the weights.
 *
 * @code
 * // 99.69 for 3 parts and 80 for 1 part: (3 × 99.69 + 80) / 4 = 94.7675
 * pe_rollup_unit units[2];
 * pe_rollup_options options;
 * pe_rollup *rollup = NULL;
 * pe_rollup_unit_init (&units[0], sizeof units[0]);
 * pe_rollup_unit_init (&units[1], sizeof units[1]);
 * units[0].evaluation = a;
 * units[1].evaluation = b;
 * pe_figure_parse (&units[0].weight, "3", 1, NULL);
 * pe_figure_parse (&units[1].weight, "1", 1, NULL);
 * pe_rollup_options_init (&options, sizeof options);
 * options.mode = PE_ROLLUP_SCORES_FIRST;
 * options.weighting = PE_WEIGHTING_BY_POINTS;
 * options.unit_name = "某局及所属单位";
 * if (pe_roll_up (&rollup, units, 2, &options, NULL, NULL) == PE_OK)
 *   {
 *     assert (pe_rollup_get_n_units (rollup) == 2);
 *     pe_rollup_unref (rollup);
 *   }
 * @endcode
 */

/** A roll-up. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_rollup pe_rollup;

/** What is done first. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_rollup_mode;

/** Values of #pe_rollup_mode. */
enum pe_rollup_mode_value
{
  PE_ROLLUP_TOTALS_FIRST = 1, /**< 先汇总后评分 */
  PE_ROLLUP_SCORES_FIRST = 2  /**< 先评分后加权 */
};

/** What a unit weighs. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_weighting;

/** Values of #pe_weighting. */
enum pe_weighting_value
{
  PE_WEIGHTING_BY_FUNDS  = 1, /**< 按资金: its money, by default 全年预算数 (budget.adjusted) of its dossier. */
  PE_WEIGHTING_BY_POINTS = 2  /**< 按分值: points that the caller gives it. */
};

/** A unit to be taken together with others. Since: 1.0 */
typedef struct pe_rollup_unit
{
  uint32_t       struct_size; /**< Set by pe_rollup_unit_init(). */
  uint32_t       reserved;    /**< 0. */
  pe_evaluation *evaluation;  /**< Required. The roll-up takes a reference of its own; borrowed when read. */
  pe_figure      weight; /**< By points: required, a bare number or 分, not negative. By funds: money, not negative; or
                              missing for that of the dossier. As it counted, when read. */
} pe_rollup_unit;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rollup_unit_init (pe_rollup_unit *self, uint32_t struct_size);

/** How to take units together. Since: 1.0 */
typedef struct pe_rollup_options
{
  uint32_t       struct_size;   /**< Set by pe_rollup_options_init(). */
  pe_rollup_mode mode;          /**< Required. */
  pe_weighting   weighting;     /**< Required. */
  pe_rounding    mean_rounding; /**< How averages of figures are rounded; 0 (default): as the rulebook's contract. */
  int32_t        mean_places;   /**< With a rounding: the places, 0 to 18. Else 0. */
  int32_t        reserved;      /**< 0. */
  const char    *unit_name;     /**< Required. UTF-8, copied: the whole, e.g. "某局及所属单位". */
  const char    *unit_code;     /**< Nullable. UTF-8, copied. */
  const pe_calendar *calendar;  /**< Nullable. As in #pe_evaluate_options; borrowed for the call. */
  const pe_limits   *limits;    /**< Nullable: the defaults; borrowed for the call. */
} pe_rollup_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rollup_options_init (pe_rollup_options *self, uint32_t struct_size);

/** An entry of a roll-up's ledger. Since: 1.0 */
typedef struct pe_rollup_entry
{
  uint32_t        struct_size; /**< Set by pe_rollup_entry_init(). */
  pe_entry_kind   kind;        /**< Why points came or went. */
  uint32_t        node;        /**< The node of the roll-up that it stands on. */
  int32_t         unit;        /**< The unit, from 0, whose loss it is; -1: the whole's own. */
  uint32_t        of_unit;     /**< The entry in that unit's ledger, or in that of the whole; 0 for the one rounding. */
  pe_adjust_cause cause;       /**< With #PE_ENTRY_ADJUST; else 0. */
  int32_t         is_exact;    /**< 1: the amount is the whole truth. 0: see pe_rollup_compute_amount(). */
  int32_t         reserved;    /**< 0. */
  pe_decimal      amount; /**< In points, negative where points are lost; cut to 18 places or fewer if not exact. */
} pe_rollup_entry;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rollup_entry_init (pe_rollup_entry *self, uint32_t struct_size);

/**
 * Takes units together.
 *
 * Paths in findings begin with "/units/0" where they speak of a unit, the rest being the path in its dossier; others are
 * paths in the dossier of the whole.
 *
 * @param[out] out       owned: pe_rollup_unref(); keeps references to the evaluations
 * @param      units     the stride is the first element's struct_size
 * @param      n         how many, 1 to 1,000,000
 * @param      options   how
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_RULEBOOK_DIFFERS  an evaluation was made by another rulebook than the first one's: their digests differ
 * @retval PE_ERROR_MERGE_CONFLICT    units state what cannot be taken together
 * @retval PE_ERROR_UNIT_MISMATCH     a weight is no money, or no points
 * @retval PE_ERROR_NEGATIVE_AMOUNT   a weight is negative
 * @retval PE_ERROR_FIGURE_MISSING    by funds: a dossier has no budget to weigh its unit by; by points: no weight
 * @retval PE_ERROR_WEIGHTS_ZERO      the weights add up to 0
 * @retval PE_ERROR_MEAN_UNROUNDED    no decimal holds an average, and nothing says how to round it
 * @retval PE_ERROR_OVERFLOW          a sum or a rounded average does not fit a decimal
 * @retval PE_ERROR_LIMIT             a number passes pe_limits::number_bits
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * Under "totals first" it answers also what pe_evaluate() answers for the whole.
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_roll_up (pe_rollup **out, const pe_rollup_unit *units, size_t n, const pe_rollup_options *options,
                      pe_findings **findings, pe_error **error);

/**
 * What was done first.
 * @param self  a roll-up, nullable
 * @return a #pe_rollup_mode; 0 for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rollup_mode pe_rollup_get_mode (const pe_rollup *self);

/**
 * What a unit weighs.
 * @param self  a roll-up, nullable
 * @return a #pe_weighting; 0 for NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_weighting pe_rollup_get_weighting (const pe_rollup *self);

/**
 * The name of the whole.
 * @param self  a roll-up
 * @return UTF-8, borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_rollup_get_unit_name (const pe_rollup *self);

/**
 * The code of the whole in the host's system.
 * @param self  a roll-up
 * @return UTF-8, borrowed from @p self; NULL when none was given
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_rollup_get_unit_code (const pe_rollup *self);

/**
 * The rulebook that all were scored by.
 * @param self  a roll-up
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rulebook *pe_rollup_get_rulebook (const pe_rollup *self);

/**
 * Under "totals first" the evaluation of the whole, whose dossier is what the units' dossiers came to.
 * @param self  a roll-up
 * @return borrowed from @p self; NULL under "score first"
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_evaluation *pe_rollup_get_evaluation (const pe_rollup *self);

/**
 * What was noticed; the same list that pe_roll_up() gave.
 * @param self  a roll-up
 * @return borrowed from @p self
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_findings *pe_rollup_get_findings (const pe_rollup *self);

/**
 * How many units there are.
 * @param self  a roll-up, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rollup_get_n_units (const pe_rollup *self);

/**
 * Reads a unit by index, in the order given.
 *
 * @param[out] out    filled as far as out->struct_size says; the evaluation is borrowed from @p self
 * @param      self   a roll-up
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_get_unit (pe_rollup_unit *out, const pe_rollup *self, size_t index, pe_error **error);

/**
 * The share of a unit: its weight divided by all weights, exactly.
 *
 * @param[out] out    0 to 1, owned: pe_ratio_unref()
 * @param      self   a roll-up
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_compute_share (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error);

/**
 * The grade of the whole, as an index for pe_rulebook_get_grade(). Under "score first" it is that of the points.
 * @param self  a roll-up
 * @return the index, or -1 when the rulebook has no grades
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_rollup_get_grade (const pe_rollup *self);

/**
 * How many nodes there are: under "score first" the total and the indicators of the rulebook, under "totals first" those
 * of the evaluation of the whole.
 * @param self  a roll-up, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rollup_get_n_nodes (const pe_rollup *self);

/**
 * Reads a node by index. Under "score first" the origin is #PE_ORIGIN_WEIGHTED.
 *
 * @param[out] out    filled as far as out->struct_size says; texts are borrowed from @p self
 * @param      self   a roll-up
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_get_node (pe_node *out, const pe_rollup *self, size_t index, pe_error **error);

/**
 * Points of a node, exactly. Under "score first" #PE_POINTS_UNROUNDED and #PE_POINTS_UNADJUSTED are the weighted mean.
 *
 * @param[out] out     in points, owned: pe_ratio_unref()
 * @param      self    a roll-up
 * @param      node    from 0
 * @param      points  a #pe_points
 * @param[out] error   nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_compute_points (pe_ratio **out, const pe_rollup *self, size_t node, pe_points points,
                                    pe_error **error);

/**
 * How many entries the ledger has.
 * @param self  a roll-up, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_rollup_get_n_entries (const pe_rollup *self);

/**
 * Reads an entry of the ledger: ascending by node, on a node by unit, the rounding last.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a roll-up
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_get_entry (pe_rollup_entry *out, const pe_rollup *self, size_t index, pe_error **error);

/**
 * The exact amount of an entry.
 *
 * @param[out] out    in points, owned: pe_ratio_unref()
 * @param      self   a roll-up
 * @param      index  from 0
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_compute_amount (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error);

/**
 * The reason of an entry as a sentence: whose loss, the reason that its own ledger gives, and the share.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      a roll-up
 * @param      index     from 0
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_print_reason (pe_text **out, const pe_rollup *self, size_t index, pe_language language,
                                  pe_error **error);

/**
 * The calculation of a node with its numbers put in, e.g. "(300 万元 × 99.69 + 100 万元 × 80) / 400 万元 = 94.7675".
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      a roll-up
 * @param      node      from 0
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_print_formula (pe_text **out, const pe_rollup *self, size_t node, pe_language language,
                                   pe_error **error);

/**
 * Explains a node: what was done first, each unit with its weight and score, the formula, the exact value, the rounding,
 * the points lost and each reason; a line each. Under "totals first" it is the explanation of the evaluation of the whole.
 *
 * @param[out] out       owned: pe_text_unref()
 * @param      self      a roll-up
 * @param      node      from 0
 * @param      language  anything but #PE_LANGUAGE_ZH gives English
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         @p node is past the end
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_rollup_explain (pe_text **out, const pe_rollup *self, size_t node, pe_language language, pe_error **error);

/**
 * Takes one more reference.
 * @param self  a roll-up, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_rollup *pe_rollup_ref (pe_rollup *self);

/**
 * Gives one reference back; the last one frees the roll-up.
 * @param self  a roll-up, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_rollup_unref (pe_rollup *self);

PE_END_DECLS

#endif /* PERFEVAL_ROLLUP_H */
