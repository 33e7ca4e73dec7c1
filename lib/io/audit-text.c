/* audit-text.c - an audit as text for people
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "../base/finding-private.h"
#include "audit-view-private.h"
#include "wrap-private.h"

/* The text of a finding stands below its number. */
#define INDENT 12
/* Characters of a passage that are shown. */
#define MOST_OF_A_PASSAGE 160

static void
add_count (pe_buffer *out, const char *zh_before, uint64_t n, const char *after)
{
  pe_buffer_add_string (out, zh_before);
  pe_buffer_add_uint (out, n);
  pe_buffer_add_string (out, after);
}

/* Adds the lines of a buffer that is emptied. */
static void
add_wrapped (pe_buffer *out, const char *head, pe_buffer *line, int indent)
{
  char *text = pe_buffer_steal (line);

  if (text == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  else
    pe_wrap_add (out, head, text, indent);
  g_free (text);
}

/* Takes over a text that the audit rendered; a failure becomes the buffer's. */
static void
add_rendered (pe_buffer *out, const char *head, pe_status status, pe_text *text, int indent)
{
  if (status == PE_ERROR_NO_MEMORY)
    out->status = PE_ERROR_NO_MEMORY;
  else if (status == PE_OK && pe_text_get_size (text) > 0)
    pe_wrap_add (out, head, pe_text_get_data (text), indent);
  pe_text_unref (text);
}

/* The head: what was read and how much of it was understood */

static void
add_source (const pe_audit_view *self, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;

  if (self->options.file == NULL)
    return;
  pe_buffer_add_string (&line, self->options.file);
  if (self->options.encoding != NULL)
    {
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "（", " ("));
      pe_buffer_add_string (&line, self->options.encoding);
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "）", ")"));
    }
  add_wrapped (out, "", &line, 0);
}

static void
add_understood (const pe_audit_view *self, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;

  if (self->options.has_counts == 0)
    return;
  add_count (&line, pe_audit_view_choose (self, "读出数据 ", "figures read "), self->options.n_figures,
             pe_audit_view_choose (self, " 个：", ": "));
  add_count (&line, pe_audit_view_choose (self, "有关系的 ", "in a relation "), self->options.n_related,
             pe_audit_view_choose (self, " 个，", ", "));
  add_count (&line, pe_audit_view_choose (self, "没有读懂、未作猜测的 ", "not understood and not guessed at "),
             self->options.n_left, pe_audit_view_choose (self, " 个", ""));
  add_wrapped (out, "", &line, 0);
}

static void
add_counts (const pe_audit_view *self, const pe_audit_summary *summary, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;

  add_count (&line, pe_audit_view_choose (self, "核算关系 ", "relations recomputed "), summary->n_computed,
             pe_audit_view_choose (self, " 条：", ": "));
  add_count (&line, pe_audit_view_choose (self, "相符 ", "fitting "), summary->n_fitting,
             pe_audit_view_choose (self, "，", ", "));
  add_count (&line, pe_audit_view_choose (self, "矛盾 ", "contradictions "), summary->n_contradictions,
             pe_audit_view_choose (self, "，", ", "));
  add_count (&line, pe_audit_view_choose (self, "取舍 ", "matters of rounding "), summary->n_rounding,
             pe_audit_view_choose (self, "，", ", "));
  add_count (&line, pe_audit_view_choose (self, "提示 ", "remarks "), summary->n_remarks, "");
  if (summary->n_not_computed > 0)
    {
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "；未核算 ", "; not computed "));
      pe_buffer_add_uint (&line, summary->n_not_computed);
    }
  add_wrapped (out, "", &line, 0);
}

/* One finding */

static void
add_place (const pe_audit_view *self, const pe_finding *finding, size_t number, pe_buffer *out)
{
  pe_buffer        line = PE_BUFFER_INIT, head = PE_BUFFER_INIT;
  uint64_t         offset = 0, length = 0;
  pe_text_position position;
  char            *head_text;

  if (pe_audit_view_find_figure (self, finding, &offset, &length)
      || pe_audit_view_find_passage (self, finding, &offset, &length))
    {
      position = pe_text_index_find (&self->index, offset);
      if (self->options.file != NULL)
        {
          pe_buffer_add_string (&line, self->options.file);
          pe_buffer_add_char (&line, ':');
        }
      pe_buffer_add_uint (&line, position.line);
      pe_buffer_add_char (&line, ':');
      pe_buffer_add_uint (&line, position.column);
      add_count (&line, pe_audit_view_choose (self, "，字节 ", ", bytes "), offset,
                 pe_audit_view_choose (self, "–", " to "));
      pe_buffer_add_uint (&line, offset + length - 1);
    }
  else if (pe_place_get_what (pe_finding_get_place (finding, 0))[0] != '\0')
    pe_buffer_add_string (&line, pe_place_get_what (pe_finding_get_place (finding, 0)));
  else
    pe_buffer_add_string (&line, pe_audit_view_choose (self, "全文", "the whole report"));
  pe_buffer_add_string (&head, "  ");
  pe_buffer_add_uint (&head, number);
  pe_buffer_add_string (&head, ". ");
  head_text = pe_buffer_steal (&head);
  if (head_text != NULL)
    add_wrapped (out, head_text, &line, 6);
  else
    out->status = PE_ERROR_NO_MEMORY;
  pe_buffer_clear (&line);
  g_free (head_text);
}

