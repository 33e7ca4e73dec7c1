/* audit-report.c - what shows audits: the options, and what the writers share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "audit-view-private.h"

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"

void
pe_audit_report_options_init (pe_audit_report_options *self, uint32_t struct_size)
{
  static const pe_audit_report_options defaults = { .language = PE_LANGUAGE_ZH };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

static pe_status
check_utf8 (const char *text, size_t size, const char *name, pe_error **error)
{
  size_t offset;

  if (text == NULL || pe_utf8_validate (text, size, &offset))
    return PE_OK;
  return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", name, NULL);
}

pe_status
pe_audit_report_import (pe_audit_report_options *out, const pe_audit_report_options *options, pe_error **error)
{
  pe_status status = PE_OK;

  pe_audit_report_options_init (out, sizeof *out);
  if (options != NULL)
    status = pe_struct_import (out, sizeof *out, options, sizeof *out, "options", error);
  if (status != PE_OK)
    return status;
  if (out->language != PE_LANGUAGE_ZH && out->language != PE_LANGUAGE_EN)
    return pe_error_set_argument (error, "options.language", "a pe_language");
  if (out->reserved != 0)
    return pe_error_set_argument (error, "options.reserved", "0");
  if (out->text == NULL && out->size > 0)
    return pe_error_set_argument (error, "options.text", "not NULL");
  status = check_utf8 (out->text, out->size, "options.text", error);
  if (status == PE_OK && out->file != NULL)
    status = check_utf8 (out->file, strlen (out->file), "options.file", error);
  if (status == PE_OK && out->encoding != NULL)
    status = check_utf8 (out->encoding, strlen (out->encoding), "options.encoding", error);
  return status;
}

pe_status
pe_audit_view_init (pe_audit_view *self, const void *out, const pe_audit *audit, const pe_audit_report_options *options,
                    pe_error **error)
{
  pe_status status;

  *self = (pe_audit_view) { .audit = audit };
  if (out == NULL || audit == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "audit", "not NULL");
  status = pe_audit_report_import (&self->options, options, error);
  if (status != PE_OK)
    return status;
  self->chinese = self->options.language == PE_LANGUAGE_ZH;
  status = pe_text_index_init (&self->index, self->options.text, self->options.size);
  return status == PE_OK ? PE_OK : pe_error_set_no_memory (error);
}

void
pe_audit_view_clear (pe_audit_view *self)
{
  pe_text_index_clear (&self->index);
}

const char *
pe_audit_view_choose (const pe_audit_view *self, const char *zh, const char *en)
{
  return self->chinese ? zh : en;
}

gboolean
pe_audit_view_has_range (const pe_audit_view *self, uint64_t offset, uint64_t length)
{
  return self->options.text != NULL && length > 0 && offset <= self->options.size
         && length <= self->options.size - offset;
}

/* The number of a parameter; PE_NO_RELATION where the finding has none of this name. */
static size_t
get_index (const pe_finding *finding, const char *name)
{
  size_t number = 0;

  for (size_t i = 0; i < pe_finding_get_n_parameters (finding); i++)
    if (strcmp (pe_finding_get_parameter_name (finding, i), name) == 0)
      {
        for (const char *digit = pe_finding_get_parameter_text (finding, i); *digit >= '0' && *digit <= '9'; digit++)
          number = number * 10 + (size_t) (*digit - '0');
        return number;
      }
  return PE_NO_RELATION;
}

size_t
pe_finding_get_relation (const pe_finding *finding)
{
  return get_index (finding, "relation");
}

size_t
pe_finding_get_claim (const pe_finding *finding)
{
  return get_index (finding, "claim");
}

pe_relation
pe_audit_view_get_relation (const pe_audit_view *self, size_t index)
{
  pe_relation relation;

  pe_relation_init (&relation, sizeof relation);
  (void) pe_audit_get_relation (&relation, self->audit, index, NULL);
  return relation;
}

pe_claim
pe_audit_view_get_claim (const pe_audit_view *self, size_t index)
{
  pe_claim claim;

  pe_claim_init (&claim, sizeof claim);
  (void) pe_audit_get_claim (&claim, self->audit, index, NULL);
  return claim;
}

pe_verdict
pe_audit_view_get_verdict (const pe_audit_view *self, size_t index)
{
  pe_verdict verdict;

  pe_verdict_init (&verdict, sizeof verdict);
  (void) pe_audit_get_verdict (&verdict, self->audit, index, NULL);
  return verdict;
}

gboolean
pe_audit_view_find_passage (const pe_audit_view *self, const pe_finding *finding, uint64_t *offset, uint64_t *length)
{
  const size_t relation = pe_finding_get_relation (finding);

  if (relation < pe_audit_get_n_relations (self->audit))
    {
      const pe_relation found = pe_audit_view_get_relation (self, relation);

      *offset = found.offset;
      *length = found.length;
      if (pe_audit_view_has_range (self, *offset, *length))
        return TRUE;
    }
  return pe_audit_view_find_figure (self, finding, offset, length);
}

