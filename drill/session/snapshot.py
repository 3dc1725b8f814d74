"""A session's state as JSON, to resume it after an interruption.

It excludes the questions, which are in the decks, and the attempts, which are in the history: the
caller passes both to `load`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass, replace
from datetime import datetime
from functools import partial
from itertools import count
from typing import TypedDict

from drill.errors import DrillError
from drill.judging import record
from drill.model import (
    SIDES_OF_DELIVERY,
    Attempt,
    Entry,
    Mark,
    Question,
    Rating,
    SessionKind,
    spoken,
)
from drill.model import json_values as values
from drill.session.clocks import Clock, Instant
from drill.session.rules import Phase, Rules
from drill.session.states import Answer, State, to_answer, with_options

VERSION = 1


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A loaded snapshot: the state with its clocks running, and the half-typed answer."""

    state: State
    draft: str


def dump(state: State, draft: str, now: Instant) -> str:
    """The state at `now` as JSON, with the half-typed answer."""
    return json.dumps(
        {
            "version": VERSION,
            "id": state.id,
            "at": now.at.isoformat(),
            "rules": _rules(state.rules),
            "recorded": state.rules.recorded,
            **_place(state),
            "scored": len(state.attempts),
            "serial": state.serial,
            "spent": state.clock.seconds(now.tick),
            "pauses": state.pauses,
            "paused": state.paused + (state.pause.seconds(now.tick) if state.pause else 0),
            "away": state.away,
            "draft": draft,
            "answers": [_answer(answer, now) for answer in state.answers],
            "undo": [_before(state, now) for state in _undoable(state)],
        },
        ensure_ascii=False,
    )


class _Place(TypedDict):
    """The part of a state that an undo restores."""

    pending: tuple[int, ...]
    marking: tuple[int, ...]
    phase: Phase
    stopped: bool


def _place(state: State) -> _Place:
    return {
        "pending": state.pending,
        "marking": state.marking,
        "phase": state.phase,
        "stopped": state.stopped,
    }


def _undoable(state: State) -> Iterator[State]:
    """The states whose last score can be undone, newest first."""
    while state.undo is not None:
        yield state
        state = state.undo


def _before(state: State, now: Instant) -> dict[str, object]:
    """The state before the last score: its place, and the answers that have changed since."""
    before = state.undo or state
    pairs = enumerate(zip(before.answers, state.answers, strict=True))
    changed = {str(i): _answer(old, now) for i, (old, new) in pairs if old is not new}
    return {**_place(before), "answers": changed}


def _rules(rules: Rules) -> dict[str, object]:
    members = asdict(rules)
    del members["recorded"]  # an older drill would reject the whole snapshot
    return members


def _answer(answer: Answer, now: Instant) -> dict[str, object]:
    return {
        "key": answer.entry.key,
        "points": [point.text for point in answer.entry.question.key_points],
        "marks": answer.marks,
        "budget": answer.budget,
        "follow_up": answer.follow_up,
        "spent": answer.clock.seconds(now.tick),
        "confidence": answer.confidence,
        "typed": answer.typed,
        "next_typed": answer.next_typed,
        "spoken": spoken.to_json(answer.spoken) if answer.spoken else None,
        "assisted": answer.assisted,
        "wrong": answer.wrong,
        "rating": answer.rating,
        "delivery": answer.delivery,
        "passed": answer.passed_over,
        "next_mark": answer.next_mark,
        "note": answer.note,
        "proposal": record.to_json(answer.proposal) if answer.proposal else None,
        "options": [option.text for option in answer.options],
        "chosen": [choice.text for choice in answer.choices if choice.chosen],
        "by_share": answer.by_share,
    }


def keys(text: str) -> list[str]:
    """The keys of the questions in a dumped state."""
    return [values.text(answer["key"]) for answer in json.loads(text)["answers"]]


