"""Publishing: a workbook put beside the documents, though somebody may have the old one open."""

from dataclasses import dataclass
from pathlib import Path

from docgen.errors import FileError
from docgen.files import write_whole
from docgen.findings import Fault, Finding, Severity, Source

OPEN_WORKBOOK = Fault(
    code="open-workbook",
    title="工作簿正开着，写在旁边了",
    why="别人开着的工作簿不能替换；新的一份写在旁边，免得丢了正在填的内容。",
    faulty="台账.xlsx 正在 WPS 中打开",
    sound="关闭台账.xlsx，再运行一次",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Published:
    """Where a workbook went, and what to say about it."""

    path: Path
    finding: Finding | None = None


def publish(path: Path, content: bytes) -> Published:
    """Write a workbook whole; one that is open stays, and the new one is written beside it.

    Raises:
        FileError: when neither can be written.
    """
    if not is_open(path):
        try:
            write_whole(path, content, force=True)
        except FileError as error:
            if not isinstance(error.__cause__, PermissionError):
                raise
        else:
            return Published(path)
    return publish_beside(path, content, f"{path.name} 正开着（或不许改写）")


def publish_beside(path: Path, content: bytes, reason: str) -> Published:
    """Write a workbook beside the one that has to stay, and say why."""
    other = beside(path)
    write_whole(other, content, force=True)
    finding = OPEN_WORKBOOK.finding(
        f"{reason}，新的写在 {other.name}",
        f"关闭 {path.name}，再运行一次，就会合到一起。",
        source=Source(file=path.name),
    )
    return Published(other, finding)


def beside(path: Path) -> Path:
    """Give the name of the workbook written beside one that is open: 台账（新）.xlsx."""
    return path.with_name(f"{path.stem}（新）{path.suffix}")


def is_open(path: Path) -> bool:
    """True when Excel's or WPS's owner file lies beside the workbook."""
    return path.with_name(f"~${path.name}").exists()
