/* test-rulebook-directory.c - a set of rulebooks from the files of a directory
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "documents.h"

#define RULES(id)                                                                                                \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"" id "\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "  \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\", "      \
  "\"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, " \
  "\"rank_on\": \"exact\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"一\"}, \"full_marks\": 10, " \
  "\"rule\": {\"shape\": \"attested/1\"}}]}"

typedef struct
{
  char *path;
} scratch;

static int
make_scratch (void **state)
{
  scratch *self = g_new0 (scratch, 1);

  self->path = g_dir_make_tmp ("perfeval-XXXXXX", NULL);
  *state = self;
  return self->path != NULL ? 0 : -1;
}

static int
remove_scratch (void **state)
{
  scratch    *self = *state;
  GDir       *dir = g_dir_open (self->path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (self->path, name, NULL);

      g_remove (path);
      g_free (path);
    }
  g_dir_close (dir);
  g_rmdir (self->path);
  g_free (self->path);
  g_free (self);
  return 0;
}

static void
put (const scratch *self, const char *name, const char *text)
{
  char *path = g_build_filename (self->path, name, NULL);

  assert_true (g_file_set_contents (path, text, -1, NULL));
  g_free (path);
}

static pe_status
read_scratch (const scratch *self, const pe_read_options *options, pe_rulebook_set **set, pe_findings **findings)
{
  pe_error *error = NULL;
  pe_status status = pe_rulebook_set_from_directory (set, self->path, options, findings, &error);

  assert_int_equal (pe_error_get_status (error), status);
  pe_error_unref (error);
  return status;
}

static void
test_installed (void **state)
{
  char            *path = g_build_filename (g_getenv ("PERFEVAL_SOURCE"), "rulebooks", NULL);
  pe_rulebook_set *set = NULL;
  size_t           index;

  (void) state;
  assert_int_equal (pe_rulebook_set_from_directory (&set, path, NULL, NULL, NULL), PE_OK);
  assert_true (pe_rulebook_set_get_size (set) >= 2);
  assert_int_equal (pe_rulebook_set_find (&index, set, "广东省", PE_KIND_DEPARTMENT, 2023, NULL, NULL), PE_OK);
  pe_rulebook_set_unref (set);
  g_free (path);
}

/* Other files are left alone; an empty directory is an empty set. */
static void
test_names (void **state)
{
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;
  char            *below = g_build_filename (((scratch *) *state)->path, "below.json", NULL);

  assert_int_equal (read_scratch (*state, NULL, &set, &findings), PE_OK);
  assert_int_equal (pe_rulebook_set_get_size (set), 0);
  pe_rulebook_set_unref (set);
  pe_findings_unref (findings);
  put (*state, "b.json", RULES ("b"));
  put (*state, "a.json", RULES ("a"));
  put (*state, "notes.txt", "{");
  assert_int_equal (g_mkdir (below, 0700), 0);
  assert_int_equal (read_scratch (*state, NULL, &set, &findings), PE_OK);
  assert_int_equal (pe_rulebook_set_get_size (set), 2);
  pe_rulebook_set_unref (set);
  pe_findings_unref (findings);
  g_rmdir (below);
  g_free (below);
}

static void
check_finding (const pe_findings *findings, size_t index, pe_status code, const char *file)
{
  const pe_finding *finding = pe_findings_get (findings, index);
  const char       *its = pe_place_get_file (pe_finding_get_place (finding, 0));

  assert_int_equal (pe_finding_get_code (finding), code);
  assert_true (g_str_has_suffix (its, file));
}

/* Every file is read, in the order of the names, and every fault has its file. */
static void
test_faults (void **state)
{
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;

  put (*state, "c.json", "[]");
  put (*state, "b.json", "{");
  put (*state, "a.json", RULES ("a a"));
  put (*state, "d.json", RULES ("d"));
  assert_int_equal (read_scratch (*state, NULL, &set, &findings), PE_ERROR_CODE_SYNTAX);
  assert_null (set);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 3);
  check_finding (findings, 0, PE_ERROR_CODE_SYNTAX, "a.json");
  check_finding (findings, 1, PE_ERROR_JSON_TRUNCATED, "b.json");
  check_finding (findings, 2, PE_ERROR_MEMBER_TYPE, "c.json");
  pe_findings_unref (findings);
}

static void
test_double (void **state)
{
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;

  put (*state, "a.json", RULES ("a"));
  put (*state, "b.json", RULES ("a"));
  assert_int_equal (read_scratch (*state, NULL, &set, &findings), PE_ERROR_CODE_DUPLICATE);
  pe_findings_unref (findings);
}

static void
test_limit (void **state)
{
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;
  pe_read_options  options;
  pe_limits        limits;

  put (*state, "a.json", RULES ("a"));
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = 100;
  options.limits = &limits;
  assert_int_equal (read_scratch (*state, &options, &set, &findings), PE_ERROR_LIMIT_BYTES);
  check_finding (findings, 0, PE_ERROR_LIMIT_BYTES, "a.json");
  pe_findings_unref (findings);
}

/* A pipe that nobody writes to must not be waited for. */
static void
test_pipe (void **state)
{
  char            *path = g_build_filename (((scratch *) *state)->path, "a.json", NULL);
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;

  assert_int_equal (mkfifo (path, 0600), 0);
  assert_int_equal (read_scratch (*state, NULL, &set, &findings), PE_ERROR_FILE);
  check_finding (findings, 0, PE_ERROR_FILE, "a.json");
  pe_findings_unref (findings);
  g_free (path);
}

static void
test_arguments (void **state)
{
  pe_rulebook_set *set = NULL;
  pe_findings     *findings = NULL;
  pe_error        *error = NULL;
  pe_read_options  options;
  const char      *path = ((scratch *) *state)->path;

  assert_int_equal (pe_rulebook_set_from_directory (NULL, path, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_rulebook_set_from_directory (&set, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  memset (&options, 0, sizeof options);
  assert_int_equal (pe_rulebook_set_from_directory (&set, path, &options, &findings, &error),
                    PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  pe_error_unref (error);
  error = NULL;
  assert_int_equal (pe_rulebook_set_from_directory (&set, "no-such-directory", NULL, &findings, &error), PE_ERROR_FILE);
  assert_non_null (strstr (pe_error_get_message (error, PE_LANGUAGE_EN), "no-such-directory"));
  pe_findings_unref (findings);
  pe_error_unref (error);
  assert_null (set);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_installed),
    cmocka_unit_test_setup_teardown (test_names, make_scratch, remove_scratch),
    cmocka_unit_test_setup_teardown (test_faults, make_scratch, remove_scratch),
    cmocka_unit_test_setup_teardown (test_double, make_scratch, remove_scratch),
    cmocka_unit_test_setup_teardown (test_limit, make_scratch, remove_scratch),
    cmocka_unit_test_setup_teardown (test_pipe, make_scratch, remove_scratch),
    cmocka_unit_test_setup_teardown (test_arguments, make_scratch, remove_scratch),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
