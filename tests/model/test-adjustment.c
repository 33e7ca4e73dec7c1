/* test-adjustment.c - deductions, bonuses and events in a dossier
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "model/dossier-private.h"

static pe_dossier_builder *
begin (void)
{
  pe_dossier_builder *builder = NULL;
  pe_dossier_head     head;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  return builder;
}

static pe_dossier *
finish (pe_dossier_builder *builder)
{
  pe_dossier *dossier = NULL;

  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_adjustment
make_deduction (const char *indicator)
{
  pe_adjustment adjustment;

  pe_adjustment_init (&adjustment, sizeof adjustment);
  adjustment.kind = PE_ADJUSTMENT_DEDUCTION;
  adjustment.scorer = PE_SCORER_FINANCE;
  adjustment.indicator = indicator;
  adjustment.reason = "材料不全";
  adjustment.points = (pe_decimal) { 15, 1, 0 };
  return adjustment;
}

static pe_adjustment
make_bonus (void)
{
  pe_adjustment adjustment = make_deduction (NULL);

  adjustment.kind = PE_ADJUSTMENT_BONUS;
  adjustment.evidence = "表彰文件";
  return adjustment;
}

/* Each structure is zeroed up to its size, and no further. */
static void
test_init (void **state)
{
  unsigned char bytes[sizeof (pe_adjustment) + 8];
  uint32_t      size;

  (void) state;
  for (uint32_t n = 4; n < sizeof bytes; n++)
    {
      memset (bytes, 0xee, sizeof bytes);
      pe_adjustment_init ((pe_adjustment *) (void *) bytes, n);
      memcpy (&size, bytes, sizeof size);
      assert_int_equal (size, n);
      for (size_t k = 4; k < sizeof bytes; k++)
        assert_int_equal (bytes[k], k < n ? 0 : 0xee);
      memset (bytes, 0xee, sizeof bytes);
      pe_event_init ((pe_event *) (void *) bytes, n);
      for (size_t k = 4; k < sizeof bytes; k++)
        assert_int_equal (bytes[k], k < n ? 0 : 0xee);
    }
  pe_adjustment_init (NULL, 8);
  pe_event_init (NULL, 8);
}

