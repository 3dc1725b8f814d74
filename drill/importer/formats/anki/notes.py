"""The notes of an Anki package as cards."""

import re
from collections.abc import Iterator
from dataclasses import replace

from drill.errors import DrillError
from drill.importer.formats.anki.fields import cloze_pairs, field_markdown, tags_of
from drill.importer.formats.anki.package import Note, NoteType, read_package
from drill.importer.formats.cards import Card, Cards, deck_tags, key_points, shared_deck
from drill.importer.formats.columns import Column, column_of
from drill.model import NO_ANSWER, Option

_SHOWN = re.compile(r"\{\{(?![#^/])(?:[\w-]+:)*([^{}:]{1,200})\}\}")
"""The fields that a template shows, without those that only open and close a section."""
_OCCLUSION = "::image-occlusion:"
_UNKNOWN = NoteType((), is_cloze=False)
_SILENT = frozenset((Column.ID, Column.NUMBER, Column.DECK))


def read_anki_package(data: bytes, name: str) -> Cards:
    """The cards of a package; the number of a note, from 1, serves as its line."""
    package = read_package(data, name)
    cards: list[Card] = []
    lines = []
    top = shared_deck(note.deck for note in package.notes)
    for place, note in enumerate(package.notes):
        lines.append(" | ".join(" ".join(re.sub(r"<[^<>]*>", " ", field).split())
                                for field in note.fields)[:1000])  # fmt: skip
        cards_of_note = list(_cards(note, package.kinds.get(note.kind, _UNKNOWN), place + 1))
        tags = deck_tags(note.deck, top)
        cards += [replace(card, tags=(*tags, *card.tags)) for card in cards_of_note]
    if not cards:
        raise DrillError(f"{name}: no questions found", "the package has no note with text")
    return Cards("notes of Anki", tuple(cards), tuple(lines), top.rpartition("::")[2])


def _cards(note: Note, kind: NoteType, line: int) -> Iterator[Card]:
    tags = tuple(tags_of(note.tags))
    if kind.is_cloze and note.fields:
        yield from _cloze_cards(note, kind, line, tags)
        return
    asked, answered = _places(kind)
    fields = note.fields
    question = field_markdown(fields[asked]) if asked < len(fields) else ""
    if not re.search(r"\w", question) and "![" not in question:
        return
    options, spent = _options(note, kind)
    rest = [place for place in range(len(fields)) if place not in {asked, answered, *spent}]
    points = [place for place in rest if _column(kind, place) is Column.POINTS]
    hints = [place for place in rest if _column(kind, place) is Column.HINT]
    answer = field_markdown(fields[answered]) if answered < len(fields) else ""
    parts = [answer] if answer != NO_ANSWER else []
    parts += _others(note, kind, [place for place in rest if place not in (*points, *hints)])
    yield Card(
        question,
        "\n\n".join(part for part in parts if part) or None,
        line,
        line,
        tags,
        tuple(point for n in points for point in key_points(field_markdown(fields[n]))),
        options,
        hint="\n\n".join(filter(None, (field_markdown(fields[place]) for place in hints))),
    )
    if answer and _is_reversed(note, kind, answered):
        yield Card(answer, question, line, line, tags)


def _cloze_cards(note: Note, kind: NoteType, line: int, tags: tuple[str, ...]) -> Iterator[Card]:
    """A card for each gap in the first field; the other fields stand below each answer."""
    extra = "\n\n".join(_others(note, kind, range(1, len(note.fields))))
    if _OCCLUSION in note.fields[0]:  # the gaps are rectangles of a picture
        return
    for question, answer in cloze_pairs(note.fields[0]):
        text = field_markdown(question)
        if re.search(r"\w", text):
            parts = [part for part in (field_markdown(answer), extra) if part]
            yield Card(text, "\n\n".join(parts) or None, line, line, tags)


def _is_reversed(note: Note, kind: NoteType, answered: int) -> bool:
    """Whether the note has a reversed card: one whose front shows only the answer."""
    return any(
        _SHOWN.findall(kind.fronts[place]) == list(kind.fields[answered : answered + 1])
        for place in note.cards
        if place < len(kind.fronts)
    )


def _column(kind: NoteType, place: int) -> Column:
    return column_of(kind.fields[place]) if place < len(kind.fields) else Column.OTHER


def _options(note: Note, kind: NoteType) -> tuple[tuple[Option, ...], set[int]]:
    """The options of a note exported by drill, and the indexes of the fields that hold them."""
    named = {name.lower(): place for place, name in enumerate(kind.fields)}
    if not {"options", "right"} <= named.keys() or len(note.fields) < len(kind.fields):
        return (), set()
    places = [named["options"], named["right"]]
    options, right = (
        [point.text for point in key_points(field_markdown(note.fields[place]))] for place in places
    )
    return tuple(Option(text, text in right) for text in options), set(places)


def _places(kind: NoteType) -> tuple[int, int]:
    """The question and answer fields: by name if both have a known name, else the first two."""
    columns = [column_of(name) for name in kind.fields]
    if Column.QUESTION in columns and Column.ANSWER in columns:
        return columns.index(Column.QUESTION), columns.index(Column.ANSWER)
    return 0, 1


def _decides(kind: NoteType, name: str) -> bool:
    """Whether a field only switches a card on and is never shown."""
    templates = "".join(kind.fronts)
    return f"{{{{#{name}}}}}" in templates and name not in _SHOWN.findall(templates)


def _others(note: Note, kind: NoteType, places: "range | list[int]") -> Iterator[str]:
    """The other fields with content, each after its name.

    Left out are keys, bare numbers, repeated texts, and what no template of the note type shows.
    """
    told = set()
    shown = {name.strip() for side in (*kind.fronts, *kind.backs) for name in _SHOWN.findall(side)}
    for place in places:
        text = field_markdown(note.fields[place])
        name = kind.fields[place] if place < len(kind.fields) else ""
        if any(kind.backs) and name and name not in shown:
            continue
        if text in told or column_of(name) in _SILENT or _decides(kind, name):
            continue
        told.add(text)
        if text:
            quiet = not name or name.lower() in {"extra", "back extra"}
            yield text if quiet else f"**{name}:** {text}"
