/* finding.c - what was noticed, and where
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "finding-private.h"

#include <string.h>

#include "buffer-private.h"
#include "messages-private.h"
#include "text-private.h"
#include "utf8-private.h"

/* Offending input is cut here; a list of what is allowed, or how something was computed, is longer than what stands
 * instead of it. */
#define FOUND_MAX 64
#define EXPECTED_MAX 400

typedef struct parameter
{
  const char *name;
  char       *text;
} parameter;

struct pe_finding
{
  gint       references; /* 0: static and immortal */
  pe_status  code;
  pe_place  *places;
  size_t     n_places;
  parameter *parameters;
  size_t     n_parameters;
  char      *message_en;
  char      *message_zh;
};

/* Never written to: its count of references says that nobody may. */
static const pe_place no_memory_place = { "", NULL, NULL, 0, 0, 0, 0 };

const pe_finding pe_finding_no_memory = {
  .code = PE_ERROR_NO_MEMORY,
  .places = (pe_place *) &no_memory_place,
  .n_places = 1,
  .message_en = (char *) PE_MESSAGE_NO_MEMORY_EN,
  .message_zh = (char *) PE_MESSAGE_NO_MEMORY_ZH,
};

static const pe_findings empty_findings = { .references = 0 };

static const pe_finding *const no_memory_list[] = { &pe_finding_no_memory };

static const pe_findings no_memory_findings = {
  .list = { (void *) no_memory_list, 1, 1, sizeof (pe_finding *), NULL },
  .counts = { 0, 0, 1 },
  .first_error = (pe_finding *) &pe_finding_no_memory,
};

pe_severity
pe_status_get_severity (pe_status code)
{
  if (code >= 3000)
    return PE_SEVERITY_NOTE;
  return code >= 2000 ? PE_SEVERITY_WARNING : PE_SEVERITY_ERROR;
}

size_t
pe_parameters_collect (pe_parameter_init *out, va_list pairs)
{
  size_t      n = 0;
  const char *name;

  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const char *text = va_arg (pairs, const char *);

      if (text != NULL && n < PE_PARAMETERS_MAX)
        out[n++] = (pe_parameter_init) { name, text };
    }
  return n;
}

static void
add_escape (pe_buffer *out, const char *mark, gunichar c, int digits)
{
  pe_buffer_add_string (out, mark);
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    pe_buffer_add_char (out, "0123456789ABCDEF"[(c >> shift) & 15]);
}

/* Controls break a line or a terminal; U+2028 and U+2029 break a line; the bidirectional ones reorder what is read
 * (Unicode Standard Annex 9, 2.1 to 2.6); U+FEFF cannot be seen. */
