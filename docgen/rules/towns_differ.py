"""The stated number of towns is the number of those listed."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule
from docgen.vocabulary import number_of

STATED = re.compile(
    r"(?<![0-9一二两三四五六七八九十百])([0-9]{1,3}|[一二两三四五六七八九十百]{1,5})个"
    r"(?:乡镇|镇|乡|街道|园区)"
)
FAULT = Fault(
    code="towns-differ",
    title="乡镇个数与列出的不符",
    why="写着途经7个乡镇，列出来的只有6个，别人就不知道漏了哪一个。",
    faulty="途经乡镇：王庄镇、小铺乡　乡镇个数：3",
    sound="途经乡镇：王庄镇、小铺乡　乡镇个数：2",
)
HINT = "补上漏列的，或改个数。"


def check(record: Any) -> Iterator[Breach]:
    """Compare the number as filled in, and as the clerk's own text says it, with the list."""
    facility = record.facility
    if facility is None or not facility.towns:
        return
    listed = len(facility.towns)
    if facility.town_count is not None and facility.town_count != listed:
        yield Breach(
            ("facility", "town_count"),
            f"乡镇个数填的是{facility.town_count}，列出的是{listed}个",
            HINT,
        )
    for found in STATED.findall(facility.text or ""):
        stated = number_of(found)
        if stated is not None and stated != listed:
            yield Breach(("facility", "text"), f"全文里写的是{stated}个，列出的是{listed}个", HINT)


rule = Rule(FAULT, ("facility",), check)
