"""Laws a paper cites are in force at its date, in the version that applies then."""

import datetime
import re
from collections.abc import Iterator

from docgen.findings import Fault
from docgen.lexicon import Law
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._laws import Mention, mentions
from docgen.rules._reading import sentence_at, speaks_of_the_past
from docgen.vocabulary import official_date

EFFECTIVE = re.compile(
    r"[^《》。；]{0,16}?(?:自|于|从)((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日起?"
    "(?:正式)?(?:施行|实施|生效)"
)
COMPARED = re.compile("相比|对比|比较|以来|当时|时任|历次|先后|经过")
FAULT = Fault(
    code="law-not-in-force",
    title="所引的法律已经失效，或版本不对",
    why="依据失效的法律、过时的版本作出的规定站不住脚。",
    faulty="依据《中华人民共和国安全生产法》（2014年修正），制定本方案。",
    sound="依据《中华人民共和国安全生产法》（2021年修正），制定本方案。",
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Check every law a text names against its versions."""
    for mention in mentions(text, setting.lexicon):
        if mention.law is None or mention.is_former:
            continue
        yield from _repealed(text, mention, mention.law, setting)
        yield from _version(text, mention, mention.law, setting)
        yield from _effective(text, mention, mention.law)


def _repealed(text: str, mention: Mention, law: Law, setting: Setting) -> Iterator[Remark]:
    if law.repealed is None or not setting.reached(law.repealed):
        return
    if not speaks_of_the_past(text, mention.start, law.repealed):
        instead = f"改用《{law.replaced_by}》" if law.replaced_by else "换成现行的规定"
        yield Remark(
            f"《{mention.name}》{official_date(law.repealed)}起已经废止",
            f"{instead}；说的是从前的，在名称前加“原”。",
        )


def _version(text: str, mention: Mention, law: Law, setting: Setting) -> Iterator[Remark]:
    written = mention.year or mention.enacted
    if written is None:
        return
    known = law.version_of(written)
    if known is None:
        yield Remark(
            f"《{mention.name}》没有{written}年的版本，有的是{_versions(law)}",
            "核对制定、修正、修订的年份。",
        )
    elif mention.year is not None and not COMPARED.search(sentence_at(text, mention.start)):
        current = law.version_at(setting.as_of) if setting.as_of else None
        if current is not None and current.adopted > known.adopted:
            yield Remark(
                f"《{mention.name}》写的是{known.name}的版本，文件日期时适用{current.name}的版本",
                f"改成{current.name}，或删去年份。",
            )


def _versions(law: Law) -> str:
    return "、".join(version.name for version in law.versions)


def _effective(text: str, mention: Mention, law: Law) -> Iterator[Remark]:
    found = EFFECTIVE.match(text, mention.end)
    if found is None:
        return
    written = "{}年{}月{}日".format(*(int(part) for part in found.groups()))
    days: list[datetime.date] = [version.effective for version in law.versions]
    if written not in map(official_date, days):
        yield Remark(
            f"《{mention.name}》写的是{written}起施行，"
            f"各版本的施行日期是{'、'.join(map(official_date, days))}",
            "核对施行日期。",
        )


rule = TextRule(FAULT, ("《",), check)
