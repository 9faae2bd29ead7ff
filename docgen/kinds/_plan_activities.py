"""What is done in a campaign and when: activities, phases, the day of counsel, reports."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary import (
    Blank,
    Deadline,
    Numbering,
    OfficialDate,
    Paragraph,
    Part,
    Quantity,
    Section,
    Text,
    YesNo,
    official_date,
)


class ConsultDay(Part):
    """The one day when the campaign meets the public."""

    name: Text | None = Field(
        default=None,
        title="名称",
        description="不填时由系统拟写",
        examples=["安全宣传咨询日活动"],
    )
    date: OfficialDate | None = Field(
        default=None,
        title="日期",
        description="不填时为固定的日期，如安全生产月的6月16日",
        examples=["2025-06-16"],
    )
    time: Text | None = Field(
        default=None, title="时间", description="几点到几点", examples=["8:30—11:00"]
    )
    place: Text | None = Field(
        default=None, title="地点", description="在哪里举行", examples=["镇文化广场"]
    )
    host: Text | None = Field(
        default=None, title="主办单位", description="由谁主办", examples=["镇安委会办公室"]
    )


class Activity(Part):
    """One activity: what is done, who leads it, who takes part, by when, where, for whom."""

    group: Text | None = Field(
        default=None,
        title="板块",
        description="几项活动归在一个标题下的，写同一个标题",
        examples=["营造浓厚氛围"],
    )
    name: Text = Field(title="名称", description="活动的名称", examples=["开展安全宣传“五进”"])
    text: Text | None = Field(
        default=None,
        title="内容",
        description="怎样开展",
        examples=["推动安全宣传进企业、进农村、进社区、进学校、进家庭。"],
    )
    paragraphs: list[Paragraph] = Field(
        default_factory=list, title="段落", description="其余各段", examples=[["另起的一段。"]]
    )
    points: list[Text] = Field(
        default_factory=list,
        title="要点",
        description="印成“一是……；二是……。”的一段，不写“一是”",
        examples=[["入户宣传", "张贴标语"]],
    )
    apart: YesNo = Field(
        default=False, title="要点分段", description="每个要点另起一段", examples=[False]
    )
    sections: list[Section] = Field(
        default_factory=list, title="下级", description="下一级各条", examples=[["进企业。"]]
    )
    numbering: Numbering | None = Field(
        default=None, title="下级编号", description="下一级怎么编号", examples=["1."]
    )
    closing: list[Paragraph] = Field(
        default_factory=list,
        title="结尾段",
        description="排在下级之后",
        examples=[["另起的一段。"]],
    )
    run_in: YesNo = Field(
        default=True, title="标题接排", description="名称与内容排在同一段", examples=[True]
    )
    summary: Text | None = Field(
        default=None,
        title="主要内容",
        description="印在任务分工表里；不填时取内容的第一句",
        examples=["组织“五进”宣传"],
    )
    lead: Text | None = Field(
        default=None, title="牵头单位", description="由谁牵头", examples=["镇安委会办公室"]
    )
    partners: list[Text] = Field(
        default_factory=list,
        title="责任单位",
        description="由谁参加或配合",
        examples=[["各村（社区）", "镇直各单位"]],
    )
    time: Text | None = Field(
        default=None, title="活动时间", description="何时举行", examples=["6月16日上午"]
    )
    deadline: Deadline | None = Field(
        default=None,
        title="完成时限",
        description="日期，或“贯穿全年”“每周四12:00前”“6月底前”这样的话",
        examples=["6月底前"],
    )
    place: Text | None = Field(
        default=None, title="活动地点", description="在哪里举行", examples=["镇文化广场"]
    )
    audience: Text | None = Field(
        default=None, title="参加对象", description="面向谁", examples=["企业职工和群众"]
    )
    quantity: Quantity | None = Field(
        default=None, title="活动数量", description="办几场、发多少份", examples=["2场以上"]
    )

    @property
    def section(self) -> Section:
        """The activity as a passage of the body."""
        return Section.model_construct(
            heading=self.name,
            text=self.text,
            paragraphs=self.paragraphs,
            points=self.points,
            apart=self.apart,
            run_in=self.run_in,
            numbered=True,
            numbering=self.numbering,
            sections=self.sections,
            closing=self.closing,
        )


class Phase(Part):
    """A step of the campaign."""

    name: Text = Field(title="名称", description="这一步的名称", examples=["动员部署阶段"])
    start: OfficialDate | None = Field(
        default=None, title="开始", description="第一天", examples=["2025-06-01"]
    )
    end: OfficialDate | None = Field(
        default=None, title="结束", description="最后一天", examples=["2025-06-05"]
    )
    time: Text | None = Field(
        default=None,
        title="时间",
        description="不写日期的，写“5月底前”这样的话",
        examples=["5月底前"],
    )
    tasks: list[Section] = Field(
        title="任务",
        description="逐条；只有一条的接在名称后面",
        min_length=1,
        examples=[["制定方案，动员部署。"]],
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise PydanticCustomError(
                "phase_order",
                "结束日期{end}早于开始日期{start}",
                {"start": official_date(self.start), "end": official_date(self.end)},
            )
        return self


class ReportItem(Part):
    """What is to be reported, and by when; may be written as one text."""

    item: Text = Field(title="材料", description="报送什么", examples=["活动总结"])
    deadline: Deadline | None = Field(
        default=None,
        title="期限",
        description="日期或“每周四12:00前”这样的话；不填时用报送的期限",
        examples=["每周四12:00前"],
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return {"item": value} if isinstance(value, str) else value


class Reporting(Part):
    """What is reported to whom, and whom to ask."""

    text: Text | None = Field(
        default=None,
        title="正文",
        description="报送要求；不填时由系统按材料和期限拟写",
        examples=["请于6月27日前报送活动总结。"],
    )
    reporters: Text | None = Field(
        default=None,
        title="报送单位",
        description="不填时由系统拟写",
        examples=["各村（社区）、镇直各单位"],
    )
    receiver: Text | None = Field(
        default=None,
        title="收件单位",
        description="不填时由系统拟写",
        examples=["镇安委会办公室"],
    )
    items: list[ReportItem] = Field(
        default_factory=list,
        title="材料",
        description="不填时由系统拟写",
        examples=[[{"材料": "活动总结", "期限": "2025-06-27"}]],
    )
    deadline: Deadline | None = Field(
        default=None,
        title="期限",
        description="没有写期限的材料，都用这个期限；不填时由系统拟写",
        examples=["2025-06-27"],
    )
    contact: Text | Blank = Field(
        title="联系人", description="姓名或岗位；需手写的填“手签”", examples=["手签"]
    )
    phone: Text | Blank | None = Field(
        default=None,
        title="联系电话",
        description="固定电话或手机；需手写的填“手签”",
        examples=["0372-1234567"],
    )
    email: Text | None = Field(
        default=None, title="电子邮箱", description="收材料的邮箱", examples=["name@example.com"]
    )
