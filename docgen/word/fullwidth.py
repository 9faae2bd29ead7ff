"""Tags typed with a Chinese input method: ｛｛ 名称 ｝｝, ｛％ if 有 ％｝, {{ 名称｜upper }}.

Every full-width sign of a tag becomes the half-width one in its place, so that places stay as
they are. What stands within quotes is left alone, and so are braces that are plainly no tag.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError

from docgen.word.environment import SANDBOX
from docgen.word.signs import STRING, as_jinja, plain_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENING = re.compile(r"[{｛][{｛%％#＃]")
_CLOSINGS = {
    "{": re.compile(r"[}｝][}｝]"),
    "%": re.compile(r"[%％][}｝]"),
    "#": re.compile(r"[#＃][}｝]"),
}
_BRACE = re.compile("[{｛]")
_SIGNS = {0x3000: " "} | {code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}
_WIDE = re.compile(r"[\u3000\uff01-\uff5e]")
_OTHERS = re.compile(rf"(?P<kept>{STRING}|【[^【】]*】)|(?P<word>\w+)|[\u3000\uff01-\uff5e]")
_WIDE_WORD = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff3f]+")
_KEYWORD = re.compile(r"\s*[-+]?\s*[A-Za-z]+(?![\w.])")
_PROSE = re.compile("[。；！？、《》…]")
_CODE = re.compile(r"[|.\[(=<>'\"“‘【]")
_LONGEST = 200


def is_wide(text: str) -> bool:
    """True of a text that holds a full-width sign, which is quickly seen."""
    return _WIDE.search(text) is not None


def halved(root: "_Element") -> bool:
    """Write the tags of a part in half-width signs; True when any was not."""
    changed = False
    for nodes in _paragraphs(root):
        text = "".join(node.text or "" for node in nodes)
        if not (_WIDE.search(text) and _OPENING.search(text)):
            continue
        plain, done = half_width(text), 0
        if plain == text:
            continue
        changed = True
        for node in nodes:
            length = len(node.text or "")
            node.text = plain[done : done + length] if length else node.text
            done += length
    return changed


def _paragraphs(root: "_Element") -> Iterator[list["_Element"]]:
    """Give the texts of each paragraph with a brace; in a part without any, each text by itself."""
    if next(root.iter(f"{_W}p"), None) is None:
        yield from ([element] for element in root.iter() if element.text)
        return
    braced = (text for text in root.iter(f"{_W}t") if _BRACE.search(text.text or ""))
    above = (next(text.iterancestors(f"{_W}p"), None) for text in braced)
    for paragraph in dict.fromkeys(one for one in above if one is not None):
        yield [
            text
            for text in paragraph.iter(f"{_W}t")
            if next(text.iterancestors(f"{_W}p")) is paragraph
        ]


def half_width(text: str) -> str:
    """Give a text of the same length in which every tag is written in half-width signs."""
    pieces: list[str] = []
    done = position = 0
    # The next closing of each kind; it is looked for anew only when it lies behind.
    closings: dict[str, re.Match[str] | None] = {}
    while opening := _OPENING.search(text, position):
        position = opening.start() + 1
        kind = _half(opening[0][1])
        closing = closings.get(kind)
        if kind not in closings or (closing and closing.start() < opening.end()):
            closing = closings[kind] = _CLOSINGS[kind].search(text, opening.end())
        if closing is None:
            continue
        beginning = text[opening.end() : min(closing.start(), opening.end() + _LONGEST + 1)]
        if not _is_tag(opening[0] + closing[0], kind, beginning):
            continue
        inside = text[opening.end() : closing.start()]
        written = inside if kind == "#" else _half_width_code(inside)
        pieces += (text[done : opening.start()], _half(opening[0]), written, _half(closing[0]))
        done = position = closing.end()
    return "".join((*pieces, text[done:]))


def _is_tag(braces: str, kind: str, inside: str) -> bool:
    """Tell a tag from full-width braces that are part of the text."""
    if kind == "%":
        return bool(_KEYWORD.match(_half_width_code(inside[:_LONGEST])))
    if kind == "#" or any(brace in "{}" for brace in braces):
        return True
    if len(inside) > _LONGEST or not inside.strip() or _PROSE.search(inside):
        return False
    code = as_jinja(plain_tag(_half_width_code(inside)))
    try:
        SANDBOX.parse(f"{{{{{code}}}}}")
    except (TemplateSyntaxError, RecursionError, ValueError):
        # A tag that is written wrong is told of; words between braces are no tag.
        return bool(_CODE.search(code))
    return True


def _half(signs: str) -> str:
    return signs.translate(_SIGNS)


def _half_width_code(inside: str) -> str:
    return _OTHERS.sub(_half_width_token, inside)


def _half_width_token(match: re.Match[str]) -> str:
    if match["kept"]:
        return match[0]
    word = match["word"]
    # 第１组 is a name as its author wrote it; ｉｆ and １ stand for themselves.
    return match[0] if word and not _WIDE_WORD.fullmatch(word) else _half(match[0])
