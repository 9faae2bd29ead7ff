"""Findings: what docgen has to say about a file, and where in it.

A finding is data, never an exception: it is collected, sorted, printed or sent as JSON.
A fault is declared once, beside the code that finds it, with its explanation for `docgen explain`.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; only errors stop a document."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Actor(StrEnum):
    """Who must act on a finding: the clerk who owns the data or the author of the template."""

    CLERK = "clerk"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: a file with a line and column, or a sheet and a cell.

    Lines and columns count from 1; a cell is named as in Excel (`D17`).
    """

    file: str | None = None
    sheet: str | None = None
    cell: str | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a document a finding lies.

    `part` is body, header, footer, footnote, text box or property; `section`, `paragraph`,
    `table`, `row` and `cell` count from 1 in reading order; `start` and `end` are 0-based
    character offsets in the paragraph, end exclusive. `page` and `line` count from 1 and are known
    of printed pages only.
    """

    part: str
    section: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    start: int | None = None
    end: int | None = None
    text: str | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: what is wrong (`message`), what to do (`hint`), and where.

    `path` is the field in identifiers (`party_b.representative.name`), `label` the same in
    Chinese (`乙方·代表·姓名`). `waived` holds the reason once a rule was waived in the data.
    """

    code: str
    severity: Severity
    message: str
    hint: str = ""
    path: str | None = None
    label: str | None = None
    actor: Actor = Actor.CLERK
    waived: str | None = None
    source: Source | None = None
    place: Place | None = None

    @property
    def is_error(self) -> bool:
        """True when this finding stops the document: an error that nobody waived."""
        return self.severity is Severity.ERROR and self.waived is None

    def to_json(self) -> dict[str, object]:
        """Give the finding as the JSON object of the contract."""
        return asdict(self)

    def moved(self, source: Source | None) -> "Finding":
        """Give the same finding, placed at `source`."""
        return replace(self, source=source)


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of finding: its code and its explanation.

    `title` names the fault in a few words, `why` says why it matters, `faulty` and `sound`
    are one example each, as a clerk would see them.
    """

    code: str
    title: str
    why: str
    faulty: str
    sound: str
    severity: Severity = Severity.ERROR
    actor: Actor = Actor.CLERK

    def finding(
        self,
        message: str,
        hint: str = "",
        *,
        path: str | None = None,
        label: str | None = None,
        source: Source | None = None,
        place: Place | None = None,
    ) -> Finding:
        """Report this fault once, with what was met and what to do."""
        return Finding(
            code=self.code,
            severity=self.severity,
            message=message,
            hint=hint,
            path=path,
            label=label,
            actor=self.actor,
            source=source,
            place=place,
        )


def has_errors(findings: Iterable[Finding]) -> bool:
    """True when any finding stops the document."""
    return any(finding.is_error for finding in findings)
