/* target-docx.c - the text of a DOCX file of any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An input that begins as an archive is one. Any other is the document in it.
 */
#include "office.h"

static void
read_document (const char *bytes, size_t size)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status = pe_report_text_from_docx (&text, bytes, size, NULL, &error);

  if (status == PE_OK)
    check_report_text (text);
  else
    check_failure (status, text, error);
  pe_text_unref (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  char   name[] = "word/document.xml";
  pieces parts = { .n = 1 };
  size_t length = 0;
  char  *archive;

  if (is_archive (data, size))
    {
      read_document ((const char *) data, size);
      return 0;
    }
  parts.all[0] = (piece) { name, (const char *) data, size };
  archive = archive_of (&parts, NULL, 0, &length);
  HOLDS (archive != NULL);
  read_document (archive, length);
  free (archive);
  return 0;
}
