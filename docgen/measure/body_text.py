"""The body text: 仿宋 of size 3."""

from collections.abc import Iterator

from docgen.findings import Fault
from docgen.measure._reading import Reading
from docgen.measure._setting import setting
from docgen.measure._survey import Survey

BODY_DIFFERS = Fault(
    code="body-font-differs",
    title="正文的字体或字号与标准不符",
    why="如无特殊说明，公文各要素一般用 3 号仿宋体字。",
    faulty="正文用四号宋体",
    sound="正文用三号仿宋",
)


def measure(survey: Survey) -> Iterator[Reading]:
    """Read how most of the text is set."""
    line = next((line for line in survey.body if line.font == survey.font), None)
    if line is not None:
        yield from setting(
            BODY_DIFFERS,
            survey,
            line,
            name="正文",
            clause="5.2.2",
            face=survey.wanted.face(survey.wanted.profile.body_font),
            half_points=survey.wanted.profile.size,
        )
