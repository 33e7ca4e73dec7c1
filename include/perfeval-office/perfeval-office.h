/* perfeval-office/perfeval-office.h - the one header that users of libperfeval-office include
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_H
#define PERFEVAL_OFFICE_H

/**
 * @file perfeval-office.h
 * @brief Everything of libperfeval-office. Include this one.
 */

#include <perfeval-office/chart.h>
#include <perfeval-office/report.h>
#include <perfeval-office/report_template.h>
#include <perfeval-office/report_text.h>
#include <perfeval-office/scorebook.h>
#include <perfeval-office/template.h>
#include <perfeval-office/types.h>
#include <perfeval-office/xlsx.h>

#endif /* PERFEVAL_OFFICE_H */
