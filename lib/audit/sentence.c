/* sentence.c - how a relation was computed, and what that says, in words
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../model/intake-private.h"
#include "audit-private.h"
#include "relation-private.h"
#include "verdict-private.h"

/* Operands of a sum that are shown before it is cut short. */
#define MAX_OPERANDS 20
/* Digits behind the point of a value that has no last one. */
#define PLACES 6

void
pe_claim_add_text (pe_buffer *out, const pe_claim *claim)
{
  const char *text = claim->text;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (c > ' ' && c != 0x3000 && c != 0xA0)
        pe_buffer_add (out, at, (size_t) (g_utf8_next_char (at) - at));
    }
}

void
pe_claim_add_number (pe_buffer *out, const pe_claim *claim, const pe_decimal *number)
{
  pe_buffer   printed = PE_BUFFER_INIT;
  char       *text;
  const char *rest;

  pe_buffer_add_decimal (out, number);
  /* What stands behind the number that is printed is its unit. */
  pe_claim_add_text (&printed, claim);
  text = pe_buffer_steal (&printed);
  if (text == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  for (rest = text; rest != NULL && *rest != '\0'; rest = g_utf8_next_char (rest))
    {
      const gunichar c = g_utf8_get_char (rest);

      if (c >= 0x80 ? (c < 0xFF0B || c > 0xFF1E) && c != 0x2264 && c != 0x2265 && c != 0x2212
                    : strchr ("+-0123456789.,<>=", (int) c) == NULL)
        break;
    }
  pe_buffer_add_string (out, rest);
  g_free (text);
}

static void
add_operand (pe_buffer *out, const pe_audit *self, const pe_relation *relation, uint32_t i)
{
  if (i < relation->n_operands)
    pe_claim_add_text (out, &pe_store_claim (&self->store, relation->operands[i])->claim);
}

/* Operands from `first` on, up to `last`, with a sign between. */
static void
add_joined (pe_buffer *out, const pe_audit *self, const pe_relation *relation, uint32_t first, uint32_t last,
            const char *sign)
{
  for (uint32_t i = first; i < last; i++)
    {
      if (i > first)
        pe_buffer_add_string (out, relation->signs != NULL && relation->signs[i] < 0 ? " − " : sign);
      else if (relation->signs != NULL && relation->signs[i] < 0)
        pe_buffer_add_string (out, "−");
      if (i - first == MAX_OPERANDS && last - i > 1)
        {
          pe_buffer_add_string (out, "…");
          return;
        }
      add_operand (out, self, relation, i);
    }
}

static void
add_bracketed (pe_buffer *out, const pe_audit *self, const pe_relation *relation, uint32_t first, uint32_t last,
               const char *sign)
{
  if (last - first > 1)
    pe_buffer_add_char (out, '(');
  add_joined (out, self, relation, first, last, sign);
  if (last - first > 1)
    pe_buffer_add_char (out, ')');
}

/* "(a + b) ÷ c", by a picture in which 0, 1, … are operands and N is the last of them. */
static void
add_picture (pe_buffer *out, const pe_audit *self, const pe_relation *relation, const char *picture)
{
  for (; *picture != '\0'; picture++)
    if (*picture >= '0' && *picture <= '9')
      add_operand (out, self, relation, (uint32_t) (*picture - '0'));
    else if (*picture == 'N')
      add_operand (out, self, relation, relation->n_operands - 1);
    else if (*picture == 'S')
      add_joined (out, self, relation, 0, relation->n_operands, " + ");
    else if (*picture == 'P')
      add_bracketed (out, self, relation, 0, relation->n_operands - 1, " + ");
    else if (*picture == 'R')
      add_bracketed (out, self, relation, 1, relation->n_operands, " + ");
    else if (*picture == 'K')
      pe_buffer_add_decimal (out, &relation->constant);
    else
      pe_buffer_add_char (out, *picture);
}

static const char *
find_picture (const pe_relation *relation)
{
  static const struct
  {
    pe_relation_form form;
    const char      *picture;
  } forms[] = {
    { PE_FORM_OVER_SUM, "0 ÷ R" },         { PE_FORM_PARTS_OVER, "P ÷ N" },
    { PE_FORM_DIVIDED, "0 ÷ K" },          { PE_FORM_OVER_DIFFERENCE, "0 ÷ (0 − 1)" },
    { PE_FORM_NEW_OLD, "(0 − 1) ÷ 1" },    { PE_FORM_DOWN_NEW_OLD, "(1 − 0) ÷ 1" },
    { PE_FORM_NEW_CHANGE, "1 ÷ (0 − 1)" }, { PE_FORM_DOWN_NEW_CHANGE, "1 ÷ (0 + 1)" },
  };

  for (size_t i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].form == relation->form)
      return forms[i].picture;
  switch (relation->kind)
    {
    case PE_RELATION_RATE:
    case PE_RELATION_SHARE:
    case PE_RELATION_COMPLETION:
      return relation->form == PE_FORM_PLAIN ? "0 ÷ 1" : "0";
    case PE_RELATION_GROWTH:
      return "(0 − 1) ÷ 1";
    default:
      return "S";
    }
}

