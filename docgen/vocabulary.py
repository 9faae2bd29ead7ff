"""The domain's field types: who signs, when, under which law, and what is aimed at.

Each type is a small frozen model whose fields carry a Chinese label (`title`), help and an
example, and whose computed fields are the forms in which a paper prints them.
"""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    Strict,
    StringConstraints,
    computed_field,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from docgen.fields import Choice
from docgen.organs import Level, area_name, guess_level, is_party_committee, self_term

BLANK_LINES = {"签字": "_" * 12, "日期": "　　　　年　　月　　日", "盖章": "（盖章）"}
BLANK_NAMES = {"signature": "签字", "date": "日期", "seal": "盖章", "": "签字"}
BLANK_WORDS = ("手签", "留白")
CHINESE_DIGITS = "〇一二三四五六七八九"  # as in years
CHINESE_ZERO = "零"  # as in numbers
DATE_FORM = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)|年(\d{1,2})月(\d{1,2})日)")
NUMBER_FORM = re.compile(r"([\u4e00-\u9fff]{2,12})〔((?:19|20)\d\d)〕([1-9]\d*)号")


class Blank:
    """A field declared to be filled in by hand: the only emptiness that is legal.

    `purpose` is 签字, 日期 or 盖章, or a few words of the clerk's own. Never changes once made.
    """

    # A plain class: pydantic turns a dataclass inside a record into a dict.
    __slots__ = ("purpose",)

    def __init__(self, purpose: str = "签字") -> None:
        """Declare what is to be written here by hand."""
        self.purpose = purpose

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blank) and other.purpose == self.purpose

    def __hash__(self) -> int:
        return hash((Blank, self.purpose))

    def __repr__(self) -> str:
        return f"Blank({self.purpose!r})"

    @property
    def line(self) -> str:
        """What is printed: a line to sign on, or a date to fill in."""
        return BLANK_LINES.get(self.purpose, BLANK_LINES["签字"])

    @classmethod
    def declared(cls, value: object) -> "Blank | None":
        """Read `{"留白": "签字"}`, `{"blank": "signature"}`, 手签 or 留白; None otherwise."""
        if isinstance(value, cls):
            return value
        if isinstance(value, str) and value.strip() in BLANK_WORDS:
            return cls()
        if isinstance(value, dict) and len(value) == 1:
            name, purpose = next(iter(value.items()))
            if name in ("留白", "blank") and isinstance(purpose, str):
                return cls(BLANK_NAMES.get(purpose, purpose))
        return None

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, __: GetCoreSchemaHandler) -> CoreSchema:
        """Take a blank in any of its written forms; give it back as itself."""
        return core_schema.no_info_plain_validator_function(
            cls._validate,
            json_schema_input_schema=core_schema.dict_schema(
                core_schema.literal_schema(["留白", "blank"]), core_schema.str_schema()
            ),
            serialization=core_schema.plain_serializer_function_ser_schema(_itself),
        )

    @classmethod
    def _validate(cls, value: object) -> "Blank":
        blank = cls.declared(value)
        if blank is None:
            raise PydanticCustomError("not_blank", "不是留白")
        return blank


def _itself(value: Blank) -> Blank:
    return value


