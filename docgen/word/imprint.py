"""The 版记 of a finished paper, moved to the last even page once its pages are known.

A paper printed on both sides ends on an even page, and its 版记 stands there. Word cannot say so
by itself: only who has printed the pages knows whether the last one is odd. Numbers in brackets
are clauses of GB/T 9704-2012.
"""

import copy
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from docgen.word.package import read_package, safe_parser
from docgen.word.packing import PackagePlan
from docgen.word.passages import W

if TYPE_CHECKING:
    from lxml.etree import _Element

DOCUMENT = "word/document.xml"
PAGE_NUMBER = re.compile(r"—\d+—")
AFTER_TITLE_PAGE = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")


def on_even_page(content: bytes, pages: Sequence[str]) -> bytes:
    """Give a finished paper whose 版记 is on an even page; `pages` are the texts of its pages.

    A paper without 版记, or with one that is on an even page, stays as it is. An odd last page
    with text on it is followed by a page for the 版记. Where the 版记 has an odd page for itself,
    an empty page comes before it, and neither carries a number (7.5).

    Raises:
        TemplateError: when the content is no sound Word file.
    """
    from lxml import etree

    members = read_package(content)
    document = etree.fromstring(members[DOCUMENT], safe_parser())
    imprint = imprint_table(document)
    if imprint is None or len(pages) % 2 == 0:
        return content
    if is_alone(imprint, pages[-1]):
        put_empty_page_before(imprint)
    else:
        imprint.addprevious(paragraph(document.makeelement(f"{W}pageBreakBefore", {}, None)))
    changed = etree.tostring(document, xml_declaration=True, encoding="UTF-8", standalone=True)
    return PackagePlan({**members, DOCUMENT: changed}).pack(())


def imprint_table(document: "_Element") -> "_Element | None":
    """Find the table at the foot of the last page, if there is one."""
    tables = document.findall(f"{W}body/{W}tbl")
    if not tables:
        return None
    place = tables[-1].find(f"{W}tblPr/{W}tblpPr")
    is_at_foot = place is not None and place.get(f"{W}tblpYSpec") == "bottom"
    return tables[-1] if is_at_foot else None


def is_alone(imprint: "_Element", page: str) -> bool:
    """True when nothing but the imprint and a page number is on a page."""
    own = "".join(text.text or "" for text in imprint.iter(f"{W}t"))
    return squeezed(PAGE_NUMBER.sub("", squeezed(page))) == squeezed(own)


def squeezed(text: str) -> str:
    """Give a text without spaces; a PDF has others than the paper it was made from."""
    return "".join(text.split())


def put_empty_page_before(imprint: "_Element") -> None:
    """End the text, then an empty page, both in front of the imprint; number neither."""
    body = imprint.getparent()
    last = None if body is None else body.find(f"{W}sectPr")
    if last is None:
        return
    end_text(imprint, copy.deepcopy(last))
    leave_out_number(last)
    imprint.addprevious(paragraph(copy.deepcopy(last)))
    # LibreOffice begins no page at a table that floats.
    imprint.addprevious(paragraph(last.makeelement(f"{W}keepLines", {}, None)))


def end_text(imprint: "_Element", section: "_Element") -> None:
    """End the section of the text in its last paragraph: one more might not fit a full page."""
    before = imprint.getprevious()
    properties = None if before is None else before.find(f"{W}pPr")
    if properties is None or properties.find(f"{W}sectPr") is not None:
        imprint.addprevious(paragraph(section))
    else:
        properties.append(section)


def paragraph(content: "_Element") -> "_Element":
    """Make a paragraph too small to open a page, with one property."""
    made, properties, style = (
        content.makeelement(f"{W}{name}", {}, None) for name in ("p", "pPr", "pStyle")
    )
    style.set(f"{W}val", "TableEnd")
    properties.extend([style, content])
    made.append(properties)
    return made


def leave_out_number(section: "_Element") -> None:
    """Give a section's first page a header and footer of its own, which are empty."""
    title_page = section.makeelement(f"{W}titlePg", {}, None)
    after = [f"{W}{name}" for name in AFTER_TITLE_PAGE]
    for child in section:
        if child.tag in after:
            child.addprevious(title_page)
            return
    section.append(title_page)
