"""What a summary's figures say of each thing that its words may tell."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from docgen.rules._figures import SECTORS
from docgen.rules._tallies import (
    Bounds,
    Tally,
    accident_sums,
    added,
    bounds,
    inspection_tally,
    named,
)

INSPECTED = ("units", "people", "found", "fixed", "notices", "penalised", "fine_wan")
LEFT = ("found", "fixed")
HARMED = ("count", "deaths", "injured", "serious", "minor", "loss_wan")
ALL = Decimal(100)
ENDINGS = ("领域", "方面", "行业", "安全", "事故")


def totals(record: Any) -> dict[str, Bounds]:
    """Give the whole of everything that is counted, where it is known."""
    known = {name: _number(value) for name, value in accident_sums(record).items()}
    if "injured" not in known and {"serious", "minor"} <= known.keys():
        known["injured"] = known["serious"] + known["minor"]
    hazards = record.major_hazards
    given = {
        **{name: _inspected(inspection_tally(record), name) for name in INSPECTED},
        **{
            f"major_{name}": bounds(getattr(hazards, name, None))
            for name in ("found", "closed", "listed")
        },
        "open": _left(*(_inspected(inspection_tally(record), name) for name in LEFT)),
        "rate": _rate(record),
        "sessions": _all(one.sessions for one in record.trainings),
        "persons": _all(one.persons for one in record.trainings),
        "drills": _all(one.times for one in record.drills),
        "agreements": bounds(getattr(record.agreements_signed, "total", None)),
        "enterprises": bounds(getattr(record.enterprises, "total", None)),
    }
    return {**known, **{name: one for name, one in given.items() if one is not None}}


def parts(record: Any) -> dict[str, dict[str, Bounds]]:
    """Give the figures of every row of accidents and inspections by what it is called."""
    found: dict[str, dict[str, Bounds]] = {}
    for row in (*record.accidents, *record.inspections):
        if row.cut != "total":
            values = {name: bounds(getattr(row, name, None)) for name in (*HARMED, *INSPECTED)}
            given = {name: value for name, value in values.items() if value is not None}
            known = found.setdefault(_bare(named(row)), {})
            known.update(given)
            for key, value in (("rate", _rate_of(row)), ("open", _open(row))):
                if value is not None:
                    known[key] = value
    return {**_by_sector(found), **found}


def _by_sector(rows: dict[str, dict[str, Bounds]]) -> dict[str, dict[str, Bounds]]:
    """Give what is left open by a row's sector too, where one row alone is of it: 危房."""
    named_by = Counter(sign for name in rows for sign in set(SECTORS.findall(name)))
    return {
        sign: {"open": values["open"]}
        for name, values in rows.items()
        for sign in SECTORS.findall(name)
        if named_by[sign] == 1 and "open" in values
    }


def _open(row: Any) -> Bounds | None:
    return _left(*(bounds(getattr(row, name, None)) for name in LEFT))


def _left(found: Bounds | None, fixed: Bounds | None) -> Bounds | None:
    """Give what is still open of what was found."""
    if found is None or fixed is None or found.exact is None or fixed.exact is None:
        return None
    return _number(found.exact - fixed.exact)


def _bare(name: str) -> str:
    for ending in ENDINGS:
        bare = name.removesuffix(ending)
        if len(bare) > 1:
            name = bare
    return name


def _number(value: Decimal) -> Bounds:
    return Bounds(value, value)


def _all(values: Iterable[object]) -> Bounds | None:
    """Add up numbers; None where one is not known, so that the whole is not either."""
    whole, complete = added(values)
    return whole if complete else None


def _inspected(table: Tally, name: str) -> Bounds | None:
    """Give the whole of what was inspected: as stated, or the fields added up."""
    total = table.total()
    stated = bounds(getattr(total[1], name)) if total else None
    return stated or _all(getattr(row, name) for _, row in table.of("category"))


def _rate(record: Any) -> Bounds | None:
    """Give the rate put right: of the whole's row, or of the fields added up."""
    table = inspection_tally(record)
    if total := table.total():
        return _rate_of(total[1])
    return _divided(_inspected(table, "fixed"), _inspected(table, "found"))


def _rate_of(row: Any) -> Bounds | None:
    stated = bounds(getattr(row, "rate", None))
    fixed, found = (bounds(getattr(row, name, None)) for name in ("fixed", "found"))
    return stated or _divided(fixed, found)


def _divided(part: Bounds | None, whole: Bounds | None) -> Bounds | None:
    if part is None or whole is None or part.exact is None or not whole.exact:
        return None
    return _number(part.exact / whole.exact * ALL)
