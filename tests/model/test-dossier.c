/* test-dossier.c - what one unit hands in for one year
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

#include "model/dossier-private.h"
#include "records.h"

static pe_dossier_builder *
make_builder (int32_t year)
{
  const pe_dossier_head head = make_head (year);
  pe_dossier_builder   *builder = NULL;

  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  return builder;
}

/* Builds, and frees the builder. */
static pe_dossier *
finish (pe_dossier_builder *builder)
{
  pe_dossier *dossier = NULL;

  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}

static void
test_head (void **state)
{
  char                unit[] = "甲", code[] = "001", place[] = "增城区", source[] = "自评报告";
  pe_dossier_builder *builder = make_builder (2022);
  pe_dossier_head     head = make_head (2023), out;
  pe_dossier         *dossier;

  (void) state;
  head.unit_name = unit;
  head.unit_code = code;
  head.place = place;
  head.source = source;
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  unit[0] = code[0] = place[0] = source[0] = '\0';
  dossier = finish (builder);
  pe_dossier_head_init (&out, sizeof out);
  assert_int_equal (pe_dossier_get_head (&out, dossier, NULL), PE_OK);
  assert_string_equal (out.unit_name, "甲");
  assert_string_equal (out.unit_code, "001");
  assert_string_equal (out.place, "增城区");
  assert_string_equal (out.source, "自评报告");
  assert_int_equal (out.fiscal_year, 2023);
  assert_int_equal (out.kind, PE_KIND_DEPARTMENT);
  assert_int_equal (pe_dossier_peek_head (dossier)->fiscal_year, 2023);
  assert_null (pe_dossier_get_budget (dossier));
  assert_null (pe_dossier_get_procurement (dossier));
  assert_null (pe_dossier_get_prior (dossier));
  pe_dossier_unref (dossier);
}

/* What is refused leaves the head that was there. */
static void
assert_head_refused (const pe_dossier_head *head, pe_status expected, const char *path)
{
  pe_dossier_builder *builder = make_builder (2023);
  pe_dossier         *dossier;
  pe_error           *error = NULL;

  assert_refused (pe_dossier_builder_set_head (builder, head, &error), &error, expected, path);
  dossier = finish (builder);
  assert_int_equal (pe_dossier_peek_head (dossier)->fiscal_year, 2023);
  assert_string_equal (pe_dossier_peek_head (dossier)->unit_name, "增城经济技术开发区投资促进局");
  pe_dossier_unref (dossier);
}

static void
test_refused_heads (void **state)
{
  const pe_dossier_head good = make_head (2022);
  pe_dossier_head       head = good;
  struct
  {
    pe_dossier_head head;
    uint64_t        more;
  } longer = { good, 1 };

  (void) state;
  head.unit_name = NULL;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/unit/name");
  head.unit_name = "";
  assert_head_refused (&head, PE_ERROR_TEXT_EMPTY, "/unit/name");
  head = good;
  head.unit_code = "\xff";
  assert_head_refused (&head, PE_ERROR_INVALID_UTF8, "/unit/code");
  head = good;
  head.fiscal_year = 1899;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/fiscal_year");
  head.fiscal_year = 10000;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/fiscal_year");
  head = good;
  head.kind = 0;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/kind");
  head.kind = 4;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/kind");
  head = good;
  head.reserved = 1;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, "/reserved");
  head = good;
  head.struct_size = 4;
  assert_head_refused (&head, PE_ERROR_INVALID_ARGUMENT, NULL);
  longer.head.struct_size = sizeof longer;
  assert_head_refused (&longer.head, PE_ERROR_UNSUPPORTED, NULL);
}

