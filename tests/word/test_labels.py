"""Every label of every kind can be written in a template, and finds the field it names."""

from collections.abc import Iterator

import docx
import pytest
import small_papers as d

from docgen.errors import TemplateError
from docgen.fields import Field, FieldType
from docgen.kinds import Kind, own_kinds
from docgen.word.passages import passages
from docgen.word.sites import Use
from docgen.word.template import Template

KINDS = list(own_kinds().values())
DEEP = 5


def labelled(
    parent: Field, written: str = "", path: str = "", depth: int = DEEP
) -> Iterator[tuple[str, str]]:
    """Give every path of a field tree in labels and in identifiers; lists by their first item."""
    if depth == 0:
        return
    for child in parent.children:
        is_item = child.name.startswith("[")
        label = f"{written}[0]" if is_item else f"{written}.{child.label}".lstrip(".")
        name = f"{path}[0]" if is_item else f"{path}.{child.name}".lstrip(".")
        yield label, name
        yield from labelled(child, label, name, depth - (not is_item))


def tree(*labels: str) -> Field:
    """Make a field tree with these labels, each a text, a group and a list of its own."""
    item = Field("[]", "项", FieldType.OBJECT, make_children=lambda: texts)
    texts = tuple(Field(f"t{at}", label, FieldType.TEXT) for at, label in enumerate(labels))
    children = (
        *texts,
        Field("group", "组（一）", FieldType.OBJECT, make_children=lambda: texts),
        Field("items", "名 单", FieldType.LIST, make_children=lambda: (item,)),
    )
    return Field("", "", FieldType.OBJECT, make_children=lambda: children)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_label_of_a_kind_leads_to_its_field(kind: Kind) -> None:
    paths = dict(labelled(kind.fields))
    template = Template(d.paper(*(f"{{{{ {label} }}}}" for label in paths)), kind.fields)

    assert [one.path for one in template.placeholders] == list(paths.values())
    assert template.compiled.unfit == ()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_label_can_stand_in_brackets_too(kind: Kind) -> None:
    paths = {
        "".join(f".【{step}】" if step else "" for step in label.split(".")).lstrip("."): name
        for label, name in labelled(kind.fields, depth=2)
        if "[" not in label
    }
    template = Template(d.paper(*(f"{{{{ {label} }}}}" for label in paths)), kind.fields)

    assert [one.path for one in template.placeholders] == list(paths.values())


ODD = (
    "24小时电话",
    "目标（%）",
    "联系 人",
    "甲/乙",
    "e-mail",
    "（一）",
    "第1.2条",
    "and",
    "“简称”",
)
FIELDS = tree(*ODD)
RECORD = {f"t{at}": f"值{at}" for at in range(len(ODD))}
WHOLE = {**RECORD, "group": RECORD, "items": [RECORD, RECORD]}


@pytest.mark.parametrize("at", range(len(ODD)), ids=ODD)
def test_a_label_that_is_no_name_can_be_written_everywhere(at: int) -> None:
    label, text = f"【{ODD[at]}】", f"值{at}"
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = f"{{{{ {label} }}}}"
    document.core_properties.title = f"{{{{ 【组（一）】.{label} }}}}"
    for paragraph in (
        f"{{% if {label} == '{text}' %}}是{{% endif %}}",
        f"{{{{ 无|default({label}) }}}}",
        f"{{% set 甲 = {label} %}}{{{{ 甲 }}}}",
        f"{{% for 项 in 【名 单】 %}}{{{{ 项.{label} }}}}{{% endfor %}}",
        f"{{{{ 【组（一）】·{label}|upper }}}}",
        f"{{{{ 【名 单】[1].{label} ~ 【组（一）】.{label} }}}}",
    ):
        document.add_paragraph(paragraph)
    fields = Field("", "", FieldType.OBJECT, make_children=lambda: (*FIELDS.children, NOTHING))

    made = passages(Template(d.saved(document), fields).render(WHOLE))

    found = [one.text for one in made if one.place.part == "body"]
    assert found == ["是", text, text, text * 2, text, text * 2]
    assert text in [one.text for one in made if one.place.part == "header"]
    assert text in [one.text for one in made if one.place.part == "property"]


NOTHING = Field("nothing", "无", FieldType.TEXT)


def test_a_digit_before_a_label_needs_no_brackets() -> None:
    template = Template(d.paper("{{ 24小时电话 }}{{ 【组（一）】.24小时电话 }}"), FIELDS)

    assert [one.path for one in template.placeholders] == ["t0", "group.t0"]


def test_numbers_stay_numbers() -> None:
    template = Template(d.paper("{{ 24 }}、{{ 1.5 }}、{{ 2 * 3 }}、{% if 1 < 2 %}是{% endif %}"))

    assert passages(template.render({}))[0].text == "24、1.5、6、是"


def test_brackets_in_quotes_are_the_author_s_own() -> None:
    template = Template(d.paper("{{ 甲|default('【甲】乙') }}{{ 甲|default(“24小时”) }}"))

    assert passages(template.render({}))[0].text == "【甲】乙24小时"


def test_a_wrong_name_in_brackets_is_told_with_the_nearest() -> None:
    template = Template(d.paper("{{ 【目标（％）】 }}"), FIELDS)

    [finding] = template.compiled.unfit
    assert "目标（%）" in finding.hint


@pytest.mark.parametrize("tag", ["{{ 目标（%） }}", "{{ 甲（乙） }}"])
def test_a_name_with_brackets_of_its_own_is_told_how_to_write_it(tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(d.paper(tag))

    assert "【名称】" in caught.value.findings[0].hint


def test_brackets_lead_to_items_and_never_to_methods() -> None:
    template = Template(d.paper("{{ 甲.【upper】 }}{{ 【__class__】 }}{{ 【items】 }}"))

    assert len(template.gaps({"甲": "a"})) == 3


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_labels_are_checked_in_conditions_and_loops_as_where_they_are_printed(kind: Kind) -> None:
    names = [child for child in kind.fields.children if child.type is FieldType.LIST]
    lines = [f"{{% for 项 in {one.label} %}}甲{{% endfor %}}" for one in names]
    lines += [f"{{% if {one.label} %}}甲{{% endif %}}" for one in kind.fields.children]

    template = Template(d.paper(*lines), kind.fields)

    assert template.compiled.unfit == ()
    assert {one.use for one in template.placeholders} <= {Use.LOOP, Use.CONDITION}
