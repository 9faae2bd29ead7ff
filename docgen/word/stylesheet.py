"""The style sheet of a template: the styles of `layout` as Word keeps them, and no others."""

from docgen.word import layout
from docgen.word.building import Element, node
from docgen.word.layout import Font, ParagraphStyle

GRID_BORDER = 4  # Eighths of a point.
CELL_MARGIN, ROW_MARGIN = 80, 40


def styles() -> Element:
    """Describe the styles of `layout` and the few Word needs besides."""
    return node(
        "styles",
        node(
            "docDefaults",
            node("rPrDefault", node("rPr", *default_run())),
            node("pPrDefault", node("pPr")),
        ),
        *(paragraph_style(style) for style in layout.STYLES),
        node(
            "style",
            node("name", val="Default Paragraph Font"),
            node("uiPriority", val=1),
            node("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        *(linked_style(style) for style in layout.STYLES if style.link),
        *table_styles(),
    )


def default_run() -> list[Element]:
    """Describe text before any style: the body font, in Chinese."""
    return [
        run_fonts(layout.FANGSONG),
        node("sz", val=layout.SIZE_3),
        node("szCs", val=layout.SIZE_3),
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
        node("widowControl", val=0) if root else None,
        node("kinsoku") if root else None,
        node("overflowPunct") if root else None,
        # Word would widen the gaps beside digits, and 28 characters would not fit.
        node("autoSpaceDE", val=0) if root else None,
        node("autoSpaceDN", val=0) if root else None,
        None if style.on_grid else node("snapToGrid", val=0),
        line_spacing(style.line) if style.line else None,
        indent(style),
        node("jc", val=style.align) if style.align else None,
        None if style.outline is None else node("outlineLvl", val=style.outline),
    ]


def line_spacing(line: int) -> Element:
    """Fix the line pitch, so that Word, WPS and LibreOffice agree."""
    return node("spacing", before=0, after=0, line=line, lineRule="exact")


def indent(style: ParagraphStyle) -> Element | None:
    """Write indents twice: in characters, which clerks see, and in twips, which all obey."""
    lengths = {
        "left": style.indent,
        "right": style.right,
        "firstLine": style.first_line,
        "hanging": style.hanging,
    }
    known = {name: length for name, length in lengths.items() if length is not None}
    # Word counts a hanging indent into `left` but not into `leftChars`; others disagree.
    counted = {} if style.hanging else known
    characters = {f"{name}Chars": n * 100 // layout.CHARACTER for name, n in counted.items()}
    return node("ind", **characters, **known) if known else None


def run_properties(style: ParagraphStyle) -> list[Element | None]:
    """List a style's run properties in the order of the schema."""
    return [
        run_fonts(style.font) if style.font else None,
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


def table_styles() -> list[Element]:
    """Describe the table styles: ruled for figures, bare for signatures."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    border: dict[str, str | int] = {"val": "single", "sz": GRID_BORDER, "space": 0, "color": "auto"}
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
            node("tblBorders", *(node(side, **border) for side in sides)),
            cell_margins(beside=CELL_MARGIN, above=ROW_MARGIN),
        ),
        table_style("TableSignature", "Table Signature", cell_margins(beside=0), customStyle=1),
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
