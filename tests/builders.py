"""Entries and attempts as tests need them: a call says what its test is about, the rest is here."""

from datetime import UTC, datetime

from drill.model import Attempt, Entry, Mark, Question, Rating

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def entry(
    question: Question | str, *tags: str, deck: str = "deck", title: str = "", line: int = 1
) -> Entry:
    """An entry of `deck`, titled as its id unless told; a text is the id of a bare question."""
    asked = Question(question, f"What is {question}?") if isinstance(question, str) else question
    return Entry(deck, title or deck.capitalize(), asked, tags, f"{deck}.yaml", line)


def attempt(
    key: str = "deck/one",
    rating: Rating | None = Rating.GOOD,
    *,
    name: str = "s.1",
    at: datetime = START,
    seconds: float = 60.0,
    coverage: float | None = None,
    confidence: int | None = None,
    points: tuple[tuple[str, Mark], ...] = (),
) -> Attempt:
    """An attempt called `name`, the session's id and a number; `rating` None skips.

    The coverage is that of the rating, 0 to 1 in equal steps, unless told. Anything else is put in
    with `replace`.
    """
    if coverage is None:
        coverage = (rating - 1) / 3 if rating else 0.0
    session, _, _ = name.rpartition(".")
    return Attempt(name, session, key, at, seconds, coverage, rating, confidence, points)
