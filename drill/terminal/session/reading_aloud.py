"""Reads the questions of an interview aloud as they appear."""

from drill.session import Phase, State
from drill.terminal.session.choice import read_aloud
from drill.terminal.speech.speech import Silence, Voice


class Reader:
    """A voice that reads each question once."""

    def __init__(self, voice: Voice | Silence) -> None:
        self._voice = voice
        self._read: tuple[int | None, Phase] | None = None

    @property
    def speaks(self) -> bool:
        """Whether it is speaking now."""
        return self._voice.speaks

    def follow(self, state: State) -> None:
        """Read what has appeared since the last call."""
        place = (state.index, state.phase)
        if place != self._read:
            self._read = place
            self._voice.hush()
            if state.asks:
                self._voice.say(read_aloud(state))

    def hush(self) -> None:
        """Stop speaking."""
        self._voice.hush()
