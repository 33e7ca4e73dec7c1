/* audit-html.c - a report as an HTML page, each figure marked
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdlib.h>
#include <string.h>

#include "../base/finding-private.h"
#include "audit-view-private.h"
#include "html-private.h"

/* How a figure is marked, the gravest last. The signs are told apart without colour. */
typedef enum
{
  MARK_LEFT,    /* in no relation */
  MARK_OPERAND, /* others follow from it */
  MARK_FITS,
  MARK_REMARK,
  MARK_ROUNDING,
  MARK_CONTRADICTION,
  N_MARKS
} mark;

static const struct
{
  const char *style;
  const char *sign;
  const char *zh;
  const char *en;
} marks[N_MARKS] = {
  { "left", "?", "没有读懂，未作猜测", "not understood, not guessed at" },
  { "operand", "·", "参与核算", "others are computed from it" },
  { "fits", "✓", "相符", "fits" },
  { "remark", "!", "提示", "remark" },
  { "rounding", "≈", "取舍", "matter of rounding" },
  { "contradiction", "✕", "矛盾", "contradiction" },
};

/* Relations of one figure that are told about it. */
#define MOST_NOTES 6

/* A figure in the text. */
typedef struct figure
{
  uint64_t offset;
  uint64_t length;
  size_t   claim;
} figure;

/* The page under construction. */
typedef struct page
{
  pe_audit_view *view;
  pe_buffer     *out;
  guint8        *marks;     /* by claim */
  size_t        *first;     /* by claim, and one behind: its first entry below */
  uint32_t      *relations; /* by entry: a relation in which the claim is */
  figure        *figures;   /* in the order of the text, none over another */
  size_t         n_figures;
} page;

static const char style[]
    = ":root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--soft:#5c5c5c;--line:#c9c9c9;--bad:#b3001b;"
      "--badbg:#fde8ea;--warn:#8a4b00;--warnbg:#fff2dc;--tip:#004f9e;--tipbg:#e6f0fb;--good:#1b6e2c}"
      "@media(prefers-color-scheme:dark){:root{--paper:#16181b;--ink:#ececec;--soft:#a8a8a8;--line:#4a4d52;"
      "--bad:#ff8a94;--badbg:#4a161c;--warn:#ffc069;--warnbg:#43300f;--tip:#8fc1ff;--tipbg:#12304f;--good:#7fd494}}"
      "body{margin:0 auto;max-width:52rem;padding:1.5rem 1.25rem 9rem;background:var(--paper);color:var(--ink);"
      "font:1rem/1.9 system-ui,\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"Microsoft YaHei\",sans-serif}"
      "h1{font-size:1.35rem;line-height:1.4;margin:0 0 .5rem}h2{font-size:1.1rem;margin:2rem 0 .5rem}"
      "p{margin:.35rem 0}.soft{color:var(--soft)}"
      ".legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:1rem 0;padding:.5rem 0;"
      "border-block:1px solid var(--line)}"
      ".report{white-space:pre-wrap;overflow-wrap:anywhere}"
      ".f{border-radius:.2rem;padding:0 .15rem;outline-offset:2px}.f::before{font-weight:700;font-size:.8em;"
      "margin-right:.15em}"
      ".left{border-bottom:1px dotted var(--soft)}.left::before{content:\"?\";color:var(--soft)}"
      ".operand{border-bottom:1px solid var(--line)}.operand::before{content:\"·\";color:var(--soft)}"
      ".fits{border-bottom:2px solid var(--good)}.fits::before{content:\"✓\";color:var(--good)}"
      ".remark{border:1px dotted var(--tip);background:var(--tipbg)}.remark::before{content:\"!\";color:var(--tip)}"
      ".rounding{border:1px dashed var(--warn);background:var(--warnbg)}"
      ".rounding::before{content:\"≈\";color:var(--warn)}"
      ".contradiction{border:2px solid var(--bad);background:var(--badbg);font-weight:700}"
      ".contradiction::before{content:\"✕\";color:var(--bad)}"
      ".n{display:none;white-space:normal;font-weight:400}"
      ".f:hover .n,.f:focus .n,.f:target "
      ".n{display:block;position:fixed;z-index:1;left:50%;bottom:1rem;transform:translateX(-50%);"
      "box-sizing:border-box;width:min(50rem,calc(100vw - 2rem));max-height:45vh;overflow:auto;padding:.75rem 1rem;"
      "background:var(--paper);color:var(--ink);border:1px solid var(--ink);border-radius:.4rem;"
      "box-shadow:0 .4rem 1.6rem rgba(0,0,0,.35);line-height:1.6}"
      ".n span{display:block;padding:.15rem 0}.n span+span{border-top:1px solid var(--line)}"
      "ol{padding-left:1.6rem}li{margin:.5rem 0}a{color:inherit}.report{border-top:1px solid "
      "var(--line);padding-top:1rem}"
      ".f:target{outline:2px solid var(--ink)}"
      "@media print{body{max-width:none}.n{display:none!important}}";

