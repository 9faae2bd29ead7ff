"""Pages as LibreOffice prints them, against GB/T 9704: right ones, and each wrong by one step."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from measured_papers import (
    changed,
    closing,
    direct,
    imprint,
    issued,
    notice,
    plain_page,
    red_head,
)
from papers_on_paper import needs_office

from docgen.findings import Finding, Severity
from docgen.measure import Measured, measure_pdf
from docgen.pdf import open_office
from docgen.word import layout
from docgen.word.building import (
    blank_line,
    cell,
    frame,
    node,
    paragraph,
    row,
    table_end,
)
from docgen.word.profiles import GBT9704, READING, Profile
from docgen.word.stationery import write_document

pytestmark = needs_office

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
ODD, EVEN = "word/footer1.xml", "word/footer2.xml"
MM = 57
"""A millimetre in twips: one step of a margin in Word and WPS."""

BOLD = ("<w:rPr>", "<w:rPr><w:b/>")

ORGAN, DATE = "白道口镇人民政府", "2026年6月3日"


def sealed() -> bytes:
    return notice(*closing(ORGAN, DATE, organ_right=1112, date_right=1260), imprint())


def agreement() -> bytes:
    from docgen.engine import make_document, open_press
    from docgen.readers import read_record

    data = read_record(EXAMPLES / "responsibility_agreement.json")
    return make_document(open_press("responsibility_agreement"), data).content


def margin(side: str, by: int) -> tuple[str, str, str]:
    now = {"top": layout.TOP, "right": layout.RIGHT, "bottom": layout.BOTTOM, "left": layout.LEFT}
    footer = {"footer": layout.FOOTER_DISTANCE}
    length = {**now, **footer}[side]
    return DOCUMENT, f'w:{side}="{length}"', f'w:{side}="{length + by}"'


def style(name: str, old: str, new: str) -> tuple[str, str, str]:
    """Change one style."""
    head = f'<w:style w:type="paragraph" w:styleId="{name}"'
    assert head in STYLE_SHEET
    block = head + STYLE_SHEET.partition(head)[2].partition("</w:style>")[0]
    assert old in block
    return STYLES, block, block.replace(old, new)


def sheet() -> str:
    with zipfile.ZipFile(io.BytesIO(plain_page(1))) as package:
        return package.read(STYLES).decode("utf-8")


STYLE_SHEET = sheet()


def pitch(twips: int) -> tuple[tuple[str, str, str], ...]:
    old = f'w:line="{layout.LINE}"'
    return (
        (STYLES, old, f'w:line="{twips}"'),
        (DOCUMENT, f'w:linePitch="{layout.LINE}"', f'w:linePitch="{twips}"'),
    )


def unsealed(organ: str) -> bytes:
    """A date two characters right of the organ's first, the organ two from the right edge."""
    right = 2 * layout.CHARACTER
    start = layout.TEXT_WIDTH - right - len(organ) * layout.CHARACTER
    lines = closing(organ, DATE, organ_right=right, date_right=0)
    indent = node("ind", left=start + 2 * layout.CHARACTER)
    lines[2][0].replace(lines[2][0][2], indent)
    lines[2][0].remove(lines[2][0][3])
    return notice(*lines)


def alone() -> bytes:
    """The signature on a page of its own."""
    lines = closing(ORGAN, DATE, organ_right=1112, date_right=1260)[1:]
    lines[0][0].insert(2, node("pageBreakBefore"))
    return notice(*lines)


def attached(style: str = "Heading1", indent: int = 0) -> bytes:
    """A paper with an attachment on a page of its own."""
    label = direct("附件1", style=style, properties=(node("ind", firstLine=indent),))
    label[0].insert(1, node("pageBreakBefore"))
    return notice(label, blank_line(), paragraph("检查内容一览表", style="Title"))


