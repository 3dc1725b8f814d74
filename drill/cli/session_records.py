"""The records that `--json` prints of sessions, statistics and plans."""

from collections.abc import Iterable, Sequence

from drill.cli.record_types.plan import ForecastRecord, PlanFitDocument
from drill.cli.record_types.questions import EntryRecord
from drill.cli.record_types.sessions import (
    HomeDocument,
    SessionDocument,
    SessionRecord,
)
from drill.cli.record_types.stats import CalibrationRecord, StatsDocument
from drill.cli.records import attempt_record, today_record
from drill.model import Session
from drill.reporting.report import Report
from drill.reporting.report_record import report_record
from drill.reporting.stats import Calibration, Stats
from drill.schedule.fitting import Fit
from drill.schedule.forecast import Forecast
from drill.schedule.today import Today


def session_record(report: Report) -> SessionRecord:
    """A past session in a list."""
    session: Session = report.session
    return {
        "id": session.id,
        "kind": session.kind.value,
        "status": session.status.value,
        "started": session.started.isoformat(),
        "ended": session.ended.isoformat() if session.ended else None,
        "seconds": round(report.seconds, 1),
        "questions": list(session.questions),
        "answered": report.answered,
        "coverage": report.coverage,
        "self_rating": report.self_rating,
    }


def session_document(report: Report, advice: Iterable[tuple[str, str]]) -> SessionDocument:
    """The report of one session; `advice` are reasons, each with its command."""
    return {
        "session": session_record(report),
        "questions": [
            {
                "key": item.key,
                "title": item.title,
                "budget": item.budget,
                "earlier": item.earlier,
                "attempt": attempt_record(item.attempt) if item.attempt else None,
            }
            for item in report.items
        ],
        **report_record(report),
        "next": [{"why": why, "command": command} for why, command in advice],
    }


def home_document(
    counts: tuple[int, int, int, int],
    today: Today,
    last: Report | None,
    interview: tuple[str, int] | None,
    advice: tuple[str, str],
) -> HomeDocument:
    """The home page; `counts`: questions, decks, new, weak; `advice`: next steps."""
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
    """The document of the statistics, with the questions that its lists name."""
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
                {"day": day.day.isoformat(), "answers": day.answers, "pace": day.pace}
                for day in stats.pace
            ],
            "confident_misses": list(stats.confident_misses),
            "weakest": list(stats.weakest),
        },
        "today": today_record(today),
        "questions": list(questions),
    }


def _calibration(calibration: Calibration) -> CalibrationRecord:
    return {
        "answers": calibration.answers,
        "bias": calibration.bias,
        "brier": calibration.brier,
        "levels": [
            {
                "confidence": level.confidence,
                "answers": level.answers,
                "coverage": level.coverage,
            }
            for level in calibration.levels
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


def fit_document(fitted: Fit) -> PlanFitDocument:
    """Fitted parameters against the defaults."""
    return {
        "fit": {
            "answers": fitted.answers,
            "judged": fitted.judged,
            "default_loss": fitted.default_loss,
            "fitted_loss": fitted.fitted_loss,
            "doubt": fitted.doubt,
            "parameters": list(fitted.parameters),
        },
        "better": fitted.better,
    }
