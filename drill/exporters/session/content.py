"""The content of a session report, in order and in words, independent of the format."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from drill import grading
from drill.markdown.markup import plain
from drill.model import KNOWN_COVERAGE, SIDES_OF_DELIVERY, Attempt, Mark, SessionStatus
from drill.reporting.humanize import clock, counted, duration, percent, share_in_words, verdict
from drill.reporting.items import Item, Point, Share, Span
from drill.reporting.next_steps import Advice, advice
from drill.reporting.report import Report
from drill.reporting.speech_text import spoken_in_words
from drill.text import printable

SIGNS = {Mark.SAID: "●", Mark.PARTLY: "◐", Mark.MISSED: "○"}
_ENOUGH = 3
"""The fewest questions for which a bar says more than their list."""
_TICKS = (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)  # seconds between ticks of a time axis
# Keys: whether an option was chosen, and whether it is right.
_LOOKS = {
    (True, True): Mark.SAID,
    (True, False): Mark.MISSED,
    (False, True): Mark.PARTLY,
    (False, False): None,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the headline, and its base."""

    name: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A question in the list: its number, its title in Markdown, its scores.

    `weak` means that its coverage is too low to count as known.
    """

    number: int
    title: str
    coverage: str
    time: str
    sureness: str
    weak: bool


def subtitle(report: Report) -> str:
    """The decks of the session, its planned length, and whether it was finished."""
    session = report.session
    parts = [counted(len(report.items), "question")]
    if session.minutes and session.budgets:
        parts[0] += f" in {duration(session.minutes * 60)}"
    if session.status is SessionStatus.STOPPED:
        parts.append("stopped early")
    if session.status is SessionStatus.RUNNING:
        parts.append("not finished")
    decks = dict.fromkeys(plain(item.entry.deck_title) for item in report.items if item.entry)
    named = [", ".join(decks)] if decks else []
    return " · ".join([*named, ", ".join(parts)])


def rows(report: Report) -> list[Row]:
    """The list of the questions: coverage, time against the budget, and confidence."""
    return [_row(number, item) for number, item in enumerate(report.items, 1)]


def _row(number: int, item: Item) -> Row:
    attempt = item.attempt
    if attempt is None:
        return Row(number, item.title, "not answered", "", "", weak=True)
    budget = f" of {clock(item.budget)}" if item.budget else ""
    late = f", {duration(attempt.overtime)} over" if attempt.overtime else ""
    return Row(
        number,
        item.title,
        "skipped"
        if attempt.skipped
        else share_in_words(attempt.coverage, self_rated=item.self_rated),
        f"{clock(attempt.seconds)}{budget}{late}",
        f"{attempt.confidence} %" if attempt.confidence is not None else "",
        weak=attempt.skipped or attempt.coverage < KNOWN_COVERAGE,
    )


def bars(report: Report) -> list[tuple[str, list[Share]]]:
    """The coverages to draw, by title, if they have enough questions."""
    if len(report.attempts) < _ENOUGH:
        return []
    groups = [
        ("By topic", [share for share in report.topics if share.asked >= _ENOUGH]),
        ("By difficulty", [share for share in report.difficulties if share.asked >= _ENOUGH]),
        ("Beside those before", past(report)),
    ]
    return [(title, shares) for title, shares in groups if shares]


def spans(report: Report) -> list[Span]:
    """The answers to draw along a time axis: all of them, or none of too few."""
    return report.timeline if len(report.timeline) >= _ENOUGH else []


def delivery(report: Report) -> str:
    """The mean grades of delivery in words; empty if there are none."""
    sides = zip(SIDES_OF_DELIVERY, report.delivery or (), strict=False)
    return " · ".join(f"{side} {grade:.1f} of 4" for side, grade in sides)


def whole_time(report: Report) -> float:
    """The seconds of the time axis: all answers end to end, with the full budget of the last."""
    return max(
        (span.start + max(span.attempt.seconds, span.item.budget or 0) for span in spans(report)),
        default=0,
    )


def ticks(whole: float) -> list[tuple[float, str]]:
    """The places (0 to 1) and labels of the ticks on an axis of `whole` seconds, above 0."""
    step = next((step for step in _TICKS if whole / step <= 5), ceil(whole / 5))
    return [(second / whole, clock(second)) for second in range(0, int(whole) + 1, step)]


def figures(report: Report) -> Iterator[Figure]:
    """The headline: coverage with its denominator, and the use of time."""
    session, attempts = report.session, report.attempts
    skipped = len(attempts) - report.answered
    measured, rated = grading.by_measure(attempts)
    if report.coverage is not None:
        counting = ", skipped ones as 0" if skipped else ""
        yield Figure("coverage", percent(report.coverage), f"of {len(measured)} asked{counting}")
    if report.self_rating is not None:
        note = f"of {len(rated)} without key points"
        yield Figure("self-rated", percent(report.self_rating), note)
    if report.earlier is not None:
        yield Figure("last time", percent(report.earlier), "the same questions")
    unasked = len(report.items) - len(attempts)
    missing = [f"{skipped} skipped"] if skipped else []
    missing += [f"{unasked} not reached"] if unasked else []
    answered = f"{report.answered} of {len(report.items)}"
    yield Figure("answered", answered, ", ".join(missing))
    budget = f"of {clock(round(sum(session.budgets)))}" if session.budgets else ""
    yield Figure("time", clock(report.answering), budget)
    if report.over:
        late = sum(attempt.overtime > 0 for attempt in attempts)
        yield Figure("over time", duration(report.over), f"in {counted(late, 'answer')}")
    if session.pauses:
        yield Figure("paused", duration(session.paused), counted(session.pauses, "pause"))
    if session.away:
        yield Figure("away", duration(session.away), "interrupted")
    if report.hints:
        yield Figure("helped", counted(report.hints, "hint"))


def past(report: Report) -> list[Share]:
    """The earlier sessions of the same kind, oldest first, and this one."""
    if report.coverage is None or not report.past:
        return []
    ago = range(len(report.past), 0, -1)
    before = [
        Share("the one before" if back == 1 else f"{back} before", score, 0)
        for back, score in zip(ago, report.past, strict=True)
    ]
    return [*before, Share("this one", report.coverage, 0)]


def next_steps(report: Report) -> list[Advice]:
    """Three next steps, without the export that has just been done."""
    steps = [step for step in advice(report) if not step.command.startswith("drill export")]
    return steps[:3]


def remarks(item: Item) -> Iterator[str]:
    """The facts about one question on one line: score, time, events."""
    attempt = item.attempt
    if attempt is None:
        yield "not answered"
        return
    measure = "self-rated" if item.self_rated else "coverage"
    yield "skipped" if attempt.skipped else f"{measure} {percent(attempt.coverage)}"
    if not attempt.skipped and item.earlier is not None:
        yield f"last time {percent(item.earlier)}"
    budget = f" of {clock(item.budget)}" if item.budget else ""
    yield f"{clock(attempt.seconds)}{budget}"
    if attempt.overtime:
        yield f"{duration(attempt.overtime)} over time"
    if attempt.confidence is not None:
        yield f"{attempt.confidence} % sure"
    if attempt.spoken and (spoken := spoken_in_words(attempt.spoken)):
        yield spoken
    if attempt.assisted:
        yield "hint"
    if attempt.wrong:
        yield "something wrong"
    if attempt.delivery:
        grades = (attempt.delivery.structure, attempt.delivery.clarity, attempt.delivery.pace)
        yield ", ".join(
            f"{side} {grade}" for side, grade in zip(SIDES_OF_DELIVERY, grades, strict=True)
        )


def missed(item: Item) -> str:
    """The numbers that make an answer a confident miss."""
    attempt = item.attempt
    if attempt is None:
        return ""
    measure = "self-rated" if attempt.self_rated else "covered"
    return f"{attempt.confidence} % sure, {measure} {percent(attempt.coverage)}"


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option, Markdown, with its signs, its label, and the mark that sets its style."""

    text: str
    sign: str
    said: str
    looks: Mark | None


