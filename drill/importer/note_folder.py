"""Turns a folder of one-question notes, as kept in Obsidian, into one deck."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.extraction.normalize import normalized
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.pipeline import Imported, import_text
from drill.importer.question_ids import QuestionIds
from drill.importer.section_tags import spellings
from drill.importer.signals.front_matter import front_question, front_tags, front_title
from drill.importer.signals.question_likelihood import SURE, question_likelihood
from drill.importer.source.decoding import decode
from drill.importer.source.document import Document, parse
from drill.importer.source.leaves import LeafKind
from drill.model import Deck, Question, Source
from drill.text import slug, tag_of

_LEAST_NOTES = 3
_MOST_QUESTIONS = 2
"""The most questions of a note: one, and the same one in another language."""
_ASKING = 0.4
_SHARE = 1 / 3
"""The least share of titles that are questions; the others are topics to explain."""
_SHARED = 2 / 3
"""The share of notes that must have the same heading below the question: it means "Answer"."""
_LINKS = re.compile(
    r"\s*(?:[-*+]\s|\d+[.)]\s)?(?:\W{0,4}!?\[\[?[^\[\]]+\](?:\]|\([^()\s]*\)))+\W{0,4}"
)
"""A line of nothing but links, of Obsidian's or of Markdown's kind."""
_LEAST_LINKS, _MOSTLY_LINKS = 2, 0.6
_NUMBERED = re.compile(r"[\w\s-]{0,40}?[\s_-]*\d+\W*")
"""Titles that only number the notes."""


@dataclass(frozen=True, slots=True)
class Note:
    """One document of a folder: its path there, its bytes, and the result of importing it alone.

    `alone` is None if it has no questions by itself.
    """

    path: PurePath
    data: bytes
    alone: Imported | None


def read_note(path: PurePath, data: bytes, read: Callable[[bytes, str], Imported]) -> Note | None:
    """The document at `path`, with the result of `read`; None if it is no text."""
    try:
        return Note(path, data, read(data, path.name))
    except DrillError:
        pass
    try:
        decode(data, path.name)
    except DrillError:
        return None
    return Note(path, data, None)


def are_notes(notes: Sequence[Note]) -> bool:
    """Whether the documents of a folder are notes of one question each."""
    small = [
        note
        for note in notes
        if not note.alone or len(note.alone.deck.questions) <= _MOST_QUESTIONS
    ]
    if len(small) < max(_LEAST_NOTES, 2 / 3 * len(notes)):
        return False
    asking = sum(note.alone is not None or _asks(note) for note in small)
    return asking >= _SHARE * len(small)


def _asks(note: Note) -> bool:
    """Whether a note's title, or the text right below it, is a question."""
    document = parse(decode(note.data, note.path.name))
    says_so = bool(front_question(document.lines[: document.front]))
    return says_so or question_likelihood(_title(note)) >= _ASKING or _parts(document).asks


def _lists_notes(note: Note) -> bool:
    """Whether a note is mostly a list of links, to the other notes as a rule."""
    document = parse(decode(note.data, note.path.name))
    lines = [line for line in document.lines[_parts(document).start :] if line.strip()]
    links = sum(bool(_LINKS.fullmatch(line)) for line in lines)
    return links >= _LEAST_LINKS and links >= _MOSTLY_LINKS * len(lines)


def import_notes(
    notes: Sequence[Note], folder: str, *, title: str | None = None, tags: Sequence[str] = ()
) -> Imported:
    """The deck of a folder of notes: each title is a question, and the text its answer.

    Subfolders and tags in front matter become tags.
    """
    questions: list[Question] = []
    ledger = LineLedger([])
    lines: list[str] = []
    digest = sha256()
    ids = QuestionIds()
    names: list[str] = []
    headings = Counter(_parts(parse(decode(note.data, note.path.name))).heading for note in notes)
    shared, count = headings.most_common(1)[0]
    shared = shared if count >= _SHARED * len(notes) else ""
    for note in notes:
        digest.update(note.data)
        if _lists_notes(note):
            continue
        questions_of_note, read = _questions(note, shared)
        names += (*note.path.parts[:-1], *read.deck.topics)
        own = [tag_of(part) for part in note.path.parts[:-1]]
        for question in questions_of_note:
            every = (tag for tag in (*own, *question.tags) if tag)
            questions.append(
                replace(
                    question, id=ids.of(question.text), tags=tuple(dict.fromkeys(every)), lines=None
                )
            )
        lines += read.lines
        ledger.roles += read.ledger.roles
        for form, count in read.ledger.forms.items():
            ledger.forms[form] = ledger.forms.get(form, 0) + count
    ledger.unanswered = sum(question.answer is None for question in questions)
    deck = Deck(
        slug(folder) or "notes",
        title or folder or "Notes",
        tuple(questions),
        tuple(dict.fromkeys(tags)),
        spellings(names),
        Source(folder[-200:] or "notes", digest.hexdigest()),
    )
    return Imported(deck, ledger, lines)


