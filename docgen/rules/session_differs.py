"""The session of a yearly event follows from its year, and is everywhere the same."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.kinds._speech_words import session_in
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="session-differs",
    title="届次与年度或别处的届次不一致",
    why="每年办一次的活动，第几届由年份决定；用去年的稿子改，最容易漏改届次。",
    faulty="始办年：2024　年度：2026　活动：第二届安全管理培训班",
    sound="始办年：2024　年度：2026　活动：第三届安全管理培训班",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare the session as written, in the event's name, in the title, and by the year."""
    named, titled = session_in(record.event), session_in(record.title)
    if record.session is not None and named is not None and named != record.session:
        yield Breach(
            ("session",),
            f"届次填的是{record.session}，活动名称写的是第{named}届",
            "改届次或改活动名称，使两者一致。",
        )
        return
    session = record.session or named
    if session is None:
        return
    if titled is not None and titled != session:
        yield Breach(
            ("title",),
            f"标题写的是第{titled}届，活动是第{session}届",
            "改标题或改届次，使两者一致。",
        )
    yield from by_year(record, session)


def by_year(record: Any, session: int) -> Iterator[Breach]:
    """Compare the session with the years since the first."""
    if record.first_year is None or not record.held_yearly:
        return
    expected = record.year - record.first_year + 1
    if session != expected:
        yield Breach(
            ("session",) if record.session is not None else ("event",),
            f"写的是第{session}届；{record.first_year}年第一届、每年一次，"
            f"{record.year}年应是第{expected}届",
            "核对届次、年度和始办年；有一年没有办的，把“每年一次”填“否”。",
        )


rule = Rule(FAULT, ("event", "title", "session", "first_year", "held_yearly", "year"), check)