static void
add_passage (const pe_audit_view *self, const pe_finding *finding, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;
  uint64_t  offset, length;

  if (!pe_audit_view_find_passage (self, finding, &offset, &length))
    return;
  pe_buffer_add_string (&line, pe_audit_view_choose (self, "“", "\""));
  pe_audit_view_add_quote (self, offset, length, MOST_OF_A_PASSAGE, &line);
  pe_buffer_add_string (&line, pe_audit_view_choose (self, "”", "\""));
  add_wrapped (out, pe_audit_view_choose (self, "      原文", "      text"), &line, INDENT);
}

static void
add_modes (const pe_audit_view *self, const pe_verdict *verdict, pe_buffer *out)
{
  pe_text  *modes = NULL;
  pe_status status;

  if (verdict->as_printed == PE_MODES_ALL || verdict->as_printed == 0)
    return;
  status = pe_modes_print (&modes, verdict->as_printed, self->options.language, NULL);
  add_rendered (out, pe_audit_view_choose (self, "      取舍", "      modes"), status, modes, INDENT);
}

static void
add_nearest (const pe_audit_view *self, const pe_relation *relation, const pe_verdict *verdict, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;
  pe_claim  claim;

  if (!verdict->has_nearest || relation->result >= pe_audit_get_n_claims (self->audit))
    return;
  claim = pe_audit_view_get_claim (self, relation->result);
  pe_audit_view_add_figure (&claim, &verdict->nearest, &line);
  add_wrapped (out, pe_audit_view_choose (self, "      应为", "      fits"), &line, INDENT);
}

static const char *
get_slip (const pe_audit_view *self, pe_slip slip)
{
  static const char *const words[][2]
      = { { "", "" },
          { "（错一位）", " (one digit differs)" },
          { "（邻位颠倒）", " (two digits swapped)" },
          { "（数量级或单位）", " (a power of ten, or the unit)" },
          { "（漏一位）", " (a digit left out)" },
          { "（多一位）", " (a digit too many)" },
          { "（正负号）", " (the sign)" } };

  return slip > 0 && slip < (pe_slip) G_N_ELEMENTS (words) ? words[slip][self->chinese ? 0 : 1] : "";
}

/* The single cells that would explain a sum, the likeliest three. */
static void
add_repairs (const pe_audit_view *self, size_t relation, pe_buffer *out)
{
  for (size_t i = 0; i < MIN (pe_audit_get_n_repairs (self->audit, relation), 3); i++)
    {
      pe_buffer line = PE_BUFFER_INIT;
      pe_repair repair;
      pe_claim  claim;

      pe_repair_init (&repair, sizeof repair);
      (void) pe_audit_get_repair (&repair, self->audit, relation, i, NULL);
      claim = pe_audit_view_get_claim (self, repair.claim);
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "若“", "if \""));
      pe_buffer_add_string (&line, claim.text);
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "”实为 ", "\" were "));
      pe_audit_view_add_figure (&claim, &repair.value, &line);
      pe_buffer_add_string (&line, get_slip (self, repair.slip));
      pe_buffer_add_string (&line, pe_audit_view_choose (self, "，则相符", ", it would fit"));
      add_wrapped (out, i == 0 ? pe_audit_view_choose (self, "      可能", "      cells") : "", &line, INDENT);
    }
}

/* A remark says more than its arithmetic. */
static void
add_message (const pe_audit_view *self, const pe_finding *finding, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;

  pe_audit_view_add_message (self, finding, &line);
  add_wrapped (out, pe_audit_view_choose (self, "      说明", "      says"), &line, INDENT);
}

