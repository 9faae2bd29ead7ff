"""What the page on templates says of tables, places and docxtpl is what happens."""

import io
import json
import re
from collections.abc import Callable

import docx
import jinja2
import pytest
import small_papers as d
from docxtpl import DocxTemplate
from oracle_papers import MATH, VALUES, comments, line, run, with_properties
from righter_papers import RIGHTER
from test_docs import code, table_rows
from test_oracle import oracle, texts

from docgen.errors import DocgenError, IncompleteError
from docgen.word.passages import passages
from docgen.word.template import Template

GRIDS = table_rows("| 表格里写 | 数据 | 印出 |")
PLACES = table_rows("| 写在 | 填写 |")
LOSSES = [row[0] for row in table_rows("| docxtpl 的毛病 |")]
REFUSED = table_rows("| 数据 | docxtpl | 这里提示 |")
TAG = "{{ name }}"
ELSEWHERE = {"修订中已删去的占位符仍要数据", "不加 autoescape 时，值里的 & < 使文件损坏或丢字"}


def grid(lines: list[str]) -> bytes:
    rows = [[cell.strip() for cell in row.split("┆")] for row in lines]
    wide = max(map(len, rows))
    return d.table(*((*row, *[""] * (wide - len(row))) for row in rows))


def rows_of(content: bytes) -> list[list[str]]:
    found: dict[int, list[str]] = {}
    for passage in passages(content):
        if passage.place.row:
            found.setdefault(passage.place.row, []).append(passage.text)
    return list(found.values())


@pytest.mark.parametrize("row", GRIDS, ids=lambda row: str(row[0]))
def test_a_table_prints_what_its_page_says(row: list[str]) -> None:
    template, data, printed = (code(cell) for cell in row)

    content = Template(grid(template)).render(json.loads(data[0]))

    wanted = [[cell.strip() for cell in one.split("┆")] for one in printed]
    given = [cells[: len(one)] for cells, one in zip(rows_of(content), wanted, strict=True)]
    assert given == wanted


def headed(part: str) -> bytes:
    document = docx.Document()
    getattr(document.sections[0], part).paragraphs[0].text = TAG
    return d.saved(document)


def with_core(**properties: str) -> bytes:
    document = docx.Document()
    for name, text in properties.items():
        setattr(document.core_properties, name, text)
    return d.saved(document)


def note(kind: str) -> bytes:
    xml = d.footnotes(TAG).replace("footnote", kind)
    return d.with_part(d.paper("末"), f"{kind}s", xml, f"{kind}s")


CONTROL = f"<w:sdt><w:sdtPr/><w:sdtContent>{run(TAG)}</w:sdtContent></w:sdt>"
CORE = ("title", "subject", "author", "keywords", "comments", "category")
PAPERS: dict[str, Callable[[], bytes]] = {
    "正文": lambda: d.paper(TAG),
    "表格": lambda: d.table((TAG,)),
    "文本框": lambda: d.with_body(d.paper("末"), d.text_box(TAG)),
    "页眉": lambda: headed("header"),
    "页脚": lambda: headed("footer"),
    "脚注": lambda: note("footnote"),
    "尾注": lambda: note("endnote"),
    "批注": lambda: d.with_part(d.paper("末"), "comments", comments(TAG), "comments"),
    "公式": lambda: line(f"<m:oMath {MATH}><m:r><m:t>{TAG}</m:t></m:r></m:oMath>"),
    "超链接的文字": lambda: line(f'<w:hyperlink w:anchor="甲">{run(TAG)}</w:hyperlink>'),
    "内容控件": lambda: line(CONTROL),
    "标题、主题、作者、关键词、备注、类别等文档属性": lambda: with_core(**dict.fromkeys(CORE, TAG)),
    "自定义的文档属性": lambda: with_properties(TAG, "甲"),
    "单位、经理两个文档属性": lambda: with_properties("甲", TAG),
    "域代码": lambda: line(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>QUOTE {TAG}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
}


@pytest.mark.parametrize("row", PLACES, ids=lambda row: str(row[0]))
def test_a_place_is_filled_or_told_of_as_the_page_says(row: list[str]) -> None:
    content = PAPERS[row[0]]()

    if row[1] == "是":
        made = Template(content).render(VALUES)
        assert "张三" in texts(made)
        assert all(TAG not in text for text in texts(made))
    else:
        with pytest.raises(DocgenError):
            Template(content)


def test_every_loss_of_docxtpl_is_on_the_page_and_each_of_them_is_shown() -> None:
    assert set(LOSSES) == {righter.reason for righter in RIGHTER.values()} | ELSEWHERE


def test_docxtpl_asks_for_what_is_deleted_and_we_do_not() -> None:
    old = '<w:del w:id="8" w:author="审"><w:r><w:delText>{{ old.name }}</w:delText></w:r></w:del>'
    content = line(old, run("新"))

    with pytest.raises(jinja2.UndefinedError):
        oracle(content)
    assert texts(Template(content).render({})) == ("新", "末")


def test_a_value_is_escaped_though_nobody_asks_for_it() -> None:
    content = d.paper("{{ odd }}")

    assert texts(Template(content).render(VALUES)) == (VALUES["odd"],)
    assert texts(unescaped(content)) != (VALUES["odd"],)


def unescaped(content: bytes) -> bytes:
    template = DocxTemplate(io.BytesIO(content))
    template.render(VALUES)
    return d.saved(template)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: str(row[0]))
def test_data_that_docxtpl_spoils_is_told_of(row: list[str]) -> None:
    with pytest.raises(IncompleteError, match=re.escape(row[2])):
        Template(d.paper("甲{{ 值 }}", "{{ 值 }}")).render(json.loads(code(row[0])[0]))


def test_the_page_has_all_its_tables() -> None:
    assert len(GRIDS) >= 8
    assert len(PLACES) == len(PAPERS)
    assert len(REFUSED) >= 7
