"""Where a text says how many points follow, so many follow."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Paper, PaperRule
from docgen.vocabulary import Paragraph, Section, announced_number, counted_lines

FAULT = Fault(
    code="announced-differs",
    title="说的点数与列出的不符",
    why="话里说讲四点，后面只有三点，多半是删改时忘了改前面的数字。",
    faulty="“提四点建议：”　后面列出三条",
    sound="“提三点建议：”　后面列出三条",
)
HINT = "改话里的数字，或补上、删去后面的条目。"
Told = tuple[Path, str | None, int]
"""A text that may announce points, where it stands, and how many points follow it."""


def check(paper: Paper) -> Iterator[Breach]:
    """Compare every announced number in paragraphs and sections with what follows it."""
    for part in paper.parts(is_passage):
        assert isinstance(part, Section | Paragraph)
        if isinstance(part, Paragraph):
            within = in_paragraph(part)
        elif part.points or part.sections or part.paragraphs:
            within = in_section(part)
        else:
            continue  # nothing follows
        for path, text, count in within:
            if differs(text, count):
                yield breach((*paper.path_of(part), *path), text, count)
    fields = type(paper.record).model_fields
    told = [
        *(preface(paper.record) if "points" in fields else ()),
        *(requirements(paper.record) if "discipline_lead" in fields else ()),
    ]
    for path, text, count in told:
        if differs(text, count):
            yield breach(path, text, count)


@cache
def is_passage(type_: type) -> bool:
    """True of sections and paragraphs."""
    return issubclass(type_, Section | Paragraph)


def differs(text: str | None, count: int) -> bool:
    """True when a text announces another number; nothing that follows is told elsewhere."""
    said = announced_number(text) if text and count else None
    return said is not None and said != count


def breach(path: Path, text: str | None, count: int) -> Breach:
    """Tell of one wrong number."""
    said = announced_number(text or "")
    return Breach(path, f"“{tail(text)}”说的是{said}，后面列出的是{count}", HINT)


def tail(text: str | None) -> str:
    """Give the last words of a text."""
    return (text or "").strip()[-14:]


def in_paragraph(part: Paragraph) -> Iterator[Told]:
    """Give a paragraph's text with the number of its own points."""
    yield ("text",), part.text, len(part.points)


def in_section(section: Section) -> Iterator[Told]:
    """Give each text of a section with the number of points, lines or sections right after it."""
    below = len(section.points) or sum(one.numbered for one in section.sections)
    if not section.paragraphs:
        yield ("text",), section.text, below
        return
    texts: list[tuple[Path, str | None]] = [(("text",), section.text)]
    for index, paragraph in enumerate(section.paragraphs):
        text = None if paragraph.points else paragraph.text
        texts.append((("paragraphs", index, "text"), text))
    for position, (where, text) in enumerate(texts):
        lines = counted_lines(line or "" for _, line in texts[position + 1 :])
        is_last = position == len(texts) - 1
        yield where, text, below if is_last else lines


def preface(record: Any) -> Iterator[Told]:
    """Give what is said before the points of a speech with their number."""
    if not isinstance(points := record.points, list):
        return
    before = [
        *listed(record, "opening"),
        (("facility", "text"), getattr(getattr(record, "facility", None), "text", None)),
        *listed(record, "situation"),
        (("announcement",), getattr(record, "announcement", None)),
    ]
    told = [(path, text) for path, text in before if text]
    if told:
        yield (*told[-1], sum(point.numbered for point in points))


def listed(record: Any, name: str) -> list[tuple[Path, str | None]]:
    """Give the paragraphs of a field; one with points of its own announces those."""
    return [
        ((name, index, "text"), "。" if paragraph.points else paragraph.text)
        for index, paragraph in enumerate(getattr(record, name, ()))
    ]


def requirements(record: Any) -> Iterator[Told]:
    """Give what is said before the requirements of a speech with their number."""
    yield ("discipline_lead",), record.discipline_lead, len(record.discipline)


rule = PaperRule(FAULT, check)
