/* ocds-private.h - the releases of Open Contracting data, merged value by value
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "../base/vector-private.h"
#include "json-tree-private.h"

/* What is asked of the latest release that says it. */
typedef enum pe_ocds_fact
{
  PE_OCDS_TITLE = 0,
  PE_OCDS_METHOD,
  PE_OCDS_METHOD_DETAILS,
  PE_OCDS_CATEGORY,
  PE_OCDS_BUDGET,
  PE_OCDS_START,
  PE_OCDS_N_FACTS
} pe_ocds_fact;

/* And of an element of one of its arrays. */
typedef enum pe_ocds_value
{
  PE_OCDS_AWARD_TITLE = 0,
  PE_OCDS_AWARD_DATE,
  PE_OCDS_AWARD_VALUE,
  PE_OCDS_AWARD_SUPPLIERS,
  PE_OCDS_CONTRACT_TITLE = 0,
  PE_OCDS_CONTRACT_SIGNED,
  PE_OCDS_CONTRACT_VALUE,
  PE_OCDS_CONTRACT_AWARD,
  PE_OCDS_CONTRACT_TRANSACTIONS,
  PE_OCDS_PARTY_SCALE = 0,
  PE_OCDS_N_VALUES = 5
} pe_ocds_value;

/* The elements of one id in all releases: of each value, what the latest release says. */
typedef struct pe_ocds_element
{
  const char   *id;
  size_t        first; /* where it stood first: the latest release's elements, then those of earlier ones */
  pe_json_index values[PE_OCDS_N_VALUES];
} pe_ocds_element;

typedef struct pe_ocds_elements
{
  pe_vector list;  /* pe_ocds_element, by id */
  size_t   *order; /* by where they stood first */
} pe_ocds_elements;

typedef struct pe_ocds_release
{
  pe_json_index value;
  const char   *ocid;
  const char   *date; /* nullable; ISO 8601 and UTC: their order is that of their letters */
} pe_ocds_release;

/* One process: its releases, the latest first. */
typedef struct pe_ocds_process
{
  const char            *ocid;
  const pe_ocds_release *releases;
  size_t                 n;
  pe_json_index          facts[PE_OCDS_N_FACTS];
  pe_ocds_elements       parties, awards, contracts;
} pe_ocds_process;

/* A member of an object, or what a path leads to below it; PE_JSON_NONE where it is not there. */
pe_json_index pe_ocds_get_member (const pe_json *json, pe_json_index value, const char *name);
pe_json_index pe_ocds_get_path (const pe_json *json, pe_json_index value, const char *path);
/* The text of a scalar; NULL for what is none, as null is. */
const char *pe_ocds_get_text (const pe_json *json, pe_json_index value);

/* Brings releases in the order of their processes, those of one the latest first, and of one date the last first; the processes
 * come as their first releases do. All in n log n. */
pe_status pe_ocds_sort (pe_vector *releases);
/* Sets the facts and elements of a process whose releases are set. It is cleared whatever comes. */
pe_status              pe_ocds_process_merge (pe_ocds_process *self, const pe_json *json);
void                   pe_ocds_process_clear (pe_ocds_process *self);
const pe_ocds_element *pe_ocds_elements_find (const pe_ocds_elements *self, const char *id /* nullable */);
