"""Issued papers for the tests: the blocks of `official` on a page, filled with values."""

import datetime
from collections.abc import Mapping

from docgen.kinds import _official
from docgen.word import official
from docgen.word.building import Block, blank_line, paragraph
from docgen.word.stationery import write_document
from docgen.word.template import Template

ORGAN = "白道口镇人民政府"
DAY = datetime.date(2026, 6, 3)
Values = dict[str, object]


def made(values: Mapping[str, object], *blocks: Block) -> bytes:
    """Fill blocks with values and give the finished file."""
    return Template(write_document(*blocks, properties={"title": "测试"})).render(values)


def head_values(**more: object) -> Values:
    """Give the values of a red head."""
    return _official.head("白政〔2026〕18号", [f"{ORGAN}文件"], **more)  # type: ignore[arg-type] # the test's own words


def notice(values: Mapping[str, object], *, lines: int = 1, body: Block = ()) -> bytes:
    """Make a notice with everything around its text; `lines` lines of text."""
    known: Values = {
        "head": head_values(),
        "attachments": [],
        "sign_off": _official.sealed([ORGAN], DAY),
        "remark": "此件公开发布",
        "imprint": _official.imprint("白道口镇党政综合办公室", DAY, copies=["县应急管理局"]),
        **values,
    }
    return made(
        known,
        official.red_head(),
        paragraph("关于印发活动方案的通知", style="Title"),
        blank_line(keep_next=True),
        paragraph("各村民委员会：", style="Salutation"),
        [paragraph(f"第{number}段。") for number in range(1, lines)],
        paragraph("末段。", keep_next=True),
        official.attachment_note(),
        official.sign_off(remark="remark"),
        body,
        official.imprint(),
    )
