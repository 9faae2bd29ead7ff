"""The zip itself: what its directory promises is what is in it, once, in bounds, under safe names.

Programs differ in what they make of a twisted zip; one that can be read in two ways is refused.
"""

import io
import struct
import unicodedata
import zipfile
import zlib
from itertools import pairwise
from urllib.parse import unquote

from docgen.word.gates.formats import demand_word, demand_zip
from docgen.word.gates.refusals import UNREADABLE, UNSAFE, refused

LARGEST = 200 * 1024 * 1024
STEEPEST = 200
MOST_MEMBERS = 5000
LONGEST_NAME = 255
NEEDED = ("[Content_Types].xml", "word/document.xml")
_SMALL = 1024 * 1024
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_END = b"PK\5\6"
_END_LENGTH = 22
_ENCRYPTED, _SIZES_FOLLOW, _UTF8 = 0x1, 0x8, 0x800
_LARGE = 0xFFFFFFFF
_SAVE_AGAIN = "用 Word 或 WPS 重新保存一次"
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(NotImplementedError, UnicodeError, ValueError, OverflowError),
)


def unzip(content: bytes) -> dict[str, bytes]:
    """Give the members of a Word file by name, in the order they are stored.

    Raises:
        TemplateError: when it is no sound zip, too large, or made to be read in two ways.
    """
    demand_zip(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            _check_directory(entries)
            _check_layout(content, entries, package.start_dir)
            return {info.filename: package.read(info) for info in entries if not info.is_dir()}
    except _BROKEN as fault:
        raise refused(
            UNREADABLE, "文件不是完整的 .docx", "用 Word 或 WPS 打开它，另存为 .docx"
        ) from fault


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_MEMBERS:
        raise refused(UNSAFE, f"文件里的部件超过 {MOST_MEMBERS} 个", "换一个可靠的模板")
    names = [info.filename for info in entries]
    demand_word(names, NEEDED)
    if any(info.flag_bits & _ENCRYPTED for info in entries):
        raise refused(UNREADABLE, "文件加了密码", "去掉密码再用")
    for info in entries:
        _check_name(info)
        _check_size(info)
    if len({_same(name) for name in names}) < len(names):
        raise refused(UNSAFE, "文件里有重名的部件", _SAVE_AGAIN)
    if sum(info.file_size for info in entries) > LARGEST:
        raise refused(UNSAFE, f"文件解压后超过 {LARGEST // 2**20} MB", "压缩或删去模板里的图片")


def _check_name(info: zipfile.ZipInfo) -> None:
    name = unquote(info.orig_filename)
    segments = name.removesuffix("/").split("/")
    is_bad = (
        not name.isprintable()
        or len(name) > LONGEST_NAME
        or any(sign in name for sign in '\\:*?"<>|')
        or any(not segment.strip(". ") for segment in segments)
        or name.endswith(".piece")
    )
    if is_bad:
        shown = ascii(name[:60]) if not name.isprintable() else name[:60]
        raise refused(UNSAFE, f"部件名“{shown}”不合规", _SAVE_AGAIN)


def _check_size(info: zipfile.ZipInfo) -> None:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refused(UNSAFE, f"部件 {info.filename} 的压缩方法 Word 不认", _SAVE_AGAIN)
    if info.file_size > max(_SMALL, STEEPEST * info.compress_size):
        raise refused(UNSAFE, f"部件 {info.filename} 的压缩率异常", "换一个可靠的模板")


def _same(name: str) -> str:
    """Give what a name is to programs that do not mind case, percent signs or composition."""
    return unicodedata.normalize("NFKC", unquote(name)).casefold()


def _check_layout(content: bytes, entries: list[zipfile.ZipInfo], directory: int) -> None:
    """Refuse members that overlap or disagree with the directory, and bytes around the zip."""
    ordered = sorted(entries, key=lambda info: info.header_offset)
    spans = [_span(content, info) for info in ordered]
    ends = (*spans, (directory, directory))
    if spans[0][0] != 0 or any(end > start for (_, end), (start, _) in pairwise(ends)):
        raise refused(UNSAFE, "文件里的部件互相重叠，或夹带了别的内容", _SAVE_AGAIN)
    end = content.find(_END, directory)
    comment = int.from_bytes(content[end + _END_LENGTH - 2 : end + _END_LENGTH], "little")
    if end < 0 or end + _END_LENGTH + comment != len(content):
        raise refused(UNSAFE, "文件末尾夹带了别的内容", _SAVE_AGAIN)


def _span(content: bytes, info: zipfile.ZipInfo) -> tuple[int, int]:
    """Give where a member begins and ends, its own header held against the directory."""
    start = info.header_offset
    header = _LOCAL.unpack_from(content, start)
    mark, _, flags, method, _, _, crc, packed, size, name_length, extra = header
    name_at = start + _LOCAL.size
    name = content[name_at : name_at + name_length]
    told = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    is_same = mark == b"PK\3\4" and name == told and method == info.compress_type
    if not flags & _SIZES_FOLLOW:
        expected = (info.CRC, info.compress_size, info.file_size)
        shown = (crc, packed, size)
        is_same &= all(a in (b, _LARGE) for a, b in zip(shown, expected, strict=True))
    if not is_same or (flags ^ info.flag_bits) & _ENCRYPTED:
        raise refused(UNSAFE, f"部件 {info.filename} 与文件目录对不上", _SAVE_AGAIN)
    return start, name_at + name_length + extra + info.compress_size
