"""test-audit.py - perfeval audit: what is shown, in both languages, and the exit codes

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json

import command


class Review(command.Case):
    def audit(self, *arguments, **named):
        return command.run("audit", "-r", command.GUANGDONG, *arguments, **named)

    def test_zengcheng(self):
        code, out, err = self.audit("-l", "zh", "--total", "99.69", "--grade", "优", command.ZENGCHENG)
        self.assertEqual((code, err), (6, ""))
        self.assertIn("复核检查 28 项：有发现 2，", out)
        self.assertIn("599.73 万元 中有 251.38 万元 未列明", out.replace("\n      ", ""))
        self.assertEqual(out.replace("\n      ", "").count("未写明原因；"), 4)
        self.assertIn("R-28  三公经费相符：决算数不在评价材料中", out)
        self.assert_narrow(out)

    def test_english(self):
        code, out, _ = self.audit("-l", "en", command.ZENGCHENG)
        self.assertEqual(code, 6)
        self.assertIn("R-09  Targets far exceeded", out)
        self.assertIn("Not computed\n", out)
        self.assert_narrow(out)

    def test_a_declared_total_that_is_wrong(self):
        code, out, _ = self.audit("-l", "zh", "--total", "89", "--grade", "优", command.ZENGCHENG)
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
