"""The notice: a red head, a sentence, a seal, and the paper it issues on a new page."""

import io
import re
import zipfile
from typing import Any

import pytest
from notices import FULL, agreement_notice, plan_notice

import docgen
from docgen.engine import open_press
from docgen.errors import TemplateError
from docgen.kinds import find_kind
from docgen.rows import Row
from docgen.word.passages import passages

KIND = find_kind("印发通知")
UP = {"上行文": True, "签发人": ["手签"], "主送机关": ["滑县人民政府"]}


def text_of(data: dict[str, Any]) -> list[str]:
    content = docgen.generate(KIND, data).content
    return [p.text for p in passages(content) if p.place.part == "body" and p.text.strip()]


def codes(data: dict[str, Any]) -> list[str]:
    return [finding.code for finding in docgen.check(KIND, data)]


def test_number_date_recipients_and_plan_make_a_whole_notice() -> None:
    text = text_of(plan_notice())

    assert text[:6] == [
        "白道口镇人民政府文件",
        "白政〔2025〕18号",
        "白道口镇人民政府关于印发《白道口镇",
        "2025年“安全生产月”活动方案》的通知",
        "各村民委员会，镇直各单位：",
        "为组织好2025年“安全生产月”活动，现将《白道口镇2025年“安全生产月”活动方案》印发给你们，"
        "请结合实际认真组织实施。",
    ]
    assert text[-2:] == ["白道口镇党政综合办公室", "2025年5月26日印发"]


def test_the_issued_plan_follows_the_date_and_is_not_signed_again() -> None:
    text = text_of(plan_notice())

    assert text.index("2025年5月26日") < text.index("白道口镇2025年“安全生产月”活动方案")
    assert text.count("白道口镇人民政府") == 1
    assert "一、总体要求" in text


def test_an_agreement_is_issued_with_its_signature_block() -> None:
    text = text_of(agreement_notice())

    assert any("印发《白道口镇" in line.replace("\n", "") for line in text)
    assert "一、责任目标" in text
    assert "甲方（盖章）：" in text


def test_the_issued_paper_takes_year_issuer_and_date_from_the_notice() -> None:
    checked = open_press(KIND).check(Row(plan_notice()))

    plan = checked.record.plan  # type: ignore[union-attr] # a notice has one
    assert (plan.year, plan.issuer.name, str(plan.date)) == (2025, "白道口镇人民政府", "2025-05-26")


def test_as_an_attachment_the_plan_is_listed_and_labelled() -> None:
    text = text_of(plan_notice(印发形式="作附件"))

    assert "附件：白道口镇2025年“安全生产月”活动方案" in text
    assert text[text.index("附件") + 1] == "白道口镇2025年“安全生产月”活动方案"


ASKED = "请结合实际认真组织实施。"


@pytest.mark.parametrize(
    "changes",
    [
        {"发文目的": "为" + "做好安全生产月的各项工作" * 8},
        {"印发形式": "作附件", "附注": "此件公开发布"},
        {"用印": "加盖签名章", "签名章职务": "镇长"},
    ],
)
def test_what_is_asked_goes_with_a_sign_off_the_first_page_cannot_hold(
    changes: dict[str, Any],
) -> None:
    text = text_of(plan_notice(**changes))

    assert ASKED in text
    assert any(line.endswith("印发给你们。") for line in text)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"附注": "此件公开发布"},
        {"印发形式": "作附件", "附注": "此件公开发布", "段落": ["另起一段。"]},
    ],
)
def test_what_is_asked_stays_in_its_sentence_where_there_is_room_or_more_text(
    changes: dict[str, Any],
) -> None:
    text = text_of(plan_notice(**changes))

    assert any(line.endswith(f"印发给你们，{ASKED}") for line in text)


def test_recipients_too_many_for_the_first_page_go_to_the_imprint() -> None:
    many = [f"第{number}村村民委员会" for number in range(1, 30)]
    text = text_of(plan_notice(主送机关=many))

    assert f"主送：{'，'.join(many)}。" in text
    assert f"{'，'.join(many)}：" not in text


