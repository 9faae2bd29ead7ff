"""Tags that Word cut into runs, made whole again, and nothing lost that stood between the pieces.

A tag may begin in one run and end in another: behind a spelling mark, in a link, in an insertion
that is tracked. Its pieces are put where it begins; a drawing, a note or a bookmark that stood
between them follows it, and a link or insertion that began within it begins behind it.
"""

import re

from docgen.word.tags import each_tag

TEXT_END = "</w:t>"
SPACED = '<w:t xml:space="preserve">'
_TEXT_START = re.compile(
    r"<w:t(?: [^>]*)?(?<!/)>|<(w:drawing|w:pict|w:object|mc:AlternateContent)(?: [^>]*)?(?<!/)>"
)
_SPLIT_SIGN = re.compile(
    r"(?P<open>\{)(?P<after>(?:<[^>]*>)+)(?P<sign>[{%#])"
    r"|(?P<end>[%}#])(?P<before>(?:<[^>]*>)+)(?P<close>\})"
)
_RUN_PROPERTIES = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr>.*</w:rPr>)?", re.DOTALL)
_ELEMENT = re.compile(r"<(/?)([^\s/>]+)[^>]*?(/?)>")
_SIMPLE = re.compile(
    r"</w:t></w:r>(?:<w:proofErr [^>]*/>)*<w:r(?: [^>]*)?>(?:<w:rPr>(?:(?!</?w:rPr>).)*</w:rPr>)?"
    r"<w:t(?: [^>]*)?>",
    re.DOTALL,
)
_IN_A_RUN = {
    *("w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference"),
    *("w:commentReference", "mc:AlternateContent"),
}
_BETWEEN_RUNS = {
    *("w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"),
    *("w:permStart", "w:permEnd"),
}
_FIELD = {"w:fldChar", "w:instrText"}
_SIGNS = (("<w:noBreakHyphen/>", "-"), ("<w:tab/>", " "), ("<w:br/>", " "), ("<w:cr/>", " "))


def joined(xml: str) -> str:
    """Give a part in which every tag stands in one piece."""
    return each_tag(_SPLIT_SIGN.sub(_sign_joined, xml), _tag_joined)


def _sign_joined(match: re.Match[str]) -> str:
    """Bring the two signs of an opening or a closing together."""
    markup = match["after"] or match["before"]
    if "</w:p>" in markup:
        return match[0]
    if match["open"]:
        kept = markup if _residue(markup) else ""
        return f"{match['open']}{match['sign']}{kept}"
    kept = markup if _residue(markup) else ""
    return f"{kept}{match['end']}{match['close']}"


def _tag_joined(tag: str) -> str:
    pieces: list[str] = []
    markup: list[str] = []
    done = 0
    while (end := tag.find(TEXT_END, done)) >= 0:
        start = _next_text(tag, end)
        if start is None:
            break
        between = tag[end:start]
        pieces += (tag[done:end], _written(between))
        markup.append(between)
        done = start
    if not markup:
        return tag
    residue = "" if all(map(_SIMPLE.fullmatch, markup)) else _residue("".join(markup))
    return "".join((*pieces, tag[done:], residue))


def _next_text(tag: str, position: int) -> int | None:
    """Find where text goes on, past the text boxes that are anchored between."""
    while match := _TEXT_START.search(tag, position):
        if not (name := match[1]):
            return match.end()
        end = tag.find(f"</{name}>", match.end())
        position = end if end >= 0 else match.end()
    return None


def _written(markup: str) -> str:
    """Give the signs that Word writes as elements of their own."""
    return "".join(sign for element, sign in _SIGNS if element in markup)


def _residue(markup: str) -> str:
    """Give what must follow a tag out of whose middle this markup is taken."""
    ends, starts, kept = _outline(markup)
    is_even = ends == [name for name, _ in reversed(starts)]
    if is_even and not kept:
        return ""
    if is_even and ends == ["w:t"]:
        return f"{TEXT_END}{''.join(element for _, element in kept)}{SPACED}"
    between = "".join(
        f"<w:r>{element}</w:r>" if in_a_run else element for in_a_run, element in kept
    )
    run = max(markup.rfind("<w:r>"), markup.rfind("<w:r "))
    found = _RUN_PROPERTIES.match(markup, run) if run >= 0 else None
    properties = found[1] or "" if found else ""
    if is_even:
        return f"{TEXT_END}</w:r>{between}<w:r>{properties}{SPACED}"
    opened = (element + (properties if name == "w:r" else "") for name, element in starts)
    return "".join((*(f"</{name}>" for name in ends), between, *opened))


def _outline(markup: str) -> tuple[list[str], list[tuple[str, str]], list[tuple[bool, str]]]:
    """Give the elements that end and that begin here, and those that may not be lost."""
    ends: list[str] = []
    starts: list[tuple[str, str]] = []
    kept: list[tuple[bool, str]] = []
    fields: list[tuple[bool, str]] = []
    position = 0
    while match := _ELEMENT.search(markup, position):
        position = match.end()
        closing, name, empty = match.groups()
        if name in _IN_A_RUN or name in _FIELD:
            position = position if empty else _end_of(markup, name, position)
            here = fields if name in _FIELD else kept
            here.append((True, markup[match.start() : position]))
        elif name in _BETWEEN_RUNS:
            kept.append((False, match[0]))
        elif closing and starts:
            starts.pop()
        elif closing:
            ends.append(name)
        elif not empty:
            starts.append((name, match[0]))
    is_torn = sum(_step(element) for _, element in fields)
    return ends, starts, [*kept, *fields] if is_torn else kept


def _end_of(markup: str, name: str, position: int) -> int:
    end = markup.find(f"</{name}>", position)
    return position if end < 0 else end + len(name) + 3


def _step(element: str) -> int:
    """Count a field's beginning and its end against each other."""
    return ('"begin"' in element) - ('"end"' in element)
