"""A summary tells what is wanting and what comes next."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="chapter-missing",
    title="总结缺少问题或打算",
    why="只讲成绩的总结交不了差：要有存在的问题，还要有针对问题的下一步打算。",
    faulty="总结写到主要工作为止",
    sound="主要工作之后，写存在的问题和下一步工作打算",
    severity=Severity.WARNING,
)
CHAPTERS = {
    "problems": ("存在的问题", ("问题", "不足")),
    "next_steps": ("下一步打算", ("打算", "计划", "安排", "下一步")),
}


def check(record: Any) -> Iterator[Breach]:
    """Look for both, also among the office's own chapters."""
    headings = [section.heading or "" for section in (*record.work, *record.extra)]
    for name, (title, words) in CHAPTERS.items():
        told = any(word in heading for heading in headings for word in words)
        if not getattr(record, name) and not told:
            yield Breach((name,), f"没有写{title}", f"逐条写明{title}。")


rule = Rule(FAULT, ("problems", "next_steps", "work", "extra"), check)
