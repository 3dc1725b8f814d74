"""A deck whose every text means harm, on the terminal, in pipes and in the shell's completion."""

import json
import re
import sys

import pyte
import pytest

from tests.cli.test_app import completing
from tests.trust.conftest import COMMANDS, Harm

if sys.platform == "win32":
    pytest.skip("needs a POSIX system", allow_module_level=True)

from tests.trust.driving import drill, on_terminal, unsafe

pytestmark = pytest.mark.slow

MARKUP = "[red]r[/red] [/b] [link=http://a.example]l[/link] [bold [/] [@click=x]y[/] :bomb:"
TAG = "[/b]<b>=1"
# Words to wait for, and the keys to type then; Space would page through a long question.
QUIZ = [
    *(("keys", "h"), ("Hint", " "), ("accept", "a"), ("at most good", "\r")),
    *(("reveal", "\r"), ("wrong", "q")),
]
TYPED = [("╰", "x\x04"), ("reveal", "\r"), ("accept", "q")]
CHOICE = [("choose", "a"), ("answer", "\r"), ("accept", "w\r"), ("ends", "x")]
MOCK = [("begins", " "), ("reveal", "\r"), ("accept", "a"), ("easy", "q")]
TERMINAL: list[tuple[str, list[tuple[str, str]], str]] = [
    ("", [], "in 3 decks"),
    ("sessions", [], "quiz"),
    ("sessions show", [], TAG),
    ("list", [], "[red]r[/red]"),
    ("show hostile/first", [], MARKUP),
    ("quiz hostile --order document", QUIZ, "[red]r[/red]"),
    ("quiz hostile --typed --order document", TYPED, "[red]r[/red]"),
    ("mock hostile --reveal each --no-follow-ups --seed 1", MOCK, "[red]r[/red]"),
    ("quiz hostile/third", CHOICE, "[red]r[/red]"),
    ("stats hostile", [], TAG),
    ("plan", [], "interview"),
]


@pytest.mark.parametrize(
    "output", ["\x1b]0;t\x07", "\x1b]52;c;QQ==\x07", "\x9b31m", "\u202e", "a\u200b", "\u200d\u200d"]
)
def test_control_and_invisible_characters_are_recognised(output: str) -> None:
    assert unsafe(f"a \x1b[1mword\x1b[0m\r\n{output}")


@pytest.mark.parametrize(
    ("command", "typing", "shown"), TERMINAL, ids=[row[0] or "drill" for row in TERMINAL]
)
def test_on_a_terminal_hostile_text_is_shown_as_text(
    command: str,
    typing: list[tuple[str, str]],
    shown: str,
    harm: Harm,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRILL_QUESTIONS", str(harm.decks))
    output = on_terminal(harm.home, *command.split(), typing=typing)
    assert unsafe(output) == []
    screen = pyte.Screen(100, 40)
    pyte.Stream(screen).feed(output)
    assert (screen.title, screen.icon_name) == ("", "")
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", output)
    assert " ".join(shown.split()) in " ".join(plain.split())


@pytest.mark.parametrize("command", [each for each in COMMANDS if "-o FOLDER" not in each])
def test_in_a_pipe_markup_stands_there_literally(command: str, harm: Harm) -> None:
    out = " ".join(harm.ran[command].out.split())
    if "--json" in command:
        json.loads(out)
    elif command.startswith(("list", "show", "quiz", "mock", "export anki")):
        assert MARKUP in out
    elif command in {"stats", "sessions show"}:
        assert TAG in out


def test_json_gives_a_script_the_text_as_it_is(harm: Harm) -> None:
    out = harm.ran["show second --json"].out
    assert "\\u202e" in out
    assert "\u202egnp.exe\u202c" in json.loads(out)["question"]["text"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("drill list ", ["good", "hostile"]),
        ("drill show ", ["sky", "first", "second"]),
        ("drill list --tag ", []),
    ],
)
def test_zsh_which_evaluates_them_is_offered_plain_words_alone(
    line: str, words: list[str], harm: Harm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRILL_QUESTIONS", str(harm.decks))
    for name, value in completing("zsh", line).items():
        monkeypatch.setenv(name, value)
    out = drill(harm.home).out
    assert unsafe(out) == []
    assert set(words) <= set(re.findall(r"[a-z-]+", out))
    assert not re.search(r"[=@<$`\\]", out.removeprefix("_arguments '*: :"))
