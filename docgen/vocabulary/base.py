"""What every field type is made of: the base model, scalars, and the declared blank."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, Strict, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

BLANK_LINES = {
    "签字": "_" * 12,
    "日期": "　　　　年　　月　　日",
    "盖章": "（盖章）",
    "填表": "　",
}
BLANK_NAMES = {
    "signature": "签字",
    "date": "日期",
    "seal": "盖章",
    "cell": "填表",
    "": "签字",
}
BLANK_WORDS = ("手签", "留白")
HINT = "hint"
"""The key under which a field type's own error says what to do about it."""


class Blank:
    """A field declared to be filled in by hand: the only emptiness that is legal.

    `purpose` is 签字, 日期, 盖章 or 填表, or a few words of the clerk's own. It never changes.
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
