/* test-chart.c - what charts say, that nothing in them collides, and what they are written as
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <expat.h>
#include <string.h>

#include "office/chart-private.h"
#include "scored.h"

#define LONG_NAME                                                                                                      \
  "推动粤港澳大湾区范围内具有重大带动作用的先进制造业与现代服务业融合发展项目落地并形成实物工作量的个数，含续建与跨年" \
  "度结转项目"

/* A name of the thousand characters that are kept, most of which nobody will see: what is laid out is some lines, not all of
 * them for each. */
static void
test_unseen_name (void **state)
{
  (void) state;

  static const pe_chart_type type = { 9 * PE_POINT, FALSE, PE_INK_BLACK };
  pe_chart_options           options;
  pe_chart                  *chart = NULL;
  pe_pen                     pen;
  char                      *name = g_strnfill (1000, 'i');

  pe_chart_options_init (&options, sizeof options);
  assert_int_equal (pe_pen_open (&pen, &options), PE_OK);
  assert_int_equal (pe_pen_count_lines (&pen, &type, name, 60 * PE_POINT, 3), 3);
  assert_in_range (pen.work, 3 * 20, 3 * 100);
  pe_pen_text (&pen, &type, PE_PEN_LEFT, name, 0, 0, 60 * PE_POINT, 3);
  assert_in_range (pen.work, 3 * 20, 2000);
  pen.work = 0;
  assert_true (pe_pen_measure (&pen, name, type.size, FALSE) >= pen.chart->width);
  assert_in_range (pen.work, 100, 600);
  assert_int_equal (pe_pen_close (&pen, &chart, NULL), PE_OK);
  assert_int_equal (chart->marks.size, 3);
  assert_string_equal (pe_vector_at (&chart->marks, pe_chart_mark, 2)->full, name);
  assert_true (g_str_has_suffix (pe_vector_at (&chart->marks, pe_chart_mark, 2)->text, "i…"));
  assert_in_range (pe_vector_at (&chart->marks, pe_chart_mark, 2)->width, 50 * PE_POINT, 60 * PE_POINT);
  pe_chart_unref (chart);
  g_free (name);
}

/* Every text stands inside of the chart, and no two of them touch. */
static void
assert_no_collision (const pe_chart *chart)
{
  for (size_t i = 0; i < chart->marks.size; i++)
    {
      const pe_chart_mark *a = pe_vector_at (&chart->marks, pe_chart_mark, i);

      if (a->kind != PE_MARK_TEXT)
        continue;
      if (a->x < 0 || a->x + a->width > chart->width || a->y - a->height < 0 || a->y > chart->height)
        fail_msg ("\"%s\" at %d, %d, %d wide, of %d x %d", a->text, a->x, a->y, a->width, chart->width, chart->height);
      for (size_t k = 0; k < i; k++)
        {
          const pe_chart_mark *b = pe_vector_at (&chart->marks, pe_chart_mark, k);

          if (b->kind == PE_MARK_TEXT && a->x < b->x + b->width && b->x < a->x + a->width
              && a->y - a->height * 88 / 100 < b->y + b->height * 12 / 100
              && b->y - b->height * 88 / 100 < a->y + a->height * 12 / 100)
            fail_msg ("\"%s\" (%d, %d) on \"%s\" (%d, %d)", a->text, a->x, a->y, b->text, b->x, b->y);
        }
    }
}

/* Areas and lines as well: nothing is drawn outside of the picture. */
static void
assert_inside (const pe_chart *chart)
{
  for (size_t i = 0; i < chart->marks.size; i++)
    {
      const pe_chart_mark *mark = pe_vector_at (&chart->marks, pe_chart_mark, i);

      if (mark->kind == PE_MARK_RECT)
        assert_true (mark->x >= 0 && mark->y >= 0 && mark->width >= 0 && mark->height >= 0
                     && mark->x + mark->width <= chart->width && mark->y + mark->height <= chart->height);
    }
  for (size_t i = 0; i < chart->segments.size; i++)
    {
      const pe_segment *line = pe_vector_at (&chart->segments, pe_segment, i);

      assert_true (MIN (line->x1, line->x2) >= 0 && MAX (line->x1, line->x2) <= chart->width);
      assert_true (MIN (line->y1, line->y2) >= 0 && MAX (line->y1, line->y2) <= chart->height);
    }
}

