"""How an answer was spoken: silence and pauses, from sound levels and a recogniser's lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from drill.model.spoken import Pause, Spoken, TimedLine

FRAME = 0.05
"""The seconds that one level stands for."""
SILENCE = -96.0
"""The level of digital silence in dB below full scale: what 16 bits can hold."""
LONG_PAUSE = 2.0
"""The seconds from which a listener notices a silence; shorter ones belong to speaking."""
# Stops within words and between phrases are part of speaking: 0.25 s is where studies of
# speech begin to count pauses (Goldman-Eisler 1968).
_SHORTEST_GAP = 0.25
# Speech begins this far up from the room's noise to the voice: the middle would cut soft endings
# off, the noise itself would make speech of every breath.
_SHARE_OF_RANGE = 0.3
# Noise and voice closer than this, in dB, cannot be told apart by level.
_LEAST_RANGE = 10.0
# A recogniser places a line's edges a little inside or outside of its words.
_SLACK = 0.3


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one file: a level in dB for each `FRAME`, and the lines, in order.

    `note` says why there are no lines, where something kept a recogniser from it.
    """

    levels: tuple[float, ...]
    lines: tuple[TimedLine, ...] = ()
    note: str = ""

    @property
    def seconds(self) -> float:
        """The length of the recording."""
        return len(self.levels) * FRAME


def joined(parts: Iterable[Heard]) -> Heard:
    """The recordings of one answer, broken off and gone on with, as if they were one."""
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
    """The answer in the files `recordings`, which were heard to be as `heard`.

    A frame is spoken where it is clearly louder than the room and, if there are lines, a recogniser
    heard words: neither a passing car nor a key is a word.
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
    # A tenth from either end: neither one click nor one dropout sets the range.
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
    return [both[0] and both[1] for both in zip(loud, in_line, strict=True)]


def _runs(spoken: Sequence[bool]) -> list[tuple[int, int]]:
    """The stretches of spoken frames, first to after the last, short gaps bridged."""
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
    """Why an answer is not recorded, in words for the screen; the interview goes on."""

    NOT_INSTALLED = "recording needs pip install 'interview-drill[voice]'"
    NO_PORTAUDIO = "recording needs the PortAudio library (on Debian: libportaudio2)"
    NO_MICROPHONE = "no microphone found"
    REFUSED = "the microphone could not be opened: another program has it, or drill may not use it"
    LOST = "the microphone is gone; what it heard until then is kept"
    NO_ROOM = "the recording could not be written: disk full, or no permission"
    TOO_LONG = "this recording reached its longest; what was said until then is kept"
    CRASHED = "the recorder broke off; what it had written is kept"


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a microphone hears at the moment: levels in dB below full scale.

    `recording` says that sound is being kept now; `seconds` is the length kept so far; `deaf` says
    that nothing but digital silence came in, as from a muted microphone; `spoke` that somebody has
    spoken for a second or more.
    """

    recording: bool = False
    rms: float = SILENCE
    peak: float = SILENCE
    seconds: float = 0.0
    deaf: bool = False
    spoke: bool = False
    trouble: Trouble | None = None
