/* chart-grades.c - the distribution of grades over a batch
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "chart-private.h"
#include "xlsx-private.h"

#define NO_GRADE (-1)

static int64_t
value_of_count (uint64_t n)
{
  const pe_decimal decimal = { (int64_t) MIN (n, (uint64_t) INT64_MAX), 0, 0 };

  return pe_value_of_decimal (&decimal);
}

/* "120（48.00%）" */
static char *
print_count (uint64_t n, uint64_t all, gboolean zh)
{
  const pe_decimal part = { (int64_t) n, 0, 0 }, whole = { (int64_t) all, 0, 0 };
  pe_decimal       share;
  char             number[24], percent[PE_DECIMAL_PRINT_SIZE];
  const pe_status  status = pe_chart_share (&share, &part, &whole);

  if (status == PE_ERROR_NO_MEMORY)
    return NULL;
  if (status != PE_OK || pe_decimal_print (percent, sizeof percent, &share, NULL) != PE_OK)
    return g_strdup (pe_office_print_number (number, n));
  return g_strconcat (pe_office_print_number (number, n), zh ? "（" : " (", percent, zh ? "%）" : "%)", NULL);
}

static void
add_count (pe_rows *rows, char *label, uint64_t n, uint64_t all, pe_fill fill)
{
  pe_chart_row *row = pe_rows_add (rows, label, print_count (n, all, rows->options->language != PE_LANGUAGE_EN));

  pe_chart_row_add_bar (row, 0, fill, 0, value_of_count (n));
}

/* "优 ≥ 90" */
static char *
label_grade (const pe_rulebook *rulebook, int32_t index, gboolean zh)
{
  char    *name = pe_chart_name_grade (rulebook, index, zh), *from, *result;
  pe_grade grade;

  pe_grade_init (&grade, sizeof grade);
  if (name == NULL || pe_rulebook_get_grade (&grade, rulebook, (size_t) index, NULL) != PE_OK
      || grade.from.coefficient <= 0)
    return name;
  from = pe_chart_print_decimal (&grade.from);
  result = from != NULL ? g_strconcat (name, " ≥ ", from, NULL) : NULL;
  g_free (name);
  g_free (from);
  return result;
}

static void
add_counts (pe_rows *rows, const pe_batch_summary *summary, const pe_rulebook *rulebook)
{
  const gboolean zh = rows->options->language != PE_LANGUAGE_EN;
  const uint64_t all = pe_batch_summary_get_n_units (summary), scored = pe_batch_summary_get_n_scored (summary);
  const uint64_t none = pe_batch_summary_count_grade (summary, NO_GRADE);
  const size_t   n = pe_rulebook_get_n_grades (rulebook);

  for (size_t i = 0; i < MIN (n, PE_CHART_ROWS_MOST); i++)
    add_count (rows, label_grade (rulebook, (int32_t) i, zh), pe_batch_summary_count_grade (summary, (int32_t) i), all,
               PE_FILL_SCORE);
  if (none > 0)
    add_count (rows, g_strdup (zh ? "无等级" : "no grade"), none, all, PE_FILL_OTHER);
  if (all > scored)
    add_count (rows, g_strdup (zh ? "未能评分" : "not scored"), all - scored, all, PE_FILL_LOSS);
  if (n > PE_CHART_ROWS_MOST)
    rows->remark = pe_chart_remark_left (n - PE_CHART_ROWS_MOST, zh);
}

static pe_status
check (const pe_batch_summary *summary, const pe_rulebook *rulebook, pe_error **error)
{
  uint8_t digest[PE_DIGEST_SIZE];

  pe_rulebook_get_digest (rulebook, digest);
  if (memcmp (digest, pe_batch_summary_get_rulebook_digest (summary), sizeof digest) == 0)
    return PE_OK;
  return pe_office_fail (error, PE_ERROR_RULEBOOK_DIFFERS, NULL, NULL);
}

/* "共 250 个单位。" before the note. */
static char *
name_units (const pe_batch_summary *summary, gboolean zh)
{
  char number[24];

  return g_strconcat (zh ? "共 " : "Units: ", pe_office_print_number (number, pe_batch_summary_get_n_units (summary)),
                      zh ? " 个单位。" : ".", NULL);
}

pe_status
pe_chart_new_grades (pe_chart **out, const pe_batch_summary *summary, const pe_rulebook *rulebook,
                     const pe_chart_options *options, pe_error **error)
{
  pe_chart_options ours;
  pe_rows          rows;
  pe_status        status;

  if (out == NULL || summary == NULL || rulebook == NULL)
    return pe_office_refuse_argument (
        error,
        out == NULL       ? "out"
        : summary == NULL ? "summary"
                          : "rulebook",
        "not NULL", "非空指针");
  status = pe_chart_import_options (&ours, options, error);
  if (status == PE_OK)
    status = check (summary, rulebook, error);
  if (status != PE_OK)
    return status;
  pe_rows_init (&rows, &ours);
  if (pe_batch_summary_get_n_units (summary) > 0)
    add_counts (&rows, summary, rulebook);
  rows.axis = ours.language != PE_LANGUAGE_EN ? "单位数" : "units";
  rows.title = pe_chart_title (&ours, "等级分布", "Units by grade", 0);
  rows.note = pe_chart_note (NULL, rulebook, &ours);
  if (rows.remark == NULL)
    rows.remark = name_units (summary, ours.language != PE_LANGUAGE_EN);
  return pe_rows_finish (&rows, out, error);
}
