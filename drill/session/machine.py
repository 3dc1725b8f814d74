"""The transitions of a session: the next state for each event."""

from dataclasses import replace

from drill.model import SIDES_OF_DELIVERY, Entry, Mark, SessionKind
from drill.session.clocks import Clock, Instant
from drill.session.events import (
    CONFIDENCES,
    Choose,
    ChooseEach,
    Deliver,
    Effect,
    Event,
    Judged,
    MarkAll,
    MarkEach,
    Note,
    Press,
    Rate,
    Replace,
    Reply,
    Reveal,
    Save,
    Surer,
    Toggle,
    Transcribed,
)
from drill.session.incoming import also_spoken, judged, taken_over, transcribed
from drill.session.pausing import clock_started, clocks_stopped, resumed
from drill.session.rules import Phase, Rules
from drill.session.states import Answer, State, reread
from drill.session.undo import undo

_TURN = {Mark.MISSED: Mark.SAID, Mark.SAID: Mark.PARTLY, Mark.PARTLY: Mark.MISSED}

Outcome = tuple[State, tuple[Effect, ...]]


def start(session_id: str, rules: Rules, answers: tuple[Answer, ...], now: Instant) -> State:
    """The session with its first question on the screen and the clocks running."""
    pending = tuple(range(len(answers)))
    state = State(session_id, rules, answers, pending, clock=Clock().started(now.tick))
    return clock_started(state, now) if answers else replace(state, phase=Phase.OVER)


def step(state: State, event: Event, now: Instant) -> Outcome:
    """The state and effects after `event`; an event without meaning here changes nothing.

    Any event ends a pause, except another pause, a transcript and a judgement.
    """
    if isinstance(event, Transcribed):
        return transcribed(state, event.spoken), ()
    if isinstance(event, Judged):
        return judged(state, event.proposal), ()
    if event is Press.PAUSE:
        return (clocks_stopped(state, now) if state.pause is None else resumed(state, now)), ()
    if state.pause is not None:
        state = resumed(state, now)
    match event:
        case Press.UNDO:
            return undo(state, now)
        case Press.STOP:
            return _stop(state, now), ()
        case Replace(entry) if state.phase is not Phase.OVER:
            return _replaced(state, entry), ()
        case Note(text) if state.phase is not Phase.OVER:
            return state.with_current(replace(state.current, note=text)), ()
        case _ if state.asks:
            return _asking(state, event, now)
        case _ if state.phase is Phase.MARKING:
            return _marking(state, event, now)
        case Deliver(grade) if state.phase is Phase.DELIVERY:
            return _delivered(state, grade, now)
        case _:
            return state, ()


def _asking(state: State, event: Event, now: Instant) -> Outcome:
    answer = state.current
    question = answer.entry.question
    if question.options and state.phase is Phase.ASKING:
        if event is Press.UNKNOWN:
            event = Reveal()
            answer = replace(answer, chosen=frozenset(), confidence=None)
        elif isinstance(event, Reveal) and not answer.chosen:
            return state, ()
    match event:
        case Choose() | ChooseEach() | Surer() if question.options:
            return state.with_current(_chosen(answer, event)), ()
        case Press.HINT if question.hint:
            return state.with_current(replace(answer, assisted=True)), ()
        case Press.SKIP if state.phase is Phase.FOLLOW_UP:  # the question itself is answered
            return _asking(state, Reveal(), now)
        case Press.SKIP:
            return _skipped(state, now)
        case Reveal(confidence, typed, recordings):
            given = replace(
                answer,
                passed_over=False,
                confidence=answer.confidence if confidence is None else confidence,
                typed="\n\n".join(part for part in (answer.typed, typed) if part) or None,
                next_typed=typed if state.phase is Phase.FOLLOW_UP else None,
                spoken=also_spoken(answer.spoken, recordings),
            )
            if state.phase is Phase.ASKING and answer.follow_up:
                return replace(state.with_current(given), phase=Phase.FOLLOW_UP), ()
            given = replace(given, clock=answer.clock.stopped(now.tick))
            return _next(_answered(state.with_current(given)), now)
        case _:
            return state, ()


def _chosen(answer: Answer, event: Choose | ChooseEach | Surer) -> Answer:
    """The answer after a choice, or after a change of confidence."""
    match event:
        case Surer(steps):
            said = (None, *CONFIDENCES)
            place = said.index(answer.confidence) if answer.confidence in said else 0
            return replace(answer, confidence=said[(place + steps) % len(said)])
        case ChooseEach(places) if all(place < len(answer.order) for place in places):
            chosen = frozenset(answer.order[place] for place in places)
            return replace(answer, chosen=chosen)
        case Choose(place) if place < len(answer.order):
            option = frozenset({answer.order[place]})
            others = answer.chosen if len(answer.entry.question.correct) != 1 else frozenset()
            kept = answer.chosen - option if option <= answer.chosen else others | option
            return replace(answer, chosen=kept)
        case _:
            return answer


