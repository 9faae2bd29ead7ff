"""Another layout for a template that is finished: its styles, pages and tables rewritten.

An installed docgen has only finished templates, and offices edit theirs in Word. So a profile is
laid over a template: styles are known by their names, whatever Word has made of the rest.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from docgen.errors import TemplateError
from docgen.findings import Actor, Fault
from docgen.word import layout
from docgen.word.building import RELATIONS, Element, node
from docgen.word.official_styles import official_styles
from docgen.word.package import read_package, safe_parser
from docgen.word.packing import PackagePlan
from docgen.word.paragraph_styles import ParagraphStyle, core_styles
from docgen.word.passages import W
from docgen.word.profiles import Profile
from docgen.word.sections import margins, page_number, sideways_number
from docgen.word.stationery import font_entry, serialise
from docgen.word.stylesheet import (
    default_run,
    name_style,
    paragraph_properties,
    run_properties,
)

STYLES, SETTINGS, FONTS = "word/styles.xml", "word/settings.xml", "word/fontTable.xml"
DOCUMENT = "word/document.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
NUMBER_ALONE = re.compile(r"—\d*—")
SIDES = {"default": "right", "even": "left"}

FOREIGN_STYLES = Fault(
    code="foreign-styles",
    title="模板没有用内置的样式",
    why="版式靠样式名（正文、标题、签字处等）认出各段；模板里没有这些样式，就不知道该改哪里。",
    faulty="docgen render 数据.json --template 别处的模板.docx --layout gbt33476",
    sound="在 docgen template export 导出的模板上改；自己的模板在 Word 里排好，不写 --layout",
    actor=Actor.AUTHOR,
)

LAYOUT_UNFIT = Fault(
    code="layout-unfit",
    title="大字稿不用于红头文件",
    why="红头文件的标志、文号、红线和署名的位置由国标定；用大字稿排，首页放不下正文，有的页几乎是空的。",
    faulty="docgen render 通知.json --layout 大字稿",
    sound="docgen render 通知.json；讲话稿才用 --layout 大字稿",
)


def apply(profile: Profile, content: bytes) -> bytes:
    """Give a template or finished paper in the layout of `profile`.

    One that is laid out so already stays as it is, byte for byte.

    Raises:
        TemplateError: when it is no sound Word file, lacks the styles docgen's templates have, or
            has a red head and the layout is one to read a speech from.
    """
    members = read_package(content)
    parts = {
        name: etree.fromstring(data, safe_parser())
        for name, data in members.items()
        if name.endswith(".xml") and name.startswith("word/")
    }
    if STYLES not in parts:
        raise foreign("它没有样式表")
    if profile.is_spoken and has_red_head(parts[DOCUMENT]):
        raise unfit(profile)
    before = {name: canonical(part) for name, part in parts.items()}
    restyle(parts[STYLES], profile)
    lay_out_pages(parts[DOCUMENT], profile)
    if SETTINGS in parts:
        set_tab_stops(parts[SETTINGS], profile)
    if FONTS in parts:
        list_fonts(parts[FONTS], profile)
    parts |= number_pages(parts, members, profile)
    changed = {n: serialise(p) for n, p in parts.items() if canonical(p) != before[n]}
    return PackagePlan({**members, **changed}).pack(()) if changed else content


def foreign(reason: str) -> TemplateError:
    """Refuse a template whose styles are not docgen's."""
    finding = FOREIGN_STYLES.finding(f"套不上版式：{reason}", FOREIGN_STYLES.sound + "。")
    return TemplateError(f"{finding.message}。{finding.hint}", [finding])


def has_red_head(document: Element) -> bool:
    """True when a paper prints a 发文机关标志 over a red rule."""
    return any(style.get(f"{W}val") == "RedRule" for style in document.iter(f"{W}pStyle"))


def unfit(profile: Profile) -> TemplateError:
    """Refuse to lay a paper with a red head out as a speech."""
    message = f"这是红头文件，不能用版式“{profile.title}”"
    finding = LAYOUT_UNFIT.finding(message, "去掉 --layout，或用 gbt9704、gbt33476。")
    return TemplateError(f"{finding.message}。{finding.hint}", [finding])


def canonical(part: Element) -> bytes:
    """Give a part in the one form in which equal parts are equal."""
    return etree.tostring(part, method="c14n", exclusive=True)


def restyle(styles: Element, profile: Profile) -> None:
    """Rewrite the styles that have a docgen name, and what text is like before any style.

    Raises:
        TemplateError: when a core style is missing.
    """
    core = {style.name: style for style in core_styles(profile)}
    known = core | {style.name: style for style in official_styles(profile)}
    found = dict(named_styles(styles))
    if missing := [style.alias or style.name for name, style in core.items() if name not in found]:
        raise foreign(f"模板里没有样式“{missing[0]}”等{len(missing)}个")
    for name, element in found.items():
        if name in known:
            rewrite(element, known[name])
        elif name.endswith(" Char") and (linked := known.get(name.removesuffix(" Char"))):
            replace(element, "rPr", run_properties(linked))
        elif name == "Name Char":
            replace(element, "rPr", list(name_style(profile)[-1]))
    default = styles.find(f"{W}docDefaults/{W}rPrDefault")
    if default is not None:
        replace(default, "rPr", default_run(profile))


