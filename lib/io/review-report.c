/* review-report.c - a review as text, JSON and SARIF
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/review_report.h>

#include <string.h>

#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/utf8-private.h"
#include "audit-json-private.h"
#include "sarif-private.h"
#include "wrap-private.h"

static const pe_word words_state[] = {
  { "clear", PE_REVIEW_CLEAR },
  { "found", PE_REVIEW_FOUND },
  { "not_applicable", PE_REVIEW_NOT_APPLICABLE },
  { "off", PE_REVIEW_OFF },
  { "not_computed", PE_REVIEW_NOT_COMPUTED },
  { NULL, 0 },
};

static const pe_word words_basis[] = {
  { "working", PE_REVIEW_BASIS_WORKING }, { "defect", PE_REVIEW_BASIS_DEFECT },
  { "derived", PE_REVIEW_BASIS_DERIVED }, { "document", PE_REVIEW_BASIS_DOCUMENT },
  { "memory", PE_REVIEW_BASIS_MEMORY },   { NULL, 0 },
};

/* A review on its way out. */
typedef struct review_view
{
  const pe_review         *review;
  pe_review_report_options options;
  gboolean                 chinese;
} review_view;

void
pe_review_report_options_init (pe_review_report_options *self, uint32_t struct_size)
{
  static const pe_review_report_options defaults = { .language = PE_LANGUAGE_ZH };

  pe_struct_init (self, struct_size, &defaults, sizeof defaults);
}

static pe_status
review_view_init (review_view *self, const void *out, const pe_review *review, const pe_review_report_options *options,
                  pe_error **error)
{
  pe_review_report_options *ours = &self->options;
  pe_status                 status = PE_OK;
  size_t                    offset;

  if (out == NULL || review == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "review", "not NULL");
  pe_review_report_options_init (ours, sizeof *ours);
  if (options != NULL)
    status = pe_struct_import (ours, sizeof *ours, options, sizeof *ours, "options", error);
  if (status != PE_OK)
    return status;
  if (ours->language != PE_LANGUAGE_ZH && ours->language != PE_LANGUAGE_EN)
    return pe_error_set_argument (error, "options.language", "a pe_language");
  if (ours->file != NULL && !pe_utf8_validate (ours->file, strlen (ours->file), &offset))
    return pe_error_set (error, PE_ERROR_INVALID_UTF8, NULL, "name", "options.file", NULL);
  self->review = review;
  self->chinese = ours->language == PE_LANGUAGE_ZH;
  return PE_OK;
}

static pe_review_check
get_check (size_t index)
{
  pe_review_check check;

  pe_review_check_init (&check, sizeof check);
  (void) pe_review_check_get (&check, index, NULL);
  return check;
}

static pe_review_item
get_item (const review_view *self, size_t index)
{
  pe_review_item item;

  pe_review_item_init (&item, sizeof item);
  (void) pe_review_get_item (&item, self->review, index, NULL);
  return item;
}

static pe_review_result
get_result (const review_view *self, size_t check)
{
  pe_review_result result;

  pe_review_result_init (&result, sizeof result);
  (void) pe_review_get_result (&result, self->review, check, NULL);
  return result;
}

/* Text */

static const char *
choose (const review_view *self, const char *zh, const char *en)
{
  return self->chinese ? zh : en;
}

static void
add_line (pe_buffer *out, const char *head, pe_buffer *line, int indent)
{
  char *text = pe_buffer_steal (line);

  if (text == NULL)
    out->status = PE_ERROR_NO_MEMORY;
  else
    pe_wrap_add (out, head, text, indent);
  g_free (text);
}

static const char *
get_severity_word (const review_view *self, pe_severity severity)
{
  if (severity == PE_SEVERITY_ERROR)
    return choose (self, "错误", "error");
  return severity == PE_SEVERITY_WARNING ? choose (self, "警告", "warning") : choose (self, "提示", "note");
}

static void
add_counts (const review_view *self, pe_buffer *out)
{
  pe_buffer line = PE_BUFFER_INIT;
  uint64_t  states[PE_REVIEW_NOT_COMPUTED + 1] = { 0 };

  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    states[get_result (self, i).state]++;
  pe_buffer_add_string (&line, choose (self, "复核检查 ", "checks "));
  pe_buffer_add_uint (&line, pe_review_check_get_count ());
  pe_buffer_add_string (&line, choose (self, " 项：有发现 ", ": found something "));
  pe_buffer_add_uint (&line, states[PE_REVIEW_FOUND]);
  pe_buffer_add_string (&line, choose (self, "，未见问题 ", ", clear "));
  pe_buffer_add_uint (&line, states[PE_REVIEW_CLEAR]);
  pe_buffer_add_string (&line, choose (self, "，无可查内容 ", ", not applicable "));
  pe_buffer_add_uint (&line, states[PE_REVIEW_NOT_APPLICABLE]);
  pe_buffer_add_string (&line, choose (self, "，规则关闭 ", ", off "));
  pe_buffer_add_uint (&line, states[PE_REVIEW_OFF]);
  pe_buffer_add_string (&line, choose (self, "，本库未计算 ", ", not computed "));
  pe_buffer_add_uint (&line, states[PE_REVIEW_NOT_COMPUTED]);
  add_line (out, "", &line, 0);
}

