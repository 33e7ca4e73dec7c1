/* test-threads.c - eight threads evaluate by one rulebook, calendar and set of dossiers, and come to what one thread comes to
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * They also explain by a rulebook that nobody has explained by before: what the first explanation writes, the others share.
 *
 * PERFEVAL_EVALUATIONS is how many evaluations there are in all (8,000); a release does a million under ThreadSanitizer.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/perfeval.h>
#include <pthread.h>
#include <string.h>

#define THREADS 8
#define N_DOSSIERS 3
#define USUAL 8000
/* How many rulebooks all threads explain by at once, each for the first time. */
#define FIRST_TIMES 40
/* Each so many evaluations the whole result is written and compared, and not the total alone. */
#define BETWEEN_WRITINGS 64

typedef struct shared
{
  pe_rulebook *rulebook;
  pe_dossier  *dossiers[N_DOSSIERS];
  pe_text     *expected[N_DOSSIERS]; /* as JSON, of one thread alone */
  pe_decimal   totals[N_DOSSIERS];
  guint64      n; /* evaluations of each thread */
} shared;

/* What a thread is told, and what it says. */
typedef struct worker
{
  shared *all;
  guint   index;
  guint64 n_wrong;
} worker;

static char *
read_source (const char *path, gsize *size)
{
  const char *source = g_getenv ("PERFEVAL_SOURCE");
  char       *whole = g_build_filename (source != NULL ? source : ".", path, NULL), *bytes = NULL;

  if (!g_file_get_contents (whole, &bytes, size, NULL))
    fail_msg ("%s cannot be read; PERFEVAL_SOURCE has to be the root of the tree", whole);
  g_free (whole);
  return bytes;
}

static pe_evaluation *
evaluate (const shared *all, size_t dossier)
{
  pe_evaluation *evaluation = NULL;

  return pe_evaluate (&evaluation, all->rulebook, all->dossiers[dossier], NULL, NULL, NULL) == PE_OK
             ? evaluation
             : NULL;
}

static gboolean
is_written_as (const pe_evaluation *evaluation, const pe_text *expected)
{
  pe_text       *text = NULL;
  const gboolean is = pe_evaluation_to_json (&text, evaluation, NULL) == PE_OK
                      && pe_text_get_size (text) == pe_text_get_size (expected)
                      && memcmp (pe_text_get_data (text), pe_text_get_data (expected), pe_text_get_size (text)) == 0;

  pe_text_unref (text);
  return is;
}

static gboolean
is_right (const shared *all, size_t dossier, gboolean is_written)
{
  pe_evaluation    *evaluation = evaluate (all, dossier);
  const pe_decimal *expected = &all->totals[dossier];
  pe_decimal        total;
  gboolean is = evaluation != NULL && pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, NULL) == PE_OK
                && total.coefficient == expected->coefficient && total.scale == expected->scale;

  if (is && is_written)
    is = is_written_as (evaluation, all->expected[dossier]);
  pe_evaluation_unref (evaluation);
  return is;
}

/* Holds references of its own while it works, and gives them back while the others do. */
static void *
work (void *data)
{
  worker *self = data;
  shared *all = self->all;

  pe_rulebook_ref (all->rulebook);
  for (guint64 i = 0; i < all->n; i++)
    {
      const size_t dossier = (size_t) ((i + self->index) % N_DOSSIERS);

      pe_dossier_ref (all->dossiers[dossier]);
      self->n_wrong += !is_right (all, dossier, i % BETWEEN_WRITINGS == 0);
      pe_dossier_unref (all->dossiers[dossier]);
    }
  pe_rulebook_unref (all->rulebook);
  return NULL;
}

/* Three files of one department: as it is, with less spent, and with more to spend. */
static void
read_dossiers (shared *all)
{
  static const char *const changes[N_DOSSIERS][2] = { { "2024", "2024" }, { "401.25", "101.25" }, { "430", "860" } };
  gsize                    size;
  char                    *bytes = read_source ("examples/data/sample-department.json", &size);

  for (size_t i = 0; i < N_DOSSIERS; i++)
    {
      GString *text = g_string_new (bytes);

      g_string_replace (text, changes[i][0], changes[i][1], 0);
      assert_int_equal (pe_dossier_from_json (&all->dossiers[i], text->str, text->len, NULL, NULL, NULL), PE_OK);
      g_string_free (text, TRUE);
    }
  g_free (bytes);
}

