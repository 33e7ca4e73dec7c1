"""test-calendar.py - a scheme that asks for a day by its name, from the command line

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json

import command

RULES = "hunan-department-yueyang"
CALENDAR = command.SOURCE / "examples/data/calendar-2022.json"
DOSSIER = command.SOURCE / "tests/rulebooks/data/hunan-department-yueyang.json"
RULEBOOK = command.SOURCE / f"rulebooks/{RULES}.json"


class Calendar(command.Case):
    def test_evaluate(self):
        code, out, err = command.run("evaluate", "-r", RULEBOOK, "-f", "json", "--calendar", CALENDAR, DOSSIER)
        self.assertEqual((code, err), (command.OK, ""))
        # Worked out in tests/rulebooks/test-rulebooks.py.
        self.assertEqual(json.loads(out)["total"]["score"], "85")

    def test_explain_names_the_day(self):
        code, out, _ = command.run("explain", "-r", RULEBOOK, "-l", "zh", "-c", CALENDAR, DOSSIER, "2.2")
        self.assertEqual(code, command.OK)
        self.assertIn("春节 2022-02-01", out)

    def test_lint_runs_cases_with_it(self):
        code, _, _ = command.run("lint", "-c", CALENDAR, RULEBOOK)
        self.assertEqual(code, command.OK)

    def test_without_it(self):
        code, out, err = command.run("evaluate", "-r", RULEBOOK, DOSSIER)
        self.assertEqual((code, out), (command.INPUT, ""))
        self.assertIn("PE_ERROR_CALENDAR_MISSING", err)

    def test_refusals(self):
        code, _, err = command.run("evaluate", "-r", RULEBOOK, "-c", DOSSIER, DOSSIER)
        self.assertEqual(code, command.INPUT)
        self.assertIn("PE_ERROR_FORMAT_UNKNOWN", err)
        code, _, _ = command.run("evaluate", "-r", RULEBOOK, "-c", command.SOURCE / "no-such.json", DOSSIER)
        self.assertEqual(code, command.FILE)
        for arguments in (("evaluate", "-r", RULEBOOK, "-c", "-", DOSSIER), ("lint", "-c", "-", RULEBOOK),
                          ("compare", "-c", CALENDAR, RULEBOOK, RULEBOOK)):
            self.assertEqual(command.run(*arguments)[0], command.USAGE, arguments)
        code, _, err = command.run("evaluate", "-r", RULEBOOK, "-c", CALENDAR, "-o", CALENDAR, DOSSIER)
        self.assertEqual(code, command.USAGE)


if __name__ == "__main__":
    command.main()
