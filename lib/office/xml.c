/* xml.c - XML, read in order: a part of a workbook or a file of its own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <expat.h>
#include <string.h>

#include "xml-names-private.h"
#include "xml-private.h"

#define CHUNK 65536
/* What no honest part comes near, and a hostile one of a few bytes would fill memory with: the parser keeps every element that
 * is open, every name that it has met, and the whole of a tag, comment or instruction until its end. */
#define DEEPEST 1024
#define LONGEST_TAG 8388608

struct pe_xml_reader
{
  XML_Parser             parser;
  const pe_xml_handlers *handlers;
  void                  *data;
  const char            *file; /* nullable, for places */
  const char            *part; /* nullable: the file itself */
  pe_status              status;
  pe_error             **error;
  pe_xml_names           names;
  const void            *met; /* the attribute's name that was looked up last: the parser keeps one copy of each */
  guint                  depth;
  size_t                 fed; /* bytes that the parser was given */
};

static const char *
local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
settle (pe_xml_reader *self, pe_status status)
{
  if (status == PE_OK || self->status != PE_OK)
    return;
  self->status = status;
  XML_StopParser (self->parser, XML_FALSE);
}

/* A fault with its place in a file of its own; the lines of what a program has saved into an archive nobody looks up. */
static pe_status
refuse_here (const pe_xml_reader *self, pe_status code, const char *parameter, const char *text)
{
  const char *part = self->part;

  return pe_office_fail_at (
      self->error, code, self->file, part == NULL ? XML_GetCurrentLineNumber (self->parser) : 0,
      part == NULL ? XML_GetCurrentColumnNumber (self->parser) + 1 : 0, "name", part, parameter, text, NULL);
}

static pe_status
refuse_limit (const pe_xml_reader *self, pe_status code, uint64_t limit)
{
  char number[24];

  return refuse_here (self, code, "total", pe_office_print_number (number, limit));
}

static void
meet_name (pe_xml_reader *self, const char *name)
{
  const pe_status status = pe_xml_names_add (&self->names, name);

  if (status == PE_ERROR_LIMIT_ITEMS)
    settle (self, refuse_limit (self, status, PE_XML_NAMES));
  else if (status != PE_OK)
    settle (self, pe_office_fail (self->error, status, self->file, NULL));
}

/* What the parser keeps, held against its bounds. */
static void
check_kept (pe_xml_reader *self, const char *name, const char **attributes)
{
  if (++self->depth > DEEPEST)
    settle (self, refuse_limit (self, PE_ERROR_LIMIT_DEPTH, DEEPEST));
  meet_name (self, name);
  for (size_t i = 0; self->status == PE_OK && attributes[i] != NULL; i += 2)
    if (attributes[i] != self->met)
      {
        self->met = attributes[i];
        meet_name (self, attributes[i]);
      }
}

static void XMLCALL
begin (void *data, const XML_Char *name, const XML_Char **attributes)
{
  pe_xml_reader *self = data;

  if (self->status == PE_OK)
    check_kept (self, name, attributes);
  if (self->status == PE_OK && self->handlers->at != NULL)
    self->handlers->at (self->data, XML_GetCurrentLineNumber (self->parser),
                        XML_GetCurrentColumnNumber (self->parser) + 1);
  if (self->status == PE_OK)
    settle (self, self->handlers->begin (self->data, local_name (name), attributes, self->error));
}

static void XMLCALL
end (void *data, const XML_Char *name)
{
  pe_xml_reader *self = data;

  self->depth--;
  if (self->status == PE_OK)
    settle (self, self->handlers->end (self->data, local_name (name), self->error));
}

static void XMLCALL
text (void *data, const XML_Char *bytes, int length)
{
  pe_xml_reader *self = data;

  if (self->status == PE_OK && self->handlers->at != NULL)
    self->handlers->at (self->data, XML_GetCurrentLineNumber (self->parser),
                        XML_GetCurrentColumnNumber (self->parser) + 1);
  if (self->status == PE_OK && length > 0)
    settle (self, self->handlers->text (self->data, bytes, (size_t) length, self->error));
}

/* A document type could define entities that expand without end; no workbook has one. */
static void XMLCALL
refuse_doctype (void *data, const XML_Char *name, const XML_Char *system, const XML_Char *public, int has_subset)
{
  pe_xml_reader *self = data;

  (void) name;
  (void) system;
  (void) public;
  (void) has_subset;
  settle (self, refuse_here (self, PE_ERROR_XML_DOCTYPE, "found", NULL));
}

static pe_status
refuse_syntax (const pe_xml_reader *self)
{
  const enum XML_Error why = XML_GetErrorCode (self->parser);

  if (why == XML_ERROR_NO_MEMORY)
    return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->file, NULL);
  return refuse_here (self, PE_ERROR_XML_SYNTAX, "found", XML_ErrorString (why));
}

