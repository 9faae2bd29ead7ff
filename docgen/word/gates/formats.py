"""What a file is that is no .docx: named, so that its owner knows what to do."""

import re
from collections.abc import Collection

from docgen.errors import TemplateError
from docgen.word.gates.refusals import UNREADABLE, UNSAFE, refused

_SAVE_AS = "用 Word 或 WPS 打开它，另存为 .docx 再用"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams as a compound file lists them; what is asked first counts.
_STREAMS = (
    ("EncryptedPackage", "文件加了打开密码", "在 Word 或 WPS 里去掉密码，另存为 .docx 再用"),
    ("WordDocument", "文件是旧的 .doc 或 .wps 格式", "另存为不加密的 .docx 再用"),
    ("Workbook", "文件是 Excel 工作簿，不是 Word 文件", "给出 .docx 模板"),
    ("PowerPoint Document", "文件是演示文稿，不是 Word 文件", "给出 .docx 模板"),
    ("MatOST", "文件是旧的 .wps 格式", _SAVE_AS),
)
_BEGINNINGS = (
    (rb"\{\\rtf", "文件是 .rtf 格式", _SAVE_AS),
    (rb"%PDF", "文件是 PDF", "给出做这份 PDF 的 Word 文件"),
    (rb"MIME-Version:", "文件是网页存档（.mht）", _SAVE_AS),
    (rb"<(?:!doctype\s+)?html", "文件是网页（.html）", _SAVE_AS),
    (rb"<\?xml|<\w+:", "文件是 XML（单个文件的 Word 文档或标文通）", _SAVE_AS),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM", "文件是图片", "给出 .docx 模板"),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh", "文件是压缩包", "先解压，给出其中的 .docx"),
)
_MEMBERS = (
    ("xl/workbook.xml", "文件是 Excel 工作簿，不是 Word 文件"),
    ("ppt/presentation.xml", "文件是演示文稿，不是 Word 文件"),
    ("OFD.xml", "文件是 OFD 版式文件，不能填写"),
    ("content.xml", "文件是 .odt 格式"),
)
_MAIN_TYPES = (
    ("macroenabled", UNSAFE, "文件带有宏（.docm 或 .dotm）", "另存为不含宏的 .docx"),
    ("template.main", UNREADABLE, "文件是 Word 的模板格式 .dotx", "另存为普通的 .docx 再用"),
)


def demand_zip(content: bytes) -> None:
    """Refuse what does not begin as a zip does, by its name.

    Raises:
        TemplateError: when it does not.
    """
    if content.startswith(b"PK\3\4"):
        return
    if not content.strip(b"\0"):
        raise refused(UNREADABLE, "文件是空的，不是完整的 .docx", "重新保存或复制一份")
    if content.startswith(_COMPOUND):
        raise _of_compound(content)
    beginning = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:64]
    for pattern, message, hint in _BEGINNINGS:
        if re.match(pattern, beginning, re.IGNORECASE):
            raise refused(UNREADABLE, message, hint)
    raise refused(UNREADABLE, "文件不是完整的 .docx", "用 Word 或 WPS 打开它，另存为 .docx")


def _of_compound(content: bytes) -> TemplateError:
    for stream, message, hint in _STREAMS:
        if stream.encode("utf-16-le") in content:
            return refused(UNREADABLE, message, hint)
    return refused(UNREADABLE, "文件是旧的 .doc 格式，或加了打开密码", "另存为不加密的 .docx 再用")


def demand_word(names: Collection[str], needed: Collection[str]) -> None:
    """Refuse a zip that lacks what every Word file has.

    Raises:
        TemplateError: when it does; the message says what the zip is where that is known.
    """
    missing = [name for name in needed if name not in names]
    if not missing:
        return
    for member, message in _MEMBERS:
        if member in names:
            raise refused(UNREADABLE, message, "给出 .docx 模板，或用 Word、WPS 另存为 .docx")
    raise refused(UNREADABLE, f"文件里没有 {missing[0]}，不是 Word 文件", "另存为 .docx 再用")


def demand_document(main_type: str) -> None:
    """Refuse a Word file that is a macro file or a .dotx, by the content type of its main part.

    Raises:
        TemplateError: when it is one.
    """
    for mark, fault, message, hint in _MAIN_TYPES:
        if mark in main_type.casefold():
            raise refused(fault, message, hint)
