"""The line that names whom a paper is for: flush left, one empty line below the title."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line
from docgen.measure._reading import Reading, judged, length
from docgen.measure._survey import Survey
from docgen.measure.title import titles

ADDRESSEE_DIFFERS = Fault(
    code="addressee-differs",
    title="主送机关或称呼的位置与标准不符",
    why="主送机关编排于标题下空一行位置，居左顶格，回行时仍顶格。",
    faulty="“各村民委员会：”左空二字",
    sound="“各村民委员会：”顶格",
)
CLAUSE = "7.3.2"


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure the first line under the first page's title, when it ends like an address."""
    page = survey.pages.all[0]
    title = titles(survey, page)
    if not title:
        return
    below = [line for line in survey.within(page) if line.number > title[-1].number]
    line = next((line for line in below if not survey.is_centred(line)), None)
    if line is None or not line.text.endswith("："):
        return
    yield length(
        ADDRESSEE_DIFFERS,
        "主送机关或称呼到版心左边缘",
        CLAUSE,
        found=line.left - survey.area.left,
        wanted=0,
        hint="去掉首行缩进，顶格写。",
        at=line,
    )
    if line is below[0]:
        yield _gap(survey, title[-1], line)


def _gap(survey: Survey, title: Line, line: Line) -> Reading:
    rows = round((line.centre - survey.pitch / 2 - title.ink.bottom) / survey.pitch)
    return judged(
        ADDRESSEE_DIFFERS,
        "标题与主送机关之间",
        CLAUSE,
        found=f"空 {rows} 行",
        wanted="空 1 行",
        is_right=rows == 1,
        hint="在标题下空一行，再写主送机关。",
        at=line,
    )
