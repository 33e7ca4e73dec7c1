/* share.h - how much a test does of what it does thousands of times
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <stddef.h>
#include <stdlib.h>

/* n, or the part of it that PERFEVAL_TEST_SHARE says, under a tool that is slower by as much: "20" is a twentieth. */
static inline size_t
test_share (size_t n)
{
  const char  *given = getenv ("PERFEVAL_TEST_SHARE");
  const size_t share = given != NULL ? (size_t) strtoull (given, NULL, 10) : 1;

  return share > 1 ? n / share : n;
}
