/* prose-claims.c - what was read, as claims and relations of an audit
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "prose-private.h"

#include "../base/buffer-private.h"
#include "../base/finding-private.h"

/* Names longer than this are cut at the front: what a figure is of stands right before it. */
#define LONGEST_TITLE 60

typedef struct pe_filling
{
  const pe_prose_reading *reading;
  const char             *file;
  pe_vector               claims; /* guint32 for each item: its claim, or NONE */
  pe_prose_spot           spot;
} pe_filling;

/* Items come in their order but for names, which start over. */
static void
count_to (pe_filling *self, guint32 offset)
{
  static const pe_prose_spot start = PE_PROSE_SPOT_INIT;

  if (offset < self->spot.counted)
    self->spot = start;
  pe_prose_spot_move (&self->spot, self->reading->source.bytes, offset);
}

static void
add_flat (pe_buffer *out, const pe_prose_source *source, guint32 from, guint32 end)
{
  pe_buffer_add (out, (const char *) source->text.data + from, end - from);
}

/* The unit of a figure that is printed without one. */
static void
add_unit (pe_buffer *out, const pe_prose_source *source, const pe_prose_item *item)
{
  if (item->unit == PE_PROSE_UNIT_PERCENT)
    {
      pe_buffer_add_string (out, "%");
      return;
    }
  pe_buffer_add_string (out, item->exponent == 8 ? "亿" : item->exponent == 4 ? "万" : item->exponent == 3 ? "千" : "");
  add_flat (out, source, item->unit_at, item->unit_end);
}

/* Whether a byte begins a character that says nothing at the edge of a name. */
static gboolean
is_edge (const pe_prose_source *source, guint32 at)
{
  static const char *const edges[] = { "，", "、", "。", "“", "”", "的", "为", "其中" };
  const char              *text = source->text.data;

  if ((text[at] & 0x80) == 0)
    return TRUE;
  for (size_t i = 0; i < G_N_ELEMENTS (edges); i++)
    if (pe_prose_has (source, at, edges[i]))
      return TRUE;
  return FALSE;
}

