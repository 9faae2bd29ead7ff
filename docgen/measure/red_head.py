"""The red head: the organ's mark, the document number under it, and the red rule."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line, Page, Rule
from docgen.measure._reading import Reading, judged, length
from docgen.measure._survey import Survey

RED_HEAD_DIFFERS = Fault(
    code="red-head-differs",
    title="红头的位置与标准不符",
    why="发文机关标志上边缘至版心上边缘 35 毫米，发文字号在它下面空二行，"
    "红色分隔线在发文字号之下 4 毫米、与版心等宽。",
    faulty="红线只有 120 毫米，离发文字号 8 毫米",
    sound="红线 156 毫米，离发文字号 4 毫米",
)
DOCUMENT_NUMBER = re.compile(r"\w+〔\d{4}〕\d+号")
MARK_MM, RULE_GAP_MM = 35, 4
BLANK_LINES = 2
RULE_NEAR_MM = 30


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the first page's red head, if it has one."""
    page = survey.pages.all[0]
    mark = [line for line in page.lines if line.is_red and line.size > survey.size]
    number = next((line for line in page.lines if DOCUMENT_NUMBER.search(line.text)), None)
    if mark:
        yield _mark(survey, mark[0])
    if mark and number is not None:
        # Several 签发人 take more lines, and the number stands on their last.
        below = next(line for line in page.lines if line.number > mark[-1].number)
        yield _number(survey, mark[-1], below)
    rule = None if number is None else _red_rule(page, number)
    if rule is not None and number is not None:
        yield from _rule(survey, rule, number)


def is_document_number(line: Line) -> bool:
    """True for the line of the document number, which stands in the middle like a title."""
    return DOCUMENT_NUMBER.fullmatch(line.text) is not None


def _mark(survey: Survey, mark: Line) -> Reading:
    return length(
        RED_HEAD_DIFFERS,
        "发文机关标志上边缘到版心上边缘",
        "7.2.4",
        found=mark.ink.top - survey.area.top,
        wanted=MARK_MM,
        hint="调整发文机关标志的段前距离。",
        at=mark,
    )


def _number(survey: Survey, mark: Line, below: Line) -> Reading:
    rows = round((below.centre - survey.pitch / 2 - mark.ink.bottom) / survey.pitch)
    return judged(
        RED_HEAD_DIFFERS,
        "发文机关标志与发文字号之间",
        "7.2.5",
        found=f"空 {rows} 行",
        wanted=f"空 {BLANK_LINES} 行",
        is_right=rows == BLANK_LINES,
        hint="在发文机关标志下空二行，再写发文字号。",
        at=below,
    )


def _red_rule(page: Page, number: Line) -> Rule | None:
    """Give the first red rule below the document number."""
    for rule in page.rules:
        if rule.is_red and 0 < rule.middle - number.baseline < RULE_NEAR_MM:
            return rule
    return None


def _rule(survey: Survey, rule: Rule, number: Line) -> Iterator[Reading]:
    yield length(
        RED_HEAD_DIFFERS,
        "发文字号到红色分隔线",
        "7.2.7",
        found=rule.middle - number.ink.bottom,
        wanted=RULE_GAP_MM,
        hint="调整红色分隔线与发文字号之间的距离。",
        at=number,
    )
    yield length(
        RED_HEAD_DIFFERS,
        "红色分隔线的长度",
        "7.2.7",
        found=rule.length,
        wanted=survey.wanted.width,
        hint="让红色分隔线与版心等宽。",
        at=number,
    )
