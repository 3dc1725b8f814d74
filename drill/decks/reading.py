"""Reading a deck: the valid questions of a file, and every problem with its position."""

from typing import TypedDict, cast

from drill.decks.deck_format import DECK
from drill.decks.options import has_good_options
from drill.decks.yaml_tree import Branch, FilePosition, Node, Report, Scalar, decode, line_of, parse
from drill.model import Deck, DeckReading, Question, Source


class _Values(TypedDict, total=False):
    """The values that `DECK` reads from a file; absent or refused values are missing."""

    id: str | None
    title: str | None
    tags: tuple[str, ...] | None
    topics: tuple[str, ...] | None
    source: Source | None
    lang: str | None
    questions: tuple[tuple[Node, Question], ...] | None
    extra: dict[str, object]


def read(data: bytes, path: str) -> DeckReading:
    """Read a deck file's bytes; `path` is only named in problems."""
    report = Report(path, [])
    text = decode(data, report)
    root = None if text is None else parse(text, report)
    deck, places = (None, {}) if root is None else _deck(root, report)
    if text is not None and root is None and not report.problems:
        report.error(FilePosition(), "empty", "the file is empty", "drill import DOC makes a deck")
    problems = sorted(report.problems, key=lambda problem: (problem.line, problem.column))
    return DeckReading(deck, tuple(problems), places)


def _deck(root: Node, report: Report) -> tuple[Deck | None, dict[str, int]]:
    if not isinstance(root, Branch) or not {"deck", "questions"} & {
        key.value for key in root.children[::2] if isinstance(key, Scalar)
    }:
        message = "not a deck: it has neither 'deck' nor 'questions'"
        report.error(root, "no-deck", message, "a deck begins with 'deck: its-id'")
        return None, {}
    values = cast(_Values, DECK.values(root, report))
    given = values.get("questions")
    if given == () and not report.errors:
        message = "the deck has no questions"
        report.error(root, "no-questions", message, "drill import DOC makes some")
    questions, places = _unique(given or (), report)
    id_ = values.get("id")
    if id_ is None or not questions:
        return None, {}
    deck = Deck(
        id=id_,
        title=values.get("title") or id_,
        questions=tuple(questions),
        tags=values.get("tags") or (),
        topics=values.get("topics") or (),
        source=values.get("source"),
        lang=values.get("lang"),
        extra=values.get("extra", {}),
    )
    return deck, places


def _unique(
    located: tuple[tuple[Node, Question], ...], report: Report
) -> tuple[list[Question], dict[str, int]]:
    """The questions and their lines; of duplicate ids, the first."""
    questions: list[Question] = []
    places: dict[str, int] = {}
    for node, question in located:
        if question.id in places:
            line = places[question.id]
            message = f"duplicate question {question.id!r} (first used on line {line})"
            report.error(node, "duplicate-id", message, "give one of them another id")
        elif has_good_options(node, question, report):
            places[question.id] = line_of(node)
            questions.append(question)
    return questions, places
