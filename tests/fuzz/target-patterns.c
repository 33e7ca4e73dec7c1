/* target-patterns.c - words and patterns for the reader of prose from any bytes; those that are read are read with
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * An input is a document "perfeval-prose/1" and, behind a form feed, a text; without one, a text that stands here.
 */
#include "fuzz.h"

#include <string.h>

static const char sentence[] = "应到会1500人，缺席60人，缺勤度4%。预算2,155.61万元，支出2,149.56万元，执行率99.72%。";

static void
read_prose (const pe_prose_patterns *patterns, const char *bytes, size_t size)
{
  pe_prose_options options;
  pe_prose_summary summary;
  pe_prose        *prose = NULL;
  pe_error        *error = NULL;
  pe_status        status;

  pe_prose_options_init (&options, sizeof options);
  pe_prose_summary_init (&summary, sizeof summary);
  HOLDS (pe_prose_patterns_lend (patterns, &options, NULL) == PE_OK);
  status = pe_prose_read (&prose, bytes, size, &options, &error);
  if (status != PE_OK)
    {
      check_failure (status, prose, error);
      return;
    }
  HOLDS (pe_prose_get_summary (&summary, prose, NULL) == PE_OK);
  HOLDS (summary.n_related + summary.n_left == summary.n_figures && summary.n_characters <= size);
  for (size_t i = 0; i < summary.n_relations; i++)
    HOLDS (pe_prose_get_pattern (prose, i) != NULL);
  pe_prose_unref (prose);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char        *bytes = (const char *) data, *feed = size > 0 ? memchr (bytes, '\f', size) : NULL;
  const size_t       length = feed != NULL ? (size_t) (feed - bytes) : size;
  pe_prose_patterns *patterns = NULL;
  pe_findings       *findings = NULL;
  pe_error          *error = NULL;
  pe_status          status = pe_prose_patterns_from_json (&patterns, bytes, length, NULL, &findings, &error);

  HOLDS (findings != NULL);
  if (status != PE_OK)
    check_failure (status, patterns, error);
  else if (feed != NULL)
    read_prose (patterns, feed + 1, size - length - 1);
  else
    read_prose (patterns, sentence, sizeof sentence - 1);
  pe_findings_unref (findings);
  pe_prose_patterns_unref (patterns);
  return 0;
}
