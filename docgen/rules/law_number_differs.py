"""The number beside a law is its own."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.lexicon import Law
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._laws import mentions

ORDER = re.compile(
    r"[（(](?:中华人民共和国)?(?P<who>国务院|应急管理部|公安部)令第?(?P<order>\d+)号"
    r"|[（(](?P<number>[\u4e00-\u9fff]{2,8}〔\d{4}〕\d+号)"
)
FAULT = Fault(
    code="law-number-differs",
    title="法规的令号或文号不对",
    why="令号、文号写错，照着就查不到原文。",
    faulty="按照《生产安全事故报告和调查处理条例》（国务院令第439号）的规定报告。",
    sound="按照《生产安全事故报告和调查处理条例》（国务院令第493号）的规定报告。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare the number after a law's name with the law's numbers."""
    for mention in mentions(text, setting.lexicon):
        law, found = mention.law, ORDER.match(text, mention.end)
        if law is None or law.number is None or found is None:
            continue
        written = found["number"] or f"{found['who']}令第{found['order']}号"
        if written not in numbers(law) and alike(written, law.number):
            yield Remark(
                f"《{mention.name}》的文号写着“{written}”，应是“{law.number}”",
                f"改成“{law.number}”。",
            )


def numbers(law: Law) -> tuple[str, ...]:
    """Give every number a law has had."""
    return (law.number or "", *law.earlier_numbers)


def alike(one: str, other: str) -> bool:
    """True of two orders, and of two document numbers."""
    return ("令" in one) == ("令" in other)


rule = TextRule(FAULT, ("《",), check)
