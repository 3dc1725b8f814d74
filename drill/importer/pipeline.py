"""From the bytes of a document to a deck and the ledger of its lines."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.card_deck import check_size, ledger_of, questions_of
from drill.importer.choice.answer_ranges import QuestionRange
from drill.importer.choice.scoring import judge
from drill.importer.extraction.extract import Extracted, Extractor
from drill.importer.extraction.normalize import targets
from drill.importer.formats import Cards, read_source
from drill.importer.front_matter import front_tags, front_title
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.question_ids import MARKS, QuestionIds
from drill.importer.signals.outline import Outline
from drill.importer.source.document import parse
from drill.importer.source.html_blocks import TERM
from drill.importer.source.lines import is_wrapper
from drill.model import Deck, Question, Source
from drill.text import printable_line, slug

TITLE_LIMIT = 200
"""The most characters of a deck's title, as the deck format has it."""

_DEVICES = {"con", "prn", "aux", "nul"}  # no file may have such a name on Windows
_UNTELLING = {
    "readme",
    "index",
    "questions",
    "main",
    "doc",
    "document",
    "notes",
    "faq",
    *_DEVICES,
}


@dataclass(frozen=True, slots=True)
class Imported:
    """The deck that was made of a document, its lines, and what became of each of them."""

    deck: Deck
    ledger: LineLedger
    lines: Sequence[str]


def import_document(
    data: bytes,
    name: str,
    *,
    title: str | None = None,
    tags: Sequence[str] = (),
    encoding: str | None = None,
    exists: Callable[[str], bool] = lambda target: True,  # noqa: ARG005
) -> Imported:
    """The deck of the document `data`; `name` is its file's name.

    `title` and `tags` are the deck's, `exists` tells whether a target relative to the document is
    there. Raises DrillError if the bytes are no text, or the text holds no questions.
    """
    name = printable_line(name)
    source = read_source(data, name, encoding)
    if isinstance(source, Cards):
        check_size(source, name)
        deck = _deck(data, name, title or source.title, questions_of(source.cards), tags)
        deck = replace(deck, id=source.deck or deck.id)
        ledger = ledger_of(source)
        _note_missing(deck, ledger, exists)
        return Imported(deck, ledger, source.lines)
    document = parse(source)
    outline = Outline(document, name)
    found = judge(outline)
    if not found:
        raise DrillError(
            f"{name}: no questions found",
            "nothing in it is numbered, labelled or marked alike as questions are",
        )
    ledger = LineLedger([None] * len(document.lines))
    filled = Extractor(outline, ledger).extract_all(found)
    heading = _document_title(outline, found)
    questions = _questions(filled, _sections(outline, found))
    _settle(outline, ledger, found)
    for each in found:
        ledger.forms[each.form] = ledger.forms.get(each.form, 0) + 1
    ledger.unanswered = sum(question.answer is None for question in questions)
    topics = (slug(tag, 40) for tag in front_tags(document.lines[: document.front]))
    own = [tag for tag in topics if tag]
    deck = _deck(data, name, title or heading, questions, (*tags, *own))
    _note_missing(deck, ledger, exists)
    return Imported(deck, ledger, document.lines)


def _deck(
    data: bytes, name: str, title: str, questions: Sequence[Question], tags: Sequence[str]
) -> Deck:
    """The deck of a document; its id is of the file's name, where that tells what is in it."""
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


def _questions(filled: Sequence[Extracted], sections: Sequence[tuple[str, ...]]) -> list[Question]:
    ids = QuestionIds()
    questions = []
    for each, tags in zip(filled, sections, strict=True):
        own = (slug(tag, 40) for tag in each.tags)
        questions.append(
            Question(
                ids.of(each.text),
                each.text,
                each.answer,
                lines=(each.first, each.last),
                tags=tuple(dict.fromkeys(tag for tag in (*tags, *own) if tag)),
            )
        )
    return questions


def _document_title(outline: Outline, found: Sequence[QuestionRange]) -> str:
    """The title in the front matter, else the first heading, if it is before the questions."""
    if title := front_title(outline.document.lines[: outline.document.front]):
        return title
    first = next(
        (candidate for candidate in outline.all_candidates if candidate.place == "heading"), None
    )
    if first is None or first.line >= found[0].start.line:
        return ""
    return " ".join(MARKS.sub("", first.title).split())


def _sections(outline: Outline, found: Sequence[QuestionRange]) -> list[tuple[str, ...]]:
    """The tags of each question: the headings that it stands under, but the document's title."""
    starts = [each.start.line for each in found]
    headings = [candidate for candidate in outline.all_candidates if candidate.place == "heading"]
    outside = []
    for candidate in headings:
        place = bisect_right(starts, candidate.line) - 1
        free = place < 0 or candidate.line >= found[place].end
        if free and candidate.line not in outline.barred and candidate.leaf not in outline.back:
            outside.append(candidate)
    if outside and outside[0] is headings[0]:
        level = outside[0].level
        if sum(candidate.level <= level for candidate in outside) == 1:
            outside = outside[1:]
    result = []
    place = 0
    stack: list[tuple[int, str]] = []
    for line, each in zip(starts, found, strict=True):
        while place < len(outside) and outside[place].line < line:
            candidate = outside[place]
            while stack and stack[-1][0] >= candidate.level:
                stack.pop()
            stack.append((candidate.level, slug(MARKS.sub(" ", candidate.title), 40)))
            place += 1
        level = each.start.candidate.level or TERM
        result.append(tuple(tag for above, tag in stack if tag and above < level))
    return result


def _settle(outline: Outline, ledger: LineLedger, found: Sequence[QuestionRange]) -> None:
    """Give a role to the lines that belong to no question."""
    document = outline.document
    headings = {
        line
        for candidate in outline.all_candidates
        if candidate.place == "heading"
        for line in range(candidate.line, candidate.end)
    }
    first, last = found[0].start.line, max(each.end for each in found)
    for line, role in enumerate(ledger.roles):
        if role is not None:
            continue
        if line < document.front:
            ledger.roles[line] = Role.FRONT
        elif not document.lines[line].strip():
            ledger.roles[line] = Role.BLANK
        elif line in outline.toc.lines:
            ledger.roles[line] = Role.CONTENTS
        elif line in outline.noise:
            ledger.roles[line] = Role.BACK
        elif line in headings:
            ledger.roles[line] = Role.HEADING
        elif line in outline.rules:
            ledger.roles[line] = Role.RULE
        elif line in outline.definitions:
            ledger.roles[line] = Role.TARGET
        elif is_wrapper(document.lines[line]):
            ledger.roles[line] = Role.WRAPPER
        elif line < first:
            ledger.roles[line] = Role.BEFORE
        else:
            ledger.roles[line] = Role.BETWEEN if line < last else Role.AFTER
