/* shape-on-time-share.c - on_time_share/1: the share that was done in time
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "shape-private.h"

#include <string.h>

#define WORDS_OF_DATES "intent start award signing publication filing"
static const char records_path[] = "/procurement/records";

static const struct
{
  const char *word;
  size_t      offset;
} dates[] = {
  { "intent", offsetof (pe_procurement_record, intent) },
  { "start", offsetof (pe_procurement_record, start) },
  { "award", offsetof (pe_procurement_record, award) },
  { "signing", offsetof (pe_procurement_record, signing) },
  { "publication", offsetof (pe_procurement_record, publication) },
  { "filing", offsetof (pe_procurement_record, filing) },
};

static pe_date
get_date (const pe_procurement_record *record, const char *word)
{
  pe_date date = 0;

  for (size_t i = 0; i < G_N_ELEMENTS (dates); i++)
    if (strcmp (dates[i].word, word) == 0)
      memcpy (&date, (const char *) record + dates[i].offset, sizeof date);
  return date;
}

/* Building */

static gboolean
has (const pe_rule *rule, const char *name)
{
  return pe_setting_is_given (pe_rule_get_setting (rule, name));
}

static void
check (const pe_rule *rule, pe_collector *collector)
{
  static const char *const by_facts[] = { "on_time", "applicable" };
  static const char *const by_records[] = { "from", "to", "limit", "days" };
  gboolean                 any_fact = FALSE, any_record = has (rule, "bound");

  for (size_t i = 0; i < G_N_ELEMENTS (by_facts); i++)
    any_fact = any_fact || has (rule, by_facts[i]);
  for (size_t i = 0; i < G_N_ELEMENTS (by_records); i++)
    any_record = any_record || has (rule, by_records[i]);
  if (any_fact && any_record)
    pe_rule_add_range (collector, rule, "/on_time", "on_time", NULL, "either on_time and applicable, or from and to",
                       "on_time 与 applicable，或 from 与 to，二者取一");
  for (size_t i = 0; !any_record && i < G_N_ELEMENTS (by_facts); i++)
    if (!has (rule, by_facts[i]))
      pe_rule_add_missing (collector, rule, by_facts[i]);
  for (size_t i = 0; any_record && !any_fact && i < G_N_ELEMENTS (by_records); i++)
    if (!has (rule, by_records[i]))
      pe_rule_add_missing (collector, rule, by_records[i]);
  if (has (rule, "from") && has (rule, "to")
      && strcmp (pe_rule_get_word (rule, "from"), pe_rule_get_word (rule, "to")) == 0)
    pe_rule_add_range (collector, rule, "/to", "to", NULL, "another date than from", "与 from 不同的日期");
}

static gboolean
can_divide_by_zero (const pe_rule *rule)
{
  const pe_setting *applicable = pe_rule_get_setting (rule, "applicable");

  return applicable->binding != PE_BINDING_FIGURE || applicable->figure.value.coefficient == 0;
}

/* From two counts */

/* The outcome's two first inputs are the counts. */
static void
divide_counts (pe_application *self)
{
  const pe_scored_input *inputs = self->out->inputs.data;
  pe_rational            on_time, applicable;

  pe_rational_init (&on_time);
  pe_rational_init (&applicable);
  pe_rational_set_decimal (&on_time, &inputs[0].figure.value);
  pe_rational_set_decimal (&applicable, &inputs[1].figure.value);
  if (pe_rational_compare (&on_time, &applicable) > 0)
    {
      pe_buffer total = PE_BUFFER_INIT;

      pe_buffer_add_decimal (&total, &inputs[1].figure.value);
      pe_application_refuse_with (self, PE_ERROR_COUNT_INVALID, 0, &total);
    }
  else if (pe_rational_sign (&applicable) == 0)
    pe_application_set_state (self, PE_STATE_ZERO_DENOMINATOR, PE_ERROR_ZERO_DENOMINATOR, 1);
  else
    {
      pe_application_multiply (self, &self->out->points, self->full_marks, &on_time);
      pe_application_divide (self, &self->out->points, &self->out->points, &applicable);
      pe_application_divide (self, &on_time, &on_time, &applicable);
      pe_application_set_rate (self, &on_time);
    }
  pe_rational_clear (&applicable);
  pe_rational_clear (&on_time);
}

/* A measure of one amount, a fact or a fixed number is one input; a rate is no count. */
static gboolean
get_count (pe_application *self, const char *name)
{
  pe_argument argument;
  gboolean    is_count = FALSE;

  pe_argument_init (&argument);
  if (pe_application_get_argument (self, name, &argument))
    {
      const pe_figure *figure = &pe_vector_at (&self->out->inputs, pe_scored_input, argument.input)->figure;

      if (argument.is_rate)
        pe_application_refuse (self, PE_ERROR_UNIT_MISMATCH, argument.input, pe_unit_get_name (PE_UNIT_COUNT));
      else
        is_count = pe_application_check_count (self, figure, argument.input);
    }
  pe_argument_clear (&argument);
  return is_count;
}

