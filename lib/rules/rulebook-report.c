/* rulebook-report.c - findings about a rulebook, with their places
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "rulebook-report-private.h"

#include <string.h>

gboolean
pe_rulebook_is_place_needed (const pe_collector *collector, pe_status code)
{
  return pe_findings_get_size (collector->findings) < collector->limit
         || (pe_status_get_severity (code) == PE_SEVERITY_ERROR && pe_collector_get_n_errors (collector) == 0);
}

char *
pe_rulebook_print_suffixed_path (const pe_rulebook *self, size_t indicator, const char *suffix)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (indicator != PE_NO_INDICATOR)
    pe_rulebook_print_path (self, indicator, &buffer);
  pe_buffer_add_string (&buffer, suffix);
  return pe_buffer_steal (&buffer);
}

pe_place
pe_rulebook_find_nearest_place (const pe_rulebook *self, char *path)
{
  pe_place        place = PE_PLACE_WHAT (path);
  const pe_place *found = NULL;
  const size_t    size = strlen (path);
  size_t          end = size;

  while (found == NULL)
    {
      path[end] = '\0';
      found = pe_rulebook_find_place (self, path);
      if (end < size)
        path[end] = '/';
      if (end == 0)
        break;
      for (end--; end > 0 && path[end] != '/'; end--)
        ;
    }
  if (found != NULL)
    place = *found;
  place.what = path;
  return place;
}

void
pe_rulebook_report_pairs (const pe_rulebook *self, pe_collector *collector, pe_status code, size_t indicator,
                          const char *suffix, va_list pairs)
{
  pe_parameter_init parameters[PE_PARAMETERS_MAX];
  pe_finding_init   init = { code, NULL, 0, parameters, 0 };
  pe_place          place;
  char             *path = NULL;

  init.n_parameters = pe_parameters_collect (parameters, pairs);
  if (pe_rulebook_is_place_needed (collector, code))
    {
      path = pe_rulebook_print_suffixed_path (self, indicator, suffix);
      if (path == NULL)
        {
          pe_collector_add (collector, PE_ERROR_NO_MEMORY, NULL, NULL);
          return;
        }
      place = pe_rulebook_find_nearest_place (self, path);
      init.places = &place;
      init.n_places = 1;
    }
  pe_collector_add_init (collector, &init);
  g_free (path);
}

void
pe_rulebook_report (const pe_rulebook *self, pe_collector *collector, pe_status code, size_t indicator,
                    const char *suffix, ...)
{
  va_list pairs;

  va_start (pairs, suffix);
  pe_rulebook_report_pairs (self, collector, code, indicator, suffix, pairs);
  va_end (pairs);
}
