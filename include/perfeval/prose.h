/* perfeval/prose.h - reading the relations that the sentences of a Chinese report state
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PROSE_H
#define PERFEVAL_PROSE_H

#include <perfeval/audit.h>

PE_BEGIN_DECLS

/**
 * @file prose.h
 * @brief The reader of report prose (文字报告): text in, an audit of its figures out.
 *
 * The reader finds the figures of a Chinese text and the relations that its
 * sentences state (其中, 占, 比上年增长, 执行率, 合计, 满分…得…扣…), and audits
 * them (perfeval/audit.h). Each relation says where its passage stands and how
 * the passage was read, so that a person can disagree.
 *
 * @code
 * // part of the project spending of a bureau: the rate is truncated, not rounded
 * static const char text[] =
 *   "\xe5\x85\xa8\xe5\xb9\xb4\xe9\xa2\x84\xe7\xae\x97 2,155.61 \xe4\xb8\x87\xe5\x85\x83\xef\xbc\x8c" // 全年预算 2,155.61 万元，
 *   "\xe6\x94\xaf\xe5\x87\xba 2,149.56 \xe4\xb8\x87\xe5\x85\x83\xef\xbc\x8c"                         // 支出 2,149.56 万元，
 *   "\xe6\x89\xa7\xe8\xa1\x8c\xe7\x8e\x87 99.71%\xe3\x80\x82";                                       // 执行率 99.71%。
 * pe_prose *prose = NULL;
 * pe_prose_summary summary;
 * pe_verdict verdict;
 * assert (pe_prose_read (&prose, text, sizeof text - 1, NULL, NULL) == PE_OK);
 * pe_prose_summary_init (&summary, sizeof summary);
 * assert (pe_prose_get_summary (&summary, prose, NULL) == PE_OK);
 * assert (summary.n_figures == 3 && summary.n_related == 3 && summary.n_relations == 1);
 * pe_verdict_init (&verdict, sizeof verdict);
 * assert (pe_audit_get_verdict (&verdict, pe_prose_get_audit (prose), 0, NULL) == PE_OK);
 * assert (verdict.as_printed == PE_MODE_DOWN);
 * pe_prose_unref (prose);
 * @endcode
 *
 * @par What is read, and what is not
 * A reading is kept where the words of the sentence call for it. Of several
 * that they allow, the one under which the figures agree is taken, the nearest
 * first; figures that agree without such words are not related. A reading
 * that fails is kept only where the sentence allows no other, and is then a
 * contradiction; elsewhere the figures are left alone and counted
 * (pe_prose_summary::n_left). docs/prose.md describes the language that is
 * understood, and how often it is understood rightly.
 *
 * @par Claims and relations
 * The claims of the audit are all figures of the text that are quantities, in
 * their order, with the names of listed things and grades behind them; their
 * bytes count in the text that was read, as do the passages of the relations.
 *
 * @par Life cycle
 * A pe_prose is immutable and reference counted; any number of threads may use
 * one. Time and memory are linear in the text.
 */

