"""What a face does with a microphone: record while a question stands, and take in what was heard.

Sound is treated as text is: a pause holds it, a skip drops it, an answer takes it along, and what
was broken off is there when the interview goes on.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

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
from drill.speaking.measures import Hearing

METER_EVERY = 0.25
"""The seconds after which a meter is drawn anew: calm, and soon enough to see that one is heard."""
LONGEST_WAIT = 60.0
"""The seconds that a recogniser is waited for, once its answer has been scored."""


class Recordings(Protocol):
    """A microphone, the recordings that it made in one session, and who listens to them.

    Nothing here raises or waits longer than it takes to open or close a device. `number` counts
    questions from 1; `given` are the recordings that an answer has already.
    """

    @property
    def hearing(self) -> Hearing:
        """What the microphone hears at the moment, or why it does not."""

    def start(self, number: int) -> None:
        """Record an answer to the question."""

    def pause(self) -> None:
        """Close the microphone for a while."""

    def resume(self) -> None:
        """Open the microphone again."""

    def keep(self, number: int, given: tuple[str, ...]) -> tuple[str, ...]:
        """End the recording; the names of all that is recorded for the question and not given."""

    def discard(self, number: int, given: tuple[str, ...]) -> None:
        """End the recording, and delete what is recorded for the question and not given."""

    def listen(self, spoken: Spoken, lang: str) -> Spoken | None:
        """What is heard in the recordings; None while a recogniser still listens."""

    def play(self, spoken: Spoken, start: float = 0.0) -> str:
        """Play an answer from `start` seconds on, or stop playing; why it cannot, else empty."""

    def close(self) -> None:
        """End everything; what is being recorded is kept."""


class Recording:
    """What a session has of a microphone, which may be none."""

    def __init__(self, recordings: Recordings | None) -> None:
        self._recordings = recordings
        self._place: tuple[int, Phase] | None = None
        self._given: tuple[str, ...] = ()
        self._holds = False

    @property
    def hearing(self) -> Hearing | None:
        """What the microphone hears; None where nothing is to be recorded now."""
        return self._recordings.hearing if self._recordings and self._place else None

    def follow(self, state: State, *, speaking: bool = False) -> None:
        """Open, hold or close the microphone as the state has it.

        While drill itself is `speaking`, the microphone would hear that.
        """
        if self._recordings is None:
            return
        place = _place(state)
        if self._place is not None and place != self._place:  # left without an answer
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
        """The event; the giving of an answer takes the recording along."""
        if not isinstance(event, Reveal) or self._recordings is None or self._place is None:
            return event
        names = self._recordings.keep(self._place[0] + 1, self._given)
        self._place = None
        return event._replace(recordings=names)

    @property
    def spoke(self) -> bool:
        """Whether somebody has spoken since the question stands."""
        return bool(self.hearing and self.hearing.spoke)

    def heard(self, state: State) -> Iterator[Transcribed]:
        """What was heard meanwhile in the answers that have been given."""
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
        """The state with the words of the answer that is marked, once a recogniser has them.

        `wait` lets some time pass, and says whether to go on waiting.
        """
        until = clock().tick + LONGEST_WAIT
        while awaits_words(state) and clock().tick < until and wait():
            for heard in self.heard(state):
                state, _ = step(state, heard, clock())
        return state

    def play(self, answer: Answer, start: float = 0.0) -> str:
        """Play what was said from `start` seconds on, or stop; why it cannot be, else empty."""
        if self._recordings is None or answer.spoken is None:
            return "nothing was recorded of this answer"
        return self._recordings.play(answer.spoken, start)

    def close(self) -> None:
        """Close the microphone for good; what an interview may go on with is kept."""
        self._place = None
        if self._recordings is not None:
            self._recordings.close()


def awaits_words(state: State) -> bool:
    """Whether the answer that is marked has recordings that nobody has listened to yet."""
    spoken = state.current.spoken if state.phase is not Phase.OVER else None
    return spoken is not None and not spoken.heard


def ends_marking(state: State, event: Event) -> bool:
    """Whether the event may put the answer that is marked into the history."""
    scores = event is Press.ACCEPT or event is Press.SKIP or isinstance(event, Rate)
    return scores and state.phase is Phase.MARKING


def _place(state: State) -> tuple[int, Phase] | None:
    """Where an answer is spoken: index and phase; None where none is, as options are chosen."""
    if not (state.rules.recorded and state.asks) or state.index is None:
        return None
    if state.phase is Phase.ASKING and state.current.options:
        return None
    return state.index, state.phase


def _recorded(answer: Answer) -> tuple[str, ...]:
    return answer.spoken.recordings if answer.spoken else ()
