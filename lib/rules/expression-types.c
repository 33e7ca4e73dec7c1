/* expression-types.c - what may be joined with what in a formula
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-code-private.h"

static const pe_expectation of_kinds[] = {
  [PE_TYPE_NULL] = { "null", "null" },      [PE_TYPE_NUMBER] = { "numbers", "数值" },
  [PE_TYPE_STRING] = { "strings", "文字" }, [PE_TYPE_BOOLEAN] = { "conditions that are true or false", "是或否的条件" },
  [PE_TYPE_DATE] = { "dates", "日期" },     [PE_TYPE_RECORD] = { "records", "记录" },
};

static const pe_expectation a_list = { "a list", "列表" };
static const pe_expectation numbers_or_dates = { "two numbers, or two dates", "两个数值或两个日期" };
static const pe_expectation two_of_one_type
    = { "two numbers, two strings, two dates or two conditions", "同为数值、文字、日期或条件的两项" };
static const pe_expectation order
    = { "two numbers or two dates; strings compare by = and != alone", "两个数值或两个日期；文字只能用 = 和 != 比较" };

gboolean
pe_type_is (pe_type self, pe_type_kind kind)
{
  return !self.is_list && self.kind == kind;
}

gboolean
pe_type_is_list_of (pe_type self, pe_type_kind kind)
{
  return self.is_list && (self.kind == kind || self.kind == PE_TYPE_NULL);
}

gboolean
pe_type_unify (pe_type a, pe_type b, pe_type *out)
{
  if (pe_type_is (a, PE_TYPE_NULL) || (a.is_list && b.is_list && a.kind == PE_TYPE_NULL))
    *out = b;
  else if (pe_type_is (b, PE_TYPE_NULL) || (a.is_list && b.is_list && b.kind == PE_TYPE_NULL)
           || (a.kind == b.kind && a.is_list == b.is_list && a.table == b.table))
    *out = a;
  else
    return FALSE;
  return TRUE;
}

const pe_expectation *
pe_type_expect (pe_type_kind kind)
{
  return &of_kinds[kind];
}

const pe_expectation *
pe_type_expect_list (void)
{
  return &a_list;
}

const pe_expectation *
pe_type_check_binary (pe_code *code, const pe_operand *a, const pe_operand *b, pe_operand *out)
{
  const gboolean     is_logic = *code == PE_CODE_AND || *code == PE_CODE_OR;
  const pe_type_kind kind = is_logic ? PE_TYPE_BOOLEAN : PE_TYPE_NUMBER;
  const gboolean     both = pe_type_is (a->type, kind) && pe_type_is (b->type, kind);

  if (!both && *code == PE_CODE_SUBTRACT)
    {
      if (!pe_type_is (a->type, PE_TYPE_DATE) || !pe_type_is (b->type, PE_TYPE_DATE))
        return &numbers_or_dates;
      *code = PE_CODE_SUBTRACT_DATES;
    }
  else if (!both)
    return &of_kinds[kind];
  *out = (pe_operand) { { kind, FALSE, 0 }, FALSE, FALSE, FALSE };
  return NULL;
}

const pe_expectation *
pe_type_check_comparison (pe_operator comparison, pe_type a, pe_type b)
{
  const gboolean is_order = comparison != PE_OPERATOR_EQUAL && comparison != PE_OPERATOR_NOT_EQUAL;
  const gboolean is_ordered = a.kind == PE_TYPE_NUMBER || a.kind == PE_TYPE_DATE;

  if (a.kind != b.kind || a.is_list || b.is_list || a.kind == PE_TYPE_RECORD || a.kind == PE_TYPE_NULL)
    return is_order ? &numbers_or_dates : &two_of_one_type;
  return is_order && !is_ordered ? &order : NULL;
}
