"""test-faults.py - disks that are full, reads that fail, signals in the middle: the exit code, the file's name, and the old file as it was

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

tests/support/faults.c makes the system calls fail, for the files of the test alone.
"""

import errno
import os
import pathlib
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile

import command

SANITIZED = bool(os.environ.get("PERFEVAL_SANITIZE"))
HAS_OFFICE = "PERFEVAL_OFFICE_LIBRARY" in os.environ
SHIM = os.environ.get("PERFEVAL_FAULTS", "")
OLD = "what was there before\n"
TEXT = "全年预算收入2,155.61万元，全年预算支出2,149.56万元，支出进度为99.72%。\n"

# The files that a command reads, in capitals, are copied into a folder of the test's own.
FILES = {
    "RULES": ("rules.json", command.GUANGDONG), "DOSSIER": ("dossier.json", command.ZENGCHENG),
    "SAMPLE_RULES": ("sample-rules.json", command.SAMPLE_RULES), "SAMPLE": ("sample.json", command.SAMPLE),
    "CALENDAR": ("calendar.json", command.SOURCE / "examples/data/calendar-2022.json"),
    "TEMPLATE": ("template.xml", command.SOURCE / "reports/department.xml"),
}  # fmt: skip
EVALUATE = ("-r", "RULES", "DOSSIER")
COMMANDS = [
    ("result.txt", "evaluate", *EVALUATE), ("result.json", "evaluate", "-f", "json", "-c", "CALENDAR", *EVALUATE),
    ("result.csv", "evaluate", "-f", "csv", *EVALUATE), ("explained.txt", "explain", *EVALUATE),
    ("audit.txt", "audit", "REPORT"), ("audit.html", "audit", "-f", "html", "REPORT"),
    ("review.sarif", "audit", "-f", "sarif", "-r", "RULES", "DOSSIER"), ("lint.txt", "lint", "RULES", "SAMPLE_RULES"),
    ("lint.json", "lint", "-f", "json", "RULES"), ("compare.txt", "compare", "RULES", "SAMPLE_RULES"),
    ("rollup.txt", "rollup", "-m", "scores-first", "-n", "某局", *EVALUATE, "DOSSIER"), ("all.json", "convert", "DOSSIER"),
    ("all.ocds.json", "convert", "SAMPLE"), ("package/datapackage.json", "convert", "SAMPLE"), ("tables", "convert", "SAMPLE"),
    ("again.json", "convert", "TABLES"), ("heads.csv", "batch", "--template", "-r", "RULES"),
]  # fmt: skip
OFFICE = [
    ("all.xlsx", "convert", "DOSSIER"), ("read.json", "convert", "WORKBOOK"), ("form.xlsx", "template", "-r", "RULES"),
    ("report.docx", "report", "-T", "TEMPLATE", "-d", "2024-03-15", *EVALUATE),
    ("report.html", "report", "-T", "TEMPLATE", "-d", "2024-03-15", *EVALUATE),
    ("report.md", "report", "-T", "TEMPLATE", "-d", "2024-03-15", *EVALUATE), ("report.xlsx", "report", *EVALUATE),
    ("chart.svg", "chart", "losses", *EVALUATE), ("chart.png", "chart", "execution", "DOSSIER"),
]  # fmt: skip
if not SANITIZED:  # what cairo keeps is told from a leak by unwinding through it, which takes minutes here
    OFFICE.append(("report.pdf", "report", "-T", "TEMPLATE", "-d", "2024-03-15", *EVALUATE))


def fault(path, kind, after=0, number=errno.EIO):
    """The environment in which kind fails for the files whose names begin with path."""
    preload = ":".join(filter(None, [os.environ.get("PERFEVAL_PRELOAD"), SHIM]))
    return command.locale("C", LD_PRELOAD=preload, PERFEVAL_FAULT=kind, PERFEVAL_FAULT_PATH=str(path),
                          PERFEVAL_FAULT_AFTER=str(after), PERFEVAL_FAULT_ERRNO=str(number))  # fmt: skip


