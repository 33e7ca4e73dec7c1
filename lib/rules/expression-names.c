/* expression-names.c - the names in a formula: variables, columns, figures and tables
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "expression-parser-private.h"

#include <string.h>

#include "../base/text-private.h"
#include "../model/measure-private.h"
#include "expression-tables-private.h"
#include "rulebook-measure-private.h"

#define MOST_NAMES 16
#define MOST_BYTES 256

/* Names joined by points. */
typedef struct chain
{
  char     text[MOST_BYTES];
  size_t   ends[MOST_NAMES]; /* where each ends in text */
  pe_token tokens[MOST_NAMES];
  size_t   n;
} chain;

static const pe_expectation a_short_name = { "a name of fewer parts and letters", "更短的名称" };
static const pe_expectation a_symbol
    = { "budget.[basic., basic.personnel., basic.public., project., other.]initial, adjusted or executed; "
        "procurement.budget, reserved_for_sme, contracts or sme_contracts; the id of a measure; budget.lines or "
        "procurement.records; each also behind prior.; or the name of a fact",
        "budget.[basic.、basic.personnel.、basic.public.、project.、other.]initial、adjusted 或 executed；"
        "procurement.budget、reserved_for_sme、contracts 或 sme_contracts；度量的 id；budget.lines 或 "
        "procurement.records；均可冠以 prior.；或数据名" };
static const pe_expectation an_own_measure
    = { "a measure that the rulebook declares before", "评分规则此前所列的度量" };
static const pe_expectation no_member = { "a list of records before a point", "点号之前应为记录列表" };

/* Appends the name that the token is. */
static gboolean
chain_add (chain *self, const pe_token *token)
{
  size_t size = self->n > 0 ? self->ends[self->n - 1] : 0;

  if (self->n == MOST_NAMES || size + token->length + 2 > MOST_BYTES)
    return FALSE;
  if (self->n > 0)
    self->text[size++] = '.';
  memcpy (self->text + size, token->start, token->length);
  size += token->length;
  self->text[size] = '\0';
  self->ends[self->n] = size;
  self->tokens[self->n++] = *token;
  return TRUE;
}

static gboolean
read_chain (pe_parser *self, chain *out)
{
  out->n = 0;
  if (!chain_add (out, &self->token))
    {
      pe_parser_fail (self, &self->token, PE_ERROR_EXPRESSION_NAME, &a_short_name);
      return FALSE;
    }
  pe_parser_advance (self);
  while (self->token.kind == PE_TOKEN_DOT)
    {
      pe_lexer ahead = self->lexer;
      pe_token name;

      pe_lexer_next (&ahead, &name);
      if (!pe_token_is_word (&name))
        break; /* the parser says what is wrong with the point */
      if (!chain_add (out, &name))
        {
          pe_parser_fail (self, &name, PE_ERROR_EXPRESSION_NAME, &a_short_name);
          return FALSE;
        }
      self->lexer = ahead;
      pe_parser_advance (self);
    }
  return TRUE;
}

/* Members */

/* The column of a table, or of a register. One for which memory ran out is there all the same: it must not be taken for
 * another thing of its name. */
static gboolean
find_column (pe_parser *self, uint32_t table, const char *name, size_t length, uint32_t *column, pe_type *type)
{
  pe_status status;

  if (table < PE_TABLE_REGISTER)
    return pe_table_find_column (table, name, length, column, type);
  status = pe_symbol_find_register_column (pe_vector_at (&self->out->symbols, pe_symbol, table - PE_TABLE_REGISTER),
                                           self->scope, name, length, column, type);
  if (status == PE_ERROR_NO_MEMORY)
    pe_parser_fail_no_memory (self);
  return status != PE_ERROR_NOT_FOUND;
}

static void
take_member (pe_parser *self, const pe_token *name)
{
  pe_operand    *top = pe_parser_peek_operand (self, 0);
  pe_expectation columns = { NULL, NULL };
  uint32_t       column;
  pe_type        type;

  if (top->type.kind != PE_TYPE_RECORD)
    {
      pe_parser_fail (self, name, PE_ERROR_EXPRESSION_NAME, &no_member);
      return;
    }
  columns.en = columns.zh = pe_table_get_columns (top->type.table);
  if (!find_column (self, top->type.table, name->start, name->length, &column, &type))
    {
      pe_parser_fail (self, name, PE_ERROR_EXPRESSION_NAME, &columns);
      return;
    }
  pe_parser_emit (self, PE_CODE_MEMBER, column, 0);
  type.is_list = top->type.is_list;
  top->type = type;
}

void
pe_parser_read_member (pe_parser *self)
{
  const pe_token name = self->token;

  pe_parser_advance (self);
  take_member (self, &name);
}

/* Variables, items and columns of what is gone through */

static gboolean
is_word (const pe_token *token, const char *word, size_t length)
{
  return token->length == length && memcmp (token->start, word, length) == 0;
}

static gboolean
names_item (const pe_level *level, const pe_token *name)
{
  if (level->variable.length > 0)
    return is_word (name, level->variable.start, level->variable.length);
  return is_word (name, "item", 4);
}

