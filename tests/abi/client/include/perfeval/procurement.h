/* perfeval/procurement.h - what a unit bought, how, from whom and when
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_PROCUREMENT_H
#define PERFEVAL_PROCUREMENT_H

#include <perfeval/date.h>
#include <perfeval/digest.h>
#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file procurement.h
 * @brief Government procurement (政府采购): records, or a summary where only totals are known.
 *
 * Where both are there, the sums over the records must equal the summary.
 *
 * @code
 * pe_procurement_summary summary;
 * pe_procurement_builder *builder = NULL;
 * pe_procurement *procurement = NULL;
 * pe_figure reserved;
 * pe_procurement_summary_init (&summary, sizeof summary);
 * pe_figure_parse (&summary.reserved_for_sme, "258.83万元", 12, NULL);
 * pe_figure_parse (&summary.sme_contracts, "187.61万元", 12, NULL);
 * assert (pe_procurement_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_procurement_builder_set_summary (builder, &summary, NULL) == PE_OK);
 * assert (pe_procurement_builder_build (&procurement, builder, NULL, NULL) == PE_OK);
 * assert (pe_procurement_compute_total (&reserved, procurement, PE_PROCUREMENT_RESERVED_FOR_SME, NULL) == PE_OK);
 * assert (reserved.value.coefficient == 25883);
 * pe_procurement_builder_free (builder);
 * pe_procurement_unref (procurement);
 * @endcode
 */

/** The procurement of a year. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_procurement pe_procurement;

/** Procurement under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_procurement_builder pe_procurement_builder;

/** How something was bought. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_procurement_method;

/** Values of #pe_procurement_method. */
enum pe_procurement_method_value
{
  PE_METHOD_OPEN_TENDER    = 1, /**< 公开招标 */
  PE_METHOD_INVITED_TENDER = 2, /**< 邀请招标 */
  PE_METHOD_NEGOTIATION    = 3, /**< 竞争性谈判 */
  PE_METHOD_CONSULTATION   = 4, /**< 竞争性磋商 */
  PE_METHOD_SINGLE_SOURCE  = 5, /**< 单一来源 */
  PE_METHOD_INQUIRY        = 6, /**< 询价 */
  PE_METHOD_FRAMEWORK      = 7, /**< 框架协议 */
  PE_METHOD_OTHER          = 8  /**< Any other, e.g. an electronic mall. */
};

/** What was bought. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_procurement_category;

/** Values of #pe_procurement_category. */
enum pe_procurement_category_value
{
  PE_PROCUREMENT_GOODS    = 1, /**< 货物 */
  PE_PROCUREMENT_WORKS    = 2, /**< 工程 */
  PE_PROCUREMENT_SERVICES = 3  /**< 服务 */
};

/** The size of a supplier. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_supplier_size;

/** Values of #pe_supplier_size. Micro, small and medium together are 中小企业. */
enum pe_supplier_size_value
{
  PE_SUPPLIER_MICRO  = 1, /**< 微型企业 */
  PE_SUPPLIER_SMALL  = 2, /**< 小型企业 */
  PE_SUPPLIER_MEDIUM = 3, /**< 中型企业 */
  PE_SUPPLIER_LARGE  = 4  /**< 大型企业, and every supplier that is not a 中小企业. */
};

/** How something is reserved for small and medium firms (预留方式). Stored as int32_t. Since: 1.0 */
typedef int32_t pe_reserve_mode;

/** Values of #pe_reserve_mode: the four ways of the rules on procurement from small and medium firms (财库〔2020〕46号). */
enum pe_reserve_mode_value
{
  PE_RESERVE_WHOLE       = 1, /**< 整体预留: the whole procurement. */
  PE_RESERVE_LOT         = 2, /**< 设置采购包: a lot of it. */
  PE_RESERVE_CONSORTIUM  = 3, /**< 要求联合体: bidders join with such firms. */
  PE_RESERVE_SUBCONTRACT = 4  /**< 要求分包: the winner passes a part on to such firms. */
};

/** A total over the procurement of a year. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_procurement_total;

/** Values of #pe_procurement_total. */
enum pe_procurement_total_value
{
  PE_PROCUREMENT_BUDGET           = 1, /**< 采购预算金额 */
  PE_PROCUREMENT_RESERVED_FOR_SME = 2, /**< 预留中小企业份额 */
  PE_PROCUREMENT_CONTRACTS        = 3, /**< 采购合同金额 */
  PE_PROCUREMENT_SME_CONTRACTS    = 4  /**< 面向中小企业采购合同金额 */
};

