"""From the bytes of a document to a deck and the account of its lines."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from drill.errors import DrillError
from drill.importer.account import Account, Role
from drill.importer.decoding import decode
from drill.importer.document import parse
from drill.importer.extents import Found
from drill.importer.fill import Filled, Filler
from drill.importer.judge import judge, title_names_questions
from drill.importer.lines import is_wrapper
from drill.importer.prose import targets
from drill.importer.scene import Scene
from drill.importer.tags import TERM
from drill.model import Deck, Question, Source
from drill.text import printable_line, slug

TITLE_LIMIT = 200
"""The most characters of a deck's title, as the deck format has it."""

_UNTELLING = {
    "readme",
    "index",
    "questions",
    "main",
    "doc",
    "document",
    "notes",
    "faq",
    "con",
    "prn",
    "aux",
    "nul",
}
_MARKS = re.compile(
    r"!\[[^\]]*\]\([^()]*\)|\]\([^()]*\)|<[^<>]*>|[*`\[\]]|\(?\b\d+ questions?\)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Imported:
    """The deck that was made of a document, its lines, and what became of each of them."""

    deck: Deck
    account: Account
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
    from hashlib import sha256

    name = printable_line(name)
    document = parse(decode(data, name, encoding))
    scene = Scene(document)
    scene.title_asks = title_names_questions(scene, name)
    found = judge(scene)
    if not found:
        raise DrillError(
            f"{name}: no questions found",
            "nothing in it is numbered, labelled or marked alike as questions are",
        )
    account = Account([None] * len(document.lines))
    filled = Filler(scene, account).fill_all(found)
    stem = PurePath(name).stem
    heading = _document_title(scene, found)
    deck_title = title or heading or stem
    untelling = slug(stem) in _UNTELLING or not slug(stem)
    deck = Deck(
        (slug(deck_title) if untelling else slug(stem)) or "deck",
        deck_title[:TITLE_LIMIT],
        tuple(_questions(filled, _sections(scene, found))),
        tuple(dict.fromkeys(tags)),
        Source(PurePath(name).name[-TITLE_LIMIT:], sha256(data).hexdigest()),
    )
    _settle(scene, account, found)
    for each in found:
        account.forms[each.form] = account.forms.get(each.form, 0) + 1
    account.unanswered = sum(question.answer is None for question in deck.questions)
    known: dict[str, bool] = {}
    for question in deck.questions:
        for target in targets(f"{question.text}\n{question.answer or ''}"):
            if target not in known:
                known[target] = exists(target)
                if not known[target]:
                    account.missing.append((question.lines[0] if question.lines else 0, target))
    return Imported(deck, account, document.lines)


def _questions(filled: Sequence[Filled], sections: Sequence[tuple[str, ...]]) -> list[Question]:
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    questions = []
    for number, (each, tags) in enumerate(zip(filled, sections, strict=True), start=1):
        base = slug(_MARKS.sub(" ", each.text.split("\n", 1)[0])) or f"question-{number}"
        counts[base] += 1
        name = base if counts[base] == 1 else f"{base}-{counts[base]}"
        while name in taken:
            counts[base] += 1
            name = f"{base}-{counts[base]}"
        taken.add(name)
        own = (slug(tag, 40) for tag in each.tags)
        questions.append(
            Question(
                name,
                each.text,
                each.answer,
                lines=(each.first, each.last),
                tags=tuple(dict.fromkeys(tag for tag in (*tags, *own) if tag)),
            )
        )
    return questions


def _document_title(scene: Scene, found: Sequence[Found]) -> str:
    """The title in the front matter, else the first heading, if it is before the questions."""
    for line in scene.document.lines[: scene.document.front]:
        match = re.match(r"title\s*[:=]\s*[\"']?(.*?)[\"']?\s*$", line)
        if match and match[1]:
            return match[1]
    first = next((head for head in scene.all_heads if head.place == "heading"), None)
    if first is None or first.line >= found[0].start.line:
        return ""
    return " ".join(_MARKS.sub("", first.title).split())


def _sections(scene: Scene, found: Sequence[Found]) -> list[tuple[str, ...]]:
    """The tags of each question: the headings that it stands under, but the document's title."""
    starts = [each.start.line for each in found]
    headings = [head for head in scene.all_heads if head.place == "heading"]
    outside = []
    for head in headings:
        place = bisect_right(starts, head.line) - 1
        free = place < 0 or head.line >= found[place].end
        if free and head.line not in scene.barred and id(head.leaf) not in scene.back:
            outside.append(head)
    if outside and outside[0] is headings[0]:
        level = outside[0].level
        if sum(head.level <= level for head in outside) == 1:
            outside = outside[1:]
    result = []
    place = 0
    stack: list[tuple[int, str]] = []
    for line, each in zip(starts, found, strict=True):
        while place < len(outside) and outside[place].line < line:
            head = outside[place]
            while stack and stack[-1][0] >= head.level:
                stack.pop()
            stack.append((head.level, slug(_MARKS.sub(" ", head.title), 40)))
            place += 1
        level = each.start.head.level or TERM
        result.append(tuple(tag for above, tag in stack if tag and above < level))
    return result


def _settle(scene: Scene, account: Account, found: Sequence[Found]) -> None:
    """Give a role to the lines that belong to no question."""
    document = scene.document
    headings = {
        line
        for head in scene.all_heads
        if head.place == "heading"
        for line in range(head.line, head.end)
    }
    first, last = found[0].start.line, max(each.end for each in found)
    for line, role in enumerate(account.roles):
        if role is not None:
            continue
        if line < document.front:
            account.roles[line] = Role.FRONT
        elif not document.lines[line].strip():
            account.roles[line] = Role.BLANK
        elif line in scene.contents.lines:
            account.roles[line] = Role.CONTENTS
        elif line in scene.noise:
            account.roles[line] = Role.BACK
        elif line in headings:
            account.roles[line] = Role.HEADING
        elif line in scene.rules:
            account.roles[line] = Role.RULE
        elif line in scene.definitions:
            account.roles[line] = Role.TARGET
        elif is_wrapper(document.lines[line]):
            account.roles[line] = Role.WRAPPER
        elif line < first:
            account.roles[line] = Role.BEFORE
        else:
            account.roles[line] = Role.BETWEEN if line < last else Role.AFTER
