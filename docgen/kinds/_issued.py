"""What every paper of a single office carries: year, title, issuer, date."""

import datetime
from typing import Annotated

from pydantic import Field

from docgen.records import Record
from docgen.vocabulary import Blank, OfficialDate, Organ, Text, Whole

FIRST_YEAR, LAST_YEAR = 2000, 2100


class IssuedRecord(Record):
    """The data of a paper one office issues in its own name."""

    year: Annotated[Whole, Field(ge=FIRST_YEAR, le=LAST_YEAR)] = Field(
        title="年度", description="文件所说的年度", examples=[2026]
    )
    title: Annotated[Text, Field(max_length=100)] = Field(
        title="标题",
        description="不填时由系统拟写；要指定回行处就在该处换行",
        examples=["白道口镇2026年“安全生产月”活动方案"],
    )
    issuer: Organ = Field(
        title="发文机关", description="以谁的名义，写全称", examples=["白道口镇人民政府"]
    )
    date: OfficialDate | Blank = Field(
        default=Blank("日期"),
        title="成文日期",
        description="不填时留空手写",
        examples=["2026年5月20日"],
    )

    @property
    def as_of(self) -> datetime.date:
        """The paper's own date, or the first of its year where that is left to be written in."""
        return datetime.date(self.year, 1, 1) if isinstance(self.date, Blank) else self.date

    @property
    def voice(self) -> Organ:
        """The issuer."""
        return self.issuer
