"""What a layout asks for, in what a measurer reads: millimetres, counts, typefaces."""

from dataclasses import dataclass

from docgen.measure._pages import Box
from docgen.pdf import Typeface, face_of
from docgen.word import layout
from docgen.word.layout import Font
from docgen.word.profiles import GBT9704, NumberPlace, Profile


def millimetres(twips: int) -> float:
    """Give a length as it is written in a layout: to the tenth of a millimetre."""
    return round(twips / layout.TWIPS_PER_MM, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A layout to measure against; without one it is GB/T 9704."""

    profile: Profile = GBT9704

    @property
    def area(self) -> Box:
        """The text area (版心)."""
        right, bottom = self.left + self.width, self.top + self.height
        return Box(self.left, self.top, right, bottom)

    @property
    def top(self) -> float:
        """The upper margin."""
        return millimetres(self.profile.top)

    @property
    def left(self) -> float:
        """The left margin."""
        return millimetres(self.profile.left)

    @property
    def right(self) -> float:
        """The right margin."""
        return millimetres(self.profile.right)

    @property
    def bottom(self) -> float:
        """The lower margin."""
        return millimetres(self.profile.bottom)

    @property
    def width(self) -> float:
        """The width of the text area."""
        return round(layout.PAPER_WIDTH_MM - self.left - self.right, 1)

    @property
    def height(self) -> float:
        """The height of the text area."""
        return round(layout.PAPER_HEIGHT_MM - self.top - self.bottom, 1)

    @property
    def pitch(self) -> float:
        """The distance from line to line, in points."""
        return self.profile.line / 20

    @property
    def line(self) -> float:
        """The distance from line to line, in millimetres."""
        return self.profile.line / layout.TWIPS_PER_MM

    @property
    def character(self) -> float:
        """The width of a character with its spacing, in millimetres."""
        return self.profile.character / layout.TWIPS_PER_MM

    @property
    def lines(self) -> int:
        """How many lines a page has."""
        return self.profile.text_height // self.profile.line

    @property
    def spare(self) -> float:
        """What is left of the text area under its last line."""
        return self.height - self.lines * self.line

    @property
    def characters(self) -> int:
        """How many characters a line has."""
        return self.profile.text_width // self.profile.character

    @property
    def number_gap(self) -> float:
        """How far under the text area the dashes of the page number stand (7.5)."""
        lower = (self.profile.bottom - self.profile.footer) - (
            layout.BOTTOM - layout.FOOTER_DISTANCE
        )
        return round(layout.PAGE_NUMBER_MM + lower / layout.TWIPS_PER_MM, 1)

    @property
    def number_indent(self) -> float:
        """How far in from the edge the page number stands: one character."""
        return self.profile.number_size * 10 / layout.TWIPS_PER_MM

    @property
    def is_number_central(self) -> bool:
        """True when the page number stands in the middle."""
        return self.profile.number_place is NumberPlace.CENTRE

    @property
    def source(self) -> str:
        """Who wants it so, when it is not the standard; else nothing."""
        return "" if self.profile == GBT9704 else f"版式“{self.profile.title}”"

    def face(self, font: Font) -> Typeface | None:
        """Give the typeface of a font; None where nobody foresaw it, and it cannot be judged."""
        return face_of(font.name)
