"""The beginning of a run: its plan, its press, and its folder under the run lock."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from docgen.batches import pdfs
from docgen.batches.executors import Recipe
from docgen.batches.journal import Journal
from docgen.batches.journal_file import open_journal, read_journal
from docgen.batches.lock import locked
from docgen.batches.making import recover
from docgen.batches.plan import Options, Plan, make_plan
from docgen.batches.state import Orders
from docgen.engine import Press, open_press
from docgen.errors import UsageError
from docgen.kinds import Kind, find_kind, registered
from docgen.layouts import Layout, find_layout
from docgen.proof import NameIndex
from docgen.readers import read_record, read_roster
from docgen.rows import Row


@dataclass(frozen=True, slots=True)
class Means:
    """What a run works with: its plan, its press, and how other processes make the same press."""

    plan: Plan
    press: Press
    recipe: Recipe


def demand(jobs: int, *, pdf: bool) -> None:
    """Make sure that a run can be served, before anything is read.

    Raises:
        UsageError: for a number of processes that is none.
        PdfError: when PDFs are wanted and LibreOffice or pypdfium2 is missing.
    """
    if jobs < 1:
        msg = f"--jobs {jobs} 不行：至少要 1 个进程。"
        raise UsageError(msg)
    if pdf:
        pdfs.demand_pdf()


def prepare(
    kind: Kind | str | None,
    roster: Path | str,
    options: Options,
    common: Row | None,
    template: Path | str | None,
    layout: Layout | None,
) -> Means:
    """Read the roster into a plan, and make the press for its rows.

    Raises:
        UsageError: for options that cannot be served.
        FileError: when a file cannot be used.
        TemplateError: when the template cannot be compiled.
    """
    path = None if template is None else Path(template)
    found = open_press(None, path).kind if kind is None else find_kind(kind)
    plan = make_plan(found, read_roster(roster), options, common)
    profile = None if layout is None else find_layout(layout)
    names = NameIndex(plan.names)
    own = None if kind is None else found
    press = open_press(own, path, layout=profile, common=common, roster_names=names)
    # Other processes find a registered kind by its name; one made in Python goes along.
    known = found.name if own and registered(found.name) is found else own
    return Means(plan, press, Recipe(known, path, profile, common, plan.names))


def read_common(common: Path | str | Mapping[str, object] | None) -> Row | None:
    """Read what the rows of a batch share."""
    if common is None:
        return None
    return Row(common) if isinstance(common, Mapping) else read_record(common)


@contextmanager
def opened(orders: Orders) -> Iterator[Journal]:
    """Open the journal under the run lock; a dry run reads a copy and locks nothing."""
    if orders.dry_run:
        with read_journal(orders.folder) as journal:
            yield journal
        return
    with locked(orders.folder), open_journal(orders.folder) as journal:
        recover(orders.folder, journal)
        yield journal
