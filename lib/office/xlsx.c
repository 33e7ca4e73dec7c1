/* xlsx.c - tables from XLSX workbooks and to them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval-office/xlsx.h>

#include <string.h>

#include "report-text-private.h"
#include "workbook-private.h"
#include "xlsx-private.h"

static const pe_xlsx_options defaults = {
  .struct_size = sizeof (pe_xlsx_options),
  .ratio = 100,
  .members = 1000,
  .expanded = 1073741824,
};

void
pe_xlsx_options_init (pe_xlsx_options *self, uint32_t struct_size)
{
  if (self == NULL || struct_size < sizeof self->struct_size)
    return;
  memset (self, 0, struct_size);
  memcpy (self, &defaults, MIN (struct_size, sizeof defaults));
  self->struct_size = struct_size;
}

int32_t
pe_xlsx_is_workbook (const char *bytes, size_t size)
{
  return bytes != NULL && size >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "\xD0\xCF\x11\xE0", 4) == 0);
}

/* A bad argument; the words that the first library has. */
pe_status
pe_office_refuse_argument (pe_error **error, const char *name, const char *expected, const char *expected_zh)
{
  return pe_office_fail (
      error, PE_ERROR_INVALID_ARGUMENT, NULL, "name", name, "expected", expected, "expected_zh", expected_zh, NULL);
}

pe_status
pe_office_import_options (pe_xlsx_options *out, const pe_xlsx_options *theirs, pe_error **error)
{
  *out = defaults;
  if (theirs == NULL)
    return PE_OK;
  if (theirs->struct_size < sizeof *theirs)
    return pe_office_refuse_argument (
        error, "options", "a structure filled by its _init function, struct_size included",
        "用对应的 _init 函数初始化过的结构体（含 struct_size）");
  for (size_t i = sizeof *theirs; i < theirs->struct_size; i++)
    if (((const char *) theirs)[i] != 0)
      return pe_office_fail (error, PE_ERROR_UNSUPPORTED, NULL, "name", "options", NULL);
  memcpy (out, theirs, sizeof *out);
  if (out->ratio == 0 || out->members == 0 || out->expanded == 0)
    return pe_office_refuse_argument (error, "options", "limits of at least 1", "限额不小于 1");
  if (out->reserved != 0)
    return pe_office_refuse_argument (error, "options.reserved", "0", "0");
  return PE_OK;
}

static pe_status
read_sheets (pe_workbook *workbook, pe_error **error)
{
  pe_status status = PE_OK;

  for (size_t i = 0; i < workbook->sheets.size && status == PE_OK; i++)
    {
      const pe_workbook_sheet *sheet = pe_vector_at (&workbook->sheets, const pe_workbook_sheet, i);

      if (sheet->part != NULL)
        status = pe_sheet_read (workbook, sheet, error);
    }
  return status;
}

static pe_status
refuse_size (const pe_limits *limits, const char *file, pe_error **error)
{
  char number[24];

  return pe_office_fail (
      error, PE_ERROR_LIMIT_BYTES, file, "limit", pe_office_print_number (number, limits->bytes), NULL);
}

static pe_status
read_workbook (pe_provider *provider, const char *bytes, size_t size, const pe_xlsx_options *options, pe_error **error)
{
  const char *file = options->read != NULL ? options->read->file : NULL;
  pe_workbook workbook;
  pe_limits   limits;
  pe_status   status;

  pe_limits_init (&limits, sizeof limits);
  pe_provider_get_limits (&limits, provider);
  if (size > limits.bytes)
    return refuse_size (&limits, file, error);
  status = pe_workbook_open (&workbook, bytes, size, options, file, &limits, error);
  workbook.provider = provider;
  if (status == PE_OK)
    status = read_sheets (&workbook, error);
  pe_workbook_close (&workbook);
  return status;
}

pe_status
pe_tables_from_xlsx (pe_tables **out, const char *bytes, size_t size, const pe_xlsx_options *options,
                     pe_findings **findings, pe_error **error)
{
  pe_xlsx_options ours;
  pe_provider    *provider = NULL;
  pe_error       *broken = NULL;
  pe_status       status;

  if (findings != NULL)
    *findings = NULL;
  if (findings != NULL && pe_findings_join (findings, NULL, 0, error) != PE_OK)
    return PE_ERROR_NO_MEMORY;
  if (out == NULL || bytes == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "bytes", "not NULL", "非空指针");
  status = pe_office_import_options (&ours, options, error);
  if (status == PE_OK)
    status = pe_provider_new (&provider, ours.read, error);
  if (status != PE_OK)
    return status;
  if (read_workbook (provider, bytes, size, &ours, &broken) != PE_OK)
    pe_provider_report_error (provider, broken, NULL);
  if (findings != NULL)
    pe_findings_unref (*findings);
  status = pe_provider_finish (out, provider, findings, error);
  pe_error_unref (broken);
  pe_provider_free (provider);
  return status;
}
