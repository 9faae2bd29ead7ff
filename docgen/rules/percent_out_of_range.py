"""Rates of a whole stay within it: no more than 100 % are trained, mended or covered."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule

RATE = re.compile(
    "(?:整改|覆盖|合格|持证|持证上岗|参训|参与|知晓|办结|培训|到课|出勤|出席|达标|上报|销号|完好|"
    "入户|签订|普及|安装|检查|巡查|满意|及格|优良|抽检合格)[率度面]"
    "(?:均|都|已|要|须|分别)?(?:达到?了?|为|是|不低于|保持在?|实现|确保)?"
    r"(\d{1,4}(?:\.\d+)?)[%％]"
)
FALL = re.compile(r"(?:下降|减少|降低|压减)[了约近]{0,2}(\d{1,4}(?:\.\d+)?)[%％]")
FAULT = Fault(
    code="percent-out-of-range",
    title="百分比超过了100%",
    why="整改率、培训率最多是100%，事故最多减少100%，超过就是算错或多打了一位。",
    faulty="重大事故隐患整改率达到105%。",
    sound="重大事故隐患整改率达到100%。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for rates and falls above 100 %."""
    for pattern in (RATE, FALL):
        for found in pattern.finditer(text):
            if float(found[1]) > 100:
                yield Remark(f"写着“{found[0]}”，最多是100%", "核对分子、分母。")


rule = TextRule(FAULT, ("%", "％"), check)
