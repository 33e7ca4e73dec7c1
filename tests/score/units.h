/* units.h - units to be rolled up, in few words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "scheme.h"

#include <perfeval/rollup.h>

#define RULES(rounding, indicators)                                                                              \
  "{\"format\": \"perfeval-rulebook/1\", \"id\": \"r\", \"edition\": \"1\", \"title\": {\"zh\": \"题\"}, "       \
  "\"kind\": \"department\", \"fiscal_years\": {\"first\": 2022, \"last\": 2023}, \"status\": \"official\", "    \
  "\"full_marks\": \"100\", \"rounding\": {" rounding "}, \"bonus\": {\"limit\": \"5\", \"ceiling\": \"105\"}, " \
  "\"vetoes\": [{\"id\": \"fraud\", \"name\": {\"zh\": \"虚报\"}, \"effect\": \"zero\"}], "                      \
  "\"grades\": [{\"id\": \"good\", \"from\": \"80\", \"name\": {\"zh\": \"良\"}}, "                              \
  "{\"id\": \"poor\", \"from\": \"0\", \"name\": {\"zh\": \"差\"}}], \"indicators\": [" indicators "]}"

#define TWO_PLACES                                                                    \
  "\"rate\": {\"places\": 2, \"mode\": \"half_up\"}, \"leaf\": {\"places\": 2, "      \
  "\"mode\": \"half_up\"}, \"subtotal\": null, \"total\": {\"places\": 2, \"mode\": " \
  "\"half_up\"}, \"rank_on\": \"rounded\""
#define NO_ROUNDING "\"rate\": null, \"leaf\": null, \"subtotal\": null, \"total\": null, \"rank_on\": \"exact\""

#define LEAF(code, marks, rule) \
  "{\"code\": \"" code "\", \"name\": {\"zh\": \"" code "\"}, \"full_marks\": \"" marks "\", " rule "}"
#define ATTESTED "\"declared\": \"only\", \"rule\": {\"shape\": \"attested/1\"}"
#define RATIO                                                                                  \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": " \
  "{\"fact\": \"target\"}, \"policies\": {\"zero_denominator\": \"zero\"}}"

/* A of 60 by actual / target, and B of 40 by a person, who may be overruled. */
#define PLAIN LEAF ("A", "60", RATIO) ", " LEAF ("B", "40", "\"manual_deduction\": true, " ATTESTED)

#define POLICIES "\"policies\": {\"missing\": \"zero\", \"not_applicable\": \"full\", \"zero_denominator\": \"zero\"}"
#define LENIENT                                                                                \
  "\"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"actual\"}, \"target\": " \
  "{\"fact\": \"target\"}, " POLICIES "}"

#define SELF(indicator, score) \
  "{\"indicator\": \"" indicator "\", \"scorer\": \"self\", \"score\": \"" score "\", \"evidence\": \"e\"}"

#define MOST 4

/* Units on their way to a roll-up; the evaluations are given back. */
typedef struct
{
  pe_rollup_unit    units[MOST];
  size_t            n;
  pe_rollup_options options;
} batch;

pe_rulebook *rules_of (const char *text);
/* members: what a dossier has besides its head, e.g. "\"facts\": {…}". */
pe_evaluation *unit_of (pe_rulebook *rules, const char *name, const char *members);
/* A unit of PLAIN with a budget in 万元. */
pe_evaluation *plain_unit (pe_rulebook *rules, const char *name, const char *adjusted, const char *actual,
                           const char *target, const char *score);
void           batch_init (batch *self, pe_rollup_mode mode, pe_weighting weighting);
void           batch_add (batch *self, pe_evaluation *evaluation, const char *weight);
void           batch_clear (batch *self);
pe_rollup     *roll (batch *self);
pe_findings   *refuse_batch (batch *self, pe_status status);
void           check_ratio (pe_ratio *ratio, const char *expected);
void           check_score (const pe_rollup *self, size_t node, const char *expected);
void           check_rolled (const pe_rollup *self, size_t index, uint32_t node, int32_t unit, pe_entry_kind kind,
                             const char *amount);
/* The score of the whole, or the path of the one conflict. */
void check_outcome (batch *units, const char *score, const char *path);