static void
make_shared (shared *all)
{
  const char *given = g_getenv ("PERFEVAL_EVALUATIONS");
  gsize       size;
  char       *bytes = read_source ("rulebooks/sample-department.json", &size);

  all->n = (given != NULL ? g_ascii_strtoull (given, NULL, 10) : USUAL) / THREADS;
  assert_int_equal (pe_rulebook_from_json (&all->rulebook, bytes, size, NULL, NULL, NULL), PE_OK);
  g_free (bytes);
  read_dossiers (all);
  for (size_t i = 0; i < N_DOSSIERS; i++)
    {
      pe_evaluation *evaluation = evaluate (all, i);

      assert_non_null (evaluation);
      assert_int_equal (pe_evaluation_to_json (&all->expected[i], evaluation, NULL), PE_OK);
      assert_int_equal (pe_evaluation_get_points (&all->totals[i], evaluation, 0, PE_POINTS_SCORE, NULL), PE_OK);
      pe_evaluation_unref (evaluation);
    }
  assert_int_not_equal (all->totals[0].coefficient, all->totals[1].coefficient);
  assert_int_not_equal (all->totals[0].coefficient, all->totals[2].coefficient);
}

static void
clear_shared (shared *all)
{
  for (size_t i = 0; i < N_DOSSIERS; i++)
    {
      pe_dossier_unref (all->dossiers[i]);
      pe_text_unref (all->expected[i]);
    }
  pe_rulebook_unref (all->rulebook);
}

static void
test_one_rulebook (void **state)
{
  pthread_t threads[THREADS];
  worker    workers[THREADS];
  shared    all;

  (void) state;
  make_shared (&all);
  for (guint i = 0; i < THREADS; i++)
    {
      workers[i] = (worker) { &all, i, 0 };
      assert_int_equal (pthread_create (&threads[i], NULL, work, &workers[i]), 0);
    }
  for (guint i = 0; i < THREADS; i++)
    {
      assert_int_equal (pthread_join (threads[i], NULL), 0);
      assert_int_equal (workers[i].n_wrong, 0);
    }
  print_message ("%" G_GUINT64_FORMAT " evaluations on %d threads by one rulebook, none another than on one\n",
                 all.n * THREADS, THREADS);
  clear_shared (&all);
}

/* What the first explanation by a rulebook writes, all threads ask for at once */

typedef struct reader
{
  const pe_evaluation *evaluation;
  pthread_barrier_t   *start;
  pe_language          first; /* every other thread begins with the other language */
  GString             *texts;
} reader;

static void
add_texts (reader *self, pe_language language)
{
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    {
      pe_text *text = NULL;

      if (pe_evaluation_explain (&text, self->evaluation, i, language, NULL) == PE_OK)
        g_string_append (self->texts, pe_text_get_data (text));
      pe_text_unref (text);
    }
}

static void *
explain (void *data)
{
  reader *self = data;

  if (self->start != NULL)
    pthread_barrier_wait (self->start);
  add_texts (self, self->first);
  add_texts (self, self->first == PE_LANGUAGE_ZH ? PE_LANGUAGE_EN : PE_LANGUAGE_ZH);
  return NULL;
}

static void
explain_at_once (const pe_evaluation *evaluation, const reader expected[2])
{
  pthread_barrier_t start;
  pthread_t         threads[THREADS];
  reader            readers[THREADS];

  assert_int_equal (pthread_barrier_init (&start, NULL, THREADS), 0);
  for (size_t i = 0; i < THREADS; i++)
    {
      readers[i] = (reader) { evaluation, &start, expected[i % 2].first, g_string_new (NULL) };
      assert_int_equal (pthread_create (&threads[i], NULL, explain, &readers[i]), 0);
    }
  for (size_t i = 0; i < THREADS; i++)
    {
      assert_int_equal (pthread_join (threads[i], NULL), 0);
      assert_string_equal (readers[i].texts->str, expected[i % 2].texts->str);
      g_string_free (readers[i].texts, TRUE);
    }
  pthread_barrier_destroy (&start);
}

/* One thread alone, by a rulebook of its own, says what all of them have to say. */
static void
test_first_explanations (void **state)
{
  reader expected[2] = { { NULL, NULL, PE_LANGUAGE_ZH, NULL }, { NULL, NULL, PE_LANGUAGE_EN, NULL } };
  shared all;

  (void) state;
  for (size_t i = 0; i < FIRST_TIMES; i++)
    {
      pe_evaluation *evaluation;

      make_shared (&all);
      evaluation = evaluate (&all, 0);
      assert_non_null (evaluation);
      for (size_t k = 0; k < 2 && i == 0; k++)
        {
          expected[k].evaluation = evaluation;
          expected[k].texts = g_string_new (NULL);
          explain (&expected[k]);
          assert_true (expected[k].texts->len > 0);
        }
      explain_at_once (evaluation, expected);
      pe_evaluation_unref (evaluation);
      clear_shared (&all);
    }
  g_string_free (expected[0].texts, TRUE);
  g_string_free (expected[1].texts, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[]
      = { cmocka_unit_test (test_one_rulebook), cmocka_unit_test (test_first_explanations) };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
