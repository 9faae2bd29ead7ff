"""Templates for the oracle: each construct of docxtpl's language alone, and many together.

They come out as docxtpl makes them, text and structure; `righter_papers` has the others.
"""

from collections.abc import Callable, Sequence

import docx
import small_papers as d
from docx.table import Table

VALUES: dict[str, object] = {
    "name": "张三",
    "odd": "A&B <丙> \"丁\" '戊'",
    "lines": "第一行\n第二行\t缩进",
    "letters": "第一段\a第二段",
    "pages": "前页\f后页",
    "number": 12,
    "ratio": 0.5,
    "yes": True,
    "no": False,
    "empty": [],
    "party": {"name": "西街村", "head": {"name": "李四", "phones": ["1", "2"]}, "items": "项"},
    "duties": [
        {"title": "巡查", "subs": [{"t": "每周"}, {"t": "每月"}], "weight": 30},
        {"title": "培训", "subs": [], "weight": 70},
        {"title": "<演练>", "subs": [{"t": "每年"}], "weight": 0},
    ],
    "columns": ["甲", "乙", "丙"],
    "colour": "FFC000",
    "乙方": {
        **{"名称": "西街村民委员会", "代表": {"姓名": "李四"}},
        **{"24小时电话": "0372-7654321", "联系 人": "王五"},
    },
    "24小时电话": "0372-1234567",
    "目标（%）": 95,
    "名 单": [{"号-码": 1}, {"号-码": 2}],
    "masked": "{_{ x }_}",
    "职责清单": [{"内容": "巡查", "时限": "每周"}, {"内容": "宣传", "时限": "每月"}],
    "年度": 2026,
}

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def line(*pieces: str, properties: str = "") -> bytes:
    """Make a file whose first paragraph is made of these pieces of markup."""
    return d.with_body(d.paper("末"), f"<w:p>{properties}{''.join(pieces)}</w:p>")


def cell(text: str, properties: str = "", *, more: str = "") -> str:
    return f"<w:tc>{properties}<w:p>{run(text)}</w:p>{more}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def grid(*rows: str, columns: int = 2) -> str:
    widths = '<w:gridCol w:w="3000"/>' * columns
    head = f'<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{widths}</w:tblGrid>'
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def fill(table: Table, *rows: Sequence[str]) -> None:
    for texts in rows:
        made = table.add_row()  # type: ignore[no-untyped-call]  # python-docx leaves it untyped
        for one, text in zip(made.cells, texts, strict=True):
            one.text = text


def headed() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ name }}页眉"
    document.sections[0].footer.paragraphs[0].text = "{% if yes %}{{ odd }}{% endif %}"
    document.core_properties.title = "{{ name }}的责任书"
    document.core_properties.subject = "{{ party.name }}"
    document.add_paragraph("正文{{ party.name }}")
    return d.saved(document)


def agreement() -> bytes:
    """Make a paper as an office would: head, loops in a table, conditions, signatures."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ 乙方.名称 }} {{ 年度 }}年"
    document.sections[0].footer.paragraphs[0].text = "第{{ number }}号"
    document.add_heading("{{ 年度 }}年度安全生产责任书", 0)
    document.add_paragraph("乙方：{{ 乙方.名称 }}（以下称{{ party.name }}）")
    document.add_paragraph("{%p for 职责 in 职责清单 %}")
    document.add_paragraph("{{ loop.index }}. {{ 职责.内容 }}，{{ 职责.时限 }}一次", "List Number")
    document.add_paragraph("{%p endfor %}")
    fill(
        document.add_table(rows=0, cols=3, style="Table Grid"),
        ("序号", "职责", "权重"),
        ("{%tr for duty in duties %}", "", ""),
        (
            "{{ loop.index }}",
            "{{ duty.title }}",
            "{% if duty.weight %}{{ duty.weight }}{% endif %}",
        ),
        ("{%tr endfor %}", "", ""),
        ("合计", "{{ duties|length }}项", "{{ name }}"),
    )
    document.add_paragraph("{%p if no %}")
    document.add_paragraph("{{ nothing }}")
    document.add_paragraph("{%p else %}")
    document.add_paragraph("代表：{{ 乙方.代表.姓名 }}")
    document.add_paragraph("{%p endif %}")
    return d.saved(document)


def register() -> bytes:
    """Make a list of names: a table in a table's cell, loops within loops."""
    document = docx.Document()
    document.add_paragraph("{{ party.name }}名册", "Title")
    outer = document.add_table(rows=0, cols=2, style="Table Grid")
    fill(
        outer,
        ("{%tr for duty in duties %}", ""),
        ("{{ duty.title }}", "{% for sub in duty.subs %}{{ sub.t }}；{% else %}无{% endfor %}"),
        ("{%tr endfor %}", ""),
        ("小计", ""),
    )
    fill(
        outer.rows[3].cells[1].add_table(rows=0, cols=1),
        ("{%tr for one in columns %}",),
        ("{{ one }}",),
        ("{%tr endfor %}",),
    )
    outer.rows[3].cells[1].add_paragraph("共{{ columns|length }}")
    return d.saved(document)


