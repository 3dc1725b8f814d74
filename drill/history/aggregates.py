"""Sums over the whole past, computed in SQLite: a million answers take a second or two."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator

from drill.history import rows
from drill.model import Attempt, Mark
from drill.reporting.stats import Past

_QUARTER = 900_000_000  # microseconds: in every time zone a day starts on a quarter of an hour
_SAMPLE = 10_000  # answers to replay, a second's work

_SOUND = (
    f"at BETWEEN 0 AND {rows.LAST} AND typeof(at) = 'integer' AND typeof(coverage) = 'real' "
    "AND coverage BETWEEN 0 AND 1 AND typeof(seconds) = 'real' AND coalesce(confidence, 0) "
    "BETWEEN 0 AND 100 AND typeof(confidence) IN ('null', 'integer')"
)

Made = Callable[[Iterable[sqlite3.Row]], Iterator[Attempt]]
"""The attempts of those rows that can be read."""


def add_up(db: sqlite3.Connection, keys: Collection[str] | None, made: Made) -> Past:
    """The past of the questions `keys`, None for all; retracted attempts are left out."""
    values: tuple[rows.Cell, ...] = ()
    chosen = "TRUE"
    if keys is not None:
        chosen = "key IN (SELECT value FROM json_each(?))"
        values = (json.dumps(list(keys)),)
    # A flipped bit can turn any value into one of any type.
    where = f"{chosen} AND {rows.STANDS} AND {_SOUND}"
    by_quarter = db.execute(
        f"SELECT at / {_QUARTER} AS quarter, count(rating), total(seconds) FROM attempt "
        f"WHERE {where} GROUP BY quarter",
        values,
    ).fetchall()
    by_confidence = db.execute(
        "SELECT confidence, coverage, count(*) FROM attempt "
        f"WHERE {where} AND rating IS NOT NULL AND confidence IS NOT NULL AND {rows.MEASURED} "
        "GROUP BY confidence, coverage",
        values,
    )
    judged = db.execute(
        # Most rows have no additional members; only those with a proposal are read whole.
        f"SELECT * FROM attempt WHERE {where} AND more LIKE '%\"proposal\"%'",
        values,
    )
    spoken = db.execute(
        f"SELECT * FROM attempt WHERE {where} AND more LIKE '%\"spoken\"%' ORDER BY at, id",
        values,
    )
    asked = db.execute(
        f"SELECT key, count(*) FROM attempt WHERE {chosen} AND typeof(key) = 'text' GROUP BY key",
        values,
    ).fetchall()
    every = -(-sum(count for _, count in asked) // _SAMPLE) or 1
    sample = db.execute(
        f"SELECT * FROM attempt WHERE {rows.STANDS} AND rating IS NOT NULL "
        "AND key IN (SELECT value FROM json_each(?)) ORDER BY at, id",
        (json.dumps([key for key, _ in asked[::every]]),),
    )
    return Past(
        answered=tuple(
            (rows.to_moment(quarter * _QUARTER), count)
            for quarter, count, _ in by_quarter
            # A damaged index can return times that are in no row.
            if count and 0 <= quarter * _QUARTER < rows.LAST
        ),
        seconds=sum(seconds for *_, seconds in by_quarter),
        sure=tuple((confidence, share, count) for confidence, share, count in by_confidence),
        judged=_judged(made(judged)),
        spoken=tuple(
            (attempt.scored_at, attempt.spoken) for attempt in made(spoken) if attempt.spoken
        ),
        sample=tuple(made(sample)),
        sampled=every > 1,
    )


def _judged(attempts: Iterable[Attempt]) -> tuple[tuple[Mark, Mark, int], ...]:
    """The number of points of these attempts by pair of proposed and given mark."""
    counts = Counter(
        (proposed, mark)
        for attempt in attempts
        if attempt.proposal and len(attempt.proposal.verdicts) == len(attempt.points)
        for proposed, (_, mark) in zip(attempt.proposal.marks, attempt.points, strict=True)
        if proposed is not None
    )
    return tuple((proposed, mark, count) for (proposed, mark), count in sorted(counts.items()))
