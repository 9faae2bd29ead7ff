"""Readers: files as raw rows, every value with its place. One file a format.

Faults inside a file are findings; only a file that is missing, unreadable or not of its format
raises. Nothing is guessed: text stays text until its field says what it is.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from docgen.discovery import collect
from docgen.errors import FileError
from docgen.readers._input import InputFile, open_input
from docgen.rows import Roster, Row

__all__ = ["InputFile", "Reader", "find_reader", "read_record", "read_roster", "readers"]


@dataclass(frozen=True, slots=True)
class Reader:
    """One input format: its names, its file endings, and how to read it."""

    name: str
    label: str
    suffixes: tuple[str, ...]
    read_record: Callable[[InputFile], Row]
    read_roster: Callable[[InputFile], Roster]


def readers() -> tuple[Reader, ...]:
    """Give every reader there is, sorted by name."""
    parts = collect("docgen.readers", "reader").values()
    return tuple(part for part in parts if isinstance(part, Reader))


def find_reader(file: InputFile) -> Reader:
    """Find the reader of a file by its ending, or by its first character on standard input.

    Raises:
        FileError: when no reader knows the ending.
    """
    suffixes = {suffix: reader for reader in readers() for suffix in reader.suffixes}
    if file.is_standard_input:
        return suffixes[_sniff(file)]
    name = file.name.lower()
    for suffix in sorted(suffixes, key=len, reverse=True):
        if name.endswith(suffix):
            return suffixes[suffix]
    raise FileError(_unknown(file.name, suffixes))


def read_record(path: Path | str | InputFile) -> Row:
    """Read the data of one document; `-` reads standard input as JSON or YAML.

    Faults of syntax are in the row's findings; its data is then what could be read, and empty
    when the file could not be followed to its end.

    Raises:
        FileError: when the file is missing, unreadable or not of its format.
    """
    file = open_input(path)
    return find_reader(file).read_record(file)


def read_roster(path: Path | str | InputFile) -> Roster:
    """Read the table of a batch; `-` reads standard input as JSON or YAML.

    Raises:
        FileError: when the file is missing, unreadable or not of its format.
    """
    file = open_input(path)
    return find_reader(file).read_roster(file)


def _sniff(file: InputFile) -> str:
    from docgen.readers._text import decode

    return ".json" if decode(file).lstrip()[:1] in ("{", "[") else ".yaml"


def _unknown(name: str, suffixes: dict[str, Reader]) -> str:
    if name.lower().endswith((".et", ".ett", ".numbers")):
        return f"“{name}”是 WPS 或 Numbers 自有格式的表格。请打开它，另存为 .xlsx，再运行一次。"
    if name.lower().endswith((".doc", ".docx", ".wps", ".pdf")):
        return f"“{name}”是文档，不是数据文件。请给出 {'、'.join(sorted(suffixes))} 文件。"
    return f"不认识“{name}”的格式。能读的文件有：{'、'.join(sorted(suffixes))}。"
