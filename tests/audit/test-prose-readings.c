/* test-prose-readings.c - sentences for the rules of the reader of prose, one by one
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Each sentence is made up for what one rule turns on; what is expected was worked out by hand.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include <perfeval/prose.h>

static const char *
text_of (const pe_audit *audit, uint32_t index)
{
  pe_claim claim;

  pe_claim_init (&claim, sizeof claim);
  assert_int_equal (pe_audit_get_claim (&claim, audit, index, NULL), PE_OK);
  return claim.text;
}

static void
add_relation (const pe_audit *audit, size_t index, GString *out)
{
  pe_relation relation;
  pe_verdict  verdict;

  pe_relation_init (&relation, sizeof relation);
  pe_verdict_init (&verdict, sizeof verdict);
  assert_int_equal (pe_audit_get_relation (&relation, audit, index, NULL), PE_OK);
  assert_int_equal (pe_audit_get_verdict (&verdict, audit, index, NULL), PE_OK);
  if (index > 0)
    g_string_append_c (out, ' ');
  g_string_append (out, pe_relation_kind_get_name (relation.kind));
  if (relation.form != PE_FORM_PLAIN)
    g_string_append_printf (out, "/%s", pe_relation_form_get_name (relation.form));
  g_string_append_printf (
      out, " %s%s", text_of (audit, relation.result), verdict.audit_class == PE_CLASS_CONTRADICTION ? "!" : "");
  for (uint32_t k = 0; k < relation.n_operands; k++)
    g_string_append_printf (out, "%c%s", k == 0 ? '<' : '+', text_of (audit, relation.operands[k]));
}

/* "kind/form result<operand+operand", ! behind the result of a contradiction; in the order of reading. */
static void
assert_read_with (const char *text, const pe_prose_options *options, const char *expected)
{
  pe_prose *prose = NULL;
  GString  *found = g_string_new (NULL);

  assert_int_equal (pe_prose_read (&prose, text, strlen (text), options, NULL), PE_OK);
  for (size_t i = 0; i < pe_audit_get_n_relations (pe_prose_get_audit (prose)); i++)
    add_relation (pe_prose_get_audit (prose), i, found);
  if (strcmp (found->str, expected) != 0)
    fail_msg ("%s: read as \"%s\", expected \"%s\"", text, found->str, expected);
  g_string_free (found, TRUE);
  pe_prose_unref (prose);
}

static void
assert_read_as (const char *text, const char *expected)
{
  assert_read_with (text, NULL, expected);
}

/* 240 − 220 = 220 − 200 = 20. */
static void
test_excess (void **state)
{
  (void) state;
  assert_read_as ("收入预算数240万元，决算数220万元，小于预算数20万元。", "difference 20万元<240万元+220万元");
  assert_read_as ("收入预算数200万元，决算数220万元，大于预算数20万元。", "difference 20万元<220万元+200万元");
  assert_read_as ("实际支出180万元，节约资金20万元，节约率10%。", "rate/over_sum 10%<20万元+180万元+20万元");
  /* The 60 of another sentence, which is neither a total nor a budget, is not what 40 and 20 are of. */
  assert_read_as ("购置设备60万元。工作按期完成。公用支出40万元，结余20万元。", "");
}

/* 50 / 48 = 1.0417 is the one whole base; none gives 3.3 %, and nobody is accused of a growth alone. */
static void
test_growth (void **state)
{
  (void) state;
  assert_read_as ("新引进项目50个，同比增长4.17%。", "growth/implied_base 4.17%<50个");
  assert_read_as ("新引进项目50个，同比增长4.166667%。", "growth/implied_base 4.166667%<50个");
  assert_read_as ("新引进项目50个，同比增长3.3%。", "");
  assert_read_as ("去年支出200万元，今年支出220万元，同比增长10%。", "growth/new_old 10%<220万元+200万元");
  /* Known to half a cent, no growth from 2.00 to 2.40 is 22 %. */
  assert_read_as ("去年支出2.00元，今年支出2.40元，同比增长22%。", "");
  /* The figure of this year stands in the sentence before, deep in a text. */
  assert_read_as ("一年过去了。工作顺利。成效明显。全年支出220万元。去年同期支出200万元，同比增长10%。",
                  "growth/new_old 10%<220万元+200万元");
}

