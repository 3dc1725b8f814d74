"""A session as one HTML page: charts, then question by question."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path

from drill.exporters.html import blocks, inline, page
from drill.exporters.session import charts
from drill.exporters.session.content import (
    SIGNS,
    OptionRow,
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
    words,
)
from drill.model import SIDES_OF_DELIVERY
from drill.reporting.humanize import counted, share_in_words
from drill.reporting.items import Item, Point, Share
from drill.reporting.report import Report
from drill.reporting.report_text import calibration, heading
from drill.text import printable


def html(report: Report) -> str:
    """The report as a whole document that loads nothing and runs no script."""
    return page(heading(report), "\n".join(_lines(report)), _style())


@cache
def _style() -> str:
    return Path(__file__).with_name("report.css").read_text("utf-8")


def _lines(report: Report) -> Iterator[str]:
    yield f"<header>\n<h1>{escape(heading(report))}</h1>"
    yield f'<p class="meta">{escape(subtitle(report))}</p>\n<dl class="figures">'
    for figure in figures(report):
        note = f"<small>{escape(figure.note)}</small>" if figure.note else ""
        yield f"<div><dt>{figure.name}</dt><dd>{escape(figure.value)}{note}</dd></div>"
    yield '</dl>\n</header>\n<main class="report">'
    yield from _section("Questions", _list(report))
    yield from _section("What to do next", _next(report))
    yield from _section("Time", _time(report))
    yield from _section("Coverage", _coverage(report))
    yield from _section("How sure you were", _confidence(report))
    yield from _section("Delivery", _delivery(report))
    yield from _section("Question by question", _questions(report))
    yield f"</main>\n<footer>drill · session {escape(printable(report.session.id))}</footer>"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A section with its heading; nothing if it would be empty."""
    if inner := list(lines):
        yield from (f"<section>\n<h2>{title}</h2>", *inner, "</section>")


def _list(report: Report) -> Iterator[str]:
    heads = "".join(f"<th>{name}</th>" for name in ("", "question", "covered", "time", "sure"))
    yield f'<table class="list">\n<thead><tr>{heads}</tr></thead>\n<tbody>'
    for row in rows(report):
        link = f'<a href="#question-{row.number}">{inline(row.title)}</a>'
        weak = ' class="weak"' if row.weak else ""
        yield (
            f"<tr><td>{row.number}</td><td>{link}</td><td{weak}>{row.coverage}</td>"
            f"<td>{row.time.replace(' of ', ' of&nbsp;')}</td><td>{row.sureness}</td></tr>"
        )
    yield "</tbody>\n</table>"


def _next(report: Report) -> Iterator[str]:
    yield '<ul class="steps">'
    for step in next_steps(report):
        command, why = escape(printable(step.command)), escape(printable(step.why))
        yield f"<li><code>{command}</code> {why}</li>"
    yield "</ul>"


def _time(report: Report) -> Iterator[str]:
    if chart := charts.timeline(report):
        frame = "The frame is the time budget of a question. " if report.session.budgets else ""
        over = "Anything outside it is overtime. " if report.over else ""
        yield f"<figure>\n{chart}\n<figcaption>{frame}{over}"
        yield "Pauses and marking are left out.</figcaption>\n</figure>"


def _coverage(report: Report) -> Iterator[str]:
    for title, shares in bars(report):
        yield from _bars(title, shares)


def _bars(title: str, shares: list[Share]) -> Iterator[str]:
    yield f'<table class="bars">\n<caption>{title}</caption>'
    for share in shares:
        asked = f"<small>of {counted(share.asked, 'question')}</small>" if share.asked else ""
        yield _bar(share, f"{share_in_words(share.coverage, self_rated=share.self_rated)} {asked}")
    yield "</table>"


def _bar(share: Share, said: str) -> str:
    name = escape(printable(share.name))
    return f'<tr><th scope="row">{name}</th><td>{charts.bar(share)}</td><td>{said}</td></tr>'


