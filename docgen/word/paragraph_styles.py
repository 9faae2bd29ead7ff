"""The paragraph styles of a profile: every paper has the core ones, and those it uses.

Numbers in brackets are clauses of GB/T 9704-2012.
"""

from dataclasses import dataclass

from docgen.word import layout
from docgen.word.layout import Font
from docgen.word.profiles import GBT9704, Profile


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style; what is None comes from the style it is based on.

    `name` is the built-in name, which Word and WPS show translated; `alias` is shown beside it.
    `scale` is the width of characters in per cent. `indent` and `hanging` are the left edge and
    how far the first line stands out of it, `first_line` how far it stands in. `link` is the
    character style of a run-in heading. `rule` is the thickness of a line under the paragraph, in
    its `colour`. With `page_break` it begins a page; a `spaced` one sets digits apart. Indents that
    are `counted` in characters so wide are shown so in Word and WPS.
    """

    id: str
    name: str
    alias: str = ""
    based_on: str | None = "Normal"
    following: str = ""
    font: Font | None = None
    size: int | None = None
    spacing: int | None = None
    scale: int | None = None
    align: str | None = None
    line: int | None = None
    first_line: int | None = None
    indent: int | None = None
    hanging: int | None = None
    right: int | None = None
    on_grid: bool = True
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    link: str = ""
    bold: bool = False
    colour: str = ""
    rule: int = 0
    page_break: bool = False
    spaced: bool = False
    counted: int = 0


def core_styles(profile: Profile = GBT9704) -> tuple[ParagraphStyle, ...]:
    """Give the styles that every paper has."""
    return (
        *text_styles(profile),
        *table_text_styles(profile),
        *signature_styles(),
        *margin_styles(profile),
    )


def heading_style(profile: Profile, level: int) -> ParagraphStyle:
    """Give the style of a heading: two characters in, kept with what follows (7.3.3)."""
    return ParagraphStyle(
        id=f"Heading{level}",
        name=f"heading {level}",
        alias="一二三四"[level - 1] + "级标题",
        following="BodyText",
        font=profile.heading_fonts[level - 1],
        first_line=2 * profile.character,
        counted=profile.character,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        link=f"Heading{level}Char",
        bold=level in profile.bold,
    )


def text_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of running text, its title and headings."""
    return (
        ParagraphStyle(
            "Normal",
            "Normal",
            based_on=None,
            font=profile.body_font,
            size=profile.size,
            spacing=profile.spacing,
            align="both",
            line=profile.line,
        ),  # (5.2.2)
        ParagraphStyle(
            "BodyText",
            "Body Text",
            first_line=2 * profile.character,
            counted=profile.character,
        ),  # (7.3.3)
        ParagraphStyle(
            "Title",
            "Title",
            following="BodyText",
            font=profile.title_font,
            size=profile.title_size,
            spacing=0,
            align="center",
            line=profile.title_line,
            on_grid=False,
            keep_next=True,
            keep_lines=True,
        ),  # (7.3.1)
        *(heading_style(profile, level) for level in (1, 2, 3, 4)),
        ParagraphStyle("DocumentNumber", "Document Number", "编号", align="center", keep_next=True),
        # 主送机关 (7.3.2)
        ParagraphStyle("Salutation", "Salutation", align="left", keep_next=True),
    )


def table_text_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of tables and of the white space around them."""
    return (
        ParagraphStyle(
            "TableText",
            "Table Text",
            "表格文字",
            size=profile.table_size,
            spacing=0,
            align="center",
            line=profile.table_line,
            on_grid=False,
        ),
        ParagraphStyle(
            "TableHeading",
            "Table Heading",
            "表头",
            based_on="TableText",
            font=profile.label_font,
            keep_next=True,
        ),
        ParagraphStyle(
            "TableGap",
            "Table Gap",
            "表格前后",
            size=layout.SMALL_4,
            line=layout.TABLE_GAP,
            on_grid=False,
        ),
    )


def signature_styles() -> tuple[ParagraphStyle, ...]:
    """Give the styles of the places where several sides sign."""
    return (
        ParagraphStyle(
            "Signature",
            "Signature",
            spacing=layout.SIGNATURE_SPACING,
            align="left",
            keep_next=True,
            keep_lines=True,
        ),
        ParagraphStyle(
            "SignatureCentre", "Signature Centre", "署名居中", based_on="Signature", align="center"
        ),
        ParagraphStyle(
            "SignatureLine",
            "Signature Line",
            "签字处",
            based_on="Signature",
            scale=layout.LINE_SCALE,
        ),
        ParagraphStyle(
            "SignatureNarrow",
            "Signature Narrow",
            "三栏署名",
            based_on="Signature",
            size=layout.SIZE_4,
            spacing=layout.NARROW_SPACING,
        ),
        ParagraphStyle(
            "SignatureNarrowOrgan",
            "Signature Narrow Organ",
            "三栏单位",
            based_on="SignatureNarrow",
            right=layout.COLUMN_GAP,
            counted=layout.CHARACTER,
        ),
        ParagraphStyle(
            "SignatureEnd",
            "Signature End",
            "署名后",
            based_on="Signature",
            size=2,
            line=20,
            on_grid=False,
        ),
    )


def margin_styles(profile: Profile) -> tuple[ParagraphStyle, ...]:
    """Give the styles of headers and page numbers, and of the paragraph after a last table."""
    return (
        ParagraphStyle(
            "Header",
            "header",
            font=profile.number_font,
            size=layout.SIZE_4,
            spacing=0,
            line=280,
            on_grid=False,
        ),
        ParagraphStyle(
            "Footer",
            "footer",
            "页码",
            font=profile.number_font,
            size=profile.number_size,
            spacing=0,
            line=280,
            on_grid=False,
        ),  # (7.5)
        ParagraphStyle("TableEnd", "Table End", "表后", size=2, line=20, on_grid=False),
    )
