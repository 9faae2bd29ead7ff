"""What this record will print and lacks, told at the clerk's own cell.

The template knows which placeholders a record takes; here each gap is led back from the printed
passage to the field it was made from.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from docgen.fields import Field, dotted
from docgen.findings import Finding, Source
from docgen.kinds import ORIGIN, ORIGINS
from docgen.records.items import paths as paths_below
from docgen.records.validation import how_to_fill
from docgen.rows import Path
from docgen.word.printing import Reason, is_printable
from docgen.word.reporting import gap_finding
from docgen.word.tracing import Gap


def origin(values: Mapping[str, object], path: Path, root: Field) -> Path:
    """Lead a printed path back to the record path it was made from."""
    here: object = values
    start: Path = ()
    rest: list[str | int] = []
    for step in path:
        rest.append(step)
        if isinstance(here, dict) and step in here.get(ORIGINS, {}):
            start, rest = here[ORIGINS][step], []
        here = _step(here, step)
        if isinstance(here, dict) and ORIGIN in here:
            start, rest = here[ORIGIN], []
    full = (*start, *rest)
    if not start and path and (made := root.child(str(path[0]))) and made.prints:
        return _culprit(values, made.prints)
    while start and len(full) > len(start) and root.find(dotted(full)) is None:
        full = full[:-1]
    if not start:
        return full
    known = root.find(dotted(full))
    # An organ is printed by its name.
    shown = (*full, "name") if known and known.child("name") else full
    return _at_fault(values, (full, start)) or shown


def _culprit(values: Mapping[str, object], names: Sequence[str]) -> Path:
    """Tell which of the fields a text was made from is at fault, else the first."""
    paths = [tuple(name.split(".")) for name in names]
    return _at_fault(values, paths) or paths[0]


def _at_fault(values: Mapping[str, object], paths: Iterable[Path]) -> Path | None:
    """Find the first text at or below `paths` that no paper may show."""
    for path in paths:
        for below, value in paths_below(_value_at(values, path), path):
            if isinstance(value, str) and not is_printable(value):
                return below
    return None


def _value_at(values: Mapping[str, object], path: Path) -> object:
    here: object = values
    for step in path:
        here = _step(here, step)
    return here


def _step(here: object, step: str | int) -> object:
    if isinstance(here, Mapping):
        return here.get(step)
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        return here[step]
    return None


def record_finding(
    gap: Gap,
    values: Mapping[str, object],
    root: Field,
    locate: Callable[[Path], Source | None],
) -> Finding:
    """Put one gap into words, at the place its field was read from."""
    path = origin(values, gap.path, root)
    finding = gap_finding(replace(gap, path=path), root)
    known = root.find(dotted(path)) if path else None
    if gap.reason in (Reason.MISSING, Reason.MARK) and known is not None:
        finding = replace(finding, hint=how_to_fill(known))
    return replace(finding, source=locate(path))
