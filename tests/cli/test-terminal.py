"""test-terminal.py - colours on a terminal only, and nothing from the input that a terminal would obey

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import os
import pathlib
import pty
import re
import subprocess
import tempfile

import command

RUN = ("--rulebook", command.GUANGDONG, command.ZENGCHENG)
COLOUR = re.compile("\033\\[[0-9;]*m")


def run_in_terminal(*arguments, **changes):
    """What the program writes to a terminal."""
    primary, secondary = pty.openpty()
    with subprocess.Popen([command.program(), *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=secondary,
                          stderr=secondary, env=command.environment(**changes)) as process:
        os.close(secondary)
        written = b""
        while True:
            try:
                piece = os.read(primary, 65536)
            except OSError:  # the other end was closed
                break
            if not piece:
                break
            written += piece
        process.wait(60)
    os.close(primary)
    return written.decode("utf-8").replace("\r\n", "\n")


class Colours(command.Case):
    def test_none_into_a_pipe(self):
        for name in ("evaluate", "explain"):
            self.assertNotIn("\033", self.good(name, *RUN, env=command.environment(TERM="xterm-256color")))

    def test_on_a_terminal(self):
        for language in ("zh", "en"):
            shown = run_in_terminal("evaluate", "--lang", language, *RUN, TERM="xterm-256color")
            self.assertRegex(shown, "\033\\[1m[^\033\n]*99\\.69[^\033\n]*\033\\[0m")  # the verdict is strong
            self.assertRegex(shown, "\033\\[31m *0\\.28\033\\[0m")  # a loss is red
            self.assertEqual(re.sub(COLOUR, "", shown), self.good("evaluate", "--lang", language, *RUN))
            # No colour runs over the end of a line.
            for line in shown.splitlines():
                self.assertEqual(len(COLOUR.findall(line)) % 2, 0, line)

    def test_none_where_nobody_wants_them(self):
        for changes in ({"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}, {"TERM": None}):
            self.assertNotIn("\033", run_in_terminal("evaluate", *RUN, **changes), changes)

    def test_an_empty_no_color_does_not_count(self):
        self.assertIn("\033", run_in_terminal("evaluate", *RUN, NO_COLOR="", TERM="xterm"))

    def test_none_into_a_file(self):
        with tempfile.TemporaryDirectory() as scratch:
            path = pathlib.Path(scratch, "result.txt")
            run_in_terminal("evaluate", "-o", path, *RUN, TERM="xterm")
            self.assertNotIn("\033", path.read_text(encoding="utf-8"))


# A command of the terminal, line ends, marks that turn text around, invisible ones, and the C1 form of ESC [.
HOSTILE = "甲\033]0;owned\007\033[2J乙\n总分 100\r丙\u202e丁\u2066戊\u200f己\u061c庚\u200b\ufeff辛\u009b31m壬\u2028癸\u0085\u007f"


def with_hostile_texts(value):
    """The document with something hostile in every text that people read."""
    if isinstance(value, dict):
        free = {"name", "evidence", "reason", "title", "zh", "en", "note", "document"}
        free |= {"source"} if "format" in value else set()  # that of an indicator names one by its id
        return {key: HOSTILE + text[:4] if key in free and isinstance(text, str) else with_hostile_texts(text)
                for key, text in value.items()}
    return [with_hostile_texts(element) for element in value] if isinstance(value, list) else value


class Hostile(command.Case):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)

    def write(self, name, document):
        path = pathlib.Path(self.scratch.name, name)
        path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        return path

    def hostile(self, path):
        return self.write(f"{path.parent.name}-{path.name}", with_hostile_texts(json.loads(path.read_text(encoding="utf-8"))))

    def test_nothing_of_it_reaches_the_terminal(self):
        for rulebook, dossier in ((command.GUANGDONG, command.ZENGCHENG), (command.SAMPLE_RULES, command.SAMPLE)):
            run = ("-r", self.hostile(rulebook), self.hostile(dossier))
            for name in ("evaluate", "explain"):
                for language in ("zh", "en"):
                    code, out, err = command.run(name, "--verbose", "--lang", language, *run)
                    self.assertEqual(code, command.OK, err)
                    self.assert_plain(out)
                    self.assert_plain(err)
                    self.assert_narrow(out)
                    self.assertIn("\\u001B", out)
                    # No line that the input made up: what is wrapped is indented by 4 at least.
                    self.assertEqual(re.findall(r"(?m)^ {0,3}总分 100\\u000D", out + err), [], name)

    def test_it_stays_in_data(self):
        dossier = self.hostile(command.ZENGCHENG)
        document = json.loads(self.good("evaluate", "--format", "json", "-r", command.GUANGDONG, dossier))
        self.assertTrue(document["unit"]["name"].startswith(HOSTILE))

    def test_names_of_files_and_options(self):
        path = self.write("a\033[31mb\nc\u202e.json", {"format": "perfeval-dossier/9"})
        _, out, err = command.run("evaluate", "-r", command.GUANGDONG, path)
        self.assertEqual(out, "")
        self.assert_plain(err)
        self.assertIn("\\u001B[31mb\\u000Ac\\u202E.json:1:12: ", err)
        missing = "no\033[31m\nsuch"
        for arguments in (("evaluate", "-r", missing, missing), ("evaluate", "-r", "./" + missing, missing), (missing,),
                          ("evaluate", "--" + missing), ("evaluate", "--format", missing, *RUN), ("explain", *RUN, missing)):
            code, out, err = command.run(*arguments)
            self.assertIn(code, (command.USAGE, command.FILE))
            self.assert_plain(err)
            self.assertEqual(len(err.splitlines()), 1, err)

    def test_a_name_that_is_not_utf_8(self):
        name = os.path.join(os.fsencode(self.scratch.name), b"\xff\xfe.json")
        with open(name, "wb") as file:
            file.write(command.ZENGCHENG.read_bytes())
        done = subprocess.run([os.fsencode(command.program()), b"evaluate", b"-r", os.fsencode(command.GUANGDONG), name],
                              capture_output=True, check=False, env=command.environment())
        self.assertEqual(done.returncode, command.OK, done.stderr)
        done.stdout.decode("utf-8")

    def test_an_argument_that_is_not_utf_8(self):
        for arguments in ([b"explain", b"-r", os.fsencode(command.GUANGDONG), os.fsencode(command.ZENGCHENG), b"\xff"],
                          [b"\xff"], [b"evaluate", b"--\xff"], [b"evaluate", b"--lang", b"\xff"]):
            done = subprocess.run([os.fsencode(command.program()), *arguments], capture_output=True, check=False,
                                  env=command.environment())
            self.assertEqual((done.returncode, done.stdout), (command.USAGE, b""), done.stderr)
            done.stderr.decode("utf-8")

    def test_long_names_stay_within_80_columns(self):
        rules = json.loads(command.GUANGDONG.read_text(encoding="utf-8"))
        dossier = json.loads(command.ZENGCHENG.read_text(encoding="utf-8"))
        dossier["unit"]["name"] = "很长的单位名称" * 40
        rules["title"] = {"zh": "标题" * 100, "en": "x" * 300}
        rules["indicators"][0]["name"] = {"zh": "没有空格" * 50, "en": "unbroken" * 50}
        rules["indicators"][0]["indicators"][0]["indicators"][2]["name"] = {"zh": "很长" * 90, "en": "word " * 60}
        rules["indicators"][0]["indicators"][0]["indicators"][2]["standard"] = {"zh": "很长。" * 90, "en": "y" * 400}
        run = ("-r", self.write("rules.json", rules), self.write("dossier.json", dossier))
        for name in ("evaluate", "explain"):
            for language in ("zh", "en"):
                self.assert_narrow(self.good(name, "--lang", language, *run))


if __name__ == "__main__":
    command.main()
