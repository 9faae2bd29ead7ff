"""A press: a kind and its compiled template, made once and used for any number of rows.

What the template alone decides is decided when the press is made; a row costs its own check and
one pass of the compiled template.
"""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files

from docgen import rules
from docgen.causes import (
    blamed_on_the_clerks_own,
    is_told,
    leftover_marks,
    unique,
    without_consequences,
    without_echoes,
)
from docgen.completeness import origin, record_finding
from docgen.drafts import draft_values, with_gaps_named, with_missing_named
from docgen.errors import IncompleteError, TemplateError
from docgen.fields import dotted, label_path
from docgen.findings import Finding, has_errors
from docgen.kinds import Kind
from docgen.kinds._titles import titles_within
from docgen.naming import safe_name
from docgen.proof import (
    FOREIGN_NAME,
    NameIndex,
    foreign_names,
    losses,
    package_faults,
    traces,
)
from docgen.records import Loose, Named, Record, merge, read, validate
from docgen.records.items import paths, settled
from docgen.rows import Row
from docgen.version import __version__
from docgen.word.printing import UnprintableError
from docgen.word.profiles import GBT9704, Profile
from docgen.word.template import Composition, Template

ENGINE_VERSION = "1"
NOTHING = Named({})


@dataclass(frozen=True, slots=True)
class Checked:
    """What the check of one row gave.

    `values` is what the template prints, None when any finding is an error. `name` is the file
    stem the kind wants; `texts` are the organs and places the paper may name. `composition` is
    what the check rendered, kept so that `Press.make` need not render again.
    """

    findings: tuple[Finding, ...]
    values: Mapping[str, object] | None
    name: str
    texts: tuple[str, ...] = ()
    composition: Composition | None = field(default=None, repr=False, compare=False)
    record: Record | None = field(default=None, repr=False, compare=False)


