r"""Breaks, tabs and hyphens within numbers, and how Word writes them, as docxtpl does listings.

Until a part is whole they travel masked, as control characters, which no value and no XML may
hold. `\a` begins a new paragraph, `\f` a new page.
"""

import re

MASKS = "\x01\x02\x03\x04\x0e"
MASKED = re.compile(f"[{MASKS}]")
_SIGNS = "\n\t\a\f"
_UNMASKS = str.maketrans(MASKS, "\n\t\a\f-")
_FLAT = str.maketrans(MASKS, "    -")
_OWN_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*")
_RUN_PROPERTIES = re.compile(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
_PARAGRAPH_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_PROPERTIES = re.compile(r"<w:([rp])(?: [^>]*)?>(<w:\1Pr>.*?</w:\1Pr>)?", re.DOTALL)
_CHANGED = re.compile(
    r"<w:([rp])(?: [^>]*)?><w:\1Pr>(?:(?!</w:\1Pr>).)*<w:[rp]PrChange.*?</w:\1PrChange></w:\1Pr>",
    re.DOTALL,
)
_CHANGE = re.compile(r"<w:([rp]PrChange)[ >].*?</w:\1>", re.DOTALL)
_WRAPPER = re.compile(
    r"<(/?)w:(hyperlink|ins|smartTag|sdt|sdtContent|fldSimple|customXml|dir|bdo)(?!\w)([^>]*)>"
)
_WRAPPER_START = re.compile(r"<w:(?:hyperlink|ins|smartTag|fldSimple|customXml) [^>]*>")
_PAGE = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_TEXT_START = '<w:t xml:space="preserve">'


def masked(text: str) -> str:
    """Mask the line breaks and tabs of a text for `laid_out`."""
    if text.isprintable():  # only unprintable characters are ever masked
        return text
    for sign, mask in zip(_SIGNS, MASKS[:4], strict=True):  # ten times as fast as translate
        text = text.replace(sign, mask)
    return text


def bound(text: str) -> str:
    """Mask the hyphens within numbers, which lines must not be broken at: 0372-1234567."""
    return _HYPHEN.sub(MASKS[4], text) if "-" in text else text


def masked_part(xml: str) -> str:
    """Mask the line breaks and tabs that stand in a part's own texts."""
    return _OWN_TEXT.sub(lambda text: masked(text[0]), xml)


def is_masked(xml: str) -> bool:
    """True when line breaks or tabs are masked here; five searches beat one pattern."""
    return "\x01" in xml or "\x02" in xml or "\x03" in xml or "\x04" in xml or "\x0e" in xml


def count_masks(xml: str) -> int:
    """Count the line breaks and tabs that are masked here."""
    return sum(map(xml.count, MASKS)) if is_masked(xml) else 0


def longest_break(xml: str) -> int:
    """Give how much text one masked sign can become in a part: its properties are repeated."""
    patterns = (_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES, _RUN_PROPERTIES, *[_WRAPPER_START] * 5)
    lengths = (max(map(len, found), default=0) for found in (p.findall(xml) for p in patterns))
    return 200 + sum(lengths)


def flat(tag: str) -> str:
    """Give a tag in which masked line breaks and tabs are spaces."""
    return tag.translate(_FLAT) if is_masked(tag) else tag


def laid_out(xml: str) -> str:
    """Give a part in which masked line breaks and tabs have become Word's own."""
    pieces: list[str] = []
    done = 0
    while found := MASKED.search(xml, done):
        at = found.start()
        start = max(xml.rfind("<w:t>", done, at), xml.rfind("<w:t ", done, at))
        if start < 0 or xml.find("</w:t>", start, at) >= 0:
            # Outside a text (in a property, in a name) the character stands as it is.
            pieces += (xml[done:at], found[0].translate(_UNMASKS))
            done = at + 1
            continue
        end = xml.find("</w:t>", at) + len("</w:t>")
        pieces += (xml[done:start], _text(xml, start, end))
        done = end
    return "".join((*pieces, xml[done:]))


def _text(xml: str, start: int, end: int) -> str:
    """Give a text with its breaks written out, its run and paragraph begun anew behind them."""
    text = xml[start:end]
    run = _properties(xml, max(xml.rfind("<w:r>", 0, start), xml.rfind("<w:r ", 0, start)))
    ending, opening = "</w:t></w:r>", f"<w:r>{run}{_TEXT_START}"
    line = f"</w:t><w:br/>{_TEXT_START}"
    tab = f"{ending}<w:r>{run}<w:tab/></w:r>{opening}"
    hyphen = f"</w:t><w:noBreakHyphen/>{_TEXT_START}"
    text = text.replace(MASKS[0], line).replace(MASKS[1], tab).replace(MASKS[4], hyphen)
    if MASKS[2] not in text and MASKS[3] not in text:
        return text
    first = _paragraph_start(xml, start)
    properties = _properties(xml, first)
    if first < 0 or "<w:sectPr" in properties:
        # A section ends with this paragraph, and must not end twice.
        letter, page = line, f'</w:t><w:br w:type="page"/>{_TEXT_START}'
    else:
        ends, starts = _wrappers(xml[first:start])
        close, anew = f"{ending}{ends}</w:p>", f"<w:p>{properties}{starts}{opening}"
        letter, page = f"{close}{anew}", f"{close}{_PAGE}{anew}"
    return text.replace(MASKS[2], letter).replace(MASKS[3], page)


def _properties(xml: str, start: int) -> str:
    """Give the properties of the run or paragraph that begins here, not what they were before."""
    if start < 0:
        return ""
    if found := _CHANGED.match(xml, start):
        found = _PROPERTIES.match(_CHANGE.sub("", found[0]))
    else:
        found = _PROPERTIES.match(xml, start)
    return found[2] or "" if found else ""


def _paragraph_start(xml: str, position: int) -> int:
    """Find the paragraph in which a place lies; those of a text box before it are past."""
    past = 0
    while True:
        start = max(xml.rfind("<w:p>", 0, position), xml.rfind("<w:p ", 0, position))
        past += xml.count("</w:p>", max(start, 0), position)
        position = start
        is_open = xml[xml.find(">", start) - 1] != "/"
        if start < 0 or (is_open and not past):
            return start
        past -= is_open


def _wrappers(xml: str) -> tuple[str, str]:
    """Give what closes and what reopens all that is open at the end of a piece: links, controls."""
    open_: list[tuple[str, str]] = []
    for closing, name, rest in _WRAPPER.findall(xml):
        if closing:
            open_ = open_[:-1]
        elif not rest.endswith("/"):
            open_.append((f"</w:{name}>", f"<w:{name}{rest}>"))
    return "".join(end for end, _ in reversed(open_)), "".join(start for _, start in open_)
