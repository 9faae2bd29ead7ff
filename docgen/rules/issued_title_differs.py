"""The title of a notice names the very paper it issues."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

NAMED = re.compile("《(.*)》")
FAULT = Fault(
    code="issued-title-differs",
    title="通知标题与所印发文件的标题不一致",
    why="通知标题里书名号内的名称，就是后面那份文件的标题；改了一处漏了另一处，收文单位对不上。",
    faulty="标题：关于印发《安全生产月方案》的通知　方案标题：安全生产月活动方案",
    sound="标题：关于印发《安全生产月活动方案》的通知　方案标题：安全生产月活动方案",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare what stands after 印发, in book-title marks or not, with the issued title."""
    issued, title = _plain(record.issued.title), _plain(record.title)
    named = NAMED.search(title)
    if issued == (named[1] if named else "") or (named is None and issued in title):
        return
    shown = f"《{named[1]}》" if named else f"“{title}”"
    yield Breach(
        ("title",),
        f"通知标题写的是{shown}，所印发的文件标题是《{issued}》",
        "改通知的标题或所印发文件的标题，使两者一致；通知标题不填时由系统拟写。",
    )


def _plain(title: str) -> str:
    """Give a title without line breaks; within 《》 other marks are written 〈〉."""
    bare = "".join(title.split())
    outer = NAMED.search(bare)
    if outer is None:
        return bare
    inner = outer[1].replace("《", "〈").replace("》", "〉")
    # A title that is itself a name in marks keeps them only when it stands inside another.
    return bare[: outer.start(1)] + inner + bare[outer.end(1) :]


rule = Rule(FAULT, ("title", "issued_as", "plan", "agreement"), check)
