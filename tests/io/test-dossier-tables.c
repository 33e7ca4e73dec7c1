/* test-dossier-tables.c - a dossier from the tables of an office, and back
 *
 * SPDX-FileCopyrightText: 2026 The libperfeval authors
 * SPDX-License-Identifier: Apache-2.0
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "documents.h"
#include "grids.h"

#define HEAD "单位名称|某局;年度|2023;评价对象|部门整体支出;金额单位|万元"

static pe_dossier *
dossier_of (const pe_tables *tables, const char *mapping)
{
  pe_dossier_tables_options options;
  pe_dossier               *dossier = NULL;
  pe_error                 *error = NULL;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.mapping = mapping;
  options.mapping_size = mapping != NULL ? strlen (mapping) : 0;
  if (pe_dossier_from_tables (&dossier, tables, &options, NULL, &error) != PE_OK)
    fail_msg ("%s at %s: %s", pe_status_name (pe_error_get_status (error)),
              pe_place_get_cell (pe_finding_get_place (pe_error_get_finding (error), 0)),
              pe_error_get_message (error, PE_LANGUAGE_EN));
  return dossier;
}

static void
assert_equals_json (pe_tables *tables, const char *json)
{
  pe_dossier *dossier = dossier_of (tables, NULL), *expected = dossier_from (json);

  if (!pe_dossier_is_equal (dossier, expected))
    fail_msg ("%s\nis not\n%s", pe_text_get_data (text_of_dossier (dossier)), json);
  pe_dossier_unref (dossier);
  pe_dossier_unref (expected);
  pe_tables_unref (tables);
}

#define BARE_HEAD \
  "{\"format\":\"perfeval-dossier/1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\","
#define JSON_HEAD                   \
  "{\"format\":\"perfeval-dossier/" \
  "1\",\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2023,\"kind\":\"department\",\"money_unit\":\"万元\","

static void
test_budget (void **state)
{
  (void) state;

  static const char expected[] = JSON_HEAD
      "\"budget\":{\"lines\":[{\"name\":\"基本支出\",\"category\":\"basic\",\"adjusted\":\"1,555.88\",\"executed\":"
      "\"1549.83\"},"
      "{\"name\":\"项目支出\",\"category\":\"project\",\"adjusted\":\"599.73\",\"executed\":\"599.73\",\"lines\":["
      "{\"name\":\"招商\",\"adjusted\":\"248.55\",\"executed\":\"248.55\"}]}]}}";

  /* By level, by the header's unit, and with a total that is right. */
  assert_equals_json (
      grid_with (grid_from ("基本情况", HEAD), "预算",
                 "级次|项目名称|支出类别|全年预算数（万元）|全年执行数（万元）;1|基本支出|基本支出|1,555.88|1549.83;"
                 "1|项目支出|项目支出|599.73|599.73;2|招商||248.55|248.55;|合　计||2155.61|2,149.56"),
      expected);
  /* By indent, other headers, a title and the unit above, a remark below. */
  assert_equals_json (
      grid_with (grid_from ("基本情况", HEAD), "部门预算",
                 "某局预算表;||||单位：万元;项目|支出类别|调整预算数|决算数;基本支出|basic|1,555.88|1549.83;"
                 "项目支出|project|599.73|599.73;　招商||248.55|248.55;注：单位为万元"),
      expected);
  /* English, by the dossier's unit. */
  assert_equals_json (grid_with (grid_from ("head", HEAD), "budget",
                                 "Level|Name|Category|Adjusted budget|Executed;1|基本支出|basic|1,555.88|1549.83;"
                                 "1|项目支出|project|599.73|599.73;2|招商||248.55|248.55"),
                      expected);
}

static void
test_records (void **state)
{
  (void) state;

  assert_equals_json (
      grid_with (grid_with (grid_from ("基本情况", HEAD), "采购",
                            "采购项目名称|项目编号|采购方式|供应商规模|合同金额（元）|合同签订日期|合同公告日期;"
                            "会务|C-1|公开招标|小型企业|95000.50|2023年3月20日|2023/3/21 "
                            "08:30:00;印刷|C-2|single_source|大型企业|1|20230401|"),
                 "合同付款", "采购项目|约定付款日期|付款金额;C-1|2023-07-01|9.5;会务|2023-08-01|1"),
      BARE_HEAD
      "\"procurement\":{\"records\":[{\"name\":\"会务\",\"number\":\"C-1\",\"method\":\"open_tender\","
      "\"supplier_size\":\"small\","
      "\"contract\":\"95000.50元\",\"signing\":\"2023-03-20\",\"publication\":\"2023-03-21\",\"payments\":["
      "{\"due\":\"2023-07-01\",\"amount\":\"9.5万元\"},{\"due\":\"2023-08-01\",\"amount\":\"1万元\"}]},"
      "{\"name\":\"印刷\",\"number\":\"C-2\",\"method\":\"single_source\",\"supplier_size\":\"large\","
      "\"contract\":\"1元\","
      "\"signing\":\"2023-04-01\"}]}}");
}

