"""The Party committee is named before the government it leads."""

import re
from collections.abc import Iterator

from docgen.findings import Fault, Severity
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import without_titles

REVERSED = re.compile(
    "(?P<place>[省市县区旗镇乡])(?:人民)?政府[、和](?P=place)?(?:委|党委)"
    "(?=的|[，。；、]|$|高度|坚强|统一|正确|决策|部署|领导(?!小组)|要求|批准|同意|研究|召开|安排)"
)
FAULT = Fault(
    code="party-named-second",
    title="政府写在了党委前面",
    why="党委、政府并提时，党委在前。",
    faulty="在县政府、县委的正确领导下，全镇安全生产形势总体平稳。",
    sound="在县委、县政府的正确领导下，全镇安全生产形势总体平稳。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for a government named before its Party committee."""
    for found in REVERSED.finditer(without_titles(text)):
        yield Remark(f"写着“{found[0]}”，政府写在了党委前面", "党委在前，政府在后。")


rule = TextRule(FAULT, ("政府",), check)
