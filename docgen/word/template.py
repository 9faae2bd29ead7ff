"""A Word template, compiled once and filled many times.

```python
template = Template("责任书.docx")
template.gaps(values)  # what these values lack, all at once
template.render(values)  # the finished file, as bytes
```
"""

import hashlib
import io
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Protocol

from docgen.errors import FileError, IncompleteError, system_reason
from docgen.fields import Field
from docgen.findings import Finding
from docgen.word.breaks import is_masked, laid_out
from docgen.word.finishing import Finish
from docgen.word.gates.archive import LARGEST
from docgen.word.growth import MOST_PIECES, Growth, OversizeError
from docgen.word.homes import homes
from docgen.word.package import open_package
from docgen.word.packing import PackagePlan
from docgen.word.printing import Printer, Reason, UnprintableError, escaped
from docgen.word.program import EXPRESSION_ERRORS, Compiled, compile_parts
from docgen.word.remarks import without_remarks
from docgen.word.reporting import gap_finding
from docgen.word.sites import Placeholder
from docgen.word.source import PartSource, read_part
from docgen.word.tags import tag_spans
from docgen.word.tracing import BrokenOffError, Gap, Path, Tracer

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

    from docgen.word.inference import Inference


def _itself(path: Path) -> Path:
    return path


class HasFields(Protocol):
    """A kind, as far as a template knows it."""

    @property
    def fields(self) -> Field:
        """The record's field tree."""


@dataclass(frozen=True, slots=True)
class Composition:
    """The changing parts of one document as XML, and every text that was printed.

    `printed` pairs the number of a placeholder with the text it printed, in reading order;
    `written` are the same texts as XML, line breaks and tabs masked.
    """

    parts: list[str]
    printed: list[tuple[int, str]]
    written: list[str]


