"""A stranger's template is first opened in a child process, with little time and memory.

What is too much for the child is refused and the child is gone; what passed there is opened here.
Findings come back as JSON, so that nothing of the child's is believed but its words.
"""

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from docgen.errors import TemplateError
from docgen.findings import Actor, Fault, Finding, Place, Severity
from docgen.word.child import NO_MEMORY, Ended, Limits, Outcome, forked, restrict, spawned
from docgen.word.gates.refusals import CODES, refusal

TOO_COMPLEX = Fault(
    code="template-too-complex",
    title="模板太复杂",
    why="别人给的模板先在单独的进程里检查，限定时间和内存，免得拖住电脑。",
    faulty="一份模板检查了一分钟还没有完",
    sound="删去用不到的内容，或拆成几份模板",
    actor=Actor.AUTHOR,
)
LIMITS = Limits(seconds=20, waiting=60, memory=1024 * 2**20)

_PROGRAM = "import sys; sys.path[:] = {path!r}; from docgen.word.quarantine import main; main()"


def admit(content: bytes, limits: Limits = LIMITS, *, is_checked_only: bool = False) -> None:
    """Open a template in a child process, and come back when it is harmless to open it here.

    Faults of its placeholders are left to whoever opens it next. What is only checked, and never
    filled in, is only checked in the child, which takes a fraction of the time.

    Raises:
        TemplateError: when a gate refuses the package, or the child's time or memory is used up.
    """
    ended = _run(content, limits, is_checked_only)
    if ended.outcome is not Outcome.DONE:
        raise refusal([_too_complex(ended.outcome, limits)])
    if refused := [_finding(told) for told in json.loads(ended.output)]:
        raise refusal(refused)


def _too_complex(outcome: Outcome, limits: Limits) -> Finding:
    if outcome is Outcome.CRASH:
        return TOO_COMPLEX.finding("模板使检查它的进程中断了", "换一个可靠的模板")
    limit = f"{limits.seconds} 秒"
    if outcome is Outcome.MEMORY:
        limit = f"{limits.memory // 2**20} MB 内存"
    hint = "删去用不到的内容，或拆成几份模板"
    return TOO_COMPLEX.finding(f"模板太复杂，检查它超过了 {limit}", hint)


def _finding(told: dict[str, Any]) -> Finding:
    """Give a finding as the child told it; its gates know no source and no field."""
    place = told["place"]
    return Finding(
        code=str(told["code"]),
        severity=Severity(told["severity"]),
        message=str(told["message"]),
        hint=str(told["hint"]),
        actor=Actor(told["actor"]),
        place=None if place is None else Place(**place),
    )


def _run(content: bytes, limits: Limits, is_checked_only: bool) -> Ended:
    if _may_fork():
        _load(is_checked_only)
        return forked(lambda: _verdict(content, is_checked_only), limits)
    command = [sys.executable, "-P", "-c", _PROGRAM.format(path=sys.path)]
    settings = json.dumps([limits.seconds, limits.memory, is_checked_only]).encode() + b"\n"
    return spawned(command, settings + content, limits)


def _may_fork() -> bool:
    """True where a copy of this process is sound: on Linux, and with no other thread in it."""
    if not sys.platform.startswith("linux") or threading.active_count() > 1:
        return False
    return len(list(Path("/proc/self/task").iterdir())) == 1


def main() -> None:
    """Open the template that comes on standard input; a child process begins here."""
    seconds, memory, is_checked_only = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    _load(is_checked_only)  # what is loaded before is not counted
    restrict(Limits(seconds, 0, memory))
    try:
        sys.stdout.buffer.write(_verdict(content, is_checked_only))
    except MemoryError:
        os._exit(NO_MEMORY)


def _load(is_checked_only: bool) -> None:
    """Load what opens a template; what passes is opened with it next."""
    if is_checked_only:
        import docgen.word.checking
    else:
        import docgen.word.template  # noqa: F401


def _verdict(content: bytes, is_checked_only: bool) -> bytes:
    """Open a template and tell what the gates refuse, as JSON."""
    refused: list[Finding] = []
    try:
        if is_checked_only:
            from docgen.word.checking import check_template

            check_template(content)
        else:
            from docgen.word.template import Template

            Template(content)
    except TemplateError as fault:
        refused = [one for one in fault.findings if one.code in CODES]
    return json.dumps([one.to_json() for one in refused]).encode()
