"""Small rosters, and batches over them."""

import csv
from collections.abc import Sequence
from pathlib import Path

import docgen
from docgen.batches import Report
from docgen.findings import Finding

COMMON: dict[str, object] = {
    "年度": 2026,
    "甲方": {"代表": {"姓名": "手签"}},
    "乙方": {"代表": {"姓名": "手签"}},
    "控制指标": [{"类别": "生产安全事故", "指标": "死亡人数", "数值": 0}],
}
HEADINGS = ("区划代码", "乡镇", "村名", "职务")
VILLAGES = ("西街村", "东街村", "北关村")


def row(number: int, village: str, township: str = "白道口镇") -> list[str]:
    return [f"4105261012{number:02}", township, village, "村委会主任"]


def rows(*villages: str) -> list[list[str]]:
    return [row(number, village) for number, village in enumerate(villages or VILLAGES)]


def write_roster(
    folder: Path,
    lines: Sequence[Sequence[str]],
    headings: Sequence[str] = HEADINGS,
    name: str = "名册.csv",
) -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([headings, *lines])
    return path


def run(roster: Path, **options: object) -> Report:
    """Make a batch into `out` beside the roster."""
    options = {"common": COMMON, "output": roster.parent / "out", **options}
    return docgen.batch("responsibility_agreement", roster, **options)  # type: ignore[arg-type] # the tests choose freely


def documents(folder: Path) -> dict[str, bytes]:
    """Give every file below `documents` by its path."""
    root = folder / "out" / "documents"
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def only(report: Report, code: str) -> Finding:
    """Give the one finding of that code."""
    [found] = [finding for finding in report.findings if finding.code == code]
    return found
