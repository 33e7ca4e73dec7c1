"""test-broken.py - each broken document is refused with its place, its code and words that help

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

tests/cli/broken/table.json is the table: a document that is wrong in one way, the exit code, and what a line on standard
error has to say: place (file:line:column, counted by hand in the document), status, JSON pointer, and a phrase in each
language that says what is wrong or what would be right.
"""

import json
import os
import pathlib
import re
import resource
import subprocess
import tempfile

import command

BROKEN = pathlib.Path(__file__).resolve().parent / "broken"
TABLE = json.loads((BROKEN / "table.json").read_text(encoding="utf-8"))
RULES = BROKEN / "rules.json"
WORDS = {"zh": {0: "警告", 1: "错误"}, "en": {0: "warning", 1: "error"}}


def evaluate(*arguments, language="en", **keywords):
    return command.run("evaluate", "--lang", language, *arguments, cwd=BROKEN, **keywords)


class Table(command.Case):
    def test_the_good_one(self):
        code, out, err = evaluate("--rulebook", "rules.json", "good.json")
        # 60 x 630 / 700 + 40 = 94
        self.assertEqual((code, err), (command.OK, ""))
        self.assertIn("94 / 100", out)

    def check(self, row, language):
        code, out, err = evaluate(*row["arguments"], language=language)
        self.assertEqual(code, row["exit"], err)
        word = WORDS[language][row["exit"]]
        end = re.escape(f"[{row['status']} {row['pointer']}".rstrip() + "]")
        found = re.search(rf"^{re.escape(row['place'])}: {word}[:：] ?(.*) {end}$", err, re.M)
        self.assertTrue(found, f"{row['place']} {row['status']} {row['pointer']} is not in:\n{err}")
        self.assertIn(row[language], found.group(1))
        self.assert_plain(err)
        if row["exit"] == command.OK:
            self.assertIn("100", out)
        else:
            self.assertEqual(out, "")

    def test_table(self):
        for row in TABLE:
            for language in ("zh", "en"):
                with self.subTest(why=row["why"], language=language):
                    self.check(row, language)

    def test_every_document_is_in_the_table(self):
        named = {name for row in TABLE for name in row["arguments"] if name.endswith(".json")}
        self.assertEqual({path.name for path in BROKEN.glob("*.json")} - {"table.json"} - named, set())

    def test_messages_say_what_would_be_right(self):
        for row in TABLE:
            for language, pattern in (("zh", "应|以计算得分为准"), ("en", "expected|counts")):
                for line in evaluate(*row["arguments"], language=language)[2].splitlines():
                    self.assertRegex(line, pattern, row["why"])

    def test_scored_at_the_cap(self):
        # 718.13 / 700 = 1.02590: above 1, so the leaf has its full marks
        code, out, err = evaluate("--rulebook", "rules.json", "above-budget.json")
        self.assertEqual(code, command.OK)
        self.assertRegex(out, r"(?m)^Total 100 / 100 ")
        self.assertRegex(out, r"(?m)^1 .* 60 +60 +— ")
        self.assertIn("102.59%", err)

    def test_the_computed_score_counts(self):
        code, out, err = evaluate("--rulebook", "rules.json", "score-differs.json")
        self.assertEqual(code, command.OK)
        self.assertRegex(out, r"(?m)^1 .* 60 +54 +6 +computed$")

    def test_quiet_and_verbose(self):
        run = ("--rulebook", "rules.json", "above-budget.json")
        self.assertEqual(evaluate("--quiet", *run)[2], "")
        self.assertNotIn("note:", evaluate(*run)[2])
        self.assertIn("note:", evaluate("--verbose", *run)[2])
        self.assertEqual(evaluate("--quiet", "--rulebook", "rules.json", "sum.json")[0], command.INPUT)
        self.assertIn("PE_ERROR_SUM_MISMATCH", evaluate("--quiet", "--rulebook", "rules.json", "sum.json")[2])


