"""One in, one out: data of one document in, the finished document or its findings out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as FilePath

from docgen.errors import FileError, IncompleteError, UsageError
from docgen.files import write_whole
from docgen.findings import Finding, has_errors
from docgen.kindless import kind_of
from docgen.kinds import Kind, find_kind
from docgen.layouts import Layout, find_layout
from docgen.library import is_foreign, template_file
from docgen.press import Checked, Press
from docgen.proof import NameIndex
from docgen.rows import Row
from docgen.word.profiles import GBT9704, Profile
from docgen.word.template import Template, read_template

__all__ = [
    "Checked",
    "Document",
    "Press",
    "check",
    "generate",
    "make_document",
    "make_draft",
    "open_press",
]


@dataclass(frozen=True, slots=True)
class Document:
    """A finished file in memory."""

    name: str
    content: bytes
    findings: list[Finding] = field(default_factory=list)

    def save(self, folder: FilePath | str, *, force: bool = False) -> FilePath:
        """Write the document into `folder` under its own name; the file appears whole.

        Raises:
            FileError: when the file is there already and `force` is not set, or cannot be written.
        """
        return write_whole(FilePath(folder) / self.name, self.content, force=force)

    def to_pdf(self) -> bytes:
        """Print the document to PDF by LibreOffice.

        Raises:
            PdfError: when LibreOffice or pypdfium2 is missing, or the document cannot be printed.
        """
        from docgen.pdf import to_pdf

        return to_pdf(self.content)


def open_press(
    kind: Kind | str | None,
    template: FilePath | str | None = None,
    *,
    layout: Layout | None = None,
    common: Row | None = None,
    roster_names: NameIndex | None = None,
) -> Press:
    """Make the press of a kind with its own template or another, as it is laid out or anew.

    Without a kind the template is one of its own: its placeholders are its fields.

    Raises:
        UsageError: when there is no such kind or layout, or neither kind nor template is given.
        FileError: when the template or layout is missing, or the template is no Word file.
        FindingsError: when the layout file is not right.
        TemplateError: when the template is not allowed, cannot be laid out or compiled.
    """
    known = None if kind is None else find_kind(kind)
    path = _template_path(known, template)
    if not path.is_file():
        there = "是文件夹。给出其中的 .docx 文件。" if path.is_dir() else ""
        msg = f"{path} {there or '不存在。把模板存到那里，再运行一次。'}"
        raise FileError(msg)
    state = path.stat()
    profile = None if layout is None else find_layout(layout)
    name = None if known is None else known.name
    foreign = template is not None and is_foreign(path)
    file = (path.absolute(), state.st_mtime_ns, state.st_size)
    compiled = _compiled(*file, name, profile, foreign=foreign)
    if known is None:
        return _kindless(compiled, path.stem, common, roster_names)
    laid_out = profile or GBT9704
    return Press(known, compiled, common=common, roster_names=roster_names, layout=laid_out)


def _template_path(kind: Kind | None, template: FilePath | str | None) -> FilePath:
    if template is not None:
        return FilePath(template)
    if kind is None:
        msg = "没有写明文种，也没有给模板。写明文种，或用 --template 给出自己的模板。"
        raise UsageError(msg)
    return template_file(kind.name, kind.home)


def _kindless(
    template: Template, name: str, common: Row | None, roster_names: NameIndex | None
) -> Press:
    """Make the press of a template that is a kind of its own."""
    inference = template.infer()
    return Press(
        kind_of(inference, name),
        template,
        common=common,
        roster_names=roster_names,
        template_findings=inference.findings,
    )


@lru_cache(maxsize=8)
def _compiled(
    path: FilePath,
    _changed: int,
    _size: int,
    kind: str | None,
    profile: Profile | None,
    *,
    foreign: bool,
) -> Template:
    """Keep the last templates compiled, as long as their files do not change."""
    fields = None if kind is None else find_kind(kind).fields
    content = read_template(path)
    if foreign:
        from docgen.word.quarantine import admit

        admit(content)
    if profile is None:
        return Template(content, fields)
    from docgen.word.restyling import apply

    return Template(apply(profile, content), fields)


def check(
    kind: Kind | str | None,
    data: Mapping[str, object],
    *,
    template: FilePath | str | None = None,
) -> list[Finding]:
    """Check Python data for one document; bad data is findings, never an exception.

    With `kind` None the template's own placeholders are the fields.
    """
    press = open_press(kind, template)
    return [*press.findings, *press.check(Row(data)).findings]


def generate(
    kind: Kind | str | None,
    data: Mapping[str, object],
    *,
    template: FilePath | str | None = None,
    layout: Layout | None = None,
) -> Document:
    """Make one document from Python data; with `kind` None by a template of one's own.

    Raises:
        IncompleteError: when any finding is an error; `findings` holds every one.
        TemplateError: when the template is at fault.
    """
    return make_document(open_press(kind, template, layout=layout), Row(data))


def make_document(press: Press, row: Row) -> Document:
    """Check a row and make its document.

    Raises:
        IncompleteError: when any finding is an error; `findings` holds every one.
        TemplateError: when the template is at fault.
    """
    press.demand_sound_template()
    checked = press.check(row)
    findings = [*press.findings, *checked.findings]
    if checked.values is None or has_errors(findings):
        msg = f"有{sum(f.is_error for f in findings)}处错误，没有生成文件。"
        raise IncompleteError(msg, findings)
    return Document(f"{checked.name}.docx", press.make(checked), findings)


def make_draft(press: Press, row: Row) -> Document:
    """Render a row with its gaps marked; `findings` are those that stop the real document.

    Raises:
        TemplateError: when the template is at fault.
    """
    press.demand_sound_template()
    checked = press.check(row)
    name = checked.name or press.kind.label
    return Document(f"{name}（草稿）.docx", press.draft(row), [*press.findings, *checked.findings])
