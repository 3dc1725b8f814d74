"""A session as PDF, by a fixed Typst layout."""

from collections.abc import Iterable
from pathlib import Path

from drill.exporters.pdf import Json, Pdf, blocks, compiled, inline, wrappable
from drill.exporters.session.content import (
    SIGNS,
    answer_label,
    body,
    figures,
    missed,
    missing_answer,
    next_steps,
    option_rows,
    past,
    remarks,
    subtitle,
    words,
)
from drill.model import KNOWN_COVERAGE, SIDES_OF_DELIVERY
from drill.reporting.humanize import clock, counted, percent
from drill.reporting.report import Item, Point, Report, Share, Span
from drill.reporting.report_text import calibration, heading
from drill.text import printable

_LAYOUT = Path(__file__).with_name("report.typ")


def pdf(report: Report) -> Pdf:
    """The report on A4. Raises DrillError where Typst is not installed."""
    groups: list[Json] = [
        {"title": title, "bars": shares}
        for title, shares in (
            ("By topic", _bars(report.topics)),
            ("By difficulty", _bars(report.difficulties)),
            ("Beside those before", _bars(past(report))),
        )
        if shares and report.coverage is not None
    ]
    return compiled(
        _LAYOUT,
        {
            "title": heading(report),
            "subtitle": subtitle(report),
            "paper": "a4",
            "columns": 1,
            "size": 10,
            "footer": f"drill · session {printable(report.session.id)}",
            "figures": [
                {"name": each.name, "value": each.value, "note": each.note}
                for each in figures(report)
            ],
            "next": [
                {
                    "why": wrappable(printable(step.why)),
                    "command": printable(step.command),  # copied from the page, it must run
                }
                for step in next_steps(report)
            ],
            "spans": [_span(span) for span in report.timeline],
            "whole": clock(
                max((span.start + _longest(span) for span in report.timeline), default=0)
            ),
            "budgeted": bool(report.session.budgets),
            "coverage": groups,
            "calibration": " · ".join(calibration(report)),
            "judged": [
                {
                    "number": number,
                    "sure": item.attempt.confidence / 100,
                    "covered": item.attempt.coverage,
                }
                for number, item in enumerate(report.items, 1)
                if item.attempt and item.attempt.confidence is not None
            ],
            "misses": [
                {"title": inline(item.title), "said": missed(item)}
                for item in report.confident_misses
            ],
            "delivery": [
                {"name": side, "share": grade / 4, "known": True, "said": f"{grade:.1f} of 4"}
                for side, grade in zip(SIDES_OF_DELIVERY, report.delivery or (), strict=False)
            ],
            "questions": [_question(item) for item in report.items],
        },
    )


def _span(span: Span) -> Json:
    return {
        "number": span.number,
        "start": span.start,
        "seconds": span.attempt.seconds,
        "budget": span.item.budget or 0,
    }


def _longest(span: Span) -> float:
    return max(span.attempt.seconds, span.item.budget or 0)


def _bars(shares: Iterable[Share]) -> list[Json]:
    return [
        {
            "name": wrappable(printable(share.name)),
            "share": share.coverage,
            "known": share.coverage >= KNOWN_COVERAGE,
            "said": percent(share.coverage)
            + (f" of {counted(share.asked, 'question')}" if share.asked else ""),
        }
        for share in shares
    ]


def _question(item: Item) -> Json:
    text, written = words(item)
    question = item.entry.question if item.entry else None
    return {
        "title": inline(item.title),
        "remarks": " · ".join(remarks(item)),
        "body": blocks(body(item)),
        "words": list(map(wrappable, text.split("\n"))) if text else [],
        "options": [
            {
                "body": blocks(row.text),
                "sign": row.sign,
                "said": row.said,
                "mark": row.looks or "",
            }
            for row in option_rows(item)
        ],
        "written": written,
        "points": list(map(_point, item.points)),
        "label": answer_label(item),
        "answer": blocks((question and question.answer) or ""),
        "missing": "" if question and question.answer else missing_answer(item),
        "notes": blocks((question and question.notes) or ""),
        "follow-ups": [inline(each) for each in question.follow_ups] if question else [],
    }


def _point(point: Point) -> Json:
    return {
        "body": inline(point.text),
        "bonus": point.bonus,
        "sign": SIGNS[point.mark] if point.mark else "·",
        "mark": point.mark or "",
    }
