/* test-adjust.c - over-achievement, caps, deductions, bonuses and vetoes: by hand, and closing at every node
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <stdio.h>
#include <string.h>

#include "base/rational-private.h"

#define BITS 65536

/* Rulebooks and dossiers */

static void
add_over (scheme *self, const char *code, pe_sign sign, pe_over_action action, pe_over_no_reason none, const char *from,
          const char *per, const char *cap)
{
  pe_over_achievement over;

  pe_over_achievement_init (&over, sizeof over);
  over.indicator = code;
  over.sign = sign;
  over.action = action;
  over.if_no_reason = none;
  over.from = number (from);
  over.per = number (per);
  over.cap = number (cap);
  WELL (pe_rulebook_builder_add_over_achievements (self->builder, &over, 1, &error));
}

static void
add_cap (scheme *self, const char *code, const char *fact, const char *points)
{
  pe_cap cap;

  pe_cap_init (&cap, sizeof cap);
  cap.indicator = code;
  cap.if_fact = fact;
  cap.points = number (points);
  cap.reason_zh = "未设成本指标";
  cap.reason_en = "no cost indicator was set";
  WELL (pe_rulebook_builder_add_caps (self->builder, &cap, 1, &error));
}

static void
add_leaf_with_deductions (scheme *self, const char *code, const char *marks, pe_rule *rule)
{
  pe_indicator indicator;

  pe_indicator_init (&indicator, sizeof indicator);
  indicator.code = indicator.name_zh = code;
  indicator.full_marks = number (marks);
  indicator.rule = rule;
  indicator.manual_deduction = 1;
  WELL (pe_rulebook_builder_add_indicators (self->builder, &indicator, 1, &error));
  pe_rule_unref (rule);
  self->n++;
}

static void
set_bonus (scheme *self, const char *limit, const char *ceiling)
{
  pe_bonus bonus;

  pe_bonus_init (&bonus, sizeof bonus);
  bonus.limit = number (limit);
  bonus.ceiling = number (ceiling);
  WELL (pe_rulebook_builder_set_bonus (self->builder, &bonus, &error));
}

static void
add_veto (scheme *self, const char *id, pe_veto_effect effect, const char *grade)
{
  pe_veto veto;

  pe_veto_init (&veto, sizeof veto);
  veto.id = id;
  veto.name_zh = "重大违纪";
  veto.name_en = "serious breach";
  veto.effect = effect;
  veto.grade = grade;
  WELL (pe_rulebook_builder_add_vetoes (self->builder, &veto, 1, &error));
}

static void
adjust (material *self, pe_adjustment_kind kind, const char *indicator, const char *points, pe_scorer scorer)
{
  pe_adjustment adjustment;

  pe_adjustment_init (&adjustment, sizeof adjustment);
  adjustment.kind = kind;
  adjustment.scorer = scorer;
  adjustment.indicator = indicator;
  adjustment.points = number (points);
  adjustment.reason = "材料不全";
  adjustment.evidence = kind == PE_ADJUSTMENT_BONUS ? "表彰文件" : NULL;
  WELL (pe_dossier_builder_add_adjustments (self->builder, &adjustment, 1, &error));
}

static void
add_event (material *self, const char *veto)
{
  pe_event event;

  pe_event_init (&event, sizeof event);
  event.veto = veto;
  event.evidence = "处分决定";
  WELL (pe_dossier_builder_add_events (self->builder, &event, 1, &error));
}

/* Closing: at every node, full marks + the entries at it and below it = its score. */

static gboolean
is_below (const pe_evaluation *self, size_t node, size_t top)
{
  pe_node read;

  pe_node_init (&read, sizeof read);
  while (node != top && node != 0)
    {
      WELL (pe_evaluation_get_node (&read, self, node, &error));
      node = read.parent;
    }
  return node == top;
}

static void
check_closed (const pe_evaluation *self)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (self);

  for (size_t node = 0; node < pe_evaluation_get_n_nodes (self); node++)
    {
      pe_ratio   *points = NULL;
      pe_rational sum;

      pe_rational_init (&sum);
      WELL (pe_evaluation_compute_points (&points, self, node, PE_POINTS_FULL_MARKS, &error));
      pe_rational_copy (&sum, pe_ratio_peek (points));
      pe_ratio_unref (points);
      for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
        {
          pe_ledger_entry entry;

          pe_ledger_entry_init (&entry, sizeof entry);
          WELL (pe_ledger_get_entry (&entry, ledger, i, &error));
          assert_true ((entry.kind == PE_ENTRY_ADJUST) == (entry.cause != 0));
          if (!is_below (self, entry.node, node))
            continue;
          WELL (pe_ledger_compute_amount (&points, ledger, i, &error));
          assert_int_equal (pe_rational_add (&sum, &sum, pe_ratio_peek (points), BITS), PE_OK);
          pe_ratio_unref (points);
        }
      WELL (pe_evaluation_compute_points (&points, self, node, PE_POINTS_SCORE, &error));
      assert_int_equal (pe_rational_compare (&sum, pe_ratio_peek (points)), 0);
      pe_ratio_unref (points);
      pe_rational_clear (&sum);
    }
}