def test_a_mark_of_many_organs_is_smaller_so_that_text_follows() -> None:
    names = ["人民武装部", "卫生院", "派出所", "中心学校", "财政所"]
    joint = [{"名称": f"白道口镇{name}", "层级": "乡镇"} for name in names]

    def style(organs: list[dict[str, str]]) -> str:
        content = docgen.generate(KIND, plan_notice(联合发文机关=organs)).content
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            document = package.read("word/document.xml").decode()
        found: list[str] = re.findall(r'"(Mark\d+)"', document)
        return found[0]

    assert (style(joint[:1]), style(joint)) == ("Mark12", "Mark24")


def test_further_attachments_are_numbered_after_it() -> None:
    attached = [{"标题": "统计表说明", "各条": ["每周一次。"]}]
    text = text_of(plan_notice(印发形式="作附件", 附件=attached))

    assert any(line.startswith("附件：1.") for line in text)
    assert text[text.index("附件2") + 1] == "统计表说明"


@pytest.mark.parametrize("seal", ["加盖印章", "不加盖印章", "加盖签名章"])
def test_every_seal_and_every_part_of_the_head_can_be_printed(seal: str) -> None:
    text = "\n".join(text_of({**FULL, "用印": seal, "签名章职务": "镇长"}))

    for said in (
        "000001",
        "秘密★1年",
        "加急",
        "白道口镇人民武装部",
        "（此件公开发布）",
        "抄送：县应急管理局。",
    ):
        assert said in text


def test_a_paper_to_the_level_above_is_a_report_and_names_who_signed_it_off() -> None:
    text = text_of(plan_notice(**UP))

    assert any(line.startswith("签发人：") for line in text)
    title = "白道口镇人民政府关于报送《白道口镇2025年“安全生产月”活动方案》的报告"
    assert title in "".join(text)
    assert (
        "为组织好2025年“安全生产月”活动，现将《白道口镇2025年“安全生产月”活动方案》报上，请审阅。"
        in text
    )


def test_an_agreement_goes_up_for_the_record() -> None:
    assert any(line.endswith("》报上，请予备案。") for line in text_of(agreement_notice(**UP)))


def test_a_recipient_above_the_issuer_is_told_with_both_levels() -> None:
    (found,) = docgen.check(KIND, plan_notice(主送机关=["滑县人民政府"]))

    assert found.message == (
        "主送机关“滑县人民政府”（县）高于发文机关“白道口镇人民政府”（乡镇），“上行文”是“否”"
    )


def test_a_bureau_of_a_city_is_not_below_its_counties() -> None:
    issuer = {"名称": "安阳市应急管理局"}
    found = docgen.check(KIND, plan_notice(发文机关=issuer, 主送机关=["各县人民政府"]))

    assert "direction-differs" not in [finding.code for finding in found]


def test_a_signature_stamp_needs_the_post_of_its_signer() -> None:
    found = docgen.check(KIND, plan_notice(用印="加盖签名章"))

    assert [(f.code, f.path) for f in found if f.is_error] == [("missing-value", "stamp_post")]


def test_a_notice_issues_one_paper_neither_none_nor_two() -> None:
    none = {name: value for name, value in plan_notice().items() if name != "方案"}
    two = plan_notice(责任书=agreement_notice()["责任书"])

    (nothing,), (both,) = docgen.check(KIND, none), docgen.check(KIND, two)
    assert (nothing.path, both.path) == ("agreement", "agreement")
    assert (nothing.code, nothing.message) == ("missing-value", "“方案”“责任书”都没有填写")
    assert nothing.hint == "填写“方案”或“责任书”，只填要印发的一样。"
    assert "“方案”“责任书”都填了，一份通知只印发一样" in both.message
    assert both.hint == "印发“方案”的，删去“责任书”；印发“责任书”的，删去“方案”。"


@pytest.mark.parametrize(
    ("written", "wrong", "right"),
    [
        ("白政[2025]18号", "年份要用六角括号〔〕", "白政〔2025〕18号"),
        ("白政（2025）18号", "年份要用六角括号〔〕", "白政〔2025〕18号"),
        ("白政〔2025〕018号", "序号不编虚位，前面不加0", "白政〔2025〕18号"),
        ("白政〔25〕第18号", "年份要写四位，序号前不加“第”", "白政〔2025〕18号"),
        ("白政〔2025年〕18", "年份后不写“年”，末尾缺“号”", "白政〔2025〕18号"),
        ("白政〔2025〕 18号", "中间不留空格", "白政〔2025〕18号"),
        ("〔2025〕18号", "前面没有机关代字", "白政〔2026〕18号"),
        ("白政发18号", "不是发文字号的写法", "白政〔2026〕18号"),
    ],
)
def test_a_wrong_number_is_told_once_with_what_is_wrong_and_the_right_one(
    written: str, wrong: str, right: str
) -> None:
    (found,) = docgen.check(KIND, plan_notice(发文字号=written))

    assert found.message == f"发文字号写成了文字“{written}”：{wrong}"
    assert f"“{right}”。" in found.hint


