"""LibreOffice at work: a profile of its own, a time limit, many papers a call, nothing left over.

LibreOffice ends well though a file was missing, and prints rubbish from a damaged one: papers are
checked before they are handed over, and what came out is read afterwards.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from docgen.errors import PdfError, TemplateError, system_reason
from docgen.pdf.joining import joined
from docgen.pdf.reading import demand_reader, fault_of
from docgen.pdf.tidying import tidied
from docgen.word.package import harmless

PROGRAMS = ("soffice", "libreoffice")
USUAL_PLACES = (
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
PACKAGES = (
    "libreoffice-writer fonts-noto-cjk fonts-arphic-gkai00mp fonts-arphic-gbsn00lp fonts-liberation"
)
MISSING = (
    "没有找到 LibreOffice，做不了 PDF。"
    f"Debian、Ubuntu、麒麟、统信：sudo apt install {PACKAGES}；"
    "Windows、macOS：从 libreoffice.org 下载安装。装好再运行一次。"
)
STOPPED = "已停下"
SECONDS_TO_START, SECONDS_A_PAPER = 120, 20

# Papers may come from strangers: no macros, no links followed, nothing asked.
SETTINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Common/Security/Scripting": (
        ("MacroSecurityLevel", "3"),
        ("DisableMacrosExecution", "true"),
        ("BlockUntrustedRefererLinks", "true"),
    ),
    "Writer/Content/Update": (("Link", "0"),),
    "Common/Misc": (("FirstRun", "false"),),
}


def find_office() -> Path:
    """Find LibreOffice.

    Raises:
        PdfError: when it is not there; the message holds the install line.
    """
    found = next(filter(None, map(shutil.which, (*PROGRAMS, *USUAL_PLACES))), None)
    if found is None:
        raise PdfError(MISSING)
    return Path(found)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of one paper: its PDF, or why there is none."""

    pdf: bytes | None
    reason: str = ""


class Office:
    """LibreOffice with a folder of its own, which holds its profile and the papers under way.

    One thread prints with it at a time; any other may stop it.
    """

    def __init__(self, program: Path, folder: Path, seconds: tuple[float, float]) -> None:
        """Take the program, an empty folder, and the seconds allowed for a start and a paper."""
        self._program = program
        self._folder = folder
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def print_one(self, paper: bytes) -> bytes:
        """Print one .docx.

        Raises:
            PdfError: when it cannot be printed.
            TemplateError: when it is no sound Word file.
        """
        printed = self._print([harmless(paper)])[0]
        if printed.pdf is None:
            msg = f"PDF 没有做成：{printed.reason}。"
            raise PdfError(msg)
        return printed.pdf

    def print_all(self, papers: Sequence[bytes]) -> list[Printed]:
        """Print .docx files in one call; those that fail are tried once more, alone."""
        judged = [_judged(paper) for paper in papers]
        faults = [fault for _, fault in judged]
        sound = [paper for paper, fault in judged if not fault]
        printed = iter(self._print_sound(sound))
        return [Printed(None, fault) if fault else next(printed) for fault in faults]

    def stop(self) -> None:
        """End what is being printed, and print no more."""
        self._is_stopped = True
        if self._process is not None:
            end_all(self._process)

    def _print_sound(self, papers: Sequence[bytes]) -> list[Printed]:
        printed = self._print(papers) if papers else []
        if len(papers) < 2:
            return printed
        return [
            result if result.pdf is not None else self._print([paper])[0]
            for paper, result in zip(papers, printed, strict=True)
        ]

    def _print(self, papers: Sequence[bytes]) -> list[Printed]:
        work = Path(tempfile.mkdtemp(dir=self._folder))
        try:
            names = [work / f"{number}.docx" for number in range(1, len(papers) + 1)]
            for name, paper in zip(names, papers, strict=True):
                name.write_bytes(joined(paper))
            fault = self._run(names, work)
            return [_collected(name.with_suffix(".pdf"), fault) for name in names]
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def _run(self, names: Sequence[Path], work: Path) -> str:
        """Run LibreOffice over files; gives what went wrong as a whole, if anything did."""
        command = [
            str(self._program),
            f"-env:UserInstallation={(self._folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--nolockcheck"),
            *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(work)),
            *map(str, names),
        ]
        if self._is_stopped:
            return STOPPED
        with as_file(files("docgen.pdf") / "fonts.conf") as fonts:
            try:
                self._process = start(command, fonts)
            except OSError as error:
                return f"LibreOffice 启动不了（{system_reason(error)}）"
            return self._wait(self._process, len(names))

    def _wait(self, process: subprocess.Popen[bytes], papers: int) -> str:
        limit = self._seconds[0] + self._seconds[1] * papers
        try:
            process.wait(limit)
        except subprocess.TimeoutExpired:
            return f"LibreOffice 用了 {limit:.0f} 秒还没有做完，已让它停下"
        finally:
            # On time-out and on Ctrl+C alike nothing of it may stay.
            end_all(process)
        return STOPPED if self._is_stopped else ""


def start(command: Sequence[str], fonts: Path) -> subprocess.Popen[bytes]:
    """Start LibreOffice in a process group of its own.

    Raises:
        OSError: when the system does not start it.
    """
    return subprocess.Popen(
        command,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _judged(paper: bytes) -> tuple[bytes, str]:
    """Give a paper as it is handed over, or why not: LibreOffice would print the rubbish in it."""
    try:
        return harmless(paper), ""
    except TemplateError as error:
        return b"", str(error).rstrip("。")


def _collected(file: Path, fault: str) -> Printed:
    try:
        content = tidied(file.read_bytes())
    except FileNotFoundError:
        return Printed(None, fault or "LibreOffice 没有做出 PDF")
    broken = fault_of(content)
    return Printed(None, broken) if broken else Printed(content)


@contextmanager
def open_office(
    *, seconds: tuple[float, float] = (SECONDS_TO_START, SECONDS_A_PAPER)
) -> Iterator[Office]:
    """Open LibreOffice with a new profile, which is gone afterwards.

    Raises:
        PdfError: when LibreOffice or pypdfium2 is missing.
    """
    program = find_office()
    demand_reader()
    with tempfile.TemporaryDirectory(prefix="docgen-", ignore_cleanup_errors=True) as name:
        write_profile(Path(name) / "profile")
        yield Office(program, Path(name), seconds)


def write_profile(profile: Path) -> None:
    """Make a profile that runs no macro and follows no link."""
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>\n"
        for path, settings in SETTINGS.items()
        for name, value in settings
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def end_all(process: subprocess.Popen[bytes]) -> None:
    """End a program and what it started."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)
    else:
        # The launcher may be gone and its worker still be there: the group is theirs alone.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
