"""Who does the work: this process, or a few others with a press of their own each.

Work goes out in chunks of rows and comes back in order; only a few chunks are under way at a
time, so that memory does not grow with the roster.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import wait
from pathlib import Path
from typing import Protocol, TypeVar

from docgen.engine import Press, open_press
from docgen.errors import DocgenError, FileError
from docgen.kinds import Kind
from docgen.proof import NameIndex
from docgen.rows import Row
from docgen.word.profiles import Profile

Task = TypeVar("Task")
Result = TypeVar("Result")
Work = Callable[[Press, Task], Result]


@dataclass(frozen=True, slots=True)
class Recipe:
    """All it takes to make the same press again in another process."""

    kind: Kind | str | None
    template: Path | None
    layout: Profile | None
    common: Row | None
    names: frozenset[str]

    def open(self) -> Press:
        """Make the press."""
        names = NameIndex(self.names)
        return open_press(
            self.kind, self.template, layout=self.layout, common=self.common, roster_names=names
        )


class Workshop(Protocol):
    """Does work on a press, chunk after chunk."""

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Do every task; the results come in the order of the tasks."""


@dataclass(frozen=True, slots=True)
class OwnHands:
    """Works in this process."""

    press: Press

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Do one task after the other."""
        for task in tasks:
            yield work(self.press, task)


@dataclass(frozen=True, slots=True)
class Helpers:
    """Works in other processes."""

    pool: ProcessPoolExecutor
    ahead: int

    def run(self, work: Work[Task, Result], tasks: Iterable[Task]) -> Iterator[Result]:
        """Keep a few tasks under way, and give their results in order.

        Raises:
            FileError: when a process died.
        """
        waiting: deque[Future[Result]] = deque()
        try:
            for task in tasks:
                waiting.append(self.pool.submit(_at_work, work, task))
                if len(waiting) >= self.ahead:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            msg = (
                "一个工作进程意外中断（多半是内存不够）。已做好的都有记录；"
                "减小 --jobs，再运行一次，会接着做。"
            )
            raise FileError(msg) from error


@contextmanager
def workshop(press: Press, recipe: Recipe, jobs: int) -> Iterator[Workshop]:
    """Open a workshop of `jobs` processes; with one, the work is done here."""
    if jobs == 1:
        yield OwnHands(press)
        return
    # Spawned, not forked: the caller may have threads, and Windows knows nothing else.
    pool = ProcessPoolExecutor(
        jobs,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_begin,
        initargs=(recipe, press.fingerprint),
    )
    try:
        yield Helpers(pool, ahead=2 * jobs)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_own: list[Press] = []
"""The press of a helper process."""

_refusal: list[DocgenError] = []
"""Why a helper process has no press: told when it gets work, since a pool would only break."""


def _begin(recipe: Recipe, fingerprint: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer.
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    try:
        _own[:] = [_same_press(recipe, fingerprint)]
    except DocgenError as error:
        _refusal[:] = [error]


def _same_press(recipe: Recipe, fingerprint: str) -> Press:
    press = recipe.open()
    if press.fingerprint != fingerprint:
        msg = "模板在运行时被改动了。请再运行一次。"
        raise FileError(msg)
    return press


def _leave_with_parent() -> None:
    """End with the parent: a helper whose parent was killed would wait for work forever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _at_work(work: Work[Task, Result], task: Task) -> Result:
    if _refusal:
        raise _refusal[0]
    return work(_own[0], task)
