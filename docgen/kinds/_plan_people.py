"""Who leads a campaign: the leading group, its roles, its office."""

import re
from collections.abc import Iterator

from pydantic import Field, model_validator

from docgen.kinds._plan_parts import heading
from docgen.vocabulary import Blank, Part, Text

POST = re.compile(r"(长|书记|主任|委员|干事|专员|经理|站所|负责人|责任人|负责同志|成员|代表|员)$")
SPACES = re.compile(r"\s+")


class Member(Part):
    """One or several people in a role: names, a post, or both.

    Written as one text, a name and a post are parted by a space; a text without space is a post
    when it ends like one, and a name otherwise.
    """

    name: Text | Blank | None = Field(
        default=None,
        title="姓名",
        description="几个人职务相同的，姓名之间用顿号；只写职务的不填；需手写的填“手签”",
        examples=["手签"],
    )
    post: Text | Blank | None = Field(
        default=None,
        title="职务",
        description="兼任几职的，职务之间用顿号",
        examples=["镇党委副书记、镇长"],
    )

    @model_validator(mode="before")
    @classmethod
    def _read(cls, value: object) -> object:
        if isinstance(value, Blank):
            return {"name": value}
        if not isinstance(value, str):
            return value
        name, _, post = SPACES.sub(" ", value.strip()).partition(" ")
        if post:
            return {"name": Blank.declared(name) or name, "post": post}
        return {"post" if POST.search(name) else "name": name}

    @property
    def names(self) -> list[str]:
        """The names that are known."""
        return self.name.split("、") if isinstance(self.name, str) else []


class RoleNames(Part):
    """What the roles of a leading group are called."""

    leaders: Text = heading("组长", "组长", "最前的一级")
    first_deputies: Text = heading("常务副组长", "常务副组长", "副组长里排在最前的")
    deputies: Text = heading("副组长", "副组长", "第二级")
    members: Text = heading("成员", "成员", "其余的人")
    director: Text = heading("主任", "办公室主任", "办公室的负责人")
    office_deputies: Text = heading("副主任", "办公室副主任", "办公室的副职")
    office_members: Text = heading("成员", "办公室成员", "办公室的其余的人")


class Office(Part):
    """The office of a leading group."""

    place: Text = Field(
        title="设在", description="办公室设在哪个单位", examples=["镇应急管理办公室"]
    )
    director: Member | None = Field(
        default=None,
        title="主任",
        description="由领导小组的成员兼任",
        examples=[{"姓名": "手签", "职务": "副镇长"}],
    )
    deputies: list[Member] = Field(
        default_factory=list, title="副主任", description="可不写", examples=[["应急办主任"]]
    )
    members: list[Member] = Field(
        default_factory=list, title="成员", description="可不写", examples=[["应急办工作人员"]]
    )
    phone: Text | Blank | None = Field(
        default=None, title="电话", description="办公室的电话", examples=["0372-1234567"]
    )
    duties: Text | None = Field(
        default=None,
        title="职责",
        description="不填时由系统拟写",
        examples=["负责活动的组织协调、督促检查和情况汇总。"],
    )


class Organization(Part):
    """The leading group of a campaign and its office."""

    name: Text | None = Field(
        default=None,
        title="机构名称",
        description="不填时由系统拟写",
        examples=["白道口镇“安全生产月”活动领导小组"],
    )
    intro: Text | None = Field(
        default=None,
        title="引语",
        description="名单前的一段；不填时由系统拟写；不列名单的把人员写在这里",
        examples=["为加强组织领导，成立活动领导小组，人员如下："],
    )
    leaders: list[Member] = Field(
        default_factory=list,
        title="组长",
        description="一人或几人",
        examples=[[{"姓名": "手签", "职务": "镇长"}]],
    )
    first_deputies: list[Member] = Field(
        default_factory=list,
        title="常务副组长",
        description="没有的不填",
        examples=[[{"姓名": "手签", "职务": "镇党委副书记"}]],
    )
    deputies: list[Member] = Field(
        default_factory=list,
        title="副组长",
        description="一人或几人",
        examples=[[{"姓名": "手签", "职务": "副镇长"}]],
    )
    members: list[Member] = Field(
        default_factory=list,
        title="成员",
        description="逐人写，或写“各站所负责人”",
        examples=[["各村党支部书记", "镇直各单位负责人"]],
    )
    duties: Text | None = Field(
        default=None,
        title="职责",
        description="领导小组的职责，可不写",
        examples=["领导小组负责统筹部署和督促落实。"],
    )
    office: Office | None = Field(
        default=None,
        title="办公室",
        description="领导小组的办公室",
        examples=[{"设在": "镇应急管理办公室"}],
    )
    role_names: RoleNames = Field(
        default=RoleNames(),
        title="称谓",
        description="不叫组长的，在这里改名",
        examples=[{"组长": "总指挥"}],
    )

    @property
    def listed(self) -> Iterator[tuple[str, int, Member]]:
        """The people of the group by role and position, without those of its office."""
        for role in ("leaders", "first_deputies", "deputies", "members"):
            for index, member in enumerate(getattr(self, role)):
                yield role, index, member
