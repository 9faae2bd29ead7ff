"""A sixth kind of document as its author would write it: three files and no other edit."""

KIND = '''\
"""安全提醒函: what an office reminds another of, with days to be done by."""

from typing import Any

from pydantic import Field

from docgen.kinds import Kind
from docgen.records import Record
from docgen.vocabulary import Blank, OfficialDate, Organ, Part, Text, Whole, official_date


class Matter(Part):
    """One thing to be done."""

    text: Text = Field(title="事项", description="要做什么", examples=["更换老化的电线"])
    day: OfficialDate = Field(title="期限", description="最迟哪一天", examples=["2026-07-31"])


class SafetyLetter(Record):
    """The data of one letter."""

    year: Whole = Field(title="年度", description="四位年份", examples=[2026], ge=2000, le=2100)
    title: Text = Field(title="标题", description="不填时按收函单位拟写", examples=["安全提醒函"])
    sender: Organ = Field(title="发函单位", description="全称", examples=["白道口镇人民政府"])
    recipient: Organ = Field(title="收函单位", description="全称", examples=["滑县粮油有限公司"])
    matters: list[Matter] = Field(
        title="提醒事项",
        description="逐条",
        min_length=1,
        examples=[[{"事项": "更换老化的电线", "期限": "2026-07-31"}]],
    )
    date: OfficialDate | Blank = Field(
        default=Blank("日期"), title="日期", description="发函的日期", examples=["2026年6月30日"]
    )


class LetterPaper(Part):
    """What a template may print beside the clerk's own fields."""

    lines: list[Text] = Field(title="事项各行", json_schema_extra={"prints": ["matters"]})


def complete(data: dict[str, Any]) -> dict[str, Any]:
    """Draw the title up."""
    recipient = data.get("recipient")
    name = recipient.get("name") if isinstance(recipient, dict) else recipient
    return data if not isinstance(name, str) else {"title": f"致{name}的安全提醒函", **data}


def present(record: SafetyLetter) -> dict[str, object]:
    """Give each matter as a line."""
    lines = [f"{one.text}，{official_date(one.day)}前完成。" for one in record.matters]
    return {"lines": lines}


kind = Kind(
    name="safety_letter",
    label="安全提醒函",
    summary="提醒有关单位消除隐患的函",
    record=SafetyLetter,
    paper=LetterPaper,
    complete=complete,
    present=present,
    name_of=lambda record: record.title,
    names_of=lambda record: (record.sender.name, record.recipient.name),
    drawn_up=("title",),
)
'''
TEMPLATE = '''\
"""The 安全提醒函 template, as readable source."""

from pathlib import Path

from docgen.word.building import paragraph, repeat
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "safety_letter.docx"


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        paragraph("{{ title }}", style="Title"),
        paragraph("{{ recipient.name }}：", style="Salutation"),
        repeat("line in lines", paragraph("{{ line }}")),
        paragraph("{{ sender.name }}　{{ year }}年度"),
        paragraph("{{ date|公文日期 }}"),
        properties={"title": "{{ title }}"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
'''
EXAMPLE = """\
{
  "文种": "安全提醒函",
  "年度": 2026,
  "发函单位": "白道口镇人民政府",
  "收函单位": "滑县粮油有限公司",
  "提醒事项": [
    {"事项": "更换老化的电线", "期限": "2026年7月31日"},
    {"事项": "补齐灭火器", "期限": "2026年7月15日"}
  ],
  "日期": "2026年6月30日"
}
"""
ROSTER = """\
年度,发函单位,收函单位,提醒事项[0].事项,提醒事项[0].期限
2026,白道口镇人民政府,滑县粮油有限公司,更换老化的电线,2026-07-31
2026,白道口镇人民政府,滑县建材有限公司,补齐灭火器,2026-07-15
"""
