"""How much room a page has: lines of a text, and lines left under the head of an issued paper.

Arithmetic with the lengths of the styles, for the standard's own layout.
"""

import math

from docgen.word import layout
from docgen.word.official_styles import MARK_PITCH, RULE_GAP, mark_gap
from docgen.word.placing import LINE_WIDTH, MARK_SIZES, width
from docgen.word.profiles import GBT9704

SEAL_LINES = 2
"""Empty lines over a sealed name: a seal is 42 mm, and begins within a line of the text."""


def line_count(text: str, *, indent: int = 2) -> int:
    """Count the lines a paragraph takes; punctuation that may not begin a line is left out."""
    return max(math.ceil((indent + width(text)) / LINE_WIDTH), 1)


def lines_under_head(
    title_lines: int, *, mark_room: int = MARK_SIZES[0].room, marks: int = 1
) -> int:
    """Count the lines of text the first page holds under red head, title and addressee.

    `mark_room` is the size of the mark as `placing.mark_room` gives it, `marks` its lines.
    """
    size = next(size for size in MARK_SIZES if size.room == mark_room)
    # Three lines over the mark, two and the number, two under the rule, one around the addressee.
    plain = (3 + 2 + 1 + 2 + 1 + 1) * layout.LINE
    mark = mark_gap(GBT9704) + marks * round(size.size * MARK_PITCH)
    rule = RULE_GAP + layout.RED_RULE * 20 // 8
    head = plain + mark + rule + title_lines * layout.TITLE_LINE
    return (GBT9704.text_height - head) // layout.LINE


def seal_lines(left: int, text: int, *, after: int = 0) -> int:
    """Say how many empty lines to leave over a sealed name: one where else a page is missed.

    `left` are the lines the page has, `text` those of the paragraph the name is kept with,
    `after` those that follow the date.
    """
    needed = text + 2 + after
    return SEAL_LINES - 1 if needed + SEAL_LINES - 1 == left else SEAL_LINES
