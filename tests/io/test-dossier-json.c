/* test-dossier-json.c - dossiers from JSON and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "documents.h"

#define HEAD                                                                                              \
  "\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2023, \"kind\": " \
  "\"department\""

static void
test_faults (void **state)
{
  (void) state;
  check_faults ("dossier-faults.txt", read_dossier);
}

static pe_figure
figure (int64_t coefficient, int32_t scale, pe_unit unit)
{
  return (pe_figure) { { coefficient, scale, 0 }, PE_STATE_VALUE, unit };
}

/* Built through the typed API and read from JSON */

static pe_budget *
make_budget (void)
{
  pe_budget_line     lines[4];
  pe_budget_builder *builder = NULL;
  pe_budget         *budget = NULL;

  for (size_t i = 0; i < 4; i++)
    pe_budget_line_init (&lines[i], sizeof lines[i]);
  lines[0].name = "全年预算";
  lines[0].category = PE_BUDGET_TOTAL;
  lines[0].complete = 1;
  lines[0].adjusted = figure (215561, 2, PE_UNIT_WAN_YUAN);
  lines[0].executed = figure (214956, 2, PE_UNIT_WAN_YUAN);
  lines[1].name = "基本支出";
  lines[1].parent = 1;
  lines[1].category = PE_BUDGET_BASIC;
  lines[1].adjusted = figure (155588, 2, PE_UNIT_WAN_YUAN);
  lines[1].initial.state = PE_STATE_NOT_APPLICABLE;
  lines[2].name = "其中";
  lines[2].parent = 2;
  lines[3].name = "项目支出";
  lines[3].parent = 1;
  lines[3].category = PE_BUDGET_PROJECT;
  lines[3].adjusted = figure (59973, 2, PE_UNIT_WAN_YUAN);
  assert_int_equal (pe_budget_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (builder, lines, 4, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, builder, NULL, NULL), PE_OK);
  pe_budget_builder_free (builder);
  return budget;
}

#define BUDGET                                                                                             \
  "\"budget\": {\"lines\": [{\"name\": \"全年预算\", \"category\": \"total\", \"complete\": true, "        \
  "\"adjusted\": 2155.61, \"executed\": \"2,149.56万元\", \"initial\": null, \"lines\": ["                 \
  "{\"name\": \"基本支出\", \"category\": \"basic\", \"adjusted\": \"1555.88\", \"initial\": \"不适用\", " \
  "\"lines\": [{\"name\": \"其中\", \"executed\": \"\"}]}, "                                               \
  "{\"name\": \"项目支出\", \"category\": \"project\", \"adjusted\": \"599.73\"}]}]}"

