/* layout.c - the size, offset and value of everything public, and a typed pointer to every function
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Written by scripts/refresh-abi.py from the headers, committed, and compiled against them ever after: it
 * stops compiling when a header breaks a program that was compiled before. LP64.
 */
/* clang-format off */
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
#include <stdio.h>

/* adjustment.h */
_Static_assert (sizeof (pe_adjustment_kind) == 4, "sizeof (pe_adjustment_kind)");
_Static_assert (sizeof (pe_adjustment) == 56, "sizeof (pe_adjustment)");
_Static_assert (offsetof (pe_adjustment, struct_size) == 0, "offsetof (pe_adjustment, struct_size)");
_Static_assert (offsetof (pe_adjustment, kind) == 4, "offsetof (pe_adjustment, kind)");
_Static_assert (offsetof (pe_adjustment, scorer) == 8, "offsetof (pe_adjustment, scorer)");
_Static_assert (offsetof (pe_adjustment, reserved) == 12, "offsetof (pe_adjustment, reserved)");
_Static_assert (offsetof (pe_adjustment, indicator) == 16, "offsetof (pe_adjustment, indicator)");
_Static_assert (offsetof (pe_adjustment, reason) == 24, "offsetof (pe_adjustment, reason)");
_Static_assert (offsetof (pe_adjustment, evidence) == 32, "offsetof (pe_adjustment, evidence)");
_Static_assert (offsetof (pe_adjustment, points) == 40, "offsetof (pe_adjustment, points)");
_Static_assert (sizeof (pe_event) == 24, "sizeof (pe_event)");
_Static_assert (offsetof (pe_event, struct_size) == 0, "offsetof (pe_event, struct_size)");
_Static_assert (offsetof (pe_event, reserved) == 4, "offsetof (pe_event, reserved)");
_Static_assert (offsetof (pe_event, veto) == 8, "offsetof (pe_event, veto)");
_Static_assert (offsetof (pe_event, evidence) == 16, "offsetof (pe_event, evidence)");
_Static_assert (PE_ADJUSTMENT_DEDUCTION == 1, "PE_ADJUSTMENT_DEDUCTION");
_Static_assert (PE_ADJUSTMENT_BONUS == 2, "PE_ADJUSTMENT_BONUS");
void (*const layout_pe_adjustment_init) (pe_adjustment *self, uint32_t struct_size) = pe_adjustment_init;
void (*const layout_pe_event_init) (pe_event *self, uint32_t struct_size) = pe_event_init;

/* adjustment_rule.h */
_Static_assert (sizeof (pe_over_action) == 4, "sizeof (pe_over_action)");
_Static_assert (sizeof (pe_over_no_reason) == 4, "sizeof (pe_over_no_reason)");
_Static_assert (sizeof (pe_veto_effect) == 4, "sizeof (pe_veto_effect)");
_Static_assert (sizeof (pe_over_achievement) == 72, "sizeof (pe_over_achievement)");
_Static_assert (offsetof (pe_over_achievement, struct_size) == 0, "offsetof (pe_over_achievement, struct_size)");
_Static_assert (offsetof (pe_over_achievement, action) == 4, "offsetof (pe_over_achievement, action)");
_Static_assert (offsetof (pe_over_achievement, if_no_reason) == 8, "offsetof (pe_over_achievement, if_no_reason)");
_Static_assert (offsetof (pe_over_achievement, sign) == 12, "offsetof (pe_over_achievement, sign)");
_Static_assert (offsetof (pe_over_achievement, indicator) == 16, "offsetof (pe_over_achievement, indicator)");
_Static_assert (offsetof (pe_over_achievement, from) == 24, "offsetof (pe_over_achievement, from)");
_Static_assert (offsetof (pe_over_achievement, per) == 40, "offsetof (pe_over_achievement, per)");
_Static_assert (offsetof (pe_over_achievement, cap) == 56, "offsetof (pe_over_achievement, cap)");
_Static_assert (sizeof (pe_cap) == 64, "sizeof (pe_cap)");
_Static_assert (offsetof (pe_cap, struct_size) == 0, "offsetof (pe_cap, struct_size)");
_Static_assert (offsetof (pe_cap, reserved) == 4, "offsetof (pe_cap, reserved)");
_Static_assert (offsetof (pe_cap, indicator) == 8, "offsetof (pe_cap, indicator)");
_Static_assert (offsetof (pe_cap, if_fact) == 16, "offsetof (pe_cap, if_fact)");
_Static_assert (offsetof (pe_cap, reason_zh) == 24, "offsetof (pe_cap, reason_zh)");
_Static_assert (offsetof (pe_cap, reason_en) == 32, "offsetof (pe_cap, reason_en)");
_Static_assert (offsetof (pe_cap, points) == 40, "offsetof (pe_cap, points)");
_Static_assert (offsetof (pe_cap, if_formula) == 56, "offsetof (pe_cap, if_formula)");
_Static_assert (sizeof (pe_bonus) == 40, "sizeof (pe_bonus)");
_Static_assert (offsetof (pe_bonus, struct_size) == 0, "offsetof (pe_bonus, struct_size)");
_Static_assert (offsetof (pe_bonus, reserved) == 4, "offsetof (pe_bonus, reserved)");
_Static_assert (offsetof (pe_bonus, limit) == 8, "offsetof (pe_bonus, limit)");
_Static_assert (offsetof (pe_bonus, ceiling) == 24, "offsetof (pe_bonus, ceiling)");
_Static_assert (sizeof (pe_veto) == 40, "sizeof (pe_veto)");
_Static_assert (offsetof (pe_veto, struct_size) == 0, "offsetof (pe_veto, struct_size)");
_Static_assert (offsetof (pe_veto, effect) == 4, "offsetof (pe_veto, effect)");
_Static_assert (offsetof (pe_veto, id) == 8, "offsetof (pe_veto, id)");
_Static_assert (offsetof (pe_veto, name_zh) == 16, "offsetof (pe_veto, name_zh)");
_Static_assert (offsetof (pe_veto, name_en) == 24, "offsetof (pe_veto, name_en)");
_Static_assert (offsetof (pe_veto, grade) == 32, "offsetof (pe_veto, grade)");
_Static_assert (PE_OVER_FLAG == 1, "PE_OVER_FLAG");
_Static_assert (PE_OVER_REASON == 2, "PE_OVER_REASON");
_Static_assert (PE_OVER_REDUCE == 3, "PE_OVER_REDUCE");
_Static_assert (PE_OVER_NO_REASON_FLAG == 1, "PE_OVER_NO_REASON_FLAG");
_Static_assert (PE_OVER_NO_REASON_ZERO == 2, "PE_OVER_NO_REASON_ZERO");
_Static_assert (PE_OVER_NO_REASON_ERROR == 3, "PE_OVER_NO_REASON_ERROR");
_Static_assert (PE_VETO_ZERO == 1, "PE_VETO_ZERO");
_Static_assert (PE_VETO_CEILING == 2, "PE_VETO_CEILING");
void (*const layout_pe_over_achievement_init) (pe_over_achievement *self, uint32_t struct_size) = pe_over_achievement_init;
void (*const layout_pe_cap_init) (pe_cap *self, uint32_t struct_size) = pe_cap_init;
void (*const layout_pe_bonus_init) (pe_bonus *self, uint32_t struct_size) = pe_bonus_init;
void (*const layout_pe_veto_init) (pe_veto *self, uint32_t struct_size) = pe_veto_init;

/* asset.h */
_Static_assert (sizeof (pe_asset_category) == 4, "sizeof (pe_asset_category)");
_Static_assert (sizeof (pe_asset_use) == 4, "sizeof (pe_asset_use)");
_Static_assert (sizeof (pe_asset_record) == 136, "sizeof (pe_asset_record)");
_Static_assert (offsetof (pe_asset_record, struct_size) == 0, "offsetof (pe_asset_record, struct_size)");
_Static_assert (offsetof (pe_asset_record, category) == 4, "offsetof (pe_asset_record, category)");
_Static_assert (offsetof (pe_asset_record, use) == 8, "offsetof (pe_asset_record, use)");
_Static_assert (offsetof (pe_asset_record, acquired) == 12, "offsetof (pe_asset_record, acquired)");
_Static_assert (offsetof (pe_asset_record, name) == 16, "offsetof (pe_asset_record, name)");
_Static_assert (offsetof (pe_asset_record, number) == 24, "offsetof (pe_asset_record, number)");
_Static_assert (offsetof (pe_asset_record, difference_reason) == 32, "offsetof (pe_asset_record, difference_reason)");
_Static_assert (offsetof (pe_asset_record, book_count) == 40, "offsetof (pe_asset_record, book_count)");
_Static_assert (offsetof (pe_asset_record, found_count) == 64, "offsetof (pe_asset_record, found_count)");
_Static_assert (offsetof (pe_asset_record, book_value) == 88, "offsetof (pe_asset_record, book_value)");
_Static_assert (offsetof (pe_asset_record, found_value) == 112, "offsetof (pe_asset_record, found_value)");
_Static_assert (PE_ASSET_BUILDINGS == 1, "PE_ASSET_BUILDINGS");
_Static_assert (PE_ASSET_EQUIPMENT == 2, "PE_ASSET_EQUIPMENT");
_Static_assert (PE_ASSET_VEHICLES == 3, "PE_ASSET_VEHICLES");
_Static_assert (PE_ASSET_FURNITURE == 4, "PE_ASSET_FURNITURE");
_Static_assert (PE_ASSET_BOOKS == 5, "PE_ASSET_BOOKS");
_Static_assert (PE_ASSET_INTANGIBLE == 6, "PE_ASSET_INTANGIBLE");
_Static_assert (PE_ASSET_OTHER == 7, "PE_ASSET_OTHER");
_Static_assert (PE_ASSET_IN_USE == 1, "PE_ASSET_IN_USE");
_Static_assert (PE_ASSET_IDLE == 2, "PE_ASSET_IDLE");
_Static_assert (PE_ASSET_LET == 3, "PE_ASSET_LET");
_Static_assert (PE_ASSET_AWAITING_DISPOSAL == 4, "PE_ASSET_AWAITING_DISPOSAL");
void (*const layout_pe_asset_record_init) (pe_asset_record *self, uint32_t struct_size) = pe_asset_record_init;
pe_status (*const layout_pe_assets_builder_new) (pe_assets_builder **out, const pe_assets *from, pe_error **error) = pe_assets_builder_new;
pe_status (*const layout_pe_assets_builder_add_many) (pe_assets_builder *self, const pe_asset_record *items, size_t n, pe_error **error) = pe_assets_builder_add_many;
pe_status (*const layout_pe_assets_builder_set_stocktake) (pe_assets_builder *self, pe_date date, pe_error **error) = pe_assets_builder_set_stocktake;
pe_status (*const layout_pe_assets_builder_build) (pe_assets **out, const pe_assets_builder *self, pe_findings **findings, pe_error **error) = pe_assets_builder_build;
void (*const layout_pe_assets_builder_free) (pe_assets_builder *self) = pe_assets_builder_free;
size_t (*const layout_pe_assets_get_n_records) (const pe_assets *self) = pe_assets_get_n_records;
pe_status (*const layout_pe_assets_get_record) (pe_asset_record *out, const pe_assets *self, size_t index, pe_error **error) = pe_assets_get_record;
pe_date (*const layout_pe_assets_get_stocktake) (const pe_assets *self) = pe_assets_get_stocktake;
void (*const layout_pe_assets_get_digest) (const pe_assets *self, uint8_t *out) = pe_assets_get_digest;
int32_t (*const layout_pe_assets_is_equal) (const pe_assets *a, const pe_assets *b) = pe_assets_is_equal;
pe_assets *(*const layout_pe_assets_ref) (pe_assets *self) = pe_assets_ref;
void (*const layout_pe_assets_unref) (pe_assets *self) = pe_assets_unref;

