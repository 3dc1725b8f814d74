"""The keys of a session, screen by screen.

Dispatch, footer, the `?` list, the prompt of line mode and `drill help keys` all read these tables:
a new key is one line.
"""

from collections.abc import Mapping

from drill.model import LETTERS, SessionKind
from drill.session import CONFIDENCES, Choose, Phase, Press, Reveal, State, Surer
from drill.terminal.keys import keys
from drill.terminal.keys.actions import Act, Bindings, Do
from drill.terminal.keys.keymap import ANY, Binding
from drill.terminal.keys.marking_bindings import (
    BY_SHARE,
    CHOSEN,
    DELIVERY,
    DRAFTED,
    FOLLOW_UP,
    PLAYING,
    RATING,
    both,
    marking,
)

_SAY_WHY_NOT: frozenset[Act] = frozenset((Do.JUDGE, Do.PLAY, Do.PLAY_POINT))


def _sure() -> dict[str, Act]:
    return {str(digit): Reveal(confidence) for digit, confidence in enumerate(CONFIDENCES, 1)}


def _can_hint(state: State) -> bool:
    return state.current.entry.question.hint is not None and not state.current.assisted


HELP = Binding[Act]("?", {"?": Do.HELP}, "this list")
STOP = Binding[Act]("q", {"q": Press.STOP}, "stop; all is saved", plain="q stop")
END_OF_ASKING = "review"
"""The word that ends an interview's questions in line mode."""
END = Binding[Act](
    END_OF_ASKING,
    {END_OF_ASKING: Press.STOP},
    "no more questions, on to the review",
    plain="review ends the questions",
    when=lambda state: state.asks and state.rules.kind is SessionKind.MOCK,
)
EDIT = Binding[Act](
    "e",
    {"e": Do.EDIT},
    "open the deck in your editor here, once the answer is shown",
)
SKIP = Binding[Act]("s", {"s": Press.SKIP}, "skip", plain="s skip")
HINT = Binding[Act](
    "h", {"h": Press.HINT}, "hint; the answer then counts as assisted", "hint", "h hint", _can_hint
)
NOTE = Binding[Act](
    "n",
    {"n": Do.NOTE},
    "keep a line of your own with a spoken answer",
    "note",
    "n and a line keeps a note",
    lambda state: (
        state.rules.kind is SessionKind.MOCK
        and not state.rules.typed
        and state.phase is not Phase.DELIVERY
    ),
)
COMMON: Bindings = (
    SKIP,
    Binding("u", {"u": Press.UNDO}, "undo the last score", plain="u undo"),
    EDIT,
    Binding("p", {"p": Press.PAUSE}, "pause or resume the clock"),
    NOTE,
    STOP,
    HELP,
)
PAUSED: Bindings = (
    Binding("any key", {ANY: Press.PAUSE}, "resume the clock", "resumes"),
    EDIT,
    STOP,
    HELP,
)
OVER: Bindings = (
    Binding(
        "u",
        {"u": Press.UNDO},
        "undo the last score",
        "undo the last score",
        "u takes the last score back",
    ),
    Binding("any other key", {ANY: Do.LEAVE}, "end", "ends", "empty ends"),
)
AGAIN = Binding[Act](
    "m",
    {"m": Do.AGAIN},
    "ask what was missed again, now; the schedule stays as it is",
    plain="m asks what was missed again",
    when=lambda state: state.rules.kind is SessionKind.QUIZ and bool(state.missed),
)
OPENING: Bindings = (
    Binding("any key", {ANY: Do.BEGIN}, "begin", "begins"),
    Binding("q", {"q": Do.LEAVE}, "leave", "leaves"),
)
# During an interview, q asks whether to pause, finish or go on.
LEAVING: Bindings = (
    Binding("q", {"q": Do.LEAVE}, "leave; drill mock --resume continues here", "leave"),
    Binding(
        "r", {"r": Press.STOP}, "no more questions, on to the review", "review what I answered"
    ),
    Binding("any other key", {}, "back to the question", "goes back"),
)
IN_EDITOR = "in-editor"
"""Stands for going on in the user's own editor, while an answer is typed."""
# While typing an answer: prompt_toolkit's key names and the session keys they stand for; None ends
# typing. Escape then Enter is prompt_toolkit's usual way to submit.
WRITING: tuple[Binding[str | None], ...] = (
    Binding("Ctrl-D", {"c-d": None, "escape enter": None}, "the answer is done", "done"),
    Binding("Alt-h", {"escape h": "h"}, "hint", "hint", when=_can_hint),
    Binding("Alt-s", {"escape s": "s"}, "skip", "skip"),
    Binding("Alt-u", {"escape u": "u"}, "undo the last score"),
    Binding("Alt-p", {"escape p": "p"}, "pause", "pause"),
    Binding("Alt-q", {"escape q": "q"}, "stop; all is saved", "stop"),
    Binding("Ctrl-X Ctrl-E", {"c-x c-e": IN_EDITOR}, "write in your editor"),
    Binding("Ctrl-C", {"c-c": keys.INTERRUPT}, "interrupt; the text is kept"),
    Binding("Ctrl-Z", {"c-z": keys.SUSPEND}, "back to the shell for a while"),
)
# While writing a note.
NOTING: tuple[Binding[str | None], ...] = (
    Binding("Enter", {"enter": None, "c-d": None}, "the note is done", "done"),
    *(binding for binding in WRITING if binding.key in {"Ctrl-C", "Ctrl-Z"}),
)
SCROLLING = Binding[int]("arrows", {keys.UP: -1, keys.DOWN: 1}, "scroll; page up and down too")


