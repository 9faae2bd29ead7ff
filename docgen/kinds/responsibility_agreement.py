"""责任书: what one side promises the level above for a year, and what follows if it fails.

Structure after the papers in use from county to household: targets, duties, assessment,
supplementary clauses, signatures. What every agreement of a signing level says alike stands in
`texts/responsibility_agreement.toml`; a clerk who gives names, year and targets has a whole paper.
"""

import datetime
from typing import Annotated

from pydantic import Field

from docgen.kinds import Kind, RosterGuide
from docgen.kinds._agreement_defaults import DRAWN_UP, complete
from docgen.kinds._agreement_paper import AgreementPaper, name_of, names_of, present
from docgen.kinds._agreement_parts import (
    FIRST_YEAR,
    LAST_YEAR,
    Assessment,
    Copies,
    Duty,
    Headings,
    Order,
    Pair,
    ReportDeadline,
    Signature,
)
from docgen.kinds._agreement_roster import HEADINGS, TITLES, interpret
from docgen.kinds._scopes import Scope
from docgen.records import Record
from docgen.vocabulary import (
    Blank,
    DocumentNumber,
    LegalBasis,
    Organ,
    Party,
    Section,
    Target,
    Term,
    Text,
    Whole,
    YesNo,
)


class ResponsibilityAgreement(Record):
    """The data of one agreement."""

    pair: Pair = Field(
        title="签订层级",
        description="谁与谁签订；不填时按双方的层级判断",
        examples=["township_village"],
    )
    scope: Scope = Field(
        default=Scope.COMPREHENSIVE,
        title="领域",
        description="综合或某一专项",
        examples=["comprehensive"],
    )
    year: Annotated[Whole, Field(ge=FIRST_YEAR, le=LAST_YEAR)] = Field(
        title="年度", description="责任书的年度", examples=[2026]
    )
    title: Annotated[Text, Field(max_length=100)] = Field(
        title="标题",
        description="不填时按双方和年度拟写；要指定回行处就在该处换行",
        examples=["白道口镇2026年度安全生产目标管理责任书"],
    )
    number: DocumentNumber | None = Field(
        default=None, title="发文字号", description="有字号时填写", examples=["滑政安〔2026〕8号"]
    )
    term: Term = Field(
        title="责任期限",
        description="不填时为年度的1月1日至12月31日",
        examples=[{"开始": "2026-01-01", "结束": "2026-12-31"}],
    )
    party_a: Party = Field(
        title="甲方",
        description="上级一方",
        examples=[{"单位": ["白道口镇人民政府"], "代表": {"职务": "镇长"}}],
    )
    party_b: Party = Field(
        title="乙方",
        description="承担责任的一方",
        examples=[{"单位": ["西街村民委员会"], "代表": {"职务": "村委会主任"}}],
    )
    party_c: Party | None = Field(
        default=None,
        title="丙方",
        description="三方责任书的第三方，如派出所",
        examples=[{"单位": ["白道口镇派出所"], "代表": {"职务": "所长"}}],
    )
    purpose: Text = Field(
        title="签订目的", description="首段，写到“根据”之前", examples=["为压实责任"]
    )
    basis: list[LegalBasis] = Field(
        title="依据",
        description="法律、法规和文件",
        min_length=1,
        examples=[["中华人民共和国安全生产法"]],
    )
    agree: Text = Field(title="签订语", description="首段末句", examples=["双方签订本责任书"])
    delegation: Text | None = Field(
        default=None,
        title="委托语",
        description="受谁委托、由谁代表签订",
        examples=["受县委、县政府委托，本责任书由县长代表签订"],
    )
    control_targets: list[Target] = Field(
        title="控制指标",
        description="事故起数、死亡人数等，至少一项",
        min_length=1,
        examples=[[{"类别": "道路交通", "指标": "死亡人数", "数值": 0}]],
    )
    work_targets: list[Target] = Field(
        default_factory=list,
        title="工作目标",
        description="整改率、培训率等",
        examples=[[{"指标": "隐患整改率", "关系": "等于", "数值": 100}]],
    )
    duties: list[Duty] = Field(
        title="职责",
        description="乙方的职责，逐条",
        min_length=1,
        examples=[[{"标题": "开展日常巡查", "正文": "每月巡查不少于两次。"}]],
    )
    duties_a: list[Section] = Field(
        default_factory=list,
        title="甲方职责",
        description="甲方的职责，可不写",
        examples=[[{"标题": "加强指导", "正文": "定期组织培训。"}]],
    )
    duties_c: list[Section] = Field(
        default_factory=list,
        title="丙方职责",
        description="丙方的职责，可不写",
        examples=[[{"标题": "依法处置", "正文": "及时受理报警。"}]],
    )
    assessment: Assessment = Field(
        title="考核",
        description="由谁考核、怎样计分",
        examples=[{"考核单位": "镇安全生产委员会办公室"}],
    )
    rewards: list[Text] = Field(
        default_factory=list,
        title="奖励",
        description="逐条",
        examples=[["年度考核为优秀的，给予通报表扬。"]],
    )
    penalties: list[Text] = Field(
        title="惩处",
        description="逐条",
        min_length=1,
        examples=[["年度考核为不合格的，给予通报批评。"]],
    )
    veto: list[Text] = Field(
        title="一票否决",
        description="一票否决的情形",
        min_length=1,
        examples=[["瞒报、谎报事故的。"]],
    )
    report: Text | None = Field(
        default=None,
        title="报告要求",
        description="不含日期的报告要求",
        examples=["乙方应当按时报告安全生产工作情况。"],
    )
    report_deadlines: list[ReportDeadline] = Field(
        default_factory=list,
        title="报告时限",
        description="什么材料在哪一天以前报送",
        examples=[[{"材料": "半年工作总结", "期限": "2026-07-20"}]],
    )
    copies: Copies = Field(
        title="份数",
        description="一式几份，谁各执几份",
        examples=[{"执有": [{"执有人": "甲方"}, {"执有人": "乙方"}]}],
    )
    succession_clause: YesNo = Field(
        default=True, title="写接任条款", description="签字人变动由接任者继续履行", examples=[True]
    )
    succession: Text | None = Field(
        default=None,
        title="接任条款",
        description="条款全文",
        examples=["签字人职务变动的，由接任者继续履行。"],
    )
    effect: Text = Field(
        title="生效条款", description="何时生效", examples=["自签字盖章之日起生效。"]
    )
    supplementary: list[Text] = Field(
        default_factory=list,
        title="其他约定",
        description="附则的其余各条",
        examples=[["本责任书未尽事宜，由双方协商。"]],
    )
    headings: Headings = Field(
        default=Headings(),
        title="各章标题",
        description="要改名时填写",
        examples=[{"目标": "工作目标"}],
    )
    order: Order = Field(
        default=Order.TARGETS_FIRST,
        title="章序",
        description="先目标或先职责",
        examples=["duties_first"],
    )
    signature: Signature = Field(
        title="签字栏", description="版式、签字日期", examples=[{"签订日期": {"留白": "日期"}}]
    )

    @property
    def as_of(self) -> datetime.date:
        """The day it is signed, or the first of its year."""
        day = self.signature.date
        return datetime.date(self.year, 1, 1) if isinstance(day, Blank) else day

    @property
    def voice(self) -> Organ:
        """Party A, by its last organ."""
        return self.party_a.organs[-1]


kind = Kind(
    name="responsibility_agreement",
    label="责任书",
    summary="上级与下级签订的安全生产目标管理责任书",
    record=ResponsibilityAgreement,
    paper=AgreementPaper,
    complete=complete,
    present=present,
    name_of=name_of,
    names_of=names_of,
    drawn_up=DRAWN_UP,
    roster=RosterGuide(
        headings=HEADINGS, interpret=interpret, key="@code", group="@township", titles=TITLES
    ),
    aliases=("责任状", "安全生产责任书"),
)
