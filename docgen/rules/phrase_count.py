"""A phrase with a number lists as many things as it says."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docgen import lexicon
from docgen.findings import Fault, Severity
from docgen.lexicon import CountedPhrase
from docgen.rules import Remark, Setting, TextRule
from docgen.rules._reading import sentences

FAULT = Fault(
    code="phrase-count",
    title="带数字的提法与所列项数不符",
    why="“四不放过”只列三项，是漏了一项，或者抄错了。",
    faulty=(
        "严格落实“四不放过”原则，即事故原因未查清不放过、责任人员未处理不放过、"
        "整改措施未落实不放过。"
    ),
    sound=(
        "严格落实“四不放过”原则，即事故原因未查清不放过、责任人员未处理不放过、"
        "整改措施未落实不放过、有关人员未受到教育不放过。"
    ),
    severity=Severity.WARNING,
)


def check(text: str, setting: Setting) -> Iterator[Remark]:
    """Count what is listed in the sentence of every phrase that counts."""
    for pattern, phrase in _patterns(setting.lexicon):
        if phrase.key not in text:
            continue
        for sentence in sentences(text):
            listed = (
                pattern.findall(sentence.replace(phrase.key, "")) if phrase.key in sentence else ()
            )
            partly = len(listed) < phrase.number and "等" in sentence
            if len(listed) > 1 and len(listed) != phrase.number and not partly:
                full = f"，即{'、'.join(phrase.items)}" if phrase.items else ""
                yield Remark(
                    f"“{phrase.key}”应有{phrase.number}项，这里列了{len(listed)}项",
                    f"核对所列各项{full}。",
                )


@cache
def _patterns(_: Path) -> list[tuple[re.Pattern[str], CountedPhrase]]:
    return [(re.compile(p.counts), p) for p in lexicon.counted_phrases().values()]


rule = TextRule(FAULT, ("",), check)
