"""The input of line mode: the prompts, and the meaning of a line in each state."""

import re
import sys

from drill.model import Mark, Rating
from drill.session import (
    CONFIDENCES,
    Answer,
    Choose,
    ChooseEach,
    Deliver,
    Event,
    MarkEach,
    Note,
    Phase,
    Press,
    Rate,
    Reveal,
    State,
)
from drill.terminal.keys import keys
from drill.terminal.keys.actions import Act, Do, Drop
from drill.terminal.keys.bindings import COMMON, END, NOTE, choosing, offered
from drill.terminal.keys.keymap import plain_act, prompt
from drill.terminal.keys.marking_bindings import BY_SHARE, CHOSEN
from drill.terminal.session.parts import how_much
from drill.text import printable_line

_GRADES = {"1", "2", "3", "4"}
_SURE = {f"{confidence}%": confidence for confidence in CONFIDENCES}
_MARK = re.compile(r"(~?)([1-9])")
# By how many of the three ratings were given before an interruption.
_DELIVERY = (
    "Structure, clarity and pace, 1 to 4 each, as in 3 3 2",
    "Clarity and pace, 1 to 4 each, as in 3 2",
    "Pace, 1 to 4",
)


def read_line() -> str:
    """The next line of input without what a terminal sends by itself; EOFError after the last."""
    try:
        line = sys.stdin.readline()
    except OSError:  # the terminal is gone, and its hang-up is ignored
        line = ""
    if not line:
        raise EOFError
    return keys.SEQUENCE.sub("", keys.with_escapes(line.rstrip("\r\n")))


def parsed(line: str, state: State) -> tuple[Event, ...]:
    """The events of a line in this state; empty if the line is invalid."""
    word = line.strip().lower()
    given: tuple[Event, ...] = ()
    if word.startswith("n ") and state.phase is not Phase.OVER and NOTE.when(state):
        return (Note(printable_line(line.strip()[2:]).strip()),)
    common = offered(state)
    if state.phase is Phase.DELIVERY:
        common = COMMON
        grades = word.split()
        missing = len(_DELIVERY) - len(state.current.delivery)
        if len(grades) == missing and all(grade in _GRADES for grade in grades):
            given = tuple(Deliver(int(grade)) for grade in grades)
    elif state.phase is Phase.MARKING:
        question = state.current.entry.question
        common = CHOSEN[1:] + COMMON if question.correct else COMMON
        turns, word = _follow_up(word, state.current)
        given = _scored_as(word, state.current)
        given = (*turns, *given) if given else ()
        if state.current.drafted:
            common = (BY_SHARE, *common)
        if word == "y" and state.current.proposal:
            given = (Press.TAKE_OVER, Press.ACCEPT)
    elif state.phase is Phase.ASKING and state.current.options:
        if line.strip() == "H":  # lower-case h may be an option
            return (Press.HINT,)
        given = _choice(word, state.current)
    return given or _event(plain_act((*common, END) if END.when(state) else common, word))


def _event(act: Act | None) -> tuple[Event, ...]:
    """The event of an action; actions of the screen alone have none."""
    match act:
        case None | Drop() | Do.KEEP | Do.DROP | Do.CANCEL | Do.PLAY | Do.PLAY_POINT:
            return ()
        case (
            Do.RESTORE
            | Do.JUDGE
            | Do.REPLY
            | Do.NOTE
            | Do.AGAIN
            | Do.EDIT
            | Do.LOOK_BACK
            | Do.LOOK_ON
        ):
            return ()
        case Do.BEGIN | Do.LEAVE | Do.HELP:
            return ()
        case _:
            return (act,)


def _follow_up(word: str, answer: Answer) -> tuple[tuple[Event, ...], str]:
    """The event of `t` or `~t` (the follow-up) in a line, and the rest of the line."""
    turns = {"t": 1, "~t": 2}
    words = word.split()
    said = [token for token in words if token in turns and answer.follow_up]
    rest = " ".join(token for token in words if token not in said)
    return (Press.FOLLOW_UP,) * (turns[said[0]] if said else 0), rest


def _choice(word: str, answer: Answer) -> tuple[Event, ...]:
    """The events for options by letter or number, with confidence: `b`, `a c 75%`."""
    tokens = word.replace(",", " ").replace(" %", "%").split()
    said = [_SURE[token] for token in tokens if token in _SURE]
    named = [token for token in tokens if not token.endswith("%")]
    acts = choosing(len(answer.options))[0].acts
    places = [act.place for name in named if isinstance(act := acts.get(name), Choose)]
    one = len(answer.entry.question.correct) == 1
    if len(places) < len(named) or not places or (one and len(places) > 1):
        return ()
    if len(said) + len(named) < len(tokens) or len(said) > 1:
        return ()
    return (ChooseEach(tuple(places)), Reveal(said[0] if said else None))


def _scored_as(word: str, answer: Answer) -> tuple[Event, ...]:
    if answer.points:
        return _marks(word, len(answer.points))
    if answer.is_measured:
        return (Press.WRONG, Press.ACCEPT) if word == "w" else ()
    return _rating(word)


def _rating(word: str) -> tuple[Event, ...]:
    rating, *more = word.split() or [""]
    if rating not in _GRADES or more not in ([], ["w"]):
        return ()
    return (*([Press.WRONG] if more else []), Rate(Rating(int(rating))))


def _marks(word: str, points: int) -> tuple[Event, ...]:
    tokens = word.replace(",", " ").split()
    wrong = "w" in tokens
    tokens = [token for token in tokens if token != "w"]
    if tokens in ([], ["0"], ["a"]):
        mark = Mark.SAID if tokens == ["a"] else Mark.MISSED
        return (MarkEach((mark,) * points, wrong), Press.ACCEPT)
    marks = [Mark.MISSED] * points
    for token in tokens:
        match = _MARK.fullmatch(token)
        if match is None or int(match[2]) > points:
            return ()
        marks[int(match[2]) - 1] = Mark.PARTLY if match[1] else Mark.SAID
    return (MarkEach(tuple(marks), wrong), Press.ACCEPT)


def asked_for(state: State) -> str:
    """The prompt: the input that line mode accepts next."""
    if state.phase is Phase.DELIVERY:
        return _DELIVERY[len(state.current.delivery)]
    taken = prompt((*offered(state), END) if END.when(state) else offered(state))
    if state.phase is not Phase.MARKING:
        return taken
    question = state.current.entry.question
    if question.correct:
        return taken
    if state.current.points:
        return f"Which did you say? As in 1 3 ~4 w: {taken}"
    return f"{how_much(state.current)} As in 3, or 2 w: {taken}"
