"""test-audit-formats.py - what the auditor writes is what the schema and the standard say

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import html.parser
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import sarif

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
COMMAND = os.environ.get("PERFEVAL_COMMAND")
DOSSIER = SOURCE / "examples/data/zengcheng-2023.json"
RULEBOOK = SOURCE / "rulebooks/guangdong-2023.json"


def skip(reason):
    print(f"SKIPPED: {reason}")
    sys.exit(77)


def run(*arguments):
    done = subprocess.run([COMMAND, "audit", *map(str, arguments)], capture_output=True, text=True, check=False,
                          encoding="utf-8", env=dict(os.environ, LC_ALL="C.UTF-8"))
    return done.returncode, done.stdout, done.stderr


def check_review(validator):
    faults = []
    code, out, err = run("-r", RULEBOOK, "--format", "json", "--total", "99.69", "--grade", "优", DOSSIER)
    if (code, err) != (6, ""):
        faults.append(f"json: exit {code}, {err}")
    document = json.loads(out)
    faults += [f"json: /{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}"
               for fault in validator.iter_errors(document)]
    checks = {check["id"]: check for check in document["review"]["checks"]}
    if sorted(checks) != [f"R-{number:02}" for number in range(1, 29)]:
        faults.append("json: not the 28 checks")
    if checks["R-09"]["found"] != 4 or checks["R-18"]["state"] != "clear":
        faults.append("json: R-09 or R-18")
    for language in ("zh", "en"):
        code, out, err = run("-r", RULEBOOK, "--format", "sarif", "--lang", language, DOSSIER)
        try:
            results = sarif.check(json.loads(out))
        except sarif.Fault as fault:
            faults.append(f"sarif: {fault}")
            continue
        if len(results) != len(document["review"]["items"]) or code != 6:
            faults.append(f"sarif: {len(results)} results, exit {code}")
    return faults


TEXT = ("<b>某局</b> & {甲} [乙]\n全年预算收入2,155.61万元，全年预算支出2,149.56万元，支出进度为99.71%。\r\n"
        "其中先进制造业项目39个，包括22个芯片项目、8个食品项目、14个新兴产业项目和6个文旅项目。\n另有47个单位。")


def check_text(validator, file):
    """A report whose name and text hold what means something in each format."""
    faults = []
    code, out, err = run("--format", "json", file)
    document = json.loads(out)
    faults += [f"text, json: /{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}"
               for fault in validator.iter_errors(document)]
    if (code, err) != (7, "") or document["summary"]["contradictions"] != 1:
        faults.append(f"text, json: exit {code}, {err}")
    for claim in document["claims"]:
        printed = TEXT.encode()[claim["offset"]:claim["offset"] + claim["length"]].decode()
        line = TEXT.replace("\r\n", "\n").split("\n")[claim["line"] - 1]
        if not line[claim["column"] - 1:].startswith(printed):
            faults.append(f"text, json: {printed} is not at {claim['line']}:{claim['column']}")
    for language in ("zh", "en"):
        code, out, err = run("--format", "sarif", "--lang", language, file)
        try:
            results = sarif.check(json.loads(out))
        except sarif.Fault as fault:
            faults.append(f"text, sarif: {fault}")
            continue
        for result in results:
            for place in result.get("locations", []) + result.get("relatedLocations", []):
                region = place["physicalLocation"]["region"]
                end = region["charOffset"] + region["charLength"]
                if TEXT[region["charOffset"]:end] != region["snippet"]["text"]:
                    faults.append(f"text, sarif: {region}")
    return faults


class Page(html.parser.HTMLParser):
    """The tags of a page, which have to close, and its text."""

    def __init__(self):
        super().__init__()
        self.open, self.faults, self.ids, self.wanted, self.classes = [], [], set(), set(), set()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        if "id" in given:
            if given["id"] in self.ids:
                self.faults.append(f"id {given['id']} twice")
            self.ids.add(given["id"])
        self.wanted |= {given[name].lstrip("#") for name in ("aria-describedby", "href") if name in given}
        self.classes |= set((given.get("class") or "").split())
        if tag in ("script", "link", "img", "iframe", "b") and tag != "b":
            self.faults.append(f"a <{tag}>")
        self.faults += [f"{name} of <{tag}>" for name in given if name.startswith("on") or name == "src"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")


def check_html(file):
    code, out, err = run("--format", "html", file)
    page = Page()
    page.feed(out)
    page.close()
    faults = page.faults + [f"#{name} leads nowhere" for name in page.wanted - page.ids]
    if page.open or (code, err) != (7, "") or "&lt;b&gt;某局&lt;/b&gt; &amp; {甲}" not in out:
        faults.append(f"exit {code}, {err}, open {page.open}")
    faults += [f"no {name}" for name in ("contradiction", "rounding", "operand", "left", "n") if name not in page.classes]
    return [f"html: {fault}" for fault in faults]


def check_texts(validator):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "报告 100% [1] {x}.txt"
        file.write_bytes(TEXT.encode())
        return check_text(validator, file) + check_html(file)


def main():
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    if not COMMAND:
        skip("the command was not built")
    schema = json.loads((SOURCE / "rulebooks/schema/perfeval-audit-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = check_review(validator) + check_texts(validator)
    for fault in faults:
        print("FAULT:", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
