"""What is planned answers a problem that is there."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="answers-nothing",
    title="打算针对的问题不存在",
    why="问题删改以后，打算里的序号就指错了地方。",
    faulty="存在问题三条，打算针对第4个问题",
    sound="存在问题三条，打算针对第3个问题",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every number with how many problems there are."""
    for at, step in enumerate(record.next_steps):
        for position, number in enumerate(step.answers):
            if number > len(record.problems):
                yield Breach(
                    ("next_steps", at, "answers", position),
                    f"针对第{number}个问题，存在问题只有{len(record.problems)}个",
                    "改成问题的序号，从1数起。",
                )


rule = Rule(FAULT, ("problems", "next_steps"), check)
