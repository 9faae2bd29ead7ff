"""What an issued paper prints around its text, in the shape the blocks of `word/official` read.

A kind's paper holds these parts; `present` makes them with the functions here, which choose the
place of everything whose place depends on how long it is. Clauses are those of GB/T 9704-2012.
"""

import datetime
from collections.abc import Sequence

from pydantic import Field

from docgen.vocabulary import Blank, OfficialDate, Part, Text, Whole, YesNo, official_date
from docgen.word.placing import (
    LABEL_LENGTHS,
    aligned,
    date_place,
    mark_room,
    seal_rows,
    sealed_place,
    signer_width,
    unsealed_lines,
    unsealed_place,
)
from docgen.word.room import SEAL_LINES

Printed = dict[str, object]
"""A part as it is printed, in the shape of its model."""

TOP_LINES = 3  # lines above the mark: 份号, 密级和保密期限, 紧急程度 (7.2.1 to 7.2.3)
WORD = "文件"


class HeadPaper(Part):
    """The red head as printed (7.2); printed paper has mark and rule already."""

    copy_number: Text | None = Field(default=None, title="份号")
    secrecy: Text | None = Field(default=None, title="密级和保密期限")
    urgency: Text | None = Field(default=None, title="紧急程度")
    room: list[Whole] = Field(title="标志之上的空行")
    mark_lines: list[Text] = Field(title="发文机关标志")
    mark_word: Text | None = Field(default=None, title="文件二字")
    mark_room: Whole = Field(title="标志的字数")
    is_printed: YesNo = Field(default=False, title="红头纸")
    number: Text = Field(title="发文字号")
    signers_text: Text | Blank | None = Field(default=None, title="签发人")
    signers_width: Text | None = Field(default=None, title="签发人宽度")


class NamedAttachment(Part):
    """An attachment as listed under the text (7.3.4)."""

    number: Whole = Field(title="序号")
    title: Text = Field(title="名称")


class SealRow(Part):
    """Two organs of a joint paper side by side."""

    left: Text | None = Field(default=None, title="左侧机关")
    right: Text = Field(title="右侧机关")


class SignOff(Part):
    """署名 and 成文日期 as printed (7.3.5)."""

    way: Text = Field(title="用印方式")
    place: Text = Field(title="位置")
    room: list[Whole] = Field(title="印章处的空行")
    organs: list[Text] = Field(title="署名")
    date: OfficialDate | Blank = Field(title="成文日期")
    organ_lines: list[Text] = Field(title="署名各行")
    date_line: Text | None = Field(default=None, title="日期行")
    rows: list[SealRow] = Field(title="联合署名各行")
    posts: list[Text] = Field(title="签名章职务")


class ImprintLine(Part):
    """主送 or 抄送 in the 版记."""

    label: Text = Field(title="名称")
    text: Text = Field(title="机关")


class ImprintPaper(Part):
    """The 版记 as printed (7.4)."""

    lines: list[ImprintLine] = Field(title="主送和抄送")
    office: Text = Field(title="印发机关")
    date: OfficialDate | Blank = Field(title="印发日期")


class LabelledLine(Part):
    """One line of a list of names; without a label it goes on under the one before.

    `after` is set off from the text: a post behind a name that may be written by hand.
    """

    label: Text | None = Field(default=None, title="名目")
    text: Text | Blank = Field(title="人员")
    after: Text | Blank | None = Field(default=None, title="职务")


class LabelledList(Part):
    """Names under labels of one width: 组　长, 副组长."""

    length: Whole = Field(title="名目字数")
    lines: list[LabelledLine] = Field(title="各行")


