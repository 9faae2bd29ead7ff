"""The pieces templates are made with: paragraphs, headings, tables, signature blocks, tags.

Every function gives elements of WordprocessingML that `stationery.write_document` puts on a page
of GB/T 9704. Text may hold placeholders; a piece of text is never split into several runs.
"""

from collections.abc import Sequence

from lxml import etree

from docgen.word import layout

Element = etree._Element
Block = Element | Sequence["Block"]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {"w": WORD, "r": RELATIONS}
NAME_STYLE = "NameChar"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def node(name: str, /, *children: Element | None, **attributes: str | int) -> Element:
    """Make the element `w:name`; attributes are `w:` too, and children that are None left out."""
    made = etree.Element(f"{{{WORD}}}{name}", nsmap=NAMESPACES)
    for attribute, value in attributes.items():
        made.set(f"{{{WORD}}}{attribute}", str(value))
    made.extend(child for child in children if child is not None)
    return made


def flatten(blocks: Block) -> list[Element]:
    """Lay nested blocks out in reading order."""
    if isinstance(blocks, etree._Element):
        return [blocks]
    return [element for block in blocks for element in flatten(block)]


def run(text: str, style: str = "") -> Element:
    """Make a run of text, in the character style `style` if one is named."""
    words = node("t")
    words.text = text
    words.set(XML_SPACE, "preserve")
    # Without the hint Word draws “ ” — … in the Latin font.
    hint = node("rFonts", hint="eastAsia")
    return node("r", node("rPr", node("rStyle", val=style) if style else None, hint), words)


def paragraph(
    *content: str | Element,
    style: str = "BodyText",
    keep_next: bool = False,
    may_split: bool = False,
    align: str = "",
) -> Element:
    """Make a paragraph of texts and runs; `keep_next` binds it to the page of what follows.

    A bound paragraph stays whole unless it `may_split`: then Word keeps its last lines there.
    """
    return node(
        "p",
        node(
            "pPr",
            node("pStyle", val=style),
            node("keepNext") if keep_next else None,
            node("keepLines") if keep_next and not may_split else None,
            node("jc", val=align) if align else None,
        ),
        *(run(piece) if isinstance(piece, str) else piece for piece in content),
    )


def heading(level: int, text: str) -> Element:
    """Make a heading that stands alone, known to Word's outline."""
    return paragraph(text, style=f"Heading{level}")


def run_in_heading(level: int, title: str, text: str) -> Element:
    """Make a paragraph that begins with its heading, in the heading's typeface."""
    return paragraph(run(title, f"Heading{level}Char"), text)


def tab() -> Element:
    """Make a run that goes on at the next tab stop, which a hanging indent is too."""
    return node("r", node("tab"))


def blank_line(*, keep_next: bool = False) -> Element:
    """Make an empty line."""
    return paragraph(style="Normal", keep_next=keep_next)


def table_gap(*, keep_next: bool = False) -> Element:
    """Make the white space before and after a table."""
    return paragraph(style="TableGap", keep_next=keep_next)


def table_end() -> Element:
    """Make the paragraph Word wants after a last table, too small to open a page."""
    return paragraph(style="TableEnd")


def tag(text: str) -> Element:
    """Make a paragraph that holds a tag alone and vanishes with it."""
    return paragraph(f"{{%p {text} %}}", style="Normal")


def repeat(loop: str, *blocks: Block) -> list[Element]:
    """Print `blocks` for each item: `repeat("item in body", …)`."""
    return [tag(f"for {loop}"), *flatten(blocks), tag("endfor")]


def when(condition: str, *blocks: Block, otherwise: Block = ()) -> list[Element]:
    """Print `blocks` if the condition holds, and `otherwise` if not."""
    other = flatten(otherwise)
    choice = [tag("else"), *other] if other else []
    return [tag(f"if {condition}"), *flatten(blocks), *choice, tag("endif")]


def cell(width: int, *blocks: Block, middle: bool = False) -> Element:
    """Make a table cell; its last block must be a paragraph, and one that always stays."""
    align = node("vAlign", val="center") if middle else None
    return node("tc", node("tcPr", node("tcW", w=width, type="dxa"), align), *flatten(blocks))


def row(*cells: Element, header: bool = False) -> Element:
    """Make a table row that no page break splits; a header row is repeated on every page."""
    repeated = node("tblHeader") if header else None
    return node("tr", node("trPr", node("cantSplit"), repeated), *cells)


def frame(style: str, widths: Sequence[int], rows: Sequence[Element]) -> Element:
    """Make a centred table of fixed column widths from its rows."""
    return node(
        "tbl",
        node(
            "tblPr",
            node("tblStyle", val=style),
            node("tblW", w=sum(widths), type="dxa"),
            node("jc", val="center"),
            node("tblLayout", type="fixed"),
        ),
        node("tblGrid", *(node("gridCol", w=width) for width in widths)),
        *rows,
    )


def table(
    loop: str,
    columns: Sequence[tuple[str, int, str]],
    *,
    left: Sequence[str] = (),
    right: Sequence[str] = (),
) -> Element:
    """Make a ruled table with a row for each item of `loop`.

    `columns` are (heading, width, text); those whose heading is in `left` or `right` are set to
    that side, the others in the middle. The heading row is repeated on every page.
    """
    sides = dict.fromkeys(left, "left") | dict.fromkeys(right, "right")
    widths = [width for _, width, _ in columns]
    return frame(
        "TableGrid",
        widths,
        [
            row(
                *(
                    cell(width, paragraph(title, style="TableHeading"), middle=True)
                    for title, width, _ in columns
                ),
                header=True,
            ),
            tag_row(f"for {loop}", widths),
            row(
                *(
                    cell(
                        width,
                        paragraph(text, style="TableText", align=sides.get(title, "")),
                        middle=True,
                    )
                    for title, width, text in columns
                )
            ),
            tag_row("endfor", widths),
        ],
    )


def tag_row(text: str, widths: Sequence[int]) -> Element:
    """Make a table row that holds a tag alone and vanishes with it."""
    first, *others = widths
    return row(
        cell(first, paragraph(f"{{%tr {text} %}}", style="TableText")),
        *(cell(width, paragraph(style="TableText")) for width in others),
    )


def signature_table(columns: Sequence[Sequence[Block]], *, below: Block = ()) -> Element:
    """Make a borderless table of signatures: a column each, its cells one below another.

    All columns have as many cells. `below` is one more cell across all columns. Paragraphs in
    the styles `Signature…` keep the rows together and with the line before them.
    """
    width = layout.TEXT_WIDTH // len(columns)
    rows = [
        row(*(signature_cell(width, blocks) for blocks in across))
        for across in zip(*columns, strict=True)
    ]
    if flatten(below):
        rows.append(row(signature_cell(width, below, columns=len(columns))))
    return frame("TableSignature", [width] * len(columns), rows)


def signature_cell(width: int, blocks: Block, *, columns: int = 1) -> Element:
    """Make a cell that stays whole even when none of its blocks are printed."""
    made = cell(width * columns, blocks, paragraph(style="SignatureEnd"))
    if columns > 1:
        made[0].append(node("gridSpan", val=columns))
    return made
