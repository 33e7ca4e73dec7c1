/* test-json-suite.c - the public suite of JSON parsing tests (JSONTestSuite), read in place
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

#include "io/json-private.h"

/* By the first letter of a file's name: y must be accepted, n must be refused, i is free. */
typedef struct tally
{
  size_t accepted;
  size_t refused;
} tally;

static void
run_file (const char *folder, const char *name, tally *t)
{
  char     *path = g_build_filename (folder, name, NULL);
  char     *bytes = NULL;
  size_t    size = 0;
  pe_json  *json = NULL;
  pe_error *error = NULL;
  pe_status status;

  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  status = pe_json_parse (&json, bytes, size, name, NULL, &error);
  if (status == PE_OK)
    t->accepted++;
  else
    t->refused++;
  assert_int_equal (json != NULL, status == PE_OK);
  if ((name[0] == 'y' && status != PE_OK) || (name[0] == 'n' && status == PE_OK))
    print_message ("wrong: %s: %s %s\n", name, pe_status_name (status), pe_error_get_message (error, PE_LANGUAGE_EN));
  if (name[0] == 'i')
    print_message ("%s: %s\n", name, pe_status_name (status));
  pe_json_free (json);
  pe_error_unref (error);
  g_free (bytes);
  g_free (path);
}

static void
test_suite (void **state)
{
  (void) state;

  const char *shared = g_getenv ("PERFEVAL_SHARED");
  char       *folder = g_build_filename (shared != NULL ? shared : "", "corpora", "json", "test_parsing", NULL);
  GDir       *files = shared != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  tally       must = { 0, 0 }, must_not = { 0, 0 }, may = { 0, 0 };
  const char *name;

  if (files == NULL)
    {
      print_message ("skipped: the suite is not in corpora/json/test_parsing under PERFEVAL_SHARED\n");
      g_free (folder);
      skip ();
    }
  while ((name = g_dir_read_name (files)) != NULL)
    {
      assert_non_null (strchr ("yni", name[0]));
      run_file (folder, name, name[0] == 'y' ? &must : name[0] == 'n' ? &must_not : &may);
    }
  g_dir_close (files);
  g_free (folder);

  print_message ("y: %u accepted, %u refused; n: %u accepted, %u refused; i: %u accepted, %u refused\n",
                 (unsigned) must.accepted, (unsigned) must.refused, (unsigned) must_not.accepted,
                 (unsigned) must_not.refused, (unsigned) may.accepted, (unsigned) may.refused);
  assert_int_equal (must.accepted, 95);
  assert_int_equal (must.refused, 0);
  assert_int_equal (must_not.refused, 188);
  assert_int_equal (must_not.accepted, 0);
  assert_int_equal (may.accepted + may.refused, 35);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_suite),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
