/* driver.c - the library at one end of a pipe, for the oracle
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Reads requests from the standard input, each a head line and so many bytes:
 *
 *   C <bytes>                        a calendar: lines "Y first last", "H day", "W day", "N day name"
 *   R <bytes>                        a rulebook, which counts until the next one
 *   D <scorer> <calendar> <bytes>    a dossier; the calendar is used where <calendar> is 1
 *   K <scorer> <calendar> <bytes>    the same, and its evaluation is kept as a unit
 *   M <calendar> <limits> <bytes>    a dossier, of which every measure is asked for; <limits> are those of pe_measure_options in
 *                                    their order, eight numbers
 *   U <options> <bytes>              rolls the units up, which are then let go; a line for each: its weight, or nothing; <options>
 *                                    are mode, weighting, rounding and places of averages, 1 where the calendar is used
 *   S 0                              which shapes and measures there are
 *   F 0                              answer everything so far
 *
 * Answers a line for each S, R, D, K, M and U. Numbers are fractions in lowest terms, so that an equal result is an equal line:
 *
 *   S name/revision ...              the shapes, then the measures
 *   R, or X and errors               the rulebook was taken, or refused
 *   X and errors                     the dossier was refused
 *   E and errors                     the evaluation failed
 *   V grade of_points event          the evaluation: nodes, entries of the ledger, findings behind tabs
 *   M                                the measures, those streamed over the records, what was spent by the end of each month
 *   W grade                          the roll-up: the same, each unit with its share, the dossier of the whole
 */
#include <perfeval/perfeval.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_UNITS 64
#define MOST_NUMBERS 9

static pe_rulebook   *rulebook;
static pe_calendar   *calendar;
static pe_rollup_unit units[MOST_UNITS];
static size_t         n_units;

static void
give_up (const char *why)
{
  fprintf (stderr, "driver: %s\n", why);
  exit (2);
}

static void
print_findings (pe_findings *findings, char kind, int errors_alone)
{
  size_t i;

  for (i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);
      if (!errors_alone || pe_finding_get_severity (finding) == PE_SEVERITY_ERROR)
        printf ("\t%c %s %s", kind, pe_status_name (pe_finding_get_code (finding)),
                pe_place_get_what (pe_finding_get_place (finding, 0)));
    }
}

/* What a call that failed answers: its errors; what contradicts them is an error of its own. */
static void
print_failure (char kind, pe_status status, pe_findings *findings, pe_error *error)
{
  putchar (kind);
  print_findings (findings, 'e', 1);
  if (error == NULL || pe_error_get_status (error) != status)
    printf ("\te STATUS_AND_ERROR_DIFFER %s", pe_status_name (status));
  else if (pe_findings_get_size (findings) == 0)
    printf ("\te NO_FINDING %s", pe_status_name (status));
  putchar ('\n');
}

static void
print_fraction (int64_t numerator, int64_t denominator)
{
  int64_t a = numerator < 0 ? -numerator : numerator, b = denominator;

  while (b != 0)
    {
      int64_t rest = a % b;
      a = b;
      b = rest;
    }
  if (a == 0)
    a = denominator;
  printf (" %" PRId64, numerator / a);
  if (denominator / a != 1)
    printf ("/%" PRId64, denominator / a);
}

static void
print_decimal (const pe_decimal *decimal)
{
  int64_t denominator = 1;
  int32_t i;

  for (i = 0; i < decimal->scale; i++)
    denominator *= 10;
  print_fraction (decimal->coefficient, denominator);
}

static void
print_ratio (pe_ratio *ratio)
{
  pe_text *numerator = NULL, *denominator = NULL;

  if (pe_ratio_print_numerator (&numerator, ratio, NULL) != PE_OK
      || pe_ratio_print_denominator (&denominator, ratio, NULL) != PE_OK)
    give_up ("a ratio cannot be printed");
  printf (" %s", pe_text_get_data (numerator));
  if (strcmp (pe_text_get_data (denominator), "1") != 0)
    printf ("/%s", pe_text_get_data (denominator));
  pe_text_unref (numerator);
  pe_text_unref (denominator);
  pe_ratio_unref (ratio);
}

