"""Tags that change a table cell: `{% colspan n %}`, `{% cellbg c %}`, `{% vm %}`, `{% hm %}`.

A cell's properties stand in an order that Word insists on; docxtpl puts them where it can.
"""

import re

from docgen.word.joining import TEXT_END
from docgen.word.marking import marked

COLUMN_SPAN = r"\{%-?\s*colspan\s+(?P<span>[^%{\s][^%{]*?)\s*-?%\}"
CELL_COLOUR = r"\{%-?\s*cellbg\s+(?P<colour>[^%{\s][^%{]*?)\s*-?%\}"
VERTICAL, HORIZONTAL = r"\{%-?\s*vm\s*-?%\}", r"\{%-?\s*hm\s*-?%\}"
_START = re.compile(r"<w:tc(?: [^>]*)?>")
_PROPERTIES = re.compile(
    r"<w:tcPr(?: [^>]*)?(?:/>|>(?:(?!</w:tcPr>|<w:tcPrChange).)*"
    r"(?:<w:tcPrChange.*?</w:tcPrChange>)?</w:tcPr>)",
    re.DOTALL,
)
_GRID_SPAN = re.compile(r'(<w:gridSpan w:val=")(\d+)(")')
_TEXT_START = re.compile(r"<w:t(?: [^>]*)?(?<!/)>")
_EMPTY_TEXT = r"<w:t(?: [^>]*)?></w:t>"
_BARE_RUN = re.compile(r"<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?", re.DOTALL)
_SIMPLE = re.compile(r"[\w.·|]+")
_ORDER = (
    *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar"),
    *("textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns", "cellDel"),
    *("cellMerge", "tcPrChange"),
)
_MERGED = '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'


def cells_told_apart(xml: str) -> str:
    """Give a part in which cells are as wide and as coloured as their tags say."""
    xml = marked(xml, "tc", COLUMN_SPAN, _with_column_span)
    return marked(xml, "tc", CELL_COLOUR, _with_colour)


def cells_merged(xml: str) -> str:
    """Give a part in which cells merge with those of the rows or columns after them."""
    xml = marked(xml, "tc", VERTICAL, _merged_down, first=True)
    return marked(xml, "tc", HORIZONTAL, _merged_across, first=True)


def _with_column_span(before: str, mark: re.Match[str], after: str) -> str:
    span = f'<w:gridSpan w:val="{{{{ {_whole(mark["span"])}|列数 }}}}"/>'
    return _with_property(_without_empty_runs(before + after), "gridSpan", span)


def _with_colour(before: str, mark: re.Match[str], after: str) -> str:
    fill = f"{{{{ {_whole(mark['colour'])}|底色 }}}}"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    return _with_property(_without_empty_runs(before + after), "shd", shade)


def _merged_down(before: str, mark: re.Match[str], after: str) -> str:
    """Make a cell and those of the rows after it one cell, its text said once."""
    cell = _with_property(before + after, "vMerge", _MERGED)
    text = _TEXT_START.search(cell, _properties_end(cell))
    end = cell.rfind(TEXT_END)
    if text is None or end < text.end():
        return cell
    said = f"{{% if loop.first %}}{cell[text.end() : end]}{{% endif %}}"
    return f"{cell[: text.end()]}{said}{cell[end:]}"


def _merged_across(before: str, mark: re.Match[str], after: str) -> str:
    """Make a cell and those of the columns after it one cell."""
    cell = before + after
    own = _GRID_SPAN.search(cell, 0, _properties_end(cell))
    columns = f"{own[2]} * loop.length" if own else "loop.length"
    span = f'<w:gridSpan w:val="{{{{ {columns} }}}}"/>'
    return f"{{% if loop.first %}}{_with_property(cell, 'gridSpan', span)}{{% endif %}}"


def _without_empty_runs(cell: str) -> str:
    """Take away the run of which nothing is left but the tag that is gone."""

    def emptied(before: str, mark: re.Match[str], after: str) -> str:
        is_bare = _BARE_RUN.fullmatch(before) and after == "</w:r>"
        return "" if is_bare else before + mark[0] + after

    return marked(cell, "r", _EMPTY_TEXT, emptied)


def _whole(expression: str) -> str:
    """Give an expression that a filter can follow."""
    return expression if _SIMPLE.fullmatch(expression) else f"({expression})"


def _properties_end(cell: str) -> int:
    start = _START.match(cell)
    assert start is not None
    found = _PROPERTIES.match(cell, start.end())
    return found.end() if found else start.end()


def _with_property(cell: str, name: str, element: str) -> str:
    """Put an element into a cell's properties, in the place of one of its name."""
    start = _START.match(cell)
    assert start is not None
    end = _properties_end(cell)
    inner = re.sub(r"^<w:tcPr[^>]*>|</w:tcPr>$", "", cell[start.end() : end])
    inner = re.sub(rf"<w:{name}(?: [^>]*)?/>", "", inner, count=1)
    later = "|".join(_ORDER[_ORDER.index(name) + 1 :])
    found = re.search(rf"<w:(?:{later})[ />]", inner)
    at = found.start() if found else len(inner)
    properties = f"<w:tcPr>{inner[:at]}{element}{inner[at:]}</w:tcPr>"
    return cell[: start.end()] + properties + cell[end:]
