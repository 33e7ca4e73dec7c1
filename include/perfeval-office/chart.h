/* perfeval-office/chart.h - pictures of an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_CHART_H
#define PERFEVAL_OFFICE_CHART_H

#include <perfeval-office/types.h>
#include <perfeval/text.h>

PE_BEGIN_DECLS

/**
 * @file chart.h
 * @brief Charts (图) of an evaluation: drawn once, written as SVG, as PNG and into documents.
 */

/** A chart. Opaque, immutable, reference-counted. Since: 1.0 */
typedef struct pe_chart pe_chart;

PE_END_DECLS

#endif /* PERFEVAL_OFFICE_CHART_H */
