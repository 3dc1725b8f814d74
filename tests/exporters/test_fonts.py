"""Which characters the installed fonts have."""

import struct
from pathlib import Path

import pytest

from drill.exporters import fonts

pytest.importorskip("typst")


def font(*tables: tuple[int, bytes]) -> bytes:
    """A font file of one table `cmap` with these subtables."""
    offset = 4 + 8 * len(tables)
    records, bodies = b"", b""
    for _, body in tables:
        records += struct.pack(">HHI", 3, 10, offset + len(bodies))
        bodies += body
    cmap = struct.pack(">HH", 0, len(tables)) + records + bodies
    return (
        struct.pack(">IHHHH", 0x00010000, 1, 0, 0, 0)
        + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap))
        + cmap
    )


def groups(*ranges: tuple[int, int]) -> bytes:
    body = struct.pack(">HHIII", 12, 0, 16 + 12 * len(ranges), 0, len(ranges))
    return body + b"".join(struct.pack(">III", first, last, 1) for first, last in ranges)


def segments(*ranges: tuple[int, int]) -> bytes:
    count = len(ranges)
    ends = struct.pack(f">{count}H", *(last for _, last in ranges))
    starts = struct.pack(f">{count}H", *(first for first, _ in ranges))
    return struct.pack(">HHHHHHH", 4, 0, 0, count * 2, 0, 0, 0) + ends + b"\0\0" + starts


@pytest.mark.parametrize(
    "content",
    [
        font((12, groups((0x41, 0x5A), (0x4E00, 0x4E10)))),
        font((4, segments((0x41, 0x5A), (0x4E00, 0x4E10), (0xFFFF, 0xFFFF)))),
        font((4, segments((0x41, 0x41))), (12, groups((0x41, 0x5A), (0x4E00, 0x4E10)))),
    ],
)
def test_the_signs_of_a_font_are_those_of_its_table(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    signs = {sign: fonts._has(str(path), 0, ord(sign)) for sign in "AZ[\u4e00\u4e10\u4e11"}
    assert list(signs.values()) == [True, True, False, True, True, False]


@pytest.mark.parametrize("content", [b"", b"no font", font((12, groups((0x41, 0x5A))))[:40]])
def test_a_file_that_is_no_font_has_no_signs(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(content)
    assert not fonts._has(str(path), 0, 0x41)


def test_a_sign_of_no_font_is_not_shown() -> None:
    assert fonts.shown("\U000e0fff") == set()


def test_each_language_has_its_own_face_where_the_machine_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Fonts:
        def families(self) -> list[str]:
            return ["Noto Serif CJK SC", "Noto Serif CJK JP", "Noto Serif CJK TC"]

    monkeypatch.setattr(fonts, "system_fonts", Fonts)
    chosen = {lang: fonts.faces(lang, of_system=True)[1:] for lang in ("zh", "zh-Hant", "ja", "de")}
    assert chosen == {
        "zh": ["Noto Serif CJK SC"],
        "zh-Hant": ["Noto Serif CJK TC"],
        "ja": ["Noto Serif CJK JP"],
        "de": [],
    }
    assert fonts.faces("zh", of_system=False) == ["Libertinus Serif"]
