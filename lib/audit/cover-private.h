/* cover-private.h - the fewest sets that cover everything
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/status.h>

#include "../base/vector-private.h"

/* A set of elements, which are numbered from 0. */
typedef struct pe_cover_set
{
  size_t   first; /* its elements, in pe_cover::elements */
  size_t   n;
  uint32_t penalty; /* between covers of as many sets, that with the least sum is taken */
  gboolean is_taken;
} pe_cover_set;

typedef struct pe_cover
{
  size_t    n_elements; /* each is in one set at least */
  pe_vector sets;       /* of pe_cover_set */
  pe_vector elements;   /* of uint32_t */
  gboolean  is_minimal; /* set by solve: nothing smaller covers everything */
} pe_cover;

void pe_cover_init (pe_cover *self, size_t n_elements);
void pe_cover_clear (pe_cover *self);
/* Adds a set, empty as yet; its elements follow by pe_cover_add_element(). */
pe_status pe_cover_add_set (pe_cover *self, uint32_t penalty);
pe_status pe_cover_add_element (pe_cover *self, uint32_t element);
/* Marks the sets to take. Exact: branch and bound over each group of sets that share elements, in at most work steps a
 * group; where they do not suffice, the best that was found, greedy at the least. PE_OK, PE_ERROR_NO_MEMORY. */
pe_status pe_cover_solve (pe_cover *self, uint32_t work);
