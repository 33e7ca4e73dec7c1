/* perfeval/types.h - what every other header of libperfeval stands on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_TYPES_H
#define PERFEVAL_TYPES_H

#include <stddef.h>
#include <stdint.h>

/**
 * @file types.h
 * @brief Declaration macros and the conventions of every header.
 *
 * @par Status
 * A function that can fail returns a #pe_status, writes its outputs first in
 * its argument list and takes a nullable `pe_error **` last. On failure no
 * output is written, nothing leaks and the arguments are as before; on success
 * `*error` is left alone. Passing NULL where an argument is not called
 * "nullable" gives #PE_ERROR_INVALID_ARGUMENT from a function that returns a
 * status; a plain getter (`pe_x_get_y (self, out)`) needs valid arguments, and
 * answers NULL, 0 or nothing for a NULL object or an index out of range.
 *
 * @par Words for pointers
 * *owned*: yours, release it with the function named. *borrowed*: lives as long
 * as the object that it came from. *copied*: the library keeps nothing of yours.
 * *nullable*: NULL is allowed and its meaning is given.
 *
 * @par Threads
 * Objects are immutable and their reference counts are atomic: any number of
 * threads may share one, each holding its own reference. A builder belongs to
 * one thread at a time. The library has no global mutable state.
 *
 * @par Enumerations
 * They travel as int32_t, are numbered from 1 (0 means "not set") and are never
 * renumbered.
 *
 * @par Sized structures
 * A structure that a caller fills begins with `uint32_t struct_size`, set by
 * its `_init` function, and only ever grows at its end. One larger than this
 * library knows is accepted while the unknown tail is zero, else it is
 * #PE_ERROR_UNSUPPORTED. In an array of them the stride is the size that the
 * first element states.
 *
 * @par Strings
 * UTF-8, validated at the door, copied in, borrowed out.
 */

#ifdef __cplusplus
#define PE_BEGIN_DECLS \
  extern "C"           \
  {
#define PE_END_DECLS }
#else
/** Opens the declarations of a header for C++. */
#define PE_BEGIN_DECLS
/** Closes the declarations of a header for C++. */
#define PE_END_DECLS
#endif

/** Marks a function that is part of the ABI since 1.0 (see docs/abi.md). */
#ifdef PERFEVAL_COMPILATION
#define PE_AVAILABLE_IN_1_0 extern __attribute__ ((visibility ("default")))
#else
#define PE_AVAILABLE_IN_1_0 extern
#endif

/**
 * Marks a function that has a successor, which the compiler names where the old one is called; stands before
 * #PE_AVAILABLE_IN_1_0. A program that defines `PE_DISABLE_DEPRECATION_WARNINGS` before it includes a header is told
 * nothing. The function stays for all of 1.x (see docs/abi.md); none is marked yet.
 * @param successor  the function to call instead
 */
#if defined(PERFEVAL_COMPILATION) || defined(PE_DISABLE_DEPRECATION_WARNINGS)
#define PE_DEPRECATED_FOR(successor)
#else
#define PE_DEPRECATED_FOR(successor) __attribute__ ((deprecated ("call " #successor)))
#endif

PE_BEGIN_DECLS

/** The language of a rendered message. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_language;

/** Values of #pe_language. */
enum pe_language_value
{
  PE_LANGUAGE_ZH = 1, /**< 中文（简体） */
  PE_LANGUAGE_EN = 2  /**< English */
};

PE_END_DECLS

#endif /* PERFEVAL_TYPES_H */
