"""test-output.py - formats, files, standard input and the exit codes of the command line

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import csv
import io
import json
import os
import pathlib
import stat
import subprocess
import tempfile

import command

RUN = ("--rulebook", command.GUANGDONG, command.ZENGCHENG)


class Formats(command.Case):
    def test_json(self):
        document = json.loads(self.good("evaluate", "--format", "json", *RUN))
        self.assertEqual(document["format"], "perfeval-evaluation/1")
        self.assertEqual([str(document["total"][name]) for name in ("full_marks", "score", "lost")], ["100", "99.69", "0.31"])
        self.assertEqual(document["grade"], {"id": "excellent", "zh": "优", "en": "excellent"})
        nodes = {node["code"]: node for node in document["nodes"]}
        self.assertEqual([nodes[code]["score"] for code in ("1", "2", "1.1.3", "2.5.6")], ["49.97", "49.72", "9.97", "0.72"])
        self.assertEqual(nodes["1.1.3"]["unrounded"], {"num": "2149560", "den": "215561", "shown": "9.9719336"})
        amounts = [(entry["code"], entry["amount"]) for entry in document["ledger"]]
        self.assertEqual(amounts, [("1.1.3", "-0.03"), ("2.5.6", "-0.28")])
        self.assertEqual(sum(node["origin"] == "declared" for node in document["nodes"]), 21)

    def test_json_is_the_same_in_every_language_and_for_explain(self):
        first = self.good("evaluate", "--format", "json", "--lang", "zh", *RUN)
        self.assertEqual(first, self.good("evaluate", "--format", "json", "--lang", "en", *RUN))
        self.assertEqual(first, self.good("explain", "--format", "json", *RUN))

    def test_csv(self):
        document = json.loads(self.good("evaluate", "--format", "json", *RUN))
        for language in ("zh", "en"):
            text = self.good("evaluate", "--format", "csv", "--lang", language, *RUN)
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            self.assertEqual(len(rows), 1 + len(document["nodes"]))
            for row, node in zip(rows[1:], document["nodes"], strict=True):
                self.assertEqual(row[0], node["code"])
                self.assertIn(node["name"][language], row)
                for name in ("full_marks", "score", "lost"):
                    self.assertIn(node[name], row)


class Output(command.Case):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.directory = pathlib.Path(self.scratch.name)
        self.path = self.directory / "result.json"

    def names(self):
        return sorted(path.name for path in self.directory.iterdir())

    def test_whole(self):
        for name in ("text", "json", "csv"):
            shown = self.good("evaluate", "--format", name, *RUN)
            self.assertEqual(self.good("evaluate", "--format", name, "-o", self.path, *RUN), "")
            self.assertEqual(self.path.read_bytes().decode(), shown)
        self.assertEqual(self.names(), ["result.json"])

    def test_nothing_after_an_error(self):
        self.path.write_text("as before", encoding="utf-8")
        broken = pathlib.Path(__file__).resolve().parent / "broken"
        code, out, _ = command.run("evaluate", "-o", self.path, "-r", broken / "rules.json", broken / "sum.json")
        self.assertEqual((code, out), (command.INPUT, ""))
        code, out, _ = command.run("explain", "-o", self.path, *RUN, "9.9")
        self.assertEqual((code, out), (command.USAGE, ""))
        self.assertEqual((self.path.read_text(encoding="utf-8"), self.names()), ("as before", ["result.json"]))

    def test_a_directory_that_is_not_there(self):
        code, out, err = command.run("evaluate", "-o", self.directory / "no" / "result.json", *RUN)
        self.assertEqual((code, out), (command.FILE, ""))
        self.assertRegex(err, "^perfeval: .*result.json")
        self.assertEqual(self.names(), [])

    def test_a_directory_that_cannot_be_written(self):
        self.directory.chmod(0o555)
        arguments = [command.program(), "evaluate", "-o", str(self.path), *map(str, RUN)]
        try:  # root may write everywhere, so that somebody else has to try
            done = subprocess.run(arguments, capture_output=True, check=False, user=65534 if os.geteuid() == 0 else None)
        except PermissionError:
            print("SKIPPED: a directory without write permission: nobody but root may run the program here")
            self.skipTest("nobody but root may run the program")
        finally:
            self.directory.chmod(0o700)
        if b"cannot be read" in done.stderr:
            print("SKIPPED: a directory without write permission: nobody but root may read the examples here")
            self.skipTest("nobody but root may read the examples")
        self.assertEqual((done.returncode, done.stdout, self.names()), (command.FILE, b"", []), done.stderr)
        self.assertIn(b"result.json", done.stderr)

    def test_a_directory_instead_of_a_file(self):
        code, out, err = command.run("evaluate", "-o", self.directory, *RUN)
        self.assertEqual((code, out), (command.FILE, ""), err)
        self.assertEqual(self.names(), [])

    def test_the_mode_of_a_file_is_kept(self):
        self.path.write_text("private", encoding="utf-8")
        self.path.chmod(0o600)
        self.good("evaluate", "-o", self.path, *RUN)
        self.assertEqual(stat.S_IMODE(self.path.stat().st_mode), 0o600)

    def test_a_link_stays_a_link(self):
        self.path.write_text("old", encoding="utf-8")
        link = self.directory / "link"
        link.symlink_to("result.json")
        self.good("evaluate", "-o", link, *RUN)
        self.assertTrue(link.is_symlink())
        self.assertIn("99.69", self.path.read_text(encoding="utf-8"))

    def test_a_device_stays_a_device(self):
        pipe = self.directory / "pipe"
        os.mkfifo(pipe)
        with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
            code, _, err = command.run("evaluate", "-o", pipe, *RUN)
            self.assertEqual(code, command.OK, err)
            self.assertIn("99.69", reader.stdout.read().decode())
        self.assertTrue(stat.S_ISFIFO(pipe.stat().st_mode))

    def test_a_full_disk(self):
        code, _, err = command.run("evaluate", "-o", "/dev/full", *RUN)
        self.assertEqual(code, command.FILE)
        self.assertRegex(err, "^perfeval: ")
        with open("/dev/full", "wb") as full:
            for arguments in (("evaluate", *RUN), ("--help",), ("--version",), ("explain", "--help")):
                done = subprocess.run([command.program(), *map(str, arguments)], stdout=full, stderr=subprocess.PIPE, check=False)
                self.assertEqual(done.returncode, command.FILE, arguments)

    def test_what_is_read_is_not_overwritten(self):
        copy = self.directory / "dossier.json"
        copy.write_bytes(command.ZENGCHENG.read_bytes())
        link = self.directory / "link.json"
        link.symlink_to("dossier.json")
        for output in (copy, link):
            code, out, err = command.run("evaluate", "-r", command.GUANGDONG, "-o", output, copy, env=command.locale("C"))
            self.assertEqual((code, out), (command.USAGE, ""))
            self.assertIn("--output", err)
        self.assertEqual(copy.read_bytes(), command.ZENGCHENG.read_bytes())


class Input(command.Case):
    def test_standard_input(self):
        dossier, rulebook = command.ZENGCHENG.read_bytes(), command.GUANGDONG.read_bytes()
        shown = self.good("evaluate", *RUN)
        self.assertEqual(self.good("evaluate", "-r", command.GUANGDONG, "-", stdin=dossier), shown)
        self.assertEqual(self.good("evaluate", "-r", "-", command.ZENGCHENG, stdin=rulebook), shown)
        with open(command.ZENGCHENG, "rb") as file:  # a file, and not a pipe
            done = subprocess.run([command.program(), "evaluate", "-r", str(command.GUANGDONG), "-"], stdin=file,
                                  capture_output=True, check=False)
        self.assertEqual(done.stdout.decode(), self.good("evaluate", *RUN, env=command.environment()))

    def test_its_name_in_places(self):
        code, _, err = command.run("evaluate", "-r", command.GUANGDONG, "-", stdin=b'{"format": 1}')
        self.assertEqual(code, command.INPUT)
        self.assertRegex(err, r"(?m)^<stdin>:1:12: ")

    def test_nothing_on_standard_input(self):
        code, out, err = command.run("evaluate", "-r", command.GUANGDONG, "-", stdin=b"")
        self.assertEqual((code, out), (command.INPUT, ""))
        self.assertIn("PE_ERROR_JSON_TRUNCATED", err)

    def test_an_installed_rulebook(self):
        """The program finds what was installed beside it, wherever that is."""
        with tempfile.TemporaryDirectory() as prefix:
            book = pathlib.Path(prefix, "share/perfeval/rulebooks")
            book.mkdir(parents=True)
            (book / "guangdong-2023.json").write_bytes(command.GUANGDONG.read_bytes())
            pathlib.Path(prefix, "bin").mkdir()
            program = pathlib.Path(prefix, "bin/perfeval")
            program.write_bytes(pathlib.Path(command.program()).read_bytes())
            program.chmod(0o755)
            directory = str(pathlib.Path(command.program()).parent)
            environment = command.locale("C", LD_LIBRARY_PATH=directory)

            def run(name):
                return subprocess.run([str(program), "evaluate", "-r", name, str(command.ZENGCHENG)], capture_output=True,
                                      text=True, check=False, env=environment)

            done = run("guangdong-2023")
            self.assertEqual(done.returncode, command.OK, done.stderr)
            self.assertIn("99.69", done.stdout)
            done = run("guangdong-1999")
            self.assertEqual(done.returncode, command.FILE)
            self.assertIn("installed are: guangdong-2023\n", done.stderr)


class Usage(command.Case):
    def test_usage(self):
        dossier = command.ZENGCHENG
        for arguments in ((), ("score",), ("evaluate",), ("evaluate", "-r", command.GUANGDONG), ("evaluate", dossier),
                          ("evaluate", *RUN, "1.1.3"), ("evaluate", "--nonsense", *RUN), ("evaluate", "-r"),
                          ("evaluate", "--format", "xml", *RUN), ("evaluate", "--lang", "fr", *RUN),
                          ("evaluate", "--scorer", "boss", *RUN), ("explain", "--format", "csv", *RUN),
                          ("explain", "--format", "json", *RUN, "1.1.3"), ("explain", *RUN, "9.9"),
                          ("evaluate", "-r", "-", "-")):
            code, out, err = command.run(*arguments, env=command.locale("C"))
            self.assertEqual((code, out), (command.USAGE, ""), arguments)
            self.assertRegex(err, r"\Aperfeval: [^\n]+\n\Z", arguments)
            self.assertRegex(err, "expected|--help|prints the codes|needs|is for|cannot both", arguments)

    def test_one_of_the_words_is_offered(self):
        err = command.run("evaluate", "--format", "xml", *RUN, env=command.locale("C"))[2]
        self.assertEqual(err, "perfeval: --format cannot be “xml”; expected one of: text, json, csv\n")

    def test_another_scorer(self):
        # Nobody but the department itself has declared scores in this dossier.
        code, out, err = command.run("evaluate", "--scorer", "finance", "--lang", "en", *RUN)
        self.assertEqual((code, out), (command.INPUT, ""))
        self.assertEqual(err.count("PE_ERROR_SCORE_MISSING"), 21)


if __name__ == "__main__":
    command.main()
