/* test-csv-random.c - random tables to CSV and back, in every encoding and line end
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

#include "grids.h"
#include "share.h"

/* What is likely to go wrong: everything that means something to CSV, to a spreadsheet or to an encoding. */
static const char *const pieces[]
    = { "a", "0",    "-", "=",  "+",  "@",  "'", "\"", ",", ";",    "\t",           "|", "\r", "\n", "\r\n",
        " ", "预算", "·", "元", "路", "𠀀", "é", ".",  "5", "sep=", "\xEF\xBB\xBF", "　" };

static uint64_t
next_random (uint64_t *seed)
{
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return *seed;
}

static void
add_random_row (pe_provider *provider, uint32_t number, uint32_t columns, uint64_t *seed)
{
  char         texts[8][64];
  pe_cell      cells[8];
  size_t       n = 0;
  pe_table_row row;

  pe_table_row_init (&row, sizeof row);
  row.number = number;
  for (uint32_t column = 1; column <= columns; column++)
    {
      size_t length = 0;

      for (uint64_t left = next_random (seed) % 4; left > 0; left--)
        {
          const char *piece = pieces[next_random (seed) % G_N_ELEMENTS (pieces)];

          memcpy (texts[n] + length, piece, strlen (piece));
          length += strlen (piece);
        }
      pe_cell_init (&cells[n], sizeof *cells);
      cells[n].kind = PE_CELL_TEXT;
      cells[n].text = texts[n];
      cells[n].length = length;
      cells[n].column = column;
      n += length > 0;
    }
  assert_int_equal (pe_provider_add_row (provider, &row, cells, n, NULL), PE_OK);
}

static pe_tables *
random_tables (uint64_t *seed)
{
  const uint32_t columns = 1 + (uint32_t) (next_random (seed) % 5);
  pe_provider   *provider = NULL;
  pe_tables     *tables = NULL;
  pe_table_head  head;

  pe_table_head_init (&head, sizeof head);
  head.name = "csv";
  assert_int_equal (pe_provider_new (&provider, NULL, NULL), PE_OK);
  assert_int_equal (pe_provider_begin_table (provider, &head, NULL), PE_OK);
  for (uint32_t number = 1 + (uint32_t) (next_random (seed) % 2), left = (uint32_t) (next_random (seed) % 4); left > 0;
       left--)
    add_random_row (provider, number++, columns, seed);
  assert_int_equal (pe_provider_finish (&tables, provider, NULL, NULL), PE_OK);
  pe_provider_free (provider);
  return tables;
}

/* UTF-8 and UTF-16 are told by their marks. A few characters of GBK may be UTF-8 as well: there the caller says which. */
static void
round_trip (const pe_tables *tables, pe_encoding encoding, pe_line_end line_end, uint64_t number)
{
  static const char separators[] = { 0, ';', '\t', '|' };
  pe_csv_options    options, reading;
  pe_text          *text = NULL;
  pe_tables        *back;

  pe_csv_options_init (&options, sizeof options);
  pe_csv_options_init (&reading, sizeof reading);
  options.encoding = encoding;
  options.line_end = line_end;
  options.separator = separators[number % G_N_ELEMENTS (separators)];
  reading.encoding = encoding == PE_ENCODING_GB18030 ? encoding : 0;
  assert_int_equal (pe_tables_to_csv (&text, tables, 0, &options, NULL), PE_OK);
  back = grid_from_csv (pe_text_get_data (text), pe_text_get_size (text), &reading);
  if (!grid_is_equal (tables, back))
    fail_msg ("table %d, encoding %d, line end %d:\n%s", (int) number, (int) encoding, (int) line_end,
              pe_text_get_data (text));
  pe_tables_unref (back);
  pe_text_unref (text);
}

#define TABLES 100000

static void
test_round_trip (void **state)
{
  (void) state;

  static const pe_encoding encodings[] = { PE_ENCODING_UTF8, PE_ENCODING_GB18030, PE_ENCODING_UTF16_LE };
  const size_t             tables = test_share (TABLES);
  uint64_t                 seed = 20231231, n = 0;

  for (uint64_t number = 0; number < tables; number++)
    {
      pe_tables *made = random_tables (&seed);

      for (size_t i = 0; i < G_N_ELEMENTS (encodings); i++)
        for (pe_line_end line_end = PE_LINE_END_CRLF; line_end <= PE_LINE_END_CR; line_end++, n++)
          round_trip (made, encodings[i], line_end, number);
      pe_tables_unref (made);
    }
  print_message ("%zu round trips of %zu tables\n", (size_t) n, tables);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (test_round_trip) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
