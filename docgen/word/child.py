"""A child process with little time and memory, that gives bytes or is gone.

On Linux and other POSIX systems the system itself keeps the limits; elsewhere there is a clock.
"""

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

NO_MEMORY = 77
"""What a child ends with when its memory is used up."""

_FAILED = 78
_LONGEST = 16 * 2**20
_STATUS = Path("/proc/self/statm")


class Outcome(StrEnum):
    """How a child ended."""

    DONE = "done"
    TIME = "time"
    MEMORY = "memory"
    CRASH = "crash"


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds of work, seconds on the clock, and bytes of memory beyond what it began with."""

    seconds: int
    waiting: float
    memory: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended, and what it gave."""

    outcome: Outcome
    output: bytes = b""


def restrict(limits: Limits) -> None:
    """Keep this process to its limits from here on: no file written, no core left behind."""
    if sys.platform == "win32":
        return
    import resource

    wanted = {
        resource.RLIMIT_CPU: limits.seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        **({resource.RLIMIT_AS: _in_use() + limits.memory} if _STATUS.exists() else {}),
    }
    for kind, limit in wanted.items():
        with contextlib.suppress(ValueError, OSError):  # the user's own limit may be lower
            resource.setrlimit(kind, (limit, limit))


def _in_use() -> int:
    return int(_STATUS.read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def spawned(command: Sequence[str], given: bytes, limits: Limits) -> Ended:
    """Run a program as a child, with `given` on its standard input."""
    try:
        done = subprocess.run(
            command,
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.waiting,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ended(Outcome.TIME)
    return _ended(done.returncode, done.stdout)


def forked(job: Callable[[], bytes], limits: Limits) -> Ended:
    """Run a job in a copy of this process, which must have no other thread."""
    if sys.platform == "win32":
        raise NotImplementedError
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work(job, limits, writing)
    os.close(writing)
    try:
        output = _read(reading, time.monotonic() + limits.waiting)
    finally:
        os.close(reading)
        # A child that has given its answer is ending; killing it again does no harm.
        status = _reap(child)
    if output is None:
        return Ended(Outcome.TIME)
    return _ended(status, output)


def _work(job: Callable[[], bytes], limits: Limits, writing: int) -> None:
    """Do the job in the child and end it, whatever happens."""
    status = _FAILED
    try:
        restrict(limits)
        output = job()
        while output:
            output = output[os.write(writing, output) :]
        status = 0
    except MemoryError:
        status = NO_MEMORY
    finally:
        # Nothing the parent has open or half written may be closed or flushed by its copy.
        os._exit(status)


def _read(reading: int, deadline: float) -> bytes | None:
    """Read to the end; None when that does not come in time."""
    pieces: list[bytes] = []
    with selectors.DefaultSelector() as selector:
        selector.register(reading, selectors.EVENT_READ)
        while selector.select(max(deadline - time.monotonic(), 0)):
            piece = os.read(reading, 65536)
            pieces.append(piece)
            if not piece or sum(map(len, pieces)) > _LONGEST:
                return b"".join(pieces)
    return None


def _reap(child: int) -> int:
    """Wait for the child's end, helping it on; give its exit code, negative for a signal."""
    if sys.platform == "win32":
        raise NotImplementedError
    for _ in range(100):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _ended(code: int, output: bytes) -> Ended:
    if code == 0:
        return Ended(Outcome.DONE, output)
    if code == NO_MEMORY:
        return Ended(Outcome.MEMORY)
    # The system ends a process that has used up its seconds with one of these.
    if sys.platform != "win32" and -code in (signal.SIGXCPU, signal.SIGKILL):
        return Ended(Outcome.TIME)
    return Ended(Outcome.CRASH)
