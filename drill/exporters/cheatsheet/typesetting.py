"""Typesets the cards of a sheet with Typst: their heights at each stage, and the pages."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from drill.exporters.cheatsheet import fill
from drill.exporters.cheatsheet.content import Card, Point, Sheet
from drill.exporters.cheatsheet.paper import FOOT, GUTTER, TYPST_PAPER, Form
from drill.exporters.pdf import blocks, inline, undecorated
from drill.exporters.typeset import Json, Pdf, compiled, measured
from drill.markdown.lead_in import split_lead_in
from drill.reporting.humanize import counted

_LAYOUT = Path(__file__).with_name("sheet.typ")
_CARD_GAP = 0.85  # shares of the size of type
_DENSE_GAP = 0.65  # where space is short
_ANSWER_GAP = 1.4  # between whole answers
_LIST_GAP = 0.5  # between questions alone
_TOPIC_GAP = 1.3
_CLEARANCE = 1.3


def least_gap(*, numbered: bool) -> float:
    """The least gap between two cards, as a share of the size of type."""
    return _LIST_GAP if numbered else _DENSE_GAP


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights of cards, and the columns of one page."""

    cards: list[fill.Measured]
    room: fill.Columns

    def lines(self, form: Form) -> float:
        """The height of all cards in lines, which grows if text wraps differently."""
        return sum(card.heights[-1] for card in self.cards) / form.size

    def total(self, form: Form, pages: int) -> float:
        """The share of `pages` pages that the cards take, without the gaps at column ends."""
        total, topic = self.room.head * form.columns, -1
        for card in self.cards:
            is_first, topic = card.topic != topic, card.topic
            total += card.heights[0] + (card.heading if is_first else 0)
            total += self.room.topic_gap if is_first else self.room.card_gap
        return total / (pages * form.columns * form.height)

    def on(self, pages: int, form: Form) -> fill.Columns:
        """The columns of `pages` pages."""
        return replace(self.room, count=pages * form.columns)


