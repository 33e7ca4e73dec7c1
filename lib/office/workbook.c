/* workbook.c - what the sheets of a workbook refer to: their parts, formats and shared texts
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "workbook-private.h"

#include <string.h>

typedef struct
{
  uint32_t number;
  char    *code;
} format_code;

static pe_status
no_memory (const pe_workbook *self, pe_error **error)
{
  return pe_office_fail (error, PE_ERROR_NO_MEMORY, self->archive.file, NULL);
}

/* A copy whose failure is told (g_strdup ends the program). */
static char *
copy_string (const char *text)
{
  const size_t size = strlen (text) + 1;
  char        *copy = g_try_malloc (size);

  if (copy != NULL)
    memcpy (copy, text, size);
  return copy;
}

pe_status
pe_bytes_add (pe_vector *self, const char *bytes, size_t n)
{
  void     *first = NULL;
  pe_status status = pe_vector_grow (self, n, &first);

  if (status == PE_OK && n > 0)
    memcpy (first, bytes, n);
  return status;
}

/* Relations: _rels/x.rels says which parts a part has to do with */

typedef struct
{
  pe_workbook *workbook;
  const char  *source; /* the part whose relations they are */
} relations;

/* A target is beside the source, or begins at the root; "../" goes up. Owned. */
static char *
resolve (const char *source, const char *target)
{
  const char *slash = strrchr (source, '/');
  size_t      base = slash != NULL && target[0] != '/' ? (size_t) (slash - source) : 0;
  char       *part;

  while (target[0] == '/')
    target++;
  while (strncmp (target, "../", 3) == 0)
    {
      target += 3;
      while (base > 0 && source[--base] != '/')
        continue;
    }
  part = g_try_malloc (base + strlen (target) + 2);
  if (part == NULL)
    return NULL;
  memcpy (part, source, base);
  strcpy (part + base, base > 0 ? "/" : "");
  strcat (part, target);
  return part;
}

static gboolean
has_ending (const char *text, const char *ending)
{
  const size_t size = strlen (text), n = strlen (ending);

  return size >= n && strcmp (text + size - n, ending) == 0;
}

/* Where the part of a relation is to be kept, or NULL where it is of no use. */
static char **
slot_of (relations *self, const char *type, const char *id)
{
  pe_workbook *workbook = self->workbook;

  if (has_ending (type, "/officeDocument"))
    return &workbook->part;
  if (has_ending (type, "/sharedStrings"))
    return &workbook->strings_part;
  if (has_ending (type, "/styles"))
    return &workbook->styles_part;
  for (size_t i = 0; has_ending (type, "/worksheet") && i < workbook->sheets.size; i++)
    if (strcmp (pe_vector_at (&workbook->sheets, pe_workbook_sheet, i)->relation, id) == 0)
      return &pe_vector_at (&workbook->sheets, pe_workbook_sheet, i)->part;
  return NULL;
}

static pe_status
begin_relation (void *data, const char *name, const char **attributes, pe_error **error)
{
  relations  *self = data;
  const char *type = pe_xml_get (attributes, "Type"), *target = pe_xml_get (attributes, "Target");
  const char *id = pe_xml_get (attributes, "Id");
  char      **slot;

  if (strcmp (name, "Relationship") != 0 || type == NULL || target == NULL || id == NULL)
    return PE_OK;
  slot = slot_of (self, type, id);
  if (slot == NULL || *slot != NULL)
    return PE_OK;
  *slot = resolve (self->source, target);
  return *slot != NULL ? PE_OK : no_memory (self->workbook, error);
}

static pe_status
end_nothing (void *data, const char *name, pe_error **error)
{
  (void) data;
  (void) name;
  (void) error;
  return PE_OK;
}

static const pe_xml_handlers relation_handlers = { begin_relation, end_nothing, NULL, NULL };

static pe_status
read_relations (pe_workbook *self, const char *source, pe_error **error)
{
  relations   data = { self, source };
  const char *slash = strrchr (source, '/');
  const char *base = slash != NULL ? slash + 1 : source;
  char       *part = g_try_malloc (strlen (source) + sizeof "_rels/.rels");
  pe_status   status;

  if (part == NULL)
    return no_memory (self, error);
  memcpy (part, source, (size_t) (base - source));
  strcpy (part + (base - source), "_rels/");
  strcat (part, base);
  strcat (part, ".rels");
  status = pe_xml_read (&self->archive, part, &relation_handlers, &data, error);
  g_free (part);
  return status;
}

