"""The last touches to a finished document, only for templates that need them.

Tables whose columns are looped over get their grid mended, copies of a drawing get numbers of
their own (both as docxtpl does), and a cell that lost all its paragraphs gets an empty one:
Word calls a file with an empty cell damaged.
"""

import re
from collections.abc import Sequence

from docgen.word.source import PartSource

_DRAWING = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_CELL_TAGS = re.compile(r"</w:tc>\s*\{%|%\}\s*<w:tc[ >]|<w:gridSpan w:val=\"\{\{")
_CELL_STATEMENT = re.compile(r"(?:</w:tcPr>|<w:tcPr/>|<w:tc>)\s*\{%")
_EMPTY_CELL = re.compile(r"(</w:tcPr>|<w:tcPr/>|<w:tc>)\s*</w:tc>")
_FIRST_DRAWING = 1001


class Finish:
    """The last touches to the composed parts of one template."""

    def __init__(self, sources: Sequence[PartSource]) -> None:
        """Find out which touches this template needs."""
        self._body = next((at for at, source in enumerate(sources) if source.part == "body"), None)
        source = sources[self._body].source if self._body is not None else ""
        self._has_loose_columns = bool(_CELL_TAGS.search(source))
        self._has_drawings = bool(_DRAWING.search(source))
        self._may_empty_cells = bool(_CELL_STATEMENT.search(source))

    def __call__(self, parts: list[str]) -> list[str]:
        """Give the parts, finished."""
        if self._body is None:
            return parts
        body = parts[self._body]
        if self._may_empty_cells:
            body = _EMPTY_CELL.sub(r"\1<w:p/></w:tc>", body)
        if self._has_loose_columns:
            body = _mended_tables(body)
        if self._has_drawings:
            body = _numbered_drawings(body)
        return [*parts[: self._body], body, *parts[self._body + 1 :]]


def _mended_tables(body: str) -> str:
    from docxtpl import DocxTemplate
    from lxml import etree

    declaration, _, document = body.partition("\n")
    tree = DocxTemplate.fix_tables(None, document)
    return f"{declaration}\n{etree.tostring(tree, encoding='unicode')}"


def _numbered_drawings(body: str) -> str:
    number = _FIRST_DRAWING - 1

    def numbered(match: re.Match[str]) -> str:
        nonlocal number
        number += 1
        return f"{match[1]}{number}{match[2]}"

    return _DRAWING.sub(numbered, body)
