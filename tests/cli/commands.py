"""Run the command line in this process, as a shell would, and keep what it printed."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from agreements import village_agreement

from docgen.cli import run


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one JSON object on standard output."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found

    @property
    def codes(self) -> list[str]:
        """The codes of the findings, printed as JSON."""
        return [finding["code"] for finding in self.json["findings"]]


class Shell:
    """Runs docgen in one folder; every word that is no path stays as it is."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture

    def __call__(self, *words: str | Path) -> Ran:
        code = run([str(word) for word in words])
        printed = self._capture.readouterr()
        assert "Traceback" not in printed.err
        return Ran(code, printed.out, printed.err)

    def write(self, name: str, data: object) -> Path:
        """Write a file: text as it is, anything else as JSON."""
        path = self.folder / name
        text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
        return path

    def agreement(self, **changes: object) -> Path:
        """Write a complete agreement that names its kind."""
        return self.write("责任书.json", {"文种": "责任书", **village_agreement(**changes)})

    def files(self) -> list[str]:
        """Name every file in the folder, hidden ones too."""
        paths = self.folder.rglob("*")
        return sorted(str(p.relative_to(self.folder)) for p in paths if p.is_file())
