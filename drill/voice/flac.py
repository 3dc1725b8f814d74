"""Reads FLAC files, and writes them so that they are readable at any moment."""

import os
from array import array
from pathlib import Path

import soundfile

# libFLAC encodes this many samples at a time at its default level. A kill loses what is not yet
# encoded: a quarter of a second at 16 kHz.
_BLOCK = 4096
# The offset in STREAMINFO of rate, channels and bits (28 bits), and the sample count (36 bits).
_COUNT_AT = 18
_COUNT_BITS = 36


class FlacWriter:
    """A new mono 16-bit file for the user alone, whose header is correct while it grows.

    An encoder writes the length when it closes the file; until then readers refuse to seek, or read
    nothing. This writer updates the header with every block.
    """

    def __init__(self, path: Path, rate: int) -> None:
        """Create the file; raises OSError, and FileExistsError if the path is taken."""
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self._file = _CountedFile(os.open(path, flags, 0o600))
        self._sound = soundfile.SoundFile(
            self._file, "w", samplerate=rate, channels=1, subtype="PCM_16", format="FLAC"
        )
        self.samples = 0
        self._packed = 0

    def write(self, samples: bytes) -> None:
        """Append 16-bit samples; raises OSError if they cannot be written."""
        grown = self._file.size
        self._sound.buffer_write(samples, "int16")
        if self._file.failure is not None:
            raise self._file.failure
        self.samples += len(samples) // 2
        if self._file.size != grown:
            # The encoder emits a block when it gets the first sample of the next.
            self._packed = max(0, self.samples - 1) // _BLOCK * _BLOCK
            self._state_length()

    def sync(self) -> None:
        """Flush the encoded blocks to the disk."""
        os.fsync(self._file.fd)

    def close(self) -> None:
        """Encode the rest and close; raises OSError if it cannot be written.

        After a failure, also in `write`, earlier blocks stay readable.
        """
        failed = self._file.failure
        try:
            self._sound.close()
            if self._file.failure is None:
                os.fsync(self._file.fd)
                return
            self._state_length()
        finally:
            os.close(self._file.fd)
        if failed is None:
            raise self._file.failure

    def _state_length(self) -> None:
        fd = self._file.fd
        position = os.lseek(fd, 0, os.SEEK_CUR)
        os.lseek(fd, _COUNT_AT, os.SEEK_SET)
        field = int.from_bytes(os.read(fd, 8), "big")
        field = field >> _COUNT_BITS << _COUNT_BITS | self._packed
        os.lseek(fd, _COUNT_AT, os.SEEK_SET)
        os.write(fd, field.to_bytes(8, "big"))
        os.lseek(fd, position, os.SEEK_SET)


class _CountedFile:
    """The file that libsndfile writes into; it keeps errors, which cannot be raised through C."""

    def __init__(self, fd: int) -> None:
        self.fd = fd
        self.size = 0
        self.failure: OSError | None = None

    def write(self, data: bytes) -> int:
        rest = data
        while rest and self.failure is None:
            try:
                rest = rest[os.write(self.fd, rest) :]
            except OSError as error:
                self.failure = error
        self.size = max(self.size, self.tell())
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return os.lseek(self.fd, offset, whence)

    def tell(self) -> int:
        return os.lseek(self.fd, 0, os.SEEK_CUR)


def read(path: Path) -> tuple["array[int]", int]:
    """All samples of the file, 16-bit, and its sampling rate.

    Raises soundfile's LibsndfileError if the file cannot be read.
    """
    with soundfile.SoundFile(path) as sound:
        return array("h", bytes(sound.buffer_read(dtype="int16"))), sound.samplerate
