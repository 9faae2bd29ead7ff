"""Page numbers: 宋体 of size 4 between dashes, 7 mm below the text area, on the outer side."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line, Page
from docgen.measure._reading import Reading, length
from docgen.measure._setting import setting
from docgen.measure._survey import Survey

NUMBER_DIFFERS = Fault(
    code="page-number-differs",
    title="页码的位置、字体或字号与标准不符",
    why="页码用 4 号半角宋体数字，左右各放一条一字线，一字线上距版心下边缘 7 毫米；"
    "单页码居右空一字，双页码居左空一字。",
    faulty="页码居中，写成“第1页”",
    sound="单页右下角“— 1 —”，双页左下角“— 2 —”",
)
CLAUSE = "7.5"
NUMBER = re.compile(r"[—–―－-]\s*(\d+)\s*[—–―－-]")


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the page number of every page that has one."""
    for page in survey.pages.all:
        for line in _numbers(survey, page):
            yield from setting(
                NUMBER_DIFFERS,
                survey,
                line,
                name="页码",
                clause=CLAUSE,
                face=survey.wanted.face(survey.wanted.profile.number_font),
                half_points=survey.wanted.profile.number_size,
                font=_digits_font(line),
            )
            yield _height(survey, line)
            yield _side(survey, line)


def _numbers(survey: Survey, page: Page) -> Iterator[Line]:
    for line in page.lines:
        if line.baseline > survey.wanted.area.bottom and NUMBER.fullmatch(line.text):
            yield line


def _digits_font(line: Line) -> str:
    return next(found.font for found in line.inked if found.text.isdigit())


def _height(survey: Survey, line: Line) -> Reading:
    return length(
        NUMBER_DIFFERS,
        "页码一字线到版心下边缘",
        CLAUSE,
        found=line.inked[0].ink.top - survey.area.bottom,
        wanted=survey.wanted.number_gap,
        hint="调整“页面设置”里页脚到纸边的距离（约 25.5 毫米）。",
        at=line,
    )


def _side(survey: Survey, line: Line) -> Reading:
    found = NUMBER.fullmatch(line.text)
    assert found is not None
    if survey.wanted.is_number_central:
        return _middle(survey, line)
    is_odd = int(found[1]) % 2 == 1
    left, right = line.left - survey.area.left, survey.area.right - line.right
    side = "单页码到版心右边缘" if is_odd else "双页码到版心左边缘"
    return length(
        NUMBER_DIFFERS,
        side,
        CLAUSE,
        found=right if is_odd else left,
        wanted=round(survey.wanted.number_indent, 1),
        hint="勾选“奇偶页不同”：单页页脚右对齐、右缩进一字，双页页脚左对齐、左缩进一字。",
        at=line,
    )


def _middle(survey: Survey, line: Line) -> Reading:
    return length(
        NUMBER_DIFFERS,
        "页码与版心的中线相差",
        CLAUSE,
        found=abs(line.middle - (survey.area.left + survey.area.right) / 2),
        wanted=0,
        hint="把页脚设为居中。",
        at=line,
    )