static void
assert_well_formed (const pe_text *svg)
{
  XML_Parser parser = XML_ParserCreate (NULL);

  if (XML_Parse (parser, pe_text_get_data (svg), (int) pe_text_get_size (svg), 1) != XML_STATUS_OK)
    fail_msg ("%s", XML_ErrorString (XML_GetErrorCode (parser)));
  XML_ParserFree (parser);
  assert_null (strstr (pe_text_get_data (svg), " id=")); /* several stand in one page */
}

static uint32_t
number_at (const pe_text *png, size_t at)
{
  const uint8_t *bytes = (const uint8_t *) pe_text_get_data (png) + at;

  return (uint32_t) bytes[0] << 24 | (uint32_t) bytes[1] << 16 | (uint32_t) bytes[2] << 8 | bytes[3];
}

/* What holds for every chart; takes it over. */
static void
check (pe_chart *chart, const char *description)
{
  pe_text *svg = NULL, *png = NULL, *again = NULL;
  int32_t  width, height;

  pe_chart_get_size (chart, &width, &height);
  assert_true (width >= 200 && height > 0);
  assert_no_collision (chart);
  assert_inside (chart);
  if (description != NULL)
    assert_string_equal (pe_chart_get_description (chart), description);
  assert_int_equal (pe_chart_to_svg (&svg, chart, NULL), PE_OK);
  assert_int_equal (pe_chart_to_svg (&again, chart, NULL), PE_OK);
  assert_string_equal (pe_text_get_data (svg), pe_text_get_data (again));
  assert_well_formed (svg);
  pe_text_unref (again);
  assert_int_equal (pe_chart_to_png (&png, chart, width, NULL), PE_OK);
  assert_int_equal (pe_chart_to_png (&again, chart, width, NULL), PE_OK);
  assert_int_equal (pe_text_get_size (png), pe_text_get_size (again));
  assert_memory_equal (pe_text_get_data (png), pe_text_get_data (again), pe_text_get_size (png));
  assert_memory_equal (pe_text_get_data (png), "\x89PNG\r\n\x1a\n", 8);
  assert_int_equal (number_at (png, 16), width);
  assert_int_equal (number_at (png, 20), height);
  pe_text_unref (png);
  pe_text_unref (again);
  pe_text_unref (svg);
  pe_chart_unref (chart);
}

typedef pe_status (*maker) (pe_chart **, const pe_evaluation *, const pe_chart_options *, pe_error **);

static pe_chart *
make (maker new_chart, const pe_evaluation *evaluation, pe_language language, int32_t width, int32_t depth)
{
  pe_chart_options options;
  pe_chart        *chart = NULL;

  pe_chart_options_init (&options, sizeof options);
  options.language = language;
  options.width = width;
  options.depth = depth;
  assert_int_equal (new_chart (&chart, evaluation, &options, NULL), PE_OK);
  return chart;
}

