"""The records that `--json` prints, built from the program's values."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from drill.cli.record_types.decks import CheckDocument, OverviewRecord
from drill.cli.record_types.plan import TodayRecord
from drill.cli.record_types.questions import (
    AttemptRecord,
    EntryRecord,
    FollowUpRecord,
    KnowledgeRecord,
    MemoryRecord,
    QuestionRecord,
    Rated,
    ShowDocument,
    SpokenRecord,
)
from drill.cli.record_types.setup import ConfigDocument, WhereDocument
from drill.errors import Problem
from drill.model import Attempt, Delivery, Entry, FollowUp, Knowledge, Memory, Question
from drill.model.spoken import Spoken
from drill.reporting.overview import Overview
from drill.reporting.report_record import DeliveryRecord
from drill.schedule.today import Today

if TYPE_CHECKING:
    from drill.settings.toml_reader import Setting


def entry_record(entry: Entry, knowledge: Knowledge | None) -> EntryRecord:
    """A question as all lists print it."""
    return {
        "key": entry.key,
        "deck": entry.deck,
        "id": entry.question.id,
        "title": entry.question.title,
        "tags": list(entry.tags),
        "difficulty": entry.question.difficulty.value if entry.question.difficulty else None,
        "drafted": entry.question.drafted,
        "path": entry.path,
        "line": entry.line,
        "knowledge": _knowledge(knowledge) if knowledge else None,
    }


def show_document(
    entry: Entry, knowledge: Knowledge | None, attempts: Iterable[Attempt]
) -> ShowDocument:
    """One question in full."""
    return {
        **entry_record(entry, knowledge),
        "question": question_record(entry.question),
        "attempts": [attempt_record(attempt) for attempt in attempts],
    }


def question_record(question: Question) -> QuestionRecord:
    """A question with all fields of its deck."""
    return {
        "id": question.id,
        "text": question.text,
        "answer": question.answer,
        "key_points": [
            {"text": point.text, "bonus": point.bonus, "terms": list(point.terms)}
            for point in question.key_points
        ],
        "hint": question.hint,
        "follow_ups": list(question.follow_ups),
        "notes": question.notes,
        "tags": list(question.tags),
        "difficulty": question.difficulty.value if question.difficulty else None,
        "time": question.time,
        "lines": list(question.lines) if question.lines else None,
        "options": [
            {"text": option.text, "correct": option.correct} for option in question.options
        ],
        "shuffle": question.shuffle,
        "drafted": question.drafted,
        "extra": {key: _foreign(value) for key, value in question.extra.items()},
    }


def attempt_record(attempt: Attempt) -> AttemptRecord:
    """An attempt at a question."""
    return {
        "id": attempt.id,
        "session": attempt.session,
        "at": attempt.scored_at.isoformat(),
        "seconds": attempt.seconds,
        "coverage": attempt.coverage,
        "self_rated": attempt.self_rated,
        "rating": None if attempt.rating is None else _RATINGS[attempt.rating],
        "confidence": attempt.confidence,
        "points": [{"point": text, "mark": mark.value} for text, mark in attempt.points],
        "choices": [
            {"option": option.text, "correct": option.correct, "chosen": option.chosen}
            for option in attempt.choices
        ],
        "wrong": attempt.wrong,
        "assisted": attempt.assisted,
        "over": attempt.overtime,
        "typed": attempt.typed,
        "spoken": _spoken(attempt.spoken) if attempt.spoken else None,
        "delivery": _delivery(attempt.delivery) if attempt.delivery else None,
        "moves": attempt.reschedules,
        "note": attempt.note,
        "follow_up": _follow_up(attempt.follow_up) if attempt.follow_up else None,
    }


def _follow_up(asked: FollowUp) -> FollowUpRecord:
    return {
        "question": asked.question,
        "typed": asked.typed,
        "mark": asked.mark.value if asked.mark else None,
    }


def _spoken(spoken: Spoken) -> SpokenRecord:
    return {
        "recordings": list(spoken.recordings),
        "lines": [
            {"start": line.start, "end": line.end, "text": line.text} for line in spoken.lines
        ],
        "speaking": spoken.speaking,
        "silent": spoken.silent,
        "pauses": [{"start": pause.start, "seconds": pause.seconds} for pause in spoken.pauses],
        "first_word": spoken.first_word,
        "pace": spoken.pace,
        "note": spoken.note,
    }


_RATINGS: dict[int, Rated] = {1: "again", 2: "hard", 3: "good", 4: "easy"}


def check_document(
    problems: Iterable[Problem], questions: int, decks: int, drafted: int
) -> CheckDocument:
    """The problems in the decks."""
    return {
        "problems": [
            {
                "path": problem.path,
                "line": problem.line,
                "column": problem.column,
                "code": problem.code,
                "message": problem.message,
                "hint": problem.hint,
                "severity": problem.severity.value,
            }
            for problem in problems
        ],
        "questions": questions,
        "decks": decks,
        "drafted": drafted,
    }


def overview_records(rows: Iterable[Overview]) -> list[OverviewRecord]:
    """The rows of decks or tags."""
    return [
        {
            "id": row.id,
            "title": row.title,
            "questions": row.questions,
            "asked": row.asked,
            "coverage": row.coverage,
            "self_rated": row.self_rated,
            "example": row.example,
        }
        for row in rows
    ]


def today_record(today: Today) -> TodayRecord:
    """The study day."""
    return {"done": today.done, "left": len(today.left), "new": today.new}


def where_document(places: Mapping[str, Path], roots: Sequence[Path]) -> WhereDocument:
    """The paths that drill uses."""
    return {
        "home": str(places["home"]),
        "history": str(places["history"]),
        "backups": str(places["backups"]),
        "plans": str(places["plans"]),
        "recordings": str(places["recordings"]),
        "config": str(places["config"]),
        "cache": str(places["cache"]),
        "decks": [str(root) for root in roots],
    }


def config_document(path: Path, settings: Iterable["Setting"]) -> ConfigDocument:
    """The keys of the configuration."""
    return {
        "path": str(path),
        "settings": [
            {
                "key": setting.key,
                "value": setting.value,
                "default": setting.default,
                "origin": setting.origin,
                "meaning": setting.meaning,
            }
            for setting in settings
        ],
    }


def _knowledge(knowledge: Knowledge) -> KnowledgeRecord:
    return {
        "attempts": knowledge.attempts,
        "coverage": knowledge.coverage,
        "last": knowledge.last.isoformat(),
        "confidence": knowledge.confidence,
        "missed": list(knowledge.missed),
        "memory": _memory(knowledge.memory) if knowledge.memory else None,
        "self_rated": knowledge.self_rated,
    }


def _memory(memory: Memory) -> MemoryRecord:
    return {
        "stability": memory.stability,
        "difficulty": memory.difficulty,
        "last": memory.last.isoformat(),
        "due": memory.due.isoformat(),
    }


def _delivery(delivery: Delivery) -> DeliveryRecord:
    return {
        "structure": delivery.structure,
        "clarity": delivery.clarity,
        "pace": delivery.pace,
    }


def _foreign(value: object) -> object:
    """The value of an `x-…` key; dates and other YAML types unknown to JSON become text."""
    if isinstance(value, Mapping):
        return {str(key): _foreign(member) for key, member in value.items()}
    if isinstance(value, list | tuple):
        return [_foreign(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)
