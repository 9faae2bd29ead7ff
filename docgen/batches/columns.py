"""Columns: what each heading of a roster means to a kind.

A heading is a field (in either language, dotted or not), a role that the kind interprets, or
neither. What is nearly a known heading is asked about, never dropped in silence.
"""

import difflib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from docgen.errors import UsageError
from docgen.fields import Field, FieldType, label_path
from docgen.findings import Fault, Finding, Severity
from docgen.kinds import Kind
from docgen.records.names import DUPLICATE_FIELD, split_path
from docgen.records.values import same_name
from docgen.rows import Cells, Roster

UNKNOWN_COLUMN = Fault(
    code="unknown-column",
    title="这一列像是写错了列名",
    why="列名错一个字，整列都不会印到纸上；先问清楚，再成文。",
    faulty="负责入",
    sound="负责人",
)
IGNORED_COLUMN = Fault(
    code="ignored-column",
    title="这一列没有用到",
    why="名册里常有与公文无关的列，不影响成文；如果应当印到纸上，请用 --map 指明字段。",
    faulty="户数",
    sound="--map 户数=字段名",
    severity=Severity.INFO,
)
PROBLEMS = "问题"
"""The column docgen itself adds to a returned roster; it is passed over without a word."""

SKIPPED = ("", "-")
"""What a column is mapped to in order to pass it over."""

CLOSE = 0.66  # one wrong character in three: 负责入 for 负责人
DEPTH = 4


@dataclass(frozen=True, slots=True)
class Columns:
    """What headings mean: `roles` and `fields` map a heading to its role or dotted field path.

    `findings` are about headings that mean nothing, or might mean something else.
    """

    roles: Mapping[str, str]
    fields: Mapping[str, str]
    findings: tuple[Finding, ...] = ()

    def heading_of(self, role: str) -> str | None:
        """Give the heading that plays a role."""
        return next((heading for heading, known in self.roles.items() if known == role), None)


def match(
    kind: Kind, roster: Roster, mapping: Mapping[str, str], used: Collection[str] = ()
) -> Columns:
    """Match the headings of a table to the fields and roles of a kind.

    `used` are headings that tell rows apart or sort them, whether they are fields or not.

    Raises:
        UsageError: when `mapping` names a column or field that does not exist.
    """
    missing = [name for name in mapping if _named(name, roster.headings) is None]
    if missing:
        msg = f"名册里没有“{missing[0]}”这一列。现有的列：{'、'.join(roster.headings)}。"
        raise UsageError(msg)
    mapped = {str(_named(name, roster.headings)): to for name, to in mapping.items()}
    found = _sorted_out(kind, roster, mapped)
    findings = tuple(one for one in found.findings if not _is_of(one, roster, used))
    return replace(found, findings=findings)


def _is_of(finding: Finding, roster: Roster, used: Collection[str]) -> bool:
    """True of the remark that a column is not used, where it is used as a key or folder."""
    names = {same_name(name) for name in used}
    headings = (heading for heading in roster.headings if same_name(heading) in names)
    locate = Cells(roster.file, roster.sheet, roster.heading_row, roster.columns)
    return finding.code == IGNORED_COLUMN.code and any(
        finding.source == locate((heading,)) for heading in headings
    )


def _named(name: str, headings: Iterable[str]) -> str | None:
    wanted = same_name(name)
    return next((heading for heading in headings if same_name(heading) == wanted), None)


def _sorted_out(kind: Kind, roster: Roster, mapped: Mapping[str, str]) -> Columns:
    targets: dict[str, str] = {}
    findings: list[Finding] = []
    locate = Cells(roster.file, roster.sheet, roster.heading_row, roster.columns)
    for heading in roster.headings:
        target = meaning(kind, heading, mapped)
        if target is None:
            guess = nearest(kind, heading)
            # The guess is used for the check alone: the error stops the batch all the same.
            target = meaning(kind, guess, {}) if guess else None
            findings.append(_remark(heading, guess, locate))
        if target and target in targets.values():
            findings.append(_double(heading, target, targets, locate))
        elif target:
            targets[heading] = target
    return Columns(
        {heading: target for heading, target in targets.items() if target.startswith("@")},
        {heading: target for heading, target in targets.items() if not target.startswith("@")},
        tuple(findings),
    )


