"""Which reader reads a file, and what is said of files that none can read."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.errors import FileError
from docgen.findings import Source
from docgen.readers import InputFile, read_record, read_roster, readers
from docgen.readers._text import text_findings


def test_every_ending_has_one_reader() -> None:
    suffixes = [suffix for reader in readers() for suffix in reader.suffixes]

    assert len(suffixes) == len(set(suffixes))
    assert {".json", ".jsonl", ".yaml", ".yml", ".csv", ".csv.gz", ".xlsx"} <= set(suffixes)


def test_choosing_a_reader_loads_no_heavy_library() -> None:
    program = (
        "import sys, docgen.readers; docgen.readers.readers();"
        "print({'openpyxl', 'python_calamine', 'yaml', 'docx', 'lxml'} & set(sys.modules))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(("text", "data"), [(' {"a": 1}', {"a": 1}), ("a: 1\n", {"a": "1"})])
def test_standard_input_is_known_by_its_first_sign(
    text: str, data: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    assert read_record("-").data == data


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("x.et", "另存为 .xlsx"),
        ("x.docx", "文档"),
        ("x.foo", "不认识"),
        ("没有", "不认识"),
    ],
)
def test_an_ending_that_no_reader_knows_is_refused_in_words(name: str, words: str) -> None:
    with pytest.raises(FileError, match=words):
        read_record(InputFile(name, content=b""))


def test_a_missing_file_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="找不到文件"):
        read_record(tmp_path / "没有.json")


def test_a_folder_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="文件夹"):
        read_roster(tmp_path)


@pytest.mark.parametrize("name", ["x.json", "x.yaml", "x.csv", "x.jsonl"])
def test_a_workbook_under_another_ending_is_named(name: str) -> None:
    with pytest.raises(FileError, match="Excel"):
        read_roster(InputFile(name, content=b"PK\x03\x04" + b"\x00" * 50))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\x00", "control-character"),
        ("\x85", "control-character"),
        ("\ud842", "lone-surrogate"),
        ("\u2066", "bidi-control"),
        ("\u200f", "bidi-control"),
        ("\U0010ffff", "noncharacter"),
        ("\ufdd0", "noncharacter"),
        ("\ufffd", "lost-character"),
        ("\ufeff", "zero-width-character"),
    ],
)
def test_what_cannot_be_seen_is_refused_with_its_number(text: str, code: str) -> None:
    (fault,) = text_findings(f"西街{text}村", Source(file="x", line=3))

    assert fault.code == code
    assert f"U+{ord(text):04X}" in fault.message
    assert "第3个字" in fault.message
    assert fault.source == Source(file="x", line=3)


@pytest.mark.parametrize("text", ["", "西街村\n\t二组", "𠮷", "　", "·—…", "é\u0301", "龦\ue000"])
def test_what_can_be_seen_is_left_alone(text: str) -> None:
    assert text_findings(text, Source()) == []
