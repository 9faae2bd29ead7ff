"""Tables of a clerk's own: headings and rows of texts."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import Blank, Part, Text

MOST_COLUMNS = 8


class TableRow(Part):
    """One row; written as one text, its cells are parted by `|` and an empty one is filled in."""

    cells: list[Text | Blank] = Field(
        title="单元格",
        description="从左到右；留给手填的写留白",
        min_length=1,
        max_length=MOST_COLUMNS,
        examples=[["1", "安全宣讲", "党政办"]],
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        return {"cells": [cell.strip() or Blank("填表") for cell in value.split("|")]}


class Table(Part):
    """A ruled table with a heading row."""

    caption: Text | None = Field(
        default=None, title="表名", description="印在表上方，可不写", examples=["重点任务清单"]
    )
    headings: list[Text] = Field(
        title="表头",
        description="各列的名称，二至八列",
        min_length=2,
        max_length=MOST_COLUMNS,
        examples=[["序号", "任务", "牵头单位"]],
    )
    rows: list[TableRow] = Field(
        title="各行",
        description="每行的单元格；可写成“1|安全宣讲|党政办”，空着的格留给手填",
        min_length=1,
        examples=[["1|安全宣讲|党政办"]],
    )

    @model_validator(mode="after")
    def _is_even(self) -> Self:
        wide = len(self.headings)
        for index, row in enumerate(self.rows, 1):
            if len(row.cells) != wide:
                raise PydanticCustomError(
                    "table_uneven",
                    "表头有{wide}列，第{index}行有{cells}格",
                    {"wide": wide, "index": index, "cells": len(row.cells)},
                )
        return self
