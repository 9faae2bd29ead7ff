"""What stands around the text of an issued paper: red head, attachments, 署名, 版记.

Every function gives the blocks of one element of GB/T 9704-2012, its clause in brackets. `at` is
the path of what is printed, in the shape of the parts of `kinds/_official.py`.
"""

from collections.abc import Sequence

from docgen.word import layout
from docgen.word.body import choose
from docgen.word.building import (
    NAME_STYLE,
    Block,
    Element,
    blank_line,
    cell,
    frame,
    node,
    paragraph,
    repeat,
    row,
    run,
    tab,
    table_end,
    tag_row,
    when,
)
from docgen.word.placing import (
    DATE_PLACES,
    DATE_RIGHT,
    LABEL_LENGTHS,
    MARK_SIZES,
    ROW_LINES,
    STAMP_LINES,
    STAMP_WIDTH,
    DatePlace,
    MarkSize,
)

MARK_LINES_APART = 2  # from the mark to the number, from the red rule to the title
CHARACTER = layout.CHARACTER
IMPRINT_WIDTHS = (layout.TEXT_WIDTH - 3600, 3600)


def show(path: str) -> str:
    """Give the placeholder of a path."""
    return f"{{{{ {path} }}}}"


def blank_lines(count: int) -> list[Element]:
    """Give empty lines that stay with what follows."""
    return [blank_line(keep_next=True) for _ in range(count)]


def red_head(at: str = "head") -> list[Element]:
    """Print everything above the title (7.2): it begins the page, the title follows."""
    return [
        *when(f"{at}.copy_number", paragraph(show(f"{at}.copy_number"), style="TopLine")),
        *when(f"{at}.secrecy", paragraph(show(f"{at}.secrecy"), style="TopLabel")),
        *when(f"{at}.urgency", paragraph(show(f"{at}.urgency"), style="TopLabel")),
        # Lines that are not taken stay free: the mark stands 35 mm down whatever is over it.
        *repeat(f"line in {at}.room", blank_line(keep_next=True)),
        paragraph(style="MarkGap"),
        *choose({f"{at}.mark_room == {size.room}": mark(at, size) for size in MARK_SIZES}),
        *blank_lines(MARK_LINES_APART),
        *number_line(at),
        *when(f"{at}.is_printed", paragraph(style="RuleGap"), otherwise=paragraph(style="RedRule")),
        *blank_lines(MARK_LINES_APART),
    ]


def mark(at: str, size: MarkSize) -> list[Element]:
    """Print the 发文机关标志 in one size; where paper with a head is used, leave its place free."""
    style = f"Mark{size.room}"
    return choose(
        {
            f"{at}.is_printed": paragraph(style=style),
            f"{at}.mark_word": joint_mark(at, size),
        },
        otherwise=repeat(f"line in {at}.mark_lines", paragraph("{{ line }}", style=style)),
    )


def joint_mark(at: str, size: MarkSize) -> Block:
    """Print the names of joint issuers one below another, 文件 at their right in the middle."""
    style = f"Mark{size.room}"
    # Two and a half characters, half of a point each half point of size, in their width.
    word = round(2.5 * size.size * 10 * size.scale / 100)
    widths = [layout.TEXT_WIDTH - word, word]
    names = repeat(
        f"line in {at}.mark_lines", paragraph("{{ line }}", style=style, align="distribute")
    )
    beside = paragraph(show(f"{at}.mark_word"), style=style, align="right")
    end = paragraph(style="SignatureEnd")
    cells = [cell(widths[0], names, end), cell(widths[1], beside, middle=True)]
    return [frame("TableSignature", widths, [row(*cells)]), table_end()]


def number_line(at: str) -> list[Element]:
    """Print the 发文字号; on a paper to an upper organ at the left, the 签发人 at the right."""
    number = show(f"{at}.number")
    name = run(show(f"{at}.signers_text"), NAME_STYLE)
    one = paragraph("签发人：", name, style="Signer")
    return choose(
        {
            f"{at}.signers_width == 'one'": signer_table(number, one, 14),
            # Two names of three characters fit a line, and the next begin under the first.
            f"{at}.signers_width == 'three'": signer_table(number, many(at), 12),
            f"{at}.signers_width == 'four'": signer_table(number, many(at), 14),
        },
        otherwise=paragraph(number, style="DocumentNumber"),
    )


def many(at: str) -> Element:
    """Print several 签发人."""
    return paragraph("签发人：", run(show(f"{at}.signers_text"), NAME_STYLE), style="Signers")


def signer_table(number: str, signers: Element, characters: int) -> Element:
    """Put the number at the left, on the line of the last 签发人."""
    right = characters * CHARACTER + 24
    widths = [layout.TEXT_WIDTH - right, right]
    left = cell(widths[0], paragraph(number, style="NumberLeft"))
    left[0].append(node("vAlign", val="bottom"))
    return frame("TableSignature", widths, [row(left, cell(right, signers))])


