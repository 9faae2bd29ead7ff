"""A kind whose record has every awkward shape there is, and data drawn at random for any kind."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from pydantic import Field

from docgen.fields import Choice, FieldType
from docgen.fields import Field as Known
from docgen.kinds import Kind
from docgen.records import Record
from docgen.vocabulary import (
    Blank,
    DocumentNumber,
    Number,
    OfficialDate,
    Part,
    Person,
    Section,
    Text,
    Whole,
    YesNo,
)


def about(title: str, *, example: object = None, **more: Any) -> Any:
    return Field(title=title, description=f"说明{title}", examples=[example], **more)


class Colour(Choice):
    RED = "red", "红，深红"
    LONG = "long", "很长的选项" * 60


class Member(Part):
    person: Person = about("人员")
    tasks: list[Text] = about("任务", default_factory=list)
    colours: list[Colour] = about("颜色", default_factory=list)


class Phase(Part):
    name: Text | None = about("名称", default=None)
    index: Whole | None = about("序号", default=None)
    level: Text | None = about("层级", default=None)
    members: list[Member] = about("成员", default_factory=list)
    leader: Person | None = about("组长", default=None)
    body: list[Section] = about("内容", default_factory=list)
    rows: list[list[Text]] = about("表格", default_factory=list)


class Annex(Part):
    """Holds a tree under the tree's own name, but with a label of its own."""

    title: Text | None = about("标题", default=None)
    sections: list[Section] = about("内容", default_factory=list)


class Odd(Part):
    """Refers to another that refers back."""

    name: Text | None = about("名称", default=None)
    even: "list[Even]" = about("双", default_factory=list)


class Even(Part):
    odd: list[Odd] = about("单", default_factory=list)
    sole: Odd | None = about("独", default=None)


class Inner(Record):
    """A record inside a record, with too many fields for rows of its parent."""

    title: Text | None = about("标题", default=None)
    notes: list[Text] = about("备注", default_factory=list)
    phases: list[Phase] = about("阶段", default_factory=list)
    a: Text | None = about("甲", default=None)
    b: Text | None = about("乙", default=None)
    c: Text | None = about("丙", default=None)
    d: Text | None = about("丁", default=None)
    e: Text | None = about("戊", default=None)
    f: Text | None = about("己", default=None)
    g: Text | None = about("庚", default=None)
    h: Text | None = about("辛", default=None)
    i: Text | None = about("壬", default=None)
    j: Text | None = about("癸", default=None)
    k: Text | None = about("子", default=None)
    m: Text | None = about("丑", default=None)
    n: Text | None = about("寅", default=None)
    o: Text | None = about("卯", default=None)
    p: Text | None = about("辰", default=None)


class Hard(Record):
    """Every shape at once."""

    title: Text = about("标题", example="一个标题")
    number: DocumentNumber | None = about("文号", example="滑政安〔2026〕8号", default=None)
    day: OfficialDate | Blank | None = about("日期", example="2026-01-01", default=None)
    count: Whole | None = about("数目", example=3, default=None)
    share: Number | None = about("比例", example=1.5, default=None)
    sure: YesNo | None = about("确定", example=True, default=None)
    colour: Colour | None = about("颜色", example="red", default=None)
    few: list[Text] = about("少数", example=["甲"], default_factory=list, max_length=3)
    numbers: list[DocumentNumber] = about(
        "几个文号", example=["滑政安〔2026〕8号"], default_factory=list, max_length=2
    )
    many: list[Text] = about("多数", example=["甲"], default_factory=list)
    dates: list[OfficialDate] = about("几个日期", default_factory=list)
    table: list[list[Text]] = about("总表", default_factory=list)
    phases: list[Phase] = about("阶段", default_factory=list)
    body: list[Section] = about("正文", default_factory=list)
    annexes: list[Annex] = about("附件", default_factory=list)
    odd: Odd | None = about("单", default=None)
    plan: Inner | None = about("方案", default=None)


HARD = Kind(
    name="hard",
    label="难表",
    summary="什么形状都有",
    record=Hard,
    paper=Part,
    complete=lambda data: data,
    present=lambda record: {},
    name_of=lambda record: "难表",
    names_of=lambda record: (),
)
WORDS = "责任书甲乙丙安全abcXYZ0123 \n，。：；“”（）、·-_=+@'\"<>&/|｜↓【】〔〕"
TEXTS = (
    st.text(WORDS, min_size=1, max_size=12).map(str.strip).filter(bool)
    | st.sampled_from(
        ["0012", "13800000000", "=1+1", "'abc", "无", "是", "//x", "留白：盖章", "空", "第1项"]
    )
    | st.sampled_from(["【序号】", "docgen填写表", "_x0041_", "1.50", "𠮷😀", "a\nb", "手签"])
)
DAYS = st.sampled_from(["2026-01-15", "2026年6月3日", "2024-02-29"])
BLANKS = st.sampled_from(["签字", "日期", "盖章", "县长亲笔"]).map(lambda word: {"留白": word})
SCALARS: dict[FieldType, Callable[[Known], st.SearchStrategy[object]]] = {
    FieldType.TEXT: lambda known: TEXTS,
    FieldType.INTEGER: lambda known: st.integers(-(10**14), 10**14),
    FieldType.NUMBER: lambda known: (
        st.integers(-(10**9), 10**9) | st.decimals(0, 10**6, places=3).map(float)
    ),
    FieldType.BOOLEAN: lambda known: st.booleans(),
    FieldType.DATE: lambda known: DAYS,
    FieldType.CHOICE: lambda known: st.sampled_from([w for pair in known.choices for w in pair]),
}


def data_for(known: Known, depth: int = 5) -> st.SearchStrategy[object]:
    """Draw what JSON may say of a field: values of its type, blanks, short forms, nothing."""
    if known.type is FieldType.LIST:
        if depth <= 0:
            return st.just([])
        return st.lists(data_for(known.item, depth - 1), max_size=3)
    if known.type is FieldType.OBJECT:
        return object_for(known, depth) | (TEXTS if known.model else st.nothing())
    return SCALARS[known.type](known) | BLANKS


def object_for(known: Known, depth: int = 5) -> st.SearchStrategy[dict[str, object]]:
    """Draw an object with some of its fields, named in either language."""
    fields = [child for child in known.children if not child.computed]
    if depth <= 0:
        return st.just({})

    def entry(child: Known) -> st.SearchStrategy[tuple[str, object]]:
        name = st.sampled_from([child.name, child.label])
        return st.tuples(name, st.deferred(lambda: data_for(child, depth - 1)))

    chosen = st.lists(st.sampled_from(fields), unique_by=lambda child: child.name, max_size=5)
    return chosen.flatmap(lambda some: st.tuples(*map(entry, some)).map(dict))


SAMPLES: dict[FieldType, object] = {
    FieldType.TEXT: "文字",
    FieldType.INTEGER: 7,
    FieldType.NUMBER: 1.5,
    FieldType.BOOLEAN: False,
    FieldType.DATE: "2026-06-03",
}


def everything(known: Known, depth: int) -> object:
    """Fill in every field there is down to a depth, every list with two items."""
    if known.type is FieldType.LIST:
        return [everything(known.item, depth - 1)] * 2 if depth > 0 else []
    if known.type is FieldType.OBJECT:
        fields = [child for child in known.children if not child.computed]
        return {child.name: everything(child, depth - 1) for child in fields if depth > 0}
    return known.choices[0][0] if known.choices else SAMPLES[known.type]
