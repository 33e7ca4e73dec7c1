/* test-slot.c - leaves whose rows the unit brings
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

static pe_rulebook *
new_rulebook (const char *full_marks, pe_rule *slot)
{
  scheme rules;

  scheme_init (&rules, full_marks);
  scheme_add_leaf (&rules, 0, "1.1", full_marks, slot, PE_DECLARED_NEVER, NULL);
  return scheme_build (&rules);
}

/* Shares 1/2, 1, 1/3 of three equal rows: 20 × (11/6) / 3 = 220/18 = 110/9 = 12.22… → 12.22 */
static void
test_mean_equal (void **state)
{
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "", "10", "5");
  material_add_row (&facts, "1.1", 0, "b", "", "10", "12");
  material_add_row (&facts, "1.1", 0, "c", "", "3", "1");
  self = evaluate (new_rulebook ("20", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_UNROUNDED, "110/9");
  check_points (self, "1.1", PE_POINTS_SCORE, "12.22");
  assert_int_equal (pe_evaluation_get_n_nodes (self), 2);
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "20 × (0.5 + 1 + 0.3333333…) / 3 = 12.2222222…");
  pe_evaluation_unref (self);
}

/* Weights 3 and 1, shares 1/2 and 1: 20 × (3 × 1/2 + 1) / 4 = 12.5 */
static void
test_mean_by_weight (void **state)
{
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "3", "10", "5");
  material_add_row (&facts, "1.1", 0, "b", "1", "10", "12");
  self = evaluate (new_rulebook ("20", new_slot ("by_weight", "mean", "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "12.5");
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "20 × (3 × 0.5 + 1 × 1) / (3 + 1) = 12.5");
  pe_evaluation_unref (self);
}

/* by_unit, two levels: A = 12 (a1 8, a2 4), b 8; a1 5/10 → 4, a2 1/3 → 4/3 = 1.33, b 1/1 → 8; 4 + 1.33 + 8 = 13.33.
 * The rows were not added in printed order, in which they are numbered. */
static void
test_rows_in_levels (void **state)
{
  static const char *const codes[] = { "", "1.1", "1.1#1", "1.1#2", "1.1#3", "1.1#4" };
  material                 facts;
  pe_evaluation           *self;
  pe_node                  node;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "A", "12", "", "");
  material_add_row (&facts, "1.1", 0, "b", "8", "1", "1");
  material_add_row (&facts, "1.1", 1, "a1", "8", "10", "5");
  material_add_row (&facts, "1.1", 1, "a2", "4分", "3", "1");
  self = evaluate (new_rulebook ("20", new_slot ("by_unit", "rows", "2", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  assert_int_equal (pe_evaluation_get_n_nodes (self), G_N_ELEMENTS (codes));
  pe_node_init (&node, sizeof node);
  for (size_t i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      WELL (pe_evaluation_get_node (&node, self, i, &error));
      assert_string_equal (node.code, codes[i]);
    }
  assert_int_equal (node.kind, PE_NODE_ROW);
  assert_int_equal (node.row, 3);
  assert_string_equal (node.name_zh, "b");
  WELL (pe_evaluation_get_node (&node, self, 2, &error));
  assert_int_equal (node.kind, PE_NODE_GROUP);
  assert_int_equal (node.depth, 2);
  WELL (pe_evaluation_get_node (&node, self, 3, &error));
  assert_int_equal (node.parent, 2);
  check_points (self, "1.1#1", PE_POINTS_FULL_MARKS, "12");
  check_points (self, "1.1#1", PE_POINTS_SCORE, "5.33");
  check_points (self, "1.1#3", PE_POINTS_UNROUNDED, "4/3");
  check_points (self, "1.1#3", PE_POINTS_SCORE, "1.33");
  check_points (self, "1.1", PE_POINTS_SCORE, "13.33");
  pe_evaluation_unref (self);
}

/* Three equal rows of 10/3 marks each: 1/2 → 5/3 = 1.67, met → 3.33, withdrawn; (1.67 + 3.33) × 10 / (10 − 10/3) = 7.5.
 * The ledger: rows −5/3 + … : 1.67 − 10/3 = −4.99/3 = −499/300; 3.33 − 10/3 = −0.01/3 = −1/300; −10/3; moved 2.5. */
static void
test_withdrawn_row (void **state)
{
  material       facts;
  pe_evaluation *self;
  pe_node        node;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "", "10", "5");
  material_add_row (&facts, "1.1", 0, "b", "", "10", "10");
  material_add_withdrawn (&facts, "1.1", 0, "c", "");
  self = evaluate (new_rulebook ("10", new_slot ("equal", "rows", "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "7.5");
  check_points (self, "", PE_POINTS_SCORE, "7.5");
  assert_int_equal (pe_ledger_get_size (pe_evaluation_get_ledger (self)), 4);
  check_entry (self, 0, "1.1", PE_ENTRY_RESCALE, "2.5");
  check_entry (self, 1, "1.1#1", PE_ENTRY_LEAF, "-499/300");
  check_entry (self, 2, "1.1#2", PE_ENTRY_LEAF, "-1/300");
  check_entry (self, 3, "1.1#3", PE_ENTRY_RESCALE, "-10/3");
  pe_node_init (&node, sizeof node);
  WELL (pe_evaluation_get_node (&node, self, find_node (self, "1.1#3"), &error));
  assert_int_equal (node.origin, PE_ORIGIN_DROPPED);
  assert_string_equal (get_path (find_finding (pe_evaluation_get_findings (self), PE_NOTE_WITHDRAWN)), "/rows/1.1/2");
  pe_evaluation_unref (self);

  /* under mean it is left out: 10 × (1/2 + 1) / 2 = 7.5 */
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "", "10", "5");
  material_add_withdrawn (&facts, "1.1", 0, "c", "");
  material_add_row (&facts, "1.1", 0, "b", "", "10", "10");
  self = evaluate (new_rulebook ("10", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "7.5");
  pe_evaluation_unref (self);
}

/* by_unit 4, 3, 3: 4, 1.5 and one withdrawn with its group: 5.5 × 10 / 7 = 55/7 = 7.857… → 7.86; rounding 0.02/7 = 1/350 */
static void
test_slot_is_rounded (void **state)
{
  material       facts;
  pe_evaluation *self;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "4", "1", "1");
  material_add_row (&facts, "1.1", 0, "b", "3", "2", "1");
  material_add_withdrawn (&facts, "1.1", 0, "C", "");
  material_add_row (&facts, "1.1", 3, "c1", "3", "2", "1");
  self = evaluate (new_rulebook ("10", new_slot ("by_unit", "rows", "2", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_UNROUNDED, "55/7");
  check_points (self, "1.1", PE_POINTS_SCORE, "7.86");
  check_entry (self, 0, "1.1", PE_ENTRY_RESCALE, "33/14"); /* 55/7 − 11/2 */
  check_entry (self, 1, "1.1", PE_ENTRY_ROUNDING, "1/350");
  pe_evaluation_unref (self);
}

static void
test_empty (void **state)
{
  static const struct
  {
    const char *empty;
    pe_origin   origin;
    const char *score;
  } cases[] = {
    { "full", PE_ORIGIN_POLICY, "100" }, { "zero", PE_ORIGIN_POLICY, "90" }, { "drop", PE_ORIGIN_DROPPED, "100" }
  };

  (void) state;
  for (size_t i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      scheme         rules;
      material       facts;
      pe_evaluation *self;
      pe_node        node;

      scheme_init (&rules, "100");
      scheme_add_leaf (&rules, 0, "A", "90", new_attested (), PE_DECLARED_ONLY, NULL);
      scheme_add_leaf (&rules, 0, "1.1", "10", new_slot ("equal", "rows", "1", cases[i / 2].empty, PE_POLICY_ERROR),
                       PE_DECLARED_NEVER, NULL);
      material_init (&facts);
      material_declare (&facts, "A", "90", NULL);
      if (i % 2 == 1) /* withdrawn rows only are no rows */
        material_add_withdrawn (&facts, "1.1", 0, "c", "");
      self = evaluate (scheme_build (&rules), material_build (&facts));
      check_points (self, "", PE_POINTS_SCORE, cases[i / 2].score);
      pe_node_init (&node, sizeof node);
      assert_int_equal (pe_evaluation_get_n_nodes (self), 3);
      WELL (pe_evaluation_get_node (&node, self, 2, &error));
      assert_int_equal (node.origin, cases[i / 2].origin);
      assert_non_null (find_finding (pe_evaluation_get_findings (self), PE_NOTE_EMPTY_SLOT));
      pe_evaluation_unref (self);
    }
}

static void
test_empty_is_an_error (void **state)
{
  material     facts;
  pe_findings *findings;

  (void) state;
  material_init (&facts);
  findings = refuse (new_rulebook ("10", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR)),
                     material_build (&facts), PE_ERROR_SLOT_EMPTY);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_SLOT_EMPTY)), "/rows/1.1");
  pe_findings_unref (findings);
}

/* A row without a figure: under mean as the row's policy says, 10 × (1/2 + 1) / 2, (1/2 + 0) / 2, 1/2. */
static void
test_policies_of_rows (void **state)
{
  static const struct
  {
    pe_policy   policy;
    const char *mean;
    const char *rows; /* 2.5 + 5, 2.5 + 0, 2.5 × 10 / 5 */
  } cases[] = { { PE_POLICY_FULL, "7.5", "7.5" }, { PE_POLICY_ZERO, "2.5", "2.5" }, { PE_POLICY_DROP, "5", "5" } };

  (void) state;
  for (size_t i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const gboolean    rows = i % 2 == 1;
      material          facts;
      pe_evaluation    *self;
      const pe_finding *finding;

      material_init (&facts);
      material_add_row (&facts, "1.1", 0, "a", "", "10", "5");
      material_add_row (&facts, "1.1", 0, "b", "", "10", "-");
      self = evaluate (
          new_rulebook ("10", new_slot ("equal", rows ? "rows" : "mean", "1", "error", cases[i / 2].policy)),
          material_build (&facts));
      check_points (self, "1.1", PE_POINTS_SCORE, rows ? cases[i / 2].rows : cases[i / 2].mean);
      finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY);
      assert_string_equal (get_path (finding), "/rows/1.1/1/actual");
      pe_evaluation_unref (self);
    }
}

static void
check_refused (const char *marks, const char *depth, const material *facts, const char *path)
{
  material     copy = *facts;
  pe_findings *findings = refuse (new_rulebook ("10", new_slot (marks, "rows", depth, "error", PE_POLICY_ERROR)),
                                  material_build (&copy), PE_ERROR_SLOT_ROWS);

  assert_string_equal (get_path (find_finding (findings, PE_ERROR_SLOT_ROWS)), path);
  pe_findings_unref (findings);
}

static void
test_rows_that_do_not_fit (void **state)
{
  material facts;
  pe_row   row;

  (void) state;
  material_init (&facts); /* too deep */
  material_add_row (&facts, "1.1", 0, "a", "", "", "");
  material_add_row (&facts, "1.1", 1, "b", "", "1", "1");
  check_refused ("equal", "1", &facts, "/rows/1.1/0/rows/0");

  material_init (&facts); /* 4 + 5 is not 10 */
  material_add_row (&facts, "1.1", 0, "a", "4", "1", "1");
  material_add_row (&facts, "1.1", 0, "b", "5", "1", "1");
  check_refused ("by_unit", "1", &facts, "/rows/1.1");

  material_init (&facts); /* no marks */
  material_add_row (&facts, "1.1", 0, "a", "10", "1", "1");
  material_add_row (&facts, "1.1", 0, "b", "", "1", "1");
  check_refused ("by_weight", "1", &facts, "/rows/1.1/1/marks");

  material_init (&facts); /* the row above states 7 where 6 + 4 stand below it */
  material_add_row (&facts, "1.1", 0, "A", "7", "", "");
  material_add_row (&facts, "1.1", 1, "a", "6", "1", "1");
  material_add_row (&facts, "1.1", 1, "b", "4", "1", "1");
  check_refused ("by_unit", "2", &facts, "/rows/1.1/0/marks");

  material_init (&facts); /* no rule for ≤ */
  pe_row_init (&row, sizeof row);
  row.slot = "1.1";
  row.name = "a";
  row.nature = PE_NATURE_QUANTITATIVE;
  row.sign = PE_SIGN_AT_MOST;
  row.target = row.actual = figure ("1");
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  check_refused ("equal", "1", &facts, "/rows/1.1/0/sign");

  material_init (&facts); /* neither quantitative nor qualitative */
  row.nature = 0;
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  check_refused ("equal", "1", &facts, "/rows/1.1/0/nature");

  material_init (&facts); /* no rule for qualitative rows, which have no sign */
  row.nature = PE_NATURE_QUALITATIVE;
  row.sign = 0;
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  check_refused ("equal", "1", &facts, "/rows/1.1/0/nature");
}

/* What is empty is not said to be found. */
static void
test_marks_left_empty (void **state)
{
  material     facts;
  pe_findings *findings;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "a", "", "1", "1");
  findings = refuse (new_rulebook ("10", new_slot ("by_weight", "mean", "1", "error", PE_POLICY_ERROR)),
                     material_build (&facts), PE_ERROR_SLOT_ROWS);
  assert_string_equal (pe_finding_get_message (find_finding (findings, PE_ERROR_SLOT_ROWS), PE_LANGUAGE_ZH),
                       "部门自定指标 1.1 的级数、项数或分值不符合要求；应为：大于 0 的分值（不带单位或单位为分）");
  pe_findings_unref (findings);
}