static pe_evaluation *
evaluate_closed (pe_rulebook *rulebook, pe_dossier *dossier)
{
  pe_evaluation *self = evaluate (rulebook, dossier);

  check_closed (self);
  return self;
}

static void
check_cause (const pe_evaluation *self, size_t index, pe_adjust_cause cause, uint32_t source)
{
  pe_ledger_entry entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  WELL (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (self), index, &error));
  assert_int_equal (entry.cause, cause);
  assert_int_equal (entry.source, source);
}

static void
check_reason (const pe_evaluation *self, size_t index, pe_language language, const char *expected)
{
  pe_text *text = NULL;

  WELL (pe_ledger_print_reason (&text, pe_evaluation_get_ledger (self), index, language, &error));
  check_text (text, expected);
}

static size_t
ledger_size (const pe_evaluation *self)
{
  return pe_ledger_get_size (pe_evaluation_get_ledger (self));
}

/* Over-achievement */

/* One leaf of 10 points, 10 × min (1, actual / target), with an over-achievement. */
static pe_evaluation *
evaluate_over (pe_over_action action, pe_over_no_reason none, const char *from, const char *per, const char *cap,
               const char *target, const char *actual, const char *reason)
{
  scheme   rules;
  material facts;

  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", new_ratio (NULL, 0), 0, NULL);
  if (action != 0)
    add_over (&rules, "1", 0, action, none, from, per, cap);
  scheme_add_grade (&rules, "all", "全部", "0");
  material_init (&facts);
  material_add_fact (&facts, "1", "target", target);
  material_add_fact (&facts, "1", "actual", actual);
  if (reason != NULL)
    material_add_fact (&facts, "1", "over_achievement_reason", reason);
  return evaluate_closed (scheme_build (&rules), material_build (&facts));
}

static size_t
count_flags (const pe_evaluation *self)
{
  return count_findings (pe_evaluation_get_findings (self), PE_WARNING_OVER_ACHIEVED);
}

static void
test_over_off (void **state)
{
  pe_evaluation *self = evaluate_over (0, 0, "0", "0", "0", "100", "900", NULL);

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "10");
  assert_int_equal (ledger_size (self), 0);
  assert_int_equal (count_flags (self), 0);
  pe_evaluation_unref (self);
}

static void
test_over_flag (void **state)
{
  pe_evaluation    *self = evaluate_over (PE_OVER_FLAG, 0, "1.2", "0", "0", "100", "119.99", NULL);
  const pe_finding *flag;

  (void) state;
  assert_int_equal (count_flags (self), 0);
  pe_evaluation_unref (self);
  self = evaluate_over (PE_OVER_FLAG, 0, "1.2", "0", "0", "100", "120", NULL); /* at 120 %, closed */
  assert_int_equal (count_flags (self), 1);
  flag = find_finding (pe_evaluation_get_findings (self), PE_WARNING_OVER_ACHIEVED);
  assert_string_equal (get_parameter (flag, "rate"), "120.00%");
  assert_string_equal (get_parameter (flag, "limit"), "120.00%");
  assert_string_equal (get_path (flag), "/facts/1/actual");
  assert_string_equal (pe_finding_get_message (flag, PE_LANGUAGE_ZH),
                       "指标 1：1：完成比例为 120.00%，达到 120.00%；应核实目标是否定得过低，或说明原因");
  check_points (self, "1", PE_POINTS_SCORE, "10");
  assert_int_equal (ledger_size (self), 0);
  pe_evaluation_unref (self);
}

static void
test_over_reason (void **state)
{
  pe_evaluation *self
      = evaluate_over (PE_OVER_REASON, PE_OVER_NO_REASON_ZERO, "1.3", "0", "0", "100", "130", "需求大增");

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "10");
  assert_int_equal (count_flags (self), 0);
  /* The fact is one that the rulebook asks for. */
  assert_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_FACT_UNUSED));
  pe_evaluation_unref (self);
  self = evaluate_over (PE_OVER_REASON, PE_OVER_NO_REASON_ZERO, "1.3", "0", "0", "100", "130", NULL);
  check_points (self, "1", PE_POINTS_SCORE, "0");
  check_points (self, "1", PE_POINTS_UNADJUSTED, "10");
  assert_int_equal (ledger_size (self), 1);
  check_entry (self, 0, "1", PE_ENTRY_ADJUST, "-10");
  check_cause (self, 0, PE_CAUSE_OVER_ACHIEVEMENT, 0);
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：完成比例为130.00%，达到130.00%且未说明原因，扣10分。");
  assert_int_equal (count_flags (self), 1);
  pe_evaluation_unref (self);
  self = evaluate_over (PE_OVER_REASON, PE_OVER_NO_REASON_FLAG, "1.3", "0", "0", "100", "130", " ");
  check_points (self, "1", PE_POINTS_SCORE, "10");
  assert_int_equal (count_flags (self), 1);
  pe_evaluation_unref (self);
}

