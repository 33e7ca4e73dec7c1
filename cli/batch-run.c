/* batch-run.c - the file of units, some megabytes at a time, on several threads, into files that grow in its order
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch.h"

/* What a thread gets at a time; the checkpoint follows so many bytes, and so many times as long as the last one took: where
 * the disk is slow, waiting for it takes no more than a twentieth of the run. */
#define PIECE ((size_t) 1 << 20)
#define BETWEEN_CHECKPOINTS ((guint64) 1 << 22)
#define TIMES_AS_LONG 19
/* Pieces under way for each thread: more only fill the memory. */
#define AHEAD 2

/* A piece of the file on its way. */
typedef struct cli_piece
{
  char             *bytes;
  size_t            size;
  guint64           line; /* the first one's number */
  guint64           n_lines;
  gboolean          is_done;
  pe_status         status;
  pe_error         *error;
  pe_batch_summary *summary;
  pe_batch_block   *block;
  pe_text          *scores;
  pe_text          *rejected;
} cli_piece;

typedef struct cli_work
{
  cli_batch_state         *state;
  const cli_batch_options *options;
  pe_batch_plan           *plan;
  pe_batch_csv            *form;
  int                      input;
  int                      scores;
  int                      rejected;
  char                    *scores_name; /* what the files are called in the end */
  char                    *rejected_name;
  char                    *scores_path; /* of the unfinished file */
  char                    *rejected_path;
  char                    *checkpoint;
  char                    *identity;
  GThreadPool             *pool;
  GMutex                   mutex;
  GCond                    cond;
  GQueue                   pieces; /* of cli_piece, in the order of the file */
  GByteArray              *rest;   /* read, and not in a piece yet */
  gboolean                 is_at_end;
  guint64                  line;           /* of the first byte of rest */
  guint64                  saved;          /* the offset of the last checkpoint */
  guint64                  saved_line;     /* the line that comes next there */
  gint64                   next_save;      /* in microseconds of g_get_monotonic_time(): not before */
  gboolean                 has_checkpoint; /* of this run: what is unfinished can be gone on with */
  gboolean                 has_parts;      /* the unfinished files are those of this run */
  cli_progress             progress;
} cli_work;

static cli_exit
complain_of_input (const cli_work *self, int number)
{
  char          *name = g_filename_display_name (self->options->common.arguments[0]);
  const cli_exit code = cli_cannot_read (name, number);

  g_free (name);
  return code;
}

#define LINE_SIZE 24

/* A format of 64 bits is a macro, which a catalogue of messages cannot hold. */
static const char *
print_line (char out[LINE_SIZE], guint64 line)
{
  g_snprintf (out, LINE_SIZE, "%" G_GUINT64_FORMAT, line);
  return out;
}

/* Pieces */

static void
free_piece (cli_piece *self)
{
  pe_error_unref (self->error);
  pe_batch_summary_free (self->summary);
  pe_batch_block_free (self->block);
  pe_text_unref (self->scores);
  pe_text_unref (self->rejected);
  g_free (self->bytes);
  g_free (self);
}

/* On a thread of the pool. */
static void
score_piece (gpointer data, gpointer user_data)
{
  cli_piece *piece = data;
  cli_work  *work = user_data;

  piece->status = pe_batch_summary_new (&piece->summary, work->plan, &piece->error);
  if (piece->status == PE_OK)
    piece->status = pe_batch_block_read (
        &piece->block, work->form, piece->bytes, piece->size, piece->line, piece->summary, &piece->error);
  g_clear_pointer (&piece->bytes, g_free);
  if (piece->status == PE_OK)
    piece->status = pe_batch_block_print_scores (&piece->scores, piece->block, &piece->error);
  if (piece->status == PE_OK)
    piece->status
        = pe_batch_block_print_rejected (&piece->rejected, piece->block, work->options->common.language, &piece->error);
  g_mutex_lock (&work->mutex);
  piece->is_done = TRUE;
  g_cond_signal (&work->cond);
  g_mutex_unlock (&work->mutex);
}

/* Reading */

/* A piece more, or what there is up to the end: a read may be shorter than it was asked for. */
static cli_exit
read_more (cli_work *self)
{
  size_t  had = self->rest->len;
  size_t  whole = had + PIECE;
  ssize_t n = 1;

  g_byte_array_set_size (self->rest, (guint) whole);
  while (n != 0 && had < whole)
    {
      n = read (self->input, self->rest->data + had, whole - had);
      if (n < 0 && errno != EINTR)
        return complain_of_input (self, errno);
      had += (size_t) MAX (n, 0);
    }
  g_byte_array_set_size (self->rest, (guint) had);
  self->is_at_end = n == 0;
  return CLI_EXIT_OK;
}

