"""Terms that have gone out of use are not used."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon import OutdatedWord
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import speaks_of_the_past, without_titles

FAULT = Fault(
    code="outdated-word",
    title="用了已经不用的说法",
    why="制度取消了、提法更新了，文件里还写旧的，做不到也站不住。",
    faulty="生产经营单位应当足额缴存安全生产风险抵押金。",
    sound="高危行业生产经营单位应当投保安全生产责任保险。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for words that were out of use before the paper's date."""
    bare = without_titles(text)
    for pattern, word in _patterns(setting.lexicon):
        if not setting.reached(word.since):
            continue
        for found in pattern.finditer(bare):
            if not speaks_of_the_past(text, found.start(), word.since):
                yield Remark(f"写着“{found[0]}”，{word.why}", f"改成“{word.now}”，或删去。")


@cache
def _patterns(_: Path) -> list[tuple[re.Pattern[str], OutdatedWord]]:
    return [(re.compile(word.old), word) for word in lexicon.outdated_words().values()]


rule = TextRule(FAULT, ("",), check)
