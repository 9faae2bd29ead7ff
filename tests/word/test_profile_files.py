"""An office's own layout file: what it may say, and how what is wrong in it is told."""

import pytest

from docgen.errors import FindingsError
from docgen.findings import Finding
from docgen.word import layout
from docgen.word.profile_files import read_profile
from docgen.word.profiles import GBT9704, GBT33476, NumberPlace, Profile


def read(text: str) -> Profile:
    return read_profile(text, "本镇.toml", "本镇")


def faults(text: str) -> list[Finding]:
    with pytest.raises(FindingsError) as caught:
        read(text)
    return caught.value.findings


def only_fault(text: str) -> Finding:
    [finding] = faults(text)
    return finding


def millimetres(length: int) -> float:
    return round(length / layout.TWIPS_PER_MM, 1)


def test_a_file_that_says_nothing_is_the_standard() -> None:
    profile = read("")

    assert profile.name == "本镇"
    assert (profile.line, profile.spacing, profile.fonts) == (
        GBT9704.line,
        GBT9704.spacing,
        GBT9704.fonts,
    )


def test_a_file_may_go_by_another_profile() -> None:
    profile = read('依据 = "gbt33476"')

    assert (profile.top, profile.line) == (GBT33476.top, GBT33476.line)


def test_every_section_is_read() -> None:
    profile = read(
        """
        名称 = "白道口镇"
        [页边距]
        上 = 30
        下 = 30
        左 = 28
        右 = 22
        [版心]
        每页行数 = 24
        每行字数 = 28
        [字体]
        标题 = "方正小标宋_GBK"
        正文 = "仿宋"
        一级标题 = "黑体"
        二级标题 = "楷体"
        附件和表头 = "黑体"
        签发人 = "楷体"
        页码 = "宋体"
        西文 = "仿宋"
        [字号]
        标题 = "小一"
        正文 = "三号"
        表格 = 12
        页码 = "四号"
        [加粗]
        二级标题 = true
        三级标题 = true
        [页码]
        位置 = "居中"
        距版心 = 8
        """
    )

    assert profile.title == "白道口镇"
    assert [millimetres(n) for n in (profile.top, profile.bottom, profile.left, profile.right)] == [
        30,
        30,
        28,
        22,
    ]
    assert profile.text_height // profile.line == 24
    assert profile.text_width // profile.character == 28
    assert (profile.title_size, profile.size, profile.table_size) == (48, 32, 24)
    assert profile.bold == {2, 3}
    assert profile.number_place is NumberPlace.CENTRE


def test_english_names_say_the_same() -> None:
    chinese = read('[页边距]\n上 = 30\n[字体]\n正文 = "仿宋"\n[页码]\n位置 = "居中"')
    english = read('[margins]\ntop = 30\n[fonts]\nbody = "仿宋"\n[page_number]\nplace = "centre"')

    assert chinese == english


@pytest.mark.parametrize(
    "text", ['["页边距"]\n"上" = 30', "[页边距]\n上=30 # 毫米", "[ 页边距 ]\n  上 = 30"]
)
def test_quotes_spaces_and_comments_change_nothing(text: str) -> None:
    assert millimetres(read(text).top) == 30


def test_headings_set_like_the_body_go_with_its_typeface() -> None:
    profile = read('[字体]\n正文 = "仿宋"')

    assert [font.name for font in profile.heading_fonts] == ["黑体", "楷体_GB2312", "仿宋", "仿宋"]
    assert profile.body_font.instead[0] == "仿宋_GB2312"


def test_the_latin_typeface_is_not_that_of_titles_and_page_numbers() -> None:
    profile = read('[字体]\n西文 = "仿宋"\n标题 = "华文中宋"')

    assert profile.body_font.latin == profile.heading_fonts[0].latin == "仿宋"
    assert profile.title_font.latin == "华文中宋"
    assert profile.number_font.latin == "宋体"


def test_page_numbers_keep_their_distance_when_the_lower_margin_changes() -> None:
    assert read("[页边距]\n下 = 35").footer == pytest.approx(GBT9704.footer, abs=2)
    assert millimetres(GBT9704.footer - read("[页边距]\n下 = 30").footer) == 5
    assert millimetres(GBT9704.footer - read("[页码]\n距版心 = 10").footer) == 3


def test_larger_type_gives_up_the_narrow_spacing() -> None:
    assert read('[字号]\n正文 = "小二"\n[版心]\n行距 = 36').spacing == 0


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[页边矩]\n上 = 30", "没有“[页边矩]”这一项", "是不是“[页边距]”？"),
        ("[页边距]\n上边 = 30", "没有“上边”这一项", "是不是“上”？"),
        ("[加粗]\n标题 = true", "没有“标题”这一项", "是不是“"),
        ("行距 = 28", "没有“行距”这一项", "这里可以写名称、依据。"),
    ],
)
def test_a_name_that_means_nothing_is_told_with_the_nearest(
    text: str, message: str, hint: str
) -> None:
    finding = only_fault(text)

    assert finding.code == "unknown-layout-key"
    assert finding.message == message
    assert hint in finding.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[页边距]\n上 = 370", "“上”写的是 370，用不了"),
        ("[页边距]\n上 = true", "“上”写的是 true，用不了"),
        ('[页边距]\n上 = "37毫米"', '“上”写的是 "37毫米"，用不了'),
        ('[字号]\n正文 = "四五号"', '“正文”写的是 "四五号"，用不了'),
        ('[字体]\n正文 = "仿宋\\"/>"', "“正文”写的是"),
        ("[加粗]\n二级标题 = 1", "“二级标题”写的是 1，用不了"),
        ('[页码]\n位置 = "左边"', '“位置”写的是 "左边"，用不了'),
        ('依据 = "gb9705"', '“依据”写的是 "gb9705"，用不了'),
        ("页码 = 1", "“页码”是一节，不能直接写值"),
        ("[页边距]\n上 = 30\ntop = 31", "“上”写了两次"),
        ("[版心]\n每页行数 = 22\n行距 = 28", "“每页行数”和“行距”都写了"),
        ("[版心]\n行距 = 12", "行距 12 磅放不下 16 磅的正文"),
        ("[版心]\n每行字数 = 40", "每行放不下这么多 16 磅的字"),
        ("[页边距]\n左 = 70\n右 = 70", "页边距太大，放不下正文"),
        ("[页边距]\n下 = 10", "页码会落到纸外"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_can(text: str, message: str) -> None:
    finding = only_fault(text)

    assert finding.code == "layout-value"
    assert finding.message.startswith(message)
    assert finding.hint


@pytest.mark.parametrize(
    "text", ["[字体]\n正文 = 仿宋", "[字体]\n正文 = “仿宋”", "[字体\n", "上 30"]
)
def test_what_is_no_toml_is_told_with_its_line(text: str) -> None:
    finding = only_fault(text)

    assert finding.code == "layout-syntax"
    assert finding.source is not None
    assert finding.source.line in (1, 2)


def test_all_faults_are_told_at_once_each_with_its_line() -> None:
    found = faults('名称 = ""\n[页边距]\n上 = 370\n边 = 1\n[字号]\n正文 = "八号"\n')

    assert [(f.code, f.source and f.source.line) for f in found] == [
        ("layout-value", 1),
        ("layout-value", 3),
        ("unknown-layout-key", 4),
        ("layout-value", 6),
    ]
    assert {f.source and f.source.file for f in found} == {"本镇.toml"}