def load(
    text: str, entries: Mapping[str, Entry], attempts: Iterable[Attempt], now: Instant
) -> Snapshot:
    """The dumped session, resumed at `now`; the time between counts as `away`.

    A question that is gone from its deck is asked by its key; marks stay if their points are
    unchanged. Raises DrillError if another version of drill wrote it; ValueError, TypeError,
    LookupError, OverflowError or RecursionError if drill did not.
    """
    data = values.members(json.loads(text))
    if data["version"] != VERSION:
        raise DrillError(
            "the interrupted interview was written by another version of drill",
            "resume it with that version, or start a new one with drill mock",
        )
    away = (now.at - datetime.fromisoformat(values.text(data["at"]))).total_seconds()
    answers = values.listed(partial(_to_answer, entries=entries), data["answers"])
    if len({answer.entry.key for answer in answers}) != len(answers):
        raise ValueError("a question is there twice")
    state = State(
        id=values.text(data["id"]),
        rules=_to_rules(data["rules"], recorded=values.flag(data.get("recorded", False))),
        answers=answers,
        **_to_place(data, answers),
        serial=values.count(data["serial"]),
        clock=Clock(values.number(data["spent"]), now.tick),
        pauses=values.count(data["pauses"]),
        paused=values.number(data["paused"]),
        away=values.number(data["away"]) + max(0.0, away),  # a clock may be set back
    )
    scored = tuple(attempts)
    undo = _undo(state, data, entries, scored)
    state = _reconciled(replace(state, attempts=scored, undo=undo))
    if state.asks:
        answer = state.current
        state = state.with_current(replace(answer, clock=answer.clock.started(now.tick)))
    return Snapshot(state, values.text(data["draft"]))


def _to_rules(value: object, *, recorded: bool) -> Rules:
    data = values.members(value)
    return Rules(
        SessionKind(values.text(data["kind"])),
        typed=values.flag(data["typed"]),
        reveal_each=values.flag(data["reveal_each"]),
        reschedules=values.flag(data["reschedules"]),
        limit=values.optional(values.number, data["limit"]),
        recorded=recorded,
    )


def _to_place(data: Mapping[str, object], answers: Sequence[Answer]) -> _Place:
    phase = Phase(values.text(data["phase"]))
    pending = _to_indexes(data["pending"], len(answers))
    marking = _to_indexes(data["marking"], len(answers))
    current = pending[:1] if phase in {Phase.ASKING, Phase.FOLLOW_UP} else marking[:1]
    if phase is not Phase.OVER and not current:
        raise ValueError("there is no current question")
    for place, answer in enumerate(answers):
        graded_now = phase is Phase.DELIVERY and place in current
        is_open = place in pending or place in marking
        if len(answer.delivery) not in ({0, 1, 2} if graded_now else {0} if is_open else {0, 3}):
            raise ValueError("a delivery is not graded, or not to its end")
    return {
        "pending": pending,
        "marking": marking,
        "phase": phase,
        "stopped": values.flag(data["stopped"]),
    }


def _undo(
    state: State,
    data: Mapping[str, object],
    entries: Mapping[str, Entry],
    scored: tuple[Attempt, ...],
) -> State | None:
    """The state before the last of the attempts `scored`, linked to the states before it.

    An interruption between the two writes leaves one attempt more, or one fewer, than the dumped
    `state` has: then that state, or an earlier one, is the state before. None if it is unknown.
    """
    states = [state]
    for before in values.listed(values.members, data.get("undo", [])):  # earlier ones have none
        answers = list(states[-1].answers)
        for index, answer in values.members(before["answers"]).items():
            answers[int(index)] = _to_answer(answer, entries)
        states.append(replace(state, answers=tuple(answers), **_to_place(before, answers)))
    dumped = values.whole(data.get("scored", -1), -1)
    if len(scored) > dumped + 1:
        return None
    undo = None
    for back in reversed(range(max(0, dumped + 1 - len(scored)), min(len(states), dumped + 1))):
        undo = replace(states[back], attempts=scored[: dumped - back], undo=undo)
    return undo


