"""Sentences about accidents: in all and by category, against last year and the quota."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from docgen.kinds._summary_defaults import put_in, texts
from docgen.kinds._summary_tallies import Accidents, Case, Cut, Tally, TallyChange
from docgen.kinds._summary_words import Words, clause, counted, noted, number, said, total
from docgen.lexicon import grade
from docgen.lexicon.gravest import gravest
from docgen.vocabulary import change_text, official_date

COUNTED = ("count", "deaths", "injured", "serious", "minor", "loss_wan")
ALWAYS = ("count", "deaths")
LIGHTEST = "一般"
WHOLE = ("合计", "总计", "全部")


def whole_of(rows: Sequence[Accidents]) -> Accidents | None:
    """Give the numbers of all accidents: as stated, or the categories added up."""
    stated = next((row for row in rows if row.cut == Cut.TOTAL), None)
    if stated is not None:
        return stated
    fields = [row for row in rows if row.cut == Cut.CATEGORY]
    if not fields:
        return None
    before = [row.previous for row in fields if isinstance(row.previous, Tally)]
    earlier = Tally.model_construct(**added_up(before)) if len(before) == len(fields) else None
    return Accidents.model_construct(cut=Cut.TOTAL, previous=earlier, **added_up(fields))


def added_up(rows: Sequence[Tally]) -> dict[str, Any]:
    """Add up each number that every row has."""
    return {name: total(getattr(row, name) for row in rows) for name in COUNTED}


def is_ordinary(rows: Sequence[Accidents], cases: Sequence[Case]) -> bool:
    """True when the numbers prove that no accident was graver than the lightest grade."""
    whole = whole_of(rows)
    apart = [row for row in rows if row.cut == Cut.APART]
    graded = [getattr(case.grade, "label", None) or grade_name(case) for case in cases]
    if whole is None or any(name not in (None, LIGHTEST) for name in graded):
        return False
    return all(map(is_light, (whole, *apart)))


def is_light(row: Accidents) -> bool:
    """True when a row's numbers prove that none of its accidents was grave."""
    values = (row.count, row.deaths, row.serious, row.loss_wan)
    count, deaths, serious, loss = (number(value) for value in values)
    if count is None or deaths is None or serious is None or loss is None:
        return count == 0
    return gravest(int(count), int(deaths), int(serious), float(loss))[1].key == LIGHTEST


def total_line(rows: Sequence[Accidents], words: Words, *, no_major: bool) -> str:
    """Say all accidents together; empty when nothing is known of them."""
    own, whole = texts()["accidents"], whole_of(rows)
    if whole is None or whole.count is None:
        return noted(put_in(own["no_major"], words), None) if no_major else ""
    name = str(getattr(whole, "category", WHOLE[0]))
    known = words if name in WHOLE else {**words, "事故": name}
    if number(whole.count) == 0:
        return sentences(put_in(own["total_none"], known), whole, rows, words)
    text = put_in(own["total"], known) + "，".join(tally(whole))
    if no_major:
        text += "，" + put_in(own["without_major"], words)
    return sentences(text, whole, rows, words)


def category_line(row: Accidents, rows: Sequence[Accidents], words: Words) -> str:
    """Say the accidents of one category; empty when nothing is known of them."""
    own = texts()["accidents"]
    if row.count is None:
        text = "，".join(tally(row))
    elif number(row.count) == 0:
        text = own["category_none"]
    else:
        text = own["category"] + "，".join(tally(row))
    return sentences(text, row, rows, words)


def cut_line(cut: Cut, rows: Sequence[Accidents]) -> str:
    """Say the rows of another way to cut the whole up, by area or period."""
    own = texts()["accidents"]
    shown = "；".join(short(row) for row in rows if row.cut == cut)
    return noted(put_in(own["cuts"][cut.value], {"各行": shown}), None) if shown else ""


def sentences(text: str, row: Accidents, rows: Sequence[Accidents], words: Words) -> str:
    """Put behind the numbers of a row what they mean: parts, changes, quotas, grade, note."""
    own = texts()["accidents"]
    shown = "；".join(short(part) for part in rows if belongs(part, row))
    parts = put_in(own["subsets"], {"各行": shown}) if shown else ""
    quotas = "，".join(quota_clauses(row))
    said_ = said([text, parts, changed(row, words), quotas, grade_clause(row), row.note])
    return "".join(noted(part, None) for part in said_)


