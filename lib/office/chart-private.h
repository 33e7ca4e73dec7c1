/* chart-private.h - a chart as what is to be drawn, and how it is laid out
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <cairo.h>
#include <glib.h>
#include <perfeval-office/chart.h>

/* Draws a chart into the rectangle (0, 0, width, height) of the user space of a context, in proportion and centred, on no
 * ground. Texts are real texts where the surface has them. PE_OK, or PE_ERROR_NO_MEMORY. The context's state is given back. */
pe_status pe_chart_draw (const pe_chart *self, cairo_t *context, int32_t width, int32_t height);