def numbered() -> bytes:
    """Numbered sentences of plain text, no headings, and breaks that punctuation moves."""
    return write_document(
        paragraph("关于做好安全生产工作的方案", style="Title"),
        blank_line(),
        *(
            paragraph(
                f"（{number}）各单位要按时报送材料，每月一次；遇有重大情况随时报告，不得迟报。"
            )
            for number in "一二三四"
        ),
        *(paragraph(f"{number}.按时报送材料。") for number in range(1, 5)),
        *(paragraph("安" * (25 + extra) + "，" + "全" * 40) for extra in range(4)),
        properties={"title": "测试"},
    )


def short() -> bytes:
    """A notice of one line, with more words in its imprint than in its text."""
    return write_document(
        paragraph("关于停电的通知", style="Title"),
        blank_line(),
        paragraph("今日停电。"),
        *closing(ORGAN, DATE, organ_right=1112, date_right=1260),
        imprint(),
        table_end(),
        properties={"title": "测试"},
    )


def long_organ() -> bytes:
    """A name so long that, centred on a date four characters in, it would leave the page."""
    name = "滑县白道口镇安全生产委员会办公室"
    right = 2 * layout.CHARACTER
    middle = right + (len(name) * layout.CHARACTER - 2224) // 2
    return notice(*closing(name, DATE, organ_right=right, date_right=middle))


def table_of_names() -> bytes:
    """A page of text, and a table with more characters than the text."""
    widths = [2000, layout.TEXT_WIDTH - 2000]
    rows = [
        row(*(cell(width, paragraph("白道口村民委员会", style="TableText")) for width in widths))
        for _ in range(60)
    ]
    return write_document(
        *(paragraph("安" * 60) for _ in range(8)),
        frame("TableGrid", widths, rows),
        table_end(),
        properties={"title": "测试"},
    )


BLANK = '<w:p><w:pPr><w:pStyle w:val="Normal"/><w:keepNext/><w:keepLines/></w:pPr></w:p>'
ARMY, CLINIC, SCHOOL = "白道口镇人民武装部", "白道口镇卫生院", "白道口镇中心学校"
COMMITTEE = "滑县白道口镇安全生产委员会"


