/* reporting.c - a report, made of a template and an evaluation
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/dossier.h>
#include <perfeval/provider.h>
#include <string.h>

#include "reporting-private.h"
#include "xlsx-private.h"

#define RATE_PLACES 2

void
pe_report_options_init (pe_report_options *self, uint32_t struct_size)
{
  if (self == NULL)
    return;
  memset (self, 0, struct_size);
  self->struct_size = struct_size;
}

const char *
pe_reporting_choose (const pe_reporting *self, const char *zh, const char *en)
{
  return self->language == PE_LANGUAGE_EN && en != NULL ? en : zh;
}

gboolean
pe_reporting_check (pe_reporting *self, pe_status status)
{
  if (self->status == PE_OK)
    self->status = status;
  return status == PE_OK;
}

gboolean
pe_reporting_fail (pe_reporting *self)
{
  return pe_reporting_check (self, pe_office_fail (self->error, PE_ERROR_NO_MEMORY, NULL, NULL));
}

gboolean
pe_reporting_is_there (pe_reporting *self, pe_status status)
{
  if (status == PE_ERROR_NO_MEMORY)
    (void) pe_reporting_fail (self);
  return status == PE_OK;
}

char *
pe_reporting_name_node (const pe_reporting *self, size_t node)
{
  pe_node about;

  pe_node_init (&about, sizeof about);
  if (node == 0 || pe_evaluation_get_node (&about, self->evaluation, node, NULL) != PE_OK)
    return g_strdup ("entry-total");
  return g_strconcat ("entry-", about.code, NULL);
}

/* Without the zeros at its end: points are read, not counted. */
char *
pe_reporting_print_decimal (pe_reporting *self, const pe_decimal *number)
{
  char   text[PE_DECIMAL_PRINT_SIZE];
  size_t length;

  if (!pe_reporting_check (self, pe_decimal_print (text, sizeof text, number, self->error)))
    return NULL;
  for (length = strlen (text); strchr (text, '.') != NULL && (text[length - 1] == '0' || text[length - 1] == '.');)
    text[--length] = '\0';
  return g_strdup (text);
}

/* What a decimal cannot hold is cut off, and says so. */
static char *
print_truncated (pe_reporting *self, size_t node, pe_points points)
{
  pe_ratio *ratio = NULL;
  pe_text  *text = NULL;
  char     *out = NULL;

  if (pe_reporting_check (self, pe_evaluation_compute_points (&ratio, self->evaluation, node, points, self->error))
      && pe_reporting_check (self, pe_ratio_print_truncated (&text, ratio, 7, self->error)))
    out = g_strdup (pe_text_get_data (text));
  pe_text_unref (text);
  pe_ratio_unref (ratio);
  return out;
}

char *
pe_reporting_print_points (pe_reporting *self, size_t node, pe_points points)
{
  pe_decimal number;

  if (pe_evaluation_get_points (&number, self->evaluation, node, points, NULL) == PE_OK)
    return pe_reporting_print_decimal (self, &number);
  return print_truncated (self, node, points);
}

char *
pe_reporting_print_figure (pe_reporting *self, const pe_figure *figure)
{
  char        text[PE_DECIMAL_PRINT_SIZE];
  const char *unit = pe_unit_get_name (figure->unit);

  if (figure->state != PE_STATE_VALUE
      || !pe_reporting_check (self, pe_decimal_print (text, sizeof text, &figure->value, self->error)))
    return NULL;
  return g_strconcat (text, unit != NULL && figure->unit != PE_UNIT_NONE ? unit : "", NULL);
}

/* numerator / denominator as per cent, exactly; NULL where there is no value. */
static pe_ratio *
compute_rate (pe_reporting *self, const pe_figure *numerator, const pe_figure *denominator)
{
  const pe_decimal hundred = { 100, 0, 0 };
  pe_figure        top;
  pe_decimal       times;
  pe_ratio        *out = NULL;

  if (numerator->state != PE_STATE_VALUE || denominator->state != PE_STATE_VALUE || denominator->value.coefficient == 0
      || pe_figure_convert (&top, numerator, denominator->unit, NULL) != PE_OK
      || pe_decimal_multiply (&times, &top.value, &hundred, NULL) != PE_OK
      || !pe_reporting_is_there (self, pe_ratio_new (&out, &times, &denominator->value, NULL)))
    return NULL;
  return out;
}

