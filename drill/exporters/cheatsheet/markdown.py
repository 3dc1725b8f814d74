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
    if sheet.headed:
        for topic in sheet.topics:
            yield f"- {inline(topic.name)}: {counted(len(topic.cards), 'question')}"
        yield ""
    for topic in sheet.topics:
        if sheet.headed:
            deck = f" ({inline(topic.deck)})" if topic.deck else ""
            yield from (f"## {inline(topic.name)}{deck}", "")
        for card in topic.cards:
            yield from _card(card)
            step()


def _card(card: Card) -> Iterator[str]:
    yield from (f"### {inline(card.title)}{f' ({inline(card.aside)})' if card.aside else ''}", "")
    if card.question:
        yield from (blocks(card.question), "")
    if card.options:
        yield from (
            f"{number}. {inline(option.text)}" for number, option in enumerate(card.options, 1)
        )
        yield ""
    if card.answer:
        yield from (blocks(card.answer), "")
    if card.points:
        if card.answer:  # adjacent lists would become one
            missed = any(point.missed for point in card.points)
            yield from ("Missed the last time:" if missed else "Right:", "")
        yield from (f"- {_mark(point)}{inline(point.text)}" for point in card.points)
        yield ""
    for text in (card.formula, card.code):
        if text:
            yield from (blocks(text), "")
    if card.notes:
        yield from (
            f"> {line}".rstrip() for line in ("**Note**", "", *blocks(card.notes).split("\n"))
        )
        yield ""
    for _ in range(card.blanks):
        yield from (_BLANK_LINE, "")


def _mark(point: Point) -> str:
    words = [f"missed {point.often}".strip()] if point.missed else []
    words += ["bonus"] if point.bonus else []
    return f"*({', '.join(words)})* " if words else ""
