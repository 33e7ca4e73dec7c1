/* review-setting.c - what a rulebook sets about the reviewer's checks
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "../base/struct-private.h"
#include "review-check-private.h"

void
pe_review_setting_init (pe_review_setting *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

static const pe_text_member setting_texts[] = {
  { offsetof (pe_review_setting, check), "check", PE_MEMBER_CODE },
  { offsetof (pe_review_setting, threshold), "threshold", PE_MEMBER_NULLABLE },
};

const pe_rulebook_record_kind pe_review_setting_kind
    = { "review", sizeof (pe_review_setting), setting_texts, G_N_ELEMENTS (setting_texts), NULL, NULL };

pe_status
pe_review_setting_check (void *record, size_t index, pe_error **error)
{
  const pe_review_setting *self = record;

  if (self->severity < 0 || self->severity > PE_SEVERITY_ERROR)
    return pe_record_set_error (error, pe_review_setting_kind.table, index, "severity", "0 or a pe_severity");
  if (self->off != 0 && self->off != 1)
    return pe_record_set_error (error, pe_review_setting_kind.table, index, "off", "0 or 1");
  if (self->reserved != 0)
    return pe_record_set_error (error, pe_review_setting_kind.table, index, "reserved", "0");
  if (!pe_decimal_is_well_formed (&self->value))
    return pe_record_set_error (error, pe_review_setting_kind.table, index, "value", "a well-formed pe_decimal");
  return PE_OK;
}

pe_status
pe_rulebook_builder_add_review_settings (pe_rulebook_builder *self, const pe_review_setting *items, size_t n,
                                         pe_error **error)
{
  pe_review_setting record;

  return pe_rulebook_builder_add_records (self, self != NULL ? &self->content.review : NULL, &pe_review_setting_kind,
                                          pe_review_setting_check, items, n, &record, error);
}

size_t
pe_rulebook_get_n_review_settings (const pe_rulebook *self)
{
  return self != NULL ? self->content.review.size : 0;
}

const pe_review_setting *
pe_rulebook_peek_review_setting (const pe_rulebook *self, size_t index)
{
  return pe_vector_at (&self->content.review, const pe_review_setting, index);
}

pe_status
pe_rulebook_get_review_setting (pe_review_setting *out, const pe_rulebook *self, size_t index, pe_error **error)
{
  if (out == NULL || self == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "self", "not NULL");
  if (index >= self->content.review.size)
    return pe_index_set_not_found (error, index, self->content.review.size);
  return pe_record_export (out, pe_rulebook_peek_review_setting (self, index), sizeof *out, error);
}

/* Digest: docs/digest.md, "perfeval-rulebook/1" */

void
pe_rulebook_digest_review (const pe_rulebook_content *content, pe_digest_stream *stream)
{
  if (content->review.size == 0)
    return;
  pe_digest_stream_add_text (stream, "review");
  pe_digest_stream_begin_list (stream, content->review.size);
  for (size_t i = 0; i < content->review.size; i++)
    {
      const pe_review_setting *setting = pe_vector_at (&content->review, const pe_review_setting, i);

      pe_digest_stream_add_text (stream, setting->check);
      pe_digest_stream_add_int (stream, setting->severity);
      pe_digest_stream_add_int (stream, setting->off);
      pe_digest_stream_add_text (stream, setting->threshold);
      pe_digest_stream_add_decimal (stream, &setting->value);
    }
}

/* Checks */

static void
add (const pe_rulebook *self, pe_collector *collector, size_t index, const char *member, const char *found,
     const char *expected, const char *expected_zh)
{
  pe_buffer       buffer = PE_BUFFER_INIT;
  const pe_place *place;
  char           *path;

  pe_buffer_add_string (&buffer, "/review/");
  pe_buffer_add_uint (&buffer, index);
  pe_buffer_add_string (&buffer, member);
  path = pe_buffer_steal (&buffer);
  if (path == NULL)
    {
      pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
      return;
    }
  place = pe_rulebook_find_place (self, path);
  pe_collector_add (collector, PE_ERROR_REVIEW_SETTING, place != NULL ? place : &PE_PLACE_WHAT (path), "name",
                    pe_rulebook_peek_review_setting (self, index)->check, "found", found, "expected", expected,
                    "expected_zh", expected_zh, NULL);
  g_free (path);
}

