"""test-headers.py - every public header compiles alone, in every C and C++ that is promised, without a warning

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import concurrent.futures
import os
import re
import shutil
import subprocess
import tempfile

import house

C, CXX = ("c99", "c11", "c17"), ("c++98", "c++11", "c++20")
COMPILERS = [(("gcc",), C), (("g++",), CXX), (("clang-19", "clang"), C), (("clang++-19", "clang++"), CXX)]


def compile_alone(compiler, standard, header, scratch):
    """What the compiler says about a file that includes the header twice and nothing else; "" is well."""
    suffix = ".cc" if "++" in standard else ".c"
    source = os.path.join(scratch, f"{header.replace('/', '-')}-{standard}-{os.path.basename(compiler)}{suffix}")
    with open(source, "w", encoding="utf-8") as out:
        # Twice: the guard. The function: an empty file is no C.
        out.write(f"#include <{header}>\n#include <{header}>\nint main (void) {{ return 0; }}\n")
    flags = ["-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", str(house.SOURCE / "include")]
    prototypes = [] if "++" in standard else ["-Wstrict-prototypes"]
    done = subprocess.run([compiler, f"-std={standard}"] + flags + prototypes + [source], capture_output=True, text=True)
    return done.stderr if done.returncode != 0 else ""


DEPRECATED = """#include <perfeval/types.h>
PE_DEPRECATED_FOR (pe_new) PE_AVAILABLE_IN_1_0 void pe_old (void);
int main (void) { pe_old (); return 0; }
"""


def deprecation(compiler, standard):
    """A function that is marked names its successor where it is called, unless the program asks for silence."""
    command = [compiler, f"-std={standard}", "-x", "c++" if "++" in standard else "c", "-pedantic", "-Wall", "-Wextra", "-Werror"]
    command += ["-fsyntax-only", "-I", str(house.SOURCE / "include"), "-"]
    warned, silent = (subprocess.run(command + more, input=DEPRECATED, capture_output=True, text=True)
                      for more in ([], ["-DPE_DISABLE_DEPRECATION_WARNINGS"]))
    if warned.returncode == 0 or "call pe_new" not in warned.stderr or silent.returncode != 0:
        return [f"PE_DEPRECATED_FOR as {standard} with {compiler}: {warned.stderr}{silent.stderr}"]
    return []


def main():
    headers = sorted(path.relative_to(house.SOURCE / "include").as_posix() for path in (house.SOURCE / "include").glob("*/*.h"))
    faults, jobs, used = [], [], []
    for names, standards in COMPILERS:
        compiler = next(filter(None, map(shutil.which, names)), None)
        if compiler is None:
            print(f"SKIPPED: {names[0]} is not installed; its standards {', '.join(standards)} were not tried")
            continue
        used.append(os.path.basename(compiler))
        faults += [fault for standard in standards for fault in deprecation(compiler, standard)]
        jobs += [(compiler, standard, header) for standard in standards for header in headers]
    if not jobs:
        house.skip("no compiler is installed")
    for header in headers:
        text = (house.SOURCE / "include" / header).read_text(encoding="utf-8")
        if re.search(r"\bG_|\bg(boolean|char|int|size|pointer)\b", house.code_of(text)):
            faults.append(f"{header}: a word of GLib")
    for header in headers:
        library = header.split("/")[0]
        umbrella = house.SOURCE / "include" / library / f"{library}.h"
        if header != f"{library}/{library}.h" and f"#include <{header}>" not in umbrella.read_text(encoding="utf-8"):
            faults.append(f"{umbrella.name}: does not include {header}")
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for job, said in zip(jobs, pool.map(lambda job: compile_alone(*job, scratch), jobs)):
            if said:
                faults.append(f"{job[2]} as {job[1]} with {job[0]}:\n{said}")
    house.finish(faults, f"{len(headers)} headers, {len(jobs)} compilations with {', '.join(used)}")


if __name__ == "__main__":
    main()
