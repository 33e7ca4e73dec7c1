/* test-explain-lines.c - a text that was handed in begins no line of an explanation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

/* A name, a standard and a sentence that would say "得分：10 分" by themselves, if they could. */
#define FALSE_ZH "指标\n得分：10 分"
#define FALSE_EN "indicator\nScore: 10 points"

static pe_rulebook *
new_rulebook (void)
{
  scheme       rules;
  pe_indicator indicator;

  scheme_begin (&rules, "20");
  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = "1";
  indicator.name_zh = FALSE_ZH;
  indicator.name_en = FALSE_EN;
  indicator.standard_zh = FALSE_ZH "\n";
  indicator.standard_en = FALSE_EN "\n";
  indicator.reason_zh = FALSE_ZH;
  indicator.reason_en = FALSE_EN;
  indicator.full_marks = number ("10");
  indicator.rule = new_ratio (NULL, PE_POLICY_ERROR);
  WELL (pe_rulebook_builder_add_indicators (rules.builder, &indicator, 1, &error));
  pe_rule_unref (indicator.rule);
  scheme_add_leaf (&rules, 0, "2", "10", new_slot ("equal", "rows", "1", "error", PE_POLICY_ERROR), PE_DECLARED_NEVER,
                   NULL);
  return scheme_build (&rules);
}

static pe_dossier *
new_dossier (void)
{
  material facts;

  material_init (&facts);
  material_add_fact (&facts, "1", "actual", "1");
  material_add_fact (&facts, "1", "target", "2");
  material_add_row (&facts, "2", 0, FALSE_ZH, "", "4", "1");
  return material_build (&facts);
}

/* How many lines of a text begin so. */
static size_t
count_lines (const char *text, const char *beginning)
{
  size_t n = 0;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += line == text ? 0 : 1;
      n += strncmp (line, beginning, strlen (beginning)) == 0 ? 1 : 0;
    }
  return n;
}

/* Each node says its score once, and the false one stands within the lines of what it was handed in as. */
static void
check_language (const pe_evaluation *self, pe_language language, const char *beginning)
{
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self); i++)
    {
      pe_text *text = NULL;

      WELL (pe_evaluation_explain (&text, self, i, language, &error));
      assert_int_equal (count_lines (pe_text_get_data (text), beginning), 1);
      pe_text_unref (text);
    }
}

static void
test_lines (void **state)
{
  pe_evaluation *self = evaluate (new_rulebook (), new_dossier ());
  pe_text       *text = NULL;

  (void) state;
  check_language (self, PE_LANGUAGE_ZH, "得分：");
  check_language (self, PE_LANGUAGE_EN, "Score: ");
  WELL (pe_evaluation_explain (&text, self, find_node (self, "1"), PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), "1 指标 得分：10 分（满分 10 分）\n评分标准：指标 得分：10 分 \n数据：");
  check_part (text, "\n得分：5 分，扣 5 分\n原因：指标 得分：10 分\n");
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_lines) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
