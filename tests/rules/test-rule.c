/* test-rule.c - a finished rule: reading it back, its digest
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

static pe_rule_builder *
begin_full (void)
{
  pe_rule_builder *builder = begin ("binary");

  bind (builder, "value", "cost");
  word (builder, "compare", "<=");
  fix (builder, "limit", "2.50万元");
  assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_TEXT, PE_POLICY_ZERO, NULL));
  return builder;
}

static void
test_reading_back (void **state)
{
  pe_rule    *rule = build (begin_full ());
  const char *name = NULL;
  pe_figure   value;
  pe_decimal  limit;
  size_t      n;

  (void) state;
  assert_string_equal (pe_shape_get_name (pe_rule_get_shape (rule)), "binary");
  assert_true (pe_rule_get_shape (NULL) == G_MAXSIZE);
  assert_int_equal (pe_rule_get_binding (rule, "value", &name, NULL), PE_BINDING_FACT);
  assert_string_equal (name, "cost");
  assert_int_equal (pe_rule_get_binding (rule, "limit", NULL, &value), PE_BINDING_FIGURE);
  assert_true (value.value.coefficient == 250 && value.value.scale == 2 && value.unit == PE_UNIT_WAN_YUAN);
  assert_int_equal (pe_rule_get_binding (rule, "compare", NULL, NULL), PE_BINDING_NONE);
  assert_int_equal (pe_rule_get_binding (rule, "nothing", NULL, NULL), PE_BINDING_NONE);
  assert_string_equal (pe_rule_get_word (rule, "compare"), "<=");
  assert_null (pe_rule_get_word (rule, "value"));
  assert_null (pe_rule_get_word (rule, "nothing"));
  assert_false (pe_rule_get_number (rule, "limit", &limit));
  assert_int_equal (pe_rule_get_policy (rule, PE_STATE_TEXT), PE_POLICY_ZERO);
  assert_int_equal (pe_rule_get_policy (rule, PE_STATE_MISSING), 0);
  assert_int_equal (pe_rule_get_policy (rule, 99), 0);
  assert_int_equal (pe_rule_get_unit (rule), PE_UNIT_NONE);
  pe_rule_get_steps (rule, &n);
  assert_int_equal (n, 0);
  pe_rule_get_items (rule, &n);
  assert_int_equal (n, 0);
  pe_rule_get_bands (rule, &n);
  assert_int_equal (n, 0);
  pe_rule_unref (rule);
}

static void
test_tables_read_back (void **state)
{
  pe_rule_builder *builder = begin ("steps");
  pe_rule         *rule;
  const pe_step   *steps;
  size_t           n;

  (void) state;
  bind (builder, "value", "rate");
  add_step (builder, "[5, -)", "1");
  add_step (builder, "(-, 5)", "0");
  rule = build (builder);
  steps = pe_rule_get_steps (rule, &n);
  /* As they were given, not as they lie on the line. */
  assert_int_equal (n, 2);
  assert_int_equal (steps[0].lower_end, PE_END_CLOSED);
  assert_int_equal (steps[1].lower_end, PE_END_UNBOUNDED);
  pe_rule_unref (rule);
  builder = begin ("graded");
  add_band (builder, "a", "[0, 1]");
  number (builder, "bound_places", "2");
  rule = build (builder);
  assert_string_equal (pe_rule_get_bands (rule, &n)->id, "a");
  assert_int_equal (n, 1);
  pe_rule_unref (rule);
}

static void
test_facts (void **state)
{
  pe_rule_builder *builder = begin ("per_violation");
  pe_rule         *rule;

  (void) state;
  add_item (builder, "late", "1", NULL);
  rule = build (builder);
  assert_true (pe_rule_uses_fact (rule, "late"));
  assert_false (pe_rule_uses_fact (rule, "early"));
  pe_rule_unref (rule);
  rule = build (begin_full ());
  assert_true (pe_rule_uses_fact (rule, "cost"));
  assert_false (pe_rule_uses_fact (rule, "limit"));
  pe_rule_unref (rule);
  builder = begin ("graded");
  add_band (builder, "a", "[0, 1]");
  rule = build (builder);
  assert_true (pe_rule_uses_fact (rule, "grade") && pe_rule_uses_fact (rule, "score"));
  assert_false (pe_rule_uses_fact (rule, "a"));
  pe_rule_unref (rule);
  rule = build (begin ("attested"));
  assert_true (pe_rule_is_attested (rule));
  assert_false (pe_rule_uses_fact (rule, "score"));
  pe_rule_unref (rule);
}

