"""The field types only speeches have: who speaks, of what facility, over which months."""

import re
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary import Blank, Organ, Part, Quantity, Text, Whole

MONTH = re.compile(r"((?:19|20)\d\d)(?:年(\d{1,2})月|-(\d\d))")
KILOMETRES = ("公里", "千米", "km", "KM")
TOWN_KINDS = {
    "乡镇": re.compile(r"[乡镇]$|苏木$|[乡镇]人民政府$"),
    "街道": re.compile(r"街道(?:办事处|办)?$"),
    "园区": re.compile(r"(?:[园景新]区|集聚区|开发区|示范区|工业区|园|管委会|管理委员会)$"),
    "场": re.compile(r"[农林牧渔]场$"),
}


class Speaker(Part):
    """Who speaks: organ and post; the name may be given, left to be written, or left out."""

    organ: Organ = Field(title="单位", description="全称", examples=["滑县应急管理局"])
    post: Text | None = Field(
        default=None, title="职务", description="不重复写单位", examples=["局长"]
    )
    name: Text | Blank | None = Field(
        default=None, title="姓名", description="不填时只印单位和职务", examples=["手签"]
    )

    @property
    def title(self) -> str:
        """Organ and post in one: 滑县应急管理局局长."""
        post = self.post or ""
        return post if post.startswith(self.organ.name) else f"{self.organ.name}{post}"


def _read_month(value: object) -> object:
    form = MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if form is None or not 1 <= int(form[2] or form[3]) <= 12:
        raise PydanticCustomError("month_form", "年月写成2023年12月")
    return f"{form[1]}年{int(form[2] or form[3])}月"


Month = Annotated[Text, BeforeValidator(_read_month)]
"""A month, written 2023年12月 or 2023-12."""


class Months(Part):
    """A span of months, both ends included; may be written as one text."""

    start: Month = Field(title="开始", description="第一个月", examples=["2023年12月"])
    end: Month = Field(title="结束", description="最后一个月", examples=["2024年6月"])

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        ends = value.split("至")
        if len(ends) != 2:
            raise PydanticCustomError("months_form", "起止年月写成2023年12月至2024年6月")
        return {"start": ends[0], "end": ends[1]}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if month_of(self.start) > month_of(self.end):
            raise PydanticCustomError("months_order", "结束的年月早于开始的年月")
        return self

    @property
    def text(self) -> str:
        """The span as printed: 2023年12月至2024年6月, 2024年1月至6月."""
        year = self.start.partition("年")[0]
        return f"{self.start}至{self.end.removeprefix(f'{year}年')}"


def month_of(text: str) -> tuple[int, int]:
    """Give a month as year and month, to be compared."""
    year, month = re.findall(r"\d+", text)
    return int(year), int(month)


class Facility(Part):
    """What the training is about, in figures; printed as one paragraph.

    Only the name is needed: each figure that is known adds its words.
    """

    name: Text = Field(title="名称", description="对象的名称", examples=["中洛输油管道"])
    about: Text | None = Field(
        default=None,
        title="简介",
        description="接在“是”后面的话",
        examples=["连接中原油田和洛阳炼厂的原油输送管道"],
    )
    start: Text | None = Field(
        default=None, title="起点", description="从哪里起", examples=["中原油田"]
    )
    end: Text | None = Field(
        default=None, title="终点", description="到哪里止", examples=["洛阳炼厂"]
    )
    length_km: Quantity | None = Field(
        default=None, title="长度", description="本地境内的公里数", examples=[47]
    )
    towns: list[Text] = Field(
        default_factory=list,
        title="途经乡镇",
        description="逐个列出，街道、园区也列在内",
        examples=[["王庄镇", "白道口镇"]],
    )
    town_count: Whole | None = Field(
        default=None,
        title="乡镇个数",
        description="不填时按所列的个数",
        examples=[7],
        ge=1,
        le=999,
    )
    town_word: Text | None = Field(
        default=None,
        title="乡镇称呼",
        description="不填时按所列的种类，如乡镇（街道、园区）",
        examples=["乡镇（街道、园区）"],
    )
    village_count: Quantity | None = Field(
        default=None, title="行政村个数", description="途经的行政村", examples=[42]
    )
    period: Months | None = Field(
        default=None,
        title="整治时间",
        description="隐患整治的起止年月",
        examples=["2023年12月至2024年6月"],
    )
    campaign: Text = Field(
        default="隐患排查整治",
        title="整治名称",
        description="接在“开展”后面的话",
        examples=["管道隐患整改治理"],
    )
    hazards_removed: Quantity | None = Field(
        default=None, title="消除隐患", description="消除隐患的处数", examples=[71]
    )
    facts: list[Text] = Field(
        default_factory=list,
        title="其他情况",
        description="每项一句，接在后面",
        examples=[["白道口镇境内设有加温加压站"]],
    )
    text: Text | None = Field(
        default=None,
        title="全文",
        description="自己写这一段；不填时由上面各项拟写",
        examples=["我县境内的输油管道全长47公里。"],
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        known = (self.text, self.about, self.start, self.end, self.length_km, self.towns)
        more = (self.town_count, self.village_count, self.period, self.hazards_removed, self.facts)
        if not any((*known, *more)):
            raise PydanticCustomError("facility_empty", "只有名称，至少再写一项情况")
        return self

    @field_validator("length_km")
    @classmethod
    def _in_kilometres(cls, length: Quantity | None) -> Quantity | None:
        if length and length.unit not in (None, *KILOMETRES):
            raise PydanticCustomError("length_unit", "长度以公里计")
        return length


def town_kinds(towns: list[str]) -> list[str]:
    """Tell which sorts of places are listed, in the order a paper names them: 乡镇, 街道, 园区."""
    return [
        kind for kind, form in TOWN_KINDS.items() if any(town_kind(town) == kind for town in towns)
    ]


def town_kind(town: str) -> str | None:
    """Tell of what sort a place is; None when its name does not say."""
    return next((kind for kind, form in TOWN_KINDS.items() if form.search(town)), None)


def town_words(towns: list[str]) -> str:
    """Give the word that counts these places: 乡镇, 街道, 乡镇（街道、园区）."""
    first, *others = town_kinds(towns) or ["乡镇"]
    return f"{first}（{'、'.join(others)}）" if others else first
