"""Sentences made of several fields, each traced to the field to blame; headings of chapters."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.blanks import leftover_mark
from docgen.kinds._passages import Branch
from docgen.kinds._plan_parts import Chapter
from docgen.rows import Path
from docgen.vocabulary import Blank, Section

if TYPE_CHECKING:
    from docgen.kinds.activity_plan import ActivityPlan

Told = tuple[str, Path]
"""A paragraph and the record path it was made from."""


def told(text: str, path: Path, **parts: str | Blank | None) -> Told:
    """Give a sentence made of several fields, and the field it is to be traced to.

    A field that is still a blank stands alone instead: within a sentence it would look filled.
    """
    for name, words in parts.items():
        if isinstance(words, str) and leftover_mark(words):
            return words, (*path, *steps(name))
    return text, (*path, next(iter(parts)))


def steps(name: str) -> Iterator[str | int]:
    """Take a dotted name apart: items.0.item."""
    for step in name.split("."):
        yield int(step) if step.isdigit() else step


def listed(names: Sequence[str]) -> str:
    """Put names side by side; one that is still a blank stands alone."""
    return next(filter(leftover_mark, names), None) or "、".join(names)


def loose(line: str, path: Path) -> Branch:
    """Make a paragraph without number."""
    return Branch(path, lines=[(line, path)], numbered=False)


def named(record: "ActivityPlan", chapter: Chapter) -> str:
    """Give the heading of a chapter."""
    text: str = getattr(record.headings, chapter.value)
    return text


def is_plain(sections: Sequence[Section]) -> bool:
    """True of a single passage without heading or anything below."""
    return len(sections) == 1 and not (sections[0].heading or sections[0].sections)
