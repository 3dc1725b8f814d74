"""A session as PDF, through a fixed Typst template."""

from collections.abc import Iterable
from pathlib import Path

from drill.exporters.pdf import blocks, inline, wrappable
from drill.exporters.session.charts import judged_answers, told, told_sureness
from drill.exporters.session.content import (
    SIGNS,
    answer_label,
    asked_next,
    bars,
    body,
    delivery,
    figures,
    missed,
    missing_answer,
    next_steps,
    option_rows,
    remarks,
    rows,
    spans,
    subtitle,
    ticks,
    whole_time,
    words,
)
from drill.exporters.typeset import Json, Pdf, compiled, measured
from drill.markdown.language import language
from drill.model import KNOWN_COVERAGE, SIDES_OF_DELIVERY
from drill.reporting.humanize import counted, share_in_words
from drill.reporting.items import Item, Point, Share, Span
from drill.reporting.report import Report
from drill.reporting.report_text import calibration, heading
from drill.text import printable

_LAYOUT = Path(__file__).with_name("report.typ")
_SIZES = (10.0, 9.5, 9.0)
_MARGIN = 40.0  # points
_LEAST = 170.0  # points of text on the last page that justify a page


def pdf(report: Report) -> Pdf:
    """The report on A4. Raises DrillError if Typst is not installed.

    If the last page is almost empty, the type is a little smaller.
    """
    data, languages = _data(report), _languages(report)
    for size in _SIZES:
        made = compiled(_LAYOUT, {**data, "size": size}, languages)
        if made.pages == 1:
            break
        end = measured(_LAYOUT, {**data, "size": size}, languages)
        if isinstance(end, float | int) and end > _LEAST:
            break
    return made


def _languages(report: Report) -> list[str]:
    texts = [item.entry.question.text for item in report.items if item.entry]
    said = [item.entry.lang for item in report.items if item.entry and item.entry.lang]
    return [said[0] if said else language("\n".join(texts))]


def _data(report: Report) -> dict[str, Json]:
    day = report.today
    whole = whole_time(report)
    return {
        "title": heading(report),
        "subtitle": subtitle(report),
        "lang": _languages(report)[0],
        "made": [day.year, day.month, day.day],
        "paper": "a4",
        "landscape": False,
        "columns": 1,
        "margin": _MARGIN,
        "foot": 8.0,
        "gutter": 0.0,
        "unused": 0.0,
        "footer": f"drill · session {printable(report.session.id)}",
        "figures": [
            {"name": figure.name, "value": figure.value, "note": figure.note}
            for figure in figures(report)
        ],
        "list": [
            {
                "number": row.number,
                "title": inline(row.title),
                "cells": [row.coverage, row.time, row.sureness],
                "weak": row.weak,
            }
            for row in rows(report)
        ],
        "next": [
            {
                "why": wrappable(printable(step.why)),
                "command": printable(step.command),  # readers copy it from the page
            }
            for step in next_steps(report)
        ],
        "spans": [_span(span) for span in spans(report)],
        "told": told(report),
        "whole": whole,
        "ticks": [{"at": at, "label": label} for at, label in ticks(whole)] if whole else [],
        "budgeted": bool(report.session.budgets),
        "coverage": [{"title": title, "bars": _bars(shares)} for title, shares in bars(report)],
        "calibration": calibration(report),
        "judged": [
            {"number": number, "sure": sure, "covered": covered}
            for number, sure, covered in judged_answers(report)
        ],
        "told-sureness": told_sureness(report),
        "misses": [
            {"title": inline(item.title), "said": missed(item)} for item in report.confident_misses
        ],
        "delivery": [
            {"name": side, "share": grade / 4, "known": True, "said": f"{grade:.1f} of 4"}
            for side, grade in zip(SIDES_OF_DELIVERY, report.delivery or (), strict=False)
            if spans(report)
        ],
        "delivered": delivery(report),
        "questions": [_question(item) for item in report.items],
    }


def _span(span: Span) -> Json:
    return {
        "number": span.number,
        "start": span.start,
        "seconds": span.attempt.seconds,
        "budget": span.item.budget or 0,
    }


def _bars(shares: Iterable[Share]) -> list[Json]:
    return [
        {
            "name": wrappable(printable(share.name)),
            "share": share.coverage,
            "known": not share.asked or share.coverage >= KNOWN_COVERAGE,
            "said": share_in_words(share.coverage, self_rated=share.self_rated)
            + (f" of {counted(share.asked, 'question')}" if share.asked else ""),
        }
        for share in shares
    ]


def _question(item: Item) -> Json:
    text, written = words(item)
    label = answer_label(item)
    asked, reply = asked_next(item)
    question = item.entry.question if item.entry else None
    answer = (question and question.shown_answer) or ""
    return {
        "title": inline(item.title),
        "remarks": " · ".join(remarks(item)),
        "body": blocks(body(item)),
        "next": [_point(asked)] if asked else [],
        "reply": list(map(wrappable, reply.split("\n"))) if reply else [],
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
        "label": label,
        "answer": blocks(answer),
        "missing": "" if answer or not label else missing_answer(item),
        "notes": blocks((question and question.notes) or ""),
        "follow-ups": [inline(follow_up) for follow_up in question.follow_ups] if question else [],
    }


def _point(point: Point) -> Json:
    return {
        "body": inline(point.text),
        "bonus": point.bonus,
        "sign": SIGNS[point.mark] if point.mark else "·",
        "mark": point.mark or "",
    }