def _remark(heading: str, guess: str | None, locate: Cells) -> Finding:
    source = locate((heading,))
    if guess is None:
        message = f"“{heading}”这一列没有用到"
        return IGNORED_COLUMN.finding(message, f"要用它，加 --map {heading}=字段。", source=source)
    return UNKNOWN_COLUMN.finding(
        f"没有“{heading}”这一列对应的字段，是不是“{guess}”？",
        f"是，就把列名改成“{guess}”；不是，就用 --map {heading}=字段 指明，"
        f"或用 --map {heading}=- 略过这一列。",
        source=source,
    )


def _double(heading: str, target: str, targets: Mapping[str, str], locate: Cells) -> Finding:
    first = next(known for known, meant in targets.items() if meant == target)
    return DUPLICATE_FIELD.finding(
        f"“{first}”和“{heading}”两列是同一个意思",
        f"只留一列，或用 --map {heading}=- 略过这一列。",
        source=locate((heading,)),
    )


def meaning(kind: Kind, heading: str, mapped: Mapping[str, str]) -> str | None:
    """Tell what a heading means: `@role`, a dotted field path, "" to pass it over, None unknown.

    Raises:
        UsageError: when `mapped` leads it to a field that does not exist.
    """
    if heading in mapped:
        wanted = mapped[heading].strip()
        target = "" if wanted in SKIPPED else _known(kind, wanted)
        if target is None:
            raise UsageError(_no_field(kind, heading, wanted))
        return target
    if same_name(heading) == PROBLEMS:
        return ""
    return _known(kind, heading)


def _known(kind: Kind, name: str) -> str | None:
    if name.startswith("@"):
        return name if kind.roster and name in kind.roster.headings.values() else None
    path = field_path(kind, name) or field_path(kind, same_name(name))
    if path or kind.roster is None:
        return path
    heading = _named(name, kind.roster.headings)
    return None if heading is None else kind.roster.headings[heading]


def _no_field(kind: Kind, heading: str, wanted: str) -> str:
    guess = nearest(kind, wanted)
    shown = "docgen template show" if kind.root else f"docgen kinds {kind.name}"
    advice = f"是不是“{guess}”？" if guess else f"用 {shown} 查看可填的字段。"
    return f"--map {heading}={wanted}：没有“{wanted}”这个字段。{advice}"


def field_path(kind: Kind, name: str, *, computed: bool = False) -> str | None:
    """Give the dotted identifiers of a field named in either language; None when there is none.

    Fields that docgen makes count only with `computed`.
    """
    here = kind.inputs
    identifiers: list[str] = []
    for step in split_path(name):
        following = _step(here, step)
        if following is None or (following.computed and not computed):
            return None
        identifiers.append(f"[{step}]" if isinstance(step, int) else f".{following.name}")
        here = following
    return "".join(identifiers).removeprefix(".") or None


def _step(here: Field, step: str | int) -> Field | None:
    if isinstance(step, str):
        return here.child(step)
    return here.item if here.type is FieldType.LIST else None


def nearest(kind: Kind, heading: str) -> str | None:
    """Guess which field or known heading was meant."""
    known = dict.fromkeys(kind.roster.headings if kind.roster else ())
    for path, _ in kind.inputs.walk(DEPTH):
        if "[" in path:
            continue
        known[path] = None
        known[label_path(kind.inputs, tuple(path.split("."))).replace("·", ".")] = None
    words = [word for word in known if len(word) > 1]
    close = difflib.get_close_matches(same_name(heading), words, n=1, cutoff=CLOSE)
    return close[0] if close else None
