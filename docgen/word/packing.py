"""Laying a Word file down: what never changes is compressed once, the rest per document.

The zip is written by hand over a prepared prefix, many times faster than `zipfile`, and equal
input gives equal bytes: one fixed date, one order, one compressor.
"""

import struct
import zlib
from collections.abc import Callable, Mapping, Sequence

# 1 January 2025, midnight, as zip writes it.
_DATE, _TIME = ((2025 - 1980) << 9) | (1 << 5) | 1, 0
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_FIRST = "[Content_Types].xml"
_UTF8, _DEFLATED = 0x800, 8


def _fast_deflate() -> Callable[[bytes], bytes]:
    try:
        from isal import isal_zlib
    except ImportError:  # no wheel for this machine
        return lambda data: zlib.compress(data, 1, -15)
    compress = isal_zlib.compress
    return lambda data: bytes(compress(data, 1, -15))


class PackagePlan:
    """A package whose unchanging members are laid down already.

    `members` is the whole package; `changing` names the members that each document brings
    anew, in the order in which `pack` takes them.
    """

    def __init__(self, members: Mapping[str, bytes], changing: Sequence[str] = ()) -> None:
        """Compress what does not change."""
        fixed = sorted((name for name in members if name not in changing), key=_order)
        self._prefix, self._directory = b"", b""
        for name in fixed:
            data = members[name]
            self._lay(name.encode(), data, zlib.compress(data, 9, -15))
        self._names = [name.encode() for name in changing]
        self._count = len(fixed) + len(changing)
        self._deflate = _fast_deflate()

    def _lay(self, name: bytes, data: bytes, packed: bytes) -> None:
        local, central = _headers(name, data, packed, len(self._prefix))
        self._prefix += local + name + packed
        self._directory += central + name

    def pack(self, bodies: Sequence[bytes]) -> bytes:
        """Give the finished package with `bodies` as its changing members."""
        pieces, directory = [self._prefix], [self._directory]
        offset, length = len(self._prefix), len(self._directory)
        for name, data in zip(self._names, bodies, strict=True):
            packed = self._deflate(data)
            local, central = _headers(name, data, packed, offset)
            pieces += (local, name, packed)
            directory += (central, name)
            offset += len(local) + len(name) + len(packed)
            length += len(central) + len(name)
        end = _END.pack(b"PK\5\6", 0, 0, self._count, self._count, length, offset, 0)
        return b"".join((*pieces, *directory, end))


def _order(name: str) -> tuple[bool, str]:
    return name != _FIRST, name


def _headers(name: bytes, data: bytes, packed: bytes, offset: int) -> tuple[bytes, bytes]:
    shared = (_UTF8, _DEFLATED, _TIME, _DATE, zlib.crc32(data), len(packed), len(data), len(name))
    local = _LOCAL.pack(b"PK\3\4", 20, *shared, 0)
    return local, _CENTRAL.pack(b"PK\1\2", 20, 20, *shared, 0, 0, 0, 0, 0, offset)
