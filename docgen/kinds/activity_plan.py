"""活动方案: what an office does in a campaign, who does it, when, and who hears of it.

Structure after the plans in use: opening, general requirements, theme, time, leading group,
activities, phases, requirements with reports; chapters may be left out, renamed, reordered and
added. A clerk who gives year, issuer, campaign, leading group and contact has a whole paper.
"""

import datetime
from typing import Annotated

from pydantic import AfterValidator, Field

from docgen.kinds import Kind, RosterGuide
from docgen.kinds._issued import IssuedRecord
from docgen.kinds._plan_activities import Activity, ConsultDay, Phase, Reporting
from docgen.kinds._plan_defaults import DRAWN_UP, complete
from docgen.kinds._plan_paper import PlanPaper, name_of, names_of, present
from docgen.kinds._plan_parts import (
    Annex,
    Campaign,
    Chapter,
    Details,
    ExtraChapter,
    Headings,
    Labels,
    Remark,
    chapter_order,
)
from docgen.kinds._plan_people import Organization
from docgen.kinds._plan_roster import HEADINGS, TITLES, interpret
from docgen.kinds._plan_words import campaign_title
from docgen.vocabulary import LegalBasis, Paragraph, Section, Term, Text, Whole, YesNo

__all__ = ["ActivityPlan", "campaign_title", "kind"]


