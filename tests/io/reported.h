/* reported.h - an audit and the text that it is of, for the tests of what is shown
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <glib.h>
#include <perfeval/perfeval.h>

/* A report of several lines: a contradiction, a matter of rounding, what fits, and figures in no relation; its names hold
 * what means something in HTML, in SARIF and to a terminal. */
extern const char reported_text[];

/* The audit of that text's figures; owned. */
pe_audit *reported_audit (void);
/* Options with the text and its file's name. */
pe_audit_report_options reported_options (pe_language language);