static const pe_review_threshold *
find_threshold (size_t check, const char *name, size_t *index)
{
  const pe_review_threshold *threshold;

  for (*index = 0; (threshold = pe_review_threshold_peek (check, *index)) != NULL; (*index)++)
    if (strcmp (threshold->name, name) == 0)
      return threshold;
  return NULL;
}

/* The number of a static text. */
static pe_decimal
get_number (const char *text)
{
  pe_decimal number = { 0, 0, 0 };

  (void) pe_decimal_parse (&number, text, strlen (text), NULL);
  return number;
}

static void
check_threshold (const pe_rulebook *self, pe_collector *collector, size_t index, size_t check)
{
  const pe_review_setting   *setting = pe_rulebook_peek_review_setting (self, index);
  size_t                     number;
  const pe_review_threshold *threshold = find_threshold (check, setting->threshold, &number);
  char                       found[PE_DECIMAL_PRINT_SIZE];
  pe_decimal                 least, most;

  if (threshold == NULL)
    {
      add (self, collector, index, "/threshold", setting->threshold, "a threshold that the check has",
           "该检查所具有的阈值名称");
      return;
    }
  least = get_number (threshold->minimum);
  most = get_number (threshold->maximum);
  if (pe_decimal_order (&setting->value, &least) < 0 || pe_decimal_order (&setting->value, &most) > 0)
    {
      (void) pe_decimal_print (found, sizeof found, &setting->value, NULL);
      add (self, collector, index, "/value", found, "a number in the range of the threshold", "阈值允许范围内的数");
    }
  if (setting->severity != 0 || setting->off != 0)
    add (self, collector, index, "/threshold", setting->threshold, "a severity in a setting without a threshold",
         "严重程度另列一项，不与阈值同列");
}

static gboolean
is_repeated (const pe_rulebook *self, size_t index)
{
  const pe_review_setting *setting = pe_rulebook_peek_review_setting (self, index);

  for (size_t i = 0; i < index; i++)
    {
      const pe_review_setting *other = pe_rulebook_peek_review_setting (self, i);

      if (strcmp (other->check, setting->check) == 0 && g_strcmp0 (other->threshold, setting->threshold) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_setting (const pe_rulebook *self, pe_collector *collector, size_t index)
{
  const pe_review_setting *setting = pe_rulebook_peek_review_setting (self, index);
  size_t                   check;

  if (pe_review_check_find (&check, setting->check, NULL) != PE_OK)
    add (self, collector, index, "/check", setting->check, "R-01 to R-28", "R-01 至 R-28");
  else if (is_repeated (self, index))
    add (self, collector, index, "", setting->check, "each check and each threshold set once",
         "每项检查、每个阈值只设一次");
  else if (setting->threshold != NULL)
    check_threshold (self, collector, index, check);
  else if (setting->value.coefficient != 0 || (setting->severity == 0) == (setting->off == 0))
    add (self, collector, index, "", setting->check, "a severity, or \"off\", or a threshold and its value",
         "严重程度、“off”、或阈值及其数值三者之一");
}

/* There are no more checks and thresholds than this to set; what comes after repeats something. */
#define MOST_SETTINGS (PE_REVIEW_N_CHECKS * (1 + PE_REVIEW_MAX_THRESHOLDS))

void
pe_rulebook_check_review (const pe_rulebook *self, pe_collector *collector)
{
  const size_t n = MIN (self->content.review.size, MOST_SETTINGS + 1);

  for (size_t i = 0; i < n; i++)
    check_setting (self, collector, i);
}

void
pe_review_rule_init (pe_review_rule *self, size_t check, const pe_rulebook *rulebook)
{
  size_t number;

  self->off = FALSE;
  self->severity = pe_review_check_peek (check)->severity;
  for (size_t i = 0; i < PE_REVIEW_MAX_THRESHOLDS; i++)
    {
      const pe_review_threshold *threshold = pe_review_threshold_peek (check, i);

      self->thresholds[i] = threshold != NULL ? get_number (threshold->default_text) : (pe_decimal) { 0, 0, 0 };
    }
  for (size_t i = 0; i < pe_rulebook_get_n_review_settings (rulebook); i++)
    {
      const pe_review_setting *setting = pe_rulebook_peek_review_setting (rulebook, i);

      if (strcmp (setting->check, pe_review_check_peek (check)->id) != 0)
        continue;
      if (setting->threshold == NULL)
        {
          self->off = setting->off != 0;
          self->severity = setting->severity != 0 ? setting->severity : self->severity;
        }
      else if (find_threshold (check, setting->threshold, &number) != NULL)
        self->thresholds[number] = setting->value;
    }
}
