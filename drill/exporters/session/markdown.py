"""A session as Markdown that reads well on a code host."""

from collections.abc import Iterable, Iterator

from drill.exporters.markdown import blocks, inline, verbatim
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
from drill.reporting.humanize import clock, counted, duration, share_in_words
from drill.reporting.items import Item, Point, Share
from drill.reporting.report import Report
from drill.reporting.report_text import calibration, heading
from drill.text import printable

_BAR = 10


def markdown(report: Report) -> str:
    """The report as CommonMark with tables and `$math$`."""
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {heading(report)}", "", f"*{verbatim(subtitle(report))}*", "")
    for figure in figures(report):
        note = f" ({figure.note})" if figure.note else ""
        yield f"- {figure.name}: **{figure.value}**{note}"
    yield from ("", "## Questions", "")
    yield from ("| | question | covered | time | sure |", "| --: | --- | --- | --- | --: |")
    for row in rows(report):
        cells = (inline(row.title), row.coverage, row.time, row.sureness)
        yield _row(str(row.number), *cells)
    yield from ("", "## What to do next", "")
    for step in next_steps(report):
        yield f"- `{printable(step.command)}`: {verbatim(step.why)}"
    yield ""
    yield from _time(report)
    if drawn := bars(report):
        yield from ("## Coverage", "")
        for title, shares in drawn:
            yield from _bars(title[0].lower() + title[1:], shares)
    yield from _self_image(report)
    yield from ("## Question by question", "")
    for number, item in enumerate(report.items, 1):
        yield from _question(number, item)


def _time(report: Report) -> Iterator[str]:
    if not (answers := spans(report)):
        return
    longest = max(max(span.attempt.seconds, span.item.budget or 0) for span in answers) or 1
    yield from (
        "## Time",
        "",
        "| question | | time | given | over |",
        "| --- | --- | --: | --: | --: |",
    )
    for span in answers:
        seconds, budget = span.attempt.seconds, span.item.budget
        within = round(min(seconds, budget or seconds) / longest * _BAR)
        beyond = round(span.attempt.overtime / longest * _BAR)
        drawn = "█" * within + "▒" * beyond
        skipped = " (skipped)" if span.attempt.skipped else ""
        yield _row(
            f"{span.number}. {inline(span.item.title)}{skipped}",
            drawn,
            clock(seconds),
            clock(budget) if budget else "",
            duration(span.attempt.overtime) if span.attempt.overtime else "",
        )
    yield ""


def _bars(name: str, shares: list[Share]) -> Iterator[str]:
    yield from (f"| {name} | | coverage | |", "| --- | --- | --: | --- |")
    for share in shares:
        filled = round(share.coverage * _BAR)
        asked = f"of {counted(share.asked, 'question')}" if share.asked else ""
        drawn = "█" * filled + "░" * (_BAR - filled)
        said = share_in_words(share.coverage, self_rated=share.self_rated)
        yield _row(verbatim(share.name), drawn, said, asked)
    yield ""


def _self_image(report: Report) -> Iterator[str]:
    if judged := calibration(report):
        yield from ("## How sure you were", "", judged, "")
        yield from (
            f"- sure, but missed: {inline(item.title)} ({missed(item)})"
            for item in report.confident_misses
        )
        yield ""
    if report.delivery:
        yield from ("## Delivery", "", delivery(report), "")


def _question(number: int, item: Item) -> Iterator[str]:
    yield from (f"### {number}. {inline(item.title)}", "", f"*{' · '.join(remarks(item))}*", "")
    if text := body(item):
        yield from (blocks(text), "")
    text, written = words(item)
    if text:
        yield from ("**Your answer**", "")
        yield from (*_quoted(verbatim(text)), "") if written else (f"*{text}*", "")
    asked, reply = asked_next(item)
    if asked:
        yield from ("**Follow-up**", "", _point(asked), "")
        yield from (*_quoted(verbatim(reply)), "") if reply else ()
    if rows := option_rows(item):
        yield from ("**Options**", "")
        for row in rows:
            yield from _option(row)
        yield ""
    if item.points:
        yield from ("**Key points**", "", *map(_point, item.points), "")
    if label := answer_label(item):
        yield from (f"**{label}**", "")
    if item.entry is None:
        yield from (f"*{missing_answer(item)}*", "")
        return
    question = item.entry.question
    if label:
        answer = question.shown_answer
        yield from (blocks(answer) if answer else f"*{missing_answer(item)}*", "")
    if question.notes:
        yield from (*_quoted(f"**Note**\n\n{blocks(question.notes)}"), "")
    if question.follow_ups:
        others = (f"- {inline(follow_up)}" for follow_up in question.follow_ups)
        yield from ("**An interviewer might ask next**", "", *others, "")


def _point(point: Point) -> str:
    mark = f"{SIGNS[point.mark]} **{point.mark}**: " if point.mark else ""
    return f"- {mark}{inline(point.text)}{' *(bonus)*' if point.bonus else ''}"


def _option(row: OptionRow) -> Iterator[str]:
    said = f"{row.sign} **{row.said}**: " if row.said else f"{row.sign} "
    first, *rest = blocks(row.text).split("\n")
    yield f"- {said}{first}"
    yield from (f"  {line}".rstrip() for line in rest)


def _quoted(text: str) -> Iterable[str]:
    return (f"> {line}".rstrip() for line in text.split("\n"))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
