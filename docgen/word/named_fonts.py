"""The fonts that a finished file asks for: those of its runs, and of the styles it uses."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from docgen.word.homes import part_of
from docgen.word.package import read_package, safe_parser
from docgen.word.passages import W

if TYPE_CHECKING:
    from lxml.etree import _Element

STYLES = "word/styles.xml"
STYLED = ("pStyle", "rStyle", "tblStyle")
KINDS = ("eastAsia", "ascii", "hAnsi")


def named_fonts(content: bytes) -> set[str]:
    """Name the fonts a Word file asks for, whether or not they are installed.

    Raises:
        TemplateError: when the file is no sound Word file.
    """
    from lxml import etree

    members = read_package(content)
    written = [
        etree.fromstring(xml, safe_parser())
        for name, xml in members.items()
        if part_of(name) not in (None, "property")
    ]
    sheet = etree.fromstring(members[STYLES], safe_parser()) if STYLES in members else None
    used = [] if sheet is None else list(_used_styles(sheet, written))
    defaults = [] if sheet is None else list(sheet.iter(f"{W}docDefaults"))
    return {name for root in (*written, *used, *defaults) for name in _fonts(root)}


def _used_styles(sheet: "_Element", written: "list[_Element]") -> "Iterator[_Element]":
    """Give the styles that are used, those they are based on, and the defaults."""
    known = {style.get(f"{W}styleId"): style for style in sheet.iter(f"{W}style")}
    waiting = [key for key, style in known.items() if style.get(f"{W}default")]
    waiting += [
        mark.get(f"{W}val") for root in written for name in STYLED for mark in root.iter(W + name)
    ]
    yield from _closure(known, waiting)


def _closure(
    known: "Mapping[str | None, _Element]", waiting: "list[str | None]"
) -> "Iterator[_Element]":
    done: set[str | None] = set()
    while waiting:
        key = waiting.pop()
        if key in done or key not in known:
            continue
        done.add(key)
        yield known[key]
        waiting += [base.get(f"{W}val") for base in known[key].iter(f"{W}basedOn")]


def _fonts(root: "_Element") -> Iterator[str]:
    for fonts in root.iter(f"{W}rFonts"):
        for kind in KINDS:
            name = fonts.get(W + kind)
            if name:
                yield name
