"""Fixed phrases are written word for word."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon import FixedPhrase
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import without_titles

FAULT = Fault(
    code="fixed-phrase",
    title="固定提法写错了",
    why="方针、原则、责任要求有固定的提法，字和标点都不能改。",
    faulty="坚持“安全第一，预防为主，综合治理”的方针。",
    sound="坚持安全第一、预防为主、综合治理的方针。",
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Look for the known wrong forms of fixed phrases."""
    bare = without_titles(text)
    if not _any(setting.lexicon).search(bare):
        return
    for pattern, phrase in _patterns(setting.lexicon):
        if phrase.since is not None and setting.as_of and setting.as_of.year < phrase.since:
            continue
        found = pattern.search(bare)
        if found:
            yield Remark(
                f"写着“{found[0]}”，规范的提法是“{phrase.key}”（{phrase.why}）",
                f"改成“{phrase.key}”。",
            )


@cache
def _any(_: Path) -> re.Pattern[str]:
    return re.compile("|".join(w for p in lexicon.fixed_phrases().values() for w in p.wrong))


@cache
def _patterns(_: Path) -> list[tuple[re.Pattern[str], FixedPhrase]]:
    return [(re.compile("|".join(p.wrong)), p) for p in lexicon.fixed_phrases().values()]


rule = TextRule(FAULT, ("",), check)
