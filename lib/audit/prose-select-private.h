/* prose-select-private.h - the figures that a pattern may mean
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include "prose-private.h"

/* Figures that one selector offers. */
#define PE_PROSE_OFFERS 12

typedef struct pe_prose_offers
{
  guint32 items[PE_PROSE_OFFERS];
  guint8  ranks[PE_PROSE_OFFERS]; /* 0: the sentence says so; 1: likely; 2: possible */
  guint   n;
} pe_prose_offers;

pe_prose_item *pe_prose_item_at (const pe_prose_reading *self, guint32 index);
gboolean       pe_prose_is_amount (const pe_prose_item *item);
void           pe_prose_offer (pe_prose_offers *offers, guint32 item, guint rank);
/* The member of the last list before a figure that stands where this one stands in its own list. */
guint32 pe_prose_aligned (const pe_prose_reading *self, guint32 at, guint8 role);
/* The amount that the sentence speaks of at a figure. */
guint32 pe_prose_subject_like (const pe_prose_reading *self, guint32 at, const pe_prose_item *unit);
guint32 pe_prose_subject_of (const pe_prose_reading *self, guint32 at);
/* A、B…, 二者分别占T的p、q: the amounts that stand before as many percentages, where they are no list themselves. */
guint32 pe_prose_spread (const pe_prose_reading *self, guint32 at);
/* The nearest figure of a role between the subject and a figure. */
guint32           pe_prose_between (const pe_prose_reading *self, guint32 subject, guint32 at, guint8 role);
pe_prose_relation pe_prose_relation_of (gint32 kind, gint32 form, guint32 result, guint32 a, guint32 b);
/* Keeps a reading that fits; one that does not is an accusation where the caller says that nothing else can be meant. */
pe_status pe_prose_keep (pe_prose_reading *self, pe_prose_relation *relation, guint32 alternatives, gboolean accuse);
/* Keeps one that fits: what was to be computed may be something else. */
pe_status pe_prose_keep_fitting (pe_prose_reading *self, pe_prose_relation *relation, guint32 alternatives);
/* How many digits of a percentage tell something: 27 has two, 9.97 three, 100 none. */
guint pe_prose_digits_of (const pe_prose_item *item);

/* 占B的p: B stands right before the percentage. */
gboolean pe_prose_has_explicit_base (const pe_prose_reading *self, guint32 at);

/* The amount, in a sentence before, of which a former value is told. */
guint32 pe_prose_like_before (const pe_prose_reading *self, guint32 old);

/* The patterns of one role each, tried at a figure. */
pe_status pe_prose_share_read (pe_prose_reading *self, guint32 at);
pe_status pe_prose_growth_read (pe_prose_reading *self, guint32 at);
pe_status pe_prose_rate_read (pe_prose_reading *self, guint32 at);
pe_status pe_prose_excess_read (pe_prose_reading *self, guint32 at);
pe_status pe_prose_save_rate_read (pe_prose_reading *self, guint32 at);
/* When all figures were tried: shares beside shares, and what shares of one whole add up to. From that relation on. */
pe_status pe_prose_shares_read (pe_prose_reading *self, size_t from);
