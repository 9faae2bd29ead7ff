from pathlib import Path

import pytest
from commands import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """Give a shell whose current folder is empty."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path / ".home"))
    return Shell(tmp_path, capsys)
