"""Tracing a record through a template: every value it would print and does not have.

Only branches the record takes are asked, each item of each loop; nothing stops at the first gap.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import starmap

from docgen.word.blame import blamed
from docgen.word.environment import Missing, Numbered, is_absent
from docgen.word.growth import Growth, OversizeError
from docgen.word.printing import Reason, UnprintableError, plain_text
from docgen.word.program import EXPRESSION_ERRORS, Program, Question
from docgen.word.sites import Placeholder, Site, Use

MOST_GAPS = 20_000
"""Nobody reads more; a paper with as many is not one."""

Path = tuple[str | int, ...]


class BrokenOffError(Exception):
    """Raised where a part cannot be walked to its end: a `set` or a loop's condition failed."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A value that a template would print, and that is not there or cannot be printed."""

    path: Path
    placeholder: Placeholder
    value: object
    reason: Reason


@dataclass(slots=True)
class Tracer:
    """Runs one part over one record and writes down its gaps.

    `pieces` is the text of the part as it would be; `print_gap` writes a gap into it.
    `loop_gaps` makes a missing list one empty item, so that a draft shows what belongs there.
    """

    sites: Sequence[Site]
    values: Mapping[str, object]
    gaps: list[Gap]
    write: Callable[[str], str]
    print_gap: Callable[[Gap, Site], str]
    loop_gaps: bool = False
    growth: Growth = field(default_factory=Growth)

    def run(self, program: Program) -> Iterator[str]:
        """Walk the part and give its text piece by piece.

        Raises:
            OversizeError: when the document grows too large; the last gap says where.
            BrokenOffError: when what follows depends on what failed; the last gap says where.
        """
        self.growth.begin()
        last: list[Question] = []
        try:
            for text in self._steps(program, last):
                self.growth.piece(text, program.cost_of_a_break)
                yield text
                if len(self.gaps) > MOST_GAPS:
                    raise OversizeError
        except OversizeError as fault:
            self._failure(program, fault, last, Reason.LARGE)
            raise

    def _steps(self, program: Program, asked: list[Question]) -> Iterator[str]:
        """Walk the part; the question that is being answered stands in `asked`."""
        steps, answer = program.trace(self.values), None
        while True:
            try:
                step = steps.send(answer)
            except StopIteration:
                return
            except EXPRESSION_ERRORS as fault:
                # What is set, and a loop's own condition, is not asked for alone.
                self._failure(program, fault, asked, Reason.FAILED)
                raise BrokenOffError from fault
            answer = None
            if isinstance(step, str):
                yield step
                continue
            asked[:] = [step]
            if self.sites[step[0]].placeholder.use is Use.PRINT:
                yield self._print(step)
            else:
                answer = self._answer(step)

    def _failure(
        self, program: Program, fault: Exception, asked: list[Question], reason: Reason
    ) -> None:
        """Write down what ends the walk, at the statement it came out of."""
        if placeholder := blamed(program, fault):
            self.gaps.append(Gap((), placeholder, None, reason))
        elif asked:
            self._gap(asked[0], None, reason)

    def _print(self, step: Question) -> str:
        try:
            value = step[1]()
        except EXPRESSION_ERRORS as fault:
            gap = self._gap(step, fault, Reason.FAILED)
        else:
            try:
                return self.write(plain_text(value))
            except UnprintableError as fault:
                gap = self._gap(step, fault.value, fault.reason)
        return self.print_gap(gap, self.sites[step[0]])

    def _answer(self, step: Question) -> object:
        is_loop = self.sites[step[0]].placeholder.use is Use.LOOP
        try:
            value = step[1]()
        except EXPRESSION_ERRORS as fault:
            self._gap(step, fault, Reason.FAILED)
            return () if is_loop else False
        if not is_loop:
            return value
        if isinstance(value, list | tuple):
            self.growth.loop(len(value))
            return list(starmap(Numbered, enumerate(value)))
        self._gap(step, value, Reason.MISSING if is_absent(value) else Reason.SHAPE)
        return [Numbered(0, Missing())] if self.loop_gaps else ()

    def _gap(self, step: Question, value: object, reason: Reason) -> Gap:
        site = self.sites[step[0]]
        path = self._path(site, step[2:], value)
        gap = Gap(path, site.placeholder, None if is_absent(value) else value, reason)
        if not site.is_copy:
            self.gaps.append(gap)
        return gap

    def _path(self, site: Site, positions: Sequence[int], value: object) -> Path:
        """Find the field to blame: the one path, or the first that has nothing to print."""
        if site.direct is not None:
            return site.direct.concrete(positions)
        paths = [reference.concrete(positions) for reference in site.references]
        for path in paths:
            if not self._is_sound(path):
                return path
        return paths[0] if paths else ()

    def _is_sound(self, path: Path) -> bool:
        found: object = self.values
        for step in path:
            try:
                found = found[step]  # type: ignore[index]  # whatever cannot be indexed is unsound
            except (LookupError, TypeError):
                return False
        try:
            plain_text(found)
        except UnprintableError as fault:
            return fault.reason is Reason.SHAPE
        return True
