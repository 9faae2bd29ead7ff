"""Every problem is answered by something planned."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="problem-unanswered",
    title="问题没有对应的打算",
    why="问题写了就要有办法；打算里标了针对哪几个问题的，每个问题都应有一条对应。",
    faulty="存在问题三条，打算只针对第1、2个问题",
    sound="存在问题三条，打算分别针对第1、2、3个问题",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for an answer to each problem, where answers are marked at all."""
    answered = {number for step in record.next_steps for number in step.answers}
    if not answered:
        return
    for at, problem in enumerate(record.problems):
        if at + 1 not in answered:
            words = (problem.heading or problem.text or "")[:20]
            yield Breach(
                ("problems", at),
                f"第{at + 1}个问题（{words}）没有哪一条打算针对它",
                "补一条打算，或在已有的打算里标明针对它。",
            )


rule = Rule(FAULT, ("problems", "next_steps"), check)
