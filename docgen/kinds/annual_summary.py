"""年度工作总结: what an office did in a year, what came of it, what is wanting, what is next.

Structure after the papers in use: basic facts and accidents, work done, problems, plans. Sentences
about the figures stand in `texts/annual_summary.toml`; a clerk who gives figures, work, problems
and plans has a whole paper, and may put any part of it into words of his own.
"""

from typing import Annotated

from pydantic import Field

from docgen.kinds import Kind
from docgen.kinds._issued import IssuedRecord
from docgen.kinds._scopes import Scope
from docgen.kinds._summary_defaults import DRAWN_UP, complete
from docgen.kinds._summary_figures import (
    Breakdown,
    Drill,
    Inspection,
    MajorHazards,
    Meeting,
    Publicity,
    Training,
)
from docgen.kinds._summary_paper import SummaryPaper, name_of, names_of, present
from docgen.kinds._summary_parts import (
    ExtraChapter,
    Form,
    Headings,
    Leads,
    NextStep,
    WorkSection,
)
from docgen.kinds._summary_tallies import Accidents, Case
from docgen.vocabulary import DocumentNumber, Paragraph, Section, Term, Text, YesNo


class AnnualSummary(IssuedRecord):
    """The data of one summary."""

    title: Annotated[Text, Field(max_length=100)] = Field(
        title="标题",
        description="不填时由系统拟写；要指定回行处就在该处换行",
        examples=["白道口镇2026年度安全生产工作总结"],
    )
    scope: Scope = Field(
        default=Scope.COMPREHENSIVE,
        title="领域",
        description="综合或某一专项",
        examples=["综合"],
    )
    with_plan: YesNo = Field(
        default=False,
        title="暨下期计划",
        description="标题带“暨下一年工作计划”",
        examples=[True],
    )
    number: DocumentNumber | None = Field(
        default=None, title="发文字号", description="有字号时填写", examples=["白政〔2026〕58号"]
    )
    recipient: Text | None = Field(
        default=None,
        title="主送机关",
        description="报送上级时填写，不写冒号",
        examples=["县安全生产委员会办公室"],
    )
    period: Term = Field(
        title="统计期",
        description="数字从哪天到哪天；不填时为全年，印“截至”时用结束那一天",
        examples=[{"开始": "2026-01-01", "结束": "2026-11-30"}],
    )
    lead: list[Paragraph] = Field(
        title="开头",
        description="首段，可写几段；不填时由系统拟写",
        min_length=1,
        examples=[["2026年，我镇安全生产形势总体平稳。现将工作情况总结如下。"]],
    )
    enterprises: Breakdown | None = Field(
        default=None,
        title="企业构成",
        description="辖区生产经营单位总数和各类家数",
        examples=[{"总数": 54, "构成": [{"名称": "危险化学品", "数量": 10}]}],
    )
    accidents: list[Accidents] = Field(
        default_factory=list,
        title="事故",
        description="事故起数、伤亡、损失，一行一类；没有发生的，起数填0",
        examples=[[{"类别": "道路交通", "起数": 1, "死亡": 0}]],
    )
    cases: list[Case] = Field(
        default_factory=list,
        title="典型事故",
        description="要逐起写明的事故",
        examples=[[{"事故": "某砖厂坍塌事故", "死亡": 1}]],
    )
    no_major: YesNo | None = Field(
        default=None,
        title="无较大以上事故",
        description="没有发生较大及以上事故的填“是”，印在事故情况里",
        examples=[True],
    )
    meetings: list[Meeting] = Field(
        default_factory=list,
        title="会议",
        description="安委会、例会等",
        examples=[[{"会议": "安全生产工作例会", "次数": 12, "频次": "每月一次"}]],
    )
    agreements_signed: Breakdown | None = Field(
        default=None,
        title="签订责任书",
        description="签订了几份，与年度责任书台账一致",
        examples=[42],
    )
    trainings: list[Training] = Field(
        default_factory=list,
        title="培训",
        description="各类培训的期数、人数",
        examples=[[{"培训": "安全主任培训班", "期数": 13, "人数": 330}]],
    )
    publicity: list[Publicity] = Field(
        default_factory=list,
        title="宣传",
        description="资料、标语、活动等",
        examples=[[{"项目": "发放宣传资料", "数量": "600多份"}]],
    )
    drills: list[Drill] = Field(
        default_factory=list,
        title="演练",
        description="各类演练的场次、人数",
        examples=[[{"演练": "森林火灾扑救应急演练", "场次": 2}]],
    )
    inspections: list[Inspection] = Field(
        default_factory=list,
        title="检查",
        description="检查、隐患、整改、处罚，一行一个领域",
        examples=[[{"领域": "消防", "检查次数": 12, "发现隐患": 60, "完成整改": 48}]],
    )
    major_hazards: MajorHazards | None = Field(
        default=None,
        title="重大隐患",
        description="重大事故隐患的排查和销号",
        examples=[{"排查": 2, "销号": 2}],
    )
    overview: WorkSection | None = Field(
        default=None,
        title="基本情况",
        description="第一章自己写的内容；企业构成和事故接在后面",
        examples=[{"正文": "白道口镇辖37个村。"}],
    )
    work: list[WorkSection] = Field(
        title="主要工作",
        description="做了哪些工作，逐条，可分四级",
        min_length=1,
        examples=[[{"标题": "加强领导", "正文": "镇党委专题研究安全生产工作。"}]],
    )
    problems: list[Section] = Field(
        default_factory=list,
        title="存在问题",
        description="逐条，不写“一是”",
        examples=[["个别单位重视不够"]],
    )
    next_steps: list[NextStep] = Field(
        default_factory=list,
        title="下步打算",
        description="下一年怎么做，逐条；可注明针对第几个问题",
        examples=[[{"标题": "压实责任", "正文": "逐级签订责任书。", "针对": [1]}]],
    )
    extra: list[ExtraChapter] = Field(
        default_factory=list,
        title="其他章",
        description="上述四章以外的章",
        examples=[[{"标题": "几点体会", "要点": ["领导重视是关键"]}]],
    )
    closing: list[Paragraph] = Field(
        default_factory=list,
        title="结尾",
        description="末尾的段落",
        examples=[["我们将继续努力，推动安全生产工作再上新台阶。"]],
    )
    leads: Leads = Field(
        default=Leads(),
        title="各章起段",
        description="各章标题下的第一段",
        examples=[{"主要工作": ["主要做了以下工作。"]}],
    )
    headings: Headings = Field(
        default=Headings(),
        title="各章标题",
        description="要改名时填写",
        examples=[{"主要工作": "主要做法"}],
    )
    form: Form = Field(
        default=Form(),
        title="版式",
        description="章序、编号、统计表、落款",
        examples=[{"统计表": ["事故统计表"]}],
    )


kind = Kind(
    name="annual_summary",
    label="年度工作总结",
    summary="一个机关一年（或半年、季度）安全生产工作的总结，数字前后核对",
    record=AnnualSummary,
    paper=SummaryPaper,
    complete=complete,
    present=present,
    name_of=name_of,
    names_of=names_of,
    drawn_up=DRAWN_UP,
    aliases=("工作总结", "年度总结", "总结"),
)
