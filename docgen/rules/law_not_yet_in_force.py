"""A paper does not rest on a law that is not in force yet."""

import datetime
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._laws import mentions
from docgen.vocabulary import official_date

FAULT = Fault(
    code="law-not-yet-in-force",
    title="依据的法律还没有施行",
    why="法律公布了还没有施行，不能作为依据。",
    faulty="2026年3月的文件：根据《中华人民共和国危险化学品安全法》，制定本方案。",
    sound="2026年6月的文件：根据《中华人民共和国危险化学品安全法》，制定本方案。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Compare the first day of every law a text rests on with the paper's date."""
    for mention in mentions(text, setting.lexicon):
        law = mention.law
        if law is None or setting.as_of is None or not mention.is_basis:
            continue
        first = law.versions[0].effective
        if first > latest(setting.as_of):
            yield Remark(
                f"《{mention.name}》{official_date(first)}起施行，"
                f"文件日期是{official_date(setting.as_of)}",
                "换成已经施行的法律，或核对文件的日期。",
            )


def latest(day: datetime.date) -> datetime.date:
    """Give the last day a paper may be of: New Year's Day stands for a day of that year."""
    return day.replace(month=12, day=31) if (day.month, day.day) == (1, 1) else day


rule = TextRule(FAULT, ("《",), check)
