"""test-oracle.py - the library and the oracle score the same documents to the same digits

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0

PERFEVAL_ORACLE_DRIVER names driver.c's program, PERFEVAL_ORACLE_N how many random evaluations (100,000; 4,000 of a
sanitized library), PERFEVAL_ORACLE_SEED the seed of the first rulebook (1). Documents on which the two differ are kept, the
first of them made small.
"""

import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import block  # noqa: E402
import coverage  # noqa: E402
import driver  # noqa: E402
import formulas  # noqa: E402
import rules  # noqa: E402
import shrink  # noqa: E402
import vectors  # noqa: E402

SOURCE = pathlib.Path(os.environ.get("PERFEVAL_SOURCE", HERE.parent.parent))
SKIPPED = 77
PLAIN = ("self", True)


def prove():
    """The comparison itself: nothing is found between equals, and each change is found; answers the faults."""
    marks, rule, facts, _ = vectors.KNOWN[0]
    book = vectors.compiled(vectors.rulebook_of(marks, rule))
    line, told = driver.compute(book, vectors.read(vectors.dossier_of(facts)))
    parts = line.split("\t")
    changes = {
        "none": (line, told),
        "score": (line.replace(" 997/100 ", " 996/100 ", 1), told),
        "entry": ("\t".join(parts[:-1]), told),
        "node": ("\t".join(parts[:2] + parts[3:]), told),
        "grade": (line.replace("V -1", "V 0", 1), told),
        "finding": (line, told[1:]),
        "outcome": ("E", ["e PE_ERROR_LIMIT /"]),
    }
    for name, theirs in changes.items():
        if bool(driver.differences((line, told), theirs)) != (name != "none"):
            yield f"the comparison itself: change of {name}"
    if driver.closure(line) or not driver.closure("\t".join(parts[:-1])):
        yield "the comparison itself: closure of the ledger"


def known_names(path):
    """Whether the oracle knows every shape and every measure that the library has, and no others."""
    process = driver.Driver(path)
    process.ask("S", "")
    names = set(process.answers()[0].split("\t")[1:])
    process.close()
    ours = {*rules.SHAPES, "slot/1", *formulas.MEASURES}
    return [f"the oracle does not know {name}" for name in sorted(names - ours)] + [
        f"the library does not know {name}" for name in sorted(ours - names)]


def run_files(runner):
    """Every rulebook of the library with every dossier of the examples, and each case with its expectation."""
    examples = [(path.read_text(encoding="utf-8"), *PLAIN) for path in sorted(SOURCE.glob("examples/data/*.json"))
                if '"perfeval-dossier/1"' in path.read_text(encoding="utf-8")]
    faults = []
    for path in sorted(SOURCE.glob("rulebooks/*.json")):
        text = path.read_text(encoding="utf-8")
        written = driver.read(text)
        cases = [json.dumps(vectors.dossier_of_case(written, one)) for one in written.get("cases") or ()]
        runner.run(path.stem, text, examples + [(case, *PLAIN) for case in cases])
        faults += vectors.check_cases(path.stem, written)
    return faults


def run_random(path, n, seed):
    """So many evaluations of documents made at random, in as many processes as there are processors, two at most."""
    rulebooks = -(-n // block.DOSSIERS)
    workers = min(2, os.cpu_count() or 1)
    share = -(-rulebooks // workers)
    running = [subprocess.Popen([sys.executable, "-B", str(HERE / "block.py"), path, str(seed + index * share),
                                 str(min(share, rulebooks - index * share))], stdout=subprocess.PIPE)
               for index in range(workers)]
    results = []
    for process in running:
        text = process.communicate()[0]
        results.append(json.loads(text) if process.returncode == 0 else {"broken": process.returncode})
    return results


def report(path, results):
    """Prints what differs, the first of it made small."""
    kept = [one for result in results for one in result.get("kept", ())]
    if kept:
        directory = pathlib.Path(tempfile.mkdtemp(prefix="perfeval-oracle-"))
        print(f"documents in {directory}")
        for one in kept:
            for kind in ("rulebook", "dossier"):
                if one[kind] is not None:
                    (directory / f"{one['name']}.{kind}.json").write_text(one[kind], encoding="utf-8")
            print(f"DIFFERENCE {one['name']}:", *one["lines"][:12], sep="\n  ")
    first = next((one for one in kept if one["rulebook"] is not None and one["dossier"] is not None
                  and not one["name"].startswith("rollup")), None)
    if first:
        rulebook, dossier, lines = shrink.Shrinker(path).shrink(shrink.plain(first["rulebook"]), shrink.plain(first["dossier"]))
        print(f"{first['name']}, made small:", json.dumps(rulebook, ensure_ascii=False),
              json.dumps(dossier, ensure_ascii=False), *lines, sep="\n  ")


def print_counts(counts):
    """How often each thing was gone through, several to a line."""
    line = ""
    for name in coverage.KNOWN:
        one = f"{name} {counts.get(name, 0)}"
        if len(line) + len(one) > 150:
            print("  " + line)
            line = ""
        line += ("; " if line else "") + one
    print("  " + line)


def main():
    faults = vectors.check_oracle(SOURCE) + list(prove())
    path = os.environ.get("PERFEVAL_ORACLE_DRIVER", "")
    if not pathlib.Path(path).is_file():
        print(*faults, "SKIPPED: PERFEVAL_ORACLE_DRIVER does not name the driver", sep="\n")
        return 1 if faults else SKIPPED
    sanitized = bool(os.environ.get("PERFEVAL_SANITIZE"))
    n = int(os.environ.get("PERFEVAL_ORACLE_N") or (4000 if sanitized else 100000))
    seed = int(os.environ.get("PERFEVAL_ORACLE_SEED", "1"))
    faults += known_names(path)
    runner = block.Block(path)
    faults += run_files(runner)
    for name, rulebook, dossier in vectors.documents():
        runner.run(name, json.dumps(rulebook), [(json.dumps(dossier), *PLAIN)])
    results = [runner.result(), *run_random(path, n, seed)]
    counts = collections.Counter()
    for result in results:
        counts.update(result.get("counts", {}))
        faults += ["a process has failed"] if result.get("driver", 1) else []
    print(f"seed {seed} (PERFEVAL_ORACLE_SEED); how many evaluations went through what:")
    print_counts(counts)
    if n >= 100000:
        faults += [f"never gone through: {name}" for name in coverage.never(counts)]
    report(path, results)
    total = {name: sum(result.get(name, 0) for result in results) for name in ("evaluations", "errors", "differences")}
    print(*(f"FAULT: {fault}" for fault in faults), sep="\n")
    print(f"{total['evaluations']} evaluations, {total['errors']} error outcomes, {total['differences']} differences")
    return 1 if faults or total["differences"] else 0


if __name__ == "__main__":
    sys.exit(main())
