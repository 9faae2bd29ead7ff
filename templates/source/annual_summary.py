"""The 年度工作总结 template, as readable source.

Run this file to rebuild `templates/docx/annual_summary.docx`.
"""

from pathlib import Path

from docgen.word import layout
from docgen.word.body import choose, passages
from docgen.word.building import (
    Block,
    blank_line,
    paragraph,
    repeat,
    table,
    table_gap,
    when,
)
from docgen.word.official import by_line, caption, sealed, show, table_note, unsealed
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "annual_summary.docx"
FEWEST, MOST = 2, 10
NAME_SHARE = 0.24  # of the width, for the column that names the rows; more where there are few


def content(at: str = "") -> list[Block]:
    """Give all that is printed; `at` is the path of the paper, for papers that hold it."""
    return [*head(at), *passages(f"{at}body", {"statistics": statistics()}), *signature(at)]


def head(at: str) -> list[Block]:
    """Give the title, the number, who signs where that stands on top, and who is written to."""
    return [
        repeat(f"line in {at}title_lines", paragraph("{{ line }}", style="Title")),
        when(f"{at}number_text", paragraph(show(f"{at}number_text"), style="DocumentNumber")),
        when(f"{at}sign_place == 'under_title'", signed(at)),
        blank_line(keep_next=True),
        when(f"{at}recipient", paragraph(show(f"{at}recipient"), "：", style="Salutation")),
    ]


def signed(at: str) -> list[Block]:
    """Give the issuer and below it the date, as they stand under a title."""
    return [by_line(show(f"{at}issuer.name")), by_line(show(f"{at}sign_off.date|公文日期"))]


def statistics() -> list[Block]:
    """Give a table of figures, by the number of its columns."""
    widths = range(FEWEST, MOST)
    return [
        table_gap(keep_next=True),
        caption(show("passage.grid.caption")),
        when("passage.grid.note", table_note(show("passage.grid.note"))),
        *choose(
            {f"passage.grid.width == {wide}": grid(wide) for wide in widths},
            otherwise=grid(MOST),
        ),
        table_gap(),
    ]


def grid(wide: int) -> Block:
    """Give a table of `wide` columns: a broad one of names, the others even."""
    number = int(layout.TEXT_WIDTH * (1 - NAME_SHARE)) // (wide - 1)
    number = min(number, layout.TEXT_WIDTH // wide)
    name = layout.TEXT_WIDTH - number * (wide - 1)
    return table(
        "line in passage.grid.rows",
        [
            (f"{{{{ passage.grid.headings[{at}] }}}}", number if at else name, cell(at))
            for at in range(wide)
        ],
    )


def cell(at: int) -> str:
    """Give the placeholder of a cell."""
    return f"{{{{ line.cells[{at}] }}}}"


def signature(at: str) -> list[Block]:
    """Give who signs at the end, and when."""
    path = f"{at}sign_off"
    block = choose({f"{path}.way == 'unsealed'": unsealed(path)}, otherwise=sealed(path))
    return [*when(f"{at}sign_place == 'end'", block)]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        content(),
        properties={"title": "{{ title }}", "subject": "年度工作总结"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
