"""What docgen raises: wrong use and unusable files. Faults in a clerk's data are findings instead.

Every message says what is wrong, where, and what to do; `exit_code` is what the command ends with.
"""

import errno
from collections.abc import Iterable

from docgen.findings import Finding


class DocgenError(Exception):
    """The base of every error docgen raises on purpose."""

    exit_code = 2


class UsageError(DocgenError):
    """Raised for an option, name or combination that cannot be served."""


class FileError(DocgenError):
    """Raised for a file that is missing, unreadable, locked or not of its format."""


class PdfError(DocgenError):
    """Raised when no PDF can be made or read: LibreOffice or pypdfium2 is missing, or gave up."""


class FindingsError(DocgenError):
    """Raised when findings forbid what was asked; `findings` holds every one of them."""

    exit_code = 1

    def __init__(self, message: str, findings: Iterable[Finding]) -> None:
        """Keep `findings` beside the message."""
        super().__init__(message)
        self.findings = list(findings)

    def __reduce__(self) -> tuple[type["FindingsError"], tuple[str, list[Finding]]]:
        """Travel whole from a helper process, findings and all."""
        return type(self), (str(self), self.findings)


class IncompleteError(FindingsError):
    """Raised instead of a document when its data is incomplete or faulty."""


class TemplateError(FindingsError):
    """Raised for a template that is not allowed or cannot be compiled."""


class NotWordError(TemplateError):
    """Raised for a template that is no Word file at all, or a damaged one."""

    exit_code = 2


SYSTEM_REASONS = {
    errno.EACCES: "没有权限",
    errno.EDQUOT: "超过了磁盘配额",
    errno.EEXIST: "路径中有一段不是文件夹",
    errno.EISDIR: "这是文件夹",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOENT: "文件夹不存在",
    errno.ENOSPC: "磁盘满了",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
}


def system_reason(error: OSError) -> str:
    """Say in Chinese why the system refused; what is not foreseen stays in its own words."""
    return SYSTEM_REASONS.get(error.errno or 0, error.strerror or str(error))