def attachment_note(at: str = "attachments") -> list[Element]:
    """List attachments under the text (7.3.4); each has `number` and `title`.

    The list stays with the 署名 that follows it.
    """
    first = attachment_line("附件：" + show("item.number") + ".", "First")
    following = attachment_line(show("item.number") + ".", "Next")
    several = repeat(f"item in {at}", when("item.number == 1", first, otherwise=following))
    only = attachment_line("附件：", "", of=f"{at}[0]")
    return when(at, blank_line(keep_next=True), when(f"{at}[1]", several, otherwise=only))


def attachment_line(label: str, style: str, *, of: str = "item") -> Element:
    """Give one line of that list; a title that wraps goes on under its own beginning."""
    title = show(f"{of}.title")
    words: list[str | Element] = [label, tab(), title] if style else [label + title]
    return paragraph(*words, style=f"Attachment{style or 'Note'}", keep_next=True)


def attachment_head(label: str, title_lines: str) -> list[Element]:
    """Begin the page of an attachment (7.3.7): 附件1 on the first line, its title on the third."""
    return [
        new_page(),
        paragraph(label, style="AttachmentLabel"),
        blank_line(keep_next=True),
        *repeat(f"line in {title_lines}", paragraph("{{ line }}", style="Title")),
        blank_line(keep_next=True),
    ]


def new_page() -> Element:
    """Begin a page, as an issued paper does."""
    return paragraph(style="NewPage")


def sign_off(at: str = "sign_off", *, remark: str = "") -> list[Element]:
    """Print who issues the paper and when, by the rule of its seal (7.3.5).

    The paragraph before it is bound to it by `bound`; the block keeps together. `remark` is the
    path of the 附注, which stands under the date (7.3.6).
    """
    return choose(
        {
            f"{at}.way == 'joint'": joint(at, remark),
            f"{at}.way == 'stamp'": stamp(at, remark),
            f"{at}.way == 'unsealed'": unsealed(at, remark),
        },
        otherwise=sealed(at, remark),
    )


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


def across(widths: Sequence[int], *blocks: Block) -> Element:
    """Give a cell as wide as a table."""
    made = cell(sum(widths), *blocks)
    made[0].append(node("gridSpan", val=len(widths)))
    return made


def date(at: str) -> str:
    """Give the 成文日期 as it is printed."""
    return show(f"{at}.date|公文日期")


def organs(at: str, style: str) -> list[Element]:
    """Print the organs of a paper, one below another."""
    return repeat(f"organ in {at}.organs", paragraph("{{ organ }}", style=style, keep_next=True))


def sealed(at: str, remark: str = "") -> list[Element]:
    """Print organ and date with room for a seal (7.3.5.1)."""
    places: dict[str, Block] = {
        f"{at}.place == '{place.name}'": organs(at, f"Sealed{place.style}") for place in DATE_PLACES
    }
    return [
        *repeat(f"line in {at}.room", blank_line(keep_next=True)),
        *choose(places, otherwise=organs(at, "SealedEdge")),
        *dated(date(at), "SealedDate", remark),
    ]


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
    return round((2 * DATE_RIGHT + place.width) * CHARACTER)


def stamp(at: str, remark: str = "") -> list[Element]:
    """Leave room for the 签名章 of each signer, the post at its left, then the date (7.3.5.3)."""
    widths = [layout.TEXT_WIDTH - (STAMP_WIDTH + DATE_RIGHT) * CHARACTER, STAMP_WIDTH * CHARACTER]
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


def unsealed(at: str, remark: str = "") -> list[Element]:
    """Print organ and date without a seal (7.3.5.2)."""
    line = paragraph("{{ line }}", style="SignOffLine", keep_next=True)
    lines: Block = [
        repeat(f"line in {at}.organ_lines", line),
        dated(show(f"{at}.date_line"), "SignOffLine", remark),
    ]
    places: dict[str, Block] = {
        f"{at}.place == '{place.name}'": organs(at, f"Unsealed{place.style}")
        for place in DATE_PLACES
    }
    edge = organs(at, "UnsealedRight")
    return [
        *blank_lines(1),
        *choose(
            {f"{at}.place == 'lines'": lines},
            otherwise=[
                choose(places, otherwise=edge),
                dated(date(at), "UnsealedRight", remark),
            ],
        ),
    ]


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


def by_line(text: str) -> Element:
    """Print who speaks, or when, under the title of a speech."""
    return paragraph(text, style="ByLine")


def labelled_list(at: str) -> list[Element]:
    """Print names under labels: 组　长：, 副组长：; what wraps goes on beside its label.

    `lines` have `label`, `text` and perhaps `after`; one without a label goes on under the one
    before. All labels are `length` characters wide, spaces included.
    """
    text = show("line.text") + "{% if line.after %}　" + show("line.after") + "{% endif %}"
    return choose(
        {
            f"{at}.length == {length}": repeat(
                f"line in {at}.lines",
                when(
                    "line.label",
                    paragraph(show("line.label") + "：" + text, style=f"Labelled{length}"),
                    otherwise=paragraph(tab(), text, style=f"Labelled{length}"),
                ),
            )
            for length in LABEL_LENGTHS
        }
    )


def caption(text: str) -> Element:
    """Print the name of a table over it."""
    return paragraph(text, style="Caption")


def table_note(text: str) -> Element:
    """Print the unit of a table over its right edge."""
    return paragraph(text, style="TableNote")
