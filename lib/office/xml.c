/* xml.c - the parts of a workbook as XML, read in order
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
  const pe_archive      *archive;
  const char            *part;
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
  settle (self, pe_office_fail (self->error, PE_ERROR_XML_DOCTYPE, self->archive->file, "name", self->part, NULL));
}

static pe_status
refuse_syntax (const pe_xml_reader *self)
{
  const enum XML_Error why = XML_GetErrorCode (self->parser);

  if (why == XML_ERROR_NO_MEMORY)
    return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->archive->file, NULL);
  return pe_office_fail (
      self->error, PE_ERROR_XML_SYNTAX, self->archive->file, "name", self->part, "found", XML_ErrorString (why), NULL);
}

static pe_status
read_all (pe_xml_reader *self, pe_archive_part *part)
{
  size_t n = 1;

  while (n > 0 && self->status == PE_OK)
    {
      void *chunk = XML_GetBuffer (self->parser, CHUNK);

      if (chunk == NULL)
        return pe_office_fail (self->error, PE_ERROR_NO_MEMORY, self->archive->file, NULL);
      self->status = pe_archive_part_read (part, chunk, CHUNK, &n, self->error);
      if (self->status == PE_OK && XML_ParseBuffer (self->parser, (int) n, n == 0) != XML_STATUS_OK
          && self->status == PE_OK)
        return refuse_syntax (self);
    }
  return self->status;
}

pe_status
pe_xml_read (const pe_archive *archive, const char *part, const pe_xml_handlers *handlers, void *data, pe_error **error)
{
  static const XML_Memory_Handling_Suite memory = { g_try_malloc, g_try_realloc, g_free };
  pe_xml_reader   self = { XML_ParserCreate_MM (NULL, &memory, NULL), handlers, data, archive, part, PE_OK, error };
  pe_archive_part opened = { archive, part, NULL };

  if (self.parser == NULL)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, archive->file, NULL);
  XML_SetUserData (self.parser, &self);
  XML_SetElementHandler (self.parser, begin, end);
  XML_SetStartDoctypeDeclHandler (self.parser, refuse_doctype);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (self.parser, text);
  self.status = pe_archive_part_open (&opened, archive, part, error);
  if (self.status == PE_OK)
    self.status = read_all (&self, &opened);
  pe_archive_part_close (&opened);
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
