/* xml.c - XML, read in order: a part of a workbook or a file of its own
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <expat.h>
#include <string.h>

#include "xml-private.h"

#define CHUNK 65536

struct pe_xml_reader
{
  XML_Parser             parser;
  const pe_xml_handlers *handlers;
  void                  *data;
  const char            *file; /* nullable, for places */
  const char            *part; /* nullable: the file itself */
  pe_status              status;
  pe_error             **error;
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

static void XMLCALL
begin (void *data, const XML_Char *name, const XML_Char **attributes)
{
  pe_xml_reader *self = data;

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

  if (self->status == PE_OK)
    settle (self, self->handlers->end (self->data, local_name (name), self->error));
}

static void XMLCALL
text (void *data, const XML_Char *bytes, int length)
{
  pe_xml_reader *self = data;

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
  settle (self, pe_office_fail (self->error, PE_ERROR_XML_DOCTYPE, self->file, "name", self->part, NULL));
}

static pe_status
refuse_syntax (const pe_xml_reader *self)
{
  const enum XML_Error why = XML_GetErrorCode (self->parser);

  if (why == XML_ERROR_NO_MEMORY)
    return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->file, NULL);
  return pe_office_fail (
      self->error, PE_ERROR_XML_SYNTAX, self->file, "name", self->part, "found", XML_ErrorString (why), NULL);
}

static pe_status
read_all (pe_xml_reader *self, pe_archive_part *part)
{
  size_t n = 1;

  while (n > 0 && self->status == PE_OK)
    {
      void *chunk = XML_GetBuffer (self->parser, CHUNK);

      if (chunk == NULL)
        return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->file, NULL);
      self->status = pe_archive_part_read (part, chunk, CHUNK, &n, self->error);
      if (self->status == PE_OK && XML_ParseBuffer (self->parser, (int) n, n == 0) != XML_STATUS_OK
          && self->status == PE_OK)
        return refuse_syntax (self);
    }
  return self->status;
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
  pe_xml_reader   self = { NULL, handlers, data, archive->file, part, PE_OK, error };
  pe_archive_part opened = { archive, part, NULL };

  self.parser = make_parser (&self);
  if (self.parser == NULL)
    return PE_ERROR_NO_MEMORY;
  self.status = pe_archive_part_open (&opened, archive, part, error);
  if (self.status == PE_OK)
    self.status = read_all (&self, &opened);
  pe_archive_part_close (&opened);
  XML_ParserFree (self.parser);
  return self.status;
}

pe_status
pe_xml_read_bytes (const char *bytes, size_t size, const char *file, const pe_xml_handlers *handlers, void *data,
                   pe_error **error)
{
  pe_xml_reader self = { NULL, handlers, data, file, NULL, PE_OK, error };

  self.parser = make_parser (&self);
  if (self.parser == NULL)
    return PE_ERROR_NO_MEMORY;
  for (gboolean last = FALSE; !last && self.status == PE_OK;)
    {
      const size_t n = MIN (size, CHUNK);

      last = n == size;
      if (XML_Parse (self.parser, bytes, (int) n, last) != XML_STATUS_OK && self.status == PE_OK)
        self.status = refuse_syntax (&self);
      bytes += n;
      size -= n;
    }
  XML_ParserFree (self.parser);
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