/* The published scores and deductions of the report of Zengcheng: 99.69 = 49.97 + 49.72, 0.28 and 0.03 lost. */
static void
test_zengcheng (void **state)
{
  pe_evaluation *evaluation = score_zengcheng ();

  (void) state;
  check (make (pe_chart_new_dimensions, evaluation, PE_LANGUAGE_ZH, 442, 1),
         "2023 年度各维度得分与满分：1 履职效能 49.97 / 50；2 管理效率 49.72 / 50。 总分 99.69 / 100，等级：优。");
  check (make (pe_chart_new_losses, evaluation, PE_LANGUAGE_EN, 442, 1),
         "Points lost, step by step, 2023: Full marks 100; 1.1.3 Budget execution rate -0.03;"
         " 2.5.6 Effect of procurement policy -0.28; Score 99.69. The axis begins at 99.5, not at 0.");
  /* 160 of 110, 4 of 4, 3 of 1, 156 of 100, 10 of 5 */
  check (
      make (pe_chart_new_targets, evaluation, PE_LANGUAGE_ZH, 442, 1),
      "2023 年度目标值与实际完成值：引进产业项目 160 个 / ≥ 110 个，145.45%；引进投资规模50亿元以上项目 4 个 / ≥ 4 个，"
      "100.00%；引进百亿级项目 3 个 / ≥ 1 个，300.00%；挖掘项目信息源 156 个 / ≥ 100 "
      "个，156.00%；央企、国企投资项目落地 10 个"
      " / ≥ 5 个，200.00%。 超过 200% 的画到 200% 为止，数值以文字为准。");
  pe_evaluation_unref (evaluation);
}

/* At every width and depth, in both languages. */
static void
test_widths (void **state)
{
  static const maker   makers[] = { pe_chart_new_dimensions, pe_chart_new_losses, pe_chart_new_targets };
  static const int32_t widths[] = { 200, 300, 442, 1000, 2000 };
  pe_evaluation       *evaluation = score_zengcheng ();

  (void) state;
  for (size_t m = 0; m < G_N_ELEMENTS (makers); m++)
    for (size_t w = 0; w < G_N_ELEMENTS (widths); w++)
      for (int32_t depth = 1; depth <= 4; depth++)
        check (make (makers[m], evaluation, depth % 2 + 1, widths[w], depth), NULL);
  pe_evaluation_unref (evaluation);
}

/* Forty indicators, long names, none at all, all zero, one. */
static void
test_many (void **state)
{
  static const guint       counts[] = { 1, 2, 40, 60, 61, 300 };
  static const char *const scores[] = { "0", "0.01", "1.5", "2" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (counts); i++)
    for (size_t k = 0; k < G_N_ELEMENTS (scores); k++)
      {
        pe_evaluation *evaluation = score_many (counts[i], k % 2 == 0 ? LONG_NAME : "项", scores[k]);

        check (make (pe_chart_new_dimensions, evaluation, PE_LANGUAGE_ZH, 442, 2), NULL);
        check (make (pe_chart_new_losses, evaluation, PE_LANGUAGE_ZH, 442, 1), NULL);
        check (make (pe_chart_new_targets, evaluation, PE_LANGUAGE_ZH, 442, 1), NULL);
        pe_evaluation_unref (evaluation);
      }
}

static void
test_rest (void **state)
{
  pe_evaluation *evaluation = score_many (300, "项", "1.5");
  pe_chart      *dimensions = make (pe_chart_new_dimensions, evaluation, PE_LANGUAGE_ZH, 442, 2);
  pe_chart      *losses = make (pe_chart_new_losses, evaluation, PE_LANGUAGE_ZH, 442, 1);

  (void) state;
  assert_non_null (strstr (pe_chart_get_description (dimensions), "另有 240 项未画出。"));
  /* 300 times 0.5 are lost: 60 steps, and the other 240 together. */
  assert_non_null (strstr (pe_chart_get_description (losses), "1.60 60项 -0.5；其余 240 项 -120；得分 450。"));
  check (dimensions, NULL);
  check (losses, NULL);
  pe_evaluation_unref (evaluation);
}

