"""Arithmetic over the figures of a record: what sums, parts and wholes can be, exact or not.

A contradiction is only told where it is certain: 600多 may be 655 and cannot be 590.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from docgen.rows import Path
from docgen.vocabulary import Quantity, plain_number

ACCIDENTS = ("count", "deaths", "serious", "minor", "injured", "loss_wan")
HARM = ACCIDENTS[1:]
ADDED = ("category", "area", "period")
TOTAL, SUBSET = "total", "subset"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The least and the most a number can be; no most where nothing bounds it above."""

    low: Decimal
    high: Decimal | None

    def __add__(self, other: "Bounds") -> "Bounds":
        """Give the bounds of a sum."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Bounds(self.low + other.low, high)

    def exceeds(self, other: "Bounds") -> bool:
        """True when this is certainly more than the other."""
        return other.high is not None and self.low > other.high

    def differs(self, other: "Bounds") -> bool:
        """True when the two cannot be the same."""
        return self.exceeds(other) or other.exceeds(self)

    @property
    def exact(self) -> Decimal | None:
        """The number itself, None where it is not exact."""
        return self.low if self.low == self.high else None


def bounds(value: object) -> Bounds | None:
    """Give what a number can be; None for what is not known."""
    if isinstance(value, Quantity):
        return Bounds(*value.bounds)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Bounds(Decimal(str(value)), Decimal(str(value)))
    return None


def exact(value: object) -> Decimal | None:
    """Give an exact number; None for any other."""
    found = bounds(value)
    return found.exact if found else None


def told(value: object) -> str:
    """Say a number as the record has it."""
    if isinstance(value, Quantity):
        return value.text
    if isinstance(value, Decimal | int | float):
        return plain_number(float(value))
    return str(value)


def label(part: Any, name: str) -> str:
    """Give the Chinese label of a field."""
    return str(type(part).model_fields[name].title)


def named(row: Any) -> str:
    """Give what a row is called."""
    return str(getattr(row, "category", None) or getattr(row, "field", None) or row.name)


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of one table with their paths, and how a number is taken from a row.

    `within` is the group of the row that holds the numbers: previous, or nothing.
    """

    rows: Sequence[tuple[Path, Any]]
    within: str = ""

    def value(self, row: Any, name: str) -> object:
        """Give a number of a row; None where it is not known."""
        holder = getattr(row, self.within) if self.within else row
        return None if holder is None else getattr(holder, name)

    def path(self, path: Path, name: str) -> Path:
        """Give the path of a row's number."""
        return (*path, self.within, name) if self.within else (*path, name)

    def of(self, cut: str) -> list[tuple[Path, Any]]:
        """Give the rows of one cut."""
        return [(path, row) for path, row in self.rows if row.cut == cut]

    def total(self) -> tuple[Path, Any] | None:
        """Give the row that says it is the whole."""
        return next(iter(self.of(TOTAL)), None)

    def whole(self, part: Any) -> tuple[Path, Any] | None:
        """Give the row that a subset is part of; None where there is none."""
        if part.subset_of is None:
            return self.total()
        found = (at for at in self.rows if at[1].cut != SUBSET and named(at[1]) == part.subset_of)
        return next(found, None)


def accident_tallies(record: Any) -> Iterator[Tally]:
    """Give the accident table, and the one of the year before within it."""
    rows = [(("accidents", at), row) for at, row in enumerate(record.accidents)]
    yield Tally(rows)
    yield Tally(rows, "previous")


def accident_sums(record: Any) -> dict[str, Decimal]:
    """Give the numbers of all accidents: of the whole's row, or the categories added up."""
    table = next(accident_tallies(record))
    total = table.total()
    rows = [total] if total is not None else table.of("category")
    sums = {name: added(getattr(row, name) for _, row in rows) for name in ACCIDENTS}
    return {
        name: whole.exact
        for name, (whole, complete) in sums.items()
        if complete and whole is not None and whole.exact is not None
    }


def inspection_tally(record: Any) -> Tally:
    """Give the table of inspections."""
    return Tally([(("inspections", at), row) for at, row in enumerate(record.inspections)])


def added(values: Iterable[object]) -> tuple[Bounds | None, bool]:
    """Add up what is known, and tell whether every number is."""
    found = [bounds(value) for value in values]
    known = [one for one in found if one is not None]
    whole = known[0] if known else None
    for one in known[1:]:
        whole = one if whole is None else whole + one
    return whole, len(known) == len(found)


def listed(rows: Iterable[tuple[Path, Any]], value: Callable[[Any], object]) -> str:
    """Say the parts of a sum: 道路交通2＋工矿商贸1."""
    return "＋".join(f"{named(row)}{told(value(row))}" for _, row in rows if value(row) is not None)


def in_words(number: Bounds) -> str:
    """Say a number that may be inexact."""
    if number.exact is not None:
        return told(number.exact)
    return f"{told(number.low)}以上" if number.high is None else f"至多{told(number.high)}"
