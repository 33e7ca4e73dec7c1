/* struct.c - taking in the sized structures of callers
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "struct-private.h"

#include <string.h>

#include "buffer-private.h"
#include "finding-private.h"

static gboolean
is_zero (const unsigned char *bytes, size_t size)
{
  for (size_t i = 0; i < size; i++)
    if (bytes[i] != 0)
      return FALSE;
  return TRUE;
}

static pe_status
set_unsupported (size_t given, size_t known, const char *argument, pe_error **error)
{
  pe_buffer found = PE_BUFFER_INIT, expected = PE_BUFFER_INIT;
  char     *found_text, *expected_text;
  pe_status status;

  pe_buffer_add_uint (&found, given);
  pe_buffer_add_uint (&expected, known);
  found_text = pe_buffer_steal (&found);
  expected_text = pe_buffer_steal (&expected);
  status = pe_error_set (
      error, PE_ERROR_UNSUPPORTED, NULL, "name", argument, "found", found_text, "expected", expected_text, NULL);
  g_free (found_text);
  g_free (expected_text);
  return status;
}

static pe_status
import (void *ours, size_t size, const unsigned char *theirs, size_t given, size_t minimum, const char *argument,
        pe_error **error)
{
  uint32_t own_size = (uint32_t) size;

  if (given < MAX (minimum, sizeof own_size))
    return pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, NULL, "name", argument, "expected",
                         "a structure filled by its _init function, struct_size included", "expected_zh",
                         "用对应的 _init 函数初始化过的结构体（含 struct_size）", NULL);
  if (given > size && !is_zero (theirs + size, given - size))
    return set_unsupported (given, size, argument, error);

  memset (ours, 0, size);
  memcpy (ours, theirs, MIN (given, size));
  memcpy (ours, &own_size, sizeof own_size);
  return PE_OK;
}

pe_status
pe_struct_import (void *ours, size_t size, const void *theirs, size_t minimum, const char *argument, pe_error **error)
{
  return pe_struct_import_at (ours, size, theirs, 0, minimum, argument, error);
}

pe_status
pe_struct_import_at (void *ours, size_t size, const void *array, size_t index, size_t minimum, const char *argument,
                     pe_error **error)
{
  uint32_t stride;

  if (array == NULL)
    return pe_error_set_argument (error, argument, "not NULL");
  memcpy (&stride, array, sizeof stride);
  if (stride != 0 && index > (size_t) G_MAXSSIZE / stride)
    return pe_error_set_argument (error, argument, "an array that fits into memory");
  return import (ours, size, (const unsigned char *) array + index * stride, stride, minimum, argument, error);
}

void
pe_struct_init (void *theirs, uint32_t struct_size, const void *defaults, size_t size)
{
  if (theirs == NULL || struct_size < sizeof struct_size)
    return;
  memset (theirs, 0, struct_size);
  if (defaults != NULL)
    memcpy (theirs, defaults, MIN (struct_size, size));
  memcpy (theirs, &struct_size, sizeof struct_size);
}

pe_status
pe_struct_export (void *theirs, const void *ours, size_t size, size_t minimum, const char *argument, pe_error **error)
{
  uint32_t given;

  if (theirs == NULL)
    return pe_error_set_argument (error, argument, "not NULL");
  memcpy (&given, theirs, sizeof given);
  if (given < MAX (minimum, sizeof given))
    return pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, NULL, "name", argument, "expected",
                         "a structure filled by its _init function, struct_size included", "expected_zh",
                         "用对应的 _init 函数初始化过的结构体（含 struct_size）", NULL);
  pe_struct_init (theirs, given, ours, size);
  return PE_OK;
}
