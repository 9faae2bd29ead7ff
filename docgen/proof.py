"""What must be true of a finished document, checked after every rendering.

Nothing in it was left by a missing value or an untouched tag; every value that was to be printed
is there, in order; no other organ or village of the same roster is named in it.
"""

import io
import re
import zipfile
from collections.abc import Collection, Iterable, Iterator
from xml.parsers import expat

from docgen.findings import Fault, Finding
from docgen.word.breaks import MASKED
from docgen.word.template import Composition

FOREIGN_NAME = Fault(
    code="foreign-name",
    title="出现了名册里别的单位",
    why="责任书里写着别的村、别的镇，是复制时漏改的；这样的责任书不能签。",
    faulty="西街村的责任书里写着“东街村应当……”",
    sound="西街村的责任书里只写西街村",
)
LEFTOVER_TAG = Fault(
    code="leftover-tag",
    title="成品里留着模板的标记",
    why="没有替换掉的占位符或程序的空值印在了纸上。",
    faulty="由{{ 甲方 }}组织考核",
    sound="由白道口镇人民政府组织考核",
)
LOST_VALUE = Fault(
    code="lost-value",
    title="有一个值没有印出来",
    why="该印的内容没有出现在成品里，文件不完整。",
    faulty="职责第3条没有印出来",
    sound="每个值都在成品里",
)
BROKEN_PACKAGE = Fault(
    code="broken-package",
    title="成品文件不完整",
    why="生成的文件打不开或内容损坏，不能交出去。",
    faulty="压缩包校验不符",
    sound="压缩包完整，各部分都能读出",
)
TAG_TRACES = ("{{", "}}", "{%", "%}", "{#", "#}")
WORD_TRACES = ("None", "undefined", "NaN")
# Words of everyday speech that are also the names of villages somewhere.
EVERYDAY = frozenset(
    [
        "农村",
        "新村",
        "全村",
        "本村",
        "各村",
        "行政村",
        "自然村",
        "中心村",
        "社区",
        "本社区",
        "新农村",
    ]
)
KEPT_TEXTS = 20_000
Hit = tuple[int, int, str]


class NameIndex:
    """The names of all organs and places of a roster, made to be looked up in any text."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index `names`; those of one character, and everyday words, name nobody."""
        self.names = frozenset(n for n in names if len(n) > 1) - EVERYDAY
        self._lengths: dict[str, list[int]] = {}
        for name in self.names:
            lengths = self._lengths.setdefault(name[:2], [])
            if len(name) not in lengths:
                lengths.append(len(name))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)
        self._known: dict[str, tuple[Hit, ...]] = {}

    def __reduce__(self) -> tuple[type["NameIndex"], tuple[frozenset[str]]]:
        """Travel to another process as the names alone."""
        return NameIndex, (self.names,)

    def hits(self, text: str) -> tuple[Hit, ...]:
        """Find the indexed names in `text`, from the left, the longest at each position."""
        known = self._known.get(text)
        if known is None:
            known = tuple(self._search(text))
            if len(self._known) >= KEPT_TEXTS:
                self._known.clear()
            self._known[text] = known
        return known

    def _search(self, text: str) -> Iterator[Hit]:
        start = 0
        while start < len(text) - 1:
            end = self._name_end(text, start)
            if end:
                yield start, end, text[start:end]
            # A name inside a longer name is part of it, so the search goes on behind it.
            start = end or start + 1

    def _name_end(self, text: str, start: int) -> int:
        for length in self._lengths.get(text[start : start + 2], ()):
            if text[start : start + length] in self.names:
                return start + length
        return 0

    def foreign(self, text: str, own: Collection[str]) -> list[str]:
        """Give the names in `text` that are none of one's own, each once.

        A name inside an occurrence of an own name is part of it: 安村 in 西安村.
        """
        hits = [hit for hit in self.hits(text) if hit[2] not in own]
        if not hits:
            return []
        spans = [m.span() for name in own if name for m in re.finditer(re.escape(name), text)]
        outside = [
            name
            for start, end, name in hits
            if not any(first <= start and end <= last for first, last in spans)
        ]
        return list(dict.fromkeys(outside))


def traces(composition: Composition) -> Iterator[Finding]:
    """Find what an untouched tag or an empty value left in the text, unless a value holds it."""
    for part in composition.parts:
        # One brace is looked for before six pairs: most parts hold none.
        braces = TAG_TRACES if "{" in part or "}" in part else ()
        for trace in (*braces, *WORD_TRACES):
            if trace in part and _is_read(part, trace):
                meant = any(trace in text for _, text in composition.printed)
                if not meant:
                    yield LEFTOVER_TAG.finding(
                        f"成品里留着“{trace}”", "这是模板的问题，请模板作者检查占位符。"
                    )


def _is_read(part: str, trace: str) -> bool:
    """True when a trace stands in the text of a part, not in its markup."""
    found = part.find(trace)
    while found >= 0:
        if part.rfind("<", 0, found) <= part.rfind(">", 0, found):
            return True
        found = part.find(trace, found + 1)
    return False


def losses(composition: Composition) -> Iterator[Finding]:
    """Look for every printed value in the finished parts, in the order it was printed."""
    parts = iter(composition.parts)
    part, position = next(parts, ""), 0
    for text in _unmasked(composition.written):
        found = part.find(text, position)
        while found < 0:
            following = next(parts, None)
            if following is None:
                yield LOST_VALUE.finding(f"“{text[:40]}”没有印出来", "请把数据和模板发给开发者。")
                return
            part, found = following, following.find(text)
        position = found + len(text)


def _unmasked(written: Iterable[str]) -> Iterator[str]:
    """Give each text as it is found in a part, line by line where it holds line breaks."""
    for text in written:
        if text.isprintable():
            yield text
        else:
            yield from filter(None, MASKED.split(text))


def foreign_names(
    texts: Iterable[str], own: Collection[str], index: NameIndex
) -> Iterator[tuple[int, str]]:
    """Find names that are not one's own; gives the position of the text and the name."""
    for position, text in enumerate(texts):
        if index.hits(text):
            for name in index.foreign(text, own):
                yield position, name


def package_faults(content: bytes) -> Iterator[Finding]:
    """Open a finished file and read every member whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                data = package.read(name)
                if name.endswith((".xml", ".rels")):
                    expat.ParserCreate().Parse(data, True)
    except (zipfile.BadZipFile, expat.ExpatError) as error:
        yield BROKEN_PACKAGE.finding(f"成品文件不完整：{error}", "请把数据和模板发给开发者。")
