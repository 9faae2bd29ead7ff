"""What stands around the text of an issued paper, measured on pages LibreOffice printed."""

import datetime

import papers
import pytest
from on_paper import Line, Page, needs_office, printed

from docgen.kinds import _official
from docgen.vocabulary import Blank
from docgen.word import official
from docgen.word.building import paragraph, table
from docgen.word.sections import sideways

pytestmark = [pytest.mark.office, needs_office]

LEFT, RIGHT, TOP, BOTTOM = 28, 184, 37, 262  # the text area
CHARACTER = 156 / 28
TOLERANCE = 1  # millimetre
OWN_EDGE = 1.5  # a character's ink is narrower than its place

LONG = "滑县白道口镇安全生产委员会办公室"
TITLE = "白道口镇2026年安全生产月活动任务分工表及各村各单位联系人名单一览表"
COPIES = ["县应急管理局", "县人民政府办公室", "县安全生产委员会办公室", "县消防救援大队"]
DAYS = {
    "six": datetime.date(2026, 6, 3),
    "seven": datetime.date(2026, 5, 20),
    "eight": datetime.date(2026, 12, 31),
}


def signed(values: dict[str, object]) -> bytes:
    return papers.made(
        {"sign_off": values}, paragraph("正文。", keep_next=True), official.sign_off()
    )


def imprinted(lines: int) -> bytes:
    values = {"imprint": _official.imprint("党政综合办公室", DAYS["six"], copies=COPIES * 2)}
    text = [paragraph(f"第{number}行") for number in range(lines)]
    return papers.made(values, text, official.imprint())


PAPERS = {
    "plain": papers.notice({}),
    "all on top": papers.notice(
        {"head": papers.head_values(copy_number="000001", secrecy="秘密★1年", urgency="特急")}
    ),
    "urgent": papers.notice({"head": papers.head_values(urgency="加急")}),
    "long mark": papers.notice({"head": _official.head("滑安办〔2026〕1号", [f"{LONG}文件"])}),
    "joint": papers.notice(
        {"head": _official.head("白政〔2026〕2号", [papers.ORGAN, "白道口镇人民武装部"])}
    ),
    "on printed paper": papers.notice({"head": papers.head_values(is_printed=True)}),
    "upward": papers.notice({"head": papers.head_values(signers=["李四光"])}),
    "four signers": papers.notice(
        {"head": papers.head_values(signers=["张三", "李四光", "王五六", "赵七"])}
    ),
    "one attachment": papers.notice({"attachments": _official.attachments([TITLE])}),
    "attachments": papers.notice({"attachments": _official.attachments([TITLE, "活动统计表"])}),
    "attached": papers.notice(
        {"title_lines": ["活动统计表"]},
        body=[
            official.attachment_head("附件1", "title_lines"),
            sideways(paragraph("横排表", style="TableText")),
            paragraph("完"),
        ],
    ),
    **{
        f"sealed {name}": signed(_official.sealed([papers.ORGAN], day))
        for name, day in DAYS.items()
    },
    "sealed by hand": signed(_official.sealed([papers.ORGAN], Blank("日期"))),
    "sealed long": signed(_official.sealed([LONG], DAYS["seven"])),
    **{
        f"sealed jointly {name}": signed(
            _official.sealed([papers.ORGAN, "白道口派出所", "白道口镇卫生院"], day)
        )
        for name, day in DAYS.items()
    },
    "unsealed": signed(_official.unsealed([papers.ORGAN], DAYS["seven"])),
    "unsealed short": signed(_official.unsealed(["镇安委会"], DAYS["eight"])),
    "unsealed long": signed(_official.unsealed([LONG, papers.ORGAN], DAYS["seven"])),
    "stamped": signed(_official.stamped([papers.ORGAN], ["镇长"], DAYS["seven"])),
    **{f"{lines} lines": imprinted(lines) for lines in (3, 18, 19, 20, 22, 23, 44)},
    "names": papers.made(
        {
            "group": _official.labelled(
                [("组长", ["镇党委书记"]), ("副组长", ["镇长" + "分管同志" * 8, "武装部长"])]
            ),
            "rows": [{"index": str(index), "text": str(index)} for index in range(60)],
        },
        official.labelled_list("group"),
        table("row in rows", (("序号", 964, "{{ row.index }}"), ("数量", 7880, "{{ row.text }}"))),
    ),
}


