/* chart.h - what the commands that draw share
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "cli.h"

/* TRUE for FILE.svg and FILE.png where charts were built in; else complains. */
gboolean cli_can_draw_to (const char *output);
/* The grades of a summary, drawn into a file. */
cli_exit cli_draw_grades (const pe_batch_summary *summary, const pe_rulebook *rulebook, const char *output,
                          const cli_options *options);
