/* perfeval/version.h - which library this is
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_VERSION_H
#define PERFEVAL_VERSION_H

#include <perfeval/types.h>

/**
 * @file version.h
 * @brief The version that a program was compiled with and the one it runs with.
 *
 * Compile time: the macros. Run time: pe_version_get(). Until 1.0.0 each
 * incompatible minor has a symbol version of its own, so that the loader
 * refuses a stale program; pe_abi_is_frozen() says 0 until then.
 */

/** Major version of these headers. */
#define PE_VERSION_MAJOR 0
/** Minor version of these headers. */
#define PE_VERSION_MINOR 1
/** Micro version of these headers. */
#define PE_VERSION_MICRO 0

PE_BEGIN_DECLS

/**
 * The version of the library in use.
 *
 * @code
 * int32_t major, minor, micro;
 * pe_version_get (&major, &minor, &micro);
 * assert (major == PE_VERSION_MAJOR);
 * @endcode
 *
 * @param[out] major  nullable; breaks compatibility
 * @param[out] minor  nullable; adds, and before 1.0 may break
 * @param[out] micro  nullable; mends
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_version_get (int32_t *major, int32_t *minor, int32_t *micro);

/**
 * The version as text, e.g. "0.1.0".
 * @return UTF-8, borrowed, static
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_version_get_string (void);

/**
 * Whether the ABI is frozen: an old binary keeps working with this library and
 * every later one of the same SONAME.
 * @return 1 from version 1.0.0 on, 0 before
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_abi_is_frozen (void);

PE_END_DECLS

#endif /* PERFEVAL_VERSION_H */