/* Each change of the content is another rule. */
static void
test_equality (void **state)
{
  pe_rule *rules[6];
  uint8_t  digest[PE_DIGEST_SIZE], again[PE_DIGEST_SIZE];

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      pe_rule_builder *builder = begin_full ();

      if (i == 2)
        fix (builder, "limit", "2.5万元");
      if (i == 3)
        word (builder, "compare", "<");
      if (i == 4)
        assert_ok (pe_rule_builder_set_policy (builder, PE_STATE_MISSING, PE_POLICY_ZERO, NULL));
      if (i == 5)
        bind (builder, "value", "costs");
      rules[i] = build (builder);
    }
  assert_int_equal (pe_rule_is_equal (rules[0], rules[1]), 1);
  for (size_t i = 2; i < G_N_ELEMENTS (rules); i++)
    assert_int_equal (pe_rule_is_equal (rules[0], rules[i]), 0);
  assert_int_equal (pe_rule_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_rule_is_equal (rules[0], NULL), 0);
  pe_rule_get_digest (rules[0], digest);
  pe_rule_get_digest (rules[1], again);
  assert_memory_equal (digest, again, PE_DIGEST_SIZE);
  pe_rule_get_digest (NULL, digest);
  for (size_t i = 0; i < G_N_ELEMENTS (rules); i++)
    pe_rule_unref (rules[i]);
}

/* The stream of docs/digest.md for attested/1 without settings, written out by hand here: SHA-256 of it. */
static void
test_digest_stream (void **state)
{
  static const char type[] = "perfeval-rule/1", name[] = "attested";
  pe_rule          *rule = build (begin ("attested"));
  GByteArray       *stream = g_byte_array_new ();
  uint8_t           number[9] = { 'I', 1, 0, 0, 0, 0, 0, 0, 0 }, list[9] = { 'L' };
  uint8_t           size[9] = { 'T', sizeof type - 1 }, digest[PE_DIGEST_SIZE];
  char              hex[PE_DIGEST_HEX_SIZE], *expected;

  (void) state;
  g_byte_array_append (stream, (const guint8 *) "O", 1);
  g_byte_array_append (stream, size, 9);
  g_byte_array_append (stream, (const guint8 *) type, sizeof type - 1);
  size[1] = sizeof name - 1;
  g_byte_array_append (stream, size, 9);
  g_byte_array_append (stream, (const guint8 *) name, sizeof name - 1);
  g_byte_array_append (stream, number, 9); /* the revision */
  g_byte_array_append (stream, list, 9);   /* no parameters */
  list[1] = 6;
  g_byte_array_append (stream, list, 9); /* a policy for each state: none */
  number[1] = 0;
  for (size_t i = 0; i < 6; i++)
    g_byte_array_append (stream, number, 9);
  g_byte_array_append (stream, number, 9); /* no unit */
  list[1] = 0;
  for (size_t i = 0; i < 4; i++)
    g_byte_array_append (stream, list, 9); /* steps, items, bands, rules by sign */
  expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, stream->data, stream->len);
  pe_rule_get_digest (rule, digest);
  pe_digest_print (hex, digest);
  assert_string_equal (hex, expected);
  g_free (expected);
  g_byte_array_free (stream, TRUE);
  pe_rule_unref (rule);
}

static void
test_references (void **state)
{
  pe_rule *rule = build (begin ("attested"));

  (void) state;
  assert_ptr_equal (pe_rule_ref (rule), rule);
  pe_rule_unref (rule);
  pe_rule_unref (rule);
  assert_null (pe_rule_ref (NULL));
  pe_rule_unref (NULL);
}

static void
test_inits (void **state)
{
  pe_step step;
  pe_item item;
  pe_band band;

  (void) state;
  memset (&step, 0xff, sizeof step);
  memset (&item, 0xff, sizeof item);
  memset (&band, 0xff, sizeof band);
  pe_step_init (&step, sizeof step);
  pe_item_init (&item, sizeof item);
  pe_band_init (&band, sizeof band);
  assert_true (step.struct_size == sizeof step && step.lower_end == 0 && step.points.coefficient == 0);
  assert_true (item.struct_size == sizeof item && item.id == NULL && item.cap.state == PE_STATE_MISSING);
  assert_true (band.struct_size == sizeof band && band.id == NULL && band.high.coefficient == 0);
  pe_step_init (NULL, sizeof step);
  pe_item_init (NULL, sizeof item);
  pe_band_init (NULL, sizeof band);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_reading_back), cmocka_unit_test (test_tables_read_back), cmocka_unit_test (test_facts),
    cmocka_unit_test (test_equality),     cmocka_unit_test (test_digest_stream),    cmocka_unit_test (test_references),
    cmocka_unit_test (test_inits),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
