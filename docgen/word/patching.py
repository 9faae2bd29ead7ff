"""Tags written in a Word file, freed from the markup that Word puts in and round them.

What comes out is Jinja, the same that docxtpl's own patching gives (the tests compare the two).
It is done here because docxtpl brings python-docx into every check, and because its patterns
take hours over a template made to hurt: here each step is one pass over the text.
"""

import re
from collections.abc import Callable

from docgen.word.breaks import flat
from docgen.word.tags import each_tag

_SPLIT_SIGN = re.compile(r"(?<=\{)(?:<[^>]*>)+(?=[{%#])|(?<=[%}#])(?:<[^>]*>)+(?=\})")
_TEXT_END = "</w:t>"
_TEXT_START = re.compile(r"<w:t(?: [^>]*)?>")
_SPACED = '<w:t xml:space="preserve">'
_RUN_TAG = re.compile(r"\{[{%]r\s")
_COLUMN_SPAN = r"\{%\s*colspan\s+((?:[^%{\s][^%{]*)?)%\}"
_CELL_COLOUR = r"\{%\s*cellbg\s+((?:[^%{\s][^%{]*)?)%\}"
_VERTICAL, _HORIZONTAL = r"\{%\s*vm\s*%\}", r"\{%\s*hm\s*%\}"
_ANY_TEXT_START = re.compile(r"<w:t[^>]*>")
_CELL_PROPERTIES = re.compile(r"<w:tcPr[^>]*>")
_GRID_SPAN = re.compile(r'(w:gridSpan w:val=")(\d+)(")')
_CLEAN = {"&lt;": "<", "&gt;": ">", "“": '"', "”": '"', "‘": "'", "’": "'"}
_UNCLEAN = re.compile("|".join(_CLEAN))

Rewrite = Callable[[str, re.Match[str], str], str]


def patched(xml: str) -> str:
    """Give a part as Jinja: whole tags, with the paragraphs, rows and cells they stand for gone."""
    xml = _SPLIT_SIGN.sub("", xml)
    xml = each_tag(xml, _without_markup)
    xml = _marked(xml, "tc", _COLUMN_SPAN, _with_column_span)
    xml = _marked(xml, "tc", _CELL_COLOUR, _with_colour)
    xml = _spaced(xml)
    xml = each_tag(xml, _in_a_run_of_its_own)
    xml = _joined_to_the_text_after(_joined_to_the_text_before(xml))
    for name in ("tr", "tc", "p", "r"):
        tag = rf"(\{{%|\{{\{{){name} ((?:[^{{}}%]|\{{(?![{{%#]))*(?:%\}}|\}}\}}))"
        xml = _marked(xml, name, tag, _alone)
    for name in ("tr", "tc", "p"):
        comment = rf"(\{{#){name} ((?:[^{{}}#]|\{{(?![{{%#]))*#\}})"
        xml = _marked(xml, name, comment, _alone)
    xml = _marked(xml, "tc", _VERTICAL, _merged_down, first=True)
    xml = _marked(xml, "tc", _HORIZONTAL, _merged_across, first=True)
    return each_tag(xml, _clean)


def _marked(xml: str, name: str, mark: str, rewrite: Rewrite, *, first: bool = False) -> str:
    """Rewrite every element of a name that holds a mark of its own.

    Of several marks in one element the last counts, or the `first`. `rewrite` is given what
    stands before the mark, the mark, and what stands behind it up to the element's end.
    """
    tokens = re.compile(rf"(?P<opening><w:{name}[ >])|{mark}")
    if not re.search(mark, xml):
        return xml
    closing = f"</w:{name}>"
    last = xml.rfind(closing)
    pieces: list[str] = []
    done, start, found = 0, -1, None
    for token in (*tokens.finditer(xml), None):
        if token is not None and token["opening"] is None:
            within = start >= 0 and done <= token.start() and token.end() <= last
            found = token if within and not (first and found) else found
            continue
        if found is not None:
            end = xml.find(closing, found.end()) + len(closing)
            before, after = xml[start : found.start()], xml[found.end() : end]
            pieces += (xml[done:start], rewrite(before, found, after))
            done, found = end, None
        start = token.start() if token is not None and token.start() >= done else -1
    return "".join((*pieces, xml[done:]))


def _without_markup(tag: str) -> str:
    """Take out of a tag the ends and beginnings of runs that Word cut it into."""
    pieces, done = [], 0
    while (end := tag.find(_TEXT_END, done)) >= 0:
        start = _TEXT_START.search(tag, end)
        if start is None:
            break
        pieces.append(tag[done:end])
        done = start.end()
    return "".join((*pieces, tag[done:]))