/* The workbook: which sheets there are */

static pe_status
begin_workbook (void *data, const char *name, const char **attributes, pe_error **error)
{
  pe_workbook      *self = data;
  const char       *state = pe_xml_get (attributes, "state"), *title = pe_xml_get (attributes, "name");
  const char       *relation = pe_xml_get (attributes, "id");
  pe_workbook_sheet sheet = { NULL, NULL, NULL, state != NULL && strcmp (state, "visible") != 0 };

  if (strcmp (name, "workbookPr") == 0)
    self->since_1904 = pe_xml_get_bool (attributes, "date1904");
  if (strcmp (name, "sheet") != 0 || title == NULL || relation == NULL)
    return PE_OK;
  sheet.name = copy_string (title);
  sheet.relation = copy_string (relation);
  if (sheet.name != NULL && sheet.relation != NULL && pe_vector_push (&self->sheets, &sheet) == PE_OK)
    return PE_OK;
  g_free (sheet.name);
  g_free (sheet.relation);
  return no_memory (self, error);
}

static const pe_xml_handlers workbook_handlers = { begin_workbook, end_nothing, NULL, NULL };

/* Styles: which format a cell's style has */

typedef struct
{
  pe_workbook *workbook;
  gboolean     of_cells; /* in cellXfs, not in cellStyleXfs */
} styles;

static pe_number_format
format_of (const pe_workbook *self, uint32_t number)
{
  for (size_t i = 0; i < self->codes.size; i++)
    if (pe_vector_at (&self->codes, const format_code, i)->number == number)
      return pe_number_format_parse (pe_vector_at (&self->codes, const format_code, i)->code);
  return pe_number_format_builtin (number);
}

static pe_status
begin_styles (void *data, const char *name, const char **attributes, pe_error **error)
{
  styles     *self = data;
  const char *code = pe_xml_get (attributes, "formatCode");

  if (strcmp (name, "numFmt") == 0 && code != NULL)
    {
      format_code row = { pe_xml_get_uint (attributes, "numFmtId", 0), copy_string (code) };

      if (row.code != NULL && pe_vector_push (&self->workbook->codes, &row) == PE_OK)
        return PE_OK;
      g_free (row.code);
      return no_memory (self->workbook, error);
    }
  if (strcmp (name, "cellXfs") == 0)
    self->of_cells = TRUE;
  if (strcmp (name, "xf") == 0 && self->of_cells)
    {
      const pe_number_format format = format_of (self->workbook, pe_xml_get_uint (attributes, "numFmtId", 0));

      if (pe_vector_push (&self->workbook->formats, &format) != PE_OK)
        return no_memory (self->workbook, error);
    }
  return PE_OK;
}

static pe_status
end_styles (void *data, const char *name, pe_error **error)
{
  styles *self = data;

  (void) error;
  if (strcmp (name, "cellXfs") == 0)
    self->of_cells = FALSE;
  return PE_OK;
}

static const pe_xml_handlers style_handlers = { begin_styles, end_styles, NULL, NULL };

static pe_status
read_styles (pe_workbook *self, pe_error **error)
{
  styles data = { self, FALSE };

  return pe_xml_read (&self->archive, self->styles_part, &style_handlers, &data, error);
}

/* Shared texts */

typedef struct
{
  pe_workbook *workbook;
  gboolean     in_text;
  uint32_t     in_reading; /* in rPh: how a text is read aloud, which is no part of it */
} strings;

static pe_status
begin_strings (void *data, const char *name, const char **attributes, pe_error **error)
{
  strings *self = data;

  (void) attributes;
  if (strcmp (name, "si") == 0)
    {
      const size_t offset = self->workbook->string_bytes.size;

      if (self->workbook->string_offsets.size >= self->workbook->limits.items)
        return pe_office_fail (
            error, PE_ERROR_LIMIT_ITEMS, self->workbook->archive.file, "name", "shared strings", NULL);
      if (pe_vector_push (&self->workbook->string_offsets, &offset) != PE_OK)
        return no_memory (self->workbook, error);
    }
  self->in_reading += strcmp (name, "rPh") == 0;
  self->in_text = strcmp (name, "t") == 0 && self->in_reading == 0;
  return PE_OK;
}

