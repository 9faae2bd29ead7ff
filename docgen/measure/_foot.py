"""The imprint at the foot of the last page, as what it is and as what is no body text."""

import re
from collections.abc import Sequence

from docgen.measure._pages import Line, Page, Rule

PRINTED = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日印发$")
SHORTEST_MM = 100
HIGHEST_MM = 80
"""How far above its last rule an imprint may begin."""


def printed_line(page: Page) -> Line | None:
    """Give the line of 印发机关 and 印发日期."""
    return next((line for line in reversed(page.lines) if PRINTED.search(line.text)), None)


def imprint_rules(page: Page) -> Sequence[Rule]:
    """Give the black rules from the first of the imprint to the one under its last line."""
    line = printed_line(page)
    if line is None:
        return ()
    black = [rule for rule in page.rules if not rule.is_red and rule.length > SHORTEST_MM]
    last = next((rule.middle for rule in black if rule.middle > line.baseline), None)
    if last is None:
        return ()
    return [rule for rule in black if last - HIGHEST_MM < rule.middle <= last]


def is_in_imprint(page: Page, line: Line) -> bool:
    """True for the lines of an imprint."""
    rules = imprint_rules(page)
    return bool(rules) and rules[0].middle < line.centre < rules[-1].middle
