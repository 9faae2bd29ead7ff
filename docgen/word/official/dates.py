"""The 成文日期 of a paper, and the 附注 that stands under it (7.3.6)."""

from collections.abc import Sequence

from docgen.word.building import Element, paragraph, row, tag_row, when
from docgen.word.official.pieces import across, show


def date(at: str) -> str:
    """Give the 成文日期 as it is printed."""
    return show(f"{at}.date|公文日期")


def dated(text: str, style: str, remark: str) -> list[Element]:
    """Print the 成文日期, and the 附注 on its page."""
    date_ = paragraph(text, style=style)
    if not remark:
        return [date_]
    bound = paragraph(text, style=style, keep_next=True)
    return when(remark, bound, remark_line(remark), otherwise=date_)


def remark_line(at: str) -> Element:
    """Give the 附注 in its brackets."""
    return paragraph("（" + show(at) + "）")


def remark_rows(at: str, widths: Sequence[int]) -> list[Element]:
    """Give the 附注 as the last row of a table, for no page break parts a table of names."""
    if not at:
        return []
    wide = across(widths, remark_line(at))
    return [tag_row(f"if {at}", widths), row(wide), tag_row("endif", widths)]