static guint64
count_lines (const char *bytes, size_t size)
{
  const char *at = bytes, *end = bytes + size;
  guint64     n = 0;

  while ((at = memchr (at, '\n', (size_t) (end - at))) != NULL)
    {
      n++;
      at++;
    }
  return n;
}

static void
hand_out (cli_work *self, size_t whole)
{
  cli_piece *piece = g_new0 (cli_piece, 1);

  piece->bytes = g_malloc (whole);
  memcpy (piece->bytes, self->rest->data, whole);
  piece->size = whole;
  piece->line = self->line;
  piece->n_lines = count_lines (piece->bytes, whole);
  self->line += piece->n_lines;
  g_byte_array_remove_range (self->rest, 0, (guint) whole);
  g_queue_push_tail (&self->pieces, piece);
  g_thread_pool_push (self->pool, piece, NULL);
}

/* Reads until there is a piece of whole records, or the end of the file. */
static cli_exit
next_piece (cli_work *self)
{
  char      line[LINE_SIZE];
  size_t    whole = 0;
  pe_error *error = NULL;
  pe_status status = PE_OK;
  cli_exit  code = CLI_EXIT_OK;

  while (code == CLI_EXIT_OK && status == PE_OK && whole == 0 && !self->is_at_end)
    {
      code = read_more (self);
      if (code == CLI_EXIT_OK)
        status = pe_batch_csv_split (
            &whole, self->form, (const char *) self->rest->data, self->rest->len, self->is_at_end, &error);
    }
  if (status != PE_OK)
    {
      cli_complain (_ ("line %s and what follows is no whole record:"), print_line (line, self->line));
      cli_print_error (error, self->options->common.language);
      pe_error_unref (error);
      return cli_exit_of_status (status);
    }
  if (code == CLI_EXIT_OK && whole > 0)
    hand_out (self, whole);
  return code;
}

/* Writing */

static cli_exit
write_all (int fd, const char *bytes, size_t size, const char *path)
{
  const int number = cli_write_fd (fd, bytes, size);

  return number == 0 ? CLI_EXIT_OK : cli_cannot_write (path, number);
}

static cli_exit
write_text (int fd, const pe_text *text, const char *path)
{
  return write_all (fd, pe_text_get_data (text), pe_text_get_size (text), path);
}

/* The oldest piece, when it is done. */
static cli_piece *
take_piece (cli_work *self)
{
  cli_piece *piece = g_queue_pop_head (&self->pieces);

  g_mutex_lock (&self->mutex);
  while (!piece->is_done)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
  return piece;
}

static void
keep_state (cli_work *self, const cli_piece *piece)
{
  cli_batch_state *state = self->state;

  pe_batch_summary_merge (state->summary, piece->summary, NULL);
  cli_batch_state_add (state, piece->block);
  state->offset += piece->size;
  state->line += piece->n_lines;
  state->scores_size += pe_text_get_size (piece->scores);
  state->rejected_size += pe_text_get_size (piece->rejected);
}

static cli_exit
sync_part (int fd, const char *path)
{
  const int number = cli_sync_fd (fd);

  return number == 0 ? CLI_EXIT_OK : cli_cannot_write (path, number);
}

static cli_exit
sync_folder (const char *path)
{
  const int number = cli_sync_folder_of (path);

  return number == 0 ? CLI_EXIT_OK : cli_cannot_write (path, number);
}

/* What a checkpoint says is there has to be there after a power failure as well: bytes first, and the names of new files. */
static cli_exit
sync_parts (const cli_work *self)
{
  cli_exit code = sync_part (self->rejected, self->rejected_path);

  if (code == CLI_EXIT_OK)
    code = sync_part (self->scores, self->scores_path);
  if (code == CLI_EXIT_OK && !self->has_checkpoint)
    code = sync_folder (self->rejected_path);
  if (code == CLI_EXIT_OK && !self->has_checkpoint)
    code = sync_folder (self->scores_path);
  return code;
}

