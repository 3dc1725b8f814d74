"""Proposes the key points of an answer."""

import re
from collections import Counter

from drill.model import KeyPoint
from drill.points.atoms import Atoms
from drill.points.blocks import Block, read
from drill.points.collecting import Collector
from drill.points.content import stems
from drill.points.facts import Fact
from drill.points.labels import word_count
from drill.points.languages import Language, language_of
from drill.points.marked import marked_items
from drill.points.merging import merged
from drill.points.noise import is_code, without_references
from drill.points.openings import is_homeless
from drill.points.quizzes import is_quiz
from drill.points.ranking import MOST, Candidate, best, wanted
from drill.points.reference import is_lost
from drill.points.section_names import is_named
from drill.points.shortening import LIMIT, shorten
from drill.points.soundness import is_sound
from drill.points.verbs import has_verb
from drill.points.wholeness import is_closed, is_condition

# Words that no phrase of any of the languages ends with; others do, as in "what it is used for".
_UNFINISHED = re.compile(r"the|an|and|or|of|as|is|are|del|los|las|und|oder|der|и|или")
_ENDING = 8  # characters; a text that still ends in the same ones was not cut at its end
_LEAST_WORDS = 8  # of an answer with one fact; a shorter answer is its own key point


def propose(question: str, answer: str) -> tuple[KeyPoint, ...]:
    """Up to nine key points of `answer`, in its order; none rather than a bad one."""
    if answer.isascii() and len(answer.split()) < 2:  # one word is its own key point
        return ()
    atoms = Atoms()
    blocks = read(answer, atoms)
    if is_code(answer) or is_quiz(question, answer, blocks):
        return ()
    text = "\n".join(block.text or " ".join(block.cells) for block in blocks)
    language = language_of(text)
    topic = stems(atoms.restore(question), language)
    kept = without_references(blocks)
    marked = marked_items(kept, blocks)
    facts = Collector(
        blocks, marked or kept, language, atoms, topic, everything=bool(marked)
    ).collect()
    if len(facts) < 2 and sum(word_count(fact.text) for fact in facts) < _LEAST_WORDS:
        return ()
    facts = merged(facts, atoms, language, LIMIT)
    candidates = _shortened(facts, blocks, frozenset(topic), atoms, language)
    if marked:
        chosen = [one for one in candidates if one.fact.nth == 0][:MOST]
    else:
        chosen = best(candidates, wanted(candidates), frozenset(topic), language)
    chosen.sort(key=lambda one: (one.fact.block, one.fact.at))
    return tuple(KeyPoint(one.text, bonus=_is_bonus(one.fact, blocks)) for one in chosen)


def statements(answer: str) -> tuple[str, ...]:
    """Every sentence, item and row of `answer` in point form, in its order, to choose points from.

    A text that cannot be shortened is kept whole.
    """
    atoms = Atoms()
    blocks = read(answer, atoms)
    language = language_of("\n".join(block.text or " ".join(block.cells) for block in blocks))
    facts = Collector(blocks, blocks, language, atoms, [], everything=True).collect()
    texts: dict[str, None] = {}
    for fact in facts:
        short = shorten(fact.text, frozenset(), atoms, language)
        text = atoms.restore(short.text if short else fact.text)
        if is_sound(text):
            texts[text] = None
    return tuple(texts)


def _shortened(
    facts: list[Fact], blocks: list[Block], topic: frozenset[str], atoms: Atoms, language: Language
) -> list[Candidate]:
    candidates = []
    for fact in facts:
        short = shorten(fact.text, topic, atoms, language)
        if not short or is_homeless(short.text) or language.find("fragment").match(short.text):
            continue
        if is_condition(short.text, language) or is_lost(short.text, language):
            continue
        if short.text.endswith(("?", "？")) and not fact.label:
            continue
        if short.text == fact.label and not has_verb(fact.label, language):
            continue
        if not is_closed(short.text) or language.find("empty").search(short.text):
            continue
        last = short.text.rsplit(" ", 1)[-1]
        if _UNFINISHED.fullmatch(last):
            continue
        is_cut = fact.announced or (short.lost > 0 and not fact.text.endswith(last[-_ENDING:]))
        if is_cut and language.find("dangling").fullmatch(last):
            continue
        text = atoms.restore(short.text)
        if len(text) <= LIMIT and is_sound(text):
            content = frozenset((*stems(text, language), *atoms.within(short.text)))
            candidates.append(
                Candidate(fact, text, short.lost, content, blocks[fact.block].section)
            )
    return _told_apart(candidates, language)


def _told_apart(candidates: list[Candidate], language: Language) -> list[Candidate]:
    """`candidates` without those that lost what tells them from another one: the same is left."""
    texts = [one.text.rpartition(language.colon) for one in candidates]
    times = Counter(text for _, _, text in texts)
    return [
        one
        for one, (label, _, text) in zip(candidates, texts, strict=True)
        if not (label and one.lost and times[text] > 1)
    ]


def _is_bonus(fact: Fact, blocks: list[Block]) -> bool:
    """Whether the document itself calls the fact an aside or optional."""
    section = blocks[fact.block].section
    return fact.aside or (section is not None and is_named("optional", blocks[section].text))
