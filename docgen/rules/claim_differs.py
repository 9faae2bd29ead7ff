"""What a summary claims in words agrees with its figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault, Severity
from docgen.lexicon.gravest import gravest
from docgen.records.texts import places
from docgen.rules import Breach, Rule
from docgen.rules._tallies import accident_sums, told

FAULT = Fault(
    code="claim-differs",
    title="文字与事故数字不符",
    why="正文说“零死亡”“未发生较大以上事故”，数字里却有，同一份总结就自相矛盾。",
    faulty="全年实现“零死亡”　事故合计死亡2人",
    sound="全年死亡2人，未发生较大及以上事故",
    severity=Severity.WARNING,
)
NONE = "(?:未|没有|无|杜绝了?)(?:再|曾)?(?:发生)?(?:过)?(?:一起)?"
CLAIMS = (
    (
        re.compile(rf"零事故|事故起数为零|{NONE}(?:任何)?(?:各类)?(?:生产)?安全(?:生产)?事故"),
        "count",
    ),
    (re.compile(rf"零死亡|零亡人|{NONE}(?:人员)?(?:死亡|亡人)(?:的)?(?:生产安全)?事故"), "deaths"),
)
GRADED = (
    (re.compile(rf"{NONE}较大(?:及其?以上|以上)"), 2),
    (re.compile(rf"{NONE}(?:重特大|重大(?:及其?以上|以上))"), 3),
)
GRAVITY = ("count", "deaths", "serious", "loss_wan")
SENTENCE = re.compile(r"[^。！？；\n]+")
# Of one field only: 烟花爆竹领域实现零死亡.
PARTIAL = re.compile("领域|行业|方面|单位|企业|辖区内各|期间|月份|第.季度")


def check(record: Any) -> Iterator[Breach]:
    """Look through every sentence for what the figures deny."""
    sums = accident_sums(record)
    if not sums.get("count"):
        return
    names = {row.category for row in record.accidents if row.cut != "total"}
    for path, text in places(record):
        if not isinstance(text, str) or path[0] in ("next_steps", "leads", "waivers"):
            continue
        for sentence in SENTENCE.findall(text):
            if PARTIAL.search(sentence) or any(name in sentence for name in names):
                continue
            if fault := denied(sentence, sums):
                yield Breach(path, fault, "改这句话，或核对事故的数字。")


def denied(sentence: str, sums: dict[str, Decimal]) -> str:
    """Say what the figures deny in a sentence; empty when nothing."""
    words = {"count": "事故{}起", "deaths": "死亡{}人"}
    for form, name in CLAIMS:
        found, value = form.search(sentence), sums.get(name)
        if found and value:
            return f"写着“{found[0]}”，事故合计是{words[name].format(told(value))}"
    count, deaths, serious, loss = (sums.get(name, Decimal(0)) for name in GRAVITY)
    least, _ = gravest(int(count), int(deaths), int(serious), float(loss))
    for form, rank in GRADED:
        found = form.search(sentence)
        if found and least.rank >= rank:
            return f"写着“{found[0]}”，按数字至少有一起{least.key}事故"
    return ""


rule = Rule(FAULT, ("accidents", "work", "no_major"), check)
