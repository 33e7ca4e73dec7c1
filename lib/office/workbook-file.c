/* workbook-file.c - a workbook that is written to memory
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#define _GNU_SOURCE 1 /* memfd_create */

#include <errno.h>
#include <locale.h>
#include <perfeval/provider.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "xlsx-private.h"

/* 2000-01-01: the same tables give the same bytes, whenever they are written. */
#define CREATED 946684800

static pe_status
refuse (pe_error **error, const char *found)
{
  return pe_office_fail (error, PE_ERROR_FILE, NULL, "name", "xlsx", "found", found, NULL);
}

/* The number and not the system's word for it, which is in the language of the host's locale. */
static pe_status
refuse_errno (pe_error **error, int code)
{
  char found[40] = "errno ", number[24];

  g_strlcat (found, pe_office_print_number (number, (uint64_t) code), sizeof found);
  return refuse (error, found);
}

/* libxlsxwriter writes to a named file alone; the kernel gives an unnamed one in memory a name for this process. */
pe_status
pe_office_file_open (pe_office_file *self, pe_error **error)
{
  char               number[24];
  char              *name;
  lxw_doc_properties properties = { .created = CREATED };

  self->workbook = NULL;
  self->descriptor = memfd_create ("perfeval-xlsx", MFD_CLOEXEC);
  if (self->descriptor < 0)
    return refuse_errno (error, errno);
  name = g_strconcat ("/proc/self/fd/", pe_office_print_number (number, (uint64_t) self->descriptor), NULL);
  self->workbook = workbook_new (name);
  g_free (name);
  if (self->workbook != NULL && workbook_set_properties (self->workbook, &properties) == LXW_NO_ERROR)
    return PE_OK;
  pe_office_file_clear (self);
  return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
}

static pe_status
read_back (int descriptor, pe_text **out, pe_error **error)
{
  struct stat about;
  void       *bytes;
  pe_status   status;

  if (fstat (descriptor, &about) != 0 || about.st_size <= 0)
    return refuse_errno (error, errno);
  bytes = mmap (NULL, (size_t) about.st_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (bytes == MAP_FAILED)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  status = pe_provider_make_text (out, bytes, (size_t) about.st_size, error);
  munmap (bytes, (size_t) about.st_size);
  return status;
}

/* libxlsxwriter prints numbers as the locale has them. This thread alone has another one while it writes; the host's, and
 * every other thread's, stay what they are. */
static lxw_error
close_in_c_locale (lxw_workbook *workbook)
{
  const locale_t plain = newlocale (LC_NUMERIC_MASK, "C", (locale_t) 0);
  locale_t       before;
  lxw_error      result;

  if (plain == (locale_t) 0)
    {
      lxw_workbook_free (workbook);
      return LXW_ERROR_MEMORY_MALLOC_FAILED;
    }
  before = uselocale (plain);
  result = workbook_close (workbook);
  uselocale (before);
  freelocale (plain);
  return result;
}

pe_status
pe_office_file_finish (pe_office_file *self, pe_text **out, pe_error **error)
{
  const lxw_error result = close_in_c_locale (self->workbook);
  pe_text        *whole = NULL;
  pe_status       status;

  self->workbook = NULL; /* closing frees it, come what may */
  if (result == LXW_NO_ERROR)
    status = read_back (self->descriptor, &whole, error);
  else if (result == LXW_ERROR_MEMORY_MALLOC_FAILED)
    status = pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    status = refuse (error, lxw_strerror (result));
  pe_office_file_clear (self);
  if (status == PE_OK && (status = pe_office_check_whole (whole, error)) == PE_OK)
    *out = g_steal_pointer (&whole);
  pe_text_unref (whole);
  return status;
}

void
pe_office_file_clear (pe_office_file *self)
{
  if (self->workbook != NULL)
    lxw_workbook_free (self->workbook);
  if (self->descriptor >= 0)
    close (self->descriptor);
  self->workbook = NULL;
  self->descriptor = -1;
}
