"""The texts of cards as a deck has them: without advertisements, and with options as such."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drill.importer.extraction.multiple_choice import deck_options, find_options
from drill.importer.formats import Card
from drill.importer.signals.labels import LabelKind, read_label

_MANY = 5
"""The fewest cards with a shared line that is an advertisement, not chance."""
_ADVERTISES = re.compile(r"\]\(|https?://|^\s*[-*_]{3,}\s*$")
_TITLE = re.compile(r"#{1,6} +(\S[^\n]*?)(?: +#+)?")
_BULLET = re.compile(r"[-*+] +(?!\d)(\S[^\n]*)")  # "- 2" is a number


def tidied(cards: Sequence[Card]) -> list[Card]:
    """The cards without an advertisement that all fronts begin with, or all backs end with.

    A front that is one heading, and a back that is one bullet, lose their marks.
    """
    fronts = _without_shared([card.question.split("\n") for card in cards])
    backs = _without_shared([(card.answer or "").split("\n")[::-1] for card in cards])
    return [
        replace(
            card,
            question=_unmarked(_TITLE, "\n".join(front)),
            answer=_unmarked(_BULLET, "\n".join(back[::-1])) or None,
        )
        for card, front, back in zip(cards, fronts, backs, strict=True)
    ]


def _unmarked(mark: re.Pattern[str], text: str) -> str:
    whole = mark.fullmatch(text.strip())
    return whole[1] if whole else text.strip()


def _without_shared(sides: Sequence[list[str]]) -> Sequence[list[str]]:
    """The sides without the first lines that all have, if these hold a link or a rule.

    Other lines that all share, such as "Translate:", are part of each question.
    """
    if len(sides) < _MANY:
        return sides
    first, last = min(sides), max(sides)
    differs = (n for n, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    shared = next(differs, 0)
    if not any(map(_ADVERTISES.search, first[:shared])):
        return sides
    return [side[shared:] for side in sides]


def with_options(card: Card) -> Card:
    """The card with the lettered options of its front as a choice, if its back names the right."""
    if card.options or not card.answer:
        return card
    lines = card.question.split("\n")
    block = find_options(lines)
    if block is None or not any(line.strip() for line in lines[: block.first]):
        return card
    label = read_label(card.answer)
    answer = (
        card.answer[label.end :].lstrip(" *_\n") if label.kind is LabelKind.ANSWER else card.answer
    )
    options = deck_options(block.answered(answer), {})
    if not any(option.correct for option in options):
        return card
    front = "\n".join((*lines[: block.first], *lines[block.end :])).strip()
    return replace(card, question=front, answer=answer or None, options=options)
