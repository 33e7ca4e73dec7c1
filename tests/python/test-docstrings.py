"""test-docstrings.py - help() has something to say of every public class, function, method and property

SPDX-FileCopyrightText: 2026 The libperfeval authors
SPDX-License-Identifier: Apache-2.0
"""

import functools
import importlib
import inspect
import pkgutil
import unittest

import package

package.start()
import perfeval  # noqa: E402

DESCRIBED = (property, functools.cached_property, staticmethod, classmethod)


def is_public(name):
    return not name.startswith("_")


def doors():
    """By name, what the package exports and what its public modules define."""
    found = [getattr(perfeval, name) for name in perfeval.__all__]
    for module in pkgutil.iter_modules(perfeval.__path__):
        if is_public(module.name):
            module = importlib.import_module(f"perfeval.{module.name}")
            found += [value for name, value in vars(module).items() if is_public(name) and getattr(value, "__module__", "") == module.__name__]
    return {f"{each.__module__}.{each.__qualname__}": each for each in found if inspect.isclass(each) or inspect.isfunction(each)}


def members(kind):
    """The methods and properties that a class defines itself."""
    own = {name: value for name, value in vars(kind).items() if is_public(name)}
    return {name: value for name, value in own.items() if inspect.isfunction(value) or isinstance(value, DESCRIBED)}


def text_of(value):
    """What was written of it: not what dataclass and enum make up for a class that has nothing."""
    value = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
    text = value.__doc__ or ""
    if inspect.isclass(value) and (text.startswith(f"{value.__name__}(") or text == "An enumeration."):
        return ""
    return text.strip()


class Docstrings(unittest.TestCase):
    def test_every_one_has_a_docstring(self):
        asked = dict(doors())
        for name, door in doors().items():
            if inspect.isclass(door):
                asked.update((f"{name}.{member}", value) for member, value in members(door).items())
        self.assertGreater(len(asked), 250)
        self.assertEqual([name for name, value in sorted(asked.items()) if not text_of(value)], [])
        print(f"{len(asked)} public names have a docstring")


if __name__ == "__main__":
    unittest.main()