/* Remembers, once, that a printed rate was rounded up where cutting it off gives other digits. */
static void
note_rounding (pe_reporting *self, const pe_ratio *rate, const char *printed)
{
  pe_decimal cut;
  pe_text   *exact = NULL;
  char       digits[PE_DECIMAL_PRINT_SIZE], *note;

  if (pe_ratio_round (&cut, rate, RATE_PLACES, PE_ROUND_DOWN, NULL) != PE_OK
      || pe_decimal_print (digits, sizeof digits, &cut, NULL) != PE_OK || strcmp (digits, printed) == 0
      || !pe_reporting_is_there (self, pe_ratio_print_truncated (&exact, rate, 4, NULL)))
    return;
  note = self->language == PE_LANGUAGE_EN
             ? g_strconcat (printed, "% is ", pe_text_get_data (exact), "% rounded half up; cut off it would read ",
                            digits, "%.", NULL)
             : g_strconcat (printed, "%由", pe_text_get_data (exact), "%四舍五入而来；截去尾数则为", digits, "%。",
                            NULL);
  pe_text_unref (exact);
  if (g_hash_table_contains (self->index.notes, note))
    g_free (note);
  else if (pe_vector_push (&self->notes, &note) != PE_OK)
    {
      g_free (note);
      (void) pe_reporting_fail (self);
    }
  else
    g_hash_table_add (self->index.notes, note);
}

/* "100.00%（99.996%）": what rounds to a whole without being one says what it is. */
static char *
print_near_whole (pe_reporting *self, const pe_ratio *rate, const char *printed)
{
  const pe_decimal hundred = { 100, 0, 0 }, one = { 1, 0, 0 };
  pe_ratio        *whole = NULL;
  pe_text         *exact = NULL;
  int32_t          order = 0;
  char            *out = NULL;

  if (strcmp (printed, "100.00") == 0 && pe_reporting_is_there (self, pe_ratio_new (&whole, &hundred, &one, NULL))
      && pe_ratio_compare (&order, rate, whole, NULL) == PE_OK && order != 0
      && pe_reporting_is_there (self, pe_ratio_print_truncated (&exact, rate, 6, NULL)))
    out = g_strconcat (printed, "%（", pe_text_get_data (exact), "%）", NULL);
  pe_text_unref (exact);
  pe_ratio_unref (whole);
  return out != NULL ? out : g_strconcat (printed, "%", NULL);
}

char *
pe_reporting_print_rate (pe_reporting *self, const pe_figure *numerator, const pe_figure *denominator)
{
  pe_ratio  *rate = compute_rate (self, numerator, denominator);
  pe_decimal rounded;
  char       text[PE_DECIMAL_PRINT_SIZE], *out = NULL;

  if (rate != NULL && pe_ratio_round (&rounded, rate, RATE_PLACES, PE_ROUND_HALF_UP, NULL) == PE_OK
      && pe_decimal_print (text, sizeof text, &rounded, NULL) == PE_OK)
    {
      note_rounding (self, rate, text);
      out = print_near_whole (self, rate, text);
    }
  pe_ratio_unref (rate);
  return out;
}

/* The blocks of a template */

static pe_doc_block *
add_text (pe_reporting *self, pe_doc_kind kind, const char *text)
{
  pe_doc_block *block = pe_report_add (self->document, kind, 0, NULL);

  pe_doc_block_add_text (self->document, block, text, NULL, FALSE);
  return block;
}

static void
add_assumptions (pe_reporting *self, pe_doc_block *block)
{
  pe_assumption assumption;

  pe_assumption_init (&assumption, sizeof assumption);
  for (size_t i = 0; i < pe_rulebook_get_n_assumptions (self->rulebook); i++)
    if (pe_reporting_check (self, pe_rulebook_get_assumption (&assumption, self->rulebook, i, self->error)))
      {
        char number[24];

        pe_doc_block_add_text (self->document, block, "\n", NULL, FALSE);
        pe_doc_block_add_text (self->document, block, pe_office_print_number (number, i + 1), NULL, FALSE);
        pe_doc_block_add_text (self->document, block, ". ", NULL, FALSE);
        pe_doc_block_add_text (
            self->document, block, pe_reporting_choose (self, assumption.text_zh, assumption.text_en), NULL, FALSE);
      }
}

