/* target-html.c - the text of a page of any bytes, in whatever encoding they turn out to be
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "office.h"

static void
read_page (const char *page, size_t size)
{
  pe_text *text = NULL;

  HOLDS (pe_report_text_from_html (&text, page, size, NULL, NULL) == PE_OK);
  check_report_text (text);
  pe_text_unref (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_text    *page = NULL;
  pe_error   *error = NULL;
  pe_encoding encoding;
  pe_status   status = pe_encoding_decode (&page, &encoding, (const char *) data, size, 0, NULL, &error);

  if (status == PE_OK)
    read_page (pe_text_get_data (page), pe_text_get_size (page));
  else
    check_failure (status, page, error);
  pe_text_unref (page);
  read_page ((const char *) data, size); /* and as it is */
  return 0;
}
