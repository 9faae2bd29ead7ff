"""How much room a page has: lines of a text, and lines left under the head of an issued paper.

Arithmetic with the lengths of the styles, for the standard's own layout.
"""

import re

from docgen.word import layout
from docgen.word.official_styles.head import MARK_PITCH, RULE_GAP, mark_gap
from docgen.word.placing import GAP, LINE_WIDTH, MARK_SIZES, MarkSize, width
from docgen.word.profiles import GBT9704

SEAL_LINES = 2
"""Empty lines over a sealed name: a seal is 42 mm, and begins within a line of the text."""

PIECE = re.compile(
    r"(?=.)[“‘《〈（【〔]*(?P<half>[!-~]+)?(?(half)|[^“‘《〈（【〔]?)[”’》〉）】〕，。、；：！？]*"
)
"""What no line break parts: a number, a character, and the marks that stand close to it."""

HANGING = "，。、；：！？"
"""Marks that may stand out of the text area at the end of a line."""


def line_count(text: str, *, indent: float = 2, edge: float = 0) -> int:
    """Count the lines a paragraph takes; each but the first begins `edge` characters in.

    Where Word and LibreOffice differ, as beside digits, it is the count of the wider.
    """
    lines, used = 1, indent
    for piece in PIECE.finditer(text):
        wide = width(piece[0]) + (2 * GAP if piece["half"] else 0)
        if used + wide - piece[0].endswith(tuple(HANGING)) > LINE_WIDTH:
            lines, used = lines + 1, edge
        used += wide
    return lines


def lines_under_head(
    title_lines: int,
    *,
    mark_room: int = MARK_SIZES[0].room,
    marks: int = 1,
    numbers: int = 1,
    addressees: int = 1,
) -> int:
    """Count the lines of text the first page holds under red head, title and addressee.

    `mark_room` is the size of the mark as `placing.mark_room` gives it, `marks` its lines,
    `numbers` those of the document number with its signers, `addressees` those of the addressee.
    """
    size = next(size for size in MARK_SIZES if size.room == mark_room)
    # Three lines over the mark, two over the number, two under the rule, one under the title.
    plain = (3 + 2 + numbers + 2 + 1 + addressees) * layout.LINE
    rule = RULE_GAP + layout.RED_RULE * 20 // 8
    mark = mark_gap(GBT9704) + mark_height(size, marks)
    head = plain + mark + rule + title_lines * layout.TITLE_LINE
    return (GBT9704.text_height - head) // layout.LINE


def mark_height(size: MarkSize, marks: int) -> int:
    """Give the height of a mark of so many lines."""
    return marks * round(size.size * MARK_PITCH)


def seal_lines(left: int, text: int, *, after: int = 0) -> int:
    """Say how many empty lines to leave over a sealed name: one where else a page is missed.

    `left` are the lines the page has, `text` those of the paragraph the name is kept with,
    `after` those that follow the date.
    """
    needed = text + 2 + after
    return SEAL_LINES - 1 if needed + SEAL_LINES - 1 == left else SEAL_LINES
