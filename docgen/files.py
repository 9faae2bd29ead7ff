"""Files that appear whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from docgen.errors import FileError, system_reason


def refuse_existing(path: Path, *, force: bool) -> None:
    """Refuse to write over a file.

    Raises:
        FileError: when it exists and `force` is not set.
    """
    if path.exists() and not force:
        msg = f"{path} 已经存在。要覆盖它，加 --force；或用 -o 换一个文件名。"
        raise FileError(msg)


def write_whole(path: Path, content: bytes, *, force: bool = False) -> Path:
    """Write a file so that it appears whole or not at all, and is on the disk when this returns.

    Raises:
        FileError: when it exists and `force` is not set, or the disk refuses it.
    """
    refuse_existing(path, force=force)
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):  # where the folder is none, there is nothing to take away
            fresh.unlink()
        msg = f"写不了 {path}：{system_reason(error)}。检查磁盘空间和文件夹的权限，再运行一次。"
        raise FileError(msg) from error
    return path
