"""Turns cards (from CSV files or Anki packages) into the questions of a deck."""

from collections import Counter
from collections.abc import Sequence

from drill.errors import DrillError
from drill.importer.card_texts import tidied, with_options
from drill.importer.extraction.normalize import normalized
from drill.importer.formats import Card, Cards
from drill.importer.limits import check_questions
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.question_ids import QuestionIds
from drill.model import TEXT_LIMIT, Difficulty, Question
from drill.text import SLUG, tag_of


def check_size(source: Cards, name: str) -> None:
    """Raise DrillError if there are no cards, too many, or too long ones for a deck."""
    if not source.cards:
        raise DrillError(f"{name}: no questions found", "no row has a question in it")
    check_questions(len(source.cards), name)
    for card in source.cards:
        longest = max(len(card.question), len(card.answer or ""))
        if longest > TEXT_LIMIT:
            raise DrillError(
                f"{name}:{card.first}: a text of {longest:,} characters; {TEXT_LIMIT:,} is the"
                " limit",
                "shorten it, or leave it out",
            )


def questions_of(cards: Sequence[Card]) -> list[Question]:
    """The cards as questions; ids come from the source, else from the title."""
    given = Counter(card.id for card in cards if SLUG.fullmatch(card.id))
    ids = QuestionIds(given)
    questions = []
    if not any(card.exact for card in cards):
        cards = [with_options(card) for card in tidied(cards)]
    for card in cards:
        name = card.id if given[card.id] == 1 else ids.of(card.question)
        difficulty = Difficulty(card.difficulty) if card.difficulty in list(Difficulty) else None
        tags = (tag_of(tag) for tag in card.tags)
        questions.append(
            Question(
                name,
                card.question if card.exact else _regular(card.question),
                _regular(card.answer) if card.answer and not card.exact else card.answer,
                key_points=card.points,
                options=card.options,
                shuffle=card.shuffle,
                tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
                difficulty=difficulty,
                hint=_regular(card.hint) or None,
                lines=(card.first, card.last),
            )
        )
    return questions


def _regular(text: str) -> str:
    """A cell with HTML and math normalised, as in documents."""
    return normalized(text, {}) if "<" in text or "\\" in text else text


def ledger_of(source: Cards) -> LineLedger:
    """The ledger of the records: lines of questions are kept, all others left out."""
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
