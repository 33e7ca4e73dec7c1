/* test-rulebook-set.c - one rulebook answers, or it is an error
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

#include <perfeval/rulebook_set.h>

static pe_rulebook *
make_edition (const char *id, const char *edition, int32_t first, int32_t last, const char *place)
{
  const node           nodes[] = { { 0, "1", "10", make_attested () } };
  pe_rulebook_builder *builder = begin_rulebook ("10", nodes, 1);
  pe_rulebook_head     head = make_head ("10");

  head.id = id;
  head.edition = edition;
  head.first_year = first;
  head.last_year = last;
  head.place = place;
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  return build_rulebook (builder);
}

static void
add (pe_rulebook_set_builder *builder, pe_rulebook *rulebook)
{
  assert_ok (pe_rulebook_set_builder_add (builder, rulebook, NULL));
  pe_rulebook_unref (rulebook);
}

/* Not in the order of their ids and editions. */
static pe_rulebook_set *
make_set (void)
{
  pe_rulebook_set_builder *builder = NULL;
  pe_rulebook_set         *set = NULL;

  assert_ok (pe_rulebook_set_builder_new (&builder, NULL));
  add (builder, make_edition ("province", "2023", 2022, 2023, "广东省"));
  add (builder, make_edition ("county", "1", 2020, 2023, "广东省广州市增城区"));
  add (builder, make_edition ("province", "2021", 2020, 2022, "广东省"));
  add (builder, make_edition ("anywhere", "1", 2000, 2030, NULL));
  assert_ok (pe_rulebook_set_builder_build (&set, builder, NULL));
  pe_rulebook_set_builder_free (builder);
  return set;
}

static void
test_order (void **state)
{
  static const char *const expected[] = { "anywhere 1", "county 1", "province 2021", "province 2023" };
  pe_rulebook_set         *set = make_set ();
  pe_rulebook_head         head;

  (void) state;
  assert_int_equal (pe_rulebook_set_get_size (set), G_N_ELEMENTS (expected));
  for (size_t i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      char name[64];

      pe_rulebook_head_init (&head, sizeof head);
      assert_ok (pe_rulebook_get_head (&head, pe_rulebook_set_get (set, i), NULL));
      g_snprintf (name, sizeof name, "%s %s", head.id, head.edition);
      assert_string_equal (name, expected[i]);
    }
  assert_null (pe_rulebook_set_get (set, G_N_ELEMENTS (expected)));
  pe_rulebook_set_unref (set);
}

static void
test_find (void **state)
{
  pe_rulebook_set *set = pe_rulebook_set_ref (make_set ());
  size_t           index = G_MAXSIZE;

  (void) state;
  pe_rulebook_set_unref (set);
  assert_ok (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2020, NULL, NULL));
  assert_int_equal (index, 2);
  assert_ok (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2023, NULL, NULL));
  assert_int_equal (index, 3);
  assert_ok (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2022, "2021", NULL));
  assert_int_equal (index, 2);
  assert_ok (pe_rulebook_set_find (&index, set, "广东省广州市增城区", PE_KIND_DEPARTMENT, 2023, NULL, NULL));
  assert_int_equal (index, 1);
  assert_ok (pe_rulebook_set_find (&index, set, NULL, PE_KIND_DEPARTMENT, 2023, NULL, NULL));
  assert_int_equal (index, 0);
  pe_rulebook_set_unref (set);
}

static void
test_none (void **state)
{
  pe_rulebook_set *set = make_set ();
  size_t           index = 7;

  (void) state;
  assert_error (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2024, NULL, &error),
                PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_PROJECT, 2023, NULL, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_set_find (&index, set, "广东", PE_KIND_DEPARTMENT, 2023, NULL, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2023, "2022", &error),
                PE_ERROR_NOT_FOUND);
  assert_int_equal (index, 7);
  pe_rulebook_set_unref (set);
}

static void
test_two (void **state)
{
  pe_rulebook_set *set = make_set ();
  pe_error        *error = NULL;
  size_t           index = 7;
  const char      *message;

  (void) state;
  assert_int_equal (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2022, NULL, &error),
                    PE_ERROR_RULEBOOK_AMBIGUOUS);
  message = pe_error_get_message (error, PE_LANGUAGE_EN);
  assert_non_null (strstr (message, "province 2021"));
  assert_non_null (strstr (message, "province 2023"));
  assert_non_null (strstr (message, "2022"));
  assert_int_equal (index, 7);
  pe_error_unref (error);
  pe_rulebook_set_unref (set);
}

static void
test_double (void **state)
{
  pe_rulebook_set_builder *builder = NULL;
  pe_rulebook_set         *set = NULL;
  pe_error                *error = NULL;

  (void) state;
  assert_ok (pe_rulebook_set_builder_new (&builder, NULL));
  add (builder, make_edition ("a", "1", 2020, 2020, NULL));
  add (builder, make_edition ("b", "1", 2020, 2020, NULL));
  add (builder, make_edition ("a", "1", 2021, 2021, NULL));
  assert_int_equal (pe_rulebook_set_builder_build (&set, builder, &error), PE_ERROR_CODE_DUPLICATE);
  assert_null (set);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), "a 1"));
  pe_error_unref (error);
  pe_rulebook_set_builder_free (builder);
}

static void
test_arguments (void **state)
{
  pe_rulebook_set_builder *builder = NULL;
  pe_rulebook_set         *set = NULL;
  pe_rulebook             *rulebook = make_edition ("a", "1", 2020, 2020, NULL);
  size_t                   index;

  (void) state;
  assert_error (pe_rulebook_set_builder_new (NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_ok (pe_rulebook_set_builder_new (&builder, NULL));
  assert_error (pe_rulebook_set_builder_add (NULL, rulebook, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_set_builder_add (builder, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_set_builder_build (NULL, builder, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_set_builder_build (&set, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  /* An empty set answers nothing. */
  assert_ok (pe_rulebook_set_builder_build (&set, builder, NULL));
  assert_int_equal (pe_rulebook_set_get_size (set), 0);
  assert_error (pe_rulebook_set_find (&index, set, NULL, PE_KIND_POLICY, 2020, NULL, &error), PE_ERROR_NOT_FOUND);
  assert_error (pe_rulebook_set_find (NULL, set, NULL, PE_KIND_POLICY, 2020, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  assert_error (pe_rulebook_set_find (&index, NULL, NULL, PE_KIND_POLICY, 2020, NULL, &error),
                PE_ERROR_INVALID_ARGUMENT);
  assert_argument (pe_rulebook_set_find (&index, set, NULL, 0, 2020, NULL, &error), "kind");
  assert_argument (pe_rulebook_set_find (&index, set, NULL, PE_KIND_POLICY + 1, 2020, NULL, &error), "kind");
  assert_int_equal (pe_rulebook_set_get_size (NULL), 0);
  assert_null (pe_rulebook_set_get (NULL, 0));
  assert_null (pe_rulebook_set_ref (NULL));
  pe_rulebook_set_unref (NULL);
  pe_rulebook_set_builder_free (NULL);
  pe_rulebook_set_unref (set);
  pe_rulebook_set_builder_free (builder);
  pe_rulebook_unref (rulebook);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_order), cmocka_unit_test (test_find),   cmocka_unit_test (test_none),
    cmocka_unit_test (test_two),   cmocka_unit_test (test_double), cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
