"""Templates with one fault each, and sound ones like them: data of `test_template_faults`.

A template is written as blocks: a text is a paragraph of the body, a list of rows a table; `cells`
are joined by `|`. Each faulty one names the place, the code and a word of the cure.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import docx
import small_papers as d

Block = str | Sequence[str]


@dataclass(frozen=True)
class Faulty:
    """A template with one fault: where it is, what it is called, and what must be said of it."""

    blocks: Sequence[Block]
    place: str
    code: str
    words: str
    text: str = ""
    adorn: Callable[[bytes], bytes] = field(default=lambda content: content)

    def content(self) -> bytes:
        """Give the template as a file."""
        return self.adorn(paper(self.blocks))


def paper(blocks: Sequence[Block]) -> bytes:
    """Make a Word file of paragraphs and tables."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        rows = [row.split("|") for row in block]
        grid = document.add_table(rows=len(rows), cols=max(map(len, rows)))
        for row, texts in zip(grid.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    return d.saved(document)


def with_header(text: str) -> Callable[[bytes], bytes]:
    """Add a second section with a header of its own."""

    def adorn(content: bytes) -> bytes:
        document = docx.Document(io.BytesIO(content))
        section = document.add_section()
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
        section.first_page_header.paragraphs[0].text = text
        return d.saved(document)

    return adorn


def with_footnote(text: str) -> Callable[[bytes], bytes]:
    """Add a footnote that the body refers to."""
    reference = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'

    def adorn(content: bytes) -> bytes:
        return d.with_part(
            d.with_body(content, reference), "footnotes", d.footnotes(text), "footnotes"
        )

    return adorn


def with_title(text: str) -> Callable[[bytes], bytes]:
    """Set the title among the document's properties."""

    def adorn(content: bytes) -> bytes:
        document = docx.Document(io.BytesIO(content))
        document.core_properties.title = text
        return d.saved(document)

    return adorn


def with_box(text: str) -> Callable[[bytes], bytes]:
    """Put a text box at the beginning of the body."""
    return lambda content: d.with_body(content, d.text_box(text))


def with_page_break(before: str, after: str) -> Callable[[bytes], bytes]:
    """Put a paragraph with a page break at the beginning of the body."""
    runs = (
        f"<w:r><w:t>{before}</w:t></w:r><w:r><w:br w:type='page'/></w:r>"
        f"<w:r><w:t>{after}</w:t></w:r>"
    )
    return lambda content: d.with_body(content, f"<w:p>{runs}</w:p>")


def merged(content: bytes) -> bytes:
    """Merge the first two cells of the second row of the first table."""
    document = docx.Document(io.BytesIO(content))
    row = document.tables[0].rows[1]
    text = row.cells[2].text
    row.cells[0].merge(row.cells[1])
    row.cells[2].text = text
    return d.saved(document)


ROWS = ("序号|指标|数值", "{%tr for 项 in 控制指标 %}||")
END = "{%tr endfor %}||"

FAULTY: dict[str, Faulty] = {
    "a name misspelt": Faulty(
        ["责任书", "乙方代表：{{ 乙方.代表.性名 }}"],
        "正文第2段", "unknown-placeholder", "姓名", "{{ 乙方.代表.性名 }}",
    ),
    "a name misspelt in a branch not taken": Faulty(
        ["{% if 年度 == 1 %}{{ 标体 }}{% endif %}"],
        "正文第1段", "unknown-placeholder", "标题", "{{ 标体 }}",
    ),
    "a name misspelt in a cell": Faulty(
        ["甲", [*ROWS, "{{ loop.index }}|{{ 项.指表 }}|{{ 项.数值 }}", END]],
        "正文表1第3行第2列", "unknown-placeholder", "指标", "{{ 项.指表 }}",
    ),
    "a name misspelt behind a merged cell": Faulty(
        ["甲", ["序号|指标|数值", "合计||{{ 年渡 }}"]],
        "正文表1第2行第3列", "unknown-placeholder", "年度", "{{ 年渡 }}", merged,
    ),
    "a field of a list without a loop": Faulty(
        ["{{ 控制指标.名称 }}"], "正文第1段", "unknown-placeholder", "逐项取",
    ),
    "a list printed as a text": Faulty(
        ["{{ 控制指标 }}"], "正文第1段", "list-as-text", "逐项印",
    ),
    "a group printed as a text": Faulty(
        ["{{ 乙方.代表 }}"], "正文第1段", "list-as-text", "乙方.代表.姓名",
    ),
    "a loop over a text": Faulty(
        ["{% for 字 in 标题 %}{{ 字 }}{% endfor %}"], "正文第1段", "loop-over-non-list", "换成列表",
    ),
    "a number compared with a text": Faulty(
        ["甲", "{% if 年度 == '2026' %}新{% endif %}"],
        "正文第2段", "type-mismatch", "写成 2026",
    ),
    "a choice compared with its label": Faulty(
        ["{% if 领域 == '消防' %}新{% endif %}"], "正文第1段", "type-mismatch", "'fire'",
    ),
    "a date filter on a text": Faulty(
        ["{{ 标题|公文日期 }}"], "正文第1段", "type-mismatch", "去掉“|公文日期”",
    ),
    "a list of groups joined": Faulty(
        ["{{ 控制指标|join('、') }}"], "正文第1段", "type-mismatch", "逐项印",
    ),
    "a sum of a number and a text": Faulty(
        ["{{ 年度 + 标题 }}"], "正文第1段", "type-mismatch", "~",
    ),
    "a filter misspelt": Faulty(
        ["{{ 标题 }}", "{{ 年度|中文数子 }}"], "正文第2段", "unknown-filter", "“中文数字”",
    ),
    "a test that is none": Faulty(
        ["{% if 标题 is empty %}空{% endif %}"], "正文第1段", "forbidden-construct", "undefined",
    ),
    "a field that may be signed by hand, compared": Faulty(
        ["{% if 乙方.代表.姓名 == '甲' %}是{% endif %}"],
        "正文第1段", "blank-as-value", "is 留白",
    ),
    "a field that may be signed by hand, counted": Faulty(
        ["{{ 乙方.代表.姓名|length }}"], "正文第1段", "blank-as-value", "is 留白",
    ),
    "a paragraph loop that does not end": Faulty(
        ["甲", "{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "末"],
        "正文第2段", "template-syntax", "{%p endfor %}", "{%p for 项 in 控制指标 %}",
    ),
    "a row loop that does not end": Faulty(
        ["甲", [*ROWS, "{{ loop.index }}|{{ 项.指标 }}|{{ 项.数值 }}"]],
        "正文表1第2行第1列", "template-syntax", "{%tr endfor %}",
    ),
    "an end without a beginning": Faulty(
        ["{{ 标题 }}", "{%p endif %}"], "正文第2段", "template-syntax", "没有与它成对的",
    ),
    "a loop ended as a condition": Faulty(
        ["{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "{%p endif %}"],
        "正文第3段", "template-syntax", "改成 {%p endfor %}",
    ),
    "blocks that cross": Faulty(
        ["{%p if 标题 %}", "{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "{%p endif %}",
         "{%p endfor %}"],
        "正文第2段", "template-syntax", "（正文第4段）",
    ),
    "a paragraph tag that ends within a text": Faulty(
        ["{%p if 标题 %}", "{{ 标题 }}", "以上{% endif %}"],
        "正文第1段", "unbalanced-template", "都写 {%p … %}",
    ),
    "a row tag outside a table": Faulty(
        ["甲", "{%tr if 标题 %}", "{{ 标题 }}", "{%p endif %}"],
        "正文第2段", "misplaced-tag", "{%p if 标题 %}",
    ),
    "both row tags in one row": Faulty(
        ["甲", ["序号|指标", "{%tr for 项 in 控制指标 %}{{ 项.指标 }}|{%tr endfor %}"]],
        "正文表1第2行第1列", "misplaced-tag", "各占一行",
    ),
    "a value in the row that a tag takes": Faulty(
        [["{%tr for 项 in 控制指标 %}|{{ 项.指标 }}", "{{ 项.数值 }}|", "{%tr endfor %}|"]],
        "正文表1第1行第2列", "lost-placeholder", "另一行", "{{ 项.指标 }}",
    ),
    "words in the row that a tag takes": Faulty(
        [["{%tr for 项 in 控制指标 %}|合计", "{{ 项.数值 }}|", "{%tr endfor %}|"]],
        "正文表1第1行第1列", "lost-content", "“合计”",
    ),
    "words in the paragraph that a tag takes": Faulty(
        ["甲", "有标题的：{%p if 标题 %}", "{{ 标题 }}", "{%p endif %}"],
        "正文第2段", "lost-content", "“有标题的：”",
    ),
    "a loop from one cell to the next": Faulty(
        [["{% for 项 in 控制指标 %}{{ 项.指标 }}|{{ 项.数值 }}{% endfor %}"]],
        "正文表1第1行第1列", "misplaced-tag", "{%tr … %}",
    ),
    "a row loop round no row": Faulty(
        [["指标|数值", "{%tr for 项 in 控制指标 %}|", "{%tr endfor %}|", "无|无"]],
        "正文表1第2行第1列", "empty-block", "另占一行",
    ),
    "a page break in a tag": Faulty(
        ["{{ 标题 }}"], "正文第1段", "page-break-in-tag", "移到标签前面",
        adorn=with_page_break("{{ 乙方.", "全称 }}"),
    ),
    "a tag that is not closed": Faulty(
        ["{{ 标题 }}", "签订日期：{{ 签字栏.签订日期"], "正文第2段", "template-syntax", "补上“}}”",
    ),
    "elseif": Faulty(
        ["{% if 标题 %}甲{% elseif 年度 %}乙{% endif %}"],
        "正文第1段", "template-syntax", "改成 {% elif 年度 %}", "{% elseif 年度 %}",
    ),
    "end for": Faulty(
        ["{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "{%p end for %}"],
        "正文第3段", "template-syntax", "改成 {%p endfor %}",
    ),
    "a keyword in Chinese": Faulty(
        ["{%p 如果 标题 %}", "{{ 标题 }}", "{%p endif %}"],
        "正文第1段", "template-syntax", "改成 {%p if 标题 %}",
    ),
    "one sign of equality": Faulty(
        ["{% if 年度 = 2026 %}甲{% endif %}"],
        "正文第1段", "template-syntax", "改成 {% if 年度 == 2026 %}",
    ),
    "a condition between the signs of a value": Faulty(
        ["{{ if 标题 }}甲{% endif %}"], "正文第1段", "template-syntax", "改成 {% if 标题 %}",
    ),
    "a value between the signs of a condition": Faulty(
        ["{% 标题 %}"], "正文第1段", "template-syntax", "{{ 标题 }}",
    ),
    "more behind an end": Faulty(
        ["{% if 标题 %}甲{% endif 标题 %}"], "正文第1段", "template-syntax", "改成 {% endif %}",
    ),
    "a loop without a name": Faulty(
        ["{%p for 控制指标 %}", "{{ 项.指标 }}", "{%p endfor %}"],
        "正文第1段", "template-syntax", "改成 {%p for 项 in 控制指标 %}",
    ),
    "a letter apart from its sign": Faulty(
        ["{% p if 标题 %}", "{{ 标题 }}", "{%p endif %}"],
        "正文第1段", "template-syntax", "改成 {%p if 标题 %}",
    ),
    "a branch of a condition in a loop": Faulty(
        ["{% for 项 in 控制指标 %}{% elif 年度 %}{{ 项.指标 }}{% endfor %}"],
        "正文第1段", "template-syntax", "{% for 项 in 控制指标 %}（正文第1段）里面",
    ),
    "a bracket too few": Faulty(
        ["{{ (年度 }}"], "正文第1段", "template-syntax", "缺“)”",
    ),
    "a call": Faulty(
        ["{{ 标题.upper() }}"], "正文第1段", "forbidden-construct", "过滤器",
    ),
    "a name misspelt in the header of a second section": Faulty(
        ["甲"], "第2节首页页眉第1段", "unknown-placeholder", "标题",
        adorn=with_header("{{ 标体 }}"),
    ),
    "a name misspelt in a footnote": Faulty(
        ["甲"], "脚注1第1段", "unknown-placeholder", "标题", adorn=with_footnote("{{ 标体 }}"),
    ),
    "a name misspelt in a text box": Faulty(
        ["甲"], "文本框1第1段", "unknown-placeholder", "标题", adorn=with_box("{{ 标体 }}"),
    ),
    "a name misspelt in a property": Faulty(
        ["甲"], "文档属性“标题”", "unknown-placeholder", "标题", adorn=with_title("{{ 标体 }}"),
    ),
}  # fmt: skip

_SOUND: dict[str, list[Block]] = {
        "labels": ["{{ 乙方.代表.姓名 }}"],
        "identifiers": ["{{ party_b.representative.name }}"],
        "labels with middle dots": ["{{ 乙方·代表·姓名 }}"],
        "a branch": ["{% if 年度 == 2026 %}{{ 标题 }}{% endif %}"],
        "branches": ["{% if 标题 %}甲{% elif 年度 %}乙{% else %}丙{% endif %}"],
        "numbers": ["{% if 年度 > 2000 and 年度 < 2100 %}{{ 年度 + 1 }}{% endif %}"],
        "a choice by its identifier": ["{% if 领域 == 'fire' %}消防{% endif %}"],
        "a choice among several": ["{% if 领域 in ['fire', 'road'] %}专项{% endif %}"],
        "a text in a text": ["{% if '安全' in 标题 %}{{ 标题 }}{% endif %}"],
        "a date": ["{{ 签字栏.签订日期|公文日期 }}"],
        "a text beside a number": ["{{ 标题 ~ 年度 }}"],
        "a list counted": ["共{{ 控制指标|length }}项，第一项{{ 控制指标[0].指标 }}"],
        "a default": ["{{ 标题|default('无') }}"],
        "a field that may be signed by hand, printed": ["{{ 乙方.代表.姓名 }}"],
        "a field that may be signed by hand, asked first": [
            "{% if 乙方.代表.姓名 is 留白 %}手签{% elif 乙方.代表.姓名 == '甲' %}甲{% endif %}"
        ],
        "a field that may be signed by hand, asked whether it is there": [
            "{% if 乙方.代表.姓名 %}{{ 乙方.代表.姓名|trim }}{% endif %}"
        ],
        "a paragraph loop": ["{%p for 项 in 控制指标 %}", "{{ 项.指标 }}", "{%p endfor %}"],
        "a loop in a paragraph": ["{% for 项 in 控制指标 %}{{ 项.指标 }}；{% endfor %}"],
        "a loop over paragraphs": ["{% for 项 in 控制指标 %}", "{{ 项.指标 }}", "{% endfor %}"],
        "a loop in a loop": [
            "{%p for 项 in 职责 %}", "{%p for 段 in 项.段落 %}", "{{ 段.正文 }}", "{%p endfor %}",
            "{%p endfor %}",
        ],
        "a condition in a loop": [
            "{%p for 项 in 控制指标 %}", "{%p if loop.first %}", "甲", "{%p else %}",
            "{{ 项.指标 }}", "{%p endif %}", "{%p endfor %}",
        ],
        "a row loop": [[*ROWS, "{{ loop.index }}|{{ 项.指标 }}|{{ 项.数值 }}", END]],
        "a row condition": [["甲|乙", "{%tr if 标题 %}|", "{{ 标题 }}|", "{%tr endif %}|"]],
        "a cell condition": [["{%tc if 标题 %}|{{ 标题 }}|{%tc endif %}"]],
        "a condition in a cell": [["{% if 标题 %}{{ 标题 }}{% endif %}|乙"]],
        "a table in a condition": ["{%p if 标题 %}", ["甲|{{ 标题 }}"], "{%p endif %}"],
        "a comment": ["{# 填表人注意 #}{{ 标题 }}", "{#p 这一段不印 #}"],
        "an alias": ["{% set 人 = 乙方.代表 %}{{ 人.姓名 }}"],
        "masked braces": ["{_{ 字面 }_}{{ 标题 }}"],
        "merged paragraphs": ["{% if 标题 -%}", "{{ 标题 }}{% endif %}"],
        "curly quotes": ["{% if 标题 == “甲” %}乙{% endif %}"],
}  # fmt: skip
SOUND = {name: paper(blocks) for name, blocks in _SOUND.items()}
