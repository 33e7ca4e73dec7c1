/* prose-private.h - from the bytes of a report to the relations that its sentences state
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#pragma once

#include <glib.h>
#include <perfeval/prose.h>

#include "../base/vector-private.h"

/* prose-pattern.c: how much a caller may bring, and what of it can be read. */
#define PE_PROSE_WORDS 4096
#define PE_PROSE_PATTERNS 256
#define PE_PROSE_PHRASE_BYTES 64

/* Whether a text can be found in the flat text, which has no white space. */
gboolean pe_prose_is_phrase (const char *text);
/* How many operands a pattern of a kind and form has; FALSE: such a pattern is not read. */
gboolean pe_prose_get_arity (pe_relation_kind kind, pe_relation_form form, uint32_t *least, uint32_t *most);

/* The road of a text, one file each:
 *   prose-source.c    bytes to one flat line without white space, and where each byte stood
 *   prose-words.c     the words of the trade, with their marks
 *   prose-lexer.c     flat text to figures, words, stops and brackets
 *   prose-figure.c    what a digit run is: an amount, a count, a year, a document number
 *   prose-item.c      each figure's clause, subject and role
 *   prose-group.c     which figures are the parts of which total
 *   prose-rule.c      the patterns, tried at each figure; the readings compete
 *   prose-pair.c      one quantity printed twice; a target and what was reached
 * Each step is linear in the text: what looks back looks back over a fixed number of figures. */

/* How many figures a reading looks back over. A sentence with more is read as far as this. */
#define PE_PROSE_REACH 48
/* Most operands of one reading. */
#define PE_PROSE_OPERANDS 24
/* Characters of a noun phrase that are compared. */
#define PE_PROSE_SUBJECT 24
/* Words of its clause that a figure remembers. */
#define PE_PROSE_NEAR 4

/* What a word says of the figure that follows it. */
#define PE_MARK_PARTS (G_GUINT64_CONSTANT (1) << 0)     /* 其中, 包括: parts of the figure before follow */
#define PE_MARK_ALIGN (G_GUINT64_CONSTANT (1) << 1)     /* 分别: parallel lists */
#define PE_MARK_TOTAL (G_GUINT64_CONSTANT (1) << 2)     /* 共, 总额, 全年: a total */
#define PE_MARK_SUM (G_GUINT64_CONSTANT (1) << 3)       /* 合计: the sum of what stands before */
#define PE_MARK_SHARE (G_GUINT64_CONSTANT (1) << 4)     /* 占, 占比, 比重 */
#define PE_MARK_UP (G_GUINT64_CONSTANT (1) << 5)        /* 增长, 多 */
#define PE_MARK_DOWN (G_GUINT64_CONSTANT (1) << 6)      /* 下降, 减少, 少 */
#define PE_MARK_THAN (G_GUINT64_CONSTANT (1) << 7)      /* 比上年, 同比: compared with a former value */
#define PE_MARK_RATE (G_GUINT64_CONSTANT (1) << 8)      /* 率, 进度, 完成 */
#define PE_MARK_SAVERATE (G_GUINT64_CONSTANT (1) << 9)  /* 节约率 */
#define PE_MARK_SAVED (G_GUINT64_CONSTANT (1) << 10)    /* 节约 */
#define PE_MARK_LEFT (G_GUINT64_CONSTANT (1) << 11)     /* 结余 */
#define PE_MARK_BUDGET (G_GUINT64_CONSTANT (1) << 12)   /* 预算, 下达, 计划 */
#define PE_MARK_SPENT (G_GUINT64_CONSTANT (1) << 13)    /* 支出, 决算, 实际 */
#define PE_MARK_RECEIVED (G_GUINT64_CONSTANT (1) << 14) /* 到位 */
#define PE_MARK_TARGET (G_GUINT64_CONSTANT (1) << 15)   /* 目标值, 指标值 */
#define PE_MARK_DONE (G_GUINT64_CONSTANT (1) << 16)     /* 实际完成值 */
#define PE_MARK_FULL (G_GUINT64_CONSTANT (1) << 17)     /* 满分, 总分 */
#define PE_MARK_SCORE (G_GUINT64_CONSTANT (1) << 18)    /* 得分 */
#define PE_MARK_LOST (G_GUINT64_CONSTANT (1) << 19)     /* 扣 */
#define PE_MARK_GRADE (G_GUINT64_CONSTANT (1) << 20)    /* 等级为 */
#define PE_MARK_OPEN (G_GUINT64_CONSTANT (1) << 21)     /* 等, 主要: a list that does not claim to be whole */
#define PE_MARK_REST (G_GUINT64_CONSTANT (1) << 22)     /* 其他, 其余: the last of the parts */
#define PE_MARK_ALSO (G_GUINT64_CONSTANT (1) << 23)     /* 另有, 此外: outside of the parts */
#define PE_MARK_PLUS (G_GUINT64_CONSTANT (1) << 24)     /* 加上 */
#define PE_MARK_CUT (G_GUINT64_CONSTANT (1) << 25)      /* 按…分, 从…看: the same total in other parts */
#define PE_MARK_MIN (G_GUINT64_CONSTANT (1) << 26)      /* 不低于, 以上 */
#define PE_MARK_MAX (G_GUINT64_CONSTANT (1) << 27)      /* 不超过, 以内 */
#define PE_MARK_EACH (G_GUINT64_CONSTANT (1) << 28)     /* 每, 人均, 单价 */
#define PE_MARK_FROM (G_GUINT64_CONSTANT (1) << 29)     /* 由, 从, 上年: the former value itself */
#define PE_MARK_TO (G_GUINT64_CONSTANT (1) << 30)       /* 增加到, 达到: the new value itself */
#define PE_MARK_LINK (G_GUINT64_CONSTANT (1) << 31)     /* 为, 约, 了: between a word and its figure */
#define PE_MARK_OVER (G_GUINT64_CONSTANT (1) << 32)     /* 超过, 大于, 结余 the other way round */
#define PE_MARK_UNDER (G_GUINT64_CONSTANT (1) << 33)    /* 小于, 少于 */
#define PE_MARK_ALL (G_GUINT64_CONSTANT (1) << 34)      /* 均, 都: each of several is the same */
#define PE_MARK_WITHIN (G_GUINT64_CONSTANT (1) << 35)   /* 当中, 中: of what was just named, parts follow */
#define PE_MARK_EACHRATE (G_GUINT64_CONSTANT (1) << 36) /* 高于平均: compared with another rate */
#define PE_MARK_INCOME (G_GUINT64_CONSTANT (1) << 37)   /* 收入 */
#define PE_MARK_POINT (G_GUINT64_CONSTANT (1) << 38)    /* 百分点 */
#define PE_MARK_NOT (G_GUINT64_CONSTANT (1) << 39)      /* 名称中的 “占地”: looks like a mark and is none */
#define PE_MARK_AVERAGE (G_GUINT64_CONSTANT (1) << 40)  /* 平均 */

