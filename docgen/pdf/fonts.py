"""Which fonts a paper asks for and does not get on this machine."""

from collections.abc import Collection, Iterator

from docgen.findings import Fault, Finding, Severity
from docgen.pdf.typefaces import TYPEFACES, Typeface, plain

FONT_SUBSTITUTED = Fault(
    code="font-substituted",
    title="这台机器上没有这种字体，用别的代替了",
    why="PDF 和页面图片里的字形、换行和页数与装有该字体的机器可能略有不同；Word 文件本身不受影响。",
    faulty="没有安装仿宋_GB2312，PDF 里用文鼎报宋代替",
    sound="安装单位有使用权的字体，重新生成 PDF",
    severity=Severity.INFO,
)


# What makers call their fonts inside a PDF is known to nobody else.
KNOWN_AS = {
    "bousungeglight": "文鼎简报宋",
    "gbzenkai": "文鼎简中楷",
    "notosanscjk": "Noto 黑体",
    "notoserifcjk": "Noto 宋体",
}


def substitutions(named: Collection[str], embedded: Collection[str]) -> Iterator[Finding]:
    """Report every font that a paper names and that its PDF replaces.

    `named` are the fonts the paper's text asks for, `embedded` those its PDF is set in.
    """
    for name in sorted(named):
        if any(is_same(name, there) for there in embedded):
            continue
        face = next((face for face in TYPEFACES if face.is_named(name)), None)
        other = stand_in(face, embedded)
        if other is not None:  # else no text of the paper is set in it
            role = f"（{face.role}）" if face and face.role not in name else ""
            yield FONT_SUBSTITUTED.finding(
                f"没有字体“{name}”{role}，PDF 里用“{shown(other)}”代替",
                "要与正式打印的一致，就在装有这种字体的机器上做。",
            )


def shown(embedded: str) -> str:
    """Give the name people know an embedded font by."""
    spelt = plain(embedded)
    name = next((name for key, name in KNOWN_AS.items() if spelt.startswith(key)), None)
    bold = "粗体" if "bold" in spelt else ""
    return embedded if name is None else f"{name}{bold}"


def is_same(name: str, embedded: str) -> bool:
    """True when an embedded font is the one that was asked for, in whichever spelling."""
    if plain(embedded).startswith(plain(name)):
        return True
    return any(face.is_named(name) and face.is_named(embedded) for face in TYPEFACES)


def stand_in(face: Typeface | None, embedded: Collection[str]) -> str | None:
    """Give the embedded font that plays a role; None when none does."""
    if face is None:
        strangers = (n for n in sorted(embedded) if all(f.rank(n) is None for f in TYPEFACES))
        return next(strangers, None)
    ranks = {name: rank for name in sorted(embedded) if (rank := face.rank(name)) is not None}
    return min(ranks, key=ranks.__getitem__, default=None)
