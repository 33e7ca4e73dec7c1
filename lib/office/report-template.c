/* report-template.c - a template of reports, read from XML
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/provider.h>
#include <string.h>

#include "reporting-private.h"
#include "report-text-private.h"
#include "xlsx-private.h"
#include "xml-private.h"

#define FORMAT "perfeval-report/1"
#define DEPTH_MAX 4
#define PLACEHOLDERS "{unit}, {year}, {date}, {rulebook}, {grade}, {score}, {marks}, {lost}, {name}, {code}, {reason}"

/* Which attributes an element has, as bits. */
enum
{
  TEXT = 1 << 0,     /* zh, required, and en */
  CAPTION = 1 << 1,  /* zh and en, neither required */
  NONE = 1 << 2,     /* none-zh and none-en */
  NAME = 1 << 3,     /* name, required */
  TABLE = 1 << 4,    /* kind, required */
  CHART = 1 << 5,    /* kind, required */
  OPTIONAL = 1 << 6, /* optional */
  ROOT = 1 << 7,     /* format */
};

static const struct
{
  const char    *name;
  pe_report_kind kind;
  int            attributes;
} elements[] = {
  { "title", PE_REPORT_TITLE, TEXT },
  { "status", PE_REPORT_STATUS, 0 },
  { "section", PE_REPORT_SECTION, TEXT },
  { "p", PE_REPORT_P, TEXT | OPTIONAL },
  { "note", PE_REPORT_NOTE, TEXT | OPTIONAL },
  { "narrative", PE_REPORT_NARRATIVE, TEXT | NAME | OPTIONAL },
  { "groups", PE_REPORT_GROUPS, TEXT },
  { "losses", PE_REPORT_LOSSES, TEXT | NONE },
  { "findings", PE_REPORT_FINDINGS, NONE },
  { "review", PE_REPORT_REVIEW, CAPTION | NONE },
  { "readings", PE_REPORT_READINGS, NONE },
  { "table", PE_REPORT_TABLE, CAPTION | TABLE | OPTIONAL },
  { "chart", PE_REPORT_CHART, CAPTION | CHART | OPTIONAL },
  { "ledger", PE_REPORT_LEDGER, 0 },
  { "page", PE_REPORT_PAGE, 0 },
};

static const struct
{
  const char *name;
  int         bit;
} attributes_of[] = {
  { "zh", TEXT | CAPTION }, { "en", TEXT | CAPTION },  { "none-zh", NONE },      { "none-en", NONE },
  { "name", NAME },         { "kind", TABLE | CHART }, { "optional", OPTIONAL }, { "format", ROOT },
};

static const char *const table_kinds[] = { "scores",  "groups",    "budget", "targets", "signatures", "indicators",
                                           "natures", "standards", "money",  "goals",   "project" };
static const char *const chart_kinds[] = { "dimensions", "losses", "execution", "targets", "change" };

typedef struct
{
  pe_report_template *template;
  const char *file;
  uint64_t    line, column;
  uint64_t    most;   /* elements */
  guint       depth;  /* of sections */
  guint       within; /* elements that are open and can hold none */
  gboolean    has_root;
} reading;

static pe_status
refuse (const reading *self, pe_status code, const char *name, const char *found, const char *expected,
        const char *expected_zh, pe_error **error)
{
  pe_provider_place     place;
  pe_provider_parameter parameters[4];
  const char *const     pairs[][2]
      = { { "name", name }, { "found", found }, { "expected", expected }, { "expected_zh", expected_zh } };
  size_t n = 0;

  pe_provider_place_init (&place, sizeof place);
  place.file = self->file;
  place.line = self->line;
  place.column = self->column;
  for (size_t i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][1] != NULL)
      {
        pe_provider_parameter_init (&parameters[n], sizeof *parameters);
        parameters[n].name = pairs[i][0];
        parameters[n++].text = pairs[i][1];
      }
  return pe_provider_make_error (error, code, &place, parameters, n);
}

static pe_status
check_attributes (const reading *self, int allowed, const char **attributes, pe_error **error)
{
  for (; attributes[0] != NULL; attributes += 2)
    {
      gboolean known = FALSE;

      for (size_t i = 0; i < G_N_ELEMENTS (attributes_of); i++)
        known = known || ((attributes_of[i].bit & allowed) != 0 && strcmp (attributes_of[i].name, attributes[0]) == 0);
      if (!known)
        return refuse (self, PE_ERROR_MEMBER_UNKNOWN, attributes[0], NULL, NULL, NULL, error);
    }
  return PE_OK;
}

