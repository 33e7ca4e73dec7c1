"""test-exports.py - what the built library exports, needs, calls and may write to

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import re
import sys

import house

sys.dont_write_bytecode = True
sys.path.insert(0, str(house.SOURCE / "scripts"))
refresh_abi = __import__("refresh-abi")

# A thread is started where the caller asks for some (pe_batch_options::threads), by g_thread_try_new, which can fail.
# libgcc_s and the loader come with the compiler, where it needs them (128-bit division, thread-local storage).
NEEDED = re.compile(r"libglib-2\.0\.so\.0|libgmp\.so\.10|libc\.so\.6|libgcc_s\.so\.1|ld-linux[-.\w]*")
# docs/decisions says why each of these.
NEEDED_BY_OFFICE = re.compile(NEEDED.pattern + r"|libperfeval\.so\.1|libzip\.so\.4|libexpat\.so\.1|libxlsxwriter\.so\.4"
                              r"|libcairo\.so\.2|libpango-1\.0\.so\.0|libpangocairo-1\.0\.so\.0|libgobject-2\.0\.so\.0")
# What obeys the locale, prints, reads the environment, ends the host, or is not exact; with its fortified twins.
# Of the thread alone, and given back: see lib/office/workbook-file.c.
ALLOWED_TO_OFFICE = {"newlocale", "uselocale"}
FORBIDDEN = re.compile(
    r"(g_(ascii_)?)?(strtod|dtostr|formatd)|(__)?(strto(f|d|ld)|ato[fil]+)(_\w+)?|(__)?\w*printf\w*|\w*(put[cs]|fwrite|scanf)\w*"
    r"|(set|new|use)locale|(g_|secure_)?(get|set|unset|put)env|(g_)?abort|_?_?exit|quick_exit|atexit|__assert_\w+"
    r"|g_(assert|log|logv|print|warn|error_|return_if_fail)\w*|std(in|out|err)|perror|write|f?open(64)?|signal|sigaction|raise"
    r"|__ctype_\w+|(is|to)(alnum|alpha|digit|lower|upper|space|punct|xdigit)|strcoll|strxfrm|strftime|s?rand(om)?"
    r"|pthread_create|g_thread_new|time|mp_set_memory_functions|__gmp_set_memory_functions|__gmpf_\w+|__gmpz_[gs]et_d"
    r"|g_filename_(display_|(to|from)_)\w+|(g_|__xpg_)?str(error|signal)(_r|_l)?|(mk|local|gm)time(_r)?|ctime(_r)?|tzset"
    r"|dlopen|system|popen|v?fork|exec[vl]\w*|posix_spawnp?|g_spawn_\w+"
)
# What ends the process when memory runs out. The second library builds its reports and scorebooks with some of it: docs/memory.md.
ABORTING = re.compile(
    r"g_(m|re)alloc\w*|g_malloc0\w*|g_(str|strn|mem)dup\w*|g_str(concat|join|split)\w*|g_build_(path|filename)\w*|g_string_\w+"
    r"|g_(hash_table|(ptr_|byte_)?array|s?list|queue|tree|bytes)_(new|insert|append|prepend|add|push|set_size)\w*|g_utf8_(make_valid|strdown|strup|normalize)"
)
# Writable globals that are allowed, by name, each with its reason.
WRITABLE = {}


def exported(library):
    """Name -> version node of every dynamic symbol that the library defines."""
    symbols = {}
    for line in house.run(["nm", "-D", "--defined-only", "--with-symbol-versions", library]).splitlines():
        address, kind, name = line.split()
        name, _, node = name.partition("@@")
        if kind != "A":  # the nodes themselves
            symbols[name] = (node, kind)
    return symbols


def compare(one, other, first, second):
    return [f"{name}: in {first}, not in {second}" for name in sorted(set(one) - set(other))]


def names_in_map(text):
    return re.findall(r"^\s*(\w+);$", text, re.M)


def exports(library, name, map_file):
    in_library, in_headers = exported(library), refresh_abi.exported_names(library=name)
    text = (house.SOURCE / map_file).read_text(encoding="utf-8")
    in_map, node = names_in_map(text), refresh_abi.version_node(library=name)
    faults = compare(in_library, in_headers, "the library", "the headers") + compare(in_headers, in_library, "the headers", "the library")
    faults += compare(in_map, in_headers, "the map", "the headers") + compare(in_headers, in_map, "the headers", "the map")
    if re.findall(r"^(\w[\w.]*) \{", text, re.M) != [node] or not re.search(r"local:\s*\*;\s*\};", text):
        faults.append(f"{map_file}: has to be one node {node} that ends in local: *;")
    for name, (version, kind) in in_library.items():
        if version != node or kind != "T" or not name.startswith("pe_"):
            faults.append(f"{name}: exported as {kind} under {version}; has to be a function pe_… under {node}")
    return faults


def dependencies(library, soname, allowed):
    dynamic = house.run(["readelf", "-dW", library])
    faults = [f"NEEDED {name}" for name in re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic) if not allowed.fullmatch(name)]
    if re.findall(r"\(SONAME\).*\[(.*)\]", dynamic) != [soname]:
        faults.append(f"SONAME is not {soname}")
    # In the build tree the second library finds the first by its path; the installed one is looked at by test-install.py.
    for name in ("RPATH", "TEXTREL") if "office" in soname else ("RPATH", "RUNPATH", "TEXTREL"):
        if f"({name})" in dynamic:
            faults.append(f"has a {name}")
    if "NOW" not in dynamic or "GNU_RELRO" not in house.run(["readelf", "-lW", library]):
        faults.append("is not linked with relro and now")
    print("NEEDED:", " ".join(re.findall(r"\(NEEDED\).*\[(.*)\]", dynamic)))
    return faults


def undefined_in(library):
    return [line.split()[-1].partition("@")[0] for line in house.run(["nm", "-D", "-u", library]).splitlines()]


def calls(library, allowed=()):
    undefined = undefined_in(library)
    # Ours (pe_evaluation_get_n_inputs) are looked at where they are defined.
    return [f"calls {name}" for name in undefined if FORBIDDEN.fullmatch(name) and name not in allowed and not name.startswith("pe_")]


def writable(archive):
    """Symbols in writable sections, and constructors; .data.rel.ro is constant once it is relocated."""
    faults, place = [], ""
    for line in house.run(["objdump", "-t", archive]).splitlines():
        place = line.split(":")[0] if "file format" in line else place
        match = re.match(r"[0-9a-f]+ .{7} (\S+)\s+([0-9a-f]+)\s+(?:\.hidden )?(\S+)$", line)
        if not match or int(match.group(2), 16) == 0 or match.group(3) in WRITABLE:
            continue
        if re.match(r"\.t?data(?!\.rel\.ro)|\.t?bss|\*COM\*", match.group(1)):
            faults.append(f"{place}: {match.group(3)} can be written to ({match.group(1)})")
    for line in house.run(["objdump", "-hw", archive]).splitlines():
        place = line.split(":")[0] if "file format" in line else place
        if re.search(r"\s\.(init_array|fini_array|ctors|dtors)", line):
            faults.append(f"{place}: runs code when it is loaded")
    return faults


def prove():
    """The pattern itself: what it has to catch, and what it must not."""
    caught = "g_filename_display_name mktime g_strerror strerror_r execve fork strtod __strtod_internal g_ascii_strtod printf __snprintf_chk g_strdup_printf g_snprintf setlocale getenv exit _exit abort".split()
    passed = "g_date_time_unref strtol memcpy g_try_malloc __gmpz_mul __stack_chk_fail g_utf8_validate g_checksum_update g_date_time_new".split()
    faults = [f"the check itself lets {name} pass" for name in caught if not FORBIDDEN.fullmatch(name)]
    faults += [f"the check itself lets {name} pass" for name in "g_strdup g_malloc_n g_string_new g_ptr_array_add".split() if not ABORTING.fullmatch(name)]
    return faults + [f"the check itself catches {name}" for name in passed if FORBIDDEN.fullmatch(name) or ABORTING.fullmatch(name)]


def main():
    if house.SANITIZE:
        house.skip(f"{house.SANITIZE}: the sanitizer adds calls, variables and libraries of its own")
    library, archive = os.environ["PERFEVAL_LIBRARY"], os.environ["PERFEVAL_STATIC_LIBRARY"]
    faults = prove() + exports(library, "perfeval", "lib/perfeval.map") + dependencies(library, "libperfeval.so.1", NEEDED)
    faults += calls(library) + writable(archive)
    faults += [f"calls {name}, which ends the process when memory runs out" for name in undefined_in(library) if ABORTING.fullmatch(name)]
    done = f"{len(exported(library))} functions are exported under {refresh_abi.version_node()}"
    if "PERFEVAL_OFFICE_LIBRARY" in os.environ:
        office = os.environ["PERFEVAL_OFFICE_LIBRARY"]
        faults += exports(office, "perfeval-office", "lib/office/perfeval-office.map")
        faults += dependencies(office, "libperfeval-office.so.1", NEEDED_BY_OFFICE) + calls(office, ALLOWED_TO_OFFICE)
        faults += writable(os.environ["PERFEVAL_OFFICE_STATIC_LIBRARY"])
        done += f", {len(exported(office))} of the second library"
    else:
        print("libperfeval-office was not built, so it was not looked at")
    house.finish(faults, done)


if __name__ == "__main__":
    main()
