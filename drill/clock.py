"""The system clock; a time that the history cannot store is an error."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

from drill.errors import DrillError

_ZONES = Path("/usr/share/zoneinfo")
_MAGIC = b"TZif"
_ZONE_LIMIT = 100_000  # bytes: the longest file of a zone has 4,000
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
        raise _unknown_zone(str(error)) from error
    return moment


def check() -> None:
    """Raise DrillError if nothing may read the clock, or the time zone.

    From 2262 on Python cannot count the seconds, and even some modules of its library cannot be
    imported. A time zone may be a file, which typst reads to its end: a device has none.
    """
    try:
        time.time()
    except OverflowError as error:
        raise _refusal("2262 or later") from error
    zone = os.environ.get("TZ", "")
    file = _ZONES / zone.removeprefix(":")
    if "/" in zone and file.exists() and not (file.is_file() and _is_zone(file)):
        raise _unknown_zone(zone)


def _is_zone(file: Path) -> bool:
    with file.open("rb") as start:
        return start.read(len(_MAGIC)) == _MAGIC and file.stat().st_size < _ZONE_LIMIT


def _unknown_zone(said: str) -> DrillError:
    return DrillError(
        f"unknown time zone: {said}", "set TZ to one, as in TZ=Europe/Berlin, or unset it"
    )


def _refusal(said: str) -> DrillError:
    return DrillError(
        f"the clock of this computer says {said}: nothing can be recorded",
        "set the clock, then run drill again",
    )
