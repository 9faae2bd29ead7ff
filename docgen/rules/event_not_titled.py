"""The title of a speech names the event it is held at."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.kinds._speech_words import bare_event, training
from docgen.organs import seat
from docgen.rules import Breach, Rule

MARKS = re.compile(r"[\s“”《》]")
FAULT = Fault(
    code="event-not-titled",
    title="标题里没有活动名称",
    why="标题写的是另一个活动，多半是从别的讲话改来的。",
    faulty="活动：输油管道安全管理培训班　标题：在消防安全培训班开班仪式上的讲话",
    sound="活动：输油管道安全管理培训班　标题：在输油管道安全管理培训班开班仪式上的讲话",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for the event, without session, year and place, in the title."""
    place = seat(record.speaker.organ.name)
    event = MARKS.sub("", training(bare_event(record.event)))
    core = event.removeprefix("全").removeprefix(place).removeprefix(place[-1:])
    if core not in MARKS.sub("", record.title):
        yield Breach(
            ("title",),
            f"标题是“{MARKS.sub('', record.title)}”，活动是“{record.event}”",
            "改标题或改活动名称，使标题里有活动的名称。",
        )


rule = Rule(FAULT, ("event", "title", "speaker"), check)
