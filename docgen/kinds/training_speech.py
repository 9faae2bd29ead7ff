"""培训开班讲话: what a leader says when a training begins.

Structure after the speeches in use: title, day and speaker, salutation, why the training is held,
the facility in figures, the situation, a few numbered points, requirements, good wishes. No
recipients, no number, no signature. What the clerk does not write stands in
`texts/training_speech.toml`; who gives event, day, speaker, facts and headings has a whole speech.
"""

import datetime
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.kinds import Kind
from docgen.kinds._issued import FIRST_YEAR, LAST_YEAR
from docgen.kinds._scopes import Scope
from docgen.kinds._speech_defaults import DRAWN_UP, complete
from docgen.kinds._speech_paper import SpeechPaper, name_of, names_of, present
from docgen.kinds._speech_parts import Facility, Speaker
from docgen.records import Record
from docgen.vocabulary import Blank, OfficialDate, Organ, Paragraph, Section, Text, Whole, YesNo

Year = Annotated[Whole, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


class TrainingSpeech(Record):
    """The data of one speech."""

    scope: Scope = Field(
        default=Scope.COMPREHENSIVE,
        title="领域",
        description="综合或某一专项；不填时按活动名称判断",
        examples=["pipeline"],
    )
    event: Annotated[Text, Field(max_length=80)] = Field(
        title="活动", description="培训班的全称", examples=["第三届输油管道安全管理培训班"]
    )
    session: Annotated[Whole, Field(ge=1, le=999)] | None = Field(
        default=None,
        title="届次",
        description="第几届或第几期；活动名称里写了的不用再填",
        examples=[3],
    )
    first_year: Year | None = Field(
        default=None, title="始办年", description="第一届在哪一年", examples=[2024]
    )
    held_yearly: YesNo = Field(
        default=True, title="每年一次", description="不是每年一次的填“否”", examples=[True]
    )
    year: Year = Field(title="年度", description="不填时为日期的年份", examples=[2026])
    title: Annotated[Text, Field(max_length=100)] = Field(
        title="标题",
        description="不填时按活动拟写；要指定回行处就在该处换行",
        examples=["在第三届输油管道安全管理培训班开班仪式上的讲话"],
    )
    date: OfficialDate | Blank = Field(
        title="日期", description="讲话的日期，印在标题下面", examples=["2026年4月9日"]
    )
    place: Text | None = Field(
        default=None, title="地点", description="在哪里开班", examples=["县委党校"]
    )
    hosts: list[Organ] = Field(
        default_factory=list,
        title="主办单位",
        description="主办的排在前面",
        examples=[["滑县应急管理局"]],
    )
    speaker: Speaker = Field(
        title="讲话人",
        description="单位、职务；姓名可以不印",
        examples=[{"单位": "滑县应急管理局", "职务": "局长"}],
    )
    salutation: Text = Field(
        title="称谓", description="句末的冒号可以不写", examples=["各位领导、同志们"]
    )
    opening: list[Paragraph] = Field(
        title="开头",
        description="称谓之后的各段：为什么办这次培训",
        examples=[["今天，培训班正式开班。"]],
    )
    facility: Facility | None = Field(
        default=None,
        title="对象概况",
        description="管道、企业等的数字，印成一段",
        examples=[{"名称": "中洛输油管道", "长度": 47}],
    )
    situation: list[Paragraph] = Field(
        title="形势",
        description="概况之后的各段；不要时填空列表",
        examples=[["当前正是管道安全管理的关键时期。"]],
    )
    announced: YesNo = Field(
        default=True,
        title="写明点数",
        description="要点前用一句话说明讲几点；不要这句话时填“否”",
        examples=[True],
    )
    announcement: Text | None = Field(
        default=None,
        title="引语",
        description="说明讲几点的一句话；不填时按要点的条数拟写",
        examples=["在此，我提四点建议："],
    )
    points: list[Section] = Field(
        title="要点",
        description="逐条；只写标题的，由系统配上正文",
        examples=[[{"标题": "认清形势，提高认识"}]],
    )
    discipline_lead: Text | None = Field(
        default=None,
        title="纪律引语",
        description="说明提几点要求的一句话；不填时按条数拟写",
        examples=["为保证培训质量，我提三点要求："],
    )
    discipline: list[Text] = Field(
        default_factory=list,
        title="纪律要求",
        description="对承办单位和参训人员的要求，印成“一是……。”各一段，不写“一是”",
        examples=[["精心组织教学", "遵守课堂纪律", "加强学习交流"]],
    )
    closing: list[Paragraph] = Field(
        title="结语", description="最后的话", examples=[["预祝培训圆满成功！谢谢大家！"]]
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.opening or self.situation or self.points):
            raise PydanticCustomError("speech_empty", "讲话没有内容，至少写出开头、形势或要点")
        return self

    @property
    def as_of(self) -> datetime.date:
        """The day of the speech, or the first of its year."""
        return datetime.date(self.year, 1, 1) if isinstance(self.date, Blank) else self.date

    @property
    def voice(self) -> Organ:
        """The speaker's organ."""
        return self.speaker.organ


kind = Kind(
    name="training_speech",
    label="培训开班讲话",
    summary="领导在安全培训班开班仪式上的讲话",
    record=TrainingSpeech,
    paper=SpeechPaper,
    complete=complete,
    present=present,
    name_of=name_of,
    names_of=names_of,
    drawn_up=DRAWN_UP,
    aliases=("讲话稿", "开班讲话", "讲话"),
)
