"""Faults seeded into real input are all found, at their cell or line, before any document exists.

The roster is a county's 744 villages; the short ones are its first rows. Line 300 of a csv file
and row 300 of a workbook are the same village: the heading is the first.
"""

import csv
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from agreements import village_agreement

import docgen
from docgen.batches import Report
from docgen.cli import run
from docgen.library import shared_folder

EXAMPLES = shared_folder("examples")
COMMON = json.loads((EXAMPLES / "responsibility_agreement.common.json").read_text("utf-8"))
VILLAGE = 5  # the column of 村（居）名称, from 0
Lines = list[list[str]]


def villages(count: int) -> Lines:
    """Give the county's heading and its first villages, each with the post of its head."""
    with (EXAMPLES / "villages-huaxian.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))[: count + 1]
    return [[*lines[0], "职务"], *([*line, "村委会主任"] for line in lines[1:])]


@dataclass(frozen=True)
class Seed:
    """One fault: what is done to a sound roster, its common data, its template."""

    rows: Callable[[Lines], object] = lambda lines: None
    size: int = 12
    common: dict[str, Any] = field(default_factory=dict)
    template: Callable[[Path], Path] | None = None


def batch(folder: Path, seed: Seed, ending: str) -> Report:
    """Run a batch over the seeded roster in one format."""
    lines = villages(seed.size)
    seed.rows(lines)
    roster = write(folder / f"名册{ending}", lines)
    template = seed.template(folder) if seed.template else None
    return docgen.batch(
        "责任书", roster, common=COMMON | seed.common, output=folder / "out", template=template
    )


def write(path: Path, lines: Lines) -> Path:
    """Write a table as csv or as a workbook."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(lines)
        return path
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(line)
    book.save(path)
    return path


def put(row: int, text: str, column: int = VILLAGE) -> Callable[[Lines], object]:
    """Write one cell; rows are counted as the clerk's program shows them."""
    return lambda lines: lines[row - 1].__setitem__(column, text)


def add_column(heading: str, row: int, text: str) -> Callable[[Lines], object]:
    """Add a column that is empty but for one cell."""

    def add(lines: Lines) -> None:
        for number, line in enumerate(lines, 1):
            line.append(heading if number == 1 else text if number == row else "")

    return add


def paper(*paragraphs: str, header: str = "", title: str = "") -> Callable[[Path], Path]:
    """Make a template of plain paragraphs."""

    def make(folder: Path) -> Path:
        document = docx.Document()
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)
        document.sections[0].header.paragraphs[0].text = header
        document.core_properties.title = title
        document.save(str(folder / "模板.docx"))
        return folder / "模板.docx"

    return make


def twin(lines: Lines) -> None:
    """Give a village the name of another of its township."""
    lines[8][VILLAGE] = lines[5][VILLAGE]
    lines[8][4] = lines[5][4]


BODY = "{{ title }}{{ party_b.organs[0].name }}"
SECOND = BODY + "{% if scope == 'fire' %}消防{% else %}{{ delegation }}{% endif %}"

SEEDS: dict[str, tuple[Seed, str, list[tuple[int, str]]]] = {
    # what: the seed, the code, and each place (line of the csv, cell of the workbook)
    "an empty name in row 300": (
        Seed(rows=put(300, ""), size=744),
        "missing-value",
        [(300, "F300")],
    ),
    "a name of spaces": (Seed(rows=put(7, "　 ")), "missing-value", [(7, "F7")]),
    "××村 for a name": (Seed(rows=put(7, "××村")), "leftover-mark", [(7, "F7")]),
    "XX村民委员会 for a name": (Seed(rows=put(7, "XX村民委员会")), "leftover-mark", [(7, "F7")]),
    "a blank post": (Seed(rows=put(7, "__", 6)), "leftover-mark", [(7, "G7")]),
    "20__年 in a title": (
        Seed(rows=add_column("标题", 7, "20__年安全生产责任书")),
        "leftover-mark",
        [(7, "H7")],
    ),
    "a number that lost its digits": (
        Seed(rows=put(7, "4.10526E+11", 0)),
        "lost-number",
        [(7, "A7")],
    ),
    "two villages of one name in one township": (
        Seed(rows=twin),
        "duplicate-name",
        [(6, "F6"), (9, "F9")],
    ),
    "two rows of one code": (
        Seed(rows=put(9, "410526001003", 0)),
        "duplicate-row",
        [(4, "A4"), (9, "A9")],
    ),
    "a code that is empty": (Seed(rows=put(7, "", 0)), "empty-key", [(7, "A7")]),
    "a missing value only the second branch prints": (
        Seed(rows=add_column("领域", 7, "消防"), template=paper(SECOND)),
        "missing-value",
        [(line, f"A{line}") for line in range(2, 14) if line != 7],
    ),
    "a blank in a header": (
        Seed(
            rows=add_column("委托语", 7, "受××委托"),
            common={"委托语": "受县政府委托"},
            template=paper(BODY, header="{{ delegation }}"),
        ),
        "leftover-mark",
        [(7, "H7")],
    ),
    "a blank in a document property": (
        Seed(
            rows=add_column("委托语", 7, "受××委托"),
            common={"委托语": "受县政府委托"},
            template=paper(BODY, title="{{ delegation }}"),
        ),
        "leftover-mark",
        [(7, "H7")],
    ),
}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_fault_is_found_at_its_cell_and_nothing_is_made(
    tmp_path: Path, name: str, ending: str
) -> None:
    seed, code, places = SEEDS[name]

    report = batch(tmp_path, seed, ending)

    errors = [finding for finding in report.findings if finding.is_error]
    assert {finding.code for finding in errors} == {code}
    sources = [finding.source for finding in errors if finding.source]
    if ending == ".csv":
        assert [source.line for source in sources] == [line for line, _ in places]
    elif seed.template is None or len(places) == 1:
        assert [source.cell for source in sources] == [cell for _, cell in places]
    else:
        assert [source.line for source in sources] == [line for line, _ in places]
    assert not list(tmp_path.rglob("out/**/*.docx"))


def test_none_in_the_second_item_of_a_list_is_found_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = village_agreement(一票否决=["突破控制指标的。", None])
    path = tmp_path / "数据.json"
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")

    assert run(["render", "责任书", str(path), "-o", str(tmp_path / "x.docx"), "--json"]) == 1

    found = json.loads(capsys.readouterr().out)["findings"]
    null = path.read_text("utf-8").splitlines().index("  null") + 1
    assert [(f["code"], f["path"], f["source"]["line"]) for f in found] == [
        ("missing-value", "veto[1]", null)
    ]
    assert not (tmp_path / "x.docx").exists()


def test_another_township_left_in_the_common_text_is_found_once(tmp_path: Path) -> None:
    common = {"其他约定": ["由城关街道办事处负责解释。"]}

    report = batch(tmp_path, Seed(common=common), ".csv")

    assert {finding.code for finding in report.findings} == {"foreign-name"}
    assert {finding.path for finding in report.findings} == {"supplementary[0]"}
    assert not list(tmp_path.rglob("out/**/*.docx"))


def test_a_value_needed_only_by_a_branch_not_taken_raises_nothing(tmp_path: Path) -> None:
    report = batch(tmp_path, Seed(common={"领域": "消防"}, template=paper(SECOND)), ".csv")

    assert report.ok
    assert report.made == 12
