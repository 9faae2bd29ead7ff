"""The field types only agreements have: who signs with whom, assessment, copies, signatures."""

from typing import Any

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.organs import Level
from docgen.vocabulary import Blank, OfficialDate, Part, Section, Text, Whole, YesNo

FIRST_YEAR, LAST_YEAR = 2000, 2100


class Pair(Choice):
    """Who signs with whom."""

    COUNTY_TOWNSHIP = "county_township", "县与乡镇"
    COUNTY_DEPARTMENT = "county_department", "县与部门"
    TOWNSHIP_VILLAGE = "township_village", "乡镇与村"
    TOWNSHIP_DEPARTMENT = "township_department", "乡镇与镇直单位"
    TOWNSHIP_ENTERPRISE = "township_enterprise", "乡镇与企业"
    TOWNSHIP_LEADER = "township_leader", "乡镇与班子成员"
    VILLAGE_GROUP = "village_group", "村与村民小组"
    VILLAGE_HOUSEHOLD = "village_household", "村与户"
    THREE_PARTY = "three_party", "三方"


class SignLayout(Choice):
    """How the signature block is laid out."""

    TWO_COL_MULTI_ORG = "two_col_multi_org", "两栏，党委政府并列"
    TWO_COL_PARTY_AB = "two_col_party_ab", "两栏，甲方乙方"
    TWO_COL_SHORT = "two_col_short", "两栏，简式"
    SINGLE = "single", "单方下达"
    THREE_PARTY = "three_party", "三栏"
    STACKED = "stacked", "上下排列"


class Order(Choice):
    """Which chapter comes first."""

    TARGETS_FIRST = "targets_first", "先目标后职责"
    DUTIES_FIRST = "duties_first", "先职责后目标"


class Duty(Section):
    """One duty; `applies_to` keeps it out of papers for other levels."""

    applies_to: list[Level] = Field(
        default_factory=list,
        title="适用层级",
        description="只印给这些层级的乙方，不填为都适用",
        examples=[[]],
    )


class Band(Part):
    """One band of the score, from its lowest mark upward."""

    name: Text = Field(title="等次", description="等次的名称", examples=["优秀"])
    at_least: Whole = Field(title="不低于", description="最低分", examples=[90], ge=0, le=1000)


class Assessment(Part):
    """Who assesses, how, and into which bands."""

    agency: Text = Field(title="考核单位", description="谁来考核", examples=["镇安委会办公室"])
    scheme: Text = Field(title="考核办法", description="怎样考核", examples=["实行百分制。"])
    full_score: Whole = Field(default=100, title="满分", description="总分", examples=[100], gt=0)
    bands: list[Band] = Field(
        default_factory=list, title="等次", description="从高到低", examples=[[]]
    )
    times: list[Text] = Field(
        default_factory=list, title="考核时间", description="何时考核", examples=[["年中", "年末"]]
    )

    @model_validator(mode="after")
    def _covers_all_scores(self) -> "Assessment":
        floors = [band.at_least for band in self.bands]
        if not floors:
            return self
        if floors != sorted(set(floors), reverse=True):
            raise PydanticCustomError("bands_order", "等次要从高分到低分排列，且不重复")
        if floors[-1] != 0 or floors[0] > self.full_score:
            raise PydanticCustomError("bands_cover", "等次要从满分排到0分，中间不留空")
        return self


class Holder(Part):
    """Who keeps how many copies."""

    holder: Text = Field(title="执有人", description="谁执有", examples=["甲方"])
    count: Whole = Field(default=1, title="份数", description="执几份", examples=[1], ge=1, le=99)


class Copies(Part):
    """How many copies are made, and for whom."""

    total: Whole = Field(title="总份数", description="一式几份", examples=[2], ge=1, le=99)
    holders: list[Holder] = Field(
        title="执有",
        description="谁各执几份",
        min_length=1,
        examples=[[{"执有人": "甲方"}, {"执有人": "乙方"}]],
    )


class ReportDeadline(Part):
    """A report that is due on a day."""

    item: Text = Field(title="材料", description="报送什么", examples=["半年工作总结"])
    date: OfficialDate = Field(title="期限", description="最迟哪一天", examples=["2026-07-20"])


class Signature(Part):
    """The signature block."""

    layout: SignLayout = Field(
        title="版式", description="签字栏的版式", examples=["two_col_party_ab"]
    )
    date: OfficialDate | Blank = Field(
        default=Blank("日期"), title="签订日期", description="可留白手写", examples=["2026-01-15"]
    )
    party_labels: list[Text] = Field(
        title="各方称呼",
        description="甲方、乙方等，依次填写",
        min_length=2,
        max_length=3,
        examples=[["甲方", "乙方"]],
    )
    sign_labels: list[Text] = Field(
        title="签字称呼",
        description="各方签字处的称呼",
        min_length=2,
        max_length=3,
        examples=[["负责人（签字）", "负责人（签字）"]],
    )
    seal: YesNo = Field(default=True, title="盖章", description="注明盖章处", examples=[True])


def heading(text: str, title: str, description: str) -> Any:
    """Declare a heading that an office may put in its own words."""
    return Field(default=text, title=title, description=description, examples=[text])


class Headings(Part):
    """The chapter headings, where an office calls them otherwise."""

    targets: Text = heading("责任目标", "目标", "目标一章")
    control: Text = heading("控制指标", "控制指标", "目标的第一节")
    work: Text = heading("工作目标", "工作目标", "目标的第二节")
    duties_a: Text = heading("甲方职责", "甲方职责", "有甲方职责时")
    duties: Text = heading("工作职责", "职责", "乙方的职责一章")
    duties_c: Text = heading("丙方职责", "丙方职责", "有丙方职责时")
    assessment: Text = heading("考核与奖惩", "考核", "考核一章")
    scheme: Text = heading("考核办法", "考核办法", "考核的第一节")
    rewards: Text = heading("奖励", "奖励", "奖励一节")
    penalties: Text = heading("惩处", "惩处", "惩处一节")
    veto: Text = heading("一票否决", "一票否决", "一票否决一节")
    rules: Text = heading("附则", "附则", "末章")
