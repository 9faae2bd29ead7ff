"""印发通知: the notice that issues a plan or an agreement, with red head, seal and imprint.

方案 and 责任书 are no kinds of document of their own (《党政机关公文处理工作条例》第八条);
they go out under a 通知, which carries number, recipients and date.
"""

from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from docgen.kinds import Kind
from docgen.kinds._issued import IssuedRecord
from docgen.kinds._notice_defaults import DRAWN_UP, ISSUED, complete
from docgen.kinds._notice_paper import NoticePaper, name_of, names_of, present
from docgen.kinds._notice_parts import Attachment, Head, Imprint, IssuedAs, SealMode
from docgen.kinds.activity_plan import ActivityPlan
from docgen.kinds.responsibility_agreement import ResponsibilityAgreement
from docgen.vocabulary import (
    Blank,
    DocumentNumber,
    LegalBasis,
    Organ,
    Paragraph,
    Section,
    Text,
    YesNo,
)
from docgen.vocabulary.base import HINT


class Notice(IssuedRecord):
    """The data of one notice and of the paper it issues."""

    title: Annotated[Text, Field(max_length=100)] = Field(
        title="标题",
        description="不填时由系统拟写；要指定回行处就在该处换行",
        examples=["白道口镇人民政府关于印发《白道口镇2026年“安全生产月”活动方案》的通知"],
    )
    number: DocumentNumber = Field(
        title="发文字号", description="机关代字、年份、序号", examples=["白政〔2026〕18号"]
    )
    co_issuers: list[Organ] = Field(
        default_factory=list,
        title="联合发文机关",
        description="联合行文时主办机关以外的机关",
        examples=[["白道口镇人民武装部"]],
        max_length=5,
    )
    recipients: list[Text] = Field(
        title="主送机关",
        description="逐类写明，印出时用逗号连接",
        min_length=1,
        examples=[["各村（居）民委员会", "镇直各单位"]],
    )
    purpose: Text = Field(
        title="发文目的", description="首句，写到“现将”之前", examples=["为做好安全生产月工作"]
    )
    basis: list[LegalBasis] = Field(
        default_factory=list,
        title="依据",
        description="依据的上级文件，名称和文号",
        examples=[[{"名称": "关于开展安全生产月活动的通知", "文号": "滑安〔2026〕5号"}]],
    )
    approved_by: Text | None = Field(
        default=None,
        title="同意机关",
        description="经谁同意，只写机关或会议",
        examples=["镇人民政府"],
    )
    instruction: Text = Field(title="执行要求", description="首段末句", examples=["请认真组织实施"])
    paragraphs: list[Paragraph] = Field(
        default_factory=list,
        title="段落",
        description="通知正文的其余各段",
        examples=[["各单位要在每月底前报送进展情况。"]],
    )
    sections: list[Section] = Field(
        default_factory=list,
        title="各条",
        description="通知正文里带编号的各条",
        examples=[[{"标题": "加强领导", "正文": "主要负责人要亲自抓。"}]],
    )
    plan: ActivityPlan | None = Field(
        default=None,
        title="方案",
        description="印发的活动方案，与“责任书”只填一样；年度、发文机关、成文日期不填时同通知",
        examples=[{"活动": "安全生产月"}],
    )
    agreement: ResponsibilityAgreement | None = Field(
        default=None,
        validate_default=True,
        title="责任书",
        description="印发的责任书，与“方案”只填一样；年度不填时同通知",
        examples=[{"甲方": {"单位": ["白道口镇人民政府"]}}],
    )
    issued_as: IssuedAs = Field(
        default=IssuedAs.BODY,
        title="印发形式",
        description="所印发的文件作正文还是作附件",
        examples=["作正文"],
    )
    attachments: list[Attachment] = Field(
        default_factory=list,
        title="附件",
        description="随通知的其他附件",
        examples=[[{"标题": "活动进展统计表"}]],
    )
    red_head: YesNo = Field(
        default=True, title="红头", description="用印好的红头纸时填“否”", examples=[True]
    )
    head: Head = Field(
        default=Head(), title="版头", description="标志、密级等", examples=[{"紧急程度": "加急"}]
    )
    upward: YesNo = Field(
        default=False,
        title="上行文",
        description="报送上级的填“是”：标题用报告，正文写“报上”“请审阅”，印签发人",
        examples=[False],
    )
    signers: list[Text | Blank] = Field(
        default_factory=list,
        title="签发人",
        description="上行文的签发人，可手签",
        examples=[["手签"]],
    )
    seal: SealMode = Field(
        default=SealMode.SEALED, title="用印", description="怎样用印", examples=["加盖印章"]
    )
    stamp_post: Text | None = Field(
        default=None,
        title="签名章职务",
        description="加盖签名章时签发人的职务",
        examples=["镇长"],
    )
    note: Text | None = Field(
        default=None, title="附注", description="不写括号", examples=["此件公开发布"]
    )
    imprint: Imprint = Field(
        title="版记", description="抄送、印发机关和印发日期", examples=[{"抄送": ["县应急管理局"]}]
    )

    @field_validator("agreement")
    @classmethod
    def _issues_one_paper(
        cls, agreement: ResponsibilityAgreement | None, info: ValidationInfo
    ) -> ResponsibilityAgreement | None:
        # A plan that is faulty is not there, and has its own findings.
        if "plan" in info.data and (info.data["plan"] is None) == (agreement is None):
            raise cls._not_one(is_none=agreement is None)
        return agreement

    @classmethod
    def _not_one(cls, *, is_none: bool) -> PydanticCustomError:
        """Say that no paper is issued, or more than one."""
        labels = [f"“{cls.model_fields[name].title}”" for name in ISSUED]
        told, either = "".join(labels), "或".join(labels)
        if is_none:
            hint = f"填写{either}，只填要印发的一样。"
            return PydanticCustomError("notice_issues", f"{told}都没有填写", {HINT: hint})
        ways = [
            f"印发{kept}的，删去{''.join(other for other in labels if other != kept)}"
            for kept in labels
        ]
        hint = f"{'；'.join(ways)}。"
        return PydanticCustomError(
            "notice_issues", f"{told}都填了，一份通知只印发一样", {HINT: hint}
        )

    @property
    def issued(self) -> "ActivityPlan | ResponsibilityAgreement":
        """The paper the notice issues."""
        found = self.plan or self.agreement
        assert found is not None
        return found


kind = Kind(
    name="notice",
    label="印发通知",
    summary="印发活动方案或责任书的通知，带红头、文号、主送、印章位置和版记",
    record=Notice,
    paper=NoticePaper,
    complete=complete,
    present=present,
    name_of=name_of,
    names_of=names_of,
    drawn_up=DRAWN_UP,
    aliases=("通知",),
)
