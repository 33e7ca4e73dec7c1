"""test-audit-formats.py - what the auditor writes is what the schema and the standard say

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import json
import os
import pathlib
import subprocess
import sys

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


def main():
    try:
        import jsonschema
    except ImportError:
        skip("python3-jsonschema is not installed")
    if not COMMAND:
        skip("the command was not built")
    schema = json.loads((SOURCE / "rulebooks/schema/perfeval-audit-1.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    faults = check_review(jsonschema.Draft202012Validator(schema))
    for fault in faults:
        print("FAULT:", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
