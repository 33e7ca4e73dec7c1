/* lint-rule.c - what a careful author would mend in a rule
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "decision-table-private.h"
#include "lint-private.h"
#include "range-private.h"

#include <stdlib.h>

#include "../base/figure-private.h"
#include "../base/rational-big-private.h"

/* What a rule without figures may take, which is applied when a rulebook is loaded. */
#define CONSTANT_BITS 4096
#define CONSTANT_STEPS 10000

static void report (const pe_lint *self, size_t indicator, pe_status code, const char *prefix, const char *table,
                    size_t index, ...) G_GNUC_NULL_TERMINATED;

/* At prefix + table, and at a row of it unless index is G_MAXSIZE. */
static void
report (const pe_lint *self, size_t indicator, pe_status code, const char *prefix, const char *table, size_t index, ...)
{
  pe_buffer suffix = PE_BUFFER_INIT;
  char     *text;
  va_list   pairs;

  pe_buffer_add_string (&suffix, prefix);
  pe_buffer_add_string (&suffix, table);
  if (index != G_MAXSIZE)
    {
      pe_buffer_add_char (&suffix, '/');
      pe_buffer_add_uint (&suffix, index);
    }
  text = pe_buffer_steal (&suffix);
  va_start (pairs, index);
  if (text == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    pe_rulebook_report_pairs (self->rulebook, self->collector, code, indicator, text, pairs);
  va_end (pairs);
  g_free (text);
}

static const char *
get_code (const pe_lint *self, size_t indicator)
{
  return pe_rulebook_peek_indicator (self->rulebook, indicator)->code;
}

/* Shapes */

/* "capped_ratio/2" */
static char *
print_shape (const char *name, int32_t revision)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_buffer_add_string (&buffer, name);
  pe_buffer_add_char (&buffer, '/');
  pe_buffer_add_int (&buffer, revision);
  return pe_buffer_steal (&buffer);
}

