"""test-chart.py - perfeval chart, and the grades of a batch

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import tempfile
import unittest
import xml.etree.ElementTree as tree

import command

DOSSIER = command.SOURCE / "examples/data/zengcheng-2023.json"
RULES = command.SOURCE / "rulebooks/guangdong-2023.json"
SVG = "{http://www.w3.org/2000/svg}"


@unittest.skipUnless("PERFEVAL_OFFICE_LIBRARY" in os.environ, "libperfeval-office was not built")
class Chart(command.Case):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.room.name)

    def tearDown(self):
        self.room.cleanup()

    def draw(self, kind, *arguments, name="chart.svg"):
        target = self.path / name
        self.good("chart", kind, "-q", "--lang", "zh", *map(str, arguments), "-o", str(target))
        return target.read_bytes()

    def texts(self, *arguments):
        root = tree.fromstring(self.draw(*arguments))
        self.assertEqual(root.tag, SVG + "svg")
        return [element.text for element in root.iter(SVG + "text")]

    def test_scores(self):
        """The published scores: 99.69 = 49.97 + 49.72; 0.03 and 0.28 were lost."""
        texts = self.texts("dimensions", "-r", RULES, DOSSIER)
        self.assertIn("49.97 / 50", texts)
        self.assertIn("49.72 / 50", texts)
        texts = self.texts("losses", "-r", RULES, DOSSIER)
        for text in ("-0.03", "-0.28", "99.69", "2.5.6 采购政策效能"):
            self.assertIn(text, texts)
        self.assertIn("145.45%", " ".join(self.texts("targets", "-r", RULES, DOSSIER)))
        self.assertIn("没有可以画出的数据", self.texts("execution", DOSSIER))
        self.assertIn("0.00", " ".join(self.texts("change", "-r", RULES, DOSSIER, DOSSIER)))
        self.assertIn("2.5 采购管理", self.texts("dimensions", "-d", "2", "-r", RULES, DOSSIER))

    def test_png(self):
        data = self.draw("losses", "-r", RULES, "-w", "640", DOSSIER, name="chart.PNG")
        self.assertEqual(data[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(int.from_bytes(data[16:20], "big"), 640)
        self.assertEqual(data, self.draw("losses", "-r", RULES, "-w", "640", DOSSIER, name="again.png"))

    def test_grades(self):
        units = self.path / "units.csv"
        rules = command.SOURCE / "tests/fuzz/batch-rulebook.json"
        head = self.good("batch", "-r", str(rules), "--template").strip()
        units.write_text(head + "\n", encoding="utf-8")
        self.good("batch", "-q", "--lang", "zh", "-r", str(rules), "-C", str(self.path / "grades.svg"), "-o", str(self.path / "out.csv"), str(units))
        self.assertIn("等级分布", (self.path / "grades.svg").read_text(encoding="utf-8"))

    def test_refusals(self):
        rules, dossier, target = str(RULES), str(DOSSIER), str(self.path / "x.svg")
        for arguments in ((), ("losses",), ("pie", dossier, "-r", rules, "-o", target), ("losses", dossier, "-o", target), ("losses", dossier, "-r", rules),
                          ("losses", dossier, "-r", rules, "-o", "x.gif"), ("change", dossier, "-r", rules, "-o", target), ("losses", dossier, dossier, "-r", rules, "-o", target)):
            code, out, _ = command.run("chart", "--lang", "en", *arguments)
            self.assertEqual((code, out), (2, ""), arguments)
        code, _, err = command.run("chart", "losses", dossier, "-r", rules, "-w", "9", "-o", str(self.path / "x.png"), "--lang", "en")
        self.assertEqual(code, 1, err)
        self.assertFalse((self.path / "x.png").exists())


if __name__ == "__main__":
    command.main()
