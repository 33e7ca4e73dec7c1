/* test-reason.c - the sentences of the ledger
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

/* 10 × 2 / 3 = 6.67, 3.33 lost; the sentence is the template's. */
static void
check_template (const char *template, const char *expected)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, template);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "2个");
  material_add_fact (&facts, "1.1", "target", "3个");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), 0, PE_LANGUAGE_ZH, &error));
  check_text (text, expected);
  pe_evaluation_unref (self);
}

static void
test_templates (void **state)
{
  (void) state;
  check_template ("{name}：{full_marks}分得{score}分，扣{deduction}分，率{rate}。",
                  "1.1：10分得6.67分，扣3.33分，率66.67%。");
  check_template ("应{target}，实{actual}，{nothing}。", "应3 个，实2 个，—。");
  check_template ("没有参数。", "没有参数。");
  check_template ("开{不闭", "开{不闭");
  check_template ("{}", "—");
  check_template ("{{rate}", "—");
}

/* Names beyond the thousandth, and those behind 65,536 bytes, stay as they are: no sentence that a person reads comes near
 * either, and a template cannot make one without bound. */
static void
test_long_templates (void **state)
{
  GString *template = g_string_new (NULL), *expected = g_string_new (NULL);
  char *thousand = g_strnfill (1000, '.');

  (void) state;
  for (int i = 0; i < 1002; i++)
    {
      g_string_append (template, "{full_marks}");
      g_string_append (expected, i < 1000 ? "10" : "{full_marks}");
    }
  check_template (template->str, expected->str);
  g_string_set_size (template, 0);
  g_string_set_size (expected, 0);
  /* 1,003 bytes each: the 66th is the first that ends behind 65,536. */
  for (int i = 0; i < 70; i++)
    {
      g_string_append_printf (template, "%s{name}", i < 66 ? thousand : "");
      g_string_append_printf (expected, "%s%s", i < 66 ? thousand : "", i < 66 ? "1.1" : "{name}");
    }
  check_template (template->str, expected->str);
  g_string_free (template, TRUE);
  g_string_free (expected, TRUE);
  g_free (thousand);
}

/* A sentence may call a figure by the rule's name for it or by the fact's own. */
static void
test_fact_names (void **state)
{
  scheme           rules;
  material         facts;
  pe_rule_builder *builder = NULL;
  pe_rule         *rule = NULL;
  pe_evaluation   *self;
  pe_text         *text = NULL;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "capped_ratio", 1, &error));
  WELL (pe_rule_builder_bind_fact (builder, "actual", "paid", &error));
  WELL (pe_rule_builder_bind_fact (builder, "target", "owed", &error));
  WELL (pe_rule_builder_build (&rule, builder, NULL, &error));
  pe_rule_builder_free (builder);
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", rule, PE_DECLARED_NEVER,
                   "应{owed}，实{paid}，实{actual}，{sold}，{payee}。");
  material_init (&facts);
  material_add_fact (&facts, "1.1", "paid", "2个");
  material_add_fact (&facts, "1.1", "owed", "3个");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "应3 个，实2 个，实2 个，—，—。");
  pe_evaluation_unref (self);
}

/* The target of a rate is what it is held against: the second of its parts. */
static void
test_target_of_rate (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  scheme_init (&rules, "10");
  scheme_add_leaf (&rules, 0, "1.1", "10", new_ratio ("budget.execution_rate", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   "预算{target}，执行{actual}。");
  material_init (&facts);
  material_set_budget (&facts, "300万元", "200万元");
  self = evaluate (scheme_build (&rules), material_build (&facts));
  WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "预算300 万元，执行200 万元。");
  pe_evaluation_unref (self);
}

/* One point is no points, whatever the template says of the number that it does not know. */
static void
test_one_point (void **state)
{
  static const struct
  {
    const char *score, *expected;
  } rows[] = { { "9", "1 point lost of 10 points" },
               { "8", "2 points lost of 10 points" },
               { "8.9", "1.1 points lost of 10 points" },
               { "7", "3 points lost of 10 points" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      scheme         rules;
      material       facts;
      pe_indicator   leaf;
      pe_rule       *rule = new_attested ();
      pe_evaluation *self;
      pe_text       *text = NULL;

      scheme_init (&rules, "10");
      pe_indicator_init (&leaf, sizeof leaf);
      leaf.code = leaf.name_zh = "A";
      leaf.full_marks = number ("10");
      leaf.rule = rule;
      leaf.reason_zh = "扣{deduction}分";
      leaf.reason_en = "{deduction} points lost of {full_marks} points";
      WELL (pe_rulebook_builder_add_indicators (rules.builder, &leaf, 1, &error));
      pe_rule_unref (rule);
      material_init (&facts);
      material_declare (&facts, "A", rows[i].score, NULL);
      self = evaluate (scheme_build (&rules), material_build (&facts));
      WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), 0, PE_LANGUAGE_EN, &error));
      check_text (text, rows[i].expected);
      pe_evaluation_unref (self);
    }
}