class Job:
    """One sheet being typeset; each card is rendered once, and identified by its index."""

    def __init__(self, sheet: Sheet, numbered: bool, step: Callable[[], None]) -> None:
        self.cards = sheet.cards
        self._stages = [fill.stages(card) for card in self.cards]
        self.last = {at: stages.last for at, stages in enumerate(self._stages)}
        self._sheet, self._numbered = sheet, numbered
        self._gap = _ANSWER_GAP if sheet.has_answers else _LIST_GAP if numbered else _CARD_GAP
        self._shared = [
            card.title if card.question and not card.answer and not numbered else ""
            for card in self.cards
        ]
        self._languages = sorted({card.lang for card in self.cards} | {sheet.lang})
        self._rendered = []
        for card, stages in zip(self.cards, self._stages, strict=True):
            self._rendered.append(_card(card, stages))
            step()

    def measure(self, form: Form, at_stage: Mapping[int, int], left_out: str = "") -> Heights:
        """The height of each card at its stage in `at_stage`, and the columns for them."""
        stages_of = {at: range(stage, stage + 1) for at, stage in at_stage.items()}
        heights_of = self._heights(form, stages_of, left_out)
        headings = heights_of["topics"] if self._headed else [0.0] * len(heights_of["topics"])
        titled = [
            (topic, card) for topic, members in enumerate(heights_of["cards"]) for card in members
        ]
        cards = [
            fill.Measured(
                topic, headings[topic], tuple(card["stages"]), stages.urgent, title, card["saved"]
            )
            for (topic, card), stages, title in zip(titled, self._stages, self._shared, strict=True)
        ]
        size = form.size
        head = heights_of["head"] + _CLEARANCE * size
        room = fill.Columns(1, form.columns, head, *self._gaps(form))
        return Heights(cards, room)

    def grown(self, form: Form, opened: Heights, kept: Collection[int]) -> Heights:
        """`opened`, the heights of all cards as they open, with all stages of those in `kept`."""
        stages_of = {at: range(self.last[at] + 1) for at in sorted(kept)}
        found = (
            tuple(card["stages"])
            for members in self._heights(form, stages_of, "")["cards"]
            for card in members
        )
        cards = [
            replace(card, heights=next(found)) if at in kept else card
            for at, card in enumerate(opened.cards)
        ]
        return Heights(cards, opened.room)

    def _heights(self, form: Form, stages_of: Mapping[int, range], left_out: str) -> dict[str, Any]:
        extra = {at: {"first": r.start, "last": r.stop - 1} for at, r in stages_of.items()}
        data = self._data(form, extra, 0.0, left_out) | {"measured": True}
        return cast("dict[str, Any]", measured(_LAYOUT, data, self._languages))

    def typeset(
        self,
        form: Form,
        shown: Mapping[int, int],
        unused: float,
        left_out: str,
        *,
        torn: bool = False,
    ) -> Pdf:
        """The cards at the stages `shown`, as pages; `unused` points below the columns stay empty.

        `torn` cards may continue in the next column.
        """
        extra = {at: {"stage": stage, "breakable": torn} for at, stage in shown.items()}
        data = self._data(form, extra, max(0.0, unused), left_out)
        data |= {"measured": False, "legend": _legend(self._shown(shown))}
        return compiled(_LAYOUT, data, self._languages)

    def left_out(self, shown: Mapping[int, int], total: int) -> str:
        """A line, Markdown, on the part of `total` questions left out; empty if there is none."""
        gone = total - len(shown)
        cut = sum(at > stage for card, stage in shown.items() for at in self._stages[card].points)
        parts = [f"{gone:,} of {counted(total, 'question')}"] if gone else []
        parts += [counted(cut, "point")] if cut else []
        said = f"Left out: {' and '.join(parts)}. All of it: `{self._sheet.command}`"
        return said if parts else ""

    def _gaps(self, form: Form) -> tuple[float, float]:
        """The gaps between cards and between topics, in points."""
        gap = min(self._gap, _DENSE_GAP) if form.dense else self._gap
        return (gap + 2 * form.air) * form.size, (_TOPIC_GAP + 3 * form.air) * form.size

    def _shown(self, shown: Mapping[int, int]) -> Iterator[Point]:
        """The points on the page."""
        for card, stage in shown.items():
            for point, at in zip(self.cards[card].points, self._stages[card].points, strict=True):
                if at <= stage:
                    yield point

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
        """The template's data: the cards in `extra`, and the page around them."""
        sheet, at = self._sheet, 0
        topics: list[Json] = []
        for topic in sheet.topics:
            places = range(at, at + len(topic.cards))
            at = places.stop
            kept = [place for place in places if place in extra]
            titles = ["", *(self._shared[place] for place in kept)]
            cards = [
                {
                    **self._rendered[place],
                    **extra[place],
                    "number": place + 1,
                    "titled": not (self._shared[place] and self._shared[place] == before),
                }
                for place, before in zip(kept, titles, strict=False)
            ]
            if cards:
                names = {"name": undecorated(topic.name), "deck": undecorated(topic.deck)}
                topics.append({**names, "cards": cards})
        size = form.size
        between_cards, between_topics = self._gaps(form)
        return {
            "title": undecorated(sheet.title),
            "lang": sheet.lang,
            "made": [sheet.made.year, sheet.made.month, sheet.made.day],
            "paper": TYPST_PAPER[form.paper],
            "landscape": form.landscape,
            "columns": form.columns,
            "size": size,
            "margin": form.margin,
            "foot": FOOT,
            "gutter": GUTTER,
            "width": form.page[0],
            "column": form.column,
            "unused": unused,
            "air": form.air,
            "dense": form.dense,
            "card-gap": between_cards,
            "topic-gap": between_topics,
            "clearance": _CLEARANCE * size,
            "footer": sheet.footer,
            "legend": _legend(point for card in sheet.cards for point in card.points),
            "left-out": inline(left_out),
            "numbered": self._numbered,
            "headed": self._headed,
            "topics": topics,
        }


def _legend(points: Iterable[Point]) -> str:
    points = list(points)
    signs = ["▸ missed the last time"] if any(point.missed for point in points) else []
    signs += ["2 of 3: in two of three attempts"] if any(point.often for point in points) else []
    signs += ["grey: said the last time"] if any(point.known for point in points) else []
    signs += ["+ bonus"] if any(point.bonus for point in points) else []
    return " · ".join(sign.replace(" ", "\u00a0") for sign in signs)


def _card(card: Card, stages: fill.Stages) -> dict[str, Json]:
    return {
        "title": inline(undecorated(card.title)),
        "aside": undecorated(card.aside),
        "lang": card.lang,
        "question": blocks(card.question),
        "options": [inline(option.text) for option in card.options],
        "answer": blocks(card.answer),
        "points": [_point(point, at) for point, at in zip(card.points, stages.points, strict=True)],
        "formula": blocks(card.formula),
        "formula-at": stages.formula,
        "code": blocks(card.code),
        "code-at": stages.code,
        "notes": blocks(card.notes),
        "blanks": card.blanks,
    }


def _point(point: Point, at: int) -> dict[str, Json]:
    term, said = split_lead_in(point.text)
    return {
        "term": inline(term),
        "body": inline(said),
        "bonus": point.bonus,
        "standing": point.standing,
        "often": point.often,
        "right": point.right,
        "at": at,
    }
