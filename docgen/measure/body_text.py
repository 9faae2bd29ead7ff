"""The body text: 仿宋 of size 3."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._pages import Line
from docgen.measure._reading import Reading
from docgen.measure._setting import setting, weight
from docgen.measure._survey import Survey

BODY_DIFFERS = Fault(
    code="body-font-differs",
    title="正文的字体、字号或粗细与标准不符",
    why="如无特殊说明，公文各要素一般用 3 号仿宋体字；整篇加粗就不是仿宋的样子了。",
    faulty="正文用四号宋体",
    sound="正文用三号仿宋",
)
CLAUSE = "5.2.2"


def measure(survey: Survey) -> Iterator[Reading]:
    """Read how most of the text is set."""
    line = next((line for line in survey.body if line.font == survey.font), None)
    if line is not None:
        yield from setting(
            BODY_DIFFERS,
            survey,
            line,
            name="正文",
            clause=CLAUSE,
            face=survey.wanted.face(survey.wanted.profile.body_font),
            half_points=survey.wanted.profile.size,
        )
        yield weight(
            BODY_DIFFERS,
            _first(survey, is_bold=_is_bold(survey)) or line,
            name="正文",
            clause=CLAUSE,
            is_bold=_is_bold(survey),
        )


def _is_bold(survey: Survey) -> bool:
    """True when most of the body text is bold."""
    text = [found for line in survey.body for found in line.inked if found.font == survey.font]
    return 2 * sum(found.is_bold for found in text) > len(text)


def _first(survey: Survey, *, is_bold: bool) -> Line | None:
    lines = (line for line in survey.body if line.font == survey.font)
    return next((line for line in lines if line.is_bold == is_bold), None)
