"""The journal: what was made from what. The truth of an output folder, in one SQLite file.

A chunk of documents is first announced (`announce`), then renamed into place, then entered
(`enter`): whenever a run is killed, `recover` can tell which files are ours.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, fields
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Entered:
    """One document in the journal; `file` is None while it was never made.

    `signed` and `returned` hold what the clerk wrote in the ledger: 是, a date, or nothing.
    """

    key: str
    number: int
    name: str
    folder: str
    file: str | None = None
    size: int | None = None
    sha256: str | None = None
    row_hash: str | None = None
    press: str | None = None
    made_at: str | None = None
    signed: str = ""
    returned: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One document that was just rendered, and from what."""

    key: str
    file: str
    size: int
    sha256: str
    row_hash: str
    press: str
    made_at: str


@dataclass(frozen=True, slots=True)
class Leftover:
    """A file that another has taken the place of; it goes if it is still as docgen made it."""

    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class PrintedFrom:
    """A PDF: the hash of the document it was printed from, its own, and the one it replaced."""

    file: str
    document: str
    sha256: str
    replaced: str


NAMES = ", ".join(field.name for field in fields(Entered))


class Journal:
    """One output folder's journal. Every method is one transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take an open database of the right schema."""
        self._database = database

    def entries(self) -> dict[str, Entered]:
        """Give every document by its key, in the order of numbers."""
        found = self._database.execute(f"SELECT {NAMES} FROM documents ORDER BY number")
        return {row[0]: Entered(*row) for row in found}

    def enroll(self, newcomers: Iterable[Entered]) -> None:
        """Enter keys with their numbers and names; what is known of their files stays."""
        with self._database:
            self._database.executemany(
                "INSERT INTO documents (key, number, name, folder) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (key) DO UPDATE SET name = excluded.name, folder = excluded.folder",
                [(new.key, new.number, new.name, new.folder) for new in newcomers],
            )

    def announce(self, chunk: Iterable[Made]) -> None:
        """Say which files are about to be renamed into place."""
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO announced VALUES (?, ?, ?, ?, ?, ?, ?)", map(astuple, chunk)
            )

    def announced(self) -> list[Made]:
        """Give what was announced and not entered: the chunk in which a run was killed."""
        return [Made(*row) for row in self._database.execute("SELECT * FROM announced")]

    def enter(self, chunk: Sequence[Made]) -> None:
        """Remember documents that are in their places; the announcement is over."""
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO superseded SELECT file, sha256 FROM documents "
                "WHERE key = ? AND file IS NOT NULL AND file <> ?",
                [(made.key, made.file) for made in chunk],
            )
            self._database.executemany(
                "UPDATE documents SET file = ?, size = ?, sha256 = ?, row_hash = ?, press = ?, "
                "made_at = ? WHERE key = ?",
                [(*astuple(made)[1:], made.key) for made in chunk],
            )
            self._database.executemany(
                "DELETE FROM superseded WHERE file = ?", [(made.file,) for made in chunk]
            )
            self._database.execute("DELETE FROM announced")

    def superseded(self) -> list[Leftover]:
        """Give the files that others have taken the place of."""
        found = self._database.execute("SELECT file, sha256 FROM superseded ORDER BY file")
        return [Leftover(*row) for row in found]

    def forget_superseded(self) -> None:
        """Say that superseded files were seen to."""
        with self._database:
            self._database.execute("DELETE FROM superseded")

    def pdfs(self) -> dict[str, PrintedFrom]:
        """Give every PDF by its file."""
        found = self._database.execute("SELECT file, document, sha256, replaced FROM pdfs")
        return {row[0]: PrintedFrom(*row) for row in found}

    def enter_pdfs(self, printed: Iterable[PrintedFrom]) -> None:
        """Remember PDFs that are about to be renamed into place."""
        with self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO pdfs VALUES (?, ?, ?, ?)", map(astuple, printed)
            )

    def forget_pdfs(self, files: Iterable[str]) -> None:
        """Say that PDFs are gone."""
        with self._database:
            self._database.executemany(
                "DELETE FROM pdfs WHERE file = ?", [(file,) for file in files]
            )

    def tick(self, ticks: Mapping[str, tuple[str, str]]) -> None:
        """Remember what is signed and returned, by key."""
        with self._database:
            self._database.executemany(
                "UPDATE documents SET signed = ?, returned = ? WHERE key = ?",
                [(signed, returned, key) for key, (signed, returned) in ticks.items()],
            )

    def note(self, name: str) -> str:
        """Give a note by its name; empty when there is none."""
        found = self._database.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return "" if found is None else str(found[0])

    def write_note(self, name: str, value: str) -> None:
        """Keep a note."""
        with self._database:
            self._database.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))


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
