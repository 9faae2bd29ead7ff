"""What the clerk wrote has a chapter to be printed in."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="chapter-left-out",
    title="填了内容，章序里没有这一章",
    why="章序里没有列的章不印，填好的内容就丢了。",
    faulty="章序：活动主题、活动内容　又填了实施步骤",
    sound="章序：活动主题、活动内容、实施步骤",
)
CHAPTERS = {
    "guiding": ("guiding", "overall"),
    "goals": ("goals", "overall"),
    "theme": ("theme", "theme_and_period"),
    "period": ("period", "theme_and_period"),
    "consult_day": ("period", "theme_and_period"),
    "organization": ("organization",),
    "activities": ("activities",),
    "phases": ("phases",),
    "requirements": ("requirements",),
    "reporting": ("reporting", "requirements"),
}
INTO_OPENING = "写进“开头”，或删去“开头”由系统拟写。"
DRAWN_UP = ("theme", "period")
"""Fields that may have been drawn up for the opening alone."""


def check(record: Any) -> Iterator[Breach]:
    """Look for content whose chapters are not in the order, and chapters put behind those."""
    order = set(record.order)
    for field, chapters in CHAPTERS.items():
        if field not in DRAWN_UP and getattr(record, field) and not order & set(chapters):
            yield Breach(
                (field,), "填了内容，“章序”里没有这一章", "把这一章写进“章序”，或删去内容。"
            )
    if record.reporting and not record.with_reporting and "reporting" not in order:
        yield Breach(
            ("with_reporting",),
            "填了信息报送，“写信息报送”填的是“否”",
            "改成“是”，或删去信息报送。",
        )
    yield from unsaid(record)
    yield from unplaced(record, order)


def unsaid(record: Any) -> Iterator[Breach]:
    """Look for what belongs into sentences that the clerk wrote without it."""
    reporting = record.reporting
    if reporting is not None and reporting.text and (reporting.items or reporting.deadline):
        yield Breach(
            ("reporting", "text"),
            "写了报送的正文，材料和期限就印不出来",
            "把材料和期限写进正文，或删去正文由系统拟写。",
        )
    opening = "".join(line for paragraph in record.opening for line in paragraph.lines)
    for index, basis in enumerate(record.basis):
        cited = basis.name.replace("《", "〈").replace("》", "〉")
        if basis.name not in opening and cited not in opening:
            yield Breach(("basis", index), f"开头里没有写“{basis.name}”", INTO_OPENING)
    if record.purpose and record.purpose.strip().removeprefix("为").rstrip("，。") not in opening:
        yield Breach(("purpose",), "开头里没有写这个目的", INTO_OPENING)


def unplaced(record: Any, order: set[str]) -> Iterator[Breach]:
    """Look for chapters and paragraphs that have lost the chapter they stand by."""
    for index, chapter in enumerate(record.chapters):
        if chapter.after is not None and chapter.after not in order:
            yield Breach(
                ("chapters", index, "after"),
                f"“{chapter.after.label}”不在“章序”里，不知道排在哪里",
                "改成章序里有的一章，或删去“排在”。",
            )
    for index, remark in enumerate(record.remarks):
        if remark.chapter not in order:
            yield Breach(
                ("remarks", index, "chapter"),
                f"“{remark.chapter.label}”不在“章序”里，章首章尾印不出来",
                "改成章序里有的一章，或删去这一项。",
            )


rule = Rule(FAULT, ("order", "chapters", "remarks", "organization", "opening", "basis"), check)
