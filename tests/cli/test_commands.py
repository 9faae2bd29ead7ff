"""What each command prints, writes and ends with."""

import csv
import json
import stat
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest
import yaml
from agreements import village_agreement
from clerks import Clerk, village_form
from commands import Shell

from docgen import discovery
from docgen.cli import _faults
from docgen.kinds import kinds

COMMANDS = discovery.names("docgen.cli")
TEMPLATE_COMMANDS = ("check", "show", "schema", "export")
PAGES = [(name,) for name in COMMANDS] + [("template", name) for name in TEMPLATE_COMMANDS]


@pytest.mark.parametrize("words", [(), *PAGES])
def test_every_help_page_is_chinese(shell: Shell, words: tuple[str, ...]) -> None:
    ran = shell(*words, "--help")

    assert ran.code == 0
    assert ran.out.startswith(f"用法：{' '.join(('docgen', *words))} ")
    for english in ("Usage", "Options", "Commands", "Show this", "required", "OPTIONS", "ARGS"):
        assert english not in ran.out


def test_columns_of_help_line_up_where_characters_are_wide(shell: Shell) -> None:
    lines = shell("check", "--help").out.splitlines()

    assert "  --template 文件  用自己的模板。" in lines
    assert "  --json           在标准输出打印 JSON。" in lines


def test_the_version_is_told(shell: Shell) -> None:
    assert shell("--version").out.startswith("docgen 0.")


def test_kinds_are_listed(shell: Shell) -> None:
    assert "responsibility_agreement  责任书" in shell("kinds").out
    assert [kind["name"] for kind in shell("kinds", "--json").json["kinds"]] == list(kinds())


def test_a_kind_tells_its_fields_their_choices_and_blanks(shell: Shell) -> None:
    page = shell("kinds", "责任书").out

    assert "* 年度（year）整数" in page
    assert "可选：县与乡镇、县与部门、乡镇与村、" in page
    assert "可手签" in page


def test_a_kind_is_also_known_by_another_name(shell: Shell) -> None:
    assert shell("kinds", "责任状").out == shell("kinds", "responsibility_agreement").out


def test_a_kind_as_json_nests_its_fields(shell: Shell) -> None:
    fields = {field["name"]: field for field in shell("kinds", "责任书", "--json").json["fields"]}

    assert fields["year"]["required"] is True
    assert "representative" in [field["name"] for field in fields["party_b"]["fields"]]


def test_a_starter_asks_for_what_is_missing_and_nothing_else(shell: Shell) -> None:
    assert shell("new", "责任书", "-o", "数据.json").code == 0

    codes = set(shell("check", "数据.json", "--json").codes)
    assert "missing-value" in codes
    assert not codes & {"unknown-field", "wrong-type", "duplicate-field"}


def test_a_starter_in_yaml_reads_as_the_one_in_json(shell: Shell) -> None:
    shell("new", "责任书", "-o", "数据.yaml")
    written = (shell.folder / "数据.yaml").read_text(encoding="utf-8")

    fields = [name for name in json.loads(shell("new", "责任书").out) if name[:2] != "//"]
    assert list(yaml.safe_load(written)) == fields


def test_a_starter_goes_to_standard_output(shell: Shell) -> None:
    assert shell("new", "责任书", "-o", "-").out == shell("new", "责任书").out
    assert shell.files() == []


