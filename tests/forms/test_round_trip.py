"""Whatever JSON can say of a record, the fill-in workbook can say: data goes in and comes back."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from hard_kinds import HARD, everything, object_for
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.engine import make_document, open_press
from docgen.forms import form_bytes
from docgen.kinds import Kind, find_kind, kinds
from docgen.library import shared_folder
from docgen.readers import InputFile, read_record
from docgen.records import read
from docgen.records.items import settled
from docgen.rows import Row
from docgen.vocabulary import Organ

AGREEMENT = find_kind("责任书")
EVERY = [*kinds().values(), HARD]
EXAMPLES = sorted(
    path
    for path in shared_folder("examples").glob("*.*")
    if path.stem in kinds() and path.suffix in (".json", ".yaml")
)

every_kind = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
Test = Callable[[Kind, st.DataObject], None]


def drawn_data(rounds: int) -> Callable[[Test], Test]:
    """Run a test so many times with data drawn for its kind."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    limits = settings(deadline=None, max_examples=rounds, suppress_health_check=checks)
    return lambda test: limits(given(drawn=st.data())(test))


def said(kind: Kind, row: Row) -> dict[str, object]:
    """Give what a row says, under identifiers; a form always says its kind."""
    named = read(kind.inputs, row)
    assert [f.message for f in named.findings if f.is_error] == []
    data = settled(named.data)
    assert isinstance(data, dict)
    return {"kind": kind.label, **data}


def read_back(kind: Kind, row: Row) -> Row:
    return read_record(InputFile("表.xlsx", content=form_bytes(kind, row)))


def test_every_kind_has_an_example_that_is_tried_here() -> None:
    assert {path.stem for path in EXAMPLES} == set(kinds())


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_the_filled_workbook_of_an_example_gives_the_very_document(example: Path) -> None:
    press, row = open_press(example.stem), read_record(example)

    back = read_back(press.kind, row)

    assert make_document(press, back).content == make_document(press, row).content
    assert back.findings == ()


def test_the_example_that_is_a_workbook_gives_the_document_of_the_one_in_json() -> None:
    press, folder = open_press("责任书"), shared_folder("examples")
    rows = [
        read_record(folder / f"responsibility_agreement.{suffix}") for suffix in ("xlsx", "json")
    ]

    first, second = (make_document(press, row).content for row in rows)

    assert first == second


@every_kind
@pytest.mark.parametrize("depth", [3, 5, 7])
def test_a_record_with_every_field_filled_in_comes_back_as_it_was(kind: Kind, depth: int) -> None:
    data = everything(kind.inputs, depth)
    assert isinstance(data, dict)

    back = read_back(kind, Row(data))

    assert said(kind, back) == said(kind, Row(data))


@every_kind
@drawn_data(5)
def test_random_data_comes_back_as_it_was(kind: Kind, drawn: st.DataObject) -> None:
    row = Row(drawn.draw(object_for(kind.inputs)))

    back = read_back(kind, row)

    assert said(kind, back) == said(kind, row)


@pytest.mark.soak
@every_kind
@drawn_data(300)
def test_much_random_data_comes_back_as_it_was(kind: Kind, drawn: st.DataObject) -> None:
    row = Row(drawn.draw(object_for(kind.inputs)))

    back = read_back(kind, row)

    assert said(kind, back) == said(kind, row)


@pytest.mark.parametrize(
    "data",
    [
        {"阶段": [{"成员": [{"任务": ["甲"]}, {"任务": ["乙", "丙"]}, {}]}]},
        {"阶段": [{"内容": [{"标题": "一", "下级": [{"标题": "二"}]}, "三"]}, {"表格": [["1"]]}]},
        {"阶段": [{}, {"名称": "甲"}, {"组长": {}}, {"组长": {"姓名": {"留白": "盖章"}}}]},
        {"阶段": [{"序号": 3, "层级": "二级"}, {"成员": []}, {"表格": [[], ["甲", "乙"], []]}]},
        {"阶段": [], "多数": [], "少数": [], "正文": [], "总表": []},
        {"总表": [["一", "二"], ["三"]], "几个文号": ["滑政安〔2026〕8号", {"年份": 2026}]},
        {"正文": [{"标题": "一", "下级": []}, {"下级": ["甲", {"下级": [{"要点": ["乙"]}]}]}]},
        {"正文": [{"段落": ["甲", {"正文": "乙", "要点": ["丙", "丁"]}, {"要点": ["戊"]}]}]},
        {"附件": [{"标题": "甲", "内容": [{"下级": ["二"]}, "三"]}, {"内容": ["四"]}]},
        {"单": {"双": [{"单": [{"双": [{"独": {"名称": "甲"}}]}]}]}},
        {"方案": {"标题": "甲", "备注": ["乙"], "阶段": [{"名称": "丙"}], "豁免": []}},
        {"方案": {}},
        {"单": {}},
        {"文号": {"机关代字": "滑政安", "年份": 2026, "序号": 8}},
        {"标题": {"留白": "县长亲笔"}, "日期": "留白", "数目": {"留白": "签字"}},
        {"标题": "=HYPERLINK(\"x\")", "多数": ["0012", "1.50", "无", "a\nb"]},
        {"比例": 0.1, "数目": 99999999999999, "确定": False, "颜色": "红，深红"},
        {"豁免": [{"规则": "sum-differs", "理由": "另有说明"}], "数据版本": 1},
    ],
    ids=str,
)  # fmt: skip
def test_awkward_shapes_come_back_as_they_were(data: dict[str, object]) -> None:
    back = read_back(HARD, Row(data))

    assert said(HARD, back) == said(HARD, Row(data))
    assert back.findings == ()


def test_python_data_comes_back_as_the_same_record() -> None:
    data = {
        "年度": 2026,
        "甲方": {"单位": (Organ.model_validate("白道口镇人民政府"),)},
        "签字栏": {"签订日期": datetime.date(2026, 1, 15)},
    }

    back = said(AGREEMENT, read_back(AGREEMENT, Row(data)))

    assert back["party_a"] == {"organs": [{"name": "白道口镇人民政府", "level": "township"}]}
    assert back["signature"] == {"date": "2026-01-15"}
