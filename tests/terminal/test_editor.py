"""The user's own editor: its command, and what a broken one says."""

import pytest

from drill.errors import DrillError
from drill.terminal.editor import command, edit


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
