"""The last touches to a finished document, only for templates that need them.

Tables whose columns are looped over get their grid mended, copies of a drawing or a bookmark get
numbers of their own, and what lost all it held is filled or taken away: Word calls a file with an
empty cell damaged.
"""

import re
from collections.abc import Callable, Sequence

from docgen.word.singles import (
    DRAWING,
    drawing_numbers,
    may_repeat_anchors,
    with_single_anchors,
)
from docgen.word.source import PartSource
from docgen.word.statements import looped
from docgen.word.vacancies import (
    may_empty_cells,
    may_empty_holders,
    may_lack_rows,
    with_full_cells,
    with_full_holders,
    without_empty_rows,
)

_LOOSE_COLUMNS = re.compile(r"</w:tc>\s*\{%|%\}\s*<w:tc[ >]|<w:gridSpan w:val=\"\{\{")
Touch = Callable[[str], str]


class Finish:
    """The last touches to the composed parts of one template."""

    def __init__(self, sources: Sequence[PartSource]) -> None:
        """Find out which touches this template needs."""
        self._touches = [_touches(source.source) for source in sources]
        self._has_drawings = [_has_drawings(source) for source in sources]
        self._is_idle = not any(self._touches) and not any(self._has_drawings)

    def __call__(self, parts: list[str]) -> list[str]:
        """Give the parts, finished."""
        if self._is_idle:
            return parts
        numbered = drawing_numbers()
        finished = []
        for part, touches, has_drawings in zip(
            parts, self._touches, self._has_drawings, strict=True
        ):
            for touch in touches:
                part = touch(part)
            finished.append(numbered(part) if has_drawings else part)
        return finished


def _touches(source: str) -> list[Touch]:
    wanted: list[tuple[bool, Touch]] = [
        (may_lack_rows(source), without_empty_rows),
        (may_empty_cells(source), with_full_cells),
        (may_empty_holders(source), with_full_holders),
        (_LOOSE_COLUMNS.search(source) is not None, _mended),
        (may_repeat_anchors(source), with_single_anchors),
    ]
    return [touch for is_wanted, touch in wanted if is_wanted]


def _mended(part: str) -> str:
    # Brings lxml, which few templates need when they are rendered.
    from docgen.word.tables import mended

    return mended(part)


def _has_drawings(source: PartSource) -> bool:
    """True where drawings are numbered: in the body as docxtpl does, elsewhere if repeated."""
    if source.part == "body":
        return DRAWING.search(source.source) is not None
    return any(depth and DRAWING.search(text) for text, depth in looped(source.source))