class Part(BaseModel):
    """The base of every field type: frozen, and refusing names it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000, strip_whitespace=True)]
Whole = Annotated[int, Strict()]
YesNo = Annotated[bool, Strict()]
Number = Annotated[int, Strict()] | Annotated[float, Strict()]


def _read_date(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.date()
    if not isinstance(value, str):
        # Left to pydantic, 5 would be a day in January 1970.
        if isinstance(value, datetime.date | Blank) or value is None:
            return value
        raise PydanticCustomError("date_type", "日期写成2026年6月3日或2026-06-03")
    form = DATE_FORM.fullmatch(value.strip())
    if form is None:
        raise PydanticCustomError("date_form", "日期写成2026年6月3日或2026-06-03")
    year, *rest = (int(part) for part in form.groups() if part)
    if "年0" in value or "月0" in value:
        raise PydanticCustomError(
            "date_zero",
            "成文日期不编虚位，写成{year}年{month}月{day}日",
            {"year": year, "month": rest[0], "day": rest[1]},
        )
    try:
        return datetime.date(year, rest[0], rest[1])
    except ValueError:
        raise PydanticCustomError("date_impossible", "历史上没有这一天") from None


OfficialDate = Annotated[datetime.date, BeforeValidator(_read_date)]
"""A day, written `2026年6月3日` without 虚位 (GB/T 9704-2012 §7.3.5.4) or `2026-06-03`."""


def official_date(day: datetime.date | str) -> str:
    """Write a day as official papers do: `2026年6月3日`; a text in its place stays as it is."""
    if isinstance(day, str):
        return day
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_number(number: int | str) -> str:
    """Write 0 to 9999 in Chinese numerals: 12 is 十二; a text in its place stays as it is."""
    if isinstance(number, str):
        return number
    if number < 10:
        return CHINESE_ZERO if number == 0 else CHINESE_DIGITS[number]
    text = "".join(
        CHINESE_DIGITS[int(digit)] + (unit if digit != "0" else "")
        for digit, unit in zip(f"{number:04}", ("千", "百", "十", ""), strict=True)
    )
    text = re.sub("〇+", CHINESE_ZERO, text).strip(CHINESE_ZERO)
    return text.removeprefix("一") if text.startswith("一十") else text


def chinese_date(day: datetime.date) -> str:
    """Write a day in Chinese numerals: `二〇二六年六月三日`."""
    year = "".join(CHINESE_DIGITS[int(digit)] for digit in str(day.year))
    return f"{year}年{chinese_number(day.month)}月{chinese_number(day.day)}日"


class Organ(Part):
    """An office, committee, enterprise or household that signs or is written to."""

    name: Text = Field(title="名称", description="机关全称", examples=["白道口镇人民政府"])
    level: Level = Field(
        title="层级", description="不填时按名称判断", examples=["township"], validate_default=True
    )

    @model_validator(mode="before")
    @classmethod
    def _know_level(cls, data: object) -> object:
        if isinstance(data, str):
            data = {"name": data}
        if not isinstance(data, dict) or data.get("level") or not isinstance(data.get("name"), str):
            return data
        level = guess_level(data["name"].strip())
        if level is None:
            return data
        return {**data, "level": level}

    @computed_field(title="简称", description="所辖区域或单位的名称")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def area(self) -> str:
        """The place the organ governs: 白道口镇 of 白道口镇人民政府."""
        return area_name(self.name)

    @computed_field(title="自称")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def self_term(self) -> str:
        """What the organ calls its own place: 我镇, 我县, 本村."""
        return self_term(self.name, self.level)

    @property
    def is_party_committee(self) -> bool:
        """True of a Party committee, which stands before the government it leads."""
        return is_party_committee(self.name)


class Person(Part):
    """A person with a post; the name may be left to be signed by hand."""

    name: Text | Blank = Field(
        default=Blank(), title="姓名", description="需手签时留空或填“手签”", examples=["手签"]
    )
    post: Text | Blank | None = Field(
        default=None, title="职务", description="签字人的职务", examples=["镇长"]
    )
    phone: Text | Blank | None = Field(
        default=None, title="电话", description="联系电话", examples=["0372-1234567"]
    )


class Party(Part):
    """One side of an agreement: one to three organs, 党委 first, and who signs for them."""

    organs: list[Organ] = Field(
        title="单位",
        description="一至三个单位，党委在前，政府在后",
        min_length=1,
        max_length=3,
        examples=[["白道口镇人民政府"]],
    )
    representative: Person = Field(
        default=Person(),
        title="代表",
        description="签字的代表，姓名可手签",
        examples=[{"职务": "镇长"}],
    )

    @computed_field(title="全称")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def name(self) -> str:
        """The full names of all organs: `中共滑县委员会、滑县人民政府`."""
        return "、".join(organ.name for organ in self.organs)

    @computed_field(title="简称")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def area(self) -> str:
        """The place or unit the side stands for, by its last organ: 滑县."""
        return self.organs[-1].area

    @computed_field(title="自称")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def self_term(self) -> str:
        """What the side calls its own place: 我镇."""
        return self.organs[-1].self_term

    @property
    def level(self) -> Level:
        """The level of the side, by its last organ."""
        return self.organs[-1].level


class DocumentNumber(Part):
    """A document number, `机关代字〔年〕序号号` (GB/T 9704-2012 §7.2.5)."""

    code: Annotated[Text, Field(pattern=r"^[\u4e00-\u9fff]{2,12}$")] = Field(
        title="机关代字", description="二至十二个汉字", examples=["滑政安"]
    )
    year: Whole = Field(title="年份", description="四位年份", examples=[2026], ge=1949, le=2100)
    sequence: Whole = Field(title="序号", description="不编虚位", examples=[8], ge=1)

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        form = NUMBER_FORM.fullmatch(value.strip())
        if form is None:
            raise PydanticCustomError("number_form", "发文字号写成：滑政安〔2026〕8号")
        return {"code": form[1], "year": int(form[2]), "sequence": int(form[3])}

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The number as printed, with six-cornered brackets U+3014 and U+3015."""
        return f"{self.code}〔{self.year}〕{self.sequence}号"


