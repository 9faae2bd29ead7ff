"""The tree of numbered passages that makes the body of a paper."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary.base import Part, Text, YesNo
from docgen.vocabulary.numbers import chinese_number
from docgen.vocabulary.tables import Table

NUMBERINGS = ("{}、", "（{}）", "{}.", "（{}）")


class Numbering(Choice):
    """How the sections below one are numbered, where it is not the next level's way."""

    SECOND = "second", "（一）"
    THIRD = "third", "1."
    FOURTH = "fourth", "（1）"

    @property
    def level(self) -> int:
        """The level of headings so numbered, from 1."""
        return 2 + list(Numbering).index(self)


class PointMarker(Choice):
    """The words that count points inside a passage."""

    IS = "is", "一是"
    ORDINAL = "ordinal", "第一"
    CIRCLED = "circled", "①"


class Paragraph(Part):
    """A paragraph: a text, points that follow it, or both.

    Written as one text where there are no points.
    """

    text: Text | None = Field(
        default=None,
        title="正文",
        description="这一段的文字；有要点时写在要点前面",
        examples=["我在这里提三点要求："],
    )
    points: list[Text] = Field(
        default_factory=list,
        title="要点",
        description="接在正文后面，印成“一是……；二是……。”，不写“一是”",
        examples=[["健全组织", "落实经费"]],
    )
    marker: PointMarker = Field(
        default=PointMarker.IS, title="要点序词", description="一是、第一或①", examples=["一是"]
    )
    apart: YesNo = Field(
        default=False, title="要点分段", description="每个要点另起一段", examples=[True]
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.text or self.points):
            raise PydanticCustomError("paragraph_empty", "这一段没有内容")
        return self

    @property
    def lines(self) -> list[str]:
        """The paragraphs as printed: one, or one more for each point that stands apart."""
        return lines_of(self.text, self.points, self.marker, apart=self.apart)


class Section(Part):
    """A numbered passage: heading, text, paragraphs, points, table, sections, closing words.

    They are printed in this order. The number (一、 （一） 1. （1）) follows from the place in the
    tree and is never typed.
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
    paragraphs: list[Paragraph] = Field(
        default_factory=list,
        title="段落",
        description="其余各段，每项一段；段中有要点的，写成“正文”和“要点”",
        examples=[["每季度研究一次安全生产工作。"]],
    )
    points: list[Text] = Field(
        default_factory=list,
        title="要点",
        description="印成“一是……；二是……。”的一段，不写“一是”",
        examples=[["健全组织", "落实经费"]],
    )
    apart: YesNo = Field(
        default=False, title="要点分段", description="每个要点另起一段", examples=[True]
    )
    run_in: YesNo = Field(
        default=False, title="标题接排", description="标题与正文排在同一段", examples=[True]
    )
    numbered: YesNo = Field(
        default=True, title="编号", description="不编号的小标题或段落填“否”", examples=[True]
    )
    numbering: Numbering | None = Field(
        default=None,
        title="下级编号",
        description="下一级怎么编号；不填时依次为（一）、1.、（1）",
        examples=["1."],
    )
    table: Table | None = Field(
        default=None,
        title="表格",
        description="排在段落和要点之后的表",
        examples=[{"表头": ["序号", "任务"], "各行": ["1|安全宣讲"]}],
    )
    sections: list["Section"] = Field(
        default_factory=list, title="下级", description="下一级各条", examples=[[]]
    )
    closing: list[Paragraph] = Field(
        default_factory=list,
        title="结尾段",
        description="排在下级各条之后的段落",
        examples=[["以上工作要在年底前完成。"]],
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        said = (self.heading, self.text, self.paragraphs, self.points, self.table)
        if not any((*said, self.sections, self.closing)):
            raise PydanticCustomError("section_empty", "这一条没有内容")
        return self


def lines_of(
    text: str | None, points: Iterable[str], marker: PointMarker, *, apart: bool
) -> list[str]:
    """Give a text and its points as paragraphs."""
    counted = list(counted_points(points, marker))
    if apart:
        return [*([text] if text else []), *(f"{point}。" for point in counted)]
    return [(text or "") + joined(counted)]


def counted_points(points: Iterable[str], marker: PointMarker) -> Iterator[str]:
    """Put before each point the word that counts it: 一是, 第一，, ①; its end mark goes."""
    for index, point in enumerate(points, 1):
        words = {
            PointMarker.IS: f"{chinese_number(index)}是",
            PointMarker.ORDINAL: f"第{chinese_number(index)}，",
            PointMarker.CIRCLED: circled(index),
        }
        # In a draft the marker may itself be missing.
        yield words.get(marker, words[PointMarker.IS]) + point.rstrip("。；;")


def circled(index: int) -> str:
    """Give ① to ⑳, and beyond them the number in round brackets."""
    return chr(0x2460 + index - 1) if index <= 20 else f"（{index}）"


def joined(points: list[str]) -> str:
    """Join points into one text; those of several sentences are kept apart by full stops."""
    if not points:
        return ""
    return ("。" if any("。" in point for point in points) else "；").join(points) + "。"


def points_text(points: Iterable[str]) -> str:
    """Join points into one paragraph: `一是健全组织；二是落实经费。`."""
    return joined(list(counted_points(points, PointMarker.IS)))


@cache
def section_number(index: int, depth: int) -> str:
    """Number the `index`-th section (from 1) at `depth` (from 1): 一、 （一） 1. （1）.

    《党政机关公文处理工作条例》 and GB/T 9704-2012 §7.3.3.
    """
    figure = chinese_number(index) if depth <= 2 else str(index)
    return NUMBERINGS[min(depth, 4) - 1].format(figure)
