"""Names that only their width or shape tells apart: to the compiled program they are one.

Python reads `ａ` as `a`. A template that uses both would print one for the other, so it is refused.
"""

import unicodedata
from collections.abc import Iterator

from jinja2 import nodes

from docgen.findings import Finding, Place
from docgen.word.expressions import FORBIDDEN
from docgen.word.source import PartSource


def mixed_names(source: PartSource, tree: nodes.Template) -> Iterator[Finding]:
    """Report names that would be taken for one another."""
    known: dict[str, str] = {}
    for node in tree.find_all(nodes.Name):
        if node.name == "self":
            yield _finding(source, node, "“self”是模板语言自己的名称，不能用", "换一个名称")
        plain = unicodedata.normalize("NFKC", node.name)
        other = known.setdefault(plain, node.name)
        if other == node.name and (plain == node.name or not plain.startswith("_")):
            continue
        twin = other if other != node.name else plain
        message = f"名称“{node.name}”和“{twin}”只是全角半角或字形不同，会混成一个"
        yield _finding(source, node, message, "两处写成同一个名称，或换一个名称")


def _finding(source: PartSource, node: nodes.Name, message: str, hint: str) -> Finding:
    tag = source.tag_at(node.lineno)
    return FORBIDDEN.finding(message, hint, place=tag.place if tag else Place(source.part))
