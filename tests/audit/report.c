/* report.c - claims and relations built by hand
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "report.h"

void
report_init (report *self)
{
  pe_audit_options options;

  self->builder = NULL;
  self->audit = NULL;
  pe_audit_options_init (&options, sizeof options);
  assert_int_equal (pe_audit_builder_new (&self->builder, NULL, &options, NULL), PE_OK);
}

void
report_clear (report *self)
{
  pe_audit_unref (self->audit);
  pe_audit_builder_free (self->builder);
}

uint32_t
report_claim_as (report *self, const char *text, pe_claim_nature nature, const char *name)
{
  pe_claim claim;
  uint32_t index = PE_NO_CLAIM;

  pe_claim_init (&claim, sizeof claim);
  claim.text = text;
  claim.nature = nature;
  claim.name = name;
  assert_int_equal (pe_audit_builder_add_claims (self->builder, &claim, 1, &index, NULL), PE_OK);
  return index;
}

uint32_t
report_claim (report *self, const char *text)
{
  return report_claim_as (self, text, 0, NULL);
}

size_t
report_add (report *self, pe_relation_kind kind, pe_relation_form form, pe_comparison comparison,
            const uint32_t *operands, uint32_t n, uint32_t result)
{
  pe_relation relation;
  pe_audit   *audit = NULL;
  size_t      index;

  pe_relation_init (&relation, sizeof relation);
  relation.kind = kind;
  relation.form = form;
  relation.comparison = comparison;
  relation.operands = operands;
  relation.n_operands = n;
  relation.result = result;
  assert_int_equal (pe_audit_builder_add_relations (self->builder, &relation, 1, NULL), PE_OK);
  assert_int_equal (pe_audit_builder_build (&audit, self->builder, NULL), PE_OK);
  index = pe_audit_get_n_relations (audit) - 1;
  pe_audit_unref (audit);
  return index;
}

size_t
report_relate (report *self, pe_relation_kind kind, pe_relation_form form, const char *operands, const char *result)
{
  uint32_t indices[REPORT_MAX], n = 0;
  char   **words = g_strsplit (operands, " ", -1);
  size_t   relation;

  for (; words[n] != NULL; n++)
    indices[n] = report_claim (self, words[n]);
  relation = report_add (self, kind, form, 0, indices, n, result != NULL ? report_claim (self, result) : PE_NO_CLAIM);
  g_strfreev (words);
  return relation;
}

void
report_build (report *self)
{
  pe_audit_unref (self->audit);
  self->audit = NULL;
  assert_int_equal (pe_audit_builder_build (&self->audit, self->builder, NULL), PE_OK);
}

pe_verdict
report_get_verdict (const report *self, size_t relation)
{
  pe_verdict verdict;

  pe_verdict_init (&verdict, sizeof verdict);
  assert_int_equal (pe_audit_get_verdict (&verdict, self->audit, relation, NULL), PE_OK);
  return verdict;
}

void
check_relation (pe_relation_kind kind, pe_relation_form form, const char *operands, const char *result,
                pe_modes as_printed, pe_modes as_rounded, pe_audit_class audit_class)
{
  report     self;
  pe_verdict verdict;

  report_init (&self);
  report_relate (&self, kind, form, operands, result);
  report_build (&self);
  verdict = report_get_verdict (&self, 0);
  if (verdict.state != PE_VERDICT_COMPUTED || verdict.as_printed != as_printed || verdict.as_rounded != as_rounded
      || verdict.audit_class != audit_class)
    fail_msg ("%s of %s: state %d, as printed %u, as rounded %u, class %d", result, operands, verdict.state,
              verdict.as_printed, verdict.as_rounded, verdict.audit_class);
  report_clear (&self);
}

void
check_text (pe_text *text, const char *expected)
{
  assert_non_null (text);
  assert_string_equal (pe_text_get_data (text), expected);
  pe_text_unref (text);
}

void
check_exact (const report *self, size_t relation, const char *numerator, const char *denominator)
{
  pe_ratio *exact = NULL;
  pe_text  *text = NULL;

  assert_int_equal (pe_audit_compute_exact (&exact, self->audit, relation, NULL), PE_OK);
  assert_non_null (exact);
  assert_int_equal (pe_ratio_print_numerator (&text, exact, NULL), PE_OK);
  check_text (text, numerator);
  assert_int_equal (pe_ratio_print_denominator (&text, exact, NULL), PE_OK);
  check_text (text, denominator);
  pe_ratio_unref (exact);
}

size_t
report_count (const report *self, pe_status code)
{
  const pe_findings *findings = pe_audit_get_findings (self->audit);
  size_t             n = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    n += pe_finding_get_code (pe_findings_get (findings, i)) == code;
  return n;
}
