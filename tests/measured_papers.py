"""Papers to measure, built from the pieces templates are made with."""

import datetime
import io
import zipfile
from collections.abc import Sequence

from docgen.kinds import _official
from docgen.word import layout, official
from docgen.word.building import Element, blank_line, heading, node, paragraph, run, table_end
from docgen.word.stationery import pack, write_document
from docgen.word.template import Template

RED = "FF0000"
IMPRINT_LINE = 480
BODY = "各单位要把安全生产责任落实到每一个岗位和每一名职工，做到任务清楚措施具体检查到位"


def direct(
    text: str,
    *,
    style: str = "Normal",
    properties: tuple[Element, ...] = (),
    look: tuple[Element, ...] = (),
) -> Element:
    """Make a paragraph with formatting of its own, in the order of the schema."""
    made = paragraph(run(text), style=style)
    made[0].extend(properties)
    made[1][0].extend(look)
    return made


def plain_page(lines: int = 60) -> bytes:
    """Give pages of plain text without a break, a digit or a sign."""
    return write_document(paragraph("安" * 28 * lines), properties={"title": "测试"})


def red_head(mark_gap: int = 1954, rule_gap: int = 4) -> list[Element]:
    """Make the head of an issued paper: the organ's mark, the number, the red rule."""
    fonts = node(
        "rFonts",
        ascii=layout.TITLE_FONT.name,
        hAnsi=layout.TITLE_FONT.name,
        eastAsia=layout.TITLE_FONT.name,
    )
    mark = direct(
        "白道口镇人民政府文件",
        properties=(
            node("snapToGrid", val=0),
            node("spacing", before=mark_gap, line=900, lineRule="exact"),
            node("jc", val="center"),
        ),
        look=(node("color", val=RED), node("spacing", val=0), node("sz", val=84)),
    )
    mark[1][0].replace(mark[1][0][0], fonts)
    border = node("bottom", val="single", sz=12, space=rule_gap, color=RED)
    number = direct(
        "白政发〔2026〕18号",
        properties=(node("pBdr", border), node("jc", val="center")),
    )
    return [mark, blank_line(), blank_line(), number, blank_line(), blank_line()]


def closing(organ: str, date: str, *, organ_right: int, date_right: int) -> list[Element]:
    """Make the organ's name and the date, each so many twips from the right edge."""
    return [
        blank_line(keep_next=True),
        *(
            direct(
                text,
                properties=(node("keepNext"), node("ind", right=right), node("jc", val="right")),
            )
            for text, right in ((organ, organ_right), (date, date_right))
        ),
    ]


def imprint(top: int = 0) -> Element:
    """Make an imprint at the foot of the text area, or `top` twips below its head."""
    edge = 2 * layout.SIZE_4 * 10
    place: dict[str, str | int] = {"tblpY": top} if top else {"tblpYSpec": "bottom"}

    def line(text: str, *more: Element) -> Element:
        indent = node("ind", left=edge // 2, right=edge // 2)
        spacing = node("spacing", line=IMPRINT_LINE, lineRule="exact")
        found = (node("snapToGrid", val=0), *more, spacing, indent)
        look = (node("spacing", val=0), node("sz", val=layout.SIZE_4))
        return direct(text, properties=found, look=look)

    tabs = node("tabs", node("tab", val="right", pos=layout.TEXT_WIDTH - edge // 2))
    last = line("白道口镇党政办公室\t2026年6月3日印发")
    last[0].insert(1, tabs)
    rows = [
        node("tr", node("tc", node("tcPr", node("tcW", w=layout.TEXT_WIDTH, type="dxa")), content))
        for content in (line("抄送：县应急管理局，县消防救援大队。"), last)
    ]
    thick: dict[str, str | int] = {"val": "single", "sz": 8, "space": 0, "color": "000000"}
    thin = {**thick, "sz": 6}
    return node(
        "tbl",
        node(
            "tblPr",
            # LibreOffice lets so wide a table float only where it is placed by the page.
            node("tblpPr", vertAnchor="margin", horzAnchor="page", tblpX=layout.LEFT, **place),
            node("tblW", w=layout.TEXT_WIDTH, type="dxa"),
            node(
                "tblBorders", node("top", **thick), node("bottom", **thick), node("insideH", **thin)
            ),
            node("tblLayout", type="fixed"),
            node("tblCellMar", *(node(side, w=0, type="dxa") for side in ("left", "right"))),
        ),
        node("tblGrid", node("gridCol", w=layout.TEXT_WIDTH)),
        *rows,
    )


def notice(*end: Element, head: list[Element] | None = None) -> bytes:
    """Give an issued paper: red head, title, a page of text, and `end`."""
    return write_document(
        *(red_head() if head is None else head),
        paragraph("关于做好汛期安全生产工作的通知", style="Title"),
        blank_line(),
        paragraph("各村民委员会：", style="Salutation"),
        heading(1, "一、工作目标"),
        *(paragraph(f"{BODY}。") for _ in range(8)),
        heading(2, "（一）控制指标"),
        paragraph(f"{BODY}。"),
        *end,
        table_end(),
        properties={"title": "测试"},
    )


def issued(
    organs: Sequence[str],
    *,
    signers: Sequence[str] = (),
    sealed: bool = True,
    day: int = 3,
    lines: int = 3,
    end: Sequence[Element] = (),
) -> bytes:
    """Give a paper of one organ or several as docgen's own blocks make it, `end` over its names."""
    date = datetime.date(2026, 6, day)
    marks = list(organs) if len(organs) > 1 else [f"{organs[0]}文件"]
    template = write_document(
        official.red_head(),
        paragraph("关于做好汛期安全生产工作的请示", style="Title"),
        blank_line(),
        paragraph("县人民政府：", style="Salutation"),
        *(paragraph(f"{BODY}。", keep_next=True) for _ in range(lines)),
        *end,
        official.sign_off(),
        properties={"title": "测试"},
    )
    sign_off = _official.sealed if sealed else _official.unsealed
    return Template(template).render(
        {
            "head": _official.head("白政〔2026〕2号", marks, signers=signers),
            "sign_off": sign_off(organs, date),
        }
    )


def changed(content: bytes, *changes: tuple[str, str, str]) -> bytes:
    """Change the XML of a Word file: each change is a part, what is there, what shall be."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for part, old, new in changes:
        before = parts[part].decode("utf-8")
        assert old in before, f"{old} is not in {part}"
        parts[part] = before.replace(old, new).encode("utf-8")
    return pack(parts)
