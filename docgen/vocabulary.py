"""The domain's field types."""

from dataclasses import dataclass

BLANK_LINES = {"签字": "_" * 12, "日期": "　　　　年　　月　　日", "盖章": "（盖章）"}


@dataclass(frozen=True, slots=True)
class Blank:
    """A field declared to be filled in by hand: the only emptiness that is legal.

    `purpose` is 签字, 日期 or 盖章, or any few words; `line` is what is printed to write on.
    """

    purpose: str = "签字"

    @property
    def line(self) -> str:
        """What is printed: a line to sign on, or a date to fill in."""
        return BLANK_LINES.get(self.purpose, "_" * 12)
