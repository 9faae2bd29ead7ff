"""The imprint at the foot of the last page: its rules, and the line of the printing organ."""

from collections.abc import Iterator, Sequence

from docgen.findings import Fault
from docgen.measure._foot import imprint_rules, printed_line
from docgen.measure._pages import Line, Rule
from docgen.measure._reading import Reading, is_near, judged, length
from docgen.measure._setting import setting
from docgen.measure._survey import Survey
from docgen.word import layout

IMPRINT_DIFFERS = Fault(
    code="imprint-differs",
    title="版记的位置或样式与标准不符",
    why="版记在最后一面的下端，末条分隔线与版心下边缘重合，分隔线与版心等宽，"
    "首末两条 0.35 毫米、中间 0.25 毫米；文字用 4 号仿宋，左右各空一字。",
    faulty="版记紧跟在正文后面，下面空着半页",
    sound="版记的末条线落在版心下边缘",
)
THICK_MM, THIN_MM, INK_MM = 0.35, 0.25, 0.1
INDENT_MM = layout.SIZE_4 * 10 / layout.TWIPS_PER_MM


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the last page's imprint, if it has one."""
    page = survey.pages.all[-1]
    line = printed_line(page)
    if line is None:
        return
    rules = imprint_rules(page)
    if rules:
        yield _foot(survey, rules[-1], line)
        yield from _shapes(survey, rules, line)
    yield from setting(
        IMPRINT_DIFFERS,
        survey,
        line,
        name="印发机关和印发日期",
        clause="7.4.3",
        face=survey.wanted.face(survey.wanted.profile.body_font),
        half_points=layout.SIZE_4,
    )
    yield from _sides(survey, line)


def _foot(survey: Survey, rule: Rule, line: Line) -> Reading:
    return length(
        IMPRINT_DIFFERS,
        "版记末条分隔线到版心下边缘",
        "7.4.1",
        found=abs(rule.middle - survey.area.bottom),
        wanted=0,
        hint="把版记放在最后一面的版心底部（表格“相对于页边距底端”）。",
        at=line,
    )


def _shapes(survey: Survey, rules: Sequence[Rule], line: Line) -> Iterator[Reading]:
    """Measure each rule's length and thickness."""
    for at, rule in enumerate(rules):
        yield length(
            IMPRINT_DIFFERS,
            "版记分隔线的长度",
            "7.4.1",
            found=rule.length,
            wanted=survey.wanted.width,
            hint="让版记的分隔线与版心等宽。",
            at=line,
        )
        is_outer = at in (0, len(rules) - 1)
        wanted = THICK_MM if is_outer else THIN_MM
        yield judged(
            IMPRINT_DIFFERS,
            "版记首末条分隔线的粗细" if is_outer else "版记中间分隔线的粗细",
            "7.4.1",
            found=f" {rule.thickness:.2f} 毫米",
            wanted=f" {wanted} 毫米",
            is_right=is_near(rule.thickness, wanted, INK_MM),
            hint="首末两条用 1 磅线，中间用 0.75 磅线。",
            at=line,
        )


def _sides(survey: Survey, line: Line) -> Iterator[Reading]:
    sides = (
        ("印发机关左空（一字）", line.left - survey.area.left),
        ("印发日期右空（一字）", survey.area.right - line.right),
    )
    for name, found in sides:
        yield length(
            IMPRINT_DIFFERS,
            name,
            "7.4.3",
            found=found,
            wanted=round(INDENT_MM, 1),
            hint="印发机关左空一字，印发日期右空一字。",
            at=line,
        )
