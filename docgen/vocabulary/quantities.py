"""Quantities as papers count them: exact or not, with the word that counts them."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary.base import Number, Part, Text
from docgen.vocabulary.numbers import plain_number


class Exactness(Choice):
    """How near a quantity is to its number, by the word a paper uses."""

    EXACT = "exact", "整"
    ABOUT = "about", "约"
    NEARLY = "nearly", "近"
    OVER = "over", "超过"
    MORE = "more", "多"
    ODD = "odd", "余"
    AT_LEAST = "at_least", "以上"
    AT_MOST = "at_most", "以下"
    UNDER = "under", "不足"


BEFORE = (Exactness.ABOUT, Exactness.NEARLY, Exactness.OVER, Exactness.UNDER)
INSIDE = (Exactness.MORE, Exactness.ODD)
AFTER = (Exactness.AT_LEAST, Exactness.AT_MOST)
CEILINGS = (Exactness.NEARLY, Exactness.UNDER, Exactness.AT_MOST)
SCALES = {"万": 10_000, "亿": 100_000_000}
FORM = re.compile(
    r"(?P<before>约|近|超过|不足)?(?P<value>\d{1,12}(?:\.\d{1,4})?)(?P<inside>[多余])?"
    r"(?P<scale>[万亿])?(?P<late>[多余])?(?P<unit>[^\d\s以]{0,8}?)(?P<after>以上|以下)?"
)


class Quantity(Part):
    """A quantity: 600多份, 12次以上, 约1.2万人; a whole number is exact.

    Written as a number or as one text.
    """

    value: Annotated[Number, Field(ge=0)] = Field(
        title="数值", description="不带单位的数", examples=[600]
    )
    scale: Text | None = Field(
        default=None, title="数位", description="万或亿，没有就不填", examples=["万"]
    )
    exactness: Exactness = Field(
        default=Exactness.EXACT, title="确数", description="确数、约数", examples=["多"]
    )
    unit: Text | None = Field(
        default=None, title="量词", description="份、人次、处等", examples=["份"]
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return {"value": value}
        if not isinstance(value, str):
            return value
        form = FORM.fullmatch(re.sub(r"[\s,，]", "", value))
        words = [form[name] for name in ("before", "inside", "late", "after")] if form else []
        said = [word for word in words if word]
        if form is None or len(said) > 1:
            raise PydanticCustomError("quantity_form", "数量写成：45、600多份、约1.2万人、12次以上")
        number = form["value"]
        return {
            "value": float(number) if "." in number else int(number),
            "scale": form["scale"],
            "exactness": next((one for one in Exactness if said == [one.label]), Exactness.EXACT),
            "unit": form["unit"] or None,
        }

    @model_validator(mode="after")
    def _knows_scale(self) -> "Quantity":
        if self.scale not in (None, *SCALES):
            raise PydanticCustomError("quantity_scale", "数位只能是万或亿")
        return self

    @property
    def amount(self) -> Decimal:
        """The number meant: 12000 of 约1.2万人."""
        return Decimal(str(self.value)) * SCALES.get(self.scale or "", 1)

    @property
    def is_exact(self) -> bool:
        """True when the number is the very number."""
        return self.exactness is Exactness.EXACT

    @property
    def bounds(self) -> tuple[Decimal, Decimal | None]:
        """The least and the most the quantity can mean; None where nothing bounds it above.

        约 tells neither: 约300 may be 290 or 320.
        """
        if self.is_exact:
            return self.amount, self.amount
        if self.exactness in CEILINGS:
            return Decimal(0), self.amount
        return (Decimal(0) if self.exactness is Exactness.ABOUT else self.amount), None

    @computed_field(title="数字")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def number_text(self) -> str:
        """The quantity without its counting word, for a table: `600多`, `约1.2万`."""
        return self._worded("")

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The quantity as a paper says it: `600多份`, `12次以上`."""
        return self._worded(self.unit or "")

    def counted(self, unit: str) -> str:
        """The quantity with its own counting word, or else with `unit`."""
        return self._worded(self.unit or unit)

    def _worded(self, unit: str) -> str:
        word, number = self.exactness.label, plain_number(self.value)
        scale = self.scale or ""
        if self.exactness in BEFORE:
            return f"{word}{number}{scale}{unit}"
        if self.exactness in INSIDE:
            # 1.2万余人, but 600多份 and 3000多万元.
            late = scale and "." in number
            return f"{number}{scale}{word}{unit}" if late else f"{number}{word}{scale}{unit}"
        if self.exactness in AFTER:
            return f"{number}{scale}{unit}{word}"
        return f"{number}{scale}{unit}"
