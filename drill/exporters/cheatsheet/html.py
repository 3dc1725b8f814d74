"""A cheat sheet as one HTML page that folds, and prints unfolded."""

from collections.abc import Callable, Iterator
from html import escape

from drill.exporters.cheatsheet.content import Card, Point, Sheet
from drill.exporters.html import blocks, inline, page
from drill.reporting.humanize import counted


def html(sheet: Sheet, step: Callable[[], None], *, folded: bool) -> str:
    """The sheet as a whole document; `folded` shows the questions alone until one is opened.

    `step` is called after each question.
    """
    return page(sheet.title, "\n".join(_lines(sheet, "" if folded else " open", step)))


def _lines(sheet: Sheet, state: str, step: Callable[[], None]) -> Iterator[str]:
    count = counted(len(sheet.cards), "question")
    yield f'<header>\n<h1>{escape(sheet.title)}</h1>\n<p class="meta">{count}</p>'
    if sheet.marks_missed:
        yield '<p class="meta missed"><span class="tag">○ missed the last time</span></p>'
    if len(sheet.topics) > 1:
        yield '<nav><ol class="contents">'
        for number, topic in enumerate(sheet.topics, 1):
            link = f'<a href="#topic-{number}">{escape(topic.name)}</a>'
            yield f"<li>{link}<span>{len(topic.cards)}</span></li>"
        yield "</ol></nav>"
    yield "</header>\n<main>"
    for number, topic in enumerate(sheet.topics, 1):
        small = f"<small>{counted(len(topic.cards), 'question')}</small>"
        yield f'<section id="topic-{number}">\n<h2>{escape(topic.name)} {small}</h2>'
        for card in topic.cards:
            yield from _card(card, state)
            step()
        yield "</section>"
    yield f"</main>\n<footer>{escape(sheet.footer)}</footer>"


def _card(card: Card, state: str) -> Iterator[str]:
    parts = list(_parts(card))
    title = f"<h3>{inline(card.title)}</h3>"
    if not parts:
        yield f"<article>{title}</article>"
        return
    yield f"<article><details{state}>\n<summary>{title}</summary>"
    yield from ('<div class="body">', *parts, "</div>\n</details></article>")


def _parts(card: Card) -> Iterator[str]:
    if card.question:
        yield blocks(card.question)
    if card.answer:
        yield blocks(card.answer)
    if card.points:
        yield from ('<ul class="points">', *map(_point, card.points), "</ul>")
    if card.notes:
        yield f'<aside class="note">{blocks(card.notes)}</aside>'
    if card.blanks:
        yield f'<div class="blank" style="--lines: {card.blanks}"></div>'


def _point(point: Point) -> str:
    words = [word for word, holds in (("missed", point.missed), ("bonus", point.bonus)) if holds]
    classes = f' class="{" ".join(words)}"' if words else ""
    tag = f' <span class="tag">{", ".join(words)}</span>' if words else ""
    return f"<li{classes}>{inline(point.text)}{tag}</li>"
