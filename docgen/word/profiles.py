"""Ways to lay papers out: the standard, its sister for screens, copies to read from."""

from dataclasses import dataclass
from enum import StrEnum

from docgen.word import layout
from docgen.word.layout import Font

DIGIT = 5  # Twips a half point of size: a digit is half as wide as a character.


class NumberPlace(StrEnum):
    """Where the page number stands."""

    OUTER = "outer"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A way to lay papers out; what is not said is GB/T 9704-2012.

    Lengths are twips, font sizes half points. `fonts` of headings and `bold` go by level.
    One that `is_spoken` is to read a speech from: no layout for a paper with a red head.
    """

    name: str = "gbt9704"
    title: str = "GB/T 9704-2012《党政机关公文格式》"
    top: int = layout.TOP
    right: int = layout.RIGHT
    bottom: int = layout.BOTTOM
    left: int = layout.LEFT
    header: int = layout.HEADER_DISTANCE
    footer: int = layout.FOOTER_DISTANCE
    line: int = layout.LINE
    size: int = layout.SIZE_3
    spacing: int = layout.BODY_SPACING
    title_size: int = layout.SIZE_2
    title_line: int = layout.TITLE_LINE
    title_font: Font = layout.TITLE_FONT
    body_font: Font = layout.FANGSONG
    heading_fonts: tuple[Font, ...] = layout.HEADING_FONTS
    label_font: Font = layout.HEITI
    name_font: Font = layout.KAITI
    number_font: Font = layout.SONGTI
    number_size: int = layout.SIZE_4
    table_size: int = layout.SIZE_4
    number_place: NumberPlace = NumberPlace.OUTER
    bold: frozenset[int] = frozenset()
    is_spoken: bool = False

    @property
    def text_width(self) -> int:
        """The width of the text area."""
        return layout.PAPER_WIDTH - self.left - self.right

    @property
    def text_height(self) -> int:
        """The height of the text area."""
        return layout.PAPER_HEIGHT - self.top - self.bottom

    @property
    def character(self) -> int:
        """The width of a character of body text with its spacing."""
        return self.size * 10 + self.spacing

    @property
    def title_room(self) -> int:
        """How many characters of a title fit on a line."""
        return self.text_width // (self.title_size * 10)

    @property
    def digit(self) -> int:
        """The width of a digit of body text with its spacing."""
        return self.size * DIGIT + self.spacing

    @property
    def fonts(self) -> tuple[Font, ...]:
        """Every typeface, each once."""
        used = (
            self.title_font,
            self.body_font,
            self.name_font,
            self.label_font,
            self.number_font,
            *self.heading_fonts,
        )
        return tuple({font.name: font for font in used}.values())

    @property
    def table_line(self) -> int:
        """The pitch of lines in tables."""
        return round(layout.TABLE_LINE * self.table_size / layout.SIZE_4)


GBT9704 = Profile()
# Its margins make up for the white space a word processor puts above a first line.
GBT33476 = Profile(
    name="gbt33476",
    title="GB/T 33476.2-2016《党政机关电子公文格式规范》",
    top=1960,
    bottom=1847,
    line=589,
)
READING = Profile(
    name="reading",
    title="大字稿：小二号字，供讲话时用",
    line=720,
    size=36,
    spacing=0,
    title_size=52,
    title_line=900,
    is_spoken=True,
)
READING_LARGE = Profile(
    name="reading_large",
    title="特大字稿：二号字，供讲话时用",
    line=850,
    size=layout.SIZE_2,
    spacing=0,
    title_size=52,
    title_line=900,
    is_spoken=True,
)
PROFILES = {profile.name: profile for profile in (GBT9704, GBT33476, READING, READING_LARGE)}
ALIASES = {
    "国标": "gbt9704",
    "电子公文": "gbt33476",
    "大字稿": "reading",
    "特大字稿": "reading_large",
}
