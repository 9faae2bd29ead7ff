"""What to do with each row: make its document, leave it, or ask first."""

import hashlib
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from docgen.batches.journal import Entered
from docgen.errors import FileError, system_reason
from docgen.findings import Fault, Finding, Severity, Source
from docgen.naming import folded

HAND_EDITED = Fault(
    code="hand-edited",
    title="成品被人改过",
    why="这份文件生成以后有人在 Word 或 WPS 里改过；重新生成会丢掉那些改动。",
    faulty="西街村的责任书打开改过，又要按新数据重新生成",
    sound="先看改动要不要，不要就加 --force 重新生成",
)
KEPT_EDITS = Fault(
    code="edited-kept",
    title="成品被人改过，照原样留着",
    why="数据没有变，所以没有重新生成；请确认手工的改动是要的。",
    faulty="西街村的责任书打开改过",
    sound="把改动写进数据，重新生成",
    severity=Severity.WARNING,
)
UNKNOWN_FILE = Fault(
    code="file-in-the-way",
    title="这个位置已有别的文件",
    why="成品文件夹里有一个同名文件，不是本程序记录过的；覆盖它可能丢掉别人的东西。",
    faulty="documents/西街村.docx 已经在那里，日志里没有它",
    sound="把那个文件移走，或加 --force 覆盖",
)
SIGNED_DOCUMENT = Fault(
    code="signed-document",
    title="已经签订的责任书，数据又变了",
    why="签了字的文件不能悄悄换掉；改了内容要重新签订。",
    faulty="台账里签订已打“是”，名册里的负责人却改了",
    sound="确要重签，就加 --force 重新生成",
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a row asks for: its file, and what it would be made from."""

    file: str
    row_hash: str
    press: str
    source: Source


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a row. Neither `make` nor an error finding: it stays as it is."""

    make: bool
    finding: Finding | None = None


MAKE = Decision(make=True)
LEAVE = Decision(make=False)


def decide(
    folder: Path,
    wanted: Wanted,
    entered: Entered | None,
    *,
    leaving: Container[str] = (),
    force: bool,
) -> Decision:
    """Decide what to do with one row that passed its check.

    `leaving` are the files, folded, that other rows of the roster leave for new ones.

    Raises:
        FileError: when the document of an earlier run cannot be read.
    """
    at_a_new_place = MAKE if force else _first_time(folder, wanted, leaving)
    if entered is None or entered.file is None:
        return at_a_new_place
    same = (entered.row_hash, entered.press) == (wanted.row_hash, wanted.press)
    known = file_hash(folder / entered.file)
    edited = known not in (None, entered.sha256)
    if same and edited and not force:
        return Decision(make=False, finding=_kept(entered.file, wanted.source))
    if same and known and not edited and entered.file == wanted.file:
        return LEAVE
    if edited and not force:
        return Decision(make=False, finding=_edited(entered.file, wanted.source))
    if entered.signed and not same and not force:
        return Decision(make=False, finding=_signed(entered, wanted.source))
    return MAKE if entered.file == wanted.file else at_a_new_place


def _first_time(folder: Path, wanted: Wanted, leaving: Container[str]) -> Decision:
    if folded(wanted.file) in leaving or not (folder / wanted.file).exists():
        return MAKE
    message = f"{wanted.file} 已经在那里，不是本程序记录过的文件"
    hint = "把那个文件移走；确认可以覆盖，就加 --force。"
    return Decision(make=False, finding=UNKNOWN_FILE.finding(message, hint, source=wanted.source))


def not_left(wanted: Wanted) -> Finding:
    """Say that the row whose file this is does not leave it after all."""
    message = f"{wanted.file} 现在是另一行的成品，那一行这次没有换成别的文件"
    return UNKNOWN_FILE.finding(message, "先处理那一行的问题，再运行一次。", source=wanted.source)


def _kept(file: str, source: Source) -> Finding:
    message = f"{file} 生成以后被人改过；数据没有变，照原样留着"
    return KEPT_EDITS.finding(message, "不要那些改动，就加 --force 重新生成。", source=source)


def _edited(file: str, source: Source) -> Finding:
    message = f"{file} 生成以后被人改过，没有按新数据重新生成"
    return HAND_EDITED.finding(message, "确认不要那些改动，就加 --force。", source=source)


def _signed(entered: Entered, source: Source) -> Finding:
    message = f"{entered.file} 已经签订（{entered.signed}），内容又有变化，没有替换"
    return SIGNED_DOCUMENT.finding(message, "确要重新签订，就加 --force。", source=source)


def file_hash(path: Path) -> str | None:
    """Give the SHA-256 of a file, None when it is not there.

    Raises:
        FileError: when it is there and cannot be read.
    """
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        msg = f"读不了 {path}：{system_reason(error)}。如果它正在 Word 或 WPS 中打开，请先关闭。"
        raise FileError(msg) from error