static void
test_groups (void **state)
{
  (void) state;

  assert_equals_json (
      grid_with (grid_with (grid_from ("基本情况", HEAD), "指标数据",
                            "指标编号|数据名称|数据;2.1.2|late|1;2.3|done|是;2.1.2|ratio|98.5%;2.1.2|days|{\"value\":"
                            "\"5\",\"unit\":\"天\"}"),
                 "自定指标",
                 "指标编号|级次|指标名称|符号|计量单位|年度指标值|实际完成值|是否撤销;1.1|1|甲|>=|个|110|160|否;1.1|2|"
                 "乙|>=|个|-|已完成|"),
      JSON_HEAD
      "\"facts\":{\"2.1.2\":{\"late\":\"1\",\"ratio\":\"98.5%\",\"days\":{\"value\":\"5\",\"unit\":\"天\"}},\"2.3\":{"
      "\"done\":true}},"
      "\"rows\":{\"1.1\":[{\"name\":\"甲\",\"sign\":\">=\",\"unit\":\"个\",\"target\":\"110\",\"actual\":\"160\","
      "\"withdrawn\":false,"
      "\"rows\":[{\"name\":\"乙\",\"sign\":\">=\",\"unit\":\"个\",\"target\":\"-\",\"actual\":\"已完成\"}]}]}}");
}

static void
test_prior (void **state)
{
  (void) state;

  assert_equals_json (
      grid_with (
          grid_with (grid_from ("基本情况", HEAD), "上年基本情况", "单位名称|某局;年度|2022年;评价对象|department"),
          "上年-三公经费", "项目|年初预算数(万元)|全年执行数(万元);公务接待费|2|1.5"),
      JSON_HEAD
      "\"prior\":{\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2022,\"kind\":\"department\",\"budget\":{\"lines\":[],"
      "\"three_public\":{\"reception\":{\"initial\":\"2万元\",\"executed\":\"1.5万元\"}}}}}");
}

static void
test_registers (void **state)
{
  (void) state;

  assert_equals_json (
      grid_with (
          grid_with (grid_from ("基本情况", HEAD), "登记表栏目",
                     "登记表编号|登记表名称|栏目编号|栏目名称|数据类型|计量单位;projects|招商项目|name|项目名称|文字|;"
                     "projects||investment|投资额|数字|亿元;projects||signed|签约日期|日期|;projects||key|重点|是否|"),
          "招商项目", "项目名称|投资额|签约日期|key;甲|1.20|2023-06-01|是;乙|2||否"),
      JSON_HEAD
      "\"registers\":{\"projects\":{\"title\":\"招商项目\",\"columns\":[{\"id\":\"name\",\"name\":"
      "\"项目名称\",\"type\":\"string\"},"
      "{\"id\":\"investment\",\"name\":\"投资额\",\"type\":\"number\",\"unit\":\"亿元\"},{\"id\":\"signed\","
      "\"name\":\"签约日期\",\"type\":\"date\"},"
      "{\"id\":\"key\",\"name\":\"重点\",\"type\":\"boolean\"}],\"rows\":[{\"name\":\"甲\",\"investment\":"
      "\"1.20\",\"signed\":\"2023-06-01\","
      "\"key\":true},{\"name\":\"乙\",\"investment\":\"2\",\"key\":false}]}}}");
}

static void
assert_comes_back (const char *json, pe_language language)
{
  pe_dossier               *dossier = dossier_from (json), *again;
  pe_tables                *tables = NULL;
  pe_dossier_tables_options options;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.language = language;
  assert_int_equal (pe_tables_from_dossier (&tables, dossier, &options, NULL), PE_OK);
  again = dossier_of (tables, NULL);
  if (!pe_dossier_is_equal (dossier, again))
    fail_msg ("%s\nis not\n%s", pe_text_get_data (text_of_dossier (again)), json);
  pe_tables_unref (tables);
  pe_dossier_unref (again);
  pe_dossier_unref (dossier);
}

