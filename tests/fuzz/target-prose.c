/* target-prose.c - the reader of prose over any bytes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "fuzz.h"

static void
check_relation (const pe_prose *prose, size_t index, size_t size)
{
  const pe_audit *audit = pe_prose_get_audit (prose);
  pe_relation     relation;
  pe_claim        claim;

  pe_relation_init (&relation, sizeof relation);
  pe_claim_init (&claim, sizeof claim);
  HOLDS (pe_audit_get_relation (&relation, audit, index, NULL) == PE_OK);
  HOLDS (relation.offset <= size && relation.length <= size - relation.offset);
  HOLDS (relation.reading_zh != NULL && relation.reading_en != NULL && pe_prose_get_pattern (prose, index) != NULL);
  for (uint32_t i = 0; i < relation.n_operands; i++)
    {
      HOLDS (pe_audit_get_claim (&claim, audit, relation.operands[i], NULL) == PE_OK);
      HOLDS (pe_prose_is_related (prose, relation.operands[i]) || relation.kind == PE_RELATION_COUNTERPART
             || relation.form == PE_FORM_PARTIAL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  pe_prose        *prose = NULL;
  pe_prose_summary summary;
  pe_error        *error = NULL;
  pe_status        status = pe_prose_read (&prose, (const char *) data, size, NULL, &error);

  if (status != PE_OK)
    {
      check_failure (status, prose, error);
      return 0;
    }
  pe_prose_summary_init (&summary, sizeof summary);
  HOLDS (pe_prose_get_summary (&summary, prose, NULL) == PE_OK);
  HOLDS (summary.n_related + summary.n_left == summary.n_figures && summary.n_characters <= size);
  HOLDS (pe_audit_get_n_relations (pe_prose_get_audit (prose)) == summary.n_relations);
  for (size_t i = 0; i < summary.n_relations; i++)
    check_relation (prose, i, size);
  pe_prose_unref (prose);
  return 0;
}