static pe_procurement *
make_procurement (void)
{
  pe_procurement_record   record;
  pe_procurement_summary  summary;
  pe_procurement_builder *builder = NULL;
  pe_procurement         *procurement = NULL;

  pe_procurement_record_init (&record, sizeof record);
  record.name = "办公设备";
  record.number = "2023-01";
  record.method = PE_METHOD_OPEN_TENDER;
  record.category = PE_PROCUREMENT_GOODS;
  record.supplier_size = PE_SUPPLIER_SMALL;
  record.budget = figure (10, 0, PE_UNIT_WAN_YUAN);
  record.reserved_for_sme = figure (100, 1, PE_UNIT_WAN_YUAN);
  record.contract = figure (95, 1, PE_UNIT_WAN_YUAN);
  record.intent = 20230105;
  record.start = 20230210;
  record.award = 20230301;
  record.signing = 20230320;
  record.publication = 20230321;
  record.filing = 20230323;
  pe_procurement_summary_init (&summary, sizeof summary);
  summary.contracts = figure (950, 2, PE_UNIT_WAN_YUAN);
  assert_int_equal (pe_procurement_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_add_many (builder, &record, 1, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_set_summary (builder, &summary, NULL), PE_OK);
  assert_int_equal (pe_procurement_builder_build (&procurement, builder, NULL, NULL), PE_OK);
  pe_procurement_builder_free (builder);
  return procurement;
}

#define PROCUREMENT                                                                                            \
  "\"procurement\": {\"unit\": \"万元\", \"records\": [{\"name\": \"办公设备\", \"number\": \"2023-01\", "     \
  "\"method\": \"open_tender\", \"category\": \"goods\", \"supplier_size\": \"small\", \"budget\": \"10\", "   \
  "\"reserved_for_sme\": \"10.0\", \"contract\": 9.5, \"intent\": \"2023-01-05\", \"start\": \"2023-02-10\", " \
  "\"award\": \"2023-03-01\", \"signing\": \"2023-03-20\", \"publication\": \"2023-03-21\", "                  \
  "\"filing\": \"2023-03-23\"}], \"summary\": {\"budget\": null, \"contracts\": \"9.50\"}}"

static void
add_facts (pe_dossier_builder *builder)
{
  pe_fact facts[5];

  for (size_t i = 0; i < 5; i++)
    pe_fact_init (&facts[i], sizeof facts[i]);
  facts[0] = (pe_fact) { sizeof (pe_fact), 0, "2.1.2", "late_payment", NULL, figure (1, 0, PE_UNIT_NONE) };
  facts[1] = (pe_fact) { sizeof (pe_fact), 0, "2.1.2", "exempt", NULL, figure (1, 0, PE_UNIT_TRUTH) };
  facts[2] = (pe_fact) { sizeof (pe_fact), 0, "2.1.2", "grade", "achieved", { { 0, 0, 0 }, PE_STATE_TEXT, 0 } };
  facts[3] = (pe_fact) { sizeof (pe_fact), 0, "2.1.2", "ratio", NULL, figure (985, 1, PE_UNIT_PERCENT) };
  facts[4] = (pe_fact) { sizeof (pe_fact), 0, "1", "empty", NULL, { { 0, 0, 0 }, PE_STATE_MISSING, 0 } };
  assert_int_equal (pe_dossier_builder_add_facts (builder, facts, 5, NULL), PE_OK);
}

#define FACTS                                                                                                          \
  "\"facts\": {\"2.1.2\": {\"late_payment\": \"1\", \"exempt\": true, \"grade\": \"achieved\", \"ratio\": \"98.5%\"}," \
  " \"1\": {\"empty\": null}}"

static void
add_rows (pe_dossier_builder *builder)
{
  pe_row rows[2];

  for (size_t i = 0; i < 2; i++)
    {
      pe_row_init (&rows[i], sizeof rows[i]);
      rows[i].slot = "1.1.1";
    }
  rows[0].name = "数量";
  rows[1].parent = 1;
  rows[1].name = "引进产业项目";
  rows[1].nature = PE_NATURE_QUANTITATIVE;
  rows[1].sign = PE_SIGN_AT_LEAST;
  rows[1].unit = "个";
  rows[1].marks = figure (20, 0, PE_UNIT_POINT);
  rows[1].target = figure (110, 0, PE_UNIT_COUNT);
  rows[1].adjusted_target.state = PE_STATE_TEXT;
  rows[1].adjusted_text = "不少于一百";
  rows[1].actual = figure (160, 0, PE_UNIT_COUNT);
  rows[1].grade = "achieved";
  rows[1].score = figure (195, 1, PE_UNIT_NONE);
  rows[1].reason = "偏差";
  rows[1].evidence = "证明";
  rows[1].withdrawn = 1;
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 2, NULL), PE_OK);
}

#define ROWS                                                                                                           \
  "\"rows\": {\"1.1.1\": [{\"name\": \"数量\", \"rows\": [{\"name\": \"引进产业项目\", \"nature\": \"quantitative\", " \
  "\"sign\": \"≥\", \"unit\": \"个\", \"marks\": \"20分\", \"target\": \"110\", \"adjusted_target\": \"不少于一百\", " \
  "\"actual\": \"160 个\", \"grade\": \"achieved\", \"score\": 19.5, \"reason\": \"偏差\", \"evidence\": \"证明\", "   \
  "\"withdrawn\": true, \"rows\": []}]}]}"