/* As many columns as a register may have: 256. */
static void
test_the_widest_register (void **state)
{
  (void) state;

  GString *json = g_string_new (BARE_HEAD "\"registers\":{\"v\":{\"columns\":[");

  for (int i = 0; i < 256; i++)
    g_string_append_printf (json, "%s{\"id\":\"c%d\",\"type\":\"string\"}", i > 0 ? "," : "", i);
  g_string_append (json, "],\"rows\":[{");
  for (int i = 0; i < 256; i++)
    g_string_append_printf (json, "%s\"c%d\":\"v%d\"", i > 0 ? "," : "", i, i);
  g_string_append (json, "}]}}}");
  assert_comes_back (json->str, PE_LANGUAGE_ZH);
  g_string_free (json, TRUE);
}

#define REGISTER(id, title, columns, row) \
  "\"" id "\":{\"title\":\"" title "\",\"columns\":[" columns "],\"rows\":[" row "]}"
#define COLUMN(id) "{\"id\":\"" id "\",\"type\":\"string\"}"
#define NAMED(id, name) "{\"id\":\"" id "\",\"name\":\"" name "\",\"type\":\"string\"}"

/* Ids that differ in case alone, that are the name of another table or another register, columns that share a name. */
static void
test_registers_that_could_be_mistaken (void **state)
{
  (void) state;

  static const char *const registers[] = {
    REGISTER ("visiTs", "走访", COLUMN ("n"), "") "," REGISTER ("visits", "走访", COLUMN ("day"), "{\"day\":\"a\"}"),
    REGISTER ("budget", "走访", COLUMN ("name"), "{\"name\":\"a\"}"),
    REGISTER ("head", "走访", COLUMN ("unit"), "{\"unit\":\"a\"}"),
    REGISTER ("v", "w", COLUMN ("n"), "{\"n\":\"a\"}") "," REGISTER ("w", "v", COLUMN ("n"), "{\"n\":\"b\"}"),
    REGISTER ("v", "w",
              COLUMN ("n") "," COLUMN ("N") "," NAMED ("k", "n") "," NAMED ("l", "数（上年）") "," NAMED ("m", "数"),
              "{\"n\":\"a\",\"N\":\"b\",\"k\":\"c\",\"l\":\"d\",\"m\":\"e\"}"),
    REGISTER ("v", "w", NAMED ("k", "a|b") "," NAMED ("l", "★"), "{\"k\":\"c\",\"l\":\"d\"}"),
  };

  for (size_t i = 0; i < G_N_ELEMENTS (registers); i++)
    {
      char *json = g_strconcat (BARE_HEAD "\"registers\":{", registers[i], "}}", NULL);

      assert_comes_back (json, PE_LANGUAGE_ZH);
      assert_comes_back (json, PE_LANGUAGE_EN);
      g_free (json);
    }
}

static void
test_a_fact_without_a_value (void **state)
{
  (void) state;

  assert_comes_back (BARE_HEAD "\"facts\":{\"2.2\":{\"control\":null,\"cost\":\"98.2万元\",\"n\":\"-\"}}}",
                     PE_LANGUAGE_ZH);
  assert_comes_back (BARE_HEAD "\"facts\":{\"2.2\":{\"control\":null}}}", PE_LANGUAGE_EN);
}

/* Names that another system has. */
static void
test_mapping (void **state)
{
  (void) state;

  static const char mapping[]
      = "{\"format\":\"perfeval-mapping/1\",\"tables\":[{\"table\":\"budget\",\"names\":[\"GL_BAL\"],"
        "\"columns\":{\"name\":[\"ACC_NAME\"],\"executed\":[\"YTD\",\"本年累计\"]}}]}";
  pe_tables *tables
      = grid_with (grid_from ("基本情况", HEAD), "GL_BAL", "Acc_Name *|本年累计(元)|ACC_NO;公用|12.5|302");
  pe_dossier *dossier = dossier_of (tables, mapping);
  pe_dossier *expected
      = dossier_from (BARE_HEAD "\"budget\":{\"lines\":[{\"name\":\"公用\",\"executed\":\"12.5元\"}]}}");
  pe_dossier_tables_options options;
  pe_dossier               *none = NULL;
  pe_error                 *error = NULL;
  const pe_place           *place;
  static const char *const  wrong[]
      = { "{", "{\"format\":\"perfeval-mapping/1\"}", "{\"format\":\"x\",\"tables\":[]}",
          "{\"format\":\"perfeval-mapping/1\",\"tables\":[{\"table\":\"budgets\"}]}",
          "{\"format\":\"perfeval-mapping/1\",\"tables\":[{\"table\":\"budget\",\"columns\":{\"x\":[\"y\"]}}]}" };

  assert_true (pe_dossier_is_equal (dossier, expected));
  pe_dossier_unref (dossier);
  pe_dossier_unref (expected);
  for (size_t i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      pe_dossier_tables_options_init (&options, sizeof options);
      options.mapping = wrong[i];
      options.mapping_size = strlen (wrong[i]);
      options.mapping_file = "names.json";
      assert_int_not_equal (pe_dossier_from_tables (&none, tables, &options, NULL, &error), PE_OK);
      assert_null (none);
      place = pe_finding_get_place (pe_error_get_finding (error), 0);
      assert_string_equal (pe_place_get_file (place), "names.json");
      assert_int_equal (pe_place_get_line (place), 1);
      pe_error_unref (error);
      error = NULL;
    }
  pe_tables_unref (tables);
}

