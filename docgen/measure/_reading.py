"""A reading: one thing measured, what it should be, and the finding when it is not."""

from dataclasses import dataclass, replace

from docgen.findings import Fault, Finding, Place
from docgen.measure._pages import Line, Page

STANDARD = "GB/T 9704—2012"
TOLERANCE_MM = 0.9
"""Right is what differs by less than a millimetre; a tenth is left to the reading itself."""

SHOWN_TEXT = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing measured: `clause` is the standard's, `finding` is None when it is as it should."""

    name: str
    clause: str
    wanted: str
    found: str
    page: int | None = None
    line: int | None = None
    finding: Finding | None = None

    def cited(self, source: str) -> "Reading":
        """Give the reading with who wants it so in its finding: `source`, or the standard."""
        if self.finding is None:
            return self
        said = source or f"{STANDARD} 第 {self.clause} 条"
        message = f"{self.finding.message}（{said}）"
        return replace(self, finding=replace(self.finding, message=message))

    def to_json(self) -> dict[str, object]:
        """Give the reading as a JSON object."""
        return {
            "name": self.name,
            "clause": self.clause,
            "wanted": self.wanted,
            "found": self.found,
            "page": self.page,
            "line": self.line,
            "ok": self.finding is None,
        }


def judged(
    fault: Fault,
    name: str,
    clause: str,
    *,
    found: str,
    wanted: str,
    is_right: bool,
    hint: str,
    at: Line | Page | None = None,
) -> Reading:
    """Give a reading, with its finding unless `is_right`."""
    page = None if at is None else at.number if isinstance(at, Page) else at.page
    line = at.number if isinstance(at, Line) else None
    reading = Reading(name, clause, wanted, found, page, line)
    if is_right:
        return reading
    text = at.text[:SHOWN_TEXT] if isinstance(at, Line) else None
    shown = f"（“{text}”）" if text else ""
    finding = fault.finding(
        f"{name}是{found}，应为{wanted}{shown}",
        hint,
        place=Place("body", page=page, line=line, text=text) if page else None,
    )
    return Reading(name, clause, wanted, found, page, line, finding)


def length(
    fault: Fault,
    name: str,
    clause: str,
    *,
    found: float,
    wanted: float,
    hint: str,
    at: Line | Page | None = None,
) -> Reading:
    """Give a reading of a length in millimetres; it is right when it is within the tolerance."""
    return judged(
        fault,
        name,
        clause,
        found=f" {found:.1f} 毫米",
        wanted=f" {wanted:g} 毫米",
        is_right=is_near(found, wanted),
        hint=hint,
        at=at,
    )


def is_near(found: float, wanted: float, tolerance: float = TOLERANCE_MM) -> bool:
    """True when two lengths differ by less than the tolerance."""
    return abs(found - wanted) < tolerance
