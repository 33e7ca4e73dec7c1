/* perfeval_sqlite.c - a loadable extension: scores in SQL
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 *   cc -shared -fPIC perfeval_sqlite.c -o perfeval_sqlite.so $(pkg-config --cflags --libs libperfeval sqlite3)
 *
 *   .load ./perfeval_sqlite
 *   select perfeval_total (readfile ('rulebook.json'), readfile ('dossier.json'));     -- '99.69'
 *   select perfeval_evaluate (rules, facts) ->> '$.grade.zh' from dossiers;            -- '优'
 *
 * A rulebook that is the same for a whole query is read once. What is refused is an SQL error with code and message.
 */
#include <perfeval/perfeval.h>
#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

static void
refuse (sqlite3_context *context, pe_status status, pe_error *error)
{
  char *text = sqlite3_mprintf ("%s: %s", pe_status_name (status), pe_error_get_message (error, PE_LANGUAGE_EN));

  if (status == PE_ERROR_NO_MEMORY || text == NULL)
    sqlite3_result_error_nomem (context);
  else
    sqlite3_result_error (context, text, -1);
  sqlite3_free (text);
  pe_error_unref (error);
}

static void
drop_rulebook (void *rulebook)
{
  pe_rulebook_unref (rulebook);
}

/* SQLite keeps what is made of a constant argument from row to row, and drops it when it likes. Borrowed, or NULL. */
static pe_rulebook *
get_rulebook (sqlite3_context *context, sqlite3_value *argument)
{
  pe_rulebook *rulebook = sqlite3_get_auxdata (context, 0);
  pe_error    *error = NULL;
  pe_status    status;
  const void  *bytes;

  if (rulebook != NULL)
    return rulebook;
  bytes = sqlite3_value_blob (argument);
  status = pe_rulebook_from_json (
      &rulebook, bytes == NULL ? "" : bytes, (size_t) sqlite3_value_bytes (argument), NULL, NULL, &error);
  if (status != PE_OK)
    {
      refuse (context, status, error);
      return NULL;
    }
  sqlite3_set_auxdata (context, 0, rulebook, drop_rulebook);
  return sqlite3_get_auxdata (context, 0);
}

/* Owned, or NULL with the error in the context. */
static pe_evaluation *
evaluate (sqlite3_context *context, sqlite3_value **arguments)
{
  pe_rulebook   *rulebook = get_rulebook (context, arguments[0]);
  pe_dossier    *dossier = NULL;
  pe_evaluation *evaluation = NULL;
  pe_error      *error = NULL;
  const void    *bytes = sqlite3_value_blob (arguments[1]);
  pe_status      status;

  if (rulebook == NULL)
    return NULL;
  status = pe_dossier_from_json (
      &dossier, bytes == NULL ? "" : bytes, (size_t) sqlite3_value_bytes (arguments[1]), NULL, NULL, &error);
  if (status == PE_OK)
    status = pe_evaluate (&evaluation, rulebook, dossier, NULL, NULL, &error);
  pe_dossier_unref (dossier);
  if (status != PE_OK)
    refuse (context, status, error);
  return evaluation;
}

/* perfeval_evaluate (rulebook, dossier): the evaluation as JSON */
static void
evaluate_function (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  pe_evaluation *evaluation = evaluate (context, arguments);
  pe_text       *json = NULL;
  pe_error      *error = NULL;
  pe_status      status;

  (void) n;
  if (evaluation == NULL)
    return;
  status = pe_evaluation_to_json (&json, evaluation, &error);
  if (status == PE_OK)
    sqlite3_result_text64 (context, pe_text_get_data (json), pe_text_get_size (json), SQLITE_TRANSIENT, SQLITE_UTF8);
  else
    refuse (context, status, error);
  pe_text_unref (json);
  pe_evaluation_unref (evaluation);
}

/* perfeval_total (rulebook, dossier): the total as decimal text, so that no digit is lost */
static void
total_function (sqlite3_context *context, int n, sqlite3_value **arguments)
{
  pe_evaluation *evaluation = evaluate (context, arguments);
  char           text[PE_DECIMAL_PRINT_SIZE];
  pe_decimal     total;
  pe_error      *error = NULL;
  pe_status      status;

  (void) n;
  if (evaluation == NULL)
    return;
  status = pe_evaluation_get_points (&total, evaluation, 0, PE_POINTS_SCORE, &error);
  if (status == PE_OK)
    status = pe_decimal_print (text, sizeof text, &total, &error);
  if (status == PE_OK)
    sqlite3_result_text (context, text, -1, SQLITE_TRANSIENT);
  else
    refuse (context, status, error);
  pe_evaluation_unref (evaluation);
}

int sqlite3_perfevalsqlite_init (sqlite3 *db, char **message, const sqlite3_api_routines *api);

int
sqlite3_perfevalsqlite_init (sqlite3 *db, char **message, const sqlite3_api_routines *api)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  int       code;

  (void) message;
  SQLITE_EXTENSION_INIT2 (api);
  code = sqlite3_create_function_v2 (db, "perfeval_evaluate", 2, flags, NULL, evaluate_function, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2 (db, "perfeval_total", 2, flags, NULL, total_function, NULL, NULL, NULL);
  return code;
}