/* A mapping is an input as well: it costs what the host allows. */
static void
test_limits_of_mapping (void **state)
{
  (void) state;

  static const char         mapping[] = "{\"format\":\"perfeval-mapping/1\",\"tables\":[]}";
  pe_tables                *tables = grid_from ("基本情况", HEAD);
  pe_dossier_tables_options options;
  pe_read_options           read;
  pe_limits                 limits;
  pe_dossier               *dossier = NULL;

  pe_limits_init (&limits, sizeof limits);
  pe_read_options_init (&read, sizeof read);
  pe_dossier_tables_options_init (&options, sizeof options);
  read.limits = &limits;
  options.read = &read;
  options.mapping = mapping;
  options.mapping_size = sizeof mapping - 1;
  limits.bytes = options.mapping_size - 1;
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, &options, NULL, NULL), PE_ERROR_LIMIT_BYTES);
  limits.bytes = options.mapping_size;
  assert_int_equal (pe_dossier_from_tables (&dossier, tables, &options, NULL, NULL), PE_OK);
  pe_dossier_unref (dossier);
  pe_tables_unref (tables);
}

/* Faults: "CODE cell cell;CODE cell", every one in one go. */

static void
assert_faults (pe_tables *tables, const char *expected)
{
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;
  GString     *found = g_string_new (NULL);

  pe_dossier_from_tables (&dossier, tables, NULL, &findings, NULL);
  for (size_t i = 0; i < pe_findings_get_size (findings); i++)
    {
      const pe_finding *finding = pe_findings_get (findings, i);

      if (pe_finding_get_severity (finding) != PE_SEVERITY_ERROR)
        continue;
      g_string_append_printf (found, "%s%s", found->len > 0 ? ";" : "",
                              pe_status_name (pe_finding_get_code (finding)) + strlen ("PE_ERROR_"));
      for (size_t k = 0; k < pe_finding_get_n_places (finding); k++)
        g_string_append_printf (found, " %s", pe_place_get_cell (pe_finding_get_place (finding, k)));
    }
  assert_string_equal (found->str, expected);
  assert_null (dossier);
  g_string_free (found, TRUE);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
}

static pe_tables *
budget_of (const char *rows)
{
  return grid_with (grid_from ("基本情况", HEAD), "预算", rows);
}

