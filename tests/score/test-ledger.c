/* test-ledger.c - the ledger closes at every node, whatever the rulebook and the dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <stdio.h>
#include <string.h>

#include "base/rational-private.h"

#define RUNS 3000
#define BITS 65536

/* A generator of its own, so that each run is the same everywhere (Marsaglia's xorshift64). */
typedef struct dice
{
  uint64_t state;
} dice;

static uint32_t
roll (dice *self, uint32_t n)
{
  self->state ^= self->state << 13;
  self->state ^= self->state >> 7;
  self->state ^= self->state << 17;
  return (uint32_t) ((self->state >> 20) % n);
}

static pe_policy
roll_policy (dice *self)
{
  return (pe_policy) (PE_POLICY_FULL + (pe_policy) roll (self, 3));
}

static const char *
roll_figure (dice *self)
{
  static const char *const figures[]
      = { "0", "1", "2", "3", "7", "12.5", "99.99", "1000000007", "-", "", "已完成", "1", "3", "8" };

  return figures[roll (self, G_N_ELEMENTS (figures))];
}

static void
roll_rounding (dice *self, int32_t *places, pe_rounding *rounding)
{
  *places = (int32_t) roll (self, 4);
  *rounding = (pe_rounding) roll (self, PE_ROUND_CEILING + 1);
}

/* Rows in one level or two; those at the bottom have the marks of `shares` in turn. */
static void
add_rows (dice *self, material *facts, const char *code, gboolean deep)
{
  static const char *const shares[] = { "1", "2", "0.5", "3", "3.5" }; /* they add up to 10 */
  uint32_t                 parent = 0, n = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const gboolean withdrawn = roll (self, 5) == 0;
      const char    *target = roll_figure (self);
      const char    *actual = roll_figure (self);

      if (deep && (i == 0 || i == 3))
        {
          material_add_row (facts, code, 0, "组", "", "", "");
          parent = ++n;
        }
      if (withdrawn)
        material_add_withdrawn (facts, code, parent, "项", shares[i]);
      else
        material_add_row (facts, code, parent, "项", shares[i], target, actual);
      n++;
    }
}

/* In C the arguments of one call may be rolled in any order; so each roll stands by itself. */
static void
add_slot (dice *self, scheme *rules, material *facts, uint32_t parent, const char *code)
{
  static const char *const marks[] = { "equal", "by_weight", "by_unit" };
  static const char *const empty[] = { "full", "zero", "drop" };
  const gboolean           deep = roll (self, 2) == 1;
  const char              *by = marks[roll (self, 3)];
  const char              *score = roll (self, 2) == 0 ? "mean" : "rows";
  const char              *without = empty[roll (self, 3)];
  const pe_policy          policy = roll_policy (self);

  scheme_add_leaf (rules, parent, code, "10", new_slot (by, score, deep ? "2" : "1", without, policy),
                   PE_DECLARED_NEVER, NULL);
  if (roll (self, 8) > 0)
    add_rows (self, facts, code, deep);
}

static void
add_leaf (dice *self, scheme *rules, material *facts, uint32_t parent, const char *code)
{
  static const char *const scores[] = { "10", "9.995", "0", "3.333", "7.125", "8.5" };

  switch (roll (self, 3))
    {
    case 0:
      scheme_add_leaf (rules, parent, code, "10", new_attested (), PE_DECLARED_ONLY, NULL);
      material_declare (facts, code, scores[roll (self, G_N_ELEMENTS (scores))], NULL);
      break;
    case 1:
      scheme_add_leaf (rules, parent, code, "10", new_ratio (NULL, roll_policy (self)), PE_DECLARED_NEVER, NULL);
      material_add_fact (facts, code, "actual", roll_figure (self));
      material_add_fact (facts, code, "target", roll_figure (self));
      break;
    default:
      add_slot (self, rules, facts, parent, code);
    }
}

