"""A folder of notes with one question each, as people keep them in Obsidian: one deck."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.extraction.normalize import normalized
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.pipeline import Imported
from drill.importer.question_ids import QuestionIds
from drill.importer.section_tags import spellings
from drill.importer.signals.front_matter import front_tags, front_title
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.source.decoding import decode
from drill.importer.source.document import parse
from drill.model import Deck, Question, Source
from drill.text import slug, tag_of

_LEAST_NOTES = 3
_MOST_QUESTIONS = 2
"""The most questions of a note: one, and the same once more in another language."""
_ASKING = 0.4
_SHARE = 1 / 3
"""Of the titles of a folder of questions so many ask; the others are topics to explain."""

_ANSWER_HEADING = re.compile(
    r"\A#{1,6} (?:answer|antwort|respuesta|réponse|ответ|答案)\s*:?\s*\n+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Note:
    """One document of a folder: its path within it, its bytes, and what import makes of it alone.

    `alone` is None where it has no questions by itself.
    """

    path: PurePath
    data: bytes
    alone: Imported | None


def read_note(path: PurePath, data: bytes, read: Callable[[bytes, str], Imported]) -> Note:
    """The document at `path` with what `read` makes of it."""
    try:
        return Note(path, data, read(data, path.name))
    except DrillError:
        return Note(path, data, None)


def are_notes(notes: Sequence[Note]) -> bool:
    """Whether the documents of a folder are notes of one question each."""
    small = [
        each
        for each in notes
        if not each.alone or len(each.alone.deck.questions) <= _MOST_QUESTIONS
    ]
    if len(small) < max(_LEAST_NOTES, 2 / 3 * len(notes)):
        return False
    asking = sum(
        each.alone is not None or question_likelihood(_title(each)) >= _ASKING for each in small
    )
    return asking >= _SHARE * len(small)


def import_notes(
    notes: Sequence[Note], folder: str, *, title: str | None = None, tags: Sequence[str] = ()
) -> Imported:
    """The deck of a folder of notes, a question each: its title asks and its text answers.

    The folders within the folder, and tags of front matter, become tags.
    """
    questions: list[Question] = []
    ledger = LineLedger([])
    lines: list[str] = []
    digest = sha256()
    ids = QuestionIds()
    names: list[str] = []
    for note in notes:
        digest.update(note.data)
        found, read = _questions(note)
        names += (*note.path.parts[:-1], *read.deck.topics)
        own = [tag_of(part) for part in note.path.parts[:-1]]
        for each in found:
            every = (tag for tag in (*own, *each.tags) if tag)
            questions.append(
                replace(each, id=ids.of(each.text), tags=tuple(dict.fromkeys(every)), lines=None)
            )
        lines += read.lines
        ledger.roles += read.ledger.roles
        for form, count in read.ledger.forms.items():
            ledger.forms[form] = ledger.forms.get(form, 0) + count
    ledger.unanswered = sum(each.answer is None for each in questions)
    deck = Deck(
        slug(folder) or "notes",
        title or folder or "Notes",
        tuple(questions),
        tuple(dict.fromkeys(tags)),
        spellings(names),
        Source(folder[-200:] or "notes", digest.hexdigest()),
    )
    return Imported(deck, ledger, lines)


def _questions(note: Note) -> tuple[Sequence[Question], Imported]:
    """The questions of a note: what import finds in it alone, else its title with its text."""
    alone = note.alone
    if alone is not None and question_likelihood(_title(note)) < _ASKING:
        return alone.deck.questions, alone
    document = parse(decode(note.data, note.path.name))
    start = document.front
    heading = next((leaf for leaf in document.leaves if leaf.kind == "heading"), None)
    title = _title(note)
    ledger = LineLedger([None] * len(document.lines))
    for line in range(document.front):
        ledger.mark(line, Role.FRONT)
    if heading is not None and not any(
        line.strip() for line in document.lines[start : heading.start]
    ):
        start = heading.end
        for line in range(heading.start, heading.end):
            ledger.mark(line, Role.PROMPT)
    for line, text in enumerate(document.lines):
        ledger.mark(line, Role.ANSWER if text.strip() else Role.BLANK)
    answer = normalized("\n".join(document.lines[start:]), document.links)
    answer = _ANSWER_HEADING.sub("", answer)
    ledger.forms["notes of one question"] = 1
    named = tuple(front_tags(document.lines[: document.front]))
    question = Question(
        slug(title) or "note", title, answer or None, tags=tuple(map(tag_of, named))
    )
    deck = Deck("note", title, (question,), topics=spellings(named))
    return [question], Imported(deck, ledger, document.lines)


def _title(note: Note) -> str:
    """The title of a note: its first heading, that of its front matter, or its file's name."""
    document = parse(decode(note.data, note.path.name))
    for leaf in document.leaves:
        if leaf.kind == "heading":
            if leaf.level == 1:
                return " ".join(normalized(leaf.text, document.links).split())
            break
        if leaf.kind in {"paragraph", "fence", "table"}:
            break
    return front_title(document.lines[: document.front]) or note.path.stem
