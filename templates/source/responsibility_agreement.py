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


def content(at: str = "") -> list[Block]:
    """Give all that is printed; `at` is the path of the paper, for papers that hold it."""
    return [*head(at), *body(at), *signatures(at)]


def head(at: str) -> list[Block]:
    """Give the title, the number, and who is addressed where only one side signs."""
    return [
        repeat(f"line in {at}title_lines", paragraph("{{ line }}", style="Title")),
        when(f"{at}number_text", paragraph(show(f"{at}number_text"), style="DocumentNumber")),
        blank_line(keep_next=True),
        when(f"{at}salutation", paragraph(show(f"{at}salutation"), "：", style="Salutation")),
        repeat(f"text in {at}preamble", paragraph("{{ text }}")),
    ]


def body(at: str) -> list[Block]:
    """Give the numbered passages; the target table stands where it belongs."""
    targets = table(f"target in {at}target_rows", TARGET_COLUMNS, left=["控制指标"])
    tables: dict[str, Block] = {"targets": [table_gap(keep_next=True), targets, table_gap()]}
    return [*passages(f"{at}body", tables)]


def show(path: str) -> str:
    """Give the placeholder of a path."""
    return f"{{{{ {path} }}}}"


def label(side: str, style: str) -> Block:
    """Give what a side is called."""
    return paragraph(show(f"{side}.label") + "：", style=style)


def organs(side: str, style: str) -> Block:
    """Give the organs of a side, one below another."""
    return repeat(f"organ in {side}.organs", paragraph("{{ organ }}", style=style))


def sign_label(side: str) -> str:
    """Give what stands before the place to sign."""
    return show(f"{side}.sign_label") + "："


def side_date(side: str, style: str) -> Block:
    """Give the day a side signs."""
    return paragraph(show(f"{side}.date|公文日期"), style=style)


def signing(side: str) -> list[Block]:
    """Give the place to sign, and the signer's post where it is known."""
    style = "SignatureLine"
    signer = show(f"{side}.name")
    return [paragraph(sign_label(side), signer, style=style), post(side, style)]


def post(side: str, style: str) -> Block:
    """Give the signer's post where it is known."""
    return when(f"{side}.post", paragraph("职务：" + show(f"{side}.post"), style=style))


def seal_room(style: str = "Signature") -> Block:
    """Give an empty line, for a seal."""
    return paragraph(style=style)


def column(side: str, *above: Block) -> list[Block]:
    """Give what one side signs, cell by cell."""
    return [
        [*above, organs(side, "Signature"), seal_room()],
        signing(side),
        side_date(side, "Signature"),
    ]


def labelled_column(side: str) -> list[Block]:
    """Give what one side signs, its part in the agreement named first."""
    return column(side, label(side, "Signature"))


def short_column(side: str) -> list[Block]:
    """Give what one side signs in the short form, which has one date for both."""
    return labelled_column(side)[:-1]


def narrow_column(side: str) -> list[Block]:
    """Give what one of three sides signs: too narrow for a label and a line in one."""
    style = "SignatureNarrow"
    return [
        [label(side, style), organs(side, "SignatureNarrowOrgan"), seal_room(style)],
        [
            paragraph(sign_label(side), style=style),
            paragraph(show(f"{side}.name"), style=style),
            post(side, "SignatureNarrowOrgan"),
        ],
        side_date(side, style),
    ]


def stacked_cell(side: str) -> list[Block]:
    """Give what one side signs where the sides stand one below another."""
    style = "Signature"
    return [label(side, style), organs(side, style), signing(side), side_date(side, style)]


def signatures(at: str) -> list[Block]:
    """Give the signature block in the layout asked for."""
    one, two, three = (f"{at}sign.sides[{index}]" for index in range(3))
    # The one organ that signs stands on the right, centred over the date.
    issuer: Block = [organs(one, "SignatureCentre"), side_date(one, "SignatureCentre")]
    third = when(three, seal_room(), stacked_cell(three))
    stacked: list[Block] = [stacked_cell(one), [seal_room(), stacked_cell(two)], third]
    blocks = {
        "two_col_multi_org": signature_table([column(one), column(two)]),
        "two_col_party_ab": signature_table([labelled_column(one), labelled_column(two)]),
        "two_col_short": signature_table(
            [short_column(one), short_column(two)], below=side_date(one, "SignatureCentre")
        ),
        "single": signature_table([[()], [issuer]]),
        "three_party": signature_table([narrow_column(side) for side in (one, two, three)]),
        "stacked": signature_table([stacked]),
    }
    return [
        blank_line(keep_next=True),
        *(when(f"{at}sign.layout == '{name}'", block) for name, block in blocks.items()),
        table_end(),
    ]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        content(),
        properties={"title": "{{ title }}", "subject": "责任书"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
