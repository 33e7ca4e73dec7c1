/* threshold.c - what the rules of procurement ask for, by place and date
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <perfeval/threshold.h>

#include <glib.h>
#include <string.h>

#include "../base/date-private.h"
#include "../base/finding-private.h"
#include "../base/struct-private.h"
#include "intake-private.h"

#define VALUE(number, unit) { { number, 0, 0 }, PE_STATE_VALUE, PE_UNIT_##unit }
#define ONE_VALUE { { 0, 0, 0 }, PE_STATE_MISSING, PE_UNIT_NONE }

#define RULES_46 "《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）"
#define NOTICE_2022 "2022 年关于进一步加大政府采购支持中小企业力度的通知"
#define PAGE_46 "http://gsdjw.com/news/cj/241084.html"
#define PAGE_46_TRADE "https://caigou2003.com/web/news/20220310/554333327704719360.html"
#define PAGE_SHANTING "http://www.shanting.gov.cn/zwgk/zwgkzt/yhyshj/zcwj/blpc/202212/t20221222_1588572.html"
#define PAGE_2022 "https://wallstreetcn.com/livenews/2193451"

/* The days on which the rules and the notice came into force were written from memory, whatever was read of their content. */
#define FROM_46 PE_EVIDENCE_PUBLISHED, PE_EVIDENCE_MEMORY, 0, 20210101, 0
#define FROM_46_TO_NOTICE PE_EVIDENCE_PUBLISHED, PE_EVIDENCE_MEMORY, 0, 20210101, 20220630
#define FROM_NOTICE PE_EVIDENCE_PUBLISHED, PE_EVIDENCE_MEMORY, 0, 20220701, 0
#define SHANTING PE_EVIDENCE_PUBLISHED, PE_EVIDENCE_SECONDARY, 0, 20221222, 0

static const pe_threshold thresholds[] = {
  { 0, FROM_46, VALUE (200, WAN_YUAN), ONE_VALUE, "sme.goods_services_limit", NULL, "货物、服务项目全部预留的上限",
    "goods and services up to which all is reserved", RULES_46, PAGE_46 },
  { 0, FROM_46, VALUE (400, WAN_YUAN), ONE_VALUE, "sme.works_limit", NULL, "工程项目全部预留的上限",
    "works up to which all is reserved", RULES_46, PAGE_46 },
  { 0, FROM_46, VALUE (30, PERCENT), ONE_VALUE, "sme.reserve_share", NULL, "超过上限部分的预留比例（不低于）",
    "share reserved of what lies above, at least", RULES_46, PAGE_46_TRADE },
  { 0, SHANTING, VALUE (40, PERCENT), ONE_VALUE, "sme.reserve_share", "山东省枣庄市山亭区",
    "超过上限部分的预留比例（不低于）", "share reserved of what lies above, at least", "山亭区惠企政策",
    PAGE_SHANTING },
  { 0, FROM_46, VALUE (60, PERCENT), ONE_VALUE, "sme.small_micro_share", NULL, "预留份额中小微企业比例（不低于）",
    "share of small and micro firms in the reserve, at least", RULES_46, PAGE_46_TRADE },
  { 0, SHANTING, VALUE (70, PERCENT), ONE_VALUE, "sme.small_micro_share", "山东省枣庄市山亭区",
    "预留份额中小微企业比例（不低于）", "share of small and micro firms in the reserve, at least", "山亭区惠企政策",
    PAGE_SHANTING },
  { 0, FROM_46_TO_NOTICE, VALUE (6, PERCENT), VALUE (10, PERCENT), "sme.discount_goods_services", NULL,
    "小微企业价格扣除（货物、服务）", "price discount for small and micro firms (goods, services)", RULES_46,
    PAGE_SHANTING },
  { 0, FROM_NOTICE, VALUE (10, PERCENT), VALUE (20, PERCENT), "sme.discount_goods_services", NULL,
    "小微企业价格扣除（货物、服务）", "price discount for small and micro firms (goods, services)", NOTICE_2022,
    PAGE_2022 },
  { 0, FROM_46, VALUE (3, PERCENT), VALUE (5, PERCENT), "sme.discount_works", NULL, "小微企业价格扣除（工程）",
    "price discount for small and micro firms (works)", RULES_46, PAGE_SHANTING },
  { 0, FROM_46_TO_NOTICE, VALUE (2, PERCENT), VALUE (3, PERCENT), "sme.discount_consortium", NULL,
    "联合体、分包价格扣除", "price discount for consortia and subcontracts", RULES_46, PAGE_2022 },
  { 0, FROM_NOTICE, VALUE (4, PERCENT), VALUE (6, PERCENT), "sme.discount_consortium", NULL, "联合体、分包价格扣除",
    "price discount for consortia and subcontracts", NOTICE_2022, PAGE_2022 },
  { 0, PE_EVIDENCE_SECONDARY, 0, PE_DAYS_CALENDAR, 0, 0, VALUE (30, DAY), ONE_VALUE, "intent.lead_days", NULL,
    "采购意向公开提前天数（原则上不少于）", "days from intent to start, in principle at least", "采购意向公开的通知",
    "https://woyaojiankangwang.com/Medicalequipment/zvjyloyniu.html" },
  { 0, PE_EVIDENCE_SECONDARY, 0, PE_DAYS_CALENDAR, 0, 0, VALUE (30, DAY), ONE_VALUE, "contract.signing_days", NULL,
    "合同签订期限（自中标通知）", "days from award notice to signing, at most", "招标投标法条文",
    "https://wkda.cn/ask/eoemyjaotjaxttzo.html" },
  { 0, PE_EVIDENCE_PUBLISHED, 0, PE_DAYS_WORKING, 0, 0, VALUE (2, DAY), ONE_VALUE, "contract.publication_days", NULL,
    "合同公告期限（自签订）", "days from signing to publication, at most",
    "《中华人民共和国政府采购法实施条例》第五十条", "https://laweer.com/question/d49874f6693bd.html" },
  { 0, PE_EVIDENCE_MEMORY, 0, PE_DAYS_WORKING, 0, 0, VALUE (7, DAY), ONE_VALUE, "contract.filing_days", NULL,
    "合同备案期限（自签订）", "days from signing to filing, at most", "未见原文，待核", NULL },
  { 0, PE_EVIDENCE_MEMORY, 0, PE_DAYS_CALENDAR, 0, 0, VALUE (30, DAY), ONE_VALUE, "payment.days", NULL,
    "付款期限（一般）", "days to payment, as a rule", "未见原文，待核", NULL },
  { 0, PE_EVIDENCE_MEMORY, 0, PE_DAYS_CALENDAR, 0, 0, VALUE (60, DAY), ONE_VALUE, "payment.days_most", NULL,
    "付款期限（最长）", "days to payment, at most", "未见原文，待核", NULL },
};

