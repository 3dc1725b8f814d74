"""A spoken answer: its recordings, the transcript with times, and the delivery."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import NamedTuple

from drill.model.json_values import listed, members, number, optional, text
from drill.model.pace import count_words, words_per_minute


class TimedLine(NamedTuple):
    """Words heard from `start` to `end`, seconds into the recording."""

    start: float
    end: float
    text: str


class Pause(NamedTuple):
    """A silence between words: where it begins and how long it is, in seconds."""

    start: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """A spoken answer; all times in seconds.

    `recordings` are the names of its files, several if the answer was interrupted; times run
    through all of them. `lines` are the transcript. `speaking` and `silent` add up to the length,
    `pauses` are the long silences between words, `first_word` is the start of speech. They are None
    or empty until the recording is transcribed; `first_word` is None for silence too. `note` says
    why there is no transcript. `extra` holds the members that a newer drill wrote, unchanged.
    """

    recordings: tuple[str, ...]
    lines: tuple[TimedLine, ...] = ()
    speaking: float | None = None
    silent: float | None = None
    pauses: tuple[Pause, ...] = ()
    first_word: float | None = None
    note: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def heard(self) -> bool:
        """Whether the recording has been analysed."""
        return self.speaking is not None or bool(self.note)

    @property
    def text(self) -> str:
        """The transcript, a line of text for each timed line."""
        return "\n".join(line.text for line in self.lines)

    @property
    def pace(self) -> int | None:
        """Words per minute of speaking time; None if too little was said."""
        return joined_pace((self,))

    def line_at(self, offset: int) -> TimedLine | None:
        """The transcript line that contains the character `offset` of `text`."""
        for line in self.lines:
            if offset <= len(line.text):
                return line
            offset -= len(line.text) + 1
        return None


def joined_pace(answers: Iterable[Spoken]) -> int | None:
    """Words per minute of speaking time over several answers; None if too little was said."""
    said, seconds = 0, 0.0
    for answer in answers:
        if answer.lines and answer.speaking:
            said += sum(count_words(line.text) for line in answer.lines)
            seconds += answer.speaking
    return words_per_minute(said, seconds)


# The pace is written for other programs; reading computes it again.
_KNOWN = {member.name for member in fields(Spoken)} - {"extra"} | {"pace"}


def to_json(spoken: Spoken) -> dict[str, object]:
    """The answer as a JSON object: only members with a value; lines and pauses as lists."""
    possible = {
        "recordings": spoken.recordings,
        "lines": spoken.lines,
        "speaking": spoken.speaking,
        "silent": spoken.silent,
        "pauses": spoken.pauses,
        "first_word": spoken.first_word,
        "note": spoken.note,
        "pace": spoken.pace,
    }
    known = {name: value for name, value in possible.items() if value not in (None, (), "")}
    return {**known, **spoken.extra}


def of_json(value: object) -> Spoken:
    """The answer that `to_json` wrote; raises ValueError for anything else."""
    data = members(value)
    return Spoken(
        recordings=listed(text, data.get("recordings", [])),
        lines=listed(_line, data.get("lines", [])),
        speaking=optional(number, data.get("speaking")),
        silent=optional(number, data.get("silent")),
        pauses=listed(_pause, data.get("pauses", [])),
        first_word=optional(number, data.get("first_word")),
        note=text(data.get("note", "")),
        extra={name: data[name] for name in data if name not in _KNOWN},
    )


def _line(value: object) -> TimedLine:
    match value:
        case [start, end, words]:
            return TimedLine(number(start), number(end), text(words))
    raise ValueError(f"not a line of a transcript: {value!r:.60}")


def _pause(value: object) -> Pause:
    match value:
        case [start, seconds]:
            return Pause(number(start), number(seconds))
    raise ValueError(f"not a pause: {value!r:.60}")