#define PE_MARK_GOALS (G_GUINT64_CONSTANT (1) << 41) /* 目标如下: what follows are targets */

#define PE_MARK_ETC (G_GUINT64_CONSTANT (1) << 42) /* 等: what was listed is not all */

#define PE_MARK_EXECUTION (G_GUINT64_CONSTANT (1) << 43) /* 执行率: of a budget, whatever the subject is called */
#define PE_MARK_ABOVE (G_GUINT64_CONSTANT (1) << 44)     /* 以上各项: all that stands before */

#define PE_MARK_SUFFIX (G_GUINT64_CONSTANT (1) << 45)  /* 以上, 以内: behind a figure */
#define PE_MARK_FORMER (G_GUINT64_CONSTANT (1) << 46)  /* 去年同期: of a former time */
#define PE_MARK_CONVERT (G_GUINT64_CONSTANT (1) << 47) /* 折合: the same in another unit */

#define PE_MARK_DIRECTION (PE_MARK_UP | PE_MARK_DOWN)

typedef struct pe_prose_entry
{
  const char *text;
  guint64     marks;
} pe_prose_entry;

extern const pe_prose_entry pe_prose_entrys[];
extern const guint          pe_prose_n_words;

/* A flat character, and the byte at which it began. */
typedef struct pe_prose_mark
{
  guint32 flat;
  guint32 byte;
} pe_prose_mark;

/* The flat text. Punctuation and digits of double width have become their ASCII twins, except the comma, which tells
 * a list from a thousand. Where each character stood is kept for one in some twenty: the way from there is walked again. */
typedef struct pe_prose_source
{
  const char *bytes; /* the caller's */
  size_t      n_bytes;
  pe_vector   text;  /* char */
  pe_vector   flags; /* guint8 for each: what was left out before it */
  pe_vector   marks; /* pe_prose_mark, ascending; the first character has one */
} pe_prose_source;

