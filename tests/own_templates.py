"""Templates an office made for itself, which belong to no kind, and data that fill them in."""

from collections.abc import Sequence
from pathlib import Path

import docx

HOUSEHOLD: dict[str, object] = {
    "乡镇": "白道口镇",
    "村名": "西街村",
    "户主": "手签",
    "检查日期": "2026-06-03",
    "隐患": [
        {"描述": "胶管老化", "措施": "更换胶管", "期限": "2026年6月30日"},
        {"描述": "没有报警器", "措施": "安装报警器"},
    ],
    "户主签字": "手签",
}
NOTICE: dict[str, object] = {
    "单位名称": "白道口镇加油站",
    "人数": 120,
    "罚款": 20000,
    "期限": "2026-06-30",
    "等级": "重大",
    "抄送": "滑县应急管理局",
    "需复查": True,
}
CERTIFICATE: dict[str, object] = {
    "单位": "滑县粮油有限公司",
    "姓名": "手签",
    "参训": True,
    "课时": 24,
    "日期": "2026-06-30",
}


def household(folder: Path) -> Path:
    """Write 入户检查表.docx: a table with a row for every hazard, and a note for bad cases."""
    return _written(
        folder / "入户检查表.docx",
        "{{ 乡镇 }}{{ 村名 }}燃气安全入户检查表",
        "户主：{{ 户主 }}　检查日期：{{ 检查日期|公文日期 }}",
        [
            ("序号", "隐患", "整改措施"),
            ("{%tr for 项 in 隐患 %}", "", ""),
            (
                "{{ loop.index }}",
                "{{ 项.描述 }}",
                "{{ 项.措施 }}{% if 项.期限 %}，{{ 项.期限|公文日期 }}前{% endif %}",
            ),
            ("{%tr endfor %}", "", ""),
        ],
        "共{{ 隐患|length }}处。",
        "{%p if 隐患|length > 2 %}",
        "列为重点户，由{{ 包户干部 }}包联。",
        "{%p endif %}",
        "户主签字：{{ 户主签字 }}",
    )


def notice(folder: Path) -> Path:
    """Write 整改通知书.docx: numbers compared, an amount of money, a copy for grave cases."""
    return _written(
        folder / "整改通知书.docx",
        "{{ 单位名称 }}：",
        "你单位有职工{{ 人数 }}人，"
        "{% if 人数 > 100 %}应当设置安全管理机构{% else %}应当配备安全管理人员{% endif %}。",
        "{%p if 罚款 %}",
        "处罚款{{ 罚款|大写金额 }}。",
        "{%p endif %}",
        "请于{{ 期限|公文日期 }}前改正。{% if 需复查 %}届时复查。{% endif %}",
        "{%p if 等级 == '重大' %}",
        "抄送：{{ 抄送 }}",
        "{%p endif %}",
    )


def certificate(folder: Path) -> Path:
    """Write 培训证明.docx: one of two sentences, and the firm's seal."""
    return _written(
        folder / "培训证明.docx",
        "兹证明{{ 单位 }}职工{{ 姓名 }}",
        "{% if 参训 %}参加安全生产培训{{ 课时 }}课时"
        "{% else %}没有参训，原因：{{ 原因 }}{% endif %}。",
        "{{ 单位 }}　{{ 日期|公文日期 }}",
    )


def written(folder: Path, *paragraphs: str, name: str = "模板.docx") -> Path:
    """Write a template of plain paragraphs."""
    return _written(folder / name, *paragraphs)


def texts(path: Path) -> list[str]:
    """Give the paragraphs and table rows of a document as text."""
    document = docx.Document(str(path))
    rows = [row for table in document.tables for row in table.rows]
    return [
        *(paragraph.text for paragraph in document.paragraphs),
        *("|".join(cell.text for cell in row.cells) for row in rows),
    ]


def _written(path: Path, *blocks: str | Sequence[Sequence[str]]) -> Path:
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=0, cols=len(block[0]))
        for cells in block:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    document.save(str(path))
    return path