@pytest.fixture(scope="module")
def measured() -> dict[str, list[Page]]:
    return printed(PAPERS)


def near(millimetres: float, *, of: float = TOLERANCE) -> object:
    return pytest.approx(millimetres, abs=of)


def from_left(characters: float) -> object:
    """The ink of a character that stands so many characters in."""
    place = LEFT + characters * CHARACTER
    return pytest.approx(place + OWN_EDGE / 2, abs=TOLERANCE)


def from_right(characters: float) -> object:
    place = RIGHT - characters * CHARACTER
    return pytest.approx(place - OWN_EDGE / 2, abs=TOLERANCE)


@pytest.mark.parametrize("name", ["plain", "all on top", "urgent", "long mark", "joint"])
def test_the_mark_stands_35_mm_under_the_head_of_the_text_area(
    measured: dict[str, list[Page]], name: str
) -> None:
    first = measured[name][0].lines
    mark = next(line for line in first if line.bottom - line.top > 10)

    assert mark.top == near(TOP + 35)


@pytest.mark.parametrize("name", ["plain", "long mark", "joint"])
def test_a_mark_stays_on_one_line_inside_the_text_area(
    measured: dict[str, list[Page]], name: str
) -> None:
    mark = next(line for line in measured[name][0].lines if line.bottom - line.top > 10)

    assert mark.text in (f"{papers.ORGAN}文件", f"{LONG}文件", papers.ORGAN)
    assert LEFT <= mark.left < mark.right <= RIGHT


def test_the_word_of_a_joint_mark_stands_in_the_middle_of_its_names(
    measured: dict[str, list[Page]],
) -> None:
    page = measured["joint"][0]
    first, second, word = page.lines[0], page.line("武装部"), page.line("文件")

    assert (word.top + word.bottom) / 2 == near((first.top + second.bottom) / 2)
    assert first.left == near(second.left)
    assert first.right == near(second.right)


def test_lines_over_the_mark_come_in_their_order(measured: dict[str, list[Page]]) -> None:
    first = measured["all on top"][0].lines

    assert [line.text for line in first[:3]] == ["000001", "秘密★1年", "特急"]
    assert [line.left for line in first[:3]] == [near(LEFT)] * 3


@pytest.mark.parametrize("name", ["plain", "long mark", "joint", "upward", "four signers"])
def test_the_red_rule_lies_4_mm_under_the_number_as_wide_as_the_text(
    measured: dict[str, list[Page]], name: str
) -> None:
    page = measured[name][0]
    rule, number = page.rules[0], next(line for line in page.lines if "〔2026〕" in line.text)

    assert rule.middle - number.bottom == near(4)
    assert (rule.left, rule.right) == (near(LEFT), near(RIGHT))


def test_the_number_stands_two_lines_under_the_mark_in_the_middle(
    measured: dict[str, list[Page]],
) -> None:
    page = measured["plain"][0]
    number, mark = page.line("〔2026〕"), page.line("文件")

    assert number.centre == near((LEFT + RIGHT) / 2)
    assert 2 < (number.top - mark.bottom) / (225 / 22) < 3


def test_on_printed_paper_the_number_keeps_its_place_and_nothing_is_red(
    measured: dict[str, list[Page]],
) -> None:
    plain, on_printed = measured["plain"][0], measured["on printed paper"][0]

    assert not on_printed.holds("文件")
    assert len(on_printed.rules) == len(plain.rules) - 1
    assert on_printed.line("〔2026〕").top == near(plain.line("〔2026〕").top, of=0.1)
    assert on_printed.line("关于印发").top == near(plain.line("关于印发").top)


def test_an_upward_number_stands_at_the_left_and_its_signer_at_the_right(
    measured: dict[str, list[Page]],
) -> None:
    line = measured["upward"][0].line("签发人：李四光")

    assert line.origin == near(LEFT + CHARACTER)
    assert line.right == from_right(1)
    assert line.text.startswith("白政〔2026〕18号")


def test_four_signers_stand_two_a_line_and_the_number_beside_the_last(
    measured: dict[str, list[Page]],
) -> None:
    page = measured["four signers"][0]
    first, last = page.line("签发人：张三李四光"), page.line("王五六赵七")
    number = page.line("〔2026〕")

    assert number.bottom == near(last.bottom)
    assert last.origin - first.origin == near(4 * CHARACTER)
    assert first.right == near(last.right)


