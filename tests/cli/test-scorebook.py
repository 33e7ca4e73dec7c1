"""test-scorebook.py - perfeval report FILE.xlsx

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import tempfile
import unittest
import zipfile

import command

DOSSIER = command.SOURCE / "examples/data/zengcheng-2023.json"
RULES = command.SOURCE / "rulebooks/guangdong-2023.json"


@unittest.skipUnless("PERFEVAL_OFFICE_LIBRARY" in os.environ, "libperfeval-office was not built")
class Scorebook(command.Case):
    def setUp(self):
        self.room = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.room.name)

    def tearDown(self):
        self.room.cleanup()

    def test_written_and_audited(self):
        """No template is asked for; the same bytes; and our own audit finds nothing in what it reads there."""
        first, second = self.path / "a.xlsx", self.path / "B.XLSX"
        for target in (first, second):
            self.good("report", "-q", "--lang", "zh", "-r", str(RULES), "-o", str(target), str(DOSSIER))
        self.assertEqual(first.read_bytes(), second.read_bytes())
        with zipfile.ZipFile(first) as archive:
            self.assertIn(b"ROUND(ROUND(100*SUM(H5,H10),7),0)/100", archive.read("xl/worksheets/sheet1.xml"))
            self.assertEqual(len([name for name in archive.namelist() if name.startswith("xl/charts/chart")]), 2)
        self.assertIn("矛盾 0", self.good("audit", "--lang", "zh", str(first)))

    def test_what_cannot_be_scored(self):
        """Nothing is written then."""
        code, out, err = command.run("report", "--lang", "en", "-r", str(command.SOURCE / "rulebooks/yunnan-project-2022.json"), str(DOSSIER),
                                     "-o", str(self.path / "x.xlsx"))
        self.assertEqual((code, out), (1, ""), err)
        self.assertFalse((self.path / "x.xlsx").exists())


if __name__ == "__main__":
    command.main()