static void
add_rest (pe_dossier_builder *builder)
{
  pe_declared_score declared;
  pe_reading        reading;

  pe_declared_score_init (&declared, sizeof declared);
  declared.indicator = "2.2.1";
  declared.scorer = PE_SCORER_FINANCE;
  declared.score.coefficient = 200;
  declared.score.scale = 2;
  declared.evidence = "凭证";
  assert_int_equal (pe_dossier_builder_add_declared_scores (builder, &declared, 1, NULL), PE_OK);
  pe_reading_init (&reading, sizeof reading);
  reading.path = "/budget/lines/0/adjusted";
  reading.printed = "全年预算收入";
  reading.meaning = "全年预算数";
  assert_int_equal (pe_dossier_builder_add_readings (builder, &reading, 1, NULL), PE_OK);
}

#define REST                                                                                                           \
  "\"declared\": [{\"indicator\": \"2.2.1\", \"scorer\": \"finance\", \"score\": \"2.00\", \"evidence\": \"凭证\"}], " \
  "\"readings\": [{\"path\": \"/budget/lines/0/adjusted\", \"printed\": \"全年预算收入\", "                            \
  "\"meaning\": \"全年预算数\"}]"

static pe_dossier *
make_prior (void)
{
  pe_dossier_head     head;
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2022;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  return dossier;
}

static pe_dossier *
make_dossier (void)
{
  pe_dossier_head     head;
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL, *prior = make_prior ();
  pe_budget          *budget = make_budget ();
  pe_procurement     *procurement = make_procurement ();

  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.unit_code = "123";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_POLICY;
  head.place = "广东省";
  head.source = "报告\n附件";
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_procurement (builder, procurement, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_prior (builder, prior, NULL), PE_OK);
  add_facts (builder);
  add_rows (builder);
  add_rest (builder);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_dossier_builder_free (builder);
  pe_budget_unref (budget);
  pe_procurement_unref (procurement);
  pe_dossier_unref (prior);
  return dossier;
}

static const char whole[]
    = "{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\", \"code\": \"123\"}, \"fiscal_year\": 2023, "
      "\"kind\": \"policy\", \"place\": \"广东省\", \"source\": \"报告\\n附件\", \"money_unit\": \"万元\", " BUDGET
      ", " PROCUREMENT ", " FACTS ", " ROWS ", " REST
      ", \"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, \"kind\": \"department\"}}";

/* Writing and reading again gives the same object, and then the same bytes. */
static void
check_round_trip (pe_dossier *dossier)
{
  pe_text    *first = text_of_dossier (dossier), *second;
  pe_dossier *again = dossier_from (pe_text_get_data (first));

  if (!pe_dossier_is_equal (dossier, again))
    fail_msg ("another dossier comes back from\n%s", pe_text_get_data (first));
  second = text_of_dossier (again);
  assert_string_equal (pe_text_get_data (first), pe_text_get_data (second));
  pe_text_unref (first);
  pe_text_unref (second);
  pe_dossier_unref (again);
}

static void
test_typed_equals_read (void **state)
{
  pe_dossier *typed = make_dossier (), *read = dossier_from (whole);
  uint8_t     a[PE_DIGEST_SIZE], b[PE_DIGEST_SIZE];

  (void) state;
  assert_true (pe_budget_is_equal (pe_dossier_get_budget (typed), pe_dossier_get_budget (read)));
  assert_true (pe_procurement_is_equal (pe_dossier_get_procurement (typed), pe_dossier_get_procurement (read)));
  assert_true (pe_dossier_is_equal (pe_dossier_get_prior (typed), pe_dossier_get_prior (read)));
  pe_dossier_get_digest (typed, a);
  pe_dossier_get_digest (read, b);
  assert_memory_equal (a, b, PE_DIGEST_SIZE);
  check_round_trip (typed);
  check_round_trip (read);
  pe_dossier_unref (typed);
  pe_dossier_unref (read);
}

static void
test_smallest (void **state)
{
  pe_dossier *dossier = dossier_from ("{" HEAD "}"),
             *empty = dossier_from ("{" HEAD ", \"budget\": {}, \"procurement\": {}}");

  (void) state;
  assert_null (pe_dossier_get_budget (dossier));
  assert_null (pe_dossier_get_procurement (dossier));
  assert_null (pe_dossier_get_prior (dossier));
  assert_non_null (pe_dossier_get_budget (empty));
  assert_non_null (pe_dossier_get_procurement (empty));
  check_round_trip (dossier);
  check_round_trip (empty);
  pe_dossier_unref (dossier);
  pe_dossier_unref (empty);
}

