"""Recording in a session: opens the microphone while a question is open, and collects transcripts.

A pause holds the recording, a skip deletes it, an answer includes it, and a resumed interview
continues an unfinished one.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Protocol

from drill.model.spoken import Spoken
from drill.session import (
    Answer,
    Event,
    Instant,
    Phase,
    Press,
    Rate,
    Reveal,
    State,
    Transcribed,
    step,
)

if TYPE_CHECKING:
    from drill.speaking.measures import Hearing

METER_EVERY = 0.25
"""Seconds between updates of the meter: calm, yet quick enough to react to a voice."""
LONGEST_WAIT = 60.0
"""The longest wait, in seconds, for a transcript after scoring."""


class Recordings(Protocol):
    """A microphone, its recordings of one session, and their recogniser.

    No method raises, or blocks longer than opening or closing a device. `number` is the question's
    number from 1; `given` are the recordings that the answer already has.
    """

    @property
    def hearing(self) -> "Hearing":
        """The level of the microphone now, or why it is off."""

    def start(self, number: int) -> None:
        """Record an answer to the question."""

    def pause(self) -> None:
        """Close the microphone for now."""

    def resume(self) -> None:
        """Open the microphone again."""

    def keep(self, number: int, given: tuple[str, ...]) -> tuple[str, ...]:
        """End the recording; returns the question's recordings that are not in `given`."""

    def discard(self, number: int, given: tuple[str, ...]) -> None:
        """End the recording; delete the question's recordings that are not in `given`."""

    def listen(self, spoken: Spoken, lang: str) -> Spoken | None:
        """The transcript of the recordings; None while the recogniser is running."""

    def play(self, spoken: Spoken, start: float = 0.0) -> str:
        """Play an answer from `start` seconds, or stop; the reason if impossible, else empty."""

    def close(self) -> None:
        """Close all devices and keep the current recording."""


class Recording:
    """Connects a session with its microphone, if it has one."""

    def __init__(self, recordings: Recordings | None) -> None:
        self._recordings = recordings
        self._place: tuple[int, Phase] | None = None
        self._given: tuple[str, ...] = ()
        self._holds = False

    @property
    def hearing(self) -> "Hearing | None":
        """The level of the microphone; None if nothing is to be recorded now."""
        return self._recordings.hearing if self._recordings and self._place else None

    def follow(self, state: State, *, speaking: bool = False) -> None:
        """Open, pause or close the microphone to match the state.

        It stays closed while drill is `speaking`, or it would record that.
        """
        if self._recordings is None:
            return
        place = _place(state)
        if (
            self._place is not None and place != self._place
        ):  # the question was left without an answer
            self._recordings.discard(self._place[0] + 1, self._given)
            self._place = None
        if place is None:
            return
        holds = state.pause is not None or speaking
        if self._place is None:
            if not holds:
                self._place, self._holds = place, False
                self._given = _recorded(state.current)
                self._recordings.start(place[0] + 1)
        elif holds != self._holds:
            self._holds = holds
            if holds:
                self._recordings.pause()
            else:
                self._recordings.resume()

    def given(self, event: Event) -> Event:
        """The event, with the recording added if it gives an answer."""
        if not isinstance(event, Reveal) or self._recordings is None or self._place is None:
            return event
        names = self._recordings.keep(self._place[0] + 1, self._given)
        self._place = None
        return event._replace(recordings=names)

    @property
    def spoke(self) -> bool:
        """Whether the user has spoken since the question appeared."""
        return bool(self.hearing and self.hearing.spoke)

    def heard(self, state: State) -> Iterator[Transcribed]:
        """The transcripts that have arrived for given answers."""
        if self._recordings is None:
            return
        for answer in state.answers:
            if answer.spoken and not answer.spoken.heard:
                spoken = self._recordings.listen(answer.spoken, answer.entry.lang or "en")
                if spoken is not None:
                    yield Transcribed(spoken)

    def listened(
        self, state: State, wait: Callable[[], bool], clock: Callable[[], Instant]
    ) -> State:
        """The state with the transcript of the answer being marked, once it is there.

        `wait` waits for a moment and returns whether to continue.
        """
        until = clock().tick + LONGEST_WAIT
        while awaits_words(state) and clock().tick < until and wait():
            for heard in self.heard(state):
                state, _ = step(state, heard, clock())
        return state

    def play(self, answer: Answer, start: float = 0.0) -> str:
        """Play the answer from `start` seconds, or stop; the reason if impossible, else empty."""
        if self._recordings is None or answer.spoken is None:
            return "nothing was recorded of this answer"
        return self._recordings.play(answer.spoken, start)

    def close(self) -> None:
        """Close the microphone for good, keeping what a resumed interview needs."""
        self._place = None
        if self._recordings is not None:
            self._recordings.close()


def awaits_words(state: State) -> bool:
    """Whether the answer being marked has recordings without a transcript."""
    spoken = state.current.spoken if state.phase is not Phase.OVER else None
    return spoken is not None and not spoken.heard


def ends_marking(state: State, event: Event) -> bool:
    """Whether the event may save the answer being marked."""
    scores = event is Press.ACCEPT or event is Press.SKIP or isinstance(event, Rate)
    return scores and state.phase is Phase.MARKING


def _place(state: State) -> tuple[int, Phase] | None:
    """The question's index and phase if a spoken answer is expected, else None."""
    if not (state.rules.recorded and state.asks) or state.index is None:
        return None
    if state.phase is Phase.ASKING and state.current.options:
        return None
    return state.index, state.phase


def _recorded(answer: Answer) -> tuple[str, ...]:
    return answer.spoken.recordings if answer.spoken else ()
