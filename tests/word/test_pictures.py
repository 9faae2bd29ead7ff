"""Pictures by a listed filter: PNG and JPEG, from the folder of the data and nowhere else."""

import io
import struct
import zlib
from pathlib import Path

import docx
import pytest
import small_papers as d
from strict import faults

from docgen.errors import IncompleteError
from docgen.vocabulary import Blank
from docgen.word.passages import passages
from docgen.word.pictures import Picture, PictureError, read_picture
from docgen.word.template import Template

MM = 36_000
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = d.with_body(
    d.paper("末"),
    f'<w:p><m:oMath xmlns:m="{MATH}"><m:r><m:t>{{{{ 照片|图片 }}}}</m:t></m:r></m:oMath></w:p>',
)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 40, height: int = 20, *more: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff\0\0" * min(width, 50)) * min(height, 50))
    pieces = (chunk(b"IHDR", head), *more, chunk(b"IDAT", rows), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(pieces)


def jpeg(width: int = 30, height: int = 60, dpi: int = 300) -> bytes:
    density = b"JFIF\0\1\1\1" + struct.pack(">HH", dpi, dpi) + b"\0\0"
    frame = struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0"
    segments = ((0xE0, density), (0xC0, frame), (0xDA, b"\1\1\0\0\x3f\0"))
    made = b"".join(struct.pack(">BBH", 0xFF, m, len(data) + 2) + data for m, data in segments)
    return b"\xff\xd8" + made + b"\0\0\xff\xd9"


def sizes(content: bytes) -> list[tuple[int, int]]:
    shapes = docx.Document(io.BytesIO(content)).inline_shapes
    return [(round(shape.width / MM), round(shape.height / MM)) for shape in shapes]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    home = tmp_path / "数据"
    home.mkdir()
    (home / "照片.png").write_bytes(png())
    (home / "竖.jpg").write_bytes(jpeg())
    (home / "说明.png").write_text("这不是图片")
    (home / "大.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * (21 * 2**20))
    (tmp_path / "别处.png").write_bytes(png())
    (home / "链接.png").symlink_to(tmp_path / "别处.png")
    return home


@pytest.mark.parametrize(
    ("tag", "size"),
    [
        ("{{ 照片|图片(宽=60) }}", (60, 30)),
        ("{{ 照片|图片(高=60) }}", (120, 60)),
        ("{{ 照片|图片(宽=30, 高=40) }}", (30, 40)),
        ("{{ 照片|图片（宽＝60） }}", (60, 30)),
        ("{{ 照片|图片(50) }}", (50, 25)),
        ("{{ 照片|image(width_mm=20) }}", (20, 10)),
        ("{{ 照片|图片 }}", (11, 5)),
    ],
)
def test_a_picture_stands_in_its_line_as_large_as_asked(
    tag: str, size: tuple[int, int], folder: Path
) -> None:
    content = Template(d.paper(f"前{tag}后")).render({"照片": "照片.png"}, folder=folder)

    assert sizes(content) == [size]
    assert passages(content)[0].text == "前后"
    assert faults(content) == []


def test_a_picture_without_a_size_is_as_large_as_it_says_and_no_wider_than_the_text() -> None:
    dense = png(1000, 500, chunk(b"pHYs", struct.pack(">IIB", 11811, 11811, 1)))
    template = Template(d.paper("{{ 图|图片 }}"))

    assert sizes(template.render({"图": dense})) == [(85, 42)]
    assert sizes(template.render({"图": jpeg(300, 600)})) == [(25, 51)]
    assert sizes(template.render({"图": png(3000, 3000)})) == [(150, 150)]


def test_equal_pictures_are_stored_once_and_the_bytes_are_the_same(folder: Path) -> None:
    template = Template(d.paper("{%p for 项 in 名单 %}", "{{ 项|图片(宽=20) }}", "{%p endfor %}"))
    values = {"名单": ["照片.png", "竖.jpg", "照片.png", png()]}

    content = template.render(values, folder=folder)

    assert len([name for name in d.members(content) if "media" in name]) == 2
    assert len(sizes(content)) == 4
    assert faults(content) == []
    assert template.render(values, folder=folder) == content


def test_pictures_stand_in_headers_cells_and_text_boxes(folder: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ 章|图片(宽=10) }}"
    document.add_table(1, 1).rows[0].cells[0].text = "{{ 章|图片(宽=10) }}"
    content = d.with_body(d.saved(document), d.text_box("{{ 章|图片(宽=10) }}"))

    made = Template(content).render({"章": "照片.png"}, folder=folder)

    assert faults(made) == []
    assert b"rIdImage1" in d.members(made)["word/header1.xml"]
    assert b"media/image-" in d.members(made)["word/_rels/header1.xml.rels"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("没有.png", "找不到图片“没有.png”"),
        ("../别处.png", "图片“../别处.png”不在数据所在的文件夹里"),
        ("..\\别处.png", "不在数据所在的文件夹里"),
        ("/etc/passwd", "不在数据所在的文件夹里"),
        ("链接.png", "不在数据所在的文件夹里"),
        ("说明.png", "图片不是 PNG 或 JPEG"),
        ("大.png", "图片超过 20 MB"),
        (".", "找不到图片"),
        ("a\0b", "图片“a\0b”不在数据所在的文件夹里"),
        ("长" * 5000, "读不了"),
    ],
)
def test_what_cannot_be_printed_is_told_with_its_place(
    name: str, message: str, folder: Path
) -> None:
    with pytest.raises(PictureError) as caught:
        read_picture(Picture(name), folder)
    assert message in caught.value.message

    with pytest.raises(IncompleteError) as told:
        Template(d.paper("{{ 照片|图片 }}")).render({"照片": name}, folder=folder)
    [finding] = told.value.findings
    assert finding.code in ("bad-picture", "bad-character")
    assert finding.place is not None
    assert finding.place.paragraph == 1


