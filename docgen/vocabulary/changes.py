"""Rises and falls against an earlier figure, as papers say them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from pydantic import Field, computed_field, model_validator
from pydantic_core import PydanticCustomError

from docgen.vocabulary.base import Number, Part, Text
from docgen.vocabulary.numbers import plain_number

LEVEL = ("持平",)
RISES = ("上升", "增长", "增加", "提高")
FALLS = ("下降", "减少", "降低")
PERCENT = ("%", "％")
TIMES = "倍"
FORM = re.compile(
    r"(?:(?:同比|与|较|比)?(?:上年|去年)?(?:同期)?(?:相比)?)?"
    rf"(?P<word>{'|'.join((*LEVEL, *RISES, *FALLS))})了?"
    r"(?:(?P<amount>\d{1,9}(?:\.\d{1,4})?)(?P<unit>[%％]|[^\d\s%％]{1,3})?)?"
)
TENTH = Decimal("0.1")
WHOLE = Decimal(100)


class Change(Part):
    """A change the clerk states: 下降20%, 增加2起, 增长1.5倍, 持平."""

    word: Text = Field(title="升降", description="上升、下降、持平等", examples=["下降"])
    amount: Number | None = Field(
        default=None, title="幅度", description="不带单位的数", examples=[20]
    )
    unit: Text | None = Field(default=None, title="单位", description="%、起、人等", examples=["%"])

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        form = FORM.fullmatch(re.sub(r"[\s,，]", "", value))
        if form is None:
            raise PydanticCustomError("change_form", "同比写成：下降20%、增加2起、持平")
        amount = form["amount"]
        return {
            "word": form["word"],
            "amount": None if amount is None else float(amount) if "." in amount else int(amount),
            "unit": form["unit"],
        }

    @model_validator(mode="after")
    def _makes_sense(self) -> "Change":
        if self.word not in (*LEVEL, *RISES, *FALLS):
            raise PydanticCustomError("change_word", "升降写：上升、下降或持平")
        if self.unit == TIMES and self.word in FALLS:
            raise PydanticCustomError("change_times", "下降不能说几倍，改成百分比")
        return self

    @property
    def direction(self) -> int:
        """1 for a rise, -1 for a fall, 0 where nothing changed."""
        return (self.word in RISES) - (self.word in FALLS)

    @computed_field(title="全文")  # type: ignore[prop-decorator] # pydantic's own way
    @property
    def text(self) -> str:
        """The change as a paper says it: 下降20%."""
        amount = "" if self.amount is None else f"{plain_number(self.amount)}{self.unit or ''}"
        return f"{self.word}{amount}"

    def agrees(self, before: Decimal, now: Decimal) -> bool:
        """True when this is what happened between two figures, to a tenth of a point."""
        if sign(now - before) != self.direction:
            return False
        if self.amount is None:
            return True
        stated, actual = Decimal(str(self.amount)), abs(now - before)
        if self.unit in PERCENT:
            return before != 0 and abs(actual / before * 100 - stated) <= TENTH
        if self.unit == TIMES:
            return before != 0 and abs(actual / before - stated) <= TENTH
        return actual == stated


def sign(number: Decimal) -> int:
    """Give 1, 0 or -1."""
    return (number > 0) - (number < 0)


def share(part: Decimal, whole: Decimal) -> Decimal:
    """Give what part of a whole something is, in per cent to one decimal.

    100 means all: 9999 of 10000 are 99.9.
    """
    exact = part / whole * 100
    rounded = exact.quantize(TENTH, ROUND_HALF_UP)
    if rounded == WHOLE and part != whole:
        return WHOLE - TENTH if part < whole else WHOLE + TENTH
    return rounded


def change_text(before: Decimal, now: Decimal, unit: str) -> str:
    """Say what happened between two figures: 下降20%, 持平; from nothing, 增加2起."""
    if before == now:
        return LEVEL[0]
    if before == 0:
        return f"增加{plain_number(float(now))}{unit}"
    word = RISES[0] if now > before else FALLS[0]
    return f"{word}{percent_text(share(abs(now - before), before))}"


def percent_text(number: Decimal) -> str:
    """Write a percentage without a needless `.0`."""
    return f"{plain_number(float(number))}%"