static void
test_faults (void **state)
{
  (void) state;

  /* A total row left at zero. */
  assert_faults (budget_of ("项目|全年预算数;甲|1;乙|2;合计|0"), "TOTAL_ZERO 预算!B4");
  /* A total that is not the sum; a subtotal is compared with its own part. */
  assert_faults (budget_of ("项目|全年预算数;甲|1;小计|1;乙|2;小计|3;合计|4"),
                 "TOTAL_MISMATCH 预算!B5;TOTAL_MISMATCH 预算!B6");
  /* A total of nothing: it would be lost with its row. */
  assert_faults (budget_of ("项目|年初预算数|全年预算数;合计|0|10"), "TOTAL_MISMATCH 预算!C2");
  assert_faults (budget_of ("项目|年初预算数|全年预算数;甲||1;合计|5|1"), "TOTAL_MISMATCH 预算!B3");
  /* Amounts in yuan under 万元: off by 10,000 against the total, which was rounded. */
  assert_faults (budget_of ("项目|全年预算数（万元）;甲|15558812;乙|5997300;合计|2155.61"), "TOTAL_UNIT 预算!B4");
  /* A text in a cell of numbers; a date that there is not; both at once. */
  assert_faults (
      grid_with (budget_of ("项目|全年预算数;甲|约三百;乙|2"), "采购", "项目名称|合同签订日期;会务|2023-02-30"),
      "NUMBER_SYNTAX 预算!B2;DATE_RANGE 采购!B2");
  /* A header that is missing, and two that mean the same. */
  assert_faults (budget_of ("类别|全年预算数;basic|1"), "COLUMN_MISSING 预算!A1");
  assert_faults (budget_of ("项目|全年预算数|调整预算数（元）;甲|1|2"), "COLUMN_DUPLICATE 预算!C1");
  /* A column of two units: both cells. */
  assert_faults (budget_of ("项目|全年预算数;甲|1万元;乙|20000元"), "UNIT_MIXED 预算!B3 预算!B2");
  assert_faults (budget_of ("项目|全年预算数（万元）;甲|1元"), "UNIT_MIXED 预算!B2 预算!B1");
  assert_faults (budget_of ("级次|项目|全年预算数;1|甲|1;3|乙|1"), "LEVEL 预算!A3");
  assert_faults (budget_of ("项目|全年预算数;甲|1|2"), "CELL_UNNAMED 预算!C2");
  assert_faults (grid_with (budget_of ("项目;甲"), "budget", "项目;乙"), "TABLE_DUPLICATE budget");
  assert_faults (grid_with (grid_with (grid_with (grid_from ("基本情况", HEAD), "登记表栏目",
                                                  "登记表编号|登记表名称|栏目编号|数据类型;p|走访|n|文字"),
                                       "p", "n;甲"),
                            "走访", "n;乙"),
                 "TABLE_DUPLICATE 走访");
  assert_faults (grid_from ("预算", "项目;甲"), "TABLE_MISSING (null)");
  assert_faults (grid_with (grid_from ("基本情况", HEAD), "合同付款", "采购项目|付款金额;C-9|1"),
                 "REFERENCE_UNKNOWN 合同付款!A2");
  assert_faults (grid_from ("基本情况", "单位名称|某局;年度|二〇二三;评价对象|社团"),
                 "MEMBER_TYPE 基本情况!B2;VALUE_UNKNOWN 基本情况!B3");
  assert_faults (grid_with (grid_from ("基本情况", HEAD), "采购", "项目名称|合同金额;会务|-5"),
                 "NEGATIVE_AMOUNT 采购!B2");
  assert_faults (grid_with (grid_from ("基本情况", HEAD), "上年上年预算", "项目;甲"), "TABLE_MISSING 上年上年预算");
  /* Cells that stand empty where a value is needed: of the head, of records, of rows below others. */
  assert_faults (grid_with (grid_from ("基本情况", "单位名称||某局;年度;评价对象;金额单位|元"), "采购",
                            "合同金额|项目名称;5|会务;6|;7|"),
                 "MEMBER_MISSING 基本情况!B1;MEMBER_MISSING 基本情况!B2;MEMBER_MISSING 基本情况!B3;"
                 "MEMBER_MISSING 采购!B3;MEMBER_MISSING 采购!B4");
  assert_faults (budget_of ("项目|全年预算数;甲|1;|2"), "MEMBER_MISSING 预算!A3");
  assert_faults (grid_with (grid_from ("基本情况", HEAD), "填报得分", "指标编号|评分人|得分;1.1|自评|;|自评|5;1.2||5"),
                 "MEMBER_MISSING 填报得分!C2;MEMBER_MISSING 填报得分!A3;MEMBER_MISSING 填报得分!B4");
  /* All of these in one go. */
  assert_faults (
      grid_with (budget_of ("项目|全年预算数|全年执行数（元）;甲|1|一;乙|2|1万元;合计|0|"), "采购",
                 "项目名称|合同金额|签订日期|采购方式;会务|5|2023-13-01|随便"),
      "TOTAL_ZERO 预算!B4;UNIT_MIXED 预算!C3 预算!C1;NUMBER_SYNTAX 预算!C2;VALUE_UNKNOWN 采购!D2;DATE_RANGE 采购!C2");
  /* What is wrong between records that can be read is said beside what cannot. */
  assert_faults (grid_with (budget_of ("项目|全年预算数;甲|一"), "采购",
                            "项目名称|合同金额|中标通知日期|签订日期;会务|-5|2023-03-01|;印刷|五||2023-13-01;电脑|1|"
                            "2023-03-01|2023-02-01"),
                 "NUMBER_SYNTAX 预算!B2;NUMBER_SYNTAX 采购!B3;DATE_RANGE 采购!D3;NEGATIVE_AMOUNT 采购!B2;"
                 "DATE_ORDER 采购!D4 采购!C4");
}

