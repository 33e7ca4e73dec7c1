/* dice.c - numbers by chance, the same everywhere
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include "pairs.h"

uint64_t
dice_roll (dice *self)
{
  uint64_t z = self->state += UINT64_C (0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * UINT64_C (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

uint64_t
dice_below (dice *self, uint64_t n)
{
  return dice_roll (self) % n;
}

/* One roll after the other: operands of one expression may be worked out in either order. */
uint64_t
dice_roll_length (dice *self, uint64_t least, uint64_t n)
{
  const uint64_t number = dice_roll (self);

  return number >> (least + dice_below (self, n));
}

gboolean
dice_strikes (dice *self, uint32_t percent)
{
  return dice_below (self, 100) < percent;
}

char *
dice_choose (dice *self, const char *words)
{
  char **list = g_strsplit (words, " ", -1);
  char  *word = g_strdup (list[dice_below (self, g_strv_length (list))]);

  g_strfreev (list);
  return word;
}
