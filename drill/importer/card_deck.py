"""Cards, as CSV files and Anki packages hold them, as the questions of a deck."""

import re
from collections import Counter
from collections.abc import Sequence

from drill.errors import DrillError
from drill.importer.formats import Card, Cards
from drill.importer.line_ledger import LineLedger, Role
from drill.model import Difficulty, Question
from drill.text import SLUG, slug

_QUESTIONS_LIMIT = 20_000
_TEXT_LIMIT = 40_000
"""What a deck may hold, as its format has it: said here before a file of that size is written."""
_ID_LIMIT = 60


def check_size(source: Cards, name: str) -> None:
    """Raise DrillError where there are more cards, or longer ones, than a deck may have."""
    if len(source.cards) > _QUESTIONS_LIMIT:
        raise DrillError(
            f"{name}: {len(source.cards):,} questions; {_QUESTIONS_LIMIT:,} is the limit of a deck",
            "split the document",
        )
    for card in source.cards:
        longest = max(len(card.question), len(card.answer or ""))
        if longest > _TEXT_LIMIT:
            raise DrillError(
                f"{name}:{card.first}: a text of {longest:,} characters; {_TEXT_LIMIT:,} is the"
                " limit",
                "shorten it, or leave it out",
            )


def questions_of(cards: Sequence[Card]) -> list[Question]:
    """The cards as questions; an id that the source gives stays, others are made of the title."""
    given = Counter(card.id for card in cards if SLUG.fullmatch(card.id))
    taken = set(given)
    counts: Counter[str] = Counter()
    questions = []
    for number, card in enumerate(cards, start=1):
        name = card.id if given[card.id] == 1 else ""
        if not name:
            plain = re.sub(r"!?\[([^\]]*)\]\([^()]*\)|[*`$]", r" \1 ", card.question.split("\n", 1)[0])
            base = slug(plain, _ID_LIMIT) or f"question-{number}"
            name = base
            while name in taken:
                counts[base] += 1
                name = f"{base}-{counts[base] + 1}"
            taken.add(name)
        difficulty = Difficulty(card.difficulty) if card.difficulty in list(Difficulty) else None
        tags = (slug(tag, 40) for tag in card.tags)
        questions.append(
            Question(
                name,
                card.question,
                card.answer,
                key_points=card.points,
                options=card.options,
                tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
                difficulty=difficulty,
                lines=(card.first, card.last),
            )
        )
    return questions


def ledger_of(source: Cards) -> LineLedger:
    """The ledger of the records: lines with a question are kept, the others stand between."""
    ledger = LineLedger([None] * len(source.lines))
    for card in source.cards:
        ledger.mark(card.first - 1, Role.PROMPT)
        for line in range(card.first, card.last):
            ledger.mark(line, Role.ANSWER)
    for line, text in enumerate(source.lines):
        is_header = line < source.cards[0].first - 1
        ledger.mark(line, Role.BLANK if not text.strip() else
                    Role.HEADING if is_header else Role.BETWEEN)  # fmt: skip
    ledger.forms[source.form] = len(source.cards)
    ledger.unanswered = sum(
        card.answer is None and not any(option.correct for option in card.options)
        for card in source.cards
    )
    return ledger
