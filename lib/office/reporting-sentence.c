/* reporting-sentence.c - sentences with figures in them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <string.h>

#include "archive-private.h"
#include "reporting-private.h"

/* What a placeholder says. Those with an argument are written {rate:budget.execution_rate}. */
typedef enum
{
  UNIT,
  YEAR,
  DATE,
  RULEBOOK,
  GRADE,
  NAME,
  CODE,
  SCORE,
  MARKS,
  LOST,
  REASON,
  RATE,
  NUMERATOR,
  DENOMINATOR,
} placeholder;

static const struct
{
  const char *name;
  gboolean takes_code; /* may name an indicator; without one it is the one that the sentence is about, or the total */
  gboolean takes_measure; /* has to name a measure */
} placeholders[] = {
  [UNIT] = { "unit", FALSE, FALSE },          [YEAR] = { "year", FALSE, FALSE },
  [DATE] = { "date", FALSE, FALSE },          [RULEBOOK] = { "rulebook", FALSE, FALSE },
  [GRADE] = { "grade", FALSE, FALSE },        [NAME] = { "name", TRUE, FALSE },
  [CODE] = { "code", FALSE, FALSE },          [SCORE] = { "score", TRUE, FALSE },
  [MARKS] = { "marks", TRUE, FALSE },         [LOST] = { "lost", TRUE, FALSE },
  [REASON] = { "reason", FALSE, FALSE },      [RATE] = { "rate", FALSE, TRUE },
  [NUMERATOR] = { "numerator", FALSE, TRUE }, [DENOMINATOR] = { "denominator", FALSE, TRUE },
};

/* The number of a measure; as many as there are for none. */
static size_t
find_measure (const char *id)
{
  size_t i = 0;

  /* static: analyzer-null-argument: a placeholder that takes a measure and names none is refused with its template */
  while (i < pe_measure_get_count () && strcmp (pe_measure_get_id (i), id) != 0)
    i++;
  return i;
}

/* What stands between braces, cut at its colon; argument is NULL without one. FALSE when it is no placeholder. */
static gboolean
find_placeholder (char *inside, placeholder *out, const char **argument)
{
  char *colon = strchr (inside, ':');

  if (colon != NULL)
    *colon = '\0';
  *argument = colon != NULL ? colon + 1 : NULL;
  for (size_t i = 0; i < G_N_ELEMENTS (placeholders); i++)
    if (strcmp (placeholders[i].name, inside) == 0)
      {
        *out = (placeholder) i;
        if (placeholders[i].takes_measure)
          return colon != NULL && find_measure (colon + 1) < pe_measure_get_count ();
        return colon == NULL || placeholders[i].takes_code;
      }
  return FALSE;
}

gboolean
pe_reporting_check_sentence (const char *sentence, const char **found, size_t *length)
{
  for (const char *open = strchr (sentence, '{'); open != NULL; open = strchr (open + 1, '{'))
    {
      const char *close = strchr (open, '}');
      const char *argument;
      placeholder kind;
      char       *inside = close != NULL ? g_strndup (open + 1, (size_t) (close - open - 1)) : NULL;
      gboolean    known = inside != NULL && find_placeholder (inside, &kind, &argument);

      g_free (inside);
      if (!known)
        {
          *found = open;
          *length = close != NULL ? (size_t) (close - open + 1) : strlen (open);
          return FALSE;
        }
    }
  return TRUE;
}

/* A part of a measure, or both as a rate; NULL where the dossier has no value for it. */
static char *
print_measure (pe_reporting *self, placeholder kind, const char *measure)
{
  const pe_measure_value *value = pe_reporting_derive (self, find_measure (measure));

  if (value == NULL)
    return NULL;
  if (kind == RATE)
    return value->state == PE_STATE_VALUE ? pe_reporting_print_rate (self, &value->numerator, &value->denominator)
                                          : NULL;
  return pe_reporting_print_figure (self, kind == NUMERATOR ? &value->numerator : &value->denominator);
}

static char *
print_head (pe_reporting *self, placeholder kind)
{
  pe_dossier_head  head;
  pe_rulebook_head rules;
  pe_grade         grade;
  const int32_t    index = pe_evaluation_get_grade (self->evaluation);
  char             number[24];

  pe_dossier_head_init (&head, sizeof head);
  pe_rulebook_head_init (&rules, sizeof rules);
  pe_grade_init (&grade, sizeof grade);
  if (!pe_reporting_check (self, pe_dossier_get_head (&head, self->dossier, self->error))
      || !pe_reporting_check (self, pe_rulebook_get_head (&rules, self->rulebook, self->error)))
    return NULL;
  switch (kind)
    {
    case UNIT:
      return g_strdup (head.unit_name);
    case YEAR:
      return g_strdup (pe_office_print_number (number, (uint64_t) head.fiscal_year));
    case DATE:
      return g_strdup (self->date);
    case RULEBOOK:
      return g_strdup (pe_reporting_choose (self, rules.title_zh, rules.title_en));
    default:
      if (index < 0 || pe_rulebook_get_grade (&grade, self->rulebook, (size_t) index, NULL) != PE_OK)
        return NULL;
      return g_strdup (pe_reporting_choose (self, grade.name_zh, grade.name_en));
    }
}

