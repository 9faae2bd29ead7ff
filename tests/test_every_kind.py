"""What holds for every kind there is, from its example alone."""

import copy
import csv
import json
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import pytest

import docgen
from docgen.completeness import origin
from docgen.engine import Press, make_document, open_press
from docgen.errors import IncompleteError
from docgen.fields import Field, FieldType, dotted
from docgen.findings import has_errors
from docgen.forms import form_bytes
from docgen.kinds import ORIGIN, ORIGINS, kinds, own_kinds
from docgen.kinds._schema import schema_of
from docgen.kinds._starter import starter_json, starter_yaml
from docgen.library import shared_folder
from docgen.readers import read_record
from docgen.records import read
from docgen.report import to_json
from docgen.rows import Path, Row
from docgen.word.passages import passages

NAMES = sorted(own_kinds())
EXAMPLES = sorted(shared_folder("examples").glob("*.json"))
EXAMPLES = [path for path in EXAMPLES if path.stem in NAMES]
HOSTILE = ["A&B <c>", "{{ title }}", "{% for x in y %}", "</w:t>", "None", "=1+1", "𠮷"]
MARKS = ["20__年", "××村", "（待填）"]
BROKEN = ["甲\x00乙", "甲\x0b乙", "甲\ud800乙", "甲\ufffe乙"]
TRACE = re.compile(r"\{\{|\{%|\bNone\b|\bnan\b|undefined")

every_kind = pytest.mark.parametrize("name", NAMES)


@cache
def press(name: str) -> Press:
    return open_press(name)


def missing(name: str, data: dict[str, Any]) -> list[str | None]:
    findings = docgen.check(kinds()[name], data)
    assert {finding.code for finding in findings} <= {"missing-value"}
    return [finding.path for finding in findings]


@every_kind
def test_an_untouched_starter_asks_only_for_what_a_clerk_must_say(
    name: str, tmp_path: FilePath
) -> None:
    kind = kinds()[name]
    (tmp_path / "a.yaml").write_text(starter_yaml(kind), "utf-8")
    (tmp_path / "a.json").write_text(starter_json(kind), "utf-8")
    (tmp_path / "a.xlsx").write_bytes(form_bytes(kind))

    asked = missing(name, {})

    for path in sorted(tmp_path.iterdir()):
        checked = press(name).check(read_record(path))
        assert [(one.code, one.path) for one in checked.findings] == [
            ("missing-value", path) for path in asked
        ], path.name


@cache
def example_text(name: str) -> str:
    return (shared_folder("examples") / f"{name}.json").read_text("utf-8")


def example(name: str) -> dict[str, Any]:
    """The example of a kind under identifiers, so that a path is a field's."""
    named = read(kinds()[name].inputs, Row(json.loads(example_text(name))))
    return {key: value for key, value in named.data.items() if not key.startswith("$")}


