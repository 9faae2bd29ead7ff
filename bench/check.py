"""Checking a template of fifty pages against opening it with python-docx, side by side.

Both run in this process, in turn, for several rounds; what each imports is loaded before.

    python bench/check.py [--rounds 15] [--pages 50]
"""

import argparse
import datetime
import io
import platform
import re
import statistics
import time
from collections.abc import Callable

import docx
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from docgen.kinds import find_kind
from docgen.word.checking import check_template

OPENINGS = 3
"""How many times python-docx may open the file while it is checked once."""
PLAIN = (
    "坚持安全第一、预防为主、综合治理，压实属地管理责任、部门监管责任和企业主体责任，健全隐患排查"
    "治理制度，做到责任到人、措施到位、整改到底，严防各类生产安全事故发生。"
)
CLAUSE = (
    "乙方应当严格落实安全生产责任制，定期组织隐患排查，对发现的问题建立台账、限期整改，"
    "整改情况及时报{{ 甲方.全称 }}备案。"
)


def template(pages: int) -> bytes:
    """Make a template as Word keeps it: every run with its look, every paragraph with its own.

    A page holds clauses, one of them with values, a condition, and every fifth a table.
    """
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ 标题 }}"
    for number in range(1, pages + 1):
        texts = [f"第{number}章　{{{{ 标题 }}}}", *[PLAIN] * 8, CLAUSE]
        texts += ["{%p if 年度 > 2020 %}", "乙方：{{ 乙方.全称 }}", "{%p endif %}"]
        for text in texts:
            dressed(document.add_paragraph(text))
        if number % 5 == 0:
            add_table(document)
        document.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def dressed(paragraph: Paragraph) -> None:
    """Give a paragraph the look that Word writes out again and again."""
    form = paragraph.paragraph_format
    form.line_spacing, form.first_line_indent = Pt(28.95), Pt(32)
    form.space_before = form.space_after = Pt(0)
    paragraph._p.set(qn("w:rsidR"), "00A77B3E")
    for run in cut(paragraph):
        run.font.name, run.font.size = "仿宋_GB2312", Pt(16)
        run._r.set(qn("w:rsidRPr"), "00C45D21")
        for fonts in run._r.iter(qn("w:rFonts")):
            for name in ("w:eastAsia", "w:cs"):
                fonts.set(qn(name), "仿宋_GB2312")
            fonts.set(qn("w:hint"), "eastAsia")


def cut(paragraph: Paragraph) -> list[Run]:
    """Cut the text of a paragraph into runs where Word does: at commas and stops."""
    text = paragraph.text
    for run in list(paragraph.runs):
        paragraph._p.remove(run._r)
    pieces = re.split("(?<=[，。、：])", text)
    return [paragraph.add_run(piece) for piece in pieces if piece]


def add_table(document: docx.document.Document) -> None:
    """Add a table whose rows are repeated for every target."""
    rows = (
        ("序号", "指标", "数值"),
        ("{%tr for 项 in 控制指标 %}", "", ""),
        ("{{ loop.index }}", "{{ 项.指标 }}", "{{ 项.数值 }}"),
        ("{%tr endfor %}", "", ""),
        ("合计", "", "{{ 控制指标|length }}"),
    )
    grid = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(grid.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
            dressed(cell.paragraphs[0])


def seconds(work: Callable[[], object]) -> float:
    """Give the processor time of one call; the wall clock also tells what else the machine does."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    """Measure in turn and print medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--pages", type=int, default=50)
    options = parser.parse_args()
    content, fields = template(options.pages), find_kind("responsibility_agreement").fields
    opening, checking = [], []
    for _ in range(options.rounds + 1):
        opening.append(seconds(lambda: docx.Document(io.BytesIO(content))))
        checking.append(seconds(lambda: check_template(content, fields)))
    # The first round warms both up.
    once, whole = statistics.median(opening[1:]), statistics.median(checking[1:])
    print(f"{datetime.date.today()}  Python {platform.python_version()}  {platform.machine()}")
    print("| 页数 | python-docx 打开一次（毫秒） | docgen 检查一遍（毫秒） | 相当于打开几次 |")
    print("|---|---|---|---|")
    figures = f"{once * 1000:.0f} | {whole * 1000:.0f} | {whole / once:.1f}"
    print(f"| {options.pages} | {figures}（目标 {OPENINGS}） |")


if __name__ == "__main__":
    main()
