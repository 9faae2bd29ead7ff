"""The 版记 at the foot of the last page (7.4)."""

from collections.abc import Sequence

from docgen.word import layout
from docgen.word.building import (
    Block,
    Element,
    cell,
    frame,
    node,
    paragraph,
    repeat,
    row,
    table_end,
    when,
)
from docgen.word.official.pieces import show

IMPRINT_WIDTHS = (layout.TEXT_WIDTH - 3600, 3600)


def imprint(at: str = "imprint") -> list[Element]:
    """Print the 版记 (7.4): its last rule lies on the foot of the last page's text area.

    It floats there by itself; where the text leaves no room it goes to a page of its own. It is
    the last block of a paper.
    """
    line = paragraph(show("line.label") + "：" + show("line.text"), style="ImprintCopies")
    copies: list[Block] = [repeat(f"line in {at}.lines", line), paragraph(style="SignatureEnd")]
    wide = cell(layout.TEXT_WIDTH, copies)
    wide[0].append(node("gridSpan", val=2))
    both = floating_imprint([row(wide), office_row(at)])
    return [
        *when(f"{at}.lines", both, otherwise=floating_imprint([office_row(at)])),
        table_end(),
    ]


def office_row(at: str) -> Element:
    """Give the line of 印发机关 and 印发日期."""
    office, date_ = IMPRINT_WIDTHS
    return row(
        cell(office, paragraph(show(f"{at}.office"), style="ImprintOffice")),
        cell(date_, paragraph(show(f"{at}.date|公文日期") + "印发", style="ImprintDate")),
    )


def floating_imprint(rows: Sequence[Element]) -> Element:
    """Make a table that lies at the foot of the text area."""
    made = frame("TableImprint", IMPRINT_WIDTHS, rows)
    # LibreOffice lets a table as wide as the text float only where it is placed by the page.
    place = node(
        "tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=layout.LEFT, tblpYSpec="bottom"
    )
    made[0].insert(1, place)
    return made
