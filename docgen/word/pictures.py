"""Pictures a template prints by `{{ 照片|图片(宽=60) }}`: PNG and JPEG, by path or as bytes.

A path that comes from data leads nowhere but into the folder that was given for it; a picture is
what its own first bytes say, whatever its name is.
"""

import hashlib
import re
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from docgen.findings import Fault
from docgen.vocabulary import Blank

BAD_PICTURE = Fault(
    code="bad-picture",
    title="图片用不了",
    why="图片找不到、不是 PNG 或 JPEG，或不在允许的文件夹里，纸上就会缺一块。",
    faulty="照片: ../别处/照片.webp",
    sound="照片: 照片.jpg（与数据放在同一个文件夹）",
)

MOST_BYTES = 20 * 1024 * 1024
_MOST_PIXELS = 20_000
_PER_MM = 36_000
_LONGEST_MM = 2_000
_WIDEST_MM = 150
_SHOWN = 40
_SCREEN_DPI = 96
_PNG = b"\x89PNG\r\n\x1a\n"
_SIZED = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_BARE = {0x01, *range(0xD0, 0xD9)}
_NAMES = {
    **{"宽": "width", "width": "width", "width_mm": "width"},
    **{"高": "height", "height": "height", "height_mm": "height"},
}


class PictureError(ValueError):
    """Raised for a picture that cannot be printed; says why and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture asked for by a template: a path or bytes, and its size in millimetres."""

    source: object
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that was read: its bytes, its sort and its size on paper."""

    content: bytes
    ending: str
    width: int
    height: int

    @property
    def name(self) -> str:
        """A name that equal pictures share."""
        return f"image-{hashlib.sha256(self.content).hexdigest()[:16]}.{self.ending}"


def picture(value: object, *sizes: object, **named: object) -> "Picture | Blank":
    """Ask for a picture; sizes are width and height in millimetres. A blank stays one."""
    if isinstance(value, Blank):
        return value
    wanted = dict(zip(("width", "height"), sizes, strict=False))
    wanted |= {_NAMES[name]: size for name, size in named.items()}
    if len(sizes) > len(("width", "height")):
        raise TypeError(sizes)
    return Picture(value, **{name: _millimetres(size) for name, size in wanted.items()})


def _millimetres(size: object) -> float:
    if isinstance(size, bool) or not isinstance(size, int | float):
        raise TypeError(size)
    if not 1 <= size <= _LONGEST_MM:
        raise ValueError(size)
    return float(size)


def read_picture(asked: Picture, folder: Path | None) -> Image:
    """Read a picture; a path in a text leads into `folder`.

    Raises:
        PictureError: when it is not there, is too large, or is neither PNG nor JPEG.
    """
    content = _content(asked.source, folder)
    if content.startswith(_PNG):
        ending, pixels, dpi = "png", *_png(content)
    elif content.startswith(b"\xff\xd8\xff"):
        ending, pixels, dpi = "jpeg", *_jpeg(content)
    else:
        raise PictureError("图片不是 PNG 或 JPEG", "另存为 .png 或 .jpg 再用")
    if not all(0 < side <= _MOST_PIXELS for side in pixels):
        raise PictureError(f"图片的大小不对：{pixels[0]}×{pixels[1]}", "换一张图片")
    width, height = _on_paper(asked, pixels, dpi)
    return Image(content, ending, width, height)


def _content(source: object, folder: Path | None) -> bytes:
    if isinstance(source, bytes | bytearray):
        return _small(bytes(source))
    if isinstance(source, Path):
        return _read(source, source.name)
    if not isinstance(source, str):
        raise PictureError("图片要写文件名", "写图片的文件名，如 照片.jpg")
    if folder is None:
        raise PictureError(f"不知道图片“{source}”在哪个文件夹", "给出图片所在的文件夹")
    root = folder.resolve()
    path = _resolved(root, source)
    if path is None or not path.is_relative_to(root):
        raise PictureError(
            f"图片“{source}”不在数据所在的文件夹里", "把图片放进那个文件夹，只写文件名"
        )
    return _read(path, source)


def _resolved(root: Path, name: str) -> Path | None:
    try:
        return (root / name.replace("\\", "/")).resolve()
    except (OSError, ValueError, RuntimeError):
        return None


def _read(path: Path, name: str) -> bytes:
    shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    try:
        if path.is_file():
            with path.open("rb") as file:
                return _small(file.read(MOST_BYTES + 1))
    except OSError as fault:
        raise PictureError(f"图片“{shown}”读不了", "检查文件名和权限") from fault
    raise PictureError(f"找不到图片“{shown}”", "检查文件名，把图片放到那里")


def _small(content: bytes) -> bytes:
    if len(content) > MOST_BYTES:
        raise PictureError(f"图片超过 {MOST_BYTES // 2**20} MB", "压缩图片再用")
    return content


Size = tuple[int, int]


def _png(content: bytes) -> tuple[Size, Size]:
    """Read width, height and density of a PNG; every chunk must be whole."""
    size, dpi, position, is_whole = (0, 0), (0, 0), len(_PNG), False
    while position + 12 <= len(content):
        length, name = struct.unpack_from(">I4s", content, position)
        data = content[position + 8 : position + 8 + length]
        end = position + 8 + length
        if len(data) < length or content[end : end + 4] != _checksum(name + data):
            break
        if name == b"IHDR" and length == 13:
            size = struct.unpack_from(">II", data)
        elif name == b"pHYs" and length == 9 and data[8] == 1:
            dpi = tuple(round(number * 0.0254) for number in struct.unpack_from(">II", data))
        is_whole = name == b"IEND"
        position = end + 4
        if is_whole:
            break
    if not is_whole or not all(size):
        raise PictureError("图片文件不完整", "重新保存图片再用")
    return size, dpi


def _checksum(data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(data))


def _jpeg(content: bytes) -> tuple[Size, Size]:
    """Read width, height and density of a JPEG."""
    dpi, position = (0, 0), 2
    while position + 4 <= len(content) and content[position] == 0xFF:
        marker = content[position + 1]
        if marker == 0xFF or marker in _BARE:
            position += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", content, position + 2)
        data = content[position + 4 : position + 2 + length]
        if marker == 0xE0 and data.startswith(b"JFIF\0") and len(data) >= 12:
            unit, across, down = struct.unpack_from(">BHH", data, 7)
            factor = {1: 1.0, 2: 2.54}.get(unit, 0.0)
            dpi = round(across * factor), round(down * factor)
        if marker in _SIZED and len(data) >= 5 and b"\xff\xd9" in content[-64:]:
            height, width = struct.unpack_from(">HH", data, 1)
            return (width, height), dpi
        position += 2 + length
    raise PictureError("图片文件不完整", "重新保存图片再用")


def _on_paper(asked: Picture, pixels: Size, dpi: Size) -> Size:
    """Give the size in Word's units; what is not asked for follows from the picture's own."""
    across, down = pixels
    if asked.width is not None and asked.height is not None:
        width, height = asked.width, asked.height
    elif asked.width is not None:
        width, height = asked.width, asked.width * down / across
    elif asked.height is not None:
        width, height = asked.height * across / down, asked.height
    else:
        dots = [density if density >= 10 else _SCREEN_DPI for density in dpi]
        width, height = across / dots[0] * 25.4, down / dots[1] * 25.4
        scale = min(1, _WIDEST_MM / width)
        width, height = width * scale, height * scale
    return max(round(width * _PER_MM), 1), max(round(height * _PER_MM), 1)


def drawing(image: Image, relation: str, label: str) -> str:
    """Write the picture as Word does, in the line of its text."""
    size = f'cx="{image.width}" cy="{image.height}"'
    label = re.sub(r'[<>&"]', "", label)
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" '
        f'distL="0" distR="0"><wp:extent {size}/><wp:docPr id="1" name="图片" descr="{label}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" '
        f'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
        f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{image.name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_RELATIONS}" r:embed="{relation}"/><a:stretch>'
        "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
