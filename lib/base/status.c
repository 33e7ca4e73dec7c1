/* status.c - the stable codes of errors, warnings and notes
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/status.h>

#include "messages-private.h"

const char *
pe_status_name (pe_status status)
{
  const pe_message *message = pe_message_find (status);

  return message != NULL ? message->name : "PE_STATUS_UNKNOWN";
}

const char *
pe_status_describe (pe_status status, pe_language language)
{
  const pe_message *message = pe_message_find (status);

  if (language == PE_LANGUAGE_ZH)
    return message != NULL ? message->description_zh : "未知的代码。";
  return message != NULL ? message->description_en : "An unknown code.";
}
