/* record.c - taking in the texts of callers' records
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "record-private.h"

#include <string.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "../base/text-private.h"
#include "../base/utf8-private.h"

gboolean
pe_code_is_valid (const char *code)
{
  size_t size = 0;

  for (; code[size] != '\0'; size++)
    if (size == PE_CODE_MAX || (!g_ascii_isalnum (code[size]) && strchr (".-_", code[size]) == NULL))
      return FALSE;
  return size > 0;
}

pe_status
pe_code_set_error (pe_error **error, const char *code, const char *path)
{
  const pe_place place = PE_PLACE_WHAT (path);
  char           excerpt[PE_EXCERPT_SIZE];

  return pe_error_set (
      error, PE_ERROR_CODE_SYNTAX, &place, "code", pe_excerpt (excerpt, code, strlen (code)), "expected",
      "1 to 64 letters, digits, '.', '-' and '_'", "expected_zh", "1 至 64 个字母、数字或 . - _", NULL);
}

static const char **
get_member (void *record, const pe_text_member *member)
{
  return (const char **) (void *) ((char *) record + member->offset);
}

/* "/grades/1/id", owned; NULL when memory ran out. */
static char *
print_path (const char *table, size_t index, const char *member)
{
  pe_buffer path = PE_BUFFER_INIT;

  if (table != NULL)
    {
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_string (&path, table);
      pe_buffer_add_char (&path, '/');
      pe_buffer_add_uint (&path, index);
    }
  pe_buffer_add_char (&path, '/');
  pe_buffer_add_string (&path, member);
  return pe_buffer_steal (&path);
}

pe_status
pe_record_set_error (pe_error **error, const char *table, size_t index, const char *member, const char *expected)
{
  char     *path = print_path (table, index, member);
  pe_place  place = PE_PLACE_WHAT (path);
  pe_status status;

  if (path == NULL)
    return pe_error_set_no_memory (error);
  status = pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, &place, "name", member, "expected", expected, NULL);
  g_free (path);
  return status;
}

static pe_status
check_text (const char *text, const pe_text_member *member, const char *path, pe_error **error)
{
  const pe_place place = PE_PLACE_WHAT (path);

  if (member->kind == PE_MEMBER_NULLABLE)
    return PE_OK;
  if (text == NULL)
    return pe_error_set (error, PE_ERROR_INVALID_ARGUMENT, &place, "name", member->name, "expected", "not NULL",
                         "expected_zh", "非空指针", NULL);
  if (member->kind == PE_MEMBER_TEXT && pe_utf8_is_blank (text))
    return pe_error_set (error, PE_ERROR_TEXT_EMPTY, &place, "name", member->name, NULL);
  if (member->kind == PE_MEMBER_CODE && !pe_code_is_valid (text))
    return pe_code_set_error (error, text, path);
  return PE_OK;
}

/* Makes *copy, which is NULL on failure. */
static pe_status
copy_text (char **copy, const char *text, const pe_text_member *member, const char *table, size_t index,
           pe_error **error)
{
  char     *path = print_path (table, index, member->name);
  pe_status status;

  *copy = NULL;
  if (path == NULL)
    return pe_error_set_no_memory (error);
  status = pe_utf8_copy (copy, text, PE_TEXT_MAX, path, error);
  if (status == PE_OK)
    status = check_text (*copy, member, path, error);
  if (status != PE_OK)
    g_clear_pointer (copy, g_free);
  g_free (path);
  return status;
}

pe_status
pe_record_copy_texts (void *record, const pe_text_member *members, size_t n_members, const char *table, size_t index,
                      pe_error **error)
{
  for (size_t i = 0; i < n_members; i++)
    {
      const char    **member = get_member (record, &members[i]);
      char           *copy;
      const pe_status status = copy_text (&copy, *member, &members[i], table, index, error);

      *member = copy;
      if (status != PE_OK)
        {
          pe_record_free_texts (record, members, i);
          return status;
        }
    }
  return PE_OK;
}

pe_status
pe_record_duplicate_texts (void *record, const pe_text_member *members, size_t n_members)
{
  for (size_t i = 0; i < n_members; i++)
    {
      const char **member = get_member (record, &members[i]);
      const char  *text = *member;

      if (text == NULL)
        continue;
      *member = pe_string_copy (text);
      if (*member == NULL)
        {
          pe_record_free_texts (record, members, i);
          return PE_ERROR_NO_MEMORY;
        }
    }
  return PE_OK;
}

void
pe_record_free_texts (void *record, const pe_text_member *members, size_t n_members)
{
  for (size_t i = 0; i < n_members; i++)
    {
      const char **member = get_member (record, &members[i]);

      g_free ((char *) *member);
      *member = NULL;
    }
}

pe_status
pe_index_set_not_found (pe_error **error, size_t index, size_t n)
{
  pe_buffer buffer = PE_BUFFER_INIT;
  char     *found, *limit;
  pe_status status;

  pe_buffer_add_uint (&buffer, index);
  found = pe_buffer_steal (&buffer);
  pe_buffer_add_string (&buffer, "< ");
  pe_buffer_add_uint (&buffer, n);
  limit = pe_buffer_steal (&buffer);
  if (found == NULL || limit == NULL)
    status = pe_error_set_no_memory (error);
  else
    status = pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "name", "index", "found", found, "expected", limit, NULL);
  g_free (found);
  g_free (limit);
  return status;
}

pe_status
pe_record_export (void *theirs, const void *ours, size_t size, pe_error **error)
{
  uint32_t struct_size;

  if (theirs == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  memcpy (&struct_size, theirs, sizeof struct_size);
  if (struct_size < sizeof struct_size)
    return pe_error_set_argument (error, "out", "a structure filled by its _init function, struct_size included");
  pe_struct_init (theirs, struct_size, ours, size);
  return PE_OK;
}
