"""A whole is the sum of its parts, whichever way it is cut up."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.rules._tallies import (
    ACCIDENTS,
    ADDED,
    Bounds,
    Tally,
    accident_tallies,
    added,
    bounds,
    in_words,
    inspection_tally,
    label,
    listed,
    told,
)

FAULT = Fault(
    code="sum-differs",
    title="合计与各部分之和不符",
    why="总数和分项对不上，看的人就不知道哪个数可信；分类、分地区、分时段各自相加都要等于合计。",
    faulty="企业54家，其中危险化学品10家、工贸33家、烟花爆竹4家、在建工程6家（相加是53家）",
    sound="企业54家，其中危险化学品10家、工贸33家、烟花爆竹4家、在建工程7家",
)
INSPECTIONS = ("units", "found", "fixed", "major", "notices", "penalised", "fine_wan")
BREAKDOWNS = ("enterprises", "agreements_signed")
CUTS = {"category": "分类", "area": "分地区", "period": "分时段"}
HINT = "核对合计和各项；不加入合计的，口径写“其中”或“另计”。"


def check(record: Any) -> Iterator[Breach]:
    """Add up every table and every breakdown."""
    for name in BREAKDOWNS:
        if getattr(record, name) is not None:
            yield from of_breakdown((name,), getattr(record, name))
    for tally in accident_tallies(record):
        for number in ACCIDENTS:
            yield from of_table(tally, number)
    for path, row in accident_rows(record):
        yield from of_injured(path, row)
    for number in INSPECTIONS:
        yield from of_table(inspection_tally(record), number)


def of_breakdown(path: Path, whole: Any) -> Iterator[Breach]:
    """Compare a total with its parts; parts that are not all there may add up to less."""
    total, (parts, _) = bounds(whole.total), added(part.count for part in whole.parts)
    if total is None or parts is None:
        return
    if parts.exceeds(total) or (whole.exhaustive and parts.differs(total)):
        shown = "＋".join(f"{part.name}{told(part.count)}" for part in whole.parts)
        yield Breach(
            (*path, "total"),
            f"总数是{told(whole.total)}，各部分相加是{in_words(parts)}（{shown}）",
            "核对总数和各部分；只列了其中几部分的，“构成齐全”填“否”。",
        )


def of_table(tally: Tally, name: str) -> Iterator[Breach]:
    """Compare one number of the whole with the rows of each cut, or the cuts with each other."""
    total = tally.total()
    stated = bounds(tally.value(total[1], name)) if total else None
    sums = [
        Sum(cut, rows, *added(tally.value(row, name) for _, row in rows))
        for cut in ADDED
        if (rows := tally.of(cut))
    ]
    if total is None or stated is None:
        yield from among(tally, name, [one for one in sums if one.complete])
        return
    for one in sums:
        if one.parts and (one.parts.exceeds(stated) or one.disagrees(stated)):
            yield Breach(
                tally.path(total[0], name),
                f"合计的{label(total[1], name)}是{in_words(stated)}，{one.said(tally, name)}",
                HINT,
            )


@dataclass(frozen=True, slots=True)
class Sum:
    """The rows of one cut added up; `complete` where each of them has the number."""

    cut: str
    rows: list[tuple[Path, Any]]
    parts: Bounds | None
    complete: bool

    def disagrees(self, whole: Bounds) -> bool:
        """True when the rows are all there and cannot add up to the whole."""
        return self.complete and self.parts is not None and self.parts.differs(whole)

    def said(self, tally: Tally, name: str) -> str:
        """Say the sum and what it is made of."""
        shown = listed(self.rows, lambda row: tally.value(row, name))
        return f"{CUTS[self.cut]}相加是{in_words(self.parts) if self.parts else ''}（{shown}）"


def among(tally: Tally, name: str, sums: list[Sum]) -> Iterator[Breach]:
    """Compare the cuts with each other, where no row says what the whole is."""
    for other in sums[1:]:
        first = sums[0].parts
        if first is not None and other.disagrees(first):
            path, row = other.rows[0]
            yield Breach(
                tally.path(path, name),
                f"{label(row, name)}{sums[0].said(tally, name)}，{other.said(tally, name)}",
                HINT,
            )


def accident_rows(record: Any) -> Iterator[tuple[Path, Any]]:
    """Give every row of accident numbers, last year's too."""
    for at, row in enumerate(record.accidents):
        yield ("accidents", at), row
        if row.previous is not None:
            yield ("accidents", at, "previous"), row.previous


def of_injured(path: Path, row: Any) -> Iterator[Breach]:
    """Compare all injured with those gravely and lightly so."""
    if None in (row.injured, row.serious, row.minor):
        return
    if row.injured != row.serious + row.minor:
        yield Breach(
            (*path, "injured"),
            f"受伤{row.injured}人，重伤{row.serious}人加轻伤{row.minor}人是"
            f"{row.serious + row.minor}人",
            "核对受伤人数。",
        )


rule = Rule(FAULT, ("enterprises", "accidents", "inspections"), check)
