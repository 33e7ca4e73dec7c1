/* reviewed.c - rulebooks and dossiers for the tests of reviews
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "reviewed.h"

#include <string.h>

static const char rulebook_text[]
    = "{\"format\":\"perfeval-rulebook/1\",\"id\":\"t\",\"edition\":\"1\",\"title\":{\"zh\":\"试\",\"en\":\"t\"},"
      "\"kind\":\"project\",\"fiscal_years\":{\"first\":2023,\"last\":2023},\"status\":\"sample\","
      "\"full_marks\":\"100\",\"rounding\":{\"rate\":{\"places\":2,\"mode\":\"half_up\"},\"leaf\":{\"places\":2,"
      "\"mode\":\"half_up\"},\"subtotal\":null,\"total\":{\"places\":2,\"mode\":\"half_up\"},\"rank_on\":\"rounded\"},"
      "\"policies\":{\"missing\":\"error\",\"not_applicable\":\"error\",\"zero_denominator\":\"zero\",\"text\":"
      "\"zero\","
      "\"invalid\":\"error\"},\"grades\":[{\"id\":\"a\",\"from\":\"90\",\"name\":{\"zh\":\"优\",\"en\":\"excellent\"}},"
      "{\"id\":\"b\",\"from\":\"0\",\"name\":{\"zh\":\"差\",\"en\":\"poor\"}}],\"review\":@,\"indicators\":["
      "{\"code\":\"1\",\"name\":{\"zh\":\"预算执行\",\"en\":\"execution\"},\"full_marks\":\"10\",\"rule\":{\"shape\":"
      "\"capped_ratio/1\",\"actual\":{\"measure\":\"budget.execution_rate\"}}},"
      "{\"code\":\"2\",\"name\":{\"zh\":\"绩效指标\",\"en\":\"targets\"},\"full_marks\":\"80\",\"rule\":{\"shape\":"
      "\"slot/1\",\"depth\":\"1\",\"marks\":\"by_unit\",\"score\":\"rows\",\"empty\":\"zero\",\"rules\":{"
      "\">=\":{\"shape\":\"capped_ratio/1\",\"actual\":{\"fact\":\"actual\"},\"target\":{\"fact\":\"target\"}},"
      "\"<=\":{\"shape\":\"inverse_ratio/1\",\"actual\":{\"fact\":\"actual\"},\"target\":{\"fact\":\"target\"}},"
      "\"qualitative\":{\"shape\":\"graded/1\",\"bands\":[{\"id\":\"good\",\"name\":{\"zh\":\"好\",\"en\":\"good\"},"
      "\"from\":\"0.8\",\"to\":\"1\",\"ends\":\"[]\"},{\"id\":\"bad\",\"name\":{\"zh\":\"差\",\"en\":\"bad\"},"
      "\"from\":\"0\",\"to\":\"0.8\",\"ends\":\"[)\"}]}}}},"
      "{\"code\":\"3\",\"name\":{\"zh\":\"管理\",\"en\":\"management\"},\"full_marks\":\"10\",\"rule\":{\"shape\":"
      "\"attested/1\"}}]}";

static const char dossier_text[]
    = "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某项目\"},"
      "\"fiscal_year\":2023,\"kind\":\"project\",\"money_unit\":\"万元\"@}";

/* The template with what the "@" stands for. */
static char *
fill (const char *template, const char *text)
{
  char **pieces = g_strsplit (template, "@", 2);
  char  *filled = g_strconcat (pieces[0], text, pieces[1], NULL);

  g_strfreev (pieces);
  return filled;
}

pe_rulebook *
reviewed_rulebook_from (const char *bytes, size_t size)
{
  pe_rulebook *rulebook = NULL;
  pe_error    *error = NULL;

  if (pe_rulebook_from_json (&rulebook, bytes, size, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_finding_get_message (pe_error_get_finding (error), PE_LANGUAGE_EN));
  return rulebook;
}

pe_dossier *
reviewed_dossier_from (const char *bytes, size_t size)
{
  pe_dossier *dossier = NULL;
  pe_error   *error = NULL;

  if (pe_dossier_from_json (&dossier, bytes, size, NULL, NULL, &error) != PE_OK)
    fail_msg ("%s", pe_finding_get_message (pe_error_get_finding (error), PE_LANGUAGE_EN));
  return dossier;
}

pe_rulebook *
reviewed_rulebook (const char *settings)
{
  char        *text = fill (rulebook_text, settings);
  pe_rulebook *rulebook = reviewed_rulebook_from (text, strlen (text));

  g_free (text);
  return rulebook;
}

pe_dossier *
reviewed_dossier (const char *members)
{
  char       *text = fill (dossier_text, members);
  pe_dossier *dossier = reviewed_dossier_from (text, strlen (text));

  g_free (text);
  return dossier;
}