def notes() -> bytes:
    """Make a paper with everything round its text: header, notes, box, properties."""
    content = d.with_body(headed(), d.text_box("框：{{ odd }}"))
    note = d.footnotes("注：{{ party.head.name }}")
    return d.with_part(content, "footnotes", note, "footnotes")


def comments(text: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:comments xmlns:w="{d.W}">'
        '<w:comment w:id="1" w:author="审" w:initials="S">'
        f"<w:p>{run(text)}</w:p></w:comment></w:comments>"
    )


def with_properties(custom: str, company: str) -> bytes:
    """Make a paper with a property of its own and a company."""
    content = d.paper("{{ name }}")
    parts = d.members(content)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006"
    parts["docProps/custom.xml"] = (
        f'<Properties xmlns="{kind}/custom-properties" xmlns:vt="{kind}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="文号">'
        f"<vt:lpwstr>{custom}</vt:lpwstr></property></Properties>"
    ).encode()
    parts["docProps/app.xml"] = (
        f'<Properties xmlns="{kind}/extended-properties"><Company>{company}</Company></Properties>'
    ).encode()
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = types.replace(
        "</Types>",
        '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.custom-properties+xml"/></Types>',
    ).encode()
    parts["_rels/.rels"] = (
        parts["_rels/.rels"]
        .decode()
        .replace(
            "</Relationships>",
            f'<Relationship Id="rIdCustom" Type="{kind}/relationships/custom-properties" '
            'Target="docProps/custom.xml"/></Relationships>',
        )
        .encode()
    )
    return d.zipped(parts)


COLUMN_LOOP = ("{%tc for one in columns %}", "{{ one }}", "{%tc endfor %}")

