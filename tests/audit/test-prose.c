/* test-prose.c - the reader of report prose, through its door
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include <perfeval/prose.h>

static pe_prose *
read_with (const char *text, const pe_prose_options *options)
{
  pe_prose *prose = NULL;
  pe_error *error = NULL;

  if (pe_prose_read (&prose, text, strlen (text), options, &error) != PE_OK)
    fail_msg ("%s: %s", text, pe_error_get_message (error, PE_LANGUAGE_EN));
  return prose;
}

static pe_prose_summary
sum_up (const pe_prose *prose)
{
  pe_prose_summary summary;

  pe_prose_summary_init (&summary, sizeof summary);
  assert_int_equal (pe_prose_get_summary (&summary, prose, NULL), PE_OK);
  return summary;
}

static pe_verdict
judge (const pe_prose *prose, size_t index)
{
  pe_verdict verdict;

  pe_verdict_init (&verdict, sizeof verdict);
  assert_int_equal (pe_audit_get_verdict (&verdict, pe_prose_get_audit (prose), index, NULL), PE_OK);
  return verdict;
}

static const char *
text_of (const pe_audit *audit, uint32_t index)
{
  pe_claim claim;

  pe_claim_init (&claim, sizeof claim);
  assert_int_equal (pe_audit_get_claim (&claim, audit, index, NULL), PE_OK);
  return claim.text;
}

/* "kind result<operand+operand", sorted as read, one relation after the other with blanks between. */
static void
assert_read_as (const char *text, const char *expected)
{
  pe_prose       *prose = read_with (text, NULL);
  const pe_audit *audit = pe_prose_get_audit (prose);
  GString        *found = g_string_new (NULL);

  for (size_t i = 0; i < pe_audit_get_n_relations (audit); i++)
    {
      pe_relation relation;

      pe_relation_init (&relation, sizeof relation);
      assert_int_equal (pe_audit_get_relation (&relation, audit, i, NULL), PE_OK);
      g_string_append_printf (
          found, "%s%s %s%s", i > 0 ? " " : "", pe_relation_kind_get_name (relation.kind),
          text_of (audit, relation.result), judge (prose, i).audit_class == PE_CLASS_CONTRADICTION ? "!" : "");
      for (uint32_t k = 0; k < relation.n_operands; k++)
        g_string_append_printf (found, "%c%s", k == 0 ? '<' : '+', text_of (audit, relation.operands[k]));
    }
  if (strcmp (found->str, expected) != 0)
    fail_msg ("%s: read as \"%s\", expected \"%s\"", text, found->str, expected);
  g_string_free (found, TRUE);
  pe_prose_unref (prose);
}

/* Expected values by hand: 120.5 + 79.5 = 200; 120.5 / 200 = 60.25 %; 20 / (220 - 20) = 10 %; 200 / 220 = 90.909 %. */
static void
test_shapes (void **state)
{
  (void) state;

  assert_read_as ("全年收入200万元，其中：财政拨款120.5万元，占60.25%；事业收入79.5万元，占39.75%。",
                  "sum 200万元<120.5万元+79.5万元 share 60.25%<120.5万元+200万元 share 39.75%<79.5万元+200万元");
  assert_read_as ("支出220万元，比上年增加20万元，增长10%。", "growth 10%<220万元+20万元");
  assert_read_as ("支出180万元，比上年减少20万元，下降10%。", "growth 10%<180万元+20万元");
  assert_read_as ("项目预算220万元，实际支出200万元，执行率90.91%。", "rate 90.91%<200万元+220万元");
  assert_read_as ("项目预算220万元，实际支出200万元，结余20万元。", "difference 20万元<220万元+200万元");
  assert_read_as ("该项满分10分，得9.5分，扣0.5分。", "deduction 0.5分<10分+9.5分");
  assert_read_as ("甲、乙两项支出分别为110万元、90万元，比上年分别增加10万元、减少10万元。", "");
  assert_read_as ("指标值不低于85%，实际完成值92%。", "completion 92%<85%");
  assert_read_as ("内设机构3个，分别为办公室、人事科和财务科。", "count 3个<办公室+人事科+财务科");
}

