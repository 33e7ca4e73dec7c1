/* review-assets.c - what a reviewer asks about the assets: R-26
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-private.h"

/* Counts and values are compared in the base of their dimension. */
static void
compare (pe_reviewing *self, size_t index, const pe_asset_record *record, const pe_figure *book, const pe_figure *found,
         const char *member)
{
  pe_rational in_book, in_fact;
  pe_buffer   path = PE_BUFFER_INIT;
  char       *found_text, *book_text;

  pe_rational_init (&in_book);
  pe_rational_init (&in_fact);
  if (pe_reviewing_get_base (self, book, &in_book) && pe_reviewing_get_base (self, found, &in_fact))
    {
      pe_reviewing_examine (self);
      if (pe_rational_compare (&in_book, &in_fact) != 0 && !pe_reviewing_is_told (record->difference_reason))
        {
          pe_buffer_add_string (&path, "/assets/records/");
          pe_buffer_add_uint (&path, index);
          pe_buffer_add_string (&path, member);
          found_text = pe_reviewing_print_figure (found, NULL);
          book_text = pe_reviewing_print_figure (book, NULL);
          pe_reviewing_add (self, 0, PE_WARNING_REVIEW_ASSETS, pe_buffer_steal (&path), "name", record->name, "found",
                            found_text, "expected", book_text, NULL);
          g_free (found_text);
          g_free (book_text);
        }
    }
  pe_rational_clear (&in_book);
  pe_rational_clear (&in_fact);
}

void
pe_review_assets (pe_reviewing *self)
{
  const pe_assets *assets = pe_dossier_get_assets (self->dossier);

  for (size_t i = 0; i < pe_assets_get_n_records (assets); i++)
    {
      pe_asset_record record;

      pe_asset_record_init (&record, sizeof record);
      if (!pe_reviewing_try (self, pe_assets_get_record (&record, assets, i, NULL)))
        return;
      compare (self, i, &record, &record.book_count, &record.found_count, "/found_count");
      compare (self, i, &record, &record.book_value, &record.found_value, "/found_value");
    }
}
