"""test-translations.py - every message of the command is translated, and none that is not there any more

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

import command

SOURCES = sorted(command.SOURCE.glob("cli/*.c"))
CATALOGUES = sorted(command.SOURCE.glob("cli/po/*.po"))


def tool(*arguments):
    return subprocess.run(list(map(str, arguments)), capture_output=True, text=True, check=False, env=command.locale("C"))


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.template = pathlib.Path(cls.scratch.name, "perfeval.pot")
        made = tool("xgettext", "-k_", "-kN_", "--from-code=UTF-8", "-o", cls.template, *SOURCES)
        if made.returncode != 0:
            raise AssertionError(made.stderr)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_there_is_chinese(self):
        self.assertIn("zh_CN", [path.stem for path in CATALOGUES])

    def test_the_template_is_not_empty(self):
        self.assertGreater(self.template.read_text(encoding="utf-8").count("\nmsgid"), 20)

    def test_every_message_is_translated(self):
        for path in CATALOGUES:
            # msgcmp counts a message that is missing, untranslated or fuzzy as a fault.
            compared = tool("msgcmp", path, self.template)
            self.assertEqual((compared.returncode, compared.stderr), (0, ""), path.name)

    def test_nothing_fuzzy_and_every_format_fits(self):
        for path in CATALOGUES:
            done = tool("msgfmt", "--check", "--statistics", "-o", "/dev/null", path)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertRegex(done.stderr.strip(), r"^\d+ translated messages\.$", path.name)

    def test_no_translation_is_left_over(self):
        for path in CATALOGUES:
            # The other way round: every message of the catalogue has to stand in the template.
            with open(pathlib.Path(self.scratch.name, "all.po"), "wb") as filled:
                filled.write(subprocess.run(["msgen", str(self.template)], capture_output=True, check=True).stdout)
            compared = tool("msgcmp", filled.name, path)
            self.assertEqual((compared.returncode, compared.stderr), (0, ""), path.name)


if __name__ == "__main__":
    for needed in ("xgettext", "msgcmp", "msgfmt", "msgen"):
        if shutil.which(needed) is None:
            command.skip(f"{needed} is not installed (Debian package gettext)")
    unittest.main()