static void
test_over_reason_error (void **state)
{
  scheme            rules;
  material          facts;
  pe_findings      *findings;
  const pe_finding *finding;

  (void) state;
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", new_ratio (NULL, 0), 0, NULL);
  add_over (&rules, "1", 0, PE_OVER_REASON, PE_OVER_NO_REASON_ERROR, "1.3", "0", "0");
  material_init (&facts);
  material_add_fact (&facts, "1", "target", "2");
  material_add_fact (&facts, "1", "actual", "3");
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_REASON_MISSING);
  finding = find_finding (findings, PE_ERROR_REASON_MISSING);
  assert_string_equal (get_path (finding), "/facts/1/over_achievement_reason");
  assert_string_equal (get_parameter (finding, "rate"), "150.00%");
  pe_findings_unref (findings);
}

static void
test_over_reduce (void **state)
{
  /* r = 1.5: min (0.5, 0.5 × 0.2) = 0.1 of 10. */
  pe_evaluation *self = evaluate_over (PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5", "100", "150", NULL);
  pe_text       *text = NULL;

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "9");
  assert_int_equal (ledger_size (self), 1);
  check_entry (self, 0, "1", PE_ENTRY_ADJUST, "-1");
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：完成比例为150.00%，达到130.00%，按超额完成规定扣减1分。");
  check_reason (self, 0, PE_LANGUAGE_EN,
                "1: the result is 150.00% of the target, 130.00% or more; taken off for over-achievement: 1.");
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_EN, &error));
  check_text (text, "10 × min(1, 150 / 100) = 10, adjusted by -1 → 9");
  pe_evaluation_unref (self);
  /* r = 3: 0.5 × 1.7 = 0.85, capped at 0.5. */
  self = evaluate_over (PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5", "100", "300", NULL);
  check_points (self, "1", PE_POINTS_SCORE, "5");
  pe_evaluation_unref (self);
  /* r = 1.3: flagged, and nothing to take off. */
  self = evaluate_over (PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5", "100", "130", NULL);
  check_points (self, "1", PE_POINTS_SCORE, "10");
  assert_int_equal (count_flags (self), 1);
  assert_int_equal (ledger_size (self), 0);
  pe_evaluation_unref (self);
}

/* r = 4/3: 0.5 × (4/3 − 13/10) = 1/60 of 10 points is 1/6; 59/6 = 9.8333… is rounded to 9.83. The entry of the leaf is
 * its rounding: 9.83 − 10 + 1/6 = (−51 + 50)/300. */
static void
test_over_rounding (void **state)
{
  pe_evaluation *self = evaluate_over (PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5", "3", "4", NULL);

  (void) state;
  check_points (self, "1", PE_POINTS_UNROUNDED, "59/6");
  check_points (self, "1", PE_POINTS_SCORE, "9.83");
  assert_int_equal (ledger_size (self), 2);
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-1/300");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-1/6");
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：9.8333333… 分，四舍五入保留 2 位小数，为 9.83 分。");
  pe_evaluation_unref (self);
}

/* Slots */

/* Two rows of 5: r = 1.5 reduced by 0.1, and 0.8. */
static pe_evaluation *
evaluate_slot (const char *score, pe_sign sign)
{
  scheme   rules;
  material facts;

  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", new_slot ("equal", score, "1", "error", 0), 0, NULL);
  add_over (&rules, "1", sign, PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5");
  material_init (&facts);
  material_add_row (&facts, "1", 0, "甲", "", "100", "150");
  material_add_row (&facts, "1", 0, "乙", "", "100", "80");
  return evaluate_closed (scheme_build (&rules), material_build (&facts));
}

static void
test_over_rows (void **state)
{
  pe_evaluation *self = evaluate_slot ("rows", PE_SIGN_AT_LEAST);

  (void) state;
  /* 5 × 0.9 and 5 × 0.8 */
  check_points (self, "1#1", PE_POINTS_SCORE, "4.5");
  check_points (self, "1#2", PE_POINTS_SCORE, "4");
  check_points (self, "1", PE_POINTS_SCORE, "8.5");
  assert_int_equal (ledger_size (self), 2);
  check_entry (self, 0, "1#1", PE_ENTRY_ADJUST, "-0.5");
  check_entry (self, 1, "1#2", PE_ENTRY_LEAF, "-1");
  assert_string_equal (get_path (find_finding (pe_evaluation_get_findings (self), PE_WARNING_OVER_ACHIEVED)),
                       "/rows/1/0/actual");
  pe_evaluation_unref (self);
}

static void
test_over_mean (void **state)
{
  pe_evaluation *self = evaluate_slot ("mean", 0);

  (void) state;
  /* 10 × (1 + 0.8) / 2 = 9, less 10 × 1 × 0.1 / 2 */
  check_points (self, "1", PE_POINTS_UNADJUSTED, "9");
  check_points (self, "1", PE_POINTS_SCORE, "8.5");
  assert_int_equal (ledger_size (self), 2);
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-1");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-0.5");
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：满分 10 分，得 9 分，扣 1 分。");
  check_reason (self, 1, PE_LANGUAGE_ZH, "甲：完成比例为150.00%，达到130.00%，按超额完成规定扣减0.5分。");
  pe_evaluation_unref (self);
}

/* A row of a mean is named as a row of its own is, and its sign decides whose threshold it is. */
static void
test_over_mean_row (void **state)
{
  pe_evaluation    *self = evaluate_slot ("mean", PE_SIGN_AT_LEAST);
  const pe_finding *finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_OVER_ACHIEVED);

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "8.5");
  assert_string_equal (get_path (finding), "/rows/1/0/actual");
  assert_string_equal (get_parameter (finding, "name"), "甲");
  pe_evaluation_unref (self);
}

