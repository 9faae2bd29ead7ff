"""A batch from roster to folder: check every row, decide, make, and tell."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from docgen.batches import ledger, pdfs
from docgen.batches.closing import left_roster, publish, report, stopped
from docgen.batches.deciding import Wanted, decide
from docgen.batches.executors import Recipe, Workshop, workshop
from docgen.batches.filenames import Wish, assign
from docgen.batches.identity import Identity, doubles, identities
from docgen.batches.journal import Entered, Journal
from docgen.batches.journal_file import open_journal, read_journal
from docgen.batches.lock import locked
from docgen.batches.making import Job, Outcome, chunks, make_all, recover
from docgen.batches.outcome import OnProgress, Report, StoppedError
from docgen.batches.plan import Entry, Options, make_plan
from docgen.batches.state import Orders, Run
from docgen.batches.working import Questions, Verdict, check_rows
from docgen.engine import open_press
from docgen.errors import UsageError
from docgen.findings import has_errors
from docgen.kinds import Kind, find_kind, registered
from docgen.layouts import Layout, find_layout
from docgen.proof import NameIndex
from docgen.readers import read_record, read_roster
from docgen.rows import Row


def batch(
    kind: Kind | str,
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
    if jobs < 1:
        msg = f"--jobs {jobs} 不行：至少要 1 个进程。"
        raise UsageError(msg)
    if pdf:
        pdfs.demand_pdf()
    found = find_kind(kind)
    began = time.monotonic()
    shared = read_common(common)
    options = Options(dict(mapping or {}), key, name, group_by)
    plan = make_plan(found, read_roster(roster), options, shared)
    path = Path(template) if template is not None else None
    profile = None if layout is None else find_layout(layout)
    names = NameIndex(plan.names)
    press = open_press(found, path, layout=profile, common=shared, roster_names=names)
    same = registered(found.name) is found
    recipe = Recipe(found.name if same else found, path, profile, shared, plan.names)
    orders = Orders(Path(output), Path(roster), jobs, skip_bad, force, dry_run, pdf)
    with opened(orders) as journal:
        run = Run(orders, plan, press, journal, on_progress)
        try:
            with workshop(press, recipe, jobs) as workers:
                go(run, workers)
        except KeyboardInterrupt:
            raise StoppedError(stopped(run)) from None
        return report(run, time.monotonic() - began)


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


def check(run: Run, workers: Workshop) -> None:
    """Check every row, and that no two rows are the same."""
    pattern = run.plan.pattern
    stems: list[str] = []
    named: list[Mapping[str, str]] = []
    asked = pattern.fields if pattern else {}
    questions = (Questions(rows, asked) for rows in chunks(run.plan.rows()))
    verdicts: list[Verdict]
    for verdicts in workers.run(check_rows, questions):
        for verdict in verdicts:
            run.tell(len(stems), verdict.findings)
            stems.append(verdict.stem)
            named.append(verdict.fields)
        run.progress("check", len(stems), len(run.plan.entries))
    run.known = identities(run.plan.entries, stems)
    for index, findings in doubles(run.plan.entries, run.known).items():
        run.tell(index, findings)
    entries = run.journal.entries()
    run.numbers = number(run.known, entries)
    wanted = [pattern_values(*pair) for pair in zip(run.plan.entries, named, strict=True)]
    name_files(run, stems, wanted, entries)


def pattern_values(entry: Entry, fields: Mapping[str, str]) -> Mapping[str, str]:
    """Give what a file name is made of: the roster's own words, else what the record says."""
    return {name: entry.picked.get(name) or fields.get(name, "") for name in entry.picked}


def number(known: list[Identity], entries: Mapping[str, Entered]) -> dict[str, int]:
    """Number keys: known ones keep theirs, new ones take the next in the order of the roster."""
    numbers = {key: entered.number for key, entered in entries.items()}
    following = max(numbers.values(), default=0) + 1
    for identity in known:
        if identity.key and identity.key not in numbers:
            numbers[identity.key] = following
            following += 1
    return numbers


def name_files(
    run: Run,
    stems: Sequence[str],
    words: Sequence[Mapping[str, str]],
    entries: Mapping[str, Entered],
) -> None:
    """Give every sound row its file."""
    wishes: dict[int, Wish] = {}
    failed = run.failed
    for index, identity in enumerate(run.known):
        if index in failed:
            continue
        place = run.numbers[identity.key]
        pattern = run.plan.pattern
        stem = pattern.fill(place, words[index]) if pattern else stems[index]
        before = entries[identity.key].file if identity.key in entries else None
        wishes[index] = Wish(place, identity.group, stem, before)
    present = {run.known[index].key for index in wishes}
    reserved = [e.file for e in entries.values() if e.file and e.key not in present]
    files = assign(list(wishes.values()), reserved)
    for index, wish in wishes.items():
        entry = run.plan.entries[index]
        run.wanted[index] = Wanted(
            files[wish.number], entry.hash, run.press.fingerprint, entry.source
        )


def decide_all(run: Run) -> None:
    """Read the ticks back, then decide for every sound row whether it is made."""
    folder = run.orders.folder
    ticks, findings = ledger.read_ticks(folder, run.journal.entries())
    run.journal.tick(ticks)
    run.findings += findings
    entries = run.journal.entries()
    for index, wanted in run.wanted.items():
        entered = entries.get(run.known[index].key)
        decision = decide(folder, wanted, entered, force=run.orders.force)
        if decision.finding is not None:
            run.tell(index, [decision.finding])
        if decision.make:
            run.to_make.add(index)
        elif index not in run.failed:
            run.unchanged.add(index)
    if not run.is_fatal:
        run.findings += left_roster(run, entries)


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
