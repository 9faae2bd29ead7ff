"""Pages: upright and sideways, with their margins, line grid and page numbers (5.1, 5.2, 7.5, 8).

Numbers in brackets are clauses of GB/T 9704-2012.
"""

from docgen.word import layout
from docgen.word.building import (
    RELATIONS,
    Block,
    Element,
    flatten,
    frame,
    node,
    paragraph,
    run,
    table_end,
)
from docgen.word.profiles import GBT9704, NumberPlace, Profile

REFERENCES = (
    ("header", "default", "rId1"),
    ("header", "even", "rId2"),
    ("footer", "default", "rId3"),
    ("footer", "even", "rId4"),
)
SIDEWAYS = {"rId3": "rId8", "rId4": "rId9"}
"""The page numbers of sideways pages in place of those of upright ones."""

NUMBER_CELL = 400  # The strip in which the number of a sideways page stands.
NUMBER_SHIFT = -82  # Puts sideways dashes as far from the text as upright ones.
NUMBER_LENGTH = round(60 * layout.TWIPS_PER_MM)


def section(profile: Profile = GBT9704, *, is_sideways: bool = False) -> Element:
    """Describe pages: paper, margins, line grid, headers and page numbers."""
    made = node("sectPr", *(reference(*entry, is_sideways=is_sideways) for entry in REFERENCES))
    paper = (layout.PAPER_WIDTH, layout.PAPER_HEIGHT)
    made.append(paper_size(*(reversed(paper) if is_sideways else paper), is_sideways=is_sideways))
    made.append(margins(profile, is_sideways=is_sideways))
    made.append(node("docGrid", type="lines", linePitch=profile.line))
    return made


def reference(kind: str, pages: str, key: str, *, is_sideways: bool) -> Element:
    """Point to a header or footer."""
    made = node(f"{kind}Reference", type=pages)
    made.set(f"{{{RELATIONS}}}id", SIDEWAYS.get(key, key) if is_sideways else key)
    return made


def paper_size(width: int, height: int, *, is_sideways: bool) -> Element:
    """Describe the paper."""
    turned = {"orient": "landscape"} if is_sideways else {}
    return node("pgSz", w=width, h=height, **turned, code=9)


def margins(profile: Profile, *, is_sideways: bool) -> Element:
    """Set the margins; a sideways page is bound at its head, odd or even (8)."""
    edges = (profile.top, profile.right, profile.bottom, profile.left)
    top, right, bottom, left = (edges[3], *edges[:3]) if is_sideways else edges
    distances = {"header": profile.header, "footer": profile.footer}
    if is_sideways:
        distances = dict.fromkeys(distances, layout.HEADER_DISTANCE)
    return node("pgMar", top=top, right=right, bottom=bottom, left=left, **distances, gutter=0)


def sideways(*blocks: Block) -> list[Element]:
    """Put blocks on sideways pages of their own, between upright ones.

    Text must follow, be it only a 版记: what ends a paper is on an upright page.
    """
    return [section_end(), *flatten(blocks), section_end(is_sideways=True)]


def section_end(*, is_sideways: bool = False) -> Element:
    """End a run of upright or sideways pages."""
    made = table_end()
    made[0].append(section(is_sideways=is_sideways))
    return made


def page_number(profile: Profile, side: str) -> Element:
    """Write `— 1 —` on the outer side, one character in from the edge, or in the middle (7.5)."""
    is_central = profile.number_place is NumberPlace.CENTRE
    made = paragraph("— ", style="Footer", align="center" if is_central else side)
    if not is_central:
        edge = node("ind", **{f"{side}Chars": 100, side: profile.number_size * 10})
        # The schema wants the indent before the alignment.
        made[0].insert(1, edge)
    made.extend([node("fldSimple", run("1"), instr=" PAGE "), run(" —")])
    return made


def sideways_number(profile: Profile, side: str) -> list[Element]:
    """Write the page number of a sideways page where it is on every other sheet (8).

    The foot of the sheet is at the left of the page, its right edge at the foot of the page.
    """
    is_central = profile.number_place is NumberPlace.CENTRE
    number = page_number(profile, side)
    direction = node("textDirection", val="tbRl")
    cell = node("tc", node("tcPr", node("tcW", w=NUMBER_CELL, type="dxa"), direction), number)
    height = node("trHeight", val=NUMBER_LENGTH, hRule="exact")
    strip = frame("TableSignature", [NUMBER_CELL], [node("tr", node("trPr", height), cell)])
    # The side of the sheet is the height of the page.
    starts = {"left": profile.left, "right": layout.PAPER_WIDTH - profile.right - NUMBER_LENGTH}
    middle = profile.left + (profile.text_width - NUMBER_LENGTH) // 2
    place = node(
        "tblpPr",
        vertAnchor="page",
        horzAnchor="page",
        tblpX=profile.footer + NUMBER_SHIFT,
        tblpY=middle if is_central else starts[side],
    )
    strip[0].insert(1, place)
    return [strip, table_end()]
