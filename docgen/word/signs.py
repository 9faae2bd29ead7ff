"""The signs inside a tag: what Word and a Chinese keyboard made of them, and what Jinja reads.

Quotes that Word curled, `≥` for `>=`, `乙方·代表` for `乙方.代表`; and 【24小时电话】, a name that
could not stand bare. What stands within quotes is the author's and stays.
"""

import re

from docgen.word.breaks import flat

RECORD = "ǃ"
"""Stands for the record itself in a name that is written as an item of it."""

STRING = (
    r"'(?:\\.|[^'\\])*'"
    r'|"(?:\\.|“[^“”"]*”|[^"\\“”])*"'
    r'|[“”][^“”"]*[“”"]'
    r"|[‘’][^‘’']*[‘’']"
    r"|\\."
)
"""A text in quotes; or a backslash and its sign, lest a quote after it be looked into once more."""

_STRING = re.compile(rf"(?P<name>【[^【】]*】)|{STRING}")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&"))
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_JINJA = re.compile(
    rf"(?P<string>{STRING})"
    r"|(?P<dot>(?<=[\w\])】])\s*[.·]\s*)?"
    r"(?:【(?P<quoted>[^【】]+)】|(?<!\w)(?P<digits>\d+[^\W\d_a-zA-Z]\w*))"
    r"|(?<=[\w\])])·(?=\w)|[≥≤≠×÷]"
)
_OPERATORS = {"·": ".", "≥": ">=", "≤": "<=", "≠": "!=", "×": "*", "÷": "/"}


def plain_tag(tag: str) -> str:
    """Give a tag the signs that its author typed, not those that XML and Word made of them."""
    tag = flat(tag)
    if tag.startswith("{#"):
        return tag
    for entity, sign in _ENTITIES:
        tag = tag.replace(entity, sign)
    if not any(quote in tag for quote in "“”‘’"):
        return tag
    pieces: list[str] = []
    done = 0
    for string in _STRING.finditer(tag):
        kept = string[0] if string["name"] else _quoted(string[0])
        pieces += (tag[done : string.start()].translate(_QUOTES), kept)
        done = string.end()
    return "".join((*pieces, tag[done:].translate(_QUOTES)))


def _quoted(string: str) -> str:
    """Give a text in straight quotes; those within it stay as they are."""
    return f"{string[0].translate(_QUOTES)}{string[1:-1]}{string[-1].translate(_QUOTES)}"


def as_jinja(expression: str) -> str:
    """Give what stands in a tag as Jinja reads it."""
    return _JINJA.sub(_as_jinja, expression)


def _as_jinja(match: re.Match[str]) -> str:
    if match["string"]:
        return match[0]
    name = match["quoted"] or match["digits"]
    if not name:
        return _OPERATORS[match[0]]
    written = name.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{"" if match["dot"] else RECORD}["{written}"]'
