"""The sign-off of a paper with a 签名章 (7.3.5.3)."""

from docgen.word import layout
from docgen.word.building import Element, cell, frame, paragraph, row, table_end, tag_row
from docgen.word.official.dates import date, remark_rows
from docgen.word.official.pieces import across, blank_lines, show
from docgen.word.placing import DATE_RIGHT, STAMP_LINES, STAMP_WIDTH


def stamp(at: str, remark: str = "") -> list[Element]:
    """Leave room for the 签名章 of each signer, the post at its left, then the date (7.3.5.3)."""
    widths = [
        layout.TEXT_WIDTH - (STAMP_WIDTH + DATE_RIGHT) * layout.CHARACTER,
        STAMP_WIDTH * layout.CHARACTER,
    ]
    post = paragraph(show("post"), style="StampPost", keep_next=True)
    widths.append(layout.TEXT_WIDTH - sum(widths))
    when_stamped = paragraph(date(at), style="SealedDate", keep_next=bool(remark))
    return [
        *blank_lines(STAMP_LINES),
        frame(
            "TableSignature",
            widths,
            [
                tag_row(f"for post in {at}.posts", widths),
                row(
                    cell(widths[0], post, middle=True),
                    cell(widths[1], blank_lines(STAMP_LINES)),
                    cell(widths[2], blank_lines(1)),
                ),
                tag_row("endfor", widths),
                row(across(widths, blank_lines(1), when_stamped)),
                *remark_rows(remark, widths),
            ],
        ),
        table_end(),
    ]
