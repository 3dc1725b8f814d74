"""Keys typed at the editor of answers, as a terminal sends them."""

import os
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("input of Unix", allow_module_level=True)

from drill.terminal.screen.writing_posix import TypedInput


def read(*pieces: str) -> list[str]:
    """The keys read when the pieces arrive one after the other."""
    ours, theirs = os.pipe()
    with os.fdopen(ours) as stdin:
        reader = TypedInput(stdin)
        keys: list[str] = []
        for piece in pieces:
            os.write(theirs, piece.encode())
            keys += [press.key for press in reader.read_keys()]
        os.close(theirs)
        return keys


def test_ctrl_c_leaves_though_the_end_of_a_paste_never_came() -> None:
    assert read("\x1b[200~words", "\x03") == ["<bracketed-paste>", "c-c"]


def test_a_paste_in_pieces_is_one_paste_with_all_that_is_in_it() -> None:
    assert read("\x1b[200~a", "b\x03", "\x1b[201~", "\x04") == ["<bracketed-paste>", "c-d"]
