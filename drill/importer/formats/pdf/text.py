"""The text of a PDF as pieces with position, size and font."""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from shlex import quote
from typing import NamedTuple
from unicodedata import normalize

from drill.errors import DrillError
from drill.importer.formats.optional_packages import needed

_PAGES_LIMIT = 2_000
_CHARS_LIMIT = 1_500_000
"""The most characters of all pages: a book of 900 pages, read in ten seconds."""
_OBJECTS_LIMIT = 20_000
_BULLET = (1.5, 8)
"""Points: the width and height of a drawn bullet."""
_ROUND = (0.6, 1.6)
"""The width of a bullet by its height."""
_RULE = (2.5, 20)
"""Points: the most height and the least width of a rule."""
_SCANNED = 5
"""Characters per page, on average: with fewer, a PDF was scanned and perhaps stamped."""
_UNMAPPED = 0.3
_BOLD = re.compile(r"bold|black|heavy|demi|semibold|cmbx|sfbx|-bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|cmti|sfti", re.IGNORECASE)
_MONOSPACE = re.compile(
    r"mono|courier|consol|menlo|cmtt|sftt|inconsolata|typewriter|sourcecode|firacode", re.IGNORECASE
)
_FIXED_PITCH, _FORCED_BOLD = 1, 1 << 18
_STROKED = 2  # some programs make text bold by outlining it
_WORD_SPACE = 0.4
"""Times the type size: the widest gap between words; table cells are further apart."""
_NARROW_SPACE = 0.085
"""Times the type size: the least gap between words that are set tight, after letters that are not
`_SPREAD`."""
_SPREAD = 0.04
"""Times the type size: a wider gap between two letters of a word is one of a spaced-out title."""
_SPREAD_MOST = 0.4
"""The largest share of such gaps where words may be set tight: kerning narrows some of a title."""
_HYPHENS = frozenset((0x02, 0xFFFE))  # PDFium's codes for a hyphen at the end of a line
_ENDS_PIECE = _HYPHENS | {10, 13}
_BASELINE = 0.6  # times the type size: superscripts and subscripts stay in their line
_SMALL = 0.85  # times the type size: an exponent is at most this large
_RISE = 0.05  # times the type size: an exponent is raised at least this much
_BASE = re.compile(r"(?:(?<![^\W\d_])[^\W\d_]|[\d)])$")
"""A base of an exponent or index; a number after a word is a footnote."""
_MARK = re.compile(r"\(?\w{1,3}[.)]")
_MARK_GAP = 0.05  # times the type size, between a list number and its item
_ASLANT = 0.1
"""The rise of a line by its length: a steeper one that does not stand upright is a watermark."""
_LETTERS = re.compile(r"^[^\W\d_\u2e80-\uffff]{3}$")
_BLANK = 32
_SAMPLED = 8  # check every eighth character for a mapping to Unicode
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\xa0": " "})


class Look(NamedTuple):
    """The format of a run of text."""

    bold: bool = False
    italic: bool = False
    mono: bool = False


@dataclass(slots=True)
class Piece:
    """A run of text on one baseline, `y`, from `x0` to `x1`: points from the bottom left.

    `hyphen` means that the PDF marks its last word as hyphenated.
    """

    spans: list[tuple[str, Look]]
    x0: float
    x1: float
    y: float
    size: float
    hyphen: bool = False

    @property
    def text(self) -> str:
        """The characters without their format."""
        return "".join(text for text, _ in self.spans)


