/* chart.c - pictures of an evaluation: options, life, what is asked of a chart
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "chart-private.h"

#include <string.h>

#include "xlsx-private.h"

enum
{
  WIDTH_LEAST = 200,
  WIDTH_MOST = 2000,
  DEPTH_MOST = 64
};

static const pe_chart_options defaults = {
  .struct_size = sizeof (pe_chart_options),
  .language = PE_LANGUAGE_ZH,
  .width = 442,
  .depth = 1,
};

guint32
pe_ink_get_colour (pe_ink ink)
{
  static const guint32 colours[] = {
    [PE_INK_BLACK] = 0x1A1A1A,  [PE_INK_GREY] = 0x595959,       [PE_INK_LINE] = 0xCCCCCC,
    [PE_INK_PAPER] = 0xFFFFFF,  [PE_INK_BLUE] = 0x0072B2,       [PE_INK_SKY] = 0x56B4E9,
    [PE_INK_ORANGE] = 0xE69F00, [PE_INK_VERMILLION] = 0xD55E00, [PE_INK_GREEN] = 0x009E73,
  };

  return colours[ink];
}

void
pe_chart_options_init (pe_chart_options *self, uint32_t struct_size)
{
  if (self == NULL || struct_size < sizeof self->struct_size)
    return;
  memset (self, 0, struct_size);
  memcpy (self, &defaults, MIN (struct_size, sizeof defaults));
  self->struct_size = struct_size;
}

static pe_status
check_text (const char *text, const char *name, pe_error **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return PE_OK;
  return pe_office_fail (error, PE_ERROR_INVALID_UTF8, NULL, "name", name, NULL);
}

pe_status
pe_chart_import_options (pe_chart_options *out, const pe_chart_options *theirs, pe_error **error)
{
  pe_status status;

  *out = defaults;
  if (theirs == NULL)
    return PE_OK;
  if (theirs->struct_size < sizeof *theirs)
    return pe_office_refuse_argument (
        error, "options", "a structure filled by its _init function, struct_size included",
        "用对应的 _init 函数初始化过的结构体（含 struct_size）");
  for (size_t i = sizeof *theirs; i < theirs->struct_size; i++)
    if (((const char *) theirs)[i] != 0)
      return pe_office_fail (error, PE_ERROR_UNSUPPORTED, NULL, "name", "options", NULL);
  memcpy (out, theirs, sizeof *out);
  if (out->width < WIDTH_LEAST || out->width > WIDTH_MOST)
    return pe_office_refuse_argument (error, "options.width", "200 to 2000", "200 至 2000");
  if (out->depth < 1 || out->depth > DEPTH_MOST)
    return pe_office_refuse_argument (error, "options.depth", "1 to 64", "1 至 64");
  out->language = out->language == PE_LANGUAGE_EN ? PE_LANGUAGE_EN : PE_LANGUAGE_ZH;
  status = check_text (out->title, "options.title", error);
  return status == PE_OK ? check_text (out->note, "options.note", error) : status;
}

void
pe_chart_get_size (const pe_chart *self, int32_t *width, int32_t *height)
{
  if (width != NULL)
    *width = self != NULL ? self->width / PE_POINT : 0;
  if (height != NULL)
    *height = self != NULL ? self->height / PE_POINT : 0;
}

const char *
pe_chart_get_title (const pe_chart *self)
{
  return self != NULL ? self->title : NULL;
}

const char *
pe_chart_get_description (const pe_chart *self)
{
  return self != NULL ? self->description : NULL;
}

pe_chart *
pe_chart_ref (pe_chart *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_chart_unref (pe_chart *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->marks.size; i++)
    {
      g_free (pe_vector_at (&self->marks, pe_chart_mark, i)->text);
      g_free (pe_vector_at (&self->marks, pe_chart_mark, i)->full);
    }
  pe_vector_clear (&self->marks);
  pe_vector_clear (&self->segments);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}