/* Three leaves of 10 in a group in a group, two in a group, one at the top: 60 marks. */
static pe_status
evaluate_anything (dice *self, pe_evaluation **out)
{
  scheme       rules;
  material     facts;
  pe_rulebook *rulebook;
  pe_dossier  *dossier;
  uint32_t     group;
  pe_status    status;

  scheme_init (&rules, "60");
  material_init (&facts);
  roll_rounding (self, &rules.rounding.leaf_places, &rules.rounding.leaf_rounding);
  roll_rounding (self, &rules.rounding.subtotal_places, &rules.rounding.subtotal_rounding);
  roll_rounding (self, &rules.rounding.total_places, &rules.rounding.total_rounding);
  group = scheme_add_group (&rules, 0, "1", "30");
  group = scheme_add_group (&rules, group, "1.1", "30");
  add_leaf (self, &rules, &facts, group, "1.1.1");
  add_leaf (self, &rules, &facts, group, "1.1.2");
  add_leaf (self, &rules, &facts, group, "1.1.3");
  group = scheme_add_group (&rules, 0, "2", "20");
  add_leaf (self, &rules, &facts, group, "2.1");
  add_leaf (self, &rules, &facts, group, "2.2");
  add_leaf (self, &rules, &facts, 0, "3");
  rulebook = scheme_build (&rules);
  dossier = material_build (&facts);
  status = pe_evaluate (out, rulebook, dossier, NULL, NULL, NULL);
  pe_rulebook_unref (rulebook);
  pe_dossier_unref (dossier);
  return status;
}

/* What the public functions answer about a node. */
static void
get_points (const pe_evaluation *self, size_t node, pe_points points, pe_rational *out)
{
  pe_ratio *ratio = NULL;

  WELL (pe_evaluation_compute_points (&ratio, self, node, points, &error));
  pe_rational_copy (out, pe_ratio_peek (ratio));
  pe_ratio_unref (ratio);
}

/* What a node of sums has to come to: S × W / (W − what was left out), rounded as its level says. */
static void
check_sum (const pe_evaluation *self, const pe_node *node, size_t index, const pe_rational *below,
           const pe_rational *dropped)
{
  pe_rounding_contract contract;
  pe_rational          full, expected, left, found;
  pe_rounding          rounding;
  int32_t              places;

  pe_rounding_contract_init (&contract, sizeof contract);
  WELL (pe_rulebook_get_rounding (&contract, pe_evaluation_get_rulebook (self), &error));
  rounding = node->kind == PE_NODE_TOTAL ? contract.total_rounding : contract.leaf_rounding;
  places = node->kind == PE_NODE_TOTAL ? contract.total_places : contract.leaf_places;
  if (node->kind == PE_NODE_GROUP)
    {
      rounding = node->row >= 0 ? 0 : contract.subtotal_rounding;
      places = contract.subtotal_places;
    }
  pe_rational_init (&full);
  pe_rational_init (&expected);
  pe_rational_init (&left);
  pe_rational_init (&found);
  get_points (self, index, PE_POINTS_FULL_MARKS, &full);
  pe_rational_copy (&expected, below);
  if (node->kind != PE_NODE_GROUP)
    {
      assert_int_equal (pe_rational_subtract (&left, &full, dropped, BITS), PE_OK);
      assert_int_equal (pe_rational_divide (&expected, below, &left, BITS), PE_OK);
      assert_int_equal (pe_rational_multiply (&expected, &expected, &full, BITS), PE_OK);
    }
  get_points (self, index, PE_POINTS_UNROUNDED, &found);
  assert_int_equal (pe_rational_compare (&found, &expected), 0);
  if (rounding != 0)
    assert_int_equal (pe_rational_round (&expected, &expected, places, rounding, BITS), PE_OK);
  get_points (self, index, PE_POINTS_SCORE, &found);
  assert_int_equal (pe_rational_compare (&found, &expected), 0);
  pe_rational_clear (&full);
  pe_rational_clear (&expected);
  pe_rational_clear (&left);
  pe_rational_clear (&found);
}

static uint32_t
get_parent (const pe_evaluation *self, size_t index)
{
  pe_node node;

  pe_node_init (&node, sizeof node);
  WELL (pe_evaluation_get_node (&node, self, index, &error));
  return node.parent;
}