/* Figures: the table of docs/formats.md */

typedef struct
{
  const char *json;
  pe_figure   figure;
  const char *text;
} figure_case;

#define VALUE(coefficient, scale, unit) { { coefficient, scale, 0 }, PE_STATE_VALUE, unit }
#define STATE(state) { { 0, 0, 0 }, state, PE_UNIT_NONE }

static const figure_case fact_cases[] = {
  { "null", STATE (PE_STATE_MISSING), NULL },
  { "\"\"", STATE (PE_STATE_MISSING), NULL },
  { "\" \\u3000\"", STATE (PE_STATE_MISSING), NULL },
  { "{\"state\": \"missing\"}", STATE (PE_STATE_MISSING), NULL },
  { "2149.560", VALUE (2149560, 3, PE_UNIT_NONE), NULL },
  { "\"2,149.56\"", VALUE (214956, 2, PE_UNIT_NONE), NULL },
  { "-0.5", VALUE (-5, 1, PE_UNIT_NONE), NULL },
  { "\"+7\"", VALUE (7, 0, PE_UNIT_NONE), NULL },
  { "\"2149.56万元\"", VALUE (214956, 2, PE_UNIT_WAN_YUAN), NULL },
  { "\" 99.71 %\"", VALUE (9971, 2, PE_UNIT_PERCENT), NULL },
  { "\"0.5个百分点\"", VALUE (5, 1, PE_UNIT_PERCENTAGE_POINT), NULL },
  { "\"12 家\"", VALUE (12, 0, PE_UNIT_COUNT), NULL },
  { "\"5公里\"", VALUE (5, 0, PE_UNIT_OTHER), NULL },
  { "true", VALUE (1, 0, PE_UNIT_TRUTH), NULL },
  { "false", VALUE (0, 0, PE_UNIT_TRUTH), NULL },
  { "\"是\"", VALUE (1, 0, PE_UNIT_TRUTH), NULL },
  { "\"-\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"—\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"--\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"/\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"不适用\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"N/a\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "{\"state\": \"not_applicable\"}", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"已完成\"", STATE (PE_STATE_TEXT), "已完成" },
  { "{\"text\": \"已完成\"}", STATE (PE_STATE_TEXT), "已完成" },
  { "{\"text\": \"12\"}", STATE (PE_STATE_TEXT), "12" },
  { "{\"text\": \"是\"}", STATE (PE_STATE_TEXT), "是" },
  { "{\"text\": \"不适用\"}", STATE (PE_STATE_TEXT), "不适用" },
  { "{\"text\": \"-5\"}", STATE (PE_STATE_TEXT), "-5" },
  { "{\"value\": \"1.0\", \"unit\": \"是/否\"}", VALUE (10, 1, PE_UNIT_TRUTH), NULL },
  { "{\"value\": 5, \"unit\": \"其他\"}", VALUE (5, 0, PE_UNIT_OTHER), NULL },
  { "{\"value\": \"5\"}", VALUE (5, 0, PE_UNIT_NONE), NULL },
  { "{\"state\": \"missing\", \"unit\": \"万元\"}", { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_WAN_YUAN }, NULL },
  { "{\"state\": \"not_applicable\", \"unit\": \"%\"}",
    { { 0, 0, 0 }, PE_STATE_NOT_APPLICABLE, PE_UNIT_PERCENT },
    NULL },
  { "9223372036854775807", VALUE (INT64_MAX, 0, PE_UNIT_NONE), NULL },
  { "\"0.000000000000000001\"", VALUE (1, 18, PE_UNIT_NONE), NULL },
};

/* Of a row whose unit is 个, and of one whose unit is 公里. */
static const figure_case count_cases[] = {
  { "\"110\"", VALUE (110, 0, PE_UNIT_COUNT), NULL },
  { "110", VALUE (110, 0, PE_UNIT_COUNT), NULL },
  { "\"110 个 \"", VALUE (110, 0, PE_UNIT_COUNT), NULL },
  { "\"-\"", STATE (PE_STATE_NOT_APPLICABLE), NULL },
  { "\"规范\"", STATE (PE_STATE_TEXT), "规范" },
  { "null", STATE (PE_STATE_MISSING), NULL },
  { "{\"value\": \"5\", \"unit\": \"天\"}", VALUE (5, 0, PE_UNIT_DAY), NULL },
  { "{\"value\": \"5\"}", VALUE (5, 0, PE_UNIT_NONE), NULL },
};

