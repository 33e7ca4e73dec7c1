/* stage.c - files that appear together and whole, or not at all
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _XOPEN_SOURCE 700 /* POSIX.1-2008 */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli.h"

/* One file under way. */
typedef struct staged_file
{
  char *temporary; /* beside the target, written and synchronised */
  char *target;
  char *kept; /* what was there, beside it until all files have their names; NULL: nothing was, or it is the one file */
  gboolean is_moved;  /* kept has its only name, where the file system gives a file no second one */
  gboolean is_placed; /* the target has what is new */
} staged_file;

struct cli_stage
{
  GArray  *files;   /* of staged_file */
  GArray  *folders; /* of char *: made for them, the outermost first */
  sigset_t before;  /* what was blocked before */
};

cli_exit
cli_cannot_write (const char *path, int number)
{
  char *name = g_filename_display_name (path);

  cli_complain (_ ("%s cannot be written: %s; expected a place that may be written, with room; what was there is as "
                   "it was"),
                name, g_strerror (number));
  g_free (name);
  return CLI_EXIT_FILE;
}

/* A reader at the other end may have asked not to wait. */
static gboolean
can_go_on (int fd)
{
  struct pollfd one = { .fd = fd, .events = POLLOUT };

  if (errno == EINTR)
    return TRUE;
  return errno == EAGAIN && (poll (&one, 1, -1) >= 0 || errno == EINTR);
}

int
cli_write_fd (int fd, const char *bytes, size_t size)
{
  while (size > 0)
    {
      const ssize_t n = write (fd, bytes, size);

      if (n == 0)
        return ENOSPC;
      if (n < 0 && !can_go_on (fd))
        return errno;
      bytes += MAX (n, 0);
      size -= (size_t) MAX (n, 0);
    }
  return 0;
}

int
cli_sync_fd (int fd)
{
  int failed;

  do
    failed = fsync (fd);
  while (failed != 0 && errno == EINTR);
  /* There are file systems that know no synchronising. */
  return failed == 0 || errno == EINVAL || errno == ENOSYS ? 0 : errno;
}

/* A folder that may not be read cannot be synchronised; what was written to it is there as far as can be told. */
int
cli_sync_folder_of (const char *path)
{
  char     *folder = g_path_get_dirname (path);
  const int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int       number = 0;

  g_free (folder);
  if (fd < 0)
    return errno == EACCES ? 0 : errno;
  number = cli_sync_fd (fd);
  close (fd);
  return number;
}

/* Whoever ends the program while files are under way ends it when they are there, or gone. */
cli_stage *
cli_stage_new (void)
{
  cli_stage *self = g_new0 (cli_stage, 1);
  sigset_t   ending;

  self->files = g_array_new (FALSE, FALSE, sizeof (staged_file));
  self->folders = g_array_new (FALSE, FALSE, sizeof (char *));
  sigemptyset (&ending);
  sigaddset (&ending, SIGINT);
  sigaddset (&ending, SIGTERM);
  sigaddset (&ending, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &ending, &self->before);
  return self;
}

cli_exit
cli_stage_add_folder (cli_stage *self, const char *path)
{
  char    *parent;
  cli_exit code = CLI_EXIT_OK;

  if (mkdir (path, 0777) == 0)
    {
      char *kept = g_strdup (path);

      g_array_append_val (self->folders, kept);
      return CLI_EXIT_OK; /* static: memleak: the array owns it now */
    }
  if (errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR))
    return CLI_EXIT_OK;
  if (errno != ENOENT)
    return cli_cannot_write (path, errno);
  parent = g_path_get_dirname (path);
  if (g_strcmp0 (parent, path) == 0)
    code = cli_cannot_write (path, ENOENT);
  else
    code = cli_stage_add_folder (self, parent);
  g_free (parent);
  return code == CLI_EXIT_OK ? cli_stage_add_folder (self, path) : code;
}

/* mode: of the file that is replaced; -1: there is none. */
static int
fill (int fd, const char *bytes, size_t size, int mode)
{
  int number = mode >= 0 && fchmod (fd, (mode_t) mode) != 0 ? errno : cli_write_fd (fd, bytes, size);

  if (number == 0)
    number = cli_sync_fd (fd);
  if (close (fd) != 0 && number == 0 && errno != EINTR)
    number = errno;
  return number;
}