/* How many bytes the parser has and cannot use before it sees the end of a tag. */
static size_t
count_unused (const pe_xml_reader *self)
{
  const XML_Index at = XML_GetCurrentByteIndex (self->parser);

  return at >= 0 && (size_t) at < self->fed ? self->fed - (size_t) at : 0;
}

size_t
pe_xml_choose_chunk (size_t unused)
{
  return MAX (CHUNK, unused);
}

/* After a chunk: what the parser made of it, and how long the next one is. */
static pe_status
finish_chunk (pe_xml_reader *self, enum XML_Status parsed, size_t n, size_t *next)
{
  size_t unused;

  self->fed += n;
  if (self->status != PE_OK)
    return self->status;
  if (parsed != XML_STATUS_OK)
    return refuse_syntax (self);
  unused = count_unused (self);
  *next = pe_xml_choose_chunk (unused);
  return unused > LONGEST_TAG ? refuse_limit (self, PE_ERROR_LIMIT_TEXT, LONGEST_TAG) : PE_OK;
}

static pe_status
read_all (pe_xml_reader *self, pe_archive_part *part)
{
  size_t n = 1, size = CHUNK;

  while (n > 0 && self->status == PE_OK)
    {
      void *chunk = XML_GetBuffer (self->parser, (int) size);

      if (chunk == NULL)
        return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->file, NULL);
      self->status = pe_archive_part_read (part, chunk, size, &n, self->error);
      if (self->status == PE_OK)
        self->status = finish_chunk (self, XML_ParseBuffer (self->parser, (int) n, n == 0), n, &size);
    }
  return self->status;
}

static void
free_parser (pe_xml_reader *self)
{
  pe_xml_names_clear (&self->names);
  XML_ParserFree (self->parser);
}

/* Makes the parser; NULL when memory ran out. */
static XML_Parser
make_parser (pe_xml_reader *self)
{
  static const XML_Memory_Handling_Suite memory = { g_try_malloc, g_try_realloc, g_free };
  XML_Parser                             parser = XML_ParserCreate_MM (NULL, &memory, NULL);

  if (parser == NULL)
    {
      (void) pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->file, NULL);
      return NULL;
    }
  XML_SetUserData (parser, self);
  XML_SetElementHandler (parser, begin, end);
  XML_SetStartDoctypeDeclHandler (parser, refuse_doctype);
  if (self->handlers->text != NULL)
    XML_SetCharacterDataHandler (parser, text);
  return parser;
}

pe_status
pe_xml_read (const pe_archive *archive, const char *part, const pe_xml_handlers *handlers, void *data, pe_error **error)
{
  pe_xml_reader self
      = { .handlers = handlers,
          .data = data,
          .file = archive->file,
          .part = part,
          .status = PE_OK,
          .error = error,
          .names = PE_XML_NAMES_INIT };
  pe_archive_part opened = { archive, part, NULL };

  self.parser = make_parser (&self);
  if (self.parser == NULL)
    return PE_ERROR_NO_MEMORY;
  self.status = pe_archive_part_open (&opened, archive, part, error);
  if (self.status == PE_OK)
    self.status = read_all (&self, &opened);
  pe_archive_part_close (&opened);
  free_parser (&self);
  return self.status;
}

pe_status
pe_xml_read_bytes (const char *bytes, size_t size, const char *file, const pe_xml_handlers *handlers, void *data,
                   pe_error **error)
{
  pe_xml_reader self = {
    .handlers = handlers, .data = data, .file = file, .status = PE_OK, .error = error, .names = PE_XML_NAMES_INIT
  };
  size_t chunk = CHUNK;

  self.parser = make_parser (&self);
  if (self.parser == NULL)
    return PE_ERROR_NO_MEMORY;
  for (gboolean last = FALSE; !last && self.status == PE_OK;)
    {
      const size_t n = MIN (size, chunk);

      last = n == size;
      self.status = finish_chunk (&self, XML_Parse (self.parser, bytes, (int) n, last), n, &chunk);
      bytes += n;
      size -= n;
    }
  free_parser (&self);
  return self.status;
}

const char *
pe_xml_get (const char **attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (local_name (attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}

gboolean
pe_xml_get_bool (const char **attributes, const char *name)
{
  const char *value = pe_xml_get (attributes, name);

  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}

uint32_t
pe_xml_get_uint (const char **attributes, const char *name, uint32_t fallback)
{
  const char *value = pe_xml_get (attributes, name);
  uint32_t    number = 0;

  if (value == NULL || value[0] == '\0' || strlen (value) > 9)
    return fallback;
  for (; *value != '\0'; value++)
    if (g_ascii_isdigit (*value))
      number = number * 10 + (uint32_t) (*value - '0');
    else
      return fallback;
  return number;
}
