/* test-archive.c - files that harm, and limits one below, at and one above
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

#include "workbooks.h"

#define ROWS "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>"

/* The place behind a signature of a header that names a part; NULL when there is none. */
static char *
find_header (char *bytes, size_t size, const char *signature, const char *name, size_t name_offset)
{
  for (size_t i = 0; i + name_offset + strlen (name) <= size; i++)
    if (memcmp (bytes + i, signature, 4) == 0 && memcmp (bytes + i + name_offset, name, strlen (name)) == 0)
      return bytes + i;
  fail_msg ("no header of %s", name);
  return NULL;
}

static char *
local (char *bytes, size_t size, const char *name)
{
  return find_header (bytes, size, "PK\3\4", name, 30);
}

static char *
central (char *bytes, size_t size, const char *name)
{
  return find_header (bytes, size, "PK\1\2", name, 46);
}

static void
test_damaged (void **state)
{
  (void) state;

  size_t size;
  char  *bytes = workbook_of (ROWS, NULL, NULL, NULL, &size);

  assert_int_equal (read_status (bytes, size, NULL), PE_OK);
  assert_int_equal (read_status ("", 0, NULL), PE_ERROR_ZIP_DAMAGED);
  assert_int_equal (read_status ("PK\3\4", 4, NULL), PE_ERROR_ZIP_DAMAGED);
  assert_int_equal (read_status (bytes, size - 1, NULL), PE_ERROR_ZIP_DAMAGED);
  assert_int_equal (read_status (bytes + 1, size - 1, NULL), PE_ERROR_ZIP_DAMAGED);
  /* The directory says another size than the part has. */
  central (bytes, size, "xl/worksheets/sheet1.xml")[24] ^= 1;
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_DAMAGED);
  g_free (bytes);
}

/* Cut anywhere, it is refused; changed anywhere, it is refused or read, and nothing else happens. */
static void
test_every_byte (void **state)
{
  (void) state;

  size_t size;
  char  *bytes = workbook_of (ROWS, NULL, NULL, NULL, &size);

  for (size_t i = 0; i < size; i++)
    assert_int_not_equal (read_status (bytes, i, NULL), PE_OK);
  for (size_t i = 0; i < size; i++)
    {
      bytes[i] ^= 0x15;
      read_status (bytes, size, NULL);
      bytes[i] ^= 0x15;
    }
  g_free (bytes);
}

static void
test_checksum (void **state)
{
  (void) state;

  size_t size;
  char  *bytes = workbook_of (ROWS, NULL, NULL, NULL, &size);

  local (bytes, size, "xl/worksheets/sheet1.xml")[14] ^= 1;
  central (bytes, size, "xl/worksheets/sheet1.xml")[16] ^= 1;
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_CHECKSUM);
  g_free (bytes);
}

static void
assert_name_is_refused (const char *name)
{
  const part more = { name, "x", 1 };
  size_t     size;
  char      *bytes = workbook_of (ROWS, NULL, NULL, &more, &size);

  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_NAME);
  g_free (bytes);
}

static void
test_names (void **state)
{
  (void) state;

  const part more = { "xl/worksheets/sheet2.xml", "x", 1 };
  size_t     size;
  char      *bytes = workbook_of (ROWS, NULL, NULL, &more, &size);

  assert_name_is_refused ("xl\\workbook.xml");
  assert_name_is_refused ("../x");
  assert_name_is_refused ("xl/../../x");
  assert_name_is_refused ("/x");
  assert_name_is_refused ("c:x");
  /* Two parts of one name: which of them would count? */
  local (bytes, size, "xl/worksheets/sheet2.xml")[30 + 19] = '1';
  central (bytes, size, "xl/worksheets/sheet2.xml")[46 + 19] = '1';
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_NAME);
  g_free (bytes);
}