/** One procurement, given to a builder (texts copied) or read (texts borrowed). Since: 1.0 */
typedef struct pe_procurement_record
{
  uint32_t                struct_size;      /**< Set by pe_procurement_record_init(). */
  pe_procurement_method   method;           /**< 0 when not known. */
  pe_procurement_category category;         /**< 0 when not known. */
  pe_supplier_size        supplier_size;    /**< 0 when not known or not awarded. */
  const char             *name;             /**< Required. UTF-8: what was bought. */
  const char             *number;           /**< Nullable. UTF-8: the office's own number. */
  pe_figure               budget;           /**< In money; may be missing. */
  pe_figure               reserved_for_sme; /**< In money; may be missing; not above the budget. */
  pe_figure               contract;         /**< In money; missing until a contract is signed. */
  pe_date                 intent;           /**< 采购意向公开; 0 when none. */
  pe_date                 start;            /**< 采购活动开始; 0 when none. */
  pe_date                 award;            /**< 中标（成交）通知; 0 when none. */
  pe_date                 signing;          /**< 合同签订; 0 when none. */
  pe_date                 publication;      /**< 合同公告; 0 when none. */
  pe_date                 filing;           /**< 合同备案; 0 when none. */
  pe_reserve_mode         reserve_mode;     /**< 0 when nothing is reserved, or not known how. */
  pe_date                 acceptance;       /**< 履约验收; 0 when none. */
  pe_figure               awarded;          /**< 中标（成交）金额, in money; may be missing. */
  pe_figure
      contract_sme; /**< What of the contract goes to 中小企业 through a consortium or subcontract, in money; missing: by
                               the supplier's size. Not above the contract. */
  const char *supplier;         /**< Nullable. UTF-8: who won it. */
  const char *intent_exemption; /**< Nullable. UTF-8: why its intent need not be published (e.g. 不可预见的紧急情况). */
  const char *publication_exemption; /**< Nullable. UTF-8: why its contract need not be published (e.g. 国家秘密). */
  const char *reserve_exemption;     /**< Nullable. UTF-8: why nothing need be reserved of it. */
} pe_procurement_record;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_procurement_record_init (pe_procurement_record *self, uint32_t struct_size);

/** One payment on a contract, given to a builder or read. Since: 1.0 */
typedef struct pe_payment
{
  uint32_t  struct_size; /**< Set by pe_payment_init(). */
  uint32_t  record;      /**< Required: the number of the #pe_procurement_record, from 1 in the order of adding. */
  pe_date   due;         /**< 约定付款日期; 0 where none is agreed. */
  pe_date   paid;        /**< 实际付款日期; 0 when not paid yet. */
  pe_figure amount;      /**< 付款金额, in money; may be missing. */
} pe_payment;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_payment_init (pe_payment *self, uint32_t struct_size);

