/* scarce.c - memory that runs out where a test says so
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "scarce.h"

/* About as many allocations as a walk makes in all. */
#define MOST_WORK 4000000
#define ALL 1000000

/* Whether a call under test is under way. */
static _Thread_local gboolean is_watched;
/* Allocations that succeed before one is refused; negative: none is. */
static _Thread_local int left = -1;
/* Whether that one is refused alone; else all that follow are too. */
static _Thread_local gboolean is_alone;
/* How many were asked for, and how many refused. */
static _Thread_local int asked, refused;

static gboolean
may_allocate (void)
{
  if (!is_watched)
    return TRUE;
  asked++;
  if (left < 0)
    return TRUE;
  if (left > 0)
    {
      left--;
      return TRUE;
    }
  refused++;
  if (is_alone)
    left = -1;
  return FALSE;
}

/* What GLib's functions of these names do: nothing is allocated for a size of 0, and a product is checked. */

gpointer
g_try_malloc (gsize size)
{
  return size > 0 && may_allocate () ? malloc (size) : NULL;
}

gpointer
g_try_malloc0 (gsize size)
{
  return size > 0 && may_allocate () ? calloc (1, size) : NULL;
}

gpointer
g_try_malloc_n (gsize n, gsize size)
{
  return size > 0 && n > G_MAXSIZE / size ? NULL : g_try_malloc (n * size);
}

gpointer
g_try_malloc0_n (gsize n, gsize size)
{
  return size > 0 && n > G_MAXSIZE / size ? NULL : g_try_malloc0 (n * size);
}

gpointer
g_try_realloc (gpointer data, gsize size)
{
  if (size == 0)
    {
      free (data);
      return NULL;
    }
  return may_allocate () ? realloc (data, size) : NULL;
}

gpointer
g_try_realloc_n (gpointer data, gsize n, gsize size)
{
  return size > 0 && n > G_MAXSIZE / size ? NULL : g_try_realloc (data, n * size);
}

/* The walk */

/* The first byte that is not the same is named, with what stands there. */
static void
check_same (const pe_text *found, const pe_text *expected, int n)
{
  const char  *a = pe_text_get_data (found), *b = pe_text_get_data (expected);
  const size_t size = MIN (pe_text_get_size (found), pe_text_get_size (expected));
  size_t       i = 0;

  assert_int_equal (found != NULL, expected != NULL);
  while (i < size && a[i] == b[i])
    i++;
  if (i < size || pe_text_get_size (found) != pe_text_get_size (expected))
    fail_msg ("without allocation %d, byte %zu: \"%.80s\" instead of \"%.80s\"", n, i, a + i, b + i);
}

void
scarce_end (void)
{
  is_watched = FALSE;
}

static pe_status
watch (scarce_call *call, const void *argument, int n, pe_text **out, pe_error **error)
{
  pe_status status;

  left = n;
  asked = refused = 0;
  is_watched = TRUE;
  status = call (argument, out, error);
  is_watched = FALSE;
  return status;
}

/* FALSE when the call asked for no more than n allocations. */
static gboolean
refuse_from (scarce_call *call, const void *argument, int n, pe_status expected, const pe_text *text)
{
  pe_text  *out = NULL;
  pe_error *error = NULL;
  pe_status status = watch (call, argument, n, &out, &error);

  assert_int_equal (pe_error_get_status (error), status);
  if (status == expected)
    check_same (out, text, n);
  else
    {
      assert_string_equal (pe_status_name (status), pe_status_name (PE_ERROR_NO_MEMORY));
      assert_null (out);
    }
  pe_text_unref (out);
  pe_error_unref (error);
  return refused > 0;
}

int
scarce_walk (scarce_call *call, const void *argument, pe_status expected)
{
  return scarce_walk_some (call, argument, expected, ALL);
}

int
scarce_walk_some (scarce_call *call, const void *argument, pe_status expected, int most)
{
  pe_text  *text = NULL;
  pe_error *error = NULL;
  pe_status status = watch (call, argument, -1, &text, &error);
  const int n_asked = asked, step = 1 + n_asked / most + (int) ((gint64) n_asked * n_asked / MOST_WORK);

  assert_string_equal (pe_status_name (status), pe_status_name (expected));
  pe_error_unref (error);
  for (int alone = 1; alone >= 0; alone--)
    {
      is_alone = alone != 0;
      for (int n = 0; refuse_from (call, argument, n, expected, text); n += step)
        ;
    }
  pe_text_unref (text);
  return n_asked;
}