/* The actual of a row is what went too far, whatever a formula reads before it. */
static void
test_over_formula (void **state)
{
  pe_rule_builder *row = NULL, *slot = NULL;
  pe_rule         *rule = NULL;
  pe_decimal       depth = { 1, 0, 0 };
  scheme           rules;
  material         facts;
  pe_evaluation   *self;

  (void) state;
  WELL (pe_rule_builder_new (&row, "capped_ratio", 1, &error));
  WELL (pe_rule_builder_bind_formula (row, "actual", "if target > 0 then actual else 0", &error));
  WELL (pe_rule_builder_bind_fact (row, "target", "target", &error));
  WELL (pe_rule_builder_build (&rule, row, NULL, &error));
  WELL (pe_rule_builder_new (&slot, "slot", 1, &error));
  WELL (pe_rule_builder_set_number (slot, "depth", &depth, &error));
  WELL (pe_rule_builder_set_word (slot, "marks", "equal", &error));
  WELL (pe_rule_builder_set_word (slot, "score", "rows", &error));
  WELL (pe_rule_builder_set_word (slot, "empty", "error", &error));
  WELL (pe_rule_builder_set_sign_rule (slot, PE_SIGN_AT_LEAST, rule, &error));
  g_clear_pointer (&rule, pe_rule_unref);
  WELL (pe_rule_builder_build (&rule, slot, NULL, &error));
  scheme_begin (&rules, "10");
  scheme_add_leaf (&rules, 0, "1", "10", rule, 0, NULL);
  add_over (&rules, "1", PE_SIGN_AT_LEAST, PE_OVER_FLAG, 0, "1.3", "0", "0");
  material_init (&facts);
  material_add_row (&facts, "1", 0, "甲", "", "100", "150");
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  assert_string_equal (get_path (find_finding (pe_evaluation_get_findings (self), PE_WARNING_OVER_ACHIEVED)),
                       "/rows/1/0/actual");
  pe_evaluation_unref (self);
  pe_rule_builder_free (row);
  pe_rule_builder_free (slot);
}

/* What a row of a mean loses is too long a number for the limit, where its score is not: that is an error, and no lost
 * deduction. */
static void
test_over_mean_limit (void **state)
{
  pe_limits           limits;
  pe_evaluate_options options;
  scheme              rules;
  material            facts;
  pe_rulebook        *rulebook;
  pe_dossier         *dossier;
  pe_evaluation      *self = NULL;

  (void) state;
  scheme_begin (&rules, "9.123456789012345679");
  scheme_add_leaf (&rules, 0, "1", "9.123456789012345679", new_slot ("by_weight", "mean", "1", "error", 0), 0, NULL);
  add_over (&rules, "1", PE_SIGN_AT_LEAST, PE_OVER_REDUCE, 0, "1.000000000000000001", "0.900000000000000001", "1");
  rulebook = scheme_build (&rules);
  material_init (&facts);
  material_add_row (&facts, "1", 0, "甲", "8.765432109876543211", "7.123456789012345679", "8.876543210987654321");
  dossier = material_build (&facts);
  pe_limits_init (&limits, sizeof limits);
  limits.number_bits = 256;
  pe_evaluate_options_init (&options, sizeof options);
  options.limits = &limits;
  assert_int_equal (pe_evaluate (&self, rulebook, dossier, &options, NULL, NULL), PE_ERROR_LIMIT);
  WELL (pe_evaluate (&self, rulebook, dossier, NULL, NULL, &error));
  assert_int_equal (ledger_size (self), 2);
  pe_evaluation_unref (self);
  pe_dossier_unref (dossier);
  pe_rulebook_unref (rulebook);
}

/* Caps and deductions */

typedef struct leaf_case
{
  const char *actual; /* of 100, for 10 points */
  const char *fact;   /* of the cap at 5 points; NULL: not there */
  pe_policy   policy; /* for figures that are missing */
  const char *deduct; /* nullable */
} leaf_case;

static void
set_up_leaf (const leaf_case *given, scheme *rules, material *facts)
{
  scheme_begin (rules, "20");
  add_leaf_with_deductions (rules, "1", "10", new_ratio (NULL, given->policy));
  scheme_add_leaf (rules, 0, "2", "10", new_ratio ("budget.execution_rate", 0), 0, NULL);
  add_over (rules, "1", 0, PE_OVER_REDUCE, 0, "1.3", "0.5", "0.5");
  add_cap (rules, "1", "cost_not_set", "5");
  material_init (facts);
  material_set_budget (facts, "100万元", "90万元");
  material_add_fact (facts, "1", "target", "100");
  material_add_fact (facts, "1", "actual", given->actual);
  if (given->fact != NULL)
    material_add_fact (facts, "1", "cost_not_set", given->fact);
  if (given->deduct != NULL)
    adjust (facts, PE_ADJUSTMENT_DEDUCTION, "1", given->deduct, PE_SCORER_SELF);
}