/* What is to be marked */

static void
raise_mark (page *self, size_t claim, mark to)
{
  if (claim < pe_audit_get_n_claims (self->view->audit) && self->marks[claim] < to)
    self->marks[claim] = (guint8) to;
}

static mark
get_mark_of_class (pe_audit_class audit_class)
{
  switch (audit_class)
    {
    case PE_CLASS_CONTRADICTION:
      return MARK_CONTRADICTION;
    case PE_CLASS_ROUNDING:
      return MARK_ROUNDING;
    case PE_CLASS_REMARK:
      return MARK_REMARK;
    default:
      return MARK_FITS;
    }
}

/* A relation marks its result; where it has none, as one quantity named twice, what it says is said of every figure. */
static void
mark_relation (page *self, size_t index)
{
  const pe_relation relation = pe_audit_view_get_relation (self->view, index);
  const pe_verdict  verdict = pe_audit_view_get_verdict (self->view, index);
  const mark found = verdict.state == PE_VERDICT_COMPUTED ? get_mark_of_class (verdict.audit_class) : MARK_OPERAND;

  raise_mark (self, relation.result, found);
  for (uint32_t i = 0; i < relation.n_operands; i++)
    raise_mark (self, relation.operands[i], relation.result == PE_NO_CLAIM ? found : MARK_OPERAND);
  if (verdict.audit_class == PE_CLASS_CONTRADICTION)
    raise_mark (self, verdict.cause, MARK_CONTRADICTION);
}

static void
mark_findings (page *self)
{
  const pe_findings *findings = pe_audit_get_findings (self->view->audit);

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);
      const mark        found = get_mark_of_class (pe_audit_classify (pe_finding_get_code (finding)));
      const size_t      relation = pe_finding_get_relation (finding);

      raise_mark (self, pe_finding_get_claim (finding), found);
      if (relation < pe_audit_get_n_relations (self->view->audit))
        raise_mark (self, pe_audit_view_get_relation (self->view, relation).result, found);
    }
}

/* Which relations each claim is in: those that it results from come first, since they are told first. */
static void
enter (page *self, size_t *next, uint32_t relation, uint32_t claim)
{
  if (claim < pe_audit_get_n_claims (self->view->audit))
    self->relations[next[claim]++] = relation;
}

static gboolean
index_relations (page *self)
{
  const size_t n = pe_audit_get_n_claims (self->view->audit);
  const size_t n_relations = pe_audit_get_n_relations (self->view->audit);
  size_t      *next;

  for (size_t i = 0; i < n_relations; i++)
    {
      const pe_relation relation = pe_audit_view_get_relation (self->view, i);

      if (relation.result < n)
        self->first[relation.result + 1]++;
      for (uint32_t j = 0; j < relation.n_operands; j++)
        self->first[relation.operands[j] + 1]++;
    }
  for (size_t i = 0; i < n; i++)
    self->first[i + 1] += self->first[i];
  self->relations = g_try_new (uint32_t, self->first[n] + 1);
  next = g_try_new (size_t, n + 1);
  if (self->relations == NULL || next == NULL)
    {
      g_free (next);
      return FALSE;
    }
  memcpy (next, self->first, (n + 1) * sizeof *next);
  for (size_t i = 0; i < n_relations; i++)
    enter (self, next, (uint32_t) i, pe_audit_view_get_relation (self->view, i).result);
  for (size_t i = 0; i < n_relations; i++)
    {
      const pe_relation relation = pe_audit_view_get_relation (self->view, i);

      for (uint32_t j = 0; j < relation.n_operands; j++)
        enter (self, next, (uint32_t) i, relation.operands[j]);
    }
  g_free (next);
  return TRUE;
}

