r"""Breaks, tabs and hyphens within numbers, and how Word writes them, as docxtpl does listings.

Until a part is whole they travel masked, as control characters, which no value and no XML may
hold. `\a` begins a new paragraph, `\f` a new page.
"""

import re

MASKS = "\x01\x02\x03\x04\x0e"
MASKED = re.compile(f"[{MASKS}]")
_MASKING = str.maketrans("\n\t\a\f", MASKS[:4])
_UNMASKS = str.maketrans(MASKS, "\n\t\a\f-")
_FLAT = str.maketrans(MASKS, "    -")
_RUN = re.compile(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_TEXT = re.compile(r"<w:t(?: [^>]*)?>.*?</w:t>", re.DOTALL)
_OWN_TEXT = re.compile(r"<w:t(?: [^>]*)?>[^<]*")
_RUN_PROPERTIES = re.compile(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
_PARAGRAPH_PROPERTIES = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_HYPHEN = re.compile(r"(?<=\d)-(?=\d)")
_TEXT_START = '<w:t xml:space="preserve">'


def masked(text: str) -> str:
    """Mask the line breaks and tabs of a text for `laid_out`."""
    # translate is slow, and only unprintable characters are ever masked.
    return text if text.isprintable() else text.translate(_MASKING)


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
    patterns = (_PARAGRAPH_PROPERTIES, _RUN_PROPERTIES, _RUN_PROPERTIES)
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
        start = max(
            xml.rfind("<w:p>", done, found.start()), xml.rfind("<w:p ", done, found.start())
        )
        end = xml.find("</w:p>", found.start()) + len("</w:p>")
        if start < 0 or end < len("</w:p>"):
            break
        pieces += (xml[done:start], _paragraph(xml[start:end]))
        done = end
    # Outside a paragraph (a document property) the characters stand as they are.
    pieces.append(xml[done:].translate(_UNMASKS))
    return "".join(pieces)


def _paragraph(xml: str) -> str:
    found = _PARAGRAPH_PROPERTIES.search(xml)
    properties = found[0] if found else ""
    return _RUN.sub(lambda run: _run(run[0], properties), xml).translate(_UNMASKS)


def _run(xml: str, paragraph_properties: str) -> str:
    if not is_masked(xml):
        return xml
    found = _RUN_PROPERTIES.search(xml)
    properties = found[0] if found else ""
    end, start = "</w:t></w:r>", f"<w:r>{properties}{_TEXT_START}"
    paragraph = f"</w:p><w:p>{paragraph_properties}"
    page = '</w:p><w:p><w:r><w:br w:type="page"/></w:r>'
    breaks = (
        f"</w:t><w:br/>{_TEXT_START}",
        f"{end}<w:r>{properties}<w:tab/></w:r>{start}",
        f"{end}{paragraph}{start}",
        f"{end}{page}{paragraph}{start}",
        f"</w:t><w:noBreakHyphen/>{_TEXT_START}",
    )
    signs = str.maketrans(dict(zip(MASKS, breaks, strict=True)))
    return _TEXT.sub(lambda text: text[0].translate(signs), xml)
