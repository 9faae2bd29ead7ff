"""Elements that may lose all they held: Word calls a file damaged with an empty cell or row in it.

Which templates can leave such elements is known before any document is made.
"""

import re

from docgen.word.statements import statement
from docgen.word.tags import tag_spans

_HOLDERS = "hdr|ftr|footnote|endnote|comment|txbxContent"
_LOOSE_CELL = re.compile(r"(?:</w:tcPr>|<w:tcPr/>|<w:tc>)\s*\{%")
_LOOSE_HOLDER = re.compile(rf"<w:(?:{_HOLDERS})(?: [^>]*)?>\s*\{{%")
_TABLE_ENDS = re.compile(r"(?P<open><w:tc[ >])|(?P<close></w:tc>)|</w:tbl>\s*\{%")
_EMPTY_CELL = re.compile(r"(</w:tcPr>|<w:tcPr/>|<w:tc>|</w:tbl>)\s*</w:tc>")
_EMPTY_HOLDER = re.compile(rf"(<w:({_HOLDERS})(?: [^>]*)?>)\s*</w:\2>")
_EMPTY_ROW = re.compile(
    r"<w:tr(?: [^>]*)?>(?:<w:tblPrEx>(?:(?!</w:tblPrEx>).)*</w:tblPrEx>)?"
    r"(?:<w:trPr/>|<w:trPr>(?:(?!</w:trPr>).)*</w:trPr>)?\s*</w:tr>",
    re.DOTALL,
)
_EMPTY_TABLE = re.compile(
    r"<w:tbl>(?:<w:tblPr/>|<w:tblPr>(?:(?!</w:tblPr>).)*</w:tblPr>)?"
    r"(?:<w:tblGrid/>|<w:tblGrid>(?:(?!</w:tblGrid>).)*</w:tblGrid>)?\s*</w:tbl>",
    re.DOTALL,
)
_LEVELS = re.compile(r"<(/?)w:(tbl|tr|tc)(?: [^>]*)?>")


def may_empty_cells(source: str) -> bool:
    """True of a part whose cells may come out empty, or end with a table."""
    if _LOOSE_CELL.search(source):
        return True
    depth = 0
    for found in _TABLE_ENDS.finditer(source):
        if not found["open"] and not found["close"] and depth:
            return True
        depth += bool(found["open"]) - bool(found["close"])
    return False


def may_empty_holders(source: str) -> bool:
    """True of a part in which a header, a note or a text box may come out empty."""
    return _LOOSE_HOLDER.search(source) is not None


def may_lack_rows(source: str) -> bool:
    """True of a part in which a row may have no cell, or a table no row."""
    statements = 0
    open_: list[tuple[int, bool]] = []
    done = 0
    for start, end in (*tag_spans(source), (len(source), len(source))):
        for level in _LEVELS.finditer(source, done, start):
            if level[1]:
                if open_ and not open_.pop()[1] and level[2] != "tc":
                    return True
                continue
            if open_ and open_[-1][0] == statements:
                open_[-1] = statements, True
            open_.append((statements, False))
        name = statement(source[start:end])
        statements += name in ("if", "for")
        statements -= name in ("endif", "endfor")
        done = end
    return False


def with_full_cells(xml: str) -> str:
    """Give cells that lost all their paragraphs, or their last one, an empty one."""
    return _EMPTY_CELL.sub(r"\1<w:p/></w:tc>", xml)


def with_full_holders(xml: str) -> str:
    """Give headers, notes and text boxes that lost all their paragraphs an empty one."""
    return _EMPTY_HOLDER.sub(r"\1<w:p/></w:\2>", xml)


def without_empty_rows(xml: str) -> str:
    """Take away rows without cells, and put a paragraph in the place of a table without rows."""
    if (fewer := _EMPTY_ROW.sub("", xml)) == xml and "<w:tr" in xml:
        return _EMPTY_TABLE.sub("<w:p/>", xml)
    return _EMPTY_TABLE.sub("<w:p/>", fewer)