/* Full marks by as much as was reached. */
static void
add_capped (pe_buffer *out, const pe_audit *self, const pe_relation *relation)
{
  const gboolean inverse = relation->kind == PE_RELATION_RULE_SCORE
                           && (relation->comparison == PE_COMPARE_AT_MOST || relation->comparison == PE_COMPARE_BELOW);
  const gboolean execution = relation->kind == PE_RELATION_EXECUTION_SCORE;
  const uint32_t above = execution || inverse ? 1 : 2, below = execution || inverse ? 2 : 1;

  add_operand (out, self, relation, 0);
  pe_buffer_add_string (out, " × min(1, ");
  add_operand (out, self, relation, above);
  if (relation->n_operands == 3)
    {
      pe_buffer_add_string (out, " ÷ ");
      add_operand (out, self, relation, below);
    }
  pe_buffer_add_char (out, ')');
}

/* The base of a growth: a number where it is the only one, else b, with what b can be. */
static void
add_base (pe_buffer *out, const pe_audit *self, const pe_relation *relation, const pe_verdict *verdict,
          pe_language language)
{
  const gboolean is_down = relation->form == PE_FORM_DOWN_IMPLIED_BASE;
  const gboolean chinese = language == PE_LANGUAGE_ZH;
  pe_buffer      base = PE_BUFFER_INIT;
  char          *text;

  if (verdict->n_bases == 1)
    pe_buffer_add_int (&base, verdict->first_base);
  else
    pe_buffer_add_char (&base, 'b');
  text = pe_buffer_steal (&base);
  if (text == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  pe_buffer_add_char (out, '(');
  if (is_down)
    pe_buffer_add_string (out, text);
  else
    add_operand (out, self, relation, 0);
  pe_buffer_add_string (out, " − ");
  if (is_down)
    add_operand (out, self, relation, 0);
  else
    pe_buffer_add_string (out, text);
  pe_buffer_add_string (out, ") ÷ ");
  pe_buffer_add_string (out, text);
  g_free (text);
  if (verdict->n_bases == 0)
    pe_buffer_add_string (out, chinese ? "，没有整数 b" : ", no whole b");
  if (verdict->n_bases < 2)
    return;
  pe_buffer_add_string (out, chinese ? "，b 为整数，" : ", b whole, ");
  pe_buffer_add_int (out, verdict->first_base);
  pe_buffer_add_string (out, chinese ? " 至 " : " to ");
  pe_buffer_add_int (out, verdict->last_base);
}

/* "≤ " before what a figure is compared with. */
static const char *
get_comparison (const pe_relation *relation)
{
  static const char *const signs[] = { "", "≥ ", "≤ ", "= ", "< ", "> " };

  if (relation->form == PE_FORM_MEETS_MIN)
    return signs[PE_COMPARE_AT_LEAST];
  if (relation->form == PE_FORM_MEETS_MAX)
    return signs[PE_COMPARE_AT_MOST];
  return relation->kind == PE_RELATION_BOUND ? signs[relation->comparison] : "";
}

static void
add_expression (pe_buffer *out, const pe_audit *self, const pe_relation *relation, const pe_verdict *verdict,
                pe_language language)
{
  pe_buffer_add_string (out, get_comparison (relation));
  if (relation->form == PE_FORM_IMPLIED_BASE || relation->form == PE_FORM_DOWN_IMPLIED_BASE)
    add_base (out, self, relation, verdict, language);
  else if (relation->kind == PE_RELATION_RULE_SCORE || relation->kind == PE_RELATION_EXECUTION_SCORE)
    add_capped (out, self, relation);
  else if (relation->kind == PE_RELATION_DIFFERENCE || relation->kind == PE_RELATION_DEDUCTION)
    add_joined (out, self, relation, 0, relation->n_operands, " − ");
  else if (relation->kind == PE_RELATION_PRODUCT)
    add_joined (out, self, relation, 0, relation->n_operands, " × ");
  else if (relation->kind == PE_RELATION_SAME_QUANTITY || relation->kind == PE_RELATION_COUNTERPART)
    add_joined (out, self, relation, 0, relation->n_operands, " / ");
  else if (relation->form == PE_FORM_LIST)
    add_joined (out, self, relation, 0, relation->n_operands, ", ");
  else
    add_picture (out, self, relation, find_picture (relation));
}

/* "99.719337…%": the unit is that of the result. */
static void
add_exact (pe_buffer *out, const pe_audit *self, const pe_relation *relation, const pe_rational *value)
{
  const pe_claim  *claim = NULL;
  const pe_decimal zero = { 0, 0, 0 };
  pe_buffer        unit = PE_BUFFER_INIT;
  char            *text;

  pe_rational_print_truncated (value, PLACES, out);
  if (relation->result != PE_NO_CLAIM)
    claim = &pe_store_claim (&self->store, relation->result)->claim;
  else if (!pe_relation_is_quotient (relation->kind, relation->form))
    claim = &pe_store_claim (&self->store, relation->operands[0])->claim;
  if (claim == NULL || claim->state != PE_STATE_VALUE)
    return;
  pe_claim_add_number (&unit, claim, &zero);
  text = pe_buffer_steal (&unit);
  if (text == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  pe_buffer_add_string (out, text != NULL && *text == '0' ? text + 1 : text);
  g_free (text);
}

/* Whether what comes of the expression is another number than the one that stands there. */
static gboolean
has_value_to_show (const pe_relation *relation)
{
  if (relation->kind == PE_RELATION_CONVERSION)
    return TRUE;
  if (relation->kind == PE_RELATION_SAME_QUANTITY || relation->form == PE_FORM_MEETS_MIN
      || relation->form == PE_FORM_MEETS_MAX)
    return FALSE;
  return relation->n_operands > 1 || relation->form != PE_FORM_PLAIN;
}

void
pe_audit_add_computation (pe_buffer *out, const pe_audit *self, size_t index, pe_language language)
{
  const pe_relation *relation = pe_store_relation (&self->store, index);
  const pe_audited  *audited = &self->audited[index];
  const char        *band;

  add_expression (out, self, relation, &audited->verdict, language);
  if (!audited->has_exact)
    return;
  if (relation->kind == PE_RELATION_GRADE)
    {
      band = pe_relation_find_band (relation, &audited->exact);
      pe_buffer_add_string (out, " → ");
      pe_buffer_add_string (out, band != NULL ? band : "—");
    }
  else if (has_value_to_show (relation))
    {
      pe_buffer_add_string (out, " = ");
      add_exact (out, self, relation, &audited->exact);
    }
}

/* The verdict */

/* A sentence of both languages; pieces in turn: text, then what stands behind it. */
typedef struct sentence
{
  pe_buffer         *out;
  const pe_audit    *audit;
  const pe_relation *relation;
  const pe_audited  *audited;
  pe_language        language;
} sentence;

static void
say (const sentence *self, const char *en, const char *zh)
{
  pe_buffer_add_string (self->out, self->language == PE_LANGUAGE_ZH ? zh : en);
}

static void
say_printed (const sentence *self)
{
  if (self->relation->result == PE_NO_CLAIM)
    return;
  say (self, "; the report prints ", "；报告为 ");
  pe_claim_add_text (self->out, &pe_store_claim (&self->audit->store, self->relation->result)->claim);
}

static void
say_nearest (const sentence *self, const pe_decimal *number)
{
  pe_claim_add_number (self->out, &pe_store_claim (&self->audit->store, self->relation->result)->claim, number);
}

static void
say_range (const sentence *self)
{
  if (!self->audited->has_range || !self->audited->range.low.is_bounded || !self->audited->range.high.is_bounded)
    return;
  say (self, " (from ", "（可能范围 ");
  pe_rational_print_truncated (&self->audited->range.low.value, PLACES, self->out);
  say (self, " to ", " 至 ");
  pe_rational_print_truncated (&self->audited->range.high.value, PLACES, self->out);
  say (self, ")", "）");
}

static void
say_rounding (const sentence *self)
{
  const pe_verdict *verdict = &self->audited->verdict;

  if (verdict->as_printed != 0)
    {
      say (self, ", which only this gives: ", "，仅下列取舍方式可得：");
      pe_modes_add (self->out, verdict->as_printed, self->language);
    }
  else if (verdict->as_rounded != 0)
    {
      say (self, ", which follows only if the other figures were rounded", "，只有其他数据本身经过取舍才能得出");
      say_range (self);
    }
  else
    {
      say (self, ", which follows only if it was first rounded to fewer places (",
           "，只有先按更少的小数位取舍、再补零才能得出（");
      pe_buffer_add_int (self->out, verdict->coarse_places);
      say (self, ")", " 位小数）");
    }
  if (verdict->has_nearest)
    {
      say (self, "; rounded half up it is ", "；四舍五入应为 ");
      say_nearest (self, &verdict->nearest);
    }
}

static void
say_contradiction (const sentence *self)
{
  const pe_verdict *verdict = &self->audited->verdict;

  say (self, ", which cannot be right however the figures were rounded", "，无论怎样取舍都不可能相符");
  if (!verdict->has_nearest)
    return;
  say (self, "; it would have to be ", "；应为 ");
  say_nearest (self, &verdict->nearest);
  if (pe_decimal_order (&verdict->nearest, &verdict->nearest_possible) == 0)
    return;
  say (self, ", and the nearest that rounding allows is ", "，取舍所允许的最接近值为 ");
  say_nearest (self, &verdict->nearest_possible);
}

static void
say_remark (const sentence *self)
{
  switch (self->audited->remark)
    {
    case PE_NOTE_NOT_LISTED:
      say (self, "; not listed: ", "；未列明：");
      add_exact (self->out, self->audit, self->relation, &self->audited->excess);
      break;
    case PE_NOTE_TARGET_EXCEEDED:
      say (self, "; times the target: ", "；为目标的倍数：");
      pe_rational_print_truncated (&self->audited->excess, 2, self->out);
      break;
    case PE_NOTE_FULL_SCORE:
      say (self, "; the target was missed, and only rounding makes the score full", "；目标未达到，仅因取舍得满分");
      break;
    default:
      say (self, "; it does not follow, but the text can be read otherwise", "；不相符，但原文可以有其他读法");
      break;
    }
}

static void
say_state (const sentence *self)
{
  switch (self->audited->verdict.state)
    {
    case PE_VERDICT_NO_RESULT:
      say (self, "; the report prints no figure for it", "；报告未列出对应数据");
      break;
    case PE_VERDICT_NOT_A_NUMBER:
      say (self, "; not computed: a figure of it is no number", "；未计算：其中有数据不是数字");
      break;
    case PE_VERDICT_ZERO_DENOMINATOR:
      say (self, "; not computed: the divisor is zero", "；未计算：分母为零");
      break;
    case PE_VERDICT_UNIT_MISMATCH:
      say (self, "; not computed: the units do not go together", "；未计算：单位不一致");
      break;
    case PE_VERDICT_LIMIT:
      say (self, "; not computed: the numbers are too long", "；未计算：数字过长");
      break;
    default:
      say (self, "; nothing to compute", "；无需计算");
      break;
    }
}

static void
say_verdict (const sentence *self)
{
  const pe_verdict *verdict = &self->audited->verdict;

  if (verdict->state != PE_VERDICT_COMPUTED)
    {
      say_state (self);
      say (self, ".", "。");
      return;
    }
  say_printed (self);
  if (verdict->audit_class == PE_CLASS_CONTRADICTION)
    say_contradiction (self);
  else if (verdict->audit_class == PE_CLASS_ROUNDING)
    say_rounding (self);
  else if (verdict->audit_class == PE_CLASS_REMARK)
    say_remark (self);
  else if (verdict->is_exact)
    say (self, ": exactly so", "，完全相符");
  else
    {
      say (self, ": so by ", "，相符（");
      pe_modes_add (self->out, verdict->as_printed, self->language);
      say (self, "", "）");
    }
  say (self, ".", "。");
}

static pe_status
check (const pe_text *const *out, const pe_audit *self, size_t index, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->store.relations.size)
    return pe_intake_refuse_index (index, self->store.relations.size, error);
  return PE_OK;
}

pe_status
pe_audit_print_computation (pe_text **out, const pe_audit *self, size_t index, pe_language language, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_status status = check ((const pe_text *const *) out, self, index, error);

  if (status != PE_OK)
    return status;
  pe_audit_add_computation (&buffer, self, index, language);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_audit_print_verdict (pe_text **out, const pe_audit *self, size_t index, pe_language language, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  pe_status status = check ((const pe_text *const *) out, self, index, error);
  sentence  words;

  if (status != PE_OK)
    return status;
  words = (sentence) { &buffer, self, pe_store_relation (&self->store, index), &self->audited[index], language };
  pe_audit_add_computation (&buffer, self, index, language);
  say_verdict (&words);
  return pe_buffer_finish (&buffer, out, error);
}
