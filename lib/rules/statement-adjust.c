/* statement-adjust.c - what a rulebook says of over-achievement, caps, manual deductions, bonuses and vetoes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "statement-private.h"

#include "rulebook-private.h"

/* Words, as the formats have them. */
static const char *const actions[] = { "", "flag", "reason", "reduce" };
static const char *const without_reason[] = { NULL, "flag", "zero", "error" };
static const char *const signs[] = { "", ">=", "<=", "=", "<", ">" };

static void
add_word (pe_buffer *out, const char *name, const char *word)
{
  if (word == NULL)
    return;
  pe_buffer_add_char (out, ' ');
  pe_buffer_add_string (out, name);
  pe_buffer_add_char (out, ' ');
  pe_buffer_add_string (out, word);
}

static void
add_number (pe_buffer *out, const char *name, const pe_decimal *number)
{
  pe_buffer_add_char (out, ' ');
  pe_buffer_add_string (out, name);
  pe_buffer_add_char (out, ' ');
  pe_buffer_add_decimal (out, number);
}

/* A statement of a table whose records have no ids: they are told apart by their number. */
static void
add_numbered (pe_statements *self, const char *code, const char *table, size_t index, pe_buffer *text)
{
  pe_buffer number = PE_BUFFER_INIT;
  char     *part, *said = pe_buffer_steal (text);

  pe_buffer_add_uint (&number, index + 1);
  part = pe_buffer_steal (&number);
  if (part == NULL || said == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_statements_add_part (self, PE_ASPECT_ADJUSTMENT, code, table, part, said);
  g_free (part);
  g_free (said);
}

/* "reduce from 1.3 per 0.5 cap 0.5" */
static void
add_over (pe_statements *self, const pe_over_achievement *over)
{
  pe_buffer text = PE_BUFFER_INIT;
  char     *said;

  pe_buffer_add_string (&text, actions[over->action]);
  add_number (&text, "from", &over->from);
  add_word (&text, "if_no_reason", without_reason[over->if_no_reason]);
  if (over->action == PE_OVER_REDUCE)
    {
      add_number (&text, "per", &over->per);
      add_number (&text, "cap", &over->cap);
    }
  said = pe_buffer_steal (&text);
  if (said == NULL)
    self->status = PE_ERROR_NO_MEMORY;
  else
    pe_statements_add_part (self, PE_ASPECT_ADJUSTMENT, over->indicator, "over_achievement",
                            over->sign != 0 ? signs[over->sign] : NULL, said);
  g_free (said);
}

/* "4 if budget.executed > budget.adjusted: 超支" */
static void
add_cap (pe_statements *self, const pe_cap *cap, size_t index)
{
  pe_buffer text = PE_BUFFER_INIT;

  pe_buffer_add_decimal (&text, &cap->points);
  add_word (&text, "if", cap->if_fact != NULL ? cap->if_fact : cap->if_formula);
  pe_buffer_add_string (&text, ": ");
  pe_buffer_add_string (&text, cap->reason_zh);
  if (cap->reason_en != NULL)
    {
      pe_buffer_add_string (&text, " / ");
      pe_buffer_add_string (&text, cap->reason_en);
    }
  add_numbered (self, cap->indicator, "caps", index, &text);
}

void
pe_statements_add_leaf_adjustments (pe_statements *self, const pe_rulebook *rulebook, size_t indicator)
{
  size_t                     n_overs, n_caps, first;
  const pe_over_achievement *overs = pe_rulebook_get_overs (rulebook, indicator, &n_overs, &first);
  const pe_cap              *caps = pe_rulebook_get_caps (rulebook, indicator, &n_caps, &first);
  const pe_indicator        *leaf = pe_rulebook_peek_indicator (rulebook, indicator);

  if (leaf->manual_deduction != 0)
    pe_statements_add (self, PE_STATEMENT_PLAIN, PE_ASPECT_ADJUSTMENT, leaf->code, "manual_deduction", "yes");
  for (size_t i = 0; i < n_overs; i++)
    add_over (self, &overs[i]);
  for (size_t i = 0; i < n_caps; i++)
    add_cap (self, &caps[i], i);
}

static void
add_veto (pe_statements *self, const pe_veto *veto)
{
  pe_statements_add_part (
      self, PE_ASPECT_ADJUSTMENT, "", "vetoes", veto->id, veto->effect == PE_VETO_ZERO ? "zero" : veto->grade);
  pe_statements_add_part (self, PE_ASPECT_ADJUSTMENT, "", "vetoes zh", veto->id, veto->name_zh);
  pe_statements_add_part (self, PE_ASPECT_ADJUSTMENT, "", "vetoes en", veto->id, veto->name_en);
}

void
pe_statements_add_total_adjustments (pe_statements *self, const pe_rulebook *rulebook)
{
  const pe_bonus *bonus = pe_rulebook_peek_bonus (rulebook);

  if (bonus != NULL)
    {
      pe_statements_add_decimal (self, PE_ASPECT_ADJUSTMENT, "", "bonus limit", &bonus->limit);
      pe_statements_add_decimal (self, PE_ASPECT_ADJUSTMENT, "", "bonus ceiling", &bonus->ceiling);
    }
  for (size_t i = 0; i < pe_rulebook_get_n_vetoes (rulebook); i++)
    add_veto (self, pe_rulebook_peek_veto (rulebook, i));
}
