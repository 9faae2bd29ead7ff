"""Elements of Word's markup that hold a mark: `{%tr … %}` in a row, `{% vm %}` in a cell."""

import re
from collections.abc import Callable

Rewrite = Callable[[str, re.Match[str], str], str]


def marked(xml: str, name: str, mark: str, rewrite: Rewrite, *, first: bool = False) -> str:
    """Rewrite every element of a name that holds a mark of its own, in one pass.

    Of several marks in one element the last counts, or the `first`; those of an element within
    (a text box in a paragraph, a table in a cell) are its own. `rewrite` is given what stands
    before the mark, the mark, and what stands behind it up to the element's end.
    """
    if not re.search(mark, xml):
        return xml
    tokens = re.compile(rf"(?P<opening><w:{name}(?: [^>]*)?(?<!/)>)|(?P<end></w:{name}>)|{mark}")
    pieces: list[str] = []
    # Where each open element begins in `pieces`, and where its mark is.
    starts: list[int] = []
    marks: list[tuple[int, re.Match[str]] | None] = []
    done = 0
    for token in tokens.finditer(xml):
        pieces.append(xml[done : token.start()])
        done = token.end()
        if token["opening"]:
            starts.append(len(pieces))
            marks.append(None)
        pieces.append(token[0])
        if not starts:
            continue
        if token["end"]:
            start, found = starts.pop(), marks.pop()
            if found is not None:
                at, match = found
                before, after = "".join(pieces[start:at]), "".join(pieces[at + 1 :])
                pieces[start:] = [rewrite(before, match, after)]
        elif not token["opening"] and not (first and marks[-1]):
            marks[-1] = len(pieces) - 1, token
    return "".join((*pieces, xml[done:]))
