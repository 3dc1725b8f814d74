"""A cheat sheet as PDF: all of it, or as much as goes on a number of pages."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, cast

from drill.errors import DrillError
from drill.exporters.cheatsheet import fill
from drill.exporters.cheatsheet.content import Card, Sheet
from drill.exporters.pdf import blocks, inline
from drill.exporters.typeset import Json, Pdf, compiled, measured
from drill.reporting.humanize import counted

_LAYOUT = Path(__file__).with_name("sheet.typ")
SIZE = 9.0
_MARGIN = 26.0  # points, 9 mm: what printers leave white in any case is less
_FOOT = 9.0  # room for the line below the columns
_GUTTER = 14.0
_CARD_GAP = 0.85  # shares of the size of type
_LIST_GAP = 0.5  # between questions alone
_TOPIC_GAP = 1.3
_CLEARANCE = 0.9
_LINE = 1.15
_LEAST_LINES = 2  # of a question with something to say
_ROUNDING = 0.05  # points
_TRIES = 6  # a column of many cards can turn out a line higher than the sum of their heights


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


_TYPST_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_POINTS = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Form:
    """What a page is like: its paper, its columns, and the size of its type in points."""

    paper: Paper = Paper.A4
    columns: int = 2
    size: float = SIZE
    landscape: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """The width and the height of a page within its margins, in points."""
        width, height = _POINTS[self.paper]
        if self.landscape:
            width, height = height, width
        return width - 2 * _MARGIN, height - 2 * _MARGIN - _FOOT

    @property
    def column(self) -> float:
        """The width of a column in points."""
        return (self.page[0] - _GUTTER * (self.columns - 1)) / self.columns


@dataclass(frozen=True, slots=True)
class Filled:
    """A sheet as PDF, and how many of its questions are on it."""

    pdf: Pdf
    carried: int


def pdf(sheet: Sheet, form: Form, step: Callable[[], None], *, numbered: bool) -> Filled:
    """The sheet as a PDF of as many pages as it takes, its columns of one height.

    `numbered` gives each question its number and a box to tick. `step` is called after each.
    """
    job = _Job(sheet, numbered, step)
    cards, room = job.measure(form, first=job.last)
    shown = dict.fromkeys(range(len(cards)), 0)
    full = form.page[1] - _ROUNDING
    if any(card.heights[0] + card.heading > full - room.head for card in cards):
        return Filled(job.typeset(form, job.last, 0.0, "", torn=True), len(cards))
    pages, spared = 1, 0.0
    while True:
        room = replace(room, count=pages * form.columns)
        if fill.fits(cards, shown, room, full - spared):
            unused = full - spared - fill.balanced(cards, shown, room, full - spared)
            made = job.typeset(form, job.last, unused, "", torn=False)
            if made.pages <= pages:
                return Filled(made, len(cards))
            spared += form.size
        else:
            pages += 1


def fitted(
    sheet: Sheet, form: Form, pages: int, step: Callable[[], None], *, numbered: bool
) -> Filled:
    """The sheet as a PDF of at most `pages` pages, at least 1: as much of it as goes on them.

    What is carried is chosen by `fill.chosen`; the sheet says how much is left out, and which
    command prints it. Raises DrillError where not even one question fits.
    """
    total = len(sheet.cards)
    lines = pages * form.columns * form.page[1] / (form.size * _LINE)
    least = _LEAST_LINES if all(card.points for card in sheet.cards) else 1
    job = _Job(_best(sheet, math.ceil(lines / least)), numbered, step)
    ranked = sorted(range(len(job.cards)), key=lambda at: job.cards[at].rank)

    cards, room = job.measure(form, first={}, left_out=job.left_out({}, total))
    room = replace(room, count=pages * form.columns)
    for lines_spared in range(_TRIES):
        height = form.page[1] - _ROUNDING - lines_spared * form.size
        shown = fill.chosen(cards, ranked, room, height)
        if not shown:
            break
        unused = height - fill.balanced(cards, shown, room, height)
        made = job.typeset(form, shown, unused, job.left_out(shown, total), torn=False)
        if made.pages <= pages:
            return Filled(made, len(shown))
    raise DrillError(f"nothing fits on {counted(pages, 'page')}", "allow more with --pages")


def _best(sheet: Sheet, count: int) -> Sheet:
    """The sheet with the `count` cards of the best rank: no more of them can go on its pages."""
    ranked = sorted(enumerate(sheet.cards), key=lambda each: each[1].rank)
    kept = {at for at, _ in ranked[:count]}
    topics, at = [], 0
    for topic in sheet.topics:
        cards = tuple(card for number, card in enumerate(topic.cards, at) if number in kept)
        at += len(topic.cards)
        if cards:
            topics.append(replace(topic, cards=cards))
    return replace(sheet, topics=tuple(topics))


class _Job:
    """One sheet on its way to the page; each card is rendered once, and known by its place."""

    def __init__(self, sheet: Sheet, numbered: bool, step: Callable[[], None]) -> None:
        self.cards = sheet.cards
        self._stages = [fill.stages(card) for card in self.cards]
        self.last = {at: each.last for at, each in enumerate(self._stages)}
        self._sheet, self._numbered = sheet, numbered
        self._gap = _LIST_GAP if numbered else _CARD_GAP
        self._languages = sorted({card.lang for card in self.cards} | {sheet.lang})
        self._rendered = []
        for card, each in zip(self.cards, self._stages, strict=True):
            self._rendered.append(_card(card, each))
            step()

    def measure(
        self, form: Form, first: Mapping[int, int], left_out: str = ""
    ) -> tuple[list[fill.Measured], fill.Columns]:
        """The heights of the cards, each from its stage in `first` on, and the room for them."""
        extra = {at: {"first": first.get(at, 0), "last": last} for at, last in self.last.items()}
        data = self._data(form, extra, 0.0, left_out) | {"measured": True}
        found = cast("dict[str, Any]", measured(_LAYOUT, data, self._languages))
        cards = [
            fill.Measured(topic, found["topics"][topic] if self._headed else 0.0, tuple(heights))
            for topic, members in enumerate(found["cards"])
            for heights in members
        ]
        size = form.size
        head = found["head"] + _CLEARANCE * size
        room = fill.Columns(1, form.columns, head, self._gap * size, _TOPIC_GAP * size)
        return cards, room

    def typeset(
        self, form: Form, shown: Mapping[int, int], unused: float, left_out: str, *, torn: bool
    ) -> Pdf:
        """The cards at the stages `shown`; `unused` points stay white below the columns.

        `torn` cards may go on in the next column.
        """
        extra = {at: {"stage": stage, "breakable": torn} for at, stage in shown.items()}
        data = self._data(form, extra, max(0.0, unused), left_out) | {"measured": False}
        return compiled(_LAYOUT, data, self._languages)

    def left_out(self, shown: Mapping[int, int], total: int) -> str:
        """A line on what of `total` questions is not on the page, Markdown; empty for nothing."""
        gone = total - len(shown)
        cut = sum(at > stage for card, stage in shown.items() for at in self._stages[card].points)
        parts = [f"{gone:,} of {counted(total, 'question')}"] if gone else []
        parts += [counted(cut, "point")] if cut else []
        said = f"Left out: {' and '.join(parts)}. All of it: `{self._sheet.command}`"
        return said if parts else ""

    @property
    def _headed(self) -> bool:
        return self._sheet.headed

    def _data(
        self,
        form: Form,
        extra: Mapping[int, Mapping[str, Json]],
        unused: float,
        left_out: str,
    ) -> dict[str, Json]:
        """The cards that `extra` has something of, and the page around them."""
        sheet, at = self._sheet, 0
        topics: list[Json] = []
        for topic in sheet.topics:
            places = range(at, at + len(topic.cards))
            at = places.stop
            cards = [
                {**self._rendered[place], **extra[place], "number": place + 1}
                for place in places
                if place in extra
            ]
            if cards:
                topics.append({"name": topic.name, "deck": topic.deck, "cards": cards})
        size = form.size
        return {
            "title": sheet.title,
            "lang": sheet.lang,
            "made": [sheet.made.year, sheet.made.month, sheet.made.day],
            "paper": _TYPST_PAPER[form.paper],
            "landscape": form.landscape,
            "columns": form.columns,
            "size": size,
            "margin": _MARGIN,
            "foot": _FOOT,
            "gutter": _GUTTER,
            "width": form.page[0],
            "column": form.column,
            "unused": unused,
            "card-gap": self._gap * size,
            "topic-gap": _TOPIC_GAP * size,
            "clearance": _CLEARANCE * size,
            "footer": sheet.footer,
            "legend": _legend(sheet),
            "left-out": inline(left_out),
            "numbered": self._numbered,
            "headed": self._headed,
            "topics": topics,
        }


def _legend(sheet: Sheet) -> str:
    points = [point for card in sheet.cards for point in card.points]
    signs = ["▸ missed the last time"] if sheet.marks_missed else []
    signs += ["2 of 3: in two of three attempts"] if any(point.often for point in points) else []
    signs += ["grey: said the last time"] if any(point.known for point in points) else []
    signs += ["+ bonus"] if any(point.bonus for point in points) else []
    return " · ".join(signs)


def _card(card: Card, stages: fill.Stages) -> dict[str, Json]:
    return {
        "title": inline(card.title),
        "deck": card.deck,
        "lang": card.lang,
        "question": blocks(card.question),
        "options": [inline(option.text) for option in card.options],
        "answer": blocks(card.answer),
        "points": [
            {
                "body": inline(point.text),
                "bonus": point.bonus,
                "standing": point.standing,
                "often": point.often,
                "right": point.right,
                "at": at,
            }
            for point, at in zip(card.points, stages.points, strict=True)
        ],
        "formula": blocks(card.formula),
        "formula-at": stages.formula,
        "code": blocks(card.code),
        "code-at": stages.code,
        "notes": blocks(card.notes),
        "blanks": card.blanks,
    }