static int
compare_figures (const void *a, const void *b)
{
  const figure *one = a, *other = b;

  if (one->offset != other->offset)
    return one->offset < other->offset ? -1 : 1;
  if (one->length != other->length)
    return one->length > other->length ? -1 : 1;
  return one->claim < other->claim ? -1 : one->claim > other->claim;
}

/* The figures that stand in the text; of two that overlap the first. */
static void
find_figures (page *self)
{
  const size_t n = pe_audit_get_n_claims (self->view->audit);
  uint64_t     end = 0;
  size_t       kept = 0;

  for (size_t i = 0; i < n; i++)
    {
      const pe_claim claim = pe_audit_view_get_claim (self->view, i);

      if (pe_audit_view_has_range (self->view, claim.offset, claim.length))
        self->figures[self->n_figures++] = (figure) { claim.offset, claim.length, i };
    }
  qsort (self->figures, self->n_figures, sizeof *self->figures, compare_figures);
  for (size_t i = 0; i < self->n_figures; i++)
    if (self->figures[i].offset >= end)
      {
        self->figures[kept++] = self->figures[i];
        end = self->figures[i].offset + self->figures[i].length;
      }
  self->n_figures = kept;
}

static gboolean
page_init (page *self)
{
  const size_t n = pe_audit_get_n_claims (self->view->audit);

  self->marks = g_try_new0 (guint8, n + 1);
  self->first = g_try_new0 (size_t, n + 2);
  self->figures = g_try_new (figure, n + 1);
  if (self->marks == NULL || self->first == NULL || self->figures == NULL || !index_relations (self))
    return FALSE;
  for (size_t i = 0; i < pe_audit_get_n_relations (self->view->audit); i++)
    mark_relation (self, i);
  mark_findings (self);
  find_figures (self);
  return TRUE;
}

static void
page_clear (page *self)
{
  g_free (self->marks);
  g_free (self->first);
  g_free (self->relations);
  g_free (self->figures);
}

/* Notes */

static void
add_rendered (page *self, pe_status status, pe_text *text)
{
  if (status != PE_OK)
    self->out->status = PE_ERROR_NO_MEMORY;
  else
    pe_html_add (self->out, pe_text_get_data (text), pe_text_get_size (text));
  pe_text_unref (text);
}

static void
add_note (page *self, size_t claim, size_t index)
{
  const pe_relation relation = pe_audit_view_get_relation (self->view, index);
  const pe_verdict  verdict = pe_audit_view_get_verdict (self->view, index);
  const gboolean    is_result = relation.result == claim || relation.result == PE_NO_CLAIM;
  const mark        found
      = verdict.state == PE_VERDICT_COMPUTED && is_result ? get_mark_of_class (verdict.audit_class) : MARK_OPERAND;
  pe_text  *text = NULL;
  pe_status status;

  pe_buffer_add_string (self->out, "<span><b>");
  pe_buffer_add_string (self->out, marks[found].sign);
  pe_buffer_add_char (self->out, ' ');
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, marks[found].zh, marks[found].en));
  pe_buffer_add_string (self->out, "</b> ");
  status = pe_audit_print_verdict (&text, self->view->audit, index, self->view->options.language, NULL);
  add_rendered (self, status, text);
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, "<br>读法：", "<br>Read as: "));
  pe_html_add_string (self->out, pe_audit_view_get_reading (self->view, &relation));
  pe_buffer_add_string (self->out, "</span>");
}

