/* left-out-private.h - what a format has no place for, counted by name
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>

#include "../base/buffer-private.h"
#include "../base/finding-private.h"

#define PE_LEFT_OUT_MAX 64

/* One name, with the first place where it stands. */
typedef struct pe_left_out_name
{
  const char *name; /* static */
  char       *path; /* owned */
  uint64_t    count;
} pe_left_out_name;

typedef struct pe_left_out
{
  pe_left_out_name names[PE_LEFT_OUT_MAX];
  size_t           n;
  pe_status        status; /* PE_OK or PE_ERROR_NO_MEMORY */
} pe_left_out;

/* The path is taken over; it is kept where the name is new. */
void pe_left_out_add (pe_left_out *self, const char *name, pe_buffer *path);
/* A PE_WARNING_NOT_WRITTEN for each name, in the order of adding; it is empty then. */
void pe_left_out_report (pe_left_out *self, pe_collector *collector);
