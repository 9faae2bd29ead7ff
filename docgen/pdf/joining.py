"""Papers as LibreOffice has to have them, to keep together what Word keeps together.

A number with a hyphen that does not break (0372-1234567) and a span of hours (8:30—11:00) stay on
one line in Word, by `noBreakHyphen` and by the settings' `noLineBreaks…`. LibreOffice breaks both,
unless there is a word joiner, which Word would print as a box where the font has none. A table's
column may be narrower than a span of hours, which then breaks at its dash, not within an hour.
"""

import re

from docgen.word.package import read_package
from docgen.word.packing import PackagePlan

BODY = "word/document.xml"
JOINER = "\u2060"
_HYPHEN = re.compile(r"<w:noBreakHyphen\s*/>")
_DASH = re.compile(r"(?<=\d)—(?=\d)")
_TABLE = re.compile(r"(<w:tbl>.*?</w:tbl>)", re.DOTALL)


def joined(paper: bytes) -> bytes:
    """Give a .docx for LibreOffice to print; itself where there is nothing to keep together.

    Raises:
        TemplateError: when it is no sound Word file.
    """
    members = read_package(paper)
    try:
        body = members[BODY].decode("utf-8")
    except UnicodeDecodeError:
        return paper
    kept = _HYPHEN.sub(f"<w:t>{JOINER}-{JOINER}</w:t>", body)
    kept = "".join(
        piece if piece.startswith("<w:tbl>") else _DASH.sub(f"{JOINER}—{JOINER}", piece)
        for piece in _TABLE.split(kept)
    )
    if kept == body:
        return paper
    return PackagePlan({**members, BODY: kept.encode("utf-8")}).pack(())