static char *
print_node (pe_reporting *self, placeholder kind, size_t index, const pe_report_about *about)
{
  pe_node node;

  pe_node_init (&node, sizeof node);
  if (index == SIZE_MAX
      || !pe_reporting_check (self, pe_evaluation_get_node (&node, self->evaluation, index, self->error)))
    return NULL;
  switch (kind)
    {
    case NAME:
      return g_strdup (pe_reporting_choose (self, node.name_zh, node.name_en));
    case CODE:
      return g_strdup (node.code);
    case SCORE:
      return pe_reporting_print_points (self, index, PE_POINTS_SCORE);
    case MARKS:
      return pe_reporting_print_points (self, index, PE_POINTS_FULL_MARKS);
    default:
      return about->lost != NULL ? g_strdup (about->lost) : pe_reporting_print_points (self, index, PE_POINTS_LOST);
    }
}

/* What a placeholder says, owned, or NULL where there is no value; *node is where it leads, or SIZE_MAX. */
static char *
print_placeholder (pe_reporting *self, placeholder kind, const char *argument, const pe_report_about *about,
                   size_t *node)
{
  const size_t here = about->node != SIZE_MAX ? about->node : 0;

  *node = SIZE_MAX;
  if (placeholders[kind].takes_measure)
    {
      *node = pe_reporting_find_measure (self, argument);
      return print_measure (self, kind, argument);
    }
  if (kind == REASON)
    return g_strdup (about->reason);
  if (!placeholders[kind].takes_code && kind != CODE)
    {
      *node = kind == GRADE ? 0 : SIZE_MAX;
      return print_head (self, kind);
    }
  *node = argument != NULL ? pe_reporting_find_code (self, argument) : here;
  return print_node (self, kind, *node, about);
}

/* The name of what is missing, for a gap in a sentence. */
static void
add_missing (pe_reporting *self, pe_doc_block *block, const char *argument)
{
  const size_t measure = argument != NULL ? find_measure (argument) : SIZE_MAX;
  const char  *name = measure < pe_measure_get_count () ? pe_measure_get_name (measure, self->language) : argument;
  char        *text;

  text = g_strconcat (self->language == PE_LANGUAGE_EN ? "[not filled in: " : "〔未填：", name != NULL ? name : "",
                      self->language == PE_LANGUAGE_EN ? "]" : "〕", NULL);
  pe_doc_block_add_text (self->document, block, text, NULL, TRUE);
  g_free (text);
}

static void
add_value (pe_reporting *self, pe_doc_block *block, const char *inside, const pe_report_about *about, gboolean *missing)
{
  char       *name = g_strdup (inside), *value, *target;
  const char *argument = NULL;
  size_t      node = SIZE_MAX;
  placeholder kind = UNIT;

  (void) find_placeholder (name, &kind, &argument);
  value = print_placeholder (self, kind, argument, about, &node);
  *missing = *missing || value == NULL;
  if (block == NULL)
    (void) pe_report_take (self->document, 1 + (value != NULL ? strlen (value) / PE_REPORT_PART_BYTES : 0));
  else if (value != NULL)
    {
      target = node != SIZE_MAX ? pe_reporting_name_node (self, node) : NULL;
      pe_doc_block_add_text (self->document, block, value, target, FALSE);
      g_free (target);
    }
  else
    add_missing (self, block, argument);
  g_free (value);
  g_free (name);
}

/* Goes through a sentence; block is NULL where it is only asked whether a figure is missing. That takes room too: what is
 * asked for may be as long as what is printed. */
static gboolean
walk (pe_reporting *self, pe_doc_block *block, const char *sentence, const pe_report_about *about)
{
  gboolean missing = FALSE;

  while (*sentence != '\0' && !self->document->failed)
    {
      const size_t plain = strcspn (sentence, "{");
      char        *text = g_strndup (sentence, plain);

      if (block != NULL && plain > 0)
        pe_doc_block_add_text (self->document, block, text, NULL, FALSE);
      g_free (text);
      sentence += plain;
      if (*sentence == '{')
        {
          const char *close = strchr (sentence, '}');

          text = g_strndup (sentence + 1, (size_t) (close - sentence - 1));
          add_value (self, block, text, about, &missing);
          g_free (text);
          sentence = close + 1;
        }
    }
  return missing;
}

gboolean
pe_reporting_add_sentence (pe_reporting *self, pe_doc_kind kind, const char *sentence, const pe_report_about *about,
                           gboolean is_optional)
{
  if (sentence == NULL || (is_optional && walk (self, NULL, sentence, about)))
    return FALSE;
  (void) walk (self, pe_report_add (self->document, kind, 0, NULL), sentence, about);
  return TRUE;
}
