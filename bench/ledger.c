/* ledger.c - the measures of a procurement ledger, streamed, and the same ledger from JSON
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * perfeval-bench-ledger [RECORDS]
 *
 * Records are made up by index, so that the amounts can be added up beside in integers: it fails where the library's value is
 * another, never on a time. Times are those of the processor, which others may use as well; memory is the most that was held.
 */
#define _POSIX_C_SOURCE 200809L
#include <perfeval/perfeval.h>

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define BLOCK 4096

static const char *const ids[]
    = { "procurement.sme_share",     "procurement.small_micro_share",   "procurement.single_source_share",
        "procurement.savings_rate",  "procurement.intent_in_time",      "procurement.signing_in_time",
        "procurement.reserve_share", "procurement.publication_in_time", "procurement.filing_in_time",
        "procurement.contract_count" };

static double
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static long
read_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static pe_figure
make_amount (int64_t hundredths)
{
  return (pe_figure) { { hundredths, 2, 0 }, PE_STATE_VALUE, PE_UNIT_WAN_YUAN };
}

static void
make_record (pe_procurement_record *out, size_t index)
{
  pe_procurement_record_init (out, sizeof *out);
  out->name = "采购项目";
  out->method = (int32_t) (index % 8) + 1;
  out->supplier_size = (int32_t) (index % 4) + 1;
  out->budget = make_amount (100000 + (int64_t) (index % 977));
  out->reserved_for_sme = make_amount (50000);
  out->contract = make_amount (90000 + (int64_t) (index % 977));
  out->intent = 20230101;
  out->start = 20230120 + (int32_t) (index % 12);
  out->award = 20230301;
  out->signing = 20230320 + (int32_t) (index % 12);
  out->publication = 20230403;
  out->filing = 20230410;
}

/* What goes to small and medium firms, and to all, in hundredths of 万元. */
static gboolean
is_right (const pe_measure_value *value, size_t n)
{
  int64_t   sme = 0, all = 0;
  pe_figure numerator, denominator;

  for (size_t i = 0; i < n; i++)
    {
      all += 90000 + (int64_t) (i % 977);
      sme += i % 4 < 3 ? 90000 + (int64_t) (i % 977) : 0;
    }
  return pe_figure_convert (&numerator, &value->numerator, PE_UNIT_WAN_YUAN, NULL) == PE_OK
         && pe_figure_convert (&denominator, &value->denominator, PE_UNIT_WAN_YUAN, NULL) == PE_OK
         && numerator.value.scale == 2 && numerator.value.coefficient == sme && denominator.value.coefficient == all;
}

static gboolean
stream (size_t n, const pe_measure_options *options)
{
  pe_procurement_record *records = g_new0 (pe_procurement_record, BLOCK);
  pe_measure_stream     *self = NULL;
  pe_measure_value       value;
  const double           start = read_clock ();
  gboolean               right;

  pe_measure_value_init (&value, sizeof value);
  if (pe_measure_stream_new (&self, ids, G_N_ELEMENTS (ids), options, NULL) != PE_OK)
    return FALSE;
  for (size_t first = 0; first < n; first += BLOCK)
    {
      const size_t size = MIN (BLOCK, n - first);

      for (size_t i = 0; i < size; i++)
        make_record (&records[i], first + i);
      if (pe_measure_stream_add_procurement (self, records, size, NULL) != PE_OK)
        return FALSE;
    }
  right = pe_measure_stream_get_value (&value, self, 0, NULL) == PE_OK && is_right (&value, n);
  printf ("stream  %zu measures over %zu records  %.2f s  %ld MB  %s\n", G_N_ELEMENTS (ids), n, read_clock () - start,
          read_memory (), right ? "right" : "WRONG");
  pe_measure_stream_free (self);
  g_free (records);
  return right;
}

static GString *
write_json (size_t n)
{
  static const char *const sizes[] = { "micro", "small", "medium", "large" };
  GString                 *text = g_string_new ("{\"format\": \"perfeval-dossier/1\", \"unit\": {\"name\": \"某局\"},"
                                                                "\"fiscal_year\": 2023, \"kind\": \"department\", \"money_unit\": \"万元\","
                                                                "\"procurement\": {\"records\": [");

  for (size_t i = 0; i < n; i++)
    g_string_append_printf (
        text,
        "%s\n{\"name\": \"采购 %zu\", \"number\": \"N%zu\", \"method\": \"open_tender\", \"supplier_size\": "
        "\"%s\", \"budget\": \"%zu.%02zu\", \"contract\": \"%zu.%02zu\", \"award\": \"2023-03-01\", "
        "\"signing\": \"2023-03-20\", \"filing\": \"2023-03-23\"}",
        i > 0 ? "," : "", i, i, sizes[i % 4], (100000 + i % 977) / 100, (100000 + i % 977) % 100,
        (90000 + i % 977) / 100, (90000 + i % 977) % 100);
  return g_string_append (text, "]}}");
}

static gboolean
read_json (size_t n)
{
  GString         *text = write_json (n);
  pe_read_options  options;
  pe_limits        limits;
  pe_dossier      *dossier = NULL;
  pe_measure_value value;
  double           start;
  gboolean         right;

  pe_read_options_init (&options, sizeof options);
  pe_limits_init (&limits, sizeof limits);
  limits.bytes = text->len;
  limits.items = n * 16 + 1000;
  options.limits = &limits;
  start = read_clock ();
  if (pe_dossier_from_json (&dossier, text->str, text->len, &options, NULL, NULL) != PE_OK)
    return FALSE;
  printf ("JSON    %zu MB  %.2f s  %ld MB\n", text->len >> 20, read_clock () - start, read_memory ());
  pe_measure_value_init (&value, sizeof value);
  start = read_clock ();
  right = pe_measure_derive (&value, ids[0], dossier, NULL) == PE_OK && is_right (&value, n);
  printf ("derive  1 measure  %.2f s  %s\n", read_clock () - start, right ? "right" : "WRONG");
  pe_dossier_unref (dossier);
  g_string_free (text, TRUE);
  return right;
}

int
main (int argc, char **argv)
{
  const guint64      n = argc > 1 ? g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  pe_measure_options options;
  pe_calendar_spec   spec;
  pe_calendar       *calendar = NULL;
  gboolean           right;

  pe_calendar_spec_init (&spec, sizeof spec);
  spec.first_year = spec.last_year = 2023;
  if (pe_calendar_new (&calendar, &spec, NULL) != PE_OK)
    return 1;
  pe_measure_options_init (&options, sizeof options);
  options.calendar = calendar;
  right = stream ((size_t) n, &options) && read_json ((size_t) n);
  pe_calendar_unref (calendar);
  return right ? 0 : 1;
}