def option_rows(item: Item) -> list[OptionRow]:
    """The options of a multiple-choice question, chosen against correct ones."""
    choices = item.choices
    is_keyed = any(choice.correct for choice in choices)
    rows = []
    for choice in choices:
        right = "✓" if choice.correct else "✗" if choice.chosen and is_keyed else ""
        sign = f"{SIGNS[Mark.SAID if choice.chosen else Mark.MISSED]} {right}".rstrip()
        looks = _LOOKS[choice.chosen, choice.correct] if is_keyed else None
        rows.append(OptionRow(choice.text, sign, verdict(choice), looks))
    return rows


def answer_label(item: Item) -> str:
    """The label above the deck's answer; empty where the options say all that there is to say."""
    if not item.choices:
        return "Model answer"
    is_told = item.entry is None or item.is_sealed or item.entry.question.shown_answer
    return "Why" if is_told else ""


def missing_answer(item: Item) -> str:
    """The reason that there is no model answer to show."""
    if item.entry is None:
        return "Its deck is gone."
    return "It is shown when the interview is over." if item.is_sealed else "The deck has none."


def words(item: Item) -> tuple[str, bool]:
    """The user's written, spoken or noted answer and True, or the reason for none and False.

    Empty for a multiple choice.
    """
    if item.answered and item.choices:
        return "", False
    attempt = item.attempt
    said = _first_answer(attempt) if attempt and attempt.typed else ""
    said = said or (attempt.spoken.text if attempt and attempt.spoken else "")
    notes = [f"Note: {printable(attempt.note)}"] if attempt and attempt.note else []
    if kept := [*([printable(said)] if said else []), *notes]:
        return "\n\n".join(kept), True
    return "Nothing was written down." if item.answered else "Not answered.", False


def _first_answer(attempt: Attempt) -> str:
    """The text written before the follow-up was asked."""
    text, asked = attempt.typed or "", attempt.follow_up
    if asked and asked.typed and text.endswith(asked.typed):
        return text[: -len(asked.typed)].rstrip("\n")
    return text


def asked_next(item: Item) -> tuple[Point | None, str]:
    """The follow-up with its mark, and the written answer; None and empty without one."""
    asked = item.attempt.follow_up if item.attempt else None
    if asked is None:
        return None, ""
    return Point(asked.question, asked.mark, bonus=False), printable(asked.typed or "")


def body(item: Item) -> str:
    """The question below its title, Markdown; empty if its deck is gone."""
    return item.entry.question.text.lstrip().partition("\n")[2].strip("\n") if item.entry else ""
