"""Aiken, a plain-text format of multiple choice that learning platforms exchange.

A question of one or more lines, options `A.` or `A)`, and `ANSWER: B`; nothing else.
"""

import re
from collections.abc import Iterator

from drill.importer.formats.anki.fields import plain_field
from drill.importer.formats.cards import Card, Cards
from drill.model import Option

_OPTION = re.compile(r"([A-I])[.)]\s+(\S.*)")
_ANSWER = re.compile(r"ANSWER:\s*([A-I](?:\s*,\s*[A-I])*)\s*", re.IGNORECASE)
_LETTERS = "ABCDEFGHI"


def aiken_cards(text: str) -> Cards | None:
    """The questions of a text that is Aiken from the first line to the last; else None."""
    if "ANSWER:" not in text.upper():
        return None
    cards = tuple(_cards(text.split("\n")))
    is_whole = bool(cards) and None not in cards
    read = tuple(card for card in cards if card)
    return Cards("Aiken", read, tuple(text.split("\n"))) if is_whole else None


def _cards(lines: list[str]) -> Iterator[Card | None]:
    """The cards; None for a question that is not as it should be, and for text after the last."""
    asked: list[str] = []
    options: list[str] = []
    first = 0
    for number, line in enumerate(map(str.strip, lines), start=1):
        option, answer = _OPTION.fullmatch(line), _ANSWER.fullmatch(line)
        if not line:
            continue
        first = first or number
        if answer:
            right = set(re.findall(r"\w", answer[1].upper()))
            is_known = right <= set(_LETTERS[: len(options)])
            made = (
                Option(plain_field(text), letter in right)
                for letter, text in zip(_LETTERS, options, strict=False)
            )
            question = plain_field("\n".join(asked))
            is_card = is_known and asked and len(options) > 1
            yield Card(question, None, first, number, options=tuple(made)) if is_card else None
            asked, options, first = [], [], 0
        elif option and asked and option[1] == _LETTERS[len(options) % len(_LETTERS)]:
            options.append(option[2])
        elif options:
            yield None
        else:
            asked.append(line)
    if asked or options:
        yield None
