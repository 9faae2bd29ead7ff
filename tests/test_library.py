"""Where templates are looked for."""

from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.library import shared_folder, template_file


def test_the_built_in_template_is_found() -> None:
    assert template_file("responsibility_agreement").parent == shared_folder("templates") / "docx"


def test_the_users_own_template_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path))
    own = tmp_path / "templates" / "responsibility_agreement.docx"
    own.parent.mkdir()
    own.write_bytes(b"")

    assert template_file("responsibility_agreement") == own


def test_a_missing_template_says_where_to_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_HOME", str(tmp_path))

    with pytest.raises(FileError, match=str(tmp_path)):
        template_file("no_such_kind")
