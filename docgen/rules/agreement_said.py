"""What an agreement says again of its term and copies is what was filled in."""

import re
from collections.abc import Iterator
from typing import Any

from docgen.findings import Fault
from docgen.records.texts import places
from docgen.rows import Path
from docgen.rules import Breach, Rule
from docgen.rules._reading import NUMERAL, sentences
from docgen.vocabulary import number_of

COPIES = re.compile(f"一式({NUMERAL})份")
DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
TERM = re.compile(f"(?:期限|有效期|自|从)[^，。；\\d]{{0,6}}{DAY}(?:起)?(?:至|到|—){DAY}")
OWN = re.compile("本?责任(?:书|状)|责任期限|有效期")
FAULT = Fault(
    code="agreement-said",
    title="条款与期限、份数不符",
    why="期限、份数填了一处，条款里又写一遍；改了一处忘了另一处，签了就有争议。",
    faulty="份数：3　其他约定：本责任书一式五份。",
    sound="份数：3　其他约定：本责任书一式三份。",
)


def check(record: Any) -> Iterator[Breach]:
    """Compare every number of copies and every term that is said again."""
    for path, text in places(record):
        if isinstance(text, str) and path[0] != "title":
            for sentence in sentences(text):
                if OWN.search(sentence):
                    yield from of_copies(record, path, sentence)
                    yield from of_term(record, path, sentence)


def of_copies(record: Any, path: Path, sentence: str) -> Iterator[Breach]:
    """Compare how many copies a sentence speaks of with the total."""
    for found in COPIES.finditer(sentence):
        said = int(found[1]) if found[1].isdecimal() else number_of(found[1])
        if said is not None and said != record.copies.total:
            yield Breach(
                path,
                f"写着“{found[0]}”，份数填的是{record.copies.total}",
                "改其中一处；附则已有份数一条，不必再写。",
            )


def of_term(record: Any, path: Path, sentence: str) -> Iterator[Breach]:
    """Compare the days a sentence speaks of with the term."""
    start, end = record.term.start, record.term.end
    for found in TERM.finditer(sentence):
        said = tuple(int(part) for part in found.groups())
        if said != (start.year, start.month, start.day, end.year, end.month, end.day):
            yield Breach(path, f"写着“{found[0]}”，责任期限是{record.term.text}", "改其中一处。")


rule = Rule(FAULT, ("term", "copies", "party_a"), check)
