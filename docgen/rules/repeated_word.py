"""No word and no mark is typed twice."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

# Only what is never right: 问题存在在, 没有有效 and 作为为民 are.
TWICE = re.compile(
    "的的(?!确|士)|是是(?![非否])|进行进行|开展开展|以及以及|安全安全(?!网|员|帽|带|阀|知识|常识)|"
    "，，+|。。+|、、+|；；+|：：+|，。|。，|、，|，、|、。|；。|。；"
)
FAULT = Fault(
    code="repeated-word",
    title="字词或标点重复",
    why="多打了一遍的字词、标点印在纸上很难看。",
    faulty="乡镇仍是是管道安全工作的前沿，。",
    sound="乡镇仍是管道安全工作的前沿。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for words and marks typed twice."""
    for found in TWICE.finditer(text):
        around = text[max(found.start() - 4, 0) : found.end() + 4]
        yield Remark(f"“{around}”里的“{found[0]}”重复了", "删去多余的。")


rule = TextRule(
    FAULT,
    (
        "的的",
        "是是",
        "进行进行",
        "开展开展",
        "以及以及",
        "安全安全",
        "，，",
        "。。",
        "、、",
        "；；",
        "：：",
        "，。",
        "。，",
        "、，",
        "，、",
        "、。",
        "；。",
        "。；",
    ),
    check,
)