def test_a_title_begins_two_lines_under_the_red_rule(measured: dict[str, list[Page]]) -> None:
    page = measured["plain"][0]

    assert 2 < (page.line("关于印发").top - page.rules[0].middle) / (225 / 22) < 3


def test_one_attachment_wraps_under_its_own_first_character(
    measured: dict[str, list[Page]],
) -> None:
    lines = [line for page in measured["one attachment"] for line in page.lines]
    at = next(index for index, line in enumerate(lines) if line.text.startswith("附件：白道口"))

    assert lines[at].left == from_left(2)
    assert lines[at + 1].left == from_left(5)


def test_numbered_attachments_wrap_under_the_name_and_numbers_stand_in_a_column(
    measured: dict[str, list[Page]],
) -> None:
    lines = [line for page in measured["attachments"] for line in page.lines]
    at = next(index for index, line in enumerate(lines) if line.text.startswith("附件：1."))

    assert lines[at].left == from_left(2)
    assert lines[at + 1].left == from_left(6.5)
    assert lines[at + 2].text.startswith("2.活动")
    assert lines[at + 2].origin == near(LEFT + 5 * CHARACTER)


def test_an_attachment_begins_a_page_its_title_on_the_third_line(
    measured: dict[str, list[Page]],
) -> None:
    page = next(page for page in measured["attached"] if page.holds("附件1"))
    label, title = page.lines[0], page.lines[1]

    assert (label.text, title.text) == ("附件1", "活动统计表")
    assert label.left == near(LEFT)
    assert title.centre == near((LEFT + RIGHT) / 2)
    assert 2 <= (title.bottom - TOP) / (225 / 22) <= 3.2


def test_a_sideways_page_keeps_its_number_where_it_is_on_the_sheet(
    measured: dict[str, list[Page]],
) -> None:
    pages = measured["attached"]
    at = next(index for index, page in enumerate(pages) if page.width > page.height)
    number = [line for line in pages[at].lines if line.text in ("—", str(at + 1))]
    upright = next(line for line in pages[at - 1].lines if line.text == f"—{at}—")

    # The foot of the sheet is the left of the page.
    assert max(line.right for line in number) == near(297 - upright.top)
    assert min(line.top for line in number) > LEFT
    if at % 2:
        assert min(line.top for line in number) == near(LEFT + 280 / 1440 * 25.4)
    else:
        assert max(line.bottom for line in number) == near(RIGHT - 280 / 1440 * 25.4)


def test_upright_pages_go_on_after_sideways_ones(measured: dict[str, list[Page]]) -> None:
    shapes = [page.width > page.height for page in measured["attached"]]

    assert shapes.count(True) == 1
    assert shapes[-1] is False


def organ_and_date(page: Page, organ: str = papers.ORGAN) -> tuple[Line, Line]:
    date = next(line for line in page.lines if line.text.endswith("日"))
    return page.line(organ), date


@pytest.mark.parametrize("name", ["six", "seven", "eight"])
def test_a_sealed_organ_is_centred_on_a_date_four_characters_from_the_edge(
    measured: dict[str, list[Page]], name: str
) -> None:
    organ, date = organ_and_date(measured[f"sealed {name}"][0])

    assert date.right == from_right(4)
    assert organ.centre == near(date.centre)
    assert organ.bottom < date.top


def test_a_sealed_date_to_be_written_in_keeps_the_same_edge(
    measured: dict[str, list[Page]],
) -> None:
    organ, date = organ_and_date(measured["sealed by hand"][0])

    assert date.right == from_right(4)
    assert organ.centre == near(RIGHT - (4 + 11 / 2) * CHARACTER)


def test_room_is_left_for_the_seal(measured: dict[str, list[Page]]) -> None:
    page = measured["sealed six"][0]
    organ, date = organ_and_date(page)
    radius, over = 21, 5
    top = (organ.top + date.bottom) / 2 - over - radius

    # Organ and date lie a little under the middle of the seal.
    assert 0 < top - page.line("正文。").bottom < 225 / 22