static void
add_item (const review_view *self, const pe_review_item *item, pe_buffer *out)
{
  const pe_place *place = pe_finding_get_place (item->finding, 0);
  pe_buffer       line = PE_BUFFER_INIT;

  pe_buffer_add_string (&line, get_severity_word (self, item->severity));
  pe_buffer_add_string (&line, choose (self, "：", ": "));
  pe_buffer_add_string (&line, pe_finding_get_message (item->finding, self->options.language));
  add_line (out, "    - ", &line, 6);
  if (pe_place_get_file (place) != NULL && pe_place_get_line (place) > 0)
    {
      pe_buffer_add_string (&line, pe_place_get_file (place));
      pe_buffer_add_char (&line, ':');
      pe_buffer_add_uint (&line, pe_place_get_line (place));
      pe_buffer_add_char (&line, ':');
      pe_buffer_add_uint (&line, pe_place_get_column (place));
      pe_buffer_add_char (&line, ' ');
    }
  pe_buffer_add_string (&line, pe_place_get_what (place));
  add_line (out, "      ", &line, 6);
}

/* A check that found something, with its items from *next on. */
static void
add_found (const review_view *self, size_t check, size_t *next, pe_buffer *out)
{
  const pe_review_check  found = get_check (check);
  const pe_review_result result = get_result (self, check);
  pe_buffer              line = PE_BUFFER_INIT;
  uint64_t               shown = 0;

  pe_buffer_add_string (&line, found.id);
  pe_buffer_add_string (&line, "  ");
  pe_buffer_add_string (&line, choose (self, found.name_zh, found.name_en));
  pe_buffer_add_char (out, '\n');
  add_line (out, "", &line, 0);
  for (; *next < pe_review_get_n_items (self->review); (*next)++, shown++)
    {
      const pe_review_item item = get_item (self, *next);

      if (item.check != check)
        break;
      add_item (self, &item, out);
    }
  if (shown < result.found)
    {
      pe_buffer_add_string (&line, choose (self, "另有 ", "and "));
      pe_buffer_add_uint (&line, result.found - shown);
      pe_buffer_add_string (&line, choose (self, " 处未列出", " more that are not listed"));
      add_line (out, "    - ", &line, 6);
    }
}

/* Each check that has no item, by its state: nothing is absent in silence. */
static void
add_others (const review_view *self, pe_review_state state, const char *title, pe_buffer *out)
{
  gboolean any = FALSE;

  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    {
      const pe_review_check check = get_check (i);
      pe_buffer             line = PE_BUFFER_INIT;
      const char           *reason = choose (self, check.reason_zh, check.reason_en);

      if (get_result (self, i).state != state)
        continue;
      if (!any)
        {
          pe_buffer_add_char (out, '\n');
          pe_wrap_add (out, "", title, 0);
        }
      any = TRUE;
      pe_buffer_add_string (&line, check.id);
      pe_buffer_add_string (&line, "  ");
      pe_buffer_add_string (&line, choose (self, check.name_zh, check.name_en));
      if (reason != NULL)
        {
          pe_buffer_add_string (&line, choose (self, "：", ": "));
          pe_buffer_add_string (&line, reason);
        }
      add_line (out, "  ", &line, 8);
    }
}

pe_status
pe_review_to_text (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error)
{
  review_view view;
  pe_buffer   buffer = PE_BUFFER_INIT;
  size_t      next = 0;
  pe_status   status = review_view_init (&view, out, review, options, error);

  if (status != PE_OK)
    return status;
  add_counts (&view, &buffer);
  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    if (get_result (&view, i).state == PE_REVIEW_FOUND)
      add_found (&view, i, &next, &buffer);
  add_others (&view, PE_REVIEW_CLEAR, choose (&view, "未见问题", "Clear"), &buffer);
  add_others (&view, PE_REVIEW_NOT_APPLICABLE, choose (&view, "无可查内容", "Not applicable"), &buffer);
  add_others (&view, PE_REVIEW_OFF, choose (&view, "评分规则关闭", "Off"), &buffer);
  add_others (&view, PE_REVIEW_NOT_COMPUTED, choose (&view, "本库未计算", "Not computed"), &buffer);
  return pe_buffer_finish (&buffer, out, error);
}

/* JSON */