static pe_status
begin_root (reading *self, const char *name, const char **attributes, pe_error **error)
{
  const char *format = pe_xml_get (attributes, "format");
  const char *zh = pe_xml_get (attributes, "zh"), *en = pe_xml_get (attributes, "en");

  self->has_root = TRUE;
  if (strcmp (name, "report") != 0)
    return refuse (self, PE_ERROR_FORMAT_UNKNOWN, "report", name, "<report format=\"" FORMAT "\">", NULL, error);
  if (check_attributes (self, ROOT | TEXT, attributes, error) != PE_OK)
    return PE_ERROR_MEMBER_UNKNOWN;
  if (format == NULL || strcmp (format, FORMAT) != 0)
    return refuse (self, PE_ERROR_FORMAT_UNKNOWN, "format", format != NULL ? format : "", FORMAT, NULL, error);
  if (zh == NULL)
    return refuse (self, PE_ERROR_MEMBER_MISSING, "zh", NULL, NULL, NULL, error);
  self->template->name_zh = g_strdup (zh);
  self->template->name_en = g_strdup (en);
  return PE_OK;
}

static int
find_element (const char *name)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].name, name) == 0)
      return i;
  return -1;
}

/* A sentence whose placeholders are known; NULL stays NULL. */
static pe_status
take_sentence (const reading *self, char **out, const char **attributes, const char *name, pe_error **error)
{
  const char *sentence = pe_xml_get (attributes, name);
  const char *found = NULL;
  size_t      length = 0;
  char       *cut;
  pe_status   status;

  if (sentence == NULL || pe_reporting_check_sentence (sentence, &found, &length))
    {
      *out = g_strdup (sentence);
      return PE_OK;
    }
  cut = g_strndup (found, length);
  status = refuse (self, PE_ERROR_VALUE_UNKNOWN, name, cut,
                   PLACEHOLDERS " or {rate:…}, {numerator:…}, {denominator:…} with the id of a measure",
                   PLACEHOLDERS "，或带度量编号的 {rate:…}、{numerator:…}、{denominator:…}", error);
  g_free (cut);
  return status;
}

static pe_status
take_choice (const reading *self, int32_t *out, const char *word, const char *const *words, size_t n,
             const char *expected, pe_error **error)
{
  for (size_t i = 0; word != NULL && i < n; i++)
    if (strcmp (word, words[i]) == 0)
      {
        *out = (int32_t) i + 1;
        return PE_OK;
      }
  return word == NULL ? refuse (self, PE_ERROR_MEMBER_MISSING, "kind", NULL, NULL, NULL, error)
                      : refuse (self, PE_ERROR_VALUE_UNKNOWN, "kind", word, expected, NULL, error);
}

static pe_status
take_kind (const reading *self, pe_report_item *item, int allowed, const char **attributes, pe_error **error)
{
  const char *kind = pe_xml_get (attributes, "kind");

  if ((allowed & TABLE) != 0)
    return take_choice (
        self, &item->choice, kind, table_kinds, G_N_ELEMENTS (table_kinds),
        "scores, groups, budget, targets, signatures, indicators, natures, standards, money, goals, project", error);
  if ((allowed & CHART) != 0)
    return take_choice (self, &item->choice, kind, chart_kinds, G_N_ELEMENTS (chart_kinds),
                        "dimensions, losses, execution, targets, change", error);
  return PE_OK;
}

static pe_status
fill_item (const reading *self, pe_report_item *item, int allowed, const char **attributes, pe_error **error)
{
  const char *optional = pe_xml_get (attributes, "optional");
  const char *name = pe_xml_get (attributes, "name");
  pe_status   status = check_attributes (self, allowed, attributes, error);

  if (status == PE_OK && (allowed & TEXT) != 0 && pe_xml_get (attributes, "zh") == NULL)
    status = refuse (self, PE_ERROR_MEMBER_MISSING, "zh", NULL, NULL, NULL, error);
  if (status == PE_OK && (allowed & NAME) != 0 && name == NULL)
    status = refuse (self, PE_ERROR_MEMBER_MISSING, "name", NULL, NULL, NULL, error);
  if (status == PE_OK && optional != NULL && strcmp (optional, "yes") != 0 && strcmp (optional, "no") != 0)
    status = refuse (self, PE_ERROR_VALUE_UNKNOWN, "optional", optional, "yes or no", "yes 或 no", error);
  if (status == PE_OK)
    status = take_kind (self, item, allowed, attributes, error);
  if (status == PE_OK)
    status = take_sentence (self, &item->zh, attributes, "zh", error);
  if (status == PE_OK)
    status = take_sentence (self, &item->en, attributes, "en", error);
  if (status != PE_OK)
    return status;
  item->none_zh = g_strdup (pe_xml_get (attributes, "none-zh"));
  item->none_en = g_strdup (pe_xml_get (attributes, "none-en"));
  item->name = g_strdup (name);
  item->is_optional = optional != NULL && strcmp (optional, "yes") == 0;
  return PE_OK;
}

