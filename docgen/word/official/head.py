"""The red head of an issued paper: everything above its title (7.2)."""

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
    table_end,
    when,
)
from docgen.word.official.pieces import blank_lines, show
from docgen.word.placing import MARK_SIZES, MarkSize

MARK_LINES_APART = 2  # from the mark to the number, from the red rule to the title


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
    right = characters * layout.CHARACTER + 24
    widths = [layout.TEXT_WIDTH - right, right]
    left = cell(widths[0], paragraph(number, style="NumberLeft"))
    left[0].append(node("vAlign", val="bottom"))
    return frame("TableSignature", widths, [row(left, cell(right, signers))])
