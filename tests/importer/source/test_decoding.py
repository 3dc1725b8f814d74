"""Bytes become text, or a refusal that says what is wrong."""

import pytest

from drill.errors import DrillError
from drill.importer.source.decoding import decode

TEXT = "# Entrevista\n\n¿Qué es un árbol? 树\n"


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_encodings_are_recognised_by_byte_order_mark_or_zero_bytes(codec: str) -> None:
    text = "# Interview\n\nWhat is a tree? árbol\n" * 4
    assert decode(text.encode(codec), "a.md") == text


def test_a_named_encoding_is_used() -> None:
    text = TEXT.replace(" 树", "")
    assert decode(text.encode("latin-1"), "a.md", "latin-1") == text


def test_a_byte_that_is_not_utf_8_is_named_with_its_line() -> None:
    with pytest.raises(DrillError) as refusal:
        decode("línea\nárbol".encode() + b"\nfa\xe7ade", "a.md")
    assert refusal.value.message == "a.md: byte 17 (0xe7, line 3) is not UTF-8"
    assert "--encoding latin-1" in refusal.value.hint


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG ...", "an image"),
        (b"\x1f\x8b ...", "a gzip archive"),
        (bytes(range(128)) * 9, "binary"),
    ],
)
def test_binary_data_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(DrillError, match=what):
        decode(data, "a.md")


def test_an_unknown_encoding_is_wrong_usage() -> None:
    with pytest.raises(DrillError) as refusal:
        decode(b"abc", "a.md", "klingon")
    assert refusal.value.code == 2


def test_line_ends_are_unified_and_control_characters_removed() -> None:
    words = b"some words more " * 9
    assert decode(words + b"\r\nb\rc\x00\x1b[31md\n", "a.md") == f"{words.decode()}\nb\nc[31md\n"