def head(
    number: str,
    marks: Sequence[str],
    *,
    copy_number: str | None = None,
    secrecy: str | None = None,
    urgency: str | None = None,
    signers: Sequence[str | Blank] = (),
    is_printed: bool = False,
    size: int | None = None,
) -> Printed:
    """Give the red head of a paper.

    `marks` is the mark of one issuer as it is printed, 文件 included or not, or the names of
    joint issuers, beside which 文件 stands. `signers` are those of a paper to an upper organ.
    `size` is that of the mark, told by its room; without one it is the largest.
    """
    tops = [copy_number, secrecy, urgency]
    word = WORD if len(marks) > 1 else ""
    names = [signer for signer in signers if isinstance(signer, str)]
    is_known = len(names) == len(signers)
    return {
        "copy_number": copy_number,
        "secrecy": secrecy,
        "urgency": urgency,
        "room": list(range(TOP_LINES - sum(map(bool, tops)))),
        "mark_lines": list(marks),
        "mark_word": word or None,
        "mark_room": size or mark_room(marks, word),
        "is_printed": is_printed,
        "number": number,
        "signers_text": signers_text(names) if is_known else Blank(),
        "signers_width": signer_width(names if is_known else ["手签"]) if signers else None,
    }


def signers_text(names: Sequence[str]) -> str | None:
    """Write the names of 签发人, alike long where they stand two a line (7.2.6)."""
    return "　".join(aligned(names)) or None


def attachments(titles: Sequence[str]) -> list[Printed]:
    """Number the attachments listed under the text."""
    return [{"number": number, "title": title} for number, title in enumerate(titles, 1)]


def sealed(
    organs: Sequence[str], date: datetime.date | Blank, *, lines: int = SEAL_LINES
) -> Printed:
    """Place organs that seal, and their date, `lines` empty lines for the seal (7.3.5.1)."""
    if len(organs) > 1:
        rows = [{"left": left, "right": right} for left, right in seal_rows(organs)]
        place = date_place(_written(date)).name
        return _sign_off("joint", organs, date, rows=rows, place=place, room=list(range(lines)))
    place = sealed_place(organs[0], _written(date))
    return _sign_off("sealed", organs, date, place=place, room=list(range(lines)))


def unsealed(organs: Sequence[str], date: datetime.date | Blank) -> Printed:
    """Place organs that do not seal, and their date (7.3.5.2)."""
    written = _written(date)
    place = unsealed_place(organs, written)
    if place != "lines" or written is None:
        return _sign_off("unsealed", organs, date, place=place)
    *lines, last = unsealed_lines(organs, written)
    return _sign_off("unsealed", organs, date, place=place, organ_lines=lines, date_line=last)


def stamped(organs: Sequence[str], posts: Sequence[str], date: datetime.date | Blank) -> Printed:
    """Place the posts of those who put their 签名章, and the date (7.3.5.3)."""
    return _sign_off("stamp", organs, date, posts=list(posts))


def _sign_off(
    way: str, organs: Sequence[str], date: datetime.date | Blank, **more: object
) -> Printed:
    empty: Printed = {"organ_lines": [], "date_line": None, "rows": [], "posts": [], "room": []}
    return {**empty, "place": way, "way": way, "organs": list(organs), "date": date, **more}


def _written(date: datetime.date | Blank) -> str | None:
    return None if isinstance(date, Blank) else official_date(date)


def imprint(
    office: str,
    date: datetime.date | Blank,
    *,
    recipients: Sequence[str] = (),
    copies: Sequence[str] = (),
) -> Printed:
    """Give the 版记; `recipients` are those too many to stand above the text (7.4.2)."""
    sent = {"主送": recipients, "抄送": copies}
    lines = [
        {"label": label, "text": "，".join(organs) + "。"}
        for label, organs in sent.items()
        if organs
    ]
    return {"lines": lines, "office": office, "date": date}


def labelled(groups: Sequence[tuple[str, Sequence[str | Blank]]]) -> Printed:
    """Give names under labels, a line each: `[("组长", ["张某某　镇长"]), …]`."""
    labels = aligned([label for label, _ in groups])
    lines = [
        {"label": label if first else None, "text": text}
        for label, (_, texts) in zip(labels, groups, strict=True)
        for first, text in zip([True] + [False] * len(texts), texts, strict=False)
    ]
    return {"length": labelled_length(labels), "lines": lines}


def labelled_length(labels: Sequence[str]) -> int:
    """Give the width of labels in characters, as far as there are styles for it."""
    longest = max(map(len, labels), default=0)
    return min(max(longest, LABEL_LENGTHS[0]), LABEL_LENGTHS[-1])