def _confidence(report: Report) -> Iterator[str]:
    if judged := calibration(report):
        yield f"<p>{escape(judged)}</p>"
    if charts.judged_answers(report):
        yield f"<figure>\n{charts.confidence(report)}"
        yield "<figcaption>○ how sure you were, ● what you covered.</figcaption>\n</figure>"
    if misses := report.confident_misses:
        yield '<p class="label">Sure, but missed</p>\n<ul class="steps">'
        numbers = {item.key: number for number, item in enumerate(report.items, 1)}
        for item in misses:
            link = f'<a href="#question-{numbers[item.key]}">{inline(item.title)}</a>'
            yield f"<li>{link} <small>{missed(item)}</small></li>"
        yield "</ul>"


def _delivery(report: Report) -> Iterator[str]:
    if report.delivery and not spans(report):
        yield f"<p>{delivery(report)}</p>"
    elif report.delivery:
        yield '<table class="bars">'
        for side, grade in zip(SIDES_OF_DELIVERY, report.delivery, strict=True):
            yield _bar(Share(side, grade / 4, 0), f"{grade:.1f} of 4")
        yield "</table>"


def _questions(report: Report) -> Iterator[str]:
    for number, item in enumerate(report.items, 1):
        said = " · ".join(f"<span>{escape(remark)}</span>" for remark in remarks(item))
        yield f'<article class="question" id="question-{number}">'
        yield f'<h3><span class="number">{number}</span> {inline(item.title)}</h3>'
        yield f'<p class="meta">{said}</p>'
        yield blocks(body(item))
        yield '<div class="beside">\n<div>'
        yield from _yours(item)
        yield "</div>\n<div>"
        yield from _models(item)
        yield "</div>\n</div>\n</article>"


def _yours(item: Item) -> Iterator[str]:
    text, written = words(item)
    if text:
        yield '<p class="label">Your answer</p>'
        yield f'<p class="{"typed" if written else "meta"}">{escape(text)}</p>'
    asked, reply = asked_next(item)
    if asked:
        yield f'<p class="label">Follow-up</p>\n<ul class="marks">{_point(asked)}</ul>'
        yield f'<p class="typed">{escape(reply)}</p>' if reply else ""
    if rows := option_rows(item):
        yield '<p class="label">Options</p>\n<ul class="marks choices">'
        yield from (*map(_option, rows), "</ul>")
    if points := item.points:
        yield '<p class="label">Key points</p>\n<ul class="marks">'
        yield from (*map(_point, points), "</ul>")


def _point(point: Point) -> str:
    bonus = ' <span class="tag">bonus</span>' if point.bonus else ""
    sign = f"{SIGNS[point.mark]} {point.mark}" if point.mark else "·"
    return (
        f'<li class="{point.mark or "open"}"><span class="sign">{sign}</span>'
        f"<span>{inline(point.text)}{bonus}</span></li>"
    )


def _option(row: OptionRow) -> str:
    said = f"<small>{row.said}</small>" if row.said else ""
    return (
        f'<li class="{row.looks or "open"}"><span class="sign">{row.sign} {said}</span>'
        f"<div>{blocks(row.text)}</div></li>"
    )


def _models(item: Item) -> Iterator[str]:
    if label := answer_label(item):
        yield f'<p class="label">{label}</p>'
    if item.entry is None:
        yield f'<p class="meta">{missing_answer(item)}</p>'
        return
    question = item.entry.question
    if label:
        missing = f'<p class="meta">{missing_answer(item)}</p>'
        yield blocks(question.shown_answer) if question.shown_answer else missing
    if question.notes:
        yield f'<aside class="note">{blocks(question.notes)}</aside>'
    if question.follow_ups:
        asked = "".join(f"<li>{inline(follow_up)}</li>" for follow_up in question.follow_ups)
        yield f'<p class="label">An interviewer might ask next</p>\n<ul>{asked}</ul>'
