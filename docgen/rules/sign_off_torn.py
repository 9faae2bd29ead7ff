"""The first page of a notice has room for name, date and seal, or text to carry over with them."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="sign-off-torn",
    title="首页放不下署名和成文日期",
    why="署名、日期与正文分在两页，盖章处没有正文，容易被人换页（GB/T 9704-2012第7.3.5.5条）。",
    faulty="首页还能排7行，首段6行，署名和日期落到第2页",
    sound="首段3行，署名、日期、印章都在首页",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Count lines, where the notice's own text is a single paragraph that cannot be parted."""
    from docgen.kinds._notice_paper import body, lines_after, lines_left, lines_of_body

    if len(body(record)) > 1:
        return
    left, text, after = lines_left(record), lines_of_body(record), lines_after(record)
    if text <= left < text + after:
        yield Breach(
            ("purpose",),
            f"首页还能排{left}行，首段{text}行，后面的附件说明、署名、日期、附注要{after}行",
            "在“段落”里另写一段，使末段与署名同在一页；或缩短“发文目的”、去掉“附注”，都排在首页。",
        )


rule = Rule(FAULT, ("issued_as", "plan", "agreement", "purpose"), check)
