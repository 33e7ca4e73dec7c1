/* perfeval/ocds.h - procurement from Open Contracting data
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OCDS_H
#define PERFEVAL_OCDS_H

#include <perfeval/dossier.h>
#include <perfeval/json.h>
#include <perfeval/tables.h>

PE_BEGIN_DECLS

/**
 * @file ocds.h
 * @brief Release packages and record packages of OCDS 1.1 as the tables 采购 and 合同付款, and release packages out.
 *
 * A row is a contract; an award without a contract, or a tender without an award, is a row
 * of its own. Of a process (ocid) told in several releases, what the latest one says
 * counts, value by value; a record is read from its compiled release, where it has one.
 *
 * | column | from |
 * |---|---|
 * | 采购项目名称 | title of the contract, else of the award, else of the tender |
 * | 项目编号 | id of the contract, else of the award, else ocid |
 * | 采购方式 | tender/procurementMethod: open 公开招标, selective 邀请招标, direct 单一来源, limited 其他; or the Chinese word that procurementMethodDetails is |
 * | 采购类别 | tender/mainProcurementCategory |
 * | 采购预算金额 | planning/budget/amount, once a process |
 * | 采购活动开始日期 | tender/tenderPeriod/startDate |
 * | 中标通知日期, 中标金额 | awards/date, awards/value |
 * | 合同签订日期, 合同金额 | contracts/dateSigned, contracts/value |
 * | 供应商 | awards/suppliers/name |
 * | 供应商规模 | parties/details/scale (the extension partyScale): micro, sme, large. sme does not say whether small or medium: it is read as 中型企业, which counts among 中小企业 and not among 小微企业 |
 * | 合同付款 | contracts/implementation/transactions: date, value |
 *
 * What else a document says is no part of a procurement record; a note counts it, so that
 * nobody takes the tables for the whole.
 *
 * @code
 * static const char ocds[] = "{\"version\": \"1.1\", \"releases\": [{\"ocid\": \"a\", \"date\": \"2023-05-01T00:00:00Z\","
 *   "\"contracts\": [{\"id\": \"1\", \"title\": \"t\", \"value\": {\"amount\": 9.5, \"currency\": \"CNY\"}}]}]}";
 * pe_tables *tables = NULL;
 * pe_cell cell;
 * pe_cell_init (&cell, sizeof cell);
 * assert (pe_tables_from_ocds (&tables, ocds, strlen (ocds), NULL, NULL, NULL) == PE_OK);
 * assert (pe_tables_get_cell (&cell, tables, 0, 1, 0, NULL) == PE_OK && strcmp (cell.text, "t") == 0);
 * pe_tables_unref (tables);
 * @endcode
 *
 * @par Source
 * Open Contracting Data Standard 1.1: release schema, record package schema, merging.
 */

/** How to read OCDS. Since: 1.0 */
typedef struct pe_ocds_options
{
  uint32_t    struct_size;     /**< Set by pe_ocds_options_init(). */
  uint32_t    reserved;        /**< 0. */
  const char *currency;        /**< Nullable: "CNY". The currency that the dossier counts in; another one is refused. */
  const pe_read_options *read; /**< Nullable: the defaults. Borrowed for the call. */
} pe_ocds_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_ocds_options_init (pe_ocds_options *self, uint32_t struct_size);

/**
 * Reads a release package or a record package. Beside the statuses below it can answer those of a JSON text.
 *
 * @param[out] out       owned: pe_tables_unref(); 采购, and 合同付款 where there are payments
 * @param      bytes     JSON, borrowed for the call
 * @param      size      how many bytes
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_OCDS              neither package, another version, an amount in another currency, or a record
 *                                    whose releases are links
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_tables_from_ocds (pe_tables **out, const char *bytes, size_t size, const pe_ocds_options *options,
                               pe_findings **findings, pe_error **error);

/** How to write OCDS. Since: 1.0 */
typedef struct pe_ocds_write_options
{
  uint32_t    struct_size; /**< Set by pe_ocds_write_options_init(). */
  uint32_t    reserved;    /**< 0. */
  const char *prefix;      /**< Nullable: "". What each ocid begins with: the prefix that the publisher registered. */
  const char
      *published;  /**< Nullable: the last day of the fiscal year. "2024-01-31T00:00:00Z" or a day, "2024-01-31". */
  const char *uri; /**< Nullable: "urn:sha256:" and the dossier's digest. Where the package is published. */
} pe_ocds_write_options;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_ocds_write_options_init (pe_ocds_write_options *self, uint32_t struct_size);

/**
 * Writes the procurement of a dossier as a release package of OCDS 1.1 with the extension partyScale: a release a record,
 * amounts in yuan (CNY). Read back with pe_tables_from_ocds() it gives the same records as far as the table above goes. What OCDS has
 * no place for is a #PE_WARNING_NOT_WRITTEN each, by the name of its column, with the first place and how often: the
 * reserve for small and medium firms, intent, publication, filing, acceptance, exemptions, the day by which a payment is
 * due, the summary. "supplier_size" among them counts small firms, which partyScale knows as sme and the reader takes for medium;
 * "number" those records that have none, or one that another record has as well, and are numbered by their place.
 *
 * @code
 * static const char json[]
 *     = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, "
 *       "\"kind\": \"department\", \"money_unit\": \"万元\", \"procurement\": {\"records\": ["
 *       "{\"name\": \"空调\", \"number\": \"C-1\", \"contract\": \"9.5\"}]}}";
 * pe_dossier *dossier = NULL;
 * pe_text *text = NULL;
 * assert (pe_dossier_from_json (&dossier, json, sizeof json - 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_dossier_to_ocds (&text, dossier, NULL, NULL, NULL) == PE_OK);
 * assert (strstr (pe_text_get_data (text), "\"amount\": 95000") != NULL);
 * pe_text_unref (text);
 * pe_dossier_unref (dossier);
 * @endcode
 *
 * @param[out] out       owned: pe_text_unref(); JSON
 * @param      dossier   whose procurement
 * @param      options   nullable: the defaults
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_UNSUPPORTED       @p options is newer than this library
 * @retval PE_ERROR_NOT_FOUND         the dossier has no procurement records
 * @retval PE_ERROR_OVERFLOW          an amount in yuan does not fit
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_to_ocds (pe_text **out, const pe_dossier *dossier, const pe_ocds_write_options *options,
                              pe_findings **findings, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_OCDS_H */