/* Before the name of a new checkpoint is on the disk the old one counts there, which is true of the files as well. */
static cli_exit
save_checkpoint (cli_work *self)
{
  const gint64 begun = g_get_monotonic_time ();
  cli_exit     code = sync_parts (self);

  if (code == CLI_EXIT_OK)
    code = cli_checkpoint_save (self->state, self->checkpoint, self->identity);
  self->saved = self->state->offset;
  if (code != CLI_EXIT_OK)
    return code;
  self->has_checkpoint = TRUE;
  self->saved_line = self->state->line;
  code = sync_folder (self->checkpoint);
  self->next_save = g_get_monotonic_time ();
  self->next_save += TIMES_AS_LONG * (self->next_save - begun);
  return code;
}

static cli_exit
finish_piece (cli_work *self)
{
  cli_piece *piece = take_piece (self);
  cli_exit   code = CLI_EXIT_OK;

  if (piece->status != PE_OK)
    {
      cli_print_error (piece->error, self->options->common.language);
      code = cli_exit_of_status (piece->status);
    }
  else
    {
      code = write_text (self->scores, piece->scores, self->scores_path);
      if (code == CLI_EXIT_OK)
        code = write_text (self->rejected, piece->rejected, self->rejected_path);
    }
  if (code == CLI_EXIT_OK)
    keep_state (self, piece);
  free_piece (piece);
  if (code == CLI_EXIT_OK && self->state->offset - self->saved >= BETWEEN_CHECKPOINTS
      && g_get_monotonic_time () >= self->next_save)
    code = save_checkpoint (self);
  cli_progress_show (&self->progress, self->state->offset);
  return code;
}

/* Reads ahead and writes behind, in the order of the file. */
static cli_exit
work_through (cli_work *self)
{
  const guint ahead = (guint) self->options->threads * AHEAD;
  cli_exit    code = CLI_EXIT_OK;

  while (code == CLI_EXIT_OK && (!self->is_at_end || self->pieces.length > 0))
    {
      if (!self->is_at_end && self->pieces.length < ahead)
        code = next_piece (self);
      else
        code = finish_piece (self);
    }
  while (self->pieces.length > 0)
    free_piece (take_piece (self));
  return code;
}

/* Beginning: the headings */

static char *
describe_run (const cli_work *self, const struct stat *about)
{
  uint8_t  digest[PE_DIGEST_SIZE];
  GString *text = g_string_new (NULL);

  pe_rulebook_get_digest (pe_batch_plan_get_rulebook (self->plan), digest);
  for (size_t i = 0; i < sizeof digest; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  g_string_append_printf (text, " %s %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %d", pe_version_get_string (),
                          (guint64) about->st_size, (gint64) about->st_mtime, self->options->detail,
                          self->options->common.language, self->options->fiscal_year);
  return g_string_free (text, FALSE);
}

static cli_exit
read_form (cli_work *self, size_t *head)
{
  pe_batch_csv_options csv;
  pe_read_options      read;
  pe_findings         *findings = NULL;
  pe_error            *error = NULL;
  pe_status            status;
  cli_exit             code = read_more (self);

  if (code != CLI_EXIT_OK)
    return code;
  pe_read_options_init (&read, sizeof read);
  read.file = self->options->common.arguments[0];
  pe_batch_csv_options_init (&csv, sizeof csv);
  csv.detail = self->options->detail ? PE_BATCH_NODES : PE_BATCH_TOTALS;
  csv.read = g_utf8_validate (read.file, -1, NULL) ? &read : NULL;
  status = pe_batch_csv_new (
      &self->form, head, self->plan, (const char *) self->rest->data, self->rest->len, &csv, &findings, &error);
  cli_print_findings (findings, &self->options->common);
  pe_findings_unref (findings);
  pe_error_unref (error);
  return status == PE_OK ? CLI_EXIT_OK : cli_exit_of_status (status);
}

static cli_exit
write_headings (cli_work *self)
{
  static const char rejected[] = "line,column,code,message,record\n";
  pe_text          *text = NULL;
  cli_exit          code;

  if (pe_batch_csv_print_heading (&text, self->form, NULL) != PE_OK)
    return CLI_EXIT_RESOURCE;
  code = write_text (self->scores, text, self->scores_path);
  self->state->scores_size = pe_text_get_size (text);
  pe_text_unref (text);
  if (code == CLI_EXIT_OK)
    code = write_all (self->rejected, rejected, sizeof rejected - 1, self->rejected_path);
  self->state->rejected_size = sizeof rejected - 1;
  return code;
}

/* Opens a file that is not finished, cut to what the checkpoint says. What it is to replace says who may read it. */
static cli_exit
open_part (int *fd, const char *path, guint64 size, const char *name)
{
  struct stat about, old;

  *fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC | (size == 0 ? O_TRUNC : 0), 0666);
  if (*fd < 0 || fstat (*fd, &about) != 0)
    return cli_cannot_write (path, errno);
  if ((guint64) about.st_size < size)
    {
      cli_complain (_ ("%s is shorter than the checkpoint says; --restart begins anew"), path);
      return CLI_EXIT_FILE;
    }
  if (ftruncate (*fd, (off_t) size) != 0 || lseek (*fd, 0, SEEK_END) < 0)
    return cli_cannot_write (path, errno);
  if (stat (name, &old) == 0 && fchmod (*fd, old.st_mode & 0777) != 0)
    return cli_cannot_write (path, errno);
  return CLI_EXIT_OK;
}

