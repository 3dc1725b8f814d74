"""Finds the characters that the installed fonts can show, and the typefaces of a language."""

import mmap
import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

_TEXT = "Libertinus Serif"
# The faces of a language, the better ones first; Chinese, Japanese and Korean share code points
# and differ in their shapes.
_FACES = {
    "zh": ("Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "Noto Sans CJK SC", "SimSun"),
    "zh-tw": ("Noto Serif CJK TC", "Songti TC", "Noto Sans CJK TC", "PMingLiU"),
    "zh-hk": ("Noto Serif CJK HK", "Noto Sans CJK HK", "Noto Serif CJK TC", "PMingLiU"),
    "ja": ("Noto Serif CJK JP", "Hiragino Mincho ProN", "Noto Sans CJK JP", "Yu Mincho"),
    "ko": ("Noto Serif CJK KR", "AppleMyungjo", "Noto Sans CJK KR", "Batang"),
    "ar": ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Arabic Typesetting", "DejaVu Sans"),
    "fa": ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Arabic Typesetting", "DejaVu Sans"),
    "he": ("Noto Serif Hebrew", "SBL Hebrew", "Arial Hebrew", "David", "DejaVu Sans"),
    "th": ("Noto Serif Thai", "Thonburi", "Leelawadee UI", "Garuda", "DejaVu Sans"),
}


@cache
def system_fonts() -> "typst.Fonts":
    """All installed fonts; finding them takes a third of a second, so it is done once."""
    import typst

    return typst.Fonts()


def faces(lang: str, *, of_system: bool) -> list[str]:
    """The font families for a language; the first that has a character shows it."""
    if not of_system:
        return [_TEXT]
    tag = lang.lower().replace("hant", "tw").replace("hans", "cn")
    wanted = _FACES.get(tag) or _FACES.get(tag.split("-")[0], ())
    there = set(system_fonts().families())
    return [_TEXT, *(name for name in wanted if name in there)]


def shown(signs: Iterable[str]) -> set[str]:
    """The characters of `signs` that any installed font has."""
    left, seen = set(signs), set[str]()
    for font in system_fonts().fonts():
        if not left:
            break
        if font.path:
            here = {sign for sign in left if _has(font.path, font.index, ord(sign))}
            seen |= here
            left -= here
    return seen


def _has(path: str, index: int, code: int) -> bool:
    starts, ends = _ranges(path, index)
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@cache
def _ranges(path: str, index: int) -> tuple[list[int], list[int]]:
    """The first and the last code points of the ranges that a font file covers, in order.

    Reads formats 4 and 12 of the `cmap` table in the OpenType specification, which together cover
    Unicode; empty if the file cannot be read.
    """
    try:
        with (
            Path(path).open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data,
        ):
            ranges = sorted(_cmap(data, index))
    except (OSError, ValueError, struct.error, IndexError):
        return [], []
    return [first for first, _ in ranges], [last for _, last in ranges]


def _cmap(data: mmap.mmap, index: int) -> Iterator[tuple[int, int]]:
    start = 0
    if data[:4] == b"ttcf":
        (start,) = struct.unpack_from(">I", data, 12 + 4 * index)
    (tables,) = struct.unpack_from(">H", data, start + 4)
    for at in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, start + 12 + 16 * at)
        if tag == b"cmap":
            break
    else:
        return
    (count,) = struct.unpack_from(">H", data, offset + 2)
    places = [
        offset + struct.unpack_from(">HHI", data, offset + 4 + 8 * at)[2] for at in range(count)
    ]
    kinds = {struct.unpack_from(">H", data, place)[0]: place for place in places}
    for kind in (12, 4):  # format 12 includes format 4
        if kind in kinds:
            yield from _subtable(data, kinds[kind])
            return


def _subtable(data: mmap.mmap, at: int) -> Iterator[tuple[int, int]]:
    (kind,) = struct.unpack_from(">H", data, at)
    if kind == 12:
        (groups,) = struct.unpack_from(">I", data, at + 12)
        for group in range(groups):
            first, last, _ = struct.unpack_from(">III", data, at + 16 + 12 * group)
            yield first, last
    elif kind == 4:
        (double,) = struct.unpack_from(">H", data, at + 6)
        ends = struct.unpack_from(f">{double // 2}H", data, at + 14)
        starts = struct.unpack_from(f">{double // 2}H", data, at + 16 + double)
        yield from (
            (first, last) for first, last in zip(starts, ends, strict=True) if last < 0xFFFF
        )
