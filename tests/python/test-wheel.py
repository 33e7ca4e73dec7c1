"""test-wheel.py - pip installs the package; a wheel carries the library and the licence texts and runs without another one

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import sys
import tempfile
import zipfile

import package

PROGRAM = """
import perfeval
rules = perfeval.Rulebook.from_file({rules!r})
print(rules.evaluate(perfeval.Dossier.from_file({facts!r})).score)
"""
# The total that the report prints.
PRINTED = "99.69"


def score(target, environment):
    program = PROGRAM.format(rules=str(package.RULES), facts=str(package.FACTS))
    return package.run([sys.executable, "-c", program], env=dict(environment, PYTHONPATH=str(target)), cwd=target).strip()


def make_wheel(scratch, environment):
    """Of a copy, so that the tree stays as it is; the library is the one under test."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", scratch]
    package.run(command + [package.copy_to(scratch / "tree")], env=environment)
    return next(scratch.glob("perfeval-*.whl"))


def main():
    if os.environ.get("PERFEVAL_SANITIZE"):
        package.skip("a sanitized library is not packed")
    package.need_pip()
    library = os.environ["PERFEVAL_LIBRARY"]
    faults = []
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory)
        plain = {name: value for name, value in os.environ.items() if name not in ("PERFEVAL_LIBRARY", "PERFEVAL_BUNDLE", "PYTHONPATH")}
        wheel = make_wheel(scratch / "with", dict(plain, PERFEVAL_BUNDLE=library))
        names = zipfile.ZipFile(wheel).namelist()
        metadata = "-".join(wheel.name.split("-")[:2]) + ".dist-info"
        texts = [f"{place}/{name}" for place in ("perfeval/licences", f"{metadata}/licenses") for name in ("LICENSE", "licences.md")]
        for wanted in ["perfeval/lib/libperfeval.so.1", "perfeval/py.typed"] + texts:
            if wanted not in names:
                faults.append(f"{wheel.name} lacks {wanted}")
        if not wheel.name.split("-", 2)[2].startswith("py3-none-linux_"):
            faults.append(f"{wheel.name} is not for any Python 3 on this machine")
        package.pip_install(wheel, scratch / "carried")
        package.pip_install(make_wheel(scratch / "without", plain), scratch / "bare")
        for name, environment in (("carried", plain), ("bare", dict(plain, PERFEVAL_LIBRARY=library))):
            if score(scratch / name, environment) != PRINTED:
                faults.append(f"{name}: the total is not {PRINTED}")
    for fault in faults:
        print(f"FAULT: {fault}")
    print(f"{len(faults)} faults; two wheels were built, installed and used")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
