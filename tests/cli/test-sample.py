"""test-sample.py - the sample department, calculated by hand beside the command

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import csv
import io
import json
from fractions import Fraction

import command

RUN = ("--rulebook", command.SAMPLE_RULES, command.SAMPLE)


def half_up(value, places):
    return Fraction(int(value * 10**places + Fraction(1, 2)), 10**places)


def half_even(value, places):
    return Fraction(round(value * 10**places), 10**places)


def leaf(value):
    """A leaf's points: half up to two places, as the rulebook's contract says."""
    return half_up(Fraction(value), 2)


# Each line from docs/formats.md and the two files, with no look at the program. Money is in 万元.
LEAVES = {
    # capped_ratio: 10 x executed / adjusted; the lines 基本支出 and 项目支出: (615.5 + 401.25) / (620 + 430)
    "1.1": leaf(10 * Fraction("1016.75") / 1050),  # 9.6833... -> 9.68
    # steps: (adjusted - initial) / initial = (1050 - 1000) / 1000 = 5 %, in (0,10]: 4
    "1.2": leaf(4),
    # inverse_ratio: 21.6 is above 20: 5 x 20 / 21.6 = 4.6296...
    "1.3": leaf(5 * Fraction(20) / Fraction("21.6")),  # 4.63
    # per_violation: 4 late payments at 1, at most 3; no misuse: 10 - 3
    "2.1": leaf(10 - min(4 * 1, 3) - 0 * 5),  # 7
    # checklist: 2 for internal control and 1.5 for procurement; no asset rules
    "2.2": leaf(2 + Fraction("1.5")),  # 3.5
    # binary: done
    "2.3": leaf(5),
    # on_time_share, award to signing within 30 days: 23, 40 (10 April to 20 May), 29: two of three
    "2.4": leaf(5 * Fraction(2, 3)),  # 3.33
    # on_time_share, intent to start at least 30 days: 41 (2024 has a 29 February), 19, 35: two of three
    "2.5": leaf(5 * Fraction(2, 3)),  # 3.33
    # binary: 98.2 <= 100
    "2.6": leaf(5),
    # slot by rows, each row rounded and then summed: 9.58 + 4.17 + 4.98 + 3.9
    "3.1": leaf(
        leaf(10 * Fraction(1150, 1200))  # >=: 9.5833... -> 9.58
        + leaf(5 * Fraction(5, 6))  # <=: 6 is above 5: 5 x 5 / 6 = 4.1666... -> 4.17
        + leaf(5 * Fraction("99.5") / 100)  # =: 4.975 -> 4.98
        + leaf(Fraction("3.9"))  # qualitative, partial: the person's score, within [3, 4)
    ),  # 22.63
    # graded, partial: the person's score, within [6, 8)
    "3.2": leaf(Fraction("7.5")),
    # capped_ratio to 90 %: 5 x 88.2 / 90 = 4.9
    "3.3": leaf(5 * Fraction("88.2") / 90),
    # attested: declared
    "3.4": leaf(Fraction("4.5")),
}
MARKS = {"1.1": 10, "1.2": 5, "1.3": 5, "2.1": 10, "2.2": 5, "2.3": 5, "2.4": 5, "2.5": 5, "2.6": 5,
         "3.1": 25, "3.2": 10, "3.3": 5, "3.4": 5}


def group(code):
    """A subtotal: half even to one place."""
    return half_even(sum(score for name, score in LEAVES.items() if name.startswith(code + ".")), 1)


GROUPS = {code: group(code) for code in "123"}  # 18.31 -> 18.3, 27.16 -> 27.2, 39.53 -> 39.5
TOTAL = half_up(sum(GROUPS.values()), 1)


class Sample(command.Case):
    @classmethod
    def setUpClass(cls):
        cls.document = json.loads(command.run("evaluate", "--format", "json", *RUN)[1])
        cls.nodes = {node["code"]: node for node in cls.document["nodes"]}

    def test_the_arithmetic_by_hand(self):
        by_hand = {"1.1": 9.68, "1.3": 4.63, "2.4": 3.33, "3.1": 22.63}
        self.assertEqual({code: float(LEAVES[code]) for code in by_hand}, by_hand)
        self.assertEqual([float(GROUPS[code]) for code in "123"], [18.3, 27.2, 39.5])
        self.assertEqual((TOTAL, sum(MARKS.values())), (85, 100))

    def test_leaves(self):
        for code, score in LEAVES.items():
            self.assertEqual(command.points(self.nodes[code]["score"]), score, code)
            self.assertEqual(command.points(self.nodes[code]["full_marks"]), MARKS[code], code)
            self.assertEqual(command.points(self.nodes[code]["lost"]), MARKS[code] - score, code)

    def test_groups_total_and_grade(self):
        for code, score in GROUPS.items():
            self.assertEqual(command.points(self.nodes[code]["score"]), score, code)
        self.assertEqual(command.points(self.document["total"]["score"]), TOTAL)
        self.assertEqual(command.points(self.document["total"]["lost"]), 15)
        self.assertEqual(self.document["grade"], {"id": "good", "zh": "良", "en": "good"})

    def test_the_ledger_adds_up_at_every_node(self):
        nodes, amounts = self.document["nodes"], {}
        for entry in self.document["ledger"]:
            node = entry["node"]
            while node is not None:
                amounts[node] = amounts.get(node, 0) + command.points(entry["amount"])
                node = nodes[node]["parent"]
        for node in nodes:
            self.assertEqual(command.points(node["full_marks"]) + amounts.get(node["node"], 0), command.points(node["score"]),
                             node["code"])

    def test_origins(self):
        self.assertEqual([code for code, node in self.nodes.items() if node["origin"] == "declared"], ["3.4"])

    def test_text_and_csv_have_the_same_numbers(self):
        text = self.good("evaluate", "--lang", "en", *RUN)
        rows = list(csv.reader(io.StringIO(self.good("evaluate", "--lang", "en", "--format", "csv", *RUN))))
        for code, score in {**LEAVES, **GROUPS}.items():
            # Scores are read as fractions: a subtotal may be written 18.3 or 18.30.
            line = next(line.split() for line in text.splitlines() if line.split()[:1] == [code])
            row = next(row for row in rows if row[0] == code)
            for cells in (line, row):
                numbers = [Fraction(cell) for cell in cells if cell.replace(".", "", 1).isdigit()]
                self.assertIn(score, numbers, code)

    def test_no_line_is_wide(self):
        for name in ("evaluate", "explain"):
            for language in ("zh", "en"):
                text = self.good(name, "--lang", language, *RUN)
                self.assert_narrow(text)
                self.assert_plain(text)

    def test_the_reasons_of_rows_are_shown(self):
        text = self.good("explain", "--lang", "zh", *RUN)
        for reason in ("一期培训改期。", "人手不足。", "一次停机。", "个别材料缺签字。", "一项协议未续签。"):
            self.assertIn(reason, text)

    def test_the_words_of_a_clerk(self):
        text = "".join(self.good("explain", "--lang", "zh", *RUN, "1.1", "1.2", "3.1#2", "3.1#6", "3.2", "2.6").split())
        # Both parts of a rate by their own names, also where they are sums or differences of lines.
        for part in ("全年执行数=1016.75万元", "全年预算数=1050万元", "预算调整数=50万元", "年初预算数=1000万元",
                     "实际值=1150人", "目标值=1200人", "评定等级=部分达成预期指标", "计算：查表：50/1000∈(0%,10%]→4比率",
                     "计算：98.2≤100→5精确值", "[6,8)精确值", "得分：4分，扣1分"):
            self.assertIn(part, text)
        self.assertEqual([line for line in self.good("explain", "--lang", "zh", *RUN).splitlines() if line.count("原因：") > 1], [])
        text = self.good("explain", "--lang", "en", *RUN, "1.2", "2.2")
        for part in ("Score: 4 points, lost: 1 point\n", "internal control = yes (", "asset rules = no ("):
            self.assertIn(part, text)

    def test_the_status_of_the_rulebook_is_said_once(self):
        for language in ("zh", "en"):
            code, _, err = command.run("evaluate", "--verbose", "--lang", language, *RUN)
            said = [line for line in err.splitlines() if "PE_WARNING_RULEBOOK_STATUS" in line]
            self.assertEqual((code, len(said)), (command.OK, 1), err)
            # where the rulebook says it
            self.assertRegex(said[0], r"sample-department\.json:\d+:\d+: .* /status\]$")

    def test_roundings_of_subtotals_are_explained(self):
        text = self.good("explain", "--lang", "en", *RUN)
        titles = [line.split()[0] for line in text.splitlines() if line and not line.startswith(" ")]
        self.assertEqual([title for title in titles if title in GROUPS], ["1", "2", "3"])


if __name__ == "__main__":
    command.main()
