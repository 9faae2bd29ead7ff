"""The findings of many rows, each fault told once.

What no row says and no column is there for is one thing to mend, however long the roster.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.batches.plan import Entry
from docgen.blanks import MISSING_VALUE
from docgen.findings import Finding, Source


def told_once(entries: Sequence[Entry], told: Mapping[int, Sequence[Finding]]) -> Iterator[Finding]:
    """Give what was found in the rows, by their positions; what all of them lack comes first."""
    everywhere = _lacking_everywhere(entries, told)
    yield from map(_of_all_rows, everywhere.values())
    for index in sorted(told):
        for finding in told[index]:
            if finding.path not in everywhere or not _is_lacking(finding, entries[index]):
                yield finding


def _lacking_everywhere(
    entries: Sequence[Entry], told: Mapping[int, Sequence[Finding]]
) -> Mapping[str | None, Finding]:
    if len(entries) < 2:
        return {}
    known = {one.path: one for one in told.get(0, ()) if _is_lacking(one, entries[0])}
    for index, entry in enumerate(entries):
        lacking = {one.path for one in told.get(index, ()) if _is_lacking(one, entry)}
        known = {path: one for path, one in known.items() if path in lacking}
    return known


def _is_lacking(finding: Finding, entry: Entry) -> bool:
    """True of a missing value that has no cell: its place is the row as a whole."""
    return finding.code == MISSING_VALUE.code and finding.source == entry.source


def _of_all_rows(finding: Finding) -> Finding:
    return replace(
        finding,
        message=f"各行都没有填写{finding.label}",
        hint="各份一样的，写在共有的数据里，用 --common 指定；不一样的，名册里加这一列。",
        source=Source(file=finding.source.file) if finding.source else None,
    )
