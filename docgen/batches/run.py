"""A batch from roster to folder: check every row, decide, make, and tell."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from docgen.batches import ledger, pdfs
from docgen.batches.checking import check
from docgen.batches.closing import left_roster, publish, report, stopped
from docgen.batches.deciding import decide, not_left
from docgen.batches.executors import Recipe, Workshop, workshop
from docgen.batches.journal import Entered
from docgen.batches.making import Job, Outcome, make_all
from docgen.batches.opening import demand, opened, prepare, read_common
from docgen.batches.outcome import OnProgress, Report, StoppedError
from docgen.batches.plan import Options
from docgen.batches.state import Orders, Run
from docgen.findings import has_errors
from docgen.kinds import Kind
from docgen.layouts import Layout
from docgen.naming import folded


def batch(
    kind: Kind | str | None,
    roster: Path | str,
    *,
    output: Path | str,
    common: Path | str | Mapping[str, object] | None = None,
    mapping: Mapping[str, str] | None = None,
    key: str | None = None,
    name: str | None = None,
    group_by: str | None = None,
    template: Path | str | None = None,
    layout: Layout | None = None,
    jobs: int = 1,
    skip_bad: bool = False,
    force: bool = False,
    dry_run: bool = False,
    pdf: bool = False,
    on_progress: OnProgress | None = None,
) -> Report:
    """Make a document of every row of a roster, once all rows have passed their check.

    With `kind` None the template is one of its own: its placeholders are the fields.
    `common` is what the rows share; `mapping` leads columns to fields; `key`, `name` and
    `group_by` tell how rows are known, files named and folders chosen. With `skip_bad` faulty
    rows are left out instead of stopping the rest; `force` replaces documents that were edited
    or signed; `dry_run` checks and decides, and writes nothing; `pdf` prints every document to PDF.

    Raises:
        UsageError: for options that cannot be served.
        FileError: when a file or the folder cannot be used, or another run is using it.
        TemplateError: when the template cannot be compiled.
        PdfError: when PDFs are wanted and LibreOffice or pypdfium2 is missing.
        StoppedError: when the user stopped the run; run it again to go on.
    """
    demand(jobs, pdf=pdf)
    began = time.monotonic()
    options = Options(dict(mapping or {}), key, name, group_by)
    means = prepare(kind, roster, options, read_common(common), template, layout)
    orders = Orders(Path(output), Path(roster), jobs, skip_bad, force, dry_run, pdf)
    with opened(orders) as journal:
        run = Run(orders, means.plan, means.press, journal, on_progress)
        work(run, means.recipe)
        return report(run, time.monotonic() - began)


def work(run: Run, recipe: Recipe) -> None:
    """Do the work of a run in as many processes as were asked for.

    Raises:
        StoppedError: when the user stopped the run.
    """
    try:
        with workshop(run.press, recipe, run.orders.jobs) as workers:
            go(run, workers)
    except KeyboardInterrupt:
        raise StoppedError(stopped(run)) from None


def go(run: Run, workers: Workshop) -> None:
    """Take a run from its check to its workbooks."""
    run.findings += [*run.press.findings, *run.plan.findings]
    run.is_fatal = has_errors(run.findings)
    check(run, workers)
    decide_all(run)
    stop = run.is_fatal or (run.failed and not run.orders.skip_bad)
    if run.orders.dry_run:
        return
    if not stop:
        make(run, workers)
        print_or_warn(run)
    publish(run, with_ledger=not stop)


def decide_all(run: Run) -> None:
    """Read the ticks back, then decide for every sound row whether it is made."""
    folder = run.orders.folder
    ticks, findings = ledger.read_ticks(folder, run.journal.entries())
    run.journal.tick(ticks)
    run.findings += findings
    entries = run.journal.entries()
    leaving = leaving_rows(run, entries)
    for index, wanted in run.wanted.items():
        entered = entries.get(run.known[index].key)
        decision = decide(folder, wanted, entered, leaving=leaving, force=run.orders.force)
        if decision.finding is not None:
            run.tell(index, [decision.finding])
        if decision.make:
            run.to_make.add(index)
        elif index not in run.failed:
            run.unchanged.add(index)
    hold_back(run, leaving)
    if not run.is_fatal:
        run.findings += left_roster(run, entries)


def leaving_rows(run: Run, entries: Mapping[str, Entered]) -> dict[str, int]:
    """Give the rows that are to have another file than before, by the folded name of the old."""
    before = {
        index: entered.file
        for index in run.wanted
        if (entered := entries.get(run.known[index].key)) and entered.file
    }
    return {
        folded(file): index
        for index, file in before.items()
        if folded(file) != folded(run.wanted[index].file)
    }


def hold_back(run: Run, leaving: Mapping[str, int]) -> None:
    """Make no document in a place that its row does not leave after all."""

    def is_blocked(index: int) -> bool:
        return leaving.get(folded(run.wanted[index].file), index) not in run.to_make

    # Whoever is held back leaves no place either.
    while blocked := sorted(filter(is_blocked, run.to_make)):
        run.to_make.difference_update(blocked)
        for index in blocked:
            run.tell(index, [not_left(run.wanted[index])])


def make(run: Run, workers: Workshop) -> None:
    """Make what was decided, and enter it in the journal."""
    known = {i.key: i for i in run.known if i.key}
    run.journal.enroll(
        Entered(key, run.numbers[key], identity.title, identity.group)
        for key, identity in known.items()
    )
    total = len(run.to_make)
    done = 0

    def entered(outcomes: list[Outcome]) -> None:
        nonlocal done
        for outcome in outcomes:
            run.tell(outcome.job.index, outcome.findings)
            if outcome.made is not None:
                run.made.append(outcome.made.file)
        done += len(outcomes)
        run.progress("make", done, total)

    if total:
        make_all(run.orders.folder, run.journal, workers, jobs(run), entered)


def print_or_warn(run: Run) -> None:
    """Print the documents to PDF; where that is not wanted, name PDFs that are now too old."""
    if run.orders.pdf:
        pdfs.print_documents(run)
    else:
        run.findings += pdfs.stale_pdfs(run.orders.folder, run.journal)


def jobs(run: Run) -> Iterator[Job]:
    """Walk the roster again for the rows that are to be made."""
    for index, row in enumerate(run.plan.rows()):
        if index in run.to_make:
            key = run.known[index].key
            yield Job(index, key, run.numbers[key], run.wanted[index], row)
