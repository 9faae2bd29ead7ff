"""Making: documents rendered chunk by chunk, each chunk announced, put in place and entered.

A run may be killed at any moment: a file appears whole or not at all, and the next run knows
from the journal which files are its own.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeVar

from docgen.batches.deciding import Wanted, file_hash
from docgen.batches.executors import Workshop
from docgen.batches.filenames import DOCUMENTS, PDFS
from docgen.batches.journal import Journal, Made
from docgen.batches.working import TEMPORARY, Order, Rendered, make_documents
from docgen.errors import FileError, system_reason
from docgen.findings import Finding
from docgen.naming import folded
from docgen.rows import Row

CHUNK = 200
"""Rows that go to a process at a time, and documents that the journal takes at a time."""

RUNNING = "running"
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Job:
    """One document to be made: the row's position in the roster, its key, what it asks for."""

    index: int
    key: str
    number: int
    wanted: Wanted
    row: Row


@dataclass(frozen=True, slots=True)
class Outcome:
    """One job done: `made` is None when the finished file failed its proof."""

    job: Job
    made: Made | None
    findings: tuple[Finding, ...]


def chunks(items: Iterable[Item], size: int = CHUNK) -> Iterator[list[Item]]:
    """Take items a chunk at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def make_all(
    folder: Path,
    journal: Journal,
    workers: Workshop,
    jobs: Iterable[Job],
    on_chunk: Callable[[list[Outcome]], None],
) -> None:
    """Make every job's document; `on_chunk` hears of each chunk once the journal knows it.

    Raises:
        FileError: when the disk refuses a file or a process died; what was entered stays.
    """
    journal.write_note(RUNNING, "1")
    under_way: list[list[Job]] = []

    def orders() -> Iterator[list[Order]]:
        for chunk in chunks(jobs):
            under_way.append(chunk)
            yield [Order(job.row, temporary(folder, job)) for job in chunk]

    for rendered in workers.run(make_documents, orders()):
        on_chunk(_settle(folder, journal, under_way.pop(0), rendered))
    remove_superseded(folder, journal)
    journal.write_note(RUNNING, "")


def temporary(folder: Path, job: Job) -> Path:
    """Give the temporary name of a job's file, beside its place."""
    return (folder / job.wanted.file).with_name(f"{TEMPORARY}{job.number}-{os.getpid()}.tmp")


def _settle(
    folder: Path, journal: Journal, chunk: Sequence[Job], rendered: Sequence[Rendered]
) -> list[Outcome]:
    now = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    outcomes = [
        Outcome(job, None if file.findings else _made(job, file, now), file.findings)
        for job, file in zip(chunk, rendered, strict=True)
    ]
    done = [(outcome.job, outcome.made) for outcome in outcomes if outcome.made]
    journal.announce(made for _, made in done)
    for job, made in done:
        put_in_place(temporary(folder, job), folder / made.file)
    for parent in {(folder / made.file).parent for _, made in done}:
        sync_folder(parent)
    journal.enter([made for _, made in done])
    return outcomes


def _made(job: Job, file: Rendered, now: str) -> Made:
    wanted = job.wanted
    return Made(job.key, wanted.file, file.size, file.sha256, wanted.row_hash, wanted.press, now)


def put_in_place(fresh: Path, path: Path) -> None:
    """Rename a finished file to its own name.

    Raises:
        FileError: when the file in its place is open or cannot be replaced.
    """
    try:
        fresh.replace(path)
    except OSError as error:
        msg = (
            f"替换不了 {path}：{system_reason(error)}。"
            "如果它正在 Word 或 WPS 中打开，请先关闭，再运行一次，会接着做。"
        )
        raise FileError(msg) from error


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does so by itself."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def recover(folder: Path, journal: Journal) -> None:
    """Finish what a killed run left: enter what is in place, drop temporary files."""
    in_place = [m for m in journal.announced() if file_hash(folder / m.file) == m.sha256]
    journal.enter(in_place)
    remove_superseded(folder, journal)
    if journal.note(RUNNING):
        remove_temporary(folder)
        journal.write_note(RUNNING, "")


def remove_temporary(folder: Path) -> None:
    """Drop the temporary files of a run that did not end."""
    for top in (DOCUMENTS, PDFS):
        for parent, _, names in os.walk(folder / top):
            for name in names:
                if name.startswith(TEMPORARY) and name.endswith(".tmp"):
                    (Path(parent) / name).unlink(missing_ok=True)


def remove_superseded(folder: Path, journal: Journal) -> None:
    """Drop files whose row now has another file, unless somebody has changed them."""
    leftovers = journal.superseded()
    if not leftovers:
        return
    current = {folded(e.file) for e in journal.entries().values() if e.file}
    for leftover in leftovers:
        path = folder / leftover.file
        if folded(leftover.file) not in current and file_hash(path) == leftover.sha256:
            path.unlink(missing_ok=True)
    journal.forget_superseded()