def test_an_empty_roster_has_the_headings_the_kind_knows(shell: Shell) -> None:
    shell("new", "责任书", "--roster", "-o", "名册.csv")

    with (shell.folder / "名册.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[:3] == ["区划代码", "县", "乡镇"]


def test_a_form_filled_in_by_a_clerk_makes_the_paper_that_json_makes(shell: Shell) -> None:
    made = shell("new", "责任书", "-o", "填写表.xlsx")
    assert made.out == ("已写出 填写表.xlsx。填好后运行：docgen check 责任书 填写表.xlsx\n")
    form = shell.folder / "填写表.xlsx"
    form.write_bytes(village_form(Clerk(form.read_bytes())).save())
    shell("render", shell.agreement(), "-o", "json.docx")

    checked, ran = shell("check", form), shell("render", form, "-o", "表.docx")

    assert (checked.code, checked.out) == (0, "没有问题。\n")
    assert ran.code == 0
    assert (shell.folder / "表.docx").read_bytes() == (shell.folder / "json.docx").read_bytes()


def test_an_empty_form_is_told_sheet_and_cell(shell: Shell) -> None:
    shell("new", "责任书", "-o", "填写表.xlsx")

    ran = shell("check", "填写表.xlsx")

    assert ran.code == 1
    assert "填写表.xlsx 填写!B8  年度没有填写" in ran.out
    assert "填写表.xlsx 控制指标!B5  控制指标没有填写" in ran.out


def test_a_form_is_filled_in_from_data(shell: Shell) -> None:
    data = shell.agreement()
    shell("new", "责任书", "--from", data, "-o", "填写表.xlsx")

    shell("render", data, "-o", "甲.docx")
    shell("render", "填写表.xlsx", "-o", "乙.docx")

    assert (shell.folder / "甲.docx").read_bytes() == (shell.folder / "乙.docx").read_bytes()


def test_a_form_is_not_filled_in_from_data_it_could_not_keep(shell: Shell) -> None:
    ran = shell("new", "责任书", "--from", shell.agreement(标体="甲"), "-o", "填写表.xlsx")

    assert ran.code == 1
    assert "没有“标体”这个字段" in ran.out + ran.err
    assert shell.files() == ["责任书.json"]


def test_a_form_may_hold_the_common_data_of_a_batch(shell: Shell) -> None:
    roster, common = shell.write("名册.csv", ROSTER), shell.write("共有.json", COMMON)
    shell("new", "责任书", "--from", common, "-o", "共有.xlsx")

    ran = shell("batch", "责任书", roster, "--common", "共有.xlsx", "-o", "out")

    assert ran.code == 0
    assert "新制" in ran.out


def test_a_roster_begun_as_a_workbook_is_read_by_batch(shell: Shell) -> None:
    made = shell("new", "责任书", "--roster", "-o", "名册.xlsx")
    assert "docgen batch 责任书 名册.xlsx --common" in made.out
    book = openpyxl.load_workbook(shell.folder / "名册.xlsx")
    sheet = book["名册"]
    for row, village in enumerate(("西街村", "东街村"), 2):
        cells = (f"00000000000{row}", None, "白道口镇", village, "手签", "村委会主任", "0372")
        for column, text in enumerate(cells, 1):
            sheet.cell(row, column).value = text
    book.save(shell.folder / "名册.xlsx")
    common = shell.write("共有.json", COMMON)

    ran = shell("batch", "责任书", "名册.xlsx", "--common", common, "-o", "out", "--json")

    assert (ran.code, ran.json["made"]) == (0, 2)


def test_sound_data_is_told_so(shell: Shell) -> None:
    ran = shell("check", shell.agreement())

    assert (ran.code, ran.out, ran.err) == (0, "没有问题。\n", "")


def test_faults_are_told_with_their_line(shell: Shell) -> None:
    ran = shell("check", shell.write("a.json", '{"文种": "责任书",\n"年度": "今年"}'))

    assert ran.code == 1
    assert "a.json 第2行" in ran.out
    assert "处错误" in ran.out


def test_faults_as_json_are_those_of_the_contract(shell: Shell) -> None:
    ran = shell("check", "责任书", shell.write("a.json", village_agreement(标题="××村")), "--json")

    assert (ran.code, ran.json["ok"], ran.codes) == (1, False, ["leftover-mark"])
    finding = ran.json["findings"][0]
    assert (finding["path"], finding["label"], finding["actor"]) == ("title", "标题", "clerk")


def test_a_syntax_error_is_a_finding_even_where_it_hides_the_kind(shell: Shell) -> None:
    path = shell.write("a.json", '{"文种": "责任书"')

    ran = shell("check", path, "--json")

    assert ran.code == 1
    assert len(ran.codes) == 1
    assert shell("check", "责任书", path).code == 1


def test_render_writes_one_whole_file_named_after_the_paper(shell: Shell) -> None:
    ran = shell("render", shell.agreement())

    assert ran.code == 0
    assert "已生成 西街村2026年度安全生产责任书.docx" in ran.out
    assert shell.files() == ["西街村2026年度安全生产责任书.docx", "责任书.json"]
    with zipfile.ZipFile(shell.folder / "西街村2026年度安全生产责任书.docx") as package:
        assert package.testzip() is None


def test_render_with_an_error_writes_nothing(shell: Shell) -> None:
    path = shell.agreement(标题="20__年责任书")

    ran = shell("render", path, "-o", "成品/a.docx")

    assert ran.code == 1
    assert "leftover-mark" in ran.err
    assert shell.files() == ["责任书.json"]
    assert not (shell.folder / "成品").exists()


def test_render_with_an_error_is_one_json_object(shell: Shell) -> None:
    ran = shell("render", shell.agreement(一票否决=[""]), "--json")

    assert (ran.code, ran.codes, ran.err) == (1, ["missing-value"], "")


def test_an_existing_output_is_replaced_only_by_force(shell: Shell) -> None:
    path = shell.agreement()
    shell.write("a.docx", "别人的文件")

    assert shell("render", path, "-o", "a.docx").code == 2
    assert (shell.folder / "a.docx").read_text(encoding="utf-8") == "别人的文件"
    assert shell("render", path, "-o", "a.docx", "--force").code == 0
    assert zipfile.is_zipfile(shell.folder / "a.docx")


def test_an_output_folder_takes_the_papers_own_name(shell: Shell) -> None:
    (shell.folder / "成品").mkdir()

    shell("render", shell.agreement(), "-o", "成品")

    assert "成品/西街村2026年度安全生产责任书.docx" in shell.files()


def test_a_draft_is_written_with_its_gaps_and_says_so(shell: Shell) -> None:
    ran = shell("render", shell.agreement(标题="××村"), "--draft", "-o", "a.docx")

    assert ran.code == 1
    assert "草稿已写到 a.docx" in ran.out
    text = "\n".join(p.text for p in docx.Document(str(shell.folder / "a.docx")).paragraphs)
    assert "【待填：标题" in text


def test_schemas_are_printed_and_written(shell: Shell) -> None:
    printed = json.loads(shell("schema", "责任书").out)
    shell("schema", "-o", "schemas")

    path = shell.folder / "schemas/responsibility_agreement.json"
    assert json.loads(path.read_text(encoding="utf-8")) == printed
    assert shell("schema", "-o", "schemas").code == 2
    assert shell("schema", "-o", "schemas", "--force").code == 0


def test_an_exported_template_is_sound_and_makes_the_same_paper(shell: Shell) -> None:
    assert shell("template", "export", "责任书", "-o", "模板.docx").code == 0

    assert shell("template", "check", "模板.docx", "--kind", "责任书").code == 0
    path = shell.agreement()
    shell("render", path, "-o", "a.docx")
    shell("render", path, "-o", "b.docx", "--template", "模板.docx")
    assert (shell.folder / "a.docx").read_bytes() == (shell.folder / "b.docx").read_bytes()


def test_a_typo_in_a_template_is_found_with_its_place(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("{{ titel }}")
    document.save(str(shell.folder / "模板.docx"))

    ran = shell("template", "check", "模板.docx", "--kind", "责任书", "--json")

    assert ran.code == 1
    [finding] = [f for f in ran.json["findings"] if f["severity"] == "error"]
    assert (finding["actor"], finding["place"]["paragraph"]) == ("author", 1)
    assert "title" in finding["hint"]


@pytest.mark.parametrize("fault", _faults.faults(), ids=lambda fault: fault["code"])
def test_every_code_is_explained(shell: Shell, fault: dict[str, str]) -> None:
    page = shell("explain", fault["code"])

    assert page.code == 0
    assert page.out.startswith(f"{fault['code']}  {fault['title']}\n")
    assert all(word in page.out for word in ("为什么：", "错例：", "正例：", fault["sound"]))


def test_all_codes_are_listed_once(shell: Shell) -> None:
    lines = shell("explain").out.splitlines()

    assert lines == sorted(set(lines))
    listed = [fault["code"] for fault in shell("explain", "--json").json["faults"]]
    assert [line.split()[0] for line in lines] == listed


ROSTER = "区划代码,乡镇,村名,职务\n1,白道口镇,西街村,主任\n2,白道口镇,东街村,主任\n"
COMMON = {
    "年度": 2026,
    "甲方": {"代表": {"姓名": "手签"}},
    "乙方": {"代表": {"姓名": "手签"}},
    "控制指标": [{"指标": "死亡人数", "数值": 0}],
}


def test_a_batch_tells_what_it_made(shell: Shell) -> None:
    roster, common = shell.write("名册.csv", ROSTER), shell.write("共有.json", COMMON)

    ran = shell("batch", "责任书", roster, "--common", common, "-o", "out")

    assert ran.code == 0
    assert "共2行：新制2份，未变0份，失败0行" in ran.out
    assert ran.err == ""
    assert len(list((shell.folder / "out/documents").rglob("*.docx"))) == 2


def test_a_batch_with_a_bad_row_makes_nothing_and_names_the_line(shell: Shell) -> None:
    roster = shell.write("名册.csv", ROSTER.replace("东街村", ""))
    common = shell.write("共有.json", COMMON)

    ran = shell("batch", "责任书", roster, "--common", common, "-o", "out", "--json")

    assert ran.code == 1
    assert (ran.json["made"], ran.json["failed"]) == (0, 1)
    assert [f["source"]["line"] for f in ran.json["findings"]] == [3]
    assert not list(shell.folder.rglob("*.docx"))


def test_what_no_row_of_a_batch_says_is_told_once(shell: Shell) -> None:
    roster = shell.write("名册.csv", ROSTER.replace("东街村", ""))

    ran = shell("batch", "责任书", roster, "-o", "out", "--json")

    assert (ran.json["failed"], ran.code) == (2, 1)
    assert [(f["path"], f["source"]["line"]) for f in ran.json["findings"]] == [
        ("year", None),
        ("control_targets", None),
        ("party_b.organs", 3),
    ]
    assert "--common" in ran.json["findings"][0]["hint"]


def test_a_batch_of_no_rows_is_told_and_makes_nothing(shell: Shell) -> None:
    roster = shell.write("名册.csv", ROSTER[: ROSTER.index("1")])
    common = shell.write("共有.json", COMMON)

    ran = shell("batch", "责任书", roster, "--common", common, "-o", "out", "--json")

    assert (ran.code, ran.codes) == (1, ["no-rows"])
    assert not list(shell.folder.rglob("*.xlsx"))


def test_a_new_folder_is_named_by_its_last_stroke(shell: Shell) -> None:
    shell("render", shell.agreement(), "-o", "成品/")

    assert "成品/西街村2026年度安全生产责任书.docx" in shell.files()


def test_options_of_a_batch_reach_it(shell: Shell) -> None:
    roster = shell.write("名册.csv", ROSTER.replace("职务", "头衔"))
    common = shell.write("共有.json", COMMON)
    options = ("--map", "头衔=乙方.代表.职务", "--name", "{编号:03}{村名}", "--group-by", "村名")

    ran = shell("batch", "责任书", roster, "--common", common, "-o", "out", *options)

    assert ran.code == 0, ran
    made = sorted(p.relative_to("out") for p in Path("out").rglob("*.docx"))
    assert [str(path) for path in made] == [
        "documents/东街村/002东街村.docx",
        "documents/西街村/001西街村.docx",
    ]


def test_a_dry_run_says_what_would_fail_and_writes_nothing(shell: Shell) -> None:
    roster, common = shell.write("名册.csv", ROSTER), shell.write("共有.json", COMMON)

    assert shell("batch", "责任书", roster, "--common", common, "-o", "out", "--dry-run").code == 0
    assert shell.files() == ["共有.json", "名册.csv"]


def test_progress_goes_to_standard_error_only_when_asked(shell: Shell) -> None:
    roster, common = shell.write("名册.csv", ROSTER), shell.write("共有.json", COMMON)

    words = ("batch", "责任书", roster, "--common", common, "-o", "out", "--json")
    assert shell(*words).err == ""
    ran = shell(*words, "--progress")
    assert "检查" in ran.err
    assert ran.json["unchanged"] == 2


def test_a_written_file_can_be_read_by_its_colleagues_as_others_are(shell: Shell) -> None:
    plain = stat.S_IMODE(shell.agreement().stat().st_mode)
    shell("render", "责任书.json", "-o", "a.docx")

    assert stat.S_IMODE((shell.folder / "a.docx").stat().st_mode) == plain


def test_the_annotated_copy_of_a_template_is_written_beside_it(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("甲方：{{ 甲方.全成 }}")
    document.save(str(shell.folder / "模板.docx"))

    ran = shell("template", "check", "模板.docx", "--kind", "责任书", "--annotate", "批注.docx")
    again = shell("template", "check", "模板.docx", "--kind", "责任书", "--annotate", "批注.docx")

    assert ran.code == 1
    assert "已写出带批注的 批注.docx" in ran.out
    comments = list(docx.Document(str(shell.folder / "批注.docx")).comments)
    assert "没有字段“全成”" in comments[0].text
    assert again.code == 2


def test_a_template_is_compared_with_an_older_one(shell: Shell) -> None:
    for name, text in (("旧.docx", "{{ 标题 }}{{ 年度 }}"), ("新.docx", "{{ 标题 }}{{ 领域 }}")):
        document = docx.Document()
        document.add_paragraph(text)
        document.save(str(shell.folder / name))

    ran = shell("template", "check", "新.docx", "--kind", "责任书", "--diff", "旧.docx")
    told = shell("template", "check", "新.docx", "--kind", "责任书", "--diff", "旧.docx", "--json")

    assert "与 旧.docx 相比：\n新增　领域（scope）" in ran.out
    assert "减少　年度（year）" in ran.out
    assert [change["path"] for change in told.json["diff"]["needed"]] == ["scope"]
    assert [change["path"] for change in told.json["diff"]["dropped"]] == ["year"]


def test_a_template_is_checked_for_its_language_alone_where_no_kind_is_named(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 随便什么 }}{% if a %}")
    document.save(str(shell.folder / "模板.docx"))

    ran = shell("template", "check", "模板.docx", "--json")

    assert [finding["code"] for finding in ran.json["findings"]] == ["template-syntax"]
