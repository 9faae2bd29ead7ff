"""What a template asks for: as a tree to read, as a schema, as files to be filled in."""

import json

import docx
import pytest
from commands import Shell
from own_templates import certificate, household, notice, written


def test_a_template_is_shown_as_a_tree_with_types_places_and_conditions(shell: Shell) -> None:
    household(shell.folder)

    ran = shell("template", "show", "入户检查表.docx")

    assert ran.out.splitlines() == [
        "乡镇  文字  必填  印出1处  正文第1段",
        "村名  文字  必填  印出1处  正文第1段",
        "户主  文字  必填  印出1处  正文第2段",
        "检查日期  日期  必填  印出1处  正文第2段  过滤器：公文日期",
        "隐患  列表  必填  印出1处、循环1处、条件1处  "
        "正文表1第2行第1列、正文第3段、正文第4段  过滤器：length",
        "    描述  文字  必填  印出1处  正文表1第3行第2列",
        "    措施  文字  必填  印出1处  正文表1第3行第3列",
        "    期限  日期  印出1处、条件1处  正文表1第3行第3列  过滤器：公文日期  当“项.期限”",
        "包户干部  文字  印出1处  正文第5段  当“隐患|length > 2”",
        "户主签字  文字  必填  印出1处  正文第7段",
    ]
    assert ran.code == 0


def test_a_tree_as_data_keeps_the_placeholders_beside_it(shell: Shell) -> None:
    notice(shell.folder)

    shown = shell("template", "show", "整改通知书.docx", "--json").json

    assert shown["ok"] is True
    first = shown["placeholders"][0]
    assert (first["path"], first["use"], first["type"]) == ("单位名称", "print", "text")
    fields = {field["name"]: field for field in shown["fields"]}
    assert fields["罚款"] | {"places": []} == {
        "name": "罚款",
        "label": "罚款",
        "path": "罚款",
        "type": "number",
        "required": False,
        "uses": {"print": 1, "loop": 0, "condition": 1},
        "filters": ["大写金额"],
        "conditions": ["罚款"],
        "places": [],
        "fields": [],
    }
    assert [place["paragraph"] for place in fields["罚款"]["places"]] == [3, 4]


def test_a_tree_by_a_kind_has_its_names_and_types(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 年度 }}{{ 控制指标[0].数值 }}{% for 项 in 职责 %}{% endfor %}")
    document.save(str(shell.folder / "模板.docx"))

    ran = shell("template", "show", "模板.docx", "--kind", "责任书")
    shown = shell("template", "show", "模板.docx", "--kind", "责任书", "--json").json

    assert [line.split("  印出")[0] for line in ran.out.splitlines()] == [
        "年度（year）  整数  必填",
        "控制指标（control_targets）  列表  必填",
        "    第1项  一组字段",
        "        数值（value）  数字",
        "职责（duties）  列表  循环1处  正文第1段",
    ]
    assert [entry["type"] for entry in shown["placeholders"]] == ["integer", "number", "list"]


def test_a_name_the_kind_does_not_have_is_shown_as_such(shell: Shell) -> None:
    written(shell.folder, "{{ 年渡 }}")

    ran = shell("template", "show", "模板.docx", "--kind", "责任书")

    assert ran.out.startswith("年渡  没有这个字段  印出1处")


def test_a_name_used_as_two_things_is_told_below_the_tree(shell: Shell) -> None:
    written(shell.folder, "{{ 隐患 }}{% for 项 in 隐患 %}{{ 项 }}{% endfor %}")

    ran = shell("template", "show", "模板.docx")

    assert "[used-as-two-types]" in ran.out.splitlines()[-1]
    assert ran.code == 1


def test_a_check_without_a_kind_tells_it_too(shell: Shell) -> None:
    written(shell.folder, "{{ 隐患 }}{% for 项 in 隐患 %}{{ 项 }}{% endfor %}")
    household(shell.folder)

    assert shell("template", "check", "模板.docx", "--json").codes == ["used-as-two-types"]
    assert shell("template", "check", "入户检查表.docx").out == "没有问题。\n"


def test_a_schema_tells_types_needs_places_and_conditions(shell: Shell) -> None:
    notice(shell.folder)

    schema = json.loads(shell("template", "schema", "整改通知书.docx").out)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["required"] == ["单位名称", "人数", "期限"]
    properties = schema["properties"]
    assert properties["人数"] == {"title": "人数", "description": "正文第2段", "type": "number"}
    assert properties["抄送"]["description"] == "正文第8段；当“等级 == '重大'”时印出"
    assert properties["罚款"]["description"] == "正文第3段、正文第4段；填了才印"
    assert properties["需复查"]["description"] == "正文第6段；只用来判断"
    assert properties["需复查"]["anyOf"] == [{"type": "boolean"}, {"type": "null"}]
    assert properties["等级"]["examples"] == ["重大"]
    assert {"$ref": "#/$defs/blank"} in properties["期限"]["anyOf"]


