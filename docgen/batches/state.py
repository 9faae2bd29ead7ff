"""The state of one run: what was asked, what was found, what was done so far."""

from dataclasses import dataclass, field
from pathlib import Path

from docgen.batches.deciding import Wanted
from docgen.batches.identity import Identity
from docgen.batches.journal import Journal
from docgen.batches.outcome import OnProgress, Progress
from docgen.batches.plan import Plan
from docgen.engine import Press
from docgen.findings import Finding, has_errors


@dataclass(frozen=True, slots=True)
class Orders:
    """What the user asked of a run, beside kind, roster and plan."""

    folder: Path
    source: Path
    jobs: int = 1
    skip_bad: bool = False
    force: bool = False
    dry_run: bool = False
    pdf: bool = False


@dataclass
class Run:
    """One run over one roster: what was found and done so far."""

    orders: Orders
    plan: Plan
    press: Press
    journal: Journal
    on_progress: OnProgress | None
    known: list[Identity] = field(default_factory=list)
    told: dict[int, list[Finding]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    wanted: dict[int, Wanted] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    to_make: set[int] = field(default_factory=set)
    unchanged: set[int] = field(default_factory=set)
    outputs: dict[str, str | None] = field(default_factory=dict)
    printed: int = 0
    is_fatal: bool = False

    @property
    def failed(self) -> set[int]:
        """The positions of rows that have an error."""
        return {index for index, findings in self.told.items() if has_errors(findings)}

    def tell(self, index: int, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Keep findings with their row."""
        if findings:
            self.told.setdefault(index, []).extend(findings)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Say how far the run is."""
        if self.on_progress is not None:
            self.on_progress(Progress(stage, done, total, len(self.failed)))
