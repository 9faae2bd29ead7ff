"""Parts from outside docgen: brought by other packages, or kept in a user's own folder.

They are programs and are run as the user. Whatever goes wrong in one is told in words, with whose
it is: docgen's own parts go on working.
"""

import importlib.util
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from docgen.errors import FileError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

PACKAGE = "docgen_guests"
"""The package whose modules the files of a user's folder are."""

OTHERS_MAY_WRITE = 0o022
Loaded = TypeVar("Loaded")


@dataclass(frozen=True, slots=True)
class Guest:
    """A part from outside: its name, who brings it, and the folder its own files stand in.

    `edition` changes when the part does.
    """

    name: str
    part: object
    bringer: str
    home: Path
    edition: str


def from_packages(group: str, family: str) -> Iterator[Guest]:
    """Give the parts that installed packages bring by entry points of `group`.

    An entry point names the part or its module, in which the part is called `family`.

    Raises:
        FileError: when one of them cannot be loaded; the message names its package.
    """
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=group), key=lambda one: (one.name, one.value)):
        package = entry.dist
        bringer = f"软件包 {package.name} {package.version}" if package else f"入口 {entry.value}"
        part = _guarded(partial(_entry_object, entry, family), entry.name, bringer)
        file = Path(sys.modules[entry.module].__file__ or entry.module)
        yield Guest(entry.name, part, bringer, file.parent, f"{bringer} {_hash([file])}")


def _entry_object(entry: "EntryPoint", family: str) -> object:
    found = entry.load()
    return getattr(found, family) if isinstance(found, ModuleType) else found


def from_folder(folder: Path, family: str) -> Iterator[Guest]:
    """Give the parts a user keeps in a folder of his own, one a file.

    Files whose names begin with `_` are no parts; the others may import from them.

    Raises:
        FileError: when the folder is none, others may write to it, or a file cannot be loaded.
    """
    if not folder.is_dir():
        msg = f"{folder} 不是文件夹。改正环境变量 DOCGEN_KINDS，或去掉它。"
        raise FileError(msg)
    files = sorted(folder.glob("*.py"))
    for path in (folder, *files):
        _demand_own(path)
    package = ModuleType(PACKAGE)
    package.__path__ = [str(folder)]
    sys.modules[PACKAGE] = package
    for file in files:
        if not file.name.startswith("_"):
            part = _guarded(partial(_file_object, file, family), file.stem, str(file))
            yield Guest(file.stem, part, str(file), folder, _hash(files))


def _demand_own(path: Path) -> None:
    """Stop where others could have written a program that would be run in the user's name."""
    if os.name != "posix":
        return
    state = path.stat()
    if state.st_uid not in (os.geteuid(), 0) or state.st_mode & OTHERS_MAY_WRITE:
        msg = f"{path} 别人也能改写，不运行里面的程序。用 chmod go-w 收回别人的写权限，再运行一次。"
        raise FileError(msg)


def _file_object(file: Path, family: str) -> object:
    name = f"{PACKAGE}.{file.stem}"
    specification = importlib.util.spec_from_file_location(name, file)
    assert specification is not None  # a .py file always has one
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[name] = module
    specification.loader.exec_module(module)
    return getattr(module, family)


def _guarded(load: Callable[[], Loaded], name: str, bringer: str) -> Loaded:
    """Load a part; a fault of its author's is no traceback of ours."""
    try:
        return load()
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        msg = f"{bringer} 里的“{name}”载入不了：{reason}。修好它或拿掉它，再运行一次。"
        raise FileError(msg) from error


def _hash(files: list[Path]) -> str:
    content = (file.read_bytes() for file in files if file.is_file())
    return sha256(b"\0".join(content)).hexdigest()
