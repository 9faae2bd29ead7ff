"""The style sheet of a template: the styles of a profile as Word keeps them, and no others."""

from collections.abc import Collection, Iterable

from docgen.word import layout
from docgen.word.building import NAME_STYLE, Element, node
from docgen.word.layout import Font
from docgen.word.official_styles import official_styles
from docgen.word.paragraph_styles import ParagraphStyle, core_styles
from docgen.word.profiles import GBT9704, Profile

GRID_BORDER = 4  # Eighths of a point.
CELL_MARGIN, ROW_MARGIN = 80, 40


def styles(profile: Profile = GBT9704, used: Collection[str] = ()) -> Element:
    """Describe the core styles, those of the `used` ones that exist, and the few Word needs."""
    known = [*core_styles(profile), *wanted(official_styles(profile), used)]
    return node(
        "styles",
        node(
            "docDefaults",
            node("rPrDefault", node("rPr", *default_run(profile))),
            node("pPrDefault", node("pPr")),
        ),
        *(paragraph_style(style) for style in known),
        node(
            "style",
            node("name", val="Default Paragraph Font"),
            node("uiPriority", val=1),
            node("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        *(linked_style(style) for style in known if style.link),
        *([name_style(profile)] if NAME_STYLE in used else []),
        *table_styles(used),
    )


def wanted(known: Iterable[ParagraphStyle], used: Collection[str]) -> list[ParagraphStyle]:
    """Choose the styles that are used, and those they are based on."""
    by_name = {style.id: style for style in known}
    names = set(used)
    names |= {style.based_on or "" for name, style in by_name.items() if name in names}
    return [style for name, style in by_name.items() if name in names]


def default_run(profile: Profile) -> list[Element]:
    """Describe text before any style: the body font, in Chinese."""
    return [
        run_fonts(profile.body_font),
        node("sz", val=profile.size),
        node("szCs", val=profile.size),
        node("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    ]


def run_fonts(font: Font) -> Element:
    """Name a typeface for Chinese and one for digits and letters, without any theme."""
    latin = font.latin
    return node(
        "rFonts",
        hint="eastAsia",
        ascii=latin,
        hAnsi=latin,
        eastAsia=font.name,
        cs="Times New Roman",
    )


def paragraph_style(style: ParagraphStyle) -> Element:
    """Describe one paragraph style."""
    builtin = {"default": 1} if style.based_on is None else {}
    own = {"customStyle": 1} if style.alias and style.name[0].isupper() else {}
    return node(
        "style",
        node("name", val=style.name),
        node("aliases", val=style.alias) if style.alias else None,
        node("basedOn", val=style.based_on) if style.based_on else None,
        node("next", val=style.following) if style.following else None,
        node("link", val=style.link) if style.link else None,
        node("qFormat"),
        node("pPr", *paragraph_properties(style)),
        node("rPr", *run_properties(style)),
        type="paragraph",
        styleId=style.id,
        **builtin,
        **own,
    )


def paragraph_properties(style: ParagraphStyle) -> list[Element | None]:
    """List a style's paragraph properties in the order of the schema."""
    root = style.based_on is None
    return [
        node("keepNext") if style.keep_next else None,
        node("keepLines") if style.keep_lines else None,
        node("pageBreakBefore") if style.page_break else None,
        node("widowControl", val=0) if root else None,
        node("pBdr", border("bottom", style.rule, style.colour)) if style.rule else None,
        node("kinsoku") if root else None,
        node("overflowPunct") if root else None,
        # Word would widen the gaps beside digits, and 28 characters would not fit.
        *spacing_beside_digits(style),
        None if style.on_grid else node("snapToGrid", val=0),
        line_spacing(style.line) if style.line else None,
        indent(style),
        node("jc", val=style.align) if style.align else None,
        None if style.outline is None else node("outlineLvl", val=style.outline),
    ]


def spacing_beside_digits(style: ParagraphStyle) -> list[Element]:
    """Widen the gaps between characters and digits or not, where the style says so."""
    if style.spaced or style.based_on is None:
        return [node(name, val=int(style.spaced)) for name in ("autoSpaceDE", "autoSpaceDN")]
    return []


def border(side: str, thickness: int, colour: str = "auto") -> Element:
    """Draw a line on one side; `thickness` is eighths of a point."""
    return node(side, val="single", sz=thickness, space=0, color=colour)


def line_spacing(line: int) -> Element:
    """Fix the line pitch, so that Word, WPS and LibreOffice agree."""
    return node("spacing", before=0, after=0, line=line, lineRule="exact")


def indent(style: ParagraphStyle) -> Element | None:
    """Write indents in twips, which all obey, and where they count in characters, for clerks."""
    lengths = {
        "left": style.indent,
        "right": style.right,
        "firstLine": style.first_line,
        "hanging": style.hanging,
    }
    known = {name: length for name, length in lengths.items() if length is not None}
    counted = known if style.counted else {}
    characters = {f"{name}Chars": n * 100 // style.counted for name, n in counted.items()}
    return node("ind", **characters, **known) if known else None


def run_properties(style: ParagraphStyle) -> list[Element | None]:
    """List a style's run properties in the order of the schema."""
    return [
        run_fonts(style.font) if style.font else None,
        node("b") if style.bold else None,
        node("color", val=style.colour) if style.colour else None,
        None if style.spacing is None else node("spacing", val=style.spacing),
        node("w", val=style.scale) if style.scale else None,
        node("kern", val=0) if style.based_on is None else None,
        node("sz", val=style.size) if style.size else None,
        node("szCs", val=style.size) if style.size else None,
    ]


def linked_style(style: ParagraphStyle) -> Element:
    """Describe the character style of a heading that runs into its text."""
    return node(
        "style",
        node("name", val=f"{style.name} Char"),
        node("aliases", val=f"{style.alias}文字"),
        node("basedOn", val="DefaultParagraphFont"),
        node("link", val=style.id),
        node("rPr", *run_properties(style)),
        type="character",
        customStyle=1,
        styleId=style.link,
    )


def name_style(profile: Profile) -> Element:
    """Describe the typeface of a name within a line, that of a 签发人 (GB/T 9704-2012 7.2.6)."""
    return node(
        "style",
        node("name", val="Name Char"),
        node("aliases", val="签发人姓名"),
        node("basedOn", val="DefaultParagraphFont"),
        node("rPr", run_fonts(profile.name_font)),
        type="character",
        customStyle=1,
        styleId=NAME_STYLE,
    )


def table_styles(used: Collection[str]) -> list[Element]:
    """Describe the table styles: ruled for figures, bare for signatures, ruled off for 版记."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    imprint = table_style(
        "TableImprint",
        "Table Imprint",
        node(
            "tblBorders",
            border("top", layout.IMPRINT_HEAVY),
            border("bottom", layout.IMPRINT_HEAVY),
            border("insideH", layout.IMPRINT_LIGHT),
        ),
        cell_margins(beside=0),
        customStyle=1,
    )
    return [
        table_style(
            "TableNormal",
            "Normal Table",
            node("tblInd", w=0, type="dxa"),
            cell_margins(beside=CELL_MARGIN),
            default=1,
        ),
        table_style(
            "TableGrid",
            "Table Grid",
            node("tblBorders", *(border(side, GRID_BORDER) for side in sides)),
            cell_margins(beside=CELL_MARGIN, above=ROW_MARGIN),
        ),
        table_style("TableSignature", "Table Signature", cell_margins(beside=0), customStyle=1),
        *([imprint] if "TableImprint" in used else []),
    ]


def table_style(key: str, name: str, *properties: Element, **attributes: int) -> Element:
    """Describe one table style."""
    is_root = "default" in attributes
    return node(
        "style",
        node("name", val=name),
        None if is_root else node("basedOn", val="TableNormal"),
        node("uiPriority", val=99),
        node("semiHidden") if is_root else None,
        node("tblPr", *properties),
        type="table",
        styleId=key,
        **attributes,
    )


def cell_margins(*, beside: int, above: int = 0) -> Element:
    """Set the distance of text from the edges of its cell."""
    sides = {"top": above, "left": beside, "bottom": above, "right": beside}
    return node("tblCellMar", *(node(side, w=width, type="dxa") for side, width in sides.items()))