def table_over_names() -> bytes:
    """Two names on a row of a table, and one organ's name and date below it."""
    widths = [layout.TEXT_WIDTH // 2] * 2
    cells = (cell(widths[0], paragraph(name, style="TableText")) for name in (CLINIC, SCHOOL))
    return issued([ORGAN], lines=1, end=[frame("TableGrid", widths, [row(*cells)]), table_end()])


def joint_alone() -> bytes:
    """The names and seals of several organs on a page of their own."""
    new_page = paragraph("")
    new_page[0].append(node("pageBreakBefore"))
    return issued([ORGAN, ARMY, CLINIC], end=[new_page])


SOUND: dict[str, Callable[[], bytes]] = {
    "the agreement": agreement,
    "plain text": plain_page,
    "a sealed notice": sealed,
    "an unsealed notice": lambda: unsealed("白道口镇安全生产委员会办公室"),
    "numbered sentences": numbered,
    "a short notice": short,
    "a long name": long_organ,
    "a long table": table_of_names,
    "one who signs": lambda: issued([ORGAN], signers=["手签"]),
    "two who sign": lambda: issued([ORGAN], signers=["手签", "手签"]),
    "three who sign": lambda: issued([ORGAN], signers=["手签"] * 3),
    "six who sign": lambda: issued([ORGAN], signers=["手签"] * 6),
    "two organs": lambda: issued([ORGAN, ARMY]),
    "two organs who sign": lambda: issued([ORGAN, ARMY], signers=["手签", "手签"]),
    "two organs on another day": lambda: issued([ORGAN, ARMY], day=23),
    "three organs": lambda: issued([ORGAN, ARMY, CLINIC]),
    "four organs": lambda: issued([ORGAN, ARMY, CLINIC, SCHOOL]),
    "five organs": lambda: issued([ORGAN, ARMY, CLINIC, SCHOOL, "白道口派出所"]),
    "a name too long for its half": lambda: issued([COMMITTEE, ORGAN]),
    "an unsealed name longer than its date": lambda: issued([ORGAN], sealed=False),
    "two unsealed organs": lambda: issued([ORGAN, ARMY], sealed=False),
    "two unsealed organs with short names": lambda: issued(["镇政府", "镇武装部"], sealed=False),
    "a table over the names": table_over_names,
    "a paper with an attachment": attached,
    "a paper without page numbers": lambda: changed(
        plain_page(), (ODD, "— ", ""), (ODD, " —", ""), (EVEN, "— ", ""), (EVEN, " —", "")
    ),
}
FAULTY: dict[str, tuple[Callable[[], bytes], str]] = {
    "top + 1 mm": (lambda: changed(plain_page(), margin("top", MM)), "上边距（天头）是"),
    "top - 1 mm": (
        lambda: changed(plain_page(), margin("top", -MM)),
        "页面设置的上边距是 36.0 毫米，应为 37 毫米",
    ),
    "left + 1 mm": (lambda: changed(plain_page(), margin("left", MM)), "左边距（订口）是 29"),
    "left - 1 mm": (lambda: changed(plain_page(), margin("left", -MM)), "左边距（订口）是 27"),
    "right + 1 mm": (lambda: changed(plain_page(), margin("right", MM)), "每行字数是 27 字"),
    "right - 1 mm": (lambda: changed(agreement(), margin("right", -MM)), "右边距是 2"),
    "bottom + 1 mm": (lambda: changed(plain_page(), margin("bottom", MM)), "每面行数是 21 行"),
    "bottom - 1 mm": (
        lambda: changed(plain_page(), margin("bottom", -MM)),
        "页面设置的下边距是 34.0 毫米，应为 35 毫米",
    ),
    "pitch + 0.05 pt": (lambda: changed(plain_page(), *pitch(580)), "每面行数是 21 行"),
    "pitch 28 pt": (lambda: changed(plain_page(), *pitch(560)), "行距是 28.00 磅"),
    "pitch 30 pt": (lambda: changed(plain_page(), *pitch(600)), "行距是 30.00 磅"),
    "spacing off": (
        lambda: changed(plain_page(), (STYLES, '<w:spacing w:val="-5"/>', "")),
        "每行字数是 27 字",
    ),
    "body 宋体": (
        lambda: changed(agreement(), (STYLES, "仿宋_GB2312", "宋体")),
        "正文的字体是宋体，应为仿宋",
    ),
    "body 小三": (
        lambda: changed(agreement(), (STYLES, 'w:val="32"', 'w:val="30"')),
        "正文的字号是小三（15 磅），应为三号（16 磅）",
    ),
    "body bold": (
        lambda: changed(agreement(), style("Normal", *BOLD)),
        "正文的粗细是加粗，应为不加粗",
    ),
    "heading 1 bold": (
        lambda: changed(agreement(), style("Heading1", *BOLD)),
        "一级标题的粗细是加粗，应为不加粗",
    ),
    "heading 2 bold": (
        lambda: changed(agreement(), style("Heading2", *BOLD)),
        "二级标题的粗细是加粗，应为不加粗",
    ),
    "table 小四": (
        lambda: changed(table_of_names(), style("TableText", 'w:sz w:val="28"', 'w:sz w:val="24"')),
        "表格文字的字号是小四（12 磅），应为四号（14 磅）",
    ),
    "table bold": (
        lambda: changed(table_of_names(), style("TableText", *BOLD)),
        "表格文字的粗细是加粗，应为不加粗",
    ),
    "title 黑体": (
        lambda: changed(agreement(), style("Title", "方正小标宋简体", "黑体")),
        "标题的字体是",
    ),
    "title 小二": (
        lambda: changed(agreement(), style("Title", 'w:sz w:val="44"', 'w:sz w:val="36"')),
        "标题的字号是小二（18 磅），应为二号（22 磅）",
    ),
    "title not centred": (
        lambda: changed(agreement(), style("Title", 'w:jc w:val="center"', 'w:jc w:val="left"')),
        "标题的位置是偏左",
    ),
    "heading 1 楷体": (
        lambda: changed(agreement(), style("Heading1", "黑体", "楷体_GB2312")),
        "一级标题的字体是楷体，应为黑体",
    ),
    "heading 2 仿宋": (
        lambda: changed(agreement(), style("Heading2", "楷体_GB2312", "仿宋_GB2312")),
        "二级标题的字体是仿宋，应为楷体",
    ),
    "page number + 1 mm": (
        lambda: changed(agreement(), margin("footer", MM)),
        "页码一字线到版心下边缘是 6",
    ),
    "page number - 1 mm": (
        lambda: changed(agreement(), margin("footer", -MM)),
        "页码一字线到版心下边缘是 8",
    ),
    "page number in the middle": (
        lambda: changed(agreement(), (ODD, 'w:jc w:val="right"', 'w:jc w:val="center"')),
        "单页码到版心右边缘是",
    ),
    "page number inside": (
        lambda: changed(agreement(), (EVEN, 'w:jc w:val="left"', 'w:jc w:val="right"')),
        "双页码到版心左边缘是",
    ),
    "page number 仿宋": (
        lambda: changed(agreement(), style("Footer", "宋体", "仿宋_GB2312")),
        "页码的字体是",
    ),
    "mark too high": (lambda: notice(head=red_head(1954 - MM)), "发文机关标志上边缘到版心上边缘是"),
    "one line under the mark": (
        lambda: notice(head=[*red_head()[:2], *red_head()[3:]]),
        "发文机关标志与发文字号之间是空 1 行，应为空 2 行",
    ),
    "rule too low": (lambda: notice(head=red_head(rule_gap=7)), "发文字号到红色分隔线是 5"),
    "date moved": (
        lambda: notice(*closing(ORGAN, DATE, organ_right=1112, date_right=1260 + MM)),
        "成文日期到版心右边缘",
    ),
    "organ not over the date": (
        lambda: notice(*closing(ORGAN, DATE, organ_right=1260, date_right=1260)),
        "署名与成文日期的中线相差",
    ),
    "signature alone": (alone, "签署所在页的正文是 0 行"),
    "joint signature alone": (joint_alone, "签署所在页的正文是 0 行"),
    "joint date at the edge": (
        lambda: changed(
            issued([ORGAN, ARMY]), (DOCUMENT, 'w:val="SealedCentre"', 'w:val="UnsealedRight"')
        ),
        "成文日期到版心右边缘（四字）是",
    ),
    "three who sign, close to the mark": (
        lambda: changed(
            issued([ORGAN], signers=["手签"] * 3), (DOCUMENT, f"{BLANK}<w:tbl>", "<w:tbl>")
        ),
        "发文机关标志与发文字号之间是空 1 行",
    ),
    "imprint too high": (lambda: notice(imprint(10000)), "版记末条分隔线到版心下边缘"),
    "address moved in": (
        lambda: changed(notice(), (DOCUMENT, 'w:val="Salutation"', 'w:val="BodyText"')),
        "主送机关或称呼到版心左边缘是 11.2 毫米",
    ),
    "attachment 仿宋": (lambda: attached("Normal"), "附件标识的字体是仿宋，应为黑体"),
    "attachment moved in": (
        lambda: attached(indent=2 * layout.CHARACTER),
        "附件标识到版心左边缘是 11.2 毫米",
    ),
    "attachment within a page": (
        lambda: notice(paragraph("附件", style="Heading1")),
        "附件标识的位置是第",
    ),
    "paper Letter": (
        lambda: changed(
            plain_page(), (DOCUMENT, 'w:w="11906"', 'w:w="12240"'), (DOCUMENT, "16838", "15840")
        ),
        "纸张是 216 × 279 毫米",
    ),
}


@pytest.fixture(scope="module")
def measured() -> Mapping[str, Measured]:
    """Measure every paper; LibreOffice is called once."""
    makers = {**SOUND, **{name: maker for name, (maker, _) in FAULTY.items()}}
    papers = {name: maker() for name, maker in makers.items()}
    with open_office() as office:
        printed = office.print_all(list(papers.values()))
    found = {}
    for (name, paper), result in zip(papers.items(), printed, strict=True):
        assert result.pdf is not None, result.reason
        found[name] = measure_pdf(result.pdf, paper)
    return found


def faults(found: Measured) -> list[Finding]:
    return [finding for finding in found.findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize("name", SOUND)
def test_a_paper_of_the_standard_is_left_alone(measured: Mapping[str, Measured], name: str) -> None:
    assert [finding.message for finding in faults(measured[name])] == []


@pytest.mark.parametrize(("name", "message"), [(name, text) for name, (_, text) in FAULTY.items()])
def test_one_step_from_the_standard_is_told(
    measured: Mapping[str, Measured], name: str, message: str
) -> None:
    messages = [finding.message for finding in faults(measured[name])]

    assert [text for text in messages if text.startswith(message)], messages


def test_a_full_page_has_twenty_two_lines_of_twenty_eight_characters(
    measured: Mapping[str, Measured],
) -> None:
    found = {reading.name: reading.found.strip() for reading in measured["plain text"].readings}

    assert found["每面行数"] == "22 行"
    assert found["每行字数"] == "28 字"
    assert found["行距"] == "28.95 磅"


def test_the_agreement_is_measured_in_every_way_it_has(measured: Mapping[str, Measured]) -> None:
    names = {reading.name for reading in measured["the agreement"].readings}

    assert names >= {
        *("纸张", "上边距（天头）", "左边距（订口）", "右边距", "下边距"),
        *("正文的字体", "正文的字号", "行距", "每面行数", "每行字数"),
        *("标题的字体", "标题的字号", "标题的位置", "一级标题的字体", "二级标题的字体"),
        *("页码的字体", "页码的字号", "页码一字线到版心下边缘"),
        *("单页码到版心右边缘", "双页码到版心左边缘", "签署所在页的正文"),
    }


def test_a_notice_is_measured_from_its_red_head_to_its_imprint(
    measured: Mapping[str, Measured],
) -> None:
    names = {reading.name for reading in measured["a sealed notice"].readings}

    assert names >= {
        *("发文机关标志上边缘到版心上边缘", "发文机关标志与发文字号之间"),
        *("发文字号到红色分隔线", "红色分隔线的长度"),
        *("成文日期到版心右边缘（四字）", "署名与成文日期的中线相差"),
        *("版记末条分隔线到版心下边缘", "版记分隔线的长度", "版记首末条分隔线的粗细"),
        *("版记中间分隔线的粗细", "印发机关左空（一字）", "印发日期右空（一字）"),
    }


def test_what_a_paper_does_not_have_is_not_judged(measured: Mapping[str, Measured]) -> None:
    names = {reading.name for reading in measured["plain text"].readings}

    parts = ("红", "版记", "标题", "表格")
    assert not [name for name in names if any(part in name for part in parts)]


def test_a_table_is_measured_by_its_size(measured: Mapping[str, Measured]) -> None:
    found = {(r.name, r.clause): r.found for r in measured["a long table"].readings}

    assert found["表格文字的字号", "5.2.2"] == "四号（14 磅）"
    assert found["表格文字的粗细", "5.2.2"] == "不加粗"


def test_bold_text_is_told_by_its_clause(measured: Mapping[str, Measured]) -> None:
    told = {
        finding.code: finding.message
        for name in ("body bold", "heading 1 bold")
        for finding in faults(measured[name])
    }

    assert "（GB/T 9704—2012 第 5.2.2 条）" in told["body-font-differs"]
    assert "（GB/T 9704—2012 第 7.3.3 条）" in told["heading-font-differs"]


def test_one_bold_heading_does_not_make_the_text_bold(measured: Mapping[str, Measured]) -> None:
    names = [finding.message.partition("是")[0] for finding in faults(measured["heading 2 bold"])]

    assert set(names) == {"二级标题的粗细"}


BY_LAYOUT: dict[str, tuple[Callable[[], bytes], Profile, list[str]]] = {
    "bold as the layout has it": (
        lambda: changed(notice(), style("Heading1", *BOLD)),
        replace(GBT9704, name="bold", bold=frozenset({1})),
        [],
    ),
    "not bold as the layout has it": (
        notice,
        replace(GBT9704, name="bold", bold=frozenset({1})),
        ["一级标题的粗细是不加粗，应为加粗"],
    ),
    "another pitch": (
        plain_page,
        READING,
        ["每行字数是", "每面行数是", "行距是", "正文的字号是"],
    ),
    "a reading copy": (
        lambda: changed(plain_page(), *pitch(720), (STYLES, 'w:val="32"', 'w:val="36"')),
        GBT9704,
        ["行距是", "正文的字号是"],
    ),
}


@pytest.fixture(scope="module")
def by_layout() -> Mapping[str, Measured]:
    papers = {name: maker() for name, (maker, _, _) in BY_LAYOUT.items()}
    with open_office() as office:
        printed = office.print_all(list(papers.values()))
    return {
        name: measure_pdf(result.pdf or b"", paper, BY_LAYOUT[name][1])
        for (name, paper), result in zip(papers.items(), printed, strict=True)
    }


@pytest.mark.parametrize("name", BY_LAYOUT)
def test_against_another_layout_only_what_differs_is_told(
    by_layout: Mapping[str, Measured], name: str
) -> None:
    messages = [finding.message for finding in faults(by_layout[name])]
    wanted = BY_LAYOUT[name][2]

    assert [text for text in messages if not text.startswith(tuple(wanted))] == []
    assert [start for start in wanted if not any(text.startswith(start) for text in messages)] == []


def test_a_finding_says_its_page_its_line_and_its_clause(measured: Mapping[str, Measured]) -> None:
    found = next(f for f in faults(measured["heading 1 楷体"]) if f.code == "heading-font-differs")

    assert found.place is not None
    assert (found.place.page, found.place.line) == (1, 8)
    assert "GB/T 9704—2012 第 7.3.3 条" in found.message
    assert found.hint == "把一级标题的字体改为黑体。"


def test_what_is_amiss_on_every_page_is_told_once(measured: Mapping[str, Measured]) -> None:
    messages = [f.message for f in faults(measured["page number - 1 mm"])]

    assert len(messages) == 1
    assert messages[0].endswith("；另有 5 处相同")


def test_every_replaced_font_is_told_and_the_roles_stay_apart(
    measured: Mapping[str, Measured],
) -> None:
    replaced = [
        f.message for f in measured["the agreement"].findings if f.code == "font-substituted"
    ]
    stand_ins = [message.split("“")[2].split("”")[0] for message in replaced]

    assert len(set(stand_ins)) == len(stand_ins)


def test_every_measure_has_a_paper_it_finds_faulty(measured: Mapping[str, Measured]) -> None:
    found = set(chain.from_iterable({f.code for f in faults(m)} for m in measured.values()))

    assert found == {
        *("paper-differs", "margin-differs", "line-pitch-differs", "lines-per-page-differ"),
        *("characters-per-line-differ", "body-font-differs", "title-font-differs"),
        *("heading-font-differs", "page-number-differs", "red-head-differs"),
        *("signature-place-differs", "signature-alone", "imprint-differs"),
        *("addressee-differs", "attachment-differs", "table-font-differs"),
    }