/** A text that was read. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_prose pe_prose;

/** What a word says of the figure that follows it. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_prose_meaning;

/** Values of #pe_prose_meaning. */
enum pe_prose_meaning_value
{
  PE_PROSE_PARTS     = 1,  /**< 其中: parts of the figure before follow. */
  PE_PROSE_TOTAL     = 2,  /**< 共, 总额: a total. */
  PE_PROSE_SUM       = 3,  /**< 合计: the sum of what stands before. */
  PE_PROSE_SHARE     = 4,  /**< 占: a share of a whole. */
  PE_PROSE_RISE      = 5,  /**< 增长: by how much it rose. */
  PE_PROSE_FALL      = 6,  /**< 下降: by how much it fell. */
  PE_PROSE_COMPARED  = 7,  /**< 比上年: compared with a former value. */
  PE_PROSE_FORMER    = 8,  /**< 上年: the former value itself. */
  PE_PROSE_RATE      = 9,  /**< 率: a rate of something that its name tells. */
  PE_PROSE_EXECUTION = 10, /**< 执行率: a rate of what was spent, or done, to what was planned. */
  PE_PROSE_SAVE_RATE = 11, /**< 节约率: a rate of what was saved. */
  PE_PROSE_SAVED     = 12, /**< 节约: what was saved. */
  PE_PROSE_LEFT      = 13, /**< 结余: what was left. */
  PE_PROSE_PLANNED   = 14, /**< 预算: what was planned. */
  PE_PROSE_SPENT     = 15, /**< 支出: what was spent. */
  PE_PROSE_RECEIVED  = 16, /**< 到位: what was received. */
  PE_PROSE_TARGET    = 17, /**< 指标值: a target. */
  PE_PROSE_REACHED   = 18, /**< 实际完成值: what was reached. */
  PE_PROSE_FULL      = 19, /**< 满分: full marks. */
  PE_PROSE_SCORE     = 20, /**< 得分: a score. */
  PE_PROSE_LOST      = 21, /**< 扣: points lost. */
  PE_PROSE_GRADE     = 22, /**< 等级为: a grade follows. */
  PE_PROSE_EACH      = 23, /**< 每, 单价: so much for each. */
  PE_PROSE_NOTHING   = 24  /**< A word that looks like one of these and says nothing: 占地. */
};

/** A word of the caller's, beside those that the reader knows. Since: 1.0 */
typedef struct pe_prose_word
{
  uint32_t         struct_size; /**< Set by pe_prose_word_init(). */
  pe_prose_meaning meaning;     /**< Required. */
  const char      *text; /**< Required. UTF-8, 1 to 64 bytes without white space, copied. The longest word at a place
                                     counts; one that the reader knows means both. */
} pe_prose_word;

/** How far from its result the operands of a pattern may stand. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_prose_reach;

/** Values of #pe_prose_reach. */
enum pe_prose_reach_value
{
  PE_PROSE_SENTENCE  = 1, /**< In its sentence, before it. */
  PE_PROSE_PARAGRAPH = 2, /**< In its paragraph, before it. */
  PE_PROSE_TEXT      = 3  /**< Anywhere within the 48 figures before or behind it, the nearest first. */
};

/** Most operands of a pattern. */
#define PE_PROSE_PATTERN_OPERANDS 8

/** A pattern of the caller's: a figure behind one phrase follows from the figures behind others. Since: 1.0 */
typedef struct pe_prose_pattern
{
  uint32_t         struct_size; /**< Set by pe_prose_pattern_init(). */
  pe_relation_kind kind;        /**< Required: a kind that is computed from figures, no #PE_RELATION_GRADE. */
  pe_relation_form form;        /**< 0: plain. */
  pe_prose_reach   reach;       /**< Default: #PE_PROSE_SENTENCE. */
  int32_t     is_strict;   /**< 1: where the operands are found and do not fit, it is a contradiction; 0 (default): it
                                     was then not meant. */
  uint32_t    n_operands;  /**< 1 to #PE_PROSE_PATTERN_OPERANDS. */
  const char *name;        /**< Required. UTF-8, copied: what the reading is called. */
  const char *result;      /**< Required. UTF-8: the phrase in the clause before the result, e.g. "人均". */
  const char *operands[8]; /**< The phrases before the operands, in the order of their roles. */
} pe_prose_pattern;

/** How to read. Since: 1.0 */
typedef struct pe_prose_options
{
  uint32_t                struct_size; /**< Set by pe_prose_options_init(). */
  uint32_t                reserved;    /**< 0. */
  const char             *file;        /**< Nullable. UTF-8, copied: the file of the text, for places. */
  const pe_prose_word    *words;       /**< Nullable: an array of @ref n_words; copied. */
  size_t                  n_words;     /**< At most 4,096. */
  const pe_prose_pattern *patterns; /**< Nullable: an array of @ref n_patterns, tried in their order before the reader's
                                            own; copied. */
  size_t                  n_patterns; /**< At most 256. */
  const pe_audit_options
      *audit; /**< Nullable: the defaults. Its limits bound the text: bytes, and items for figures, of which there are
                                     100,000 at most. */
} pe_prose_options;

