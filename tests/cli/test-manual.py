"""test-manual.py - the manual page is clean, and says what the command does

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import re
import shutil
import subprocess

import command

PAGE = command.SOURCE / "docs/man/perfeval.1"


def plain():
    """The page's text without its font changes and escapes."""
    return re.sub(r"\\f[A-Z]", "", PAGE.read_text(encoding="utf-8")).replace("\\-", "-")


class Manual(command.Case):
    def commands(self):
        section = self.good("--help", env=command.locale("C")).split("Commands:\n")[1].split("\n\n")[0]
        names = re.findall(r"(?m)^  (\w+) ", section)
        self.assertGreaterEqual(len(names), 11)
        return names

    def check(self, *arguments):
        if shutil.which(arguments[0]) is None:
            print(f"SKIPPED: {arguments[0]} is not installed: the page's roff is not checked by it")
            self.skipTest(f"{arguments[0]} is not installed")
        done = subprocess.run([*arguments, str(PAGE)], capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def test_groff(self):
        self.assertEqual(self.check("groff", "-man", "-ww", "-Tutf8"), (0, ""))

    def test_mandoc(self):
        if shutil.which("mandoc") is None:
            self.check("mandoc")
        done = subprocess.run(["mandoc", "-Tlint", str(PAGE)], capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def test_every_option_is_described(self):
        text = plain()
        for name in self.commands():
            options = re.findall(r"^  -(\w), --([\w-]+)", self.good(name, "--help", env=command.locale("C")), re.M)
            self.assertGreaterEqual(len(options), 5)
            for short, long in options:
                self.assertTrue(re.search(rf'(?m)^\.BR -{short} ", " --{long}(=|$)', text), long)

    def test_every_command_is_described(self):
        synopsis, commands = (plain().split(f".SH {name}")[1].split(".SH")[0] for name in ("SYNOPSIS", "COMMANDS"))
        for name in self.commands():
            self.assertRegex(synopsis, rf"(?m)^\.B perfeval {name}$")
            self.assertRegex(commands, rf"(?m)^\.TP\n\.B {name}$")

    def test_nothing_is_described_that_is_not_there(self):
        given = {"help", "version"}
        for name in self.commands():
            given |= set(re.findall(r"--(\w[\w-]*)", self.good(name, "--help", env=command.locale("C"))))
        self.assertEqual(set(re.findall(r"(?<![\w-])--(\w[\w-]*)", plain())) - given, set())

    def test_every_exit_code_is_described(self):
        section = plain().split(".SH EXIT STATUS")[1].split(".SH")[0]
        self.assertEqual(re.findall(r"^\.B (\d)$", section, re.M), [str(code) for code in range(8)])
        header = (command.SOURCE / "cli/cli.h").read_text(encoding="utf-8")
        self.assertEqual(re.findall(r"CLI_EXIT_\w+ += (\d)", header), [str(code) for code in range(8)])

    def test_help(self):
        for arguments in (("--help",), ("-h",), ("evaluate", "--help"), *((name, "-h") for name in self.commands())):
            for environment in (command.locale("C"), command.locale("zh_CN.UTF-8")):
                code, out, err = command.run(*arguments, env=environment)
                self.assertEqual((code, err), (command.OK, ""))
                self.assertIn("  perfeval ", out)
                self.assert_narrow(out)
        for name in self.commands():
            out = self.good(name, "--help", env=command.locale("C"))
            examples = out.split("Examples:\n")[1].splitlines()
            self.assertGreaterEqual(len(examples), 2)
            for line in examples:
                self.assertRegex(line, rf"^  perfeval {name} ")

    def test_version(self):
        header = (command.SOURCE / "include/perfeval/version.h").read_text(encoding="utf-8")
        parts = [re.search(rf"PE_VERSION_{part} (\d+)", header).group(1) for part in ("MAJOR", "MINOR", "MICRO")]
        self.assertEqual(self.good("--version"), f"perfeval {'.'.join(parts)}\n")


if __name__ == "__main__":
    command.main()