/* 1150 of 1200 people, as the row says; a figure in another unit keeps its own. */
static void
check_words (const char *score, const char *target, const char *const expected[2])
{
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;
  pe_row         row;

  material_init (&facts);
  pe_row_init (&row, sizeof row);
  row.slot = "1.1";
  row.name = "培训";
  row.nature = PE_NATURE_QUANTITATIVE;
  row.sign = PE_SIGN_AT_LEAST;
  row.unit = "人";
  row.target = figure (target);
  row.actual = figure ("1150人");
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  self = evaluate (new_rulebook ("10", new_slot ("equal", score, "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  WELL (pe_evaluation_explain (&text, self, pe_evaluation_get_n_nodes (self) - 1, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), expected[0]);
  check_part (text, expected[1]);
  pe_evaluation_unref (self);
}

static void
test_words_of_units (void **state)
{
  (void) state;
  check_words ("rows", "1200人", (const char *const[]) { "实际值 = 1150 人（", "目标值 = 1200 人（" });
  check_words ("mean", "1200人", (const char *const[]) { "培训·实际完成值 = 1150 人（", "培训·目标值 = 1200 人（" });
}

/* A figure of a row is named with its row. */
static void
test_missing_in_row (void **state)
{
  material     facts;
  pe_findings *findings;

  (void) state;
  material_init (&facts);
  material_add_row (&facts, "1.1", 0, "培训", "", "", "5");
  findings = refuse (new_rulebook ("10", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR)),
                     material_build (&facts), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (pe_finding_get_message (find_finding (findings, PE_ERROR_FIGURE_MISSING), PE_LANGUAGE_ZH),
                       "指标 1.1：数据“培训·目标值”未填报；应填写数字");
  pe_findings_unref (findings);
}

static void
test_number_of_rows (void **state)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *row = new_ratio (NULL, PE_POLICY_ERROR), *slot = NULL;
  const pe_decimal two = number ("2"), three = number ("3");
  material         facts;
  pe_rulebook     *rulebook;

  (void) state;
  WELL (pe_rule_builder_new (&builder, "slot", 1, &error));
  WELL (pe_rule_builder_set_word (builder, "marks", "equal", &error));
  WELL (pe_rule_builder_set_word (builder, "score", "mean", &error));
  WELL (pe_rule_builder_set_word (builder, "empty", "error", &error));
  WELL (pe_rule_builder_set_number (builder, "min_rows", &two, &error));
  WELL (pe_rule_builder_set_number (builder, "max_rows", &three, &error));
  WELL (pe_rule_builder_set_sign_rule (builder, PE_SIGN_AT_LEAST, row, &error));
  WELL (pe_rule_builder_build (&slot, builder, NULL, &error));
  pe_rule_builder_free (builder);
  pe_rule_unref (row);
  rulebook = new_rulebook ("10", slot);
  for (int n = 1; n <= 4; n++)
    {
      material_init (&facts);
      for (int i = 0; i < n; i++)
        material_add_row (&facts, "1.1", 0, "a", "", "1", "1");
      if (n == 1 || n == 4)
        pe_findings_unref (refuse (pe_rulebook_ref (rulebook), material_build (&facts), PE_ERROR_SLOT_ROWS));
      else
        pe_evaluation_unref (evaluate (pe_rulebook_ref (rulebook), material_build (&facts)));
    }
  pe_rulebook_unref (rulebook);
}

/* The adjusted target counts where it is there: 4 of 5, not of 10. */
static void
test_adjusted_target (void **state)
{
  material       facts;
  pe_row         row;
  pe_evaluation *self;
  pe_input       input;

  (void) state;
  material_init (&facts);
  pe_row_init (&row, sizeof row);
  row.slot = "1.1";
  row.name = "a";
  row.nature = PE_NATURE_QUANTITATIVE;
  row.sign = PE_SIGN_AT_LEAST;
  row.target = figure ("10");
  row.adjusted_target = figure ("5");
  row.actual = figure ("4");
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  self = evaluate (new_rulebook ("10", new_slot ("equal", "mean", "1", "error", PE_POLICY_ERROR)),
                   material_build (&facts));
  check_points (self, "1.1", PE_POINTS_SCORE, "8");
  pe_input_init (&input, sizeof input);
  WELL (pe_evaluation_get_input (&input, self, 1, 1, &error));
  assert_string_equal (input.path, "/rows/1.1/0/adjusted_target");
  pe_evaluation_unref (self);
}

/* A person's grade and score, in a band: 8 of 10 in [0.8, 1] is 8; 7 lies outside. */
static pe_rulebook *
new_graded_from (const char *low, const char *bound_places)
{
  pe_rule_builder *builder = NULL;
  pe_rule         *graded = NULL, *slot = NULL;
  pe_band          band;

  pe_band_init (&band, sizeof band);
  band.id = "achieved";
  band.name_zh = "达成";
  band.low = number (low);
  band.high = number ("1");
  band.low_end = band.high_end = PE_END_CLOSED;
  WELL (pe_rule_builder_new (&builder, "graded", 1, &error));
  WELL (pe_rule_builder_add_bands (builder, &band, 1, &error));
  if (bound_places != NULL)
    {
      const pe_decimal places = number (bound_places);

      WELL (pe_rule_builder_set_number (builder, "bound_places", &places, &error));
    }
  WELL (pe_rule_builder_build (&graded, builder, NULL, &error));
  pe_rule_builder_free (builder);
  WELL (pe_rule_builder_new (&builder, "slot", 1, &error));
  WELL (pe_rule_builder_set_word (builder, "marks", "equal", &error));
  WELL (pe_rule_builder_set_word (builder, "score", "rows", &error));
  WELL (pe_rule_builder_set_word (builder, "empty", "error", &error));
  WELL (pe_rule_builder_set_sign_rule (builder, PE_SIGN_QUALITATIVE, graded, &error));
  WELL (pe_rule_builder_build (&slot, builder, NULL, &error));
  pe_rule_builder_free (builder);
  pe_rule_unref (graded);
  return new_rulebook ("10", slot);
}

static pe_rulebook *
new_graded (void)
{
  return new_graded_from ("0.8", NULL);
}

static pe_dossier *
new_qualitative (const char *grade, const char *score)
{
  material facts;
  pe_row   row;

  material_init (&facts);
  pe_row_init (&row, sizeof row);
  row.slot = "1.1";
  row.name = "a";
  row.nature = PE_NATURE_QUALITATIVE;
  row.grade = grade;
  row.score = figure (score);
  WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
  return material_build (&facts);
}

/* 0.8333 of 10 is 8.333, and 8.3 where bounds have one place; "1.0" is one place too. */
static void
test_bound_places (void **state)
{
  static const char *const cases[][2] = { { NULL, "8.333" }, { "1", "8.3" }, { "1.0", "8.3" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      pe_findings *findings = refuse (
          new_graded_from ("0.8333", cases[i][0]), new_qualitative ("achieved", "7"), PE_ERROR_SCORE_OUTSIDE_BAND);

      assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_SCORE_OUTSIDE_BAND), "from"), cases[i][1]);
      pe_findings_unref (findings);
    }
}