static void
test_read_back (void **state)
{
  const pe_adjustment items[]
      = { make_deduction ("2.1"), make_bonus (), make_deduction ("1.1"), make_deduction ("2.1"), make_bonus () };
  pe_dossier_builder *builder = begin ();
  pe_event            event;
  pe_adjustment       read;
  pe_dossier         *dossier;
  size_t              first;

  (void) state;
  pe_event_init (&event, sizeof event);
  event.veto = "breach";
  event.evidence = "处分决定";
  assert_int_equal (pe_dossier_builder_add_adjustments (builder, items, 5, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_adjustments (builder, NULL, 0, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_events (builder, &event, 1, NULL), PE_OK);
  dossier = finish (builder);
  pe_adjustment_init (&read, sizeof read);
  assert_int_equal (pe_dossier_get_n_adjustments (dossier), 5);
  assert_int_equal (pe_dossier_get_adjustment (&read, dossier, 0, NULL), PE_OK);
  assert_string_equal (read.indicator, "2.1");
  assert_string_equal (read.reason, "材料不全");
  assert_null (read.evidence);
  assert_int_equal (read.scorer, PE_SCORER_FINANCE);
  assert_int_equal (read.points.coefficient, 15);
  assert_int_equal (pe_dossier_get_adjustment (&read, dossier, 1, NULL), PE_OK);
  assert_null (read.indicator);
  assert_string_equal (read.evidence, "表彰文件");
  assert_int_equal (pe_dossier_get_n_events (dossier), 1);
  assert_int_equal (pe_dossier_get_event (&event, dossier, 0, NULL), PE_OK);
  assert_string_equal (event.veto, "breach");
  /* By indicator, bonuses first, and as added. */
  assert_int_equal (pe_dossier_find_adjustments (dossier, "2.1", &first), 2);
  assert_int_equal (pe_dossier_get_ordered (dossier, first), 0);
  assert_int_equal (pe_dossier_get_ordered (dossier, first + 1), 3);
  assert_int_equal (pe_dossier_find_adjustments (dossier, NULL, &first), 2);
  assert_int_equal (pe_dossier_get_ordered (dossier, first), 1);
  assert_int_equal (pe_dossier_find_adjustments (dossier, "2", &first), 0);
  assert_int_equal (pe_dossier_get_adjustment (&read, dossier, 5, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_dossier_get_event (&event, dossier, 1, NULL), PE_ERROR_NOT_FOUND);
  assert_int_equal (pe_dossier_get_adjustment (&read, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_get_event (NULL, dossier, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_get_n_adjustments (NULL) + pe_dossier_get_n_events (NULL), 0);
  pe_dossier_unref (dossier);
}

/* What is wrong with one adjustment, and where. All of a call or none. */
static void
check_refused (const pe_adjustment *bad, pe_status status, const char *path)
{
  const pe_adjustment items[] = { make_bonus (), *bad };
  pe_dossier_builder *builder = begin ();
  pe_error           *error = NULL;
  pe_dossier         *dossier;

  assert_int_equal (pe_dossier_builder_add_adjustments (builder, items, 2, &error), status);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), path);
  pe_error_unref (error);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_get_n_adjustments (dossier), 0);
  pe_dossier_unref (dossier);
}

static void
test_refused (void **state)
{
  pe_adjustment bad = make_deduction ("1");

  (void) state;
  bad.reason = NULL;
  check_refused (&bad, PE_ERROR_TEXT_EMPTY, "/adjustments/1/reason");
  bad.reason = " \t";
  check_refused (&bad, PE_ERROR_TEXT_EMPTY, "/adjustments/1/reason");
  bad = make_deduction ("1 1");
  check_refused (&bad, PE_ERROR_CODE_SYNTAX, "/adjustments/1/indicator");
  bad = make_deduction (NULL);
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/indicator");
  bad = make_deduction ("1");
  bad.points.coefficient = 0;
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/points");
  bad.points.coefficient = -1;
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/points");
  bad = make_deduction ("1");
  bad.kind = 3;
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/kind");
  bad = make_deduction ("1");
  bad.scorer = 0;
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/scorer");
  bad = make_bonus ();
  bad.evidence = NULL;
  check_refused (&bad, PE_ERROR_TEXT_EMPTY, "/adjustments/1/evidence");
  bad = make_bonus ();
  bad.indicator = "1";
  check_refused (&bad, PE_ERROR_INVALID_ARGUMENT, "/adjustments/1/indicator");
  bad = make_bonus ();
  bad.reason = "\xff";
  check_refused (&bad, PE_ERROR_INVALID_UTF8, "/adjustments/1/reason");
}

static void
test_events_refused (void **state)
{
  pe_dossier_builder *builder = begin ();
  pe_event            event;

  (void) state;
  pe_event_init (&event, sizeof event);
  event.veto = "breach";
  assert_int_equal (pe_dossier_builder_add_events (builder, &event, 1, NULL), PE_ERROR_TEXT_EMPTY);
  event.evidence = "处分决定";
  event.veto = NULL;
  assert_int_equal (pe_dossier_builder_add_events (builder, &event, 1, NULL), PE_ERROR_TEXT_EMPTY);
  assert_int_equal (pe_dossier_builder_add_events (builder, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_builder_add_events (NULL, &event, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_builder_add_adjustments (NULL, NULL, 0, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_builder_add_adjustments (builder, NULL, 1, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_dossier_builder_free (builder);
}

/* Part of the content, copied with it, and nothing where there is none. */
static void
test_digest (void **state)
{
  const pe_adjustment deduction = make_deduction ("1");
  pe_dossier_builder *builder = begin ();
  pe_dossier         *bare = finish (begin ()), *with, *again;

  (void) state;
  assert_int_equal (pe_dossier_builder_add_adjustments (builder, &deduction, 1, NULL), PE_OK);
  with = finish (builder);
  assert_false (pe_dossier_is_equal (bare, with));
  builder = NULL;
  assert_int_equal (pe_dossier_builder_new (&builder, with, NULL), PE_OK);
  again = finish (builder);
  assert_true (pe_dossier_is_equal (again, with));
  pe_dossier_unref (bare);
  pe_dossier_unref (with);
  pe_dossier_unref (again);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_init),           cmocka_unit_test (test_read_back), cmocka_unit_test (test_refused),
    cmocka_unit_test (test_events_refused), cmocka_unit_test (test_digest),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