PAPERS: dict[str, Callable[[], bytes]] = {
    "plain": lambda: d.paper("甲方：{{ name }}", "乙方：{{party.head.name}}"),
    "tight and loose": lambda: d.paper("{{name}}{{  name  }}{{ party . name }}"),
    "escaped": lambda: d.paper("{{ odd }}与{{ odd }}"),
    "line breaks": lambda: d.paper("前{{ lines }}后"),
    "paragraph breaks": lambda: d.paper("前{{ letters }}后"),
    "page breaks": lambda: d.paper("前{{ pages }}后", "{{ name }}"),
    "breaks of the template's own": lambda: d.with_body(
        d.paper("{{ lines }}"),
        d.runs("甲\t{{ name }}\n", "乙{{ letters }}", "{% if yes %}\t{% endif %}"),
    ),
    "breaks in a formatted paragraph": lambda: d.with_body(
        d.paper("末"),
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>'
        "<w:t>{{ lines }}</w:t><w:t>{{ pages }}</w:t></w:r>"
        "<w:r><w:t>{{ letters }}</w:t></w:r></w:p>",
    ),
    "breaks in a cell": lambda: d.table(("{{ lines }}", "{{ letters }}"), ("甲", "乙")),
    "breaks in a loop": lambda: d.paper(
        "{%p for one in columns %}", "{{ one }}：{{ lines }}", "{%p endfor %}"
    ),
    "numbers": lambda: d.paper("{{ number }}、{{ number + 1 }}、{{ ratio }}、{{ number * 2 }}"),
    "division": lambda: d.paper("{{ number // 5 }}余{{ number % 5 }}、{{ -number }}{{ 1.5 * 3 }}"),
    "method names": lambda: d.paper("{{ party['items'] }}"),
    "inline condition": lambda: d.paper("{% if yes %}是{% else %}否{% endif %}{{ name }}"),
    "elif": lambda: d.paper("{% if no %}一{% elif number > 10 %}二{% else %}三{% endif %}"),
    "nested conditions": lambda: d.paper(
        "{% if yes %}{% if no %}甲{% else %}{{ name }}{% endif %}{% endif %}乙"
    ),
    "and or not": lambda: d.paper("{% if yes and not no or empty %}成立{% endif %}"),
    "in": lambda: d.paper(
        "{% if '甲' in columns %}有{% endif %}{% if name in ['x'] %}x{% endif %}"
    ),
    "not in": lambda: d.paper("{% if '丁' not in columns %}没有丁{% endif %}"),
    "defined": lambda: d.paper(
        "{% if nothing is defined %}甲{% endif %}{% if name is defined %}乙{% endif %}"
        "{% if nothing is not defined %}丙{% endif %}"
    ),
    "odd and even": lambda: d.paper(
        "{% for one in columns %}{% if loop.index is odd %}单{% else %}双{% endif %}{% endfor %}"
    ),
    "conditional expression": lambda: d.paper(
        "{{ name if yes else odd }}{{ odd if no else name }}"
    ),
    "joined": lambda: d.paper("{{ name ~ '（' ~ odd ~ '）' }}"),
    "literal": lambda: d.paper("{{ '<字>' }}{{ 5 }}"),
    "paragraph condition": lambda: d.paper("{%p if no %}", "无{{ nothing }}", "{%p endif %}", "末"),
    "paragraph choice": lambda: d.paper(
        "{%p if no %}", "甲", "{%p elif yes %}", "{{ name }}", "{%p else %}", "丙", "{%p endif %}"
    ),
    "paragraph loop": lambda: d.paper(
        "{%p for duty in duties %}", "{{ loop.index }}. {{ duty.title }}", "{%p endfor %}", "末"
    ),
    "nested loops": lambda: d.paper(
        "{%p for duty in duties %}",
        "{{ duty.title }}",
        "{%p for sub in duty.subs %}",
        "（{{ loop.index }}）{{ sub.t }}{% if not loop.last %}；{% endif %}",
        "{%p endfor %}",
        "{%p endfor %}",
    ),
    "all of loop": lambda: d.paper(
        "{% for one in columns %}{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}"
        "{{ loop.revindex0 }}{{ loop.length }}{% if loop.first %}首{% endif %}"
        "{% if loop.last %}末{% endif %}{% endfor %}"
    ),
    "neighbours in a loop": lambda: d.paper(
        "{% for one in columns %}{% if loop.previtem %}{{ loop.previtem }}后{% endif %}{{ one }}"
        "{% if loop.nextitem is defined %}、{% endif %}{% endfor %}"
    ),
    "depth of a loop": lambda: d.paper("{% for one in columns %}{{ loop.depth }}{% endfor %}"),
    "loop filter": lambda: d.paper(
        "{% for duty in duties if duty.weight > 10 %}{{ loop.index }}{{ duty.title }}{% endfor %}"
    ),
    "loop else": lambda: d.paper("{% for x in empty %}{{ x }}{% else %}没有{% endfor %}"),
    "loop over a literal": lambda: d.paper("{% for x in ['子', '丑'] %}{{ x }}{% endfor %}"),
    "run loop": lambda: line(
        run("{%r for x in columns %}"), run("{{ x }}", BOLD), run("{%r endfor %}")
    ),
    "run condition": lambda: line(run("甲{%r if no %}"), run("乙", BOLD), run("{%r endif %}丙")),
    "set": lambda: d.paper("{% set head = party.head %}{{ head.name }}{% set n = 3 %}{{ n + 1 }}"),
    "paragraph set": lambda: d.paper("{%p set who = party.head.name %}", "{{ who }}"),
    "with": lambda: d.paper("{% with head = party.head %}{{ head.name }}{% endwith %}"),
    "filters": lambda: d.paper(
        "{{ columns|join('、') }}{{ columns|length }}{{ nothing|default('无') }}{{ columns|first }}"
    ),
    "more filters": lambda: d.paper(
        "{{ columns|last }}{{ 'ab'|upper }}{{ 'AB'|lower }}{{ ' x '|trim }}{{ columns|count }}"
        "{{ nothing|d('缺') }}"
    ),
    "item numbers": lambda: d.paper(
        "{{ duties[0].title }}{{ party.head.phones[1] }}", "{{ columns[-1] }}"
    ),
    "slices": lambda: d.paper("{% for one in columns[1:] %}{{ one }}{% endfor %}{{ name[:1] }}"),
    "comments": lambda: d.paper("{# 不印 #}{{ name }}", "{#p 整段不印 #}", "末"),
    "comments of rows and cells": lambda: d.table(
        ("{#tr 整行不印 #}", "甲"), ("乙", "{{ name }}"), ("丙", "{# 注 #}丁")
    ),
    "comment round a tag": lambda: d.paper("{# {{ nothing }} #}{{ name }}"),
    "merged before": lambda: d.paper("甲", "{%- if yes %}乙{% endif %}", "丙"),
    "merged after": lambda: d.paper("{% if yes -%}", "乙{% endif %}", "丙"),
    "merged both ways": lambda: d.paper("甲", "{%- if no -%}", "乙", "{%- endif -%}", "丙"),
    "merged loop": lambda: d.paper("名单：", "{%- for x in columns %}{{ x }}、{% endfor -%}", "完"),
    "curly quotes": lambda: d.paper(
        "{% if name == ‘张三’ %}是{% endif %}{{ nothing|default(“无”) }}"
    ),
    "comparison": lambda: d.paper("{% if number >= 12 and number < 13 %}{{ name }}{% endif %}"),
    "comparisons of texts": lambda: d.paper(
        "{% if name == '张三' and name != '李四' %}甲{% endif %}",
        "{% if 1 < number <= 12 %}乙{% endif %}",
    ),
    "masked braces": lambda: d.paper("{_{ 字面 }_} {_% x %_}{{ name }}"),
    "masked braces alone": lambda: d.paper("{_{ 字面 }_}"),
    "table rows": lambda: d.table(
        ("序号", "职责"),
        ("{%tr for duty in duties %}", ""),
        ("{{ loop.index }}", "{{ duty.title }}"),
        ("{%tr endfor %}", ""),
        ("合计", "{{ duties|length }}"),
    ),
    "nested table rows": lambda: d.table(
        ("{%tr for duty in duties %}", ""),
        ("{{ duty.title }}", ""),
        ("{%tr for sub in duty.subs %}", ""),
        ("{{ loop.index }}", "{{ sub.t }}"),
        ("{%tr endfor %}", ""),
        ("{%tr endfor %}", ""),
    ),
    "table row condition": lambda: d.table(
        ("{%tr if no %}", ""), ("甲", "{{ name }}"), ("{%tr endif %}", ""), ("乙", "{{ odd }}")
    ),
    "row condition in a row loop": lambda: d.table(
        ("{%tr for duty in duties %}", ""),
        ("{%tr if duty.weight %}", ""),
        ("{{ duty.title }}", "{{ duty.weight }}"),
        ("{%tr endif %}", ""),
        ("{%tr endfor %}", ""),
        ("末", ""),
    ),
    "paragraph loop in a cell": lambda: d.with_body(
        d.paper("末"),
        grid(
            row(
                cell("{{ name }}"),
                f"<w:tc><w:p>{run('{%p for x in columns %}')}</w:p><w:p>{run('{{ x }}')}</w:p>"
                f"<w:p>{run('{%p endfor %}')}</w:p><w:p/></w:tc>",
            )
        ),
    ),
    "table columns": lambda: d.table(
        COLUMN_LOOP, ("{%tc for one in columns %}", "{{ loop.index }}", "{%tc endfor %}")
    ),
    "columns and rows": lambda: d.table(
        COLUMN_LOOP,
        ("{%tr for duty in duties %}", "", ""),
        ("{%tc for one in columns %}", "{{ duty.title }}{{ one }}", "{%tc endfor %}"),
        ("{%tr endfor %}", "", ""),
    ),
    "vertical merge": lambda: d.table(
        ("{%tr for duty in duties %}", ""),
        ("{% vm %}同类", "{{ duty.title }}"),
        ("{%tr endfor %}", ""),
    ),
    "horizontal merge": lambda: d.table(
        ("{%tc for one in columns %}", "{% hm %}{{ name }}", "{%tc endfor %}"),
        ("{%tc for one in columns %}", "{{ one }}", "{%tc endfor %}"),
    ),
    "header and footer": headed,
    "split runs": lambda: d.with_body(
        d.paper("末"), d.runs("甲{", "{ na", "me }", "}乙{{ odd", " }}")
    ),
    "split statement": lambda: d.with_body(
        d.paper("末"), d.runs("{% i", "f ye", "s %", "}是{", "% endif", " %}否")
    ),
    "split into signs": lambda: d.with_body(d.paper("末"), d.runs(*"{{ name }}{# 注 #}")),
    "split by a spelling mark": lambda: line(
        run("{{ na"), '<w:proofErr w:type="spellStart"/>', run("me"), run(" }}", BOLD)
    ),
    "split by languages": lambda: line(
        run("{{ party.", '<w:rPr><w:lang w:val="en-US"/></w:rPr>'),
        run("head.name }}", '<w:rPr><w:lang w:eastAsia="zh-CN"/></w:rPr>'),
    ),
    "split by revisions": lambda: line(
        '<w:r w:rsidR="00AB12CD"><w:t>{{ na</w:t></w:r>',
        '<w:r w:rsidRPr="00AB12CE"><w:t>me }}</w:t></w:r>',
    ),
    "split by a page that was": lambda: line(
        "<w:r><w:t>{{ na</w:t><w:lastRenderedPageBreak/><w:t>me }}</w:t></w:r>"
    ),
    "split by a soft hyphen": lambda: line(
        "<w:r><w:t>{{ na</w:t><w:softHyphen/><w:t>me }}</w:t></w:r>"
    ),
    "split by a smart tag": lambda: line(
        run("{{ "), f'<w:smartTag w:uri="a" w:element="b">{run("name")}</w:smartTag>', run(" }}")
    ),
    "split by a content control": lambda: line(
        run("{{ "),
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('name')}</w:sdtContent></w:sdt>",
        run(" }}"),
    ),
    "split by an insertion": lambda: line(
        run("{{ "), f'<w:ins w:id="9" w:author="审">{run("name")}</w:ins>', run(" }}")
    ),
    "split by a deletion": lambda: line(
        run("{{ na"),
        '<w:del w:id="9" w:author="审"><w:r><w:delText>旧</w:delText></w:r></w:del>',
        run("me }}"),
    ),
    "in a content control": lambda: line(
        f"<w:sdt><w:sdtPr><w:alias w:val='名称'/></w:sdtPr><w:sdtContent>{run('{{ name }}')}"
        "</w:sdtContent></w:sdt>"
    ),
    "in a link": lambda: line(f'<w:hyperlink w:anchor="甲">{run("{{ name }}")}</w:hyperlink>'),
    "in a field": lambda: line(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        run("{{ number }}"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    "in a formula": lambda: line(
        f"<m:oMath {MATH}><m:r><m:t>x={{{{ odd }}}}</m:t></m:r></m:oMath>"
    ),
    "in an insertion": lambda: line(f'<w:ins w:id="9" w:author="审">{run("{{ name }}")}</w:ins>'),
    "raw": lambda: d.paper("{% raw %}{{ 不填 }}{% endraw %}{{ name }}"),
    "spaces kept": lambda: line(run("甲 {{ name }} 乙 "), run(" 丙")),
    "text box": lambda: d.with_body(d.paper("{{ name }}"), d.text_box("框里{{ party.name }}")),
    "text box in a loop": lambda: d.with_body(
        d.paper("末"),
        f"<w:p>{run('{%p for x in columns %}')}</w:p>{d.text_box('{{ x }}')}"
        f"<w:p>{run('{%p endfor %}')}</w:p>",
    ),
    "footnote": lambda: d.with_part(
        d.paper("{{ name }}"), "footnotes", d.footnotes("注：{{ odd }}"), "footnotes"
    ),
    "footnote condition": lambda: d.with_part(
        d.paper("{{ name }}"), "footnotes", d.footnotes("{% if yes %}注{% endif %}"), "footnotes"
    ),
    "chinese names": lambda: d.paper(
        "{{ 乙方.名称 }}{{ 乙方.代表.姓名 }}{% if 乙方.代表 %}有{% endif %}"
        "{% for 职责 in 职责清单 %}{{ 职责.内容 }}{{ 职责.时限 }}{% endfor %}{{ 年度 + 1 }}"
    ),
    "an agreement": agreement,
    "a register": register,
    "everything round the text": notes,
}
