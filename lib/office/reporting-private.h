/* reporting-private.h - a report being made of a template and an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <perfeval-office/report.h>
#include <perfeval/budget.h>
#include <perfeval/dossier.h>
#include <perfeval/measure.h>
#include <perfeval/rulebook.h>

#include "report-private.h"

/* What an element of a template asks for, in the order of the elements of docs/reports.md. */
typedef enum pe_report_kind
{
  PE_REPORT_TITLE = 1,
  PE_REPORT_STATUS,    /* the rulebook's status and what it assumed, where it is not official */
  PE_REPORT_SECTION,   /* a heading; what is within follows */
  PE_REPORT_P,         /* a paragraph with figures */
  PE_REPORT_NOTE,      /* the same, boxed */
  PE_REPORT_NARRATIVE, /* the office's own words, or a gap */
  PE_REPORT_GROUPS,    /* a paragraph for each indicator of the first level */
  PE_REPORT_LOSSES,    /* a paragraph for each entry of the ledger that took points */
  PE_REPORT_FINDINGS,  /* a paragraph for each warning of the evaluation */
  PE_REPORT_REVIEW,    /* what a reviewer's checks find */
  PE_REPORT_READINGS,  /* how the figures of a printed report were understood */
  PE_REPORT_TABLE,
  PE_REPORT_CHART,
  PE_REPORT_LEDGER, /* the appendix: an entry for each node that is scored */
  PE_REPORT_PAGE,   /* a new page */
} pe_report_kind;

typedef enum pe_report_table
{
  PE_REPORT_TABLE_SCORES = 1, /* every indicator */
  PE_REPORT_TABLE_GROUPS,     /* the first level */
  PE_REPORT_TABLE_BUDGET,
  PE_REPORT_TABLE_TARGETS, /* the rows of slots */
  PE_REPORT_TABLE_SIGNATURES,
  PE_REPORT_TABLE_INDICATORS, /* the forms of indicators: 一级, 二级, 三级, target, actual, marks, score, reasons */
  PE_REPORT_TABLE_NATURES,    /* with 指标性质 and 度量单位, as Yunnan has it */
  PE_REPORT_TABLE_STANDARDS,  /* with 评分标准 in place of target and actual, as Hunan has it */
  PE_REPORT_TABLE_MONEY,      /* 项目资金 */
  PE_REPORT_TABLE_GOALS,      /* 预期目标 and 实际完成情况 */
  PE_REPORT_TABLE_PROJECT,    /* the head of a project's form */
} pe_report_table;

typedef enum pe_report_chart
{
  PE_REPORT_CHART_DIMENSIONS = 1,
  PE_REPORT_CHART_LOSSES,
  PE_REPORT_CHART_EXECUTION,
  PE_REPORT_CHART_TARGETS,
  PE_REPORT_CHART_CHANGE,
} pe_report_chart;

/* An element. Texts are owned by the template. */
typedef struct pe_report_item
{
  pe_report_kind kind;
  guint          level;             /* of a section, from 1 */
  char          *zh, *en;           /* nullable: the sentence, heading or caption */
  char          *none_zh, *none_en; /* nullable: what stands there when there is nothing to list */
  char          *name;              /* of a narrative */
  int32_t        choice;            /* a pe_report_table or pe_report_chart */
  gboolean       is_optional;       /* left out where a figure is missing, and where there is nothing to show */
} pe_report_item;

struct pe_report_template
{
  gint      references;
  char     *name_zh, *name_en;
  pe_vector items; /* pe_report_item */
};

/* What a report looks up, so that its work grows with its nodes alone. Names are borrowed from the evaluation. */
typedef struct pe_report_index
{
  GHashTable       *codes;    /* char * -> node + 1 */
  GHashTable       *measures; /* char * -> the first node that was scored by it, + 1 */
  GHashTable       *notes;    /* char *: those that are in pe_reporting::notes, borrowed */
  size_t           *of_row;   /* the node of each row, + 1; 0: none */
  size_t           *first;    /* where the entries of each node begin in entries; one more than there are nodes */
  size_t           *taken;    /* while it is built */
  size_t           *entries;  /* entries of the ledger by node, each in the order of the ledger */
  pe_measure_value *values;   /* of measures: a template may ask a thousand times for what goes through all records */
  pe_state         *derived;  /* PE_STATE_MISSING: not yet; PE_STATE_VALUE; PE_STATE_INVALID: it cannot be derived */
} pe_report_index;

/* A report under way. */
typedef struct pe_reporting
{
  pe_report           *document;
  const pe_evaluation *evaluation;
  const pe_evaluation *prior; /* nullable */
  pe_dossier          *dossier;
  pe_rulebook         *rulebook;
  pe_language          language;
  const char          *date;
  pe_vector            notes; /* char *: how rates that were printed were rounded, each once */
  pe_report_index      index;
  pe_status            status;
  pe_error           **error;
} pe_reporting;

