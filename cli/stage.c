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
  staged_file file
      = { g_build_filename (folder, ".perfeval-XXXXXX", NULL), g_strdup (target != NULL ? target : output) };
  const int fd = g_mkstemp_full (file.temporary, O_WRONLY | O_CLOEXEC, 0666);
  const int number = fd < 0 ? errno : fill (fd, bytes, size, mode);

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

static void
take_away (cli_stage *self, guint from)
{
  for (guint i = from; i < self->files->len; i++)
    unlink (g_array_index (self->files, staged_file, i).temporary);
  for (guint i = self->folders->len; i > 0; i--)
    rmdir (g_array_index (self->folders, char *, i - 1));
}

static void
free_stage (cli_stage *self)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      g_free (g_array_index (self->files, staged_file, i).temporary);
      g_free (g_array_index (self->files, staged_file, i).target);
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
  guint i = 0;

  for (; i < self->files->len && code == CLI_EXIT_OK; i++)
    {
      const staged_file *file = &g_array_index (self->files, staged_file, i);

      if (rename (file->temporary, file->target) != 0)
        {
          code = cli_cannot_write (file->target, errno);
          break;
        }
    }
  if (code != CLI_EXIT_OK)
    take_away (self, i);
  free_stage (self);
  return code;
}