void
pe_lint_check_shape (const pe_lint *self, size_t indicator, const pe_shape *shape, const char *prefix)
{
  char *old, *new;

  if (shape->superseded_by == 0)
    return;
  old = print_shape (shape->name, shape->revision);
  new = print_shape (shape->name, shape->superseded_by);
  if (old == NULL || new == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    report (self, indicator, PE_WARNING_SHAPE_SUPERSEDED, prefix, "/shape", G_MAXSIZE, "shape", old, "expected", new,
            "code", get_code (self, indicator), NULL);
  g_free (old);
  g_free (new);
}

/* Graded bands */

static int
compare_bands (const void *a, const void *b)
{
  const pe_band *const *x = a, *const *y = b;
  int                   order = pe_decimal_order (&(*x)->low, &(*y)->low);

  if (order == 0)
    order = ((*x)->low_end == PE_END_OPEN) - ((*y)->low_end == PE_END_OPEN);
  return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* How a band joins what lies below it: a gap (-1), just right (0) or an overlap (1). */
static int
compare_joint (const pe_decimal *high, pe_end high_end, const pe_band *above)
{
  const int order = pe_decimal_order (high, &above->low);

  if (order != 0)
    return order;
  if (high_end == PE_END_CLOSED && above->low_end == PE_END_CLOSED)
    return 1;
  return high_end == PE_END_OPEN && above->low_end == PE_END_OPEN ? -1 : 0;
}

static void
report_joint (const pe_lint *self, size_t indicator, const char *prefix, size_t index, int joint,
              const pe_decimal *from, const pe_decimal *to, const char *name)
{
  char from_text[PE_DECIMAL_PRINT_SIZE], to_text[PE_DECIMAL_PRINT_SIZE];

  (void) pe_decimal_print (from_text, sizeof from_text, from, NULL);
  (void) pe_decimal_print (to_text, sizeof to_text, to, NULL);
  report (self, indicator, joint < 0 ? PE_WARNING_BANDS_GAP : PE_WARNING_BANDS_OVERLAP, prefix, "/bands", index, "from",
          from_text, "to", to_text, "name", joint < 0 ? NULL : name, "code", get_code (self, indicator), NULL);
}

/* bands: in the order of their low ends. From 0 up to the highest; whether that is the full marks is asked elsewhere. */
static void
check_joints (const pe_lint *self, size_t indicator, const char *prefix, const pe_band *first,
              const pe_band *const *bands, size_t n)
{
  static const pe_decimal zero = { 0, 0, 0 };
  const pe_decimal       *high = &zero;
  pe_end                  high_end = PE_END_OPEN;

  for (size_t i = 0; i < n; i++)
    {
      const pe_band *band = bands[i];
      const int      joint = compare_joint (high, high_end, band);
      const int      order = pe_decimal_order (&band->high, high);

      if (joint < 0)
        report_joint (self, indicator, prefix, (size_t) (band - first), joint, high, &band->low, NULL);
      else if (joint > 0)
        report_joint (self, indicator, prefix, (size_t) (band - first), joint, &band->low,
                      order < 0 ? &band->high : high, band->id);
      if (order > 0 || (order == 0 && band->high_end == PE_END_CLOSED))
        {
          high = &band->high;
          high_end = band->high_end;
        }
    }
}

static char *
print_number (const pe_rational *number)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  pe_rational_print_truncated (number, PE_DECIMAL_MAX_SCALE, &buffer);
  return pe_buffer_steal (&buffer);
}

static void
report_band (const pe_lint *self, size_t indicator, const char *prefix, size_t index, const pe_band *band,
             const pe_rational *low, const pe_rational *high)
{
  char *from = print_number (low), *to = print_number (high);

  if (from == NULL || to == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    report (self, indicator, PE_WARNING_BAND_UNREACHABLE, prefix, "/bands", index, "name", band->id, "from", from, "to",
            to, "code", get_code (self, indicator), NULL);
  g_free (from);
  g_free (to);
}

/* A band whose bounds round to one point, which does not belong to it, holds no score; nor does one that begins above
 * the full marks. */
static void
check_band (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_rational *full_marks,
            const char *prefix, size_t index, const pe_band *band)
{
  pe_rational low, high;

  pe_rational_init (&low);
  pe_rational_init (&high);
  (void) pe_graded_compute_bound (rule, full_marks, &band->low, PE_RULE_CHECK_BITS, &low);
  (void) pe_graded_compute_bound (rule, full_marks, &band->high, PE_RULE_CHECK_BITS, &high);
  if ((pe_rational_compare (&low, &high) == 0 && (band->low_end != PE_END_CLOSED || band->high_end != PE_END_CLOSED))
      || pe_rational_compare (&low, full_marks) > 0)
    report_band (self, indicator, prefix, index, band, &low, &high);
  pe_rational_clear (&high);
  pe_rational_clear (&low);
}

/* The marks of a row are not known here: then only shares are compared. */
static void
check_bands (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_rational *full_marks,
             const char *prefix, gboolean is_of_row)
{
  size_t          n;
  const pe_band  *bands = pe_rule_get_bands (rule, &n);
  const pe_band **order;

  if (n == 0)
    return;
  order = g_try_new (const pe_band *, n);
  if (order == NULL)
    {
      pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  for (size_t i = 0; i < n; i++)
    {
      order[i] = &bands[i];
      if (!is_of_row)
        check_band (self, indicator, rule, full_marks, prefix, i, &bands[i]);
    }
  qsort (order, n, sizeof *order, compare_bands);
  check_joints (self, indicator, prefix, bands, order, n);
  g_free (order);
}

/* Full marks */

/* The most that a rule gives. */
typedef struct maximum
{
  pe_rational points;
  gboolean    is_open; /* it is approached, and not reached */
} maximum;

/* FALSE where that is not known, and may be anything up to the full marks. */
typedef gboolean find_most (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most);

static void
report_maximum (const pe_lint *self, size_t indicator, const char *prefix, const char *table, const maximum *most,
                const pe_rational *full_marks)
{
  char *found = print_number (&most->points), *total = print_number (full_marks);

  if (found == NULL || total == NULL)
    pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
  else
    report (self, indicator, PE_WARNING_MARKS_UNREACHABLE, prefix, table, G_MAXSIZE, most->is_open ? "below" : "found",
            found, "total", total, "code", get_code (self, indicator), NULL);
  g_free (found);
  g_free (total);
}

/* TRUE when a band's end is above another's, or as high and its own. */
static gboolean
is_higher (const pe_band *band, const pe_band *other)
{
  const int order = pe_decimal_order (&band->high, &other->high);

  return order > 0 || (order == 0 && band->high_end == PE_END_CLOSED && other->high_end == PE_END_OPEN);
}

static gboolean
find_highest_band (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  size_t         n, highest = 0;
  const pe_band *bands = pe_rule_get_bands (rule, &n);

  (void) self;
  for (size_t i = 1; i < n; i++)
    if (is_higher (&bands[i], &bands[highest]))
      highest = i;
  if (n == 0)
    return FALSE;
  most->is_open = bands[highest].high_end != PE_END_CLOSED;
  pe_rational_set_decimal (&most->points, &bands[highest].high);
  return pe_rational_multiply (&most->points, &most->points, full_marks, PE_RULE_CHECK_BITS) == PE_OK;
}

static const pe_fact *
find_no_fact (const pe_fact_source *source, const char *name)
{
  (void) source;
  (void) name;
  return NULL;
}

static void
print_no_path (const pe_fact_source *source, const char *name, pe_buffer *out)
{
  (void) source;
  (void) name;
  (void) out;
}

/* A rule that asks for nothing gives the same points to everybody. What takes more than a scheme would write down is left
 * to the evaluation, whose limits the caller has set. */
static gboolean
find_constant (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  pe_formula_steps     steps = { CONSTANT_STEPS, CONSTANT_STEPS, CONSTANT_STEPS };
  const pe_fact_source nothing = { find_no_fact, print_no_path, NULL, NULL, NULL, NULL, NULL, &steps };
  pe_outcome           outcome;
  gboolean             is_known;

  (void) self;
  if (pe_rule_peek_shape (rule)->apply == NULL || !pe_rule_is_self_contained (rule) || pe_rule_get_n_facts (rule) > 0)
    return FALSE;
  pe_outcome_init (&outcome);
  is_known = pe_rule_apply (rule, full_marks, &nothing, CONSTANT_BITS, &outcome, NULL) == PE_OK
             && outcome.state == PE_STATE_VALUE;
  if (is_known)
    pe_rational_copy (&most->points, &outcome.points);
  pe_outcome_clear (&outcome);
  return is_known;
}

/* The box of a decision table that gives most. */
static gboolean
find_best_decision (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  (void) full_marks;
  return pe_rule_get_table (rule) != NULL
         && pe_decision_table_find_most (rule, &most->points, self->table_steps, self->collector);
}

/* What an argument lies between, in the base unit; absent: what it is where the rule does not bind it. */
static pe_status
find_range (const pe_rule *rule, const char *name, int64_t absent, pe_range *out)
{
  const pe_setting *setting = pe_rule_get_setting (rule, name);
  pe_rational       number;

  *out = pe_range_whole ();
  pe_rational_init (&number);
  switch (setting->binding)
    {
    case PE_BINDING_FORMULA:
      return pe_expression_find_range (setting->expression, out);
    case PE_BINDING_FIGURE:
      (void) pe_rational_set_scaled (
          &number, &setting->figure.value, pe_unit_get_exponent (setting->figure.unit), PE_RATIONAL_SMALL_BITS);
      *out = pe_range_point (&number);
      return PE_OK;
    case PE_BINDING_NONE:
      pe_rational_set_int (&number, absent);
      *out = pe_range_point (&number);
      return PE_OK;
    default:
      return PE_OK;
    }
}

/* The upper end of what share of the full marks a quotient is; FALSE where nothing bounds it. */
static gboolean
find_share (const pe_lint *self, const pe_rule *rule, const char *of, const char *out_of, int64_t absent, pe_bound *out)
{
  pe_range  a, b;
  pe_status status = find_range (rule, of, absent, &a);

  if (status == PE_OK)
    status = find_range (rule, out_of, absent, &b);
  if (status != PE_OK)
    {
      pe_collector_add (self->collector, status, NULL, NULL);
      return FALSE;
    }
  *out = pe_range_divide (&a, &b).high;
  return out->infinite == 0;
}

/* A quotient whose parts the rule or its formulas keep within bounds. What is below 0 gives no points. */
static gboolean
find_quotient (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  static const struct
  {
    const pe_shape *shape;
    const char     *of;
    const char     *out_of;
    int64_t         absent; /* of the latter */
  } quotients[]
      = { { &pe_shape_capped_ratio, "actual", "target", 1 }, { &pe_shape_external_score, "score", "out_of", 100 } };
  const size_t n = G_N_ELEMENTS (quotients);
  size_t       i = 0;
  pe_bound     share;

  while (i < n && quotients[i].shape != pe_rule_peek_shape (rule))
    i++;
  if (i == n || !find_share (self, rule, quotients[i].of, quotients[i].out_of, quotients[i].absent, &share))
    return FALSE;
  if (pe_bound_sign (&share) < 0)
    pe_rational_set_int (&share.number, 0);
  return pe_rational_multiply (&most->points, full_marks, &share.number, PE_RULE_CHECK_BITS) == PE_OK;
}

static gboolean
is_above (const maximum *most, const maximum *other)
{
  const int order = pe_rational_compare (&most->points, &other->points);

  return order > 0 || (order == 0 && !most->is_open);
}

static gboolean
find_of_option (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  return find_highest_band (self, rule, full_marks, most) || find_best_decision (self, rule, full_marks, most)
         || find_constant (self, rule, full_marks, most) || find_quotient (self, rule, full_marks, most);
}

/* The option that gives most, where that is known of all. */
static gboolean
find_best_alternative (const pe_lint *self, const pe_rule *rule, const pe_rational *full_marks, maximum *most)
{
  size_t                n, n_known = 0;
  const pe_alternative *options = pe_rule_get_alternatives (rule, &n);
  maximum               option = { .is_open = FALSE };

  pe_rational_init (&option.points);
  for (; n_known < n && find_of_option (self, options[n_known].rule, full_marks, &option); n_known++)
    {
      if (n_known == 0 || is_above (&option, most))
        {
          pe_rational_copy (&most->points, &option.points);
          most->is_open = option.is_open;
        }
      option.is_open = FALSE;
    }
  pe_rational_clear (&option.points);
  return n > 0 && n_known == n;
}

/* The first way that knows it decides. A rule with points of its own is of a row only where each row is scored for a full mark
 * of 1, so that these points are shares as well. None gives more than the full marks. */
static void
check_most (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_rational *full_marks,
            const char *prefix)
{
  static const struct
  {
    find_most  *find;
    const char *table;
  } ways[] = { { find_highest_band, "/bands" },
               { find_constant, "" },
               { find_best_decision, "/rules" },
               { find_best_alternative, "" },
               { find_quotient, "" } };
  const size_t n = G_N_ELEMENTS (ways);
  maximum      most = { .is_open = FALSE };
  size_t       way = 0;

  pe_rational_init (&most.points);
  while (way < n && !ways[way].find (self, rule, full_marks, &most))
    way++;
  if (way < n && (most.is_open || pe_rational_compare (&most.points, full_marks) < 0))
    report_maximum (self, indicator, prefix, ways[way].table, &most, full_marks);
  pe_rational_clear (&most.points);
}

/* One rule, without those that it has for signs. */
static void
check_one (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_decimal *full_marks, const char *prefix,
           gboolean is_of_row)
{
  pe_rational marks;

  pe_rational_init (&marks);
  pe_rational_set_decimal (&marks, full_marks);
  pe_lint_check_shape (self, indicator, pe_rule_peek_shape (rule), prefix);
  check_bands (self, indicator, rule, &marks, prefix, is_of_row);
  check_most (self, indicator, rule, &marks, prefix);
  pe_rational_clear (&marks);
}

void
pe_lint_check_rule (const pe_lint *self, size_t indicator, const pe_rule *rule, const pe_decimal *full_marks,
                    const char *prefix)
{
  static const pe_decimal  one = { 1, 0, 0 };
  static const char *const suffixes[] = {
    [PE_SIGN_AT_LEAST] = "/rules/>=", [PE_SIGN_AT_MOST] = "/rules/<=", [PE_SIGN_EQUAL] = "/rules/=",
    [PE_SIGN_LESS] = "/rules/<",      [PE_SIGN_GREATER] = "/rules/>",  [PE_SIGN_QUALITATIVE] = "/rules/qualitative",
  };

  check_one (self, indicator, rule, full_marks, prefix, FALSE);
  for (pe_sign sign = PE_SIGN_AT_LEAST; sign <= PE_SIGN_QUALITATIVE; sign++)
    {
      const pe_rule *row_rule = pe_rule_get_sign_rule (rule, sign);
      pe_buffer      buffer = PE_BUFFER_INIT;
      char          *path;

      if (row_rule == NULL)
        continue;
      pe_buffer_add_string (&buffer, prefix);
      pe_buffer_add_string (&buffer, suffixes[sign]);
      path = pe_buffer_steal (&buffer);
      if (path == NULL)
        pe_collector_add (self->collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      else
        check_one (self, indicator, row_rule, &one, path, TRUE);
      g_free (path);
    }
}