class Monsters(command.Case):
    """Documents that are too large to be kept in the tree."""

    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.path = pathlib.Path(self.scratch.name, "monster.json")
        self.good = (BROKEN / "good.json").read_text(encoding="utf-8")

    def refuse(self, status, code=command.RESOURCE, least="expected"):
        for option in ("--rulebook", None):
            rulebook, dossier = (RULES, self.path) if option is None else (self.path, BROKEN / "good.json")
            found, out, err = evaluate("--rulebook", rulebook, dossier)
            self.assertEqual((found, out), (code, ""), err)
            self.assertIn(f"[{status}", err)
            self.assertIn(least, err)
            self.assertLess(len(err), 2000)

    def test_300_megabytes(self):
        with open(self.path, "wb") as file:
            file.truncate(300_000_000)
        self.refuse("PE_ERROR_LIMIT_BYTES", least="300000000")

    def test_what_never_ends(self):
        code, out, err = evaluate("--rulebook", RULES, "/dev/zero")
        self.assertEqual((code, out), (command.RESOURCE, ""))
        self.assertIn("PE_ERROR_LIMIT_BYTES", err)

    def test_a_million_open_brackets(self):
        self.path.write_text("[" * 10**6, encoding="utf-8")
        self.refuse("PE_ERROR_LIMIT_DEPTH")

    def test_a_hundred_thousand_digits(self):
        self.path.write_text(self.good.replace('"700"', '"' + "7" * 10**5 + '"'), encoding="utf-8")
        code, out, err = evaluate("--rulebook", RULES, self.path)
        self.assertEqual((code, out), (command.RESOURCE, ""))
        self.assertRegex(err, r":13:21: error: .*\[PE_ERROR_LIMIT_DIGITS /budget/lines/0/adjusted\]")
        self.assertLess(len(err), 1000)
        self.path.write_text(self.good.replace('"700"', "7" * 10**5), encoding="utf-8")
        self.assertEqual(evaluate("--rulebook", RULES, self.path)[0], command.RESOURCE)

    def test_a_thousand_faults_are_cut(self):
        unknown = ", ".join(f'"x{i}": 1' for i in range(1000))
        self.path.write_text(self.good.replace('"name": "某局"', f'"name": "某局", {unknown}'), encoding="utf-8")
        code, out, err = evaluate("--rulebook", RULES, self.path)
        self.assertEqual((code, out), (command.INPUT, ""))
        self.assertLessEqual(len(err.splitlines()), 102)
        self.assertIn("PE_NOTE_FINDINGS_CUT", err)

    def with_memory(self, megabytes):
        """Evaluates the monster with a bound on the address space."""
        if os.environ.get("PERFEVAL_SANITIZE"):
            print("SKIPPED: memory running out: a sanitizer needs more address space than is left to the program here")
            self.skipTest("a sanitizer needs the address space")
        if os.environ.get("PERFEVAL_EMULATED"):
            print("SKIPPED: memory running out: an emulator needs the address space that is left to the program here")
            self.skipTest("an emulator needs the address space")
        size = megabytes << 20
        arguments = [command.program(), "evaluate", "--lang", "en", "--rulebook", str(RULES), str(self.path)]
        return subprocess.run(arguments, capture_output=True, text=True, check=False, env=command.locale("C"),
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size)))

    def test_memory_runs_out_while_reading(self):
        self.path.write_text(" " * 60_000_000, encoding="utf-8")
        done = self.with_memory(48)
        self.assertEqual((done.returncode, done.stdout), (command.RESOURCE, ""), done.stderr)
        self.assertRegex(done.stderr, "^perfeval: memory ran out while .*monster.json was read\n$")

    def test_memory_runs_out_while_parsing(self):
        self.path.write_text("[" + "1," * 3_500_000 + "1]", encoding="utf-8")
        done = self.with_memory(64)
        self.assertEqual((done.returncode, done.stdout), (command.RESOURCE, ""), done.stderr)
        self.assertIn("[PE_ERROR_NO_MEMORY", done.stderr)


class Files(command.Case):
    def test_a_missing_file(self):
        for arguments in (("--rulebook", RULES, "no-such.json"), ("--rulebook", "./no-such.json", "good.json"),
                          ("--rulebook", "no-such-rulebook", "good.json")):
            code, out, err = evaluate(*arguments, env=command.locale("C"))
            self.assertEqual((code, out), (command.FILE, ""))
            self.assertRegex(err, r"^perfeval: .*no-such")

    def test_a_directory(self):
        for arguments in (("--rulebook", RULES, "."), ("--rulebook", ".", "good.json")):
            code, out, err = evaluate(*arguments, env=command.locale("C"))
            self.assertEqual((code, out, err), (command.FILE, "", "perfeval: . is a directory; expected a file\n"))

    def test_chinese(self):
        code, out, err = evaluate("--rulebook", RULES, ".", env=command.locale("zh_CN.UTF-8"))
        if "目录" not in err:
            print("SKIPPED: a Chinese message of the command: no locale to show it in")
            self.skipTest("no locale for Chinese")
        self.assertEqual((code, out, err), (command.FILE, "", "perfeval: . 是目录；应为文件\n"))


if __name__ == "__main__":
    command.main()