static pe_evaluation *
evaluate_leaf (const leaf_case *given)
{
  scheme   rules;
  material facts;

  set_up_leaf (given, &rules, &facts);
  return evaluate_closed (scheme_build (&rules), material_build (&facts));
}

static void
test_cap (void **state)
{
  const leaf_case holds = { "95", "是", 0, NULL }, not = { "95", "否", 0, NULL }, low = { "40", "是", 0, NULL };
  pe_evaluation  *self = evaluate_leaf (&holds);
  pe_text        *text = NULL;

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "5");
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-0.5");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-4.5");
  check_cause (self, 1, PE_CAUSE_CAP, 0);
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：满分 10 分，得 9.5 分，扣 0.5 分。");
  check_reason (self, 1, PE_LANGUAGE_ZH, "1：未设成本指标，最高得5分，扣4.5分。");
  check_reason (self, 1, PE_LANGUAGE_EN, "1: no cost indicator was set, at most 5 points; lost: 4.5.");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (text, "数据：cost_not_set = 是（/facts/1/cost_not_set）");
  pe_evaluation_unref (self);
  self = evaluate_leaf (&not);
  check_points (self, "1", PE_POINTS_SCORE, "9.5");
  pe_evaluation_unref (self);
  self = evaluate_leaf (&low);
  check_points (self, "1", PE_POINTS_SCORE, "4");
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-6");
  pe_evaluation_unref (self);
}

/* Missing is never no. */
static void
test_cap_missing (void **state)
{
  const leaf_case refused = { "95", NULL, 0, NULL }, zero = { "95", "", PE_POLICY_ZERO, NULL },
                  drop = { "95", NULL, PE_POLICY_DROP, NULL }, number = { "95", "1", PE_POLICY_ZERO, NULL };
  pe_evaluation *self = evaluate_leaf (&zero);
  pe_findings   *findings;
  scheme         rules;
  material       facts;
  pe_node        node;

  (void) state;
  pe_node_init (&node, sizeof node);
  check_points (self, "1", PE_POINTS_SCORE, "0");
  WELL (pe_evaluation_get_node (&node, self, find_node (self, "1"), &error));
  assert_int_equal (node.origin, PE_ORIGIN_POLICY);
  assert_int_equal (node.state, PE_STATE_MISSING);
  assert_non_null (find_finding (pe_evaluation_get_findings (self), PE_WARNING_STATE_POLICY));
  pe_evaluation_unref (self);
  self = evaluate_leaf (&drop);
  check_points (self, "", PE_POINTS_SCORE, "18"); /* 9 × 20 / 10 */
  pe_evaluation_unref (self);
  set_up_leaf (&refused, &rules, &facts);
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_FIGURE_MISSING);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_FIGURE_MISSING)), "/facts/1/cost_not_set");
  pe_findings_unref (findings);
  set_up_leaf (&number, &rules, &facts); /* 1 is no yes: a mistake, whatever the policy */
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_UNIT_MISMATCH);
  pe_findings_unref (findings);
}

