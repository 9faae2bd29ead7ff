"""What a batch tells: how far it is, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.errors import DocgenError
from docgen.findings import Finding


class StoppedError(DocgenError):
    """Raised when the user stopped a run; what was made so far is kept and remembered."""

    exit_code = 130


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `stage` is check, make or print, the numbers are rows."""

    stage: str
    done: int
    total: int
    failed: int


OnProgress = Callable[[Progress], object]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a batch.

    `made` and `unchanged` count documents, `failed` rows. `outputs` names the documents folder,
    the ledger, the list of problems and the PDF folder, None where there is none. `files` are the
    documents made, relative to the output folder; `printed` counts the PDFs made.
    """

    ok: bool
    findings: list[Finding]
    rows: int
    made: int = 0
    unchanged: int = 0
    failed: int = 0
    seconds: float = 0.0
    outputs: dict[str, str | None] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    printed: int = 0

    def to_json(self) -> dict[str, object]:
        """Give the report as the JSON object of the contract."""
        return {
            "ok": self.ok,
            "findings": [finding.to_json() for finding in self.findings],
            "rows": self.rows,
            "made": self.made,
            "unchanged": self.unchanged,
            "failed": self.failed,
            "seconds": round(self.seconds, 3),
            "outputs": dict(self.outputs),
        }
