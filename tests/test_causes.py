"""One cause is told once, at the clerk's own place."""

import json
from pathlib import Path

from plans import TOWNSHIP, Data

import docgen
from docgen.engine import open_press
from docgen.readers import read_record

BAD = "镇政府\x01统筹部署。"


def told(data: Data) -> list[tuple[str, str | None]]:
    return [(one.code, one.path) for one in docgen.check("活动方案", data)]


def told_of_a_file(folder: Path, data: Data) -> list[tuple[str, int | None]]:
    file = folder / "plan.json"
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    found = open_press("活动方案").check(read_record(file)).findings
    return [(one.code, one.source.line if one.source else None) for one in found]


def in_the_group(text: str) -> Data:
    return {**TOWNSHIP, "组织领导": {**TOWNSHIP["组织领导"], "职责": text}}


def test_an_unknown_law_in_the_basis_is_told_at_its_item_alone() -> None:
    basis = ["中华人民共和国安全生产法", "中华人民共和国安全生产条例"]

    assert told({**TOWNSHIP, "依据": basis}) == [("law-unknown", "basis[1].name")]


def test_an_unknown_law_in_the_clerks_own_words_is_told_there_too() -> None:
    text = "根据《中华人民共和国安全生产条例》，制定本方案。"
    data = {**TOWNSHIP, "开头": [text], "依据": ["中华人民共和国安全生产条例"]}

    assert sorted(path or "" for _, path in told(data)) == ["basis[0].name", "opening[0].text"]


def test_a_short_name_in_the_basis_is_told_at_its_item() -> None:
    basis = ["中华人民共和国消防法", "安全生产法"]

    assert told({**TOWNSHIP, "依据": basis}) == [("law-short-name", "basis[1].name")]


def test_a_character_told_when_it_is_read_is_not_told_when_it_is_printed(tmp_path: Path) -> None:
    [(code, line)] = told_of_a_file(tmp_path, in_the_group(BAD))

    assert code == "control-character"
    assert line is not None
    assert line > 1


def test_each_field_with_a_character_is_told(tmp_path: Path) -> None:
    data = {**in_the_group(BAD), "开头": ["根据\x01要求，制定本方案。"]}

    codes = [code for code, _ in told_of_a_file(tmp_path, data)]

    assert codes == ["control-character", "control-character"]


def test_a_character_in_the_office_is_not_told_of_the_title_drawn_from_it(tmp_path: Path) -> None:
    data = {**TOWNSHIP, "发文机关": "白道\x02口镇人民政府"}

    assert [code for code, _ in told_of_a_file(tmp_path, data)] == ["control-character"]


def test_a_character_that_no_reader_told_is_told_when_it_is_printed() -> None:
    assert told(in_the_group(BAD)) == [("bad-character", "organization.duties")]
