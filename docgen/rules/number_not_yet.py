"""A paper cites no document of a year to come."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}〔(?P<year>20\d\d)〕第?\d+号")
FAULT = Fault(
    code="number-not-yet",
    title="引用了以后年份的文件",
    why="成文时还没有的文件引不了；年份多半写错了。",
    faulty="成文日期：2026年6月3日　依据：滑安〔2027〕5号",
    sound="成文日期：2026年6月3日　依据：滑安〔2026〕5号",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare the year of every number cited with the paper's own."""
    for found in NUMBER.finditer(text) if setting.as_of is not None else ():
        if setting.as_of is not None and int(found["year"]) > setting.as_of.year:
            yield Remark(
                f"引用的是{found['year']}年的文件“{found[0]}”，成文在{setting.as_of.year}年",
                "核对所引文件的年份，或核对成文日期。",
            )


rule = TextRule(FAULT, ("〔",), check)
