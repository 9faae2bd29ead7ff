"""What the gates say: the faults of a package, and the error that carries them."""

from collections.abc import Sequence

from docgen.errors import NotWordError, TemplateError
from docgen.findings import Actor, Fault, Finding, Severity

UNREADABLE = Fault(
    code="unreadable-package",
    title="不是可用的 Word 文件",
    why="模板必须是完整的 .docx 文件；旧格式、加密或损坏的文件无法填写。",
    faulty="把 责任书.doc 改名为 责任书.docx",
    sound="在 Word 或 WPS 里“另存为”.docx",
    actor=Actor.AUTHOR,
)
UNSAFE = Fault(
    code="unsafe-package",
    title="文件里有不安全的内容",
    why="宏、外部链接和异常的压缩内容会在打开时做别的事，模板里不需要它们。",
    faulty="带宏的 .docm 改名为 .docx",
    sound="另存为不含宏的 .docx",
    actor=Actor.AUTHOR,
)
ACTIVE_FIELD = Fault(
    code="active-field",
    title="文件里有会去取外部内容的域",
    why="DDE、INCLUDETEXT 这类域在更新时会运行程序，或读取电脑和网上的文件。",
    faulty='{ INCLUDEPICTURE "http://…/章.png" }',
    sound="把图片直接插入文件；选中域，按 Ctrl+Shift+F9 变成普通内容",
    actor=Actor.AUTHOR,
)
EMBEDDED = Fault(
    code="embedded-object",
    title="文件里嵌着别的文件",
    why="嵌入的表格、公式、附件会在双击时由别的程序打开，里面是什么无法查清。",
    faulty="用“插入－对象”放进正文的 Excel 表",
    sound="把表格粘贴成 Word 表格，把公式、图示粘贴成图片",
    actor=Actor.AUTHOR,
)
STRIPPED = Fault(
    code="stripped-content",
    title="模板里用不到的东西已经去掉",
    why="工具栏、邮件合并的数据源、数字签名等不影响印出的文字，却可能在打开时做别的事。",
    faulty="从邮件合并改来的模板，打开时仍问要不要连接数据库",
    sound="成品里不再有它；模板文件本身没有改动",
    severity=Severity.INFO,
    actor=Actor.AUTHOR,
)


CODES = frozenset(fault.code for fault in (UNREADABLE, UNSAFE, ACTIVE_FIELD, EMBEDDED))
"""The codes of what ends the opening of a package."""


def refusal(findings: Sequence[Finding]) -> TemplateError:
    """Give the error that says why a package is not opened."""
    first = findings[0]
    kind = NotWordError if first.code == UNREADABLE.code else TemplateError
    more = f"另有{len(findings) - 1}处。" if len(findings) > 1 else ""
    return kind(f"{first.message}。{first.hint}。{more}", findings)


def refused(fault: Fault, message: str, hint: str) -> TemplateError:
    """Give the error for one fault that ends the opening of a package."""
    return refusal([fault.finding(message, hint)])
