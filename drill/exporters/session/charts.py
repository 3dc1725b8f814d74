"""The charts of a session as inline SVG, each with a text alternative.

Widths are percentages, so a chart fills a phone or a sheet of paper without scaling its text.
Overtime is outside its frame, so it is visible without colour.
"""

from collections.abc import Iterable, Iterator
from html import escape

from drill.exporters.session.content import spans, ticks, whole_time
from drill.markdown.markup import plain
from drill.model import KNOWN_COVERAGE
from drill.reporting.humanize import clock, counted, duration, percent, share_in_words
from drill.reporting.items import Share, Span
from drill.reporting.report import Report
from drill.text import printable

_LEFT = 6.0  # percent of the width, for the numbers of the questions
_RIGHT = 98.0
_BAR = 11  # pixels


def bar(share: Share) -> str:
    """A coverage as a bar in its frame."""
    of = f" of {counted(share.asked, 'question')}" if share.asked else ""
    said = share_in_words(share.coverage, self_rated=share.self_rated)
    label = escape(f"{printable(share.name)}: {said}{of}")
    weak = " weak" if share.asked and share.coverage < KNOWN_COVERAGE else ""
    return (
        f'<svg class="chart" width="100%" height="12" role="img"><title>{label}</title>'
        '<rect class="frame" x="0" y="1" width="100%" height="10"/>'
        f'<rect class="used{weak}" x="0" y="1" width="{share.coverage * 100:.2f}%" height="10"/>'
        "</svg>"
    )


def timeline(report: Report) -> str:
    """The answers one after another, each against the frame of its budget."""
    answers = spans(report)
    whole = whole_time(report)
    if not whole:
        return ""
    words = told(report)
    row = _row(len(answers))
    rows = [line for at, span in enumerate(answers) for line in _span(span, at * row, whole)]
    head = _head("timeline", "Timeline of the answers", words, len(answers) * row)
    return "\n".join((*head, *_axis(ticks(whole), len(answers) * row), *rows, "</svg>"))


def told(report: Report) -> str:
    """The timeline as a text alternative."""
    return "; ".join(map(_told, spans(report)))


def judged_answers(report: Report) -> list[tuple[int, float, float]]:
    """The number, confidence and coverage of each question with a confidence."""
    return [
        (number, item.attempt.confidence / 100, item.attempt.coverage)
        for number, item in enumerate(report.items if spans(report) else (), 1)
        if item.attempt and item.attempt.confidence is not None and not item.self_rated
    ]


def told_sureness(report: Report) -> str:
    """Confidence against coverage as a text alternative."""
    return "; ".join(
        f"question {number}: {percent(sure)} sure, covered {percent(covered)}"
        for number, sure, covered in judged_answers(report)
    )


def confidence(report: Report) -> str:
    """The chart of confidence against coverage, question by question."""
    judged, words = judged_answers(report), told_sureness(report)
    row = _row(len(judged))
    rows = [
        line
        for at, (number, sure, covered) in enumerate(judged)
        for line in _distance(at * row, number, sure, covered)
    ]
    shares = [(share, percent(share)) for share in (0.0, 0.5, 1.0)]
    head = _head("confidence", "Confidence against coverage", words, len(judged) * row)
    return "\n".join((*head, *_axis(shares, len(judged) * row), *rows, "</svg>"))


def _row(count: int) -> int:
    """The height of a row in pixels: smaller for many rows, so that they fit on a page."""
    return 22 if count <= 15 else 15


def _head(name: str, title: str, words: str, bottom: int) -> Iterator[str]:
    yield (
        f'<svg class="chart" width="100%" height="{bottom + 20}" role="img" '
        f'aria-labelledby="{name}-title {name}-words">'
    )
    yield f'<title id="{name}-title">{title}</title>'
    yield f'<desc id="{name}-words">{escape(words)}</desc>'


def _axis(places: Iterable[tuple[float, str]], bottom: int) -> Iterator[str]:
    """Lines at the shares `places` of the width down to `bottom`, with their labels below."""
    for share, label in places:
        x = _x(share)
        anchor = "end" if share > 0.97 else "middle"
        yield f'<line class="tick" x1="{x}" x2="{x}" y1="0" y2="{bottom}"/>'
        yield f'<text x="{x}" y="{bottom + 15}" text-anchor="{anchor}">{label}</text>'


def _span(span: Span, top: int, whole: float) -> Iterator[str]:
    """A question of the timeline: its number, the frame of its budget, its time in and over it."""
    attempt, budget = span.attempt, span.item.budget
    within = min(attempt.seconds, budget or attempt.seconds)
    y = top + 2
    yield f"<g><title>{escape(_told(span))}</title>"
    yield f'<text x="0" y="{y + 10}">{span.number}</text>'
    if budget:
        skipped = " skipped" if attempt.skipped else ""
        yield _rect(f"frame{skipped}", span.start, budget, y, whole)
    yield _rect("used", span.start, within, y, whole)
    if attempt.seconds > within:
        yield _rect("over", span.start + within, attempt.seconds - within, y, whole)
    yield "</g>"


def _told(span: Span) -> str:
    attempt, budget = span.attempt, span.item.budget
    parts = [clock(attempt.seconds) + (f" of {clock(budget)}" if budget else "")]
    parts += [f"{duration(attempt.overtime)} over time"] if attempt.overtime else []
    parts += ["skipped"] if attempt.skipped else []
    return f"{span.number} {plain(span.item.title)}: {', '.join(parts)}"


def _distance(top: int, number: int, sure: float, covered: float) -> Iterator[str]:
    y = top + 8
    x, other = _x(covered), _x(sure)
    surprise = ' class="over"' if sure > covered else ' class="used"'
    yield f'<g{surprise}><text x="0" y="{y + 4}">{number}</text>'
    yield f'<line class="distance" x1="{x}" x2="{other}" y1="{y}" y2="{y}"/>'
    yield f'<circle class="sure" cx="{other}" cy="{y}" r="4.5"/>'
    yield f'<circle cx="{x}" cy="{y}" r="5"/></g>'


def _rect(name: str, start: float, seconds: float, y: int, whole: float) -> str:
    scale = (_RIGHT - _LEFT) / whole
    return (
        f'<rect class="{name}" x="{_x(start / whole)}" y="{y}" '
        f'width="{seconds * scale:.2f}%" height="{_BAR}"/>'
    )


def _x(share: float) -> str:
    return f"{_LEFT + share * (_RIGHT - _LEFT):.2f}%"
