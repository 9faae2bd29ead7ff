"""截至 names the last day of the period, and never a later one."""

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.records.texts import places
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.vocabulary import official_date

FAULT = Fault(
    code="cutoff-differs",
    title="“截至”与统计期不符",
    why="开头和基本情况里“截至”哪一天，数字就统计到哪一天；别处的“截至”可以早，不能晚于统计期。",
    faulty="统计期：1月1日至11月30日　截至10月31日，全镇共发生事故2起",
    sound="统计期：1月1日至11月30日　截至11月30日，全镇共发生事故2起",
)
CUTOFF = re.compile(
    r"截[至止]到?(?:(?P<year>\d{4})年|今年|本年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|底|末)"
)
GENERAL = ("lead", "overview", "accidents")
AHEAD = ("next_steps", "closing", "waivers")


def check(record: Any) -> Iterator[Breach]:
    """Compare every day after 截至 with the end of the period."""
    end = record.period.end
    for path, text in places(record):
        if not isinstance(text, str) or is_ahead(path):
            continue
        for found in CUTOFF.finditer(text):
            day = day_of(found, record.year)
            if day is None or day == end or (day < end and path[0] not in GENERAL):
                continue
            yield Breach(
                path,
                f"写着“{found[0]}”，统计期的最后一天是{official_date(end)}",
                "改成统计期的最后一天，或改统计期。",
            )


def is_ahead(path: Path) -> bool:
    """True of texts about what is still to come."""
    return path[0] in AHEAD or path[:2] == ("leads", "next_steps")


def day_of(found: re.Match[str], year: int) -> datetime.date | None:
    """Read a day; 月底 is the month's last. None for a day there never was."""
    named, month = int(found["year"] or year), int(found["month"])
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(named, month)[1]
    day = int(found["day"] or last)
    return datetime.date(named, month, day) if 1 <= day <= last else None


rule = Rule(FAULT, ("period", "year", "accidents"), check)
