/* int128-private.h - whole numbers of 128 bits
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

/* gcc and clang have __int128 on processors of 64 bits only; on those of 32 bits clang has the same as _BitInt (128):
 * docs/decisions/0071-numbers-of-128-bits-on-32.md. */
#ifdef __SIZEOF_INT128__
__extension__ typedef __int128          pe_int128;
__extension__ typedef unsigned __int128 pe_uint128;
#else
__extension__ typedef _BitInt (128) pe_int128;
__extension__ typedef unsigned _BitInt (128) pe_uint128;
#endif