static cli_exit
open_parts (cli_work *self)
{
  cli_exit code = open_part (&self->scores, self->scores_path, self->state->scores_size, self->scores_name);

  self->has_parts = TRUE;
  if (code == CLI_EXIT_OK)
    code = open_part (&self->rejected, self->rejected_path, self->state->rejected_size, self->rejected_name);
  return code;
}

static cli_exit
begin_anew (cli_work *self, size_t head)
{
  cli_exit code;

  cli_batch_state_clear (self->state);
  code = cli_batch_state_init (self->state, self->plan);
  /* Another run's checkpoint must not stand beside the parts of this one. */
  if (code == CLI_EXIT_OK && unlink (self->checkpoint) != 0 && errno != ENOENT)
    code = cli_cannot_write (self->checkpoint, errno);
  if (code == CLI_EXIT_OK)
    code = open_parts (self);
  self->state->line = 1 + count_lines ((const char *) self->rest->data, head);
  self->state->offset = head;
  g_byte_array_remove_range (self->rest, 0, (guint) head);
  return code == CLI_EXIT_OK ? write_headings (self) : code;
}

/* Where the last run stopped. */
static cli_exit
go_on (cli_work *self)
{
  cli_exit code = open_parts (self);
  char     line[LINE_SIZE];

  if (code == CLI_EXIT_OK && !self->options->common.quiet)
    cli_complain (_ ("going on at line %s"), print_line (line, self->state->line));
  g_byte_array_set_size (self->rest, 0);
  if (code == CLI_EXIT_OK && lseek (self->input, (off_t) self->state->offset, SEEK_SET) < 0)
    return complain_of_input (self, errno);
  return code;
}

/* Ending: both files appear under their names, whole. A run that is killed between the two finds the first one there. */

static cli_exit
appear (const char *part, const char *path)
{
  if (rename (part, path) != 0 && errno != ENOENT)
    return cli_cannot_write (path, errno);
  return CLI_EXIT_OK;
}

/* The checkpoint goes when the names are on the disk. */
static cli_exit
give_names (cli_work *self)
{
  cli_exit code = appear (self->rejected_path, self->rejected_name);

  if (code == CLI_EXIT_OK)
    code = appear (self->scores_path, self->scores_name);
  if (code == CLI_EXIT_OK)
    code = sync_folder (self->rejected_name);
  if (code == CLI_EXIT_OK)
    code = sync_folder (self->scores_name);
  if (code == CLI_EXIT_OK)
    unlink (self->checkpoint);
  return code;
}

static cli_exit
finish_files (cli_work *self)
{
  cli_exit code;

  self->state->is_finished = TRUE;
  code = save_checkpoint (self);
  return code == CLI_EXIT_OK ? give_names (self) : code;
}

static gboolean
has_size (const char *path, guint64 size)
{
  struct stat about;

  return stat (path, &about) == 0 && (guint64) about.st_size == size;
}

/* Whether the files of a finished run are all there, under one name or the other. */
static gboolean
is_complete (const cli_work *self)
{
  const cli_batch_state *state = self->state;

  return (has_size (self->scores_path, state->scores_size) || has_size (self->scores_name, state->scores_size))
         && (has_size (self->rejected_path, state->rejected_size)
             || has_size (self->rejected_name, state->rejected_size));
}

/* From where the state is to the end of the file. */
static cli_exit
run_on (cli_work *self, const struct stat *about)
{
  cli_exit code;

  self->line = self->state->line;
  self->saved = self->state->offset;
  self->is_at_end = FALSE;
  self->pool = g_thread_pool_new (score_piece, self, self->options->threads, FALSE, NULL);
  cli_progress_begin (&self->progress, self->state->offset, (guint64) about->st_size, self->options->common.quiet);
  code = work_through (self);
  cli_progress_end (&self->progress);
  g_thread_pool_free (self->pool, FALSE, TRUE);
  return code == CLI_EXIT_OK ? finish_files (self) : code;
}