/* reporting-index.c. FALSE after a failure. */
gboolean pe_reporting_index_build (pe_reporting *self);
void     pe_reporting_index_clear (pe_reporting *self);
/* Nodes, or SIZE_MAX: of an indicator; the first that was scored by a measure; of a row, or else of its slot. */
size_t pe_reporting_find_code (const pe_reporting *self, const char *code);
size_t pe_reporting_find_measure (const pe_reporting *self, const char *measure);
size_t pe_reporting_find_row (const pe_reporting *self, size_t row, const char *slot);

/* The value of a measure by its number, derived once; NULL where it cannot be. */
const pe_measure_value *pe_reporting_derive (pe_reporting *self, size_t measure);

/* reporting-room.c: room for what an element looks through, whether or not anything comes of it. FALSE when there is none. */
gboolean pe_reporting_take_item (pe_reporting *self, const pe_report_item *item);

/* The text in the language of the report: English where there is any. */
const char *pe_reporting_choose (const pe_reporting *self, const char *zh, const char *en);
/* Keeps the first failure; answers whether all is well. */
gboolean pe_reporting_check (pe_reporting *self, pe_status status);
/* Memory ran out; answers FALSE. */
gboolean pe_reporting_fail (pe_reporting *self);
/* What could not be had for want of memory fails the report; any other failure is a figure that is not there: FALSE. */
gboolean pe_reporting_is_there (pe_reporting *self, pe_status status);
/* The anchor of a node's entry in the appendix; owned. */
char *pe_reporting_name_node (const pe_reporting *self, size_t node);
/* Points of a node as the evaluation prints them; owned; NULL after a failure. */
char *pe_reporting_print_points (pe_reporting *self, size_t node, pe_points points);
char *pe_reporting_print_decimal (pe_reporting *self, const pe_decimal *number);
/* "2,149.56万元" is "2149.56 万元": the digits as handed in and the unit; owned; NULL for a figure without a value. */
char *pe_reporting_print_figure (pe_reporting *self, const pe_figure *figure);
/* Two parts as a percentage of two places, half up; a rate that is not 1 never reads as a bare 100 %. Remembers a note
 * where cutting the digits off would print others. Owned; NULL without a value. */
char *pe_reporting_print_rate (pe_reporting *self, const pe_figure *numerator, const pe_figure *denominator);

/* reporting-sentence.c: {placeholders} become figures, each leading to its entry. The node, or SIZE_MAX, is the one that the
 * sentence is about; reason, nullable, is that of a deduction. */
typedef struct pe_report_about
{
  size_t      node;
  const char *lost;
  const char *reason;
} pe_report_about;

/* FALSE, and nothing added, where is_optional and a figure is missing. */
gboolean pe_reporting_add_sentence (pe_reporting *self, pe_doc_kind kind, const char *sentence,
                                    const pe_report_about *about, gboolean is_optional);
/* Whether every placeholder of a sentence is one; *found is the first that is not, of *length bytes. */
gboolean pe_reporting_check_sentence (const char *sentence, const char **found, size_t *length);

/* "160" and its unit: the word as printed, or else the figure's own; owned; NULL without a value. */
char *pe_reporting_print_with_unit (pe_reporting *self, const pe_figure *figure, const char *unit);
/* The target of a row with its sign, as adjusted where it was; owned. */
char *pe_reporting_print_target (pe_reporting *self, const pe_row *row);
/* The reasons of a node's own entries, a line each; owned. */
char *pe_reporting_join_reasons (pe_reporting *self, size_t node);

/* A column of a table: its header and its share of the width. */
typedef struct pe_report_column
{
  const char *zh, *en;
  guint       width;
} pe_report_column;

/* A table with the item's caption and a row of headers. */
pe_doc_table *pe_reporting_begin_table (pe_reporting *self, const pe_report_item *item, const pe_report_column *columns,
                                        guint n);

/* reporting-forms.c */
void pe_reporting_add_indicators (pe_reporting *self, const pe_report_item *item);
void pe_reporting_add_money (pe_reporting *self, const pe_report_item *item);
void pe_reporting_add_goals (pe_reporting *self, const pe_report_item *item);
void pe_reporting_add_project (pe_reporting *self, const pe_report_item *item);
/* reporting-review.c */
void pe_reporting_add_review (pe_reporting *self, const pe_report_item *item);
/* reporting-tables.c */
void pe_reporting_add_table (pe_reporting *self, const pe_report_item *item);
/* reporting-ledger.c: the appendix, and the paragraphs for losses. */
void pe_reporting_add_ledger (pe_reporting *self);
void pe_reporting_add_losses (pe_reporting *self, const pe_report_item *item);
