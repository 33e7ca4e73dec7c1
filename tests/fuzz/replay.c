/* replay.c - runs a target over files, and over what damage makes of them
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Usage: replay STRIDE FILE...
 * Each file is run as it is; cut after every STRIDE-th byte; and with every STRIDE-th byte replaced, in turn, by its
 * complement, by a zero, and by a quotation mark. A file shorter than 4,096 bytes is taken with a stride of 1.
 */
#include "fuzz.h"

#include <string.h>

#define SHORT 4096

static size_t runs;

/* Each input stands in memory of its own size, so that a sanitizer sees the first byte past the end. */
static void
run (const uint8_t *bytes, size_t size)
{
  uint8_t *copy = malloc (size > 0 ? size : 1);

  HOLDS (copy != NULL);
  memcpy (copy, bytes, size);
  HOLDS (LLVMFuzzerTestOneInput (copy, size) == 0);
  free (copy);
  runs++;
}

static void
damage (uint8_t *bytes, size_t size, size_t stride)
{
  for (size_t i = 0; i < size; i += stride)
    {
      const uint8_t was = bytes[i];
      const uint8_t becomes[] = { (uint8_t) ~was, 0, '"' };

      run (bytes, i);
      for (size_t j = 0; j < sizeof becomes; j++)
        {
          bytes[i] = becomes[j];
          run (bytes, size);
        }
      bytes[i] = was;
    }
}

static void
replay (const char *name, size_t stride)
{
  FILE    *file = fopen (name, "rb");
  uint8_t *bytes = malloc (1 << 24);
  size_t   size;

  HOLDS (file != NULL && bytes != NULL);
  size = fread (bytes, 1, 1 << 24, file);
  HOLDS (fclose (file) == 0 && size < 1 << 24);
  run (bytes, size);
  damage (bytes, size, size < SHORT ? 1 : stride);
  free (bytes);
}

int
main (int argc, char **argv)
{
  const size_t stride = argc > 1 ? (size_t) strtoul (argv[1], NULL, 10) : 0;

  if (argc < 3 || stride == 0)
    {
      fputs ("usage: replay STRIDE FILE...\n", stderr);
      return 2;
    }
  for (int i = 2; i < argc; i++)
    replay (argv[i], stride);
  printf ("%d files, %zu runs, stride %zu\n", argc - 2, runs, stride);
  return 0;
}