def belongs(part: Accidents, row: Accidents) -> bool:
    """True when a row is part of another; of the whole, where it names none."""
    if part.cut != Cut.SUBSET:
        return False
    return row.cut == Cut.TOTAL if part.subset_of is None else part.subset_of == row.category


def short(row: Accidents) -> str:
    """Say a row in a few words: 两轮车2起、死亡1人; where none happened, 0起."""
    if number(row.count) == 0:
        return f"{row.category}0起"
    return row.category + "、".join(harm(row))


def tally(row: Tally) -> list[str]:
    """Give the clauses of a row's numbers."""
    specs = texts()["accidents"]["clauses"]
    return said(clause(getattr(row, spec["field"]), spec) for spec in specs)


def changed(row: Accidents, words: Words) -> str:
    """Say how a row's numbers have changed since the year before."""
    own = texts()["accidents"]
    changes = {
        spec["label"]: text
        for spec in own["clauses"]
        if (text := change_of(row, spec["field"], spec["unit"]))
    }
    if not changes:
        return ""
    parts = []
    for change in dict.fromkeys(changes.values()):
        labels = [label for label, text in changes.items() if text == change]
        pattern = own["alike" if len(labels) > 1 else "one"]
        parts.append(put_in(pattern, {"指标": "、".join(labels), "升降": change}))
    since = own["compared_year" if words.get("期间") == "全年" else "compared"]
    return put_in(since, {"升降": "，".join(parts)})


def change_of(row: Accidents, name: str, unit: str) -> str | None:
    """Say how one number has changed: as stated, or else by the figures of the year before."""
    stated = getattr(row.change, name) if isinstance(row.change, TallyChange) else None
    if stated is not None:
        return str(stated.text)
    before = number(getattr(row.previous, name)) if isinstance(row.previous, Tally) else None
    now = number(getattr(row, name))
    if before is None or now is None or (before == now == 0 and name not in ALWAYS):
        return None
    return change_text(before, now, unit)


def quota_clauses(row: Accidents) -> list[str]:
    """Say how a row's numbers stand to the quota."""
    own = texts()["accidents"]
    if not isinstance(row.quota, Tally):
        return []
    found = []
    for spec in own["clauses"]:
        most, now = number(getattr(row.quota, spec["field"])), number(getattr(row, spec["field"]))
        if most is None or now is None:
            continue
        known = {"指标": spec["label"], "控制数": counted(most, spec["unit"])}
        known["超出"] = counted(now - most, spec["unit"])
        found.append(put_in(own["within" if now <= most else "beyond"], known))
    return found


def grade_clause(row: Accidents) -> str:
    """Name the grade of a row's gravest accident, where it is stated or above the lightest."""
    own = texts()["accidents"]
    single = number(row.count) == 1
    stated = getattr(row, "grade", None)
    derived = grade_name(row) if single else None
    name = getattr(stated, "label", stated) or (derived if derived != LIGHTEST else None)
    return put_in(own["grade" if single else "gravest"], {"等级": str(name)}) if name else ""


def grade_name(row: Accidents | Case) -> str | None:
    """Name the grade of one accident by its numbers; None when none is known."""
    known = [number(value) for value in (row.deaths, row.serious, row.loss_wan)]
    if not any(value is not None for value in known):
        return None
    deaths, serious, loss = (value or Decimal(0) for value in known)
    return grade(int(deaths), int(serious), float(loss)).key


def case_line(case: Case, words: Words) -> str:
    """Say one accident: 3月5日，某村发生某砖厂坍塌事故，造成死亡1人."""
    own = texts()["accidents"]
    year = words.get("时段", "")[:5]
    day = official_date(case.date).removeprefix(year) if case.date else ""
    happened = f"{case.place or ''}发生{case.name}"
    caused = "、".join(harm(case))
    name = getattr(case.grade, "label", case.grade) or grade_name(case)
    parts = [day, happened, put_in(own["caused"], {"伤亡": caused}) if caused else ""]
    graded = put_in(own["grade"], {"等级": str(name)}) if name else ""
    return noted("，".join(said([*parts, graded])), case.note)


def harm(row: Tally | Case) -> list[str]:
    """Give the clauses of the numbers of a row; what there was none of is not said."""
    specs = texts()["accidents"]["clauses"]
    values = [(getattr(row, spec["field"], None), spec) for spec in specs]
    return said(clause(value, spec) for value, spec in values if number(value) != 0)