/* What is wrong is said only where nothing else can be meant. 120.5 + 69.5 = 190. */
static void
test_contradictions (void **state)
{
  (void) state;

  assert_read_as ("投入200万元（中央120.5万元，省级69.5万元）。", "sum 200万元!<120.5万元+69.5万元");
  assert_read_as ("该项满分10分，得9.5分，扣1.5分。", "deduction 1.5分!<10分+9.5分");
  assert_read_as ("全年支出200万元，其中设备购置69.5万元、培训12万元等。", "");
  assert_read_as ("森林面积133.14万公顷，林地面积145.29万公顷，森林覆盖率69.83%。", "");
}

/* Years, dates, documents, lists, ranges and names are no quantities. */
static void
test_no_quantities (void **state)
{
  pe_prose *prose = read_with (
      "1.依据财预〔2023〕12号文，2023年7月15日对S345线开展抽查，第3组比例尺1/5万，温度5-10度。2. 40个", NULL);
  pe_prose_summary summary = sum_up (prose);

  (void) state;

  assert_int_equal (summary.n_figures, 1);
  assert_int_equal (summary.n_left, 1);
  assert_int_equal (summary.n_relations, 0);
  assert_string_equal (text_of (pe_prose_get_audit (prose), 0), "40个");
  assert_int_equal (pe_prose_is_related (prose, 0), 0);
  pe_prose_unref (prose);
}

/* The first year of some, whichever way they are joined; ends that have units of their own are figures. */
static void
test_spans_of_time (void **state)
{
  static const char *const texts[] = {
    "2021—2023年投入40万元。", "2021–2023年投入40万元。", "2021至2023年投入40万元。",   "2021到2023年投入40万元。",
    "2021-2023年投入40万元。", "3至5月投入40万元。",      "2021年至2023年投入40万元。",
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      pe_prose *prose = read_with (texts[i], NULL);

      assert_int_equal (sum_up (prose).n_figures, 1);
      assert_string_equal (text_of (pe_prose_get_audit (prose), 0), "40万元");
      pe_prose_unref (prose);
    }
}