/* r = 1.5: 10 − 1 = 9; at most 5: − 4; less 2: 3. */
static void
test_order (void **state)
{
  const leaf_case given = { "150", "是", 0, "2" };
  pe_evaluation  *self = evaluate_leaf (&given);
  pe_text        *text = NULL;

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "3");
  check_entry (self, 0, "1", PE_ENTRY_ADJUST, "-1");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-4");
  check_entry (self, 2, "1", PE_ENTRY_ADJUST, "-2");
  check_cause (self, 2, PE_CAUSE_DEDUCTION, 0);
  check_reason (self, 2, PE_LANGUAGE_ZH, "1：人工扣分（自评），扣2分。原因：材料不全");
  WELL (pe_evaluation_print_formula (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_text (text, "10 × min(1, 150 / 100) = 10，调整 -1、-4、-2 → 3");
  WELL (pe_evaluation_explain (&text, self, 1, PE_LANGUAGE_ZH, &error));
  check_part (text, "原因：1：人工扣分（自评），扣2分。原因：材料不全\n");
  pe_evaluation_unref (self);
}

static void
test_deduction (void **state)
{
  const leaf_case some = { "95", "否", 0, "1" }, all = { "95", "否", 0, "20" }, none = { "0", "否", 0, "1" };
  pe_evaluation  *self = evaluate_leaf (&some);

  (void) state;
  check_points (self, "1", PE_POINTS_SCORE, "8.5");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-1");
  pe_evaluation_unref (self);
  self = evaluate_leaf (&all);
  check_points (self, "1", PE_POINTS_SCORE, "0");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-9.5");
  check_reason (self, 1, PE_LANGUAGE_ZH, "1：人工扣分（自评），扣9.5分（填报20分，扣至零分）。原因：材料不全");
  check_reason (self, 1, PE_LANGUAGE_EN,
                "1: deducted by hand (scorer: self): 9.5 (of 20, down to 0). Reason: 材料不全");
  pe_evaluation_unref (self);
  self = evaluate_leaf (&none);
  check_points (self, "1", PE_POINTS_SCORE, "0");
  assert_string_equal (get_path (find_finding (pe_evaluation_get_findings (self), PE_NOTE_ADJUSTMENT_UNUSED)),
                       "/adjustments/0");
  pe_evaluation_unref (self);
}

/* Another scorer's deduction is named and does not count; one that no rulebook provides for is an error. */
static void
test_deduction_refused (void **state)
{
  const leaf_case          given = { "95", "否", 0, NULL };
  static const char *const codes[] = { "2", "7" };
  scheme                   rules;
  material                 facts;
  pe_evaluation           *self;

  (void) state;
  set_up_leaf (&given, &rules, &facts);
  adjust (&facts, PE_ADJUSTMENT_DEDUCTION, "1", "3", PE_SCORER_FINANCE);
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "1", PE_POINTS_SCORE, "9.5");
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_NOTE_ADJUSTMENT_UNUSED), 1);
  pe_evaluation_unref (self);
  for (size_t i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      pe_findings *findings;

      set_up_leaf (&given, &rules, &facts);
      adjust (&facts, PE_ADJUSTMENT_DEDUCTION, codes[i], "3", PE_SCORER_SELF);
      findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_ADJUSTMENT_REFUSED);
      assert_string_equal (get_path (find_finding (findings, PE_ERROR_ADJUSTMENT_REFUSED)), "/adjustments/0");
      pe_findings_unref (findings);
    }
}

/* A declared leaf, and a slot whose rows are scored one by one: the adjustments of the leaf stand on the leaf. */
static void
test_other_leaves (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;

  (void) state;
  scheme_begin (&rules, "20");
  add_leaf_with_deductions (&rules, "1", "10", new_attested ());
  add_leaf_with_deductions (&rules, "2", "10", new_slot ("equal", "rows", "1", "error", 0));
  add_cap (&rules, "1", "late", "7");
  add_cap (&rules, "2", "late", "6");
  material_init (&facts);
  material_declare (&facts, "1", "8", "略有不足");
  material_add_fact (&facts, "1", "late", "是");
  material_add_fact (&facts, "2", "late", "是");
  material_add_row (&facts, "2", 0, "甲", "", "3", "2"); /* 5 × 2 / 3 = 3.33 */
  material_add_row (&facts, "2", 0, "乙", "", "1", "1");
  adjust (&facts, PE_ADJUSTMENT_DEDUCTION, "1", "0.5", PE_SCORER_SELF);
  adjust (&facts, PE_ADJUSTMENT_DEDUCTION, "2", "1", PE_SCORER_SELF);
  adjust (&facts, PE_ADJUSTMENT_DEDUCTION, "2", "0.25", PE_SCORER_SELF);
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "1", PE_POINTS_SCORE, "6.5");  /* 8, at most 7, less 0.5 */
  check_points (self, "2", PE_POINTS_SCORE, "4.75"); /* 8.33, at most 6, less 1.25 */
  check_points (self, "", PE_POINTS_SCORE, "11.25");
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-2");
  check_entry (self, 1, "1", PE_ENTRY_ADJUST, "-1");
  check_entry (self, 2, "1", PE_ENTRY_ADJUST, "-0.5");
  check_entry (self, 3, "2", PE_ENTRY_ADJUST, "-2.33");
  check_entry (self, 4, "2", PE_ENTRY_ADJUST, "-1");
  check_entry (self, 5, "2", PE_ENTRY_ADJUST, "-0.25");
  check_cause (self, 5, PE_CAUSE_DEDUCTION, 2);
  check_entry (self, 6, "2#1", PE_ENTRY_LEAF, "-1.67");
  check_reason (self, 0, PE_LANGUAGE_ZH, "1：满分 10 分，得 8 分，扣 2 分。说明：略有不足");
  pe_evaluation_unref (self);
}

/* Bonuses */

/* 100 points, of which `score` are declared. */
static void
set_up_total (const char *score, scheme *rules, material *facts)
{
  scheme_begin (rules, "100");
  scheme_add_leaf (rules, 0, "1", "100", new_attested (), PE_DECLARED_ONLY, NULL);
  scheme_add_grade (rules, "excellent", "优", "90");
  scheme_add_grade (rules, "good", "良", "80");
  scheme_add_grade (rules, "fair", "中", "60");
  scheme_add_grade (rules, "poor", "差", "0");
  material_init (facts);
  material_declare (facts, "1", score, "有扣分");
}

