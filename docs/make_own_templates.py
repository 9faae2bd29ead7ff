"""Make the two templates of `examples/own`, which belong to no kind.

An office draws such a template up in Word; these are written here so that they can be read:
`.venv/bin/python docs/make_own_templates.py`.
"""

from pathlib import Path

from docgen.word.building import blank_line, paragraph, table, table_gap, when
from docgen.word.stationery import write_document

OWN = Path(__file__).parents[1] / "examples" / "own"


def rectification_notice() -> bytes:
    """Give 整改通知书: a firm is told what to mend, and by when."""
    return write_document(
        paragraph("安全隐患整改通知书", style="Title"),
        blank_line(),
        paragraph("{{ 单位名称 }}：", style="Salutation"),
        paragraph(
            "{{ 检查日期|公文日期 }}，{{ 检查单位 }}到你单位检查，发现下列隐患：{{ 隐患 }}。"
            "请于{{ 整改期限|公文日期 }}前整改到位，并将整改情况书面报送{{ 检查单位 }}。"
        ),
        when(
            "职工人数 > 100",
            paragraph("你单位职工超过100人，整改情况须经专职安全生产管理人员签字确认。"),
        ),
        when("重大隐患", paragraph("整改期间，{{ 管控措施 }}。")),
        paragraph("联系人：{{ 联系人 }}，电话：{{ 联系电话 }}。"),
        blank_line(),
        paragraph("{{ 检查单位 }}", align="right"),
        paragraph("{{ 签发日期|公文日期 }}", align="right"),
        properties={"title": "{{ 单位名称 }}安全隐患整改通知书"},
    )


def household_check() -> bytes:
    """Give 入户检查表: what was found in one household, a row a hazard."""
    columns = [
        ("序号", 900, "{{ loop.index }}"),
        ("隐患", 3200, "{{ 项.描述 }}"),
        ("整改措施", 3200, "{{ 项.措施 }}"),
        ("期限", 1544, "{% if 项.期限 %}{{ 项.期限|公文日期 }}{% else %}当场{% endif %}"),
    ]
    return write_document(
        paragraph("{{ 乡镇 }}{{ 村名 }}燃气安全入户检查表", style="Title"),
        blank_line(),
        paragraph("户主：{{ 户主 }}　检查日期：{{ 检查日期|公文日期 }}"),
        when(
            "隐患",
            paragraph("检查发现隐患{{ 隐患|length }}处："),
            table_gap(),
            table("项 in 隐患", columns, left=("隐患", "整改措施")),
            table_gap(),
            otherwise=paragraph("检查未发现隐患。"),
        ),
        paragraph("检查人（签字）：{{ 检查人签字 }}"),
        paragraph("户主（签字）：{{ 户主签字 }}"),
        properties={"title": "{{ 村名 }}燃气安全入户检查表"},
    )


if __name__ == "__main__":
    (OWN / "整改通知书.docx").write_bytes(rectification_notice())
    (OWN / "入户检查表.docx").write_bytes(household_check())