static cli_exit
add_regular (cli_stage *self, const char *bytes, size_t size, const char *output, int mode)
{
  char       *target = realpath (output, NULL); /* what a symbolic link means is replaced, and not the link */
  char       *folder = g_path_get_dirname (target != NULL ? target : output);
  staged_file file = { .temporary = g_build_filename (folder, ".perfeval-XXXXXX", NULL),
                       .target = g_strdup (target != NULL ? target : output) };
  const int   fd = g_mkstemp_full (file.temporary, O_WRONLY | O_CLOEXEC, 0666);
  const int   number = fd < 0 ? errno : fill (fd, bytes, size, mode);

  g_free (folder);
  free (target);
  if (fd >= 0 && number != 0)
    unlink (file.temporary);
  if (number == 0)
    {
      g_array_append_val (self->files, file);
      return CLI_EXIT_OK;
    }
  g_free (file.temporary);
  g_free (file.target);
  return cli_cannot_write (output, number);
}

/* A device or a pipe must not be replaced by a file. Waiting for its reader may be ended. */
static cli_exit
write_special (cli_stage *self, const char *bytes, size_t size, const char *output)
{
  int fd, number;

  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  fd = open (output, O_WRONLY | O_CLOEXEC);
  number = fd < 0 ? errno : cli_write_fd (fd, bytes, size);
  if (fd >= 0 && close (fd) != 0 && number == 0 && errno != EINTR)
    number = errno;
  return number == 0 ? CLI_EXIT_OK : cli_cannot_write (output, number);
}

cli_exit
cli_stage_add (cli_stage *self, const char *bytes, size_t size, const char *output)
{
  struct stat about;

  if (stat (output, &about) != 0)
    return add_regular (self, bytes, size, output, -1);
  if (!S_ISREG (about.st_mode))
    return write_special (self, bytes, size, output);
  return add_regular (self, bytes, size, output, (int) (about.st_mode & 0777));
}

/* Gives what is there a second name, so that it can come back. 0, or the number of the error. */
static int
keep (staged_file *file)
{
  file->kept = g_strconcat (file->temporary, "-old", NULL);
  if (link (file->target, file->kept) == 0)
    return 0;
  file->is_moved = rename (file->target, file->kept) == 0;
  if (file->is_moved)
    return 0;
  if (errno != ENOENT)
    return errno;
  g_free (file->kept);
  file->kept = NULL;
  return 0;
}

/* A single file takes its name in one step. Of several, what each one replaces is kept until the last has its name. */
static cli_exit
place (staged_file *file, gboolean is_alone)
{
  int number = is_alone ? 0 : keep (file);

  if (number == 0 && rename (file->temporary, file->target) != 0)
    number = errno;
  file->is_placed = number == 0;
  return number == 0 ? CLI_EXIT_OK : cli_cannot_write (file->target, number);
}

static void
complain_of_lost (const staged_file *file, int number)
{
  char *name = g_filename_display_name (file->target), *kept = g_filename_display_name (file->kept);

  cli_complain (_ ("%s cannot be put back: %s; what was there is in %s, which has to be given its name again"), name,
                g_strerror (number), kept);
  g_free (name);
  g_free (kept);
}

/* As if nothing had been written. */
static void
put_back (const staged_file *file)
{
  if (!file->is_placed)
    unlink (file->temporary);
  if (!file->is_placed && !file->is_moved)
    {
      if (file->kept != NULL)
        unlink (file->kept);
    }
  else if (file->kept == NULL)
    unlink (file->target);
  else if (rename (file->kept, file->target) != 0)
    complain_of_lost (file, errno);
}

/* The last file first: a folder is empty before it goes. */
static void
take_away (cli_stage *self)
{
  for (guint i = self->files->len; i > 0; i--)
    put_back (&g_array_index (self->files, staged_file, i - 1));
  for (guint i = self->folders->len; i > 0; i--)
    rmdir (g_array_index (self->folders, char *, i - 1));
}

static void
forget_kept (cli_stage *self)
{
  for (guint i = 0; i < self->files->len; i++)
    if (g_array_index (self->files, staged_file, i).kept != NULL)
      unlink (g_array_index (self->files, staged_file, i).kept);
}

static void
free_stage (cli_stage *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_free (g_array_index (self->files, staged_file, i).temporary);
      g_free (g_array_index (self->files, staged_file, i).target);
      g_free (g_array_index (self->files, staged_file, i).kept);
    }
  for (guint i = 0; i < self->folders->len; i++)
    g_free (g_array_index (self->folders, char *, i));
  g_array_free (self->files, TRUE);
  g_array_free (self->folders, TRUE);
  pthread_sigmask (SIG_SETMASK, &self->before, NULL);
  g_free (self);
}

cli_exit
cli_stage_finish (cli_stage *self, cli_exit code)
{
  for (guint i = 0; i < self->files->len && code == CLI_EXIT_OK; i++)
    code = place (&g_array_index (self->files, staged_file, i), self->files->len == 1);
  if (code == CLI_EXIT_OK)
    forget_kept (self);
  else
    take_away (self);
  free_stage (self);
  return code;
}
