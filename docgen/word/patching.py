"""Tags written in a Word file, freed from the markup that Word puts in and round them.

What comes out is Jinja, the same that docxtpl's own patching gives (the tests compare the two),
but where docxtpl loses something or leaves a file that Word calls damaged (see `joining`, `cells`
and `fragments`). It is done here because docxtpl brings python-docx into every check, and because
its patterns take hours over a template made to hurt: here each step is one pass over the text.
"""

import re

from docgen.word.cells import cells_merged, cells_told_apart
from docgen.word.joining import SPACED, TEXT_END, joined
from docgen.word.marking import marked
from docgen.word.signs import plain_tag
from docgen.word.tags import each_tag

_RUN_TAG = re.compile(r"\{[{%]r\s")
_PRINTED = re.compile(r"\{\{-?[rp]\s")


def patched(xml: str) -> str:
    """Give a part as Jinja: whole tags, with the paragraphs, rows and cells they stand for gone."""
    for name in ("del", "moveFrom"):
        xml = marked(xml, name, "[{｛]", lambda before, mark, after: "")
    xml = joined(xml)
    xml = cells_told_apart(each_tag(xml, _in_text))
    xml = _spaced(xml)
    xml = each_tag(xml, _in_a_run_of_its_own)
    xml = _joined_to_the_text_after(_joined_to_the_text_before(xml))
    for name in ("tr", "tc", "p", "r"):
        tag = rf"(?P<sign>\{{%|\{{\{{){name} (?P<rest>(?:[^{{}}%]|\{{(?![{{%#]))*(?:%\}}|\}}\}}))"
        xml = marked(xml, name, tag, _alone)
    for name in ("tr", "tc", "p"):
        comment = rf"(?P<sign>\{{#){name} (?P<rest>(?:[^{{}}#]|\{{(?![{{%#]))*#\}})"
        xml = marked(xml, name, comment, _alone)
    return each_tag(cells_merged(xml), plain_tag)


def _in_text(tag: str) -> str:
    """Print `{{r … }}` and `{{p … }}` where they stand: what they print is text."""
    return f"{{{{{tag[3:]}" if _PRINTED.match(tag) else tag


def _spaced(xml: str) -> str:
    """Keep the spaces of every text in which a tag stands."""
    head, *texts = xml.split("<w:t>")
    starts = (SPACED if "{{" in text or "{%" in text else "<w:t>" for text in texts)
    return head + "".join(start + text for start, text in zip(starts, texts, strict=True))


def _in_a_run_of_its_own(tag: str) -> str:
    if not _RUN_TAG.match(tag):
        return tag
    return f"</w:t></w:r><w:r>{SPACED}{tag}</w:t></w:r><w:r>{SPACED}"


def _joined_to_the_text_before(xml: str) -> str:
    """Let a tag that begins with `{%-` follow the text before it, whatever stands between."""
    pieces: list[str] = []
    done, end = 0, -1
    for token in re.finditer(r"</w:t>|\{%-", xml):
        if token[0] == TEXT_END:
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
    return f"{mark['sign']} {mark['rest']}"
