/* rulebook-reader.c - a rulebook from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-reader-private.h"

#include "adjustment-reader-private.h"
#include "measure-json-private.h"
#include "review-setting-private.h"

#include "../base/date-private.h"
#include "../base/decimal-private.h"
#include "../rules/rulebook-private.h"

#define FORMAT "perfeval-rulebook/1"

enum
{
  RULEBOOK_FORMAT,
  RULEBOOK_ID,
  RULEBOOK_EDITION,
  RULEBOOK_TITLE,
  RULEBOOK_KIND,
  RULEBOOK_PLACE,
  RULEBOOK_FISCAL_YEARS,
  RULEBOOK_STATUS,
  RULEBOOK_FULL_MARKS,
  RULEBOOK_SOURCES,
  RULEBOOK_ASSUMPTIONS,
  RULEBOOK_ROUNDING,
  RULEBOOK_POLICIES,
  RULEBOOK_GRADES,
  RULEBOOK_INDICATORS,
  RULEBOOK_BONUS,
  RULEBOOK_VETOES,
  RULEBOOK_CASES,
  RULEBOOK_REVIEW,
  RULEBOOK_MEASURES,
  N_RULEBOOK
};

static const pe_member_rule rulebook_members[N_RULEBOOK] = {
  { "format", PE_MEMBER_REQUIRED },       { "id", PE_MEMBER_REQUIRED },          { "edition", PE_MEMBER_REQUIRED },
  { "title", PE_MEMBER_REQUIRED },        { "kind", PE_MEMBER_REQUIRED },        { "place", PE_MEMBER_OPTIONAL },
  { "fiscal_years", PE_MEMBER_REQUIRED }, { "status", PE_MEMBER_REQUIRED },      { "full_marks", PE_MEMBER_REQUIRED },
  { "sources", PE_MEMBER_OPTIONAL },      { "assumptions", PE_MEMBER_OPTIONAL }, { "rounding", PE_MEMBER_REQUIRED },
  { "policies", PE_MEMBER_OPTIONAL },     { "grades", PE_MEMBER_OPTIONAL },      { "indicators", PE_MEMBER_REQUIRED },
  { "bonus", PE_MEMBER_OPTIONAL },        { "vetoes", PE_MEMBER_OPTIONAL },      { "cases", PE_MEMBER_OPTIONAL },
  { "review", PE_MEMBER_OPTIONAL },       { "measures", PE_MEMBER_OPTIONAL },
};

/* Head */

static const pe_member_rule year_members[] = { { "first", PE_MEMBER_REQUIRED }, { "last", PE_MEMBER_REQUIRED } };

static void
read_head (pe_document *document, const pe_json_index members[N_RULEBOOK], pe_rulebook_head *head)
{
  pe_json_index years[2] = { PE_JSON_NONE, PE_JSON_NONE };

  pe_rulebook_head_init (head, sizeof *head);
  head->id = pe_document_read_text (document, members[RULEBOOK_ID]);
  head->edition = pe_document_read_text (document, members[RULEBOOK_EDITION]);
  pe_document_read_both (document, members[RULEBOOK_TITLE], TRUE, &head->title_zh, &head->title_en);
  head->kind = pe_document_read_word (document, members[RULEBOOK_KIND], pe_words_kind);
  head->place = pe_document_read_text (document, members[RULEBOOK_PLACE]);
  if (members[RULEBOOK_FISCAL_YEARS] != PE_JSON_NONE)
    pe_document_read_object (document, members[RULEBOOK_FISCAL_YEARS], year_members, 2, PE_ERROR_MEMBER_UNKNOWN, years);
  head->first_year = pe_document_read_int (document, years[0], PE_YEAR_MIN, PE_YEAR_MAX);
  head->last_year = pe_document_read_int (document, years[1], MAX (head->first_year, PE_YEAR_MIN), PE_YEAR_MAX);
  head->status = pe_document_read_word (document, members[RULEBOOK_STATUS], pe_words_status);
  pe_document_read_decimal (document, members[RULEBOOK_FULL_MARKS], &head->full_marks);
}

