/* perfeval/narrative.h - what an office says in its own words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_NARRATIVE_H
#define PERFEVAL_NARRATIVE_H

#include <perfeval/types.h>

PE_BEGIN_DECLS

/**
 * @file narrative.h
 * @brief A paragraph (文字说明) that a dossier brings for its report.
 *
 * The figures of a report come from its evaluation; what the office does, what it achieved and how it manages can be said by
 * the office alone. A dossier carries such text under the names of the sections of a report's template (单位职能, "department");
 * what no template asks for is kept and not used. No score depends on it.
 */

/**
 * A paragraph of a section. Several of one section follow each other in the order of adding.
 *
 * @code
 * pe_narrative paragraph;
 * pe_narrative_init (&paragraph, sizeof paragraph);
 * paragraph.section = "department";
 * paragraph.text = "Plans and manages the promotion of investment.";
 * assert (pe_dossier_builder_add_narratives (builder, &paragraph, 1, NULL) == PE_OK);
 * @endcode
 *
 * Since: 1.0
 */
typedef struct pe_narrative
{
  uint32_t    struct_size; /**< Set by pe_narrative_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *section;     /**< Required. 1 to 64 letters, digits, '.', '-' and '_': where in a report it belongs. */
  const char *text; /**< Required. UTF-8, plain text: a line break is a line break, and nothing in it is markup. */
} pe_narrative;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_narrative_init (pe_narrative *self, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_NARRATIVE_H */