class Template:
    """One .docx with placeholders; safe to share between threads.

    `source` is a file or its bytes. With `fields` the template may speak in labels
    (`乙方.代表.姓名`), and values are looked up by identifier.
    """

    def __init__(self, source: FilePath | str | bytes, fields: Field | None = None) -> None:
        """Read, gate and compile the template.

        Raises:
            FileError: when the file cannot be read.
            TemplateError: when it is no Word file or uses what templates may not.
        """
        content = source if isinstance(source, bytes) else read_template(FilePath(source))
        self.fingerprint = hashlib.sha256(content).hexdigest()
        self.fields = fields
        self._own_findings: list[Finding] | None = None
        package = open_package(content)
        self.members = without_remarks(package.members)
        self.taken_out = package.findings
        self._parts = [read_part(home, self.members[home.member]) for home in homes(self.members)]
        self.compiled: Compiled = compile_parts(self._parts, fields)
        self.sources = [source for source in self._parts if source.tags]
        self._finish = Finish(self.sources)
        self._printer = Printer()
        self._plan = PackagePlan(self.members, [source.member for source in self.sources])

    @cached_property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """Every use of a value: printed, looped over, asked; a text box counts once."""
        return tuple(site.placeholder for site in self.compiled.sites if not site.is_copy)

    @cached_property
    def fixed_texts(self) -> tuple[str, ...]:
        """The template's own words, paragraph by paragraph, split where placeholders stand."""
        return tuple(text for source in self._parts for text in _own_texts(source))

    def check(self, kind: "HasFields | Field") -> list[Finding]:
        """Hold the template against a record model: every fault at once, with its place."""
        from docgen.word.checking import check_parts, in_reading_order
        from docgen.word.contract import check_compiled

        fields = kind if isinstance(kind, Field) else kind.fields
        if fields is not self.fields:
            return [*self.taken_out, *check_parts(self._parts, fields).findings]
        if self._own_findings is None:
            found = check_compiled(self.compiled, fields)
            self._own_findings = [*self.taken_out, *in_reading_order(found, self._parts)]
        return list(self._own_findings)

    def infer(self) -> "Inference":
        """Tell the fields of a template that belongs to no kind, and what is wrong with it."""
        from docgen.word.inference import infer

        found = infer(self.sources)
        return replace(found, findings=(*self.taken_out, *found.findings))

    def compose(self, values: Mapping[str, object]) -> Composition:
        """Fill the changing parts.

        Raises:
            UnprintableError: at the first value that is missing or cannot be printed.
        """
        parts: list[str] = []
        printed: list[tuple[int, str]] = []
        texts: list[str] = []
        known, xml = self._printer.known, self._printer.xml
        growth = Growth()
        for program in self.compiled.programs:
            pieces: list[str] = []
            append, long = pieces.append, 0
            try:
                for piece in islice(program.render(values), MOST_PIECES):
                    if isinstance(piece, str):
                        append(piece)
                        continue
                    index, value = piece
                    if value.__class__ is int:
                        value = written = str(value)
                    elif value.__class__ is str and value in known:
                        written = known[value]
                    else:
                        value, written = xml(value)
                        long += len(written)
                        if long > growth.room:
                            raise OversizeError
                    append(written)
                    texts.append(written)
                    printed.append((index, value))
                parts.append(growth.whole(pieces, program.cost_of_a_break))
            except EXPRESSION_ERRORS as fault:
                raise UnprintableError(Reason.FAILED, fault) from fault
            except OversizeError as fault:
                raise UnprintableError(Reason.LARGE) from fault
        return Composition([_finished(part) for part in parts], printed, texts)

    def gaps(self, values: Mapping[str, object]) -> list[Gap]:
        """Find everything these values would print and do not have.

        Asked are only the branches these values take, and each item of each loop.
        """
        gaps: list[Gap] = []
        tracer = Tracer(self.compiled.sites, values, gaps, escaped, lambda gap, site: "")
        with suppress(OversizeError):
            for program in self.compiled.programs:
                with suppress(BrokenOffError):
                    for _ in tracer.run(program):
                        pass
        return gaps

    def pack(self, parts: list[str]) -> bytes:
        """Give the finished file out of composed parts."""
        return self._plan.pack([part.encode() for part in self._finish(parts)])

    def finish(self, parts: list[str]) -> list[str]:
        """Give composed parts the last touches that this template needs."""
        return self._finish(parts)

    def docxtpl(self) -> "DocxTemplate":
        """Give this template as docxtpl's own, to make RichText, images and subdocuments for it."""
        from docxtpl import DocxTemplate

        return DocxTemplate(io.BytesIO(PackagePlan(self.members).pack(())))

    def render(
        self,
        values: Mapping[str, object],
        *,
        folder: FilePath | str | None = None,
        docxtpl: "DocxTemplate | None" = None,
    ) -> bytes:
        """Fill the placeholders with `values` and give the finished file.

        A picture's name in `values` leads into `folder`. Values may be docxtpl's RichText,
        InlineImage, Subdoc and Listing, made for `docxtpl` (see `docxtpl()`): docxtpl then writes
        and saves the file.

        Raises:
            IncompleteError: with every value that is missing or cannot be printed.
            UsageError: when docxtpl's objects were made for another template.
        """
        try:
            composition = self.compose(values)
        except UnprintableError as fault:
            from docgen.word.fragments import real_gaps, render_with_fragments

            gaps = self.gaps(values)
            real = real_gaps(gaps)
            if gaps and not real:
                root = None if folder is None else FilePath(folder)
                return render_with_fragments(self, values, root, docxtpl)
            findings = [gap_finding(gap, self.fields) for gap in real]
            message = "；".join(finding.message for finding in findings)
            raise IncompleteError(f"数据不完整，没有生成文件：{message}", findings) from fault
        return self.pack(composition.parts)

    def draft(
        self,
        values: Mapping[str, object],
        origin: Callable[[Path], Path] = _itself,
        fields: Field | None = None,
    ) -> bytes:
        """Give the file with every gap marked 【待填：…】 and 草稿 in the header.

        A gap is named after the field that `origin` gives for the printed one, as the template's
        own field tree has it, or `fields`.

        Raises:
            IncompleteError: when the values would print more than a document may hold, or an
                expression fails on which all that follows depends.
        """
        from docgen.word.draft import draft_members, draft_parts

        gaps: list[Gap] = []
        named = self.fields or fields
        try:
            drafted = draft_parts(self.compiled, values, named, origin, gaps)
        except (OversizeError, BrokenOffError) as fault:
            findings = [gap_finding(gap, named) for gap in gaps[-1:]]
            message = "；".join(finding.message for finding in findings)
            raise IncompleteError(f"没有生成草稿：{message}", findings) from fault
        parts = self._finish(drafted)
        names = [source.member for source in self.sources]
        return PackagePlan(draft_members(self.members, names, parts)).pack(())


def _finished(part: str) -> str:
    return laid_out(part) if is_masked(part) else part


def _own_texts(source: PartSource) -> list[str]:
    texts = []
    for passage in source.passages:
        done = 0
        if passage.is_copy:
            continue
        end_of_text = len(passage.text)
        for start, end in (*tag_spans(passage.text), (end_of_text, end_of_text)):
            own = passage.text[done:start]
            done = end
            if own.strip():
                texts.append(own)
    return texts


def read_template(path: FilePath) -> bytes:
    """Read a template's file.

    Raises:
        FileError: when it cannot be read; the message says why, and what to do.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError as fault:
        raise FileError(f"{path} 不存在。把模板存到那里，再运行一次。") from fault
    except IsADirectoryError as fault:
        raise FileError(f"{path} 是文件夹。给出其中的 .docx 文件。") from fault
    except OSError as fault:
        raise FileError(f"{path} 读不了（{system_reason(fault)}）。检查路径和权限。") from fault
    if len(content) > LARGEST:
        raise FileError(f"{path} 超过 {LARGEST // 2**20} MB，不像模板。压缩或删去里面的图片。")
    return content