/* From the records */

/* What the records of a dossier are counted by. */
typedef struct counting
{
  const char *from;
  const char *to;
  int64_t     limit;
  gboolean    working;
  gboolean    at_least;
  int64_t     on_time;
  int64_t     applicable;
} counting;

/* Records the date of a record that is to blame, as an input. */
static size_t
add_date (pe_application *self, const char *word, size_t record, const pe_figure *figure)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, records_path);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_uint (&path, record);
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, word);
  return pe_application_add_input (self, word, NULL, figure, pe_application_take_path (self, &path));
}

/* FALSE when they cannot be counted: the outcome then has the state. */
static gboolean
count_days (pe_application *self, const counting *counted, size_t index, pe_date from, pe_date to, int32_t *days)
{
  pe_figure year = { { to / 10000, 0, 0 }, PE_STATE_VALUE, PE_UNIT_NONE };
  int32_t   in_calendar;

  if (!counted->working)
    return pe_date_count_days (days, from, to, NULL) == PE_OK;
  if (self->source->calendar == NULL)
    {
      pe_application_refuse (self, PE_ERROR_CALENDAR_MISSING, G_MAXSIZE, NULL);
      return FALSE;
    }
  if (pe_calendar_count_workdays (days, self->source->calendar, from, to, NULL) == PE_OK)
    return TRUE;
  /* The other days are known to be days: the calendar does not reach far enough. */
  if (pe_calendar_is_workday (&in_calendar, self->source->calendar, from, NULL) != PE_OK)
    year.value.coefficient = from / 10000;
  pe_application_refuse (
      self, PE_ERROR_CALENDAR_RANGE,
      add_date (self, year.value.coefficient == to / 10000 ? counted->to : counted->from, index, &year), NULL);
  return FALSE;
}

/* Before any day is counted: whether a date is missing must not depend on what the records before it need. */
static void
check_record (pe_application *self, const counting *counted, const pe_procurement_record *record, size_t index)
{
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };

  if (get_date (record, counted->from) != 0 && get_date (record, counted->to) == 0)
    pe_application_check_figure (self, &missing, add_date (self, counted->to, index, &missing));
}

static void
count_record (pe_application *self, counting *counted, const pe_procurement_record *record, size_t index)
{
  const pe_date from = get_date (record, counted->from), to = get_date (record, counted->to);
  int32_t       days;

  if (from == 0)
    return;
  counted->applicable++;
  if (count_days (self, counted, index, from, to, &days)
      && (counted->at_least ? days >= counted->limit : days <= counted->limit))
    counted->on_time++;
}

/* Without records: none were made where a total says that nothing was bought, else they are missing. A total that is no sum of
 * records is read as it stands, which cannot fail. */
static gboolean
bought_nothing (const pe_procurement *procurement)
{
  static const pe_procurement_total totals[] = { PE_PROCUREMENT_BUDGET, PE_PROCUREMENT_CONTRACTS };

  gboolean nothing = FALSE;

  for (size_t i = 0; procurement != NULL && i < G_N_ELEMENTS (totals); i++)
    {
      pe_figure total;

      (void) pe_procurement_compute_total (&total, procurement, totals[i], NULL);
      if (total.state != PE_STATE_VALUE)
        continue;
      nothing = total.value.coefficient == 0;
      if (!nothing)
        return FALSE;
    }
  return nothing;
}

/* A count as an input, in front of those that are to blame. */
static size_t
add_count (pe_application *self, const char *name, const pe_figure *figure)
{
  pe_buffer path = PE_BUFFER_INIT;

  pe_buffer_add_string (&path, records_path);
  return pe_application_add_input (self, name, NULL, figure, pe_application_take_path (self, &path));
}

static void
count_records (pe_application *self, counting *counted)
{
  const pe_procurement  *procurement = NULL;
  static const pe_figure missing = { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE };
  size_t                 n;

  if (self->source->dossier != NULL)
    procurement = pe_dossier_get_procurement (self->source->dossier);
  n = pe_procurement_get_n_records (procurement);
  for (size_t i = 0; i < n && pe_application_is_well (self); i++)
    check_record (self, counted, pe_procurement_peek_record (procurement, i), i);
  for (size_t i = 0; i < n && pe_application_is_well (self); i++)
    count_record (self, counted, pe_procurement_peek_record (procurement, i), i);
  if (n == 0 && !bought_nothing (procurement))
    pe_application_check_figure (self, &missing, add_count (self, "applicable", &missing));
}

