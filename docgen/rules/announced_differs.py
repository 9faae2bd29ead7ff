"""Where a text says how many points follow, so many follow."""

from collections.abc import Iterator, Sequence
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.vocabulary import Paragraph, Part, Section, announced_number, counted_lines

FAULT = Fault(
    code="announced-differs",
    title="说的点数与列出的不符",
    why="话里说讲四点，后面只有三点，多半是删改时忘了改前面的数字。",
    faulty="“提四点建议：”　后面列出三条",
    sound="“提三点建议：”　后面列出三条",
)
HINT = "改话里的数字，或补上、删去后面的条目。"


def check(record: Any) -> Iterator[Breach]:
    """Compare every announced number in paragraphs and sections with what follows it."""
    for name, value in record.__dict__.items():
        yield from walk((name,), value)
    yield from preface(record)
    yield from requirements(record)


def walk(path: Path, value: object) -> Iterator[Breach]:
    """Look into every paragraph and section below a value."""
    if isinstance(value, Paragraph):
        yield from compare((*path, "text"), value.text, len(value.points))
    if isinstance(value, Section):
        yield from in_section(path, value)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk((*path, index), item)
    elif isinstance(value, Part):
        for name, inner in value.__dict__.items():
            yield from walk((*path, name), inner)


def compare(path: Path, text: str | None, count: int) -> Iterator[Breach]:
    """Compare a text's number with a count; nothing that follows is told elsewhere."""
    said = announced_number(text) if text else None
    if said is not None and count and said != count:
        yield Breach(path, f"“{tail(text)}”说的是{said}，后面列出的是{count}", HINT)


def tail(text: str | None) -> str:
    """Give the last words of a text."""
    return (text or "").strip()[-14:]


def in_section(path: Path, section: Section) -> Iterator[Breach]:
    """Compare each text of a section with the points, lines or sections right after it."""
    texts: list[tuple[Path, str | None]] = [((*path, "text"), section.text)]
    for index, paragraph in enumerate(section.paragraphs):
        text = None if paragraph.points else paragraph.text
        texts.append(((*path, "paragraphs", index, "text"), text))
    below = len(section.points) or sum(one.numbered for one in section.sections)
    for position, (where, text) in enumerate(texts):
        lines = counted_lines(line or "" for _, line in texts[position + 1 :])
        is_last = position == len(texts) - 1
        yield from compare(where, text, below if is_last else lines)


def preface(record: Any) -> Iterator[Breach]:
    """Compare what is said before the points of a speech with the points."""
    if not isinstance(points := getattr(record, "points", None), list):
        return
    before = [
        *listed(record, "opening"),
        (("facility", "text"), getattr(getattr(record, "facility", None), "text", None)),
        *listed(record, "situation"),
        (("announcement",), getattr(record, "announcement", None)),
    ]
    told = [(path, text) for path, text in before if text]
    if told:
        yield from compare(*told[-1], sum(point.numbered for point in points))


def listed(record: Any, name: str) -> Sequence[tuple[Path, str | None]]:
    """Give the paragraphs of a field; one with points of its own announces those."""
    return [
        ((name, index, "text"), "。" if paragraph.points else paragraph.text)
        for index, paragraph in enumerate(getattr(record, name, ()))
    ]


def requirements(record: Any) -> Iterator[Breach]:
    """Compare what is said before the requirements of a speech with the requirements."""
    if lead := getattr(record, "discipline_lead", None):
        yield from compare(("discipline_lead",), lead, len(record.discipline))


rule = Rule(FAULT, (), check)
