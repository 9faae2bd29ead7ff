"""What Word demands of a file and calls damaged where it is not so."""

import posixpath
from collections import Counter
from collections.abc import Iterator

import small_papers as d
from lxml import etree

from docgen.word.passages import W

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
ORDERS = {
    "tcPr": (
        *("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap"),
        *("tcMar", "textDirection", "tcFitText", "vAlign", "hideMark", "headers", "cellIns"),
        *("cellDel", "cellMerge", "tcPrChange"),
    ),
    "rPr": (
        *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
        *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish"),
        *("webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight"),
        *("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"),
        *("eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    ),
    "pPr": (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"),
        *("numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
        *("kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE"),
        *("autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection"),
        *("textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr"),
        *("sectPr", "pPrChange"),
    ),
}
HOLDERS = ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent", "tc")


def faults(content: bytes) -> list[str]:
    """Give everything in a file that Word would mend or refuse."""
    parts = d.members(content)
    trees = {name: etree.fromstring(xml) for name, xml in parts.items() if name.endswith("xml")}
    found = [*_relations(parts, trees)]
    for name, root in trees.items():
        if name.startswith("word/"):
            found += [f"{name}: {fault}" for fault in (*_order(root), *_shape(root), *_ids(root))]
    return found


def _order(root: etree._Element) -> Iterator[str]:
    for name, order in ORDERS.items():
        for properties in root.iter(f"{W}{name}"):
            names = [str(child.tag).removeprefix(W) for child in properties]
            places = [order.index(child) if child in order else -1 for child in names]
            if places != sorted(set(places)):
                yield f"{name} {names}"


def _shape(root: etree._Element) -> Iterator[str]:
    for name in HOLDERS:
        for element in root.iter(f"{W}{name}"):
            last = element[-1].tag if len(element) else None
            if last not in (f"{W}p", f"{W}sdt"):
                yield f"{name} ends with {last}"
    for name, within in (("tr", "tc"), ("tbl", "tr"), ("tbl", "tblGrid")):
        for element in root.iter(f"{W}{name}"):
            if next(element.iter(f"{W}{within}"), None) is None:
                yield f"{name} without {within}"
    for span in root.iter(f"{W}gridSpan"):
        if not span.get(f"{W}val", "").isdecimal():
            yield "gridSpan"
    for shade in root.iter(f"{W}shd"):
        fill = shade.get(f"{W}fill", "auto")
        if fill != "auto" and (len(fill) != 6 or set(fill.upper()) - set("0123456789ABCDEF")):
            yield f"fill {fill}"
    fields = [char.get(f"{W}fldCharType") for char in root.iter(f"{W}fldChar")]
    if fields.count("begin") != fields.count("end"):
        yield "half a field"


def _ids(root: etree._Element) -> Iterator[str]:
    starts = [element.get(f"{W}id") for element in root.iter(f"{W}bookmarkStart")]
    ends = [element.get(f"{W}id") for element in root.iter(f"{W}bookmarkEnd")]
    if sorted(map(str, starts)) != sorted(map(str, ends)):
        yield "half a bookmark"
    known = {
        "bookmark": starts,
        "bookmark name": [e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")],
        "paraId": [e.get(f"{W14}paraId") for e in root.iter() if e.get(f"{W14}paraId")],
        "control": [e.get(f"{W}val") for e in root.iterfind(f".//{W}sdtPr/{W}id")],
        "comment": [e.get(f"{W}id") for e in root.iter(f"{W}commentReference")],
        "drawing": [e.get("id") for e in root.iter(DRAWN)],
    }
    for name, ids in known.items():
        yield from (f"{name} {one} twice" for one, count in Counter(ids).items() if count > 1)


def _relations(parts: dict[str, bytes], trees: dict[str, etree._Element]) -> Iterator[str]:
    types = trees["[Content_Types].xml"]
    named = {element.get("PartName", "").lstrip("/") for element in types}
    endings = {element.get("Extension") for element in types}
    for name in parts:
        if name not in named and name.rpartition(".")[2] not in endings:
            yield f"{name} without a type"
    for name, root in trees.items():
        folder, _, file = name.rpartition("/")
        rels = parts.get(f"{folder}/_rels/{file}.rels")
        relations = etree.fromstring(rels) if rels else []
        ids = [relation.get("Id") for relation in relations]
        yield from (f"{name}: relation {one} twice" for one, n in Counter(ids).items() if n > 1)
        for relation in relations:
            target = posixpath.normpath(posixpath.join(folder, relation.get("Target", "")))
            if relation.get("TargetMode") != "External" and target not in parts:
                yield f"{name}: {target} is not there"
        for element in root.iter():
            for key, value in element.attrib.items():
                if str(key).startswith(R) and value not in ids:
                    yield f"{name}: no relation {value!r}"