enum
{
  PE_GAP_SPACE = 1,
  PE_GAP_LINE = 2,
  PE_GAP_BLANK = 4, /* an empty line */
  PE_FLAT_DULL = 8  /* set by the lexer: a character of a word that names nothing */
};

pe_status pe_prose_source_read (pe_prose_source *self, const char *bytes, size_t size);
void      pe_prose_source_clear (pe_prose_source *self);
/* The bytes of the caller that flat positions from to end came from; both stand where characters begin. */
void pe_prose_source_range (const pe_prose_source *self, guint32 from, guint32 end, guint32 *offset, guint32 *length);
/* The length in bytes of the flat character at a position; the text is whole UTF-8. */
guint32  pe_prose_char_length (const pe_prose_source *self, guint32 at);
gboolean pe_prose_has (const pe_prose_source *self, guint32 at, const char *word);

/* Moves line and column, both from 1, on to a byte of the text that is not before the one that was counted last. */
typedef struct pe_prose_spot
{
  guint64 line;
  guint64 column;
  guint32 counted;
} pe_prose_spot;

#define PE_PROSE_SPOT_INIT { 1, 1, 0 }
void pe_prose_spot_move (pe_prose_spot *self, const char *bytes, guint32 offset);

/* Words by their bytes: what stands at a place is found in steps as many as it has bytes, however many words begin like it.
 * Node 0 is the root; the nodes below one stand side by side in the order of their bytes. */
typedef struct pe_prose_node
{
  guint64 marks; /* of the word that ends here; 0: none does */
  guint32 first;
  guint16 n;
  guint8  byte;
} pe_prose_node;

typedef struct pe_prose_trie
{
  pe_vector nodes; /* pe_prose_node */
} pe_prose_trie;

/* Sorts the words; those of one text share their marks. It is cleared by the caller, whatever comes back. */
pe_status pe_prose_trie_build (pe_prose_trie *self, pe_prose_entry *words, size_t n);
void      pe_prose_trie_clear (pe_prose_trie *self);
/* The node below a node for a byte; 0: none. Comparisons are counted where work is not NULL. */
guint32 pe_prose_trie_step (const pe_prose_trie *self, guint32 node, guint8 byte, guint64 *work);

/* The words of the trade and a caller's; the longest word at a place wins. */
pe_status pe_prose_lexicon_init (pe_prose_trie *self, const pe_prose_entry *more, size_t n_more);
/* The length of the word at a place, 0 where there is none. */
guint32 pe_prose_lexicon_find (const pe_prose_trie *self, const pe_prose_source *source, guint32 at, guint64 *marks,
                               guint64 *work);

typedef enum pe_prose_unit
{
  PE_PROSE_UNIT_BARE = 0,
  PE_PROSE_UNIT_MONEY,
  PE_PROSE_UNIT_PERCENT,    /* %, ‰ */
  PE_PROSE_UNIT_POINTS,     /* 百分点 */
  PE_PROSE_UNIT_SCORE,      /* 分 */
  PE_PROSE_UNIT_COUNT,      /* a counter: exact */
  PE_PROSE_UNIT_MEASURE,    /* 公里, 亩, 吨 */
  PE_PROSE_UNIT_PRICE,      /* 元/亩 */
  PE_PROSE_UNIT_WORD,       /* no number: a grade */
  PE_PROSE_UNIT_NO_QUANTITY /* a year, a date, a number of a document or a list */
} pe_prose_unit;

typedef enum pe_prose_role
{
  PE_ROLE_NONE = 0,
  PE_ROLE_AMOUNT,    /* an amount, a count */
  PE_ROLE_CHANGE,    /* by how much it rose or fell */
  PE_ROLE_OLD,       /* its former value */
  PE_ROLE_BASE,      /* the B of 占B的p */
  PE_ROLE_SHARE,     /* percent of a whole */
  PE_ROLE_GROWTH,    /* percent of change */
  PE_ROLE_RATE,      /* percent of a budget, a target */
  PE_ROLE_SAVE_RATE, /* 节约率 */
  PE_ROLE_SAVED,     /* 节约 */
  PE_ROLE_LEFT,      /* 结余 */
  PE_ROLE_TARGET,
  PE_ROLE_DONE,
  PE_ROLE_FULL,
  PE_ROLE_SCORE,
  PE_ROLE_LOST,
  PE_ROLE_GRADE,
  PE_ROLE_PRICE,
  PE_ROLE_OTHER, /* percent without a word that says of what */
  PE_N_ROLES
} pe_prose_role;

