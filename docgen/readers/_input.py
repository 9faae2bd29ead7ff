"""Input files as streams of bytes, with every way of failing to read one said in words."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from docgen.errors import FileError

LARGEST = 500 * 2**20
"""More bytes than this are not read into memory at once."""

FOREIGN = {
    b"PK\x03\x04": "压缩包或 Excel 工作簿",
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件（.xls 或 .doc）或加密的工作簿",
    b"%PDF": "PDF 文件",
    b"\x1f\x8b": "gzip 压缩文件",
}


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file to read, under the name that findings show.

    `content` holds what came from standard input or an upload; `path` is None then.
    """

    name: str
    path: Path | None = None
    content: bytes | None = None

    @property
    def is_standard_input(self) -> bool:
        """True when this is standard input, which has no ending to know it by."""
        return self.name == "-"

    def open(self) -> BinaryIO:
        """Open the bytes for reading, unpacked when the name ends in .gz."""
        if self.name.lower().endswith(".gz"):
            return cast(BinaryIO, gzip.open(self.path or io.BytesIO(self.content or b"")))
        return self.path.open("rb") if self.path else io.BytesIO(self.content or b"")

    def open_text(self, encoding: str) -> TextIO:
        """Open the text for reading; what cannot be decoded comes out as U+FFFD."""
        return io.TextIOWrapper(self.open(), encoding, errors="replace", newline="")

    def read(self) -> bytes:
        """Give all bytes.

        Raises:
            FileError: when the file cannot be read or is larger than anybody's data.
        """
        with reading(self.name), self.open() as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise FileError(f"“{self.name}”太大（超过 500 MB）。请分成几个文件，或改用 .csv。")
        return content


def open_input(path: Path | str | InputFile) -> InputFile:
    """Give the input file at `path`; `-` takes all of standard input.

    Raises:
        FileError: when there is no such file, or it is a folder.
    """
    if isinstance(path, InputFile):
        return path
    if str(path) == "-":
        if sys.stdin is None:
            raise FileError("没有标准输入可读。请给出文件名，或用管道把数据送进来。")
        return InputFile("-", content=sys.stdin.buffer.read())
    found = Path(path)
    with reading(str(path)):
        if found.is_dir():
            raise FileError(f"“{path}”是文件夹。请给出其中的一个文件。")
        with found.open("rb"):
            return InputFile(str(path), found)


def refuse_foreign(name: str, start: bytes) -> None:
    """Refuse a file whose first bytes show that it is no text.

    Raises:
        FileError: when they do.
    """
    for mark, what in FOREIGN.items():
        if start.startswith(mark):
            raise FileError(
                f"“{name}”的内容其实是{what}，与扩展名不符。请用原来的程序打开，另存为需要的格式。"
            )


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Turn what the system says of an unreadable file into words.

    Raises:
        FileError: for every way in which reading fails.
    """
    try:
        yield
    except FileNotFoundError:
        raise FileError(f"找不到文件“{name}”。请检查文件名和所在的文件夹。") from None
    except PermissionError:
        raise FileError(
            f"没有权限读取“{name}”。如果它正在 WPS 或 Excel 中打开，请先关闭。"
        ) from None
    except (gzip.BadGzipFile, EOFError, zlib.error):
        raise FileError(f"“{name}”不是完整的 gzip 压缩文件。请重新压缩或重新下载。") from None
    except (OSError, ValueError) as error:
        raise FileError(
            f"无法读取“{name}”（{error}）。请检查文件名，或把文件复制到本机。"
        ) from error
