"""A template that belongs to no kind, taken as a kind of its own.

Its fields are those its placeholders tell; its documents are named after what a row is about and
the template's own file. Everything else a kind does follows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from docgen.fields import Field, FieldType
from docgen.kinds import Kind
from docgen.organs import area_name, guess_level, village_committee
from docgen.records import Loose, Record, tree
from docgen.vocabulary import Part
from docgen.word.inference import Inference

WAIVERS = "waivers"
PARTY_FIELD = re.compile(
    "(?:村名|村|村（居）名称|社区|乡镇|镇|街道|单位|单位名称|名称|企业|公司|场所|学校|医院|机构|"
    "商户|店名|户名|工程|项目)$"
)
"""How the name of a field ends that holds the organ or place a paper is about."""

AREA_FIELD = re.compile("(?:乡镇|镇|街道)$")
VILLAGE_FIELD = re.compile("(?:村名|村|村（居）名称|社区)$")
ANOTHERS_FIELD = re.compile(
    "^(?:检查|监管|监督|主管|签发|制发|印发|发文|抄送|报送|主送|上级|主办|承办|协办|填报|填表|出具|"
    "开具|编制|评估|鉴定|维保|施工|监理|所属|所在|联系)"
)
"""Fields of an organ that a paper comes from or goes to; it is about another."""

MEASURES = ("计量单位", "单位")
"""Fields that may as well hold what something is measured in."""

PERSON_FIELDS = frozenset(
    (
        *("姓名", "户主", "户主姓名", "名字", "本人", "本人姓名", "当事人", "申请人", "被检查人"),
        *("受检人", "持证人", "学员", "学员姓名", "职工姓名", "员工姓名", "村民姓名", "居民姓名"),
    )
)
"""Fields of the person a paper is about; 负责人 and 联系人 are not."""

GENERIC = frozenset(
    (
        *("学校", "中学", "小学", "幼儿园", "医院", "卫生院", "卫生室", "敬老院", "福利院"),
        *("企业", "公司", "工厂", "商店", "超市", "商场", "市场", "饭店", "酒店", "宾馆", "银行"),
        *("加油站", "加气站", "合作社", "派出所", "个体户", "个体工商户", "村委会", "居委会"),
        *("办公室", "本单位", "本公司", "本企业", "本校", "本店", "有限公司", "农贸市场"),
    )
)
"""What sorts of places are called; a field that says only so names nobody."""

SHORTEST = 3


def kind_of(inference: Inference, name: str) -> Kind:
    """Give a template as a kind of its own; `name` is what the template's file is called."""
    root = _with_own_names(inference.root)
    return Kind(
        name="",
        label=name,
        summary=f"按模板“{name}”填写",
        record=Loose,
        paper=Part,
        complete=partial(_complete, _waivers_name(root)),
        present=_nothing,
        name_of=partial(name_of, root, name),
        names_of=names_of,
        root=root,
    )


def _with_own_names(root: Field) -> Field:
    """Add what every input file may carry, unless the template has a use for the name itself."""
    own = root.children
    taken = {field.name for field in own}
    meta = tuple(field for field in tree(Record).children if not taken & {field.name, field.label})
    children = (*own, *meta)
    return replace(root, make_children=partial(_same, children))


def _same(children: tuple[Field, ...]) -> tuple[Field, ...]:
    return children


def _waivers_name(root: Field) -> str:
    known = root.child(WAIVERS)
    return WAIVERS if known is not None and not known.is_open else ""


def _complete(waivers: str, data: dict[str, Any]) -> dict[str, Any]:
    """Put what the template prints into one field, and keep the record's own beside it."""
    meta = {name: data[name] for name in (waivers,) if name in data}
    return {**meta, "contents": {name: data[name] for name in data if name not in meta}}


def _nothing(_: Record) -> dict[str, object]:
    return {}


def name_of(root: Field, template: str, record: Loose) -> str:
    """Name a document: what it is about, and the template it is made by."""
    title = title_of(root, record.contents)
    return f"{title}{template}" if title else f"{template}（已填）"


def title_of(root: Field, contents: Mapping[str, object]) -> str:
    """Tell what a document is about: its organ or place and its person, else its first text."""
    texts = {
        field.name: value.strip()
        for field in root.children
        if field.type is FieldType.TEXT
        and isinstance(value := contents.get(field.name), str)
        and value.strip()
    }
    # A firm is told by its own name, not by that of its village; a village not by its township's.
    named = [(_rank(name), text) for name, text in texts.items() if names_party(name, text)]
    parties = [text for _, text in sorted(named, key=lambda one: one[0])][:1]
    people = [text for name, text in texts.items() if name in PERSON_FIELDS][:1]
    return "".join((*parties, *people)) or next(iter(texts.values()), "")


def _rank(field: str) -> int:
    """Tell how far the name in a field is from what the paper is about."""
    ranked = (ANOTHERS_FIELD.search(field), AREA_FIELD.search(field), VILLAGE_FIELD.search(field))
    return next((3 - at for at, found in enumerate(ranked) if found), 0)


def names_of(record: Loose) -> tuple[str, ...]:
    """List the organs and places a record names, in every form a paper may name them."""
    return names_in(record.contents)


def names_in(contents: Mapping[str, object]) -> tuple[str, ...]:
    """List the organs and places some data name, in every form a paper may name them."""
    return tuple(dict.fromkeys(_names(contents)))


def _names(contents: Mapping[str, object]) -> Iterator[str]:
    for name, value in contents.items():
        if isinstance(value, dict):
            yield from _names({f"{name}.{inner}": told for inner, told in value.items()})
        elif isinstance(value, str) and names_party(name, text := value.strip()):
            yield from (text, area_name(text), village_committee(text) or text)


def names_party(field: str, text: str) -> bool:
    """True where a field holds the name of an organ or place, not what sort of place it is."""
    name = field.rpartition(".")[2]
    if text in GENERIC or not PARTY_FIELD.search(name):
        return False
    if guess_level(text) is not None:
        return len(text) > 1
    return name not in MEASURES and len(text) >= SHORTEST
