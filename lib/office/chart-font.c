/* chart-font.c - texts of charts in the fonts of the machine
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chart-font-private.h"

PangoLayout *
pe_chart_layout_new (void)
{
  /* The font map of this thread: opening fonts costs more than everything else. */
  PangoContext         *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoLayout          *self;

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("zh-cn"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  self = pango_layout_new (context);
  g_object_unref (context);
  pango_layout_set_auto_dir (self, FALSE);
  pango_layout_set_single_paragraph_mode (self, TRUE);
  pango_layout_set_wrap (self, PANGO_WRAP_WORD_CHAR);
  return self;
}

void
pe_chart_layout_set (PangoLayout *self, const char *text, size_t length, pe_length size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, PE_CHART_FAMILIES);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  /* static: bugprone-integer-division: whole units of Pango are meant */
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE / PE_POINT);
  pango_layout_set_font_description (self, font);
  pango_font_description_free (font);
  pango_layout_set_width (self, -1);
  pango_layout_set_text (self, text, (int) length);
}

pe_length
pe_chart_layout_get_width (PangoLayout *self)
{
  int width, height;

  pango_layout_get_size (self, &width, &height);
  return (width * PE_POINT + PANGO_SCALE - 1) / PANGO_SCALE;
}

size_t
pe_chart_layout_get_first_line (PangoLayout *self, pe_length width)
{
  PangoLayoutLine *line;

  pango_layout_set_width (self, width * PANGO_SCALE / PE_POINT);
  line = pango_layout_get_line_readonly (self, 0);
  return (size_t) MAX (line->length, 1);
}
