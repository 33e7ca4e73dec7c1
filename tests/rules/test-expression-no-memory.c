/* test-expression-no-memory.c - every allocation of formulas and decision tables, failing in turn
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "given.h"

#include "rules/decision-table-private.h"

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations that succeed before the rest fails, and one more; -1: none fails. */
static int left = -1;

#if CAN_FAIL
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  return left != 0;
}

void *
malloc (size_t size)
{
  return may_allocate () ? __libc_malloc (size) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? __libc_calloc (n, size) : NULL;
}

void *
realloc (void *data, size_t size)
{
  return may_allocate () ? __libc_realloc (data, size) : NULL;
}
#endif

/* Does something with 1, 2, 3 ... allocations until it succeeds; each time it answers that memory ran out. */
static void
fail_in_turn (pe_status (*attempt) (void))
{
  pe_status status = PE_ERROR_NO_MEMORY;
  int       n;

  if (!CAN_FAIL)
    {
      print_message ("skipped: this build does not let a test replace the allocator\n");
      skip ();
    }
  assert_ok (attempt ());
  for (n = 1; n < 10000 && status != PE_OK; n++)
    {
      left = n;
      status = attempt ();
      left = -1;
      if (status != PE_OK)
        assert_int_equal (status, PE_ERROR_NO_MEMORY);
    }
  assert_ok (status);
  print_message ("%d allocations\n", n - 2);
  assert_true (n > 10);
}

static const pe_fact *
find (const pe_fact_source *self, const char *name)
{
  static const pe_fact fact = { sizeof fact, 0, "1", "x", NULL, { { 5, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE } };

  (void) self;
  (void) name;
  return &fact;
}

static void
print_path (const pe_fact_source *self, const char *name, pe_buffer *out)
{
  (void) self;
  pe_buffer_add_string (out, name);
}

static const pe_fact_source source = { find, print_path, NULL, NULL, NULL, NULL, 0 };

static const char formula_text[]
    = "if x in ([1..3], < 0, 7) or \"a\" = \"b\" then sum([1, x, 90%][item > 2]) else if some r in [1, 2] "
      "satisfies r = x then min(x, 3) else round half up(y + x * 2, 2)";

static pe_status
evaluate_formula (void)
{
  const pe_expression_scope scope = { .wanted = PE_TYPE_NUMBER };
  pe_vector                 inputs = PE_VECTOR_INIT (pe_scored_input);
  pe_expression_context     context = { &source, &inputs, 65536, 10000, 0, NULL };
  pe_expression            *expression = NULL;
  pe_value                  value;
  pe_status                 status = pe_expression_new (&expression, formula_text, &scope, NULL);

  pe_value_init (&value);
  if (status == PE_OK)
    status = pe_expression_evaluate (expression, &context, &value, NULL);
  for (size_t i = 0; i < inputs.size; i++)
    g_free (pe_vector_at (&inputs, pe_scored_input, i)->path);
  pe_vector_clear (&inputs);
  pe_value_clear (&value);
  pe_expression_unref (expression);
  return status;
}

static pe_status
fill_table (pe_decision_table *table)
{
  static const char *const when[][2]
      = { { "[1..3), 4", "\"a\", \"b\"" }, { ">= 7", "not(\"a\")" }, { "< 1", "\"c\"" } };
  const pe_expression_scope scope = { .wanted = PE_TYPE_NULL };
  const pe_table_input      inputs[]
      = { { sizeof *inputs, 0, "n", "x + 1" }, { sizeof *inputs, 0, "t", "if x = 5 then \"b\" else \"c\"" } };
  pe_status status = PE_OK;

  for (size_t i = 0; status == PE_OK && i < G_N_ELEMENTS (inputs); i++)
    status = pe_decision_table_add_input (table, &inputs[i], i, &scope, NULL);
  for (size_t i = 0; status == PE_OK && i < G_N_ELEMENTS (when); i++)
    {
      const pe_decision decision = { sizeof decision, 2, when[i], { 1, 0, 0 } };

      status = pe_decision_table_add_decision (table, &decision, i, G_MAXSIZE, NULL);
    }
  return status;
}

/* The digest of a rule is made by GLib, which aborts (docs/memory.md); so the table stands here without its rule. */
static pe_status
make_table (void)
{
  const pe_sweep_order order = { PE_HIT_UNIQUE, TRUE, NULL, "" };
  pe_decision_table   *table = pe_decision_table_new (), *copy = NULL;
  pe_status            status = table == NULL ? PE_ERROR_NO_MEMORY : fill_table (table);
  pe_collector         collector;

  if (status == PE_OK)
    status = pe_decision_table_copy (&copy, table);
  pe_collector_init (&collector, NULL);
  if (status == PE_OK)
    pe_decision_table_sweep (NULL, copy, &order, &collector);
  if (status == PE_OK)
    status = pe_collector_finish (&collector, NULL, NULL);
  else
    pe_collector_clear (&collector);
  pe_decision_table_unref (copy);
  pe_decision_table_unref (table);
  return status;
}

static void
test_formula (void **state)
{
  (void) state;
  fail_in_turn (evaluate_formula);
}

static void
test_table (void **state)
{
  (void) state;
  fail_in_turn (make_table);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_formula), cmocka_unit_test (test_table) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