@dataclass(slots=True)
class Page:
    """One page: its size, its pieces in drawing order, and shapes beside the text.

    `bullets` are the centres of small shapes; `rules` are horizontal lines: height and both ends.
    """

    width: float
    height: float
    pieces: list[Piece]
    bullets: list[tuple[float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)


def no_text(name: str) -> DrillError:
    """The error for a scanned PDF."""
    return DrillError(
        f"{name}: it has no text layer: its pages are pictures",
        f"recognise the text first, such as with: ocrmypdf {quote(name)} text.pdf",
    )


def split_hint(name: str) -> str:
    """A command that extracts part of a PDF that is too large."""
    return f"split it: qpdf {quote(name)} --pages . 1-100 -- part.pdf"


def read_pages(data: bytes, name: str) -> list[Page]:
    """The pages of a PDF; DrillError if it is damaged, encrypted, or lacks a text layer."""
    with needed(name, "a PDF", "pypdfium2"):
        import pypdfium2  # type: ignore[import-untyped]
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
        if count > _PAGES_LIMIT:
            raise DrillError(
                f"{name}: {count:,} pages are too many ({_PAGES_LIMIT:,} is the limit)",
                split_hint(name),
            )
        pages = []
        chars = unmapped = 0
        for page in document:
            read, bad = _Reader(page, _CHARS_LIMIT - chars, name).read()
            pages.append(read)
            chars += sum(len(piece.text) for piece in read.pieces)
            unmapped += bad
            page.close()
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error) or "ecurity" in str(error):
            raise DrillError(
                f"{name}: it is encrypted", f"qpdf --decrypt --password=… {quote(name)} open.pdf"
            ) from None
        raise DrillError(
            f"{name}: the PDF is damaged or truncated", "copy or download it again"
        ) from None
    if chars < _SCANNED * count:
        raise no_text(name)
    if unmapped > _UNMAPPED * chars:
        raise DrillError(
            f"{name}: its fonts have no character map",
            f"recognise the text again, such as with: ocrmypdf --force-ocr {quote(name)} text.pdf",
        )
    return pages