static pe_evaluation *
new_plain (const char *actual, pe_policy policy)
{
  scheme   rules;
  material facts;

  scheme_init (&rules, "20");
  scheme_add_leaf (&rules, 0, "A", "10", new_ratio (NULL, policy), PE_DECLARED_NEVER, NULL);
  scheme_add_leaf (&rules, 0, "B", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  material_init (&facts);
  material_add_fact (&facts, "A", "actual", actual);
  material_add_fact (&facts, "A", "target", "3");
  material_declare (&facts, "B", "8", "材料不全");
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static void
check_reason (const pe_evaluation *self, size_t entry, pe_language language, const char *expected)
{
  pe_text *text = NULL;

  WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), entry, language, &error));
  check_text (text, expected);
}

static void
test_defaults (void **state)
{
  pe_evaluation *self = new_plain ("2", PE_POLICY_ERROR);

  (void) state;
  check_reason (self, 0, PE_LANGUAGE_ZH, "A：满分 10 分，得 6.67 分，扣 3.33 分。");
  check_reason (self, 0, PE_LANGUAGE_EN, "A: 6.67 of 10 points, 3.33 lost.");
  check_reason (self, 1, PE_LANGUAGE_ZH, "B：满分 10 分，得 8 分，扣 2 分。说明：材料不全");
  check_reason (self, 1, PE_LANGUAGE_EN, "B: 8 of 10 points, 2 lost. As stated: 材料不全");
  pe_evaluation_unref (self);
}

/* 8 × 20 / 10 = 16 */
static void
test_policies (void **state)
{
  pe_evaluation *self = new_plain ("-", PE_POLICY_ZERO);

  (void) state;
  check_reason (self, 0, PE_LANGUAGE_ZH, "A：数据不适用，按规定处理：满分 10 分，得 0 分，扣 10 分。");
  check_reason (self, 0, PE_LANGUAGE_EN, "A: the figure is not applicable, by policy 0 of 10 points, 10 lost.");
  pe_evaluation_unref (self);
  self = new_plain ("-", PE_POLICY_DROP);
  check_reason (self, 0, PE_LANGUAGE_ZH, "总分：不计分的各项共 10 分，其余各项得 8 分，按满分 20 分折算为 16 分。");
  check_reason (self, 0, PE_LANGUAGE_EN,
                "Total: 10 points left out; the rest, 8 points, is rescaled to the full marks of 20: 16.");
  check_reason (self, 1, PE_LANGUAGE_ZH, "A：不适用，不计分；满分 10 分折算到其余各项。");
  check_reason (self, 1, PE_LANGUAGE_EN,
                "A: not applicable, left out; its full marks of 10 are rescaled over the rest.");
  pe_evaluation_unref (self);
}

/* 8.005 leaves exact, the total rounded: 8.01 */
static void
test_rounding (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;

  (void) state;
  scheme_init (&rules, "10");
  rules.rounding.leaf_rounding = 0;
  scheme_add_leaf (&rules, 0, "B", "10", new_attested (), PE_DECLARED_ONLY, NULL);
  material_init (&facts);
  material_declare (&facts, "B", "8.005", NULL);
  self = evaluate (scheme_build (&rules), material_build (&facts));
  check_reason (self, 0, PE_LANGUAGE_ZH, "总分：8.005 分，四舍五入保留 2 位小数，为 8.01 分。");
  check_reason (self, 0, PE_LANGUAGE_EN, "Total: 8.005 points, rounded half up to 2 places: 8.01.");
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_templates), cmocka_unit_test (test_fact_names),     cmocka_unit_test (test_target_of_rate),
    cmocka_unit_test (test_one_point), cmocka_unit_test (test_defaults),       cmocka_unit_test (test_policies),
    cmocka_unit_test (test_rounding),  cmocka_unit_test (test_long_templates),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