static void
apply_records (pe_application *self)
{
  const pe_rule *rule = self->rule;
  const char    *bound = pe_rule_get_word (rule, "bound");
  counting       counted = { .from = pe_rule_get_word (rule, "from"),
                             .to = pe_rule_get_word (rule, "to"),
                             .working = strcmp (pe_rule_get_word (rule, "days"), "working") == 0,
                             .at_least = bound != NULL && strcmp (bound, "at_least") == 0 };
  pe_decimal     limit = { 0, 0, 0 };
  pe_figure      count = { { 0, 0, 0 }, PE_STATE_VALUE, PE_UNIT_COUNT };

  pe_rule_get_number (rule, "limit", &limit);
  /* A whole number: "30.0" is 30. */
  pe_decimal_quantize (&limit, &limit, 0, PE_ROUND_DOWN, NULL);
  counted.limit = limit.coefficient;
  count_records (self, &counted);
  if (!pe_application_is_well (self))
    return;
  count.value.coefficient = counted.on_time;
  add_count (self, "on_time", &count);
  count.value.coefficient = counted.applicable;
  add_count (self, "applicable", &count);
  if (self->status == PE_OK)
    divide_counts (self);
}

static void
apply (pe_application *self)
{
  gboolean has_on_time, has_applicable;

  if (pe_rule_get_word (self->rule, "from") != NULL)
    {
      apply_records (self);
      return;
    }
  has_on_time = get_count (self, "on_time");
  has_applicable = get_count (self, "applicable");
  if (has_on_time && has_applicable)
    divide_counts (self);
}

/* "3 × 4 / 5" */
static void
print_formula (pe_formula *self)
{
  pe_formula_add_marks (self);
  pe_formula_add (self, " × ");
  pe_formula_add_argument (self, "on_time", TRUE);
  pe_formula_add (self, " / ");
  pe_formula_add_argument (self, "applicable", TRUE);
}

static const pe_shape_parameter parameters[] = {
  { .kind = PE_PARAMETER_ARGUMENT,
    .name = "on_time",
    .description_zh = "按时的个数；与 applicable 一并设置。",
    .description_en = "How many were on time; given together with applicable." },
  { .kind = PE_PARAMETER_ARGUMENT,
    .name = "applicable",
    .description_zh = "应计的个数；与 on_time 一并设置。",
    .description_en = "How many there were; given together with on_time." },
  { .kind = PE_PARAMETER_WORD,
    .name = "from",
    .words = WORDS_OF_DATES,
    .description_zh = "按采购记录计算时的起始日期；有此日期的记录才计入。",
    .description_en = "The date from which days are counted in the procurement records; a record without it does not "
                      "count." },
  { .kind = PE_PARAMETER_WORD,
    .name = "to",
    .words = WORDS_OF_DATES,
    .description_zh = "按采购记录计算时的截止日期；有起始日期而无此日期为未填报。",
    .description_en = "The date up to which days are counted; a record with the first date and without this one is "
                      "missing." },
  { .kind = PE_PARAMETER_NUMBER,
    .whole = 1,
    .name = "limit",
    .minimum = "0",
    .maximum = "36600",
    .description_zh = "天数界限，整数；起始日不计，截止日计入。",
    .description_en = "The limit in days, a whole number; the first day does not count, the last one does." },
  { .kind = PE_PARAMETER_WORD,
    .name = "days",
    .words = "calendar working",
    .description_zh = "calendar 为自然日，working 为工作日（需提供工作日历）。",
    .description_en = "calendar days, or working days, for which a calendar has to be given." },
  { .kind = PE_PARAMETER_WORD,
    .name = "bound",
    .words = "at_most at_least",
    .default_text = "at_most",
    .description_zh = "at_most：不超过界限为按时；at_least：不少于界限为按时（如采购意向提前公开）。",
    .description_en = "at_most: on time within the limit; at_least: on time from the limit on (e.g. intent published "
                      "ahead)." },
};

const pe_shape pe_shape_on_time_share = {
  .name = "on_time_share",
  .revision = 1,
  .title_zh = "按时比例",
  .title_en = "On-time share",
  .definition_zh
  = "得分 = w × 按时个数 / 应计个数；没有应计个数属分母为零。个数可直接填报，也可按采购记录的两个日期计算。",
  .definition_en
  = "points = w × on time / applicable; nothing applicable is a zero denominator. The counts are facts, or "
    "are taken from two dates of the procurement records.",
  .source
  = "《中华人民共和国政府采购法实施条例》第五十条（合同签订之日起 2 个工作日内公告）；中标通知书发出之日起 30 日内"
    "签订合同；采购意向公开不晚于采购活动开始前 30 日",
  .parameters = parameters,
  .n_parameters = G_N_ELEMENTS (parameters),
  .check = check,
  .apply = apply,
  .print_formula = print_formula,
  .can_divide_by_zero = can_divide_by_zero,
};
