"""The 责任书 template, as readable source.

Run this file to rebuild `templates/docx/responsibility_agreement.docx`.
"""

from pathlib import Path

from docgen.word.body import passages
from docgen.word.building import (
    Block,
    blank_line,
    paragraph,
    repeat,
    signature_table,
    table,
    table_end,
    table_gap,
    when,
)
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "responsibility_agreement.docx"

TARGET_COLUMNS = (
    ("序号", 964, "{{ target.index }}"),
    ("类别", 2040, "{{ target.category }}"),
    ("控制指标", 3260, "{{ target.metric }}"),
    ("目标值", 2580, "{{ target.value_text }}"),
)


def head() -> list[Block]:
    """Give the title, the number, and who is addressed where only one side signs."""
    return [
        repeat("line in title_lines", paragraph("{{ line }}", style="Title")),
        when("number", paragraph("{{ number.text }}", style="DocumentNumber")),
        blank_line(keep_next=True),
        when("sign.layout == 'single'", paragraph("{{ party_b.name }}：", style="Salutation")),
        repeat("text in preamble", paragraph("{{ text }}")),
    ]


def body() -> list[Block]:
    """Give the numbered passages; the target table stands where it belongs."""
    targets = table("target in target_rows", TARGET_COLUMNS, left=["控制指标"])
    tables: dict[str, Block] = {"targets": [table_gap(keep_next=True), targets, table_gap()]}
    return [*passages("body", tables)]


def side(index: int) -> str:
    """Give the path of the `index`-th side, counted from 1."""
    return f"sign.sides[{index - 1}]"


def label(index: int, style: str) -> Block:
    """Give what a side is called."""
    return paragraph(f"{{{{ {side(index)}.label }}}}：", style=style)


def organs(index: int, style: str) -> Block:
    """Give the organs of a side, one below another."""
    return repeat(f"organ in {side(index)}.organs", paragraph("{{ organ }}", style=style))


def sign_label(index: int) -> str:
    """Give what stands before the place to sign."""
    return f"{{{{ {side(index)}.sign_label }}}}："


def signer(index: int) -> str:
    """Give the name of who signs, or the line to sign on."""
    return f"{{{{ {side(index)}.name }}}}"


def side_date(index: int, style: str) -> Block:
    """Give the day a side signs."""
    return paragraph(f"{{{{ {side(index)}.date|公文日期 }}}}", style=style)


def common_date() -> Block:
    """Give the one day for all sides."""
    return side_date(1, "SignatureCentre")


def signing(index: int) -> list[Block]:
    """Give the place to sign, and the signer's post where it is known."""
    style = "SignatureLine"
    return [paragraph(sign_label(index), signer(index), style=style), post(index, style)]


def post(index: int, style: str) -> Block:
    """Give the signer's post where it is known."""
    text = f"职务：{{{{ {side(index)}.post }}}}"
    return when(f"{side(index)}.post", paragraph(text, style=style))


def seal_room(style: str = "Signature") -> Block:
    """Give an empty line, for a seal."""
    return paragraph(style=style)


def column(index: int, *above: Block) -> list[Block]:
    """Give what one side signs, cell by cell."""
    return [
        [*above, organs(index, "Signature"), seal_room()],
        signing(index),
        side_date(index, "Signature"),
    ]


def labelled_column(index: int) -> list[Block]:
    """Give what one side signs, its part in the agreement named first."""
    return column(index, label(index, "Signature"))


def short_column(index: int) -> list[Block]:
    """Give what one side signs in the short form, which has one date for both."""
    return labelled_column(index)[:-1]


def narrow_column(index: int) -> list[Block]:
    """Give what one of three sides signs: too narrow for a label and a line in one."""
    style = "SignatureNarrow"
    return [
        [label(index, style), organs(index, "SignatureNarrowOrgan"), seal_room(style)],
        [
            paragraph(sign_label(index), style=style),
            paragraph(signer(index), style=style),
            post(index, "SignatureNarrowOrgan"),
        ],
        side_date(index, style),
    ]


def stacked_cell(index: int) -> list[Block]:
    """Give what one side signs where the sides stand one below another."""
    style = "Signature"
    return [label(index, style), organs(index, style), signing(index), side_date(index, style)]


def stacked() -> Block:
    """Give two or three sides one below another."""
    third = when("party_c", seal_room(), stacked_cell(3))
    return signature_table([[stacked_cell(1), [seal_room(), stacked_cell(2)], third]])


def issuer() -> Block:
    """Give the one organ that signs, on the right, centred over the date."""
    return signature_table([[()], [[organs(1, "SignatureCentre"), common_date()]]])


def signatures() -> list[Block]:
    """Give the signature block in the layout asked for."""
    blocks = {
        "two_col_multi_org": signature_table([column(1), column(2)]),
        "two_col_party_ab": signature_table([labelled_column(1), labelled_column(2)]),
        "two_col_short": signature_table([short_column(1), short_column(2)], below=common_date()),
        "single": issuer(),
        "three_party": signature_table([narrow_column(1), narrow_column(2), narrow_column(3)]),
        "stacked": stacked(),
    }
    return [
        blank_line(keep_next=True),
        *(when(f"sign.layout == '{name}'", block) for name, block in blocks.items()),
        table_end(),
    ]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        head(),
        body(),
        signatures(),
        properties={"title": "{{ title }}", "subject": "责任书"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
