"""test-dump.py - the library that is built is the one whose ABI was reviewed, and the frozen client still runs with it

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import difflib
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(os.environ["PERFEVAL_SOURCE"])
BUILD = pathlib.Path(os.environ["PERFEVAL_BUILD"])
sys.path.insert(0, str(SOURCE / "scripts"))
import abi_dump  # noqa: E402

HERE = SOURCE / "tests/abi"
CC = os.environ.get("PERFEVAL_CC", "cc")


def client():
    """Compiled with its own headers, linked with today's library: see tests/abi/client/client.c."""
    library = pathlib.Path(os.environ["PERFEVAL_LIBRARY"])
    with tempfile.TemporaryDirectory() as scratch:
        program = pathlib.Path(scratch, "client")
        command = [CC, "-std=c99", "-Wall", "-Wextra", "-Werror", "-I", HERE / "client/include", HERE / "client/client.c", library, "-o", program]
        commands = [command, [program, SOURCE / "rulebooks/guangdong-2023.json", SOURCE / "examples/data/zengcheng-2023.json"]]
        environment = dict(os.environ, LD_LIBRARY_PATH=str(library.parent))
        for words in commands:
            done = subprocess.run([str(word) for word in words], capture_output=True, text=True, env=environment)
            print(done.stdout + done.stderr, end="")
            if done.returncode:
                return [f"the frozen client: {pathlib.Path(str(words[0])).name} ends with {done.returncode}"]
    return []


def dump():
    """FAULT lines where the dump differs; the reason why it was not compared, if it was not."""
    golden = (HERE / "perfeval.abi").read_text(encoding="utf-8")
    if abi_dump.missing():
        return [], abi_dump.missing()
    first = golden.splitlines()[0]
    if abi_dump.maker() not in first:
        return [], f"the dump was made by other tools than {abi_dump.maker()}: {first}"
    now = abi_dump.dump(abi_dump.build(SOURCE, BUILD / "abi"), SOURCE / "include")
    changed = list(difflib.unified_diff(golden.splitlines(), now.splitlines(), "tests/abi/perfeval.abi", "the library", lineterm="", n=1))
    print("\n".join(changed[:80]))
    return (["the ABI has changed; review what scripts/refresh-abi.py --dump writes and commit it"] if changed else []), None


def main():
    if os.environ.get("PERFEVAL_SANITIZE"):
        print("SKIPPED: a sanitized library is another one")
        sys.exit(77)
    faults = client()
    more, skipped = dump()
    for fault in faults + more:
        print(f"FAULT: {fault}")
    print(f"{len(faults + more)} faults; the frozen client ran" + (f"; the dump was not compared: {skipped}" if skipped else ", the dump was compared"))
    if skipped and not faults:
        print(f"SKIPPED: {skipped}")
        sys.exit(77)
    sys.exit(1 if faults + more else 0)


if __name__ == "__main__":
    main()
