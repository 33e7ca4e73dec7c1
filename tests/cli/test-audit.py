"""test-audit.py - perfeval audit: what is shown, in both languages, and the exit codes

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import os
import pathlib
import tempfile

import command


TEXT = "全年预算收入2,155.61万元，全年预算支出2,149.56万元，支出进度为{rate}%。\n"


class Text(command.Case):
    def audit(self, text, *arguments):
        return command.run("audit", *arguments, "-", stdin=text)

    def test_exit_codes(self):
        for rate, expected in (("99.72", 0), ("99.71", 6), ("98.71", 7)):
            code, out, err = self.audit(TEXT.format(rate=rate).encode(), "-l", "zh")
            self.assertEqual((code, err), (expected, ""))
            self.assertIn("读出数据 3 个：有关系的 3 个", out)
            self.assert_narrow(out)
        code, out, _ = self.audit("没有数据。".encode(), "-l", "zh")
        self.assertEqual(code, 0)

    def test_encodings(self):
        text = TEXT.format(rate="99.71")
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
            code, out, err = self.audit(text.encode(encoding), "-l", "zh")
            self.assertEqual((code, err), (6, ""))
            self.assertIn("1:40，字节 ", out)
        self.assertEqual(self.audit(text.encode("gbk"), "-e", "GBK")[0], 6)
        self.assertEqual(self.audit(text.encode("gbk"), "-e", "UTF-8")[0], 1)
        self.assertEqual(self.audit(text.encode("gbk")[:-2])[0], 1)  # cut in the middle of a character

    def test_what_commands_a_terminal_is_shown(self):
        text = TEXT.format(rate="98.71").replace("全年预算收入", "全年\x1b[31m预算收入")
        _, out, _ = self.audit(text.encode(), "-l", "zh")
        self.assertNotIn("\x1b", out)

    def test_what_is_refused(self):
        for arguments in (("--encoding", "latin-9"), ("--total", "99"), ("--grade", command.text("优")), ("a", "b")):
            with self.subTest(arguments):
                code, out, err = self.audit(b"", *arguments)
                self.assertEqual((code, out), (2, ""))
                self.assertNotEqual(err, "")


class Review(command.Case):
    def audit(self, *arguments, **named):
        return command.run("audit", "-r", command.GUANGDONG, *arguments, **named)

    def test_zengcheng(self):
        code, out, err = self.audit("-l", "zh", "--total", "99.69", "--grade", command.text("优"), command.ZENGCHENG)
        self.assertEqual((code, err), (6, ""))
        self.assertIn("复核检查 28 项：有发现 2，", out)
        self.assertIn("599.73 万元 中有 251.38 万元 未列明", out.replace("\n      ", ""))
        self.assertEqual(out.replace("\n      ", "").count("未写明原因；"), 4)
        self.assertIn("R-28  三公经费相符：决算数不在评价材料中", out)
        self.assert_narrow(out)

    def test_text_beside_the_dossier(self):
        with tempfile.TemporaryDirectory() as folder:
            text = pathlib.Path(folder) / "report.txt"
            text.write_text("全年预算收入2,155.61万元，全年预算支出2,149.50万元。", encoding="utf-8")
            code, out, _ = self.audit("-l", "zh", "--text", text, command.ZENGCHENG)
        self.assertEqual(code, 6)
        self.assertIn("“全年预算支出”：报告印为 2,149.50万元，评价材料为 2149.56 万元", out.replace("\n      ", ""))
        code, out, err = self.audit("--text", "-", command.ZENGCHENG)
        self.assertEqual((code, out), (2, ""))

    def test_page(self):
        if "PERFEVAL_OFFICE_LIBRARY" not in os.environ:
            print("SKIPPED: libperfeval-office was not built")
            self.skipTest("libperfeval-office was not built")
        with tempfile.TemporaryDirectory() as folder:
            page = pathlib.Path(folder) / "report.html"
            page.write_text(f"<script>1</script><p>{TEXT.format(rate='<b>99.82</b>')}</p>", encoding="utf-8")
            code, out, err = command.run("audit", "-l", "zh", page)
        self.assertEqual((code, err), (7, ""))
        self.assertIn("99.82", out)

    def test_english(self):
        code, out, _ = self.audit("-l", "en", command.ZENGCHENG)
        self.assertEqual(code, 6)
        self.assertIn("R-09  Targets far exceeded", out)
        self.assertIn("Not computed\n", out)
        self.assert_narrow(out)

    def test_a_declared_total_that_is_wrong(self):
        code, out, _ = self.audit("-l", "zh", "--total", "89", "--grade", command.text("优"), command.ZENGCHENG)
        self.assertEqual(code, 6)
        self.assertIn("填报 89 分；按标准计算为 99.69 分", out)
        self.assertIn("填报等级为“优”，89 分应为“良”", out)

    def test_standard_input(self):
        code, out, _ = self.audit("--format", "json", "-", stdin=command.ZENGCHENG.read_bytes())
        self.assertEqual(code, 6)
        self.assertEqual(json.loads(out)["format"], "perfeval-audit/1")

    def test_what_is_refused(self):
        for arguments, code in ((("--total", "x", command.ZENGCHENG), 2), (("--format", "html", command.ZENGCHENG), 2),
                                (("--format", "csv", command.ZENGCHENG), 2), ((), 2), (("nowhere.json",), 3)):
            with self.subTest(arguments):
                got, out, err = self.audit(*arguments)
                self.assertEqual((got, out), (code, ""))
                self.assertNotEqual(err, "")


if __name__ == "__main__":
    command.main()
