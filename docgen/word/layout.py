"""GB/T 9704-2012 as numbers and styles: templates are built from it, measuring compares with it.

Numbers in brackets are clauses of the standard. Lengths are twips (1/20 point) unless the name
says otherwise; font sizes are half points, as Word keeps both.
"""

from dataclasses import dataclass

TWIPS_PER_MM = 1440 / 25.4

PAPER_WIDTH_MM, PAPER_HEIGHT_MM = 210, 297  # (5.1)
TOP_MM, LEFT_MM = 37, 28  # 天头、订口 (5.2.1)
TEXT_WIDTH_MM, TEXT_HEIGHT_MM = 156, 225  # 版心 (5.2.1)
RIGHT_MM = PAPER_WIDTH_MM - LEFT_MM - TEXT_WIDTH_MM
BOTTOM_MM = PAPER_HEIGHT_MM - TOP_MM - TEXT_HEIGHT_MM
LINES_PER_PAGE, CHARACTERS_PER_LINE = 22, 28  # (5.2.3)
PAGE_NUMBER_MM = 7  # from the foot of the text area to the dashes of the page number (7.5)

PAPER_WIDTH, PAPER_HEIGHT = 11906, 16838
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1588
TEXT_WIDTH = PAPER_WIDTH - LEFT - RIGHT
HEADER_DISTANCE = 851
FOOTER_DISTANCE = 1446  # Puts the dashes 7 mm below the text area; 28 mm, the usual, makes 4.5.

LINE = 579  # 225 mm / 22 lines; at 580 a 22nd line no longer fits.
BODY_SPACING = (
    -5
)  # 28 characters of 16 pt need 448 pt where 442 are: each gives up a quarter point.
SIGNATURE_SPACING = -15  # A name of 14 characters fits half the width.
LINE_SCALE = 90  # Per cent: 主要负责人（签字）： and a line of twelve strokes fit half the width.
NARROW_SPACING = -15  # A date to fill in takes a third of the width at size 4.
COLUMN_GAP = 140
CHARACTER = 315  # A character of size 3 with its spacing.

TABLE_LINE, TABLE_GAP = 440, 200

SIZE_2, SIZE_3, SIZE_4, SMALL_4 = 44, 32, 28, 24  # 二号 三号 四号 小四


@dataclass(frozen=True, slots=True)
class Font:
    """A typeface by its role: the name Word is given, and what stands in where it is missing.

    `latin` draws digits and letters.
    """

    name: str
    instead: tuple[str, ...]
    latin: str = "Times New Roman"
    family: str = "modern"


TITLE_FONT = Font(
    "方正小标宋简体", ("方正小标宋_GBK", "宋体", "SimSun"), latin="方正小标宋简体", family="script"
)
FANGSONG = Font("仿宋_GB2312", ("仿宋", "FangSong"))
KAITI = Font("楷体_GB2312", ("楷体", "KaiTi"))
HEITI = Font("黑体", ("SimHei",))
SONGTI = Font("宋体", ("SimSun",), latin="宋体", family="auto")
FONTS = (TITLE_FONT, FANGSONG, KAITI, HEITI, SONGTI)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style; what is None comes from the style it is based on.

    `name` is the built-in name, which Word and WPS show translated; `alias` is shown beside it.
    `scale` is the width of characters in per cent. `indent` and `hanging` are the left edge and
    how far the first line stands out of it, `first_line` how far it stands in. `link` is the
    character style of a run-in heading.
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


def heading_style(level: int, font: Font) -> ParagraphStyle:
    """Give the style of a heading: never bold, two characters in, kept with what follows."""
    return ParagraphStyle(
        id=f"Heading{level}",
        name=f"heading {level}",
        alias="一二三四"[level - 1] + "级标题",
        following="BodyText",
        font=font,
        first_line=2 * CHARACTER,
        keep_next=True,
        keep_lines=True,
        outline=level - 1,
        link=f"Heading{level}Char",
    )


HEADING_FONTS = (HEITI, KAITI, FANGSONG, FANGSONG)  # (7.3.3)

STYLES = (
    ParagraphStyle(
        "Normal",
        "Normal",
        based_on=None,
        font=FANGSONG,
        size=SIZE_3,
        spacing=BODY_SPACING,
        align="both",
        line=LINE,
    ),  # (5.2.2)
    ParagraphStyle("BodyText", "Body Text", first_line=2 * CHARACTER),  # (7.3.3)
    ParagraphStyle(
        "Title",
        "Title",
        following="BodyText",
        font=TITLE_FONT,
        size=SIZE_2,
        spacing=0,
        align="center",
        line=680,
        on_grid=False,
        keep_next=True,
        keep_lines=True,
    ),  # (7.3.1)
    *(heading_style(level, font) for level, font in enumerate(HEADING_FONTS, start=1)),
    ParagraphStyle("DocumentNumber", "Document Number", "编号", align="center", keep_next=True),
    ParagraphStyle("Salutation", "Salutation", align="left", keep_next=True),  # 主送机关 (7.3.2)
    ParagraphStyle(
        "TableText",
        "Table Text",
        "表格文字",
        size=SIZE_4,
        spacing=0,
        align="center",
        line=TABLE_LINE,
        on_grid=False,
    ),
    ParagraphStyle(
        "TableHeading",
        "Table Heading",
        "表头",
        based_on="TableText",
        font=HEITI,
        keep_next=True,
    ),
    ParagraphStyle(
        "TableGap", "Table Gap", "表格前后", size=SMALL_4, line=TABLE_GAP, on_grid=False
    ),
    ParagraphStyle(
        "Signature",
        "Signature",
        spacing=SIGNATURE_SPACING,
        align="left",
        keep_next=True,
        keep_lines=True,
    ),
    ParagraphStyle(
        "SignatureCentre", "Signature Centre", "署名居中", based_on="Signature", align="center"
    ),
    ParagraphStyle(
        "SignatureLine", "Signature Line", "签字处", based_on="Signature", scale=LINE_SCALE
    ),
    ParagraphStyle(
        "SignatureNarrow",
        "Signature Narrow",
        "三栏署名",
        based_on="Signature",
        size=SIZE_4,
        spacing=NARROW_SPACING,
    ),
    ParagraphStyle(
        "SignatureNarrowOrgan",
        "Signature Narrow Organ",
        "三栏单位",
        based_on="SignatureNarrow",
        right=COLUMN_GAP,
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
    ParagraphStyle(
        "Header", "header", font=SONGTI, size=SIZE_4, spacing=0, line=280, on_grid=False
    ),
    ParagraphStyle(
        "Footer",
        "footer",
        "页码",
        font=SONGTI,
        size=SIZE_4,
        spacing=0,
        line=280,
        on_grid=False,
    ),  # (7.5)
    ParagraphStyle("TableEnd", "Table End", "表后", size=2, line=20, on_grid=False),
)
