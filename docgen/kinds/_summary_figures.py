"""The figures of a year's work: inspections, trainings and whatever else is counted.

What is counted in the hundreds may be inexact (600多份).
"""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.kinds._summary_tallies import Cut, Loss
from docgen.vocabulary import Part, Quantity, Text, YesNo


def _at_most_all(quantity: Quantity) -> Quantity:
    if quantity.unit not in (None, "%", "％") or quantity.scale:
        raise PydanticCustomError("percent_unit", "百分比写成：95、95%、90%以上")
    if quantity.amount > 100:
        raise PydanticCustomError("percent_range", "百分比在0到100之间")
    return quantity


Percent = Annotated[Quantity, AfterValidator(_at_most_all)]


class Share(Part):
    """One part of a whole."""

    name: Text = Field(title="名称", description="哪一部分", examples=["危险化学品"])
    count: Quantity = Field(title="数量", description="几家、几份", examples=[10])


class Breakdown(Part):
    """A whole and its parts; written as one number where there are none."""

    total: Quantity = Field(title="总数", description="合计", examples=[54])
    name: Text | None = Field(
        default=None, title="名称", description="数的是什么", examples=["生产经营单位"]
    )
    parts: list[Share] = Field(
        default_factory=list,
        title="构成",
        description="各部分，相加等于总数",
        examples=[[{"名称": "危险化学品", "数量": 10}]],
    )
    exhaustive: YesNo = Field(
        default=True,
        title="构成齐全",
        description="各部分相加等于总数；只列了其中几部分的填“否”",
        examples=[True],
    )
    note: Text | None = Field(
        default=None, title="说明", description="接在数字后面的话", examples=["签订率达到100%。"]
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        short = isinstance(value, str | int) and not isinstance(value, bool)
        return {"total": value} if short else value


class Inspection(Part):
    """What was inspected in one field, found and put right."""

    field: Text = Field(
        default="合计", title="领域", description="检查的行业或地区；合计可不写", examples=["消防"]
    )
    cut: Cut = Field(
        default=Cut.CATEGORY,
        title="口径",
        description="分类各行相加等于合计；其中是某一行的一部分；另计不加入合计",
        examples=["分类"],
    )
    subset_of: Text | None = Field(
        default=None, title="属于", description="“其中”一行属于哪个领域", examples=["消防"]
    )
    frequency: Text | None = Field(
        default=None, title="频次", description="每月一次、每季度一次等", examples=["每月一次"]
    )
    times: Quantity | None = Field(
        default=None, title="检查次数", description="几次、几车次", examples=[12]
    )
    units: Quantity | None = Field(
        default=None, title="检查单位", description="家次", examples=[86]
    )
    people: Quantity | None = Field(
        default=None, title="检查人员", description="出动人次", examples=["320人次"]
    )
    found: Quantity | None = Field(
        default=None, title="发现隐患", description="几处、几起", examples=[60]
    )
    fixed: Quantity | None = Field(
        default=None, title="完成整改", description="已整改几处", examples=[48]
    )
    rate: Percent | None = Field(
        default=None, title="整改率", description="不填时按发现和整改计算", examples=[80]
    )
    major: Quantity | None = Field(
        default=None, title="重大隐患", description="其中重大事故隐患几处", examples=[0]
    )
    notices: Quantity | None = Field(
        default=None, title="整改通知", description="几份", examples=[11]
    )
    penalised: Quantity | None = Field(
        default=None, title="行政处罚", description="几起", examples=[1]
    )
    fine_wan: Loss | None = Field(default=None, title="罚款", description="万元", examples=[2.5])
    note: Text | None = Field(
        default=None,
        title="说明",
        description="接在数字后面的话",
        examples=["其余正在按期整改。"],
    )

    @model_validator(mode="before")
    @classmethod
    def _know_total(cls, value: object) -> object:
        if isinstance(value, dict) and value.get("field") in ("合计", "总计", "全部"):
            return {"cut": Cut.TOTAL, **value}
        return value

    @model_validator(mode="after")
    def _is_named(self) -> "Inspection":
        if self.cut is not Cut.TOTAL and "field" not in self.model_fields_set:
            raise PydanticCustomError("row_unnamed", "没有写领域；合计一行的口径写“合计”")
        return self


class Meeting(Part):
    """Meetings of one sort."""

    name: Text = Field(title="会议", description="会议名称", examples=["安全生产工作例会"])
    times: Quantity | None = Field(default=None, title="次数", description="几次", examples=[12])
    frequency: Text | None = Field(
        default=None, title="频次", description="每月一次、每季度一次等", examples=["每月一次"]
    )
    note: Text | None = Field(
        default=None, title="说明", description="接在后面的话", examples=["专题研究汛期安全。"]
    )


class Training(Part):
    """Trainings of one sort."""

    name: Text = Field(title="培训", description="培训名称或对象", examples=["安全主任培训班"])
    frequency: Text | None = Field(
        default=None, title="频次", description="每季度一次等", examples=["每季度一次"]
    )
    sessions: Quantity | None = Field(
        default=None, title="期数", description="几期、几场", examples=[13]
    )
    classes: Quantity | None = Field(
        default=None, title="班数", description="共几班，可不写", examples=[39]
    )
    persons: Quantity | None = Field(
        default=None, title="人数", description="培训几人、几人次", examples=[330]
    )
    planned: Quantity | None = Field(
        default=None, title="计划人数", description="应培训几人", examples=[300]
    )
    rate: Percent | None = Field(
        default=None, title="培训率", description="百分比，可写“90%以上”", examples=["90%以上"]
    )
    note: Text | None = Field(
        default=None, title="说明", description="接在后面的话", examples=["考试全部合格。"]
    )


class Drill(Part):
    """Drills of one sort."""

    name: Text = Field(title="演练", description="演练名称", examples=["森林火灾扑救应急演练"])
    times: Quantity | None = Field(default=None, title="场次", description="几场", examples=[2])
    persons: Quantity | None = Field(
        default=None, title="人数", description="几人参加", examples=[120]
    )
    note: Text | None = Field(
        default=None, title="说明", description="接在后面的话", examples=["达到了预期效果。"]
    )


class Publicity(Part):
    """One measure of publicity."""

    name: Text = Field(
        title="项目", description="动作和对象，数量接在后面", examples=["发放宣传资料"]
    )
    quantity: Quantity | None = Field(
        default=None, title="数量", description="连量词写", examples=["600多份"]
    )
    persons: Quantity | None = Field(
        default=None, title="人数", description="受教育的人次", examples=["约1.2万人次"]
    )


class MajorHazards(Part):
    """Major accident hazards: found, put right, listed for supervision, still open."""

    found: Quantity = Field(title="排查", description="排查出几处", examples=[2])
    closed: Quantity | None = Field(
        default=None, title="销号", description="整改销号几处", examples=[1]
    )
    listed: Quantity | None = Field(
        default=None, title="挂牌督办", description="挂牌督办几处", examples=[1]
    )
    measures: Text | None = Field(
        default=None,
        title="未销号措施",
        description="没有销号的采取什么措施、何时完成",
        examples=["已落实专人监护，2027年3月底前完成整改"],
    )