static void
add_notes (page *self, size_t claim)
{
  const size_t from = self->first[claim], n = self->first[claim + 1] - from;

  pe_buffer_add_string (self->out, "<span class=\"n\" role=\"tooltip\" id=\"n");
  pe_buffer_add_uint (self->out, claim);
  pe_buffer_add_string (self->out, "\">");
  for (size_t i = 0; i < MIN (n, MOST_NOTES); i++)
    add_note (self, claim, self->relations[from + i]);
  if (n > MOST_NOTES)
    {
      pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, "<span>另有 ", "<span>and "));
      pe_buffer_add_uint (self->out, n - MOST_NOTES);
      pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, " 处</span>", " more</span>"));
    }
  if (n == 0)
    {
      pe_buffer_add_string (self->out, "<span>");
      pe_buffer_add_string (
          self->out, pe_audit_view_choose (self->view, marks[self->marks[claim]].zh, marks[self->marks[claim]].en));
      pe_buffer_add_string (self->out, "</span>");
    }
  pe_buffer_add_string (self->out, "</span>");
}

/* The text */

static void
add_figure (page *self, const figure *it)
{
  pe_buffer_add_string (self->out, "<span class=\"f ");
  pe_buffer_add_string (self->out, marks[self->marks[it->claim]].style);
  pe_buffer_add_string (self->out, "\" tabindex=\"0\" id=\"c");
  pe_buffer_add_uint (self->out, it->claim);
  pe_buffer_add_string (self->out, "\" aria-describedby=\"n");
  pe_buffer_add_uint (self->out, it->claim);
  pe_buffer_add_string (self->out, "\">");
  pe_html_add (self->out, self->view->options.text + it->offset, (size_t) it->length);
  add_notes (self, it->claim);
  pe_buffer_add_string (self->out, "</span>");
}

static void
add_report (page *self)
{
  uint64_t at = 0;

  pe_buffer_add_string (self->out, "<article class=\"report\">");
  for (size_t i = 0; i < self->n_figures; i++)
    {
      const figure *it = &self->figures[i];

      pe_html_add (self->out, self->view->options.text + at, (size_t) (it->offset - at));
      add_figure (self, it);
      at = it->offset + it->length;
    }
  pe_html_add (self->out, self->view->options.text + at, (size_t) (self->view->options.size - at));
  pe_buffer_add_string (self->out, "</article>\n");
}

/* The head */

static void
add_paragraph_count (page *self, const char *zh, const char *en, uint64_t n)
{
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, zh, en));
  pe_buffer_add_uint (self->out, n);
}

static void
add_understood (page *self)
{
  const pe_audit_report_options *options = &self->view->options;

  if (options->has_counts == 0)
    return;
  pe_buffer_add_string (self->out, "<p class=\"soft\">");
  add_paragraph_count (self, "读出数据 ", "Figures read: ", options->n_figures);
  add_paragraph_count (self, "，有关系的 ", ", in a relation: ", options->n_related);
  add_paragraph_count (self, "，没有读懂、未作猜测的 ", ", not understood and not guessed at: ", options->n_left);
  pe_buffer_add_string (self->out, "</p>\n");
}

static void
add_counts (page *self)
{
  pe_audit_summary summary;

  pe_audit_summary_init (&summary, sizeof summary);
  (void) pe_audit_get_summary (&summary, self->view->audit, NULL);
  pe_buffer_add_string (self->out, "<p>");
  add_paragraph_count (self, "核算关系 ", "Relations recomputed: ", summary.n_computed);
  add_paragraph_count (self, "：相符 ", "; fitting: ", summary.n_fitting);
  add_paragraph_count (self, "，矛盾 ", ", contradictions: ", summary.n_contradictions);
  add_paragraph_count (self, "，取舍 ", ", matters of rounding: ", summary.n_rounding);
  add_paragraph_count (self, "，提示 ", ", remarks: ", summary.n_remarks);
  pe_buffer_add_string (self->out, "</p>\n");
}

static void
add_legend (page *self)
{
  pe_buffer_add_string (self->out, "<ul class=\"legend\">");
  for (int i = N_MARKS - 1; i >= 0; i--)
    {
      pe_buffer_add_string (self->out, "<li><span class=\"f ");
      pe_buffer_add_string (self->out, marks[i].style);
      pe_buffer_add_string (self->out, "\">");
      pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, marks[i].zh, marks[i].en));
      pe_buffer_add_string (self->out, "</span></li>");
    }
  pe_buffer_add_string (self->out, "</ul>\n");
}

