"""What is aimed at: numbers, events that must not happen, or words."""

from typing import Annotated, Self

from pydantic import Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary.base import Number, Part, Text
from docgen.vocabulary.numbers import plain_number


class Operator(Choice):
    """How a target compares with its value."""

    AT_MOST = "at_most", "不超过"
    EXACTLY = "exactly", "等于"
    AT_LEAST = "at_least", "不低于"
    NONE = "none", "不发生"
    FALL_BY = "fall_by", "比上年下降"


UNITS = {
    "率": "%",
    "面": "%",
    "死亡": "人",
    "受伤": "人",
    "重伤": "人",
    "起数": "起",
    "损失": "万元",
}


class Target(Part):
    """Something aimed at: a number with its unit, an event that must not happen, or words.

    A number has operator, value and unit; 不发生 needs neither value nor unit; a qualitative
    target is `text` alone; `frequency` says how often (每季度) the number is to be reached.
    """

    category: Text | None = Field(
        default=None, title="类别", description="事故或工作的类别", examples=["道路交通"]
    )
    metric: Text = Field(title="指标", description="考核什么", examples=["死亡人数"])
    operator: Operator = Field(
        default=Operator.AT_MOST, title="关系", description="与数值的关系", examples=["at_most"]
    )
    value: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, title="数值", description="控制数或目标数", examples=[0]
    )
    unit: Text | None = Field(
        default=None, title="单位", description="不填时按指标判断", examples=["人"]
    )
    frequency: Text | None = Field(
        default=None, title="频次", description="每月、每季度等", examples=["每季度"]
    )
    text: Text | None = Field(
        default=None,
        title="定性要求",
        description="不能用数字表示时写明",
        examples=["保持总体平稳"],
    )

    @model_validator(mode="before")
    @classmethod
    def _know_unit(cls, value: object) -> object:
        if isinstance(value, dict) and not value.get("unit") and value.get("value") is not None:
            metric = str(value.get("metric"))
            unit = next((unit for word, unit in UNITS.items() if word in metric), None)
            if value.get("operator") in (Operator.FALL_BY, Operator.FALL_BY.label):
                unit = "%"
            return {**value, "unit": unit} if unit else value
        return value

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.text or self.operator is Operator.NONE:
            return self
        if self.value is None:
            raise PydanticCustomError(
                "target_value", "没有数值；写数值，或写定性要求，或把关系写成“不发生”"
            )
        if self.unit is None:
            raise PydanticCustomError("target_unit", "数值没有单位，如 人、起、万元、%")
        if self.unit in ("%", "％") and self.value > 100:
            raise PydanticCustomError("target_percent", "百分比大于100%")
        return self

    @computed_field(title="目标值")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def value_text(self) -> str:
        """The target as a table cell says it: `不超过3人`, `0起`, `不发生`, `每季度不低于1次`."""
        if self.text:
            return self.text
        if self.operator is Operator.NONE:
            return Operator.NONE.label
        if self.value is None or self.unit is None:
            return ""  # in a draft only; the template marks it as a gap
        amount = f"{plain_number(self.value)}{self.unit}"
        if self.operator is Operator.FALL_BY:
            return f"比上年下降{amount}以上"
        full = self.operator is Operator.AT_LEAST and amount in ("100%", "100％")
        exact = self.operator is Operator.EXACTLY or full
        if exact or (self.operator is Operator.AT_MOST and self.value == 0):
            return f"{self.frequency or ''}{amount}"
        return f"{self.frequency or ''}{self.operator.label}{amount}"

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def sentence(self) -> str:
        """The target as a sentence without its full stop: `隐患整改率达到100%`."""
        if self.text:
            return f"{self.category or ''}{self.metric}{self.text}"
        if self.operator is Operator.NONE:
            return f"{self.category or ''}不发生{self.metric}"
        joint = "为" if self.value_text[:1].isdigit() else ""
        if self.unit in ("%", "％") and joint:
            joint = "达到"
        return f"{self.category or ''}{self.metric}{joint}{self.value_text}"
