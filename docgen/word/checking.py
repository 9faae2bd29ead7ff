"""A template checked whole: every fault of every part, in the order a reader meets them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.errors import TemplateError
from docgen.fields import Field
from docgen.findings import Finding
from docgen.word.contract import contract_faults
from docgen.word.homes import Home, homes
from docgen.word.inference import infer
from docgen.word.package import open_package
from docgen.word.program import check_size
from docgen.word.remarks import without_remarks
from docgen.word.sites import Placeholder, Site
from docgen.word.source import PartSource, read_part
from docgen.word.survey import surveyed

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a template, sound or not: its faults and the values it uses."""

    findings: tuple[Finding, ...]
    placeholders: tuple[Placeholder, ...]


def check_template(content: bytes, fields: Field | None = None) -> Checked:
    """Find every fault of a template at once; with `fields`, against a record model too.

    Raises:
        TemplateError: when the file cannot be opened as a Word file, or is not safe to.
    """
    roots: dict[str, _Element] = {}
    package = open_package(content, roots)
    members = without_remarks(package.members)
    parts = [_read(home, members, package.members, roots) for home in homes(members)]
    checked = check_parts(parts, fields)
    return replace(checked, findings=(*package.findings, *checked.findings))


def _read(
    home: Home,
    members: Mapping[str, bytes],
    stored: Mapping[str, bytes],
    roots: "Mapping[str, _Element]",
) -> PartSource:
    """Read a part; one that is as it was stored is parsed already."""
    xml = members[home.member]
    root = roots.get(home.member) if xml is stored[home.member] else None
    return read_part(home, xml, root=root, is_checked_only=True)


def check_parts(sources: Sequence[PartSource], fields: Field | None) -> Checked:
    """Find every fault of the parts of a template.

    Without a record model a sound template is one of its own, and its names must agree.
    """
    try:
        check_size(sources)
    except TemplateError as fault:
        return Checked(tuple(fault.findings), ())
    sites: list[Site] = []
    findings: list[Finding] = []
    mentioned: set[str] = set()
    for source in sources:
        survey = surveyed(source, fields, sites)
        findings += [*survey.refused, *survey.told, *survey.unfit]
        mentioned |= survey.mentioned
    if fields is not None:
        findings += contract_faults(sites, fields, mentioned)
    elif not findings:
        findings += infer(source for source in sources if source.tags).findings
    placeholders = tuple(site.placeholder for site in sites if not site.is_copy)
    return Checked(tuple(in_reading_order(findings, sources)), placeholders)


def in_reading_order(findings: Sequence[Finding], sources: Sequence[PartSource]) -> list[Finding]:
    """Sort findings by place, each said once; those without a place come last."""
    places = [passage.place for source in sources for passage in source.passages]
    order = {place.paragraph_key: number for number, place in reversed([*enumerate(places)])}
    last = len(places)

    def position(finding: Finding) -> tuple[int, int]:
        if finding.place is None:
            return last + 1, 0
        return order.get(finding.place.paragraph_key, last), finding.place.start or 0

    return sorted(dict.fromkeys(findings), key=position)