class Press:
    """A kind and its compiled template. Thread safe; never changes once made."""

    def __init__(
        self,
        kind: Kind,
        template: Template,
        *,
        common: Row | None = None,
        roster_names: NameIndex | None = None,
        layout: Profile = GBT9704,
        template_findings: Sequence[Finding] | None = None,
    ) -> None:
        """Check the template against the kind once, and read the common data once.

        `layout` is what the template is laid out by; `template_findings` are given where the
        template is a kind of its own.
        """
        self.kind = kind
        self.template = template
        self.roster_names = roster_names
        self._layout = layout
        shared = NOTHING if common is None else read(kind.inputs, common)
        self._common = Named(shared.data, shared.sources)
        self._fields = kind.fields
        self._roots = {
            path.split(".")[0].split("[")[0]
            for placeholder in template.placeholders
            for path in placeholder.paths
        }
        if template_findings is None:
            template_findings = template.check(self._fields)
        self.findings = (*template_findings, *shared.findings)
        self._is_sound = not has_errors(template_findings)
        self._package_proved = False
        self.fingerprint = fingerprint(kind, template, common)

    def check(self, row: Row) -> Checked:
        """Check one row by everything that can be known before its document is made."""
        if not row.data and has_errors(row.findings):
            # The file could not be followed: everything else would only seem to be missing.
            return Checked(row.findings, None, "")
        named = merge(self._common, read(self.kind.inputs, row))
        data = self.kind.complete(_mapping(settled(named.data)))
        record, faults = validate(self.kind.record, self.kind.inputs, data, named)
        if record is None:
            told = [*named.findings, *faults, *leftover_marks(named, self.kind)]
            return Checked(unique(without_consequences(told, named.data, self.kind)), None, "")
        values = self.values(record)
        names = self.kind.names_of(record)
        composition = self._composed(values)
        found = [
            *named.findings,
            *self._breaches(record, named),
            *self._gaps(composition, values, named, record),
            *self._foreign(composition, values, named, names, record),
        ]
        findings = unique(found)
        name = safe_name(self.kind.name_of(record))
        printable = None if has_errors(findings) else values
        return Checked(findings, printable, name, names, composition, record)

    def _breaches(self, record: Record, named: Named) -> Iterable[Finding]:
        """Find what breaks a rule, each where the clerk wrote it."""
        found = list(rules.apply(record, self.kind.inputs, named.locate))
        return without_echoes(found, named.data) if len(found) > 1 else found

    def values(self, record: Record) -> dict[str, object]:
        """Give what the template may print of a record: its fields and the kind's extras."""
        if isinstance(record, Loose):
            return dict(record.contents)
        values: dict[str, object] = record.model_dump(include=self._roots)
        with titles_within(self._layout.title_room):
            values.update(self.kind.present(record))
        return values

    def _composed(self, values: Mapping[str, object]) -> Composition | None:
        """Render the changing parts; None when a value is missing or the template is unsound."""
        if not self._is_sound:
            return None
        try:
            return self.template.compose(values)
        except UnprintableError:
            return None

    def _gaps(
        self,
        composition: Composition | None,
        values: Mapping[str, object],
        named: Named,
        record: Record,
    ) -> Iterator[Finding]:
        """Find every value this record would print and does not have."""
        if composition is not None or not self._is_sound:
            return
        whole = {**record.model_dump(), **values}
        gaps = [gap for gap in self.template.gaps(values) if not is_told(gap, named.findings)]
        found = [record_finding(gap, whole, self._fields, named.locate) for gap in gaps]
        yield from blamed_on_the_clerks_own(found, named, self.kind)

    def _foreign(
        self,
        composition: Composition | None,
        values: Mapping[str, object],
        named: Named,
        own: Collection[str],
        record: Record,
    ) -> Iterator[Finding]:
        """Find other organs of the roster that the paper would name, fixed text included."""
        if self.roster_names is None or composition is None:
            return
        reason = next((w.reason for w in record.waivers if w.code == FOREIGN_NAME.code), None)
        texts = [text for _, text in composition.printed]
        for position, name in foreign_names(texts, own, self.roster_names):
            yield replace(self._foreign_value(texts[position], name, values, named), waived=reason)
        for _, name in foreign_names(self.template.fixed_texts, own, self.roster_names):
            yield FOREIGN_NAME.finding(
                f"模板的固定文字里写着“{name}”，它是名册里别的单位",
                "请模板作者删去这个名称，或改成占位符。",
            )

    def _foreign_value(
        self, text: str, name: str, values: Mapping[str, object], named: Named
    ) -> Finding:
        """Say which field names somebody else; the field is the one whose text is printed."""
        shown = next((path for path, value in paths(dict(values)) if value == text), ())
        path = origin(values, shown, self._fields)
        label = label_path(self._fields, path)
        return FOREIGN_NAME.finding(
            f"{label or '正文'}里写着“{name}”，它是名册里别的单位",
            f"改成本单位的名称，或删去“{name}”。确需写明的，在“豁免”里写明理由。",
            path=dotted(path) or None,
            label=label or None,
            source=named.locate(path),
        )

    def draft(self, row: Row) -> bytes:
        """Render a row as far as it goes, its gaps marked and 草稿 in the header."""
        named = merge(self._common, read(self.kind.inputs, row))
        written = with_gaps_named(settled(named.data), self.kind.inputs)
        data = self.kind.complete(with_missing_named(self.kind, _mapping(written)))
        record, _ = validate(self.kind.record, self.kind.inputs, data, named)
        values = self._draft_values(data) if record is None else self.values(record)
        return self.template.draft(
            values, lambda path: origin(values, path, self._fields), self._fields
        )

    def _draft_values(self, data: dict[str, object]) -> dict[str, object]:
        with titles_within(self._layout.title_room):
            return draft_values(self.kind, data)

    def make(self, checked: Checked) -> bytes:
        """Make the document of a row that passed its check, and prove it.

        Raises:
            IncompleteError: when the row did not pass, or the finished file fails its proof.
        """
        if checked.values is None:
            msg = "数据不完整，没有生成文件。"
            raise IncompleteError(msg, checked.findings)
        self.demand_sound_template()
        composition = checked.composition or self.template.compose(checked.values)
        content = self.template.pack(composition.parts)
        faults = [*traces(composition), *losses(composition), *self._package_faults(content)]
        if faults:
            msg = "成品没有通过检查，没有写出文件。"
            raise IncompleteError(msg, faults)
        return content

    def _package_faults(self, content: bytes) -> list[Finding]:
        """Read the first finished file whole; its frame is the same for all others."""
        faults = [] if self._package_proved else list(package_faults(content))
        self._package_proved = not faults
        return faults

    def demand_sound_template(self) -> None:
        """Stop when the template itself is at fault.

        Raises:
            TemplateError: with every fault of the template.
        """
        if not self._is_sound:
            msg = "模板有错，没有生成文件。"
            raise TemplateError(msg, self.findings)


def fingerprint(kind: Kind, template: Template, common: Row | None) -> str:
    """Give a hash of all that shapes a document beside its own row."""
    shape = (
        f"{__version__}/{ENGINE_VERSION}",
        kind.name,
        kind.edition,
        boilerplate_hash(kind),
        template.fingerprint,
        repr(common.data if common else None),
    )
    return hashlib.sha256("\n".join(shape).encode("utf-8", "surrogatepass")).hexdigest()


def boilerplate_hash(kind: Kind) -> str:
    """Give a hash of the texts a kind is filled up with; empty when it has none."""
    home = kind.home or files("docgen.kinds")
    file = home / "texts" / f"{kind.name}.toml"
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _mapping(data: object) -> dict[str, object]:
    assert isinstance(data, dict)
    return data
