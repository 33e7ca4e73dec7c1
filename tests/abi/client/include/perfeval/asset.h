/* perfeval/asset.h - what a unit owns by its books, and what was found
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#ifndef PERFEVAL_ASSET_H
#define PERFEVAL_ASSET_H

#include <perfeval/date.h>
#include <perfeval/digest.h>
#include <perfeval/figure.h>

PE_BEGIN_DECLS

/**
 * @file asset.h
 * @brief Assets (资产): a record a card, by the books and by the last stocktake.
 *
 * What was found may differ from the books: that is not an error of the records but
 * what they are for (账实相符).
 *
 * @code
 * pe_asset_record desk;
 * pe_assets_builder *builder = NULL;
 * pe_assets *assets = NULL;
 * pe_asset_record_init (&desk, sizeof desk);
 * desk.name = "办公桌";
 * desk.use = PE_ASSET_IN_USE;
 * pe_figure_parse (&desk.book_count, "10", 2, NULL);
 * pe_figure_parse (&desk.found_count, "9", 1, NULL);
 * desk.difference_reason = "一张已报废，待核销";
 * assert (pe_assets_builder_new (&builder, NULL, NULL) == PE_OK);
 * assert (pe_assets_builder_add_many (builder, &desk, 1, NULL) == PE_OK);
 * assert (pe_assets_builder_set_stocktake (builder, 20231130, NULL) == PE_OK);
 * assert (pe_assets_builder_build (&assets, builder, NULL, NULL) == PE_OK);
 * assert (pe_assets_get_stocktake (assets) == 20231130);
 * pe_assets_builder_free (builder);
 * pe_assets_unref (assets);
 * @endcode
 */

/** The assets of a unit at the end of a year. Opaque, immutable, reference counted. Since: 1.0 */
typedef struct pe_assets pe_assets;

/** Assets under construction; belongs to one thread. Since: 1.0 */
typedef struct pe_assets_builder pe_assets_builder;

/** What an asset is. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_asset_category;

/** Values of #pe_asset_category. */
enum pe_asset_category_value
{
  PE_ASSET_BUILDINGS  = 1, /**< 房屋和构筑物 */
  PE_ASSET_EQUIPMENT  = 2, /**< 设备 */
  PE_ASSET_VEHICLES   = 3, /**< 车辆 */
  PE_ASSET_FURNITURE  = 4, /**< 家具和用具 */
  PE_ASSET_BOOKS      = 5, /**< 图书和档案 */
  PE_ASSET_INTANGIBLE = 6, /**< 无形资产 */
  PE_ASSET_OTHER      = 7  /**< 其他 */
};

/** What an asset is used for. Stored as int32_t. Since: 1.0 */
typedef int32_t pe_asset_use;

/** Values of #pe_asset_use. */
enum pe_asset_use_value
{
  PE_ASSET_IN_USE            = 1, /**< 在用 */
  PE_ASSET_IDLE              = 2, /**< 闲置 */
  PE_ASSET_LET               = 3, /**< 出租出借 */
  PE_ASSET_AWAITING_DISPOSAL = 4  /**< 待处置 */
};

/** One card, given to a builder (texts copied) or read (texts borrowed). Since: 1.0 */
typedef struct pe_asset_record
{
  uint32_t          struct_size;       /**< Set by pe_asset_record_init(). */
  pe_asset_category category;          /**< 0 when not known. */
  pe_asset_use      use;               /**< 0 when not known. */
  pe_date           acquired;          /**< 取得日期; 0 when not known. */
  const char       *name;              /**< Required. UTF-8. */
  const char       *number;            /**< Nullable. UTF-8: 卡片编号. */
  const char       *difference_reason; /**< Nullable. UTF-8: why books and stocktake differ. */
  pe_figure         book_count;        /**< 账面数量, a whole number; may be missing. */
  pe_figure         found_count;       /**< 实盘数量; missing when not counted. */
  pe_figure         book_value;        /**< 账面价值, in money; may be missing. */
  pe_figure         found_value;       /**< 实盘价值; missing when not counted. */
} pe_asset_record;

