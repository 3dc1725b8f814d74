"""Advice after a session: reasons, each with a command."""

from dataclasses import dataclass
from shlex import quote

from drill.model import KNOWN_COVERAGE, SessionKind
from drill.reporting.humanize import percent, progress
from drill.reporting.items import Item
from drill.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Advice:
    """A next step: the reason and the command."""

    why: str
    command: str


def advice(report: Report) -> list[Advice]:
    """The next steps, most useful first; at least three besides the export."""
    steps: list[Advice] = []
    if (remaining := report.remaining) and remaining.by_plan and remaining.left:
        steps.append(Advice(progress(remaining), "drill quiz"))
    if misses := report.confident_misses:
        few = f"{len(misses)} questions and missed them"
        why = f"you were sure of {'one question and missed it' if len(misses) == 1 else few}"
        steps.append(Advice(why, f"drill show {quote(misses[0].key)}"))
    weak = [share for share in report.topics if share.coverage < KNOWN_COVERAGE]
    if weak:
        lowest = min(weak, key=lambda share: share.coverage)
        why = f"{lowest.name} covers {percent(lowest.coverage)} of its points"
        if lowest.self_rated:
            why = f"{lowest.name} is self-rated {percent(lowest.coverage)}"
        steps.append(Advice(why, _quiz_on(lowest.name, report)))
    if any(map(_is_weak, report.items)):
        steps.append(Advice("go over what you missed", "drill quiz --weak"))
    if report.over > 0:
        steps.append(Advice("answers ran over their time", "drill mock"))
    if report.session.kind is SessionKind.MOCK:
        export = "drill export session last -o report.html"
        steps.append(Advice("carry the report with you", export))
    steps.append(Advice("answer the most valuable questions", "drill quiz"))
    if report.over == 0:
        steps.append(Advice("rehearse against the clock", "drill mock"))
    steps.append(Advice("see how far you have come", "drill stats"))
    return steps


def _is_weak(item: Item) -> bool:
    return item.answered and item.attempt is not None and item.attempt.coverage < KNOWN_COVERAGE


def _quiz_on(topic: str, report: Report) -> str:
    """The command for a quiz on a topic.

    Its questions were just scored, so they are neither due nor new; --weak selects them.
    """
    items = [item for item in report.items if item.topic == topic]
    tagged = any(item.entry and topic in item.entry.tags for item in items)
    command = f"drill quiz {'--tag ' if tagged else ''}{quote(topic)}"
    return f"{command} --weak" if any(map(_is_weak, items)) else command
