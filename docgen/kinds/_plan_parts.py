"""What a plan is made of beside people and activities: its campaign, chapters, annexes."""

from typing import Any

from pydantic import Field
from pydantic_core import PydanticCustomError

from docgen.fields import Choice
from docgen.vocabulary import Paragraph, Part, Section, Text, YesNo


class Campaign(Choice):
    """What the plan is for; the label is the name of the campaign in the lexicon."""

    SAFETY_MONTH = "safety_month", "安全生产月"
    SAFETY_TOUR = "safety_tour", "安全生产万里行"
    HUNDRED_DAYS = "hundred_days", "百日攻坚"
    INSPECTION = "inspection", "大排查大整治"
    FIRE_MONTH = "fire_month", "消防宣传月"
    DISASTER_DAY = "disaster_day", "防灾减灾日"
    OTHER = "other", "其他"


class Chapter(Choice):
    """A chapter of the plan, by what it holds; the label is its usual heading."""

    OVERALL = "overall", "总体要求"
    GUIDING = "guiding", "指导思想"
    GOALS = "goals", "工作目标"
    THEME = "theme", "活动主题"
    PERIOD = "period", "活动时间"
    THEME_AND_PERIOD = "theme_and_period", "活动主题和时间"
    ORGANIZATION = "organization", "组织领导"
    ACTIVITIES = "activities", "活动内容"
    PHASES = "phases", "实施步骤"
    REQUIREMENTS = "requirements", "工作要求"
    REPORTING = "reporting", "信息报送"


TWO_IN_ONE = {
    Chapter.OVERALL: (Chapter.GUIDING, Chapter.GOALS),
    Chapter.THEME_AND_PERIOD: (Chapter.THEME, Chapter.PERIOD),
}
"""Chapters that hold what otherwise has a chapter of its own."""

USUAL_ORDER = (
    Chapter.OVERALL,
    Chapter.THEME,
    Chapter.PERIOD,
    Chapter.ORGANIZATION,
    Chapter.ACTIVITIES,
    Chapter.PHASES,
    Chapter.REQUIREMENTS,
)
"""The usual chapters in their usual order."""


class Details(Choice):
    """Where the lead, partners, time and place of an activity are printed."""

    ASIDE = "aside", "括注"
    LINES = "lines", "分行"
    NONE = "none", "不印"


class Remark(Part):
    """What a chapter says before and after its own content."""

    chapter: Chapter = Field(title="章", description="哪一章", examples=["活动内容"])
    before: list[Paragraph] = Field(
        default_factory=list,
        title="章首",
        description="印在这一章开头的段落",
        examples=[["活动期间，重点开展以下活动。"]],
    )
    after: list[Paragraph] = Field(
        default_factory=list,
        title="章尾",
        description="印在这一章末尾的段落",
        examples=[["各单位可以结合实际增加活动内容。"]],
    )


class ExtraChapter(Section):
    """A chapter of the office's own, and where it stands."""

    after: Chapter | None = Field(
        default=None,
        title="排在",
        description="排在哪一章之后；不填时排在最后",
        examples=["活动时间"],
    )
    first: YesNo = Field(
        default=False, title="排在最前", description="排在各章之前时填“是”", examples=[False]
    )


class Annex(Part):
    """An annex of the office's own."""

    title: Text = Field(
        title="标题", description="附件的标题，不写书名号", examples=["咨询日参加单位安排"]
    )
    sections: list[Section] = Field(
        title="内容",
        description="逐条；只有一段的写成一条",
        min_length=1,
        examples=[[{"标题": "布展时间", "正文": "6月16日7:30前布置完毕。"}]],
    )


def chapter_order(order: list[Chapter]) -> list[Chapter]:
    """Give the order of chapters if none is asked for twice.

    Raises:
        PydanticCustomError: when something would be printed twice.
    """
    printed = [one for chapter in order for one in (*TWO_IN_ONE.get(chapter, ()), chapter)]
    twice = [chapter for chapter in printed if printed.count(chapter) > 1]
    if twice:
        raise PydanticCustomError("chapter_twice", "{name}写了两次", {"name": twice[0].label})
    return order


def heading(text: str, title: str, description: str) -> Any:
    """Declare a heading or label that an office may put in its own words."""
    return Field(default=text, title=title, description=description, examples=[text])


def chapter_heading(chapter: Chapter) -> Any:
    """Declare the heading of a chapter."""
    return heading(chapter.label, chapter.label, f"{chapter.label}一章")


class Headings(Part):
    """The chapter headings, where an office calls them otherwise."""

    overall: Text = chapter_heading(Chapter.OVERALL)
    guiding: Text = chapter_heading(Chapter.GUIDING)
    goals: Text = chapter_heading(Chapter.GOALS)
    theme: Text = chapter_heading(Chapter.THEME)
    period: Text = chapter_heading(Chapter.PERIOD)
    theme_and_period: Text = chapter_heading(Chapter.THEME_AND_PERIOD)
    organization: Text = chapter_heading(Chapter.ORGANIZATION)
    activities: Text = chapter_heading(Chapter.ACTIVITIES)
    phases: Text = chapter_heading(Chapter.PHASES)
    requirements: Text = chapter_heading(Chapter.REQUIREMENTS)
    reporting: Text = heading("信息报送", "信息报送", "信息报送一章，或工作要求的末条")
    task_table: Text = heading("任务分工表", "任务分工表", "附件标题里的名称")
    statistics_table: Text = heading("活动统计表", "活动统计表", "附件标题里的名称")
    slogans: Text = heading("宣传标语", "宣传标语", "附件标题里的名称")


class Labels(Part):
    """The words before the details of an activity and in the task table."""

    lead: Text = heading("牵头单位", "牵头单位", "活动由谁牵头")
    partners: Text = heading("责任单位", "责任单位", "活动由谁参加或配合")
    time: Text = heading("活动时间", "活动时间", "活动何时举行")
    deadline: Text = heading("完成时限", "完成时限", "活动何时完成")
    place: Text = heading("活动地点", "活动地点", "活动在哪里举行")
    audience: Text = heading("参加对象", "参加对象", "活动面向谁")
    quantity: Text = heading("活动数量", "活动数量", "办几场、发多少份")
