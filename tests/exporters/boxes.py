"""Where the words of a PDF stand, as poppler reads its text boxes."""

import re
import subprocess
from dataclasses import dataclass
from shutil import which

import pytest

needs_poppler = pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, from 1; places in points from the upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True, slots=True)
class Pages:
    """The words of all pages, and the size of a page."""

    count: int
    width: float
    height: float
    words: tuple[Word, ...]

    def overflowing(self, margin: float, columns: int, gutter: float) -> list[str]:
        """The words that stand outside of their column or of the page's margins."""
        column = (self.width - 2 * margin - gutter * (columns - 1)) / columns
        lefts = [margin + at * (column + gutter) for at in range(columns)]
        body = [w for w in self.words if self._is_in_body(w, margin)]
        return [
            word.text
            for word in body
            if not any(x - 0.5 <= word.left and word.right <= x + column + 0.5 for x in lefts)
        ]

    def fullness(self, margin: float, columns: int, top: float) -> list[float]:
        """How far down each column of each page is filled, 0 to 1."""
        found = []
        width = (self.width - 2 * margin) / columns
        for page in range(1, self.count + 1):
            for at in range(columns):
                left = margin + at * width
                bottoms = [
                    word.bottom
                    for word in self.words
                    if word.page == page
                    and left - 5 <= word.left < left + width - 5
                    and self._is_in_body(word, margin)
                    and word.top > top
                ]
                room = self.height - 2 * margin - 9
                found.append(max(0.0, max(bottoms, default=0.0) - margin) / room)
        return found

    def _is_in_body(self, word: Word, margin: float) -> bool:
        """Whether a word is neither of the head of the first page nor of a foot."""
        return word.bottom < self.height - margin + 2 and not (word.page == 1 and word.top < 66)


def pages(content: bytes) -> Pages:
    """The words of a PDF by pages."""
    done = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    found = _PAGE.findall(done.stdout.decode(errors="replace"))
    words = [
        Word(number, float(left), float(top), float(right), float(bottom), text)
        for number, (_, _, inner) in enumerate(found, 1)
        for left, top, right, bottom, text in _WORD.findall(inner)
    ]
    return Pages(len(found), float(found[0][0]), float(found[0][1]), tuple(words))


def text_of(content: bytes) -> str:
    """The text of a PDF, laid out."""
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode()


def gray(content: bytes, page: int) -> list[bytes]:
    """A page of a PDF as rows of gray pixels, a point wide each; 255 is white."""
    command = ["pdftoppm", "-gray", "-r", "72", "-f", str(page), "-singlefile", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", done.stdout)
    assert found
    width, pixels = int(found[1]), done.stdout[found.end() :]
    return [pixels[at : at + width] for at in range(0, len(pixels), width)]
