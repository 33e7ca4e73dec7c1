/* review-setting.c - a rulebook's settings of the reviewer's checks from JSON and to it
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "review-setting-private.h"

#include "../rules/review-check-private.h"

enum
{
  SETTING_CHECK,
  SETTING_SEVERITY,
  SETTING_OFF,
  SETTING_THRESHOLD,
  SETTING_VALUE,
  N_SETTING
};

static const pe_member_rule setting_members[N_SETTING] = {
  { "check", PE_MEMBER_REQUIRED },     { "severity", PE_MEMBER_OPTIONAL }, { "off", PE_MEMBER_OPTIONAL },
  { "threshold", PE_MEMBER_OPTIONAL }, { "value", PE_MEMBER_OPTIONAL },
};

void
pe_review_setting_read (pe_document *document, pe_json_index value, void *item)
{
  pe_review_setting *setting = item;
  pe_json_index      members[N_SETTING];

  pe_document_read_object (document, value, setting_members, N_SETTING, PE_ERROR_MEMBER_UNKNOWN, members);
  pe_review_setting_init (setting, sizeof *setting);
  setting->check = pe_document_read_text (document, members[SETTING_CHECK]);
  setting->severity = pe_document_read_word (document, members[SETTING_SEVERITY], pe_words_severity);
  setting->off = pe_document_read_bool (document, members[SETTING_OFF], FALSE) ? 1 : 0;
  setting->threshold = pe_document_read_text (document, members[SETTING_THRESHOLD]);
  pe_document_read_decimal (document, members[SETTING_VALUE], &setting->value);
  if (setting->threshold != NULL && members[SETTING_VALUE] == PE_JSON_NONE)
    pe_document_report (document, value, PE_ERROR_MEMBER_MISSING, "name", "value", NULL);
}

static void
write_setting (pe_writer *self, const pe_review_setting *setting)
{
  pe_json_writer_begin_object (&self->json);
  pe_json_writer_member_string (&self->json, "check", setting->check);
  pe_writer_member_word (self, "severity", pe_words_severity, setting->severity);
  if (setting->off != 0)
    {
      pe_json_writer_name (&self->json, "off");
      pe_json_writer_bool (&self->json, TRUE);
    }
  if (setting->threshold != NULL)
    {
      pe_json_writer_member_string (&self->json, "threshold", setting->threshold);
      pe_json_writer_member_decimal (&self->json, "value", &setting->value);
    }
  pe_json_writer_end_object (&self->json);
}

void
pe_writer_review_settings (pe_writer *self, const pe_rulebook *rulebook)
{
  const size_t n = pe_rulebook_get_n_review_settings (rulebook);

  if (n == 0)
    return;
  pe_json_writer_name (&self->json, "review");
  pe_json_writer_begin_array (&self->json);
  for (size_t i = 0; i < n; i++)
    write_setting (self, pe_rulebook_peek_review_setting (rulebook, i));
  pe_json_writer_end_array (&self->json);
}
