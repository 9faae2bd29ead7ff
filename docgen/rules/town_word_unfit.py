"""The word that counts towns fits every place that is listed."""

from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault, Severity
from docgen.kinds._speech_parts import town_kind, town_words
from docgen.rules import Breach, Rule

FAULT = Fault(
    code="town-word-unfit",
    title="称呼与列出的地方不合",
    why="街道、产业集聚区不是乡镇；笼统说“7个乡镇”，个数对了，说法不对。",
    faulty="途经乡镇：王庄镇、产业集聚区　乡镇称呼：乡镇",
    sound="途经乡镇：王庄镇、产业集聚区　乡镇称呼：乡镇（园区）",
    severity=Severity.WARNING,
)


def check(record: Any) -> Iterator[Breach]:
    """Look for places whose sort the word does not name."""
    facility = record.facility
    if facility is None or not facility.town_word:
        return
    unfit = [
        town
        for town in facility.towns
        if (kind := town_kind(town)) is not None and not names(facility.town_word, kind)
    ]
    if unfit:
        yield Breach(
            ("facility", "town_word"),
            f"称呼是“{facility.town_word}”，列出的有{'、'.join(unfit)}",
            f"写成“{town_words(facility.towns)}”，或不填，由系统按所列的种类写。",
        )


def names(word: str, kind: str) -> bool:
    """True when a word names a sort of place; 镇 alone may stand for 乡镇."""
    return kind in word or (kind == "乡镇" and any(one in word for one in "乡镇"))


rule = Rule(FAULT, ("facility",), check)
