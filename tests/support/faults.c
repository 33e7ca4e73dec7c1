/* faults.c - system calls that fail for a program's files, loaded before it with LD_PRELOAD
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * PERFEVAL_FAULT_PATH   files whose names begin so; all others work as ever
 * PERFEVAL_FAULT        read, write, sync, close, rename or create: what fails; unlinked: rename(), and link() of any file, as
 *                       where a file has one name; unlinked-once: the same, and rename() only once; or short, interrupted, again, end: what read() and write() do then,
 *                       without failing for good
 * PERFEVAL_FAULT_AFTER  bytes that are read or written before it, in all (0)
 * PERFEVAL_FAULT_ERRNO  the number of the error (EIO)
 *
 * short: at most 7 bytes at a time. interrupted: each other call fails with EINTR. again: the same with EAGAIN.
 * end: SIGTERM comes at the byte after PERFEVAL_FAULT_AFTER, and everything works.
 */
#define _GNU_SOURCE
/* The checked forms of read() and write() are inline functions of these very names. */
#undef _FORTIFY_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define SHORT 7

static size_t   moved;
static unsigned calls, renamed;

static int
is_fault (const char *kind)
{
  const char *fault = getenv ("PERFEVAL_FAULT");

  return fault != NULL && strcmp (fault, kind) == 0;
}

static size_t
number_of (const char *name, size_t otherwise)
{
  const char *text = getenv (name);

  return text != NULL ? (size_t) strtoul (text, NULL, 10) : otherwise;
}

static int
fail (void)
{
  errno = (int) number_of ("PERFEVAL_FAULT_ERRNO", EIO);
  return -1;
}

static int
is_path (const char *path)
{
  const char *ours = getenv ("PERFEVAL_FAULT_PATH");

  return ours != NULL && strncmp (path, ours, strlen (ours)) == 0;
}

static int
is_file (int fd)
{
  const int number = errno;
  char      link[64], path[4096];
  ssize_t   n;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  n = readlink (link, path, sizeof path - 1);
  errno = number;
  if (n < 0)
    return 0;
  path[n] = '\0';
  return is_path (path);
}

/* How many of size bytes the call may move; -1 with errno where it fails. kind: the fault that is this call's. */
static ssize_t
allow (const char *kind, size_t size)
{
  const size_t after = number_of ("PERFEVAL_FAULT_AFTER", 0);

  if (is_fault ("short"))
    return (ssize_t) (size < SHORT ? size : SHORT);
  if ((is_fault ("interrupted") || is_fault ("again")) && calls++ % 2 == 0)
    {
      errno = is_fault ("again") ? EAGAIN : EINTR;
      return -1;
    }
  if (is_fault ("end") && moved <= after && after < moved + size)
    raise (SIGTERM);
  if (!is_fault (kind))
    return (ssize_t) size;
  if (moved >= after)
    return fail ();
  return (ssize_t) (size < after - moved ? size : after - moved);
}

/* The function behind this one. */
static void
find (void *function, const char *name)
{
  void *found = dlsym (RTLD_NEXT, name);

  if (found == NULL)
    abort ();
  memcpy (function, &found, sizeof found);
}

ssize_t
read (int fd, void *bytes, size_t size)
{
  ssize_t (*real) (int, void *, size_t);
  ssize_t n = (ssize_t) size;

  find (&real, "read");
  if (!is_file (fd))
    return real (fd, bytes, size);
  n = allow ("read", size);
  n = n > 0 || size == 0 ? real (fd, bytes, (size_t) n) : n;
  moved += n > 0 ? (size_t) n : 0;
  return n;
}

ssize_t
write (int fd, const void *bytes, size_t size)
{
  ssize_t (*real) (int, const void *, size_t);
  ssize_t n = (ssize_t) size;

  find (&real, "write");
  if (!is_file (fd))
    return real (fd, bytes, size);
  n = allow ("write", size);
  n = n > 0 ? real (fd, bytes, (size_t) n) : n;
  moved += n > 0 ? (size_t) n : 0;
  return n;
}

int
fsync (int fd)
{
  int (*real) (int);

  find (&real, "fsync");
  return is_fault ("sync") && is_file (fd) ? fail () : real (fd);
}

/* The file is closed, as Linux does it, whatever close() answers. */
int
close (int fd)
{
  int (*real) (int);
  int is_ours = is_fault ("close") && is_file (fd), closed;

  find (&real, "close");
  closed = real (fd);
  return is_ours ? fail () : closed;
}

int
rename (const char *from, const char *to)
{
  int (*real) (const char *, const char *);

  find (&real, "rename");
  if (!is_path (to) || (is_fault ("unlinked-once") && renamed++ > 0))
    return real (from, to);
  return is_fault ("rename") || is_fault ("unlinked") || is_fault ("unlinked-once") ? fail () : real (from, to);
}

int
link (const char *from, const char *to)
{
  int (*real) (const char *, const char *);

  find (&real, "link");
  if (!is_fault ("unlinked") && !is_fault ("unlinked-once"))
    return real (from, to);
  errno = EPERM;
  return -1;
}

static int
open_as (const char *name, const char *path, int flags, mode_t mode)
{
  int (*real) (const char *, int, ...);

  find (&real, name);
  return is_fault ("create") && (flags & O_CREAT) != 0 && is_path (path) ? fail () : real (path, flags, mode);
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t  mode;

  va_start (arguments, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  return open_as ("open", path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t  mode;

  va_start (arguments, flags);
  mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;
  va_end (arguments);
  return open_as ("open64", path, flags, mode);
}
