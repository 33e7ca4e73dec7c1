/* archive.c - the parts of a ZIP archive, looked over before any is read
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <glib.h>
#include <perfeval/provider.h>
#include <stdarg.h>
#include <string.h>

#include "archive-private.h"

/* Parts that expand to no more are not measured: a small one may well be all blanks. */
#define MEASURED_BYTES 1048576

/* The record that ends every archive. */
#define SMALLEST 22

/* What a workbook with a password begins with, and one of the old binary form: MS-CFB, 2.2. */
static const char compound_file[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

static pe_status
fail (pe_error **error, pe_status code, const pe_provider_place *place, va_list pairs)
{
  pe_provider_parameter parameters[8];
  size_t                n = 0;
  const char           *name;

  while ((name = va_arg (pairs, const char *)) != NULL && n < G_N_ELEMENTS (parameters))
    {
      pe_provider_parameter_init (&parameters[n], sizeof *parameters);
      parameters[n].name = name;
      parameters[n].text = va_arg (pairs, const char *);
      n += parameters[n].text != NULL;
    }
  return pe_provider_make_error (error, code, place, parameters, n);
}

pe_status
pe_office_fail (pe_error **error, pe_status code, const char *file, ...)
{
  pe_provider_place place;
  va_list           pairs;
  pe_status         status;

  pe_provider_place_init (&place, sizeof place);
  place.file = file;
  va_start (pairs, file);
  status = fail (error, code, &place, pairs);
  va_end (pairs);
  return status;
}

pe_status
pe_office_fail_at (pe_error **error, pe_status code, const char *file, uint64_t line, uint64_t column, ...)
{
  pe_provider_place place;
  va_list           pairs;
  pe_status         status;

  pe_provider_place_init (&place, sizeof place);
  place.file = file;
  place.line = line;
  place.column = column;
  va_start (pairs, column);
  status = fail (error, code, &place, pairs);
  va_end (pairs);
  return status;
}

const char *
pe_office_print_number (char out[24], uint64_t number)
{
  size_t first = 23;

  out[first] = '\0';
  do
    {
      out[--first] = (char) ('0' + number % 10);
      number /= 10;
    }
  while (number > 0);
  return out + first;
}

/* A name that cannot be shown as it is. */
static char *
printable (const char *name)
{
  return g_utf8_make_valid (name, -1);
}

static gboolean
is_bad_name (const char *name)
{
  const char *part = name;

  if (name[0] == '\0' || name[0] == '/' || strchr (name, '\\') != NULL || strchr (name, ':') != NULL)
    return TRUE;
  while (part != NULL)
    {
      const char *end = strchr (part, '/');

      if (strncmp (part, "..", 2) == 0 && (part[2] == '\0' || part[2] == '/'))
        return TRUE;
      part = end != NULL ? end + 1 : NULL;
    }
  return FALSE;
}

static pe_status
refuse_part (const pe_archive *self, pe_status code, const zip_stat_t *part, uint64_t limit, pe_error **error)
{
  char      number[24];
  char     *name = printable (part->name);
  pe_status status = pe_office_fail (
      error, code, self->file, "name", name, "limit", limit > 0 ? pe_office_print_number (number, limit) : NULL, NULL);

  g_free (name);
  return status;
}

static pe_status
check_part (const pe_archive *self, const zip_stat_t *part, const pe_xlsx_options *options, uint64_t *expanded,
            pe_error **error)
{
  const zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

  if ((part->valid & needed) != needed)
    return pe_office_fail (error, PE_ERROR_ZIP_DAMAGED, self->file, NULL);
  if (is_bad_name (part->name) || zip_name_locate (self->zip, part->name, ZIP_FL_NOCASE) != (zip_int64_t) part->index)
    return refuse_part (self, PE_ERROR_ZIP_NAME, part, 0, error);
  if (part->encryption_method != ZIP_EM_NONE)
    return refuse_part (self, PE_ERROR_ZIP_ENCRYPTED, part, 0, error);
  if (part->size > MEASURED_BYTES && part->size / options->ratio >= part->comp_size
      && part->size > part->comp_size * options->ratio)
    return refuse_part (self, PE_ERROR_ZIP_RATIO, part, options->ratio, error);
  if (part->size > options->expanded - *expanded)
    return refuse_part (self, PE_ERROR_LIMIT_BYTES, part, options->expanded, error);
  *expanded += part->size;
  return PE_OK;
}

static pe_status
check_parts (const pe_archive *self, const pe_xlsx_options *options, pe_error **error)
{
  const zip_int64_t n = zip_get_num_entries (self->zip, 0);
  uint64_t          expanded = 0;
  char              number[24];

  if (n > (zip_int64_t) options->members)
    return pe_office_fail (error, PE_ERROR_LIMIT_ITEMS, self->file, "name", "members", "limit",
                           pe_office_print_number (number, options->members), NULL);
  for (zip_int64_t i = 0; i < n; i++)
    {
      zip_stat_t part;
      pe_status  status;

      zip_stat_init (&part);
      if (zip_stat_index (self->zip, (zip_uint64_t) i, 0, &part) != 0)
        return pe_office_fail (error, PE_ERROR_ZIP_DAMAGED, self->file, NULL);
      status = check_part (self, &part, options, &expanded, error);
      if (status != PE_OK)
        return status;
    }
  return PE_OK;
}

static pe_status
refuse_archive (zip_error_t *why, const char *file, pe_error **error)
{
  const int code = zip_error_code_zip (why);
  pe_status status;

  if (code == ZIP_ER_MEMORY)
    status = pe_office_fail (error, PE_ERROR_NO_MEMORY, file, NULL);
  else if (code == ZIP_ER_EXISTS) /* two parts of one name: libzip does not say which */
    status = pe_office_fail (error, PE_ERROR_ZIP_NAME, file, "name", "…", NULL);
  else
    status = pe_office_fail (error, PE_ERROR_ZIP_DAMAGED, file, "found", zip_error_strerror (why), NULL);
  zip_error_fini (why);
  return status;
}

pe_status
pe_archive_open (pe_archive *self, const char *bytes, size_t size, const pe_xlsx_options *options, const char *file,
                 pe_error **error)
{
  zip_source_t *source;
  zip_error_t   why;
  pe_status     status;

  self->zip = NULL;
  self->file = file;
  if (size >= sizeof compound_file - 1 && memcmp (bytes, compound_file, sizeof compound_file - 1) == 0)
    return pe_office_fail (error, PE_ERROR_XLSX_ENCRYPTED, file, NULL);
  if (size < SMALLEST)
    return pe_office_fail (error, PE_ERROR_ZIP_DAMAGED, file, NULL);
  zip_error_init (&why);
  source = zip_source_buffer_create (bytes, size, 0, &why);
  if (source == NULL)
    return refuse_archive (&why, file, error);
  self->zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, &why);
  if (self->zip == NULL)
    {
      zip_source_free (source);
      return refuse_archive (&why, file, error);
    }
  zip_error_fini (&why);
  status = check_parts (self, options, error);
  if (status != PE_OK)
    pe_archive_close (self);
  return status;
}

