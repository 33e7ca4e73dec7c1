"""test-fuzz.py - what takes bytes and their size is called by a target of tests/fuzz, and each target has its dictionary and its corpus

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import pathlib
import re
import tempfile

import house

FUNCTION = re.compile(r"\b(pe_\w+) \(([^;{}]*)\)\s*;")
BYTES = re.compile(r"const (?:char|void|uint8_t|unsigned char) \*\s*\w+,\s*(?:size_t|uint64_t) \w+\s*(?:,|$)")
# Readers of texts that end in NUL, and of files, which no look at the parameters finds.
OTHER_READERS = {"pe_claim_read", "pe_evaluator_set_text", "pe_rulebook_set_from_directory"}
EXCEPTIONS = {
    "pe_provider_make_text": "copies the bytes and looks at none of them",
    "pe_rulebook_set_from_directory": "takes files, and reads each as pe_rulebook_from_json() does",
}


def readers(root):
    """The public functions that take bytes and how many there are."""
    found = set()
    for path in sorted((root / "include").glob("*/*.h")):
        code = house.code_of(path.read_text(encoding="utf-8"))
        found.update(name for name, parameters in FUNCTION.findall(code) if BYTES.search(parameters))
    return found


def called(root):
    code = "\n".join(house.code_of(path.read_text(encoding="utf-8")) for path in sorted((root / "tests/fuzz").glob("*.c")))
    return set(re.findall(r"\b(pe_\w+) \(", code))


def check_calls(root, others, exceptions):
    due, done = readers(root) | others, called(root)
    faults = [f"{name}: no target in tests/fuzz calls it" for name in sorted(due - done - exceptions)]
    faults += [f"{name}: an exception, and called by a target" for name in sorted(exceptions & done)]
    faults += [f"{name}: an exception, and no public function takes bytes under this name" for name in sorted(exceptions - due)]
    return faults, len(due)


def dictionaries(text):
    """Target -> the name of its dictionary, where cmake/fuzz.cmake says another than the target's."""
    return dict(re.findall(r"set \(PERFEVAL_FUZZ_DICTIONARY_(\w+) (\w+)\)", text))


def check_files(root):
    """A configuration for fuzzing asks for the dictionary as well; this is seen in every build."""
    faults, named = [], dictionaries((root / "cmake/fuzz.cmake").read_text(encoding="utf-8"))
    fuzz = root / "tests/fuzz"
    for path in sorted(fuzz.glob("target-*.c")):
        name = path.stem.removeprefix("target-")
        dictionary = fuzz / "dict" / f"{named.get(name, name)}.dict"
        if not dictionary.is_file():
            faults.append(f"{path.name}: no dictionary {dictionary.relative_to(root)}")
        if not any((fuzz / "corpus" / name).glob("*")):
            faults.append(f"{path.name}: nothing in tests/fuzz/corpus/{name}")
    return faults


MADE_UP = [
    ("include/perfeval/a.h", "/* pe_no (const char *a, size_t b); */\npe_status pe_one (pe_a **out, const char *bytes, size_t size, pe_error **error);\n"
     "pe_status pe_two (pe_a *self, const uint8_t *bytes,\n                  size_t size);\nconst char *pe_name (size_t index, const pe_a *self);\n"
     "pe_status pe_three (const void *bytes, uint64_t size);\npe_status pe_find (size_t *out, const char *name);\n"),
    ("tests/fuzz/target-a.c", "/* pe_two (a) */ int main (void) { pe_one (NULL); pe_four (NULL); \"pe_two (b)\"; }\n"),
    ("tests/fuzz/target-b.c", ""),
    ("tests/fuzz/dict/other.dict", ""),
    ("tests/fuzz/corpus/b/00", ""),
    ("cmake/fuzz.cmake", "set (PERFEVAL_FUZZ_DICTIONARY_a other)\n"),
]
FAULTY = ["pe_five", "pe_two", "pe_four", "pe_four", "target-a.c", "target-b.c"]


def find_blindness():
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        for name, text in MADE_UP:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        faults = check_calls(root, {"pe_five"}, {"pe_three", "pe_four"})[0] + check_files(root)
    found = [fault.split(":")[0] for fault in faults]
    return [] if found == FAULTY else [f"the check itself finds {found}; expected {FAULTY}"]


def main():
    faults, n = check_calls(house.SOURCE, OTHER_READERS, set(EXCEPTIONS))
    house.finish(find_blindness() + faults + check_files(house.SOURCE), f"{n} readers, {len(EXCEPTIONS)} of them left out with a reason")


if __name__ == "__main__":
    main()
