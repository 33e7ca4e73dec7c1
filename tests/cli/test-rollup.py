"""test-rollup.py - several units as one from the command line, both ways, against figures worked out by hand

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import os
import tempfile
from fractions import Fraction

import command

try:
    import jsonschema
except ImportError:  # the schema is then not looked at, and the test says so
    jsonschema = None

# The bureau of the report, and a second unit that spent 2,000 of its 2,155.61 and is otherwise the same.
OTHER = json.loads(command.ZENGCHENG.read_text(encoding="utf-8"))
OTHER["unit"] = {"name": "某办公室"}
OTHER["budget"]["lines"] = [{"name": "全年预算", "category": "total", "adjusted": "2155.61", "executed": "2000"}]


def half_up(value):
    return Fraction(int(value * 100 + Fraction(1, 2)), 100)


A, B, BUDGET = Fraction("2149.56"), Fraction(2000), Fraction("2155.61")
# The scores of the execution rate, 10 points, and of the procurement policy, 1 point: 0.72.
FIRST = 100 - (10 - half_up(10 * A / BUDGET)) - Fraction("0.28")
SECOND = 100 - (10 - half_up(10 * B / BUDGET)) - Fraction("0.28")


class Rollup(command.Case):
    def setUp(self):
        handle, self.other = tempfile.mkstemp(suffix=".json")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(OTHER, file, ensure_ascii=False)

    def tearDown(self):
        os.unlink(self.other)

    def roll(self, *arguments):
        code, out, err = command.run("rollup", "-r", command.GUANGDONG, "-n", command.text("两个单位"), "-f", "json", *arguments, command.ZENGCHENG,
                                     self.other)
        self.assertEqual(code, command.OK, err)
        document = json.loads(out)
        if jsonschema is None:
            print("not looked at: the schema, since python3-jsonschema is not installed")
        else:
            schema = json.loads((command.SOURCE / "rulebooks/schema/perfeval-rollup-1.schema.json").read_text(encoding="utf-8"))
            jsonschema.Draft202012Validator(schema).validate(document)
        return document

    def test_scores_first(self):
        document = self.roll("-m", "scores-first", "-b", "points", "-w", "2,1")
        self.assertEqual(Fraction(document["total"]["score"]), half_up((2 * FIRST + SECOND) / 3))
        self.assertEqual([unit["score"] for unit in document["units"]], ["99.69", "99"])
        self.assertEqual(document["units"][0]["share"]["num"], "2")
        self.assertIsNone(document["evaluation"])

    def test_totals_first(self):
        document = self.roll("-m", "totals-first")
        rate = half_up(10 * (A + B) / (2 * BUDGET))
        self.assertEqual(Fraction(document["total"]["score"]), 100 - (10 - rate) - Fraction("0.28"))
        self.assertEqual(document["evaluation"]["unit"]["name"], "两个单位")
        self.assertEqual(document["weighting"], "funds")

    def test_funds_given(self):
        document = self.roll("-m", "scores-first", "-w", command.text("300万元,1000000元"))
        self.assertEqual(Fraction(document["total"]["score"]), half_up((3 * FIRST + SECOND) / 4))

    def test_text(self):
        code, out, _ = command.run("rollup", "-r", command.GUANGDONG, "-n", command.text("两个单位"), "-l", "zh", "-m", "scores-first", "-b", "points",
                                   "-w", "2,1", command.ZENGCHENG, self.other)
        self.assertEqual(code, command.OK)
        self.assertIn("先评分后加权，按分值加权", out)
        self.assertIn("(2 × 99.69 + 1 × 99) / 3 = 99.46", out)
        self.assertIn("某办公室，权重 1（33.33%），得 99 分", out)

    def test_refusals(self):
        both = (command.ZENGCHENG, self.other)
        for arguments in (("-n", "x", *both), ("-m", "scores-first", *both), ("-m", "x", "-n", "x", *both),
                          ("-m", "scores-first", "-n", "x"), ("-m", "scores-first", "-n", "x", "-b", "points", *both),
                          ("-m", "scores-first", "-n", "x", "-b", "points", "-w", "1", *both),
                          ("-m", "scores-first", "-n", "x", "-b", "points", "-w", "1,1.2.3", *both),
                          ("-m", "scores-first", "-n", "x", "-p", "19", *both),
                          ("-m", "scores-first", "-n", "x", "-f", "csv", *both), ("-m", "scores-first", "-n", "x", "-", "-")):
            code, out, err = command.run("rollup", "-r", command.GUANGDONG, *arguments)
            self.assertEqual((code, out), (command.USAGE, ""), arguments)
            self.assertTrue(err)
        code, _, err = command.run("rollup", "-r", command.GUANGDONG, "-n", "x", "-m", "scores-first", "-b", "points", "-w", "0,0", *both)
        self.assertEqual(code, command.INPUT)
        self.assertIn("PE_ERROR_WEIGHTS_ZERO", err)


if __name__ == "__main__":
    command.main()
