"""Turns the bytes of a document into a deck and the ledger of its lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.card_deck import check_size, ledger_of, questions_of
from drill.importer.choice.chooser import Chooser, ReadingSummary
from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.extract import Extracted, Extractor
from drill.importer.extraction.normalize import targets
from drill.importer.formats import Cards, read_source
from drill.importer.limits import (
    LINES_OF_TEXT_LIMIT,
    check_length,
    check_lines,
    check_questions,
)
from drill.importer.line_ledger import LineLedger, Words, count_runs
from drill.importer.question_ids import MARKS, QuestionIds
from drill.importer.roles import settle
from drill.importer.section_tags import section_names, spellings
from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.front_matter import front_difficulty, front_tags, front_title
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.title_topics import lists_questions, names_answers
from drill.importer.signals.toc import is_contents
from drill.importer.source.document import parse
from drill.importer.source.embedded_pictures import without_pictures
from drill.model import Deck, Difficulty, Question, Source
from drill.text import printable_line, slug, tag_of

TITLE_LIMIT = 200
"""The most characters of a deck's title; the deck format has the same limit."""

_DEVICES = {"con", "prn", "aux", "nul"}  # reserved file names on Windows
_UNTELLING = {
    "readme",
    "index",
    "questions",
    "main",
    "doc",
    "document",
    "notes",
    "faq",
    "stdin",
    *_DEVICES,
}


_POINTS_BACK = 30
"""The most characters of a question that omits its topic: "How does it work inside?"."""
_TOPIC_QUESTIONS = 20
"""The most questions of the topic that it omits; a heading with more collects them."""
_LABEL = 40
"""The most characters from a label to the mark after it."""
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")


@dataclass(frozen=True, slots=True)
class Imported:
    """The deck of a document, and the document's lines with the role of each."""

    deck: Deck
    ledger: LineLedger
    lines: Sequence[str]


class NoQuestions(DrillError):  # noqa: N818 (a refusal, as the others)
    """No reading of the document is certain enough; `readings` are the best."""

    def __init__(self, name: str, readings: tuple[ReadingSummary, ...]) -> None:
        hint = (
            "--form takes one of the readings below"
            if readings
            else "none of its headings, lists or labels read like questions"
        )
        super().__init__(f"{name}: no questions found", hint)
        self.readings = readings


def import_document(
    data: bytes,
    name: str,
    *,
    title: str | None = None,
    tags: Sequence[str] = (),
    encoding: str | None = None,
    form: str | None = None,
    exists: Callable[[str], bool] = lambda target: True,  # noqa: ARG005
) -> Imported:
    """The deck of the document `data`; `name` is its file's name.

    `title` and `tags` are the deck's. `form` chooses a reading by the name that the ledger and a
    refusal show. `exists` tells whether a file relative to the document exists. Raises DrillError
    if the document cannot be read or has no such `form`, and NoQuestions if it is not a document of
    questions.
    """
    name = printable_line(name)
    source = read_source(data, name, encoding)
    if isinstance(source, Cards):
        check_size(source, name)
        topics = spellings(tag for card in source.cards for tag in card.tags)
        questions = questions_of(source.cards)
        deck = _deck(data, name, title or source.title, questions, tags=tags, topics=topics)
        deck = replace(deck, id=source.deck or deck.id)
        ledger = ledger_of(source)
        _note_missing(deck, ledger, exists)
        return Imported(deck, ledger, source.lines)
    return import_text(source, data, name, title=title, tags=tags, form=form, exists=exists)


def import_text(
    text: str,
    data: bytes,
    name: str,
    *,
    title: str | None = None,
    tags: Sequence[str] = (),
    form: str | None = None,
    exists: Callable[[str], bool] = lambda target: True,  # noqa: ARG005
) -> Imported:
    """Like `import_document`, for a document with the Markdown `text`, made of the bytes `data`."""
    text, pictures = without_pictures(text)
    check_lines(text, name)
    document = parse(text, name)
    outline = Outline(document, name)
    chooser = Chooser(outline)
    ranges = chooser.questions(form)
    if not ranges:
        if form is not None:
            raise DrillError(
                f"{name}: no form is named {form!r}",
                f"forms: {', '.join(chooser.forms()) or 'none'}",
                2,
            )
        raise NoQuestions(name, chooser.readings())
    check_questions(len(ranges), name)
    for question_range in ranges:
        first = question_range.start.line
        length = sum(len(line.strip()) for line in document.lines[first : question_range.end])
        check_length(length, first + 1, name, LINES_OF_TEXT_LIMIT)
    ledger = LineLedger([None] * len(document.lines))
    extracted = Extractor(outline, ledger).extract_all(ranges)
    front = document.lines[: document.front]
    difficulty = front_difficulty(front)
    sections = section_names(outline, ranges)
    questions = _questions(extracted, sections, difficulty)
    settle(outline, ledger, ranges)
    for question_range in ranges:
        form_of_range = question_range.form
        ledger.forms[form_of_range] = ledger.forms.get(form_of_range, 0) + 1
    ledger.unanswered = sum(
        question.answer is None and not any(option.correct for option in question.options)
        for question in questions
    )
    ledger.words = [_words(outline, ledger, question) for question in questions if question.lines]
    named = (*front_tags(front), *document.tags)
    own = [tag for tag in map(tag_of, named) if tag]
    heading = _document_title(outline, ranges)
    topics = spellings(chain(*sections, *(question.tags for question in extracted), named))
    deck = _deck(data, name, title or heading, questions, tags=(*tags, *own), topics=topics)
    ledger.missing += [(line, "an embedded picture") for line in pictures]
    _note_missing(deck, ledger, exists)
    return Imported(deck, ledger, document.original)


