"""JSON: every value with its place, every slip said at once."""

import json
import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.readers import InputFile, read_record, read_roster
from docgen.readers._json import parse
from docgen.rows import Row

visible = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")))
scalars = (st.none() | st.booleans() | st.integers() | visible) | st.floats(
    allow_nan=False, allow_infinity=False
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(visible, inner), max_leaves=20
)


def read(text: str) -> Row:
    return read_record(InputFile("x.json", content=text.encode()))


def faults(text: str) -> list[tuple[str, int | None, int | None]]:
    found = read(text).findings
    return [(fault.code, fault.source.line, fault.source.column) for fault in found if fault.source]


@given(values, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_what_python_writes_reads_as_python_reads_it(
    value: object, indent: int | str | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)

    parsed = parse(text, "x.json")

    assert parsed.value == json.loads(text)
    assert {fault.code for fault in parsed.findings} <= {"lost-character", "zero-width-character"}


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    parsed = parse(text, "x.json")

    assert parsed.complete or parsed.findings


@given(st.dictionaries(visible, visible, min_size=1))
def test_every_value_has_the_place_where_it_is_written(value: dict[str, str]) -> None:
    text = json.dumps(value, indent=1, ensure_ascii=False)
    lines = text.split("\n")

    parsed = parse(text, "x.json")

    for key, written in value.items():
        line, column = parsed.places[(key,)]
        quoted = json.dumps(written, ensure_ascii=False)
        assert lines[line - 1][column - 1 :].startswith(quoted)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "a": 2}', ("duplicate-key", 1, 10)),
        ('{\n "a": {"b": 1,\n  "b": 2}}', ("duplicate-key", 3, 3)),
        ('{"a": NaN}', ("not-a-number", 1, 7)),
        ('{"a": -Infinity}', ("not-a-number", 1, 7)),
        ('{"a"：1}', ("full-width-punctuation", 1, 5)),
        ('{"a":1，"b":2}', ("full-width-punctuation", 1, 7)),
        ("{“a”:1}", ("full-width-punctuation", 1, 2)),
        ("{'a':1}", ("single-quotes", 1, 2)),
        ('{"a":1,}', ("trailing-comma", 1, 7)),
        ('{"a":[1,2,]}', ("trailing-comma", 1, 10)),
        ('{"a":1,,"b":2}', ("trailing-comma", 1, 8)),
        ('{"a":[1,,]}', ("trailing-comma", 1, 9)),
        ('{"a":1\n"b":2}', ("missing-comma", 2, 1)),
        ('{"a":1} // 说明', ("comment-in-json", 1, 9)),
        ('{"a":/* 说明 */1}', ("comment-in-json", 1, 6)),
        ('{"a":"x\n}', ("unclosed", 1, 6)),
        ('{"a":[1,2}', ("unclosed", 1, 10)),
        ('{"a":1', ("unclosed", 1, 1)),
        ('{"a" 1}', ("syntax", 1, 6)),
        ('{"a":}', ("syntax", 1, 6)),
        ('{"a":1}}', ("syntax", 1, 8)),
        ("", ("syntax", 1, 1)),
        ('{"a":"C:\\文件"}', ("syntax", 1, 9)),
        ('{"a":0371}', ("leading-zero", 1, 6)),
        ('{"a":责任书}', ("unquoted-text", 1, 6)),
        ('{"a":True}', ("unquoted-text", 1, 6)),
        ('{"a":1.12345678901234567890}', ("too-many-digits", 1, 6)),
        ('{"a":1e999}', ("too-many-digits", 1, 6)),
        ('{"a":' + "9" * 5000 + "}", ("too-many-digits", 1, 6)),
        ('{"a":"x\ty"}', ("control-character", 1, 8)),
        ('{"a":"\\u0000"}', ("control-character", 1, 6)),
        ('{"a":"\\ud842"}', ("lone-surrogate", 1, 6)),
        ('{"a":"\u202e"}', ("bidi-control", 1, 6)),
        ('{"a\u200b":1}', ("zero-width-character", 1, 2)),
        ("[" * 5000, ("too-deep", 1, 101)),
        ("[1]", ("not-an-object", 1, 1)),
    ],
)
def test_a_fault_is_found_at_its_place(text: str, found: tuple[str, int, int]) -> None:
    assert faults(text) == [found]


