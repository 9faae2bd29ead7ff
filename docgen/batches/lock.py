"""The run lock: one run at a time in one output folder.

The lock is an exclusive SQLite transaction, which the system ends with the process that holds it:
a run that was killed leaves nothing to clear away.
"""

import datetime
import os
import platform
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from docgen.batches.journal_file import FOLDER, private_file
from docgen.errors import FileError


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an output folder for one run.

    Raises:
        FileError: when another run holds it, or the folder cannot be written.
    """
    path = folder / FOLDER / "lock.sqlite"
    owner = folder / FOLDER / "owner.txt"
    private_file(path)
    database = sqlite3.connect(path, timeout=0, isolation_level=None)
    try:
        try:
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.DatabaseError as error:
            busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            raise FileError(_held(folder, owner) if busy else _damaged(path)) from error
        private_file(owner)
        owner.write_text(_who(), encoding="utf-8")
        yield
    finally:
        database.close()


def _who() -> str:
    began = datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M:%S")
    return f"{platform.node()} 上的进程 {os.getpid()}，{began} 开始"


def _held(folder: Path, owner: Path) -> str:
    try:
        who = owner.read_text(encoding="utf-8")
    except OSError:
        who = "另一个进程"
    return f"{folder} 正在被另一次运行使用（{who}）。等它结束，或换一个文件夹，再运行一次。"


def _damaged(path: Path) -> str:
    return f"{path} 用不了，可能已损坏。没有别的运行时把它删去，再运行一次；里面没有数据。"