static pe_status
begin (void *data, const char *name, const char **attributes, pe_error **error)
{
  reading        *self = data;
  const int       index = find_element (name);
  void           *place = NULL;
  pe_report_item *item;

  if (!self->has_root)
    return begin_root (self, name, attributes, error);
  if (index < 0 || self->within > 0)
    return refuse (self, PE_ERROR_MEMBER_UNKNOWN, name, NULL, NULL, NULL, error);
  if (self->template->items.size >= self->most)
    return refuse (self, PE_ERROR_LIMIT_ITEMS, NULL, NULL, NULL, NULL, error);
  if (pe_vector_grow (&self->template->items, 1, &place) != PE_OK)
    return refuse (self, PE_ERROR_NO_MEMORY, NULL, NULL, NULL, NULL, error);
  item = place;
  item->kind = elements[index].kind;
  if (item->kind == PE_REPORT_SECTION && ++self->depth > DEPTH_MAX)
    return refuse (self, PE_ERROR_LIMIT_DEPTH, NULL, NULL, NULL, NULL, error);
  item->level = self->depth;
  self->within += item->kind != PE_REPORT_SECTION;
  return fill_item (self, item, elements[index].attributes, attributes, error);
}

static pe_status
end (void *data, const char *name, pe_error **error)
{
  reading *self = data;

  (void) error;
  if (strcmp (name, "section") == 0)
    self->depth--;
  else if (self->within > 0)
    self->within--;
  return PE_OK;
}

/* What a template says stands in attributes; words between elements would be lost without a word. */
static pe_status
text (void *data, const char *bytes, size_t length, pe_error **error)
{
  reading  *self = data;
  size_t    blank = 0;
  char     *found;
  pe_status status;

  while (blank < length && strchr (" \t\r\n", bytes[blank]) != NULL)
    blank++;
  if (blank == length)
    return PE_OK;
  found = g_strndup (bytes + blank, length - blank);
  status = refuse (self, PE_ERROR_VALUE_UNKNOWN, "text", found, "texts in the attributes zh and en of an element",
                   "文字写在元素的 zh、en 属性中", error);
  g_free (found);
  return status;
}

static void
note_place (void *data, uint64_t line, uint64_t column)
{
  reading *self = data;

  self->line = line;
  self->column = column;
}

pe_status
pe_report_template_from_xml (pe_report_template **out, const char *bytes, size_t size, const pe_read_options *options,
                             pe_error **error)
{
  static const pe_xml_handlers handlers = { begin, end, text, note_place };
  reading                      self = { .line = 0 };
  pe_limits                    limits;
  pe_status                    status;

  if (out == NULL || bytes == NULL)
    return pe_office_refuse_argument (error, out == NULL ? "out" : "bytes", "not NULL", "非空指针");
  status = pe_office_get_limits (&limits, options, error);
  if (status != PE_OK)
    return status;
  if (size > limits.bytes)
    return pe_office_fail (error, PE_ERROR_LIMIT_BYTES, options != NULL ? options->file : NULL, NULL);
  self.template = g_new0 (pe_report_template, 1);
  self.template->references = 1;
  self.template->items = (pe_vector) PE_VECTOR_INIT (pe_report_item);
  self.file = options != NULL ? options->file : NULL;
  self.most = limits.items;
  status = pe_xml_read_bytes (bytes, size, self.file, &handlers, &self, error);
  if (status == PE_OK)
    *out = self.template;
  else
    pe_report_template_unref (self.template);
  return status;
}

const char *
pe_report_template_get_name (const pe_report_template *self, pe_language language)
{
  if (self == NULL)
    return NULL;
  return language == PE_LANGUAGE_EN && self->name_en != NULL ? self->name_en : self->name_zh;
}

/* The narrative at a place in their order, or NULL; *n is how many there are before it. */
static const char *
find_narrative (const pe_report_template *self, size_t index, size_t *n)
{
  *n = 0;
  for (size_t i = 0; self != NULL && i < self->items.size; i++)
    {
      const pe_report_item *item = pe_vector_at (&self->items, const pe_report_item, i);

      if (item->kind == PE_REPORT_NARRATIVE && (*n)++ == index)
        return item->name;
    }
  return NULL;
}

size_t
pe_report_template_get_n_narratives (const pe_report_template *self)
{
  size_t n;

  (void) find_narrative (self, SIZE_MAX, &n);
  return n;
}

const char *
pe_report_template_get_narrative (const pe_report_template *self, size_t index)
{
  size_t n;

  return find_narrative (self, index, &n);
}

pe_report_template *
pe_report_template_ref (pe_report_template *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->references);
  return self;
}

void
pe_report_template_unref (pe_report_template *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->references))
    return;
  for (size_t i = 0; i < self->items.size; i++)
    {
      pe_report_item *item = pe_vector_at (&self->items, pe_report_item, i);

      g_free (item->zh);
      g_free (item->en);
      g_free (item->none_zh);
      g_free (item->none_en);
      g_free (item->name);
    }
  pe_vector_clear (&self->items);
  g_free (self->name_zh);
  g_free (self->name_en);
  g_free (self);
}