/* What an office writes is text: no markup, no controls, no marks of direction; what is cut is whole in the SVG. */
static void
test_hostile_names (void **state)
{
  static const char *const names[] = {
    "<script>alert(1)</script>&amp;]]>",
    "\\u202e\\u200b\\u0007\\ufeff文字\\u2028后面\\uffff",
    "=SUM(A1:A9)\\t\\r\\nRTL \\u0645\\u0631\\u062d\\u0628\\u0627 e\\u0301\\u0301\\u0301",
    ("wordwithoutanybreakwordwithoutanybreakwordwithoutanybreakwordwithoutanybreakwordwithoutanybreakwordwithout"
     "anybreak"),
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    {
      pe_evaluation *evaluation = score_many (3, names[i], "1");
      pe_chart      *chart = make (pe_chart_new_dimensions, evaluation, PE_LANGUAGE_ZH, 442, 2);
      pe_text       *svg = NULL;

      assert_int_equal (pe_chart_to_svg (&svg, chart, NULL), PE_OK);
      assert_null (strstr (pe_text_get_data (svg), "<script"));
      assert_null (strstr (pe_text_get_data (svg), "\xe2\x80\xae")); /* U+202E */
      assert_null (strchr (pe_text_get_data (svg), 7));
      pe_text_unref (svg);
      check (chart, NULL);
      pe_evaluation_unref (evaluation);
    }
}

static void
test_long_name (void **state)
{
  GString       *name = g_string_new (NULL);
  pe_evaluation *evaluation;
  pe_chart      *chart;
  pe_text       *svg = NULL;

  (void) state;
  while (name->len < 600000)
    g_string_append (name, "长名称");
  evaluation = score_many (1, name->str, "1");
  chart = make (pe_chart_new_losses, evaluation, PE_LANGUAGE_ZH, 442, 1);
  assert_int_equal (pe_chart_to_svg (&svg, chart, NULL), PE_OK);
  assert_true (pe_text_get_size (svg) < 40000);
  assert_non_null (strstr (pe_text_get_data (svg), "…<title>"));
  pe_text_unref (svg);
  check (chart, NULL);
  pe_evaluation_unref (evaluation);
  g_string_free (name, TRUE);
}

/* Months */

#define MONTHS_HEAD                                                                                                  \
  "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"单位\"}, \"fiscal_year\": 2023, \"kind\": "           \
  "\"department\","                                                                                                  \
  " \"money_unit\": \"万元\", \"budget\": {\"lines\": [{\"name\": \"全年\", \"category\": \"total\", \"adjusted\": " \
  "\"300\","                                                                                                         \
  " \"months\": "

static pe_chart *
draw_months (const char *months, int32_t width, pe_language language)
{
  char            *json = g_strconcat (MONTHS_HEAD, months, "}]}}", NULL);
  pe_dossier      *dossier = NULL;
  pe_chart        *chart = NULL;
  pe_chart_options options;

  assert_int_equal (pe_dossier_from_json (&dossier, json, strlen (json), NULL, NULL, NULL), PE_OK);
  pe_chart_options_init (&options, sizeof options);
  options.width = width;
  options.language = language;
  assert_int_equal (pe_chart_new_execution (&chart, dossier, &options, NULL), PE_OK);
  pe_dossier_unref (dossier);
  g_free (json);
  return chart;
}

static void
test_execution (void **state)
{
  /* 10 of 300 in each month: 3.33, 6.67, 10.00 …; 40.00 at the end. */
  const char *even = "[10,10,10,10,10,10,10,10,10,10,10,10]", *some = "[299.99, 0.01, 100]";
  pe_chart   *chart = draw_months (even, 442, PE_LANGUAGE_ZH);

  (void) state;
  assert_non_null (
      strstr (pe_chart_get_description (chart), "1月 10 万元，3.33%；时间 8.33%；2月 20 万元，6.67%；时间 16.67%"));
  assert_non_null (strstr (pe_chart_get_description (chart), "12月 120 万元，40.00%；时间 100.00%。"));
  check (chart, NULL);
  check (draw_months (even, 200, PE_LANGUAGE_EN), NULL);
  check (draw_months (even, 2000, PE_LANGUAGE_EN), NULL);
  chart = draw_months (some, 442, PE_LANGUAGE_EN);
  assert_non_null (strstr (pe_chart_get_description (chart), "Jan 299.99 万元, 100.00%; time 8.33%"));
  assert_non_null (strstr (pe_chart_get_description (chart), "Mar 400.00 万元, 133.33%; time 25.00%; Apr —"));
  check (chart, NULL);
  check (draw_months ("[]", 442, PE_LANGUAGE_ZH), "2023 年度分月执行进度。 没有分月支出数，或者没有全年预算数。");
}

/* Grades */

static const char one_line[]
    = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"one-line\", \"edition\": \"1\", \"title\": {\"zh\": \"一项\"}, "
      "\"kind\":"
      " \"project\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", \"full_marks\": "
      "\"10\","
      " \"rounding\": {\"rate\": {\"places\": 2, \"mode\": \"half_up\"}, \"leaf\": {\"places\": 2, \"mode\": "
      "\"half_up\"},"
      " \"subtotal\": null, \"total\": {\"places\": 2, \"mode\": \"half_up\"}, \"rank_on\": \"rounded\"}, \"policies\":"
      " {\"missing\": \"zero\", \"not_applicable\": \"error\", \"zero_denominator\": \"error\", \"text\": \"error\","
      " \"invalid\": \"error\"}, \"grades\": [{\"id\": \"a\", \"name\": {\"zh\": \"优\"}, \"from\": \"9\"}, {\"id\": "
      "\"b\","
      " \"name\": {\"zh\": \"差\", \"en\": \"poor\"}, \"from\": \"0\"}], \"indicators\": [{\"code\": \"1\", \"name\": "
      "{\"zh\":"
      " \"完成率\"}, \"full_marks\": \"10\", \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": "
      "\"actual\"},"
      " \"target\": {\"fact\": \"target\"}}}]}";

/* Of n units the first of every three is graded a, the second b, the third has no target. */
static pe_batch_summary *
summarise (const pe_batch_plan *plan, size_t n)
{
  static const int64_t actual[] = { 96, 1, 7, 96, 1, 7 }, target[] = { 100, 3, 0, 100, 3, 0 };
  pe_batch_column      columns[2];
  pe_batch_results     nothing;
  pe_batch_options     options;
  pe_batch_summary    *summary = NULL;

  for (size_t i = 0; i < 2; i++)
    {
      pe_batch_column_init (&columns[i], sizeof columns[i]);
      columns[i].type = PE_BATCH_INT64;
      columns[i].values = i == 0 ? actual : target;
    }
  assert_int_equal (pe_batch_summary_new (&summary, plan, NULL), PE_OK);
  pe_batch_results_init (&nothing, sizeof nothing);
  pe_batch_options_init (&options, sizeof options);
  options.summary = summary;
  assert_int_equal (pe_batch_run (NULL, plan, columns, 2, &nothing, n, &options, NULL), PE_OK);
  return summary;
}

static void
test_grades (void **state)
{
  pe_rulebook      *rulebook = NULL, *other = rulebook_of_file ("rulebooks/guangdong-2023.json");
  pe_batch_plan    *plan = NULL;
  pe_batch_summary *summary, *empty;
  pe_chart         *chart = NULL;

  (void) state;
  assert_int_equal (pe_rulebook_from_json (&rulebook, one_line, strlen (one_line), NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL), PE_OK);
  summary = summarise (plan, 6);
  empty = summarise (plan, 0);
  assert_int_equal (pe_chart_new_grades (&chart, summary, rulebook, NULL, NULL), PE_OK);
  check (chart, "等级分布：优 ≥ 9 2（33.33%）；差 2（33.33%）；未能评分 2（33.33%）。 共 6 个单位。");
  assert_int_equal (pe_chart_new_grades (&chart, empty, rulebook, NULL, NULL), PE_OK);
  check (chart, "等级分布。 共 0 个单位。");
  chart = NULL;
  assert_int_equal (pe_chart_new_grades (&chart, summary, other, NULL, NULL), PE_ERROR_RULEBOOK_DIFFERS);
  assert_null (chart);
  assert_int_equal (pe_chart_new_grades (&chart, NULL, rulebook, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_batch_summary_free (summary);
  pe_batch_summary_free (empty);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
  pe_rulebook_unref (other);
}

static void
test_change (void **state)
{
  pe_evaluation *zengcheng = score_zengcheng (), *few = score_many (2, "项", "1"), *more = score_many (3, "项", "1.5");
  pe_chart      *chart = NULL;
  pe_chart_options options;

  (void) state;
  pe_chart_options_init (&options, sizeof options);
  options.depth = 2;
  assert_int_equal (pe_chart_new_change (&chart, few, more, &options, NULL), PE_OK);
  check (chart,
         "得分的年度对比：总分 2 → 4.5（+2.5）；1.1 1项 1 → 1.5（+0.5）；1.2 2项 1 → 1.5（+0.5）；1.3 3项 — → 1.5。"
         " 两个年度所用的评分规则不同，得分的差额包含规则变动的影响。");
  assert_int_equal (pe_chart_new_change (&chart, more, few, &options, NULL), PE_OK);
  check (chart,
         "得分的年度对比：总分 4.5 → 2（-2.5）；1.1 1项 1.5 → 1（-0.5）；1.2 2项 1.5 → 1（-0.5）；1.3 3项 1.5 → —。"
         " 两个年度所用的评分规则不同，得分的差额包含规则变动的影响。");
  assert_int_equal (pe_chart_new_change (&chart, zengcheng, zengcheng, NULL, NULL), PE_OK);
  check (chart, "得分的年度对比：总分 99.69 → 99.69（0.00）；1 履职效能 49.97 → 49.97（0.00）；2 管理效率 49.72 → "
                "49.72（0.00）。");
  pe_evaluation_unref (zengcheng);
  pe_evaluation_unref (few);
  pe_evaluation_unref (more);
}

/* Axes, by hand. */
static void
test_axis (void **state)
{
  pe_axis axis;
  char   *label = pe_axis_label (99600000);

  (void) state;
  assert_string_equal (label, "99.6");
  g_free (label);
  pe_axis_init (&axis, 0, 50 * PE_VALUE_ONE, 5);
  assert_true (axis.low == 0 && axis.high == 50 * PE_VALUE_ONE && axis.step == 10 * PE_VALUE_ONE);
  pe_axis_init (&axis, -3 * PE_VALUE_ONE, 11 * PE_VALUE_ONE, 5); /* 14 in 5: steps of 5 */
  assert_true (axis.low == -5 * PE_VALUE_ONE && axis.high == 15 * PE_VALUE_ONE && axis.step == 5 * PE_VALUE_ONE);
  axis.start = 100;
  axis.length = 2000;
  assert_int_equal (pe_axis_place (&axis, -5 * PE_VALUE_ONE), 100);
  assert_int_equal (pe_axis_place (&axis, 5 * PE_VALUE_ONE), 1100);
  assert_int_equal (pe_axis_place (&axis, 99 * PE_VALUE_ONE), 2100);
  pe_axis_init (&axis, 0, 0, 5);
  assert_true (axis.low == 0 && axis.high >= PE_VALUE_ONE);
}

/* Values below zero and beyond all reason, through the layout that every chart shares. */
static void
test_values (void **state)
{
  static const int64_t values[] = { -5 * PE_VALUE_ONE, 0, 1, PE_VALUE_ONE / 2, 3 * PE_VALUE_ONE, G_MAXINT64 / 16 };
  pe_chart_options     options;
  pe_decimal           most = { INT64_MAX, 0, 0 }, least = { INT64_MIN, 0, 0 }, small = { 1, 18, 0 };

  (void) state;
  assert_true (pe_value_of_decimal (&most) > 0 && pe_value_of_decimal (&least) < 0);
  assert_true (pe_value_of_decimal (&small) == 0);
  pe_chart_options_init (&options, sizeof options);
  for (size_t n = 1; n <= G_N_ELEMENTS (values); n++)
    {
      pe_rows   rows;
      pe_chart *chart = NULL;

      pe_rows_init (&rows, &options);
      rows.title = g_strdup ("值");
      rows.note = g_strdup ("");
      rows.axis = "分";
      for (size_t i = 0; i < n; i++)
        pe_chart_row_add_bar (pe_rows_add (&rows, g_strdup ("行"), pe_axis_label (values[i])), 0, PE_FILL_LOSS, 0,
                              values[i]);
      assert_int_equal (pe_rows_finish (&rows, &chart, NULL), PE_OK);
      check (chart, NULL);
    }
}

static void
test_arguments (void **state)
{
  pe_evaluation   *evaluation = score_many (1, "项", "1");
  pe_chart_options options;
  pe_chart        *chart = NULL;
  pe_text         *text = NULL;
  struct
  {
    pe_chart_options known;
    uint64_t         tail;
  } newer;

  (void) state;
  assert_int_equal (pe_chart_new_dimensions (NULL, evaluation, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_new_dimensions (&chart, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_new_losses (&chart, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_new_targets (&chart, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_new_execution (&chart, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_new_change (&chart, evaluation, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_chart_options_init (&options, sizeof options);
  options.width = 199;
  assert_int_equal (pe_chart_new_dimensions (&chart, evaluation, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.width = 200;
  options.depth = 0;
  assert_int_equal (pe_chart_new_losses (&chart, evaluation, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  options.depth = 1;
  options.title = "\xff";
  assert_int_equal (pe_chart_new_targets (&chart, evaluation, &options, NULL), PE_ERROR_INVALID_UTF8);
  options.title = NULL;
  options.struct_size = 4;
  assert_int_equal (pe_chart_new_targets (&chart, evaluation, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&newer, 0, sizeof newer);
  pe_chart_options_init (&newer.known, sizeof newer);
  newer.tail = 1;
  assert_int_equal (pe_chart_new_dimensions (&chart, evaluation, &newer.known, NULL), PE_ERROR_UNSUPPORTED);
  newer.tail = 0;
  newer.known.title = "题目";
  newer.known.note = "";
  assert_int_equal (pe_chart_new_dimensions (&chart, evaluation, &newer.known, NULL), PE_OK);
  assert_string_equal (pe_chart_get_title (chart), "题目");
  assert_int_equal (pe_chart_to_svg (NULL, chart, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_to_svg (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_to_png (&text, NULL, 100, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_to_png (&text, chart, 15, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_chart_to_png (&text, chart, 16385, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  assert_int_equal (pe_chart_to_png (&text, chart, 0, NULL), PE_OK);
  assert_int_equal (number_at (text, 16), 442 * 300 / 72);
  pe_text_unref (text);
  assert_ptr_equal (pe_chart_ref (chart), chart);
  pe_chart_unref (chart);
  pe_chart_unref (chart);
  pe_chart_unref (NULL);
  pe_chart_get_size (NULL, NULL, NULL);
  assert_null (pe_chart_get_title (NULL));
  assert_null (pe_chart_get_description (NULL));
  pe_evaluation_unref (evaluation);
}

/* A picture that is too high. */
static void
test_limit (void **state)
{
  pe_evaluation *evaluation = score_many (60, LONG_NAME, "1");
  pe_chart      *chart = make (pe_chart_new_dimensions, evaluation, PE_LANGUAGE_ZH, 200, 2);
  pe_text       *text = NULL;

  (void) state;
  assert_int_equal (pe_chart_to_png (&text, chart, 16384, NULL), PE_ERROR_LIMIT_ITEMS);
  assert_null (text);
  pe_chart_unref (chart);
  pe_evaluation_unref (evaluation);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_zengcheng),   cmocka_unit_test (test_widths),        cmocka_unit_test (test_many),
    cmocka_unit_test (test_rest),        cmocka_unit_test (test_hostile_names), cmocka_unit_test (test_long_name),
    cmocka_unit_test (test_execution),   cmocka_unit_test (test_grades),        cmocka_unit_test (test_change),
    cmocka_unit_test (test_axis),        cmocka_unit_test (test_values),        cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_unseen_name), cmocka_unit_test (test_limit),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
