"""The figures of accidents: rows of a table, changes against the year before, single accidents.

Their numbers are exact.
"""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary import Change, Number, OfficialDate, Part, Text, Whole

Count = Annotated[Whole, Field(ge=0, le=1_000_000)]
Loss = Annotated[Number, Field(ge=0, le=100_000_000)]


class Cut(Choice):
    """How a row stands to the others: which add up to the whole, and which overlap.

    Categories add up to the whole, and so do areas and periods, each by themselves. A subset is
    part of another row; what is counted apart is in no sum.
    """

    TOTAL = "total", "合计"
    CATEGORY = "category", "分类"
    SUBSET = "subset", "其中"
    AREA = "area", "分地区"
    PERIOD = "period", "分时段"
    APART = "apart", "另计"


class AccidentGrade(Choice):
    """Grades of accidents (国务院令第493号 第三条)."""

    ORDINARY = "ordinary", "一般"
    LARGER = "larger", "较大"
    MAJOR = "major", "重大"
    GRAVEST = "gravest", "特别重大"


class Tally(Part):
    """What is counted of accidents."""

    count: Count | None = Field(default=None, title="起数", description="发生几起", examples=[3])
    deaths: Count | None = Field(default=None, title="死亡", description="死亡几人", examples=[1])
    serious: Count | None = Field(
        default=None, title="重伤", description="重伤几人，含急性工业中毒", examples=[2]
    )
    minor: Count | None = Field(default=None, title="轻伤", description="轻伤几人", examples=[0])
    injured: Count | None = Field(
        default=None, title="受伤", description="不分轻重的受伤人数", examples=[2]
    )
    loss_wan: Loss | None = Field(
        default=None, title="直接经济损失", description="万元", examples=[120.5]
    )


class TallyChange(Part):
    """Changes against the year before, in the clerk's own words."""

    count: Change | None = Field(
        default=None, title="起数", description="起数升降多少", examples=["下降25%"]
    )
    deaths: Change | None = Field(
        default=None, title="死亡", description="死亡人数升降多少", examples=["持平"]
    )
    serious: Change | None = Field(
        default=None, title="重伤", description="重伤人数升降多少", examples=["增加1人"]
    )
    minor: Change | None = Field(
        default=None, title="轻伤", description="轻伤人数升降多少", examples=["减少2人"]
    )
    injured: Change | None = Field(
        default=None, title="受伤", description="受伤人数升降多少", examples=["下降50%"]
    )
    loss_wan: Change | None = Field(
        default=None, title="直接经济损失", description="损失升降多少", examples=["下降8.5%"]
    )


class Accidents(Tally):
    """One row of the accident figures."""

    category: Text = Field(
        default="合计",
        title="类别",
        description="事故类别、地区或时段；合计可不写",
        examples=["道路交通"],
    )
    cut: Cut = Field(
        default=Cut.CATEGORY,
        title="口径",
        description="分类、分地区、分时段各自相加等于合计；其中是某一行的一部分；另计不加入合计",
        examples=["分类"],
    )
    subset_of: Text | None = Field(
        default=None, title="属于", description="“其中”一行属于哪个类别", examples=["道路交通"]
    )
    previous: Tally | None = Field(
        default=None,
        title="上年同期",
        description="上年同期的数字，用来计算升降",
        examples=[{"起数": 4, "死亡": 1}],
    )
    quota: Tally | None = Field(
        default=None, title="控制指标", description="上级下达的控制数", examples=[{"死亡": 2}]
    )
    change: TallyChange | None = Field(
        default=None,
        title="同比",
        description="不填时按上年同期计算",
        examples=[{"起数": "下降25%"}],
    )
    grade: AccidentGrade | None = Field(
        default=None, title="最高等级", description="这一类里最重的一起", examples=["一般"]
    )
    note: Text | None = Field(
        default=None, title="说明", description="接在数字后面的话", examples=["均为货车追尾事故。"]
    )

    @model_validator(mode="before")
    @classmethod
    def _know_total(cls, value: object) -> object:
        if isinstance(value, dict) and value.get("category") in ("合计", "总计", "全部"):
            return {"cut": Cut.TOTAL, **value}
        return value

    @model_validator(mode="after")
    def _is_named(self) -> "Accidents":
        if self.cut is not Cut.TOTAL and "category" not in self.model_fields_set:
            raise PydanticCustomError("row_unnamed", "没有写类别；合计一行的口径写“合计”")
        return self


class Case(Part):
    """One accident by itself."""

    name: Text = Field(title="事故", description="事故名称", examples=["某砖厂坍塌事故"])
    date: OfficialDate | None = Field(
        default=None, title="日期", description="发生在哪一天", examples=["2026-03-05"]
    )
    place: Text | None = Field(default=None, title="地点", description="发生地", examples=["某村"])
    category: Text | None = Field(
        default=None, title="类别", description="统计在哪一类", examples=["工矿商贸"]
    )
    deaths: Count | None = Field(default=None, title="死亡", description="死亡几人", examples=[1])
    serious: Count | None = Field(default=None, title="重伤", description="重伤几人", examples=[0])
    minor: Count | None = Field(default=None, title="轻伤", description="轻伤几人", examples=[2])
    loss_wan: Loss | None = Field(
        default=None, title="直接经济损失", description="万元", examples=[80]
    )
    grade: AccidentGrade | None = Field(
        default=None, title="等级", description="不填时按伤亡和损失判定", examples=["一般"]
    )
    note: Text | None = Field(
        default=None, title="查处情况", description="接在后面的话", examples=["已依法查处。"]
    )
