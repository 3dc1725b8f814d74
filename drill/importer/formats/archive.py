"""Untrusted zip archives: read one part at a time, within limits."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile, ZipInfo

from drill.errors import DrillError

PARTS_LIMIT = 100_000
"""The most files in an archive: a shared Anki deck has one per picture."""
_ENCRYPTED = 0x1
_OLE = b"\xd0\xcf\x11\xe0"  # encrypted documents and the old Office formats


class Archive:
    """A zip archive whose parts are read by name, each up to a limit in bytes."""

    def __init__(self, file: ZipFile, name: str) -> None:
        self._file = file
        self._name = name
        self.parts: dict[str, ZipInfo] = {info.filename: info for info in file.infolist()}

    def read(self, part: str, limit: int) -> bytes:
        """The bytes of `part`; DrillError if it is damaged, encrypted or larger than `limit`.

        Checks the declared size first, then counts the bytes that come out.
        """
        from zlib import error as zlib_error

        info = self.parts[part]
        if info.flag_bits & _ENCRYPTED:
            raise DrillError(f"{self._name}: it is encrypted", "save it without a password")
        if info.file_size <= limit:
            try:
                with self._file.open(info) as stream:
                    data = stream.read(limit + 1)
            except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib_error):
                raise damaged(self._name) from None
            if len(data) <= limit:
                return data
        raise DrillError(
            f"{self._name}: {part} unpacks to more than {limit // 1_000_000} MB",
            "is it from a source that you trust? split it",
        )


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Archive]:
    """Open the archive `data`; DrillError if it is no archive or damaged."""
    if data.startswith(_OLE):
        raise DrillError(
            f"{name}: it is encrypted, or in a format older than 2007",
            "save it without a password, as .docx",
        )
    try:
        file = ZipFile(io.BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise damaged(name) from None
    with file:
        if len(file.infolist()) > PARTS_LIMIT:
            raise DrillError(f"{name}: more than {PARTS_LIMIT:,} files in it", "split it")
        yield Archive(file, name)


def damaged(name: str) -> DrillError:
    """The error for an archive that is truncated or cannot be unpacked."""
    return DrillError(f"{name}: the file is damaged or truncated", "copy or download it again")
