"""Reading a text as a clerk does: sentences, quotations, numerals, and what speaks of the past."""

import datetime
import re
from functools import lru_cache

NUMERAL = r"(?:\d{1,3}|[一二三四五六七八九十两]{1,3})"
NEAR = 200  # characters; more is another matter, and an endless text must not take for ever
SENTENCE_END = re.compile("[。！？；;\n]")
TITLES = re.compile("《[^《》]*》")
QUOTATIONS = re.compile("《[^《》]*》|“[^“”]*”")
FORMER = re.compile("(?:(?<![中草平还高太])原(?![则因来料油])|时任|曾任)[^，。；、：]{0,8}$")
PAST = re.compile(
    "时任|曾任|当时|更名|改名|改为|改称|划转|组建|撤销|并入|合并|整合|前身|机构改革|改革前|废止|"
    "历史上|沿革|隶属"
)
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


def sentence_at(text: str, position: int) -> str:
    """Give the sentence that holds a position, as far as is near; semicolons end sentences too."""
    start = max(position - NEAR, 0)
    for mark in SENTENCE_END.finditer(text, start, position):
        start = mark.end()
    end = SENTENCE_END.search(text, position, position + NEAR)
    return text[start : end.start() if end else position + NEAR]


def before(position: int) -> int:
    """Tell from where on the words before a position are looked at; no text is read over again."""
    return max(position - NEAR, 0)


def sentences(text: str) -> list[str]:
    """Cut a text into sentences; semicolons end sentences too."""
    return [part for part in SENTENCE_END.split(text) if part]


@lru_cache(maxsize=512)
def without_titles(text: str) -> str:
    """Blank out what stands in book-title marks, places kept."""
    return TITLES.sub(_blank, text) if "《" in text else text


@lru_cache(maxsize=512)
def without_quotations(text: str) -> str:
    """Blank out titles and quotations, places kept."""
    return QUOTATIONS.sub(_blank, text) if "《" in text or "“" in text else text


def _blank(found: re.Match[str]) -> str:
    return "□" * len(found[0])


def speaks_of_the_past(text: str, position: int, since: datetime.date) -> bool:
    """True when the words at a position are said of the time before a day: 原县安监局, 2015年……."""
    if FORMER.search(text, before(position), position):
        return True
    sentence = sentence_at(text, position)
    earlier = any(int(year) < since.year for year in YEAR.findall(sentence))
    return earlier or PAST.search(sentence) is not None