def _reconciled(state: State) -> State:
    """The state reconciled with its attempts, after an interruption between the two writes.

    A scored answer has its last grade, and is not marked again; a retracted one is.
    """
    scored = {attempt.key: attempt for attempt in state.attempts}
    open_ = [i for i, answer in enumerate(state.answers) if answer.entry.key not in scored]
    pending = tuple(i for i in state.pending if i in open_)
    marking = tuple(i for i in state.marking if i in open_)
    back = tuple(i for i in open_ if i not in {*pending, *marking})
    if state.stopped:  # unmarked questions were not answered, and are not asked
        back = tuple(i for i in back if state.answers[i].delivery)
    if (pending, (*back, *marking)) == (state.pending, state.marking):
        return state
    serials = {int(attempt.id.rpartition(".")[2]) for attempt in state.attempts}
    answers = list(state.answers)
    for i, answer in enumerate(answers):
        attempt = scored.get(answer.entry.key)
        if attempt and attempt.delivery:
            answers[i] = replace(answer, delivery=astuple(attempt.delivery))
        elif i in back:
            answers[i] = replace(answer, delivery=())
    state = replace(
        state,
        answers=tuple(answers),
        pending=pending,
        marking=(*back, *marking),
        serial=next(number for number in count(state.serial) if number not in serials),
    )
    if state.marking and (state.rules.reveal_each or not pending):
        return replace(state, phase=Phase.MARKING)
    return replace(state, phase=Phase.ASKING if pending else Phase.OVER)


def _to_answer(value: object, entries: Mapping[str, Entry]) -> Answer:
    data = values.members(value)
    key = values.text(data["key"])
    entry = entries.get(key)
    if entry is None:
        deck, _, question = key.partition("/")
        entry = Entry(deck, deck, Question(question, text=key), (), path="", line=1)
    budget = values.optional(values.number, data["budget"])
    answer = to_answer(entry, budget, values.optional(values.text, data["follow_up"]))
    texts = [point.text for point in entry.question.key_points]
    proposal = data.get("proposal")  # earlier snapshots have none
    marks = values.listed(_to_mark, data["marks"])
    if "points" in data:  # earlier snapshots have none: compare the number of points
        old = dict(zip(values.listed(values.text, data["points"]), marks, strict=True))
        marks = tuple(old.get(text, Mark.MISSED) for text in texts)
    shown = values.listed(values.text, data.get("options", []))
    chosen = values.listed(values.text, data.get("chosen", []))
    answer = with_options(answer, entry, shown, chosen)
    return replace(
        answer,
        marks=marks if len(marks) == len(answer.marks) else answer.marks,
        clock=Clock(values.number(data["spent"])),
        confidence=values.optional(values.percent, data["confidence"]),
        typed=values.optional(values.text, data["typed"]),
        # Earlier snapshots have no `next_typed`.
        next_typed=values.optional(values.text, data.get("next_typed")),
        spoken=spoken.of_json(data["spoken"]) if data.get("spoken") else None,
        assisted=values.flag(data["assisted"]),
        wrong=values.flag(data["wrong"]),
        rating=values.optional(lambda value: Rating(values.whole(value)), data["rating"]),
        delivery=values.listed(values.grade, data["delivery"], len(SIDES_OF_DELIVERY)),
        passed_over=values.flag(data["passed"]),
        # Earlier snapshots have none of these.
        next_mark=_to_mark(data.get("next_mark", Mark.MISSED)),
        note=values.text(data.get("note", "")),
        by_share=values.flag(data.get("by_share", False)),
        proposal=record.of_json(proposal) if proposal and texts == data.get("points") else None,
    )


def _to_indexes(value: object, count: int) -> tuple[int, ...]:
    """Different indexes of a sequence of `count` items."""
    indexes = values.listed(lambda index: values.whole(index, 0, count - 1), value)
    if len(set(indexes)) != len(indexes):
        raise ValueError("an index is there twice")
    return indexes


def _to_mark(value: object) -> Mark:
    return Mark(values.text(value))
