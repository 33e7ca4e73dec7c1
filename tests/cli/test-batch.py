#!/usr/bin/env python3
"""test-batch.py - a file of units: the same points as one by one, bad rows apart, and an interrupted run that goes on

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import os
import pathlib
import random
import subprocess
import tempfile
import time
import unittest

import command

RULES = command.SOURCE / "rulebooks/county-60-2019.json"
HEAD = "unit,budget.executed(万元),budget.initial(万元),2/choice,2/rate(%),2/reduction(%),3/choice,3/rate(%),3/reduction(%),4/points(分)"
SLOW = bool(os.environ.get("PERFEVAL_SANITIZE") or os.environ.get("PERFEVAL_EMULATED"))
KILLS = 8 if SLOW else 50
UNITS = 60_000 if SLOW else 300_000


def unit(source, i):
    initial = source.randint(10_000, 99_999_999)
    executed = initial * source.randint(60, 110) // 100
    money = f"{executed // 100}.{executed % 100:02},{initial // 100}.{initial % 100:02}"
    return f"单位{i},{money},rate,{source.randint(5, 20)}.{source.randint(0, 99):02},,change,,{source.randint(0, 40)},{source.randint(0, 20) / 2}"


class Batch(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.scratch.name)
        self.units, self.scores = self.folder / "units.csv", self.folder / "scores.csv"
        self.rejected = self.folder / "scores.csv.rejected.csv"
        self.addCleanup(self.scratch.cleanup)

    def batch(self, *arguments, expected=command.OK):
        done = self.start("-o", self.scores, self.units, *arguments)
        out, err = done.communicate()
        self.assertEqual(done.returncode, expected, err)
        return out, err

    def start(self, *arguments):
        words = [command.program(), "batch", "--lang", "en", "--rulebook", RULES, *arguments]
        return subprocess.Popen([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def write(self, rows):
        self.units.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")

    def test_template_is_what_is_read(self):
        done = self.start("--template")
        out, _ = done.communicate()
        self.assertEqual(done.returncode, command.OK)
        self.units.write_text(out.replace("/rate", "/rate(%)") + "甲,95,100,rate,9,,rate,9.00,,10\n", encoding="utf-8")
        self.batch()
        # 20 × 95/100 = 19; 20 and 10, since 9 % is the target of both; 10
        self.assertEqual(self.scores.read_text(encoding="utf-8"), "unit,total,grade\n甲,59.00,\n")

    def test_points_worked_by_hand(self):
        # 20 × 50/100 = 10; 20, since 9 % is the target; 10 × 15/30 = 5; 7.5: 42.5. Then 20 × 1/3 = 6.67; 20 × 9/18 = 10; 0; 0
        self.write(["甲,50,100,rate,9,,change,,15,7.5", "\"乙,丙\",1,3,rate,18,,change,,-5,0"])
        self.batch("--nodes")
        self.assertEqual(self.scores.read_text(encoding="utf-8"),
                         "unit,total,grade,1,2,3,4\n甲,42.50,,10.00,20.00,5.00,7.50\n\"乙,丙\",16.67,,6.67,10.00,0.00,0.00\n")  # fmt: skip
        self.assertEqual(self.rejected.read_text(encoding="utf-8"), "line,column,code,message,record\n")
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["scores.csv", "scores.csv.rejected.csv", "units.csv"])

    def test_a_bad_row_costs_that_row_only(self):
        self.write(["甲,50,100,rate,9,,change,,15,7.5", "乙,many,100,rate,9,,change,,15,7.5", "丙,50,0,rate,9,,change,,15,7.5",
                    "丁,50,100,rate,9,,change,,15,77", "戊,50,100,rate,9,,change,,15,7.5"])  # fmt: skip
        out, _ = self.batch("--format", "json", expected=command.INPUT)
        self.assertEqual(self.scores.read_text(encoding="utf-8"), "unit,total,grade\n甲,42.50,\n戊,42.50,\n")
        lines = self.rejected.read_text(encoding="utf-8").splitlines()
        self.assertEqual([line.split(",")[0] for line in lines[1:]], ["3", "4", "5"])
        self.assertIn("PE_ERROR_NUMBER_SYNTAX", lines[1])
        self.assertIn("many", lines[1])
        self.assertIn("PE_ERROR_ZERO_DENOMINATOR", lines[2])
        self.assertIn("PE_ERROR_SCORE_ABOVE_MARKS", lines[3])
        summary = json.loads(out)
        self.assertEqual((summary["scored"], summary["rejected"]), (2, 3))
        # Equal totals share a rank.
        self.assertEqual([(r["rank"], r["total"], r["key"]) for r in summary["ranking"]], [(1, "42.50", "甲"), (1, "42.50", "戊")])
        self.assertEqual(summary["average_loss"]["1"], "10.0000")

    def test_headings_are_refused_with_their_column(self):
        self.units.write_text("unit,budget.executed,budget.executed\n", encoding="utf-8")
        _, err = self.batch(expected=command.INPUT)
        self.assertIn("PE_ERROR_CODE_DUPLICATE", err)
        self.assertIn("units.csv:1:3", err)
        self.assertFalse(self.scores.exists())

    def test_the_same_for_any_number_of_threads(self):
        source = random.Random(5)
        self.write([unit(source, i) for i in range(20_000)])
        seen = set()
        for threads in (1, 2, 8):
            out, _ = self.batch("--threads", threads)
            seen.add((out, self.scores.read_bytes()))
            self.scores.unlink()
        self.assertEqual(len(seen), 1)

    def test_a_kill_loses_nothing(self):
        source = random.Random(6)
        self.write([unit(source, i) if i % 1000 else "bad,x,1,rate,1,,rate,1,,5" for i in range(UNITS)])
        began = time.monotonic()
        whole, _ = self.batch(expected=command.INPUT)
        takes = time.monotonic() - began
        scores, rejected = self.scores.read_bytes(), self.rejected.read_bytes()
        self.scores.unlink()
        self.rejected.unlink()
        resumed = 0
        for _ in range(KILLS):
            run = self.start("-o", self.scores, self.units, "--threads", "2")
            time.sleep(source.uniform(0, takes))
            run.kill()
            _, err = run.communicate()
            resumed += "going on at line" in err
            if self.scores.exists():  # it was faster than the kill
                self.assertEqual(self.scores.read_bytes(), scores)
                self.scores.unlink()
            else:
                self.assertFalse(self.scores.exists())
        out, _ = self.batch(expected=command.INPUT)
        self.assertEqual(self.scores.read_bytes(), scores)
        self.assertEqual(self.rejected.read_bytes(), rejected)
        self.assertEqual(out, whole)
        print(f"{KILLS} kills, {resumed} runs went on where another had stopped")

    def test_another_runs_checkpoint(self):
        self.write(["甲,50,100,rate,9,,change,,15,7.5"])
        checkpoint = self.folder / "scores.csv.checkpoint"
        checkpoint.write_text("[perfeval-batch/1]\nidentity=another\n", encoding="utf-8")
        _, err = self.batch(expected=command.FILE)
        self.assertIn("--restart", err)
        self.batch("--restart")
        self.assertFalse(checkpoint.exists())

    def test_usage(self):
        for arguments in ((), (self.units,), (self.units, "-o", "-"), ("--template", self.units), (self.units, "-o", self.scores, "-t", "300")):
            run = self.start(*arguments)
            _, err = run.communicate()
            self.assertEqual(run.returncode, command.USAGE, err)
        run = self.start(self.folder / "none.csv", "-o", self.scores)
        run.communicate()
        self.assertEqual(run.returncode, command.FILE)


if __name__ == "__main__":
    unittest.main()