/* 200 / 250 = 80 %, but what was planned is not measured by what was spent: 250 / 200 = 125 %. */
static void
test_rates (void **state)
{
  (void) state;
  assert_read_as ("预算200万元，支出250万元，执行率80%。", "rate 80%!<250万元+200万元");
  assert_read_as ("预算200万元，支出250.5万元，预算执行率79.84%。", "rate 79.84%!<250.5万元+200万元");
  assert_read_as ("预算200万元。支出160万元。执行率80%。", "rate 80%<160万元+200万元");
  assert_read_as ("甲200万元。乙160万元。执行率80%。", ""); /* neither was planned or spent */
  assert_read_as ("甲、乙两项预算分别为110万元、90万元，支出分别为99万元、72万元，执行率分别为90%、80%。",
                  "rate 90%<99万元+110万元 rate 80%<72万元+90万元");
  assert_read_as ("面积8,650亩，单价40元/亩，兑付34.6万元。", "product 34.6万元<40元+8,650亩");
  assert_read_as ("全年补助360万元。受益12,000人。人均补助300元。", "rate 300元<360万元+12,000人");
  /* Nothing is looked for behind the last of as many figures as there is room for. */
  assert_read_as ("甲11元。乙23元。丙47元。丁95元。戊191元。己383元。庚767元。人均1535元。", "");
}

/* 120.5 / 200 = 60.25 %, 79.5 / 200 = 39.75 %; 60 / 80 = 75 %. */
static void
test_shares (void **state)
{
  (void) state;
  assert_read_as ("全年收入200万元。财政拨款收入120.5万元，占全年收入的60.25%；事业收入79.5万元，占全年收入的39.75%。",
                  "share 60.25%<120.5万元+200万元 share 39.75%<79.5万元+200万元 sum 200万元<120.5万元+79.5万元");
  assert_read_as ("收入200万元，其中：财政拨款120.5万元，占61.25%；事业收入79.5万元，占39.75%。",
                  "sum 200万元<120.5万元+79.5万元 share 61.25%!<120.5万元+200万元 share 39.75%<79.5万元+200万元");
  assert_read_as ("收入200万元，其中财政拨款120.5万元，占61.25%。", "share 61.25%!<120.5万元+200万元");
  /* Nor is 1.20, known to half a cent, 62 % of 2.00. */
  assert_read_as ("全年收入2.00元。财政拨款收入1.20元，占全年收入的62%。", "");
  assert_read_as ("收入200万元，其中：财政拨款120.5万元，比重为61.25%；事业收入79.5万元，比重为39.75%。",
                  "sum 200万元<120.5万元+79.5万元 share 61.25%!<120.5万元+200万元 share 39.75%<79.5万元+200万元");
  assert_read_as ("三项支出分别为20万元、30万元、10万元，三项合计占全部支出80万元的75%。",
                  "share/parts_over 75%<20万元+30万元+10万元+80万元");
  assert_read_as ("总支出80万元，前三位为甲20万元、乙30万元、丙10万元，前三位占75%。",
                  "share/parts_over 75%<20万元+30万元+10万元+80万元");
}

/* 8.6 + 18.4 = 27; 25.5 + 30.2 = 55.7, which no rounding makes 56.9; 30 − 10 = 20. */
static void
test_sums (void **state)
{
  (void) state;
  assert_read_as ("限额10亿元，余额8.6亿元；限额20亿元，余额18.4亿元，余额合计27亿元。", "sum 27亿元<8.6亿元+18.4亿元");
  assert_read_as ("甲25.5万元、乙30.2万元，合计56.9万元。", "sum 56.9万元!<25.5万元+30.2万元");
  assert_read_as ("总支出300万元，比上年增加20万元，其中：甲200万元，增加30万元；乙100万元，减少10万元。",
                  "sum 300万元<200万元+100万元 sum/signed 20万元<30万元+10万元");
  assert_read_as ("总计划300万元，完成240万元，其中：甲计划200万元，完成150万元；乙计划100万元，完成90万元。",
                  "sum 300万元<200万元+100万元 sum 240万元<150万元+90万元");
  /* The parts end where they fill the total; what is nothing may stand with them. */
  assert_read_as ("全年支出100万元，其中人员经费60万元、公用经费40万元、设备购置30万元。", "sum 100万元<60万元+40万元");
  assert_read_as ("全年支出100万元，其中：人员经费60万元、公用经费40万元，培训费0万元，设备购置30万元。",
                  "sum 100万元<60万元+40万元+0万元");
  /* Nothing left is no rest. */
  assert_read_as ("收入总计1,050.5万元。本年收入1,000万元，事业收入50.5万元，结余0万元；另有其他事项。",
                  "sum 1,050.5万元<1,000万元+50.5万元+0万元");
  /* That a figure is the sum of two others is no relation where nothing says so. */
  assert_read_as ("甲20万元，乙30万元，丙50万元。", "");
}

