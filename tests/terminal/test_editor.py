"""The user's own editor: its command, and what a broken one says."""

import sys

import pytest

from drill.errors import DrillError
from drill.terminal.editor import command, edit, edited


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ["vi", "+7", "deck.yaml"]),
        ({"EDITOR": "nano -w"}, ["nano", "-w", "+7", "deck.yaml"]),
        ({"EDITOR": "nano", "VISUAL": "vim"}, ["vim", "+7", "deck.yaml"]),
        ({"EDITOR": "vim", "VISUAL": " "}, ["vim", "+7", "deck.yaml"]),
        ({"EDITOR": "/usr/bin/code"}, ["/usr/bin/code", "--wait", "--goto", "deck.yaml:7"]),
        ({"EDITOR": "subl"}, ["subl", "--wait", "deck.yaml:7"]),
        ({"EDITOR": "notepad"}, ["notepad", "deck.yaml"]),
    ],
)
def test_an_editor_opens_the_deck_at_the_line_in_its_own_way(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], expected: list[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert command(environ, "deck.yaml", 7) == expected


def test_a_broken_or_missing_editor_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DrillError, match=r"^\$EDITOR is not a command: 'vi$"):
        command({"EDITOR": "'vi"}, "deck.yaml", 7)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "no-such-editor")
    with pytest.raises(DrillError, match=r"^no-such-editor: No such file or directory$"):
        edit("deck.yaml", 7)


@pytest.mark.skipif(sys.platform == "win32", reason="the editor is a shell script")
@pytest.mark.parametrize(
    ("leaves", "said"),
    [
        ("mkfifo $1", "not a regular file"),
        ("ln -s $1 $1", "Too many levels of symbolic links"),
        ("truncate -s 17M $1", "larger than 16,000,000 bytes"),
    ],
)
def test_a_file_that_the_editor_leaves_unreadable_is_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, leaves: str, said: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"sh -c 'rm $1; {leaves}'")
    with pytest.raises(DrillError) as refused:
        edited("half an answer")
    assert refused.value.message == f"what the editor has left cannot be read: {said}"
