"""Spoken answers in words, the same in the terminal and in every export."""

from collections.abc import Iterable

from drill.model import Attempt
from drill.model.spoken import Spoken, joined_pace
from drill.reporting.humanize import clock, counted
from drill.speaking.measures import LONG_PAUSE


def spoken_in_words(spoken: Spoken) -> str:
    """Pace, speaking and silent time, pauses, first word; empty without a recording."""
    if spoken.speaking is None or spoken.silent is None or spoken.first_word is None:
        return ""
    parts = [] if spoken.pace is None else [f"{spoken.pace} words a minute"]
    parts.append(f"spoke {clock(spoken.speaking)}, silent {clock(spoken.silent)}")
    if spoken.pauses:
        longest = max(pause.seconds for pause in spoken.pauses)
        parts.append(f"{_pauses(len(spoken.pauses))}, the longest {longest:.0f} s")
    parts.append(f"first word after {spoken.first_word:.1f} s")
    return "; ".join(parts)


def session_in_words(attempts: Iterable[Attempt]) -> str:
    """The same for a whole session; empty without recordings."""
    heard = [
        attempt.spoken
        for attempt in attempts
        if attempt.spoken and attempt.spoken.first_word is not None
    ]
    if not heard:
        return ""
    pace = joined_pace(heard)
    speaking = sum(spoken.speaking or 0.0 for spoken in heard)
    silent = sum(spoken.silent or 0.0 for spoken in heard)
    pauses = sum(len(spoken.pauses) for spoken in heard)
    first = sum(spoken.first_word or 0.0 for spoken in heard) / len(heard)
    parts = [] if pace is None else [f"{pace} words a minute"]
    parts.append(f"spoke {clock(speaking)}, silent {clock(silent)}")
    parts.append(_pauses(pauses))
    parts.append(f"first word after {first:.1f} s on average")
    return "; ".join(parts)


def _pauses(count: int) -> str:
    return f"{counted(count, 'pause')} over {LONG_PAUSE:.0f} s"
