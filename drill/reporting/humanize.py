"""Numbers, dates and counts in words, the same everywhere."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from drill.model import DAY_TURNS_AT, Knowledge, OfferedOption, SessionStatus, study_day
from drill.schedule.today import Today
from drill.text import printable

if TYPE_CHECKING:
    from drill.reporting.report import Report

# A title without these is plain text and needs no parser.
_MARKDOWN = frozenset("*_`$\\[<&")
_WORTH_SAYING = 5  # minutes to spare: with fewer, nobody starts another quiz
_LONGEST_TITLE = 1_000  # characters: no line holds more, and a list parses thousands


def plain_title(text: str) -> str:
    """A title as plain text of one line: no Markdown, math in Unicode."""
    text = text[:_LONGEST_TITLE]
    if not _MARKDOWN.isdisjoint(text):
        from drill.markdown.markup import plain

        text = plain(text)
    return " ".join(printable(text).split())


def verdict(choice: OfferedOption) -> str:
    """The words for an option after the answer: "yours", "right", both or nothing."""
    words = (("yours", choice.chosen), ("right", choice.correct))
    return ", ".join(word for word, holds in words if holds)


def percent(share: float) -> str:
    """A share, 0 to 1, as a percentage."""
    return f"{share:.0%}".replace("%", " %")


_NEAR = 0.05  # of confidence: a smaller bias counts as right


def confidence_in_words(bias: float) -> str:
    """The bias, mean confidence minus mean coverage, in words: 20 points too high."""
    points = f"{abs(100 * bias):.0f} points"
    if abs(bias) <= _NEAR:
        return "confidence was about right"
    return f"confidence was {points} too {'high' if bias > 0 else 'low'}"


def share_in_words(share: float, *, self_rated: bool) -> str:
    """A share with the word that tells a self-rating from a coverage: 75 %, 75 % self-rated."""
    return f"{percent(share)} self-rated" if self_rated else percent(share)


def counted(number: int, noun: str, plural: str = "") -> str:
    """`number` with its noun: 1 question, 13 questions."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def clock(seconds: float) -> str:
    """Seconds as on a clock: 02:41, or 1:02:41 from an hour on."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def duration(seconds: float) -> str:
    """Seconds in the largest useful units: 45 s, 14 min, 1 h 5 min."""
    if round(seconds) < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    parts = (f"{hours} h" if hours else "", f"{minutes} min" if minutes else "")
    return " ".join(part for part in parts if part)


def progress(today: Today) -> str:
    """The progress of the study day: 19 of 21 done today, 2 left; today is done: 21 of 21.

    Mentions at least `_WORTH_SAYING` spare minutes, which tell users that they are faster than the
    plan assumed. Without a plan a day has no end, so the text says what is due or done.
    """
    if not today.by_plan and not (today.done and today.left):
        return f"{today.done:,} done today" if today.done else f"{len(today.left):,} due today"
    if today.left:
        return f"{today.done:,} of {today.total:,} done today, {len(today.left):,} left"
    if today.done:
        spare = f", {today.spare} min to spare" if today.spare >= _WORTH_SAYING else ""
        return f"today is done: {today.done:,} of {today.total:,}{spare}"
    return "nothing left for today"


def ahead(days: int) -> str:
    """The time until a day: today, tomorrow, in 12 days, in 3 months."""
    if days <= 1:
        return "today" if days <= 0 else "tomorrow"
    if days < 60:
        return f"in {days} days"
    return f"in {round(days / 30.4)} months" if days < 700 else f"in {round(days / 365.25)} years"


def ago(days: int) -> str:
    """The time since a day: today, yesterday, 12 days ago, 3 months ago."""
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    return ahead(days).removeprefix("in ") + " ago"


def days_between(start: datetime, end: datetime, turn: timedelta = DAY_TURNS_AT) -> int:
    """The days from the study day of one moment to that of another, both aware.

    A study day begins at `turn`, from midnight.
    """
    return (study_day(end, turn=turn) - study_day(start, turn=turn)).days


def back(knowledge: Knowledge | None, now: datetime, turn: timedelta = DAY_TURNS_AT) -> str:
    """The return of a question in words: new, due, tomorrow, in 12 days; crammed if unscheduled."""
    if knowledge is None:
        return "new"
    if knowledge.memory is None:
        return "crammed"
    days = days_between(now, knowledge.memory.due, turn)
    return ahead(days) if days > 0 else "due"


def outcome(report: "Report") -> list[str]:
    """The result of a session, part by part: answered of asked, coverage, time."""
    running = report.session.status is SessionStatus.RUNNING
    done = "marked so far" if running else "answered"
    parts = [f"{report.answered} of {len(report.items)} {done}"]
    if report.answered and report.coverage is not None:
        parts.append(f"coverage {percent(report.coverage)}")
    if report.answered and report.self_rating is not None:
        parts.append(f"self-rated {percent(report.self_rating)}")
    parts.append("not finished" if running else duration(report.seconds))
    return parts