def texts(value: Any, known: Field, path: Path = ()) -> Iterator[tuple[Path, Field]]:
    """Walk the free texts of an example, each with its field."""
    if isinstance(value, dict):
        for name, inner in value.items():
            child = known.child(name)
            if child is not None:
                yield from texts(inner, child, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from texts(inner, known.item, (*path, index))
    elif isinstance(value, str) and known.type in (FieldType.TEXT, FieldType.OBJECT):
        yield path, known


def places(name: str) -> list[tuple[Path, Field]]:
    return [
        (path, field)
        for path, field in texts(example(name), kinds()[name].inputs)
        if path[0] not in ("kind", "schema_version", "waivers")
    ]


def changed(name: str, path: Path, value: object) -> dict[str, Any]:
    data = copy.deepcopy(example(name))
    *above, last = path
    here: Any = data
    for step in above:
        here = here[step]
    here[last] = value
    return data


def damaged(name: str, values: list[str]) -> Iterator[tuple[Path, str]]:
    """Give every place of an example with a damage to do there, each kind of damage in turn."""
    for index, (path, _) in enumerate(places(name)):
        yield path, values[index % len(values)]


def is_at(found: str | None, path: Path) -> bool:
    """True when a finding is at a path, at a part of it, or at the group it makes up."""
    told, wanted = found or "", dotted(path)
    return told.startswith(wanted) or wanted.startswith(told)


@every_kind
def test_every_kind_has_template_and_example(name: str) -> None:
    press(name).demand_sound_template()
    assert example(name)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_complete_without_a_remark(path: FilePath) -> None:
    row = read_record(path)

    assert docgen.check(path.stem, row.data) == []
    assert docgen.generate(path.stem, row.data).content.startswith(b"PK")


@every_kind
def test_the_same_data_gives_the_same_bytes(name: str) -> None:
    first, second = (docgen.generate(name, example(name)) for _ in range(2))

    assert first.name == second.name
    assert first.content == second.content


@every_kind
def test_labels_and_identifiers_give_the_same_paper(name: str) -> None:
    labelled = docgen.generate(name, json.loads(example_text(name)))

    assert labelled.content == docgen.generate(name, example(name)).content


@every_kind
def test_a_draft_can_be_made_of_nothing_and_of_the_example(name: str) -> None:
    empty, whole = press(name).draft(Row({})), press(name).draft(Row(example(name)))

    assert "【待填：" in "\n".join(passage.text for passage in passages(empty))
    assert "【待填：" not in "\n".join(passage.text for passage in passages(whole))


@every_kind
def test_nothing_at_all_is_told_in_findings_and_gives_no_paper(name: str) -> None:
    findings = docgen.check(name, {})

    assert has_errors(findings)
    assert {finding.code for finding in findings} == {"missing-value"}
    with pytest.raises(IncompleteError):
        docgen.generate(name, {})


@every_kind
def test_a_blanked_text_is_drawn_up_again_or_told_once_at_its_place(name: str) -> None:
    kind = kinds()[name]
    for path, field in places(name):
        data = changed(name, path, "　 ")

        errors = [finding for finding in docgen.check(name, data) if finding.is_error]

        assert len(errors) <= 1, (path, errors)
        assert all(is_at(error.path, path) for error in errors), (path, errors)
        if field.required and len(path) == 1 and field.name not in kind.drawn_up:
            assert [error.code for error in errors] == ["missing-value"], path
        if errors:
            with pytest.raises(IncompleteError):
                docgen.generate(name, data)


@every_kind
def test_a_required_field_left_out_is_told_once_and_alone(name: str) -> None:
    kind = kinds()[name]
    for field in kind.inputs.children:
        if not field.required or field.name in kind.drawn_up:
            continue
        data = {key: value for key, value in example(name).items() if key != field.name}

        findings = docgen.check(name, data)

        assert [(f.code, f.path) for f in findings] == [("missing-value", field.name)]


@every_kind
def test_a_leftover_blank_is_never_printed(name: str) -> None:
    for path, mark in damaged(name, MARKS):
        data = changed(name, path, mark)

        told = docgen.check(name, data)

        findings = [finding for finding in told if finding.code == "leftover-mark"]
        if not has_errors(told):
            text = "\n".join(p.text for p in passages(docgen.generate(name, data).content))
            assert mark not in text, path
        assert all(is_at(finding.path, path) for finding in findings), (path, findings)


@every_kind
def test_a_hostile_text_is_printed_as_it_is_or_refused(name: str) -> None:
    sound = TRACE.findall(text_of(press(name).make(press(name).check(Row(example(name))))))
    for path, value in damaged(name, HOSTILE):
        checked = press(name).check(Row(changed(name, path, value)))
        if checked.values is None:
            assert has_errors(checked.findings), path
            continue
        text = text_of(press(name).make(checked))
        assert set(TRACE.findall(text)) <= {*TRACE.findall(value), *sound}, path


def text_of(content: bytes) -> str:
    return "\n".join(passage.text for passage in passages(content))


@every_kind
def test_a_character_no_file_may_hold_is_told_or_never_printed(name: str) -> None:
    for path, value in damaged(name, BROKEN):
        checked = press(name).check(Row(changed(name, path, value)))
        if checked.values is None:
            assert has_errors(checked.findings), path
        else:
            assert value not in text_of(press(name).make(checked)), path


@every_kind
def test_every_printed_passage_leads_back_to_a_field(name: str) -> None:
    kind, checked = kinds()[name], press(name).check(Row(example(name)))
    assert checked.values is not None

    extras = {key: checked.values[key] for key in kind.paper.model_fields}
    for path in printed(extras):
        found = origin(checked.values, path, kind.fields)
        assert kind.inputs.find(dotted(found)) is not None, (path, found)


def printed(value: Any, path: Path = ()) -> Iterator[Path]:
    """Walk the paths of everything printed below `value`."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name not in (ORIGIN, ORIGINS):
                yield from printed(inner, (*path, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from printed(inner, (*path, index))
    elif value is not None and not isinstance(value, bool):
        yield path


@every_kind
def test_a_starter_filled_in_where_it_must_be_is_complete(name: str, tmp_path: FilePath) -> None:
    kind = kinds()[name]
    must = required(kind.inputs, example(name), kind.drawn_up)
    for text, ending in ((starter_json(kind), ".json"), (starter_yaml(kind), ".yaml")):
        path = tmp_path / f"新{ending}"
        path.write_text(text, "utf-8")
        row = read_record(path)

        empty = docgen.check(name, row.data)
        filled = docgen.check(name, {**row.data, **must})

        # A section may be anything, so an empty one says nothing rather than lacks something.
        assert {finding.code for finding in empty} <= {"missing-value", "impossible-value"}
        assert has_errors(empty), ending
        assert [finding for finding in filled if finding.is_error] == [], ending


def required(root: Field, data: dict[str, Any], drawn_up: Collection[str]) -> dict[str, Any]:
    """The part of an example that a clerk cannot leave out, under labels as a starter has it.

    Of fields that say 只填一样 the one of the example is such a part.
    """
    return {
        field.label: data[field.name]
        for field in root.children
        if (field.required and field.name not in drawn_up)
        or ("只填一样" in field.help and field.name in data)
    }


@every_kind
def test_the_stored_schema_is_fresh(name: str) -> None:
    stored = (shared_folder("schemas") / f"{name}.json").read_text("utf-8")

    assert stored == to_json(schema_of(kinds()[name])) + "\n", "运行 make docs"


@every_kind
def test_a_batch_of_one_makes_what_it_makes_alone(name: str, tmp_path: FilePath) -> None:
    roster = tmp_path / "名册.jsonl"
    roster.write_text(json.dumps(json.loads(example_text(name)), ensure_ascii=False), "utf-8")

    report = docgen.batch(name, roster, output=tmp_path / "out")

    [made] = (tmp_path / "out" / "documents").rglob("*.docx")
    alone = docgen.generate(name, example(name))
    assert (report.made, made.name) == (1, alone.name)
    assert made.read_bytes() == alone.content


@every_kind
def test_a_filled_workbook_makes_the_same_paper(name: str, tmp_path: FilePath) -> None:
    form = tmp_path / "填写表.xlsx"
    form.write_bytes(form_bytes(kinds()[name], Row(json.loads(example_text(name)))))

    row = read_record(form)

    document = make_document(press(name), row)
    assert document.findings == []
    assert document.content == docgen.generate(name, example(name)).content


@every_kind
def test_a_table_with_a_column_for_every_value_makes_the_same_paper(
    name: str, tmp_path: FilePath
) -> None:
    roster = tmp_path / "名册.csv"
    cells = dict(columns(json.loads(example_text(name))))
    with roster.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([cells.keys(), cells.values()])

    report = docgen.batch(name, roster, output=tmp_path / "out")

    assert report.findings == []
    [made] = (tmp_path / "out" / "documents").rglob("*.docx")
    assert made.read_bytes() == docgen.generate(name, example(name)).content


def columns(value: Any, heading: str = "") -> Iterator[tuple[str, str]]:
    """Lay an example out as columns: 讲话人.单位, 要点[0].标题."""
    if isinstance(value, dict) and "留白" in value:
        yield heading, "留白"
    elif isinstance(value, dict):
        for name, inner in value.items():
            if not name.startswith(("$", "//")):
                yield from columns(inner, f"{heading}.{name}" if heading else name)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from columns(inner, f"{heading}[{index}]")
    else:
        yield heading, ("否", "是")[value] if isinstance(value, bool) else str(value)