def _with_column_span(before: str, mark: re.Match[str], after: str) -> str:
    cell = re.sub(r"<w:gridSpan[^/]*/>", "", _without_empty_runs(before + after), count=1)
    span = f'<w:gridSpan w:val="{{{{{mark[2]}}}}}"/>'
    return _CELL_PROPERTIES.sub(lambda properties: properties[0] + span, cell)


def _with_colour(before: str, mark: re.Match[str], after: str) -> str:
    cell = re.sub(r"<w:shd[^/]*/>", "", _without_empty_runs(before + after), count=1)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{{{{{mark[2]}}}}}"/>'
    return _CELL_PROPERTIES.sub(lambda properties: properties[0] + shade, cell)


def _without_empty_runs(cell: str) -> str:
    return _marked(cell, "r", "<w:t></w:t>", lambda before, mark, after: "")


def _spaced(xml: str) -> str:
    """Keep the spaces of every text in which a tag stands."""
    head, *texts = xml.split("<w:t>")
    starts = (_SPACED if "{{" in text or "{%" in text else "<w:t>" for text in texts)
    return head + "".join(start + text for start, text in zip(starts, texts, strict=True))


def _in_a_run_of_its_own(tag: str) -> str:
    if not _RUN_TAG.match(tag):
        return tag
    return f"</w:t></w:r><w:r>{_SPACED}{tag}</w:t></w:r><w:r>{_SPACED}"


def _joined_to_the_text_before(xml: str) -> str:
    """Let a tag that begins with `{%-` follow the text before it, whatever stands between."""
    pieces: list[str] = []
    done, end = 0, -1
    for token in re.finditer(r"</w:t>|\{%-", xml):
        if token[0] == _TEXT_END:
            end = token.start()
        elif end >= 0:
            pieces += (xml[done:end], "{%")
            done, end = token.end(), -1
    return "".join((*pieces, xml[done:]))


def _joined_to_the_text_after(xml: str) -> str:
    """Let the next text follow a tag that ends in `-%}`, whatever stands between."""
    pieces: list[str] = []
    done, end = 0, -1
    for token in re.finditer(r"-%\}|<w:t[^>]*>|\{[%{]", xml):
        if token[0] == "-%}":
            end = token.start() if end < 0 else end
        elif token[0][0] == "{":
            end = -1
        elif end >= 0:
            pieces += (xml[done:end], "%}")
            done, end = token.end(), -1
    return "".join((*pieces, xml[done:]))


def _alone(before: str, mark: re.Match[str], after: str) -> str:
    return f"{mark[2]} {mark[3]}"


def _merged_down(before: str, mark: re.Match[str], after: str) -> str:
    """Make a cell and those of the rows after it one cell."""
    merge = '<w:vMerge w:val="{% if loop.first %}restart{% else %}continue{% endif %}"/>'
    cell = before + mark[0] + after
    return _with_property(cell, _VERTICAL, merge, "{% if loop.first %}", "{% endif %}")


def _merged_across(before: str, mark: re.Match[str], after: str) -> str:
    """Make a cell and those of the columns after it one cell."""
    cell = before + mark[0] + after
    if "w:gridSpan" in cell:
        cell = re.sub(_HORIZONTAL, "", _GRID_SPAN.sub(r"\1{{ \2 * loop.length }}\3", cell))
    else:
        cell = _with_property(cell, _HORIZONTAL, '<w:gridSpan w:val="{{ loop.length }}"/>')
    return f"{{% if loop.first %}}{cell}{{% endif %}}"


def _with_property(cell: str, mark: str, added: str, opening: str = "", closing: str = "") -> str:
    """Add to a cell's properties and put its marked text between two tags, the mark gone."""
    properties = cell.find("</w:tcPr>")
    text = _ANY_TEXT_START.search(cell, properties) if properties >= 0 else None
    found = re.compile(mark).search(cell, text.end()) if text else None
    end = cell.find(_TEXT_END, found.end()) if found else -1
    if text is None or found is None or end < 0:
        return cell
    return "".join(
        (
            *(cell[:properties], added, cell[properties : text.end()], opening),
            *(cell[text.end() : found.start()], cell[found.end() : end], closing, cell[end:]),
        )
    )


def _clean(tag: str) -> str:
    """Give a tag the signs that its author typed, not those that XML and Word made of them."""
    if tag.startswith("{#"):
        return flat(tag)
    return _UNCLEAN.sub(lambda sign: _CLEAN[sign[0]], flat(tag))
