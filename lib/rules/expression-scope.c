/* expression-scope.c - the names that a formula can use
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-private.h"

#include <string.h>

#include "../model/measure-private.h"
#include "../model/register-private.h"
#include "expression-tables-private.h"
#include "record-private.h"
#include "rulebook-measure-private.h"

/* The longest name of the table below is shorter. */
#define MOST_NAME 128

/* Names that stand for more than the figures of an indicator. */
static const char *const heads[] = { "budget", "procurement", "assets", "register", "prior" };

static const struct
{
  const char *name;
  int32_t     category;
} categories[] = {
  { "budget.", PE_BUDGET_TOTAL },
  { "budget.basic.", PE_BUDGET_BASIC },
  { "budget.basic.personnel.", PE_BUDGET_BASIC_PERSONNEL },
  { "budget.basic.public.", PE_BUDGET_BASIC_PUBLIC },
  { "budget.project.", PE_BUDGET_PROJECT },
  { "budget.other.", PE_BUDGET_OTHER },
};

static const char *const amounts[]
    = { NULL, "initial", "adjusted", "executed", "carried_in", "added", "carry_over", "surplus" };
static const char *const totals[] = { NULL, "budget", "reserved_for_sme", "contracts", "sme_contracts" };

static const pe_type number = { PE_TYPE_NUMBER, FALSE, 0 };

static gboolean
find_word (const char *const *words, size_t n, const char *word, int32_t *out)
{
  for (size_t i = 1; i < n; i++)
    if (strcmp (words[i], word) == 0)
      {
        *out = (int32_t) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_amount (const char *name, pe_symbol *out)
{
  for (size_t i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      const size_t size = strlen (categories[i].name);

      if (strncmp (name, categories[i].name, size) != 0
          || !find_word (amounts, G_N_ELEMENTS (amounts), name + size, &out->amount))
        continue;
      out->kind = PE_SYMBOL_AMOUNT;
      out->category = categories[i].category;
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_total (const char *name, pe_symbol *out)
{
  static const char head[] = "procurement.";

  if (strncmp (name, head, strlen (head)) != 0
      || !find_word (totals, G_N_ELEMENTS (totals), name + strlen (head), &out->category))
    return FALSE;
  out->kind = PE_SYMBOL_TOTAL;
  return TRUE;
}

static gboolean
find_table (const char *name, pe_symbol *out)
{
  const size_t   head = strlen (PE_TABLE_REGISTER_HEAD);
  pe_record_kind kind;

  if (pe_table_find (name, &kind))
    out->category = kind;
  else if (strncmp (name, PE_TABLE_REGISTER_HEAD, head) == 0 && pe_register_is_id (name + head))
    out->category = (int32_t) PE_TABLE_REGISTER;
  else
    return FALSE;
  out->kind = PE_SYMBOL_TABLE;
  out->type = (pe_type) { PE_TYPE_RECORD, TRUE, (uint32_t) out->category };
  return TRUE;
}

/* name: without "prior." */
static gboolean
find_figure (const char *name, pe_symbol *out)
{
  if (find_table (name, out))
    return TRUE;
  out->type = number;
  if (strcmp (name, "assets.stocktake") == 0)
    {
      out->kind = PE_SYMBOL_STOCKTAKE;
      out->type.kind = PE_TYPE_DATE;
      return TRUE;
    }
  if (find_amount (name, out) || find_total (name, out))
    return TRUE;
  out->kind = PE_SYMBOL_MEASURE;
  return pe_measure_find (name, &out->measure);
}

static gboolean
is_head (const char *chain, size_t length)
{
  for (size_t i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strlen (heads[i]) == length && memcmp (heads[i], chain, length) == 0)
      return TRUE;
  return FALSE;
}

static size_t
find_fact (const pe_expression_scope *self, const char *chain, size_t n, pe_symbol *out)
{
  static const pe_type_kind kinds[] = {
    [PE_FACT_NUMBER] = PE_TYPE_NUMBER,
    [PE_FACT_STRING] = PE_TYPE_STRING,
    [PE_FACT_BOOLEAN] = PE_TYPE_BOOLEAN,
    [PE_FACT_DATE] = PE_TYPE_DATE,
  };

  out->kind = PE_SYMBOL_FACT;
  out->type = number;
  for (size_t i = 0; i < self->n_facts; i++)
    if (strcmp (self->facts[i].name, chain) == 0)
      out->type.kind = kinds[self->facts[i].type];
  return n;
}

/* "measure.signed_share" of the rulebook's own; no other name begins like that. */
static size_t
find_own (const pe_expression_scope *self, const char *chain, const size_t *ends, pe_symbol *out)
{
  char name[MOST_NAME];

  if (ends[1] >= sizeof name)
    return 0;
  memcpy (name, chain, ends[1]);
  name[ends[1]] = '\0';
  out->kind = PE_SYMBOL_OWN;
  out->type = number;
  out->own = pe_own_find (self->measures, self->n_measures, name);
  return out->own != NULL ? 2 : 0;
}

size_t
pe_expression_scope_find (const pe_expression_scope *self, const char *chain, const size_t *ends, size_t n,
                          pe_symbol *out)
{
  static const char prior[] = "prior.";
  char              name[MOST_NAME];

  memset (out, 0, sizeof *out);
  if (n > 1 && strncmp (chain, PE_OWN_HEAD ".", strlen (PE_OWN_HEAD ".")) == 0)
    return find_own (self, chain, ends, out);
  if (!is_head (chain, ends[0]))
    return !self->refuses_facts && strlen (chain) <= PE_CODE_MAX ? find_fact (self, chain, n, out) : 0;
  out->is_prior = strncmp (chain, prior, strlen (prior)) == 0;
  for (size_t taken = n; taken > 0; taken--)
    {
      const size_t skipped = out->is_prior ? strlen (prior) : 0;

      if (ends[taken - 1] <= skipped || ends[taken - 1] - skipped >= sizeof name)
        continue;
      memcpy (name, chain + skipped, ends[taken - 1] - skipped);
      name[ends[taken - 1] - skipped] = '\0';
      if (find_figure (name, out))
        return taken;
    }
  return 0;
}
