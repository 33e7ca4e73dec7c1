#!/usr/bin/env python3
"""test-texts.py - a text with U+0000 is refused wherever one goes in: the library would read it up to there

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import datetime
import re
import unittest

import package

package.start()
import perfeval  # noqa: E402

NUL = "a\0b"
PAIR = [{"kind": "sum", "operands": [0], "result": 1}]


class Texts(unittest.TestCase):
    def test_every_text_is_turned_to_bytes_in_one_place(self):
        """Beside words of a batch, whose refusal names the column."""
        for path in sorted((package.SOURCE / "python/perfeval").glob("*.py")):
            found = re.findall(r"\w+\.encode\(|fsencode", path.read_text(encoding="utf-8"))
            self.assertEqual(found, {"_core.py": found, "batch.py": ["word.encode("]}.get(path.name, []), path.name)

    def test_refused(self):
        rulebook, dossier = perfeval.Rulebook.from_file(package.RULES), perfeval.Dossier.from_file(package.FACTS)
        evaluation = rulebook.evaluate(dossier)
        audit = perfeval.Audit.of
        for attempt in (
            lambda: perfeval.Dossier.from_json("{}", file=NUL),
            lambda: perfeval.lint("{}", NUL),
            lambda: perfeval.audit("一", file=NUL),
            lambda: perfeval.audit(b"1", encoding="UTF-8\0"),
            lambda: audit(["3" + NUL, "3"], PAIR),
            lambda: audit([("3", NUL), "3"], PAIR),
            lambda: audit(["3", "3"], [dict(PAIR[0], name=NUL)]),
            lambda: perfeval.review(rulebook, dossier, grade=NUL),
            lambda: perfeval.Review.of(rulebook, dossier).to_json(NUL),
            lambda: perfeval.Rollup.of([evaluation], NUL, perfeval.RollupMode.SCORES_FIRST),
            lambda: perfeval.Rollup.of([evaluation], "x", perfeval.RollupMode.SCORES_FIRST, funds=["1万元\0"]),
            lambda: perfeval.Figure.parse("1万元\0"),
            lambda: perfeval.lamp("1\0", "2", 3),
            lambda: perfeval.Threshold.find("sme.reserve_share\0", datetime.date(2023, 6, 1)),
            lambda: perfeval.Threshold.find("sme.reserve_share", datetime.date(2023, 6, 1), "广东省\0"),
            lambda: dossier.measure("budget.execution_rate\0"),
            lambda: perfeval.RulebookMeasure.define("measure.x", "x", "1\0 + 1"),
            lambda: perfeval.Tables.from_csv("a\n", NUL),
            lambda: perfeval.Tables.from_csv("a\n", "a", file=NUL),
            lambda: perfeval.Tables.from_csv("a\n", "a", encoding="UTF-8\0"),
            lambda: perfeval.Dossier.from_tables(perfeval.Tables.from_csv("a\n", "a"), mapping="{}", mapping_file=NUL),
        ):
            with self.assertRaisesRegex(ValueError, "U\\+0000"):
                attempt()

    def test_a_document_is_read_whole(self):
        """It goes in with its length: what is behind the U+0000 is no secret, the reader refuses it with its place."""
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Dossier.from_json('{"format": "perfeval-dossier/1\0"}')
        self.assertEqual((caught.exception.code[:13], caught.exception.line), ("PE_ERROR_JSON", 1))
        with self.assertRaises(perfeval.Error) as caught:
            perfeval.Tables.from_csv("a,\0b\n", "a")
        self.assertEqual(caught.exception.code, "PE_ERROR_CSV_NUL")
        self.assertEqual(perfeval.audit("\0预算100万元，支出90万元，执行率95%。").text[0], "\0")


if __name__ == "__main__":
    unittest.main()
