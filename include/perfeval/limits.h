/* perfeval/limits.h - how much input the library takes on
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_LIMITS_H
#define PERFEVAL_LIMITS_H

#include <perfeval/types.h>

PE_BEGIN_DECLS

/**
 * @file limits.h
 * @brief Bounds on the work that one input may cause.
 *
 * Every allocation whose size depends on input stands under one of these. A
 * host that trusts its files may raise them; one that does not may lower them.
 */

/** Bounds. Filled by the caller after pe_limits_init(), copied. Since: 1.0 */
typedef struct pe_limits
{
  uint32_t struct_size;   /**< Set by pe_limits_init(). */
  uint32_t findings;      /**< Findings kept by one call. Default 100, at least 1. */
  uint64_t bytes;         /**< Bytes of one input. Default 67,108,864 (64 MiB). */
  uint32_t depth;         /**< Nesting of arrays and objects. Default 64, at most 1,024. */
  uint32_t digits;        /**< Digits of one number as written. Default 1,000. */
  uint64_t items;         /**< Values in one input. Default 4,000,000. */
  uint64_t text_bytes;    /**< Bytes of one text. Default 1,048,576. */
  uint32_t number_bits;   /**< Bits of an exact number's numerator or denominator. Default 65,536; at least 256. */
  uint32_t reserved;      /**< 0. */
  uint64_t formula_steps; /**< Steps of one formula; all of an evaluation have twenty times as many. 0: 10,000,000. */
  uint64_t table_steps;   /**< Steps of the search for gaps and overlaps, of a document. 0: 100,000,000. */
  uint32_t formula_depth; /**< Brackets, branches and signs in each other. 0: the default, 64; at most 1,024. */
  uint32_t formula_names; /**< Different names in a formula. 0: the default, 256. */
  uint32_t table_rules;   /**< Rules of a decision table. 0: the default, 1,000,000. */
  uint32_t reserved_2;    /**< 0. */
} pe_limits;

/**
 * Fills @p limits with the defaults.
 * @param limits       what to fill
 * @param struct_size  `sizeof *limits` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_limits_init (pe_limits *limits, uint32_t struct_size);

PE_END_DECLS

#endif /* PERFEVAL_LIMITS_H */
