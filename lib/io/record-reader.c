/* record-reader.c - records by their columns, from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-reader-private.h"

#include <string.h>

/* What is none of the words is reported by the words that there are. */
static int32_t
read_word (pe_document *document, pe_json_index value, const pe_layout_column *column)
{
  pe_word     words[PE_DOCUMENT_MAX_MEMBERS];
  size_t      size;
  const char *text;
  int32_t     found = 0;

  if (value == PE_JSON_NONE)
    return 0;
  if (pe_json_get_kind (document->json, value) == PE_JSON_STRING)
    {
      text = pe_json_get_text (document->json, value, &size);
      found = pe_layout_column_find_word (column, text, FALSE);
    }
  if (found != 0)
    return found;
  for (uint32_t i = 0; i < column->n_words; i++)
    words[i] = (pe_word) { column->words[i].word, (int32_t) i + 1 };
  words[column->n_words] = (pe_word) { NULL, 0 };
  return pe_document_read_word (document, value, words);
}

static void
read_column (pe_document *document, pe_json_index value, const pe_layout_column *column,
             const pe_figure_surroundings *money, void *member)
{
  static const pe_figure_surroundings count = { PE_FIGURE_FACT, PE_UNIT_NONE, NULL };
  int32_t                             number = 0;
  const char                         *text;

  switch (column->type)
    {
    case PE_COLUMN_TEXT:
      text = pe_document_read_text (document, value);
      memcpy (member, &text, sizeof text);
      return;
    case PE_COLUMN_MONEY:
      pe_figure_read (document, value, money, member, NULL);
      return;
    case PE_COLUMN_COUNT:
      pe_figure_read (document, value, &count, member, NULL);
      return;
    case PE_COLUMN_DATE:
      number = pe_document_read_date (document, value);
      break;
    case PE_COLUMN_TRUTH:
      number = pe_document_read_bool (document, value, FALSE);
      break;
    default:
      number = read_word (document, value, column);
    }
  memcpy (member, &number, sizeof number);
}

void
pe_record_read (pe_document *document, pe_json_index value, const pe_record_layout *layout,
                const pe_figure_surroundings *money, void *record, const char *const *extra_names,
                pe_json_index *extras, size_t n_extras)
{
  pe_member_rule members[PE_DOCUMENT_MAX_MEMBERS] = { { NULL, PE_MEMBER_OPTIONAL } };
  pe_json_index  values[PE_DOCUMENT_MAX_MEMBERS];
  const uint32_t size = (uint32_t) layout->size;
  const size_t   n = layout->n_columns;

  for (size_t i = 0; i < n; i++)
    members[i] = (pe_member_rule) { layout->columns[i].id,
                                    layout->columns[i].is_required ? PE_MEMBER_REQUIRED : PE_MEMBER_OPTIONAL };
  for (size_t i = 0; i < n_extras; i++)
    members[n + i] = (pe_member_rule) { extra_names[i], PE_MEMBER_OPTIONAL };
  pe_document_read_object (document, value, members, n + n_extras, PE_ERROR_MEMBER_UNKNOWN, values);
  memset (record, 0, layout->size);
  memcpy (record, &size, sizeof size);
  for (size_t i = 0; i < n; i++)
    if (values[i] != PE_JSON_NONE)
      read_column (document, values[i], &layout->columns[i], money, (char *) record + layout->columns[i].offset);
  if (n_extras > 0)
    memcpy (extras, values + n, n_extras * sizeof *extras);
}