static void
test_warnings (void **state)
{
  (void) state;

  pe_tables   *tables = grid_with (budget_of ("项目|备注;甲|无"), "通讯录", "姓名|电话");
  pe_dossier  *dossier = NULL;
  pe_findings *findings = NULL;

  assert_int_equal (pe_dossier_from_tables (&dossier, tables, NULL, &findings, NULL), PE_OK);
  assert_int_equal (pe_findings_get_size (findings), 2);
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 0)), PE_WARNING_COLUMN_UNUSED);
  assert_string_equal (pe_place_get_cell (pe_finding_get_place (pe_findings_get (findings, 0), 0)), "预算!B1");
  assert_int_equal (pe_finding_get_code (pe_findings_get (findings, 1)), PE_WARNING_TABLE_UNUSED);
  pe_dossier_unref (dossier);
  pe_findings_unref (findings);
  pe_tables_unref (tables);
}

/* Where an amount came from is known afterwards. */
static void
test_places (void **state)
{
  (void) state;

  pe_tables      *tables = budget_of ("项目|全年预算数;甲|1");
  pe_dossier     *dossier = dossier_of (tables, NULL);
  const pe_place *place = pe_dossier_find_place (dossier, "/budget/lines/0/adjusted");

  assert_string_equal (pe_place_get_cell (place), "预算!B2");
  assert_int_equal (pe_place_get_line (place), 2);
  pe_dossier_unref (dossier);
  pe_tables_unref (tables);
}

/* Whatever a document says goes through tables and back. */

static void
assert_round_trip (const pe_dossier *dossier, pe_language language)
{
  pe_dossier_tables_options options;
  pe_tables                *tables = NULL;
  pe_dossier               *back;

  pe_dossier_tables_options_init (&options, sizeof options);
  options.language = language;
  assert_int_equal (pe_tables_from_dossier (&tables, dossier, &options, NULL), PE_OK);
  back = dossier_of (tables, NULL);
  if (!pe_dossier_is_equal (dossier, back))
    fail_msg ("%s\nis not\n%s", pe_text_get_data (text_of_dossier (back)),
              pe_text_get_data (text_of_dossier (dossier)));
  pe_dossier_unref (back);
  pe_tables_unref (tables);
}

static void
test_round_trip (void **state)
{
  (void) state;

  static const char *const files[] = { "examples/data/zengcheng-2023.json", "examples/data/sample-department.json" };
  static const char        all[] = BARE_HEAD
      "\"place\":\"广东省\",\"source\":\"s\",\"budget\":{\"lines\":[{\"name\":\"a\",\"complete\":false,"
      "\"initial\":\"-\","
      "\"executed\":\"1.50亿元\",\"funding\":\"special\",\"months\":[\"1元\",null,\"3元\"],\"lines\":[{\"name\":\"b\","
      "\"lines\":[{\"name\":\"c\"}]},"
      "{\"name\":\"d\",\"executed\":\"3元\"}]}],\"three_public\":{\"abroad\":{\"initial\":\"10万元\"},\"reception\":{"
      "\"executed\":\"1.5元\"}"
      "}},"
      "\"assets\":{\"stocktake\":\"2023-11-30\",\"records\":[{\"name\":\"桌\",\"use\":\"idle\",\"book_count\":\"10\","
      "\"book_value\":\"2元\"}]},"
      "\"procurement\":{\"records\":[{\"name\":\"x\",\"payments\":[{\"due\":\"2023-07-01\",\"amount\":\"9.5万元\"}],"
      "\"reserve_mode\":\"lot\"}]},\"registers\":{\"p\":{\"columns\":[{\"id\":\"n\",\"type\":\"number\"},"
      "{\"id\":\"k\",\"type\":\"boolean\"}],\"rows\":[{\"n\":\"1.20\",\"k\":true},{\"k\":false}]}},"
      "\"facts\":{\"1\":{\"a\":{\"state\":\"missing\",\"unit\":\"万元\"},\"b\":{\"text\":\"5\"},\"c\":false,\"d\":"
      "\"12个\"}},"
      "\"rows\":{\"2\":[{\"name\":\"r\",\"marks\":\"5分\",\"rows\":[{\"name\":\"s\",\"target\":\"1,000\",\"score\":"
      "\"3\"}]}]},"
      "\"adjustments\":[{\"kind\":\"bonus\",\"points\":\"1\",\"reason\":\"r\",\"evidence\":\"e\",\"scorer\":"
      "\"finance\"}],"
      "\"events\":[{\"veto\":\"v\",\"evidence\":\"=1+1\"}],"
      "\"prior\":{\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2022,\"kind\":\"department\",\"prior\":{\"unit\":{"
      "\"name\":\"某局\"},"
      "\"fiscal_year\":2021,\"kind\":\"department\",\"budget\":{\"lines\":[{\"name\":\"z\",\"initial\":\"1元\"}]}}}}";
  pe_dossier *dossier = dossier_from (all);

  assert_round_trip (dossier, PE_LANGUAGE_ZH);
  assert_round_trip (dossier, PE_LANGUAGE_EN);
  pe_dossier_unref (dossier);
  for (size_t i = 0; i < G_N_ELEMENTS (files); i++)
    {
      dossier = dossier_from_file (files[i]);
      assert_round_trip (dossier, PE_LANGUAGE_ZH);
      assert_round_trip (dossier, PE_LANGUAGE_EN);
      pe_dossier_unref (dossier);
    }
}

