/* figure-reader-private.h - figures as documents write them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "document-private.h"

typedef enum
{
  PE_FIGURE_FACT,  /* of any unit; may be a text, or yes or no */
  PE_FIGURE_MONEY, /* its unit is its own, or that of its surroundings */
  PE_FIGURE_POINTS /* a bare number, or one in 分 */
} pe_figure_kind;

/* What a figure is read as. */
typedef struct pe_figure_surroundings
{
  pe_figure_kind kind;
  pe_unit        unit; /* that is stated for the table or row; PE_UNIT_NONE: none is */
  const char    *word; /* with PE_UNIT_OTHER: the word for it */
} pe_figure_surroundings;

/* Reads a figure; one that is absent is missing. *text (nullable) is set where the figure is a text. FALSE: a fault was
 * reported, and the figure is missing. */
gboolean pe_figure_read (pe_document *document, pe_json_index value, const pe_figure_surroundings *surroundings,
                         pe_figure *out, const char **text);
/* Reads the unit of a table: money. PE_UNIT_NONE when it is absent or wrong. */
pe_unit pe_figure_read_money_unit (pe_document *document, pe_json_index value);
/* TRUE for a string that is read as a text where a number was due. */
gboolean pe_figure_is_text (const char *text, size_t size);
/* The unit that a word means; a word that is no known unit counts as other, none and an empty one as none. */
pe_unit pe_figure_find_unit (const char *word);
