/* target-encoding.c - UTF-8 of any bytes, and those bytes again
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

#include <string.h>

/* What was decoded can be encoded, with a mark, and decoded to the same text: without one, a text that begins with
 * U+FEFF would lose it. */
static void
use (const pe_text *text, pe_encoding chosen)
{
  pe_text *bytes = NULL, *again = NULL;

  if (pe_encoding_encode (&bytes, pe_text_get_data (text), pe_text_get_size (text), chosen, 1, NULL) != PE_OK)
    return;
  HOLDS (pe_encoding_decode (&again, NULL, pe_text_get_data (bytes), pe_text_get_size (bytes), chosen, NULL, NULL)
         == PE_OK);
  HOLDS (pe_text_get_size (again) == pe_text_get_size (text));
  HOLDS (memcmp (pe_text_get_data (again), pe_text_get_data (text), pe_text_get_size (text)) == 0);
  pe_text_unref (again);
  pe_text_unref (bytes);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const names[] = { "", "utf-8", "gb18030", "gbk", "utf-16le", "utf-16be" };

  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
    {
      pe_encoding encoding = 0, chosen = 0;
      pe_text    *text = NULL;
      pe_error   *error = NULL;
      pe_status   status;

      HOLDS (names[i][0] == '\0' || pe_encoding_find (&encoding, names[i], NULL) == PE_OK);
      status = pe_encoding_decode (&text, &chosen, (const char *) data, size, encoding, NULL, &error);
      if (status == PE_OK)
        use (text, chosen);
      else
        check_failure (status, text, error);
      pe_text_unref (text);
    }
  return 0;
}
