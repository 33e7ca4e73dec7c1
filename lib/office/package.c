/* package.c - a ZIP archive that is written to memory, the same bytes each time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "package-private.h"

#include <perfeval/provider.h>
#include <string.h>

#include "archive-private.h"

static pe_status
refuse (pe_error **error, const char *found)
{
  return pe_office_fail (error, PE_ERROR_FILE, NULL, "name", "zip", "found", found, NULL);
}

pe_status
pe_package_open (pe_package *self, pe_error **error)
{
  zip_error_t why;

  zip_error_init (&why);
  self->zip = NULL;
  self->parts = (pe_vector) PE_VECTOR_INIT (pe_text *);
  self->bytes = zip_source_buffer_create (NULL, 0, 0, &why);
  if (self->bytes != NULL)
    {
      /* The archive drops its reference when it is closed, and the bytes are read afterwards. */
      zip_source_keep (self->bytes);
      self->zip = zip_open_from_source (self->bytes, ZIP_CREATE | ZIP_TRUNCATE, &why);
    }
  zip_error_fini (&why);
  if (self->zip != NULL)
    return PE_OK;
  if (self->bytes != NULL)
    zip_source_free (self->bytes); /* the reference that the archive would have taken */
  pe_package_clear (self);
  return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
}

/* 2000-01-01 00:00, as an archive writes it: years from 1980, in local time, so that it reads the same in every zone. */
enum
{
  PART_DATE = ((2000 - 1980) << 9) | (1 << 5) | 1,
  PART_TIME = 0
};

/* Takes the source over. */
static pe_status
add_source (pe_package *self, const char *name, zip_source_t *source, pe_error **error)
{
  zip_int64_t index;

  if (source == NULL)
    return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  index = zip_file_add (self->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      zip_source_free (source);
      return refuse (error, zip_strerror (self->zip));
    }
  if (zip_file_set_dostime (self->zip, (zip_uint64_t) index, PART_TIME, PART_DATE, 0) != 0
      || zip_set_file_compression (self->zip, (zip_uint64_t) index, ZIP_CM_DEFLATE, 6) != 0)
    return refuse (error, zip_strerror (self->zip));
  return PE_OK;
}

pe_status
pe_package_add (pe_package *self, const char *name, pe_text *part, pe_error **error)
{
  if (pe_vector_push (&self->parts, &part) != PE_OK)
    {
      pe_text_unref (part);
      return pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
    }
  return add_source (self, name, zip_source_buffer (self->zip, pe_text_get_data (part), pe_text_get_size (part), 0),
                     error);
}

pe_status
pe_package_add_static (pe_package *self, const char *name, const char *part, pe_error **error)
{
  return add_source (self, name, zip_source_buffer (self->zip, part, strlen (part), 0), error);
}

static pe_status
read_back (zip_source_t *bytes, pe_text **out, pe_error **error)
{
  zip_stat_t about;
  char      *copy;
  pe_status  status;

  zip_stat_init (&about);
  if (zip_source_stat (bytes, &about) != 0 || (about.valid & ZIP_STAT_SIZE) == 0 || zip_source_open (bytes) != 0)
    return refuse (error, "archive");
  copy = g_try_malloc (MAX (about.size, 1));
  if (copy == NULL)
    status = pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  else if (zip_source_read (bytes, copy, about.size) != (zip_int64_t) about.size)
    status = refuse (error, "archive");
  else
    status = pe_provider_make_text (out, copy, (size_t) about.size, error);
  g_free (copy);
  zip_source_close (bytes);
  return status;
}

pe_status
pe_package_finish (pe_package *self, pe_text **out, pe_error **error)
{
  pe_status status;

  if (zip_close (self->zip) != 0)
    {
      status = refuse (error, zip_strerror (self->zip));
      pe_package_clear (self);
      return status;
    }
  self->zip = NULL;
  status = read_back (self->bytes, out, error);
  pe_package_clear (self);
  return status;
}

void
pe_package_clear (pe_package *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  if (self->bytes != NULL)
    zip_source_free (self->bytes);
  for (size_t i = 0; i < self->parts.size; i++)
    pe_text_unref (*pe_vector_at (&self->parts, pe_text *, i));
  pe_vector_clear (&self->parts);
  self->zip = NULL;
  self->bytes = NULL;
}