def _deck(
    data: bytes,
    name: str,
    title: str,
    questions: Sequence[Question],
    *,
    tags: Sequence[str],
    topics: tuple[str, ...],
) -> Deck:
    """The deck of a document; its id comes from the file name, unless that is meaningless."""
    from hashlib import sha256

    stem = PurePath(name).stem
    title = title or stem
    untelling = slug(stem) in _UNTELLING or not slug(stem)
    key = (slug(title) if untelling else slug(stem)) or "deck"
    return Deck(
        f"{key}-deck" if key in _DEVICES else key,
        title[:TITLE_LIMIT],
        tuple(questions),
        tuple(dict.fromkeys(tags)),
        topics,
        Source(PurePath(name).name[-TITLE_LIMIT:], sha256(data).hexdigest()),
    )


def _note_missing(deck: Deck, ledger: LineLedger, exists: Callable[[str], bool]) -> None:
    known: dict[str, bool] = {}
    for question in deck.questions:
        for target in targets(f"{question.text}\n{question.answer or ''}"):
            if target not in known:
                known[target] = exists(target)
                if not known[target]:
                    ledger.missing.append((question.lines[0] if question.lines else 0, target))


def _questions(
    extracted: Sequence[Extracted], sections: Sequence[tuple[str, ...]], difficulty: str
) -> list[Question]:
    ids = QuestionIds()
    questions = []
    topics: dict[str, list[str]] = defaultdict(list)
    sizes = Counter(names[-1] for names in sections if names)
    for question, names in zip(extracted, sections, strict=True):
        topics[question.text].append(names[-1].rstrip(" :：") if names else "")
    for question, names in zip(extracted, sections, strict=True):
        text = question.text
        under = topics[text]
        # "What is it?" under several headings refers to the heading, unless to "Questions 1-5".
        is_short = len(text) <= _POINTS_BACK and question_likelihood(text) >= ASKS
        if (
            is_short
            and 1 < len(under) == len({*under, ""}) - 1
            and not any(map(lists_questions, under))
            and sizes[names[-1]] <= _TOPIC_QUESTIONS
        ):
            text = f"{names[-1].rstrip(' :：')}: {text}"
        own = map(tag_of, (*names, *question.tags))
        level = question.difficulty or difficulty
        questions.append(
            Question(
                ids.of(text),
                text,
                question.answer,
                lines=(question.first, question.last),
                tags=tuple(dict.fromkeys(tag for tag in own if tag)),
                options=question.options,
                shuffle=question.shuffle,
                difficulty=Difficulty(level) if level else None,
                hint=question.hint or None,
            )
        )
    return questions


def _words(outline: Outline, ledger: LineLedger, question: Question) -> Words:
    """The words on the lines of a question, without labels and tags, and the words it kept."""
    first, last = question.lines or (1, 0)
    lines = [outline.document.lines[n] for n in range(first - 1, last) if ledger.is_text(n)]
    kept = []
    for line in lines:
        head = line[:_LABEL]
        text = line[outline.labels.read(line).end :] if ":" in head or "：" in head else line
        kept.append(_TAG.sub(" ", text) if "<" in text else text)
    said = [
        question.text,
        question.answer or "",
        question.hint or "",
        *(option.text for option in question.options),
    ]
    return Words(first, last, count_runs("\n".join(kept)), count_runs("\n".join(said)))


def _document_title(outline: Outline, questions: Sequence[QuestionRange]) -> str:
    """The title in the front matter, else the first heading if it precedes the questions.

    A heading that only says "Contents" or "Answers" is no title.
    """
    title = front_title(outline.document.lines[: outline.document.front])
    if title:
        return title
    first = next(
        (
            candidate
            for candidate in outline.all_candidates
            if candidate.kind is CandidateKind.HEADING
        ),
        None,
    )
    if first is None or first.line >= questions[0].start.line:
        return ""
    title = " ".join(MARKS.sub("", first.title).split())
    return "" if is_contents(title) or names_answers(title) else title
