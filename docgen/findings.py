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


PARTS = {
    "body": "正文",
    "header": "页眉",
    "footer": "页脚",
    "footnote": "脚注",
    "endnote": "尾注",
    "comment": "批注",
    "text box": "文本框",
    "property": "文档属性",
}
SORTS = {"first": "首页", "even": "偶数页"}


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
    """Where in a document a finding lies, counted as a person counts in Word.

    `part` is body, header, footer, footnote, endnote, comment, text box or property. Everything
    counts from 1. `paragraph` counts every paragraph mark, of an empty paragraph too, but none
    within a table; within a table it counts in its cell, in a note, comment or text box in that.
    `table` counts in reading order, a table within a table after the one it stands in; `row`
    counts its rows, and `cell` is the column a person sees: a cell behind one that is two columns
    wide stands in the third. `start` and `end` are 0-based character offsets in the paragraph,
    end exclusive.

    `section` is told of headers and footers, and of the body where it has several; `sort` is
    first, even or default, as headers are; `note` is the number of a footnote, endnote or comment,
    `box` of a text box in its part, `holder` the part that holds the box, `name` that of a
    property. `page` and `line` are known of printed pages only.
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
    sort: str | None = None
    note: int | None = None
    box: int | None = None
    holder: str | None = None
    name: str | None = None

    def at(self, section: int | None, paragraph: int, text: str) -> "Place":
        """Give the place of a paragraph here; there are many, and `replace` is slow."""
        return Place(
            part=self.part,
            section=section,
            paragraph=paragraph,
            table=self.table,
            row=self.row,
            cell=self.cell,
            text=text,
            sort=self.sort,
            note=self.note,
            box=self.box,
            holder=self.holder,
            name=self.name,
        )

    @property
    def paragraph_key(self) -> tuple[object, ...]:
        """The paragraph of the place, whatever its text; equal for two places in one paragraph."""
        part = (self.part, self.section, self.sort, self.note, self.box, self.holder, self.name)
        return *part, self.table, self.row, self.cell, self.paragraph

    @property
    def words(self) -> str:
        """The place in words: `正文第3段`, `正文表2第3行第4列`, `第1节首页页眉第1段`.

        The body is counted through, so its section comes last: `正文第12段（第2节）`.
        """
        if self.page:
            return f"第{self.page}页" + (f"第{self.line}行" if self.line else "")
        is_in_body = self.part == "body" and self.section
        return (
            _part_words(self)
            + _inner_words(self)
            + (f"（第{self.section}节）" if is_in_body else "")
        )


def _part_words(place: Place) -> str:
    holder = place.holder or place.part
    section = f"第{place.section}节" if place.section and holder != "body" else ""
    part = f"{section}{SORTS.get(place.sort or '', '')}{PARTS.get(holder, holder)}"
    if place.note:
        part += str(place.note)
    if place.name:
        part += f"“{place.name}”"
    if place.holder:
        within = "" if part == PARTS["body"] else f"{part}里的"
        return f"{within}{PARTS['text box']}{place.box or ''}"
    return part


def _inner_words(place: Place) -> str:
    if place.table:
        more = f"第{place.paragraph}段" if place.paragraph and place.paragraph > 1 else ""
        return f"表{place.table}第{place.row}行第{place.cell}列{more}"
    return f"第{place.paragraph}段" if place.paragraph else ""


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
