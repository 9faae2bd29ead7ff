"""The journal: what was made from what. The truth of an output folder, in one SQLite file.

A chunk of documents is first announced (`announce`), then renamed into place, then entered
(`enter`): whenever a run is killed, `recover` can tell which files are ours.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass, fields


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
            # A file that was another row's is that row's no more: its document is to be made.
            self._database.executemany(
                "UPDATE documents SET file = NULL, sha256 = NULL WHERE file = ? AND key <> ?",
                [(made.file, made.key) for made in chunk],
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
