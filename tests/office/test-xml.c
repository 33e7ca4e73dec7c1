/* test-xml.c - what a hostile part would fill memory with, or make the parser read again and again
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

#include "../../lib/office/xml-private.h"

static pe_status
count_element (void *data, const char *name, const char **attributes, pe_error **error)
{
  size_t *n = data;

  (void) name;
  (void) attributes;
  (void) error;
  ++*n;
  return PE_OK;
}

static pe_status
pass_over (void *data, const char *name, pe_error **error)
{
  (void) data;
  (void) name;
  (void) error;
  return PE_OK;
}

/* How many elements a text has; it has to be read, or refused, as expected. */
static size_t
read_xml (const GString *xml, pe_status expected)
{
  static const pe_xml_handlers handlers = { count_element, pass_over, NULL, NULL };
  size_t                       n = 0;
  pe_error                    *error = NULL;

  if (pe_xml_read_bytes (xml->str, xml->len, "form.xml", &handlers, &n, &error) != expected)
    fail_msg ("%s", error != NULL ? pe_error_get_message (error, PE_LANGUAGE_EN) : "read");
  if (expected != PE_OK)
    assert_int_equal (pe_place_get_line (pe_finding_get_place (pe_error_get_finding (error), 0)), 1);
  pe_error_unref (error);
  return n;
}

static GString *
repeat (const char *before, const char *piece, size_t n, const char *after)
{
  GString *out = g_string_new (before);

  for (size_t i = 0; i < n; i++)
    g_string_append (out, piece);
  return g_string_append (out, after);
}

static void
test_depth (void **state)
{
  (void) state;

  GString *xml = repeat ("", "<a>", 1024, "");

  for (size_t i = 0; i < 1024; i++)
    g_string_append (xml, "</a>");
  assert_int_equal (read_xml (xml, PE_OK), 1024);
  g_string_prepend (xml, "<a>");
  assert_int_equal (read_xml (xml, PE_ERROR_LIMIT_DEPTH), 1024);
  g_string_free (xml, TRUE);
  xml = repeat ("<b>", "<a/>", 5000, "</b>");
  assert_int_equal (read_xml (xml, PE_OK), 5001);
  g_string_free (xml, TRUE);
}

static void
test_names (void **state)
{
  (void) state;

  GString *xml = g_string_new ("<a x=\"\" y=\"\">");

  for (int i = 0; i < 9997; i++)
    g_string_append_printf (xml, i % 2 == 0 ? "<n%d/>" : "<a x=\"\" n%d=\"\"/>", i);
  g_string_append (xml, "</a>");
  assert_int_equal (read_xml (xml, PE_OK), 9998);
  g_string_truncate (xml, xml->len - strlen ("</a>"));
  g_string_append (xml, "<more/></a>");
  read_xml (xml, PE_ERROR_LIMIT_ITEMS);
  g_string_free (xml, TRUE);
}

/* The longest tag, comment and instruction that are read, and longer ones. */
static void
test_long_tags (void **state)
{
  (void) state;

  static const struct
  {
    const char *before, *after;
  } cases[] = { { "<a x=\"", "\"/>" }, { "<!--", "--><a/>" }, { "<?a ", "?><a/>" } };

  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GString *xml = repeat (cases[i].before, "0123456789abcde ", 500000, cases[i].after);

      assert_int_equal (read_xml (xml, PE_OK), 1);
      g_string_free (xml, TRUE);
      xml = repeat (cases[i].before, "0123456789abcde ", 1500000, cases[i].after);
      assert_int_equal (read_xml (xml, PE_ERROR_LIMIT_TEXT), 0);
      g_string_free (xml, TRUE);
    }
}

/* The parser goes through a tag once for each chunk that does not end it: that has to grow as the tag does. */
static void
test_chunks (void **state)
{
  (void) state;

  for (size_t tag = 1024; tag <= 64 * 1024 * 1024; tag *= 4)
    {
      size_t given = 0, gone_through = 0, chunk = pe_xml_choose_chunk (0);

      while (given < tag)
        {
          given += chunk;
          gone_through += given;
          chunk = pe_xml_choose_chunk (given);
        }
      assert_true (given <= 2 * MAX (tag, 65536));
      assert_true (gone_through <= 4 * MAX (tag, 65536));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_depth),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_long_tags),
    cmocka_unit_test (test_chunks),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