/* Nothing under an official rulebook. */
static void
add_status (pe_reporting *self)
{
  static const char *const zh[] = { "评分规则为复原文本，并非官方文件：", "评分规则为示例，并非官方文件：" };
  static const char *const en[] = { "The rulebook was reconstructed; it is not the official text: ",
                                    "The rulebook is a sample; it is not official: " };
  pe_rulebook_head         head;
  pe_doc_block            *block;
  char                    *name;
  int                      which;

  pe_rulebook_head_init (&head, sizeof head);
  if (!pe_reporting_check (self, pe_rulebook_get_head (&head, self->rulebook, self->error))
      || head.status == PE_RULEBOOK_OFFICIAL)
    return;
  which = head.status == PE_RULEBOOK_SAMPLE ? 1 : 0;
  block = pe_report_add (self->document, PE_DOC_NOTE, 0, NULL);
  pe_doc_block_add_text (self->document, block, pe_reporting_choose (self, zh[which], en[which]), NULL, TRUE);
  name = g_strconcat (pe_reporting_choose (self, head.title_zh, head.title_en),
                      self->language == PE_LANGUAGE_EN ? " (" : "（", head.id, " ", head.edition,
                      self->language == PE_LANGUAGE_EN ? "). Assumed:" : "）。所作假定：", NULL);
  pe_doc_block_add_text (self->document, block, name, NULL, FALSE);
  g_free (name);
  add_assumptions (self, block);
}

/* A gap says what is expected there and under which name. */
static void
add_gap (pe_reporting *self, const pe_report_item *item)
{
  const gboolean english = self->language == PE_LANGUAGE_EN;
  pe_doc_block  *block = pe_report_add (self->document, PE_DOC_GAP, 0, NULL);
  char *name = g_strconcat (english ? " (narrative “" : "（文字说明“", item->name, english ? "”)" : "”）", NULL);

  pe_doc_block_add_text (self->document, block, english ? "Not written yet: " : "待填写：", NULL, TRUE);
  pe_doc_block_add_text (self->document, block, pe_reporting_choose (self, item->zh, item->en), NULL, FALSE);
  pe_doc_block_add_text (self->document, block, name, NULL, FALSE);
  g_free (name);
}

static void
add_narrative (pe_reporting *self, const pe_report_item *item)
{
  size_t       found = 0;
  pe_narrative narrative;

  pe_narrative_init (&narrative, sizeof narrative);
  for (size_t i = 0; i < pe_dossier_get_n_narratives (self->dossier); i++)
    if (pe_reporting_check (self, pe_dossier_get_narrative (&narrative, self->dossier, i, self->error))
        && strcmp (narrative.section, item->name) == 0)
      {
        add_text (self, PE_DOC_PARAGRAPH, narrative.text);
        found++;
      }
  if (found == 0 && !item->is_optional)
    add_gap (self, item);
}

static void
add_groups (pe_reporting *self, const pe_report_item *item)
{
  pe_node node;

  pe_node_init (&node, sizeof node);
  for (size_t i = 1; i < pe_evaluation_get_n_nodes (self->evaluation); i++)
    if (pe_reporting_check (self, pe_evaluation_get_node (&node, self->evaluation, i, self->error)) && node.depth == 1)
      {
        const pe_report_about about = { i, NULL, NULL };

        (void) pe_reporting_add_sentence (
            self, PE_DOC_PARAGRAPH, pe_reporting_choose (self, item->zh, item->en), &about, FALSE);
      }
}

/* A message as a sentence. */
static void
add_finding (pe_reporting *self, const char *message)
{
  char *sentence = g_strconcat (message, self->language == PE_LANGUAGE_EN ? "." : "。", NULL);

  add_text (self, PE_DOC_PARAGRAPH, sentence);
  g_free (sentence);
}

static void
add_findings (pe_reporting *self, const pe_report_item *item)
{
  const pe_findings *findings = pe_evaluation_get_findings (self->evaluation);
  size_t             n = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      /* The status of the rulebook is said on the first page. */
      if (pe_finding_get_severity (finding) == PE_SEVERITY_NOTE
          || pe_finding_get_code (finding) == PE_WARNING_RULEBOOK_STATUS)
        continue;
      add_finding (self, pe_finding_get_message (finding, self->language));
      n++;
    }
  if (n == 0 && item->none_zh != NULL)
    add_text (self, PE_DOC_PARAGRAPH, pe_reporting_choose (self, item->none_zh, item->none_en));
}