def _marking(state: State, event: Event, now: Instant) -> Outcome:
    answer = state.current
    points = answer.points
    match event:
        case Toggle(index) if index < len(points):
            turned = (*answer.marks[:index], _TURN[answer.marks[index]], *answer.marks[index + 1 :])
            return state.with_current(replace(answer, marks=turned)), ()
        case MarkAll(mark) if points:
            return state.with_current(replace(answer, marks=(mark,) * len(points))), ()
        case MarkEach(marks, wrong) if len(marks) == len(points):
            return state.with_current(replace(answer, marks=marks, wrong=wrong)), ()
        case Press.WRONG:
            return state.with_current(replace(answer, wrong=not answer.wrong)), ()
        case Press.BY_SHARE if answer.drafted and answer.entry.question.key_points:
            return state.with_current(replace(answer, by_share=not answer.by_share)), ()
        case Press.FOLLOW_UP if answer.follow_up:
            turned_whole = replace(answer, next_mark=_TURN[answer.next_mark])
            return state.with_current(turned_whole), ()
        case Press.TAKE_OVER if answer.proposal and points:
            return state.with_current(taken_over(answer, answer.proposal)), ()
        case Reply(text) if answer.proposal:
            replied = replace(answer, proposal=replace(answer.proposal, reply=text))
            return state.with_current(replied), ()
        case Rate(rating) if not answer.is_measured:
            return _accepted(state, state.with_current(replace(answer, rating=rating)), now)
        case Press.ACCEPT if answer.is_measured:
            return _accepted(state, state, now)
        case Press.SKIP:
            passed = state.with_current(replace(answer, passed_over=True))
            return _scored(state, passed, now)
        case _:
            return state, ()


def _accepted(before: State, marked: State, now: Instant) -> Outcome:
    if marked.rules.rates_delivery and not marked.current.entry.question.options:
        return replace(marked, phase=Phase.DELIVERY), ()
    return _scored(before, marked, now)


def _delivered(state: State, grade: int, now: Instant) -> Outcome:
    answer = state.current
    rated = state.with_current(replace(answer, delivery=(*answer.delivery, grade)))
    if len(rated.current.delivery) < len(SIDES_OF_DELIVERY):
        return rated, ()
    return _scored(state, rated, now)


def _scored(before: State, marked: State, now: Instant) -> Outcome:
    """Save the current answer of `marked` and continue; an undo returns to `before`."""
    attempt = marked.attempt(now.at)
    scored = replace(
        marked,
        marking=marked.marking[1:],
        attempts=(*marked.attempts, attempt),
        serial=marked.serial + 1,
        undo=before,
    )
    after, effects = _next(scored, now)
    return after, (Save(attempt), *effects)


def _skipped(state: State, now: Instant) -> Outcome:
    """Skip the question; a mock interview asks it once more at the end."""
    answer = state.current
    passed = replace(answer, clock=answer.clock.stopped(now.tick), passed_over=True)
    held = state.with_current(passed)
    if not state.rules.reveal_each and not answer.passed_over and len(state.pending) > 1:
        later = replace(held, pending=(*state.pending[1:], state.pending[0]), phase=Phase.ASKING)
        return _next(later, now)
    return _scored(state, _put_aside(held), now)


def _answered(state: State) -> State:
    """The state with its current question moved from `pending` to `marking`."""
    return replace(state, pending=state.pending[1:], marking=(*state.marking, state.pending[0]))


def _next(state: State, now: Instant) -> Outcome:
    """Continue with the next step: marking, asking, or the end.

    When the time is up, a quiz asks no more questions, and an interview scores passed-over
    questions as skipped.
    """
    closing = state.out_of_time(now.tick)
    if state.marking and (state.rules.reveal_each or not state.pending):
        return replace(state, phase=Phase.MARKING), ()
    if closing and state.rules.kind is SessionKind.MOCK and state.pending:
        if state.answers[state.pending[0]].passed_over:
            return _scored(replace(state, phase=Phase.ASKING), _put_aside(state), now)
        closing = False
    if state.pending and not closing:
        return clock_started(replace(state, phase=Phase.ASKING), now), ()
    return replace(state, phase=Phase.OVER, clock=state.clock.stopped(now.tick)), ()


def _put_aside(state: State) -> State:
    """The state with its question, passed over for good, as the next to score."""
    aside = (state.pending[0], *state.marking)
    return replace(state, pending=state.pending[1:], marking=aside, phase=Phase.MARKING)


def _stop(state: State, now: Instant) -> State:
    """End a quiz; in a mock interview, end the questions and mark the answers."""
    if state.phase is Phase.OVER:
        return state
    held = replace(clocks_stopped(state, now), pause=None, stopped=True)
    if state.phase is Phase.FOLLOW_UP:  # the question itself is answered
        held = _answered(held)
    if state.asks and held.marking:
        running = held.clock.started(now.tick)
        return replace(held, phase=Phase.MARKING, pending=(), clock=running)
    return replace(held, phase=Phase.OVER)


def _replaced(state: State, entry: Entry) -> State:
    """The state with its current question as edited."""
    return state.with_current(reread(state.current, entry))
