/* scarce.h - memory that runs out where a test says so
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * The allocations that this library may be refused go through the g_try_ functions of GLib (docs/memory.md). Every test
 * program has its own in their place, which fail when a walk says so: under sanitizers as well, and without those
 * allocations of GLib, GMP and other libraries that end the process. What another thread asks for is never refused.
 */
#pragma once

#include <glib.h>
#include <perfeval/error.h>
#include <perfeval/text.h>

/* A call under test, which ends with scarce_end(). *out: what it made, as a text, or NULL where there is nothing to
 * compare; owned. On failure *out is NULL. */
typedef pe_status scarce_call (const void *argument, pe_text **out, pe_error **error);

/* From here on memory is enough: for what the test itself does with the outcome. */
void scarce_end (void);

/* Calls once with enough memory, which has to answer `expected`; then with each allocation refused alone; then with each
 * and all that follow it refused. A refused call answers that memory ran out, with an error; or, where it can do without
 * what it asked for, the same as the first call, with the same text. Of a call that makes thousands of allocations only
 * some are refused, at even distances. Answers how many allocations the first call made. */
int scarce_walk (scarce_call *call, const void *argument, pe_status expected);
/* The same for a call that takes long: no more than about so many refusals alone, and as many with all that follow. */
int scarce_walk_some (scarce_call *call, const void *argument, pe_status expected, int most);
