/* encoding.c - the bytes of a text file as UTF-8, and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/encoding.h>

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"
#include "read-options-private.h"

/* What one call of iconv writes at most. */
#define CHUNK 16384

#define NO_CONVERTER ((iconv_t) - 1)

/* A row for each pe_encoding. */
typedef struct
{
  const char *name;
  const char *reading; /* for iconv; a GBK file may hold what GB18030 added, never the other way round */
  const char *writing;
  const char *mark;
  size_t      mark_size;
} encoding_row;

static const encoding_row rows[] = {
  { "UTF-8", NULL, NULL, "\xEF\xBB\xBF", 3 },
  { "GB18030", "GB18030", "GB18030", "", 0 },
  { "GBK", "GB18030", "GBK", "", 0 },
  { "UTF-16LE", "UTF-16LE", "UTF-16LE", "\xFF\xFE", 2 },
  { "UTF-16BE", "UTF-16BE", "UTF-16BE", "\xFE\xFF", 2 },
};

static const struct
{
  const char *name;
  pe_encoding encoding;
} names[] = {
  { "utf-8", PE_ENCODING_UTF8 },       { "utf8", PE_ENCODING_UTF8 },         { "gb18030", PE_ENCODING_GB18030 },
  { "gb-18030", PE_ENCODING_GB18030 }, { "gbk", PE_ENCODING_GBK },           { "gb2312", PE_ENCODING_GBK },
  { "cp936", PE_ENCODING_GBK },        { "utf-16", PE_ENCODING_UTF16_LE },   { "utf-16le", PE_ENCODING_UTF16_LE },
  { "utf16", PE_ENCODING_UTF16_LE },   { "utf-16be", PE_ENCODING_UTF16_BE },
};

static gboolean
is_encoding (pe_encoding encoding)
{
  return encoding >= 1 && encoding <= (pe_encoding) G_N_ELEMENTS (rows);
}

static const encoding_row *
row_of (pe_encoding encoding)
{
  return &rows[encoding - 1];
}

const char *
pe_encoding_get_name (pe_encoding encoding)
{
  return is_encoding (encoding) ? row_of (encoding)->name : NULL;
}

pe_status
pe_encoding_find (pe_encoding *out, const char *name, pe_error **error)
{
  char excerpt[PE_EXCERPT_SIZE];

  if (out == NULL || name == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "name", "not NULL");
  for (size_t i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (names[i].name, name) == 0)
      {
        *out = names[i].encoding;
        return PE_OK;
      }
  return pe_error_set (
      error, PE_ERROR_NOT_FOUND, NULL, "found", pe_excerpt (excerpt, name, strlen (name)), "expected",
      "UTF-8, GB18030, GBK, UTF-16LE or UTF-16BE", "expected_zh", "UTF-8、GB18030、GBK、UTF-16LE 或 UTF-16BE", NULL);
}

/* Faults */

static const char *
print_bytes (char out[16], const char *bytes, size_t size)
{
  static const char digits[] = "0123456789ABCDEF";
  size_t            n = 0;

  for (size_t i = 0; i < MIN (size, 4); i++)
    {
      if (i > 0)
        out[n++] = ' ';
      out[n++] = digits[(guchar) bytes[i] >> 4];
      out[n++] = digits[(guchar) bytes[i] & 15];
    }
  out[n] = '\0';
  return out;
}

/* In UTF-16 a byte 0A need not be a line break. */
static uint64_t
line_of (const encoding_row *row, const char *bytes, size_t offset)
{
  uint64_t line = 1;

  if (row->mark_size == 2)
    return 0;
  for (size_t i = 0; i < offset; i++)
    line += bytes[i] == '\n';
  return line;
}

static pe_status
refuse (pe_error **error, pe_status code, const char *file, const encoding_row *row, const char *bytes, size_t size,
        size_t offset)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer number = PE_BUFFER_INIT;
  char      found[16];
  char     *text;
  pe_status status;

  place.file = file;
  place.offset = offset;
  place.length = MIN (size - offset, 4);
  place.line = line_of (row, bytes, offset);
  pe_buffer_add_uint (&number, offset);
  text = pe_buffer_steal (&number);
  status = pe_error_set (error, code, &place, "encoding", row->name, "offset", text, "found",
                         print_bytes (found, bytes + offset, size - offset), NULL);
  g_free (text);
  return status;
}

/* Conversion */

/* Converts all of it. *offset is the first byte that was not taken; the answer is PE_OK, PE_ERROR_NO_MEMORY,
 * PE_ERROR_ENCODING_INVALID, or PE_ERROR_ENCODING_TRUNCATED where more bytes might have made a character. */