static void
add_verdict (const pe_audit_view *self, size_t index, pe_buffer *out)
{
  const pe_relation relation = pe_audit_view_get_relation (self, index);
  const pe_verdict  verdict = pe_audit_view_get_verdict (self, index);
  pe_text          *text = NULL;
  const pe_status   status = pe_audit_print_verdict (&text, self->audit, index, self->options.language, NULL);

  add_rendered (out, pe_audit_view_choose (self, "      核算", "      found"), status, text, INDENT);
  add_modes (self, &verdict, out);
  add_nearest (self, &relation, &verdict, out);
  add_repairs (self, index, out);
}

static void
add_reading (const pe_audit_view *self, size_t index, pe_buffer *out)
{
  const pe_relation relation = pe_audit_view_get_relation (self, index);
  pe_buffer         reading = PE_BUFFER_INIT;

  pe_buffer_add_string (&reading, pe_audit_view_get_reading (self, &relation));
  if (relation.alternatives > 0)
    add_count (&reading, pe_audit_view_choose (self, "（另有 ", " (considered otherwise: "), relation.alternatives,
               pe_audit_view_choose (self, " 种读法，均不相符）", ", none of which fits)"));
  add_wrapped (out, pe_audit_view_choose (self, "      读法", "      read"), &reading, INDENT);
}

static void
add_finding (const pe_audit_view *self, const pe_finding *finding, size_t number, pe_buffer *out)
{
  const size_t   relation = pe_finding_get_relation (finding);
  const gboolean is_remark = pe_audit_classify (pe_finding_get_code (finding)) == PE_CLASS_REMARK;
  const gboolean has_relation = relation < pe_audit_get_n_relations (self->audit);

  pe_buffer_add_char (out, '\n');
  add_place (self, finding, number, out);
  add_passage (self, finding, out);
  if (has_relation)
    add_reading (self, relation, out);
  if (has_relation && !is_remark)
    add_verdict (self, relation, out);
  else
    add_message (self, finding, out);
}

/* By class, the gravest first */

static const char *
get_title (const pe_audit_view *self, pe_audit_class audit_class)
{
  switch (audit_class)
    {
    case PE_CLASS_CONTRADICTION:
      return pe_audit_view_choose (
          self, "矛盾：无论怎样取舍都不可能正确", "Contradictions: impossible, however the figures were rounded");
    case PE_CLASS_ROUNDING:
      return pe_audit_view_choose (
          self, "取舍：只有某种取舍方式下才正确", "Rounding: right only under some way of rounding");
    default:
      return pe_audit_view_choose (self, "提示：值得核实，算术无误", "Remarks: worth a look; no arithmetic is wrong");
    }
}

static void
add_class (const pe_audit_view *self, pe_audit_class audit_class, pe_buffer *out)
{
  const pe_findings *findings = pe_audit_get_findings (self->audit);
  size_t             number = 0;

  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (pe_audit_classify (pe_finding_get_code (finding)) != audit_class)
        continue;
      if (number == 0)
        {
          pe_buffer_add_char (out, '\n');
          pe_wrap_add (out, "", get_title (self, audit_class), 0);
        }
      add_finding (self, finding, ++number, out);
    }
}

static void
add_whole_modes (const pe_audit_view *self, const pe_audit_summary *summary, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;
  pe_text  *modes = NULL;

  if (summary->n_computed == 0 || summary->modes == 0)
    return;
  if (pe_modes_print (&modes, summary->modes, self->options.language, NULL) != PE_OK)
    {
      out->status = PE_ERROR_NO_MEMORY;
      return;
    }
  pe_buffer_add_string (&line, pe_audit_view_choose (self, "能解释全部所印数据的取舍方式：",
                                                     "ways of rounding that explain every figure: "));
  pe_buffer_add_string (&line, pe_text_get_data (modes));
  add_wrapped (out, "", &line, 0);
  pe_text_unref (modes);
}

pe_status
pe_audit_to_text (pe_text **out, const pe_audit *audit, const pe_audit_report_options *options, pe_error **error)
{
  pe_audit_view    view;
  pe_audit_summary summary;
  pe_buffer        buffer = PE_BUFFER_INIT;
  pe_status        status = pe_audit_view_init (&view, out, audit, options, error);

  if (status == PE_OK)
    {
      pe_audit_summary_init (&summary, sizeof summary);
      (void) pe_audit_get_summary (&summary, audit, NULL);
      add_source (&view, &buffer);
      add_understood (&view, &buffer);
      add_counts (&view, &summary, &buffer);
      add_whole_modes (&view, &summary, &buffer);
      for (pe_audit_class i = PE_CLASS_CONTRADICTION; i >= PE_CLASS_REMARK; i--)
        add_class (&view, i, &buffer);
      status = pe_buffer_finish (&buffer, out, error);
    }
  pe_audit_view_clear (&view);
  return status;
}
