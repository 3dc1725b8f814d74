"""Fills N pages with cards, which grow in stages until the columns are full.

The heights are measured once; the rest is arithmetic. Cards keep their order in columns of equal
height, and are never split, so the number of columns is exact and every result fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from drill.exporters.cheatsheet.content import Card

_TRIES = 2_000  # steps to try for the remaining space, after the first that did not fit


@dataclass(frozen=True, slots=True)
class Stages:
    """The stage, from 0, at which each part of a card appears; `last` shows all of it.

    The first `urgent` stages show what was missed.
    """

    points: tuple[int, ...]
    formula: int
    code: int
    last: int
    urgent: int = 0


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of N pages, heights in points; the first `short` ones are shorter by `head`."""

    count: int
    short: int
    head: float
    card_gap: float
    topic_gap: float


@dataclass(frozen=True, slots=True)
class Measured:
    """A card's heights by stage; `topic` is the index of its topic, `heading` the heading's height.

    `urgent` is as in `Stages`. A card below another with the same `title` does not repeat it, and
    is lower by `saved`. All heights are in points.
    """

    topic: int
    heading: float
    heights: tuple[float, ...]
    urgent: int = 0
    title: str = ""
    saved: float = 0.0


def stages(card: Card) -> Stages:
    """The stages of a card: its title with the first missed or first point, then the rest.

    A multiple choice begins with the right options and the first reason. Missed core points come
    before others, core points before the formula and the code, and those before bonus points.
    """
    missed = [at for at, point in enumerate(card.points) if point.missed and not point.bonus]
    shown = {at: stage for stage, at in enumerate(missed)}
    if not missed:
        right = sum(point.right for point in card.points)
        shown = dict.fromkeys(range(min(right + 1, len(card.points))), 0)
    stage = max(0, len(missed) - 1)
    for at, point in enumerate(card.points):
        if at not in shown and not point.bonus:
            shown[at] = stage = stage + 1
    formula = stage = stage + bool(card.formula and (shown or stage))
    code = stage = stage + bool(card.code and (shown or card.formula))
    for at in range(len(card.points)):
        if at not in shown:
            shown[at] = stage = stage + 1
    points = tuple(shown[at] for at in range(len(card.points)))
    return Stages(points, formula, code, stage, len(missed))


def chosen(
    cards: Sequence[Measured], ranked: Sequence[int], room: Columns, height: float
) -> dict[int, int]:
    """The stage of each card that fits, by its index, in columns of the given height.

    Missed points come first; among them, as among the rest, every card gets its first stage before
    any gets its second. `ranked` are the indexes of the cards, best first. A step that does not fit
    is skipped.
    """
    longest = max((len(card.heights) for card in cards), default=0)
    steps = [
        (at, stage) for stage in range(longest) for at in ranked if stage < len(cards[at].heights)
    ]
    steps.sort(key=lambda step: step[1] >= cards[step[0]].urgent)
    # More steps never take fewer columns, unless a heading moves to another card. The search keeps
    # only results that it has seen fit.
    low, high, shown = 0, len(steps), dict[int, int]()
    while low < high:
        middle = (low + high + 1) // 2
        tried = dict(steps[:middle])
        if fits(cards, tried, room, height):
            low, shown = middle, tried
        else:
            high = middle - 1
    for at, stage in steps[low : low + _TRIES]:
        if shown.get(at, -1) == stage - 1:
            tried = {**shown, at: stage}
            if fits(cards, tried, room, height):
                shown = tried
    return shown


def fits(cards: Sequence[Measured], shown: dict[int, int], room: Columns, height: float) -> bool:
    """Whether the cards, each at its stage, fit into the columns."""
    return ends(cards, shown, room, height) is not None


def ends(
    cards: Sequence[Measured], shown: dict[int, int], room: Columns, height: float
) -> list[float] | None:
    """The end of the last card in each column, in points; None if the cards do not fit."""
    column, used, topic, title = 0, 0.0, -1, ""
    bottoms = [0.0] * room.count
    above = room.head if room.short else 0.0
    for at in sorted(shown):
        card = cards[at]
        size = card.heights[shown[at]]
        gap = room.card_gap
        if card.topic != topic:
            size, gap, topic = size + card.heading, room.topic_gap, card.topic
        elif card.title == title:
            size -= card.saved
        title = card.title
        if used and above + used + gap + size <= height:
            used += gap + size
            bottoms[column] = above + used
            continue
        if used:
            column, used = column + 1, 0.0
            above = room.head if column < room.short else 0.0
        while above + size > height:  # no column of the first page is high enough
            column += 1
            if size > height or column >= room.count:
                return None
            above = room.head if column < room.short else 0.0
        if column >= room.count:
            return None
        used = size
        bottoms[column] = above + used
    return bottoms


def balanced(
    cards: Sequence[Measured], shown: dict[int, int], room: Columns, height: float
) -> float:
    """The smallest column height, up to `height`, that holds the cards: the columns end alike."""
    low, high = 0.0, height
    while high - low > 0.5:
        middle = (low + high) / 2
        if fits(cards, shown, room, middle):
            high = middle
        else:
            low = middle
    return high