/**
 * Fills @p self with zeros and its size.
 * @param self         what to fill
 * @param struct_size  `sizeof *self` as the caller compiled it
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_asset_record_init (pe_asset_record *self, uint32_t struct_size);

/**
 * Starts a builder, empty or from an existing object.
 *
 * @param[out] out    owned: pe_assets_builder_free()
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
pe_status pe_assets_builder_new (pe_assets_builder **out, const pe_assets *from, pe_error **error);

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
 * @retval PE_ERROR_UNIT_MISMATCH     an amount is not in 元, 万元 or 亿元, or a count in another unit than 个
 * @retval PE_ERROR_NEGATIVE_AMOUNT   an amount is below zero
 * @retval PE_ERROR_COUNT_INVALID     a count is negative or not whole
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
pe_status pe_assets_builder_add_many (pe_assets_builder *self, const pe_asset_record *items, size_t n,
                                      pe_error **error);

/**
 * Says when the last stocktake (盘点) was.
 *
 * @param      self   a builder
 * @param      date   the day; 0 when it is not known
 * @param[out] error  nullable; an owned error on failure
 *
 * @retval PE_OK                      it is set
 * @retval PE_ERROR_INVALID_ARGUMENT  @p self is NULL
 * @retval PE_ERROR_DATE_RANGE        @p date is no day
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_assets_builder_set_stocktake (pe_assets_builder *self, pe_date date, pe_error **error);

/**
 * Makes the object. The builder can go on afterwards.
 *
 * @param[out] out       owned: pe_assets_unref()
 * @param      self      a builder
 * @param[out] findings  nullable; an owned list, also on failure: #PE_NOTE_ASSET_DIFFERENCE where books and stocktake
 *                       differ without a reason
 * @param[out] error     nullable; an owned error on failure
 *
 * @retval PE_OK                      @p out is set
 * @retval PE_ERROR_INVALID_ARGUMENT  an argument is NULL
 * @retval PE_ERROR_NO_MEMORY         memory ran out
 *
 * @return a #pe_status
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_status pe_assets_builder_build (pe_assets **out, const pe_assets_builder *self, pe_findings **findings,
                                   pe_error **error);

/**
 * Frees a builder; what it built stays.
 * @param self  a builder, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_assets_builder_free (pe_assets_builder *self);

/**
 * How many records there are.
 * @param self  assets, nullable
 * @return the number
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
size_t pe_assets_get_n_records (const pe_assets *self);

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
pe_status pe_assets_get_record (pe_asset_record *out, const pe_assets *self, size_t index, pe_error **error);

/**
 * When the last stocktake was.
 * @param self  assets, nullable
 * @return the day; 0 when it is not known
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_date pe_assets_get_stocktake (const pe_assets *self);

/**
 * The digest of the content, source places left out.
 * @param      self  assets
 * @param[out] out   #PE_DIGEST_SIZE bytes
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_assets_get_digest (const pe_assets *self, uint8_t *out);

/**
 * Whether two have the same content, digit for digit as written.
 * @param a  assets, nullable
 * @param b  assets, nullable
 * @return 1 when their digests are equal or both are NULL, else 0
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
int32_t pe_assets_is_equal (const pe_assets *a, const pe_assets *b);

/**
 * Takes one more reference.
 * @param self  assets, nullable
 * @return @p self, owned
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
pe_assets *pe_assets_ref (pe_assets *self);

/**
 * Gives one reference back; the last one frees it.
 * @param self  assets, nullable: NULL does nothing
 *
 * Since: 1.0
 */
PE_AVAILABLE_IN_1_0
void pe_assets_unref (pe_assets *self);

PE_END_DECLS

#endif /* PERFEVAL_ASSET_H */