def test_a_schema_goes_into_lists_and_groups(shell: Shell) -> None:
    written(
        shell.folder,
        "{{ 检查组.组长 }}{% for 项 in 隐患 %}{{ 项.描述 }}{% endfor %}{{ 组员|join('、') }}",
    )

    properties = json.loads(shell("template", "schema", "模板.docx").out)["properties"]

    assert properties["检查组"]["required"] == ["组长"]
    assert properties["隐患"]["items"]["properties"]["描述"]["title"] == "描述"
    assert properties["隐患"]["items"]["required"] == ["描述"]
    assert properties["组员"]["items"]["anyOf"][0]["type"] == ["string", "number"]


def test_a_folder_gets_schema_starter_and_roster(shell: Shell) -> None:
    certificate(shell.folder)

    ran = shell("template", "schema", "培训证明.docx", "-o", "证明")

    assert shell.files() == [
        "培训证明.docx",
        "证明/培训证明.json",
        "证明/培训证明.roster.csv",
        "证明/培训证明.schema.json",
    ]
    assert ran.out.count("已写出") == 3
    roster = (shell.folder / "证明/培训证明.roster.csv").read_text(encoding="utf-8-sig")
    assert roster == "单位,姓名,日期,参训,课时,原因\n"
    assert shell("template", "schema", "培训证明.docx", "-o", "证明").code == 2
    assert shell("template", "schema", "培训证明.docx", "-o", "证明", "--force").code == 0


def test_a_json_file_gets_the_schema_alone(shell: Shell) -> None:
    certificate(shell.folder)

    shell("template", "schema", "培训证明.docx", "-o", "证明.schema.json")

    assert shell.files() == ["培训证明.docx", "证明.schema.json"]


def test_all_of_it_comes_as_one_object(shell: Shell) -> None:
    household(shell.folder)

    made = shell("template", "schema", "入户检查表.docx", "--json").json

    assert (made["ok"], made["findings"], made["outputs"]) == (True, [], [])
    assert made["starter"]["隐患"][0]["措施"] is None
    assert "隐患[0].措施" in made["roster"]
    assert made["schema"]["title"] == "入户检查表"


def test_a_template_nothing_can_fill_gets_no_files(shell: Shell) -> None:
    written(shell.folder, "{{ 隐患 }}{% for 项 in 隐患 %}{{ 项 }}{% endfor %}")

    ran = shell("template", "schema", "模板.docx", "-o", "出")

    assert "[used-as-two-types]" in ran.out
    assert (ran.code, shell.files()) == (1, ["模板.docx"])


@pytest.mark.parametrize("name", ["户.json", "户.yaml", "户.xlsx"])
def test_a_starter_is_incomplete_until_it_is_filled_in(shell: Shell, name: str) -> None:
    household(shell.folder)

    made = shell("new", "--template", "入户检查表.docx", "-o", name)
    ran = shell("check", "--template", "入户检查表.docx", name, "--json")

    run = f"docgen check --template 入户检查表.docx {name}"
    assert made.out == f"已写出 {name}。填好后运行：{run}\n"
    assert {(f["code"], f["path"]) for f in ran.json["findings"]} == {
        ("missing-value", path) for path in ("乡镇", "村名", "户主", "检查日期", "隐患", "户主签字")
    }


def test_a_starter_tells_what_each_field_wants(shell: Shell) -> None:
    notice(shell.folder)

    starter = json.loads(shell("new", "--template", "整改通知书.docx").out)

    assert starter["//期限"] == "必填，日期，可填“手签”"
    assert starter["//抄送"] == "抄送，当“等级 == '重大'”时印出（可不填，文字，可填“手签”）"
    assert starter["//需复查"] == "需复查，只用来判断（可不填，是或否）"


def test_an_empty_roster_filled_in_makes_the_papers(shell: Shell) -> None:
    notice(shell.folder)
    shell("new", "--template", "整改通知书.docx", "--roster", "-o", "名册.csv")
    path = shell.folder / "名册.csv"
    headings = path.read_text("utf-8-sig")
    assert headings == "单位名称,人数,期限,罚款,需复查,等级,抄送\n"
    path.write_text(f"{headings}老王烧烤店,9,2026-06-30,,否,一般,\n", encoding="utf-8")

    ran = shell("batch", "--template", "整改通知书.docx", "名册.csv", "-o", "出")

    assert "新制1份" in ran.out, ran.out
    assert ran.code == 0


def test_a_starter_wants_a_kind_or_a_template(shell: Shell) -> None:
    ran = shell("new")

    assert "写明文种，例如 docgen new 责任书；或用 --template 给出自己的模板。" in ran.err
    assert ran.code == 2


def test_a_starter_of_a_broken_template_says_why(shell: Shell) -> None:
    written(shell.folder, "{{ 姓名.upper() }}")

    ran = shell("new", "--template", "模板.docx")

    assert "不能调用函数或方法" in ran.err
    assert ran.code == 1