class Term(Part):
    """A span of days, both ends included."""

    start: OfficialDate = Field(title="开始", description="第一天", examples=["2026-01-01"])
    end: OfficialDate = Field(title="结束", description="最后一天", examples=["2026-12-31"])

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start > self.end:
            raise PydanticCustomError("term_order", "结束日期早于开始日期")
        return self

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The span as printed: `2026年1月1日至12月31日`."""
        end = official_date(self.end)
        if self.start.year == self.end.year:
            end = end.removeprefix(f"{self.end.year}年")
        return f"{official_date(self.start)}至{end}"


class LegalBasis(Part):
    """A law, regulation or paper an agreement rests on."""

    name: Text = Field(
        title="名称", description="全称，不写书名号", examples=["中华人民共和国安全生产法"]
    )
    article: Text | None = Field(
        default=None, title="条款", description="第几条", examples=["第二十二条"]
    )
    number: Text | None = Field(
        default=None,
        title="文号",
        description="所引文件的发文字号",
        examples=["国办发〔2017〕87号"],
    )
    version: Text | None = Field(
        default=None, title="版本", description="修正或修订的年份", examples=["2021年修正"]
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if isinstance(value, str):
            value = {"name": value}
        if isinstance(value, dict) and isinstance(value.get("name"), str):
            name = value["name"].strip()
            if re.search("》[、和及]?《", name):
                raise PydanticCustomError("basis_many", "一项只写一部，几部分开写成几项")
            if name.startswith("《") and name.endswith("》"):
                value = {**value, "name": name[1:-1]}
        return value

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The basis as cited: name in book-title marks, then number or version, then article."""
        name = self.name.replace("《", "〈").replace("》", "〉")
        aside = "，".join(part for part in (self.version, self.number) if part)
        return f"《{name}》{f'（{aside}）' if aside else ''}{self.article or ''}"


class Section(Part):
    """A numbered passage: heading, text, points and sections below, four levels deep at most.

    The number (一、 （一） 1. （1）) follows from the place in the tree and is never typed.
    """

    heading: Text | None = Field(
        default=None,
        title="标题",
        description="可不写；句末不加标点",
        examples=["压实安全生产责任"],
    )
    text: Text | None = Field(
        default=None,
        title="正文",
        description="紧接标题或编号的一段",
        examples=["建立安全生产责任清单。"],
    )
    paragraphs: list[Text] = Field(
        default_factory=list,
        title="段落",
        description="其余各段，每项一段",
        examples=[["每季度研究一次安全生产工作。"]],
    )
    points: list[Text] = Field(
        default_factory=list,
        title="要点",
        description="印成“一是……；二是……。”的一段，不写“一是”",
        examples=[["健全组织", "落实经费"]],
    )
    run_in: YesNo = Field(
        default=False, title="标题接排", description="标题与正文排在同一段", examples=[True]
    )
    sections: list["Section"] = Field(
        default_factory=list, title="下级", description="下一级各条", examples=[[]]
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.heading or self.text or self.paragraphs or self.points or self.sections):
            raise PydanticCustomError("section_empty", "这一条没有内容")
        return self


def points_text(points: Iterable[str]) -> str:
    """Join points into one paragraph: `一是健全组织；二是落实经费。`."""
    parts = [
        f"{chinese_number(index)}是{point.rstrip('。；;')}" for index, point in enumerate(points, 1)
    ]
    return "；".join(parts) + "。"


NUMBERINGS = ("{}、", "（{}）", "{}.", "（{}）")


@cache
def section_number(index: int, depth: int) -> str:
    """Number the `index`-th section (from 1) at `depth` (from 1): 一、 （一） 1. （1）.

    《党政机关公文处理工作条例》 and GB/T 9704-2012 §7.3.3.
    """
    figure = chinese_number(index) if depth <= 2 else str(index)
    return NUMBERINGS[min(depth, 4) - 1].format(figure)


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


def plain_number(number: float | str) -> str:
    """Write a number without a needless `.0`; a text in its place stays as it is."""
    if isinstance(number, str):
        return number
    return f"{Decimal(str(number)).normalize() + 0:f}"