def test_a_long_sealed_organ_ends_at_the_edge_and_its_date_stays(
    measured: dict[str, list[Page]],
) -> None:
    organ, date = organ_and_date(measured["sealed long"][0], LONG)

    assert organ.right == from_right(0)
    assert date.right == from_right(4)


@pytest.mark.parametrize("name", ["six", "seven", "eight"])
def test_joint_seals_have_room_beside_and_under_each_other(
    measured: dict[str, list[Page]], name: str
) -> None:
    page = measured[f"sealed jointly {name}"][0]
    row = page.line(papers.ORGAN)
    last, date = organ_and_date(page, "卫生院")

    assert "派出所" in row.text
    assert last.centre == near(date.centre)
    assert last.top - row.top > 42
    assert date.right == from_right(4)


def test_an_unsealed_date_begins_two_characters_after_its_organ(
    measured: dict[str, list[Page]],
) -> None:
    organ, date = organ_and_date(measured["unsealed"][0])

    assert date.left - organ.left == near(2 * CHARACTER)
    assert organ.right == from_right(2)


def test_an_unsealed_date_longer_than_its_organ_stands_two_characters_from_the_edge(
    measured: dict[str, list[Page]],
) -> None:
    organ, date = organ_and_date(measured["unsealed short"][0], "镇安委会")

    assert date.left - organ.left == near(2 * CHARACTER)
    assert date.right == from_right(2)


def test_a_long_unsealed_organ_ends_two_characters_from_the_edge(
    measured: dict[str, list[Page]],
) -> None:
    page = measured["unsealed long"][0]
    organ, date = organ_and_date(page, LONG)

    assert organ.right == from_right(2)
    assert page.line(papers.ORGAN).right == from_right(2)
    assert date.left - organ.left == near(2 * CHARACTER)


def test_a_post_stands_two_characters_from_the_room_of_a_signature_stamp(
    measured: dict[str, list[Page]],
) -> None:
    page = measured["stamped"][0]
    post, date = organ_and_date(page, "镇长")

    assert post.right == from_right(4 + 6 + 2)
    assert date.right == from_right(4)


@pytest.mark.parametrize("lines", [3, 18, 19, 20, 22, 23, 44])
def test_the_imprint_ends_on_the_foot_of_the_last_page(
    measured: dict[str, list[Page]], lines: int
) -> None:
    last = measured[f"{lines} lines"][-1]
    first_rule, middle_rule, last_rule = last.rules

    assert last_rule.middle == near(BOTTOM, of=0.5)
    assert (first_rule.left, first_rule.right) == (near(LEFT), near(RIGHT))
    assert first_rule.middle < middle_rule.middle < last_rule.middle
    assert last.line("抄送").origin == near(LEFT + 280 / 1440 * 25.4)


@pytest.mark.parametrize(
    ("lines", "pages"), [(3, 1), (18, 1), (19, 2), (20, 2), (22, 2), (23, 2), (44, 3)]
)
def test_text_and_imprint_never_lie_over_each_other(
    measured: dict[str, list[Page]], lines: int, pages: int
) -> None:
    paper = measured[f"{lines} lines"]
    text = [line.bottom for line in paper[-1].lines if line.text.startswith("第")]

    assert len(paper) == pages
    assert all(bottom < paper[-1].rules[0].middle for bottom in text)
    assert sum(line.text.startswith("第") for page in paper for line in page.lines) == lines


def test_copies_that_wrap_go_on_after_their_label(measured: dict[str, list[Page]]) -> None:
    lines = measured["3 lines"][-1].lines
    at = next(index for index, line in enumerate(lines) if line.text.startswith("抄送"))

    assert lines[at + 1].origin - lines[at].origin == near(3 * 280 / 1440 * 25.4)


def test_names_that_wrap_go_on_beside_their_label(measured: dict[str, list[Page]]) -> None:
    page = measured["names"][0]
    lines = page.lines[:4]

    assert [line.text[:4] for line in lines] == ["组长：镇", "副组长：", "分管同志", "武装部长"]
    assert [line.left for line in lines] == [*[from_left(2)] * 2, *[from_left(6)] * 2]


def test_a_table_repeats_its_heading_on_every_page(measured: dict[str, list[Page]]) -> None:
    pages = measured["names"]

    assert len(pages) > 1
    assert all(page.holds("序号") for page in pages)
