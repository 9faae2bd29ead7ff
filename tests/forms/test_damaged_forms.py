"""Whatever happens to a form, it is read or refused in words: no crash, no silent loss."""

import random

import pytest
from clerks import Clerk, village_form

from docgen.engine import open_press
from docgen.kinds import find_kind
from docgen.records import read

TEXTS = (
    *("甲", "无", "1", "3", "是", "手签", "留白", "#N/A", "=A1", "1E+20", "第2项", "标题", "//"),
    *("甲方·单位·第3项·名称", "↓", "·", "甲方··单位", "段落↓·正文"),
    *("【序号】", "【层级】", "【内容】"),
    *("docgen填写表｜1｜责任书｜清单｜职责｜下级", "docgen填写表｜1｜责任书｜逐条｜考核｜"),
    *(5, 2.5, True, None),
)


def damage(clerk: Clerk, chance: random.Random) -> None:
    """Do to a form what people and programs do: write anywhere, insert, delete, merge, hide."""
    for _ in range(chance.randint(1, 12)):
        sheet = clerk.sheet(chance.choice(clerk.book.sheetnames[1:]))
        row, column = chance.randint(1, 14), chance.randint(1, 12)
        match chance.randint(0, 9):
            case 0:
                sheet.insert_rows(row)
            case 1:
                sheet.delete_rows(row)
            case 2:
                sheet.insert_cols(column)
            case 3:
                sheet.delete_cols(column)
            case 4:
                sheet.row_dimensions[row].hidden = True
            case _:
                sheet.cell(row, column).value = chance.choice(TEXTS)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_form_is_read_or_refused_in_words(seed: int) -> None:
    clerk = village_form()
    damage(clerk, random.Random(seed))
    press = open_press("责任书")

    row = clerk.read()
    checked = press.check(row)

    assert all(finding.message and finding.code for finding in checked.findings)
    assert all(finding.source for finding in row.findings)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_written_under_any_heading_is_read_or_told(seed: int) -> None:
    chance = random.Random(seed)
    clerk = village_form()
    name = chance.choice(["依据", "控制指标", "职责", "报告时限", "逐条"])
    top, columns = clerk.headings(name)
    column = chance.choice([at for text, at in columns.items() if text != "【行】"] + [15])
    clerk.sheet(name).cell(top + chance.randint(3, 20), column).value = "很特别的内容"

    row = clerk.read()
    named = read(find_kind("责任书").inputs, row)

    told = " ".join(finding.message for finding in (*row.findings, *named.findings))
    assert "很特别的内容" in f"{named.data}{told}" or "第15列有内容" in told
