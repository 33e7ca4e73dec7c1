/* perfeval-office/chart.h - pictures of an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_CHART_H
#define PERFEVAL_OFFICE_CHART_H

#include <perfeval-office/types.h>
#include <perfeval/batch_summary.h>
#include <perfeval/evaluation.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file chart.h
 * @brief Charts (图) of an evaluation: laid out once, written as SVG, as PNG and into documents.
 *
 * Every figure in a chart is printed as the evaluation prints it. What a chart means does not
 * depend on its colours: fills differ by their hatching as well, and what is drawn is labelled.
 * Labels are measured before they are placed; one that is too long is wrapped, then cut, and the
 * SVG says the whole of it where the pointer rests.
 *
 * @par Fonts
 * Texts are measured and, but for SVG, drawn in the fonts of the machine (a sans-serif with
 * Chinese, by fontconfig). The same chart gives the same bytes on a machine with the same fonts.
 * An SVG holds its texts as texts, at the width that they were measured with.
 *
 * @par Size
 * A chart has its size in points (1/72 inch) and can be drawn at any other, in proportion.
 *
 * @code
 * pe_chart *chart = NULL;
 * pe_text *svg = NULL;
 * int32_t width = 0, height = 0;
 * if (pe_chart_new_dimensions (&chart, evaluation, NULL, NULL) == PE_OK)
 *   {
 *     pe_chart_get_size (chart, &width, &height);
 *     assert (width == 442 && height > 0);
 *     assert (pe_chart_to_svg (&svg, chart, NULL) == PE_OK);
 *     assert (pe_text_get_size (svg) > 0);
 *     pe_text_unref (svg);
 *   }
 * pe_chart_unref (chart);
 * @endcode
 */

/** A chart. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_chart pe_chart;

/** How to lay a chart out. Texts are UTF-8 and copied. Since: 1.0 */
typedef struct pe_chart_options
{
  uint32_t    struct_size; /**< Set by pe_chart_options_init(). */
  pe_language language;    /**< Of words and names; anything but #PE_LANGUAGE_EN gives Chinese, the default. */
  int32_t     width;       /**< In points, 200 to 2,000. Default 442, the width of the text on a page of GB/T 9704. */
  int32_t depth; /**< How far down the tree pe_chart_new_dimensions() and pe_chart_new_change() go, 1 to 64. Default 1:
                        一级指标. A node that has no more below it is shown where it ends. */
  const char *title; /**< Nullable: the chart's own. */
  const char *note;  /**< Nullable: where the figures come from, as the chart knows it. "" for none. */
} pe_chart_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_chart_options_init (pe_chart_options *self, uint32_t struct_size);

/**
 * Score by dimension against full marks (各维度得分与满分): a bar for each indicator of a level, in the frame of its full marks.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      evaluation  an evaluation; nothing of it is kept
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_dimensions (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options,
                                   pe_error **error);

/**
 * The waterfall of points lost (扣分瀑布图): from the full marks to the total, a step for each leaf that lost points and for
 * each adjustment, rescaling and rounding, as the ledger has them. Where the steps are small the axis begins above 0, and the
 * chart says so.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      evaluation  an evaluation; nothing of it is kept
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_losses (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options,
                               pe_error **error);

/**
 * Execution by month against time (分月执行进度): the share of the year's budget (全年预算数) that was spent by the end of each
 * month, rounded half-up to two places, against the share of the year that had passed. A month that is not filled in has no bar.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      dossier     a dossier; nothing of it is kept
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_execution (pe_chart **out, const pe_dossier *dossier, const pe_chart_options *options,
                                  pe_error **error);

/**
 * Target against actual (目标值与实际值): for each row of a slot with a number for both, and for each leaf that is scored by an
 * actual figure against a target, the share that was reached, with both figures as they were handed in. Rows of 定性 targets
 * are listed with their words.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      evaluation  an evaluation; nothing of it is kept
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_targets (pe_chart **out, const pe_evaluation *evaluation, const pe_chart_options *options,
                                pe_error **error);

/**
 * The distribution of grades over a batch (等级分布): how many units have each grade, and how many have none or were not scored.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      summary     a summary; nothing of it is kept
 * @param      rulebook    the rulebook of the batch, whose grades have the names
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_RULEBOOK_DIFFERS  the summary is of another rulebook
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_grades (pe_chart **out, const pe_batch_summary *summary, const pe_rulebook *rulebook,
                               const pe_chart_options *options, pe_error **error);

/**
 * The change between two years (年度对比): two bars for each indicator, found by its code, and the difference. The total
 * comes first. Where the two were scored by different rulebooks, the chart says so.
 *
 * @param[out] out         owned: pe_chart_unref()
 * @param      before      the earlier evaluation; nothing of it is kept
 * @param      after       the later evaluation; nothing of it is kept
 * @param      options     nullable: the defaults
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or an option is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text of @p options is not UTF-8
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_new_change (pe_chart **out, const pe_evaluation *before, const pe_evaluation *after,
                               const pe_chart_options *options, pe_error **error);

/**
 * The size in points (1/72 inch).
 * @param      self    a chart
 * @param[out] width   nullable
 * @param[out] height  nullable
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_chart_get_size (const pe_chart *self, int32_t *width, int32_t *height);

/**
 * The title.
 * @param self  a chart, nullable
 * @return UTF-8, borrowed from @p self; NULL for NULL
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
const char *pe_chart_get_title (const pe_chart *self);

/**
 * The chart in words, for who cannot see it: what is shown, and every figure.
 * @param self  a chart, nullable
 * @return UTF-8, borrowed from @p self; NULL for NULL
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
const char *pe_chart_get_description (const pe_chart *self);

/**
 * Writes a chart as SVG 1.1, in one element that needs nothing beside it and has no ids, so that several can stand in one page.
 *
 * @param[out] out    owned: pe_text_unref()
 * @param      self   a chart
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_to_svg (pe_text **out, const pe_chart *self, pe_error **error);

/**
 * Writes a chart as PNG.
 *
 * @param[out] out    owned: pe_text_unref(); bytes, no text
 * @param      self   a chart
 * @param      width  in pixels, 16 to 16,384; 0: 300 for each inch. The height follows
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_LIMIT_ITEMS       the picture would have more than 268,435,456 pixels, or be higher than 32,767
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_status pe_chart_to_png (pe_text **out, const pe_chart *self, int32_t width, pe_error **error);

/**
 * Takes one more reference.
 * @param self  a chart, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
pe_chart *pe_chart_ref (pe_chart *self);

/**
 * Gives one reference back; the last one frees the chart.
 * @param self  a chart, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_OFFICE_AVAILABLE_IN_1_0
void pe_chart_unref (pe_chart *self);

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_CHART_H */
