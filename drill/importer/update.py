"""Updates a deck from a changed document: keeps the user's work, and replaces the text."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from drill.model import TOPICS_LIMIT, Deck, Question
from drill.text import words

VANISHED = "x-vanished"
_TELLING = 8
"""The fewest words of an answer that identify its question; shorter answers fit several."""
_PAIRS = 40_000
"""The most pairs of leftover questions that are compared word by word, at some 20 µs each."""
_ALIKE = 0.8
"""The least similarity, 0 to 1, of two texts of the same question, reworded."""


@dataclass(frozen=True, slots=True)
class Update:
    """The merged deck, and the questions that changed, in the order of the merged deck."""

    deck: Deck
    added: tuple[Question, ...]
    changed: tuple[Question, ...]
    moved: tuple[Question, ...]
    vanished: tuple[Question, ...]


def merge(old: Deck, new: Deck) -> Update:
    """Merge `new`, just imported, into `old`: ids and everything that a person added stay.

    Questions and answers come from the document, except that the deck's answer stays if the
    document has none. A question that is gone from the document stays after its old neighbour,
    marked `x-vanished`.
    """
    pairs = _pairs(old.questions, new.questions)
    taken = {question.id for question in old.questions}
    merged: list[Question] = []
    added, changed = [], []
    for place, question in enumerate(new.questions):
        before = old.questions[pairs[place]] if place in pairs else None
        if before is None:
            after = replace(question, id=_free(question.id, taken))
            taken.add(after.id)
            added.append(after)
        else:
            after = _merged(before, question)
            if _says(after) != _says(before) or VANISHED in before.extra:
                changed.append(after)
        merged.append(after)
    still = _unmoved([pairs[place] for place in sorted(pairs)])
    moved = tuple(merged[place] for place in sorted(pairs) if pairs[place] not in still)
    kept = set(pairs.values())
    gone = [place for place in range(len(old.questions)) if place not in kept]
    vanished = [
        old.questions[place] for place in gone if VANISHED not in old.questions[place].extra
    ]
    whole = _with_gone(
        old.questions, merged, {index: place for place, index in pairs.items()}, gone
    )
    deck = replace(
        old,
        questions=tuple(whole),
        tags=tuple(dict.fromkeys((*old.tags, *new.tags))),
        topics=tuple(dict.fromkeys((*old.topics, *new.topics)))[:TOPICS_LIMIT],
        source=new.source,
    )
    return Update(deck, tuple(added), tuple(changed), moved, tuple(map(_marked, vanished)))


def _merged(old: Question, new: Question) -> Question:
    extra = {key: value for key, value in old.extra.items() if key != VANISHED}
    return replace(
        old,
        text=new.text,
        answer=old.answer if new.answer is None else new.answer,
        hint=old.hint or new.hint,
        tags=tuple(dict.fromkeys((*old.tags, *new.tags))),
        lines=new.lines,
        extra=extra,
    )


def _marked(question: Question) -> Question:
    return replace(question, lines=None, extra={**question.extra, VANISHED: True})


def _says(question: Question) -> tuple[str, str | None]:
    return question.text, question.answer


def _free(name: str, taken: set[str]) -> str:
    count, free = 1, name
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _with_gone(
    old: Sequence[Question], merged: Sequence[Question], places: dict[int, int], gone: Sequence[int]
) -> list[Question]:
    """`merged`, with each vanished question after the one that preceded it."""
    behind: dict[int, list[Question]] = defaultdict(list)
    last = -1
    missing = set(gone)
    for index in range(len(old)):
        if index in missing:
            behind[last].append(_marked(old[index]))
        else:
            last = places[index]
    whole = list(behind[-1])
    for place, question in enumerate(merged):
        whole += [question, *behind[place]]
    return whole


def _pairs(old: Sequence[Question], new: Sequence[Question]) -> dict[int, int]:
    """The old question of each new one, by index; the most reliable evidence is used first."""
    pairs: dict[int, int] = {}
    left = dict.fromkeys(sorted(range(len(old)), key=lambda n: (VANISHED in old[n].extra, n)))
    keys: list[Callable[[Question], Hashable | None]] = [
        lambda question: (question.text, question.answer),
        lambda question: tuple(words(question.text)) or None,
        lambda question: (question.id, tuple(words(question.title))),
        lambda question: _telling(question.answer),
    ]
    for key in keys:
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for index in left:
            value = key(old[index])
            if value is not None:
                waiting[value].append(index)
        for places in waiting.values():
            places.reverse()
        for place, question in enumerate(new):
            value = key(question) if place not in pairs else None
            if value is not None and waiting.get(value):
                pairs[place] = waiting[value].pop()
                del left[pairs[place]]
    rest = [place for place in range(len(new)) if place not in pairs]
    if len(rest) * len(left) <= _PAIRS:
        for place in rest:
            best = max(left, key=lambda index: _likeness(old[index], new[place]), default=None)
            if best is not None and _likeness(old[best], new[place]) >= _ALIKE:
                pairs[place] = best
                del left[best]
    return pairs


def _telling(answer: str | None) -> tuple[str, ...] | None:
    """The words of an answer, if there are enough to identify its question."""
    telling = tuple(words(answer or ""))
    return telling if len(telling) >= _TELLING else None


def _likeness(old: Question, new: Question) -> float:
    return SequenceMatcher(None, words(old.text), words(new.text), autojunk=False).ratio()


def _unmoved(indices: Sequence[int]) -> set[int]:
    """The longest increasing sequence of old indices: all others have moved."""
    tails: list[int] = []
    before: dict[int, int | None] = {}
    for index in indices:
        place = bisect_left(tails, index)
        before[index] = tails[place - 1] if place else None
        tails[place : place + 1] = [index]
    run: set[int] = set()
    last = tails[-1] if tails else None
    while last is not None:
        run.add(last)
        last = before[last]
    return run