class ActivityPlan(IssuedRecord):
    """The data of one plan."""

    campaign: Campaign = Field(
        title="活动", description="为哪项活动制定方案", examples=["safety_month"]
    )
    campaign_name: Text = Field(
        title="活动名称",
        description="不填时按活动拟写；活动选“其他”时要填",
        examples=["“安全生产月”活动"],
    )
    ordinal: Annotated[Whole, Field(ge=1, le=200)] | None = Field(
        default=None, title="届次", description="不填时按年度推算", examples=[24]
    )
    theme: Text | None = Field(
        default=None,
        title="主题",
        description="不填时写当年的官方主题；系统里没有的年份要填",
        examples=["人人讲安全、个个会应急——查找身边安全隐患"],
    )
    local_theme: YesNo = Field(
        default=False,
        title="主题是本地自定的",
        description="不用官方主题时填“是”，就不同官方主题核对",
        examples=[False],
    )
    period: Term | None = Field(
        default=None,
        title="活动时间",
        description="安全生产月、消防宣传月、防灾减灾日不填时由系统推算",
        examples=[{"开始": "2025-06-01", "结束": "2025-06-30"}],
    )
    consult_day: ConsultDay | None = Field(
        default=None,
        title="咨询日",
        description="集中宣传咨询的日子",
        examples=[{"时间": "8:30—11:00", "地点": "镇文化广场"}],
    )
    opening: list[Paragraph] = Field(
        default_factory=list,
        title="开头",
        description="第一章之前的段落；不填时由系统拟写",
        examples=[["为做好安全生产月工作，制定本方案。"]],
    )
    purpose: Text | None = Field(
        default=None,
        title="目的",
        description="写进系统拟写的开头，“为”字后面的话",
        examples=["组织开展好“安全生产月”活动"],
    )
    basis: list[LegalBasis] = Field(
        default_factory=list,
        title="依据",
        description="写进系统拟写的开头，上级文件的名称和文号",
        examples=[[{"名称": "滑县2025年“安全生产月”活动方案", "文号": "滑安〔2025〕5号"}]],
    )
    guiding: Section | None = Field(
        default=None,
        title="指导思想",
        description="一段话，或分条；不填时由系统拟写",
        examples=["坚持人民至上、生命至上。"],
    )
    goals: list[Section] = Field(
        default_factory=list,
        title="工作目标",
        description="逐条；不填时由系统拟写",
        examples=[["安全宣传进企业、进农村、进社区、进学校、进家庭。"]],
    )
    organization: Organization | None = Field(
        title="组织领导",
        description="领导小组和它的办公室",
        examples=[{"组长": [{"姓名": "手签", "职务": "镇长"}], "成员": ["镇直各单位负责人"]}],
    )
    activities: list[Activity] = Field(
        default_factory=list,
        title="活动内容",
        description="至少三项；不填时由系统按活动拟写",
        examples=[[{"名称": "开展应急演练", "牵头单位": "镇安委会办公室"}]],
    )
    activity_chapters: YesNo = Field(
        default=False,
        title="活动各成一章",
        description="不设活动内容一章，每项活动（或每个板块）各成一章",
        examples=[False],
    )
    details: Details = Field(
        default=Details.ASIDE,
        title="活动要素",
        description="牵头单位、时限等怎样印在活动后面",
        examples=["括注"],
    )
    units: list[Text] = Field(
        default_factory=list,
        title="单位名册",
        description="可承担任务的单位；填了就核对牵头单位和责任单位",
        examples=[["镇安委会办公室", "白道口派出所"]],
    )
    phases: list[Phase] = Field(
        default_factory=list,
        title="实施步骤",
        description="各阶段；不填时由系统按活动时间拟写",
        examples=[[{"名称": "动员部署阶段", "任务": ["制定方案，动员部署。"]}]],
    )
    requirements: list[Section] = Field(
        default_factory=list,
        title="工作要求",
        description="逐条；不填时由系统拟写",
        examples=[[{"标题": "加强组织领导", "正文": "明确任务和责任。"}]],
    )
    with_reporting: YesNo = Field(
        default=True,
        title="写信息报送",
        description="工作要求的末条写不写信息报送",
        examples=[True],
    )
    reporting: Reporting | None = Field(
        title="信息报送",
        description="报送什么，联系谁；印在工作要求的末条，章序里有“信息报送”时自成一章",
        examples=[{"联系人": "手签", "联系电话": "0372-1234567"}],
    )
    chapters: list[ExtraChapter] = Field(
        default_factory=list,
        title="其他章",
        description="以上各章之外的章",
        examples=[[{"标题": "参加单位", "正文": "镇安委会各成员单位。", "排在": "活动时间"}]],
    )
    order: Annotated[list[Chapter], AfterValidator(chapter_order)] = Field(
        default_factory=list,
        title="章序",
        description="依次印哪些章，没有列的不印；不填时由系统按活动排列",
        examples=[["活动主题", "活动时间", "活动内容", "工作要求"]],
    )
    headings: Headings = Field(
        default=Headings(),
        title="各章标题",
        description="要改名时填写",
        examples=[{"组织领导": "组织机构"}],
    )
    labels: Labels = Field(
        default=Labels(),
        title="要素名称",
        description="活动要素和任务分工表里的名称，要改名时填写",
        examples=[{"责任单位": "配合单位"}],
    )
    remarks: list[Remark] = Field(
        default_factory=list,
        title="章首章尾",
        description="各章开头和末尾另加的段落",
        examples=[[{"章": "活动内容", "章首": ["重点开展以下活动。"]}]],
    )
    task_table: YesNo = Field(
        default=False,
        title="附任务分工表",
        description="由活动内容生成的附件",
        examples=[True],
    )
    statistics_table: YesNo = Field(
        default=False,
        title="附活动统计表",
        description="供各单位填报的附件",
        examples=[True],
    )
    slogan_sheet: YesNo = Field(
        default=False,
        title="附宣传标语",
        description="宣传标语的附件；标语不填时由系统拟写",
        examples=[True],
    )
    slogans: list[Text] = Field(
        default_factory=list,
        title="宣传标语",
        description="逐条，不写序号；填了就印成附件",
        examples=[["人人讲安全，个个会应急"]],
    )
    annexes: list[Annex] = Field(
        default_factory=list,
        title="其他附件",
        description="以上附件之外的附件",
        examples=[[{"标题": "咨询日参加单位安排", "内容": ["各单位7:30前到场。"]}]],
    )
    signoff: YesNo = Field(
        default=True,
        title="落款",
        description="印发文机关署名和成文日期；随通知印发的填“否”",
        examples=[True],
    )

    @property
    def as_of(self) -> datetime.date:
        """The plan's own date, or the first day of its period where that is left open."""
        if isinstance(self.date, datetime.date):
            return self.date
        return self.period.start if self.period else super().as_of


kind = Kind(
    name="activity_plan",
    label="活动方案",
    summary="安全生产月、百日攻坚等活动的方案，带任务分工、实施步骤、信息报送和附件",
    record=ActivityPlan,
    paper=PlanPaper,
    complete=complete,
    present=present,
    name_of=name_of,
    names_of=names_of,
    drawn_up=DRAWN_UP,
    roster=RosterGuide(
        headings=HEADINGS, interpret=interpret, key="@code", group="@county", titles=TITLES
    ),
    aliases=("方案", "工作方案", "实施方案"),
)