static const figure_case other_cases[] = {
  { "\"110\"", VALUE (110, 0, PE_UNIT_OTHER), NULL },
  { "\"110 公里\"", VALUE (110, 0, PE_UNIT_OTHER), NULL },
  { "{\"value\": \"5\", \"unit\": \"%\"}", VALUE (5, 0, PE_UNIT_PERCENT), NULL },
};

static void
check_figure (const figure_case *expected, const pe_figure *found, const char *text)
{
  if (memcmp (&expected->figure, found, sizeof *found) != 0 || g_strcmp0 (expected->text, text) != 0)
    fail_msg ("%s is read as %d/10^%d, state %d, unit %d, text %s", expected->json, (int) found->value.coefficient,
              found->value.scale, found->state, found->unit, text != NULL ? text : "none");
}

static void
test_fact_figures (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (fact_cases); i++)
    {
      char       *json = g_strdup_printf ("{" HEAD ", \"facts\": {\"1\": {\"a\": %s}}}", fact_cases[i].json);
      pe_dossier *dossier = dossier_from (json);
      pe_fact     fact;

      pe_fact_init (&fact, sizeof fact);
      assert_int_equal (pe_dossier_get_fact (&fact, dossier, 0, NULL), PE_OK);
      check_figure (&fact_cases[i], &fact.figure, fact.text);
      check_round_trip (dossier);
      pe_dossier_unref (dossier);
      g_free (json);
    }
}

/* What no fact can be is told what a text or a date would be; an amount can be neither. */
static void
test_dates_of_facts (void **state)
{
  static const struct
  {
    const char *members, *message;
  } rows[] = {
    { "\"facts\": {\"1\": {\"d\": \" 2023-06-30\"}}",
      "\"2023-06-30\" is not a decimal number; expected digits with at "
      "most one point, e.g. 2149.56, or for a text or a date "
      "{\"text\": \"…\"}" },
    { "\"facts\": {\"1\": {\"d\": {\"value\": \"2023-06-30\"}}}",
      "\"2023-06-30\" is not a decimal number; expected digits with at most one point, e.g. 2149.56" },
    { "\"money_unit\": \"元\", \"procurement\": {\"summary\": {\"budget\": \"2023-06-30\"}}",
      "\"2023-06-30\" is not a decimal number; expected digits with at most one point, e.g. 2149.56" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char       *json = g_strdup_printf ("{" HEAD ", %s}", rows[i].members);
      pe_dossier *dossier = NULL;
      pe_error   *error = NULL;

      assert_int_equal (pe_dossier_from_json (&dossier, json, strlen (json), NULL, NULL, &error),
                        PE_ERROR_NUMBER_SYNTAX);
      assert_string_equal (pe_error_get_message (error, PE_LANGUAGE_EN), rows[i].message);
      pe_error_unref (error);
      g_free (json);
    }
}

static void
check_row_figures (const figure_case *cases, size_t n, const char *unit)
{
  for (size_t i = 0; i < n; i++)
    {
      char *json = g_strdup_printf (
          "{" HEAD ", \"rows\": {\"1\": [{\"name\": \"一\", \"unit\": \"%s\", \"target\": %s, "
          "\"adjusted_target\": %s, \"actual\": %s}]}}",
          unit, cases[i].json, cases[i].json, cases[i].json);
      pe_dossier *dossier = dossier_from (json);
      pe_row      row;

      pe_row_init (&row, sizeof row);
      assert_int_equal (pe_dossier_get_row (&row, dossier, 0, NULL), PE_OK);
      check_figure (&cases[i], &row.target, row.target_text);
      check_figure (&cases[i], &row.adjusted_target, row.adjusted_text);
      check_figure (&cases[i], &row.actual, row.actual_text);
      check_round_trip (dossier);
      pe_dossier_unref (dossier);
      g_free (json);
    }
}

/* What is counted is not the same: 家 is no 个, though both are counts. 日 is another word for 天. */
static void
test_words_of_counts (void **state)
{
  static const struct
  {
    const char *unit;
    const char *actual;
    const char *found; /* NULL: it is taken */
  } cases[] = {
    { "个", "110家", "家" },      { "人", "1150个", "个" }, { "人", "1150人", NULL }, { " 人 ", "1150人", NULL },
    { "公里", "5 海里", "海里" }, { "天", "5日", NULL },    { "人", "5天", "天" },    { "万元", "5 元", "元" },
  };

  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *json = g_strdup_printf (
          "{" HEAD ", \"rows\": {\"1\": [{\"name\": \"一\", \"unit\": \"%s\", \"actual\": \"%s\"}]}}", cases[i].unit,
          cases[i].actual);
      pe_dossier     *dossier = NULL;
      pe_error       *error = NULL;
      const pe_status status = pe_dossier_from_json (&dossier, json, strlen (json), NULL, NULL, &error);

      assert_int_equal (status, cases[i].found == NULL ? PE_OK : PE_ERROR_UNIT_CONFLICT);
      if (cases[i].found != NULL && strstr (pe_error_get_message (error, PE_LANGUAGE_ZH), cases[i].found) == NULL)
        fail_msg ("%s is not in: %s", cases[i].found, pe_error_get_message (error, PE_LANGUAGE_ZH));
      pe_error_unref (error);
      pe_dossier_unref (dossier);
      g_free (json);
    }
}