/* audit.h */
_Static_assert (sizeof (pe_slip) == 4, "sizeof (pe_slip)");
_Static_assert (sizeof (pe_audit_options) == 32, "sizeof (pe_audit_options)");
_Static_assert (offsetof (pe_audit_options, struct_size) == 0, "offsetof (pe_audit_options, struct_size)");
_Static_assert (offsetof (pe_audit_options, work) == 4, "offsetof (pe_audit_options, work)");
_Static_assert (offsetof (pe_audit_options, over_achieved) == 8, "offsetof (pe_audit_options, over_achieved)");
_Static_assert (offsetof (pe_audit_options, limits) == 24, "offsetof (pe_audit_options, limits)");
_Static_assert (sizeof (pe_audit_summary) == 96, "sizeof (pe_audit_summary)");
_Static_assert (offsetof (pe_audit_summary, struct_size) == 0, "offsetof (pe_audit_summary, struct_size)");
_Static_assert (offsetof (pe_audit_summary, modes) == 4, "offsetof (pe_audit_summary, modes)");
_Static_assert (offsetof (pe_audit_summary, best_modes) == 8, "offsetof (pe_audit_summary, best_modes)");
_Static_assert (offsetof (pe_audit_summary, is_minimal) == 12, "offsetof (pe_audit_summary, is_minimal)");
_Static_assert (offsetof (pe_audit_summary, n_claims) == 16, "offsetof (pe_audit_summary, n_claims)");
_Static_assert (offsetof (pe_audit_summary, n_relations) == 24, "offsetof (pe_audit_summary, n_relations)");
_Static_assert (offsetof (pe_audit_summary, n_computed) == 32, "offsetof (pe_audit_summary, n_computed)");
_Static_assert (offsetof (pe_audit_summary, n_not_computed) == 40, "offsetof (pe_audit_summary, n_not_computed)");
_Static_assert (offsetof (pe_audit_summary, n_fitting) == 48, "offsetof (pe_audit_summary, n_fitting)");
_Static_assert (offsetof (pe_audit_summary, n_contradictions) == 56, "offsetof (pe_audit_summary, n_contradictions)");
_Static_assert (offsetof (pe_audit_summary, n_rounding) == 64, "offsetof (pe_audit_summary, n_rounding)");
_Static_assert (offsetof (pe_audit_summary, n_remarks) == 72, "offsetof (pe_audit_summary, n_remarks)");
_Static_assert (offsetof (pe_audit_summary, n_exceptions) == 80, "offsetof (pe_audit_summary, n_exceptions)");
_Static_assert (offsetof (pe_audit_summary, n_blamed) == 88, "offsetof (pe_audit_summary, n_blamed)");
_Static_assert (sizeof (pe_blame) == 40, "sizeof (pe_blame)");
_Static_assert (offsetof (pe_blame, struct_size) == 0, "offsetof (pe_blame, struct_size)");
_Static_assert (offsetof (pe_blame, claim) == 4, "offsetof (pe_blame, claim)");
_Static_assert (offsetof (pe_blame, n_relations) == 8, "offsetof (pe_blame, n_relations)");
_Static_assert (offsetof (pe_blame, has_value) == 12, "offsetof (pe_blame, has_value)");
_Static_assert (offsetof (pe_blame, is_clean) == 16, "offsetof (pe_blame, is_clean)");
_Static_assert (offsetof (pe_blame, slip) == 20, "offsetof (pe_blame, slip)");
_Static_assert (offsetof (pe_blame, value) == 24, "offsetof (pe_blame, value)");
_Static_assert (sizeof (pe_repair) == 32, "sizeof (pe_repair)");
_Static_assert (offsetof (pe_repair, struct_size) == 0, "offsetof (pe_repair, struct_size)");
_Static_assert (offsetof (pe_repair, claim) == 4, "offsetof (pe_repair, claim)");
_Static_assert (offsetof (pe_repair, value) == 8, "offsetof (pe_repair, value)");
_Static_assert (offsetof (pe_repair, slip) == 24, "offsetof (pe_repair, slip)");
_Static_assert (offsetof (pe_repair, is_clean) == 28, "offsetof (pe_repair, is_clean)");
_Static_assert (PE_SLIP_DIGIT == 1, "PE_SLIP_DIGIT");
_Static_assert (PE_SLIP_SWAPPED == 2, "PE_SLIP_SWAPPED");
_Static_assert (PE_SLIP_POWER == 3, "PE_SLIP_POWER");
_Static_assert (PE_SLIP_LOST == 4, "PE_SLIP_LOST");
_Static_assert (PE_SLIP_ADDED == 5, "PE_SLIP_ADDED");
_Static_assert (PE_SLIP_SIGN == 6, "PE_SLIP_SIGN");
void (*const layout_pe_audit_options_init) (pe_audit_options *self, uint32_t struct_size) = pe_audit_options_init;
void (*const layout_pe_audit_summary_init) (pe_audit_summary *self, uint32_t struct_size) = pe_audit_summary_init;
void (*const layout_pe_blame_init) (pe_blame *self, uint32_t struct_size) = pe_blame_init;
void (*const layout_pe_repair_init) (pe_repair *self, uint32_t struct_size) = pe_repair_init;
pe_audit_class (*const layout_pe_audit_classify) (pe_status code) = pe_audit_classify;
pe_status (*const layout_pe_audit_builder_new) (pe_audit_builder **out, const pe_audit *base, const pe_audit_options *options, pe_error **error) = pe_audit_builder_new;
pe_status (*const layout_pe_audit_builder_add_claims) (pe_audit_builder *self, const pe_claim *claims, size_t n, uint32_t *first, pe_error **error) = pe_audit_builder_add_claims;
pe_status (*const layout_pe_audit_builder_add_relations) (pe_audit_builder *self, const pe_relation *relations, size_t n, pe_error **error) = pe_audit_builder_add_relations;
pe_status (*const layout_pe_audit_builder_build) (pe_audit **out, const pe_audit_builder *self, pe_error **error) = pe_audit_builder_build;
void (*const layout_pe_audit_builder_free) (pe_audit_builder *self) = pe_audit_builder_free;
pe_audit *(*const layout_pe_audit_ref) (pe_audit *self) = pe_audit_ref;
void (*const layout_pe_audit_unref) (pe_audit *self) = pe_audit_unref;
const pe_findings *(*const layout_pe_audit_get_findings) (const pe_audit *self) = pe_audit_get_findings;
pe_status (*const layout_pe_audit_get_summary) (pe_audit_summary *out, const pe_audit *self, pe_error **error) = pe_audit_get_summary;
size_t (*const layout_pe_audit_get_n_claims) (const pe_audit *self) = pe_audit_get_n_claims;
pe_status (*const layout_pe_audit_get_claim) (pe_claim *out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_get_claim;
size_t (*const layout_pe_audit_get_n_relations) (const pe_audit *self) = pe_audit_get_n_relations;
pe_status (*const layout_pe_audit_get_relation) (pe_relation *out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_get_relation;
pe_status (*const layout_pe_audit_get_verdict) (pe_verdict *out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_get_verdict;
pe_status (*const layout_pe_audit_compute_exact) (pe_ratio **out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_compute_exact;
pe_status (*const layout_pe_audit_compute_range) (pe_interval *out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_compute_range;
pe_status (*const layout_pe_audit_print_computation) (pe_text **out, const pe_audit *self, size_t index, pe_language language, pe_error **error) = pe_audit_print_computation;
pe_status (*const layout_pe_audit_print_verdict) (pe_text **out, const pe_audit *self, size_t index, pe_language language, pe_error **error) = pe_audit_print_verdict;
size_t (*const layout_pe_audit_get_n_repairs) (const pe_audit *self, size_t relation) = pe_audit_get_n_repairs;
pe_status (*const layout_pe_audit_get_repair) (pe_repair *out, const pe_audit *self, size_t relation, size_t index, pe_error **error) = pe_audit_get_repair;
size_t (*const layout_pe_audit_get_n_blames) (const pe_audit *self) = pe_audit_get_n_blames;
pe_status (*const layout_pe_audit_get_blame) (pe_blame *out, const pe_audit *self, size_t index, pe_error **error) = pe_audit_get_blame;

/* audit_report.h */
_Static_assert (sizeof (pe_audit_report_options) == 72, "sizeof (pe_audit_report_options)");
_Static_assert (offsetof (pe_audit_report_options, struct_size) == 0, "offsetof (pe_audit_report_options, struct_size)");
_Static_assert (offsetof (pe_audit_report_options, language) == 4, "offsetof (pe_audit_report_options, language)");
_Static_assert (offsetof (pe_audit_report_options, text) == 8, "offsetof (pe_audit_report_options, text)");
_Static_assert (offsetof (pe_audit_report_options, size) == 16, "offsetof (pe_audit_report_options, size)");
_Static_assert (offsetof (pe_audit_report_options, file) == 24, "offsetof (pe_audit_report_options, file)");
_Static_assert (offsetof (pe_audit_report_options, encoding) == 32, "offsetof (pe_audit_report_options, encoding)");
_Static_assert (offsetof (pe_audit_report_options, has_counts) == 40, "offsetof (pe_audit_report_options, has_counts)");
_Static_assert (offsetof (pe_audit_report_options, reserved) == 44, "offsetof (pe_audit_report_options, reserved)");
_Static_assert (offsetof (pe_audit_report_options, n_figures) == 48, "offsetof (pe_audit_report_options, n_figures)");
_Static_assert (offsetof (pe_audit_report_options, n_related) == 56, "offsetof (pe_audit_report_options, n_related)");
_Static_assert (offsetof (pe_audit_report_options, n_left) == 64, "offsetof (pe_audit_report_options, n_left)");
void (*const layout_pe_audit_report_options_init) (pe_audit_report_options *self, uint32_t struct_size) = pe_audit_report_options_init;
pe_status (*const layout_pe_audit_to_text) (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error) = pe_audit_to_text;
pe_status (*const layout_pe_audit_to_json) (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error) = pe_audit_to_json;
pe_status (*const layout_pe_audit_to_sarif) (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error) = pe_audit_to_sarif;
pe_status (*const layout_pe_audit_to_html) (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error) = pe_audit_to_html;

/* batch.h */
_Static_assert (sizeof (pe_batch_type) == 4, "sizeof (pe_batch_type)");
_Static_assert (sizeof (pe_batch_column) == 72, "sizeof (pe_batch_column)");
_Static_assert (offsetof (pe_batch_column, struct_size) == 0, "offsetof (pe_batch_column, struct_size)");
_Static_assert (offsetof (pe_batch_column, type) == 4, "offsetof (pe_batch_column, type)");
_Static_assert (offsetof (pe_batch_column, scale) == 8, "offsetof (pe_batch_column, scale)");
_Static_assert (offsetof (pe_batch_column, unit) == 12, "offsetof (pe_batch_column, unit)");
_Static_assert (offsetof (pe_batch_column, values) == 16, "offsetof (pe_batch_column, values)");
_Static_assert (offsetof (pe_batch_column, stride) == 24, "offsetof (pe_batch_column, stride)");
_Static_assert (offsetof (pe_batch_column, offset) == 32, "offsetof (pe_batch_column, offset)");
_Static_assert (offsetof (pe_batch_column, validity) == 40, "offsetof (pe_batch_column, validity)");
_Static_assert (offsetof (pe_batch_column, states) == 48, "offsetof (pe_batch_column, states)");
_Static_assert (offsetof (pe_batch_column, words) == 56, "offsetof (pe_batch_column, words)");
_Static_assert (offsetof (pe_batch_column, n_words) == 64, "offsetof (pe_batch_column, n_words)");
_Static_assert (sizeof (pe_batch_output) == 32, "sizeof (pe_batch_output)");
_Static_assert (offsetof (pe_batch_output, struct_size) == 0, "offsetof (pe_batch_output, struct_size)");
_Static_assert (offsetof (pe_batch_output, reserved) == 4, "offsetof (pe_batch_output, reserved)");
_Static_assert (offsetof (pe_batch_output, points) == 8, "offsetof (pe_batch_output, points)");
_Static_assert (offsetof (pe_batch_output, points_stride) == 16, "offsetof (pe_batch_output, points_stride)");
_Static_assert (offsetof (pe_batch_output, states) == 24, "offsetof (pe_batch_output, states)");
_Static_assert (sizeof (pe_batch_results) == 40, "sizeof (pe_batch_results)");
_Static_assert (offsetof (pe_batch_results, struct_size) == 0, "offsetof (pe_batch_results, struct_size)");
_Static_assert (offsetof (pe_batch_results, reserved) == 4, "offsetof (pe_batch_results, reserved)");
_Static_assert (offsetof (pe_batch_results, nodes) == 8, "offsetof (pe_batch_results, nodes)");
_Static_assert (offsetof (pe_batch_results, n_nodes) == 16, "offsetof (pe_batch_results, n_nodes)");
_Static_assert (offsetof (pe_batch_results, grades) == 24, "offsetof (pe_batch_results, grades)");
_Static_assert (offsetof (pe_batch_results, statuses) == 32, "offsetof (pe_batch_results, statuses)");
_Static_assert (sizeof (pe_batch_options) == 48, "sizeof (pe_batch_options)");
_Static_assert (offsetof (pe_batch_options, struct_size) == 0, "offsetof (pe_batch_options, struct_size)");
_Static_assert (offsetof (pe_batch_options, threads) == 4, "offsetof (pe_batch_options, threads)");
_Static_assert (offsetof (pe_batch_options, executor) == 8, "offsetof (pe_batch_options, executor)");
_Static_assert (offsetof (pe_batch_options, executor_data) == 16, "offsetof (pe_batch_options, executor_data)");
_Static_assert (offsetof (pe_batch_options, progress) == 24, "offsetof (pe_batch_options, progress)");
_Static_assert (offsetof (pe_batch_options, progress_data) == 32, "offsetof (pe_batch_options, progress_data)");
_Static_assert (offsetof (pe_batch_options, summary) == 40, "offsetof (pe_batch_options, summary)");
_Static_assert (sizeof (pe_batch_counts) == 40, "sizeof (pe_batch_counts)");
_Static_assert (offsetof (pe_batch_counts, struct_size) == 0, "offsetof (pe_batch_counts, struct_size)");
_Static_assert (offsetof (pe_batch_counts, reserved) == 4, "offsetof (pe_batch_counts, reserved)");
_Static_assert (offsetof (pe_batch_counts, units_done) == 8, "offsetof (pe_batch_counts, units_done)");
_Static_assert (offsetof (pe_batch_counts, units_scored) == 16, "offsetof (pe_batch_counts, units_scored)");
_Static_assert (offsetof (pe_batch_counts, cells_exact) == 24, "offsetof (pe_batch_counts, cells_exact)");
_Static_assert (offsetof (pe_batch_counts, units_big) == 32, "offsetof (pe_batch_counts, units_big)");
_Static_assert (PE_BATCH_INT64 == 1, "PE_BATCH_INT64");
_Static_assert (PE_BATCH_INT32 == 2, "PE_BATCH_INT32");
_Static_assert (PE_BATCH_INT16 == 3, "PE_BATCH_INT16");
_Static_assert (PE_BATCH_INT8 == 4, "PE_BATCH_INT8");
_Static_assert (PE_BATCH_BITS == 5, "PE_BATCH_BITS");
void (*const layout_pe_batch_column_init) (pe_batch_column *self, uint32_t struct_size) = pe_batch_column_init;
void (*const layout_pe_batch_output_init) (pe_batch_output *self, uint32_t struct_size) = pe_batch_output_init;
void (*const layout_pe_batch_results_init) (pe_batch_results *self, uint32_t struct_size) = pe_batch_results_init;
void (*const layout_pe_batch_options_init) (pe_batch_options *self, uint32_t struct_size) = pe_batch_options_init;
void (*const layout_pe_batch_counts_init) (pe_batch_counts *self, uint32_t struct_size) = pe_batch_counts_init;
pe_status (*const layout_pe_batch_run) (pe_batch_counts *counts, const pe_batch_plan *plan, const pe_batch_column *columns, size_t n_columns, const pe_batch_results *results, uint64_t n_units, const pe_batch_options *options, pe_error **error) = pe_batch_run;

/* batch_arrow.h */
_Static_assert (sizeof (pe_batch_arrow_options) == 32, "sizeof (pe_batch_arrow_options)");
_Static_assert (offsetof (pe_batch_arrow_options, struct_size) == 0, "offsetof (pe_batch_arrow_options, struct_size)");
_Static_assert (offsetof (pe_batch_arrow_options, reserved) == 4, "offsetof (pe_batch_arrow_options, reserved)");
_Static_assert (offsetof (pe_batch_arrow_options, scales) == 8, "offsetof (pe_batch_arrow_options, scales)");
_Static_assert (offsetof (pe_batch_arrow_options, units) == 16, "offsetof (pe_batch_arrow_options, units)");
_Static_assert (offsetof (pe_batch_arrow_options, n_inputs) == 24, "offsetof (pe_batch_arrow_options, n_inputs)");
void (*const layout_pe_batch_arrow_options_init) (pe_batch_arrow_options *self, uint32_t struct_size) = pe_batch_arrow_options_init;
pe_status (*const layout_pe_batch_arrow_import) (pe_batch_arrow **out, const pe_batch_plan *plan, const pe_arrow_schema *schema, pe_arrow_array *array, const pe_batch_arrow_options *options, pe_findings **findings, pe_error **error) = pe_batch_arrow_import;
void (*const layout_pe_batch_arrow_free) (pe_batch_arrow *self) = pe_batch_arrow_free;
uint64_t (*const layout_pe_batch_arrow_get_n_units) (const pe_batch_arrow *self) = pe_batch_arrow_get_n_units;
const pe_batch_column *(*const layout_pe_batch_arrow_get_columns) (const pe_batch_arrow *self, size_t *n) = pe_batch_arrow_get_columns;
pe_status (*const layout_pe_batch_arrow_export) (pe_arrow_schema *schema, pe_arrow_array *array, const pe_batch_plan *plan, const pe_batch_results *results, uint64_t n_units, pe_error **error) = pe_batch_arrow_export;

/* batch_block.h */
pe_status (*const layout_pe_batch_block_read) (pe_batch_block **out, pe_batch_csv *self, const char *bytes, size_t size, uint64_t first_line, pe_batch_summary *summary, pe_error **error) = pe_batch_block_read;
size_t (*const layout_pe_batch_block_get_n_units) (const pe_batch_block *self) = pe_batch_block_get_n_units;
size_t (*const layout_pe_batch_block_get_n_rejected) (const pe_batch_block *self) = pe_batch_block_get_n_rejected;
uint64_t (*const layout_pe_batch_block_get_n_lines) (const pe_batch_block *self) = pe_batch_block_get_n_lines;
pe_status (*const layout_pe_batch_block_get_total) (pe_decimal *out, const pe_batch_block *self, size_t unit, pe_error **error) = pe_batch_block_get_total;
const char *(*const layout_pe_batch_block_get_key) (size_t *length, const pe_batch_block *self, size_t unit) = pe_batch_block_get_key;
pe_status (*const layout_pe_batch_block_print_scores) (pe_text **out, const pe_batch_block *self, pe_error **error) = pe_batch_block_print_scores;
pe_status (*const layout_pe_batch_block_print_rejected) (pe_text **out, const pe_batch_block *self, pe_language language, pe_error **error) = pe_batch_block_print_rejected;
void (*const layout_pe_batch_block_free) (pe_batch_block *self) = pe_batch_block_free;

/* batch_csv.h */
_Static_assert (sizeof (pe_batch_detail) == 4, "sizeof (pe_batch_detail)");
_Static_assert (sizeof (pe_batch_csv_options) == 16, "sizeof (pe_batch_csv_options)");
_Static_assert (offsetof (pe_batch_csv_options, struct_size) == 0, "offsetof (pe_batch_csv_options, struct_size)");
_Static_assert (offsetof (pe_batch_csv_options, detail) == 4, "offsetof (pe_batch_csv_options, detail)");
_Static_assert (offsetof (pe_batch_csv_options, read) == 8, "offsetof (pe_batch_csv_options, read)");
_Static_assert (PE_BATCH_TOTALS == 1, "PE_BATCH_TOTALS");
_Static_assert (PE_BATCH_NODES == 2, "PE_BATCH_NODES");
void (*const layout_pe_batch_csv_options_init) (pe_batch_csv_options *self, uint32_t struct_size) = pe_batch_csv_options_init;
pe_status (*const layout_pe_batch_csv_new) (pe_batch_csv **out, size_t *head, pe_batch_plan *plan, const char *bytes, size_t size, const pe_batch_csv_options *options, pe_findings **findings, pe_error **error) = pe_batch_csv_new;
pe_status (*const layout_pe_batch_csv_print_template) (pe_text **out, const pe_batch_plan *plan, pe_error **error) = pe_batch_csv_print_template;
pe_status (*const layout_pe_batch_csv_print_heading) (pe_text **out, const pe_batch_csv *self, pe_error **error) = pe_batch_csv_print_heading;
pe_status (*const layout_pe_batch_csv_split) (size_t *whole, const pe_batch_csv *self, const char *bytes, size_t size, int32_t is_last, pe_error **error) = pe_batch_csv_split;
pe_batch_plan *(*const layout_pe_batch_csv_get_plan) (const pe_batch_csv *self) = pe_batch_csv_get_plan;
pe_batch_csv *(*const layout_pe_batch_csv_ref) (pe_batch_csv *self) = pe_batch_csv_ref;
void (*const layout_pe_batch_csv_unref) (pe_batch_csv *self) = pe_batch_csv_unref;

/* batch_plan.h */
_Static_assert (sizeof (pe_batch_level) == 4, "sizeof (pe_batch_level)");
_Static_assert (sizeof (pe_batch_records) == 4, "sizeof (pe_batch_records)");
_Static_assert (sizeof (pe_batch_input_kind) == 4, "sizeof (pe_batch_input_kind)");
_Static_assert (sizeof (pe_batch_input_type) == 4, "sizeof (pe_batch_input_type)");
_Static_assert (sizeof (pe_batch_plan_options) == 32, "sizeof (pe_batch_plan_options)");
_Static_assert (offsetof (pe_batch_plan_options, struct_size) == 0, "offsetof (pe_batch_plan_options, struct_size)");
_Static_assert (offsetof (pe_batch_plan_options, level) == 4, "offsetof (pe_batch_plan_options, level)");
_Static_assert (offsetof (pe_batch_plan_options, records) == 8, "offsetof (pe_batch_plan_options, records)");
_Static_assert (offsetof (pe_batch_plan_options, fiscal_year) == 12, "offsetof (pe_batch_plan_options, fiscal_year)");
_Static_assert (offsetof (pe_batch_plan_options, calendar) == 16, "offsetof (pe_batch_plan_options, calendar)");
_Static_assert (offsetof (pe_batch_plan_options, limits) == 24, "offsetof (pe_batch_plan_options, limits)");
_Static_assert (sizeof (pe_batch_input) == 48, "sizeof (pe_batch_input)");
_Static_assert (offsetof (pe_batch_input, struct_size) == 0, "offsetof (pe_batch_input, struct_size)");
_Static_assert (offsetof (pe_batch_input, kind) == 4, "offsetof (pe_batch_input, kind)");
_Static_assert (offsetof (pe_batch_input, type) == 8, "offsetof (pe_batch_input, type)");
_Static_assert (offsetof (pe_batch_input, unit) == 12, "offsetof (pe_batch_input, unit)");
_Static_assert (offsetof (pe_batch_input, scale) == 16, "offsetof (pe_batch_input, scale)");
_Static_assert (offsetof (pe_batch_input, required) == 20, "offsetof (pe_batch_input, required)");
_Static_assert (offsetof (pe_batch_input, indicator) == 24, "offsetof (pe_batch_input, indicator)");
_Static_assert (offsetof (pe_batch_input, reserved) == 28, "offsetof (pe_batch_input, reserved)");
_Static_assert (offsetof (pe_batch_input, path) == 32, "offsetof (pe_batch_input, path)");
_Static_assert (offsetof (pe_batch_input, name) == 40, "offsetof (pe_batch_input, name)");
_Static_assert (PE_BATCH_LEVEL_INTEGER == 1, "PE_BATCH_LEVEL_INTEGER");
_Static_assert (PE_BATCH_LEVEL_BASELINE == 2, "PE_BATCH_LEVEL_BASELINE");
_Static_assert (PE_BATCH_LEVEL_V3 == 3, "PE_BATCH_LEVEL_V3");
_Static_assert (PE_BATCH_LEVEL_V4 == 4, "PE_BATCH_LEVEL_V4");
_Static_assert (PE_BATCH_RECORDS_REFUSE == 1, "PE_BATCH_RECORDS_REFUSE");
_Static_assert (PE_BATCH_RECORDS_POINTS == 2, "PE_BATCH_RECORDS_POINTS");
_Static_assert (PE_BATCH_INPUT_FACT == 1, "PE_BATCH_INPUT_FACT");
_Static_assert (PE_BATCH_INPUT_AMOUNT == 2, "PE_BATCH_INPUT_AMOUNT");
_Static_assert (PE_BATCH_INPUT_POINTS == 3, "PE_BATCH_INPUT_POINTS");
_Static_assert (PE_BATCH_INPUT_DEDUCTION == 4, "PE_BATCH_INPUT_DEDUCTION");
_Static_assert (PE_BATCH_INPUT_BONUS == 5, "PE_BATCH_INPUT_BONUS");
_Static_assert (PE_BATCH_INPUT_VETO == 6, "PE_BATCH_INPUT_VETO");
_Static_assert (PE_BATCH_INPUT_REASON == 7, "PE_BATCH_INPUT_REASON");
_Static_assert (PE_BATCH_INPUT_NUMBER == 1, "PE_BATCH_INPUT_NUMBER");
_Static_assert (PE_BATCH_INPUT_TRUTH == 2, "PE_BATCH_INPUT_TRUTH");
_Static_assert (PE_BATCH_INPUT_TEXT == 3, "PE_BATCH_INPUT_TEXT");
void (*const layout_pe_batch_plan_options_init) (pe_batch_plan_options *self, uint32_t struct_size) = pe_batch_plan_options_init;
void (*const layout_pe_batch_input_init) (pe_batch_input *self, uint32_t struct_size) = pe_batch_input_init;
pe_status (*const layout_pe_batch_plan_new) (pe_batch_plan **out, pe_rulebook *rulebook, const pe_batch_plan_options *options, pe_findings **findings, pe_error **error) = pe_batch_plan_new;
pe_batch_plan *(*const layout_pe_batch_plan_ref) (pe_batch_plan *self) = pe_batch_plan_ref;
void (*const layout_pe_batch_plan_unref) (pe_batch_plan *self) = pe_batch_plan_unref;
pe_rulebook *(*const layout_pe_batch_plan_get_rulebook) (const pe_batch_plan *self) = pe_batch_plan_get_rulebook;
pe_batch_level (*const layout_pe_batch_plan_get_level) (const pe_batch_plan *self) = pe_batch_plan_get_level;
size_t (*const layout_pe_batch_plan_get_n_nodes) (const pe_batch_plan *self) = pe_batch_plan_get_n_nodes;
int32_t (*const layout_pe_batch_plan_get_scale) (const pe_batch_plan *self, size_t node) = pe_batch_plan_get_scale;
size_t (*const layout_pe_batch_plan_get_n_inputs) (const pe_batch_plan *self) = pe_batch_plan_get_n_inputs;
pe_status (*const layout_pe_batch_plan_get_input) (pe_batch_input *out, const pe_batch_plan *self, size_t index, pe_error **error) = pe_batch_plan_get_input;
pe_status (*const layout_pe_batch_plan_find_input) (size_t *out, const pe_batch_plan *self, const char *path, pe_error **error) = pe_batch_plan_find_input;

/* batch_summary.h */
pe_status (*const layout_pe_batch_summary_new) (pe_batch_summary **out, const pe_batch_plan *plan, pe_error **error) = pe_batch_summary_new;
void (*const layout_pe_batch_summary_free) (pe_batch_summary *self) = pe_batch_summary_free;
pe_status (*const layout_pe_batch_summary_merge) (pe_batch_summary *self, const pe_batch_summary *other, pe_error **error) = pe_batch_summary_merge;
const uint8_t *(*const layout_pe_batch_summary_get_rulebook_digest) (const pe_batch_summary *self) = pe_batch_summary_get_rulebook_digest;
uint64_t (*const layout_pe_batch_summary_get_n_units) (const pe_batch_summary *self) = pe_batch_summary_get_n_units;
uint64_t (*const layout_pe_batch_summary_get_n_scored) (const pe_batch_summary *self) = pe_batch_summary_get_n_scored;
uint64_t (*const layout_pe_batch_summary_count_grade) (const pe_batch_summary *self, int32_t grade) = pe_batch_summary_count_grade;
uint64_t (*const layout_pe_batch_summary_count_state) (const pe_batch_summary *self, size_t node, pe_state state) = pe_batch_summary_count_state;
pe_status (*const layout_pe_batch_summary_get_sum) (pe_ratio **out, const pe_batch_summary *self, size_t node, pe_error **error) = pe_batch_summary_get_sum;
pe_status (*const layout_pe_batch_summary_to_bytes) (pe_text **out, const pe_batch_summary *self, pe_error **error) = pe_batch_summary_to_bytes;
pe_status (*const layout_pe_batch_summary_from_bytes) (pe_batch_summary **out, const uint8_t *bytes, size_t size, pe_error **error) = pe_batch_summary_from_bytes;

/* budget.h */
_Static_assert (sizeof (pe_budget_category) == 4, "sizeof (pe_budget_category)");
_Static_assert (sizeof (pe_funding) == 4, "sizeof (pe_funding)");
_Static_assert (sizeof (pe_amount) == 4, "sizeof (pe_amount)");
_Static_assert (sizeof (pe_three_public) == 4, "sizeof (pe_three_public)");
_Static_assert (sizeof (pe_budget_line) == 224, "sizeof (pe_budget_line)");
_Static_assert (offsetof (pe_budget_line, struct_size) == 0, "offsetof (pe_budget_line, struct_size)");
_Static_assert (offsetof (pe_budget_line, parent) == 4, "offsetof (pe_budget_line, parent)");
_Static_assert (offsetof (pe_budget_line, category) == 8, "offsetof (pe_budget_line, category)");
_Static_assert (offsetof (pe_budget_line, complete) == 12, "offsetof (pe_budget_line, complete)");
_Static_assert (offsetof (pe_budget_line, name) == 16, "offsetof (pe_budget_line, name)");
_Static_assert (offsetof (pe_budget_line, initial) == 24, "offsetof (pe_budget_line, initial)");
_Static_assert (offsetof (pe_budget_line, adjusted) == 48, "offsetof (pe_budget_line, adjusted)");
_Static_assert (offsetof (pe_budget_line, executed) == 72, "offsetof (pe_budget_line, executed)");
_Static_assert (offsetof (pe_budget_line, funding) == 96, "offsetof (pe_budget_line, funding)");
_Static_assert (offsetof (pe_budget_line, n_months) == 100, "offsetof (pe_budget_line, n_months)");
_Static_assert (offsetof (pe_budget_line, economic_class) == 104, "offsetof (pe_budget_line, economic_class)");
_Static_assert (offsetof (pe_budget_line, project) == 112, "offsetof (pe_budget_line, project)");
_Static_assert (offsetof (pe_budget_line, carried_in) == 120, "offsetof (pe_budget_line, carried_in)");
_Static_assert (offsetof (pe_budget_line, added) == 144, "offsetof (pe_budget_line, added)");
_Static_assert (offsetof (pe_budget_line, carry_over) == 168, "offsetof (pe_budget_line, carry_over)");
_Static_assert (offsetof (pe_budget_line, surplus) == 192, "offsetof (pe_budget_line, surplus)");
_Static_assert (offsetof (pe_budget_line, months) == 216, "offsetof (pe_budget_line, months)");
_Static_assert (sizeof (pe_three_public_line) == 80, "sizeof (pe_three_public_line)");
_Static_assert (offsetof (pe_three_public_line, struct_size) == 0, "offsetof (pe_three_public_line, struct_size)");
_Static_assert (offsetof (pe_three_public_line, item) == 4, "offsetof (pe_three_public_line, item)");
_Static_assert (offsetof (pe_three_public_line, initial) == 8, "offsetof (pe_three_public_line, initial)");
_Static_assert (offsetof (pe_three_public_line, adjusted) == 32, "offsetof (pe_three_public_line, adjusted)");
_Static_assert (offsetof (pe_three_public_line, executed) == 56, "offsetof (pe_three_public_line, executed)");
_Static_assert (sizeof (pe_budget_filter) == 32, "sizeof (pe_budget_filter)");
_Static_assert (offsetof (pe_budget_filter, struct_size) == 0, "offsetof (pe_budget_filter, struct_size)");
_Static_assert (offsetof (pe_budget_filter, category) == 4, "offsetof (pe_budget_filter, category)");
_Static_assert (offsetof (pe_budget_filter, funding) == 8, "offsetof (pe_budget_filter, funding)");
_Static_assert (offsetof (pe_budget_filter, reserved) == 12, "offsetof (pe_budget_filter, reserved)");
_Static_assert (offsetof (pe_budget_filter, economic_class) == 16, "offsetof (pe_budget_filter, economic_class)");
_Static_assert (offsetof (pe_budget_filter, project) == 24, "offsetof (pe_budget_filter, project)");
_Static_assert (PE_BUDGET_TOTAL == 1, "PE_BUDGET_TOTAL");
_Static_assert (PE_BUDGET_BASIC == 2, "PE_BUDGET_BASIC");
_Static_assert (PE_BUDGET_BASIC_PERSONNEL == 3, "PE_BUDGET_BASIC_PERSONNEL");
_Static_assert (PE_BUDGET_BASIC_PUBLIC == 4, "PE_BUDGET_BASIC_PUBLIC");
_Static_assert (PE_BUDGET_PROJECT == 5, "PE_BUDGET_PROJECT");
_Static_assert (PE_BUDGET_OTHER == 6, "PE_BUDGET_OTHER");
_Static_assert (PE_FUNDING_APPROPRIATION == 1, "PE_FUNDING_APPROPRIATION");
_Static_assert (PE_FUNDING_CARRIED_OVER == 2, "PE_FUNDING_CARRIED_OVER");
_Static_assert (PE_FUNDING_SPECIAL == 3, "PE_FUNDING_SPECIAL");
_Static_assert (PE_FUNDING_OWN == 4, "PE_FUNDING_OWN");
_Static_assert (PE_FUNDING_OTHER == 5, "PE_FUNDING_OTHER");
_Static_assert (PE_AMOUNT_INITIAL == 1, "PE_AMOUNT_INITIAL");
_Static_assert (PE_AMOUNT_ADJUSTED == 2, "PE_AMOUNT_ADJUSTED");
_Static_assert (PE_AMOUNT_EXECUTED == 3, "PE_AMOUNT_EXECUTED");
_Static_assert (PE_AMOUNT_CARRIED_IN == 4, "PE_AMOUNT_CARRIED_IN");
_Static_assert (PE_AMOUNT_ADDED == 5, "PE_AMOUNT_ADDED");
_Static_assert (PE_AMOUNT_CARRY_OVER == 6, "PE_AMOUNT_CARRY_OVER");
_Static_assert (PE_AMOUNT_SURPLUS == 7, "PE_AMOUNT_SURPLUS");
_Static_assert (PE_THREE_PUBLIC_TOTAL == 1, "PE_THREE_PUBLIC_TOTAL");
_Static_assert (PE_THREE_PUBLIC_ABROAD == 2, "PE_THREE_PUBLIC_ABROAD");
_Static_assert (PE_THREE_PUBLIC_VEHICLES == 3, "PE_THREE_PUBLIC_VEHICLES");
_Static_assert (PE_THREE_PUBLIC_PURCHASE == 4, "PE_THREE_PUBLIC_PURCHASE");
_Static_assert (PE_THREE_PUBLIC_RUNNING == 5, "PE_THREE_PUBLIC_RUNNING");
_Static_assert (PE_THREE_PUBLIC_RECEPTION == 6, "PE_THREE_PUBLIC_RECEPTION");
void (*const layout_pe_budget_line_init) (pe_budget_line *self, uint32_t struct_size) = pe_budget_line_init;
void (*const layout_pe_three_public_line_init) (pe_three_public_line *self, uint32_t struct_size) = pe_three_public_line_init;
void (*const layout_pe_budget_filter_init) (pe_budget_filter *self, uint32_t struct_size) = pe_budget_filter_init;
pe_status (*const layout_pe_budget_builder_new) (pe_budget_builder **out, const pe_budget *from, pe_error **error) = pe_budget_builder_new;
pe_status (*const layout_pe_budget_builder_add_many) (pe_budget_builder *self, const pe_budget_line *items, size_t n, pe_error **error) = pe_budget_builder_add_many;
pe_status (*const layout_pe_budget_builder_add_three_public) (pe_budget_builder *self, const pe_three_public_line *items, size_t n, pe_error **error) = pe_budget_builder_add_three_public;
pe_status (*const layout_pe_budget_builder_build) (pe_budget **out, const pe_budget_builder *self, pe_findings **findings, pe_error **error) = pe_budget_builder_build;
void (*const layout_pe_budget_builder_free) (pe_budget_builder *self) = pe_budget_builder_free;
size_t (*const layout_pe_budget_get_n_lines) (const pe_budget *self) = pe_budget_get_n_lines;
pe_status (*const layout_pe_budget_get_line) (pe_budget_line *out, const pe_budget *self, size_t index, pe_error **error) = pe_budget_get_line;
pe_status (*const layout_pe_budget_compute_amount) (pe_figure *out, const pe_budget *self, pe_budget_category category, pe_amount amount, pe_error **error) = pe_budget_compute_amount;
pe_status (*const layout_pe_budget_compute_not_itemised) (pe_figure *out, const pe_budget *self, size_t index, pe_amount amount, pe_error **error) = pe_budget_compute_not_itemised;
pe_status (*const layout_pe_budget_compute_three_public) (pe_figure *out, const pe_budget *self, pe_three_public item, pe_amount amount, pe_error **error) = pe_budget_compute_three_public;
size_t (*const layout_pe_budget_get_n_three_public) (const pe_budget *self) = pe_budget_get_n_three_public;
pe_status (*const layout_pe_budget_get_three_public) (pe_three_public_line *out, const pe_budget *self, size_t index, pe_error **error) = pe_budget_get_three_public;
pe_status (*const layout_pe_budget_sum_lines) (pe_figure *out, const pe_budget *self, const pe_budget_filter *filter, pe_amount amount, pe_error **error) = pe_budget_sum_lines;
pe_status (*const layout_pe_budget_compute_progress) (pe_figure *out, const pe_budget *self, int32_t month, pe_error **error) = pe_budget_compute_progress;
void (*const layout_pe_budget_get_digest) (const pe_budget *self, uint8_t *out) = pe_budget_get_digest;
int32_t (*const layout_pe_budget_is_equal) (const pe_budget *a, const pe_budget *b) = pe_budget_is_equal;
pe_budget *(*const layout_pe_budget_ref) (pe_budget *self) = pe_budget_ref;
void (*const layout_pe_budget_unref) (pe_budget *self) = pe_budget_unref;

/* calendar.h */
_Static_assert (sizeof (pe_named_day) == 16, "sizeof (pe_named_day)");
_Static_assert (offsetof (pe_named_day, struct_size) == 0, "offsetof (pe_named_day, struct_size)");
_Static_assert (offsetof (pe_named_day, date) == 4, "offsetof (pe_named_day, date)");
_Static_assert (offsetof (pe_named_day, name) == 8, "offsetof (pe_named_day, name)");
_Static_assert (sizeof (pe_calendar_spec) == 64, "sizeof (pe_calendar_spec)");
_Static_assert (offsetof (pe_calendar_spec, struct_size) == 0, "offsetof (pe_calendar_spec, struct_size)");
_Static_assert (offsetof (pe_calendar_spec, first_year) == 4, "offsetof (pe_calendar_spec, first_year)");
_Static_assert (offsetof (pe_calendar_spec, last_year) == 8, "offsetof (pe_calendar_spec, last_year)");
_Static_assert (offsetof (pe_calendar_spec, reserved) == 12, "offsetof (pe_calendar_spec, reserved)");
_Static_assert (offsetof (pe_calendar_spec, holidays) == 16, "offsetof (pe_calendar_spec, holidays)");
_Static_assert (offsetof (pe_calendar_spec, n_holidays) == 24, "offsetof (pe_calendar_spec, n_holidays)");
_Static_assert (offsetof (pe_calendar_spec, workdays) == 32, "offsetof (pe_calendar_spec, workdays)");
_Static_assert (offsetof (pe_calendar_spec, n_workdays) == 40, "offsetof (pe_calendar_spec, n_workdays)");
_Static_assert (offsetof (pe_calendar_spec, named_days) == 48, "offsetof (pe_calendar_spec, named_days)");
_Static_assert (offsetof (pe_calendar_spec, n_named_days) == 56, "offsetof (pe_calendar_spec, n_named_days)");
void (*const layout_pe_calendar_spec_init) (pe_calendar_spec *spec, uint32_t struct_size) = pe_calendar_spec_init;
pe_status (*const layout_pe_calendar_new) (pe_calendar **out, const pe_calendar_spec *spec, pe_error **error) = pe_calendar_new;
pe_status (*const layout_pe_calendar_is_workday) (int32_t *out, const pe_calendar *self, pe_date date, pe_error **error) = pe_calendar_is_workday;
pe_status (*const layout_pe_calendar_count_workdays) (int32_t *out, const pe_calendar *self, pe_date from, pe_date to, pe_error **error) = pe_calendar_count_workdays;
pe_status (*const layout_pe_calendar_find_named_day) (pe_date *out, const pe_calendar *self, const char *name, int32_t year, pe_error **error) = pe_calendar_find_named_day;
pe_calendar *(*const layout_pe_calendar_ref) (pe_calendar *self) = pe_calendar_ref;
void (*const layout_pe_calendar_unref) (pe_calendar *self) = pe_calendar_unref;

/* calendar_json.h */
pe_status (*const layout_pe_calendar_from_json) (pe_calendar **out, const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error) = pe_calendar_from_json;

/* cases.h */
pe_status (*const layout_pe_rulebook_run_cases) (pe_findings **out, pe_rulebook *rulebook, const pe_evaluate_options *options, pe_error **error) = pe_rulebook_run_cases;

/* claim.h */
_Static_assert (sizeof (pe_claim_nature) == 4, "sizeof (pe_claim_nature)");
_Static_assert (sizeof (pe_comparison) == 4, "sizeof (pe_comparison)");
_Static_assert (sizeof (pe_claim) == 128, "sizeof (pe_claim)");
_Static_assert (offsetof (pe_claim, struct_size) == 0, "offsetof (pe_claim, struct_size)");
_Static_assert (offsetof (pe_claim, nature) == 4, "offsetof (pe_claim, nature)");
_Static_assert (offsetof (pe_claim, text) == 8, "offsetof (pe_claim, text)");
_Static_assert (offsetof (pe_claim, unit) == 16, "offsetof (pe_claim, unit)");
_Static_assert (offsetof (pe_claim, name) == 24, "offsetof (pe_claim, name)");
_Static_assert (offsetof (pe_claim, path) == 32, "offsetof (pe_claim, path)");
_Static_assert (offsetof (pe_claim, file) == 40, "offsetof (pe_claim, file)");
_Static_assert (offsetof (pe_claim, cell) == 48, "offsetof (pe_claim, cell)");
_Static_assert (offsetof (pe_claim, line) == 56, "offsetof (pe_claim, line)");
_Static_assert (offsetof (pe_claim, column) == 64, "offsetof (pe_claim, column)");
_Static_assert (offsetof (pe_claim, offset) == 72, "offsetof (pe_claim, offset)");
_Static_assert (offsetof (pe_claim, length) == 80, "offsetof (pe_claim, length)");
_Static_assert (offsetof (pe_claim, state) == 88, "offsetof (pe_claim, state)");
_Static_assert (offsetof (pe_claim, status) == 92, "offsetof (pe_claim, status)");
_Static_assert (offsetof (pe_claim, value) == 96, "offsetof (pe_claim, value)");
_Static_assert (offsetof (pe_claim, exponent) == 112, "offsetof (pe_claim, exponent)");
_Static_assert (offsetof (pe_claim, unit_kind) == 116, "offsetof (pe_claim, unit_kind)");
_Static_assert (offsetof (pe_claim, is_exact) == 120, "offsetof (pe_claim, is_exact)");
_Static_assert (offsetof (pe_claim, comparison) == 124, "offsetof (pe_claim, comparison)");
_Static_assert (PE_CLAIM_AMOUNT == 1, "PE_CLAIM_AMOUNT");
_Static_assert (PE_CLAIM_COUNT == 2, "PE_CLAIM_COUNT");
_Static_assert (PE_CLAIM_RATE == 3, "PE_CLAIM_RATE");
_Static_assert (PE_CLAIM_SCORE == 4, "PE_CLAIM_SCORE");
_Static_assert (PE_CLAIM_MARKS == 5, "PE_CLAIM_MARKS");
_Static_assert (PE_CLAIM_TARGET == 6, "PE_CLAIM_TARGET");
_Static_assert (PE_CLAIM_YEAR == 7, "PE_CLAIM_YEAR");
_Static_assert (PE_CLAIM_FIXED == 8, "PE_CLAIM_FIXED");
_Static_assert (PE_CLAIM_WORD == 9, "PE_CLAIM_WORD");
_Static_assert (PE_COMPARE_AT_LEAST == 1, "PE_COMPARE_AT_LEAST");
_Static_assert (PE_COMPARE_AT_MOST == 2, "PE_COMPARE_AT_MOST");
_Static_assert (PE_COMPARE_EQUAL == 3, "PE_COMPARE_EQUAL");
_Static_assert (PE_COMPARE_BELOW == 4, "PE_COMPARE_BELOW");
_Static_assert (PE_COMPARE_ABOVE == 5, "PE_COMPARE_ABOVE");
void (*const layout_pe_claim_init) (pe_claim *self, uint32_t struct_size) = pe_claim_init;
pe_status (*const layout_pe_claim_read) (pe_claim *self, pe_error **error) = pe_claim_read;

/* csv.h */
_Static_assert (sizeof (pe_line_end) == 4, "sizeof (pe_line_end)");
_Static_assert (sizeof (pe_csv_options) == 40, "sizeof (pe_csv_options)");
_Static_assert (offsetof (pe_csv_options, struct_size) == 0, "offsetof (pe_csv_options, struct_size)");
_Static_assert (offsetof (pe_csv_options, encoding) == 4, "offsetof (pe_csv_options, encoding)");
_Static_assert (offsetof (pe_csv_options, separator) == 8, "offsetof (pe_csv_options, separator)");
_Static_assert (offsetof (pe_csv_options, line_end) == 12, "offsetof (pe_csv_options, line_end)");
_Static_assert (offsetof (pe_csv_options, no_mark) == 16, "offsetof (pe_csv_options, no_mark)");
_Static_assert (offsetof (pe_csv_options, no_guard) == 20, "offsetof (pe_csv_options, no_guard)");
_Static_assert (offsetof (pe_csv_options, name) == 24, "offsetof (pe_csv_options, name)");
_Static_assert (offsetof (pe_csv_options, read) == 32, "offsetof (pe_csv_options, read)");
_Static_assert (PE_LINE_END_CRLF == 1, "PE_LINE_END_CRLF");
_Static_assert (PE_LINE_END_LF == 2, "PE_LINE_END_LF");
_Static_assert (PE_LINE_END_CR == 3, "PE_LINE_END_CR");
void (*const layout_pe_csv_options_init) (pe_csv_options *self, uint32_t struct_size) = pe_csv_options_init;
pe_status (*const layout_pe_tables_from_csv) (pe_tables **out, const char *bytes, size_t size, const pe_csv_options *options, pe_findings **findings, pe_error **error) = pe_tables_from_csv;
pe_status (*const layout_pe_tables_to_csv) (pe_text **out, const pe_tables *self, size_t table, const pe_csv_options *options, pe_error **error) = pe_tables_to_csv;

/* date.h */
_Static_assert (sizeof (pe_date) == 4, "sizeof (pe_date)");
pe_status (*const layout_pe_date_parse) (pe_date *out, const char *text, size_t length, pe_error **error) = pe_date_parse;
int32_t (*const layout_pe_date_is_valid) (pe_date date) = pe_date_is_valid;
int32_t (*const layout_pe_date_get_weekday) (pe_date date) = pe_date_get_weekday;
pe_status (*const layout_pe_date_count_days) (int32_t *out, pe_date from, pe_date to, pe_error **error) = pe_date_count_days;

/* decimal.h */
_Static_assert (sizeof (pe_rounding) == 4, "sizeof (pe_rounding)");
_Static_assert (sizeof (pe_decimal) == 16, "sizeof (pe_decimal)");
_Static_assert (offsetof (pe_decimal, coefficient) == 0, "offsetof (pe_decimal, coefficient)");
_Static_assert (offsetof (pe_decimal, scale) == 8, "offsetof (pe_decimal, scale)");
_Static_assert (offsetof (pe_decimal, reserved) == 12, "offsetof (pe_decimal, reserved)");
_Static_assert (PE_ROUND_HALF_UP == 1, "PE_ROUND_HALF_UP");
_Static_assert (PE_ROUND_HALF_EVEN == 2, "PE_ROUND_HALF_EVEN");
_Static_assert (PE_ROUND_HALF_DOWN == 3, "PE_ROUND_HALF_DOWN");
_Static_assert (PE_ROUND_DOWN == 4, "PE_ROUND_DOWN");
_Static_assert (PE_ROUND_UP == 5, "PE_ROUND_UP");
_Static_assert (PE_ROUND_FLOOR == 6, "PE_ROUND_FLOOR");
_Static_assert (PE_ROUND_CEILING == 7, "PE_ROUND_CEILING");
_Static_assert (PE_DECIMAL_PRINT_SIZE == 24, "PE_DECIMAL_PRINT_SIZE");
pe_status (*const layout_pe_decimal_parse) (pe_decimal *out, const char *text, size_t length, pe_error **error) = pe_decimal_parse;
pe_status (*const layout_pe_decimal_print) (char *out, size_t size, const pe_decimal *self, pe_error **error) = pe_decimal_print;
pe_status (*const layout_pe_decimal_compare) (int32_t *out, const pe_decimal *a, const pe_decimal *b, pe_error **error) = pe_decimal_compare;
pe_status (*const layout_pe_decimal_add) (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error) = pe_decimal_add;
pe_status (*const layout_pe_decimal_subtract) (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error) = pe_decimal_subtract;
pe_status (*const layout_pe_decimal_multiply) (pe_decimal *out, const pe_decimal *a, const pe_decimal *b, pe_error **error) = pe_decimal_multiply;
pe_status (*const layout_pe_decimal_quantize) (pe_decimal *out, const pe_decimal *self, int32_t places, pe_rounding rounding, pe_error **error) = pe_decimal_quantize;

/* digest.h */
_Static_assert (PE_DIGEST_SIZE == 32, "PE_DIGEST_SIZE");
_Static_assert (PE_DIGEST_HEX_SIZE == 65, "PE_DIGEST_HEX_SIZE");
void (*const layout_pe_digest_print) (char *out, const uint8_t *digest) = pe_digest_print;

/* dossier.h */
_Static_assert (sizeof (pe_kind) == 4, "sizeof (pe_kind)");
_Static_assert (sizeof (pe_dossier_head) == 48, "sizeof (pe_dossier_head)");
_Static_assert (offsetof (pe_dossier_head, struct_size) == 0, "offsetof (pe_dossier_head, struct_size)");
_Static_assert (offsetof (pe_dossier_head, fiscal_year) == 4, "offsetof (pe_dossier_head, fiscal_year)");
_Static_assert (offsetof (pe_dossier_head, kind) == 8, "offsetof (pe_dossier_head, kind)");
_Static_assert (offsetof (pe_dossier_head, reserved) == 12, "offsetof (pe_dossier_head, reserved)");
_Static_assert (offsetof (pe_dossier_head, unit_name) == 16, "offsetof (pe_dossier_head, unit_name)");
_Static_assert (offsetof (pe_dossier_head, unit_code) == 24, "offsetof (pe_dossier_head, unit_code)");
_Static_assert (offsetof (pe_dossier_head, place) == 32, "offsetof (pe_dossier_head, place)");
_Static_assert (offsetof (pe_dossier_head, source) == 40, "offsetof (pe_dossier_head, source)");
_Static_assert (PE_KIND_DEPARTMENT == 1, "PE_KIND_DEPARTMENT");
_Static_assert (PE_KIND_PROJECT == 2, "PE_KIND_PROJECT");
_Static_assert (PE_KIND_POLICY == 3, "PE_KIND_POLICY");
void (*const layout_pe_dossier_head_init) (pe_dossier_head *self, uint32_t struct_size) = pe_dossier_head_init;
pe_status (*const layout_pe_dossier_builder_new) (pe_dossier_builder **out, const pe_dossier *from, pe_error **error) = pe_dossier_builder_new;
pe_status (*const layout_pe_dossier_builder_set_head) (pe_dossier_builder *self, const pe_dossier_head *head, pe_error **error) = pe_dossier_builder_set_head;
pe_status (*const layout_pe_dossier_builder_set_budget) (pe_dossier_builder *self, pe_budget *budget, pe_error **error) = pe_dossier_builder_set_budget;
pe_status (*const layout_pe_dossier_builder_set_procurement) (pe_dossier_builder *self, pe_procurement *procurement, pe_error **error) = pe_dossier_builder_set_procurement;
pe_status (*const layout_pe_dossier_builder_set_assets) (pe_dossier_builder *self, pe_assets *assets, pe_error **error) = pe_dossier_builder_set_assets;
pe_status (*const layout_pe_dossier_builder_add_registers) (pe_dossier_builder *self, pe_register *const *items, size_t n, pe_error **error) = pe_dossier_builder_add_registers;
pe_status (*const layout_pe_dossier_builder_set_prior) (pe_dossier_builder *self, pe_dossier *prior, pe_error **error) = pe_dossier_builder_set_prior;
pe_status (*const layout_pe_dossier_builder_add_facts) (pe_dossier_builder *self, const pe_fact *items, size_t n, pe_error **error) = pe_dossier_builder_add_facts;
pe_status (*const layout_pe_dossier_builder_add_rows) (pe_dossier_builder *self, const pe_row *items, size_t n, pe_error **error) = pe_dossier_builder_add_rows;
pe_status (*const layout_pe_dossier_builder_add_declared_scores) (pe_dossier_builder *self, const pe_declared_score *items, size_t n, pe_error **error) = pe_dossier_builder_add_declared_scores;
pe_status (*const layout_pe_dossier_builder_add_readings) (pe_dossier_builder *self, const pe_reading *items, size_t n, pe_error **error) = pe_dossier_builder_add_readings;
pe_status (*const layout_pe_dossier_builder_add_adjustments) (pe_dossier_builder *self, const pe_adjustment *items, size_t n, pe_error **error) = pe_dossier_builder_add_adjustments;
pe_status (*const layout_pe_dossier_builder_add_events) (pe_dossier_builder *self, const pe_event *items, size_t n, pe_error **error) = pe_dossier_builder_add_events;
pe_status (*const layout_pe_dossier_builder_add_narratives) (pe_dossier_builder *self, const pe_narrative *items, size_t n, pe_error **error) = pe_dossier_builder_add_narratives;
pe_status (*const layout_pe_dossier_builder_build) (pe_dossier **out, const pe_dossier_builder *self, pe_findings **findings, pe_error **error) = pe_dossier_builder_build;
void (*const layout_pe_dossier_builder_free) (pe_dossier_builder *self) = pe_dossier_builder_free;
pe_status (*const layout_pe_dossier_get_head) (pe_dossier_head *out, const pe_dossier *self, pe_error **error) = pe_dossier_get_head;
pe_budget *(*const layout_pe_dossier_get_budget) (const pe_dossier *self) = pe_dossier_get_budget;
pe_procurement *(*const layout_pe_dossier_get_procurement) (const pe_dossier *self) = pe_dossier_get_procurement;
pe_assets *(*const layout_pe_dossier_get_assets) (const pe_dossier *self) = pe_dossier_get_assets;
size_t (*const layout_pe_dossier_get_n_registers) (const pe_dossier *self) = pe_dossier_get_n_registers;
pe_register *(*const layout_pe_dossier_get_register) (const pe_dossier *self, size_t index) = pe_dossier_get_register;
pe_register *(*const layout_pe_dossier_find_register) (const pe_dossier *self, const char *id) = pe_dossier_find_register;
pe_dossier *(*const layout_pe_dossier_get_prior) (const pe_dossier *self) = pe_dossier_get_prior;
size_t (*const layout_pe_dossier_get_n_facts) (const pe_dossier *self) = pe_dossier_get_n_facts;
pe_status (*const layout_pe_dossier_get_fact) (pe_fact *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_fact;
size_t (*const layout_pe_dossier_get_n_rows) (const pe_dossier *self) = pe_dossier_get_n_rows;
pe_status (*const layout_pe_dossier_get_row) (pe_row *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_row;
size_t (*const layout_pe_dossier_get_n_declared_scores) (const pe_dossier *self) = pe_dossier_get_n_declared_scores;
pe_status (*const layout_pe_dossier_get_declared_score) (pe_declared_score *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_declared_score;
size_t (*const layout_pe_dossier_get_n_readings) (const pe_dossier *self) = pe_dossier_get_n_readings;
pe_status (*const layout_pe_dossier_get_reading) (pe_reading *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_reading;
size_t (*const layout_pe_dossier_get_n_adjustments) (const pe_dossier *self) = pe_dossier_get_n_adjustments;
pe_status (*const layout_pe_dossier_get_adjustment) (pe_adjustment *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_adjustment;
size_t (*const layout_pe_dossier_get_n_events) (const pe_dossier *self) = pe_dossier_get_n_events;
pe_status (*const layout_pe_dossier_get_event) (pe_event *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_event;
size_t (*const layout_pe_dossier_get_n_narratives) (const pe_dossier *self) = pe_dossier_get_n_narratives;
pe_status (*const layout_pe_dossier_get_narrative) (pe_narrative *out, const pe_dossier *self, size_t index, pe_error **error) = pe_dossier_get_narrative;
const pe_place *(*const layout_pe_dossier_find_place) (const pe_dossier *self, const char *path) = pe_dossier_find_place;
void (*const layout_pe_dossier_get_digest) (const pe_dossier *self, uint8_t *out) = pe_dossier_get_digest;
int32_t (*const layout_pe_dossier_is_equal) (const pe_dossier *a, const pe_dossier *b) = pe_dossier_is_equal;
pe_dossier *(*const layout_pe_dossier_ref) (pe_dossier *self) = pe_dossier_ref;
void (*const layout_pe_dossier_unref) (pe_dossier *self) = pe_dossier_unref;

/* dossier_tables.h */
_Static_assert (sizeof (pe_dossier_tables_options) == 40, "sizeof (pe_dossier_tables_options)");
_Static_assert (offsetof (pe_dossier_tables_options, struct_size) == 0, "offsetof (pe_dossier_tables_options, struct_size)");
_Static_assert (offsetof (pe_dossier_tables_options, language) == 4, "offsetof (pe_dossier_tables_options, language)");
_Static_assert (offsetof (pe_dossier_tables_options, mapping) == 8, "offsetof (pe_dossier_tables_options, mapping)");
_Static_assert (offsetof (pe_dossier_tables_options, mapping_size) == 16, "offsetof (pe_dossier_tables_options, mapping_size)");
_Static_assert (offsetof (pe_dossier_tables_options, read) == 24, "offsetof (pe_dossier_tables_options, read)");
_Static_assert (offsetof (pe_dossier_tables_options, mapping_file) == 32, "offsetof (pe_dossier_tables_options, mapping_file)");
void (*const layout_pe_dossier_tables_options_init) (pe_dossier_tables_options *self, uint32_t struct_size) = pe_dossier_tables_options_init;
pe_status (*const layout_pe_dossier_from_tables) (pe_dossier **out, const pe_tables *tables, const pe_dossier_tables_options *options, pe_findings **findings, pe_error **error) = pe_dossier_from_tables;
pe_status (*const layout_pe_tables_from_dossier) (pe_tables **out, const pe_dossier *self, const pe_dossier_tables_options *options, pe_error **error) = pe_tables_from_dossier;

/* encoding.h */
_Static_assert (sizeof (pe_encoding) == 4, "sizeof (pe_encoding)");
_Static_assert (PE_ENCODING_UTF8 == 1, "PE_ENCODING_UTF8");
_Static_assert (PE_ENCODING_GB18030 == 2, "PE_ENCODING_GB18030");
_Static_assert (PE_ENCODING_GBK == 3, "PE_ENCODING_GBK");
_Static_assert (PE_ENCODING_UTF16_LE == 4, "PE_ENCODING_UTF16_LE");
_Static_assert (PE_ENCODING_UTF16_BE == 5, "PE_ENCODING_UTF16_BE");
const char *(*const layout_pe_encoding_get_name) (pe_encoding encoding) = pe_encoding_get_name;
pe_status (*const layout_pe_encoding_find) (pe_encoding *out, const char *name, pe_error **error) = pe_encoding_find;
pe_status (*const layout_pe_encoding_decode) (pe_text **out, pe_encoding *chosen, const char *bytes, size_t size, pe_encoding encoding, const pe_read_options *options, pe_error **error) = pe_encoding_decode;
pe_status (*const layout_pe_encoding_encode) (pe_text **out, const char *text, size_t size, pe_encoding encoding, int32_t mark, pe_error **error) = pe_encoding_encode;

/* error.h */
pe_status (*const layout_pe_error_get_status) (const pe_error *self) = pe_error_get_status;
const char *(*const layout_pe_error_get_message) (const pe_error *self, pe_language language) = pe_error_get_message;
const pe_finding *(*const layout_pe_error_get_finding) (const pe_error *self) = pe_error_get_finding;
uint64_t (*const layout_pe_error_get_count) (const pe_error *self) = pe_error_get_count;
pe_status (*const layout_pe_findings_join) (pe_findings **out, pe_findings *const *lists, size_t n, pe_error **error) = pe_findings_join;
pe_error *(*const layout_pe_error_ref) (pe_error *self) = pe_error_ref;
void (*const layout_pe_error_unref) (pe_error *self) = pe_error_unref;

/* evaluation.h */
_Static_assert (sizeof (pe_node_kind) == 4, "sizeof (pe_node_kind)");
_Static_assert (sizeof (pe_origin) == 4, "sizeof (pe_origin)");
_Static_assert (sizeof (pe_points) == 4, "sizeof (pe_points)");
_Static_assert (sizeof (pe_evaluate_options) == 24, "sizeof (pe_evaluate_options)");
_Static_assert (offsetof (pe_evaluate_options, struct_size) == 0, "offsetof (pe_evaluate_options, struct_size)");
_Static_assert (offsetof (pe_evaluate_options, scorer) == 4, "offsetof (pe_evaluate_options, scorer)");
_Static_assert (offsetof (pe_evaluate_options, calendar) == 8, "offsetof (pe_evaluate_options, calendar)");
_Static_assert (offsetof (pe_evaluate_options, limits) == 16, "offsetof (pe_evaluate_options, limits)");
_Static_assert (sizeof (pe_node) == 56, "sizeof (pe_node)");
_Static_assert (offsetof (pe_node, struct_size) == 0, "offsetof (pe_node, struct_size)");
_Static_assert (offsetof (pe_node, kind) == 4, "offsetof (pe_node, kind)");
_Static_assert (offsetof (pe_node, origin) == 8, "offsetof (pe_node, origin)");
_Static_assert (offsetof (pe_node, state) == 12, "offsetof (pe_node, state)");
_Static_assert (offsetof (pe_node, parent) == 16, "offsetof (pe_node, parent)");
_Static_assert (offsetof (pe_node, depth) == 20, "offsetof (pe_node, depth)");
_Static_assert (offsetof (pe_node, indicator) == 24, "offsetof (pe_node, indicator)");
_Static_assert (offsetof (pe_node, row) == 28, "offsetof (pe_node, row)");
_Static_assert (offsetof (pe_node, code) == 32, "offsetof (pe_node, code)");
_Static_assert (offsetof (pe_node, name_zh) == 40, "offsetof (pe_node, name_zh)");
_Static_assert (offsetof (pe_node, name_en) == 48, "offsetof (pe_node, name_en)");
_Static_assert (sizeof (pe_input) == 72, "sizeof (pe_input)");
_Static_assert (offsetof (pe_input, struct_size) == 0, "offsetof (pe_input, struct_size)");
_Static_assert (offsetof (pe_input, reserved) == 4, "offsetof (pe_input, reserved)");
_Static_assert (offsetof (pe_input, name) == 8, "offsetof (pe_input, name)");
_Static_assert (offsetof (pe_input, measure) == 16, "offsetof (pe_input, measure)");
_Static_assert (offsetof (pe_input, path) == 24, "offsetof (pe_input, path)");
_Static_assert (offsetof (pe_input, text) == 32, "offsetof (pe_input, text)");
_Static_assert (offsetof (pe_input, figure) == 40, "offsetof (pe_input, figure)");
_Static_assert (offsetof (pe_input, unit) == 64, "offsetof (pe_input, unit)");
_Static_assert (PE_NODE_TOTAL == 1, "PE_NODE_TOTAL");
_Static_assert (PE_NODE_GROUP == 2, "PE_NODE_GROUP");
_Static_assert (PE_NODE_LEAF == 3, "PE_NODE_LEAF");
_Static_assert (PE_NODE_ROW == 4, "PE_NODE_ROW");
_Static_assert (PE_ORIGIN_SUM == 1, "PE_ORIGIN_SUM");
_Static_assert (PE_ORIGIN_COMPUTED == 2, "PE_ORIGIN_COMPUTED");
_Static_assert (PE_ORIGIN_DECLARED == 3, "PE_ORIGIN_DECLARED");
_Static_assert (PE_ORIGIN_POLICY == 4, "PE_ORIGIN_POLICY");
_Static_assert (PE_ORIGIN_DROPPED == 5, "PE_ORIGIN_DROPPED");
_Static_assert (PE_ORIGIN_WEIGHTED == 6, "PE_ORIGIN_WEIGHTED");
_Static_assert (PE_POINTS_FULL_MARKS == 1, "PE_POINTS_FULL_MARKS");
_Static_assert (PE_POINTS_SCORE == 2, "PE_POINTS_SCORE");
_Static_assert (PE_POINTS_UNROUNDED == 3, "PE_POINTS_UNROUNDED");
_Static_assert (PE_POINTS_LOST == 4, "PE_POINTS_LOST");
_Static_assert (PE_POINTS_UNADJUSTED == 5, "PE_POINTS_UNADJUSTED");
void (*const layout_pe_evaluate_options_init) (pe_evaluate_options *self, uint32_t struct_size) = pe_evaluate_options_init;
void (*const layout_pe_node_init) (pe_node *self, uint32_t struct_size) = pe_node_init;
void (*const layout_pe_input_init) (pe_input *self, uint32_t struct_size) = pe_input_init;
pe_status (*const layout_pe_evaluate) (pe_evaluation **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluate_options *options, pe_findings **findings, pe_error **error) = pe_evaluate;
pe_rulebook *(*const layout_pe_evaluation_get_rulebook) (const pe_evaluation *self) = pe_evaluation_get_rulebook;
pe_dossier *(*const layout_pe_evaluation_get_dossier) (const pe_evaluation *self) = pe_evaluation_get_dossier;
pe_findings *(*const layout_pe_evaluation_get_findings) (const pe_evaluation *self) = pe_evaluation_get_findings;
const pe_ledger *(*const layout_pe_evaluation_get_ledger) (const pe_evaluation *self) = pe_evaluation_get_ledger;
int32_t (*const layout_pe_evaluation_get_grade) (const pe_evaluation *self) = pe_evaluation_get_grade;
int32_t (*const layout_pe_evaluation_get_grade_of_points) (const pe_evaluation *self) = pe_evaluation_get_grade_of_points;
int32_t (*const layout_pe_evaluation_get_grade_event) (const pe_evaluation *self) = pe_evaluation_get_grade_event;
size_t (*const layout_pe_evaluation_get_n_nodes) (const pe_evaluation *self) = pe_evaluation_get_n_nodes;
pe_status (*const layout_pe_evaluation_get_node) (pe_node *out, const pe_evaluation *self, size_t index, pe_error **error) = pe_evaluation_get_node;
pe_status (*const layout_pe_evaluation_get_points) (pe_decimal *out, const pe_evaluation *self, size_t node, pe_points points, pe_error **error) = pe_evaluation_get_points;
pe_status (*const layout_pe_evaluation_compute_points) (pe_ratio **out, const pe_evaluation *self, size_t node, pe_points points, pe_error **error) = pe_evaluation_compute_points;
size_t (*const layout_pe_evaluation_get_n_inputs) (const pe_evaluation *self, size_t node) = pe_evaluation_get_n_inputs;
pe_status (*const layout_pe_evaluation_get_input) (pe_input *out, const pe_evaluation *self, size_t node, size_t index, pe_error **error) = pe_evaluation_get_input;
pe_status (*const layout_pe_evaluation_print_formula) (pe_text **out, const pe_evaluation *self, size_t node, pe_language language, pe_error **error) = pe_evaluation_print_formula;
pe_status (*const layout_pe_evaluation_print_rate) (pe_text **out, const pe_evaluation *self, size_t node, pe_error **error) = pe_evaluation_print_rate;
pe_status (*const layout_pe_evaluation_explain) (pe_text **out, const pe_evaluation *self, size_t node, pe_language language, pe_error **error) = pe_evaluation_explain;
pe_evaluation *(*const layout_pe_evaluation_ref) (pe_evaluation *self) = pe_evaluation_ref;
void (*const layout_pe_evaluation_unref) (pe_evaluation *self) = pe_evaluation_unref;

/* evaluator.h */
pe_status (*const layout_pe_evaluator_new) (pe_evaluator **out, pe_batch_plan *plan, pe_error **error) = pe_evaluator_new;
void (*const layout_pe_evaluator_free) (pe_evaluator *self) = pe_evaluator_free;
pe_status (*const layout_pe_evaluator_set_figures) (pe_evaluator *self, size_t first, const pe_figure *figures, size_t n, pe_error **error) = pe_evaluator_set_figures;
pe_status (*const layout_pe_evaluator_set_text) (pe_evaluator *self, size_t input, const char *text, pe_error **error) = pe_evaluator_set_text;
pe_status (*const layout_pe_evaluator_run) (pe_evaluator *self, pe_error **error) = pe_evaluator_run;
pe_status (*const layout_pe_evaluator_get_status) (const pe_evaluator *self) = pe_evaluator_get_status;
int32_t (*const layout_pe_evaluator_get_grade) (const pe_evaluator *self) = pe_evaluator_get_grade;
pe_state (*const layout_pe_evaluator_get_state) (const pe_evaluator *self, size_t node) = pe_evaluator_get_state;
pe_status (*const layout_pe_evaluator_get_points) (pe_decimal *out, const pe_evaluator *self, size_t node, pe_error **error) = pe_evaluator_get_points;
size_t (*const layout_pe_evaluator_get_n_entries) (const pe_evaluator *self) = pe_evaluator_get_n_entries;
pe_status (*const layout_pe_evaluator_get_entry) (pe_ledger_entry *out, const pe_evaluator *self, size_t index, pe_error **error) = pe_evaluator_get_entry;

/* facts.h */
_Static_assert (sizeof (pe_nature) == 4, "sizeof (pe_nature)");
_Static_assert (sizeof (pe_sign) == 4, "sizeof (pe_sign)");
_Static_assert (sizeof (pe_scorer) == 4, "sizeof (pe_scorer)");
_Static_assert (sizeof (pe_fact) == 56, "sizeof (pe_fact)");
_Static_assert (offsetof (pe_fact, struct_size) == 0, "offsetof (pe_fact, struct_size)");
_Static_assert (offsetof (pe_fact, reserved) == 4, "offsetof (pe_fact, reserved)");
_Static_assert (offsetof (pe_fact, indicator) == 8, "offsetof (pe_fact, indicator)");
_Static_assert (offsetof (pe_fact, name) == 16, "offsetof (pe_fact, name)");
_Static_assert (offsetof (pe_fact, text) == 24, "offsetof (pe_fact, text)");
_Static_assert (offsetof (pe_fact, figure) == 32, "offsetof (pe_fact, figure)");
_Static_assert (sizeof (pe_row) == 216, "sizeof (pe_row)");
_Static_assert (offsetof (pe_row, struct_size) == 0, "offsetof (pe_row, struct_size)");
_Static_assert (offsetof (pe_row, parent) == 4, "offsetof (pe_row, parent)");
_Static_assert (offsetof (pe_row, nature) == 8, "offsetof (pe_row, nature)");
_Static_assert (offsetof (pe_row, sign) == 12, "offsetof (pe_row, sign)");
_Static_assert (offsetof (pe_row, withdrawn) == 16, "offsetof (pe_row, withdrawn)");
_Static_assert (offsetof (pe_row, reserved) == 20, "offsetof (pe_row, reserved)");
_Static_assert (offsetof (pe_row, slot) == 24, "offsetof (pe_row, slot)");
_Static_assert (offsetof (pe_row, name) == 32, "offsetof (pe_row, name)");
_Static_assert (offsetof (pe_row, unit) == 40, "offsetof (pe_row, unit)");
_Static_assert (offsetof (pe_row, target_text) == 48, "offsetof (pe_row, target_text)");
_Static_assert (offsetof (pe_row, adjusted_text) == 56, "offsetof (pe_row, adjusted_text)");
_Static_assert (offsetof (pe_row, actual_text) == 64, "offsetof (pe_row, actual_text)");
_Static_assert (offsetof (pe_row, grade) == 72, "offsetof (pe_row, grade)");
_Static_assert (offsetof (pe_row, reason) == 80, "offsetof (pe_row, reason)");
_Static_assert (offsetof (pe_row, evidence) == 88, "offsetof (pe_row, evidence)");
_Static_assert (offsetof (pe_row, marks) == 96, "offsetof (pe_row, marks)");
_Static_assert (offsetof (pe_row, target) == 120, "offsetof (pe_row, target)");
_Static_assert (offsetof (pe_row, adjusted_target) == 144, "offsetof (pe_row, adjusted_target)");
_Static_assert (offsetof (pe_row, actual) == 168, "offsetof (pe_row, actual)");
_Static_assert (offsetof (pe_row, score) == 192, "offsetof (pe_row, score)");
_Static_assert (sizeof (pe_declared_score) == 48, "sizeof (pe_declared_score)");
_Static_assert (offsetof (pe_declared_score, struct_size) == 0, "offsetof (pe_declared_score, struct_size)");
_Static_assert (offsetof (pe_declared_score, scorer) == 4, "offsetof (pe_declared_score, scorer)");
_Static_assert (offsetof (pe_declared_score, indicator) == 8, "offsetof (pe_declared_score, indicator)");
_Static_assert (offsetof (pe_declared_score, evidence) == 16, "offsetof (pe_declared_score, evidence)");
_Static_assert (offsetof (pe_declared_score, reason) == 24, "offsetof (pe_declared_score, reason)");
_Static_assert (offsetof (pe_declared_score, score) == 32, "offsetof (pe_declared_score, score)");
_Static_assert (sizeof (pe_reading) == 32, "sizeof (pe_reading)");
_Static_assert (offsetof (pe_reading, struct_size) == 0, "offsetof (pe_reading, struct_size)");
_Static_assert (offsetof (pe_reading, reserved) == 4, "offsetof (pe_reading, reserved)");
_Static_assert (offsetof (pe_reading, path) == 8, "offsetof (pe_reading, path)");
_Static_assert (offsetof (pe_reading, printed) == 16, "offsetof (pe_reading, printed)");
_Static_assert (offsetof (pe_reading, meaning) == 24, "offsetof (pe_reading, meaning)");
_Static_assert (PE_NATURE_QUANTITATIVE == 1, "PE_NATURE_QUANTITATIVE");
_Static_assert (PE_NATURE_QUALITATIVE == 2, "PE_NATURE_QUALITATIVE");
_Static_assert (PE_SIGN_AT_LEAST == 1, "PE_SIGN_AT_LEAST");
_Static_assert (PE_SIGN_AT_MOST == 2, "PE_SIGN_AT_MOST");
_Static_assert (PE_SIGN_EQUAL == 3, "PE_SIGN_EQUAL");
_Static_assert (PE_SIGN_LESS == 4, "PE_SIGN_LESS");
_Static_assert (PE_SIGN_GREATER == 5, "PE_SIGN_GREATER");
_Static_assert (PE_SIGN_QUALITATIVE == 6, "PE_SIGN_QUALITATIVE");
_Static_assert (PE_SCORER_SELF == 1, "PE_SCORER_SELF");
_Static_assert (PE_SCORER_DEPARTMENT == 2, "PE_SCORER_DEPARTMENT");
_Static_assert (PE_SCORER_FINANCE == 3, "PE_SCORER_FINANCE");
_Static_assert (PE_SCORER_EXTERNAL == 4, "PE_SCORER_EXTERNAL");
void (*const layout_pe_fact_init) (pe_fact *self, uint32_t struct_size) = pe_fact_init;
void (*const layout_pe_row_init) (pe_row *self, uint32_t struct_size) = pe_row_init;
void (*const layout_pe_declared_score_init) (pe_declared_score *self, uint32_t struct_size) = pe_declared_score_init;
void (*const layout_pe_reading_init) (pe_reading *self, uint32_t struct_size) = pe_reading_init;

/* figure.h */
_Static_assert (sizeof (pe_state) == 4, "sizeof (pe_state)");
_Static_assert (sizeof (pe_unit) == 4, "sizeof (pe_unit)");
_Static_assert (sizeof (pe_figure) == 24, "sizeof (pe_figure)");
_Static_assert (offsetof (pe_figure, value) == 0, "offsetof (pe_figure, value)");
_Static_assert (offsetof (pe_figure, state) == 16, "offsetof (pe_figure, state)");
_Static_assert (offsetof (pe_figure, unit) == 20, "offsetof (pe_figure, unit)");
_Static_assert (PE_STATE_MISSING == 0, "PE_STATE_MISSING");
_Static_assert (PE_STATE_VALUE == 1, "PE_STATE_VALUE");
_Static_assert (PE_STATE_NOT_APPLICABLE == 2, "PE_STATE_NOT_APPLICABLE");
_Static_assert (PE_STATE_TEXT == 3, "PE_STATE_TEXT");
_Static_assert (PE_STATE_ZERO_DENOMINATOR == 4, "PE_STATE_ZERO_DENOMINATOR");
_Static_assert (PE_STATE_INVALID == 5, "PE_STATE_INVALID");
_Static_assert (PE_UNIT_NONE == 0, "PE_UNIT_NONE");
_Static_assert (PE_UNIT_YUAN == 1, "PE_UNIT_YUAN");
_Static_assert (PE_UNIT_WAN_YUAN == 2, "PE_UNIT_WAN_YUAN");
_Static_assert (PE_UNIT_YI_YUAN == 3, "PE_UNIT_YI_YUAN");
_Static_assert (PE_UNIT_PERCENT == 10, "PE_UNIT_PERCENT");
_Static_assert (PE_UNIT_PERMILLE == 11, "PE_UNIT_PERMILLE");
_Static_assert (PE_UNIT_PERCENTAGE_POINT == 12, "PE_UNIT_PERCENTAGE_POINT");
_Static_assert (PE_UNIT_COUNT == 20, "PE_UNIT_COUNT");
_Static_assert (PE_UNIT_DAY == 21, "PE_UNIT_DAY");
_Static_assert (PE_UNIT_POINT == 22, "PE_UNIT_POINT");
_Static_assert (PE_UNIT_TRUTH == 30, "PE_UNIT_TRUTH");
_Static_assert (PE_UNIT_OTHER == 99, "PE_UNIT_OTHER");
pe_status (*const layout_pe_figure_parse) (pe_figure *out, const char *text, size_t length, pe_error **error) = pe_figure_parse;
pe_status (*const layout_pe_figure_convert) (pe_figure *out, const pe_figure *self, pe_unit unit, pe_error **error) = pe_figure_convert;
const char *(*const layout_pe_unit_get_name) (pe_unit unit) = pe_unit_get_name;
pe_status (*const layout_pe_unit_parse) (pe_unit *out, const char *text, size_t length, pe_error **error) = pe_unit_parse;

/* finding.h */
_Static_assert (sizeof (pe_severity) == 4, "sizeof (pe_severity)");
_Static_assert (PE_SEVERITY_NOTE == 1, "PE_SEVERITY_NOTE");
_Static_assert (PE_SEVERITY_WARNING == 2, "PE_SEVERITY_WARNING");
_Static_assert (PE_SEVERITY_ERROR == 3, "PE_SEVERITY_ERROR");
pe_status (*const layout_pe_finding_get_code) (const pe_finding *self) = pe_finding_get_code;
pe_severity (*const layout_pe_finding_get_severity) (const pe_finding *self) = pe_finding_get_severity;
const char *(*const layout_pe_finding_get_message) (const pe_finding *self, pe_language language) = pe_finding_get_message;
size_t (*const layout_pe_finding_get_n_places) (const pe_finding *self) = pe_finding_get_n_places;
const pe_place *(*const layout_pe_finding_get_place) (const pe_finding *self, size_t index) = pe_finding_get_place;
size_t (*const layout_pe_finding_get_n_parameters) (const pe_finding *self) = pe_finding_get_n_parameters;
const char *(*const layout_pe_finding_get_parameter_name) (const pe_finding *self, size_t index) = pe_finding_get_parameter_name;
const char *(*const layout_pe_finding_get_parameter_text) (const pe_finding *self, size_t index) = pe_finding_get_parameter_text;
size_t (*const layout_pe_findings_get_size) (const pe_findings *self) = pe_findings_get_size;
uint64_t (*const layout_pe_findings_get_count) (const pe_findings *self, pe_severity severity) = pe_findings_get_count;
const pe_finding *(*const layout_pe_findings_get) (const pe_findings *self, size_t index) = pe_findings_get;
pe_findings *(*const layout_pe_findings_ref) (pe_findings *self) = pe_findings_ref;
void (*const layout_pe_findings_unref) (pe_findings *self) = pe_findings_unref;

/* fiscal_package.h */
pe_status (*const layout_pe_dossier_to_fiscal_package) (pe_text **descriptor, pe_text **table, const pe_dossier *dossier, pe_findings **findings, pe_error **error) = pe_dossier_to_fiscal_package;

/* inference.h */
_Static_assert (sizeof (pe_interval) == 32, "sizeof (pe_interval)");
_Static_assert (offsetof (pe_interval, struct_size) == 0, "offsetof (pe_interval, struct_size)");
_Static_assert (offsetof (pe_interval, is_empty) == 4, "offsetof (pe_interval, is_empty)");
_Static_assert (offsetof (pe_interval, has_low) == 8, "offsetof (pe_interval, has_low)");
_Static_assert (offsetof (pe_interval, has_high) == 12, "offsetof (pe_interval, has_high)");
_Static_assert (offsetof (pe_interval, low) == 16, "offsetof (pe_interval, low)");
_Static_assert (offsetof (pe_interval, high) == 24, "offsetof (pe_interval, high)");
void (*const layout_pe_interval_init) (pe_interval *self, uint32_t struct_size) = pe_interval_init;
void (*const layout_pe_interval_clear) (pe_interval *self) = pe_interval_clear;
pe_status (*const layout_pe_infer_weight) (pe_interval *out, const pe_decimal *lost, const pe_decimal *numerator, const pe_decimal *denominator, int32_t places, pe_modes mode, pe_error **error) = pe_infer_weight;
pe_status (*const layout_pe_infer_base) (pe_interval *out, const pe_decimal *current, const pe_decimal *percent, pe_modes mode, pe_error **error) = pe_infer_base;

/* json.h */
_Static_assert (sizeof (pe_read_options) == 24, "sizeof (pe_read_options)");
_Static_assert (offsetof (pe_read_options, struct_size) == 0, "offsetof (pe_read_options, struct_size)");
_Static_assert (offsetof (pe_read_options, reserved) == 4, "offsetof (pe_read_options, reserved)");
_Static_assert (offsetof (pe_read_options, file) == 8, "offsetof (pe_read_options, file)");
_Static_assert (offsetof (pe_read_options, limits) == 16, "offsetof (pe_read_options, limits)");
void (*const layout_pe_read_options_init) (pe_read_options *self, uint32_t struct_size) = pe_read_options_init;
pe_status (*const layout_pe_rulebook_from_json) (pe_rulebook **out, const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error) = pe_rulebook_from_json;
pe_status (*const layout_pe_rulebook_to_json) (pe_text **out, const pe_rulebook *self, pe_error **error) = pe_rulebook_to_json;
pe_status (*const layout_pe_dossier_from_json) (pe_dossier **out, const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error) = pe_dossier_from_json;
pe_status (*const layout_pe_dossier_to_json) (pe_text **out, const pe_dossier *self, pe_error **error) = pe_dossier_to_json;
pe_status (*const layout_pe_evaluation_to_json) (pe_text **out, const pe_evaluation *self, pe_error **error) = pe_evaluation_to_json;
pe_status (*const layout_pe_evaluation_to_csv) (pe_text **out, const pe_evaluation *self, pe_language language, pe_error **error) = pe_evaluation_to_csv;
pe_status (*const layout_pe_findings_to_json) (pe_text **out, const pe_findings *self, pe_error **error) = pe_findings_to_json;
pe_status (*const layout_pe_rulebook_comparison_to_json) (pe_text **out, const pe_rulebook_comparison *self, pe_error **error) = pe_rulebook_comparison_to_json;

/* lamp.h */
_Static_assert (sizeof (pe_lamp) == 4, "sizeof (pe_lamp)");
_Static_assert (sizeof (pe_lamp_kind) == 4, "sizeof (pe_lamp_kind)");
_Static_assert (sizeof (pe_lamp_bands) == 56, "sizeof (pe_lamp_bands)");
_Static_assert (offsetof (pe_lamp_bands, struct_size) == 0, "offsetof (pe_lamp_bands, struct_size)");
_Static_assert (offsetof (pe_lamp_bands, reserved) == 4, "offsetof (pe_lamp_bands, reserved)");
_Static_assert (offsetof (pe_lamp_bands, yellow) == 8, "offsetof (pe_lamp_bands, yellow)");
_Static_assert (offsetof (pe_lamp_bands, green) == 24, "offsetof (pe_lamp_bands, green)");
_Static_assert (offsetof (pe_lamp_bands, blue) == 40, "offsetof (pe_lamp_bands, blue)");
_Static_assert (PE_LAMP_RED == 1, "PE_LAMP_RED");
_Static_assert (PE_LAMP_YELLOW == 2, "PE_LAMP_YELLOW");
_Static_assert (PE_LAMP_GREEN == 3, "PE_LAMP_GREEN");
_Static_assert (PE_LAMP_BLUE == 4, "PE_LAMP_BLUE");
_Static_assert (PE_LAMP_FOR_TARGET == 1, "PE_LAMP_FOR_TARGET");
_Static_assert (PE_LAMP_FOR_BUDGET == 2, "PE_LAMP_FOR_BUDGET");
_Static_assert (PE_LAMP_FOR_INVERSE == 3, "PE_LAMP_FOR_INVERSE");
void (*const layout_pe_lamp_bands_init) (pe_lamp_bands *self, uint32_t struct_size) = pe_lamp_bands_init;
pe_status (*const layout_pe_lamp_compute) (pe_lamp *out, pe_lamp_kind kind, const pe_figure *actual, const pe_figure *target, int32_t month, const pe_lamp_bands *bands, pe_error **error) = pe_lamp_compute;
pe_status (*const layout_pe_lamp_worst) (pe_lamp *out, const pe_lamp *lamps, size_t n, pe_error **error) = pe_lamp_worst;
const char *(*const layout_pe_lamp_get_name) (pe_lamp lamp, pe_language language) = pe_lamp_get_name;

/* ledger.h */
_Static_assert (sizeof (pe_entry_kind) == 4, "sizeof (pe_entry_kind)");
_Static_assert (sizeof (pe_adjust_cause) == 4, "sizeof (pe_adjust_cause)");
_Static_assert (sizeof (pe_ledger_entry) == 40, "sizeof (pe_ledger_entry)");
_Static_assert (offsetof (pe_ledger_entry, struct_size) == 0, "offsetof (pe_ledger_entry, struct_size)");
_Static_assert (offsetof (pe_ledger_entry, kind) == 4, "offsetof (pe_ledger_entry, kind)");
_Static_assert (offsetof (pe_ledger_entry, node) == 8, "offsetof (pe_ledger_entry, node)");
_Static_assert (offsetof (pe_ledger_entry, is_exact) == 12, "offsetof (pe_ledger_entry, is_exact)");
_Static_assert (offsetof (pe_ledger_entry, amount) == 16, "offsetof (pe_ledger_entry, amount)");
_Static_assert (offsetof (pe_ledger_entry, cause) == 32, "offsetof (pe_ledger_entry, cause)");
_Static_assert (offsetof (pe_ledger_entry, source) == 36, "offsetof (pe_ledger_entry, source)");
_Static_assert (PE_ENTRY_LEAF == 1, "PE_ENTRY_LEAF");
_Static_assert (PE_ENTRY_ADJUST == 2, "PE_ENTRY_ADJUST");
_Static_assert (PE_ENTRY_RESCALE == 3, "PE_ENTRY_RESCALE");
_Static_assert (PE_ENTRY_ROUNDING == 4, "PE_ENTRY_ROUNDING");
_Static_assert (PE_CAUSE_OVER_ACHIEVEMENT == 1, "PE_CAUSE_OVER_ACHIEVEMENT");
_Static_assert (PE_CAUSE_CAP == 2, "PE_CAUSE_CAP");
_Static_assert (PE_CAUSE_DEDUCTION == 3, "PE_CAUSE_DEDUCTION");
_Static_assert (PE_CAUSE_BONUS == 4, "PE_CAUSE_BONUS");
_Static_assert (PE_CAUSE_VETO == 5, "PE_CAUSE_VETO");
void (*const layout_pe_ledger_entry_init) (pe_ledger_entry *self, uint32_t struct_size) = pe_ledger_entry_init;
size_t (*const layout_pe_ledger_get_size) (const pe_ledger *self) = pe_ledger_get_size;
pe_status (*const layout_pe_ledger_get_entry) (pe_ledger_entry *out, const pe_ledger *self, size_t index, pe_error **error) = pe_ledger_get_entry;
pe_status (*const layout_pe_ledger_compute_amount) (pe_ratio **out, const pe_ledger *self, size_t index, pe_error **error) = pe_ledger_compute_amount;
pe_status (*const layout_pe_ledger_print_reason) (pe_text **out, const pe_ledger *self, size_t index, pe_language language, pe_error **error) = pe_ledger_print_reason;

/* ledger_csv.h */
pe_status (*const layout_pe_ledger_csv_new) (pe_ledger_csv **out, pe_measure_stream *stream, pe_error **error) = pe_ledger_csv_new;
pe_status (*const layout_pe_ledger_csv_feed) (pe_ledger_csv *self, const char *bytes, size_t size, int32_t is_last, pe_error **error) = pe_ledger_csv_feed;
size_t (*const layout_pe_ledger_csv_get_n_passed_over) (const pe_ledger_csv *self) = pe_ledger_csv_get_n_passed_over;
void (*const layout_pe_ledger_csv_free) (pe_ledger_csv *self) = pe_ledger_csv_free;

/* limits.h */
_Static_assert (sizeof (pe_limits) == 80, "sizeof (pe_limits)");
_Static_assert (offsetof (pe_limits, struct_size) == 0, "offsetof (pe_limits, struct_size)");
_Static_assert (offsetof (pe_limits, findings) == 4, "offsetof (pe_limits, findings)");
_Static_assert (offsetof (pe_limits, bytes) == 8, "offsetof (pe_limits, bytes)");
_Static_assert (offsetof (pe_limits, depth) == 16, "offsetof (pe_limits, depth)");
_Static_assert (offsetof (pe_limits, digits) == 20, "offsetof (pe_limits, digits)");
_Static_assert (offsetof (pe_limits, items) == 24, "offsetof (pe_limits, items)");
_Static_assert (offsetof (pe_limits, text_bytes) == 32, "offsetof (pe_limits, text_bytes)");
_Static_assert (offsetof (pe_limits, number_bits) == 40, "offsetof (pe_limits, number_bits)");
_Static_assert (offsetof (pe_limits, reserved) == 44, "offsetof (pe_limits, reserved)");
_Static_assert (offsetof (pe_limits, formula_steps) == 48, "offsetof (pe_limits, formula_steps)");
_Static_assert (offsetof (pe_limits, table_steps) == 56, "offsetof (pe_limits, table_steps)");
_Static_assert (offsetof (pe_limits, formula_depth) == 64, "offsetof (pe_limits, formula_depth)");
_Static_assert (offsetof (pe_limits, formula_names) == 68, "offsetof (pe_limits, formula_names)");
_Static_assert (offsetof (pe_limits, table_rules) == 72, "offsetof (pe_limits, table_rules)");
_Static_assert (offsetof (pe_limits, reserved_2) == 76, "offsetof (pe_limits, reserved_2)");
void (*const layout_pe_limits_init) (pe_limits *limits, uint32_t struct_size) = pe_limits_init;

/* lint.h */
_Static_assert (sizeof (pe_lint_options) == 40, "sizeof (pe_lint_options)");
_Static_assert (offsetof (pe_lint_options, struct_size) == 0, "offsetof (pe_lint_options, struct_size)");
_Static_assert (offsetof (pe_lint_options, reserved) == 4, "offsetof (pe_lint_options, reserved)");
_Static_assert (offsetof (pe_lint_options, others) == 8, "offsetof (pe_lint_options, others)");
_Static_assert (offsetof (pe_lint_options, n_others) == 16, "offsetof (pe_lint_options, n_others)");
_Static_assert (offsetof (pe_lint_options, limits) == 24, "offsetof (pe_lint_options, limits)");
_Static_assert (offsetof (pe_lint_options, calendar) == 32, "offsetof (pe_lint_options, calendar)");
void (*const layout_pe_lint_options_init) (pe_lint_options *self, uint32_t struct_size) = pe_lint_options_init;
pe_status (*const layout_pe_rulebook_lint) (pe_findings **out, pe_rulebook *rulebook, const pe_lint_options *options, pe_error **error) = pe_rulebook_lint;

/* lint_json.h */
pe_status (*const layout_pe_rulebook_lint_json) (pe_findings **out, pe_rulebook **rulebook, const char *bytes, size_t size, const pe_read_options *read, const pe_lint_options *options, pe_error **error) = pe_rulebook_lint_json;

/* measure.h */
_Static_assert (sizeof (pe_measure_kind) == 4, "sizeof (pe_measure_kind)");
_Static_assert (sizeof (pe_day_kind) == 4, "sizeof (pe_day_kind)");
_Static_assert (sizeof (pe_measure_options) == 48, "sizeof (pe_measure_options)");
_Static_assert (offsetof (pe_measure_options, struct_size) == 0, "offsetof (pe_measure_options, struct_size)");
_Static_assert (offsetof (pe_measure_options, intent_days) == 4, "offsetof (pe_measure_options, intent_days)");
_Static_assert (offsetof (pe_measure_options, signing_days) == 8, "offsetof (pe_measure_options, signing_days)");
_Static_assert (offsetof (pe_measure_options, signing_kind) == 12, "offsetof (pe_measure_options, signing_kind)");
_Static_assert (offsetof (pe_measure_options, publication_days) == 16, "offsetof (pe_measure_options, publication_days)");
_Static_assert (offsetof (pe_measure_options, publication_kind) == 20, "offsetof (pe_measure_options, publication_kind)");
_Static_assert (offsetof (pe_measure_options, filing_days) == 24, "offsetof (pe_measure_options, filing_days)");
_Static_assert (offsetof (pe_measure_options, filing_kind) == 28, "offsetof (pe_measure_options, filing_kind)");
_Static_assert (offsetof (pe_measure_options, payment_days) == 32, "offsetof (pe_measure_options, payment_days)");
_Static_assert (offsetof (pe_measure_options, reserved) == 36, "offsetof (pe_measure_options, reserved)");
_Static_assert (offsetof (pe_measure_options, calendar) == 40, "offsetof (pe_measure_options, calendar)");
_Static_assert (sizeof (pe_measure_info) == 96, "sizeof (pe_measure_info)");
_Static_assert (offsetof (pe_measure_info, struct_size) == 0, "offsetof (pe_measure_info, struct_size)");
_Static_assert (offsetof (pe_measure_info, kind) == 4, "offsetof (pe_measure_info, kind)");
_Static_assert (offsetof (pe_measure_info, unit) == 8, "offsetof (pe_measure_info, unit)");
_Static_assert (offsetof (pe_measure_info, zero_state) == 12, "offsetof (pe_measure_info, zero_state)");
_Static_assert (offsetof (pe_measure_info, records) == 16, "offsetof (pe_measure_info, records)");
_Static_assert (offsetof (pe_measure_info, uses_prior) == 20, "offsetof (pe_measure_info, uses_prior)");
_Static_assert (offsetof (pe_measure_info, uses_calendar) == 24, "offsetof (pe_measure_info, uses_calendar)");
_Static_assert (offsetof (pe_measure_info, is_streamed) == 28, "offsetof (pe_measure_info, is_streamed)");
_Static_assert (offsetof (pe_measure_info, id) == 32, "offsetof (pe_measure_info, id)");
_Static_assert (offsetof (pe_measure_info, name_zh) == 40, "offsetof (pe_measure_info, name_zh)");
_Static_assert (offsetof (pe_measure_info, name_en) == 48, "offsetof (pe_measure_info, name_en)");
_Static_assert (offsetof (pe_measure_info, definition_zh) == 56, "offsetof (pe_measure_info, definition_zh)");
_Static_assert (offsetof (pe_measure_info, definition_en) == 64, "offsetof (pe_measure_info, definition_en)");
_Static_assert (offsetof (pe_measure_info, base_zh) == 72, "offsetof (pe_measure_info, base_zh)");
_Static_assert (offsetof (pe_measure_info, base_en) == 80, "offsetof (pe_measure_info, base_en)");
_Static_assert (offsetof (pe_measure_info, source) == 88, "offsetof (pe_measure_info, source)");
_Static_assert (sizeof (pe_measure_value) == 56, "sizeof (pe_measure_value)");
_Static_assert (offsetof (pe_measure_value, struct_size) == 0, "offsetof (pe_measure_value, struct_size)");
_Static_assert (offsetof (pe_measure_value, state) == 4, "offsetof (pe_measure_value, state)");
_Static_assert (offsetof (pe_measure_value, numerator) == 8, "offsetof (pe_measure_value, numerator)");
_Static_assert (offsetof (pe_measure_value, denominator) == 32, "offsetof (pe_measure_value, denominator)");
_Static_assert (PE_MEASURE_RATE == 1, "PE_MEASURE_RATE");
_Static_assert (PE_MEASURE_AMOUNT == 2, "PE_MEASURE_AMOUNT");
_Static_assert (PE_DAYS_CALENDAR == 1, "PE_DAYS_CALENDAR");
_Static_assert (PE_DAYS_WORKING == 2, "PE_DAYS_WORKING");
void (*const layout_pe_measure_options_init) (pe_measure_options *self, uint32_t struct_size) = pe_measure_options_init;
void (*const layout_pe_measure_info_init) (pe_measure_info *self, uint32_t struct_size) = pe_measure_info_init;
void (*const layout_pe_measure_value_init) (pe_measure_value *self, uint32_t struct_size) = pe_measure_value_init;
size_t (*const layout_pe_measure_get_count) (void) = pe_measure_get_count;
const char *(*const layout_pe_measure_get_id) (size_t index) = pe_measure_get_id;
const char *(*const layout_pe_measure_get_name) (size_t index, pe_language language) = pe_measure_get_name;
const char *(*const layout_pe_measure_get_definition) (size_t index, pe_language language) = pe_measure_get_definition;
pe_status (*const layout_pe_measure_describe) (pe_measure_info *out, size_t index, pe_error **error) = pe_measure_describe;
pe_status (*const layout_pe_measure_derive) (pe_measure_value *out, const char *id, const pe_dossier *dossier, pe_error **error) = pe_measure_derive;
pe_status (*const layout_pe_measure_derive_with) (pe_measure_value *out, const char *id, const pe_dossier *dossier, const pe_measure_options *options, pe_error **error) = pe_measure_derive_with;

/* measure_derivation.h */
pe_status (*const layout_pe_measure_derivation_new) (pe_measure_derivation **out, const pe_rulebook_measure *measure, pe_dossier *dossier, const pe_calendar *calendar, pe_error **error) = pe_measure_derivation_new;
pe_state (*const layout_pe_measure_derivation_get_state) (const pe_measure_derivation *self) = pe_measure_derivation_get_state;
pe_status (*const layout_pe_measure_derivation_compute_value) (pe_ratio **out, const pe_measure_derivation *self, pe_error **error) = pe_measure_derivation_compute_value;
size_t (*const layout_pe_measure_derivation_get_size) (const pe_measure_derivation *self) = pe_measure_derivation_get_size;
const char *(*const layout_pe_measure_derivation_get_path) (const pe_measure_derivation *self, size_t index) = pe_measure_derivation_get_path;
const pe_place *(*const layout_pe_measure_derivation_find_place) (const pe_measure_derivation *self, size_t index) = pe_measure_derivation_find_place;
pe_measure_derivation *(*const layout_pe_measure_derivation_ref) (pe_measure_derivation *self) = pe_measure_derivation_ref;
void (*const layout_pe_measure_derivation_unref) (pe_measure_derivation *self) = pe_measure_derivation_unref;

/* measure_stream.h */
pe_status (*const layout_pe_measure_stream_new) (pe_measure_stream **out, const char *const *ids, size_t n, const pe_measure_options *options, pe_error **error) = pe_measure_stream_new;
pe_status (*const layout_pe_measure_stream_add_procurement) (pe_measure_stream *self, const pe_procurement_record *items, size_t n, pe_error **error) = pe_measure_stream_add_procurement;
pe_status (*const layout_pe_measure_stream_add_payments) (pe_measure_stream *self, const pe_payment *items, size_t n, pe_error **error) = pe_measure_stream_add_payments;
pe_status (*const layout_pe_measure_stream_add_assets) (pe_measure_stream *self, const pe_asset_record *items, size_t n, pe_error **error) = pe_measure_stream_add_assets;
uint64_t (*const layout_pe_measure_stream_get_count) (const pe_measure_stream *self) = pe_measure_stream_get_count;
pe_status (*const layout_pe_measure_stream_get_value) (pe_measure_value *out, const pe_measure_stream *self, size_t index, pe_error **error) = pe_measure_stream_get_value;
pe_status (*const layout_pe_measure_stream_examine_procurement) (pe_contribution *out, pe_measure_stream *self, size_t measure, const pe_procurement_record *item, pe_error **error) = pe_measure_stream_examine_procurement;
void (*const layout_pe_measure_stream_free) (pe_measure_stream *self) = pe_measure_stream_free;

/* measure_trace.h */
_Static_assert (sizeof (pe_contribution) == 72, "sizeof (pe_contribution)");
_Static_assert (offsetof (pe_contribution, struct_size) == 0, "offsetof (pe_contribution, struct_size)");
_Static_assert (offsetof (pe_contribution, records) == 4, "offsetof (pe_contribution, records)");
_Static_assert (offsetof (pe_contribution, is_prior) == 8, "offsetof (pe_contribution, is_prior)");
_Static_assert (offsetof (pe_contribution, reserved) == 12, "offsetof (pe_contribution, reserved)");
_Static_assert (offsetof (pe_contribution, index) == 16, "offsetof (pe_contribution, index)");
_Static_assert (offsetof (pe_contribution, numerator) == 24, "offsetof (pe_contribution, numerator)");
_Static_assert (offsetof (pe_contribution, denominator) == 48, "offsetof (pe_contribution, denominator)");
void (*const layout_pe_contribution_init) (pe_contribution *self, uint32_t struct_size) = pe_contribution_init;
pe_status (*const layout_pe_measure_trace_new) (pe_measure_trace **out, const char *id, pe_dossier *dossier, const pe_measure_options *options, pe_error **error) = pe_measure_trace_new;
size_t (*const layout_pe_measure_trace_get_size) (const pe_measure_trace *self) = pe_measure_trace_get_size;
pe_status (*const layout_pe_measure_trace_get) (pe_contribution *out, const pe_measure_trace *self, size_t index, pe_error **error) = pe_measure_trace_get;
pe_status (*const layout_pe_measure_trace_print_path) (pe_text **out, const pe_measure_trace *self, size_t index, pe_error **error) = pe_measure_trace_print_path;
const pe_place *(*const layout_pe_measure_trace_find_place) (const pe_measure_trace *self, size_t index) = pe_measure_trace_find_place;
pe_measure_trace *(*const layout_pe_measure_trace_ref) (pe_measure_trace *self) = pe_measure_trace_ref;
void (*const layout_pe_measure_trace_unref) (pe_measure_trace *self) = pe_measure_trace_unref;

/* narrative.h */
_Static_assert (sizeof (pe_narrative) == 24, "sizeof (pe_narrative)");
_Static_assert (offsetof (pe_narrative, struct_size) == 0, "offsetof (pe_narrative, struct_size)");
_Static_assert (offsetof (pe_narrative, reserved) == 4, "offsetof (pe_narrative, reserved)");
_Static_assert (offsetof (pe_narrative, section) == 8, "offsetof (pe_narrative, section)");
_Static_assert (offsetof (pe_narrative, text) == 16, "offsetof (pe_narrative, text)");
void (*const layout_pe_narrative_init) (pe_narrative *self, uint32_t struct_size) = pe_narrative_init;

/* ocds.h */
_Static_assert (sizeof (pe_ocds_options) == 24, "sizeof (pe_ocds_options)");
_Static_assert (offsetof (pe_ocds_options, struct_size) == 0, "offsetof (pe_ocds_options, struct_size)");
_Static_assert (offsetof (pe_ocds_options, reserved) == 4, "offsetof (pe_ocds_options, reserved)");
_Static_assert (offsetof (pe_ocds_options, currency) == 8, "offsetof (pe_ocds_options, currency)");
_Static_assert (offsetof (pe_ocds_options, read) == 16, "offsetof (pe_ocds_options, read)");
_Static_assert (sizeof (pe_ocds_write_options) == 32, "sizeof (pe_ocds_write_options)");
_Static_assert (offsetof (pe_ocds_write_options, struct_size) == 0, "offsetof (pe_ocds_write_options, struct_size)");
_Static_assert (offsetof (pe_ocds_write_options, reserved) == 4, "offsetof (pe_ocds_write_options, reserved)");
_Static_assert (offsetof (pe_ocds_write_options, prefix) == 8, "offsetof (pe_ocds_write_options, prefix)");
_Static_assert (offsetof (pe_ocds_write_options, published) == 16, "offsetof (pe_ocds_write_options, published)");
_Static_assert (offsetof (pe_ocds_write_options, uri) == 24, "offsetof (pe_ocds_write_options, uri)");
void (*const layout_pe_ocds_options_init) (pe_ocds_options *self, uint32_t struct_size) = pe_ocds_options_init;
pe_status (*const layout_pe_tables_from_ocds) (pe_tables **out, const char *bytes, size_t size, const pe_ocds_options *options, pe_findings **findings, pe_error **error) = pe_tables_from_ocds;
void (*const layout_pe_ocds_write_options_init) (pe_ocds_write_options *self, uint32_t struct_size) = pe_ocds_write_options_init;
pe_status (*const layout_pe_dossier_to_ocds) (pe_text **out, const pe_dossier *dossier, const pe_ocds_write_options *options, pe_findings **findings, pe_error **error) = pe_dossier_to_ocds;

/* place.h */
const char *(*const layout_pe_place_get_what) (const pe_place *self) = pe_place_get_what;
const char *(*const layout_pe_place_get_file) (const pe_place *self) = pe_place_get_file;
uint64_t (*const layout_pe_place_get_line) (const pe_place *self) = pe_place_get_line;
uint64_t (*const layout_pe_place_get_column) (const pe_place *self) = pe_place_get_column;
const char *(*const layout_pe_place_get_cell) (const pe_place *self) = pe_place_get_cell;
void (*const layout_pe_place_get_bytes) (const pe_place *self, uint64_t *offset, uint64_t *length) = pe_place_get_bytes;

/* procurement.h */
_Static_assert (sizeof (pe_procurement_method) == 4, "sizeof (pe_procurement_method)");
_Static_assert (sizeof (pe_procurement_category) == 4, "sizeof (pe_procurement_category)");
_Static_assert (sizeof (pe_supplier_size) == 4, "sizeof (pe_supplier_size)");
_Static_assert (sizeof (pe_reserve_mode) == 4, "sizeof (pe_reserve_mode)");
_Static_assert (sizeof (pe_procurement_total) == 4, "sizeof (pe_procurement_total)");
_Static_assert (sizeof (pe_procurement_record) == 216, "sizeof (pe_procurement_record)");
_Static_assert (offsetof (pe_procurement_record, struct_size) == 0, "offsetof (pe_procurement_record, struct_size)");
_Static_assert (offsetof (pe_procurement_record, method) == 4, "offsetof (pe_procurement_record, method)");
_Static_assert (offsetof (pe_procurement_record, category) == 8, "offsetof (pe_procurement_record, category)");
_Static_assert (offsetof (pe_procurement_record, supplier_size) == 12, "offsetof (pe_procurement_record, supplier_size)");
_Static_assert (offsetof (pe_procurement_record, name) == 16, "offsetof (pe_procurement_record, name)");
_Static_assert (offsetof (pe_procurement_record, number) == 24, "offsetof (pe_procurement_record, number)");
_Static_assert (offsetof (pe_procurement_record, budget) == 32, "offsetof (pe_procurement_record, budget)");
_Static_assert (offsetof (pe_procurement_record, reserved_for_sme) == 56, "offsetof (pe_procurement_record, reserved_for_sme)");
_Static_assert (offsetof (pe_procurement_record, contract) == 80, "offsetof (pe_procurement_record, contract)");
_Static_assert (offsetof (pe_procurement_record, intent) == 104, "offsetof (pe_procurement_record, intent)");
_Static_assert (offsetof (pe_procurement_record, start) == 108, "offsetof (pe_procurement_record, start)");
_Static_assert (offsetof (pe_procurement_record, award) == 112, "offsetof (pe_procurement_record, award)");
_Static_assert (offsetof (pe_procurement_record, signing) == 116, "offsetof (pe_procurement_record, signing)");
_Static_assert (offsetof (pe_procurement_record, publication) == 120, "offsetof (pe_procurement_record, publication)");
_Static_assert (offsetof (pe_procurement_record, filing) == 124, "offsetof (pe_procurement_record, filing)");
_Static_assert (offsetof (pe_procurement_record, reserve_mode) == 128, "offsetof (pe_procurement_record, reserve_mode)");
_Static_assert (offsetof (pe_procurement_record, acceptance) == 132, "offsetof (pe_procurement_record, acceptance)");
_Static_assert (offsetof (pe_procurement_record, awarded) == 136, "offsetof (pe_procurement_record, awarded)");
_Static_assert (offsetof (pe_procurement_record, contract_sme) == 160, "offsetof (pe_procurement_record, contract_sme)");
_Static_assert (offsetof (pe_procurement_record, supplier) == 184, "offsetof (pe_procurement_record, supplier)");
_Static_assert (offsetof (pe_procurement_record, intent_exemption) == 192, "offsetof (pe_procurement_record, intent_exemption)");
_Static_assert (offsetof (pe_procurement_record, publication_exemption) == 200, "offsetof (pe_procurement_record, publication_exemption)");
_Static_assert (offsetof (pe_procurement_record, reserve_exemption) == 208, "offsetof (pe_procurement_record, reserve_exemption)");
_Static_assert (sizeof (pe_payment) == 40, "sizeof (pe_payment)");
_Static_assert (offsetof (pe_payment, struct_size) == 0, "offsetof (pe_payment, struct_size)");
_Static_assert (offsetof (pe_payment, record) == 4, "offsetof (pe_payment, record)");
_Static_assert (offsetof (pe_payment, due) == 8, "offsetof (pe_payment, due)");
_Static_assert (offsetof (pe_payment, paid) == 12, "offsetof (pe_payment, paid)");
_Static_assert (offsetof (pe_payment, amount) == 16, "offsetof (pe_payment, amount)");
_Static_assert (sizeof (pe_procurement_summary) == 104, "sizeof (pe_procurement_summary)");
_Static_assert (offsetof (pe_procurement_summary, struct_size) == 0, "offsetof (pe_procurement_summary, struct_size)");
_Static_assert (offsetof (pe_procurement_summary, reserved) == 4, "offsetof (pe_procurement_summary, reserved)");
_Static_assert (offsetof (pe_procurement_summary, budget) == 8, "offsetof (pe_procurement_summary, budget)");
_Static_assert (offsetof (pe_procurement_summary, reserved_for_sme) == 32, "offsetof (pe_procurement_summary, reserved_for_sme)");
_Static_assert (offsetof (pe_procurement_summary, contracts) == 56, "offsetof (pe_procurement_summary, contracts)");
_Static_assert (offsetof (pe_procurement_summary, sme_contracts) == 80, "offsetof (pe_procurement_summary, sme_contracts)");
_Static_assert (PE_METHOD_OPEN_TENDER == 1, "PE_METHOD_OPEN_TENDER");
_Static_assert (PE_METHOD_INVITED_TENDER == 2, "PE_METHOD_INVITED_TENDER");
_Static_assert (PE_METHOD_NEGOTIATION == 3, "PE_METHOD_NEGOTIATION");
_Static_assert (PE_METHOD_CONSULTATION == 4, "PE_METHOD_CONSULTATION");
_Static_assert (PE_METHOD_SINGLE_SOURCE == 5, "PE_METHOD_SINGLE_SOURCE");
_Static_assert (PE_METHOD_INQUIRY == 6, "PE_METHOD_INQUIRY");
_Static_assert (PE_METHOD_FRAMEWORK == 7, "PE_METHOD_FRAMEWORK");
_Static_assert (PE_METHOD_OTHER == 8, "PE_METHOD_OTHER");
_Static_assert (PE_PROCUREMENT_GOODS == 1, "PE_PROCUREMENT_GOODS");
_Static_assert (PE_PROCUREMENT_WORKS == 2, "PE_PROCUREMENT_WORKS");
_Static_assert (PE_PROCUREMENT_SERVICES == 3, "PE_PROCUREMENT_SERVICES");
_Static_assert (PE_SUPPLIER_MICRO == 1, "PE_SUPPLIER_MICRO");
_Static_assert (PE_SUPPLIER_SMALL == 2, "PE_SUPPLIER_SMALL");
_Static_assert (PE_SUPPLIER_MEDIUM == 3, "PE_SUPPLIER_MEDIUM");
_Static_assert (PE_SUPPLIER_LARGE == 4, "PE_SUPPLIER_LARGE");
_Static_assert (PE_RESERVE_WHOLE == 1, "PE_RESERVE_WHOLE");
_Static_assert (PE_RESERVE_LOT == 2, "PE_RESERVE_LOT");
_Static_assert (PE_RESERVE_CONSORTIUM == 3, "PE_RESERVE_CONSORTIUM");
_Static_assert (PE_RESERVE_SUBCONTRACT == 4, "PE_RESERVE_SUBCONTRACT");
_Static_assert (PE_PROCUREMENT_BUDGET == 1, "PE_PROCUREMENT_BUDGET");
_Static_assert (PE_PROCUREMENT_RESERVED_FOR_SME == 2, "PE_PROCUREMENT_RESERVED_FOR_SME");
_Static_assert (PE_PROCUREMENT_CONTRACTS == 3, "PE_PROCUREMENT_CONTRACTS");
_Static_assert (PE_PROCUREMENT_SME_CONTRACTS == 4, "PE_PROCUREMENT_SME_CONTRACTS");
void (*const layout_pe_procurement_record_init) (pe_procurement_record *self, uint32_t struct_size) = pe_procurement_record_init;
void (*const layout_pe_payment_init) (pe_payment *self, uint32_t struct_size) = pe_payment_init;
void (*const layout_pe_procurement_summary_init) (pe_procurement_summary *self, uint32_t struct_size) = pe_procurement_summary_init;
pe_status (*const layout_pe_procurement_builder_new) (pe_procurement_builder **out, const pe_procurement *from, pe_error **error) = pe_procurement_builder_new;
pe_status (*const layout_pe_procurement_builder_add_many) (pe_procurement_builder *self, const pe_procurement_record *items, size_t n, pe_error **error) = pe_procurement_builder_add_many;
pe_status (*const layout_pe_procurement_builder_add_payments) (pe_procurement_builder *self, const pe_payment *items, size_t n, pe_error **error) = pe_procurement_builder_add_payments;
pe_status (*const layout_pe_procurement_builder_set_summary) (pe_procurement_builder *self, const pe_procurement_summary *summary, pe_error **error) = pe_procurement_builder_set_summary;
pe_status (*const layout_pe_procurement_builder_build) (pe_procurement **out, const pe_procurement_builder *self, pe_findings **findings, pe_error **error) = pe_procurement_builder_build;
void (*const layout_pe_procurement_builder_free) (pe_procurement_builder *self) = pe_procurement_builder_free;
size_t (*const layout_pe_procurement_get_n_records) (const pe_procurement *self) = pe_procurement_get_n_records;
pe_status (*const layout_pe_procurement_get_record) (pe_procurement_record *out, const pe_procurement *self, size_t index, pe_error **error) = pe_procurement_get_record;
size_t (*const layout_pe_procurement_get_n_payments) (const pe_procurement *self) = pe_procurement_get_n_payments;
pe_status (*const layout_pe_procurement_get_payment) (pe_payment *out, const pe_procurement *self, size_t index, pe_error **error) = pe_procurement_get_payment;
pe_status (*const layout_pe_procurement_get_summary) (pe_procurement_summary *out, const pe_procurement *self, pe_error **error) = pe_procurement_get_summary;
pe_status (*const layout_pe_procurement_compute_total) (pe_figure *out, const pe_procurement *self, pe_procurement_total total, pe_error **error) = pe_procurement_compute_total;
void (*const layout_pe_procurement_get_digest) (const pe_procurement *self, uint8_t *out) = pe_procurement_get_digest;
int32_t (*const layout_pe_procurement_is_equal) (const pe_procurement *a, const pe_procurement *b) = pe_procurement_is_equal;
pe_procurement *(*const layout_pe_procurement_ref) (pe_procurement *self) = pe_procurement_ref;
void (*const layout_pe_procurement_unref) (pe_procurement *self) = pe_procurement_unref;

/* prose.h */
_Static_assert (sizeof (pe_prose_meaning) == 4, "sizeof (pe_prose_meaning)");
_Static_assert (sizeof (pe_prose_reach) == 4, "sizeof (pe_prose_reach)");
_Static_assert (sizeof (pe_prose_word) == 16, "sizeof (pe_prose_word)");
_Static_assert (offsetof (pe_prose_word, struct_size) == 0, "offsetof (pe_prose_word, struct_size)");
_Static_assert (offsetof (pe_prose_word, meaning) == 4, "offsetof (pe_prose_word, meaning)");
_Static_assert (offsetof (pe_prose_word, text) == 8, "offsetof (pe_prose_word, text)");
_Static_assert (sizeof (pe_prose_pattern) == 104, "sizeof (pe_prose_pattern)");
_Static_assert (offsetof (pe_prose_pattern, struct_size) == 0, "offsetof (pe_prose_pattern, struct_size)");
_Static_assert (offsetof (pe_prose_pattern, kind) == 4, "offsetof (pe_prose_pattern, kind)");
_Static_assert (offsetof (pe_prose_pattern, form) == 8, "offsetof (pe_prose_pattern, form)");
_Static_assert (offsetof (pe_prose_pattern, reach) == 12, "offsetof (pe_prose_pattern, reach)");
_Static_assert (offsetof (pe_prose_pattern, is_strict) == 16, "offsetof (pe_prose_pattern, is_strict)");
_Static_assert (offsetof (pe_prose_pattern, n_operands) == 20, "offsetof (pe_prose_pattern, n_operands)");
_Static_assert (offsetof (pe_prose_pattern, name) == 24, "offsetof (pe_prose_pattern, name)");
_Static_assert (offsetof (pe_prose_pattern, result) == 32, "offsetof (pe_prose_pattern, result)");
_Static_assert (offsetof (pe_prose_pattern, operands) == 40, "offsetof (pe_prose_pattern, operands)");
_Static_assert (sizeof (pe_prose_options) == 56, "sizeof (pe_prose_options)");
_Static_assert (offsetof (pe_prose_options, struct_size) == 0, "offsetof (pe_prose_options, struct_size)");
_Static_assert (offsetof (pe_prose_options, reserved) == 4, "offsetof (pe_prose_options, reserved)");
_Static_assert (offsetof (pe_prose_options, file) == 8, "offsetof (pe_prose_options, file)");
_Static_assert (offsetof (pe_prose_options, words) == 16, "offsetof (pe_prose_options, words)");
_Static_assert (offsetof (pe_prose_options, n_words) == 24, "offsetof (pe_prose_options, n_words)");
_Static_assert (offsetof (pe_prose_options, patterns) == 32, "offsetof (pe_prose_options, patterns)");
_Static_assert (offsetof (pe_prose_options, n_patterns) == 40, "offsetof (pe_prose_options, n_patterns)");
_Static_assert (offsetof (pe_prose_options, audit) == 48, "offsetof (pe_prose_options, audit)");
_Static_assert (sizeof (pe_prose_summary) == 72, "sizeof (pe_prose_summary)");
_Static_assert (offsetof (pe_prose_summary, struct_size) == 0, "offsetof (pe_prose_summary, struct_size)");
_Static_assert (offsetof (pe_prose_summary, reserved) == 4, "offsetof (pe_prose_summary, reserved)");
_Static_assert (offsetof (pe_prose_summary, n_figures) == 8, "offsetof (pe_prose_summary, n_figures)");
_Static_assert (offsetof (pe_prose_summary, n_related) == 16, "offsetof (pe_prose_summary, n_related)");
_Static_assert (offsetof (pe_prose_summary, n_left) == 24, "offsetof (pe_prose_summary, n_left)");
_Static_assert (offsetof (pe_prose_summary, n_skipped) == 32, "offsetof (pe_prose_summary, n_skipped)");
_Static_assert (offsetof (pe_prose_summary, n_relations) == 40, "offsetof (pe_prose_summary, n_relations)");
_Static_assert (offsetof (pe_prose_summary, n_accused) == 48, "offsetof (pe_prose_summary, n_accused)");
_Static_assert (offsetof (pe_prose_summary, n_sentences) == 56, "offsetof (pe_prose_summary, n_sentences)");
_Static_assert (offsetof (pe_prose_summary, n_characters) == 64, "offsetof (pe_prose_summary, n_characters)");
_Static_assert (PE_PROSE_PARTS == 1, "PE_PROSE_PARTS");
_Static_assert (PE_PROSE_TOTAL == 2, "PE_PROSE_TOTAL");
_Static_assert (PE_PROSE_SUM == 3, "PE_PROSE_SUM");
_Static_assert (PE_PROSE_SHARE == 4, "PE_PROSE_SHARE");
_Static_assert (PE_PROSE_RISE == 5, "PE_PROSE_RISE");
_Static_assert (PE_PROSE_FALL == 6, "PE_PROSE_FALL");
_Static_assert (PE_PROSE_COMPARED == 7, "PE_PROSE_COMPARED");
_Static_assert (PE_PROSE_FORMER == 8, "PE_PROSE_FORMER");
_Static_assert (PE_PROSE_RATE == 9, "PE_PROSE_RATE");
_Static_assert (PE_PROSE_EXECUTION == 10, "PE_PROSE_EXECUTION");
_Static_assert (PE_PROSE_SAVE_RATE == 11, "PE_PROSE_SAVE_RATE");
_Static_assert (PE_PROSE_SAVED == 12, "PE_PROSE_SAVED");
_Static_assert (PE_PROSE_LEFT == 13, "PE_PROSE_LEFT");
_Static_assert (PE_PROSE_PLANNED == 14, "PE_PROSE_PLANNED");
_Static_assert (PE_PROSE_SPENT == 15, "PE_PROSE_SPENT");
_Static_assert (PE_PROSE_RECEIVED == 16, "PE_PROSE_RECEIVED");
_Static_assert (PE_PROSE_TARGET == 17, "PE_PROSE_TARGET");
_Static_assert (PE_PROSE_REACHED == 18, "PE_PROSE_REACHED");
_Static_assert (PE_PROSE_FULL == 19, "PE_PROSE_FULL");
_Static_assert (PE_PROSE_SCORE == 20, "PE_PROSE_SCORE");
_Static_assert (PE_PROSE_LOST == 21, "PE_PROSE_LOST");
_Static_assert (PE_PROSE_GRADE == 22, "PE_PROSE_GRADE");
_Static_assert (PE_PROSE_EACH == 23, "PE_PROSE_EACH");
_Static_assert (PE_PROSE_NOTHING == 24, "PE_PROSE_NOTHING");
_Static_assert (PE_PROSE_SENTENCE == 1, "PE_PROSE_SENTENCE");
_Static_assert (PE_PROSE_PARAGRAPH == 2, "PE_PROSE_PARAGRAPH");
_Static_assert (PE_PROSE_TEXT == 3, "PE_PROSE_TEXT");
_Static_assert (PE_PROSE_PATTERN_OPERANDS == 8, "PE_PROSE_PATTERN_OPERANDS");
void (*const layout_pe_prose_options_init) (pe_prose_options *self, uint32_t struct_size) = pe_prose_options_init;
void (*const layout_pe_prose_word_init) (pe_prose_word *self, uint32_t struct_size) = pe_prose_word_init;
void (*const layout_pe_prose_pattern_init) (pe_prose_pattern *self, uint32_t struct_size) = pe_prose_pattern_init;
void (*const layout_pe_prose_summary_init) (pe_prose_summary *self, uint32_t struct_size) = pe_prose_summary_init;
pe_status (*const layout_pe_prose_read) (pe_prose **out, const char *text, size_t size, const pe_prose_options *options, pe_error **error) = pe_prose_read;
pe_prose *(*const layout_pe_prose_ref) (pe_prose *self) = pe_prose_ref;
void (*const layout_pe_prose_unref) (pe_prose *self) = pe_prose_unref;
const pe_audit *(*const layout_pe_prose_get_audit) (const pe_prose *self) = pe_prose_get_audit;
pe_status (*const layout_pe_prose_get_summary) (pe_prose_summary *out, const pe_prose *self, pe_error **error) = pe_prose_get_summary;
int32_t (*const layout_pe_prose_is_related) (const pe_prose *self, size_t claim) = pe_prose_is_related;
const char *(*const layout_pe_prose_get_pattern) (const pe_prose *self, size_t relation) = pe_prose_get_pattern;

/* prose_patterns.h */
pe_status (*const layout_pe_prose_patterns_from_json) (pe_prose_patterns **out, const char *bytes, size_t size, const pe_read_options *options, pe_findings **findings, pe_error **error) = pe_prose_patterns_from_json;
pe_prose_patterns *(*const layout_pe_prose_patterns_ref) (pe_prose_patterns *self) = pe_prose_patterns_ref;
void (*const layout_pe_prose_patterns_unref) (pe_prose_patterns *self) = pe_prose_patterns_unref;
pe_status (*const layout_pe_prose_patterns_lend) (const pe_prose_patterns *self, pe_prose_options *options, pe_error **error) = pe_prose_patterns_lend;

/* provider.h */
_Static_assert (sizeof (pe_provider_place) == 64, "sizeof (pe_provider_place)");
_Static_assert (offsetof (pe_provider_place, struct_size) == 0, "offsetof (pe_provider_place, struct_size)");
_Static_assert (offsetof (pe_provider_place, reserved) == 4, "offsetof (pe_provider_place, reserved)");
_Static_assert (offsetof (pe_provider_place, what) == 8, "offsetof (pe_provider_place, what)");
_Static_assert (offsetof (pe_provider_place, file) == 16, "offsetof (pe_provider_place, file)");
_Static_assert (offsetof (pe_provider_place, cell) == 24, "offsetof (pe_provider_place, cell)");
_Static_assert (offsetof (pe_provider_place, line) == 32, "offsetof (pe_provider_place, line)");
_Static_assert (offsetof (pe_provider_place, column) == 40, "offsetof (pe_provider_place, column)");
_Static_assert (offsetof (pe_provider_place, offset) == 48, "offsetof (pe_provider_place, offset)");
_Static_assert (offsetof (pe_provider_place, length) == 56, "offsetof (pe_provider_place, length)");
_Static_assert (sizeof (pe_provider_parameter) == 24, "sizeof (pe_provider_parameter)");
_Static_assert (offsetof (pe_provider_parameter, struct_size) == 0, "offsetof (pe_provider_parameter, struct_size)");
_Static_assert (offsetof (pe_provider_parameter, reserved) == 4, "offsetof (pe_provider_parameter, reserved)");
_Static_assert (offsetof (pe_provider_parameter, name) == 8, "offsetof (pe_provider_parameter, name)");
_Static_assert (offsetof (pe_provider_parameter, text) == 16, "offsetof (pe_provider_parameter, text)");
void (*const layout_pe_provider_place_init) (pe_provider_place *self, uint32_t struct_size) = pe_provider_place_init;
void (*const layout_pe_provider_parameter_init) (pe_provider_parameter *self, uint32_t struct_size) = pe_provider_parameter_init;
pe_status (*const layout_pe_provider_new) (pe_provider **out, const pe_read_options *options, pe_error **error) = pe_provider_new;
void (*const layout_pe_provider_get_limits) (pe_limits *out, const pe_provider *self) = pe_provider_get_limits;
pe_status (*const layout_pe_provider_begin_table) (pe_provider *self, const pe_table_head *head, pe_error **error) = pe_provider_begin_table;
pe_status (*const layout_pe_provider_add_row) (pe_provider *self, const pe_table_row *row, const pe_cell *cells, size_t n, pe_error **error) = pe_provider_add_row;
pe_status (*const layout_pe_provider_merge) (pe_provider *self, uint32_t number, uint32_t column, uint32_t columns, pe_error **error) = pe_provider_merge;
pe_status (*const layout_pe_provider_report) (pe_provider *self, pe_status code, const pe_provider_place *places, size_t n_places, const pe_provider_parameter *parameters, size_t n_parameters, pe_error **error) = pe_provider_report;
pe_status (*const layout_pe_provider_report_error) (pe_provider *self, pe_error *broken, pe_error **error) = pe_provider_report_error;
pe_status (*const layout_pe_provider_finish) (pe_tables **out, pe_provider *self, pe_findings **findings, pe_error **error) = pe_provider_finish;
void (*const layout_pe_provider_free) (pe_provider *self) = pe_provider_free;
pe_status (*const layout_pe_provider_make_error) (pe_error **error, pe_status code, const pe_provider_place *place, const pe_provider_parameter *parameters, size_t n_parameters) = pe_provider_make_error;
pe_status (*const layout_pe_provider_make_text) (pe_text **out, const void *bytes, size_t size, pe_error **error) = pe_provider_make_text;

/* ratio.h */
pe_status (*const layout_pe_ratio_new) (pe_ratio **out, const pe_decimal *numerator, const pe_decimal *denominator, pe_error **error) = pe_ratio_new;
pe_status (*const layout_pe_ratio_round) (pe_decimal *out, const pe_ratio *self, int32_t places, pe_rounding rounding, pe_error **error) = pe_ratio_round;
pe_status (*const layout_pe_ratio_compare) (int32_t *out, const pe_ratio *a, const pe_ratio *b, pe_error **error) = pe_ratio_compare;
pe_status (*const layout_pe_ratio_print_numerator) (pe_text **out, const pe_ratio *self, pe_error **error) = pe_ratio_print_numerator;
pe_status (*const layout_pe_ratio_print_denominator) (pe_text **out, const pe_ratio *self, pe_error **error) = pe_ratio_print_denominator;
pe_status (*const layout_pe_ratio_print_truncated) (pe_text **out, const pe_ratio *self, int32_t places, pe_error **error) = pe_ratio_print_truncated;
pe_ratio *(*const layout_pe_ratio_ref) (pe_ratio *self) = pe_ratio_ref;
void (*const layout_pe_ratio_unref) (pe_ratio *self) = pe_ratio_unref;

/* record_kind.h */
_Static_assert (sizeof (pe_record_kind) == 4, "sizeof (pe_record_kind)");
_Static_assert (sizeof (pe_column_type) == 4, "sizeof (pe_column_type)");
_Static_assert (sizeof (pe_record_column) == 40, "sizeof (pe_record_column)");
_Static_assert (offsetof (pe_record_column, struct_size) == 0, "offsetof (pe_record_column, struct_size)");
_Static_assert (offsetof (pe_record_column, type) == 4, "offsetof (pe_record_column, type)");
_Static_assert (offsetof (pe_record_column, is_required) == 8, "offsetof (pe_record_column, is_required)");
_Static_assert (offsetof (pe_record_column, n_words) == 12, "offsetof (pe_record_column, n_words)");
_Static_assert (offsetof (pe_record_column, id) == 16, "offsetof (pe_record_column, id)");
_Static_assert (offsetof (pe_record_column, name_zh) == 24, "offsetof (pe_record_column, name_zh)");
_Static_assert (offsetof (pe_record_column, name_en) == 32, "offsetof (pe_record_column, name_en)");
_Static_assert (PE_RECORD_BUDGET_LINE == 1, "PE_RECORD_BUDGET_LINE");
_Static_assert (PE_RECORD_THREE_PUBLIC == 2, "PE_RECORD_THREE_PUBLIC");
_Static_assert (PE_RECORD_PROCUREMENT == 3, "PE_RECORD_PROCUREMENT");
_Static_assert (PE_RECORD_PAYMENT == 4, "PE_RECORD_PAYMENT");
_Static_assert (PE_RECORD_ASSET == 5, "PE_RECORD_ASSET");
_Static_assert (PE_COLUMN_TEXT == 1, "PE_COLUMN_TEXT");
_Static_assert (PE_COLUMN_MONEY == 2, "PE_COLUMN_MONEY");
_Static_assert (PE_COLUMN_COUNT == 3, "PE_COLUMN_COUNT");
_Static_assert (PE_COLUMN_DATE == 4, "PE_COLUMN_DATE");
_Static_assert (PE_COLUMN_WORD == 5, "PE_COLUMN_WORD");
_Static_assert (PE_COLUMN_TRUTH == 6, "PE_COLUMN_TRUTH");
_Static_assert (PE_COLUMN_NUMBER == 7, "PE_COLUMN_NUMBER");
void (*const layout_pe_record_column_init) (pe_record_column *self, uint32_t struct_size) = pe_record_column_init;
const char *(*const layout_pe_record_kind_get_id) (pe_record_kind kind) = pe_record_kind_get_id;
const char *(*const layout_pe_record_kind_get_name) (pe_record_kind kind, pe_language language) = pe_record_kind_get_name;
size_t (*const layout_pe_record_kind_get_n_columns) (pe_record_kind kind) = pe_record_kind_get_n_columns;
pe_status (*const layout_pe_record_kind_describe_column) (pe_record_column *out, pe_record_kind kind, size_t index, pe_error **error) = pe_record_kind_describe_column;
const char *(*const layout_pe_record_kind_get_word) (pe_record_kind kind, size_t column, int32_t value) = pe_record_kind_get_word;
const char *(*const layout_pe_record_kind_get_word_name) (pe_record_kind kind, size_t column, int32_t value, pe_language language) = pe_record_kind_get_word_name;
int32_t (*const layout_pe_record_kind_find_word) (pe_record_kind kind, size_t column, const char *word) = pe_record_kind_find_word;

/* register.h */
_Static_assert (sizeof (pe_register_column) == 32, "sizeof (pe_register_column)");
_Static_assert (offsetof (pe_register_column, struct_size) == 0, "offsetof (pe_register_column, struct_size)");
_Static_assert (offsetof (pe_register_column, type) == 4, "offsetof (pe_register_column, type)");
_Static_assert (offsetof (pe_register_column, unit) == 8, "offsetof (pe_register_column, unit)");
_Static_assert (offsetof (pe_register_column, reserved) == 12, "offsetof (pe_register_column, reserved)");
_Static_assert (offsetof (pe_register_column, id) == 16, "offsetof (pe_register_column, id)");
_Static_assert (offsetof (pe_register_column, name) == 24, "offsetof (pe_register_column, name)");
_Static_assert (sizeof (pe_register_cell) == 40, "sizeof (pe_register_cell)");
_Static_assert (offsetof (pe_register_cell, struct_size) == 0, "offsetof (pe_register_cell, struct_size)");
_Static_assert (offsetof (pe_register_cell, date) == 4, "offsetof (pe_register_cell, date)");
_Static_assert (offsetof (pe_register_cell, figure) == 8, "offsetof (pe_register_cell, figure)");
_Static_assert (offsetof (pe_register_cell, text) == 32, "offsetof (pe_register_cell, text)");
void (*const layout_pe_register_column_init) (pe_register_column *self, uint32_t struct_size) = pe_register_column_init;
void (*const layout_pe_register_cell_init) (pe_register_cell *self, uint32_t struct_size) = pe_register_cell_init;
pe_status (*const layout_pe_register_builder_new) (pe_register_builder **out, const pe_register *from, pe_error **error) = pe_register_builder_new;
pe_status (*const layout_pe_register_builder_set_head) (pe_register_builder *self, const char *id, const char *title, pe_error **error) = pe_register_builder_set_head;
pe_status (*const layout_pe_register_builder_add_columns) (pe_register_builder *self, const pe_register_column *items, size_t n, pe_error **error) = pe_register_builder_add_columns;
pe_status (*const layout_pe_register_builder_add_rows) (pe_register_builder *self, const pe_register_cell *cells, size_t n_rows, pe_error **error) = pe_register_builder_add_rows;
pe_status (*const layout_pe_register_builder_build) (pe_register **out, const pe_register_builder *self, pe_findings **findings, pe_error **error) = pe_register_builder_build;
void (*const layout_pe_register_builder_free) (pe_register_builder *self) = pe_register_builder_free;
const char *(*const layout_pe_register_get_id) (const pe_register *self) = pe_register_get_id;
const char *(*const layout_pe_register_get_title) (const pe_register *self) = pe_register_get_title;
size_t (*const layout_pe_register_get_n_columns) (const pe_register *self) = pe_register_get_n_columns;
size_t (*const layout_pe_register_get_n_rows) (const pe_register *self) = pe_register_get_n_rows;
pe_status (*const layout_pe_register_get_column) (pe_register_column *out, const pe_register *self, size_t index, pe_error **error) = pe_register_get_column;
pe_status (*const layout_pe_register_get_cell) (pe_register_cell *out, const pe_register *self, size_t row, size_t column, pe_error **error) = pe_register_get_cell;
void (*const layout_pe_register_get_digest) (const pe_register *self, uint8_t *out) = pe_register_get_digest;
int32_t (*const layout_pe_register_is_equal) (const pe_register *a, const pe_register *b) = pe_register_is_equal;
pe_register *(*const layout_pe_register_ref) (pe_register *self) = pe_register_ref;
void (*const layout_pe_register_unref) (pe_register *self) = pe_register_unref;

/* relation.h */
_Static_assert (sizeof (pe_relation_kind) == 4, "sizeof (pe_relation_kind)");
_Static_assert (sizeof (pe_relation_form) == 4, "sizeof (pe_relation_form)");
_Static_assert (sizeof (pe_audit_band) == 32, "sizeof (pe_audit_band)");
_Static_assert (offsetof (pe_audit_band, struct_size) == 0, "offsetof (pe_audit_band, struct_size)");
_Static_assert (offsetof (pe_audit_band, reserved) == 4, "offsetof (pe_audit_band, reserved)");
_Static_assert (offsetof (pe_audit_band, at_least) == 8, "offsetof (pe_audit_band, at_least)");
_Static_assert (offsetof (pe_audit_band, name) == 24, "offsetof (pe_audit_band, name)");
_Static_assert (sizeof (pe_relation) == 128, "sizeof (pe_relation)");
_Static_assert (offsetof (pe_relation, struct_size) == 0, "offsetof (pe_relation, struct_size)");
_Static_assert (offsetof (pe_relation, kind) == 4, "offsetof (pe_relation, kind)");
_Static_assert (offsetof (pe_relation, form) == 8, "offsetof (pe_relation, form)");
_Static_assert (offsetof (pe_relation, comparison) == 12, "offsetof (pe_relation, comparison)");
_Static_assert (offsetof (pe_relation, result) == 16, "offsetof (pe_relation, result)");
_Static_assert (offsetof (pe_relation, n_operands) == 20, "offsetof (pe_relation, n_operands)");
_Static_assert (offsetof (pe_relation, operands) == 24, "offsetof (pe_relation, operands)");
_Static_assert (offsetof (pe_relation, signs) == 32, "offsetof (pe_relation, signs)");
_Static_assert (offsetof (pe_relation, constant) == 40, "offsetof (pe_relation, constant)");
_Static_assert (offsetof (pe_relation, bands) == 56, "offsetof (pe_relation, bands)");
_Static_assert (offsetof (pe_relation, n_bands) == 64, "offsetof (pe_relation, n_bands)");
_Static_assert (offsetof (pe_relation, is_doubtful) == 68, "offsetof (pe_relation, is_doubtful)");
_Static_assert (offsetof (pe_relation, alternatives) == 72, "offsetof (pe_relation, alternatives)");
_Static_assert (offsetof (pe_relation, reserved) == 76, "offsetof (pe_relation, reserved)");
_Static_assert (offsetof (pe_relation, name) == 80, "offsetof (pe_relation, name)");
_Static_assert (offsetof (pe_relation, reading_zh) == 88, "offsetof (pe_relation, reading_zh)");
_Static_assert (offsetof (pe_relation, reading_en) == 96, "offsetof (pe_relation, reading_en)");
_Static_assert (offsetof (pe_relation, file) == 104, "offsetof (pe_relation, file)");
_Static_assert (offsetof (pe_relation, offset) == 112, "offsetof (pe_relation, offset)");
_Static_assert (offsetof (pe_relation, length) == 120, "offsetof (pe_relation, length)");
_Static_assert (PE_RELATION_SUM == 1, "PE_RELATION_SUM");
_Static_assert (PE_RELATION_DIFFERENCE == 2, "PE_RELATION_DIFFERENCE");
_Static_assert (PE_RELATION_RATE == 3, "PE_RELATION_RATE");
_Static_assert (PE_RELATION_SHARE == 4, "PE_RELATION_SHARE");
_Static_assert (PE_RELATION_GROWTH == 5, "PE_RELATION_GROWTH");
_Static_assert (PE_RELATION_COMPLETION == 6, "PE_RELATION_COMPLETION");
_Static_assert (PE_RELATION_PRODUCT == 7, "PE_RELATION_PRODUCT");
_Static_assert (PE_RELATION_RULE_SCORE == 8, "PE_RELATION_RULE_SCORE");
_Static_assert (PE_RELATION_EXECUTION_SCORE == 9, "PE_RELATION_EXECUTION_SCORE");
_Static_assert (PE_RELATION_SCORE_SUM == 10, "PE_RELATION_SCORE_SUM");
_Static_assert (PE_RELATION_DEDUCTION == 11, "PE_RELATION_DEDUCTION");
_Static_assert (PE_RELATION_MARKS == 12, "PE_RELATION_MARKS");
_Static_assert (PE_RELATION_GRADE == 13, "PE_RELATION_GRADE");
_Static_assert (PE_RELATION_BOUND == 14, "PE_RELATION_BOUND");
_Static_assert (PE_RELATION_SAME_QUANTITY == 15, "PE_RELATION_SAME_QUANTITY");
_Static_assert (PE_RELATION_COUNT == 16, "PE_RELATION_COUNT");
_Static_assert (PE_RELATION_CONVERSION == 17, "PE_RELATION_CONVERSION");
_Static_assert (PE_RELATION_COUNTERPART == 18, "PE_RELATION_COUNTERPART");
_Static_assert (PE_FORM_PLAIN == 0, "PE_FORM_PLAIN");
_Static_assert (PE_FORM_SIGNED == 1, "PE_FORM_SIGNED");
_Static_assert (PE_FORM_PARTIAL == 2, "PE_FORM_PARTIAL");
_Static_assert (PE_FORM_OVER_SUM == 11, "PE_FORM_OVER_SUM");
_Static_assert (PE_FORM_PARTS_OVER == 12, "PE_FORM_PARTS_OVER");
_Static_assert (PE_FORM_DIVIDED == 13, "PE_FORM_DIVIDED");
_Static_assert (PE_FORM_MEETS_MIN == 14, "PE_FORM_MEETS_MIN");
_Static_assert (PE_FORM_MEETS_MAX == 15, "PE_FORM_MEETS_MAX");
_Static_assert (PE_FORM_OVER_DIFFERENCE == 16, "PE_FORM_OVER_DIFFERENCE");
_Static_assert (PE_FORM_NEW_OLD == 21, "PE_FORM_NEW_OLD");
_Static_assert (PE_FORM_DOWN_NEW_OLD == 22, "PE_FORM_DOWN_NEW_OLD");
_Static_assert (PE_FORM_NEW_CHANGE == 23, "PE_FORM_NEW_CHANGE");
_Static_assert (PE_FORM_DOWN_NEW_CHANGE == 24, "PE_FORM_DOWN_NEW_CHANGE");
_Static_assert (PE_FORM_IMPLIED_BASE == 25, "PE_FORM_IMPLIED_BASE");
_Static_assert (PE_FORM_DOWN_IMPLIED_BASE == 26, "PE_FORM_DOWN_IMPLIED_BASE");
_Static_assert (PE_FORM_LIST == 31, "PE_FORM_LIST");
_Static_assert (PE_FORM_FIRST_PLUS_ITEMS == 32, "PE_FORM_FIRST_PLUS_ITEMS");
_Static_assert (PE_NO_CLAIM == 4294967295, "PE_NO_CLAIM");
void (*const layout_pe_relation_init) (pe_relation *self, uint32_t struct_size) = pe_relation_init;
void (*const layout_pe_audit_band_init) (pe_audit_band *self, uint32_t struct_size) = pe_audit_band_init;
const char *(*const layout_pe_relation_kind_get_name) (pe_relation_kind kind) = pe_relation_kind_get_name;
const char *(*const layout_pe_relation_kind_get_title) (pe_relation_kind kind, pe_language language) = pe_relation_kind_get_title;
const char *(*const layout_pe_relation_form_get_name) (pe_relation_form form) = pe_relation_form_get_name;

/* review.h */
_Static_assert (sizeof (pe_review_state) == 4, "sizeof (pe_review_state)");
_Static_assert (sizeof (pe_review_options) == 40, "sizeof (pe_review_options)");
_Static_assert (offsetof (pe_review_options, struct_size) == 0, "offsetof (pe_review_options, struct_size)");
_Static_assert (offsetof (pe_review_options, scorer) == 4, "offsetof (pe_review_options, scorer)");
_Static_assert (offsetof (pe_review_options, declared_total) == 8, "offsetof (pe_review_options, declared_total)");
_Static_assert (offsetof (pe_review_options, declared_grade) == 16, "offsetof (pe_review_options, declared_grade)");
_Static_assert (offsetof (pe_review_options, limits) == 24, "offsetof (pe_review_options, limits)");
_Static_assert (offsetof (pe_review_options, report) == 32, "offsetof (pe_review_options, report)");
_Static_assert (sizeof (pe_review_result) == 32, "sizeof (pe_review_result)");
_Static_assert (offsetof (pe_review_result, struct_size) == 0, "offsetof (pe_review_result, struct_size)");
_Static_assert (offsetof (pe_review_result, state) == 4, "offsetof (pe_review_result, state)");
_Static_assert (offsetof (pe_review_result, severity) == 8, "offsetof (pe_review_result, severity)");
_Static_assert (offsetof (pe_review_result, reserved) == 12, "offsetof (pe_review_result, reserved)");
_Static_assert (offsetof (pe_review_result, examined) == 16, "offsetof (pe_review_result, examined)");
_Static_assert (offsetof (pe_review_result, found) == 24, "offsetof (pe_review_result, found)");
_Static_assert (sizeof (pe_review_item) == 24, "sizeof (pe_review_item)");
_Static_assert (offsetof (pe_review_item, struct_size) == 0, "offsetof (pe_review_item, struct_size)");
_Static_assert (offsetof (pe_review_item, severity) == 4, "offsetof (pe_review_item, severity)");
_Static_assert (offsetof (pe_review_item, check) == 8, "offsetof (pe_review_item, check)");
_Static_assert (offsetof (pe_review_item, finding) == 16, "offsetof (pe_review_item, finding)");
_Static_assert (PE_REVIEW_CLEAR == 1, "PE_REVIEW_CLEAR");
_Static_assert (PE_REVIEW_FOUND == 2, "PE_REVIEW_FOUND");
_Static_assert (PE_REVIEW_NOT_APPLICABLE == 3, "PE_REVIEW_NOT_APPLICABLE");
_Static_assert (PE_REVIEW_OFF == 4, "PE_REVIEW_OFF");
_Static_assert (PE_REVIEW_NOT_COMPUTED == 5, "PE_REVIEW_NOT_COMPUTED");
void (*const layout_pe_review_options_init) (pe_review_options *self, uint32_t struct_size) = pe_review_options_init;
void (*const layout_pe_review_result_init) (pe_review_result *self, uint32_t struct_size) = pe_review_result_init;
void (*const layout_pe_review_item_init) (pe_review_item *self, uint32_t struct_size) = pe_review_item_init;
pe_status (*const layout_pe_review_new) (pe_review **out, pe_rulebook *rulebook, pe_dossier *dossier, const pe_evaluation *evaluation, const pe_review_options *options, pe_error **error) = pe_review_new;
pe_status (*const layout_pe_review_get_result) (pe_review_result *out, const pe_review *self, size_t check, pe_error **error) = pe_review_get_result;
size_t (*const layout_pe_review_get_n_items) (const pe_review *self) = pe_review_get_n_items;
pe_status (*const layout_pe_review_get_item) (pe_review_item *out, const pe_review *self, size_t index, pe_error **error) = pe_review_get_item;
uint64_t (*const layout_pe_review_get_count) (const pe_review *self, pe_severity severity) = pe_review_get_count;
pe_review *(*const layout_pe_review_ref) (pe_review *self) = pe_review_ref;
void (*const layout_pe_review_unref) (pe_review *self) = pe_review_unref;

/* review_check.h */
_Static_assert (sizeof (pe_review_basis) == 4, "sizeof (pe_review_basis)");
_Static_assert (sizeof (pe_review_check) == 80, "sizeof (pe_review_check)");
_Static_assert (offsetof (pe_review_check, struct_size) == 0, "offsetof (pe_review_check, struct_size)");
_Static_assert (offsetof (pe_review_check, basis) == 4, "offsetof (pe_review_check, basis)");
_Static_assert (offsetof (pe_review_check, severity) == 8, "offsetof (pe_review_check, severity)");
_Static_assert (offsetof (pe_review_check, computed) == 12, "offsetof (pe_review_check, computed)");
_Static_assert (offsetof (pe_review_check, id) == 16, "offsetof (pe_review_check, id)");
_Static_assert (offsetof (pe_review_check, name_zh) == 24, "offsetof (pe_review_check, name_zh)");
_Static_assert (offsetof (pe_review_check, name_en) == 32, "offsetof (pe_review_check, name_en)");
_Static_assert (offsetof (pe_review_check, definition_zh) == 40, "offsetof (pe_review_check, definition_zh)");
_Static_assert (offsetof (pe_review_check, definition_en) == 48, "offsetof (pe_review_check, definition_en)");
_Static_assert (offsetof (pe_review_check, source) == 56, "offsetof (pe_review_check, source)");
_Static_assert (offsetof (pe_review_check, reason_zh) == 64, "offsetof (pe_review_check, reason_zh)");
_Static_assert (offsetof (pe_review_check, reason_en) == 72, "offsetof (pe_review_check, reason_en)");
_Static_assert (sizeof (pe_review_threshold) == 64, "sizeof (pe_review_threshold)");
_Static_assert (offsetof (pe_review_threshold, struct_size) == 0, "offsetof (pe_review_threshold, struct_size)");
_Static_assert (offsetof (pe_review_threshold, reserved) == 4, "offsetof (pe_review_threshold, reserved)");
_Static_assert (offsetof (pe_review_threshold, name) == 8, "offsetof (pe_review_threshold, name)");
_Static_assert (offsetof (pe_review_threshold, unit) == 16, "offsetof (pe_review_threshold, unit)");
_Static_assert (offsetof (pe_review_threshold, default_text) == 24, "offsetof (pe_review_threshold, default_text)");
_Static_assert (offsetof (pe_review_threshold, minimum) == 32, "offsetof (pe_review_threshold, minimum)");
_Static_assert (offsetof (pe_review_threshold, maximum) == 40, "offsetof (pe_review_threshold, maximum)");
_Static_assert (offsetof (pe_review_threshold, description_zh) == 48, "offsetof (pe_review_threshold, description_zh)");
_Static_assert (offsetof (pe_review_threshold, description_en) == 56, "offsetof (pe_review_threshold, description_en)");
_Static_assert (sizeof (pe_review_setting) == 48, "sizeof (pe_review_setting)");
_Static_assert (offsetof (pe_review_setting, struct_size) == 0, "offsetof (pe_review_setting, struct_size)");
_Static_assert (offsetof (pe_review_setting, severity) == 4, "offsetof (pe_review_setting, severity)");
_Static_assert (offsetof (pe_review_setting, off) == 8, "offsetof (pe_review_setting, off)");
_Static_assert (offsetof (pe_review_setting, reserved) == 12, "offsetof (pe_review_setting, reserved)");
_Static_assert (offsetof (pe_review_setting, check) == 16, "offsetof (pe_review_setting, check)");
_Static_assert (offsetof (pe_review_setting, threshold) == 24, "offsetof (pe_review_setting, threshold)");
_Static_assert (offsetof (pe_review_setting, value) == 32, "offsetof (pe_review_setting, value)");
_Static_assert (PE_REVIEW_BASIS_WORKING == 1, "PE_REVIEW_BASIS_WORKING");
_Static_assert (PE_REVIEW_BASIS_DEFECT == 2, "PE_REVIEW_BASIS_DEFECT");
_Static_assert (PE_REVIEW_BASIS_DERIVED == 3, "PE_REVIEW_BASIS_DERIVED");
_Static_assert (PE_REVIEW_BASIS_DOCUMENT == 4, "PE_REVIEW_BASIS_DOCUMENT");
_Static_assert (PE_REVIEW_BASIS_MEMORY == 5, "PE_REVIEW_BASIS_MEMORY");
void (*const layout_pe_review_check_init) (pe_review_check *self, uint32_t struct_size) = pe_review_check_init;
void (*const layout_pe_review_threshold_init) (pe_review_threshold *self, uint32_t struct_size) = pe_review_threshold_init;
void (*const layout_pe_review_setting_init) (pe_review_setting *self, uint32_t struct_size) = pe_review_setting_init;
size_t (*const layout_pe_review_check_get_count) (void) = pe_review_check_get_count;
pe_status (*const layout_pe_review_check_find) (size_t *out, const char *id, pe_error **error) = pe_review_check_find;
pe_status (*const layout_pe_review_check_get) (pe_review_check *out, size_t check, pe_error **error) = pe_review_check_get;
size_t (*const layout_pe_review_check_get_n_thresholds) (size_t check) = pe_review_check_get_n_thresholds;
pe_status (*const layout_pe_review_check_get_threshold) (pe_review_threshold *out, size_t check, size_t index, pe_error **error) = pe_review_check_get_threshold;

/* review_report.h */
_Static_assert (sizeof (pe_review_report_options) == 16, "sizeof (pe_review_report_options)");
_Static_assert (offsetof (pe_review_report_options, struct_size) == 0, "offsetof (pe_review_report_options, struct_size)");
_Static_assert (offsetof (pe_review_report_options, language) == 4, "offsetof (pe_review_report_options, language)");
_Static_assert (offsetof (pe_review_report_options, file) == 8, "offsetof (pe_review_report_options, file)");
void (*const layout_pe_review_report_options_init) (pe_review_report_options *self, uint32_t struct_size) = pe_review_report_options_init;
pe_status (*const layout_pe_review_to_text) (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error) = pe_review_to_text;
pe_status (*const layout_pe_review_to_json) (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error) = pe_review_to_json;
pe_status (*const layout_pe_review_to_sarif) (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error) = pe_review_to_sarif;

/* rollup.h */
_Static_assert (sizeof (pe_rollup_mode) == 4, "sizeof (pe_rollup_mode)");
_Static_assert (sizeof (pe_weighting) == 4, "sizeof (pe_weighting)");
_Static_assert (sizeof (pe_rollup_unit) == 40, "sizeof (pe_rollup_unit)");
_Static_assert (offsetof (pe_rollup_unit, struct_size) == 0, "offsetof (pe_rollup_unit, struct_size)");
_Static_assert (offsetof (pe_rollup_unit, reserved) == 4, "offsetof (pe_rollup_unit, reserved)");
_Static_assert (offsetof (pe_rollup_unit, evaluation) == 8, "offsetof (pe_rollup_unit, evaluation)");
_Static_assert (offsetof (pe_rollup_unit, weight) == 16, "offsetof (pe_rollup_unit, weight)");
_Static_assert (sizeof (pe_rollup_options) == 56, "sizeof (pe_rollup_options)");
_Static_assert (offsetof (pe_rollup_options, struct_size) == 0, "offsetof (pe_rollup_options, struct_size)");
_Static_assert (offsetof (pe_rollup_options, mode) == 4, "offsetof (pe_rollup_options, mode)");
_Static_assert (offsetof (pe_rollup_options, weighting) == 8, "offsetof (pe_rollup_options, weighting)");
_Static_assert (offsetof (pe_rollup_options, mean_rounding) == 12, "offsetof (pe_rollup_options, mean_rounding)");
_Static_assert (offsetof (pe_rollup_options, mean_places) == 16, "offsetof (pe_rollup_options, mean_places)");
_Static_assert (offsetof (pe_rollup_options, reserved) == 20, "offsetof (pe_rollup_options, reserved)");
_Static_assert (offsetof (pe_rollup_options, unit_name) == 24, "offsetof (pe_rollup_options, unit_name)");
_Static_assert (offsetof (pe_rollup_options, unit_code) == 32, "offsetof (pe_rollup_options, unit_code)");
_Static_assert (offsetof (pe_rollup_options, calendar) == 40, "offsetof (pe_rollup_options, calendar)");
_Static_assert (offsetof (pe_rollup_options, limits) == 48, "offsetof (pe_rollup_options, limits)");
_Static_assert (sizeof (pe_rollup_entry) == 48, "sizeof (pe_rollup_entry)");
_Static_assert (offsetof (pe_rollup_entry, struct_size) == 0, "offsetof (pe_rollup_entry, struct_size)");
_Static_assert (offsetof (pe_rollup_entry, kind) == 4, "offsetof (pe_rollup_entry, kind)");
_Static_assert (offsetof (pe_rollup_entry, node) == 8, "offsetof (pe_rollup_entry, node)");
_Static_assert (offsetof (pe_rollup_entry, unit) == 12, "offsetof (pe_rollup_entry, unit)");
_Static_assert (offsetof (pe_rollup_entry, of_unit) == 16, "offsetof (pe_rollup_entry, of_unit)");
_Static_assert (offsetof (pe_rollup_entry, cause) == 20, "offsetof (pe_rollup_entry, cause)");
_Static_assert (offsetof (pe_rollup_entry, is_exact) == 24, "offsetof (pe_rollup_entry, is_exact)");
_Static_assert (offsetof (pe_rollup_entry, reserved) == 28, "offsetof (pe_rollup_entry, reserved)");
_Static_assert (offsetof (pe_rollup_entry, amount) == 32, "offsetof (pe_rollup_entry, amount)");
_Static_assert (PE_ROLLUP_TOTALS_FIRST == 1, "PE_ROLLUP_TOTALS_FIRST");
_Static_assert (PE_ROLLUP_SCORES_FIRST == 2, "PE_ROLLUP_SCORES_FIRST");
_Static_assert (PE_WEIGHTING_BY_FUNDS == 1, "PE_WEIGHTING_BY_FUNDS");
_Static_assert (PE_WEIGHTING_BY_POINTS == 2, "PE_WEIGHTING_BY_POINTS");
void (*const layout_pe_rollup_unit_init) (pe_rollup_unit *self, uint32_t struct_size) = pe_rollup_unit_init;
void (*const layout_pe_rollup_options_init) (pe_rollup_options *self, uint32_t struct_size) = pe_rollup_options_init;
void (*const layout_pe_rollup_entry_init) (pe_rollup_entry *self, uint32_t struct_size) = pe_rollup_entry_init;
pe_status (*const layout_pe_roll_up) (pe_rollup **out, const pe_rollup_unit *units, size_t n, const pe_rollup_options *options, pe_findings **findings, pe_error **error) = pe_roll_up;
pe_rollup_mode (*const layout_pe_rollup_get_mode) (const pe_rollup *self) = pe_rollup_get_mode;
pe_weighting (*const layout_pe_rollup_get_weighting) (const pe_rollup *self) = pe_rollup_get_weighting;
const char *(*const layout_pe_rollup_get_unit_name) (const pe_rollup *self) = pe_rollup_get_unit_name;
const char *(*const layout_pe_rollup_get_unit_code) (const pe_rollup *self) = pe_rollup_get_unit_code;
pe_rulebook *(*const layout_pe_rollup_get_rulebook) (const pe_rollup *self) = pe_rollup_get_rulebook;
pe_evaluation *(*const layout_pe_rollup_get_evaluation) (const pe_rollup *self) = pe_rollup_get_evaluation;
pe_findings *(*const layout_pe_rollup_get_findings) (const pe_rollup *self) = pe_rollup_get_findings;
size_t (*const layout_pe_rollup_get_n_units) (const pe_rollup *self) = pe_rollup_get_n_units;
pe_status (*const layout_pe_rollup_get_unit) (pe_rollup_unit *out, const pe_rollup *self, size_t index, pe_error **error) = pe_rollup_get_unit;
pe_status (*const layout_pe_rollup_compute_share) (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error) = pe_rollup_compute_share;
int32_t (*const layout_pe_rollup_get_grade) (const pe_rollup *self) = pe_rollup_get_grade;
size_t (*const layout_pe_rollup_get_n_nodes) (const pe_rollup *self) = pe_rollup_get_n_nodes;
pe_status (*const layout_pe_rollup_get_node) (pe_node *out, const pe_rollup *self, size_t index, pe_error **error) = pe_rollup_get_node;
pe_status (*const layout_pe_rollup_compute_points) (pe_ratio **out, const pe_rollup *self, size_t node, pe_points points, pe_error **error) = pe_rollup_compute_points;
size_t (*const layout_pe_rollup_get_n_entries) (const pe_rollup *self) = pe_rollup_get_n_entries;
pe_status (*const layout_pe_rollup_get_entry) (pe_rollup_entry *out, const pe_rollup *self, size_t index, pe_error **error) = pe_rollup_get_entry;
pe_status (*const layout_pe_rollup_compute_amount) (pe_ratio **out, const pe_rollup *self, size_t index, pe_error **error) = pe_rollup_compute_amount;
pe_status (*const layout_pe_rollup_print_reason) (pe_text **out, const pe_rollup *self, size_t index, pe_language language, pe_error **error) = pe_rollup_print_reason;
pe_status (*const layout_pe_rollup_print_formula) (pe_text **out, const pe_rollup *self, size_t node, pe_language language, pe_error **error) = pe_rollup_print_formula;
pe_status (*const layout_pe_rollup_explain) (pe_text **out, const pe_rollup *self, size_t node, pe_language language, pe_error **error) = pe_rollup_explain;
pe_rollup *(*const layout_pe_rollup_ref) (pe_rollup *self) = pe_rollup_ref;
void (*const layout_pe_rollup_unref) (pe_rollup *self) = pe_rollup_unref;

/* rollup_json.h */
pe_status (*const layout_pe_rollup_to_json) (pe_text **out, const pe_rollup *self, pe_error **error) = pe_rollup_to_json;

/* rounding_contract.h */
_Static_assert (sizeof (pe_rank_on) == 4, "sizeof (pe_rank_on)");
_Static_assert (sizeof (pe_rounding_contract) == 40, "sizeof (pe_rounding_contract)");
_Static_assert (offsetof (pe_rounding_contract, struct_size) == 0, "offsetof (pe_rounding_contract, struct_size)");
_Static_assert (offsetof (pe_rounding_contract, rank_on) == 4, "offsetof (pe_rounding_contract, rank_on)");
_Static_assert (offsetof (pe_rounding_contract, rate_places) == 8, "offsetof (pe_rounding_contract, rate_places)");
_Static_assert (offsetof (pe_rounding_contract, rate_rounding) == 12, "offsetof (pe_rounding_contract, rate_rounding)");
_Static_assert (offsetof (pe_rounding_contract, leaf_places) == 16, "offsetof (pe_rounding_contract, leaf_places)");
_Static_assert (offsetof (pe_rounding_contract, leaf_rounding) == 20, "offsetof (pe_rounding_contract, leaf_rounding)");
_Static_assert (offsetof (pe_rounding_contract, subtotal_places) == 24, "offsetof (pe_rounding_contract, subtotal_places)");
_Static_assert (offsetof (pe_rounding_contract, subtotal_rounding) == 28, "offsetof (pe_rounding_contract, subtotal_rounding)");
_Static_assert (offsetof (pe_rounding_contract, total_places) == 32, "offsetof (pe_rounding_contract, total_places)");
_Static_assert (offsetof (pe_rounding_contract, total_rounding) == 36, "offsetof (pe_rounding_contract, total_rounding)");
_Static_assert (PE_RANK_ON_ROUNDED == 1, "PE_RANK_ON_ROUNDED");
_Static_assert (PE_RANK_ON_EXACT == 2, "PE_RANK_ON_EXACT");
void (*const layout_pe_rounding_contract_init) (pe_rounding_contract *self, uint32_t struct_size) = pe_rounding_contract_init;

/* rule.h */
_Static_assert (sizeof (pe_policy) == 4, "sizeof (pe_policy)");
_Static_assert (sizeof (pe_end) == 4, "sizeof (pe_end)");
_Static_assert (sizeof (pe_fact_type) == 4, "sizeof (pe_fact_type)");
_Static_assert (sizeof (pe_step) == 64, "sizeof (pe_step)");
_Static_assert (offsetof (pe_step, struct_size) == 0, "offsetof (pe_step, struct_size)");
_Static_assert (offsetof (pe_step, lower_end) == 4, "offsetof (pe_step, lower_end)");
_Static_assert (offsetof (pe_step, upper_end) == 8, "offsetof (pe_step, upper_end)");
_Static_assert (offsetof (pe_step, reserved) == 12, "offsetof (pe_step, reserved)");
_Static_assert (offsetof (pe_step, lower) == 16, "offsetof (pe_step, lower)");
_Static_assert (offsetof (pe_step, upper) == 32, "offsetof (pe_step, upper)");
_Static_assert (offsetof (pe_step, points) == 48, "offsetof (pe_step, points)");
_Static_assert (sizeof (pe_item) == 72, "sizeof (pe_item)");
_Static_assert (offsetof (pe_item, struct_size) == 0, "offsetof (pe_item, struct_size)");
_Static_assert (offsetof (pe_item, reserved) == 4, "offsetof (pe_item, reserved)");
_Static_assert (offsetof (pe_item, id) == 8, "offsetof (pe_item, id)");
_Static_assert (offsetof (pe_item, name_zh) == 16, "offsetof (pe_item, name_zh)");
_Static_assert (offsetof (pe_item, name_en) == 24, "offsetof (pe_item, name_en)");
_Static_assert (offsetof (pe_item, points) == 32, "offsetof (pe_item, points)");
_Static_assert (offsetof (pe_item, cap) == 48, "offsetof (pe_item, cap)");
_Static_assert (sizeof (pe_band) == 72, "sizeof (pe_band)");
_Static_assert (offsetof (pe_band, struct_size) == 0, "offsetof (pe_band, struct_size)");
_Static_assert (offsetof (pe_band, low_end) == 4, "offsetof (pe_band, low_end)");
_Static_assert (offsetof (pe_band, high_end) == 8, "offsetof (pe_band, high_end)");
_Static_assert (offsetof (pe_band, reserved) == 12, "offsetof (pe_band, reserved)");
_Static_assert (offsetof (pe_band, id) == 16, "offsetof (pe_band, id)");
_Static_assert (offsetof (pe_band, name_zh) == 24, "offsetof (pe_band, name_zh)");
_Static_assert (offsetof (pe_band, name_en) == 32, "offsetof (pe_band, name_en)");
_Static_assert (offsetof (pe_band, low) == 40, "offsetof (pe_band, low)");
_Static_assert (offsetof (pe_band, high) == 56, "offsetof (pe_band, high)");
_Static_assert (sizeof (pe_point) == 40, "sizeof (pe_point)");
_Static_assert (offsetof (pe_point, struct_size) == 0, "offsetof (pe_point, struct_size)");
_Static_assert (offsetof (pe_point, reserved) == 4, "offsetof (pe_point, reserved)");
_Static_assert (offsetof (pe_point, at) == 8, "offsetof (pe_point, at)");
_Static_assert (offsetof (pe_point, points) == 24, "offsetof (pe_point, points)");
_Static_assert (sizeof (pe_milestone) == 72, "sizeof (pe_milestone)");
_Static_assert (offsetof (pe_milestone, struct_size) == 0, "offsetof (pe_milestone, struct_size)");
_Static_assert (offsetof (pe_milestone, date) == 4, "offsetof (pe_milestone, date)");
_Static_assert (offsetof (pe_milestone, id) == 8, "offsetof (pe_milestone, id)");
_Static_assert (offsetof (pe_milestone, name_zh) == 16, "offsetof (pe_milestone, name_zh)");
_Static_assert (offsetof (pe_milestone, name_en) == 24, "offsetof (pe_milestone, name_en)");
_Static_assert (offsetof (pe_milestone, day) == 32, "offsetof (pe_milestone, day)");
_Static_assert (offsetof (pe_milestone, share) == 40, "offsetof (pe_milestone, share)");
_Static_assert (offsetof (pe_milestone, points) == 56, "offsetof (pe_milestone, points)");
_Static_assert (sizeof (pe_table_input) == 24, "sizeof (pe_table_input)");
_Static_assert (offsetof (pe_table_input, struct_size) == 0, "offsetof (pe_table_input, struct_size)");
_Static_assert (offsetof (pe_table_input, reserved) == 4, "offsetof (pe_table_input, reserved)");
_Static_assert (offsetof (pe_table_input, id) == 8, "offsetof (pe_table_input, id)");
_Static_assert (offsetof (pe_table_input, formula) == 16, "offsetof (pe_table_input, formula)");
_Static_assert (sizeof (pe_decision) == 32, "sizeof (pe_decision)");
_Static_assert (offsetof (pe_decision, struct_size) == 0, "offsetof (pe_decision, struct_size)");
_Static_assert (offsetof (pe_decision, n_when) == 4, "offsetof (pe_decision, n_when)");
_Static_assert (offsetof (pe_decision, when) == 8, "offsetof (pe_decision, when)");
_Static_assert (offsetof (pe_decision, points) == 16, "offsetof (pe_decision, points)");
_Static_assert (PE_POLICY_ERROR == 1, "PE_POLICY_ERROR");
_Static_assert (PE_POLICY_FULL == 2, "PE_POLICY_FULL");
_Static_assert (PE_POLICY_ZERO == 3, "PE_POLICY_ZERO");
_Static_assert (PE_POLICY_DROP == 4, "PE_POLICY_DROP");
_Static_assert (PE_END_CLOSED == 1, "PE_END_CLOSED");
_Static_assert (PE_END_OPEN == 2, "PE_END_OPEN");
_Static_assert (PE_END_UNBOUNDED == 3, "PE_END_UNBOUNDED");
_Static_assert (PE_FACT_NUMBER == 1, "PE_FACT_NUMBER");
_Static_assert (PE_FACT_STRING == 2, "PE_FACT_STRING");
_Static_assert (PE_FACT_BOOLEAN == 3, "PE_FACT_BOOLEAN");
_Static_assert (PE_FACT_DATE == 4, "PE_FACT_DATE");
void (*const layout_pe_step_init) (pe_step *self, uint32_t struct_size) = pe_step_init;
void (*const layout_pe_item_init) (pe_item *self, uint32_t struct_size) = pe_item_init;
void (*const layout_pe_band_init) (pe_band *self, uint32_t struct_size) = pe_band_init;
void (*const layout_pe_point_init) (pe_point *self, uint32_t struct_size) = pe_point_init;
void (*const layout_pe_milestone_init) (pe_milestone *self, uint32_t struct_size) = pe_milestone_init;
void (*const layout_pe_table_input_init) (pe_table_input *self, uint32_t struct_size) = pe_table_input_init;
void (*const layout_pe_decision_init) (pe_decision *self, uint32_t struct_size) = pe_decision_init;
pe_status (*const layout_pe_rule_builder_new) (pe_rule_builder **out, const char *shape, int32_t revision, pe_error **error) = pe_rule_builder_new;
pe_status (*const layout_pe_rule_builder_set_limits) (pe_rule_builder *self, const pe_limits *limits, pe_error **error) = pe_rule_builder_set_limits;
pe_status (*const layout_pe_rule_builder_set_number) (pe_rule_builder *self, const char *name, const pe_decimal *number, pe_error **error) = pe_rule_builder_set_number;
pe_status (*const layout_pe_rule_builder_set_word) (pe_rule_builder *self, const char *name, const char *word, pe_error **error) = pe_rule_builder_set_word;
pe_status (*const layout_pe_rule_builder_set_policy) (pe_rule_builder *self, pe_state state, pe_policy policy, pe_error **error) = pe_rule_builder_set_policy;
pe_status (*const layout_pe_rule_builder_bind_measure) (pe_rule_builder *self, const char *argument, const char *measure, pe_error **error) = pe_rule_builder_bind_measure;
pe_status (*const layout_pe_rule_builder_bind_fact) (pe_rule_builder *self, const char *argument, const char *fact, pe_error **error) = pe_rule_builder_bind_fact;
pe_status (*const layout_pe_rule_builder_bind_figure) (pe_rule_builder *self, const char *argument, const pe_figure *figure, pe_error **error) = pe_rule_builder_bind_figure;
pe_status (*const layout_pe_rule_builder_set_unit) (pe_rule_builder *self, pe_unit unit, pe_error **error) = pe_rule_builder_set_unit;
pe_status (*const layout_pe_rule_builder_add_steps) (pe_rule_builder *self, const pe_step *items, size_t n, pe_error **error) = pe_rule_builder_add_steps;
pe_status (*const layout_pe_rule_builder_add_items) (pe_rule_builder *self, const pe_item *items, size_t n, pe_error **error) = pe_rule_builder_add_items;
pe_status (*const layout_pe_rule_builder_add_bands) (pe_rule_builder *self, const pe_band *items, size_t n, pe_error **error) = pe_rule_builder_add_bands;
pe_status (*const layout_pe_rule_builder_add_points) (pe_rule_builder *self, const pe_point *items, size_t n, pe_error **error) = pe_rule_builder_add_points;
pe_status (*const layout_pe_rule_builder_add_milestones) (pe_rule_builder *self, const pe_milestone *items, size_t n, pe_error **error) = pe_rule_builder_add_milestones;
pe_status (*const layout_pe_rule_builder_add_alternative) (pe_rule_builder *self, const char *id, pe_rule *rule, pe_error **error) = pe_rule_builder_add_alternative;
pe_status (*const layout_pe_rule_builder_declare_fact) (pe_rule_builder *self, const char *fact, pe_fact_type type, pe_error **error) = pe_rule_builder_declare_fact;
pe_status (*const layout_pe_rule_builder_bind_formula) (pe_rule_builder *self, const char *argument, const char *text, pe_error **error) = pe_rule_builder_bind_formula;
pe_status (*const layout_pe_rule_builder_add_inputs) (pe_rule_builder *self, const pe_table_input *items, size_t n, pe_error **error) = pe_rule_builder_add_inputs;
pe_status (*const layout_pe_rule_builder_add_decisions) (pe_rule_builder *self, const pe_decision *items, size_t n, pe_error **error) = pe_rule_builder_add_decisions;
pe_status (*const layout_pe_rule_builder_add_priority) (pe_rule_builder *self, const pe_decimal *points, size_t n, pe_error **error) = pe_rule_builder_add_priority;
pe_status (*const layout_pe_rule_builder_set_sign_rule) (pe_rule_builder *self, pe_sign sign, pe_rule *rule, pe_error **error) = pe_rule_builder_set_sign_rule;
pe_status (*const layout_pe_rule_builder_build) (pe_rule **out, const pe_rule_builder *self, pe_findings **findings, pe_error **error) = pe_rule_builder_build;
void (*const layout_pe_rule_builder_free) (pe_rule_builder *self) = pe_rule_builder_free;
pe_status (*const layout_pe_rule_score) (pe_ratio **points, const pe_rule *self, const pe_decimal *full_marks, const pe_fact *facts, size_t n_facts, const pe_limits *limits, pe_error **error) = pe_rule_score;
size_t (*const layout_pe_rule_get_shape) (const pe_rule *self) = pe_rule_get_shape;
void (*const layout_pe_rule_get_digest) (const pe_rule *self, uint8_t *out) = pe_rule_get_digest;
int32_t (*const layout_pe_rule_is_equal) (const pe_rule *a, const pe_rule *b) = pe_rule_is_equal;
pe_rule *(*const layout_pe_rule_ref) (pe_rule *self) = pe_rule_ref;
void (*const layout_pe_rule_unref) (pe_rule *self) = pe_rule_unref;

/* rule_argument.h */
_Static_assert (sizeof (pe_argument_source) == 4, "sizeof (pe_argument_source)");
_Static_assert (sizeof (pe_rule_argument) == 40, "sizeof (pe_rule_argument)");
_Static_assert (offsetof (pe_rule_argument, struct_size) == 0, "offsetof (pe_rule_argument, struct_size)");
_Static_assert (offsetof (pe_rule_argument, source) == 4, "offsetof (pe_rule_argument, source)");
_Static_assert (offsetof (pe_rule_argument, name) == 8, "offsetof (pe_rule_argument, name)");
_Static_assert (offsetof (pe_rule_argument, figure) == 16, "offsetof (pe_rule_argument, figure)");
_Static_assert (PE_ARGUMENT_MEASURE == 1, "PE_ARGUMENT_MEASURE");
_Static_assert (PE_ARGUMENT_FACT == 2, "PE_ARGUMENT_FACT");
_Static_assert (PE_ARGUMENT_FIGURE == 3, "PE_ARGUMENT_FIGURE");
_Static_assert (PE_ARGUMENT_FORMULA == 4, "PE_ARGUMENT_FORMULA");
void (*const layout_pe_rule_argument_init) (pe_rule_argument *self, uint32_t struct_size) = pe_rule_argument_init;
pe_status (*const layout_pe_rule_read_argument) (pe_rule_argument *out, const pe_rule *self, const char *name, pe_error **error) = pe_rule_read_argument;
pe_status (*const layout_pe_rule_read_number) (pe_decimal *out, const pe_rule *self, const char *name, pe_error **error) = pe_rule_read_number;
const char *(*const layout_pe_rule_find_word) (const pe_rule *self, const char *name) = pe_rule_find_word;
pe_unit (*const layout_pe_rule_get_bound_unit) (const pe_rule *self) = pe_rule_get_bound_unit;
const pe_rule *(*const layout_pe_rule_find_sign_rule) (const pe_rule *self, pe_sign sign) = pe_rule_find_sign_rule;
size_t (*const layout_pe_rule_get_n_steps) (const pe_rule *self) = pe_rule_get_n_steps;
pe_status (*const layout_pe_rule_get_step) (pe_step *out, const pe_rule *self, size_t index, pe_error **error) = pe_rule_get_step;
size_t (*const layout_pe_rule_get_n_items) (const pe_rule *self) = pe_rule_get_n_items;
pe_status (*const layout_pe_rule_get_item) (pe_item *out, const pe_rule *self, size_t index, pe_error **error) = pe_rule_get_item;

/* rulebook.h */
_Static_assert (sizeof (pe_rulebook_status) == 4, "sizeof (pe_rulebook_status)");
_Static_assert (sizeof (pe_declared_policy) == 4, "sizeof (pe_declared_policy)");
_Static_assert (sizeof (pe_rulebook_head) == 80, "sizeof (pe_rulebook_head)");
_Static_assert (offsetof (pe_rulebook_head, struct_size) == 0, "offsetof (pe_rulebook_head, struct_size)");
_Static_assert (offsetof (pe_rulebook_head, kind) == 4, "offsetof (pe_rulebook_head, kind)");
_Static_assert (offsetof (pe_rulebook_head, status) == 8, "offsetof (pe_rulebook_head, status)");
_Static_assert (offsetof (pe_rulebook_head, first_year) == 12, "offsetof (pe_rulebook_head, first_year)");
_Static_assert (offsetof (pe_rulebook_head, last_year) == 16, "offsetof (pe_rulebook_head, last_year)");
_Static_assert (offsetof (pe_rulebook_head, reserved) == 20, "offsetof (pe_rulebook_head, reserved)");
_Static_assert (offsetof (pe_rulebook_head, id) == 24, "offsetof (pe_rulebook_head, id)");
_Static_assert (offsetof (pe_rulebook_head, edition) == 32, "offsetof (pe_rulebook_head, edition)");
_Static_assert (offsetof (pe_rulebook_head, title_zh) == 40, "offsetof (pe_rulebook_head, title_zh)");
_Static_assert (offsetof (pe_rulebook_head, title_en) == 48, "offsetof (pe_rulebook_head, title_en)");
_Static_assert (offsetof (pe_rulebook_head, place) == 56, "offsetof (pe_rulebook_head, place)");
_Static_assert (offsetof (pe_rulebook_head, full_marks) == 64, "offsetof (pe_rulebook_head, full_marks)");
_Static_assert (sizeof (pe_source) == 48, "sizeof (pe_source)");
_Static_assert (offsetof (pe_source, struct_size) == 0, "offsetof (pe_source, struct_size)");
_Static_assert (offsetof (pe_source, reserved) == 4, "offsetof (pe_source, reserved)");
_Static_assert (offsetof (pe_source, id) == 8, "offsetof (pe_source, id)");
_Static_assert (offsetof (pe_source, title) == 16, "offsetof (pe_source, title)");
_Static_assert (offsetof (pe_source, document) == 24, "offsetof (pe_source, document)");
_Static_assert (offsetof (pe_source, address) == 32, "offsetof (pe_source, address)");
_Static_assert (offsetof (pe_source, note) == 40, "offsetof (pe_source, note)");
_Static_assert (sizeof (pe_assumption) == 32, "sizeof (pe_assumption)");
_Static_assert (offsetof (pe_assumption, struct_size) == 0, "offsetof (pe_assumption, struct_size)");
_Static_assert (offsetof (pe_assumption, reserved) == 4, "offsetof (pe_assumption, reserved)");
_Static_assert (offsetof (pe_assumption, id) == 8, "offsetof (pe_assumption, id)");
_Static_assert (offsetof (pe_assumption, text_zh) == 16, "offsetof (pe_assumption, text_zh)");
_Static_assert (offsetof (pe_assumption, text_en) == 24, "offsetof (pe_assumption, text_en)");
_Static_assert (sizeof (pe_grade) == 48, "sizeof (pe_grade)");
_Static_assert (offsetof (pe_grade, struct_size) == 0, "offsetof (pe_grade, struct_size)");
_Static_assert (offsetof (pe_grade, reserved) == 4, "offsetof (pe_grade, reserved)");
_Static_assert (offsetof (pe_grade, id) == 8, "offsetof (pe_grade, id)");
_Static_assert (offsetof (pe_grade, name_zh) == 16, "offsetof (pe_grade, name_zh)");
_Static_assert (offsetof (pe_grade, name_en) == 24, "offsetof (pe_grade, name_en)");
_Static_assert (offsetof (pe_grade, from) == 32, "offsetof (pe_grade, from)");
_Static_assert (sizeof (pe_indicator) == 120, "sizeof (pe_indicator)");
_Static_assert (offsetof (pe_indicator, struct_size) == 0, "offsetof (pe_indicator, struct_size)");
_Static_assert (offsetof (pe_indicator, parent) == 4, "offsetof (pe_indicator, parent)");
_Static_assert (offsetof (pe_indicator, declared) == 8, "offsetof (pe_indicator, declared)");
_Static_assert (offsetof (pe_indicator, status) == 12, "offsetof (pe_indicator, status)");
_Static_assert (offsetof (pe_indicator, code) == 16, "offsetof (pe_indicator, code)");
_Static_assert (offsetof (pe_indicator, name_zh) == 24, "offsetof (pe_indicator, name_zh)");
_Static_assert (offsetof (pe_indicator, name_en) == 32, "offsetof (pe_indicator, name_en)");
_Static_assert (offsetof (pe_indicator, standard_zh) == 40, "offsetof (pe_indicator, standard_zh)");
_Static_assert (offsetof (pe_indicator, standard_en) == 48, "offsetof (pe_indicator, standard_en)");
_Static_assert (offsetof (pe_indicator, reason_zh) == 56, "offsetof (pe_indicator, reason_zh)");
_Static_assert (offsetof (pe_indicator, reason_en) == 64, "offsetof (pe_indicator, reason_en)");
_Static_assert (offsetof (pe_indicator, intended) == 72, "offsetof (pe_indicator, intended)");
_Static_assert (offsetof (pe_indicator, source) == 80, "offsetof (pe_indicator, source)");
_Static_assert (offsetof (pe_indicator, full_marks) == 88, "offsetof (pe_indicator, full_marks)");
_Static_assert (offsetof (pe_indicator, rule) == 104, "offsetof (pe_indicator, rule)");
_Static_assert (offsetof (pe_indicator, manual_deduction) == 112, "offsetof (pe_indicator, manual_deduction)");
_Static_assert (offsetof (pe_indicator, reserved) == 116, "offsetof (pe_indicator, reserved)");
_Static_assert (PE_RULEBOOK_OFFICIAL == 1, "PE_RULEBOOK_OFFICIAL");
_Static_assert (PE_RULEBOOK_RECONSTRUCTED == 2, "PE_RULEBOOK_RECONSTRUCTED");
_Static_assert (PE_RULEBOOK_SAMPLE == 3, "PE_RULEBOOK_SAMPLE");
_Static_assert (PE_DECLARED_NEVER == 1, "PE_DECLARED_NEVER");
_Static_assert (PE_DECLARED_IF_FACTS_MISSING == 2, "PE_DECLARED_IF_FACTS_MISSING");
_Static_assert (PE_DECLARED_ONLY == 3, "PE_DECLARED_ONLY");
void (*const layout_pe_rulebook_head_init) (pe_rulebook_head *self, uint32_t struct_size) = pe_rulebook_head_init;
void (*const layout_pe_source_init) (pe_source *self, uint32_t struct_size) = pe_source_init;
void (*const layout_pe_assumption_init) (pe_assumption *self, uint32_t struct_size) = pe_assumption_init;
void (*const layout_pe_grade_init) (pe_grade *self, uint32_t struct_size) = pe_grade_init;
void (*const layout_pe_indicator_init) (pe_indicator *self, uint32_t struct_size) = pe_indicator_init;
pe_status (*const layout_pe_rulebook_builder_new) (pe_rulebook_builder **out, const pe_rulebook *from, pe_error **error) = pe_rulebook_builder_new;
pe_status (*const layout_pe_rulebook_builder_set_head) (pe_rulebook_builder *self, const pe_rulebook_head *head, pe_error **error) = pe_rulebook_builder_set_head;
pe_status (*const layout_pe_rulebook_builder_set_rounding) (pe_rulebook_builder *self, const pe_rounding_contract *contract, pe_error **error) = pe_rulebook_builder_set_rounding;
pe_status (*const layout_pe_rulebook_builder_set_policy) (pe_rulebook_builder *self, pe_state state, pe_policy policy, pe_error **error) = pe_rulebook_builder_set_policy;
pe_status (*const layout_pe_rulebook_builder_add_sources) (pe_rulebook_builder *self, const pe_source *items, size_t n, pe_error **error) = pe_rulebook_builder_add_sources;
pe_status (*const layout_pe_rulebook_builder_add_assumptions) (pe_rulebook_builder *self, const pe_assumption *items, size_t n, pe_error **error) = pe_rulebook_builder_add_assumptions;
pe_status (*const layout_pe_rulebook_builder_add_grades) (pe_rulebook_builder *self, const pe_grade *items, size_t n, pe_error **error) = pe_rulebook_builder_add_grades;
pe_status (*const layout_pe_rulebook_builder_add_indicators) (pe_rulebook_builder *self, const pe_indicator *items, size_t n, pe_error **error) = pe_rulebook_builder_add_indicators;
pe_status (*const layout_pe_rulebook_builder_add_over_achievements) (pe_rulebook_builder *self, const pe_over_achievement *items, size_t n, pe_error **error) = pe_rulebook_builder_add_over_achievements;
pe_status (*const layout_pe_rulebook_builder_add_caps) (pe_rulebook_builder *self, const pe_cap *items, size_t n, pe_error **error) = pe_rulebook_builder_add_caps;
pe_status (*const layout_pe_rulebook_builder_set_bonus) (pe_rulebook_builder *self, const pe_bonus *bonus, pe_error **error) = pe_rulebook_builder_set_bonus;
pe_status (*const layout_pe_rulebook_builder_add_vetoes) (pe_rulebook_builder *self, const pe_veto *items, size_t n, pe_error **error) = pe_rulebook_builder_add_vetoes;
pe_status (*const layout_pe_rulebook_builder_add_review_settings) (pe_rulebook_builder *self, const pe_review_setting *items, size_t n, pe_error **error) = pe_rulebook_builder_add_review_settings;
pe_status (*const layout_pe_rulebook_builder_build) (pe_rulebook **out, const pe_rulebook_builder *self, pe_findings **findings, pe_error **error) = pe_rulebook_builder_build;
void (*const layout_pe_rulebook_builder_free) (pe_rulebook_builder *self) = pe_rulebook_builder_free;
pe_status (*const layout_pe_rulebook_get_head) (pe_rulebook_head *out, const pe_rulebook *self, pe_error **error) = pe_rulebook_get_head;
pe_status (*const layout_pe_rulebook_get_rounding) (pe_rounding_contract *out, const pe_rulebook *self, pe_error **error) = pe_rulebook_get_rounding;
size_t (*const layout_pe_rulebook_get_n_sources) (const pe_rulebook *self) = pe_rulebook_get_n_sources;
pe_status (*const layout_pe_rulebook_get_source) (pe_source *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_source;
size_t (*const layout_pe_rulebook_get_n_assumptions) (const pe_rulebook *self) = pe_rulebook_get_n_assumptions;
pe_status (*const layout_pe_rulebook_get_assumption) (pe_assumption *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_assumption;
size_t (*const layout_pe_rulebook_get_n_grades) (const pe_rulebook *self) = pe_rulebook_get_n_grades;
pe_status (*const layout_pe_rulebook_get_grade) (pe_grade *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_grade;
size_t (*const layout_pe_rulebook_get_n_indicators) (const pe_rulebook *self) = pe_rulebook_get_n_indicators;
pe_status (*const layout_pe_rulebook_get_indicator) (pe_indicator *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_indicator;
size_t (*const layout_pe_rulebook_get_n_over_achievements) (const pe_rulebook *self) = pe_rulebook_get_n_over_achievements;
pe_status (*const layout_pe_rulebook_get_over_achievement) (pe_over_achievement *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_over_achievement;
size_t (*const layout_pe_rulebook_get_n_caps) (const pe_rulebook *self) = pe_rulebook_get_n_caps;
pe_status (*const layout_pe_rulebook_get_cap) (pe_cap *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_cap;
pe_status (*const layout_pe_rulebook_get_bonus) (pe_bonus *out, const pe_rulebook *self, pe_error **error) = pe_rulebook_get_bonus;
size_t (*const layout_pe_rulebook_get_n_vetoes) (const pe_rulebook *self) = pe_rulebook_get_n_vetoes;
pe_status (*const layout_pe_rulebook_get_veto) (pe_veto *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_veto;
size_t (*const layout_pe_rulebook_get_n_review_settings) (const pe_rulebook *self) = pe_rulebook_get_n_review_settings;
pe_status (*const layout_pe_rulebook_get_review_setting) (pe_review_setting *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_review_setting;
pe_status (*const layout_pe_rulebook_find_indicator) (size_t *out, const pe_rulebook *self, const char *code, pe_error **error) = pe_rulebook_find_indicator;
void (*const layout_pe_rulebook_get_digest) (const pe_rulebook *self, uint8_t *out) = pe_rulebook_get_digest;
int32_t (*const layout_pe_rulebook_is_equal) (const pe_rulebook *a, const pe_rulebook *b) = pe_rulebook_is_equal;
pe_rulebook *(*const layout_pe_rulebook_ref) (pe_rulebook *self) = pe_rulebook_ref;
void (*const layout_pe_rulebook_unref) (pe_rulebook *self) = pe_rulebook_unref;

/* rulebook_case.h */
_Static_assert (sizeof (pe_rulebook_case) == 72, "sizeof (pe_rulebook_case)");
_Static_assert (offsetof (pe_rulebook_case, struct_size) == 0, "offsetof (pe_rulebook_case, struct_size)");
_Static_assert (offsetof (pe_rulebook_case, error) == 4, "offsetof (pe_rulebook_case, error)");
_Static_assert (offsetof (pe_rulebook_case, name_zh) == 8, "offsetof (pe_rulebook_case, name_zh)");
_Static_assert (offsetof (pe_rulebook_case, name_en) == 16, "offsetof (pe_rulebook_case, name_en)");
_Static_assert (offsetof (pe_rulebook_case, grade) == 24, "offsetof (pe_rulebook_case, grade)");
_Static_assert (offsetof (pe_rulebook_case, at) == 32, "offsetof (pe_rulebook_case, at)");
_Static_assert (offsetof (pe_rulebook_case, total) == 40, "offsetof (pe_rulebook_case, total)");
_Static_assert (offsetof (pe_rulebook_case, dossier) == 64, "offsetof (pe_rulebook_case, dossier)");
_Static_assert (sizeof (pe_case_score) == 32, "sizeof (pe_case_score)");
_Static_assert (offsetof (pe_case_score, struct_size) == 0, "offsetof (pe_case_score, struct_size)");
_Static_assert (offsetof (pe_case_score, of_case) == 4, "offsetof (pe_case_score, of_case)");
_Static_assert (offsetof (pe_case_score, indicator) == 8, "offsetof (pe_case_score, indicator)");
_Static_assert (offsetof (pe_case_score, score) == 16, "offsetof (pe_case_score, score)");
void (*const layout_pe_rulebook_case_init) (pe_rulebook_case *self, uint32_t struct_size) = pe_rulebook_case_init;
void (*const layout_pe_case_score_init) (pe_case_score *self, uint32_t struct_size) = pe_case_score_init;
pe_status (*const layout_pe_rulebook_builder_add_cases) (pe_rulebook_builder *self, const pe_rulebook_case *items, size_t n, pe_error **error) = pe_rulebook_builder_add_cases;
pe_status (*const layout_pe_rulebook_builder_add_case_scores) (pe_rulebook_builder *self, const pe_case_score *items, size_t n, pe_error **error) = pe_rulebook_builder_add_case_scores;
size_t (*const layout_pe_rulebook_get_n_cases) (const pe_rulebook *self) = pe_rulebook_get_n_cases;
pe_status (*const layout_pe_rulebook_get_case) (pe_rulebook_case *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_case;
size_t (*const layout_pe_rulebook_get_n_case_scores) (const pe_rulebook *self) = pe_rulebook_get_n_case_scores;
pe_status (*const layout_pe_rulebook_get_case_score) (pe_case_score *out, const pe_rulebook *self, size_t index, pe_error **error) = pe_rulebook_get_case_score;

/* rulebook_comparison.h */
_Static_assert (sizeof (pe_change) == 4, "sizeof (pe_change)");
_Static_assert (sizeof (pe_aspect) == 4, "sizeof (pe_aspect)");
_Static_assert (sizeof (pe_difference) == 48, "sizeof (pe_difference)");
_Static_assert (offsetof (pe_difference, struct_size) == 0, "offsetof (pe_difference, struct_size)");
_Static_assert (offsetof (pe_difference, change) == 4, "offsetof (pe_difference, change)");
_Static_assert (offsetof (pe_difference, aspect) == 8, "offsetof (pe_difference, aspect)");
_Static_assert (offsetof (pe_difference, reserved) == 12, "offsetof (pe_difference, reserved)");
_Static_assert (offsetof (pe_difference, code) == 16, "offsetof (pe_difference, code)");
_Static_assert (offsetof (pe_difference, name) == 24, "offsetof (pe_difference, name)");
_Static_assert (offsetof (pe_difference, old_text) == 32, "offsetof (pe_difference, old_text)");
_Static_assert (offsetof (pe_difference, new_text) == 40, "offsetof (pe_difference, new_text)");
_Static_assert (PE_CHANGE_ADDED == 1, "PE_CHANGE_ADDED");
_Static_assert (PE_CHANGE_REMOVED == 2, "PE_CHANGE_REMOVED");
_Static_assert (PE_CHANGE_CHANGED == 3, "PE_CHANGE_CHANGED");
_Static_assert (PE_ASPECT_HEAD == 1, "PE_ASPECT_HEAD");
_Static_assert (PE_ASPECT_ROUNDING == 2, "PE_ASPECT_ROUNDING");
_Static_assert (PE_ASPECT_POLICY == 3, "PE_ASPECT_POLICY");
_Static_assert (PE_ASPECT_GRADE == 4, "PE_ASPECT_GRADE");
_Static_assert (PE_ASPECT_SOURCE == 5, "PE_ASPECT_SOURCE");
_Static_assert (PE_ASPECT_ASSUMPTION == 6, "PE_ASPECT_ASSUMPTION");
_Static_assert (PE_ASPECT_INDICATOR == 7, "PE_ASPECT_INDICATOR");
_Static_assert (PE_ASPECT_MARKS == 8, "PE_ASPECT_MARKS");
_Static_assert (PE_ASPECT_NAME == 9, "PE_ASPECT_NAME");
_Static_assert (PE_ASPECT_TEXT == 10, "PE_ASPECT_TEXT");
_Static_assert (PE_ASPECT_RULE == 11, "PE_ASPECT_RULE");
_Static_assert (PE_ASPECT_PARAMETER == 12, "PE_ASPECT_PARAMETER");
_Static_assert (PE_ASPECT_CASE == 13, "PE_ASPECT_CASE");
_Static_assert (PE_ASPECT_ADJUSTMENT == 14, "PE_ASPECT_ADJUSTMENT");
_Static_assert (PE_ASPECT_MEASURE == 15, "PE_ASPECT_MEASURE");
_Static_assert (PE_ASPECT_REVIEW == 16, "PE_ASPECT_REVIEW");
void (*const layout_pe_difference_init) (pe_difference *self, uint32_t struct_size) = pe_difference_init;
pe_status (*const layout_pe_rulebook_compare) (pe_rulebook_comparison **out, const pe_rulebook *older, const pe_rulebook *newer, pe_error **error) = pe_rulebook_compare;
size_t (*const layout_pe_rulebook_comparison_get_size) (const pe_rulebook_comparison *self) = pe_rulebook_comparison_get_size;
pe_status (*const layout_pe_rulebook_comparison_get_difference) (pe_difference *out, const pe_rulebook_comparison *self, size_t index, pe_error **error) = pe_rulebook_comparison_get_difference;
pe_status (*const layout_pe_rulebook_comparison_print) (pe_text **out, const pe_rulebook_comparison *self, pe_language language, pe_error **error) = pe_rulebook_comparison_print;
pe_rulebook_comparison *(*const layout_pe_rulebook_comparison_ref) (pe_rulebook_comparison *self) = pe_rulebook_comparison_ref;
void (*const layout_pe_rulebook_comparison_unref) (pe_rulebook_comparison *self) = pe_rulebook_comparison_unref;

/* rulebook_directory.h */
pe_status (*const layout_pe_rulebook_set_from_directory) (pe_rulebook_set **out, const char *directory, const pe_read_options *options, pe_findings **findings, pe_error **error) = pe_rulebook_set_from_directory;

/* rulebook_measure.h */
_Static_assert (sizeof (pe_rulebook_measure_spec) == 104, "sizeof (pe_rulebook_measure_spec)");
_Static_assert (offsetof (pe_rulebook_measure_spec, struct_size) == 0, "offsetof (pe_rulebook_measure_spec, struct_size)");
_Static_assert (offsetof (pe_rulebook_measure_spec, unit) == 4, "offsetof (pe_rulebook_measure_spec, unit)");
_Static_assert (offsetof (pe_rulebook_measure_spec, zero_state) == 8, "offsetof (pe_rulebook_measure_spec, zero_state)");
_Static_assert (offsetof (pe_rulebook_measure_spec, reserved) == 12, "offsetof (pe_rulebook_measure_spec, reserved)");
_Static_assert (offsetof (pe_rulebook_measure_spec, id) == 16, "offsetof (pe_rulebook_measure_spec, id)");
_Static_assert (offsetof (pe_rulebook_measure_spec, name_zh) == 24, "offsetof (pe_rulebook_measure_spec, name_zh)");
_Static_assert (offsetof (pe_rulebook_measure_spec, name_en) == 32, "offsetof (pe_rulebook_measure_spec, name_en)");
_Static_assert (offsetof (pe_rulebook_measure_spec, formula) == 40, "offsetof (pe_rulebook_measure_spec, formula)");
_Static_assert (offsetof (pe_rulebook_measure_spec, source) == 48, "offsetof (pe_rulebook_measure_spec, source)");
_Static_assert (offsetof (pe_rulebook_measure_spec, columns) == 56, "offsetof (pe_rulebook_measure_spec, columns)");
_Static_assert (offsetof (pe_rulebook_measure_spec, types) == 64, "offsetof (pe_rulebook_measure_spec, types)");
_Static_assert (offsetof (pe_rulebook_measure_spec, n_columns) == 72, "offsetof (pe_rulebook_measure_spec, n_columns)");
_Static_assert (offsetof (pe_rulebook_measure_spec, before) == 80, "offsetof (pe_rulebook_measure_spec, before)");
_Static_assert (offsetof (pe_rulebook_measure_spec, n_before) == 88, "offsetof (pe_rulebook_measure_spec, n_before)");
_Static_assert (offsetof (pe_rulebook_measure_spec, limits) == 96, "offsetof (pe_rulebook_measure_spec, limits)");
void (*const layout_pe_rulebook_measure_spec_init) (pe_rulebook_measure_spec *self, uint32_t struct_size) = pe_rulebook_measure_spec_init;
pe_status (*const layout_pe_rulebook_measure_new) (pe_rulebook_measure **out, const pe_rulebook_measure_spec *spec, pe_error **error) = pe_rulebook_measure_new;
pe_status (*const layout_pe_rulebook_measure_describe) (pe_rulebook_measure_spec *out, const pe_rulebook_measure *self, pe_error **error) = pe_rulebook_measure_describe;
const char *(*const layout_pe_rulebook_measure_get_id) (const pe_rulebook_measure *self) = pe_rulebook_measure_get_id;
const char *(*const layout_pe_rulebook_measure_get_name) (const pe_rulebook_measure *self, pe_language language) = pe_rulebook_measure_get_name;
pe_rulebook_measure *(*const layout_pe_rulebook_measure_ref) (pe_rulebook_measure *self) = pe_rulebook_measure_ref;
void (*const layout_pe_rulebook_measure_unref) (pe_rulebook_measure *self) = pe_rulebook_measure_unref;
pe_status (*const layout_pe_rule_builder_add_measures) (pe_rule_builder *self, pe_rulebook_measure *const *measures, size_t n, pe_error **error) = pe_rule_builder_add_measures;
pe_status (*const layout_pe_rulebook_builder_add_measures) (pe_rulebook_builder *self, pe_rulebook_measure *const *measures, size_t n, pe_error **error) = pe_rulebook_builder_add_measures;
size_t (*const layout_pe_rulebook_get_n_measures) (const pe_rulebook *self) = pe_rulebook_get_n_measures;
pe_rulebook_measure *(*const layout_pe_rulebook_get_measure) (const pe_rulebook *self, size_t index) = pe_rulebook_get_measure;

/* rulebook_set.h */
pe_status (*const layout_pe_rulebook_set_builder_new) (pe_rulebook_set_builder **out, pe_error **error) = pe_rulebook_set_builder_new;
pe_status (*const layout_pe_rulebook_set_builder_add) (pe_rulebook_set_builder *self, pe_rulebook *rulebook, pe_error **error) = pe_rulebook_set_builder_add;
pe_status (*const layout_pe_rulebook_set_builder_build) (pe_rulebook_set **out, const pe_rulebook_set_builder *self, pe_error **error) = pe_rulebook_set_builder_build;
void (*const layout_pe_rulebook_set_builder_free) (pe_rulebook_set_builder *self) = pe_rulebook_set_builder_free;
size_t (*const layout_pe_rulebook_set_get_size) (const pe_rulebook_set *self) = pe_rulebook_set_get_size;
pe_rulebook *(*const layout_pe_rulebook_set_get) (const pe_rulebook_set *self, size_t index) = pe_rulebook_set_get;
pe_status (*const layout_pe_rulebook_set_find) (size_t *out, const pe_rulebook_set *self, const char *place, pe_kind kind, int32_t fiscal_year, const char *edition, pe_error **error) = pe_rulebook_set_find;
pe_rulebook_set *(*const layout_pe_rulebook_set_ref) (pe_rulebook_set *self) = pe_rulebook_set_ref;
void (*const layout_pe_rulebook_set_unref) (pe_rulebook_set *self) = pe_rulebook_set_unref;

/* shape.h */
_Static_assert (sizeof (pe_parameter_kind) == 4, "sizeof (pe_parameter_kind)");
_Static_assert (sizeof (pe_shape_parameter) == 80, "sizeof (pe_shape_parameter)");
_Static_assert (offsetof (pe_shape_parameter, struct_size) == 0, "offsetof (pe_shape_parameter, struct_size)");
_Static_assert (offsetof (pe_shape_parameter, kind) == 4, "offsetof (pe_shape_parameter, kind)");
_Static_assert (offsetof (pe_shape_parameter, required) == 8, "offsetof (pe_shape_parameter, required)");
_Static_assert (offsetof (pe_shape_parameter, whole) == 12, "offsetof (pe_shape_parameter, whole)");
_Static_assert (offsetof (pe_shape_parameter, name) == 16, "offsetof (pe_shape_parameter, name)");
_Static_assert (offsetof (pe_shape_parameter, words) == 24, "offsetof (pe_shape_parameter, words)");
_Static_assert (offsetof (pe_shape_parameter, minimum) == 32, "offsetof (pe_shape_parameter, minimum)");
_Static_assert (offsetof (pe_shape_parameter, maximum) == 40, "offsetof (pe_shape_parameter, maximum)");
_Static_assert (offsetof (pe_shape_parameter, default_text) == 48, "offsetof (pe_shape_parameter, default_text)");
_Static_assert (offsetof (pe_shape_parameter, description_zh) == 56, "offsetof (pe_shape_parameter, description_zh)");
_Static_assert (offsetof (pe_shape_parameter, description_en) == 64, "offsetof (pe_shape_parameter, description_en)");
_Static_assert (offsetof (pe_shape_parameter, minimum_excluded) == 72, "offsetof (pe_shape_parameter, minimum_excluded)");
_Static_assert (offsetof (pe_shape_parameter, reserved) == 76, "offsetof (pe_shape_parameter, reserved)");
_Static_assert (PE_PARAMETER_ARGUMENT == 1, "PE_PARAMETER_ARGUMENT");
_Static_assert (PE_PARAMETER_NUMBER == 2, "PE_PARAMETER_NUMBER");
_Static_assert (PE_PARAMETER_WORD == 3, "PE_PARAMETER_WORD");
_Static_assert (PE_PARAMETER_STEPS == 4, "PE_PARAMETER_STEPS");
_Static_assert (PE_PARAMETER_ITEMS == 5, "PE_PARAMETER_ITEMS");
_Static_assert (PE_PARAMETER_BANDS == 6, "PE_PARAMETER_BANDS");
_Static_assert (PE_PARAMETER_RULES == 7, "PE_PARAMETER_RULES");
_Static_assert (PE_PARAMETER_POINTS == 8, "PE_PARAMETER_POINTS");
_Static_assert (PE_PARAMETER_MILESTONES == 9, "PE_PARAMETER_MILESTONES");
_Static_assert (PE_PARAMETER_ALTERNATIVES == 10, "PE_PARAMETER_ALTERNATIVES");
_Static_assert (PE_PARAMETER_INPUTS == 11, "PE_PARAMETER_INPUTS");
_Static_assert (PE_PARAMETER_DECISIONS == 12, "PE_PARAMETER_DECISIONS");
_Static_assert (PE_PARAMETER_PRIORITY == 13, "PE_PARAMETER_PRIORITY");
void (*const layout_pe_shape_parameter_init) (pe_shape_parameter *self, uint32_t struct_size) = pe_shape_parameter_init;
size_t (*const layout_pe_shape_get_count) (void) = pe_shape_get_count;
pe_status (*const layout_pe_shape_find) (size_t *out, const char *name, int32_t revision, pe_error **error) = pe_shape_find;
const char *(*const layout_pe_shape_get_name) (size_t shape) = pe_shape_get_name;
int32_t (*const layout_pe_shape_get_revision) (size_t shape) = pe_shape_get_revision;
int32_t (*const layout_pe_shape_get_superseded_by) (size_t shape) = pe_shape_get_superseded_by;
const char *(*const layout_pe_shape_get_title) (size_t shape, pe_language language) = pe_shape_get_title;
const char *(*const layout_pe_shape_get_definition) (size_t shape, pe_language language) = pe_shape_get_definition;
const char *(*const layout_pe_shape_get_source) (size_t shape) = pe_shape_get_source;
size_t (*const layout_pe_shape_get_n_parameters) (size_t shape) = pe_shape_get_n_parameters;
pe_status (*const layout_pe_shape_get_parameter) (pe_shape_parameter *out, size_t shape, size_t index, pe_error **error) = pe_shape_get_parameter;

/* status.h */
_Static_assert (sizeof (pe_status) == 4, "sizeof (pe_status)");
_Static_assert (PE_OK == 0, "PE_OK");
_Static_assert (PE_ERROR_INVALID_ARGUMENT == 101, "PE_ERROR_INVALID_ARGUMENT");
_Static_assert (PE_ERROR_UNSUPPORTED == 102, "PE_ERROR_UNSUPPORTED");
_Static_assert (PE_ERROR_NOT_FOUND == 103, "PE_ERROR_NOT_FOUND");
_Static_assert (PE_ERROR_NO_MEMORY == 201, "PE_ERROR_NO_MEMORY");
_Static_assert (PE_ERROR_LIMIT == 202, "PE_ERROR_LIMIT");
_Static_assert (PE_ERROR_LIMIT_BYTES == 203, "PE_ERROR_LIMIT_BYTES");
_Static_assert (PE_ERROR_LIMIT_DEPTH == 204, "PE_ERROR_LIMIT_DEPTH");
_Static_assert (PE_ERROR_LIMIT_DIGITS == 205, "PE_ERROR_LIMIT_DIGITS");
_Static_assert (PE_ERROR_LIMIT_ITEMS == 206, "PE_ERROR_LIMIT_ITEMS");
_Static_assert (PE_ERROR_LIMIT_TEXT == 207, "PE_ERROR_LIMIT_TEXT");
_Static_assert (PE_ERROR_FILE == 208, "PE_ERROR_FILE");
_Static_assert (PE_ERROR_OVERFLOW == 301, "PE_ERROR_OVERFLOW");
_Static_assert (PE_ERROR_DIVIDE_BY_ZERO == 302, "PE_ERROR_DIVIDE_BY_ZERO");
_Static_assert (PE_ERROR_INVALID_UTF8 == 401, "PE_ERROR_INVALID_UTF8");
_Static_assert (PE_ERROR_NUMBER_SYNTAX == 402, "PE_ERROR_NUMBER_SYNTAX");
_Static_assert (PE_ERROR_NUMBER_EXPONENT == 403, "PE_ERROR_NUMBER_EXPONENT");
_Static_assert (PE_ERROR_THOUSANDS_SEPARATOR == 404, "PE_ERROR_THOUSANDS_SEPARATOR");
_Static_assert (PE_ERROR_DATE_SYNTAX == 405, "PE_ERROR_DATE_SYNTAX");
_Static_assert (PE_ERROR_DATE_RANGE == 406, "PE_ERROR_DATE_RANGE");
_Static_assert (PE_ERROR_CALENDAR_RANGE == 407, "PE_ERROR_CALENDAR_RANGE");
_Static_assert (PE_ERROR_TEXT_EMPTY == 408, "PE_ERROR_TEXT_EMPTY");
_Static_assert (PE_ERROR_UNIT_UNKNOWN == 501, "PE_ERROR_UNIT_UNKNOWN");
_Static_assert (PE_ERROR_UNIT_MISMATCH == 502, "PE_ERROR_UNIT_MISMATCH");
_Static_assert (PE_ERROR_UNIT_CONFLICT == 503, "PE_ERROR_UNIT_CONFLICT");
_Static_assert (PE_ERROR_JSON_SYNTAX == 601, "PE_ERROR_JSON_SYNTAX");
_Static_assert (PE_ERROR_JSON_TRUNCATED == 602, "PE_ERROR_JSON_TRUNCATED");
_Static_assert (PE_ERROR_JSON_DUPLICATE_KEY == 603, "PE_ERROR_JSON_DUPLICATE_KEY");
_Static_assert (PE_ERROR_JSON_NUL == 604, "PE_ERROR_JSON_NUL");
_Static_assert (PE_ERROR_ENCODING_TRUNCATED == 611, "PE_ERROR_ENCODING_TRUNCATED");
_Static_assert (PE_ERROR_ENCODING_INVALID == 612, "PE_ERROR_ENCODING_INVALID");
_Static_assert (PE_ERROR_ENCODING_UNREPRESENTABLE == 613, "PE_ERROR_ENCODING_UNREPRESENTABLE");
_Static_assert (PE_ERROR_CSV_QUOTE == 621, "PE_ERROR_CSV_QUOTE");
_Static_assert (PE_ERROR_CSV_NUL == 622, "PE_ERROR_CSV_NUL");
_Static_assert (PE_ERROR_ZIP_DAMAGED == 631, "PE_ERROR_ZIP_DAMAGED");
_Static_assert (PE_ERROR_ZIP_CHECKSUM == 632, "PE_ERROR_ZIP_CHECKSUM");
_Static_assert (PE_ERROR_ZIP_NAME == 633, "PE_ERROR_ZIP_NAME");
_Static_assert (PE_ERROR_ZIP_ENCRYPTED == 634, "PE_ERROR_ZIP_ENCRYPTED");
_Static_assert (PE_ERROR_ZIP_RATIO == 635, "PE_ERROR_ZIP_RATIO");
_Static_assert (PE_ERROR_XML_SYNTAX == 641, "PE_ERROR_XML_SYNTAX");
_Static_assert (PE_ERROR_XML_DOCTYPE == 642, "PE_ERROR_XML_DOCTYPE");
_Static_assert (PE_ERROR_XLSX_ENCRYPTED == 651, "PE_ERROR_XLSX_ENCRYPTED");
_Static_assert (PE_ERROR_XLSX_PART == 652, "PE_ERROR_XLSX_PART");
_Static_assert (PE_ERROR_XLSX_CELL == 653, "PE_ERROR_XLSX_CELL");
_Static_assert (PE_ERROR_OCDS == 661, "PE_ERROR_OCDS");
_Static_assert (PE_ERROR_PROVIDER == 690, "PE_ERROR_PROVIDER");
_Static_assert (PE_ERROR_FORMAT_UNKNOWN == 701, "PE_ERROR_FORMAT_UNKNOWN");
_Static_assert (PE_ERROR_MEMBER_UNKNOWN == 702, "PE_ERROR_MEMBER_UNKNOWN");
_Static_assert (PE_ERROR_MEMBER_MISSING == 703, "PE_ERROR_MEMBER_MISSING");
_Static_assert (PE_ERROR_MEMBER_TYPE == 704, "PE_ERROR_MEMBER_TYPE");
_Static_assert (PE_ERROR_VALUE_UNKNOWN == 705, "PE_ERROR_VALUE_UNKNOWN");
_Static_assert (PE_ERROR_CODE_DUPLICATE == 706, "PE_ERROR_CODE_DUPLICATE");
_Static_assert (PE_ERROR_REFERENCE_UNKNOWN == 707, "PE_ERROR_REFERENCE_UNKNOWN");
_Static_assert (PE_ERROR_CODE_SYNTAX == 708, "PE_ERROR_CODE_SYNTAX");
_Static_assert (PE_ERROR_TABLE_MISSING == 711, "PE_ERROR_TABLE_MISSING");
_Static_assert (PE_ERROR_TABLE_DUPLICATE == 712, "PE_ERROR_TABLE_DUPLICATE");
_Static_assert (PE_ERROR_COLUMN_MISSING == 713, "PE_ERROR_COLUMN_MISSING");
_Static_assert (PE_ERROR_COLUMN_DUPLICATE == 714, "PE_ERROR_COLUMN_DUPLICATE");
_Static_assert (PE_ERROR_CELL_UNNAMED == 715, "PE_ERROR_CELL_UNNAMED");
_Static_assert (PE_ERROR_CELL_VALUE == 716, "PE_ERROR_CELL_VALUE");
_Static_assert (PE_ERROR_LEVEL == 717, "PE_ERROR_LEVEL");
_Static_assert (PE_ERROR_TOTAL_MISMATCH == 718, "PE_ERROR_TOTAL_MISMATCH");
_Static_assert (PE_ERROR_TOTAL_ZERO == 719, "PE_ERROR_TOTAL_ZERO");
_Static_assert (PE_ERROR_TOTAL_UNIT == 720, "PE_ERROR_TOTAL_UNIT");
_Static_assert (PE_ERROR_UNIT_MIXED == 721, "PE_ERROR_UNIT_MIXED");
_Static_assert (PE_ERROR_SUM_MISMATCH == 801, "PE_ERROR_SUM_MISMATCH");
_Static_assert (PE_ERROR_NEGATIVE_AMOUNT == 802, "PE_ERROR_NEGATIVE_AMOUNT");
_Static_assert (PE_ERROR_CATEGORY_CONFLICT == 803, "PE_ERROR_CATEGORY_CONFLICT");
_Static_assert (PE_ERROR_DATE_ORDER == 804, "PE_ERROR_DATE_ORDER");
_Static_assert (PE_ERROR_STATE_CONFLICT == 805, "PE_ERROR_STATE_CONFLICT");
_Static_assert (PE_ERROR_MEASURE_NOT_STREAMED == 807, "PE_ERROR_MEASURE_NOT_STREAMED");
_Static_assert (PE_ERROR_MARKS_MISMATCH == 901, "PE_ERROR_MARKS_MISMATCH");
_Static_assert (PE_ERROR_MEASURE_UNKNOWN == 902, "PE_ERROR_MEASURE_UNKNOWN");
_Static_assert (PE_ERROR_SHAPE_UNKNOWN == 903, "PE_ERROR_SHAPE_UNKNOWN");
_Static_assert (PE_ERROR_PARAMETER_MISSING == 904, "PE_ERROR_PARAMETER_MISSING");
_Static_assert (PE_ERROR_PARAMETER_RANGE == 905, "PE_ERROR_PARAMETER_RANGE");
_Static_assert (PE_ERROR_PARAMETER_UNKNOWN == 906, "PE_ERROR_PARAMETER_UNKNOWN");
_Static_assert (PE_ERROR_STEPS_GAP == 907, "PE_ERROR_STEPS_GAP");
_Static_assert (PE_ERROR_STEPS_OVERLAP == 908, "PE_ERROR_STEPS_OVERLAP");
_Static_assert (PE_ERROR_GRADE_ORDER == 909, "PE_ERROR_GRADE_ORDER");
_Static_assert (PE_ERROR_POLICY_MISSING == 910, "PE_ERROR_POLICY_MISSING");
_Static_assert (PE_ERROR_TREE == 911, "PE_ERROR_TREE");
_Static_assert (PE_ERROR_EXPRESSION_SYNTAX == 912, "PE_ERROR_EXPRESSION_SYNTAX");
_Static_assert (PE_ERROR_EXPRESSION_NAME == 913, "PE_ERROR_EXPRESSION_NAME");
_Static_assert (PE_ERROR_EXPRESSION_TYPE == 914, "PE_ERROR_EXPRESSION_TYPE");
_Static_assert (PE_ERROR_EXPRESSION_FUNCTION == 915, "PE_ERROR_EXPRESSION_FUNCTION");
_Static_assert (PE_ERROR_TABLE_GAP == 916, "PE_ERROR_TABLE_GAP");
_Static_assert (PE_ERROR_TABLE_OVERLAP == 917, "PE_ERROR_TABLE_OVERLAP");
_Static_assert (PE_ERROR_CASE_EXPECTATION == 931, "PE_ERROR_CASE_EXPECTATION");
_Static_assert (PE_ERROR_CASE_FAILED == 932, "PE_ERROR_CASE_FAILED");
_Static_assert (PE_ERROR_EDITION_OVERLAP == 933, "PE_ERROR_EDITION_OVERLAP");
_Static_assert (PE_ERROR_RULEBOOK_AMBIGUOUS == 934, "PE_ERROR_RULEBOOK_AMBIGUOUS");
_Static_assert (PE_ERROR_FIGURE_MISSING == 1001, "PE_ERROR_FIGURE_MISSING");
_Static_assert (PE_ERROR_FIGURE_TEXT == 1002, "PE_ERROR_FIGURE_TEXT");
_Static_assert (PE_ERROR_NOT_APPLICABLE == 1003, "PE_ERROR_NOT_APPLICABLE");
_Static_assert (PE_ERROR_ZERO_DENOMINATOR == 1004, "PE_ERROR_ZERO_DENOMINATOR");
_Static_assert (PE_ERROR_SCORE_MISSING == 1005, "PE_ERROR_SCORE_MISSING");
_Static_assert (PE_ERROR_SCORE_ABOVE_MARKS == 1006, "PE_ERROR_SCORE_ABOVE_MARKS");
_Static_assert (PE_ERROR_SCORE_NEGATIVE == 1007, "PE_ERROR_SCORE_NEGATIVE");
_Static_assert (PE_ERROR_SCORE_OUTSIDE_BAND == 1008, "PE_ERROR_SCORE_OUTSIDE_BAND");
_Static_assert (PE_ERROR_GRADE_UNKNOWN == 1009, "PE_ERROR_GRADE_UNKNOWN");
_Static_assert (PE_ERROR_CALENDAR_MISSING == 1010, "PE_ERROR_CALENDAR_MISSING");
_Static_assert (PE_ERROR_FISCAL_YEAR == 1011, "PE_ERROR_FISCAL_YEAR");
_Static_assert (PE_ERROR_SLOT_EMPTY == 1012, "PE_ERROR_SLOT_EMPTY");
_Static_assert (PE_ERROR_SLOT_ROWS == 1013, "PE_ERROR_SLOT_ROWS");
_Static_assert (PE_ERROR_COUNT_INVALID == 1014, "PE_ERROR_COUNT_INVALID");
_Static_assert (PE_ERROR_NOTHING_APPLICABLE == 1015, "PE_ERROR_NOTHING_APPLICABLE");
_Static_assert (PE_ERROR_ADJUSTMENT_REFUSED == 1016, "PE_ERROR_ADJUSTMENT_REFUSED");
_Static_assert (PE_ERROR_REASON_MISSING == 1017, "PE_ERROR_REASON_MISSING");
_Static_assert (PE_ERROR_RULEBOOK_DIFFERS == 1018, "PE_ERROR_RULEBOOK_DIFFERS");
_Static_assert (PE_ERROR_MERGE_CONFLICT == 1019, "PE_ERROR_MERGE_CONFLICT");
_Static_assert (PE_ERROR_WEIGHTS_ZERO == 1020, "PE_ERROR_WEIGHTS_ZERO");
_Static_assert (PE_ERROR_MEAN_UNROUNDED == 1021, "PE_ERROR_MEAN_UNROUNDED");
_Static_assert (PE_ERROR_RELATION_KIND == 1101, "PE_ERROR_RELATION_KIND");
_Static_assert (PE_ERROR_RELATION_OPERANDS == 1102, "PE_ERROR_RELATION_OPERANDS");
_Static_assert (PE_ERROR_RELATION_PARAMETER == 1103, "PE_ERROR_RELATION_PARAMETER");
_Static_assert (PE_ERROR_REVIEW_SETTING == 1150, "PE_ERROR_REVIEW_SETTING");
_Static_assert (PE_ERROR_BATCH_LEAF == 1201, "PE_ERROR_BATCH_LEAF");
_Static_assert (PE_ERROR_BATCH_LEVEL == 1202, "PE_ERROR_BATCH_LEVEL");
_Static_assert (PE_ERROR_BATCH_COLUMN_MISSING == 1203, "PE_ERROR_BATCH_COLUMN_MISSING");
_Static_assert (PE_ERROR_CANCELLED == 1204, "PE_ERROR_CANCELLED");
_Static_assert (PE_ERROR_BATCH_NO_SCALE == 1205, "PE_ERROR_BATCH_NO_SCALE");
_Static_assert (PE_ERROR_SUMMARY_FORMAT == 1206, "PE_ERROR_SUMMARY_FORMAT");
_Static_assert (PE_ERROR_BATCH_SCALE == 1207, "PE_ERROR_BATCH_SCALE");
_Static_assert (PE_ERROR_BATCH_COLUMN_INVALID == 1208, "PE_ERROR_BATCH_COLUMN_INVALID");
_Static_assert (PE_ERROR_BATCH_ARROW == 1211, "PE_ERROR_BATCH_ARROW");
_Static_assert (PE_ERROR_BATCH_ARROW_TYPE == 1212, "PE_ERROR_BATCH_ARROW_TYPE");
_Static_assert (PE_ERROR_BATCH_HEADER == 1221, "PE_ERROR_BATCH_HEADER");
_Static_assert (PE_ERROR_BATCH_CELLS == 1222, "PE_ERROR_BATCH_CELLS");
_Static_assert (PE_WARNING_ABOVE_BUDGET == 2001, "PE_WARNING_ABOVE_BUDGET");
_Static_assert (PE_WARNING_DECLARED_DIFFERS == 2002, "PE_WARNING_DECLARED_DIFFERS");
_Static_assert (PE_WARNING_DECLARED_UNUSED == 2003, "PE_WARNING_DECLARED_UNUSED");
_Static_assert (PE_WARNING_FACT_UNUSED == 2004, "PE_WARNING_FACT_UNUSED");
_Static_assert (PE_WARNING_STATE_POLICY == 2005, "PE_WARNING_STATE_POLICY");
_Static_assert (PE_WARNING_OVER_ACHIEVED == 2006, "PE_WARNING_OVER_ACHIEVED");
_Static_assert (PE_WARNING_REASON_MISSING == 2007, "PE_WARNING_REASON_MISSING");
_Static_assert (PE_WARNING_RULEBOOK_STATUS == 2008, "PE_WARNING_RULEBOOK_STATUS");
_Static_assert (PE_WARNING_TEXT_MISSING == 2009, "PE_WARNING_TEXT_MISSING");
_Static_assert (PE_WARNING_NOT_EQUAL == 2010, "PE_WARNING_NOT_EQUAL");
_Static_assert (PE_WARNING_VETO == 2011, "PE_WARNING_VETO");
_Static_assert (PE_WARNING_MARKS_ROUNDED == 2012, "PE_WARNING_MARKS_ROUNDED");
_Static_assert (PE_WARNING_SOURCE_MISSING == 2021, "PE_WARNING_SOURCE_MISSING");
_Static_assert (PE_WARNING_MEASURE_UNUSED == 2022, "PE_WARNING_MEASURE_UNUSED");
_Static_assert (PE_WARNING_BANDS_GAP == 2023, "PE_WARNING_BANDS_GAP");
_Static_assert (PE_WARNING_BANDS_OVERLAP == 2024, "PE_WARNING_BANDS_OVERLAP");
_Static_assert (PE_WARNING_BAND_UNREACHABLE == 2025, "PE_WARNING_BAND_UNREACHABLE");
_Static_assert (PE_WARNING_GRADE_UNREACHABLE == 2026, "PE_WARNING_GRADE_UNREACHABLE");
_Static_assert (PE_WARNING_MARKS_UNREACHABLE == 2027, "PE_WARNING_MARKS_UNREACHABLE");
_Static_assert (PE_WARNING_SHAPE_SUPERSEDED == 2028, "PE_WARNING_SHAPE_SUPERSEDED");
_Static_assert (PE_WARNING_CASES_MISSING == 2029, "PE_WARNING_CASES_MISSING");
_Static_assert (PE_WARNING_MEASURE_IDLE == 2030, "PE_WARNING_MEASURE_IDLE");
_Static_assert (PE_WARNING_TABLE_UNUSED == 2050, "PE_WARNING_TABLE_UNUSED");
_Static_assert (PE_WARNING_COLUMN_UNUSED == 2051, "PE_WARNING_COLUMN_UNUSED");
_Static_assert (PE_WARNING_FORMULA_CACHED == 2052, "PE_WARNING_FORMULA_CACHED");
_Static_assert (PE_WARNING_HIDDEN == 2053, "PE_WARNING_HIDDEN");
_Static_assert (PE_WARNING_NOT_WRITTEN == 2054, "PE_WARNING_NOT_WRITTEN");
_Static_assert (PE_WARNING_FIGURE_CONTRADICTED == 2101, "PE_WARNING_FIGURE_CONTRADICTED");
_Static_assert (PE_WARNING_FIGURE_UPSTREAM == 2102, "PE_WARNING_FIGURE_UPSTREAM");
_Static_assert (PE_WARNING_FIGURE_MALFORMED == 2103, "PE_WARNING_FIGURE_MALFORMED");
_Static_assert (PE_WARNING_REVIEW_MARKS == 2150, "PE_WARNING_REVIEW_MARKS");
_Static_assert (PE_WARNING_REVIEW_MARKS_ZERO == 2151, "PE_WARNING_REVIEW_MARKS_ZERO");
_Static_assert (PE_WARNING_REVIEW_SCORE_RANGE == 2152, "PE_WARNING_REVIEW_SCORE_RANGE");
_Static_assert (PE_WARNING_REVIEW_SCORE_DIFFERS == 2153, "PE_WARNING_REVIEW_SCORE_DIFFERS");
_Static_assert (PE_WARNING_REVIEW_NO_REASON == 2154, "PE_WARNING_REVIEW_NO_REASON");
_Static_assert (PE_WARNING_REVIEW_FULL_THOUGH_MISSED == 2155, "PE_WARNING_REVIEW_FULL_THOUGH_MISSED");
_Static_assert (PE_WARNING_REVIEW_NO_EVIDENCE == 2156, "PE_WARNING_REVIEW_NO_EVIDENCE");
_Static_assert (PE_WARNING_REVIEW_NOT_NUMERIC == 2157, "PE_WARNING_REVIEW_NOT_NUMERIC");
_Static_assert (PE_WARNING_REVIEW_OVER_ACHIEVED == 2158, "PE_WARNING_REVIEW_OVER_ACHIEVED");
_Static_assert (PE_WARNING_REVIEW_OUTRUNS == 2159, "PE_WARNING_REVIEW_OUTRUNS");
_Static_assert (PE_WARNING_REVIEW_UNSPENT == 2160, "PE_WARNING_REVIEW_UNSPENT");
_Static_assert (PE_WARNING_REVIEW_NO_BUDGET == 2161, "PE_WARNING_REVIEW_NO_BUDGET");
_Static_assert (PE_WARNING_REVIEW_LOW_EXECUTION == 2162, "PE_WARNING_REVIEW_LOW_EXECUTION");
_Static_assert (PE_WARNING_REVIEW_OVERSPENT == 2163, "PE_WARNING_REVIEW_OVERSPENT");
_Static_assert (PE_WARNING_REVIEW_LINES == 2164, "PE_WARNING_REVIEW_LINES");
_Static_assert (PE_WARNING_REVIEW_TOTAL == 2165, "PE_WARNING_REVIEW_TOTAL");
_Static_assert (PE_WARNING_REVIEW_GRADE == 2166, "PE_WARNING_REVIEW_GRADE");
_Static_assert (PE_WARNING_REVIEW_TARGET_CHANGED == 2167, "PE_WARNING_REVIEW_TARGET_CHANGED");
_Static_assert (PE_WARNING_REVIEW_PROCUREMENT == 2168, "PE_WARNING_REVIEW_PROCUREMENT");
_Static_assert (PE_WARNING_REVIEW_TEXT_DIFFERS == 2169, "PE_WARNING_REVIEW_TEXT_DIFFERS");
_Static_assert (PE_WARNING_REVIEW_ASSETS == 2170, "PE_WARNING_REVIEW_ASSETS");
_Static_assert (PE_NOTE_DECLARED == 3001, "PE_NOTE_DECLARED");
_Static_assert (PE_NOTE_NOT_ITEMISED == 3002, "PE_NOTE_NOT_ITEMISED");
_Static_assert (PE_NOTE_FINDINGS_CUT == 3003, "PE_NOTE_FINDINGS_CUT");
_Static_assert (PE_NOTE_EMPTY_SLOT == 3004, "PE_NOTE_EMPTY_SLOT");
_Static_assert (PE_NOTE_WITHDRAWN == 3005, "PE_NOTE_WITHDRAWN");
_Static_assert (PE_NOTE_ADJUSTMENT_UNUSED == 3006, "PE_NOTE_ADJUSTMENT_UNUSED");
_Static_assert (PE_NOTE_NOT_MERGED == 3007, "PE_NOTE_NOT_MERGED");
_Static_assert (PE_NOTE_MEAN_ROUNDED == 3008, "PE_NOTE_MEAN_ROUNDED");
_Static_assert (PE_NOTE_ASSET_DIFFERENCE == 3020, "PE_NOTE_ASSET_DIFFERENCE");
_Static_assert (PE_NOTE_ENCODING == 3030, "PE_NOTE_ENCODING");
_Static_assert (PE_NOTE_NOT_TAKEN == 3031, "PE_NOTE_NOT_TAKEN");
_Static_assert (PE_NOTE_ROUNDING_MODE == 3101, "PE_NOTE_ROUNDING_MODE");
_Static_assert (PE_NOTE_ROUNDING_OPERANDS == 3102, "PE_NOTE_ROUNDING_OPERANDS");
_Static_assert (PE_NOTE_ROUNDING_PLACES == 3103, "PE_NOTE_ROUNDING_PLACES");
_Static_assert (PE_NOTE_ROUNDING_MIXED == 3104, "PE_NOTE_ROUNDING_MIXED");
_Static_assert (PE_NOTE_NOT_LISTED == 3105, "PE_NOTE_NOT_LISTED");
_Static_assert (PE_NOTE_TWO_NAMES == 3106, "PE_NOTE_TWO_NAMES");
_Static_assert (PE_NOTE_TARGET_EXCEEDED == 3107, "PE_NOTE_TARGET_EXCEEDED");
_Static_assert (PE_NOTE_FULL_SCORE == 3108, "PE_NOTE_FULL_SCORE");
_Static_assert (PE_NOTE_RELATION_DOUBTFUL == 3109, "PE_NOTE_RELATION_DOUBTFUL");
_Static_assert (PE_NOTE_NOT_COMPUTED == 3110, "PE_NOTE_NOT_COMPUTED");
_Static_assert (PE_NOTE_REVIEW_REASON_UNNEEDED == 3150, "PE_NOTE_REVIEW_REASON_UNNEEDED");
_Static_assert (PE_NOTE_REVIEW_EXCEEDED == 3151, "PE_NOTE_REVIEW_EXCEEDED");
_Static_assert (PE_NOTE_REVIEW_NOT_ITEMISED == 3152, "PE_NOTE_REVIEW_NOT_ITEMISED");
_Static_assert (PE_NOTE_REVIEW_CONCENTRATED == 3153, "PE_NOTE_REVIEW_CONCENTRATED");
_Static_assert (PE_NOTE_REVIEW_SME_SHARE == 3154, "PE_NOTE_REVIEW_SME_SHARE");
_Static_assert (PE_NOTE_BATCH_EXACT == 3221, "PE_NOTE_BATCH_EXACT");
_Static_assert (PE_NOTE_BATCH_CARRIED == 3231, "PE_NOTE_BATCH_CARRIED");
_Static_assert (PE_NOTE_BATCH_UNUSED == 3232, "PE_NOTE_BATCH_UNUSED");
const char *(*const layout_pe_status_name) (pe_status status) = pe_status_name;
const char *(*const layout_pe_status_describe) (pe_status status, pe_language language) = pe_status_describe;

/* table_kind.h */
_Static_assert (sizeof (pe_table_shape) == 4, "sizeof (pe_table_shape)");
_Static_assert (sizeof (pe_table_kind) == 40, "sizeof (pe_table_kind)");
_Static_assert (offsetof (pe_table_kind, struct_size) == 0, "offsetof (pe_table_kind, struct_size)");
_Static_assert (offsetof (pe_table_kind, shape) == 4, "offsetof (pe_table_kind, shape)");
_Static_assert (offsetof (pe_table_kind, id) == 8, "offsetof (pe_table_kind, id)");
_Static_assert (offsetof (pe_table_kind, name_zh) == 16, "offsetof (pe_table_kind, name_zh)");
_Static_assert (offsetof (pe_table_kind, name_en) == 24, "offsetof (pe_table_kind, name_en)");
_Static_assert (offsetof (pe_table_kind, n_columns) == 32, "offsetof (pe_table_kind, n_columns)");
_Static_assert (sizeof (pe_table_column) == 56, "sizeof (pe_table_column)");
_Static_assert (offsetof (pe_table_column, struct_size) == 0, "offsetof (pe_table_column, struct_size)");
_Static_assert (offsetof (pe_table_column, type) == 4, "offsetof (pe_table_column, type)");
_Static_assert (offsetof (pe_table_column, is_required) == 8, "offsetof (pe_table_column, is_required)");
_Static_assert (offsetof (pe_table_column, n_words) == 12, "offsetof (pe_table_column, n_words)");
_Static_assert (offsetof (pe_table_column, id) == 16, "offsetof (pe_table_column, id)");
_Static_assert (offsetof (pe_table_column, name_zh) == 24, "offsetof (pe_table_column, name_zh)");
_Static_assert (offsetof (pe_table_column, name_en) == 32, "offsetof (pe_table_column, name_en)");
_Static_assert (offsetof (pe_table_column, note_zh) == 40, "offsetof (pe_table_column, note_zh)");
_Static_assert (offsetof (pe_table_column, note_en) == 48, "offsetof (pe_table_column, note_en)");
_Static_assert (PE_TABLE_PAIRS == 1, "PE_TABLE_PAIRS");
_Static_assert (PE_TABLE_RECORDS == 2, "PE_TABLE_RECORDS");
_Static_assert (PE_TABLE_TREE == 3, "PE_TABLE_TREE");
_Static_assert (PE_TABLE_GROUPS == 4, "PE_TABLE_GROUPS");
_Static_assert (PE_TABLE_FIGURE == 21, "PE_TABLE_FIGURE");
_Static_assert (PE_TABLE_POINTS == 22, "PE_TABLE_POINTS");
_Static_assert (PE_TABLE_LEVEL == 23, "PE_TABLE_LEVEL");
_Static_assert (PE_TABLE_YEAR == 24, "PE_TABLE_YEAR");
_Static_assert (PE_TABLE_CODE == 25, "PE_TABLE_CODE");
void (*const layout_pe_table_kind_init) (pe_table_kind *self, uint32_t struct_size) = pe_table_kind_init;
void (*const layout_pe_table_column_init) (pe_table_column *self, uint32_t struct_size) = pe_table_column_init;
size_t (*const layout_pe_table_kind_get_n) (void) = pe_table_kind_get_n;
pe_status (*const layout_pe_table_kind_get) (pe_table_kind *out, size_t index, pe_error **error) = pe_table_kind_get;
pe_status (*const layout_pe_table_kind_get_column) (pe_table_column *out, size_t kind, size_t column, pe_error **error) = pe_table_kind_get_column;
const char *(*const layout_pe_table_kind_get_word) (size_t kind, size_t column, size_t word, pe_language language) = pe_table_kind_get_word;

/* tables.h */
_Static_assert (sizeof (pe_cell_kind) == 4, "sizeof (pe_cell_kind)");
_Static_assert (sizeof (pe_cell) == 40, "sizeof (pe_cell)");
_Static_assert (offsetof (pe_cell, struct_size) == 0, "offsetof (pe_cell, struct_size)");
_Static_assert (offsetof (pe_cell, kind) == 4, "offsetof (pe_cell, kind)");
_Static_assert (offsetof (pe_cell, text) == 8, "offsetof (pe_cell, text)");
_Static_assert (offsetof (pe_cell, length) == 16, "offsetof (pe_cell, length)");
_Static_assert (offsetof (pe_cell, column) == 24, "offsetof (pe_cell, column)");
_Static_assert (offsetof (pe_cell, columns) == 28, "offsetof (pe_cell, columns)");
_Static_assert (offsetof (pe_cell, flags) == 32, "offsetof (pe_cell, flags)");
_Static_assert (offsetof (pe_cell, unit) == 36, "offsetof (pe_cell, unit)");
_Static_assert (sizeof (pe_table_row) == 24, "sizeof (pe_table_row)");
_Static_assert (offsetof (pe_table_row, struct_size) == 0, "offsetof (pe_table_row, struct_size)");
_Static_assert (offsetof (pe_table_row, number) == 4, "offsetof (pe_table_row, number)");
_Static_assert (offsetof (pe_table_row, line) == 8, "offsetof (pe_table_row, line)");
_Static_assert (offsetof (pe_table_row, flags) == 16, "offsetof (pe_table_row, flags)");
_Static_assert (offsetof (pe_table_row, n_cells) == 20, "offsetof (pe_table_row, n_cells)");
_Static_assert (sizeof (pe_table_head) == 24, "sizeof (pe_table_head)");
_Static_assert (offsetof (pe_table_head, struct_size) == 0, "offsetof (pe_table_head, struct_size)");
_Static_assert (offsetof (pe_table_head, flags) == 4, "offsetof (pe_table_head, flags)");
_Static_assert (offsetof (pe_table_head, name) == 8, "offsetof (pe_table_head, name)");
_Static_assert (offsetof (pe_table_head, file) == 16, "offsetof (pe_table_head, file)");
_Static_assert (PE_CELL_TEXT == 1, "PE_CELL_TEXT");
_Static_assert (PE_CELL_NUMBER == 2, "PE_CELL_NUMBER");
_Static_assert (PE_CELL_DATE == 3, "PE_CELL_DATE");
_Static_assert (PE_CELL_TRUTH == 4, "PE_CELL_TRUTH");
_Static_assert (PE_CELL_ERROR == 5, "PE_CELL_ERROR");
_Static_assert (PE_CELL_FORMULA == 1, "PE_CELL_FORMULA");
_Static_assert (PE_CELL_MERGED == 2, "PE_CELL_MERGED");
_Static_assert (PE_CELL_ROUNDED == 4, "PE_CELL_ROUNDED");
_Static_assert (PE_CELL_HIDDEN == 8, "PE_CELL_HIDDEN");
void (*const layout_pe_cell_init) (pe_cell *self, uint32_t struct_size) = pe_cell_init;
void (*const layout_pe_table_row_init) (pe_table_row *self, uint32_t struct_size) = pe_table_row_init;
void (*const layout_pe_table_head_init) (pe_table_head *self, uint32_t struct_size) = pe_table_head_init;
pe_status (*const layout_pe_tables_join) (pe_tables **out, pe_tables *const *sets, size_t n, pe_error **error) = pe_tables_join;
size_t (*const layout_pe_tables_get_n) (const pe_tables *self) = pe_tables_get_n;
pe_status (*const layout_pe_tables_get_head) (pe_table_head *out, const pe_tables *self, size_t table, pe_error **error) = pe_tables_get_head;
size_t (*const layout_pe_tables_get_n_rows) (const pe_tables *self, size_t table) = pe_tables_get_n_rows;
pe_status (*const layout_pe_tables_get_row) (pe_table_row *out, const pe_tables *self, size_t table, size_t row, pe_error **error) = pe_tables_get_row;
pe_status (*const layout_pe_tables_get_cell) (pe_cell *out, const pe_tables *self, size_t table, size_t row, size_t cell, pe_error **error) = pe_tables_get_cell;
pe_tables *(*const layout_pe_tables_ref) (pe_tables *self) = pe_tables_ref;
void (*const layout_pe_tables_unref) (pe_tables *self) = pe_tables_unref;

/* text.h */
const char *(*const layout_pe_text_get_data) (const pe_text *self) = pe_text_get_data;
size_t (*const layout_pe_text_get_size) (const pe_text *self) = pe_text_get_size;
pe_text *(*const layout_pe_text_ref) (pe_text *self) = pe_text_ref;
void (*const layout_pe_text_unref) (pe_text *self) = pe_text_unref;

/* threshold.h */
_Static_assert (sizeof (pe_evidence) == 4, "sizeof (pe_evidence)");
_Static_assert (sizeof (pe_threshold) == 120, "sizeof (pe_threshold)");
_Static_assert (offsetof (pe_threshold, struct_size) == 0, "offsetof (pe_threshold, struct_size)");
_Static_assert (offsetof (pe_threshold, evidence) == 4, "offsetof (pe_threshold, evidence)");
_Static_assert (offsetof (pe_threshold, date_evidence) == 8, "offsetof (pe_threshold, date_evidence)");
_Static_assert (offsetof (pe_threshold, days) == 12, "offsetof (pe_threshold, days)");
_Static_assert (offsetof (pe_threshold, first_day) == 16, "offsetof (pe_threshold, first_day)");
_Static_assert (offsetof (pe_threshold, last_day) == 20, "offsetof (pe_threshold, last_day)");
_Static_assert (offsetof (pe_threshold, value) == 24, "offsetof (pe_threshold, value)");
_Static_assert (offsetof (pe_threshold, upper) == 48, "offsetof (pe_threshold, upper)");
_Static_assert (offsetof (pe_threshold, id) == 72, "offsetof (pe_threshold, id)");
_Static_assert (offsetof (pe_threshold, place) == 80, "offsetof (pe_threshold, place)");
_Static_assert (offsetof (pe_threshold, name_zh) == 88, "offsetof (pe_threshold, name_zh)");
_Static_assert (offsetof (pe_threshold, name_en) == 96, "offsetof (pe_threshold, name_en)");
_Static_assert (offsetof (pe_threshold, source) == 104, "offsetof (pe_threshold, source)");
_Static_assert (offsetof (pe_threshold, address) == 112, "offsetof (pe_threshold, address)");
_Static_assert (PE_EVIDENCE_PUBLISHED == 1, "PE_EVIDENCE_PUBLISHED");
_Static_assert (PE_EVIDENCE_SECONDARY == 2, "PE_EVIDENCE_SECONDARY");
_Static_assert (PE_EVIDENCE_MEMORY == 3, "PE_EVIDENCE_MEMORY");
void (*const layout_pe_threshold_init) (pe_threshold *self, uint32_t struct_size) = pe_threshold_init;
size_t (*const layout_pe_threshold_get_count) (void) = pe_threshold_get_count;
pe_status (*const layout_pe_threshold_describe) (pe_threshold *out, size_t index, pe_error **error) = pe_threshold_describe;
pe_status (*const layout_pe_threshold_find) (pe_threshold *out, const char *id, const char *place, pe_date date, pe_error **error) = pe_threshold_find;

/* types.h */
_Static_assert (sizeof (pe_language) == 4, "sizeof (pe_language)");
_Static_assert (PE_LANGUAGE_ZH == 1, "PE_LANGUAGE_ZH");
_Static_assert (PE_LANGUAGE_EN == 2, "PE_LANGUAGE_EN");

/* verdict.h */
_Static_assert (sizeof (pe_modes) == 4, "sizeof (pe_modes)");
_Static_assert (sizeof (pe_audit_class) == 4, "sizeof (pe_audit_class)");
_Static_assert (sizeof (pe_verdict_state) == 4, "sizeof (pe_verdict_state)");
_Static_assert (sizeof (pe_verdict) == 96, "sizeof (pe_verdict)");
_Static_assert (offsetof (pe_verdict, struct_size) == 0, "offsetof (pe_verdict, struct_size)");
_Static_assert (offsetof (pe_verdict, state) == 4, "offsetof (pe_verdict, state)");
_Static_assert (offsetof (pe_verdict, audit_class) == 8, "offsetof (pe_verdict, audit_class)");
_Static_assert (offsetof (pe_verdict, is_exact) == 12, "offsetof (pe_verdict, is_exact)");
_Static_assert (offsetof (pe_verdict, as_printed) == 16, "offsetof (pe_verdict, as_printed)");
_Static_assert (offsetof (pe_verdict, as_rounded) == 20, "offsetof (pe_verdict, as_rounded)");
_Static_assert (offsetof (pe_verdict, places) == 24, "offsetof (pe_verdict, places)");
_Static_assert (offsetof (pe_verdict, coarse_places) == 28, "offsetof (pe_verdict, coarse_places)");
_Static_assert (offsetof (pe_verdict, coarse_modes) == 32, "offsetof (pe_verdict, coarse_modes)");
_Static_assert (offsetof (pe_verdict, has_nearest) == 36, "offsetof (pe_verdict, has_nearest)");
_Static_assert (offsetof (pe_verdict, nearest) == 40, "offsetof (pe_verdict, nearest)");
_Static_assert (offsetof (pe_verdict, nearest_possible) == 56, "offsetof (pe_verdict, nearest_possible)");
_Static_assert (offsetof (pe_verdict, cause) == 72, "offsetof (pe_verdict, cause)");
_Static_assert (offsetof (pe_verdict, n_bases) == 76, "offsetof (pe_verdict, n_bases)");
_Static_assert (offsetof (pe_verdict, first_base) == 80, "offsetof (pe_verdict, first_base)");
_Static_assert (offsetof (pe_verdict, last_base) == 88, "offsetof (pe_verdict, last_base)");
_Static_assert (PE_MODE_HALF_UP == 1, "PE_MODE_HALF_UP");
_Static_assert (PE_MODE_HALF_EVEN == 2, "PE_MODE_HALF_EVEN");
_Static_assert (PE_MODE_DOWN == 4, "PE_MODE_DOWN");
_Static_assert (PE_MODE_UP == 8, "PE_MODE_UP");
_Static_assert (PE_CLASS_REMARK == 1, "PE_CLASS_REMARK");
_Static_assert (PE_CLASS_ROUNDING == 2, "PE_CLASS_ROUNDING");
_Static_assert (PE_CLASS_CONTRADICTION == 3, "PE_CLASS_CONTRADICTION");
_Static_assert (PE_VERDICT_COMPUTED == 1, "PE_VERDICT_COMPUTED");
_Static_assert (PE_VERDICT_NO_RESULT == 2, "PE_VERDICT_NO_RESULT");
_Static_assert (PE_VERDICT_NOT_A_NUMBER == 3, "PE_VERDICT_NOT_A_NUMBER");
_Static_assert (PE_VERDICT_ZERO_DENOMINATOR == 4, "PE_VERDICT_ZERO_DENOMINATOR");
_Static_assert (PE_VERDICT_UNIT_MISMATCH == 5, "PE_VERDICT_UNIT_MISMATCH");
_Static_assert (PE_VERDICT_LIMIT == 6, "PE_VERDICT_LIMIT");
_Static_assert (PE_VERDICT_NOT_ARITHMETIC == 7, "PE_VERDICT_NOT_ARITHMETIC");
_Static_assert (PE_MODES_ALL == 15, "PE_MODES_ALL");
void (*const layout_pe_verdict_init) (pe_verdict *self, uint32_t struct_size) = pe_verdict_init;
pe_status (*const layout_pe_modes_print) (pe_text **out, pe_modes modes, pe_language language, pe_error **error) = pe_modes_print;

/* version.h */
void (*const layout_pe_version_get) (int32_t *major, int32_t *minor, int32_t *micro) = pe_version_get;
const char *(*const layout_pe_version_get_string) (void) = pe_version_get_string;
int32_t (*const layout_pe_abi_is_frozen) (void) = pe_abi_is_frozen;

/* vocabulary.h */
_Static_assert (sizeof (pe_vocabulary) == 4, "sizeof (pe_vocabulary)");
_Static_assert (sizeof (pe_term) == 40, "sizeof (pe_term)");
_Static_assert (offsetof (pe_term, struct_size) == 0, "offsetof (pe_term, struct_size)");
_Static_assert (offsetof (pe_term, reserved) == 4, "offsetof (pe_term, reserved)");
_Static_assert (offsetof (pe_term, name) == 8, "offsetof (pe_term, name)");
_Static_assert (offsetof (pe_term, usage) == 16, "offsetof (pe_term, usage)");
_Static_assert (offsetof (pe_term, description_zh) == 24, "offsetof (pe_term, description_zh)");
_Static_assert (offsetof (pe_term, description_en) == 32, "offsetof (pe_term, description_en)");
_Static_assert (PE_VOCABULARY_FUNCTIONS == 1, "PE_VOCABULARY_FUNCTIONS");
_Static_assert (PE_VOCABULARY_HIT_POLICIES == 2, "PE_VOCABULARY_HIT_POLICIES");
_Static_assert (PE_VOCABULARY_POLICIES == 3, "PE_VOCABULARY_POLICIES");
_Static_assert (PE_VOCABULARY_STATES == 4, "PE_VOCABULARY_STATES");
void (*const layout_pe_term_init) (pe_term *self, uint32_t struct_size) = pe_term_init;
size_t (*const layout_pe_vocabulary_get_size) (pe_vocabulary vocabulary) = pe_vocabulary_get_size;
pe_status (*const layout_pe_vocabulary_get_term) (pe_term *out, pe_vocabulary vocabulary, size_t index, pe_error **error) = pe_vocabulary_get_term;

/* Reaching this line means that the loader found every function. */
int
main (void)
{
  puts ("646 functions");
  return 0;
}
