#!/usr/bin/env python3
"""test-hosts.py - the short road from Java, Node and SQLite: each host prints what the comment of its example promises

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

A host that is not on the machine is named as not run. JNA comes from Debian's libjna-java or through Maven, koffi through npm, in the
version that is named below.
"""

import importlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
BUILD = pathlib.Path(os.environ["PERFEVAL_BUILD"])
LIBRARY = pathlib.Path(os.environ["PERFEVAL_LIBRARY"])
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
promised = importlib.import_module("test-examples").promised
HOSTS = SOURCE / "examples/hosts"
JNA = "net.java.dev.jna:jna:5.13.0"
KOFFI = "2.16.3"


class Missing(Exception):
    """Why a host cannot run here."""


def run(command, **keywords):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **keywords)


def need(*tools):
    for tool in tools:
        if not shutil.which(tool):
            raise Missing(f"there is no {tool} here")


def jna():
    packaged, fetched = pathlib.Path("/usr/share/java/jna.jar"), BUILD / "tests/hosts"
    if packaged.exists():
        return packaged
    need("mvn")
    done = run(["mvn", "-q", "dependency:copy", f"-Dartifact={JNA}", f"-DoutputDirectory={fetched}"])
    jars = sorted(fetched.glob("jna-*.jar"))
    if done.returncode or not jars:
        raise Missing(f"Maven does not bring {JNA}")
    return jars[-1]


def java(scratch):
    need("java", "javac")
    program = HOSTS / "java/ShortRoad.java"
    done = run(["java", "-Dstdout.encoding=UTF-8", "-cp", jna(), f"-Djna.library.path={LIBRARY.parent}", program], cwd=SOURCE)
    return done, promised(program.read_text(encoding="utf-8"))


def node(scratch):
    need("node", "npm")
    modules = BUILD / "tests/hosts/node"
    modules.mkdir(parents=True, exist_ok=True)
    manifest = modules / "node_modules/koffi/package.json"
    if not manifest.exists() or json.loads(manifest.read_text(encoding="utf-8"))["version"] != KOFFI:
        done = run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--save-exact", "--prefix", modules, f"koffi@{KOFFI}"])
        if done.returncode:
            raise Missing(f"npm does not bring koffi {KOFFI}")
    program = HOSTS / "node/short-road.js"
    environment = dict(os.environ, NODE_PATH=str(modules / "node_modules"))
    text = "\n".join(" * " + line.removeprefix("// ") for line in program.read_text(encoding="utf-8").splitlines() if line.startswith("//"))
    return run(["node", program], cwd=SOURCE, env=environment), promised(text + "\n *\n")


def sqlite(scratch):
    need("sqlite3")
    if not pathlib.Path("/usr/include/sqlite3ext.h").exists():
        raise Missing("there are no headers of SQLite here")
    extension = scratch / "perfeval_sqlite.so"
    command = [os.environ.get("PERFEVAL_CC", "cc"), "-std=c99", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-I", SOURCE / "include"]
    built = run([*command, HOSTS / "sqlite/perfeval_sqlite.c", LIBRARY, f"-Wl,-rpath,{LIBRARY.parent}", "-o", extension])
    if built.returncode:
        raise SystemExit(f"FAULT: the extension does not build: {built.stderr}")
    files = "readfile ('rulebooks/guangdong-2023.json'), readfile ('examples/data/zengcheng-2023.json')"
    script = f""".load {extension}
select perfeval_total ({files});
select perfeval_evaluate ({files}) ->> '$.grade.zh';
with recursive n (i) as (select 1 union all select i + 1 from n where i < 100) select count (*), min (t), max (t)
  from (select perfeval_total ({files}) as t from n);
"""
    good = run(["sqlite3", ":memory:"], input=script, cwd=SOURCE)
    bad = run(["sqlite3", ":memory:"], input=f".load {extension}\nselect perfeval_total ('{{', '{{}}');\n", cwd=SOURCE)
    if "PE_ERROR_JSON_TRUNCATED" not in bad.stderr:
        raise SystemExit(f"FAULT: SQLite was not told why: {bad.stderr}")
    # The figures that the report prints.
    return good, "99.69\n优\n100|99.69|99.69\n"


def main():
    if os.environ.get("PERFEVAL_SANITIZE"):
        print("SKIPPED: these hosts do not load a sanitizer's runtime")
        sys.exit(77)
    faults, ran = [], []
    with tempfile.TemporaryDirectory() as directory:
        for host in (java, node, sqlite):
            try:
                done, wanted = host(pathlib.Path(directory))
            except Missing as reason:
                print(f"SKIPPED: {host.__name__}: {reason}")
                continue
            ran.append(host.__name__)
            if done.returncode or done.stdout != wanted:
                faults.append(f"{host.__name__}: exit {done.returncode}, printed\n{done.stdout}{done.stderr}where it promises\n{wanted}")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(faults)} faults; ran: {', '.join(ran) or 'none'}")
    sys.exit(1 if faults else 0 if ran else 77)


if __name__ == "__main__":
    main()