/* The loop that the first name speaks of, the innermost first; *is_item: of its item, not of a column. */
static gboolean
find_level (pe_parser *self, const chain *names, uint32_t *level, gboolean *is_item)
{
  uint32_t column;
  pe_type  type;

  for (size_t i = self->levels.size; i-- > 0;)
    {
      const pe_level *candidate = pe_vector_at (&self->levels, const pe_level, i);

      *level = (uint32_t) i;
      *is_item = names_item (candidate, &names->tokens[0]);
      if (*is_item)
        return TRUE;
      if (candidate->variable.length == 0 && candidate->type.kind == PE_TYPE_RECORD && names->n == 1
          && find_column (self, candidate->type.table, names->text, names->ends[0], &column, &type))
        return TRUE;
    }
  return FALSE;
}

static void
push_item (pe_parser *self, uint32_t level)
{
  const pe_operand operand = { pe_vector_at (&self->levels, const pe_level, level)->type, FALSE, FALSE, FALSE };

  pe_parser_emit (self, PE_CODE_ITEM, level, 0);
  pe_parser_push_operand (self, &operand);
}

/* Figures and tables */

/* There are as many names as one formula may have. */
static gboolean
is_full (pe_parser *self)
{
  const size_t most = self->scope->names != 0 ? self->scope->names : PE_EXPRESSION_MAX_SYMBOLS;
  pe_buffer    buffer = PE_BUFFER_INIT;
  char        *limit;

  if (self->out->symbols.size < most)
    return FALSE;
  pe_buffer_add_uint (&buffer, most);
  limit = pe_buffer_steal (&buffer);
  self->status = limit == NULL ? pe_error_set_no_memory (self->error)
                               : pe_error_set (self->error, PE_ERROR_LIMIT_ITEMS, NULL, "limit", limit, NULL);
  g_free (limit);
  return TRUE;
}

/* The index of a symbol, which is added where it is new. */
static uint32_t
intern (pe_parser *self, const pe_symbol *symbol, const char *name)
{
  pe_vector *symbols = &self->out->symbols;
  pe_symbol  added = *symbol;

  for (size_t i = 0; i < symbols->size; i++)
    if (strcmp (pe_vector_at (symbols, const pe_symbol, i)->name, name) == 0)
      return (uint32_t) i;
  if (is_full (self))
    return 0;
  added.name = pe_string_copy (name);
  added.columns = (pe_vector) PE_VECTOR_INIT (pe_register_mention);
  if (symbol->kind == PE_SYMBOL_TABLE && symbol->category == (int32_t) PE_TABLE_REGISTER)
    added.type.table = PE_TABLE_REGISTER + (uint32_t) symbols->size;
  if (added.name == NULL || pe_vector_push (symbols, &added) != PE_OK)
    {
      g_free (added.name);
      pe_parser_fail_no_memory (self);
      return 0;
    }
  pe_rulebook_measure_ref (added.own);
  return (uint32_t) (symbols->size - 1);
}

static void
add_mention (pe_parser *self, const chain *names, size_t taken, uint32_t symbol)
{
  const pe_token  *last = &names->tokens[taken - 1];
  const char      *start = names->tokens[0].start;
  const pe_mention mention
      = { (size_t) (start - self->out->text), (size_t) (last->start + last->length - start), symbol };

  if (self->status == PE_OK && pe_vector_push (&self->out->mentions, &mention) != PE_OK)
    pe_parser_fail_no_memory (self);
}

static gboolean
can_divide_by_zero (const pe_symbol *symbol)
{
  return (symbol->kind == PE_SYMBOL_MEASURE && pe_measure_is_rate (symbol->measure))
         || (symbol->kind == PE_SYMBOL_OWN && pe_own_can_divide_by_zero (symbol->own));
}

/* Returns how many of the names it took. */
static size_t
push_symbol (pe_parser *self, chain *names)
{
  pe_operand operand = { { PE_TYPE_NULL, FALSE, 0 }, FALSE, FALSE, FALSE };
  pe_symbol  symbol;
  size_t     taken = pe_expression_scope_find (self->scope, names->text, names->ends, names->n, &symbol);
  uint32_t   index;

  if (taken == 0)
    {
      pe_token whole = names->tokens[0];

      whole.length = (size_t) (names->tokens[names->n - 1].start + names->tokens[names->n - 1].length - whole.start);
      pe_parser_fail (
          self, &whole, PE_ERROR_EXPRESSION_NAME,
          strncmp (names->text, PE_OWN_HEAD ".", strlen (PE_OWN_HEAD ".")) == 0 ? &an_own_measure : &a_symbol);
      return names->n;
    }
  names->text[names->ends[taken - 1]] = '\0';
  index = intern (self, &symbol, names->text);
  add_mention (self, names, taken, index);
  if (can_divide_by_zero (&symbol))
    self->out->can_divide_by_zero = TRUE;
  operand.type = self->status == PE_OK ? pe_vector_at (&self->out->symbols, const pe_symbol, index)->type : symbol.type;
  pe_parser_emit (self, PE_CODE_SYMBOL, index, 0);
  pe_parser_push_operand (self, &operand);
  return taken;
}

void
pe_parser_read_name (pe_parser *self)
{
  chain    names;
  uint32_t level;
  gboolean is_item;
  size_t   taken = 1;

  if (!read_chain (self, &names))
    return;
  if (find_level (self, &names, &level, &is_item))
    {
      push_item (self, level);
      taken = is_item ? 1 : 0;
    }
  else
    taken = push_symbol (self, &names);
  for (size_t i = taken; self->status == PE_OK && i < names.n; i++)
    take_member (self, &names.tokens[i]);
  self->wants_operand = FALSE;
}
