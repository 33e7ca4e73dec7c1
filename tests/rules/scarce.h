/* scarce.h - an allocator that runs out: for the one file of a test program that includes it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The file that includes it first defines _GNU_SOURCE, for RTLD_NEXT.
 */
#pragma once

#include "given.h"

#include <dlfcn.h>
#include <stdio.h>

/* The allocator of the C library is replaced by one that fails from a chosen allocation on. A sanitizer has replaced it
 * already, and another C library does not offer these names: then the test says so and is skipped. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define CAN_FAIL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define CAN_FAIL 0
#endif
#endif
#if !defined(CAN_FAIL)
#if defined(__GLIBC__)
#define CAN_FAIL 1
#else
#define CAN_FAIL 0
#endif
#endif

/* Allocations until one fails; -1: none fails. */
static int left = -1;
/* That one fails and those behind it do not, as where somebody else gives memory back in between. */
static gboolean only_one;
static gboolean has_failed;

#if CAN_FAIL
extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *data, size_t size);

void *malloc (size_t size);
void *calloc (size_t n, size_t size);
void *realloc (void *data, size_t size);

static gboolean
may_allocate (void)
{
  if (left > 0)
    left--;
  if (left != 0)
    return TRUE;
  has_failed = TRUE;
  if (only_one)
    left = -1;
  return FALSE;
}

void *
malloc (size_t size)
{
  return may_allocate () ? __libc_malloc (size) : NULL;
}

void *
calloc (size_t n, size_t size)
{
  return may_allocate () ? __libc_calloc (n, size) : NULL;
}

void *
realloc (void *data, size_t size)
{
  return may_allocate () ? __libc_realloc (data, size) : NULL;
}

/* GLib ends the program when the few bytes that it needs here are not there (docs/memory.md): they always are. */
void
g_checksum_get_digest (GChecksum *checksum, guint8 *buffer, gsize *digest_len)
{
  const int saved = left;
  void     *symbol;
  void (*get_digest) (GChecksum *, guint8 *, gsize *);

  left = -1;
  symbol = dlsym (RTLD_NEXT, "g_checksum_get_digest");
  memcpy (&get_digest, &symbol, sizeof get_digest);
  get_digest (checksum, buffer, digest_len);
  left = saved;
}

/* The C library sorts in place where the memory for a copy is not there, which is no failure: it always is. */
void qsort (void *data, size_t n, size_t size, int (*compare) (const void *, const void *));

void
qsort (void *data, size_t n, size_t size, int (*compare) (const void *, const void *))
{
  const int saved = left;
  void     *symbol;
  void (*sort) (void *, size_t, size_t, int (*) (const void *, const void *));

  left = -1;
  symbol = dlsym (RTLD_NEXT, "qsort");
  memcpy (&sort, &symbol, sizeof sort);
  sort (data, n, size, compare);
  left = saved;
}
#endif

typedef pe_status attempt (pe_error **error);

static void
skip_where_none_can_fail (void)
{
  if (CAN_FAIL)
    return;
  puts ("skipped: this build does not let a test replace the allocator");
  skip ();
}

/* Runs an attempt with 1, 2 ... allocations until it needs no more; before that it has to answer that memory ran out, each
 * time, with the error that needs none. */
static void
fail_from (attempt *run, pe_status expected)
{
  int n;

  for (n = 1; n < 10000; n++)
    {
      pe_error *error = NULL;
      pe_status status;

      left = n;
      has_failed = FALSE;
      status = run (&error);
      left = -1;
      assert_int_equal (pe_error_get_status (error), status);
      pe_error_unref (error);
      if (status != (has_failed ? PE_ERROR_NO_MEMORY : expected))
        fail_msg ("allocation %d: %s", n, pe_status_name (status));
      if (!has_failed)
        break;
    }
  /* One allocation would mean that nothing was made to fail. */
  assert_true (n > 1 && n < 10000);
}

static void
fail_in_turn (attempt *run, pe_status expected)
{
  pe_error *warm_up = NULL;

  skip_where_none_can_fail ();
  /* What GLib allocates once and for all it may allocate now. */
  assert_int_equal (run (&warm_up), expected);
  pe_error_unref (warm_up);
  for (int i = 0; i < 2; i++)
    {
      only_one = i == 1;
      fail_from (run, expected);
    }
}
