"""test-install.py - an installed tree can be moved, and programs build against it with pkg-config and with CMake

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import house

CONSUMER = house.SOURCE / "tests/consumer"
CMAKE = os.environ.get("PERFEVAL_CMAKE", "cmake")
CC = os.environ.get("PERFEVAL_CC", "cc")


def install(scratch):
    """Installs into one prefix and moves it to another: nothing may remember the first."""
    first, moved = scratch / "installed-here", scratch / "moved-there"
    house.run([CMAKE, "--install", house.BUILD, "--prefix", first])
    first.rename(moved)
    return first, moved


def memories(first, moved):
    """Installed texts that name the first prefix, the source or the build directory."""
    faults = []
    for path in sorted(moved.rglob("*")):
        if not path.is_file() or path.is_symlink() or path.suffix in (".a", ".mo") or path.read_bytes()[:4] == b"\x7fELF":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for place in (str(first), str(house.SOURCE), str(house.BUILD)):
            if place in text:
                faults.append(f"{path.relative_to(moved)}: remembers {place}")
    return faults


def missing(moved):
    """What has to be there, whatever else is."""
    wanted = ["include/perfeval/version.h", "lib*/**/libperfeval.so.1", "lib*/**/libperfeval.so", "lib*/**/libperfeval.a"]
    wanted += ["lib*/**/pkgconfig/libperfeval.pc", "lib*/**/cmake/perfeval/perfeval-config.cmake"]
    wanted += ["share/doc/perfeval/LICENSE"]
    for kind, pattern in (("rulebooks", "*.json"), ("rulebooks/schema", "*.json")):
        place = "share/perfeval/" + kind.rsplit("/", 1)[-1]
        wanted += [f"{place}/{path.name}" for path in (house.SOURCE / kind).glob(pattern)]
    wanted += [f"share/man/man1/{path.name}*" for path in (house.SOURCE / "docs/man").glob("*.1")]
    wanted += [f"include/perfeval/{path.name}" for path in (house.SOURCE / "include/perfeval").glob("*.h")]
    if "PERFEVAL_OFFICE_LIBRARY" in os.environ:
        wanted += ["lib*/**/libperfeval-office.so.1", "lib*/**/libperfeval-office.a", "lib*/**/pkgconfig/libperfeval-office.pc"]
        wanted += [f"include/perfeval-office/{path.name}" for path in (house.SOURCE / "include/perfeval-office").glob("*.h")]
    return [f"{name}: not installed" for name in wanted if not list(moved.glob(name))]


def loads(program, environment):
    """Name -> path of the libraries that the loader finds for a program."""
    lines = house.run(["ldd", program], env=environment)
    return dict(re.findall(r"^\s*(\S+) => (.*?)(?: \(0x.*)?$", lines, re.M))


def inspect(program, static, moved, environment, version):
    """Runs a consumer and looks at what it is linked with."""
    faults = []
    said = house.run([program], env=environment).strip()
    if said != version:
        faults.append(f"{program.name}: says version {said}, installed is {version}")
    needed = re.findall(r"\(NEEDED\).*\[(.*)\]", house.run(["readelf", "-dW", program]))
    if ("libperfeval.so.1" in needed) == static:
        faults.append(f"{program}: NEEDED {needed}")
    if not static:
        if any("glib" in name or "gmp" in name for name in needed):
            faults.append(f"{program}: a user of the shared library needs no GLib or GMP: {needed}")
        if not loads(program, environment)["libperfeval.so.1"].startswith(str(moved)):
            faults.append(f"{program}: loads another libperfeval than the one moved")
    print(f"{program.parent.name}/{program.name}: {'static' if static else 'shared'}, NEEDED {' '.join(needed)}")
    return faults


def with_pkgconfig(scratch, moved, environment, version):
    room = scratch / "pkgconfig"
    shutil.copytree(CONSUMER / "pkgconfig", room)
    shutil.copy(CONSUMER / "main.c", room)
    house.run(["make", "-s", f"CC={CC}"], cwd=room, env=environment)
    rulebooks = house.run(["pkg-config", "--variable=rulebooksdir", "libperfeval"], env=environment).strip().replace("\\", "")
    faults = [] if os.path.isdir(rulebooks) else [f"libperfeval.pc: rulebooksdir is not there: {rulebooks}"]
    if "glib" in house.run(["pkg-config", "--libs", "libperfeval"], env=environment):
        faults.append("libperfeval.pc: a user of the shared library is told to link GLib")
    for name in ("shared", "static"):
        faults += inspect(room / name, name == "static", moved, environment, version)
    return faults


def with_cmake(scratch, moved, environment, version):
    faults = []
    clean = {name: value for name, value in environment.items() if name not in ("LD_LIBRARY_PATH", "PKG_CONFIG_PATH")}
    for static in (False, True):
        room = scratch / ("cmake-static" if static else "cmake-shared")
        house.run([CMAKE, "-S", CONSUMER / "cmake", "-B", room, f"-DCMAKE_PREFIX_PATH={moved}", f"-DCMAKE_C_COMPILER={CC}",
                   f"-DCONSUMER_STATIC={'ON' if static else 'OFF'}", f"-DCONSUMER_VERSION={version}",
                   f"-DCONSUMER_SOURCE={CONSUMER / 'main.c'}"], env=clean)
        house.run([CMAKE, "--build", room], env=clean)
        faults += inspect(room / "consumer", static, moved, clean, version)
    return faults


def with_office(scratch, moved, environment, version):
    """The second library, by pkg-config and by CMake: it brings the first."""
    if "PERFEVAL_OFFICE_LIBRARY" not in os.environ:
        print("libperfeval-office was not built, so no program was linked with it")
        return []
    flags = house.run(["pkg-config", "--cflags", "--libs", "libperfeval-office"], env=environment).replace("\\", "").split()
    program = scratch / "office"
    house.run([CC, "-std=c99", CONSUMER / "office.c", "-o", program] + flags, env=environment)
    clean = {name: value for name, value in environment.items() if name not in ("LD_LIBRARY_PATH", "PKG_CONFIG_PATH")}
    room = scratch / "cmake-office"
    house.run([CMAKE, "-S", CONSUMER / "cmake", "-B", room, f"-DCMAKE_PREFIX_PATH={moved}", f"-DCMAKE_C_COMPILER={CC}",
               f"-DCONSUMER_VERSION={version}", f"-DCONSUMER_SOURCE={CONSUMER / 'main.c'}",
               f"-DCONSUMER_OFFICE={CONSUMER / 'office.c'}"], env=clean)
    house.run([CMAKE, "--build", room], env=clean)
    faults = []
    for found, where in ((program, environment), (room / "office", clean)):
        said = house.run([found], env=where).strip()
        if said != version or not loads(found, where)["libperfeval-office.so.1"].startswith(str(moved)):
            faults.append(f"{found}: says {said}, or loads another libperfeval-office than the one moved")
    return faults


def command(moved, environment):
    """The installed command finds its library beside it."""
    program = moved / "bin/perfeval"
    if not program.is_file():
        print("the command was not built, so it was not tried")
        return []
    clean = {name: value for name, value in environment.items() if name != "LD_LIBRARY_PATH"}
    if subprocess.run([str(program), "--help"], env=clean, capture_output=True).returncode != 0:
        return ["bin/perfeval --help: does not run from the moved tree"]
    found = loads(program, clean)["libperfeval.so.1"]
    return [] if os.path.realpath(found).startswith(str(moved)) else [f"bin/perfeval: loads {found}"]


def main():
    if house.SANITIZE:
        house.skip(f"{house.SANITIZE}: a sanitized library is not one to install")
    header = (house.SOURCE / "include/perfeval/version.h").read_text(encoding="utf-8")
    version = ".".join(re.search(rf"PE_VERSION_{part} (\d+)", header).group(1) for part in ("MAJOR", "MINOR", "MICRO"))
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name).resolve()
        first, moved = install(scratch)
        library = next(moved.glob("lib*/**/libperfeval.so.1")).parent
        environment = dict(os.environ, LD_LIBRARY_PATH=str(library), PKG_CONFIG_PATH=str(library / "pkgconfig"))
        faults = memories(first, moved) + missing(moved) + command(moved, environment)
        faults += with_office(scratch, moved, environment, version)
        faults += with_pkgconfig(scratch, moved, environment, version) + with_cmake(scratch, moved, environment, version)
    house.finish(faults, "two consumers, shared and static, from a tree that was moved")


if __name__ == "__main__":
    main()