static void
test_bonus (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  set_up_total ("93", &rules, &facts);
  set_bonus (&rules, "5", "100");
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "4", PE_SCORER_SELF);
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "3", PE_SCORER_SELF);
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "2", PE_SCORER_SELF);
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "2", PE_SCORER_EXTERNAL);
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  /* 93 + min (4 + 3 + 2, 5) = 98: 4, then 1, then nothing. */
  check_points (self, "", PE_POINTS_SCORE, "98");
  check_points (self, "", PE_POINTS_UNADJUSTED, "93");
  check_entry (self, 0, "", PE_ENTRY_ADJUST, "4");
  check_entry (self, 1, "", PE_ENTRY_ADJUST, "1");
  check_cause (self, 1, PE_CAUSE_BONUS, 1);
  check_reason (self, 0, PE_LANGUAGE_ZH, "总分：加分（自评），加4分。原因：材料不全；佐证材料：表彰文件");
  check_reason (self, 1, PE_LANGUAGE_ZH,
                "总分：加分（自评），加1分（填报3分，按上限计）。原因：材料不全；佐证材料：表彰文件");
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_NOTE_ADJUSTMENT_UNUSED), 2);
  WELL (pe_evaluation_print_formula (&text, self, 0, PE_LANGUAGE_ZH, &error));
  check_text (text, "93，调整 4、1 → 98");
  pe_evaluation_unref (self);
}

static void
test_bonus_ceiling (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;

  (void) state;
  set_up_total ("97.5", &rules, &facts);
  set_bonus (&rules, "5", "100");
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "4", PE_SCORER_SELF);
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "", PE_POINTS_SCORE, "100");
  check_entry (self, 0, "", PE_ENTRY_ADJUST, "2.5");
  pe_evaluation_unref (self);
  set_up_total ("97.5", &rules, &facts);
  set_bonus (&rules, "20", "120"); /* the 120 % of the corporate form */
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "4", PE_SCORER_SELF);
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "", PE_POINTS_SCORE, "101.5");
  check_points (self, "", PE_POINTS_LOST, "-1.5");
  pe_evaluation_unref (self);
}

static void
test_bonus_refused (void **state)
{
  scheme       rules;
  material     facts;
  pe_findings *findings;

  (void) state;
  set_up_total ("93", &rules, &facts);
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "4", PE_SCORER_SELF);
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_ADJUSTMENT_REFUSED);
  assert_string_equal (get_parameter (find_finding (findings, PE_ERROR_ADJUSTMENT_REFUSED), "found"), "4");
  pe_findings_unref (findings);
}

/* Vetoes */

static void
test_veto_zero (void **state)
{
  scheme            rules;
  material          facts;
  pe_evaluation    *self;
  const pe_finding *finding;

  (void) state;
  set_up_total ("93", &rules, &facts);
  set_bonus (&rules, "5", "100");
  add_veto (&rules, "breach", PE_VETO_ZERO, NULL);
  adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, "4", PE_SCORER_SELF);
  add_event (&facts, "breach");
  add_event (&facts, "breach");
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "", PE_POINTS_SCORE, "0");
  check_entry (self, 0, "", PE_ENTRY_ADJUST, "4");
  check_entry (self, 1, "", PE_ENTRY_ADJUST, "-97");
  check_cause (self, 1, PE_CAUSE_VETO, 0);
  assert_int_equal (ledger_size (self), 3); /* and the leaf's own */
  check_reason (self, 1, PE_LANGUAGE_ZH, "总分：发生否决事项“重大违纪”，总分归零，扣97分。依据：处分决定");
  assert_int_equal (pe_evaluation_get_grade (self), 3);
  assert_int_equal (pe_evaluation_get_grade_event (self), -1);
  assert_int_equal (count_findings (pe_evaluation_get_findings (self), PE_WARNING_VETO), 2);
  finding = find_finding (pe_evaluation_get_findings (self), PE_WARNING_VETO);
  assert_string_equal (pe_finding_get_message (finding, PE_LANGUAGE_EN),
                       "the event \"serious breach\" counts: the total is 0, evidence: 处分决定");
  pe_evaluation_unref (self);
}

static void
test_veto_ceiling (void **state)
{
  scheme         rules;
  material       facts;
  pe_evaluation *self;
  pe_text       *text = NULL;

  (void) state;
  set_up_total ("93", &rules, &facts);
  add_veto (&rules, "audit", PE_VETO_CEILING, "good");
  add_veto (&rules, "breach", PE_VETO_CEILING, "fair");
  add_event (&facts, "audit");
  add_event (&facts, "breach");
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  check_points (self, "", PE_POINTS_SCORE, "93");
  assert_int_equal (ledger_size (self), 1);
  assert_int_equal (pe_evaluation_get_grade (self), 2);
  assert_int_equal (pe_evaluation_get_grade_of_points (self), 0);
  assert_int_equal (pe_evaluation_get_grade_event (self), 1);
  assert_string_equal (get_parameter (find_finding (pe_evaluation_get_findings (self), PE_WARNING_VETO), "expected_zh"),
                       "等级最高为良");
  WELL (pe_evaluation_explain (&text, self, 0, PE_LANGUAGE_ZH, &error));
  check_part (text, "等级：中（按得分为优；因发生否决事项“重大违纪”受限，依据：处分决定）\n");
  pe_evaluation_unref (self);
  set_up_total ("50", &rules, &facts); /* its points have the lower grade already */
  add_veto (&rules, "breach", PE_VETO_CEILING, "fair");
  add_event (&facts, "breach");
  self = evaluate_closed (scheme_build (&rules), material_build (&facts));
  assert_int_equal (pe_evaluation_get_grade (self), 3);
  assert_int_equal (pe_evaluation_get_grade_event (self), -1);
  pe_evaluation_unref (self);
}