static pe_status
convert (iconv_t converter, const char *bytes, size_t size, pe_buffer *out, size_t *offset)
{
  char  *in = (char *) bytes; /* iconv does not write to it */
  size_t left = size;

  while (left > 0)
    {
      char         chunk[CHUNK];
      char        *to = chunk;
      size_t       room = sizeof chunk;
      const size_t result = iconv (converter, &in, &left, &to, &room);
      const int    number = errno;

      pe_buffer_add (out, chunk, (size_t) (to - chunk));
      *offset = size - left;
      if (out->status != PE_OK)
        return out->status;
      if (result == (size_t) -1 && number != E2BIG)
        return number == EINVAL ? PE_ERROR_ENCODING_TRUNCATED : PE_ERROR_ENCODING_INVALID;
    }
  return PE_OK;
}

/* The C library converts between all of these; that it cannot be asked to is a lack of memory. */
static pe_status
convert_between (const char *to, const char *from, const char *bytes, size_t size, pe_buffer *out, size_t *offset)
{
  const iconv_t converter = iconv_open (to, from);
  pe_status     status;

  /* static: analyzer-malloc-leak: NO_CONVERTER is none that could be closed */
  if (converter == NO_CONVERTER)
    return PE_ERROR_NO_MEMORY;
  status = convert (converter, bytes, size, out, offset);
  iconv_close (converter);
  return status;
}

/* Reading */

static gboolean
has_mark (pe_encoding encoding, const char *bytes, size_t size)
{
  const encoding_row *row = row_of (encoding);

  return row->mark_size > 0 && size >= row->mark_size && memcmp (bytes, row->mark, row->mark_size) == 0;
}

/* How many bytes the character that begins at a byte would have in UTF-8 if the rest of it were there; 0 where none
 * begins, or the bytes that are there do not go together. */