/* 2023年均支出 is what was spent on average in 2023, 近3年均 in three years: the money alone is a figure. */
static void
test_years_on_average (void **state)
{
  static const struct
  {
    const char *text, *figure;
  } rows[] = {
    { "2023年均支出40万元。", "40万元" },  { "近3年均完成投资40万元。", "40万元" },
    { "2021-2023年均增长6.5%。", "6.5%" }, { "该项目2023年均支出为40万元", "40万元" },
    { "完成率为12.5年均", "12.5" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_prose *prose = read_with (rows[i].text, NULL);

      assert_int_equal (sum_up (prose).n_figures, 1);
      assert_string_equal (text_of (pe_prose_get_audit (prose), 0), rows[i].figure);
      pe_prose_unref (prose);
    }
  /* Two payments of a year, and the year no third. */
  assert_read_as ("2023年均支出40万元，其中一季度25万元、二季度15万元。", "sum 40万元<25万元+15万元");
}

/* Figures keep their bytes, over line breaks too, and full-width digits are digits. */
static void
test_places (void **state)
{
  static const char text[] = "支出 2,1\n\n55.61 万元，其中基本支出１，５５5.88万元，项目支出599.73万元。";
  pe_prose         *prose = read_with (text, NULL);
  pe_claim          claim;
  pe_relation       relation;

  (void) state;

  pe_claim_init (&claim, sizeof claim);
  assert_int_equal (pe_audit_get_claim (&claim, pe_prose_get_audit (prose), 0, NULL), PE_OK);
  assert_string_equal (claim.text, "2,155.61万元");
  assert_int_equal (claim.offset, strlen ("支出 "));
  assert_int_equal (claim.length, strlen ("2,1\n\n55.61 万元"));
  assert_int_equal (claim.line, 1);
  assert_int_equal (claim.column, 4);
  assert_string_equal (claim.name, "支出");
  assert_int_equal (pe_prose_is_related (prose, 0), 0);
  pe_prose_unref (prose);

  prose = read_with ("支出２００万元，其中甲１５０万元，乙５０万元。", NULL);
  assert_int_equal (sum_up (prose).n_relations, 1);
  assert_string_equal (pe_prose_get_pattern (prose, 0), "parts-of-total");
  assert_null (pe_prose_get_pattern (prose, 1));
  pe_relation_init (&relation, sizeof relation);
  assert_int_equal (pe_audit_get_relation (&relation, pe_prose_get_audit (prose), 0, NULL), PE_OK);
  assert_int_equal (relation.offset, 0);
  assert_int_equal (relation.length, strlen ("支出２００万元，其中甲１５０万元，乙５０万元"));
  assert_non_null (strstr (relation.reading_zh, "各部分相加等于总额"));
  assert_non_null (strstr (relation.reading_en, "the parts add up to the total"));
  pe_prose_unref (prose);
}

/* A word of the caller's, and a pattern: 60 / 1,500 = 4 %. */
static void
test_extensions (void **state)
{
  static const char text[] = "应到会1500人，缺席60人，缺勤度4%。";
  pe_prose_word     word;
  pe_prose_pattern  pattern;
  pe_prose_options  options;
  pe_prose         *prose;

  (void) state;

  prose = read_with (text, NULL);
  assert_int_equal (sum_up (prose).n_relations, 0);
  pe_prose_unref (prose);

  pe_prose_options_init (&options, sizeof options);
  pe_prose_pattern_init (&pattern, sizeof pattern);
  assert_int_equal (pattern.reach, PE_PROSE_SENTENCE);
  pattern.kind = PE_RELATION_RATE;
  pattern.name = "absence";
  pattern.result = "缺勤度";
  pattern.operands[0] = "缺席";
  pattern.operands[1] = "应到会";
  pattern.n_operands = 2;
  options.patterns = &pattern;
  options.n_patterns = 1;
  prose = read_with (text, &options);
  assert_int_equal (sum_up (prose).n_relations, 1);
  assert_string_equal (pe_prose_get_pattern (prose, 0), "absence");
  assert_true (judge (prose, 0).is_exact);
  pe_prose_unref (prose);

  /* What does not fit was not meant, unless the pattern is strict. */
  prose = read_with ("应到会1500人，缺席60人，缺勤度7%。", &options);
  assert_int_equal (sum_up (prose).n_relations, 0);
  pe_prose_unref (prose);
  pattern.is_strict = 1;
  prose = read_with ("应到会1500人，缺席60人，缺勤度7%。", &options);
  assert_int_equal (sum_up (prose).n_accused, 1);
  assert_int_equal (judge (prose, 0).audit_class, PE_CLASS_CONTRADICTION);
  pe_prose_unref (prose);

  pe_prose_options_init (&options, sizeof options);
  pe_prose_word_init (&word, sizeof word);
  word.meaning = PE_PROSE_PARTS;
  word.text = "拆为";
  options.words = &word;
  options.n_words = 1;
  prose = read_with ("资金20万元，拆为甲15万元，乙5万元。", &options);
  assert_int_equal (sum_up (prose).n_relations, 1);
  pe_prose_unref (prose);
}

static void
assert_refused (const char *text, size_t size, const pe_prose_options *options, pe_status expected)
{
  pe_prose *prose = NULL;
  pe_error *error = NULL;

  assert_int_equal (pe_prose_read (&prose, text, size, options, &error), expected);
  assert_null (prose);
  assert_int_equal (pe_error_get_status (error), expected);
  pe_error_unref (error);
}

/* Each refusal says where, what was there and what would be right. */
static void
assert_refused_at (const char *text, size_t size, const pe_prose_options *options, uint64_t line, uint64_t column,
                   const char *message)
{
  pe_prose         *prose = NULL;
  pe_error         *error = NULL;
  const pe_finding *finding;
  const pe_place   *place;

  assert_int_not_equal (pe_prose_read (&prose, text, size, options, &error), PE_OK);
  finding = pe_error_get_finding (error);
  place = pe_finding_get_place (finding, 0);
  assert_non_null (place);
  assert_string_equal (pe_place_get_file (place), "报告.txt");
  assert_int_equal (pe_place_get_line (place), line);
  assert_int_equal (pe_place_get_column (place), column);
  if (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), message) == NULL)
    fail_msg ("%s", pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_error_unref (error);
}