static gboolean
must_escape (gunichar c)
{
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F || c == 0x2028 || c == 0x2029
         || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

/* Appends a text fit for one line of a message: UTF-8 without controls and at most max characters of the input. */
static void
add_cut (pe_buffer *out, const char *text, size_t max)
{
  size_t left = strlen (text);

  for (size_t n = 0; left > 0; n++)
    {
      gunichar c;
      size_t   size = pe_utf8_decode (text, left, &c);

      if (n == max)
        {
          pe_buffer_add_string (out, "…");
          return;
        }
      if (size == 0)
        add_escape (out, "\\x", (guchar) *text, 2);
      else if (must_escape (c))
        add_escape (out, "\\u", c, 4);
      else
        pe_buffer_add (out, text, size);
      text += MAX (size, 1);
      left -= MAX (size, 1);
    }
}

const char *
pe_excerpt (char out[PE_EXCERPT_SIZE], const char *text, size_t length)
{
  size_t used = 0, i = 0;

  for (size_t n = 0; i < length && n <= FOUND_MAX; n++)
    {
      gunichar c;
      size_t   size = MAX (pe_utf8_decode (text + i, length - i, &c), 1);
      gboolean nul = text[i] == '\0';

      memcpy (out + used, nul ? "\\u0000" : text + i, nul ? 6 : size);
      used += nul ? 6 : size;
      i += size;
    }
  out[used] = '\0';
  return out;
}

static gboolean
may_be_long (const char *name)
{
  return g_str_has_prefix (name, "expected") || g_str_has_prefix (name, "computation");
}

static pe_status
set_parameters (pe_finding *self, const pe_parameter_init *init, size_t n)
{
  if (n == 0)
    return PE_OK;
  self->parameters = g_try_new0 (parameter, n);
  if (self->parameters == NULL)
    return PE_ERROR_NO_MEMORY;
  self->n_parameters = n;

  for (size_t i = 0; i < n; i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;

      add_cut (&buffer, init[i].text, may_be_long (init[i].name) ? EXPECTED_MAX : FOUND_MAX);
      self->parameters[i].name = init[i].name;
      self->parameters[i].text = pe_buffer_steal (&buffer);
      if (self->parameters[i].text == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

static pe_status
set_places (pe_finding *self, const pe_place *places, size_t n)
{
  pe_place whole = PE_PLACE_WHAT ("");

  if (n == 0)
    {
      places = &whole;
      n = 1;
    }
  self->places = g_try_new0 (pe_place, n);
  if (self->places == NULL)
    return PE_ERROR_NO_MEMORY;
  self->n_places = n;

  for (size_t i = 0; i < n; i++)
    if (!pe_place_copy (&self->places[i], &places[i]))
      return PE_ERROR_NO_MEMORY;
  return PE_OK;
}

static char *
render (const pe_finding *self, pe_language language)
{
  pe_parameter_init given[PE_PARAMETERS_MAX];
  pe_buffer         buffer = PE_BUFFER_INIT;

  for (size_t i = 0; i < self->n_parameters; i++)
    given[i] = (pe_parameter_init) { self->parameters[i].name, self->parameters[i].text };
  pe_message_render (&buffer, self->code, language, given, self->n_parameters);
  return pe_buffer_steal (&buffer);
}

static pe_status
set_messages (pe_finding *self)
{
  self->message_en = render (self, PE_LANGUAGE_EN);
  self->message_zh = render (self, PE_LANGUAGE_ZH);
  return self->message_en != NULL && self->message_zh != NULL ? PE_OK : PE_ERROR_NO_MEMORY;
}

static void
finding_free (pe_finding *self)
{
  for (size_t i = 0; i < self->n_places; i++)
    pe_place_clear (&self->places[i]);
  for (size_t i = 0; i < self->n_parameters; i++)
    g_free (self->parameters[i].text);
  g_free (self->places);
  g_free (self->parameters);
  g_free (self->message_en);
  g_free (self->message_zh);
  g_free (self);
}

pe_status
pe_finding_new (pe_finding **out, const pe_finding_init *init)
{
  pe_finding *self = g_try_new0 (pe_finding, 1);

  if (self == NULL)
    return PE_ERROR_NO_MEMORY;
  self->references = 1;
  self->code = init->code;
  if (set_places (self, init->places, init->n_places) != PE_OK
      || set_parameters (self, init->parameters, MIN (init->n_parameters, PE_PARAMETERS_MAX)) != PE_OK
      || set_messages (self) != PE_OK)
    {
      finding_free (self);
      return PE_ERROR_NO_MEMORY;
    }
  *out = self;
  return PE_OK;
}

/* Texts that are fit for a message already would change if they were made fit once more. */
static pe_status
copy_parameters (pe_finding *self, const pe_finding *from)
{
  if (from->n_parameters == 0)
    return PE_OK;
  self->parameters = g_try_new0 (parameter, from->n_parameters);
  if (self->parameters == NULL)
    return PE_ERROR_NO_MEMORY;
  self->n_parameters = from->n_parameters;

  for (size_t i = 0; i < from->n_parameters; i++)
    {
      self->parameters[i].name = from->parameters[i].name;
      self->parameters[i].text = pe_string_copy (from->parameters[i].text);
      if (self->parameters[i].text == NULL)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

static pe_status
copy_places_below (pe_finding *self, const pe_finding *from, const char *above)
{
  self->places = g_try_new0 (pe_place, from->n_places);
  if (self->places == NULL)
    return PE_ERROR_NO_MEMORY;
  self->n_places = from->n_places;

  for (size_t i = 0; i < from->n_places; i++)
    {
      pe_buffer path = PE_BUFFER_INIT;
      pe_place  place = from->places[i];
      gboolean  done;

      pe_buffer_add_string (&path, above);
      pe_buffer_add_string (&path, pe_place_get_what (&from->places[i]));
      place.what = pe_buffer_steal (&path);
      done = place.what != NULL && pe_place_copy (&self->places[i], &place);
      g_free ((char *) place.what);
      if (!done)
        return PE_ERROR_NO_MEMORY;
    }
  return PE_OK;
}

/* A copy at a place, or with the places that it has below a path. */
static pe_status
copy_elsewhere (pe_finding **out, const pe_finding *self, const pe_place *place, const char *above)
{
  pe_finding *copy = g_try_new0 (pe_finding, 1);
  pe_status   status;

  if (copy == NULL)
    return PE_ERROR_NO_MEMORY;
  copy->references = 1;
  copy->code = self->code;
  status = place != NULL ? set_places (copy, place, 1) : copy_places_below (copy, self, above);
  if (status != PE_OK || copy_parameters (copy, self) != PE_OK || set_messages (copy) != PE_OK)
    {
      finding_free (copy);
      return PE_ERROR_NO_MEMORY;
    }
  *out = copy;
  return PE_OK;
}

pe_status
pe_finding_new_at (pe_finding **out, const pe_finding *self, const pe_place *place)
{
  return copy_elsewhere (out, self, place, NULL);
}

pe_status
pe_finding_new_below (pe_finding **out, const pe_finding *self, const char *above)
{
  return copy_elsewhere (out, self, NULL, above);
}

pe_finding *
pe_finding_ref (pe_finding *self)
{
  if (g_atomic_int_get (&self->references) != 0)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_finding_unref (pe_finding *self)
{
  if (self == NULL || g_atomic_int_get (&self->references) == 0)
    return;
  if (g_atomic_int_dec_and_test (&self->references))
    finding_free (self);
}

pe_status
pe_finding_get_code (const pe_finding *self)
{
  return self != NULL ? self->code : PE_OK;
}

pe_severity
pe_finding_get_severity (const pe_finding *self)
{
  return self != NULL ? pe_status_get_severity (self->code) : 0;
}

const char *
pe_finding_get_message (const pe_finding *self, pe_language language)
{
  if (self == NULL)
    return NULL;
  return language == PE_LANGUAGE_ZH ? self->message_zh : self->message_en;
}

size_t
pe_finding_get_n_places (const pe_finding *self)
{
  return self != NULL ? self->n_places : 0;
}

const pe_place *
pe_finding_get_place (const pe_finding *self, size_t index)
{
  return self != NULL && index < self->n_places ? &self->places[index] : NULL;
}

size_t
pe_finding_get_n_parameters (const pe_finding *self)
{
  return self != NULL ? self->n_parameters : 0;
}

const char *
pe_finding_get_parameter_name (const pe_finding *self, size_t index)
{
  return self != NULL && index < self->n_parameters ? self->parameters[index].name : NULL;
}

const char *
pe_finding_get_parameter_text (const pe_finding *self, size_t index)
{
  return self != NULL && index < self->n_parameters ? self->parameters[index].text : NULL;
}

pe_findings *
pe_findings_new (void)
{
  pe_findings *self = g_try_new0 (pe_findings, 1);

  if (self != NULL)
    {
      self->references = 1;
      self->list = (pe_vector) PE_VECTOR_INIT (pe_finding *);
    }
  return self;
}

pe_findings *
pe_findings_get_empty (void)
{
  return (pe_findings *) &empty_findings;
}

pe_findings *
pe_findings_get_no_memory (void)
{
  return (pe_findings *) &no_memory_findings;
}

size_t
pe_findings_get_size (const pe_findings *self)
{
  return self != NULL ? self->list.size : 0;
}

uint64_t
pe_findings_get_count (const pe_findings *self, pe_severity severity)
{
  if (self == NULL || severity < PE_SEVERITY_NOTE || severity > PE_SEVERITY_ERROR)
    return 0;
  return self->counts[severity - PE_SEVERITY_NOTE];
}

const pe_finding *
pe_findings_get (const pe_findings *self, size_t index)
{
  if (self == NULL || index >= self->list.size)
    return NULL;
  return *pe_vector_at (&self->list, pe_finding *, index);
}

pe_findings *
pe_findings_ref (pe_findings *self)
{
  if (self != NULL && g_atomic_int_get (&self->references) != 0)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_findings_unref (pe_findings *self)
{
  if (self == NULL || g_atomic_int_get (&self->references) == 0 || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->list.size; i++)
    pe_finding_unref (*pe_vector_at (&self->list, pe_finding *, i));
  pe_finding_unref (self->first_error);
  pe_vector_clear (&self->list);
  g_free (self);
}