def test_a_name_without_a_folder_leads_nowhere() -> None:
    with pytest.raises(IncompleteError, match="不知道图片“照片"):
        Template(d.paper("{{ 照片|图片 }}")).render({"照片": "照片.png"})


def test_a_path_of_the_program_s_own_is_read_wherever_it_leads(folder: Path) -> None:
    content = Template(d.paper("{{ 照片|图片 }}")).render({"照片": folder.parent / "别处.png"})

    assert len(sizes(content)) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", png()[:-5], png()[:40] + b"x" + png()[41:], jpeg()[:20]],
    ids=["empty", "gif", "head", "cut", "changed", "half a jpeg"],
)
def test_a_file_that_is_no_whole_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        read_picture(Picture(content), None)


@pytest.mark.parametrize("size", [(0, 5), (30_000, 5)])
def test_a_picture_of_no_size_or_of_a_giant_s_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(PictureError):
        read_picture(Picture(png(*size)), None)


def test_missing_values_are_told_along_with_all_others_and_blanks_stay_blank() -> None:
    template = Template(d.paper("{{ 照片|图片 }}{{ 名称 }}"))

    with pytest.raises(IncompleteError) as caught:
        template.render({"照片": ""})

    assert [finding.path for finding in caught.value.findings] == ["照片", "名称"]
    assert passages(template.render({"照片": Blank(), "名称": "甲"}))[0].text.endswith("甲")


def test_a_picture_outside_text_is_refused() -> None:
    document = docx.Document()
    document.core_properties.title = "{{ 照片|图片 }}"

    with pytest.raises(IncompleteError, match="不能放在这里"):
        Template(d.saved(document)).render({"照片": png()})


@pytest.mark.parametrize("tag", ["{{ a|图片(宽='x') }}", "{{ a|图片(0) }}", "{{ a|图片(长=5) }}"])
def test_a_size_that_is_none_is_told(tag: str) -> None:
    with pytest.raises(IncompleteError, match="算不出结果"):
        Template(d.paper(tag)).render({"a": png()})


def test_a_picture_in_a_formula_is_refused() -> None:
    with pytest.raises(IncompleteError, match="公式"):
        Template(FORMULA).render({"照片": png()})
