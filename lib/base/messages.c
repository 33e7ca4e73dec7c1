/* messages.c - what the codes say to a person
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "messages-private.h"

#include <string.h>

/* Where the rows stand:
 *   messages-input.c  calls, limits, texts, numbers, dates, units, JSON, documents (1xx to 7xx)
 *   messages-batch.c  plans, runs and summaries of batches (12xx, 32xx)
 *   messages-rules.c  facts, rulebooks, evaluation (8xx to 10xx), warnings (20xx), notes (30xx)
 *   messages-audit.c  audits (1101 on, 2101 on, 3101 on; 1180 on and 3200 on for prose)
 *   messages-review.c the reviewer's checks (1150 on, 2150 on, 3150 on)
 * The third member of a row names its parameters. What the names mean, wherever they stand:
 *   found       the offending text or number, as given        expected  what would be right, in English
 *   expected_zh the same in Chinese (where words are needed)  name      the field, member, measure, shape or parameter
 *   code        the code of an indicator, a line or a row     unit      the unit of the numbers beside it
 *   sum         what the parts add up to                      total     what they should add up to
 *   limit       the bound that was passed                     from, to  the ends of a range
 *   count       how many                                      offset    a byte, from 0
 *   shape       the shape of a rule                           state     a state of a figure
 *   language    zh or en                                      year      a year
 *   rate        a rate as it is shown, with its %             formula     the text of a formula
 *   form        how a document writes what was probably meant below      what is approached and not reached
 * A parameter is data: a number, a code, a text of the input. Words go into the template, or into the pair
 * expected and expected_zh. */

static const pe_message *
find_in (const pe_message *rows, size_t n, pe_status code)
{
  size_t low = 0, high = n;

  while (low < high)
    {
      size_t middle = low + (high - low) / 2;

      if (rows[middle].code == code)
        return &rows[middle];
      if (rows[middle].code < code)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* Each ascends by code; together they need not. */
static const struct
{
  const pe_message *rows;
  const size_t     *n;
} tables[] = {
  { pe_messages_input, &pe_messages_n_input }, { pe_messages_rules, &pe_messages_n_rules },
  { pe_messages_audit, &pe_messages_n_audit }, { pe_messages_review, &pe_messages_n_review },
  { pe_messages_batch, &pe_messages_n_batch },
};

const pe_message *
pe_message_find (pe_status code)
{
  const pe_message *row = NULL;

  for (size_t i = 0; row == NULL && i < G_N_ELEMENTS (tables); i++)
    row = find_in (tables[i].rows, *tables[i].n, code);
  return row;
}

const pe_message *
pe_message_find_name (const char *name)
{
  for (size_t table = 0; table < G_N_ELEMENTS (tables); table++)
    for (size_t i = 0; i < *tables[table].n; i++)
      if (strcmp (tables[table].rows[i].name, name) == 0)
        return &tables[table].rows[i];
  return NULL;
}

typedef struct template_reader
{
  const pe_parameter_init *parameters;
  size_t                   n_parameters;
  gboolean                 chinese;
} template_reader;

static const char *
find_named (const template_reader *self, const char *name, size_t length, const char *suffix)
{
  for (size_t i = 0; i < self->n_parameters; i++)
    {
      const char *other = self->parameters[i].name;

      if (strncmp (other, name, length) == 0 && strcmp (other + length, suffix) == 0)
        return self->parameters[i].text;
    }
  return NULL;
}

static const char *
find_parameter (const template_reader *self, const char *name, size_t length)
{
  const char *text = self->chinese ? find_named (self, name, length, "_zh") : NULL;
  const char *known = NULL;

  if (text != NULL)
    return text;
  text = find_named (self, name, length, "");
  if (text != NULL && self->chinese && length == strlen ("expected") && memcmp (name, "expected", length) == 0)
    known = pe_expectation_get_chinese (text);
  return known != NULL ? known : text;
}

/* Appends a piece of a template without brackets. FALSE when one of its parameters was not given. */
static gboolean
render_piece (const template_reader *self, const char *piece, const char *end, pe_buffer *out)
{
  while (piece < end)
    {
      const char *open = memchr (piece, '{', (size_t) (end - piece));
      const char *close = open != NULL ? memchr (open, '}', (size_t) (end - open)) : NULL;
      const char *text;

      if (close == NULL)
        {
          pe_buffer_add (out, piece, (size_t) (end - piece));
          return TRUE;
        }
      text = find_parameter (self, open + 1, (size_t) (close - open - 1));
      if (text == NULL)
        return FALSE;
      pe_buffer_add (out, piece, (size_t) (open - piece));
      pe_buffer_add_string (out, text);
      piece = close + 1;
    }
  return TRUE;
}

static gboolean
render_template (const template_reader *self, const char *template, pe_buffer *out)
{
  const char *end = template + strlen (template);

  while (template <end)
    {
      size_t      size = out->size;
      gboolean    optional = *template == '[';
      const char *stop = optional ? strchr (template, ']') : strchr (template, '[');

      if (stop == NULL)
        stop = end;
      if (!render_piece (self, template + (optional ? 1 : 0), stop, out))
        {
          if (!optional)
            return FALSE;
          out->size = size;
        }
      template = stop + (optional ? 1 : 0);
    }
  return TRUE;
}

void
pe_message_render (pe_buffer *out, pe_status code, pe_language language, const pe_parameter_init *parameters,
                   size_t n_parameters)
{
  const pe_message *row = pe_message_find (code);
  template_reader   reader = { parameters, n_parameters, language == PE_LANGUAGE_ZH };
  size_t            size = out->size;

  if (row != NULL && render_template (&reader, reader.chinese ? row->template_zh : row->template_en, out))
    return;
  out->size = size;
  pe_buffer_add_string (out, pe_status_describe (code, language));
}
