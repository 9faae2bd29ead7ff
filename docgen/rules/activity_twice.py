"""No activity stands in the plan twice."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.lexicon import same_theme
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="activity-twice",
    title="同一项活动写了两次",
    why="同名的活动写了两次，责任单位和时限就可能不一样，不知道照哪一项做。",
    faulty="（一）开展应急演练……（五）开展应急演练……",
    sound="（一）开展应急演练……（五）开展警示教育……",
)


def check(record: Any) -> Iterator[Breach]:
    """Look for two activities of one name."""
    seen: list[str] = []
    for index, activity in enumerate(record.activities):
        if any(same_theme(activity.name, name) for name in seen):
            yield Breach(
                ("activities", index, "name"),
                f"“{activity.name}”前面已经写过",
                "删去重复的一项，或改成另一个名称。",
            )
        seen.append(activity.name)


rule = Rule(FAULT, ("activities",), check)