static void
test_refusal_places (void **state)
{
  static const char text[] = "支出１万元，\n收入 2 万元，\n 结余 3 万元。";
  pe_limits         limits;
  pe_audit_options  audit;
  pe_prose_options  options;

  (void) state;

  pe_prose_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  pe_audit_options_init (&audit, sizeof audit);
  options.file = "报告.txt";
  options.audit = &audit;
  audit.limits = &limits;
  limits.items = 2;
  assert_refused_at (text, strlen (text), &options, 3, 5,
                     "of which \"3万元\" is the first beyond; expected at most 2, or a");
  limits.items = 1;
  assert_refused_at (text, strlen (text), &options, 2, 4,
                     "of which \"2万元\" is the first beyond; expected at most 1, or a");
  assert_refused_at ("1。\n甲\xff", 9, &options, 2, 2, "at byte 8: found \"");
  limits.bytes = 3;
  assert_refused_at (text, strlen (text), &options, 0, 0, "too long: 57 bytes; expected at most 3 bytes");
}

/* No report has so many figures; what one may cost does not grow with the limit of all other inputs. */
static void
test_most_figures (void **state)
{
  pe_prose_options options;
  pe_prose        *prose = NULL;
  GString         *text = g_string_new (NULL);

  (void) state;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, i % 10 < 9 ? "1、" : "7元\n");
  assert_int_equal (pe_prose_read (&prose, text->str, text->len, NULL, NULL), PE_OK);
  pe_prose_unref (prose);
  pe_prose_options_init (&options, sizeof options);
  options.file = "报告.txt";
  g_string_append (text, "支出2.5万元。");
  assert_refused_at (
      text->str, text->len, &options, 10001, 3,
      "figures: there are too many items, of which \"2.5万元\" is the first beyond; expected at most 100000");
  g_string_free (text, TRUE);
}

static void
test_pattern_refusal (void **state)
{
  pe_prose_options options;
  pe_prose_pattern patterns[256];
  GString         *text = g_string_new ("开头。\n");

  (void) state;

  pe_prose_options_init (&options, sizeof options);
  for (size_t i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      pe_prose_pattern_init (&patterns[i], sizeof *patterns);
      patterns[i].kind = PE_RELATION_SUM;
      patterns[i].reach = PE_PROSE_TEXT;
      patterns[i].name = "x";
      patterns[i].result = "甲";
      patterns[i].n_operands = 8;
      for (size_t k = 0; k < 8; k++)
        patterns[i].operands[k] = "甲";
    }
  options.file = "报告.txt";
  options.patterns = patterns;
  options.n_patterns = G_N_ELEMENTS (patterns);
  for (int i = 0; i < 22000; i++)
    g_string_append (text, "甲1元，\n");
  /* 256 patterns look up 8 operands and themselves at each figure; the first stands in line 2 */
  assert_refused_at (text->str, text->len, &options, 21703, 2,
                     "patterns: the exact calculation grew too large at \"1元\"");
  g_string_free (text, TRUE);
}

