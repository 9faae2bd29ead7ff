"""One quantity has one value, in the figures and in the words."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault, Severity
from docgen.organs import self_term
from docgen.records.texts import places
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.rules._figure_forms import NAMES
from docgen.rules._figures import Told, told_figures
from docgen.rules._tallies import Bounds, in_words
from docgen.rules._totals import parts, totals

FAULT = Fault(
    code="figure-differs",
    title="正文的数与填报的数不符",
    why="同一个数在开头、正文和表里要一样；改了一处忘了另一处，是总结最常见的错。",
    faulty="签订责任书：42　正文：与各村共签订责任书45份",
    sound="签订责任书：42　正文：与各村共签订责任书42份",
    severity=Severity.WARNING,
)
OF_THE_WHOLE = frozenset({"lead", "overview", "closing", "leads"})
OF_WHAT_IS_OPEN = frozenset({"problems", "next_steps"})
JUDGED = OF_THE_WHOLE | OF_WHAT_IS_OPEN | {"work", "extra"}
PLACES = "国省市县区旗镇乡"
TENTH = Decimal("0.1")
ALL = Decimal(100)


def check(record: Any) -> Iterator[Breach]:
    """Compare what the words tell of the whole, or of one row, with what is filled in."""
    whole, by_row = totals(record), parts(record)
    known: dict[tuple[str, str], tuple[Path, Told]] = {}
    for path, told in figures(record, tuple(by_row)):
        due = whole.get(told.key) if not told.part else by_row[told.part].get(told.key)
        if due is None:
            yield from twice(known, path, told)
        elif not any(agrees(told, one) for one in (due, *fitting(told, whole))):
            name = f"{told.part}的{NAMES[told.key]}" if told.part else NAMES[told.key]
            yield Breach(
                path,
                f"写着“{told.words}”，填报的{name}是{said(told, due)}",
                "核对后改其中一处。",
            )


def fitting(told: Told, whole: dict[str, Bounds]) -> list[Bounds]:
    """Give the whole where words that name a row may yet be said of it."""
    return [] if told.surely or told.key not in whole else [whole[told.key]]


def twice(
    known: dict[tuple[str, str], tuple[Path, Told]], path: Path, told: Told
) -> Iterator[Breach]:
    """Compare what no field tells with what the words have told before."""
    if told.at_least or told.part:
        return
    _, first = known.setdefault((told.key, told.part), (path, told))
    if first.amount != told.amount:
        yield Breach(
            path,
            f"写着“{told.words}”，前面写的是“{first.words}”",
            "同一个数前后要一样，核对后改其中一处；说的不是一回事的，写明各是什么。",
        )


def agrees(told: Told, due: Bounds) -> bool:
    """True when a figure can be what is due; a rate to a tenth of a point, and 100% is all."""
    if told.at_least:
        return due.high is None or due.high >= told.amount
    if told.key != "rate":
        return not Bounds(told.amount, told.amount).differs(due)
    if ALL in (told.amount, due.exact):
        return told.amount == due.exact
    above = due.high is None or told.amount <= due.high + TENTH
    return above and told.amount >= due.low - TENTH


def said(told: Told, due: Bounds) -> str:
    """Say what is due; a rate as a percentage."""
    if told.key == "rate" and due.exact is not None:
        return f"{due.exact:.1f}".removesuffix(".0") + "%"
    return in_words(due)


def figures(record: Any, names: tuple[str, ...]) -> Iterator[tuple[Path, Told]]:
    """Give the figures in a summary's own words, each with its place."""
    other = elsewhere(record)
    for path, text in places(record):
        if not isinstance(text, str) or path[0] not in JUDGED:
            continue
        is_outlook = path[0] == "next_steps" or path[:2] == ("leads", "next_steps")
        marked = path[0] not in OF_THE_WHOLE and path[0] not in OF_WHAT_IS_OPEN
        for told in told_figures(text, above(record, path), names, other, marked=marked):
            if told.key == "open" or not (is_outlook or path[0] in OF_WHAT_IS_OPEN):
                yield path, told


def above(record: Any, path: Path) -> str:
    """Give the headings over a text."""
    found, part = [], record
    for step in path[:-1]:
        part = part[step] if isinstance(step, int) else getattr(part, step)
        heading = getattr(part, "heading", None)
        if isinstance(heading, str) and path[-1] != "heading":
            found.append(heading)
    return "，".join(found)


def elsewhere(record: Any) -> str:
    """Give a pattern of the words for other places and years: 全县 in a town's paper, 2024年."""
    voice = record.voice
    own = self_term(voice.name, voice.level)[1:] if voice is not None and voice.level else ""
    places_ = PLACES.replace(own, "") if own else PLACES
    return rf"全[{places_}]|(?<!\d)(?!{record.year})(?:19|20)\d\d年"


rule = Rule(
    FAULT,
    (
        "year", "enterprises", "agreements_signed", "accidents", "inspections",
        "trainings", "drills", "major_hazards",
    ),
    check,
)  # fmt: skip