void
pe_threshold_init (pe_threshold *self, uint32_t struct_size)
{
  pe_struct_init (self, struct_size, NULL, sizeof *self);
}

size_t
pe_threshold_get_count (void)
{
  return G_N_ELEMENTS (thresholds);
}

pe_status
pe_threshold_describe (pe_threshold *out, size_t index, pe_error **error)
{
  if (index >= G_N_ELEMENTS (thresholds))
    return pe_intake_refuse_index (index, G_N_ELEMENTS (thresholds), error);
  return pe_struct_export (out, &thresholds[index], sizeof *out, sizeof *out, "out", error);
}

static gboolean
holds_on (const pe_threshold *self, pe_date date)
{
  return date >= self->first_day && (self->last_day == 0 || date <= self->last_day);
}

/* How much of a place's name a threshold's place is; G_MAXSIZE when the place does not lie in it. */
static size_t
match_place (const pe_threshold *self, const char *place)
{
  const size_t size = self->place != NULL ? strlen (self->place) : 0;

  if (size == 0)
    return 0;
  return place != NULL && strncmp (place, self->place, size) == 0 ? size : G_MAXSIZE;
}

pe_status
pe_threshold_find (pe_threshold *out, const char *id, const char *place, pe_date date, pe_error **error)
{
  const pe_threshold *found = NULL;
  size_t              best = 0;
  pe_status           status;

  if (out == NULL || id == NULL)
    return pe_error_set_argument (error, out == NULL ? "out" : "id", "not NULL");
  status = pe_date_check (date, NULL, error);
  if (status != PE_OK)
    return status;
  for (size_t i = 0; i < G_N_ELEMENTS (thresholds); i++)
    {
      const size_t match = match_place (&thresholds[i], place);

      if (match == G_MAXSIZE || strcmp (thresholds[i].id, id) != 0 || !holds_on (&thresholds[i], date)
          || (found != NULL && match < best))
        continue;
      found = &thresholds[i];
      best = match;
    }
  if (found == NULL)
    return pe_error_set (error, PE_ERROR_NOT_FOUND, NULL, "found", id, "name", "id", NULL);
  return pe_struct_export (out, found, sizeof *out, sizeof *out, "out", error);
}
