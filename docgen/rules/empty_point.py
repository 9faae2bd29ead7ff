"""Every point of a speech says something below its heading."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="empty-point",
    title="要点只有标题",
    why="标题下面没有话，念到这里就接不下去；系统也配不出合适的正文。",
    faulty="要点：第二条的标题是“谋定后动”，没有正文",
    sound="要点：第二条的标题是“谋定后动”，正文是“……”",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for points that are a heading alone; the last may be followed by requirements."""
    for index, point in enumerate(record.points):
        said = (point.text, point.paragraphs, point.points, point.sections, point.closing)
        is_last = index == len(record.points) - 1
        if not any(said) and point.table is None and not (is_last and record.discipline):
            yield Breach(
                ("points", index),
                f"“{point.heading}”下面没有内容",
                "写上正文；或把标题改成常用的说法（如“压实责任”“排查隐患”），由系统配上。",
            )


rule = Rule(FAULT, ("points", "discipline", "event"), check)