def _questions(note: Note, shared: str) -> tuple[Sequence[Question], Imported]:
    """The questions of a note: those that import finds in it, else its title with its text.

    Text above a heading that all notes share, or text that asks, belongs to the question.
    """
    alone = note.alone
    if alone is not None and question_likelihood(_title(note)) < _ASKING:
        return alone.deck.questions, alone
    document = parse(decode(note.data, note.path.name))
    title, parts = _title(note), _parts(document)
    named = tuple(front_tags(document.lines[: document.front]))
    asked, answer = "", "\n".join(document.lines[parts.start :])
    split = question_likelihood(title) < _ASKING and parts.asks
    split = split or (bool(shared) and parts.heading == shared)
    if split:
        asked = "\n".join(document.lines[parts.start : parts.end])
        answer = "\n".join(document.lines[parts.after :])
    if asked and _NUMBERED.fullmatch(title):
        title, asked = _asking_first(asked)
    text = f"# Question: {title}\n\n{asked}\n\n# Answer:\n\n{answer}"
    imported = import_text(text, note.data, note.path.name, form="labelled headings")
    ledger = LineLedger([None] * len(document.lines))
    for line in range(document.front):
        ledger.mark(line, Role.FRONT)
    for line, said in enumerate(document.lines):
        prompt = document.front <= line < (parts.after if split else parts.start)
        role = Role.PROMPT if prompt else Role.ANSWER
        ledger.mark(line, role if said.strip() else Role.BLANK)
    ledger.forms["notes of one question"] = 1
    tags = tuple(map(tag_of, named))
    questions = [replace(question, tags=tags) for question in imported.deck.questions]
    deck = Deck("note", title, tuple(questions), topics=spellings(named))
    return questions, Imported(deck, ledger, document.lines)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a note below its title: the text, the next heading, the text below that.

    `asks` means that the text above the heading is a question; `heading` may be empty.
    """

    start: int
    end: int
    after: int
    heading: str
    asks: bool


def _parts(document: Document) -> _Parts:
    headings = [leaf for leaf in document.leaves if leaf.kind is LeafKind.HEADING]
    start = document.front
    if headings and not any(line.strip() for line in document.lines[start : headings[0].start]):
        start = headings.pop(0).end
    end, after, heading = len(document.lines), len(document.lines), ""
    if headings:
        end, after, heading = headings[0].start, headings[0].end, slug(headings[0].text)
    asks = any(
        leaf.kind is LeafKind.PARAGRAPH and question_likelihood(leaf.text) >= SURE
        for leaf in document.between(start, end)
    )
    return _Parts(start, end, after, heading, asks)


def _asking_first(asked: str) -> tuple[str, str]:
    """The text with its last question moved to the front as a title."""
    blocks = [block.strip() for block in asked.split("\n\n") if block.strip()]
    asking = [block for block in blocks if question_likelihood(block) >= SURE]
    title = (asking or blocks)[-1]
    return " ".join(title.split()), "\n\n".join(block for block in blocks if block != title)


def _title(note: Note) -> str:
    """The title of a note: its `question` field, first heading, front matter title or file name."""
    document = parse(decode(note.data, note.path.name))
    if question := front_question(document.lines[: document.front]):
        return question
    for leaf in document.leaves:
        if leaf.kind == "heading":
            if leaf.level == 1:
                return " ".join(normalized(leaf.text, document.links).split())
            break
        if leaf.kind in {"paragraph", "fence", "table"}:
            break
    return front_title(document.lines[: document.front]) or note.path.stem
