"""The system clock; a time that the history cannot store is an error."""

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
        raise DrillError(
            f"the clock of this computer says {moment:%Y-%m-%d}: nothing can be recorded",
            "set the clock, then run drill again",
        )
    try:
        moment.astimezone()
    except (ValueError, OverflowError) as error:
        raise DrillError(
            f"unknown time zone: {error}",
            "set TZ to one, as in TZ=Europe/Berlin, or unset it",
        ) from error
    return moment
