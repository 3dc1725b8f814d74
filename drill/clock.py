"""The system clock; a time that the history cannot store is an error."""

import time
from datetime import UTC, datetime

from drill.errors import DrillError

YEARS = range(1970, 2200)
"""The years that a time may have; FSRS adds up to a century to it."""


def now() -> datetime:
    """This moment in UTC.

    Raises DrillError if the clock is before 1970 or after 2199, or the time zone is unknown.
    """
    moment = datetime.now(UTC)
    if moment.year not in YEARS:
        raise _refusal(f"{moment:%Y-%m-%d}")
    try:
        moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise DrillError(
            f"unknown time zone: {error}",
            "set TZ to one, as in TZ=Europe/Berlin, or unset it",
        ) from error
    return moment


def check() -> None:
    """Raise DrillError if Python cannot count the seconds of the clock, as from 2262 on.

    Then even some modules of its library cannot be imported.
    """
    try:
        time.time()
    except OverflowError as error:
        raise _refusal("2262 or later") from error


def _refusal(said: str) -> DrillError:
    return DrillError(
        f"the clock of this computer says {said}: nothing can be recorded",
        "set the clock, then run drill again",
    )
