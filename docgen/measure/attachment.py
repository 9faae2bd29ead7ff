"""Attachments: each begins a page with 附件 and its number, in 黑体, flush left."""

import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._reading import Reading, judged, length
from docgen.measure._setting import setting
from docgen.measure._survey import Survey

ATTACHMENT_DIFFERS = Fault(
    code="attachment-differs",
    title="附件开头的位置或字体与标准不符",
    why="附件另面编排，“附件”和顺序号用 3 号黑体字，顶格写在版心左上角第一行。",
    faulty="“附件1”用仿宋，左空二字，跟在正文后面",
    sound="另起一页，第一行顶格写“附件1”，用三号黑体",
)
CLAUSE = "7.3.7"
LABEL = re.compile(r"附\s*件\s*\d*")


def measure(survey: Survey) -> Iterator[Reading]:
    """Measure every line that is such a label and no more."""
    for page in survey.pages.all:
        for at, line in enumerate(survey.within(page), start=1):
            if not LABEL.fullmatch(line.text):
                continue
            yield judged(
                ATTACHMENT_DIFFERS,
                "附件标识的位置",
                CLAUSE,
                found=f"第 {at} 行",
                wanted="第 1 行",
                is_right=at == 1,
                hint="在附件前另起一页。",
                at=line,
            )
            yield length(
                ATTACHMENT_DIFFERS,
                "附件标识到版心左边缘",
                CLAUSE,
                found=line.left - survey.area.left,
                wanted=0,
                hint="去掉首行缩进，顶格写。",
                at=line,
            )
            yield from setting(
                ATTACHMENT_DIFFERS,
                survey,
                line,
                name="附件标识",
                clause=CLAUSE,
                face=survey.wanted.face(survey.wanted.profile.label_font),
                half_points=survey.wanted.profile.size,
            )