static void
add_head (page *self)
{
  const char *title = pe_audit_view_choose (self->view, "报告数据核算", "Figures of a report, recomputed");

  pe_buffer_add_string (self->out, "<!DOCTYPE html>\n<html lang=\"");
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, "zh-CN", "en"));
  pe_buffer_add_string (self->out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                                   "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
  pe_buffer_add_string (self->out, title);
  pe_buffer_add_string (self->out, "</title>\n<style>");
  pe_buffer_add_string (self->out, style);
  pe_buffer_add_string (self->out, "</style>\n</head>\n<body>\n<header>\n<h1>");
  pe_buffer_add_string (self->out, title);
  if (self->view->options.file != NULL)
    {
      pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, "：", ": "));
      pe_html_add_string (self->out, self->view->options.file);
    }
  pe_buffer_add_string (self->out, "</h1>\n");
  add_counts (self);
  add_understood (self);
  add_legend (self);
  pe_buffer_add_string (self->out, "</header>\n<main>\n");
}

/* The list of findings, which leads to the figures */

static void
add_message (page *self, const pe_finding *finding)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *text;

  pe_audit_view_add_message (self->view, finding, &buffer);
  text = pe_buffer_steal (&buffer);
  if (text == NULL)
    self->out->status = PE_ERROR_NO_MEMORY;
  pe_html_add_string (self->out, text);
  g_free (text);
}

static void
add_item (page *self, const pe_finding *finding)
{
  const size_t relation = pe_finding_get_relation (finding);
  const mark   found = get_mark_of_class (pe_audit_classify (pe_finding_get_code (finding)));
  size_t       claim = pe_finding_get_claim (finding);

  if (relation < pe_audit_get_n_relations (self->view->audit))
    claim = pe_audit_view_get_relation (self->view, relation).result;
  pe_buffer_add_string (self->out, "<li><b>");
  pe_buffer_add_string (self->out, marks[found].sign);
  pe_buffer_add_char (self->out, ' ');
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, marks[found].zh, marks[found].en));
  pe_buffer_add_string (self->out, "</b> ");
  if (claim < pe_audit_get_n_claims (self->view->audit))
    {
      pe_buffer_add_string (self->out, "<a href=\"#c");
      pe_buffer_add_uint (self->out, claim);
      pe_buffer_add_string (self->out, "\">");
    }
  add_message (self, finding);
  if (claim < pe_audit_get_n_claims (self->view->audit))
    pe_buffer_add_string (self->out, "</a>");
  pe_buffer_add_string (self->out, "</li>\n");
}

static void
add_findings (page *self)
{
  const pe_findings *findings = pe_audit_get_findings (self->view->audit);

  if (pe_findings_get_size (findings) == 0)
    return;
  pe_buffer_add_string (self->out, "<section>\n<h2>");
  pe_buffer_add_string (self->out, pe_audit_view_choose (self->view, "发现", "Findings"));
  pe_buffer_add_string (self->out, "</h2>\n<ol>\n");
  for (pe_audit_class audit_class = PE_CLASS_CONTRADICTION; audit_class >= PE_CLASS_REMARK; audit_class--)
    for (size_t i = 0; i < pe_findings_get_size (findings); i++)
      if (pe_audit_classify (pe_finding_get_code (pe_findings_get (findings, i))) == audit_class)
        add_item (self, pe_findings_get (findings, i));
  pe_buffer_add_string (self->out, "</ol>\n</section>\n");
}

static pe_status
write_page (pe_audit_view *view, pe_text **out, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  page      self = { .view = view, .out = &buffer };

  if (page_init (&self))
    {
      add_head (&self);
      add_findings (&self);
      add_report (&self);
      pe_buffer_add_string (&buffer, "</main>\n</body>\n</html>\n");
    }
  else
    buffer.status = PE_ERROR_NO_MEMORY;
  page_clear (&self);
  return pe_buffer_finish (&buffer, out, error);
}

pe_status
pe_audit_to_html (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error)
{
  pe_audit_view view;
  pe_status     status = pe_audit_view_init (&view, out, audit, options, error);

  if (status == PE_OK && view.options.text == NULL)
    status = pe_error_set_argument (error, "options.text", "not NULL");
  if (status == PE_OK)
    status = write_page (&view, out, error);
  pe_audit_view_clear (&view);
  return status;
}
