"""A progress bar on standard error: only on a terminal, unless it is asked for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.batches import Progress

STAGES = {"check": "检查", "make": "生成", "print": "做 PDF"}


@contextmanager
def progress_bar(*, force: bool) -> "Iterator[Callable[[Progress], None] | None]":
    """Show a bar while a batch runs; gives what the batch reports its progress to."""
    if not (force or sys.stderr.isatty()):
        yield None
        return
    from rich import progress as rich_progress
    from rich.console import Console

    console = Console(file=sys.stderr, force_terminal=True if sys.stderr.isatty() else None)
    with rich_progress.Progress(
        rich_progress.TextColumn("{task.description}"),
        rich_progress.BarColumn(),
        rich_progress.MofNCompleteColumn(),
        rich_progress.TimeRemainingColumn(),
        console=console,
    ) as bar:
        tasks = {}

        def report(progress: "Progress") -> None:
            if progress.stage not in tasks:
                tasks[progress.stage] = bar.add_task(STAGES[progress.stage], total=progress.total)
            failed = f"，失败{progress.failed}" if progress.failed else ""
            bar.update(
                tasks[progress.stage],
                completed=progress.done,
                total=progress.total,
                description=f"{STAGES[progress.stage]}{failed}",
            )

        yield report
