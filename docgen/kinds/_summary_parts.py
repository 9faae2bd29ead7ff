"""The field types only summaries have: chapters, their order and headings, what is printed."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary import Numbering, Paragraph, Part, Section, Text, Whole, YesNo


class Chapter(Choice):
    """The chapters every summary has, in their usual order."""

    OVERVIEW = "overview", "基本情况"
    WORK = "work", "主要工作"
    PROBLEMS = "problems", "存在问题"
    NEXT_STEPS = "next_steps", "下步打算"


class Figure(Choice):
    """A statistic that can be said in sentences, or shown as a table."""

    ENTERPRISES = "enterprises", "企业构成"
    ACCIDENTS = "accidents", "事故情况"
    MEETINGS = "meetings", "会议"
    AGREEMENTS = "agreements_signed", "签订责任书"
    TRAININGS = "trainings", "培训"
    PUBLICITY = "publicity", "宣传"
    DRILLS = "drills", "演练"
    INSPECTIONS = "inspections", "检查"
    MAJOR_HAZARDS = "major_hazards", "重大隐患"
    ACCIDENT_TABLE = "accident_table", "事故统计表"
    INSPECTION_TABLE = "inspection_table", "隐患排查统计表"


class StatisticsTable(Choice):
    """The tables that can be made from the figures."""

    ACCIDENTS = "accident_table", "事故统计表"
    INSPECTIONS = "inspection_table", "隐患排查统计表"


class FigureUse(Choice):
    """What becomes of figures that no section asks for."""

    SAID = "said", "拟写成文"
    CHECKED = "checked", "只作核对"


class ListStyle(Choice):
    """How a list of problems or plans is printed."""

    NUMBERED = "numbered", "编号"
    APART = "apart", "一是分段"
    JOINED = "joined", "一是连写"


class SignaturePlace(Choice):
    """Where the issuer and the date stand."""

    END = "end", "文末"
    UNDER_TITLE = "under_title", "题下"
    NONE = "none", "不印"


class WorkSection(Section):
    """A section that may end in sentences and tables drawn up from the figures."""

    figures: list[Figure] = Field(
        default_factory=list,
        title="附数字",
        description="把哪些数字拟写成句子或表，印在本条里",
        examples=[["培训", "宣传"]],
    )


class NextStep(Section):
    """Something planned, and the problems it answers."""

    answers: list[Annotated[Whole, Field(ge=1)]] = Field(
        default_factory=list,
        title="针对",
        description="针对第几个问题，从1数起，可不写",
        examples=[[1]],
    )


class ExtraChapter(WorkSection):
    """A chapter of the office's own."""

    after: Chapter = Field(
        default=Chapter.WORK, title="排在", description="排在哪一章后面", examples=["主要工作"]
    )


class Headings(Part):
    """The headings, where an office calls them otherwise."""

    overview: Text = Field(
        default="基本情况", title="基本情况", description="第一章", examples=["事故情况"]
    )
    work: Text = Field(
        default="主要工作及成效", title="主要工作", description="第二章", examples=["主要做法"]
    )
    problems: Text = Field(
        default="存在的问题", title="存在问题", description="第三章", examples=["存在的主要问题"]
    )
    next_steps: Text = Field(
        default="下一步工作打算", title="下步打算", description="第四章", examples=["2027年计划"]
    )
    outlook: Text = Field(
        default="存在的问题和下一步工作打算",
        title="问题和打算",
        description="两章合一时",
        examples=["问题和打算"],
    )
    accidents: Text = Field(
        default="事故情况", title="事故", description="拟写的事故一节", examples=["安全生产形势"]
    )
    responsibility: Text = Field(
        default="压实安全生产责任",
        title="责任",
        description="拟写的会议、责任书一节",
        examples=["责任落实情况"],
    )
    education: Text = Field(
        default="开展宣传教育培训",
        title="宣传教育",
        description="拟写的培训、宣传一节",
        examples=["宣传培训情况"],
    )
    drills: Text = Field(
        default="组织应急演练",
        title="演练",
        description="拟写的演练一节",
        examples=["应急演练情况"],
    )
    inspections: Text = Field(
        default="排查治理事故隐患",
        title="隐患排查",
        description="拟写的检查、隐患一节",
        examples=["隐患排查治理情况"],
    )


class Leads(Part):
    """Paragraphs that open a chapter."""

    overview: list[Paragraph] = Field(
        default_factory=list, title="基本情况", description="第一章开头", examples=[["概况如下。"]]
    )
    work: list[Paragraph] = Field(
        default_factory=list, title="主要工作", description="第二章开头", examples=[["做法如下。"]]
    )
    problems: list[Paragraph] = Field(
        default_factory=list, title="存在问题", description="第三章开头", examples=[["主要有："]]
    )
    next_steps: list[Paragraph] = Field(
        default_factory=list,
        title="下步打算",
        description="第四章开头；不填时由系统拟写，不要就填空的列表",
        examples=[["重点做好以下工作。"]],
    )


class Form(Part):
    """How the summary is laid out."""

    order: list[Chapter] = Field(
        default_factory=lambda: list(Chapter),
        title="章序",
        description="各章的先后，没有写的排在后面",
        examples=[["基本情况", "主要工作", "存在问题", "下步打算"]],
    )
    work_as_chapters: YesNo = Field(
        default=False,
        title="工作各条作章",
        description="主要工作不设章，各条直接编为一、二、三",
        examples=[False],
    )
    numbering: Numbering | None = Field(
        default=None,
        title="章下编号",
        description="各章下面怎么编号；不填时为（一）",
        examples=["1."],
    )
    problems: ListStyle = Field(
        default=ListStyle.APART, title="问题排法", description="编号或一是", examples=["一是分段"]
    )
    next_steps: ListStyle = Field(
        default=ListStyle.NUMBERED, title="打算排法", description="编号或一是", examples=["编号"]
    )
    one_outlook: YesNo = Field(
        default=False,
        title="问题打算合章",
        description="存在问题和下步打算合为一章",
        examples=[False],
    )
    figures: FigureUse = Field(
        default=FigureUse.SAID,
        title="数字用法",
        description="没有放进某一条的数字，拟写成文还是只作核对",
        examples=["拟写成文"],
    )
    tables: list[StatisticsTable] = Field(
        default_factory=list,
        title="统计表",
        description="印哪些统计表：事故统计表、隐患排查统计表",
        examples=[["事故统计表"]],
    )
    signature: SignaturePlace = Field(
        default=SignaturePlace.END, title="落款", description="文末、题下或不印", examples=["文末"]
    )
    seal: YesNo = Field(
        default=True, title="盖章", description="文末落款按加盖印章的位置排", examples=[True]
    )

    @model_validator(mode="after")
    def _names_each_once(self) -> Self:
        if len(set(self.order)) < len(self.order):
            raise PydanticCustomError("order_twice", "章序里有一章写了两次")
        return self

    @property
    def chapters(self) -> list[Chapter]:
        """Every chapter in the order asked for."""
        return [*self.order, *(chapter for chapter in Chapter if chapter not in self.order)]