/* What is missing was reported with the object that it is missing from. */
static gboolean
has_head (const pe_json_index members[N_RULEBOOK])
{
  for (size_t i = 0; i < RULEBOOK_SOURCES; i++)
    if (rulebook_members[i].presence == PE_MEMBER_REQUIRED && members[i] == PE_JSON_NONE)
      return FALSE;
  return TRUE;
}

/* What the dossiers of its cases need not say. Where the rulebook does not say it either, it is at fault. */
static void
set_defaults (pe_dossier_head *defaults, const pe_rulebook_head *head)
{
  pe_dossier_head_init (defaults, sizeof *defaults);
  defaults->unit_name = "某单位";
  defaults->fiscal_year = head->first_year != 0 ? head->first_year : PE_YEAR_MIN;
  defaults->kind = head->kind != 0 ? head->kind : PE_KIND_DEPARTMENT;
}

static gboolean
set_head (pe_document *document, const pe_json_index members[N_RULEBOOK], pe_rulebook_builder *builder,
          pe_dossier_head *defaults)
{
  const uint64_t   n_errors = pe_document_get_n_errors (document);
  pe_rulebook_head head;
  pe_error        *error = NULL;

  read_head (document, members, &head);
  set_defaults (defaults, &head);
  if (!has_head (members))
    return FALSE;
  if (pe_document_get_n_errors (document) == n_errors && pe_rulebook_builder_set_head (builder, &head, &error) != PE_OK)
    pe_document_take_path_error (document, error, 0);
  return pe_document_get_n_errors (document) == n_errors;
}

/* Rounding */

enum
{
  ROUNDING_RATE,
  ROUNDING_LEAF,
  ROUNDING_SUBTOTAL,
  ROUNDING_TOTAL,
  ROUNDING_RANK_ON,
  N_ROUNDING
};

static const pe_member_rule rounding_members[N_ROUNDING] = {
  { "rate", PE_MEMBER_NULL_MEANS },  { "leaf", PE_MEMBER_NULL_MEANS },  { "subtotal", PE_MEMBER_NULL_MEANS },
  { "total", PE_MEMBER_NULL_MEANS }, { "rank_on", PE_MEMBER_REQUIRED },
};

static const pe_member_rule level_members[] = { { "places", PE_MEMBER_REQUIRED }, { "mode", PE_MEMBER_REQUIRED } };

/* A level; null says that it is not rounded. */
static void
read_rounding_level (pe_document *document, pe_json_index value, int32_t *places, pe_rounding *rounding)
{
  pe_json_index members[2] = { PE_JSON_NONE, PE_JSON_NONE };

  if (value != PE_JSON_NONE && pe_json_get_kind (document->json, value) != PE_JSON_NULL)
    pe_document_read_object (document, value, level_members, 2, PE_ERROR_MEMBER_UNKNOWN, members);
  *places = pe_document_read_int (document, members[0], 0, PE_DECIMAL_MAX_SCALE);
  *rounding = pe_document_read_word (document, members[1], pe_words_rounding);
}

static gboolean
set_rounding (pe_document *document, pe_json_index value, pe_rulebook_builder *builder)
{
  const uint64_t       n_errors = pe_document_get_n_errors (document);
  pe_rounding_contract contract;
  pe_json_index        members[N_ROUNDING];
  pe_error            *error = NULL;

  if (value == PE_JSON_NONE)
    return FALSE;
  pe_rounding_contract_init (&contract, sizeof contract);
  pe_document_read_object (document, value, rounding_members, N_ROUNDING, PE_ERROR_MEMBER_UNKNOWN, members);
  read_rounding_level (document, members[ROUNDING_RATE], &contract.rate_places, &contract.rate_rounding);
  read_rounding_level (document, members[ROUNDING_LEAF], &contract.leaf_places, &contract.leaf_rounding);
  read_rounding_level (document, members[ROUNDING_SUBTOTAL], &contract.subtotal_places, &contract.subtotal_rounding);
  read_rounding_level (document, members[ROUNDING_TOTAL], &contract.total_places, &contract.total_rounding);
  contract.rank_on = pe_document_read_word (document, members[ROUNDING_RANK_ON], pe_words_rank_on);
  if (pe_document_get_n_errors (document) == n_errors
      && pe_rulebook_builder_set_rounding (builder, &contract, &error) != PE_OK)
    pe_document_take_member_error (document, error, value);
  return pe_document_get_n_errors (document) == n_errors;
}

