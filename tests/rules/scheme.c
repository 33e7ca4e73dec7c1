/* scheme.c - a rulebook as a test writes it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "scheme.h"

pe_rulebook_head
make_head (const char *full_marks)
{
  pe_rulebook_head head;

  pe_rulebook_head_init (&head, sizeof head);
  head.id = "test";
  head.edition = "1";
  head.title_zh = "测试";
  head.title_en = "test";
  head.kind = PE_KIND_DEPARTMENT;
  head.status = PE_RULEBOOK_OFFICIAL;
  head.first_year = 2020;
  head.last_year = 2024;
  head.full_marks = decimal (full_marks);
  return head;
}

pe_rounding_contract
make_contract (void)
{
  pe_rounding_contract contract;

  pe_rounding_contract_init (&contract, sizeof contract);
  contract.rank_on = PE_RANK_ON_ROUNDED;
  contract.leaf_places = 2;
  contract.leaf_rounding = PE_ROUND_HALF_UP;
  return contract;
}

pe_rule *
make_attested (void)
{
  return build (begin ("attested"));
}

pe_rulebook_builder *
begin_rulebook (const char *full_marks, const node *nodes, size_t n)
{
  pe_rulebook_builder *builder = NULL;
  pe_rulebook_head     head = make_head (full_marks);
  pe_rounding_contract contract = make_contract ();

  assert_ok (pe_rulebook_builder_new (&builder, NULL, NULL));
  assert_ok (pe_rulebook_builder_set_head (builder, &head, NULL));
  assert_ok (pe_rulebook_builder_set_rounding (builder, &contract, NULL));
  for (size_t i = 0; i < n; i++)
    {
      pe_indicator indicator;

      pe_indicator_init (&indicator, sizeof indicator);
      indicator.parent = nodes[i].parent;
      indicator.code = nodes[i].code;
      indicator.name_zh = "指标";
      indicator.name_en = "indicator";
      indicator.full_marks = decimal (nodes[i].marks);
      indicator.rule = nodes[i].rule;
      assert_ok (pe_rulebook_builder_add_indicators (builder, &indicator, 1, NULL));
      pe_rule_unref (nodes[i].rule);
    }
  return builder;
}

void
add_grade (pe_rulebook_builder *builder, const char *id, const char *from)
{
  pe_grade grade;

  pe_grade_init (&grade, sizeof grade);
  grade.id = id;
  grade.name_zh = "级";
  grade.name_en = "grade";
  grade.from = decimal (from);
  assert_ok (pe_rulebook_builder_add_grades (builder, &grade, 1, NULL));
}

pe_rulebook *
build_rulebook (pe_rulebook_builder *builder)
{
  pe_rulebook *rulebook = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_builder_build (&rulebook, builder, NULL, &error) != PE_OK)
    fail_msg ("%s: %s", pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)),
              pe_error_get_message (error, PE_LANGUAGE_EN));
  pe_rulebook_builder_free (builder);
  return rulebook;
}

void
refuse_rulebook (pe_rulebook_builder *builder, pe_status code, const char *what, uint64_t n_errors)
{
  pe_rulebook *rulebook = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;

  assert_int_equal (pe_rulebook_builder_build (&rulebook, builder, &findings, &error), code);
  assert_null (rulebook);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (pe_error_get_finding (error), 0)), what);
  assert_true (pe_findings_get_count (findings, PE_SEVERITY_ERROR) == n_errors);
  pe_error_unref (error);
  pe_findings_unref (findings);
  pe_rulebook_builder_free (builder);
}

gboolean
has_finding (const pe_findings *findings, pe_status code, const char *what)
{
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (pe_finding_get_code (finding) == code
          && strcmp (pe_place_get_what (pe_finding_get_place (finding, 0)), what) == 0)
        return TRUE;
    }
  return FALSE;
}
