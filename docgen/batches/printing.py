"""Printing: chunks of documents handed to LibreOffice, their PDFs under temporary names."""

import hashlib
import os
import queue
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docgen.batches.making import chunks
from docgen.batches.working import TEMPORARY, write_synced
from docgen.findings import Finding
from docgen.pdf import (
    Office,
    Printed,
    embedded_fonts,
    open_office,
    print_both_sides,
    substitutions,
)
from docgen.word.named_fonts import named_fonts

CHUNK = 20
"""Documents that LibreOffice prints in one call."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One PDF to be made: its document, its own place, and the document's hash."""

    document: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One PDF under its temporary name; with a `reason` there is none."""

    sheet: Sheet
    sha256: str = ""
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def printed(folder: Path, wanted: Sequence[Sheet], jobs: int) -> Generator[list[Outcome]]:
    """Print sheets in chunks, by as many LibreOffices as there are jobs."""
    batches = list(chunks(wanted, CHUNK))
    with ExitStack() as stack:
        count = min(jobs, len(batches))
        offices = [stack.enter_context(open_office()) for _ in range(count)]
        work = partial(print_chunk, folder, idle(offices), wanted[:1])
        if count < 2:
            yield from map(work, batches)
            return
        with ThreadPoolExecutor(count) as pool:
            try:
                yield from pool.map(work, batches)
            finally:
                # Whoever stops early must not wait for what nobody will read.
                pool.shutdown(wait=False, cancel_futures=True)
                for office in offices:
                    office.stop()


def idle(offices: Sequence[Office]) -> "queue.SimpleQueue[Office]":
    """Queue the LibreOffices that have nothing to do."""
    waiting: queue.SimpleQueue[Office] = queue.SimpleQueue()
    for office in offices:
        waiting.put(office)
    return waiting


def print_chunk(
    folder: Path,
    offices: "queue.SimpleQueue[Office]",
    first: Sequence[Sheet],
    batch: Sequence[Sheet],
) -> list[Outcome]:
    """Print some documents and write their PDFs under temporary names.

    Raises:
        FileError: when the disk refuses a file.
    """
    papers = [(folder / sheet.document).read_bytes() for sheet in batch]
    office = offices.get()
    try:
        results = print_both_sides(office, papers)
    finally:
        offices.put(office)
    return [
        keep(folder, sheet, paper, result, tells_fonts=sheet in first)
        for sheet, paper, result in zip(batch, papers, results, strict=True)
    ]


def keep(
    folder: Path, sheet: Sheet, paper: bytes, result: Printed, *, tells_fonts: bool
) -> Outcome:
    """Write one PDF under its temporary name."""
    if result.pdf is None:
        return Outcome(sheet, reason=result.reason)
    write_synced(temporary(folder, sheet), result.pdf)
    # All documents of a batch come from one template: one tells for all.
    found = substitutions(named_fonts(paper), embedded_fonts(result.pdf)) if tells_fonts else ()
    return Outcome(sheet, hashlib.sha256(result.pdf).hexdigest(), findings=tuple(found))


def temporary(folder: Path, sheet: Sheet) -> Path:
    """Give the temporary name of a PDF, beside its place."""
    stem = hashlib.sha256(sheet.file.encode()).hexdigest()[:16]
    return (folder / sheet.file).with_name(f"{TEMPORARY}{stem}-{os.getpid()}.tmp")