static void
test_encrypted (void **state)
{
  (void) state;

  size_t size;
  char  *bytes = workbook_of (ROWS, NULL, NULL, NULL, &size);

  assert_int_equal (read_status ("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on", 18, NULL), PE_ERROR_XLSX_ENCRYPTED);
  local (bytes, size, "xl/worksheets/sheet1.xml")[6] |= 1;
  central (bytes, size, "xl/worksheets/sheet1.xml")[8] |= 1;
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_ENCRYPTED);
  g_free (bytes);
}

static void
test_doctype (void **state)
{
  (void) state;

  const part parts[] = {
    { "_rels/.rels", "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><r>&b;</r>", 0 },
  };
  const part plain[] = { { "_rels/.rels", "<!DOCTYPE r><r/>", 0 } };
  const part entity[] = { { "_rels/.rels", "<r>&b;</r>", 0 } };
  const part empty[] = { { "_rels/.rels", "<r/>", 0 } };
  const part other[] = { { "word/document.xml", "<r/>", 0 } };
  size_t     size;
  char      *bytes = archive_of (parts, 1, &size);

  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_XML_DOCTYPE);
  g_free (bytes);
  bytes = archive_of (plain, 1, &size);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_XML_DOCTYPE);
  g_free (bytes);
  bytes = archive_of (entity, 1, &size);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_XML_SYNTAX);
  g_free (bytes);
  bytes = archive_of (empty, 1, &size);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_XLSX_PART);
  g_free (bytes);
  bytes = archive_of (other, 1, &size);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_XLSX_PART);
  g_free (bytes);
}

/* Limits */

static uint64_t
size_of_part (char *bytes, size_t size, const char *name, size_t offset)
{
  const guchar *field = (const guchar *) central (bytes, size, name) + offset;

  return field[0] | (uint64_t) field[1] << 8 | (uint64_t) field[2] << 16 | (uint64_t) field[3] << 24;
}

/* A part of 2 MiB of blanks: how many times its size it expands to, and one more and one less. */
static void
test_ratio (void **state)
{
  (void) state;

  char           *blanks = g_strnfill (2097152, ' ');
  const part      more = { "xl/bomb.xml", blanks, 2097152 };
  size_t          size;
  char           *bytes = workbook_of (ROWS, NULL, NULL, &more, &size);
  const uint64_t  packed = size_of_part (bytes, size, more.name, 20);
  const uint32_t  ratio = (uint32_t) (2097152 / packed);
  pe_xlsx_options options;

  pe_xlsx_options_init (&options, sizeof options);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_RATIO);
  options.ratio = ratio - 1;
  assert_int_equal (read_status (bytes, size, &options), PE_ERROR_ZIP_RATIO);
  /* At the quotient it is still more by what is left of the division. */
  options.ratio = ratio;
  assert_int_equal (read_status (bytes, size, &options), 2097152 % packed == 0 ? PE_OK : PE_ERROR_ZIP_RATIO);
  options.ratio = ratio + 1;
  assert_int_equal (read_status (bytes, size, &options), PE_OK);
  g_free (bytes);
  g_free (blanks);
}

static void
test_small_parts_are_not_measured (void **state)
{
  (void) state;

  char  *blanks = g_strnfill (1048577, ' ');
  part   more = { "xl/blank.xml", blanks, 1048576 };
  size_t size;
  char  *bytes = workbook_of (ROWS, NULL, NULL, &more, &size);

  assert_int_equal (read_status (bytes, size, NULL), PE_OK);
  g_free (bytes);
  more.size++;
  bytes = workbook_of (ROWS, NULL, NULL, &more, &size);
  assert_int_equal (read_status (bytes, size, NULL), PE_ERROR_ZIP_RATIO);
  g_free (bytes);
  g_free (blanks);
}

static uint64_t
expanded_size (char *bytes, size_t size)
{
  static const char *const names[]
      = { "_rels/.rels",   "xl/workbook.xml",     "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
          "xl/styles.xml", "xl/sharedStrings.xml" };
  uint64_t sum = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    sum += size_of_part (bytes, size, names[i], 24);
  return sum;
}

