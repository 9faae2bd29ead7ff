"""The field types only notices have: red head, seal, attachments, imprint."""

from typing import Annotated

from pydantic import Field, model_validator

from docgen.fields import Choice
from docgen.vocabulary import OfficialDate, Paragraph, Part, Section, Text


class SealMode(Choice):
    """How the issuer vouches for the paper (GB/T 9704-2012 §7.3.5)."""

    SEALED = "sealed", "加盖印章"
    UNSEALED = "unsealed", "不加盖印章"
    SIGNATURE_STAMP = "signature_stamp", "加盖签名章"


class IssuedAs(Choice):
    """How the paper that is issued stands beside the notice."""

    BODY = "body", "作正文"
    ATTACHMENT = "attachment", "作附件"


class Urgency(Choice):
    """How soon the paper must be delivered (GB/T 9704-2012 §7.2.3)."""

    MOST_URGENT = "most_urgent", "特急"
    URGENT = "urgent", "加急"


class SecrecyLevel(Choice):
    """How secret the paper is (GB/T 9704-2012 §7.2.2)."""

    TOP_SECRET = "top_secret", "绝密"
    CONFIDENTIAL = "confidential", "机密"
    SECRET = "secret", "秘密"


class Secrecy(Part):
    """Level and term of secrecy."""

    level: SecrecyLevel = Field(title="密级", description="绝密、机密或秘密", examples=["秘密"])
    term: Text | None = Field(
        default=None, title="保密期限", description="阿拉伯数字写明，如1年", examples=["1年"]
    )

    @property
    def text(self) -> str:
        """Level and term as printed: 秘密★1年."""
        return f"{self.level.label}★{self.term}" if self.term else self.level.label


class Head(Part):
    """The red head (GB/T 9704-2012 §7.2); what is not written is left out or drawn up."""

    mark: Text | None = Field(
        default=None,
        title="发文机关标志",
        description="不填时为发文机关全称加“文件”",
        examples=["白道口镇人民政府文件"],
    )
    copy_number: Annotated[Text, Field(pattern=r"^\d{6}$")] | None = Field(
        default=None, title="份号", description="六位数字，涉密的才填", examples=["000001"]
    )
    secrecy: Secrecy | None = Field(
        default=None, title="密级和保密期限", description="涉密的才填", examples=[{"密级": "秘密"}]
    )
    urgency: Urgency | None = Field(
        default=None, title="紧急程度", description="特急或加急", examples=["加急"]
    )


class Attachment(Part):
    """A paper attached to the notice; a text alone is its title."""

    title: Text = Field(
        title="标题", description="附件的名称，不写书名号", examples=["安全生产月活动统计表"]
    )
    paragraphs: list[Paragraph] = Field(
        default_factory=list,
        title="段落",
        description="附件开头的段落",
        examples=[["请认真填报。"]],
    )
    sections: list[Section] = Field(
        default_factory=list,
        title="各条",
        description="附件的内容；不填时只列名称，另附",
        examples=[["每季度末报送一次。"]],
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return {"title": value} if isinstance(value, str) else value


class Imprint(Part):
    """The imprint at the foot of the last page (GB/T 9704-2012 §7.4)."""

    cc: list[Text] = Field(
        default_factory=list,
        title="抄送",
        description="逐个写明；不填就不印",
        examples=[["县应急管理局"]],
    )
    organ: Text | None = Field(
        default=None,
        title="印发机关",
        description="不填时为发文机关的党政综合办公室",
        examples=["白道口镇党政综合办公室"],
    )
    date: OfficialDate | None = Field(
        default=None, title="印发日期", description="不填时与成文日期相同", examples=["2026-06-03"]
    )
