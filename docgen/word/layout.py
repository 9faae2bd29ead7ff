"""GB/T 9704-2012 as numbers: templates are built from it, measuring compares with it.

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
MARK_MM = 35  # from the head of the text area to the head of the 发文机关标志 (7.2.4)
IMPRINT_HEAVY_MM, IMPRINT_LIGHT_MM = 0.35, 0.25  # rules of the 版记 (7.4.1)
DATE_RIGHT, ORGAN_RIGHT = 4, 2  # characters right of a sealed date, of an unsealed organ (7.3.5)

PAPER_WIDTH, PAPER_HEIGHT = 11906, 16838
TOP, RIGHT, BOTTOM, LEFT = 2098, 1474, 1984, 1588
TEXT_WIDTH = PAPER_WIDTH - LEFT - RIGHT
HEADER_DISTANCE = 851
FOOTER_DISTANCE = 1446  # Puts the dashes 7 mm below the text area; 28 mm, the usual, makes 4.5.

LINE = 579  # 225 mm / 22 lines; at 580 a 22nd line no longer fits.
TITLE_LINE = 680
BODY_SPACING = (
    -5
)  # 28 characters of 16 pt need 448 pt where 442 are: each gives up a quarter point.
CHARACTER = 315  # A character of size 3 with its spacing.

SIGNATURE_SPACING = -15  # A name of 14 characters fits half the width.
LINE_SCALE = 90  # Per cent: 主要负责人（签字）： and a line of twelve strokes fit half the width.
NARROW_SPACING = -15  # A date to fill in takes a third of the width at size 4.
COLUMN_GAP = 140

TABLE_LINE, TABLE_GAP = 440, 200

RED = "FF0000"
RED_RULE = 12  # Eighths of a point; the standard leaves the thickness open.
IMPRINT_HEAVY, IMPRINT_LIGHT = 8, 6  # 0.353 and 0.265 mm, in eighths of a point.

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
HEADING_FONTS = (HEITI, KAITI, FANGSONG, FANGSONG)  # (7.3.3)

NOT_LAST = "([{·‘“〈《「『【〔〖（．［｛￡￥—"
NOT_FIRST = "!),.:;?]}¨·ˇˉ―‖’”…∶、。〃々〉》」』】〕〗！＂＇），．：；？］｀｜｝～￠—"
"""Signs that no line may end with, or begin with."""
