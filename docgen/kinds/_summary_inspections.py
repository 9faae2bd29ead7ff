"""Sentences about inspections: in all, then field by field."""

from collections.abc import Mapping, Sequence
from typing import Any

from docgen.kinds._summary_defaults import put_in, texts
from docgen.kinds._summary_figures import Inspection
from docgen.kinds._summary_tallies import Cut
from docgen.kinds._summary_words import Words, clause, counted, noted, number, said, total
from docgen.vocabulary import Quantity, percent_text, share

GROUPS = (Cut.CATEGORY, Cut.APART, Cut.AREA, Cut.PERIOD)
SUMMED = ("units", "found", "major", "fixed", "notices", "penalised", "fine_wan")
Values = Mapping[str, Any]


def inspection_lines(rows: Sequence[Inspection], words: Words) -> list[str]:
    """Say what was inspected: in all, then each way the whole is cut up."""
    whole = whole_of(rows)
    lines = []
    if whole is not None:
        text = put_in(texts()["inspections"]["total"], words) + "，".join(row_clauses(whole))
        lines.append(noted("，".join([text, *parts_of(None, rows)]), whole.get("note")))
    return lines + [line for cut in GROUPS if (line := group_line(cut, rows, whole is not None))]


def group_line(cut: Cut, rows: Sequence[Inspection], follows: bool) -> str:
    """Say the rows of one cut; empty when there are none."""
    own = texts()["inspections"]
    texts_ = [row_text(row, rows) for row in rows if row.cut == cut]
    opening = own["groups"][cut.value] if follows or cut is not Cut.CATEGORY else ""
    return f"{opening}{'；'.join(texts_)}。" if texts_ else ""


def whole_of(rows: Sequence[Inspection]) -> dict[str, Any] | None:
    """Give the numbers of all rows together: as stated, or added up where that can be done."""
    stated = next((row for row in rows if row.cut == Cut.TOTAL), None)
    if stated is not None:
        return values_of(stated)
    fields = [row for row in rows if row.cut == Cut.CATEGORY]
    sums = {name: total(getattr(row, name) for row in fields) for name in SUMMED}
    known = {name: amount for name, amount in sums.items() if amount is not None}
    return known if len(fields) > 1 and {"found", "units"} & {*known} else None


def values_of(row: Inspection) -> dict[str, Any]:
    """Give the values of a row by field."""
    return {name: getattr(row, name) for name in Inspection.model_fields}


def row_text(row: Inspection, rows: Sequence[Inspection]) -> str:
    """Say what was inspected in one field, and in those that are part of it."""
    pattern = texts()["inspections"]["rows"][str(row.cut)]
    name = row.field.removesuffix("方面").removesuffix("领域")
    text = put_in(pattern, {"领域": name}) + "，".join(row_clauses(values_of(row)))
    note = [row.note.rstrip("。")] if row.note else []
    return "，".join([text, *parts_of(row.field, rows), *note])


def parts_of(field: str | None, rows: Sequence[Inspection]) -> list[str]:
    """Say the rows that are part of another."""
    opening = texts()["inspections"]["subset"]
    return [
        put_in(opening, {"领域": row.field}) + "、".join(row_clauses(values_of(row)))
        for row in rows
        if row.cut == Cut.SUBSET and row.subset_of == field
    ]


def row_clauses(values: Values) -> list[str]:
    """Give the clauses of one row."""
    own = texts()["inspections"]
    parts: list[str | None] = []
    for spec in own["clauses"]:
        if spec["field"] == "fixed":
            parts += fixed_clauses(values)
            continue
        text = clause(values.get(spec["field"]), spec)
        if spec["field"] == "times" and values.get("frequency"):
            often = values["frequency"]
            text = f"{text}（{often}）" if text else put_in(own["frequency"], {"频次": often})
        parts.append(text)
    return said(parts)


def fixed_clauses(values: Values) -> list[str]:
    """Say how much of what was found has been put right."""
    own = texts()["inspections"]
    found, fixed = number(values.get("found")), number(values.get("fixed"))
    if found == 0:
        return []
    if found is not None and fixed == found:
        return [own["all_fixed"]]
    parts = []
    if values.get("fixed") is not None:
        parts.append(put_in(own["fixed"], {"数": counted(values["fixed"], unit_of(values))}))
    if rate := rate_text(values):
        parts.append(put_in(own["rate"], {"数": rate}))
    if found is not None and fixed is not None and fixed < found:
        parts.append(put_in(own["still_open"], {"数": counted(found - fixed, unit_of(values))}))
    return parts


def rate_text(values: Values) -> str | None:
    """Give the share put right: as stated, or else from the numbers; None when not known."""
    if values.get("rate") is not None:
        return counted(values["rate"], "%")
    found, fixed = number(values.get("found")), number(values.get("fixed"))
    return percent_text(share(fixed, found)) if found and fixed is not None else None


def unit_of(values: Values) -> str:
    """Give the word that counts hazards in a row."""
    for name in ("found", "fixed"):
        value = values.get(name)
        if isinstance(value, Quantity) and value.unit:
            return value.unit
    return "处"
