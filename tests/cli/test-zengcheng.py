"""test-zengcheng.py - the published result of the Zengcheng bureau for 2023, as the command shows it

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import re
from fractions import Fraction

import command

RUN = ("--rulebook", command.GUANGDONG, "examples/data/zengcheng-2023.json")
RULEBOOK = json.loads(command.GUANGDONG.read_text(encoding="utf-8"))


def leaves(indicators):
    for indicator in indicators:
        if "indicators" in indicator:
            yield from leaves(indicator["indicators"])
        else:
            yield indicator


ATTESTED = [leaf["code"] for leaf in leaves(RULEBOOK["indicators"]) if leaf["rule"]["shape"] == "attested/1"]

# The report prints 99.69 with 49.97 and 49.72, and two deductions. By hand, multiplied before divided and rounded half up:
#   1.1.3  10 x 2149.56 / 2155.61 = 9.9719336..., 9.97, lost 0.03; the rate is 99.7193..., shown as 99.72
#   2.5.6   1 x 187.61 / 258.83   = 0.7248386..., 0.72, lost 0.28; the rate is 72.4838..., shown as 72.48
EXECUTION = Fraction(214956, 215561) * 10
PURCHASES = Fraction(18761, 25883)


def flat(text):
    """The text without line ends and blanks, which wrapping puts anywhere."""
    return re.sub(r"\s+", "", text)


class Zengcheng(command.Case):
    def show(self, name, language, *more):
        return self.good(name, "--lang", language, *RUN, *more)

    def test_the_arithmetic_by_hand(self):
        self.assertEqual((int(EXECUTION * 10**7), int(PURCHASES * 10**7)), (99719336, 7248386))
        self.assertEqual(len(ATTESTED), 21)

    def row(self, text, code):
        rows = [line.split() for line in text.splitlines() if line.split()[:1] == [code]]
        self.assertTrue(rows, code)
        return rows[0]

    def test_total_and_grade(self):
        for language, total, grade in (("zh", "总分", "优"), ("en", "Total", "excellent")):
            text = self.show("evaluate", language)
            head = text.split("\n\n")[0]
            self.assertRegex(head, rf"(?m)^{total} 99\.69 / 100 .*0\.31 .*{grade}$")
            for code, marks, score, lost in (("1", "50", "49.97", "0.03"), ("2", "50", "49.72", "0.28"),
                                             ("1.1.3", "10", "9.97", "0.03"), ("2.5.6", "1", "0.72", "0.28")):
                numbers = [word for word in self.row(text, code)[1:] if re.fullmatch(r"[\d.]+", word)]
                self.assertEqual(numbers, [marks, score, lost], code)

    def test_exactly_two_deductions(self):
        for language, heading in (("zh", "扣分明细"), ("en", "Points lost")):
            text = self.show("evaluate", language)
            block = text.split(f"\n{heading}\n")[1].split("\n\n")[0]
            self.assertEqual(re.findall(r"(?m)^ +([+-]\d\S*)  (\S+) ", block), [("-0.03", "1.1.3"), ("-0.28", "2.5.6")])
            self.assertIn("10×min(1,2149.56/2155.61)=9.9719336", flat(block).replace("万元", ""))
            self.assertIn("1×min(1,187.61/258.83)=0.7248386", flat(block).replace("万元", ""))
            # The reasons of the rulebook, with the rates that its contract rounds half up to two places.
            if language == "zh":
                self.assertIn("预算资金支出率为99.72%，未达到100%，扣0.03分。", flat(block))
            else:
                self.assertIn(flat("The budget execution rate is 99.72%, short of 100%: 0.03 points lost."), flat(block))
            self.assertIn("72.48%", block)
            self.assertNotIn("—", block, "a reason names a figure that it does not have")

    def test_declared_scores_are_named(self):
        for language, heading in (("zh", "按填报得分（未由本程序计算）的指标（21 项）"),
                                  ("en", "Scored from declarations, not computed here (21)")):
            text = self.show("evaluate", language)
            block = text.split(f"\n{heading}\n")[1].split("\n\n")[0]
            self.assertEqual(block.split(), ATTESTED)
            for code in ATTESTED:
                self.assertIn("填报" if language == "zh" else "declared", self.row(text, code))

    def test_the_rulebook_is_named_as_reconstructed(self):
        for language, words in (("zh", "复原，非官方文本"), ("en", "reconstructed, not the official text")):
            self.assertIn(f" guangdong-department 2023 [{words}]\n", self.show("evaluate", language).split("\n\n")[0])

    def test_every_assumption_is_printed(self):
        self.assertGreaterEqual(len(RULEBOOK["assumptions"]), 10)
        for language in ("zh", "en"):
            text = flat(self.show("evaluate", language))
            for number, assumption in enumerate(RULEBOOK["assumptions"], 1):
                self.assertIn(f"{number}.{flat(assumption[language])}", text)

    def test_no_line_is_wide(self):
        for name in ("evaluate", "explain"):
            for language in ("zh", "en"):
                text = self.show(name, language)
                self.assert_narrow(text)
                self.assert_plain(text)
                self.assertEqual([line for line in text.splitlines() if line != line.rstrip()], [])
                # Opening punctuation does not end a line, nor does closing punctuation begin one.
                self.assertEqual(re.findall(r"(?m)^.*[（《“‘]$|^ *[，。、；：？！）》”’].*$", text), [])

    def test_columns_stand_below_each_other(self):
        for language, words in (("zh", ("满分", "得分", "扣分")), ("en", ("Marks", "Score", "Lost"))):
            lines = self.show("evaluate", language).splitlines()
            start = next(i for i, line in enumerate(lines) if all(word in line for word in words))
            ends = [command.width(lines[start][: lines[start].index(word) + len(word)]) for word in words]
            end = next(i for i in range(start + 2, len(lines)) if not lines[i])
            for line in lines[start + 2 : end]:
                found = [command.width(line[: match.end()])
                         for match in re.finditer(r"(?<= )(?:\d[\d.]*|—)(?= |$)", line)][-3:]
                if found and found[-1] >= ends[-1]:
                    self.assertEqual(found, ends, line)


class Explained(command.Case):
    # code, figures, (zh, en) rule, exact value, rounded, lost
    LOST = {
        "1.1.3": ("2149.56", "2155.61", EXECUTION, "9.97", "0.03"),
        "2.5.6": ("187.61", "258.83", PURCHASES, "0.72", "0.28"),
    }

    def block(self, language, code):
        return self.good("explain", "--lang", language, *RUN, code)

    def test_without_codes_what_lost_points_and_the_total(self):
        for language in ("zh", "en"):
            text = self.good("explain", "--lang", language, *RUN)
            titles = [line for line in text.splitlines() if line and not line.startswith(" ")]
            self.assertEqual([title.split()[0] for title in titles[:2]], ["1.1.3", "2.5.6"])
            self.assertEqual(len(titles), 3)
            self.assertIn("99.69", text.split(titles[2])[1])

    def test_rule_formula_rounding_and_reason(self):
        for language in ("zh", "en"):
            for code, (actual, target, exact, rounded, lost) in self.LOST.items():
                text = self.block(language, code)
                leaf = next(leaf for leaf in leaves(RULEBOOK["indicators"]) if leaf["code"] == code)
                self.assertIn(flat(leaf["standard"][language]), flat(text))
                self.assertIn(f"min(1,{actual}/{target})", flat(text).replace("万元", ""))
                self.assertIn(f"{exact.numerator}/{exact.denominator}", flat(text))
                self.assertIn(str(int(exact * 10**7)).rjust(8, "0")[-7:], text)
                self.assertRegex(text, rf"→ {re.escape(rounded)}\n")
                self.assertRegex(flat(text), ("扣" if language == "zh" else "lost:") + re.escape(lost))
                self.assertIn("四舍五入" if language == "zh" else "half up", text)
                self.assertIn(flat(leaf["reason"][language].split("{")[0]), flat(text))

    def test_each_figure_stands_where_the_explanation_says(self):
        lines = command.ZENGCHENG.read_text(encoding="utf-8").splitlines()
        for language in ("zh", "en"):
            for code, (actual, target, *_) in self.LOST.items():
                text = flat(self.block(language, code))
                places = re.findall(r"=([\d.]+)万元[（(](/[\w/]+)[，,]([\w./-]+):(\d+):(\d+)[）)]", text)
                self.assertEqual([place[0] for place in places], [actual, target], text)
                for figure, path, file, line, column in places:
                    self.assertEqual(file, "examples/data/zengcheng-2023.json")
                    at = lines[int(line) - 1][int(column) - 1 :]
                    printed = re.match(r'"([\d.,]+)"', at)
                    self.assertTrue(printed, f"{line}:{column} is {at!r}")
                    self.assertEqual(printed.group(1).replace(",", ""), figure)
                    name = path.rsplit("/", 1)[1]
                    self.assertIn(f'"{name}": ', lines[int(line) - 1])

    def test_a_declared_leaf_says_who_and_why(self):
        text = self.block("zh", "2.2.1")
        self.assertIn("未经计算", text)
        self.assertIn("报告未列出该项扣分。", text)
        self.assertIn("not computed", self.block("en", "2.2.1"))

    def test_a_group_is_the_sum_of_what_stands_below(self):
        self.assertIn("49.97 + 49.72 = 99.69", self.good("explain", "--lang", "en", *RUN))

    def test_an_unknown_code(self):
        code, out, err = command.run("explain", *RUN, "9.9", env=command.locale("C"))
        self.assertEqual((code, out), (command.USAGE, ""))
        self.assertIn("“9.9”", err)


if __name__ == "__main__":
    command.main()
