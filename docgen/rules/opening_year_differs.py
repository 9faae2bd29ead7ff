"""A summary's first words name its own year."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="opening-year-differs",
    title="开头的年份不是总结的年度",
    why="拿去年的总结来改，标题改了，开头的年份最容易漏改。",
    faulty="年度：2025　开头：2024年，我镇认真贯彻……",
    sound="年度：2025　开头：2025年，我镇认真贯彻……",
)
OPENING = re.compile(r"((?:19|20)\d\d)年(?:度|以来|来|全年)?[，,我全本]")


def check(record: Any) -> Iterator[Breach]:
    """Compare the year the first paragraph begins with."""
    text = record.lead[0].text if record.lead else None
    found = OPENING.match(text or "")
    if found and int(found[1]) != record.year and record.period.end.year == record.year:
        yield Breach(
            ("lead", 0, "text"),
            f"开头写的是{found[1]}年，年度是{record.year}年",
            "改开头的年份或改年度，使两者一致。",
        )


rule = Rule(FAULT, ("lead", "year", "period"), check)
