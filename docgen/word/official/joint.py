"""The sign-off of a joint paper: its organs two a row, each with room for a seal (7.3.5.1)."""

from docgen.word import layout
from docgen.word.body import choose
from docgen.word.building import (
    Block,
    Element,
    blank_line,
    cell,
    frame,
    paragraph,
    repeat,
    row,
    table_end,
    tag_row,
    when,
)
from docgen.word.official.dates import date, remark_rows
from docgen.word.official.pieces import blank_lines, show
from docgen.word.placing import DATE_PLACES, DATE_RIGHT, ROW_LINES, DatePlace


def joint(at: str, remark: str = "") -> list[Element]:
    """Print the organs of a joint paper two a row, each with room for its seal (7.3.5.1).

    The last stand over the date, in a column that leaves four characters at the date's right.
    """
    *places, _ = DATE_PLACES
    tables: dict[str, Block] = {
        f"{at}.place == '{place.name}'": joint_table(at, joint_width(place), remark)
        for place in places
    }
    # So wide a column as a date written in by hand asks for would leave the left ones no room.
    by_hand = joint_table(at, joint_width(places[1]), remark)
    return [
        *repeat(f"line in {at}.room", blank_line(keep_next=True)),
        *choose(tables, otherwise=by_hand),
    ]


def joint_table(at: str, right: int, remark: str) -> list[Element]:
    """Give the organs of a joint paper and its date, the right column so wide."""
    widths = [layout.TEXT_WIDTH - right, right]
    left = when("line.left", organ_paragraph(show("line.left")))
    return [
        frame(
            "TableSignature",
            widths,
            [
                tag_row(f"for line in {at}.rows", widths),
                row(
                    seal_cell(widths[0], left),
                    seal_cell(widths[1], organ_paragraph(show("line.right"))),
                ),
                tag_row("endfor", widths),
                row(
                    cell(widths[0], paragraph(style="SignatureEnd")),
                    cell(
                        widths[1],
                        paragraph(date(at), style="SealedCentre", keep_next=bool(remark)),
                    ),
                ),
                *remark_rows(remark, widths),
            ],
        ),
        table_end(),
    ]


def seal_cell(width: int, organ: Block) -> Element:
    """Give the cell of one organ of several, far enough from the row above."""
    apart = when("loop.first", (), otherwise=blank_lines(ROW_LINES))
    return cell(width, apart, organ, paragraph(style="SignatureEnd"))


def organ_paragraph(text: str) -> Element:
    """Print an organ in the middle of its cell."""
    return paragraph(text, style="SealedCentre", keep_next=True)


def joint_width(place: DatePlace) -> int:
    """Give the column in whose middle a date has four characters free at its right."""
    return round((2 * DATE_RIGHT + place.width) * layout.CHARACTER)
