/* measure-catalogue-private.h - the measures, each with its one definition
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "measure-private.h"

typedef enum
{
  PE_PART_NONE,         /* the denominator of an amount */
  PE_PART_BUDGET,       /* amounts of a budget category */
  PE_PART_THREE_PUBLIC, /* amounts of a part of 三公经费 */
  PE_PART_TOTAL,        /* a total over procurement, from the records or the summary */
  PE_PART_RECORDS       /* what each record contributes */
} pe_part_source;

/* One amount of a part. */
typedef struct pe_part_term
{
  pe_amount amount;      /* 0 ends the terms */
  gboolean  less;        /* it is taken away */
  gboolean  prior;       /* of the year before */
  gboolean  may_be_none; /* one that does not apply adds nothing */
} pe_part_term;

#define PE_PART_MAX_TERMS 4

typedef struct pe_measure_part
{
  pe_part_source source;
  int32_t        item; /* a pe_budget_category, a pe_three_public or a pe_procurement_total */
  pe_part_term   terms[PE_PART_MAX_TERMS];
} pe_measure_part;

/* A record and what it is judged by. */
typedef struct pe_examined
{
  const void                  *record;
  const pe_procurement_record *owner; /* of a payment; nullable */
  const pe_measure_options    *options;
} pe_examined;

/* What a record contributes to either part: not applicable where it has no part in it. PE_OK, PE_ERROR_CALENDAR_RANGE. */
typedef pe_status (*pe_contribute) (const pe_examined *examined, pe_figure *numerator, pe_figure *denominator,
                                    pe_error **error);

typedef struct pe_measure_definition
{
  const char     *id;
  const char     *name_zh;
  const char     *name_en;
  const char     *definition_zh;
  const char     *definition_en;
  const char     *base_zh;
  const char     *base_en;
  const char     *source;
  pe_measure_kind kind;
  pe_unit         unit;
  pe_state        zero_state;
  pe_record_kind  records;
  pe_measure_part numerator;
  pe_measure_part denominator;
  pe_contribute   contribute; /* of parts from records */
} pe_measure_definition;

extern const pe_measure_definition pe_measure_definitions[];
extern const size_t                pe_measure_n_definitions;

/* TRUE when records alone decide it. */
gboolean pe_measure_is_streamed (const pe_measure_definition *self);
/* TRUE when it counts working days by these options. */
gboolean pe_measure_needs_calendar (const pe_measure_definition *self, const pe_measure_options *options);
gboolean pe_measure_uses_prior (const pe_measure_definition *self);
/* What a record contributes to a measure that records alone decide. */
pe_status pe_measure_examine (const pe_measure_definition *self, const pe_examined *examined, pe_figure *numerator,
                              pe_figure *denominator, pe_error **error);

/* What records have contributed so far. */
typedef struct pe_accumulator
{
  pe_money_sum numerator;
  pe_money_sum denominator;
  uint64_t     n; /* records looked at */
} pe_accumulator;

void      pe_accumulator_init (pe_accumulator *self);
pe_status pe_accumulator_add (pe_accumulator *self, const pe_measure_definition *measure, const pe_examined *examined,
                              pe_error **error);
/* The parts and their states. PE_OK or PE_ERROR_OVERFLOW. */
pe_status pe_accumulator_get (const pe_accumulator *self, const pe_measure_definition *measure, pe_figure *numerator,
                              pe_figure *denominator, pe_error **error);
/* Settles the state of a value whose parts are there. */
void pe_measure_settle (const pe_measure_definition *self, pe_measure_value *value);

/* Goes through the records of a dossier that a measure is of. FALSE at the end. */
typedef struct pe_record_walk
{
  const pe_dossier         *dossier;
  const pe_measure_options *options;
  pe_record_kind            kind;
  size_t                    index; /* of the record that was answered last, from 0 */
  size_t                    next;
} pe_record_walk;

gboolean pe_record_walk_next (pe_record_walk *self, pe_examined *out);

/* Contributions (measure-records.c) */

pe_status pe_contribute_small_micro (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_small_micro_of_all (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_single_source (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_single_source_count (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_savings (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_intent_in_time (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_intent_days (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_signing_in_time (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_signing_days (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_publication_in_time (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_filing_in_time (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_payment_in_time (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_payment_delay (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_contract_count (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_asset_agreement (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_asset_difference (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_asset_unexplained (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
pe_status pe_contribute_asset_use (const pe_examined *, pe_figure *, pe_figure *, pe_error **);
