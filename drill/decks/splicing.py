"""Puts a changed deck into the text of its file: only the lines that changed are rewritten.

Comments, layout and order of everything else stay byte for byte. A comment directly above a key or
a question belongs to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import yaml

from drill.decks import yaml_text
from drill.decks.deck_format import QUESTION
from drill.decks.writing import header, item
from drill.model import Deck, Question

Parts = Mapping[str, Sequence[str]]
"""The lines of YAML of each key."""
_ASIDE = re.compile(r"\s*(?:#.*)?")
"""A line that is blank or a comment."""
_DASH = re.compile(r"\s*-\s+")
_DASH_ABOVE = re.compile(r"\s*-\s*(?:#.*)?")
"""The line of a dash whose question begins below it."""


class SplicingError(ValueError):
    """The layout does not separate values by lines, such as a deck all in brackets."""


def spliced(text: str, before: Deck, after: Deck) -> str:
    """The `text` of a deck file, with the changes between the decks `before` and `after`.

    Raises SplicingError if that cannot be done line by line.
    """
    lines = text.split("\n")
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise SplicingError
    old, new = header(before), header(after)
    changed = _changed(old, new)
    if before.questions != after.questions:
        [(key, value)] = [pair for pair in root.value if pair[0].value == "questions"]
        changed["questions"] = list(_questions(lines, key, value, before, after))
    return "\n".join(
        [*lines[: root.start_mark.line], *_mapping(lines, root, len(lines), changed, new)]
    )


def _changed(old: Parts, new: Parts) -> dict[str, Sequence[str]]:
    """The keys whose lines differ, with their new lines; no lines for a key that is gone."""
    return {name: new.get(name, ()) for name in {**new, **old} if old.get(name) != new.get(name)}


def _mapping(
    lines: Sequence[str], node: yaml.Node, end: int, changed: Parts, order: Iterable[str]
) -> list[str]:
    """The lines of a block mapping up to the line `end`, with new lines for `changed` keys."""
    if not isinstance(node, yaml.MappingNode) or node.flow_style:
        raise SplicingError
    column = node.start_mark.column
    starts = [key.start_mark.line for key, _ in node.value]
    if len({*starts}) < len(starts) or any(
        key.start_mark.column != column for key, _ in node.value
    ):
        raise SplicingError
    parts: dict[str, list[str]] = {}
    for (key, value), start, following in zip(node.value, starts, [*starts[1:], end], strict=True):
        stop, own = _end(value, start), changed.get(key.value)
        while stop > start + 1 and not lines[stop - 1].strip():
            stop -= 1  # blank lines after a block are layout
        if own is None:
            parts[key.value] = list(lines[start:following])
            continue
        if not own and start == starts[0]:
            raise SplicingError  # a dash or the file's header comes before the first key
        written = yaml_text.indented(own, " " * column, lines[start][:column])
        parts[key.value] = [*written, *lines[stop:following]]
    names = list(order)
    for name in (name for name in names if name in changed and name not in parts):
        earlier = [above for above in names[: names.index(name)] if above in parts]
        if not earlier:
            raise SplicingError
        own, aside = _split(parts[earlier[-1]])
        written = yaml_text.indented(changed[name], " " * column, " " * column)
        parts[earlier[-1]], parts[name] = own, [*written, *aside]
        parts = {key: parts[key] for key in _placed(list(parts), name, earlier[-1])}
    return [line for own in parts.values() for line in own]


def _placed(names: list[str], name: str, behind: str) -> list[str]:
    """`names` with `name` moved to just after `behind`."""
    names.remove(name)
    names.insert(names.index(behind) + 1, name)
    return names


def _questions(
    lines: Sequence[str], key: yaml.Node, node: yaml.Node, before: Deck, after: Deck
) -> Iterator[str]:
    """The lines of the key `questions` with the questions of `after`."""
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise SplicingError
    starts = [item.start_mark.line for item in node.value]
    dashes = [_dash(lines, item) for item in node.value]
    if len({*starts}) < len(starts):
        raise SplicingError
    begins = [_leading(lines, dash) for dash in dashes]
    stops = [*begins[1:], _end(node, starts[0])]
    first = lines[dashes[0]]
    dash = f"{first[: first.index('-')]}- "
    places = {question.id: place for place, question in enumerate(before.questions)}
    yield from lines[key.start_mark.line : begins[0]]
    for number, question in enumerate(after.questions):
        place = places.get(question.id)
        if place is None:
            yield from ([""] if number else [])
            yield from item(question, dash).split("\n")
            continue
        lead = lines[begins[place] : starts[place]]
        if place and not number:
            lead = [line for line in lead if line.strip()]
        elif number and not place and not (lead and not lead[0].strip()):
            lead = ["", *lead]
        yield from lead
        stop, old = stops[place], before.questions[place]
        yield from _question(lines, node.value[place], stop, old, question)


def _question(
    lines: Sequence[str], node: yaml.Node, stop: int, before: Question, after: Question
) -> Iterator[str]:
    if before == after:
        yield from lines[node.start_mark.line : stop]
        return
    old, new = QUESTION.parts(before), QUESTION.parts(after)
    try:
        yield from _mapping(lines, node, stop, _changed(old, new), new)
    except SplicingError:
        start = node.start_mark
        yield from item(after, lines[start.line][: start.column]).split("\n")


def _dash(lines: Sequence[str], item: yaml.Node) -> int:
    """The line of the dash before a question: its first line, or one above it."""
    line, column = item.start_mark.line, item.start_mark.column
    if _DASH.fullmatch(lines[line][:column]):
        return int(line)
    if not lines[line][:column].strip():
        while line and _ASIDE.fullmatch(lines[line - 1]):
            line -= 1
        if line and _DASH_ABOVE.fullmatch(lines[line - 1]):
            return int(line) - 1
    raise SplicingError


def _leading(lines: Sequence[str], start: int) -> int:
    """The first of the comments directly above line `start`, and of the blank lines above those."""
    begin = start
    while begin and lines[begin - 1].lstrip().startswith("#"):
        begin -= 1
    while begin and not lines[begin - 1].strip():
        begin -= 1
    return begin


def _split(own: list[str]) -> tuple[list[str], list[str]]:
    """Lines without, and separately, the blank lines and comments at their end."""
    count = len(own)
    while count > 1 and _ASIDE.fullmatch(own[count - 1]):
        count -= 1
    return own[:count], own[count:]


def _end(node: yaml.Node, start: int) -> int:
    """The line after the last line of a value; comments after it do not belong to it."""
    if isinstance(node, yaml.ScalarNode):
        mark = node.end_mark  # after a block it is where the next line begins
        return max(start + 1, mark.line + 1 if mark.column else mark.line)
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line) + 1
    last = node.value[-1]
    return max(start + 1, _end(last[1] if isinstance(last, tuple) else last, start))
