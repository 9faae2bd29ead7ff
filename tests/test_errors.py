"""Errors carry all they know from one process to another."""

import pickle

import pytest

from docgen.errors import FileError, FindingsError, IncompleteError, NotWordError, TemplateError
from docgen.findings import Finding, Severity


@pytest.mark.parametrize("kind", [FindingsError, IncompleteError, TemplateError, NotWordError])
def test_an_error_with_findings_travels_whole(kind: type[FindingsError]) -> None:
    finding = Finding("missing-value", Severity.ERROR, "年度没有填写", "填写年度。")

    there = pickle.loads(pickle.dumps(kind("有1处错误。", [finding])))

    assert type(there) is kind
    assert (str(there), there.findings) == ("有1处错误。", [finding])


def test_an_error_without_findings_travels_too() -> None:
    assert str(pickle.loads(pickle.dumps(FileError("没有这个文件。")))) == "没有这个文件。"
