/* test-vocabulary.c - what is described is what formulas, tables and rulebooks take, and nothing is left out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include <perfeval/vocabulary.h>

#include "rules/expression-code-private.h"
#include "rules/shape-private.h"

static pe_term
get_term (pe_vocabulary vocabulary, size_t index)
{
  pe_term term;

  pe_term_init (&term, sizeof term);
  assert_int_equal (pe_vocabulary_get_term (&term, vocabulary, index, NULL), PE_OK);
  assert_true (term.description_zh[0] != '\0' && term.description_en[0] != '\0');
  return term;
}

/* The engine's functions have the numbers 0, 1, 2 …, and "date" is no call but written. */
static void
test_functions (void **state)
{
  const size_t n = pe_vocabulary_get_size (PE_VOCABULARY_FUNCTIONS);

  (void) state;
  for (size_t i = 0; i < n; i++)
    {
      const pe_term term = get_term (PE_VOCABULARY_FUNCTIONS, i);

      assert_true (g_str_has_prefix (term.usage, term.name));
      assert_int_equal (pe_function_find (term.name), i + 1 < n ? i : G_MAXUINT32);
    }
  assert_string_equal (get_term (PE_VOCABULARY_FUNCTIONS, n - 1).name, "date");
  assert_int_equal (pe_function_get_count (), n - 1);
}

/* Each word of a parameter of the shape, one blank between two. */
static void
test_hit_policies (void **state)
{
  pe_shape_parameter parameter;
  GString           *words = g_string_new (NULL);
  size_t             shape, i = 0;

  (void) state;
  for (size_t k = 0; k < pe_vocabulary_get_size (PE_VOCABULARY_HIT_POLICIES); k++)
    g_string_append_printf (words, "%s%s", k > 0 ? " " : "", get_term (PE_VOCABULARY_HIT_POLICIES, k).name);
  assert_int_equal (pe_shape_find (&shape, "decision_table", 1, NULL), PE_OK);
  pe_shape_parameter_init (&parameter, sizeof parameter);
  do
    assert_int_equal (pe_shape_get_parameter (&parameter, shape, i++, NULL), PE_OK);
  while (strcmp (parameter.name, "hit") != 0);
  assert_string_equal (parameter.words, words->str);
  g_string_free (words, TRUE);
}

/* In the order of pe_policy; and every state of pe_state but the value. */
static void
test_policies_and_states (void **state)
{
  (void) state;
  assert_int_equal (pe_vocabulary_get_size (PE_VOCABULARY_POLICIES), PE_POLICY_DROP);
  assert_string_equal (get_term (PE_VOCABULARY_POLICIES, PE_POLICY_FULL - 1).name, "full");
  assert_string_equal (get_term (PE_VOCABULARY_POLICIES, PE_POLICY_DROP - 1).name, "drop");
  assert_int_equal (pe_vocabulary_get_size (PE_VOCABULARY_STATES), PE_STATE_INVALID);
}

static void
test_arguments (void **state)
{
  pe_term term;

  (void) state;
  pe_term_init (&term, sizeof term);
  assert_int_equal (pe_vocabulary_get_size (0), 0);
  assert_int_equal (pe_vocabulary_get_size (99), 0);
  assert_int_equal (pe_vocabulary_get_size (-1), 0);
  assert_int_equal (pe_vocabulary_get_term (NULL, PE_VOCABULARY_STATES, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_vocabulary_get_term (&term, PE_VOCABULARY_STATES, 99, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_vocabulary_get_term (&term, 0, 0, NULL), PE_ERROR_NOT_FOUND);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_functions),
    cmocka_unit_test (test_hit_policies),
    cmocka_unit_test (test_policies_and_states),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