def asking(verb: str = "reveal") -> Bindings:
    """The keys while a question is open; `verb` names what Enter does."""
    return (
        Binding("space, enter", both(Reveal()), verb, verb, "Enter reveals"),
        Binding(
            "1-4",
            _sure(),
            f"{verb}, and say how sure you are: 25, 50, 75 or 95 %",
            f"{verb}, how sure",
            "1-4 reveals with your confidence",
        ),
        HINT,
        SKIP._replace(footer="skip"),
        HELP._replace(footer="keys"),
    )


def choosing(count: int) -> Bindings:
    """The keys while choosing among `count` options, whose letters take precedence."""
    label = f"a-{LETTERS[count - 1]}, 1-{count}"
    choices: dict[str, Act] = {
        key: Choose(place) for place in range(count) for key in (LETTERS[place], str(place + 1))
    }
    hint = HINT._replace(key="H", acts={"H": Press.HINT}, plain="") if "h" in choices else HINT
    return (
        Binding(
            label,
            choices,
            "choose an option, or take that back",
            "choose",
            "letters answer, as in b, or b 75% to say how sure you are",
        ),
        Binding("enter, space", both(Reveal()), "answer", "answer"),
        Binding(
            "left/right",
            {keys.LEFT: Surer(-1), keys.RIGHT: Surer(1)},
            "say how sure you are: 25, 50, 75 or 95 %",
            "how sure",
        ),
        Binding(
            "0", {"0": Press.UNKNOWN}, "you do not know: show it", "don't know", "0 don't know"
        ),
        hint,
        SKIP._replace(footer="skip"),
        HELP._replace(footer="keys"),
    )


SCREENS: Mapping[str, Mapping[str, Bindings]] = {
    "keys": {
        "a question": asking()[:3],
        "the answer, with key points": marking(9)[:5],
        "all of these": tuple(binding for binding in COMMON if binding is not NOTE),
    },
    "keys-more": {
        "options": choosing(9)[:4],
        "the answer, with options": CHOSEN,
        "the answer, with neither": RATING[:4],
        "the answer, with drafted points": DRAFTED,
        "the end of a quiz": (AGAIN,),
    },
    "keys-mock": {
        "a spoken answer": (NOTE, PLAYING),
        "an answer that was followed up": (FOLLOW_UP,),
        "delivery": DELIVERY,
    },
}
"""The keys by help topic and name of their screen."""


def _bindings_of(state: State) -> Bindings:
    """The keys of the screen in `state`; the first binding of a key wins."""
    if state.phase is Phase.OVER:
        return (_again(state), *OVER) if AGAIN.when(state) else OVER
    if state.pause is not None:
        return PAUSED
    return (*_own(state), *COMMON)


def offered(state: State) -> Bindings:
    """The keys to show: those that do something now."""
    named: list[Binding[Act]] = []
    taken: set[str] = set()
    for binding in _bindings_of(state):
        if binding.when(state) and not binding.acts.keys() <= taken:
            named.append(binding)
            taken |= binding.acts.keys()
    return tuple(named)


def acting(state: State) -> Bindings:
    """The keys that react in `state`: those offered, and those that explain why they are not."""
    own = _bindings_of(state)
    explained = (binding for binding in own if _SAY_WHY_NOT.issuperset(binding.acts.values()))
    return (*offered(state), *explained)


def _again(state: State) -> Binding[Act]:
    missed = len(state.missed)
    return AGAIN._replace(footer=f"those {missed} again now" if missed > 1 else "that one again")


def _own(state: State) -> Bindings:
    question = state.current.entry.question
    if state.phase is Phase.ASKING and question.options:
        return choosing(len(question.options))
    if state.asks:
        return asking("reveal" if state.rules.reveal_each else "done")
    if state.phase is Phase.DELIVERY:
        return (*DELIVERY, PLAYING)
    drafted = state.current.drafted
    if points := state.current.points:
        return (*marking(len(points)), *(DRAFTED if drafted else ()), FOLLOW_UP, PLAYING)
    if question.key_points and drafted:
        by_points = BY_SHARE._replace(footer="by points", plain="r by points")
        return (*RATING, by_points, FOLLOW_UP, PLAYING)
    return (*(CHOSEN if question.correct else RATING), FOLLOW_UP, PLAYING)
