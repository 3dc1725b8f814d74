"""Measures silence, pauses and speech of an answer, from sound levels and a transcript."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from drill.model.spoken import Pause, Spoken, TimedLine

FRAME = 0.05
"""The length of one frame, in seconds; each has a sound level."""
SILENCE = -96.0
"""The level of digital silence in dB below full scale, with samples of 16 bits."""
LONG_PAUSE = 2.0
"""The least seconds of a silence that listeners notice; shorter ones are part of speaking."""
# Shorter gaps, within words and between phrases, are part of speaking: studies of speech count
# pauses from 0.25 s on (Goldman-Eisler 1968).
_SHORTEST_GAP = 0.25
# A level is speech above this share of the range from room noise to voice: half would cut off soft
# endings, none would count every breath.
_SHARE_OF_RANGE = 0.3
# In dB. With a smaller difference, levels cannot distinguish noise from voice.
_LEAST_RANGE = 10.0
# In seconds: the line times of a recogniser are a little off.
_SLACK = 0.3


@dataclass(frozen=True, slots=True)
class Heard:
    """The result for one recording: a level in dB for each `FRAME`, and the transcript's lines.

    `note` says why there is no transcript, if the recogniser failed or did not run.
    """

    levels: tuple[float, ...]
    lines: tuple[TimedLine, ...] = ()
    note: str = ""

    @property
    def seconds(self) -> float:
        """The length of the recording."""
        return len(self.levels) * FRAME


def joined(parts: Iterable[Heard]) -> Heard:
    """The recordings of one interrupted answer as a single one."""
    levels: list[float] = []
    lines: list[TimedLine] = []
    note = ""
    for part in parts:
        shift = len(levels) * FRAME
        lines += (TimedLine(line.start + shift, line.end + shift, line.text) for line in part.lines)
        levels += part.levels
        note = note or part.note
    return Heard(tuple(levels), tuple(lines), note)


def measured(recordings: Sequence[str], heard: Heard) -> Spoken:
    """The spoken answer in the files `recordings`, of which `heard` is the joint result.

    A frame counts as speech if it is clearly louder than the room and, with a transcript, inside
    one of its lines: a passing car or a key click is not a word.
    """
    runs = _runs(_spoken_frames(heard))
    speaking = sum(end - start for start, end in runs) * FRAME
    gaps = (
        Pause(round(end * FRAME, 2), round((start - end) * FRAME, 2))
        for (_, end), (start, _) in pairwise(runs)
    )
    return Spoken(
        recordings=tuple(recordings),
        lines=heard.lines,
        speaking=round(speaking, 2),
        silent=round(max(0.0, heard.seconds - speaking), 2),
        pauses=tuple(gap for gap in gaps if gap.seconds > LONG_PAUSE),
        first_word=round(runs[0][0] * FRAME, 2) if runs else None,
        note=heard.note,
    )


def _spoken_frames(heard: Heard) -> Sequence[bool]:
    if not heard.levels:
        return ()
    in_order = sorted(heard.levels)
    # Ignores a tenth at either end, so that no click or dropout sets the range.
    room, voice = in_order[len(in_order) // 10], in_order[-1 - len(in_order) // 10]
    told_apart = voice - room >= _LEAST_RANGE
    if not told_apart and not heard.lines:
        return (False,) * len(heard.levels)
    least = room + _SHARE_OF_RANGE * (voice - room) if told_apart else SILENCE
    loud = [level > least for level in heard.levels]
    if not heard.lines:
        return loud
    in_line = [False] * len(loud)
    for line in heard.lines:
        first = max(0, int((line.start - _SLACK) / FRAME))
        last = min(len(loud), int((line.end + _SLACK) / FRAME) + 1)
        in_line[first:last] = [True] * max(0, last - first)
    return [is_loud and has_words for is_loud, has_words in zip(loud, in_line, strict=True)]


def _runs(spoken: Sequence[bool]) -> list[tuple[int, int]]:
    """The runs of spoken frames as half-open ranges, across short gaps."""
    runs: list[tuple[int, int]] = []
    for index, is_spoken in enumerate(spoken):
        if not is_spoken:
            continue
        if runs and (index - runs[-1][1]) * FRAME < _SHORTEST_GAP:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return runs


class Trouble(StrEnum):
    """Why an answer is not being recorded, as shown on the screen."""

    NOT_INSTALLED = "recording needs pip install 'interview-drill[voice]'"
    NO_PORTAUDIO = "recording needs the PortAudio library (on Debian: libportaudio2)"
    NO_MICROPHONE = "no microphone found"
    REFUSED = "the microphone could not be opened: another program has it, or drill may not use it"
    LOST = "the microphone is gone; the recording up to then is kept"
    NO_ROOM = "the recording could not be written: disk full, or no permission"
    TOO_LONG = "the recording reached its limit; it is kept up to there"
    CRASHED = "the recorder crashed; the recording up to then is kept"


@dataclass(frozen=True, slots=True)
class Hearing:
    """The current state of the microphone; levels in dB below full scale.

    `recording` is true while sound is being kept, and `seconds` is the length so far. `deaf` means
    digital silence, as from a muted microphone; `spoke` means at least a second of speech.
    """

    recording: bool = False
    rms: float = SILENCE
    peak: float = SILENCE
    seconds: float = 0.0
    deaf: bool = False
    spoke: bool = False
    trouble: Trouble | None = None