class _Reader:
    """Reads one page, character by character, through PDFium's C functions."""

    def __init__(self, page: "object", most: int, name: str) -> None:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

        self.pdfium = pdfium
        self.page = page
        self.text = page.get_textpage()  # type: ignore[attr-defined]  # pypdfium2 has no types
        self.looks: dict[bytes, tuple[Look, float, bool]] = {}
        self.box = pdfium.FS_RECTF()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.origin = self.gap = 0.0
        self.level = ""
        self.spread = 0  # the gaps of the piece that are as wide as those of a spaced-out title
        self.half = 0
        self.count = self.text.count_chars()
        if self.count > most:
            raise DrillError(
                f"{name}: it has more text than can be read",
                split_hint(name),
            )

    def read(self) -> tuple[Page, int]:
        """The page, and the number of its characters without a mapping to Unicode."""
        width, height = self.page.get_size()  # type: ignore[attr-defined]
        page = Page(width, height, [])
        bad = 0
        piece: Piece | None = None
        pdfium, text = self.pdfium, self.text
        for index in range(self.count):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _ENDS_PIECE:
                if code in _HYPHENS and piece is not None:
                    piece.hyphen = True
                piece = None
            elif code == _BLANK and pdfium.FPDFText_IsGenerated(text, index) == 1:
                if piece is not None:
                    piece.spans.append((" ", piece.spans[-1][1]))
            else:
                piece = self._placed(index, code, piece, page)
                if index % _SAMPLED == 0:
                    bad += _SAMPLED * (pdfium.FPDFText_HasUnicodeMapError(text, index) == 1)
        self._shapes(page)
        return page, bad

    def _placed(self, index: int, code: int, piece: Piece | None, page: Page) -> Piece | None:
        """Add a character to the current piece, or begin a new one."""
        look, size, is_aslant = self._look(index)
        if is_aslant:
            return None
        self.pdfium.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        self.pdfium.FPDFText_GetLooseCharBox(self.text, index, self.box)
        before, x, y = self.origin, self.x.value, self.y.value
        self.origin = x  # all letters of a ligature share its origin
        character = self._character(code)
        if piece is None or not (
            abs(y - piece.y) < _BASELINE * max(size, piece.size)
            and (-0.5 * size < x - piece.x1 < _WORD_SPACE * size or x == before)
        ):
            if not character.strip():
                return None
            piece = Piece([], x, self.box.right, y, size)
            self.level, self.spread = "", 0
            page.pieces.append(piece)
        elif (
            x - piece.x1 > _MARK_GAP * size and character.isalpha() and _MARK.fullmatch(piece.text)
        ) or self._is_apart(x - piece.x1, size, character, piece):
            character = f" {character}"
        elif character.strip() and (level := self._level(index, character, y, size, piece)):
            character = level + character
        if piece.spans and piece.spans[-1][1] == look:
            piece.spans[-1] = (piece.spans[-1][0] + character, look)
        else:
            piece.spans.append((character, look))
        self.spread += x - piece.x1 > _SPREAD * size
        self.gap = math.inf if x == before else x - piece.x1  # no space follows a ligature
        piece.x1 = max(piece.x1, self.box.right)
        if character.strip():
            piece.size = max(piece.size, size)
        return piece

    def _is_apart(self, gap: float, size: float, character: str, piece: Piece) -> bool:
        """Whether a gap that PDFium takes for kerning divides two words."""
        if not _NARROW_SPACE * size < gap < _WORD_SPACE * size or self.gap > _SPREAD * size:
            return False
        if self.spread > _SPREAD_MOST * len(piece.text):
            return False
        return bool(_LETTERS.search(piece.text[-2:] + character))

    def _level(self, index: int, character: str, y: float, size: float, piece: Piece) -> str:
        """`^` or `_` at the start of an exponent or index, else empty: 2³² is not 232."""
        rise = (y - piece.y) / piece.size
        before, self.level = self.level, ""
        if size < _SMALL * piece.size and abs(rise) > _RISE:
            self.level = "^" if rise > 0 else "_"
        if self.level in {"", before} or not _BASE.search(piece.text):
            return ""
        after = chr(self.pdfium.FPDFText_GetUnicode(self.text, index + 1))
        is_ordinal = character.isalpha() and after.isalpha()  # the "st" of "1st"
        return "" if is_ordinal else self.level

    def _character(self, code: int) -> str:
        """The character of a UTF-16 unit; empty for a high surrogate, held for the low one."""
        if 0xD800 <= code < 0xDC00:
            self.half = code
            return ""
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self.half & 0x3FF) << 10) + (code & 0x3FF)
        character = chr(code).translate(_LIGATURES) if code else ""
        # Mathematical letters count as plain ones.
        return normalize("NFKC", character) if 0x1D400 <= code < 0x1D800 else character

    def _look(self, index: int) -> tuple[Look, float, bool]:
        """The format of a character, its size in points, and whether it is set aslant.

        Looked up once per run.
        """
        pdfium = self.pdfium
        handle = pdfium.FPDFText_GetTextObject(self.text, index)
        key = bytes(handle)  # its address
        if key not in self.looks:
            buffer = ctypes.create_string_buffer(200)
            flags = ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self.text, index, buffer, len(buffer), flags)
            font = buffer.value.decode("utf-8", "replace")
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self.text, index, matrix)
            scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
            size = pdfium.FPDFText_GetFontSize(self.text, index) * scale
            outlined = handle and pdfium.FPDFTextObj_GetTextRenderMode(handle) == _STROKED
            look = Look(
                bool(_BOLD.search(font) or flags.value & _FORCED_BOLD or outlined),
                bool(_ITALIC.search(font)),
                bool(_MONOSPACE.search(font) or flags.value & _FIXED_PITCH),
            )
            low, high = sorted((abs(matrix.a), abs(matrix.b)))
            self.looks[key] = (look, round(size, 1), low > _ASLANT * high)
        return self.looks[key]

    def _shapes(self, page: Page) -> None:
        """Collect the small shapes used as bullets and the rules of tables."""
        for left, bottom, right, top in self._boxes():
            wide, high = right - left, top - bottom
            is_small = all(_BULLET[0] < side < _BULLET[1] for side in (wide, high))
            if is_small and _ROUND[0] < wide / high < _ROUND[1]:
                page.bullets.append(((left + right) / 2, (bottom + top) / 2))
            elif high < _RULE[0] and wide > _RULE[1]:
                page.rules.append(((bottom + top) / 2, left, right))

    def _boxes(self) -> Iterator[tuple[float, float, float, float]]:
        pdfium = self.pdfium
        edges = [ctypes.c_float() for _ in range(4)]
        for number in range(min(pdfium.FPDFPage_CountObjects(self.page), _OBJECTS_LIMIT)):
            shape = pdfium.FPDFPage_GetObject(self.page, number)
            if pdfium.FPDFPageObj_GetType(
                shape
            ) == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetBounds(shape, *edges):
                left, bottom, right, top = (edge.value for edge in edges)
                yield left, bottom, right, top
