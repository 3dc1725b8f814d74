"""Decodes the bytes of a document; an error names the first invalid byte."""

from drill.errors import DrillError
from drill.importer.limits import check_size
from drill.text import printable

_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MAGIC = {
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3": "a database",
    b"\x7fELF": "a program",
}
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_SAMPLE = 65_536
_ZEROS = 0.6
"""The least share of zeros among the high bytes of UTF-16; Chinese text has fewer, and a mark."""
_LOW_ZEROS = 0.1
"""The most among its low bytes: a binary file has zeros in both halves."""
_BINARY = 0.05
"""The most control characters of a text, as a share."""
_TEXT_MEND = "convert the document first; drill help import lists the formats"


def decode(data: bytes, name: str, encoding: str | None = None) -> str:
    r"""The text of `data` with `\n` line ends, without control and invisible characters.

    `encoding` None means the one of the byte order mark, else UTF-16 if every second byte is zero,
    else UTF-8. DrillError for a document that is empty, binary, too large or wrongly encoded.
    """
    check_size(data, name)
    if encoding is None:
        for magic, kind in _MAGIC.items():
            if data.startswith(magic):
                raise DrillError(f"{name}: this is {kind}, not text", _TEXT_MEND)
    codec = encoding or _guess(data)
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, UnicodeError) as error:
        raise DrillError(
            f"{name}: {_where(data, codec, error)}", _encoding_hint(encoding)
        ) from None
    except LookupError:
        raise DrillError(f"no encoding is named {encoding!r}", "try utf-8 or latin-1", 2) from None
    if encoding is None and _is_binary(text):
        raise DrillError(f"{name}: this is a binary file, not text", _TEXT_MEND)
    text = printable(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise DrillError(f"{name}: the document is empty", "is it the right file?")
    return text


def _guess(data: bytes) -> str:
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return codec
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half >= 4:
        if sample[1::2].count(0) > _ZEROS * half and sample[0::2].count(0) < _LOW_ZEROS * half:
            return "utf-16-le"
        if sample[0::2].count(0) > _ZEROS * half and sample[1::2].count(0) < _LOW_ZEROS * half:
            return "utf-16-be"
    return "utf-8"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > _BINARY * len(sample)


def _where(data: bytes, codec: str, error: UnicodeError) -> str:
    if not isinstance(error, UnicodeDecodeError):
        return f"this is not {codec.upper()}: {error}"
    line = len((data[: error.start] + b".").splitlines())
    byte = data[error.start]
    return f"byte {error.start + 1} (0x{byte:02x}, line {line}) is not {codec.upper()}"


def _encoding_hint(encoding: str | None) -> str:
    if encoding is None:
        return "say which encoding it has, such as --encoding latin-1 or --encoding gb18030"
    return "try another --encoding"