/* 2023年全年预算收入: the year is none of the name. */
static gboolean
is_behind_year (const pe_prose_source *source, guint32 at)
{
  const char *text = source->text.data;

  return (pe_prose_has (source, at, "年") && at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9')
         || (pe_prose_has (source, at, "度") && at > 3 && pe_prose_has (source, at - 3, "年"));
}

static void
add_name (pe_buffer *out, const pe_prose_source *source, const pe_prose_item *item)
{
  const char *text = source->text.data;
  guint32     from = item->subject, end = item->subject_end;

  while (from < end && (end - from > LONGEST_TITLE || is_edge (source, from) || is_behind_year (source, from)))
    from += pe_prose_has (source, from, "其中") ? 6 : pe_prose_char_length (source, from);
  while (end > from)
    {
      guint32 last = end - 1;

      while (last > from && ((guchar) text[last] & 0xC0) == 0x80)
        last--;
      if (!is_edge (source, last))
        break;
      end = last;
    }
  add_flat (out, source, from, end);
}

static pe_claim_nature
nature_of (const pe_prose_item *item)
{
  switch (item->role)
    {
    case PE_ROLE_FULL:
      return PE_CLAIM_MARKS;
    case PE_ROLE_TARGET:
      return PE_CLAIM_TARGET;
    case PE_ROLE_PRICE:
      return (item->near[0] & PE_MARK_AVERAGE) != 0 ? PE_CLAIM_AMOUNT : PE_CLAIM_FIXED;
    default:
      return item->unit == PE_PROSE_UNIT_WORD ? PE_CLAIM_WORD : 0;
    }
}

static pe_status
add_claim (pe_filling *self, pe_audit_builder *builder, const pe_prose_item *item, uint32_t *index, pe_error **error)
{
  const pe_prose_source *source = &self->reading->source;
  pe_buffer              text = PE_BUFFER_INIT, unit = PE_BUFFER_INIT, name = PE_BUFFER_INIT;
  guint32                offset, length;
  char                  *texts[3];
  pe_claim               claim;
  pe_status              status = PE_ERROR_NO_MEMORY;

  add_flat (&text, source, item->at, item->end);
  if (item->implied)
    add_unit (&unit, source, item);
  add_name (&name, source, item);
  texts[0] = pe_buffer_steal (&text);
  texts[1] = item->implied ? pe_buffer_steal (&unit) : NULL;
  texts[2] = pe_buffer_steal (&name);
  pe_claim_init (&claim, sizeof claim);
  claim.text = texts[0];
  claim.unit = texts[1];
  claim.name = texts[2] != NULL && texts[2][0] != '\0' ? texts[2] : NULL;
  claim.nature = nature_of (item);
  claim.file = self->file;
  pe_prose_source_range (source, item->at, item->end, &offset, &length);
  claim.offset = offset;
  claim.length = length;
  count_to (self, offset);
  claim.line = self->spot.line;
  claim.column = self->spot.column;
  if (texts[0] == NULL || texts[2] == NULL || (item->implied && texts[1] == NULL))
    pe_error_set_no_memory (error);
  else
    status = pe_audit_builder_add_claims (builder, &claim, 1, index, error);
  for (size_t i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  pe_buffer_clear (&unit);
  return status;
}

static guint32
claim_of (const pe_filling *self, guint32 item)
{
  return *pe_vector_at (&self->claims, guint32, item);
}

/* The sentence of the result, as far as the figures of the relation in it go. */
static void
find_passage (const pe_filling *self, const pe_prose_relation *relation, pe_relation *out)
{
  const pe_prose_item *items = self->reading->items.data, *result = &items[relation->result];
  guint32              from = result->clause_at, end = result->end, offset, length;

  if (result->unit == PE_PROSE_UNIT_WORD)
    from = result->at;
  for (guint32 i = 0; i < relation->n; i++)
    {
      const pe_prose_item *item = &items[relation->operands[i]];

      if (item->unit != PE_PROSE_UNIT_WORD && item->sentence == result->sentence)
        from = MIN (from, item->clause_at);
      if (item->unit == PE_PROSE_UNIT_WORD || item->sentence == result->sentence)
        end = MAX (end, item->end);
    }
  pe_prose_source_range (&self->reading->source, MIN (from, result->at), end, &offset, &length);
  out->offset = offset;
  out->length = length;
}

/* "99.71% = 2,149.56万元 ÷ 2,155.61万元": the figures, then what the pattern says. */
static char *
write_reading (const pe_filling *self, const pe_prose_relation *relation, pe_language language)
{
  const pe_prose_item   *items = self->reading->items.data;
  const pe_prose_source *source = &self->reading->source;
  pe_buffer              out = PE_BUFFER_INIT;

  pe_buffer_add_string (&out, pe_prose_pattern_title (relation, language));
  pe_buffer_add_string (&out, language == PE_LANGUAGE_ZH ? "：" : ": ");
  add_flat (&out, source, items[relation->result].at, items[relation->result].end);
  pe_buffer_add_string (&out, " ←");
  for (guint32 i = 0; i < relation->n; i++)
    {
      pe_buffer_add_string (&out, i > 0 ? (language == PE_LANGUAGE_ZH ? "、" : ", ") : " ");
      if (relation->form == PE_FORM_SIGNED && relation->signs[i] < 0)
        pe_buffer_add_string (&out, "-");
      add_name (&out, source, &items[relation->operands[i]]);
      add_flat (&out, source, items[relation->operands[i]].at, items[relation->operands[i]].end);
    }
  return pe_buffer_steal (&out);
}

static pe_status
add_relation (pe_filling *self, pe_audit_builder *builder, const pe_prose_relation *relation, pe_error **error)
{
  uint32_t    operands[PE_PROSE_OPERANDS];
  int32_t     signs[PE_PROSE_OPERANDS];
  char       *zh = write_reading (self, relation, PE_LANGUAGE_ZH), *en = write_reading (self, relation, PE_LANGUAGE_EN);
  pe_relation out;
  pe_status   status = PE_ERROR_NO_MEMORY;

  pe_relation_init (&out, sizeof out);
  for (guint32 i = 0; i < relation->n; i++)
    {
      operands[i] = claim_of (self, relation->operands[i]);
      signs[i] = relation->signs[i] < 0 ? -1 : 1;
    }
  out.kind = relation->kind;
  out.form = relation->form;
  out.result = relation->kind == PE_RELATION_COUNTERPART ? PE_NO_CLAIM : claim_of (self, relation->result);
  out.operands = operands;
  out.n_operands = relation->n;
  out.signs = relation->form == PE_FORM_SIGNED ? signs : NULL;
  out.alternatives = relation->alternatives;
  out.name = pe_prose_pattern_name (self->reading, relation);
  out.reading_zh = zh;
  out.reading_en = en;
  out.file = self->file;
  find_passage (self, relation, &out);
  if (zh == NULL || en == NULL)
    pe_error_set_no_memory (error);
  else
    status = pe_audit_builder_add_relations (builder, &out, 1, error);
  g_free (zh);
  g_free (en);
  return status;
}

pe_status
pe_prose_fill (pe_audit_builder *builder, const pe_prose_reading *self, const char *file, pe_error **error)
{
  pe_filling filling = { self, file, PE_VECTOR_INIT (guint32), PE_PROSE_SPOT_INIT };
  pe_status  status = PE_OK;

  for (guint32 i = 0; i < self->items.size && status == PE_OK; i++)
    {
      const pe_prose_item *item = pe_vector_at (&self->items, pe_prose_item, i);
      uint32_t             index = PE_PROSE_NONE;

      if (item->unit != PE_PROSE_UNIT_NO_QUANTITY)
        status = add_claim (&filling, builder, item, &index, error);
      if (status == PE_OK && pe_vector_push (&filling.claims, &index) != PE_OK)
        status = pe_error_set_no_memory (error);
    }
  for (size_t i = 0; i < self->relations.size && status == PE_OK; i++)
    status = add_relation (&filling, builder, pe_vector_at (&self->relations, pe_prose_relation, i), error);
  pe_vector_clear (&filling.claims);
  return status;
}
