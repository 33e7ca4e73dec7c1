/* checkpoint.c - how far a batch is, kept beside its output
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "batch.h"

#define GROUP "perfeval-batch/1"

#define SEAL "# sha256 "
#define SEAL_SIZE (sizeof SEAL - 1 + 64 + 1)

/* The last line proves the others: points must not come from a file that was damaged. */
static char *
seal (const char *text, gsize size)
{
  char *digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  char *sealed = g_strdup_printf ("%.*s%s%s\n", (int) size, text, SEAL, digest);

  g_free (digest);
  return sealed;
}

static gboolean
is_sealed (const char *text, gsize size)
{
  char    *again;
  gboolean is;

  if (size < SEAL_SIZE || strlen (text) != size)
    return FALSE;
  again = seal (text, size - SEAL_SIZE);
  is = strcmp (again, text) == 0;
  g_free (again);
  return is;
}

/* Saving */

static void
save_summary (GKeyFile *file, const cli_batch_state *self)
{
  pe_text *bytes = NULL;
  char    *text;

  if (pe_batch_summary_to_bytes (&bytes, self->summary, NULL) != PE_OK)
    return;
  text = g_base64_encode ((const guchar *) pe_text_get_data (bytes), pe_text_get_size (bytes));
  g_key_file_set_value (file, GROUP, "summary", text);
  g_free (text);
  pe_text_unref (bytes);
}

static void
save_totals (GKeyFile *file, const cli_batch_state *self)
{
  GString       *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       key, value;

  g_hash_table_iter_init (&iter, self->totals);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_string_append_printf (text, "%" G_GINT64_FORMAT ":%" G_GUINT64_FORMAT ";", *(gint64 *) key, *(guint64 *) value);
  g_key_file_set_value (file, GROUP, "totals", text->str);
  g_string_free (text, TRUE);
}

static void
save_best (GKeyFile *file, const cli_batch_state *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->n_best; i++)
    {
      char *key = g_base64_encode ((const guchar *) self->best[i].key, strlen (self->best[i].key));

      g_string_append_printf (text, "%" G_GINT64_FORMAT ":%s;", self->best[i].total, key);
      g_free (key);
    }
  g_key_file_set_value (file, GROUP, "best", text->str);
  g_string_free (text, TRUE);
}

cli_exit
cli_checkpoint_save (const cli_batch_state *self, const char *path, const char *identity)
{
  GKeyFile *file = g_key_file_new ();
  char     *text, *sealed;
  cli_exit  code;

  g_key_file_set_value (file, GROUP, "identity", identity);
  g_key_file_set_boolean (file, GROUP, "finished", self->is_finished);
  g_key_file_set_uint64 (file, GROUP, "offset", self->offset);
  g_key_file_set_uint64 (file, GROUP, "line", self->line);
  g_key_file_set_uint64 (file, GROUP, "scores", self->scores_size);
  g_key_file_set_uint64 (file, GROUP, "rejected", self->rejected_size);
  g_key_file_set_uint64 (file, GROUP, "n_rejected", self->n_rejected);
  save_summary (file, self);
  if (self->totals != NULL)
    save_totals (file, self);
  save_best (file, self);
  text = g_key_file_to_data (file, NULL, NULL);
  sealed = seal (text, strlen (text));
  code = cli_write (sealed, strlen (sealed), path);
  g_free (sealed);
  g_free (text);
  g_key_file_unref (file);
  return code;
}

/* Loading */

static gboolean
load_summary (cli_batch_state *self, GKeyFile *file)
{
  char             *text = g_key_file_get_value (file, GROUP, "summary", NULL);
  pe_batch_summary *summary = NULL;
  guchar           *bytes;
  gsize             size;

  if (text == NULL)
    return FALSE;
  bytes = g_base64_decode (text, &size);
  if (pe_batch_summary_from_bytes (&summary, bytes, size, NULL) == PE_OK)
    {
      pe_batch_summary_free (self->summary);
      self->summary = summary;
    }
  g_free (bytes);
  g_free (text);
  return summary != NULL;
}

