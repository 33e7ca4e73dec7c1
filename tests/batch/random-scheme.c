/* random-scheme.c - a rulebook made up of one number
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

#include <string.h>

/* A rulebook as text, under construction. */
typedef struct writer
{
  dice    *dice;
  GString *text;
  figures  figures;    /* of the leaf */
  int64_t  marks;      /* of the leaf, in hundredths */
  gboolean has_target; /* the leaf holds a result against a target */
} writer;

static void put (writer *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
put (writer *self, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (self->text, format, arguments);
  va_end (arguments);
}

/* "12.34" */
static void
put_hundredths (writer *self, int64_t number)
{
  put (self, "\"%" G_GINT64_FORMAT ".%02d\"", number / 100, (int) (number % 100));
}

/* A number that the scheme fixes, in the unit of the leaf's figures. */
static void
put_fixed (writer *self)
{
  static const char *const units[] = { "", "万元", "%", "个" };
  const uint64_t           whole = 1 + dice_below (self->dice, 120);

  if (self->figures == FIGURES_COUNT || dice_strikes (self->dice, 50))
    put (self, "\"%d%s\"", (int) whole, units[self->figures]);
  else
    put (self, "\"%d.%d%s\"", (int) whole, (int) dice_below (self->dice, 100), units[self->figures]);
}

static void
put_unit (writer *self)
{
  static const char *const units[] = { "", "万元", "%", "个" };

  if (self->figures != FIGURES_BARE)
    put (self, ",\"unit\":\"%s\"", units[self->figures]);
}

static void
put_target (writer *self)
{
  self->has_target = TRUE;
  put (self, ",\"target\":");
  if (dice_strikes (self->dice, 70))
    put (self, "{\"fact\":\"b\"}");
  else
    put_fixed (self);
}

/* A formula gives a bare number: with another column most runs would be refused. */
static void
put_value (writer *self, const char *argument)
{
  put (self, ",\"%s\":", argument);
  if (self->figures == FIGURES_BARE && dice_strikes (self->dice, 40))
    put (self, dice_strikes (self->dice, 50) ? "{\"formula\":\"a / c\"}" : "{\"formula\":\"a\"}");
  else
    put (self, dice_strikes (self->dice, self->figures == FIGURES_BARE ? 30 : 2)
                   ? "{\"formula\":\"a + c / 3\"}"
                   : "{\"fact\":\"a\"}");
}

/* Shapes */

static void
capped_ratio (writer *self)
{
  static const char *const measures[]
      = { "budget.execution_rate", "budget.execution_rate_initial", "budget.adjustment_rate", "procurement.sme_share" };

  put (self, "\"shape\":\"capped_ratio/1\"");
  if (dice_strikes (self->dice, 30))
    put (self, ",\"actual\":{\"measure\":\"%s\"}", measures[dice_below (self->dice, G_N_ELEMENTS (measures))]);
  else
    {
      put_value (self, "actual");
      if (self->figures == FIGURES_MONEY || self->figures == FIGURES_COUNT || dice_strikes (self->dice, 70))
        put_target (self);
    }
}

static void
inverse_ratio (writer *self)
{
  put (self, "\"shape\":\"%s/1\"", dice_strikes (self->dice, 60) ? "inverse_ratio" : "inverse_linear");
  put_value (self, "actual");
  put_target (self);
}

static void
equality (writer *self)
{
  put (self, "\"shape\":\"equality/1\"");
  put_value (self, "actual");
  put_target (self);
  put (self, ",\"mode\":\"%s\"",
       dice_strikes (self->dice, 50)   ? "exact"
       : dice_strikes (self->dice, 50) ? "flag"
                                       : "cap");
}

/* Ascending bounds; the best step is the first or the last one. */
static void
steps (writer *self)
{
  const int n = 2 + (int) dice_below (self->dice, 5);
  int64_t   at = (int64_t) dice_below (self->dice, 60);
  gboolean  closed = dice_strikes (self->dice, 50), rising = dice_strikes (self->dice, 80);

  put (self, "\"shape\":\"steps/1\"");
  if (self->figures == FIGURES_PERCENT && dice_strikes (self->dice, 40))
    put (self, ",\"value\":{\"measure\":\"budget.execution_rate\"}");
  else
    put_value (self, "value");
  put_unit (self);
  put (self, ",\"steps\":[");
  for (int i = 0; i < n; i++)
    {
      const int64_t points = self->marks * (rising ? i : n - 1 - i) / (n - 1);

      put (self, "%s{\"ends\":\"%c%c\",\"points\":", i > 0 ? "," : "", i == 0 || !closed ? '(' : '[',
           i == n - 1 || closed ? ')' : ']');
      put_hundredths (self, points);
      if (i > 0)
        put (self, ",\"from\":\"%d\"", (int) at);
      at += 1 + (int64_t) dice_below (self->dice, 20);
      if (i < n - 1)
        put (self, ",\"to\":\"%d\"", (int) at);
      put (self, "}");
    }
  put (self, "]");
}

static void
binary (writer *self)
{
  static const char *const words[] = { "<=", "<", ">=", ">", "=" };

  put (self, "\"shape\":\"binary/1\"");
  if (dice_strikes (self->dice, 50))
    {
      put (self, ",\"value\":{\"fact\":\"t\"}");
      return;
    }
  put_value (self, "value");
  put (self, ",\"compare\":\"%s\",\"limit\":", words[dice_below (self->dice, G_N_ELEMENTS (words))]);
  if (dice_strikes (self->dice, 50))
    put (self, "{\"fact\":\"b\"}");
  else
    put_fixed (self);
}

static void
per_violation (writer *self)
{
  const int n = 1 + (int) dice_below (self->dice, 3);

  put (self, "\"shape\":\"per_violation/1\",\"items\":[");
  for (int i = 0; i < n; i++)
    {
      put (self, "%s{\"id\":\"v%d\",\"name\":{\"zh\":\"项\"},\"points\":\"0.%d\"", i > 0 ? "," : "", i,
           1 + (int) dice_below (self->dice, 9));
      if (dice_strikes (self->dice, 40))
        put (self, ",\"cap\":\"1.5\"");
      put (self, "}");
    }
  put (self, "]");
}

static void
checklist (writer *self)
{
  put (self, "\"shape\":\"checklist/1\",\"items\":[");
  for (int i = 0; i < 2; i++)
    {
      put (self, "%s{\"id\":\"c%d\",\"name\":{\"zh\":\"项\"},\"points\":", i > 0 ? "," : "", i);
      put_hundredths (self, i == 0 ? self->marks / 2 : self->marks - self->marks / 2);
      put (self, "}");
    }
  put (self, "]");
}

static void
graded (writer *self)
{
  put (self, "\"shape\":\"graded/1\",\"bands\":["
             "{\"id\":\"achieved\",\"name\":{\"zh\":\"达成\"},\"from\":\"0.8\",\"to\":\"1\",\"ends\":\"[]\"},"
             "{\"id\":\"partial\",\"name\":{\"zh\":\"部分\"},\"from\":\"0.6\",\"to\":\"0.8\",\"ends\":\"[)\"},"
             "{\"id\":\"missed\",\"name\":{\"zh\":\"未\"},\"from\":\"0\",\"to\":\"0.6\",\"ends\":\"[)\"}]");
}

static void
external_score (writer *self)
{
  put (self, "\"shape\":\"external_score/1\",\"score\":{\"fact\":\"score\"}");
}

static void
piecewise_linear (writer *self)
{
  put (self, "\"shape\":\"piecewise_linear/1\"");
  put_value (self, "value");
  put_unit (self);
  put (self,
       ",\"points\":[{\"at\":\"20\",\"points\":\"0\"},{\"at\":\"%d\",\"points\":\"0.25\"},{\"at\":\"100\",\"points\":",
       21 + (int) dice_below (self->dice, 70));
  put_hundredths (self, self->marks);
  put (self, "}]");
}

static void
last_year (writer *self)
{
  put (self, "\"shape\":\"last_year/1\"");
  put_value (self, "value");
  put (self, ",\"last\":{\"fact\":\"b\"},\"none\":");
  put_hundredths (self, self->marks);
  put (self, ",\"not_more\":\"0.5\",\"more\":\"0\"");
}

static void
milestones (writer *self)
{
  put (self, "\"shape\":\"milestones/1\",\"milestones\":["
             "{\"id\":\"m0\",\"name\":{\"zh\":\"一\"},\"share\":\"0.5\",\"points\":\"0.5\",\"date\":\"06-30\"},"
             "{\"id\":\"m1\",\"name\":{\"zh\":\"二\"},\"share\":\"1\",\"points\":\"0.4\",\"date\":\"12-31\"}]");
}

static void
alternative (writer *self)
{
  put (
      self,
      "\"shape\":\"alternative/1\",\"choice\":\"%s\",\"alternatives\":["
      "{\"id\":\"x\",\"rule\":{\"shape\":\"inverse_ratio/1\",\"actual\":{\"fact\":\"a\"},\"target\":{\"fact\":\"b\"}}},"
      "{\"id\":\"y\",\"rule\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"c\"},\"target\":{\"fact\":\"b\"}}}]",
      dice_strikes (self->dice, 50) ? "declared" : "best");
}

static void
on_time_share (writer *self)
{
  put (self, "\"shape\":\"on_time_share/1\",\"on_time\":{\"fact\":\"a\"},\"applicable\":{\"fact\":\"b\"}");
  self->figures = FIGURES_COUNT;
}

static void
deviation (writer *self)
{
  put (self, "\"shape\":\"per_unit_deviation/1\"");
  put_value (self, "actual");
  put_target (self);
  put (self, ",\"per\":\"2\",\"points\":\"0.3\",\"count\":\"ceiling\",\"unit\":\"%s\"",
       dice_strikes (self->dice, 50) ? "百分点" : "%");
}

static void
deviation_steps (writer *self)
{
  put (self, "\"shape\":\"deviation_steps/1\"");
  put_value (self, "actual");
  put_target (self);
  put (self, ",\"deviation\":\"%s\",\"unit\":\"%%\",\"steps\":[{\"ends\":\"(]\",\"to\":\"10\",\"points\":",
       dice_strikes (self->dice, 50) ? "absolute" : "signed");
  put_hundredths (self, self->marks);
  put (self, "},{\"ends\":\"()\",\"from\":\"10\",\"points\":\"0.25\"}]");
}

/* Not by a share of the target: in the unit of the figures, or in percentage points where those are percentages. */
static void
excess_by_difference (writer *self)
{
  const gboolean is_above = dice_strikes (self->dice, 50), is_ceiling = dice_strikes (self->dice, 50);

  put (self, "\"shape\":\"per_unit_excess/1\"");
  put_value (self, "actual");
  put_target (self);
  put (self, ",\"side\":\"%s\",\"per\":\"1.5\",\"points\":\"0.3\",\"count\":\"%s\"", is_above ? "above" : "below",
       is_ceiling ? "ceiling" : "floor");
  if (self->figures == FIGURES_PERCENT && dice_strikes (self->dice, 60))
    put (self, ",\"unit\":\"百分点\"");
  else
    put_unit (self);
}

static void
excess (writer *self)
{
  const gboolean is_above = dice_strikes (self->dice, 50), is_floor = dice_strikes (self->dice, 50);

  put (self, "\"shape\":\"per_unit_excess/1\"");
  put_value (self, "actual");
  put_target (self);
  put (self, ",\"side\":\"%s\",\"relative\":\"yes\",\"per\":\"2\",\"points\":\"0.3\",\"count\":\"%s\",\"unit\":\"%%\"",
       is_above ? "above" : "below", is_floor ? "floor" : "continuous");
}

static void
decision_table (writer *self)
{
  put_random_table (self->text, self->dice, self->marks);
}

static void
put_formula_steps (writer *self)
{
  put (self, "\"shape\":\"steps/1\",\"steps\":[{\"ends\":\"()\",\"to\":\"0.5\",\"points\":\"0\"},"
             "{\"ends\":\"[]\",\"from\":\"0.5\",\"to\":\"100\",\"points\":\"0.7\"},"
             "{\"ends\":\"()\",\"from\":\"100\",\"points\":");
  put_hundredths (self, self->marks);
  put (self, "}],\"value");
}

/* One of the shapes that become programs. */
static void
formula (writer *self)
{
  static const char *const beginnings[]
      = { "\"shape\":\"capped_ratio/1\",\"actual", "\"shape\":\"inverse_ratio/1\",\"target\":\"90\",\"actual",
          "\"shape\":\"binary/1\",\"compare\":\">=\",\"limit\":\"12.5\",\"value" };

  put (self, RANDOM_TYPES ",");
  if (dice_strikes (self->dice, 20))
    put_formula_steps (self);
  else
    put (self, "%s", beginnings[dice_below (self->dice, G_N_ELEMENTS (beginnings))]);
  put (self, "\":{\"formula\":\"");
  put_random_number (self->text, self->dice, 3);
  put (self, "\"}");
  if (dice_strikes (self->dice, 70))
    self->figures = FIGURES_BARE;
}

typedef void shape_writer (writer *self);

/* The shapes that have kernels stand more often. */
static shape_writer *const shapes[] = {
  capped_ratio,
  capped_ratio,
  capped_ratio,
  inverse_ratio,
  inverse_ratio,
  steps,
  steps,
  binary,
  binary,
  per_violation,
  per_violation,
  checklist,
  graded,
  external_score,
  piecewise_linear,
  last_year,
  milestones,
  alternative,
  on_time_share,
  excess,
  decision_table,
  formula,
  equality,
  formula,
  formula,
  decision_table,
  deviation,
  deviation_steps,
  excess_by_difference,
};

/* Around the rules */

static void
put_policies (writer *self, gboolean all)
{
  static const char *const states[] = { "missing", "not_applicable", "zero_denominator", "text", "invalid" };
  gboolean                 any = FALSE;

  put (self, ",\"policies\":{");
  for (size_t i = 0; i < G_N_ELEMENTS (states); i++)
    {
      char *policy = dice_choose (self->dice, all ? "error full zero drop drop" : "full zero drop error");

      if (all || dice_strikes (self->dice, 30))
        {
          put (self, "%s\"%s\":\"%s\"", any ? "," : "", states[i], policy);
          any = TRUE;
        }
      g_free (policy);
    }
  put (self, "}");
}

static void
put_over (writer *self, shape_writer *shape)
{
  static const char *const overs[]
      = { "\"action\":\"flag\"", "\"action\":\"reduce\",\"per\":\"0.5\",\"cap\":\"0.5\"",
          "\"action\":\"reason\",\"if_no_reason\":\"zero\"", "\"action\":\"reason\",\"if_no_reason\":\"error\"",
          "\"action\":\"reason\",\"if_no_reason\":\"flag\"" };

  if ((shape == capped_ratio || shape == equality) && self->has_target && dice_strikes (self->dice, 30))
    put (self, ",\"over_achievement\":{\"from\":\"1.3\",%s}", overs[dice_below (self->dice, G_N_ELEMENTS (overs))]);
}

static void
put_leaf (writer *self, random_scheme *scheme, const char *code, size_t index)
{
  static const char *const conditions[]
      = { "budget.execution_rate < 0.9",        "a > 50",
          "budget.executed < 1000 or b = 2",    "if a = null then false else a in [0..20]",
          "some x in [a, b] satisfies x > 100", "sqrt(a * b) > 10" };
  const gboolean attested = dice_strikes (self->dice, 8);
  shape_writer  *shape = NULL;

  self->figures = (figures) dice_below (self->dice, N_FIGURES);
  put (self, "{\"code\":\"%s\",\"name\":{\"zh\":\"指标\"},\"full_marks\":", code);
  put_hundredths (self, self->marks);
  put (self, ",\"declared\":\"%s\"", attested ? "only" : dice_strikes (self->dice, 10) ? "if_facts_missing" : "never");
  if (dice_strikes (self->dice, 8))
    put (self, ",\"manual_deduction\":true");
  if (dice_strikes (self->dice, 8))
    put (self, ",\"caps\":[{\"if_formula\":\"%s\",\"points\":\"0.75\",\"reason\":{\"zh\":\"封顶\"}}]",
         conditions[dice_below (self->dice, G_N_ELEMENTS (conditions))]);
  else if (dice_strikes (self->dice, 8))
    put (self, ",\"caps\":[{\"if_fact\":\"capped\",\"points\":\"0.5\",\"reason\":{\"zh\":\"封顶\"}}]");
  put (self, ",\"rule\":{");
  if (attested)
    put (self, "\"shape\":\"attested/1\"");
  else
    {
      self->has_target = FALSE;
      shape = shapes[dice_below (self->dice, G_N_ELEMENTS (shapes))];
      shape (self);
      put_policies (self, FALSE);
    }
  put (self, "}");
  put_over (self, attested ? NULL : shape);
  put (self, "}");
  scheme->figures[index] = self->figures;
}

static void
put_level (writer *self, const char *name, uint32_t percent_of_null)
{
  static const char *const modes[] = { "half_even", "half_down", "down", "up", "floor", "ceiling" };

  if (dice_strikes (self->dice, percent_of_null))
    put (self, "\"%s\":null,", name);
  else if (dice_strikes (self->dice, 70))
    put (self, "\"%s\":{\"places\":2,\"mode\":\"half_up\"},", name);
  else
    {
      put (self, "\"%s\":{\"places\":%d,", name, (int) dice_below (self->dice, 5));
      put (self, "\"mode\":\"%s\"},", modes[dice_below (self->dice, G_N_ELEMENTS (modes))]);
    }
}

static int64_t
choose_marks (dice *roll)
{
  static const int64_t marks[] = { 100, 200, 500, 1000, 1250, 333, 400, 300 };

  return marks[dice_below (roll, G_N_ELEMENTS (marks))];
}

static int64_t
put_indicators (writer *self, random_scheme *scheme)
{
  const int n_groups = 1 + (int) dice_below (self->dice, 3);
  int64_t   total = 0;
  size_t    index = 0;

  put (self, "\"indicators\":[");
  for (int g = 0; g < n_groups; g++)
    {
      const int n = 1 + (int) dice_below (self->dice, 3);
      int64_t   sum = 0, marks[4];

      for (int i = 0; i < n; i++)
        sum += marks[i] = choose_marks (self->dice);
      put (self, "%s{\"code\":\"%d\",\"name\":{\"zh\":\"组\"},\"full_marks\":", g > 0 ? "," : "", g + 1);
      put_hundredths (self, sum);
      put (self, ",\"indicators\":[");
      index++;
      for (int i = 0; i < n; i++)
        {
          char *code = g_strdup_printf ("%d.%d", g + 1, i + 1);

          self->marks = marks[i];
          put (self, "%s", i > 0 ? "," : "");
          put_leaf (self, scheme, code, index++);
          g_free (code);
        }
      put (self, "]}");
      total += sum;
    }
  put (self, "],");
  return total;
}

static void
put_rest (writer *self, int64_t total)
{
  put (self, "\"full_marks\":");
  put_hundredths (self, total);
  put (self, ",\"grades\":[{\"id\":\"a\",\"name\":{\"zh\":\"优\"},\"from\":");
  put_hundredths (self, total * 9 / 10);
  put (self, "},{\"id\":\"b\",\"name\":{\"zh\":\"良\"},\"from\":\"%d.%03d\"},", (int) (total * 7 / 1000),
       1 + (int) dice_below (self->dice, 100));
  put (self, "{\"id\":\"d\",\"name\":{\"zh\":\"差\"},\"from\":\"0\"}],\"rounding\":{");
  put_level (self, "rate", 0);
  put_level (self, "leaf", 8);
  put_level (self, "subtotal", 60);
  put_level (self, "total", 10);
  put (self, "\"rank_on\":\"%s\"}", dice_strikes (self->dice, 70) ? "rounded" : "exact");
  put_policies (self, TRUE);
  if (dice_strikes (self->dice, 15))
    put (self, ",\"bonus\":{\"limit\":\"3\",\"ceiling\":\"%d\"}", (int) (total / 100) + 2);
  if (dice_strikes (self->dice, 15))
    put (self, ",\"vetoes\":[{\"id\":\"fraud\",\"name\":{\"zh\":\"违纪\"},\"effect\":\"zero\"},"
               "{\"id\":\"late\",\"name\":{\"zh\":\"迟报\"},\"effect\":\"ceiling\",\"grade\":\"b\"}]");
}

void
random_scheme_init (random_scheme *self, dice *roll)
{
  writer    text = { .dice = roll, .text = g_string_new (NULL) };
  pe_error *error = NULL;

  memset (self, 0, sizeof *self);
  put (&text, "{\"format\":\"perfeval-rulebook/1\",\"id\":\"random\",\"edition\":\"1\",\"title\":{\"zh\":\"随机\"},"
              "\"kind\":\"department\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\",");
  put_rest (&text, put_indicators (&text, self));
  put (&text, "}");
  if (pe_rulebook_from_json (&self->rulebook, text.text->str, text.text->len, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s\n%s", pe_error_get_message (error, PE_LANGUAGE_EN), text.text->str);
  self->has_powers = strstr (text.text->str, "**") != NULL || strstr (text.text->str, "sqrt") != NULL;
  g_string_free (text.text, TRUE);
}

void
random_scheme_clear (random_scheme *self)
{
  pe_rulebook_unref (self->rulebook);
}