/** Counts over a text. Since: 1.0 */
typedef struct pe_prose_summary
{
  uint32_t struct_size;  /**< Set by pe_prose_summary_init(). */
  uint32_t reserved;     /**< 0. */
  uint64_t n_figures;    /**< Figures that are quantities. */
  uint64_t n_related;    /**< Of them: in a relation. */
  uint64_t n_left;       /**< The others: what they have to do with one another was not understood, or nothing. */
  uint64_t n_skipped;    /**< Digits that are no quantities: years, dates, numbers of documents and of lists. */
  uint64_t n_relations;  /**< Relations that were read. */
  uint64_t n_accused;    /**< Of them: readings that do not fit where the sentence allows no other. */
  uint64_t n_sentences;  /**< Sentences. */
  uint64_t n_characters; /**< Characters, white space left out. */
} pe_prose_summary;

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_options_init (pe_prose_options *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_word_init (pe_prose_word *self, uint32_t struct_size);

/**
 * Fills @p self with the defaults and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_pattern_init (pe_prose_pattern *self, uint32_t struct_size);

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_summary_init (pe_prose_summary *self, uint32_t struct_size);

/**
 * Reads a text and audits what its sentences state.
 *
 * @param[out] out      owned: pe_prose_unref()
 * @param      text     UTF-8 of @p size bytes, not kept; NULL with 0. Other encodings are turned into UTF-8 before
 * @param      size     its bytes
 * @param      options  nullable: the defaults
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range, a word or phrase is empty, too long or holds
 *                                    white space; the place says which
 * @retval PE_ERROR_UNSUPPORTED       a structure is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      the text, a word or a phrase is not UTF-8
 * @retval PE_ERROR_LIMIT_BYTES       the text is longer than pe_limits::bytes, or 4 GiB
 * @retval PE_ERROR_LIMIT_ITEMS       more than 100,000 figures, or more than pe_limits::items; the place is that of the
 *                                    first beyond
 * @retval PE_ERROR_LIMIT             more than 50,000,000 operands of patterns were looked up; the place is that of the
 *                                    figure at which they were used up
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_prose_read (pe_prose **out, const char *text, size_t size, const pe_prose_options *options,
                         pe_error **error);

/**
 * Takes one more reference.
 * @param self  a text that was read, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_prose *pe_prose_ref (pe_prose *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  a text that was read, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_prose_unref (pe_prose *self);

/**
 * The audit of the text: its figures as claims, the relations with passage and reading, the verdicts and the findings.
 * @param self  a text that was read, nullable
 * @return borrowed; NULL when @p self is NULL
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const pe_audit *pe_prose_get_audit (const pe_prose *self);

/**
 * Counts over the text: what was understood, and what was not.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   a text that was read
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or pe_prose_summary_init() was not called
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_prose_get_summary (pe_prose_summary *out, const pe_prose *self, pe_error **error);

/**
 * Whether a figure stands in a relation.
 * @param self   a text that was read, nullable
 * @param claim  the index of the figure among the audit's claims
 * @return 1 when it does, 0 when it was left alone or does not exist
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_prose_is_related (const pe_prose *self, size_t claim);

/**
 * The name of the pattern under which a relation was read, e.g. "share-of-whole"; docs/prose.md lists them.
 * @param self      a text that was read, nullable
 * @param relation  the index of the relation in the audit
 * @return UTF-8, borrowed from @p self; NULL when there is no such relation
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
const char *pe_prose_get_pattern (const pe_prose *self, size_t relation);

PE_END_DECLS

#endif /* PERFEVAL_PROSE_H */
