"""Which findings a clerk is shown: causes, not their consequences, each once.

One fault often shows in several places; whoever mends the first must not be sent after the rest.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from docgen.blanks import LEFTOVER_MARK, MISSING_VALUE, leftover_mark
from docgen.fields import dotted, label_path, text_path
from docgen.findings import Finding, Severity, has_errors
from docgen.kinds import Kind
from docgen.records import Named
from docgen.records.items import paths, settled
from docgen.word.printing import UNPRINTABLE, Reason
from docgen.word.tracing import Gap

CHARACTER = re.compile(r"U\+[0-9A-F]{4,6}")
STEP = re.compile(r"[^.\[\]]+")


def without_consequences(
    findings: Sequence[Finding], data: Mapping[str, object], kind: Kind
) -> list[Finding]:
    """Leave out fields that only lack because docgen could not draw them up.

    A year that is missing leaves the term missing too, but the clerk has one thing to mend.
    """
    lacking = [
        finding
        for name in kind.drawn_up
        for finding in findings
        if finding.code == MISSING_VALUE.code
        and finding.path == name
        and not is_written(name, data)
    ]
    lacking_parts = [
        finding for finding in findings if _is_drawn_from_a_fault(finding, findings, kind)
    ]
    causes = [finding for finding in findings if finding not in (*lacking, *lacking_parts)]
    return causes if has_errors(causes) else [*causes, *lacking[:1]]


def _is_drawn_from_a_fault(finding: Finding, findings: Sequence[Finding], kind: Kind) -> bool:
    """True of a part that docgen draws from its neighbours, where one of those is told of.

    An organ whose name is missing, or 待定, has no level either.
    """
    path = finding.path or ""
    known = kind.inputs.find(path) if finding.code == MISSING_VALUE.code and path else None
    if known is None or not known.is_drawn_up:
        return False
    group = group_of(path)
    told = [one.path for one in findings if one.path and one.path != path]
    return bool(group) and group in map(group_of, told)


def group_of(path: str) -> str:
    """Give the path of the group a field is in: `hosts[0]` of `hosts[0].level`."""
    return path.rpartition(".")[0]


def blamed_on_the_clerks_own(
    findings: Iterable[Finding], named: Named, kind: Kind
) -> Iterator[Finding]:
    """Tell each field once, and blame a mark in a text docgen drew up on the clerk's own field.

    A village written as ××村 stands in the title too, but there is one cell to mend.
    """
    told: set[tuple[str, str | None]] = set()
    for finding in findings:
        drawn_up = finding.path is not None and not is_written(finding.path, named.data)
        is_mark = finding.code == LEFTOVER_MARK.code
        own = list(leftover_marks(named, kind)) if is_mark and drawn_up else []
        for one in own or [finding]:
            if (one.code, one.path) not in told:
                told.add((one.code, one.path))
                yield one


def is_told(gap: Gap, read: Iterable[Finding]) -> bool:
    """True of a text whose every unprintable character was told of when the row was read.

    So is a value that was told to be of another sort than what the template does with it.
    Readers tell of each at its own place; what is printed of it has nothing new to mend. Data
    that no reader read has none told, and keeps its findings.
    """
    if gap.reason in (Reason.FAILED, Reason.SHAPE):
        return dotted(gap.path) in {one.path for one in read if one.is_error}
    if gap.reason is not Reason.CHARACTER or not isinstance(gap.value, str):
        return False
    told = {sign for one in read if one.is_error for sign in CHARACTER.findall(one.message)}
    return {f"U+{ord(sign):04X}" for sign in UNPRINTABLE.findall(gap.value)} <= told


def without_echoes(findings: Iterable[Finding], data: Mapping[str, object]) -> Iterator[Finding]:
    """Leave out what is found in a text docgen drew up, where the clerk's own field has it too.

    A law that is none stands in the first words as the basis gave it; there is one place to mend.
    """
    found = list(findings)
    written = [one.path is None or is_written(one.path, data) for one in found]
    own = {_said(one) for one, is_own in zip(found, written, strict=True) if is_own}
    for one, is_own in zip(found, written, strict=True):
        if is_own or _said(one) not in own:
            yield one


def _said(finding: Finding) -> tuple[str, str]:
    """Give what a finding says, without the field it says it of."""
    return finding.code, finding.message.removeprefix(f"{finding.label}：")


def is_written(path: str, data: Mapping[str, object]) -> bool:
    """True of a field the clerk wrote, by itself or in a text that stands for its group."""
    here: object = settled(dict(data))
    for step in STEP.findall(path):
        if isinstance(here, str):
            return True
        known = here.get(step) if isinstance(here, dict) else None
        if isinstance(here, list) and step.isdigit() and int(step) < len(here):
            known = here[int(step)]
        if known is None:
            return False
        here = known
    return True


def leftover_marks(named: Named, kind: Kind) -> Iterator[Finding]:
    """Find leftover blanks in data that did not get as far as a template."""
    for place, value in paths(settled(named.data)):
        if not isinstance(value, str) or not leftover_mark(value):
            continue
        if path := text_path(kind.inputs, place):
            label = label_path(kind.inputs, path)
            yield LEFTOVER_MARK.finding(
                f"{label}留着没有填的空：“{value[:40]}”",
                "把空填上。",
                path=dotted(path),
                label=label,
                source=named.locate(path),
            )


def unique(findings: Collection[Finding]) -> tuple[Finding, ...]:
    """Keep each finding once, errors first; a cell that cannot be read is not also missing."""
    if not findings:
        return ()
    order = list(Severity)
    unreadable = {f.source for f in findings if f.is_error and f.code != MISSING_VALUE.code}
    once = [
        finding
        for finding in dict.fromkeys(findings)
        if finding.code != MISSING_VALUE.code
        or finding.source is None
        or finding.source not in unreadable
    ]
    return tuple(sorted(once, key=lambda finding: order.index(finding.severity)))
