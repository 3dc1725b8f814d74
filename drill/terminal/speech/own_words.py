"""The user's own words beside the deck's: text, delivery, and the sentence nearest to a point."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from drill.model import KeyPoint
from drill.session import Answer, Phase, State
from drill.terminal.console import glyphs
from drill.terminal.keys.actions import Act, Do
from drill.terminal.speech.recording import Recording
from drill.text import printable, printable_line

if TYPE_CHECKING:
    from drill.speaking.measures import Hearing
    from drill.speaking.nearest import PlacedSentence

# The level of a quiet room, in dB below full scale: the zero of the meter.
_QUIETEST = -60.0
_METER = 12
LISTENING = "a recogniser is writing down what you said"


@lru_cache(maxsize=64)
def _nearest(point: KeyPoint, words: str, lang: str) -> "PlacedSentence | None":
    from drill.speaking.nearest import nearest_sentence

    return nearest_sentence(point, words, lang)


def own_words(answer: Answer) -> Iterator[RenderableType]:
    """The user's written or spoken words under a label, and the delivery; empty if none."""
    if answer.typed:
        yield Text("You wrote", style="cyan")
        yield Text(printable(answer.typed))
    if answer.note:
        if answer.typed:
            yield ""
        yield Text("Your note", style="cyan")
        yield Text(printable(answer.note))
    if answer.spoken:
        from drill.reporting.speech_text import spoken_in_words

        if answer.typed or answer.note:
            yield ""
        yield Text("You said", style="cyan")
        yield Text(printable(answer.spoken.text or _without_words(answer)))
        if measures := spoken_in_words(answer.spoken):
            yield Text(measures, style="dim")


def _without_words(answer: Answer) -> str:
    if answer.spoken is None or not answer.spoken.heard:
        return f"{LISTENING} …"
    return answer.spoken.note or "no words were heard"


def nearest_words(answer: Answer, index: int) -> "PlacedSentence | None":
    """The user's sentence nearest to a point, or None."""
    points = answer.entry.question.key_points
    if not answer.words or index >= len(points):
        return None
    return _nearest(points[index], answer.words, answer.entry.lang or "en")


def where_to_look(answer: Answer, point: KeyPoint) -> str:
    """The text of the sentence nearest to a point; empty if there are no words."""
    if not answer.words:
        return ""
    nearest = _nearest(point, answer.words, answer.entry.lang or "en")
    if nearest is None:
        return "none of your words are near"
    return f"nearest in your words: “{printable_line(nearest.sentence)}”"


def start_of(answer: Answer, index: int | None) -> float:
    """The position in the recording, in seconds, of the sentence nearest to a point, else 0."""
    nearest = None if index is None else nearest_words(answer, index)
    line = answer.spoken.line_at(nearest.start) if answer.spoken and nearest else None
    return line.start if line else 0.0


class Looking:
    """The selected key point: the one last marked, or reached with the arrow keys."""

    def __init__(self, recording: Recording) -> None:
        self._recording = recording
        self._place: tuple[int | None, Phase] | None = None
        self._point: int | None = None

    def at(self, state: State) -> int | None:
        """The index of the selected point; None right after the reveal."""
        if self._place != (state.index, state.phase):
            self._place, self._point = (state.index, state.phase), None
        return self._point

    def turn(self, state: State, point: int) -> None:
        """Select the point just marked."""
        self.at(state)
        self._point = point

    def do(self, state: State, act: Act) -> str:
        """Select another point, or play its recording; a message for the screen, or empty."""
        match act:
            case Do.LOOK_ON:
                self._move(state, 1)
            case Do.LOOK_BACK:
                self._move(state, -1)
            case Do.PLAY:
                return self._recording.play(state.current)
            case Do.PLAY_POINT:
                start = start_of(state.current, self.at(state))
                return self._recording.play(state.current, start)
        return ""

    def _move(self, state: State, steps: int) -> None:
        """Move the selection by `steps`; without a selection, to the first or last point."""
        before, points = self.at(state), len(state.current.entry.question.key_points)
        if points:
            self._point = (min(0, steps) if before is None else before + steps) % points


class Meter:
    """One line: whether recording is on, and the level of the microphone."""

    def __init__(self, hearing: "Hearing") -> None:
        self._hearing = hearing

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The level as a bar, from a quiet room to full scale."""
        from drill.speaking.measures import SILENCE

        hearing = self._hearing
        if hearing.trouble:
            yield Text(f"not recorded: {hearing.trouble}", style="yellow")
        elif not hearing.recording:
            yield Text("not recording: the microphone is opening", style="dim")
        elif hearing.deaf:
            yield Text("recording, but nothing is heard: is the microphone muted?", style="yellow")
        else:
            share = 1 - max(hearing.rms, _QUIETEST, SILENCE) / _QUIETEST
            bar = glyphs(console).filled(share, _METER)
            yield Text(f"recording  {bar}")