static void
check_node (const pe_evaluation *self, size_t index, const pe_rational *closed, const pe_rational *below,
            pe_rational *dropped)
{
  pe_rational full, score, lost, expected;
  pe_node     node;

  pe_rational_init (&full);
  pe_rational_init (&score);
  pe_rational_init (&lost);
  pe_rational_init (&expected);
  pe_node_init (&node, sizeof node);
  WELL (pe_evaluation_get_node (&node, self, index, &error));
  get_points (self, index, PE_POINTS_FULL_MARKS, &full);
  get_points (self, index, PE_POINTS_SCORE, &score);
  get_points (self, index, PE_POINTS_LOST, &lost);
  /* full marks + entries at and below = score */
  assert_int_equal (pe_rational_add (&expected, &full, closed, BITS), PE_OK);
  assert_int_equal (pe_rational_compare (&expected, &score), 0);
  /* full marks − score = lost */
  assert_int_equal (pe_rational_subtract (&expected, &full, &score, BITS), PE_OK);
  assert_int_equal (pe_rational_compare (&expected, &lost), 0);
  if (node.origin == PE_ORIGIN_SUM)
    check_sum (self, &node, index, below, dropped);
  if (node.origin == PE_ORIGIN_DROPPED)
    pe_rational_copy (dropped, &full);
  else if (node.kind != PE_NODE_GROUP) /* a slot has made up for its own rows */
    pe_rational_set_int (dropped, 0);
  pe_rational_clear (&full);
  pe_rational_clear (&score);
  pe_rational_clear (&lost);
  pe_rational_clear (&expected);
}

static void
add_entries (const pe_ledger *ledger, pe_rational *closed)
{
  pe_ledger_entry entry;

  pe_ledger_entry_init (&entry, sizeof entry);
  for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
    {
      pe_ratio *amount = NULL;

      WELL (pe_ledger_get_entry (&entry, ledger, i, &error));
      WELL (pe_ledger_compute_amount (&amount, ledger, i, &error));
      assert_int_not_equal (pe_rational_sign (pe_ratio_peek (amount)), 0);
      if (entry.is_exact)
        {
          pe_rational stated;

          pe_rational_init (&stated);
          pe_rational_set_decimal (&stated, &entry.amount);
          assert_int_equal (pe_rational_compare (&stated, pe_ratio_peek (amount)), 0);
          pe_rational_clear (&stated);
        }
      assert_int_equal (pe_rational_add (&closed[entry.node], &closed[entry.node], pe_ratio_peek (amount), BITS),
                        PE_OK);
      pe_ratio_unref (amount);
    }
}

static void
check_closed (const pe_evaluation *self)
{
  const size_t n = pe_evaluation_get_n_nodes (self);
  pe_rational *closed = g_new (pe_rational, n), *below = g_new (pe_rational, n), *dropped = g_new (pe_rational, n),
              score;

  pe_rational_init (&score);
  for (size_t i = 0; i < n; i++)
    {
      pe_rational_init (&closed[i]);
      pe_rational_init (&below[i]);
      pe_rational_init (&dropped[i]);
    }
  add_entries (pe_evaluation_get_ledger (self), closed);
  for (size_t i = n; i-- > 0;)
    {
      uint32_t parent = get_parent (self, i);

      check_node (self, i, &closed[i], &below[i], &dropped[i]);
      get_points (self, i, PE_POINTS_SCORE, &score);
      if (i > 0)
        {
          assert_true (parent < i);
          assert_int_equal (pe_rational_add (&closed[parent], &closed[parent], &closed[i], BITS), PE_OK);
          assert_int_equal (pe_rational_add (&below[parent], &below[parent], &score, BITS), PE_OK);
          assert_int_equal (pe_rational_add (&dropped[parent], &dropped[parent], &dropped[i], BITS), PE_OK);
        }
    }
  for (size_t i = 0; i < n; i++)
    {
      pe_rational_clear (&closed[i]);
      pe_rational_clear (&below[i]);
      pe_rational_clear (&dropped[i]);
    }
  pe_rational_clear (&score);
  g_free (closed);
  g_free (below);
  g_free (dropped);
}

/* Every sentence can be written in both languages. */
static void
check_sentences (const pe_evaluation *self)
{
  static const pe_language languages[] = { PE_LANGUAGE_ZH, PE_LANGUAGE_EN };
  const pe_ledger         *ledger = pe_evaluation_get_ledger (self);
  pe_text                 *text = NULL;

  for (size_t l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      for (size_t i = 0; i < pe_evaluation_get_n_nodes (self); i++)
        {
          WELL (pe_evaluation_explain (&text, self, i, languages[l], &error));
          assert_true (pe_text_get_size (text) > 0);
          assert_true (g_utf8_validate (pe_text_get_data (text), -1, NULL));
          pe_text_unref (text);
          WELL (pe_evaluation_print_formula (&text, self, i, languages[l], &error));
          assert_true (pe_text_get_size (text) > 0);
          pe_text_unref (text);
        }
      for (size_t i = 0; i < pe_ledger_get_size (ledger); i++)
        {
          WELL (pe_ledger_print_reason (&text, ledger, i, languages[l], &error));
          assert_true (pe_text_get_size (text) > 0);
          pe_text_unref (text);
        }
    }
}