static cli_exit
run_opened (cli_work *self, const struct stat *about)
{
  gboolean found = FALSE;
  size_t   head = 0;
  cli_exit code = read_form (self, &head);

  if (code != CLI_EXIT_OK)
    return code;
  self->identity = describe_run (self, about);
  if (!self->options->restart)
    code = cli_checkpoint_load (self->state, self->checkpoint, self->identity, &found);
  self->has_checkpoint = found;
  if (code == CLI_EXIT_OK && found && self->state->is_finished && is_complete (self))
    return give_names (self);
  self->has_checkpoint &= !self->state->is_finished;
  self->saved_line = self->state->line;
  if (code == CLI_EXIT_OK)
    code = self->has_checkpoint ? go_on (self) : begin_anew (self, head);
  return code == CLI_EXIT_OK ? run_on (self, about) : code;
}

static void
clear (cli_work *self)
{
  if (self->input >= 0)
    close (self->input);
  if (self->scores >= 0)
    close (self->scores);
  if (self->rejected >= 0)
    close (self->rejected);
  pe_batch_csv_unref (self->form);
  g_byte_array_unref (self->rest);
  g_free (self->scores_name);
  g_free (self->rejected_name);
  g_free (self->scores_path);
  g_free (self->rejected_path);
  g_free (self->checkpoint);
  g_free (self->identity);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
}

/* What a file is to be called: a symbolic link stays one. What is no file cannot be gone on with. */
static cli_exit
settle_name (char **out, const char *output)
{
  char       *target = realpath (output, NULL);
  struct stat about;

  *out = g_strdup (target != NULL ? target : output);
  free (target);
  if (stat (*out, &about) != 0 || S_ISREG (about.st_mode))
    return CLI_EXIT_OK;
  cli_complain (_ ("%s is no file; expected one, so that an interrupted run can go on"), output);
  return CLI_EXIT_FILE;
}

static cli_exit
settle_names (cli_work *self, const cli_batch_options *options)
{
  cli_exit code = settle_name (&self->scores_name, options->common.output);

  if (code == CLI_EXIT_OK)
    code = settle_name (&self->rejected_name, options->rejected);
  if (code != CLI_EXIT_OK)
    return code;
  self->scores_path = g_strconcat (self->scores_name, ".part", NULL);
  self->rejected_path = g_strconcat (self->rejected_name, ".part", NULL);
  self->checkpoint = g_strconcat (self->scores_name, ".checkpoint", NULL);
  return CLI_EXIT_OK;
}

static cli_exit
open_input (cli_work *self, struct stat *about)
{
  const char *path = self->options->common.arguments[0];

  self->input = open (path, O_RDONLY | O_CLOEXEC);
  if (self->input < 0 || fstat (self->input, about) != 0)
    return complain_of_input (self, errno);
  if (S_ISREG (about->st_mode))
    return CLI_EXIT_OK;
  cli_complain (_ ("%s is no file; expected one, so that an interrupted run can go on"), path);
  return CLI_EXIT_FILE;
}

/* What a failure leaves: with a checkpoint all that was done, without one nothing. */
static void
leave (const cli_work *self)
{
  char line[LINE_SIZE];

  if (self->has_checkpoint)
    cli_complain (_ ("what was done up to line %s is kept; the same command goes on there"),
                  print_line (line, self->saved_line));
  else if (self->has_parts)
    {
      unlink (self->scores_path);
      unlink (self->rejected_path);
    }
}

cli_exit
cli_batch_run (cli_batch_state *state, const cli_batch_options *options, pe_batch_plan *plan)
{
  struct stat about;
  cli_exit    code;
  cli_work    self;

  memset (&self, 0, sizeof self);
  self.state = state;
  self.options = options;
  self.plan = plan;
  self.input = self.scores = self.rejected = -1;
  self.rest = g_byte_array_new ();
  g_mutex_init (&self.mutex);
  g_cond_init (&self.cond);
  code = settle_names (&self, options);
  if (code == CLI_EXIT_OK)
    code = open_input (&self, &about);
  if (code == CLI_EXIT_OK)
    code = run_opened (&self, &about);
  if (code != CLI_EXIT_OK)
    leave (&self);
  clear (&self);
  return code;
}
