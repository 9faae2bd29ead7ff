"""YAML: every value as the text that was written, every slip with its place."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docgen.readers import InputFile, read_record, read_roster
from docgen.readers._yaml import parse
from docgen.rows import Row

names = st.text("甲乙丙丁abc123", min_size=1)
values = st.recursive(
    st.text(
        st.characters(codec="utf-8", categories=("L", "N", "P", "S"), exclude_characters="\ufffd")
    ),
    lambda inner: st.lists(inner) | st.dictionaries(names, inner),
    max_leaves=20,
)


def read(text: str) -> Row:
    return read_record(InputFile("x.yaml", content=text.encode()))


def faults(text: str) -> list[tuple[str, int | None, int | None]]:
    found = read(text).findings
    return [(fault.code, fault.source.line, fault.source.column) for fault in found if fault.source]


@given(st.dictionaries(names, values))
def test_what_a_program_writes_is_read_as_it_was(value: dict[str, object]) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, width=10**6)

    assert parse(text, "x.yaml").value == value


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    parsed = parse(text, "x.yaml")

    assert parsed.complete or parsed.findings


@given(st.text("a:-[]{}\"'&*!|>%@# \n\t：，“”"))
def test_no_muddle_of_signs_makes_it_raise(text: str) -> None:
    parsed = parse(text, "x.yaml")

    assert parsed.complete or parsed.findings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("标题：甲\n", ("full-width-punctuation", 1, 3)),
        ("标题: 甲\n日期：乙\n", ("full-width-punctuation", 2, 3)),
        ("乙方:\n  姓名：张三\n  电话: 1\n", ("full-width-punctuation", 2, 5)),
        ("乙方:\n\t姓名: 张三\n", ("tab-indent", 2, 1)),
        ("乙方:\n  姓名: 张三\n 电话: 1\n", ("bad-indent", 3, 2)),
        ("a: 1\na: 2\n", ("duplicate-key", 2, 1)),
        ("a: {b: 1, b: 2}\n", ("duplicate-key", 1, 11)),
        ("a: !!python/object:os.system x\n", ("yaml-tag", 1, 4)),
        ("a: *b\n", ("yaml-alias", 1, 4)),
        ("a: 1\n---\nb: 2\n", ("several-documents", 2, 1)),
        ('a: "x\nb: 1\n', ("unclosed", 1, 4)),
        ("a: [1, 2\nb: 1\n", ("unclosed", 1, 4)),
        ("a: {{ 村名 }}责任书\n", ("yaml-key", 1, 5)),
        ("a: @x\n", ("syntax", 1, 4)),
        ("a: b: c\n", ("syntax", 1, 5)),
        ('a: "\\d"\n', ("syntax", 1, 5)),
        ("[" * 500, ("too-deep", 1, 102)),
        ("a: 1\nb: x\u200by\n", ("zero-width-character", 2, 5)),
        ("a: x\x00y\n", ("control-character", 1, 5)),
        ('a: "\\u202e"\n', ("bidi-control", 1, 4)),
        ("- a\n", ("not-an-object", 1, 1)),
        ("", ("not-an-object", 1, 1)),
    ],
)
def test_a_fault_is_found_at_its_place(text: str, found: tuple[str, int, int]) -> None:
    assert faults(text) == [found]


def test_brackets_beyond_any_parsers_limit_are_too_deep() -> None:
    assert [code for code, _, _ in faults("[" * 30_000)] == ["too-deep"]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (
            "编号: 0012\n是否: no\n日期: 2025-06-03\n",
            {"编号": "0012", "是否": "no", "日期": "2025-06-03"},
        ),
        ("空:\n无: ~\n字: 'null'\n", {"空": None, "无": None, "字": "null"}),
        ("内容: 注意：甲，乙\n", {"内容": "注意：甲，乙"}),
        ("内容: |\n  各村：\n  \t甲\n", {"内容": "各村：\n\t甲\n"}),
        ("---\n# 说明\na: 1\n...\n", {"a": "1"}),
        (
            "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n",
            {"a": {"b": "1", "c": "2"}, "d": {"b": "1", "c": "3"}},
        ),
        ('{"a": [1, {"b": "x"}]}', {"a": ["1", {"b": "x"}]}),
    ],
)
def test_sound_yaml_is_left_alone(text: str, data: dict[str, object]) -> None:
    row = read(text)

    assert row.findings == ()
    assert row.data == data
    assert row.textual


def test_all_slips_of_a_file_are_said_at_once() -> None:
    text = "标题：甲\n乙方:\n\t姓名：张三\n\t电话: 1\n标题: 乙\n"

    assert faults(text) == [
        ("full-width-punctuation", 1, 3),
        ("tab-indent", 3, 1),
        ("full-width-punctuation", 3, 5),
        ("tab-indent", 4, 1),
        ("duplicate-key", 5, 1),
    ]


def test_aliases_do_not_unfold_without_end() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]

    assert [code for code, *_ in faults("\n".join(lines))] == ["yaml-alias"]


def test_every_value_has_its_place() -> None:
    row = read("乙方:\n  代表:\n    - 姓名: 张三\n")

    source = row.locate(("乙方", "代表", 0, "姓名"))

    assert (source.line, source.column) == (3, 11)


def test_a_roster_is_a_list_of_rows() -> None:
    roster = read_roster(InputFile("x.yml", content="- 村名: 甲\n- 村名: 乙\n".encode()))

    assert [(row.data["村名"], row.locate(()).line) for row in roster.rows] == [
        ("甲", 1),
        ("乙", 2),
    ]
