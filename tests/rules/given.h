/* given.h - facts as a test writes them, and what a rule makes of them
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
#include <string.h>

#include "rules/shape-private.h"

#define assert_ok(call) assert_int_equal (call, PE_OK)
/* The call answers a code, and an error with that code. The call's last argument is &error. */
#define assert_error(call, code)                              \
  do                                                          \
    {                                                         \
      pe_error *error = NULL;                                 \
      assert_int_equal (call, code);                          \
      assert_non_null (error);                                \
      assert_int_equal (pe_error_get_status (error), (code)); \
      pe_error_unref (error);                                 \
    }                                                         \
  while (0)

/* The call answers PE_ERROR_INVALID_ARGUMENT, and the error names this argument or member. The call's last argument is
 * &error. */
#define assert_argument(call, argument)                               \
  do                                                                  \
    {                                                                 \
      pe_error *error = NULL;                                         \
      assert_int_equal (call, PE_ERROR_INVALID_ARGUMENT);             \
      assert_string_equal (get_error_text (error, "name"), argument); \
      pe_error_unref (error);                                         \
    }                                                                 \
  while (0)

/* A fact: "187.61万元", "98%", "-" (not applicable), "" (missing), "是"; or, behind a colon, a text: ":achieved". */
typedef struct given
{
  const char *name;
  const char *figure;
} given;

#define MAX_GIVEN 16
#define GIVEN(...) ((const given[]) { __VA_ARGS__, { NULL, NULL } })
#define NOTHING ((const given[]) { { NULL, NULL } })

/* The parameter of the error, borrowed; "" where it has none of this name. */
const char *get_error_text (const pe_error *error, const char *name);

pe_decimal decimal (const char *text);
pe_figure  figure (const char *text);
/* Fills facts; returns how many. */
size_t given_to_facts (pe_fact facts[MAX_GIVEN], const given *givens);

pe_rule_builder *begin (const char *shape);
void             bind (pe_rule_builder *builder, const char *argument, const char *fact);
void             fix (pe_rule_builder *builder, const char *argument, const char *figure);
void             measure (pe_rule_builder *builder, const char *argument, const char *id);
void             word (pe_rule_builder *builder, const char *name, const char *word);
void             number (pe_rule_builder *builder, const char *name, const char *number);
/* "[80, 90)" and "(-, 0)" with points; '-' is no bound. */
void add_step (pe_rule_builder *builder, const char *interval, const char *points);
void add_item (pe_rule_builder *builder, const char *id, const char *points, const char *cap);
void add_band (pe_rule_builder *builder, const char *id, const char *interval);
/* Builds and frees the builder. */
pe_rule *build (pe_rule_builder *builder);
/* The builder does not build: a code, its place and, where given, the finding's parameters "from" and "to". */
void refuse (pe_rule_builder *builder, pe_status code, const char *what);

/* The digest of a rule, which docs/digest.md lets anyone compute. */
void assert_digest (const pe_rule *rule, const char *hex);
/* Through pe_rule_score(): exact, as "num/den". */
void assert_points (const pe_rule *rule, const char *full_marks, const given *givens, const char *exact);
/* Through pe_rule_score(): rounded half up to two places. */
void assert_rounded (const pe_rule *rule, const char *full_marks, const given *givens, const char *expected);
void assert_fault (const pe_rule *rule, const char *full_marks, const given *givens, pe_status code);
/* Through pe_rule_apply(), with a dossier and a calendar where given. The outcome is the caller's. */
void apply (pe_outcome *out, const pe_rule *rule, const char *full_marks, const given *givens,
            const pe_dossier *dossier, const pe_calendar *calendar);
void assert_formula (const pe_rule *rule, const char *full_marks, const given *givens, const char *zh, const char *en);
void assert_outcome_formula (const pe_rule *rule, const char *full_marks, const pe_outcome *outcome, const char *zh,
                             const char *en);
/* The rate "num/den", or NULL for none. */
void assert_rate (const pe_rule *rule, const char *full_marks, const given *givens, const char *rate);
/* Runs an attempt with each allocation refused in turn (tests/support/scarce.h); it ends with scarce_end(). */
typedef pe_status attempt (pe_error **error);
void              fail_in_turn (attempt *run, pe_status expected);
void              assert_rational (const pe_rational *number, const char *expected);
/* State, code and the path of the culprit (NULL: none). */
void assert_state (const pe_outcome *outcome, pe_state state, pe_status fault, const char *culprit);
