/* perfeval/finding.h - what was noticed, and where
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_FINDING_H
#define PERFEVAL_FINDING_H

#include <perfeval/place.h>
#include <perfeval/status.h>

PE_BEGIN_DECLS

/**
 * @file finding.h
 * @brief A finding (发现) and the list of them that a call leaves behind.
 *
 * Findings are born wherever something is read, linted, evaluated or audited.
 * Such a function takes a nullable `pe_findings **`: when it is given, it is
 * set to an owned list, possibly empty, **on success and on failure**. It is
 * the one output that a failing call writes, since it says why.
 *
 * @par Life cycle
 * A list is immutable and reference counted; a finding is borrowed from it.
 */

/** How grave a finding is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_severity;

/** Values of #pe_severity. */
enum pe_severity_value
{
  PE_SEVERITY_NOTE    = 1, /**< 提示: worth knowing. */
  PE_SEVERITY_WARNING = 2, /**< 警告: a person should look. */
  PE_SEVERITY_ERROR   = 3  /**< 错误: the result cannot be had. */
};

/** One finding. Opaque, immutable, borrowed from a list or an error. Since: 1.0 */
typedef struct pe_finding pe_finding;

/** A list of findings in the order in which they were met. Opaque. Since: 1.0 */
typedef struct pe_findings pe_findings;

/**
 * The code.
 * @param self  a finding
 * @return a #pe_status, never #PE_OK
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_finding_get_code (const pe_finding *self);

/**
 * The severity, which the code decides.
 * @param self  a finding
 * @return a #pe_severity
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_severity pe_finding_get_severity (const pe_finding *self);

/**
 * The message: one line that names the field and the offending text, and says
 * what would be right.
 * @param self      a finding
 * @param language  anything but #PE_LANGUAGE_ZH gives English
 * @return UTF-8, borrowed, without a place in it and without a line break
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_finding_get_message (const pe_finding *self, pe_language language);

/**
 * How many places the finding has: 1 for most, 2 where two things disagree.
 * @param self  a finding
 * @return the number, at least 1
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_finding_get_n_places (const pe_finding *self);

/**
 * One place of the finding.
 * @param self   a finding
 * @param index  from 0, the place to look at first
 * @return borrowed, or NULL when there is no such place
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_place *pe_finding_get_place (const pe_finding *self, size_t index);

/**
 * How many parameters the message was made of.
 * @param self  a finding
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_finding_get_n_parameters (const pe_finding *self);

/**
 * The name of a parameter, e.g. "found", "expected", "sum".
 * @param self   a finding
 * @param index  from 0
 * @return UTF-8, borrowed, or NULL when there is no such parameter
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_finding_get_parameter_name (const pe_finding *self, size_t index);

/**
 * The text of a parameter. Offending text is cut after 64 characters and then
 * ends in "…"; control characters are shown as `\uXXXX`.
 * @param self   a finding
 * @param index  from 0
 * @return UTF-8, borrowed, or NULL when there is no such parameter
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_finding_get_parameter_text (const pe_finding *self, size_t index);

/**
 * How many findings the list holds.
 * @param self  a list, nullable
 * @return the number; at most pe_limits::findings and one more that says so
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_findings_get_size (const pe_findings *self);

/**
 * How many findings of a severity there were, those past the limit included.
 * @param self      a list, nullable
 * @param severity  a #pe_severity
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
uint64_t pe_findings_get_count (const pe_findings *self, pe_severity severity);

/**
 * One finding of the list.
 * @param self   a list
 * @param index  from 0
 * @return borrowed from @p self, or NULL when there is no such finding
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_finding *pe_findings_get (const pe_findings *self, size_t index);

/**
 * Takes one more reference.
 * @param self  a list, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_findings *pe_findings_ref (pe_findings *self);

/**
 * Gives one reference back; the last one frees the list.
 * @param self  a list, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_findings_unref (pe_findings *self);

PE_END_DECLS

#endif /* PERFEVAL_FINDING_H */