typedef enum pe_prose_token_kind
{
  PE_PROSE_TOKEN_WORD = 1,
  PE_PROSE_TOKEN_FIGURE,
  PE_PROSE_TOKEN_COMMA, /* ， , */
  PE_PROSE_TOKEN_PAUSE, /* 、 */
  PE_PROSE_TOKEN_SEMICOLON,
  PE_PROSE_TOKEN_COLON,
  PE_PROSE_TOKEN_STOP, /* 。！？ and the end of a paragraph */
  PE_PROSE_TOKEN_OPEN,
  PE_PROSE_TOKEN_CLOSE,
  PE_PROSE_TOKEN_LINE /* a line break inside a sentence */
} pe_prose_token_kind;

typedef struct pe_prose_token
{
  guint32 at;
  guint32 end;
  guint64 marks; /* a word's */
  guint32 item;  /* a figure's */
  guint32 kind;
} pe_prose_token;

/* A figure, as read and as understood. Positions are flat. */
typedef struct pe_prose_item
{
  guint32 at;
  guint32 number_end;
  guint32 end;
  gint64  coefficient;
  gint8   scale;
  gint8   exponent; /* 4 for 万 */
  guint8  unit;
  guint8  role;
  guint32 unit_at; /* the name of the unit after its power of ten, in the flat text */
  guint32 unit_end;
  gint8   direction; /* 1, -1 for a change; for a bound 1: at least, -1: at most */
  guint8  implied;   /* its unit was taken from its surroundings */
  guint8  depth;
  guint8  approximate;
  guint32 sentence;
  guint32 segment; /* of the document, between semicolons or stops */
  guint32 clause;  /* of the document, between commas, semicolons or stops */
  guint32 paragraph;
  guint32 bracket; /* the flat position of the bracket that holds it, plus 1; or 0 */
  guint32 owner;   /* the item before that bracket, or NONE */
  guint32 subject; /* the phrase before it */
  guint32 subject_end;
  guint32 noun_end;                /* the phrase after it ends here */
  guint32 clause_at;               /* where its own clause starts */
  guint64 bigrams;                 /* a signature of its phrases */
  guint64 lead;                    /* marks between the figure before and this one */
  guint64 own;                     /* marks of its own clause before it */
  guint64 near[PE_PROSE_NEAR];     /* marks of the last words of its clause before it, the nearest first */
  guint8  near_gap[PE_PROSE_NEAR]; /* characters between them and it, connectors aside */
  guint64 after;                   /* marks of the word right after it */
  guint64 next;  /* marks of all words after it, as far as the clause goes and no other figure stands */
  guint8  of;    /* 的 alone joins it to the figure before */
  guint8  goals; /* it stands where goals are set */
  guint8  open;  /* what follows it says that the list is not whole */
  guint32 list;  /* the number of its list, or 0 */
  guint16 list_at;
  guint16 list_n;
  guint32 total;     /* the item that this one is a part of, or NONE */
  guint32 group;     /* the number of the group, or 0 */
  guint32 peer;      /* the figure that it is measured by, plus 1; or 0 */
  guint32 goal;      /* the target that it is held against, plus 1; or 0 */
  guint32 claims;    /* in how many relations it stands */
  guint8  is_total;  /* parts of it were found */
  guint8  fits;      /* the parts of it that were found fit */
  guint8  is_result; /* a relation already says where it comes from */
} pe_prose_item;

#define PE_PROSE_NONE G_MAXUINT32

/* How well a reading fits. */
typedef enum pe_prose_fit
{
  PE_FIT_UNKNOWN = 0, /* too large to say, or a divisor of zero */
  PE_FIT_NOT,         /* impossible, even if the operands were rounded */
  PE_FIT_ROUNDED,     /* possible if the operands were rounded */
  PE_FIT_UP,          /* the printed digits come out by rounding up alone, which few reports do */
  PE_FIT_DOWN,        /* by truncation alone */
  PE_FIT_HALF,        /* by rounding half up */
  PE_FIT_EXACT
} pe_prose_fit;

typedef struct pe_prose_relation
{
  gint32  kind;
  gint32  form;
  guint32 result;
  guint32 n;
  guint32 operands[PE_PROSE_OPERANDS];
  gint8   signs[PE_PROSE_OPERANDS];
  guint32 pattern; /* the number of a caller's pattern, plus 1; or 0 */
  guint32 alternatives;
  guint8  fit; /* a pe_prose_fit */
  guint8  accused;
} pe_prose_relation;