static void
test_row_figures (void **state)
{
  (void) state;
  check_row_figures (count_cases, G_N_ELEMENTS (count_cases), "个");
  check_row_figures (other_cases, G_N_ELEMENTS (other_cases), "公里");
}

/* Amounts of different units are each written with their own. */
static void
test_money_units (void **state)
{
  pe_dossier *dossier = dossier_from (
      "{" HEAD ", \"money_unit\": \"万元\", \"budget\": {\"unit\": \"元\", \"lines\": ["
      "{\"name\": \"一\", \"adjusted\": \"5\", \"executed\": {\"value\": \"4\"}}]}, "
      "\"procurement\": {\"summary\": {\"budget\": \"3\"}}}");
  pe_text       *text = text_of_dossier (dossier);
  pe_budget_line line;
  pe_figure      total;

  (void) state;
  pe_budget_line_init (&line, sizeof line);
  assert_int_equal (pe_budget_get_line (&line, pe_dossier_get_budget (dossier), 0, NULL), PE_OK);
  assert_int_equal (line.adjusted.unit, PE_UNIT_YUAN);
  assert_int_equal (line.executed.unit, PE_UNIT_YUAN);
  assert_int_equal (
      pe_procurement_compute_total (&total, pe_dossier_get_procurement (dossier), PE_PROCUREMENT_BUDGET, NULL), PE_OK);
  assert_int_equal (total.unit, PE_UNIT_WAN_YUAN);
  assert_null (strstr (pe_text_get_data (text), "money_unit"));
  assert_non_null (strstr (pe_text_get_data (text), "\"5元\""));
  assert_non_null (strstr (pe_text_get_data (text), "\"3万元\""));
  check_round_trip (dossier);
  pe_text_unref (text);
  pe_dossier_unref (dossier);
}

