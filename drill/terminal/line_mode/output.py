"""The output of line mode: points, options, scores and the summary as lines of text."""

from collections.abc import Iterator

from rich.console import RenderableType

from drill.markdown.markup import plain
from drill.reporting.humanize import counted, duration, percent, share_in_words, verdict
from drill.reporting.next_steps import advice
from drill.reporting.report import Report
from drill.reporting.report_text import what_is_left
from drill.session import Answer
from drill.terminal.session.choice import lettered
from drill.terminal.session.parts import Result, prose
from drill.terminal.speech.own_words import where_to_look
from drill.text import printable


def points(answer: Answer) -> Iterator[str]:
    """The key points by number, each with the user's nearest sentence."""
    if answer.points and answer.entry.question.drafted:
        yield "The key points are drafts: nobody has reviewed them yet."
    for index, point in enumerate(answer.points, 1):
        yield f"{index}. {plain(point.text)}" + (" (bonus)" if point.bonus else "")
        if words := where_to_look(answer, point):
            yield f"   ({words})"


def options(answer: Answer) -> Iterator[RenderableType]:
    """The options with their letters; an option of several lines starts below its letter."""
    for letter, choice in lettered(answer):
        yield from _lettered(f"{letter}.", choice.text)


def verdicts(answer: Answer) -> Iterator[RenderableType]:
    """The options after the answer, each with its verdict."""
    for letter, choice in lettered(answer):
        said = f" ({words})" if (words := verdict(choice)) else ""
        yield from _lettered(f"{letter}.{said}", choice.text)


def _lettered(letter: str, text: str) -> Iterator[RenderableType]:
    if "\n" in text.strip():
        yield from (letter, prose(text))
    else:
        yield f"{letter} {plain(text)}"


def scored(result: Result) -> Iterator[RenderableType]:
    """The score of an answer, when its question comes back, and the follow-ups."""
    attempt = result.attempt
    if attempt.rating is None:
        yield "Skipped."
        return
    measure = "Self-rated" if attempt.self_rated else "Coverage"
    line = f"{measure} {percent(attempt.coverage)}, {attempt.rating.name.lower()}"
    yield f"{line}; {result.returns}." if result.returns else f"{line}."
    for follow_up in result.entry.question.follow_ups:
        yield f"An interviewer might ask next: {plain(follow_up)}"


def summary(report: Report) -> Iterator[str]:
    """The summary of a session in sentences."""
    yield ""
    head = f"{report.answered} of {len(report.items)} answered"
    if report.coverage is not None:
        head += f", coverage {percent(report.coverage)}"
    if report.self_rating is not None:
        head += f", self-rated {percent(report.self_rating)}"
    if report.earlier is not None:
        head += f", last time {percent(report.earlier)}"
    yield f"{head}, {duration(report.seconds)}."
    for topic in report.topics:
        share = share_in_words(topic.coverage, self_rated=topic.self_rated)
        yield f"{printable(topic.name)}: {share} of {counted(topic.asked, 'question')}"
    for item in report.confident_misses:
        yield f"Sure, but missed: {plain(item.title)}"
    if said := what_is_left(report):
        yield f"{said[:1].upper()}{said[1:]}."
    yield f"Next: {printable(advice(report)[0].command)}"
