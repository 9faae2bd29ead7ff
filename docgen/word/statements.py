"""Statements of a part seen from outside: what lies in a loop, what is not to be read at all."""

import re
from collections.abc import Iterator

from docgen.word.tags import tag_spans

_NAME = re.compile(r"\{%[-+]?\s*(\w+)")
_NUMBERED = re.compile(r"<w:(?:p|tr) [^>]*>")
_NUMBERS = re.compile(r' w14:(?:paraId|textId)="[^"]*"')
_CONTROL_NUMBER = re.compile(r'<w:id w:val="[^"]*"/>')
MASKED_BRACE = re.compile(r"\{_[{%]|[}%]_\}")
"""A brace that is to be printed, as docxtpl writes it."""

_MASKS = (("{{", "{_{"), ("}}", "}_}"), ("{%", "{_%"), ("%}", "%_}"), ("{#", "{{ '{#' }}"))


def statement(tag: str) -> str:
    """Name a statement, `for` or `endif`; empty for a tag that prints or is no statement."""
    found = _NAME.match(tag)
    return found[1] if found else ""


def without_raw(xml: str) -> str:
    """Give a part in which what stands between `{% raw %}` and `{% endraw %}` is plain text."""
    if "raw" not in xml:
        return xml
    pieces: list[str] = []
    done, start = 0, -1
    for first, end in tag_spans(xml):
        name = statement(xml[first:end])
        if name == "raw" and start < 0:
            pieces.append(xml[done:first])
            start = end
        elif name == "endraw" and start >= 0:
            pieces.append(_masked(xml[start:first]))
            done, start = end, -1
    return "".join((*pieces, xml[done:])) if start < 0 else xml


def _masked(text: str) -> str:
    for sign, mask in _MASKS:
        text = text.replace(sign, mask)
    return text


def without_copied_numbers(xml: str) -> str:
    """Give a part in which nothing that a loop repeats bears a number that must be its only one.

    Word gives paragraphs (`w14:paraId`) and content controls new ones when it saves the file.
    """
    if "w14:paraId" not in xml and "<w:sdtPr>" not in xml:
        return xml
    return "".join(_unnumbered(text) if depth else text for text, depth in looped(xml))


def _unnumbered(xml: str) -> str:
    xml = _NUMBERED.sub(lambda opening: _NUMBERS.sub("", opening[0]), xml)
    return _CONTROL_NUMBER.sub("", xml)


def looped(xml: str) -> Iterator[tuple[str, int]]:
    """Give a part piece by piece, each with the number of loops round it."""
    depth = done = 0
    for start, end in tag_spans(xml):
        name = statement(xml[start:end])
        if name in ("for", "endfor"):
            yield xml[done:end], depth
            depth = max(depth + (1 if name == "for" else -1), 0)
            done = end
    yield xml[done:], depth