/* A typed object may be laid out in any order; the document has one. */
static void
test_order_of_adding (void **state)
{
  pe_row              rows[3];
  pe_dossier_head     head;
  pe_dossier_builder *builder = NULL;
  pe_dossier         *dossier = NULL;

  (void) state;
  for (size_t i = 0; i < 3; i++)
    {
      pe_row_init (&rows[i], sizeof rows[i]);
      rows[i].slot = "1";
    }
  rows[0].name = "甲";
  rows[1].name = "乙";
  rows[2].name = "甲一";
  rows[2].parent = 1;
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_add_rows (builder, rows, 3, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  check_round_trip (dossier);
  pe_dossier_builder_free (builder);
  pe_dossier_unref (dossier);
}

/* Lines below lines, as deep as the typed API lets them be. */
static pe_dossier *
make_deep (uint32_t n)
{
  pe_budget_line     *lines = g_new0 (pe_budget_line, n);
  pe_budget_builder  *budget_builder = NULL;
  pe_dossier_builder *builder = NULL;
  pe_budget          *budget = NULL;
  pe_dossier         *dossier = NULL;
  pe_dossier_head     head;

  for (uint32_t i = 0; i < n; i++)
    {
      pe_budget_line_init (&lines[i], sizeof lines[i]);
      lines[i].name = "一";
      lines[i].parent = i;
    }
  pe_dossier_head_init (&head, sizeof head);
  head.unit_name = "某局";
  head.fiscal_year = 2023;
  head.kind = PE_KIND_DEPARTMENT;
  assert_int_equal (pe_budget_builder_new (&budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_add_many (budget_builder, lines, n, NULL), PE_OK);
  assert_int_equal (pe_budget_builder_build (&budget, budget_builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_new (&builder, NULL, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_head (builder, &head, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_set_budget (builder, budget, NULL), PE_OK);
  assert_int_equal (pe_dossier_builder_build (&dossier, builder, NULL, NULL), PE_OK);
  pe_budget_builder_free (budget_builder);
  pe_dossier_builder_free (builder);
  pe_budget_unref (budget);
  g_free (lines);
  return dossier;
}

/* The document, the budget and two levels for each line: 30 lines are 62 levels deep, and a figure may be one more. */
static void
test_depth (void **state)
{
  pe_dossier *dossier = make_deep (30), *deeper = make_deep (32);
  pe_text    *text = (pe_text *) &text;
  pe_error   *error = NULL;

  (void) state;
  check_round_trip (dossier);
  assert_int_equal (pe_dossier_to_json (&text, deeper, &error), PE_ERROR_LIMIT_DEPTH);
  assert_ptr_equal (text, &text);
  assert_int_equal (pe_error_get_status (error), PE_ERROR_LIMIT_DEPTH);
  pe_error_unref (error);
  pe_dossier_unref (dossier);
  pe_dossier_unref (deeper);
}

static void
test_arguments (void **state)
{
  pe_dossier *dossier = dossier_from ("{" HEAD "}");
  pe_text    *text = NULL;

  (void) state;
  assert_int_equal (pe_dossier_to_json (NULL, dossier, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_to_json (&text, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_null (text);
  pe_dossier_unref (dossier);
}

static void
test_places (void **state)
{
  static const char text[]
      = "{" HEAD ",\n \"money_unit\": \"元\", \"budget\": {\"lines\": [\n   {\"name\": \"一\", "
        "\"adjusted\": \"5\"}]},\n \"prior\": {\"unit\": {\"name\": \"某局\"}, \"fiscal_year\": 2022, "
        "\"kind\": \"project\",\n \"prior\": {\"unit\": {\"name\": \"某局\"},\n\"fiscal_year\": 2021, "
        "\"kind\": \"project\"}}}";
  pe_read_options options;
  pe_dossier     *dossier = NULL, *prior;
  pe_findings    *findings = NULL;
  const pe_place *place;
  uint64_t        offset, length;

  (void) state;
  pe_read_options_init (&options, sizeof options);
  options.file = "某局.json";
  assert_int_equal (pe_dossier_from_json (&dossier, text, sizeof text - 1, &options, &findings, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (findings), 0);
  pe_findings_unref (findings);
  place = pe_dossier_find_place (dossier, "/budget/lines/0/adjusted");
  assert_string_equal (pe_place_get_file (place), "某局.json");
  assert_int_equal (pe_place_get_line (place), 3);
  assert_int_equal (pe_place_get_column (place), 30);
  pe_place_get_bytes (place, &offset, &length);
  assert_int_equal (length, 3);
  assert_memory_equal (text + offset, "\"5\"", 3);
  assert_non_null (pe_dossier_find_place (dossier, "/budget/lines"));
  assert_non_null (pe_dossier_find_place (dossier, "/prior/prior/fiscal_year"));
  assert_null (pe_dossier_find_place (dossier, "/budget/lines/1"));

  prior = pe_dossier_get_prior (dossier);
  assert_int_equal (pe_place_get_line (pe_dossier_find_place (prior, "/kind")), 4);
  assert_null (pe_dossier_find_place (prior, "/prior/fiscal_year"));
  prior = pe_dossier_get_prior (prior);
  assert_int_equal (pe_place_get_line (pe_dossier_find_place (prior, "/fiscal_year")), 6);
  check_round_trip (dossier);
  pe_dossier_unref (dossier);
}

static const char *const examples[] = { "examples/data/zengcheng-2023.json", "examples/data/sample-department.json" };

static void
test_examples (void **state)
{
  (void) state;
  for (size_t i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      pe_dossier *dossier = dossier_from_file (examples[i]);

      check_round_trip (dossier);
      pe_dossier_unref (dossier);
    }
}

static void
test_damage (void **state)
{
  (void) state;
  check_damage (whole, sizeof whole - 1, read_dossier);
}

/* Many rows */

static char *
make_many (size_t n, size_t *size)
{
  GString *text = g_string_new ("{" HEAD ", \"money_unit\": \"元\", \"budget\": {\"lines\": [");

  for (size_t i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"name\": \"第%d项\", \"adjusted\": \"%d.5\", \"lines\": [{\"name\": \"其中\"}]}",
                            i > 0 ? "," : "", (int) i, (int) i);
  g_string_append (text, "]}, \"procurement\": {\"records\": [");
  for (size_t i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"name\": \"第%d项\", \"contract\": %d}", i > 0 ? "," : "", (int) i, (int) i);
  g_string_append (text, "]}}");
  *size = text->len;
  return g_string_free (text, FALSE);
}

/* On one line, where a place is farthest from its line break. */
static void
test_many (void **state)
{
  pe_read_options options;
  pe_limits       limits;
  pe_dossier     *dossier = NULL;
  size_t          size;
  char           *text = make_many (100000, &size);
  gint64          start = g_get_monotonic_time ();

  (void) state;
  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  options.limits = &limits;
  assert_int_equal (pe_dossier_from_json (&dossier, text, size, &options, NULL, NULL), PE_OK);
  assert_int_equal (pe_budget_get_n_lines (pe_dossier_get_budget (dossier)), 200000);
  assert_int_equal (pe_procurement_get_n_records (pe_dossier_get_procurement (dossier)), 100000);
  print_message ("%d bytes in %d ms\n", (int) size, (int) ((g_get_monotonic_time () - start) / 1000));
  check_round_trip (dossier);
  pe_dossier_unref (dossier);
  g_free (text);
}

/* As many faults as lines: each is found in its own time, and only the first ones are kept. */
static void
test_many_faults (void **state)
{
  GString     *text = g_string_new ("{" HEAD ", \"money_unit\": \"元\", \"budget\": {\"lines\": [");
  pe_findings *findings = NULL;
  gint64       start;

  (void) state;
  for (size_t i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s{\"name\": \"一\", \"adjusted\": \"-1\"}", i > 0 ? "," : "");
  g_string_append (text, "]}, \"facts\": {");
  for (size_t i = 0; i < 100000; i++)
    g_string_append_printf (text, "%s\"!%d\": 1", i > 0 ? "," : "", (int) i);
  g_string_append (text, "}}");
  start = g_get_monotonic_time ();
  assert_int_equal (read_dossier (text->str, text->len, NULL, &findings, NULL), PE_ERROR_NEGATIVE_AMOUNT);
  assert_int_equal (pe_findings_get_count (findings, PE_SEVERITY_ERROR), 200000);
  assert_int_equal (pe_findings_get_size (findings), 101);
  print_message ("%d faults in %d ms\n", 200000, (int) ((g_get_monotonic_time () - start) / 1000));
  pe_findings_unref (findings);
  g_string_free (text, TRUE);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_faults),      cmocka_unit_test (test_typed_equals_read),
    cmocka_unit_test (test_smallest),    cmocka_unit_test (test_fact_figures),
    cmocka_unit_test (test_row_figures), cmocka_unit_test (test_words_of_counts),
    cmocka_unit_test (test_money_units), cmocka_unit_test (test_order_of_adding),
    cmocka_unit_test (test_depth),       cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_places),      cmocka_unit_test (test_examples),
    cmocka_unit_test (test_damage),      cmocka_unit_test (test_many),
    cmocka_unit_test (test_many_faults), cmocka_unit_test (test_dates_of_facts),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