static void
add_readings (pe_reporting *self, const pe_report_item *item)
{
  const gboolean english = self->language == PE_LANGUAGE_EN;
  pe_reading     reading;

  pe_reading_init (&reading, sizeof reading);
  for (size_t i = 0; i < pe_dossier_get_n_readings (self->dossier); i++)
    if (pe_reporting_check (self, pe_dossier_get_reading (&reading, self->dossier, i, self->error)))
      {
        char *text = g_strconcat ("“", reading.printed, english ? "”: " : "”：", reading.meaning, NULL);

        add_text (self, PE_DOC_PARAGRAPH, text);
        g_free (text);
      }
  for (size_t i = 0; i < self->notes.size; i++)
    add_text (self, PE_DOC_PARAGRAPH, *pe_vector_at (&self->notes, char *, i));
  if (pe_dossier_get_n_readings (self->dossier) + self->notes.size == 0 && item->none_zh != NULL)
    add_text (self, PE_DOC_PARAGRAPH, pe_reporting_choose (self, item->none_zh, item->none_en));
}

static gboolean
has_months (const pe_dossier *dossier)
{
  const pe_budget *budget = pe_dossier_get_budget (dossier);
  pe_budget_line   line;

  pe_budget_line_init (&line, sizeof line);
  for (size_t i = 0; i < pe_budget_get_n_lines (budget); i++)
    if (pe_budget_get_line (&line, budget, i, NULL) == PE_OK && line.n_months > 0)
      return TRUE;
  return FALSE;
}

static pe_status
make_chart (pe_reporting *self, pe_chart **out, pe_report_chart kind)
{
  pe_chart_options options;

  pe_chart_options_init (&options, sizeof options);
  options.language = self->language;
  options.title = ""; /* the caption says it */
  switch (kind)
    {
    case PE_REPORT_CHART_DIMENSIONS:
      return pe_chart_new_dimensions (out, self->evaluation, &options, self->error);
    case PE_REPORT_CHART_LOSSES:
      return pe_chart_new_losses (out, self->evaluation, &options, self->error);
    case PE_REPORT_CHART_EXECUTION:
      return pe_chart_new_execution (out, self->dossier, &options, self->error);
    case PE_REPORT_CHART_TARGETS:
      return pe_chart_new_targets (out, self->evaluation, &options, self->error);
    default:
      return pe_chart_new_change (out, self->prior, self->evaluation, &options, self->error);
    }
}

/* Whether there is anything to draw; an optional chart is left out otherwise. */
static gboolean
has_data (const pe_reporting *self, pe_report_chart kind)
{
  if (kind == PE_REPORT_CHART_CHANGE)
    return self->prior != NULL;
  if (kind == PE_REPORT_CHART_EXECUTION)
    return has_months (self->dossier);
  return TRUE;
}

static void
add_chart (pe_reporting *self, const pe_report_item *item)
{
  const pe_report_chart kind = (pe_report_chart) item->choice;
  pe_chart             *chart = NULL;

  if (!has_data (self, kind) && (item->is_optional || kind == PE_REPORT_CHART_CHANGE))
    return;
  if (pe_reporting_check (self, make_chart (self, &chart, kind)))
    pe_report_add_picture (self->document, chart, pe_reporting_choose (self, item->zh, item->en));
}

static void
add_heading (pe_reporting *self, const pe_report_item *item)
{
  pe_doc_block *block = pe_report_add (self->document, PE_DOC_HEADING, item->level, NULL);

  pe_doc_block_add_text (self->document, block, pe_reporting_choose (self, item->zh, item->en), NULL, FALSE);
}

