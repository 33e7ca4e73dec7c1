/* records.c - records for the tests of this room, and what is expected of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "records.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <string.h>

pe_figure
figure (const char *text)
{
  pe_figure parsed;

  assert_int_equal (pe_figure_parse (&parsed, text, strlen (text), NULL), PE_OK);
  return parsed;
}

void
assert_figure (const pe_figure *found, const char *expected)
{
  const pe_figure wanted = figure (expected);

  assert_int_equal (found->state, wanted.state);
  assert_int_equal (found->value.coefficient, wanted.value.coefficient);
  assert_int_equal (found->value.scale, wanted.value.scale);
  assert_int_equal (found->unit, wanted.unit);
}

pe_budget_line
make_line (uint32_t parent, pe_budget_category category, int32_t complete, const char *name, const char *amounts)
{
  pe_budget_line   line;
  pe_figure *const figures[3] = { &line.initial, &line.adjusted, &line.executed };
  char           **words = g_strsplit (amounts, " ", 3);

  pe_budget_line_init (&line, sizeof line);
  line.parent = parent;
  line.category = category;
  line.complete = complete;
  line.name = name;
  for (size_t i = 0; i < 3 && words[i] != NULL; i++)
    if (strcmp (words[i], ".") != 0)
      *figures[i] = figure (words[i]);
  g_strfreev (words);
  return line;
}

pe_budget *
make_budget (const pe_budget_line *lines, size_t n)
{
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;

  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (builder, lines, n, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  pe_budget_builder_free (builder);
  return budget;
}

void
make_zengcheng (pe_budget_line lines[N_ZENGCHENG])
{
  lines[0] = make_line (0, PE_BUDGET_BASIC, 0, "基本支出", ". 1555.88万元 1549.83万元");
  lines[1] = make_line (0, PE_BUDGET_PROJECT, 0, "项目支出", ". 599.73万元 599.73万元");
  lines[2] = make_line (2, 0, 0, "招商引资工作经费", ". 248.55万元 248.55万元");
  lines[3] = make_line (2, 0, 0, "招商服务经费", ". 99.80万元 99.80万元");
}

pe_procurement_record
make_record (const char *name, const char *budget, const char *reserve, const char *contract, pe_supplier_size size)
{
  pe_procurement_record record;

  pe_procurement_record_init (&record, sizeof record);
  record.name = name;
  record.budget = figure (budget);
  record.reserved_for_sme = figure (reserve);
  record.contract = figure (contract);
  record.supplier_size = size;
  return record;
}

pe_dossier_head
make_head (int32_t year)
{
  pe_dossier_head head;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "增城经济技术开发区投资促进局";
  head.fiscal_year = year;
  head.kind = PE_KIND_DEPARTMENT;
  return head;
}

pe_fact
make_fact (const char *indicator, const char *name, const char *number)
{
  pe_fact fact;

  pe_fact_init (&fact, sizeof fact);
  fact.indicator = indicator;
  fact.name = name;
  fact.figure = figure (number);
  return fact;
}

pe_row
make_row (const char *slot, uint32_t parent, const char *name)
{
  pe_row row;

  pe_row_init (&row, sizeof row);
  row.slot = slot;
  row.parent = parent;
  row.name = name;
  return row;
}

pe_declared_score
make_score (const char *indicator, pe_scorer scorer, int64_t points)
{
  pe_declared_score score;

  pe_declared_score_init (&score, sizeof score);
  score.indicator = indicator;
  score.scorer = scorer;
  score.score.coefficient = points;
  return score;
}

pe_reading
make_reading (const char *path)
{
  pe_reading reading;

  pe_reading_init (&reading, sizeof reading);
  reading.path = path;
  reading.printed = "全年预算收入";
  reading.meaning = "全年预算数";
  return reading;
}

void
assert_refused (pe_status status, pe_error **error, pe_status expected, const char *path)
{
  const pe_finding *finding = pe_error_get_finding (*error);

  assert_int_equal (status, expected);
  assert_int_equal (pe_error_get_status (*error), expected);
  assert_true (pe_error_get_message (*error, PE_LANGUAGE_ZH)[0] != '\0');
  if (path != NULL)
    assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), path);
  pe_error_unref (*error);
  *error = NULL;
}

void
assert_finding (const pe_findings *findings, size_t index, pe_status code, const char *first, const char *second)
{
  const pe_finding *finding = pe_findings_get (findings, index);

  assert_non_null (finding);
  assert_int_equal (pe_finding_get_code (finding), code);
  assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 0)), first);
  if (second != NULL)
    assert_string_equal (pe_place_get_what (pe_finding_get_place (finding, 1)), second);
}