static void
test_qualitative_row (void **state)
{
  pe_evaluation    *self = evaluate (new_graded (), new_qualitative ("achieved", "8"));
  pe_findings      *findings;
  const pe_finding *finding;
  pe_text          *text = NULL;

  (void) state;
  check_points (self, "1.1#1", PE_POINTS_SCORE, "8");
  /* The grade by its name, and the points once. */
  WELL (pe_evaluation_explain (&text, self, 2, PE_LANGUAGE_ZH, &error));
  check_part (pe_text_ref (text), "评定等级 = 达成（");
  check_part (text, "计算：评价人打分 8，等级“达成” [8, 10]\n");
  pe_evaluation_unref (self);
  findings = refuse (new_graded (), new_qualitative ("achieved", "7"), PE_ERROR_SCORE_OUTSIDE_BAND);
  finding = find_finding (findings, PE_ERROR_SCORE_OUTSIDE_BAND);
  assert_string_equal (get_parameter (finding, "from"), "8");
  assert_string_equal (get_parameter (finding, "to"), "10");
  assert_string_equal (get_path (finding), "/rows/1.1/0/score");
  pe_findings_unref (findings);
  pe_findings_unref (refuse (new_graded (), new_qualitative ("good", "8"), PE_ERROR_GRADE_UNKNOWN));
  pe_findings_unref (refuse (new_graded (), new_qualitative (NULL, "8"), PE_ERROR_FIGURE_MISSING));
}

