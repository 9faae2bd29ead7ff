"""The first half of a run: every row checked, known, numbered, and given its file."""

from collections.abc import Mapping, Sequence

from docgen.batches.deciding import Wanted
from docgen.batches.executors import Workshop
from docgen.batches.filenames import Wish, assign
from docgen.batches.identity import Identity, doubles, identities
from docgen.batches.journal import Entered
from docgen.batches.making import chunks
from docgen.batches.plan import Entry
from docgen.batches.state import Run
from docgen.batches.working import Questions, Verdict, check_rows


def check(run: Run, workers: Workshop) -> None:
    """Check every row, and that no two rows are the same."""
    verdicts = ask(run, workers)
    stems = [verdict.stem for verdict in verdicts]
    run.known = identities(run.plan.entries, stems)
    names_are_keys = run.plan.kind.root is None
    doubled = doubles(run.plan.entries, run.known, names_are_keys=names_are_keys)
    for index, findings in doubled.items():
        run.tell(index, findings)
    entries = run.journal.entries()
    run.numbers = number(run.known, entries)
    pairs = zip(run.plan.entries, verdicts, strict=True)
    words = [pattern_values(entry, verdict.fields) for entry, verdict in pairs]
    name_files(run, stems, words, entries)


def ask(run: Run, workers: Workshop) -> list[Verdict]:
    """Have every row checked, tell what was found, and give the verdicts in the rows' order."""
    pattern = run.plan.pattern
    asked = pattern.fields if pattern else {}
    questions = (Questions(rows, asked) for rows in chunks(run.plan.rows()))
    verdicts: list[Verdict] = []
    chunk: list[Verdict]
    for chunk in workers.run(check_rows, questions):
        for index, verdict in enumerate(chunk, len(verdicts)):
            run.tell(index, verdict.findings)
        verdicts += chunk
        run.progress("check", len(verdicts), len(run.plan.entries))
    return verdicts


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
