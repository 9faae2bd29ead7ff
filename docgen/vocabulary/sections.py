"""The tree of numbered passages that makes the body of a paper."""

from collections.abc import Iterable
from functools import cache
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import Part, Text, YesNo
from docgen.vocabulary.numbers import chinese_number


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
