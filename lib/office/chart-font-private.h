/* chart-font-private.h - texts of charts in the fonts of the machine
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <pango/pangocairo.h>

#include "chart-private.h"

/* The faces that are asked for, in turn; what SVG names as well. */
#define PE_CHART_FAMILIES \
  "Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,PingFang SC,SimHei,WenQuanYi Micro Hei,sans-serif"

/* A layout whose measures do not depend on a surface, on the locale or on a host's settings: no hinting, no rounding of
 * advances, Chinese forms of the characters that Chinese and Japanese share. Owned: g_object_unref(). */
PangoLayout *pe_chart_layout_new (void);
/* size: in hundredths of a point. */
void      pe_chart_layout_set (PangoLayout *self, const char *text, size_t length, pe_length size, gboolean bold);
pe_length pe_chart_layout_get_width (PangoLayout *self);
/* The bytes of the text that fit on a line of a width: at least one character. */
size_t pe_chart_layout_get_first_line (PangoLayout *self, pe_length width);