static void
write_check (pe_writer *self, const review_view *view, size_t index)
{
  const pe_review_check  check = get_check (index);
  const pe_review_result result = get_result (view, index);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "id", check.id);
  pe_writer_member_both (self, "name", check.name_zh, check.name_en);
  pe_writer_member_both (self, "definition", check.definition_zh, check.definition_en);
  pe_writer_member_word (self, "basis", words_basis, check.basis);
  pe_json_writer_member_string (&self->json, "source", check.source);
  pe_writer_member_word (self, "severity", pe_words_severity, result.severity);
  pe_writer_member_word (self, "state", words_state, result.state);
  pe_writer_member_both (self, "reason", check.reason_zh, check.reason_en);
  pe_json_writer_member_int (&self->json, "examined", (int64_t) result.examined);
  pe_json_writer_member_int (&self->json, "found", (int64_t) result.found);
  pe_json_writer_end_object (&self->json);
}

static void
write_item (pe_writer *self, const review_view *view, size_t index)
{
  const pe_review_item item = get_item (view, index);

  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "check", get_check (item.check).id);
  pe_writer_member_word (self, "severity", pe_words_severity, item.severity);
  pe_json_writer_name (&self->json, "finding");
  pe_writer_finding (self, item.finding);
  pe_json_writer_end_object (&self->json);
}

pe_status
pe_review_to_json (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error)
{
  review_view view;
  pe_writer   writer;
  pe_status   status = review_view_init (&view, out, review, options, error);

  if (status != PE_OK)
    return status;
  pe_writer_init (&writer);
  pe_audit_json_begin (&writer, view.options.file, NULL);
  pe_json_writer_name (&writer.json, "review");
  pe_json_writer_begin_object (&writer.json);
  pe_json_writer_name (&writer.json, "checks");
  pe_json_writer_begin_array (&writer.json);
  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    write_check (&writer, &view, i);
  pe_json_writer_end_array (&writer.json);
  pe_json_writer_name (&writer.json, "items");
  pe_json_writer_begin_array (&writer.json);
  for (size_t i = 0; i < pe_review_get_n_items (review); i++)
    write_item (&writer, &view, i);
  pe_json_writer_end_array (&writer.json);
  pe_json_writer_end_object (&writer.json);
  pe_json_writer_end_object (&writer.json);
  return pe_writer_finish (&writer, out, error);
}

/* SARIF */

static void
write_place (pe_writer *self, const review_view *view, const pe_place *place)
{
  const char *file = pe_place_get_file (place) != NULL ? pe_place_get_file (place) : view->options.file;

  pe_json_writer_begin_object (&self->json);
  if (file != NULL && file[0] != '\0')
    {
      pe_json_writer_name (&self->json, "physicalLocation");
      pe_json_writer_begin_object (&self->json);
      pe_sarif_artifact (self, file);
      if (pe_place_get_line (place) > 0)
        {
          pe_json_writer_name (&self->json, "region");
          pe_json_writer_begin_object (&self->json);
          pe_json_writer_member_int (&self->json, "startLine", (int64_t) pe_place_get_line (place));
          pe_json_writer_member_int (&self->json, "startColumn", (int64_t) pe_place_get_column (place));
          pe_json_writer_end_object (&self->json);
        }
      pe_json_writer_end_object (&self->json);
    }
  pe_json_writer_name (&self->json, "logicalLocations");
  pe_json_writer_begin_array (&self->json);
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "fullyQualifiedName", pe_place_get_what (place));
  pe_json_writer_end_object (&self->json);
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
}

static void
write_result (pe_writer *self, const review_view *view, const pe_review_item *item)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "ruleId", get_check (item->check).id);
  pe_json_writer_member_int (&self->json, "ruleIndex", (int64_t) item->check);
  pe_json_writer_member_string (&self->json, "kind", "fail");
  pe_json_writer_member_string (&self->json, "level", pe_sarif_get_level (item->severity));
  pe_sarif_message (self, "message", pe_finding_get_message (item->finding, view->options.language));
  pe_json_writer_name (&self->json, "locations");
  pe_json_writer_begin_array (&self->json);
  write_place (self, view, pe_finding_get_place (item->finding, 0));
  pe_json_writer_end_array (&self->json);
  pe_json_writer_end_object (&self->json);
}

pe_status
pe_review_to_sarif (pe_text **out, const pe_review *review, const pe_review_report_options *options, pe_error **error)
{
  review_view view;
  pe_writer   writer;
  pe_status   status = review_view_init (&view, out, review, options, error);

  if (status != PE_OK)
    return status;
  pe_writer_init (&writer);
  pe_sarif_begin (&writer, view.options.language);
  for (size_t i = 0; i < pe_review_check_get_count (); i++)
    {
      const pe_review_check check = get_check (i);

      pe_sarif_rule (&writer, check.id, choose (&view, check.name_zh, check.name_en),
                     choose (&view, check.definition_zh, check.definition_en),
                     pe_sarif_get_level (get_result (&view, i).severity));
    }
  pe_sarif_begin_results (&writer, view.options.file, NULL);
  for (size_t i = 0; i < pe_review_get_n_items (review); i++)
    {
      const pe_review_item item = get_item (&view, i);

      write_result (&writer, &view, &item);
    }
  pe_sarif_end (&writer);
  return pe_writer_finish (&writer, out, error);
}
