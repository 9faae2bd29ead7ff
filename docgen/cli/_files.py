"""Files a command is given by name; `-` is standard input."""

import sys
from pathlib import Path


def read_bytes(name: str) -> bytes:
    """Read a file whole.

    Raises:
        FileError: when it is missing or cannot be read.
    """
    from docgen.errors import FileError, system_reason

    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except FileNotFoundError as error:
        msg = f"{name} 不存在。检查文件名，再运行一次。"
        raise FileError(msg) from error
    except OSError as error:
        msg = f"读不了 {name}：{system_reason(error)}。"
        raise FileError(msg) from error