static pe_status
end_strings (void *data, const char *name, pe_error **error)
{
  strings *self = data;

  (void) error;
  self->in_reading -= strcmp (name, "rPh") == 0;
  self->in_text = FALSE;
  return PE_OK;
}

static pe_status
text_strings (void *data, const char *text, size_t length, pe_error **error)
{
  strings *self = data;

  if (self->in_text && pe_bytes_add (&self->workbook->string_bytes, text, length) != PE_OK)
    return no_memory (self->workbook, error);
  return PE_OK;
}

static const pe_xml_handlers string_handlers = { begin_strings, end_strings, text_strings, NULL };

static pe_status
read_strings (pe_workbook *self, pe_error **error)
{
  strings   data = { self, FALSE, 0 };
  pe_status status = pe_xml_read (&self->archive, self->strings_part, &string_handlers, &data, error);

  if (status == PE_OK && pe_vector_push (&self->string_offsets, &self->string_bytes.size) != PE_OK)
    return no_memory (self, error);
  return status;
}

/* The whole */

static pe_status
read_parts (pe_workbook *self, pe_error **error)
{
  pe_status status = read_relations (self, "", error);

  if (status == PE_OK && self->part == NULL)
    return pe_office_fail (error, PE_ERROR_XLSX_PART, self->archive.file, "name", "officeDocument", NULL);
  if (status == PE_OK)
    status = pe_xml_read (&self->archive, self->part, &workbook_handlers, self, error);
  if (status == PE_OK)
    status = read_relations (self, self->part, error);
  if (status == PE_OK && self->styles_part != NULL)
    status = read_styles (self, error);
  if (status == PE_OK && self->strings_part != NULL)
    status = read_strings (self, error);
  return status;
}

pe_status
pe_workbook_open (pe_workbook *self, const char *bytes, size_t size, const pe_xlsx_options *options, const char *file,
                  const pe_limits *limits, pe_error **error)
{
  pe_status status;

  memset (self, 0, sizeof *self);
  self->limits = *limits;
  self->sheets = (pe_vector) PE_VECTOR_INIT (pe_workbook_sheet);
  self->codes = (pe_vector) PE_VECTOR_INIT (format_code);
  self->formats = (pe_vector) PE_VECTOR_INIT (pe_number_format);
  self->string_offsets = (pe_vector) PE_VECTOR_INIT (size_t);
  self->string_bytes = (pe_vector) PE_VECTOR_INIT (char);
  status = pe_archive_open (&self->archive, bytes, size, options, file, error);
  return status == PE_OK ? read_parts (self, error) : status;
}

void
pe_workbook_close (pe_workbook *self)
{
  for (size_t i = 0; i < self->sheets.size; i++)
    {
      g_free (pe_vector_at (&self->sheets, pe_workbook_sheet, i)->name);
      g_free (pe_vector_at (&self->sheets, pe_workbook_sheet, i)->relation);
      g_free (pe_vector_at (&self->sheets, pe_workbook_sheet, i)->part);
    }
  for (size_t i = 0; i < self->codes.size; i++)
    g_free (pe_vector_at (&self->codes, format_code, i)->code);
  pe_vector_clear (&self->sheets);
  pe_vector_clear (&self->codes);
  pe_vector_clear (&self->formats);
  pe_vector_clear (&self->string_offsets);
  pe_vector_clear (&self->string_bytes);
  g_free (self->part);
  g_free (self->strings_part);
  g_free (self->styles_part);
  pe_archive_close (&self->archive);
}

const pe_number_format *
pe_workbook_get_format (const pe_workbook *self, uint32_t style)
{
  static const pe_number_format general = { PE_FORMAT_NUMBER, -1, 0, PE_UNIT_NONE };

  return style < self->formats.size ? pe_vector_at (&self->formats, const pe_number_format, style) : &general;
}

gboolean
pe_workbook_get_string (const pe_workbook *self, uint32_t index, const char **text, size_t *length)
{
  const size_t *offsets = self->string_offsets.data;

  if (self->string_offsets.size == 0 || index >= self->string_offsets.size - 1)
    return FALSE;
  *length = offsets[index + 1] - offsets[index];
  *text = *length > 0 ? (const char *) self->string_bytes.data + offsets[index] : "";
  return TRUE;
}