static gboolean
is_cut_utf8 (const char *bytes, size_t size)
{
  char     whole[4];
  gunichar c;

  /* What can be completed is a beginning: the two bytes that suit any first two are the least and the greatest. */
  for (size_t missing = 1; missing <= 3 && size + missing <= sizeof whole; missing++)
    for (int last = 0x80; last <= 0xBF; last += 0x3F)
      {
        memcpy (whole, bytes, size);
        memset (whole + size, last, missing);
        if (pe_utf8_decode (whole, size + missing, &c) == size + missing)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_wide (const char *bytes, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if ((guchar) bytes[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/* Not UTF-8 from an offset on: is it UTF-8 all the same, and was cut? Only when other characters of it are. */
static gboolean
looks_cut (const char *bytes, size_t size, size_t offset)
{
  return size - offset < 4 && has_wide (bytes, offset) && is_cut_utf8 (bytes + offset, size - offset);
}

static pe_encoding
decide (const char *bytes, size_t size)
{
  size_t offset;

  for (pe_encoding encoding = 1; is_encoding (encoding); encoding++)
    if (has_mark (encoding, bytes, size))
      return encoding;
  if (pe_utf8_validate (bytes, size, &offset) || looks_cut (bytes, size, offset))
    return PE_ENCODING_UTF8;
  return PE_ENCODING_GB18030;
}

static pe_status
take_utf8 (const char *bytes, size_t size, pe_buffer *out, size_t *offset)
{
  if (!pe_utf8_validate (bytes, size, offset))
    return size - *offset < 4 && is_cut_utf8 (bytes + *offset, size - *offset)
               ? PE_ERROR_ENCODING_TRUNCATED
               : PE_ERROR_ENCODING_INVALID;
  pe_buffer_add (out, bytes, size);
  return out->status;
}

static pe_status
decode (pe_text **out, const char *bytes, size_t size, pe_encoding encoding, const char *file, pe_error **error)
{
  const encoding_row *row = row_of (encoding);
  const size_t        skipped = has_mark (encoding, bytes, size) ? row->mark_size : 0;
  pe_buffer           buffer = PE_BUFFER_INIT;
  size_t              offset = 0;
  pe_status           status;

  if (row->reading == NULL)
    status = take_utf8 (bytes + skipped, size - skipped, &buffer, &offset);
  else
    status = convert_between ("UTF-8", row->reading, bytes + skipped, size - skipped, &buffer, &offset);
  if (status == PE_OK)
    return pe_buffer_finish (&buffer, out, error);
  pe_buffer_clear (&buffer);
  if (status == PE_ERROR_NO_MEMORY)
    return pe_error_set_no_memory (error);
  return refuse (error, status, file, row, bytes, size, skipped + offset);
}

static pe_status
refuse_size (pe_error **error, const pe_read_intake *reading, size_t size)
{
  pe_place  place = PE_PLACE_WHAT ("");
  pe_buffer found = PE_BUFFER_INIT, limit = PE_BUFFER_INIT;
  pe_status status;

  place.file = reading->file;
  pe_buffer_add_uint (&found, size);
  pe_buffer_add_char (&found, '\0');
  pe_buffer_add_uint (&limit, reading->limits.bytes);
  pe_buffer_add_char (&limit, '\0');
  status = pe_error_set (error, PE_ERROR_LIMIT_BYTES, &place, "found", found.data, "limit", limit.data, NULL);
  pe_buffer_clear (&found);
  pe_buffer_clear (&limit);
  return status;
}

pe_status
pe_encoding_decode (pe_text **out, pe_encoding *chosen, const char *bytes, size_t size, pe_encoding encoding,
                    const pe_read_options *options, pe_error **error)
{
  pe_read_intake reading;
  pe_status      status;

  if (out == NULL || bytes == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "bytes", "not NULL");
  if (encoding != 0 && !is_encoding (encoding))
    return pe_error_set_argument (error, "encoding", "0 or a pe_encoding");
  status = pe_read_intake_init (&reading, options, error);
  if (status != PE_OK)
    return status;
  if (size > reading.limits.bytes)
    return refuse_size (error, &reading, size);
  if (encoding == 0)
    encoding = decide (bytes, size);
  status = decode (out, bytes, size, encoding, reading.file, error);
  if (status == PE_OK && chosen != NULL)
    *chosen = encoding;
  return status;
}

/* Writing */

static pe_status
refuse_character (pe_error **error, const encoding_row *row, const char *text, size_t size, size_t offset)
{
  char         excerpt[PE_EXCERPT_SIZE];
  pe_place     place = PE_PLACE_WHAT ("");
  gunichar     c;
  const size_t n = pe_utf8_decode (text + offset, size - offset, &c);

  place.offset = offset;
  place.length = n;
  return pe_error_set (error, PE_ERROR_ENCODING_UNREPRESENTABLE, &place, "encoding", row->name, "found",
                       pe_excerpt (excerpt, text + offset, n), NULL);
}

/* iconv drops some characters without a word (U+E0000 to U+E007F): only what reads back the same was written. */
static pe_status
verify (const encoding_row *row, const pe_buffer *bytes, const char *text, size_t size, size_t *differs)
{
  pe_buffer back = PE_BUFFER_INIT;
  size_t    offset = 0;
  pe_status status = convert_between ("UTF-8", row->reading, bytes->data, bytes->size, &back, &offset);

  /* static: analyzer-null-dereference: a buffer without bytes has size 0 */
  for (*differs = 0; *differs < MIN (size, back.size) && text[*differs] == back.data[*differs];)
    ++*differs;
  /* Back to the first byte of the character. */
  while (*differs > 0 && *differs < size && ((guchar) text[*differs] & 0xC0) == 0x80)
    --*differs;
  if (status == PE_OK && (size != back.size || *differs < size))
    status = PE_ERROR_ENCODING_UNREPRESENTABLE;
  pe_buffer_clear (&back);
  return status;
}

static pe_status
encode (const encoding_row *row, const char *text, size_t size, pe_buffer *out, size_t *offset)
{
  pe_buffer bytes = PE_BUFFER_INIT;
  pe_status status = convert_between (row->writing, "UTF-8", text, size, &bytes, offset);

  if (status == PE_OK)
    status = verify (row, &bytes, text, size, offset);
  if (status == PE_OK)
    pe_buffer_add (out, bytes.data, bytes.size);
  pe_buffer_clear (&bytes);
  return status != PE_OK ? status : out->status;
}

pe_status
pe_encoding_encode (pe_text **out, const char *text, size_t size, pe_encoding encoding, int32_t mark, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  size_t    offset;
  pe_status status;

  if (out == NULL || text == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "text", "not NULL");
  if (!is_encoding (encoding))
    return pe_error_set_argument (error, "encoding", "a pe_encoding");
  if (mark != 0 && mark != 1)
    return pe_error_set_argument (error, "mark", "0 or 1");
  if (!pe_utf8_validate (text, size, &offset))
    return refuse (error, PE_ERROR_INVALID_UTF8, NULL, row_of (PE_ENCODING_UTF8), text, size, offset);
  if (mark != 0)
    pe_buffer_add (&buffer, row_of (encoding)->mark, row_of (encoding)->mark_size);
  if (row_of (encoding)->writing == NULL)
    pe_buffer_add (&buffer, text, size);
  else if (size > 0)
    {
      status = encode (row_of (encoding), text, size, &buffer, &offset);
      if (status != PE_OK)
        {
          pe_buffer_clear (&buffer);
          return status == PE_ERROR_NO_MEMORY ? pe_error_set_no_memory (error)
                                              : refuse_character (error, row_of (encoding), text, size, offset);
        }
    }
  return pe_buffer_finish (&buffer, out, error);
}
