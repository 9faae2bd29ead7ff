"""What a paper cites: document numbers, laws and other papers."""

import re
from typing import Annotated

from pydantic import Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import HINT, Part, Text, Whole
from docgen.vocabulary.document_numbers import FORM, slip_of


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
        form = FORM.fullmatch(value.strip())
        if form is None:
            slip = slip_of(value.strip())
            raise PydanticCustomError(
                "number_form", "{slip}", {"slip": slip.message, HINT: slip.hint}
            )
        return {"code": form[1], "year": int(form[2]), "sequence": int(form[3])}

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The number as printed, with six-cornered brackets U+3014 and U+3015."""
        return f"{self.code}〔{self.year}〕{self.sequence}号"


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