static void
test_it_closes (void **state)
{
  dice     self = { 20230000 + 1 };
  uint32_t n_closed = 0, n_entries[PE_ENTRY_ROUNDING + 1] = { 0 };

  (void) state;
  for (int i = 0; i < RUNS; i++)
    {
      pe_evaluation  *evaluation = NULL;
      pe_ledger_entry entry;
      pe_status       status = evaluate_anything (&self, &evaluation);

      if (status != PE_OK)
        {
          assert_int_equal (status, PE_ERROR_NOTHING_APPLICABLE);
          continue;
        }
      check_closed (evaluation);
      if (i % 30 == 0)
        check_sentences (evaluation);
      pe_ledger_entry_init (&entry, sizeof entry);
      for (size_t k = 0; k < pe_ledger_get_size (pe_evaluation_get_ledger (evaluation)); k++)
        {
          WELL (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (evaluation), k, &error));
          n_entries[entry.kind]++;
        }
      n_closed++;
      pe_evaluation_unref (evaluation);
    }
  printf ("closed: %u of %u evaluations, %u leaf, %u rescale, %u rounding entries\n", n_closed, (unsigned) RUNS,
          n_entries[PE_ENTRY_LEAF], n_entries[PE_ENTRY_RESCALE], n_entries[PE_ENTRY_ROUNDING]);
  /* The generator has to reach what it is for. */
  assert_true (n_closed > RUNS * 9 / 10);
  assert_true (n_entries[PE_ENTRY_LEAF] > RUNS && n_entries[PE_ENTRY_RESCALE] > RUNS / 2);
  assert_true (n_entries[PE_ENTRY_ROUNDING] > RUNS / 2);
}

/* Reading */

/* 1 × 1/3 with an unrounded leaf: −2/3, which no decimal holds. */
static pe_evaluation *
new_third (void)
{
  scheme   rules;
  material facts;

  scheme_init (&rules, "1");
  rules.rounding.leaf_rounding = 0;
  rules.rounding.total_rounding = 0;
  scheme_add_leaf (&rules, 0, "1", "1", new_ratio (NULL, PE_POLICY_ERROR), PE_DECLARED_NEVER, NULL);
  material_init (&facts);
  material_add_fact (&facts, "1", "actual", "1");
  material_add_fact (&facts, "1", "target", "3");
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static void
test_inexact_amount (void **state)
{
  pe_evaluation  *self = new_third ();
  pe_ledger_entry entry;

  (void) state;
  pe_ledger_entry_init (&entry, sizeof entry);
  WELL (pe_ledger_get_entry (&entry, pe_evaluation_get_ledger (self), 0, &error));
  assert_int_equal (entry.is_exact, 0);
  assert_int_equal (entry.amount.scale, 18);
  assert_true (entry.amount.coefficient == INT64_C (-666666666666666666));
  check_entry (self, 0, "1", PE_ENTRY_LEAF, "-2/3");
  pe_evaluation_unref (self);
}

static void
test_bounds (void **state)
{
  pe_evaluation   *self = new_third ();
  const pe_ledger *ledger = pe_evaluation_get_ledger (self);
  pe_ledger_entry  entry;
  pe_ratio        *amount = NULL;
  pe_text         *text = NULL;

  (void) state;
  assert_int_equal (pe_ledger_get_size (NULL), 0);
  assert_int_equal (pe_ledger_get_size (ledger), 1);
  pe_ledger_entry_init (&entry, sizeof entry);
  assert_int_equal (pe_ledger_get_entry (&entry, ledger, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_ledger_get_entry (&entry, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_get_entry (NULL, ledger, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  entry.struct_size = 0;
  assert_int_equal (pe_ledger_get_entry (&entry, ledger, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_compute_amount (&amount, ledger, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_ledger_compute_amount (NULL, ledger, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_ledger_print_reason (&text, ledger, 1, PE_LANGUAGE_ZH, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_ledger_print_reason (&text, NULL, 0, PE_LANGUAGE_ZH, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (amount);
  assert_null (text);
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_it_closes),
    cmocka_unit_test (test_inexact_amount),
    cmocka_unit_test (test_bounds),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