static void
add_item (pe_reporting *self, const pe_report_item *item)
{
  const pe_report_about whole = { SIZE_MAX, NULL, NULL };
  const char           *sentence = pe_reporting_choose (self, item->zh, item->en);

  switch (item->kind)
    {
    case PE_REPORT_TITLE:
      (void) pe_reporting_add_sentence (self, PE_DOC_TITLE, sentence, &whole, FALSE);
      break;
    case PE_REPORT_STATUS:
      add_status (self);
      break;
    case PE_REPORT_SECTION:
      add_heading (self, item);
      break;
    case PE_REPORT_P:
      (void) pe_reporting_add_sentence (self, PE_DOC_PARAGRAPH, sentence, &whole, item->is_optional);
      break;
    case PE_REPORT_NOTE:
      (void) pe_reporting_add_sentence (self, PE_DOC_NOTE, sentence, &whole, item->is_optional);
      break;
    case PE_REPORT_NARRATIVE:
      add_narrative (self, item);
      break;
    case PE_REPORT_GROUPS:
      add_groups (self, item);
      break;
    case PE_REPORT_LOSSES:
      pe_reporting_add_losses (self, item);
      break;
    case PE_REPORT_FINDINGS:
      add_findings (self, item);
      break;
    case PE_REPORT_REVIEW:
      pe_reporting_add_review (self, item);
      break;
    case PE_REPORT_READINGS:
      add_readings (self, item);
      break;
    case PE_REPORT_TABLE:
      pe_reporting_add_table (self, item);
      break;
    case PE_REPORT_CHART:
      add_chart (self, item);
      break;
    case PE_REPORT_LEDGER:
      pe_reporting_add_ledger (self);
      break;
    case PE_REPORT_PAGE:
      (void) pe_report_add (self->document, PE_DOC_PAGE_BREAK, 0, NULL);
      break;
    }
}

/* The caller's options as far as they go, the rest as by default. */
static pe_status
take_options (pe_report_options *out, const pe_report_options *options, pe_error **error)
{
  pe_date day;

  pe_report_options_init (out, sizeof *out);
  if (options == NULL || options->struct_size < sizeof options->struct_size)
    return pe_office_refuse_argument (
        error, "options", "filled by pe_report_options_init()", "由 pe_report_options_init() 填写");
  if (options->struct_size > sizeof *out)
    return pe_office_fail (error, PE_ERROR_UNSUPPORTED, NULL, "name", "options", NULL);
  memcpy (out, options, options->struct_size);
  if (out->date == NULL)
    return pe_office_refuse_argument (error, "date", "a day, e.g. 2024-03-15", "日期，如 2024-03-15");
  return pe_date_parse (&day, out->date, strlen (out->date), error);
}

static void
clear_notes (pe_vector *notes)
{
  for (size_t i = 0; i < notes->size; i++)
    g_free (*pe_vector_at (notes, char *, i));
  pe_vector_clear (notes);
}

static pe_status
fill (pe_reporting *self, const pe_report_template *template)
{
  (void) pe_reporting_index_build (self);
  for (size_t i = 0; self->status == PE_OK && i < template->items.size; i++)
    {
      const pe_report_item *item = pe_vector_at (&template->items, const pe_report_item, i);

      if (!pe_reporting_take_item (self, item))
        break;
      add_item (self, item);
    }
  pe_reporting_index_clear (self);
  clear_notes (&self->notes);
  return self->status == PE_OK ? pe_report_seal (self->document, self->error) : self->status;
}

pe_status
pe_report_make (pe_report **out, const pe_report_template *self, const pe_evaluation *evaluation,
                const pe_report_options *options, pe_error **error)
{
  pe_report_options ours;
  pe_dossier_head   head;
  pe_reporting      report = { .evaluation = evaluation, .status = PE_OK, .error = error };
  pe_status         status;

  if (out == NULL || self == NULL || evaluation == NULL)
    return pe_office_refuse_argument (
        error,
        out == NULL    ? "out"
        : self == NULL ? "self"
                       : "evaluation",
        "not NULL", "非空指针");
  status = take_options (&ours, options, error);
  if (status != PE_OK)
    return status;
  report.prior = ours.prior;
  report.dossier = pe_evaluation_get_dossier (evaluation);
  report.rulebook = pe_evaluation_get_rulebook (evaluation);
  report.language = ours.language == PE_LANGUAGE_EN ? PE_LANGUAGE_EN : PE_LANGUAGE_ZH;
  report.date = ours.date;
  report.notes = (pe_vector) PE_VECTOR_INIT (char *);
  pe_dossier_head_init (&head, sizeof head);
  status = pe_dossier_get_head (&head, report.dossier, error);
  if (status != PE_OK)
    return status;
  report.document = pe_report_new (report.language, report.date, head.unit_name);
  status = fill (&report, self);
  if (status == PE_OK)
    *out = report.document;
  else
    pe_report_unref (report.document);
  return status;
}