static void
print_points (const pe_evaluation *evaluation, size_t node, pe_points points)
{
  pe_decimal decimal;
  pe_ratio  *ratio = NULL;
  pe_status  status = pe_evaluation_get_points (&decimal, evaluation, node, points, NULL);

  if (status == PE_OK)
    print_decimal (&decimal);
  else if (status == PE_ERROR_OVERFLOW
           && pe_evaluation_compute_points (&ratio, evaluation, node, points, NULL) == PE_OK)
    print_ratio (ratio);
  else
    give_up ("points cannot be had");
}

static void
print_node (const pe_evaluation *evaluation, size_t index)
{
  static const pe_points points[]
      = { PE_POINTS_FULL_MARKS, PE_POINTS_SCORE, PE_POINTS_LOST, PE_POINTS_UNROUNDED, PE_POINTS_UNADJUSTED };
  pe_node  node;
  pe_text *rate = NULL;
  size_t   i;

  pe_node_init (&node, sizeof node);
  if (pe_evaluation_get_node (&node, evaluation, index, NULL) != PE_OK
      || pe_evaluation_print_rate (&rate, evaluation, index, NULL) != PE_OK)
    give_up ("a node cannot be had");
  printf ("\tN %s %d %d %d %u %u", node.code, (int) node.kind, (int) node.origin, (int) node.state,
          (unsigned) node.parent, (unsigned) node.depth);
  for (i = 0; i < sizeof points / sizeof points[0]; i++)
    print_points (evaluation, index, points[i]);
  printf (" | %s", pe_text_get_data (rate));
  pe_text_unref (rate);
}

static void
print_entry (const pe_ledger *ledger, size_t index)
{
  pe_ledger_entry entry;
  pe_ratio       *amount = NULL;

  pe_ledger_entry_init (&entry, sizeof entry);
  if (pe_ledger_get_entry (&entry, ledger, index, NULL) != PE_OK)
    give_up ("an entry cannot be had");
  printf ("\tL %u %d %d %u", (unsigned) entry.node, (int) entry.kind, (int) entry.cause, (unsigned) entry.source);
  if (entry.is_exact)
    print_decimal (&entry.amount);
  else if (pe_ledger_compute_amount (&amount, ledger, index, NULL) == PE_OK)
    print_ratio (amount);
  else
    give_up ("an amount cannot be had");
}

static void
print_evaluation (const pe_evaluation *evaluation)
{
  const pe_ledger *ledger = pe_evaluation_get_ledger (evaluation);
  size_t           i;

  printf ("V %d %d %d", (int) pe_evaluation_get_grade (evaluation),
          (int) pe_evaluation_get_grade_of_points (evaluation), (int) pe_evaluation_get_grade_event (evaluation));
  for (i = 0; i < pe_evaluation_get_n_nodes (evaluation); i++)
    print_node (evaluation, i);
  for (i = 0; i < pe_ledger_get_size (ledger); i++)
    print_entry (ledger, i);
  print_findings (pe_evaluation_get_findings (evaluation), 'f', 0);
  putchar ('\n');
}

static void
answer_names (void)
{
  size_t i;

  putchar ('S');
  for (i = 0; i < pe_shape_get_count (); i++)
    printf ("\t%s/%d", pe_shape_get_name (i), (int) pe_shape_get_revision (i));
  for (i = 0; i < pe_measure_get_count (); i++)
    printf ("\t%s", pe_measure_get_id (i));
  putchar ('\n');
}

