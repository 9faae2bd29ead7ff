"""The work on one chunk of rows: checking it, and writing its documents under temporary names."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.batches.picking import recorded
from docgen.engine import Press
from docgen.errors import FileError, IncompleteError, system_reason
from docgen.findings import Finding
from docgen.rows import Row

TEMPORARY = ".docgen-"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check of one row gave: its findings, and the file stem its kind wants.

    `fields` are what the record itself says for the file name, defaults and short names included.
    """

    findings: tuple[Finding, ...]
    stem: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Questions:
    """Rows to be checked, and what is asked of each record by name and path."""

    rows: Sequence[Row]
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Order:
    """One document to be made: its row, and the temporary file it goes to."""

    row: Row
    file: Path


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document under its temporary name; with `findings` it was not written."""

    size: int
    sha256: str
    findings: tuple[Finding, ...] = ()


def check_rows(press: Press, questions: Questions) -> list[Verdict]:
    """Check a chunk of rows."""
    return [_check(press, row, questions.fields) for row in questions.rows]


def _check(press: Press, row: Row, asked: Mapping[str, str]) -> Verdict:
    found = press.check(row)
    fields = {name: recorded(found.record, path) for name, path in asked.items()}
    return Verdict(found.findings, found.name, fields)


def make_documents(press: Press, orders: Sequence[Order]) -> list[Rendered]:
    """Make a chunk of documents; every file is on the disk when this returns.

    Raises:
        FileError: when the disk refuses a file.
    """
    return [_make(press, order) for order in orders]


def _make(press: Press, order: Order) -> Rendered:
    try:
        content = press.make(press.check(order.row))
    except IncompleteError as error:
        return Rendered(0, "", tuple(error.findings))
    write_synced(order.file, content)
    return Rendered(len(content), hashlib.sha256(content).hexdigest())


def write_synced(path: Path, content: bytes) -> None:
    """Write a file and wait until it is on the disk.

    Raises:
        FileError: when the disk refuses it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        msg = (
            f"写不了 {path.parent}：{system_reason(error)}。"
            "检查磁盘空间和文件夹的权限，再运行一次，会接着做。"
        )
        raise FileError(msg) from error
