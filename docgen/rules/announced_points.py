"""A passage that announces points has as many points, or sections below it."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from docgen.findings import Fault
from docgen.rules import Breach, Paper, PaperRule
from docgen.rules._reading import NUMERAL, number
from docgen.vocabulary import Paragraph, Section

ANNOUNCED = re.compile(f"(?<!第)(?P<count>{NUMERAL})[点条项个大][\u4e00-\u9fff]{{0,10}}[：:。]$")
FAULT = Fault(
    code="announced-points",
    title="说的点数与下面的要点不符",
    why="说提三点要求，下面只有两点，听的人会等第三点。",
    faulty="正文：我提三点要求：　要点：认真听讲；遵守纪律",
    sound="正文：我提三点要求：　要点：认真听讲；遵守纪律；学以致用",
)


def check(paper: Paper) -> Iterator[Breach]:
    """Compare the number a passage ends on with what is listed below it."""
    for part in paper.parts(is_passage):
        assert isinstance(part, Section | Paragraph)
        listed = listed_below(part)
        if listed and part.text is not None:
            found = ANNOUNCED.search(part.text)
            said = number(found["count"]) if found else 0
            if found and said > 1 and said != len(listed):
                yield Breach(
                    (*paper.path_of(part), "text"),
                    f"写着“{found[0][:-1]}”，下面列了{len(listed)}项",
                    "改数字，或补上、删去几项。",
                )


@cache
def is_passage(type_: type) -> bool:
    """True of sections and paragraphs."""
    return issubclass(type_, Section | Paragraph)


def listed_below(part: Section | Paragraph) -> Sequence[object]:
    """Give what directly follows a passage's text: its points, else its sections."""
    if isinstance(part, Paragraph):
        return part.points
    if part.paragraphs:
        return ()
    return part.points or part.sections


rule = PaperRule(FAULT, check)