def contents(folder):
    """Every file below a folder, with its bytes; folders with None."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


class Faults(command.Case):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.room = pathlib.Path(cls.scratch.name).resolve()
        cls.inputs = cls.room / "read"
        cls.inputs.mkdir()
        for name, source in FILES.values():
            shutil.copyfile(source, cls.inputs / name)
        cls.files = {word: cls.inputs / name for word, (name, _) in FILES.items()}
        cls.files.update(REPORT=cls.inputs / "report.txt", TABLES=cls.inputs / "tables", WORKBOOK=cls.inputs / "book.xlsx")
        cls.files["REPORT"].write_text(TEXT, encoding="utf-8")
        for word in ("TABLES", "WORKBOOK") if HAS_OFFICE else ("TABLES",):
            command.run("convert", command.SAMPLE, "-o", cls.files[word])

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def setUp(self):
        self.folder = self.room / "written"
        self.folder.mkdir()
        self.addCleanup(shutil.rmtree, self.folder)

    def commands(self):
        """What is written to where, and the arguments of the command."""
        for name, *words in COMMANDS + (OFFICE if HAS_OFFICE else []):
            yield self.folder / name, [str(self.files.get(word, word)) for word in words]

    def start(self, output):
        """Something that is there before: a file, or the same tables of another dossier. Answers what is there."""
        shutil.rmtree(self.folder)
        self.folder.mkdir()
        if output.name == "tables":
            output.mkdir()
            (output / "预算.csv").write_text(OLD, encoding="utf-8")
        else:
            output.parent.mkdir(exist_ok=True)
            output.write_text(OLD, encoding="utf-8")
        return contents(self.folder)

    def whole(self, output, words):
        """What the command writes where nothing fails."""
        self.start(output)
        code, _, err = command.run(*words, "-o", output, env=command.locale("C"))
        self.assertEqual((code, err), (code if words[0] == "audit" and code > command.RESOURCE else command.OK, err), words)
        self.code = code  # an audit's is the gravest that it found
        return contents(self.folder)

    def fails(self, output, words, env, name, reason):
        before = self.start(output)
        code, out, err = command.run(*words, "-o", output, env=env)
        self.assertEqual((code, out), (command.FILE, ""), (words, err))
        self.assertRegex(err, f"perfeval: .*{name}.*: {reason}; expected ")
        self.assertEqual(contents(self.folder), before, words)

    def test_a_write_that_fails(self):
        for output, words in self.commands():
            whole = self.whole(output, words)
            size = sum(len(new) for name, new in whole.items() if new is not None and new != OLD.encode())
            target = output.name if output.name != "tables" else "tables"
            if output.parent != self.folder:
                target = ""  # the package's table or its descriptor, whichever comes to the end of the disk
            for after in {0, size - 1} if SANITIZED else {0, 1, size // 2, size - 1}:
                env = fault(self.folder, "write", after, errno.ENOSPC)
                self.fails(output, words, env, target, "No space left on device")

    def several(self):
        """A folder of files, the command that writes them, and their names in the folder of the test."""
        for output, words in (("tables", "TABLES"), ("package/datapackage.json", "SAMPLE")):
            output, words = self.folder / output, ["convert", str(self.files[words])]
            whole = self.whole(output, words)
            yield output, words, [name for name in whole if whole[name] not in (None, OLD.encode())]

    def start_with(self, output, names):
        self.start(output)
        for name in names:
            (self.folder / name).write_text(OLD + name, encoding="utf-8")
        return contents(self.folder)

    def test_a_name_that_fails_behind_others(self):
        """Of several files one cannot have its name: those before it give theirs back, with what was there or nothing."""
        for output, words, names in self.several():
            self.assertGreater(len(names), 1)
            for broken in names:
                for kind, old in (("rename", names), ("rename", []), ("unlinked-once", names), ("unlinked-once", [])):
                    before = self.start_with(output, old)
                    code, out, err = command.run(*words, "-o", output, env=fault(self.folder / broken, kind))
                    self.assertEqual((code, out), (command.FILE, ""), (broken, err))
                    self.assertRegex(err, f"perfeval: .*{re.escape(pathlib.Path(broken).name)} .*: Input/output error; expected ")
                    self.assertEqual(contents(self.folder), before, (broken, kind))
            before = self.start_with(output, names)
            code, _, err = command.run(*words, "-o", output, env=command.locale("C"))
            self.assertEqual((code, err), (command.OK, err))
            self.assertEqual(sorted(contents(self.folder)), sorted(before))

    def test_a_file_that_cannot_be_put_back(self):
        """Where a file has one name alone and cannot have it again, the place of what was there is said."""
        for output, words, names in self.several():
            before = self.start_with(output, names)
            code, _, err = command.run(*words, "-o", output, env=fault(self.folder / names[0], "unlinked"))
            self.assertEqual(code, command.FILE)
            lost = re.search("perfeval: .* cannot be put back: Input/output error; what was there is in (.*), which has ", err)
            pathlib.Path(lost[1]).rename(self.folder / names[0])
            self.assertEqual(contents(self.folder), before)

    def test_what_else_fails(self):
        kinds = ("sync", "rename") if SANITIZED else ("sync", "close", "rename", "create")
        for output, words in self.commands():
            for kind in kinds:
                self.fails(output, words, fault(self.folder, kind), "", "Input/output error")

    def test_what_goes_on(self):
        for output, words in self.commands():
            whole = self.whole(output, words)
            for kind in ("again",) if SANITIZED else ("short", "interrupted", "again"):
                self.start(output)
                code, _, err = command.run(*words, "-o", output, env=fault(self.folder, kind))
                self.assertEqual(code, self.code, (words, err))
                self.assertEqual(contents(self.folder), whole, (kind, words))

    def test_an_end_in_the_middle(self):
        """Whoever ends the program finds the new files whole; nothing half-written is left."""
        for output, words in self.commands():
            whole = self.whole(output, words)
            self.start(output)
            code, _, err = command.run(*words, "-o", output, env=fault(self.folder, "end"))
            self.assertEqual(code, -signal.SIGTERM, (words, err))
            self.assertEqual(contents(self.folder), whole, words)

    def test_a_new_folder_goes_again(self):
        for name in ("a/b/tables", "a/datapackage.json"):
            output = self.folder / name
            code, _, err = command.run("convert", command.SAMPLE, "-o", output, env=fault(self.folder, "write", 100))
            self.assertEqual(code, command.FILE, err)
            self.assertEqual(contents(self.folder), {})

    def read_files(self, words):
        """The files that a command reads: each argument in the folder of inputs, and a file of each folder."""
        for word in sorted({word for word in words if word.startswith(str(self.inputs))}):
            path = pathlib.Path(word)
            yield sorted(path.iterdir())[0] if path.is_dir() else path

    def test_a_read_that_fails(self):
        for output, words in self.commands():
            for path in self.read_files(words):
                for after in {path.stat().st_size // 2} if SANITIZED else {0, 1, path.stat().st_size // 2}:
                    self.fails(output, words, fault(path, "read", after), path.name, "Input/output error")

    def test_a_read_that_goes_on(self):
        for output, words in self.commands():
            whole = self.whole(output, words)
            for kind in ("short",) if SANITIZED else ("short", "interrupted"):
                self.start(output)
                code, _, err = command.run(*words, "-o", output, env=fault(self.inputs, kind))
                self.assertEqual(code, self.code, (words, err))
                self.assertEqual(contents(self.folder), whole, (kind, words))

    def test_standard_input_that_fails(self):
        with open(self.files["DOSSIER"], "rb") as file:
            done = subprocess.run([command.program(), "evaluate", "-r", command.GUANGDONG, "-"], stdin=file, capture_output=True,
                                  check=False, env=fault(self.files["DOSSIER"], "read", 100), text=True)  # fmt: skip
        self.assertEqual((done.returncode, done.stdout), (command.FILE, ""))
        self.assertIn("<stdin> cannot be read: Input/output error; expected", done.stderr)

    def test_standard_output_that_fails(self):
        for output, words in self.commands():
            if output.suffix in (".xlsx", ".docx", ".pdf", ".md", ".svg", ".png") or output.parent != self.folder or "report" in words:
                continue
            with open("/dev/full", "wb") as full:
                done = subprocess.run([command.program(), *words], stdout=full, stderr=subprocess.PIPE, check=False, text=True,
                                      env=command.locale("C"))  # fmt: skip
            self.assertEqual(done.returncode, command.FILE, (words, done.stderr))
            self.assertIn("the output cannot be written: No space left on device; expected", done.stderr)

    def test_standard_output_in_pieces(self):
        path = self.folder / "shown"
        whole = self.good("evaluate", *map(str, (self.files.get(word, word) for word in EVALUATE)), env=command.locale("C"))
        for kind in ("short", "interrupted", "again"):
            with open(path, "wb") as file:
                words = [command.program(), "evaluate", "-r", self.files["RULES"], self.files["DOSSIER"]]
                done = subprocess.run(words, stdout=file, stderr=subprocess.PIPE, check=False, env=fault(path, kind))
            self.assertEqual((done.returncode, path.read_text(encoding="utf-8")), (command.OK, whole), done.stderr)

    def test_lint_with_a_file_that_is_not_there(self):
        output = self.folder / "lint.txt"
        output.write_text(OLD, encoding="utf-8")
        code, _, err = command.run("lint", self.files["RULES"], self.inputs / "none.json", "-o", output, env=command.locale("C"))
        self.assertEqual(code, command.FILE, err)
        self.assertEqual(output.read_text(encoding="utf-8"), OLD)


DIRECTORY = """
import ctypes, os, sys
from perfeval import _abi
library = ctypes.CDLL(os.environ["PERFEVAL_LIBRARY"])
_abi.bind(library)
rulebooks, error = ctypes.c_void_p(), ctypes.c_void_p()
status = library.pe_rulebook_set_from_directory(ctypes.byref(rulebooks), sys.argv[1].encode(), None, None, ctypes.byref(error))
message = library.pe_error_get_message(error, 2).decode() if error else ""
print(library.pe_status_name(status).decode(), rulebooks.value is None, message)
"""


class Directory(command.Case):
    """What the library itself reads: a directory of rulebooks."""

    def setUp(self):
        if SANITIZED:
            print("SKIPPED: reads of the library that fail: Python, which calls it, is not sanitized")
            self.skipTest("Python is not sanitized")

    def read(self, env):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder).resolve() / "rules.json"
            shutil.copyfile(command.SAMPLE_RULES, path)
            done = subprocess.run([sys.executable, "-c", DIRECTORY, str(path.parent)], capture_output=True, text=True, check=False, env=env(path))
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_a_read_that_fails(self):
        for after in (0, 1, 10_000):
            out = self.read(lambda path, after=after: fault(path, "read", after))
            self.assertRegex(out, "^PE_ERROR_FILE True .*rules.json.*expected a file that can be read")

    def test_a_read_that_goes_on(self):
        for kind in ("short", "interrupted"):
            self.assertEqual(self.read(lambda path, kind=kind: fault(path, kind)), "PE_OK False \n")


HEAD = "unit,budget.executed(万元),budget.initial(万元),2/choice,2/rate(%),2/reduction(%),3/choice,3/rate(%),3/reduction(%),4/points(分)"
UNITS = 170_000  # more than two checkpoints are apart, which are 4 MiB


class Batch(command.Case):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.room = pathlib.Path(cls.scratch.name).resolve()
        cls.small, cls.large = cls.room / "few.csv", cls.room / "many.csv"
        rows = [f"第{i}个单位在这里,{50 + i % 7}.{i % 100:02},100.00,rate,{8 + i % 3}.50,,change,,15.00,7.5" for i in range(UNITS)]
        for path, n in ((cls.small, 5), (cls.large, UNITS)):
            path.write_text("\n".join([HEAD, *rows[:n], "bad,x,1,rate,1,,rate,1,,5"]) + "\n", encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def setUp(self):
        self.folder = self.room / "written"
        self.folder.mkdir()
        self.addCleanup(shutil.rmtree, self.folder)
        self.scores, self.rejected = self.folder / "scores.csv", self.folder / "scores.csv.rejected.csv"
        for path in (self.scores, self.rejected):
            path.write_text(OLD, encoding="utf-8")
        self.old = contents(self.folder)

    def batch(self, units, *more, env=None):
        return command.run("batch", "-t", "2", "-f", "json", "-r", command.SOURCE / "rulebooks/county-60-2019.json", units, "-o", self.scores,
                           *more, env=env if env is not None else command.locale("C"))  # fmt: skip

    def whole(self, units):
        code, out, err = self.batch(units)
        self.assertEqual(code, command.INPUT, err)  # the bad row
        result = contents(self.folder), out
        for path in (self.scores, self.rejected):
            path.write_text(OLD, encoding="utf-8")
        return result

    def test_a_small_file_leaves_nothing(self):
        size = sum(map(len, self.whole(self.small)[0].values()))
        cases = [("create", 0), ("sync", 0)] + [("write", after) for after in (0, 10, 60, size - 1)]
        for kind, after in cases:
            code, out, err = self.batch(self.small, env=fault(self.folder, kind, after, errno.ENOSPC))
            self.assertEqual((code, out), (command.FILE, ""), (kind, err))
            self.assertRegex(err, "perfeval: .*scores.csv.* cannot be written: No space left on device; expected ")
            self.assertEqual(contents(self.folder), self.old, (kind, after))
        code, _, err = self.batch(self.small, env=fault(self.small, "read", 100))
        self.assertEqual(code, command.FILE)
        self.assertIn("few.csv cannot be read: Input/output error; expected", err)
        self.assertEqual(contents(self.folder), self.old)

    def test_in_pieces(self):
        files, out = self.whole(self.small)
        for kind in ("short", "interrupted", "again"):
            code, shown, err = self.batch(self.small, env=fault(self.folder, kind))
            self.assertEqual((code, shown, contents(self.folder)), (command.INPUT, out, files), (kind, err))
        for kind in ("short", "interrupted"):
            code, shown, err = self.batch(self.small, env=fault(self.small, kind))
            self.assertEqual((code, shown, contents(self.folder)), (command.INPUT, out, files), (kind, err))

    def test_a_large_file_goes_on(self):
        files, out = self.whole(self.large)
        self.assertGreater(self.large.stat().st_size, 10 << 20)
        late = len(files["scores.csv"]) * 3 // 4
        cases = [(self.folder, "write", late), (self.large, "read", 11 << 20), (self.folder, "rename", 0)]
        for path, kind, after in cases:
            code, shown, err = self.batch(self.large, env=fault(path, kind, after, errno.ENOSPC))
            self.assertEqual((code, shown), (command.FILE, ""), (kind, err))
            self.assertIn("No space left on device; expected", err)
            now = contents(self.folder)
            self.assertEqual({name: now[name] for name in self.old}, self.old, kind)
            if kind == "rename":  # the checkpoint's own: no checkpoint, and nothing that could be gone on with
                self.assertEqual(now, self.old)
                continue
            kept = re.search("what was done up to line ([0-9]+) is kept", err).group(1)
            code, shown, err = self.batch(self.large)
            self.assertEqual((code, shown, contents(self.folder)), (command.INPUT, out, files), (kind, err))
            self.assertIn(f"going on at line {kept}\n", err)
            for name in self.old:
                (self.folder / name).write_text(OLD, encoding="utf-8")

    def test_no_checkpoint_of_what_is_not_on_the_disk(self):
        """Neither file, nor the checkpoint itself under the name that it has first, could be synchronised: nothing says that it is there."""
        for name in ("scores.csv.part", "scores.csv.rejected.csv.part", ".perfeval-"):
            code, out, err = self.batch(self.large, env=fault(self.folder / name, "sync"))
            self.assertEqual((code, out), (command.FILE, ""), (name, err))
            self.assertRegex(err, "perfeval: .*scores.csv.* cannot be written: Input/output error; expected ")
            self.assertEqual(contents(self.folder), self.old, name)

    def test_names_that_cannot_be_given(self):
        files, out = self.whole(self.small)
        code, _, err = self.batch(self.small, env=fault(self.rejected, "rename"))
        self.assertEqual(code, command.FILE, err)
        self.assertRegex(err, "rejected.csv cannot be written: Input/output error")
        now = contents(self.folder)
        self.assertEqual({name: now[name] for name in self.old}, self.old)
        code, shown, err = self.batch(self.small)
        self.assertEqual((code, shown, contents(self.folder)), (command.INPUT, out, files), err)

    def checkpoint(self):
        """What an interrupted run left."""
        code, _, err = self.batch(self.large, env=fault(self.large, "read", 11 << 20))
        self.assertEqual(code, command.FILE, err)
        return self.folder / "scores.csv.checkpoint"

    def test_a_checkpoint_that_is_damaged(self):
        path = self.checkpoint()
        bytes_ = path.read_bytes()
        step = len(bytes_) // (10 if SANITIZED else 60)
        cases = [bytes_[:at] for at in range(0, len(bytes_), step)]
        cases += [bytes_[:at] + bytes([bytes_[at] ^ 1 << at % 8]) + bytes_[at + 1 :] for at in range(0, len(bytes_), step)]
        for case in cases:
            path.write_bytes(case)
            code, out, err = self.batch(self.large)
            self.assertEqual((code, out), (command.FILE, ""), err)
            self.assertIn("scores.csv.checkpoint is not as it was written; --restart", err)
        self.assertEqual(path.read_bytes(), cases[-1])
        path.write_bytes(bytes_)
        code, _, err = self.batch(self.large, env=fault(path, "read", 3))
        self.assertEqual(code, command.FILE)
        self.assertIn("Input/output error", err)
        code, _, err = self.batch(self.large)
        self.assertIn("going on at line", err)
        self.assertEqual(code, command.INPUT)

    def test_a_new_beginning_takes_the_checkpoint_away(self):
        path = self.checkpoint()
        code, _, err = self.batch(self.small, "--restart", env=fault(self.folder, "write", 60))
        self.assertEqual(code, command.FILE, err)
        self.assertFalse(path.exists())
        self.assertEqual(contents(self.folder), self.old)

    def test_what_is_no_file(self):
        self.scores.unlink()
        os.mkfifo(self.scores)
        code, _, err = self.batch(self.small)
        self.assertEqual(code, command.FILE)
        self.assertIn("scores.csv is no file", err)
        self.assertTrue(stat.S_ISFIFO(self.scores.stat().st_mode))

    def test_links_and_modes_stay(self):
        self.scores.rename(self.folder / "real.csv")
        self.scores.symlink_to("real.csv")
        self.scores.chmod(0o600)
        code, _, err = self.batch(self.small)
        self.assertEqual(code, command.INPUT, err)
        self.assertTrue(self.scores.is_symlink())
        self.assertEqual(stat.S_IMODE(self.scores.stat().st_mode), 0o600)
        self.assertIn("unit,total", self.scores.read_text(encoding="utf-8"))

    def test_files_that_would_be_lost(self):
        bytes_ = self.small.read_bytes()
        for output, more in ((self.small, ()), (self.scores, ("-R", self.small)), (self.scores, ("-R", self.scores))):
            code, _, err = command.run("batch", "-r", command.SOURCE / "rulebooks/county-60-2019.json", self.small, "-o", output, *more)
            self.assertEqual(code, command.USAGE, err)
        self.assertEqual(self.small.read_bytes(), bytes_)


if __name__ == "__main__":
    if not SHIM:
        command.skip("PERFEVAL_FAULTS is not set: there is nothing that makes system calls fail")
    command.main()