/* A folder of GBK files: every table written and read back as CSV. */
static pe_tables *
through_gbk (const pe_tables *tables)
{
  pe_tables     *joined = NULL;
  pe_csv_options options;
  pe_table_head  head;

  for (size_t i = 0; i < pe_tables_get_n (tables); i++)
    {
      pe_text   *text = NULL;
      pe_tables *one, *both[2], *more = NULL;

      pe_table_head_init (&head, sizeof head);
      pe_csv_options_init (&options, sizeof options);
      assert_int_equal (pe_tables_get_head (&head, tables, i, NULL), PE_OK);
      options.encoding = PE_ENCODING_GBK;
      options.name = head.name;
      assert_int_equal (pe_tables_to_csv (&text, tables, i, &options, NULL), PE_OK);
      options.encoding = 0;
      one = grid_from_csv (pe_text_get_data (text), pe_text_get_size (text), &options);
      both[0] = joined;
      both[1] = one;
      assert_int_equal (pe_tables_join (&more, both, 2, NULL), PE_OK);
      pe_tables_unref (joined);
      pe_tables_unref (one);
      pe_text_unref (text);
      joined = more;
    }
  return joined;
}

/* A table that is there and has no rows is not the same as none: it goes out by its headers. */
static void
test_without_rows (void **state)
{
  (void) state;

  static const char *const empty[]
      = { "\"budget\":{\"lines\":[]}}", "\"procurement\":{}}", "\"assets\":{}}",
          "\"assets\":{\"stocktake\":\"2023-11-30\"}}",
          ("\"budget\":{},\"prior\":{\"unit\":{\"name\":\"某局\"},\"fiscal_year\":2022,\"kind\":\"department\","
           "\"procurement\":{\"records\":[]}}}") };
  pe_tables  *tables = grid_with (grid_from ("基本情况", HEAD), "预算", "2023年预算表;项目|全年预算数");
  pe_dossier *dossier = dossier_of (tables, NULL);

  assert_round_trip (dossier, PE_LANGUAGE_ZH);
  pe_dossier_unref (dossier);
  assert_equals_json (tables, JSON_HEAD "\"budget\":{\"lines\":[]}}");
  for (size_t i = 0; i < G_N_ELEMENTS (empty); i++)
    {
      char *json = g_strconcat (BARE_HEAD, empty[i], NULL);

      dossier = dossier_from (json);
      assert_round_trip (dossier, PE_LANGUAGE_ZH);
      assert_round_trip (dossier, PE_LANGUAGE_EN);
      assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
      assert_equals_json (through_gbk (tables), json);
      pe_tables_unref (tables);
      pe_dossier_unref (dossier);
      g_free (json);
    }
}

