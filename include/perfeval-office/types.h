/* perfeval-office/types.h - what every other header of libperfeval-office stands on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_OFFICE_TYPES_H
#define PERFEVAL_OFFICE_TYPES_H

#include <perfeval/types.h>

/**
 * @file types.h
 * @brief Declaration macros of the second library, whose door has the rules of the first (perfeval/types.h).
 *
 * libperfeval-office reads and writes the files of office programs. It is built on the
 * public headers of libperfeval alone; statuses, errors, findings and texts are those of
 * libperfeval.
 */

/** Marks a function that is part of the ABI of libperfeval-office since 1.0. */
#ifdef PERFEVAL_OFFICE_COMPILATION
#define PE_OFFICE_AVAILABLE_IN_1_0 extern __attribute__ ((visibility ("default")))
#else
#define PE_OFFICE_AVAILABLE_IN_1_0 extern
#endif

#endif /* PERFEVAL_OFFICE_TYPES_H */