def named_styles(styles: Element) -> Iterator[tuple[str, Element]]:
    """Give the styles of a style sheet by their names."""
    for style in styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        if name is not None:
            yield name.get(f"{W}val", ""), style


def rewrite(element: Element, style: ParagraphStyle) -> None:
    """Give a style the look it has in a profile."""
    replace(element, "pPr", paragraph_properties(style))
    replace(element, "rPr", run_properties(style))


def replace(element: Element, name: str, properties: Sequence[Element | None]) -> None:
    """Put new properties in the place of the old ones, which stay where there were none."""
    old, new = element.find(f"{W}{name}"), node(name, *properties)
    if old is not None:
        element.replace(old, new)
    elif len(new):
        element.append(new)


def lay_out_pages(document: Element, profile: Profile) -> None:
    """Set every page's margins and line grid, and make tables as wide as the text again."""
    old = {turned: area_width(section) for turned, section in sections(document)}
    for is_sideways, section in sections(document):
        swap(section, "pgMar", margins(profile, is_sideways=is_sideways))
        swap(section, "docGrid", node("docGrid", type="lines", linePitch=profile.line))
    new = {False: profile.text_width, True: profile.text_height}
    for table in document.iter(f"{W}tbl"):
        width = table_width(table)
        turned = bool(width and width > old.get(False, 0) + layout.CHARACTER)
        if width and old.get(turned) and old[turned] != new[turned]:
            resize(table, new[turned] / old[turned])
    for place in document.iter(f"{W}tblpPr"):
        if place.get(f"{W}tblpYSpec") == "bottom":
            place.set(f"{W}tblpX", str(profile.left))


def sections(document: Element) -> Iterator[tuple[bool, Element]]:
    """Give the sections of a document, and whether their pages lie sideways."""
    for section in document.iter(f"{W}sectPr"):
        paper = section.find(f"{W}pgSz")
        yield paper is not None and paper.get(f"{W}orient") == "landscape", section


def area_width(section: Element) -> int:
    """Give the width of a section's text area; nothing where it does not say."""
    paper, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if paper is None or edges is None:
        return 0
    return number(paper, "w") - number(edges, "left") - number(edges, "right")


def number(element: Element, name: str) -> int:
    """Read a whole number from an attribute; 0 where there is none."""
    value = element.get(f"{W}{name}", "")
    return int(value) if value.isdecimal() else 0


def swap(section: Element, name: str, new: Element) -> None:
    """Put an element in the place of one of its name."""
    old = section.find(f"{W}{name}")
    if old is not None:
        section.replace(old, new)


def table_width(table: Element) -> int:
    """Give a table's width in twips; 0 where it is told otherwise."""
    width = table.find(f"{W}tblPr/{W}tblW")
    if width is None or width.get(f"{W}type") != "dxa":
        return 0
    return number(width, "w")


def resize(table: Element, factor: float) -> None:
    """Make a table and its columns wider or narrower."""
    for tag in ("tblW", "gridCol", "tcW"):
        for element in table.iter(f"{W}{tag}"):
            if element.get(f"{W}type", "dxa") == "dxa" and number(element, "w"):
                element.set(f"{W}w", str(round(number(element, "w") * factor)))


def set_tab_stops(settings: Element, profile: Profile) -> None:
    """Put tab stops two characters apart."""
    stops = settings.find(f"{W}defaultTabStop")
    if stops is not None:
        stops.set(f"{W}val", str(2 * profile.character))


def list_fonts(fonts: Element, profile: Profile) -> None:
    """List the profile's fonts with what stands in for them; others stay listed."""
    known = {font.get(f"{W}name"): font for font in fonts.iter(f"{W}font")}
    for font in profile.fonts:
        if font.name not in known:
            fonts.append(font_entry(font))


def number_pages(
    parts: Mapping[str, Element], members: Mapping[str, bytes], profile: Profile
) -> dict[str, Element]:
    """Write page numbers in the profile's place, in footers that hold nothing else."""
    targets = relationship_targets(members)
    made: dict[str, Element] = {}
    for is_sideways, section in sections(parts[DOCUMENT]):
        for reference in section.iter(f"{W}footerReference"):
            name = targets.get(reference.get(f"{{{RELATIONS}}}id", ""), "")
            side = SIDES.get(reference.get(f"{W}type", ""))
            if side and name in parts and is_number_alone(parts[name]):
                made[name] = footer(profile, side, is_sideways=is_sideways)
    return made


def relationship_targets(members: Mapping[str, bytes]) -> dict[str, str]:
    """Give the parts the document points to, by relationship."""
    found = etree.fromstring(members.get(RELATIONSHIPS, b"<none/>"), safe_parser())
    return {each.get("Id", ""): f"word/{each.get('Target', '')}" for each in found}


def is_number_alone(part: Element) -> bool:
    """True for a footer that says nothing but the page number between its dashes."""
    text = "".join(word.text or "" for word in part.iter(f"{W}t"))
    return NUMBER_ALONE.fullmatch("".join(text.split())) is not None


def footer(profile: Profile, side: str, *, is_sideways: bool) -> Element:
    """Make a footer that is the page number."""
    if is_sideways:
        return node("ftr", *sideways_number(profile, side))
    return node("ftr", page_number(profile, side))
