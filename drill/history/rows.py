"""Values as rows and rows as values: times as whole microseconds since 1970 in UTC."""

import sqlite3
from datetime import UTC, datetime, timedelta

from drill.history import additions
from drill.model import (
    Attempt,
    Delivery,
    Knowledge,
    Mark,
    Memory,
    Rating,
    Session,
    SessionKind,
    SessionStatus,
)
from drill.model.json_values import text
from drill.model.limits import COUNT_LIMIT, SECONDS_LIMIT

Cell = str | int | float | None
Row = tuple[Cell, ...]

SESSION = (
    *("id", "kind", "started", "status", "questions", "ended"),
    *("minutes", "seed", "budgets", "pauses", "paused", "away", "more"),
)
ATTEMPT = (
    *("id", "session", "key", "at", "seconds", "coverage", "rating", "confidence", "points"),
    *("wrong", "assisted", "over", "typed", "structure", "clarity", "pace", "moves", "more"),
)
KNOWLEDGE = (
    *("key", "attempts", "coverage", "last", "confidence", "missed"),
    *("stability", "difficulty", "reviewed", "due", "self_rated"),
)
STANDS = "NOT EXISTS (SELECT 1 FROM retraction WHERE retraction.attempt = attempt.id)"
"""SQL: the row of the table `attempt` was not retracted."""
MEASURED = (
    "(points != '[]' OR coalesce(more LIKE '%\"choices\"%' "
    "AND (more LIKE '%\",true,true]%' OR more LIKE '%\",true,false]%'), 0))"
)
"""SQL: the coverage of the `attempt` comes from points or options, not from a self-rating."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
LAST = (datetime(2200, 1, 1, tzinfo=UTC) - _EPOCH) // _MICROSECOND
"""Times must be before this moment: FSRS adds up to a century."""
# Separates the missed points in a row that is read before the first question: importing json
# would cost 6 ms there. Decks cannot contain this character.
BETWEEN = "\x1f"


def into(table: str, columns: tuple[str, ...]) -> str:
    """The rest of an INSERT of one complete row."""
    return f" INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def to_number(moment: datetime) -> int:
    """An aware time as whole microseconds since 1970."""
    return (moment - _EPOCH) // _MICROSECOND


def to_moment(number: int) -> datetime:
    """The time in UTC, `number` microseconds after 1970.

    Raises OverflowError if it is beyond the calendar.
    """
    return _EPOCH + number * _MICROSECOND


def to_text(row: sqlite3.Row, place: int = 0) -> str:
    """The text in a column of a row; raises ValueError if the value is damaged."""
    _expect(row, str, row.keys()[place])
    text: str = row[place]
    return text


def _expect(row: sqlite3.Row, kind: type, *columns: str) -> None:
    """Raise ValueError if a value has the wrong type: the row is damaged."""
    for column in columns:
        if not isinstance(row[column], kind):
            raise ValueError(f"{column} is {row[column]!r:.40}")  # noqa: TRY004  # as the others


def _expect_or_none(row: sqlite3.Row, kind: type, *columns: str) -> None:
    _expect(row, kind, *(column for column in columns if row[column] is not None))


def _expect_times(row: sqlite3.Row, *columns: str) -> None:
    _expect(row, int, *columns)
    for column in columns:
        if not 0 <= row[column] < LAST:
            raise ValueError(f"{column} is no time: {row[column]}")


def _expect_within(row: sqlite3.Row, least: float, most: float, *columns: str) -> None:
    """Raise ValueError where a number is out of these bounds; None is not."""
    for column in columns:
        value = row[column]
        if value is not None and not least <= value <= most:  # NaN neither
            raise ValueError(f"{column} is {value}")


def to_session_row(session: Session) -> Row:
    """A session in the order of SESSION; a running one as stopped, for it may be killed."""
    running = session.status is SessionStatus.RUNNING
    return (
        session.id,
        session.kind,
        to_number(session.started),
        SessionStatus.STOPPED if running else session.status,
        "\n".join(session.questions),
        to_number(session.ended) if session.ended else None,
        session.minutes,
        session.seed,
        " ".join(map(repr, session.budgets)),
        session.pauses,
        session.paused,
        session.away,
        additions.to_cell(session),
    )


def to_session(row: sqlite3.Row) -> Session:
    """The session of a row with the columns of SESSION, and two more. Raises ValueError.

    `runs` says whether it can be resumed, `until` when it ended or had its last attempt.
    """
    _expect(row, str, "id", "questions", "budgets")
    _expect(row, float, "paused", "away")
    _expect(row, int, "pauses")
    _expect_or_none(row, int, "minutes", "seed")
    _expect_within(row, 0, SECONDS_LIMIT, "paused", "away")
    _expect_within(row, 0, COUNT_LIMIT, "minutes", "pauses")
    _expect_times(row, "started", *(["until"] if row["until"] is not None else []))
    budgets = tuple(map(float, row["budgets"].split()))
    if not all(0 <= budget <= SECONDS_LIMIT for budget in budgets):
        raise ValueError(f"budgets is {row['budgets']!r:.40}")
    status = SessionStatus.RUNNING if row["runs"] else SessionStatus(row["status"])
    return Session(
        id=row["id"],
        kind=SessionKind(row["kind"]),
        started=to_moment(row["started"]),
        status=status,
        questions=tuple(row["questions"].split("\n")) if row["questions"] else (),
        ended=None if row["until"] is None else to_moment(row["until"]),
        minutes=row["minutes"],
        seed=row["seed"],
        budgets=budgets,
        pauses=row["pauses"],
        paused=row["paused"],
        away=row["away"],
        extra=additions.from_cell(row["more"]),
    )


def to_attempt_row(attempt: Attempt) -> Row:
    """An attempt in the order of ATTEMPT."""
    import json

    delivery = attempt.delivery
    return (
        attempt.id,
        attempt.session,
        attempt.key,
        to_number(attempt.scored_at),
        attempt.seconds,
        attempt.coverage,
        attempt.rating,
        attempt.confidence,
        json.dumps(attempt.points, ensure_ascii=False),
        attempt.wrong,
        attempt.assisted,
        attempt.overtime,
        attempt.typed,
        delivery.structure if delivery else None,
        delivery.clarity if delivery else None,
        delivery.pace if delivery else None,
        attempt.reschedules,
        additions.to_cell(attempt),
    )


def to_attempt(row: sqlite3.Row) -> Attempt:
    """The attempt of a row with the columns of ATTEMPT; raises ValueError if it is damaged."""
    _expect(row, str, "id", "session", "key", "points")
    _expect(row, float, "seconds", "coverage", "over")
    _expect_or_none(row, str, "typed")
    _expect_or_none(row, int, "rating", "confidence", "structure", "clarity", "pace")
    _expect(row, int, "wrong", "assisted", "moves")
    _expect_times(row, "at")
    _expect_within(row, 0, SECONDS_LIMIT, "seconds", "over")
    _expect_within(row, 0, 1, "coverage")
    _expect_within(row, 0, 100, "confidence")
    _expect_within(row, 1, 4, "structure", "clarity", "pace")
    rating, structure = row["rating"], row["structure"]
    return Attempt(
        id=row["id"],
        session=row["session"],
        key=row["key"],
        scored_at=to_moment(row["at"]),
        seconds=row["seconds"],
        coverage=row["coverage"],
        rating=None if rating is None else Rating(rating),
        confidence=row["confidence"],
        points=_points(row["points"]),
        wrong=bool(row["wrong"]),
        assisted=bool(row["assisted"]),
        overtime=row["over"],
        typed=row["typed"],
        delivery=None if structure is None else Delivery(structure, row["clarity"], row["pace"]),
        reschedules=bool(row["moves"]),
        **additions.of_attempt(additions.from_cell(row["more"])),
    )


def _points(cell: str) -> tuple[tuple[str, Mark], ...]:
    import json

    try:
        return tuple((text(point), Mark(mark)) for point, mark in json.loads(cell))
    except (ValueError, TypeError, RecursionError) as error:
        raise ValueError(f"points is {cell!r:.40}") from error


def to_knowledge_row(key: str, knowledge: Knowledge) -> Row:
    """The knowledge of the question `key` in the order of KNOWLEDGE."""
    memory = knowledge.memory
    return (
        key,
        knowledge.attempts,
        knowledge.coverage,
        to_number(knowledge.last),
        knowledge.confidence,
        BETWEEN.join(knowledge.missed),
        memory.stability if memory else None,
        memory.difficulty if memory else None,
        to_number(memory.last) if memory else None,
        to_number(memory.due) if memory else None,
        knowledge.self_rated,
    )


def to_knowledge(row: sqlite3.Row) -> Knowledge:
    """The knowledge in a row with the columns of KNOWLEDGE."""
    _expect(row, str, "key", "missed")
    _expect(row, float, "coverage")
    _expect(row, int, "attempts")
    _expect_or_none(row, int, "confidence")
    _expect_times(row, "last")
    memory = None
    if row["due"] is not None:
        _expect(row, float, "stability", "difficulty")
        _expect_times(row, "reviewed")
        memory = Memory(
            stability=row["stability"],
            difficulty=row["difficulty"],
            last=to_moment(row["reviewed"]),
            due=to_moment(row["due"]),
        )
    return Knowledge(
        attempts=row["attempts"],
        coverage=row["coverage"],
        last=to_moment(row["last"]),
        confidence=row["confidence"],
        missed=tuple(row["missed"].split(BETWEEN)) if row["missed"] else (),
        memory=memory,
        self_rated=bool(row["self_rated"]),
    )
