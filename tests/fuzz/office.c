/* office.c - what the targets of office files share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "office.h"

#include <glib.h>
#include <string.h>
#include <zip.h>

/* Parts are stored, not compressed: what the fuzzer writes is what the reader of the part sees. */
static int
add_part (zip_t *zip, const char *name, const char *bytes, size_t size)
{
  zip_source_t *source = zip_source_buffer (zip, size > 0 ? bytes : "", size, 0);
  zip_int64_t   index;

  HOLDS (source != NULL);
  index = zip_file_add (zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    zip_source_free (source);
  return index >= 0 && zip_set_file_compression (zip, (zip_uint64_t) index, ZIP_CM_STORE, 0) == 0;
}

static int
add_parts (zip_t *zip, const pieces *parts, const usual_part *usual, size_t n)
{
  for (size_t i = 0; i < parts->n; i++)
    if (parts->all[i].name[0] != '\0' && !add_part (zip, parts->all[i].name, parts->all[i].bytes, parts->all[i].size))
      return 0;
  for (size_t i = 0; i < n; i++)
    if (pieces_find (parts, usual[i].name) == NULL
        && !add_part (zip, usual[i].name, usual[i].text, strlen (usual[i].text)))
      return 0;
  return 1;
}

static char *
read_back (zip_source_t *memory, size_t *size)
{
  zip_stat_t about;
  char      *bytes;

  HOLDS (zip_source_stat (memory, &about) == 0 && zip_source_open (memory) == 0);
  *size = (size_t) about.size;
  bytes = malloc (*size + 1);
  HOLDS (bytes != NULL && zip_source_read (memory, bytes, *size) == (zip_int64_t) *size);
  zip_source_close (memory);
  return bytes;
}

char *
archive_of (const pieces *parts, const usual_part *usual, size_t n, size_t *size)
{
  zip_source_t *memory = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t        *zip = zip_open_from_source (memory, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  char         *bytes = NULL;

  HOLDS (zip != NULL);
  zip_source_keep (memory);
  if (!add_parts (zip, parts, usual, n))
    zip_discard (zip);
  else if (zip_close (zip) == 0)
    bytes = read_back (memory, size);
  else
    zip_discard (zip);
  zip_source_free (memory);
  return bytes;
}

int
is_archive (const uint8_t *data, size_t size)
{
  return size >= 2 && memcmp (data, "PK", 2) == 0;
}

void
check_report_text (const pe_text *text)
{
  const char  *bytes = pe_text_get_data (text);
  const size_t size = pe_text_get_size (text);

  HOLDS (size == 0 || g_utf8_validate_len (bytes, size, NULL));
  HOLDS (size == 0 || bytes[size - 1] == '\n');
  for (size_t i = 0; i < size; i++)
    HOLDS (bytes[i] != '\t' && bytes[i] != '\r' && bytes[i] != '\f');
}