static void
test_veto_unknown (void **state)
{
  scheme       rules;
  material     facts;
  pe_findings *findings;

  (void) state;
  set_up_total ("93", &rules, &facts);
  add_event (&facts, "breach");
  findings = refuse (scheme_build (&rules), material_build (&facts), PE_ERROR_REFERENCE_UNKNOWN);
  assert_string_equal (get_path (find_finding (findings, PE_ERROR_REFERENCE_UNKNOWN)), "/events/0/veto");
  pe_findings_unref (findings);
  assert_int_equal (pe_evaluation_get_grade_event (NULL), -1);
  assert_int_equal (pe_evaluation_get_grade_of_points (NULL), -1);
}

/* Everything at once, many times: whatever the numbers, each node closes. A generator of its own, so that each run is
 * the same everywhere. */

static uint32_t
roll (uint64_t *state, uint32_t n)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return (uint32_t) ((*state >> 20) % n);
}

static void
run (uint64_t *dice)
{
  static const char *const actuals[] = { "0", "1", "3", "3.1", "4", "5.5", "70" }, *const truths[] = { "是", "否" };
  static const char *const points[] = { "0.01", "0.333", "1", "2.5", "40" };
  scheme                   rules;
  material                 facts;

  scheme_begin (&rules, "20");
  rules.rounding.leaf_places = (int32_t) roll (dice, 3);
  rules.rounding.total_places = (int32_t) roll (dice, 3);
  add_leaf_with_deductions (&rules, "1", "10", new_ratio (NULL, PE_POLICY_DROP));
  add_leaf_with_deductions (
      &rules, "2", "10", new_slot ("equal", roll (dice, 2) ? "mean" : "rows", "1", "zero", PE_POLICY_ZERO));
  add_over (&rules, "1", 0, PE_OVER_REDUCE, 0, "1.1", "0.7", "0.9");
  add_over (&rules, "2", 0, PE_OVER_REDUCE, 0, "1.3", "0.31", "1");
  add_cap (&rules, "1", "late", "5.55");
  add_cap (&rules, "2", "late", "3.3");
  set_bonus (&rules, "5", "20");
  add_veto (&rules, "breach", PE_VETO_ZERO, NULL);
  material_init (&facts);
  material_add_fact (&facts, "1", "target", "3");
  material_add_fact (&facts, "1", "actual", roll (dice, 4) ? actuals[roll (dice, 7)] : "-");
  material_add_fact (&facts, "1", "late", truths[roll (dice, 2)]);
  material_add_fact (&facts, "2", "late", truths[roll (dice, 2)]);
  for (uint32_t n = 1 + roll (dice, 3); n > 0; n--)
    material_add_row (&facts, "2", 0, "项", "", "3", actuals[roll (dice, 7)]);
  for (uint32_t n = roll (dice, 3); n > 0; n--)
    adjust (&facts, PE_ADJUSTMENT_DEDUCTION, roll (dice, 2) ? "1" : "2", points[roll (dice, 5)], PE_SCORER_SELF);
  for (uint32_t n = roll (dice, 3); n > 0; n--)
    adjust (&facts, PE_ADJUSTMENT_BONUS, NULL, points[roll (dice, 5)], PE_SCORER_SELF);
  if (roll (dice, 5) == 0)
    add_event (&facts, "breach");
  pe_evaluation_unref (evaluate_closed (scheme_build (&rules), material_build (&facts)));
}

static void
test_closes (void **state)
{
  uint64_t dice = 0x9E3779B97F4A7C15;

  (void) state;
  for (int i = 0; i < 1500; i++)
    run (&dice);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_over_off),        cmocka_unit_test (test_over_flag),
    cmocka_unit_test (test_over_reason),     cmocka_unit_test (test_over_reason_error),
    cmocka_unit_test (test_over_reduce),     cmocka_unit_test (test_over_rounding),
    cmocka_unit_test (test_over_rows),       cmocka_unit_test (test_over_mean),
    cmocka_unit_test (test_over_mean_row),   cmocka_unit_test (test_over_formula),
    cmocka_unit_test (test_over_mean_limit), cmocka_unit_test (test_cap),
    cmocka_unit_test (test_cap_missing),     cmocka_unit_test (test_order),
    cmocka_unit_test (test_deduction),       cmocka_unit_test (test_deduction_refused),
    cmocka_unit_test (test_other_leaves),    cmocka_unit_test (test_bonus),
    cmocka_unit_test (test_bonus_ceiling),   cmocka_unit_test (test_bonus_refused),
    cmocka_unit_test (test_veto_zero),       cmocka_unit_test (test_veto_ceiling),
    cmocka_unit_test (test_veto_unknown),    cmocka_unit_test (test_closes),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