def test_an_attachment_may_be_written_as_its_title_alone() -> None:
    alone, whole = plan_notice(附件=["统计表"]), plan_notice(附件=[{"标题": "统计表"}])

    assert codes(alone) == []
    assert text_of(alone) == text_of(whole)


def test_a_fault_of_the_issued_plan_is_told_at_its_own_field() -> None:
    data = plan_notice()
    data["方案"]["组织领导"]["组长"][0]["职务"] = "××"

    assert [(f.code, f.path) for f in docgen.check(KIND, data)] == [
        ("leftover-mark", "plan.organization.leaders[0].post")
    ]


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"标题": "关于印发《安全生产月活动方案》的通知"}, "issued-title-differs", "title"),
        ({"发文字号": "白政〔2024〕18号"}, "number-date-differs", "number.year"),
        ({"版记": {"印发日期": "2025-05-20"}}, "printed-early", "imprint.date"),
        ({"上行文": True}, "signer-missing", "signers"),
        ({"签发人": ["手签"]}, "signers-not-upward", "signers"),
        ({"主送机关": ["滑县人民政府"]}, "direction-differs", "recipients[0]"),
        ({"执行要求": "请审阅"}, "direction-differs", "instruction"),
        ({"上行文": True}, "direction-differs", "recipients[0]"),
        ({**UP, "执行要求": "请认真组织实施"}, "direction-differs", "instruction"),
        (
            {**UP, "标题": "关于印发《白道口镇2025年“安全生产月”活动方案》的通知"},
            "direction-differs",
            "title",
        ),
        (
            {"联合发文机关": [{"名称": "中共白道口镇委员会"}]},
            "issuer-order",
            "co_issuers[0].name",
        ),
    ],
)
def test_what_does_not_agree_is_told(changes: dict[str, Any], code: str, path: str) -> None:
    found = [(f.code, f.path) for f in docgen.check(KIND, plan_notice(**changes))]

    assert (code, path) in found


def test_a_period_that_ends_before_it_begins_is_told_with_both_days() -> None:
    data = plan_notice()
    data["方案"]["活动时间"] = {"开始": "2025-06-30", "结束": "2025-06-01"}

    message = next(f.message for f in docgen.check(KIND, data) if f.code == "impossible-value")

    assert "结束日期2025年6月1日早于开始日期2025年6月30日" in message


def test_the_years_of_notice_and_plan_must_agree() -> None:
    data = plan_notice()
    data["方案"]["年度"] = 2024

    assert "issued-year-differs" in codes(data)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"标题": "关于印发《白道口镇2025年“安全生产月”活动方案》的通知"},
        {"标题": "关于印发白道口镇2025年“安全生产月”活动方案的通知"},
        {"版记": {"印发日期": "2025-05-27"}},
        UP,
        {**UP, "主送机关": ["滑县应急管理局"], "执行要求": "请批转各有关单位执行"},
        {"主送机关": ["滑县应急管理局"]},
        {"执行要求": "请认真组织实施，总结报镇应急管理办公室备案"},
        {"执行要求": "请于6月底前将总结报镇应急管理办公室备案"},
        {"发文目的": "为" + "做好安全生产月的各项工作" * 8},
        {"印发形式": "作附件", "附注": "此件公开发布"},
        {"用印": "加盖签名章", "签名章职务": "镇长"},
        {"成文日期": {"留白": "日期"}},
        {"发文机关": "中共白道口镇委员会", "联合发文机关": [{"名称": "白道口镇人民政府"}]},
    ],
)
def test_what_agrees_is_left_alone(changes: dict[str, Any]) -> None:
    assert codes(plan_notice(**changes)) == []


def test_a_paper_with_a_red_head_is_not_laid_out_as_a_speech() -> None:
    with pytest.raises(TemplateError, match="这是红头文件，不能用版式“大字稿"):
        docgen.generate(KIND, plan_notice(), layout="大字稿")

    assert docgen.generate(KIND, plan_notice(), layout="电子公文").content
