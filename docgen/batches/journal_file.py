"""The journal's file: where it lies, what its tables are, how it is opened and who may read it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.batches.journal import Journal
from docgen.errors import FileError, system_reason

FOLDER = ".docgen"
SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
  key TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, name TEXT NOT NULL, folder TEXT NOT NULL,
  file TEXT, size INTEGER, sha256 TEXT, row_hash TEXT, press TEXT, made_at TEXT,
  signed TEXT NOT NULL DEFAULT '', returned TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS announced (
  key TEXT PRIMARY KEY, file TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
  row_hash TEXT NOT NULL, press TEXT NOT NULL, made_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS superseded (file TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS pdfs (
  file TEXT PRIMARY KEY, document TEXT NOT NULL, sha256 TEXT NOT NULL, replaced TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""


def journal_file(folder: Path) -> Path:
    """Give the journal's place in an output folder."""
    return folder / FOLDER / "journal.sqlite"


@contextmanager
def open_journal(folder: Path) -> Iterator[Journal]:
    """Open the journal of an output folder, made when there is none; readable by its owner alone.

    Raises:
        FileError: when the folder cannot be written or the journal is no journal.
    """
    path = journal_file(folder)
    private_file(path)
    with _opened(path) as database:
        yield Journal(database)


@contextmanager
def read_journal(folder: Path) -> Iterator[Journal]:
    """Open a copy of the journal in memory; nothing is written to the folder.

    Raises:
        FileError: when the journal is no journal.
    """
    with _opened(":memory:") as copy:
        path = journal_file(folder)
        if path.is_file():
            with _opened(path) as database:
                database.backup(copy)
        yield Journal(copy)


def private_file(path: Path) -> None:
    """Make an empty file and its folder, readable by their owner alone, unless they are there.

    Raises:
        FileError: when the folder cannot be written.
    """
    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        msg = (
            f"写不了 {path.parent.parent}：{system_reason(error)}。"
            "检查文件夹的权限和磁盘空间，或换一个文件夹。"
        )
        raise FileError(msg) from error


@contextmanager
def _opened(path: Path | str) -> Iterator[sqlite3.Connection]:
    # A rollback journal, not WAL: output folders lie on network drives too, where WAL fails.
    try:
        database = sqlite3.connect(path, timeout=10)
    except sqlite3.Error as error:
        raise FileError(_unusable(path, error)) from error
    try:
        database.execute("PRAGMA synchronous = FULL")
        database.executescript(SCHEMA)
        yield database
    except sqlite3.Error as error:
        raise FileError(_unusable(path, error)) from error
    finally:
        database.close()


def _unusable(path: Path | str, error: sqlite3.Error) -> str:
    return f"{path} 用不了（{error}）。如果文件已损坏，把它改名后再运行一次，全部重新登记。"
