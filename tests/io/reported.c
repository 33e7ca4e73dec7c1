/* reported.c - an audit and the text that it is of, for the tests of what is shown
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reported.h"

#include <string.h>

/* 2149.56 / 2155.61 = 99.7193… %; 22 + 8 + 14 + 6 = 50, not 39; 187.61 / 258.83 = 72.4838… % */
const char reported_text[]
    = "<b>某局</b> & {甲} [乙]\n"
      "全年预算收入 2,155.61 万元，支出 2,149.56 万元，支出进度为 99.71%。\r\n"
      "项目 39 个，包括 22 个、8 个、14 个和 6 个。\n"
      "采购合同 187.61 万元，占预算 258.83 万元的 72.48%；另有 47 个单位。\x1b[31m";

/* The figures in their order. */
static const char *const figures[]
    = { "2,155.61 万元", "2,149.56 万元", "99.71%",      "39 个",       "22 个",  "8 个",
        "14 个",         "6 个",          "187.61 万元", "258.83 万元", "72.48%", "47 个" };

static void
add_claims (pe_audit_builder *builder)
{
  pe_claim    claims[G_N_ELEMENTS (figures)];
  const char *at = reported_text;

  for (size_t i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      at = strstr (at, figures[i]);
      assert_non_null (at);
      pe_claim_init (&claims[i], sizeof claims[i]);
      claims[i].text = figures[i];
      claims[i].offset = (uint64_t) (at - reported_text);
      claims[i].length = strlen (figures[i]);
      at += strlen (figures[i]);
    }
  assert_int_equal (pe_audit_builder_add_claims (builder, claims, G_N_ELEMENTS (figures), NULL, NULL), PE_OK);
}

static void
add_relation (pe_audit_builder *builder, pe_relation_kind kind, const uint32_t *operands, uint32_t n, uint32_t result,
              const char *reading)
{
  const char *line = strstr (reported_text, figures[operands[0] < result ? operands[0] : result]);
  pe_relation relation;

  pe_relation_init (&relation, sizeof relation);
  relation.kind = kind;
  relation.operands = operands;
  relation.n_operands = n;
  relation.result = result;
  relation.reading_zh = reading;
  relation.reading_en = "read as {it} stands";
  relation.offset = (uint64_t) (line - reported_text);
  relation.length = strcspn (line, "\r\n\x1b");
  assert_int_equal (pe_audit_builder_add_relations (builder, &relation, 1, NULL), PE_OK);
}

pe_audit *
reported_audit (void)
{
  static const uint32_t progress[] = { 1, 0 }, parts[] = { 4, 5, 6, 7 }, share[] = { 8, 9 };
  pe_audit_builder     *builder = NULL;
  pe_audit             *audit = NULL;

  assert_int_equal (pe_audit_builder_new (&builder, NULL, NULL, NULL), PE_OK);
  add_claims (builder);
  add_relation (builder, PE_RELATION_RATE, progress, 2, 2, "支出进度＝支出÷收入");
  add_relation (builder, PE_RELATION_COUNT, parts, 4, 3, "“包括”之后各项之和");
  add_relation (builder, PE_RELATION_SHARE, share, 2, 10, "占比＝合同÷预算");
  assert_int_equal (pe_audit_builder_build (&audit, builder, NULL), PE_OK);
  pe_audit_builder_free (builder);
  return audit;
}

pe_audit_report_options
reported_options (pe_language language)
{
  pe_audit_report_options options;

  pe_audit_report_options_init (&options, sizeof options);
  options.language = language;
  options.text = reported_text;
  options.size = strlen (reported_text);
  options.file = "某局 报告.txt";
  options.encoding = "UTF-8";
  options.has_counts = 1;
  options.n_figures = 12;
  options.n_related = 11;
  options.n_left = 1;
  return options;
}