void
pe_archive_close (pe_archive *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  self->zip = NULL;
}

int64_t
pe_archive_find (const pe_archive *self, const char *name)
{
  return zip_name_locate (self->zip, name, ZIP_FL_NOCASE);
}

pe_status
pe_archive_part_open (pe_archive_part *self, const pe_archive *archive, const char *name, pe_error **error)
{
  const int64_t index = pe_archive_find (archive, name);

  self->archive = archive;
  self->name = name;
  if (index < 0)
    return pe_office_fail (error, PE_ERROR_XLSX_PART, archive->file, "name", name, NULL);
  self->file = zip_fopen_index (archive->zip, (zip_uint64_t) index, 0);
  if (self->file == NULL)
    return pe_office_fail (error, PE_ERROR_ZIP_DAMAGED, archive->file, "name", name, NULL);
  return PE_OK;
}

/* libzip compares the checksum when it has given out the last byte, and says so with the next reading. */
pe_status
pe_archive_part_read (pe_archive_part *self, void *out, size_t most, size_t *n, pe_error **error)
{
  const zip_int64_t got = zip_fread (self->file, out, most);
  pe_status         code = PE_ERROR_ZIP_DAMAGED;

  if (got >= 0)
    {
      *n = (size_t) got;
      return PE_OK;
    }
  if (zip_error_code_zip (zip_file_get_error (self->file)) == ZIP_ER_CRC)
    code = PE_ERROR_ZIP_CHECKSUM;
  else if (zip_error_code_zip (zip_file_get_error (self->file)) == ZIP_ER_MEMORY)
    code = PE_ERROR_NO_MEMORY;
  return pe_office_fail (error, code, self->archive->file, "name", self->name, NULL);
}

void
pe_archive_part_close (pe_archive_part *self)
{
  if (self->file != NULL)
    zip_fclose (self->file);
  self->file = NULL;
}
