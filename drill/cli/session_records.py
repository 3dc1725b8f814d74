"""The records that `--json` prints of sessions, statistics and plans."""

from collections.abc import Iterable, Sequence

from drill import grading
from drill.cli.record_types.plan import ForecastRecord, PlanFitDocument
from drill.cli.record_types.questions import EntryRecord
from drill.cli.record_types.sessions import (
    HomeDocument,
    SessionDocument,
    SessionRecord,
    ShareRecord,
)
from drill.cli.record_types.stats import CalibrationRecord, StatsDocument
from drill.cli.records import attempt_record, today_record
from drill.model import Session
from drill.reporting.items import Share
from drill.reporting.report import Report
from drill.reporting.stats import Calibration, Stats
from drill.schedule.fitting import Fit
from drill.schedule.forecast import Forecast
from drill.schedule.today import Today


def session_record(found: Report) -> SessionRecord:
    """A past session in a list."""
    session: Session = found.session
    return {
        "id": session.id,
        "kind": session.kind.value,
        "status": session.status.value,
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "seconds": round(found.seconds, 1),
        "questions": list(session.questions),
        "answered": found.answered,
        "coverage": found.coverage,
        "self_rating": found.self_rating,
    }


def session_document(found: Report, advice: Iterable[tuple[str, str]]) -> SessionDocument:
    """The report of one session; `advice` are reasons, each with its command."""
    delivery = found.delivery
    return {
        "session": session_record(found),
        "questions": [
            {
                "key": item.key,
                "title": item.title,
                "budget": item.budget,
                "earlier": item.earlier,
                "attempt": attempt_record(item.attempt) if item.attempt else None,
            }
            for item in found.items
        ],
        "earlier": found.earlier,
        "past": list(found.past),
        "topics": list(map(_share, found.topics)),
        "difficulties": list(map(_share, found.difficulties)),
        "answering": round(found.answering, 1),
        "over": round(found.over, 1),
        "hints": found.hints,
        "delivery": (
            {"structure": delivery[0], "clarity": delivery[1], "pace": delivery[2]}
            if delivery
            else None
        ),
        "confidence": found.confidence,
        "bias": grading.bias(found.attempts),
        "brier": grading.brier(found.attempts),
        "confident_misses": [item.key for item in found.confident_misses],
        "next": [{"why": why, "command": command} for why, command in advice],
    }


def _share(share: Share) -> ShareRecord:
    return {
        "name": share.name,
        "coverage": share.coverage,
        "asked": share.asked,
        "self_rated": share.self_rated,
    }


def home_document(
    counts: tuple[int, int, int, int],
    today: Today,
    last: Report | None,
    interview: tuple[str, int] | None,
    advice: tuple[str, str],
) -> HomeDocument:
    """Where you stand; `counts`: questions, decks, new, weak; `advice`: reason and command."""
    questions, decks, new, weak = counts
    why, command = advice
    return {
        "questions": questions,
        "decks": decks,
        "today": today_record(today),
        "by_plan": today.by_plan,
        "new": new,
        "weak": weak,
        "last": session_record(last) if last else None,
        "interview": {"name": interview[0], "days": interview[1]} if interview else None,
        "next": {"why": why, "command": command},
    }


def stats_document(stats: Stats, today: Today, questions: Sequence[EntryRecord]) -> StatsDocument:
    """How you are doing, with the questions that the lists name."""
    kept, agreement = stats.retention, stats.agreement
    return {
        "stats": {
            "questions": stats.questions,
            "met": stats.met,
            "answers": stats.answers,
            "seconds": stats.seconds,
            "streak": stats.streak,
            "calendar": [(day.isoformat(), answers) for day, answers in stats.calendar],
            "topics": [
                {
                    "name": topic.name,
                    "questions": topic.questions,
                    "met": topic.met,
                    "coverage": topic.coverage,
                    "self_rated": topic.self_rated,
                }
                for topic in stats.topics
            ],
            "returning": list(stats.returning),
            "by_plan": stats.by_plan,
            "retention": (
                {
                    "answers": kept.answers,
                    "promised": kept.promised,
                    "seen": kept.seen,
                    "sampled": kept.sampled,
                }
                if kept
                else None
            ),
            "calibration": _calibration(stats.calibration) if stats.calibration else None,
            "agreement": (
                {
                    "points": agreement.points,
                    "agreed": agreement.agreed,
                    "lower": agreement.lower,
                    "higher": agreement.higher,
                }
                if agreement
                else None
            ),
            "pace": [
                {"day": each.day.isoformat(), "answers": each.answers, "pace": each.pace}
                for each in stats.pace
            ],
            "confident_misses": list(stats.confident_misses),
            "weakest": list(stats.weakest),
        },
        "today": today_record(today),
        "questions": list(questions),
    }


def _calibration(found: Calibration) -> CalibrationRecord:
    return {
        "answers": found.answers,
        "bias": found.bias,
        "brier": found.brier,
        "levels": [
            {
                "confidence": level.confidence,
                "answers": level.answers,
                "coverage": level.coverage,
            }
            for level in found.levels
        ],
    }


def forecast_record(forecast: Forecast) -> ForecastRecord:
    """The forecast for one interview."""
    return {
        "questions": forecast.questions,
        "days": [
            {
                "ahead": day.ahead,
                "new": day.new,
                "repeats": day.repeats,
                "minutes": day.minutes,
            }
            for day in forecast.days
        ],
        "now": forecast.now,
        "idle": forecast.if_idle,
        "planned": forecast.planned,
        "low": forecast.low,
        "high": forecast.high,
        "kept": forecast.at_current_rate,
        "at_risk": list(forecast.at_risk),
        "unmet": forecast.unmet,
        "more": forecast.gain_per_minute,
    }


def fit_document(found: Fit) -> PlanFitDocument:
    """Fitted parameters against the defaults."""
    return {
        "fit": {
            "answers": found.answers,
            "judged": found.judged,
            "default_loss": found.default_loss,
            "fitted_loss": found.fitted_loss,
            "doubt": found.doubt,
            "parameters": list(found.parameters),
        },
        "better": found.better,
    }
