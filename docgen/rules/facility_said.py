"""What a speech says again of its facility is what was filled in."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from docgen.findings import Fault
from docgen.records.texts import places
from docgen.rules import Breach, Rule
from docgen.rules._reading import sentence_at
from docgen.rules._tallies import Bounds, bounds, in_words
from docgen.vocabulary import number_of

FAULT = Fault(
    code="facility-said",
    title="讲话里的数与对象概况不符",
    why="长度、乡镇数、村数在概况里说一遍、要点里又说一遍，改了一处忘了另一处，听的人就不知道信哪个。",
    faulty="长度：47　要点：48公里的管道要守得住、守得牢",
    sound="长度：47　要点：47公里的管道要守得住、守得牢",
)
NUMBER = r"(?<![\d.])(\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})"
ALONG = "(?:沿线|途经|涉及|穿越|经过|穿过)[^，。；、\\d]{0,6}?"
FORMS = {
    "length_km": f"{NUMBER}(?:公里|千米)(?:长)?的?(?:输油|输气|油气|燃气|天然气)?(?:管道|管线)",
    "towns": f"{ALONG}{NUMBER}个(?:乡镇|镇|乡|街道)",
    "village_count": f"{ALONG}(?:[^，。；]{{0,14}}?(?:和|、|的))?{NUMBER}个(?:行政)?村",
    "hazards_removed": f"(?:消除|整改|治理)(?:了)?(?:各类|安全|管道|占压)*隐患(?:共)?{NUMBER}处",
}
PATTERNS = {name: re.compile(form) for name, form in FORMS.items()}
LABELS = {
    "length_km": "长度", "towns": "途经乡镇个数", "village_count": "行政村个数",
    "hazards_removed": "消除隐患",
}  # fmt: skip
JUDGED = ("opening", "situation", "points", "discipline", "closing", "announcement", "facility")
APART = re.compile(
    "其中|每|某|全省|全市|全国|全长|全线|总长|剩余|还有|去年|今年|近|约|余|多|计划|新|一段|我[镇乡]|某段"
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every figure of the facility that is said again."""
    due = figures(record.facility) if record.facility is not None else {}
    for path, text in places(record) if due else ():
        if not isinstance(text, str) or path[0] not in JUDGED or path[:2] == ("facility", "facts"):
            continue
        for name, whole in due.items():
            if path[0] == "facility" and name == "towns":
                continue  # towns-differ tells of it
            for words in differing(PATTERNS[name], text, whole):
                yield Breach(
                    path,
                    f"写着“{words}”，{LABELS[name]}填的是{in_words(whole)}",
                    "核对后改其中一处；说的是其中一段、一部分的，写明白。",
                )


def figures(facility: Any) -> dict[str, Bounds]:
    """Give what is filled in of a facility."""
    towns = facility.town_count or len(facility.towns) or None
    given = {
        "length_km": bounds(facility.length_km),
        "towns": bounds(towns),
        "village_count": bounds(facility.village_count),
        "hazards_removed": bounds(facility.hazards_removed),
    }
    return {name: value for name, value in given.items() if value is not None}


def differing(form: re.Pattern[str], text: str, due: Bounds) -> Iterator[str]:
    """Give the words in a text that tell another number of the whole."""
    for found in form.finditer(text):
        number = found[1] if found[1][0].isdecimal() else str(number_of(found[1]) or "")
        if not number or APART.search(sentence_at(text, found.start())):
            continue
        if Bounds(Decimal(number), Decimal(number)).differs(due):
            yield found[0]


rule = Rule(FAULT, ("facility", "points", "event"), check)
