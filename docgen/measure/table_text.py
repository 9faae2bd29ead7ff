"""The text of ruled tables: its size, the one most of a table's characters are set in."""

from collections import Counter
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.measure._pages import Line
from docgen.measure._reading import Reading, is_near, judged
from docgen.measure._setting import size_text, weight
from docgen.measure._survey import Survey

TABLE_DIFFERS = Fault(
    code="table-font-differs",
    title="表格文字的字号或粗细与版式不符",
    why="标准没有另定表格的字号：如无特殊说明用 3 号，特定情况可作适当调整；"
    "同一单位的表格应当用一样的字号，一般是 4 号。",
    faulty="任务分工表用五号字",
    sound="任务分工表用四号字",
    severity=Severity.WARNING,
)
CLAUSE = "5.2.2"
OFF_POINTS = 0.3


def measure(survey: Survey) -> Iterator[Reading]:
    """Read the size and the weight of the text in the tables of each page."""
    for page in survey.pages.all:
        lines = [line for line in survey.within(page) if page.is_in_table(line)]
        sizes = Counter(found.size for line in lines for found in line.inked)
        if sizes:
            yield from _read(survey, lines, sizes.most_common(1)[0][0])


def _read(survey: Survey, lines: list[Line], size: float) -> Iterator[Reading]:
    wanted = survey.wanted.profile.table_size / 2
    line = next((line for line in lines if line.size == size), lines[0])
    yield judged(
        TABLE_DIFFERS,
        "表格文字的字号",
        CLAUSE,
        found=size_text(size),
        wanted=size_text(wanted),
        is_right=is_near(size, wanted, OFF_POINTS),
        hint=f"把表格文字的字号改为{size_text(wanted)}。",
        at=line,
    )
    bold = sum(found.is_bold for each in lines for found in each.inked)
    is_bold = 2 * bold > sum(len(each.inked) for each in lines)
    yield weight(TABLE_DIFFERS, line, name="表格文字", clause=CLAUSE, is_bold=is_bold)
