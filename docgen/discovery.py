"""Finding parts: one part a file, known by the file's name.

Kinds, rules, readers and commands are all found this way. A part's file defines one object
named after its family (`kind`, `rule`, `reader`, `command`); adding a part is adding a file.
"""

import pkgutil
from functools import cache
from importlib import import_module


@cache
def names(package: str) -> tuple[str, ...]:
    """List the part files of `package`, sorted, without importing any of them."""
    path = import_module(package).__path__
    return tuple(
        sorted(module.name for module in pkgutil.iter_modules(path) if module.name[0] != "_")
    )


def load(package: str, name: str, family: str) -> object:
    """Import the part `name` of `package` and give its object called `family`.

    Raises:
        AttributeError: when the file defines no such object (a fault of the part's author).
    """
    return getattr(import_module(f"{package}.{name}"), family)


@cache
def collect(package: str, family: str) -> dict[str, object]:
    """Import every part of `package` and give its objects called `family` by file name."""
    return {name: load(package, name, family) for name in names(package)}
