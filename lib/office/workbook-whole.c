/* workbook-whole.c - whether a workbook that was written came out whole
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * libxlsxwriter writes each part to a temporary file and does not see when the disk is full: what did not fit is missing, and it
 * answers that all went well. A part that is cut, or lacks a piece, is no well-formed XML any more.
 */
#include "xlsx-private.h"
#include "xml-private.h"

static pe_status
begin (void *data, const char *name, const char **attributes, pe_error **error)
{
  (void) data, (void) name, (void) attributes, (void) error;
  return PE_OK;
}

static pe_status
end (void *data, const char *name, pe_error **error)
{
  (void) data, (void) name, (void) error;
  return PE_OK;
}

/* Ours is no file of a stranger: it may expand to what it will. */
static void
allow_everything (pe_xlsx_options *options)
{
  pe_xlsx_options_init (options, sizeof *options);
  options->ratio = options->members = UINT32_MAX;
  options->expanded = UINT64_MAX;
}

static pe_status
read_parts (const pe_archive *archive, pe_error **error)
{
  static const pe_xml_handlers handlers = { begin, end, NULL, NULL };
  const zip_int64_t            n = zip_get_num_entries (archive->zip, 0);
  pe_status                    status = PE_OK;

  for (zip_int64_t i = 0; i < n && status == PE_OK; i++)
    {
      const char *name = zip_get_name (archive->zip, (zip_uint64_t) i, 0);

      if (name == NULL || g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")
          || g_str_has_suffix (name, ".vml"))
        status = pe_xml_read (archive, name != NULL ? name : "", &handlers, NULL, error);
    }
  return status;
}

pe_status
pe_office_check_whole (pe_text *workbook, pe_error **error)
{
  pe_archive      archive;
  pe_xlsx_options options;
  pe_error       *why = NULL;
  pe_status       status;

  allow_everything (&options);
  status = pe_archive_open (&archive, pe_text_get_data (workbook), pe_text_get_size (workbook), &options, NULL, &why);
  if (status == PE_OK)
    {
      status = read_parts (&archive, &why);
      pe_archive_close (&archive);
    }
  pe_error_unref (why);
  if (status == PE_OK || status == PE_ERROR_NO_MEMORY)
    return status == PE_OK ? PE_OK : pe_office_fail (error, PE_ERROR_NO_MEMORY, NULL, NULL);
  return pe_office_fail (
      error, PE_ERROR_FILE, NULL, "name", "xlsx", "expected", "room in the folder of temporary files (TMPDIR, or /tmp)",
      "expected_zh", "临时文件夹（TMPDIR，否则 /tmp）有足够的空间", NULL);
}