static void
test_bounds (void **state)
{
  (void) state;

  size_t          size;
  char           *bytes = workbook_of (ROWS, NULL, NULL, NULL, &size);
  const uint64_t  expanded = expanded_size (bytes, size);
  pe_xlsx_options options;
  pe_read_options read;
  pe_limits       limits;

  pe_read_options_init (&read, sizeof read);
  pe_limits_init (&limits, sizeof limits);
  read.limits = &limits;
  for (int i = -1; i <= 1; i++)
    {
      pe_xlsx_options_init (&options, sizeof options);
      options.members = (uint32_t) (6 + i);
      assert_int_equal (read_status (bytes, size, &options), i < 0 ? PE_ERROR_LIMIT_ITEMS : PE_OK);
      pe_xlsx_options_init (&options, sizeof options);
      options.expanded = expanded + (uint64_t) i;
      assert_int_equal (read_status (bytes, size, &options), i < 0 ? PE_ERROR_LIMIT_BYTES : PE_OK);
      pe_xlsx_options_init (&options, sizeof options);
      options.read = &read;
      limits.bytes = size + (size_t) i;
      assert_int_equal (read_status (bytes, size, &options), i < 0 ? PE_ERROR_LIMIT_BYTES : PE_OK);
      limits.bytes = size;
      limits.items = (uint64_t) (2 + i);
      assert_int_equal (read_status (bytes, size, &options), i < 0 ? PE_ERROR_LIMIT_ITEMS : PE_OK);
      limits.items = 100;
    }
  g_free (bytes);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_xlsx_options options;
  pe_tables      *tables = NULL;
  pe_error       *error = NULL;
  struct
  {
    pe_xlsx_options options;
    uint64_t        more;
  } newer;

  assert_int_equal (pe_tables_from_xlsx (NULL, "", 0, NULL, NULL, &error), PE_ERROR_INVALID_ARGUMENT);
  pe_error_unref (error);
  assert_int_equal (pe_tables_from_xlsx (&tables, NULL, 0, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  for (int i = 0; i < 5; i++)
    {
      pe_xlsx_options_init (&options, sizeof options);
      options.ratio = i == 0 ? 0 : 1;
      options.members = i == 1 ? 0 : 1;
      options.expanded = i == 2 ? 0 : 1;
      options.reserved = i == 3;
      options.struct_size = i == 4 ? 8 : sizeof options;
      assert_int_equal (read_status ("", 0, &options), PE_ERROR_INVALID_ARGUMENT);
    }
  memset (&newer, 0, sizeof newer);
  pe_xlsx_options_init (&newer.options, sizeof newer);
  assert_int_equal (read_status ("", 0, &newer.options), PE_ERROR_ZIP_DAMAGED);
  newer.more = 1;
  assert_int_equal (read_status ("", 0, &newer.options), PE_ERROR_UNSUPPORTED);
  assert_int_equal (pe_xlsx_is_workbook (NULL, 0), 0);
  assert_int_equal (pe_xlsx_is_workbook ("PK\3\4", 4), 1);
  assert_int_equal (pe_xlsx_is_workbook ("PK\3", 3), 0);
  assert_int_equal (pe_xlsx_is_workbook ("\xD0\xCF\x11\xE0", 4), 1);
  assert_int_equal (pe_xlsx_is_workbook ("{\"a\"", 4), 0);
  pe_xlsx_options_init (NULL, 0);
  pe_xlsx_options_init (&options, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_damaged),
    cmocka_unit_test (test_every_byte),
    cmocka_unit_test (test_checksum),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_encrypted),
    cmocka_unit_test (test_doctype),
    cmocka_unit_test (test_ratio),
    cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_small_parts_are_not_measured),
    cmocka_unit_test (test_arguments),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