/* 532 + 368 = 900, behind as many figures as it takes. */
static void
test_mention (void **state)
{
  GString *text = g_string_new (NULL);

  (void) state;
  for (int i = 0; i < 60; i++)
    g_string_append (text, "本月下雨3天。");
  g_string_append (text, "全年派单900件，派单中热线532件、网络368件。");
  assert_read_as (text->str, "count 900件<532件+368件");
  g_string_free (text, TRUE);
}

/* What was budgeted and what was spent are two quantities, be they equal; and so are a plan and what came of it. */
static void
test_pairs (void **state)
{
  (void) state;
  assert_read_as ("培训预算125万元。培训支出125万元。", "");
  assert_read_as ("计划培训120人次，实际培训120人次，完成率100%。", "rate 100%<120人次+120人次");
  /* 40 + 30 of the 100 for projects; the 20 are of no project. */
  assert_read_as (
      "全年支出300万元，其中基本支出200万元，项目支出100万元。甲工程预算40万元，支出40万元，项目执行率100%。"
      "乙工程预算30万元，支出30万元，项目执行率100%。培训预算20万元，支出20万元，执行率100%。",
      "sum 300万元<200万元+100万元 rate 100%<40万元+40万元 rate 100%<30万元+30万元 rate 100%<20万元+20万元 "
      "sum/partial 100万元<40万元+30万元");
  /* Nor is a rate that is none of execution: 190.5 / 200 = 95.25 %. */
  assert_read_as (
      "全年支出600万元，其中基本支出200万元，项目支出400万元。甲工程预算40万元，支出40万元，项目执行率100%。"
      "乙工程预算30万元，支出30万元，项目执行率100%。培训计划200万元，培训支出190.5万元，项目达标率95.25%。",
      "sum 600万元<200万元+400万元 rate 100%<40万元+40万元 rate 100%<30万元+30万元 "
      "rate 95.25%<190.5万元+200万元 sum/partial 400万元<40万元+30万元");
}

static void
test_names (void **state)
{
  (void) state;
  /* 等: there are more than are named. */
  assert_read_as ("内设机构3个，分别为办公室、人事科等。", "");
  assert_read_as ("内设机构3个，包括办公室、人事科等。", "");
  assert_read_as ("内设机构5个，分别为办公室、人事科、财务科等。", "");
  assert_read_as ("内设机构5个，分别为办公室、人事科、财务科。", "count/list 5个!<办公室+人事科+财务科");
  assert_read_as ("指标总分100分。评定等级为优。", "");
  assert_read_as ("投入满分20分，得18.5分，过程满分80分，得74分，总分92.5分，等级为优。",
                  "score_sum 92.5分<18.5分+74分 grade 优<92.5分");
}

/* A line of twelve characters goes on in the next, and so does one whose next begins with 、. */
static void
test_lines (void **state)
{
  (void) state;
  assert_read_as ("支出合计100万元，其中人员经费支出80万元\n、公用经费支出20万元。", "sum 100万元<80万元+20万元");
  assert_read_as ("支出合计100万元，其中\n人员80万元、公用20万元。", "sum 100万元<80万元+20万元");
}

/* A house's own word for a rate of execution. */
static void
test_own_word (void **state)
{
  pe_prose_options options;
  pe_prose_word    word;

  (void) state;
  pe_prose_options_init (&options, sizeof options);
  pe_prose_word_init (&word, sizeof word);
  word.meaning = PE_PROSE_EXECUTION;
  word.text = "兑付度";
  options.words = &word;
  options.n_words = 1;
  assert_read_as ("项目预算220万元，实际支出200万元，兑付度90.91%。", "");
  assert_read_with ("项目预算220万元，实际支出200万元，兑付度90.91%。", &options, "rate 90.91%<200万元+220万元");
}

static void
test_natures (void **state)
{
  static const char text[] = "指标值不低于85%，实际完成值92%。";
  pe_prose         *prose = NULL;
  pe_claim          claim;

  (void) state;
  assert_int_equal (pe_prose_read (&prose, text, strlen (text), NULL, NULL), PE_OK);
  pe_claim_init (&claim, sizeof claim);
  assert_int_equal (pe_audit_get_claim (&claim, pe_prose_get_audit (prose), 0, NULL), PE_OK);
  assert_string_equal (claim.text, "85%");
  assert_int_equal (claim.nature, PE_CLAIM_TARGET);
  pe_prose_unref (prose);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_excess),  cmocka_unit_test (test_growth),  cmocka_unit_test (test_rates),
    cmocka_unit_test (test_shares),  cmocka_unit_test (test_sums),    cmocka_unit_test (test_pairs),
    cmocka_unit_test (test_names),   cmocka_unit_test (test_lines),   cmocka_unit_test (test_own_word),
    cmocka_unit_test (test_natures), cmocka_unit_test (test_mention),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
