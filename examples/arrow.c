/* arrow.c - a record batch of Arrow in, the scores as a record batch out; no Arrow library is needed
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Prints:
 *   total d:19,2 963
 *   total d:19,2 300
 *   total d:19,2 null
 */
#include <assert.h>
#include <perfeval/perfeval.h>
#include <stdio.h>
#include <string.h>

static const char rules[]
    = "{\"format\": \"perfeval-rulebook/1\", \"id\": \"example\", \"edition\": \"1\", \"title\": {\"zh\": \"示例\"},"
      " \"kind\": \"project\", \"fiscal_years\": {\"first\": 2023, \"last\": 2023}, \"status\": \"sample\","
      " \"full_marks\": \"10\", \"rounding\": {\"rate\": null, \"leaf\": {\"places\": 2, \"mode\": \"half_up\"},"
      " \"subtotal\": null, \"total\": {\"places\": 2, \"mode\": \"half_up\"}, \"rank_on\": \"rounded\"},"
      " \"policies\": {\"text\": \"error\"}, \"indicators\": [{\"code\": \"1\", \"name\": {\"zh\": \"完成率\"},"
      " \"full_marks\": \"10\", \"rule\": {\"shape\": \"capped_ratio/1\", \"actual\": {\"fact\": \"done\"},"
      " \"target\": \"100\"}}]}";

/* The parts of these arrays are variables of main(): nothing is freed. */
static void
release_schema (struct ArrowSchema *schema)
{
  schema->release = NULL;
}

static void
release_array (struct ArrowArray *array)
{
  array->release = NULL;
}

int
main (void)
{
  /* A dictionary of written numbers, and three rows that are indexes into it: 96.25, 30, many. */
  const int32_t       offsets[] = { 0, 4, 9, 11 };
  const uint8_t       indexes[] = { 1, 2, 0 };
  const void         *texts[] = { NULL, offsets, "many96.2530" }, *rows[] = { NULL, indexes }, *none[] = { NULL };
  struct ArrowSchema  text = { .format = "u", .release = release_schema };
  struct ArrowSchema  field = { .format = "C", .name = "1/done", .dictionary = &text, .release = release_schema };
  struct ArrowSchema *fields[] = { &field }, out_schema;
  struct ArrowSchema  schema = { .format = "+s", .n_children = 1, .children = fields, .release = release_schema };
  struct ArrowArray   words = { .length = 3, .n_buffers = 3, .buffers = texts, .release = release_array };
  struct ArrowArray   cells = { 3, 0, 0, 2, 0, rows, NULL, &words, release_array, NULL }, *children[] = { &cells };
  struct ArrowArray   array = { 3, 0, 0, 1, 1, none, children, NULL, release_array, NULL }, out;
  int64_t             points[3];
  uint8_t             states[3];
  pe_batch_output     total = { sizeof total, 0, points, 0, states };
  pe_batch_results    results = { .struct_size = sizeof results, .nodes = &total, .n_nodes = 1 };
  pe_rulebook        *rulebook = NULL;
  pe_batch_plan      *plan = NULL;
  pe_batch_arrow     *columns = NULL;

  assert (pe_rulebook_from_json (&rulebook, rules, strlen (rules), NULL, NULL, NULL) == PE_OK);
  assert (pe_batch_plan_new (&plan, rulebook, NULL, NULL, NULL) == PE_OK);
  assert (pe_batch_arrow_import (&columns, plan, &schema, &array, NULL, NULL, NULL) == PE_OK);
  assert (pe_batch_run (NULL, plan, pe_batch_arrow_get_columns (columns, NULL), 1, &results, 3, NULL, NULL) == PE_OK);
  assert (pe_batch_arrow_export (&out_schema, &out, plan, &results, 3, NULL) == PE_OK);
  for (int i = 0; i < 3; i++)
    {
      printf ("%s %s ", out_schema.children[0]->name, out_schema.children[0]->format);
      if ((((const uint8_t *) out.children[0]->buffers[0])[0] >> i & 1) != 0)
        printf ("%d\n", (int) ((const int64_t *) out.children[0]->buffers[1])[2 * i]); /* the low half comes first */
      else
        printf ("null\n");
    }
  out_schema.release (&out_schema);
  out.release (&out);
  pe_batch_arrow_free (columns);
  pe_batch_plan_unref (plan);
  pe_rulebook_unref (rulebook);
  return 0;
}
