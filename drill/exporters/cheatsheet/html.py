"""A cheat sheet as one HTML page; for practice its answers fold, and it prints unfolded.

It has no script: folding, ticking and counting are HTML and CSS alone.
"""

from collections.abc import Callable, Iterator
from html import escape

from drill.exporters.cheatsheet.content import Card, Point, Sheet, Topic
from drill.exporters.html import blocks, inline, language_of, page
from drill.markdown.lead_in import split_lead_in
from drill.model import Option
from drill.reporting.humanize import counted

_SCORE = '<p class="score">You said <span class="ticked"></span></p>'


def html(sheet: Sheet, step: Callable[[], None], *, folded: bool) -> str:
    """The sheet as a whole document; `folded` hides each answer until it is opened.

    The points of a folded answer have checkboxes. `step` is called after each question.
    """
    body = "\n".join(_lines(sheet, step, folded=folded))
    return page(sheet.title, body, lang=sheet.lang)


def _lines(sheet: Sheet, step: Callable[[], None], *, folded: bool) -> Iterator[str]:
    count = counted(len(sheet.cards), "question")
    yield f'<header>\n<h1>{escape(sheet.title)}</h1>\n<p class="meta"><bdi>{count}</bdi></p>'
    if sheet.marks_missed:
        yield '<p class="meta">▸ missed the last time</p>'
    if sheet.headed:
        yield '<nav><ol class="contents">'
        for number, topic in enumerate(sheet.topics, 1):
            deck = f" <small>{escape(topic.deck)}</small>" if topic.deck else ""
            link = f'<a href="#topic-{number}">{escape(topic.name)}{deck}</a>'
            yield f"<li>{link}<span>{len(topic.cards)}</span></li>"
        yield "</ol></nav>"
    yield f"</header>\n<main{' class=folded' if folded else ''}>"
    for number, topic in enumerate(sheet.topics, 1):
        yield f'<section id="topic-{number}">'
        if sheet.headed:
            yield _heading(topic)
        for card in topic.cards:
            yield from _card(card, sheet.lang, folded=folded)
            step()
        yield "</section>"
    has_points = folded and any(card.points for card in sheet.cards)
    yield f"</main>\n{_SCORE if has_points else ''}<footer>{escape(sheet.footer)}</footer>"


def _heading(topic: Topic) -> str:
    count = counted(len(topic.cards), "question")
    said = f"{escape(topic.deck)} · {count}" if topic.deck else count
    return f"<h2>{escape(topic.name)} <small><bdi>{said}</bdi></small></h2>"


def _card(card: Card, lang: str, *, folded: bool) -> Iterator[str]:
    spoken = language_of(card.lang) if card.lang != lang else ""
    deck = f" <small>{escape(card.aside)}</small>" if card.aside else ""
    prompt = "".join(_prompt(card, folded=folded))
    asked = f"<h3>{inline(card.title)}{deck}</h3>{prompt}"
    parts = list(_answer(card, folded=folded))
    if not parts:
        yield f"<article{spoken}>{asked}</article>"
        return
    yield f"<article{spoken}><details{'' if folded else ' open'}>"
    yield f"<summary><div>{asked}</div></summary>"
    yield from ('<div class="body">', *parts, "</div>\n</details></article>")


def _prompt(card: Card, *, folded: bool) -> Iterator[str]:
    if card.question:
        yield blocks(card.question)
    if options := card.options or (card.folded_options if folded else ()):
        yield from ('<ol class="options">', *map(_option, options), "</ol>")
    if card.blanks:
        yield f'<div class="blank" style="--lines: {card.blanks}"></div>'


def _option(option: Option) -> str:
    return f"<li>{inline(option.text)}</li>"


def _answer(card: Card, *, folded: bool) -> Iterator[str]:
    if card.answer:
        yield blocks(card.answer)
    if card.points:
        # The explanation of an option is not to be recalled, so it has no checkbox.
        chosen = any(point.right for point in card.points)
        points = (
            _point(point, ticked=folded and (point.right or not chosen)) for point in card.points
        )
        yield from (f'<ul class="points{" ticks" if folded else ""}">', *points, "</ul>")
    for text in (card.formula, card.code):
        if text:
            yield blocks(text)
    if card.notes:
        yield f'<aside class="note">{blocks(card.notes)}</aside>'


def _point(point: Point, *, ticked: bool) -> str:
    classes = [point.standing, *(["right"] if point.right else ())]
    words = ["bonus"] if point.bonus else []
    words += [f"missed {point.often}".strip()] if point.missed else []
    tag = f' <span class="tag">{", ".join(words)}</span>' if words else ""
    term, said = split_lead_in(point.text)
    text = f"{f'<b>{inline(term)}</b> ' if term else ''}{inline(said)}{tag}"
    if ticked:
        text = f'<label><input type="checkbox"><span>{text}</span></label>'
    return f'<li class="{" ".join(classes)}">{text}</li>'
