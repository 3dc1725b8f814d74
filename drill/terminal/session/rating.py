"""The effects of the four ratings, for answers that the user rates."""

from dataclasses import replace
from datetime import datetime

from drill.model import Rating
from drill.reporting.humanize import ahead, days_between, percent
from drill.session import State
from drill.terminal.keys.marking_bindings import SHARES
from drill.terminal.session.store import Saved, Store


def offers(state: State, store: Store, now: datetime) -> tuple[str, ...]:
    """For each rating, lowest first: its word, its share, and when the question comes back.

    Empty for an answer whose points or options give the score.
    """
    if state.current.is_measured:
        return ()
    return tuple(_offer(state, rating, store, now) for rating in Rating)


def _offer(state: State, rating: Rating, store: Store, now: datetime) -> str:
    rated = replace(state.current, rating=rating)
    attempt = state.with_current(rated).attempt(now)
    known = store.foresee(attempt)
    expected = store.on_the_day(attempt.key, known) if known else None
    when = returns_briefly(Saved(attempt, known, expected, store.turn), now)
    share = f"{SHARES[rating]} {percent(attempt.coverage)}"
    return f"{share}, {when}" if when else share


def returns_briefly(saved: Saved, now: datetime) -> str:
    """When a question comes back, or with a plan the chance of recall on the day."""
    if not saved.attempt.reschedules:
        return ""
    if day := saved.on_the_day:
        return f"recalled {percent(day.recall)} on {day.on.day} {day.on:%b}"
    memory = saved.knowledge.memory if saved.knowledge else None
    return ahead(days_between(now, memory.due, saved.turn)) if memory else ""
