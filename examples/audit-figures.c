/* audit-figures.c - figures that a report prints, recomputed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   2,149.56万元 ÷ 2,155.61万元 = 99.719336…%; the report prints 99.71%, which only this gives: truncated; rounded half up it is 99.72%.
 *   22个 + 8个 + 14个 + 6个 = 50个; the report prints 39个, which cannot be right however the figures were rounded; it would have to be 50个.
 *   (50个 − 48) ÷ 48 = 4.166666…%; the report prints 4.17%: so by half up, half to even, rounded up.
 */
#include <perfeval/perfeval.h>
#include <stdio.h>

#define LENGTH(array) (sizeof (array) / sizeof *(array))

static const char *const figures[]
    = { "2,149.56万元", "2,155.61万元", "99.71%", "22个", "8个", "14个", "6个", "39个", "50个", "4.17%" };

/* operands and results are indices of figures */
static const struct
{
  pe_relation_kind kind;
  pe_relation_form form;
  uint32_t         n;
  uint32_t         operands[4];
  uint32_t         result;
} relations[] = {
  { PE_RELATION_RATE, PE_FORM_PLAIN, 2, { 0, 1 }, 2 },
  { PE_RELATION_SUM, PE_FORM_PLAIN, 4, { 3, 4, 5, 6 }, 7 },
  { PE_RELATION_GROWTH, PE_FORM_IMPLIED_BASE, 1, { 8 }, 9 },
};

/* Every figure is a claim, and every row of the table a relation between claims. */
static pe_status
add_all (pe_audit_builder *builder)
{
  pe_claim    claims[LENGTH (figures)];
  pe_relation rows[LENGTH (relations)];
  size_t      i;

  for (i = 0; i < LENGTH (figures); i++)
    {
      pe_claim_init (&claims[i], sizeof claims[i]);
      claims[i].text = figures[i];
    }
  for (i = 0; i < LENGTH (relations); i++)
    {
      pe_relation_init (&rows[i], sizeof rows[i]);
      rows[i].kind = relations[i].kind;
      rows[i].form = relations[i].form;
      rows[i].operands = relations[i].operands;
      rows[i].n_operands = relations[i].n;
      rows[i].result = relations[i].result;
    }
  pe_audit_builder_add_claims (builder, claims, LENGTH (claims), NULL, NULL);
  return pe_audit_builder_add_relations (builder, rows, LENGTH (rows), NULL);
}

int
main (void)
{
  pe_audit_builder *builder = NULL;
  pe_audit         *audit = NULL;
  size_t            i;

  if (pe_audit_builder_new (&builder, NULL, NULL, NULL) == PE_OK && add_all (builder) == PE_OK)
    pe_audit_builder_build (&audit, builder, NULL);
  for (i = 0; i < pe_audit_get_n_relations (audit); i++)
    {
      pe_text *text = NULL;

      if (pe_audit_print_verdict (&text, audit, i, PE_LANGUAGE_EN, NULL) == PE_OK)
        puts (pe_text_get_data (text));
      pe_text_unref (text);
    }
  pe_audit_unref (audit);
  pe_audit_builder_free (builder);
  return i == 0;
}
