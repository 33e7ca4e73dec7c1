/* test-evaluation.c - the object and what it answers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <string.h>

/* A group G with the leaf 1.1, 10 × 1 / 3 with its score left exact. */
static pe_evaluation *
new_evaluation (void)
{
  scheme   rules;
  material facts;

  scheme_init (&rules, "10");
  rules.rounding.leaf_rounding = 0;
  scheme_add_leaf (&rules, scheme_add_group (&rules, 0, "G", "10"), "1.1", "10", new_ratio (NULL, PE_POLICY_ERROR),
                   PE_DECLARED_NEVER, NULL);
  material_init (&facts);
  material_add_fact (&facts, "1.1", "actual", "1");
  material_add_fact (&facts, "1.1", "target", "3");
  return evaluate (scheme_build (&rules), material_build (&facts));
}

static void
test_handles (void **state)
{
  pe_evaluation *self = new_evaluation ();

  (void) state;
  assert_ptr_equal (pe_evaluation_ref (self), self);
  pe_evaluation_unref (self);
  assert_non_null (pe_evaluation_get_rulebook (self));
  assert_non_null (pe_evaluation_get_dossier (self));
  assert_non_null (pe_evaluation_get_findings (self));
  assert_non_null (pe_evaluation_get_ledger (self));
  assert_int_equal (pe_evaluation_get_grade (self), -1);
  assert_int_equal (pe_evaluation_get_n_nodes (self), 3);
  pe_evaluation_unref (self);

  pe_evaluation_unref (NULL);
  assert_null (pe_evaluation_ref (NULL));
  assert_null (pe_evaluation_get_rulebook (NULL));
  assert_null (pe_evaluation_get_dossier (NULL));
  assert_null (pe_evaluation_get_findings (NULL));
  assert_null (pe_evaluation_get_ledger (NULL));
  assert_int_equal (pe_evaluation_get_grade (NULL), -1);
  assert_int_equal (pe_evaluation_get_n_nodes (NULL), 0);
}

static void
test_nodes (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_node        node;

  (void) state;
  pe_node_init (&node, sizeof node);
  WELL (pe_evaluation_get_node (&node, self, 0, &error));
  assert_int_equal (node.struct_size, sizeof node);
  assert_int_equal (node.kind, PE_NODE_TOTAL);
  assert_int_equal (node.origin, PE_ORIGIN_SUM);
  assert_int_equal (node.indicator, -1);
  assert_int_equal (node.row, -1);
  assert_string_equal (node.code, "");
  assert_string_equal (node.name_zh, "总分");
  assert_string_equal (node.name_en, "Total");
  WELL (pe_evaluation_get_node (&node, self, 1, &error));
  assert_int_equal (node.kind, PE_NODE_GROUP);
  assert_int_equal (node.depth, 1);
  assert_int_equal (node.parent, 0);
  WELL (pe_evaluation_get_node (&node, self, 2, &error));
  assert_int_equal (node.kind, PE_NODE_LEAF);
  assert_int_equal (node.origin, PE_ORIGIN_COMPUTED);
  assert_int_equal (node.state, PE_STATE_VALUE);
  assert_int_equal (node.depth, 2);
  assert_int_equal (node.parent, 1);
  assert_int_equal (node.indicator, 1);
  assert_string_equal (node.name_en, "1.1"); /* there is no English name: the Chinese one */

  assert_int_equal (pe_evaluation_get_node (&node, self, 3, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_get_node (&node, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_get_node (NULL, self, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&node, 0, sizeof node);
  assert_int_equal (pe_evaluation_get_node (&node, self, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluation_unref (self);
}

/* A caller of a later version has a longer structure: what we do not know is zero. */
static void
test_longer_structure (void **state)
{
  pe_evaluation *self = new_evaluation ();
  struct
  {
    pe_node  node;
    uint64_t tail;
  } newer;

  (void) state;
  pe_node_init (&newer.node, sizeof newer);
  newer.tail = 1;
  WELL (pe_evaluation_get_node (&newer.node, self, 1, &error));
  assert_int_equal (newer.node.struct_size, sizeof newer);
  assert_true (newer.tail == 0);
  pe_evaluation_unref (self);
}

static void
test_points (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_decimal     points = { 7, 0, 0 };
  pe_ratio      *ratio = NULL;
  pe_error      *reason = NULL;

  (void) state;
  WELL (pe_evaluation_get_points (&points, self, 2, PE_POINTS_FULL_MARKS, &error));
  assert_int_equal (points.coefficient, 10);
  WELL (pe_evaluation_get_points (&points, self, 0, PE_POINTS_SCORE, &error));
  assert_int_equal (points.coefficient, 333);
  assert_int_equal (points.scale, 2);
  check_points (self, "1.1", PE_POINTS_LOST, "20/3");
  check_points (self, "", PE_POINTS_LOST, "6.67");
  assert_int_equal (pe_evaluation_get_points (&points, self, 2, PE_POINTS_SCORE, &reason), PE_ERROR_OVERFLOW);
  assert_int_equal (points.coefficient, 333); /* as it was */
  pe_error_unref (reason);
  assert_int_equal (pe_evaluation_get_points (&points, self, 2, 6, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_get_points (&points, self, 3, PE_POINTS_SCORE, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_get_points (NULL, self, 0, PE_POINTS_SCORE, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_compute_points (&ratio, self, 2, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_evaluation_compute_points (&ratio, self, 3, PE_POINTS_SCORE, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_compute_points (&ratio, NULL, 0, PE_POINTS_SCORE, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (ratio);
  pe_evaluation_unref (self);
}

static void
test_inputs (void **state)
{
  pe_evaluation *self = new_evaluation ();
  pe_input       input;

  (void) state;
  pe_input_init (&input, sizeof input);
  assert_int_equal (pe_evaluation_get_n_inputs (self, 2), 2);
  assert_int_equal (pe_evaluation_get_n_inputs (self, 1), 0);
  assert_int_equal (pe_evaluation_get_n_inputs (self, 3), 0);
  assert_int_equal (pe_evaluation_get_n_inputs (NULL, 0), 0);
  WELL (pe_evaluation_get_input (&input, self, 2, 1, &error));
  assert_string_equal (input.name, "target");
  assert_string_equal (input.path, "/facts/1.1/target");
  assert_null (input.measure);
  assert_int_equal (input.figure.value.coefficient, 3);
  assert_int_equal (pe_evaluation_get_input (&input, self, 2, 2, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_get_input (&input, self, 3, 0, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_evaluation_get_input (NULL, self, 2, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&input, 0, sizeof input);
  assert_int_equal (pe_evaluation_get_input (&input, self, 2, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_evaluation_unref (self);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_handles), cmocka_unit_test (test_nodes),  cmocka_unit_test (test_longer_structure),
    cmocka_unit_test (test_points),  cmocka_unit_test (test_inputs),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
