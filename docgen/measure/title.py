"""The title: 小标宋 of size 2, in the middle."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from docgen.findings import Fault
from docgen.measure._pages import Line, Page
from docgen.measure._reading import Reading, is_near, judged
from docgen.measure._setting import setting, weight
from docgen.measure._survey import Survey
from docgen.measure.red_head import is_document_number

TITLE_DIFFERS = Fault(
    code="title-font-differs",
    title="标题的字体、字号、粗细或位置与标准不符",
    why="公文标题一般用 2 号小标宋体字，居中排布；加粗的宋体、黑体都不是小标宋。",
    faulty="标题用二号黑体",
    sound="标题用二号小标宋，居中",
)
CLAUSE = "7.3.1"
LARGER = 2
"""So many points above the body text, and a line at the head of a page is a title."""


def measure(survey: Survey) -> Iterator[Reading]:
    """Read the title, and the titles of papers that begin on later pages."""
    for page in survey.pages.all:
        for line in titles(survey, page):
            yield from setting(
                TITLE_DIFFERS,
                survey,
                line,
                name="标题",
                clause=CLAUSE,
                face=survey.wanted.face(survey.wanted.profile.title_font),
                half_points=survey.wanted.profile.title_size,
            )
            yield weight(TITLE_DIFFERS, line, name="标题", clause=CLAUSE, is_bold=line.is_bold)
            yield _place(survey, line)


def titles(survey: Survey, page: Page) -> Sequence[Line]:
    """Give the lines of a page's title: the first in the middle, and those set like it."""
    lines = [line for line in survey.within(page) if not line.is_red]
    start = next((at for at, line in enumerate(lines) if _begins(survey, line)), None)
    if start is None:
        return ()
    size = lines[start].size
    return tuple(
        takewhile(
            lambda line: line.size == size and (size > survey.size or survey.is_centred(line)),
            lines[start:],
        )
    )


def _begins(survey: Survey, line: Line) -> bool:
    is_first = line.page == 1 and line.number <= 1
    if is_document_number(line):
        return False
    return line.size > survey.size + LARGER or (is_first and survey.is_centred(line))


def _place(survey: Survey, line: Line) -> Reading:
    off = line.middle - (survey.area.left + survey.area.right) / 2
    side = "右" if off > 0 else "左"
    return judged(
        TITLE_DIFFERS,
        "标题的位置",
        CLAUSE,
        found=f"偏{side} {abs(off):.1f} 毫米" if abs(off) > 0.5 else "居中",
        wanted="居中",
        is_right=is_near(off, 0),
        hint="把标题设为居中，去掉首行缩进和多余的空格。",
        at=line,
    )
