"""Organs, people, and the sides of an agreement."""

from pydantic import Field, computed_field, model_validator

from docgen.organs import Level, area_name, guess_level, is_party_committee, self_term
from docgen.vocabulary.base import Blank, Part, Text


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
