/* perfeval/perfeval.h - the one header that users name
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PERFEVAL_H
#define PERFEVAL_PERFEVAL_H

/**
 * @file perfeval.h
 * @brief Everything: `#include <perfeval/perfeval.h>`.
 */

#include <perfeval/adjustment.h>
#include <perfeval/adjustment_rule.h>
#include <perfeval/asset.h>
#include <perfeval/audit.h>
#include <perfeval/audit_report.h>
#include <perfeval/batch.h>
#include <perfeval/batch_arrow.h>
#include <perfeval/batch_block.h>
#include <perfeval/batch_csv.h>
#include <perfeval/batch_plan.h>
#include <perfeval/batch_summary.h>
#include <perfeval/budget.h>
#include <perfeval/calendar.h>
#include <perfeval/calendar_json.h>
#include <perfeval/cases.h>
#include <perfeval/claim.h>
#include <perfeval/csv.h>
#include <perfeval/date.h>
#include <perfeval/decimal.h>
#include <perfeval/digest.h>
#include <perfeval/dossier.h>
#include <perfeval/dossier_tables.h>
#include <perfeval/encoding.h>
#include <perfeval/error.h>
#include <perfeval/evaluation.h>
#include <perfeval/evaluator.h>
#include <perfeval/facts.h>
#include <perfeval/figure.h>
#include <perfeval/finding.h>
#include <perfeval/fiscal_package.h>
#include <perfeval/inference.h>
#include <perfeval/json.h>
#include <perfeval/lamp.h>
#include <perfeval/ledger.h>
#include <perfeval/ledger_csv.h>
#include <perfeval/limits.h>
#include <perfeval/lint.h>
#include <perfeval/lint_json.h>
#include <perfeval/measure.h>
#include <perfeval/measure_derivation.h>
#include <perfeval/measure_stream.h>
#include <perfeval/measure_trace.h>
#include <perfeval/narrative.h>
#include <perfeval/ocds.h>
#include <perfeval/place.h>
#include <perfeval/procurement.h>
#include <perfeval/prose.h>
#include <perfeval/prose_patterns.h>
#include <perfeval/provider.h>
#include <perfeval/ratio.h>
#include <perfeval/record_kind.h>
#include <perfeval/register.h>
#include <perfeval/relation.h>
#include <perfeval/review.h>
#include <perfeval/review_check.h>
#include <perfeval/review_report.h>
#include <perfeval/rollup.h>
#include <perfeval/rollup_json.h>
#include <perfeval/rounding_contract.h>
#include <perfeval/rule.h>
#include <perfeval/rule_argument.h>
#include <perfeval/rulebook.h>
#include <perfeval/rulebook_case.h>
#include <perfeval/rulebook_comparison.h>
#include <perfeval/rulebook_directory.h>
#include <perfeval/rulebook_measure.h>
#include <perfeval/rulebook_set.h>
#include <perfeval/shape.h>
#include <perfeval/status.h>
#include <perfeval/table_kind.h>
#include <perfeval/tables.h>
#include <perfeval/text.h>
#include <perfeval/threshold.h>
#include <perfeval/types.h>
#include <perfeval/verdict.h>
#include <perfeval/version.h>
#include <perfeval/vocabulary.h>

#endif /* PERFEVAL_PERFEVAL_H */
