/* verdict.c - whether a printed figure follows from the others
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/verdict.h>

#include "../base/struct-private.h"
#include "verdict-private.h"

static const char *const names_zh[] = { "四舍五入", "四舍六入五成双", "截断", "进一" };
static const char *const names_en[] = { "half up", "half to even", "truncated", "rounded up" };

void
pe_verdict_init (pe_verdict *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

void
pe_modes_add (pe_buffer *out, pe_modes modes, pe_language language)
{
  const gboolean chinese = language == PE_LANGUAGE_ZH;
  gboolean       any = FALSE;

  for (size_t i = 0; i < G_N_ELEMENTS (names_zh); i++)
    if ((modes & (1u << i)) != 0)
      {
        if (any)
          pe_buffer_add_string (out, chinese ? "、" : ", ");
        pe_buffer_add_string (out, chinese ? names_zh[i] : names_en[i]);
        any = TRUE;
      }
}

pe_status
pe_modes_print (pe_text **out, pe_modes modes, pe_language language, pe_error **error)
{
  pe_buffer buffer = PE_BUFFER_INIT;

  if (out == NULL)
    return pe_error_set_argument (error, "out", "not NULL");
  if ((modes & ~(pe_modes) PE_MODES_ALL) != 0)
    return pe_error_set_argument (error, "modes", "bits of pe_mode_value");
  pe_modes_add (&buffer, modes, language);
  return pe_buffer_finish (&buffer, out, error);
}