def test_two_commas_at_the_end_of_the_file_are_told() -> None:
    assert [code for code, *_ in faults('{"a":1,,')] == ["unclosed", "trailing-comma"]


@pytest.mark.parametrize(
    "text",
    [
        '{"标题": "责任书：甲，乙“丙”【丁】// 戊"}',
        '{"姓名": "\\ud842\\udfb7", "又": "𠮷"}',
        '{"代码": 410526197001010011, "比例": 0.1, "负": -1.5e-3}',
        '\t{\r\n"a"\t:\r\n"x\\n\\ty"}\r\n',
        '{"a": [], "b": {}, "c": "NaN", "d": "　"}',
        "[" * 3 + "]" * 3,
    ],
)
def test_sound_json_is_left_alone(text: str) -> None:
    parsed = parse(text.replace("\r\n", "\n"), "x.json")

    assert parsed.findings == ()
    assert parsed.value == json.loads(text)


def test_all_slips_of_a_file_are_said_at_once() -> None:
    text = '{“标题”：“甲”，\n "b": NaN,\n "c": [1,],\n "d": \'x\'\n "e": 0012, "b": 1}'

    row = read(text)

    assert row.data == {"标题": "甲", "b": None, "c": [1], "d": "x", "e": "0012"}
    assert [fault.source.line for fault in row.findings if fault.source] == [
        *(1, 1, 1, 1, 2, 3, 4, 5, 5, 5)
    ]


def test_a_long_number_keeps_all_its_digits() -> None:
    assert read('{"代码": 410526197001010011}').data == {"代码": 410526197001010011}


def test_a_file_that_cannot_be_followed_gives_no_half_data() -> None:
    assert read('{"a": 1, "b" 2}').data == {}


def test_values_are_strict_and_say_where_they_came_from() -> None:
    row = read('{\n  "乙方": {"姓名": "张三"}\n}')

    source = row.locate(("乙方", "姓名"))

    assert not row.textual
    assert (source.file, source.line, source.column) == ("x.json", 2, 16)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
def test_every_usual_encoding_is_read(encoding: str) -> None:
    content = '{\n"标题": "滑县责任书"\n}\n'.encode(encoding)

    assert read_record(InputFile("x.json", content=content)).data == {"标题": "滑县责任书"}


def test_one_broken_byte_is_a_lost_character_at_its_place() -> None:
    content = '{"a": "安全生产责任书安全生产",\n "b": "王喆"}'.encode().replace(
        "喆".encode(), b"\xe5"
    )

    (fault,) = read_record(InputFile("x.json", content=content)).findings

    assert fault.code == "lost-character"
    assert fault.source
    assert fault.source.line == 2


def test_a_roster_is_a_list_whose_rows_have_places_of_their_own() -> None:
    content = '[\n {"村名": "甲"},\n {"村名": "乙"}\n]'.encode()

    roster = read_roster(InputFile("x.json", content=content))

    rows = list(roster.rows)
    assert [row.data for row in rows] == [{"村名": "甲"}, {"村名": "乙"}]
    assert rows[1].locate(("村名",)).line == 3
    assert pickle.loads(pickle.dumps(rows)) == rows


def test_a_row_of_a_roster_that_is_no_object_is_a_finding_of_that_row() -> None:
    good, bad = read_roster(InputFile("x.json", content=b'[{"a": 1},\n 5]')).rows

    assert not good.findings
    assert [(fault.code, fault.source and fault.source.line) for fault in bad.findings] == [
        ("not-an-object", 2)
    ]


def test_json_lines_are_rows_that_can_be_walked_again() -> None:
    content = b'{"a": 1}\n\n{"a": NaN}\n'

    roster = read_roster(InputFile("x.jsonl", content=content))

    for _ in range(2):
        first, second = roster.rows
        assert first.data == {"a": 1}
        assert [fault.source and fault.source.line for fault in second.findings] == [3]


def test_a_large_file_takes_seconds_at_most() -> None:
    text = json.dumps([{f"a{i}": f"内容{i}" for i in range(10)}] * 5000, ensure_ascii=False)
    start = time.perf_counter()

    parsed = parse(text, "x.json")

    assert parsed.complete
    assert time.perf_counter() - start < 10
