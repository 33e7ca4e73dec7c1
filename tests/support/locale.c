/* locale.c - starts every test program in the locale of its environment
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Programs that embed the library call setlocale(); a test that did not would prove nothing about the comma.
 * PERFEVAL_LOCALE, when set, is the locale that this has to be: one that is missing must not pass as one that was tested. */
__attribute__ ((constructor)) static void
enter_locale (void)
{
  const char *expected = getenv ("PERFEVAL_LOCALE"), *entered = setlocale (LC_ALL, "");

  if (expected == NULL || (entered != NULL && strcmp (entered, expected) == 0))
    return;
  fprintf (stderr, "the locale is not \"%s\"\n", expected);
  exit (99);
}
