"""test-locales.py - the locale chooses the language of messages and never the digits

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import atexit
import os
import pathlib
import shutil
import subprocess
import tempfile

import command

RUN = ("--rulebook", command.SAMPLE_RULES, command.SAMPLE)
NAMES = ("de_DE.UTF-8", "zh_CN.UTF-8", "tr_TR.UTF-8")
SCRATCH = tempfile.mkdtemp()
atexit.register(shutil.rmtree, SCRATCH)


def is_there(name, charmap="UTF-8", **changes):
    """Whether a program can set the locale: locale(1) complains when it cannot."""
    done = subprocess.run(["locale", "charmap"], capture_output=True, text=True, check=False, env=command.locale(name, **changes))
    return done.stdout.strip() == charmap and not done.stderr


def make(name, charmap="UTF-8"):
    """An environment in which the locale is there, or None."""
    if shutil.which("locale") is None:
        return None
    if is_there(name, charmap):
        return command.locale(name)
    if shutil.which("localedef"):
        path = pathlib.Path(SCRATCH, name)
        if not path.exists():
            subprocess.run(["localedef", "-i", name.split(".")[0], "-f", charmap, str(path)], capture_output=True, check=False)
        if is_there(name, charmap, LOCPATH=SCRATCH):
            return command.locale(name, LOCPATH=SCRATCH)
    return None


class Locales(command.Case):
    def each(self):
        for name in NAMES:
            environment = make(name)
            if environment is None:
                print(f"SKIPPED: locale {name}: it is not there and cannot be made (Debian package locales)")
                continue
            yield name, environment

    def test_texts_of_the_command_line(self):
        """In the locale C a text is UTF-8; elsewhere it has the encoding of the locale. What is neither is refused."""
        grade = lambda text, env: command.run("audit", "-r", command.GUANGDONG, "--grade", text, command.ZENGCHENG, env=env)
        refused = (command.USAGE, "perfeval: --grade is not a text in UTF-8, the encoding of the locale\n")
        here = command.locale("C")
        self.assertNotIn(grade("优".encode(), here)[0], (command.USAGE, command.INPUT))
        code, _, err = grade("优".encode("gbk"), here)
        self.assertEqual((code, err), refused)
        environment = make("zh_CN.GB18030", "GB18030")
        if environment is None:
            print("SKIPPED: locale zh_CN.GB18030: it is not there and cannot be made (Debian package locales)")
            return
        self.assertEqual(grade("优".encode("gbk"), {**environment, "LANGUAGE": "en"})[:2], grade("优".encode(), {**here, "LANGUAGE": "en"})[:2])

    def test_digits(self):
        for name, environment in self.each():
            for command_name in ("evaluate", "explain"):
                for language in ("zh", "en"):
                    for form in ("text", "json"):
                        arguments = (command_name, "--format", form, "--lang", language, *RUN)
                        plain = self.good(*arguments, env=command.locale("C"))
                        self.assertEqual(self.good(*arguments, env=environment), plain, name)
            arguments = ("evaluate", "--format", "csv", "--lang", "zh", *RUN)
            self.assertEqual(self.good(*arguments, env=environment), self.good(*arguments, env=command.locale("C")), name)

    def test_the_locale_really_has_a_comma(self):
        environment = make("de_DE.UTF-8")
        if environment is None:
            print("SKIPPED: the decimal comma: no locale de_DE.UTF-8")
            self.skipTest("no locale de_DE.UTF-8")
        done = subprocess.run(["locale", "decimal_point"], capture_output=True, text=True, check=True, env=environment)
        self.assertEqual(done.stdout, ",\n")

    def test_words_of_options_in_turkish(self):
        # "JSON".lower () is another word there
        environment = make("tr_TR.UTF-8")
        if environment is None:
            print("SKIPPED: the Turkish i: no locale tr_TR.UTF-8")
            self.skipTest("no locale tr_TR.UTF-8")
        self.assertTrue(self.good("evaluate", "--format", "json", "--scorer", "self", *RUN, env=environment).startswith("{"))

    def test_findings_in_another_locale(self):
        broken = pathlib.Path(__file__).resolve().parent / "broken"
        for name, environment in self.each():
            arguments = ("--lang", "zh", "-r", broken / "rules.json", broken / "sum.json")
            err = command.run("evaluate", *arguments, env=environment)[2]
            self.assertIn("明细合计为 640 万元，总数为 630 万元", err, name)


class Language(command.Case):
    def language(self, environment):
        return "zh" if "总分" in self.good("evaluate", *RUN, env=environment) else "en"

    def test_the_language_of_results(self):
        for changes, expected in (
            ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
            ({"LC_ALL": "C"}, "en"),
            ({"LC_ALL": "C.UTF-8"}, "en"),
            ({"LANG": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "zh_TW.UTF-8"}, "zh"),
            ({"LANG": "en_GB.UTF-8"}, "en"),
            ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "C"}, "en"),
            ({"LANG": "C", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
            ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
            ({"LANG": "de_DE.UTF-8", "LANGUAGE": "zh:en"}, "zh"),
            ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "en"}, "en"),
            ({"LC_ALL": "C", "LANGUAGE": "zh"}, "en"),
            ({}, "en"),
        ):
            unset = dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"))
            environment = command.environment(**{**unset, **changes})
            self.assertEqual(self.language(environment), expected, changes)

    def test_the_option_is_stronger(self):
        self.assertIn("总分", self.good("evaluate", "--lang", "zh", *RUN, env=command.locale("C")))
        self.assertIn("Total", self.good("evaluate", "--lang", "en", *RUN, env=command.locale("zh_CN.UTF-8")))

    def test_messages_of_the_command(self):
        environment = make("zh_CN.UTF-8")
        if environment is None:
            print("SKIPPED: the command's Chinese messages: no locale zh_CN.UTF-8")
            self.skipTest("no locale zh_CN.UTF-8")
        catalogue = pathlib.Path(command.program()).parent / "locale/zh_CN/LC_MESSAGES/perfeval.mo"
        installed = pathlib.Path(command.program()).parent / "../share/locale/zh_CN/LC_MESSAGES/perfeval.mo"
        if not catalogue.is_file() and not installed.is_file():
            print("SKIPPED: the command's Chinese messages: its catalogue was not built")
            self.skipTest("no catalogue")
        self.assertIn("用法：perfeval 命令", self.good("--help", env=environment))
        code, _, err = command.run("evaluate", env=environment)
        self.assertEqual(code, command.USAGE)
        self.assertTrue(err.startswith("perfeval: 需要用 --rulebook 指定评分规则，并给出一份评价材料；"), err)
        # A locale that was not generated: its language is known all the same.
        self.assertIn("用法：perfeval 命令", self.good("--help", env=command.locale("zh_CN.UTF-8", LOCPATH=os.devnull)))


if __name__ == "__main__":
    command.main()