gboolean
pe_audit_view_find_figure (const pe_audit_view *self, const pe_finding *finding, uint64_t *offset, uint64_t *length)
{
  const size_t relation = pe_finding_get_relation (finding);
  size_t       claim = pe_finding_get_claim (finding);

  if (relation < pe_audit_get_n_relations (self->audit))
    claim = pe_audit_view_get_relation (self, relation).result;
  if (claim < pe_audit_get_n_claims (self->audit))
    {
      const pe_claim found = pe_audit_view_get_claim (self, claim);

      *offset = found.offset;
      *length = found.length;
    }
  else
    pe_place_get_bytes (pe_finding_get_place (finding, 0), offset, length);
  return pe_audit_view_has_range (self, *offset, *length);
}

/* Quotes */

/* Adds the characters of a text with white space as single blanks; numbers from `from` to `to` alone. Returns how many
 * characters there are. */
static size_t
add_characters (const char *text, size_t size, size_t from, size_t to, pe_buffer *out)
{
  size_t   n = 0;
  gboolean blank = TRUE;

  for (size_t i = 0, step; i < size; i += step)
    {
      gunichar c = 0;
      gboolean space;

      step = MAX (pe_utf8_decode (text + i, size - i, &c), 1);
      space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000 || c == 0;
      if (space && blank)
        continue;
      blank = space;
      if (n >= from && n < to)
        pe_buffer_add (out, space ? " " : text + i, space ? 1 : step);
      n++;
    }
  return n;
}

void
pe_audit_view_add_quote (const pe_audit_view *self, uint64_t offset, uint64_t length, size_t most, pe_buffer *out)
{
  const char  *text = self->options.text + offset;
  const size_t size = (size_t) length;
  const size_t n = add_characters (text, size, 0, 0, out);

  if (n <= most)
    add_characters (text, size, 0, n, out);
  else
    {
      add_characters (text, size, 0, most / 2, out);
      pe_buffer_add_string (out, " … ");
      add_characters (text, size, n - (most - most / 2), n, out);
    }
}

/* Where the number of a printed figure ends and its unit begins. */
static const char *
find_unit (const char *text)
{
  const char *unit = text;

  for (const char *p = text; *p != '\0';)
    {
      gunichar     c = 0;
      const size_t step = MAX (pe_utf8_decode (p, strlen (p), &c), 1);

      p += step;
      if ((c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19))
        unit = p;
    }
  while (*unit == ' ' || *unit == '\n' || *unit == '\r' || *unit == '\t')
    unit++;
  return unit;
}

void
pe_audit_view_add_figure (const pe_claim *claim, const pe_decimal *number, pe_buffer *out)
{
  const char *unit = find_unit (claim->text);

  pe_buffer_add_decimal (out, number);
  if (*unit != '\0' && *unit != '%')
    pe_buffer_add_char (out, ' ');
  pe_buffer_add_string (out, *unit == '\0' ? claim->unit : unit);
}

/* The text behind a name and its colon; the text itself where it does not begin so. */
static const char *
skip_name (const char *text, const char *name)
{
  const size_t length = name != NULL ? strlen (name) : 0;

  if (length == 0 || strncmp (text, name, length) != 0)
    return text;
  if (strncmp (text + length, "：", strlen ("：")) == 0)
    return text + length + strlen ("：");
  return strncmp (text + length, ": ", 2) == 0 ? text + length + 2 : text;
}

void
pe_audit_view_add_message (const pe_audit_view *self, const pe_finding *finding, pe_buffer *out)
{
  const char  *message = pe_finding_get_message (finding, self->options.language);
  const char  *behind = self->chinese ? "（第 " : " (relation ";
  const size_t index = pe_finding_get_relation (finding);
  const char  *end = message + strlen (message);

  if (index < pe_audit_get_n_relations (self->audit))
    {
      message = skip_name (message, pe_audit_view_get_relation (self, index).name);
      for (const char *found = strstr (message, behind); found != NULL; found = strstr (found + 1, behind))
        end = found;
    }
  pe_buffer_add (out, message, (size_t) (end - message));
}

const char *
pe_audit_view_get_reading (const pe_audit_view *self, const pe_relation *relation)
{
  const char *reading = self->chinese ? relation->reading_zh : relation->reading_en;

  if (reading == NULL)
    reading = relation->reading_zh != NULL ? relation->reading_zh : relation->reading_en;
  if (reading == NULL)
    reading = relation->name;
  return reading != NULL ? reading : pe_relation_kind_get_title (relation->kind, self->options.language);
}