/* Marks are bare or in 分, above 0, and nothing else; also those of a row with others below it. */
static void
test_units_of_marks (void **state)
{
  static const struct
  {
    const char *above, *below, *path; /* NULL: they are as they should be */
  } rows[] = { { "10分", "10", NULL },
               { "10", "10分", NULL },
               { "0", "10", "/rows/1.1/0/marks" },
               { "10", "0", "/rows/1.1/0/rows/0/marks" } };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      pe_rulebook *rulebook = new_rulebook ("10", new_slot ("by_unit", "rows", "2", "error", PE_POLICY_ERROR));
      material     facts;

      material_init (&facts);
      material_add_row (&facts, "1.1", 0, "a", rows[i].above, "", "");
      material_add_row (&facts, "1.1", 1, "b", rows[i].below, "2", "2");
      if (rows[i].path == NULL)
        pe_evaluation_unref (evaluate (rulebook, material_build (&facts)));
      else
        {
          pe_findings *findings = refuse (rulebook, material_build (&facts), PE_ERROR_SLOT_ROWS);

          assert_string_equal (get_path (find_finding (findings, PE_ERROR_SLOT_ROWS)), rows[i].path);
          pe_findings_unref (findings);
        }
    }
}

/* A unit that is a word of its own, and one that is none: nothing is renamed by it. */
static void
test_rows_without_a_word (void **state)
{
  static const char *const units[] = { "", "是" };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (units); i++)
    {
      pe_rulebook *rulebook = new_rulebook ("10", new_slot ("equal", "rows", "1", "error", PE_POLICY_ERROR));
      material     facts;
      pe_row       row;

      material_init (&facts);
      pe_row_init (&row, sizeof row);
      row.slot = "1.1";
      row.name = "a";
      row.nature = PE_NATURE_QUANTITATIVE;
      row.sign = PE_SIGN_AT_LEAST;
      row.unit = units[i];
      row.target = figure (i == 0 ? "4" : "是");
      row.actual = figure (i == 0 ? "3" : "是");
      WELL (pe_dossier_builder_add_rows (facts.builder, &row, 1, &error));
      if (i == 0)
        {
          pe_evaluation *self = evaluate (rulebook, material_build (&facts));
          pe_text       *text = NULL;

          WELL (pe_evaluation_explain (&text, self, 2, PE_LANGUAGE_EN, &error));
          check_part (text, "Figure: actual = 3 (");
          pe_evaluation_unref (self);
        }
      else
        {
          pe_findings *findings = refuse (rulebook, material_build (&facts), PE_ERROR_UNIT_MISMATCH);

          assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_UNIT_MISMATCH), "found"), "是/否");
          pe_findings_unref (findings);
        }
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_mean_equal),           cmocka_unit_test (test_mean_by_weight),
    cmocka_unit_test (test_rows_in_levels),       cmocka_unit_test (test_withdrawn_row),
    cmocka_unit_test (test_slot_is_rounded),      cmocka_unit_test (test_empty),
    cmocka_unit_test (test_empty_is_an_error),    cmocka_unit_test (test_policies_of_rows),
    cmocka_unit_test (test_rows_that_do_not_fit), cmocka_unit_test (test_number_of_rows),
    cmocka_unit_test (test_adjusted_target),      cmocka_unit_test (test_qualitative_row),
    cmocka_unit_test (test_bound_places),         cmocka_unit_test (test_marks_left_empty),
    cmocka_unit_test (test_words_of_units),       cmocka_unit_test (test_missing_in_row),
    cmocka_unit_test (test_units_of_marks),       cmocka_unit_test (test_rows_without_a_word),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
