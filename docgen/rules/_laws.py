"""Laws as a text names them: in book-title marks, with a version's year before, in or after."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen import lexicon
from docgen.lexicon import Law
from docgen.rules._reading import before

TITLE = re.compile("《([^《》]{2,60})》")
YEAR = r"((?:19|20)\d\d)"
CHANGED = "(?:修正|修订|修改)"
DAY = r"(?:\d{1,2}月(?:\d{1,2}日)?)?"
INSIDE = re.compile(f"[（(]{YEAR}年?{DAY}(?:第[一二三四]次)?新?{CHANGED}?(?:版|本)?[）)]$")
AFTER = re.compile(f"[（(]{YEAR}年?{DAY}(?:第[一二三四]次)?新?{CHANGED}?(?:版|本)?[）)，,、]")
BEFORE = re.compile(
    f"(?<!\\d){YEAR}年{DAY}(?:第[一二三四]次)?新?{CHANGED}(?:后|通过|发布|公布)?的?新?$"
)
ENACTED = re.compile(f"(?<!\\d){YEAR}年{DAY}(?:颁布|制定|出台|通过|公布|发布)(?:实施|施行)?的?$")
OLD = re.compile(f"(?:原|旧|废止的|{CHANGED}(?:之前|以前|前)的?)$")
ENDED = re.compile(
    "(?:[、，和及与]?《[^《》]*》)*(?:现?已经?|同时|相应|随之)*被?(?:废止|代替|取代|失效)"
)
ASIDE = re.compile("[（(][^（）()]*[）)]$")
CITED = "《[^《》]*》(?:[（(][^（）()]*[）)])?"
BASIS = re.compile(f"(?:根据|依据|依照|按照|遵照)(?:{CITED}[、，和及与]?)*$")
ALONE = re.compile(f"{CITED}(?:第[^，。；]{{1,12}}[条款项])?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A title met in a text; `law` is the law it names, None where it is none that is known.

    `year` is a version's year, `enacted` the year the text says it was made in.
    `is_basis` is true of what a paper rests on, `is_former` of a law spoken of as gone.
    """

    name: str
    law: Law | None
    start: int
    end: int
    year: int | None
    enacted: int | None
    is_basis: bool
    is_former: bool


@lru_cache(maxsize=4096)
def mentions(text: str, _: Path) -> tuple[Mention, ...]:
    """Give every title in a text that could name a law, by the lexicon of a folder."""
    return tuple(_mention(text, found) for found in TITLE.finditer(text))


def _mention(text: str, found: re.Match[str]) -> Mention:
    start, end = found.span()
    near = before(start)
    inside = INSIDE.search(found[1])
    whole = found[1].strip()
    law = lexicon.find_law(whole)
    name = whole if law else ASIDE.sub("", whole)
    versions = (inside, AFTER.match(text, end), BEFORE.search(text, near, start))
    years = [int(version[1]) for version in versions if version]
    enacted = ENACTED.search(text, near, start)
    return Mention(
        name=name,
        law=law or lexicon.find_law(name),
        start=start,
        end=end,
        year=years[0] if years else None,
        enacted=int(enacted[1]) if enacted else None,
        is_basis=bool(BASIS.search(text, near, start) or ALONE.fullmatch(text)),
        is_former=bool(OLD.search(text, near, start) or ENDED.match(text, end)),
    )