static void
assert_same_ledger (const pe_evaluation *one, const pe_evaluation *other)
{
  const pe_ledger *a = pe_evaluation_get_ledger (one), *b = pe_evaluation_get_ledger (other);

  assert_int_equal (pe_ledger_get_size (a), pe_ledger_get_size (b));
  for (size_t i = 0; i < pe_ledger_get_size (a); i++)
    {
      pe_ledger_entry entry, there;
      pe_text        *reason = NULL, *its = NULL;

      memset (&entry, 0, sizeof entry);
      memset (&there, 0, sizeof there);
      pe_ledger_entry_init (&entry, sizeof entry);
      pe_ledger_entry_init (&there, sizeof there);
      assert_int_equal (pe_ledger_get_entry (&entry, a, i, NULL), PE_OK);
      assert_int_equal (pe_ledger_get_entry (&there, b, i, NULL), PE_OK);
      assert_memory_equal (&entry, &there, sizeof entry);
      assert_int_equal (pe_ledger_print_reason (&reason, a, i, PE_LANGUAGE_ZH, NULL), PE_OK);
      assert_int_equal (pe_ledger_print_reason (&its, b, i, PE_LANGUAGE_ZH, NULL), PE_OK);
      assert_string_equal (pe_text_get_data (reason), pe_text_get_data (its));
      pe_text_unref (reason);
      pe_text_unref (its);
    }
}

static void
assert_same_evaluation (pe_dossier *a, pe_dossier *b)
{
  pe_rulebook   *rulebook = rulebook_from_file ("rulebooks/guangdong-2023.json");
  pe_evaluation *one = NULL, *other = NULL;

  assert_int_equal (pe_evaluate (&one, rulebook, a, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluate (&other, rulebook, b, NULL, NULL, NULL), PE_OK);
  assert_int_equal (pe_evaluation_get_n_nodes (one), pe_evaluation_get_n_nodes (other));
  for (size_t i = 0; i < pe_evaluation_get_n_nodes (one); i++)
    {
      pe_ratio *points = NULL, *others = NULL;
      int32_t   order = 7;

      assert_int_equal (pe_evaluation_compute_points (&points, one, i, PE_POINTS_SCORE, NULL), PE_OK);
      assert_int_equal (pe_evaluation_compute_points (&others, other, i, PE_POINTS_SCORE, NULL), PE_OK);
      assert_int_equal (pe_ratio_compare (&order, points, others, NULL), PE_OK);
      assert_int_equal (order, 0);
      pe_ratio_unref (points);
      pe_ratio_unref (others);
    }
  assert_same_ledger (one, other);
  pe_evaluation_unref (one);
  pe_evaluation_unref (other);
  pe_rulebook_unref (rulebook);
}

static void
test_zengcheng (void **state)
{
  (void) state;

  pe_dossier *dossier = dossier_from_file ("examples/data/zengcheng-2023.json"), *back;
  pe_tables  *tables = NULL, *gbk;

  assert_int_equal (pe_tables_from_dossier (&tables, dossier, NULL, NULL), PE_OK);
  gbk = through_gbk (tables);
  back = dossier_of (gbk, NULL);
  assert_true (pe_dossier_is_equal (dossier, back));
  assert_same_evaluation (dossier, back);
  pe_dossier_unref (dossier);
  pe_dossier_unref (back);
  pe_tables_unref (tables);
  pe_tables_unref (gbk);
}

static void
test_arguments (void **state)
{
  (void) state;

  pe_tables                *tables = grid_from ("基本情况", HEAD), *none = NULL;
  pe_dossier               *dossier = dossier_of (tables, NULL), *empty = NULL;
  pe_dossier_tables_options options;

  assert_int_equal (pe_dossier_from_tables (NULL, tables, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_from_tables (&empty, NULL, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_from_dossier (NULL, dossier, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_tables_from_dossier (&none, NULL, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_dossier_tables_options_init (&options, sizeof options);
  options.language = 3;
  assert_int_equal (pe_tables_from_dossier (&none, dossier, &options, NULL), PE_ERROR_INVALID_ARGUMENT);
  assert_int_equal (pe_dossier_from_tables (&empty, tables, &options, NULL, NULL), PE_ERROR_INVALID_ARGUMENT);
  pe_dossier_unref (dossier);
  pe_tables_unref (tables);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_budget),
    cmocka_unit_test (test_records),
    cmocka_unit_test (test_groups),
    cmocka_unit_test (test_prior),
    cmocka_unit_test (test_registers),
    cmocka_unit_test (test_the_widest_register),
    cmocka_unit_test (test_a_fact_without_a_value),
    cmocka_unit_test (test_registers_that_could_be_mistaken),
    cmocka_unit_test (test_mapping),
    cmocka_unit_test (test_limits_of_mapping),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_warnings),
    cmocka_unit_test (test_places),
    cmocka_unit_test (test_zengcheng),
    cmocka_unit_test (test_round_trip),
    cmocka_unit_test (test_arguments),
    cmocka_unit_test (test_without_rows),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
