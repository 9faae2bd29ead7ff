"""The day of counsel has one date, one hour and one place throughout a plan."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.vocabulary import named_days, official_date

FAULT = Fault(
    code="consult-day-said",
    title="咨询日的日期、时间或地点前后不一",
    why="咨询日在方案里说两处，一处改了另一处没改，参加的单位就不知道哪天、几点、到哪里去。",
    faulty="咨询日：6月16日8:30　活动“举办咨询日活动”：6月17日8:30",
    sound="咨询日：6月16日8:30　活动“举办咨询日活动”：6月16日8:30",
)
HOURS = re.compile(r"(\d{1,2})[:：](\d\d)\s*[—–\-~～至]+\s*(\d{1,2})[:：](\d\d)")


def check(record: Any) -> Iterator[Breach]:
    """Compare the activity that is the day of counsel with the day as filled in."""
    day = record.consult_day
    for index, activity in enumerate(record.activities) if day is not None else ():
        if "咨询日" in activity.name:
            for name, said, due in differing(day, activity, record.year):
                yield breach(("activities", index, name), said, due)


def differing(day: Any, activity: Any, year: int) -> Iterator[tuple[str, str, str]]:
    """Give each field that tells otherwise, what it says, and what is filled in."""
    held = list(named_days(activity.time or "", year))
    if day.date and held and day.date not in held:
        yield "time", official_date(held[0]), official_date(day.date)
    hours = HOURS.findall(activity.time or ""), HOURS.findall(day.time or "")
    if all(hours) and hours[0] != hours[1]:
        yield "time", str(activity.time), str(day.time)
    places = activity.place, day.place
    if all(places) and places[0] not in places[1] and places[1] not in places[0]:
        yield "place", places[0], places[1]


def breach(path: Path, said: str, due: str) -> Breach:
    """Tell of one field."""
    return Breach(path, f"咨询日的活动写的是{said}，咨询日填的是{due}", "核对后改其中一处。")


rule = Rule(FAULT, ("consult_day", "activities", "year"), check)
