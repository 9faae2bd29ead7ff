"""Sentences that say how many points follow, such as 下面，我讲四点意见."""

import re
from collections.abc import Iterable

from docgen.vocabulary.numbers import number_of

# A noun or a colon must follow: 上午9点 announces nothing.
_ANNOUNCES = re.compile(
    r"(?<![第一二两三四五六七八九十百几0-9])"
    r"([0-9]{1,2}|[一二两三四五六七八九十]{1,3}|几)(?:点|条|项|个方面|个问题)"
    r"(?:的?(?:具体|工作)?(?:意见|建议|要求|希望|想法|体会|看法|认识|问题|工作|措施|内容|打算)[。：:！]?"
    r"|[：:])$"
)
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，、]|[①-⑳])"
)
_TAIL = 30  # longer than any announcement


def announces(text: str) -> bool:
    """True when a text ends by saying that points follow, with their number or as 几点."""
    return _announcement(text) is not None


def announced_number(text: str) -> int | None:
    """Give how many points the end of a text announces: 4 of 讲四点意见; None for another."""
    found = _announcement(text)
    return number_of(found[1]) if found else None


def counted_lines(lines: Iterable[str]) -> int:
    """Count the lines at the start of `lines` that begin with 一是, 第一， or ①."""
    count = 0
    for line in lines:
        if not _COUNTED.match(line.strip()):
            break
        count += 1
    return count


def _announcement(text: str) -> re.Match[str] | None:
    return _ANNOUNCES.search(text.rstrip()[-_TAIL:])