/* Tables */

static pe_status
set_policy (void *builder, pe_state state, pe_policy policy, pe_error **error)
{
  return pe_rulebook_builder_set_policy (builder, state, policy, error);
}

static const pe_member_rule source_members[] = {
  { "id", PE_MEMBER_REQUIRED },      { "title", PE_MEMBER_REQUIRED }, { "document", PE_MEMBER_OPTIONAL },
  { "address", PE_MEMBER_OPTIONAL }, { "note", PE_MEMBER_OPTIONAL },
};

static void
read_source (pe_document *document, pe_json_index value, void *item)
{
  pe_source    *source = item;
  pe_json_index members[G_N_ELEMENTS (source_members)];

  pe_document_read_object (
      document, value, source_members, G_N_ELEMENTS (source_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_source_init (source, sizeof *source);
  source->id = pe_document_read_text (document, members[0]);
  source->title = pe_document_read_text (document, members[1]);
  source->document = pe_document_read_text (document, members[2]);
  source->address = pe_document_read_text (document, members[3]);
  source->note = pe_document_read_text (document, members[4]);
}

static pe_status
add_sources (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_sources (builder, items, n, error);
}

static const pe_member_rule assumption_members[] = {
  { "id", PE_MEMBER_REQUIRED },
  { "zh", PE_MEMBER_REQUIRED },
  { "en", PE_MEMBER_OPTIONAL },
};

static void
read_assumption (pe_document *document, pe_json_index value, void *item)
{
  pe_assumption *assumption = item;
  pe_json_index  members[G_N_ELEMENTS (assumption_members)];

  pe_document_read_object (
      document, value, assumption_members, G_N_ELEMENTS (assumption_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_assumption_init (assumption, sizeof *assumption);
  assumption->id = pe_document_read_text (document, members[0]);
  assumption->text_zh = pe_document_read_text (document, members[1]);
  assumption->text_en = pe_document_read_text (document, members[2]);
}

static pe_status
add_assumptions (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_assumptions (builder, items, n, error);
}

static const pe_member_rule grade_members[] = {
  { "id", PE_MEMBER_REQUIRED },
  { "from", PE_MEMBER_REQUIRED },
  { "name", PE_MEMBER_REQUIRED },
};

static void
read_grade (pe_document *document, pe_json_index value, void *item)
{
  pe_grade     *grade = item;
  pe_json_index members[G_N_ELEMENTS (grade_members)];

  pe_document_read_object (
      document, value, grade_members, G_N_ELEMENTS (grade_members), PE_ERROR_MEMBER_UNKNOWN, members);
  pe_grade_init (grade, sizeof *grade);
  grade->id = pe_document_read_text (document, members[0]);
  pe_document_read_decimal (document, members[1], &grade->from);
  pe_document_read_both (document, members[2], TRUE, &grade->name_zh, &grade->name_en);
}

static pe_status
add_grades (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_grades (builder, items, n, error);
}

static pe_status
add_vetoes (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_vetoes (builder, items, n, error);
}

static pe_status
add_review_settings (void *builder, const void *items, size_t n, pe_error **error)
{
  return pe_rulebook_builder_add_review_settings (builder, items, n, error);
}

/* Reads an array of records into the builder and clears the table. */
static gboolean
read_table (pe_document *document, pe_json_index array, pe_rulebook_builder *builder, pe_document_table *table,
            void (*read) (pe_document *, pe_json_index, void *), pe_add_many add)
{
  const uint64_t n_errors = pe_document_get_n_errors (document);

  if (pe_document_read_array (document, array))
    for (pe_json_index value = pe_json_get_first (document->json, array); value != PE_JSON_NONE;
         value = pe_json_get_next (document->json, value))
      {
        void *item = pe_document_table_append (document, table, value);

        if (item == NULL)
          break;
        read (document, value, item);
      }
  if (pe_document_get_n_errors (document) == n_errors)
    pe_document_table_add_to (document, table, add, builder);
  pe_document_table_clear (table);
  return pe_document_get_n_errors (document) == n_errors;
}

/* FALSE when what could be checked of the whole is not there. */
static gboolean
read_tables (pe_document *document, const pe_json_index members[N_RULEBOOK], pe_rulebook_builder *builder)
{
  pe_document_table sources = PE_DOCUMENT_TABLE_INIT (pe_source, G_MAXSIZE);
  pe_document_table assumptions = PE_DOCUMENT_TABLE_INIT (pe_assumption, G_MAXSIZE);
  pe_document_table grades = PE_DOCUMENT_TABLE_INIT (pe_grade, G_MAXSIZE);
  pe_document_table vetoes = PE_DOCUMENT_TABLE_INIT (pe_veto, G_MAXSIZE);
  pe_document_table review = PE_DOCUMENT_TABLE_INIT (pe_review_setting, G_MAXSIZE);
  gboolean          done = TRUE;

  done &= read_table (document, members[RULEBOOK_SOURCES], builder, &sources, read_source, add_sources);
  done &= read_table (document, members[RULEBOOK_ASSUMPTIONS], builder, &assumptions, read_assumption, add_assumptions);
  done &= read_table (document, members[RULEBOOK_GRADES], builder, &grades, read_grade, add_grades);
  done &= read_table (document, members[RULEBOOK_VETOES], builder, &vetoes, pe_veto_read, add_vetoes);
  done
      &= read_table (document, members[RULEBOOK_REVIEW], builder, &review, pe_review_setting_read, add_review_settings);
  return done;
}

/* The whole */

static pe_rulebook *
build (pe_document *document, pe_rulebook_builder *builder)
{
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  if (pe_document_get_n_errors (document) == 0)
    {
      pe_place_map *map = pe_document_map_places (document, 0, PE_JSON_NONE);

      if (map == NULL)
        return NULL;
      pe_rulebook_builder_take_places (builder, map);
    }
  pe_rulebook_builder_build (&rulebook, builder, &findings, &error);
  pe_document_take_findings (document, findings, error, 0);
  return rulebook;
}

static pe_rulebook *
read_rulebook (pe_document *document, gboolean lints)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook         *rulebook = NULL;
  pe_json_index        members[N_RULEBOOK];
  pe_dossier_head      defaults;
  gboolean             whole;

  if (pe_rulebook_builder_new (&builder, NULL, NULL) != PE_OK)
    {
      pe_document_report_no_memory (document);
      return NULL;
    }
  pe_document_read_object (document, 0, rulebook_members, N_RULEBOOK, PE_ERROR_MEMBER_UNKNOWN, members);
  whole = set_head (document, members, builder, &defaults);
  whole &= read_tables (document, members, builder);
  whole &= set_rounding (document, members[RULEBOOK_ROUNDING], builder);
  pe_policies_read (document, members[RULEBOOK_POLICIES], set_policy, builder);
  pe_bonus_read (document, members[RULEBOOK_BONUS], builder);
  pe_measures_read (document, members[RULEBOOK_MEASURES], builder);
  whole &= pe_indicators_read (document, members[RULEBOOK_INDICATORS], builder);
  pe_cases_read (document, members[RULEBOOK_CASES], &defaults, builder);
  if (lints)
    pe_rulebook_builder_set_lint (builder);
  /* Marks, codes and grades are checked against each other even where a rule is at fault. */
  if (whole)
    rulebook = build (document, builder);
  pe_rulebook_builder_free (builder);
  return rulebook;
}

pe_status
pe_rulebook_read (pe_rulebook **out, const char *bytes, size_t size, const pe_read_options *options, gboolean lints,
                  pe_findings **findings, pe_error **error)
{
  pe_document  document;
  pe_rulebook *rulebook = NULL;
  pe_status    status;

  pe_document_open (&document, out != NULL, bytes, size, options);
  if (document.json != NULL && pe_document_check_format (&document, FORMAT))
    rulebook = read_rulebook (&document, lints);
  status = pe_document_close (&document, findings, error);
  if (status == PE_OK)
    *out = rulebook;
  else
    pe_rulebook_unref (rulebook);
  return status;
}

pe_status
pe_rulebook_from_json (pe_rulebook **out, const char *bytes, size_t size, const pe_read_options *options,
                       pe_findings **findings, pe_error **error)
{
  return pe_rulebook_read (out, bytes, size, options, FALSE, findings, error);
}
