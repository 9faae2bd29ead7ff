"""The 活动方案 template, as readable source.

Run this file to rebuild `templates/docx/activity_plan.docx`.
"""

from pathlib import Path

from docgen.word.body import passages
from docgen.word.building import (
    Block,
    blank_line,
    paragraph,
    repeat,
    table,
    table_gap,
    when,
)
from docgen.word.official import (
    attachment_head,
    attachment_note,
    labelled_list,
    show,
    sign_off,
)
from docgen.word.stationery import write_document

TEMPLATE = Path(__file__).parents[1] / "docx" / "activity_plan.docx"


def content(at: str = "") -> list[Block]:
    """Give all that is printed; `at` is the path of the paper, for papers that hold it."""
    return [
        repeat(f"line in {at}title_lines", paragraph("{{ line }}", style="Title")),
        blank_line(keep_next=True),
        passages(f"{at}body", between(at)),
        attachment_note(f"{at}annex_list"),
        when(f"{at}sign_off", sign_off(f"{at}sign_off")),
        annexes(at),
    ]


def between(at: str) -> dict[str, Block]:
    """Give what stands between the passages: lists of people, and whom to ask."""
    return {
        "leaders": labelled_list(f"{at}leaders"),
        "office": labelled_list(f"{at}office_people"),
        "contact": contact(at),
    }


def contact(at: str) -> Block:
    """Give whom to ask, bound like any last passage."""
    words = (
        f"联系人：{show(f'{at}contact.name')}",
        f"{{% if {at}contact.phone %}}；联系电话：{show(f'{at}contact.phone')}{{% endif %}}",
        f"{{% if {at}contact.email %}}；电子邮箱：{show(f'{at}contact.email')}{{% endif %}}",
    )
    bound = paragraph("".join(words), keep_next=True)
    return when("passage.bound", bound, otherwise=paragraph("".join(words)))


def annexes(at: str) -> Block:
    """Give each annex on pages of its own."""
    return repeat(
        f"annex in {at}annex_pages",
        attachment_head(show("annex.number"), "annex.title_lines"),
        when("annex.form == 'tasks'", tasks(at)),
        when("annex.form == 'statistics'", statistics(at)),
        passages("annex.body"),
    )


def tasks(at: str) -> Block:
    """Give the task table."""
    head = f"{at}task_headings"
    columns = (
        ("序号", 760, show("task.index")),
        ("活动项目", 1640, show("task.name")),
        ("主要内容", 2340, show("task.content")),
        (show(f"{head}.lead"), 1400, show("task.lead")),
        (show(f"{head}.partners"), 1404, show("task.partners")),
        (show(f"{head}.deadline"), 1300, show("task.deadline")),
    )
    return [table(f"task in {at}task_rows", columns, left=["主要内容"]), table_gap()]


def statistics(at: str) -> Block:
    """Give the table that is filled in by those who report."""
    columns = (
        ("序号", 760, show("entry.index")),
        ("活动名称", 2884, show("entry.name")),
        ("开展场次", 1300, ""),
        ("参与人数", 1300, ""),
        ("发放资料（份）", 1300, ""),
        ("备注", 1300, ""),
    )
    rows = table(f"entry in {at}statistic_rows", columns, left=["活动名称"])
    return [
        paragraph("填报单位（盖章）：", style="Normal", keep_next=True),
        rows,
        table_gap(keep_next=True),
        paragraph("填报人：　　　　　　　　　联系电话：", style="Normal"),
    ]


def build() -> bytes:
    """Give the template's bytes."""
    return write_document(
        content(),
        properties={"title": "{{ title }}", "subject": "活动方案"},
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(build())
