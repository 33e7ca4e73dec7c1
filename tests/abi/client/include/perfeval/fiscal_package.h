/* perfeval/fiscal_package.h - a budget as a Fiscal Data Package
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_FISCAL_PACKAGE_H
#define PERFEVAL_FISCAL_PACKAGE_H

#include <perfeval/dossier.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file fiscal_package.h
 * @brief The budget of a dossier as open data: a descriptor (datapackage.json) and a table (budget.csv).
 *
 * A row is a line of the budget that has none below it, since a consumer adds the rows up. What a line has beyond the
 * lines below it is a row of its own, numbered ".0" behind the line: the rows of each phase add up to the top of the budget,
 * exactly. Amounts are in yuan.
 *
 * | column | column type | from |
 * |---|---|---|
 * | line | budget-line-id | the line's number, "1.2" |
 * | name | budget-line-label (declared in the package) | 项目名称 |
 * | group | none | the names of the lines above, outermost first |
 * | category | expenditure-type:code | 支出类别, else that of the line above |
 * | funding | fin-source:generic:code | 资金来源 |
 * | economic_class | economic-classification:generic:code | 支出经济分类 |
 * | project | activity:generic:project:code | 所属项目 |
 * | approved, adjusted, executed | value, by phase:id | 年初预算数, 全年预算数, 全年执行数 |
 *
 * Unit, fiscal year, currency and direction are constants of the schema.
 *
 * @par Source
 * Fiscal Data Package 1.0.0-rc1 and its budget taxonomy (drafts); docs/decisions/0060-open-data-out.md says what of them is
 * followed.
 */

/**
 * Writes a package. What it has no place for is a #PE_WARNING_NOT_WRITTEN each, by name: three public funds, months,
 * carry-over, the year before.
 *
 * @code
 * static const char json[]
 *     = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, "
 *       "\"kind\": \"department\", \"money_unit\": \"万元\", \"budget\": {\"lines\": ["
 *       "{\"name\": \"基本支出\", \"category\": \"basic\", \"executed\": \"1549.83\"}]}}";
 * pe_dossier *dossier = NULL;
 * pe_text *descriptor = NULL, *table = NULL;
 * assert (pe_dossier_from_json (&dossier, json, sizeof json - 1, NULL, NULL, NULL) == PE_OK);
 * assert (pe_dossier_to_fiscal_package (&descriptor, &table, dossier, NULL, NULL) == PE_OK);
 * assert (strstr (pe_text_get_data (descriptor), "\"budget.csv\"") != NULL);
 * assert (strstr (pe_text_get_data (table), "15498300") != NULL);
 * pe_text_unref (descriptor);
 * pe_text_unref (table);
 * pe_dossier_unref (dossier);
 * @endcode
 *
 * @param[out] descriptor  owned: pe_text_unref(); datapackage.json
 * @param[out] table       owned: pe_text_unref(); budget.csv, to stand beside it
 * @param      dossier     whose budget
 * @param[out] findings    nullable; an owned list, also on failure
 * @param[out] error       nullable; an owned error on failure
 *
 * @retval PE_OK                      both are set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NOT_FOUND         the dossier has no lines of a budget
 * @retval PE_ERROR_OVERFLOW          an amount in yuan does not fit
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_dossier_to_fiscal_package (pe_text **descriptor, pe_text **table, const pe_dossier *dossier,
                                        pe_findings **findings, pe_error **error);

PE_END_DECLS

#endif /* PERFEVAL_FISCAL_PACKAGE_H */
