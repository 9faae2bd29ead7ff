"""Identity: who every row is, and that no two are the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.batches.plan import Entry, line_name
from docgen.findings import Fault, Finding, Source

DUPLICATE_ROW = Fault(
    code="duplicate-row",
    title="两行的编码相同",
    why="一个编码只能有一份责任书；两行同码，多半是复制后漏改，会有一个村没有责任书。",
    faulty="第3行和第8行都是 410526101201",
    sound="第3行 410526101201，第8行 410526101202",
)
DUPLICATE_NAME = Fault(
    code="duplicate-name",
    title="同一组里有两个同名的单位",
    why="同一个乡镇里两个同名的村，多半是重复录入；分不清时会发错、漏签。",
    faulty="第3行和第8行都是白道口镇西街村",
    sound="第3行西街村，第8行东街村",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A row's key in the journal, its folder and what it is about."""

    key: str
    group: str
    title: str


def identities(entries: Sequence[Entry], stems: Sequence[str]) -> list[Identity]:
    """Tell who every row is; `stems` stand in for titles that no column gives."""
    found = []
    for entry, stem in zip(entries, stems, strict=True):
        title = entry.title or stem
        known = entry.key or ("/".join(filter(None, (entry.group, title))) if title else "")
        found.append(Identity(known, entry.group, title))
    return found


def doubles(
    entries: Sequence[Entry], known: Sequence[Identity], *, names_are_keys: bool = True
) -> dict[int, list[Finding]]:
    """Find rows of equal key or equal name in one group; every one of them is told of another.

    Where names are no keys (one firm may get two notices) rows of unlike keys may share one.
    """
    findings: dict[int, list[Finding]] = defaultdict(list)
    by_key = _together(i.key for i in known)
    for key, rows in by_key.items():
        for row, other in _pairs(rows):
            where = f"{line_name(entries[other], other)}和{line_name(entries[row], row)}"
            findings[row].append(_same_key(key, entries[row], where))
    same_key = {row for rows in by_key.values() for row in rows}
    names = (
        "" if i in same_key or not k.title or not names_are_keys else f"{k.group}\0{k.title}"
        for i, k in enumerate(known)
    )
    for name, rows in _together(names).items():
        for row, other in _pairs(rows):
            where = f"{line_name(entries[other], other)}和{line_name(entries[row], row)}"
            findings[row].append(
                _same_name(name.replace("\0", ""), entries[row].title_source, where)
            )
    return findings


def _together(names: Iterable[str]) -> Mapping[str, list[int]]:
    rows: dict[str, list[int]] = defaultdict(list)
    for row, name in enumerate(names):
        if name:
            rows[name].append(row)
    return {name: numbers for name, numbers in rows.items() if len(numbers) > 1}


def _pairs(rows: list[int]) -> Iterable[tuple[int, int]]:
    """Pair every row with the first, and the first with the second."""
    return [(rows[0], rows[1]), *((row, rows[0]) for row in rows[1:])]


def _same_key(key: str, entry: Entry, where: str) -> Finding:
    if not entry.key:
        return _same_name(key.replace("/", ""), entry.title_source, where)
    return DUPLICATE_ROW.finding(
        f"{where}的编码都是“{key}”",
        "改正其中一行的编码，或删去重复的一行。",
        source=entry.key_source,
    )


def _same_name(name: str, source: Source, where: str) -> Finding:
    return DUPLICATE_NAME.finding(
        f"{where}都是“{name}”", "改正其中一行的名称，或删去重复的一行。", source=source
    )
