"""A part cut down to what a check must see: its structure, and the paragraphs that hold tags.

Of a long paper most paragraphs are plain text, and most of its XML says how they look. Whether
tags are sound depends on neither, so a check need not read them again and again.
"""

import re

_END = "</w:p>"
_STARTS = ("<w:p>", "<w:p ")
_STUB = "<w:p><w:r><w:t>.</w:t></w:r></w:p>"
_STUBS = re.compile(f"(?:{re.escape(_STUB)}){{2,}}")
# What Word writes has a space after a name; a reference may hide a brace.
_STRANGE = re.compile(r"<w:p[\t\r\n]")
_BRACE = re.compile("[{}｛｝]|&#")
_LOOKS = re.compile(r"<w:rPr>[^{}]*?</w:rPr>|<w:pPr>[^{}]*?</w:pPr>")
_FORMER = ("<w:pPrChange", "<w:rPrChange")


def brief(xml: str) -> str:
    """Give a part in which paragraphs without braces are stubs, and the others have no looks.

    A stub keeps a text, since a tag that reaches out (`{%-`) joins the text before it.
    """
    if _STRANGE.search(xml):
        return xml
    *pieces, rest = xml.split(_END)
    kept = [_brief(piece) for piece in pieces]
    return _STUBS.sub(_STUB, "".join((*kept, rest)))


def _brief(piece: str) -> str:
    """Cut down the innermost paragraph that ends where the piece does."""
    start = max(piece.rfind(sign) for sign in _STARTS)
    if start < 0:
        return piece + _END
    paragraph = piece[start:]
    if not _BRACE.search(paragraph):
        return piece[:start] + (_STUB if "<w:t" in paragraph else "<w:p/>")
    if not any(sign in paragraph for sign in _FORMER):
        paragraph = _LOOKS.sub("", paragraph)
    return piece[:start] + paragraph + _END