static void
test_parts (void **state)
{
  pe_budget_line          lines[N_ZENGCHENG];
  pe_budget              *budget;
  pe_procurement_builder *procurement_builder = NULL;
  pe_procurement         *procurement = NULL;
  pe_dossier_builder     *builder = make_builder (2023), *copy = NULL;
  pe_dossier             *prior = finish (make_builder (2022)), *dossier, *second, *bare;
  const pe_row            rows[] = { make_row ("2", 0, "一"), make_row ("1", 0, "二"), make_row ("2", 1, "三") };
  const pe_fact           facts[] = { make_fact ("2", "b", "1"), make_fact ("1", "a", "2") };
  const pe_declared_score scores[] = { make_score ("9", PE_SCORER_SELF, 1), make_score ("1", PE_SCORER_SELF, 2) };
  const pe_reading        readings[] = { make_reading ("/b"), make_reading ("/a") };

  (void) state;
  make_zengcheng (lines);
  budget = make_budget (lines, N_ZENGCHENG);
  assert_int_equal (pe_procurement_builder_new (&procurement_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, procurement_builder, NULL, NULL), PE_OK);
  pe_procurement_builder_free (procurement_builder);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_prior (builder, prior, NULL), PE_OK);
  pe_budget_unref (budget);
  pe_procurement_unref (procurement);
  pe_dossier_unref (prior);
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 3, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_facts (builder, facts, 2, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, scores, 2, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_readings (builder, readings, 2, NULL), PE_OK);
  dossier = finish (builder);
  assert_int_equal (pe_budget_get_n_lines (pe_dossier_get_budget (dossier)), N_ZENGCHENG);
  assert_non_null (pe_dossier_get_procurement (dossier));
  assert_int_equal (pe_dossier_peek_head (pe_dossier_get_prior (dossier))->fiscal_year, 2022);

  assert_int_equal (pe_dossier_builder_new (&copy, dossier, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&second, copy, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_is_equal (dossier, second), 1);
  pe_dossier_unref (dossier);
  assert_int_equal (pe_dossier_builder_set_budget (copy, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (copy, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_prior (copy, NULL, NULL), PE_OK);
  bare = finish (copy);
  assert_null (pe_dossier_get_budget (bare));
  assert_null (pe_dossier_get_procurement (bare));
  assert_null (pe_dossier_get_prior (bare));
  assert_int_equal (pe_dossier_is_equal (bare, second), 0);
  assert_string_equal (pe_dossier_peek_row (second, 2)->name, "三");
  assert_string_equal (pe_dossier_peek_fact (second, 0)->name, "a");
  assert_string_equal (pe_dossier_peek_declared_score (second, 0)->indicator, "9");
  assert_ptr_equal (pe_dossier_ref (second), second);
  pe_dossier_unref (second);
  pe_dossier_unref (second);
  pe_dossier_unref (bare);
}

/* Everything that is wrong between the records is reported at once. */
static void
test_conflicts (void **state)
{
  pe_dossier_builder     *builder = make_builder (2023);
  pe_dossier             *prior = finish (make_builder (2021)), *dossier = NULL;
  const pe_fact           facts[] = { make_fact ("2", "b", "1"), make_fact ("1", "b", "1"), make_fact ("2", "b", "2") };
  const pe_declared_score scores[] = { make_score ("1", PE_SCORER_SELF, 1), make_score ("2", PE_SCORER_SELF, 1),
                                       make_score ("1", PE_SCORER_FINANCE, 1), make_score ("1", PE_SCORER_SELF, 2) };
  const pe_row            rows[] = { make_row ("3", 0, "一"), make_row ("3", 2, "自己"), make_row ("4", 1, "别处"),
                                     make_row ("3", 1, "好"), make_row ("3", 9, "无") };
  pe_findings            *findings = NULL;
  pe_error               *error = NULL;
  const char             *message;

  (void) state;
  assert_int_equal (pe_dossier_builder_add_facts (builder, facts, 3, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, scores, 4, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 5, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_prior (builder, prior, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, &findings, &error), PE_ERROR_REFERENCE_UNKNOWN);
  assert_null (dossier);
  assert_int_equal (pe_error_get_count (error), 6);
  assert_int_equal (pe_findings_get_size (findings), 6);
  assert_finding (findings, 0, PE_ERROR_REFERENCE_UNKNOWN, "/rows/3/1/parent", NULL);
  assert_finding (findings, 1, PE_ERROR_REFERENCE_UNKNOWN, "/rows/3/3/parent", NULL);
  assert_finding (findings, 2, PE_ERROR_REFERENCE_UNKNOWN, "/rows/4/0/parent", NULL);
  assert_finding (findings, 3, PE_ERROR_CODE_DUPLICATE, "/facts/2/b", NULL);
  assert_finding (findings, 4, PE_ERROR_CODE_DUPLICATE, "/declared/3/indicator", NULL);
  assert_finding (findings, 5, PE_ERROR_FISCAL_YEAR, "/prior/fiscal_year", NULL);
  message = pe_finding_get_message (pe_findings_get (findings, 5), PE_LANGUAGE_ZH);
  assert_non_null (strstr (message, "2021"));
  assert_non_null (strstr (message, "2022"));
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_dossier_unref (prior);
  pe_dossier_builder_free (builder);
}

/* A prior of a prior of a prior ...: as many as there are years, and freeing them is a loop. */
static void
test_priors (void **state)
{
  pe_dossier *dossier = NULL;

  (void) state;
  for (int32_t year = 1900; year <= 9999; year++)
    {
      pe_dossier_builder *builder = make_builder (year);

      assert_int_equal (pe_dossier_builder_set_prior (builder, dossier, NULL), PE_OK);
      pe_dossier_unref (dossier);
      dossier = finish (builder);
    }
  assert_int_equal (pe_dossier_peek_head (pe_dossier_get_prior (dossier))->fiscal_year, 9998);
  pe_dossier_unref (dossier);
}

static void
test_arguments (void **state)
{
  pe_dossier_builder   *builder = make_builder (2023), *headless = NULL;
  pe_dossier           *dossier = NULL;
  pe_findings          *findings = NULL;
  pe_error             *error = NULL;
  const pe_status       bad = PE_ERROR_INVALID_ARGUMENT;
  const pe_dossier_head given = make_head (2023);
  pe_dossier_head       head;
  pe_fact               fact;
  pe_row                row;
  pe_declared_score     score;
  pe_reading            reading;
  uint8_t               digest[PE_DIGEST_SIZE] = { 1 };

  (void) state;
  assert_refused (pe_dossier_builder_new (NULL, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_set_head (NULL, &given, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_set_head (builder, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_set_budget (NULL, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_set_procurement (NULL, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_set_prior (NULL, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_build (NULL, builder, NULL, &error), &error, bad, NULL);
  assert_refused (pe_dossier_builder_build (&dossier, NULL, NULL, &error), &error, bad, NULL);
  assert_int_equal (pe_dossier_builder_new (&headless, NULL, NULL), PE_OK);
  assert_refused (pe_dossier_builder_build (&dossier, headless, &findings, &error), &error, bad, NULL);
  assert_int_equal (pe_findings_get_size (findings), 1);
  pe_findings_unref (findings);
  assert_null (dossier);
  pe_dossier_builder_free (headless);
  dossier = finish (builder);

  pe_dossier_head_init (&head, sizeof head);
  pe_dossier_head_init (NULL, sizeof head);
  assert_refused (pe_dossier_get_head (NULL, dossier, &error), &error, bad, NULL);
  assert_refused (pe_dossier_get_head (&head, NULL, &error), &error, bad, NULL);
  head.struct_size = 8;
  assert_refused (pe_dossier_get_head (&head, dossier, &error), &error, bad, NULL);
  pe_fact_init (&fact, sizeof fact);
  pe_row_init (&row, sizeof row);
  pe_declared_score_init (&score, sizeof score);
  pe_reading_init (&reading, sizeof reading);
  assert_refused (pe_dossier_get_fact (&fact, NULL, 0, &error), &error, bad, NULL);
  assert_refused (pe_dossier_get_row (&row, NULL, 0, &error), &error, bad, NULL);
  assert_refused (pe_dossier_get_declared_score (&score, NULL, 0, &error), &error, bad, NULL);
  assert_refused (pe_dossier_get_reading (&reading, NULL, 0, &error), &error, bad, NULL);
  assert_refused (pe_dossier_get_fact (&fact, dossier, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_dossier_get_row (&row, dossier, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_dossier_get_declared_score (&score, dossier, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_refused (pe_dossier_get_reading (&reading, dossier, 0, &error), &error, PE_ERROR_NOT_FOUND, NULL);
  assert_int_equal (pe_dossier_get_n_facts (NULL), 0);
  assert_int_equal (pe_dossier_get_n_rows (NULL), 0);
  assert_int_equal (pe_dossier_get_n_declared_scores (NULL), 0);
  assert_int_equal (pe_dossier_get_n_readings (NULL), 0);
  assert_null (pe_dossier_get_budget (NULL));
  assert_null (pe_dossier_get_procurement (NULL));
  assert_null (pe_dossier_get_prior (NULL));
  assert_null (pe_dossier_find_place (NULL, "/a"));
  assert_null (pe_dossier_find_place (dossier, NULL));
  assert_null (pe_dossier_find_place (dossier, "/a"));
  pe_dossier_get_digest (NULL, digest);
  assert_int_equal (digest[0], 1);
  pe_dossier_get_digest (dossier, NULL);
  assert_int_equal (pe_dossier_is_equal (NULL, NULL), 1);
  assert_int_equal (pe_dossier_is_equal (dossier, NULL), 0);
  assert_int_equal (pe_dossier_is_equal (NULL, dossier), 0);
  assert_null (pe_dossier_ref (NULL));
  pe_dossier_unref (NULL);
  pe_dossier_builder_free (NULL);
  pe_dossier_unref (dossier);
}

/* The map goes with the first dossier; a build that fails keeps it; places are no content. */
static void
test_places (void **state)
{
  const pe_place      place = { "/unit/name", NULL, NULL, 3, 5, 20, 9 };
  pe_place_map       *map = pe_place_map_new ("a.json");
  pe_dossier_builder *builder = make_builder (2023);
  pe_dossier         *first = NULL, *second = NULL;

  (void) state;
  assert_int_equal (pe_place_map_add (map, &place), PE_OK);
  assert_int_equal (pe_place_map_seal (map), PE_OK);
  pe_dossier_builder_take_places (builder, map);
  assert_int_equal (pe_dossier_builder_build (NULL, builder, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_builder_build (&first, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&second, builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_place_get_line (pe_dossier_find_place (first, "/unit/name")), 3);
  assert_string_equal (pe_place_get_file (pe_dossier_find_place (first, "/unit/name")), "a.json");
  assert_null (pe_dossier_find_place (second, "/unit/name"));
  assert_int_equal (pe_dossier_is_equal (first, second), 1);
  pe_dossier_builder_free (builder);
  pe_dossier_unref (first);
  pe_dossier_unref (second);
}

/* The order of facts and of slots is none of the content; that of rows with one parent and of the scores is. */
static void
test_order (void **state)
{
  const pe_fact facts[] = { make_fact ("2", "b", "1"), make_fact ("1", "b", "1"), make_fact ("2", "a", "2") };
  const pe_row  rows[] = { make_row ("2", 0, "甲"), make_row ("2", 0, "乙"), make_row ("1", 0, "丙") };
  pe_dossier   *dossiers[3];

  (void) state;
  for (size_t i = 0; i < 3; i++)
    {
      pe_dossier_builder *builder = make_builder (2023);

      for (size_t k = 0; k < 3; k++)
        {
          const size_t fact = i == 0 ? k : 2 - k;
          const size_t row = i == 1 ? (k + 2) % 3 : i == 2 ? 2 - k : k;

          assert_int_equal (pe_dossier_builder_add_facts (builder, &facts[fact], 1, NULL), PE_OK);
          assert_int_equal (pe_dossier_builder_add_rows (builder, &rows[row], 1, NULL), PE_OK);
        }
      dossiers[i] = finish (builder);
    }
  assert_int_equal (pe_dossier_is_equal (dossiers[0], dossiers[1]), 1);
  assert_int_equal (pe_dossier_is_equal (dossiers[0], dossiers[2]), 0);
  for (size_t i = 0; i < 3; i++)
    pe_dossier_unref (dossiers[i]);
}

static void
assert_row_path (const pe_dossier *dossier, size_t index, const char *expected)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *path;

  pe_dossier_print_row_path (dossier, index, &buffer);
  path = pe_buffer_steal (&buffer);
  assert_string_equal (path, expected);
  g_free (path);
}

/* Rows come out in printed order, their parents counted in it. */
static void
test_printed_order (void **state)
{
  static const struct
  {
    const char *name;
    uint32_t    parent;
  } printed[] = { { "c", 0 }, { "a", 0 }, { "d", 1 }, { "f", 2 }, { "e", 1 }, { "b", 0 } };
  const pe_row        rows[] = { make_row ("1.2", 0, "a"), make_row ("1.2", 0, "b"), make_row ("1.1", 0, "c"),
                                 make_row ("1.2", 1, "d"), make_row ("1.2", 1, "e"), make_row ("1.2", 3, "f") };
  pe_dossier_builder *builder = make_builder (2023);
  pe_dossier         *dossier;

  (void) state;
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 6, NULL), PE_OK);
  dossier = finish (builder);
  for (size_t i = 0; i < 6; i++)
    {
      assert_string_equal (pe_dossier_peek_row (dossier, i)->name, printed[i].name);
      assert_int_equal (pe_dossier_peek_row (dossier, i)->parent, printed[i].parent);
    }
  pe_dossier_unref (dossier);
}

static void
test_paths (void **state)
{
  const pe_row        rows[] = { make_row ("1.2", 0, "a"), make_row ("1.2", 0, "b"), make_row ("1.1", 0, "c"),
                                 make_row ("1.2", 1, "d"), make_row ("1.2", 1, "e"), make_row ("1.2", 3, "f") };
  pe_dossier_builder *builder = make_builder (2023);
  pe_dossier         *dossier;
  pe_buffer           buffer = PE_BUFFER_INIT;
  char               *path;

  (void) state;
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 6, NULL), PE_OK);
  dossier = finish (builder);
  assert_row_path (dossier, 0, "/rows/1.1/0");
  assert_row_path (dossier, 1, "/rows/1.2/0");
  assert_row_path (dossier, 2, "/rows/1.2/0/rows/0");
  assert_row_path (dossier, 3, "/rows/1.2/0/rows/0/rows/0");
  assert_row_path (dossier, 4, "/rows/1.2/0/rows/1");
  assert_row_path (dossier, 5, "/rows/1.2/1");
  pe_dossier_print_fact_path ("2.1.2", "violations", &buffer);
  path = pe_buffer_steal (&buffer);
  assert_string_equal (path, "/facts/2.1.2/violations");
  g_free (path);
  pe_dossier_unref (dossier);
}

/* What is found by halving is what a walk over all finds. */
static void
assert_found (const pe_dossier *dossier, const char *indicator, const char *name, pe_scorer scorer)
{
  const pe_fact           *fact = NULL;
  const pe_declared_score *score = NULL;
  size_t                   n_rows = 0, first = 0, found = 0, place = 0, where = 0;

  for (size_t i = 0; i < pe_dossier_get_n_facts (dossier); i++)
    if (strcmp (pe_dossier_peek_fact (dossier, i)->indicator, indicator) == 0
        && strcmp (pe_dossier_peek_fact (dossier, i)->name, name) == 0)
      fact = pe_dossier_peek_fact (dossier, i);
  for (size_t i = 0; i < pe_dossier_get_n_rows (dossier); i++)
    if (strcmp (pe_dossier_peek_row (dossier, i)->slot, indicator) == 0 && n_rows++ == 0)
      first = i;
  for (size_t i = 0; i < pe_dossier_get_n_declared_scores (dossier); i++)
    if (strcmp (pe_dossier_peek_declared_score (dossier, i)->indicator, indicator) == 0
        && pe_dossier_peek_declared_score (dossier, i)->scorer == scorer)
      {
        score = pe_dossier_peek_declared_score (dossier, i);
        where = i;
      }
  assert_ptr_equal (pe_dossier_find_fact (dossier, indicator, name), fact);
  assert_int_equal (pe_dossier_find_rows (dossier, indicator, &found), n_rows);
  assert_int_equal (pe_dossier_find_rows (dossier, indicator, NULL), n_rows);
  if (n_rows > 0)
    assert_int_equal (found, first);
  assert_ptr_equal (pe_dossier_find_declared_score (dossier, indicator, scorer, &place), score);
  assert_ptr_equal (pe_dossier_find_declared_score (dossier, indicator, scorer, NULL), score);
  if (score != NULL)
    assert_int_equal (place, where);
}

static void
test_find (void **state)
{
  unsigned seed = 7;

  (void) state;
  for (unsigned round = 0; round < 40; round++)
    {
      pe_dossier_builder *builder = make_builder (2023);
      pe_dossier         *dossier;
      char                code[16], name[16];

      for (unsigned i = 0; i < 40 * 4; i++)
        {
          const pe_scorer         scorer = (pe_scorer) (i % 4 + 1);
          const pe_fact           fact = make_fact (code, name, "1");
          const pe_row            row = make_row (code, 0, "甲");
          const pe_declared_score score = make_score (code, scorer, 1);

          seed = seed * 1664525u + 1013904223u;
          g_snprintf (code, sizeof code, "%u.%u", round % 3, i / 4 * 7 % 40);
          g_snprintf (name, sizeof name, "n%u", i % 4);
          if ((seed >> 20) % 2 == 0)
            assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, 1, NULL), PE_OK);
          if ((seed >> 21) % 2 == 0)
            assert_int_equal (pe_dossier_builder_add_rows (builder, &row, 1, NULL), PE_OK);
          if ((seed >> 22) % 2 == 0)
            assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &score, 1, NULL), PE_OK);
        }
      dossier = finish (builder);
      for (unsigned i = 0; i < 45 * 6; i++)
        {
          g_snprintf (code, sizeof code, "%u.%u", round % 3, i / 6);
          g_snprintf (name, sizeof name, "n%u", i % 6);
          assert_found (dossier, code, name, (pe_scorer) (i % 6));
        }
      assert_found (dossier, "", "", INT32_MIN);
      assert_found (dossier, "zzz", "zzz", INT32_MAX);
      pe_dossier_unref (dossier);
    }
}

/* docs/digest.md, byte by byte: one of each record. */
static void
test_digest_bytes (void **state)
{
  static const char stream[]
      = "O"
        "T\x12\0\0\0\0\0\0\0perfeval-dossier/1"
        "T\x01\0\0\0\0\0\0\0U"
        "Z"
        "I\xe7\x07\0\0\0\0\0\0"
        "I\x01\0\0\0\0\0\0\0"
        "Z"
        "T\x01\0\0\0\0\0\0\0S"
        "ZZZ"
        /* facts */
        "L\x01\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0"
        "1"
        "T\x01\0\0\0\0\0\0\0"
        "a"
        "F\x01\0\0\0\x0a\0\0\0D\xf3\x26\0\0\0\0\0\0\x02"
        "Z"
        /* rows */
        "L\x01\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0"
        "2"
        "I\0\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0"
        "R"
        "I\x01\0\0\0\0\0\0\0"
        "I\x02\0\0\0\0\0\0\0"
        "Z"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "F\x03\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0"
        "t"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "Z"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "Z"
        "T\x01\0\0\0\0\0\0\0"
        "g"
        "F\0\0\0\0\0\0\0\0D\0\0\0\0\0\0\0\0\0"
        "ZZ"
        "I\x01\0\0\0\0\0\0\0"
        /* declared scores */
        "L\x01\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0"
        "3"
        "I\x04\0\0\0\0\0\0\0"
        "D\xff\xff\xff\xff\xff\xff\xff\xff\0"
        "ZZ"
        /* readings */
        "L\x01\0\0\0\0\0\0\0"
        "T\x01\0\0\0\0\0\0\0p"
        "T\x01\0\0\0\0\0\0\0q"
        "T\x01\0\0\0\0\0\0\0m";
  pe_dossier_builder     *builder = make_builder (2023);
  pe_dossier_head         head = make_head (2023);
  const pe_fact           fact = make_fact ("1", "a", "99.71%");
  pe_row                  row = make_row ("2", 0, "R");
  const pe_declared_score score = make_score ("3", PE_SCORER_EXTERNAL, -1);
  pe_reading              reading = make_reading ("p");
  pe_dossier             *dossier;
  uint8_t                 digest[PE_DIGEST_SIZE];
  char                    hex[PE_DIGEST_HEX_SIZE];
  char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) stream, sizeof stream - 1);

  (void) state;
  head.unit_name = "U";
  head.source = "S";
  row.nature = PE_NATURE_QUANTITATIVE;
  row.sign = PE_SIGN_AT_MOST;
  row.target.state = PE_STATE_TEXT;
  row.target_text = "t";
  row.grade = "g";
  row.withdrawn = 1;
  reading.printed = "q";
  reading.meaning = "m";
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, 1, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_rows (builder, &row, 1, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &score, 1, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_readings (builder, &reading, 1, NULL), PE_OK);
  dossier = finish (builder);
  pe_dossier_get_digest (dossier, digest);
  pe_digest_print (hex, digest);
  assert_string_equal (hex, expected);
  g_free (expected);
  pe_dossier_unref (dossier);
}

/* 100,000 rows of one slot, of which every path is printed, and as many facts and scores; then a chain of rows. */
static void
test_many (void **state)
{
  enum
  {
    N = 100000
  };
  pe_dossier_builder *builder = make_builder (2023);
  pe_dossier         *dossier;

  (void) state;
  for (uint32_t i = 0; i < N; i++)
    {
      char                    code[16];
      const pe_fact           fact = make_fact (code, "a", "1");
      const pe_row            row = make_row ("1", 0, "甲"), below = make_row ("2", i, "乙");
      const pe_declared_score score = make_score (code, PE_SCORER_SELF, 1);

      g_snprintf (code, sizeof code, "%u", i * 7 % N);
      assert_int_equal (pe_dossier_builder_add_facts (builder, &fact, 1, NULL), PE_OK);
      assert_int_equal (pe_dossier_builder_add_rows (builder, &row, 1, NULL), PE_OK);
      assert_int_equal (pe_dossier_builder_add_rows (builder, &below, 1, NULL), PE_OK);
      assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &score, 1, NULL), PE_OK);
    }
  dossier = finish (builder);
  for (size_t i = 0; i < N; i++)
    {
      pe_buffer buffer = PE_BUFFER_INIT;

      pe_dossier_print_row_path (dossier, i, &buffer);
      assert_int_equal (buffer.status, PE_OK);
      pe_buffer_clear (&buffer);
    }
  assert_row_path (dossier, N - 1, "/rows/1/99999");
  assert_row_path (dossier, N + 1, "/rows/2/0/rows/0");
  assert_row_path (dossier, 2 * N - 1, "/rows/2/.../99999");
  pe_dossier_unref (dossier);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_head),      cmocka_unit_test (test_refused_heads), cmocka_unit_test (test_parts),
    cmocka_unit_test (test_conflicts), cmocka_unit_test (test_priors),        cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_places),    cmocka_unit_test (test_order),         cmocka_unit_test (test_printed_order),
    cmocka_unit_test (test_paths),     cmocka_unit_test (test_find),          cmocka_unit_test (test_digest_bytes),
    cmocka_unit_test (test_many),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