static void
load_totals (cli_batch_state *self, GKeyFile *file)
{
  char  *text = g_key_file_get_value (file, GROUP, "totals", NULL);
  char **pairs;

  if (text == NULL || self->totals == NULL)
    {
      g_clear_pointer (&self->totals, g_hash_table_unref);
      g_free (text);
      return;
    }
  pairs = g_strsplit (text, ";", -1);
  for (char **pair = pairs; *pair != NULL && **pair != '\0'; pair++)
    {
      gint64  *total = g_new (gint64, 1);
      guint64 *n = g_new (guint64, 1);
      char    *colon = NULL;

      *total = g_ascii_strtoll (*pair, &colon, 10);
      *n = colon != NULL && *colon == ':' ? g_ascii_strtoull (colon + 1, NULL, 10) : 0;
      g_hash_table_insert (self->totals, total, n);
    }
  g_strfreev (pairs);
  g_free (text);
}

static void
load_best (cli_batch_state *self, GKeyFile *file)
{
  char  *text = g_key_file_get_value (file, GROUP, "best", NULL);
  char **pairs = text != NULL ? g_strsplit (text, ";", -1) : NULL;

  for (char **pair = pairs; pair != NULL && *pair != NULL && **pair != '\0' && self->n_best < CLI_RANKED; pair++)
    {
      char   *colon = NULL;
      gint64  total = g_ascii_strtoll (*pair, &colon, 10);
      gsize   size;
      guchar *key;

      if (colon == NULL || *colon != ':')
        continue;
      key = g_base64_decode (colon + 1, &size);
      self->best[self->n_best].total = total;
      self->best[self->n_best++].key = g_strndup ((const char *) key, size);
      g_free (key);
    }
  g_strfreev (pairs);
  g_free (text);
}

static gboolean
load_state (cli_batch_state *self, GKeyFile *file)
{
  if (!load_summary (self, file))
    return FALSE;
  self->is_finished = g_key_file_get_boolean (file, GROUP, "finished", NULL);
  self->offset = g_key_file_get_uint64 (file, GROUP, "offset", NULL);
  self->line = g_key_file_get_uint64 (file, GROUP, "line", NULL);
  self->scores_size = g_key_file_get_uint64 (file, GROUP, "scores", NULL);
  self->rejected_size = g_key_file_get_uint64 (file, GROUP, "rejected", NULL);
  self->n_rejected = g_key_file_get_uint64 (file, GROUP, "n_rejected", NULL);
  load_totals (self, file);
  load_best (self, file);
  return self->line > 0;
}

static cli_exit
load_file (cli_batch_state *self, GKeyFile *file, const char *path, const char *identity)
{
  char          *other = g_key_file_get_value (file, GROUP, "identity", NULL);
  const gboolean is_ours = g_strcmp0 (other, identity) == 0;

  g_free (other);
  if (is_ours && load_state (self, file))
    return CLI_EXIT_OK;
  cli_complain (_ ("%s is of another run: other units, another rulebook or other options; --restart begins anew"),
                path);
  return CLI_EXIT_FILE;
}

static cli_exit
load_text (cli_batch_state *self, const char *text, gsize size, const char *path, const char *identity)
{
  GKeyFile *file = g_key_file_new ();
  cli_exit  code = CLI_EXIT_FILE;

  if (is_sealed (text, size) && g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL))
    code = load_file (self, file, path, identity);
  else
    cli_complain (_ ("%s is not as it was written; --restart begins anew"), path);
  g_key_file_unref (file);
  return code;
}

cli_exit
cli_checkpoint_load (cli_batch_state *self, const char *path, const char *identity, gboolean *found)
{
  GError  *error = NULL;
  char    *text = NULL;
  gsize    size = 0;
  cli_exit code;

  *found = FALSE;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return CLI_EXIT_OK;
  if (g_file_get_contents (path, &text, &size, &error))
    code = load_text (self, text, size, path, identity);
  else
    {
      cli_complain (_ ("%s cannot be read: %s; expected a file that can be read"), path, error->message);
      code = CLI_EXIT_FILE;
      g_error_free (error);
    }
  *found = code == CLI_EXIT_OK;
  g_free (text);
  return code;
}
