"""What a paragraph holds besides words: pictures, breaks and notes are lost where it goes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_KIND = f"{_W}type"
_THINGS = {
    **dict.fromkeys((f"{_W}drawing", f"{_W}pict", f"{_W}object"), "图片或文本框"),
    **dict.fromkeys((f"{_W}footnoteReference", f"{_W}endnoteReference"), "注释"),
    f"{_W}sectPr": "分节符",
}
_ONE_CHARACTER = {f"{_W}{name}" for name in ("tab", "cr", "noBreakHyphen")}


def things(paragraph: "_Element") -> tuple[str, ...]:
    """Name what a paragraph holds besides words."""
    found = (_thing(element) for element in paragraph.iter())
    return tuple(dict.fromkeys(name for name in found if name))


def _thing(element: "_Element") -> str:
    if element.tag == f"{_W}br" and element.get(_KIND) in ("page", "column"):
        return "分页符"
    return _THINGS.get(str(element.tag), "")


def page_breaks(paragraph: "_Element") -> tuple[int, ...]:
    """Give the offsets of page breaks among the characters of a paragraph's runs."""
    offset, found = 0, []
    for element in paragraph.iter(f"{_W}t", f"{_W}br", *_ONE_CHARACTER):
        if element.tag == f"{_W}t":
            offset += len(element.text or "")
            continue
        if _thing(element):
            found.append(offset)
        offset += 1
    return tuple(found)
