/* statement-rule.c - what a rule says, statement by statement
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "statement-private.h"

#include "../base/figure-private.h"
#include "shape-private.h"

/* A rule under way; prefix: "" or, for a rule of a slot, the sign. */
typedef struct
{
  pe_statements *statements;
  const char    *code;
  const char    *prefix;
  const pe_rule *rule;
} rule_statements;

/* What a name of a table and a row is, behind the prefix; owned, NULL when memory ran out. */
static char *
print_name (const rule_statements *self, const char *table, const char *row)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, self->prefix);
  if (self->prefix[0] != '\0')
    pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_string (&buffer, table);
  if (row != NULL)
    pe_buffer_add_char (&buffer, ' ');
  pe_buffer_add_string (&buffer, row);
  return pe_buffer_steal (&buffer);
}

/* text: handed over. */
static void
add (const rule_statements *self, pe_aspect aspect, const char *table, const char *row, pe_buffer *text)
{
  char *name = print_name (self, table, row);

  if (name == NULL)
    {
      pe_buffer_clear (text);
      self->statements->status = PE_ERROR_NO_MEMORY;
    }
  else
    pe_statements_add_buffer (self->statements, aspect, self->code, name, text);
  g_free (name);
}

static void
add_string (const rule_statements *self, const char *table, const char *row, const char *string)
{
  pe_buffer text = PE_BUFFER_INIT;

  if (string == NULL)
    return;
  pe_buffer_add_string (&text, string);
  add (self, PE_ASPECT_PARAMETER, table, row, &text);
}

static void
add_shape (const rule_statements *self)
{
  pe_buffer text = PE_BUFFER_INIT;

  pe_buffer_add_string (&text, pe_rule_peek_shape (self->rule)->name);
  pe_buffer_add_char (&text, '/');
  pe_buffer_add_int (&text, pe_rule_peek_shape (self->rule)->revision);
  add (self, PE_ASPECT_RULE, "shape", NULL, &text);
}

/* "budget.execution_rate", "fact contracts", "95%", "2", "equal" */
static void
add_setting (const rule_statements *self, const char *name, const pe_setting *setting)
{
  pe_buffer text = PE_BUFFER_INIT;

  if (!pe_setting_is_given (setting))
    return;
  if (setting->binding == PE_BINDING_FACT)
    pe_buffer_add_string (&text, "fact ");
  if (setting->text != NULL)
    pe_buffer_add_string (&text, setting->text);
  else
    {
      pe_buffer_add_decimal (&text, &setting->figure.value);
      pe_buffer_add_string (&text, pe_unit_get_name (setting->figure.unit));
    }
  add (self, PE_ASPECT_PARAMETER, name, NULL, &text);
}

/* "[80, 90)" */
static void
add_interval (pe_buffer *out, pe_end lower_end, const pe_decimal *lower, pe_end upper_end, const pe_decimal *upper)
{
  pe_buffer_add_char (out, lower_end == PE_END_CLOSED ? '[' : '(');
  if (lower_end != PE_END_UNBOUNDED)
    pe_buffer_add_decimal (out, lower);
  pe_buffer_add_string (out, ", ");
  if (upper_end != PE_END_UNBOUNDED)
    pe_buffer_add_decimal (out, upper);
  pe_buffer_add_char (out, upper_end == PE_END_CLOSED ? ']' : ')');
}

static void
add_steps (const rule_statements *self)
{
  size_t         n;
  const pe_step *steps = pe_rule_get_steps (self->rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_buffer text = PE_BUFFER_INIT, row = PE_BUFFER_INIT;
      char     *interval;

      add_interval (&row, steps[i].lower_end, &steps[i].lower, steps[i].upper_end, &steps[i].upper);
      interval = pe_buffer_steal (&row);
      pe_buffer_add_decimal (&text, &steps[i].points);
      if (interval == NULL)
        {
          pe_buffer_clear (&text);
          self->statements->status = PE_ERROR_NO_MEMORY;
        }
      else
        add (self, PE_ASPECT_PARAMETER, "steps", interval, &text);
      g_free (interval);
    }
}

/* "1 (3)": the points, and the cap. */
static void
add_items (const rule_statements *self)
{
  size_t         n;
  const pe_item *items = pe_rule_get_items (self->rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_buffer text = PE_BUFFER_INIT;

      pe_buffer_add_decimal (&text, &items[i].points);
      if (items[i].cap.state == PE_STATE_VALUE)
        {
          pe_buffer_add_string (&text, " (");
          pe_buffer_add_decimal (&text, &items[i].cap.value);
          pe_buffer_add_string (&text, pe_unit_get_name (items[i].cap.unit));
          pe_buffer_add_char (&text, ')');
        }
      add (self, PE_ASPECT_PARAMETER, "items", items[i].id, &text);
      add_string (self, "items zh", items[i].id, items[i].name_zh);
      add_string (self, "items en", items[i].id, items[i].name_en);
    }
}

static void
add_bands (const rule_statements *self)
{
  size_t         n;
  const pe_band *bands = pe_rule_get_bands (self->rule, &n);

  for (size_t i = 0; i < n; i++)
    {
      pe_buffer text = PE_BUFFER_INIT;

      add_interval (&text, bands[i].low_end, &bands[i].low, bands[i].high_end, &bands[i].high);
      add (self, PE_ASPECT_PARAMETER, "bands", bands[i].id, &text);
      add_string (self, "bands zh", bands[i].id, bands[i].name_zh);
      add_string (self, "bands en", bands[i].id, bands[i].name_en);
    }
}

/* One rule, without those that it has for signs. */
static void
add_one (const rule_statements *self)
{
  const pe_shape *shape = pe_rule_peek_shape (self->rule);

  add_shape (self);
  for (size_t i = 0; i < shape->n_parameters; i++)
    add_setting (self, shape->parameters[i].name, &self->rule->settings[i]);
  if (self->rule->unit != PE_UNIT_NONE)
    add_string (self, "unit", NULL, pe_unit_get_name (self->rule->unit));
  add_steps (self);
  add_items (self);
  add_bands (self);
  pe_statements_add_policies (self->statements, self->code, self->prefix, self->rule->policies);
}

void
pe_statements_add_rule (pe_statements *self, const char *code, const pe_rule *rule)
{
  static const char *const signs[] = {
    [PE_SIGN_AT_LEAST] = ">=", [PE_SIGN_AT_MOST] = "<=", [PE_SIGN_EQUAL] = "=",
    [PE_SIGN_LESS] = "<",      [PE_SIGN_GREATER] = ">",  [PE_SIGN_QUALITATIVE] = "qualitative",
  };
  uint8_t digest[PE_DIGEST_SIZE];
  char    hex[PE_DIGEST_HEX_SIZE];

  add_one (&(rule_statements) { self, code, "", rule });
  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    if (pe_rule_get_sign_rule (rule, sign) != NULL)
      add_one (&(rule_statements) { self, code, signs[sign], pe_rule_get_sign_rule (rule, sign) });
  pe_rule_get_digest (rule, digest);
  pe_digest_print (hex, digest);
  pe_statements_add (self, PE_STATEMENT_LAST_RESORT, PE_ASPECT_RULE, code, "digest", hex);
}