/* A pattern of the caller's, checked and copied. */
typedef struct pe_prose_custom
{
  gint32      kind;
  gint32      form;
  gint32      reach;
  gboolean    strict;
  guint32     n_operands;
  const char *name; /* these live as long as the caller's arena */
  const char *result;
  const char *operands[PE_PROSE_PATTERN_OPERANDS];
  guint32     result_phrase; /* nodes of the phrases that are looked for */
  guint32     operand_phrases[PE_PROSE_PATTERN_OPERANDS];
} pe_prose_custom;

/* Operands that the caller's patterns look up in one text. Patterns that all have one result, with operands that are all there
 * and never fit, are tried at each figure: seconds for a report of a million figures, and no office needs them. */
#define PE_PROSE_CUSTOM_STEPS 50000000

/* Figures of one text. The longest of some fifty published reports has 350; what one may cost is bounded by how many there
 * are, and the worst that was found needs a tenth of a millisecond and four kilobytes for each. */
#define PE_PROSE_FIGURES 100000

/* What is told of each token as it is read; none is kept. */
typedef void (*pe_prose_hear) (void *listener, const pe_prose_token *token);

typedef struct pe_prose_reading
{
  pe_prose_source source;
  pe_prose_trie   lexicon;
  pe_vector       items;
  pe_vector       relations;
  pe_vector       customs; /* pe_prose_custom */
  pe_prose_hear   hear;    /* while tokens are read */
  void           *listener;
  guint32         last_kind; /* of the token before; 0: there was none */
  guint64         n_sentences;
  guint64         most_items; /* figures that are read; 0: all */
  guint32         stop_at;    /* of a limit: the flat text that passed it */
  guint32         stop_end;
  guint64         steps; /* of the caller's patterns */
  guint64        *work;  /* nullable: steps are counted there, for the tests */
} pe_prose_reading;

/* Reads a whole text: all the steps. The reading is cleared by the caller, whatever comes back. */
void      pe_prose_reading_init (pe_prose_reading *self);
pe_status pe_prose_reading_run (pe_prose_reading *self, const char *bytes, size_t size, const pe_prose_entry *words,
                                size_t n_words);
void      pe_prose_reading_clear (pe_prose_reading *self);
/* The name of the pattern of a relation, and what it says in a language. */
const char *pe_prose_pattern_name (const pe_prose_reading *self, const pe_prose_relation *relation);
const char *pe_prose_pattern_title (const pe_prose_relation *relation, pe_language language);
/* The marks of a public meaning, 0 for none. */
guint64 pe_prose_meaning_marks (pe_prose_meaning meaning);
/* PE_ERROR_LIMIT when the steps of the caller's patterns are used up. */
pe_status pe_prose_customs_read (pe_prose_reading *self);
/* Figures, with what they were read as, and relations, with the passages and readings, into an audit. */
pe_status pe_prose_fill (pe_audit_builder *builder, const pe_prose_reading *self, const char *file, pe_error **error);

/* Reads the tokens, each of which is told to whoever hears; figures are kept as items before that. */
pe_status pe_prose_lex (pe_prose_reading *self, pe_prose_hear hear, void *listener);
/* Reads the figure at a digit: its number, unit and whether it is a quantity at all. *end is where to go on. */
void      pe_prose_figure_read (const pe_prose_source *source, guint32 at, pe_prose_item *out, guint32 *end);
pe_status pe_prose_items_understand (pe_prose_reading *self);
void      pe_prose_roles_assign (pe_prose_reading *self);
pe_status pe_prose_groups_read (pe_prose_reading *self);
pe_status pe_prose_rules_read (pe_prose_reading *self);
pe_status pe_prose_names_read (pe_prose_reading *self);
pe_status pe_prose_pairs_read (pe_prose_reading *self);

/* Whether two figures can be added. */
gboolean pe_prose_same_unit (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b);
/* How many pairs of characters two phrases share. */
guint        pe_prose_likeness (const pe_prose_reading *self, const pe_prose_item *a, const pe_prose_item *b);
pe_prose_fit pe_prose_try (const pe_prose_reading *self, const pe_prose_relation *relation);
/* How many of the operands of a plain sum, from the first on and at least two, give its result exactly: the fewest. 0: none. */
guint32   pe_prose_try_fewest (const pe_prose_reading *self, const pe_prose_relation *relation);
pe_status pe_prose_relate (pe_prose_reading *self, const pe_prose_relation *relation);
