# SPDX-FileCopyrightText: 2026 The libperfeval authors
# SPDX-License-Identifier: Apache-2.0
"""The version, which is the library's, and, where PERFEVAL_BUNDLE names a library, a wheel that carries it (scripts/build-wheel)."""

import os
import pathlib
import re
import shutil

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

try:
    from setuptools.command.bdist_wheel import bdist_wheel
except ImportError:  # before setuptools 70
    from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
BUNDLE = os.environ.get("PERFEVAL_BUNDLE")


def version():
    text = (HERE.parent / "include/perfeval/version.h").read_text(encoding="utf-8")
    return ".".join(re.search(rf"#define PE_VERSION_{part} (\d+)", text).group(1) for part in ("MAJOR", "MINOR", "MICRO"))


def copy_licences(folder):
    """Those of the library and of what it is linked with; they stand outside this folder, where license-files cannot name them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("LICENSE", "docs/licences.md"):
        if (HERE.parent / name).exists():
            shutil.copy2(HERE.parent / name, folder)


class Build(build_py):
    """Puts the library and the licence texts into the package, in the build folder alone."""

    def run(self):
        super().run()
        package = pathlib.Path(self.build_lib, "perfeval")
        copy_licences(package / "licences")
        if BUNDLE:
            (package / "lib").mkdir(exist_ok=True)
            shutil.copy2(BUNDLE, package / "lib/libperfeval.so.1")


class Wheel(bdist_wheel):
    """ctypes asks for no particular Python, only for the machine that the library is for. The licence texts are also where tools look for them."""

    def egg2dist(self, egginfo_path, distinfo_path):
        super().egg2dist(egginfo_path, distinfo_path)
        copy_licences(pathlib.Path(distinfo_path, "licenses"))

    def get_tag(self):
        platform = super().get_tag()[2]
        return ("py3", "none", platform)


class Platform(Distribution):
    """A wheel with a library in it is for one kind of machine."""

    def has_ext_modules(self):
        return bool(BUNDLE)


setup(version=version(), cmdclass={"build_py": Build, "bdist_wheel": Wheel}, distclass=Platform)