static void
test_refusals (void **state)
{
  pe_limits        limits;
  pe_audit_options audit;
  pe_prose_options options;
  pe_prose_pattern pattern;
  pe_prose_word    word;

  (void) state;

  pe_prose_options_init (&options, sizeof options);
  assert_refused (NULL, 1, NULL, PE_ERROR_INVALID_ARGUMENT);
  assert_refused ("支出\xff", 7, NULL, PE_ERROR_INVALID_UTF8);
  assert_int_equal (pe_prose_read (NULL, "", 0, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);

  pe_limits_init (&limits, sizeof limits);
  pe_audit_options_init (&audit, sizeof audit);
  limits.bytes = 3;
  audit.limits = &limits;
  options.audit = &audit;
  assert_refused ("支出1万元", 11, &options, PE_ERROR_LIMIT_BYTES);
  limits.bytes = 1000;
  limits.items = 1;
  assert_refused ("支出1万元，收入1万元", strlen ("支出1万元，收入1万元"), &options, PE_ERROR_LIMIT_ITEMS);

  pe_prose_options_init (&options, sizeof options);
  pe_prose_word_init (&word, sizeof word);
  options.words = &word;
  options.n_words = 1;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  word.meaning = PE_PROSE_SHARE;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  word.text = "占 比";
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  word.text = "占\xff";
  assert_refused ("", 0, &options, PE_ERROR_INVALID_UTF8);

  pe_prose_options_init (&options, sizeof options);
  pe_prose_pattern_init (&pattern, sizeof pattern);
  options.patterns = &pattern;
  options.n_patterns = 1;
  pattern.kind = PE_RELATION_GRADE;
  pattern.name = pattern.result = pattern.operands[0] = "x";
  pattern.n_operands = 1;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  options.n_patterns = 257;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
}

/* Whether a pattern of the caller's is taken. */
static gboolean
is_taken (const pe_prose_pattern *pattern)
{
  pe_prose_options options;
  pe_prose        *prose = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  pe_prose_options_init (&options, sizeof options);
  options.patterns = pattern;
  options.n_patterns = 1;
  status = pe_prose_read (&prose, "", 0, &options, &error);
  assert_int_equal (pe_error_get_status (error), status);
  assert_true (status == PE_OK ? prose != NULL : prose == NULL && status == PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (error);
  pe_prose_unref (prose);
  return status == PE_OK;
}

static pe_prose_pattern
make_pattern (pe_relation_kind kind, pe_relation_form form, uint32_t n_operands)
{
  pe_prose_pattern pattern;

  pe_prose_pattern_init (&pattern, sizeof pattern);
  pattern.kind = kind;
  pattern.form = form;
  pattern.name = pattern.result = "x";
  for (size_t i = 0; i < PE_PROSE_PATTERN_OPERANDS; i++)
    pattern.operands[i] = "y";
  pattern.n_operands = n_operands;
  return pattern;
}

#define MANY PE_PROSE_PATTERN_OPERANDS

/* What follows from figures alone, with as many as its formula in relation.h names; fewest is 0 for what a pattern cannot
 * say: a comparison, signs, a constant, the bands of grades, or what is not computed at all. */
static void
test_kinds_of_patterns (void **state)
{
  static const struct
  {
    pe_relation_kind kind;
    pe_relation_form form;
    uint32_t         fewest, most;
  } rows[] = {
    { PE_RELATION_SUM, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_DIFFERENCE, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_RATE, PE_FORM_PLAIN, 2, 2 },
    { PE_RELATION_SHARE, PE_FORM_PLAIN, 2, 2 },
    { PE_RELATION_GROWTH, PE_FORM_PLAIN, 2, 2 },
    { PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, 1, 1 },
    { PE_RELATION_GROWTH, PE_FORM_DOWN_IMPLIED_BASE, 1, 1 },
    { PE_RELATION_COMPLETION, PE_FORM_PLAIN, 2, 2 },
    { PE_RELATION_COMPLETION, PE_FORM_MEETS_MIN, 1, 1 },
    { PE_RELATION_COMPLETION, PE_FORM_MEETS_MAX, 1, 1 },
    { PE_RELATION_PRODUCT, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_SCORE_SUM, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_DEDUCTION, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_MARKS, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_SAME_QUANTITY, PE_FORM_PLAIN, 1, MANY },
    { PE_RELATION_COUNT, PE_FORM_PLAIN, 2, MANY },
    { PE_RELATION_CONVERSION, PE_FORM_PLAIN, 1, 1 },
    { PE_RELATION_RULE_SCORE, PE_FORM_PLAIN, 0, 0 },
    { PE_RELATION_BOUND, PE_FORM_PLAIN, 0, 0 },
    { PE_RELATION_GRADE, PE_FORM_PLAIN, 0, 0 },
    { PE_RELATION_COUNTERPART, PE_FORM_PLAIN, 0, 0 },
    { PE_RELATION_SUM, PE_FORM_SIGNED, 0, 0 },
    { PE_RELATION_RATE, PE_FORM_DIVIDED, 0, 0 },
    { PE_RELATION_SUM, 99, 0, 0 },
    { 0, PE_FORM_PLAIN, 0, 0 },
    { 99, PE_FORM_PLAIN, 0, 0 },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    for (uint32_t n = 0; n <= PE_PROSE_PATTERN_OPERANDS + 1; n++)
      {
        const pe_prose_pattern pattern = make_pattern (rows[i].kind, rows[i].form, n);

        assert_int_equal (is_taken (&pattern), rows[i].fewest > 0 && n >= rows[i].fewest && n <= rows[i].most);
      }
}

static void
test_parts_of_patterns (void **state)
{
  pe_prose_pattern pattern = make_pattern (PE_RELATION_RATE, PE_FORM_PLAIN, 2);

  (void) state;
  for (pattern.reach = 0; pattern.reach <= PE_PROSE_TEXT + 1; pattern.reach++)
    assert_int_equal (is_taken (&pattern), pattern.reach >= PE_PROSE_SENTENCE && pattern.reach <= PE_PROSE_TEXT);
  pattern = make_pattern (PE_RELATION_RATE, PE_FORM_PLAIN, 2);
  pattern.name = NULL;
  assert_false (is_taken (&pattern));
  pattern.name = "x";
  pattern.result = "";
  assert_false (is_taken (&pattern));
  pattern.result = "a b";
  assert_false (is_taken (&pattern));
  pattern.result = "x";
  pattern.operands[1] = NULL;
  assert_false (is_taken (&pattern));
  pattern.operands[1] = "y";
  pattern.struct_size = 0;
  assert_false (is_taken (&pattern));
}

/* Counts without an array, above what the header allows, and what is reserved. */
static void
test_arrays_of_options (void **state)
{
  pe_prose_options options;

  (void) state;
  pe_prose_options_init (&options, sizeof options);
  options.n_words = 1;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  options.n_words = 0;
  options.n_patterns = 1;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  options.n_patterns = 0;
  options.n_words = 4097;
  options.words = &(const pe_prose_word) { 0 };
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  options.n_words = 0;
  options.reserved = 1;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
  options.reserved = 0;
  options.struct_size = 0;
  assert_refused ("", 0, &options, PE_ERROR_INVALID_ARGUMENT);
}

static void
test_nothing (void **state)
{
  pe_prose        *prose = read_with ("", NULL);
  pe_prose_summary summary = sum_up (prose);

  (void) state;

  assert_int_equal (summary.n_figures, 0);
  assert_int_equal (summary.n_sentences, 0);
  assert_int_equal (pe_audit_get_n_claims (pe_prose_get_audit (prose)), 0);
  assert_ptr_equal (pe_prose_ref (prose), prose);
  pe_prose_unref (prose);
  pe_prose_unref (prose);
  pe_prose_unref (NULL);
  assert_null (pe_prose_ref (NULL));
  assert_null (pe_prose_get_audit (NULL));
  assert_null (pe_prose_get_pattern (NULL, 0));
  assert_int_equal (pe_prose_is_related (NULL, 0), 0);
  assert_int_equal (pe_prose_get_summary (&summary, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_shapes),
    cmocka_unit_test (test_contradictions),
    cmocka_unit_test (test_no_quantities),
    cmocka_unit_test (test_spans_of_time),
    cmocka_unit_test (test_years_on_average),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_extensions),
    cmocka_unit_test (test_refusals),
    cmocka_unit_test (test_refusal_places),
    cmocka_unit_test (test_most_figures),
    cmocka_unit_test (test_pattern_refusal),
    cmocka_unit_test (test_nothing),
    cmocka_unit_test (test_kinds_of_patterns),
    cmocka_unit_test (test_parts_of_patterns),
    cmocka_unit_test (test_arrays_of_options),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
