"""A cheat sheet as Markdown."""

from collections.abc import Callable, Iterator

from drill.exporters.cheatsheet.content import Card, Point, Sheet
from drill.exporters.markdown import blocks, inline
from drill.reporting.humanize import counted

_BLANK_LINE = "\\_" * 40


def markdown(sheet: Sheet, step: Callable[[], None]) -> str:
    """The sheet as CommonMark with `$math$`; `step` is called after each question."""
    return "\n".join(_lines(sheet, step))


def _lines(sheet: Sheet, step: Callable[[], None]) -> Iterator[str]:
    yield from (f"# {inline(sheet.title)}", "", f"*{inline(sheet.footer)}*", "")
    if len(sheet.topics) > 1:
        for topic in sheet.topics:
            yield f"- {inline(topic.name)}: {counted(len(topic.cards), 'question')}"
        yield ""
    for topic in sheet.topics:
        yield from (f"## {inline(topic.name)}", "")
        for card in topic.cards:
            yield from _card(card)
            step()


def _card(card: Card) -> Iterator[str]:
    yield from (f"### {inline(card.title)}", "")
    for text in (card.question, card.answer):
        if text:
            yield from (blocks(text), "")
    if card.answer and card.points:  # two lists in a row would be one
        yield from ("Missed the last time:", "")
    if card.points:
        yield from (f"- {_mark(point)}{inline(point.text)}" for point in card.points)
        yield ""
    if card.notes:
        yield from (
            f"> {line}".rstrip() for line in ("**Note**", "", *blocks(card.notes).split("\n"))
        )
        yield ""
    for _ in range(card.blanks):
        yield from (_BLANK_LINE, "")


def _mark(point: Point) -> str:
    words = [word for word, holds in (("missed", point.missed), ("bonus", point.bonus)) if holds]
    return f"*({', '.join(words)})* " if words else ""
