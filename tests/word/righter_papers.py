"""Templates of which docxtpl loses something, or makes a file that Word calls damaged."""

from collections.abc import Callable
from dataclasses import dataclass

import docx
import small_papers as d
from oracle_papers import BOLD, cell, comments, grid, line, row, run, with_properties

BOX = d.text_box("框")
P14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
WIDTH = '<w:tcW w:w="3000" w:type="dxa"/>'
WIDE_CELL = f"<w:tcPr>{WIDTH}</w:tcPr>"
ALIGNED = f"<w:tcPr>{WIDTH}<w:vAlign w:val='center'/></w:tcPr>"
SHADED = f"<w:tcPr>{WIDTH}<w:shd w:val='clear' w:fill='D9D9D9'/></w:tcPr>"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'


@dataclass(frozen=True)
class Righter:
    """A template, the texts that are right, and what docxtpl does to it (a row of the page)."""

    reason: str
    paper: Callable[[], bytes]
    texts: tuple[str, ...]


def body(*blocks: str) -> bytes:
    return d.with_body(d.paper("末"), "".join(blocks))


def para(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


def looped(*blocks: str) -> str:
    """Repeat blocks twice, for each of the duties listed in Chinese."""
    begin, end = para(run("{%p for 职责 in 职责清单 %}")), para(run("{%p endfor %}"))
    return f"{begin}{''.join(blocks)}{end}"


def bookmarked(*pieces: str, number: int = 5, name: str = "签") -> str:
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{"".join(pieces)}<w:bookmarkEnd w:id="{number}"/>'


def columns(name: str) -> tuple[str, str, str]:
    return cell(f"{{%tc for x in {name} %}}"), cell("{{ x }}"), cell("{%tc endfor %}")


def noted(xml: str) -> bytes:
    return d.with_part(d.with_body(d.paper("末"), xml), "footnotes", d.footnotes("注"), "footnotes")


def with_core(**properties: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("末")
    for name, text in properties.items():
        setattr(document.core_properties, name, text)
    return d.saved(document)


def with_header(xml: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.add_paragraph("末")
    parts = d.members(d.saved(document))
    name = next(name for name in parts if "header" in name and name.endswith(".xml"))
    header = parts[name].decode()
    start = header.index(">", header.index("<w:hdr")) + 1
    parts[name] = (header[:start] + xml + "</w:hdr>").encode()
    return d.zipped(parts)


CUT = "标签从超链接或修订外开始、在里面结束时，文件损坏或文字丢失"
INSIDE = "夹在标签中间的脚注、图、书签、域一起丢失"
HYPHEN = "标签里的不间断连字符（减号）丢失"
ORDER = "cellbg、colspan、vm、hm 写进单元格属性时次序不合规"
PLAIN_CELL = "没有属性的单元格上，cellbg、colspan 不起作用，vm、hm 报错"
COLOUR = "底色写成 #FF0000 或颜色名时文件不合规"
MERGED = "vm 单元格里后面的段落每行都留着"
HOLLOW = "循环没有一项时，留下没有单元格的行、没有行的表、没有段落的单元格"
NUMBERS = "循环里的书签、段落号、内容控件号、批注、图的编号重复"
HALF = "条件去掉书签的一端，另一端留着"
PARAGRAPHS = "\\a、\\f 在超链接或修订里、在节的末段里时，文件损坏"
PARTS = "尾注、批注、自定义属性、单位、关键词不填写"
TWICE = "文档属性里的 & < > 转义两次"
MASKS = "数据里的 {_{ 被当作转义换成 {{"
LITERAL = "标签里文字的 & 印成 &amp;，弯引号变直引号"
PLAIN_RUN = "{{r … }}、{{p … }} 的值是文字时丢失"
NESTED = "单元格里套着表格、段落里挂着文本框时，标签认错单元格或段落"
GRID = "没有列宽表的表格报错，页眉页脚里的表格列宽不改"
WIDE = "中文输入法打的全角 ｛｛ ｝｝ ｛％ ％｝ 和 ｜ （ ） ＞ 不认"
BARE = "名称以数字开头，或含括号、百分号、空格，写不出来"

RIGHTER: dict[str, Righter] = {
    "a link that begins in a tag": Righter(
        CUT,
        lambda: line(
            run("{{ "), f'<w:hyperlink w:anchor="甲">{run("name }}后")}</w:hyperlink>', run("尾")
        ),
        ("张三后尾", "末"),
    ),
    "a link that ends in a tag": Righter(
        CUT,
        lambda: line(
            f'<w:hyperlink w:anchor="甲">{run("前{{ na")}</w:hyperlink>', run("me }}后", BOLD)
        ),
        ("前张三后", "末"),
    ),
    "an insertion that begins in a tag": Righter(
        CUT,
        lambda: line(run("{{ na"), f'<w:ins w:id="9" w:author="审">{run("me }}新")}</w:ins>'),
        ("张三新", "末"),
    ),
    "a link that begins between braces": Righter(
        CUT,
        lambda: line(run("{"), f'<w:hyperlink w:anchor="甲">{run("{ name }}后")}</w:hyperlink>'),
        ("张三后", "末"),
    ),
    "a control that ends between braces": Righter(
        CUT,
        lambda: line(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('{{ name }')}</w:sdtContent></w:sdt>", run("}后")
        ),
        ("张三后", "末"),
    ),
    "a note in a tag": Righter(
        INSIDE,
        lambda: noted(para(run("{{ na"), NOTE, run("me }}"))),
        ("张三", "末", "注"),
    ),
    "a bookmark in a tag": Righter(
        INSIDE, lambda: line(run("{{ na"), bookmarked(), run("me }}")), ("张三", "末")
    ),
    "a bookmark that begins in a tag": Righter(
        INSIDE,
        lambda: line(
            run("{{ na"),
            '<w:bookmarkStart w:id="3" w:name="甲"/>',
            run("me }}乙"),
            '<w:bookmarkEnd w:id="3"/>',
        ),
        ("张三乙", "末"),
    ),
    "a field that begins in a tag": Righter(
        INSIDE,
        lambda: line(
            run("{{ na"),
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            run("me }}"),
            "<w:r><w:instrText> PAGE </w:instrText></w:r>",
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ),
        ("张三", "末"),
    ),
    "a minus that Word keeps together": Righter(
        HYPHEN,
        lambda: line("<w:r><w:t>{{ number </w:t><w:noBreakHyphen/><w:t> 2 }}</w:t></w:r>"),
        ("10", "末"),
    ),
    "column span": Righter(
        ORDER,
        lambda: d.table(("{% colspan number - 10 %}{{ name }}",), ("乙",)),
        ("张三", "乙"),
    ),
    "column span by text": Righter(
        ORDER,
        lambda: body(
            grid(
                row(
                    cell(
                        "{% colspan '2' %}{{ name }}",
                        ALIGNED,
                    )
                ),
                row(cell("甲"), cell("乙")),
            )
        ),
        ("张三", "甲", "乙", "末"),
    ),
    "cell colour": Righter(
        ORDER, lambda: d.table(("{% cellbg '00FF00' %}{{ name }}", "乙")), ("张三", "乙")
    ),
    "cell colour from data": Righter(
        ORDER,
        lambda: d.table(("{%cellbg colour%}{{ name }}", "{% cellbg colour %}乙")),
        ("张三", "乙"),
    ),
    "cell colour by condition": Righter(
        ORDER,
        lambda: d.table(
            ("{%tr for duty in duties %}",),
            ("{% cellbg 'FF0000' if duty.weight > 50 else 'auto' %}{{ duty.title }}",),
            ("{%tr endfor %}",),
        ),
        ("巡查", "培训", "<演练>"),
    ),
    "colour and span": Righter(
        ORDER,
        lambda: body(
            grid(
                row(
                    cell(
                        "{% cellbg colour %}{% colspan 2 %}{{ name }}", f"<w:tcPr>{WIDTH}</w:tcPr>"
                    )
                ),
                row(cell("甲"), cell("乙")),
            )
        ),
        ("张三", "甲", "乙", "末"),
    ),
    "vertical merge of an aligned cell": Righter(
        ORDER,
        lambda: body(
            grid(
                row(cell("{%tr for duty in duties %}"), cell("")),
                row(
                    cell("{% vm %}同类", ALIGNED),
                    cell("{{ duty.title }}"),
                ),
                row(cell("{%tr endfor %}"), cell("")),
            )
        ),
        ("同类", "巡查", "", "培训", "", "<演练>", "末"),
    ),
    "horizontal merge of a coloured cell": Righter(
        ORDER,
        lambda: body(
            grid(
                row(
                    cell("{%tc for one in columns %}"),
                    cell(
                        "{% hm %}表头",
                        SHADED,
                    ),
                    cell("{%tc endfor %}"),
                ),
                row(cell("{%tc for one in columns %}"), cell("{{ one }}"), cell("{%tc endfor %}")),
                columns=3,
            )
        ),
        ("表头", "甲", "乙", "丙", "末"),
    ),
    "colour of a plain cell": Righter(
        PLAIN_CELL, lambda: body(grid(row(cell("{% cellbg colour %}甲")), columns=1)), ("甲", "末")
    ),
    "span of a plain cell": Righter(
        PLAIN_CELL,
        lambda: body(grid(row(cell("{% colspan 2 %}甲")), row(cell("乙"), cell("丙")))),
        ("甲", "乙", "丙", "末"),
    ),
    "vertical merge of a plain cell": Righter(
        PLAIN_CELL,
        lambda: body(
            grid(
                row(cell("{%tr for x in columns %}"), cell("")),
                row(cell("{% vm %}同类"), cell("{{ x }}")),
                row(cell("{%tr endfor %}"), cell("")),
            )
        ),
        ("同类", "甲", "", "乙", "", "丙", "末"),
    ),
    "colour with a hash": Righter(COLOUR, lambda: d.table(("{% cellbg '#ffc000' %}甲",)), ("甲",)),
    "colour by name": Righter(COLOUR, lambda: d.table(("{% cellbg '红色' %}甲",)), ("甲",)),
    "vertical merge of two paragraphs": Righter(
        MERGED,
        lambda: body(
            grid(
                row(cell("{%tr for x in columns[1:] %}"), cell("")),
                row(cell("{% vm %}第一段", "<w:tcPr/>", more=para(run("第二段"))), cell("{{ x }}")),
                row(cell("{%tr endfor %}"), cell("")),
            )
        ),
        ("第一段", "第二段", "乙", "", "丙", "末"),
    ),
    "a row without cells": Righter(
        HOLLOW,
        lambda: body(
            grid(
                row(cell("{%tc for x in empty %}"), cell("{{ x }}"), cell("{%tc endfor %}")),
                row(cell("甲")),
            )
        ),
        ("甲", "末"),
    ),
    "a table without rows": Righter(
        HOLLOW,
        lambda: body(
            grid(
                row(cell("{%tr for x in empty %}")),
                row(cell("{{ x }}")),
                row(cell("{%tr endfor %}")),
            )
        ),
        ("", "末"),
    ),
    "a cell without paragraphs": Righter(
        HOLLOW,
        lambda: d.with_body(
            d.paper("末"),
            grid(
                row(
                    f"<w:tc><w:tcPr>{WIDTH}</w:tcPr>{para(run('{%p for x in empty %}'))}"
                    f"{para(run('{{ x }}'))}{para(run('{%p endfor %}'))}</w:tc>",
                    cell("乙"),
                )
            ),
        ),
        ("", "乙", "末"),
    ),
    "a cell that ends with a table": Righter(
        HOLLOW,
        lambda: body(
            grid(
                row(
                    f"<w:tc>{para(run('甲'))}{grid(row(cell('乙')), columns=1)}"
                    f"{para(run('{%p if no %}'))}{para(run('丙'))}"
                    f"{para(run('{%p endif %}'))}</w:tc>"
                ),
                columns=1,
            )
        ),
        ("甲", "乙", "", "末"),
    ),
    "a header without paragraphs": Righter(
        HOLLOW,
        lambda: with_header(
            para(run("{%p if no %}")) + para(run("甲")) + para(run("{%p endif %}"))
        ),
        ("末", ""),
    ),
    "bookmarks in a loop": Righter(
        NUMBERS,
        lambda: body(looped(para(bookmarked(run("{{ 职责.内容 }}"))))),
        ("巡查", "宣传", "末"),
    ),
    "paragraph numbers in a loop": Righter(
        NUMBERS,
        lambda: body(looped(f'<w:p {P14} w14:paraId="12345678">{run("{{ 职责.内容 }}")}</w:p>')),
        ("巡查", "宣传", "末"),
    ),
    "content controls in a loop": Righter(
        NUMBERS,
        lambda: body(
            looped(
                para(
                    '<w:sdt><w:sdtPr><w:id w:val="77"/></w:sdtPr><w:sdtContent>'
                    f"{run('{{ 职责.内容 }}')}</w:sdtContent></w:sdt>"
                )
            )
        ),
        ("巡查", "宣传", "末"),
    ),
    "comments in a loop": Righter(
        NUMBERS,
        lambda: d.with_part(
            body(
                looped(
                    para(
                        '<w:commentRangeStart w:id="1"/>',
                        run("{{ 职责.内容 }}"),
                        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
                    )
                )
            ),
            "comments",
            comments("看"),
            "comments",
        ),
        ("巡查", "宣传", "末", "看"),
    ),
    "drawings in a header's loop": Righter(
        NUMBERS, lambda: with_header(looped(BOX)), ("末", "", "框", "", "框")
    ),
    "half a bookmark": Righter(
        HALF,
        lambda: body(
            para('<w:bookmarkStart w:id="4" w:name="甲"/>', run("{{ name }}")),
            para(run("{%p if no %}")),
            para(run("乙"), '<w:bookmarkEnd w:id="4"/>'),
            para(run("{%p endif %}")),
        ),
        ("张三", "末"),
    ),
    "paragraphs in a link": Righter(
        PARAGRAPHS,
        lambda: line(f'<w:hyperlink w:anchor="甲">{run("前{{ letters }}后")}</w:hyperlink>'),
        ("前第一段", "第二段后", "末"),
    ),
    "paragraphs in an insertion": Righter(
        PARAGRAPHS,
        lambda: line(f'<w:ins w:id="9" w:author="审">{run("{{ letters }}")}</w:ins>'),
        ("第一段", "第二段", "末"),
    ),
    "paragraphs where a section ends": Righter(
        PARAGRAPHS,
        lambda: line(
            run("{{ letters }}"),
            properties='<w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr>',
        ),
        ("第一段\n第二段", "末"),
    ),
    "paragraphs whose format was changed": Righter(
        PARAGRAPHS,
        lambda: line(
            run("{{ letters }}"),
            properties='<w:pPr><w:jc w:val="center"/><w:pPrChange w:id="7" w:author="审"><w:pPr>'
            '<w:jc w:val="left"/></w:pPr></w:pPrChange></w:pPr>',
        ),
        ("第一段", "第二段", "末"),
    ),
    "lines beside a text box": Righter(
        NESTED,
        lambda: body(f"{BOX[: -len('</w:p>')]}{run('{{ letters }}')}</w:p>"),
        ("第一段", "框", "第二段", "末"),
    ),
    "an endnote": Righter(
        PARTS,
        lambda: d.with_part(
            d.paper("末"),
            "endnotes",
            d.footnotes("{{ name }}").replace("footnote", "endnote"),
            "endnotes",
        ),
        ("末", "张三"),
    ),
    "a comment": Righter(
        PARTS,
        lambda: d.with_part(
            line(run("甲"), '<w:r><w:commentReference w:id="1"/></w:r>'),
            "comments",
            comments("请{{ name }}核"),
            "comments",
        ),
        ("甲", "末", "请张三核"),
    ),
    "a property of its own": Righter(
        PARTS,
        lambda: with_properties("{{ number }}号", "{{ party.name }}"),
        ("张三", "西街村", "12号"),
    ),
    "keywords and category": Righter(
        PARTS,
        lambda: with_core(keywords="{{ name }}", category="{{ party.name }}"),
        ("末", "张三", "西街村"),
    ),
    "signs in a title": Righter(
        TWICE, lambda: with_core(title="{{ odd }}"), ("末", "A&B <丙> \"丁\" '戊'")
    ),
    "masked braces in a value": Righter(
        MASKS, lambda: d.paper("{{ '{_{' }}{{ masked }}"), ("{_{{_{ x }_}",)
    ),
    "and in a literal": Righter(LITERAL, lambda: d.paper("{{ 'A&B' }}"), ("A&B",)),
    "curly quotes in a literal": Righter(
        LITERAL, lambda: d.paper("{{ nothing|default('“无”') }}"), ("“无”",)
    ),
    "plain text as a run": Righter(
        PLAIN_RUN, lambda: line(run("前{{r name }}后", BOLD)), ("前张三后", "末")
    ),
    "plain text as a paragraph": Righter(
        PLAIN_RUN, lambda: d.paper("{{p name }}", "末"), ("张三", "末")
    ),
    "colour of a cell with a table": Righter(
        NESTED,
        lambda: body(
            grid(
                row(
                    f"<w:tc><w:tcPr>{WIDTH}</w:tcPr>{grid(row(cell('甲')), columns=1)}"
                    f"{para(run('{% cellbg colour %}乙'))}</w:tc>"
                ),
                columns=1,
            )
        ),
        ("甲", "乙", "末"),
    ),
    "a row tag beside a table in a cell": Righter(
        NESTED,
        lambda: body(
            grid(
                row(f"<w:tc>{grid(row(cell('甲')), columns=1)}{para(run('{%tr if no %}'))}</w:tc>"),
                row(cell("{{ nothing }}")),
                row(cell("{%tr endif %}")),
                row(cell("乙")),
                columns=1,
            )
        ),
        ("乙", "末"),
    ),
    "a paragraph tag beside a text box": Righter(
        NESTED,
        lambda: body(
            f"{BOX[: -len('</w:p>')]}{run('{%p if yes %}')}</w:p>",
            para(run("{{ name }}")),
            para(run("{%p endif %}")),
        ),
        ("张三", "末"),
    ),
    "a table without a grid": Righter(
        GRID,
        lambda: body(f"<w:tbl><w:tblPr/>{row(*columns('columns'))}</w:tbl>"),
        ("甲", "乙", "丙", "末"),
    ),
    "columns in a header": Righter(
        GRID,
        lambda: with_header(
            grid(
                row(cell("{%tc for x in columns %}"), cell("{{ x }}"), cell("{%tc endfor %}")),
                columns=1,
            )
            + para(run("页"))
        ),
        ("末", "甲", "乙", "丙", "页"),
    ),
    "full-width braces": Righter(
        WIDE, lambda: d.paper("｛｛ name ｝｝、｛{name}｝"), ("张三、张三",)
    ),
    "full-width statements": Righter(
        WIDE,
        lambda: d.paper(
            "｛％p　if　yes　％｝",
            "｛％ for x in columns ％｝｛｛x｝｝{％ endfor %}",
            "{%p endif ％}",
        ),
        ("甲乙丙",),
    ),
    "full-width signs": Righter(
        WIDE,
        lambda: d.paper(
            "{{ nothing｜default（“无”） }}"
            "{% if number ＞＝ 10 and name ＝＝ ‘张三’ %}大{% endif %}"
            "{{ number＋１ }}"
        ),
        ("无大13",),
    ),
    "full-width comment": Righter(WIDE, lambda: d.paper("｛＃ 不印 ＃｝{{ name }}"), ("张三",)),
    "full-width braces split over runs": Righter(
        WIDE,
        lambda: line(run("｛"), run("｛ na", BOLD), run("me ｝"), run("｝后")),
        ("张三后", "末"),
    ),
    "full-width braces in a table": Righter(
        WIDE,
        lambda: d.table(
            ("｛％tr for x in columns ％｝",), ("｛｛ x ｝｝",), ("｛％tr endfor ％｝",)
        ),
        ("甲", "乙", "丙"),
    ),
    "signs of comparison": Righter(
        WIDE,
        lambda: d.paper("{% if number ≥ 12 and number ≠ 13 %}{{ number × 2 }}{% endif %}"),
        ("24",),
    ),
    "middle dots": Righter(
        WIDE, lambda: d.paper("{{ 乙方·代表·姓名 }}{{ 乙方．名称 }}"), ("李四西街村民委员会",)
    ),
    "a name that begins with a digit": Righter(
        BARE,
        lambda: d.paper("{{ 24小时电话 }}{{ 乙方.24小时电话 }}"),
        ("0372-12345670372-7654321",),
    ),
    "a name with brackets": Righter(
        BARE,
        lambda: d.paper(
            "{{ 【目标（%）】 }}{% if 【目标（%）】 > 90 %}高{% endif %}"
            "{{ 乙方.【联系 人】|upper }}"
            "{% for 项 in 【名 单】 %}{{ 项.【号-码】 }}{% endfor %}"
        ),
        ("95高王五12",),
    ),
}