static void
answer_rulebook (const char *bytes, size_t size)
{
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status;

  pe_rulebook_unref (rulebook);
  rulebook = NULL;
  status = pe_rulebook_from_json (&rulebook, bytes, size, NULL, &findings, &error);
  if (status == PE_OK)
    printf ("R\n");
  else
    print_failure ('X', status, findings, error);
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static void
keep_unit (pe_evaluation *evaluation)
{
  if (n_units == MOST_UNITS)
    give_up ("too many units");
  pe_rollup_unit_init (&units[n_units], sizeof units[0]);
  units[n_units++].evaluation = pe_evaluation_ref (evaluation);
}

static void
evaluate (pe_dossier *dossier, pe_scorer scorer, int with_calendar, int is_unit)
{
  pe_evaluate_options options;
  pe_limits           limits;
  pe_evaluation      *evaluation = NULL;
  pe_findings        *findings = NULL;
  pe_error           *error = NULL;
  pe_status           status;

  pe_limits_init (&limits, sizeof limits);
  limits.findings = 1000000; /* none is to be cut off */
  pe_evaluate_options_init (&options, sizeof options);
  options.scorer = scorer;
  options.calendar = with_calendar ? calendar : NULL;
  options.limits = &limits;
  status = pe_evaluate (&evaluation, rulebook, dossier, &options, &findings, &error);
  if (status == PE_OK)
    print_evaluation (evaluation);
  else
    print_failure ('E', status, findings, error);
  if (status == PE_OK && is_unit)
    keep_unit (evaluation);
  pe_evaluation_unref (evaluation);
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static void
answer_dossier (const char *bytes, size_t size, pe_scorer scorer, int with_calendar, int is_unit)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  pe_error    *error = NULL;
  pe_status    status = pe_dossier_from_json (&dossier, bytes, size, NULL, &findings, &error);

  if (status != PE_OK)
    print_failure ('X', status, findings, error);
  else if (rulebook == NULL)
    printf ("X\te NO_RULEBOOK /\n");
  else
    evaluate (dossier, scorer, with_calendar, is_unit);
  pe_dossier_unref (dossier);
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static int32_t
zeros_of (pe_unit unit)
{
  return unit == PE_UNIT_YI_YUAN ? 8 : unit == PE_UNIT_WAN_YUAN ? 4 : 0;
}

/* A figure with a value; money in yuan. */
static void
print_figure (const pe_figure *figure)
{
  pe_decimal value = figure->value;
  int32_t    zeros = value.coefficient != 0 ? zeros_of (figure->unit) : 0;
  int32_t    shifted = zeros < value.scale ? zeros : value.scale;

  value.scale -= shifted;
  print_decimal (&value);
  for (zeros -= shifted; zeros > 0; zeros--)
    putchar ('0');
}

static void
print_measure (const char *kind, const char *id, const pe_measure_value *value, pe_status status)
{
  printf ("\t%s %s", kind, id);
  if (status != PE_OK)
    {
      printf (" %s", pe_status_name (status));
      return;
    }
  printf (" %d", (int) value->state);
  if (value->numerator.state == PE_STATE_VALUE && value->denominator.state == PE_STATE_VALUE)
    {
      print_figure (&value->numerator);
      print_figure (&value->denominator);
    }
}

static void
print_measures (pe_dossier *dossier, const pe_measure_options *options)
{
  pe_measure_value value;
  pe_error        *error = NULL;
  size_t           i;

  for (i = 0; i < pe_measure_get_count (); i++)
    {
      pe_status status;
      pe_measure_value_init (&value, sizeof value);
      status = pe_measure_derive_with (&value, pe_measure_get_id (i), dossier, options, &error);
      print_measure ("m", pe_measure_get_id (i), &value, status);
      pe_error_unref (error);
      error = NULL;
    }
}

static pe_status
stream_procurement (pe_measure_stream *stream, const pe_dossier *dossier)
{
  const pe_procurement *from = pe_dossier_get_procurement (dossier);
  pe_status             status = PE_OK;
  size_t                i;

  for (i = 0; i < pe_procurement_get_n_records (from) && status == PE_OK; i++)
    {
      pe_procurement_record record;
      pe_procurement_record_init (&record, sizeof record);
      status = pe_procurement_get_record (&record, from, i, NULL);
      if (status == PE_OK)
        status = pe_measure_stream_add_procurement (stream, &record, 1, NULL);
    }
  return status;
}

static pe_status
stream_payments (pe_measure_stream *stream, const pe_dossier *dossier)
{
  const pe_procurement *from = pe_dossier_get_procurement (dossier);
  pe_status             status = PE_OK;
  size_t                i;

  for (i = 0; i < pe_procurement_get_n_payments (from) && status == PE_OK; i++)
    {
      pe_payment payment;
      pe_payment_init (&payment, sizeof payment);
      status = pe_procurement_get_payment (&payment, from, i, NULL);
      if (status == PE_OK)
        status = pe_measure_stream_add_payments (stream, &payment, 1, NULL);
    }
  return status;
}

static pe_status
stream_assets (pe_measure_stream *stream, const pe_dossier *dossier)
{
  const pe_assets *from = pe_dossier_get_assets (dossier);
  pe_status        status = PE_OK;
  size_t           i;

  for (i = 0; i < pe_assets_get_n_records (from) && status == PE_OK; i++)
    {
      pe_asset_record record;
      pe_asset_record_init (&record, sizeof record);
      status = pe_assets_get_record (&record, from, i, NULL);
      if (status == PE_OK)
        status = pe_measure_stream_add_assets (stream, &record, 1, NULL);
    }
  return status;
}

/* One measure over the records of this year, one after the other. */
static void
print_streamed (const pe_measure_info *info, const pe_dossier *dossier, const pe_measure_options *options)
{
  pe_measure_stream *stream = NULL;
  pe_measure_value   value;
  pe_status          status = pe_measure_stream_new (&stream, &info->id, 1, options, NULL);

  pe_measure_value_init (&value, sizeof value);
  if (status == PE_OK && info->records == PE_RECORD_PROCUREMENT)
    status = stream_procurement (stream, dossier);
  else if (status == PE_OK && info->records == PE_RECORD_PAYMENT)
    status = stream_payments (stream, dossier);
  else if (status == PE_OK)
    status = stream_assets (stream, dossier);
  if (status == PE_OK)
    status = pe_measure_stream_get_value (&value, stream, 0, NULL);
  print_measure ("s", info->id, &value, status);
  pe_measure_stream_free (stream);
}

static void
print_streams (const pe_dossier *dossier, const pe_measure_options *options)
{
  pe_measure_info info;
  size_t          i;

  for (i = 0; i < pe_measure_get_count (); i++)
    {
      pe_measure_info_init (&info, sizeof info);
      if (pe_measure_describe (&info, i, NULL) != PE_OK)
        give_up ("a measure is not described");
      if (info.is_streamed)
        print_streamed (&info, dossier, options);
    }
}

static void
print_progress (const pe_budget *budget)
{
  int32_t month;

  for (month = 1; budget != NULL && month <= 12; month++)
    {
      pe_figure figure;
      pe_status status = pe_budget_compute_progress (&figure, budget, month, NULL);
      printf ("\tp %d", (int) month);
      if (status != PE_OK)
        printf (" %s", pe_status_name (status));
      else
        printf (" %d", (int) figure.state);
      if (status == PE_OK && figure.state == PE_STATE_VALUE)
        print_figure (&figure);
    }
}

static void
answer_measures (const char *bytes, size_t size, const long *numbers)
{
  pe_measure_options options;
  pe_dossier        *dossier = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;
  pe_status          status = pe_dossier_from_json (&dossier, bytes, size, NULL, &findings, &error);

  pe_measure_options_init (&options, sizeof options);
  options.calendar = numbers[0] == 1 ? calendar : NULL;
  options.intent_days = (int32_t) numbers[1];
  options.signing_days = (int32_t) numbers[2];
  options.signing_kind = (pe_day_kind) numbers[3];
  options.publication_days = (int32_t) numbers[4];
  options.publication_kind = (pe_day_kind) numbers[5];
  options.filing_days = (int32_t) numbers[6];
  options.filing_kind = (pe_day_kind) numbers[7];
  options.payment_days = (int32_t) numbers[8];
  if (status != PE_OK)
    print_failure ('X', status, findings, error);
  else
    {
      putchar ('M');
      print_measures (dossier, &options);
      print_streams (dossier, &options);
      print_progress (pe_dossier_get_budget (dossier));
      putchar ('\n');
    }
  pe_dossier_unref (dossier);
  pe_findings_unref (findings);
  pe_error_unref (error);
}

static void
print_rollup_points (const pe_rollup *rollup, size_t node, pe_points points)
{
  pe_ratio *ratio = NULL;

  if (pe_rollup_compute_points (&ratio, rollup, node, points, NULL) != PE_OK)
    give_up ("points of a roll-up cannot be had");
  print_ratio (ratio);
}

static void
print_rollup_entry (const pe_rollup *rollup, size_t index)
{
  pe_rollup_entry entry;
  pe_ratio       *amount = NULL;

  pe_rollup_entry_init (&entry, sizeof entry);
  if (pe_rollup_get_entry (&entry, rollup, index, NULL) != PE_OK
      || pe_rollup_compute_amount (&amount, rollup, index, NULL) != PE_OK)
    give_up ("an entry of a roll-up cannot be had");
  printf ("\tL %u %d %d %d %u", (unsigned) entry.node, (int) entry.kind, (int) entry.cause, (int) entry.unit,
          (unsigned) entry.of_unit);
  print_ratio (amount);
  printf (" %d", (int) entry.is_exact);
}

static void
print_rollup_unit (const pe_rollup *rollup, size_t index)
{
  pe_rollup_unit unit;
  pe_ratio      *share = NULL;

  pe_rollup_unit_init (&unit, sizeof unit);
  if (pe_rollup_get_unit (&unit, rollup, index, NULL) != PE_OK
      || pe_rollup_compute_share (&share, rollup, index, NULL) != PE_OK)
    give_up ("a unit of a roll-up cannot be had");
  printf ("\tu %d", (int) unit.weight.state);
  print_figure (&unit.weight);
  print_ratio (share);
}

static void
print_whole (const pe_rollup *rollup)
{
  pe_evaluation *evaluation = pe_rollup_get_evaluation (rollup);
  pe_text       *text = NULL;
  const char    *next;

  if (evaluation == NULL)
    return;
  if (pe_dossier_to_json (&text, pe_evaluation_get_dossier (evaluation), NULL) != PE_OK)
    give_up ("the dossier of the whole cannot be written");
  printf ("\tj ");
  for (next = pe_text_get_data (text); *next != '\0'; next++)
    if (*next != '\n')
      putchar (*next);
  pe_text_unref (text);
  print_progress (pe_dossier_get_budget (pe_evaluation_get_dossier (evaluation)));
}

static void
print_rollup (const pe_rollup *rollup)
{
  static const pe_points points[]
      = { PE_POINTS_FULL_MARKS, PE_POINTS_SCORE, PE_POINTS_LOST, PE_POINTS_UNROUNDED, PE_POINTS_UNADJUSTED };
  pe_node node;
  size_t  i, k;

  printf ("W %d", (int) pe_rollup_get_grade (rollup));
  for (i = 0; i < pe_rollup_get_n_nodes (rollup); i++)
    {
      pe_node_init (&node, sizeof node);
      if (pe_rollup_get_node (&node, rollup, i, NULL) != PE_OK)
        give_up ("a node of a roll-up cannot be had");
      printf ("\tN %s %d %d %d %u %u", node.code, (int) node.kind, (int) node.origin, (int) node.state,
              (unsigned) node.parent, (unsigned) node.depth);
      for (k = 0; k < sizeof points / sizeof points[0]; k++)
        print_rollup_points (rollup, i, points[k]);
    }
  for (i = 0; i < pe_rollup_get_n_entries (rollup); i++)
    print_rollup_entry (rollup, i);
  for (i = 0; i < pe_rollup_get_n_units (rollup); i++)
    print_rollup_unit (rollup, i);
  print_whole (rollup);
  print_findings (pe_rollup_get_findings (rollup), 'f', 0);
  putchar ('\n');
}

/* The weights are lines of the bytes, one for each unit. */
static void
take_weights (char *bytes)
{
  size_t i;

  for (i = 0; i < n_units; i++)
    {
      char *end = strchr (bytes, '\n');
      if (end == NULL || pe_figure_parse (&units[i].weight, bytes, (size_t) (end - bytes), NULL) != PE_OK)
        give_up ("a weight is refused");
      bytes = end + 1;
    }
}

static void
answer_rollup (char *bytes, const long *numbers)
{
  pe_rollup_options options;
  pe_rollup        *rollup = NULL;
  pe_findings      *findings = NULL;
  pe_error         *error = NULL;
  pe_status         status;

  take_weights (bytes);
  pe_rollup_options_init (&options, sizeof options);
  options.mode = (pe_rollup_mode) numbers[0];
  options.weighting = (pe_weighting) numbers[1];
  options.mean_rounding = (pe_rounding) numbers[2];
  options.mean_places = (int32_t) numbers[3];
  options.calendar = numbers[4] == 1 ? calendar : NULL;
  options.unit_name = "汇总";
  status = pe_roll_up (&rollup, units, n_units, &options, &findings, &error);
  if (status == PE_OK)
    print_rollup (rollup);
  else
    print_failure ('E', status, findings, error);
  pe_rollup_unref (rollup);
  pe_findings_unref (findings);
  pe_error_unref (error);
  while (n_units > 0)
    pe_evaluation_unref (units[--n_units].evaluation);
}

#define MOST_DAYS 4096

/* A calendar is kept for all that follows; its tables are the driver's, not the library's, so they may be bounded. */
static void
take_calendar (char *bytes)
{
  static pe_date      holidays[MOST_DAYS], workdays[MOST_DAYS];
  static pe_named_day named[MOST_DAYS];
  pe_calendar_spec    spec;
  char               *line;

  pe_calendar_spec_init (&spec, sizeof spec);
  for (line = strtok (bytes, "\n"); line != NULL; line = strtok (NULL, "\n"))
    {
      char *rest = NULL;
      long  first = strtol (line + 1, &rest, 10);
      if (spec.n_holidays == MOST_DAYS || spec.n_workdays == MOST_DAYS || spec.n_named_days == MOST_DAYS)
        give_up ("too many days");
      if (line[0] == 'Y')
        {
          spec.first_year = (int32_t) first;
          spec.last_year = (int32_t) strtol (rest, NULL, 10);
        }
      else if (line[0] == 'H')
        holidays[spec.n_holidays++] = (pe_date) first;
      else if (line[0] == 'W')
        workdays[spec.n_workdays++] = (pe_date) first;
      else
        {
          named[spec.n_named_days].struct_size = sizeof named[0];
          named[spec.n_named_days].date = (pe_date) first;
          named[spec.n_named_days++].name = rest + 1;
        }
    }
  spec.holidays = holidays;
  spec.workdays = workdays;
  spec.named_days = named;
  pe_calendar_unref (calendar);
  calendar = NULL;
  if (pe_calendar_new (&calendar, &spec, NULL) != PE_OK)
    give_up ("the calendar is refused");
}

static char *
read_bytes (size_t size)
{
  char *bytes = malloc (size + 1);

  if (bytes == NULL || fread (bytes, 1, size, stdin) != size)
    give_up ("the input ends early");
  bytes[size] = '\0';
  return bytes;
}

/* How many numbers a head line has before the size. */
static size_t
count_of (char kind)
{
  return kind == 'D' || kind == 'K' ? 2 : kind == 'U' ? 5 : kind == 'M' ? 9 : 0;
}

static int
answer (char kind, const long *numbers, char *bytes, size_t size)
{
  if (kind == 'C')
    take_calendar (bytes);
  else if (kind == 'S')
    answer_names ();
  else if (kind == 'R')
    answer_rulebook (bytes, size);
  else if (kind == 'D' || kind == 'K')
    answer_dossier (bytes, size, (pe_scorer) numbers[0], numbers[1] == 1, kind == 'K');
  else if (kind == 'M')
    answer_measures (bytes, size, numbers);
  else if (kind == 'U')
    answer_rollup (bytes, numbers);
  else
    return fflush (stdout);
  return 0;
}

int
main (void)
{
  char head[256];

  while (fgets (head, sizeof head, stdin) != NULL)
    {
      long   numbers[MOST_NUMBERS] = { 0 };
      char  *next = head + 1, *bytes;
      size_t size, i;

      for (i = 0; i < count_of (head[0]); i++)
        numbers[i] = strtol (next, &next, 10);
      size = (size_t) strtoul (next, NULL, 10);
      bytes = read_bytes (size);
      if (answer (head[0], numbers, bytes, size) != 0)
        give_up ("the output is closed");
      free (bytes);
    }
  pe_rulebook_unref (rulebook);
  pe_calendar_unref (calendar);
  return 0;
}