/** Totals, where the records themselves are not at hand. Since: 1.0 */
typedef struct pe_procurement_summary
{
  uint32_t  struct_size;      /**< Set by pe_procurement_summary_init(). */
  uint32_t  reserved;         /**< 0. */
  pe_figure budget;           /**< In money; may be missing. */
  pe_figure reserved_for_sme; /**< In money; may be missing. */
  pe_figure contracts;        /**< In money; may be missing. */
  pe_figure sme_contracts;    /**< In money; may be missing. */
} pe_procurement_summary;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_procurement_summary_init (pe_procurement_summary *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_procurement_builder_free()
 * @param      from   nullable; what to start from, copied
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p out is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_builder_new (pe_procurement_builder **out, const pe_procurement *from, pe_error **error);

/**
 * Adds records, all of them or none.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this table
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a member is missing or out of range
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_INVALID_UTF8      a text is not UTF-8
 * @retval PE_ERROR_TEXT_EMPTY        a required text is empty
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_STATE_CONFLICT    a figure has a value without the state for it, or a state that a figure cannot have
 * @retval PE_ERROR_DATE_RANGE        a date is no day
 * @retval PE_ERROR_LIMIT_TEXT        a text is longer than 1,048,576 bytes
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 records
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_builder_add_many (pe_procurement_builder *self, const pe_procurement_record *items, size_t n,
                                           pe_error **error);

/**
 * Adds payments, all of them or none. The records that they belong to have to be there when the object is built.
 *
 * @param      self   a builder
 * @param      items  copied; the stride is the first element's struct_size
 * @param      n      how many; 0 adds nothing
 * @param[out] error  nullable; an owned error on failure, its place counting from the first of this table
 *
 * @retval PE_OK                      they are added
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL, or a payment has no record
 * @retval PE_ERROR_UNSUPPORTED       an element is newer than this library
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_STATE_CONFLICT    a figure has a value without the state for it, or a state that a figure cannot have
 * @retval PE_ERROR_DATE_RANGE        a date is no day
 * @retval PE_ERROR_LIMIT_ITEMS       there would be more than 4,294,967,294 payments
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_builder_add_payments (pe_procurement_builder *self, const pe_payment *items, size_t n,
                                               pe_error **error);

/**
 * Sets the summary.
 *
 * @param      self     a builder
 * @param      summary  copied; replaces an earlier one
 * @param[out] error    nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or a member is out of range
 * @retval PE_ERROR_UNSUPPORTED       @p summary is newer than this library
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_STATE_CONFLICT    a figure has a value without the state for it, or a state that a figure cannot have
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_builder_set_summary (pe_procurement_builder *self, const pe_procurement_summary *summary,
                                              pe_error **error);

/**
 * Checks the records against each other and the summary, and makes the object.
 *
 * @param[out] out       owned: pe_procurement_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure
 * @param[out] error     nullable; an owned error on failure, the first of the findings of severity error
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_SUM_MISMATCH      the records do not add up to the summary, a reserve exceeds its budget, or the
 *                                    part of small and medium firms its contract
 * @retval PE_ERROR_DATE_ORDER        a record's dates are not in the order intent, start, award, signing, then
 *                                    publication, filing and acceptance
 * @retval PE_ERROR_REFERENCE_UNKNOWN  a payment belongs to a record that there is not
 * @retval PE_ERROR_OVERFLOW          a sum does not fit
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_builder_build (pe_procurement **out, const pe_procurement_builder *self,
                                        pe_findings **findings, pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_procurement_builder_free (pe_procurement_builder *self);

/**
 * How many records there are.
 * @param self  procurement, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_procurement_get_n_records (const pe_procurement *self);

/**
 * Reads a record by index.
 *
 * @param[out]    out    filled; out->struct_size says how much of it the caller knows. Texts are borrowed from @p self
 * @param         self   the object
 * @param         index  from 0
 * @param[out]    error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_get_record (pe_procurement_record *out, const pe_procurement *self, size_t index,
                                     pe_error **error);

/**
 * How many payments there are.
 * @param self  procurement, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_procurement_get_n_payments (const pe_procurement *self);

/**
 * Reads a payment by index: those of one record follow each other, in the order of adding, records in theirs.
 *
 * @param[out]    out    filled; out->struct_size says how much of it the caller knows
 * @param         self   the object
 * @param         index  from 0
 * @param[out]    error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 * @retval PE_ERROR_NOT_FOUND         @p index is past the end
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_get_payment (pe_payment *out, const pe_procurement *self, size_t index, pe_error **error);

/**
 * Reads the summary as it was given: all missing where there was none.
 *
 * @param[out] out    filled as far as out->struct_size says
 * @param      self   procurement
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is filled
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or `_init` was not called
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_get_summary (pe_procurement_summary *out, const pe_procurement *self, pe_error **error);

/**
 * A total over the year: from the records where every record has the amount
 * (and, for contracts with small firms, the supplier's size), else from the
 * summary, else missing. Records without a contract amount do not count as
 * missing in the contract totals as long as they have no signing date. What goes
 * to small and medium firms is pe_procurement_record::contract_sme where it is
 * said, else the contract with a supplier of that size.
 *
 * @param[out] out    the total; missing when it cannot be known
 * @param      self   procurement
 * @param      total  a #pe_procurement_total
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL or out of range
 * @retval PE_ERROR_OVERFLOW          the sum does not fit
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_procurement_compute_total (pe_figure *out, const pe_procurement *self, pe_procurement_total total,
                                        pe_error **error);

/**
 * The digest of the content, source places left out.
 * @param      self  a procurement
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_procurement_get_digest (const pe_procurement *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  a procurement, nullable
 * @param b  a procurement, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_procurement_is_equal (const pe_procurement *a, const pe_procurement *b);

/**
 * Takes one more reference.
 * @param self  a procurement, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_procurement *pe_procurement_ref (pe_procurement *self);

/**
 * Gives one reference back; the last one frees the procurement.
 * @param self  a procurement, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_procurement_unref (pe_procurement *self);

PE_END_DECLS

#endif /* PERFEVAL_PROCUREMENT_H */
